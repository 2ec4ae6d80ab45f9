//! Figure → SVG 1.1 that reports, office programs, LaTeX and browsers all take.
//!
//! Only `svg g title desc rect circle ellipse path text use`; presentation attributes, no styles; ids carry the
//! figure's prefix; coordinates with two decimals at most; the same figure gives the same bytes on every
//! platform.

use std::fmt::Write;

use crate::answer::figure::Figure;
use crate::answer::mark::{Anchor, Color, Ends, Group, Mark, Paint, Step, Text};
use crate::geometry::Point;
use crate::typography::Weight;

/// Where the SVG is going.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// A file of its own, with the XML prolog.
    #[default]
    File,
    /// Into an HTML page, without it.
    Inline,
}

/// Width of a halo in points, both sides together.
const HALO: &str = "2.2";

/// Writes a figure as a file of its own. O(marks).
#[must_use]
pub fn write(figure: &Figure) -> String {
    write_as(figure, Form::File)
}

/// Writes a figure as a file or for a page.
#[must_use]
pub fn write_as(figure: &Figure, form: Form) -> String {
    let mut writer = Writer { out: String::new(), prefix: escaped(&figure.head().id_prefix), texts: 0 };
    if form == Form::File {
        writer.out.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    }
    writer.root(figure);
    for mark in figure.marks() {
        writer.mark(mark);
    }
    writer.out.push_str("</svg>\n");
    writer.out
}

struct Writer {
    out: String,
    prefix: String,
    texts: usize,
}

impl Writer {
    fn put(&mut self, piece: std::fmt::Arguments<'_>) {
        // Writing to a string does not fail.
        let _ = self.out.write_fmt(piece);
    }

    fn root(&mut self, figure: &Figure) {
        let head = figure.head();
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
            // Single quotes stay as they are: the attribute stands in double ones.
            fonts = head.fonts,
            title = escaped(&head.title),
            desc = escaped(&head.description),
        ));
        if let Some(color) = head.background {
            let [x, y, w, h] = [frame.left, frame.top, frame.width(), frame.height()].map(number);
            self.put(format_args!("<rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\" fill=\"{color}\"/>\n"));
        }
    }

    fn mark(&mut self, mark: &Mark) {
        match mark {
            Mark::Group(group) => self.group(group),
            Mark::Rect(rect, radius, paint) => {
                let [x, y, w, h] = [rect.left, rect.top, rect.width(), rect.height()].map(number);
                self.put(format_args!("<rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\""));
                if *radius > 0.0 {
                    self.put(format_args!(" rx=\"{}\"", number(*radius)));
                }
                self.paint(paint);
            }
            Mark::Circle(center, radius, paint) => {
                let [x, y, r] = [center.x, center.y, *radius].map(number);
                self.put(format_args!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{r}\""));
                self.paint(paint);
            }
            Mark::Ellipse(center, rx, ry, paint) => {
                let [x, y, rx, ry] = [center.x, center.y, *rx, *ry].map(number);
                self.put(format_args!("<ellipse cx=\"{x}\" cy=\"{y}\" rx=\"{rx}\" ry=\"{ry}\""));
                self.paint(paint);
            }
            Mark::Path(steps, paint) => {
                self.put(format_args!("<path d=\"{}\"", path(steps)));
                self.paint(paint);
            }
            Mark::Text(text) => self.text(text, None),
            Mark::Haloed(lines, color) => self.haloed(lines, *color),
        }
    }

    fn group(&mut self, group: &Group) {
        self.out.push_str("<g");
        if let Some(id) = &group.id {
            let prefix = self.prefix.clone();
            self.put(format_args!(" id=\"{prefix}-{}\"", escaped(&without_spaces(id))));
        }
        if !group.class.is_empty() {
            self.put(format_args!(" class=\"{}\"", escaped(&group.class)));
        }
        for (name, value) in &group.data {
            self.put(format_args!(" data-{name}=\"{}\"", escaped(value)));
        }
        self.out.push('>');
        if let Some(title) = &group.title {
            self.put(format_args!("<title>{}</title>", escaped(title)));
        }
        for mark in &group.marks {
            self.mark(mark);
        }
        self.out.push_str("</g>\n");
    }

    /// The outline of each line first, as a copy that readers of the text do not meet, then the text: office
    /// programs do not know `paint-order`.
    fn haloed(&mut self, lines: &[Text], color: Color) {
        let first = self.texts + 1;
        self.put(format_args!(
            "<g fill=\"{color}\" stroke=\"{color}\" stroke-width=\"{HALO}\" stroke-linejoin=\"round\" aria-hidden=\"true\">"
        ));
        for offset in 0..lines.len() {
            let prefix = self.prefix.clone();
            self.put(format_args!("<use href=\"#{prefix}-t{}\"/>", first + offset));
        }
        self.out.push_str("</g>");
        for line in lines {
            // The colour stands outside of the text, so that the copy can have its own.
            self.texts += 1;
            self.put(format_args!("<g fill=\"{}\">", line.fill));
            self.text(line, Some(self.texts));
            self.out.push_str("</g>");
        }
    }

    fn text(&mut self, text: &Text, id: Option<usize>) {
        let [x, y, size] = [text.at.x, text.at.y, text.size].map(number);
        self.out.push_str("<text");
        if let Some(id) = id {
            let prefix = self.prefix.clone();
            self.put(format_args!(" id=\"{prefix}-t{id}\""));
        }
        self.put(format_args!(" x=\"{x}\" y=\"{y}\" font-size=\"{size}\""));
        if text.weight == Weight::Bold {
            self.out.push_str(" font-weight=\"700\"");
        }
        match text.anchor {
            Anchor::Start => {}
            Anchor::Middle => self.out.push_str(" text-anchor=\"middle\""),
            Anchor::End => self.out.push_str(" text-anchor=\"end\""),
        }
        if id.is_none() {
            self.put(format_args!(" fill=\"{}\"", text.fill));
        }
        if text.turn != 0.0 {
            self.put(format_args!(" transform=\"rotate({} {x} {y})\"", number(text.turn)));
        }
        self.put(format_args!(">{}</text>", escaped(&text.content)));
    }

    /// Paint attributes, and the end of the element.
    fn paint(&mut self, paint: &Paint) {
        match paint.fill {
            Some(color) => {
                self.put(format_args!(" fill=\"{color}\""));
                if paint.fill_opacity < 1.0 {
                    self.put(format_args!(" fill-opacity=\"{}\"", number(paint.fill_opacity)));
                }
            }
            None => self.out.push_str(" fill=\"none\""),
        }
        if let Some(color) = paint.stroke {
            self.put(format_args!(" stroke=\"{color}\" stroke-width=\"{}\"", number(paint.stroke_width)));
            if paint.stroke_opacity < 1.0 {
                self.put(format_args!(" stroke-opacity=\"{}\"", number(paint.stroke_opacity)));
            }
            if paint.ends == Ends::Round {
                self.out.push_str(" stroke-linecap=\"round\" stroke-linejoin=\"round\"");
            }
        }
        self.out.push_str("/>");
    }
}

fn path(steps: &[Step]) -> String {
    let point = |point: Point| format!("{} {}", number(point.x), number(point.y));
    let mut d = String::new();
    for step in steps {
        match *step {
            Step::Move(to) => d.push_str(&format!("M{}", point(to))),
            Step::Line(to) => d.push_str(&format!("L{}", point(to))),
            Step::Cubic(first, second, to) => {
                d.push_str(&format!("C{} {} {}", point(first), point(second), point(to)));
            }
            Step::Close => d.push('Z'),
        }
    }
    d
}

/// At most two decimals, no trailing zeros, no `-0`.
fn number(value: f64) -> String {
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// Ids hold no white space.
fn without_spaces(id: &str) -> String {
    id.chars().map(|letter| if letter.is_whitespace() { '-' } else { letter }).collect()
}

/// XML text or attribute value. Characters that XML does not allow are dropped; line feeds become spaces in
/// text that is one line.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(' '),
            '\u{0}'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{FFFE}' | '\u{FFFF}' => {}
            // Overrides of the writing direction would turn the rest of the line around.
            '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {}
            _ => out.push(letter),
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
    fn names_are_data() {
        assert_eq!(escaped("<script>&\"']]>"), "&lt;script&gt;&amp;&quot;&#39;]]&gt;");
        assert_eq!(escaped("a\u{0}b\u{1b}c\u{FFFF}\nd"), "abc d");
    }
}
