//! Competition ranking and truncated lists.

use crate::answer::number::{stable, thousands};
use crate::centrality::scores::TIE_TOLERANCE;
use crate::query::voice::Voice;

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

/// Note that a list is truncated; `None` if it is complete. `what`: its items in English and Korean, and the Korean
/// counter.
#[must_use]
pub fn truncation_note(voice: &Voice<'_, '_>, shown: usize, all: usize, what: (&str, &str, &str)) -> Option<String> {
    let (english, korean, counter) = what;
    let (shown_count, total) = (thousands(shown as u64), thousands(all as u64));
    let verb = if shown == 1 { "is" } else { "are" };
    (shown < all).then(|| {
        voice.say(
            format!("{shown_count} of {total} {english} {verb} shown; --top 0 shows all."),
            format!("{korean} {total}{counter} 중 {shown_count}{counter}만 보인다. --top 0을 쓰면 모두 나온다."),
        )
    })
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
