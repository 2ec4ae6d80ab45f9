//! Whether a large file tells of models or of papers: one row that says why a model is listed, or how it can be had, is
//! enough, and the rows behind it are not looked at.

use crate::format::collabgraph;
use crate::ingest::gather::CorpusAssembler;
use crate::ingest::options::Options;
use crate::ingest::rows::{Learned, read_some};
use crate::scan::cells::{self, Rows};
use crate::scan::chunk::{Found, Piece};
use crate::scan::pass::{Look, Pass, Row};
use crate::scan::profile::learn;
use crate::scan::retained::Kept;
use crate::scan::source::{Opened, open_lines, open_plain};
use crate::scan::teams::Shape;
use crate::source::input::Input;
use memchr::memmem::Finder;
use std::sync::atomic::{AtomicBool, Ordering};

/// Rows that are read in full at once.
const ROWS: usize = 32;

/// Whether a work of this file is a model, as [`Corpus::is_of_models`](crate::corpus::Corpus::is_of_models) has it of the
/// whole; `None` when it is no table or file of lines, or cannot be read. Time O(bytes) at most, memory O(1).
#[must_use]
pub fn tells_models(input: &Input, options: &Options) -> Option<bool> {
    let found = look(input, options, None);
    // What is a list of criteria may rest on the whole column of institutions.
    found.or_else(|| look(input, options, Some(&learn(input, options, None)?)))
}

/// `None` also where it must be known what columns say, and is not.
fn look(input: &Input, options: &Options, learned: Option<&Learned>) -> Option<bool> {
    let mut gather = CorpusAssembler::new(options);
    if let Some((plain, mut opened)) = open_plain(input, options, learned) {
        if plain.kinds.is_empty() {
            return Some(false);
        }
        let table = plain.table(&mut gather, "", options)?;
        let (_, shape, (lines, _)) = opened.shape(&mut CorpusAssembler::new(options), options).ok()?;
        let Shape::Table(mut columns) = shape else { return None };
        columns.wanted.rows = Rows::Every;
        let delimiter = columns.wanted.delimiter;
        let says = |bytes: &[u8], found: &Found| {
            let cell = |&column: &usize| cells::raw(bytes, found.row as usize, delimiter, column);
            plain.kinds.iter().map(cell).any(|cell| !cell.trim_ascii().is_empty() && cell != b"\"\"")
        };
        let read = |kept: &Kept| {
            let mut gather = gather.clone();
            let is_whole = read_some(&mut gather, &table.with_text(&kept.text), &kept.rows).ok()?;
            is_whole.then(|| is_of_models(gather))
        };
        return Looking { shape: Shape::Table(columns), says, read, found: AtomicBool::new(false) }.over(opened, lines);
    }
    let mut opened = open_lines(input, options)?;
    let (input, shape, (lines, _)) = opened.shape(&mut gather, options).ok()?;
    if matches!(shape, Shape::OpenAlex) {
        return Some(false);
    }
    // A key may be written with escapes.
    let keys = ["criteria", "accessibility", "\\u"].map(Finder::new);
    let says = |bytes: &[u8], found: &Found| {
        let line = &bytes[found.start as usize..found.end as usize];
        keys.iter().any(|key| key.find(line).is_some())
    };
    let read = |kept: &Kept| {
        let mut gather = gather.clone();
        collabgraph::read_some(&mut gather, input, &kept.text, &kept.rows).ok()?;
        Some(is_of_models(gather))
    };
    Looking { shape, says, read, found: AtomicBool::new(false) }.over(opened, lines)
}

fn is_of_models(gather: CorpusAssembler<'_>) -> bool {
    gather.finish_some().0.is_of_models()
}

/// What the pass looks with: whether a row may tell, and whether rows that were kept do.
struct Looking<S, R> {
    shape: Shape,
    says: S,
    read: R,
    found: AtomicBool,
}

impl<S, R> Looking<S, R>
where
    S: Fn(&[u8], &Found) -> bool + Sync,
    R: Fn(&Kept) -> Option<bool> + Sync,
{
    fn over(&self, opened: Opened, lines: u64) -> Option<bool> {
        let pass = Pass::over(opened, lines, self, |_| Some(()));
        let is_found = self.found.load(Ordering::Relaxed);
        (is_found || pass.is_some()).then_some(is_found)
    }
}

impl<S, R> Look for Looking<S, R>
where
    S: Fn(&[u8], &Found) -> bool + Sync,
    R: Fn(&Kept) -> Option<bool> + Sync,
{
    fn shape(&self) -> &Shape {
        &self.shape
    }

    fn rows(&self, bytes: &[u8], piece: &Piece) -> Option<Vec<Row>> {
        let saying: Vec<u32> =
            piece.found.iter().filter(|found| (self.says)(bytes, found)).map(|found| found.row).collect();
        for rows in saying.chunks(ROWS) {
            let mut kept = Kept::default();
            rows.iter().try_for_each(|&row| kept.keep(bytes, row as usize, &self.shape, 0))?;
            if self.found.load(Ordering::Relaxed) || (self.read)(&kept)? {
                self.found.store(true, Ordering::Relaxed);
                return None;
            }
        }
        Some(Vec::new())
    }
}
