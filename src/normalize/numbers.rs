//! Counts as tables write them: `2395`, `2395.0`, `2,395`.

/// What a number cell says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// Nothing stands there.
    Blank,
    /// A count.
    Count(u32),
    /// No count: not a whole number, negative, or beyond 2³² − 1.
    Unreadable,
}

/// Reads a count.
#[must_use]
pub fn read(cell: &str) -> Reading {
    let text = cell.trim();
    if text.is_empty() {
        return Reading::Blank;
    }
    if let Ok(count) = text.parse() {
        return Reading::Count(count);
    }
    let value = if is_grouped(text) { text.replace(',', "").parse::<f64>() } else { text.parse::<f64>() };
    match value {
        Ok(value) if value >= 0.0 && value <= f64::from(u32::MAX) && value.fract() == 0.0 => {
            Reading::Count(value as u32)
        }
        _ => Reading::Unreadable,
    }
}

/// Whether commas stand before groups of three digits only.
fn is_grouped(text: &str) -> bool {
    let whole = text.split('.').next().unwrap_or(text);
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or("");
    let all_digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    (1..=3).contains(&first.len())
        && all_digits(first)
        && whole.contains(',')
        && groups.all(|group| group.len() == 3 && all_digits(group))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_counts() {
        for (cell, count) in [("2395.0", 2395), ("7", 7), ("2,395", 2395), ("1.2e3", 1200), (" 0 ", 0)] {
            assert_eq!(read(cell), Reading::Count(count), "{cell}");
        }
        for cell in ["1.06e+16", "-1", "12.5", "many", "1,23", "NaN", "inf"] {
            assert_eq!(read(cell), Reading::Unreadable, "{cell}");
        }
        assert_eq!(read(""), Reading::Blank);
    }
}
