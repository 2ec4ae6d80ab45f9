//! The paper trail of an answer: file and row of every work that it names.
//!
//! Lines are no part of the facts (the same rows in another order are the same facts), so answers do not carry
//! them unless they are asked for.

mod rows;
mod trail;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use crate::answer::korean::Particle;
use crate::answer::language::Language;
use crate::answer::told::{Answer, Cell, Column, Table};
use crate::corpus::Corpus;
use crate::corpus::work::WorkId;
use crate::question::evidence::trail::Trail;
use crate::question::scope::Scope;
use crate::question::voice::{Voice, counted};

/// The answer with its evidence: each work of the record gets `evidence` (`file`, `line`), each row of the main table
/// a cell of files and lines (for CSV), a table lists all works, a sentence counts them. A row rests on the works that
/// it names, else on those of the ties or groups that it tells of; works that the team cap leaves out are told apart.
/// An answer that there is none rests on all works of the institutions it names, or of the scope.
/// O(works + size of the answer + ties told of).
#[must_use]
pub fn attach(scope: &Scope<'_>, mut answer: Answer, language: Language) -> Answer {
    let trail = Trail::new(scope, &answer.record);
    let voice = Voice::new(scope, language);
    let basis = trail.basis(&answer.record);
    let (mut works, direct) = (basis.works, !basis.implied);
    let told = !works.is_empty();
    if !told {
        works = trail.named(&answer.record);
        if works.is_empty() {
            works = scope.corpus.work_ids().collect();
        }
    }
    if let Some(table) = answer.tables.first_mut() {
        rows::add(&answer.record, table, |row| rows::places(scope.corpus, trail.basis(row).works));
    }
    mark(&trail, &mut answer.record);
    let works: Vec<WorkId> = works.into_iter().collect();
    let mut sentences = vec![sentence(&voice, &works, if direct && told { Told::Named } else { Told::Behind })];
    let left_out = answer.record.get("left_out").and_then(Value::as_array).into_iter().flatten();
    let left_out: Vec<WorkId> = left_out.filter_map(|one| trail.work(one.as_object()?)).collect();
    if !left_out.is_empty() {
        sentences.push(sentence(&voice, &left_out, Told::LeftOut));
    }
    add(&voice, &mut answer, &works, sentences, ("evidence", voice.say("Evidence", "근거")));
    answer
}

/// A comparison with its evidence: works of the old side that are gone or changed, or no longer behind a tie, have
/// their rows in the old inputs, all others in the new.
#[must_use]
pub fn attach_comparison(old: &Scope<'_>, new: &Scope<'_>, mut answer: Answer, language: Language) -> Answer {
    let (new_trail, old_trail) = (Trail::new(new, &answer.record), Trail::new(old, &answer.record));
    let now = of_side(&new_trail, &answer.record, ["new", "new", "added"]);
    let before = of_side(&old_trail, &answer.record, ["gone", "old", "removed"]);
    if let Some(table) = answer.tables.first_mut() {
        rows::add(&answer.record, table, |row| {
            // The works behind the tie now, and those that are behind it no longer.
            let mut now = trail::tie_of(&new_trail, row);
            now.extend(trail::causes(&new_trail, row, "added"));
            let mut gone = trail::causes(&old_trail, row, "removed");
            if let Some(object) = row.as_object() {
                match (new_trail.work(object), old_trail.work(object)) {
                    (Some(work), _) => drop(now.insert(work)),
                    (None, Some(work)) => drop(gone.insert(work)),
                    (None, None) => {}
                }
                // A work that changed has a row in each.
                now.extend(object.get("new").and_then(Value::as_object).and_then(|one| new_trail.work(one)));
                gone.extend(object.get("old").and_then(Value::as_object).and_then(|one| old_trail.work(one)));
                // A renaming stands in all rows that write the name.
                now.extend(new_trail.works_of(object.get("new")));
                gone.extend(old_trail.works_of(object.get("old")));
            }
            [rows::places(new.corpus, now), rows::places(old.corpus, gone)].concat()
        });
    }
    mark(&new_trail, &mut answer.record);
    if let Some(gone) = answer.record.pointer_mut("/works/gone") {
        mark(&old_trail, gone);
    }
    if let Some(Value::Array(changed)) = answer.record.pointer_mut("/works/changed") {
        changed.iter_mut().filter_map(|one| one.get_mut("old")).for_each(|one| mark(&old_trail, one));
    }
    let (before_caption, now_caption) = match language {
        Language::Korean => ("이전 근거", "현재 근거"),
        _ => ("Evidence before", "Evidence now"),
    };
    add_side(old, &mut answer, before, language, ("evidence_old", before_caption));
    add_side(new, &mut answer, now, language, ("evidence", now_caption));
    answer
}

/// The works of one side that a comparison tells of: new or gone ones, changed ones, and all that moved a count or tie.
fn of_side(trail: &Trail<'_, '_>, record: &Value, [whole, side, moved]: [&str; 3]) -> BTreeSet<WorkId> {
    let mut works = trail::causes(trail, record, moved);
    if let Some(told) = record.get("works") {
        works.extend(told.get(whole).map(|one| trail.basis(one).works).unwrap_or_default());
        let changed = told.get("changed").and_then(Value::as_array).into_iter().flatten();
        changed.filter_map(|one| one.get(side)).for_each(|one| works.extend(trail.basis(one).works));
    }
    works
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
    let told = if works.is_empty() { Vec::new() } else { vec![sentence(&voice, &works, Told::Named)] };
    add(&voice, answer, &works, told, (name, caption.to_owned()));
}

/// Adds the list of works to record and tables, and the sentences to the notes.
fn add(
    voice: &Voice<'_, '_>,
    answer: &mut Answer,
    works: &[WorkId],
    told: Vec<String>,
    (name, caption): (&str, String),
) {
    let corpus = voice.scope.corpus;
    if let Value::Object(record) = &mut *answer.record {
        record.insert(name.to_owned(), works.iter().flat_map(|&work| rows(corpus, work)).collect());
    }
    let stated = voice
        .say("Ties that the input states without works carry no row.", "입력이 관계만 적은 경우에는 행 번호가 없다.");
    if !corpus.explicit_ties().is_empty() && !answer.notes.contains(&stated) {
        answer.notes.insert(0, stated);
    }
    answer.notes.splice(0..0, told);
    if !works.is_empty() {
        answer.tables.push(table(voice, name, caption, works));
    }
}

/// Marks every work of a record with its source. A work is what has a date, a link and institutions.
fn mark(trail: &Trail<'_, '_>, value: &mut Value) {
    match value {
        Value::Array(list) => list.iter_mut().for_each(|one| mark(trail, one)),
        Value::Object(object) => {
            object.values_mut().for_each(|one| mark(trail, one));
            if let Some(work) = trail.work(object) {
                object.insert("evidence".to_owned(), source(trail.scope.corpus, work).into());
            }
        }
        _ => {}
    }
}

/// File and line of a row.
type Place = (Option<String>, Option<u32>);

/// File and line of every row that tells of a work.
fn places(corpus: &Corpus, work: WorkId) -> impl Iterator<Item = Place> + '_ {
    corpus.sources_of(work).map(|source| {
        let file = corpus.inputs().get(usize::from(source.input)).map(|input| input.name.clone());
        (file, (source.line > 0).then_some(source.line))
    })
}

fn told((file, line): Place) -> Map<String, Value> {
    Map::from_iter([("file".to_owned(), file.into()), ("line".to_owned(), line.into())])
}

/// The row of a work; of one that stands in several rows, the others as `more`.
fn source(corpus: &Corpus, work: WorkId) -> Map<String, Value> {
    let mut places = places(corpus, work);
    let mut first = told(places.next().unwrap_or_default());
    let more: Vec<Value> = places.map(|place| told(place).into()).collect();
    if !more.is_empty() {
        first.insert("more".to_owned(), more.into());
    }
    first
}

/// Every row of a work.
fn rows(corpus: &Corpus, work: WorkId) -> impl Iterator<Item = Value> + '_ {
    places(corpus, work).map(move |place| {
        let mut row = Map::from_iter([
            ("id".to_owned(), corpus.work_key(work).into()),
            ("name".to_owned(), corpus.work_name(work).into()),
        ]);
        row.extend(told(place));
        row.insert("link".to_owned(), corpus.work(work).links.first().copied().into());
        Value::Object(row)
    })
}

/// How a sentence on evidence begins.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Told {
    /// The answer names these works.
    Named,
    /// They stand behind its ties and counts.
    Behind,
    /// They make no ties.
    LeftOut,
}

/// `Evidence: 3 rows of epoch.csv (lines 12, 40 and 91).`
fn sentence(voice: &Voice<'_, '_>, works: &[WorkId], told: Told) -> String {
    let mut files: BTreeMap<Option<String>, Vec<Option<u32>>> = BTreeMap::new();
    for (file, line) in works.iter().flat_map(|&work| places(voice.scope.corpus, work)) {
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
    match told {
        _ if works.is_empty() => voice.say(
            "Evidence: none, for there are no works.",
            format!("근거: {} 없다.", voice.noun_with(Particle::Subject)),
        ),
        Told::Named => voice.say(format!("Evidence: {list}."), format!("근거: {list}.")),
        Told::Behind => voice.say(
            format!("Evidence, the works behind this answer: {list}."),
            format!("근거(이 답의 바탕이 된 {}): {list}.", voice.noun()),
        ),
        Told::LeftOut => voice.say(
            format!("Left out by the team cap: {list}."),
            format!("기관 수 상한으로 뺀 {}: {list}.", voice.noun()),
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
    let all = works.iter().flat_map(|&work| places(corpus, work).map(move |place| (work, place)));
    let row = |(work, (file, line)): (WorkId, Place)| {
        vec![
            Cell::link(corpus.work_name(work), corpus.work(work).links.first().copied()),
            Cell::text(corpus.work_key(work)),
            file.map_or(Cell::Empty, Cell::text),
            line.map_or(Cell::Empty, |line| Cell::text(line.to_string())),
        ]
    };
    Table { name: name.to_owned(), caption, columns, rows: all.map(row).collect() }
}
