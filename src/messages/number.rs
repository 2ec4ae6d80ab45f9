//! Number formats for readers and for JSON.

use serde::{Serialize, Serializer};

pub use crate::messages::english::thousands;

/// A real number whose JSON is reproducible: rounded to twelve significant digits (independent of the order of a sum),
/// integers without a fraction, NaN and infinities as `null`.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Real(pub f64);

impl Serialize for Real {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let value = stable(self.0);
        if !value.is_finite() {
            serializer.serialize_none()
        } else if value.fract() == 0.0 && value.abs() < 9e15 {
            serializer.serialize_i64(value as i64)
        } else {
            serializer.serialize_f64(value)
        }
    }
}

/// Rounds to twelve significant digits.
#[must_use]
pub fn stable(value: f64) -> f64 {
    let whole = value.fract() == 0.0 && value.abs() < 1e12;
    if whole || !value.is_finite() { value } else { format!("{value:.11e}").parse().unwrap_or(value) }
}

/// Formats a number with at most `decimals` decimals, no trailing zeros, and commas between thousands; `–` for NaN and
/// infinities.
#[must_use]
pub fn plain(value: f64, decimals: usize) -> String {
    if !value.is_finite() {
        return "–".to_owned();
    }
    let text = fixed(value, decimals);
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

/// Formats a number with exactly `decimals` decimals and commas between thousands.
#[must_use]
pub fn fixed(value: f64, decimals: usize) -> String {
    let text = format!("{:.decimals$}", stable(value).abs());
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let whole = whole.parse().map_or_else(|_| whole.to_owned(), thousands);
    let sign = if value < 0.0 && text.bytes().any(|digit| matches!(digit, b'1'..=b'9')) { "−" } else { "" };
    if fraction.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") }
}

/// Formats a difference with its sign: `+3`, `−2`, `0`.
#[must_use]
pub fn signed(change: i64) -> String {
    let size = thousands(change.unsigned_abs());
    match change {
        0 => size,
        1.. => format!("+{size}"),
        _ => format!("−{size}"),
    }
}

/// Decimals for a measure of this magnitude: four below ten, fewer above, so that about five digits are shown.
#[must_use]
pub fn decimals(value: f64) -> usize {
    match value.abs() {
        size if size < 10.0 => 4,
        size if size < 100.0 => 3,
        size if size < 1000.0 => 2,
        _ => 1,
    }
}

/// Percentage of `part` in `whole` with one decimal: `52.9%`; empty if `whole` is zero.
#[must_use]
pub fn share(part: u64, whole: u64) -> String {
    if whole == 0 { String::new() } else { format!("{:.1}%", part as f64 * 100.0 / whole as f64) }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn machines_get_twelve_digits_and_whole_numbers_plain() {
        let json = |value: f64| serde_json::to_string(&Real(value)).unwrap();
        assert_eq!(json(2.0), "2");
        assert_eq!(json(0.1 + 0.2), "0.3");
        assert_eq!(json(1.0 / 3.0), "0.333333333333");
        assert_eq!(json(f64::NAN), "null");
    }

    #[test]
    fn readers_get_commas() {
        assert_eq!(thousands(0), "0");
        assert_eq!(thousands(914), "914");
        assert_eq!(thousands(1_362), "1,362");
        assert_eq!(thousands(10_000_000), "10,000,000");
        assert_eq!(plain(0.082_94, 4), "0.0829");
        assert_eq!(plain(1362.5, 2), "1,362.5");
        assert_eq!(plain(-0.000_01, 2), "0");
        assert_eq!(plain(5_286.031_4, decimals(5_286.031_4)), "5,286");
        assert_eq!(fixed(-1.5, 2), "−1.50");
        assert_eq!(share(9, 17), "52.9%");
    }
}
