//! Subgraph of a one-mode network that a view is restricted to, with the notes that describe it.

use crate::corpus::institution::InstitutionId;
use crate::corpus::work::WorkId;
use crate::drawing::kind::WorkKind;
use crate::drawing::map::captions;
use crate::message;
use crate::messages::Statement;
use crate::network::graph::Network;
use crate::selection::Selection;
use crate::selection::subgraph::{self, SubgraphSpec};
use std::collections::BTreeSet;

/// Subgraph of a one-mode network. Works and numbers of works stay those of the full corpus.
#[derive(Clone, Debug)]
pub struct Subgraph<'n, 'c> {
    network: &'n Network<'c>,
    spec: SubgraphSpec,
    selection: Selection,
}

impl<'n, 'c> Subgraph<'n, 'c> {
    /// The subgraph of a specification; everything for the default. O(ties + nodes log nodes).
    #[must_use]
    pub fn of(network: &'n Network<'c>, spec: &SubgraphSpec) -> Self {
        Self { network, spec: spec.clone(), selection: subgraph::select(network, spec) }
    }

    /// Whether the specification restricts the network.
    #[must_use]
    pub fn is_restricted(&self) -> bool {
        self.spec.is_some()
    }

    /// Whether the subgraph contains an institution.
    #[must_use]
    pub fn contains(&self, id: InstitutionId) -> bool {
        !self.spec.is_some() || self.selection.contains(self.network.node_of(id))
    }

    /// Whether the subgraph contains a tie.
    #[must_use]
    pub fn has_tie(&self, tie: usize) -> bool {
        !self.spec.is_some() || self.selection.ties.binary_search(&tie).is_ok()
    }

    /// The tie of two nodes, if the subgraph contains it.
    #[must_use]
    pub fn tie_between(&self, a: usize, b: usize) -> Option<usize> {
        self.network.tie_between(a, b).filter(|&tie| self.has_tie(tie))
    }

    /// Institutions of a work within the subgraph.
    #[must_use]
    pub fn team(&self, work: WorkId) -> Vec<InstitutionId> {
        let all = self.network.corpus().institutions_of(work);
        all.iter().copied().filter(|&id| self.contains(id)).collect()
    }

    /// Whether the subgraph contains a work: one of its institutions belongs to it and, where ties are restricted by
    /// weight, a joint work has a tie of the subgraph between two of its institutions.
    #[must_use]
    pub fn has_work(&self, work: WorkId) -> bool {
        let team = self.team(work);
        let by_tie = self.spec.min_weight.is_some() || self.spec.backbone.is_some();
        if team.len() < 2 || !by_tie {
            return !team.is_empty();
        }
        let node = |id: &InstitutionId| self.network.node_of(*id);
        let tied = |at: usize| team[at + 1..].iter().any(|b| self.tie_between(node(&team[at]), node(b)).is_some());
        (0..team.len()).any(tied)
    }

    /// Whether the subgraph contains the ties between all pairs of these institutions.
    #[must_use]
    pub fn has_all_ties_among(&self, team: &[InstitutionId]) -> bool {
        let node = |id: &InstitutionId| self.network.node_of(*id);
        let tied = |at: usize| team[at + 1..].iter().all(|b| self.tie_between(node(&team[at]), node(b)).is_some());
        !self.spec.is_some() || (0..team.len()).all(tied)
    }

    /// Notes on `count` institutions of the subgraph without a tie that are not `drawn`: those without a partner, and
    /// those all of whose partners are in works over the team size limit.
    #[must_use]
    pub fn isolates_notes(&self, drawn: &[InstitutionId], count: usize, kind: WorkKind) -> Vec<Statement> {
        if count == 0 {
            return Vec::new();
        }
        let (network, corpus) = (self.network, self.network.corpus());
        let drawn: BTreeSet<InstitutionId> = drawn.iter().copied().collect();
        let is_isolate = |id: &InstitutionId| {
            self.contains(*id) && !drawn.contains(id) && network.adjacency().degree(network.node_of(*id)) == 0
        };
        let is_excluded = |work: &WorkId| network.excluded().binary_search(work).is_ok();
        let in_large_team = |id: &InstitutionId| corpus.works_of(*id).iter().any(is_excluded);
        let large = corpus.institution_ids().filter(is_isolate).filter(in_large_team).count();
        let alone = (count > large).then(|| message!("figures-isolates", excluded = count - large));
        let in_large_teams =
            (large > 0).then(|| message!("figures-isolates-large-teams", excluded = large, kind = kind));
        alone.into_iter().chain(in_large_teams).collect()
    }

    /// Notes on the restriction and the excluded numbers; empty without a restriction.
    #[must_use]
    pub fn notes(&self, kind: WorkKind) -> Vec<Statement> {
        if !self.spec.is_some() {
            return Vec::new();
        }
        let mut notes = captions::subgraph_notes(self.network, &self.spec, kind);
        let all = self.network.node_count();
        let outside = all - self.selection.nodes.len();
        if outside > 0 {
            notes.push(message!("figures-outside", outside = outside, all = all));
        }
        let induced = Selection::induced(self.network, self.selection.nodes.iter().copied()).ties.len();
        let weaker = induced - self.selection.ties.len();
        if weaker > 0 {
            notes.push(message!("figures-weaker-ties", count = weaker));
        }
        notes
    }
}
