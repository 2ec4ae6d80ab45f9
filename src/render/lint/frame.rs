//! Checks of the root element: namespace, size, title, language, file size.

use roxmltree::{Document, Node};

use crate::message;
use crate::render::lint::LintReport;
use crate::render::lint::rule::LintRule;

/// The namespace of SVG.
pub(crate) const SVG: &str = "http://www.w3.org/2000/svg";

/// Bytes of the land of a map.
const LAND_BUDGET: usize = 12_000;

/// Maximum size of any file in bytes.
const MAX_BYTES: usize = 1 << 20;
/// Size budget of a figure with marked nodes and edges in bytes: base, a node, an edge.
const BUDGET: (usize, usize, usize) = (6 * 1024, 700, 350);
/// Tolerance of the budget in the lint of arbitrary figures (a tenth more), as a fraction: good ones of the design are
/// up to 6 % over. Tests hold our own figures to the budget itself.
const TOLERANCE: (usize, usize) = (11, 10);

/// Whether the root is SVG; other checks make no sense otherwise.
pub(crate) fn is_svg(document: &Document, report: &mut LintReport) -> bool {
    let root = document.root_element();
    let fits = root.has_tag_name((SVG, "svg"));
    if !fits {
        let name = root.tag_name().name();
        report.report_finding(LintRule::Root, root.range().start, "", message!("lint-root", name = name));
    }
    fits
}

pub(crate) fn check(document: &Document, report: &mut LintReport) {
    let root = document.root_element();
    check_size(root, report);
    check_title(root, report);
    let at = root.range().start;
    if root.attribute("lang").is_none() {
        report.report_finding(LintRule::Language, at, "", message!("lint-language"));
    }
    let labelled = root.attribute("aria-labelledby").is_some_and(|ids| !ids.trim().is_empty());
    if root.attribute("role") != Some("img") || !labelled {
        report.report_finding(LintRule::Role, at, "", message!("lint-role"));
    }
}

fn check_size(root: Node, report: &mut LintReport) {
    let at = root.range().start;
    for name in ["width", "height"] {
        if root.attribute(name).and_then(points).is_none() {
            let message = match root.attribute(name) {
                Some(value) => message!("lint-size", name = name, value = value),
                None => message!("lint-size-missing", name = name),
            };
            report.report_finding(LintRule::Size, at, name, message);
        }
    }
    if view_box(root).is_none() {
        report.report_finding(LintRule::ViewBox, at, "", message!("lint-view-box"));
    }
}

fn check_title(root: Node, report: &mut LintReport) {
    let mut children = root.children().filter(Node::is_element);
    for name in ["title", "desc"] {
        let is_present = children.next().is_some_and(|child| {
            child.has_tag_name((SVG, name)) && child.text().is_some_and(|text| !text.trim().is_empty())
        });
        if !is_present {
            report.report_finding(LintRule::Title, root.range().start, "", message!("lint-title", name = name));
        }
    }
}

/// Figures with marked nodes have a budget by their nodes and edges; outlined figures and other files have one limit.
pub(crate) fn check_bytes(svg: &str, document: &Document, report: &mut LintReport) {
    let classed = |class: &str| {
        let has =
            |node: &Node| node.attribute("class").is_some_and(|all| all.split_whitespace().any(|one| one == class));
        document.descendants().filter(has).count()
    };
    // A work of three or more institutions is a hyperedge.
    let (nodes, edges) = (classed("node"), classed("edge") + classed("hyperedge"));
    let outlined = document.descendants().any(|node| {
        node.has_tag_name("use") && node.parent().is_some_and(|parent| parent.attribute("aria-label").is_some())
    });
    // A map has land in its world and in each inset, and marks and names once more in these.
    let (maps, copies) = (classed("land"), classed("copy"));
    let budget = if nodes > 0 && !outlined {
        let data = BUDGET.0 + BUDGET.1 * nodes + BUDGET.2 * edges;
        let map = LAND_BUDGET * maps + BUDGET.1 * copies + BUDGET.2 * edges * maps.saturating_sub(1) / 2;
        ((data + map) * TOLERANCE.0 / TOLERANCE.1).min(MAX_BYTES)
    } else {
        MAX_BYTES
    };
    if svg.len() > budget {
        let message = message!("lint-bytes", bytes = svg.len(), budget = budget);
        report.report_finding(LintRule::Bytes, document.root_element().range().start, "", message);
    }
}

/// An absolute length in points.
pub(crate) fn points(length: &str) -> Option<f64> {
    let length = length.trim();
    let split = length.find(|ch: char| ch.is_ascii_alphabetic() || ch == '%').unwrap_or(length.len());
    let number: f64 = length[..split].trim().parse().ok()?;
    let unit = match &length[split..] {
        "" | "px" => 0.75,
        "pt" => 1.0,
        "pc" => 12.0,
        "in" => 72.0,
        "mm" => 72.0 / 25.4,
        "cm" => 72.0 / 2.54,
        _ => return None,
    };
    (number > 0.0).then_some(number * unit)
}

/// Left, top, width and height of the view box.
pub(crate) fn view_box(root: Node) -> Option<[f64; 4]> {
    let numbers: Vec<f64> = root
        .attribute("viewBox")?
        .split([' ', ',', '\t', '\n'])
        .filter(|part| !part.is_empty())
        .map(str::parse)
        .collect::<Result<_, _>>()
        .ok()?;
    let numbers: [f64; 4] = numbers.try_into().ok()?;
    (numbers[2] > 0.0 && numbers[3] > 0.0).then_some(numbers)
}
