//! Dates of publication as bibliographic databases write them: the year and whatever else is told, in any order.
//!
//! `2020 Mar 5`, `2019/03/01/`, `2014//`, `20200305`, `MAR 15` beside a year, `24-27 Sept. 2019`. A range that lies within a
//! month is that month, one within a year that year (`2020 Mar-Apr`, `2020 Winter`); one over two years is the first.

use crate::corpus::date::Date;

/// Years that publications have.
const YEARS: std::ops::RangeInclusive<u16> = 1400..=2200;

/// First letters of months, and their longest forms.
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// A word of a date.
enum DateWord {
    /// A number that can be a year.
    Year(u16),
    Month(u8),
    /// A number of one or two digits.
    Number(u8),
}

/// The date that a text tells; `None` where it tells no year. O(bytes).
#[must_use]
pub(crate) fn read(text: &str) -> Option<Date> {
    let text = text.trim();
    if let Some(date) = Date::parse_iso(text) {
        return Some(date).filter(|date| YEARS.contains(&date.year_number()));
    }
    if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        let number = |range: std::ops::Range<usize>| text.get(range)?.parse::<u16>().ok();
        let (year, month, day) = (number(0..4)?, number(4..6)?, number(6..8)?);
        return of_numbers(year, &[u8::try_from(month).ok()?, u8::try_from(day).ok()?]);
    }
    // A time of day behind a date tells no more.
    let text = text.split_once('T').filter(|(date, _)| Date::parse_iso(date).is_some()).map_or(text, |(date, _)| date);
    let words: Vec<DateWord> = words(text);
    let years: Vec<u16> =
        words.iter().filter_map(|piece| if let DateWord::Year(year) = piece { Some(*year) } else { None }).collect();
    let year = *years.first()?;
    let months: Vec<u8> =
        words.iter().filter_map(|piece| if let DateWord::Month(month) = piece { Some(*month) } else { None }).collect();
    let numbers: Vec<u8> = words
        .iter()
        .filter_map(|piece| if let DateWord::Number(number) = piece { Some(*number) } else { None })
        .collect();
    if years.iter().any(|other| *other != year) {
        return Date::year(year);
    }
    match months.as_slice() {
        [] if matches!(words.first(), Some(DateWord::Year(_))) => of_numbers(year, &numbers),
        [] => Date::year(year),
        [month, others @ ..] if others.iter().all(|other| other == month) => match numbers.as_slice() {
            [day] => Date::day(year, *month, *day).or_else(|| Date::month(year, *month)),
            _ => Date::month(year, *month),
        },
        _ => Date::year(year),
    }
}

/// The date of a year and a text that tells the rest (`MAR 15`); the year alone where the text tells nothing.
#[must_use]
pub(crate) fn within(year: &str, rest: &str) -> Option<Date> {
    let own = read(year)?;
    if own.month_number().is_some() || rest.trim().is_empty() {
        return Some(own);
    }
    let exact = read(&format!("{} {rest}", own.year_number()));
    exact.filter(|date| date.year_number() == own.year_number()).or(Some(own))
}

/// A year and the numbers behind it: month, then day.
fn of_numbers(year: u16, numbers: &[u8]) -> Option<Date> {
    if !YEARS.contains(&year) {
        return None;
    }
    match numbers {
        [month, day, ..] => Date::day(year, *month, *day).or_else(|| Date::month(year, *month)),
        [month] => Date::month(year, *month),
        [] => None,
    }
    .or_else(|| Date::year(year))
}

fn words(text: &str) -> Vec<DateWord> {
    let all = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    all.filter_map(|word| {
        if let Ok(number) = word.parse::<u16>() {
            return match word.len() {
                4 => YEARS.contains(&number).then_some(DateWord::Year(number)),
                1 | 2 => u8::try_from(number).ok().map(DateWord::Number),
                _ => None,
            };
        }
        let lower = word.to_lowercase();
        let is_month = |month: &&str| {
            lower.chars().count() >= 3 && (month.starts_with(&lower) || *month == "september" && lower == "sept")
        };
        let at = MONTHS.iter().position(is_month)?;
        u8::try_from(at + 1).ok().map(DateWord::Month)
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_as_databases_write_them() {
        for (text, date) in [
            ("2020 Mar 5", "2020-03-05"),
            ("2020 Mar-Apr", "2020"),
            ("2020 Winter", "2020"),
            ("2019 Dec-2020 Jan", "2019"),
            ("2019/03/01/", "2019-03-01"),
            ("2014//", "2014"),
            ("2014///Spring", "2014"),
            ("20200305", "2020-03-05"),
            ("24-27 Sept. 2019", "2019-09"),
            ("1 Jan.-Feb. 2019", "2019"),
            ("4 Feb 2014", "2014-02-04"),
            ("2021-03-01T00:00:00Z", "2021-03-01"),
            ("2021-3", "2021-03"),
            ("May 2012", "2012-05"),
        ] {
            assert_eq!(read(text).map(|date| date.to_string()).as_deref(), Some(date), "{text}");
        }
        for text in ["", "9999", "soon", "in press", "12"] {
            assert_eq!(read(text), None, "{text}");
        }
        let within = |year, rest| within(year, rest).map(|date| date.to_string());
        assert_eq!(within("2022", "15 MAR 2022").as_deref(), Some("2022-03-15"));
        assert_eq!(within("2022", "MAR-APR").as_deref(), Some("2022"));
        assert_eq!(within("2022", "MAR").as_deref(), Some("2022-03"));
        assert_eq!(within("2022", "SPR").as_deref(), Some("2022"));
        assert_eq!(within("2022", "").as_deref(), Some("2022"));
    }
}
