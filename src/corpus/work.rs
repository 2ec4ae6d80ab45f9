//! Works: released AI models or papers.

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

/// Source row of a work: which input, which line (1-based, the line where the row starts).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowLocation {
    /// Index into [`Corpus::inputs`](crate::corpus::table::Corpus::inputs).
    pub input: u16,
    /// Line of the input, 1-based; 0 when the input has no lines.
    pub line: u32,
}

/// Statement of another source about a work, in addition to the table's facts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SourceStatement {
    /// Source (`article`, `epoch`, …).
    pub source: String,
    /// Fact that it concerns (`name`, `partners`, `criteria`, …).
    pub about: String,
    /// Text in English.
    pub text: String,
    /// Text in Korean.
    pub text_ko: String,
}

/// Optional facts of a work beyond name, date and institutions, as spans and interned lists.
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

/// Interned list of words (criteria, domains); 0 is the empty list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct ListId(pub(crate) u32);

/// A work of a corpus with resolved texts.
#[derive(Clone, Debug)]
pub struct Work<'c> {
    /// Its index.
    pub id: WorkId,
    /// Name of the model, or title of the paper.
    pub name: &'c str,
    /// Publication date.
    pub date: Option<Date>,
    /// Title of the paper of a model; empty when not recorded.
    pub title: &'c str,
    /// Authors as recorded; empty when not recorded.
    pub authors: &'c str,
    /// URLs of the paper or release.
    pub links: Vec<&'c str>,
    /// Accessibility (`Open weights (unrestricted)`, …); empty when not recorded.
    pub accessibility: &'c str,
    /// Selection criteria (`Highly cited`, …), sorted.
    pub criteria: &'c [Box<str>],
    /// Domains (`Vision`, …), in the recorded order.
    pub domains: &'c [Box<str>],
    /// Citation count, and its date when known.
    pub citations: Option<(u32, Option<Date>)>,
    /// Source row.
    pub source: RowLocation,
}
