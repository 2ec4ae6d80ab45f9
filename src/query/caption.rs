//! Sentences of a figure's caption on its data: filter, level, counting and team cap.

use crate::corpus::Corpus;
use crate::corpus::kind::ActorKind;
use crate::corpus::place;
use crate::corpus::table::InputMetadata;
use crate::corpus::work::RowLocation;
use crate::drawing::kind::WorkKind;
use crate::message;
use crate::messages::{Argument, Message};
use crate::names::resolution::Merge;
use crate::network::counting::{Counting, DEFAULT_MAX_TEAM};
use crate::query::context::QueryContext;
use crate::query::filter_text::{conditions, semicolons};
use std::collections::BTreeSet;

/// Whether a recorded name that was merged stands in a row of the works that `corpus` holds, a part of `whole`: a filter
/// may have left them all out. True where rows are unknown. O(works).
#[must_use]
pub fn is_merged_in(whole: &Corpus, corpus: &Corpus, merge: &Merge) -> bool {
    let Some(id) = whole.institution_by_key(&merge.institution) else { return false };
    let Some(kept) = corpus.institution_by_key(&merge.institution) else { return false };
    let keys: BTreeSet<String> = corpus.works_of(kept).iter().map(|&work| corpus.work_key(work)).collect();
    let works = whole.works_of(id);
    if keys.len() == works.len() {
        return true;
    }
    let rows: Vec<(RowLocation, bool)> = works
        .iter()
        .flat_map(|&work| whole.sources_of(work).map(move |row| (row, work)))
        .map(|(row, work)| (row, keys.contains(&whole.work_key(work))))
        .collect();
    merge.locations.iter().any(|location| is_row_kept(whole, &rows, location))
}

/// Whether the row of a cell at `file:line:column` is kept: the last that starts on its line or before.
fn is_row_kept(whole: &Corpus, rows: &[(RowLocation, bool)], location: &str) -> bool {
    let (file, line, _) = place::read(location);
    let Ok(line @ 1..) = u32::try_from(line) else { return true };
    let is_input = |row: &RowLocation| {
        let name = whole.inputs().get(usize::from(row.input)).map(InputMetadata::place_name).unwrap_or_default();
        file == name || file.ends_with(&format!("/{name}"))
    };
    let before = rows.iter().filter(|(row, _)| is_input(row) && row.line <= line);
    before.max_by_key(|(row, _)| row.line).is_none_or(|(_, is_kept)| *is_kept)
}

/// One sentence for each setting that differs from the default.
#[must_use]
pub fn sentences(context: &QueryContext<'_>, kind: WorkKind) -> Vec<Message> {
    let actors = context.actors();
    let unknown = context.level.unknown + context.level.partly_known;
    let level = (actors != ActorKind::Institution).then(|| {
        let level = Argument::Kind(actors.key());
        message!("answers-caption-level", level = level, kind = kind, unknown = unknown)
    });
    let projection = if kind.has_works() { projection(context, kind) } else { explicit_ties(context) };
    filter(context, kind).into_iter().chain(context.choice.iter().cloned()).chain(level).chain(projection).collect()
}

fn filter(context: &QueryContext<'_>, kind: WorkKind) -> Option<Message> {
    if context.filter.is_empty() {
        return None;
    }
    let conditions = semicolons(conditions(context));
    if !kind.has_works() {
        return Some(message!("answers-filter-conditions", conditions = conditions));
    }
    let (kept, total) = (context.works_kept(), context.unfiltered_counts.0);
    let open = context.filter_counts.unjudged();
    Some(message!(
        "answers-caption-filter",
        conditions = conditions,
        kind = kind,
        kept = kept,
        total = total,
        open = open
    ))
}

/// Counting and team cap, where they differ from the defaults.
fn projection(context: &QueryContext<'_>, kind: WorkKind) -> Vec<Message> {
    let counting = match context.projection.counting {
        Counting::Full => None,
        Counting::Fractional => Some(message!("answers-caption-fractional", kind = kind)),
        Counting::Strict => Some(message!("answers-caption-strict", kind = kind)),
    };
    let cap = match context.projection.max_team {
        Some(DEFAULT_MAX_TEAM) => None,
        Some(cap) => Some(message!("answers-caption-cap", kind = kind, cap = cap)),
        None => Some(message!("answers-caption-no-cap")),
    };
    counting.into_iter().chain(cap).collect()
}

/// Networks without works: counting and team cap have no effect on explicit ties.
fn explicit_ties(context: &QueryContext<'_>) -> Vec<Message> {
    let is_default =
        context.projection.counting == Counting::Full && context.projection.max_team == Some(DEFAULT_MAX_TEAM);
    if is_default { Vec::new() } else { vec![message!("answers-caption-explicit")] }
}
