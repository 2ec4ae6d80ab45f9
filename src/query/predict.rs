//! Pairs that might work together next, by scores of link prediction, and how often such scores were right on these data.

mod history;
mod labels;

use crate::answer::Answer;
use crate::answer::language::Language;
use crate::answer::number::{Real, decimals};
use crate::answer::table::{Cell, Column, Table};
use crate::corpus::institution::InstitutionId;
use crate::message;
use crate::messages::{Argument, Message};
use crate::prediction::scores::{self, Predictor, ScoredPair};
use crate::query::context::QueryContext;
use crate::query::localized::{Basis, LocalizedContext};
use crate::query::non_collaborators::{name_rank, share_excluded_work};
use crate::query::predict::history::History;
use crate::query::predict::labels::{definition, label};
use crate::query::ranking;
use crate::query::record::{self, InstitutionRecord, Method};
use serde::Serialize;

/// Default number of pairs.
pub const DEFAULT_TOP: usize = 20;
/// Pairs that are looked at for equals of the first, at least.
const MAX_EQUALS: usize = 1_000;
/// Most pairs of a list.
const MOST: usize = 100_000;

/// Score and length of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// The score that pairs are ranked by.
    pub by: Predictor,
    /// Maximum number of pairs; `None`: all, up to 100,000.
    pub top: Option<usize>,
}

impl Default for Options {
    fn default() -> Self {
        Self { by: Predictor::default(), top: Some(DEFAULT_TOP) }
    }
}

#[derive(Serialize)]
struct Record {
    by: &'static str,
    rows: Vec<Row>,
    /// Pairs without a tie that have a score.
    pairs: u64,
    backtest: History,
    #[serde(flatten)]
    method: Method,
}

#[derive(Serialize)]
struct Row {
    rank: usize,
    a: InstitutionRecord,
    b: InstitutionRecord,
    common_neighbours: usize,
    adamic_adar: Real,
    resource_allocation: Real,
    preferential_attachment: Real,
    shared: Vec<InstitutionRecord>,
}

/// Pairs without a tie by a score, highest first, with all scores, their common partners and the test on earlier years.
#[must_use]
pub fn ask(context: &QueryContext<'_>, options: &Options, language: Language) -> Answer {
    let localized = LocalizedContext::new(context, language);
    let network = context.network();
    let id = |node: usize| InstitutionId(node as u32);
    let keeps = |a: usize, b: usize| {
        (context.shows(id(a)) || context.shows(id(b))) && !share_excluded_work(context, id(a), id(b))
    };
    let names = name_rank(context);
    let count = options.top.unwrap_or(MOST).min(MOST);
    let (mut pairs, all) = scores::best(network.adjacency(), options.by, count.max(MAX_EQUALS), &names, keeps);
    let leaders = Leaders::of(&pairs, all, options.by);
    pairs.truncate(count);
    // Each pair begins with the institution that is first by name.
    let pairs: Vec<PredictedPair> = pairs
        .into_iter()
        .map(|pair| {
            let ends = if names[pair.a] <= names[pair.b] { [pair.a, pair.b] } else { [pair.b, pair.a] };
            PredictedPair { ends: ends.map(id), shared: shared(context, &names, &pair), pair }
        })
        .collect();
    let ranks = ranking::ranks(&pairs.iter().map(|one| one.pair.score(options.by)).collect::<Vec<_>>());
    let history = History::of(context, options.top.unwrap_or(DEFAULT_TOP));
    let excluded = network.excluded();
    let mut own = lead(&localized, &pairs, leaders, options.by);
    if context.corpus.institution_ids().filter(|&id| !context.shows(id)).count() > 1 {
        own.push(message!("noncollaborators-filter"));
    }
    if !pairs.is_empty() {
        own.extend(history.sentences(&localized, options.by));
    }
    let mut notes = vec![definition(options.by), message!("predict-no-forecast", kind = localized.kind())];
    notes.extend(history.notes(&localized));
    notes.extend(ranking::truncation_note(pairs.len(), all as usize, "pair"));
    notes.extend(localized.method());
    let mut tables = vec![table(&localized, &pairs, &ranks)];
    tables.extend(history.table(&localized));
    let record = Record {
        by: options.by.key(),
        rows: pairs.iter().zip(&ranks).map(|(pair, &rank)| pair.row(context, rank)).collect(),
        pairs: all,
        backtest: history,
        method: Method::of(context, excluded),
    };
    Answer {
        language: localized.language,
        found: !pairs.is_empty(),
        lead: localized.lead(own, Basis::Ties(excluded)),
        tables,
        notes,
        record: record::value(&record),
    }
}

/// A pair with its ends by name, and their common partners by name.
struct PredictedPair {
    ends: [InstitutionId; 2],
    shared: Vec<InstitutionId>,
    pair: ScoredPair,
}

impl PredictedPair {
    fn row(&self, context: &QueryContext<'_>, rank: usize) -> Row {
        let [a, b] = self.ends.map(|id| InstitutionRecord::of(context.corpus, id));
        let [common, adamic_adar, resource_allocation, attachment] = self.pair.scores;
        Row {
            rank,
            a,
            b,
            common_neighbours: common as usize,
            adamic_adar: Real(adamic_adar),
            resource_allocation: Real(resource_allocation),
            preferential_attachment: Real(attachment),
            shared: self.shared.iter().map(|&id| InstitutionRecord::of(context.corpus, id)).collect(),
        }
    }
}

fn shared(context: &QueryContext<'_>, names: &[usize], pair: &ScoredPair) -> Vec<InstitutionId> {
    let adjacency = context.network().adjacency();
    let others = adjacency.neighbours(pair.b);
    let mut shared: Vec<usize> = adjacency
        .neighbours(pair.a)
        .iter()
        .filter(|common| others.binary_search(common).is_ok())
        .map(|&common| common as usize)
        .collect();
    shared.sort_unstable_by_key(|&node| names[node]);
    shared.into_iter().map(|node| InstitutionId(node as u32)).collect()
}

/// Pairs that share the highest score.
#[derive(Clone, Copy)]
struct Leaders {
    count: usize,
    /// Whether there may be more than were looked at.
    is_open: bool,
}

impl Leaders {
    /// Of the best of `all` pairs.
    fn of(best: &[ScoredPair], all: u64, by: Predictor) -> Self {
        let scores: Vec<f64> = best.iter().map(|pair| pair.score(by)).collect();
        let count = ranking::ranks(&scores).iter().filter(|&&rank| rank == 1).count();
        Self { count, is_open: count == best.len() && (count as u64) < all }
    }
}

fn lead(
    localized: &LocalizedContext<'_, '_>,
    pairs: &[PredictedPair],
    leaders: Leaders,
    by: Predictor,
) -> Vec<Message> {
    let Some(first) = pairs.first() else { return vec![message!("predict-none", score = label(by))] };
    let [a, b] = first.ends.map(|id| localized.names_of(id));
    let score = first.pair.score(by);
    let value = Argument::number(score, decimals(score));
    let bound = if leaders.is_open { "open" } else { "exact" };
    let count = leaders.count;
    vec![match count {
        1 => message!("predict-first", a = a, b = b, score = label(by), value = value),
        _ => {
            message!(
                "predict-one-of-first",
                a = a,
                b = b,
                score = label(by),
                value = value,
                count = count,
                bound = bound
            )
        }
    }]
}

fn table(localized: &LocalizedContext<'_, '_>, pairs: &[PredictedPair], ranks: &[usize]) -> Table {
    let columns = vec![
        localized.column("rank", message!("answers-rank")).integer(),
        localized.column("a", message!("answers-institution")),
        localized.column("b", message!("predict-other")),
        Column::for_machines("a_id"),
        Column::for_machines("b_id"),
        localized.column("common_neighbours", message!("predict-common-neighbours-short")).integer(),
        localized.column("adamic_adar", message!("predict-adamic-adar")).real(),
        localized.column("resource_allocation", message!("predict-resource-allocation-short")).real(),
        localized.column("preferential_attachment", message!("predict-preferential-attachment-short")).integer(),
        localized.column("shared", message!("answers-common-partners")).list(),
        Column::for_machines("shared_ids").list(),
    ];
    let key = |id: InstitutionId| localized.context.corpus.institution(id).id.clone();
    let row = |(one, &rank): (&PredictedPair, &usize)| {
        let [common, adamic_adar, resource_allocation, attachment] = one.pair.scores;
        let [a, b] = one.ends;
        vec![
            Cell::Count(rank as u64),
            Cell::text(localized.name(a)),
            Cell::text(localized.name(b)),
            Cell::text(key(a)),
            Cell::text(key(b)),
            Cell::Count(common as u64),
            Cell::Real(adamic_adar),
            Cell::Real(resource_allocation),
            Cell::Count(attachment as u64),
            Cell::list(one.shared.iter().map(|&id| localized.name(id)).collect()),
            Cell::list(one.shared.iter().map(|&id| key(id)).collect()),
        ]
    };
    let caption = localized.text(message!("predict-caption"));
    Table { name: "predict".to_owned(), caption, columns, rows: pairs.iter().zip(ranks).map(row).collect() }
}
