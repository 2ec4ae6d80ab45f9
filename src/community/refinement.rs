//! Refinement phase of Leiden: inside each community, nodes start as singletons and merge into well-connected subsets
//! at random.

use crate::community::aggregate_graph::{AggregateGraph, members_by_label};
use crate::community::local_moving::Workspace;
use crate::random::Random;

/// Splits every community of `labels` into connected subsets and returns the subset of each node. A node that is still
/// a singleton merges into a subset with probability ∝ exp(gain/θ), never at a loss, and only over a tie.
pub(crate) fn run(
    graph: &AggregateGraph,
    labels: &[u32],
    communities: usize,
    randomness: f64,
    random: &mut Random,
    workspace: &mut Workspace,
) -> Vec<u32> {
    let nodes = graph.nodes();
    let mut refinement = Refinement {
        of: (0..nodes as u32).collect(),
        mass: graph.mass.clone(),
        external: (0..nodes)
            .map(|node| graph.row(node).filter(|&(target, _)| labels[target] == labels[node]).map(|row| row.1).sum())
            .collect(),
        is_singleton: vec![true; nodes],
        candidates: Vec::new(),
    };
    let members = members_by_label(labels, communities);
    workspace.sums.clear();
    workspace.sums.resize(nodes, 0.0);
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
            if refinement.is_singleton[node] && refinement.well_connected(graph, node, mass) {
                refinement.merge(graph, labels, node, mass, randomness, random, workspace);
            }
        }
    }
    refinement.of
}

struct Refinement {
    of: Vec<u32>,
    mass: Vec<f64>,
    /// Weight of the ties from a subset to the rest of its community.
    external: Vec<f64>,
    is_singleton: Vec<bool>,
    candidates: Vec<(u32, f64)>,
}

impl Refinement {
    fn well_connected(&self, graph: &AggregateGraph, subset: usize, mass: f64) -> bool {
        self.external[subset] >= graph.resolution * self.mass[subset] * (mass - self.mass[subset])
    }

    #[allow(clippy::too_many_arguments)]
    fn merge(
        &mut self,
        graph: &AggregateGraph,
        labels: &[u32],
        node: usize,
        mass: f64,
        randomness: f64,
        random: &mut Random,
        workspace: &mut Workspace,
    ) {
        for (target, weight) in graph.row(node) {
            if labels[target] == labels[node] {
                let subset = self.of[target];
                if workspace.sums[subset as usize] == 0.0 {
                    workspace.touched.push(subset);
                }
                workspace.sums[subset as usize] += weight;
            }
        }
        self.candidates.clear();
        let mut best = 0.0f64;
        for &subset in &workspace.touched {
            let gain =
                workspace.sums[subset as usize] - graph.resolution * graph.mass[node] * self.mass[subset as usize];
            if gain >= 0.0 && self.well_connected(graph, subset as usize, mass) {
                self.candidates.push((subset, gain));
                best = best.max(gain);
            }
        }
        if let Some(subset) = self.draw(best, randomness, random) {
            let internal = workspace.sums[subset as usize];
            self.of[node] = subset;
            self.mass[subset as usize] += graph.mass[node];
            self.external[subset as usize] += self.external[node] - 2.0 * internal;
            self.is_singleton[node] = false;
            self.is_singleton[subset as usize] = false;
        }
        for subset in workspace.touched.drain(..) {
            workspace.sums[subset as usize] = 0.0;
        }
    }

    /// Random choice among the candidates; staying a singleton has gain 0 and takes part in the draw.
    fn draw(&self, best: f64, randomness: f64, random: &mut Random) -> Option<u32> {
        if self.candidates.is_empty() {
            return None;
        }
        let chance = |gain: f64| libm::exp((gain - best) / randomness);
        let all = chance(0.0) + self.candidates.iter().map(|&(_, gain)| chance(gain)).sum::<f64>();
        let mut left = random.unit() * all;
        for &(subset, gain) in &self.candidates {
            left -= chance(gain);
            if left < 0.0 {
                return Some(subset);
            }
        }
        None
    }
}
