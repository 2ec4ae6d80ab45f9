//! `--explain`: what of the input is read to answer, and why not less.

use collabgraph::message;
use collabgraph::messages::language::Language;
use collabgraph::messages::{Localizer, Message};
use collabgraph::scan::plan::{Fields, FullReason, Pass, Plan, Rows, Sink};

use crate::error::CliError;
use crate::output;

/// Prints a plan, a line a pass.
pub(crate) fn print(plan: &Plan, language: Language) -> Result<(), CliError> {
    let localizer = Localizer::new(language);
    let passes = plan.passes.iter().enumerate().map(|(number, pass)| of_pass(number + 1, pass));
    let full = plan.full.as_ref().map(|reason| message!("plan-full", reason = of_reason(reason)));
    let lines: Vec<String> = passes.chain(full).map(|line| format!("{}\n", localizer.render(&line))).collect();
    output::print(lines.concat().as_bytes())
}

fn of_pass(number: usize, pass: &Pass) -> Message {
    let fields = match pass.fields {
        Fields::Institutions => message!("plan-fields-institutions"),
        Fields::InstitutionsAndFilter => message!("plan-fields-filter"),
        Fields::ColumnProfile => message!("plan-fields-columns"),
        Fields::WorkKind => message!("plan-fields-kind"),
        _ => message!("plan-fields-all"),
    };
    let sink = match pass.sink {
        Sink::ColumnProfile => message!("plan-sink-columns"),
        Sink::EntityIndex => message!("plan-sink-index"),
        Sink::PairCounts => message!("plan-sink-pairs"),
        Sink::WorkKind => message!("plan-sink-kind"),
        _ => message!("plan-sink-corpus"),
    };
    let rows = match pass.rows {
        Rows::Matching => message!("plan-rows-matching"),
        Rows::LargeTeams => message!("plan-rows-large"),
        _ => return message!("plan-pass", number = number.to_string(), fields = fields, met = pass.met, sink = sink),
    };
    message!(
        "plan-pass-full",
        number = number.to_string(),
        fields = fields,
        met = pass.met,
        sink = sink,
        read = pass.read,
        rows = rows
    )
}

/// Why all works are read in full.
fn of_reason(reason: &FullReason) -> Message {
    match reason {
        FullReason::SmallInput => message!("plan-reason-small"),
        FullReason::SeveralInputs => message!("plan-reason-inputs"),
        FullReason::StandardInput => message!("plan-reason-stdin"),
        FullReason::Document => message!("plan-reason-document"),
        FullReason::GroupLevel => message!("plan-reason-group"),
        FullReason::GroupedRows => message!("plan-reason-grouped"),
        FullReason::Columns => message!("plan-reason-columns"),
        FullReason::SeveralColumns => message!("plan-reason-several-columns"),
        FullReason::SharedWorks => message!("plan-reason-shared"),
        FullReason::SimilarNames => message!("plan-reason-similar"),
        FullReason::Addresses => message!("plan-reason-addresses"),
        FullReason::Excluded => message!("plan-reason-excluded"),
        FullReason::Notices => message!("plan-reason-notices"),
        FullReason::Evidence => message!("plan-reason-evidence"),
        FullReason::Counting => message!("plan-reason-counting"),
        FullReason::Choice => message!("plan-reason-choice"),
        FullReason::Level => message!("plan-reason-level"),
        FullReason::InstitutionFilter => message!("plan-reason-institution"),
        FullReason::LineFilter => message!("plan-reason-line"),
        FullReason::FilterWords => message!("plan-reason-words"),
        FullReason::Identifier => message!("plan-reason-identifier"),
        FullReason::Name => message!("plan-reason-name"),
        FullReason::WorkName => message!("plan-reason-work"),
        FullReason::WorkIdentifiers => message!("plan-reason-work-identifiers"),
        FullReason::Path => message!("plan-reason-path"),
        _ => message!("plan-reason-question"),
    }
}
