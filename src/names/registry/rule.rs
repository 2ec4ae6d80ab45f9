//! The rules by which texts are matched.

use super::fold::Folded;
use super::legal_forms;
use super::search::NameSpan;

/// By which rule a text was matched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum MatchRule {
    /// A name of the record, but for case, accents, punctuation, small words and shortened words.
    Name,
    /// A name without its legal form, its country or its city.
    ShortName,
    /// A name whose words the text shortens in another way.
    Shortened,
    /// An acronym, with country or city.
    Acronym,
    /// “X University” for “University of X”, with country or city.
    WordOrder,
    /// The beginning of a name that only one record has.
    Beginning,
    /// A school of a university that is no record of its own.
    School,
    /// A letter differs; suggested alone.
    Spelling,
}

impl MatchRule {
    /// Key of the rule in JSON.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::ShortName => "short-name",
            Self::Shortened => "shortened",
            Self::Acronym => "acronym",
            Self::WordOrder => "word-order",
            Self::Beginning => "beginning",
            Self::School => "school",
            Self::Spelling => "spelling",
        }
    }
}

/// Whether a span begins and ends with a part; legal forms behind it do not count.
pub(super) fn is_whole(folded: &Folded, span: &NameSpan) -> bool {
    let (first, last) = (folded.words[span.from].part, folded.words[span.to - 1].part);
    let mut end = span.to;
    let is_code =
        |at: usize| folded.words.get(at).is_some_and(|_| folded.word(at).bytes().any(|byte| byte.is_ascii_digit()));
    // Legal forms and postcodes behind a name are none of it: `ZTE Corporation Ltd`, `CERN CH-1211`.
    while end < folded.words.len()
        && folded.words[end].part == last
        && (legal_forms::is_form(folded.word(end)) || is_code(end) || folded.word(end).len() < 3 && is_code(end + 1))
    {
        end += 1;
    }
    (span.from == 0 || folded.words[span.from - 1].part != first)
        && (end == folded.words.len() || folded.words[end].part != last)
}
