//! Layout files: node positions as JSON, read back from a layout file or from one of our SVG figures.
//!
//! A layout file (`docs/schemas/layout.schema.json`) maps ids to x and y in millimetres from the page's upper left
//! corner. In a figure the groups with class `node` and `data-id` are read: the first shape of each is the node.

use crate::answer::figure::POINTS_PER_MM;
use crate::answer::positions::{NodePosition, NodePositions};
use crate::geometry::Point;
use crate::message;
use crate::messages::language::Language;
use crate::messages::{Localizer, Message};
use roxmltree::{Document, Node};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Version of the layout file.
pub const VERSION: u64 = 1;

/// Margin of our figures in points: the origin of an SVG's coordinates lies this far inside the page.
const MARGIN: f64 = 6.0;
/// Maximum absolute coordinate that is accepted, in points.
const MAX_COORDINATE: f64 = 100_000.0;

/// Why a file contains no positions.
#[derive(Clone, Debug, PartialEq)]
pub struct Error {
    /// Line, 1-based.
    pub line: usize,
    /// Column in characters, 1-based.
    pub column: usize,
    /// What is wrong.
    pub reason: Message,
}

impl std::fmt::Display for Error {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&Localizer::new(Language::English).render(&self.reason))
    }
}

impl std::error::Error for Error {}

impl Error {
    fn at((line, column): (usize, usize), reason: Message) -> Self {
        Self { line, column, reason }
    }

    /// What is wrong in a file of this name, where, and the fix.
    #[must_use]
    pub fn message(&self, file: &str) -> Message {
        let location = format!("{file}:{}:{}", self.line, self.column);
        message!("render-layout-error", location = location, reason = &self.reason)
    }
}

/// Writes a layout file.
#[must_use]
pub fn write(places: &NodePositions) -> String {
    let mm = |points: f64| ((points + MARGIN) / POINTS_PER_MM * 10_000.0).round() / 10_000.0;
    let spots = places.nodes.iter().map(|(key, spot)| {
        let mut value_of = json!({ "x": mm(spot.at.x), "y": mm(spot.at.y) });
        if let (Some(cluster), Some(map)) = (spot.cluster, value_of.as_object_mut()) {
            map.insert("cluster".to_owned(), json!(cluster));
        }
        (key.clone(), value_of)
    });
    let width = (places.width_mm * 100.0).round() / 100.0;
    let spots: serde_json::Map<String, Value> = spots.collect();
    let value_of = json!({ "layout": VERSION, "view": places.view, "width": width, "nodes": spots });
    format!("{}\n", serde_json::to_string_pretty(&value_of).unwrap_or_default())
}

/// Reads a layout file or a figure, distinguished by the first character.
///
/// # Errors
///
/// With line and column, when the text is neither, a position is invalid, or it contains no node of ours.
pub fn read(text: &str) -> Result<NodePositions, Error> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let places = match text.trim_start().chars().next() {
        Some('{') => of_json(text)?,
        Some('<') => of_svg(text)?,
        _ => {
            return Err(Error::at((1, 1), message!("render-layout-unknown")));
        }
    };
    if places.nodes.is_empty() {
        return Err(Error::at((1, 1), message!("render-layout-empty")));
    }
    Ok(places)
}

/// Line and column of the first occurrence of a key.
fn key_location(text: &str, key: &str) -> (usize, usize) {
    let quoted = serde_json::to_string(key).unwrap_or_default();
    text.find(&quoted).map_or((1, 1), |at| line_column(text, at))
}

fn line_column(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    (line, before.rsplit('\n').next().unwrap_or_default().chars().count() + 1)
}

fn of_json(text: &str) -> Result<NodePositions, Error> {
    let value_of: Value = serde_json::from_str(text).map_err(|error| {
        let what = error.to_string();
        let what = what.split(" at line").next().unwrap_or_default();
        Error::at((error.line(), error.column()), message!("render-layout-json", reason = what))
    })?;
    let version = value_of.get("layout").and_then(Value::as_u64);
    if version != Some(VERSION) {
        let location = key_location(text, "layout");
        return Err(Error::at(location, message!("render-layout-version", version = VERSION)));
    }
    let Some(nodes) = value_of.get("nodes").and_then(Value::as_object) else {
        return Err(Error::at(key_location(text, "nodes"), message!("render-layout-nodes")));
    };
    let mut spots = BTreeMap::new();
    for (key, value) in nodes {
        let number = |name: &str| value.get(name).and_then(Value::as_f64).map(|mm| mm * POINTS_PER_MM - MARGIN);
        let (Some(x), Some(y)) = (number("x").filter(is_plausible), number("y").filter(is_plausible)) else {
            return Err(Error::at(key_location(text, key), message!("render-layout-position", id = key)));
        };
        let cluster = value.get("cluster").and_then(Value::as_u64).and_then(number_of_cluster);
        spots.insert(key.clone(), NodePosition { at: rounded(x, y), cluster });
    }
    let width_mm = value_of.get("width").and_then(Value::as_f64).filter(is_plausible).unwrap_or(0.0);
    let view = value_of.get("view").and_then(Value::as_str).unwrap_or_default().to_owned();
    Ok(NodePositions { view, width_mm, nodes: spots })
}

#[allow(clippy::trivially_copy_pass_by_ref)]
fn is_plausible(value: &f64) -> bool {
    value.is_finite() && value.abs() <= MAX_COORDINATE
}

/// A cluster number of a figure is between 1 and 1,000.
fn number_of_cluster(number: u64) -> Option<usize> {
    usize::try_from(number).ok().filter(|number| (1..=1_000).contains(number))
}

fn rounded(x: f64, y: f64) -> Point {
    crate::answer::positions::snap_to_grid(Point::new(x, y), 0.01)
}

fn of_svg(text: &str) -> Result<NodePositions, Error> {
    let document = Document::parse(text).map_err(|error| {
        let location = error.pos();
        let reason = message!("render-layout-svg", reason = error.to_string());
        Error::at((location.row as usize, location.col as usize), reason)
    })?;
    let root = document.root_element();
    let width = root.attribute("width").and_then(|width| width.strip_suffix("mm")).and_then(|mm| mm.parse().ok());
    let mut spots = BTreeMap::new();
    for group in document.descendants().filter(|node| node.has_tag_name("g")) {
        let is_node = group.attribute("class").is_some_and(|class| class.split(' ').any(|word| word == "node"));
        let (Some(key), true) = (group.attribute("data-id"), is_node) else { continue };
        let Some(at) = group.descendants().find_map(centre).filter(|at| is_plausible(&at.x) && is_plausible(&at.y))
        else {
            continue;
        };
        let cluster = group.attribute("data-cluster").and_then(|text| text.parse().ok()).and_then(number_of_cluster);
        spots.entry(key.to_owned()).or_insert(NodePosition { at: rounded(at.x, at.y), cluster });
    }
    let view = root.attribute("data-view").unwrap_or_default().to_owned();
    Ok(NodePositions { view, width_mm: width.filter(is_plausible).unwrap_or(0.0), nodes: spots })
}

/// Centre of a shape.
fn centre(node: Node) -> Option<Point> {
    let read = |name: &str| node.attribute(name).map_or(Some(0.0), |text| text.parse::<f64>().ok());
    match node.tag_name().name() {
        "circle" | "ellipse" => Some(Point::new(read("cx")?, read("cy")?)),
        "rect" => Some(Point::new(read("x")? + read("width")? / 2.0, read("y")? + read("height")? / 2.0)),
        "use" => Some(Point::new(read("x")?, read("y")?)),
        "path" => of_path(node.attribute("d")?),
        _ => None,
    }
}

/// Centre of the bounding box of a path of absolute or relative moves and lines, as our marks have them; `None` for
/// other commands.
fn of_path(d: &str) -> Option<Point> {
    let spaced: String = d
        .chars()
        .flat_map(|ch| match ch {
            'A'..='Z' | 'a'..='z' => vec![' ', ch, ' '],
            ',' => vec![' '],
            '-' => vec![' ', '-'],
            _ => vec![ch],
        })
        .collect();
    let mut words = spaced.split_whitespace().peekable();
    let (mut command, mut here) = ('M', Point::default());
    let (mut low, mut high) = (Point::new(f64::INFINITY, f64::INFINITY), Point::new(-f64::INFINITY, -f64::INFINITY));
    while let Some(&word) = words.peek() {
        if let Some(ch) = word.chars().next().filter(char::is_ascii_alphabetic) {
            command = ch;
            words.next();
            if ch.eq_ignore_ascii_case(&'z') {
                continue;
            }
        }
        let mut next = || words.next().and_then(|word| word.parse::<f64>().ok());
        let base = if command.is_ascii_lowercase() { here } else { Point::default() };
        here = match command.to_ascii_uppercase() {
            'M' | 'L' => Point::new(base.x + next()?, base.y + next()?),
            'H' => Point::new(base.x + next()?, here.y),
            'V' => Point::new(here.x, base.y + next()?),
            _ => return None,
        };
        low = Point::new(low.x.min(here.x), low.y.min(here.y));
        high = Point::new(high.x.max(here.x), high.y.max(here.y));
    }
    let centre_point = low.lerp(high, 0.5);
    centre_point.is_finite().then_some(centre_point)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn a_layout_file_is_read_as_it_was_written() {
        let spot = |x: f64, y: f64, cluster| NodePosition { at: Point::new(x, y), cluster };
        let spots = [("a".to_owned(), spot(10.01, 333.33, Some(2))), ("é\"".to_owned(), spot(-2.5, 0.0, None))];
        let places = NodePositions { view: "map".to_owned(), width_mm: 170.0, nodes: spots.into_iter().collect() };
        assert_eq!(read(&write(&places)).unwrap(), places);
    }

    #[test]
    fn errors_have_line_and_column() {
        let value_of = |text: &str| read(text).map(|_| ()).unwrap_err();
        let at = |text: &str| (value_of(text).line, value_of(text).column);
        assert_eq!(at("{\"layout\": 1,\n \"nodes\": {\"a\": {\"x\": 1}}}"), (2, 12));
        assert_eq!(at("{\"layout\": 1,\n  oops}").0, 2);
        assert_eq!(at("{\n\"layout\": 9}"), (2, 1));
        assert_eq!(at("<svg>\n<g></svg>").0, 2);
        assert_eq!(value_of("<svg><g class=\"node\" data-id=\"a\"><text/></g></svg>").reason.id, "render-layout-empty");
        assert_eq!(value_of("digraph {}").reason.id, "render-layout-unknown");
        assert!(read("<!DOCTYPE svg [<!ENTITY a \"a\">]><svg>&a;</svg>").is_err(), "no entities");
    }

    #[test]
    fn shapes_have_their_centre() {
        assert_eq!(of_path("M0 -2L2 0L0 2L-2 0Z"), Some(Point::new(0.0, 0.0)));
        assert_eq!(of_path("M1 0h2v2h-2z"), Some(Point::new(2.0, 1.0)));
        assert_eq!(of_path("M1 0A2"), None);
    }
}
