//! Connected components of the network.

use crate::answer::Answer;
use crate::answer::language::Language;
use crate::answer::number::{Real, stable};
use crate::answer::table::{Cell, Column, Table};
use crate::corpus::institution::InstitutionId;
use crate::message;
use crate::messages::Message;
use crate::network::Network;
use crate::network::components::{self, Components};
use crate::query::context::QueryContext;
use crate::query::localized::{Basis, LocalizedContext};
use crate::query::record::{self, InstitutionRecord, Method};
use serde::Serialize;

#[derive(Serialize)]
struct Record {
    components: Vec<ComponentRow>,
    largest_component: usize,
    isolates: usize,
    #[serde(flatten)]
    method: Method,
}

#[derive(Serialize)]
struct ComponentRow {
    id: usize,
    size: usize,
    members: Vec<InstitutionRecord>,
    ties: usize,
    weight: Real,
    works: usize,
}

/// Connected components, largest first. O(n + e).
#[must_use]
pub fn ask(context: &QueryContext<'_>, language: Language) -> Answer {
    let localized = LocalizedContext::new(context, language);
    let network = context.network();
    let components = components::find(network);
    let list: Vec<ComponentRow> =
        (0..components.members.len()).map(|number| component(context, network, &components, number)).collect();
    let tables = vec![table(&localized, &components, &list)];
    let excluded = network.excluded();
    let record = Record {
        components: list,
        largest_component: components.largest(),
        isolates: components.isolates(),
        method: Method::of(context, excluded),
    };
    Answer {
        language: localized.language,
        found: !components.members.is_empty(),
        lead: localized.lead(vec![lead(&localized, &components)], Basis::Ties(excluded)),
        tables,
        notes: localized.method(),
        record: record::value(&record),
    }
}

fn component(
    context: &QueryContext<'_>,
    network: &Network<'_>,
    components: &Components,
    number: usize,
) -> ComponentRow {
    let nodes = &components.members[number];
    let rows = || nodes.iter().flat_map(|&node| network.adjacency().row_of(node).filter(move |row| row.0 > node));
    let mut works: Vec<_> =
        nodes.iter().flat_map(|&node| context.corpus.works_of(InstitutionId(node as u32))).copied().collect();
    works.sort_unstable();
    works.dedup();
    ComponentRow {
        id: number + 1,
        size: nodes.len(),
        members: members(network, nodes).into_iter().map(|id| InstitutionRecord::of(context.corpus, id)).collect(),
        ties: rows().count(),
        weight: Real(rows().map(|row| row.1).sum()),
        works: works.len(),
    }
}

/// Institutions of these nodes by strength (descending), number of works, then name.
#[must_use]
pub fn members(network: &Network<'_>, nodes: &[usize]) -> Vec<InstitutionId> {
    let strength = |id: InstitutionId| -> f64 { network.adjacency().weights(id.index()).iter().sum() };
    let works = |id: InstitutionId| network.corpus().works_of(id).len();
    let label = |id: InstitutionId| network.corpus().institution(id).names.label();
    let mut ids: Vec<InstitutionId> = nodes.iter().filter_map(|&node| network.institution(node)).collect();
    ids.sort_by(|&a, &b| {
        let by_strength = stable(strength(b)).total_cmp(&stable(strength(a)));
        by_strength.then(works(b).cmp(&works(a))).then_with(|| label(a).cmp(label(b))).then(a.cmp(&b))
    });
    ids
}

fn lead(localized: &LocalizedContext<'_, '_>, components: &Components) -> Message {
    let (count, isolates, largest) = (components.members.len(), components.isolates(), components.largest());
    let all = localized.context.corpus.institution_count();
    match (count - isolates, isolates) {
        (0, 0) => message!("components-none"),
        (0, _) => message!("components-all-isolated", count = all),
        (1, 0) => message!("components-connected", count = all),
        (1, isolates) => message!("components-one", count = all, largest = largest, isolates = isolates),
        (linked, 0) => message!("components-several", count = all, components = linked, largest = largest),
        (linked, isolates) => message!(
            "components-several-and-isolates",
            count = all,
            components = linked,
            largest = largest,
            isolates = isolates
        ),
    }
}

fn table(localized: &LocalizedContext<'_, '_>, components: &Components, list: &[ComponentRow]) -> Table {
    let network = localized.context.network();
    let columns = vec![
        localized.column("component", message!("components-component")).integer(),
        localized.column("size", message!("answers-number-of-institutions")).integer(),
        localized.column("ties", message!("answers-ties")).integer(),
        localized.column("weight", message!("answers-weight")).real(),
        localized.column("works", message!("answers-number-of-works", kind = localized.kind())).integer(),
        localized.column("members", message!("answers-members")).list(),
        Column::for_machines("ids").list(),
    ];
    let rows = list.iter().map(|one| {
        let members = members(network, &components.members[one.id - 1]);
        vec![
            Cell::Count(one.id as u64),
            Cell::Count(one.size as u64),
            Cell::Count(one.ties as u64),
            Cell::Real(one.weight.0),
            Cell::Count(one.works as u64),
            Cell::list(members.iter().map(|&id| localized.name(id)).collect()),
            Cell::list(members.iter().map(|&id| network.corpus().institution(id).id.clone()).collect()),
        ]
    });
    let caption = localized.text(message!("components-caption"));
    Table { name: "components".to_owned(), caption, columns, rows: rows.collect() }
}
