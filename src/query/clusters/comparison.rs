//! The clusters of the other methods, and how far they agree with those that are shown.

use crate::answer::number::{Real, decimals};
use crate::answer::table::{Cell, Table};
use crate::community::agreement;
use crate::community::detection::{self, DetectionMethod};
use crate::community::leiden::Options;
use crate::community::partition::Partition;
use crate::community::quality::{self, Quality};
use crate::message;
use crate::messages::{Argument, List, Message};
use crate::query::context::QueryContext;
use crate::query::localized::LocalizedContext;
use serde::Serialize;

/// Ties above which the other methods are not tried.
const MAX_TIES: usize = 20_000;
/// Institutions with ties above which the block model is not tried: it takes longest.
const MAX_BLOCK_NODES: usize = 300;

/// The clusters of another method.
#[derive(Serialize)]
pub(super) struct OtherMethod {
    #[serde(rename = "method")]
    key: &'static str,
    clusters: usize,
    modularity: Real,
    nmi: Real,
    ari: Real,
    #[serde(skip)]
    method: DetectionMethod,
}

/// Name of a method.
pub(super) fn name(method: DetectionMethod) -> Message {
    match method {
        DetectionMethod::Leiden => message!("clusters-leiden"),
        DetectionMethod::Louvain => message!("clusters-louvain"),
        DetectionMethod::Infomap => message!("clusters-infomap"),
        DetectionMethod::LabelPropagation => message!("clusters-label-propagation"),
        DetectionMethod::Sbm => message!("clusters-sbm"),
        DetectionMethod::Given => message!("clusters-given"),
    }
}

/// Modularity of a partition, whatever it was made by.
pub(super) fn modularity(context: &QueryContext<'_>, partition: &Partition, options: &Options) -> f64 {
    quality::of(context.network(), &partition.of, Quality::default(), options.weights)
}

/// The other methods with their usual options and the same weights and seed; none without ties or on large networks.
pub(super) fn of(
    context: &QueryContext<'_>,
    partition: &Partition,
    shown: DetectionMethod,
    options: &Options,
) -> Vec<OtherMethod> {
    let network = context.network();
    if network.tie_count() == 0 || network.tie_count() > MAX_TIES {
        return Vec::new();
    }
    // Institutions without ties are alone by every method, which is no agreement.
    let tied: Vec<usize> = (0..network.node_count()).filter(|&node| network.adjacency().degree(node) > 0).collect();
    let labels = |partition: &Partition| -> Vec<u32> { tied.iter().map(|&node| partition.of[node]).collect() };
    let is_tried = |&method: &DetectionMethod| method != DetectionMethod::Sbm || tied.len() <= MAX_BLOCK_NODES;
    let others = DetectionMethod::FINDING.into_iter().filter(|&method| method != shown).filter(is_tried);
    let compared = others.map(|method| {
        let found = detection::partition(network, method, &Options { quality: Quality::default(), ..*options });
        let agreement = agreement::of(&labels(partition), &labels(&found));
        OtherMethod {
            key: method.key(),
            clusters: found.members().iter().filter(|members| members.len() > 1).count(),
            modularity: Real(modularity(context, &found, options)),
            nmi: Real(agreement.nmi),
            ari: Real(agreement.ari),
            method,
        }
    });
    compared.collect()
}

/// Sentence on all of them.
pub(super) fn note(others: &[OtherMethod]) -> Option<Message> {
    let one = |other: &OtherMethod| {
        message!(
            "clusters-agreement-of",
            method = name(other.method),
            count = other.clusters,
            nmi = Argument::number(other.nmi.0, decimals(other.nmi.0).min(2)),
            ari = Argument::number(other.ari.0, decimals(other.ari.0).min(2))
        )
    };
    (!others.is_empty()).then(|| message!("clusters-agreement", methods = List::comma(others.iter().map(one))))
}

pub(super) fn table(localized: &LocalizedContext<'_, '_>, others: &[OtherMethod]) -> Option<Table> {
    let columns = vec![
        localized.column("method", message!("clusters-method-column")),
        localized.column("clusters", message!("clusters-number")).integer(),
        localized.column("modularity", message!("clusters-modularity")).real(),
        localized.column("nmi", message!("clusters-nmi")).real(),
        localized.column("ari", message!("clusters-ari")).real(),
    ];
    let row = |other: &OtherMethod| {
        vec![
            Cell::coded(localized.text(name(other.method)), other.key),
            Cell::Count(other.clusters as u64),
            Cell::Real(other.modularity.0),
            Cell::Real(other.nmi.0),
            Cell::Real(other.ari.0),
        ]
    };
    let caption = localized.text(message!("clusters-agreement-caption"));
    let rows: Vec<Vec<Cell>> = others.iter().map(row).collect();
    (!rows.is_empty()).then(|| Table { name: "agreement".to_owned(), caption, columns, rows })
}
