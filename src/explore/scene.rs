//! A figure as a list of marks for a script: the same places, colours and texts, with what each group stands for.
//!
//! Written as compact JSON. A colour is an index into a list of pairs (light, dark); a paint an index into a list of
//! `[fill, fill opacity, stroke, stroke width, stroke opacity, round ends]`. Marks are
//!
//! - `["g", kind, keys, works, marks]`: a group; kind is `node`, `work`, `edge`, `hyper`, `label`, `cluster`,
//!   `legend` or empty, keys are institutions or works, works those that the group stands on; the number of the cluster
//!   that it is drawn in stands behind, where there is one;
//! - `["c", x, y, r, paint]`, `["e", x, y, rx, ry, paint]`, `["r", x, y, width, height, radius, paint]`, `["p", d, paint]`;
//! - `["t", text, x, y, anchor, size, bold, colour, turn]`; `["h", texts, colour]`: texts on a halo.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::answer::figure::Figure;
use crate::answer::mark::{Anchor, Color, Ends, Group, Mark, Paint, Role, Step, Text};
use crate::drawing::theme::{DARK, LIGHT};
use crate::typography::Weight;

/// Colours and paints that several scenes share.
#[derive(Clone, Debug)]
pub struct Inks {
    dark: BTreeMap<[u8; 3], Color>,
    colors: Vec<Color>,
    color_of: BTreeMap<[u8; 3], usize>,
    paints: Vec<Value>,
    paint_of: BTreeMap<String, usize>,
}

impl Default for Inks {
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

/// What each colour of the light theme is in the dark one. A theme changes colours only.
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

impl Inks {
    /// The number of a colour of the light theme.
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
            u8::from(paint.ends == Ends::Round),
        ]);
        *self.paint_of.entry(value.to_string()).or_insert_with(|| {
            self.paints.push(value);
            self.paints.len() - 1
        })
    }

    /// Pairs of light and dark colours, and the paints.
    #[must_use]
    pub fn value(&self) -> Value {
        let pair = |color: &Color| {
            let dark = self.dark.get(&[color.0, color.1, color.2]).unwrap_or(color);
            json!([color.to_string(), dark.to_string()])
        };
        json!({ "colors": self.colors.iter().map(pair).collect::<Vec<_>>(), "paints": self.paints })
    }
}

/// The scene of a figure in the light theme. Its title, source line and rule are omitted: the page shows those
/// itself, with the numbers that its filters leave. O(marks).
#[must_use]
pub fn scene(figure: &Figure, inks: &mut Inks) -> Value {
    let frame = figure.head().frame;
    let groups = figure.marks().iter().filter(|mark| matches!(mark, Mark::Group(_)));
    let marks: Vec<Value> = groups.map(|mark| mark_value(mark, inks)).collect();
    let bottom = figure.marks().iter().filter_map(legend_bottom).fold(f64::NEG_INFINITY, f64::max);
    let bottom = if bottom.is_finite() { bottom + crate::drawing::frame::MARGIN } else { frame.bottom };
    json!({
        "frame": [rounded(frame.left), rounded(frame.top), rounded(frame.width()), rounded(bottom - frame.top)],
        "title": figure.head().title,
        "description": figure.head().description,
        "leftOut": figure.head().left_out,
        "marks": marks,
    })
}

/// Where the legend, the lowest group of a figure, ends.
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

fn mark_value(mark: &Mark, inks: &mut Inks) -> Value {
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

fn text_value(text: &Text, inks: &mut Inks) -> Value {
    let anchor = match text.anchor {
        Anchor::Start => 0,
        Anchor::Middle => 1,
        Anchor::End => 2,
    };
    let bold = u8::from(text.weight == Weight::Bold);
    let (x, y, size, turn) = (rounded(text.at.x), rounded(text.at.y), rounded(text.size), rounded(text.turn));
    json!(["t", text.content, x, y, anchor, size, bold, inks.color(text.fill), turn])
}

fn group_value(group: &Group, inks: &mut Inks) -> Value {
    let (kind, keys) = role(group);
    let works: Vec<&str> = data(group, "models").filter(|_| kind != "node").map(words).unwrap_or_default();
    let marks: Vec<Value> = group.marks.iter().map(|mark| mark_value(mark, inks)).collect();
    match cluster(group) {
        Some(number) => json!(["g", kind, keys, works, marks, number]),
        None => json!(["g", kind, keys, works, marks]),
    }
}

/// The cluster that a group is drawn in, counted from 0.
pub(crate) fn cluster(group: &Group) -> Option<u32> {
    data(group, "cluster").and_then(|number| number.parse::<u32>().ok()).and_then(|number| number.checked_sub(1))
}

/// What a group stands for, with the keys of its nodes; the first of an edge is where it starts.
fn role(group: &Group) -> (&'static str, Vec<String>) {
    match &group.role {
        Role::Node(node) => {
            let kind = if data(group, "kind") == Some("institution") { "node" } else { "work" };
            let members = data(group, "members").map(words).unwrap_or_default();
            let keys = std::iter::once(node.key.clone()).chain(members.into_iter().map(str::to_owned));
            (kind, keys.collect())
        }
        Role::Edge(edge) => ("edge", std::iter::once(&edge.source).chain(&edge.targets).cloned().collect()),
        Role::Hyperedge(keys) => ("hyper", keys.clone()),
        Role::Label(keys) => ("label", keys.clone()),
        Role::Plain if group.class == "legend" => ("legend", Vec::new()),
        Role::Plain if group.class == "cluster" => ("cluster", Vec::new()),
        Role::Plain => ("", Vec::new()),
    }
}

fn data<'g>(group: &'g Group, name: &str) -> Option<&'g str> {
    group.data.iter().find(|(key, _)| *key == name).map(|(_, value)| value.as_str())
}

fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

fn path(steps: &[Step]) -> String {
    let mut d = String::new();
    let at = |point: crate::geometry::Point| format!("{} {}", rounded(point.x), rounded(point.y));
    for step in steps {
        match step {
            Step::Move(point) => d += &format!("M{}", at(*point)),
            Step::Line(point) => d += &format!("L{}", at(*point)),
            Step::Cubic(first, second, end) => d += &format!("C{} {} {}", at(*first), at(*second), at(*end)),
            Step::Close => d.push('Z'),
        }
    }
    d
}

/// Two decimals; minus zero is zero.
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
            authority: crate::ingest::authority::Authority::built_in(),
            ..Default::default()
        };
        let corpus: Corpus =
            crate::ingest::load::load(&[crate::ingest::input::Input::Embedded], &options).unwrap().corpus;
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
