//! Choice of the institutions of panels: those of the pairs that differ most, as many as can be read.

use std::collections::BTreeSet;

use crate::corpus::builder::CorpusBuilder;
use crate::drawing::panels::content::{DrawnPart, MapPanel, PanelKind, PanelSet, TieState};

/// The part of a set that is drawn: at most `limit` institutions, each with a tie to another. O(pairs · log pairs).
pub(crate) fn choose(set: &PanelSet, limit: usize) -> DrawnPart {
    let pairs = set.pairs();
    let ends = |pairs: &[(usize, usize)]| pairs.iter().flat_map(|&(a, b)| [a, b]).collect::<BTreeSet<usize>>();
    let all = ends(&pairs);
    let drawn = if all.len() <= limit { all.clone() } else { strongest(set, &pairs, limit) };
    let shown: Vec<(usize, usize)> =
        pairs.iter().copied().filter(|(a, b)| drawn.contains(a) && drawn.contains(b)).collect();
    let is_changed = |ends: &&(usize, usize)| set.state(**ends) != TieState::Same;
    let mut builder = CorpusBuilder::new();
    for input in &set.inputs {
        builder.input(input.clone());
    }
    let handles: Vec<_> = drawn.iter().map(|&one| builder.institution(set.institutions[one].clone())).collect();
    let numbers: Vec<usize> = drawn.iter().copied().collect();
    let handle = |one: usize| numbers.binary_search(&one).ok().map(|at| handles[at]);
    for &(a, b) in &shown {
        if let (Some(from), Some(to)) = (handle(a), handle(b)) {
            builder.explicit_tie(from, to, set.largest((a, b)));
        }
    }
    let (corpus, ids) = builder.finish_numbered();
    DrawnPart {
        corpus,
        original: ids.into_iter().zip(numbers.iter().copied()).collect(),
        all: (pairs.len(), pairs.iter().filter(is_changed).count()),
        pairs: shown,
        tied: (drawn.len(), all.len()),
    }
}

/// The ends of the pairs that differ most, or of the strongest ones, until the limit is reached.
fn strongest(set: &PanelSet, pairs: &[(usize, usize)], limit: usize) -> BTreeSet<usize> {
    let weight = |panel: usize, ends: &(usize, usize)| set.panels[panel].ties.get(ends).map_or(0.0, |tie| tie.weight);
    let change = |ends: &(usize, usize)| match set.kind {
        PanelKind::Editions if set.panels.len() == 2 => (weight(1, ends) - weight(0, ends)).abs(),
        _ => 0.0,
    };
    let mut order = pairs.to_vec();
    let works = |&(a, b): &(usize, usize)| set.most_works(a) + set.most_works(b);
    order.sort_by(|a, b| {
        change(b)
            .total_cmp(&change(a))
            .then(set.largest(*b).total_cmp(&set.largest(*a)))
            .then(works(b).cmp(&works(a)))
            .then(a.cmp(b))
    });
    // The strongest of each panel comes first, so that no panel is without a tie.
    let first = |panel: &MapPanel| order.iter().copied().find(|pair| panel.ties.contains_key(pair));
    let firsts: Vec<(usize, usize)> = match set.kind {
        PanelKind::Editions => Vec::new(),
        PanelKind::Periods => set.panels.iter().filter_map(first).collect(),
    };
    let mut drawn = BTreeSet::new();
    for (a, b) in firsts.into_iter().chain(order.iter().copied()) {
        let added = [a, b].iter().filter(|end| !drawn.contains(*end)).count();
        if drawn.len() + added <= limit {
            drawn.extend([a, b]);
        }
    }
    drawn
}
