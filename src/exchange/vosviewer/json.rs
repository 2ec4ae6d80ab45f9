//! VOSviewer's JSON format. Cluster 1 is the largest; an item has both x and y, or neither.
//!
//! Source: VOSviewer Online, documentation of the JSON file type.

use serde_json::{Map, Number, Value, json};

use crate::exchange::attributes::{NetworkAttributes, name};
use crate::exchange::number::plain;
use crate::exchange::vosviewer::numbers::{NamedColumns, cluster, scores, weights};
use crate::network::Network;
use crate::network::graph::NetworkMode;

/// Writes the file.
pub(crate) fn write(network: &Network<'_>, attributes: &NetworkAttributes) -> String {
    let (weights, scores) = (weights(network, attributes), scores(network, attributes));
    let items: Vec<Value> =
        (0..network.node_count()).map(|node| item(network, attributes, node, &weights, &scores)).collect();
    let links: Vec<Value> = (0..network.tie_count()).map(|tie| link(network, attributes, tie)).collect();
    let mut inner = Map::new();
    inner.insert("items".into(), items.into());
    inner.insert("links".into(), links.into());
    let count = attributes.clusters.iter().copied().max().unwrap_or(0).min(1000);
    if count > 0 {
        let clusters: Vec<Value> =
            (1..=count).map(|number| json!({"cluster": number, "label": format!("Cluster {number}")})).collect();
        inner.insert("clusters".into(), clusters.into());
    }
    let file = json!({
        "network": inner,
        "config": {"terminology": terminology(network), "parameters": {"item_size": item_size(&weights)}},
        "info": {"title": attributes.title, "description": html(&attributes.description)},
    });
    let mut text = serde_json::to_string_pretty(&file).unwrap_or_default();
    text.push('\n');
    text
}

/// 1-based index of the weight that determines item size: documents where present, else the last.
fn item_size(weights: &NamedColumns) -> usize {
    weights.len().max(1)
}

fn terminology(network: &Network<'_>) -> Value {
    let (item, items) = match network.mode() {
        NetworkMode::One => ("Institution", "Institutions"),
        NetworkMode::Two => ("Institution or work", "Institutions and works"),
    };
    json!({
        "item": item, "items": items, "link": "Partnership", "links": "Partnerships",
        "link_strength": "Shared works", "total_link_strength": "Total shared works",
        "cluster": "Cluster", "clusters": "Clusters",
    })
}

fn item(
    network: &Network<'_>,
    attributes: &NetworkAttributes,
    node: usize,
    weights: &NamedColumns,
    scores: &NamedColumns,
) -> Value {
    let mut item = Map::new();
    item.insert("id".into(), attributes.ids[node].as_str().into());
    item.insert("label".into(), attributes.labels[node].as_str().into());
    item.insert("description".into(), description(network, attributes, node).into());
    if let Some(ror) = network.institution(node).and_then(|id| network.corpus().institution(id).ror.as_deref()) {
        item.insert("url".into(), ror.into());
    }
    if let Some((x, y)) = attributes.point(node) {
        item.insert("x".into(), number(x));
        item.insert("y".into(), number(y));
    }
    if let Some(cluster) = cluster(attributes, node) {
        item.insert("cluster".into(), cluster.into());
    }
    for (key, named) in [("weights", weights), ("scores", scores)] {
        let present: Map<String, Value> =
            named.iter().filter_map(|(name, values)| values[node].map(|value| (name.clone(), number(value)))).collect();
        if !present.is_empty() {
            item.insert(key.into(), present.into());
        }
    }
    item.into()
}

fn description(network: &Network<'_>, attributes: &NetworkAttributes, node: usize) -> String {
    let text = |key: &str| {
        let value = attributes.node_column(key).and_then(|column| column.values.get(node));
        value.map(|value| value.plain("; ")).filter(|text| !text.is_empty())
    };
    let files = [Some(name(network, node)), text("name_ko"), text("countries"), text("sectors"), text("date")];
    let files: Vec<String> = files.into_iter().flatten().map(|field| html(&field)).collect();
    files.join("<br>")
}

fn html(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('\n', "<br>")
}

fn link(network: &Network<'_>, attributes: &NetworkAttributes, tie: usize) -> Value {
    let (a, b, weight) = network.tie(tie);
    json!({"source_id": attributes.ids[a], "target_id": attributes.ids[b], "strength": number(weight)})
}

/// A number rounded as in [`plain`], an integer where possible.
fn number(value: f64) -> Value {
    let text = plain(value);
    match text.parse::<i64>() {
        Ok(integer) => integer.into(),
        Err(_) => text.parse().ok().and_then(Number::from_f64).map_or(Value::Null, Value::Number),
    }
}
