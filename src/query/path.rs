//! Shortest paths between two institutions.

use crate::answer::Answer;
use crate::answer::language::Language;
use crate::answer::table::{Cell, Column, Table};
use crate::corpus::institution::InstitutionId;
use crate::corpus::work::WorkId;
use crate::message;
use crate::messages::Message;
use crate::network::components;
use crate::query::context::QueryContext;
use crate::query::localized::{Basis, LocalizedContext};
use crate::query::record::{self, InstitutionRecord, Method, PathStep};
use crate::selection::path::{self, Path};
use serde::Serialize;

/// Default number of alternative paths.
pub const DEFAULT_ALTERNATIVES: usize = 4;

/// Length of the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// Maximum number of paths in addition to the shortest.
    pub alternatives: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self { alternatives: DEFAULT_ALTERNATIVES }
    }
}

#[derive(Serialize)]
struct Record {
    steps: Option<Vec<PathStep>>,
    length: Option<usize>,
    alternatives: Vec<Alternative>,
    a: InstitutionRecord,
    b: InstitutionRecord,
    #[serde(flatten)]
    method: Method,
}

#[derive(Serialize)]
struct Alternative {
    steps: Vec<PathStep>,
    length: usize,
}

/// Shortest path from `a` to `b` with the works behind every step, and alternative paths.
#[must_use]
pub fn ask(
    context: &QueryContext<'_>,
    a: InstitutionId,
    b: InstitutionId,
    options: &Options,
    language: Language,
) -> Answer {
    let localized = LocalizedContext::new(context, language);
    let paths = paths(context, a, b, options.alternatives.saturating_add(1));
    let excluded = excluded(context, a, b);
    let first = paths.first();
    let alternative =
        |path: &Vec<InstitutionId>| Alternative { steps: PathStep::along(context, path), length: path.len() - 1 };
    let record = Record {
        steps: first.map(|path| PathStep::along(context, path)),
        length: first.map(|path| path.len() - 1),
        alternatives: paths.iter().skip(1).map(alternative).collect(),
        a: InstitutionRecord::of(context.corpus, a),
        b: InstitutionRecord::of(context.corpus, b),
        method: Method::of(context, &excluded),
    };
    let steps = first.map_or(&[][..], Vec::as_slice);
    let mut tables = vec![table(&localized, "path", localized.text(message!("answers-shortest-path")), steps)];
    if paths.len() > 1 {
        tables.push(alternatives(&localized, &paths[1..]));
    }
    Answer {
        language: localized.language,
        found: first.is_some(),
        lead: localized.lead(lead(&localized, a, b, &paths), Basis::Ties(&excluded)),
        tables,
        notes: localized.method(),
        record: record::value(&record),
    }
}

/// The `count` shortest paths as institutions.
fn paths(context: &QueryContext<'_>, a: InstitutionId, b: InstitutionId, count: usize) -> Vec<Vec<InstitutionId>> {
    let network = context.network();
    let paths = path::k_shortest(network, network.node_of(a), network.node_of(b), count);
    paths.iter().map(|path| institutions(context, path)).collect()
}

fn institutions(context: &QueryContext<'_>, path: &Path) -> Vec<InstitutionId> {
    path.nodes.iter().filter_map(|&node| context.network().institution(node)).collect()
}

/// Works of either institution excluded by the team cap, which might shorten the path.
fn excluded(context: &QueryContext<'_>, a: InstitutionId, b: InstitutionId) -> Vec<WorkId> {
    let mut works = context.excluded_works_of(a);
    works.extend(context.excluded_works_of(b));
    works.sort_unstable();
    works.dedup();
    works
}

/// Shortest path; of several, the one whose weakest tie is strongest.
#[must_use]
pub fn shortest(context: &QueryContext<'_>, a: InstitutionId, b: InstitutionId) -> Option<Vec<InstitutionId>> {
    let network = context.network();
    let path = path::shortest(network, network.node_of(a), network.node_of(b))?;
    Some(institutions(context, &path))
}

fn lead(
    localized: &LocalizedContext<'_, '_>,
    a: InstitutionId,
    b: InstitutionId,
    paths: &[Vec<InstitutionId>],
) -> Vec<Message> {
    let Some(first) = paths.first() else { return no_path_sentences(localized, a, b) };
    if a == b {
        return vec![message!("path-same", name = localized.names_of(a))];
    }
    let others = &paths[1..];
    let equal = others.iter().filter(|path| path.len() == first.len()).count();
    let alternatives = match equal {
        0 if !others.is_empty() && first.len() > 2 => Some(message!("path-only-shortest")),
        0 => None,
        // The list of alternatives is truncated: there may be more of this length.
        _ if equal == others.len() => Some(message!("path-at-least-as-short", count = equal)),
        _ => Some(message!("path-as-short", count = equal)),
    };
    sentence(localized, first).into_iter().chain(alternatives).collect()
}

fn no_path_sentences(localized: &LocalizedContext<'_, '_>, a: InstitutionId, b: InstitutionId) -> Vec<Message> {
    let network = localized.context.network();
    let components = components::find(network);
    let size = |id: InstitutionId| {
        let component = components.of[network.node_of(id)] as usize;
        let (name, size) = (localized.names_of(id), components.members[component].len());
        let is_capped = localized.context.capped([id]) > 0;
        let reason = if is_capped { "capped" } else { "none" };
        message!("path-component", name = name, count = size, reason = reason, kind = localized.kind())
    };
    let (name_a, name_b) = (localized.names_of(a), localized.names_of(b));
    vec![message!("path-none", a = name_a, b = name_b, kind = localized.kind()), size(a), size(b)]
}

/// Institutions of a path: `A – B – C`.
fn chain(localized: &LocalizedContext<'_, '_>, path: &[InstitutionId]) -> String {
    path.iter().map(|&id| localized.name(id)).collect::<Vec<_>>().join(" – ")
}

/// Sentence on a path; `None` if it is empty.
#[must_use]
pub fn sentence(localized: &LocalizedContext<'_, '_>, path: &[InstitutionId]) -> Option<Message> {
    let (a, b) = (localized.names_of(*path.first()?), localized.names_of(*path.last()?));
    if path.len() == 2 {
        return Some(message!("path-direct", a = a, b = b));
    }
    Some(message!("path-steps", a = a, b = b, count = path.len() - 1, path = chain(localized, path)))
}

/// Table of the steps of a path, with the works behind each.
#[must_use]
pub fn table(localized: &LocalizedContext<'_, '_>, name: &str, caption: String, path: &[InstitutionId]) -> Table {
    let columns = vec![
        localized.column("step", message!("path-step")).integer(),
        localized.column("from", message!("path-from")),
        localized.column("to", message!("path-to")),
        Column::for_machines("from_id"),
        Column::for_machines("to_id"),
        Column::for_machines("weight").real(),
        localized.column("works", message!("answers-joint-works", kind = localized.kind())).list(),
    ];
    let network = localized.context.network();
    let row = |(at, pair): (usize, &[InstitutionId])| {
        let tie = network.tie_between(network.node_of(pair[0]), network.node_of(pair[1]));
        let works = tie.map_or(&[][..], |tie| network.evidence(tie));
        vec![
            Cell::Count(at as u64 + 1),
            Cell::text(localized.name(pair[0])),
            Cell::text(localized.name(pair[1])),
            Cell::text(&localized.context.corpus.institution(pair[0]).id),
            Cell::text(&localized.context.corpus.institution(pair[1]).id),
            tie.map_or(Cell::Empty, |tie| Cell::Real(network.tie(tie).2)),
            Cell::list(works.iter().map(|&work| localized.work(work)).collect()),
        ]
    };
    Table { name: name.to_owned(), caption, columns, rows: path.windows(2).enumerate().map(row).collect() }
}

/// Table of alternative paths.
fn alternatives(localized: &LocalizedContext<'_, '_>, paths: &[Vec<InstitutionId>]) -> Table {
    let columns = vec![
        localized.column("steps", message!("path-number-of-steps")).integer(),
        localized.column("path", message!("path-path")),
        Column::for_machines("ids").list(),
    ];
    let row = |path: &Vec<InstitutionId>| {
        let ids = path.iter().map(|&id| localized.context.corpus.institution(id).id.clone());
        vec![Cell::Count(path.len() as u64 - 1), Cell::text(chain(localized, path)), Cell::list(ids.collect())]
    };
    Table {
        name: "alternatives".to_owned(),
        caption: localized.text(message!("path-alternatives")),
        columns,
        rows: paths.iter().map(row).collect(),
    }
}
