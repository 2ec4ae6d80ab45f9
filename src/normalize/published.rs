//! Dates of publication as people and bibliographic databases write them: the year and whatever else is told, in any order.
//!
//! `2020 Mar 5`, `2019/03/01/`, `2014//`, `20200305`, `2020년 3월 5일`, `２０２０`, `MAR 15` beside a year, `24-27 Sept. 2019`. A
//! range that lies within a month is that month, one within a year that year (`2020 Mar-Apr`, `2020 Winter`); one over
//! several years is the first.

use crate::corpus::date::Date;
use std::borrow::Cow;

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

/// Words for a part of a year. Web of Science shortens the seasons to three letters.
const SEASONS: [&str; 18] = [
    "spring",
    "summer",
    "autumn",
    "fall",
    "winter",
    "spr",
    "sum",
    "aut",
    "fal",
    "win",
    "상반기",
    "하반기",
    "봄",
    "여름",
    "가을",
    "겨울",
    "春",
    "秋",
];

/// Parts of a year that are numbered, before or after the number: `Q1`, `1분기`.
const NUMBERED_PARTS: [&str; 7] = ["q", "h", "quarter", "half", "분기", "반기", "季度"];

/// Words that say nothing beyond the numbers beside them.
const PLAIN_WORDS: [&str; 16] =
    ["st", "nd", "rd", "th", "of", "the", "to", "and", "년", "년도", "월", "일", "年", "月", "日", "号"];

/// A word of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum DateWord {
    /// A number that can be a year.
    Year(u16),
    Month(u8),
    /// A number of one or two digits.
    Number(u8),
    /// Year, month and perhaps day in one number; zero where it is not told.
    Compact(u16, u8, u8),
    Season,
    /// A season that is numbered.
    NumberedPart,
    Plain,
    Other,
}

/// A date, and whether a range was written of which it is the part that is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Published {
    pub(crate) date: Date,
    pub(crate) is_range: bool,
}

impl Published {
    fn exactly(date: Date) -> Self {
        Self { date, is_range: false }
    }

    fn within(date: Date) -> Self {
        Self { date, is_range: true }
    }
}

/// Whether a year can be that of a publication: 9999 stands for none.
pub(crate) fn is_year(year: u16) -> bool {
    YEARS.contains(&year)
}

/// The date that a text tells; `None` where it tells no year. Words that are no part of a date are passed over. O(bytes).
#[must_use]
pub(crate) fn read(text: &str) -> Option<Date> {
    if let Some(found) = exact(text) {
        return Some(found.date);
    }
    let text = narrow(text.trim());
    // A time of day behind a date tells no more.
    let text =
        text.split_once('T').filter(|(date, _)| Date::parse_iso(date).is_some()).map_or(&*text, |(date, _)| date);
    let words = words(text);
    let known: Vec<DateWord> = words.iter().copied().filter(|word| *word != DateWord::Other).collect();
    of_words(&known).map(|found| found.date).or_else(|| years(&known).first().and_then(|year| Date::year(*year)))
}

/// The date that a text is, each word of it; `None` where anything else stands there. O(bytes).
#[must_use]
pub(crate) fn exact(text: &str) -> Option<Published> {
    let text = narrow(text.trim());
    if let Some(date) = Date::parse_iso(&text) {
        return is_year(date.year_number()).then(|| Published::exactly(date));
    }
    let words = words(&text);
    if words.contains(&DateWord::Other) { None } else { of_words(&words) }
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

/// Full-width digits and signs as the narrow ones that they are.
pub(crate) fn narrow(text: &str) -> Cow<'_, str> {
    let is_wide = |letter: char| matches!(letter, '！'..='～' | '\u{3000}' | '–' | '—' | '〜' | '∼');
    if !text.contains(is_wide) {
        return Cow::Borrowed(text);
    }
    let narrowed = text.chars().map(|letter| match letter {
        '！'..='～' => char::from_u32(letter as u32 - 0xFEE0).unwrap_or(letter),
        '\u{3000}' => ' ',
        '–' | '—' => '-',
        '〜' | '∼' => '~',
        other => other,
    });
    Cow::Owned(narrowed.collect())
}

/// The years of a date, each once, in their order.
fn years(words: &[DateWord]) -> Vec<u16> {
    let mut years: Vec<u16> = Vec::new();
    for word in words {
        if let DateWord::Year(year) | DateWord::Compact(year, ..) = *word
            && !years.contains(&year)
        {
            years.push(year);
        }
    }
    years
}

fn of_words(words: &[DateWord]) -> Option<Published> {
    let year = match years(words).as_slice() {
        [] => return None,
        [year] => *year,
        [first, _] => return Date::year(*first).map(Published::within),
        _ => return None,
    };
    let (mut months, mut numbers, mut before) = (Vec::new(), Vec::new(), 0);
    let mut has_year = false;
    for word in words {
        match *word {
            DateWord::Month(month) => months.push(month),
            DateWord::Number(number) => {
                before += usize::from(!has_year);
                numbers.push(number);
            }
            DateWord::Compact(_, month, day) => {
                has_year = true;
                numbers.extend([month, day].into_iter().filter(|number| *number != 0));
            }
            DateWord::Year(_) => has_year = true,
            DateWord::Season | DateWord::NumberedPart | DateWord::Plain | DateWord::Other => {}
        }
    }
    let is_season = words.iter().any(|word| matches!(word, DateWord::Season | DateWord::NumberedPart));
    if is_season {
        return Date::year(year).map(Published::within);
    }
    if let [month, others @ ..] = months.as_slice() {
        if others.iter().any(|other| other == month || numbers.is_empty()) || others.is_empty() {
            return match numbers.as_slice() {
                [] if others.iter().all(|other| other == month) => Date::month(year, *month).map(Published::exactly),
                [day] if others.is_empty() => Date::day(year, *month, *day).map(Published::exactly),
                [_, _] if others.iter().all(|other| other == month) => Date::month(year, *month).map(Published::within),
                _ => Date::year(year).map(Published::within),
            };
        }
        return Date::year(year).map(Published::within);
    }
    match (before, numbers.as_slice()) {
        (0, numbers) => year_first(year, numbers),
        // `3/2020`.
        (1, &[month]) => Date::month(year, month).map(Published::exactly),
        _ => None,
    }
}

/// A year and the numbers behind it: month, day, and perhaps those of the end of a range.
fn year_first(year: u16, numbers: &[u8]) -> Option<Published> {
    match *numbers {
        [] | [0] | [0, 0] => Date::year(year).map(Published::exactly),
        [month] | [month, 0] => Date::month(year, month).map(Published::exactly),
        [month, day] => Date::day(year, month, day).map(Published::exactly),
        [month, from, to] if from < to => {
            Date::day(year, month, from)?;
            Date::day(year, month, to).and(Date::month(year, month)).map(Published::within)
        }
        [month, from, other, to] => {
            let (start, end) = (Date::day(year, month, from)?, Date::day(year, other, to)?);
            let kept = if month == other { Date::month(year, month)? } else { Date::year(year)? };
            Some(if start == end { Published::exactly(start) } else { Published::within(kept) })
        }
        _ => None,
    }
}

/// The words of a date: runs of digits, and runs of letters.
fn words(text: &str) -> Vec<DateWord> {
    let mut words = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let is_own = |letter: char| {
            if first.is_ascii_digit() { letter.is_ascii_digit() } else { letter.is_alphabetic() }
        };
        let end = if first.is_alphanumeric() {
            rest.find(|letter| !is_own(letter)).unwrap_or(rest.len()).max(first.len_utf8())
        } else {
            first.len_utf8()
        };
        if first.is_ascii_digit() {
            words.push(number(&rest[..end]));
        } else if first.is_alphanumeric() {
            words.push(word(&rest[..end]));
        }
        rest = &rest[end..];
    }
    // The number of a part of a year is none of a month.
    for at in 0..words.len() {
        if words[at] != DateWord::NumberedPart {
            continue;
        }
        for beside in [at + 1, at.wrapping_sub(1)] {
            if matches!(words.get(beside), Some(DateWord::Number(1..=4))) {
                words[beside] = DateWord::Plain;
                break;
            }
        }
    }
    words
}

fn word(word: &str) -> DateWord {
    let lower = word.to_lowercase();
    let is_month = |month: &&str| {
        lower.chars().count() >= 3 && (month.starts_with(&lower) || *month == "september" && lower == "sept")
    };
    if let Some(month) = MONTHS.iter().position(is_month).and_then(|at| u8::try_from(at + 1).ok()) {
        return DateWord::Month(month);
    }
    match lower.as_str() {
        word if SEASONS.contains(&word) => DateWord::Season,
        word if NUMBERED_PARTS.contains(&word) => DateWord::NumberedPart,
        word if PLAIN_WORDS.contains(&word) => DateWord::Plain,
        _ => DateWord::Other,
    }
}

fn number(digits: &str) -> DateWord {
    let at = |range: std::ops::Range<usize>| digits.get(range).and_then(|part| part.parse::<u16>().ok());
    let small = |range: std::ops::Range<usize>| at(range).and_then(|number| u8::try_from(number).ok());
    match digits.len() {
        1 | 2 => small(0..digits.len()).map_or(DateWord::Other, DateWord::Number),
        4 => at(0..4).filter(|year| is_year(*year)).map_or(DateWord::Other, DateWord::Year),
        8 => match (at(0..4), small(4..6), small(6..8)) {
            (Some(year), Some(month), Some(day)) if is_year(year) => DateWord::Compact(year, month, day),
            _ => DateWord::Other,
        },
        6 => match (at(0..4), small(4..6), at(2..4)) {
            // `202003` can be no day of a year of two digits; `201203` can.
            (Some(year), Some(month @ 1..=12), Some(13..)) if is_year(year) && year >= 1900 => {
                DateWord::Compact(year, month, 0)
            }
            _ => DateWord::Other,
        },
        _ => DateWord::Other,
    }
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
            ("First published 2012", "2012"),
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

    #[test]
    fn a_text_is_a_date_when_each_word_of_it_is_part_of_one() {
        for (text, date) in [
            ("２０２０", "2020"),
            ("２０２０．３．５", "2020-03-05"),
            ("2020年3月5日", "2020-03-05"),
            ("2020년도", "2020"),
            ("March 5th, 2020", "2020-03-05"),
            ("03/2020", "2020-03"),
            ("202103", "2021-03"),
            ("2020-00-00", "2020"),
            ("20200300", "2020-03"),
        ] {
            let found = exact(text).filter(|found| !found.is_range).map(|found| found.date.to_string());
            assert_eq!(found.as_deref(), Some(date), "{text}");
        }
        for (text, date) in [
            ("2019-2020", "2019"),
            ("2020 Mar–Apr", "2020"),
            ("2020-03-01~2020-03-05", "2020-03"),
            ("2020.03.30 ~ 2020.04.02", "2020"),
            ("20200301-20200305", "2020-03"),
            ("Mar 3-5, 2020", "2020-03"),
            ("Spring 2020", "2020"),
            ("2020 Q1", "2020"),
            ("2020년 1분기", "2020"),
            ("2020년 상반기", "2020"),
        ] {
            let found = exact(text).filter(|found| found.is_range).map(|found| found.date.to_string());
            assert_eq!(found.as_deref(), Some(date), "{text}");
        }
        for text in ["9999", "2020-13-01", "2020 Feb 30", "201203", "44260", "2020 version", "5 2020 7", "2999-01-01"] {
            assert_eq!(exact(text), None, "{text}");
        }
    }
}
