//! Outlined figures: SVG with text as paths, the same picture where no font is installed.
//!
//! Each distinct glyph of a face becomes one `<path>` in `<defs>` (in thousandths of the em), each occurrence a
//! `<use>`; the text is kept in `aria-label`. Glyphs are shaped and positioned as by the PNG renderer, in both writing
//! directions. Linear in the number of glyphs.

use crate::render::fonts::{Error, Fonts, glyph_id};
use crate::render::html::escape;
use roxmltree::{Document, Node};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use usvg::fontdb::ID;

/// Attributes of a text that the outline resolves and drops.
const RESOLVED: [&str; 9] = [
    "x",
    "y",
    "font-size",
    "font-weight",
    "font-family",
    "text-anchor",
    "transform",
    "font-style",
    "{http://www.w3.org/XML/1998/namespace}space",
];

/// Units an em in the written paths.
const EM: f64 = 1000.0;

/// Distinct glyphs, in order of first occurrence.
#[derive(Default)]
struct Glyphs {
    faces: Vec<ID>,
    paths: BTreeMap<(usize, u16), String>,
    missing: BTreeSet<char>,
}

/// A positioned glyph of a line, in thousandths of the em.
struct GlyphUse {
    glyph: (usize, u16),
    x: f64,
    y: f64,
}

/// Writes the figure with text as paths, and returns the characters that no face has (they are missing from the
/// picture).
///
/// # Errors
/// [`Error::Unreadable`] when `svg` is not valid SVG, [`Error::NoFont`] when there are no faces at all.
pub fn write(svg: &str, fonts: &Fonts) -> Result<(String, Vec<char>), Error> {
    let document = Document::parse(svg).map_err(|error| Error::Unreadable(error.to_string()))?;
    if fonts.is_empty() && svg.contains("<text") {
        return Err(Error::NoFont);
    }
    let prefix = prefix(document.root_element());
    let options = fonts.options();
    let mut glyphs = Glyphs::default();
    let mut changes = Vec::new();
    let mut scales = BTreeMap::new();
    for text in document.descendants().filter(|node| node.has_tag_name("text")) {
        let size: f64 = inherited(text, "font-size").and_then(|size| size.parse().ok()).unwrap_or(16.0);
        if let Some(id) = text.attribute("id") {
            scales.insert(id, size / EM);
        }
        let glyph_uses = shape_text(text, &options, fonts, &mut glyphs)?;
        changes.push((text.range(), group(text, size, &glyph_uses, &prefix)));
    }
    changes.extend(document.descendants().filter_map(|node| halo(node, &scales)));
    changes.push(definitions(&document, &glyphs, &prefix));
    Ok((apply(svg, changes), glyphs.missing.into_iter().collect()))
}

/// Id prefix of the figure: what precedes `title` in the first id of `aria-labelledby`.
fn prefix(root: Node) -> String {
    let first = root.attribute("aria-labelledby").and_then(|ids| ids.split_whitespace().next()).unwrap_or("");
    first.strip_suffix("title").unwrap_or("").to_owned()
}

fn inherited<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.ancestors().find_map(|above| above.attribute(name))
}

/// Shapes one text at the origin with an em of [`EM`] units.
fn shape_text(text: Node, options: &usvg::Options, fonts: &Fonts, glyphs: &mut Glyphs) -> Result<Vec<GlyphUse>, Error> {
    let mut line =
        format!("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><text font-size=\"{EM}\"");
    for name in ["font-family", "font-weight", "font-style", "text-anchor"] {
        if let Some(value) = inherited(text, name) {
            let _ = write!(line, " {name}=\"{}\"", escape(value));
        }
    }
    let words: String = text.descendants().filter(Node::is_text).filter_map(|node| node.text()).collect();
    let _ = write!(line, ">{}</text></svg>", escape(&words));
    let tree = usvg::Tree::from_str(&line, options).map_err(|error| Error::Unreadable(error.to_string()))?;
    let mut glyph_uses = Vec::new();
    collect(tree.root(), fonts, glyphs, &mut glyph_uses);
    Ok(glyph_uses)
}

fn collect(group: &usvg::Group, fonts: &Fonts, glyphs: &mut Glyphs, glyph_uses: &mut Vec<GlyphUse>) {
    for node in group.children() {
        match node {
            usvg::Node::Group(inner) => collect(inner, fonts, glyphs, glyph_uses),
            usvg::Node::Text(text) => {
                for span in text.layouted() {
                    for glyph in &span.positioned_glyphs {
                        if glyph.id.0 == 0 {
                            glyphs.missing.extend(glyph.text.chars().next());
                        } else if let Some(key) = glyphs.key(fonts, glyph, &span.variations) {
                            let shape_text = glyph.transform();
                            glyph_uses.push(GlyphUse {
                                glyph: key,
                                x: f64::from(shape_text.tx),
                                y: f64::from(shape_text.ty),
                            });
                        }
                    }
                }
            }
            _ => {}
        }
    }
}

impl Glyphs {
    /// Key of a glyph, whose path is drawn when it is new; `None` for a glyph without an outline (a space).
    fn key(
        &mut self,
        fonts: &Fonts,
        glyph: &usvg::layout::PositionedGlyph,
        variations: &[usvg::FontVariation],
    ) -> Option<(usize, u16)> {
        let number = self.faces.iter().position(|face| *face == glyph.font).unwrap_or(self.faces.len());
        let id = glyph_id(glyph);
        let key = (number, id);
        if !self.paths.contains_key(&key) {
            let path =
                fonts.database().with_face_data(glyph.font, |bytes, index| draw(bytes, index, id, variations))??;
            if number == self.faces.len() {
                self.faces.push(glyph.font);
            }
            self.paths.insert(key, path);
        }
        Some(key)
    }
}

fn draw(bytes: &[u8], index: u32, glyph: u16, variations: &[usvg::FontVariation]) -> Option<String> {
    let mut face = ttf_parser::Face::parse(bytes, index).ok()?;
    for variation in variations {
        let _ = face.set_variation(ttf_parser::Tag::from_bytes(&variation.tag), variation.value);
    }
    let mut builder = PathBuilder { path: String::new(), scale: EM / f64::from(face.units_per_em()) };
    face.outline_glyph(ttf_parser::GlyphId(glyph), &mut builder)?;
    (!builder.path.is_empty()).then_some(builder.path)
}

/// Builder of path data in integer thousandths of the em, y downwards.
struct PathBuilder {
    path: String,
    scale: f64,
}

impl PathBuilder {
    fn points(&mut self, command: char, points: &[(f32, f32)]) {
        self.path.push(command);
        for (number, (x, y)) in points.iter().enumerate() {
            let separator = if number == 0 { "" } else { " " };
            let (x, y) = ((f64::from(*x) * self.scale).round() as i64, (f64::from(-*y) * self.scale).round() as i64);
            let between = if y < 0 { "" } else { " " };
            let _ = write!(self.path, "{separator}{x}{between}{y}");
        }
    }
}

impl ttf_parser::OutlineBuilder for PathBuilder {
    fn move_to(&mut self, x: f32, y: f32) {
        self.points('M', &[(x, y)]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.points('L', &[(x, y)]);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.points('Q', &[(x1, y1), (x, y)]);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.points('C', &[(x1, y1), (x2, y2), (x, y)]);
    }

    fn close(&mut self) {
        self.path.push('Z');
    }
}

/// The group that replaces a text.
fn group(text: Node, size: f64, glyph_uses: &[GlyphUse], prefix: &str) -> String {
    let words: String = text.descendants().filter(Node::is_text).filter_map(|node| node.text()).collect();
    let mut group = String::from("<g");
    for attribute in text.attributes() {
        let name = match attribute.namespace() {
            Some(space) => format!("{{{space}}}{}", attribute.name()),
            None => attribute.name().to_owned(),
        };
        if !RESOLVED.contains(&name.as_str()) {
            let name = if attribute.namespace().is_some() { format!("xml:{}", attribute.name()) } else { name };
            let _ = write!(group, " {name}=\"{}\"", escape(attribute.value()));
        }
    }
    let read = |name: &str| text.attribute(name).and_then(|value| value.parse::<f64>().ok()).unwrap_or(0.0);
    let turn = text.attribute("transform").map(escape).unwrap_or_default();
    let _ = write!(
        group,
        " aria-label=\"{}\" transform=\"{turn}translate({} {})scale({})\">",
        escape(words.trim()),
        number(read("x"), 2),
        number(read("y"), 2),
        number(size / EM, 6)
    );
    for ch in glyph_uses {
        let (x, y) = (number(ch.x, 0), number(ch.y, 0));
        let _ = write!(group, "<use href=\"#{}\"", name(prefix, ch.glyph));
        if x != "0" {
            let _ = write!(group, " x=\"{x}\"");
        }
        if y != "0" {
            let _ = write!(group, " y=\"{y}\"");
        }
        group.push_str("/>");
    }
    group.push_str("</g>");
    group
}

fn name(prefix: &str, (face, glyph): (usize, u16)) -> String {
    format!("{prefix}g{face}-{glyph:x}")
}

/// A number with at most `places` decimals, no trailing zeros, no `-0`.
fn number(value: f64, places: usize) -> String {
    let text = format!("{value:.places$}");
    let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// Replacement of a halo's `<use>`: it strokes a copy of the text, so within the scaled group its width is converted to
/// the group's units.
fn halo(node: Node, scales: &BTreeMap<&str, f64>) -> Option<(std::ops::Range<usize>, String)> {
    let target = node.has_tag_name("use").then(|| node.attribute("href")).flatten()?.strip_prefix('#')?;
    let scale = scales.get(target)?;
    let width: f64 = inherited(node, "stroke-width")?.parse().ok()?;
    let mut copy = String::from("<use");
    for attribute in node.attributes().filter(|attribute| attribute.name() != "stroke-width") {
        let _ = write!(copy, " {}=\"{}\"", attribute.name(), escape(attribute.value()));
    }
    let _ = write!(copy, " stroke-width=\"{}\"/>", number(width / scale, 2));
    Some((node.range(), copy))
}

/// `<defs>` with all paths, inserted after title and description, which must come first.
fn definitions(document: &Document, glyphs: &Glyphs, prefix: &str) -> (std::ops::Range<usize>, String) {
    let root = document.root_element();
    let is_metadata = |node: &Node| node.has_tag_name("title") || node.has_tag_name("desc");
    let children = || root.children().filter(Node::is_element);
    let at = children().take_while(is_metadata).last().map(|node| node.range().end);
    let at = at.or_else(|| children().next().map(|node| node.range().start));
    let mut block = String::new();
    if let Some(at) = at.filter(|_| !glyphs.paths.is_empty()) {
        block.push_str("<defs>");
        for (key, path) in &glyphs.paths {
            let _ = write!(block, "<path id=\"{}\" d=\"{path}\"/>", name(prefix, *key));
        }
        block.push_str("</defs>");
        return (at..at, block);
    }
    (0..0, block)
}

/// Replaces byte ranges; a range that overlaps an earlier one is ignored.
fn apply(svg: &str, mut changes: Vec<(std::ops::Range<usize>, String)>) -> String {
    changes.sort_by_key(|change| (change.0.start, change.0.end));
    let mut written = String::with_capacity(svg.len() * 4);
    let mut from = 0;
    for (range, text) in changes {
        if range.start >= from {
            written.push_str(&svg[from..range.start]);
            written.push_str(&text);
            from = range.end;
        }
    }
    written.push_str(&svg[from..]);
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        assert_eq!(number(-0.001, 2), "0");
        assert_eq!(number(12.50, 2), "12.5");
        assert_eq!(number(100.0, 0), "100");
    }

    #[test]
    fn replacements_are_applied_in_order() {
        let changes = vec![(4..5, "E".to_owned()), (1..3, "x".to_owned()), (0..0, "<".to_owned())];
        assert_eq!(apply("abcde", changes), "<axdE");
    }
}
