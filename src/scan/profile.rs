//! What only the whole of a column shows, found in one pass that retains no row: what commas between institutions mean,
//! and which comes first in dates that end in the year.

use crate::corpus::hashing::FastSet;
use crate::ingest::assembler::CorpusAssembler;
use crate::ingest::commas::Sight;
use crate::ingest::delimited::{Form, unquoted};
use crate::ingest::options::Options;
use crate::ingest::rows::ColumnProfile;
use crate::normalize::dates::{self, Tally};
use crate::normalize::entities;
use crate::scan::cells::{self, RowSelection};
use crate::scan::chunk::Chunk;
use crate::scan::plan::{Fields, FullReason, Plan, Rows, Sink, Stop};
use crate::scan::run::{BlockSink, Progress, ScannedBlock, scan};
use crate::scan::source::{Header, Source, open};
use crate::scan::teams::RowFormat;
use crate::source::error::Error;
use crate::source::input::Input;
use rayon::prelude::*;
use std::ops::ControlFlow;
use std::sync::Arc;

/// Profiles the columns of a table. Time O(bytes), memory O(names that differ).
///
/// # Errors
/// The input is no table, or cannot be read.
pub(crate) fn profile_columns(
    input: &Input,
    options: &Options,
    progress: Progress<'_>,
    plan: &mut Plan,
) -> Result<ColumnProfile, Stop> {
    let mut source = match open(input, options)? {
        Source::Rows(source) => *source,
        Source::Whole(..) => return Err(FullReason::Document.into()),
    };
    let Header { format, start, .. } = source.header(&mut CorpusAssembler::new(options), options)?;
    let RowFormat::Table(mut columns) = format else { return Err(FullReason::Document.into()) };
    columns.wanted.rows = RowSelection::Every;
    let (delimiter, date) = (columns.wanted.delimiter, columns.date);
    let format = RowFormat::Table(columns);
    let mut sink = ProfileSink { delimiter, date, sight: Sight::default(), tally: Tally::default(), rows: 0 };
    scan(source, &format, start, progress, &mut sink)?;
    plan.add(Fields::ColumnProfile, Rows::None, Sink::ColumnProfile, (sink.rows, 0));
    Ok(ColumnProfile { commas: Arc::new(sink.sight.column(&options.authority)), order: sink.tally.order() })
}

/// Runs a pass, and once more with the profile of the columns where it turns out to need it.
pub(crate) fn with_profile<T>(
    (input, options, progress): (&Input, &Options, Progress<'_>),
    plan: &mut Plan,
    pass: impl Fn(Option<&ColumnProfile>, &mut Plan) -> Result<T, Stop>,
) -> Result<T, Stop> {
    match pass(None, plan) {
        Err(Stop::NeedsProfile) => {
            let profile = profile_columns(input, options, progress, plan)?;
            pass(Some(&profile), plan)
        }
        done => done,
    }
}

/// Collects what cells show; the order in which chunks come plays no part.
struct ProfileSink {
    delimiter: u8,
    date: Option<usize>,
    sight: Sight,
    tally: Tally,
    rows: u64,
}

impl BlockSink for ProfileSink {
    fn block(&mut self, block: ScannedBlock<'_>) -> Result<ControlFlow<()>, Error> {
        let profiles: Vec<(Sight, Tally)> =
            block.chunks.par_iter().map(|chunk| self.profile(block.bytes, chunk)).collect();
        for (sight, tally) in profiles {
            self.sight.join(sight);
            self.tally.join(tally);
        }
        self.rows += block.chunks.iter().map(|chunk| chunk.rows).sum::<u64>();
        Ok(ControlFlow::Continue(()))
    }
}

impl ProfileSink {
    fn profile(&self, bytes: &[u8], chunk: &Chunk) -> (Sight, Tally) {
        let (mut sight, mut tally, mut known) = (Sight::default(), Tally::default(), FastSet::default());
        for row in &chunk.spans {
            let cell = &bytes[row.start as usize..row.end as usize];
            // The same cells come again and again.
            if known.insert(cell) {
                sight.note(&entities::decoded(unquoted(&String::from_utf8_lossy(cell), row.form)));
            }
            if let Some(column) = self.date {
                let cell = String::from_utf8_lossy(cells::raw(bytes, row.row as usize, self.delimiter, column));
                let form = if cell.starts_with('"') { Form::Trailing } else { Form::Plain };
                tally.add(dates::read(&unquoted(&cell, form)));
            }
        }
        (sight, tally)
    }
}
