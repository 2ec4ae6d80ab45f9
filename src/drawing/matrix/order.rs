//! Which institutions stand in the matrix, and in which order.

use crate::corpus::institution::InstitutionId;
use crate::drawing::member;
use crate::drawing::part::Part;
use crate::network::graph::Network;

/// The rows from top to bottom.
pub(super) struct Rows {
    /// Institutions, clusters one after the other.
    pub(super) members: Vec<InstitutionId>,
    /// Cluster of each row.
    pub(super) cluster: Vec<u32>,
    /// How many institutions with joint models did not get a row.
    pub(super) dropped: usize,
    /// How many institutions without any partner did not get a row.
    pub(super) alone: usize,
}

/// The `most` institutions with the most joint models; clusters by size, within a cluster by joint models.
/// Those without a partner stand last where there is room for everybody, else they have no row.
pub(super) fn rows(network: &Network<'_>, clusters: &[u32], most: usize, part: &Part<'_, '_>) -> Rows {
    let corpus = network.corpus();
    let mut ranked: Vec<(usize, usize, InstitutionId)> = corpus
        .institution_ids()
        .filter(|&id| part.holds(id))
        .map(|id| (member::joint_works(network, id).len(), corpus.works_of(id).len(), id))
        .collect();
    ranked.sort_by_key(|&(joint, models, id)| (std::cmp::Reverse((joint, models)), id));
    let tied = |id: InstitutionId| network.adjacency().degree(network.node_of(id)) > 0;
    let partners = ranked.iter().filter(|row| tied(row.2)).count();
    let kept: Vec<_> = if ranked.len() <= most {
        ranked.clone()
    } else {
        ranked.iter().filter(|row| tied(row.2)).take(most).copied().collect()
    };
    // Without any tie at all the strongest institutions are still worth their diagonal.
    let kept = if kept.is_empty() { ranked.iter().take(most).copied().collect() } else { kept };
    let of = |id: InstitutionId| clusters.get(network.node_of(id)).copied().unwrap_or(0);
    let size = |cluster: u32| kept.iter().filter(|row| of(row.2) == cluster).count();
    let first = |cluster: u32| kept.iter().map(|row| row.2).filter(|&id| of(id) == cluster).min();
    let mut order: Vec<(usize, (usize, usize, InstitutionId))> = kept.iter().copied().enumerate().collect();
    order.sort_by_key(|&(rank, (_, _, id))| (std::cmp::Reverse(size(of(id))), first(of(id)), rank));
    let members: Vec<InstitutionId> = order.iter().map(|row| row.1.2).collect();
    let shown_partners = members.iter().filter(|&&id| tied(id)).count();
    Rows {
        cluster: members.iter().map(|&id| of(id)).collect(),
        dropped: partners - shown_partners,
        alone: (ranked.len() - partners) - (members.len() - shown_partners),
        members,
    }
}
