//! The first page of a report: what the data are and of which date, findings, and the network in numbers.

use crate::report::document::Report;
use crate::report::{Answers, EXPLORER};
use crate::session::Session;
use collabgraph::analysis::sources;
use collabgraph::answer::document::Block;
use collabgraph::answer::table::{Cell, Column, Table};
use collabgraph::message;
use collabgraph::messages::{Localizer, Message};
use collabgraph::network::components;
use collabgraph::query::caption;
use collabgraph::query::findings::{self, KeyFinding, Topic};
use collabgraph::query::overview;

/// Composes the page.
pub(crate) fn compose(report: &mut Report<'_>, session: &Session, answers: &Answers) {
    report.heading(&message!("report-data"));
    report.sentences(&[report.localizer.render(&overview::size_of(&session.scope()))]);
    report.items(report.localizer.render_all(&sources::of(&session.whole)));
    let conditions = caption::sentences(&session.scope(), session.whole.work_kind());
    report.sentences(&report.localizer.render_all(&conditions));
    if session.corpus.institution_count() == 0 {
        return;
    }
    report.heading(&message!("report-findings"));
    let findings = findings::of(&session.scope());
    let items = findings.iter().map(|finding| item(report, session, finding)).collect();
    report.items(items);
    let numbers = numbers(session, answers, report.localizer);
    report.blocks.push(Block::Table(numbers));
    report.paragraph(&message!("report-explorer", file = EXPLORER));
}

/// A finding, and the figure that shows it.
fn item(report: &Report<'_>, session: &Session, finding: &KeyFinding) -> String {
    let sentence = report.localizer.render(&finding.statement);
    let views: &[&str] = match finding.topic {
        Topic::Leader => &["bipartite", "map"],
        Topic::Newcomers => &["timeline"],
        Topic::Partnership => &["matrix", "map"],
        Topic::Broker => &["ego", "map"],
        Topic::SingleWork | Topic::International | Topic::Connection => &[],
    };
    let keys: Vec<&str> = finding.institutions.iter().map(|&id| session.corpus.institution(id).id.as_str()).collect();
    // A figure is referred to where it shows all that the sentence names.
    match report.number_of(views, &keys).filter(|_| !keys.is_empty()) {
        Some(number) => {
            let sentence = sentence.strip_suffix('.').unwrap_or(&sentence);
            report.localizer.render(&message!("report-finding-in-figure", sentence = sentence, number = number))
        }
        None => sentence,
    }
}

/// The network in numbers.
fn numbers(session: &Session, answers: &Answers, localizer: Localizer<'static>) -> Table {
    let scope = session.scope();
    let (corpus, network, kind) = (&session.corpus, scope.network(), scope.kind);
    let components = components::find(network);
    let (institutions, isolates) = (corpus.institution_count(), components.isolates());
    let mut rows: Vec<(Message, Cell)> = Vec::new();
    let mut count = |label: Message, value: usize| rows.push((label, Cell::Count(value as u64)));
    if corpus.work_count() > 0 {
        let joint = corpus.work_ids().filter(|&work| corpus.actor_count(work) > 1).count();
        count(message!("report-number-works", kind = kind), corpus.work_count());
        count(message!("report-number-joint", kind = kind), joint);
    }
    count(message!("report-number-institutions"), institutions);
    count(message!("report-number-partnered"), institutions - isolates);
    count(message!("report-number-ties", kind = session.whole.work_kind()), network.tie_count());
    count(message!("report-number-components"), components.members.len() - isolates);
    // A lone institution is no component of partners.
    if components.members.len() > isolates {
        count(message!("report-number-largest"), components.largest());
    }
    count(message!("report-number-clusters"), answers.cluster_count);
    if let Some(total) = answers.indicators.as_ref().map(|indicators| &indicators.record["rows"][0]) {
        for (key, known) in
            [("international", "international_known"), ("university_industry", "university_industry_known")]
        {
            let (Some(holds), Some(known)) = (total[key].as_u64(), total[known].as_u64()) else { continue };
            let label = if key == "international" {
                message!("report-number-international", known = known, kind = kind)
            } else {
                message!("report-number-industry", known = known, kind = kind)
            };
            rows.push((label, Cell::Count(holds)));
        }
    }
    let text = |message: Message| localizer.render(&message);
    Table {
        name: "numbers".to_owned(),
        caption: text(message!("report-numbers")),
        columns: vec![
            Column::new("measure", text(message!("report-column-measure"))),
            Column::new("number", text(message!("report-column-number"))).integer(),
        ],
        rows: rows.into_iter().map(|(label, value)| vec![Cell::Text(text(label)), value]).collect(),
    }
}
