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
    /// Codes of the countries that the rows of the work name.
    pub(crate) countries: ListId,
    /// Identifiers of its authors, a line each, in the order of `authors`.
    pub(crate) author_ids: TextSpan,
    /// See [`Work::is_ordered`].
    pub(crate) is_ordered: bool,
    /// See [`Work::are_authors_split`].
    pub(crate) are_authors_split: bool,
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
    /// Whether its institutions stand in the order of its authors, so that the first is that of the first author.
    pub is_ordered: bool,
    /// Whether authors are separated by semicolons alone, so that a comma stands within a name.
    pub are_authors_split: bool,
    /// Identifiers of the authors (ORCID, OpenAlex), one for each in their order, empty for one without; none at all where
    /// the record has none.
    pub author_ids: Vec<&'c str>,
    /// Countries that the rows of the work name, as codes; empty: they name none.
    pub countries: &'c [Box<str>],
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

impl<'c> Work<'c> {
    /// The names of its authors, in order: split at semicolons; where there are none, at commas and at the "and" before the
    /// last, unless a comma stands within a name. O(length).
    #[must_use]
    pub fn author_names(&self) -> Vec<&'c str> {
        let trimmed = |name: &'c str| name.trim_matches(|ch: char| ch.is_whitespace() || ch == ',' || ch == ';');
        let names: Vec<&'c str> = if self.authors.contains(';') {
            self.authors.split(';').collect()
        } else if let Some(names) = surnames_with_initials(self.authors).filter(|_| !self.are_authors_split) {
            names
        } else if !self.are_authors_split {
            let last_two = |name: &'c str| {
                let two = [" and ", " & "].iter().find_map(|word| name.split_once(word));
                two.map_or_else(|| vec![name], |(one, other)| vec![one, other])
            };
            let names = self.authors.split([',', '\n']).flat_map(last_two);
            names.map(|name| name.trim_start().strip_prefix("and ").unwrap_or(name)).collect()
        } else if self.authors.contains(".,") {
            // Older lists of databases: `Kim J., Lee S.-H.`
            self.authors.split_inclusive(".,").collect()
        } else {
            vec![self.authors]
        };
        names.into_iter().map(trimmed).filter(|name| !name.is_empty()).collect()
    }
}

/// `Kim, A., Lee, B.-C.` as names of a surname and its initials; `None` where anything else stands between the commas.
fn surnames_with_initials(authors: &str) -> Option<Vec<&str>> {
    let is_initials = |part: &str| {
        let is_short = (1..=3).contains(&part.chars().filter(|ch| ch.is_alphabetic()).count());
        is_short && part.contains('.') && part.chars().all(|ch| ch.is_uppercase() || matches!(ch, '.' | '-' | ' '))
    };
    let parts: Vec<&str> = authors.split(',').collect();
    let are_pairs = parts.len().is_multiple_of(2) && parts.chunks(2).all(|pair| is_initials(pair[1].trim()));
    are_pairs.then(|| {
        let commas: Vec<usize> = authors.match_indices(',').map(|(at, _)| at).collect();
        let ends = commas.iter().skip(1).step_by(2).copied().chain([authors.len()]);
        let mut start = 0;
        ends.map(|end| &authors[std::mem::replace(&mut start, end)..end]).collect()
    })
}
