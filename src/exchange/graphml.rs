//! GraphML. Keys bear the names that Gephi gives a meaning (`label`, `x`, `y`, `size`, `r`, `g`, `b`, `weight`).
//! There are no lists in it: works are joined by `; `.

use std::fmt::Write;

use crate::exchange::columns::{Column, Columns, Values};
use crate::exchange::gexf::sizes;
use crate::exchange::palette;
use crate::exchange::xml::escaped;
use crate::network::Network;

/// Writes one file.
pub(crate) fn write(network: &Network<'_>, columns: &Columns) -> String {
    let nodes = node_columns(network, columns);
    let ties = tie_columns(network, columns);
    let mut text = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" \
         xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n",
    );
    if !columns.title.is_empty() {
        let _ = writeln!(text, "  <desc>{}</desc>", escaped(&columns.title));
    }
    declare(&mut text, "node", 'n', &nodes);
    declare(&mut text, "edge", 'e', &ties);
    text.push_str("  <graph id=\"G\" edgedefault=\"undirected\">\n");
    for node in 0..network.nodes_len() {
        let _ = write!(text, "    <node id=\"{}\">", escaped(&columns.ids[node]));
        values(&mut text, 'n', &nodes, node);
        text.push_str("</node>\n");
    }
    for tie in 0..network.ties_len() {
        let (a, b, _) = network.tie(tie);
        let (a, b) = (escaped(&columns.ids[a]), escaped(&columns.ids[b]));
        let _ = write!(text, "    <edge id=\"e{tie}\" source=\"{a}\" target=\"{b}\">");
        values(&mut text, 'e', &ties, tie);
        text.push_str("</edge>\n");
    }
    text.push_str("  </graph>\n</graphml>\n");
    text
}

fn node_columns(network: &Network<'_>, columns: &Columns) -> Vec<Column> {
    let count = network.nodes_len();
    let mut all = vec![Column::new("label", Values::Text(columns.labels.clone()))];
    all.extend(columns.nodes.iter().cloned());
    if !columns.clusters.is_empty() {
        all.push(Column::new(
            "cluster",
            Values::Whole(columns.clusters.iter().map(|&cluster| cluster.into()).collect()),
        ));
    }
    if !columns.points.is_empty() {
        let axis =
            |pick: fn((f64, f64)) -> f64| (0..count).map(|node| columns.point(node).map_or(f64::NAN, pick)).collect();
        all.push(Column::new("x", Values::Real(axis(|point| point.0))));
        all.push(Column::new("y", Values::Real(axis(|point| point.1))));
    }
    all.push(Column::new("size", Values::Real(sizes(network, columns))));
    for (key, pick) in [("r", 0), ("g", 1), ("b", 2)] {
        let colour = |node| {
            let (r, g, b) = palette::of(columns.cluster(node));
            i64::from([r, g, b][pick])
        };
        all.push(Column::new(key, Values::Whole((0..count).map(colour).collect())));
    }
    all
}

fn tie_columns(network: &Network<'_>, columns: &Columns) -> Vec<Column> {
    let weights = (0..network.ties_len()).map(|tie| network.tie(tie).2).collect();
    let mut all = vec![Column::new("weight", Values::Real(weights))];
    all.extend(columns.ties.iter().cloned());
    all
}

fn declare(text: &mut String, domain: &str, prefix: char, columns: &[Column]) {
    for (number, column) in columns.iter().enumerate() {
        let kind = match column.values {
            Values::Text(_) | Values::List(_) => "string",
            Values::Whole(_) => "int",
            Values::Real(_) => "double",
        };
        let key = escaped(&column.key);
        let _ = writeln!(
            text,
            "  <key id=\"{prefix}{number}\" for=\"{domain}\" attr.name=\"{key}\" attr.type=\"{kind}\"/>"
        );
    }
}

fn values(text: &mut String, prefix: char, columns: &[Column], at: usize) {
    for (number, column) in columns.iter().enumerate() {
        if let Some(value) = column.values.get(at) {
            let _ = write!(text, "<data key=\"{prefix}{number}\">{}</data>", escaped(&value.plain("; ")));
        }
    }
}
