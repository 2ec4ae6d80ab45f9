//! Institutions and ties as both directions of a path draw them.

use crate::answer::mark::{Color, Mark, MarkGroup, Paint, PathSegment, TextLine};
use crate::corpus::institution::Institution;
use crate::drawing::member::{self, Fill, Look};
use crate::drawing::names::{self, Label, Length};
use crate::drawing::wording;
use crate::geometry::{Point, Rect};
use crate::network::graph::Network;
use crate::typography::{Weight, reserved_width, width};

/// Width of the line of the shortest path.
pub(super) const MAIN: f64 = 2.6;
/// Width of the line of a lane.
pub(super) const LANE: f64 = 1.2;
/// Radius of the corners of a lane.
pub(super) const CORNER: f64 = 9.0;

/// What both directions need.
#[derive(Clone, Copy)]
pub(super) struct Scene<'s, 'c> {
    pub(super) network: &'s Network<'c>,
    pub(super) home: &'s Institution,
    pub(super) look: Look<'s>,
    pub(super) length: Length,
    /// Widest evidence that the layout makes room for.
    pub(super) cap: f64,
}

/// Evidence of a tie: the models on one line, the years on another.
pub(super) struct Evidence {
    pub(super) models: String,
    pub(super) years: String,
    pub(super) weight: Weight,
}

impl<'s> Scene<'s, '_> {
    pub(super) fn institution(&self, node: usize) -> Option<&'s Institution> {
        Some(self.network.corpus().institution(self.network.institution(node)?))
    }

    pub(super) fn label(&self, node: usize) -> Label {
        let empty = crate::corpus::institution::Names::default();
        let names = self.institution(node).map_or(&empty, |one| &one.names);
        names::label(names, self.look.language, self.length)
    }

    /// A label cut to a width.
    pub(super) fn fitted(&self, node: usize, most: f64) -> Label {
        let mut label = self.label(node);
        if reserved_width(&label.first, self.look.roles.name, Weight::Bold) > most {
            label.first = wording::fitted(&label.first, self.look.roles.name, Weight::Bold, most / 1.2);
        }
        if let Some(second) = &mut label.second
            && reserved_width(second, self.look.roles.second, Weight::Regular) > most
        {
            *second = wording::fitted(second, self.look.roles.second, Weight::Regular, most / 1.2);
        }
        label
    }

    /// An institution with its texts.
    pub(super) fn node(&self, node: usize, at: Point, r: f64, texts: Vec<TextLine>) -> Option<Mark> {
        let id = self.network.institution(node)?;
        let institution = self.institution(node)?;
        let models = self.network.corpus().works_of(id).len();
        let fill = member::fill(institution, self.home);
        let mut marks = member::badge(institution, models, at, r, fill, self.look);
        marks.extend(texts.into_iter().map(Mark::from));
        let outline = member::mark_outline(institution, at, r);
        Some(member::node(self.network.corpus(), id, outline, marks, self.look).into())
    }

    /// What a tie of two nodes is made of, no wider than `most`.
    pub(super) fn evidence(&self, a: usize, b: usize, most: f64, weight: Weight) -> Evidence {
        let corpus = self.network.corpus();
        let tie = self.network.tie_between(a, b);
        let works = tie.map_or(&[][..], |tie| self.network.evidence(tie));
        let size = self.look.roles.evidence;
        let most = most / 1.1;
        let name = |at: usize| corpus.work_name(works[at]);
        let models = match works.len() {
            0 => tie.map_or(String::new(), |tie| {
                member::told(corpus, works, member::joint(self.network, tie), self.look.language)
            }),
            1 => wording::fitted(name(0), size, weight, most),
            2 if width(&format!("{}, {}", name(0), name(1)), size, weight) <= most => {
                format!("{}, {}", name(0), name(1))
            }
            more => {
                let long = member::more(more - 1, self.look);
                let whole = width(&format!("{}{long}", name(0)), size, weight) <= most;
                let rest = if whole { long } else { format!(" +{}", more - 1) };
                format!("{}{rest}", wording::fitted(name(0), size, weight, most - width(&rest, size, weight)))
            }
        };
        Evidence {
            models: wording::fitted(&models, size, weight, most.max(12.0)),
            years: member::years(corpus, works),
            weight,
        }
    }

    /// Width that the evidence of a tie would like, up to a bound.
    pub(super) fn wants(&self, a: usize, b: usize, weight: Weight) -> f64 {
        let evidence = self.evidence(a, b, self.cap, weight);
        reserved_width(&evidence.models, self.look.roles.evidence, weight)
    }

    /// The tie of two nodes along a path.
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
        Some(member::tie(self.network, tie, color, width, marks, self.look))
    }
}

/// A text with its middle where told, if there is any.
pub(super) fn told(
    text: &str,
    at: Point,
    size: f64,
    color: Color,
    anchor: crate::answer::mark::TextAnchor,
) -> Option<TextLine> {
    (!text.is_empty()).then(|| member::line(text, at.x, at.y, size, color).anchored(anchor))
}

/// Whether any of the nodes is drawn as abroad.
pub(super) fn has_abroad(scene: &Scene<'_, '_>, nodes: &[usize]) -> bool {
    nodes.iter().filter_map(|&node| scene.institution(node)).any(|one| member::fill(one, scene.home) == Fill::Open)
}

/// A drawn route: its marks and the room they take.
pub(super) struct Drawn {
    pub(super) edges: Vec<Mark>,
    pub(super) nodes: Vec<Mark>,
    pub(super) bottom: f64,
}

impl Drawn {
    pub(super) fn new(top: f64) -> Self {
        Self { edges: Vec::new(), nodes: Vec::new(), bottom: top }
    }

    pub(super) fn holds(&mut self, area: Rect) {
        self.bottom = self.bottom.max(area.bottom);
    }
}
