//! Graphviz DOT, by graphviz-rust's parser: nodes, edges between nodes and groups of nodes, labels and weights.
//!
//! Source: <https://graphviz.org/doc/info/lang.html>.

use crate::corpus::hashing::FastSet;
use crate::format::document::Document;
use crate::format::dot_refusal::is_dot;
use crate::format::dot_text::DotText;
use crate::format::info::{FormatInfo, Grammar, Syntax};
use crate::format::listing::Listing;
use crate::format::ties::{Direction, ExplicitNetwork, NetworkDecoder, VertexAttribute};
use crate::ingest::options::Options;
use crate::message;
use crate::source::error::Error;
use graphviz_rust::dot_structures::{Attribute, Edge, EdgeTy, Graph, GraphAttributes, Id, NodeId, Stmt, Vertex as End};

/// Ties of one edge between groups of nodes; no network needs more.
const MAX_CROSSED: usize = 1_000_000;

/// DOT's syntax.
static GRAMMAR: Grammar = Grammar { label: "DOT", begins: Some(is_dot) };

/// Decodes DOT.
pub(crate) static DOT: NetworkDecoder = NetworkDecoder {
    info: &FormatInfo {
        key: "dot",
        aliases: &["gv"],
        extensions: &["dot", "gv"],
        syntax: Syntax::Own(&GRAMMAR),
        precedence: 3,
    },
    parse,
    sniff: |_| true,
};

fn parse(source: &Document<'_>, _options: &Options) -> Result<ExplicitNetwork, Error> {
    let text = DotText::of(source)?;
    let graph = graphviz_rust::parse(text.as_str()).map_err(|error| text.error(source, &error))?;
    let (statements, is_directed, is_strict) = match graph {
        Graph::Graph { stmts, strict, .. } => (stmts, false, strict),
        Graph::DiGraph { stmts, strict, .. } => (stmts, true, strict),
    };
    let direction = if is_directed { Direction::Directed } else { Direction::None };
    let mut reader = Reader { source, text: &text, listing: Listing::default(), direction, edges: 0 };
    reader.statements(&statements, None)?;
    let mut network = reader.listing.network;
    if is_strict {
        // A strict graph has one edge a pair.
        let mut seen: FastSet<(String, String)> = FastSet::default();
        network.ties.retain(|tie| {
            let (one, other) = (tie.source.clone(), tie.target.clone());
            seen.insert(if is_directed || one <= other { (one, other) } else { (other, one) })
        });
    }
    Ok(network)
}

struct Reader<'r, 't> {
    source: &'r Document<'t>,
    text: &'r DotText,
    listing: Listing,
    direction: Direction,
    /// Operators of edges that were passed.
    edges: usize,
}

impl Reader<'_, '_> {
    /// Reads statements; `weight` is that of edges without one.
    fn statements(&mut self, statements: &[Stmt], weight: Option<&str>) -> Result<(), Error> {
        let mut weight = weight.map(str::to_owned);
        for statement in statements {
            match statement {
                Stmt::Node(node) => {
                    self.node(&node.id);
                    self.attributes(&node.id, &node.attributes);
                }
                Stmt::Edge(edge) => self.edge(edge, weight.as_deref())?,
                Stmt::Subgraph(group) => self.statements(&group.stmts, weight.as_deref())?,
                Stmt::GAttribute(GraphAttributes::Edge(attributes)) => {
                    weight = find(attributes, "weight").or(weight);
                }
                Stmt::Attribute(_) | Stmt::GAttribute(_) => {}
            }
        }
        Ok(())
    }

    fn node(&mut self, id: &NodeId) -> String {
        let id = plain(&id.0);
        let offset = self.text.offset_of(&id);
        self.listing.vertex(&id, offset);
        id
    }

    fn attributes(&mut self, id: &NodeId, attributes: &[Attribute]) {
        let id = plain(&id.0);
        let Some(at) = self.listing.place_of(&id) else { return };
        for Attribute(key, value) in attributes {
            let (key, value) = (plain(key), plain(value));
            let network = &mut self.listing.network;
            let vertex = &mut network.vertices[at];
            match VertexAttribute::of(&key) {
                _ if key == "label" && value == "\\N" => {}
                _ if key == "label" => vertex.label = value.replace("\\N", &id),
                Some(attribute) => vertex.attributes.push((attribute, value)),
                // In points from below, perhaps fixed by an exclamation mark.
                None if key == "pos" => {
                    let mut numbers = value.trim_end_matches('!').split(',').map(|part| part.trim().parse::<f64>());
                    if let (Some(Ok(x)), Some(Ok(y))) = (numbers.next(), numbers.next()) {
                        network.place_at(at, x, -y);
                    }
                }
                None if is_drawing(&key) => {}
                None => network.keep_at(at, &key, &value),
            }
        }
    }

    /// The nodes of an end, which may be a group.
    fn end(&mut self, end: &End, weight: Option<&str>) -> Result<Vec<String>, Error> {
        match end {
            End::N(id) => Ok(vec![self.node(id)]),
            End::S(group) => {
                self.statements(&group.stmts, weight)?;
                let mut members = Vec::new();
                collect(&group.stmts, &mut members);
                members.sort_unstable();
                members.dedup();
                Ok(members)
            }
        }
    }

    fn edge(&mut self, edge: &Edge, weight: Option<&str>) -> Result<(), Error> {
        let own = find(&edge.attributes, "weight");
        let others = edge.attributes.iter().map(|Attribute(key, _)| plain(key));
        let others: Vec<String> = others.filter(|key| key != "weight" && !is_drawing(key)).collect();
        self.listing.network.unused.extend(others);
        let ends: Vec<&End> = match &edge.ty {
            EdgeTy::Pair(one, other) => vec![one, other],
            EdgeTy::Chain(ends) => ends.iter().collect(),
        };
        let mut previous: Option<Vec<String>> = None;
        for end in ends {
            let offset = previous.is_some().then(|| {
                self.edges += 1;
                self.text.operator(self.edges - 1)
            });
            let members = self.end(end, weight)?;
            if let (Some(before), Some(offset)) = (&previous, offset) {
                if before.len().saturating_mul(members.len()) > MAX_CROSSED {
                    return Err(self.source.error(offset, message!("format-dot-groups", max = MAX_CROSSED)));
                }
                for one in before {
                    for other in &members {
                        let weight = own.as_deref().or(weight);
                        self.listing.tie((one, other), weight, self.direction, offset);
                    }
                }
            }
            previous = Some(members);
        }
        Ok(())
    }
}

/// All nodes of a group.
fn collect(statements: &[Stmt], members: &mut Vec<String>) {
    let of_end = |end: &End, members: &mut Vec<String>| match end {
        End::N(id) => members.push(plain(&id.0)),
        End::S(group) => collect(&group.stmts, members),
    };
    for statement in statements {
        match statement {
            Stmt::Node(node) => members.push(plain(&node.id.0)),
            Stmt::Subgraph(group) => collect(&group.stmts, members),
            Stmt::Edge(edge) => match &edge.ty {
                EdgeTy::Pair(one, other) => [one, other].into_iter().for_each(|end| of_end(end, members)),
                EdgeTy::Chain(ends) => ends.iter().for_each(|end| of_end(end, members)),
            },
            Stmt::Attribute(_) | Stmt::GAttribute(_) => {}
        }
    }
}

fn find(attributes: &[Attribute], key: &str) -> Option<String> {
    attributes.iter().rev().find(|Attribute(other, _)| plain(other) == key).map(|Attribute(_, value)| plain(value))
}

/// The text of an id: without quotes, joined lines and the escapes of quotes.
fn plain(id: &Id) -> String {
    match id {
        Id::Escaped(text) => {
            let text = text.trim();
            let text = text.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or(text);
            text.replace("\\\r\n", "").replace("\\\n", "").replace("\\\"", "\"").replace("\\n", " ")
        }
        Id::Html(text) | Id::Plain(text) | Id::Anonymous(text) => text.clone(),
    }
}

/// Whether an attribute says how something is drawn, which plays no part.
fn is_drawing(key: &str) -> bool {
    const KEYS: [&str; 41] = [
        "arrowhead",
        "arrowsize",
        "arrowtail",
        "bb",
        "class",
        "color",
        "colorscheme",
        "constraint",
        "dir",
        "edgetooltip",
        "fillcolor",
        "fixedsize",
        "fontcolor",
        "fontname",
        "fontsize",
        "group",
        "headlabel",
        "height",
        "href",
        "id",
        "image",
        "label",
        "labelfloat",
        "len",
        "lp",
        "margin",
        "minlen",
        "penwidth",
        "pos",
        "rank",
        "rects",
        "shape",
        "sides",
        "style",
        "taillabel",
        "target",
        "tooltip",
        "URL",
        "vertices",
        "width",
        "xlabel",
    ];
    KEYS.contains(&key)
}
