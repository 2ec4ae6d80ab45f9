//! Output model: answers ([`Answer`]: statements and tables), documents and figures, all fully resolved.
//!
//! Independent of the query that made them and of the writer that renders them.

pub mod document;
pub mod figure;
mod fingerprint;
pub mod mark;
pub mod positions;
pub mod record;
pub mod statement;
pub mod statistics;
pub mod table;
pub mod typed;

use crate::answer::record::Record;
use crate::answer::statement::{RoleStatement, StatementRole};
use crate::answer::table::Table;
use crate::messages::language::Language;
use crate::messages::{Localizer, Statement};
pub use crate::messages::{korean, language, number};

/// Answer to one query, in one language, independent of the output format.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// Whether the query has a result; `false`: no result.
    pub found: bool,
    /// Language of the sentences and tables.
    pub language: Language,
    /// Statements that summarise the result, in reading order; [`Answer::lead_sentences`] renders them.
    pub lead: Vec<Statement>,
    /// Tables with the data behind the statements; the first is the main one (written as CSV). It is present even
    /// without rows, so that the CSV header does not depend on the data; readers see no empty table.
    pub tables: Vec<Table>,
    /// Notes after the tables: what was excluded, how it was counted, what to run next; [`Answer::note_sentences`]
    /// renders them.
    pub notes: Vec<Statement>,
    /// Machine-readable record, by the schemas in `docs/schemas`, without the statements.
    pub record: Record,
}

impl Answer {
    /// The lead as sentences in the answer's language. O(length of the texts).
    #[must_use]
    pub fn lead_sentences(&self) -> Vec<String> {
        Localizer::new(self.language).render_all(&self.lead)
    }

    /// The notes as sentences in the answer's language. O(length of the texts).
    #[must_use]
    pub fn note_sentences(&self) -> Vec<String> {
        Localizer::new(self.language).render_all(&self.notes)
    }

    /// Lead and notes, each with its role, in reading order.
    pub fn statements(&self) -> impl Iterator<Item = RoleStatement<'_>> {
        let of = |role: StatementRole| move |statement| RoleStatement { role, statement };
        self.lead.iter().map(of(StatementRole::Lead)).chain(self.notes.iter().map(of(StatementRole::Note)))
    }

    /// The record with its `statements`: the JSON of the answer. `null` where the answer has no record. O(size of the
    /// JSON).
    #[must_use]
    pub fn json(&self) -> Record {
        self.record.clone().with("statements", &self.statements().collect::<Vec<_>>())
    }

    /// As [`Answer::json`], without a copy of the record, which is taken.
    #[must_use]
    pub fn take_json(&mut self) -> Record {
        let record = std::mem::take(&mut self.record);
        record.with("statements", &self.statements().collect::<Vec<_>>())
    }
}
