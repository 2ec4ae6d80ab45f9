//! Stability of a partition under the seed: in which share of runs do nodes stay together?
//!
//! Each run is one start of the method with its own seed. The share of runs in which two nodes share a community is their
//! co-membership, as in consensus clustering (Lancichinetti & Fortunato 2012, *Scientific Reports* 2, 336); no runs are
//! merged here. O(runs · (nodes + ties)) besides the runs themselves.

use std::collections::BTreeMap;

use crate::community::detection::{self, DetectionMethod};
use crate::community::leiden::Options;
use crate::community::partition::Partition;
use crate::network::graph::Network;

/// Default number of runs.
pub const RUNS: usize = 50;

/// Stability of one partition over many runs.
#[derive(Clone, Debug, PartialEq)]
pub struct Stability {
    /// Number of runs.
    pub runs: usize,
    /// For every community, the mean co-membership of pairs of its members; 1 for a singleton.
    pub co_membership: Vec<f64>,
    /// For every community, the share of runs that recover exactly its members.
    pub recovered: Vec<f64>,
    /// For every node, the mean co-membership with the other members of its community; 1 for a singleton.
    pub member_stability: Vec<f64>,
    of: Vec<Vec<u32>>,
}

impl Stability {
    /// Co-membership of two nodes: share of runs in which they share a community.
    #[must_use]
    pub fn pair(&self, a: usize, b: usize) -> f64 {
        self.of.iter().filter(|of| of[a] == of[b]).count() as f64 / self.of.len() as f64
    }
}

/// Stability of `partition` over `runs` runs (at least 1), whose seeds follow that of the options.
#[must_use]
pub fn of(
    network: &Network<'_>,
    partition: &Partition,
    method: DetectionMethod,
    options: &Options,
    runs: usize,
) -> Stability {
    let runs = runs.max(1);
    let found = detection::partitions(network, method, &Options { starts: runs, ..*options });
    let of: Vec<Vec<u32>> = found.into_iter().map(|run| run.of).collect();
    from_runs(partition, of)
}

fn from_runs(partition: &Partition, of: Vec<Vec<u32>>) -> Stability {
    let members = partition.members();
    let runs = of.len();
    let mut member_stability = vec![0.0; partition.of.len()];
    let (mut co_membership, mut recovered) = (vec![0.0; members.len()], vec![0.0; members.len()]);
    for run in &of {
        let mut sizes: BTreeMap<u32, usize> = BTreeMap::new();
        run.iter().for_each(|&label| *sizes.entry(label).or_default() += 1);
        for (community, nodes) in members.iter().enumerate() {
            let mut sizes_within: BTreeMap<u32, usize> = BTreeMap::new();
            nodes.iter().for_each(|&node| *sizes_within.entry(run[node]).or_default() += 1);
            let same = sizes_within.iter().all(|(label, &size)| size == nodes.len() && sizes[label] == size);
            recovered[community] += f64::from(u8::from(same));
            if nodes.len() == 1 {
                co_membership[community] += 1.0;
                member_stability[nodes[0]] += 1.0;
                continue;
            }
            let others = (nodes.len() - 1) as f64;
            let pairs: usize = sizes_within.values().map(|size| size * (size - 1)).sum();
            co_membership[community] += pairs as f64 / (nodes.len() as f64 * others);
            nodes.iter().for_each(|&node| member_stability[node] += (sizes_within[&run[node]] - 1) as f64 / others);
        }
    }
    let mean = |values: Vec<f64>| values.into_iter().map(|value| value / runs as f64).collect();
    Stability {
        runs,
        co_membership: mean(co_membership),
        recovered: mean(recovered),
        member_stability: mean(member_stability),
        of,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn co_membership_is_averaged_over_the_runs() {
        let partition = Partition::new(&[0, 0, 0, 1], 0.0);
        // The second run moves node 2 to the community of node 3.
        let stability = from_runs(&partition, vec![vec![0, 0, 0, 1], vec![0, 0, 1, 1]]);
        assert_eq!(stability.runs, 2);
        assert_eq!((stability.pair(0, 1), stability.pair(0, 2), stability.pair(2, 3)), (1.0, 0.5, 0.5));
        assert!((stability.co_membership[0] - (1.0 + 1.0 / 3.0) / 2.0).abs() < 1e-12);
        assert_eq!((stability.recovered[0], stability.recovered[1]), (0.5, 0.5));
        assert_eq!(stability.member_stability, [0.75, 0.75, 0.5, 1.0]);
    }
}
