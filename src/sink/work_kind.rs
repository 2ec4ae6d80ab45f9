//! Whether a large file tells of models or of papers: one row that says why a model is listed, or how it can be had, is
//! enough, and the rows behind it are not looked at.

use crate::format::collabgraph;
use crate::ingest::gather::CorpusAssembler;
use crate::ingest::options::Options;
use crate::ingest::rows::{Learned, read_some};
use crate::scan::cells::{self, RowSelection};
use crate::scan::chunk::{Chunk, RowSpan};
use crate::scan::pass::{MatchedRow, Pass, RowPredicate};
use crate::scan::profile::profile_columns;
use crate::scan::retained::RetainedRows;
use crate::scan::source::{RecordSource, open_lines, open_table};
use crate::scan::teams::RowFormat;
use crate::source::input::Input;
use memchr::memmem::Finder;
use std::sync::atomic::{AtomicBool, Ordering};

/// Rows that are read in full at once.
const ROWS: usize = 32;

/// Whether a work of this file is a model, as [`Corpus::is_of_models`](crate::corpus::Corpus::is_of_models) has it of the
/// whole; `None` when it is no table or file of lines, or cannot be read. Time O(bytes) at most, memory O(1).
#[must_use]
pub fn detect_work_kind(input: &Input, options: &Options) -> Option<bool> {
    let found = look(input, options, None);
    // What is a list of criteria may rest on the whole column of institutions.
    found.or_else(|| look(input, options, Some(&profile_columns(input, options, None)?)))
}

/// `None` also where it must be known what columns say, and is not.
fn look(input: &Input, options: &Options, learned: Option<&Learned>) -> Option<bool> {
    let mut gather = CorpusAssembler::new(options);
    if let Some((plain, mut opened)) = open_table(input, options, learned) {
        if plain.kinds.is_empty() {
            return Some(false);
        }
        let table = plain.table(&mut gather, "", options)?;
        let (_, shape, (lines, _)) = opened.shape(&mut CorpusAssembler::new(options), options).ok()?;
        let RowFormat::Table(mut columns) = shape else { return None };
        columns.wanted.rows = RowSelection::Every;
        let delimiter = columns.wanted.delimiter;
        let says = |bytes: &[u8], found: &RowSpan| {
            let cell = |&column: &usize| cells::raw(bytes, found.row as usize, delimiter, column);
            plain.kinds.iter().map(cell).any(|cell| !cell.trim_ascii().is_empty() && cell != b"\"\"")
        };
        let read = |kept: &RetainedRows| {
            let mut gather = gather.clone();
            let is_whole = read_some(&mut gather, &table.with_text(&kept.text), &kept.rows).ok()?;
            is_whole.then(|| is_of_models(gather))
        };
        return KindPredicate { shape: RowFormat::Table(columns), says, read, found: AtomicBool::new(false) }
            .over(opened, lines);
    }
    let mut opened = open_lines(input, options)?;
    let (input, shape, (lines, _)) = opened.shape(&mut gather, options).ok()?;
    if matches!(shape, RowFormat::OpenAlex) {
        return Some(false);
    }
    // A key may be written with escapes.
    let keys = ["criteria", "accessibility", "\\u"].map(Finder::new);
    let says = |bytes: &[u8], found: &RowSpan| {
        let line = &bytes[found.start as usize..found.end as usize];
        keys.iter().any(|key| key.find(line).is_some())
    };
    let read = |kept: &RetainedRows| {
        let mut gather = gather.clone();
        collabgraph::read_some(&mut gather, input, &kept.text, &kept.rows).ok()?;
        Some(is_of_models(gather))
    };
    KindPredicate { shape, says, read, found: AtomicBool::new(false) }.over(opened, lines)
}

fn is_of_models(gather: CorpusAssembler<'_>) -> bool {
    gather.finish_some().0.is_of_models()
}

/// What the pass looks with: whether a row may tell, and whether rows that were kept do.
struct KindPredicate<S, R> {
    shape: RowFormat,
    says: S,
    read: R,
    found: AtomicBool,
}

impl<S, R> KindPredicate<S, R>
where
    S: Fn(&[u8], &RowSpan) -> bool + Sync,
    R: Fn(&RetainedRows) -> Option<bool> + Sync,
{
    fn over(&self, opened: RecordSource, lines: u64) -> Option<bool> {
        let pass = Pass::over(opened, lines, self, |_| Some(()));
        let is_found = self.found.load(Ordering::Relaxed);
        (is_found || pass.is_some()).then_some(is_found)
    }
}

impl<S, R> RowPredicate for KindPredicate<S, R>
where
    S: Fn(&[u8], &RowSpan) -> bool + Sync,
    R: Fn(&RetainedRows) -> Option<bool> + Sync,
{
    fn shape(&self) -> &RowFormat {
        &self.shape
    }

    fn rows(&self, bytes: &[u8], piece: &Chunk) -> Option<Vec<MatchedRow>> {
        let saying: Vec<u32> =
            piece.spans.iter().filter(|found| (self.says)(bytes, found)).map(|found| found.row).collect();
        for rows in saying.chunks(ROWS) {
            let mut kept = RetainedRows::default();
            rows.iter().try_for_each(|&row| kept.retain(bytes, row as usize, &self.shape, 0))?;
            if self.found.load(Ordering::Relaxed) || (self.read)(&kept)? {
                self.found.store(true, Ordering::Relaxed);
                return None;
            }
        }
        Some(Vec::new())
    }
}
