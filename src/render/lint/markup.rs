//! Checks of elements, attributes and their values.

use roxmltree::{Attribute, Document, Node};

use crate::message;
use crate::render::lint::LintReport;
use crate::render::lint::frame::SVG;
use crate::render::lint::rule::LintRule;

/// Elements that every renderer draws the same way.
const ELEMENTS: [&str; 11] = ["svg", "g", "title", "desc", "defs", "rect", "circle", "ellipse", "path", "text", "use"];

/// Attributes that every renderer reads the same way.
const ATTRIBUTES: [&str; 41] = [
    "id",
    "class",
    "role",
    "lang",
    "viewBox",
    "width",
    "height",
    "x",
    "y",
    "x1",
    "y1",
    "x2",
    "y2",
    "cx",
    "cy",
    "r",
    "rx",
    "ry",
    "d",
    "points",
    "transform",
    "href",
    "opacity",
    "fill",
    "fill-opacity",
    "fill-rule",
    "stroke",
    "stroke-width",
    "stroke-opacity",
    "stroke-linecap",
    "stroke-linejoin",
    "stroke-miterlimit",
    "stroke-dasharray",
    "stroke-dashoffset",
    "font-family",
    "font-size",
    "font-weight",
    "font-style",
    "text-anchor",
    "version",
    "preserveAspectRatio",
];

/// Text layout attributes that some renderers ignore, so that text moves.
const TEXT_LAYOUT: [&str; 10] = [
    "dominant-baseline",
    "alignment-baseline",
    "baseline-shift",
    "textLength",
    "lengthAdjust",
    "paint-order",
    "letter-spacing",
    "word-spacing",
    "writing-mode",
    "text-decoration",
];

const XLINK: &str = "http://www.w3.org/1999/xlink";
const XML: &str = "http://www.w3.org/XML/1998/namespace";
const GENERIC: [&str; 4] = ["sans-serif", "serif", "monospace", "system-ui"];

pub(crate) fn check(document: &Document, report: &mut LintReport) {
    for node in document.descendants().filter(Node::is_element) {
        check_element(node, report);
        for attribute in node.attributes() {
            check_attribute(node, attribute, report);
        }
        let set = |node: Node| node.ancestors().any(|above| above.has_attribute("font-family"));
        if node.has_tag_name((SVG, "text")) && !set(node) {
            report.report_finding(LintRule::FontFamily, node.range().start, "none", message!("lint-no-font-family"));
        }
    }
}

fn check_element(node: Node, report: &mut LintReport) {
    let name = node.tag_name().name();
    let at = node.range().start;
    if node.tag_name().namespace() == Some(SVG) && ELEMENTS.contains(&name) {
        return;
    }
    let (rule, reason) = match name {
        "script" => (LintRule::Script, message!("lint-why-script")),
        "style" => (LintRule::Style, message!("lint-why-style")),
        "foreignObject" => (LintRule::Element, message!("lint-why-foreign-object")),
        "image" => (LintRule::Element, message!("lint-why-image")),
        "filter" | "mask" | "clipPath" | "pattern" | "linearGradient" | "radialGradient" | "marker" => {
            (LintRule::Element, message!("lint-why-effect"))
        }
        "animate" | "animateTransform" | "animateMotion" | "set" => (LintRule::Element, message!("lint-why-animation")),
        _ => (LintRule::Element, message!("lint-why-other")),
    };
    report.report_finding(rule, at, name, message!("lint-element", name = name, reason = reason));
}

fn check_attribute(node: Node, attribute: Attribute, report: &mut LintReport) {
    let (name, value, at) = (attribute.name(), attribute.value(), attribute.range().start);
    match attribute.namespace() {
        Some(XLINK) if name == "href" => {
            report.report_finding(LintRule::Xlink, at, "", message!("lint-xlink"));
            check_reference(value, at, report);
            return;
        }
        Some(XML) if name == "lang" || name == "space" => return,
        Some(_) => {
            unknown(name, at, report);
            return;
        }
        None => {}
    }
    if name.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("on")) {
        report.report_finding(LintRule::Script, at, name, message!("lint-event-handler", name = name));
    } else if name == "style" {
        report.report_finding(LintRule::Style, at, "attribute", message!("lint-style-attribute"));
    } else if TEXT_LAYOUT.contains(&name) {
        report.report_finding(LintRule::TextLayout, at, name, message!("lint-text-layout", name = name));
    } else if !ATTRIBUTES.contains(&name) && !name.starts_with("data-") && !name.starts_with("aria-") {
        unknown(name, at, report);
    }
    check_value(node, name, value, at, report);
}

fn unknown(name: &str, at: usize, report: &mut LintReport) {
    report.report_finding(LintRule::Attribute, at, name, message!("lint-attribute", name = name));
}

fn check_value(node: Node, name: &str, value: &str, at: usize, report: &mut LintReport) {
    let plain = name.starts_with("data-") || name.starts_with("aria-") || matches!(name, "id" | "class" | "lang");
    if plain {
        return;
    }
    let lower = value.to_ascii_lowercase();
    if lower.contains("var(") {
        let message = message!("lint-css-variable", name = name, value = value);
        report.report_finding(LintRule::CssVariable, at, name, message);
    } else if matches!(name, "fill" | "stroke") {
        check_colour(name, value, &lower, at, report);
    }
    if name == "href" || (lower.contains("url(") && !lower.contains("url(#")) {
        check_reference(value, at, report);
    }
    if name == "font-family" {
        check_fonts(value, at, report);
    }
    if name == "href" && !node.has_tag_name((SVG, "use")) {
        unknown("href", at, report);
    }
}

fn check_colour(name: &str, value: &str, lower: &str, at: usize, report: &mut LintReport) {
    let trap = ["rgba(", "hsl(", "hsla(", "oklch(", "color-mix(", "url("].iter().any(|start| lower.starts_with(start))
        || ["transparent", "currentcolor", "context-fill", "context-stroke"].contains(&lower)
        || (lower.starts_with('#') && !matches!(lower.len(), 4 | 7));
    if trap {
        let message = message!("lint-colour", name = name, value = value);
        report.report_finding(LintRule::Colour, at, &format!("{name} {lower}"), message);
    }
}

fn check_reference(value: &str, at: usize, report: &mut LintReport) {
    if !value.trim_start().starts_with('#') {
        let shown: String = value.chars().take(40).collect();
        report.report_finding(LintRule::External, at, value, message!("lint-external", reference = shown));
    }
}

fn check_fonts(value: &str, at: usize, report: &mut LintReport) {
    let last = value.rsplit(',').next().unwrap_or_default().trim().trim_matches(['\'', '"']);
    if !GENERIC.contains(&last) {
        report.report_finding(LintRule::FontFamily, at, value, message!("lint-font-list", font = last));
    }
}
