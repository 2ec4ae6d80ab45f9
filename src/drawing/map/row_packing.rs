//! Connected parts in rows of one height: how a page is shared out.

/// The share of the page of one part.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Slot {
    /// Row, from the top.
    pub(crate) row: usize,
    /// Left side.
    pub(crate) left: f64,
    /// Width.
    pub(crate) width: f64,
    /// Height that its area asks for.
    pub(crate) height: f64,
}

/// What a part asks for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Want {
    /// Area in square points.
    pub(crate) area: f64,
    /// Width : height that it would take by itself, 1 or more.
    pub(crate) aspect: f64,
    /// Least width and height.
    pub(crate) least: (f64, f64),
}

/// Pictures are wider than high also where a part is round.
const WIDER: f64 = 1.2;

/// Shares out `width` among parts in the given order: consecutive ones share a row, its width in proportion
/// to the widths that they would take by themselves, such that all come nearest to their own shapes.
/// O(parts³).
pub(crate) fn share(parts: &[Want], width: f64, gap: f64) -> Vec<Slot> {
    let len = parts.len();
    // best[i]: least penalty for the first i parts, and where their last row begins.
    let mut best: Vec<(f64, usize)> = vec![(f64::INFINITY, 0); len + 1];
    best[0] = (0.0, 0);
    for end in 1..=len {
        for start in (0..end).rev() {
            let penalty = best[start].0 + row_penalty(&parts[start..end], width, gap);
            if penalty < best[end].0 {
                best[end] = (penalty, start);
            }
        }
    }
    let mut rows = Vec::new();
    let mut end = len;
    while end > 0 {
        rows.push((best[end].1, end));
        end = best[end].1;
    }
    rows.reverse();
    let mut slots = Vec::with_capacity(len);
    for (row, (start, end)) in rows.into_iter().enumerate() {
        let widths = widths(&parts[start..end], width, gap);
        let height = height(&parts[start..end], &widths);
        let mut left = 0.0;
        for wide in widths {
            slots.push(Slot { row, left, width: wide, height });
            left += wide + gap;
        }
    }
    slots
}

fn widths(parts: &[Want], width: f64, gap: f64) -> Vec<f64> {
    let room = width - gap * (parts.len() - 1) as f64;
    let least: f64 = parts.iter().map(|part| part.least.0).sum();
    if least >= room {
        return parts.iter().map(|part| room * part.least.0 / least).collect();
    }
    let natural = |part: &Want| (part.area * part.aspect).sqrt();
    let total: f64 = parts.iter().map(natural).sum();
    let wanted: Vec<f64> = parts.iter().map(|part| (room * natural(part) / total).max(part.least.0)).collect();
    let over = wanted.iter().sum::<f64>() - room;
    let slack: f64 = wanted.iter().zip(parts).map(|(wide, part)| wide - part.least.0).sum();
    wanted.iter().zip(parts).map(|(wide, part)| wide - over * (wide - part.least.0) / slack.max(1e-9)).collect()
}

fn height(parts: &[Want], widths: &[f64]) -> f64 {
    let room: f64 = widths.iter().sum();
    let area: f64 = parts.iter().map(|part| part.area).sum();
    parts.iter().map(|part| part.least.1).fold(area / room.max(1e-9), f64::max)
}

fn row_penalty(parts: &[Want], width: f64, gap: f64) -> f64 {
    let least: f64 = parts.iter().map(|part| part.least.0 + gap).sum::<f64>() - gap;
    let crowded = if parts.len() > 1 && least > width { 100.0 } else { 0.0 };
    let widths = widths(parts, width, gap);
    let height = height(parts, &widths);
    let shapes: f64 = widths
        .iter()
        .zip(parts)
        .map(|(wide, part)| {
            let off = libm::log(wide / height / (part.aspect * WIDER));
            off * off
        })
        .sum();
    // Height is what a page is short of.
    crowded + shapes + height / width
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_parts_lie_beside_each_other_on_a_page_and_below_each_other_in_a_column() {
        let parts = [33_000.0, 28_000.0].map(|area| Want { area, aspect: 1.4, least: (100.0, 60.0) });
        let page = share(&parts, 470.0, 10.0);
        assert_eq!((page[0].row, page[1].row), (0, 0));
        assert!(page[0].left + page[0].width + 10.0 <= page[1].left + 1e-9);
        assert!((page[1].left + page[1].width - 470.0).abs() < 1e-6);
        let column = share(&parts, 229.0, 10.0);
        assert_eq!((column[0].row, column[1].row), (0, 1));
    }

    #[test]
    fn many_small_parts_fill_rows() {
        let slots = share(&[Want { area: 3_000.0, aspect: 1.4, least: (60.0, 30.0) }; 12], 470.0, 10.0);
        assert!(slots.last().is_some_and(|slot| slot.row >= 1 && slot.row <= 4));
    }
}
