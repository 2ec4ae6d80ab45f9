//! What only the whole of a column tells, learned in one pass: what commas between institutions mean, and which comes
//! first in dates that end in the year. No row is kept.

use crate::corpus::hashing::Set;
use crate::ingest::commas::Sight;
use crate::ingest::dates::{self, Tally};
use crate::ingest::delimited::{Form, unquoted};
use crate::ingest::entities;
use crate::ingest::gather::CorpusAssembler;
use crate::ingest::options::Options;
use crate::ingest::rows::Learned;
use crate::scan::cells::{self, RowSelection};
use crate::scan::chunk::Chunk;
use crate::scan::pass::{MatchedRow, Pass, RowPredicate};
use crate::scan::progress::ProgressHandle;
use crate::scan::source::{Source, open};
use crate::scan::teams::RowFormat;
use crate::source::input::Input;
use std::sync::{Arc, Mutex, PoisonError};

/// Learns what the columns of a table say; `None` when the input is no table, cannot be read, or the watch asks to stop.
/// Time O(bytes), memory O(names that differ).
pub(crate) fn profile_columns(input: &Input, options: &Options, watch: Option<ProgressHandle<'_>>) -> Option<Learned> {
    let Ok(Source::Rows(mut opened)) = open(input, options) else { return None };
    let (_, shape, (lines, _)) = opened.shape(&mut CorpusAssembler::new(options), options).ok()?;
    let RowFormat::Table(mut columns) = shape else { return None };
    columns.wanted.rows = RowSelection::Every;
    let (delimiter, date) = (columns.wanted.delimiter, columns.date);
    let learning = ProfileScan { shape: RowFormat::Table(columns), delimiter, date, seen: Mutex::default() };
    Pass::over(*opened, lines, &learning, |_| watch.is_none_or(|watch| !watch.is_stopped()).then_some(()))?;
    let (sight, tally) = learning.seen.into_inner().unwrap_or_else(PoisonError::into_inner);
    Some(Learned { commas: Arc::new(sight.column(&options.authority)), order: tally.order() })
}

/// Gathers what cells show; the order in which pieces come plays no part.
struct ProfileScan {
    shape: RowFormat,
    delimiter: u8,
    date: Option<usize>,
    seen: Mutex<(Sight, Tally)>,
}

impl RowPredicate for ProfileScan {
    fn shape(&self) -> &RowFormat {
        &self.shape
    }

    fn rows(&self, bytes: &[u8], piece: &Chunk) -> Option<Vec<MatchedRow>> {
        let (mut sight, mut tally, mut known) = (Sight::default(), Tally::default(), Set::default());
        for found in &piece.spans {
            let cell = &bytes[found.start as usize..found.end as usize];
            // The same cells come again and again.
            if known.insert(cell) {
                sight.note(&entities::decoded(unquoted(&String::from_utf8_lossy(cell), found.form)));
            }
            if let Some(column) = self.date {
                let cell = String::from_utf8_lossy(cells::raw(bytes, found.row as usize, self.delimiter, column));
                let form = if cell.starts_with('"') { Form::Trailing } else { Form::Plain };
                tally.add(dates::read(&unquoted(&cell, form)));
            }
        }
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        seen.0.join(sight);
        seen.1.join(tally);
        Some(Vec::new())
    }
}
