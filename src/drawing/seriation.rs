//! Seriation: a linear arrangement in which the members of each hyperedge are close together.

use crate::random::Random;

/// Seed of the annealing.
const SEED: u64 = 17;
/// Number of starts.
const STARTS: usize = 5;
/// Moves of each start, per element.
const MOVES_PER_ELEMENT: usize = 240;
/// Largest number of moves of all starts together.
const MAX_MOVES: usize = 40_000;
/// Temperature at the first move, in units of cost; it falls linearly to 0.
const INITIAL_TEMPERATURE: f64 = 3.0;

/// Weighted hyperedge of elements that should be close together.
#[derive(Clone, Debug, PartialEq)]
pub struct Hyperedge {
    /// Indices of the elements, from 0.
    pub members: Vec<usize>,
    /// Cost of each position between its first and last member.
    pub weight: f64,
}

/// Linear arrangement of `0..count` with a small sum of weight × (last − first position) over the hyperedges:
/// simulated annealing with moves of runs of one to three elements, possibly reversed, and a fixed budget. The first
/// start is the order of the indices; at equal cost the earlier arrangement stays. O(moves · Σ hyperedge sizes).
#[must_use]
pub fn seriate(count: usize, hyperedges: &[Hyperedge]) -> Vec<usize> {
    let mut random = Random::new(SEED);
    let identity: Vec<usize> = (0..count).collect();
    let mut best = (cost(&identity, hyperedges), identity.clone());
    if count < 3 || hyperedges.is_empty() {
        return best.1;
    }
    let steps = (MOVES_PER_ELEMENT * count).min(MAX_MOVES / STARTS);
    for start in 0..STARTS {
        let mut order = identity.clone();
        if start > 0 {
            random.shuffle(&mut order);
        }
        let candidate = anneal(order, hyperedges, steps, &mut random);
        if candidate.0 + 1e-9 < best.0 {
            best = candidate;
        }
    }
    best.1
}

/// [`seriate`] for each connected component, the largest first.
#[must_use]
pub fn seriate_components(count: usize, hyperedges: &[Hyperedge]) -> Vec<usize> {
    let mut component_of: Vec<usize> = (0..count).collect();
    for hyperedge in hyperedges {
        let old: Vec<usize> = hyperedge.members.iter().map(|&element| component_of[element]).collect();
        let low = old.iter().copied().min().unwrap_or(0);
        component_of.iter_mut().filter(|label| old.contains(label)).for_each(|label| *label = low);
    }
    let members =
        |label: usize| -> Vec<usize> { (0..count).filter(|&element| component_of[element] == label).collect() };
    let mut groups: Vec<Vec<usize>> = (0..count).map(members).filter(|component| !component.is_empty()).collect();
    groups.sort_by_key(|component| (std::cmp::Reverse(component.len()), component[0]));
    let mut order = Vec::with_capacity(count);
    for component in groups {
        let index_in = |element: &usize| component.iter().position(|one| one == element);
        let own: Vec<Hyperedge> = hyperedges
            .iter()
            .map(|hyperedge| Hyperedge {
                members: hyperedge.members.iter().filter_map(index_in).collect(),
                weight: hyperedge.weight,
            })
            .filter(|hyperedge| hyperedge.members.len() > 1)
            .collect();
        order.extend(seriate(component.len(), &own).into_iter().map(|at| component[at]));
    }
    order
}

fn anneal(mut order: Vec<usize>, hyperedges: &[Hyperedge], steps: usize, random: &mut Random) -> (f64, Vec<usize>) {
    let (mut next, mut positions) = (order.clone(), vec![0; order.len()]);
    let mut current = cost_with_positions(&order, hyperedges, &mut positions);
    let mut best = (current, order.clone());
    for step in 0..steps {
        let temperature = INITIAL_TEMPERATURE * (1.0 - step as f64 / steps as f64);
        next.copy_from_slice(&order);
        shift(&mut next, random);
        let next_cost = cost_with_positions(&next, hyperedges, &mut positions);
        let worse = next_cost - current;
        if worse <= 0.0 || random.unit() < libm::exp(-worse / temperature.max(1e-3)) {
            current = next_cost;
            std::mem::swap(&mut order, &mut next);
            if current + 1e-9 < best.0 {
                best = (current, order.clone());
            }
        }
    }
    best
}

/// Moves a random run, possibly reversed, to a random position.
fn shift(order: &mut [usize], random: &mut Random) {
    let run = 1 + random.below(3.min(order.len() - 1));
    let from = random.below(order.len() - run + 1);
    if random.below(2) == 1 {
        order[from..from + run].reverse();
    }
    let to = random.below(order.len() - run + 1);
    if to < from {
        order[to..from + run].rotate_right(run);
    } else {
        order[from..to + run].rotate_left(run);
    }
}

fn cost(order: &[usize], hyperedges: &[Hyperedge]) -> f64 {
    cost_with_positions(order, hyperedges, &mut vec![0; order.len()])
}

fn cost_with_positions(order: &[usize], hyperedges: &[Hyperedge], positions: &mut [usize]) -> f64 {
    for (position, &element) in order.iter().enumerate() {
        positions[element] = position;
    }
    let span = |hyperedge: &Hyperedge| {
        let (mut low, mut high) = (usize::MAX, 0);
        for &element in &hyperedge.members {
            (low, high) = (low.min(positions[element]), high.max(positions[element]));
        }
        hyperedge.weight * high.saturating_sub(low) as f64
    };
    hyperedges.iter().map(span).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair(a: usize, b: usize) -> Hyperedge {
        Hyperedge { members: vec![a, b], weight: 1.0 }
    }

    #[test]
    fn chain_has_minimum_cost() {
        let chain = [pair(0, 3), pair(3, 1), pair(1, 4), pair(4, 2)];
        let order = seriate(5, &chain);
        assert!((cost(&order, &chain) - 4.0).abs() < 1e-9, "{order:?}");
    }

    #[test]
    fn order_stays_without_hyperedges_and_results_repeat() {
        assert_eq!(seriate(4, &[]), [0, 1, 2, 3]);
        let star: Vec<Hyperedge> = (1..9).map(|leaf| pair(0, leaf)).collect();
        assert_eq!(seriate(9, &star), seriate(9, &star));
        // The centre of the star is in the middle: 4 + 3 + 2 + 1 on each side.
        assert!((cost(&seriate(9, &star), &star) - 20.0).abs() < 1e-9);
    }
}
