//! Statements of answers, figures and reports with the part of the output that they stand in.

use serde::Serialize;

use crate::messages::Statement;

/// Part of an output that a statement stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum StatementRole {
    /// Summary of an answer.
    Lead,
    /// Title of a figure.
    Title,
    /// Explanation of the marks below a figure's title.
    Caption,
    /// Alternative text of a figure.
    Description,
    /// Entry or remark of a figure's legend.
    Legend,
    /// Note: how it was counted or drawn, filters, what to run next.
    Note,
    /// Note on what is excluded.
    Excluded,
}

/// A statement with its role. Serialises as `{"role": role, "message": id, "arguments": {name: value}}`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct RoleStatement<'s> {
    /// The part that it stands in.
    pub role: StatementRole,
    /// The statement.
    #[serde(flatten)]
    pub statement: &'s Statement,
}

/// Whether a sentence says what to type next, which is of no use in a file.
#[must_use]
pub fn is_about_the_command(sentence: &str) -> bool {
    sentence.contains("collab ") || sentence.contains("--")
}
