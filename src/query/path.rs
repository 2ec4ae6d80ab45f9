//! Shortest paths between two institutions.

use crate::answer::Answer;
use crate::answer::language::Language;
use crate::answer::number::{Real, decimals};
use crate::answer::table::{Cell, Column, Table};
use crate::corpus::institution::InstitutionId;
use crate::corpus::work::WorkId;
use crate::message;
use crate::messages::{Argument, Message};
use crate::network::components;
use crate::network::tie_lengths::TieLengths;
use crate::query::context::QueryContext;
use crate::query::localized::{Basis, LocalizedContext};
use crate::query::ranking;
use crate::query::record::{self, InstitutionRecord, Method, PathStep};
use crate::selection::path::{self, Metric, Path};
use serde::Serialize;

/// Default number of alternative paths.
pub const DEFAULT_ALTERNATIVES: usize = 4;

/// Length of the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// Maximum number of paths in addition to the shortest.
    pub alternatives: usize,
    /// Whether a tie is 1/w long; else each is 1 long.
    pub is_weighted: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { alternatives: DEFAULT_ALTERNATIVES, is_weighted: false }
    }
}

#[derive(Serialize)]
struct Record {
    steps: Option<Vec<PathStep>>,
    length: Option<usize>,
    weighted: bool,
    distance: Option<Real>,
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
    distance: Real,
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
    let paths = paths(context, a, b, options);
    let excluded = excluded(context, a, b);
    let first = paths.first();
    let alternative = |path: &Vec<InstitutionId>| Alternative {
        steps: PathStep::along(context, path),
        length: path.len() - 1,
        distance: Real(distance(context, path)),
    };
    let record = Record {
        steps: first.map(|path| PathStep::along(context, path)),
        length: first.map(|path| path.len() - 1),
        weighted: options.is_weighted,
        distance: first.map(|path| Real(distance(context, path))),
        alternatives: paths.iter().skip(1).map(alternative).collect(),
        a: InstitutionRecord::of(context.corpus, a),
        b: InstitutionRecord::of(context.corpus, b),
        method: Method::of(context, &excluded),
    };
    let steps = first.map_or(&[][..], Vec::as_slice);
    let mut tables = vec![table(&localized, "path", localized.text(message!("answers-shortest-path")), steps)];
    if paths.len() > 1 {
        tables.push(alternatives(&localized, &paths[1..], options));
    }
    Answer {
        language: localized.language,
        found: first.is_some(),
        lead: localized.lead(lead(&localized, [a, b], &paths, options), Basis::Ties(&excluded)),
        tables,
        notes: [
            (options.is_weighted && first.is_some_and(|path| path.len() > 1))
                .then(|| message!("path-weighted-note"))
                .into_iter()
                .collect(),
            localized.method(),
        ]
        .concat(),
        record: record::value(&record),
    }
}

/// The shortest path and its alternatives, as institutions.
fn paths(context: &QueryContext<'_>, a: InstitutionId, b: InstitutionId, options: &Options) -> Vec<Vec<InstitutionId>> {
    let network = context.network();
    let metric = match options.is_weighted {
        true => Metric::Weights(TieLengths::of(network.adjacency())),
        false => Metric::Hops,
    };
    let count = options.alternatives.saturating_add(1);
    let paths = path::k_shortest_by(network, network.node_of(a), network.node_of(b), count, metric);
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

/// Length of a path by weights: the sum of 1/w over its ties.
fn distance(context: &QueryContext<'_>, path: &[InstitutionId]) -> f64 {
    let network = context.network();
    let tie = |pair: &[InstitutionId]| network.tie_between(network.node_of(pair[0]), network.node_of(pair[1]));
    path.windows(2).filter_map(tie).map(|tie| 1.0 / network.tie(tie).2).sum()
}

fn lead(
    localized: &LocalizedContext<'_, '_>,
    [a, b]: [InstitutionId; 2],
    paths: &[Vec<InstitutionId>],
    options: &Options,
) -> Vec<Message> {
    let Some(first) = paths.first() else { return no_path_sentences(localized, a, b) };
    if a == b {
        return vec![message!("path-same", name = localized.names_of(a))];
    }
    let others = &paths[1..];
    let length = |path: &[InstitutionId]| match options.is_weighted {
        true => distance(localized.context, path),
        false => path.len() as f64,
    };
    let equal = others.iter().filter(|path| ranking::nearly_equal(length(path), length(first))).count();
    let alternatives = match equal {
        0 if !others.is_empty() && first.len() > 2 => Some(message!("path-only-shortest")),
        0 => None,
        // The list of alternatives is truncated: there may be more of this length.
        _ if equal == others.len() => Some(message!("path-at-least-as-short", count = equal)),
        _ => Some(message!("path-as-short", count = equal)),
    };
    let by_weight = options.is_weighted.then(|| {
        let length = distance(localized.context, first);
        message!("path-distance", length = Argument::number(length, decimals(length)))
    });
    sentence(localized, first).into_iter().chain(by_weight).chain(alternatives).collect()
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
fn alternatives(localized: &LocalizedContext<'_, '_>, paths: &[Vec<InstitutionId>], options: &Options) -> Table {
    let mut columns = vec![
        localized.column("steps", message!("path-number-of-steps")).integer(),
        localized.column("path", message!("path-path")),
        Column::for_machines("ids").list(),
    ];
    if options.is_weighted {
        columns.push(localized.column("distance", message!("path-length")).real());
    }
    let row = |path: &Vec<InstitutionId>| {
        let ids = path.iter().map(|&id| localized.context.corpus.institution(id).id.clone());
        let mut row =
            vec![Cell::Count(path.len() as u64 - 1), Cell::text(chain(localized, path)), Cell::list(ids.collect())];
        row.extend(options.is_weighted.then(|| Cell::Real(distance(localized.context, path))));
        row
    };
    Table {
        name: "alternatives".to_owned(),
        caption: localized.text(message!("path-alternatives")),
        columns,
        rows: paths.iter().map(row).collect(),
    }
}
