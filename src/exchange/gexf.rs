//! GEXF: 1.3 for Gephi, 1.2draft for NetworkX, which supports nothing newer.
//!
//! Source: schemas and primer of <https://gexf.net>. Lists are written as `["a", "b"]` in 1.3, joined by `; ` in 1.2.

use std::fmt::Write;

use crate::exchange::attributes::{AttributeColumn, AttributeValue, AttributeValues, NetworkAttributes};
use crate::exchange::number::{plain, real};
use crate::exchange::palette;
use crate::exchange::xml::escaped;
use crate::network::Network;

/// GEXF version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Version {
    V12,
    V13,
}

/// Minimum and maximum node size.
const NODE_SIZES: (f64, f64) = (6.0, 30.0);

/// Writes the file.
pub(crate) fn write(network: &Network<'_>, attributes: &NetworkAttributes, version: Version) -> String {
    let mut text = header(attributes, version);
    let mut extra = Vec::new();
    if !attributes.clusters.is_empty() {
        extra.push(AttributeColumn::new(
            "cluster",
            AttributeValues::Integer(attributes.clusters.iter().map(|&cluster| cluster.into()).collect()),
        ));
    }
    let node_columns: Vec<&AttributeColumn> = attributes.nodes.iter().chain(&extra).collect();
    let tie_columns: Vec<&AttributeColumn> = attributes.ties.iter().collect();
    declare(&mut text, "node", &node_columns, version);
    declare(&mut text, "edge", &tie_columns, version);
    text.push_str("    <nodes>\n");
    for (node, size) in sizes(network, attributes).into_iter().enumerate() {
        let _ = write!(
            text,
            "      <node id=\"{}\" label=\"{}\">",
            escaped(&attributes.ids[node]),
            escaped(&attributes.labels[node])
        );
        values(&mut text, &node_columns, node, version);
        viz_attributes(&mut text, attributes, node, size);
        text.push_str("</node>\n");
    }
    text.push_str("    </nodes>\n    <edges>\n");
    for tie in 0..network.tie_count() {
        let (a, b, weight) = network.tie(tie);
        let (a, b) = (escaped(&attributes.ids[a]), escaped(&attributes.ids[b]));
        let _ = write!(text, "      <edge id=\"{tie}\" source=\"{a}\" target=\"{b}\" weight=\"{}\">", real(weight));
        values(&mut text, &tie_columns, tie, version);
        text.push_str("</edge>\n");
    }
    text.push_str("    </edges>\n  </graph>\n</gexf>\n");
    text
}

fn header(attributes: &NetworkAttributes, version: Version) -> String {
    let (space, number, schema) = match version {
        Version::V12 => ("http://www.gexf.net/1.2draft", "1.2", "http://www.gexf.net/1.2draft/gexf.xsd"),
        Version::V13 => ("http://gexf.net/1.3", "1.3", "http://gexf.net/1.3/gexf.xsd"),
    };
    let mut text = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let _ = writeln!(
        text,
        "<gexf xmlns=\"{space}\" xmlns:viz=\"{space}/viz\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" \
         xsi:schemaLocation=\"{space} {schema}\" version=\"{number}\">"
    );
    text.push_str("  <meta>\n    <creator>collabgraph</creator>\n");
    let present: Vec<&str> = [&attributes.title, &attributes.description]
        .into_iter()
        .map(String::as_str)
        .filter(|present| !present.is_empty())
        .collect();
    if !present.is_empty() {
        let _ = writeln!(text, "    <description>{}</description>", escaped(&present.join(". ")));
    }
    text.push_str("  </meta>\n  <graph defaultedgetype=\"undirected\" mode=\"static\" idtype=\"string\">\n");
    if version == Version::V12 {
        text = text.replace(" idtype=\"string\"", "");
    }
    text
}

fn declare(text: &mut String, class: &str, attributes: &[&AttributeColumn], version: Version) {
    if attributes.is_empty() {
        return;
    }
    let _ = writeln!(text, "    <attributes class=\"{class}\">");
    for column in attributes {
        let kind = match column.values {
            AttributeValues::Text(_) => "string",
            AttributeValues::Integer(_) => "long",
            AttributeValues::Real(_) => "double",
            AttributeValues::List(_) if version == Version::V13 => "liststring",
            AttributeValues::List(_) => "string",
        };
        let key = escaped(&column.key);
        let _ = writeln!(text, "      <attribute id=\"{key}\" title=\"{key}\" type=\"{kind}\"/>");
    }
    text.push_str("    </attributes>\n");
}

fn values(text: &mut String, attributes: &[&AttributeColumn], at: usize, version: Version) {
    let present: Vec<(&str, AttributeValue<'_>)> =
        attributes.iter().filter_map(|column| Some((column.key.as_str(), column.values.get(at)?))).collect();
    if present.is_empty() {
        return;
    }
    text.push_str("<attvalues>");
    for (key, value) in present {
        let value = match value {
            AttributeValue::List(list) if version == Version::V13 => bracketed(list),
            value => value.plain("; "),
        };
        let _ = write!(text, "<attvalue for=\"{}\" value=\"{}\"/>", escaped(key), escaped(&value));
    }
    text.push_str("</attvalues>");
}

/// A list in Gephi's notation.
fn bracketed(list: &[String]) -> String {
    let quoted: Vec<String> =
        list.iter().map(|word| format!("\"{}\"", word.replace('\\', "\\\\").replace('"', "\\\""))).collect();
    format!("[{}]", quoted.join(", "))
}

fn viz_attributes(text: &mut String, attributes: &NetworkAttributes, node: usize, size: f64) {
    let (r, g, b) = palette::of(attributes.cluster(node));
    let _ = write!(text, "<viz:color r=\"{r}\" g=\"{g}\" b=\"{b}\"/>");
    if let Some((x, y)) = attributes.point(node) {
        let _ = write!(text, "<viz:position x=\"{}\" y=\"{}\" z=\"0.0\"/>", real(x), real(y));
    }
    let _ = write!(text, "<viz:size value=\"{}\"/>", plain(size));
}

/// Node sizes with areas proportional to the number of works (to the degree, where there are no works).
pub(crate) fn sizes(network: &Network<'_>, attributes: &NetworkAttributes) -> Vec<f64> {
    let works = match attributes.node_column("works").map(|column| &column.values) {
        Some(AttributeValues::Integer(works)) if works.iter().any(|&works| works > 0) => works.clone(),
        _ => (0..network.node_count()).map(|node| network.adjacency().neighbours(node).len() as i64).collect(),
    };
    let max_works = works.iter().copied().max().unwrap_or(0).max(1) as f64;
    let (smallest, largest) = NODE_SIZES;
    works.iter().map(|&works| ((works as f64 / max_works).sqrt() * largest).max(smallest)).collect()
}
