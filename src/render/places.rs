//! Places of nodes as a layout file, and back from a layout file or from a figure of ours.
//!
//! A layout file is JSON (`docs/schemas/layout.schema.json`): id → x, y in millimetres from the page's upper left
//! corner. A figure of ours is read by its groups with `data-id`: the first shape of each is the node.

use std::collections::BTreeMap;

use roxmltree::{Document, Node};
use serde_json::{Value, json};

use crate::answer::figure::POINTS_PER_MM;
use crate::answer::places::{Places, Spot};
use crate::geometry::Point;

/// Version of the layout file.
pub const VERSION: u64 = 1;

/// Margin of our figures in points: coordinates of an SVG begin within it.
const MARGIN: f64 = 6.0;
/// Farthest place that is taken for one, in points.
const FAR: f64 = 100_000.0;

/// Why a file holds no places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    /// Line, 1-based.
    pub line: usize,
    /// Column in characters, 1-based.
    pub column: usize,
    /// What is wrong and the way out, in English.
    pub message: String,
    /// The same in Korean.
    pub message_ko: String,
}

impl std::fmt::Display for Error {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{}", self.message)
    }
}

impl std::error::Error for Error {}

const WAY_OUT: (&str, &str) = (
    "give --like an SVG that this program drew, or a file of --save-layout",
    "--like에는 이 프로그램이 그린 SVG나 --save-layout으로 쓴 파일을 주세요",
);

impl Error {
    fn at((line, column): (usize, usize), english: &str, korean: &str) -> Self {
        let message = format!("{english}; {}", WAY_OUT.0);
        Self { line, column, message, message_ko: format!("{korean}. {}", WAY_OUT.1) }
    }
}

/// The layout file of places.
#[must_use]
pub fn write(places: &Places) -> String {
    let mm = |points: f64| ((points + MARGIN) / POINTS_PER_MM * 10_000.0).round() / 10_000.0;
    let spots = places.spots.iter().map(|(key, spot)| {
        let mut told = json!({ "x": mm(spot.at.x), "y": mm(spot.at.y) });
        if let (Some(cluster), Some(map)) = (spot.cluster, told.as_object_mut()) {
            map.insert("cluster".to_owned(), json!(cluster));
        }
        (key.clone(), told)
    });
    let width = (places.width_mm * 100.0).round() / 100.0;
    let spots: serde_json::Map<String, Value> = spots.collect();
    let told = json!({ "layout": VERSION, "view": places.view, "width": width, "nodes": spots });
    format!("{}\n", serde_json::to_string_pretty(&told).unwrap_or_default())
}

/// Reads a layout file or a figure; which of both is seen by the first character.
///
/// # Errors
///
/// With line and column, when it is neither, when a place is no place, or when nothing in it is a node of ours.
pub fn read(text: &str) -> Result<Places, Error> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let places = match text.trim_start().chars().next() {
        Some('{') => of_json(text)?,
        Some('<') => of_svg(text)?,
        _ => {
            return Err(Error::at(
                (1, 1),
                "neither a layout file nor an SVG figure",
                "배치 파일도 SVG 그림도 아닙니다",
            ));
        }
    };
    if places.spots.is_empty() {
        return Err(Error::at(
            (1, 1),
            "it holds no node that this program drew (no data-id with a shape)",
            "이 프로그램이 그린 도형이 없다(data-id가 있는 도형 없음)",
        ));
    }
    Ok(places)
}

/// Line and column of the first place where a text occurs as a key.
fn place_of(text: &str, key: &str) -> (usize, usize) {
    let quoted = serde_json::to_string(key).unwrap_or_default();
    text.find(&quoted).map_or((1, 1), |at| position(text, at))
}

fn position(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    (line, before.rsplit('\n').next().unwrap_or_default().chars().count() + 1)
}

fn of_json(text: &str) -> Result<Places, Error> {
    let told: Value = serde_json::from_str(text).map_err(|error| {
        let what = error.to_string();
        let what = what.split(" at line").next().unwrap_or_default();
        Error::at(
            (error.line(), error.column()),
            &format!("no valid JSON: {what}"),
            &format!("올바른 JSON이 아닙니다({what})"),
        )
    })?;
    let version = told.get("layout").and_then(Value::as_u64);
    if version != Some(VERSION) {
        return Err(Error::at(
            place_of(text, "layout"),
            &format!("expected a layout file with \"layout\": {VERSION}"),
            &format!("\"layout\": {VERSION}인 배치 파일이 아닙니다"),
        ));
    }
    let Some(nodes) = told.get("nodes").and_then(Value::as_object) else {
        return Err(Error::at(place_of(text, "nodes"), "expected \"nodes\": id → x, y", "\"nodes\"가 없다"));
    };
    let mut spots = BTreeMap::new();
    for (key, value) in nodes {
        let number = |name: &str| value.get(name).and_then(Value::as_f64).map(|mm| mm * POINTS_PER_MM - MARGIN);
        let (Some(x), Some(y)) = (number("x").filter(near), number("y").filter(near)) else {
            return Err(Error::at(
                place_of(text, key),
                &format!("{key}: expected \"x\" and \"y\" in millimetres"),
                &format!("{key}: \"x\"와 \"y\"(밀리미터)가 있어야 한다"),
            ));
        };
        let cluster = value.get("cluster").and_then(Value::as_u64).and_then(number_of_cluster);
        spots.insert(key.clone(), Spot { at: rounded(x, y), cluster });
    }
    let width_mm = told.get("width").and_then(Value::as_f64).filter(near).unwrap_or(0.0);
    let view = told.get("view").and_then(Value::as_str).unwrap_or_default().to_owned();
    Ok(Places { view, width_mm, spots })
}

#[allow(clippy::trivially_copy_pass_by_ref)]
fn near(value: &f64) -> bool {
    value.is_finite() && value.abs() <= FAR
}

/// Clusters beyond a thousand are no clusters of a figure.
fn number_of_cluster(number: u64) -> Option<usize> {
    usize::try_from(number).ok().filter(|number| (1..=1_000).contains(number))
}

fn rounded(x: f64, y: f64) -> Point {
    crate::answer::places::snapped(Point::new(x, y), 0.01)
}

fn of_svg(text: &str) -> Result<Places, Error> {
    let document = Document::parse(text).map_err(|error| {
        let place = error.pos();
        Error::at(
            (place.row as usize, place.col as usize),
            &format!("no SVG that can be read ({error})"),
            &format!("읽을 수 있는 SVG가 아닙니다({error})"),
        )
    })?;
    let root = document.root_element();
    let width = root.attribute("width").and_then(|width| width.strip_suffix("mm")).and_then(|mm| mm.parse().ok());
    let mut spots = BTreeMap::new();
    for group in document.descendants().filter(|node| node.has_tag_name("g")) {
        let is_node = group.attribute("class").is_some_and(|class| class.split(' ').any(|word| word == "node"));
        let (Some(key), true) = (group.attribute("data-id"), is_node) else { continue };
        let Some(at) = group.descendants().find_map(centre).filter(|at| near(&at.x) && near(&at.y)) else { continue };
        let cluster = group.attribute("data-cluster").and_then(|text| text.parse().ok()).and_then(number_of_cluster);
        spots.entry(key.to_owned()).or_insert(Spot { at: rounded(at.x, at.y), cluster });
    }
    let view = root.attribute("data-view").unwrap_or_default().to_owned();
    Ok(Places { view, width_mm: width.filter(near).unwrap_or(0.0), spots })
}

/// The middle of a shape.
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

/// The middle of the corners of a path: absolute or relative moves and lines, as our marks have them.
fn of_path(d: &str) -> Option<Point> {
    let spaced: String = d
        .chars()
        .flat_map(|letter| match letter {
            'A'..='Z' | 'a'..='z' => vec![' ', letter, ' '],
            ',' => vec![' '],
            '-' => vec![' ', '-'],
            _ => vec![letter],
        })
        .collect();
    let mut words = spaced.split_whitespace().peekable();
    let (mut command, mut here) = ('M', Point::default());
    let (mut low, mut high) = (Point::new(f64::INFINITY, f64::INFINITY), Point::new(-f64::INFINITY, -f64::INFINITY));
    while let Some(&word) = words.peek() {
        if let Some(letter) = word.chars().next().filter(char::is_ascii_alphabetic) {
            command = letter;
            words.next();
            if letter.eq_ignore_ascii_case(&'z') {
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
    let middle = low.lerp(high, 0.5);
    middle.is_finite().then_some(middle)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn a_layout_file_is_read_as_it_was_written() {
        let spot = |x: f64, y: f64, cluster| Spot { at: Point::new(x, y), cluster };
        let spots = [("a".to_owned(), spot(10.01, 333.33, Some(2))), ("é\"".to_owned(), spot(-2.5, 0.0, None))];
        let places = Places { view: "map".to_owned(), width_mm: 170.0, spots: spots.into_iter().collect() };
        assert_eq!(read(&write(&places)).unwrap(), places);
    }

    #[test]
    fn what_is_wrong_has_its_place() {
        let told = |text: &str| read(text).map(|_| ()).unwrap_err();
        let at = |text: &str| (told(text).line, told(text).column);
        assert_eq!(at("{\"layout\": 1,\n \"nodes\": {\"a\": {\"x\": 1}}}"), (2, 12));
        assert_eq!(at("{\"layout\": 1,\n  oops}").0, 2);
        assert_eq!(at("{\n\"layout\": 9}"), (2, 1));
        assert_eq!(at("<svg>\n<g></svg>").0, 2);
        assert!(told("<svg><g class=\"node\" data-id=\"a\"><text/></g></svg>").message.contains("no node"));
        assert!(told("digraph {}").message_ko.contains("--save-layout"));
        assert!(read("<!DOCTYPE svg [<!ENTITY a \"a\">]><svg>&a;</svg>").is_err(), "no entities");
    }

    #[test]
    fn shapes_have_their_middle() {
        assert_eq!(of_path("M0 -2L2 0L0 2L-2 0Z"), Some(Point::new(0.0, 0.0)));
        assert_eq!(of_path("M1 0h2v2h-2z"), Some(Point::new(2.0, 1.0)));
        assert_eq!(of_path("M1 0A2"), None);
    }
}
