//! Brokerage: roles between groups (Gould & Fernandez 1989), constraint (Burt 1992), articulation points and bridges.

mod articulation_points;
mod roles;

use serde::Serialize;

use crate::answer::Answer;
use crate::answer::language::Language;
use crate::answer::number::{Real, thousands};
use crate::answer::table::{Cell, Column, Table};
use crate::centrality::brokerage::{self, Brokerage, Role};
use crate::centrality::constraint;
use crate::corpus::institution::InstitutionId;
use crate::message;
use crate::query::brokers::articulation_points::{ArticulationPointRow, ArticulationPoints, BridgeRow};
use crate::query::context::QueryContext;
use crate::query::group::{self, Grouping, InstitutionGroup};
use crate::query::ranking;
use crate::query::record::{self, InstitutionRecord, Method};
use crate::query::voice::Voice;

/// Default length of the list.
pub const DEFAULT_TOP: usize = 20;

/// Grouping and length of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// Groups between which roles are counted.
    pub by: Grouping,
    /// Maximum number of brokers; `None`: all.
    pub top: Option<usize>,
}

impl Default for Options {
    fn default() -> Self {
        Self { by: Grouping::default(), top: Some(DEFAULT_TOP) }
    }
}

#[derive(Serialize)]
struct Record {
    by: &'static str,
    rows: Vec<Row>,
    brokers: usize,
    unknown: Vec<InstitutionRecord>,
    cut_vertices: Vec<ArticulationPointRow>,
    bridges: Vec<BridgeRow>,
    #[serde(flatten)]
    method: Method,
}

#[derive(Serialize)]
struct Row {
    rank: usize,
    #[serde(flatten)]
    institution: InstitutionRecord,
    group: Option<String>,
    coordinator: u64,
    itinerant: u64,
    gatekeeper: u64,
    liaison: u64,
    ungrouped: u64,
    total: u64,
    constraint: Real,
    #[serde(rename = "cut_parts")]
    components_without: Option<usize>,
    between: Vec<BrokeredPairs>,
}

#[derive(Serialize)]
struct BrokeredPairs {
    role: &'static str,
    a: String,
    b: String,
    pairs: u64,
}

/// An institution with its brokerage and constraint.
struct Broker {
    id: InstitutionId,
    group: Option<u32>,
    brokerage: Brokerage,
    constraint: f64,
}

impl Broker {
    fn count(&self, role: Role) -> u64 {
        self.group.map_or(0, |own| self.brokerage.count(own, role))
    }
}

/// Brokers by number of brokered pairs, each pair by its role; then articulation points and bridges.
#[must_use]
pub fn ask(context: &QueryContext<'_>, options: &Options, language: Language) -> Answer {
    let voice = Voice::new(context, language);
    let (groups, of) = group::all(context.corpus, options.by);
    let brokers = brokers(context, &of);
    let shown = &brokers[..options.top.unwrap_or(usize::MAX).min(brokers.len())];
    let ranks = ranking::ranks(&brokers.iter().map(|one| one.brokerage.total() as f64).collect::<Vec<_>>());
    let articulation_points = ArticulationPoints::of(context);
    let unknown: Vec<InstitutionId> = context.corpus.institution_ids().filter(|id| of[id.index()].is_none()).collect();
    let excluded = context.network().left_out();
    let record = Record {
        by: options.by.key(),
        rows: shown
            .iter()
            .zip(&ranks)
            .map(|(one, &rank)| row(context, &groups, &articulation_points, one, rank))
            .collect(),
        brokers: brokers.len(),
        unknown: unknown.iter().map(|&id| InstitutionRecord::of(context.corpus, id)).collect(),
        cut_vertices: articulation_points.vertex_rows(context),
        bridges: articulation_points.bridge_rows(context),
        method: Method::of(context, excluded),
    };
    let mut lead = roles::sentences(&voice, &groups, &brokers);
    lead.extend(articulation_points.sentence(&voice));
    let mut tables = vec![table(&voice, options.by, &groups, &articulation_points, shown, &ranks)];
    tables.extend(articulation_points.tables(&voice));
    let mut notes = notes(&voice, options.by, &unknown);
    notes.extend(ranking::truncation_note(shown.len(), brokers.len(), "broker").map(|note| voice.text(note)));
    notes.extend(others_note(&voice));
    notes.extend(voice.method(excluded));
    Answer { found: !brokers.is_empty(), lead, tables, notes, record: record::value(&record) }
}

/// Institutions that broker a pair and meet the filter: by number of pairs, then name.
fn brokers(context: &QueryContext<'_>, groups: &[Option<u32>]) -> Vec<Broker> {
    let network = context.network();
    let constraint = constraint::scores(network, &constraint::Options::default()).values;
    let mut brokers: Vec<Broker> = brokerage::of(network, groups)
        .into_iter()
        .zip(context.corpus.institution_ids())
        .filter(|(brokerage, id)| brokerage.total() > 0 && context.shows(*id))
        .map(|(brokerage, id)| Broker { id, group: groups[id.index()], brokerage, constraint: constraint[id.index()] })
        .collect();
    let label = |one: &Broker| context.corpus.institution(one.id).names.label();
    brokers.sort_by(|x, y| {
        let total = y.brokerage.total().cmp(&x.brokerage.total());
        total.then_with(|| label(x).cmp(label(y))).then(x.id.cmp(&y.id))
    });
    brokers
}

/// Note that brokers outside the filter are not listed.
fn others_note(voice: &Voice<'_, '_>) -> Option<String> {
    let context = voice.context;
    let others = context.corpus.institution_ids().filter(|&id| !context.shows(id)).count();
    (others > 0).then(|| {
        voice.say(
            format!(
                "Brokers are listed where they meet the filter themselves; {} that take part in these works do not. Cut vertices and bridges are those of all.",
                voice.institutions(others)
            ),
            format!(
                "중개 기관은 조건에 맞는 기관만 싣는다. 참여했지만 조건에 맞지 않는 기관은 {}곳이다. 절단점과 다리는 모든 기관에서 찾은 것이다.",
                thousands(others as u64)
            ),
        )
    })
}

fn row(
    context: &QueryContext<'_>,
    groups: &[InstitutionGroup],
    articulation_points: &ArticulationPoints,
    one: &Broker,
    rank: usize,
) -> Row {
    let key = |group: u32| groups[group as usize].key().to_owned();
    let between = |own: u32| {
        let pairs = one.brokerage.pairs.iter();
        pairs.map(move |(&(a, b), &pairs)| BrokeredPairs {
            role: Role::of(own, a, b).key(),
            a: key(a),
            b: key(b),
            pairs,
        })
    };
    Row {
        rank,
        institution: InstitutionRecord::of(context.corpus, one.id),
        group: one.group.map(key),
        coordinator: one.count(Role::Coordinator),
        itinerant: one.count(Role::Itinerant),
        gatekeeper: one.count(Role::Gatekeeper),
        liaison: one.count(Role::Liaison),
        ungrouped: one.brokerage.ungrouped,
        total: one.brokerage.total(),
        constraint: Real(one.constraint),
        components_without: articulation_points.components_without(one.id),
        between: one.group.map(between).into_iter().flatten().collect(),
    }
}

fn table(
    voice: &Voice<'_, '_>,
    by: Grouping,
    groups: &[InstitutionGroup],
    articulation_points: &ArticulationPoints,
    shown: &[Broker],
    ranks: &[usize],
) -> Table {
    let mut columns = vec![
        Column::new("rank", voice.text(message!("answers-rank"))),
        Column::new("institution", voice.text(message!("answers-institution"))),
        Column::for_machines("id"),
        Column::new(by.key(), voice.say(if by == Grouping::Sector { "Sector" } else { "Country" }, by.label().1)),
    ];
    for role in Role::ALL {
        let english = ["Coordinator", "Itinerant", "Gatekeeper", "Liaison"][role as usize];
        columns.push(Column::new(role.key(), voice.say(english, role.label().1)));
    }
    columns.extend([
        Column::new("ungrouped", voice.say("No group", "미분류")),
        Column::new("total", voice.text(message!("answers-pairs"))),
        Column::new("constraint", voice.say("Constraint", "제약")),
        Column::new("cut_parts", voice.say("Parts without it", "빠지면 나뉘는 수")),
    ]);
    let row = |(one, &rank): (&Broker, &usize)| {
        let mut cells = vec![
            Cell::Count(rank as u64),
            Cell::text(voice.name(one.id)),
            Cell::text(&voice.context.corpus.institution(one.id).id),
            one.group.map_or(Cell::Empty, |group| {
                let group = &groups[group as usize];
                Cell::coded(group.label(voice), group.key())
            }),
        ];
        cells.extend(Role::ALL.map(|role| Cell::Count(one.count(role))));
        cells.extend([
            Cell::Count(one.brokerage.ungrouped),
            Cell::Count(one.brokerage.total()),
            Cell::Real(one.constraint),
            Cell::count(articulation_points.components_without(one.id)),
        ]);
        cells
    };
    let caption = voice.say("Brokers", "중개 기관");
    Table { name: "brokers".to_owned(), caption, columns, rows: shown.iter().zip(ranks).map(row).collect() }
}

fn notes(voice: &Voice<'_, '_>, by: Grouping, unknown: &[InstitutionId]) -> Vec<String> {
    let mut notes = vec![
        voice.say(
            "A broker is tied to two institutions that are not tied to each other; every such pair counts once (Gould & Fernandez 1989). Coordinator: all three of one group. Itinerant: the two of one group, the broker of another. Gatekeeper: one of the two of the broker's group (the same as representative where ties have no direction). Liaison: three groups.",
            "중개 기관은 서로 관계가 없는 두 기관과 모두 관계가 있는 기관이며, 그런 쌍마다 한 번 센다(Gould & Fernandez 1989). 조정자: 셋이 모두 같은 집단. 외부 중개자: 두 기관은 같은 집단, 중개 기관은 다른 집단. 관문: 두 기관 중 하나만 중개 기관과 같은 집단(방향이 없는 관계에서는 대변자와 같다). 연락자: 셋이 모두 다른 집단.",
        ),
        voice.say(
            "Constraint (Burt 1992): low where partners are not tied among themselves.",
            "제약(Burt 1992): 협력 기관끼리 관계가 없을수록 낮다.",
        ),
    ];
    if by == Grouping::Country {
        notes.push(voice.say(
            "Of several countries, the first recorded is taken as home.",
            "국가가 여럿이면 처음 적힌 국가를 본거지로 본다.",
        ));
    }
    if !unknown.is_empty() {
        let (names, count) = (voice.names(unknown), thousands(unknown.len() as u64));
        let (english, korean) = by.label();
        let these = if unknown.len() == 1 { "it" } else { "any of these" };
        notes.push(voice.say(
            format!("No {english} is recorded for {names}; pairs with {these} are counted as “no group”."),
            format!("{korean} 기록이 없는 기관 {count}곳: {names}. 이 기관이 낀 쌍은 ‘미분류’로 센다."),
        ));
    }
    notes
}
