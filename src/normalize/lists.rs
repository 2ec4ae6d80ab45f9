//! Lists within one cell: where they are split, and what a split had torn apart.

use std::ops::Range;

use crate::corpus::naming::fold;
use crate::normalize::list_literals;
use crate::normalize::text::{trim, visible};

/// How lists within a cell are split.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Separator {
    /// At every comma, then what a comma tore apart is glued again: legal suffixes (`Inc`, `Ltd`, …) and
    /// the user's names that hold commas. Epoch's tables.
    Comma,
    /// At `;` when the cell holds one, else at `|`, wide or narrow, else the cell is one name. Tables, by default: a
    /// comma, a slash or a dot may well be part of a name.
    Detect,
    /// At this text and nothing else (at a comma with the same gluing).
    Given(String),
}

/// An item of a list: its bytes in the cell, and whether it was glued together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Bytes of the cell, trimmed.
    pub range: Range<usize>,
    /// Whether it holds a separator that was not taken for one.
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

/// Splits `cell` into trimmed items, also where a program wrote it as a list (`['A', 'B']`); blank items are kept, for their place may mean something. A blank
/// cell has none. `whole` are names that hold separators, as [`whole_key`] has them; `None` glues
/// nothing, for lists that are no names (`SA` is a country too).
pub fn split(cell: &str, separator: &Separator, whole: Option<&[String]>, items: &mut Vec<Item>) {
    items.clear();
    if trim(cell).is_empty() {
        return;
    }
    if let Separator::Given(mark) = separator
        && !mark.is_empty()
    {
        return part(cell, &[mark], whole, items);
    }
    if let Some(found) = list_literals::items(cell) {
        items.extend(found.into_iter().map(|range| Item { range: trimmed(cell, range), glued: false }));
        return;
    }
    // Most cells hold no wide mark.
    let wide = if cell.is_ascii() { 1 } else { 2 };
    let mut levels = [&[";", "；"][..wide], &["|", "｜"][..wide], &[","]].into_iter();
    let levels = levels.by_ref().take(if *separator == Separator::Comma { 3 } else { 2 });
    for marks in levels.filter(|marks| marks.iter().any(|mark| cell.contains(mark))) {
        part(cell, marks, whole, items);
        // A name that is kept whole may hold all marks of a kind.
        if items.len() > 1 {
            return;
        }
    }
    if items.is_empty() {
        items.push(Item { range: trimmed(cell, 0..cell.len()), glued: false });
    }
}

/// Marks that may part a list or stand within a name, which only a whole column tells: commas, the dots of Korean and
/// Japanese lists, slashes and line ends.
pub(crate) const UNCERTAIN_MARKS: [&str; 13] = [",", "，", "、", "·", "ㆍ", "・", "･", "‧", "•", "∙", "/", "／", "\n"];

/// Marks of lists that stand in no name for their own sake.
const MARKS_OF_LISTS: [&str; 4] = [",", "，", "、", "\n"];

/// Whether a cell holds a mark that may part a list or not.
pub(crate) fn has_uncertain_mark(cell: &[u8]) -> bool {
    if memchr::memchr3(b',', b'/', b'\n', cell).is_some() {
        return true;
    }
    !cell.is_ascii() && std::str::from_utf8(cell).is_ok_and(|text| marks_in(text).next().is_some())
}

/// Whether a cell holds a mark that parts lists, but for commas within names and lines that are too long.
pub(crate) fn has_mark_of_lists(cell: &str) -> bool {
    MARKS_OF_LISTS.iter().any(|mark| cell.contains(mark))
}

/// The uncertain marks of a cell, each once.
pub(crate) fn marks_in(cell: &str) -> impl Iterator<Item = &'static str> + '_ {
    UNCERTAIN_MARKS.into_iter().filter(|mark| cell.contains(mark))
}

/// Whether a cell is parted by a mark that leaves no doubt.
pub(crate) fn has_certain_mark(cell: &str) -> bool {
    cell.contains([';', '|', '；', '｜']) || list_literals::is_list(cell)
}

/// Splits a cell at every one of some marks; see [`split`].
pub(crate) fn part(cell: &str, marks: &[&str], whole: Option<&[String]>, items: &mut Vec<Item>) {
    items.clear();
    let uncut = whole.filter(|whole| !whole.is_empty()).map_or_else(Vec::new, |whole| uncut(cell, marks, whole));
    let is_uncut = |at: usize| uncut.iter().any(|range| range.contains(&at));
    let mut start = 0;
    let mut add = |start: usize, end: usize| {
        let range = trimmed(cell, start..end);
        let holds = |own: &Range<usize>| range.start <= own.start && own.end <= range.end;
        let has_mark = |mark: &&str| cell[range.clone()].contains(*mark);
        items.push(Item { glued: uncut.iter().any(holds) && marks.iter().any(has_mark), range });
    };
    match marks {
        [mark] if mark.len() == 1 => {
            let byte = mark.as_bytes()[0];
            for end in memchr::memchr_iter(byte, cell.as_bytes()).filter(|&end| !is_uncut(end)) {
                add(start, end);
                start = end + 1;
            }
        }
        [mark] => {
            for (end, found) in cell.match_indices(*mark).filter(|&(end, _)| !is_uncut(end)) {
                add(start, end);
                start = end + found.len();
            }
        }
        several => {
            let mut found: Vec<(usize, usize)> =
                several.iter().flat_map(|mark| cell.match_indices(*mark)).map(|(at, mark)| (at, mark.len())).collect();
            found.sort_unstable();
            for (end, length) in found.into_iter().filter(|&(end, _)| !is_uncut(end)) {
                add(start, end);
                start = end + length;
            }
        }
    }
    add(start, cell.len());
    if whole.is_some() && marks.contains(&",") && items.len() > 1 {
        glue_suffixes(cell, items);
    }
}

/// What two ways of writing a name that is kept whole must share: letters and digits without case; of a name that has
/// none, the name itself.
#[must_use]
pub fn whole_key(name: &str) -> String {
    let folded = fold(name);
    if folded.is_empty() { trim(name).to_owned() } else { folded }
}

/// By byte, whether a name begins with it: most items begin with another one.
pub(crate) type FirstLetters = [bool; 256];

/// The first letters of names, as [`whole_key`] has them.
pub(crate) fn first_letters(whole: &[String]) -> FirstLetters {
    let mut firsts = [false; 256];
    whole.iter().filter_map(|name| name.bytes().next()).for_each(|first| firsts[usize::from(first)] = true);
    firsts
}

/// Letters by which [`may_hold`] tells names apart.
const TELLING: usize = 4;

/// Whether a name of `whole`, as [`whole_key`] has them, may stand in a cell that is parted at a byte: an item begins with
/// its first letters, or with a letter beyond ASCII. O(bytes of the cell + names of an item).
pub(crate) fn may_hold(cell: &[u8], mark: u8, (whole, firsts): (&[String], &FirstLetters)) -> bool {
    let begins = |start: usize, name: &String| {
        let letters = cell[start..].iter().filter(|byte| byte.is_ascii_alphanumeric()).map(u8::to_ascii_lowercase);
        letters.zip(name.bytes()).take(TELLING).all(|(letter, own)| letter == own)
    };
    if whole.is_empty() {
        return false;
    }
    let is_usual = |byte: u8| matches!(byte, b';' | b'|' | b',');
    let is_mark = |byte: u8| byte == mark || is_usual(byte);
    let tells = |byte: &u8| byte.is_ascii_alphanumeric() || !byte.is_ascii() || is_mark(*byte);
    let begins_one = |start: usize| {
        let Some(first) = cell[start..].iter().position(tells).map(|before| start + before) else { return false };
        let byte = cell[first];
        let may_begin =
            || firsts[usize::from(byte.to_ascii_lowercase())] && whole.iter().any(|name| begins(first, name));
        // Behind another mark an item of its own begins.
        !is_mark(byte) && (!byte.is_ascii() || may_begin())
    };
    let marks = memchr::memchr3_iter(b';', b'|', b',', cell);
    let others = memchr::memchr_iter(mark, if is_usual(mark) { &[] } else { cell });
    begins_one(0) || marks.chain(others).any(|at| begins_one(at + 1))
}

/// Where the names of `whole` stand in a cell from one mark that may part a list to another: no list is parted there. A
/// name that holds another one counts before it. O(bytes of the cell · names); nothing is allocated where no name stands.
fn uncut(cell: &str, marks: &[&str], whole: &[String]) -> Vec<Range<usize>> {
    let given = if let [mark] = marks { *mark } else { "" };
    let starts_mark = |at: usize| {
        let rest = &cell[at..];
        rest.starts_with([';', '|', ',', '；', '｜']) || marks.iter().any(|mark| rest.starts_with(mark))
    };
    let mut candidates: Vec<(usize, usize, Range<usize>)> = Vec::new();
    // Between a name and the letters before it there must be a mark, or the start of the cell.
    let mut is_open = true;
    for (at, letter) in cell.char_indices() {
        is_open = is_open || starts_mark(at);
        if !is_letter(letter) {
            continue;
        }
        if is_open || ends_given(cell, at, given) {
            for (number, name) in whole.iter().enumerate() {
                if let Some(end) = end_of_name(cell, at, name) {
                    candidates.push((name.len(), number, at..end));
                }
            }
        }
        is_open = starts_mark(at);
    }
    candidates.sort_by_key(|(length, number, range)| (std::cmp::Reverse(*length), *number, range.start));
    let mut found: Vec<Range<usize>> = Vec::new();
    for (_, _, range) in candidates {
        let end = range.end;
        let after =
            cell[end..].char_indices().find(|(_, letter)| is_letter(*letter)).map_or(cell.len(), |one| end + one.0);
        let mut between = cell[end..after].char_indices();
        let closes = after == cell.len() || between.any(|(at, _)| starts_mark(end + at)) || is_given(cell, end, given);
        if closes && !found.iter().any(|other| range.start < other.end && other.start < end) {
            found.push(range);
        }
    }
    found
}

/// Whether a character is one of those that [`fold`] keeps.
fn is_letter(letter: char) -> bool {
    if letter.is_ascii() { letter.is_ascii_alphanumeric() } else { !fold(letter.encode_utf8(&mut [0; 4])).is_empty() }
}

/// Where a name, as [`whole_key`] has it, ends that begins at a byte of a cell.
fn end_of_name(cell: &str, start: usize, name: &str) -> Option<usize> {
    let mut rest = name;
    for (at, letter) in cell[start..].char_indices() {
        if letter.is_ascii_alphanumeric() {
            rest = rest.strip_prefix(letter.to_ascii_lowercase())?;
        } else if !letter.is_ascii() {
            rest = rest.strip_prefix(fold(letter.encode_utf8(&mut [0; 4])).as_str())?;
        }
        if rest.is_empty() {
            return (!name.is_empty()).then_some(start + at + letter.len_utf8());
        }
    }
    None
}

/// Whether a separator of letters (` and `) follows, or goes before.
fn is_given(cell: &str, at: usize, given: &str) -> bool {
    !given.is_empty() && cell[at..].trim_start().starts_with(given.trim_start())
}

fn ends_given(cell: &str, at: usize, given: &str) -> bool {
    !given.is_empty() && cell[..at].trim_end().ends_with(given.trim_end())
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
        let whole: Vec<String> = whole.iter().map(|name| whole_key(name)).collect();
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
        assert_eq!(parts("가；나; 다", &Separator::Detect, &[]), ["가", "나", "다"]);
        assert_eq!(parts("가｜나", &Separator::Detect, &[]), ["가", "나"]);
        assert_eq!(parts("Seoul, Korea", &Separator::Detect, &[]), ["Seoul, Korea"]);
        assert_eq!(parts("A and B", &Separator::Given(" and ".to_owned()), &[]), ["A", "B"]);
    }

    #[test]
    fn names_are_kept_whole_at_every_separator() {
        let both = ["Smith; Jones Foundation", "Lake | Hill Institute"];
        let detect = |cell: &str| parts(cell, &Separator::Detect, &both);
        assert_eq!(detect("A; smith ; Jones Foundation; B"), ["A", "smith ; Jones Foundation", "B"]);
        assert_eq!(detect("A | Lake|Hill Institute"), ["A", "Lake|Hill Institute"]);
        assert_eq!(detect("A | Smith; Jones Foundation"), ["A", "Smith; Jones Foundation"]);
        assert_eq!(detect("Smith; Jones Foundation"), ["Smith; Jones Foundation"]);
        assert_eq!(detect("Blacksmith; Jones Foundation"), ["Blacksmith", "Jones Foundation"]);
        assert_eq!(detect("Smith; Jones Foundation of Art"), ["Smith", "Jones Foundation of Art"]);
        let given = |mark: &str, cell: &str, name: &str| parts(cell, &Separator::Given(mark.to_owned()), &[name]);
        assert_eq!(given(" and ", "A and Arts and Crafts and B", "Arts and Crafts"), ["A", "Arts and Crafts", "B"]);
        assert_eq!(given("/", "Freie / Hanse / B", "Freie / Hanse"), ["Freie / Hanse", "B"]);
        assert_eq!(given(";", "서울; 부산 연구원;B", "서울; 부산 연구원"), ["서울; 부산 연구원", "B"]);
    }
}
