//! The verdict on a claim.

use serde_json::Value;

use crate::answer::told::Cell;
use crate::corpus::claim::Comparison;
use crate::corpus::work::WorkId;

/// What the data say to a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    Holds,
    Differs,
    CannotBeChecked,
}

impl Verdict {
    pub(super) fn of(holds: impl FnOnce() -> bool) -> Self {
        if holds() { Self::Holds } else { Self::Differs }
    }

    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Holds => "holds",
            Self::Differs => "differs",
            Self::CannotBeChecked => "cannot-be-checked",
        }
    }

    pub(super) fn label(self) -> (&'static str, &'static str) {
        match self {
            Self::Holds => ("holds", "맞음"),
            Self::Differs => ("differs", "다름"),
            Self::CannotBeChecked => ("cannot be checked", "확인 불가"),
        }
    }
}

/// A verdict with what was claimed, what was found, and why.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Judged {
    pub(super) verdict: Verdict,
    pub(super) expected: Value,
    pub(super) found: Value,
    pub(super) evidence: Vec<WorkId>,
    pub(super) why: String,
}

impl Judged {
    /// Whether two verdicts on one claim say the same, on the same grounds.
    pub(super) fn agrees(&self, other: &Self) -> bool {
        self.verdict == other.verdict && self.found == other.found && self.why == other.why
    }

    pub(super) fn unchecked(why: String) -> Self {
        let verdict = Verdict::CannotBeChecked;
        Self { verdict, expected: Value::Null, found: Value::Null, evidence: Vec::new(), why }
    }
}

/// A claimed number: itself, or `≥ 3`.
pub(super) fn number(op: Comparison, value: u64) -> Value {
    if op == Comparison::Equal { value.into() } else { op.display(value).into() }
}

/// A claimed or found value in a table: words, for numbers and words stand in one column.
pub(super) fn cell(value: &Value) -> Cell {
    match value {
        Value::Null => Cell::Empty,
        Value::Number(number) => Cell::Text(number.to_string()),
        Value::String(text) => Cell::text(text),
        Value::Array(items) => {
            Cell::list(items.iter().map(|item| item.as_str().map_or_else(|| item.to_string(), str::to_owned)).collect())
        }
        other => Cell::text(other.to_string()),
    }
}
