//! Contribution of each work to the ties of the network.

use crate::answer::number::{Real, plain, share, stable};
use crate::answer::table::{Cell, Column, Table};
use crate::corpus::work::WorkId;
use crate::message;
use crate::messages::{Argument, List, Message};
use crate::network::Network;
use crate::network::counting::{Counting, Projection};
use crate::query::context::QueryContext;
use crate::query::localized::LocalizedContext;
use crate::query::record::WorkRecord;
use serde::Serialize;

/// Maximum number of pairs up to which the network without team cap is built; above it the effect of the cap is not
/// reported.
const MAX_PAIRS: usize = 5_000_000;

/// Works of equal contribution that a sentence names; the table has all.
const MAX_NAMED: usize = 4;

/// Contribution of a work, as record.
#[derive(Serialize)]
pub(super) struct ShareRow {
    work: WorkRecord,
    institutions: usize,
    pairs: usize,
    #[serde(rename = "alone")]
    sole_pairs: usize,
    share_of_ties: Real,
    share_of_weight: Real,
}

/// Contribution of a work.
#[derive(Clone, Copy)]
pub(super) struct WorkShare {
    work: WorkId,
    /// Pairs of its institutions.
    pairs: usize,
    /// Ties for which it is the only work.
    sole_pairs: usize,
}

/// Contributions of all works under full counting.
pub(super) struct WorkShares {
    /// Works with ties: by ties of their own, then pairs (both descending), then corpus order.
    pub(super) works: Vec<WorkShare>,
    pub(super) ties: usize,
    /// Total weight under full counting.
    pub(super) weight: f64,
    /// Works excluded by the team cap, in the network without cap.
    pub(super) excluded: Vec<WorkShare>,
    /// Ties of the network without cap; `None` if no work is excluded or the network would be too large.
    pub(super) ties_without_cap: Option<usize>,
    weight_without_cap: f64,
}

impl WorkShares {
    pub(super) fn of(context: &QueryContext<'_>) -> Self {
        let corpus = context.corpus;
        let capped = Projection { counting: Counting::Full, ..context.projection };
        let network = Network::one_mode(corpus, capped);
        let works = shares(&network, |work| !context.is_excluded(work));
        let pairs: usize = corpus.work_ids().map(|work| pairs_of(corpus.institutions_of(work).len())).sum();
        let uncapped = (!network.excluded().is_empty() && pairs <= MAX_PAIRS)
            .then(|| Network::one_mode(corpus, Projection { counting: Counting::Full, max_team: None }));
        let excluded = uncapped.as_ref().map(|uncapped| shares(uncapped, |work| context.is_excluded(work)));
        Self {
            works,
            ties: network.tie_count(),
            weight: network.total_weight(),
            excluded: excluded.unwrap_or_default(),
            ties_without_cap: uncapped.as_ref().map(Network::tie_count),
            weight_without_cap: uncapped.as_ref().map_or(0.0, Network::total_weight),
        }
    }

    pub(super) fn rows(&self, context: &QueryContext<'_>, shares: &[WorkShare]) -> Vec<ShareRow> {
        let row = |one: &WorkShare| {
            let (ties, weight) = self.totals_for(context, one.work);
            ShareRow {
                work: WorkRecord::of(context.corpus, one.work),
                institutions: context.corpus.institutions_of(one.work).len(),
                pairs: one.pairs,
                sole_pairs: one.sole_pairs,
                share_of_ties: Real(one.sole_pairs as f64 / ties as f64),
                share_of_weight: Real(one.pairs as f64 / weight),
            }
        };
        shares.iter().map(row).collect()
    }

    /// Ties and weight of the network that a work is compared with.
    fn totals_for(&self, context: &QueryContext<'_>, work: WorkId) -> (usize, f64) {
        match (context.is_excluded(work), self.ties_without_cap) {
            (true, Some(ties)) => (ties, self.weight_without_cap),
            _ => (self.ties, self.weight),
        }
    }

    /// Sentences: the work with most ties of its own, the effect of the team cap, ties that rest on a single work.
    pub(super) fn sentences(&self, localized: &LocalizedContext<'_, '_>) -> Vec<Message> {
        let (corpus, kind) = (localized.context.corpus, localized.kind());
        let most = self.works.first().map_or(0, |one| one.sole_pairs);
        let equal: Vec<&WorkShare> = self.works.iter().take_while(|one| one.sole_pairs == most).collect();
        let named = equal.iter().map(|one| {
            let institutions = corpus.institutions_of(one.work).len();
            message!("counting-work-of-team", work = corpus.work_name(one.work), institutions = institutions)
        });
        // One pair each of several works is what the sentence on pairs of a single work says.
        let first = (most > 1 || (most == 1 && equal.len() == 1)).then(|| {
            message!(
                "counting-largest",
                works = List::and(named, kind).naming(MAX_NAMED),
                number = equal.len(),
                share = Argument::share(most, self.ties),
                count = most,
                ties = self.ties,
                kind = kind
            )
        });
        let count = self.works.iter().map(|one| one.sole_pairs).sum::<usize>();
        let single = (self.ties > 0 && count > 0).then(|| {
            let share = Argument::share(count, self.ties);
            message!("counting-single", ties = self.ties, count = count, share = share, kind = kind)
        });
        first.into_iter().chain(self.excluded_sentence(localized)).chain(single).collect()
    }

    /// Sentence on the ties that the team cap excludes.
    fn excluded_sentence(&self, localized: &LocalizedContext<'_, '_>) -> Option<Message> {
        let all = self.ties_without_cap?;
        let first = self.excluded.first()?;
        let added = all - self.ties;
        let name = localized.context.corpus.work_name(first.work);
        let cause = match (self.excluded.len(), first.sole_pairs) {
            (1, _) => message!("counting-excluded-all", work = name),
            (_, 0) => message!("counting-excluded-unnamed"),
            (_, count) => message!("counting-excluded-some", work = name, count = count),
        };
        let share = Argument::share(added, all);
        Some(message!("counting-excluded", added = added, total = all, share = share, cause = cause))
    }

    pub(super) fn table(&self, localized: &LocalizedContext<'_, '_>, shown: &[WorkShare]) -> Table {
        let columns = vec![
            localized.column("work", message!("answers-work", kind = localized.kind())),
            Column::for_machines("id"),
            localized.column("institutions", message!("answers-number-of-institutions")).integer(),
            localized.column("pairs", message!("answers-pairs")).integer(),
            localized.column("alone", message!("counting-sole-pairs", kind = localized.kind())).integer(),
            localized.column("share_of_ties", message!("counting-share-of-pairs")).share(),
            localized.column("share_of_weight", message!("counting-share-of-weight")).share(),
        ];
        let number = |value: f64| if value.is_finite() { stable(value).to_string() } else { String::new() };
        let row = |one: &WorkShare| {
            vec![
                Cell::text(localized.work(one.work)),
                Cell::text(localized.context.corpus.work_key(one.work)),
                Cell::Count(localized.context.corpus.institutions_of(one.work).len() as u64),
                Cell::Count(one.pairs as u64),
                Cell::Count(one.sole_pairs as u64),
                Cell::coded(
                    share(one.sole_pairs as u64, self.ties as u64),
                    number(one.sole_pairs as f64 / self.ties as f64),
                ),
                Cell::coded(
                    format!("{}%", plain(one.pairs as f64 * 100.0 / self.weight, 1)),
                    number(one.pairs as f64 / self.weight),
                ),
            ]
        };
        let caption = localized.text(message!("counting-works-caption", kind = localized.kind()));
        Table { name: "works".to_owned(), caption, columns, rows: shown.iter().map(row).collect() }
    }
}

fn pairs_of(team: usize) -> usize {
    team * team.saturating_sub(1) / 2
}

fn shares(network: &Network<'_>, is_included: impl Fn(WorkId) -> bool) -> Vec<WorkShare> {
    let corpus = network.corpus();
    let mut sole_pairs = vec![0; corpus.work_count()];
    for tie in 0..network.tie_count() {
        let (_, _, weight) = network.tie(tie);
        // A tie that is also stated explicitly has more weight than its one work.
        if let ([work], true) = (network.evidence(tie), weight <= 1.0) {
            sole_pairs[work.index()] += 1;
        }
    }
    let share = |work: WorkId| WorkShare {
        work,
        pairs: pairs_of(corpus.institutions_of(work).len()),
        sole_pairs: sole_pairs[work.index()],
    };
    let mut shares: Vec<WorkShare> =
        corpus.work_ids().filter(|&work| is_included(work)).map(share).filter(|one| one.pairs > 0).collect();
    shares.sort_by_key(|one| (std::cmp::Reverse((one.sole_pairs, one.pairs)), one.work));
    shares
}
