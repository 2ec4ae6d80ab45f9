//! The clusters of a large map, ordered by size.

use crate::drawing::map::group::Group;

/// Resolution of the modularity.
pub(crate) const RESOLUTION: f64 = 0.8;

/// Members of each cluster, the largest first, ties by the smallest member.
pub(crate) fn find(group: &Group) -> Vec<Vec<usize>> {
    ordered(&local_moving(group), group.nodes.len())
}

fn ordered(labels: &[usize], len: usize) -> Vec<Vec<usize>> {
    let most = labels.iter().max().map_or(0, |label| label + 1);
    let mut clusters = vec![Vec::new(); most];
    for node in 0..len {
        clusters[labels[node]].push(node);
    }
    clusters.retain(|members: &Vec<usize>| !members.is_empty());
    clusters.sort_by_key(|members| (std::cmp::Reverse(members.len()), members[0]));
    clusters
}

fn local_moving(group: &Group) -> Vec<usize> {
    let len = group.nodes.len();
    let mut labels: Vec<usize> = (0..len).collect();
    let mut ties: Vec<(usize, usize, f64)> = group.ties.iter().map(|tie| (tie.a, tie.b, tie.weight)).collect();
    let total: f64 = ties.iter().map(|tie| tie.2).sum::<f64>().max(1e-9);
    let mut count = len;
    loop {
        let mut of: Vec<usize> = (0..count).collect();
        let mut strength = vec![0.0; count];
        let mut rows: Vec<Vec<(usize, f64)>> = vec![Vec::new(); count];
        for &(a, b, w) in &ties {
            strength[a] += w;
            strength[b] += w;
            if a != b {
                rows[a].push((b, w));
                rows[b].push((a, w));
            }
        }
        let mut mass = strength.clone();
        let mut moved_any = false;
        for _ in 0..20 {
            let mut moved = false;
            for node in 0..count {
                let own = of[node];
                mass[own] -= strength[node];
                let mut gains: std::collections::BTreeMap<usize, f64> = std::collections::BTreeMap::new();
                gains.insert(own, 0.0);
                for &(next, w) in &rows[node] {
                    *gains.entry(of[next]).or_default() += w;
                }
                let worth = |label: usize, w: f64| w - RESOLUTION * strength[node] * mass[label] / (2.0 * total);
                let mut best = (own, worth(own, gains[&own]));
                for (&label, &w) in &gains {
                    if worth(label, w) > best.1 + 1e-12 {
                        best = (label, worth(label, w));
                    }
                }
                of[node] = best.0;
                mass[best.0] += strength[node];
                moved |= best.0 != own;
            }
            moved_any |= moved;
            if !moved {
                break;
            }
        }
        if !moved_any {
            return labels;
        }
        let mut names: Vec<usize> = of.clone();
        names.sort_unstable();
        names.dedup();
        for label in &mut of {
            *label = names.binary_search(label).unwrap_or(0);
        }
        for label in &mut labels {
            *label = of[*label];
        }
        for tie in &mut ties {
            *tie = (of[tie.0], of[tie.1], tie.2);
        }
        count = names.len();
    }
}
