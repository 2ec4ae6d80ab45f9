//! Which institutions stand in the matrix, and in which order.

use crate::corpus::institution::InstitutionId;
use crate::drawing::actor::{self, Strength};
use crate::drawing::subgraph::Subgraph;
use crate::network::graph::Network;

/// The rows from top to bottom.
pub(super) struct Rows {
    /// Institutions, clusters one after the other.
    pub(super) members: Vec<InstitutionId>,
    /// Cluster of each row.
    pub(super) cluster: Vec<u32>,
    /// How many institutions with partners did not get a row.
    pub(super) dropped: usize,
    /// How many institutions without any partner did not get a row.
    pub(super) alone: usize,
}

/// The `most` strongest institutions ([`actor::strength`]); clusters by size, within a cluster by strength.
/// Those without a partner stand last where there is room for everybody, else they have no row.
pub(super) fn rows(network: &Network<'_>, clusters: &[u32], most: usize, part: &Subgraph<'_, '_>) -> Rows {
    let corpus = network.corpus();
    let mut ranked: Vec<(Strength, InstitutionId)> =
        corpus.institution_ids().filter(|&id| part.contains(id)).map(|id| (actor::strength(network, id), id)).collect();
    ranked.sort_by(|(a, one), (b, other)| a.strongest_first(b).then(one.cmp(other)));
    let ranked: Vec<InstitutionId> = ranked.into_iter().map(|(_, id)| id).collect();
    let tied = |id: InstitutionId| network.adjacency().degree(network.node_of(id)) > 0;
    let partners = ranked.iter().filter(|&&id| tied(id)).count();
    let kept: Vec<InstitutionId> = if ranked.len() <= most {
        ranked.clone()
    } else {
        ranked.iter().copied().filter(|&id| tied(id)).take(most).collect()
    };
    // Without any tie at all the strongest institutions are still worth their diagonal.
    let kept = if kept.is_empty() { ranked.iter().take(most).copied().collect() } else { kept };
    let of = |id: InstitutionId| clusters.get(network.node_of(id)).copied().unwrap_or(0);
    let size = |cluster: u32| kept.iter().filter(|&&id| of(id) == cluster).count();
    let first = |cluster: u32| kept.iter().copied().filter(|&id| of(id) == cluster).min();
    let mut order: Vec<(usize, InstitutionId)> = kept.iter().copied().enumerate().collect();
    order.sort_by_key(|&(rank, id)| (std::cmp::Reverse(size(of(id))), first(of(id)), rank));
    let members: Vec<InstitutionId> = order.iter().map(|row| row.1).collect();
    let shown_partners = members.iter().filter(|&&id| tied(id)).count();
    Rows {
        cluster: members.iter().map(|&id| of(id)).collect(),
        dropped: partners - shown_partners,
        alone: (ranked.len() - partners) - (members.len() - shown_partners),
        members,
    }
}
