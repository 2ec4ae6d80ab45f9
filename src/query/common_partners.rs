//! Common partners of several institutions.

use serde::Serialize;

use crate::answer::Answer;
use crate::answer::language::Language;
use crate::answer::number::{Real, stable};
use crate::answer::table::{Cell, Column, Table};
use crate::corpus::institution::InstitutionId;
use crate::corpus::work::WorkId;
use crate::message;
use crate::messages::Message;
use crate::query::context::QueryContext;
use crate::query::localized::{Basis, LocalizedContext};
use crate::query::record::{self, InstitutionRecord, Method, WorkRecord};

#[derive(Serialize)]
struct Record {
    of: Vec<InstitutionRecord>,
    partners: Vec<Row>,
    #[serde(flatten)]
    method: Method,
}

#[derive(Serialize)]
struct Row {
    #[serde(flatten)]
    institution: InstitutionRecord,
    /// Smallest of the weights.
    strength: Real,
    ties: Vec<PartnerTie>,
}

#[derive(Serialize)]
struct PartnerTie {
    with: String,
    weight: Real,
    works: Vec<WorkRecord>,
}

/// A partner of all institutions asked for: weight and works of its tie to each.
struct SharedByAll {
    id: InstitutionId,
    ties: Vec<(f64, Vec<WorkId>)>,
}

impl SharedByAll {
    fn min_weight(&self) -> f64 {
        stable(self.ties.iter().map(|tie| tie.0).fold(f64::INFINITY, f64::min))
    }

    fn sum(&self) -> f64 {
        stable(self.ties.iter().map(|tie| tie.0).sum())
    }
}

/// Partners that all of these institutions have, with the works of each tie, by the smallest weight in descending
/// order. Repeated institutions count once. O(degrees of the institutions).
#[must_use]
pub fn ask(context: &QueryContext<'_>, of: &[InstitutionId], language: Language) -> Answer {
    let localized = LocalizedContext::new(context, language);
    let mut unique: Vec<InstitutionId> = Vec::new();
    for &id in of {
        if !unique.contains(&id) {
            unique.push(id);
        }
    }
    let partners = common_partners(context, &unique);
    let excluded = excluded(context, &unique);
    let record = Record {
        of: unique.iter().map(|&id| InstitutionRecord::of(context.corpus, id)).collect(),
        partners: partners.iter().map(|one| row(context, &unique, one)).collect(),
        method: Method::of(context, &excluded),
    };
    Answer {
        language: localized.language,
        found: !partners.is_empty(),
        lead: localized.lead(vec![lead(&localized, &unique, &partners)], Basis::Ties(&excluded)),
        tables: vec![table(&localized, &unique, &partners)],
        notes: localized.method(),
        record: record::value(&record),
    }
}

fn common_partners(context: &QueryContext<'_>, of: &[InstitutionId]) -> Vec<SharedByAll> {
    let network = context.network();
    let Some((&first, others)) = of.split_first() else { return Vec::new() };
    let tie_to = |id: InstitutionId, node: usize| {
        let tie = network.tie_between(network.node_of(id), node)?;
        Some((network.tie(tie).2, network.evidence(tie).to_vec()))
    };
    let mut partners: Vec<SharedByAll> = network
        .adjacency()
        .row_of(network.node_of(first))
        .filter_map(|(node, weight, tie)| {
            let mut ties = vec![(weight, network.evidence(tie).to_vec())];
            for &other in others {
                ties.push(tie_to(other, node)?);
            }
            Some(SharedByAll { id: network.institution(node)?, ties })
        })
        .collect();
    let label = |one: &SharedByAll| context.corpus.institution(one.id).names.label();
    partners.sort_by(|x, y| {
        let weight = y.min_weight().total_cmp(&x.min_weight()).then(y.sum().total_cmp(&x.sum()));
        weight.then_with(|| label(x).cmp(label(y))).then(x.id.cmp(&y.id))
    });
    partners
}

/// Works of any of the institutions excluded by the team cap, each once.
fn excluded(context: &QueryContext<'_>, of: &[InstitutionId]) -> Vec<WorkId> {
    let mut works: Vec<WorkId> = of.iter().flat_map(|&id| context.excluded_works_of(id)).collect();
    works.sort_unstable();
    works.dedup();
    works
}

fn row(context: &QueryContext<'_>, of: &[InstitutionId], one: &SharedByAll) -> Row {
    let tie = |(&id, (weight, works)): (&InstitutionId, &(f64, Vec<WorkId>))| PartnerTie {
        with: context.corpus.institution(id).id.clone(),
        weight: Real(*weight),
        works: WorkRecord::all(context.corpus, works),
    };
    Row {
        institution: InstitutionRecord::of(context.corpus, one.id),
        strength: Real(one.min_weight()),
        ties: of.iter().zip(&one.ties).map(tie).collect(),
    }
}

fn lead(localized: &LocalizedContext<'_, '_>, of: &[InstitutionId], partners: &[SharedByAll]) -> Message {
    let names = localized.institution_list(of);
    let ids: Vec<InstitutionId> = partners.iter().map(|one| one.id).collect();
    let (count, list) = (ids.len(), localized.institution_list(&ids));
    match (of.len(), count) {
        (_, 0) => message!("common-none", names = names),
        (1, _) => message!("common-of-one", name = names, count = count, partners = list),
        _ => message!("common-partners", names = names, count = count, partners = list),
    }
}

fn table(localized: &LocalizedContext<'_, '_>, of: &[InstitutionId], partners: &[SharedByAll]) -> Table {
    let mut columns = vec![
        localized.column("partner", message!("answers-partner")),
        Column::for_machines("id"),
        Column::for_machines("strength").real(),
    ];
    for (at, &id) in of.iter().enumerate() {
        let end = end_key(at);
        columns.push(Column::for_machines(&format!("{end}_id")));
        columns.push(Column::for_machines(&format!("weight_{end}")).real());
        let label = localized.text(message!("answers-with", name = localized.names_of(id)));
        columns.push(Column::new(&format!("works_{end}"), label).list());
    }
    let row = |one: &SharedByAll| {
        let mut cells = vec![
            Cell::text(localized.name(one.id)),
            Cell::text(&localized.context.corpus.institution(one.id).id),
            Cell::Real(one.min_weight()),
        ];
        for (&id, (weight, works)) in of.iter().zip(&one.ties) {
            cells.push(Cell::text(&localized.context.corpus.institution(id).id));
            cells.push(Cell::Real(*weight));
            cells.push(match works.is_empty() {
                true => Cell::text(localized.text(message!("answers-explicit-tie"))),
                false => Cell::list(works.iter().map(|&work| localized.work(work)).collect()),
            });
        }
        cells
    };
    let caption = localized.text(message!("answers-common-partners"));
    Table { name: "common".to_owned(), caption, columns, rows: partners.iter().map(row).collect() }
}

/// Column suffix of the n-th institution: `a`, `b` … `z`, then `27`. The CSV header must not depend on the names asked
/// for.
fn end_key(at: usize) -> String {
    u8::try_from(at)
        .ok()
        .filter(|at| *at < 26)
        .map_or_else(|| (at + 1).to_string(), |at| char::from(b'a' + at).to_string())
}
