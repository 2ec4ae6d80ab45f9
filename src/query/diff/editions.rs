//! Two editions of a table as panels: the institutions of both, and every tie with what became of it.

use std::collections::BTreeMap;

use crate::corpus::Corpus;
use crate::corpus::institution::{Institution, InstitutionId};
use crate::corpus::kind::WorkKind;
use crate::drawing::panels::{MapPanel, PanelKind, PanelSet, PanelTie, TieState};
use crate::message;
use crate::messages::Message;
use crate::network::graph::Network;
use crate::query::context::QueryContext;
use crate::query::diff::Kind;
use crate::query::diff::changes::Changes;
use crate::query::ranking;

/// Panels of two corpora that were read and filtered alike, matched as [`ask`](super::ask) matches them; at most `top`
/// institutions are drawn. O((works + ties) log), plus one pass over all names.
#[must_use]
pub fn panels(old: &QueryContext<'_>, new: &QueryContext<'_>, top: Option<usize>) -> PanelSet {
    let changes = Changes::of(old, new, None);
    let matching = &changes.matching;
    let mut institutions: Vec<Institution> =
        new.corpus.institution_ids().map(|id| new.corpus.institution(id).clone()).collect();
    // Institutions of the old edition alone follow those of the new one.
    let mut number_of_old = Vec::with_capacity(old.corpus.institution_count());
    for id in old.corpus.institution_ids() {
        number_of_old.push(match matching.institution(id) {
            Some(same) => same.index(),
            None => {
                institutions.push(old.corpus.institution(id).clone());
                institutions.len() - 1
            }
        });
    }
    let count = institutions.len();
    let mut works = [vec![None; count], vec![None; count]];
    for id in old.corpus.institution_ids() {
        let own = &mut works[0][number_of_old[id.index()]];
        *own = Some(own.unwrap_or(0) + old.corpus.works_of(id).len());
    }
    for id in new.corpus.institution_ids() {
        works[1][id.index()] = Some(new.corpus.works_of(id).len());
    }
    let (before, merged) = ties(old, |id| number_of_old[id.index()]);
    let (now, _) = ties(new, InstitutionId::index);
    let mut ties = [BTreeMap::new(), BTreeMap::new()];
    let mut pairs: Vec<(usize, usize)> = before.keys().chain(now.keys()).copied().collect();
    pairs.sort_unstable();
    pairs.dedup();
    for pair in pairs {
        let weights = [&before, &now].map(|side| side.get(&pair).map_or(0.0, |tie| tie.0));
        let state = match ranking::nearly_equal(weights[0], weights[1]) {
            true => TieState::Same,
            false => match Kind::of_weights(weights[0], weights[1]) {
                Kind::New => TieState::New,
                Kind::Gone => TieState::Gone,
                Kind::Stronger => TieState::Stronger,
                Kind::Weaker => TieState::Weaker,
            },
        };
        for (side, found) in [&before, &now].into_iter().enumerate() {
            // What is new or stronger is marked where it is, what is gone where it was.
            let own = match (side, state) {
                (0, TieState::New | TieState::Stronger | TieState::Weaker) => TieState::Same,
                (_, state) => state,
            };
            if let Some((weight, works)) = found.get(&pair) {
                ties[side].insert(pair, PanelTie { weight: *weight, works: works.clone(), state: own });
            }
        }
    }
    let [old_works, new_works] = works;
    let [old_ties, new_ties] = ties;
    let panel = |key: &str, title: Message, works, ties| MapPanel { key: key.to_owned(), title, works, ties };
    let kind = if old.kind == new.kind { new.kind } else { WorkKind::Work };
    let mut inputs: Vec<_> = old.corpus.inputs().to_vec();
    inputs.extend(new.corpus.inputs().iter().cloned());
    PanelSet {
        kind: PanelKind::Editions,
        works: kind,
        institutions,
        inputs,
        panels: vec![
            panel("old", title("old", old), old_works, old_ties),
            panel("new", title("new", new), new_works, new_ties),
        ],
        top,
        notes: notes(old, new, merged),
    }
}

type SideTies = BTreeMap<(usize, usize), (f64, Vec<String>)>;

/// Ties of an edition by the numbers of their ends, and how many have one institution at both ends now.
fn ties(context: &QueryContext<'_>, number: impl Fn(InstitutionId) -> usize) -> (SideTies, usize) {
    let network: &Network<'_> = context.network();
    let corpus: &Corpus = context.corpus;
    let (mut ties, mut merged) = (SideTies::new(), 0);
    for tie in 0..network.tie_count() {
        let (a, b, weight) = network.tie(tie);
        let ends = [a, b].map(|node| network.institution(node).map_or(usize::MAX, &number));
        if ends[0] == ends[1] {
            merged += 1;
            continue;
        }
        let own = ties.entry((ends[0].min(ends[1]), ends[0].max(ends[1]))).or_default();
        own.0 += weight;
        let names = network.evidence(tie).iter().map(|&work| corpus.work_name(work).to_owned());
        own.1.extend(names);
    }
    for own in ties.values_mut() {
        own.1.sort();
        own.1.dedup();
    }
    (ties, merged)
}

/// `Old: models-2025.csv (914 models)`.
fn title(key: &str, context: &QueryContext<'_>) -> Message {
    let names: Vec<&str> = context.corpus.inputs().iter().map(|input| input.name.as_str()).collect();
    let count = match context.kind.has_works() {
        true => message!("panels-edition-works", count = context.corpus.work_count(), kind = context.kind),
        false => message!("panels-edition-ties", count = context.network().tie_count()),
    };
    message!("panels-edition", edition = key, name = names.join(", "), content = count)
}

fn notes(old: &QueryContext<'_>, new: &QueryContext<'_>, merged: usize) -> Vec<Message> {
    let (before, now) = (old.network().excluded().len(), new.network().excluded().len());
    let over = (before + now > 0).then(|| {
        let cap = new.projection.max_team.map_or_else(String::new, |cap| cap.to_string());
        message!("panels-excluded", old = before, new = now, cap = cap, kind = new.kind)
    });
    let merged = (merged > 0).then(|| message!("panels-merged", count = merged));
    over.into_iter().chain(merged).collect()
}
