//! Scene: a figure as a list of marks for a script, with the same positions, colours and texts, and what each group
//! represents.
//!
//! Compact JSON. A colour is an index into a list of pairs (light, dark); a paint an index into a list of `[fill, fill
//! opacity, stroke, stroke width, stroke opacity, round ends]`. Marks are
//!
//! - `["g", kind, keys, works, marks]`: a group; kind is `node`, `work`, `edge`, `hyper`, `label`, `cluster`, `legend`
//!   or empty; keys are institutions or works; works are those behind the group; a sixth element is the cluster of the
//!   group, where it has one;
//! - `["c", x, y, r, paint]`, `["e", x, y, rx, ry, paint]`, `["r", x, y, width, height, radius, paint]`, `["p", d,
//!   paint]`;
//! - `["t", text, x, y, anchor, size, bold, colour, turn]`; `["h", texts, colour]`: texts with a halo.

use crate::answer::figure::Figure;
use crate::answer::mark::{Color, LineCap, Mark, MarkGroup, MarkRole, Paint, PathSegment, TextAnchor, TextLine};
use crate::drawing::theme::{DARK, LIGHT};
use crate::typography::Weight;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Colours and paints shared by several scenes.
#[derive(Clone, Debug)]
pub struct ColorTable {
    dark: BTreeMap<[u8; 3], Color>,
    colors: Vec<Color>,
    color_of: BTreeMap<[u8; 3], usize>,
    paints: Vec<Value>,
    paint_of: BTreeMap<String, usize>,
}

impl Default for ColorTable {
    fn default() -> Self {
        Self {
            dark: dark_of_light(),
            colors: Vec::new(),
            color_of: BTreeMap::new(),
            paints: Vec::new(),
            paint_of: BTreeMap::new(),
        }
    }
}

/// Dark counterpart of each colour of the light theme. Themes differ in colours only.
fn dark_of_light() -> BTreeMap<[u8; 3], Color> {
    let single = [
        (LIGHT.page, DARK.page),
        (LIGHT.ink, DARK.ink),
        (LIGHT.muted, DARK.muted),
        (LIGHT.edge, DARK.edge),
        (LIGHT.faint, DARK.faint),
        (LIGHT.panel, DARK.panel),
        (LIGHT.on_sector, DARK.on_sector),
    ];
    let sectors = LIGHT.sectors.into_iter().zip(DARK.sectors);
    let clusters = LIGHT.clusters.iter().copied().zip(DARK.clusters.iter().copied());
    single.into_iter().chain(sectors).chain(clusters).map(|(light, dark)| ([light.0, light.1, light.2], dark)).collect()
}

impl ColorTable {
    /// Index of a colour of the light theme, added if new.
    pub fn color(&mut self, color: Color) -> usize {
        let key = [color.0, color.1, color.2];
        *self.color_of.entry(key).or_insert_with(|| {
            self.colors.push(color);
            self.colors.len() - 1
        })
    }

    fn optional(&mut self, color: Option<Color>) -> Value {
        color.map_or(Value::Null, |color| self.color(color).into())
    }

    fn paint(&mut self, paint: &Paint) -> usize {
        let value = json!([
            self.optional(paint.fill),
            rounded(paint.fill_opacity),
            self.optional(paint.stroke),
            rounded(paint.stroke_width),
            rounded(paint.stroke_opacity),
            u8::from(paint.cap == LineCap::Round),
        ]);
        *self.paint_of.entry(value.to_string()).or_insert_with(|| {
            self.paints.push(value);
            self.paints.len() - 1
        })
    }

    /// Pairs of light and dark colours, and the paints, as JSON.
    #[must_use]
    pub fn value(&self) -> Value {
        let pair = |color: &Color| {
            let dark = self.dark.get(&[color.0, color.1, color.2]).unwrap_or(color);
            json!([color.to_string(), dark.to_string()])
        };
        json!({ "colors": self.colors.iter().map(pair).collect::<Vec<_>>(), "paints": self.paints })
    }
}

/// The scene of a figure in the light theme, without its title, source line and rule: the page writes those itself,
/// with the numbers that its filters leave. O(marks).
#[must_use]
pub fn scene(figure: &Figure, inks: &mut ColorTable) -> Value {
    let frame = figure.metadata().frame;
    let groups = figure.marks().iter().filter(|mark| matches!(mark, Mark::Group(_)));
    let marks: Vec<Value> = groups.map(|mark| mark_value(mark, inks)).collect();
    let bottom = figure.marks().iter().filter_map(legend_bottom).fold(f64::NEG_INFINITY, f64::max);
    let bottom = if bottom.is_finite() { bottom + crate::drawing::frame::MARGIN } else { frame.bottom };
    json!({
        "frame": [rounded(frame.left), rounded(frame.top), rounded(frame.width()), rounded(bottom - frame.top)],
        "title": figure.metadata().title,
        "description": figure.metadata().description,
        "leftOut": figure.metadata().excluded,
        "marks": marks,
    })
}

/// Bottom of the legend, the lowest group of a figure.
fn legend_bottom(mark: &Mark) -> Option<f64> {
    let Mark::Group(group) = mark else { return None };
    (group.class == "legend").then(|| group.marks.iter().map(lowest).fold(f64::NEG_INFINITY, f64::max))
}

fn lowest(mark: &Mark) -> f64 {
    match mark {
        Mark::Text(text) => text.bounds().bottom,
        Mark::Rect(rect, _, _) => rect.bottom,
        Mark::Circle(center, radius, _) => center.y + radius,
        Mark::Ellipse(center, _, ry, _) => center.y + ry,
        Mark::Group(group) => group.marks.iter().map(lowest).fold(f64::NEG_INFINITY, f64::max),
        Mark::Path(..) | Mark::Haloed(..) => f64::NEG_INFINITY,
    }
}

fn mark_value(mark: &Mark, inks: &mut ColorTable) -> Value {
    match mark {
        Mark::Group(group) => group_value(group, inks),
        Mark::Rect(rect, radius, paint) => json!([
            "r",
            rounded(rect.left),
            rounded(rect.top),
            rounded(rect.width()),
            rounded(rect.height()),
            rounded(*radius),
            inks.paint(paint)
        ]),
        Mark::Circle(center, radius, paint) => {
            json!(["c", rounded(center.x), rounded(center.y), rounded(*radius), inks.paint(paint)])
        }
        Mark::Ellipse(center, rx, ry, paint) => {
            json!(["e", rounded(center.x), rounded(center.y), rounded(*rx), rounded(*ry), inks.paint(paint)])
        }
        Mark::Path(steps, paint) => json!(["p", path(steps), inks.paint(paint)]),
        Mark::Text(text) => text_value(text, inks),
        Mark::Haloed(lines, color) => {
            let lines: Vec<Value> = lines.iter().map(|line| text_value(line, inks)).collect();
            json!(["h", lines, inks.color(*color)])
        }
    }
}

fn text_value(text: &TextLine, inks: &mut ColorTable) -> Value {
    let anchor = match text.anchor {
        TextAnchor::Start => 0,
        TextAnchor::Middle => 1,
        TextAnchor::End => 2,
    };
    let bold = u8::from(text.weight == Weight::Bold);
    let (x, y, size, turn) = (rounded(text.at.x), rounded(text.at.y), rounded(text.size), rounded(text.turn));
    json!(["t", text.content, x, y, anchor, size, bold, inks.color(text.fill), turn])
}

fn group_value(group: &MarkGroup, inks: &mut ColorTable) -> Value {
    let (kind, keys) = role(group);
    let works: Vec<&str> = data(group, "models").filter(|_| kind != "node").map(words).unwrap_or_default();
    let marks: Vec<Value> = group.marks.iter().map(|mark| mark_value(mark, inks)).collect();
    match cluster(group) {
        Some(number) => json!(["g", kind, keys, works, marks, number]),
        None => json!(["g", kind, keys, works, marks]),
    }
}

/// Cluster in which a group is drawn, from 0.
pub(crate) fn cluster(group: &MarkGroup) -> Option<u32> {
    data(group, "cluster").and_then(|number| number.parse::<u32>().ok()).and_then(|number| number.checked_sub(1))
}

/// What a group represents, and the keys of its nodes; the first key of an edge is its source.
fn role(group: &MarkGroup) -> (&'static str, Vec<String>) {
    match &group.role {
        MarkRole::Node(node) => {
            let kind = if data(group, "kind") == Some("institution") { "node" } else { "work" };
            let members = data(group, "members").map(words).unwrap_or_default();
            let keys = std::iter::once(node.key.clone()).chain(members.into_iter().map(str::to_owned));
            (kind, keys.collect())
        }
        MarkRole::Edge(edge) => ("edge", std::iter::once(&edge.source).chain(&edge.targets).cloned().collect()),
        MarkRole::Hyperedge(keys) => ("hyper", keys.clone()),
        MarkRole::Label(keys) => ("label", keys.clone()),
        MarkRole::Plain if group.class == "legend" => ("legend", Vec::new()),
        MarkRole::Plain if group.class == "cluster" => ("cluster", Vec::new()),
        MarkRole::Plain => ("", Vec::new()),
    }
}

fn data<'g>(group: &'g MarkGroup, name: &str) -> Option<&'g str> {
    group.data.iter().find(|(key, _)| *key == name).map(|(_, value)| value.as_str())
}

fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

fn path(steps: &[PathSegment]) -> String {
    let mut d = String::new();
    let at = |point: crate::geometry::Point| format!("{} {}", rounded(point.x), rounded(point.y));
    for step in steps {
        match step {
            PathSegment::Move(point) => d += &format!("M{}", at(*point)),
            PathSegment::Line(point) => d += &format!("L{}", at(*point)),
            PathSegment::Cubic(first, second, end) => d += &format!("C{} {} {}", at(*first), at(*second), at(*end)),
            PathSegment::Close => d.push('Z'),
        }
    }
    d
}

/// Rounded to two decimals; minus zero becomes zero.
pub(crate) fn rounded(value: f64) -> f64 {
    (value * 100.0).round() / 100.0 + 0.0
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::corpus::Corpus;
    use crate::drawing::frame::Options;
    use crate::drawing::map;
    use crate::drawing::theme::Scheme;
    use crate::network::Network;
    use crate::network::counting::Projection;

    fn colors(marks: &[Mark], found: &mut Vec<Color>) {
        for mark in marks {
            match mark {
                Mark::Group(group) => colors(&group.marks, found),
                Mark::Rect(_, _, paint)
                | Mark::Circle(_, _, paint)
                | Mark::Ellipse(_, _, _, paint)
                | Mark::Path(_, paint) => found.extend(paint.fill.into_iter().chain(paint.stroke)),
                Mark::Text(text) => found.push(text.fill),
                Mark::Haloed(lines, color) => {
                    found.push(*color);
                    found.extend(lines.iter().map(|line| line.fill));
                }
            }
        }
    }

    #[test]
    fn dark_colours_are_those_of_the_dark_figure() {
        let options = crate::ingest::options::Options {
            authority: crate::names::authority::Authority::built_in(),
            ..Default::default()
        };
        let corpus: Corpus = crate::dataset::load(&[crate::source::input::Input::Embedded], &options).unwrap().corpus;
        let network = Network::one_mode(&corpus, Projection::default());
        let drawn = |scheme| map::compose(&network, &Options { scheme, ..Options::default() }).unwrap();
        let (mut light, mut dark) = (Vec::new(), Vec::new());
        colors(drawn(Scheme::Light).marks(), &mut light);
        colors(drawn(Scheme::Dark).marks(), &mut dark);
        let known = dark_of_light();
        for (light, dark) in light.iter().zip(&dark) {
            assert_eq!(known[&[light.0, light.1, light.2]], *dark, "{light}");
        }
    }
}
