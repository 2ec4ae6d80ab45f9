//! What was unexpected in the rows of a table, counted row by row and noted once.

use crate::ingest::assembler::CorpusAssembler;
use crate::ingest::location::SourceLocation;
use crate::ingest::notice::Kind;
use crate::message;
use crate::messages::List;
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
    let order = match tally.order() {
        Order::DayFirst => "day-first",
        Order::MonthFirst => "month-first",
    };
    let all = tally.day_first + tally.month_first + tally.either;
    let evidence = if !tally.is_ambiguous() {
        "certain"
    } else if tally.day_first == 0 {
        "ambiguous"
    } else {
        "mixed"
    };
    gather.notice(
        Kind::DateOrder,
        place,
        message!("ingest-date-order", count = all, order = order, evidence = evidence),
    );
}

/// How many dates are ranges, of which one date is kept.
pub(crate) fn tell_date_ranges(gather: &mut CorpusAssembler<'_>, ranges: Cells) {
    if ranges.count > 0 {
        let count = ranges.count;
        gather.notice(Kind::DateRange, ranges.first, message!("ingest-dates-are-ranges", count = count));
    }
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
        let shown = List::comma(self.ways.iter().map(|way| message!("ingest-quoted", text = way)));
        gather.notice(
            Kind::Placeholder,
            self.cells.first,
            message!("ingest-entries-cells-institutions-stand", count = count, shown = shown, option = option),
        );
    }
}

/// How many cells were written with characters of web pages.
pub(crate) fn tell_decoded(gather: &mut CorpusAssembler<'_>, decoded: Cells) {
    if decoded.count > 0 {
        let count = decoded.count;
        gather.notice(Kind::HtmlEntity, decoded.first, message!("ingest-cells-write-characters-web", count = count));
    }
}

/// What was made of commas in cells of institutions.
pub(crate) fn tell_commas(gather: &mut CorpusAssembler<'_>, parted: Cells, unclear: Cells) {
    if parted.count > 0 {
        let count = parted.count;
        gather.notice(
            Kind::ListSeparator,
            parted.first,
            message!("ingest-cells-institutions-split-commas", count = count),
        );
    }
    if unclear.count > 0 {
        let count = unclear.count;
        gather.notice(
            Kind::ListSeparator,
            unclear.first,
            message!("ingest-cells-institutions-hold-comma", count = count),
        );
    }
}
