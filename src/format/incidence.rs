//! Matrices of works and institutions, marked where an institution took part in a work. They are read only with
//! `--input-format incidence`, for nothing in them distinguishes works from institutions.

use crate::corpus::hashing::FastSet;
use crate::corpus::naming::fold;
use crate::format::decoder::Confidence;
use crate::format::delimited::{DelimitedDecoder, Undelimited, stands_alone};
use crate::format::document::Document;
use crate::format::grid::{Grid, at, institutions};
use crate::format::info::{FormatInfo, Syntax};
use crate::format::table_shape::took_part;
use crate::ingest::assembler::CorpusAssembler;
use crate::ingest::delimited::Row;
use crate::ingest::location::RecordLocation;
use crate::ingest::options::Options;
use crate::ingest::record::{Record, add_once};
use crate::ingest::role::is_of_institutions;
use crate::ingest::table::Delimited;
use crate::message;
use crate::normalize::text::trim;
use crate::source::error::Error;
use crate::source::position::Anchor;

/// Decodes matrices of works and institutions.
pub(crate) static INCIDENCE: DelimitedDecoder = DelimitedDecoder {
    info: &FormatInfo { key: "incidence", aliases: &[], extensions: &[], syntax: Syntax::Delimited, precedence: 2 },
    undelimited: Undelimited::SplitAtBlanks,
    sniff: |_, _| Confidence::None,
    check_companions: stands_alone,
    read: Some(read),
};

/// Reads an incidence matrix: works in rows and institutions in columns, or the other way round where the
/// corner says that the names below are institutions. O(bytes).
fn read(
    document: &Document<'_>,
    source: &Delimited<'_>,
    options: &Options,
    assembler: &mut CorpusAssembler<'_>,
) -> Result<(), Error> {
    let grid = Grid::read(source, options, |row, column| mark(source, row, column))?;
    if grid.lines.iter().all(|line| matches!(line.name.as_str(), "0" | "1")) {
        return Err(Error::at(source.name, 1, 1, message!("format-rows-matrix-no-names")));
    }
    let input = document.register_works(assembler);
    let are_rows = grid.labels.corner == 1 && is_of_institutions(&fold(&source.headers[0]));
    if are_rows {
        works_in_columns(assembler, document, input, &grid);
    } else {
        works_in_rows(assembler, (document, source), input, &grid);
    }
    Ok(())
}

fn works_in_rows(
    assembler: &mut CorpusAssembler<'_>,
    source: (&Document<'_>, &Delimited<'_>),
    input: u16,
    grid: &Grid<bool>,
) {
    let entities = institutions(assembler, source, input, &grid.labels);
    for (row, line) in grid.lines.iter().enumerate() {
        let members =
            (0..entities.len()).filter(|&column| grid.cell(row, column)).filter_map(|column| entities[column]);
        let location = source.0.record_at(input, line.anchor);
        record(assembler, &location, &line.name, members);
    }
}

fn works_in_columns(assembler: &mut CorpusAssembler<'_>, document: &Document<'_>, input: u16, grid: &Grid<bool>) {
    let mut entities = Vec::with_capacity(grid.lines.len());
    for line in &grid.lines {
        let location = document.record_at(input, line.anchor);
        let entity = assembler.mention(&location, &line.name, &line.name, "");
        if let Some(entity) = entity {
            assembler.present(entity);
        }
        entities.push(entity);
    }
    let location = document.record_at(input, Anchor::of_line(0, 1));
    for (column, name) in grid.labels.names.iter().enumerate() {
        let members = (0..entities.len()).filter(|&row| grid.cell(row, column)).filter_map(|row| entities[row]);
        record(assembler, &location, name, members);
    }
}

fn record(
    assembler: &mut CorpusAssembler<'_>,
    location: &RecordLocation<'_>,
    name: &str,
    members: impl Iterator<Item = u32>,
) {
    let (mut entities, mut seen) = (Vec::new(), FastSet::default());
    for entity in members {
        add_once(&mut entities, &mut seen, entity);
    }
    assembler.record(location, &Record { name, entities: &entities, ..Record::default() });
}

/// Whether a cell says that the institution took part.
fn mark(source: &Delimited<'_>, row: &Row<'_, '_>, column: usize) -> Result<bool, Error> {
    let cell = row.text(column);
    took_part(&cell).ok_or_else(|| {
        let text = trim(&cell);
        at(source, row.position(column), message!("format-stands-matrix-expected-where", text = text))
    })
}
