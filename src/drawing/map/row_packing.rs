//! Row packing of connected components: how the page is divided among them.

/// Area of the page for one component, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Slot {
    /// Row, 0 at the top.
    pub(crate) row: usize,
    /// Left side.
    pub(crate) left: f64,
    /// Width.
    pub(crate) width: f64,
    /// Height of the row, for the total area of its components.
    pub(crate) height: f64,
}

/// Space that a component requests.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct SpaceRequest {
    /// Area in square points.
    pub(crate) area: f64,
    /// Preferred width : height, ≥ 1.
    pub(crate) aspect: f64,
    /// Minimum width and height.
    pub(crate) min_size: (f64, f64),
}

/// Factor on the preferred aspect: figures are wider than high even where a component is round.
const ASPECT_BIAS: f64 = 1.2;

/// Optimal partition of components, in their order, into rows of `width` with gaps of `gap`, by dynamic programming over
/// the penalty of rows (squared log deviation from the preferred aspects, plus height). Within a row the widths are in
/// proportion to the preferred ones. O(components³).
pub(crate) fn pack_rows(components: &[SpaceRequest], width: f64, gap: f64) -> Vec<Slot> {
    let len = components.len();
    // best[i]: minimum penalty for the first i components, and the start of their last row.
    let mut best: Vec<(f64, usize)> = vec![(f64::INFINITY, 0); len + 1];
    best[0] = (0.0, 0);
    for end in 1..=len {
        for start in (0..end).rev() {
            let penalty = best[start].0 + row_penalty(&components[start..end], width, gap);
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
        let widths = widths(&components[start..end], width, gap);
        let height = height(&components[start..end], &widths);
        let mut left = 0.0;
        for wide in widths {
            slots.push(Slot { row, left, width: wide, height });
            left += wide + gap;
        }
    }
    slots
}

/// Height of packed rows with gaps of `gap`.
pub(crate) fn height_of(slots: &[Slot], gap: f64) -> f64 {
    let rows = slots.last().map_or(0, |slot| slot.row + 1);
    let heights = (0..rows).filter_map(|row| slots.iter().find(|slot| slot.row == row)).map(|slot| slot.height + gap);
    heights.sum::<f64>() - if rows > 0 { gap } else { 0.0 }
}

fn widths(components: &[SpaceRequest], width: f64, gap: f64) -> Vec<f64> {
    let available = width - gap * (components.len() - 1) as f64;
    let min_size: f64 = components.iter().map(|component| component.min_size.0).sum();
    if min_size >= available {
        return components.iter().map(|component| available * component.min_size.0 / min_size).collect();
    }
    let natural = |component: &SpaceRequest| (component.area * component.aspect).sqrt();
    let total: f64 = components.iter().map(natural).sum();
    let wanted: Vec<f64> =
        components.iter().map(|component| (available * natural(component) / total).max(component.min_size.0)).collect();
    let over = wanted.iter().sum::<f64>() - available;
    let slack: f64 = wanted.iter().zip(components).map(|(wide, component)| wide - component.min_size.0).sum();
    wanted
        .iter()
        .zip(components)
        .map(|(wide, component)| wide - over * (wide - component.min_size.0) / slack.max(1e-9))
        .collect()
}

fn height(components: &[SpaceRequest], widths: &[f64]) -> f64 {
    let available: f64 = widths.iter().sum();
    let area: f64 = components.iter().map(|component| component.area).sum();
    components.iter().map(|component| component.min_size.1).fold(area / available.max(1e-9), f64::max)
}

fn row_penalty(components: &[SpaceRequest], width: f64, gap: f64) -> f64 {
    let min_size: f64 = components.iter().map(|component| component.min_size.0 + gap).sum::<f64>() - gap;
    let crowded = if components.len() > 1 && min_size > width { 100.0 } else { 0.0 };
    let widths = widths(components, width, gap);
    let height = height(components, &widths);
    let shapes: f64 = widths
        .iter()
        .zip(components)
        .map(|(wide, component)| {
            let log_ratio = libm::log(wide / height / (component.aspect * ASPECT_BIAS));
            log_ratio * log_ratio
        })
        .sum();
    // The height of a page is limited, so that low rows are preferred.
    crowded + shapes + height / width
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_components_share_a_wide_row_and_stack_in_a_narrow_one() {
        let components = [33_000.0, 28_000.0].map(|area| SpaceRequest { area, aspect: 1.4, min_size: (100.0, 60.0) });
        let page = pack_rows(&components, 470.0, 10.0);
        assert_eq!((page[0].row, page[1].row), (0, 0));
        assert!(page[0].left + page[0].width + 10.0 <= page[1].left + 1e-9);
        assert!((page[1].left + page[1].width - 470.0).abs() < 1e-6);
        let column = pack_rows(&components, 229.0, 10.0);
        assert_eq!((column[0].row, column[1].row), (0, 1));
    }

    #[test]
    fn small_components_fill_rows() {
        let slots = pack_rows(&[SpaceRequest { area: 3_000.0, aspect: 1.4, min_size: (60.0, 30.0) }; 12], 470.0, 10.0);
        assert!(slots.last().is_some_and(|slot| slot.row >= 1 && slot.row <= 4));
    }
}
