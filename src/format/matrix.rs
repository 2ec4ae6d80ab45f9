//! Square matrices of ties: the same institutions above and beside them.

use crate::corpus::hashing::FastMap;
use crate::corpus::naming::fold;
use crate::format::decoder::Confidence;
use crate::format::delimited::{DelimitedDecoder, Undelimited, stands_alone};
use crate::format::document::Document;
use crate::format::grid::{Grid, Line, at, institutions};
use crate::format::info::{FormatInfo, Syntax};
use crate::format::table_shape::{TableShape, number};
use crate::format::weights::{self, Reading};
use crate::ingest::assembler::CorpusAssembler;
use crate::ingest::delimited::Row;
use crate::ingest::location::SourceLocation;
use crate::ingest::notice::Kind;
use crate::ingest::options::Options;
use crate::ingest::table::Delimited;
use crate::message;
use crate::messages::Message;
use crate::normalize::text::{clean, trim};
use crate::source::error::Error;
use crate::source::position::Position;

/// Decodes square matrices of ties.
pub(crate) static MATRIX: DelimitedDecoder = DelimitedDecoder {
    info: &FormatInfo { key: "matrix", aliases: &[], extensions: &[], syntax: Syntax::Delimited, precedence: 5 },
    undelimited: Undelimited::SplitAtBlanks,
    sniff: |head, _| Confidence::Certain.when(head.table_shape() == Some(TableShape::Square)),
    check_companions: stands_alone,
    read: Some(read),
};

/// Names of rows and columns that hold sums.
const SUMS: [&str; 7] = ["total", "sum", "grandtotal", "합계", "총계", "계", "총합"];

/// Reads a square matrix: a cell is the weight of the tie between its row and its column. O(bytes).
fn read(
    document: &Document<'_>,
    source: &Delimited<'_>,
    options: &Options,
    assembler: &mut CorpusAssembler<'_>,
) -> Result<(), Error> {
    let grid = Grid::read(source, options, |row, column| weight(source, row, column))?;
    let rows = rows_of(source, &grid)?;
    let (upper, lower) = halves(&grid, &rows);
    if upper && lower {
        check_mirrored(source, &grid, &rows)?;
    }
    let input = document.register(assembler);
    let entities = institutions(assembler, (document, source), input, &grid.labels);
    let mut own = 0;
    for (a, &row) in rows.iter().enumerate() {
        own += usize::from(grid.cell(row, a) != 0.0);
        for (b, &other) in rows.iter().enumerate().skip(a + 1) {
            let weight = grid.cell(row, b).max(grid.cell(other, a));
            let (Some(one), Some(two), true) = (entities[a], entities[b], weight > 0.0) else { continue };
            let line = if grid.cell(row, b) > 0.0 { row } else { other };
            let location = SourceLocation { input, line: grid.lines[line].anchor.line, column: 0 };
            if one == two {
                assembler.tell_self_tie(one, location);
            }
            assembler.tie((one, two), weight, location);
        }
    }
    let mut report = |message: Message| {
        assembler.notice(Kind::Other, SourceLocation { input, line: 0, column: 0 }, message);
    };
    if own > 0 {
        report(message!("format-diagonal-matrix-holds-numbers", own = own));
    }
    if upper != lower {
        report(message!("format-only-half-matrix-holds"));
    }
    Ok(())
}

/// The weight in a cell, 0 where there is no tie.
fn weight(source: &Delimited<'_>, row: &Row<'_, '_>, column: usize) -> Result<f64, Error> {
    let cell = row.text(column);
    let text = trim(&cell);
    if number(text) == Some(0.0) && !text.bytes().any(|byte| matches!(byte, b'1'..=b'9')) {
        return Ok(0.0);
    }
    match weights::read(text) {
        Reading::Weight(weight) => Ok(weight),
        Reading::Blank => Ok(0.0),
        Reading::Unusable(why) => {
            Err(at(source, row.position(column), message!("format-weight-write-number-above", text = text, why = why)))
        }
        Reading::Unreadable => {
            Err(at(source, row.position(column), message!("format-weight-no-number-write", text = text)))
        }
    }
}

/// The row of each column's name.
fn rows_of<C>(source: &Delimited<'_>, grid: &Grid<C>) -> Result<Vec<usize>, Error> {
    let mut rows: FastMap<&str, usize> = FastMap::default();
    let names: Vec<String> = grid.lines.iter().map(|line| clean(&line.name).into_owned()).collect();
    let row_error = |line: &Line, name: &str, why: Message| {
        let position = Position { line: line.anchor.line, column: 1 };
        at(source, position, message!("format-row-square-matrix-rows", name = name, why = why))
    };
    for (row, name) in names.iter().enumerate() {
        if SUMS.contains(&fold(name).as_str()) {
            return Err(row_error(&grid.lines[row], name, message!("format-holds-sums")));
        }
        if !grid.labels.names.contains(name) {
            return Err(row_error(&grid.lines[row], name, message!("format-no-column")));
        }
        if rows.insert(name, row).is_some() {
            return Err(row_error(&grid.lines[row], name, message!("format-row-occurs-twice")));
        }
    }
    let find = |name: &String| {
        rows.get(name.as_str())
            .copied()
            .ok_or_else(|| Error::at(source.name, 1, 1, message!("format-column-square-matrix-no", name = name)))
    };
    grid.labels.names.iter().map(find).collect()
}

/// Whether there are weights above and below the diagonal.
fn halves(grid: &Grid<f64>, rows: &[usize]) -> (bool, bool) {
    let any = |is_half: fn(usize, usize) -> bool| {
        rows.iter().enumerate().any(|(a, &row)| (0..rows.len()).any(|b| is_half(a, b) && grid.cell(row, b) != 0.0))
    };
    (any(|a, b| b > a), any(|a, b| b < a))
}

/// Two weights of one pair that differ have a direction, which a tie has not.
fn check_mirrored(source: &Delimited<'_>, grid: &Grid<f64>, rows: &[usize]) -> Result<(), Error> {
    for (a, &row) in rows.iter().enumerate() {
        for (b, &other) in rows.iter().enumerate().skip(a + 1) {
            let (there, back) = (grid.cell(row, b), grid.cell(other, a));
            if there == back {
                continue;
            }
            let (one, two) = (&grid.labels.names[a], &grid.labels.names[b]);
            let position = Position { line: grid.lines[row].anchor.line, column: 1 };
            return Err(at(
                source,
                position,
                message!(
                    "format-matrix-says-ties-no",
                    there = there.to_string(),
                    one = one,
                    two = two,
                    back = back.to_string()
                ),
            ));
        }
    }
    Ok(())
}
