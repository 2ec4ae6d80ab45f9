//! The order of three columns with few crossings: simulated annealing (Kirkpatrick et al. 1983) on runs of
//! one to three neighbours, moved in place or reversed within their column.

use crate::drawing::columns::isotonic::isotonic;
use crate::random::Random;

/// Random starts.
pub const STARTS: usize = 10;

/// Starts that end with the same fewest crossings before the search is over.
pub const ENOUGH: usize = 3;

/// Steps of each start: a fixed budget, so that the result does not depend on the machine.
pub const STEPS: usize = 9_000;

/// Temperature at the first step, in crossings; it falls in a line to 0.
pub const HOTTEST: f64 = 3.0;

/// Steps of the last phase, which takes only what is better.
pub const SETTLING: usize = 6_000;

/// What a point of edge length costs, in crossings.
pub const LENGTH_COST: f64 = 0.004;

/// The middle column's tie to the outer ones.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Columns {
    /// Number of nodes on the left.
    pub left: usize,
    /// Number of nodes on the right.
    pub right: usize,
    /// Height of an outer node with its gap, in points.
    pub outer_height: f64,
    /// For each item of the middle its height in points, its neighbours on the left and on the right.
    pub items: Vec<(f64, Vec<usize>, Vec<usize>)>,
}

/// Nodes of each column from top to bottom.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Order {
    /// Left.
    pub left: Vec<usize>,
    /// Middle.
    pub items: Vec<usize>,
    /// Right.
    pub right: Vec<usize>,
    /// Pairs of edges that cross.
    pub crossings: usize,
}

/// Finds an order. O(starts · steps · (edges + run · shift · degree²)), at most
/// [`STARTS`]·[`STEPS`] steps; stops early when a start ends without a crossing or
/// [`ENOUGH`] of them agree.
#[must_use]
pub fn order(columns: &Columns, seed: u64) -> Order {
    let mut best: Option<(f64, State)> = None;
    // How often the fewest crossings were met.
    let (mut fewest, mut met) = (i64::MAX, 0);
    for start in 0..STARTS {
        let mut random = Random::new(seed.wrapping_add(start as u64));
        let mut state = State::new(columns);
        if start > 0 {
            for column in &mut state.orders {
                random.shuffle(column);
            }
            state.index();
        }
        let cost = anneal(&mut state, &mut random);
        let crossings = state.crossings();
        met = if crossings < fewest { 1 } else { met + usize::from(crossings == fewest) };
        fewest = fewest.min(crossings);
        if best.as_ref().is_none_or(|(least, _)| cost < *least - 1e-9) {
            best = Some((cost, state));
        }
        if fewest == 0 || met == ENOUGH {
            break;
        }
    }
    let mut state = best.map(|(_, state)| state).unwrap_or_else(|| State::new(columns));
    settle(&mut state, columns.outer_height, &mut Random::new(seed));
    let crossings = state.crossings() as usize;
    let [left, items, right] = state.orders;
    Order { left, items, right, crossings }
}

const LEFT: usize = 0;
const ITEMS: usize = 1;
const RIGHT: usize = 2;

/// The three orders, the place of each node in its column, and the neighbours: of an outer node its items,
/// of an item one list a side.
struct State {
    orders: [Vec<usize>; 3],
    places: [Vec<usize>; 3],
    outer: [Vec<Vec<usize>>; 2],
    items: [Vec<Vec<usize>>; 2],
    heights: Vec<f64>,
    middles: Vec<f64>,
}

impl State {
    fn new(columns: &Columns) -> Self {
        let mut outer = [vec![Vec::new(); columns.left], vec![Vec::new(); columns.right]];
        for (item, (_, left, right)) in columns.items.iter().enumerate() {
            for &node in left {
                outer[0][node].push(item);
            }
            for &node in right {
                outer[1][node].push(item);
            }
        }
        let count = columns.items.len();
        let mut state = Self {
            orders: [(0..columns.left).collect(), (0..count).collect(), (0..columns.right).collect()],
            places: [vec![0; columns.left], vec![0; count], vec![0; columns.right]],
            outer,
            items: [
                columns.items.iter().map(|item| item.1.clone()).collect(),
                columns.items.iter().map(|item| item.2.clone()).collect(),
            ],
            heights: columns.items.iter().map(|item| item.0).collect(),
            middles: vec![0.0; count],
        };
        state.index();
        state
    }

    fn index(&mut self) {
        for (order, places) in self.orders.iter().zip(&mut self.places) {
            for (place, &node) in order.iter().enumerate() {
                places[node] = place;
            }
        }
    }

    /// Crossings between the edges of two nodes of a column when `upper` is above `lower`.
    fn pair(&self, column: usize, upper: usize, lower: usize) -> i64 {
        let count = |a: &[usize], b: &[usize], places: &[usize]| -> i64 {
            a.iter().map(|x| b.iter().filter(|y| places[*x] > places[**y]).count() as i64).sum()
        };
        if column == ITEMS {
            count(&self.items[0][upper], &self.items[0][lower], &self.places[LEFT])
                + count(&self.items[1][upper], &self.items[1][lower], &self.places[RIGHT])
        } else {
            let side = &self.outer[column / 2];
            count(&side[upper], &side[lower], &self.places[ITEMS])
        }
    }

    fn crossings(&self) -> i64 {
        let order = &self.orders[ITEMS];
        (0..order.len()).map(|a| (a + 1..order.len()).map(|b| self.pair(ITEMS, order[a], order[b])).sum::<i64>()).sum()
    }

    /// Length: how far the works of an institution lie from their middle, and how far neighbours in an outer
    /// column are from the order of those middles.
    fn length(&mut self) -> f64 {
        let mut y = 0.0;
        for &item in &self.orders[ITEMS] {
            self.middles[item] = y + self.heights[item] / 2.0;
            y += self.heights[item];
        }
        let mut length = 0.0;
        for (column, outer) in [(LEFT, &self.outer[0]), (RIGHT, &self.outer[1])] {
            let mut above = f64::NEG_INFINITY;
            for &node in &self.orders[column] {
                let items = &outer[node];
                let mean = items.iter().map(|&item| self.middles[item]).sum::<f64>() / items.len().max(1) as f64;
                length += items.iter().map(|&item| (self.middles[item] - mean).abs()).sum::<f64>();
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
                let items = &outer[*node];
                items.iter().map(|&item| self.middles[item]).sum::<f64>() / items.len().max(1) as f64
            };
            let wanted: Vec<f64> = order.iter().map(mean).collect();
            let weights: Vec<f64> = order.iter().map(|&node| outer[node].len() as f64).collect();
            let gaps = vec![outer_height; order.len().saturating_sub(1)];
            let places = isotonic(&wanted, &weights, &gaps, outer_height / 2.0, total - outer_height / 2.0);
            for (&node, place) in order.iter().zip(places) {
                length += outer[node].iter().map(|&item| (self.middles[item] - place).abs()).sum::<f64>();
            }
        }
        length
    }

    /// Moves `run` neighbours that begin at `from` so that they begin at `to`, and gives the change in
    /// crossings. Places are kept up to date.
    fn shift(&mut self, column: usize, from: usize, run: usize, to: usize, turn: Turn) -> i64 {
        let order = &self.orders[column];
        let (low, high) = if to < from { (to, from) } else { (from + run, to + run) };
        let mut change = 0;
        for &moved in &order[from..from + run] {
            for &passed in &order[low..high] {
                let difference = self.pair(column, passed, moved) - self.pair(column, moved, passed);
                change += if to < from { -difference } else { difference };
            }
        }
        if turn == Turn::Over {
            for first in from..from + run {
                for second in first + 1..from + run {
                    let (a, b) = (order[first], order[second]);
                    change += self.pair(column, b, a) - self.pair(column, a, b);
                }
            }
        }
        let order = &mut self.orders[column];
        if turn == Turn::Over {
            order[from..from + run].reverse();
        }
        if to < from {
            order[to..from + run].rotate_right(run);
        } else {
            order[from..to + run].rotate_left(run);
        }
        let touched = from.min(to)..from.max(to) + run;
        for place in touched {
            self.places[column][self.orders[column][place]] = place;
        }
        change
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Turn {
    Kept,
    Over,
}

/// A run of neighbours that goes elsewhere in its column.
#[derive(Clone, Copy)]
struct Move {
    column: usize,
    from: usize,
    run: usize,
    to: usize,
    turn: Turn,
}

/// A random move, or none where the die shows one that changes nothing.
fn propose(state: &State, movable: &[usize], random: &mut Random) -> Option<Move> {
    let nodes: usize = movable.iter().map(|&column| state.orders[column].len()).sum();
    let column = pick_column(state, movable, random.below(nodes));
    let count = state.orders[column].len();
    let run = 1 + random.below(3.min(count - 1));
    let (from, to) = (random.below(count - run + 1), random.below(count - run + 1));
    let turn = if random.below(2) == 0 { Turn::Kept } else { Turn::Over };
    (from != to || (turn == Turn::Over && run > 1)).then_some(Move { column, from, run, to, turn })
}

fn movable(state: &State) -> Vec<usize> {
    (0..3).filter(|&column| state.orders[column].len() > 1).collect()
}

/// Anneals from a start and leaves the best state that was met. Returns its cost.
fn anneal(state: &mut State, random: &mut Random) -> f64 {
    let movable = movable(state);
    let mut crossings = state.crossings();
    let mut cost = crossings as f64 + LENGTH_COST * state.length();
    if movable.is_empty() {
        return cost;
    }
    let (mut best_cost, mut best) = (cost, state.orders.clone());
    for step in 0..STEPS {
        let temperature = HOTTEST * (1.0 - step as f64 / STEPS as f64);
        let Some(Move { column, from, run, to, turn }) = propose(state, &movable, random) else { continue };
        let change = state.shift(column, from, run, to, turn);
        let new_cost = (crossings + change) as f64 + LENGTH_COST * state.length();
        let worse = new_cost - cost;
        if worse <= 0.0 || random.unit() < libm::exp(-worse / temperature) {
            (crossings, cost) = (crossings + change, new_cost);
            if cost < best_cost - 1e-9 {
                best_cost = cost;
                best.clone_from(&state.orders);
            }
        } else {
            state.shift(column, to, run, from, turn);
        }
    }
    state.orders = best;
    state.index();
    best_cost
}

/// Takes only what is better, by the lengths that will be drawn.
fn settle(state: &mut State, outer_height: f64, random: &mut Random) {
    let movable = movable(state);
    if movable.is_empty() {
        return;
    }
    let mut crossings = state.crossings();
    let mut cost = crossings as f64 + LENGTH_COST * state.drawn_length(outer_height);
    for _ in 0..SETTLING {
        let Some(Move { column, from, run, to, turn }) = propose(state, &movable, random) else { continue };
        let change = state.shift(column, from, run, to, turn);
        let new_cost = if change > 0 {
            f64::INFINITY
        } else {
            (crossings + change) as f64 + LENGTH_COST * state.drawn_length(outer_height)
        };
        if new_cost < cost - 1e-9 {
            (crossings, cost) = (crossings + change, new_cost);
        } else {
            state.shift(column, to, run, from, turn);
        }
    }
}

/// The column in which the n-th movable node stands.
fn pick_column(state: &State, movable: &[usize], mut nth: usize) -> usize {
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
        let columns = Columns {
            left: 8,
            right: 0,
            outer_height: 12.0,
            items: (0..8).map(|i| (10.0, vec![7 - i], vec![])).collect(),
        };
        let found = order(&columns, 1);
        assert_eq!(found.crossings, 0);
        let partner: Vec<usize> = found.items.iter().map(|item| 7 - item).collect();
        assert_eq!(partner, found.left);
    }

    #[test]
    fn what_must_cross_crosses_once() {
        // K(2,2): one crossing, whatever the order.
        let columns = Columns {
            left: 2,
            right: 0,
            outer_height: 12.0,
            items: vec![(10.0, vec![0, 1], vec![]), (10.0, vec![0, 1], vec![])],
        };
        assert_eq!(order(&columns, 1).crossings, 1);
    }

    #[test]
    fn changes_add_up() {
        let items = (0..9).map(|i| (10.0, vec![i % 4, (i * 3 + 1) % 4], vec![(i * 5) % 3])).collect();
        let mut state = State::new(&Columns { left: 4, right: 3, outer_height: 12.0, items });
        let mut random = Random::new(5);
        let mut crossings = state.crossings();
        for _ in 0..500 {
            let column = random.below(3);
            let count = state.orders[column].len();
            let run = 1 + random.below(3.min(count - 1));
            let (from, to) = (random.below(count - run + 1), random.below(count - run + 1));
            let turn = if random.below(2) == 0 { Turn::Kept } else { Turn::Over };
            crossings += state.shift(column, from, run, to, turn);
            assert_eq!(crossings, state.crossings());
        }
    }
}
