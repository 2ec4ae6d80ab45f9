//! Lists within one cell: where they are split, and what a split had torn apart.

use std::ops::Range;

use crate::corpus::naming::fold;
use crate::ingest::names::{trim, visible};

/// How lists within a cell are split.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Separator {
    /// At every comma, then what a comma tore apart is glued again: legal suffixes (`Inc`, `Ltd`, …) and
    /// the user's names that hold commas. Epoch's tables.
    Comma,
    /// At `;` when the cell holds one, else at `|`, else the cell is one name. Tables, by default: a
    /// comma may well be part of a name.
    Detect,
    /// At this text and nothing else (at a comma with the same gluing).
    Given(String),
}

/// An item of a list: its bytes in the cell, and whether it was glued together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Bytes of the cell, trimmed.
    pub range: Range<usize>,
    /// Whether a comma inside it was at first taken for a separator.
    pub glued: bool,
}

/// Legal forms that stand after a comma and belong to the name before it: letters and digits alone, in
/// lower case.
const SUFFIXES: [&str; 25] = [
    "inc",
    "incorporated",
    "ltd",
    "limited",
    "llc",
    "llp",
    "plc",
    "corp",
    "corporation",
    "co",
    "coltd",
    "gmbh",
    "ag",
    "sa",
    "sas",
    "bv",
    "nv",
    "srl",
    "spa",
    "ab",
    "oy",
    "kk",
    "pteltd",
    "ptyltd",
    "pvtltd",
];
const SUFFIXES_BEYOND_ASCII: [&str; 2] = ["주식회사", "株式会社"];

/// Splits `cell` into trimmed items; blank items are kept, for their place may mean something. A blank
/// cell has none. `whole` are folded names that hold commas; `None` glues
/// nothing, for lists that are no names (`SA` is a country too).
pub fn split(cell: &str, separator: &Separator, whole: Option<&[String]>, items: &mut Vec<Item>) {
    items.clear();
    if trim(cell).is_empty() {
        return;
    }
    let at = match separator {
        Separator::Comma => ",",
        Separator::Given(text) if !text.is_empty() => text,
        Separator::Detect | Separator::Given(_) if cell.contains(';') => ";",
        Separator::Detect | Separator::Given(_) if cell.contains('|') => "|",
        Separator::Detect | Separator::Given(_) => {
            items.push(Item { range: trimmed(cell, 0..cell.len()), glued: false });
            return;
        }
    };
    let mut start = 0;
    if let [byte] = at.as_bytes() {
        for end in memchr::memchr_iter(*byte, cell.as_bytes()) {
            items.push(Item { range: trimmed(cell, start..end), glued: false });
            start = end + 1;
        }
    } else {
        for (end, found) in cell.match_indices(at) {
            items.push(Item { range: trimmed(cell, start..end), glued: false });
            start = end + found.len();
        }
    }
    items.push(Item { range: trimmed(cell, start..cell.len()), glued: false });
    if let Some(whole) = whole.filter(|_| at == "," && items.len() > 1) {
        glue_whole(cell, whole, items);
        glue_suffixes(cell, items);
    }
}

/// Invisible characters at the ends of a name are left to the cleaning of names, which tells of them.
fn trimmed(cell: &str, range: Range<usize>) -> Range<usize> {
    let part = &cell[range.clone()];
    let inner = visible(part);
    if inner.is_empty() {
        return range.start..range.start;
    }
    let start = range.start + (inner.as_ptr() as usize - part.as_ptr() as usize);
    start..start + inner.len()
}

/// Joins runs of items that together are one of the names in `whole`, the longest run first.
fn glue_whole(cell: &str, whole: &[String], items: &mut Vec<Item>) {
    if whole.is_empty() {
        return;
    }
    let mut first = 0;
    while first < items.len() {
        let joined = (first + 1..items.len()).rev().find(|&last| {
            let name = fold(&cell[items[first].range.start..items[last].range.end]);
            whole.contains(&name)
        });
        if let Some(last) = joined {
            items[first].range.end = items[last].range.end;
            items[first].glued = true;
            items.drain(first + 1..=last);
        }
        first += 1;
    }
}

fn glue_suffixes(cell: &str, items: &mut Vec<Item>) {
    let mut at = 1;
    while at < items.len() {
        if is_suffix(&cell[items[at].range.clone()]) && !items[at - 1].range.is_empty() {
            items[at - 1].range.end = items[at].range.end;
            items[at - 1].glued = true;
            items.remove(at);
        } else {
            at += 1;
        }
    }
}

/// Compares letters and digits alone, without case; nothing is allocated, for every item of every row
/// comes by here.
pub(crate) fn is_suffix(part: &str) -> bool {
    if part.is_empty() || part.len() > 16 {
        return false;
    }
    if !part.is_ascii() {
        return SUFFIXES_BEYOND_ASCII.contains(&part);
    }
    let (mut letters, mut length) = ([0; 16], 0);
    for byte in part.bytes().filter(u8::is_ascii_alphanumeric) {
        letters[length] = byte.to_ascii_lowercase();
        length += 1;
    }
    SUFFIXES.iter().any(|suffix| suffix.as_bytes() == &letters[..length])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(cell: &str, separator: &Separator, whole: &[&str]) -> Vec<String> {
        let whole: Vec<String> = whole.iter().map(|name| fold(name)).collect();
        let mut items = Vec::new();
        split(cell, separator, Some(&whole), &mut items);
        items.iter().map(|item| cell[item.range.clone()].to_owned()).collect()
    }

    #[test]
    fn commas_split_and_suffixes_are_glued_again() {
        assert_eq!(parts("A,B, C", &Separator::Comma, &[]), ["A", "B", "C"]);
        assert_eq!(parts("Acme, Inc.,B", &Separator::Comma, &[]), ["Acme, Inc.", "B"]);
        assert_eq!(parts("Acme Co., Ltd,B", &Separator::Comma, &[]), ["Acme Co., Ltd", "B"]);
        assert_eq!(
            parts("X,Booz Allen Hamilton, McLean,Y", &Separator::Comma, &["Booz Allen Hamilton, McLean"]),
            ["X", "Booz Allen Hamilton, McLean", "Y"]
        );
        assert_eq!(parts("KR,,US", &Separator::Comma, &[]), ["KR", "", "US"]);
        assert!(parts(" \n", &Separator::Comma, &[]).is_empty());
    }

    #[test]
    fn other_tables_split_at_semicolon_then_bar() {
        assert_eq!(parts("A, Inc; B|C", &Separator::Detect, &[]), ["A, Inc", "B|C"]);
        assert_eq!(parts("A | B", &Separator::Detect, &[]), ["A", "B"]);
        assert_eq!(parts("Seoul, Korea", &Separator::Detect, &[]), ["Seoul, Korea"]);
        assert_eq!(parts("A and B", &Separator::Given(" and ".to_owned()), &[]), ["A", "B"]);
    }
}
