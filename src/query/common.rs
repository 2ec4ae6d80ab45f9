//! Which partners do these institutions share?

use serde::Serialize;

use crate::answer::Answer;
use crate::answer::korean::Particle;
use crate::answer::language::Language;
use crate::answer::number::{Real, stable};
use crate::answer::table::{Cell, Column, Table};
use crate::corpus::institution::InstitutionId;
use crate::corpus::work::WorkId;
use crate::query::record::{self, Evidence, Method, Party};
use crate::query::scope::Scope;
use crate::query::voice::Voice;

#[derive(Serialize)]
struct Record {
    of: Vec<Party>,
    partners: Vec<Row>,
    #[serde(flatten)]
    method: Method,
}

#[derive(Serialize)]
struct Row {
    #[serde(flatten)]
    party: Party,
    /// The least of the weights.
    strength: Real,
    ties: Vec<Tie>,
}

#[derive(Serialize)]
struct Tie {
    with: String,
    weight: Real,
    works: Vec<Evidence>,
}

/// A partner of all, with its tie to each of them.
struct Shared {
    id: InstitutionId,
    ties: Vec<(f64, Vec<WorkId>)>,
}

impl Shared {
    fn least(&self) -> f64 {
        stable(self.ties.iter().map(|tie| tie.0).fold(f64::INFINITY, f64::min))
    }

    fn sum(&self) -> f64 {
        stable(self.ties.iter().map(|tie| tie.0).sum())
    }
}

/// The partners that all of these institutions have, with the works made with each; those whose weakest tie is
/// strongest first. Named twice, an institution counts once. O(degrees of those asked for).
#[must_use]
pub fn ask(scope: &Scope<'_>, of: &[InstitutionId], language: Language) -> Answer {
    let voice = Voice::new(scope, language);
    let mut unique: Vec<InstitutionId> = Vec::new();
    for &id in of {
        if !unique.contains(&id) {
            unique.push(id);
        }
    }
    let partners = shared(scope, &unique);
    let left_out = left_out(scope, &unique);
    let record = Record {
        of: unique.iter().map(|&id| Party::of(scope.corpus, id)).collect(),
        partners: partners.iter().map(|one| row(scope, &unique, one)).collect(),
        method: Method::of(scope, &left_out),
    };
    Answer {
        found: !partners.is_empty(),
        lead: vec![lead(&voice, &unique, &partners)],
        tables: vec![table(&voice, &unique, &partners)],
        notes: voice.method(&left_out),
        record: record::value(&record),
    }
}

fn shared(scope: &Scope<'_>, of: &[InstitutionId]) -> Vec<Shared> {
    let network = scope.network();
    let Some((&first, others)) = of.split_first() else { return Vec::new() };
    let tie_to = |id: InstitutionId, node: usize| {
        let tie = network.tie_between(network.node_of(id), node)?;
        Some((network.tie(tie).2, network.evidence(tie).to_vec()))
    };
    let mut partners: Vec<Shared> = network
        .adjacency()
        .row_of(network.node_of(first))
        .filter_map(|(node, weight, tie)| {
            let mut ties = vec![(weight, network.evidence(tie).to_vec())];
            for &other in others {
                ties.push(tie_to(other, node)?);
            }
            Some(Shared { id: network.institution(node)?, ties })
        })
        .collect();
    let label = |one: &Shared| scope.corpus.institution(one.id).names.label();
    partners.sort_by(|x, y| {
        let weight = y.least().total_cmp(&x.least()).then(y.sum().total_cmp(&x.sum()));
        weight.then_with(|| label(x).cmp(label(y))).then(x.id.cmp(&y.id))
    });
    partners
}

/// Works of any of them that the team cap leaves out, each once.
fn left_out(scope: &Scope<'_>, of: &[InstitutionId]) -> Vec<WorkId> {
    let mut works: Vec<WorkId> = of.iter().flat_map(|&id| scope.left_out_of(id)).collect();
    works.sort_unstable();
    works.dedup();
    works
}

fn row(scope: &Scope<'_>, of: &[InstitutionId], one: &Shared) -> Row {
    let tie = |(&id, (weight, works)): (&InstitutionId, &(f64, Vec<WorkId>))| Tie {
        with: scope.corpus.institution(id).id.clone(),
        weight: Real(*weight),
        works: Evidence::all(scope.corpus, works),
    };
    Row {
        party: Party::of(scope.corpus, one.id),
        strength: Real(one.least()),
        ties: of.iter().zip(&one.ties).map(tie).collect(),
    }
}

fn lead(voice: &Voice<'_, '_>, of: &[InstitutionId], partners: &[Shared]) -> String {
    let names = voice.names(of);
    let ids: Vec<InstitutionId> = partners.iter().map(|one| one.id).collect();
    let (list, count) = (voice.names(&ids), voice.partners(ids.len()));
    if let ([one], false) = (of, partners.is_empty()) {
        let only = voice.with(*one, Particle::Topic);
        return voice.say(
            format!("Only {names} is asked for; it has {count}: {list}."),
            format!("한 곳만 물었다. {only} {count}이 있다: {list}."),
        );
    }
    match ids.len() {
        0 => voice.say(format!("{names} share no partner."), format!("{names}: 공통 협력 기관이 없다.")),
        _ => voice.say(format!("{names} share {count}: {list}."), format!("{names}의 공통 {count}: {list}.")),
    }
}

fn table(voice: &Voice<'_, '_>, of: &[InstitutionId], partners: &[Shared]) -> Table {
    let mut columns = vec![
        Column::new("partner", voice.say("Partner", "협력 기관")),
        Column::for_machines("id"),
        Column::for_machines("strength"),
    ];
    for (at, &id) in of.iter().enumerate() {
        let end = end(at);
        columns.push(Column::for_machines(&format!("{end}_id")));
        columns.push(Column::for_machines(&format!("weight_{end}")));
        let label = voice.say(format!("With {}", voice.name(id)), voice.with(id, Particle::And));
        columns.push(Column::new(&format!("works_{end}"), label));
    }
    let row = |one: &Shared| {
        let mut cells = vec![
            Cell::text(voice.name(one.id)),
            Cell::text(&voice.scope.corpus.institution(one.id).id),
            Cell::Real(one.least()),
        ];
        for (&id, (weight, works)) in of.iter().zip(&one.ties) {
            cells.push(Cell::text(&voice.scope.corpus.institution(id).id));
            cells.push(Cell::Real(*weight));
            cells.push(match works.is_empty() {
                true => Cell::text(voice.say("stated by the input", "입력에 적힌 관계")),
                false => Cell::list(works.iter().map(|&work| voice.work(work)).collect()),
            });
        }
        cells
    };
    let caption = voice.say("Partners in common", "공통 협력 기관");
    Table { name: "common".to_owned(), caption, columns, rows: partners.iter().map(row).collect() }
}

/// The ends of the ties in the order asked for: `a`, `b` … `z`, then `27`. The header of a file for machines does not
/// depend on whom one asked about.
fn end(at: usize) -> String {
    u8::try_from(at)
        .ok()
        .filter(|at| *at < 26)
        .map_or_else(|| (at + 1).to_string(), |at| char::from(b'a' + at).to_string())
}
