//! Who stands where, by which measure?

use serde::Serialize;

use crate::answer::language::Language;
use crate::answer::number::{Real, decimals, plain, stable, thousands};
use crate::answer::told::{Answer, Cell, Column, Table};
use crate::centrality::measure::{self, Measure};
use crate::centrality::sampled::{self, Estimate};
use crate::centrality::scores::TIE_TOLERANCE;
use crate::corpus::institution::InstitutionId;
use crate::english::agree;
use crate::question::institutions::others_note;
use crate::question::lack;
use crate::question::record::{self, Method};
use crate::question::scope::Scope;
use crate::question::voice::Voice;

/// What is ranked, and how far the list goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// The measure.
    pub by: Measure,
    /// How many rows at most; `None`: all.
    pub top: Option<usize>,
}

/// The measure unless told otherwise: total link strength, as the field does.
pub const DEFAULT_MEASURE: Measure = Measure::Strength;
/// How many rows unless told otherwise.
pub const DEFAULT_TOP: usize = 20;

impl Default for Options {
    fn default() -> Self {
        Self { by: DEFAULT_MEASURE, top: Some(DEFAULT_TOP) }
    }
}

#[derive(Serialize)]
struct Record {
    measure: &'static str,
    rows: Vec<Row>,
    #[serde(flatten)]
    method: Method,
    ranked: usize,
    unranked: usize,
    others: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    estimate: Option<EstimateRow>,
}

/// What estimated values are worth.
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

/// An institution at its place.
struct Place {
    rank: usize,
    id: InstitutionId,
    value: f64,
}

/// Ranks the institutions that meet the filter; the measure itself is of the whole network.
#[must_use]
pub fn ask(scope: &Scope<'_>, options: &Options, language: Language) -> Answer {
    let values = measure::scores(scope.network(), options.by).values;
    let answer = told(scope, options, values, None, language);
    if options.by == Measure::Works { lack::told(scope, answer, language) } else { answer }
}

/// Ranks by betweenness as sampled shortest paths let expect it; the answer says how near that is. `top` is as in
/// [`Options`].
#[must_use]
pub fn estimated(scope: &Scope<'_>, how: &sampled::Options, top: Option<usize>, language: Language) -> Answer {
    let estimate = sampled::scores(scope.network(), how);
    let values = estimate.scores.values.clone();
    told(scope, &Options { by: Measure::Betweenness, top }, values, Some(&estimate), language)
}

fn told(
    scope: &Scope<'_>,
    options: &Options,
    values: Vec<f64>,
    estimate: Option<&Estimate>,
    language: Language,
) -> Answer {
    let voice = Voice::new(scope, language);
    let shown: Vec<InstitutionId> = scope.corpus.institution_ids().filter(|&id| scope.shows(id)).collect();
    let places = places(scope, &shown, &values, options.by);
    let top = &places[..options.top.unwrap_or(usize::MAX).min(places.len())];
    let (unranked, others) = (shown.len() - places.len(), scope.corpus.institution_count() - shown.len());
    let left_out = scope.network().excluded();
    let record = Record {
        measure: options.by.key(),
        rows: top.iter().map(|place| place.row(scope)).collect(),
        method: Method::of(scope, left_out),
        ranked: places.len(),
        unranked,
        others,
        estimate: estimate.map(|estimate| EstimateRow {
            error: Real(estimate.options.error),
            failure: Real(estimate.options.failure),
            samples: estimate.samples,
            seed: estimate.options.seed,
        }),
    };
    let mut notes = definition(&voice, options.by);
    notes.extend(estimate.map(|estimate| estimate_note(&voice, estimate)));
    notes.extend(cut_notes(&voice, &places, top.len(), unranked));
    notes.extend(others_note(&voice, others));
    notes.extend(if options.by == Measure::Works { voice.data() } else { voice.method(left_out) });
    Answer {
        found: !top.is_empty(),
        lead: vec![lead(&voice, options.by, &places)],
        tables: vec![table(&voice, options.by, top)],
        notes,
        record: record::value(&record),
    }
}

/// How near estimated values are.
fn estimate_note(voice: &Voice<'_, '_>, estimate: &Estimate) -> String {
    let Estimate { samples, options, .. } = estimate;
    let (samples, sure) = (thousands(*samples as u64), plain(100.0 * (1.0 - options.failure), 0));
    let (error, seed) = (options.error, options.seed);
    voice.say(
        format!(
            "Estimated from {samples} sampled shortest paths (Riondato & Kornaropoulos 2016, seed {seed}): with a \
             probability of {sure} % no value is off by more than {error} (ε = {error}, δ = {}). Ranks that lie \
             nearer together may be swapped.",
            options.failure
        ),
        format!(
            "표본 최단 경로 {samples}개로 추정한 값이다(Riondato & Kornaropoulos 2016, 시드 {seed}). {sure}% 확률로 어떤 \
             값도 {error} 넘게 벗어나지 않는다(ε = {error}, δ = {}). 값의 차이가 이보다 작으면 순위가 바뀔 수 있다.",
            options.failure
        ),
    )
}

/// Ranks with ties: 1, 2, 2, 4. Who has no value (constraint without partners) has no place.
fn places(scope: &Scope<'_>, shown: &[InstitutionId], values: &[f64], by: Measure) -> Vec<Place> {
    let values: Vec<f64> = values.iter().map(|&value| stable(value)).collect();
    let value = |id: InstitutionId| values[id.index()];
    let label = |id: InstitutionId| scope.corpus.institution(id).names.label();
    let mut ids: Vec<InstitutionId> = shown.iter().copied().filter(|&id| value(id).is_finite()).collect();
    ids.sort_by(|&a, &b| {
        let order = value(b).total_cmp(&value(a));
        if ascends(by) { order.reverse() } else { order }.then(a.cmp(&b))
    });
    let mut places: Vec<Place> = Vec::with_capacity(ids.len());
    while places.len() < ids.len() {
        let start = places.len();
        let head = value(ids[start]);
        let tied = ids[start..].iter().take_while(|&&id| ties(head, value(id))).count();
        let run = &mut ids[start..start + tied];
        run.sort_by(|&a, &b| label(a).cmp(label(b)).then(a.cmp(&b)));
        places.extend(run.iter().map(|&id| Place { rank: start + 1, id, value: value(id) }));
    }
    places
}

/// Whether small values come first: who is less constrained is freer to broker.
fn ascends(by: Measure) -> bool {
    by == Measure::Constraint
}

fn ties(a: f64, b: f64) -> bool {
    a == b || (a - b).abs() <= TIE_TOLERANCE * a.abs().max(b.abs())
}

/// Label of a measure; works are called what the data call for.
fn label(voice: &Voice<'_, '_>, by: Measure) -> String {
    match by {
        Measure::Works => voice.say("works", format!("{} 수", voice.noun())),
        _ => voice.pick(by.label()),
    }
}

impl Place {
    fn row(&self, scope: &Scope<'_>) -> Row {
        let institution = scope.corpus.institution(self.id);
        Row {
            rank: self.rank,
            id: institution.id.clone(),
            name: institution.names.name.clone(),
            value: Real(self.value),
            name_ko: institution.names.name_ko.clone(),
            works: scope.works_len(self.id),
        }
    }
}

fn lead(voice: &Voice<'_, '_>, by: Measure, places: &[Place]) -> String {
    let label = label(voice, by);
    let Some(first) = places.first() else {
        return voice
            .say(format!("No institution can be ranked by {label}."), format!("{label} 순위를 매길 기관이 없다."));
    };
    let leaders: Vec<InstitutionId> = places.iter().take_while(|place| place.rank == 1).map(|place| place.id).collect();
    let (names, value) = (voice.names(&leaders), plain(first.value, decimals(first.value)));
    if leaders.len() == places.len() && places.len() > 1 {
        return voice.say(
            format!("By {label}, all {} are equal with {value}.", voice.institutions(places.len())),
            format!("{label} 값은 {} 모두 같다({value}).", voice.institutions(places.len())),
        );
    }
    if ascends(by) {
        return voice.say(
            format!("The lowest {label} is that of {names}: {value}."),
            format!("{label} 값이 가장 낮은 기관: {names}({value})."),
        );
    }
    let verb = if leaders.len() == 1 { "leads" } else { "lead" };
    voice.say(format!("By {label}, {names} {verb} with {value}."), format!("{label} 1위: {names}({value})."))
}

/// What the measure says; works need no saying.
fn definition(voice: &Voice<'_, '_>, by: Measure) -> Vec<String> {
    if by == Measure::Works { Vec::new() } else { vec![voice.pick(by.definition())] }
}

/// The label with a capital, for the head of a column.
fn heading(label: &str) -> String {
    let mut letters = label.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// What the list does not show.
fn cut_notes(voice: &Voice<'_, '_>, places: &[Place], shown: usize, unranked: usize) -> Vec<String> {
    let mut notes = Vec::new();
    if shown < places.len() {
        let (of, all) = (thousands(shown as u64), thousands(places.len() as u64));
        notes.push(voice.say(
            format!("{of} of {all} institutions {} shown.", agree(shown, "is", "are")),
            format!("기관 {all}곳 중 {of}곳만 싣는다."),
        ));
    }
    if let (Some(last), Some(next)) = (places[..shown].last(), places.get(shown))
        && last.rank == next.rank
    {
        let equal = places[shown..].iter().take_while(|place| place.rank == last.rank).count();
        let (rank, more) = (thousands(last.rank as u64), thousands(equal as u64));
        notes.push(voice.say(
            format!("{more} more {} rank {rank} with the last one shown.", agree(equal, "shares", "share")),
            format!("표에 없는 기관 {more}곳도 값이 같아 공동 {rank}위다."),
        ));
    }
    if unranked > 0 {
        let number = thousands(unranked as u64);
        notes.push(voice.say(
            format!("Without a value, as they have no partners: {number}."),
            format!("협력 기관이 없어 값이 없는 기관: {number}곳."),
        ));
    }
    notes
}

fn table(voice: &Voice<'_, '_>, by: Measure, places: &[Place]) -> Table {
    let mut columns = vec![
        Column::new("rank", voice.say("Rank", "순위")),
        Column::new("institution", voice.say("Institution", "기관")),
        Column::for_machines("id"),
        Column::for_machines("name"),
        Column::for_machines("name_ko"),
        Column::new("value", heading(&label(voice, by))),
        Column::new("works", voice.say("Works", format!("{} 수", voice.noun()))),
    ];
    if by == Measure::Works {
        columns[6] = Column::for_machines("works");
    }
    let row = |place: &Place| {
        let institution = voice.scope.corpus.institution(place.id);
        vec![
            Cell::Count(place.rank as u64),
            Cell::text(voice.name(place.id)),
            Cell::text(&institution.id),
            Cell::text(&institution.names.name),
            Cell::text(institution.names.name_ko.clone().unwrap_or_default()),
            Cell::Real(place.value),
            Cell::Count(voice.scope.works_len(place.id) as u64),
        ]
    };
    let label = label(voice, by);
    let caption = voice.say(format!("Institutions by {label}"), format!("{label} 순위"));
    Table { name: "rank".to_owned(), caption, columns, rows: places.iter().map(row).collect() }
}
