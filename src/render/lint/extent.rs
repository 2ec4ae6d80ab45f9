//! Checks of geometry without fonts: font size, and marks outside the view box.

use roxmltree::{Document, Node};

use crate::message;
use crate::messages::Argument;
use crate::render::lint::LintReport;
use crate::render::lint::frame::{SVG, points, view_box};
use crate::render::lint::rule::LintRule;

/// Minimum font size at the final width, in points.
const MIN_FONT_SIZE: f64 = 6.0;
/// Tolerances for rounding: of font sizes in points, of positions in user units.
const ROUNDING: (f64, f64) = (0.005, 0.51);

/// Affine transformation `a b c d e f` in SVG's order.
type Matrix = [f64; 6];
const IDENTITY: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

pub(crate) fn check(document: &Document, report: &mut LintReport) {
    let root = document.root_element();
    let frame = view_box(root);
    let width = root.attribute("width").and_then(points);
    // Without an absolute size the final font size is unknown; the missing size is reported by another rule.
    let scale = match (frame, width) {
        (Some(frame), Some(width)) => Some(width / frame[2]),
        (None, Some(_)) => Some(0.75),
        (_, None) => None,
    };
    walk(root, IDENTITY, &PageGeometry { frame, scale }, report);
}

struct PageGeometry {
    frame: Option<[f64; 4]>,
    /// Points per user unit, where known.
    scale: Option<f64>,
}

fn walk(node: Node, above: Matrix, page: &PageGeometry, report: &mut LintReport) {
    // An explicit stack, because foreign files may be nested deeply.
    let mut pending = vec![(node, above)];
    while let Some((node, above)) = pending.pop() {
        if matches!(node.tag_name().name(), "defs" | "symbol" | "clipPath" | "mask" | "pattern" | "marker") {
            continue;
        }
        let Some(own) = node.attribute("transform").map_or(Some(IDENTITY), transform) else { continue };
        let at = compose(above, own);
        if node.has_tag_name((SVG, "text")) {
            check_type(node, at, page, report);
        }
        check_inside(node, at, page, report);
        pending.extend(node.children().filter(Node::is_element).map(|child| (child, at)));
    }
}

fn check_type(text: Node, at: Matrix, page: &PageGeometry, report: &mut LintReport) {
    let Some(scale) = page.scale else { return };
    let size = text.ancestors().find_map(|above| above.attribute("font-size"));
    let Some(size) = size.map_or(Some(16.0), |size| size.trim().trim_end_matches("px").parse::<f64>().ok()) else {
        return;
    };
    let shown = size * (at[0] * at[3] - at[1] * at[2]).abs().sqrt() * scale;
    if shown < MIN_FONT_SIZE - ROUNDING.0 {
        let words: String = text.text().unwrap_or_default().trim().chars().take(30).collect();
        let (size, min) = (Argument::fixed(shown, 1), Argument::number(MIN_FONT_SIZE, 1));
        let message = message!("lint-type-size", text = words, size = size, min = min);
        report.report_finding(LintRule::TypeSize, text.range().start, &format!("{shown:.1}"), message);
    }
}

fn check_inside(node: Node, at: Matrix, page: &PageGeometry, report: &mut LintReport) {
    let Some([pending, top, width, height]) = page.frame else { return };
    let outside = corners(node).into_iter().any(|(x, y)| {
        let (x, y) = (at[0] * x + at[2] * y + at[4], at[1] * x + at[3] * y + at[5]);
        x < pending - ROUNDING.1
            || y < top - ROUNDING.1
            || x > pending + width + ROUNDING.1
            || y > top + height + ROUNDING.1
    });
    if outside {
        let name = node.tag_name().name();
        report.report_finding(LintRule::Outside, node.range().start, name, message!("lint-outside", name = name));
    }
}

/// Extreme points of a mark; of a path the end points of its absolute commands, of a text its anchor.
fn corners(node: Node) -> Vec<(f64, f64)> {
    let read = |name: &str| node.attribute(name).map_or(Some(0.0), |value| value.trim().parse::<f64>().ok());
    let between =
        |x: f64, y: f64, dx: f64, dy: f64| vec![(x - dx, y - dy), (x + dx, y + dy), (x - dx, y + dy), (x + dx, y - dy)];
    let points = match node.tag_name().name() {
        "rect" => (|| {
            let (x, y, width, height) = (read("x")?, read("y")?, read("width")?, read("height")?);
            Some(between(x + width / 2.0, y + height / 2.0, width / 2.0, height / 2.0))
        })(),
        "circle" => (|| Some(between(read("cx")?, read("cy")?, read("r")?, read("r")?)))(),
        "ellipse" => (|| Some(between(read("cx")?, read("cy")?, read("rx")?, read("ry")?)))(),
        "line" => (|| Some(vec![(read("x1")?, read("y1")?), (read("x2")?, read("y2")?)]))(),
        "text" => (|| Some(vec![(read("x")?, read("y")?)]))(),
        "path" => node.attribute("d").map(ends),
        _ => None,
    };
    points.unwrap_or_default()
}

/// End points of absolute M, L, T, S, Q, C, A, H and V commands; stops at the first command of another kind.
fn ends(path: &str) -> Vec<(f64, f64)> {
    let mut points = Vec::new();
    let mut last = (0.0, 0.0);
    for segment in commands(path) {
        let command = segment.chars().next().unwrap_or(' ');
        let numbers = numbers(&segment[command.len_utf8()..]);
        let step = match command {
            'M' | 'L' | 'T' => 2,
            'S' | 'Q' => 4,
            'C' => 6,
            'A' => 7,
            'H' | 'V' => 1,
            'Z' | 'z' => continue,
            _ => break,
        };
        for group in numbers.chunks_exact(step) {
            last = match command {
                'H' => (group[0], last.1),
                'V' => (last.0, group[0]),
                _ => (group[step - 2], group[step - 1]),
            };
            points.push(last);
        }
    }
    points
}

fn commands(path: &str) -> Vec<&str> {
    let starts: Vec<usize> = path
        .char_indices()
        .filter(|(_, ch)| ch.is_ascii_alphabetic() && !matches!(ch, 'e' | 'E'))
        .map(|(at, _)| at)
        .collect();
    let ends = starts.iter().skip(1).copied().chain([path.len()]);
    starts.iter().copied().zip(ends).map(|(start, end)| &path[start..end]).collect()
}

/// Numbers in path syntax: `1-2`, `.5.5`, `1e-3`.
fn numbers(text: &str) -> Vec<f64> {
    let mut parsed = Vec::new();
    let mut current = String::new();
    for ch in text.chars() {
        let exponent = current.ends_with(['e', 'E']);
        let starts = (matches!(ch, '-' | '+') && !exponent)
            || (ch == '.' && current.contains('.') && !current.contains(['e', 'E']));
        if starts || !(ch.is_ascii_digit() || matches!(ch, '.' | '-' | '+' | 'e' | 'E')) {
            parsed.extend(current.parse::<f64>());
            current.clear();
        }
        if ch.is_ascii_digit() || matches!(ch, '.' | '-' | '+' | 'e' | 'E') {
            current.push(ch);
        }
    }
    parsed.extend(current.parse::<f64>());
    parsed
}

/// Parses `translate(…)scale(…)rotate(…)matrix(…)`; `None` for other functions.
fn transform(text: &str) -> Option<Matrix> {
    let mut total = IDENTITY;
    for segment in text.split(')').map(|segment| segment.trim_matches([' ', ','])).filter(|segment| !segment.is_empty())
    {
        let (name, inside) = segment.split_once('(')?;
        let values = numbers(inside);
        let value = |index: usize, or: f64| values.get(index).copied().unwrap_or(or);
        let step = match name.trim() {
            "translate" => [1.0, 0.0, 0.0, 1.0, value(0, 0.0), value(1, 0.0)],
            "scale" => [value(0, 1.0), 0.0, 0.0, value(1, value(0, 1.0)), 0.0, 0.0],
            "matrix" => values.try_into().ok()?,
            "rotate" => {
                let (sin, cos) = libm::sincos(value(0, 0.0).to_radians());
                let (x, y) = (value(1, 0.0), value(2, 0.0));
                [cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y]
            }
            _ => return None,
        };
        total = compose(total, step);
    }
    Some(total)
}

fn compose(one: Matrix, two: Matrix) -> Matrix {
    [
        one[0] * two[0] + one[2] * two[1],
        one[1] * two[0] + one[3] * two[1],
        one[0] * two[2] + one[2] * two[3],
        one[1] * two[2] + one[3] * two[3],
        one[0] * two[4] + one[2] * two[5] + one[4],
        one[1] * two[4] + one[3] * two[5] + one[5],
    ]
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn numbers_of_paths_are_split() {
        assert_eq!(numbers("1-2 .5.5,1e-3"), [1.0, -2.0, 0.5, 0.5, 0.001]);
        assert_eq!(ends("M1 2C0 0 9 9 3 4H7Z"), [(1.0, 2.0), (3.0, 4.0), (7.0, 4.0)]);
    }

    #[test]
    fn a_quarter_turn_about_a_point() {
        let turn = transform("rotate(90 10 0)").unwrap();
        let (x, y) = (turn[0] * 12.0 + turn[4], turn[1] * 12.0 + turn[5]);
        assert!((x - 10.0).abs() < 1e-9 && (y - 2.0).abs() < 1e-9);
    }
}
