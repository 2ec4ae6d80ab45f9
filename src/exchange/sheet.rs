//! Spreadsheets: Gephi's nodes and edges, Kumu's elements and connections, Flourish's links and points, a table for
//! Datawrapper, and a plain edge list.

use crate::exchange::attributes::{AttributeValue, NetworkAttributes, name};
use crate::exchange::export_file::ExportFile;
use crate::exchange::number::plain;
use crate::network::Network;

/// Gephi's two files, joined by ids. `Type` is always written, because Gephi takes edges without it as directed.
pub(crate) fn gephi(network: &Network<'_>, attributes: &NetworkAttributes) -> Vec<ExportFile> {
    let mut nodes = DelimitedWriter::new(',');
    let keys = attributes.nodes.iter().map(|column| column.key.clone());
    nodes.row(["Id", "Label"].map(str::to_owned).into_iter().chain(keys).chain(extra_keys(attributes)));
    for node in 0..network.node_count() {
        let cells = attributes.nodes.iter().map(|column| cell(column.values.get(node), "; "));
        let leading = [attributes.ids[node].clone(), attributes.labels[node].clone()];
        nodes.row(leading.into_iter().chain(cells).chain(extra_cells(attributes, node)));
    }
    let mut edges = DelimitedWriter::new(',');
    let keys = attributes.ties.iter().map(|column| column.key.clone());
    edges.row(["Source", "Target", "Type", "Weight"].map(str::to_owned).into_iter().chain(keys));
    for tie in 0..network.tie_count() {
        let (a, b, weight) = network.tie(tie);
        let cells = attributes.ties.iter().map(|column| cell(column.values.get(tie), "; "));
        let leading = [attributes.ids[a].clone(), attributes.ids[b].clone(), "Undirected".to_owned(), plain(weight)];
        edges.row(leading.into_iter().chain(cells));
    }
    vec![ExportFile::new("_nodes.csv", nodes.text), ExportFile::new("_edges.csv", edges.text)]
}

fn extra_keys(attributes: &NetworkAttributes) -> Vec<String> {
    let mut keys = Vec::new();
    if !attributes.clusters.is_empty() {
        keys.push("cluster".to_owned());
    }
    if !attributes.points.is_empty() {
        keys.extend(["X".to_owned(), "Y".to_owned()]);
    }
    keys
}

fn extra_cells(attributes: &NetworkAttributes, node: usize) -> Vec<String> {
    let mut cells = Vec::new();
    if !attributes.clusters.is_empty() {
        cells.push(attributes.cluster(node).map_or_else(String::new, |cluster| cluster.to_string()));
    }
    if !attributes.points.is_empty() {
        let point = attributes.point(node);
        cells.extend(point.map_or([String::new(), String::new()], |(x, y)| [plain(x), plain(y)]));
    }
    cells
}

/// Kumu's two files, joined by labels; lists are separated by `|`, so a `|` within a value becomes `/`.
pub(crate) fn kumu(network: &Network<'_>, attributes: &NetworkAttributes) -> Vec<ExportFile> {
    let keys: Vec<&str> = attributes.nodes.iter().map(|column| column.key.as_str()).collect();
    let mut elements = DelimitedWriter::new(',');
    let leading = ["Label", "Type", "Description"].map(str::to_owned);
    elements.row(leading.into_iter().chain(keys.iter().map(|key| (*key).to_owned())).chain(extra_keys(attributes)));
    for node in 0..network.node_count() {
        let kind = if network.institution(node).is_some() { "Institution" } else { "Work" };
        let cells = attributes.nodes.iter().map(|column| cell(column.values.get(node), "|"));
        let leading = [attributes.labels[node].clone(), kind.to_owned(), name(network, node)];
        elements.row(leading.into_iter().chain(cells).chain(extra_cells(attributes, node)));
    }
    let mut connections = DelimitedWriter::new(',');
    let keys = attributes.ties.iter().map(|column| column.key.clone());
    connections.row(["From", "To", "Direction", "Type", "Strength"].map(str::to_owned).into_iter().chain(keys));
    for tie in 0..network.tie_count() {
        let (a, b, weight) = network.tie(tie);
        let cells = attributes.ties.iter().map(|column| cell(column.values.get(tie), "|"));
        let ends = [attributes.labels[a].clone(), attributes.labels[b].clone()];
        let fixed = ["undirected".to_owned(), "Partnership".to_owned(), plain(weight)];
        connections.row(ends.into_iter().chain(fixed).chain(cells));
    }
    vec![ExportFile::new("_elements.csv", elements.text), ExportFile::new("_connections.csv", connections.text)]
}

/// Flourish's two sheets of a network graph: links by labels, and the points that they join, with group and size.
pub(crate) fn flourish(network: &Network<'_>, attributes: &NetworkAttributes) -> Vec<ExportFile> {
    let mut links = DelimitedWriter::new(',');
    let keys = attributes.ties.iter().map(|column| column.key.clone());
    links.row(["Source", "Target", "Value"].map(str::to_owned).into_iter().chain(keys));
    for tie in 0..network.tie_count() {
        let (a, b, weight) = network.tie(tie);
        let cells = attributes.ties.iter().map(|column| cell(column.values.get(tie), "; "));
        let ends = [attributes.labels[a].clone(), attributes.labels[b].clone(), plain(weight)];
        links.row(ends.into_iter().chain(cells));
    }
    let mut points = DelimitedWriter::new(',');
    let keys = attributes.nodes.iter().map(|column| column.key.clone());
    points.row(["ID", "Group", "Size"].map(str::to_owned).into_iter().chain(keys));
    for node in 0..network.node_count() {
        let kind = || if network.institution(node).is_some() { "Institution" } else { "Work" }.to_owned();
        let group = attributes.cluster(node).map_or_else(kind, |cluster| format!("Cluster {cluster}"));
        let size = attributes.node_column("strength").and_then(|column| column.values.get(node));
        let cells = attributes.nodes.iter().map(|column| cell(column.values.get(node), "; "));
        points.row([attributes.labels[node].clone(), group, cell(size, "; ")].into_iter().chain(cells));
    }
    vec![ExportFile::new("_links.csv", links.text), ExportFile::new("_points.csv", points.text)]
}

/// Columns with which a table for Datawrapper begins, and what its charts call them.
const CHARTED: [(&str, &str); 3] = [("works", "Works"), ("degree", "Partners"), ("strength", "Strength")];

/// A table for Datawrapper, which draws rows in their order: labels, then numbers, the strongest first.
pub(crate) fn datawrapper(network: &Network<'_>, attributes: &NetworkAttributes) -> String {
    let charted: Vec<_> =
        CHARTED.iter().filter_map(|(key, title)| Some((attributes.node_column(key)?, *title))).collect();
    let is_charted = |key: &str| CHARTED.iter().any(|(charted, _)| *charted == key);
    let others: Vec<_> = attributes.nodes.iter().filter(|column| !is_charted(&column.key)).collect();
    let mut sheet = DelimitedWriter::new(',');
    let titles = charted.iter().map(|(_, title)| (*title).to_owned());
    let keys = others.iter().map(|column| column.key.clone());
    let cluster = (!attributes.clusters.is_empty()).then(|| "cluster".to_owned());
    sheet.row(["Name".to_owned()].into_iter().chain(titles).chain(keys).chain(cluster));
    let strength = |node: usize| match attributes.node_column("strength").and_then(|column| column.values.get(node)) {
        Some(AttributeValue::Real(number)) => number,
        _ => 0.0,
    };
    let mut order: Vec<usize> = (0..network.node_count()).collect();
    order.sort_by(|&a, &b| {
        strength(b).total_cmp(&strength(a)).then_with(|| attributes.labels[a].cmp(&attributes.labels[b]))
    });
    for node in order {
        let columns = charted.iter().map(|(column, _)| *column).chain(others.iter().copied());
        let cells = columns.map(|column| cell(column.values.get(node), "; "));
        let cluster = attributes.cluster(node).map(|cluster| cluster.to_string());
        sheet.row([attributes.labels[node].clone()].into_iter().chain(cells).chain(cluster));
    }
    sheet.text
}

/// Edge list by official names, tab-separated.
pub(crate) fn edges(network: &Network<'_>) -> String {
    let mut sheet = DelimitedWriter::new('\t');
    sheet.row(["Source", "Target", "Weight"].map(str::to_owned).into_iter());
    for tie in 0..network.tie_count() {
        let (a, b, weight) = network.tie(tie);
        sheet.row([name(network, a), name(network, b), plain(weight)].into_iter());
    }
    sheet.text
}

fn cell(value: Option<AttributeValue<'_>>, separator: &str) -> String {
    match value {
        None => String::new(),
        Some(AttributeValue::List(list)) if separator == "|" => {
            list.iter().map(|word| word.replace('|', "/")).collect::<Vec<_>>().join(separator)
        }
        Some(value) => value.plain(separator),
    }
}

/// Writer of delimited rows (RFC 4180 quoting) that end in line feeds.
struct DelimitedWriter {
    delimiter: char,
    text: String,
}

impl DelimitedWriter {
    fn new(delimiter: char) -> Self {
        Self { delimiter, text: String::new() }
    }

    fn row(&mut self, cells: impl Iterator<Item = String>) {
        for (at, cell) in cells.enumerate() {
            if at > 0 {
                self.text.push(self.delimiter);
            }
            let is_special = |ch: char| ch == self.delimiter || matches!(ch, '"' | '\n' | '\r' | ',' | ';' | '\t');
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
