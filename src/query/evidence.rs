//! Provenance of an answer: input file and line of every work that it rests on.
//!
//! Line numbers are no facts (reordered rows are the same data), so answers have them only on request.

mod index;
mod row_sources;

use crate::answer::Answer;
use crate::answer::language::Language;
use crate::answer::table::{Cell, Column, Table};
use crate::corpus::Corpus;
use crate::corpus::place;
use crate::corpus::table::InputMetadata;
use crate::corpus::work::WorkId;
use crate::message;
use crate::messages::{Argument, List, Message};
use crate::query::context::QueryContext;
use crate::query::evidence::index::EvidenceIndex;
use crate::query::localized::LocalizedContext;
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

/// Adds evidence to an answer: `evidence` (`file`, `line`) in each work of the record, a column of locations in the
/// main table (CSV), a table of all works, and a sentence that counts them. A row rests on the works that it names,
/// else on those behind its ties or groups; works excluded by the team cap are listed separately. An answer without a
/// result rests on all works of the institutions that it names, else of the context. O(works + size of the answer +
/// its ties).
#[must_use]
pub fn attach(context: &QueryContext<'_>, mut answer: Answer, language: Language) -> Answer {
    let index = EvidenceIndex::new(context, &answer.record);
    let localized = LocalizedContext::new(context, language);
    let basis = index.basis(&answer.record);
    let (mut works, direct) = (basis.works, !basis.implied);
    let has_works = !works.is_empty();
    if !has_works {
        works = index.works_of_named_institutions(&answer.record);
        if works.is_empty() {
            works = context.corpus.work_ids().collect();
        }
    }
    if let Some(table) = answer.tables.first_mut() {
        row_sources::add(&answer.record, table, |row| row_sources::locations(context.corpus, index.basis(row).works));
    }
    annotate(&index, &mut answer.record);
    let works: Vec<WorkId> = works.into_iter().collect();
    let mut sentences = vec![sentence(
        &localized,
        &works,
        if direct && has_works { EvidenceRole::Named } else { EvidenceRole::Underlying },
    )];
    let excluded = answer.record.get("left_out").and_then(Value::as_array).into_iter().flatten();
    let excluded: Vec<WorkId> = excluded.filter_map(|one| index.work(one.as_object()?)).collect();
    if !excluded.is_empty() {
        sentences.push(sentence(&localized, &excluded, EvidenceRole::Excluded));
    }
    add(&localized, &mut answer, &works, sentences, ("evidence", message!("evidence-caption")));
    answer
}

/// As [`attach`], for a comparison: works that are gone, changed or no longer behind a tie have locations in the old
/// inputs, all others in the new ones.
#[must_use]
pub fn attach_comparison(
    old: &QueryContext<'_>,
    new: &QueryContext<'_>,
    mut answer: Answer,
    language: Language,
) -> Answer {
    let (new_trail, old_trail) = (EvidenceIndex::new(new, &answer.record), EvidenceIndex::new(old, &answer.record));
    let now = works_of_side(&new_trail, &answer.record, ["new", "new", "added"]);
    let before = works_of_side(&old_trail, &answer.record, ["gone", "old", "removed"]);
    if let Some(table) = answer.tables.first_mut() {
        row_sources::add(&answer.record, table, |row| {
            // Works behind the tie now, and works removed from it.
            let mut now = index::tie_of(&new_trail, row);
            now.extend(index::changed_works(&new_trail, row, "added"));
            let mut gone = index::changed_works(&old_trail, row, "removed");
            if let Some(object) = row.as_object() {
                match (new_trail.work(object), old_trail.work(object)) {
                    (Some(work), _) => drop(now.insert(work)),
                    (None, Some(work)) => drop(gone.insert(work)),
                    (None, None) => {}
                }
                // A changed work has a row in each input.
                now.extend(object.get("new").and_then(Value::as_object).and_then(|one| new_trail.work(one)));
                gone.extend(object.get("old").and_then(Value::as_object).and_then(|one| old_trail.work(one)));
                // A renaming rests on all rows with the name.
                now.extend(new_trail.works_of(object.get("new")));
                gone.extend(old_trail.works_of(object.get("old")));
            }
            [row_sources::locations(new.corpus, now), row_sources::locations(old.corpus, gone)].concat()
        });
    }
    annotate(&new_trail, &mut answer.record);
    if let Some(gone) = answer.record.pointer_mut("/works/gone") {
        annotate(&old_trail, gone);
    }
    if let Some(Value::Array(changed)) = answer.record.pointer_mut("/works/changed") {
        changed.iter_mut().filter_map(|one| one.get_mut("old")).for_each(|one| annotate(&old_trail, one));
    }
    add_side(old, &mut answer, before, language, ("evidence_old", message!("evidence-before-caption")));
    add_side(new, &mut answer, now, language, ("evidence", message!("evidence-now-caption")));
    answer
}

/// Works of one side of a comparison: new or gone, changed, and causes of changed counts or ties.
fn works_of_side(index: &EvidenceIndex<'_, '_>, record: &Value, [all_key, side, moved]: [&str; 3]) -> BTreeSet<WorkId> {
    let mut works = index::changed_works(index, record, moved);
    if let Some(works_part) = record.get("works") {
        works.extend(works_part.get(all_key).map(|one| index.basis(one).works).unwrap_or_default());
        let changed = works_part.get("changed").and_then(Value::as_array).into_iter().flatten();
        changed.filter_map(|one| one.get(side)).for_each(|one| works.extend(index.basis(one).works));
    }
    works
}

/// Adds the evidence of one side of a comparison.
fn add_side(
    context: &QueryContext<'_>,
    answer: &mut Answer,
    works: BTreeSet<WorkId>,
    language: Language,
    (name, caption): (&str, Message),
) {
    let (localized, works) = (LocalizedContext::new(context, language), works.into_iter().collect::<Vec<_>>());
    let sentences = if works.is_empty() { Vec::new() } else { vec![sentence(&localized, &works, EvidenceRole::Named)] };
    add(&localized, answer, &works, sentences, (name, caption));
}

/// Adds the list of works to record and tables, and the sentences to the notes.
fn add(
    localized: &LocalizedContext<'_, '_>,
    answer: &mut Answer,
    works: &[WorkId],
    sentences: Vec<Message>,
    (name, caption): (&str, Message),
) {
    let corpus = localized.context.corpus;
    if let Value::Object(record) = &mut *answer.record {
        record.insert(name.to_owned(), works.iter().flat_map(|&work| rows(corpus, work)).collect());
    }
    let note = message!("evidence-explicit-ties");
    if !corpus.explicit_ties().is_empty() && !answer.notes.contains(&note) {
        answer.notes.insert(0, note);
    }
    answer.notes.splice(0..0, sentences);
    if !works.is_empty() {
        answer.tables.push(table(localized, name, localized.text(caption), works));
    }
}

/// Adds its source to every work in a record.
fn annotate(index: &EvidenceIndex<'_, '_>, value: &mut Value) {
    match value {
        Value::Array(list) => list.iter_mut().for_each(|one| annotate(index, one)),
        Value::Object(object) => {
            object.values_mut().for_each(|one| annotate(index, one));
            if let Some(work) = index.work(object) {
                object.insert("evidence".to_owned(), source(index.context.corpus, work).into());
            }
        }
        _ => {}
    }
}

/// File and line of an input row; `None`: unknown.
type SourceRow = (Option<String>, Option<u32>);

/// All input rows of a work.
fn source_rows(corpus: &Corpus, work: WorkId) -> impl Iterator<Item = SourceRow> + '_ {
    corpus.sources_of(work).map(|source| {
        let file = corpus.inputs().get(usize::from(source.input)).map(InputMetadata::place_name);
        (file, (source.line > 0).then_some(source.line))
    })
}

fn to_json((file, line): SourceRow) -> Map<String, Value> {
    Map::from_iter([("file".to_owned(), file.into()), ("line".to_owned(), line.into())])
}

/// JSON of the first row of a work; further rows as `more`.
fn source(corpus: &Corpus, work: WorkId) -> Map<String, Value> {
    let mut source_rows = source_rows(corpus, work);
    let mut first = to_json(source_rows.next().unwrap_or_default());
    let more: Vec<Value> = source_rows.map(|row| to_json(row).into()).collect();
    if !more.is_empty() {
        first.insert("more".to_owned(), more.into());
    }
    first
}

/// JSON of every row of a work.
fn rows(corpus: &Corpus, work: WorkId) -> impl Iterator<Item = Value> + '_ {
    source_rows(corpus, work).map(move |row| {
        let mut object = Map::from_iter([
            ("id".to_owned(), corpus.work_key(work).into()),
            ("name".to_owned(), corpus.work_name(work).into()),
        ]);
        object.extend(to_json(row));
        object.insert("link".to_owned(), corpus.work(work).links.first().copied().into());
        Value::Object(object)
    })
}

/// Role of works as evidence, which selects the sentence.
#[derive(Clone, Copy, PartialEq, Eq)]
enum EvidenceRole {
    /// Named in the answer.
    Named,
    /// Behind its ties and counts.
    Underlying,
    /// Excluded by the team cap.
    Excluded,
}

/// Sentence: `Evidence: 3 rows of epoch.csv (lines 12, 40 and 91).`
fn sentence(localized: &LocalizedContext<'_, '_>, works: &[WorkId], role: EvidenceRole) -> Message {
    let mut files: BTreeMap<Option<String>, Vec<Option<u32>>> = BTreeMap::new();
    for (file, line) in works.iter().flat_map(|&work| source_rows(localized.context.corpus, work)) {
        files.entry(file).or_default().push(line);
    }
    let file = |(file, lines): (&Option<String>, &Vec<Option<u32>>)| {
        let (name, are_rows) = file.as_deref().map_or((None, false), |file| {
            let (name, are_rows) = place::without_rows(file);
            (Some(name), are_rows)
        });
        let name = name.map_or_else(|| message!("evidence-unnamed-input").into(), Argument::from);
        let mut numbers: Vec<u32> = lines.iter().flatten().copied().collect();
        numbers.sort_unstable();
        let numbers: Vec<String> = numbers.iter().map(u32::to_string).collect();
        match numbers.len() {
            0 => message!("evidence-rows", count = lines.len(), input = name),
            known => {
                let list = List::and(numbers, "row");
                if are_rows {
                    return message!("evidence-rows-numbered", input = name, rows = known, list = list);
                }
                message!("evidence-rows-at", count = lines.len(), input = name, lines = known, list = list)
            }
        }
    };
    let mut rest = files.iter().map(file).rev();
    let last = rest.next();
    let list = last.map(|last| rest.fold(last, |last, file| message!("evidence-and", file = file, rest = last)));
    let kind = localized.kind();
    match (list, role) {
        (None, _) => message!("evidence-none", kind = kind),
        (Some(list), EvidenceRole::Named) => message!("evidence-named", files = list),
        (Some(list), EvidenceRole::Underlying) => message!("evidence-underlying", files = list, kind = kind),
        (Some(list), EvidenceRole::Excluded) => message!("evidence-excluded", files = list, kind = kind),
    }
}

fn table(localized: &LocalizedContext<'_, '_>, name: &str, caption: String, works: &[WorkId]) -> Table {
    let columns = vec![
        localized.column("work", message!("answers-work", kind = localized.kind())),
        Column::for_machines("id"),
        localized.column("file", message!("evidence-file")),
        localized.column("line", message!("evidence-line")).integer(),
    ];
    let corpus = localized.context.corpus;
    let all = works.iter().flat_map(|&work| source_rows(corpus, work).map(move |row| (work, row)));
    let row = |(work, (file, line)): (WorkId, SourceRow)| {
        vec![
            Cell::link(corpus.work_name(work), corpus.work(work).links.first().copied()),
            Cell::text(corpus.work_key(work)),
            file.map_or(Cell::Empty, Cell::text),
            line.map_or(Cell::Empty, |line| Cell::text(line.to_string())),
        ]
    };
    Table { name: name.to_owned(), caption, columns, rows: all.map(row).collect() }
}
