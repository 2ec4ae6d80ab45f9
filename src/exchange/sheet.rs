//! Sheets: Gephi's nodes and edges, Kumu's elements and connections, and a plain list of ties.

use crate::exchange::columns::{Columns, Value, name};
use crate::exchange::number::plain;
use crate::exchange::write::Part;
use crate::network::Network;

/// Gephi: ids join the two files. `Type` is always told, for Gephi takes edges without it as directed.
pub(crate) fn gephi(network: &Network<'_>, columns: &Columns) -> Vec<Part> {
    let mut nodes = Sheet::new(',');
    let keys = columns.nodes.iter().map(|column| column.key.clone());
    nodes.row(["Id", "Label"].map(str::to_owned).into_iter().chain(keys).chain(extra_keys(columns)));
    for node in 0..network.nodes_len() {
        let cells = columns.nodes.iter().map(|column| cell(column.values.get(node), "; "));
        let head = [columns.ids[node].clone(), columns.labels[node].clone()];
        nodes.row(head.into_iter().chain(cells).chain(extra_cells(columns, node)));
    }
    let mut edges = Sheet::new(',');
    let keys = columns.ties.iter().map(|column| column.key.clone());
    edges.row(["Source", "Target", "Type", "Weight"].map(str::to_owned).into_iter().chain(keys));
    for tie in 0..network.ties_len() {
        let (a, b, weight) = network.tie(tie);
        let cells = columns.ties.iter().map(|column| cell(column.values.get(tie), "; "));
        let head = [columns.ids[a].clone(), columns.ids[b].clone(), "Undirected".to_owned(), plain(weight)];
        edges.row(head.into_iter().chain(cells));
    }
    vec![Part::new("_nodes.csv", nodes.text), Part::new("_edges.csv", edges.text)]
}

fn extra_keys(columns: &Columns) -> Vec<String> {
    let mut keys = Vec::new();
    if !columns.clusters.is_empty() {
        keys.push("cluster".to_owned());
    }
    if !columns.points.is_empty() {
        keys.extend(["X".to_owned(), "Y".to_owned()]);
    }
    keys
}

fn extra_cells(columns: &Columns, node: usize) -> Vec<String> {
    let mut cells = Vec::new();
    if !columns.clusters.is_empty() {
        cells.push(columns.cluster(node).map_or_else(String::new, |cluster| cluster.to_string()));
    }
    if !columns.points.is_empty() {
        let point = columns.point(node);
        cells.extend(point.map_or([String::new(), String::new()], |(x, y)| [plain(x), plain(y)]));
    }
    cells
}

/// Kumu: labels join the two sheets; lists are parted by `|`, so that a `|` within a word becomes `/`.
pub(crate) fn kumu(network: &Network<'_>, columns: &Columns) -> Vec<Part> {
    let keys: Vec<&str> = columns.nodes.iter().map(|column| column.key.as_str()).collect();
    let mut elements = Sheet::new(',');
    let head = ["Label", "Type", "Description"].map(str::to_owned);
    elements.row(head.into_iter().chain(keys.iter().map(|key| (*key).to_owned())).chain(extra_keys(columns)));
    for node in 0..network.nodes_len() {
        let kind = if network.institution(node).is_some() { "Institution" } else { "Work" };
        let cells = columns.nodes.iter().map(|column| cell(column.values.get(node), "|"));
        let head = [columns.labels[node].clone(), kind.to_owned(), name(network, node)];
        elements.row(head.into_iter().chain(cells).chain(extra_cells(columns, node)));
    }
    let mut connections = Sheet::new(',');
    let keys = columns.ties.iter().map(|column| column.key.clone());
    connections.row(["From", "To", "Direction", "Type", "Strength"].map(str::to_owned).into_iter().chain(keys));
    for tie in 0..network.ties_len() {
        let (a, b, weight) = network.tie(tie);
        let cells = columns.ties.iter().map(|column| cell(column.values.get(tie), "|"));
        let ends = [columns.labels[a].clone(), columns.labels[b].clone()];
        let told = ["undirected".to_owned(), "Partnership".to_owned(), plain(weight)];
        connections.row(ends.into_iter().chain(told).chain(cells));
    }
    vec![Part::new("_elements.csv", elements.text), Part::new("_connections.csv", connections.text)]
}

/// A list of ties by official names, tabs between.
pub(crate) fn edges(network: &Network<'_>) -> String {
    let mut sheet = Sheet::new('\t');
    sheet.row(["Source", "Target", "Weight"].map(str::to_owned).into_iter());
    for tie in 0..network.ties_len() {
        let (a, b, weight) = network.tie(tie);
        sheet.row([name(network, a), name(network, b), plain(weight)].into_iter());
    }
    sheet.text
}

fn cell(value: Option<Value<'_>>, separator: &str) -> String {
    match value {
        None => String::new(),
        Some(Value::List(list)) if separator == "|" => {
            list.iter().map(|word| word.replace('|', "/")).collect::<Vec<_>>().join(separator)
        }
        Some(value) => value.plain(separator),
    }
}

/// Rows by RFC 4180, line feeds at their ends.
struct Sheet {
    delimiter: char,
    text: String,
}

impl Sheet {
    fn new(delimiter: char) -> Self {
        Self { delimiter, text: String::new() }
    }

    fn row(&mut self, cells: impl Iterator<Item = String>) {
        for (at, cell) in cells.enumerate() {
            if at > 0 {
                self.text.push(self.delimiter);
            }
            let is_special =
                |letter: char| letter == self.delimiter || matches!(letter, '"' | '\n' | '\r' | ',' | ';' | '\t');
            if cell.contains(is_special) || cell.trim() != cell {
                self.text.push('"');
                self.text.push_str(&cell.replace('"', "\"\""));
                self.text.push('"');
            } else {
                self.text.push_str(&cell);
            }
        }
        self.text.push('\n');
    }
}
