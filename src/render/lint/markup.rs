//! Checks of elements, attributes and their values.

use roxmltree::{Attribute, Document, Node};

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
            let message = (
                "a text without font-family; each program takes its own font".to_owned(),
                "font-family가 없는 글자가 있다. 프로그램마다 다른 글꼴을 쓴다".to_owned(),
            );
            report.report_finding(LintRule::FontFamily, node.range().start, "none", message);
        }
    }
}

fn check_element(node: Node, report: &mut LintReport) {
    let name = node.tag_name().name();
    let at = node.range().start;
    if node.tag_name().namespace() == Some(SVG) && ELEMENTS.contains(&name) {
        return;
    }
    let (rule, why, why_ko) = match name {
        "script" => (LintRule::Script, "script is blocked or stripped", "스크립트는 막히거나 없어진다"),
        "style" => (
            LintRule::Style,
            "rules of one figure change the next on the page, and office programs ignore them",
            "한 그림의 규칙이 같은 페이지의 다음 그림을 바꾸고, 오피스 프로그램은 무시한다",
        ),
        "foreignObject" => (
            LintRule::Element,
            "blank outside browsers (Word, Inkscape, librsvg, Typst)",
            "브라우저 밖(Word, Inkscape, librsvg, Typst)에서는 비어 보인다",
        ),
        "image" => (
            LintRule::Element,
            "pixels do not scale and may be fetched",
            "픽셀 그림은 확대되지 않고 외부에서 가져올 수 있다",
        ),
        "filter" | "mask" | "clipPath" | "pattern" | "linearGradient" | "radialGradient" | "marker" => (
            LintRule::Element,
            "drawn differently or not at all by office programs",
            "오피스 프로그램에서 다르게 그려지거나 그려지지 않는다",
        ),
        "animate" | "animateTransform" | "animateMotion" | "set" => {
            (LintRule::Element, "nothing moves in print", "인쇄물에서는 움직이지 않는다")
        }
        _ => (
            LintRule::Element,
            "not among the elements that all programs draw alike",
            "모든 프로그램이 똑같이 그리는 요소가 아니다",
        ),
    };
    report.report_finding(rule, at, name, (format!("<{name}>: {why}"), format!("<{name}>: {why_ko}")));
}

fn check_attribute(node: Node, attribute: Attribute, report: &mut LintReport) {
    let (name, value, at) = (attribute.name(), attribute.value(), attribute.range().start);
    match attribute.namespace() {
        Some(XLINK) if name == "href" => {
            let message = ("xlink:href is obsolete".to_owned(), "xlink:href는 옛 표기다".to_owned());
            report.report_finding(LintRule::Xlink, at, "", message);
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
        let message = (format!("{name} is script"), format!("{name}은(는) 스크립트다"));
        report.report_finding(LintRule::Script, at, name, message);
    } else if name == "style" {
        let message = (
            "a style attribute; office programs drop parts of it".to_owned(),
            "style 속성이 있다. 오피스 프로그램은 일부를 무시한다".to_owned(),
        );
        report.report_finding(LintRule::Style, at, "attribute", message);
    } else if TEXT_LAYOUT.contains(&name) {
        let message = (
            format!("{name} is ignored by some programs, so that words move"),
            format!("{name}을(를) 무시하는 프로그램이 있어 글자가 움직인다"),
        );
        report.report_finding(LintRule::TextLayout, at, name, message);
    } else if !ATTRIBUTES.contains(&name) && !name.starts_with("data-") && !name.starts_with("aria-") {
        unknown(name, at, report);
    }
    check_value(node, name, value, at, report);
}

fn unknown(name: &str, at: usize, report: &mut LintReport) {
    let message = (
        format!("{name} is not among the attributes that all programs read alike"),
        format!("{name}은(는) 모든 프로그램이 똑같이 읽는 속성이 아니다"),
    );
    report.report_finding(LintRule::Attribute, at, name, message);
}

fn check_value(node: Node, name: &str, value: &str, at: usize, report: &mut LintReport) {
    let plain = name.starts_with("data-") || name.starts_with("aria-") || matches!(name, "id" | "class" | "lang");
    if plain {
        return;
    }
    let lower = value.to_ascii_lowercase();
    if lower.contains("var(") {
        let message = (
            format!("{name}=\"{value}\": CSS variables are ignored outside browsers"),
            format!("{name}=\"{value}\": CSS 변수는 브라우저 밖에서 무시된다"),
        );
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
        let message = (
            format!("{name}=\"{value}\" comes out black in office programs"),
            format!("{name}=\"{value}\"은(는) 오피스 프로그램에서 검게 나온다"),
        );
        report.report_finding(LintRule::Colour, at, &format!("{name} {lower}"), message);
    }
}

fn check_reference(value: &str, at: usize, report: &mut LintReport) {
    if !value.trim_start().starts_with('#') {
        let shown: String = value.chars().take(40).collect();
        let message = (
            format!("refers to {shown}, outside the file or packed into it"),
            format!("파일 밖이나 파일에 담은 데이터를 가리킨다: {shown}"),
        );
        report.report_finding(LintRule::External, at, value, message);
    }
}

fn check_fonts(value: &str, at: usize, report: &mut LintReport) {
    let last = value.rsplit(',').next().unwrap_or_default().trim().trim_matches(['\'', '"']);
    if !GENERIC.contains(&last) {
        let message = (
            format!("the fonts end with {last}; where it is missing, a serif or nothing is shown"),
            format!("글꼴 목록이 {last}(으)로 끝난다. 그 글꼴이 없으면 바탕체가 나오거나 글자가 사라진다"),
        );
        report.report_finding(LintRule::FontFamily, at, value, message);
    }
}
