//! Counted nouns in English sentences.

/// `1 work`, `5 works`, `1,362 ties`: the noun agrees with its number.
#[must_use]
pub fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{} {}", thousands(count as u64), if count == 1 { one } else { many })
}

/// The form of a word that agrees with a number that stands elsewhere: `agree(1, "is", "are")` is `is`.
#[must_use]
pub fn agree<'w>(count: usize, one: &'w str, many: &'w str) -> &'w str {
    if count == 1 { one } else { many }
}

/// A count with commas between thousands: `1,362`.
#[must_use]
pub fn thousands(count: u64) -> String {
    let digits = count.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_no_plural() {
        assert_eq!(counted(1, "cell", "cells"), "1 cell");
        assert_eq!(counted(0, "cell", "cells"), "0 cells");
        assert_eq!(counted(1_362, "tie", "ties"), "1,362 ties");
        assert_eq!(agree(1, "is", "are"), "is");
    }
}
