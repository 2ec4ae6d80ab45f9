//! Weights of ties as text.

use crate::answer::number::plain;

/// Formats a weight with as many decimals as two significant digits need; integers without decimals.
#[must_use]
pub fn weight_text(weight: f64) -> String {
    let decimals = match weight.abs() {
        size if size >= 10.0 => 1,
        size if size >= 1.0 => 2,
        size if size >= 0.01 => 3,
        size if size >= 1e-15 => (1.0 - libm::log10(size)).ceil() as usize,
        _ => 0,
    };
    plain(weight, decimals)
}
