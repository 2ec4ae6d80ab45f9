//! One work as a format records it, before its names are resolved.

use crate::corpus::date::Date;
use crate::corpus::hashing::FastSet;
use crate::corpus::work::SourceStatement;
use crate::normalize::lists::Item;
use crate::normalize::text::trim;
use std::hash::Hash;

/// Items of a list beyond which they are hashed to be told apart.
pub(crate) const LONG_LIST: usize = 64;

/// Adds what a list does not hold yet, and says whether it did. A short list is looked through; a long one is hashed in
/// `seen`, for a team of thousands must not cost the square of its size.
pub(crate) fn add_once<T: Copy + Eq + Hash>(list: &mut Vec<T>, seen: &mut FastSet<T>, item: T) -> bool {
    let is_new = if list.len() < LONG_LIST {
        !list.contains(&item)
    } else {
        if seen.is_empty() {
            seen.extend(list.iter().copied());
        }
        seen.insert(item)
    };
    if is_new {
        list.push(item);
    }
    is_new
}

/// A list within a cell.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct List<'r> {
    /// The text of the cell.
    pub(crate) text: &'r str,
    /// The cell as it is written.
    pub(crate) raw: &'r str,
    /// Its items.
    pub(crate) items: &'r [Item],
    /// Where it stands in several cells: the end of each in the text, and the cell as it is written.
    pub(crate) cells: &'r [(usize, &'r str)],
}

impl<'r> List<'r> {
    /// The cell of an item as it is written.
    pub(crate) fn cell_of(&self, item: &Item) -> &'r str {
        self.cells.iter().find(|(end, _)| item.range.end <= *end).map_or(self.raw, |(_, cell)| cell)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &'r str> + use<'r> {
        let (text, items) = (self.text, self.items);
        items.iter().map(move |item| trim(&text[item.range.clone()]))
    }
}

/// One work as it is recorded.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Record<'r> {
    pub(crate) name: &'r str,
    pub(crate) name_raw: &'r str,
    pub(crate) institutions: List<'r>,
    /// Institutions that the format itself tells apart, already resolved.
    pub(crate) entities: &'r [u32],
    pub(crate) countries: List<'r>,
    pub(crate) sectors: List<'r>,
    pub(crate) criteria: List<'r>,
    pub(crate) domains: List<'r>,
    pub(crate) date: Option<Date>,
    pub(crate) title: &'r str,
    pub(crate) authors: &'r str,
    pub(crate) authors_raw: &'r str,
    /// Identifiers of the authors, a line each, in their order; empty: none.
    pub(crate) author_ids: &'r str,
    /// Whether its institutions stand in the order of its authors.
    pub(crate) is_ordered: bool,
    /// Whether authors are separated by semicolons alone.
    pub(crate) are_authors_split: bool,
    pub(crate) links: &'r str,
    pub(crate) accessibility: &'r str,
    pub(crate) citations: Option<u32>,
    pub(crate) citations_as_of: Option<Date>,
    pub(crate) aliases: &'r [String],
    pub(crate) statements: &'r [SourceStatement],
    pub(crate) namesakes: Namesakes,
    /// What a work of another input must share to be the same, if there is such: its DOI.
    pub(crate) doi: &'r str,
    /// Identifiers of which any record of one is the same work, be it of this input or of another.
    pub(crate) ids: &'r [String],
    /// How exactly the institutions are known.
    pub(crate) evidence: Evidence,
    pub(crate) standing: Standing,
}

/// How exactly institutions are known, the most exact first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Evidence {
    /// By an identifier of a register: OpenAlex, ROR, GRID.
    Identifier,
    /// By a name that the database has standardised.
    Standardised,
    /// By the name or the address that authors wrote.
    Written,
    /// It is not told.
    #[default]
    Unknown,
}

/// What a work may be beside a regular one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Standing {
    pub(crate) is_retracted: bool,
    /// Front matter, tables of contents and the like.
    pub(crate) is_paratext: bool,
    /// Its source gives only its first authors.
    pub(crate) is_cut: bool,
}

impl Standing {
    /// Whether it is a regular work, told whole.
    pub(crate) fn is_regular(self) -> bool {
        self == Self::default()
    }
}

/// Whether works of one name within an input are worth a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Namesakes {
    /// They are: names of models should be unique.
    #[default]
    Told,
    /// They are not: the format tells works apart by an id.
    Expected,
}
