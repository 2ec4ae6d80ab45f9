//! Scores of pairs without a tie by the partners that they have, in common or by number.
//!
//! Γ the partners of a node, k their number: common neighbours |Γ(a) ∩ Γ(b)|; Adamic–Adar Σ 1/ln k_z over common z;
//! resource allocation Σ 1/k_z; preferential attachment k_a·k_b. Sources: Liben-Nowell & Kleinberg 2007, *JASIST* 58,
//! 1019–1031; Adamic & Adar 2003, *Social Networks* 25, 211–230; Zhou, Lü & Zhang 2009, *European Physical Journal B* 71,
//! 623–630; Barabási et al. 2002, *Physica A* 311, 590–614. O(Σ k²).

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::network::adjacency::Adjacency;

/// A score of link prediction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Predictor {
    /// Number of common partners.
    CommonNeighbours,
    /// Common partners, those with many partners less.
    #[default]
    AdamicAdar,
    /// Common partners, those with many partners far less.
    ResourceAllocation,
    /// Product of the numbers of partners.
    PreferentialAttachment,
}

impl Predictor {
    /// All scores in display order.
    pub const ALL: [Self; 4] =
        [Self::CommonNeighbours, Self::AdamicAdar, Self::ResourceAllocation, Self::PreferentialAttachment];

    /// Key in options and records.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::CommonNeighbours => "common-neighbours",
            Self::AdamicAdar => "adamic-adar",
            Self::ResourceAllocation => "resource-allocation",
            Self::PreferentialAttachment => "preferential-attachment",
        }
    }
}

/// A pair without a tie and its scores, by [`Predictor::ALL`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScoredPair {
    /// The smaller node.
    pub a: usize,
    /// The larger node.
    pub b: usize,
    /// The scores.
    pub scores: [f64; 4],
}

impl ScoredPair {
    /// The score of one predictor.
    #[must_use]
    pub fn score(&self, by: Predictor) -> f64 {
        self.scores[by as usize]
    }
}

/// The scores of any pair. O(k_a + k_b).
#[must_use]
pub fn of(adjacency: &Adjacency, a: usize, b: usize) -> ScoredPair {
    let mut pair = ScoredPair { a: a.min(b), b: a.max(b), scores: [0.0; 4] };
    let others = adjacency.neighbours(b);
    for &common in adjacency.neighbours(a).iter().filter(|common| others.binary_search(common).is_ok()) {
        add(&mut pair.scores, adjacency.degree(common as usize));
    }
    pair.scores[3] = attachment(adjacency, a, b);
    pair
}

fn add(scores: &mut [f64; 4], degree: usize) {
    scores[0] += 1.0;
    scores[1] += 1.0 / libm::log(degree as f64);
    scores[2] += 1.0 / degree as f64;
}

fn attachment(adjacency: &Adjacency, a: usize, b: usize) -> f64 {
    adjacency.degree(a) as f64 * adjacency.degree(b) as f64
}

/// Calls `visit` with every pair that has common partners and no tie, by its smaller node, then the larger.
pub fn each(adjacency: &Adjacency, mut visit: impl FnMut(ScoredPair)) {
    let nodes = adjacency.node_count();
    let mut sums = vec![[0.0; 4]; nodes];
    let mut found = Vec::new();
    for a in 0..nodes {
        for &common in adjacency.neighbours(a) {
            let degree = adjacency.degree(common as usize);
            for &b in adjacency.neighbours(common as usize) {
                if b as usize > a {
                    if sums[b as usize][0] == 0.0 {
                        found.push(b as usize);
                    }
                    add(&mut sums[b as usize], degree);
                }
            }
        }
        for &b in adjacency.neighbours(a) {
            sums[b as usize] = [0.0; 4];
        }
        found.sort_unstable();
        for b in found.drain(..) {
            let mut scores = std::mem::take(&mut sums[b]);
            if scores[0] > 0.0 {
                scores[3] = attachment(adjacency, a, b);
                visit(ScoredPair { a, b, scores });
            }
        }
    }
}

/// The `count` pairs of the highest score for which `keeps` holds, and how many such pairs have a score at all. Equal scores are ordered
/// by the smaller, then the larger `rank` of their nodes.
#[must_use]
pub fn best(
    adjacency: &Adjacency,
    by: Predictor,
    count: usize,
    rank: &[usize],
    keeps: impl Fn(usize, usize) -> bool,
) -> (Vec<ScoredPair>, u64) {
    if by == Predictor::PreferentialAttachment {
        return best_by_degree(adjacency, count, rank, keeps);
    }
    let mut kept: Vec<ScoredPair> = Vec::new();
    let (mut all, mut least) = (0, 0.0);
    each(adjacency, |pair| {
        if !keeps(pair.a, pair.b) {
            return;
        }
        all += 1;
        if pair.score(by) >= least {
            kept.push(pair);
        }
        if kept.len() >= count.saturating_add(BUFFERED) {
            order(&mut kept, by, rank);
            kept.truncate(count);
            least = kept.last().map_or(0.0, |pair| rounded(pair.score(by)));
        }
    });
    order(&mut kept, by, rank);
    kept.truncate(count);
    (kept, all)
}

/// Pairs kept beyond the number wanted, until the weakest are dropped.
const BUFFERED: usize = 10_000;

fn order(pairs: &mut [ScoredPair], by: Predictor, rank: &[usize]) {
    let ranks = |pair: &ScoredPair| (rank[pair.a].min(rank[pair.b]), rank[pair.a].max(rank[pair.b]));
    pairs.sort_unstable_by(|x, y| {
        rounded(y.score(by)).total_cmp(&rounded(x.score(by))).then_with(|| ranks(x).cmp(&ranks(y)))
    });
}

/// A sum without its rounding errors.
fn rounded(score: f64) -> f64 {
    (score * 1e10).round() / 1e10
}

/// Pairs by the product of degrees: of the nodes by degree, the next pair is one step from a pair that was taken.
fn best_by_degree(
    adjacency: &Adjacency,
    count: usize,
    rank: &[usize],
    keeps: impl Fn(usize, usize) -> bool,
) -> (Vec<ScoredPair>, u64) {
    let mut nodes: Vec<usize> = (0..adjacency.node_count()).filter(|&node| adjacency.degree(node) > 0).collect();
    nodes.sort_unstable_by_key(|&node| (Reverse(adjacency.degree(node)), rank[node]));
    let entry = |at: usize, with: usize| {
        let product = adjacency.degree(nodes[at]) as u64 * adjacency.degree(nodes[with]) as u64;
        let (a, b) = (rank[nodes[at]], rank[nodes[with]]);
        (product, Reverse((a.min(b), a.max(b))), Reverse((at, with)))
    };
    let mut queue: BinaryHeap<_> = (0..nodes.len().saturating_sub(1)).map(|at| entry(at, at + 1)).collect();
    let mut kept = Vec::new();
    while let Some((_, _, Reverse((at, with)))) = queue.pop() {
        if kept.len() >= count {
            break;
        }
        if with + 1 < nodes.len() {
            queue.push(entry(at, with + 1));
        }
        let (a, b) = (nodes[at], nodes[with]);
        if adjacency.neighbours(a).binary_search(&(b as u32)).is_err() && keeps(a, b) {
            kept.push(of(adjacency, a, b));
        }
    }
    let tied = nodes.len() as u64;
    (kept, (tied * tied.saturating_sub(1) / 2).saturating_sub(adjacency.tie_count() as u64))
}
