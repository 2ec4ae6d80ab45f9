//! The numbers of a figure as a table: its nodes, its ties, the values of its lines.

use crate::answer::figure::Figure;
use crate::answer::mark::{Mark, MarkGroup, MarkRole};
use crate::answer::table::{Cell, Column, Table};

/// Keys of the columns.
const COLUMNS: [&str; 8] = ["kind", "id", "name", "source", "target", "year", "value", "works"];

/// The table: a row a node with its number of works, a row a tie with its weight and the ids of its works, a row a year
/// of a line with its value. What a row does not have is empty. O(marks).
#[must_use]
pub fn table(figure: &Figure) -> Table {
    let columns = COLUMNS.map(|key| match key {
        "year" => Column::for_machines(key).integer(),
        "value" => Column::for_machines(key).real(),
        _ => Column::for_machines(key),
    });
    let mut rows = Vec::new();
    collect(figure.marks(), &mut rows);
    Table { name: "figure".to_owned(), caption: figure.metadata().title.clone(), columns: columns.to_vec(), rows }
}

fn collect(marks: &[Mark], rows: &mut Vec<Vec<Cell>>) {
    for mark in marks {
        let Mark::Group(group) = mark else { continue };
        match &group.role {
            MarkRole::Node(node) => {
                let name = node.label.replace('\n', " ");
                let kind = if group.class.contains("institution") { "node" } else { "work" };
                let number = datum(group, "models").filter(|_| kind == "node").and_then(|text| text.parse().ok());
                let value = number.map_or(Cell::Empty, Cell::Real);
                rows.push(row(kind, [&node.key, &name, "", "", ""], value, ""));
            }
            MarkRole::Edge(edge) => {
                let works = datum(group, "models").unwrap_or_default();
                for target in &edge.targets {
                    rows.push(row("tie", ["", "", &edge.source, target, ""], Cell::Real(edge.weight), works));
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
        rows.push(row("value", [of("group"), of("name"), "", "", &year], value, ""));
    }
}

fn row(kind: &str, [id, name, source, target, year]: [&str; 5], value: Cell, works: &str) -> Vec<Cell> {
    let text = |text: &str| if text.is_empty() { Cell::Empty } else { Cell::text(text) };
    let year = year.parse().map_or(Cell::Empty, Cell::Count);
    vec![text(kind), text(id), text(name), text(source), text(target), year, value, text(works)]
}

fn datum<'g>(group: &'g MarkGroup, wanted: &str) -> Option<&'g str> {
    group.data.iter().find(|(name, _)| *name == wanted).map(|(_, value)| value.as_str())
}
