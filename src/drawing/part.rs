//! A part of the data, as every view can show it: who is in it, which ties, which works, and how it is told.

use crate::corpus::institution::InstitutionId;
use crate::corpus::work::WorkId;
use crate::drawing::kind::WorkKind;
use crate::drawing::map::words;
use crate::drawing::wording::count;
use crate::network::graph::Network;
use crate::selection::Selection;
use crate::selection::subgraph::{self, SubgraphSpec};

/// A part of a one-mode network. Works and counts stay those of the whole corpus.
#[derive(Clone, Debug)]
pub struct Part<'n, 'c> {
    network: &'n Network<'c>,
    choice: SubgraphSpec,
    selection: Selection,
}

impl<'n, 'c> Part<'n, 'c> {
    /// The part that a choice picks; everything for a choice of nothing. O(ties + nodes log nodes).
    #[must_use]
    pub fn of(network: &'n Network<'c>, choice: &SubgraphSpec) -> Self {
        Self { network, choice: choice.clone(), selection: subgraph::select(network, choice) }
    }

    /// Whether a part was chosen at all.
    #[must_use]
    pub fn is_chosen(&self) -> bool {
        self.choice.is_some()
    }

    /// Whether an institution is in it.
    #[must_use]
    pub fn holds(&self, id: InstitutionId) -> bool {
        !self.choice.is_some() || self.selection.contains(self.network.node_of(id))
    }

    /// Whether a tie is in it.
    #[must_use]
    pub fn has_tie(&self, tie: usize) -> bool {
        !self.choice.is_some() || self.selection.ties.binary_search(&tie).is_ok()
    }

    /// The tie of two nodes, where it is in the part.
    #[must_use]
    pub fn tie_between(&self, a: usize, b: usize) -> Option<usize> {
        self.network.tie_between(a, b).filter(|&tie| self.has_tie(tie))
    }

    /// The institutions of a work that are in it.
    #[must_use]
    pub fn team(&self, work: WorkId) -> Vec<InstitutionId> {
        let all = self.network.corpus().institutions_of(work);
        all.iter().copied().filter(|&id| self.holds(id)).collect()
    }

    /// Whether a work is in it: one of its institutions is; and where ties were chosen by their weight, a joint work
    /// of the part stands on one of those.
    #[must_use]
    pub fn has_work(&self, work: WorkId) -> bool {
        let team = self.team(work);
        let by_tie = self.choice.min_weight.is_some() || self.choice.backbone.is_some();
        if team.len() < 2 || !by_tie {
            return !team.is_empty();
        }
        let node = |id: &InstitutionId| self.network.node_of(*id);
        let tied = |at: usize| team[at + 1..].iter().any(|b| self.tie_between(node(&team[at]), node(b)).is_some());
        (0..team.len()).any(tied)
    }

    /// Whether the ties among these are all in the part.
    #[must_use]
    pub fn is_whole(&self, team: &[InstitutionId]) -> bool {
        let node = |id: &InstitutionId| self.network.node_of(*id);
        let tied = |at: usize| team[at + 1..].iter().all(|b| self.tie_between(node(&team[at]), node(b)).is_some());
        !self.choice.is_some() || (0..team.len()).all(tied)
    }

    /// What was chosen and how much is outside of it, English and Korean; nothing for a choice of nothing.
    #[must_use]
    pub fn told(&self, kind: WorkKind) -> Vec<(String, String)> {
        if !self.choice.is_some() {
            return Vec::new();
        }
        let mut told = words::chosen(self.network.corpus(), &self.choice, kind);
        let all = self.network.node_count();
        let outside = all - self.selection.nodes.len();
        if outside > 0 {
            told.push((
                format!("Outside of this part: {} of {} institutions.", count(outside), count(all)),
                format!("이 부분 밖의 기관: {}곳 가운데 {}곳.", count(all), count(outside)),
            ));
        }
        let induced = Selection::induced(self.network, self.selection.nodes.iter().copied()).ties.len();
        let weaker = induced - self.selection.ties.len();
        if weaker > 0 {
            let plural = if weaker == 1 { "" } else { "s" };
            told.push((
                format!("{} weaker tie{plural} between the shown left out.", count(weaker)),
                format!("실린 기관 사이의 약한 연결 {}개는 뺌.", count(weaker)),
            ));
        }
        told
    }
}
