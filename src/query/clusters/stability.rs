//! Stability of clusters over random seeds, as sentence, table and record.

use crate::answer::number::{Real, plain, stable};
use crate::answer::table::{Cell, Column, Table};
use crate::community::detection::DetectionMethod;
use crate::community::leiden::Options;
use crate::community::partition::Partition;
use crate::community::stability::{self, RUNS, Stability};
use crate::corpus::institution::InstitutionId;
use crate::message;
use crate::messages::Message;
use crate::query::context::QueryContext;
use crate::query::localized::LocalizedContext;
use crate::query::partnerships;
use crate::query::record::InstitutionRecord;
use serde::Serialize;

/// Institutions of one stability that the sentence names.
const MAX_NAMED: usize = 6;
/// Networks with more ties than this are partitioned fewer times.
const LARGE_TIES: usize = 20_000;
/// Number of runs for large networks.
const RUNS_OF_LARGE: usize = 10;
/// Partners are unstable if the share of runs in which they are together is at least this and at most 1 − this.
const MIN_INSTABILITY: f64 = 0.05;
/// Maximum number of unstable pairs in the output.
const MAX_PAIRS: usize = 10;

/// Partners that are together in some runs and apart in others.
#[derive(Serialize)]
pub(super) struct UnstablePair {
    a: InstitutionRecord,
    b: InstitutionRecord,
    together: Real,
}

/// Measured stability of a partition, and its unstable pairs of partners.
pub(super) struct ClusterStability {
    pub(super) measured: Stability,
    unstable_members: Vec<(InstitutionId, InstitutionId, f64)>,
}

impl ClusterStability {
    pub(super) fn of(
        context: &QueryContext<'_>,
        partition: &Partition,
        method: DetectionMethod,
        options: &Options,
    ) -> Self {
        let network = context.network();
        let runs = if network.tie_count() > LARGE_TIES { RUNS_OF_LARGE } else { RUNS };
        let stability = stability::of(network, partition, method, options, runs);
        let mut unstable_members: Vec<(f64, usize)> = (0..network.tie_count())
            .map(|tie| (stability.pair(network.tie(tie).0, network.tie(tie).1), tie))
            .filter(|(share, _)| (MIN_INSTABILITY..=1.0 - MIN_INSTABILITY).contains(share))
            .collect();
        let distance_from_half = |share: f64| stable((share - 0.5).abs());
        unstable_members
            .sort_by(|x, y| distance_from_half(x.0).total_cmp(&distance_from_half(y.0)).then(x.1.cmp(&y.1)));
        unstable_members.truncate(MAX_PAIRS);
        let ends = |(share, tie): (f64, usize)| partnerships::ends(context, tie).map(|(a, b)| (a, b, share));
        let unstable_members = unstable_members.into_iter().filter_map(ends).collect();
        Self { measured: stability, unstable_members }
    }

    pub(super) fn records(&self, context: &QueryContext<'_>) -> Vec<UnstablePair> {
        let record = |&(a, b, share): &(InstitutionId, InstitutionId, f64)| UnstablePair {
            a: InstitutionRecord::of(context.corpus, a),
            b: InstitutionRecord::of(context.corpus, b),
            together: Real(share),
        };
        self.unstable_members.iter().map(record).collect()
    }

    /// Sentence on clusters that recur in all runs and the least stable institution. `clusters`: those of two or more.
    pub(super) fn sentence(&self, localized: &LocalizedContext<'_, '_>, clusters: &[Vec<InstitutionId>]) -> Message {
        let (runs, count) = (self.measured.runs, clusters.len());
        let stable_count = self.measured.recovered[..count].iter().filter(|&&share| share == 1.0).count();
        if stable_count == count {
            return message!("clusters-stable", runs = runs);
        }
        let share = |id: &InstitutionId| self.measured.member_stability[id.index()];
        let lowest = clusters.iter().flatten().map(share).min_by(f64::total_cmp);
        // Members may always be together although a cluster is not always the same: others join them.
        let Some(lowest) = lowest.filter(|lowest| stable(*lowest) < stable(1.0)) else {
            return message!("clusters-partly-stable", runs = runs, stable = stable_count, count = count);
        };
        let members = clusters.iter().flatten().copied();
        let mut least: Vec<InstitutionId> = members.filter(|id| stable(share(id)) == stable(lowest)).collect();
        least.sort_unstable();
        message!(
            "clusters-unstable",
            runs = runs,
            stable = stable_count,
            count = count,
            number = least.len(),
            names = localized.institution_list(&least).naming(MAX_NAMED),
            share = percent(lowest)
        )
    }

    pub(super) fn table(&self, localized: &LocalizedContext<'_, '_>) -> Option<Table> {
        let columns = vec![
            localized.column("a", message!("answers-institution")),
            localized.column("b", message!("answers-partner")),
            Column::for_machines("a_id"),
            Column::for_machines("b_id"),
            localized.column("together", message!("clusters-same-cluster")).share(),
        ];
        let key = |id: InstitutionId| localized.context.corpus.institution(id).id.clone();
        let row = |&(a, b, share): &(InstitutionId, InstitutionId, f64)| {
            vec![
                Cell::text(localized.name(a)),
                Cell::text(localized.name(b)),
                Cell::text(key(a)),
                Cell::text(key(b)),
                Cell::coded(percent(share), stable(share).to_string()),
            ]
        };
        let caption = localized.text(message!("clusters-unstable-caption"));
        let rows: Vec<Vec<Cell>> = self.unstable_members.iter().map(row).collect();
        (!rows.is_empty()).then(|| Table { name: "wavering".to_owned(), caption, columns, rows })
    }
}

/// A share of runs as percentage.
pub(super) fn percent(share: f64) -> String {
    format!("{}%", plain(share * 100.0, 0))
}
