//! GraphML as Gephi, NetworkX, igraph, Cytoscape and yEd write it. A hyperedge is a work of the nodes that it joins; ports are
//! reported and excluded; graphs within nodes are refused.
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
    /// A truth value that says the mode of a vertex where all ties join true and false.
    GuessedMode,
    VertexAttribute(VertexAttribute),
}

/// In what the next `<data>` stands.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Inside {
    #[default]
    Nothing,
    Node,
    ExplicitTie,
    /// A hyperedge, which is a vertex of its own.
    Work,
}

/// What a key declares.
struct Declared {
    title: String,
    /// In what its values stand: `node`, `edge`, `hyperedge`, `graph` or `all`.
    domain: String,
    is_boolean: bool,
}

#[derive(Default)]
struct Parser {
    network: ExplicitNetwork,
    /// Declarations by their ids: Cytoscape gives one id to those of graphs, nodes and edges.
    keys: FastMap<String, Vec<Declared>>,
    defaults: Vec<(Meaning, String)>,
    /// The open key, and its domain.
    key: Option<(String, String)>,
    inside: Inside,
    /// Hyperedges so far.
    hyperedges: usize,
    data: Option<String>,
    /// Text of the open `<data>` or `<default>`.
    text: String,
    /// The label of yEd's drawing, which is no text of the data itself.
    is_drawn_label: bool,
    /// Whether the open `<data>` holds a drawing of yEd.
    is_drawn: bool,
    drawn_label: String,
    is_directed: bool,
    graphs: usize,
    has_graph: bool,
}

fn parse(source: &Document<'_>, _options: &Options) -> Result<ExplicitNetwork, Error> {
    let mut parser = Parser { network: ExplicitNetwork::drawn_upwards(), ..Parser::default() };
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
                let domain = element.get("for").unwrap_or("all");
                if self.keys.get(id).is_some_and(|keys| keys.iter().any(|key| key.domain == domain)) {
                    return Err(source.error(element.offset, message!("format-key-declared-twice-leave", id = id)));
                }
                self.declare(element);
            }
            "default" => self.text.clear(),
            "node" => self.node(source, element)?,
            "edge" => self.edge(source, element)?,
            "hyperedge" => self.hyperedge(element),
            "endpoint" => self.endpoint(source, element)?,
            "port" => {
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
            name if name.ends_with(":Geometry") => self.geometry(element),
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, name: &str) {
        match name {
            "graph" => self.graphs = self.graphs.saturating_sub(1),
            "node" | "edge" | "hyperedge" => self.inside = Inside::Nothing,
            "default" => {
                let text = std::mem::take(&mut self.text);
                let Some((key, domain)) = &self.key else { return };
                let of =
                    |inside: &str| (domain == inside || domain == "all").then(|| self.meaning(key, inside)).flatten();
                let found: Vec<Meaning> = ["node", "edge"].into_iter().filter_map(of).collect();
                self.defaults.extend(found.into_iter().map(|meaning| (meaning, text.clone())));
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
        let is_boolean = element.get("attr.type").is_some_and(|kind| kind.eq_ignore_ascii_case("boolean"));
        let declared = Declared { title: title.clone(), domain: domain.clone(), is_boolean };
        self.keys.entry(id.clone()).or_default().push(declared);
        let is_known = ["node", "edge"]
            .iter()
            .any(|inside| (domain == "all" || domain == *inside) && self.meaning(&id, inside).is_some());
        // Attributes of nodes are kept or noted where they stand.
        let is_of_nodes = domain == "all" || domain == "node";
        if !is_known && !is_of_nodes && domain != "graph" && domain != "graphml" {
            self.network.unused.insert(title);
        }
        self.key = Some((id, domain));
    }

    /// Where yEd draws a node: the corner above on the left, and the size.
    fn geometry(&mut self, element: &Element) {
        self.is_drawn = true;
        let number = |name: &str| element.get(name).and_then(|text| text.trim().parse::<f64>().ok());
        let (Inside::Node, Some(x), Some(y)) = (self.inside, number("x"), number("y")) else { return };
        let half = |name: &str| number(name).unwrap_or(0.0) / 2.0;
        if let Some(at) = self.network.vertices.len().checked_sub(1) {
            // Its second coordinate grows downwards, unlike that of attributes called y.
            self.network.place_at(at, x + half("width"), -(y + half("height")));
        }
    }

    /// The title of a key.
    fn title<'a>(&'a self, key: &'a str, inside: &str) -> &'a str {
        let declared = self.keys.get(key).into_iter().flatten();
        let mut found = declared.filter(|one| one.domain == inside || one.domain == "all");
        found.next().map_or(key, |one| one.title.as_str())
    }

    fn meaning(&self, key: &str, inside: &str) -> Option<Meaning> {
        let declared = self.keys.get(key)?;
        let of = |domain: &str| declared.iter().find(|key| key.domain == domain);
        let found = of(inside).or_else(|| of("all"))?;
        match (inside, fold(&found.title).as_str()) {
            ("node" | "hyperedge", "label" | "nodelabel") => Some(Meaning::Label),
            ("node", "type") if found.is_boolean => Some(Meaning::GuessedMode),
            ("node" | "hyperedge", _) => VertexAttribute::of(&found.title).map(Meaning::VertexAttribute),
            (_, "weight" | "edgeweight") => Some(Meaning::Weight),
            _ => None,
        }
    }

    /// A hyperedge: a work of the nodes at its endpoints.
    fn hyperedge(&mut self, element: &Element) {
        self.hyperedges += 1;
        let number = self.hyperedges;
        let label = element.said("id").map_or_else(|| format!("#{number}"), str::to_owned);
        // No node can have this id, for theirs hold no line feed.
        let id = format!("\n{number}");
        let attributes = vec![(VertexAttribute::Kind, "work".to_owned())];
        self.inside = Inside::Work;
        self.network.vertices.push(Vertex { id, label, attributes, offset: element.offset, ..Vertex::default() });
    }

    fn endpoint(&mut self, source: &Document<'_>, element: &Element) -> Result<(), Error> {
        let node = element.said("node").ok_or_else(|| lacks(source, element, "node"))?.to_owned();
        let (Inside::Work, Some(work)) = (self.inside, self.network.vertices.last()) else { return Ok(()) };
        let (source, offset) = (work.id.clone(), element.offset);
        self.network.ties.push(ExplicitTie { source, target: node, offset, ..ExplicitTie::default() });
        Ok(())
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
            Inside::Node | Inside::Work => {
                let inside = if self.inside == Inside::Node { "node" } else { "hyperedge" };
                let meaning = self.meaning(&key, inside);
                let Some(at) = self.network.vertices.len().checked_sub(1) else { return };
                let vertex = &mut self.network.vertices[at];
                match meaning {
                    Some(Meaning::Label) => vertex.label = text,
                    Some(Meaning::GuessedMode) => {
                        vertex.attributes.push((VertexAttribute::Mode, text));
                        self.network.are_modes_guessed = true;
                    }
                    Some(Meaning::VertexAttribute(fact)) => vertex.attributes.push((fact, text)),
                    // What yEd draws stands in elements of its own.
                    None if self.is_drawn => {}
                    _ => {
                        let title = self.title(&key, inside).to_owned();
                        self.network.keep_at(at, &title, &text);
                    }
                }
                self.is_drawn = false;
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
        let weight = self.defaults.iter().find(|(meaning, _)| *meaning == Meaning::Weight).map(|(_, text)| text);
        for edge in self.network.ties.iter_mut().filter(|edge| edge.weight.is_none()) {
            edge.weight = weight.cloned();
        }
        self.network
    }
}
