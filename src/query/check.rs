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

use serde::Serialize;
use serde_json::Value;

use crate::answer::Answer;
use crate::answer::korean::Particle;
use crate::answer::language::Language;
use crate::answer::number::thousands;
use crate::answer::table::{Cell, Column, Table};
use crate::corpus::claim::{Claim, Claims, Test};
use crate::message;
use crate::query::check::verdict::{ClaimResult, ClaimVerdict};
use crate::query::context::QueryContext;
use crate::query::record::{self, WorkRecord};
use crate::query::voice::Voice;

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
    let voice = Voice::new(context, language);
    let results = claims
        .claims
        .iter()
        .map(|claim| with_note(&voice, claims, claim, evaluate_claim(&voice, claims, claim)))
        .collect();
    answer(&voice, claims, results)
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
    let (voice, unfiltered) = (Voice::new(context, language), Voice::new(unfiltered_context, language));
    let results = claims.claims.iter().map(|claim| {
        let (filtered, all) = (evaluate_claim(&voice, claims, claim), evaluate_claim(&unfiltered, claims, claim));
        if filtered.agrees(&all) { with_note(&voice, claims, claim, filtered) } else { outside_filter(&voice, &all) }
    });
    answer(&voice, claims, results.collect())
}

/// Result of a claim about works outside the filter; `all` is its result on the unfiltered data.
fn outside_filter(voice: &Voice<'_, '_>, all: &ClaimResult) -> ClaimResult {
    let (english, korean) = all.verdict.label();
    let why = voice.say(
        format!("The filter leaves out works that this statement is about; ask without it. On all the data the verdict is “{english}”."),
        format!("이 문장이 말하는 {} 조건에서 빠졌다. 조건 없이 물어 보세요. 자료 전체로 보면 ‘{korean}’.", voice.noun_with(Particle::Subject)),
    );
    ClaimResult { expected: all.expected.clone(), ..ClaimResult::unchecked(why) }
}

fn answer(voice: &Voice<'_, '_>, claims: &Claims, results: Vec<ClaimResult>) -> Answer {
    let rows = claims.claims.iter().zip(&results).map(|(claim, result)| row(voice, claim, result)).collect();
    let differs = results.iter().any(|one| one.verdict == ClaimVerdict::Differs);
    Answer {
        found: !differs,
        lead: lead(voice, claims, &results),
        tables: tables(voice, claims, &results),
        notes: unchecked(voice, claims, &results)
            .into_iter()
            .chain(sources(voice, claims))
            .chain(voice.data())
            .collect(),
        record: record::value(&Record { claims: rows }),
    }
}

/// Evaluates one claim.
fn evaluate_claim(voice: &Voice<'_, '_>, claims: &Claims, claim: &Claim) -> ClaimResult {
    let lacks_full_table = || lacks_full_table(voice, claims, claim);
    match lacks_full_table().or_else(|| without_works(voice, claim)).or_else(|| lacks_required_facts(voice, claim)) {
        Some(result) => result,
        None => evaluate(voice, claims, &claim.test),
    }
}

/// Appends the claim's note from the file if its conditions hold on these data.
fn with_note(voice: &Voice<'_, '_>, claims: &Claims, claim: &Claim, mut result: ClaimResult) -> ClaimResult {
    let note = voice.say(claim.note.as_str(), korean(&claim.note_ko, &claim.note));
    if !note.is_empty() && is_note_true(voice, claims, claim) {
        result.why = format!("{} {note}", result.why).trim().to_owned();
    }
    result
}

/// Evaluates a test whose required facts are recorded.
fn evaluate(voice: &Voice<'_, '_>, claims: &Claims, test: &Test) -> ClaimResult {
    match test {
        Test::Count(count) => counts::count(voice, count),
        Test::Joint(joint) => counts::joint(voice, joint),
        Test::Work(work) => work_facts::work(voice, work),
        Test::Every(every) => work_facts::every(voice, every),
        Test::Members(test) => members::members(voice, test),
        Test::Rank(rank) => members::rank(voice, rank),
        Test::Sum(sum) => sums::sum(voice, claims, sum),
        Test::None(none) => ClaimResult::unchecked(voice.say(
            format!("No table of works can tell; {} would serve.", none.serves),
            format!("{} 표로는 알 수 없다. 확인할 수 있는 자료: {}.", voice.noun(), none.serves_ko),
        )),
    }
}

/// Whether all conditions of the claim's note hold: a note may be true of one edition of a table only.
fn is_note_true(voice: &Voice<'_, '_>, claims: &Claims, claim: &Claim) -> bool {
    claim.note_if.iter().all(|test| {
        required_facts::missing(voice, test).is_empty() && evaluate(voice, claims, test).verdict == ClaimVerdict::Holds
    })
}

/// Result of a claim that requires a larger table than these data.
fn lacks_full_table(voice: &Voice<'_, '_>, claims: &Claims, claim: &Claim) -> Option<ClaimResult> {
    let table = claims.tables.iter().find(|table| Some(&table.id) == claim.needs.as_ref())?;
    let works = voice.context.unfiltered_counts.0;
    if works >= table.works_at_least {
        return None;
    }
    let min_works = thousands(table.works_at_least as u64);
    let result = ClaimResult::unchecked(voice.say(
        format!(
            "Needs the full table: {} ({min_works} works or more); these data have {}.",
            table.title,
            thousands(works as u64)
        ),
        format!(
            "전체 표가 필요하다: {}({} 이상). 이 자료에는 {}뿐이다.",
            table.title_ko,
            voice.works(table.works_at_least),
            voice.works(works)
        ),
    ));
    Some(ClaimResult { expected: expected(&claim.test), ..result })
}

/// Result of a claim about works on data without works.
fn without_works(voice: &Voice<'_, '_>, claim: &Claim) -> Option<ClaimResult> {
    if voice.context.unfiltered_counts.0 > 0 || matches!(claim.test, Test::None(_)) {
        return None;
    }
    let why = voice.say(
        "These data have no works; a table of one row a work would serve.",
        "이 자료에는 모델이나 문헌이 없다. 모델이나 문헌마다 한 행인 표가 있어야 확인할 수 있다.",
    );
    Some(ClaimResult { expected: expected(&claim.test), ..ClaimResult::unchecked(why) })
}

/// Result of a claim that requires facts of which the data record none.
fn lacks_required_facts(voice: &Voice<'_, '_>, claim: &Claim) -> Option<ClaimResult> {
    let lacking = required_facts::missing(voice, &claim.test);
    let (english, korean) = (lacking.iter().map(|one| one.0), lacking.iter().map(|one| one.1));
    let list = voice.pick((&english.collect::<Vec<_>>().join(", "), &korean.collect::<Vec<_>>().join(", ")));
    let why = voice.say(
        format!("These data record no {list}; a table with such a column would serve."),
        format!("이 자료에는 {list} 기록이 없다. 그런 열이 있는 표가 있어야 확인할 수 있다."),
    );
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

fn text(voice: &Voice<'_, '_>, claim: &Claim) -> String {
    voice.say(claim.text.as_str(), korean(&claim.text_ko, &claim.text))
}

fn row(voice: &Voice<'_, '_>, claim: &Claim, result: &ClaimResult) -> Row {
    Row {
        id: claim.id.clone(),
        text: text(voice, claim),
        source: claim.source.clone(),
        verdict: result.verdict.key(),
        expected: result.expected.clone(),
        found: result.found.clone(),
        evidence: WorkRecord::all(voice.context.corpus, &result.evidence),
        why: result.why.clone(),
    }
}

fn lead(voice: &Voice<'_, '_>, claims: &Claims, results: &[ClaimResult]) -> Vec<String> {
    if results.is_empty() {
        return vec![voice.say("The file makes no claim.", "파일에 주장이 없다.")];
    }
    let count = |verdict: ClaimVerdict| results.iter().filter(|one| one.verdict == verdict).count();
    let (holds, differs, unchecked_count) =
        (count(ClaimVerdict::Holds), count(ClaimVerdict::Differs), count(ClaimVerdict::CannotBeChecked));
    let all = thousands(results.len() as u64);
    let plural = if results.len() == 1 { "" } else { "s" };
    let mut lead = vec![voice.say(
        format!("Of {all} claim{plural}, the data agree with {holds}, differ from {differs}, and cannot check {unchecked_count}."),
        format!(
            "주장 {all}건 가운데 {holds}건은 자료와 맞고, {differs}건은 다르며, {unchecked_count}건은 이 자료로 확인할 수 없다."
        ),
    )];
    let differing = claims.claims.iter().zip(results).filter(|(_, one)| one.verdict == ClaimVerdict::Differs);
    lead.extend(differing.map(|(claim, one)| {
        let text = text(voice, claim);
        let text = text.trim_end_matches('.');
        // Nested quotation marks alternate between double and single.
        let (english, korean) = (text.replace('“', "‘").replace('”', "’"), text.replace('‘', "“").replace('’', "”"));
        voice.say(format!("Differs: “{english}”. {}", one.why), format!("다름: ‘{korean}’. {}", one.why))
    }));
    lead
}

fn tables(voice: &Voice<'_, '_>, claims: &Claims, results: &[ClaimResult]) -> Vec<Table> {
    let mut tables = vec![verdicts(voice, claims, results)];
    tables.extend(evidence(voice, claims, results));
    tables
}

fn verdicts(voice: &Voice<'_, '_>, claims: &Claims, results: &[ClaimResult]) -> Table {
    let columns = vec![
        Column::new("id", voice.say("Claim", "주장")),
        Column::new("verdict", voice.say("Verdict", "판정")),
        Column::new("text", voice.say("Statement", "문장")),
        Column::for_machines("source"),
        Column::new("expected", voice.say("Claimed", "주장한 값")),
        Column::new("found", voice.say("In the data", "자료의 값")),
        Column::for_machines("why"),
    ];
    let rows = claims.claims.iter().zip(results).map(|(claim, one)| {
        vec![
            Cell::text(&claim.id),
            Cell::coded(voice.pick(one.verdict.label()), one.verdict.key()),
            Cell::text(text(voice, claim)),
            Cell::text(&claim.source),
            verdict::cell(&one.expected),
            verdict::cell(&one.found),
            Cell::text(&one.why),
        ]
    });
    let caption = voice.say("Claims and what the data say", "주장과 자료");
    Table { name: "claims".to_owned(), caption, columns, rows: rows.collect() }
}

/// Table of evidence, one work a row.
fn evidence(voice: &Voice<'_, '_>, claims: &Claims, results: &[ClaimResult]) -> Option<Table> {
    let corpus = voice.context.corpus;
    let mut rows = Vec::new();
    for (claim, one) in claims.claims.iter().zip(results) {
        for &id in &one.evidence {
            rows.push(vec![
                Cell::text(&claim.id),
                Cell::link(corpus.work_name(id), corpus.work(id).links.first().copied()),
                Cell::text(corpus.work_key(id)),
                corpus.date(id).map_or(Cell::Empty, |date| Cell::Text(date.to_string())),
                Cell::list(corpus.institutions_of(id).iter().map(|&id| voice.name(id)).collect()),
            ]);
        }
    }
    if rows.is_empty() {
        return None;
    }
    let columns = vec![
        Column::new("claim", voice.say("Claim", "주장")),
        Column::new("work", voice.text(message!("answers-work", kind = voice.kind()))),
        Column::for_machines("work_id"),
        Column::new("date", voice.text(message!("answers-date"))),
        Column::for_machines("institutions"),
    ];
    Some(Table { name: "evidence".to_owned(), caption: voice.say("Evidence", "근거"), columns, rows })
}

fn sources(voice: &Voice<'_, '_>, claims: &Claims) -> Vec<String> {
    let used = claims.sources.iter().filter(|source| claims.claims.iter().any(|claim| claim.source == source.id));
    used.map(|source| {
        let title = voice.say(source.title.as_str(), korean(&source.title_ko, &source.title));
        voice.say(format!("Source “{}”: {title}.", source.id), format!("출처 ‘{}’: {title}.", source.id))
    })
    .collect()
}

/// Reasons why claims cannot be checked, each once with the ids of its claims.
fn unchecked(voice: &Voice<'_, '_>, claims: &Claims, results: &[ClaimResult]) -> Vec<String> {
    let mut reasons: Vec<(&str, Vec<&str>)> = Vec::new();
    let unchecked_count =
        claims.claims.iter().zip(results).filter(|(_, one)| one.verdict == ClaimVerdict::CannotBeChecked);
    for (claim, one) in unchecked_count {
        match reasons.iter_mut().find(|(why, _)| *why == one.why) {
            Some((_, ids)) => ids.push(&claim.id),
            None => reasons.push((&one.why, vec![&claim.id])),
        }
    }
    let reason = |(why, ids): (&str, Vec<&str>)| {
        let ids = ids.join(", ");
        voice.say(format!("Not checked: {ids}. {why}"), format!("확인 못 함: {ids}. {why}"))
    };
    reasons.into_iter().map(reason).collect()
}
