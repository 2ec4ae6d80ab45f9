//! Institutions and ties of a path, shared by both orientations.

use crate::answer::mark::{Color, Mark, MarkGroup, Paint, PathSegment, TextLine};
use crate::corpus::institution::{Institution, Names};
use crate::drawing::actor::{self, Fill, Style};
use crate::drawing::names::{self, Label, Length};
use crate::drawing::wording;
use crate::geometry::{Point, Rect};
use crate::network::graph::Network;
use crate::typography::{Weight, reserved_width, width};
use std::sync::LazyLock;

/// Stroke width of the shortest path, in points.
pub(super) const MAIN_WIDTH: f64 = 2.6;
/// Stroke width of a detour, in points.
pub(super) const DETOUR_WIDTH: f64 = 1.2;
/// Corner radius of a detour, in points.
pub(super) const CORNER_RADIUS: f64 = 9.0;

/// Inputs of both orientations.
#[derive(Clone, Copy)]
pub(super) struct PathScene<'s, 'c> {
    pub(super) network: &'s Network<'c>,
    pub(super) home: &'s Institution,
    pub(super) style: Style<'s>,
    pub(super) length: Length,
    /// Largest width of evidence, in points.
    pub(super) max_evidence_width: f64,
}

/// Evidence of a tie: works on one line, years on another.
pub(super) struct TieEvidence {
    pub(super) works: String,
    pub(super) years: String,
    pub(super) weight: Weight,
}

impl<'s> PathScene<'s, '_> {
    pub(super) fn institution(&self, node: usize) -> Option<&'s Institution> {
        Some(self.network.corpus().institution(self.network.institution(node)?))
    }

    /// Names of a node; empty where it is no institution.
    pub(super) fn names(&self, node: usize) -> &'s Names {
        static NONE: LazyLock<Names> = LazyLock::new(Names::default);
        self.institution(node).map_or(&NONE, |institution| &institution.names)
    }

    pub(super) fn label(&self, node: usize) -> Label {
        names::label(self.names(node), self.style.language, self.length)
    }

    /// Label of a node with lines of at most `max_width` points.
    pub(super) fn ellipsized_label(&self, node: usize, max_width: f64) -> Label {
        let mut label = self.label(node);
        if reserved_width(&label.first, self.style.roles.name, Weight::Bold) > max_width {
            label.first = wording::ellipsized(&label.first, self.style.roles.name, Weight::Bold, max_width / 1.2);
        }
        if let Some(second) = &mut label.second
            && reserved_width(second, self.style.roles.second, Weight::Regular) > max_width
        {
            *second = wording::ellipsized(second, self.style.roles.second, Weight::Regular, max_width / 1.2);
        }
        label
    }

    /// Group of an institution with its texts.
    pub(super) fn node(&self, node: usize, at: Point, r: f64, texts: Vec<TextLine>) -> Option<Mark> {
        let id = self.network.institution(node)?;
        let institution = self.institution(node)?;
        let works = self.network.corpus().works_of(id).len();
        let fill = actor::fill(institution, self.home);
        let mut marks = actor::institution_mark(institution, works, at, r, fill, self.style);
        marks.extend(texts.into_iter().map(Mark::from));
        let outline = actor::mark_outline(institution, at, r);
        Some(actor::node(self.network.corpus(), id, outline, marks, self.style).into())
    }

    /// Evidence of a tie in at most `max_width` points.
    pub(super) fn evidence(&self, a: usize, b: usize, max_width: f64, weight: Weight) -> TieEvidence {
        let corpus = self.network.corpus();
        let tie = self.network.tie_between(a, b);
        let works = tie.map_or(&[][..], |tie| self.network.evidence(tie));
        let size = self.style.roles.evidence;
        let max_width = max_width / 1.1;
        let name = |at: usize| corpus.work_name(works[at]);
        let text = match works.len() {
            0 => tie.map_or(String::new(), |tie| {
                actor::works_or_weight(corpus, works, actor::joint_count(self.network, tie), self.style.language)
            }),
            1 => wording::ellipsized(name(0), size, weight, max_width),
            2 if width(&format!("{}, {}", name(0), name(1)), size, weight) <= max_width => {
                format!("{}, {}", name(0), name(1))
            }
            more => {
                let long_suffix = actor::and_more(more - 1, self.style);
                let fits = width(&format!("{}{long_suffix}", name(0)), size, weight) <= max_width;
                let suffix = if fits { long_suffix } else { format!(" +{}", more - 1) };
                format!(
                    "{}{suffix}",
                    wording::ellipsized(name(0), size, weight, max_width - width(&suffix, size, weight))
                )
            }
        };
        TieEvidence {
            works: wording::ellipsized(&text, size, weight, max_width.max(12.0)),
            years: actor::period_label(corpus, works, self.style.language),
            weight,
        }
    }

    /// Width in points that the evidence of a tie needs, within the largest width.
    pub(super) fn evidence_width(&self, a: usize, b: usize, weight: Weight) -> f64 {
        let evidence = self.evidence(a, b, self.max_evidence_width, weight);
        reserved_width(&evidence.works, self.style.roles.evidence, weight)
    }

    /// Group of a tie along a path.
    pub(super) fn tie(
        &self,
        a: usize,
        b: usize,
        steps: Vec<PathSegment>,
        color: Color,
        width: f64,
        texts: Vec<TextLine>,
    ) -> Option<MarkGroup> {
        let tie = self.network.tie_between(a, b)?;
        let mut marks = vec![Mark::Path(steps, Paint::line(color, width))];
        marks.extend(texts.into_iter().map(Mark::from));
        Some(actor::tie(self.network, tie, color, width, marks, self.style))
    }
}

/// Text line centred vertically at a point; `None` for an empty text.
pub(super) fn optional_line(
    text: &str,
    at: Point,
    size: f64,
    color: Color,
    anchor: crate::answer::mark::TextAnchor,
) -> Option<TextLine> {
    (!text.is_empty()).then(|| actor::line(text, at.x, at.y, size, color).anchored(anchor))
}

/// Whether any of the nodes has the fill of institutions abroad.
pub(super) fn has_abroad(scene: &PathScene<'_, '_>, nodes: &[usize]) -> bool {
    nodes.iter().filter_map(|&node| scene.institution(node)).any(|one| actor::fill(one, scene.home) == Fill::Open)
}

/// Drawn path: marks in paint order and their lower edge.
pub(super) struct PathDrawing {
    pub(super) edges: Vec<Mark>,
    pub(super) nodes: Vec<Mark>,
    pub(super) bottom: f64,
}

impl PathDrawing {
    pub(super) fn new(top: f64) -> Self {
        Self { edges: Vec::new(), nodes: Vec::new(), bottom: top }
    }

    pub(super) fn include(&mut self, area: Rect) {
        self.bottom = self.bottom.max(area.bottom);
    }
}
