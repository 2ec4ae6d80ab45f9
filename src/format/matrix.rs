//! Square matrices of ties: the same institutions above and beside them.

use crate::corpus::hashing::FastMap;
use crate::corpus::naming::fold;
use crate::english::counted;
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
    let mut report = |message: String, message_ko: String| {
        assembler.notice(Kind::Other, SourceLocation { input, line: 0, column: 0 }, message, message_ko);
    };
    if own > 0 {
        report(
            format!(
                "the diagonal of the matrix holds {} that {} no tie; not taken",
                counted(own, "number", "numbers"),
                if own == 1 { "makes" } else { "make" }
            ),
            format!("행렬의 대각선에 있는 수 {own}개는 관계가 아니어서 읽지 않았다"),
        );
    }
    if upper != lower {
        report(
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
    let row_error = |line: &Line, name: &str, why: &str, why_ko: &str| {
        let position = Position { line: line.anchor.line, column: 1 };
        at(
            source,
            position,
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
            return Err(row_error(&grid.lines[row], name, "holds sums", "합계 행이다"));
        }
        if !grid.labels.names.contains(name) {
            return Err(row_error(&grid.lines[row], name, "has no column", "같은 이름의 열이 없다"));
        }
        if rows.insert(name, row).is_some() {
            return Err(row_error(&grid.lines[row], name, "stands twice", "두 번 나온다"));
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
            let position = Position { line: grid.lines[row].anchor.line, column: 1 };
            return Err(at(
                source,
                position,
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
