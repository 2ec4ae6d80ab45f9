//! GEXF: 1.3 for Gephi, 1.2draft for NetworkX, which reads nothing newer.
//!
//! Source: schemas and primer of <https://gexf.net>. Lists are written `["a", "b"]` in 1.3, joined by `; ` in 1.2.

use std::fmt::Write;

use crate::exchange::columns::{Column, Columns, Value, Values};
use crate::exchange::number::{plain, real};
use crate::exchange::palette;
use crate::exchange::xml::escaped;
use crate::network::Network;

/// The version that is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Version {
    V12,
    V13,
}

/// Sizes of the least and the strongest node.
const SIZES: (f64, f64) = (6.0, 30.0);

/// Writes one file.
pub(crate) fn write(network: &Network<'_>, columns: &Columns, version: Version) -> String {
    let mut text = head(columns, version);
    let mut extra = Vec::new();
    if !columns.clusters.is_empty() {
        extra.push(Column::new(
            "cluster",
            Values::Whole(columns.clusters.iter().map(|&cluster| cluster.into()).collect()),
        ));
    }
    let node_columns: Vec<&Column> = columns.nodes.iter().chain(&extra).collect();
    let tie_columns: Vec<&Column> = columns.ties.iter().collect();
    declare(&mut text, "node", &node_columns, version);
    declare(&mut text, "edge", &tie_columns, version);
    text.push_str("    <nodes>\n");
    for (node, size) in sizes(network, columns).into_iter().enumerate() {
        let _ = write!(
            text,
            "      <node id=\"{}\" label=\"{}\">",
            escaped(&columns.ids[node]),
            escaped(&columns.labels[node])
        );
        values(&mut text, &node_columns, node, version);
        look(&mut text, columns, node, size);
        text.push_str("</node>\n");
    }
    text.push_str("    </nodes>\n    <edges>\n");
    for tie in 0..network.ties_len() {
        let (a, b, weight) = network.tie(tie);
        let (a, b) = (escaped(&columns.ids[a]), escaped(&columns.ids[b]));
        let _ = write!(text, "      <edge id=\"{tie}\" source=\"{a}\" target=\"{b}\" weight=\"{}\">", real(weight));
        values(&mut text, &tie_columns, tie, version);
        text.push_str("</edge>\n");
    }
    text.push_str("    </edges>\n  </graph>\n</gexf>\n");
    text
}

fn head(columns: &Columns, version: Version) -> String {
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
    let told: Vec<&str> = [&columns.title, &columns.description]
        .into_iter()
        .map(String::as_str)
        .filter(|told| !told.is_empty())
        .collect();
    if !told.is_empty() {
        let _ = writeln!(text, "    <description>{}</description>", escaped(&told.join(". ")));
    }
    text.push_str("  </meta>\n  <graph defaultedgetype=\"undirected\" mode=\"static\" idtype=\"string\">\n");
    if version == Version::V12 {
        text = text.replace(" idtype=\"string\"", "");
    }
    text
}

fn declare(text: &mut String, class: &str, columns: &[&Column], version: Version) {
    if columns.is_empty() {
        return;
    }
    let _ = writeln!(text, "    <attributes class=\"{class}\">");
    for column in columns {
        let kind = match column.values {
            Values::Text(_) => "string",
            Values::Whole(_) => "long",
            Values::Real(_) => "double",
            Values::List(_) if version == Version::V13 => "liststring",
            Values::List(_) => "string",
        };
        let key = escaped(&column.key);
        let _ = writeln!(text, "      <attribute id=\"{key}\" title=\"{key}\" type=\"{kind}\"/>");
    }
    text.push_str("    </attributes>\n");
}

fn values(text: &mut String, columns: &[&Column], at: usize, version: Version) {
    let told: Vec<(&str, Value<'_>)> =
        columns.iter().filter_map(|column| Some((column.key.as_str(), column.values.get(at)?))).collect();
    if told.is_empty() {
        return;
    }
    text.push_str("<attvalues>");
    for (key, value) in told {
        let value = match value {
            Value::List(list) if version == Version::V13 => bracketed(list),
            value => value.plain("; "),
        };
        let _ = write!(text, "<attvalue for=\"{}\" value=\"{}\"/>", escaped(key), escaped(&value));
    }
    text.push_str("</attvalues>");
}

/// A list as Gephi writes it.
fn bracketed(list: &[String]) -> String {
    let quoted: Vec<String> =
        list.iter().map(|word| format!("\"{}\"", word.replace('\\', "\\\\").replace('"', "\\\""))).collect();
    format!("[{}]", quoted.join(", "))
}

fn look(text: &mut String, columns: &Columns, node: usize, size: f64) {
    let (r, g, b) = palette::of(columns.cluster(node));
    let _ = write!(text, "<viz:color r=\"{r}\" g=\"{g}\" b=\"{b}\"/>");
    if let Some((x, y)) = columns.point(node) {
        let _ = write!(text, "<viz:position x=\"{}\" y=\"{}\" z=\"0.0\"/>", real(x), real(y));
    }
    let _ = write!(text, "<viz:size value=\"{}\"/>", plain(size));
}

/// Areas in proportion to the works (or ties, where there are no works).
pub(crate) fn sizes(network: &Network<'_>, columns: &Columns) -> Vec<f64> {
    let works = match columns.node_column("works").map(|column| &column.values) {
        Some(Values::Whole(works)) if works.iter().any(|&works| works > 0) => works.clone(),
        _ => (0..network.nodes_len()).map(|node| network.adjacency().neighbours(node).len() as i64).collect(),
    };
    let most = works.iter().copied().max().unwrap_or(0).max(1) as f64;
    let (least, largest) = SIZES;
    works.iter().map(|&works| ((works as f64 / most).sqrt() * largest).max(least)).collect()
}
