//! Sentences of a figure's caption on its data: filter, level, counting and team cap.

use crate::drawing::kind::WorkKind;
use crate::message;
use crate::messages::Message;
use crate::network::counting::{Counting, DEFAULT_MAX_TEAM};
use crate::query::context::QueryContext;
use crate::query::filter_text::{conditions, semicolons};

/// One sentence for each setting that differs from the default. `are_groups`: institutions are rolled up to their
/// parents.
#[must_use]
pub fn sentences(context: &QueryContext<'_>, kind: WorkKind, are_groups: bool) -> Vec<Message> {
    let level = are_groups.then(|| message!("answers-caption-level-group"));
    let projection = if kind.has_works() { projection(context, kind) } else { explicit_ties(context) };
    filter(context, kind).into_iter().chain(level).chain(projection).collect()
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
    Some(message!("answers-caption-filter", conditions = conditions, kind = kind, kept = kept, total = total))
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
