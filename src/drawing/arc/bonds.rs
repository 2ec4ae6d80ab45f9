//! What joins the institutions shown: arcs for pairs, pills for consortia.

use crate::corpus::institution::InstitutionId;
use crate::corpus::work::WorkId;
use crate::drawing::encoding::tie_width;
use crate::drawing::member::{self, Strength};
use crate::drawing::part::Part;
use crate::drawing::sequence::{self, Bond};
use crate::network::graph::Network;

/// Smallest number of institutions whose common models are a pill with spokes, not arcs.
pub(super) const CONSORTIUM: usize = 4;

/// Two institutions.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Pair {
    /// Tie of the network.
    pub(super) tie: usize,
    pub(super) a: InstitutionId,
    pub(super) b: InstitutionId,
    /// Joint models that no pill shows.
    pub(super) works: Vec<WorkId>,
    /// Number of them, or the weight of a tie without works.
    pub(super) weight: f64,
}

/// Four or more institutions with the same models.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Consortium {
    pub(super) members: Vec<InstitutionId>,
    pub(super) works: Vec<WorkId>,
}

/// Everything that joins the institutions shown, and their order.
pub(super) struct Bonds {
    pub(super) order: Vec<InstitutionId>,
    pub(super) pairs: Vec<Pair>,
    pub(super) consortia: Vec<Consortium>,
    /// Institutions with partners that are not shown.
    pub(super) dropped: usize,
    /// Institutions without partners that are not shown.
    pub(super) alone: usize,
}

/// Pairs up to which an arc has the width of a tie of small figures.
const FEW: usize = 40;

impl Bonds {
    /// Whether the arcs are so few that each can be told apart.
    pub(super) fn is_sparse(&self) -> bool {
        self.pairs.len() <= FEW
    }

    /// Width of an arc; thinner where there are many.
    pub(super) fn stroke(&self, weight: f64) -> f64 {
        if self.is_sparse() { tie_width(weight) } else { (0.5 + 0.45 * (weight - 1.0)).clamp(0.4, 4.0) }
    }
}

/// Most arcs between the strongest institutions of a larger network: of more the eye follows none.
const READABLE: usize = 64;
/// Fewest institutions that are left for that.
const LEAST: usize = 12;

/// The bonds of at most `most` institutions; where not all have a place anyway, of so few that their arcs can be
/// followed.
pub(super) fn find_readable(network: &Network<'_>, most: usize, part: &Part<'_, '_>) -> Bonds {
    let mut most = most;
    loop {
        let bonds = find(network, most, part);
        if bonds.dropped == 0 || bonds.pairs.len() <= READABLE || most <= LEAST {
            return bonds;
        }
        most -= 1;
    }
}

fn find(network: &Network<'_>, most: usize, part: &Part<'_, '_>) -> Bonds {
    let corpus = network.corpus();
    let ranked: Vec<InstitutionId> = corpus.institution_ids().filter(|&id| part.holds(id)).collect();
    let degree = |id: InstitutionId| network.adjacency().degree(network.node_of(id));
    let mut strong: Vec<(usize, Strength, InstitutionId)> =
        ranked.into_iter().map(|id| (degree(id).min(1), member::strength(network, id), id)).collect();
    strong.sort_by(|(tied, a, one), (too, b, other)| too.cmp(tied).then_with(|| a.before(b)).then(one.cmp(other)));
    let mut ranked: Vec<InstitutionId> = strong.into_iter().map(|(_, _, id)| id).collect();
    let partners = ranked.iter().filter(|&&id| degree(id) > 0).count();
    let all = ranked.len();
    // Who has no partner is shown only where everybody is, or where nobody has one.
    ranked.truncate(if all <= most || partners == 0 { most } else { most.min(partners) });
    let shown_partners = ranked.iter().filter(|&&id| degree(id) > 0).count();
    let alone = (all - partners) - (ranked.len() - shown_partners);
    ranked.sort_unstable();

    let consortia = consortia(network, &ranked, part);
    let pairs = pairs(network, &ranked, &consortia, part);
    let place = |id: &InstitutionId| ranked.binary_search(id).unwrap_or(0);
    let mut bonds: Vec<Bond> = consortia
        .iter()
        .map(|one| Bond { items: one.members.iter().map(place).collect(), weight: one.members.len() as f64 })
        .collect();
    bonds.extend(pairs.iter().map(|pair| Bond { items: vec![place(&pair.a), place(&pair.b)], weight: 1.0 }));
    let order = sequence::arrange_groups(ranked.len(), &bonds).into_iter().map(|at| ranked[at]).collect();
    Bonds { order, pairs, consortia, dropped: partners - shown_partners, alone }
}

fn consortia(network: &Network<'_>, shown: &[InstitutionId], part: &Part<'_, '_>) -> Vec<Consortium> {
    let mut found: Vec<Consortium> = Vec::new();
    for (team, works) in member::teams(network) {
        let members: Vec<InstitutionId> = team.into_iter().filter(|id| shown.binary_search(id).is_ok()).collect();
        if members.len() < CONSORTIUM || !part.is_whole(&members) {
            continue;
        }
        match found.iter_mut().find(|one| one.members == members) {
            Some(one) => one.works.extend(works),
            None => found.push(Consortium { members, works }),
        }
    }
    found
}

fn pairs(network: &Network<'_>, shown: &[InstitutionId], consortia: &[Consortium], part: &Part<'_, '_>) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for tie in (0..network.tie_count()).filter(|&tie| part.has_tie(tie)) {
        let (a, b, weight) = network.tie(tie);
        let (Some(a), Some(b)) = (network.institution(a), network.institution(b)) else { continue };
        if shown.binary_search(&a).is_err() || shown.binary_search(&b).is_err() {
            continue;
        }
        let evidence = network.evidence(tie);
        let in_pill = |work: &WorkId| consortia.iter().any(|one| one.works.contains(work));
        let works: Vec<WorkId> = evidence.iter().copied().filter(|work| !in_pill(work)).collect();
        if works.is_empty() && !evidence.is_empty() {
            continue;
        }
        let weight = if evidence.is_empty() { weight } else { works.len() as f64 };
        pairs.push(Pair { tie, a, b, works, weight });
    }
    pairs
}
