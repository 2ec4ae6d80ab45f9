//! The order of three columns with few crossings: simulated annealing (Kirkpatrick et al. 1983) on runs of
//! one to three neighbours, moved in place or reversed within their column.

use crate::drawing::columns::isotonic::isotonic;
use crate::random::Random;

/// Random starts.
pub const STARTS: usize = 10;

/// Starts that end with the same fewest crossings before the search is over.
pub const AGREEING_STARTS: usize = 3;

/// Steps of each start: a fixed budget, so that the result does not depend on the machine.
pub const STEPS: usize = 9_000;

/// Temperature at the first step, in crossings; it falls in a line to 0.
pub const INITIAL_TEMPERATURE: f64 = 3.0;

/// Steps of the last phase, which takes only what is better.
pub const HILL_CLIMB_STEPS: usize = 6_000;

/// What a point of edge length costs, in crossings.
pub const LENGTH_COST: f64 = 0.004;

/// The middle column's tie to the outer ones.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LayeredGraph {
    /// Number of nodes on the left.
    pub left: usize,
    /// Number of nodes on the right.
    pub right: usize,
    /// Height of an outer node with its gap, in points.
    pub outer_height: f64,
    /// For each item of the middle its height in points, its neighbours on the left and on the right.
    pub blocks: Vec<(f64, Vec<usize>, Vec<usize>)>,
}

/// Nodes of each column from top to bottom.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LayerOrder {
    /// Left.
    pub left: Vec<usize>,
    /// Middle.
    pub blocks: Vec<usize>,
    /// Right.
    pub right: Vec<usize>,
    /// Pairs of edges that cross.
    pub crossings: usize,
}

/// Finds an order. O(starts · steps · (edges + run · shift · degree²)), at most
/// [`STARTS`]·[`STEPS`] steps; stops early when a start ends without a crossing or
/// [`AGREEING_STARTS`] of them agree.
#[must_use]
pub fn minimize_crossings(columns: &LayeredGraph, seed: u64) -> LayerOrder {
    let mut best: Option<(f64, LayerState)> = None;
    // How often the fewest crossings were met.
    let (mut fewest, mut times_met) = (i64::MAX, 0);
    for start in 0..STARTS {
        let mut random = Random::new(seed.wrapping_add(start as u64));
        let mut state = LayerState::new(columns);
        if start > 0 {
            for column in &mut state.orders {
                random.shuffle(column);
            }
            state.reindex();
        }
        let cost = anneal(&mut state, &mut random);
        let crossings = state.crossings();
        times_met = if crossings < fewest { 1 } else { times_met + usize::from(crossings == fewest) };
        fewest = fewest.min(crossings);
        if best.as_ref().is_none_or(|(lowest, _)| cost < *lowest - 1e-9) {
            best = Some((cost, state));
        }
        if fewest == 0 || times_met == AGREEING_STARTS {
            break;
        }
    }
    let mut state = best.map(|(_, state)| state).unwrap_or_else(|| LayerState::new(columns));
    hill_climb(&mut state, columns.outer_height, &mut Random::new(seed));
    let crossings = state.crossings() as usize;
    let [left, blocks, right] = state.orders;
    LayerOrder { left, blocks, right, crossings }
}

const LEFT: usize = 0;
const BLOCKS: usize = 1;
const RIGHT: usize = 2;

/// The three orders, the place of each node in its column, and the neighbours: of an outer node its items,
/// of an item one list a side.
struct LayerState {
    orders: [Vec<usize>; 3],
    positions: [Vec<usize>; 3],
    outer: [Vec<Vec<usize>>; 2],
    blocks: [Vec<Vec<usize>>; 2],
    heights: Vec<f64>,
    middles: Vec<f64>,
}

impl LayerState {
    fn new(columns: &LayeredGraph) -> Self {
        let mut outer = [vec![Vec::new(); columns.left], vec![Vec::new(); columns.right]];
        for (block, (_, left, right)) in columns.blocks.iter().enumerate() {
            for &node in left {
                outer[0][node].push(block);
            }
            for &node in right {
                outer[1][node].push(block);
            }
        }
        let count = columns.blocks.len();
        let mut state = Self {
            orders: [(0..columns.left).collect(), (0..count).collect(), (0..columns.right).collect()],
            positions: [vec![0; columns.left], vec![0; count], vec![0; columns.right]],
            outer,
            blocks: [
                columns.blocks.iter().map(|block| block.1.clone()).collect(),
                columns.blocks.iter().map(|block| block.2.clone()).collect(),
            ],
            heights: columns.blocks.iter().map(|block| block.0).collect(),
            middles: vec![0.0; count],
        };
        state.reindex();
        state
    }

    fn reindex(&mut self) {
        for (order, positions) in self.orders.iter().zip(&mut self.positions) {
            for (position, &node) in order.iter().enumerate() {
                positions[node] = position;
            }
        }
    }

    /// Crossings between the edges of two nodes of a column when `upper` is above `lower`.
    fn pair_crossings(&self, column: usize, upper: usize, lower: usize) -> i64 {
        let count = |a: &[usize], b: &[usize], positions: &[usize]| -> i64 {
            a.iter().map(|x| b.iter().filter(|y| positions[*x] > positions[**y]).count() as i64).sum()
        };
        if column == BLOCKS {
            count(&self.blocks[0][upper], &self.blocks[0][lower], &self.positions[LEFT])
                + count(&self.blocks[1][upper], &self.blocks[1][lower], &self.positions[RIGHT])
        } else {
            let side = &self.outer[column / 2];
            count(&side[upper], &side[lower], &self.positions[BLOCKS])
        }
    }

    fn crossings(&self) -> i64 {
        let order = &self.orders[BLOCKS];
        (0..order.len())
            .map(|a| (a + 1..order.len()).map(|b| self.pair_crossings(BLOCKS, order[a], order[b])).sum::<i64>())
            .sum()
    }

    /// Length: how far the works of an institution lie from their middle, and how far neighbours in an outer
    /// column are from the order of those middles.
    fn length(&mut self) -> f64 {
        let mut y = 0.0;
        for &block in &self.orders[BLOCKS] {
            self.middles[block] = y + self.heights[block] / 2.0;
            y += self.heights[block];
        }
        let mut length = 0.0;
        for (column, outer) in [(LEFT, &self.outer[0]), (RIGHT, &self.outer[1])] {
            let mut above = f64::NEG_INFINITY;
            for &node in &self.orders[column] {
                let blocks = &outer[node];
                let mean = blocks.iter().map(|&block| self.middles[block]).sum::<f64>() / blocks.len().max(1) as f64;
                length += blocks.iter().map(|&block| (self.middles[block] - mean).abs()).sum::<f64>();
                length += (above - mean).max(0.0);
                above = above.max(mean);
            }
        }
        length
    }

    /// Length of the edges with the outer nodes where they will be drawn: at the mean of their items, apart,
    /// within the height of the middle column.
    fn drawn_length(&mut self, outer_height: f64) -> f64 {
        // Brings the middles of the items up to date.
        self.length();
        let total: f64 = self.heights.iter().sum();
        let mut length = 0.0;
        for (column, outer) in [(LEFT, &self.outer[0]), (RIGHT, &self.outer[1])] {
            let order = &self.orders[column];
            let mean = |node: &usize| {
                let blocks = &outer[*node];
                blocks.iter().map(|&block| self.middles[block]).sum::<f64>() / blocks.len().max(1) as f64
            };
            let wanted: Vec<f64> = order.iter().map(mean).collect();
            let weights: Vec<f64> = order.iter().map(|&node| outer[node].len() as f64).collect();
            let gaps = vec![outer_height; order.len().saturating_sub(1)];
            let positions = isotonic(&wanted, &weights, &gaps, outer_height / 2.0, total - outer_height / 2.0);
            for (&node, position) in order.iter().zip(positions) {
                length += outer[node].iter().map(|&block| (self.middles[block] - position).abs()).sum::<f64>();
            }
        }
        length
    }

    /// Moves `run` neighbours that begin at `from` so that they begin at `to`, and gives the change in
    /// crossings. Places are kept up to date.
    fn shift(&mut self, column: usize, from: usize, run: usize, to: usize, orientation: Orientation) -> i64 {
        let order = &self.orders[column];
        let (low, high) = if to < from { (to, from) } else { (from + run, to + run) };
        let mut change = 0;
        for &moved in &order[from..from + run] {
            for &passed in &order[low..high] {
                let difference =
                    self.pair_crossings(column, passed, moved) - self.pair_crossings(column, moved, passed);
                change += if to < from { -difference } else { difference };
            }
        }
        if orientation == Orientation::Reversed {
            for first in from..from + run {
                for second in first + 1..from + run {
                    let (a, b) = (order[first], order[second]);
                    change += self.pair_crossings(column, b, a) - self.pair_crossings(column, a, b);
                }
            }
        }
        let order = &mut self.orders[column];
        if orientation == Orientation::Reversed {
            order[from..from + run].reverse();
        }
        if to < from {
            order[to..from + run].rotate_right(run);
        } else {
            order[from..to + run].rotate_left(run);
        }
        let touched = from.min(to)..from.max(to) + run;
        for position in touched {
            self.positions[column][self.orders[column][position]] = position;
        }
        change
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Orientation {
    Forward,
    Reversed,
}

/// A run of neighbours that goes elsewhere in its column.
#[derive(Clone, Copy)]
struct RunMove {
    column: usize,
    from: usize,
    run: usize,
    to: usize,
    orientation: Orientation,
}

/// A random move, or none where the die shows one that changes nothing.
fn propose(state: &LayerState, movable: &[usize], random: &mut Random) -> Option<RunMove> {
    let nodes: usize = movable.iter().map(|&column| state.orders[column].len()).sum();
    let column = column_of(state, movable, random.below(nodes));
    let count = state.orders[column].len();
    let run = 1 + random.below(3.min(count - 1));
    let (from, to) = (random.below(count - run + 1), random.below(count - run + 1));
    let orientation = if random.below(2) == 0 { Orientation::Forward } else { Orientation::Reversed };
    (from != to || (orientation == Orientation::Reversed && run > 1)).then_some(RunMove {
        column,
        from,
        run,
        to,
        orientation,
    })
}

fn movable(state: &LayerState) -> Vec<usize> {
    (0..3).filter(|&column| state.orders[column].len() > 1).collect()
}

/// Anneals from a start and leaves the best state that was met. Returns its cost.
fn anneal(state: &mut LayerState, random: &mut Random) -> f64 {
    let movable = movable(state);
    let mut crossings = state.crossings();
    let mut cost = crossings as f64 + LENGTH_COST * state.length();
    if movable.is_empty() {
        return cost;
    }
    let (mut best_cost, mut best) = (cost, state.orders.clone());
    for step in 0..STEPS {
        let temperature = INITIAL_TEMPERATURE * (1.0 - step as f64 / STEPS as f64);
        let Some(RunMove { column, from, run, to, orientation }) = propose(state, &movable, random) else { continue };
        let change = state.shift(column, from, run, to, orientation);
        let new_cost = (crossings + change) as f64 + LENGTH_COST * state.length();
        let worse = new_cost - cost;
        if worse <= 0.0 || random.unit() < libm::exp(-worse / temperature) {
            (crossings, cost) = (crossings + change, new_cost);
            if cost < best_cost - 1e-9 {
                best_cost = cost;
                best.clone_from(&state.orders);
            }
        } else {
            state.shift(column, to, run, from, orientation);
        }
    }
    state.orders = best;
    state.reindex();
    best_cost
}

/// Takes only what is better, by the lengths that will be drawn.
fn hill_climb(state: &mut LayerState, outer_height: f64, random: &mut Random) {
    let movable = movable(state);
    if movable.is_empty() {
        return;
    }
    let mut crossings = state.crossings();
    let mut cost = crossings as f64 + LENGTH_COST * state.drawn_length(outer_height);
    for _ in 0..HILL_CLIMB_STEPS {
        let Some(RunMove { column, from, run, to, orientation }) = propose(state, &movable, random) else { continue };
        let change = state.shift(column, from, run, to, orientation);
        let new_cost = if change > 0 {
            f64::INFINITY
        } else {
            (crossings + change) as f64 + LENGTH_COST * state.drawn_length(outer_height)
        };
        if new_cost < cost - 1e-9 {
            (crossings, cost) = (crossings + change, new_cost);
        } else {
            state.shift(column, to, run, from, orientation);
        }
    }
}

/// The column in which the n-th movable node stands.
fn column_of(state: &LayerState, movable: &[usize], mut nth: usize) -> usize {
    for &column in movable {
        if nth < state.orders[column].len() {
            return column;
        }
        nth -= state.orders[column].len();
    }
    movable[0]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ladder_is_untangled() {
        // Item i is tied to left 7 - i alone.
        let columns = LayeredGraph {
            left: 8,
            right: 0,
            outer_height: 12.0,
            blocks: (0..8).map(|i| (10.0, vec![7 - i], vec![])).collect(),
        };
        let solution = minimize_crossings(&columns, 1);
        assert_eq!(solution.crossings, 0);
        let partner: Vec<usize> = solution.blocks.iter().map(|block| 7 - block).collect();
        assert_eq!(partner, solution.left);
    }

    #[test]
    fn what_must_cross_crosses_once() {
        // K(2,2): one crossing, whatever the order.
        let columns = LayeredGraph {
            left: 2,
            right: 0,
            outer_height: 12.0,
            blocks: vec![(10.0, vec![0, 1], vec![]), (10.0, vec![0, 1], vec![])],
        };
        assert_eq!(minimize_crossings(&columns, 1).crossings, 1);
    }

    #[test]
    fn changes_add_up() {
        let blocks = (0..9).map(|i| (10.0, vec![i % 4, (i * 3 + 1) % 4], vec![(i * 5) % 3])).collect();
        let mut state = LayerState::new(&LayeredGraph { left: 4, right: 3, outer_height: 12.0, blocks });
        let mut random = Random::new(5);
        let mut crossings = state.crossings();
        for _ in 0..500 {
            let column = random.below(3);
            let count = state.orders[column].len();
            let run = 1 + random.below(3.min(count - 1));
            let (from, to) = (random.below(count - run + 1), random.below(count - run + 1));
            let orientation = if random.below(2) == 0 { Orientation::Forward } else { Orientation::Reversed };
            crossings += state.shift(column, from, run, to, orientation);
            assert_eq!(crossings, state.crossings());
        }
    }
}
