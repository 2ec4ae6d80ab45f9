//! Who stands between whom? Brokerage roles, structural holes, and what the network hangs on.

mod hinges;
mod roles;

use serde::Serialize;

use crate::answer::language::Language;
use crate::answer::number::{Real, thousands};
use crate::answer::told::{Answer, Cell, Column, Table};
use crate::centrality::brokerage::{self, Brokerage, BrokerageRole};
use crate::centrality::constraint;
use crate::corpus::institution::InstitutionId;
use crate::question::brokers::hinges::{BridgeRow, CutRow, Hinges};
use crate::question::group::{self, Group, Grouping};
use crate::question::record::{self, Method, Party};
use crate::question::scope::Scope;
use crate::question::standing;
use crate::question::voice::Voice;

/// How many brokers unless told otherwise.
pub const DEFAULT_TOP: usize = 20;

/// Whose brokers, and how far the list goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// The groups between which brokers stand.
    pub by: Grouping,
    /// How many brokers at most; `None`: all.
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
    unknown: Vec<Party>,
    cut_vertices: Vec<CutRow>,
    bridges: Vec<BridgeRow>,
    #[serde(flatten)]
    method: Method,
}

#[derive(Serialize)]
struct Row {
    rank: usize,
    #[serde(flatten)]
    party: Party,
    group: Option<String>,
    coordinator: u64,
    itinerant: u64,
    gatekeeper: u64,
    liaison: u64,
    ungrouped: u64,
    total: u64,
    constraint: Real,
    cut_parts: Option<usize>,
    between: Vec<Between>,
}

#[derive(Serialize)]
struct Between {
    role: &'static str,
    a: String,
    b: String,
    pairs: u64,
}

/// An institution with what it brokers.
struct Broker {
    id: InstitutionId,
    group: Option<u32>,
    brokerage: Brokerage,
    constraint: f64,
}

impl Broker {
    fn count(&self, role: BrokerageRole) -> u64 {
        self.group.map_or(0, |own| self.brokerage.count(own, role))
    }
}

/// Institutions by the number of pairs they broker, each pair by its role; then cut vertices and bridges.
#[must_use]
pub fn ask(scope: &Scope<'_>, options: &Options, language: Language) -> Answer {
    let voice = Voice::new(scope, language);
    let (groups, of) = group::all(scope.corpus, options.by);
    let brokers = brokers(scope, &of);
    let shown = &brokers[..options.top.unwrap_or(usize::MAX).min(brokers.len())];
    let ranks = standing::ranks(&brokers.iter().map(|one| one.brokerage.total() as f64).collect::<Vec<_>>());
    let hinges = Hinges::of(scope);
    let unknown: Vec<InstitutionId> = scope.corpus.institution_ids().filter(|id| of[id.index()].is_none()).collect();
    let left_out = scope.network().excluded();
    let record = Record {
        by: options.by.key(),
        rows: shown.iter().zip(&ranks).map(|(one, &rank)| row(scope, &groups, &hinges, one, rank)).collect(),
        brokers: brokers.len(),
        unknown: unknown.iter().map(|&id| Party::of(scope.corpus, id)).collect(),
        cut_vertices: hinges.vertex_rows(scope),
        bridges: hinges.bridge_rows(scope),
        method: Method::of(scope, left_out),
    };
    let mut lead = roles::sentences(&voice, &groups, &brokers);
    lead.extend(hinges.sentence(&voice));
    let mut tables = vec![table(&voice, options.by, &groups, &hinges, shown, &ranks)];
    tables.extend(hinges.tables(&voice));
    let mut notes = notes(&voice, options.by, &unknown);
    notes.extend(standing::cut(&voice, shown.len(), brokers.len(), ("brokers", "중개 기관", "곳")));
    notes.extend(others_note(&voice));
    notes.extend(voice.method(left_out));
    Answer { found: !brokers.is_empty(), lead, tables, notes, record: record::value(&record) }
}

/// All that broker a pair and meet the filter: by pairs, then constraint (the freer first), then name.
fn brokers(scope: &Scope<'_>, groups: &[Option<u32>]) -> Vec<Broker> {
    let network = scope.network();
    let constraint = constraint::scores(network, &constraint::Options::default()).values;
    let mut brokers: Vec<Broker> = brokerage::of(network, groups)
        .into_iter()
        .zip(scope.corpus.institution_ids())
        .filter(|(brokerage, id)| brokerage.total() > 0 && scope.shows(*id))
        .map(|(brokerage, id)| Broker { id, group: groups[id.index()], brokerage, constraint: constraint[id.index()] })
        .collect();
    let label = |one: &Broker| scope.corpus.institution(one.id).names.label();
    brokers.sort_by(|x, y| {
        let total = y.brokerage.total().cmp(&x.brokerage.total());
        total.then_with(|| label(x).cmp(label(y))).then(x.id.cmp(&y.id))
    });
    brokers
}

/// Says that brokers who do not meet the filter themselves are not listed.
fn others_note(voice: &Voice<'_, '_>) -> Option<String> {
    let scope = voice.scope;
    let others = scope.corpus.institution_ids().filter(|&id| !scope.shows(id)).count();
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

fn row(scope: &Scope<'_>, groups: &[Group], hinges: &Hinges, one: &Broker, rank: usize) -> Row {
    let key = |group: u32| groups[group as usize].key().to_owned();
    let between = |own: u32| {
        let pairs = one.brokerage.pairs.iter();
        pairs.map(move |(&(a, b), &pairs)| Between {
            role: BrokerageRole::of(own, a, b).key(),
            a: key(a),
            b: key(b),
            pairs,
        })
    };
    Row {
        rank,
        party: Party::of(scope.corpus, one.id),
        group: one.group.map(key),
        coordinator: one.count(BrokerageRole::Coordinator),
        itinerant: one.count(BrokerageRole::Itinerant),
        gatekeeper: one.count(BrokerageRole::Gatekeeper),
        liaison: one.count(BrokerageRole::Liaison),
        ungrouped: one.brokerage.ungrouped,
        total: one.brokerage.total(),
        constraint: Real(one.constraint),
        cut_parts: hinges.parts(one.id),
        between: one.group.map(between).into_iter().flatten().collect(),
    }
}

fn table(
    voice: &Voice<'_, '_>,
    by: Grouping,
    groups: &[Group],
    hinges: &Hinges,
    shown: &[Broker],
    ranks: &[usize],
) -> Table {
    let mut columns = vec![
        Column::new("rank", voice.say("Rank", "순위")),
        Column::new("institution", voice.say("Institution", "기관")),
        Column::for_machines("id"),
        Column::new(by.key(), voice.say(if by == Grouping::Sector { "Sector" } else { "Country" }, by.label().1)),
    ];
    for role in BrokerageRole::ALL {
        let english = ["Coordinator", "Itinerant", "Gatekeeper", "Liaison"][role as usize];
        columns.push(Column::new(role.key(), voice.say(english, role.label().1)));
    }
    columns.extend([
        Column::new("ungrouped", voice.say("No group", "미분류")),
        Column::new("total", voice.say("Pairs", "쌍")),
        Column::new("constraint", voice.say("Constraint", "제약")),
        Column::new("cut_parts", voice.say("Parts without it", "빠지면 나뉘는 수")),
    ]);
    let row = |(one, &rank): (&Broker, &usize)| {
        let mut cells = vec![
            Cell::Count(rank as u64),
            Cell::text(voice.name(one.id)),
            Cell::text(&voice.scope.corpus.institution(one.id).id),
            one.group.map_or(Cell::Empty, |group| {
                let group = &groups[group as usize];
                Cell::coded(group.label(voice), group.key())
            }),
        ];
        cells.extend(BrokerageRole::ALL.map(|role| Cell::Count(one.count(role))));
        cells.extend([
            Cell::Count(one.brokerage.ungrouped),
            Cell::Count(one.brokerage.total()),
            Cell::Real(one.constraint),
            Cell::count(hinges.parts(one.id)),
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
