//! `Network`: a petgraph graph whose ties know the works behind them.

use std::ops::Range;

use petgraph::graph::{NodeIndex, UnGraph};

use crate::corpus::Corpus;
use crate::corpus::institution::InstitutionId;
use crate::corpus::work::WorkId;
use crate::network::adjacency::Adjacency;
use crate::network::counting::Projection;

/// What a node stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Node {
    /// An institution.
    Institution(InstitutionId),
    /// A work; occurs in two-mode networks only.
    Work(WorkId),
}

/// A tie: its weight, and the works that are its evidence (see [`Network::evidence`]).
#[derive(Clone, Debug, PartialEq)]
pub struct Tie {
    /// Weight under the counting method; above zero.
    pub weight: f64,
    evidence: Range<u32>,
}

/// Mode of a network: which kinds of nodes it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NetworkMode {
    /// One-mode: institutions, tied by joint works.
    One,
    /// Two-mode: institutions and works, tied by affiliation.
    Two,
}

/// An undirected weighted network of a corpus. Simple: no self-loops, no parallel ties.
///
/// Node numbers are dense. In a one-mode network node `i` is institution `i`, isolates included; in a
/// two-mode network the institutions come first, then the works.
#[derive(Clone, Debug)]
pub struct Network<'c> {
    corpus: &'c Corpus,
    graph: UnGraph<Node, Tie>,
    adjacency: Adjacency,
    evidence: Vec<WorkId>,
    excluded: Vec<WorkId>,
    mode: NetworkMode,
    projection: Projection,
}

impl<'c> Network<'c> {
    /// One-mode projection: institutions, or the actors of another level, tied by their joint works, plus the corpus's explicit ties. Works of more than
    /// [`Projection::max_team`] institutions make no ties and are listed in [`excluded`](Self::excluded); isolates are
    /// nodes, too. O(pairs log pairs), pairs = Σ n(n−1)/2 over works.
    #[must_use]
    pub fn one_mode(corpus: &'c Corpus, projection: Projection) -> Self {
        let cap = projection.max_team.unwrap_or(usize::MAX);
        let mut pairs: Vec<(u64, WorkId)> = Vec::new();
        let mut excluded = Vec::new();
        for work in corpus.work_ids() {
            let members = corpus.institutions_of(work);
            if corpus.team_size(work) > cap {
                excluded.push(work);
                continue;
            }
            for (position, &a) in members.iter().enumerate() {
                for &b in members[position + 1..].iter().filter(|&&b| corpus.keeps_tie(a, b)) {
                    pairs.push((pair_key(a, b), work));
                }
            }
        }
        rayon::slice::ParallelSliceMut::par_sort_unstable(pairs.as_mut_slice());

        let mut ties: Vec<(u64, Tie)> = Vec::new();
        let mut evidence = Vec::with_capacity(pairs.len());
        for run in pairs.chunk_by(|x, y| x.0 == y.0) {
            let start = evidence.len() as u32;
            let mut weight = 0.0;
            for &(_, work) in run {
                weight += projection.counting.weight(corpus.actor_count(work));
                evidence.push(work);
            }
            ties.push((run[0].0, Tie { weight, evidence: start..evidence.len() as u32 }));
        }
        merge_explicit_ties(corpus, &mut ties);

        let mut graph = UnGraph::with_capacity(corpus.institution_count(), ties.len());
        for id in corpus.institution_ids() {
            graph.add_node(Node::Institution(id));
        }
        for (key, tie) in ties {
            graph.add_edge(NodeIndex::new((key >> 32) as usize), NodeIndex::new((key & 0xFFFF_FFFF) as usize), tie);
        }
        Self::from_graph(corpus, graph, evidence, excluded, NetworkMode::One, projection)
    }

    /// Two-mode network: works and institutions, tied by affiliation; every tie has weight 1 and its work as evidence.
    /// No team-size cap: a consortium is a star here, not a clique. O(affiliations).
    #[must_use]
    pub fn two_mode(corpus: &'c Corpus) -> Self {
        let institutions = corpus.institution_count();
        let mut graph = UnGraph::with_capacity(institutions + corpus.work_count(), corpus.affiliation_count());
        for id in corpus.institution_ids() {
            graph.add_node(Node::Institution(id));
        }
        let mut evidence = Vec::with_capacity(corpus.affiliation_count());
        for work in corpus.work_ids() {
            let node = graph.add_node(Node::Work(work));
            for member in corpus.institutions_of(work) {
                let at = evidence.len() as u32;
                evidence.push(work);
                graph.add_edge(NodeIndex::new(member.index()), node, Tie { weight: 1.0, evidence: at..at + 1 });
            }
        }
        Self::from_graph(corpus, graph, evidence, Vec::new(), NetworkMode::Two, Projection::default())
    }

    fn from_graph(
        corpus: &'c Corpus,
        graph: UnGraph<Node, Tie>,
        evidence: Vec<WorkId>,
        excluded: Vec<WorkId>,
        mode: NetworkMode,
        projection: Projection,
    ) -> Self {
        let edges = graph.raw_edges();
        let ties =
            edges.iter().map(|edge| (edge.source().index() as u32, edge.target().index() as u32, edge.weight.weight));
        let adjacency = Adjacency::new(graph.node_count(), ties);
        Self { corpus, graph, adjacency, evidence, excluded, mode, projection }
    }

    /// The corpus from which the network was built.
    #[must_use]
    pub fn corpus(&self) -> &'c Corpus {
        self.corpus
    }

    /// The underlying petgraph graph, for algorithms that this crate does not have. Its node and edge indices are the
    /// network's node and tie numbers.
    #[must_use]
    pub fn graph(&self) -> &UnGraph<Node, Tie> {
        &self.graph
    }

    /// The network as CSR adjacency.
    #[must_use]
    pub fn adjacency(&self) -> &Adjacency {
        &self.adjacency
    }

    /// Number of nodes.
    #[must_use]
    pub fn node_count(&self) -> usize {
        self.graph.node_count()
    }

    /// Number of ties.
    #[must_use]
    pub fn tie_count(&self) -> usize {
        self.graph.edge_count()
    }

    /// The institution or work of a node.
    #[must_use]
    pub fn node(&self, node: usize) -> Node {
        self.graph[NodeIndex::new(node)]
    }

    /// The node of an institution (one- and two-mode networks alike).
    #[must_use]
    pub fn node_of(&self, institution: InstitutionId) -> usize {
        institution.index()
    }

    /// The institution of a node; `None` for a work.
    #[must_use]
    pub fn institution(&self, node: usize) -> Option<InstitutionId> {
        match self.node(node) {
            Node::Institution(id) => Some(id),
            Node::Work(_) => None,
        }
    }

    /// The two ends and the weight of a tie.
    #[must_use]
    pub fn tie(&self, tie: usize) -> (usize, usize, f64) {
        let edge = &self.graph.raw_edges()[tie];
        (edge.source().index(), edge.target().index(), edge.weight.weight)
    }

    /// The works behind a tie, in canonical order; empty for a tie that is only explicit.
    #[must_use]
    pub fn evidence(&self, tie: usize) -> &[WorkId] {
        let range = &self.graph.raw_edges()[tie].weight.evidence;
        &self.evidence[range.start as usize..range.end as usize]
    }

    /// The tie between two nodes, if there is one. O(log degree).
    #[must_use]
    pub fn tie_between(&self, a: usize, b: usize) -> Option<usize> {
        let position = self.adjacency.neighbours(a).binary_search(&(b as u32)).ok()?;
        Some(self.adjacency.ties(a)[position] as usize)
    }

    /// Sum of all tie weights, added in the order of the ties.
    #[must_use]
    pub fn total_weight(&self) -> f64 {
        self.graph.raw_edges().iter().map(|edge| edge.weight.weight).sum()
    }

    /// Works excluded from the projection because their team exceeds the cap.
    #[must_use]
    pub fn excluded(&self) -> &[WorkId] {
        &self.excluded
    }

    /// One-mode or two-mode.
    #[must_use]
    pub fn mode(&self) -> NetworkMode {
        self.mode
    }

    /// Counting method and team-size cap.
    #[must_use]
    pub fn projection(&self) -> Projection {
        self.projection
    }
}

fn pair_key(a: InstitutionId, b: InstitutionId) -> u64 {
    u64::from(a.0.min(b.0)) << 32 | u64::from(a.0.max(b.0))
}

/// Adds the explicit ties of the inputs to those projected from works.
fn merge_explicit_ties(corpus: &Corpus, ties: &mut Vec<(u64, Tie)>) {
    if corpus.explicit_ties().is_empty() {
        return;
    }
    for explicit in corpus.explicit_ties() {
        let key = pair_key(explicit.a, explicit.b);
        ties.push((key, Tie { weight: explicit.weight, evidence: 0..0 }));
    }
    // The sort is stable: a tie with works precedes the explicit tie of the same pair and absorbs its weight.
    ties.sort_by_key(|tie| tie.0);
    ties.dedup_by(|next, merged| {
        let same = next.0 == merged.0;
        if same {
            merged.1.weight += next.1.weight;
        }
        same
    });
}
