//! Degree-corrected stochastic block model: groups whose members are tied alike to every group, given how many ties each has.
//!
//! The groups are those of the shortest description of the network: with e_rs ties between groups r and s, e_r ends of ties in
//! r, n_r members, k_i ends at node i, B groups, N nodes and E ties, Σ = −ln P(A|k,e,b) − ln P(k|e,b) − ln P(e|b) − ln P(b), where
//! P(A|k,e,b) = Π_{r<s} e_rs! Π_r (2m_r)!! Π_i k_i! / (Π_r e_r! Π_{i<j} A_ij!) with m_r ties within r, P(k|e,b) = Π_r 1/((n_r, e_r)),
//! P(e|b) = 1/((B(B+1)/2, E)), P(b) = Π_r n_r! / (N!·C(N−1, B−1)·N), and ((n, k)) = C(n+k−1, k). Sources: Karrer & Newman 2011, *Physical Review
//! E* 83, 016107 (the model); Peixoto 2017, *Physical Review E* 95, 012317 (the description, uniform prior of degrees). Ties count as many
//! as their weight says where all weights are whole, else each is one. Nodes without ties are in no description and alone.
//!
//! The search moves nodes and merges groups while that is shorter, from several starts: a local minimum, of which the shortest is
//! taken. About O(nodes · groups · degree) a sweep, O(groups³) a round of merges; for at most [`MAX_NODES`] nodes.

use crate::community::leiden::Options;
use crate::community::partition::Partition;
use crate::community::quality::TieWeights;
use crate::network::graph::Network;
use crate::random::Random;
use rayon::prelude::*;

/// Nodes up to which questions take this method: it compares every node with every group.
pub const MAX_NODES: usize = 1_000;
/// Most groups that a search may hold.
const MAX_GROUPS: usize = 400;
/// Groups up to which a node tries all of them, not only those that it is tied to.
const FEW_GROUPS: usize = 50;
/// Most sweeps over the nodes, and rounds of moves and merges.
const MAX_SWEEPS: usize = 100;
const MAX_ROUNDS: usize = 30;
/// Shorter by less is rounding.
const MIN_GAIN: f64 = 1e-9;
/// Heaviest tie that counts as many ties.
const MAX_MULTIPLICITY: f64 = 1_000_000.0;
/// Largest table of logarithms of factorials.
const MAX_TABLE: usize = 1 << 21;

/// The partition of every start, in order, with its length of description in bits as quality; weights, seed and number of
/// starts are those of the options.
#[must_use]
pub fn partitions(network: &Network<'_>, options: &Options) -> Vec<Partition> {
    let graph = Multigraph::of(network, options.weights);
    (0..options.starts.max(1))
        .into_par_iter()
        .map(|number| {
            let mut random = Random::new(Random::new(options.seed.wrapping_add(number as u64)).next_u64());
            let blocks = run(&graph, number, &mut random);
            let nats = blocks.length();
            Partition::new(&graph.labels(network.node_count(), &blocks.of), nats / std::f64::consts::LN_2)
        })
        .collect()
}

/// Bits that describe a network with the groups of these labels, one a node; those of nodes without ties play no part. 0
/// without ties.
#[must_use]
pub fn length(network: &Network<'_>, labels: &[u32], weights: TieWeights) -> f64 {
    let graph = Multigraph::of(network, weights);
    let mut of: Vec<u32> = graph.nodes.iter().map(|&node| labels.get(node).copied().unwrap_or_default()).collect();
    let mut sorted = of.clone();
    sorted.sort_unstable();
    sorted.dedup();
    of.iter_mut().for_each(|label| *label = sorted.partition_point(|known| known < label) as u32);
    BlockPartition::new(&graph, of, sorted.len()).length() / std::f64::consts::LN_2
}

/// Nodes with ties, and how many ties each pair has.
struct Multigraph {
    /// Their numbers in the network.
    nodes: Vec<usize>,
    rows: Vec<Vec<(usize, u64)>>,
    degree: Vec<u64>,
    ties: u64,
    factorials: Factorials,
}

impl Multigraph {
    fn of(network: &Network<'_>, weights: TieWeights) -> Self {
        let adjacency = network.adjacency();
        let nodes: Vec<usize> = (0..adjacency.node_count()).filter(|&node| adjacency.degree(node) > 0).collect();
        let mut place = vec![0; adjacency.node_count()];
        nodes.iter().enumerate().for_each(|(at, &node)| place[node] = at);
        let is_whole = |weight: f64| weight.fract() == 0.0 && (1.0..=MAX_MULTIPLICITY).contains(&weight);
        let counts = weights == TieWeights::AsCounted && adjacency.edges().all(|(_, _, weight, _)| is_whole(weight));
        let count = |weight: f64| if counts { weight as u64 } else { 1 };
        let row = |&node: &usize| {
            let row = adjacency.row_of(node).filter(|(other, ..)| *other != node);
            row.map(|(other, weight, _)| (place[other], count(weight))).collect::<Vec<_>>()
        };
        let rows: Vec<Vec<(usize, u64)>> = nodes.iter().map(row).collect();
        let degree: Vec<u64> = rows.iter().map(|row| row.iter().map(|(_, count)| count).sum()).collect();
        let ends: u64 = degree.iter().sum();
        let factorials = Factorials::up_to(ends as usize + nodes.len() + 2);
        Self { nodes, rows, degree, ties: ends / 2, factorials }
    }

    /// Labels of all nodes of the network; those without ties are alone.
    fn labels(&self, count: usize, of: &[u32]) -> Vec<u32> {
        let groups = of.iter().max().map_or(0, |&last| last + 1);
        let mut labels: Vec<u32> = (0..count as u32).map(|node| groups + node).collect();
        self.nodes.iter().zip(of).for_each(|(&node, &group)| labels[node] = group);
        labels
    }
}

/// Logarithms of factorials.
struct Factorials(Vec<f64>);

impl Factorials {
    fn up_to(largest: usize) -> Self {
        let mut table = vec![0.0];
        let mut sum = 0.0;
        for number in 1..=largest.min(MAX_TABLE) {
            sum += libm::log(number as f64);
            table.push(sum);
        }
        Self(table)
    }

    fn of(&self, number: u64) -> f64 {
        let own = usize::try_from(number).ok().and_then(|number| self.0.get(number));
        own.copied().unwrap_or_else(|| libm::lgamma(number as f64 + 1.0))
    }

    /// ln C(n, k).
    fn choose(&self, n: u64, k: u64) -> f64 {
        self.of(n) - self.of(k) - self.of(n - k)
    }
}

/// Nodes in groups, with what the description needs to know of them.
struct BlockPartition<'g> {
    graph: &'g Multigraph,
    of: Vec<u32>,
    room: usize,
    size: Vec<u64>,
    ends: Vec<u64>,
    /// Ties between groups, and within a group on the diagonal.
    between: Vec<u64>,
    groups: usize,
}

impl<'g> BlockPartition<'g> {
    fn new(graph: &'g Multigraph, of: Vec<u32>, room: usize) -> Self {
        let room = room.max(1);
        let mut blocks = Self {
            graph,
            of,
            room,
            size: vec![0; room],
            ends: vec![0; room],
            between: vec![0; room * room],
            groups: 0,
        };
        for (node, &group) in blocks.of.iter().enumerate() {
            blocks.size[group as usize] += 1;
            blocks.ends[group as usize] += graph.degree[node];
            for &(other, count) in graph.rows[node].iter().filter(|(other, _)| *other > node) {
                let (a, b) = (group as usize, blocks.of[other] as usize);
                blocks.between[a * room + b] += count;
                if a != b {
                    blocks.between[b * room + a] += count;
                }
            }
        }
        blocks.groups = blocks.size.iter().filter(|&&size| size > 0).count();
        blocks
    }

    /// What ties between two groups, or within one, take off the description.
    fn pair(&self, a: usize, b: usize, ties: u64) -> f64 {
        let own = if a == b { ties as f64 * std::f64::consts::LN_2 } else { 0.0 };
        -own - self.graph.factorials.of(ties)
    }

    /// What a group of this size and number of ends adds.
    fn group(&self, size: u64, ends: u64) -> f64 {
        let factorials = &self.graph.factorials;
        if size == 0 { 0.0 } else { factorials.of(size + ends - 1) - factorials.of(size - 1) - factorials.of(size) }
    }

    /// What the number of groups adds.
    fn whole(&self, groups: usize) -> f64 {
        let (factorials, groups, ties) = (&self.graph.factorials, groups as u64, self.graph.ties);
        let pairs = groups * (groups + 1) / 2;
        factorials.choose(pairs + ties - 1, ties) + factorials.choose(self.of.len() as u64 - 1, groups - 1)
    }

    /// Length of the description in nats.
    fn length(&self) -> f64 {
        let (graph, count) = (self.graph, self.of.len() as u64);
        if graph.ties == 0 {
            return 0.0;
        }
        let degrees: f64 = graph.degree.iter().map(|&degree| graph.factorials.of(degree)).sum();
        let once = |(node, row): (usize, &Vec<(usize, u64)>)| -> f64 {
            row.iter().filter(|(other, _)| *other > node).map(|(_, count)| graph.factorials.of(*count)).sum()
        };
        let repeats: f64 = graph.rows.iter().enumerate().map(once).sum();
        let pairs: f64 = (0..self.room)
            .flat_map(|a| (a..self.room).map(move |b| (a, b)))
            .map(|(a, b)| self.pair(a, b, self.between[a * self.room + b]))
            .sum();
        let groups: f64 = (0..self.room).map(|group| self.group(self.size[group], self.ends[group])).sum();
        let nodes = graph.factorials.of(count) + libm::log(count as f64);
        pairs + groups + self.whole(self.groups) + nodes + repeats - degrees
    }

    /// How much longer the description is when a node moves; `ties` are those of the node with each group.
    fn change(&self, node: usize, to: usize, ties: &[(usize, u64)]) -> f64 {
        let from = self.of[node] as usize;
        let at = |a: usize, b: usize| self.between[a * self.room + b];
        let with = |group: usize| ties.iter().find(|(other, _)| *other == group).map_or(0, |(_, count)| *count);
        let (own, others) = (with(from), with(to));
        let mut change = 0.0;
        for &(group, count) in ties.iter().filter(|(group, _)| *group != from && *group != to) {
            change += self.pair(from, group, at(from, group) - count) - self.pair(from, group, at(from, group));
            change += self.pair(to, group, at(to, group) + count) - self.pair(to, group, at(to, group));
        }
        change += self.pair(from, from, at(from, from) - own) - self.pair(from, from, at(from, from));
        change += self.pair(to, to, at(to, to) + others) - self.pair(to, to, at(to, to));
        change += self.pair(from, to, at(from, to) + own - others) - self.pair(from, to, at(from, to));
        let degree = self.graph.degree[node];
        change +=
            self.group(self.size[from] - 1, self.ends[from] - degree) - self.group(self.size[from], self.ends[from]);
        change += self.group(self.size[to] + 1, self.ends[to] + degree) - self.group(self.size[to], self.ends[to]);
        let groups = self.groups + usize::from(self.size[to] == 0) - usize::from(self.size[from] == 1);
        if groups != self.groups {
            change += self.whole(groups) - self.whole(self.groups);
        }
        change
    }

    fn relocate(&mut self, node: usize, to: usize, ties: &[(usize, u64)]) {
        let from = self.of[node] as usize;
        let room = self.room;
        for &(group, count) in ties {
            self.between[from * room + group] -= count;
            if group != from {
                self.between[group * room + from] -= count;
            }
            self.between[to * room + group] += count;
            if group != to {
                self.between[group * room + to] += count;
            }
        }
        self.groups += usize::from(self.size[to] == 0);
        self.groups -= usize::from(self.size[from] == 1);
        (self.size[from], self.size[to]) = (self.size[from] - 1, self.size[to] + 1);
        let degree = self.graph.degree[node];
        (self.ends[from], self.ends[to]) = (self.ends[from] - degree, self.ends[to] + degree);
        self.of[node] = to as u32;
    }

    /// Ties of a node with each group.
    fn ties_of(&self, node: usize, ties: &mut Vec<(usize, u64)>) {
        ties.clear();
        ties.extend(self.graph.rows[node].iter().map(|&(other, count)| (self.of[other] as usize, count)));
        ties.sort_unstable();
        ties.dedup_by(|next, first| {
            let is_same = next.0 == first.0;
            if is_same {
                first.1 += next.1;
            }
            is_same
        });
    }

    /// Moves nodes where that is shorter, until nothing is; whether anything moved.
    fn move_nodes(&mut self, random: &mut Random) -> bool {
        let mut order: Vec<usize> = (0..self.of.len()).collect();
        let (mut ties, mut tried) = (Vec::new(), Vec::new());
        let mut has_moved = false;
        for _ in 0..MAX_SWEEPS {
            random.shuffle(&mut order);
            let mut is_settled = true;
            for &node in &order {
                self.ties_of(node, &mut ties);
                let own = self.of[node] as usize;
                tried.clear();
                if self.groups <= FEW_GROUPS {
                    tried.extend((0..self.room).filter(|&group| self.size[group] > 0 && group != own));
                } else {
                    // Groups that it is tied to, and those tied to one of these.
                    let (through, _) = ties[random.below(ties.len())];
                    tried.extend(ties.iter().map(|(group, _)| *group));
                    tried.extend((0..self.room).filter(|&group| self.between[through * self.room + group] > 0));
                    tried.sort_unstable();
                    tried.dedup();
                    tried.retain(|&group| group != own);
                }
                if self.size[own] > 1 {
                    tried.extend((0..self.room).find(|&group| self.size[group] == 0));
                }
                let best = tried.iter().map(|&group| (self.change(node, group, &ties), group));
                let best = best.min_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
                if let Some((change, group)) = best
                    && change < -MIN_GAIN
                {
                    self.relocate(node, group, &ties);
                    (is_settled, has_moved) = (false, true);
                }
            }
            if is_settled {
                break;
            }
        }
        has_moved
    }

    /// How much longer the description is when two groups are one.
    fn merging(&self, a: usize, b: usize) -> f64 {
        let at = |one: usize, other: usize| self.between[one * self.room + other];
        let mut change = 0.0;
        for group in (0..self.room).filter(|&group| group != a && group != b && self.size[group] > 0) {
            let (first, second) = (at(a, group), at(b, group));
            if first > 0 && second > 0 {
                change +=
                    self.pair(a, group, first + second) - self.pair(a, group, first) - self.pair(b, group, second);
            }
        }
        let within = at(a, a) + at(b, b) + at(a, b);
        change +=
            self.pair(a, a, within) - self.pair(a, a, at(a, a)) - self.pair(b, b, at(b, b)) - self.pair(a, b, at(a, b));
        let both = self.group(self.size[a] + self.size[b], self.ends[a] + self.ends[b]);
        change += both - self.group(self.size[a], self.ends[a]) - self.group(self.size[b], self.ends[b]);
        change + self.whole(self.groups - 1) - self.whole(self.groups)
    }

    /// Merges groups where that is shorter, each with its best partner; whether any were.
    fn merge_groups(&mut self) -> bool {
        let mut has_merged = false;
        while self.groups > 1 {
            let groups: Vec<usize> = (0..self.room).filter(|&group| self.size[group] > 0).collect();
            let mut found: Vec<(f64, usize, usize)> = Vec::new();
            for (number, &a) in groups.iter().enumerate() {
                let partners = groups[number + 1..].iter().map(|&b| (self.merging(a, b), a, b));
                found.extend(partners.min_by(|one, other| one.0.total_cmp(&other.0)));
            }
            found.retain(|(change, ..)| *change < -MIN_GAIN);
            found.sort_by(|one, other| one.0.total_cmp(&other.0).then((one.1, one.2).cmp(&(other.1, other.2))));
            let mut touched = vec![false; self.room];
            let mut labels: Vec<u32> = (0..self.room as u32).collect();
            for (_, a, b) in found {
                // Changes add up for groups that are not merged otherwise; what they do to each other shows in the next round.
                if !touched[a] && !touched[b] {
                    (touched[a], touched[b]) = (true, true);
                    labels[b] = a as u32;
                }
            }
            if !touched.contains(&true) {
                break;
            }
            let of = self.of.iter().map(|&group| labels[group as usize]).collect();
            let merged = Self::new(self.graph, of, self.room);
            if merged.length() >= self.length() - MIN_GAIN {
                break;
            }
            *self = merged;
            has_merged = true;
        }
        has_merged
    }
}

/// A local minimum from a start: random groups, single nodes, or one group, in turn.
fn run<'g>(graph: &'g Multigraph, number: usize, random: &mut Random) -> BlockPartition<'g> {
    let count = graph.nodes.len();
    if count == 0 {
        return BlockPartition::new(graph, Vec::new(), 1);
    }
    let room = count.min(MAX_GROUPS);
    let groups = match number % 3 {
        0 => ((2.0 * (count as f64).sqrt()).ceil() as usize).clamp(1, room),
        1 => room,
        _ => 1,
    };
    let of = (0..count).map(|node| if groups == count { node } else { random.below(groups) } as u32).collect();
    let mut blocks = BlockPartition::new(graph, of, room);
    for _ in 0..MAX_ROUNDS {
        let has_moved = blocks.move_nodes(random);
        let has_merged = blocks.merge_groups();
        if !has_moved && !has_merged {
            break;
        }
    }
    blocks
}
