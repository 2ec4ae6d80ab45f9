//! Which institutions cluster: communities by Leiden, named after their leading members, and how steady they are.

mod steadiness;

use serde::Serialize;

use crate::answer::korean::Particle;
use crate::answer::language::Language;
use crate::answer::number::{Real, plain, stable, thousands};
use crate::answer::told::{Answer, Cell, Column, Table};
use crate::community::leiden::{self, Options};
use crate::community::partition::Partition;
use crate::community::quality::{Quality, TieWeights};
use crate::corpus::institution::InstitutionId;
use crate::network::components;
use crate::question::clusters::steadiness::{Steadiness, Wavering, percent};
use crate::question::components::members;
use crate::question::lack;
use crate::question::record::{self, Method, Party};
use crate::question::scope::Scope;
use crate::question::voice::{Voice, counted};

/// Below this many institutions a partition describes the works at hand and proves no more.
pub const FEW: usize = 30;
/// How many leading members name a cluster.
const NAMING: usize = 3;

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
    runs: usize,
    wavering: Vec<Wavering>,
    few: bool,
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
    name: String,
    name_ko: Option<String>,
    leaders: Vec<String>,
    together: Real,
    found: Real,
    membership: Vec<Real>,
}

/// A cluster before it is told: its institutions, strongest first, and the ties within.
struct Group {
    members: Vec<InstitutionId>,
    ties: usize,
    weight: f64,
    /// Share of runs in which two members are together, and in which exactly this cluster comes out.
    steady: [f64; 2],
}

/// The communities of the network, largest first; institutions without partners are alone.
#[must_use]
pub fn ask(scope: &Scope<'_>, options: &Options, language: Language) -> Answer {
    let voice = Voice::new(scope, language);
    let partition = leiden::partition(scope.network(), options);
    let steadiness = Steadiness::of(scope, &partition, options);
    let groups = groups(scope, &partition, &steadiness);
    let (objective, resolution) = objective(options.quality);
    let left_out = scope.network().excluded();
    let record = Record {
        clusters: groups.iter().enumerate().map(|(at, group)| group.record(scope, &steadiness, at + 1)).collect(),
        quality: Real(partition.quality()),
        algorithm: "leiden",
        resolution: Real(resolution),
        objective,
        normalization: normalization(options.weights),
        seed: options.seed,
        starts: options.starts.max(1),
        runs: steadiness.stability.runs,
        wavering: steadiness.records(scope),
        few: (1..FEW).contains(&scope.corpus.institution_count()),
        method: Method::of(scope, left_out),
    };
    let alone = groups.iter().filter(|group| group.members.len() == 1).count();
    let mut notes = vec![how(&voice, options, partition.quality())];
    notes.extend(few(&voice));
    notes.extend(only_components(&voice, &groups));
    notes.extend(voice.method(left_out));
    let (mut lead, mut tables) = (lead(&voice, &groups, alone), Vec::new());
    if groups.len() > alone {
        let clusters: Vec<Vec<InstitutionId>> =
            groups[..groups.len() - alone].iter().map(|group| group.members.clone()).collect();
        lead.push(steadiness.sentence(&voice, &clusters));
        tables.push(table(&voice, &groups));
        tables.extend(steadiness.table(&voice));
    } else {
        tables.push(table(&voice, &[]));
    }
    Answer { found: !groups.is_empty(), lead, tables, notes, record: record::value(&record) }
}

/// How many clusters of two or more institutions there are with the default options.
#[must_use]
pub fn count(scope: &Scope<'_>) -> usize {
    let partition = leiden::partition(scope.network(), &Options::default());
    partition.members().iter().filter(|nodes| nodes.len() > 1).count()
}

fn groups(scope: &Scope<'_>, partition: &Partition, steadiness: &Steadiness) -> Vec<Group> {
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
        .enumerate()
        .map(|(at, (nodes, (ties, weight)))| Group {
            members: members(network, nodes),
            ties,
            weight,
            steady: [steadiness.stability.co_membership[at], steadiness.stability.recovered[at]],
        })
        .collect()
}

impl Group {
    /// The leading members, strongest first.
    fn leaders(&self) -> &[InstitutionId] {
        &self.members[..NAMING.min(self.members.len())]
    }

    fn named(&self, name: impl Fn(InstitutionId) -> String) -> String {
        self.leaders().iter().map(|&id| name(id)).collect::<Vec<_>>().join(" · ")
    }

    fn record(&self, scope: &Scope<'_>, steadiness: &Steadiness, id: usize) -> Cluster {
        let corpus = scope.corpus;
        let korean = self.leaders().iter().any(|&id| corpus.institution(id).names.label_ko().is_some());
        let [together, found] = self.steady.map(Real);
        Cluster {
            name: self.named(|id| Language::English.name(&corpus.institution(id).names)),
            name_ko: korean.then(|| self.named(|id| Language::Korean.name(&corpus.institution(id).names))),
            leaders: self.leaders().iter().map(|&id| corpus.institution(id).id.clone()).collect(),
            together,
            found,
            membership: self.members.iter().map(|id| Real(steadiness.stability.member_stability[id.index()])).collect(),
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
    let all = voice.institutions(voice.scope.corpus.institution_count());
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
    let names: Vec<String> = groups[..clusters]
        .iter()
        .map(|group| group.named(|id| voice.name(id)))
        .map(|name| format!("“{name}”"))
        .collect();
    let named = voice.list(&names, "개");
    vec![
        voice.say(
            format!("The {all} form {count} of two or more{lone}."),
            format!("{all}은 둘 이상으로 된 군집 {number}개를 이룬다{lone}."),
        ),
        voice.say(
            format!("The largest has {}: {}.", largest.members.len(), voice.names(&largest.members)),
            format!("가장 큰 군집은 {}곳이다: {}.", largest.members.len(), voice.names(&largest.members)),
        ),
        voice.say(format!("By their leading members: {named}."), format!("앞선 기관으로 부르면: {named}.")),
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
    let count = voice.scope.corpus.institution_count();
    (1..FEW).contains(&count).then(|| {
        if lack::of_works(voice.scope) {
            return voice.say(
                format!("With only {}, clusters mostly retell who is tied to whom.", voice.institutions(count)),
                format!("{}뿐이어서, 군집은 대체로 누가 누구와 이어졌는지를 되풀이한다.", voice.institutions(count)),
            );
        }
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

/// Says when the clusters are no more than the groups that are linked at all.
fn only_components(voice: &Voice<'_, '_>, groups: &[Group]) -> Option<String> {
    let linked = components::find(voice.scope.network());
    let larger = groups.iter().filter(|group| group.members.len() > 1).count();
    let parts = linked.members.iter().filter(|nodes| nodes.len() > 1).count();
    (larger > 0 && larger == parts).then(|| {
        if lack::of_works(voice.scope) {
            return voice.say(
                "The clusters are just the groups that no tie links to each other; the method found nothing finer.",
                "군집은 서로 이어지지 않은 무리 그대로이며, 더 잘게 나뉘지 않았다.",
            );
        }
        voice.say(
            "The clusters are just the groups that no work links to each other; the method found nothing finer.",
            format!(
                "군집은 서로 이어진 {} 없는 무리 그대로이며, 더 잘게 나뉘지 않았다.",
                voice.noun_with(Particle::Subject)
            ),
        )
    })
}

/// Clusters of two or more.
fn table(voice: &Voice<'_, '_>, groups: &[Group]) -> Table {
    let columns = vec![
        Column::new("cluster", voice.say("Cluster", "군집")),
        Column::for_machines("name"),
        Column::new("size", voice.say("Institutions", "기관 수")),
        Column::new("ties", voice.say("Ties within", "내부 관계")),
        Column::new("weight", voice.say("Weight", "가중치")),
        Column::new("together", voice.say("Stay together", "함께 묶인 비율")),
        Column::for_machines("found"),
        Column::new("members", voice.say("Members", "구성 기관")),
        Column::for_machines("ids"),
    ];
    let part = |share: f64| Cell::coded(percent(share), stable(share).to_string());
    let row = |(at, group): (usize, &Group)| {
        let ids = group.members.iter().map(|&id| voice.scope.corpus.institution(id).id.clone());
        vec![
            Cell::Count(at as u64 + 1),
            Cell::text(group.named(|id| voice.name(id))),
            Cell::Count(group.members.len() as u64),
            Cell::Count(group.ties as u64),
            Cell::Real(group.weight),
            part(group.steady[0]),
            part(group.steady[1]),
            Cell::list(group.members.iter().map(|&id| voice.name(id)).collect()),
            Cell::list(ids.collect()),
        ]
    };
    let rows = groups.iter().enumerate().filter(|(_, group)| group.members.len() > 1).map(row).collect();
    Table { name: "clusters".to_owned(), caption: voice.say("Clusters", "군집"), columns, rows }
}
