//! `explore`: the page as a file, or served on this machine.

#[cfg(feature = "serve")]
mod api;
#[cfg(feature = "serve")]
mod serve;

use crate::error::CliError;
use crate::session::Session;
use crate::{output, session};
use collabgraph::corpus::Corpus;
use collabgraph::corpus::kind::{ActorKind, WorkKind};
use collabgraph::explore::facts::{self, PageNotes};
use collabgraph::explore::page::{self, Delivery};
use collabgraph::message;
use collabgraph::messages::Localizer;
use collabgraph::names::authority::Level as AuthorityLevel;
use collabgraph::query::context::QueryContext;
use collabgraph::query::{filter_text, level};
use serde_json::Value;
use std::path::Path;

/// Writes or serves the page; `false` when there is nothing to walk around in.
pub(crate) fn explore(session: &Session, output: Option<&Path>, port: u16) -> Result<bool, CliError> {
    match output {
        Some(file) if file.as_os_str() == "-" => output::print(written(session)?.as_bytes())?,
        Some(file) => output::write_file(file, written(session)?.as_bytes())?,
        None => served(session, port)?,
    }
    Ok(session.corpus.work_count() > 0 || session.corpus.institution_count() > 0)
}

#[cfg(feature = "serve")]
fn served(session: &Session, port: u16) -> Result<(), CliError> {
    serve::serve(session, port)
}

#[cfg(not(feature = "serve"))]
fn served(_: &Session, _: u16) -> Result<(), CliError> {
    Err(message!("errors-no-server").into())
}

/// The page with its data in it.
pub(crate) fn written(session: &Session) -> Result<String, CliError> {
    Ok(page::write(&title(session), Delivery::Inlined(&data(session)?), kind(session), session.corpus.actors()))
}

/// Kind of the works that the page speaks of.
pub(crate) fn kind(session: &Session) -> WorkKind {
    session.whole.work_kind()
}

/// Title of the page.
pub(crate) fn title(session: &Session) -> String {
    Localizer::new(session.settings.language.naming(session.corpus.actors()))
        .render(&message!("report-title", kind = kind(session)))
}

/// What the page knows.
pub(crate) fn data(session: &Session) -> Result<Value, CliError> {
    let group = grouped(session)?;
    let scope = session.scope();
    let rolled = group.as_ref().map(|corpus| QueryContext::new(corpus).with_projection(session.projection));
    let mut levels = vec![(scope.actors(), &scope)];
    levels.extend(rolled.as_ref().map(|scope| (ActorKind::Group, scope)));
    let told = PageNotes {
        notes: notes(session),
        merges: session.merge_notes().into_iter().map(|merge| merge.text).collect(),
    };
    facts::facts(&levels, &told).map_err(|error| message!("errors-page", reason = error.to_string()).into())
}

/// What the answers say about the filter, the choice and the level, before the page's own filters.
fn notes(session: &Session) -> Vec<(String, String)> {
    let scope = session.scope();
    let sentences = filter_text::describe(&scope).into_iter().chain(level::statements(&scope));
    sentences.map(|sentence| Localizer::in_both_naming(session.settings.level, &sentence)).collect()
}

/// The same works with institutions rolled up to their parents; none when that is what is asked for, actors or ties were
/// chosen by their recorded names, or the input cannot be read twice.
fn grouped(session: &Session) -> Result<Option<Corpus>, CliError> {
    let global = &session.global;
    let once_only = global.data.iter().any(|path| path.as_os_str() == "-" || !path.is_file());
    if session.corpus.actors() != ActorKind::Institution || once_only || session.has_choice() {
        return Ok(None);
    }
    let corpus = session::corpus_at(global, AuthorityLevel::Group)?.with_actors(ActorKind::Group);
    // The filter names institutions of the recorded level: it stays with the works and ties that it selects.
    Ok(Some(if session.filter.is_empty() { corpus } else { corpus.limited_to(&session.corpus) }))
}
