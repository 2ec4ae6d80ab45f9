//! Over which partners does one institution reach another?

use serde::Serialize;

use crate::answer::korean::Particle;
use crate::answer::language::Language;
use crate::answer::told::{Answer, Cell, Column, Table};
use crate::corpus::institution::InstitutionId;
use crate::corpus::work::WorkId;
use crate::network::components;
use crate::question::record::{self, Method, Party, Step};
use crate::question::scope::Scope;
use crate::question::voice::{Voice, counted};
use crate::selection::path::{self, Path};

/// How many paths are told beside the shortest unless told otherwise.
pub const DEFAULT_ALTERNATIVES: usize = 4;

/// How far the answer goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// How many paths beside the shortest.
    pub alternatives: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self { alternatives: DEFAULT_ALTERNATIVES }
    }
}

#[derive(Serialize)]
struct Record {
    steps: Option<Vec<Step>>,
    length: Option<usize>,
    alternatives: Vec<Alternative>,
    a: Party,
    b: Party,
    #[serde(flatten)]
    method: Method,
}

#[derive(Serialize)]
struct Alternative {
    steps: Vec<Step>,
    length: usize,
}

/// The shortest path from `a` to `b` with the works behind every step, and the next paths.
#[must_use]
pub fn ask(scope: &Scope<'_>, a: InstitutionId, b: InstitutionId, options: &Options, language: Language) -> Answer {
    let voice = Voice::new(scope, language);
    let paths = paths(scope, a, b, options.alternatives.saturating_add(1));
    let left_out = left_out(scope, a, b);
    let first = paths.first();
    let alternative =
        |path: &Vec<InstitutionId>| Alternative { steps: Step::along(scope, path), length: path.len() - 1 };
    let record = Record {
        steps: first.map(|path| Step::along(scope, path)),
        length: first.map(|path| path.len() - 1),
        alternatives: paths.iter().skip(1).map(alternative).collect(),
        a: Party::of(scope.corpus, a),
        b: Party::of(scope.corpus, b),
        method: Method::of(scope, &left_out),
    };
    let steps = first.map_or(&[][..], Vec::as_slice);
    let mut tables = vec![table(&voice, "path", voice.say("Shortest path", "최단 경로"), steps)];
    if paths.len() > 1 {
        tables.push(alternatives(&voice, &paths[1..]));
    }
    Answer {
        found: first.is_some(),
        lead: lead(&voice, a, b, &paths),
        tables,
        notes: voice.method(&left_out),
        record: record::value(&record),
    }
}

/// The best `count` paths as institutions.
fn paths(scope: &Scope<'_>, a: InstitutionId, b: InstitutionId, count: usize) -> Vec<Vec<InstitutionId>> {
    let network = scope.network();
    let found = path::k_shortest(network, network.node_of(a), network.node_of(b), count);
    found.iter().map(|path| institutions(scope, path)).collect()
}

fn institutions(scope: &Scope<'_>, path: &Path) -> Vec<InstitutionId> {
    path.nodes.iter().filter_map(|&node| scope.network().institution(node)).collect()
}

/// Works of either end that the team cap leaves out: with them there might be a shorter path.
fn left_out(scope: &Scope<'_>, a: InstitutionId, b: InstitutionId) -> Vec<WorkId> {
    let mut works = scope.left_out_of(a);
    works.extend(scope.left_out_of(b));
    works.sort_unstable();
    works.dedup();
    works
}

/// The shortest path; of equally short ones that of the strongest weakest tie.
#[must_use]
pub fn shortest(scope: &Scope<'_>, a: InstitutionId, b: InstitutionId) -> Option<Vec<InstitutionId>> {
    let network = scope.network();
    let path = path::shortest(network, network.node_of(a), network.node_of(b))?;
    Some(institutions(scope, &path))
}

fn lead(voice: &Voice<'_, '_>, a: InstitutionId, b: InstitutionId, paths: &[Vec<InstitutionId>]) -> Vec<String> {
    let Some(first) = paths.first() else { return none(voice, a, b) };
    if a == b {
        let name = voice.name(a);
        return vec![voice.say(
            format!("Both names mean {name}; there is no step to take."),
            format!("두 이름은 같은 기관({name})을 가리킨다."),
        )];
    }
    let mut lead = vec![sentence(voice, first)];
    let others = &paths[1..];
    let equal = others.iter().filter(|path| path.len() == first.len()).count();
    if equal == 0 && !others.is_empty() && first.len() > 2 {
        lead.push(voice.say("No other path is as short.", "이만큼 짧은 다른 경로는 없다."));
    } else if equal > 0 {
        let more = equal == others.len();
        let (paths, are) = (counted(equal, "other path", "other paths"), if equal == 1 { "is" } else { "are" });
        lead.push(match more {
            true => voice.say(
                format!("At least {paths} {are} as short."),
                format!("길이가 같은 다른 경로가 적어도 {equal}개 있다."),
            ),
            false => voice.say(format!("{paths} {are} as short."), format!("길이가 같은 다른 경로가 {equal}개 있다.")),
        });
    }
    lead
}

fn none(voice: &Voice<'_, '_>, a: InstitutionId, b: InstitutionId) -> Vec<String> {
    let network = voice.scope.network();
    let components = components::find(network);
    let group = |id: InstitutionId| {
        let component = components.of[network.node_of(id)] as usize;
        components.members[component].len()
    };
    let (of_a, of_b) = (group(a), group(b));
    let (name_a, name_b) = (voice.name(a), voice.name(b));
    let size = |size: usize| match size {
        1 => voice.say("has no partners", "협력 기관이 없다"),
        _ => voice.say(
            format!("is in a group of {size} linked institutions"),
            format!("이어진 기관 {size}곳의 무리에 속한다"),
        ),
    };
    vec![
        voice.say(
            format!("No path of shared works links {name_a} and {name_b}."),
            format!(
                "{} {} 함께 발표한 {} 따라가도 이어지지 않는다.",
                voice.with(a, Particle::And),
                voice.with(b, Particle::Topic),
                voice.noun_with(Particle::Object)
            ),
        ),
        voice.say(
            format!("{name_a} {}; {name_b} {}.", size(of_a), size(of_b)),
            format!(
                "{} {}. {} {}.",
                voice.with(a, Particle::Topic),
                size(of_a),
                voice.with(b, Particle::Topic),
                size(of_b)
            ),
        ),
    ]
}

/// The institutions of a path, `A – B – C`.
fn chain(voice: &Voice<'_, '_>, path: &[InstitutionId]) -> String {
    path.iter().map(|&id| voice.name(id)).collect::<Vec<_>>().join(" – ")
}

/// The path as a sentence.
#[must_use]
pub fn sentence(voice: &Voice<'_, '_>, path: &[InstitutionId]) -> String {
    let (Some(&a), Some(&b)) = (path.first(), path.last()) else { return String::new() };
    if path.len() == 2 {
        return voice.say(
            format!("{} and {} are partners directly.", voice.name(a), voice.name(b)),
            format!("{} {} 직접 협력했다.", voice.with(a, Particle::And), voice.with(b, Particle::Topic)),
        );
    }
    let chain = chain(voice, path);
    let steps = path.len() - 1;
    let count = counted(steps, "step", "steps");
    voice.say(
        format!("{} reaches {} in {count}: {chain}.", voice.name(a), voice.name(b)),
        format!("{} {}까지 {steps}단계로 이어진다: {chain}.", voice.with(a, Particle::Topic), voice.name(b)),
    )
}

/// The steps of a path, with the works behind each.
#[must_use]
pub fn table(voice: &Voice<'_, '_>, name: &str, caption: String, path: &[InstitutionId]) -> Table {
    let columns = vec![
        Column::new("step", voice.say("Step", "단계")),
        Column::new("from", voice.say("From", "출발")),
        Column::new("to", voice.say("To", "도착")),
        Column::for_machines("from_id"),
        Column::for_machines("to_id"),
        Column::for_machines("weight"),
        Column::new("works", voice.say("Shared works", format!("함께 발표한 {}", voice.noun()))),
    ];
    let network = voice.scope.network();
    let row = |(at, pair): (usize, &[InstitutionId])| {
        let tie = network.tie_between(network.node_of(pair[0]), network.node_of(pair[1]));
        let works = tie.map_or(&[][..], |tie| network.evidence(tie));
        vec![
            Cell::Count(at as u64 + 1),
            Cell::text(voice.name(pair[0])),
            Cell::text(voice.name(pair[1])),
            Cell::text(&voice.scope.corpus.institution(pair[0]).id),
            Cell::text(&voice.scope.corpus.institution(pair[1]).id),
            tie.map_or(Cell::Empty, |tie| Cell::Real(network.tie(tie).2)),
            Cell::list(works.iter().map(|&work| voice.work(work)).collect()),
        ]
    };
    Table { name: name.to_owned(), caption, columns, rows: path.windows(2).enumerate().map(row).collect() }
}

/// The next paths, one a row.
fn alternatives(voice: &Voice<'_, '_>, paths: &[Vec<InstitutionId>]) -> Table {
    let columns = vec![
        Column::new("steps", voice.say("Steps", "단계")),
        Column::new("path", voice.say("Path", "경로")),
        Column::for_machines("ids"),
    ];
    let row = |path: &Vec<InstitutionId>| {
        let ids = path.iter().map(|&id| voice.scope.corpus.institution(id).id.clone());
        vec![Cell::Count(path.len() as u64 - 1), Cell::text(chain(voice, path)), Cell::list(ids.collect())]
    };
    Table {
        name: "alternatives".to_owned(),
        caption: voice.say("The next paths", "다음 경로"),
        columns,
        rows: paths.iter().map(row).collect(),
    }
}
