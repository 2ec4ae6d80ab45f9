//! Fingerprint of a figure's content: FNV-1a over explicit fields, so that equal figures get equal id prefixes whatever
//! the types are called.

use crate::answer::mark::{
    Color, EdgeMark, LineCap, Mark, MarkGroup, MarkRole, NodeMark, NodeShape, Paint, PathSegment, TextAnchor, TextLine,
};
use crate::geometry::{Point, Rect};
use crate::typography::Weight;

const OFFSET_BASIS: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;

/// Hash in the making.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fingerprint(u64);

impl Fingerprint {
    /// Fingerprint of texts and marks: 31 bits as six letters and digits, for it stands in every id. O(size of the figure).
    pub(super) fn of(texts: &[&str], marks: &[Mark]) -> String {
        let mut hash = Self(OFFSET_BASIS);
        texts.iter().for_each(|text| hash.text(text));
        hash.marks(marks);
        let mut rest = (hash.0 >> 32) ^ hash.0;
        let digit = |_| {
            let digit = (rest % 36) as u32;
            rest /= 36;
            char::from_digit(digit, 36).unwrap_or('0')
        };
        (0..6).map(digit).collect()
    }

    fn byte(&mut self, byte: u8) {
        self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(PRIME);
    }

    fn bytes(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|&byte| self.byte(byte));
    }

    fn count(&mut self, count: usize) {
        self.bytes(&(count as u64).to_le_bytes());
    }

    fn real(&mut self, value: f64) {
        // Both zeros are drawn alike.
        self.bytes(&(value + 0.0).to_bits().to_le_bytes());
    }

    fn text(&mut self, text: &str) {
        self.count(text.len());
        self.bytes(text.as_bytes());
    }

    fn texts(&mut self, texts: &[String]) {
        self.count(texts.len());
        texts.iter().for_each(|text| self.text(text));
    }

    fn optional_text(&mut self, text: Option<&String>) {
        self.byte(u8::from(text.is_some()));
        text.into_iter().for_each(|text| self.text(text));
    }

    fn color(&mut self, Color(red, green, blue): Color) {
        self.bytes(&[red, green, blue]);
    }

    fn optional_color(&mut self, color: Option<Color>) {
        self.byte(u8::from(color.is_some()));
        color.into_iter().for_each(|color| self.color(color));
    }

    fn point(&mut self, point: Point) {
        self.real(point.x);
        self.real(point.y);
    }

    fn rect(&mut self, Rect { left, top, right, bottom }: Rect) {
        [left, top, right, bottom].into_iter().for_each(|side| self.real(side));
    }

    fn paint(&mut self, paint: &Paint) {
        let Paint { fill, fill_opacity, stroke, stroke_width, stroke_opacity, cap } = *paint;
        self.optional_color(fill);
        self.optional_color(stroke);
        [fill_opacity, stroke_width, stroke_opacity].into_iter().for_each(|value| self.real(value));
        self.byte(match cap {
            LineCap::Plain => 0,
            LineCap::Round => 1,
        });
    }

    fn marks(&mut self, marks: &[Mark]) {
        self.count(marks.len());
        marks.iter().for_each(|mark| self.mark(mark));
    }

    fn mark(&mut self, mark: &Mark) {
        match mark {
            Mark::Group(group) => {
                self.byte(0);
                self.group(group);
            }
            Mark::Rect(rect, radius, paint) => {
                self.byte(1);
                self.rect(*rect);
                self.real(*radius);
                self.paint(paint);
            }
            Mark::Circle(center, radius, paint) => {
                self.byte(2);
                self.point(*center);
                self.real(*radius);
                self.paint(paint);
            }
            Mark::Ellipse(center, rx, ry, paint) => {
                self.byte(3);
                self.point(*center);
                self.real(*rx);
                self.real(*ry);
                self.paint(paint);
            }
            Mark::Path(path, paint) => {
                self.byte(4);
                self.count(path.len());
                path.iter().for_each(|segment| self.segment(*segment));
                self.paint(paint);
            }
            Mark::Text(line) => {
                self.byte(5);
                self.line(line);
            }
            Mark::Haloed(lines, color) => {
                self.byte(6);
                self.count(lines.len());
                lines.iter().for_each(|line| self.line(line));
                self.color(*color);
            }
        }
    }

    fn segment(&mut self, segment: PathSegment) {
        match segment {
            PathSegment::Move(point) => {
                self.byte(0);
                self.point(point);
            }
            PathSegment::Line(point) => {
                self.byte(1);
                self.point(point);
            }
            PathSegment::Cubic(first, second, end) => {
                self.byte(2);
                [first, second, end].into_iter().for_each(|point| self.point(point));
            }
            PathSegment::Close => self.byte(3),
        }
    }

    fn line(&mut self, line: &TextLine) {
        let TextLine { content, at, anchor, size, weight, fill, turn, width } = line;
        self.text(content);
        self.point(*at);
        self.byte(match anchor {
            TextAnchor::Start => 0,
            TextAnchor::Middle => 1,
            TextAnchor::End => 2,
        });
        self.byte(match weight {
            Weight::Regular => 0,
            Weight::Bold => 1,
        });
        self.color(*fill);
        [size, turn, width].into_iter().for_each(|value| self.real(*value));
    }

    fn group(&mut self, group: &MarkGroup) {
        let MarkGroup { id, class, data, title, role, marks } = group;
        self.optional_text(id.as_ref());
        self.text(class);
        self.count(data.len());
        for (name, value) in data {
            self.text(name);
            self.text(value);
        }
        self.optional_text(title.as_ref());
        self.role(role);
        self.marks(marks);
    }

    fn role(&mut self, role: &MarkRole) {
        match role {
            MarkRole::Plain => self.byte(0),
            MarkRole::Node(node) => {
                self.byte(1);
                self.node(node);
            }
            MarkRole::Edge(edge) => {
                self.byte(2);
                self.edge(edge);
            }
            MarkRole::Hyperedge(keys) => {
                self.byte(3);
                self.texts(keys);
            }
            MarkRole::Label(keys) => {
                self.byte(4);
                self.texts(keys);
            }
        }
    }

    fn node(&mut self, node: &NodeMark) {
        let NodeMark { key, label, shape, outline, color } = node;
        self.text(key);
        self.text(label);
        self.byte(match shape {
            NodeShape::Circle => 0,
            NodeShape::Square => 1,
            NodeShape::Diamond => 2,
            NodeShape::Hexagon => 3,
            NodeShape::Pill => 4,
        });
        self.count(outline.0.len());
        outline.0.iter().for_each(|corner| self.point(*corner));
        self.color(*color);
    }

    fn edge(&mut self, edge: &EdgeMark) {
        let EdgeMark { source, targets, weight, color, width } = edge;
        self.text(source);
        self.texts(targets);
        self.real(*weight);
        self.real(*width);
        self.color(*color);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_alone_decides() {
        let mark = |x: f64| Mark::Circle(Point::new(x, 1.0), 2.0, Paint::fill(Color(1, 2, 3)));
        let of = |texts: &[&str], x: f64| Fingerprint::of(texts, &[mark(x)]);
        assert_eq!(of(&["map", "a"], 1.0), of(&["map", "a"], 1.0));
        assert_eq!(of(&["map"], 0.0), of(&["map"], -0.0));
        assert_ne!(of(&["map", "a"], 1.0), of(&["map", "a"], 1.5));
        assert_ne!(of(&["ma", "pa"], 1.0), of(&["map", "a"], 1.0));
        let group = Mark::Group(MarkGroup::new("", vec![mark(1.0)]));
        assert_ne!(Fingerprint::of(&[], &[group]), Fingerprint::of(&[], &[mark(1.0)]));
    }
}
