//! JSON of nodes and links: NetworkX's node-link form, and Cytoscape's elements (`.cyjs`).

use serde_json::{Map, Value, json};

use crate::exchange::attributes::{AttributeColumn, AttributeValue, NetworkAttributes};
use crate::network::Network;

/// Writes NetworkX's node-link form.
pub(crate) fn write(network: &Network<'_>, attributes: &NetworkAttributes) -> String {
    let nodes: Vec<Value> = (0..network.node_count()).map(|node| self::node(attributes, node).into()).collect();
    let edges: Vec<Value> = (0..network.tie_count()).map(|tie| edge(network, attributes, tie).into()).collect();
    text(&json!({
        "directed": false, "multigraph": false, "graph": about(attributes), "nodes": nodes, "edges": edges,
    }))
}

/// Writes Cytoscape's elements. NetworkX takes `value` for the node itself.
pub(crate) fn cytoscape(network: &Network<'_>, attributes: &NetworkAttributes) -> String {
    let node = |node: usize| {
        let mut data = self::node(attributes, node);
        data.insert("value".into(), attributes.ids[node].as_str().into());
        let mut element = json!({ "data": data });
        // Cytoscape draws y downwards.
        if let Some((x, y)) = attributes.point(node) {
            element["position"] = json!({ "x": x, "y": -y });
        }
        element
    };
    let edge = |tie: usize| {
        let mut data = edge(network, attributes, tie);
        data.insert("id".into(), format!("e{tie}").into());
        json!({ "data": data })
    };
    let nodes: Vec<Value> = (0..network.node_count()).map(node).collect();
    let edges: Vec<Value> = (0..network.tie_count()).map(edge).collect();
    text(&json!({
        "data": about(attributes), "directed": false, "multigraph": false,
        "elements": { "nodes": nodes, "edges": edges },
    }))
}

fn text(file: &Value) -> String {
    let mut text = serde_json::to_string_pretty(file).unwrap_or_default();
    text.push('\n');
    text
}

fn about(attributes: &NetworkAttributes) -> Value {
    json!({ "name": attributes.title, "description": attributes.description })
}

fn node(attributes: &NetworkAttributes, node: usize) -> Map<String, Value> {
    let mut fields = Map::new();
    fields.insert("id".into(), attributes.ids[node].as_str().into());
    fields.insert("label".into(), attributes.labels[node].as_str().into());
    columns(&mut fields, &attributes.nodes, node);
    if let Some(cluster) = attributes.cluster(node) {
        fields.insert("cluster".into(), cluster.into());
    }
    if let Some((x, y)) = attributes.point(node) {
        fields.insert("x".into(), x.into());
        fields.insert("y".into(), y.into());
    }
    fields
}

fn edge(network: &Network<'_>, attributes: &NetworkAttributes, tie: usize) -> Map<String, Value> {
    let (a, b, weight) = network.tie(tie);
    let mut fields = Map::new();
    fields.insert("source".into(), attributes.ids[a].as_str().into());
    fields.insert("target".into(), attributes.ids[b].as_str().into());
    fields.insert("weight".into(), weight.into());
    columns(&mut fields, &attributes.ties, tie);
    fields
}

/// What is known of the columns.
fn columns(fields: &mut Map<String, Value>, columns: &[AttributeColumn], at: usize) {
    for column in columns {
        let value: Value = match column.values.get(at) {
            None => continue,
            Some(AttributeValue::Text(text)) => text.into(),
            Some(AttributeValue::Integer(number)) => number.into(),
            Some(AttributeValue::Real(number)) => number.into(),
            Some(AttributeValue::List(list)) => list.into(),
        };
        fields.insert(column.key.clone(), value);
    }
}
