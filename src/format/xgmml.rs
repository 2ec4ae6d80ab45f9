//! XGMML, as Cytoscape and others write it: GML in XML. Nodes and edges with `<att name= value=>`.
//!
//! Source: the draft of Punin & Krishnamoorthy 2001, and Cytoscape's writer. Graphs within nodes and colours are not taken.

use crate::corpus::naming::fold;
use crate::format::document::Document;
use crate::format::info::{FormatInfo, Syntax};
use crate::format::ties::{Direction, ExplicitNetwork, ExplicitTie, NetworkDecoder, Vertex, VertexAttribute};
use crate::format::xml::{Element, Handler, lacks, walk};
use crate::ingest::options::Options;
use crate::message;
use crate::source::error::Error;

/// Decodes XGMML.
pub(crate) static XGMML: NetworkDecoder = NetworkDecoder {
    info: &FormatInfo { key: "xgmml", aliases: &[], extensions: &["xgmml"], syntax: Syntax::Xml, precedence: 3 },
    parse,
    sniff: |head| head.root() == Some("graph"),
};

/// In what an `<att>` stands.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Holder {
    #[default]
    Graph,
    Node,
    Edge,
}

#[derive(Default)]
struct Parser {
    network: ExplicitNetwork,
    holder: Holder,
    is_directed: bool,
    graphs: usize,
    /// Attributes within attributes, which are lists and graphs.
    depth: usize,
}

fn parse(source: &Document<'_>, _options: &Options) -> Result<ExplicitNetwork, Error> {
    let mut parser = Parser::default();
    walk(source, &mut parser)?;
    Ok(parser.network)
}

impl Handler for Parser {
    fn open(&mut self, source: &Document<'_>, element: &Element) -> Result<(), Error> {
        match element.name.as_str() {
            "graph" if self.graphs > 0 => {
                return Err(source.error(element.offset, message!("format-graph-within-graph-starts")));
            }
            "graph" => {
                self.graphs += 1;
                self.is_directed = element.get("directed") == Some("1");
            }
            "node" => {
                let id = element.said("id").ok_or_else(|| lacks(source, element, "id"))?.to_owned();
                let label = element.get("label").unwrap_or_default().to_owned();
                self.network.vertices.push(Vertex { id, label, offset: element.offset, ..Vertex::default() });
                self.holder = Holder::Node;
            }
            "edge" => {
                let end =
                    |name: &str| element.said(name).map(str::to_owned).ok_or_else(|| lacks(source, element, name));
                let says = element.get("directed").or_else(|| element.get("cy:directed"));
                let is_directed = says.map_or(self.is_directed, |says| says == "1");
                self.network.ties.push(ExplicitTie {
                    source: end("source")?,
                    target: end("target")?,
                    weight: element.said("weight").map(str::to_owned),
                    direction: if is_directed { Direction::Directed } else { Direction::None },
                    offset: element.offset,
                });
                self.holder = Holder::Edge;
            }
            "graphics" if self.holder == Holder::Node => {
                let number = |name: &str| element.get(name).and_then(|text| text.trim().parse::<f64>().ok());
                if let (Some(at), Some(x), Some(y)) =
                    (self.network.vertices.len().checked_sub(1), number("x"), number("y"))
                {
                    self.network.place_at(at, x, y);
                }
            }
            "att" => {
                self.depth += 1;
                if self.depth == 1 {
                    self.attribute(element);
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, name: &str) {
        match name {
            "node" | "edge" => self.holder = Holder::Graph,
            "att" => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
    }

    fn text(&mut self, _text: &str) {}
}

/// Attributes that Cytoscape writes for itself.
const OWN: [&str; 5] = ["shared name", "shared interaction", "interaction", "selected", "canonicalName"];

impl Parser {
    fn attribute(&mut self, element: &Element) {
        let title = element.get("name").unwrap_or_default();
        let value = element.said("value").map(str::to_owned);
        match (self.holder, VertexAttribute::of(title), value) {
            (Holder::Node, Some(VertexAttribute::Name), Some(name)) => {
                // The label is what others call a name, and the same where both stand.
                if let Some(vertex) = self.network.vertices.last_mut().filter(|vertex| vertex.label.is_empty()) {
                    vertex.label = name;
                }
            }
            (Holder::Node, Some(attribute), Some(value)) => {
                if let Some(vertex) = self.network.vertices.last_mut() {
                    vertex.attributes.push((attribute, value));
                }
            }
            (Holder::Edge, _, Some(value)) if matches!(fold(title).as_str(), "weight" | "edgeweight") => {
                if let Some(tie) = self.network.ties.last_mut().filter(|tie| tie.weight.is_none()) {
                    tie.weight = Some(value);
                }
            }
            (Holder::Node, None, Some(value)) if !OWN.contains(&title) && !matches!(title, "name" | "label" | "") => {
                if let Some(at) = self.network.vertices.len().checked_sub(1) {
                    self.network.keep_at(at, title, &value);
                }
            }
            (Holder::Node | Holder::Edge, _, Some(_))
                if !OWN.contains(&title) && !matches!(title, "name" | "label" | "") =>
            {
                self.network.unused.insert(title.to_owned());
            }
            _ => {}
        }
    }
}
