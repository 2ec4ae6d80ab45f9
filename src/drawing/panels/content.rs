//! Content of panels, counted before.

use std::collections::{BTreeMap, BTreeSet};

use crate::corpus::institution::{Institution, InstitutionId};
use crate::corpus::kind::WorkKind;
use crate::corpus::table::{Corpus, InputMetadata};
use crate::drawing::map::detailed_content::{MapComponent, MarkContent};
use crate::drawing::map::plan::MapPlan;
use crate::messages::Message;

/// What panels are of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PanelKind {
    /// Two editions of a table, the earlier first.
    Editions,
    /// Periods of one table.
    Periods,
}

/// Panels over the institutions of all of them.
#[derive(Clone, Debug)]
pub struct PanelSet {
    /// What they are of.
    pub kind: PanelKind,
    /// What the works are.
    pub works: WorkKind,
    /// The institutions of all panels, which panels name by their numbers.
    pub institutions: Vec<Institution>,
    /// The inputs of all panels.
    pub inputs: Vec<InputMetadata>,
    /// The panels, in order.
    pub panels: Vec<MapPanel>,
    /// Most institutions that are drawn; `None`: as many as there is room for.
    pub top: Option<usize>,
    /// What there is to say of what no panel shows.
    pub notes: Vec<Message>,
}

/// A panel.
#[derive(Clone, Debug)]
pub struct MapPanel {
    /// Word in ids and data: `old`, `2019`.
    pub key: String,
    /// Its title.
    pub title: Message,
    /// Number of works of each institution; `None`: it is not there.
    pub works: Vec<Option<usize>>,
    /// Ties by their ends, the smaller number first.
    pub ties: BTreeMap<(usize, usize), PanelTie>,
}

/// A tie of a panel.
#[derive(Clone, Debug, PartialEq)]
pub struct PanelTie {
    /// Weight, above zero.
    pub weight: f64,
    /// Works behind it by name; empty: none are known.
    pub works: Vec<String>,
    /// How it differs from the other edition.
    pub state: TieState,
}

/// How a tie differs from the other edition.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum TieState {
    /// It does not, or there is no other edition.
    Same,
    /// The earlier edition has it not.
    New,
    /// The later edition has it not.
    Gone,
    /// The earlier edition has it weaker.
    Stronger,
    /// The earlier edition has it stronger.
    Weaker,
}

/// Institutions from which on a work is one of a large team: maps of one network draw it as a pill.
const LARGE_TEAM: usize = 4;

impl MapPanel {
    /// Number of institutions that a work ties. O(ties).
    fn team_size(&self, work: &str) -> usize {
        let of_work = self.ties.iter().filter(|(_, tie)| tie.works.iter().any(|one| one == work));
        of_work.flat_map(|(&(a, b), _)| [a, b]).collect::<BTreeSet<usize>>().len()
    }
}

impl PanelSet {
    /// The largest weight that a pair has in any panel.
    pub(crate) fn largest(&self, ends: (usize, usize)) -> f64 {
        self.panels.iter().filter_map(|panel| panel.ties.get(&ends)).map(|tie| tie.weight).fold(0.0, f64::max)
    }

    /// The pairs of all panels, each once, ascending.
    pub(crate) fn pairs(&self) -> Vec<(usize, usize)> {
        let mut pairs: Vec<(usize, usize)> = self.panels.iter().flat_map(|panel| panel.ties.keys().copied()).collect();
        pairs.sort_unstable();
        pairs.dedup();
        pairs
    }

    /// How a pair differs between two editions: as the later one says, or that it is gone.
    pub(crate) fn state(&self, ends: (usize, usize)) -> TieState {
        let tie = self.panels.iter().rev().find_map(|panel| panel.ties.get(&ends));
        tie.map_or(TieState::Same, |tie| tie.state)
    }

    /// Whether the works of a pair, in all panels, are each of [`LARGE_TEAM`] institutions or more: a team of friends only by
    /// the look of its lines.
    pub(crate) fn rests_on_large_teams(&self, ends: (usize, usize)) -> bool {
        let mut panels = self.panels.iter().filter_map(|panel| Some((panel, panel.ties.get(&ends)?)));
        panels.all(|(panel, tie)| {
            !tie.works.is_empty() && tie.works.iter().all(|work| panel.team_size(work) >= LARGE_TEAM)
        })
    }

    /// Largest number of works of an institution in a panel.
    pub(crate) fn most_works(&self, institution: usize) -> usize {
        self.panels.iter().filter_map(|panel| panel.works[institution]).max().unwrap_or(0)
    }
}

/// The institutions that are drawn, as a corpus with their ties alone, for the layout.
#[derive(Clone, Debug)]
pub(crate) struct DrawnPart {
    /// Ties weigh what the largest panel has.
    pub(crate) corpus: Corpus,
    /// The institution of the set by the id of that corpus.
    pub(crate) original: BTreeMap<InstitutionId, usize>,
    /// The drawn pairs, as numbers of the set.
    pub(crate) pairs: Vec<(usize, usize)>,
    /// Number of pairs that there are, and of those that differ between editions.
    pub(crate) all: (usize, usize),
    /// Institutions with a tie that are drawn and that there are.
    pub(crate) tied: (usize, usize),
}

/// A layout of the institutions that all panels share.
pub(crate) struct PanelLayout {
    pub(crate) plan: MapPlan,
    pub(crate) content: MarkContent,
    pub(crate) components: Vec<MapComponent>,
    /// What the layout fills, from (0, 0).
    pub(crate) size: (f64, f64),
}
