//! Verdict and result of a claim.

use crate::answer::table::Cell;
use crate::corpus::claim::Comparison;
use crate::corpus::work::WorkId;
use crate::message;
use crate::messages::Message;
use serde_json::Value;

/// Verdict on a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ClaimVerdict {
    Holds,
    Differs,
    CannotBeChecked,
}

impl ClaimVerdict {
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

    pub(super) fn label(self) -> Message {
        match self {
            Self::Holds => message!("check-holds"),
            Self::Differs => message!("check-differs-verdict"),
            Self::CannotBeChecked => message!("check-cannot-be-checked"),
        }
    }
}

/// Result of a claim: verdict, expected and found value, evidence, reason.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ClaimResult {
    pub(super) verdict: ClaimVerdict,
    pub(super) expected: Value,
    pub(super) found: Value,
    pub(super) evidence: Vec<WorkId>,
    pub(super) why: String,
}

impl ClaimResult {
    /// Whether two results have the same verdict, value and reason.
    pub(super) fn agrees(&self, other: &Self) -> bool {
        self.verdict == other.verdict && self.found == other.found && self.why == other.why
    }

    pub(super) fn unchecked(why: String) -> Self {
        let verdict = ClaimVerdict::CannotBeChecked;
        Self { verdict, expected: Value::Null, found: Value::Null, evidence: Vec::new(), why }
    }
}

/// Claimed number as JSON: the number, or text such as `≥ 3`.
pub(super) fn claimed_number(op: Comparison, value: u64) -> Value {
    if op == Comparison::Equal { value.into() } else { op.display(value).into() }
}

/// Cell of a claimed or found value; numbers as text, since one column has both.
pub(super) fn cell(value: &Value) -> Cell {
    match value {
        Value::Null => Cell::Empty,
        Value::Number(claimed_number) => Cell::Text(claimed_number.to_string()),
        Value::String(text) => Cell::text(text),
        Value::Array(items) => Cell::list(
            items.iter().map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned)).collect(),
        ),
        other => Cell::text(other.to_string()),
    }
}
