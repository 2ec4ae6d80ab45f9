//! Weights of ties as files write them.
use crate::message;
use crate::messages::Message;

/// Largest weight that is taken: up to there sums of many ties keep every whole number, and products stay finite.
pub(crate) const MAX: f64 = 1e15;

/// Smallest weight that is taken: below it quotients of weights leave the range of numbers.
pub(crate) const MIN: f64 = 1e-15;

/// What a text says of a weight.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Reading {
    /// Nothing.
    Blank,
    /// A weight that can be counted with.
    Weight(f64),
    /// A number that is no weight, or cannot be counted with: why.
    Unusable(Message),
    /// No number at all.
    Unreadable,
}

/// Reads a weight.
pub(crate) fn read(text: &str) -> Reading {
    let text = text.trim();
    if text.is_empty() {
        return Reading::Blank;
    }
    match text.parse::<f64>().or_else(|error| decimal_comma(text).ok_or(error)) {
        Ok(weight) => judge(weight, text),
        Err(_) => Reading::Unreadable,
    }
}

/// A number with a decimal comma: `1,5`. With three digits behind the comma it may part thousands, and is none.
fn decimal_comma(text: &str) -> Option<f64> {
    let (whole, fraction) = text.split_once(',')?;
    let are_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    (are_digits(whole) && are_digits(fraction) && fraction.len() != 3)
        .then(|| format!("{whole}.{fraction}").parse().ok())
        .flatten()
}

fn judge(weight: f64, text: &str) -> Reading {
    let is_spelled = text.bytes().any(|byte| byte.is_ascii_digit());
    if !is_spelled {
        Reading::Unusable(message!("format-no-finite-number"))
    } else if weight <= 0.0 && !is_tiny(weight, text) {
        Reading::Unusable(message!("format-above-zero"))
    } else if weight > MAX {
        Reading::Unusable(message!("format-above-e-largest-can"))
    } else if weight < MIN {
        Reading::Unusable(message!("format-below-e-smallest-can"))
    } else {
        Reading::Weight(weight)
    }
}

/// A text such as `1e-400` is above zero, although no number is as small.
fn is_tiny(weight: f64, text: &str) -> bool {
    let figures = text.split(['e', 'E']).next().unwrap_or("");
    weight == 0.0 && !text.starts_with('-') && figures.bytes().any(|byte| matches!(byte, b'1'..=b'9'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comma_is_decimal_where_it_cannot_part_thousands() {
        assert_eq!(read(" 1,5 "), Reading::Weight(1.5));
        assert_eq!(read("12,0625"), Reading::Weight(12.0625));
        for text in ["1,234", "1,2,3", ",5", "1,", "a,5", "1 234,5"] {
            assert_eq!(read(text), Reading::Unreadable, "{text}");
        }
    }

    #[test]
    fn each_refusal_has_its_own_reason() {
        use crate::messages::Localizer;
        assert_eq!(read(" 2.5 "), Reading::Weight(2.5));
        assert_eq!((read(""), read("many")), (Reading::Blank, Reading::Unreadable));
        let why = |text: &str| match read(text) {
            Reading::Unusable(why) => Localizer::in_both(&why).0,
            _ => "taken".to_owned(),
        };
        assert!(why("1e400").contains("above 1e15") && why("1e308").contains("above 1e15"));
        assert!(
            why("inf").contains("not a finite")
                && why("nan").contains("not a finite")
                && why("-Infinity").contains("not a finite")
        );
        assert!(
            why("0").contains("not above zero")
                && why("-1").contains("not above zero")
                && why("-1e400").contains("not above zero")
        );
        assert!(why("1e-300").contains("below 1e-15") && why("1e-400").contains("below 1e-15"));
    }
}
