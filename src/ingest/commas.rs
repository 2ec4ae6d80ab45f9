//! Commas and other marks in a column of institutions that says by none that is certain where its lists are parted: do
//! they part a list (`KAIST,NAVER`, `카이스트·네이버`), or belong to a name (`University of California, Berkeley`, `Novo
//! Nordisk A/S`)?

use crate::corpus::hashing::FastSet;
use crate::corpus::naming::fold;
use crate::names::authority::{Authority, Verdict};
use crate::normalize::lists::{
    Item, UNCERTAIN_MARKS, has_certain_mark, has_mark_of_lists, has_uncertain_mark, marks_in, part, whole_key,
};
use crate::normalize::placeholders::is_placeholder;
use crate::normalize::text::trim;

/// What was made of a cell with commas or other uncertain marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Taken {
    /// One name, for a known reason.
    Name,
    /// A list.
    List,
    /// One name, for want of evidence.
    Unclear,
}

/// What the cells of a column show, as they are met. It does not depend on the order of the rows.
#[derive(Debug, Default)]
pub(crate) struct Sight {
    /// Folded names that stand alone in a cell.
    alone: FastSet<String>,
    /// What stands between commas, where there is no certain mark.
    parts: FastSet<String>,
    has_other_mark: bool,
    has_loose: bool,
}

impl Sight {
    /// Looks at a cell. O(bytes of the cell).
    pub(crate) fn note(&mut self, cell: &str) {
        if has_certain_mark(cell) {
            self.has_other_mark = true;
        } else if !cell.contains(',') && has_uncertain_mark(cell.as_bytes()) {
            // Neither a name that stands alone, nor evidence on commas.
        } else if cell.contains(',') {
            self.has_loose |= has_loose_comma(cell);
            for part in cell.split(',').map(trim) {
                if !part.is_empty() && !self.parts.contains(part) {
                    self.parts.insert(part.to_owned());
                }
            }
        } else if !trim(cell).is_empty() {
            self.alone.insert(fold(cell));
        }
    }

    /// Takes over what other cells of the column show.
    pub(crate) fn join(&mut self, other: Self) {
        self.alone.extend(other.alone);
        self.parts.extend(other.parts);
        self.has_other_mark |= other.has_other_mark;
        self.has_loose |= other.has_loose;
    }

    /// The evidence, once every cell was looked at.
    pub(crate) fn column(self, authority: &Authority) -> Column {
        let Self { alone, parts, has_other_mark, has_loose } = self;
        let mut column = Column { alone, has_other_mark, has_loose, has_known: false };
        column.has_known = parts.iter().any(|part| column.knows(part, authority));
        column
    }
}

/// The evidence of a whole column.
#[derive(Debug, Default)]
pub(crate) struct Column {
    /// Folded names that stand alone in a cell.
    alone: FastSet<String>,
    /// Some cell is parted by `;` or `|`, narrow or wide.
    has_other_mark: bool,
    /// Some comma stands before a blank or between digits, as commas within names do.
    has_loose: bool,
    /// A part of some cell with commas is a name that is known.
    has_known: bool,
}

impl Column {
    fn knows(&self, name: &str, authority: &Authority) -> bool {
        let name = trim(name);
        !name.is_empty() && (is_listed(name, authority) || self.alone.contains(&fold(name)))
    }

    /// Parts a cell with uncertain marks and no certain one, or leaves it whole. It is a list when each part is a name that
    /// the authority lists or that stands alone in another cell; at commas also when no comma of the column looks like one
    /// within a name and some part is known. A name that is known as a whole stays whole.
    pub(crate) fn part(&self, cell: &str, whole: &[String], authority: &Authority, items: &mut Vec<Item>) -> Taken {
        let name = trim(cell);
        if is_listed(name, authority) || whole.contains(&whole_key(name)) {
            return Taken::Name;
        }
        // `KAIST, et al.` is no name.
        let is_known = |item: &Item| {
            let part = &cell[item.range.clone()];
            self.knows(part, authority) || is_placeholder(part)
        };
        let mut parts = Vec::new();
        let several: Vec<&'static str> = marks_in(cell).collect();
        let each = several.iter().map(std::slice::from_ref).filter(|_| several.len() > 1);
        for marks in std::iter::once(several.as_slice()).chain(each) {
            part(cell, marks, Some(whole), &mut parts);
            // Line ends stand around blank lines, too.
            if marks.contains(&"\n") {
                parts.retain(|item| !item.range.is_empty());
            }
            if parts.len() > 1 && parts.iter().all(is_known) {
                *items = parts;
                return Taken::List;
            }
        }
        let has_comma = cell.contains(',');
        if has_comma {
            part(cell, &[","], Some(whole), &mut parts);
            let is_list = parts.len() > 1 && !self.has_loose && !self.has_other_mark && self.has_known;
            if is_list || parts.len() == 1 && several.len() == 1 {
                // A single part was glued together, which is told as such.
                *items = parts;
                return if is_list { Taken::List } else { Taken::Name };
            }
        }
        part(cell, &UNCERTAIN_MARKS, Some(whole), &mut parts);
        // `A/S` and `I/O` are words.
        let is_word = |item: &Item| cell[item.range.clone()].chars().count() < 2;
        let is_unclear =
            parts.len() > 1 && (has_mark_of_lists(cell) || parts.iter().any(is_known) && !parts.iter().any(is_word));
        if self.has_other_mark || !is_unclear { Taken::Name } else { Taken::Unclear }
    }
}

fn is_listed(name: &str, authority: &Authority) -> bool {
    !matches!(authority.judge(name, ""), Verdict::Unknown)
}

/// A comma before a blank (`Berkeley, California`), between digits (`1,000`), or at an end.
fn has_loose_comma(cell: &str) -> bool {
    cell.match_indices(',').any(|(at, _)| {
        let (before, after) = (cell[..at].chars().next_back(), cell[at + 1..].chars().next());
        match (before, after) {
            (Some(before), Some(after)) => after.is_whitespace() || before.is_ascii_digit() && after.is_ascii_digit(),
            _ => true,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken(table: &str, cell: &str, authority: &Authority) -> (Taken, Vec<String>) {
        let mut sight = Sight::default();
        table.lines().skip(1).for_each(|cell| sight.note(cell));
        let column = sight.column(authority);
        let mut items = vec![Item { range: 0..cell.len(), glued: false }];
        let made = column.part(cell, &[], authority, &mut items);
        (made, items.iter().map(|item| cell[item.range.clone()].to_owned()).collect())
    }

    #[test]
    fn parts_that_are_names_make_a_list() {
        let names = Authority::built_in();
        let (made, items) = taken("H\nKAIST,NAVER\n", "KAIST,NAVER", &names);
        assert_eq!((made, items), (Taken::List, vec!["KAIST".to_owned(), "NAVER".to_owned()]));
        let none = Authority::none();
        assert_eq!(taken("H\nA, B\nA\nB\n", "A, B", &none).0, Taken::List);
        assert_eq!(taken("H\nA,B\nA\n", "A,B", &none).0, Taken::List);
    }

    #[test]
    fn other_marks_part_known_names_alone() {
        let names = Authority::built_in();
        let two = vec!["카이스트".to_owned(), "네이버".to_owned()];
        for cell in [
            "카이스트·네이버",
            "카이스트ㆍ네이버",
            "카이스트 / 네이버",
            "카이스트、네이버",
            "카이스트\r\n\r\n네이버",
            "카이스트・네이버",
        ] {
            assert_eq!(taken("H\n\n", cell, &names), (Taken::List, two.clone()), "{cell}");
        }
        assert_eq!(taken("H\n", "KAIST·NAVER/MIT, LG", &names).1.len(), 4);
        for cell in ["Novo Nordisk A/S", "과학·기술 연구원", "TCP/IP 연구소", "산업/대학 협력단"] {
            assert_eq!(taken("H\n", cell, &names).0, Taken::Name, "{cell}");
        }
        for cell in ["카이스트·아무도 모르는 회사", "가나\n다라", "가나、다라"] {
            assert_eq!(taken("H\n", cell, &names).0, Taken::Unclear, "{cell}");
        }
        assert_eq!(taken("H\n가\n나\n", "가/나", &Authority::none()).0, Taken::List);
    }

    #[test]
    fn names_that_hold_commas_stay_whole() {
        let names = Authority::built_in();
        let berkeley = "University of California, Berkeley";
        assert_ne!(taken(&format!("H\n{berkeley}\nKAIST,NAVER\n"), berkeley, &names).0, Taken::List);
        let none = Authority::none();
        assert_eq!(taken(&format!("H\n{berkeley}\n"), berkeley, &none).0, Taken::Unclear);
        assert_eq!(taken("H\nA,B\n", "A,B", &none).0, Taken::Unclear);
        assert_eq!(taken("H\nA;B\nSeoul, Korea\n", "Seoul, Korea", &none).0, Taken::Name);
        assert_eq!(taken("H\nAcme, Inc\n", "Acme, Inc", &none), (Taken::Name, vec!["Acme, Inc".to_owned()]));
    }
}
