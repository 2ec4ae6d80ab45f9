//! Lists as programs write them into one cell: `['A', 'B']` (Python, also without the comma, as NumPy does), `["A", "B"]`
//! (JSON), `c("A", "B")` (R), `{A,"B, C"}` (Postgres), `[A, B]` (DuckDB); and as a table that is no text has them, each item
//! behind a [`MARK`].

use std::ops::Range;

use crate::normalize::placeholders::is_placeholder;
use crate::normalize::text::trim;

/// Brackets of lists, and whether their items may stand without quotes.
const BRACKETS: [(&str, char, bool); 4] = [("[", ']', true), ("{", '}', true), ("c(", ')', false), ("(", ')', false)];

/// What stands before each item of a list that was one where it came from: the record separator of ASCII.
pub(crate) const MARK: char = '\u{1E}';

/// Whether a cell may be such a list, by how it begins. O(1).
#[must_use]
pub(crate) fn may_be(cell: &[u8]) -> bool {
    let cell = cell.trim_ascii_start();
    matches!(cell.first(), Some(b'[' | b'{' | b'(' | 0x1E)) || cell.starts_with(b"c(")
}

/// Whether a cell is such a list. O(its length).
#[must_use]
pub(crate) fn is_list(cell: &str) -> bool {
    items(cell).is_some()
}

/// The items as one text, parted by semicolons; `None` where the cell is no such list. O(its length).
#[must_use]
pub(crate) fn joined(cell: &str) -> Option<String> {
    let items: Vec<&str> = items(cell)?.into_iter().map(|item| trim(&cell[item])).collect();
    Some(items.join("; "))
}

/// The bytes of each item, without its quotes; `None` where the cell is no such list. O(its length).
#[must_use]
pub(crate) fn items(cell: &str) -> Option<Vec<Range<usize>>> {
    if !may_be(cell.as_bytes()) {
        return None;
    }
    if cell.contains(MARK) {
        let items = cell.split(MARK).filter(|item| !trim(item).is_empty());
        let range = |item: &str| item.as_ptr() as usize - cell.as_ptr() as usize;
        return Some(items.map(|item| range(item)..range(item) + item.len()).collect());
    }
    let text = trim(cell);
    let start = text.as_ptr() as usize - cell.as_ptr() as usize;
    let (opens, closes, may_be_bare) = BRACKETS.into_iter().find(|(opens, ..)| text.starts_with(opens))?;
    let inner = text.strip_prefix(opens)?.strip_suffix(closes)?;
    let start = start + opens.len();
    let found = quoted(inner).or_else(|| if may_be_bare { bare(inner) } else { None })?;
    Some(found.into_iter().map(|item| item.start + start..item.end + start).collect())
}

/// Items in quotes, parted by commas or blanks.
fn quoted(inner: &str) -> Option<Vec<Range<usize>>> {
    let (mut items, mut at) = (Vec::new(), 0);
    loop {
        let rest = &inner[at..];
        let skipped = rest.len() - rest.trim_start_matches(|ch: char| ch == ',' || ch.is_whitespace()).len();
        at += skipped;
        let Some(quote) = inner[at..].chars().next() else { break };
        if !matches!(quote, '"' | '\'') || skipped == 0 && !items.is_empty() {
            return None;
        }
        let end = at + 1 + closing(&inner[at + 1..], quote)?;
        items.push(at + 1..end);
        at = end + 1;
    }
    (!items.is_empty()).then_some(items)
}

/// The byte of the quote that closes a text.
fn closing(text: &str, quote: char) -> Option<usize> {
    let mut is_escaped = false;
    text.char_indices()
        .find(|&(_, letter)| {
            let closes = letter == quote && !is_escaped;
            is_escaped = letter == '\\' && !is_escaped;
            closes
        })
        .map(|(at, _)| at)
}

/// Items parted by commas, some of them in quotes. What stands for nothing is a word in brackets, no list.
fn bare(inner: &str) -> Option<Vec<Range<usize>>> {
    if trim(inner).is_empty() || is_placeholder(inner) {
        return None;
    }
    let (mut items, mut at) = (Vec::new(), 0);
    while at <= inner.len() {
        let start = at + (inner[at..].len() - inner[at..].trim_start().len());
        let quote = inner[start..].chars().next().filter(|letter| matches!(letter, '"' | '\''));
        if let Some(quote) = quote
            && let Some(length) = closing(&inner[start + 1..], quote)
            && let end = start + 1 + length
            && inner[end + 1..].trim_start().chars().next().is_none_or(|next| next == ',')
        {
            items.push(start + 1..end);
            at = inner[end..].find(',').map_or(inner.len() + 1, |comma| end + comma + 1);
            continue;
        }
        let end = inner[start..].find(',').map_or(inner.len(), |comma| start + comma);
        // Quotes that are not closed, other brackets and lists of another kind.
        if quote.is_some() || inner[start..end].contains([';', '|', '[', ']', '{', '}', '\n', ':']) {
            return None;
        }
        items.push(start..start + inner[start..end].trim_end().len());
        at = end + 1;
    }
    Some(items)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(cell: &str) -> Option<Vec<&str>> {
        items(cell).map(|items| items.into_iter().map(|item| &cell[item]).collect())
    }

    #[test]
    fn lists_of_every_program_have_their_items() {
        for cell in [
            "['KAIST', 'Acme, Inc; Seoul']",
            "[\"KAIST\",\"Acme, Inc; Seoul\"]",
            " c(\"KAIST\", \"Acme, Inc; Seoul\") ",
            "{KAIST,\"Acme, Inc; Seoul\"}",
            "['KAIST' 'Acme, Inc; Seoul']",
            "('KAIST', 'Acme, Inc; Seoul')",
            "['KAIST'\n 'Acme, Inc; Seoul']",
        ] {
            assert_eq!(texts(cell), Some(vec!["KAIST", "Acme, Inc; Seoul"]), "{cell}");
        }
        assert_eq!(texts("[KAIST, Seoul National University]"), Some(vec!["KAIST", "Seoul National University"]));
        assert_eq!(texts("\u{1E}O'Hara \"Lab\"\u{1E}A; B"), Some(vec!["O'Hara \"Lab\"", "A; B"]));
        assert_eq!(joined("['A B', 'C']").as_deref(), Some("A B; C"));
        assert_eq!(texts("[KAIST]"), Some(vec!["KAIST"]));
        assert_eq!(texts("[\"L'Air\", 'B']"), Some(vec!["L'Air", "B"]));
        assert_eq!(texts("['\\'A\\'']"), Some(vec!["\\'A\\'"]));
    }

    #[test]
    fn what_only_stands_in_brackets_is_no_list() {
        for cell in [
            "[Yun, A; Roe, B] Northfield Univ, Seoul",
            "[No Affiliation Available]",
            "(KAIST)",
            "c(KAIST)",
            "[]",
            "{}",
            "['KAIST",
            "KAIST ['A']",
            "['A'B']",
            "[{'a': 1}]",
            "[",
            "]",
            "",
        ] {
            assert_eq!(texts(cell), None, "{cell}");
        }
    }
}
