//! What was unexpected in the rows of a table, counted row by row and noted once.

use crate::english::counted;
use crate::ingest::assembler::CorpusAssembler;
use crate::ingest::location::SourceLocation;
use crate::ingest::notice::Kind;
use crate::normalize::dates::{Order, Tally};

/// How many cells, and where the first stands.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Cells {
    pub(crate) count: usize,
    pub(crate) first: SourceLocation,
}

impl Cells {
    pub(crate) fn add(&mut self, place: SourceLocation) {
        if self.count == 0 {
            self.first = place;
        }
        self.count += 1;
    }

    /// Takes over the cells of later rows.
    pub(crate) fn join(&mut self, other: Self) {
        if self.count == 0 {
            self.first = other.first;
        }
        self.count += other.count;
    }
}

/// Notes the order of day and month that the whole column shows.
pub(crate) fn tell_date_order(gather: &mut CorpusAssembler<'_>, tally: Tally, place: SourceLocation) {
    let (words, words_ko) = match tally.order() {
        Order::DayFirst => ("day-month-year", "일-월-연"),
        Order::MonthFirst => ("month-day-year", "월-일-연"),
    };
    let all = tally.day_first + tally.month_first + tally.either;
    let (why, why_ko) = if !tally.is_ambiguous() {
        ("only that order fits the whole column", "열 전체가 이 순서에만 맞는다")
    } else if tally.day_first == 0 {
        ("every one fits the other order too: check them", "다른 순서로도 읽힐 수 있으니 확인하세요")
    } else {
        (
            "some fit only the other order and were read that way: check them",
            "일부는 다른 순서에만 맞아 그렇게 읽었으니 확인하세요",
        )
    };
    gather.notice(
        Kind::DateOrder,
        place,
        format!("{} in the year; read as {words} ({why})", counted(all as usize, "date ends", "dates end")),
        format!("연도로 끝나는 날짜 {all}개를 {words_ko} 순서로 읽었다({why_ko})"),
    );
}

/// What stood for no institution.
#[derive(Debug, Default)]
pub(crate) struct Placeholders {
    cells: Cells,
    /// Ways of writing it, in the order in which they came.
    ways: Vec<String>,
}

impl Placeholders {
    /// Ways that are shown.
    const SHOWN: usize = 5;

    pub(crate) fn add(&mut self, recorded: &str, place: SourceLocation) {
        self.cells.add(place);
        if self.ways.len() < Self::SHOWN && !self.ways.iter().any(|way| way == recorded) {
            self.ways.push(recorded.to_owned());
        }
    }

    /// Takes over those of later rows.
    pub(crate) fn join(&mut self, other: Self) {
        self.cells.join(other.cells);
        for way in other.ways {
            if self.ways.len() < Self::SHOWN && !self.ways.contains(&way) {
                self.ways.push(way);
            }
        }
    }

    /// Tells of all of them at once.
    pub(crate) fn tell(&self, gather: &mut CorpusAssembler<'_>) {
        let Some(first) = self.ways.first() else { return };
        let (count, option) = (self.cells.count, format!("--keep-whole \"{first}\""));
        let shown: Vec<String> = self.ways.iter().map(|way| format!("“{way}”")).collect();
        let shown_ko: Vec<String> = self.ways.iter().map(|way| format!("‘{way}’")).collect();
        gather.notice(
            Kind::Placeholder,
            self.cells.first,
            format!(
                "{} for no institution that is known ({}); left out (if one is the name of an institution: {option})",
                counted(
                    count,
                    "entry in the cells of institutions stands",
                    "entries in the cells of institutions stand"
                ),
                shown.join(", ")
            ),
            format!(
                "기관 칸에 기관을 모른다는 표기가 {count}개 있어({}) 뺐다(기관 이름이면 {option})",
                shown_ko.join(", ")
            ),
        );
    }
}

/// How many cells were written with characters of web pages.
pub(crate) fn tell_decoded(gather: &mut CorpusAssembler<'_>, decoded: Cells) {
    if decoded.count > 0 {
        let count = decoded.count;
        gather.notice(
            Kind::HtmlEntity,
            decoded.first,
            format!(
                "{} characters as web pages do (such as “&amp;” for “&”); they were read as what they mean, before lists were parted",
                counted(count, "cell writes", "cells write")
            ),
            format!("칸 {count}개에 웹 문자 표기(‘&’를 ‘&amp;’로 적는 식)가 있다. 본래 글자로 바꾼 뒤 목록을 나눴다"),
        );
    }
}

/// What was made of commas in cells of institutions.
pub(crate) fn tell_commas(gather: &mut CorpusAssembler<'_>, parted: Cells, unclear: Cells) {
    if parted.count > 0 {
        let count = parted.count;
        gather.notice(
            Kind::ListSeparator,
            parted.first,
            format!(
                "{} split at commas, for what stands between them is known as names (--separator ';' keeps such cells whole)",
                counted(count, "cell of institutions was", "cells of institutions were")
            ),
            format!("기관 칸 {count}개를 쉼표로 나눴다. 쉼표 사이의 글이 알려진 이름이다(나누지 않으려면 --separator ';')"),
        );
    }
    if unclear.count > 0 {
        let count = unclear.count;
        gather.notice(
            Kind::ListSeparator,
            unclear.first,
            format!(
                "{} a comma but no “;” or “|”, and nothing shows that it parts a list; taken as one name (if it does: --separator ',')",
                counted(count, "cell of institutions holds", "cells of institutions hold")
            ),
            format!("기관 칸 {count}개에 쉼표는 있으나 ‘;’나 ‘|’가 없고, 목록이라는 근거도 없어 한 이름으로 읽었다(쉼표로 나누려면 --separator ',')"),
        );
    }
}
