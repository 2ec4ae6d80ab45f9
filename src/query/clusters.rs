//! Clusters: Leiden communities of the network, named after their leading members, with their stability.

mod stability;

use serde::Serialize;

use crate::answer::Answer;
use crate::answer::korean::Particle;
use crate::answer::language::Language;
use crate::answer::number::{Real, plain, stable, thousands};
use crate::answer::table::{Cell, Column, Table};
use crate::community::leiden::{self, Options};
use crate::community::partition::Partition;
use crate::community::quality::{Quality, TieWeights};
use crate::corpus::institution::InstitutionId;
use crate::message;
use crate::network::components;
use crate::query::clusters::stability::{ClusterStability, UnstablePair, percent};
use crate::query::components::members;
use crate::query::context::QueryContext;
use crate::query::record::{self, InstitutionRecord, Method};
use crate::query::require_works;
use crate::query::voice::{Voice, counted};

/// Below this number of institutions a partition is descriptive only, which a note says.
pub const MIN_INSTITUTIONS: usize = 30;
/// Number of leading members in the name of a cluster.
const NAME_MEMBERS: usize = 3;

#[derive(Serialize)]
struct Record {
    clusters: Vec<ClusterRow>,
    quality: Real,
    algorithm: &'static str,
    resolution: Real,
    objective: &'static str,
    normalization: &'static str,
    seed: u64,
    starts: usize,
    runs: usize,
    #[serde(rename = "wavering")]
    unstable_members: Vec<UnstablePair>,
    few: bool,
    #[serde(flatten)]
    method: Method,
}

#[derive(Serialize)]
struct ClusterRow {
    id: usize,
    size: usize,
    members: Vec<InstitutionRecord>,
    ties: usize,
    weight: Real,
    name: String,
    name_ko: Option<String>,
    leaders: Vec<String>,
    together: Real,
    found: Real,
    membership: Vec<Real>,
}

/// A cluster: its members (strongest first), internal ties and stability.
struct ClusterSummary {
    members: Vec<InstitutionId>,
    ties: usize,
    weight: f64,
    /// Shares of runs: two members are in one cluster; exactly this cluster occurs.
    shares: [f64; 2],
}

/// Communities of the network, largest first; institutions without partners are clusters of one.
#[must_use]
pub fn ask(context: &QueryContext<'_>, options: &Options, language: Language) -> Answer {
    let voice = Voice::new(context, language);
    let partition = leiden::partition(context.network(), options);
    let stability = ClusterStability::of(context, &partition, options);
    let clusters = summaries(context, &partition, &stability);
    let (objective, resolution) = objective(options.quality);
    let excluded = context.network().left_out();
    let record = Record {
        clusters: clusters
            .iter()
            .enumerate()
            .map(|(at, cluster)| cluster.record(context, &stability, at + 1))
            .collect(),
        quality: Real(partition.quality()),
        algorithm: "leiden",
        resolution: Real(resolution),
        objective,
        normalization: normalization(options.weights),
        seed: options.seed,
        starts: options.starts.max(1),
        runs: stability.measured.runs,
        unstable_members: stability.records(context),
        few: (1..MIN_INSTITUTIONS).contains(&context.corpus.institutions_len()),
        method: Method::of(context, excluded),
    };
    let singletons = clusters.iter().filter(|cluster| cluster.members.len() == 1).count();
    let mut notes = vec![method_note(&voice, options, partition.quality())];
    notes.extend(small_sample_note(&voice));
    notes.extend(only_components(&voice, &clusters));
    notes.extend(voice.method(excluded));
    let (mut lead, mut tables) = (lead(&voice, &clusters, singletons), Vec::new());
    if clusters.len() > singletons {
        let member_lists: Vec<Vec<InstitutionId>> =
            clusters[..clusters.len() - singletons].iter().map(|cluster| cluster.members.clone()).collect();
        lead.push(stability.sentence(&voice, &member_lists));
        tables.push(table(&voice, &clusters));
        tables.extend(stability.table(&voice));
    } else {
        tables.push(table(&voice, &[]));
    }
    Answer { found: !clusters.is_empty(), lead, tables, notes, record: record::value(&record) }
}

/// Number of clusters of two or more institutions with the default options.
#[must_use]
pub fn count(context: &QueryContext<'_>) -> usize {
    let partition = leiden::partition(context.network(), &Options::default());
    partition.members().iter().filter(|nodes| nodes.len() > 1).count()
}

fn summaries(context: &QueryContext<'_>, partition: &Partition, stability: &ClusterStability) -> Vec<ClusterSummary> {
    let network = context.network();
    let mut internal = vec![(0, 0.0); partition.len()];
    for (a, b, weight, _) in network.adjacency().edges() {
        if partition.of[a] == partition.of[b] {
            let cluster = &mut internal[partition.of[a] as usize];
            *cluster = (cluster.0 + 1, cluster.1 + weight);
        }
    }
    let nodes = partition.members();
    nodes
        .iter()
        .zip(internal)
        .enumerate()
        .map(|(at, (nodes, (ties, weight)))| ClusterSummary {
            members: members(network, nodes),
            ties,
            weight,
            shares: [stability.measured.together[at], stability.measured.found[at]],
        })
        .collect()
}

impl ClusterSummary {
    /// Leading members, strongest first.
    fn leaders(&self) -> &[InstitutionId] {
        &self.members[..NAME_MEMBERS.min(self.members.len())]
    }

    fn name_by(&self, name: impl Fn(InstitutionId) -> String) -> String {
        self.leaders().iter().map(|&id| name(id)).collect::<Vec<_>>().join(" · ")
    }

    fn record(&self, context: &QueryContext<'_>, stability: &ClusterStability, id: usize) -> ClusterRow {
        let corpus = context.corpus;
        let korean = self.leaders().iter().any(|&id| corpus.institution(id).names.label_ko().is_some());
        let [together, found] = self.shares.map(Real);
        ClusterRow {
            name: self.name_by(|id| Language::English.name(&corpus.institution(id).names)),
            name_ko: korean.then(|| self.name_by(|id| Language::Korean.name(&corpus.institution(id).names))),
            leaders: self.leaders().iter().map(|&id| corpus.institution(id).id.clone()).collect(),
            together,
            found,
            membership: self.members.iter().map(|id| Real(stability.measured.membership[id.index()])).collect(),
            id,
            size: self.members.len(),
            members: self.members.iter().map(|&id| InstitutionRecord::of(context.corpus, id)).collect(),
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

fn lead(voice: &Voice<'_, '_>, clusters: &[ClusterSummary], singletons: usize) -> Vec<String> {
    let all = voice.institutions(voice.context.corpus.institutions_len());
    let count = clusters.len() - singletons;
    let Some(largest) = clusters.first().filter(|_| count > 0) else {
        return vec![voice.say(
            format!("There are no clusters: {all}, none of them with partners."),
            format!("군집이 없다. {all} 가운데 협력 기관이 있는 곳이 없다."),
        )];
    };
    let counted_clusters = counted(count, "cluster", "clusters");
    let number = thousands(count as u64);
    let belong = if singletons == 1 { "belongs" } else { "belong" };
    let lone = match singletons {
        0 => String::new(),
        _ => voice.say(
            format!("; {} {belong} to none", voice.institutions(singletons)),
            format!("(속하지 않은 {})", voice.institutions(singletons)),
        ),
    };
    let names: Vec<String> = clusters[..count]
        .iter()
        .map(|cluster| cluster.name_by(|id| voice.name(id)))
        .map(|name| format!("“{name}”"))
        .collect();
    let named = voice.list(&names, "개");
    vec![
        voice.say(
            format!("The {all} form {counted_clusters} of two or more{lone}."),
            format!("{all}은 둘 이상으로 된 군집 {number}개를 이룬다{lone}."),
        ),
        voice.say(
            format!("The largest has {}: {}.", largest.members.len(), voice.names(&largest.members)),
            format!("가장 큰 군집은 {}곳이다: {}.", largest.members.len(), voice.names(&largest.members)),
        ),
        voice.say(format!("By their leading members: {named}."), format!("앞선 기관으로 부르면: {named}.")),
    ]
}

/// Note on algorithm, resolution and quality.
fn method_note(voice: &Voice<'_, '_>, options: &Options, quality: f64) -> String {
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

fn small_sample_note(voice: &Voice<'_, '_>) -> Option<String> {
    let count = voice.context.corpus.institutions_len();
    (1..MIN_INSTITUTIONS).contains(&count).then(|| {
        if require_works::has_no_works(voice.context) {
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

/// Note that the clusters equal the connected components.
fn only_components(voice: &Voice<'_, '_>, clusters: &[ClusterSummary]) -> Option<String> {
    let linked = components::find(voice.context.network());
    let larger = clusters.iter().filter(|cluster| cluster.members.len() > 1).count();
    let components = linked.members.iter().filter(|nodes| nodes.len() > 1).count();
    (larger > 0 && larger == components).then(|| {
        if require_works::has_no_works(voice.context) {
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

/// Table of clusters of two or more.
fn table(voice: &Voice<'_, '_>, clusters: &[ClusterSummary]) -> Table {
    let columns = vec![
        Column::new("cluster", voice.say("Cluster", "군집")),
        Column::for_machines("name"),
        Column::new("size", voice.text(message!("answers-number-of-institutions"))),
        Column::new("ties", voice.say("Ties within", "내부 관계")),
        Column::new("weight", voice.text(message!("answers-weight"))),
        Column::new("together", voice.say("Stay together", "함께 묶인 비율")),
        Column::for_machines("found"),
        Column::new("members", voice.text(message!("answers-members"))),
        Column::for_machines("ids"),
    ];
    let percent_cell = |share: f64| Cell::coded(percent(share), stable(share).to_string());
    let row = |(at, cluster): (usize, &ClusterSummary)| {
        let ids = cluster.members.iter().map(|&id| voice.context.corpus.institution(id).id.clone());
        vec![
            Cell::Count(at as u64 + 1),
            Cell::text(cluster.name_by(|id| voice.name(id))),
            Cell::Count(cluster.members.len() as u64),
            Cell::Count(cluster.ties as u64),
            Cell::Real(cluster.weight),
            percent_cell(cluster.shares[0]),
            percent_cell(cluster.shares[1]),
            Cell::list(cluster.members.iter().map(|&id| voice.name(id)).collect()),
            Cell::list(ids.collect()),
        ]
    };
    let rows = clusters.iter().enumerate().filter(|(_, cluster)| cluster.members.len() > 1).map(row).collect();
    Table { name: "clusters".to_owned(), caption: voice.say("Clusters", "군집"), columns, rows }
}
