//! Clusters: communities of the network, named after their leading members, with their stability.

mod comparison;
mod stability;

use crate::answer::Answer;
use crate::answer::language::Language;
use crate::answer::number::{Real, stable};
use crate::answer::table::{Cell, Column, Table};
use crate::community::detection::{self, DetectionMethod};
use crate::community::given;
use crate::community::leiden::{self, Options};
use crate::community::partition::Partition;
use crate::community::quality::{Quality, TieWeights};
use crate::corpus::institution::InstitutionId;
use crate::message;
use crate::messages::{Argument, List, Message};
use crate::network::components;
use crate::query::clusters::comparison::OtherMethod;
use crate::query::clusters::stability::{ClusterStability, UnstablePair, percent};
use crate::query::components::members;
use crate::query::context::QueryContext;
use crate::query::localized::{Basis, LocalizedContext};
use crate::query::record::{self, InstitutionRecord, Method};
use crate::query::require_works;
use serde::Serialize;

/// Below this number of institutions a partition is descriptive only, which a note says.
pub const MIN_INSTITUTIONS: usize = 30;
/// Number of leading members in the name of a cluster.
const NAME_MEMBERS: usize = 3;

#[derive(Serialize)]
struct Record {
    clusters: Vec<ClusterRow>,
    quality: Real,
    modularity: Real,
    algorithm: &'static str,
    resolution: Real,
    objective: &'static str,
    normalization: &'static str,
    seed: u64,
    starts: usize,
    runs: usize,
    #[serde(rename = "wavering")]
    unstable_members: Vec<UnstablePair>,
    agreement: Vec<OtherMethod>,
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
    #[serde(skip_serializing_if = "Option::is_none")]
    given: Option<String>,
}

/// A cluster: its members (strongest first), internal ties and stability.
struct ClusterSummary {
    members: Vec<InstitutionId>,
    ties: usize,
    weight: f64,
    /// Shares of runs: two members are in one cluster; exactly this cluster occurs. Not defined for given ones.
    shares: [f64; 2],
    /// The label that the input gives it.
    given: Option<String>,
}

/// Communities of the network, largest first; institutions without partners are clusters of one.
#[must_use]
pub fn ask(context: &QueryContext<'_>, options: &Options, language: Language) -> Answer {
    ask_by(context, DetectionMethod::Leiden, options, language)
}

/// Communities by any method; quality function and resolution of the options are those of Leiden and Louvain.
#[must_use]
pub fn ask_by(context: &QueryContext<'_>, method: DetectionMethod, options: &Options, language: Language) -> Answer {
    let localized = LocalizedContext::new(context, language);
    let partition = detection::partition(context.network(), method, options);
    // What is given does not depend on a seed.
    let stability =
        (method != DetectionMethod::Given).then(|| ClusterStability::of(context, &partition, method, options));
    let stability = stability.as_ref();
    let others = comparison::of(context, &partition, method, options);
    let clusters = summaries(context, &partition, stability, method);
    let (objective, resolution) = objective(method, options.quality);
    let excluded = context.network().excluded();
    let (agreement_note, agreement_table) = (comparison::note(&others), comparison::table(&localized, &others));
    let record = Record {
        clusters: clusters.iter().enumerate().map(|(at, cluster)| cluster.record(context, stability, at + 1)).collect(),
        quality: Real(partition.quality()),
        modularity: Real(comparison::modularity(context, &partition, options)),
        algorithm: method.key(),
        resolution: Real(resolution),
        objective,
        normalization: normalization(options.weights),
        seed: options.seed,
        starts: if method == DetectionMethod::Given { 0 } else { options.starts.max(1) },
        runs: stability.map_or(0, |stability| stability.measured.runs),
        unstable_members: stability.map(|stability| stability.records(context)).unwrap_or_default(),
        agreement: others,
        few: (1..MIN_INSTITUTIONS).contains(&context.corpus.institution_count()),
        method: Method::of(context, excluded),
    };
    let singletons = clusters.iter().filter(|cluster| cluster.members.len() == 1).count();
    let mut notes = vec![meaning(method), method_note(method, options, partition.quality())];
    notes.extend(agreement_note);
    notes.extend(small_sample_note(&localized, &clusters));
    notes.extend(only_components(&localized, &clusters));
    notes.extend(localized.method());
    let (mut lead, mut tables) = (lead(&localized, &clusters, singletons, method), Vec::new());
    if clusters.len() > singletons {
        let member_lists: Vec<Vec<InstitutionId>> =
            clusters[..clusters.len() - singletons].iter().map(|cluster| cluster.members.clone()).collect();
        lead.extend(stability.map(|stability| stability.sentence(&localized, &member_lists)));
        tables.push(table(&localized, &clusters));
        tables.extend(stability.and_then(|stability| stability.table(&localized)));
        tables.extend(agreement_table);
    } else {
        tables.push(table(&localized, &[]));
    }
    let lead = localized.lead(lead, Basis::Ties(excluded));
    Answer {
        language: localized.language,
        found: clusters.len() > singletons,
        lead,
        tables,
        notes,
        record: record::value(&record),
    }
}

/// Number of clusters of two or more institutions with the default options.
#[must_use]
pub fn count(context: &QueryContext<'_>) -> usize {
    let partition = leiden::partition(context.network(), &Options::default());
    partition.members().iter().filter(|nodes| nodes.len() > 1).count()
}

fn summaries(
    context: &QueryContext<'_>,
    partition: &Partition,
    stability: Option<&ClusterStability>,
    method: DetectionMethod,
) -> Vec<ClusterSummary> {
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
            shares: stability.map_or([f64::NAN; 2], |stability| {
                [stability.measured.co_membership[at], stability.measured.recovered[at]]
            }),
            given: nodes
                .first()
                .filter(|_| method == DetectionMethod::Given)
                .and_then(|&node| Some(given::label(network, node)?.1.to_owned())),
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

    fn record(&self, context: &QueryContext<'_>, stability: Option<&ClusterStability>, id: usize) -> ClusterRow {
        let corpus = context.corpus;
        let korean = self.leaders().iter().any(|&id| corpus.institution(id).names.label_ko().is_some());
        let [together, found] = self.shares.map(Real);
        ClusterRow {
            name: self.name_by(|id| Language::English.name(&corpus.institution(id).names)),
            name_ko: korean.then(|| self.name_by(|id| Language::Korean.name(&corpus.institution(id).names))),
            leaders: self.leaders().iter().map(|&id| corpus.institution(id).id.clone()).collect(),
            together,
            found,
            membership: stability
                .map(|stability| {
                    self.members.iter().map(|id| Real(stability.measured.member_stability[id.index()])).collect()
                })
                .unwrap_or_default(),
            given: self.given.clone(),
            id,
            size: self.members.len(),
            members: self.members.iter().map(|&id| InstitutionRecord::of(context.corpus, id)).collect(),
            ties: self.ties,
            weight: Real(self.weight),
        }
    }
}

fn objective(method: DetectionMethod, quality: Quality) -> (&'static str, f64) {
    match (method, quality) {
        (DetectionMethod::Infomap, _) => ("map-equation", 1.0),
        (DetectionMethod::LabelPropagation | DetectionMethod::Given, _) => ("none", 1.0),
        (DetectionMethod::Sbm, _) => ("description-length", 1.0),
        (_, Quality::Modularity { resolution }) => ("modularity", resolution),
        (_, Quality::Cpm { resolution }) => ("cpm", resolution),
    }
}

/// What the clusters of a method are.
fn meaning(method: DetectionMethod) -> Message {
    match method {
        DetectionMethod::Leiden => message!("clusters-leiden-meaning"),
        DetectionMethod::Louvain => message!("clusters-louvain-meaning"),
        DetectionMethod::Infomap => message!("clusters-infomap-meaning"),
        DetectionMethod::LabelPropagation => message!("clusters-label-propagation-meaning"),
        DetectionMethod::Sbm => message!("clusters-sbm-meaning"),
        DetectionMethod::Given => message!("clusters-given-meaning"),
    }
}

fn normalization(weights: TieWeights) -> &'static str {
    match weights {
        TieWeights::AsCounted => "none",
        TieWeights::Unweighted => "unweighted",
        TieWeights::AssociationStrength => "association-strength",
    }
}

fn lead(
    localized: &LocalizedContext<'_, '_>,
    clusters: &[ClusterSummary],
    singletons: usize,
    method: DetectionMethod,
) -> Vec<Message> {
    let all = localized.context.corpus.institution_count();
    let count = clusters.len() - singletons;
    let Some(largest) = clusters.first().filter(|_| count > 0) else {
        return vec![message!("clusters-none", count = all)];
    };
    let size = match singletons {
        // The input may give clusters of one.
        _ if method == DetectionMethod::Given => {
            message!("clusters-count-given", institutions = all, count = count, singletons = singletons)
        }
        0 => message!("clusters-count", institutions = all, count = count),
        _ => message!("clusters-count-and-singletons", institutions = all, count = count, singletons = singletons),
    };
    let named = clusters[..count]
        .iter()
        .map(|cluster| message!("clusters-name", name = cluster.name_by(|id| localized.name(id))));
    vec![
        size,
        match clusters.iter().filter(|one| one.members.len() == largest.members.len()).count() {
            1 => message!(
                "clusters-largest",
                count = largest.members.len(),
                names = localized.institution_list(&largest.members)
            ),
            equal => message!("clusters-largest-several", clusters = equal, count = largest.members.len()),
        },
        message!("clusters-names", names = List::and(named, "other")),
    ]
}

/// Note on algorithm, resolution and quality.
fn method_note(method: DetectionMethod, options: &Options, quality: f64) -> Message {
    if method == DetectionMethod::Given {
        let normalization = normalization(options.weights);
        return message!(
            "clusters-method-given",
            normalization = normalization,
            quality = Argument::number(quality, 4)
        );
    }
    let (objective, resolution) = objective(method, options.quality);
    if !method.has_resolution() {
        return message!(
            "clusters-method-simple",
            method = method.key(),
            normalization = normalization(options.weights),
            starts = options.starts.max(1),
            seed = options.seed.to_string(),
            quality = Argument::number(quality, 4)
        );
    }
    message!(
        "clusters-method",
        method = method.key(),
        objective = objective,
        normalization = normalization(options.weights),
        resolution = Argument::number(resolution, 4),
        starts = options.starts.max(1),
        seed = options.seed.to_string(),
        quality = Argument::number(quality, 4)
    )
}

fn small_sample_note(localized: &LocalizedContext<'_, '_>, clusters: &[ClusterSummary]) -> Option<Message> {
    let count = localized.context.corpus.institution_count();
    (has_clusters(clusters) && count < MIN_INSTITUTIONS).then(|| match require_works::has_no_works(localized.context) {
        true => message!("clusters-few-ties", count = count),
        false => message!("clusters-few", count = count, kind = localized.kind()),
    })
}

/// Whether any cluster has two members: a method may find none although there are ties.
fn has_clusters(clusters: &[ClusterSummary]) -> bool {
    clusters.iter().any(|cluster| cluster.members.len() > 1)
}

/// Note that the clusters equal the connected components.
fn only_components(localized: &LocalizedContext<'_, '_>, clusters: &[ClusterSummary]) -> Option<Message> {
    let linked = components::find(localized.context.network());
    let is_given = clusters.iter().any(|cluster| cluster.given.is_some());
    // A block of the block model may lie in several components.
    let lies_within = |cluster: &ClusterSummary| {
        let mut own = cluster.members.iter().map(|&id| linked.of[localized.context.network().node_of(id)]);
        own.next().is_none_or(|first| own.all(|other| other == first))
    };
    let is_same = clusters.len() == linked.members.len() && clusters.iter().all(lies_within);
    (has_clusters(clusters) && !is_given && is_same).then(|| message!("clusters-are-components"))
}

/// Table of clusters of two or more.
fn table(localized: &LocalizedContext<'_, '_>, clusters: &[ClusterSummary]) -> Table {
    let mut columns = vec![
        localized.column("cluster", message!("clusters-cluster")).integer(),
        Column::for_machines("name"),
        localized.column("size", message!("answers-number-of-institutions")).integer(),
        localized.column("ties", message!("clusters-internal-ties")).integer(),
        localized.column("weight", message!("answers-weight")).real(),
        localized.column("together", message!("clusters-together")).share(),
        Column::for_machines("found").share(),
        localized.column("members", message!("answers-members")).list(),
        Column::for_machines("ids").list(),
    ];
    let has_given = clusters.iter().any(|cluster| cluster.given.is_some());
    if has_given {
        columns.insert(1, localized.column("given", message!("clusters-given-label")));
    }
    let percent_cell = |share: f64| match share.is_nan() {
        true => Cell::Empty,
        false => Cell::coded(percent(share), stable(share).to_string()),
    };
    let row = |(at, cluster): (usize, &ClusterSummary)| {
        let ids = cluster.members.iter().map(|&id| localized.context.corpus.institution(id).id.clone());
        let mut cells = vec![
            Cell::Count(at as u64 + 1),
            Cell::text(cluster.name_by(|id| localized.name(id))),
            Cell::Count(cluster.members.len() as u64),
            Cell::Count(cluster.ties as u64),
            Cell::Real(cluster.weight),
            percent_cell(cluster.shares[0]),
            percent_cell(cluster.shares[1]),
            Cell::list(cluster.members.iter().map(|&id| localized.name(id)).collect()),
            Cell::list(ids.collect()),
        ];
        if has_given {
            cells.insert(1, cluster.given.clone().map_or(Cell::Empty, Cell::text));
        }
        cells
    };
    let rows = clusters.iter().enumerate().filter(|(_, cluster)| cluster.members.len() > 1).map(row).collect();
    Table { name: "clusters".to_owned(), caption: localized.text(message!("clusters-caption")), columns, rows }
}
