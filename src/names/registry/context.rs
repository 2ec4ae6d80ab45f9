//! What stands directly before and behind a name in its part: whether the name is cut out of a longer one.

use super::abbreviations::is_form;
use super::fold::Folded;
use super::search::NameSpan;

/// Words that lead on from a name to the rest of a longer one.
const LEADING_ON: [&str; 8] = ["of", "for", "at", "de", "di", "in", "fur", "für"];

/// Whether the name goes on: `Israel Institute for Advanced Studies`, `University of Maine at Farmington`, `Paris VI`; not
/// where another name begins there.
pub(super) fn is_continued(text: &str, folded: &Folded, span: &NameSpan, spans: &[NameSpan]) -> bool {
    let last = folded.words[span.to - 1];
    let Some(next) = folded.words.get(span.to).filter(|next| next.part == last.part) else { return false };
    if spans.iter().any(|other| other.from == span.to && other.to > span.to + 1) {
        return false;
    }
    let word = folded.word(span.to);
    if word.len() < 5
        && span.to - span.from < 4
        && (word.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x')) || matches!(word, "sud" | "nord" | "est"))
    {
        return true;
    }
    let gap = text.get(last.to as usize..next.from as usize).unwrap_or_default();
    gap.split_whitespace().any(|small| LEADING_ON.contains(&small.to_lowercase().as_str()))
}

/// Whether the name is the end of a longer one: `HafenCity University Hamburg`, `Winston-Salem State University`. A word of
/// institutions before it, an acronym, or another name are none.
pub(super) fn is_begun(text: &str, folded: &Folded, span: &NameSpan, spans: &[NameSpan]) -> bool {
    let Some(before) = span.from.checked_sub(1) else { return false };
    let (word, first) = (folded.words[before], folded.words[span.from]);
    if word.part != first.part || spans.iter().any(|other| other.to == span.from && other.to - other.from > 1) {
        return false;
    }
    let gap = text.get(word.to as usize..first.from as usize).unwrap_or_default();
    let original = text.get(word.from as usize..word.to as usize).unwrap_or_default();
    let is_name =
        original.chars().next().is_some_and(char::is_uppercase) && !word.is_upper && original.chars().count() > 2;
    matches!(gap, " " | "-") && is_name && !is_form(folded.word(before))
}

/// Whether “corporate member of” stands before a name: it is then no institution of the author.
pub(super) fn is_membership(text: &str, folded: &Folded, span: &NameSpan) -> bool {
    let before = text.get(..folded.words[span.from].from as usize).unwrap_or_default();
    let lower = before.to_ascii_lowercase();
    lower.contains("member of ")
}

/// Whether a unit of a company follows its name at the beginning of a part: `Microsoft Research`, `Nokia Bell Labs`.
pub(super) fn is_company_unit(folded: &Folded, span: &NameSpan) -> bool {
    let part = folded.words[span.from].part;
    let is_first = span.from == 0 || folded.words[span.from - 1].part != part;
    let next = folded.words.get(span.to).filter(|next| next.part == part);
    is_first && next.is_some() && matches!(folded.word(span.to), "res" | "lab" | "grp" | "corp" | "int")
}
