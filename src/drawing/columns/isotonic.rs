//! Isotonic regression: coordinates in a fixed order with minimum gaps, as near as possible to their targets.

/// Weighted least-squares fit of coordinates to `wanted` (weights in `weights`), each at least `gaps[i]` before the
/// next, all within `lower` and `upper` where they fit. Pool adjacent violators (Ayer et al. 1955) on `wanted` − Σ
/// `gaps`, then clamped, which is exact for bounded isotonic regression. O(n).
#[must_use]
pub fn isotonic(wanted: &[f64], weights: &[f64], gaps: &[f64], lower: f64, upper: f64) -> Vec<f64> {
    let mut offsets = Vec::with_capacity(wanted.len());
    let mut offset = 0.0;
    for index in 0..wanted.len() {
        offsets.push(offset);
        offset += gaps.get(index).copied().unwrap_or(0.0);
    }
    // Pools of equal values: mean, weight, length.
    let mut pools: Vec<(f64, f64, usize)> = Vec::new();
    for index in 0..wanted.len() {
        let weight = weights.get(index).copied().unwrap_or(1.0).max(1e-9);
        pools.push((wanted[index] - offsets[index], weight, 1));
        while pools.len() > 1 && pools[pools.len() - 2].0 > pools[pools.len() - 1].0 {
            let last = pools.len() - 1;
            let (high, low) = (pools[last - 1], pools[last]);
            let weight = high.1 + low.1;
            pools[last - 1] = ((high.0 * high.1 + low.0 * low.1) / weight, weight, high.2 + low.2);
            pools.pop();
        }
    }
    let top = upper - offsets.last().copied().unwrap_or(0.0);
    let values = pools.iter().flat_map(|&(mean, _, length)| std::iter::repeat_n(mean, length));
    // Where they do not fit, the lower bound holds and the upper one is exceeded.
    values.zip(&offsets).map(|(value, offset)| value.min(top).max(lower) + offset).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_with_sufficient_gaps_are_unchanged() {
        assert_eq!(isotonic(&[1.0, 9.0], &[1.0, 1.0], &[3.0], 0.0, 10.0), [1.0, 9.0]);
    }

    #[test]
    fn close_values_are_pooled_around_their_mean() {
        assert_eq!(isotonic(&[5.0, 5.0, 5.0], &[1.0; 3], &[2.0, 2.0], 0.0, 10.0), [3.0, 5.0, 7.0]);
        assert_eq!(isotonic(&[9.0, 1.0], &[1.0; 2], &[2.0], 0.0, 10.0), [4.0, 6.0]);
    }

    #[test]
    fn lower_bound_takes_precedence_over_the_upper_one() {
        assert_eq!(isotonic(&[-5.0, -4.0], &[1.0; 2], &[2.0], 0.0, 10.0), [0.0, 2.0]);
        assert_eq!(isotonic(&[5.0, 5.0, 5.0], &[1.0; 3], &[8.0, 8.0], 0.0, 10.0), [0.0, 8.0, 16.0]);
    }
}
