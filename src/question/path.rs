//! Over which partners does one institution reach another?

use crate::answer::korean::Particle;
use crate::answer::told::{Cell, Column, Table};
use crate::corpus::institution::InstitutionId;
use crate::question::scope::Scope;
use crate::question::voice::Voice;

/// The first of the shortest paths: fewest steps.
#[must_use]
pub fn shortest(scope: &Scope<'_>, a: InstitutionId, b: InstitutionId) -> Option<Vec<InstitutionId>> {
    let network = scope.network();
    let (from, to) = (network.node_of(a), network.node_of(b));
    let mut before = vec![usize::MAX; network.nodes_len()];
    before[from] = from;
    let mut queue = std::collections::VecDeque::from([from]);
    while let Some(node) = queue.pop_front() {
        if node == to {
            break;
        }
        for (next, _, _) in network.adjacency().row_of(node) {
            if before[next] == usize::MAX {
                before[next] = node;
                queue.push_back(next);
            }
        }
    }
    if before[to] == usize::MAX {
        return None;
    }
    let mut path = vec![to];
    while path.last() != Some(&from) {
        path.push(before[*path.last()?]);
    }
    path.iter().rev().map(|&node| network.institution(node)).collect()
}

/// The path as a sentence.
#[must_use]
pub fn sentence(voice: &Voice<'_, '_>, path: &[InstitutionId]) -> String {
    let (Some(&a), Some(&b)) = (path.first(), path.last()) else { return String::new() };
    let names: Vec<String> = path.iter().map(|&id| voice.name(id)).collect();
    let chain = names.join(" – ");
    let steps = path.len() - 1;
    let step = if steps == 1 { "step" } else { "steps" };
    voice.say(
        format!("{} reaches {} in {steps} {step}: {chain}.", voice.name(a), voice.name(b)),
        format!("{} {}까지 {steps}단계로 이어진다: {chain}.", voice.with(a, Particle::Topic), voice.name(b)),
    )
}

/// The steps of one or more paths, with the works behind each.
#[must_use]
pub fn table(voice: &Voice<'_, '_>, name: &str, caption: String, paths: &[Vec<InstitutionId>]) -> Table {
    let mut columns = vec![
        Column::new("path", voice.say("Path", "경로")),
        Column::new("step", voice.say("Step", "단계")),
        Column::new("from", voice.say("From", "출발")),
        Column::new("to", voice.say("To", "도착")),
        Column::for_machines("from_id"),
        Column::for_machines("to_id"),
        Column::for_machines("weight"),
        Column::new("works", voice.say("Shared works", format!("함께 발표한 {}", voice.noun()))),
    ];
    if paths.len() == 1 {
        columns[0] = Column::for_machines("path");
    }
    let network = voice.scope.network();
    let mut rows = Vec::new();
    for (number, path) in paths.iter().enumerate() {
        for (step, pair) in path.windows(2).enumerate() {
            let tie = network.tie_between(network.node_of(pair[0]), network.node_of(pair[1]));
            let works = tie.map_or(&[][..], |tie| network.evidence(tie));
            rows.push(vec![
                Cell::Count(number as u64 + 1),
                Cell::Count(step as u64 + 1),
                Cell::text(voice.name(pair[0])),
                Cell::text(voice.name(pair[1])),
                Cell::text(&voice.scope.corpus.institution(pair[0]).id),
                Cell::text(&voice.scope.corpus.institution(pair[1]).id),
                tie.map_or(Cell::Empty, |tie| Cell::Real(network.tie(tie).2)),
                Cell::list(works.iter().map(|&work| voice.work(work)).collect()),
            ]);
        }
    }
    Table { name: name.to_owned(), caption, columns, rows }
}
