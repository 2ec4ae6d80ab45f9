//! Dates as tables write them. Which of two numbers is the day is decided for a whole column.

use crate::corpus::date::Date;
use crate::normalize::published::{self, Published};

/// What a date cell says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// Nothing stands there.
    Blank,
    /// A date, year first.
    Known(Date),
    /// A range: the month or year that it lies within, or the first of its years.
    Range(Date),
    /// Two numbers and then a year: `11-12-2016`.
    YearLast(u8, u8, u16),
    /// Nothing that can be read.
    Unreadable,
}

/// The order of day and month in dates that end in the year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// `31-12-2016`. Also taken when every date of the column could be either.
    #[default]
    DayFirst,
    /// `12-31-2016`.
    MonthFirst,
}

/// What the dates of a column say about their order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Dates that can only be day-month.
    pub day_first: u64,
    /// Dates that can only be month-day.
    pub month_first: u64,
    /// Dates that can be both.
    pub either: u64,
}

impl Tally {
    /// Counts one reading.
    pub fn add(&mut self, reading: Reading) {
        if let Reading::YearLast(first, second, _) = reading {
            match (first > 12, second > 12) {
                (true, _) => self.day_first += 1,
                (false, true) => self.month_first += 1,
                (false, false) => self.either += 1,
            }
        }
    }

    /// Takes over what was counted of other dates.
    pub fn join(&mut self, other: Self) {
        self.day_first += other.day_first;
        self.month_first += other.month_first;
        self.either += other.either;
    }

    /// The order of the column.
    #[must_use]
    pub fn order(self) -> Order {
        if self.month_first > self.day_first { Order::MonthFirst } else { Order::DayFirst }
    }

    /// Whether no date of the column tells day from month, or some contradict the others.
    #[must_use]
    pub fn is_ambiguous(self) -> bool {
        (self.day_first == 0) == (self.month_first == 0)
    }
}

/// The date of a reading. A date that has no such month in the column's order is read the other way round.
#[must_use]
pub fn resolve(reading: Reading, order: Order) -> Option<Date> {
    match reading {
        Reading::Known(date) | Reading::Range(date) => Some(date),
        Reading::YearLast(first, second, year) => {
            let (day, month) = if order == Order::DayFirst { (first, second) } else { (second, first) };
            Date::day(year, month, day).or_else(|| Date::day(year, day, month))
        }
        Reading::Blank | Reading::Unreadable => None,
    }
}

/// Reads a cell: `2016-11-11`, `2016-11`, `2016`, also with `.`, `/`, `년 월 일`, a time after it, or a year as
/// a float; `11-12-2016`; `11 Nov 2016`, `Nov 11, 2016`, `November 2016`; `20161111`; ranges.
#[must_use]
pub fn read(cell: &str) -> Reading {
    let text = published::narrow(cell.trim());
    let text = &*text;
    if text.is_empty() {
        return Reading::Blank;
    }
    let day = text.split(['T', ' ']).next().unwrap_or(text);
    if day.len() < text.len() && text[day.len() + 1..].contains(':') {
        return read(day);
    }
    if let Some(date) = text.strip_suffix(".0").and_then(Date::parse_iso).filter(|date| date.month_number().is_none()) {
        return if published::is_year(date.year_number()) { Reading::Known(date) } else { Reading::Unreadable };
    }
    if let Some(reading) = year_last(text) {
        return reading;
    }
    match published::exact(text) {
        Some(Published { date, is_range: false }) => Reading::Known(date),
        Some(Published { date, is_range: true }) => Reading::Range(date),
        None => Reading::Unreadable,
    }
}

/// How many units make a day in a column of times since 1970, told by its largest: seconds, milliseconds, microseconds or
/// nanoseconds; `None` where the numbers are too small for any of them after 1973.
#[must_use]
pub(crate) fn epoch_units(largest: u64) -> Option<i64> {
    let unit = match largest {
        0..100_000_000 => return None,
        100_000_000..100_000_000_000 => 1,
        100_000_000_000..100_000_000_000_000 => 1_000,
        100_000_000_000_000..100_000_000_000_000_000 => 1_000_000,
        _ => 1_000_000_000,
    };
    Some(86_400 * unit)
}

/// The day of a time since 1970.
#[must_use]
pub(crate) fn of_epoch(time: i64, units: i64) -> Option<Date> {
    Date::of_days(time.div_euclid(units))
}

fn year_last(text: &str) -> Option<Reading> {
    let mut parts = text.split(['-', '/', '.']).map(str::trim);
    let (first, second, year) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some_and(|rest| !rest.is_empty()) {
        return None;
    }
    let (first, second, year) = (number::<u8>(first)?, number::<u8>(second)?, four_digits(year)?);
    let possible = Date::day(year, second, first).or_else(|| Date::day(year, first, second));
    possible.filter(|date| published::is_year(date.year_number())).map(|_| Reading::YearLast(first, second, year))
}

fn four_digits(text: &str) -> Option<u16> {
    if text.len() == 4 { number(text) } else { None }
}

fn number<T: std::str::FromStr>(text: &str) -> Option<T> {
    let plain = !text.is_empty() && text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    if plain { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_dates_as_tables_write_them() {
        for (cell, date) in [
            ("2016-11-11", "2016-11-11"),
            (" 2016-11 ", "2016-11"),
            ("2016", "2016"),
            ("2016.0", "2016"),
            ("2016-11-11T00:00:00Z", "2016-11-11"),
            ("2016-11-11 00:00", "2016-11-11"),
            ("2016년 11월 1일", "2016-11-01"),
            ("2016년", "2016"),
            ("2016. 11. 1.", "2016-11-01"),
            ("11 Nov 2016", "2016-11-11"),
            ("November 2, 2016", "2016-11-02"),
            ("Nov 2016", "2016-11"),
            ("31-12-2016", "2016-12-31"),
            ("12/31/2016", "2016-12-31"),
            ("20161111", "2016-11-11"),
            ("2016 Nov 11", "2016-11-11"),
            ("2016-Nov", "2016-11"),
            ("２０１６", "2016"),
            ("11/2016", "2016-11"),
            ("2016.11.11 ~ 2016.11.13", "2016-11"),
            ("2016-2018", "2016"),
        ] {
            let read = resolve(read(cell), Order::DayFirst).map(|date| date.to_string());
            assert_eq!(read.as_deref(), Some(date), "{cell}");
        }
        for cell in ["soon", "9999", "9999-12-31", "31.12.9999", "2016-13-40", "31-02-2016", "11-12-16", "44260", "가"]
        {
            assert_eq!(read(cell), Reading::Unreadable, "{cell}");
        }
        assert_eq!(read(" "), Reading::Blank);
    }

    #[test]
    fn times_since_1970_are_days() {
        for (time, date) in [
            (1_577_836_800_000, "2020-01-01"),
            (1_709_164_799_999, "2024-02-28"),
            (1_709_164_800_000, "2024-02-29"),
            (951_782_400_000, "2000-02-29"),
            (0, "1970-01-01"),
            (-1, "1969-12-31"),
            (-2_203_891_200_000, "1900-03-01"),
        ] {
            assert_eq!(of_epoch(time, 86_400_000).map(|date| date.to_string()).as_deref(), Some(date), "{time}");
        }
        let units = [20_200_305, 1_577_836_800, 1_577_836_800_000, 1_577_836_800_000_000, 1_577_836_800_000_000_000];
        let days = units.map(|time: i64| epoch_units(time as u64).and_then(|units| of_epoch(time, units)));
        assert_eq!(days[0], None);
        assert!(days[1..].iter().all(|day| day.is_some_and(|day| day.to_string() == "2020-01-01")), "{days:?}");
        assert_eq!(of_epoch(i64::MAX, 86_400), None);
    }

    #[test]
    fn the_column_decides_the_order() {
        let order = |cells: &[&str]| {
            let mut tally = Tally::default();
            cells.iter().for_each(|cell| tally.add(read(cell)));
            (tally.order(), tally.is_ambiguous())
        };
        assert_eq!(order(&["01-02-2016", "31-12-2016"]), (Order::DayFirst, false));
        assert_eq!(order(&["01-02-2016", "12-31-2016"]), (Order::MonthFirst, false));
        assert_eq!(order(&["01-02-2016"]), (Order::DayFirst, true));
        assert_eq!(order(&["31-12-2016", "12-31-2016"]), (Order::DayFirst, true));
    }
}
