//! One work: a released AI model, a paper. Users say "model"; that word stands only in texts for them.

use crate::corpus::date::Date;
use crate::corpus::text::TextSpan;

/// Index of a work in its corpus, 0-based and dense, in canonical order (date, name, facts).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WorkId(pub u32);

impl WorkId {
    /// The id as an array index.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// Where a work was read: which input, which line (1-based, the line where its row starts).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowLocation {
    /// Index into [`Corpus::inputs`](crate::corpus::table::Corpus::inputs).
    pub input: u16,
    /// Line of the input, 1-based; 0 when the input has no lines.
    pub line: u32,
}

/// What someone says about a work, beside what the table records.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SourceStatement {
    /// Who says it (`article`, `epoch`, …).
    pub source: String,
    /// The fact that it is about (`name`, `partners`, `criteria`, …).
    pub about: String,
    /// What is said, in English.
    pub text: String,
    /// What is said, in Korean.
    pub text_ko: String,
}

/// What a corpus may know of a work beyond name, date and institutions. Spans and interned lists only.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Detail {
    pub(crate) title: TextSpan,
    pub(crate) authors: TextSpan,
    pub(crate) links: TextSpan,
    pub(crate) accessibility: TextSpan,
    pub(crate) criteria: ListId,
    pub(crate) domains: ListId,
    pub(crate) citations: Option<u32>,
    pub(crate) citations_as_of: Option<Date>,
}

/// An interned list of words (criteria, domains); 0 is the empty list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct ListId(pub(crate) u32);

/// A work of a corpus, with its texts at hand.
#[derive(Clone, Debug)]
pub struct Work<'c> {
    /// Its index.
    pub id: WorkId,
    /// The name: of the model, or the title of the paper.
    pub name: &'c str,
    /// When it was published.
    pub date: Option<Date>,
    /// Title of the paper behind a model; empty when none is recorded.
    pub title: &'c str,
    /// Authors as recorded; empty when none are.
    pub authors: &'c str,
    /// Addresses of the paper or release.
    pub links: Vec<&'c str>,
    /// How the model can be had (`Open weights (unrestricted)`, …); empty when not recorded.
    pub accessibility: &'c str,
    /// Why it is listed (`Highly cited`, …), sorted.
    pub criteria: &'c [Box<str>],
    /// Fields (`Vision`, …), in the recorded order.
    pub domains: &'c [Box<str>],
    /// Citations, and the date of that count when it is known.
    pub citations: Option<(u32, Option<Date>)>,
    /// Where it was read.
    pub source: RowLocation,
}
