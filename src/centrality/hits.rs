//! HITS: hubs tie to good authorities, authorities to good hubs. Ties have no direction here, so that both are one score.
//!
//! The leading eigenvector of A², by weight, as the method's iteration from equal values gives it; the sum of all values
//! is 1. Where the leading component has an odd cycle this is the eigenvector of A; where it has two sides without ties
//! within (bipartite), each side is scaled by itself. Source: Kleinberg 1999, *Journal of the ACM* 46, 604–632.
//! O(iterations · ties).

use crate::centrality::eigenvector;
use crate::centrality::measure_kind::Measure;
use crate::centrality::scores::Scores;
use crate::centrality::weighting::Weighting;
use crate::network::adjacency::Adjacency;
use crate::network::graph::Network;

/// Options of HITS.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// Whether ties count by their weight (the default).
    pub weighting: Weighting,
}

impl Default for Options {
    fn default() -> Self {
        Self { weighting: Weighting::Weighted }
    }
}

/// Hub and authority score of every node; 0 for an isolate and outside of the components with the largest eigenvalue.
#[must_use]
pub fn scores(network: &Network<'_>, options: &Options) -> Scores {
    let adjacency = network.adjacency();
    let leading = eigenvector::Options { weighting: options.weighting, ..eigenvector::Options::default() };
    // The projection of equal values on the eigenspace of λ. A² has that of −λ, too, which a bipartite component adds.
    let mut values = eigenvector::scores(network, &leading).values;
    let mut side = vec![None; values.len()];
    for start in 0..values.len() {
        if side[start].is_some() || values[start] == 0.0 {
            continue;
        }
        if let Some(members) = sides(adjacency, start, &mut side) {
            let sum = |is: bool| -> f64 {
                members.iter().filter(|&&node| side[node] == Some(is)).map(|&node| values[node]).sum()
            };
            let (sums, all) = ([sum(false), sum(true)], sum(false) + sum(true));
            for node in members {
                values[node] *= 2.0 * sums[usize::from(side[node] == Some(true))] / all;
            }
        }
    }
    let all: f64 = values.iter().sum();
    if all > 0.0 {
        values.iter_mut().for_each(|value| *value /= all);
    }
    Scores { measure: Measure::Hits, values }
}

/// Marks the side of every node of a component; its nodes if it has two sides, `None` if it has an odd cycle.
fn sides(adjacency: &Adjacency, start: usize, side: &mut [Option<bool>]) -> Option<Vec<usize>> {
    side[start] = Some(false);
    let (mut members, mut head, mut is_bipartite) = (vec![start], 0, true);
    while head < members.len() {
        let node = members[head];
        head += 1;
        for &next in adjacency.neighbours(node) {
            match side[next as usize] {
                None => {
                    side[next as usize] = side[node].map(|own| !own);
                    members.push(next as usize);
                }
                known => is_bipartite &= known != side[node],
            }
        }
    }
    is_bipartite.then_some(members)
}
