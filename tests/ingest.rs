//! Reading tables: the real one, every trap of real tables, every input that cannot be read.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::{Path, PathBuf};

use collabgraph::corpus::Corpus;
use collabgraph::ingest::authority::Authority;
use collabgraph::ingest::input::Input;
use collabgraph::ingest::{Loaded, Options, load};
use collabgraph::network::Network;
use collabgraph::network::components;
use collabgraph::network::counting::{Counting, Projection};

/// A file of the shared folder beside the repository; `None`, with a word, where it is absent.
fn shared(file: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/datasets").join(file);
    if !path.exists() {
        println!("skipped: {} is not there", path.display());
        return None;
    }
    Some(path)
}

fn plain() -> Options {
    Options { authority: Authority::none(), ..Options::default() }
}

/// Everything a corpus says, one fact a line, without the lines of its sources.
fn content(corpus: &Corpus) -> String {
    let mut lines = Vec::new();
    for id in corpus.institution_ids() {
        lines.push(format!("{:?}", corpus.institution(id)));
    }
    for id in corpus.work_ids() {
        let work = corpus.work(id);
        let institutions = corpus.institutions_of(id);
        lines.push(format!(
            "{} {:?} {:?} {} {} {:?} {} {:?} {:?} {:?} {institutions:?} {:?} {:?}",
            corpus.work_key(id),
            work.name,
            work.date,
            work.title,
            work.authors,
            work.links,
            work.accessibility,
            work.criteria,
            work.domains,
            work.citations,
            corpus.work_aliases(id),
            corpus.statements(id)
        ));
    }
    lines.push(format!("{:?}", corpus.stated_ties()));
    lines.join("\n")
}

fn network(corpus: &Corpus) -> Network<'_> {
    Network::one_mode(corpus, Projection { counting: Counting::Full, max_team: None })
}

fn tie(network: &Network<'_>, a: &str, b: &str) -> f64 {
    let node = |key: &str| network.node_of(network.corpus().institution_by_key(key).unwrap_or_else(|| panic!("{key}")));
    network.tie_between(node(a), node(b)).map_or(0.0, |tie| network.tie(tie).2)
}

#[test]
fn the_epoch_table_gives_the_known_network() {
    let Some(path) = shared("epoch-notable-2025-04-08.csv") else { return };
    let Loaded { corpus, notices } = load(&[Input::Path(path)], &plain()).unwrap();
    let mut kinds = std::collections::BTreeMap::new();
    notices.iter().for_each(|notice| *kinds.entry(notice.kind).or_insert(0) += 1);
    println!("{kinds:?}");
    for notice in &notices {
        if std::env::var_os("SHOW").is_some() {
            println!("{} {:?} {} | {}", notice.place(), notice.kind, notice.message, notice.message_ko);
        }
    }
    assert_eq!((corpus.works_len(), corpus.institutions_len()), (914, 343));
    let network = network(&corpus);
    assert_eq!((network.ties_len(), network.total_weight()), (1209, 1362.0));
    let components = components::find(&network);
    assert_eq!((components.members.len(), components.largest(), components.isolates()), (87, 233, 69));
}
