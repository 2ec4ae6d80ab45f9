//! `Partition`: the result of community detection.

/// A partition of the nodes into communities. Communities are numbered from 0 by size, the largest first, equal ones by
/// their smallest node; every number below [`len`](Self::len) is used.
#[derive(Clone, Debug, PartialEq)]
pub struct Partition {
    /// Community number of each node.
    pub of: Vec<u32>,
    communities: usize,
    quality: f64,
}

impl Partition {
    /// A partition from arbitrary labels, which are renumbered. `quality` is the value of the function that was
    /// maximised. O(n log n).
    #[must_use]
    pub fn new(labels: &[u32], quality: f64) -> Self {
        let mut order: Vec<u32> = (0..labels.len() as u32).collect();
        order.sort_by_key(|&node| (labels[node as usize], node));
        let mut runs: Vec<&[u32]> = order.chunk_by(|&a, &b| labels[a as usize] == labels[b as usize]).collect();
        runs.sort_by_key(|run| (std::cmp::Reverse(run.len()), run[0]));
        let mut of = vec![0; labels.len()];
        for (number, run) in runs.iter().enumerate() {
            run.iter().for_each(|&node| of[node as usize] = number as u32);
        }
        Self { of, communities: runs.len(), quality }
    }

    /// Number of communities.
    #[must_use]
    pub fn len(&self) -> usize {
        self.communities
    }

    /// Whether there are no nodes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.communities == 0
    }

    /// Nodes of each community, ascending.
    #[must_use]
    pub fn members(&self) -> Vec<Vec<usize>> {
        let mut members = vec![Vec::new(); self.communities];
        for (node, &community) in self.of.iter().enumerate() {
            members[community as usize].push(node);
        }
        members
    }

    /// Value of the quality function that was maximised.
    #[must_use]
    pub fn quality(&self) -> f64 {
        self.quality
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn communities_are_numbered_by_size_then_smallest_node() {
        let partition = Partition::new(&[7, 3, 3, 9, 7, 3, 1], 0.5);
        assert_eq!(partition.of, [1, 0, 0, 2, 1, 0, 3]);
        assert_eq!(partition.members(), [vec![1, 2, 5], vec![0, 4], vec![3], vec![6]]);
        assert_eq!((partition.len(), partition.quality()), (4, 0.5));
        assert!(Partition::new(&[], 0.0).is_empty());
    }
}
