//! Number formatting for exports.

/// Decimal with at most twelve significant digits, so that rounding errors of sums do not show; integers without a
/// fraction.
pub(crate) fn plain(value: f64) -> String {
    let is_integer = value.fract() == 0.0 && value.abs() < 1e12;
    let stable = if is_integer { value } else { format!("{value:.11e}").parse().unwrap_or(value) };
    // Minus zero is written as zero.
    if stable == 0.0 { "0".to_owned() } else { stable.to_string() }
}

/// As [`plain`] but always with a fraction, for formats that would read `2` as an integer.
pub(crate) fn real(value: f64) -> String {
    let text = plain(value);
    if text.contains('.') { text } else { text + ".0" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_plain() {
        for (value, text) in
            [(2.0, "2"), (0.1 + 0.2, "0.3"), (-0.0, "0"), (1.0 / 3.0, "0.333333333333"), (1e-7, "0.0000001")]
        {
            assert_eq!(plain(value), text);
        }
        assert_eq!((real(2.0), real(0.5)), ("2.0".to_owned(), "0.5".to_owned()));
    }
}
