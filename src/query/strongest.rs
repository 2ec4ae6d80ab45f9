//! Strongest ties with the works behind them.

mod significance;

use crate::answer::Answer;
use crate::answer::language::Language;
use crate::answer::number::Real;
use crate::answer::table::{Cell, Column, Table};
use crate::message;
use crate::messages::{Argument, List, Message};
use crate::query::context::QueryContext;
use crate::query::localized::{Basis, LocalizedContext};
use crate::query::partnerships::{self, bundles};
use crate::query::ranking;
use crate::query::record::{self, InstitutionRecord, Method, WorkRecord};
pub use crate::query::strongest::significance::{NullHypothesis, SignificanceFilter};
use crate::query::strongest::significance::{Significance, SignificanceRecord};
use serde::{Serialize, Serializer};

/// Default number of ties.
pub const DEFAULT_TOP: usize = 20;

/// Number of bundles named in the sentence.
const MAX_NAMED: usize = 4;

/// Length of the list, and which ties are on it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// Maximum number of ties; `None`: all.
    pub top: Option<usize>,
    /// Only ties whose p is below a level; `None`: all.
    pub significance: Option<SignificanceFilter>,
}

impl Default for Options {
    fn default() -> Self {
        Self { top: Some(DEFAULT_TOP), significance: None }
    }
}

#[derive(Serialize)]
struct Record<'s, 'c> {
    rows: RankedTieRows<'s, 'c>,
    ties: usize,
    /// Ties that are kept by their significance.
    #[serde(skip_serializing_if = "Option::is_none")]
    significant: Option<usize>,
    #[serde(flatten)]
    method: Method,
}

/// Rows serialised one by one, since there may be a hundred thousand.
struct RankedTieRows<'s, 'c> {
    context: &'s QueryContext<'c>,
    ties: &'s [usize],
    ranks: &'s [usize],
    significance: Option<&'s Significance>,
}

impl Serialize for RankedTieRows<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(
            self.ties
                .iter()
                .zip(self.ranks)
                .filter_map(|(&tie, &rank)| row(self.context, tie, rank, self.significance)),
        )
    }
}

#[derive(Serialize)]
struct Row {
    rank: usize,
    a: InstitutionRecord,
    b: InstitutionRecord,
    weight: Real,
    works: Vec<WorkRecord>,
    #[serde(skip_serializing_if = "Option::is_none")]
    significance: Option<SignificanceRecord>,
}

/// Ties by weight, number of works (both descending), then names, with the works behind each. A filter selects works;
/// the ties are all that these make.
#[must_use]
pub fn ask(context: &QueryContext<'_>, options: &Options, language: Language) -> Answer {
    let localized = LocalizedContext::new(context, language);
    let mut ties = partnerships::strongest(context);
    let all = ties.len();
    let significance = options.significance.map(|filter| Significance::of(context.network(), filter));
    if let Some(significance) = &significance {
        ties.retain(|&tie| significance.keeps(tie));
    }
    let weights: Vec<f64> = ties.iter().map(|&tie| context.network().tie(tie).2).collect();
    let ranks = ranking::ranks(&weights);
    let shown = options.top.unwrap_or(usize::MAX).min(ties.len());
    let excluded = context.network().excluded();
    let record = Record {
        rows: RankedTieRows { context, ties: &ties[..shown], ranks: &ranks, significance: significance.as_ref() },
        ties: all,
        significant: significance.is_some().then_some(ties.len()),
        method: Method::of(context, excluded),
    };
    let first = ranks.iter().take_while(|&&rank| rank == 1).count();
    let mut notes: Vec<Message> = ranking::truncation_note(shown, ties.len(), "tie").into_iter().collect();
    if let Some(significance) = &significance {
        notes.extend(significance.notes(&localized));
    }
    notes.extend(localized.method());
    let lead = match &significance {
        Some(significance) if all > 0 => significance.lead(&localized, all, &ties, first),
        _ => vec![lead(&localized, &ties[..first], "all")],
    };
    Answer {
        language: localized.language,
        found: shown > 0,
        lead: localized.lead(lead, Basis::Ties(excluded)),
        tables: vec![table(&localized, &ties[..shown], &ranks, significance.as_ref())],
        notes,
        record: record::value(&record),
    }
}

fn row(context: &QueryContext<'_>, tie: usize, rank: usize, significance: Option<&Significance>) -> Option<Row> {
    let (a, b) = partnerships::ends(context, tie)?;
    Some(Row {
        rank,
        a: InstitutionRecord::of(context.corpus, a),
        b: InstitutionRecord::of(context.corpus, b),
        weight: Real(context.network().tie(tie).2),
        works: WorkRecord::all(context.corpus, context.network().evidence(tie)),
        significance: significance.map(|significance| significance.record(tie)),
    })
}

/// Sentence on the strongest tie, or on all of equal weight, among `all` ties or the `significant` ones.
fn lead(localized: &LocalizedContext<'_, '_>, first: &[usize], among: &'static str) -> Message {
    let network = localized.context.network();
    let Some(&tie) = first.first() else { return message!("answers-no-ties") };
    let weight = Argument::number(network.tie(tie).2, 2);
    let works = network.evidence(tie);
    if let ([_], Some((a, b))) = (first, partnerships::ends(localized.context, tie)) {
        let (a, b, kind) = (localized.names_of(a), localized.names_of(b), localized.kind());
        return match works.len() {
            0 => message!("strongest-explicit", among = among, a = a, b = b, weight = weight),
            count => {
                let list = localized.dated_list(works);
                message!(
                    "strongest-one",
                    among = among,
                    a = a,
                    b = b,
                    weight = weight,
                    count = count,
                    kind = kind,
                    works = list
                )
            }
        };
    }
    let bundle = |one: &partnerships::Bundle| match one.institutions.as_slice() {
        &[a, b] => message!("strongest-pair", a = localized.names_of(a), b = localized.names_of(b)),
        all => message!("strongest-team", count = one.ties.len(), names = localized.institution_list(all)),
    };
    let bundles = bundles(localized.context, first);
    let list = List { named: Some(MAX_NAMED), ..List::comma(bundles.iter().map(bundle)) };
    message!("strongest-several", among = among, count = first.len(), weight = weight, ties = list)
}

fn table(
    localized: &LocalizedContext<'_, '_>,
    ties: &[usize],
    ranks: &[usize],
    significance: Option<&Significance>,
) -> Table {
    let mut columns = vec![
        localized.column("rank", message!("answers-rank")).integer(),
        localized.column("a", message!("answers-institution")),
        localized.column("b", message!("answers-partner")),
        Column::for_machines("a_id"),
        Column::for_machines("b_id"),
        localized.column("weight", message!("answers-weight")).real(),
        localized.column("works", message!("answers-joint-works", kind = localized.kind())).list(),
    ];
    columns.extend(significance.into_iter().flat_map(|_| Significance::columns(localized)));
    let key = |id| localized.context.corpus.institution(id).id.clone();
    let row = |(&tie, &rank): (&usize, &usize)| {
        let (a, b) = partnerships::ends(localized.context, tie)?;
        let works = localized.context.network().evidence(tie);
        let mut cells = vec![
            Cell::Count(rank as u64),
            Cell::text(localized.name(a)),
            Cell::text(localized.name(b)),
            Cell::text(key(a)),
            Cell::text(key(b)),
            Cell::Real(localized.context.network().tie(tie).2),
            Cell::list(works.iter().map(|&work| localized.work(work)).collect()),
        ];
        cells.extend(significance.into_iter().flat_map(|significance| significance.cells(tie)));
        Some(cells)
    };
    let caption = localized.text(message!("strongest-caption"));
    Table { name: "ties".to_owned(), caption, columns, rows: ties.iter().zip(ranks).filter_map(row).collect() }
}
