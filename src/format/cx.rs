//! Cytoscape's and NDEx's CX and CX2: a list of aspects, nodes and edges among them, with their attributes beside them (CX) or
//! within them (CX2).
//!
//! Source: the specification of NDEx, <https://cytoscape.org/cx/>. Styles are not taken.

use crate::corpus::hashing::FastMap;
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

/// Decodes CX and CX2.
pub(crate) static CX: NetworkDecoder = NetworkDecoder {
    info: &FormatInfo { key: "cx", aliases: &["cx2"], extensions: &["cx", "cx2"], syntax: Syntax::Json, precedence: 3 },
    parse,
    sniff: |head| head.has_schema(Schema::Cx),
};

/// Attributes that Cytoscape writes for itself.
const OWN: [&str; 6] = ["name", "shared name", "shared interaction", "interaction", "represents", "selected"];

fn parse(source: &Document<'_>, _options: &Options) -> Result<ExplicitNetwork, Error> {
    let json = Text { name: source.name, text: source.text };
    let body = source.text.trim_start_matches('\u{FEFF}').trim_start();
    let aspects: Vec<Fields<'_>> =
        json.read::<Vec<&RawValue>>(body)?.iter().filter_map(|part| Node(part.get()).fields()).collect();
    let elements = |aspect: &str| -> Vec<&RawValue> {
        aspects.iter().filter_map(|fields| fields.get(aspect)?.items()).flatten().collect()
    };
    let aliases = Aliases::of(&aspects);
    let mut network = ExplicitNetwork::default();
    let mut places: FastMap<String, usize> = FastMap::default();
    for part in elements("nodes") {
        let offset = json.offset(part.get());
        let fields = Node(part.get()).fields().unwrap_or_default();
        let Some(id) = number(&fields, &["@id", "id"]) else {
            return Err(source.error(offset, message!("format-json-node-id")));
        };
        let mut vertex = Vertex { id: id.clone(), offset, ..Vertex::default() };
        vertex.label = ["n", "r"].iter().find_map(|key| fields.text(key)).map(Into::into).unwrap_or_default();
        // CX2 has the position of a node in it.
        let coordinate = |key: &'static str| number(&fields, &[key]).and_then(|text| text.parse::<f64>().ok());
        if let (Some(x), Some(y)) = (coordinate("x"), coordinate("y")) {
            network.keeper.place(&mut vertex.values, x, y);
        }
        for (title, value) in fields.inner("v").unwrap_or_default().0 {
            let title = aliases.title("nodes", &title);
            note_vertex(&mut vertex, &mut network, title, plain(value.get()));
        }
        places.insert(id, network.vertices.len());
        network.vertices.push(vertex);
    }
    for part in elements("nodeAttributes") {
        let fields = Node(part.get()).fields().unwrap_or_default();
        let place = number(&fields, &["po"]).and_then(|id| places.get(&id).copied());
        if let (Some(at), Some(title)) = (place, fields.text("n")) {
            let mut vertex = std::mem::take(&mut network.vertices[at]);
            note_vertex(&mut vertex, &mut network, &title, fields.get("v").and_then(|value| plain(value.0)));
            network.vertices[at] = vertex;
        }
    }
    for part in elements("cartesianLayout") {
        let fields = Node(part.get()).fields().unwrap_or_default();
        let coordinate = |key: &'static str| number(&fields, &[key]).and_then(|text| text.parse::<f64>().ok());
        let place = number(&fields, &["node"]).and_then(|id| places.get(&id).copied());
        if let (Some(at), Some(x), Some(y)) = (place, coordinate("x"), coordinate("y")) {
            network.place_at(at, x, y);
        }
    }
    let mut weights: FastMap<String, String> = FastMap::default();
    for part in elements("edgeAttributes") {
        let fields = Node(part.get()).fields().unwrap_or_default();
        let (Some(id), Some(title)) = (number(&fields, &["po"]), fields.text("n")) else { continue };
        match fields.get("v").and_then(|value| plain(value.0)).filter(|_| is_weight(&title)) {
            Some(weight) => drop(weights.insert(id, weight)),
            None => note(&mut network, &title),
        }
    }
    for part in elements("edges") {
        let offset = json.offset(part.get());
        let fields = Node(part.get()).fields().unwrap_or_default();
        let end = |key: &'static str| {
            number(&fields, &[key]).ok_or_else(|| source.error(offset, message!("format-json-link-end", key = key)))
        };
        let mut weight = number(&fields, &["@id", "id"]).and_then(|id| weights.get(&id).cloned());
        for (title, value) in fields.inner("v").unwrap_or_default().0 {
            match aliases.title("edges", &title) {
                title if is_weight(title) => weight = plain(value.get()).or(weight),
                title => note(&mut network, title),
            }
        }
        weight = weight.or_else(|| aliases.weight.clone());
        // All edges of CX have a source and a target; which is which plays no part.
        let direction = Direction::None;
        network.ties.push(ExplicitTie { source: end("s")?, target: end("t")?, weight, direction, offset });
    }
    Ok(network)
}

/// Short names of attributes that CX2 declares, and the weight of edges that say none.
#[derive(Default)]
struct Aliases {
    titles: FastMap<(&'static str, String), String>,
    weight: Option<String>,
}

impl Aliases {
    fn of(aspects: &[Fields<'_>]) -> Self {
        let mut found = Self::default();
        let declared = aspects.iter().filter_map(|fields| fields.get("attributeDeclarations")?.first()?.fields());
        for fields in declared {
            for kind in ["nodes", "edges"] {
                for (title, value) in fields.inner(kind).unwrap_or_default().0 {
                    let inner = Node(value.get()).fields().unwrap_or_default();
                    if let Some(alias) = inner.text("a") {
                        found.titles.insert((kind, alias.into_owned()), title.to_string());
                    }
                    if kind == "edges" && is_weight(&title) {
                        found.weight = inner.get("v").and_then(|value| plain(value.0));
                    }
                }
            }
        }
        found
    }

    fn title<'a>(&'a self, kind: &'static str, title: &'a str) -> &'a str {
        self.titles.get(&(kind, title.to_owned())).map_or(title, String::as_str)
    }
}

fn note_vertex(vertex: &mut Vertex, network: &mut ExplicitNetwork, title: &str, value: Option<String>) {
    match (title, VertexAttribute::of(title), value) {
        ("name", _, Some(name)) => {
            if vertex.label.is_empty() {
                vertex.label = name;
            }
        }
        (_, Some(attribute), Some(value)) => vertex.attributes.push((attribute, value)),
        (title, None, Some(value)) if !OWN.contains(&title) => network.keep(vertex, title, &value),
        _ => note(network, title),
    }
}

fn note(network: &mut ExplicitNetwork, title: &str) {
    if !OWN.contains(&title) {
        network.unused.insert(title.to_owned());
    }
}

fn is_weight(title: &str) -> bool {
    title == "weight" || matches!(fold(title).as_str(), "weight" | "edgeweight")
}

/// A number or text of the first of these keys.
fn number(fields: &Fields<'_>, keys: &[&str]) -> Option<String> {
    keys.iter().find_map(|key| plain(fields.get(key)?.0))
}

/// A text, a number or a truth value.
fn plain(value: &str) -> Option<String> {
    let node = Node(value);
    if !node.is_scalar() || value.trim() == "null" {
        return None;
    }
    Some(node.word().map_or_else(|| value.trim().to_owned(), std::borrow::Cow::into_owned))
}
