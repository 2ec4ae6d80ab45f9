//! Does a text match the data? Claims are held against works, one verdict each.
//!
//! A claim holds, differs, or cannot be checked on the data at hand. What the data say, the works that say it and
//! the nearest match stand beside every verdict. One pass over all works a claim: O(claims × affiliations).

mod counted;
mod described;
mod judged;
mod members;
mod recorded;
mod selected;
mod summed;

use serde::Serialize;
use serde_json::Value;

use crate::answer::korean::Particle;
use crate::answer::language::Language;
use crate::answer::number::thousands;
use crate::answer::told::{Answer, Cell, Column, Table};
use crate::corpus::claim::{Claim, Claims, Test};
use crate::question::check::judged::{Judged, Verdict};
use crate::question::record::{self, Evidence};
use crate::question::scope::Scope;
use crate::question::voice::Voice;

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
    evidence: Vec<Evidence>,
    why: String,
}

/// Holds every claim against the works of the scope. [`Answer::found`] tells that none differs.
#[must_use]
pub fn ask(scope: &Scope<'_>, claims: &Claims, language: Language) -> Answer {
    let voice = Voice::new(scope, language);
    let judged = claims.claims.iter().map(|claim| noted(&voice, claims, claim, judge(&voice, claims, claim))).collect();
    told(&voice, claims, judged)
}

/// The same where a filter keeps a part of `whole`. A claim on which part and whole agree keeps its verdict; where they
/// do not, the filter has left out what the claim is about, and the claim cannot be checked under it.
#[must_use]
pub fn ask_of_part(scope: &Scope<'_>, whole: &Scope<'_>, claims: &Claims, language: Language) -> Answer {
    let (voice, unfiltered) = (Voice::new(scope, language), Voice::new(whole, language));
    let judged = claims.claims.iter().map(|claim| {
        let (part, all) = (judge(&voice, claims, claim), judge(&unfiltered, claims, claim));
        if part.agrees(&all) { noted(&voice, claims, claim, part) } else { out_of_sight(&voice, &all) }
    });
    told(&voice, claims, judged.collect())
}

/// The verdict on a claim whose works the filter leaves out, by what the whole data say.
fn out_of_sight(voice: &Voice<'_, '_>, all: &Judged) -> Judged {
    let (english, korean) = all.verdict.label();
    let why = voice.say(
        format!("The filter leaves out works that this statement is about; ask without it. On all the data the verdict is “{english}”."),
        format!("이 문장이 말하는 {} 조건에서 빠졌다. 조건 없이 물어 보세요. 자료 전체로 보면 ‘{korean}’.", voice.noun_with(Particle::Subject)),
    );
    Judged { expected: all.expected.clone(), ..Judged::unchecked(why) }
}

fn told(voice: &Voice<'_, '_>, claims: &Claims, judged: Vec<Judged>) -> Answer {
    let rows = claims.claims.iter().zip(&judged).map(|(claim, judged)| row(voice, claim, judged)).collect();
    let differs = judged.iter().any(|one| one.verdict == Verdict::Differs);
    Answer {
        found: !differs,
        lead: lead(voice, claims, &judged),
        tables: tables(voice, claims, &judged),
        notes: unchecked(voice, claims, &judged)
            .into_iter()
            .chain(sources(voice, claims))
            .chain(voice.data())
            .collect(),
        record: record::value(&Record { claims: rows }),
    }
}

/// The verdict on one claim.
fn judge(voice: &Voice<'_, '_>, claims: &Claims, claim: &Claim) -> Judged {
    let unserved = || unserved(voice, claims, claim);
    match unserved().or_else(|| without_works(voice, claim)).or_else(|| unrecorded(voice, claim)) {
        Some(judged) => judged,
        None => tested(voice, claims, &claim.test),
    }
}

/// The verdict with the note that the file gives, where that is true of these data.
fn noted(voice: &Voice<'_, '_>, claims: &Claims, claim: &Claim, mut judged: Judged) -> Judged {
    let note = voice.say(claim.note.as_str(), korean(&claim.note_ko, &claim.note));
    if !note.is_empty() && is_note_true(voice, claims, claim) {
        judged.why = format!("{} {note}", judged.why).trim().to_owned();
    }
    judged
}

/// What the data say to a test, when they have what it rests on.
fn tested(voice: &Voice<'_, '_>, claims: &Claims, test: &Test) -> Judged {
    match test {
        Test::Count(count) => counted::count(voice, count),
        Test::Joint(joint) => counted::joint(voice, joint),
        Test::Work(work) => described::work(voice, work),
        Test::Every(every) => described::every(voice, every),
        Test::Members(test) => members::members(voice, test),
        Test::Rank(rank) => members::rank(voice, rank),
        Test::Sum(sum) => summed::sum(voice, claims, sum),
        Test::None(none) => Judged::unchecked(voice.say(
            format!("No table of works can tell; {} would serve.", none.serves),
            format!("{} 표로는 알 수 없다. 확인할 수 있는 자료: {}.", voice.noun(), none.serves_ko),
        )),
    }
}

/// Whether the data at hand say what the note on a claim says: what is true of one edition of a table is not of another.
fn is_note_true(voice: &Voice<'_, '_>, claims: &Claims, claim: &Claim) -> bool {
    claim
        .note_if
        .iter()
        .all(|test| recorded::lacking(voice, test).is_empty() && tested(voice, claims, test).verdict == Verdict::Holds)
}

/// A claim that needs another table than the data at hand.
fn unserved(voice: &Voice<'_, '_>, claims: &Claims, claim: &Claim) -> Option<Judged> {
    let table = claims.tables.iter().find(|table| Some(&table.id) == claim.needs.as_ref())?;
    let works = voice.scope.whole.0;
    if works >= table.min_works {
        return None;
    }
    let least = thousands(table.min_works as u64);
    let judged = Judged::unchecked(voice.say(
        format!(
            "Needs the full table: {} ({least} works or more); these data have {}.",
            table.title,
            thousands(works as u64)
        ),
        format!(
            "전체 표가 필요하다: {}({} 이상). 이 자료에는 {}뿐이다.",
            table.title_ko,
            voice.works(table.min_works),
            voice.works(works)
        ),
    ));
    Some(Judged { expected: expected(&claim.test), ..judged })
}

/// A claim about works, held against data that have none.
fn without_works(voice: &Voice<'_, '_>, claim: &Claim) -> Option<Judged> {
    if voice.scope.whole.0 > 0 || matches!(claim.test, Test::None(_)) {
        return None;
    }
    let why = voice.say(
        "These data have no works; a table of one row a work would serve.",
        "이 자료에는 모델이나 문헌이 없다. 모델이나 문헌마다 한 행인 표가 있어야 확인할 수 있다.",
    );
    Some(Judged { expected: expected(&claim.test), ..Judged::unchecked(why) })
}

/// A claim that rests on facts of which the data record none at all: no answer of theirs would mean anything.
fn unrecorded(voice: &Voice<'_, '_>, claim: &Claim) -> Option<Judged> {
    let lacking = recorded::lacking(voice, &claim.test);
    let (english, korean) = (lacking.iter().map(|one| one.0), lacking.iter().map(|one| one.1));
    let list = voice.pick((&english.collect::<Vec<_>>().join(", "), &korean.collect::<Vec<_>>().join(", ")));
    let why = voice.say(
        format!("These data record no {list}; a table with such a column would serve."),
        format!("이 자료에는 {list} 기록이 없다. 그런 열이 있는 표가 있어야 확인할 수 있다."),
    );
    (!lacking.is_empty()).then(|| Judged { expected: expected(&claim.test), ..Judged::unchecked(why) })
}

/// What a claim says, where it is a number.
fn expected(test: &Test) -> Value {
    match test {
        Test::Count(count) => judged::number(count.op, count.value),
        Test::Joint(joint) => judged::number(joint.op, joint.value),
        Test::Rank(rank) => judged::number(rank.op, rank.value),
        _ => Value::Null,
    }
}

fn korean<'t>(korean: &'t str, english: &'t str) -> &'t str {
    if korean.is_empty() { english } else { korean }
}

fn text(voice: &Voice<'_, '_>, claim: &Claim) -> String {
    voice.say(claim.text.as_str(), korean(&claim.text_ko, &claim.text))
}

fn row(voice: &Voice<'_, '_>, claim: &Claim, judged: &Judged) -> Row {
    Row {
        id: claim.id.clone(),
        text: text(voice, claim),
        source: claim.source.clone(),
        verdict: judged.verdict.key(),
        expected: judged.expected.clone(),
        found: judged.found.clone(),
        evidence: Evidence::all(voice.scope.corpus, &judged.evidence),
        why: judged.why.clone(),
    }
}

fn lead(voice: &Voice<'_, '_>, claims: &Claims, judged: &[Judged]) -> Vec<String> {
    if judged.is_empty() {
        return vec![voice.say("The file makes no claim.", "파일에 주장이 없다.")];
    }
    let count = |verdict: Verdict| judged.iter().filter(|one| one.verdict == verdict).count();
    let (holds, differs, open) = (count(Verdict::Holds), count(Verdict::Differs), count(Verdict::CannotBeChecked));
    let all = thousands(judged.len() as u64);
    let plural = if judged.len() == 1 { "" } else { "s" };
    let mut lead = vec![voice.say(
        format!("Of {all} claim{plural}, the data agree with {holds}, differ from {differs}, and cannot check {open}."),
        format!(
            "주장 {all}건 가운데 {holds}건은 자료와 맞고, {differs}건은 다르며, {open}건은 이 자료로 확인할 수 없다."
        ),
    )];
    let differing = claims.claims.iter().zip(judged).filter(|(_, one)| one.verdict == Verdict::Differs);
    lead.extend(differing.map(|(claim, one)| {
        let text = text(voice, claim);
        let text = text.trim_end_matches('.');
        // Quotes within quotes are of the other kind.
        let (english, korean) = (text.replace('“', "‘").replace('”', "’"), text.replace('‘', "“").replace('’', "”"));
        voice.say(format!("Differs: “{english}”. {}", one.why), format!("다름: ‘{korean}’. {}", one.why))
    }));
    lead
}

fn tables(voice: &Voice<'_, '_>, claims: &Claims, judged: &[Judged]) -> Vec<Table> {
    let mut tables = vec![verdicts(voice, claims, judged)];
    tables.extend(evidence(voice, claims, judged));
    tables
}

fn verdicts(voice: &Voice<'_, '_>, claims: &Claims, judged: &[Judged]) -> Table {
    let columns = vec![
        Column::new("id", voice.say("Claim", "주장")),
        Column::new("verdict", voice.say("Verdict", "판정")),
        Column::new("text", voice.say("Statement", "문장")),
        Column::for_machines("source"),
        Column::new("expected", voice.say("Claimed", "주장한 값")),
        Column::new("found", voice.say("In the data", "자료의 값")),
        Column::for_machines("why"),
    ];
    let rows = claims.claims.iter().zip(judged).map(|(claim, one)| {
        vec![
            Cell::text(&claim.id),
            Cell::coded(voice.pick(one.verdict.label()), one.verdict.key()),
            Cell::text(text(voice, claim)),
            Cell::text(&claim.source),
            judged::cell(&one.expected),
            judged::cell(&one.found),
            Cell::text(&one.why),
        ]
    });
    let caption = voice.say("Claims and what the data say", "주장과 자료");
    Table { name: "claims".to_owned(), caption, columns, rows: rows.collect() }
}

/// The works behind the verdicts, one a row.
fn evidence(voice: &Voice<'_, '_>, claims: &Claims, judged: &[Judged]) -> Option<Table> {
    let corpus = voice.scope.corpus;
    let mut rows = Vec::new();
    for (claim, one) in claims.claims.iter().zip(judged) {
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
        Column::new("work", voice.say("Work", voice.scope.noun.korean().0)),
        Column::for_machines("work_id"),
        Column::new("date", voice.say("Date", "날짜")),
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

/// What would serve to check the rest; claims of one reason together.
fn unchecked(voice: &Voice<'_, '_>, claims: &Claims, judged: &[Judged]) -> Vec<String> {
    let mut reasons: Vec<(&str, Vec<&str>)> = Vec::new();
    let open = claims.claims.iter().zip(judged).filter(|(_, one)| one.verdict == Verdict::CannotBeChecked);
    for (claim, one) in open {
        match reasons.iter_mut().find(|(why, _)| *why == one.why) {
            Some((_, ids)) => ids.push(&claim.id),
            None => reasons.push((&one.why, vec![&claim.id])),
        }
    }
    let tell = |(why, ids): (&str, Vec<&str>)| {
        let ids = ids.join(", ");
        voice.say(format!("Not checked: {ids}. {why}"), format!("확인 못 함: {ids}. {why}"))
    };
    reasons.into_iter().map(tell).collect()
}
