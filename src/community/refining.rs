//! Refinement: inside each community, nodes start alone again and join well-connected neighbours at random.

use crate::community::graph::{Graph, rows_of};
use crate::community::moving::Space;
use crate::random::Random;

/// Splits every community of `labels` into connected parts and returns the part of each node. A node that is
/// still alone joins a part with probability ∝ exp(gain/θ), never at a loss, and only over a tie.
pub(crate) fn run(
    graph: &Graph,
    labels: &[u32],
    communities: usize,
    randomness: f64,
    random: &mut Random,
    space: &mut Space,
) -> Vec<u32> {
    let nodes = graph.nodes();
    let mut parts = Parts {
        of: (0..nodes as u32).collect(),
        mass: graph.mass.clone(),
        outward: (0..nodes)
            .map(|node| graph.row(node).filter(|&(target, _)| labels[target] == labels[node]).map(|row| row.1).sum())
            .collect(),
        alone: vec![true; nodes],
        chances: Vec::new(),
    };
    let members = rows_of(labels, communities);
    space.sums.clear();
    space.sums.resize(nodes, 0.0);
    let mut order: Vec<u32> = Vec::new();
    for community in 0..communities {
        order.clear();
        order.extend_from_slice(members.row(community));
        if order.len() < 2 {
            continue;
        }
        let mass: f64 = order.iter().map(|&node| graph.mass[node as usize]).sum();
        random.shuffle(&mut order);
        for &node in &order {
            let node = node as usize;
            if parts.alone[node] && parts.well_connected(graph, node, mass) {
                parts.join(graph, labels, node, mass, randomness, random, space);
            }
        }
    }
    parts.of
}

struct Parts {
    of: Vec<u32>,
    mass: Vec<f64>,
    /// Weight of the ties from a part to the rest of its community.
    outward: Vec<f64>,
    alone: Vec<bool>,
    chances: Vec<(u32, f64)>,
}

impl Parts {
    fn well_connected(&self, graph: &Graph, part: usize, mass: f64) -> bool {
        self.outward[part] >= graph.resolution * self.mass[part] * (mass - self.mass[part])
    }

    #[allow(clippy::too_many_arguments)]
    fn join(
        &mut self,
        graph: &Graph,
        labels: &[u32],
        node: usize,
        mass: f64,
        randomness: f64,
        random: &mut Random,
        space: &mut Space,
    ) {
        for (target, weight) in graph.row(node) {
            if labels[target] == labels[node] {
                let part = self.of[target];
                if space.sums[part as usize] == 0.0 {
                    space.met.push(part);
                }
                space.sums[part as usize] += weight;
            }
        }
        self.chances.clear();
        let mut best = 0.0f64;
        for &part in &space.met {
            let gain = space.sums[part as usize] - graph.resolution * graph.mass[node] * self.mass[part as usize];
            if gain >= 0.0 && self.well_connected(graph, part as usize, mass) {
                self.chances.push((part, gain));
                best = best.max(gain);
            }
        }
        if let Some(part) = self.draw(best, randomness, random) {
            let inward = space.sums[part as usize];
            self.of[node] = part;
            self.mass[part as usize] += graph.mass[node];
            self.outward[part as usize] += self.outward[node] - 2.0 * inward;
            self.alone[node] = false;
            self.alone[part as usize] = false;
        }
        for part in space.met.drain(..) {
            space.sums[part as usize] = 0.0;
        }
    }

    /// Staying alone has gain 0 and takes part in the draw.
    fn draw(&self, best: f64, randomness: f64, random: &mut Random) -> Option<u32> {
        if self.chances.is_empty() {
            return None;
        }
        let chance = |gain: f64| libm::exp((gain - best) / randomness);
        let all = chance(0.0) + self.chances.iter().map(|&(_, gain)| chance(gain)).sum::<f64>();
        let mut left = random.unit() * all;
        for &(part, gain) in &self.chances {
            left -= chance(gain);
            if left < 0.0 {
                return Some(part);
            }
        }
        None
    }
}
