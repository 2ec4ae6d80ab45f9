//! GEXF 1.1 to 1.3, as Gephi writes it: nodes, edges, and the attributes that we know; clusters, positions and numbers are kept. EdgeTimes
//! of edges are the dates of ties; colours are not taken. Names of elements count, whichever of its namespaces a file declares.
//!
//! Source: <https://gexf.net> (schemas and primer).

use crate::corpus::date::Date;
use crate::corpus::hashing::{FastMap, FastSet};
use crate::corpus::naming::fold;
use crate::corpus::table::TiePresence;
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

/// EdgeTimes of ties so far.
#[derive(Default)]
struct EdgeTimes {
    /// Of the open edge.
    open: Vec<TiePresence>,
    dated: usize,
    /// A time that is no date.
    other: Option<String>,
    /// Edges whose weight changes.
    changing: usize,
}

#[derive(Default)]
struct Parser {
    times: EdgeTimes,
    /// Whether the weight of the open edge is that of an attribute.
    has_weight: bool,
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
    let mut parser = Parser { network: ExplicitNetwork::drawn_upwards(), ..Parser::default() };
    walk(source, &mut parser)?;
    if !parser.has_graph {
        return Err(source.error(source.text.find("<gexf").unwrap_or(0), message!("format-gexf-file-no-graph")));
    }
    parser.report_times();
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
            "spell" => self.spell(element),
            "attvalue" => self.value(element),
            "position" | "viz:position" => self.position(element),
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, name: &str) {
        match name {
            "node" => drop(self.nodes.pop()),
            "edge" => {
                self.in_edge = false;
                let (spans, edges) = (std::mem::take(&mut self.times.open), self.network.ties.len());
                if let (Some(edge), false) = (edges.checked_sub(1), spans.is_empty()) {
                    self.times.dated += 1;
                    self.network.spans.insert(edge, spans);
                }
            }
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
        } else if !self.class_is_node {
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
        self.network.vertices.push(Vertex { id: id.to_owned(), label, offset: element.offset, ..Vertex::default() });
        Ok(())
    }

    fn edge(&mut self, source: &Document<'_>, element: &Element) -> Result<(), Error> {
        self.in_edge = true;
        self.has_weight = false;
        self.spell(element);
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

    /// A time at which the open edge was there.
    fn spell(&mut self, element: &Element) {
        if !self.in_edge {
            return;
        }
        let told = |name: &str| element.get(name).map(str::trim).filter(|text| !text.is_empty());
        let (start, end) = match told("timestamp") {
            Some(time) => (Some(time), Some(time)),
            None => (told("start").or_else(|| told("startopen")), told("end").or_else(|| told("endopen"))),
        };
        if start.is_none() && end.is_none() {
            return;
        }
        let (first, last) = (start.map(date), end.map(date));
        match (first, last) {
            (Some(None), _) => self.times.other = self.times.other.take().or(start.map(str::to_owned)),
            (_, Some(None)) => self.times.other = self.times.other.take().or(end.map(str::to_owned)),
            (first, last) => self.times.open.push((first.flatten(), last.flatten())),
        }
    }

    /// What was made of the times of edges.
    fn report_times(&mut self) {
        if self.times.dated > 0 {
            self.network.notices.push((0, message!("format-spells", count = self.times.dated)));
        }
        if let Some(text) = &self.times.other {
            self.network.notices.push((0, message!("format-spells-no-dates", text = text)));
        }
        if self.times.changing > 0 {
            self.network.notices.push((0, message!("format-weights-change", count = self.times.changing)));
        }
    }

    fn value(&mut self, element: &Element) {
        let id = element.get("for").or_else(|| element.get("id")).unwrap_or_default();
        if self.in_edge
            && self.weights.contains(id)
            && let Some(edge) = self.network.ties.last_mut()
        {
            if self.has_weight {
                self.times.changing += 1;
            } else if edge.weight.is_none() {
                edge.weight = element.get("value").map(str::to_owned);
                self.has_weight = true;
            }
        }
        let (false, Some(&node)) = (self.in_edge, self.nodes.last()) else { return };
        let Some(title) = self.titles.get(id) else {
            self.network.unused.insert(id.to_owned());
            return;
        };
        match (VertexAttribute::of(title), element.get("value")) {
            (Some(fact), Some(value)) => self.network.vertices[node].attributes.push((fact, value.to_owned())),
            (None, Some(value)) => self.network.keep_at(node, title, value),
            (_, None) => {}
        }
    }

    /// Where a node is drawn.
    fn position(&mut self, element: &Element) {
        let number = |name: &str| element.get(name).and_then(|text| text.trim().parse::<f64>().ok());
        if let (Some(&node), false, Some(x), Some(y)) = (self.nodes.last(), self.in_edge, number("x"), number("y")) {
            self.network.place_at(node, x, y);
        }
    }
}

/// A time as a date: a day, with or without a time of day, or a year. Other numbers are times of a clock of the file's own.
fn date(text: &str) -> Option<Date> {
    let day = text.split(['T', ' ']).next().unwrap_or(text);
    Date::parse_iso(day.strip_suffix(".0").unwrap_or(day)).filter(|date| YEARS.contains(&date.year_number()))
}

/// Years that are taken as such, as in tables.
const YEARS: std::ops::RangeInclusive<u16> = 1400..=2200;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_dates_where_they_look_like_dates() {
        for (text, year) in [("2009-03-01", Some(2009)), ("2009-03-01T18:24:55Z", Some(2009)), ("2012.0", Some(2012))] {
            assert_eq!(date(text).map(Date::year_number), year, "{text}");
        }
        assert!(["7", "1.5", "1267401600", "-Infinity", "3000"].iter().all(|text| date(text).is_none()));
    }
}
