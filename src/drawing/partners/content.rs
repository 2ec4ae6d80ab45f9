//! Content of the view of partners: rows by number of joint works, then by the latest.

use crate::corpus::institution::InstitutionId;
use crate::corpus::work::WorkId;
use crate::drawing::actor;
use crate::network::graph::Network;
use std::cmp::Reverse;

/// Options of the view of partners.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct PartnersOptions {
    /// Largest number of partners; `None`: as many as fit the page.
    pub top: Option<usize>,
    /// Smallest number of joint works (or weight) of a tie that is drawn.
    pub min_weight: Option<f64>,
}

/// A partner with the works of its tie.
pub(super) struct PartnerRow {
    pub(super) id: InstitutionId,
    pub(super) tie: usize,
    /// Joint works, by date; empty where the input states the tie alone.
    pub(super) works: Vec<WorkId>,
    /// Number of joint works, or the weight of a tie without.
    pub(super) value: f64,
}

/// Partners of an institution.
pub(super) struct PartnersContent {
    pub(super) center: InstitutionId,
    pub(super) rows: Vec<PartnerRow>,
    /// Number of partners that are not drawn.
    pub(super) excluded: usize,
    /// Number of joint works of the institution with any partner, drawn or not.
    pub(super) joint: usize,
}

impl PartnersContent {
    /// Partners by ties of at least `min_weight`, at most `max_rows` of them. O(partners log partners).
    pub(super) fn of(network: &Network<'_>, center: InstitutionId, min_weight: Option<f64>, max_rows: usize) -> Self {
        let corpus = network.corpus();
        let row = |(other, _, tie): (usize, f64, usize)| {
            let value = actor::joint_count(network, tie);
            let id = network.institution(other).filter(|_| value >= min_weight.unwrap_or(0.0))?;
            Some(PartnerRow { id, tie, works: network.evidence(tie).to_vec(), value })
        };
        let mut rows: Vec<PartnerRow> = network.adjacency().row_of(network.node_of(center)).filter_map(row).collect();
        let latest = |row: &PartnerRow| row.works.iter().filter_map(|&work| corpus.date(work)).max();
        rows.sort_by(|a, b| {
            let by_works = b.works.len().cmp(&a.works.len()).then(Reverse(latest(a)).cmp(&Reverse(latest(b))));
            by_works.then(b.value.total_cmp(&a.value)).then(a.id.cmp(&b.id))
        });
        let excluded = rows.len().saturating_sub(max_rows);
        rows.truncate(max_rows);
        Self { center, rows, excluded, joint: actor::joint_works(network, center).len() }
    }

    /// Largest weight of the ties without works.
    pub(super) fn largest_weight(&self) -> f64 {
        self.rows.iter().filter(|row| row.works.is_empty()).map(|row| row.value).fold(0.0, f64::max)
    }

    /// Partners with the most joint works and that number; none where no tie has works.
    pub(super) fn strongest(&self) -> (Vec<InstitutionId>, usize) {
        let most = self.rows.first().map_or(0, |row| row.works.len());
        let rows = self.rows.iter().take_while(|row| most > 0 && row.works.len() == most);
        (rows.map(|row| row.id).collect(), most)
    }

    /// Number of partners with a single joint work.
    pub(super) fn once(&self) -> usize {
        self.rows.iter().filter(|row| row.works.len() == 1).count()
    }

    /// Whether every row has joint works.
    pub(super) fn all_have_works(&self) -> bool {
        self.rows.iter().all(|row| !row.works.is_empty())
    }
}
