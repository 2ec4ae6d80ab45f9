//! SVG 1.1 of a figure, for reports, office programs, LaTeX and browsers.
//!
//! Only `svg g title desc rect circle ellipse path text use`; presentation attributes, no styles; ids carry the
//! figure's prefix; coordinates have at most two decimals, one in large figures; attributes shared by the marks of a
//! group are written once, at the group. The same figure gives the same bytes on every platform.

mod element;
mod hoisting;
mod presentation;

use crate::answer::figure::Figure;
use crate::answer::mark::{Color, LineCap, Mark, MarkGroup, MarkRole, Paint, PathSegment, TextAnchor, TextLine};
use crate::geometry::Point;
use crate::render::svg::element::{ElementContent, SvgElement};
use crate::render::svg::presentation::{ATTRIBUTES, FILL, Presentation, PresentationValue, presentation};
use crate::typography::Weight;
use std::fmt::Write;

/// Target of the SVG.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SvgForm {
    /// A file with XML declaration.
    #[default]
    File,
    /// Inlined in an HTML page, without XML declaration.
    Inline,
}

/// Stroke width of a halo in points, both sides together.
const HALO_WIDTH: &str = "2.2";
/// Number of nodes and edges above which coordinates have one decimal.
const LARGE_FIGURE: usize = 100;

/// Writes a figure as a file. O(marks).
#[must_use]
pub fn write(figure: &Figure) -> String {
    write_as(figure, SvgForm::File)
}

/// Writes a figure for a target. O(marks).
#[must_use]
pub fn write_as(figure: &Figure, form: SvgForm) -> String {
    let nodes = figure.nodes().iter().filter(|(_, group)| matches!(group.role, MarkRole::Node(_))).count();
    let decimals = if nodes + figure.edges().len() > LARGE_FIGURE { 1 } else { 2 };
    let mut writer = Writer { out: String::new(), prefix: escaped(&figure.metadata().id_prefix), texts: 0, decimals };
    if form == SvgForm::File {
        writer.out.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    }
    writer.root(figure);
    for mark in figure.marks() {
        let mut element = writer.mark(mark);
        hoisting::hoist(&mut element);
        writer.element(&element, &presentation::defaults());
    }
    writer.out.push_str("</svg>\n");
    writer.out
}

struct Writer {
    out: String,
    prefix: String,
    texts: usize,
    decimals: usize,
}

impl Writer {
    fn put(&mut self, fragment: std::fmt::Arguments<'_>) {
        // Writing to a string does not fail.
        let _ = self.out.write_fmt(fragment);
    }

    fn root(&mut self, figure: &Figure) {
        let head = figure.metadata();
        let (frame, prefix) = (head.frame, self.prefix.clone());
        let (width, height) = (number(figure.width_mm()), number(figure.height_mm()));
        let view = [frame.left, frame.top, frame.width(), frame.height()].map(number).join(" ");
        self.put(format_args!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}mm\" height=\"{height}mm\" viewBox=\"{view}\" \
             role=\"img\" aria-labelledby=\"{prefix}-title {prefix}-desc\" lang=\"{lang}\" xml:lang=\"{lang}\" \
             data-theme=\"{theme}\" data-view=\"{kind}\" font-family=\"{fonts}\">\
             <title id=\"{prefix}-title\">{title}</title><desc id=\"{prefix}-desc\">{desc}</desc>\n",
            lang = head.lang,
            theme = head.theme,
            kind = escaped(&head.view),
            // Single quotes stay: the attribute is double-quoted.
            fonts = escaped(&head.fonts).replace("&#39;", "'"),
            title = escaped(&head.title),
            desc = escaped(&head.description),
        ));
        if let Some(color) = head.background {
            let [x, y, w, h] = [frame.left, frame.top, frame.width(), frame.height()].map(number);
            self.put(format_args!("<rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\" fill=\"{color}\"/>\n"));
        }
    }

    fn mark(&mut self, mark: &Mark) -> SvgElement {
        let coordinate = |value: f64| rounded(value, self.decimals);
        let shape = |name, own, paint| SvgElement { name, own, presentation: painted(paint), ..SvgElement::default() };
        match mark {
            Mark::Group(group) => self.group(group),
            Mark::Rect(rect, radius, paint) => {
                // Rounds both edges instead of edge and width, so that the centre does not move.
                let [left, top, right, bottom] = [rect.left, rect.top, rect.right, rect.bottom]
                    .map(|edge| rounded(edge, self.decimals).parse::<f64>().unwrap_or(edge));
                let [x, y, w, h] = [left, top, right - left, bottom - top].map(coordinate);
                let mut own = format!(" x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\"");
                if *radius > 0.0 {
                    let _ = write!(own, " rx=\"{}\"", coordinate(*radius));
                }
                shape("rect", own, paint)
            }
            Mark::Circle(center, radius, paint) => {
                let [x, y, r] = [center.x, center.y, *radius].map(coordinate);
                shape("circle", format!(" cx=\"{x}\" cy=\"{y}\" r=\"{r}\""), paint)
            }
            Mark::Ellipse(center, rx, ry, paint) => {
                let [x, y, rx, ry] = [center.x, center.y, *rx, *ry].map(coordinate);
                shape("ellipse", format!(" cx=\"{x}\" cy=\"{y}\" rx=\"{rx}\" ry=\"{ry}\""), paint)
            }
            Mark::Path(steps, paint) => shape("path", format!(" d=\"{}\"", path(steps, self.decimals)), paint),
            Mark::Text(text) => self.text(text, None),
            Mark::Haloed(lines, color) => {
                let lines = lines.iter().map(|line| {
                    self.texts += 1;
                    self.text(line, Some(self.texts))
                });
                SvgElement { content: ElementContent::Haloed(lines.collect(), *color), ..SvgElement::default() }
            }
        }
    }

    fn group(&mut self, group: &MarkGroup) -> SvgElement {
        let mut own = String::new();
        if let Some(id) = &group.id {
            let _ = write!(own, " id=\"{}-{}\"", self.prefix, escaped(&without_spaces(id)));
        }
        if !group.class.is_empty() {
            let _ = write!(own, " class=\"{}\"", escaped(&group.class));
        }
        for (name, value) in &group.data {
            let _ = write!(own, " data-{name}=\"{}\"", escaped(value));
        }
        let children = group.marks.iter().map(|mark| self.mark(mark)).collect();
        let title = group.title.as_deref().map(escaped);
        SvgElement { name: "g", own, title, content: ElementContent::Children(children), ..SvgElement::default() }
    }

    fn text(&self, text: &TextLine, id: Option<usize>) -> SvgElement {
        let [x, y] = [text.at.x, text.at.y].map(|value| rounded(value, self.decimals));
        let mut own = String::new();
        if let Some(id) = id {
            let _ = write!(own, " id=\"{}-t{id}\"", self.prefix);
        }
        let _ = write!(own, " x=\"{x}\" y=\"{y}\"");
        if text.turn != 0.0 {
            let _ = write!(own, " transform=\"rotate({} {x} {y})\"", number(text.turn));
        }
        let weight = if text.weight == Weight::Bold { "700" } else { "400" };
        let anchor = match text.anchor {
            TextAnchor::Start => "start",
            TextAnchor::Middle => "middle",
            TextAnchor::End => "end",
        };
        let presentation = presentation([
            ("font-size", number(text.size)),
            ("font-weight", weight.to_owned()),
            ("text-anchor", anchor.to_owned()),
            ("fill", text.fill.to_string()),
            ("fill-opacity", "1".to_owned()),
            ("stroke", "none".to_owned()),
        ]);
        SvgElement {
            name: "text",
            own,
            presentation,
            content: ElementContent::Words(escaped(&text.content)),
            ..SvgElement::default()
        }
    }

    /// Writes an element whose ancestors have set the attribute values `above`.
    fn element(&mut self, element: &SvgElement, above: &[String; ATTRIBUTES.len()]) {
        if let ElementContent::Haloed(lines, color) = &element.content {
            return self.haloed(lines, *color, above);
        }
        let is_group = matches!(element.content, ElementContent::Children(_));
        let mut inherited = above.clone();
        self.put(format_args!("<{}{}", element.name, element.own));
        for (at, (name, _)) in ATTRIBUTES.iter().enumerate() {
            if let PresentationValue::Value(value) = &element.presentation[at]
                && *value != above[at]
                && (!is_group || hoisting::is_worth_hoisting(element, at))
            {
                self.put(format_args!(" {name}=\"{value}\""));
                inherited[at].clone_from(value);
            }
        }
        match &element.content {
            ElementContent::Children(children) => {
                self.out.push('>');
                if let Some(title) = &element.title {
                    self.put(format_args!("<title>{title}</title>"));
                }
                for child in children {
                    self.element(child, &inherited);
                }
                self.out.push_str("</g>\n");
            }
            ElementContent::Words(words) => self.put(format_args!(">{words}</{}>", element.name)),
            ElementContent::Empty | ElementContent::Haloed(..) => self.out.push_str("/>"),
        }
    }

    /// Writes lines of text with a halo: first the strokes, as copies hidden from screen readers, then the text,
    /// because office programs do not know `paint-order`.
    fn haloed(&mut self, lines: &[SvgElement], color: Color, above: &[String; ATTRIBUTES.len()]) {
        self.put(format_args!(
            "<g fill=\"{color}\" stroke=\"{color}\" stroke-width=\"{HALO_WIDTH}\" stroke-linejoin=\"round\" aria-hidden=\"true\">"
        ));
        for line in lines {
            let id = line.own.trim_start_matches(" id=\"").split('"').next().unwrap_or_default();
            self.put(format_args!("<use href=\"#{id}\"/>"));
        }
        self.out.push_str("</g>");
        for line in lines {
            match &line.presentation[FILL] {
                PresentationValue::Value(fill) if *fill != above[FILL] => {
                    // The colour is set outside of the text, so that the copy can have its own.
                    self.put(format_args!("<g fill=\"{fill}\">"));
                    let mut inherited = above.clone();
                    inherited[FILL].clone_from(fill);
                    self.element(line, &inherited);
                    self.out.push_str("</g>");
                }
                _ => self.element(line, above),
            }
        }
    }
}

/// Presentation attributes of a paint.
fn painted(paint: &Paint) -> Presentation {
    let fill = paint.fill.map_or("none".to_owned(), |color| color.to_string());
    let mut painted = match paint.stroke {
        None => presentation([("fill", fill), ("stroke", "none".to_owned())]),
        Some(color) => {
            let (cap, join) = if paint.cap == LineCap::Round { ("round", "round") } else { ("butt", "miter") };
            presentation([
                ("fill", fill),
                ("stroke", color.to_string()),
                ("stroke-width", number(paint.stroke_width)),
                ("stroke-opacity", number(paint.stroke_opacity)),
                ("stroke-linecap", cap.to_owned()),
                ("stroke-linejoin", join.to_owned()),
            ])
        }
    };
    if paint.fill.is_some()
        && let Some(at) = ATTRIBUTES.iter().position(|(name, _)| *name == "fill-opacity")
    {
        painted[at] = PresentationValue::Value(number(paint.fill_opacity));
    }
    painted
}

fn path(steps: &[PathSegment], decimals: usize) -> String {
    let point = |point: Point| format!("{} {}", rounded(point.x, decimals), rounded(point.y, decimals));
    let mut d = String::new();
    let mut last = (String::new(), String::new());
    for step in steps {
        let before = last.clone();
        if let PathSegment::Move(to) | PathSegment::Line(to) | PathSegment::Cubic(_, _, to) = step {
            last = (rounded(to.x, decimals), rounded(to.y, decimals));
        }
        let _ = match *step {
            PathSegment::Move(to) => write!(d, "M{}", point(to)),
            // Lines along an axis need one coordinate only.
            PathSegment::Line(_) if before.1 == last.1 => write!(d, "H{}", last.0),
            PathSegment::Line(_) if before.0 == last.0 => write!(d, "V{}", last.1),
            PathSegment::Line(to) => write!(d, "L{}", point(to)),
            PathSegment::Cubic(first, second, to) => write!(d, "C{} {} {}", point(first), point(second), point(to)),
            PathSegment::Close => write!(d, "Z"),
        };
    }
    d
}

/// At most two decimals, no trailing zeros, no `-0`.
fn number(value: f64) -> String {
    rounded(value, 2)
}

/// At most `decimals` decimals, no trailing zeros, no `-0`.
fn rounded(value: f64, decimals: usize) -> String {
    let text = format!("{value:.decimals$}");
    let text = if decimals > 0 { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// The id with white space replaced by hyphens.
fn without_spaces(id: &str) -> String {
    id.chars().map(|ch| if ch.is_whitespace() { '-' } else { ch }).collect()
}

/// Escapes text for XML content and attributes. Characters that XML does not allow are dropped; line feeds and tabs
/// become spaces.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for ch in text.chars() {
        match ch {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(' '),
            '\u{0}'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{FFFE}' | '\u{FFFF}' => {}
            // Bidirectional overrides would reorder the rest of the line.
            '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {}
            _ => out.push(ch),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short_and_have_no_negative_zero() {
        let found = [0.0, -0.001, 1.0, 1.005, -2.5, 481.889_763, 1e6].map(number);
        assert_eq!(found, ["0", "0", "1", "1", "-2.5", "481.89", "1000000"]);
    }

    #[test]
    fn names_are_escaped() {
        assert_eq!(escaped("<script>&\"']]>"), "&lt;script&gt;&amp;&quot;&#39;]]&gt;");
        assert_eq!(escaped("a\u{0}b\u{1b}c\u{FFFF}\nd"), "abc d");
    }
}
