//! Selection and order of the rows of the matrix.

use crate::corpus::institution::InstitutionId;
use crate::drawing::actor::{self, Strength};
use crate::drawing::subgraph::Subgraph;
use crate::network::graph::Network;

/// Rows from top to bottom.
pub(super) struct MatrixRows {
    /// Institutions, grouped by cluster.
    pub(super) members: Vec<InstitutionId>,
    /// Cluster of each row.
    pub(super) cluster: Vec<u32>,
    /// Number of institutions with partners that are excluded.
    pub(super) excluded_partners: usize,
    /// Number of institutions without partners that are excluded.
    pub(super) excluded_isolates: usize,
    /// Number of institutions that the part has.
    pub(super) all: usize,
}

/// The `limit` strongest institutions ([`actor::strength`]), clusters by size, within a cluster by strength. Isolates
/// are excluded where not all institutions fit. O(institutions log institutions + rows² log rows) beside the strengths.
pub(super) fn rows(network: &Network<'_>, clusters: &[u32], limit: usize, subgraph: &Subgraph<'_, '_>) -> MatrixRows {
    let corpus = network.corpus();
    let mut ranked: Vec<(Strength, InstitutionId)> = corpus
        .institution_ids()
        .filter(|&id| subgraph.contains(id))
        .map(|id| (actor::strength(network, id), id))
        .collect();
    ranked.sort_by(|(a, one), (b, other)| a.strongest_first(b).then(one.cmp(other)));
    let ranked: Vec<InstitutionId> = ranked.into_iter().map(|(_, id)| id).collect();
    let has_ties = |id: InstitutionId| network.adjacency().degree(network.node_of(id)) > 0;
    let partners = ranked.iter().filter(|&&id| has_ties(id)).count();
    let selected: Vec<InstitutionId> = if ranked.len() <= limit {
        ranked.clone()
    } else {
        ranked.iter().copied().filter(|&id| has_ties(id)).take(limit).collect()
    };
    // In a network without ties the strongest institutions are drawn for their diagonal.
    let selected = if selected.is_empty() { ranked.iter().take(limit).copied().collect() } else { selected };
    let cluster_of = |id: InstitutionId| clusters.get(network.node_of(id)).copied().unwrap_or(0);
    let cluster_size = |cluster: u32| selected.iter().filter(|&&id| cluster_of(id) == cluster).count();
    let first_member = |cluster: u32| selected.iter().copied().filter(|&id| cluster_of(id) == cluster).min();
    let mut order: Vec<(usize, InstitutionId)> = selected.iter().copied().enumerate().collect();
    order.sort_by_key(|&(rank, id)| {
        (std::cmp::Reverse(cluster_size(cluster_of(id))), first_member(cluster_of(id)), rank)
    });
    let members: Vec<InstitutionId> = order.iter().map(|row| row.1).collect();
    let shown_partners = members.iter().filter(|&&id| has_ties(id)).count();
    MatrixRows {
        cluster: members.iter().map(|&id| cluster_of(id)).collect(),
        excluded_partners: partners - shown_partners,
        excluded_isolates: (ranked.len() - partners) - (members.len() - shown_partners),
        members,
        all: ranked.len(),
    }
}
