//! What only the whole of a column tells, learned in one pass: what commas between institutions mean, and which comes
//! first in dates that end in the year. No row is kept.

use std::sync::{Arc, Mutex, PoisonError};

use crate::corpus::hashing::FastSet;
use crate::ingest::commas::Sight;
use crate::ingest::dates::{self, Tally};
use crate::ingest::delimited::{Form, unquoted};
use crate::ingest::entities;
use crate::ingest::gather::Gather;
use crate::ingest::input::Input;
use crate::ingest::options::Options;
use crate::ingest::rows::Learned;
use crate::ingest::stream::cells::{self, Rows};
use crate::ingest::stream::opened::{Opening, open};
use crate::ingest::stream::pass::{Look, Pass, Row};
use crate::ingest::stream::rows::Piece;
use crate::ingest::stream::teams::Shape;
use crate::ingest::stream::watch::Watch;

/// Learns what the columns of a table say; `None` when the input is no table, cannot be read, or the watch asks to stop.
/// Time O(bytes), memory O(names that differ).
pub(crate) fn learn(input: &Input, options: &Options, watch: Option<Watch<'_>>) -> Option<Learned> {
    let Ok(Opening::Rows(mut opened)) = open(input, options) else { return None };
    let (_, shape, (lines, _)) = opened.shape(&mut Gather::new(options), options).ok()?;
    let Shape::Table(mut columns) = shape else { return None };
    columns.wanted.rows = Rows::Every;
    let (delimiter, date) = (columns.wanted.delimiter, columns.date);
    let learning = Learning { shape: Shape::Table(columns), delimiter, date, seen: Mutex::default() };
    Pass::over(*opened, lines, &learning, |_| watch.is_none_or(|watch| !watch.is_stopped()).then_some(()))?;
    let (sight, tally) = learning.seen.into_inner().unwrap_or_else(PoisonError::into_inner);
    Some(Learned { commas: Arc::new(sight.column(&options.authority)), order: tally.order() })
}

/// Gathers what cells show; the order in which pieces come plays no part.
struct Learning {
    shape: Shape,
    delimiter: u8,
    date: Option<usize>,
    seen: Mutex<(Sight, Tally)>,
}

impl Look for Learning {
    fn shape(&self) -> &Shape {
        &self.shape
    }

    fn rows(&self, bytes: &[u8], piece: &Piece) -> Option<Vec<Row>> {
        let (mut sight, mut tally, mut known) = (Sight::default(), Tally::default(), FastSet::default());
        for found in &piece.found {
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
