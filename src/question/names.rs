//! Which names were taken as one, by which rule and where; what was left out by it; and which might be one.

use serde::Serialize;

use crate::answer::language::Language;
use crate::answer::number::{Real, thousands};
use crate::answer::told::{Answer, Cell, Column, Table};
use crate::corpus::name_resolution::{Merge, Omission, Suggestion};
use crate::question::record;
use crate::question::scope::Scope;
use crate::question::voice::Voice;

#[derive(Serialize)]
struct Record {
    merges: Vec<Merged>,
    omissions: Vec<Omitted>,
    suggestions: Vec<Suggested>,
}

#[derive(Serialize)]
struct Merged {
    recorded: String,
    institution: String,
    name: String,
    rules: Vec<&'static str>,
    places: Vec<String>,
}

#[derive(Serialize)]
struct Omitted {
    rule: &'static str,
    text: String,
    place: String,
}

#[derive(Serialize)]
struct Suggested {
    keep: Named,
    merge: Named,
    reason: &'static str,
    score: Real,
}

#[derive(Serialize)]
struct Named {
    id: String,
    name: String,
    works: usize,
}

/// What reading the input made of names.
#[derive(Clone, Copy, Debug, Default)]
pub struct Trail<'t> {
    /// Names taken as others.
    pub merges: &'t [Merge],
    /// What was left out by it.
    pub omissions: &'t [Omission],
    /// Names that might be one.
    pub suggestions: &'t [Suggestion],
}

/// Tells merges, what they left out, and suggestions; merges and suggestions are of the corpus of the scope.
/// [`Answer::found`] tells that there is any of them.
#[must_use]
pub fn ask(scope: &Scope<'_>, trail: Trail<'_>, language: Language) -> Answer {
    let voice = Voice::new(scope, language);
    let Trail { merges, omissions, suggestions } = trail;
    let merges: Vec<&Merge> =
        merges.iter().filter(|merge| scope.corpus.institution_by_key(&merge.institution).is_some()).collect();
    let record = Record {
        merges: merges.iter().map(|merge| merged(&voice, merge)).collect(),
        omissions: omissions.iter().map(|one| omitted(&voice, one)).collect(),
        suggestions: suggestions.iter().map(|one| suggested(&voice, one)).collect(),
    };
    let mut tables = vec![merge_table(&voice, &merges)];
    if !omissions.is_empty() {
        tables.push(omission_table(&voice, omissions));
    }
    if !suggestions.is_empty() {
        tables.push(suggestion_table(&voice, suggestions));
    }
    let mut notes = Vec::new();
    if !suggestions.is_empty() {
        notes.push(voice.say(
            "Suggestions are merged by nobody but you: --accept FILE writes them as an authority file to read and edit.",
            "제안은 저절로 합쳐지지 않는다. --accept FILE로 전거 파일을 만들어 읽고 고친 뒤 쓸 수 있다.",
        ));
    }
    notes.extend(voice.data());
    Answer {
        found: tables.iter().any(|table| !table.rows.is_empty()),
        lead: lead(&voice, merges.len(), omissions.len(), suggestions.len()),
        tables,
        notes,
        record: record::value(&record),
    }
}

/// What a recorded name was taken as: the preferred name in full where readers know the institution by what was
/// recorded.
fn taken_as(voice: &Voice<'_, '_>, merge: &Merge) -> String {
    let corpus = voice.scope.corpus;
    let Some(id) = corpus.institution_by_key(&merge.institution) else { return merge.institution.clone() };
    let names = &corpus.institution(id).names;
    let is_label = names.label() == merge.recorded || names.label_ko() == Some(merge.recorded.as_str());
    if is_label { names.name.clone() } else { voice.name(id) }
}

fn merged(voice: &Voice<'_, '_>, merge: &Merge) -> Merged {
    Merged {
        recorded: merge.recorded.clone(),
        institution: merge.institution.clone(),
        name: taken_as(voice, merge),
        rules: merge.rules.iter().map(|rule| rule.key()).collect(),
        places: merge.locations.clone(),
    }
}

fn omitted(voice: &Voice<'_, '_>, one: &Omission) -> Omitted {
    let text = voice.say(one.message.as_str(), one.message_ko.as_str());
    Omitted { rule: one.rule.key(), text, place: one.location.clone() }
}

fn suggested(voice: &Voice<'_, '_>, one: &Suggestion) -> Suggested {
    let named = |id| {
        let institution = voice.scope.corpus.institution(id);
        let works = voice.scope.corpus.works_of(id).len();
        Named { id: institution.id.clone(), name: institution.names.name.clone(), works }
    };
    Suggested {
        keep: named(one.keep),
        merge: named(one.merge),
        reason: one.reason.key(),
        score: Real(one.reason.score()),
    }
}

fn lead(voice: &Voice<'_, '_>, merges: usize, omissions: usize, suggestions: usize) -> Vec<String> {
    let count = thousands(merges as u64);
    let mut lead = vec![match merges {
        0 => voice.say("No name was taken as another.", "다른 이름으로 본 표기가 없다."),
        1 => voice.say("One recorded name was taken as another.", "다른 이름으로 본 표기가 1건 있다."),
        _ => voice.say(
            format!("{count} recorded names were taken as others."),
            format!("다른 이름으로 본 표기가 {count}건 있다."),
        ),
    }];
    let count = thousands(omissions as u64);
    match omissions {
        0 => {}
        1 => lead.push(voice.say("One repetition was left out by it.", "그 결과 겹치는 기록 1건을 뺐다.")),
        _ => lead.push(voice.say(
            format!("{count} repetitions were left out by it."),
            format!("그 결과 겹치는 기록 {count}건을 뺐다."),
        )),
    }
    let count = thousands(suggestions as u64);
    lead.push(match suggestions {
        0 => voice.say("No merge is suggested.", "합치자고 제안할 이름은 없다."),
        1 => voice.say("One merge is suggested, and not made.", "합칠 만한 이름 1쌍을 제안하며, 합치지는 않았다."),
        _ => voice.say(
            format!("{count} merges are suggested, and not made."),
            format!("합칠 만한 이름 {count}쌍을 제안하며, 합치지는 않았다."),
        ),
    });
    lead
}

fn merge_table(voice: &Voice<'_, '_>, merges: &[&Merge]) -> Table {
    let columns = vec![
        Column::new("recorded", voice.say("As recorded", "기록된 표기")),
        Column::new("institution", voice.say("Taken as", "본 기관")),
        Column::for_machines("id"),
        Column::new("rule", voice.say("Rule", "규칙")),
        Column::new("rows", voice.say("Rows", "행 수")),
        Column::new("lines", voice.say("Where", "위치")),
        Column::for_machines("places"),
    ];
    let row = |merge: &&Merge| {
        vec![
            Cell::text(&merge.recorded),
            Cell::text(taken_as(voice, merge)),
            Cell::text(&merge.institution),
            rules(voice, merge),
            Cell::Count(lines(&merge.locations).len() as u64),
            Cell::list(lines(&merge.locations)),
            Cell::list(merge.locations.clone()),
        ]
    };
    let caption = voice.say("Merges made", "합친 표기");
    Table { name: "merges".to_owned(), caption, columns, rows: merges.iter().map(row).collect() }
}

fn rules(voice: &Voice<'_, '_>, merge: &Merge) -> Cell {
    let words: Vec<String> = merge.rules.iter().map(|rule| voice.pick(rule.label())).collect();
    let keys: Vec<&str> = merge.rules.iter().map(|rule| rule.key()).collect();
    Cell::coded(words.join("; "), keys.join("; "))
}

/// Places as readers find them: the bare name of a file once, then its lines.
fn lines(places: &[String]) -> Vec<String> {
    let mut told: Vec<String> = Vec::new();
    let (mut last_file, mut last_line) = (None, None);
    for place in places {
        let mut parts = place.rsplitn(3, ':');
        let (last, middle, rest) = (parts.next(), parts.next(), parts.next());
        let (file, line) = match (rest, middle, last) {
            (Some(file), Some(line), Some(_)) if line.parse::<u64>().is_ok() => (file, line),
            _ => place.rsplit_once(':').unwrap_or((place, "")),
        };
        if last_file != Some(file) {
            told.push(format!("{}:{line}", file.rsplit(['/', '\\']).next().unwrap_or(file)));
        } else if last_line != Some(line) {
            told.push(line.to_owned());
        }
        (last_file, last_line) = (Some(file), Some(line));
    }
    told
}

fn omission_table(voice: &Voice<'_, '_>, omissions: &[Omission]) -> Table {
    let columns = vec![
        Column::new("rule", voice.say("Rule", "규칙")),
        Column::new("told", voice.say("What", "내용")),
        Column::new("line", voice.say("Where", "위치")),
        Column::for_machines("place"),
    ];
    let row = |one: &Omission| {
        vec![
            Cell::coded(voice.pick(one.rule.label()), one.rule.key()),
            Cell::text(voice.say(one.message.as_str(), one.message_ko.as_str())),
            Cell::list(lines(std::slice::from_ref(&one.location))),
            Cell::text(&one.location),
        ]
    };
    let caption = voice.say("Left out by it", "겹쳐서 뺀 기록");
    Table { name: "omissions".to_owned(), caption, columns, rows: omissions.iter().map(row).collect() }
}

fn suggestion_table(voice: &Voice<'_, '_>, suggestions: &[Suggestion]) -> Table {
    let columns = vec![
        Column::new("merge", voice.say("Merge", "합칠 이름")),
        Column::new("keep", voice.say("Into", "남길 이름")),
        Column::for_machines("merge_id"),
        Column::for_machines("keep_id"),
        Column::new("reason", voice.say("Why", "까닭")),
        Column::new("score", voice.say("Score", "점수")),
    ];
    let row = |one: &Suggestion| {
        let (merge, keep) = (voice.scope.corpus.institution(one.merge), voice.scope.corpus.institution(one.keep));
        vec![
            Cell::text(&merge.names.name),
            Cell::text(&keep.names.name),
            Cell::text(&merge.id),
            Cell::text(&keep.id),
            Cell::coded(voice.pick(one.reason.label()), one.reason.key()),
            Cell::Real(one.reason.score()),
        ]
    };
    let caption = voice.say("Merges suggested", "제안");
    Table { name: "suggestions".to_owned(), caption, columns, rows: suggestions.iter().map(row).collect() }
}
