//! Ranking of institutions by a centrality measure.

use crate::answer::Answer;
use crate::answer::language::Language;
use crate::answer::number::{Real, decimals, stable};
use crate::answer::table::{Cell, Column, Table};
use crate::centrality::measure::{self, Measure, UseOfWeights};
use crate::centrality::sampled::{self, Estimate};
use crate::centrality::scores::TIE_TOLERANCE;
use crate::centrality::weighting::Weighting;
use crate::corpus::institution::InstitutionId;
use crate::corpus::kind::WorkKind;
use crate::message;
use crate::messages::{Argument, Message};
use crate::query::context::QueryContext;
use crate::query::institutions::others_note;
use crate::query::localized::{Basis, LocalizedContext};
use crate::query::record::{self, Method};
use crate::query::{ranking, require_works};
use serde::Serialize;

/// Measure and length of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// The measure.
    pub by: Measure,
    /// Maximum number of rows; `None`: all.
    pub top: Option<usize>,
    /// Whether ties count by their weight where the measure leaves that open.
    pub is_weighted: bool,
}

/// Default measure: total link strength, as is usual in bibliometrics.
pub const DEFAULT_MEASURE: Measure = Measure::Strength;
/// Default number of rows.
pub const DEFAULT_TOP: usize = 20;

impl Default for Options {
    fn default() -> Self {
        Self { by: DEFAULT_MEASURE, top: Some(DEFAULT_TOP), is_weighted: false }
    }
}

impl Options {
    /// Whether ties count by their weight.
    fn is_by_weight(&self) -> bool {
        match self.by.use_of_weights() {
            UseOfWeights::Never => false,
            UseOfWeights::WhereAsked => self.is_weighted,
            UseOfWeights::Always => true,
        }
    }

    fn label(&self, kind: WorkKind) -> Message {
        let label = self.by.label(kind);
        match self.by.use_of_weights() {
            UseOfWeights::WhereAsked if self.is_weighted => message!("measures-weighted", measure = label),
            _ => label,
        }
    }

    fn definition(&self, kind: WorkKind) -> Option<Message> {
        self.by.definition(kind, if self.is_weighted { Weighting::Weighted } else { Weighting::Unweighted })
    }
}

#[derive(Serialize)]
struct Record {
    measure: &'static str,
    weighted: bool,
    rows: Vec<Row>,
    #[serde(flatten)]
    method: Method,
    ranked: usize,
    unranked: usize,
    others: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    estimate: Option<EstimateRow>,
}

/// Accuracy of estimated values.
#[derive(Serialize)]
struct EstimateRow {
    error: Real,
    failure: Real,
    samples: usize,
    seed: u64,
}

#[derive(Serialize)]
struct Row {
    rank: usize,
    id: String,
    name: String,
    value: Real,
    name_ko: Option<String>,
    works: usize,
}

/// An institution with rank and value.
struct RankedInstitution {
    rank: usize,
    id: InstitutionId,
    value: f64,
}

/// Ranks the institutions that meet the filter; the measure is computed on the network of all.
#[must_use]
pub fn ask(context: &QueryContext<'_>, options: &Options, language: Language) -> Answer {
    let scores = if options.is_weighted { measure::weighted_scores } else { measure::scores };
    let values = scores(context.network(), options.by).values;
    let answer = answer_with(context, options, values, None, language);
    if options.by.needs_works() { require_works::or_explain(context, answer) } else { answer }
}

/// Ranks by betweenness estimated from sampled shortest paths, with a note on the accuracy. `top` as in [`Options`].
#[must_use]
pub fn estimated(context: &QueryContext<'_>, how: &sampled::Options, top: Option<usize>, language: Language) -> Answer {
    let estimate = sampled::scores(context.network(), how);
    let values = estimate.scores.values.clone();
    answer_with(
        context,
        &Options { by: Measure::Betweenness, top, is_weighted: false },
        values,
        Some(&estimate),
        language,
    )
}

fn answer_with(
    context: &QueryContext<'_>,
    options: &Options,
    values: Vec<f64>,
    estimate: Option<&Estimate>,
    language: Language,
) -> Answer {
    let localized = LocalizedContext::new(context, language);
    let shown: Vec<InstitutionId> = context.corpus.institution_ids().filter(|&id| context.shows(id)).collect();
    let ranked = ranked(context, &shown, &values, options.by);
    let top = &ranked[..options.top.unwrap_or(usize::MAX).min(ranked.len())];
    let (unranked, others) = (shown.len() - ranked.len(), context.corpus.institution_count() - shown.len());
    let excluded = context.network().excluded();
    let record = Record {
        measure: options.by.key(),
        weighted: options.is_by_weight(),
        rows: top.iter().map(|institution| institution.row(context)).collect(),
        method: Method::of(context, excluded),
        ranked: ranked.len(),
        unranked,
        others,
        estimate: estimate.map(|estimate| EstimateRow {
            error: Real(estimate.options.error),
            failure: Real(estimate.options.failure),
            samples: estimate.samples,
            seed: estimate.options.seed,
        }),
    };
    let mut notes: Vec<Message> = options.definition(localized.kind()).into_iter().collect();
    notes.extend(estimate.map(estimate_note));
    notes.extend(cut_notes(&ranked, top.len()));
    if unranked > 0 {
        let without = shown.iter().copied().filter(|id| !values[id.index()].is_finite());
        let (capped, kind) = (context.capped(without), localized.kind());
        notes.push(match options.by {
            Measure::Eccentricity => message!("rank-beyond-largest", count = unranked),
            _ => message!("rank-unranked", count = unranked, capped = capped, kind = kind),
        });
    }
    notes.extend(others_note(others));
    notes.extend(if options.by.needs_works() { localized.data() } else { localized.method() });
    let basis = if options.by.needs_works() { Basis::Works } else { Basis::Ties(excluded) };
    Answer {
        language: localized.language,
        found: !top.is_empty(),
        lead: localized.lead(vec![lead(&localized, options, &ranked)], basis),
        tables: vec![table(&localized, options, top)],
        notes,
        record: record::value(&record),
    }
}

/// Note on the accuracy of estimated values.
fn estimate_note(estimate: &Estimate) -> Message {
    let Estimate { samples, options, .. } = estimate;
    message!(
        "rank-estimate",
        samples = *samples,
        seed = options.seed.to_string(),
        probability = Argument::number(100.0 * (1.0 - options.failure), 0),
        error = options.error.to_string(),
        failure = options.failure.to_string()
    )
}

/// Competition ranking (1, 2, 2, 4). Institutions without value (constraint without partners) are not ranked.
fn ranked(context: &QueryContext<'_>, shown: &[InstitutionId], values: &[f64], by: Measure) -> Vec<RankedInstitution> {
    let values: Vec<f64> = values.iter().map(|&value| stable(value)).collect();
    let value = |id: InstitutionId| values[id.index()];
    let label = |id: InstitutionId| context.corpus.institution(id).names.label();
    let mut ids: Vec<InstitutionId> = shown.iter().copied().filter(|&id| value(id).is_finite()).collect();
    ids.sort_by(|&a, &b| {
        let order = value(b).total_cmp(&value(a));
        if by.is_ascending() { order.reverse() } else { order }.then(a.cmp(&b))
    });
    let mut ranked: Vec<RankedInstitution> = Vec::with_capacity(ids.len());
    while ranked.len() < ids.len() {
        let start = ranked.len();
        let first = value(ids[start]);
        let tied = ids[start..].iter().take_while(|&&id| ties(first, value(id))).count();
        let run = &mut ids[start..start + tied];
        run.sort_by(|&a, &b| label(a).cmp(label(b)).then(a.cmp(&b)));
        ranked.extend(run.iter().map(|&id| RankedInstitution { rank: start + 1, id, value: value(id) }));
    }
    ranked
}

fn ties(a: f64, b: f64) -> bool {
    a == b || (a - b).abs() <= TIE_TOLERANCE * a.abs().max(b.abs())
}

impl RankedInstitution {
    fn row(&self, context: &QueryContext<'_>) -> Row {
        let institution = context.corpus.institution(self.id);
        Row {
            rank: self.rank,
            id: institution.id.clone(),
            name: institution.names.name.clone(),
            value: Real(self.value),
            name_ko: institution.names.name_ko.clone(),
            works: context.work_count(self.id),
        }
    }
}

fn lead(localized: &LocalizedContext<'_, '_>, options: &Options, ranked: &[RankedInstitution]) -> Message {
    let label = options.label(localized.kind());
    let Some(first) = ranked.first() else { return message!("rank-nothing", measure = label) };
    let leaders: Vec<InstitutionId> =
        ranked.iter().take_while(|institution| institution.rank == 1).map(|institution| institution.id).collect();
    let value = Argument::number(first.value, decimals(first.value));
    if ranked.len() == 1 {
        let name = localized.names_of(first.id);
        return message!("rank-only", measure = label, name = name, value = value);
    }
    if leaders.len() == ranked.len() {
        return message!("rank-all-equal", measure = label, count = ranked.len(), value = value);
    }
    let (names, count) = (localized.institution_list(&leaders), leaders.len());
    match options.by.is_ascending() {
        true => message!("rank-lowest", measure = label, names = names, value = value),
        false => message!("rank-leaders", measure = label, names = names, count = count, value = value),
    }
}

/// The label with an initial capital, as column heading.
fn heading(label: &str) -> String {
    let mut chars = label.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// Notes on what the list omits.
fn cut_notes(ranked: &[RankedInstitution], shown: usize) -> Vec<Message> {
    let shared = match (ranked[..shown].last(), ranked.get(shown)) {
        (Some(last), Some(next)) if last.rank == next.rank => {
            let equal = ranked[shown..].iter().take_while(|institution| institution.rank == last.rank).count();
            Some(message!("rank-shared", count = equal, rank = last.rank))
        }
        _ => None,
    };
    let truncated = ranking::truncation_note(shown, ranked.len(), "actor");
    truncated.into_iter().chain(shared).collect()
}

fn table(localized: &LocalizedContext<'_, '_>, options: &Options, ranked: &[RankedInstitution]) -> Table {
    let mut columns = vec![
        localized.column("rank", message!("answers-rank")).integer(),
        localized.column("institution", message!("answers-institution")),
        Column::for_machines("id"),
        Column::for_machines("name"),
        Column::for_machines("name_ko"),
        Column::new("value", heading(&localized.text(options.label(localized.kind())))).real(),
        localized.column("works", message!("answers-number-of-works", kind = localized.kind())).integer(),
    ];
    if options.by == Measure::Works {
        columns[6] = Column::for_machines("works").integer();
    }
    let row = |ranked: &RankedInstitution| {
        let institution = localized.context.corpus.institution(ranked.id);
        vec![
            Cell::Count(ranked.rank as u64),
            Cell::text(localized.name(ranked.id)),
            Cell::text(&institution.id),
            Cell::text(&institution.names.name),
            Cell::text(institution.names.name_ko.clone().unwrap_or_default()),
            Cell::Real(ranked.value),
            Cell::Count(localized.context.work_count(ranked.id) as u64),
        ]
    };
    let label = options.label(localized.kind());
    let caption = localized.text(message!("rank-caption", measure = label));
    Table { name: "rank".to_owned(), caption, columns, rows: ranked.iter().map(row).collect() }
}
