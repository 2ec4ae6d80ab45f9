//! The rows of a large table that name an institution. All others are looked through for the name alone: their titles,
//! authors and links are never held.
//!
//! Two passes: the first folds the cells of institutions and works of every row, block by block, and keeps the rows in
//! which a way of writing the name occurs, with their lines; the second reads these rows as a whole table is read. More
//! rows than needed do no harm; what depends on the whole column (how dates are ordered, what a comma means) does, and
//! then the table must be loaded.

use memchr::memmem::Finder;
use rayon::prelude::*;

use crate::corpus::institution::Institution;
use crate::corpus::naming::{fold, is_plain};
use crate::ingest::Loaded;
use crate::ingest::authority::Authority;
use crate::ingest::gather::{Gather, Gathered};
use crate::ingest::input::Input;
use crate::ingest::notice::Kind;
use crate::ingest::options::Options;
use crate::ingest::position::line_ends;
use crate::ingest::rows::read_some;
use crate::ingest::stream::blocks::Block;
use crate::ingest::stream::cells::{self, Tail};
use crate::ingest::stream::kept::Kept;
use crate::ingest::stream::opened::{Opened, open_plain};
use crate::ingest::stream::pieces::Pieces;
use crate::ingest::stream::rows::{Found, Piece};
use crate::ingest::stream::teams::Shape;

/// What the rows that name some institutions say.
#[derive(Clone, Debug)]
pub struct Sought {
    /// The rows that were read in full. Of the notices, those that rest on these rows alone.
    pub loaded: Loaded,
    /// How many rows the table has.
    pub rows: u64,
    /// How many of them were read in full.
    pub read: u64,
    /// Whether the table has columns that tell models from papers: rows without such words may still be of models.
    pub tells_kind: bool,
}

/// Reads the rows of a table that name one of the institutions asked for, or a work of that name. `None` where the
/// whole table must be loaded: for other formats, for names asked for by identifier, for columns in which the meaning of
/// commas or dates depends on other rows, and for tables that cannot be read (loading says why). Time O(bytes), memory
/// O(rows that name one).
#[must_use]
pub fn rows_naming(input: &Input, options: &Options, queries: &[&str]) -> Option<Sought> {
    let wanted = Wanted::of(&options.authority, queries)?;
    let (plain, mut opened) = open_plain(input, options)?;
    let (_, shape, (lines, _)) = opened.shape(&mut Gather::new(options), options).ok()?;
    let Shape::Table(mut columns) = shape else { return None };
    columns.wanted.every = true;
    let mut pass = Pass { kept: Kept::default(), all: 0, line: lines + 1 };
    let delimiter = columns.wanted.delimiter;
    pass.gather(opened, Looking { wanted: &wanted, shape: Shape::Table(columns), delimiter, work: plain.work })?;
    let mut gather = Gather::new(options);
    let table = plain.table(&mut gather, &pass.kept.text, options)?;
    let is_whole = read_some(&mut gather, &table, &pass.kept.rows).ok()?;
    let Gathered { corpus, mut notices, merges, omissions } = gather.finish();
    // Other rows may tell what these leave open.
    let by_all = [Kind::CountryUnclear, Kind::SectorUnclear, Kind::ListSeparator, Kind::DateOrder, Kind::DuplicateWork];
    notices.retain(|notice| !by_all.contains(&notice.kind));
    let loaded = Loaded { corpus, notices, merges, omissions };
    is_whole.then_some(Sought {
        loaded,
        rows: pass.all,
        read: pass.kept.rows.len() as u64,
        tells_kind: plain.tells_kind,
    })
}

/// The ways in which rows may write what is asked for.
struct Wanted {
    /// Folded queries: a work of such a name counts, too.
    queries: Vec<String>,
    /// Folded ways of writing the institutions; one that holds another is not listed, for the other is found in it.
    ways: Vec<Finder<'static>>,
}

impl Wanted {
    fn of(authority: &Authority, queries: &[&str]) -> Option<Self> {
        let folded: Vec<String> = queries.iter().map(|query| fold(query)).collect();
        // `-2` at the end of an identifier counts institutions of one name: those of all rows.
        let is_plain = |query: &&str| {
            let query = query.trim();
            let number = query.rsplit_once('-').is_some_and(|(_, end)| end.bytes().all(|byte| byte.is_ascii_digit()));
            !query.starts_with("id:") && !query.contains("ror.org") && !number
        };
        if !queries.iter().all(is_plain) || folded.iter().any(String::is_empty) {
            return None;
        }
        let is_meant = |one: &Institution| {
            let ror = one.ror.as_deref().and_then(|ror| ror.rsplit('/').next());
            let keys = [Some(one.id.as_str()), ror].into_iter().flatten();
            let names = one.names.all().chain(one.aliases.iter().map(String::as_str));
            names.chain(keys).any(|name| folded.contains(&fold(name)))
        };
        let mut ways = authority.written(is_meant);
        ways.extend(folded.iter().cloned());
        ways.sort_by_key(String::len);
        let mut short: Vec<String> = Vec::new();
        for way in ways {
            if !way.is_empty() && !short.iter().any(|one| way.contains(one.as_str())) {
                short.push(way);
            }
        }
        let ways = short.iter().map(|way| Finder::new(way).into_owned()).collect();
        Some(Self { queries: folded, ways })
    }

    fn is_in(&self, folded: &[u8]) -> bool {
        self.ways.iter().any(|way| way.find(folded).is_some())
    }
}

/// What the first pass looks with.
struct Looking<'l> {
    wanted: &'l Wanted,
    shape: Shape,
    delimiter: u8,
    /// The column of works.
    work: Option<usize>,
}

impl Looking<'_> {
    /// Whether a row is wanted.
    fn wants(&self, bytes: &[u8], found: &Found, folded: &mut Vec<u8>) -> bool {
        fold_into(&bytes[found.start as usize..found.end as usize], folded);
        if self.wanted.is_in(folded) {
            return true;
        }
        let Some(column) = self.work else { return false };
        let cell = cells::raw(bytes, found.row as usize, self.delimiter, column);
        // Most names of works begin with another letter.
        let first = cell.iter().copied().find(|byte| !byte.is_ascii() || byte.is_ascii_alphanumeric());
        let begins = |query: &String| match (first, query.as_bytes().first()) {
            (Some(one), Some(&other)) => !one.is_ascii() || !other.is_ascii() || one.to_ascii_lowercase() == other,
            _ => false,
        };
        if !self.wanted.queries.iter().any(begins) {
            return false;
        }
        fold_into(cell, folded);
        self.wanted.queries.iter().any(|query| query.as_bytes() == &folded[..])
    }
}

/// The first pass.
struct Pass {
    kept: Kept,
    /// Rows met.
    all: u64,
    /// Line of the next byte.
    line: u64,
}

impl Pass {
    /// Goes through all blocks; `None` when one cannot be read.
    fn gather(&mut self, opened: Opened, looking: Looking<'_>) -> Option<()> {
        let Opened { mut blocks, first: mut block, .. } = opened;
        let (mut next, mut pieces) = (Block::default(), Pieces::default());
        loop {
            let tail = block.tail();
            let (filled, used) = rayon::join(
                || if tail == Tail::Open { blocks.read(&mut next) } else { Ok(()) },
                || self.block(block.bytes(), tail, &looking, &mut pieces),
            );
            let used = used?;
            filled.ok()?;
            if tail == Tail::End {
                return Some(());
            }
            next.put_before(&block.bytes()[used..]);
            std::mem::swap(&mut block, &mut next);
        }
    }

    fn block(&mut self, bytes: &[u8], tail: Tail, looking: &Looking<'_>, pieces: &mut Pieces) -> Option<usize> {
        pieces.scan(bytes, tail, &looking.shape);
        let used = pieces.chain(bytes, tail, &looking.shape).ok()?;
        let look = |piece: &Piece| {
            let mut folded = Vec::new();
            let wanted = |found: &&Found| looking.wants(bytes, found, &mut folded);
            let rows: Vec<u32> = piece.found.iter().filter(wanted).map(|found| found.row).collect();
            let own = bytes.get(piece.start..piece.end).unwrap_or_default();
            (rows, line_ends(own, bytes.get(piece.end).copied()))
        };
        let looked: Vec<(Vec<u32>, u64)> = pieces.all().par_iter().map(look).collect();
        for (piece, (rows, lines)) in pieces.all().iter().zip(looked) {
            let (mut at, mut line) = (piece.start, self.line);
            let text = if rows.is_empty() { "" } else { std::str::from_utf8(&bytes[piece.start..piece.end]).ok()? };
            for row in rows {
                let row = row as usize;
                line += line_ends(&bytes[at..row], bytes.get(row).copied());
                at = row;
                self.kept.keep(&text[row - piece.start..], looking.delimiter, line)?;
            }
            self.line += lines;
            self.all += piece.rows;
        }
        Some(used)
    }
}

/// What becomes of each ASCII byte: letters in lower case and digits stay, 0 stands for all others.
const FOLDED: [u8; 256] = {
    let mut folded = [0; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        if byte.is_ascii_alphanumeric() {
            folded[byte as usize] = byte.to_ascii_lowercase();
        }
        byte += 1;
    }
    folded
};

/// [`fold`] of a cell as it is written, into a buffer; its quotes are no letters.
fn fold_into(cell: &[u8], folded: &mut Vec<u8>) {
    folded.clear();
    if cell.is_ascii() {
        // Every byte is written, and only those that count move the end: no branch to guess wrong.
        folded.resize(cell.len(), 0);
        let mut end = 0;
        for &byte in cell {
            let letter = FOLDED[usize::from(byte)];
            folded[end] = letter;
            end += usize::from(letter != 0);
        }
        folded.truncate(end);
        return;
    }
    let text = String::from_utf8_lossy(cell);
    if is_plain(&text) {
        let letters = text.bytes().filter(|byte| !byte.is_ascii() || byte.is_ascii_alphanumeric());
        folded.extend(letters.map(|byte| byte.to_ascii_lowercase()));
    } else {
        folded.extend_from_slice(fold(&text).as_bytes());
    }
}
