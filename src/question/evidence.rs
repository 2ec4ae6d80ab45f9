//! The paper trail of an answer: file and row of every work that it names.
//!
//! Lines are no part of the facts (the same rows in another order are the same facts), so answers do not carry
//! them unless they are asked for.

mod rows;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use crate::answer::korean::Particle;
use crate::answer::language::Language;
use crate::answer::told::{Answer, Cell, Column, Table};
use crate::corpus::Corpus;
use crate::corpus::work::WorkId;
use crate::question::evidence::rows::Named;
use crate::question::scope::Scope;
use crate::question::voice::{Voice, counted};

/// The answer with its evidence: each work of the record gets `evidence` (`file`, `line`), each row of the main table
/// a cell of files and lines (for CSV), a table lists all works, a sentence counts them. An answer that names no works, but institutions, rests on all works of these; one that names
/// neither rests on all works of the scope. O(works + size of the answer).
#[must_use]
pub fn attach(scope: &Scope<'_>, mut answer: Answer, language: Language) -> Answer {
    let mut named = BTreeSet::new();
    let keys = keys(scope.corpus);
    mark(scope.corpus, &keys, &mut answer.record, &mut named);
    let voice = Voice::new(scope, language);
    let direct = !named.is_empty();
    if !direct {
        named = behind(scope.corpus, &answer.record);
    }
    if let Some(table) = answer.tables.first_mut() {
        rows::add(&[Named { corpus: scope.corpus, keys: &keys, works: &named }], &answer.record, table);
    }
    let works: Vec<WorkId> = named.into_iter().collect();
    let sentence = sentence(&voice, &works, direct);
    add(&voice, &mut answer, &works, sentence, ("evidence", voice.say("Evidence", "근거")));
    answer
}

/// A comparison with its evidence: works of the old side that are gone or changed have their rows in the old
/// inputs, all others in the new.
#[must_use]
pub fn attach_comparison(old: &Scope<'_>, new: &Scope<'_>, mut answer: Answer, language: Language) -> Answer {
    let (mut now, mut before) = (BTreeSet::new(), BTreeSet::new());
    let (new_keys, old_keys) = (keys(new.corpus), keys(old.corpus));
    mark(new.corpus, &new_keys, &mut answer.record, &mut now);
    if let Some(gone) = answer.record.pointer_mut("/works/gone") {
        mark(old.corpus, &old_keys, gone, &mut before);
    }
    if let Some(Value::Array(changed)) = answer.record.pointer_mut("/works/changed") {
        changed.iter_mut().filter_map(|one| one.get_mut("old")).for_each(|one| {
            mark(old.corpus, &old_keys, one, &mut before);
        });
    }
    if let Some(table) = answer.tables.first_mut() {
        let sides = [
            Named { corpus: new.corpus, keys: &new_keys, works: &now },
            Named { corpus: old.corpus, keys: &old_keys, works: &before },
        ];
        rows::add(&sides, &answer.record, table);
    }
    let (before_caption, now_caption) = match language {
        Language::Korean => ("이전 근거", "현재 근거"),
        _ => ("Evidence before", "Evidence now"),
    };
    add_side(old, &mut answer, before, language, ("evidence_old", before_caption));
    add_side(new, &mut answer, now, language, ("evidence", now_caption));
    answer
}

/// One side of a comparison.
fn add_side(
    scope: &Scope<'_>,
    answer: &mut Answer,
    works: BTreeSet<WorkId>,
    language: Language,
    (name, caption): (&str, &str),
) {
    let (voice, works) = (Voice::new(scope, language), works.into_iter().collect::<Vec<_>>());
    let told = if works.is_empty() { String::new() } else { sentence(&voice, &works, true) };
    add(&voice, answer, &works, told, (name, caption.to_owned()));
}

fn keys(corpus: &Corpus) -> BTreeMap<String, WorkId> {
    corpus.work_ids().map(|id| (corpus.work_key(id), id)).collect()
}

/// Adds the list of works to record and tables, and the sentence to the notes.
fn add(voice: &Voice<'_, '_>, answer: &mut Answer, works: &[WorkId], told: String, (name, caption): (&str, String)) {
    let corpus = voice.scope.corpus;
    if let Value::Object(record) = &mut answer.record {
        record.insert(name.to_owned(), works.iter().map(|&work| row(corpus, work)).collect());
    }
    let stated = voice
        .say("Ties that the input states without works carry no row.", "입력이 관계만 적은 경우에는 행 번호가 없다.");
    if !corpus.stated_ties().is_empty() && !answer.notes.contains(&stated) {
        answer.notes.insert(0, stated);
    }
    if !told.is_empty() {
        answer.notes.insert(0, told);
    }
    if !works.is_empty() {
        answer.tables.push(table(voice, name, caption, works));
    }
}

/// Marks every work of a record with its source. A work is what has a date, a link and institutions.
fn mark(corpus: &Corpus, keys: &BTreeMap<String, WorkId>, value: &mut Value, named: &mut BTreeSet<WorkId>) {
    match value {
        Value::Array(list) => list.iter_mut().for_each(|one| mark(corpus, keys, one, named)),
        Value::Object(object) => {
            object.values_mut().for_each(|one| mark(corpus, keys, one, named));
            let is_work = is_work(object);
            let work = object.get("id").and_then(Value::as_str).and_then(|id| keys.get(id)).filter(|_| is_work);
            if let Some(&work) = work {
                named.insert(work);
                object.insert("evidence".to_owned(), source(corpus, work).into());
            }
        }
        _ => {}
    }
}

/// Whether an object of a record is a work: only works have a date, a link and institutions.
fn is_work(object: &Map<String, Value>) -> bool {
    ["date", "link", "institutions"].iter().all(|key| object.contains_key(*key))
}

/// The works of the institutions that a record names; all works when it names none.
fn behind(corpus: &Corpus, record: &Value) -> BTreeSet<WorkId> {
    let mut works = BTreeSet::new();
    let mut rest = vec![record];
    while let Some(value) = rest.pop() {
        match value {
            Value::Array(list) => rest.extend(list),
            Value::Object(object) => {
                let named = object.get("id").and_then(Value::as_str).filter(|_| object.contains_key("name"));
                if let Some(id) = named.and_then(|id| corpus.institution_by_key(id)) {
                    works.extend(corpus.works_of(id));
                }
                rest.extend(object.values());
            }
            _ => {}
        }
    }
    if works.is_empty() { corpus.work_ids().collect() } else { works }
}

/// File and line of a work.
fn place(corpus: &Corpus, work: WorkId) -> (Option<String>, Option<u32>) {
    let source = corpus.work(work).source;
    let file = corpus.inputs().get(usize::from(source.input)).map(|input| input.name.clone());
    (file, (source.line > 0).then_some(source.line))
}

fn source(corpus: &Corpus, work: WorkId) -> Map<String, Value> {
    let (file, line) = place(corpus, work);
    Map::from_iter([("file".to_owned(), file.into()), ("line".to_owned(), line.into())])
}

fn row(corpus: &Corpus, work: WorkId) -> Value {
    let mut row = Map::from_iter([
        ("id".to_owned(), corpus.work_key(work).into()),
        ("name".to_owned(), corpus.work_name(work).into()),
    ]);
    row.extend(source(corpus, work));
    row.insert("link".to_owned(), corpus.work(work).links.first().copied().into());
    Value::Object(row)
}

/// `Evidence: 3 rows of epoch.csv (lines 12, 40 and 91).`
fn sentence(voice: &Voice<'_, '_>, works: &[WorkId], direct: bool) -> String {
    let mut files: BTreeMap<Option<String>, Vec<Option<u32>>> = BTreeMap::new();
    for &work in works {
        let (file, line) = place(voice.scope.corpus, work);
        files.entry(file).or_default().push(line);
    }
    let file = |(file, lines): (&Option<String>, &Vec<Option<u32>>)| {
        let name = file.clone().unwrap_or_else(|| voice.say("an input without a name", "이름 없는 입력"));
        let mut numbers: Vec<u32> = lines.iter().flatten().copied().collect();
        numbers.sort_unstable();
        let numbers: Vec<String> = numbers.iter().map(u32::to_string).collect();
        let rows = voice.say(counted(lines.len(), "row", "rows"), format!("{}행", lines.len()));
        match numbers.len() {
            0 => voice.say(format!("{rows} of {name}"), format!("{name} {rows}")),
            count => {
                let (word, list) = (if count == 1 { "line" } else { "lines" }, voice.list(&numbers, "행"));
                voice.say(format!("{rows} of {name} ({word} {list})"), format!("{name} {rows}(줄 {list})"))
            }
        }
    };
    let list = files.iter().map(file).collect::<Vec<_>>().join("; ");
    match (works.is_empty(), direct) {
        (true, _) => voice.say(
            "Evidence: none, for there are no works.",
            format!("근거: {} 없다.", voice.noun_with(Particle::Subject)),
        ),
        (false, true) => voice.say(format!("Evidence: {list}."), format!("근거: {list}.")),
        (false, false) => voice.say(
            format!("Evidence, the works behind the institutions told of: {list}."),
            format!("근거(답에 나온 기관의 {}): {list}.", voice.noun()),
        ),
    }
}

fn table(voice: &Voice<'_, '_>, name: &str, caption: String, works: &[WorkId]) -> Table {
    let columns = vec![
        Column::new("work", voice.say("Work", voice.noun())),
        Column::for_machines("id"),
        Column::new("file", voice.say("File", "파일")),
        Column::new("line", voice.say("Line", "줄")),
    ];
    let corpus = voice.scope.corpus;
    let row = |&work: &WorkId| {
        let (file, line) = place(corpus, work);
        vec![
            Cell::link(corpus.work_name(work), corpus.work(work).links.first().copied()),
            Cell::text(corpus.work_key(work)),
            file.map_or(Cell::Empty, Cell::text),
            line.map_or(Cell::Empty, |line| Cell::text(line.to_string())),
        ]
    };
    Table { name: name.to_owned(), caption, columns, rows: works.iter().map(row).collect() }
}
