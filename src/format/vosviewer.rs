//! VOSviewer's JSON: items and links. Its map and network text files are read as a list of items and a list of
//! ties.
//!
//! Source: VOSviewer Online, documentation of the JSON file type.

use crate::message;
use std::borrow::Cow;

use serde::Deserialize;
use serde_json::value::RawValue;

use crate::format::document::Document;
use crate::format::info::{FormatInfo, Syntax};
use crate::format::json::{Entries, Text};
use crate::format::json_shape::Schema;
use crate::format::ties::{Direction, ExplicitNetwork, ExplicitTie, NetworkDecoder, Vertex, VertexAttribute};
use crate::ingest::options::Options;

use crate::source::error::Error;

#[derive(Deserialize)]
#[serde(untagged)]
enum Id {
    Number(i64),
    Word(String),
}

impl Id {
    fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Number(number) => number.to_string().into(),
            Self::Word(word) => word.as_str().into(),
        }
    }
}

#[derive(Deserialize)]
struct Link {
    source_id: Id,
    target_id: Id,
    #[serde(default)]
    strength: Option<f64>,
}

/// What stands under `network`.
const NETWORK: &str = "network";

/// Decodes VOSviewer's JSON.
pub(crate) static VOSVIEWER: NetworkDecoder = NetworkDecoder {
    info: &FormatInfo { key: "vosviewer", aliases: &[], extensions: &[], syntax: Syntax::Json, precedence: 3 },
    parse,
    sniff: |head| head.has_schema(Schema::Vosviewer),
};

fn parse(source: &Document<'_>, _options: &Options) -> Result<ExplicitNetwork, Error> {
    let json = Text { name: source.name, text: source.text };
    let file: Entries<'_> = json.read(source.text.trim_start_matches('\u{FEFF}'))?;
    let network = file.0.iter().find(|(key, _)| key == NETWORK).map(|(_, value)| value.get());
    let Some(network) = network else {
        return Err(source.error(0, message!("format-document-no-network-expected")));
    };
    let mut listed = ExplicitNetwork::drawn_upwards();
    let mut has_items = false;
    for (key, value) in &json.read::<Entries<'_>>(network)?.0 {
        match key.as_ref() {
            "items" => {
                has_items = true;
                for item in json.read::<Vec<&RawValue>>(value.get())? {
                    let vertex = vertex(source, &json, item.get(), &mut listed)?;
                    listed.vertices.push(vertex);
                }
            }
            "links" => {
                for link in json.read::<Vec<&RawValue>>(value.get())? {
                    listed.ties.push(edge(&json, link.get())?);
                }
            }
            _ => {}
        }
    }
    if !has_items {
        return Err(source.error(json.offset(network), message!("format-network-no-items-expected")));
    }
    Ok(listed)
}

fn vertex<'t>(
    source: &Document<'_>,
    json: &Text<'t>,
    part: &'t str,
    listed: &mut ExplicitNetwork,
) -> Result<Vertex, Error> {
    let mut vertex = Vertex { offset: json.offset(part), ..Vertex::default() };
    for (key, value) in &json.read::<Entries<'t>>(part)?.0 {
        match key.as_ref() {
            "id" => vertex.id = json.read::<Id>(value.get())?.text().into_owned(),
            "label" => vertex.label = json.read(value.get())?,
            // Markup for people.
            "description" | "url" => {}
            "x" | "y" | "cluster" => listed.keep(&mut vertex, key, value.get().trim_matches('"')),
            "weights" | "scores" => {
                for (title, value) in &json.read::<Entries<'t>>(value.get())?.0 {
                    listed.keep(&mut vertex, title, value.get().trim_matches('"'));
                }
            }
            key => match (VertexAttribute::of(key), serde_json::from_str::<String>(value.get())) {
                (Some(attribute), Ok(text)) => vertex.attributes.push((attribute, text)),
                _ => drop(listed.unused.insert(key.to_owned())),
            },
        }
    }
    if vertex.id.is_empty() {
        vertex.id.clone_from(&vertex.label);
    }
    if vertex.id.is_empty() {
        return Err(source.error(vertex.offset, message!("format-item-neither-id-nor")));
    }
    Ok(vertex)
}

fn edge<'t>(json: &Text<'t>, part: &'t str) -> Result<ExplicitTie, Error> {
    let link: Link = json.read(part)?;
    Ok(ExplicitTie {
        source: link.source_id.text().into_owned(),
        target: link.target_id.text().into_owned(),
        weight: link.strength.map(|strength| strength.to_string()),
        direction: Direction::None,
        offset: json.offset(part),
    })
}
