//! Crossing minimization in three layers: simulated annealing (Kirkpatrick et al. 1983) on runs of one to three
//! neighbours, which are moved within their layer and may be reversed, followed by hill climbing.

use crate::drawing::columns::isotonic::isotonic;
use crate::random::Random;

/// Largest number of starts: the given order, then random ones.
pub const STARTS: usize = 10;

/// Number of starts with the same fewest crossings that ends the search.
pub const AGREEING_STARTS: usize = 3;

/// Annealing steps of each start; a fixed budget, so that the result does not depend on the machine.
pub const STEPS: usize = 9_000;

/// Temperature at the first step, in crossings; it falls linearly to 0.
pub const INITIAL_TEMPERATURE: f64 = 3.0;

/// Steps of the hill climbing.
pub const HILL_CLIMB_STEPS: usize = 6_000;

/// Cost of a point of edge length, in crossings.
pub const LENGTH_COST: f64 = 0.004;

/// Layered graph: blocks in the middle layer, tied to the outer layers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LayeredGraph {
    /// Number of nodes in the left layer.
    pub left: usize,
    /// Number of nodes in the right layer.
    pub right: usize,
    /// Height of an outer node with its gap, in points.
    pub outer_height: f64,
    /// Height in points, left neighbours and right neighbours of each block.
    pub blocks: Vec<(f64, Vec<usize>, Vec<usize>)>,
}

/// Order of the nodes in each layer, from top to bottom.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LayerOrder {
    /// Left layer.
    pub left: Vec<usize>,
    /// Middle layer.
    pub blocks: Vec<usize>,
    /// Right layer.
    pub right: Vec<usize>,
    /// Number of crossing pairs of edges.
    pub crossings: usize,
}

/// Orders the layers with few crossings and short edges. Stops at the first start without crossings, or when
/// [`AGREEING_STARTS`] starts agree. O(starts · steps · (edges + run · shift · degree²)) with at most [`STARTS`] ·
/// [`STEPS`] annealing steps and [`HILL_CLIMB_STEPS`] further ones.
#[must_use]
pub fn minimize_crossings(columns: &LayeredGraph, seed: u64) -> LayerOrder {
    let mut best: Option<(f64, LayerState)> = None;
    // Number of starts that reached the fewest crossings.
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

/// Orders of the layers, the position of each node in its layer, and the neighbours: the blocks of an outer node, and
/// one list a side for a block.
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

    /// Crossings between the edges of two nodes of a layer when `upper` is above `lower`.
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

    /// Length term during annealing: distances of an institution's blocks from their mean, plus inversions of
    /// neighbouring means in the outer layers, in points.
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

    /// Edge length in points with the outer nodes at their drawn heights: the mean of their blocks, separated by
    /// isotonic regression within the height of the middle layer.
    fn drawn_length(&mut self, outer_height: f64) -> f64 {
        // Updates the heights of the blocks.
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

    /// Moves the `run` nodes from position `from` to position `to`, and returns the change in crossings.
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

/// A move: a run of neighbours, its new position and orientation.
#[derive(Clone, Copy)]
struct RunMove {
    column: usize,
    from: usize,
    run: usize,
    to: usize,
    orientation: Orientation,
}

/// A random move; `None` for one without effect.
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

/// Anneals a start and leaves the best state found. Returns its cost.
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

/// Hill climbing: accepts only moves that add no crossing and lower the cost of the drawn edge lengths.
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

/// Layer of the n-th movable node.
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
    fn reversed_ladder_has_no_crossings() {
        // Block i has the neighbour 7 − i on the left only.
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
    fn complete_bipartite_graph_k22_has_one_crossing() {
        // K(2,2) has one crossing in every order.
        let columns = LayeredGraph {
            left: 2,
            right: 0,
            outer_height: 12.0,
            blocks: vec![(10.0, vec![0, 1], vec![]), (10.0, vec![0, 1], vec![])],
        };
        assert_eq!(minimize_crossings(&columns, 1).crossings, 1);
    }

    #[test]
    fn incremental_crossings_equal_a_recount() {
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
