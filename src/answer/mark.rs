//! Marks: the graphical primitives of a figure, in absolute coordinates (points) and resolved colours.

use crate::geometry::{ConvexPolygon, Point, Rect};
use std::fmt;

/// Opaque sRGB colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Color(pub u8, pub u8, pub u8);

impl Color {
    /// Colour from `0xRRGGBB`.
    #[must_use]
    pub const fn hex(rgb: u32) -> Self {
        Self((rgb >> 16) as u8, (rgb >> 8) as u8, rgb as u8)
    }

    /// Relative luminance (WCAG 2.2), 0 to 1.
    #[must_use]
    pub fn luminance(self) -> f64 {
        let channel = |value: u8| {
            let value = f64::from(value) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { libm::pow((value + 0.055) / 1.055, 2.4) }
        };
        0.2126 * channel(self.0) + 0.7152 * channel(self.1) + 0.0722 * channel(self.2)
    }

    /// Contrast ratio with another colour (WCAG 2.2), 1 to 21.
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }
}

impl fmt::Display for Color {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "#{:02X}{:02X}{:02X}", self.0, self.1, self.2)
    }
}

/// Fill and stroke of a shape.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Paint {
    /// Fill colour; `None`: no fill.
    pub fill: Option<Color>,
    /// Fill opacity, 0 to 1.
    pub fill_opacity: f64,
    /// Stroke colour; `None`: no stroke.
    pub stroke: Option<Color>,
    /// Stroke width in points.
    pub stroke_width: f64,
    /// Stroke opacity, 0 to 1.
    pub stroke_opacity: f64,
    /// Line caps and joins of the stroke.
    pub cap: LineCap,
}

/// Line caps and joins of a stroke.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LineCap {
    /// Butt caps, mitre joins.
    #[default]
    Plain,
    /// Round caps and joins.
    Round,
}

impl Paint {
    /// Fill without stroke.
    #[must_use]
    pub fn fill(color: Color) -> Self {
        Self {
            fill: Some(color),
            fill_opacity: 1.0,
            stroke: None,
            stroke_width: 0.0,
            stroke_opacity: 1.0,
            cap: LineCap::Plain,
        }
    }

    /// Stroke with round caps, without fill.
    #[must_use]
    pub fn line(color: Color, width: f64) -> Self {
        Self { fill: None, cap: LineCap::Round, ..Self::fill(color) }.outlined(color, width)
    }

    /// Adds a stroke.
    #[must_use]
    pub fn outlined(self, color: Color, width: f64) -> Self {
        Self { stroke: Some(color), stroke_width: width, ..self }
    }

    /// Sets the fill opacity.
    #[must_use]
    pub fn filled_at(self, opacity: f64) -> Self {
        Self { fill_opacity: opacity, ..self }
    }

    /// Sets the stroke opacity.
    #[must_use]
    pub fn stroked_at(self, opacity: f64) -> Self {
        Self { stroke_opacity: opacity, ..self }
    }
}

/// One segment of a path.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PathSegment {
    /// Starts a subpath.
    Move(Point),
    /// Straight line to a point.
    Line(Point),
    /// Cubic Bézier curve: two control points, end point.
    Cubic(Point, Point, Point),
    /// Closes the subpath.
    Close,
}

/// Horizontal anchor of a text (SVG `text-anchor`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextAnchor {
    /// Left end.
    #[default]
    Start,
    /// Center.
    Middle,
    /// Right end.
    End,
}

/// A single line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct TextLine {
    /// The text.
    pub content: String,
    /// Anchor point, on the baseline.
    pub at: Point,
    /// Which end of the text is at the anchor point.
    pub anchor: TextAnchor,
    /// Font size in points.
    pub size: f64,
    /// Font weight.
    pub weight: crate::typography::Weight,
    /// Colour.
    pub fill: Color,
    /// Clockwise rotation about the anchor point, in degrees.
    pub turn: f64,
    /// Predicted width in points, without the reserve for other fonts.
    pub width: f64,
}

impl TextLine {
    /// A regular, unrotated text; its width is predicted from the built-in metrics.
    #[must_use]
    pub fn new(content: impl Into<String>, at: Point, size: f64, fill: Color) -> Self {
        let content = content.into();
        let weight = crate::typography::Weight::Regular;
        let width = crate::typography::width(&content, size, weight);
        Self { content, at, anchor: TextAnchor::Start, size, weight, fill, turn: 0.0, width }
    }

    /// Sets the weight to bold and updates the width.
    #[must_use]
    pub fn bold(mut self) -> Self {
        self.weight = crate::typography::Weight::Bold;
        self.width = crate::typography::width(&self.content, self.size, self.weight);
        self
    }

    /// Sets the anchor.
    #[must_use]
    pub fn anchored(mut self, anchor: TextAnchor) -> Self {
        self.anchor = anchor;
        self
    }

    /// Bounding box without reserve, before rotation.
    #[must_use]
    pub fn bounds(&self) -> Rect {
        let left = match self.anchor {
            TextAnchor::Start => self.at.x,
            TextAnchor::Middle => self.at.x - self.width / 2.0,
            TextAnchor::End => self.at.x - self.width,
        };
        let (above, below) = (crate::typography::ASCENT * self.size, crate::typography::DESCENT * self.size);
        Rect::new(left, self.at.y - above, left + self.width, self.at.y + below)
    }

    /// Bounding box without reserve, rotated.
    #[must_use]
    pub fn outline(&self) -> ConvexPolygon {
        ConvexPolygon::rotated(self.bounds(), self.turn, self.at)
    }

    /// Bounding box with the reserve for other fonts, before rotation; the reserve extends away from the anchor.
    #[must_use]
    pub fn reserved(&self) -> Rect {
        let bounds = self.bounds();
        let more = crate::typography::reserved_width(&self.content, self.size, self.weight) - self.width;
        match self.anchor {
            TextAnchor::Start => Rect { right: bounds.right + more, ..bounds },
            TextAnchor::Middle => Rect { left: bounds.left - more / 2.0, right: bounds.right + more / 2.0, ..bounds },
            TextAnchor::End => Rect { left: bounds.left - more, ..bounds },
        }
    }

    /// Bounding box with the reserve for other fonts, rotated.
    #[must_use]
    pub fn reserved_outline(&self) -> ConvexPolygon {
        ConvexPolygon::rotated(self.reserved(), self.turn, self.at)
    }
}

/// Shape of a node's mark, for formats that have shapes but no paths (DOT).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NodeShape {
    /// A circle.
    #[default]
    Circle,
    /// A rounded square.
    Square,
    /// A diamond.
    Diamond,
    /// A hexagon.
    Hexagon,
    /// A pill: a wide box with round ends, for works.
    Pill,
}

/// Data of a node's group.
#[derive(Clone, Debug, PartialEq)]
pub struct NodeMark {
    /// Id in the data, unique among the nodes of the figure.
    pub key: String,
    /// Label, one or two lines.
    pub label: String,
    /// Shape of its mark.
    pub shape: NodeShape,
    /// Outline of its mark, in figure coordinates.
    pub outline: ConvexPolygon,
    /// Colour of its mark.
    pub color: Color,
}

/// Data of an edge's group: a line from one node to one or several others (a bundle).
#[derive(Clone, Debug, PartialEq)]
pub struct EdgeMark {
    /// Key of the source node.
    pub source: String,
    /// Keys of the target nodes: one, or the members of a bundle.
    pub targets: Vec<String>,
    /// Weight of each tie.
    pub weight: f64,
    /// Stroke colour.
    pub color: Color,
    /// Stroke width in points.
    pub width: f64,
}

/// What a group represents.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum MarkRole {
    /// No data: columns, legend, frame.
    #[default]
    Plain,
    /// A node: its mark and usually its label.
    Node(Box<NodeMark>),
    /// One or several ties, with the text of their evidence.
    Edge(Box<EdgeMark>),
    /// A hyperedge: a work that links three or more nodes (triangle, bundle), by the keys of these nodes. Its texts
    /// label all of them.
    Hyperedge(Vec<String>),
    /// Labels of the nodes with these keys, drawn outside the nodes' groups.
    Label(Vec<String>),
}

/// A group of marks (SVG `g`) with class, data attributes and role.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MarkGroup {
    /// Id, unique in the figure, without the prefix of the figure.
    pub id: Option<String>,
    /// Classes for scripts and style sheets of users; they carry no style of their own.
    pub class: String,
    /// `data-*` attributes: names without `data-`, values.
    pub data: Vec<(&'static str, String)>,
    /// Tooltip (SVG `title`).
    pub title: Option<String>,
    /// What the group represents.
    pub role: MarkRole,
    /// Marks in drawing order.
    pub marks: Vec<Mark>,
}

impl MarkGroup {
    /// A group with a class and no data.
    #[must_use]
    pub fn new(class: &str, marks: Vec<Mark>) -> Self {
        Self { class: class.to_owned(), marks, ..Self::default() }
    }

    /// The group of a tie for some of its works alone: id with a suffix, weight, keys of the works, title.
    #[must_use]
    pub fn of_works(mut self, suffix: &str, weight: f64, keys: &[String], title: String) -> Self {
        self.id = self.id.map(|id| format!("{id}{suffix}"));
        for (name, value) in &mut self.data {
            match *name {
                "models" => *value = keys.join(" "),
                "weight" if !keys.is_empty() => *value = keys.len().to_string(),
                _ => {}
            }
        }
        if let MarkRole::Edge(edge) = &mut self.role {
            edge.weight = weight;
        }
        self.title = Some(title);
        self
    }
}

/// A graphical primitive. Later marks cover earlier ones.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// A group.
    Group(MarkGroup),
    /// A rectangle with a corner radius.
    Rect(Rect, f64, Paint),
    /// A circle: center and radius.
    Circle(Point, f64, Paint),
    /// An ellipse: center, horizontal and vertical radius.
    Ellipse(Point, f64, f64, Paint),
    /// A path.
    Path(Vec<PathSegment>, Paint),
    /// A single line of text.
    Text(TextLine),
    /// Lines of text on a halo of this colour, 2.2 pt wide in all.
    Haloed(Vec<TextLine>, Color),
}

impl From<MarkGroup> for Mark {
    fn from(group: MarkGroup) -> Self {
        Self::Group(group)
    }
}

impl From<TextLine> for Mark {
    fn from(text: TextLine) -> Self {
        Self::Text(text)
    }
}

/// Flattens a path to line segments, each curve to `segments_per_curve` of them. O(segments).
#[must_use]
pub fn flatten(path: &[PathSegment], segments_per_curve: usize) -> Vec<(Point, Point)> {
    let mut segments = Vec::new();
    let (mut start, mut here) = (Point::default(), Point::default());
    for &segment in path {
        match segment {
            PathSegment::Move(point) => (start, here) = (point, point),
            PathSegment::Line(point) => {
                segments.push((here, point));
                here = point;
            }
            PathSegment::Close => {
                segments.push((here, start));
                here = start;
            }
            PathSegment::Cubic(first, second, end) => {
                let from = here;
                for step in 1..=segments_per_curve.max(1) {
                    let next = cubic_point(from, first, second, end, step as f64 / segments_per_curve.max(1) as f64);
                    segments.push((here, next));
                    here = next;
                }
            }
        }
    }
    segments
}

/// Point of a cubic Bézier curve at parameter `t`, 0 to 1.
#[must_use]
pub fn cubic_point(from: Point, first: Point, second: Point, end: Point, t: f64) -> Point {
    let s = 1.0 - t;
    let weights = [s * s * s, 3.0 * s * s * t, 3.0 * s * t * t, t * t * t];
    let mix = |a: f64, b: f64, c: f64, d: f64| weights[0] * a + weights[1] * b + weights[2] * c + weights[3] * d;
    Point::new(mix(from.x, first.x, second.x, end.x), mix(from.y, first.y, second.y, end.y))
}
