//! One question each: names resolved, the answer asked for, and written as wanted.

use crate::args::Global;
use crate::args::commands::{Product, Question};
use crate::args::values::{AnswerFormat, TieMeasureName};
use crate::error::CliError;
use crate::session::Session;
use crate::{answer_output, draw, explore, export, names, report};
use collabgraph::analysis::query::{self, Query};
use collabgraph::analysis::sources;
use collabgraph::answer::record::Record;
use collabgraph::message;
use collabgraph::messages::Message;
use std::path::PathBuf;

/// Makes what is asked for of the data; `false` means no result.
pub(crate) fn make(session: &Session, product: Product) -> Result<bool, CliError> {
    match product {
        Product::Draw(args) => draw::draw(session, &args),
        Product::Report { output, force, claims } => report::write(session, &output, force, claims.as_deref()),
        Product::Explore { output, port, .. } => explore::explore(session, output.as_deref(), port),
        Product::Export { output, export_format, with_works, of_file } => {
            export::write(session, &output, export_format, with_works, of_file.into())
        }
        Product::Names { accept, thesaurus } => names::answer(session, accept.as_deref(), thesaurus),
    }
}

/// Answers a question, or with the overview; `false` means no result.
pub(crate) fn answer(session: &Session, question: Option<Question>) -> Result<bool, CliError> {
    let format = answer_output::format(&session.global)?;
    // The record is the same however the data are called.
    let is_named = question.is_none() && format != AnswerFormat::Json;
    let mut answer = query::answer(session, &of_question(question)?, session.global.evidence)?;
    if is_named {
        answer.notes.iter_mut().for_each(name_command);
    }
    // What is not written need not be held meanwhile.
    match format {
        AnswerFormat::Json => answer.tables = Vec::new(),
        _ => answer.record = Record::default(),
    }
    answer_output::write(&session.global, &mut answer, &sources::of(&session.whole))?;
    Ok(answer.found)
}

/// What to type next begins as the command did: with the same files and options.
fn name_command(note: &mut Message) {
    let words = std::env::args().skip(1).map(|word| quoted(&word));
    let command = std::iter::once("collab".to_owned()).chain(words).collect::<Vec<_>>().join(" ");
    let is_next = note.id == "overview-next";
    for (_, argument) in note.arguments.iter_mut().filter(|(name, _)| is_next && *name == "command") {
        *argument = command.as_str().into();
    }
}

/// A word as a shell reads it.
fn quoted(word: &str) -> String {
    let is_plain = |ch: char| ch.is_alphanumeric() || "-_./=:,+@%\\".contains(ch);
    if !word.is_empty() && word.chars().all(is_plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', "'\\''"))
    }
}

/// The query of a question, its files read; that of no question is the overview.
fn of_question(question: Option<Question>) -> Result<Query, CliError> {
    let Some(question) = question else { return Ok(Query::Overview {}) };
    Ok(match question {
        Question::Who { name } => Query::Who { name: name.join(" ") },
        Question::Between { a: Some(a), b: Some(b), .. } => Query::Between { a, b },
        Question::Between { a: None, b: None, from, to } if !from.is_empty() => Query::BetweenSets { from, to },
        Question::Between { .. } => return Err(message!("errors-between-what").into()),
        Question::Trend { by, measure, of, cumulative, top } => {
            Query::Trend { by: by.map(Into::into), measure: measure.into(), of, cumulative, top }
        }
        Question::Path { a, b, alternatives, weighted } => Query::Path { a, b, alternatives, weighted },
        Question::Works => Query::Works {},
        Question::Institutions => Query::Institutions {},
        Question::Rank { by, top, approximate, weighted } => Query::Rank { by, top, approximate, weighted },
        Question::Clusters(args) => Query::Clusters(args.options()),
        Question::Components => Query::Components {},
        Question::Statistics => Query::Statistics {},
        Question::Common { names } => Query::Common { names },
        Question::Never { top } => Query::Never { top },
        Question::Predict { by, top } => Query::Predict { by: by.into(), top },
        Question::Strongest { by: TieMeasureName::Weight, top, significance, alpha } => {
            Query::Strongest { top, significance: significance.map(Into::into), alpha }
        }
        Question::Strongest { significance: Some(_), .. } => {
            return Err(message!("errors-significance-of-weights").into());
        }
        Question::Strongest { by: TieMeasureName::Citations, top, .. } => Query::MostCited { top },
        Question::Brokers { by, top } => Query::Brokers { by: by.into(), top },
        Question::Indicators { by, top } => Query::Indicators { by: by.into_iter().map(Into::into).collect(), top },
        Question::Counting { top } => Query::Counting { top },
        Question::Timeline { name, top } => Query::Timeline { name, top },
        Question::Search { text, top } => Query::Search { text: text.join(" "), top },
        Question::Check { claims } => Query::Check { claims: names::claims(&claims)? },
    })
}

/// Compares two tables, each read with the same options.
pub(crate) fn compare(mut global: Global, old: PathBuf, new: PathBuf, top: Option<usize>) -> Result<bool, CliError> {
    if !global.data.is_empty() {
        return Err(message!("errors-diff-data").into());
    }
    global.data = vec![old];
    let before = Session::open(global.clone(), Vec::new())?;
    global.data = vec![new];
    let after = Session::open(global, Vec::new())?;
    let top = top.filter(|&top| top > 0);
    let mut answer = query::compare(&before, &after, top, after.global.evidence);
    let sources = [sources::of(&before.whole), sources::of(&after.whole)].concat();
    answer_output::write(&after.global, &mut answer, &sources)?;
    Ok(answer.found)
}
