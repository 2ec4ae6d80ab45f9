//! Competition ranking and truncated lists.

use crate::answer::number::stable;
use crate::centrality::scores::TIE_TOLERANCE;
use crate::message;
use crate::messages::argument::IntoKind;
use crate::messages::{Argument, Message};

/// Competition ranking (1, 2, 2, 4) of values sorted best first; nearly equal values share a rank.
#[must_use]
pub fn ranks(sorted: &[f64]) -> Vec<usize> {
    let mut ranks: Vec<usize> = Vec::with_capacity(sorted.len());
    let mut first = 0;
    for (at, &value) in sorted.iter().enumerate() {
        if at > 0 && !nearly_equal(sorted[first], value) {
            first = at;
        }
        ranks.push(first + 1);
    }
    ranks
}

/// Whether two values are equal up to rounding errors of a sum.
#[must_use]
pub fn nearly_equal(a: f64, b: f64) -> bool {
    let (a, b) = (stable(a), stable(b));
    a == b || (a - b).abs() <= TIE_TOLERANCE * a.abs().max(b.abs())
}

/// Note that a list is truncated; `None` if it is complete. `kind`: key of its items in the catalogue's nouns.
#[must_use]
pub fn truncation_note(shown: usize, total: usize, kind: impl IntoKind) -> Option<Message> {
    let kind = Argument::Kind(kind.key());
    (shown < total).then(|| message!("answers-truncated", shown = shown, total = total, kind = kind))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_values_share_a_rank() {
        assert_eq!(ranks(&[3.0, 2.0, 2.0, 1.0]), [1, 2, 2, 4]);
        assert_eq!(ranks(&[0.1 + 0.2, 0.3]), [1, 1]);
        assert_eq!(ranks(&[]), [0usize; 0]);
    }
}
