//! Brokerage: roles between groups (Gould & Fernandez 1989), constraint (Burt 1992), articulation points and bridges.

mod articulation_points;
mod roles;

use crate::answer::Answer;
use crate::answer::language::Language;
use crate::answer::number::Real;
use crate::answer::table::{Cell, Column, Table};
use crate::centrality::brokerage::{self, Brokerage, BrokerageRole};
use crate::centrality::constraint;
use crate::corpus::institution::InstitutionId;
use crate::message;
use crate::messages::Message;
use crate::query::brokers::articulation_points::{ArticulationPointRow, ArticulationPoints, BridgeRow};
use crate::query::context::QueryContext;
use crate::query::group::{self, Grouping, InstitutionGroup};
use crate::query::localized::{Basis, LocalizedContext};
use crate::query::ranking;
use crate::query::record::{self, InstitutionRecord, Method};
use serde::Serialize;

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
    fn count(&self, role: BrokerageRole) -> u64 {
        self.group.map_or(0, |own| self.brokerage.count(own, role))
    }
}

/// Brokers by number of brokered pairs, each pair by its role; then articulation points and bridges.
#[must_use]
pub fn ask(context: &QueryContext<'_>, options: &Options, language: Language) -> Answer {
    let localized = LocalizedContext::new(context, language);
    let (groups, of) = group::all(context.corpus, options.by);
    let brokers = brokers(context, &of);
    let shown = &brokers[..options.top.unwrap_or(usize::MAX).min(brokers.len())];
    let ranks = ranking::ranks(&brokers.iter().map(|one| one.brokerage.total() as f64).collect::<Vec<_>>());
    let articulation_points = ArticulationPoints::of(context);
    let unknown: Vec<InstitutionId> = context.corpus.institution_ids().filter(|id| of[id.index()].is_none()).collect();
    let excluded = context.network().excluded();
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
    let mut lead = roles::sentences(&localized, &groups, &brokers);
    lead.extend(articulation_points.sentence(&localized));
    let mut tables = vec![table(&localized, options.by, &groups, &articulation_points, shown, &ranks)];
    tables.extend(articulation_points.tables(&localized));
    let mut notes = notes(&localized, options.by, &unknown);
    notes.extend(ranking::truncation_note(shown.len(), brokers.len(), "broker"));
    notes.extend(others_note(context));
    notes.extend(localized.method());
    let lead = localized.lead(lead, Basis::Ties(excluded));
    Answer {
        language: localized.language,
        found: !brokers.is_empty(),
        lead,
        tables,
        notes,
        record: record::value(&record),
    }
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
fn others_note(context: &QueryContext<'_>) -> Option<Message> {
    let others = context.corpus.institution_ids().filter(|&id| !context.shows(id)).count();
    (others > 0).then(|| message!("brokers-others", count = others))
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
            role: BrokerageRole::of(own, a, b).key(),
            a: key(a),
            b: key(b),
            pairs,
        })
    };
    Row {
        rank,
        institution: InstitutionRecord::of(context.corpus, one.id),
        group: one.group.map(key),
        coordinator: one.count(BrokerageRole::Coordinator),
        itinerant: one.count(BrokerageRole::Itinerant),
        gatekeeper: one.count(BrokerageRole::Gatekeeper),
        liaison: one.count(BrokerageRole::Liaison),
        ungrouped: one.brokerage.ungrouped,
        total: one.brokerage.total(),
        constraint: Real(one.constraint),
        components_without: articulation_points.components_without(one.id),
        between: one.group.map(between).into_iter().flatten().collect(),
    }
}

fn table(
    localized: &LocalizedContext<'_, '_>,
    by: Grouping,
    groups: &[InstitutionGroup],
    articulation_points: &ArticulationPoints,
    shown: &[Broker],
    ranks: &[usize],
) -> Table {
    let mut columns = vec![
        localized.column("rank", message!("answers-rank")).integer(),
        localized.column("institution", message!("answers-institution")),
        Column::for_machines("id"),
        localized.column(
            by.key(),
            match by {
                Grouping::Sector => message!("answers-sector"),
                Grouping::Country => message!("answers-country"),
            },
        ),
    ];
    for role in BrokerageRole::ALL {
        columns.push(localized.column(role.key(), roles::heading(role)).integer());
    }
    columns.extend([
        localized.column("ungrouped", message!("brokers-ungrouped")).integer(),
        localized.column("total", message!("answers-pairs")).integer(),
        localized.column("constraint", message!("brokers-constraint")).real(),
        localized.column("cut_parts", message!("brokers-components-without")).integer(),
    ]);
    let row = |(one, &rank): (&Broker, &usize)| {
        let mut cells = vec![
            Cell::Count(rank as u64),
            Cell::text(localized.name(one.id)),
            Cell::text(&localized.context.corpus.institution(one.id).id),
            one.group.map_or(Cell::Empty, |group| {
                let group = &groups[group as usize];
                Cell::coded(group.label(localized), group.key())
            }),
        ];
        cells.extend(BrokerageRole::ALL.map(|role| Cell::Count(one.count(role))));
        cells.extend([
            Cell::Count(one.brokerage.ungrouped),
            Cell::Count(one.brokerage.total()),
            Cell::Real(one.constraint),
            Cell::count(articulation_points.components_without(one.id)),
        ]);
        cells
    };
    let caption = localized.text(message!("brokers-caption"));
    Table { name: "brokers".to_owned(), caption, columns, rows: shown.iter().zip(ranks).map(row).collect() }
}

fn notes(localized: &LocalizedContext<'_, '_>, by: Grouping, unknown: &[InstitutionId]) -> Vec<Message> {
    let home = (by == Grouping::Country).then(|| message!("brokers-home-country"));
    let unknown = (!unknown.is_empty()).then(|| {
        let (count, names) = (unknown.len(), localized.institution_list(unknown));
        match by {
            Grouping::Sector => message!("brokers-unknown-sector", count = count, names = names),
            Grouping::Country => message!("brokers-unknown-country", count = count, names = names),
        }
    });
    let definitions = [message!("brokers-roles"), message!("brokers-constraint-definition")];
    definitions.into_iter().chain(home).chain(unknown).collect()
}
