//! Which institutions cluster: communities by Leiden.

use serde::Serialize;

use crate::answer::korean::Particle;
use crate::answer::language::Language;
use crate::answer::number::{Real, plain, thousands};
use crate::answer::told::{Answer, Cell, Column, Table};
use crate::community::leiden::{self, Options};
use crate::community::partition::Partition;
use crate::community::quality::{Quality, TieWeights};
use crate::corpus::institution::InstitutionId;
use crate::question::components::members;
use crate::question::record::{self, Method, Party};
use crate::question::scope::Scope;
use crate::question::voice::{Voice, counted};

/// Below this many institutions a partition describes the works at hand and proves no more.
pub const FEW: usize = 30;

#[derive(Serialize)]
struct Record {
    clusters: Vec<Cluster>,
    quality: Real,
    algorithm: &'static str,
    resolution: Real,
    objective: &'static str,
    normalization: &'static str,
    seed: u64,
    starts: usize,
    #[serde(flatten)]
    method: Method,
}

#[derive(Serialize)]
struct Cluster {
    id: usize,
    size: usize,
    members: Vec<Party>,
    ties: usize,
    weight: Real,
}

/// A cluster before it is told: its institutions, strongest first, and the ties within.
struct Group {
    members: Vec<InstitutionId>,
    ties: usize,
    weight: f64,
}

/// The communities of the network, largest first; institutions without partners are alone.
#[must_use]
pub fn ask(scope: &Scope<'_>, options: &Options, language: Language) -> Answer {
    let voice = Voice::new(scope, language);
    let partition = leiden::partition(scope.network(), options);
    let groups = groups(scope, &partition);
    let (objective, resolution) = objective(options.quality);
    let left_out = scope.network().left_out();
    let record = Record {
        clusters: groups.iter().enumerate().map(|(at, group)| group.record(scope, at + 1)).collect(),
        quality: Real(partition.quality()),
        algorithm: "leiden",
        resolution: Real(resolution),
        objective,
        normalization: normalization(options.weights),
        seed: options.seed,
        starts: options.starts.max(1),
        method: Method::of(scope, left_out),
    };
    let alone = groups.iter().filter(|group| group.members.len() == 1).count();
    let mut notes = vec![how(&voice, options, partition.quality())];
    notes.extend(few(&voice));
    notes.extend(voice.method(left_out));
    Answer {
        found: !groups.is_empty(),
        lead: lead(&voice, &groups, alone),
        tables: if groups.len() > alone { vec![table(&voice, &groups)] } else { Vec::new() },
        notes,
        record: record::value(&record),
    }
}

/// How many clusters of two or more institutions there are with the default options.
#[must_use]
pub fn count(scope: &Scope<'_>) -> usize {
    let partition = leiden::partition(scope.network(), &Options::default());
    partition.members().iter().filter(|nodes| nodes.len() > 1).count()
}

fn groups(scope: &Scope<'_>, partition: &Partition) -> Vec<Group> {
    let network = scope.network();
    let mut inside = vec![(0, 0.0); partition.len()];
    for (a, b, weight, _) in network.adjacency().edges() {
        if partition.of[a] == partition.of[b] {
            let group = &mut inside[partition.of[a] as usize];
            *group = (group.0 + 1, group.1 + weight);
        }
    }
    let nodes = partition.members();
    nodes
        .iter()
        .zip(inside)
        .map(|(nodes, (ties, weight))| Group { members: members(network, nodes), ties, weight })
        .collect()
}

impl Group {
    fn record(&self, scope: &Scope<'_>, id: usize) -> Cluster {
        Cluster {
            id,
            size: self.members.len(),
            members: self.members.iter().map(|&id| Party::of(scope.corpus, id)).collect(),
            ties: self.ties,
            weight: Real(self.weight),
        }
    }
}

fn objective(quality: Quality) -> (&'static str, f64) {
    match quality {
        Quality::Modularity { resolution } => ("modularity", resolution),
        Quality::Cpm { resolution } => ("cpm", resolution),
    }
}

fn normalization(weights: TieWeights) -> &'static str {
    match weights {
        TieWeights::AsCounted => "none",
        TieWeights::Unweighted => "unweighted",
        TieWeights::AssociationStrength => "association-strength",
    }
}

fn lead(voice: &Voice<'_, '_>, groups: &[Group], alone: usize) -> Vec<String> {
    let all = voice.institutions(voice.scope.corpus.institutions_len());
    let clusters = groups.len() - alone;
    let Some(largest) = groups.first().filter(|_| clusters > 0) else {
        return vec![voice.say(
            format!("There are no clusters: {all}, none of them with partners."),
            format!("군집이 없다. {all} 가운데 협력 기관이 있는 곳이 없다."),
        )];
    };
    let count = counted(clusters, "cluster", "clusters");
    let number = thousands(clusters as u64);
    let belong = if alone == 1 { "belongs" } else { "belong" };
    let lone = match alone {
        0 => String::new(),
        _ => voice.say(
            format!("; {} {belong} to none", voice.institutions(alone)),
            format!("(속하지 않은 {})", voice.institutions(alone)),
        ),
    };
    vec![
        voice.say(
            format!("The {all} form {count} of two or more{lone}."),
            format!("{all}은 둘 이상으로 된 군집 {number}개를 이룬다{lone}."),
        ),
        voice.say(
            format!("The largest has {}: {}.", largest.members.len(), voice.names(&largest.members)),
            format!("가장 큰 군집은 {}곳이다: {}.", largest.members.len(), voice.names(&largest.members)),
        ),
    ]
}

/// Method, resolution and quality.
fn how(voice: &Voice<'_, '_>, options: &Options, quality: f64) -> String {
    let (objective, resolution) = match options.quality {
        Quality::Modularity { resolution } => (voice.say("modularity", "모듈성"), resolution),
        Quality::Cpm { resolution } => (voice.say("the constant Potts model", "CPM"), resolution),
    };
    let weights = match options.weights {
        TieWeights::AsCounted => String::new(),
        TieWeights::Unweighted => voice.say(", every tie taken as 1", ", 모든 관계를 1로"),
        TieWeights::AssociationStrength => voice.say(", on association strengths", ", 연관 강도로"),
    };
    let (resolution, quality) = (plain(resolution, 4), plain(quality, 4));
    let starts = counted(options.starts.max(1), "start", "starts");
    let (number, seed) = (options.starts.max(1), options.seed);
    voice.say(
        format!(
            "Leiden (Traag et al. 2019) on {objective}{weights}, resolution {resolution}, best of {starts}, seed {seed}: quality {quality}."
        ),
        format!(
            "라이덴 알고리즘(Traag 외 2019): {objective}{weights}, 해상도 {resolution}, {number}번 시도 중 최선, 시드 {seed}, 품질 {quality}."
        ),
    )
}

fn few(voice: &Voice<'_, '_>) -> Option<String> {
    let count = voice.scope.corpus.institutions_len();
    (1..FEW).contains(&count).then(|| {
        voice.say(
            format!("With only {}, clusters mostly retell who shares a work.", voice.institutions(count)),
            format!(
                "{}뿐이어서, 군집은 대체로 누가 {} 함께 발표했는지를 되풀이한다.",
                voice.institutions(count),
                voice.noun_with(Particle::Object)
            ),
        )
    })
}

/// Clusters of two or more.
fn table(voice: &Voice<'_, '_>, groups: &[Group]) -> Table {
    let columns = vec![
        Column::new("cluster", voice.say("Cluster", "군집")),
        Column::new("size", voice.say("Institutions", "기관 수")),
        Column::new("ties", voice.say("Ties within", "내부 관계")),
        Column::new("weight", voice.say("Weight", "가중치")),
        Column::new("members", voice.say("Members", "구성 기관")),
        Column::for_machines("ids"),
    ];
    let row = |(at, group): (usize, &Group)| {
        let ids = group.members.iter().map(|&id| voice.scope.corpus.institution(id).id.clone());
        vec![
            Cell::Count(at as u64 + 1),
            Cell::Count(group.members.len() as u64),
            Cell::Count(group.ties as u64),
            Cell::Real(group.weight),
            Cell::list(group.members.iter().map(|&id| voice.name(id)).collect()),
            Cell::list(ids.collect()),
        ]
    };
    let rows = groups.iter().enumerate().filter(|(_, group)| group.members.len() > 1).map(row).collect();
    Table { name: "clusters".to_owned(), caption: voice.say("Clusters", "군집"), columns, rows }
}
