//! Checks of the root element: namespace, size, title, language, file size.

use roxmltree::{Document, Node};

use crate::render::lint::LintReport;
use crate::render::lint::rule::LintRule;

/// The namespace of SVG.
pub(crate) const SVG: &str = "http://www.w3.org/2000/svg";

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
        report.report_finding(
            LintRule::Root,
            root.range().start,
            "",
            (
                format!("the root is <{name}>, not <svg> in the namespace of SVG; browsers show nothing"),
                format!("루트가 SVG 이름공간의 <svg>가 아니라 <{name}>이다. 브라우저에 아무것도 보이지 않는다"),
            ),
        );
    }
    fits
}

pub(crate) fn check(document: &Document, report: &mut LintReport) {
    let root = document.root_element();
    check_size(root, report);
    check_title(root, report);
    let at = root.range().start;
    if root.attribute("lang").is_none() {
        let message = ("the root has no lang".to_owned(), "루트에 lang이 없다".to_owned());
        report.report_finding(LintRule::Language, at, "", message);
    }
    let labelled = root.attribute("aria-labelledby").is_some_and(|ids| !ids.trim().is_empty());
    if root.attribute("role") != Some("img") || !labelled {
        report.report_finding(
            LintRule::Role,
            at,
            "",
            (
                "the root lacks role=\"img\" or aria-labelledby; screen readers read single letters".to_owned(),
                "루트에 role=\"img\"나 aria-labelledby가 없다. 화면 낭독기가 낱글자를 읽는다".to_owned(),
            ),
        );
    }
}

fn check_size(root: Node, report: &mut LintReport) {
    let at = root.range().start;
    for name in ["width", "height"] {
        if root.attribute(name).and_then(points).is_none() {
            let (value_text, value_text_ko) =
                root.attribute(name).map_or(("nothing", "없음"), |value| (value, value));
            report.report_finding(
                LintRule::Size,
                at,
                name,
                (
                    format!("{name} is {value_text}, not an absolute length; LaTeX and office programs guess"),
                    format!(
                        "{name}이(가) 절대 길이가 아니다({value_text_ko}). LaTeX와 오피스 프로그램이 크기를 짐작한다"
                    ),
                ),
            );
        }
    }
    if view_box(root).is_none() {
        let message = (
            "no viewBox of four numbers; the figure cannot be scaled".to_owned(),
            "네 수로 된 viewBox가 없어 크기를 바꿀 수 없다".to_owned(),
        );
        report.report_finding(LintRule::ViewBox, at, "", message);
    }
}

fn check_title(root: Node, report: &mut LintReport) {
    let mut children = root.children().filter(Node::is_element);
    for name in ["title", "desc"] {
        let is_present = children.next().is_some_and(|child| {
            child.has_tag_name((SVG, name)) && child.text().is_some_and(|text| !text.trim().is_empty())
        });
        if !is_present {
            report.report_finding(
                LintRule::Title,
                root.range().start,
                "",
                (
                    format!("no <{name}> among the first children of the root"),
                    format!("루트의 첫 자식에 <{name}>이(가) 없다"),
                ),
            );
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
    let budget = if nodes > 0 && !outlined {
        ((BUDGET.0 + BUDGET.1 * nodes + BUDGET.2 * edges) * TOLERANCE.0 / TOLERANCE.1).min(MAX_BYTES)
    } else {
        MAX_BYTES
    };
    if svg.len() > budget {
        report.report_finding(
            LintRule::Bytes,
            document.root_element().range().start,
            "",
            (
                format!("{} bytes are over the budget of {budget}", svg.len()),
                format!("{}바이트로 한도 {budget}바이트를 넘는다", svg.len()),
            ),
        );
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
