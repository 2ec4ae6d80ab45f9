//! Whether rows of a large table may be one work: then it is loaded, for which rows these are rests on all of them.
//!
//! What the rows say is kept as hashes of eight bytes each, of identifiers, DOIs and names. Whenever
//! [`Rows`](crate::ingest::groups::Rows) would join two rows, this says that it may be so.

use std::borrow::Cow;

use crate::ingest::delimited::{Form, unquoted};
use crate::ingest::groups::{COLUMNS, Keys, UNCLEAR, exact, has_mark, hash_of, named};
use crate::normalize::lists::Separator;
use crate::normalize::{doi, entities};
use crate::scan::cells;
use crate::scan::chunk::Chunk;
use crate::scan::teams::TableColumns;

/// A cell as it is written → as it is read.
fn read(cell: &[u8]) -> Cow<'_, str> {
    let is_quoted = cell.starts_with(b"\"");
    let text = match std::str::from_utf8(cell) {
        Ok(text) => unquoted(text, if is_quoted { Form::Trailing } else { Form::Plain }),
        // What is not UTF-8 is refused elsewhere.
        Err(_) => String::from_utf8_lossy(cell),
    };
    entities::decoded(text)
}

/// What the rows of a large table say, of which none is kept: enough to know that no two of them are one work, and that
/// nothing about that is unclear.
#[derive(Debug, Default)]
pub(crate) struct RowKeyHashes {
    ids: [Vec<u64>; COLUMNS],
    dois: Vec<u64>,
    names: Vec<u64>,
    rows: usize,
    lists: usize,
}

impl RowKeyHashes {
    /// Takes over what other rows say.
    pub(crate) fn join(&mut self, other: Self) {
        for (own, ids) in self.ids.iter_mut().zip(other.ids) {
            own.extend(ids);
        }
        self.dois.extend(other.dois);
        self.names.extend(other.names);
        self.rows += other.rows;
        self.lists += other.lists;
    }

    /// Looks at a row: the cells of identifiers, DOI and name as they are written, and the institutions as they are read.
    fn add<'c>(
        &mut self,
        keys: &Keys,
        cell: impl Fn(usize) -> Cow<'c, str>,
        institutions: Option<&str>,
        separator: &Separator,
    ) {
        self.rows += 1;
        self.lists += usize::from(institutions.is_some_and(|cell| has_mark(cell, separator)));
        if self.lists > 0 && keys.is_by_name_alone() {
            return;
        }
        let add = |own: &mut Vec<u64>, hash: u64| own.extend((hash != 0).then_some(hash));
        for (own, &column) in self.ids.iter_mut().zip(&keys.ids) {
            add(own, exact(&cell(column)));
        }
        if let Some(column) = keys.doi {
            let text = cell(column);
            // Few cells hold none.
            add(&mut self.dois, if text.contains("10.") { doi::of(&text).map_or(0, |doi| hash_of(&doi)) } else { 0 });
        }
        let name = keys.name.map_or(0, |column| named(&cell(column)));
        let name = if name == 0 { keys.title.map_or(0, |column| named(&cell(column))) } else { name };
        add(&mut self.names, name);
    }

    /// Whether what other rows say changes nothing.
    pub(crate) fn is_decided(&self, keys: &Keys) -> bool {
        keys.never || keys.given.is_some() || keys.is_long || self.lists > 0 && keys.is_by_name_alone()
    }

    /// What the rows of a piece say. O(bytes of their cells).
    pub(crate) fn of(bytes: &[u8], piece: &Chunk, columns: &TableColumns) -> Self {
        let (mut repeats, keys) = (Self::default(), &columns.keys);
        let delimiter = columns.wanted.delimiter;
        let found = piece.spans.iter().map(|found| (found.row, Some(found)));
        let bare = piece.without_cell.iter().map(|&row| (row, None));
        for (row, found) in found.chain(bare) {
            if repeats.is_decided(keys) {
                break;
            }
            let cell = |column: usize| read(cells::raw(bytes, row as usize, delimiter, column));
            let institutions = found.map(|found| read(&bytes[found.start as usize..found.end as usize]));
            repeats.add(keys, cell, institutions.as_deref(), &columns.separator);
        }
        repeats
    }

    /// Whether rows may have to be joined, or told to be unclear. O(rows log rows).
    pub(crate) fn may_share_work(mut self, keys: &Keys) -> bool {
        if keys.never {
            return false;
        }
        if keys.given.is_some() || keys.is_long {
            return true;
        }
        let repeated = |hashes: &mut Vec<u64>| {
            hashes.sort_unstable();
            let runs = hashes.chunk_by(|a, b| a == b).filter(|run| run.len() > 1);
            runs.map(<[u64]>::len).sum::<usize>()
        };
        if self.ids.iter_mut().any(|ids| repeated(ids) > 0) || repeated(&mut self.dois) > 0 {
            return true;
        }
        let are_single = if keys.authors.is_some() { self.lists * 5 <= self.rows } else { self.lists == 0 };
        let all = self.names.len();
        are_single && all > 0 && repeated(&mut self.names) * UNCLEAR >= all
    }
}
