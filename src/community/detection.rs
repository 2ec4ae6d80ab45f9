//! Methods of community detection by name.

use crate::community::leiden::{self, Options};
use crate::community::partition::Partition;
use crate::community::{block_model, given, infomap, label_propagation, louvain};
use crate::network::graph::Network;

/// A method of community detection.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum DetectionMethod {
    /// Modularity or the constant Potts model, by connected communities.
    #[default]
    Leiden,
    /// The same without the refinement that keeps communities connected.
    Louvain,
    /// The map equation: where a random walk stays long.
    Infomap,
    /// The label that most ties lead to.
    LabelPropagation,
    /// The degree-corrected stochastic block model: the shortest description of who is tied to whom.
    Sbm,
    /// Nothing is detected: the clusters that the input gives.
    Given,
}

impl DetectionMethod {
    /// All methods that find clusters, the default first.
    pub const FINDING: [Self; 5] = [Self::Leiden, Self::Louvain, Self::Infomap, Self::LabelPropagation, Self::Sbm];
    /// All methods, the default first.
    pub const ALL: [Self; 6] =
        [Self::Leiden, Self::Louvain, Self::Infomap, Self::LabelPropagation, Self::Sbm, Self::Given];

    /// Key in options and records.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Leiden => "leiden",
            Self::Louvain => "louvain",
            Self::Infomap => "infomap",
            Self::LabelPropagation => "label-propagation",
            Self::Sbm => "sbm",
            Self::Given => "given",
        }
    }

    /// Whether it maximises a quality function with a resolution.
    #[must_use]
    pub fn has_resolution(self) -> bool {
        matches!(self, Self::Leiden | Self::Louvain)
    }
}

/// The best partition over all starts, the first of equal ones: of the greatest quality, for infomap of the shortest
/// description, as for the block model, for label propagation, which maximises nothing, of the greatest modularity.
#[must_use]
pub fn partition(network: &Network<'_>, method: DetectionMethod, options: &Options) -> Partition {
    if method == DetectionMethod::Leiden {
        return leiden::partition(network, options);
    }
    let is_better = |next: &Partition, best: &Partition| match method {
        DetectionMethod::Infomap | DetectionMethod::Sbm => next.quality() < best.quality(),
        _ => next.quality() > best.quality(),
    };
    let starts = partitions(network, method, options).into_iter();
    let best = starts.reduce(|best, next| if is_better(&next, &best) { next } else { best });
    best.unwrap_or_else(|| Partition::new(&[], 0.0))
}

/// The partition of every start, in order: shows how far the seed changes the result.
#[must_use]
pub fn partitions(network: &Network<'_>, method: DetectionMethod, options: &Options) -> Vec<Partition> {
    match method {
        DetectionMethod::Leiden => leiden::partitions(network, options),
        DetectionMethod::Louvain => louvain::partitions(network, options),
        DetectionMethod::Infomap => infomap::partitions(network, options),
        DetectionMethod::LabelPropagation => label_propagation::partitions(network, options),
        DetectionMethod::Sbm => block_model::partitions(network, options),
        DetectionMethod::Given => {
            let alone = || Partition::new(&(0..network.node_count() as u32).collect::<Vec<_>>(), 0.0);
            vec![given::partition(network, options).unwrap_or_else(alone)]
        }
    }
}
