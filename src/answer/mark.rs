//! Marks: what a figure is made of. Absolute coordinates in points, resolved colours.

use std::fmt;

use crate::geometry::{ConvexPolygon, Point, Rect};

/// An opaque colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Color(pub u8, pub u8, pub u8);

impl Color {
    /// The colour of `0xRRGGBB`.
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

    /// Contrast ratio with another (WCAG 2.2), 1 to 21.
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

/// How an area and its outline are painted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Paint {
    /// Colour of the area; `None` leaves it open.
    pub fill: Option<Color>,
    /// Opacity of the area, 0 to 1.
    pub fill_opacity: f64,
    /// Colour of the outline; `None` draws none.
    pub stroke: Option<Color>,
    /// Width of the outline in points.
    pub stroke_width: f64,
    /// Opacity of the outline, 0 to 1.
    pub stroke_opacity: f64,
    /// Shape of ends and corners of the outline.
    pub ends: Ends,
}

/// Ends and corners of lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ends {
    /// Cut straight, mitred.
    #[default]
    Plain,
    /// Rounded.
    Round,
}

impl Paint {
    /// A filled area.
    #[must_use]
    pub fn fill(color: Color) -> Self {
        Self {
            fill: Some(color),
            fill_opacity: 1.0,
            stroke: None,
            stroke_width: 0.0,
            stroke_opacity: 1.0,
            ends: Ends::Plain,
        }
    }

    /// A line with round ends.
    #[must_use]
    pub fn line(color: Color, width: f64) -> Self {
        Self { fill: None, ends: Ends::Round, ..Self::fill(color) }.outlined(color, width)
    }

    /// The same with an outline.
    #[must_use]
    pub fn outlined(self, color: Color, width: f64) -> Self {
        Self { stroke: Some(color), stroke_width: width, ..self }
    }

    /// The same with the area as opaque as told.
    #[must_use]
    pub fn filled_at(self, opacity: f64) -> Self {
        Self { fill_opacity: opacity, ..self }
    }

    /// The same with the line as opaque as told.
    #[must_use]
    pub fn stroked_at(self, opacity: f64) -> Self {
        Self { stroke_opacity: opacity, ..self }
    }
}

/// One piece of a path.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Step {
    /// Starts anew.
    Move(Point),
    /// A straight line.
    Line(Point),
    /// A cubic Bézier curve: two control points, end.
    Cubic(Point, Point, Point),
    /// Back to the start.
    Close,
}

/// Where the anchor of a text is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Anchor {
    /// At its left end.
    #[default]
    Start,
    /// In its middle.
    Middle,
    /// At its right end.
    End,
}

/// One line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// The letters.
    pub content: String,
    /// Anchor on the baseline.
    pub at: Point,
    /// Which end of the text the anchor is.
    pub anchor: Anchor,
    /// Size in points.
    pub size: f64,
    /// Whether it is bold.
    pub weight: crate::typography::Weight,
    /// Colour.
    pub fill: Color,
    /// Clockwise turn about the anchor, in degrees.
    pub turn: f64,
    /// Predicted width without reserve.
    pub width: f64,
}

impl Text {
    /// A text whose width is predicted from the built-in table.
    #[must_use]
    pub fn new(content: impl Into<String>, at: Point, size: f64, fill: Color) -> Self {
        let content = content.into();
        let weight = crate::typography::Weight::Regular;
        let width = crate::typography::width(&content, size, weight);
        Self { content, at, anchor: Anchor::Start, size, weight, fill, turn: 0.0, width }
    }

    /// The same in bold.
    #[must_use]
    pub fn bold(mut self) -> Self {
        self.weight = crate::typography::Weight::Bold;
        self.width = crate::typography::width(&self.content, self.size, self.weight);
        self
    }

    /// The same with another end as its anchor.
    #[must_use]
    pub fn anchored(mut self, anchor: Anchor) -> Self {
        self.anchor = anchor;
        self
    }

    /// The box of the letters without reserve, before turning.
    #[must_use]
    pub fn bounds(&self) -> Rect {
        let left = match self.anchor {
            Anchor::Start => self.at.x,
            Anchor::Middle => self.at.x - self.width / 2.0,
            Anchor::End => self.at.x - self.width,
        };
        let (above, below) = (crate::typography::ASCENT * self.size, crate::typography::DESCENT * self.size);
        Rect::new(left, self.at.y - above, left + self.width, self.at.y + below)
    }

    /// The box of the letters as it lies on the page.
    #[must_use]
    pub fn outline(&self) -> ConvexPolygon {
        ConvexPolygon::rotated(self.bounds(), self.turn, self.at)
    }

    /// The box with the reserve for other fonts, growing away from the anchor.
    #[must_use]
    pub fn reserved(&self) -> Rect {
        let bounds = self.bounds();
        let more = crate::typography::reserved_width(&self.content, self.size, self.weight) - self.width;
        match self.anchor {
            Anchor::Start => Rect { right: bounds.right + more, ..bounds },
            Anchor::Middle => Rect { left: bounds.left - more / 2.0, right: bounds.right + more / 2.0, ..bounds },
            Anchor::End => Rect { left: bounds.left - more, ..bounds },
        }
    }

    /// The reserved box as it lies on the page.
    #[must_use]
    pub fn reserved_outline(&self) -> ConvexPolygon {
        ConvexPolygon::rotated(self.reserved(), self.turn, self.at)
    }
}

/// Form of a node's mark, for writers that know forms but no paths (DOT).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// A circle.
    #[default]
    Circle,
    /// A rounded square.
    Square,
    /// A diamond.
    Diamond,
    /// A hexagon.
    Hexagon,
    /// A wide box with round ends: a model.
    Pill,
}

/// What a group shows of a node.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Its id in the data, unique among the nodes of the figure.
    pub key: String,
    /// Its name, one or two lines.
    pub label: String,
    /// The form of its mark.
    pub form: Form,
    /// The outline of its mark on the page.
    pub outline: ConvexPolygon,
    /// Colour of the mark.
    pub color: Color,
}

/// What a group shows of ties: one line from one node to one or several (a bundle).
#[derive(Clone, Debug, PartialEq)]
pub struct Edge {
    /// Key of the node where it starts.
    pub source: String,
    /// Keys of the nodes where it ends; one, or the members of a bundle.
    pub targets: Vec<String>,
    /// Weight of each of its ties.
    pub weight: f64,
    /// Colour of the line.
    pub color: Color,
    /// Width of the line in points.
    pub width: f64,
}

/// What a group stands for.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Role {
    /// Nothing of the data: columns, legend, frame.
    #[default]
    Plain,
    /// A node with its mark and, as a rule, its label.
    Node(Box<Node>),
    /// One or several ties, with their evidence text.
    Edge(Box<Edge>),
    /// A work that joins three or more nodes (triangle, bundle); the keys of its nodes. Texts within
    /// belong to all of them.
    Hyperedge(Vec<String>),
    /// Texts that belong to the nodes of these keys but are drawn apart from them.
    Label(Vec<String>),
}

/// Marks that belong together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Group {
    /// Id, unique in the figure, without the figure's prefix.
    pub id: Option<String>,
    /// Words for users' own scripts and styles; they carry no looks.
    pub class: String,
    /// `data-*` attributes, names without the `data-`.
    pub data: Vec<(&'static str, String)>,
    /// What a reader sees who rests on it.
    pub title: Option<String>,
    /// What it stands for.
    pub role: Role,
    /// What it is made of.
    pub marks: Vec<Mark>,
}

impl Group {
    /// A group of a class.
    #[must_use]
    pub fn new(class: &str, marks: Vec<Mark>) -> Self {
        Self { class: class.to_owned(), marks, ..Self::default() }
    }
}

/// A mark. Later ones lie on top.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// Marks that belong together.
    Group(Group),
    /// A rectangle, its corners rounded by a radius.
    Rect(Rect, f64, Paint),
    /// A circle of a centre and a radius.
    Circle(Point, f64, Paint),
    /// An ellipse of a centre, a horizontal and a vertical radius.
    Ellipse(Point, f64, f64, Paint),
    /// A path.
    Path(Vec<Step>, Paint),
    /// A line of text.
    Text(Text),
    /// Lines of text on a halo of the background's colour, 2.2 pt wide in all.
    Haloed(Vec<Text>, Color),
}

impl From<Group> for Mark {
    fn from(group: Group) -> Self {
        Self::Group(group)
    }
}

impl From<Text> for Mark {
    fn from(text: Text) -> Self {
        Self::Text(text)
    }
}

/// Straight pieces of a path, `pieces` to a curve.
#[must_use]
pub fn flattened(steps: &[Step], pieces: usize) -> Vec<(Point, Point)> {
    let mut segments = Vec::new();
    let (mut start, mut here) = (Point::default(), Point::default());
    for &step in steps {
        match step {
            Step::Move(point) => (start, here) = (point, point),
            Step::Line(point) => {
                segments.push((here, point));
                here = point;
            }
            Step::Close => {
                segments.push((here, start));
                here = start;
            }
            Step::Cubic(first, second, end) => {
                let from = here;
                for piece in 1..=pieces.max(1) {
                    let next = cubic(from, first, second, end, piece as f64 / pieces.max(1) as f64);
                    segments.push((here, next));
                    here = next;
                }
            }
        }
    }
    segments
}

/// A point of a cubic Bézier curve.
#[must_use]
pub fn cubic(from: Point, first: Point, second: Point, end: Point, t: f64) -> Point {
    let s = 1.0 - t;
    let weights = [s * s * s, 3.0 * s * s * t, 3.0 * s * t * t, t * t * t];
    let mix = |a: f64, b: f64, c: f64, d: f64| weights[0] * a + weights[1] * b + weights[2] * c + weights[3] * d;
    Point::new(mix(from.x, first.x, second.x, end.x), mix(from.y, first.y, second.y, end.y))
}
