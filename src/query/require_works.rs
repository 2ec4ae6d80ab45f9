//! Answers of queries that need works, on data with explicit ties only.

use crate::answer::Answer;
use crate::answer::table::Cell;
use crate::message;
use crate::messages::Message;
use crate::query::context::QueryContext;

/// Whether the data have explicit ties and no works.
#[must_use]
pub fn has_no_works(context: &QueryContext<'_>) -> bool {
    context.unfiltered_counts.0 == 0 && context.explicit_tie_count > 0
}

/// Sentence: this query needs works.
#[must_use]
pub fn explanation() -> Message {
    message!("answers-needs-works")
}

/// Replaces the sentences of an answer with [`explanation`] if the data have no works; table header and record stay
/// valid.
#[must_use]
pub(crate) fn or_explain(context: &QueryContext<'_>, answer: Answer) -> Answer {
    if !has_no_works(context) {
        return answer;
    }
    let mut tables = answer.tables;
    tables.truncate(1);
    tables.iter_mut().for_each(|table| table.rows.clear());
    Answer {
        language: answer.language,
        found: false,
        lead: vec![explanation()],
        tables,
        notes: Vec::new(),
        record: answer.record,
    }
}

/// Clears cells that count works if the data have none: zero would be wrong. O(cells).
#[must_use]
pub fn without_work_counts(context: &QueryContext<'_>, mut answer: Answer) -> Answer {
    if has_no_works(context) {
        for table in &mut answer.tables {
            for (at, column) in table.columns.iter().enumerate() {
                if matches!(column.key.as_str(), "works" | "co_made") {
                    table.rows.iter_mut().filter_map(|row| row.get_mut(at)).for_each(|cell| *cell = Cell::Empty);
                }
            }
        }
    }
    answer
}
