//! GraphML. Keys have the names to which Gephi assigns a meaning (`label`, `x`, `y`, `size`, `r`, `g`, `b`, `weight`).
//! GraphML has no lists: they are joined by `; `.

use std::fmt::Write;

use crate::exchange::attributes::{AttributeColumn, AttributeValues, NetworkAttributes};
use crate::exchange::gexf::sizes;
use crate::exchange::palette;
use crate::exchange::xml::escaped;
use crate::network::Network;

/// Writes the file.
pub(crate) fn write(network: &Network<'_>, attributes: &NetworkAttributes) -> String {
    let nodes = node_columns(network, attributes);
    let ties = tie_columns(network, attributes);
    let mut text = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" \
         xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n",
    );
    if !attributes.title.is_empty() {
        let _ = writeln!(text, "  <desc>{}</desc>", escaped(&attributes.title));
    }
    declare(&mut text, "node", 'n', &nodes);
    declare(&mut text, "edge", 'e', &ties);
    text.push_str("  <graph id=\"G\" edgedefault=\"undirected\">\n");
    for node in 0..network.node_count() {
        let _ = write!(text, "    <node id=\"{}\">", escaped(&attributes.ids[node]));
        values(&mut text, 'n', &nodes, node);
        text.push_str("</node>\n");
    }
    for tie in 0..network.tie_count() {
        let (a, b, _) = network.tie(tie);
        let (a, b) = (escaped(&attributes.ids[a]), escaped(&attributes.ids[b]));
        let _ = write!(text, "    <edge id=\"e{tie}\" source=\"{a}\" target=\"{b}\">");
        values(&mut text, 'e', &ties, tie);
        text.push_str("</edge>\n");
    }
    text.push_str("  </graph>\n</graphml>\n");
    text
}

fn node_columns(network: &Network<'_>, attributes: &NetworkAttributes) -> Vec<AttributeColumn> {
    let count = network.node_count();
    let mut all = vec![AttributeColumn::new("label", AttributeValues::Text(attributes.labels.clone()))];
    all.extend(attributes.nodes.iter().cloned());
    if !attributes.clusters.is_empty() {
        all.push(AttributeColumn::new(
            "cluster",
            AttributeValues::Integer(attributes.clusters.iter().map(|&cluster| cluster.into()).collect()),
        ));
    }
    if !attributes.points.is_empty() {
        let axis = |pick: fn((f64, f64)) -> f64| {
            (0..count).map(|node| attributes.point(node).map_or(f64::NAN, pick)).collect()
        };
        all.push(AttributeColumn::new("x", AttributeValues::Real(axis(|point| point.0))));
        all.push(AttributeColumn::new("y", AttributeValues::Real(axis(|point| point.1))));
    }
    all.push(AttributeColumn::new("size", AttributeValues::Real(sizes(network, attributes))));
    for (key, pick) in [("r", 0), ("g", 1), ("b", 2)] {
        let colour = |node| {
            let (r, g, b) = palette::of(attributes.cluster(node));
            i64::from([r, g, b][pick])
        };
        all.push(AttributeColumn::new(key, AttributeValues::Integer((0..count).map(colour).collect())));
    }
    all
}

fn tie_columns(network: &Network<'_>, attributes: &NetworkAttributes) -> Vec<AttributeColumn> {
    let weights = (0..network.tie_count()).map(|tie| network.tie(tie).2).collect();
    let mut all = vec![AttributeColumn::new("weight", AttributeValues::Real(weights))];
    all.extend(attributes.ties.iter().cloned());
    all
}

fn declare(text: &mut String, domain: &str, prefix: char, attributes: &[AttributeColumn]) {
    for (number, column) in attributes.iter().enumerate() {
        let kind = match column.values {
            AttributeValues::Text(_) | AttributeValues::List(_) => "string",
            AttributeValues::Integer(_) => "int",
            AttributeValues::Real(_) => "double",
        };
        let key = escaped(&column.key);
        let _ = writeln!(
            text,
            "  <key id=\"{prefix}{number}\" for=\"{domain}\" attr.name=\"{key}\" attr.type=\"{kind}\"/>"
        );
    }
}

fn values(text: &mut String, prefix: char, attributes: &[AttributeColumn], at: usize) {
    for (number, column) in attributes.iter().enumerate() {
        if let Some(value) = column.values.get(at) {
            let _ = write!(text, "<data key=\"{prefix}{number}\">{}</data>", escaped(&value.plain("; ")));
        }
    }
}
