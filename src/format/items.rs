//! Lists of items that go with a list of ties: VOSviewer's map file, Gephi's and Kumu's tables of nodes. Alone they
//! give institutions without partners; their ids are what the ties of the other file name.

use crate::corpus::naming::fold;
use crate::format::decoder::Confidence;
use crate::format::delimited::{DelimitedDecoder, Undelimited};
use crate::format::document::Document;
use crate::format::edges::EDGES;
use crate::format::head::Head;
use crate::format::header_row::HeaderRow;
use crate::format::info::{Format, FormatInfo, Syntax};
use crate::format::ties::{self, ExplicitNetwork, Vertex, VertexAttribute};
use crate::ingest::assembler::CorpusAssembler;
use crate::ingest::columns::{ColumnMap, Layout};
use crate::ingest::delimited::{Reader, Row};
use crate::ingest::location::SourceLocation;
use crate::ingest::notice::Kind;
use crate::ingest::options::Options;
use crate::ingest::rows::unclosed;
use crate::ingest::table::Delimited;
use crate::message;
use crate::normalize::text::trim;
use crate::source::error::Error;

struct Columns {
    id: Option<usize>,
    label: Option<usize>,
    attributes: Vec<(VertexAttribute, usize)>,
    /// Columns that are no facts.
    others: Vec<(usize, String)>,
}

/// Decodes lists of items.
pub(crate) static ITEMS: DelimitedDecoder = DelimitedDecoder {
    info: &FormatInfo { key: "items", aliases: &[], extensions: &[], syntax: Syntax::Delimited, precedence: 4 },
    undelimited: Undelimited::OneCell,
    sniff,
    check_companions,
    read: Some(read),
};

fn sniff(head: &Head<'_>, header: &HeaderRow) -> Confidence {
    let is_items = header.names_items() && !header.names_works() && !header.names_ties() && !header.is_epoch();
    match &head.options.columns {
        None => Confidence::Possible.when(is_items),
        // It goes with a list of ties, which has the columns.
        Some(columns) => Confidence::Certain
            .when(is_items && columns.is_of_ties() && Layout::from_map(columns, &header.headers).is_err()),
    }
}

/// Refuses items where columns of ties are named, and none of the inputs is a list of ties.
fn check_companions(name: &str, formats: &[Format], options: &Options) -> Result<(), Error> {
    let has_ties = formats.iter().any(|format| *format == EDGES.format());
    if has_ties || !options.columns.as_ref().is_some_and(ColumnMap::is_of_ties) {
        return Ok(());
    }
    Err(Error::whole(name, message!("format-columns-names-source-target")))
}

fn read(
    document: &Document<'_>,
    rows: &Delimited<'_>,
    _options: &Options,
    assembler: &mut CorpusAssembler<'_>,
) -> Result<(), Error> {
    let columns = columns(rows);
    let (Some(id_column), Some(label_column)) = (columns.id.or(columns.label), columns.label.or(columns.id)) else {
        return Err(document.error(0, message!("format-list-items-needs-column")));
    };
    let input = document.register(assembler);
    let mut listed = ExplicitNetwork::drawn_upwards();
    let found = vertices(document, rows, (&columns, id_column, label_column), &mut listed)?;
    listed.vertices = found;
    report_unused(assembler, input, &listed);
    let vertices = listed.vertices;
    ties::numbers(document, &vertices)?;
    let of_institutions: Vec<&Vertex> = vertices.iter().collect();
    let entities = ties::institutions(assembler, document, input, &of_institutions);
    for (vertex, entity) in vertices.iter().zip(entities) {
        let Some(entity) = entity else { continue };
        if let Some(other) = assembler.add_item(&vertex.id, entity) {
            let (id, label) = (&vertex.id, &vertex.label);
            return Err(document.error(
                vertex.offset,
                message!("format-id-stands-here-elsewhere", id = id, label = label, other = other),
            ));
        }
    }
    Ok(())
}

fn columns(rows: &Delimited<'_>) -> Columns {
    let find = |name: &str| rows.headers.iter().position(|header| fold(header) == name);
    let (id, label) = (find("id"), find("label"));
    let (mut attributes, mut others) = (Vec::new(), Vec::new());
    for (column, header) in rows.headers.iter().enumerate() {
        match VertexAttribute::of(header) {
            _ if Some(column) == id || Some(column) == label => {}
            Some(attribute) => attributes.push((attribute, column)),
            None => others.push((column, header.clone())),
        }
    }
    Columns { id, label, attributes, others }
}

fn report_unused(assembler: &mut CorpusAssembler<'_>, input: u16, listed: &ExplicitNetwork) {
    let mut report = |message| assembler.notice(Kind::Other, SourceLocation { input, line: 1, column: 0 }, message);
    if let Some(kept) = ties::kept(listed) {
        report(kept);
    }
    if !listed.unused.is_empty() {
        let unused = listed.unused.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
        report(message!("format-columns-taken-2", unused = &unused));
    }
}

fn vertices(
    document: &Document<'_>,
    rows: &Delimited<'_>,
    (columns, id_column, label_column): (&Columns, usize, usize),
    listed: &mut ExplicitNetwork,
) -> Result<Vec<Vertex>, Error> {
    let mut vertices: Vec<Vertex> = Vec::new();
    let mut reader = Reader::new(rows.text, rows.delimiter);
    reader.next_row().map_err(|error| unclosed(rows.name, error))?;
    while let Some(row) = reader.next_row().map_err(|error| unclosed(rows.name, error))? {
        if row.is_empty() {
            continue;
        }
        let vertex = vertex(&row, columns, (id_column, label_column), listed);
        if vertex.id.is_empty() {
            return Err(document.error(vertex.offset, message!("format-item-no-id-every")));
        }
        vertices.push(vertex);
    }
    Ok(vertices)
}

fn vertex(
    row: &Row<'_, '_>,
    columns: &Columns,
    (id_column, label_column): (usize, usize),
    listed: &mut ExplicitNetwork,
) -> Vertex {
    let cell = |column: usize| trim(&row.text(column)).to_owned();
    let id = cell(id_column);
    let label = cell(label_column);
    let attributes = columns.attributes.iter().map(|&(attribute, column)| (attribute, cell(column))).collect();
    let label = if label.is_empty() { id.clone() } else { label };
    let mut vertex = Vertex { id, label, attributes, offset: row.anchor().offset, ..Vertex::default() };
    for (column, title) in &columns.others {
        listed.keep(&mut vertex, title, &row.text(*column));
    }
    vertex
}
