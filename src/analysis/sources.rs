//! What the data are, each input with its date and where that is from.

use crate::corpus::Corpus;
use crate::corpus::date::Date;
use crate::message;
use crate::messages::Message;
use crate::source::input::day_in_name;

/// A sentence an input, in the order of their names. O(works · inputs).
#[must_use]
pub fn of(corpus: &Corpus) -> Vec<Message> {
    let mut all: Vec<(String, Message)> = corpus
        .inputs()
        .iter()
        .enumerate()
        .map(|(number, input)| {
            let citation = citation(&input.citation, &input.name);
            let message = match (input.as_of, latest_entry(corpus, number)) {
                (Some(date), _) if day_in_name(&input.name) == Some(date) => {
                    message!("report-source-date-in-name", citation = &citation, date = date)
                }
                (Some(date), _) => message!("report-source-as-of", citation = &citation, date = date),
                (None, Some(date)) => message!("report-source-latest", citation = &citation, date = date),
                (None, None) => message!("report-source-undated", citation = &citation),
            };
            (citation, message)
        })
        .collect();
    all.sort_by(|a, b| a.0.cmp(&b.0));
    all.into_iter().map(|(_, message)| message).collect()
}

/// The same where only some works were read, whose dates say nothing of the whole.
#[must_use]
pub fn of_part(corpus: &Corpus) -> Vec<Message> {
    let citations = corpus.inputs().iter().map(|input| citation(&input.citation, &input.name));
    citations.map(|citation| message!("report-source-undated", citation = citation)).collect()
}

fn citation(citation: &str, name: &str) -> String {
    if citation.is_empty() { name.to_owned() } else { format!("{citation} ({name})") }
}

/// Date of the latest work of an input.
fn latest_entry(corpus: &Corpus, input: usize) -> Option<Date> {
    let of_input = corpus.work_ids().filter(|&id| usize::from(corpus.work(id).source.input) == input);
    of_input.filter_map(|id| corpus.date(id)).max()
}
