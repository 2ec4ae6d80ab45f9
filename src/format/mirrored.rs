//! Lists in which every pair stands in both directions, as sparse matrices, adjacency lists and undirected networks of many
//! programs are written: each pair is one tie.

use crate::corpus::hashing::FastMap;

/// Which ties remain where every pair stands once in each direction, with one weight: the first of each pair, and ties of a
/// vertex with itself. `None` where some pair does not, or there are fewer than `least` pairs. O(ties).
pub(crate) fn first_of_pairs(ties: &[(u32, u32, f64)], least: usize) -> Option<Vec<bool>> {
    let mut open: FastMap<(u32, u32), Option<f64>> = FastMap::default();
    let mut keep = Vec::with_capacity(ties.len());
    for &(a, b, weight) in ties {
        if a == b {
            keep.push(true);
            continue;
        }
        match open.get_mut(&(b, a)) {
            Some(there) if *there == Some(weight) => {
                *there = None;
                keep.push(false);
            }
            Some(_) => return None,
            None => {
                if open.insert((a, b), Some(weight)).is_some() {
                    return None;
                }
                keep.push(true);
            }
        }
    }
    let are_closed = open.len() >= least.max(1) && open.values().all(Option::is_none);
    are_closed.then_some(keep)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pair_is_one_tie_only_where_all_pairs_stand_in_both_directions() {
        let all = [(0, 1, 2.0), (1, 0, 2.0), (2, 2, 1.0), (1, 2, 1.0), (2, 1, 1.0)];
        assert_eq!(first_of_pairs(&all, 2), Some(vec![true, false, true, true, false]));
        assert_eq!(first_of_pairs(&[(0, 1, 2.0), (1, 0, 3.0)], 1), None);
        assert_eq!(first_of_pairs(&[(0, 1, 2.0), (1, 0, 2.0), (1, 2, 1.0)], 1), None);
        assert_eq!(first_of_pairs(&[(0, 1, 1.0), (0, 1, 1.0), (1, 0, 1.0)], 1), None);
        assert_eq!(first_of_pairs(&[(0, 1, 1.0), (1, 0, 1.0), (1, 0, 1.0)], 1), None);
        assert_eq!(first_of_pairs(&[(0, 0, 1.0)], 1), None);
        assert_eq!(first_of_pairs(&[], 0), None);
        let pair = [(0, 1, 2.0), (1, 0, 2.0)];
        assert_eq!((first_of_pairs(&pair, 2), first_of_pairs(&pair, 1)), (None, Some(vec![true, false])));
    }
}
