//! Matrix Market: the cells of a sparse matrix one a line. A square matrix holds ties of numbered vertices, another one
//! institutions (rows) and works (columns). Names are those of comments, `% 1 NAME`, where every row and column has one.
//!
//! Source: <https://math.nist.gov/MatrixMarket/formats.html>.

use crate::format::document::Document;
use crate::format::explicit::Mode;
use crate::format::info::{FormatInfo, Grammar, Syntax};
use crate::format::listing::{check_count, lines, words};
use crate::format::ties::{Direction, ExplicitNetwork, ExplicitTie, NetworkDecoder, Vertex, VertexAttribute};
use crate::ingest::options::Options;
use crate::message;
use crate::source::error::Error;

/// Matrix Market's syntax.
static GRAMMAR: Grammar = Grammar { label: "Matrix Market", begins: Some(|text| text.starts_with("%%MatrixMarket")) };

/// Decodes Matrix Market's sparse matrices.
pub(crate) static MATRIX_MARKET: NetworkDecoder = NetworkDecoder {
    info: &FormatInfo {
        key: "matrix-market",
        aliases: &["mtx"],
        extensions: &[],
        syntax: Syntax::Own(&GRAMMAR),
        precedence: 3,
    },
    parse,
    sniff: |_| true,
};

/// The numbers of rows and columns, and where they stand.
struct MatrixSize {
    rows: usize,
    columns: usize,
    at: usize,
    /// Whether a comment says that rows and columns are of two modes.
    is_bipartite: bool,
}

impl MatrixSize {
    fn is_square(&self) -> bool {
        self.rows == self.columns && !self.is_bipartite
    }

    /// The id of a column: in a square matrix that of the row.
    fn column(&self, number: usize) -> String {
        if self.is_square() { number.to_string() } else { self.rows.saturating_add(number).to_string() }
    }
}

fn parse(source: &Document<'_>, _options: &Options) -> Result<ExplicitNetwork, Error> {
    let mut rows = lines(source.text);
    let (_, head) = rows.next().unwrap_or_default();
    let head = head.to_ascii_lowercase();
    let kinds: Vec<&str> = head.split_whitespace().skip(1).collect();
    let (is_pattern, is_general) = match kinds[..] {
        [
            "matrix",
            "coordinate",
            kind @ ("real" | "integer" | "double" | "pattern"),
            symmetry @ ("general" | "symmetric"),
        ] => (kind == "pattern", symmetry == "general"),
        _ => return Err(source.error(0, message!("format-matrix-market-head"))),
    };
    let mut comments = Vec::new();
    let mut rows = rows.filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('%'));
    comments.extend(lines(source.text).map_while(|(_, line)| line.strip_prefix('%')).skip(1));
    let is_bipartite = comments.iter().any(|comment| comment.trim() == "bipartite");
    let (at, size) = rows.next().unwrap_or((source.text.len(), ""));
    let numbers: Vec<usize> = words(at, size).iter().filter_map(|(_, word)| word.parse().ok()).collect();
    let [height, width, _] = numbers[..] else {
        return Err(source.error(at, message!("format-matrix-market-size")));
    };
    let shape = MatrixSize { rows: height, columns: width, at, is_bipartite };
    let mut network = ExplicitNetwork::default();
    for (start, line) in rows {
        let words = words(start, line);
        let cell = |at: usize, most: usize| {
            let (offset, text) = words.get(at).copied().unwrap_or((start, line));
            text.parse::<usize>()
                .ok()
                .filter(|number| (1..=most).contains(number))
                .ok_or_else(|| source.error(offset, message!("format-no-vertex-number", text = text, count = most)))
        };
        let (row, column) = (cell(0, height)?, cell(1, width)?);
        let weight = words.get(2).filter(|_| !is_pattern).map(|(_, text)| (*text).to_owned());
        if weight.is_none() && !is_pattern {
            return Err(source.error(start, message!("format-weight-tie-empty-write")));
        }
        // A cell that is listed although it is zero holds nothing.
        if weight.as_deref().and_then(|text| text.parse().ok()) == Some(0.0) {
            continue;
        }
        let direction = if is_general && shape.is_square() { Direction::Directed } else { Direction::None };
        let (source, target) = (row.to_string(), shape.column(column));
        network.ties.push(ExplicitTie { source, target, weight, direction, offset: start });
    }
    vertices(source, &mut network, &shape)?;
    name(&mut network, &comments);
    Ok(network)
}

fn vertices(source: &Document<'_>, network: &mut ExplicitNetwork, shape: &MatrixSize) -> Result<(), Error> {
    let count = if shape.is_square() { shape.rows } else { shape.rows.saturating_add(shape.columns) };
    check_count(source, count, network.ties.len(), shape.at)?;
    let vertex = |number: usize| {
        let (label, mode) = match number.checked_sub(shape.rows).filter(|&column| column > 0) {
            Some(column) => (column, Mode::Second),
            None => (number, Mode::First),
        };
        let attributes = match shape.is_square() {
            true => Vec::new(),
            false => vec![(VertexAttribute::Mode, mode.value())],
        };
        Vertex { id: number.to_string(), label: label.to_string(), attributes, offset: shape.at, ..Vertex::default() }
    };
    network.vertices = (1..=count).map(vertex).collect();
    network.modes_at = Some(shape.at);
    Ok(())
}

/// Names vertices by comments, `% 1 NAME`, where they name each of them, one after the other.
fn name(network: &mut ExplicitNetwork, comments: &[&str]) {
    let named = |comment: &&str| {
        let (number, name) = comment.trim().split_once(char::is_whitespace)?;
        Some((number.parse::<usize>().ok()?, name.trim().to_owned()))
    };
    let names: Vec<(usize, String)> = comments.iter().filter_map(named).collect();
    let is_complete = names.len() == network.vertices.len();
    if is_complete && names.iter().enumerate().all(|(at, (number, _))| *number == at + 1) {
        for (vertex, (_, name)) in network.vertices.iter_mut().zip(names) {
            vertex.label = name;
        }
    }
}
