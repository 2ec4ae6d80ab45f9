//! `Scores`: the values of a centrality measure, and competition ranking.

use crate::centrality::measure_kind::Measure;

/// Values within this share of the larger one are tied.
pub const TIE_TOLERANCE: f64 = 1e-9;

/// One value a node. `NaN` means "not defined for this node" (constraint of an isolate, clustering of a node with fewer
/// than two neighbours); each measure documents whether it occurs.
#[derive(Clone, Debug)]
pub struct Scores {
    /// The measure.
    pub measure: Measure,
    /// The values, by node.
    pub values: Vec<f64>,
}

/// A node with its rank.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ranked {
    /// Standard competition rank: 1, 2, 2, 4.
    pub rank: usize,
    /// The node.
    pub node: usize,
    /// Its value.
    pub value: f64,
}

impl Scores {
    /// All nodes with a defined value, the highest first. Values within [`TIE_TOLERANCE`] of the first of their run
    /// share its rank and are ordered by node. O(n log n).
    #[must_use]
    pub fn ranking(&self) -> Vec<Ranked> {
        let value = |node: usize| self.values[node];
        let mut order: Vec<usize> = (0..self.values.len()).filter(|&node| !value(node).is_nan()).collect();
        order.sort_by(|&a, &b| value(b).total_cmp(&value(a)).then(a.cmp(&b)));
        let mut ranked = Vec::with_capacity(order.len());
        let mut start = 0;
        while start < order.len() {
            let first = value(order[start]);
            let tied = order[start..].iter().take_while(|&&node| is_tied(first, value(node))).count();
            let run = &mut order[start..start + tied];
            run.sort_unstable();
            ranked.extend(run.iter().map(|&node| Ranked { rank: start + 1, node, value: value(node) }));
            start += tied;
        }
        ranked
    }

    /// Nodes without a defined value, ascending; they have no rank.
    #[must_use]
    pub fn undefined(&self) -> Vec<usize> {
        (0..self.values.len()).filter(|&node| self.values[node].is_nan()).collect()
    }
}

fn is_tied(a: f64, b: f64) -> bool {
    a == b || (a - b).abs() <= TIE_TOLERANCE * a.abs().max(b.abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tied_values_share_a_rank_and_are_ordered_by_node() {
        let values = vec![1.0, 3.0, 2.0, 2.0 * (1.0 + 1e-12), f64::NAN, 0.0];
        let scores = Scores { measure: Measure::Degree, values };
        let ranks: Vec<(usize, usize)> = scores.ranking().iter().map(|row| (row.rank, row.node)).collect();
        assert_eq!(ranks, [(1, 1), (2, 2), (2, 3), (4, 0), (5, 5)]);
        assert_eq!(scores.undefined(), [4]);
    }
}
