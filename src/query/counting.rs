//! Effect of counting: strengths and ranks under full, fractional and strict counting, and the share of the network
//! that single works account for.

mod work_shares;

use crate::answer::Answer;
use crate::answer::language::Language;
use crate::answer::number::{Real, stable};
use crate::answer::table::{Cell, Column, Table};
use crate::corpus::institution::InstitutionId;
use crate::message;
use crate::messages::{Argument, List, Message};
use crate::network::Network;
use crate::network::counting::{Counting, Projection};
use crate::query::context::QueryContext;
use crate::query::counting::work_shares::{ShareRow, WorkShares};
use crate::query::institutions::others_note;
use crate::query::localized::{Basis, LocalizedContext};
use crate::query::record::{self, InstitutionRecord, Method};
use crate::query::{ranking, require_works};
use serde::Serialize;

/// Default length of the lists.
pub const DEFAULT_TOP: usize = 20;

/// The counting methods in the order of the columns.
const ALL: [Counting; 3] = [Counting::Full, Counting::Fractional, Counting::Strict];

/// Length of the lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// Maximum number of institutions and works; `None`: all.
    pub top: Option<usize>,
}

impl Default for Options {
    fn default() -> Self {
        Self { top: Some(DEFAULT_TOP) }
    }
}

#[derive(Serialize)]
struct Record {
    rows: Vec<Row>,
    ranked: usize,
    unranked: usize,
    works: Vec<ShareRow>,
    ties: usize,
    weight: Real,
    outside: Vec<ShareRow>,
    ties_without_cap: Option<usize>,
    #[serde(flatten)]
    method: Method,
}

#[derive(Serialize)]
struct Row {
    #[serde(flatten)]
    institution: InstitutionRecord,
    full: Real,
    full_rank: usize,
    fractional: Real,
    fractional_rank: usize,
    strict: Real,
    strict_rank: usize,
    rise: i64,
}

/// Strength and rank of an institution under each counting method.
struct CountingRanks {
    id: InstitutionId,
    strength: [f64; 3],
    rank: [usize; 3],
}

impl CountingRanks {
    /// Ranks gained from full to strict counting; negative: lost.
    fn rise(&self) -> i64 {
        self.rank[0] as i64 - self.rank[2] as i64
    }
}

/// Total link strength under the three counting methods, and the contribution of each work. Ignores the counting of
/// the context, respects its team cap.
#[must_use]
pub fn ask(context: &QueryContext<'_>, options: &Options, language: Language) -> Answer {
    require_works::or_explain(context, answer(context, options, language))
}

fn answer(context: &QueryContext<'_>, options: &Options, language: Language) -> Answer {
    let localized = LocalizedContext::new(context, language);
    let ranked = ranked(context);
    let top = |all: usize| options.top.unwrap_or(usize::MAX).min(all);
    let shown = &ranked[..top(ranked.len())];
    let shares = WorkShares::of(context);
    let excluded = context.network().excluded();
    let listed = context.corpus.institution_ids().filter(|&id| context.shows(id)).count();
    let (unranked, others) = (listed - ranked.len(), context.corpus.institution_count() - listed);
    let works = &shares.works[..top(shares.works.len())];
    let record = Record {
        rows: shown.iter().map(|institution| row(context, institution)).collect(),
        ranked: ranked.len(),
        unranked,
        works: shares.rows(context, works),
        ties: shares.ties,
        weight: Real(shares.weight),
        outside: shares.rows(context, &shares.excluded),
        ties_without_cap: shares.ties_without_cap,
        method: Method::of(context, excluded),
    };
    let mut lead = rank_changes(&localized, &ranked, others);
    lead.extend(shares.sentences(&localized));
    let mut tables = vec![table(&localized, shown)];
    if !works.is_empty() {
        tables.push(shares.table(&localized, works));
    }
    let mut notes = vec![message!("counting-definition", kind = localized.kind())];
    notes.extend(ranking::truncation_note(shown.len(), ranked.len(), "actor"));
    notes.extend(ranking::truncation_note(works.len(), shares.works.len(), localized.kind()));
    notes.extend(others_note(others));
    notes.extend(localized.data());
    let lead = localized.lead(lead, Basis::AllCountings(excluded));
    Answer {
        language: localized.language,
        found: !ranked.is_empty(),
        lead,
        tables,
        notes,
        record: record::value(&record),
    }
}

/// Institutions with a partner that meet the filter, by strength under full counting, then name.
fn ranked(context: &QueryContext<'_>) -> Vec<CountingRanks> {
    let strengths = ALL.map(|counting| {
        let network = Network::one_mode(context.corpus, Projection { counting, ..context.projection });
        let rows = network.adjacency();
        (0..network.node_count()).map(|node| stable(rows.weights(node).iter().sum())).collect::<Vec<f64>>()
    });
    let label = |id: InstitutionId| context.corpus.institution(id).names.label();
    let ids = context.corpus.institution_ids().filter(|&id| context.shows(id) && strengths[0][id.index()] > 0.0);
    let mut ranked: Vec<CountingRanks> = ids
        .map(|id| CountingRanks { id, strength: [0, 1, 2].map(|at| strengths[at][id.index()]), rank: [0; 3] })
        .collect();
    for at in [1, 2, 0] {
        ranked.sort_by(|x, y| {
            let strength = y.strength[at].total_cmp(&x.strength[at]);
            strength.then_with(|| label(x.id).cmp(label(y.id))).then(x.id.cmp(&y.id))
        });
        let ranks = ranking::ranks(&ranked.iter().map(|institution| institution.strength[at]).collect::<Vec<_>>());
        ranked.iter_mut().zip(ranks).for_each(|(institution, rank)| institution.rank[at] = rank);
    }
    ranked
}

fn row(context: &QueryContext<'_>, ranks: &CountingRanks) -> Row {
    let [full, fractional, strict] = ranks.strength.map(Real);
    let [full_rank, fractional_rank, strict_rank] = ranks.rank;
    let institution = InstitutionRecord::of(context.corpus, ranks.id);
    Row { institution, full, full_rank, fractional, fractional_rank, strict, strict_rank, rise: ranks.rise() }
}

/// Institutions with the largest rise and fall from full to strict counting; `others` do not meet the filter.
fn rank_changes(localized: &LocalizedContext<'_, '_>, ranked: &[CountingRanks], others: usize) -> Vec<Message> {
    if ranked.is_empty() {
        return vec![message!("counting-no-partners", others = others)];
    }
    let largest = |sign: i64| {
        let best = ranked.iter().map(|institution| institution.rise() * sign).max().filter(|&largest| largest > 0)?;
        Some(moves(localized, &ranked.iter().filter(|one| one.rise() * sign == best).collect::<Vec<_>>()))
    };
    let up = largest(1).map(|moves| message!("counting-rise", moves = moves));
    let down = largest(-1).map(|moves| message!("counting-fall", moves = moves));
    let lead: Vec<Message> = up.into_iter().chain(down).collect();
    let are_same = ranked.iter().all(|one| one.rank[0] == one.rank[1]);
    match lead.is_empty() {
        true if are_same => vec![message!("counting-same-ranks")],
        true => vec![message!("counting-same-ends")],
        false => lead,
    }
}

/// Institutions with their ranks under full and strict counting; identical ranks are stated once.
fn moves(localized: &LocalizedContext<'_, '_>, ranked: &[&CountingRanks]) -> Argument {
    if let [first, _, ..] = ranked
        && ranked.iter().all(|institution| institution.rank == first.rank)
    {
        let names = localized.institution_list(&ranked.iter().map(|institution| institution.id).collect::<Vec<_>>());
        let [full, _, strict] = first.rank;
        return message!("counting-moves-alike", names = names, full = full, strict = strict).into();
    }
    let one = |institution: &&CountingRanks| {
        let [full, _, strict] = institution.rank;
        message!("counting-move", name = localized.names_of(institution.id), full = full, strict = strict)
    };
    List::and(ranked.iter().map(one), "actor").into()
}

fn table(localized: &LocalizedContext<'_, '_>, shown: &[CountingRanks]) -> Table {
    let mut columns =
        vec![localized.column("institution", message!("answers-institution")), Column::for_machines("id")];
    for counting in ALL {
        let label = match counting {
            Counting::Full => message!("counting-full"),
            Counting::Fractional => message!("counting-fractional"),
            Counting::Strict => message!("counting-strict"),
        };
        columns.push(Column::new(counting.key(), localized.text(label)).real());
        let rank = localized.text(message!("answers-rank"));
        columns.push(Column::new(&format!("{}_rank", counting.key()), rank).integer());
    }
    columns.push(localized.column("rise", message!("counting-full-to-strict")).integer());
    let row = |institution: &CountingRanks| {
        let mut cells = vec![
            Cell::text(localized.name(institution.id)),
            Cell::text(&localized.context.corpus.institution(institution.id).id),
        ];
        for at in 0..3 {
            cells.extend([Cell::Real(institution.strength[at]), Cell::Count(institution.rank[at] as u64)]);
        }
        cells.push(Cell::Change(institution.rise()));
        cells
    };
    let caption = localized.text(message!("counting-caption"));
    Table { name: "counting".to_owned(), caption, columns, rows: shown.iter().map(row).collect() }
}
