//! What only the whole of a table shows, found in one pass that retains no row: what commas between institutions mean,
//! which comes first in dates that end in the year, and, where works are loaded, which rows are one work.

use crate::corpus::hashing::FastSet;
use crate::ingest::addresses;
use crate::ingest::assembler::CorpusAssembler;
use crate::ingest::commas::Sight;
use crate::ingest::delimited::{Form, Reader, unquoted};
use crate::ingest::groups::Rows;
use crate::ingest::options::Options;
use crate::ingest::rows::ColumnProfile;
use crate::normalize::dates::{self, Tally};
use crate::normalize::entities;
use crate::normalize::lists::Separator;
use crate::scan::cells::{self, RowSelection};
use crate::scan::chunk::Chunk;
use crate::scan::plan::{self, Fields, FullReason, Plan, Sink, Stop};
use crate::scan::run::{BlockSink, Progress, ScannedBlock, scan};
use crate::scan::source::{Header, RecordSource, Source, open, valid_prefix};
use crate::scan::teams::{RowFormat, TableColumns};
use crate::source::error::Error;
use crate::source::input::Input;
use rayon::prelude::*;
use std::ops::ControlFlow;
use std::sync::Arc;

/// What a whole table shows.
#[derive(Debug)]
pub(crate) struct TableProfile {
    pub(crate) columns: ColumnProfile,
    /// What tells which rows are one work.
    pub(crate) keys: Rows,
    /// Whether the column of institutions holds addresses that are not taken as names.
    pub(crate) are_addresses: bool,
}

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
    let RowFormat::Table(columns) = format else { return Err(FullReason::Document.into()) };
    let sink = run(source, (columns, start), progress, KeyCollection::None)?;
    plan.add(Fields::ColumnProfile, plan::Rows::None, Sink::ColumnProfile, (sink.rows, 0));
    Ok(sink.columns(options))
}

/// Profiles a table that was opened, with what tells which of its rows are one work. Time O(bytes), memory O(rows).
///
/// # Errors
/// The input cannot be read.
pub(crate) fn profile_table(mut source: RecordSource, options: &Options) -> Result<Option<TableProfile>, Error> {
    let Header { format, start, .. } = source.header(&mut CorpusAssembler::new(options), options)?;
    let RowFormat::Table(columns) = format else { return Ok(None) };
    let rule = Arc::clone(&columns.addresses);
    let mut sink = run(source, (columns, start), Progress::default(), KeyCollection::All)?;
    let are_addresses = sink.addresses.are_addresses(&rule);
    let keys = std::mem::replace(&mut sink.keys, Rows::new(&Arc::default(), &Separator::Detect));
    Ok(Some(TableProfile { columns: sink.columns(options), keys, are_addresses }))
}

fn run(
    source: RecordSource,
    (mut columns, start): (Box<TableColumns>, (u64, u64)),
    progress: Progress<'_>,
    collection: KeyCollection,
) -> Result<ProfileSink, Error> {
    columns.wanted.rows = RowSelection::Every;
    let (delimiter, date, more) = (columns.wanted.delimiter, columns.date, columns.more.clone());
    let keys = Rows::new(&columns.keys, &columns.separator);
    let notes_addresses = collection == KeyCollection::All;
    let collection = if columns.keys.never { KeyCollection::None } else { collection };
    let (sight, tally, rule) = (Sight::default(), Tally::default(), Arc::clone(&columns.addresses));
    let addresses = addresses::Sight::default();
    let mut sink = ProfileSink {
        delimiter,
        date,
        more,
        sight,
        tally,
        rows: 0,
        keys,
        collection,
        notes_addresses,
        rule,
        addresses,
    };
    scan(source, &RowFormat::Table(columns), start, progress, &mut sink)?;
    Ok(sink)
}

/// Whether it is collected what tells which rows are one work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum KeyCollection {
    None,
    All,
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
    /// Further columns of institutions.
    more: Vec<usize>,
    sight: Sight,
    tally: Tally,
    rows: u64,
    keys: Rows,
    collection: KeyCollection,
    /// Addresses among the institutions.
    notes_addresses: bool,
    rule: Arc<addresses::Rule>,
    addresses: addresses::Sight,
}

/// What one chunk shows.
type ChunkProfile = (Sight, Tally, Option<Rows>, addresses::Sight);

impl BlockSink for ProfileSink {
    fn block(&mut self, block: ScannedBlock<'_>) -> Result<ControlFlow<()>, Error> {
        let profiles: Vec<ChunkProfile> =
            block.chunks.par_iter().map(|chunk| self.profile(block.bytes, chunk)).collect();
        for (sight, tally, keys, addresses) in profiles {
            self.addresses.join(&addresses);
            self.sight.join(sight);
            self.tally.join(tally);
            keys.into_iter().for_each(|keys| self.keys.join(keys));
        }
        if self.keys.are_apart() {
            self.collection = KeyCollection::None;
        }
        self.rows += block.chunks.iter().map(|chunk| chunk.rows).sum::<u64>();
        Ok(ControlFlow::Continue(()))
    }
}

impl ProfileSink {
    fn columns(self, options: &Options) -> ColumnProfile {
        ColumnProfile { commas: Arc::new(self.sight.column(&options.authority)), dates: self.tally }
    }

    fn keys(&self, bytes: &[u8], chunk: &Chunk) -> Rows {
        let mut keys = self.keys.empty();
        let text = valid_prefix(&bytes[chunk.start..chunk.end]);
        let mut reader = Reader::from_row(text, self.delimiter, 0, chunk.line);
        while let Ok(Some(row)) = reader.next_row() {
            if !row.is_empty() {
                keys.add(&row);
            }
        }
        keys
    }

    fn profile(&self, bytes: &[u8], chunk: &Chunk) -> ChunkProfile {
        let (mut sight, mut tally, mut known) = (Sight::default(), Tally::default(), FastSet::default());
        let mut addresses = addresses::Sight::default();
        for row in &chunk.spans {
            let cell = &bytes[row.start as usize..row.end as usize];
            let text = String::from_utf8_lossy(cell);
            // The same cells come again and again.
            if known.insert(cell) {
                sight.note(&entities::decoded(unquoted(&text, row.form)));
            }
            // How often an address stands in the column counts.
            if self.notes_addresses {
                addresses.note(&entities::decoded(unquoted(&text, row.form)), &self.rule);
            }
            let read = |column: usize| {
                let cell = String::from_utf8_lossy(cells::raw(bytes, row.row as usize, self.delimiter, column));
                let form = if cell.starts_with('"') { Form::Trailing } else { Form::Plain };
                unquoted(&cell, form).into_owned()
            };
            for &column in &self.more {
                let cell = entities::decoded(read(column)).into_owned();
                sight.note(&cell);
                if self.notes_addresses {
                    addresses.note(&cell, &self.rule);
                }
            }
            if let Some(column) = self.date {
                tally.add(dates::read(&read(column)));
            }
        }
        (sight, tally, (self.collection == KeyCollection::All).then(|| self.keys(bytes, chunk)), addresses)
    }
}
