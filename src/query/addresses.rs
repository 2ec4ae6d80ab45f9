//! Notes for inputs whose institution entries are postal addresses.

use serde_json::json;

use crate::answer::Answer;
use crate::corpus::Corpus;
use crate::message;
use crate::messages::Message;

/// One note for each input with addresses in place of institutions, by name of the input.
#[must_use]
pub fn notes(corpus: &Corpus) -> Vec<Message> {
    let mut inputs: Vec<(&str, u64, u64)> = marked(corpus).collect();
    inputs.sort_unstable();
    let note = |(input, addresses, entries): (&str, u64, u64)| {
        message!("answers-addresses", input = input, count = addresses, entries = entries)
    };
    inputs.into_iter().map(note).collect()
}

/// Inputs with addresses: name, number of addresses, number of institution entries.
fn marked(corpus: &Corpus) -> impl Iterator<Item = (&str, u64, u64)> {
    corpus.inputs().iter().filter_map(|input| {
        let (addresses, entries) = input.addresses?;
        Some((input.name.as_str(), addresses, entries))
    })
}

/// Adds the inputs with addresses to the record of an answer; other answers stay unchanged.
#[must_use]
pub fn attach(corpus: &Corpus, mut answer: Answer) -> Answer {
    let mut inputs: Vec<(&str, u64, u64)> = marked(corpus).collect();
    inputs.sort_unstable();
    // Mutable access parses the record: skip it where nothing is added.
    if inputs.is_empty() {
        return answer;
    }
    if let Some(record) = answer.record.as_object_mut() {
        let entry = |&(input, addresses, entries): &(&str, u64, u64)| json!({ "input": input, "addresses": addresses, "entries": entries });
        record.insert("addresses".to_owned(), inputs.iter().map(entry).collect());
    }
    answer
}

/// As [`attach`], for a comparison: both corpora, with the notes of the old one first.
#[must_use]
pub fn attach_comparison(old: &Corpus, new: &Corpus, answer: Answer) -> Answer {
    if marked(old).chain(marked(new)).next().is_none() {
        return answer;
    }
    let mut answer = attach(old, answer);
    let older = answer.record.get_mut("addresses").map(serde_json::Value::take);
    let mut answer = attach(new, answer);
    if let (Some(older), Some(record)) = (older, answer.record.as_object_mut()) {
        record.insert("addresses_old".to_owned(), older);
        record.entry("addresses").and_modify(|newer| {
            if newer.is_null() {
                *newer = json!([]);
            }
        });
    }
    let older = notes(old).into_iter();
    let fresh: Vec<Message> = older.filter(|note| !answer.notes.contains(note)).collect();
    answer.notes.splice(0..0, fresh);
    answer
}
