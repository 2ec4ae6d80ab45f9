//! The scores of a prediction held against the years that the data know: networks of the works up to a year, and the
//! ties that came later.

use std::collections::{BTreeMap, BTreeSet};

use crate::answer::number::{Real, plain, stable};
use crate::answer::table::{Cell, Table};
use crate::corpus::institution::InstitutionId;
use crate::message;
use crate::messages::{Argument, Message};
use crate::network::adjacency::Adjacency;
use crate::prediction::backtest::{self, Backtest};
use crate::prediction::scores::Predictor;
use crate::query::context::QueryContext;
use crate::query::localized::LocalizedContext;
use crate::query::predict::labels::label;
use serde::Serialize;

/// Most splits of the years; the latest are taken.
const MAX_SPLITS: usize = 10;
/// Paths of two ties in the whole network above which nothing is tested.
const MAX_PATHS: u64 = 50_000_000;
/// Later ties over all splits below which hits are too few to compare.
const FEW: f64 = 5.0;

/// What the years showed.
#[derive(Serialize)]
pub(super) struct History {
    splits: Vec<SplitRecord>,
    /// Works without a date, which are in no split.
    undated: usize,
    #[serde(skip)]
    is_too_large: bool,
}

#[derive(Serialize)]
struct SplitRecord {
    /// Last year of the earlier works.
    until: u16,
    /// Last year of all.
    last: u16,
    /// Pairs without a tie by then, of institutions with a work by then.
    pairs: u64,
    /// Of these, those with a tie later.
    later: u64,
    scores: Vec<OutcomeRecord>,
}

#[derive(Serialize)]
struct OutcomeRecord {
    score: &'static str,
    named: u64,
    hits: Real,
    /// Hits as a share of the pairs named.
    precision: Real,
    auc: Real,
}

impl History {
    /// Tests every split of the years that has later ties; each score names `named` pairs.
    pub(super) fn of(context: &QueryContext<'_>, named: usize) -> Self {
        let corpus = context.corpus;
        let adjacency = context.network().adjacency();
        let paths: u64 = (0..adjacency.node_count()).map(|node| (adjacency.degree(node) as u64).pow(2)).sum();
        let undated = corpus.work_ids().filter(|&work| corpus.work(work).date.is_none()).count();
        if paths > MAX_PATHS {
            return Self { splits: Vec::new(), undated, is_too_large: true };
        }
        let (first_work, first_tie) = first_years(context);
        let years: BTreeSet<u16> = first_work.iter().flatten().copied().chain(first_tie.values().copied()).collect();
        let last = corpus.work_ids().filter_map(|work| corpus.work(work).date).map(|date| date.year_number()).max();
        let Some(last) = last else { return Self { splits: Vec::new(), undated, is_too_large: false } };
        let mut splits: Vec<SplitRecord> = years
            .into_iter()
            .rev()
            .skip_while(|&year| year >= last)
            .filter_map(|until| split(&first_work, &first_tie, until, last, named))
            .take(MAX_SPLITS)
            .collect();
        splits.reverse();
        Self { splits, undated, is_too_large: false }
    }

    /// What the scores were worth, of the one that pairs are ranked by.
    pub(super) fn sentences(&self, localized: &LocalizedContext<'_, '_>, by: Predictor) -> Vec<Message> {
        if self.is_too_large {
            return vec![message!("predict-untested-large")];
        }
        let (Some(first), Some(last)) = (self.splits.first(), self.splits.last()) else {
            return vec![message!("predict-untested", kind = localized.kind())];
        };
        let sum = |of: &dyn Fn(&SplitRecord) -> f64| self.splits.iter().map(of).sum::<f64>();
        let of_score = |split: &SplitRecord| split.scores[by as usize].hits.0;
        let (named, hits) = (sum(&|split| split.scores[by as usize].named as f64), sum(&of_score));
        let (later, pairs) = (sum(&|split| split.later as f64), sum(&|split| split.pairs as f64));
        if named == 0.0 {
            return vec![message!("predict-untested", kind = localized.kind())];
        }
        let (share, chance) = (hits / named, later / pairs);
        let verdict = match share / chance {
            _ if later < FEW || hits < 1.0 => "few",
            times if times >= 1.5 => "better",
            times if times > 1.0 / 1.5 => "equal",
            _ => "worse",
        };
        let percent = |share: f64| Argument::number(100.0 * share, if share < 0.1 { 2 } else { 0 });
        vec![message!(
            "predict-tested",
            score = label(by),
            splits = self.splits.len(),
            first = first.until.to_string(),
            last = last.until.to_string(),
            until = last.last.to_string(),
            kind = localized.kind(),
            named = Argument::number(named, 0),
            hits = Argument::number(hits, 1),
            share = percent(share),
            chance = percent(chance),
            times = Argument::number(share / chance, 1),
            verdict = verdict
        )]
    }

    pub(super) fn notes(&self, localized: &LocalizedContext<'_, '_>) -> Vec<Message> {
        let kind = localized.kind();
        let tested = (!self.splits.is_empty()).then(|| message!("predict-backtest-note", kind = kind));
        let undated = (self.undated > 0 && !self.splits.is_empty())
            .then(|| message!("predict-undated", count = self.undated, kind = kind));
        tested.into_iter().chain(undated).collect()
    }

    /// A row a split and score; `None` where nothing could be tested.
    pub(super) fn table(&self, localized: &LocalizedContext<'_, '_>) -> Option<Table> {
        let columns = vec![
            localized.column("until", message!("predict-until")).year(),
            localized.column("score", message!("predict-score")),
            localized.column("named", message!("predict-named")).integer(),
            localized.column("hits", message!("predict-hits")).real(),
            localized.column("precision", message!("predict-precision")).share(),
            localized.column("chance", message!("predict-chance")).share(),
            localized.column("auc", message!("predict-auc")).real(),
            localized.column("pairs", message!("predict-pairs")).integer(),
            localized.column("later", message!("predict-later")).integer(),
        ];
        let share = |share: f64| match share.is_finite() {
            true => Cell::coded(format!("{}%", plain(share * 100.0, 2)), stable(share).to_string()),
            false => Cell::Empty,
        };
        let real = |value: f64| if value.is_finite() { Cell::Real(value) } else { Cell::Empty };
        let rows = self.splits.iter().flat_map(|split| {
            split.scores.iter().zip(Predictor::ALL).map(move |(score, by)| {
                vec![
                    Cell::text(split.until.to_string()),
                    Cell::coded(localized.text(label(by)), by.key()),
                    Cell::Count(score.named),
                    real(score.hits.0),
                    share(score.precision.0),
                    share(split.later as f64 / split.pairs as f64),
                    real(score.auc.0),
                    Cell::Count(split.pairs),
                    Cell::Count(split.later),
                ]
            })
        });
        let caption = localized.text(message!("predict-backtest-caption"));
        let table = Table { name: "backtest".to_owned(), caption, columns, rows: rows.collect() };
        (!table.rows.is_empty()).then_some(table)
    }
}

/// Ties as pairs of nodes, the smaller first, and the year of each one's first work.
type TieYears = BTreeMap<(u32, u32), u16>;

/// The year of each institution's first work, and of the first work behind each tie of the network.
fn first_years(context: &QueryContext<'_>) -> (Vec<Option<u16>>, TieYears) {
    let (corpus, network) = (context.corpus, context.network());
    let year = |work| corpus.work(work).date.map(|date| date.year_number());
    let of_works = |id: InstitutionId| corpus.works_of(id).iter().filter_map(|&work| year(work)).min();
    let first_work = corpus.institution_ids().map(of_works).collect();
    let first_tie = (0..network.tie_count()).filter_map(|tie| {
        let first = network.evidence(tie).iter().filter_map(|&work| year(work)).min()?;
        let (a, b, _) = network.tie(tie);
        Some(((a.min(b) as u32, a.max(b) as u32), first))
    });
    (first_work, first_tie.collect())
}

/// The test of one split; `None` where no pair without a tie has one later, or no pair has a score.
fn split(first_work: &[Option<u16>], first_tie: &TieYears, until: u16, last: u16, named: usize) -> Option<SplitRecord> {
    let known: Vec<bool> = first_work.iter().map(|first| first.is_some_and(|first| first <= until)).collect();
    let is_known = |&(a, b): &(u32, u32)| known[a as usize] && known[b as usize];
    let earlier = first_tie.iter().filter(|(_, first)| **first <= until).map(|(&(a, b), _)| (a, b, 1.0));
    let later: Vec<(u32, u32)> =
        first_tie.iter().filter(|(pair, first)| **first > until && is_known(pair)).map(|(&pair, _)| pair).collect();
    if later.is_empty() {
        return None;
    }
    let adjacency = Adjacency::new(known.len(), earlier);
    let Backtest { pairs, later, results } = backtest::test(&adjacency, &known, &later, named as u64);
    let scores = Predictor::ALL.into_iter().zip(results).map(|(by, outcome)| OutcomeRecord {
        score: by.key(),
        named: outcome.named,
        hits: Real(outcome.hits),
        precision: Real(outcome.hits / outcome.named as f64),
        auc: Real(outcome.auc),
    });
    let scores: Vec<OutcomeRecord> = scores.collect();
    scores.iter().any(|score| score.named > 0).then_some(SplitRecord { until, last, pairs, later, scores })
}
