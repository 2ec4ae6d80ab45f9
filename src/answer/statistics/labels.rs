//! Overlaps of labels with labels, nodes, marks and edges.

use crate::answer::figure::Figure;
use crate::answer::mark::{Mark, MarkGroup, MarkRole, NodeMark, TextLine};
use crate::answer::statistics::coverage::painted_outline;
use crate::answer::statistics::edges::EdgePath;
use crate::geometry::{ConvexPolygon, Rect};
use std::collections::BTreeSet;

/// Class of the group of a label with a leader line.
const LEADER_CLASS: &str = "led";

/// `data-role` of the group of the legend.
const LEGEND_ROLE: &str = "legend";

/// Texts with their reserved boxes, nodes, and the keys of nodes whose label has a leader line.
pub(super) struct LabelBoxes<'f> {
    texts: &'f [(&'f TextLine, Vec<&'f str>)],
    boxes: Vec<ConvexPolygon>,
    nodes: Vec<&'f NodeMark>,
    with_leader: BTreeSet<&'f str>,
}

impl<'f> LabelBoxes<'f> {
    pub(super) fn of(figure: &'f Figure, texts: &'f [(&'f TextLine, Vec<&'f str>)]) -> Self {
        let mut with_leader = BTreeSet::new();
        collect_with_leader(figure.marks(), &mut with_leader);
        Self {
            texts,
            boxes: texts.iter().map(|(text, _)| text.reserved_outline()).collect(),
            nodes: figure.nodes().into_iter().map(|(node, _)| node).collect(),
            with_leader,
        }
    }

    pub(super) fn overlapping(&self) -> usize {
        overlapping_pairs(&self.boxes)
    }

    pub(super) fn over_foreign_nodes(&self) -> usize {
        let over = |owners: &[&str], outline: &ConvexPolygon| {
            let others = self.nodes.iter().filter(|node| !owners.contains(&node.key.as_str()));
            others.filter(|node| outline.overlaps(&node.outline)).count()
        };
        self.texts.iter().zip(&self.boxes).map(|((_, owners), outline)| over(owners, outline)).sum()
    }

    /// Overlapping pairs of a text and a mark outside its own group: only a text in a node's group may cover that
    /// node.
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
            let lies = |(key, outline, painted_outline): &&(Option<&str>, &ConvexPolygon, Rect)| {
                (key.is_none() || key != within) && painted_outline.overlaps(bounds) && text.overlaps(outline)
            };
            marks.iter().filter(lies).count()
        };
        figure.enclosing_nodes().iter().zip(&self.boxes).map(|(within, outline)| over(within, outline)).sum()
    }

    pub(super) fn crossed(&self, lines: &[EdgePath<'_>]) -> usize {
        let hit = |owners: &[&str], outline: &ConvexPolygon| {
            let bounds = outline.bounds();
            lines.iter().any(|line| {
                !line.is_incident_to(owners)
                    && line.bounds.inflated(0.01).overlaps(bounds)
                    && line.segments.iter().any(|&(from, to)| outline.intersects_segment(from, to))
            })
        };
        self.texts.iter().zip(&self.boxes).filter(|((_, owners), outline)| hit(owners, outline)).count()
    }

    pub(super) fn nearest_foreign(&self) -> usize {
        let is_nearer_to_another = |text: &TextLine, owner: &str| {
            let bounds = text.outline().bounds();
            let gap = |node: &NodeMark| gap(bounds, node.outline.bounds());
            let own = self.nodes.iter().find(|node| node.key == owner).map(|node| gap(node));
            own.is_some_and(|own| self.nodes.iter().any(|node| node.key != owner && gap(node) + 1e-9 < own))
        };
        let single = self.texts.iter().filter(|(_, owners)| owners.len() == 1 && !self.with_leader.contains(owners[0]));
        single.filter(|(text, owners)| is_nearer_to_another(text, owners[0])).count()
    }

    /// Nodes with a text of their own.
    pub(super) fn shown(&self) -> usize {
        let named: BTreeSet<&str> =
            self.texts.iter().filter(|(_, owners)| owners.len() == 1).map(|(_, owners)| owners[0]).collect();
        self.nodes.iter().filter(|node| named.contains(node.key.as_str())).count()
    }

    pub(super) fn leaders(&self) -> usize {
        self.with_leader.len()
    }
}

/// Overlapping pairs of outlines. O(n²).
pub(super) fn overlapping_pairs(outlines: &[ConvexPolygon]) -> usize {
    let bounds: Vec<Rect> = outlines.iter().map(ConvexPolygon::bounds).collect();
    let meets = |a: usize, b: usize| bounds[a].overlaps(bounds[b]) && outlines[a].overlaps(&outlines[b]);
    (0..outlines.len()).map(|a| (a + 1..outlines.len()).filter(|&b| meets(a, b)).count()).sum()
}

/// Outlines of the legend's symbols.
fn collect_symbols(marks: &[Mark], in_legend: bool, symbols: &mut Vec<ConvexPolygon>) {
    for mark in marks {
        match mark {
            Mark::Group(group) => {
                let in_legend =
                    in_legend || group.data.iter().any(|(name, value)| *name == "role" && value == LEGEND_ROLE);
                collect_symbols(&group.marks, in_legend, symbols);
            }
            _ => symbols.extend(painted_outline(mark).filter(|_| in_legend).map(|(outline, _)| outline)),
        }
    }
}

fn collect_with_leader<'f>(marks: &'f [Mark], with_leader: &mut BTreeSet<&'f str>) {
    for mark in marks {
        let Mark::Group(group) = mark else { continue };
        if let MarkGroup { class, role: MarkRole::Label(keys), .. } = group
            && class.split(' ').any(|word| word == LEADER_CLASS)
        {
            with_leader.extend(keys.iter().map(String::as_str));
        }
        collect_with_leader(&group.marks, with_leader);
    }
}

/// Distance between two boxes; 0 if they overlap.
fn gap(a: Rect, b: Rect) -> f64 {
    let dx = (a.left - b.right).max(b.left - a.right).max(0.0);
    let dy = (a.top - b.bottom).max(b.top - a.bottom).max(0.0);
    (dx * dx + dy * dy).sqrt()
}
