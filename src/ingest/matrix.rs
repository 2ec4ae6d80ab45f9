//! Matrices with names: a square one of ties, the same institutions above and beside it; and one of works and
//! institutions, marked where an institution took part in a work.

use crate::corpus::hashing::FastMap;
use crate::corpus::naming::fold;
use crate::english::counted;
use crate::ingest::columns::{ColumnMap, is_of_institutions};
use crate::ingest::delimited::{Reader, Row};
use crate::ingest::error::Error;
use crate::ingest::gather::{Gather, Record, Spot};
use crate::ingest::names::{clean, trim, visible};
use crate::ingest::notice::Kind;
use crate::ingest::position::{Anchor, Position};
use crate::ingest::registry::Place;
use crate::ingest::rows::unclosed;
use crate::ingest::shape::{Labels, number, took_part};
use crate::ingest::stated::Source;
use crate::ingest::table::Delimited;
use crate::ingest::weights::{self, Reading};

/// Names of rows and columns that hold sums.
const SUMS: [&str; 7] = ["total", "sum", "grandtotal", "합계", "총계", "계", "총합"];

/// A row below the names: where it starts, and its name as it is written.
struct Line {
    anchor: Anchor,
    name: String,
}

/// What the names above and beside a matrix are, and the cells between them.
struct Grid<C> {
    labels: Labels,
    lines: Vec<Line>,
    /// Row by row.
    cells: Vec<C>,
}

impl<C: Copy> Grid<C> {
    fn cell(&self, row: usize, column: usize) -> C {
        self.cells[row * self.labels.names.len() + column]
    }
}

fn at(source: &Delimited<'_>, place: Position, message: impl Into<String>, message_ko: impl Into<String>) -> Error {
    Error::at(source.name, place.line, place.column, message, message_ko)
}

fn no_names(source: &Delimited<'_>) -> Error {
    Error::at(
        source.name,
        1,
        1,
        "a matrix needs names of its own in the first row and the first column, and numbers between them",
        "행렬에는 첫 행과 첫 열에 서로 다른 이름이 있고 그 사이에 숫자가 있어야 한다",
    )
}

/// Reads the cells. O(bytes).
fn grid<C>(
    source: &Delimited<'_>,
    columns: Option<&ColumnMap>,
    read: impl Fn(&Row<'_, '_>, usize) -> Result<C, Error>,
) -> Result<Grid<C>, Error> {
    if columns.is_some() {
        return Err(Error::at(
            source.name,
            1,
            1,
            "this is read as a matrix, which has no columns to name; leave one of --columns and --input-format out",
            "행렬로 읽는 파일이라 지정할 열이 없다. --columns나 --input-format 가운데 하나를 빼세요",
        ));
    }
    let labels = Labels::of(source.text, source.delimiter).ok_or_else(|| no_names(source))?;
    let mut grid = Grid { labels, lines: Vec::new(), cells: Vec::new() };
    let mut reader = Reader::new(source.text, source.delimiter);
    reader.next_row().map_err(|error| unclosed(source.name, error))?;
    let width = grid.labels.names.len() + 1;
    while let Some(row) = reader.next_row().map_err(|error| unclosed(source.name, error))? {
        if row.is_empty() {
            continue;
        }
        let (cells, place) = (row.len(), row.position(0));
        if cells != width {
            return Err(at(
                source,
                place,
                format!("the row of the matrix has {}, expected {width}", counted(cells, "cell", "cells")),
                format!("행렬의 이 행은 {cells}칸이다. {width}칸이어야 한다"),
            ));
        }
        let name = visible(&row.text(0)).to_owned();
        if name.is_empty() {
            return Err(at(
                source,
                place,
                "the row of the matrix has no name; write one in its first cell",
                "행렬의 이 행에 이름이 없다. 첫 칸에 이름을 적으세요",
            ));
        }
        for column in 1..width {
            grid.cells.push(read(&row, column)?);
        }
        grid.lines.push(Line { anchor: row.anchor(), name });
    }
    Ok(grid)
}

/// The institutions above a matrix; `None` for those that the thesaurus drops.
fn institutions(gather: &mut Gather<'_>, source: &Delimited<'_>, input: u16, labels: &Labels) -> Vec<Option<u32>> {
    let mut reader = Reader::new(source.text, source.delimiter);
    let Ok(Some(row)) = reader.next_row() else { return Vec::new() };
    let spot = Spot { input, text: source.text, anchor: row.anchor(), index: None };
    (0..labels.names.len())
        .map(|column| {
            let cell = row.text(column + labels.corner);
            let entity = gather.mention(&spot, visible(&cell), row.raw(column + labels.corner), "")?;
            gather.present(entity);
            Some(entity)
        })
        .collect()
}

fn register(gather: &mut Gather<'_>, source: &Delimited<'_>) -> u16 {
    Source { name: source.name, short_name: source.short_name, text: source.text }.register(gather)
}

/// Reads a square matrix: a cell is the weight of the tie between its row and its column. O(bytes).
pub(crate) fn read_ties(
    gather: &mut Gather<'_>,
    source: &Delimited<'_>,
    columns: Option<&ColumnMap>,
) -> Result<(), Error> {
    let grid = grid(source, columns, |row, column| weight(source, row, column))?;
    let rows = rows_of(source, &grid)?;
    let (upper, lower) = halves(&grid, &rows);
    if upper && lower {
        check_mirrored(source, &grid, &rows)?;
    }
    let input = register(gather, source);
    let entities = institutions(gather, source, input, &grid.labels);
    let mut own = 0;
    for (a, &row) in rows.iter().enumerate() {
        own += usize::from(grid.cell(row, a) != 0.0);
        for (b, &other) in rows.iter().enumerate().skip(a + 1) {
            let weight = grid.cell(row, b).max(grid.cell(other, a));
            let (Some(one), Some(two), true) = (entities[a], entities[b], weight > 0.0) else { continue };
            let line = if grid.cell(row, b) > 0.0 { row } else { other };
            let place = Place { input, line: grid.lines[line].anchor.line, column: 0 };
            if one == two {
                gather.tell_self_tie(one, place);
            }
            gather.tie((one, two), weight, place);
        }
    }
    let mut tell = |message: String, message_ko: String| {
        gather.notice(Kind::Other, Place { input, line: 0, column: 0 }, message, message_ko);
    };
    if own > 0 {
        tell(
            format!(
                "the diagonal of the matrix holds {} that {} no tie; not taken",
                counted(own, "number", "numbers"),
                if own == 1 { "makes" } else { "make" }
            ),
            format!("행렬의 대각선에 있는 수 {own}개는 관계가 아니어서 읽지 않았다"),
        );
    }
    if upper != lower {
        tell(
            "only one half of the matrix holds weights; each tie was taken from it".to_owned(),
            "행렬의 한쪽 절반에만 무게가 있다. 관계를 그쪽에서 읽었다".to_owned(),
        );
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
        Reading::Unusable(why, why_ko) => Err(at(
            source,
            row.position(column),
            format!("the weight {text} {why}; write a number above zero, or 0 where there is no tie"),
            format!("무게 {text}: {why_ko}. 0보다 큰 수를, 관계가 없으면 0을 적으세요"),
        )),
        Reading::Unreadable => Err(at(
            source,
            row.position(column),
            format!("the weight “{text}” is no number; write it like 2 or 0.5"),
            format!("무게 ‘{text}’이(가) 숫자가 아니다. 2나 0.5처럼 적으세요"),
        )),
    }
}

/// The row of each column's name.
fn rows_of<C>(source: &Delimited<'_>, grid: &Grid<C>) -> Result<Vec<usize>, Error> {
    let mut rows: FastMap<&str, usize> = FastMap::default();
    let names: Vec<String> = grid.lines.iter().map(|line| clean(&line.name).into_owned()).collect();
    let misfit = |line: &Line, name: &str, why: &str, why_ko: &str| {
        let place = Position { line: line.anchor.line, column: 1 };
        at(
            source,
            place,
            format!(
                "the row “{name}” of the square matrix {why}; rows and columns need the same institutions, each once, and no sums"
            ),
            format!(
                "정사각 행렬의 행 ‘{name}’: {why_ko}. 행과 열의 기관이 같고 한 번씩만 나와야 하며 합계는 없어야 한다"
            ),
        )
    };
    for (row, name) in names.iter().enumerate() {
        if SUMS.contains(&fold(name).as_str()) {
            return Err(misfit(&grid.lines[row], name, "holds sums", "합계 행이다"));
        }
        if !grid.labels.names.contains(name) {
            return Err(misfit(&grid.lines[row], name, "has no column", "같은 이름의 열이 없다"));
        }
        if rows.insert(name, row).is_some() {
            return Err(misfit(&grid.lines[row], name, "stands twice", "두 번 나온다"));
        }
    }
    let find = |name: &String| {
        rows.get(name.as_str()).copied().ok_or_else(|| {
            Error::at(
                source.name,
                1,
                1,
                format!("the column “{name}” of the square matrix has no row; rows and columns need the same names"),
                format!("정사각 행렬의 열 ‘{name}’에 해당하는 행이 없다. 행과 열의 이름이 같아야 한다"),
            )
        })
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
            let place = Position { line: grid.lines[row].anchor.line, column: 1 };
            return Err(at(
                source,
                place,
                format!(
                    "the matrix says {there} from {one} to {two} but {back} from {two} to {one}, and ties have no \
                     direction; make both the same, or write one tie a line: source,target,weight"
                ),
                format!(
                    "행렬에서 {one}→{two}는 {there}, {two}→{one}는 {back}(으)로 다르다. 관계에는 방향이 없으니 같게 고치거나 줄마다 \
                     관계 하나를 적으세요: source,target,weight"
                ),
            ));
        }
    }
    Ok(())
}

/// Reads a matrix of works and institutions: works beside it, institutions above it, or the other way round where the
/// corner says that the names below are institutions. O(bytes).
pub(crate) fn read_works(
    gather: &mut Gather<'_>,
    source: &Delimited<'_>,
    columns: Option<&ColumnMap>,
) -> Result<(), Error> {
    let grid = grid(source, columns, |row, column| mark(source, row, column))?;
    if grid.lines.iter().all(|line| matches!(line.name.as_str(), "0" | "1")) {
        return Err(Error::at(
            source.name,
            1,
            1,
            "the rows of the matrix have no names; put the name of each work into the first column",
            "행렬의 행에 이름이 없다. 첫 열에 모델·논문 이름을 적으세요",
        ));
    }
    let input = register(gather, source);
    let are_rows = grid.labels.corner == 1 && is_of_institutions(&fold(&source.headers[0]));
    if are_rows {
        works_above(gather, source, input, &grid);
    } else {
        works_beside(gather, source, input, &grid);
    }
    Ok(())
}

fn works_beside(gather: &mut Gather<'_>, source: &Delimited<'_>, input: u16, grid: &Grid<bool>) {
    let entities = institutions(gather, source, input, &grid.labels);
    for (row, line) in grid.lines.iter().enumerate() {
        let members =
            (0..entities.len()).filter(|&column| grid.cell(row, column)).filter_map(|column| entities[column]);
        let spot = Spot { input, text: source.text, anchor: line.anchor, index: None };
        record(gather, &spot, &line.name, members);
    }
}

fn works_above(gather: &mut Gather<'_>, source: &Delimited<'_>, input: u16, grid: &Grid<bool>) {
    let mut entities = Vec::with_capacity(grid.lines.len());
    for line in &grid.lines {
        let spot = Spot { input, text: source.text, anchor: line.anchor, index: None };
        let entity = gather.mention(&spot, &line.name, &line.name, "");
        if let Some(entity) = entity {
            gather.present(entity);
        }
        entities.push(entity);
    }
    let spot = Spot { input, text: source.text, anchor: Anchor::of_line(0, 1), index: None };
    for (column, name) in grid.labels.names.iter().enumerate() {
        let members = (0..entities.len()).filter(|&row| grid.cell(row, column)).filter_map(|row| entities[row]);
        record(gather, &spot, name, members);
    }
}

fn record(gather: &mut Gather<'_>, spot: &Spot<'_>, name: &str, members: impl Iterator<Item = u32>) {
    let mut entities: Vec<u32> = Vec::new();
    for entity in members {
        if !entities.contains(&entity) {
            entities.push(entity);
        }
    }
    gather.record(spot, &Record { name, entities: &entities, ..Record::default() });
}

/// Whether a cell says that the institution took part.
fn mark(source: &Delimited<'_>, row: &Row<'_, '_>, column: usize) -> Result<bool, Error> {
    let cell = row.text(column);
    took_part(&cell).ok_or_else(|| {
        let text = trim(&cell);
        at(
            source,
            row.position(column),
            format!("“{text}” stands in the matrix; expected 1 where the institution took part in the work, else 0"),
            format!("행렬에 ‘{text}’이(가) 있다. 기관이 참여했으면 1, 아니면 0이어야 한다"),
        )
    })
}
