//! GEXF 1.1 to 1.3, as Gephi writes it: nodes, edges, and the attributes that we know. Times, colours and
//! positions are not taken. Names of elements count, whichever of its namespaces a file declares.
//!
//! Source: <https://gexf.net> (schemas and primer).

use crate::corpus::hashing::FastMap;
use crate::ingest::error::Error;
use crate::ingest::gather::Gather;
use crate::ingest::stated::{Direction, Edge, Fact, Source, Stated, Vertex, settle};
use crate::ingest::xml::{Element, Step, Xml};

/// Reads a file. O(bytes).
pub(crate) fn read(gather: &mut Gather<'_>, source: &Source<'_>) -> Result<(), Error> {
    let stated = parse(source)?;
    settle(gather, source, &stated)
}

#[derive(Default)]
struct Parser {
    stated: Stated,
    titles: FastMap<String, String>,
    /// Defaults of node attributes that are taken.
    defaults: Vec<(Fact, String)>,
    class_is_node: bool,
    attribute: Option<(String, Option<Fact>)>,
    in_default: bool,
    default_text: String,
    /// Nodes that are open: they may lie within each other.
    nodes: Vec<usize>,
    in_edge: bool,
    is_directed: bool,
    has_graph: bool,
}

fn parse(source: &Source<'_>) -> Result<Stated, Error> {
    let mut xml = Xml::new(source.name, source.text);
    let mut parser = Parser::default();
    loop {
        match xml.step()? {
            Step::Open(element) => parser.open(source, &element)?,
            Step::Close(name) => parser.close(&name),
            Step::Text(text) => {
                if parser.in_default {
                    parser.default_text.push_str(&text);
                }
            }
            Step::End => break,
        }
    }
    if !parser.has_graph {
        return Err(source.error(
            source.text.find("<gexf").unwrap_or(0),
            "the GEXF file has no <graph>; expected <gexf><graph><nodes>…</nodes><edges>…</edges></graph></gexf>",
            "GEXF 파일에 <graph>가 없다. <gexf><graph><nodes>…</nodes><edges>…</edges></graph></gexf> 꼴이어야 한다",
        ));
    }
    let Parser { mut stated, defaults, .. } = parser;
    for vertex in &mut stated.vertices {
        for (fact, text) in &defaults {
            if vertex.fact(*fact).is_empty() {
                vertex.facts.push((*fact, text.clone()));
            }
        }
    }
    Ok(stated)
}

impl Parser {
    fn open(&mut self, source: &Source<'_>, element: &Element) -> Result<(), Error> {
        match element.name.as_str() {
            "graph" if self.has_graph => {
                return Err(source.error(
                    element.offset,
                    "a second <graph> starts here; one file is one network",
                    "여기서 두 번째 <graph>가 시작된다. 파일 하나에는 관계망 하나만 있어야 한다",
                ));
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

    fn declare(&mut self, element: &Element) {
        let id = element.get("id").unwrap_or_default().to_owned();
        let title = element.get("title").unwrap_or(&id).to_owned();
        let fact = Fact::of(&title);
        if !self.class_is_node || fact.is_none() {
            self.stated.unused.insert(title.clone());
        }
        if self.class_is_node {
            self.titles.insert(id.clone(), title);
        }
        self.attribute = Some((id, fact));
    }

    fn node(&mut self, source: &Source<'_>, element: &Element) -> Result<(), Error> {
        let Some(id) = element.said("id") else { return Err(lacks(source, element, "id")) };
        let label = element.get("label").unwrap_or_default().to_owned();
        self.nodes.push(self.stated.vertices.len());
        self.stated.vertices.push(Vertex { id: id.to_owned(), label, facts: Vec::new(), offset: element.offset });
        Ok(())
    }

    fn edge(&mut self, source: &Source<'_>, element: &Element) -> Result<(), Error> {
        self.in_edge = true;
        let end = |name: &str| element.said(name).map(str::to_owned).ok_or_else(|| lacks(source, element, name));
        let is_directed = element.get("type").map_or(self.is_directed, |kind| kind == "directed");
        self.stated.edges.push(Edge {
            source: end("source")?,
            target: end("target")?,
            weight: element.get("weight").map(str::to_owned),
            direction: if is_directed { Direction::Directed } else { Direction::None },
            offset: element.offset,
        });
        Ok(())
    }

    fn value(&mut self, element: &Element) {
        let (false, Some(&node)) = (self.in_edge, self.nodes.last()) else { return };
        let id = element.get("for").or_else(|| element.get("id")).unwrap_or_default();
        let fact = self.titles.get(id).and_then(|title| Fact::of(title));
        if !self.titles.contains_key(id) {
            self.stated.unused.insert(id.to_owned());
        }
        if let (Some(fact), Some(value)) = (fact, element.get("value")) {
            self.stated.vertices[node].facts.push((fact, value.to_owned()));
        }
    }
}

/// The error of an element without an attribute that it needs.
pub(crate) fn lacks(source: &Source<'_>, element: &Element, attribute: &str) -> Error {
    let name = &element.name;
    source.error(
        element.offset,
        format!("the <{name}> has no {attribute}=\"…\"; every <{name}> needs one"),
        format!("<{name}>에 {attribute}=\"…\"가 없다. 모든 <{name}>에 필요하다"),
    )
}
