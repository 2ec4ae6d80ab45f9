//! Corpora for tests.

use std::collections::BTreeMap;

use collabgraph::corpus::Corpus;
use collabgraph::corpus::builder::{CorpusBuilder, InstitutionHandle, WorkFacts};
use collabgraph::corpus::institution::{Institution, Names};
use collabgraph::random::Random;

fn institution(builder: &mut CorpusBuilder, id: &str) -> InstitutionHandle {
    builder.institution(Institution { id: id.to_owned(), names: Names::plain(id), ..Institution::default() })
}

/// A corpus of works and their institutions.
pub(crate) fn corpus<S: AsRef<str>, L: AsRef<[S]>>(rows: &[(&str, L)]) -> Corpus {
    let mut builder = CorpusBuilder::new();
    let mut handles: BTreeMap<String, InstitutionHandle> = BTreeMap::new();
    for (name, institutions) in rows {
        let mut list = Vec::new();
        for id in institutions.as_ref() {
            let id = id.as_ref();
            list.push(*handles.entry(id.to_owned()).or_insert_with(|| institution(&mut builder, id)));
        }
        builder.work(&WorkFacts { name, institutions: &list, ..WorkFacts::default() });
    }
    builder.finish()
}

/// A corpus of `nodes` institutions whose node numbers are those of the list, tied as stated.
pub(crate) fn graph(nodes: usize, ties: &[(usize, usize, f64)]) -> Corpus {
    let mut builder = CorpusBuilder::new();
    let handles: Vec<InstitutionHandle> =
        (0..nodes).map(|node| institution(&mut builder, &format!("n{node:06}"))).collect();
    for &(a, b, weight) in ties {
        builder.explicit_tie(handles[a], handles[b], weight);
    }
    builder.finish()
}

/// About `ties` random ties without repeats, of whole weights up to `heaviest`.
pub(crate) fn random(nodes: usize, ties: usize, heaviest: usize, seed: u64) -> Vec<(usize, usize, f64)> {
    let mut random = Random::new(seed);
    let mut list = BTreeMap::new();
    for _ in 0..ties {
        let (a, b) = (random.below(nodes), random.below(nodes));
        if a != b {
            list.insert((a.min(b), a.max(b)), 1.0 + random.below(heaviest) as f64);
        }
    }
    list.into_iter().map(|((a, b), weight)| (a, b, weight)).collect()
}

/// Zachary's karate club (1977), unweighted, members from 0.
pub(crate) fn karate() -> Vec<(usize, usize, f64)> {
    const ROWS: [(usize, &[usize]); 27] = [
        (0, &[1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 17, 19, 21, 31]),
        (1, &[2, 3, 7, 13, 17, 19, 21, 30]),
        (2, &[3, 7, 8, 9, 13, 27, 28, 32]),
        (3, &[7, 12, 13]),
        (4, &[6, 10]),
        (5, &[6, 10, 16]),
        (6, &[16]),
        (8, &[30, 32, 33]),
        (9, &[33]),
        (13, &[33]),
        (14, &[32, 33]),
        (15, &[32, 33]),
        (18, &[32, 33]),
        (19, &[33]),
        (20, &[32, 33]),
        (22, &[32, 33]),
        (23, &[25, 27, 29, 32, 33]),
        (24, &[25, 27, 31]),
        (25, &[31]),
        (26, &[29, 33]),
        (27, &[33]),
        (28, &[31, 33]),
        (29, &[32, 33]),
        (30, &[32, 33]),
        (31, &[32, 33]),
        (32, &[33]),
        (33, &[]),
    ];
    ROWS.iter().flat_map(|&(a, row)| row.iter().map(move |&b| (a, b, 1.0))).collect()
}

/// Davis's Southern Women (1941): women 0..18, events 18..32.
pub(crate) fn southern_women() -> Vec<(usize, usize, f64)> {
    const ROWS: [&[usize]; 18] = [
        &[1, 2, 3, 4, 5, 6, 8, 9],
        &[1, 2, 3, 5, 6, 7, 8],
        &[2, 3, 4, 5, 6, 7, 8, 9],
        &[1, 3, 4, 5, 6, 7, 8],
        &[3, 4, 5, 7],
        &[3, 5, 6, 8],
        &[5, 6, 7, 8],
        &[6, 8, 9],
        &[5, 7, 8, 9],
        &[7, 8, 9, 12],
        &[8, 9, 10, 12],
        &[8, 9, 10, 12, 13, 14],
        &[7, 8, 9, 10, 12, 13, 14],
        &[6, 7, 9, 10, 11, 12, 13, 14],
        &[7, 8, 10, 11, 12],
        &[8, 9],
        &[9, 11],
        &[9, 11],
    ];
    let row = |(woman, events): (usize, &&'static [usize])| events.iter().map(move |&event| (woman, 17 + event, 1.0));
    ROWS.iter().enumerate().flat_map(row).collect()
}
