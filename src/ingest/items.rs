//! Lists of items that go with a list of ties: VOSviewer's map file, Gephi's and Kumu's tables of nodes. Alone they
//! give institutions without partners; their ids are what the ties of the other file name.

use crate::corpus::hashing::FastMap;
use crate::corpus::naming::fold;
use crate::ingest::delimited::{Reader, Row};
use crate::ingest::error::Error;
use crate::ingest::gather::{Gather, Spot};
use crate::ingest::names::{clean, trim};
use crate::ingest::notice::Kind;
use crate::ingest::position::Anchor;
use crate::ingest::registry::Place;
use crate::ingest::rows::unclosed;
use crate::ingest::stated::{Fact, Sharing, Source, Vertex, institution};
use crate::ingest::table::Delimited;

/// Whether headers are those of a list of items.
#[must_use]
pub(crate) fn is_list(headers: &[String]) -> bool {
    let folded: Vec<String> = headers.iter().map(|header| fold(header)).collect();
    let has = |key: &str| folded.iter().any(|header| header == key);
    let is_map = headers.iter().any(|header| {
        let header = header.trim().to_lowercase();
        header.starts_with("weight<") || header.starts_with("score<") || header == "cluster"
    });
    (has("id") && has("label"))
        || (has("label") && has("type"))
        || ((has("id") || has("label")) && (is_map || has("x") && has("y")))
}

struct Columns {
    id: Option<usize>,
    label: Option<usize>,
    facts: Vec<(Fact, usize)>,
}

/// Reads a list of items. O(bytes).
pub(crate) fn read(gather: &mut Gather<'_>, source: &Delimited<'_>) -> Result<(), Error> {
    let place = Source { name: source.name, short_name: source.short_name, text: source.text };
    let columns = columns(source);
    let (Some(id_column), Some(label_column)) = (columns.id.or(columns.label), columns.label.or(columns.id)) else {
        return Err(place.error(
            0,
            "a list of items needs the column id or label",
            "항목 목록에는 id나 label 열이 있어야 한다",
        ));
    };
    let input = place.register(gather);
    tell_unused(gather, input, source, &columns);
    let vertices = vertices(&place, source, &columns, (id_column, label_column))?;
    let mut names: FastMap<String, u32> = FastMap::default();
    for (vertex, _) in &vertices {
        *names.entry(clean(&vertex.label).into_owned()).or_insert(0) += 1;
    }
    for (vertex, anchor) in &vertices {
        let spot = Spot { input, text: source.text, anchor: *anchor, index: None };
        let is_shared = names.get(clean(&vertex.label).as_ref()).is_some_and(|&count| count > 1);
        let sharing = if is_shared { Sharing::Shared } else { Sharing::Own };
        let Some(entity) = institution(gather, &spot, vertex, sharing) else { continue };
        if let Some(other) = gather.add_item(&vertex.id, entity) {
            let (id, label) = (&vertex.id, &vertex.label);
            return Err(place.error(
                vertex.offset,
                format!("the id “{id}” stands for {label} here and for {other} elsewhere; read such pairs of files one at a time"),
                format!("식별자 ‘{id}’이(가) 여기서는 {label}, 다른 곳에서는 {other}(이)다. 이런 파일 쌍은 하나씩 읽으세요"),
            ));
        }
    }
    Ok(())
}

fn columns(source: &Delimited<'_>) -> Columns {
    let find = |name: &str| source.headers.iter().position(|header| fold(header) == name);
    let (id, label) = (find("id"), find("label"));
    let facts = source
        .headers
        .iter()
        .enumerate()
        .filter(|(column, _)| Some(*column) != id && Some(*column) != label)
        .filter_map(|(column, header)| Fact::of(header).map(|fact| (fact, column)))
        .collect();
    Columns { id, label, facts }
}

fn tell_unused(gather: &mut Gather<'_>, input: u16, source: &Delimited<'_>, columns: &Columns) {
    let is_taken = |column: usize| {
        columns.id == Some(column)
            || columns.label == Some(column)
            || columns.facts.iter().any(|(_, other)| *other == column)
    };
    let unused: Vec<&str> = (0..source.headers.len())
        .filter(|&column| !is_taken(column))
        .map(|column| source.headers[column].as_str())
        .collect();
    if !unused.is_empty() {
        let unused = unused.join(", ");
        gather.notice(
            Kind::Other,
            Place { input, line: 1, column: 0 },
            format!("columns that were not taken: {unused}"),
            format!("가져오지 않은 열: {unused}"),
        );
    }
}

type Read = (Vertex, Anchor);

fn vertices(
    place: &Source<'_>,
    source: &Delimited<'_>,
    columns: &Columns,
    (id_column, label_column): (usize, usize),
) -> Result<Vec<Read>, Error> {
    let mut vertices: Vec<Read> = Vec::new();
    let mut lines: FastMap<String, u64> = FastMap::default();
    let mut reader = Reader::new(source.text, source.delimiter);
    reader.next_row().map_err(|error| unclosed(source.name, error))?;
    while let Some(row) = reader.next_row().map_err(|error| unclosed(source.name, error))? {
        if row.is_empty() {
            continue;
        }
        let (vertex, anchor) = (vertex(&row, columns, (id_column, label_column)), row.anchor());
        if vertex.id.is_empty() {
            return Err(place.error(
                anchor.offset,
                "the item has no id; every item needs one of its own",
                "항목에 식별자가 없다. 항목마다 식별자가 있어야 한다",
            ));
        }
        if let Some(line) = lines.insert(vertex.id.clone(), anchor.line) {
            let id = &vertex.id;
            return Err(place.error(
                anchor.offset,
                format!("the id “{id}” stands in line {line} already; every item needs an id of its own"),
                format!("식별자 ‘{id}’이(가) {line}번째 줄에 이미 있다. 항목마다 식별자가 달라야 한다"),
            ));
        }
        vertices.push((vertex, anchor));
    }
    Ok(vertices)
}

fn vertex(row: &Row<'_, '_>, columns: &Columns, (id_column, label_column): (usize, usize)) -> Vertex {
    let cell = |column: usize| trim(&row.text(column)).to_owned();
    let id = cell(id_column);
    let label = cell(label_column);
    let facts = columns.facts.iter().map(|&(fact, column)| (fact, cell(column))).collect();
    let label = if label.is_empty() { id.clone() } else { label };
    Vertex { id, label, facts, offset: row.anchor().offset }
}
