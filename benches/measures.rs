//! Micro-benchmarks of the science on a generated network of 2,000 nodes and about 20,000 ties.
//!
//! `cargo bench --bench measures`

use collabgraph::centrality::measure::{self, Measure};
use collabgraph::centrality::weighting::{Scale, Weighting};
use collabgraph::centrality::{betweenness, constraint, sampled};
use collabgraph::community::leiden;
use collabgraph::corpus::Corpus;
use collabgraph::corpus::builder::{CorpusBuilder, Handle};
use collabgraph::corpus::institution::{Institution, Names};
use collabgraph::layout::{all_pairs, sparse_stress};
use collabgraph::network::Network;
use collabgraph::network::components;
use collabgraph::network::counting::Projection;
use collabgraph::network::similarity::{self, Similarity};
use collabgraph::random::Random;
use collabgraph::selection::{backbone, path};

const NODES: usize = 2_000;
const TIES: usize = 20_000;

fn main() {
    divan::main();
}

/// Groups of forty with four ties in five inside, so that communities are there to be found.
fn corpus() -> Corpus {
    let mut builder = CorpusBuilder::new();
    let named = |node: usize| Institution { names: Names::plain(&format!("n{node:06}")), ..Institution::default() };
    let handles: Vec<Handle> = (0..NODES).map(|node| builder.institution(named(node))).collect();
    let mut random = Random::new(1);
    for _ in 0..TIES {
        let a = random.below(NODES);
        let b = if random.below(5) > 0 { a / 40 * 40 + random.below(40) } else { random.below(NODES) };
        builder.stated_tie(handles[a], handles[b], 1.0 + random.below(5) as f64);
    }
    builder.finish()
}

#[divan::bench(args = Measure::ALL.map(Measure::key), sample_count = 10)]
fn score(bencher: divan::Bencher<'_, '_>, key: &str) {
    let corpus = corpus();
    let network = Network::one_mode(&corpus, Projection::default());
    let measure = Measure::parse(key).unwrap_or(Measure::Degree);
    bencher.bench_local(|| measure::scores(&network, measure));
}

#[divan::bench(sample_count = 5)]
fn betweenness_weighted(bencher: divan::Bencher<'_, '_>) {
    let corpus = corpus();
    let network = Network::one_mode(&corpus, Projection::default());
    let options = betweenness::Options { weighting: Weighting::Weighted, scale: Scale::Raw };
    bencher.bench_local(|| betweenness::scores(&network, &options));
}

#[divan::bench(args = [1, 10], sample_count = 10)]
fn leiden_starts(bencher: divan::Bencher<'_, '_>, starts: usize) {
    let corpus = corpus();
    let network = Network::one_mode(&corpus, Projection::default());
    let options = leiden::Options { starts, ..leiden::Options::default() };
    bencher.bench_local(|| leiden::partition(&network, &options));
}

#[divan::bench(args = [0.05, 0.02], sample_count = 5)]
fn betweenness_sampled(bencher: divan::Bencher<'_, '_>, error: f64) {
    let corpus = corpus();
    let network = Network::one_mode(&corpus, Projection::default());
    bencher.bench_local(|| sampled::scores(&network, &sampled::Options::within(error)));
}

#[divan::bench(sample_count = 10)]
fn constraint_weighted(bencher: divan::Bencher<'_, '_>) {
    let corpus = corpus();
    let network = Network::one_mode(&corpus, Projection::default());
    let options = constraint::Options { weighting: Weighting::Weighted };
    bencher.bench_local(|| constraint::scores(&network, &options));
}

#[divan::bench(sample_count = 20)]
fn connected_components(bencher: divan::Bencher<'_, '_>) {
    let corpus = corpus();
    let network = Network::one_mode(&corpus, Projection::default());
    bencher.bench_local(|| components::find(&network));
}

#[divan::bench(sample_count = 10)]
fn leiden_quick(bencher: divan::Bencher<'_, '_>) {
    let corpus = corpus();
    let network = Network::one_mode(&corpus, Projection::default());
    let options = leiden::Options { effort: leiden::Effort::Quick, ..leiden::Options::default() };
    bencher.bench_local(|| leiden::partition(&network, &options));
}

#[divan::bench(sample_count = 5)]
fn layout_of_all_pairs(bencher: divan::Bencher<'_, '_>) {
    let ties = pairs();
    bencher.bench_local(|| all_pairs::layout(NODES, &ties, all_pairs::DEFAULT_ITERATIONS, 1));
}

#[divan::bench(sample_count = 5)]
fn layout_by_pivots(bencher: divan::Bencher<'_, '_>) {
    let ties = pairs();
    bencher.bench_local(|| {
        sparse_stress::layout(NODES, &ties, sparse_stress::DEFAULT_PIVOTS, sparse_stress::DEFAULT_ITERATIONS, 1)
    });
}

fn pairs() -> Vec<(usize, usize)> {
    let corpus = corpus();
    let network = Network::one_mode(&corpus, Projection::default());
    network.adjacency().edges().map(|(a, b, ..)| (a, b)).collect()
}

#[divan::bench]
fn association_strength(bencher: divan::Bencher<'_, '_>) {
    let corpus = corpus();
    let network = Network::one_mode(&corpus, Projection::default());
    bencher.bench_local(|| similarity::of(&network, Similarity::AssociationStrength));
}

#[divan::bench]
fn disparity_backbone(bencher: divan::Bencher<'_, '_>) {
    let corpus = corpus();
    let network = Network::one_mode(&corpus, Projection::default());
    bencher.bench_local(|| backbone::select(&network, backbone::LEVEL));
}

#[divan::bench(sample_count = 10)]
fn ten_paths(bencher: divan::Bencher<'_, '_>) {
    let corpus = corpus();
    let network = Network::one_mode(&corpus, Projection::default());
    bencher.bench_local(|| path::alternatives(&network, 0, NODES - 1, 10));
}
