//! GraphML as Gephi, NetworkX, igraph and yEd write it. Hyperedges and ports are reported and excluded; graphs within
//! nodes are refused.
//!
//! Source: <http://graphml.graphdrawing.org>.

use crate::corpus::hashing::FastMap;
use crate::corpus::naming::fold;
use crate::format::document::Document;
use crate::format::info::{FormatInfo, Syntax};
use crate::format::ties::{Direction, ExplicitNetwork, ExplicitTie, NetworkDecoder, Vertex, VertexAttribute};
use crate::format::xml::{Element, Handler, lacks, walk};
use crate::ingest::options::Options;
use crate::message;
use crate::source::error::Error;

/// Decodes GraphML.
pub(crate) static GRAPHML: NetworkDecoder = NetworkDecoder {
    info: &FormatInfo { key: "graphml", aliases: &[], extensions: &["graphml"], syntax: Syntax::Xml, precedence: 3 },
    parse,
    sniff: |head| head.root() == Some("graphml"),
};

/// What a `<data>` element holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Meaning {
    Label,
    Weight,
    VertexAttribute(VertexAttribute),
}

/// In what the next `<data>` stands.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Inside {
    #[default]
    Nothing,
    Node,
    ExplicitTie,
}

#[derive(Default)]
struct Parser {
    network: ExplicitNetwork,
    keys: FastMap<String, (String, String)>,
    defaults: Vec<(Meaning, String)>,
    key: Option<String>,
    inside: Inside,
    data: Option<String>,
    /// Text of the open `<data>` or `<default>`.
    text: String,
    /// The label of yEd's drawing, which is no text of the data itself.
    is_drawn_label: bool,
    drawn_label: String,
    is_directed: bool,
    graphs: usize,
    has_graph: bool,
}

fn parse(source: &Document<'_>, _options: &Options) -> Result<ExplicitNetwork, Error> {
    let mut parser = Parser::default();
    walk(source, &mut parser)?;
    if !parser.has_graph {
        return Err(source.error(source.text.find("<graphml").unwrap_or(0), message!("format-graphml-file-no-graph")));
    }
    Ok(parser.finish())
}

impl Handler for Parser {
    fn open(&mut self, source: &Document<'_>, element: &Element) -> Result<(), Error> {
        match element.name.as_str() {
            "graph" if self.has_graph => {
                let message = if self.graphs > 0 {
                    message!("format-graph-within-graph-starts")
                } else {
                    message!("format-second-graph-starts-here-3")
                };
                return Err(source.error(element.offset, message));
            }
            "graph" => {
                self.has_graph = true;
                self.graphs += 1;
                self.is_directed = element.get("edgedefault") == Some("directed");
            }
            "key" => {
                let id = element.said("id").ok_or_else(|| lacks(source, element, "id"))?;
                if self.keys.contains_key(id) {
                    return Err(source.error(element.offset, message!("format-key-declared-twice-leave", id = id)));
                }
                self.declare(element);
            }
            "default" => self.text.clear(),
            "node" => self.node(source, element)?,
            "edge" => self.edge(source, element)?,
            "hyperedge" | "port" => {
                self.network.unused.insert(format!("<{}>", element.name));
                self.inside = Inside::Nothing;
            }
            "data" => {
                let key = element.said("key").ok_or_else(|| lacks(source, element, "key"))?;
                if !self.keys.contains_key(key) {
                    self.network.unused.insert(key.to_owned());
                }
                self.data = Some(key.to_owned());
                self.text.clear();
            }
            name if name.ends_with(":NodeLabel") => self.is_drawn_label = true,
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, name: &str) {
        match name {
            "graph" => self.graphs = self.graphs.saturating_sub(1),
            "node" | "edge" => self.inside = Inside::Nothing,
            "default" => {
                let text = std::mem::take(&mut self.text);
                if let Some(meaning) = self.key.as_deref().and_then(|key| self.meaning(key, "node")) {
                    self.defaults.push((meaning, text));
                }
            }
            "key" => self.key = None,
            "data" => self.value(),
            name if name.ends_with(":NodeLabel") => {
                self.is_drawn_label = false;
                let label = std::mem::take(&mut self.drawn_label);
                if let (Inside::Node, Some(vertex)) = (self.inside, self.network.vertices.last_mut())
                    && vertex.label.is_empty()
                {
                    vertex.label = label.trim().to_owned();
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        let into = if self.is_drawn_label { &mut self.drawn_label } else { &mut self.text };
        into.push_str(text);
    }
}

impl Parser {
    fn declare(&mut self, element: &Element) {
        let id = element.get("id").unwrap_or_default().to_owned();
        let title = element.get("attr.name").unwrap_or(&id).to_owned();
        let domain = element.get("for").unwrap_or("all").to_owned();
        self.keys.insert(id.clone(), (title.clone(), domain.clone()));
        let is_known = ["node", "edge"].iter().any(|inside| self.meaning(&id, inside).is_some());
        if !is_known && domain != "graph" {
            self.network.unused.insert(title);
        }
        self.key = Some(id);
    }

    fn meaning(&self, key: &str, inside: &str) -> Option<Meaning> {
        let (title, domain) = self.keys.get(key)?;
        if domain != "all" && domain != inside {
            return None;
        }
        match (inside, fold(title).as_str()) {
            ("node", "label" | "nodelabel") => Some(Meaning::Label),
            ("node", _) => VertexAttribute::of(title).map(Meaning::VertexAttribute),
            (_, "weight" | "edgeweight") => Some(Meaning::Weight),
            _ => None,
        }
    }

    fn node(&mut self, source: &Document<'_>, element: &Element) -> Result<(), Error> {
        let Some(id) = element.said("id") else { return Err(lacks(source, element, "id")) };
        self.inside = Inside::Node;
        self.network.vertices.push(Vertex { id: id.to_owned(), offset: element.offset, ..Vertex::default() });
        Ok(())
    }

    fn edge(&mut self, source: &Document<'_>, element: &Element) -> Result<(), Error> {
        let end = |name: &str| element.said(name).map(str::to_owned).ok_or_else(|| lacks(source, element, name));
        let is_directed = element.get("directed").map_or(self.is_directed, |word| word == "true");
        self.inside = Inside::ExplicitTie;
        self.network.ties.push(ExplicitTie {
            source: end("source")?,
            target: end("target")?,
            weight: None,
            direction: if is_directed { Direction::Directed } else { Direction::None },
            offset: element.offset,
        });
        Ok(())
    }

    fn value(&mut self) {
        let text = std::mem::take(&mut self.text);
        let Some(key) = self.data.take() else { return };
        match self.inside {
            Inside::Node => {
                let meaning = self.meaning(&key, "node");
                let Some(vertex) = self.network.vertices.last_mut() else { return };
                match meaning {
                    Some(Meaning::Label) => vertex.label = text,
                    Some(Meaning::VertexAttribute(fact)) => vertex.attributes.push((fact, text)),
                    _ => {}
                }
            }
            Inside::ExplicitTie if self.meaning(&key, "edge") == Some(Meaning::Weight) => {
                if let Some(edge) = self.network.ties.last_mut() {
                    edge.weight = Some(text);
                }
            }
            _ => {}
        }
    }

    fn finish(mut self) -> ExplicitNetwork {
        for vertex in &mut self.network.vertices {
            for (meaning, text) in &self.defaults {
                match meaning {
                    Meaning::VertexAttribute(fact) if vertex.attribute(*fact).is_empty() => {
                        vertex.attributes.push((*fact, text.clone()))
                    }
                    Meaning::Label if vertex.label.is_empty() => vertex.label.clone_from(text),
                    _ => {}
                }
            }
        }
        self.network
    }
}
