//! Texts against texts, nodes and lines.

use std::collections::BTreeSet;

use crate::answer::figure::Figure;
use crate::answer::mark::{Group, Mark, Node, Role, Text};
use crate::answer::statistics::cover::area;
use crate::answer::statistics::ties::Line;
use crate::geometry::{ConvexPolygon, Rect};

/// Class of the group of a label with a leader line.
const LED: &str = "led";

/// `data-role` of the group of the legend.
const LEGEND: &str = "legend";

/// The texts of a figure with their boxes, and its nodes.
pub(super) struct Labels<'f> {
    texts: &'f [(&'f Text, Vec<&'f str>)],
    boxes: Vec<ConvexPolygon>,
    nodes: Vec<&'f Node>,
    led: BTreeSet<&'f str>,
}

impl<'f> Labels<'f> {
    pub(super) fn of(figure: &'f Figure, texts: &'f [(&'f Text, Vec<&'f str>)]) -> Self {
        let mut led = BTreeSet::new();
        collect_led(figure.marks(), &mut led);
        Self {
            texts,
            boxes: texts.iter().map(|(text, _)| text.reserved_outline()).collect(),
            nodes: figure.nodes().into_iter().map(|(node, _)| node).collect(),
            led,
        }
    }

    pub(super) fn overlapping(&self) -> usize {
        pairs(&self.boxes)
    }

    pub(super) fn over_foreign_nodes(&self) -> usize {
        let over = |owners: &[&str], outline: &ConvexPolygon| {
            let foreign = self.nodes.iter().filter(|node| !owners.contains(&node.key.as_str()));
            foreign.filter(|node| outline.overlaps(&node.outline)).count()
        };
        self.texts.iter().zip(&self.boxes).map(|((_, owners), outline)| over(owners, outline)).sum()
    }

    /// Pairs of a text and a mark that it was not drawn on: only what stands in the group of a node may lie on that node.
    pub(super) fn over_marks(&self, figure: &Figure) -> usize {
        let mut symbols = Vec::new();
        collect_symbols(figure.marks(), false, &mut symbols);
        let nodes = self.nodes.iter().map(|node| (Some(node.key.as_str()), &node.outline));
        let marks: Vec<(Option<&str>, &ConvexPolygon, Rect)> = nodes
            .chain(symbols.iter().map(|outline| (None, outline)))
            .map(|(key, outline)| (key, outline, outline.bounds()))
            .collect();
        let over = |within: &Option<&str>, text: &ConvexPolygon| {
            let bounds = text.bounds();
            let lies = |(key, outline, area): &&(Option<&str>, &ConvexPolygon, Rect)| {
                (key.is_none() || key != within) && area.overlaps(bounds) && text.overlaps(outline)
            };
            marks.iter().filter(lies).count()
        };
        figure.enclosing_nodes().iter().zip(&self.boxes).map(|(within, outline)| over(within, outline)).sum()
    }

    pub(super) fn crossed(&self, lines: &[Line<'_>]) -> usize {
        let hit = |owners: &[&str], outline: &ConvexPolygon| {
            let bounds = outline.bounds();
            lines.iter().any(|line| {
                !line.ends_at(owners)
                    && line.bounds.inflated(0.01).overlaps(bounds)
                    && line.pieces.iter().any(|&(from, to)| outline.intersects_segment(from, to))
            })
        };
        self.texts.iter().zip(&self.boxes).filter(|((_, owners), outline)| hit(owners, outline)).count()
    }

    pub(super) fn nearest_foreign(&self) -> usize {
        let astray = |text: &Text, owner: &str| {
            let bounds = text.outline().bounds();
            let gap = |node: &Node| gap(bounds, node.outline.bounds());
            let own = self.nodes.iter().find(|node| node.key == owner).map(|node| gap(node));
            own.is_some_and(|own| self.nodes.iter().any(|node| node.key != owner && gap(node) + 1e-9 < own))
        };
        let single = self.texts.iter().filter(|(_, owners)| owners.len() == 1 && !self.led.contains(owners[0]));
        single.filter(|(text, owners)| astray(text, owners[0])).count()
    }

    /// Nodes with a text that belongs to them alone.
    pub(super) fn shown(&self) -> usize {
        let named: BTreeSet<&str> =
            self.texts.iter().filter(|(_, owners)| owners.len() == 1).map(|(_, owners)| owners[0]).collect();
        self.nodes.iter().filter(|node| named.contains(node.key.as_str())).count()
    }

    pub(super) fn leaders(&self) -> usize {
        self.led.len()
    }
}

/// Pairs of outlines whose insides meet.
pub(super) fn pairs(outlines: &[ConvexPolygon]) -> usize {
    let bounds: Vec<Rect> = outlines.iter().map(ConvexPolygon::bounds).collect();
    let meets = |a: usize, b: usize| bounds[a].overlaps(bounds[b]) && outlines[a].overlaps(&outlines[b]);
    (0..outlines.len()).map(|a| (a + 1..outlines.len()).filter(|&b| meets(a, b)).count()).sum()
}

/// The symbols of the legend.
fn collect_symbols(marks: &[Mark], legend: bool, symbols: &mut Vec<ConvexPolygon>) {
    for mark in marks {
        match mark {
            Mark::Group(group) => {
                let here = legend || group.data.iter().any(|(name, value)| *name == "role" && value == LEGEND);
                collect_symbols(&group.marks, here, symbols);
            }
            _ => symbols.extend(area(mark).filter(|_| legend).map(|(outline, _)| outline)),
        }
    }
}

fn collect_led<'f>(marks: &'f [Mark], led: &mut BTreeSet<&'f str>) {
    for mark in marks {
        let Mark::Group(group) = mark else { continue };
        if let Group { class, role: Role::Label(keys), .. } = group
            && class.split(' ').any(|word| word == LED)
        {
            led.extend(keys.iter().map(String::as_str));
        }
        collect_led(&group.marks, led);
    }
}

/// Distance between two boxes; 0 where they meet.
fn gap(a: Rect, b: Rect) -> f64 {
    let dx = (a.left - b.right).max(b.left - a.right).max(0.0);
    let dy = (a.top - b.bottom).max(b.top - a.bottom).max(0.0);
    (dx * dx + dy * dy).sqrt()
}
