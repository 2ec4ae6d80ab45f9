//! Names as users type them → the one entity that is meant, or a clear "which one?".

use crate::analysis::error::AnalysisError;
use crate::corpus::Corpus;
use crate::corpus::institution::{Institution, InstitutionId};
use crate::ingest::merge::{Merge, MergeRule};
use crate::message;
use crate::messages::language::Language;
use crate::messages::{Argument, Message};
use crate::names::authority::Authority;
use crate::query::lookup::{self as query_lookup, Lookup, NamedEntity};

/// Who or what is meant by a name: an institution or a work.
///
/// # Errors
/// The name is that of none, or of several.
pub fn entity(corpus: &Corpus, query: &str) -> Result<NamedEntity, AnalysisError> {
    match query_lookup::find(corpus, query) {
        Lookup::Unique(entity) => Ok(entity),
        Lookup::Ambiguous(candidates) => Err(ambiguous(corpus, query, &candidates)),
        Lookup::NotFound(nearest) => Err(not_found(corpus, query, &nearest)),
    }
}

/// Which institution is meant by a name.
///
/// # Errors
/// The name is that of none, of several, or of a work.
pub fn institution(corpus: &Corpus, query: &str) -> Result<InstitutionId, AnalysisError> {
    match query_lookup::find_institution(corpus, query) {
        Lookup::Unique(NamedEntity::Institution(id)) => Ok(id),
        Lookup::Unique(NamedEntity::Work(id)) => {
            Err(message!("lookup-work-not-institution", name = corpus.work_name(id)).into())
        }
        Lookup::Ambiguous(candidates) => Err(ambiguous(corpus, query, &candidates)),
        Lookup::NotFound(nearest) => Err(not_found(corpus, query, &nearest)),
    }
}

/// Which institution of a file is meant that is too large to be loaded for a name, where works of exactly that name were
/// looked for before.
///
/// # Errors
/// The name is that of none, of several, or of a work.
pub fn institution_of_large(corpus: &Corpus, query: &str) -> Result<InstitutionId, AnalysisError> {
    match query_lookup::find_institution(corpus, query) {
        Lookup::NotFound(nearest) if nearest.is_empty() => {
            Err(message!("lookup-large-not-found", query = query).into())
        }
        Lookup::NotFound(nearest) => {
            Err(message!("lookup-large-nearest", query = query, candidates = list(corpus, &nearest)).into())
        }
        _ => institution(corpus, query),
    }
}

/// Where a name is that of a part of a group, and the group is what answers are for: says so. `None` where it is a name of
/// the group itself.
#[must_use]
pub fn part_of_group(authority: &Authority, merges: &[Merge], group: &Institution, query: &str) -> Option<Message> {
    let wanted = query.trim().to_lowercase();
    let is_meant = |name: &str| name.trim().to_lowercase() == wanted;
    if group.names.all().any(is_meant) || is_meant(&group.id) {
        return None;
    }
    let is_part = |one: &&Institution| one.id != group.id && authority.group_of(one).id == group.id;
    let has_name = |one: &&Institution| {
        one.names.all().chain(one.aliases.iter().map(String::as_str)).any(is_meant) || is_meant(&one.id)
    };
    let part = authority.institutions().iter().filter(is_part).find(has_name).map(|one| Argument::from(&one.names));
    let is_rolled_up = |merge: &&Merge| {
        merge.institution == group.id && merge.rules.contains(&MergeRule::Group) && is_meant(&merge.recorded)
    };
    let part = part.or_else(|| merges.iter().find(is_rolled_up).map(|merge| Argument::from(&merge.recorded)))?;
    Some(message!("answers-part-of-group", part = part, group = &group.names))
}

fn ambiguous(corpus: &Corpus, query: &str, candidates: &[NamedEntity]) -> AnalysisError {
    message!("lookup-ambiguous", query = query, candidates = list(corpus, candidates)).into()
}

fn not_found(corpus: &Corpus, query: &str, nearest: &[NamedEntity]) -> AnalysisError {
    match nearest {
        [] => message!("lookup-not-found", query = query).into(),
        _ => message!("lookup-nearest", query = query, candidates = list(corpus, nearest)).into(),
    }
}

/// Names and identifiers, a line each.
fn list(corpus: &Corpus, entities: &[NamedEntity]) -> String {
    let line = |entity: &NamedEntity| match *entity {
        NamedEntity::Institution(id) => {
            let institution = corpus.institution(id);
            format!("  {}  [{}]", Language::Both.name(&institution.names), institution.id)
        }
        NamedEntity::Work(id) => format!("  {}  [{}]", corpus.work_name(id), corpus.work_key(id)),
    };
    entities.iter().map(line).collect::<Vec<_>>().join("\n")
}
