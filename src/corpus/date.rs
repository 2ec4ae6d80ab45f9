//! Publication dates of known precision: a year, a month, or a day.

use std::fmt;

/// A date with optional month and day. Ordered by time, a year before its months. Four bytes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(u32);

impl Date {
    /// A full date, or `None` when there is no such day (proleptic Gregorian calendar, years 1–9999).
    #[must_use]
    pub fn day(year: u16, month: u8, day: u8) -> Option<Self> {
        let month_of = Self::month(year, month)?;
        (day >= 1 && day <= days_in_month(year, month)).then(|| Self(month_of.0 + u32::from(day)))
    }

    /// A month of a year.
    #[must_use]
    pub fn month(year: u16, month: u8) -> Option<Self> {
        let year_of = Self::year(year)?;
        (1..=12).contains(&month).then(|| Self(year_of.0 + u32::from(month) * 100))
    }

    /// A year alone.
    #[must_use]
    pub fn year(year: u16) -> Option<Self> {
        (1..=9999).contains(&year).then_some(Self(u32::from(year) * 10_000))
    }

    /// The day of so many days since 1 January 1970 (Howard Hinnant, “chrono-compatible low-level date algorithms”).
    #[must_use]
    pub(crate) fn of_days(days: i64) -> Option<Self> {
        let days = days.checked_add(719_468)?;
        let (era, day) = (days.div_euclid(146_097), days.rem_euclid(146_097));
        let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
        let of_year = day - (365 * year + year / 4 - year / 100);
        let month = (5 * of_year + 2) / 153;
        let of_month = of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        let year = year + era * 400 + i64::from(month <= 2);
        Self::day(u16::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(of_month).ok()?)
    }

    /// Parses `2016`, `2016-11` or `2016-11-11` (also with `/` or `.`); nothing else.
    #[must_use]
    pub fn parse_iso(text: &str) -> Option<Self> {
        let mut parts = text.split(['-', '/', '.']);
        let year = parts.next()?;
        if year.len() != 4 {
            return None;
        }
        let year = digits(year)?;
        let date = match (parts.next(), parts.next()) {
            (None, _) => Self::year(year),
            (Some(month), None) => Self::month(year, u8::try_from(digits(month)?).ok()?),
            (Some(month), Some(day)) => {
                Self::day(year, u8::try_from(digits(month)?).ok()?, u8::try_from(digits(day)?).ok()?)
            }
        };
        if parts.next().is_some() { None } else { date }
    }

    /// The year.
    #[must_use]
    pub fn year_number(self) -> u16 {
        (self.0 / 10_000) as u16
    }

    /// The month, 1–12, when it is known.
    #[must_use]
    pub fn month_number(self) -> Option<u8> {
        let month = (self.0 / 100 % 100) as u8;
        (month > 0).then_some(month)
    }

    /// The day of the month when it is known.
    #[must_use]
    pub fn day_number(self) -> Option<u8> {
        let day = (self.0 % 100) as u8;
        (day > 0).then_some(day)
    }

    /// The first day of the period (a year: its 1 January).
    #[must_use]
    pub fn earliest(self) -> Self {
        let month = self.month_number().unwrap_or(1);
        let day = self.day_number().unwrap_or(1);
        Self(u32::from(self.year_number()) * 10_000 + u32::from(month) * 100 + u32::from(day))
    }

    /// The last day of the period (a year: its 31 December).
    #[must_use]
    pub fn latest(self) -> Self {
        let month = self.month_number().unwrap_or(12);
        let day = self.day_number().unwrap_or_else(|| days_in_month(self.year_number(), month));
        Self(u32::from(self.year_number()) * 10_000 + u32::from(month) * 100 + u32::from(day))
    }

    /// `2016-11` (or `2016` when no month is known).
    #[must_use]
    pub fn to_month_string(self) -> String {
        match self.month_number() {
            Some(month) => format!("{:04}-{month:02}", self.year_number()),
            None => format!("{:04}", self.year_number()),
        }
    }
}

fn digits(text: &str) -> Option<u16> {
    if text.is_empty() || text.len() > 4 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    text.parse().ok()
}

fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}", self.year_number())?;
        if let Some(month) = self.month_number() {
            write!(formatter, "-{month:02}")?;
        }
        if let Some(day) = self.day_number() {
            write!(formatter, "-{day:02}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{self}")
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn dates_of_any_precision_round_trip() {
        for text in ["2016", "2016-11", "2016-11-11", "1950-07-02", "2024-02-29"] {
            assert_eq!(Date::parse_iso(text).map(|date| date.to_string()).as_deref(), Some(text));
        }
        for text in ["", "16", "2016-13", "2023-02-29", "11-11-2016", "2016-1-1-1", "2016-", "20１6"] {
            assert_eq!(Date::parse_iso(text), None, "{text}");
        }
    }

    #[test]
    fn a_year_spans_its_days() {
        let year = Date::year(2024).unwrap();
        assert_eq!(year.earliest().to_string(), "2024-01-01");
        assert_eq!(year.latest().to_string(), "2024-12-31");
        assert_eq!(Date::month(2024, 2).unwrap().latest().to_string(), "2024-02-29");
    }
}
