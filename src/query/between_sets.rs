//! What lies between two sets of actors: works, ties and the actors at their ends.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::answer::Answer;
use crate::answer::language::Language;
use crate::answer::number::Real;
use crate::answer::table::{Cell, Column, Table};
use crate::corpus::institution::InstitutionId;
use crate::corpus::work::WorkId;
use crate::message;
use crate::messages::{Argument, Message};
use crate::query::choice::ActorSet;
use crate::query::context::QueryContext;
use crate::query::localized::{Basis, LocalizedContext};
use crate::query::record::{self, InstitutionRecord, Method, WorkRecord};
use crate::query::{partnerships, works};

#[derive(Serialize)]
struct Record {
    from: Side,
    to: Side,
    works: Vec<WorkRecord>,
    ties: Vec<TieRecord>,
    weight: Real,
    #[serde(flatten)]
    method: Method,
}

#[derive(Serialize)]
struct Side {
    sets: Vec<Argument>,
    actors: Vec<ActorRecord>,
}

#[derive(Serialize)]
struct ActorRecord {
    #[serde(flatten)]
    actor: InstitutionRecord,
    works: usize,
    partners: usize,
}

#[derive(Serialize)]
struct TieRecord {
    from: InstitutionRecord,
    to: InstitutionRecord,
    weight: Real,
    works: Vec<WorkRecord>,
}

/// A tie from one set to the other.
struct Crossing {
    from: InstitutionId,
    to: InstitutionId,
    tie: usize,
}

/// An actor with what it has between the sets.
#[derive(Default)]
struct End {
    works: BTreeSet<WorkId>,
    partners: BTreeSet<InstitutionId>,
}

/// Works, ties and actors between two sets; ties by weight. An actor of both sets is one of both sides. O(ties).
#[must_use]
pub fn ask(context: &QueryContext<'_>, from: &ActorSet, to: &ActorSet, language: Language) -> Answer {
    let localized = LocalizedContext::new(context, language);
    let (corpus, network) = (context.corpus, context.network());
    let is_in = |set: &ActorSet, id: InstitutionId| set.keys.contains(&corpus.institution(id).id);
    let crossing = |tie: usize| {
        let (a, b) = partnerships::ends(context, tie)?;
        let (from, to) = match (is_in(from, a) && is_in(to, b), is_in(from, b) && is_in(to, a)) {
            (true, _) => (a, b),
            (false, true) => (b, a),
            (false, false) => return None,
        };
        Some(Crossing { from, to, tie })
    };
    let crossings: Vec<Crossing> = partnerships::strongest(context).into_iter().filter_map(crossing).collect();
    let mut joint: BTreeSet<WorkId> = BTreeSet::new();
    let mut sides: [BTreeMap<InstitutionId, End>; 2] = [BTreeMap::new(), BTreeMap::new()];
    for one in &crossings {
        let evidence = network.evidence(one.tie);
        joint.extend(evidence);
        for (side, own, other) in [(0, one.from, one.to), (1, one.to, one.from)] {
            let end = sides[side].entry(own).or_default();
            end.works.extend(evidence);
            end.partners.insert(other);
        }
    }
    let joint: Vec<WorkId> = joint.into_iter().collect();
    let crosses = |work: &WorkId| {
        let team = corpus.institutions_of(*work);
        let meets = |a: InstitutionId, b: InstitutionId| a != b && is_in(from, a) && is_in(to, b);
        team.iter().any(|&a| team.iter().any(|&b| meets(a, b)))
    };
    let excluded: Vec<WorkId> = network.excluded().iter().copied().filter(crosses).collect();
    let weight: f64 = crossings.iter().map(|one| network.tie(one.tie).2).sum();
    let side = |set: &ActorSet, ends: &BTreeMap<InstitutionId, End>| Side {
        sets: set.names.clone(),
        actors: sorted(&localized, ends)
            .into_iter()
            .map(|(id, end)| ActorRecord {
                actor: InstitutionRecord::of(corpus, id),
                works: end.works.len(),
                partners: end.partners.len(),
            })
            .collect(),
    };
    let record = Record {
        from: side(from, &sides[0]),
        to: side(to, &sides[1]),
        works: WorkRecord::all(corpus, &joint),
        ties: crossings
            .iter()
            .map(|one| TieRecord {
                from: InstitutionRecord::of(corpus, one.from),
                to: InstitutionRecord::of(corpus, one.to),
                weight: Real(network.tie(one.tie).2),
                works: WorkRecord::all(corpus, network.evidence(one.tie)),
            })
            .collect(),
        weight: Real(weight),
        method: Method::of(context, &excluded),
    };
    let kind = localized.kind();
    let caption = localized.text(message!("answers-joint-works", kind = kind));
    Answer {
        language: localized.language,
        found: !crossings.is_empty(),
        lead: localized.lead(lead(&localized, (from, to), &crossings, &joint, &sides), Basis::Ties(&excluded)),
        tables: vec![
            works::table(&localized, "works", caption, &joint),
            ties(&localized, &crossings),
            actors(&localized, (from, to), &sides),
        ],
        notes: localized.method(),
        record: record::value(&record),
    }
}

fn lead(
    localized: &LocalizedContext<'_, '_>,
    (from, to): (&ActorSet, &ActorSet),
    crossings: &[Crossing],
    joint: &[WorkId],
    sides: &[BTreeMap<InstitutionId, End>; 2],
) -> Vec<Message> {
    let (kind, context) = (localized.kind(), localized.context);
    let Some(first) = crossings.first() else {
        return vec![message!("between-sets-none", from = from.label(), to = to.label(), kind = kind)];
    };
    let counts = message!(
        "between-sets",
        from = from.label(),
        to = to.label(),
        count = joint.len(),
        kind = kind,
        ties = crossings.len(),
        left = sides[0].len(),
        right = sides[1].len()
    );
    let weight = |one: &Crossing| context.network().tie(one.tie).2;
    let equal = crossings.iter().filter(|one| weight(one) >= weight(first)).count();
    let strongest = message!(
        "between-sets-strongest",
        a = localized.names_of(first.from),
        b = localized.names_of(first.to),
        weight = Argument::number(weight(first), 2),
        others = equal - 1
    );
    vec![counts, strongest]
}

/// Actors of a side by works between the sets, then by name.
fn sorted<'e>(
    localized: &LocalizedContext<'_, '_>,
    ends: &'e BTreeMap<InstitutionId, End>,
) -> Vec<(InstitutionId, &'e End)> {
    let mut all: Vec<(InstitutionId, &End)> = ends.iter().map(|(&id, end)| (id, end)).collect();
    let name = |id: InstitutionId| localized.names_of(id).label();
    all.sort_by(|a, b| {
        let size = |end: &End| (end.works.len(), end.partners.len());
        size(b.1).cmp(&size(a.1)).then_with(|| name(a.0).cmp(name(b.0)))
    });
    all
}

fn ties(localized: &LocalizedContext<'_, '_>, crossings: &[Crossing]) -> Table {
    let columns = vec![
        localized.column("from", message!("between-sets-from")),
        localized.column("to", message!("between-sets-to")),
        Column::for_machines("from_id"),
        Column::for_machines("to_id"),
        localized.column("weight", message!("answers-weight")).real(),
        localized.column("works", message!("answers-joint-works", kind = localized.kind())),
    ];
    let network = localized.context.network();
    let key = |id| Cell::text(&localized.context.corpus.institution(id).id);
    let row = |one: &Crossing| {
        let works = network.evidence(one.tie).iter().map(|&work| localized.work(work)).collect();
        vec![
            Cell::text(localized.name(one.from)),
            Cell::text(localized.name(one.to)),
            key(one.from),
            key(one.to),
            Cell::Real(network.tie(one.tie).2),
            Cell::list(works),
        ]
    };
    let caption = localized.text(message!("between-sets-ties"));
    Table { name: "ties".to_owned(), caption, columns, rows: crossings.iter().map(row).collect() }
}

fn actors(
    localized: &LocalizedContext<'_, '_>,
    (from, to): (&ActorSet, &ActorSet),
    sides: &[BTreeMap<InstitutionId, End>; 2],
) -> Table {
    let columns = vec![
        localized.column("side", message!("between-sets-side")),
        localized.column("name", message!("answers-institution")),
        Column::for_machines("id"),
        localized.column("works", message!("answers-joint-works", kind = localized.kind())).integer(),
        localized.column("partners", message!("answers-partners")).integer(),
    ];
    let mut rows = Vec::new();
    for (set, ends) in [from, to].into_iter().zip(sides) {
        let side = localized.text(message!("between-sets-label", set = set.label()));
        rows.extend(sorted(localized, ends).into_iter().map(|(id, end)| {
            vec![
                Cell::text(&side),
                Cell::text(localized.name(id)),
                Cell::text(&localized.context.corpus.institution(id).id),
                Cell::Count(end.works.len() as u64),
                Cell::Count(end.partners.len() as u64),
            ]
        }));
    }
    let caption = localized.text(message!("answers-institutions"));
    Table { name: "actors".to_owned(), caption, columns, rows }
}
