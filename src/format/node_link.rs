//! JSON of nodes and links: NetworkX (node-link and adjacency), d3 by index or id, vis.js, graphology, Cytoscape (`.cyjs`), the
//! JSON Graph Format and Kumu. They differ in where nodes and links stand, and in what they call the id of a node, the ends of a
//! link and its weight.

use crate::corpus::naming::fold;
use crate::format::document::Document;
use crate::format::info::{FormatInfo, Syntax};
use crate::format::json::{Fields, Text};
use crate::format::json_node::Node;
use crate::format::json_schema::Schema;
use crate::format::ties::{Direction, ExplicitNetwork, ExplicitTie, NetworkDecoder, Vertex, VertexAttribute};
use crate::ingest::options::Options;
use crate::message;
use crate::source::error::Error;
use serde_json::value::RawValue;
use std::borrow::Cow;

/// Decodes JSON of nodes and links.
pub(crate) static NODE_LINK: NetworkDecoder = NetworkDecoder {
    info: &FormatInfo {
        key: "node-link",
        aliases: &["cyjs", "graphology", "kumu"],
        extensions: &["cyjs"],
        syntax: Syntax::Json,
        precedence: 3,
    },
    parse,
    sniff: |head| head.has_schema(Schema::NodeLink),
};

/// Keys that say how something is drawn or numbered, which plays no part.
const UNDERSTOOD: [&str; 20] = [
    "key",
    "classes",
    "selected",
    "selectable",
    "locked",
    "grabbable",
    "removed",
    "pannable",
    "z",
    "vx",
    "vy",
    "fx",
    "fy",
    "index",
    "color",
    "size",
    "directed",
    "undirected",
    "SUID",
    "id",
];

/// Keys of an object and their values, those of the objects in it that hold data among them.
struct Flat<'t>(Vec<(Cow<'t, str>, &'t RawValue)>);

impl<'t> Flat<'t> {
    fn of(part: &'t str) -> Self {
        let mut all = Vec::new();
        for (key, value) in Node(part).fields().unwrap_or_default().0 {
            match Node(value.get()).fields() {
                Some(inner) if matches!(key.as_ref(), "data" | "attributes" | "metadata") => all.extend(inner.0),
                _ => all.push((key, value)),
            }
        }
        Self(all)
    }

    /// The value of the first of these keys, a text or a number.
    fn text(&self, keys: &[&str]) -> Option<String> {
        keys.iter().find_map(|key| {
            let (_, value) = self.0.iter().find(|(other, _)| other == key)?;
            plain(value)
        })
    }
}

/// A text, a number or a truth value; `None` for what holds others, and for null.
fn plain(value: &RawValue) -> Option<String> {
    let node = Node(value.get());
    if !node.is_scalar() || value.get().trim() == "null" {
        return None;
    }
    Some(node.word().map_or_else(|| value.get().trim().to_owned(), Cow::into_owned))
}

/// Where the nodes and links of a file stand.
struct Parts<'t> {
    nodes: Vec<(Option<Cow<'t, str>>, &'t str)>,
    links: Vec<&'t str>,
    /// Neighbours of each node, in the order of the nodes.
    adjacency: Vec<Vec<&'t str>>,
    is_directed: bool,
}

fn parse(source: &Document<'_>, _options: &Options) -> Result<ExplicitNetwork, Error> {
    let json = Text { name: source.name, text: source.text };
    let body = source.text.trim_start_matches('\u{FEFF}').trim_start();
    let parts = if body.starts_with('[') {
        of_elements(&json.read::<Vec<&RawValue>>(body)?)
    } else {
        parts(source, &json, &json.read(body)?)?
    };
    let mut network = ExplicitNetwork::drawn_upwards();
    for (key, part) in &parts.nodes {
        let vertex = vertex(source, &json, key.as_deref(), part, &mut network)?;
        network.vertices.push(vertex);
    }
    let ids = Ids::of(&network);
    for part in &parts.links {
        let tie = tie(source, &json, part, (&ids, parts.is_directed), &mut network)?;
        network.ties.push(tie);
    }
    for (row, neighbours) in parts.adjacency.iter().enumerate() {
        let Some(own) = network.vertices.get(row).map(|vertex| vertex.id.clone()) else {
            let count = network.vertices.len();
            return Err(source.error(0, message!("format-json-adjacency-rows", count = count)));
        };
        for part in neighbours {
            let flat = Flat::of(part);
            let offset = json.offset(part);
            let Some(target) = flat.text(&["id", "key"]) else {
                return Err(source.error(offset, message!("format-json-link-end", key = "id")));
            };
            let direction = if parts.is_directed { Direction::Directed } else { Direction::None };
            let weight = flat.text(&["weight"]);
            network.ties.push(ExplicitTie { source: own.clone(), target, weight, direction, offset });
        }
    }
    // Ids that no node has and numbers that stand for its place are settled; labels may be missing.
    for vertex in network.vertices.iter_mut().filter(|vertex| vertex.label == vertex.id) {
        vertex.label.clear();
    }
    Ok(network)
}

/// Nodes and links in one list, as Cytoscape.js takes them: a link has two ends.
fn of_elements<'t>(elements: &[&'t RawValue]) -> Parts<'t> {
    let is_link = |part: &str| {
        let data = Flat::of(part);
        data.text(&["source"]).is_some() && data.text(&["target"]).is_some()
    };
    let (links, nodes): (Vec<&RawValue>, Vec<&RawValue>) = elements.iter().partition(|item| is_link(item.get()));
    let nodes = nodes.iter().map(|item| (None, item.get())).collect();
    Parts { nodes, links: links.iter().map(|item| item.get()).collect(), adjacency: Vec::new(), is_directed: false }
}

/// Finds the lists of nodes and links.
fn parts<'t>(source: &Document<'_>, json: &Text<'t>, file: &Fields<'t>) -> Result<Parts<'t>, Error> {
    let holder = ["elements", "graph"]
        .into_iter()
        .find_map(|key| file.inner(key).filter(|inner| inner.has_any(&["nodes", "edges"])));
    let graphs = file.get("graphs").and_then(Node::items);
    if let Some([_, second, ..]) = graphs.as_deref() {
        let offset = json.offset(second.get());
        return Err(source.error(offset, message!("format-json-several-graphs")));
    }
    let graph = graphs.and_then(|graphs| Node(graphs.first()?.get()).fields());
    let own = holder.or(graph);
    let fields = own.as_ref().unwrap_or(file);
    let list = |keys: &[&str]| keys.iter().find_map(|key| fields.get(key));
    let mut parts = Parts { nodes: Vec::new(), links: Vec::new(), adjacency: Vec::new(), is_directed: false };
    let says_directed = |fields: &Fields<'_>| {
        fields.get("directed").is_some_and(|value| value.0.trim() == "true")
            || fields.inner("options").and_then(|options| options.text("type")).is_some_and(|kind| kind == "directed")
    };
    parts.is_directed = says_directed(fields) || says_directed(file);
    let elements = fields.get("elements").and_then(Node::items);
    if let Some(connections) = fields.get("connections").and_then(Node::items) {
        parts.nodes = elements.unwrap_or_default().iter().map(|item| (None, item.get())).collect();
        parts.links = connections.iter().map(|item| item.get()).collect();
        return Ok(parts);
    }
    if let Some(elements) = elements {
        return Ok(of_elements(&elements));
    }
    let nodes = list(&["nodes", "vertices"]);
    match nodes.map(|nodes| (nodes.items(), nodes.fields())) {
        Some((Some(items), _)) => parts.nodes = items.iter().map(|item| (None, item.get())).collect(),
        Some((_, Some(keyed))) => {
            parts.nodes = keyed.0.into_iter().map(|(key, value)| (Some(key), value.get())).collect();
        }
        _ => return Err(source.error(0, message!("format-json-nodes"))),
    }
    if let Some(rows) = fields.get("adjacency").and_then(Node::items) {
        let row = |row: &&'t RawValue| {
            let items = Node(row.get()).items().unwrap_or_default();
            items.iter().map(|item| item.get()).collect()
        };
        parts.adjacency = rows.iter().map(row).collect();
        return Ok(parts);
    }
    let links = list(&["links", "edges", "relationships", "arcs"]).and_then(Node::items);
    parts.links = links.unwrap_or_default().iter().map(|item| item.get()).collect();
    Ok(parts)
}

fn vertex<'t>(
    source: &Document<'_>,
    json: &Text<'t>,
    key: Option<&str>,
    part: &'t str,
    network: &mut ExplicitNetwork,
) -> Result<Vertex, Error> {
    let offset = json.offset(part);
    let node = Node(part);
    if node.is_scalar() {
        let id = node.word().map_or_else(|| part.trim().to_owned(), Cow::into_owned);
        return Ok(Vertex { id, offset, ..Vertex::default() });
    }
    let flat = Flat::of(part);
    let id = key.map(str::to_owned).or_else(|| flat.text(&["id", "key", "_id"]));
    let shown = flat.text(&["label", "Label"]);
    let has_both = shown.is_some();
    let label = shown.or_else(|| flat.text(&["name", "title"]));
    let Some(id) = id.or_else(|| label.clone()).filter(|id| !id.trim().is_empty()) else {
        return Err(source.error(offset, message!("format-json-node-id")));
    };
    let mut vertex = Vertex { id, label: label.unwrap_or_default(), offset, ..Vertex::default() };
    for (key, value) in &flat.0 {
        let is_label = matches!(key.as_ref(), "label" | "Label" | "_id" | "value") || !has_both && key == "name";
        if is_label || key == "title" || UNDERSTOOD.contains(&key.as_ref()) {
            continue;
        }
        match (VertexAttribute::of(key), plain(value)) {
            (Some(attribute), Some(text)) => vertex.attributes.push((attribute, text)),
            (_, None) if value.get() == "null" => {}
            (None, Some(text)) => network.keep(&mut vertex, key, &text),
            // Cytoscape's second coordinate grows downwards, unlike keys called y.
            (_, None) if key == "position" => {
                let fields = Node(value.get()).fields().unwrap_or_default();
                let number = |key: &str| fields.get(key).and_then(|value| value.0.trim().parse::<f64>().ok());
                if let (Some(x), Some(y)) = (number("x"), number("y")) {
                    network.keeper.place(&mut vertex.values, x, -y);
                }
            }
            _ => drop(network.unused.insert(key.to_string())),
        }
    }
    Ok(vertex)
}

/// How links name their ends.
enum Ids {
    /// By the ids of nodes.
    Ids,
    /// By the place of a node in its list, from 0, where no node has such an id.
    Places { ids: crate::corpus::hashing::FastSet<String>, order: Vec<String> },
}

impl Ids {
    fn of(network: &ExplicitNetwork) -> Self {
        let are_numbers = network.vertices.iter().all(|vertex| vertex.id.parse::<i64>().is_ok());
        if are_numbers {
            return Self::Ids;
        }
        let order: Vec<String> = network.vertices.iter().map(|vertex| vertex.id.clone()).collect();
        Self::Places { ids: order.iter().cloned().collect(), order }
    }

    /// The id that an end means.
    fn id(&self, end: &str, is_number: bool) -> String {
        match self {
            Self::Places { ids, order } if is_number && !ids.contains(end) => {
                end.parse::<usize>().ok().and_then(|place| order.get(place).cloned()).unwrap_or_else(|| end.to_owned())
            }
            _ => end.to_owned(),
        }
    }
}

fn tie<'t>(
    source: &Document<'_>,
    json: &Text<'t>,
    part: &'t str,
    (ids, is_directed): (&Ids, bool),
    network: &mut ExplicitNetwork,
) -> Result<ExplicitTie, Error> {
    let flat = Flat::of(part);
    let offset = json.offset(part);
    let end = |keys: [&'static str; 4]| {
        let found = keys.iter().find_map(|key| flat.0.iter().find(|(other, _)| other == key));
        // d3 writes the whole node after a layout.
        let text = found.and_then(|(_, value)| plain(value).or_else(|| Flat::of(value.get()).text(&["id", "name"])));
        let is_number = found.is_some_and(|(_, value)| value.get().trim().parse::<u64>().is_ok());
        text.map(|text| ids.id(&text, is_number))
            .ok_or_else(|| source.error(offset, message!("format-json-link-end", key = keys[0])))
    };
    let (from, to) = (end(["source", "from", "source_id", "start"])?, end(["target", "to", "target_id", "end"])?);
    let weight = flat.text(&["weight", "Weight", "value", "strength"]);
    let says = |key: &str| flat.0.iter().find(|(other, _)| other == key).map(|(_, value)| value.get().trim() == "true");
    let is_directed =
        says("directed").or_else(|| says("undirected").map(|undirected| !undirected)).unwrap_or(is_directed);
    let known = [
        "source",
        "from",
        "source_id",
        "start",
        "target",
        "to",
        "target_id",
        "end",
        "weight",
        "Weight",
        "value",
        "strength",
        "_id",
        "name",
    ];
    for (key, _) in &flat.0 {
        if !known.contains(&key.as_ref()) && !UNDERSTOOD.contains(&key.as_ref()) && fold(key) != "label" {
            network.unused.insert(key.to_string());
        }
    }
    let direction = if is_directed { Direction::Directed } else { Direction::None };
    Ok(ExplicitTie { source: from, target: to, weight, direction, offset })
}
