//! Fact checking: statements (claims) of a text are evaluated on the data.
//!
//! Each claim holds, differs, or cannot be checked on these data. The result has the value found, the works as
//! evidence and the nearest match. O(claims × affiliations).

mod counts;
mod members;
mod required_facts;
mod selection;
mod sums;
mod verdict;
mod work_facts;

use crate::answer::Answer;
use crate::answer::language::Language;
use crate::answer::table::{Cell, Column, Table};
use crate::corpus::claim::{Claim, Claims, Test};
use crate::message;
use crate::messages::{List, Message};
use crate::query::check::verdict::{ClaimResult, ClaimVerdict};
use crate::query::context::QueryContext;
use crate::query::localized::{Basis, LocalizedContext};
use crate::query::record::{self, WorkRecord};
use serde::Serialize;
use serde_json::Value;

#[derive(Serialize)]
struct Record {
    claims: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    id: String,
    text: String,
    source: String,
    verdict: &'static str,
    expected: Value,
    found: Value,
    evidence: Vec<WorkRecord>,
    why: String,
}

/// Evaluates every claim. [`Answer::found`] is `true` if none differs.
#[must_use]
pub fn ask(context: &QueryContext<'_>, claims: &Claims, language: Language) -> Answer {
    let localized = LocalizedContext::new(context, language);
    let results = claims
        .claims
        .iter()
        .map(|claim| with_note(&localized, claims, claim, evaluate_claim(&localized, claims, claim)))
        .collect();
    answer(&localized, claims, results)
}

/// As [`ask`], for a filtered context. A claim with the same result on filtered and unfiltered data keeps it; all
/// others cannot be checked, since the filter removed works that they are about.
#[must_use]
pub fn ask_filtered(
    context: &QueryContext<'_>,
    unfiltered_context: &QueryContext<'_>,
    claims: &Claims,
    language: Language,
) -> Answer {
    let (localized, unfiltered) =
        (LocalizedContext::new(context, language), LocalizedContext::new(unfiltered_context, language));
    let results = claims.claims.iter().map(|claim| {
        let (filtered, all) = (evaluate_claim(&localized, claims, claim), evaluate_claim(&unfiltered, claims, claim));
        if filtered.agrees(&all) {
            with_note(&localized, claims, claim, filtered)
        } else {
            outside_filter(&localized, &all)
        }
    });
    answer(&localized, claims, results.collect())
}

/// Result of a claim about works outside the filter; `all` is its result on the unfiltered data.
fn outside_filter(localized: &LocalizedContext<'_, '_>, all: &ClaimResult) -> ClaimResult {
    let verdict = all.verdict.label();
    let why = localized.text(message!("check-outside-filter", kind = localized.kind(), verdict = verdict));
    ClaimResult { expected: all.expected.clone(), ..ClaimResult::unchecked(why) }
}

fn answer(localized: &LocalizedContext<'_, '_>, claims: &Claims, results: Vec<ClaimResult>) -> Answer {
    let rows = claims.claims.iter().zip(&results).map(|(claim, result)| row(localized, claim, result)).collect();
    let differs = results.iter().any(|one| one.verdict == ClaimVerdict::Differs);
    Answer {
        language: localized.language,
        found: !differs,
        lead: localized.lead(lead(localized, claims, &results), Basis::Works),
        tables: tables(localized, claims, &results),
        notes: unchecked(claims, &results)
            .into_iter()
            .chain(sources(localized, claims))
            .chain(localized.data())
            .collect(),
        record: record::value(&Record { claims: rows }),
    }
}

/// Evaluates one claim.
fn evaluate_claim(localized: &LocalizedContext<'_, '_>, claims: &Claims, claim: &Claim) -> ClaimResult {
    let lacks_full_table = || lacks_full_table(localized, claims, claim);
    match lacks_full_table()
        .or_else(|| without_works(localized, claim))
        .or_else(|| lacks_required_facts(localized, claim))
    {
        Some(result) => result,
        None => evaluate(localized, claims, &claim.test),
    }
}

/// Appends the claim's note from the file if its conditions hold on these data.
fn with_note(
    localized: &LocalizedContext<'_, '_>,
    claims: &Claims,
    claim: &Claim,
    mut result: ClaimResult,
) -> ClaimResult {
    let note = localized.pick((&claim.note, korean(&claim.note_ko, &claim.note)));
    if !note.is_empty() && is_note_true(localized, claims, claim) {
        result.why = format!("{} {note}", result.why).trim().to_owned();
    }
    result
}

/// Evaluates a test whose required facts are recorded.
fn evaluate(localized: &LocalizedContext<'_, '_>, claims: &Claims, test: &Test) -> ClaimResult {
    match test {
        Test::Count(count) => counts::count(localized, count),
        Test::Joint(joint) => counts::joint(localized, joint),
        Test::Work(work) => work_facts::work(localized, work),
        Test::Every(every) => work_facts::every(localized, every),
        Test::Members(test) => members::members(localized, test),
        Test::Rank(rank) => members::rank(localized, rank),
        Test::Sum(sum) => sums::sum(localized, claims, sum),
        Test::None(none) => {
            let source = localized.pick((&none.serves, &none.serves_ko));
            ClaimResult::unchecked(localized.text(message!("check-no-table", kind = localized.kind(), source = source)))
        }
    }
}

/// Whether all conditions of the claim's note hold: a note may be true of one edition of a table only.
fn is_note_true(localized: &LocalizedContext<'_, '_>, claims: &Claims, claim: &Claim) -> bool {
    claim.note_if.iter().all(|test| {
        required_facts::missing(localized, test).is_empty()
            && evaluate(localized, claims, test).verdict == ClaimVerdict::Holds
    })
}

/// Result of a claim that requires a larger table than these data.
fn lacks_full_table(localized: &LocalizedContext<'_, '_>, claims: &Claims, claim: &Claim) -> Option<ClaimResult> {
    let table = claims.tables.iter().find(|table| Some(&table.id) == claim.needs.as_ref())?;
    let works = localized.context.unfiltered_counts.0;
    if works >= table.min_works {
        return None;
    }
    let result = ClaimResult::unchecked(localized.text(message!(
        "check-full-table",
        table = localized.pick((&table.title, &table.title_ko)),
        required = table.min_works,
        kind = localized.kind(),
        works = works
    )));
    Some(ClaimResult { expected: expected(&claim.test), ..result })
}

/// Result of a claim about works on data without works.
fn without_works(localized: &LocalizedContext<'_, '_>, claim: &Claim) -> Option<ClaimResult> {
    if localized.context.unfiltered_counts.0 > 0 || matches!(claim.test, Test::None(_)) {
        return None;
    }
    let why = localized.text(message!("check-no-works"));
    Some(ClaimResult { expected: expected(&claim.test), ..ClaimResult::unchecked(why) })
}

/// Result of a claim that requires facts of which the data record none.
fn lacks_required_facts(localized: &LocalizedContext<'_, '_>, claim: &Claim) -> Option<ClaimResult> {
    let lacking = required_facts::missing(localized, &claim.test);
    let facts = List::comma(lacking.iter().map(|&fact| message!("check-fact", fact = fact)));
    let why = localized.text(message!("check-no-facts", facts = facts));
    (!lacking.is_empty()).then(|| ClaimResult { expected: expected(&claim.test), ..ClaimResult::unchecked(why) })
}

/// Expected value of a claim, if it is a number.
fn expected(test: &Test) -> Value {
    match test {
        Test::Count(count) => verdict::claimed_number(count.op, count.value),
        Test::Joint(joint) => verdict::claimed_number(joint.op, joint.value),
        Test::Rank(rank) => verdict::claimed_number(rank.op, rank.value),
        _ => Value::Null,
    }
}

fn korean<'t>(korean: &'t str, english: &'t str) -> &'t str {
    if korean.is_empty() { english } else { korean }
}

fn text(localized: &LocalizedContext<'_, '_>, claim: &Claim) -> String {
    localized.pick((&claim.text, korean(&claim.text_ko, &claim.text)))
}

fn row(localized: &LocalizedContext<'_, '_>, claim: &Claim, result: &ClaimResult) -> Row {
    Row {
        id: claim.id.clone(),
        text: text(localized, claim),
        source: claim.source.clone(),
        verdict: result.verdict.key(),
        expected: result.expected.clone(),
        found: result.found.clone(),
        evidence: WorkRecord::all(localized.context.corpus, &result.evidence),
        why: result.why.clone(),
    }
}

fn lead(localized: &LocalizedContext<'_, '_>, claims: &Claims, results: &[ClaimResult]) -> Vec<Message> {
    if results.is_empty() {
        return vec![message!("check-empty")];
    }
    let count = |verdict: ClaimVerdict| results.iter().filter(|one| one.verdict == verdict).count();
    let mut lead = vec![message!(
        "check-summary",
        count = results.len(),
        holds = count(ClaimVerdict::Holds),
        differs = count(ClaimVerdict::Differs),
        unchecked = count(ClaimVerdict::CannotBeChecked)
    )];
    let differing = claims.claims.iter().zip(results).filter(|(_, one)| one.verdict == ClaimVerdict::Differs);
    lead.extend(differing.map(|(claim, one)| {
        let text = text(localized, claim);
        let text = text.trim_end_matches('.');
        // Nested quotation marks alternate between double and single.
        let (english, korean) = (text.replace('“', "‘").replace('”', "’"), text.replace('‘', "“").replace('’', "”"));
        message!("check-differs", claim = localized.pick((&english, &korean)), why = &one.why)
    }));
    lead
}

fn tables(localized: &LocalizedContext<'_, '_>, claims: &Claims, results: &[ClaimResult]) -> Vec<Table> {
    let mut tables = vec![verdicts(localized, claims, results)];
    tables.extend(evidence(localized, claims, results));
    tables
}

fn verdicts(localized: &LocalizedContext<'_, '_>, claims: &Claims, results: &[ClaimResult]) -> Table {
    let columns = vec![
        localized.column("id", message!("check-claim")),
        localized.column("verdict", message!("check-verdict")),
        localized.column("text", message!("check-text")),
        Column::for_machines("source"),
        localized.column("expected", message!("check-expected")),
        localized.column("found", message!("check-found")),
        Column::for_machines("why"),
    ];
    let rows = claims.claims.iter().zip(results).map(|(claim, one)| {
        vec![
            Cell::text(&claim.id),
            Cell::coded(localized.text(one.verdict.label()), one.verdict.key()),
            Cell::text(text(localized, claim)),
            Cell::text(&claim.source),
            verdict::cell(&one.expected),
            verdict::cell(&one.found),
            Cell::text(&one.why),
        ]
    });
    let caption = localized.text(message!("check-caption"));
    Table { name: "claims".to_owned(), caption, columns, rows: rows.collect() }
}

/// Table of evidence, one work a row.
fn evidence(localized: &LocalizedContext<'_, '_>, claims: &Claims, results: &[ClaimResult]) -> Option<Table> {
    let corpus = localized.context.corpus;
    let mut rows = Vec::new();
    for (claim, one) in claims.claims.iter().zip(results) {
        for &id in &one.evidence {
            rows.push(vec![
                Cell::text(&claim.id),
                Cell::link(corpus.work_name(id), corpus.work(id).links.first().copied()),
                Cell::text(corpus.work_key(id)),
                corpus.date(id).map_or(Cell::Empty, |date| Cell::Text(date.to_string())),
                Cell::list(corpus.institutions_of(id).iter().map(|&id| localized.name(id)).collect()),
            ]);
        }
    }
    if rows.is_empty() {
        return None;
    }
    let columns = vec![
        localized.column("claim", message!("check-claim")),
        localized.column("work", message!("answers-work", kind = localized.kind())),
        Column::for_machines("work_id"),
        localized.column("date", message!("answers-date")).date(),
        Column::for_machines("institutions").list(),
    ];
    Some(Table { name: "evidence".to_owned(), caption: localized.text(message!("evidence-caption")), columns, rows })
}

fn sources(localized: &LocalizedContext<'_, '_>, claims: &Claims) -> Vec<Message> {
    let used = claims.sources.iter().filter(|source| claims.claims.iter().any(|claim| claim.source == source.id));
    used.map(|source| {
        let title = localized.pick((&source.title, korean(&source.title_ko, &source.title)));
        message!("check-source", id = &source.id, title = title)
    })
    .collect()
}

/// Reasons why claims cannot be checked, each once with the ids of its claims.
fn unchecked(claims: &Claims, results: &[ClaimResult]) -> Vec<Message> {
    let mut reasons: Vec<(&str, Vec<&str>)> = Vec::new();
    let unchecked = claims.claims.iter().zip(results).filter(|(_, one)| one.verdict == ClaimVerdict::CannotBeChecked);
    for (claim, one) in unchecked {
        match reasons.iter_mut().find(|(why, _)| *why == one.why) {
            Some((_, ids)) => ids.push(&claim.id),
            None => reasons.push((&one.why, vec![&claim.id])),
        }
    }
    let reason = |(why, ids): (&str, Vec<&str>)| {
        let ids = ids.join(", ");
        message!("check-unchecked", ids = ids, why = why)
    };
    reasons.into_iter().map(reason).collect()
}
