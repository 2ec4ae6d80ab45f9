//! GEXF 1.1 to 1.3, as Gephi writes it: nodes, edges, and the attributes that we know. Times, colours and
//! positions are not taken. Names of elements count, whichever of its namespaces a file declares.
//!
//! Source: <https://gexf.net> (schemas and primer).

use crate::corpus::hashing::{FastMap, FastSet};
use crate::corpus::naming::fold;
use crate::format::document::Document;
use crate::format::info::{FormatInfo, Syntax};
use crate::format::ties::{Direction, ExplicitNetwork, ExplicitTie, NetworkDecoder, Vertex, VertexAttribute};
use crate::format::xml::{Element, Handler, lacks, walk};
use crate::ingest::options::Options;
use crate::message;
use crate::source::error::Error;

/// Decodes GEXF.
pub(crate) static GEXF: NetworkDecoder = NetworkDecoder {
    info: &FormatInfo { key: "gexf", aliases: &[], extensions: &["gexf"], syntax: Syntax::Xml, precedence: 3 },
    parse,
    sniff: |head| head.root() == Some("gexf"),
};

#[derive(Default)]
struct Parser {
    network: ExplicitNetwork,
    titles: FastMap<String, String>,
    /// Defaults of node attributes that are taken.
    defaults: Vec<(VertexAttribute, String)>,
    class_is_node: bool,
    /// Ids of attributes of edges that are called a weight.
    weights: FastSet<String>,
    attribute: Option<(String, Option<VertexAttribute>)>,
    in_default: bool,
    default_text: String,
    /// Nodes that are open: they may lie within each other.
    nodes: Vec<usize>,
    in_edge: bool,
    is_directed: bool,
    has_graph: bool,
}

fn parse(source: &Document<'_>, _options: &Options) -> Result<ExplicitNetwork, Error> {
    let mut parser = Parser::default();
    walk(source, &mut parser)?;
    if !parser.has_graph {
        return Err(source.error(source.text.find("<gexf").unwrap_or(0), message!("format-gexf-file-no-graph")));
    }
    let Parser { mut network, defaults, .. } = parser;
    for vertex in &mut network.vertices {
        for (attribute, text) in &defaults {
            if vertex.attribute(*attribute).is_empty() {
                vertex.attributes.push((*attribute, text.clone()));
            }
        }
    }
    Ok(network)
}

impl Handler for Parser {
    fn open(&mut self, source: &Document<'_>, element: &Element) -> Result<(), Error> {
        match element.name.as_str() {
            "graph" if self.has_graph => {
                return Err(source.error(element.offset, message!("format-second-graph-starts-here")));
            }
            "graph" => {
                self.has_graph = true;
                self.is_directed = element.get("defaultedgetype") == Some("directed");
            }
            "attributes" => self.class_is_node = element.get("class") == Some("node"),
            "attribute" => self.declare(element),
            "default" => self.in_default = true,
            "node" => self.node(source, element)?,
            "edge" => self.edge(source, element)?,
            "attvalue" => self.value(element),
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, name: &str) {
        match name {
            "node" => drop(self.nodes.pop()),
            "edge" => self.in_edge = false,
            "attribute" => self.attribute = None,
            "default" => {
                self.in_default = false;
                let text = std::mem::take(&mut self.default_text);
                if let (Some((_, Some(fact))), true) = (&self.attribute, self.class_is_node) {
                    self.defaults.push((*fact, text));
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.in_default {
            self.default_text.push_str(text);
        }
    }
}

impl Parser {
    fn declare(&mut self, element: &Element) {
        let id = element.get("id").unwrap_or_default().to_owned();
        let title = element.get("title").unwrap_or(&id).to_owned();
        let fact = VertexAttribute::of(&title);
        let is_weight = !self.class_is_node && matches!(fold(&title).as_str(), "weight" | "edgeweight");
        if is_weight {
            self.weights.insert(id.clone());
        } else if !self.class_is_node || fact.is_none() {
            self.network.unused.insert(title.clone());
        }
        if self.class_is_node {
            self.titles.insert(id.clone(), title);
        }
        self.attribute = Some((id, fact));
    }

    fn node(&mut self, source: &Document<'_>, element: &Element) -> Result<(), Error> {
        let Some(id) = element.said("id") else { return Err(lacks(source, element, "id")) };
        let label = element.get("label").unwrap_or_default().to_owned();
        self.nodes.push(self.network.vertices.len());
        self.network.vertices.push(Vertex { id: id.to_owned(), label, attributes: Vec::new(), offset: element.offset });
        Ok(())
    }

    fn edge(&mut self, source: &Document<'_>, element: &Element) -> Result<(), Error> {
        self.in_edge = true;
        let end = |name: &str| element.said(name).map(str::to_owned).ok_or_else(|| lacks(source, element, name));
        let is_directed = element.get("type").map_or(self.is_directed, |kind| kind == "directed");
        self.network.ties.push(ExplicitTie {
            source: end("source")?,
            target: end("target")?,
            weight: element.get("weight").map(str::to_owned),
            direction: if is_directed { Direction::Directed } else { Direction::None },
            offset: element.offset,
        });
        Ok(())
    }

    fn value(&mut self, element: &Element) {
        let id = element.get("for").or_else(|| element.get("id")).unwrap_or_default();
        if self.in_edge
            && self.weights.contains(id)
            && let Some(edge) = self.network.ties.last_mut().filter(|edge| edge.weight.is_none())
        {
            edge.weight = element.get("value").map(str::to_owned);
        }
        let (false, Some(&node)) = (self.in_edge, self.nodes.last()) else { return };
        let fact = self.titles.get(id).and_then(|title| VertexAttribute::of(title));
        if !self.titles.contains_key(id) {
            self.network.unused.insert(id.to_owned());
        }
        if let (Some(fact), Some(value)) = (fact, element.get("value")) {
            self.network.vertices[node].attributes.push((fact, value.to_owned()));
        }
    }
}
