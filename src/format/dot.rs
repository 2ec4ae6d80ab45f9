//! Graphviz DOT, whose statements graphviz-rust's parser knows: nodes, edges between nodes and groups of nodes, labels and weights.
//!
//! Source: <https://graphviz.org/doc/info/lang.html>.

use crate::corpus::hashing::FastSet;
use crate::format::document::Document;
use crate::format::dot_refusal::is_dot;
use crate::format::dot_statements::{DotEnd, DotStatement, DotStatements, IdPair, StatementIds};
use crate::format::dot_tokens::DotToken;
use crate::format::info::{FormatInfo, Grammar, Syntax};
use crate::format::listing::Listing;
use crate::format::ties::{Direction, ExplicitNetwork, NetworkDecoder, VertexAttribute};
use crate::ingest::options::Options;
use crate::message;
use crate::source::error::Error;

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
    let (head, mut statements) = DotStatements::of(source)?;
    let direction = if head.is_directed { Direction::Directed } else { Direction::None };
    let mut reader =
        Reader { source, stated: StatementIds::default(), listing: Listing::default(), direction, edges: 0 };
    let mut weight = None;
    while let Some(next) = statements.next(&mut reader.stated)? {
        reader.edges = 0;
        reader.statements(&next, &mut weight)?;
    }
    if head.is_strict {
        reader.keep_one_a_pair(head.is_directed);
    }
    Ok(reader.listing.network)
}

struct Reader<'r, 't> {
    source: &'r Document<'t>,
    /// Ids and operators of the statement that is being read.
    stated: StatementIds<'t>,
    listing: Listing,
    direction: Direction,
    /// Operators of edges that were passed in this statement.
    edges: usize,
}

impl<'t> Reader<'_, 't> {
    fn id(&self, number: usize) -> &DotToken<'t> {
        &self.stated.ids[number]
    }

    /// Reads statements; `weight` is that of edges without one, as far as it has been said.
    fn statements(&mut self, statements: &[DotStatement], weight: &mut Option<String>) -> Result<(), Error> {
        for statement in statements {
            match statement {
                DotStatement::Node(node, attributes) => {
                    self.node(*node);
                    self.attributes(*node, attributes);
                }
                DotStatement::Edge(ends, attributes) => self.edge(ends, attributes, weight.as_deref())?,
                // What is said within a group holds there.
                DotStatement::Group(group) => self.statements(group, &mut weight.clone())?,
                DotStatement::Defaults(attributes) => {
                    if let Some(found) = self.find(attributes, "weight") {
                        *weight = Some(found);
                    }
                }
                DotStatement::Other => {}
            }
        }
        Ok(())
    }

    fn node(&mut self, number: usize) {
        let id = &self.stated.ids[number];
        self.listing.vertex(&id.text, id.from);
    }

    fn attributes(&mut self, node: usize, attributes: &[IdPair]) {
        let ids = &self.stated.ids;
        let id = &ids[node].text;
        let Some(at) = self.listing.place_of(id) else { return };
        for &(key, value) in attributes {
            let (key, value) = (ids[key].text.as_ref(), ids[value].text.as_ref());
            let network = &mut self.listing.network;
            let vertex = &mut network.vertices[at];
            match VertexAttribute::of(key) {
                _ if key == "label" && value == "\\N" => {}
                _ if key == "label" => vertex.label = value.replace("\\N", id),
                Some(attribute) => vertex.attributes.push((attribute, value.to_owned())),
                // In points from below, perhaps fixed by an exclamation mark.
                None if key == "pos" => {
                    let mut numbers = value.trim_end_matches('!').split(',').map(|part| part.trim().parse::<f64>());
                    if let (Some(Ok(x)), Some(Ok(y))) = (numbers.next(), numbers.next()) {
                        network.place_at(at, x, -y);
                    }
                }
                None if is_drawing(key) => {}
                None => network.keep_at(at, key, value),
            }
        }
    }

    /// The nodes of an end, which may be a group, by the numbers of their ids.
    fn end(&mut self, end: &DotEnd, weight: Option<&str>) -> Result<Vec<usize>, Error> {
        match end {
            DotEnd::Node(id) => {
                self.node(*id);
                Ok(vec![*id])
            }
            DotEnd::Group(group) => {
                self.statements(group, &mut weight.map(str::to_owned))?;
                let mut members = Vec::new();
                collect(group, &mut members);
                members.sort_unstable_by(|&one, &other| self.id(one).text.cmp(&self.id(other).text));
                members.dedup_by(|one, other| self.id(*one).text == self.id(*other).text);
                Ok(members)
            }
        }
    }

    fn edge(&mut self, ends: &[DotEnd], attributes: &[IdPair], weight: Option<&str>) -> Result<(), Error> {
        let own = self.find(attributes, "weight");
        for &(key, _) in attributes {
            let key = self.stated.ids[key].text.as_ref();
            let unused = &mut self.listing.network.unused;
            if key != "weight" && !is_drawing(key) && !unused.contains(key) {
                unused.insert(key.to_owned());
            }
        }
        let mut previous: Option<Vec<usize>> = None;
        for end in ends {
            let offset = previous.is_some().then(|| {
                self.edges += 1;
                self.stated.operators.get(self.edges - 1).copied().unwrap_or(0)
            });
            let members = self.end(end, weight)?;
            if let (Some(before), Some(offset)) = (&previous, offset) {
                if before.len().saturating_mul(members.len()) > MAX_CROSSED {
                    return Err(self.source.error(offset, message!("format-dot-groups", max = MAX_CROSSED)));
                }
                let weight = own.as_deref().or(weight);
                for &one in before {
                    for &other in &members {
                        let ends = (self.stated.ids[one].text.as_ref(), self.stated.ids[other].text.as_ref());
                        self.listing.tie(ends, weight, self.direction, offset);
                    }
                }
            }
            previous = Some(members);
        }
        Ok(())
    }

    /// The last value of a key.
    fn find(&self, attributes: &[IdPair], key: &str) -> Option<String> {
        let found = attributes.iter().rev().find(|&&(other, _)| self.id(other).text == key)?;
        Some(self.id(found.1).text.clone().into_owned())
    }

    /// A strict graph has one edge a pair: the first.
    fn keep_one_a_pair(&mut self, is_directed: bool) {
        let mut seen: FastSet<(usize, usize)> = FastSet::default();
        let mut ties = std::mem::take(&mut self.listing.network.ties);
        ties.retain(|tie| {
            let place = |id: &str| self.listing.place_of(id).unwrap_or(usize::MAX);
            let (one, other) = (place(&tie.source), place(&tie.target));
            seen.insert(if is_directed || one <= other { (one, other) } else { (other, one) })
        });
        self.listing.network.ties = ties;
    }
}

/// All nodes of a group, by the numbers of their ids.
fn collect(statements: &[DotStatement], members: &mut Vec<usize>) {
    for statement in statements {
        match statement {
            DotStatement::Node(id, _) => members.push(*id),
            DotStatement::Group(group) => collect(group, members),
            DotStatement::Edge(ends, _) => {
                for end in ends {
                    match end {
                        DotEnd::Node(id) => members.push(*id),
                        DotEnd::Group(group) => collect(group, members),
                    }
                }
            }
            DotStatement::Defaults(_) | DotStatement::Other => {}
        }
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
