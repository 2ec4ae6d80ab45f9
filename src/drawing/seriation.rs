//! Items in a line so that those that belong together stand together.

use crate::random::Random;

/// Seed of the search.
const SEED: u64 = 17;
/// Starts of the search.
const STARTS: usize = 5;
/// Moves tried in each start, for each item.
const MOVES_PER_ITEM: usize = 240;
/// Most moves in all starts together.
const MAX_MOVES: usize = 40_000;
/// Temperature at the beginning, in units of the cost of one place.
const INITIAL_TEMPERATURE: f64 = 3.0;

/// Items that should stand together, and how much one place between the outermost of them costs.
#[derive(Clone, Debug, PartialEq)]
pub struct Hyperedge {
    /// The items, 0-based.
    pub members: Vec<usize>,
    /// Cost of a place.
    pub weight: f64,
}

/// An order of `0..count` that keeps the sum of weight × (last − first place) over the bonds small: simulated
/// annealing that moves or turns a run of one to three items, with a fixed budget of steps. The first start is
/// the order of the numbers, and of equally good orders the first found stays. O(steps · Σ bond sizes).
#[must_use]
pub fn seriate(count: usize, bonds: &[Hyperedge]) -> Vec<usize> {
    let mut random = Random::new(SEED);
    let identity: Vec<usize> = (0..count).collect();
    let mut best = (cost(&identity, bonds), identity.clone());
    if count < 3 || bonds.is_empty() {
        return best.1;
    }
    let steps = (MOVES_PER_ITEM * count).min(MAX_MOVES / STARTS);
    for start in 0..STARTS {
        let mut order = identity.clone();
        if start > 0 {
            random.shuffle(&mut order);
        }
        let found = anneal(order, bonds, steps, &mut random);
        if found.0 + 1e-9 < best.0 {
            best = found;
        }
    }
    best.1
}

/// The same, with items that no chain of bonds joins in groups of their own, the largest first.
#[must_use]
pub fn seriate_components(count: usize, bonds: &[Hyperedge]) -> Vec<usize> {
    let mut group: Vec<usize> = (0..count).collect();
    for bond in bonds {
        let old: Vec<usize> = bond.members.iter().map(|&item| group[item]).collect();
        let low = old.iter().copied().min().unwrap_or(0);
        group.iter_mut().filter(|label| old.contains(label)).for_each(|label| *label = low);
    }
    let members = |label: usize| -> Vec<usize> { (0..count).filter(|&item| group[item] == label).collect() };
    let mut groups: Vec<Vec<usize>> = (0..count).map(members).filter(|part| !part.is_empty()).collect();
    groups.sort_by_key(|part| (std::cmp::Reverse(part.len()), part[0]));
    let mut order = Vec::with_capacity(count);
    for part in groups {
        let inner = |item: &usize| part.iter().position(|one| one == item);
        let own: Vec<Hyperedge> = bonds
            .iter()
            .map(|bond| Hyperedge { members: bond.members.iter().filter_map(inner).collect(), weight: bond.weight })
            .filter(|bond| bond.members.len() > 1)
            .collect();
        order.extend(seriate(part.len(), &own).into_iter().map(|at| part[at]));
    }
    order
}

fn anneal(mut order: Vec<usize>, bonds: &[Hyperedge], steps: usize, random: &mut Random) -> (f64, Vec<usize>) {
    let (mut next, mut place) = (order.clone(), vec![0; order.len()]);
    let mut now = priced(&order, bonds, &mut place);
    let mut best = (now, order.clone());
    for step in 0..steps {
        let heat = INITIAL_TEMPERATURE * (1.0 - step as f64 / steps as f64);
        next.copy_from_slice(&order);
        shift(&mut next, random);
        let then = priced(&next, bonds, &mut place);
        let worse = then - now;
        if worse <= 0.0 || random.unit() < libm::exp(-worse / heat.max(1e-3)) {
            now = then;
            std::mem::swap(&mut order, &mut next);
            if now + 1e-9 < best.0 {
                best = (now, order.clone());
            }
        }
    }
    best
}

/// Moves a run elsewhere, as it is or turned around.
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

fn cost(order: &[usize], bonds: &[Hyperedge]) -> f64 {
    priced(order, bonds, &mut vec![0; order.len()])
}

fn priced(order: &[usize], bonds: &[Hyperedge], place: &mut [usize]) -> f64 {
    for (position, &item) in order.iter().enumerate() {
        place[item] = position;
    }
    let span = |bond: &Hyperedge| {
        let (mut low, mut high) = (usize::MAX, 0);
        for &item in &bond.members {
            (low, high) = (low.min(place[item]), high.max(place[item]));
        }
        bond.weight * high.saturating_sub(low) as f64
    };
    bonds.iter().map(span).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair(a: usize, b: usize) -> Hyperedge {
        Hyperedge { members: vec![a, b], weight: 1.0 }
    }

    #[test]
    fn a_chain_is_laid_out_in_a_line() {
        let chain = [pair(0, 3), pair(3, 1), pair(1, 4), pair(4, 2)];
        let order = seriate(5, &chain);
        assert!((cost(&order, &chain) - 4.0).abs() < 1e-9, "{order:?}");
    }

    #[test]
    fn what_has_no_bond_stays_and_the_same_comes_twice() {
        assert_eq!(seriate(4, &[]), [0, 1, 2, 3]);
        let star: Vec<Hyperedge> = (1..9).map(|leaf| pair(0, leaf)).collect();
        assert_eq!(seriate(9, &star), seriate(9, &star));
        // The hub in the middle: 4 + 3 + 2 + 1 on each side.
        assert!((cost(&seriate(9, &star), &star) - 20.0).abs() < 1e-9);
    }
}
