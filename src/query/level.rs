//! What an answer says of its level: what its actors are, and what they do not show of the institutions below them.

use serde::Serialize;

use crate::answer::Answer;
use crate::corpus::kind::ActorKind;
use crate::message;
use crate::messages::{Argument, List, Message};
use crate::query::context::QueryContext;

/// Sentences on the level, where actors are no institutions as recorded: what they are, and for which works and ties they
/// are not known.
#[must_use]
pub fn statements(context: &QueryContext<'_>) -> Vec<Message> {
    let (actors, kind, level) = (context.actors(), context.kind, &context.level);
    if actors == ActorKind::Institution {
        return Vec::new();
    }
    let mut statements = vec![message!("answers-level", level = Argument::Kind(actors.key()))];
    if level.unknown > 0 {
        statements.push(message!("answers-level-unknown", count = level.unknown, kind = kind));
    }
    if level.partly_known > 0 {
        statements.push(message!("answers-level-partly", count = level.partly_known, kind = kind));
    }
    if level.ties_unknown > 0 {
        statements.push(message!("answers-level-ties-unknown", count = level.ties_unknown));
    }
    statements
}

/// Notes on what lies within one actor, and on how authors are told apart.
#[must_use]
pub fn notes(context: &QueryContext<'_>) -> Vec<Message> {
    let (corpus, kind, level) = (context.corpus, context.kind, &context.level);
    let mut notes = Vec::new();
    let within = |(key, count): &(String, usize)| {
        let id = corpus.institution_by_key(key)?;
        let name = &corpus.institution(id).names;
        Some(message!("answers-level-within-one", count = *count, kind = kind, name = name))
    };
    let within: Vec<Message> = level.within.iter().filter_map(within).collect();
    if !within.is_empty() {
        notes.push(message!("answers-level-within", kind = kind, list = List::and(within, "actor")));
    }
    if level.ties_within > 0 {
        notes.push(message!("answers-level-ties-within", count = level.ties_within));
    }
    if level.by_name > 0 {
        let repeated = level.repeated_names;
        notes.push(message!("answers-level-names", count = level.by_name, repeated = repeated, kind = kind));
    }
    if level.shared_names > 0 {
        notes.push(message!("answers-level-shared-names", count = level.shared_names));
    }
    notes
}

/// Works within one actor, for machines.
#[derive(Serialize)]
struct Within<'w> {
    id: &'w str,
    works: usize,
}

/// Adds to the record what the actors are, how many there are, and what the level does not show.
#[must_use]
pub fn attach(context: &QueryContext<'_>, mut answer: Answer) -> Answer {
    let actors = context.actors();
    let record = std::mem::take(&mut answer.record);
    let record = record.with("level", &actors.key()).with("actors", &context.corpus.institution_count());
    let level = &context.level;
    answer.record = if actors.are_institutions() {
        record
    } else {
        let within: Vec<Within<'_>> = level.within.iter().map(|(id, works)| Within { id, works: *works }).collect();
        record.with("within", &within).with("unknown_actors", &level.unknown).with("partly_known", &level.partly_known)
    };
    answer
}
