//! Whether a large file tells of models or of papers: one row that says why a model is listed, or how it can be had, is
//! enough, and the rows behind it are not looked at.

use std::ops::ControlFlow;
use std::sync::{Mutex, MutexGuard, PoisonError};

use memchr::memmem::Finder;

use crate::corpus::kind::WorkKind;
use crate::format::collabgraph;
use crate::ingest::assembler::CorpusAssembler;
use crate::ingest::options::Options;
use crate::ingest::row_assembly::read_some;
use crate::ingest::rows::ColumnProfile;
use crate::scan::cells::{self, RowSelection};
use crate::scan::chunk::{Chunk, RowSpan};
use crate::scan::plan::{Fields, FullReason, Plan, Rows, Sink, Stop};
use crate::scan::profile::with_profile;
use crate::scan::retained::RetainedRows;
use crate::scan::row_match::{MatchedRow, RowPredicate, match_rows};
use crate::scan::run::Progress;
use crate::scan::source::{Header, RecordSource, open_lines, open_table};
use crate::scan::teams::RowFormat;
use crate::source::input::Input;

/// Rows that are read in full at once.
const ROWS: usize = 32;

/// The kind of the works of this input, as [`Corpus::work_kind`](crate::corpus::Corpus::work_kind) has it of all of them.
/// Time O(bytes) at most, memory O(1).
///
/// # Errors
/// The input cannot be read, or only all of its works give the answer.
pub(crate) fn detect_work_kind(input: &Input, options: &Options, plan: &mut Plan) -> Result<WorkKind, Stop> {
    // What is a list of criteria may rest on the column of institutions.
    let of_table = with_profile((input, options, Progress::default()), plan, |profile, plan| {
        of_table(input, options, profile, plan)
    });
    match of_table {
        // It is no table: works may stand one a line.
        Err(Stop::ReadAll(FullReason::Document)) => {}
        found => return found,
    }
    let mut source = open_lines(input, options)?;
    let mut assembler = CorpusAssembler::new(options);
    let Header { input, format, start } = source.header(&mut assembler, options)?;
    if matches!(format, RowFormat::OpenAlex) {
        return Ok(WorkKind::Publication);
    }
    // A key may be written with escapes.
    let keys = ["criteria", "accessibility", "\\u"].map(Finder::new);
    let says = |bytes: &[u8], row: &RowSpan| {
        let line = &bytes[row.start as usize..row.end as usize];
        keys.iter().any(|key| key.find(line).is_some())
    };
    let read = |retained: &RetainedRows| {
        let mut assembler = assembler.clone();
        collabgraph::read_some(&mut assembler, input, &retained.text, &retained.rows).ok()?;
        Some(is_of_models(assembler))
    };
    KindPredicate { format, says, read, verdict: Mutex::new(Verdict::Unknown), otherwise: WorkKind::Work }
        .scan(source, start, plan)
}

fn of_table(
    input: &Input,
    options: &Options,
    profile: Option<&ColumnProfile>,
    plan: &mut Plan,
) -> Result<WorkKind, Stop> {
    let (head, mut source) = open_table(input, options, profile)?;
    let mut assembler = CorpusAssembler::new(options);
    let table = head.table(&mut assembler, "", options)?;
    let stated = table.keys.kind.unwrap_or(WorkKind::Publication);
    if stated != WorkKind::Work || head.kinds.is_empty() {
        return Ok(stated);
    }
    let Header { format, start, .. } = source.header(&mut CorpusAssembler::new(options), options)?;
    let RowFormat::Table(mut columns) = format else { return Err(FullReason::Document.into()) };
    columns.wanted.rows = RowSelection::Every;
    let delimiter = columns.wanted.delimiter;
    let says = |bytes: &[u8], row: &RowSpan| {
        let cell = |&column: &usize| cells::raw(bytes, row.row as usize, delimiter, column);
        head.kinds.iter().map(cell).any(|cell| !cell.trim_ascii().is_empty() && cell != b"\"\"")
    };
    let read = |retained: &RetainedRows| {
        let mut assembler = assembler.clone();
        let is_complete = read_some(&mut assembler, &table.with_text(&retained.text), &retained.rows).ok()?;
        is_complete.then(|| is_of_models(assembler))
    };
    let format = RowFormat::Table(columns);
    KindPredicate { format, says, read, verdict: Mutex::new(Verdict::Unknown), otherwise: stated }
        .scan(source, start, plan)
}

fn is_of_models(gather: CorpusAssembler<'_>) -> bool {
    gather.finish_some().0.work_kind() == WorkKind::Model
}

/// What is known of the works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    Unknown,
    Models,
    /// A row means what only a profile of its columns shows.
    NeedsProfile,
}

/// Ends the scan at the first row that shows a model: `says` is whether a row may, `read` whether rows do that are read in
/// full.
struct KindPredicate<S, R> {
    format: RowFormat,
    says: S,
    read: R,
    verdict: Mutex<Verdict>,
    /// The kind where no row shows a model.
    otherwise: WorkKind,
}

impl<S, R> KindPredicate<S, R>
where
    S: Fn(&[u8], &RowSpan) -> bool + Sync,
    R: Fn(&RetainedRows) -> Option<bool> + Sync,
{
    fn scan(&self, source: RecordSource, start: (u64, u64), plan: &mut Plan) -> Result<WorkKind, Stop> {
        let counts = match_rows(source, start, self, |_| Ok(ControlFlow::Continue(())))?;
        plan.add(Fields::WorkKind, Rows::None, Sink::WorkKind, (counts.map_or(0, |counts| counts.all), 0));
        match *self.verdict() {
            Verdict::Unknown => Ok(self.otherwise),
            Verdict::Models => Ok(WorkKind::Model),
            Verdict::NeedsProfile => Err(Stop::NeedsProfile),
        }
    }

    fn verdict(&self) -> MutexGuard<'_, Verdict> {
        self.verdict.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<S, R> RowPredicate for KindPredicate<S, R>
where
    S: Fn(&[u8], &RowSpan) -> bool + Sync,
    R: Fn(&RetainedRows) -> Option<bool> + Sync,
{
    fn format(&self) -> &RowFormat {
        &self.format
    }

    fn rows(&self, bytes: &[u8], chunk: &Chunk) -> ControlFlow<(), Vec<MatchedRow>> {
        let saying: Vec<u32> = chunk.spans.iter().filter(|row| (self.says)(bytes, row)).map(|row| row.row).collect();
        for rows in saying.chunks(ROWS) {
            if *self.verdict() != Verdict::Unknown {
                return ControlFlow::Break(());
            }
            let mut retained = RetainedRows::default();
            rows.iter().for_each(|&row| retained.retain(bytes, row as usize, &self.format, 0));
            let found = match (self.read)(&retained) {
                Some(false) => continue,
                Some(true) => Verdict::Models,
                None => Verdict::NeedsProfile,
            };
            let mut verdict = self.verdict();
            // One model is enough, whatever other rows need.
            if *verdict != Verdict::Models {
                *verdict = found;
            }
            return ControlFlow::Break(());
        }
        ControlFlow::Continue(Vec::new())
    }
}
