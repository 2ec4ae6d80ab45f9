//! The numbers of a figure as a table: its nodes, its ties, the values of its lines.

use crate::answer::figure::Figure;
use crate::answer::mark::{Mark, MarkGroup, MarkRole};
use crate::answer::table::{Cell, Column, Table};

/// Keys of the columns.
const COLUMNS: [&str; 9] = ["kind", "id", "name", "source", "target", "year", "value", "works", "panel"];

/// The table: a row a node with its number of works or the value that its size stands for, a row a tie with its weight and the ids of its works, a row a year
/// of a line with its value. What a row does not have is empty. The last column,
/// the panel, is that of figures with panels. O(marks).
#[must_use]
pub fn table(figure: &Figure) -> Table {
    let columns = COLUMNS.map(|key| match key {
        "year" => Column::for_machines(key).integer(),
        "value" => Column::for_machines(key).real(),
        _ => Column::for_machines(key),
    });
    let mut rows = Vec::new();
    collect(figure.marks(), &mut rows);
    let mut columns = columns.to_vec();
    if rows.iter().all(|row| row.last() == Some(&Cell::Empty)) {
        columns.pop();
        rows.iter_mut().for_each(|row| drop(row.pop()));
    }
    Table { name: "figure".to_owned(), caption: figure.metadata().title.clone(), columns, rows }
}

fn collect(marks: &[Mark], rows: &mut Vec<Vec<Cell>>) {
    for mark in marks {
        let Mark::Group(group) = mark else { continue };
        match &group.role {
            MarkRole::Node(node) => {
                let name = node.label.replace('\n', " ");
                let kind = if group.class.contains("institution") { "node" } else { "work" };
                let number = datum(group, "value")
                    .or_else(|| datum(group, "models"))
                    .filter(|_| kind == "node")
                    .and_then(|text| text.parse().ok());
                let value = number.map_or(Cell::Empty, Cell::Real);
                let texts = [&node.key, &name, "", "", ""];
                rows.push(row(kind, texts, value, ["", datum(group, "panel").unwrap_or_default()]));
            }
            MarkRole::Edge(edge) => {
                let works = datum(group, "models").unwrap_or_default();
                for target in &edge.targets {
                    let texts = ["", "", &edge.source, target, ""];
                    let panel = datum(group, "panel").unwrap_or_default();
                    rows.push(row("tie", texts, Cell::Real(edge.weight), [works, panel]));
                }
            }
            _ if group.class == "series" => series(group, rows),
            _ => {}
        }
        collect(&group.marks, rows);
    }
}

/// The values of a line.
fn series(group: &MarkGroup, rows: &mut Vec<Vec<Cell>>) {
    let of = |name: &str| datum(group, name).unwrap_or_default();
    let first: u16 = of("first-year").parse().unwrap_or(0);
    for (at, value) in of("values").split(' ').enumerate() {
        let year = first.saturating_add(u16::try_from(at).unwrap_or(u16::MAX)).to_string();
        let value = value.parse().map_or(Cell::Empty, Cell::Real);
        rows.push(row("value", [of("group"), of("name"), "", "", &year], value, ["", ""]));
    }
}

fn row(kind: &str, [id, name, source, target, year]: [&str; 5], value: Cell, [works, panel]: [&str; 2]) -> Vec<Cell> {
    let text = |text: &str| if text.is_empty() { Cell::Empty } else { Cell::text(text) };
    let year = year.parse().map_or(Cell::Empty, Cell::Count);
    vec![text(kind), text(id), text(name), text(source), text(target), year, value, text(works), text(panel)]
}

fn datum<'g>(group: &'g MarkGroup, wanted: &str) -> Option<&'g str> {
    group.data.iter().find(|(name, _)| *name == wanted).map(|(_, value)| value.as_str())
}
