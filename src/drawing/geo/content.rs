//! Content of the world map: actors with a place, and the ties between them.

use crate::corpus::institution::{Institution, InstitutionId};
use crate::drawing::actor;
use crate::drawing::geo::world::{GeoPlace, country_point, seat};
use crate::drawing::subgraph::Subgraph;
use crate::names::registry::InstitutionRegistry;
use crate::network::graph::Network;
use std::collections::BTreeSet;

/// Actor with its place.
pub(super) struct GeoActor {
    pub(super) id: InstitutionId,
    pub(super) node: usize,
    pub(super) place: GeoPlace,
}

/// Actors and ties of a world map.
pub(super) struct GeoContent {
    /// Actors, the strongest first.
    pub(super) actors: Vec<GeoActor>,
    /// Ties between them by their ends in `actors`, the weakest first.
    pub(super) ties: Vec<GeoTie>,
    /// Institutions with a tie whose place is not known, the strongest first.
    pub(super) unplaced: Vec<InstitutionId>,
    /// Number of institutions with a tie and a place that are not drawn.
    pub(super) excluded: usize,
    /// Number of institutions of the part without a partner.
    pub(super) isolates: usize,
    /// Number of institutions all of whose partners are outside of the part.
    pub(super) apart: usize,
}

/// Tie between two drawn actors.
pub(super) struct GeoTie {
    pub(super) tie: usize,
    pub(super) ends: (usize, usize),
    pub(super) value: f64,
}

impl GeoContent {
    /// The strongest actors with a tie and a place, at most `max_actors`. O(n log n + ties).
    pub(super) fn of(network: &Network<'_>, subgraph: &Subgraph<'_, '_>, max_actors: usize) -> Self {
        let corpus = network.corpus();
        let mut tied = Vec::new();
        let (mut isolates, mut apart) = (0, 0);
        for id in corpus.institution_ids().filter(|&id| subgraph.contains(id)) {
            let node = network.node_of(id);
            let has_tie = network.adjacency().row_of(node).any(|(_, _, tie)| subgraph.has_tie(tie));
            match (has_tie, network.adjacency().degree(node)) {
                (true, _) => tied.push((actor::strength(network, id), id, node)),
                (false, 0) => isolates += 1,
                (false, _) => apart += 1,
            }
        }
        tied.sort_by(|a, b| a.0.strongest_first(&b.0).then(a.1.cmp(&b.1)));
        let (mut actors, mut unplaced) = (Vec::new(), Vec::new());
        for (_, id, node) in tied {
            match place(corpus.institution(id)) {
                Some(place) => actors.push(GeoActor { id, node, place }),
                None => unplaced.push(id),
            }
        }
        let excluded = actors.len().saturating_sub(max_actors);
        actors.truncate(max_actors);
        let mut ties = Vec::new();
        for a in 0..actors.len() {
            for b in a + 1..actors.len() {
                if let Some(tie) = subgraph.tie_between(actors[a].node, actors[b].node) {
                    ties.push(GeoTie { tie, ends: (a, b), value: actor::joint_count(network, tie) });
                }
            }
        }
        ties.sort_by(|a, b| a.value.total_cmp(&b.value).then(a.ends.cmp(&b.ends)));
        Self { actors, ties, unplaced, excluded, isolates, apart }
    }

    /// Largest value of a tie.
    pub(super) fn largest(&self) -> f64 {
        self.ties.last().map_or(0.0, |tie| tie.value)
    }

    /// Whether the actors are countries.
    pub(super) fn are_countries(&self, network: &Network<'_>) -> bool {
        !self.actors.is_empty() && self.actors.iter().all(|one| is_country(network.corpus().institution(one.id)))
    }

    /// Number of ties whose ends are known to be of different countries, and whether all ends have one.
    pub(super) fn across_borders(&self, network: &Network<'_>) -> (usize, bool) {
        let countries = |at: usize| {
            let own = &network.corpus().institution(self.actors[at].id).countries;
            own.iter().collect::<BTreeSet<_>>()
        };
        let all_known = (0..self.actors.len()).all(|at| !countries(at).is_empty());
        let crosses = |tie: &&GeoTie| countries(tie.ends.0).is_disjoint(&countries(tie.ends.1));
        (self.ties.iter().filter(crosses).count(), all_known)
    }
}

/// Place of an actor: of a country its point; of an institution that of the registry, or its seat.
fn place(institution: &Institution) -> Option<GeoPlace> {
    if is_country(institution) {
        return institution.country().and_then(country_point);
    }
    let of_registry = || {
        let registry = InstitutionRegistry::embedded()?;
        let (lat, lon) = registry.coordinates(registry.by_id(institution.ror.as_deref()?)?)?;
        Some(GeoPlace { lon, lat })
    };
    of_registry().or_else(|| seat(&institution.id))
}

/// Whether an actor stands for its country.
fn is_country(institution: &Institution) -> bool {
    institution.country().is_some_and(|country| country.names().0 == institution.names.name)
}
