//! Weights and scores in VOSviewer's sense: numeric node attributes.

use crate::exchange::attributes::{AttributeValue, NetworkAttributes};
use crate::network::Network;

/// Maximum number of clusters that VOSviewer supports.
const MAX_CLUSTERS: u32 = 1000;

/// VOSviewer's own names of weights, with the keys of the equivalent columns.
const WEIGHTS: [(&str, &str); 3] = [("Links", "degree"), ("Total link strength", "strength"), ("Documents", "works")];

/// Numeric columns with their names in VOSviewer, one value a node.
pub(crate) type NamedColumns = Vec<(String, Vec<Option<f64>>)>;

/// Weights: the non-negative columns that VOSviewer has a name for.
pub(crate) fn weights(network: &Network<'_>, attributes: &NetworkAttributes) -> NamedColumns {
    let named = WEIGHTS.iter().filter_map(|(name, key)| Some(((*name).to_owned(), numbers(network, attributes, key)?)));
    named.filter(|(_, values)| values.iter().flatten().all(|&value| value >= 0.0)).collect()
}

/// Scores: all other numeric columns.
pub(crate) fn scores(network: &Network<'_>, attributes: &NetworkAttributes) -> NamedColumns {
    let others = attributes.nodes.iter().filter(|column| !WEIGHTS.iter().any(|(_, key)| *key == column.key));
    others.filter_map(|column| Some((column.key.clone(), numbers(network, attributes, &column.key)?))).collect()
}

fn numbers(network: &Network<'_>, attributes: &NetworkAttributes, key: &str) -> Option<Vec<Option<f64>>> {
    let column = attributes.node_column(key)?;
    let values: Vec<Option<f64>> = (0..network.node_count())
        .map(|node| match column.values.get(node) {
            Some(AttributeValue::Integer(number)) => Some(number as f64),
            Some(AttributeValue::Real(number)) => Some(number),
            _ => None,
        })
        .collect();
    values.iter().any(Option::is_some).then_some(values)
}

/// The cluster of a node, if VOSviewer supports its number.
pub(crate) fn cluster(attributes: &NetworkAttributes, node: usize) -> Option<u32> {
    attributes.cluster(node).filter(|&cluster| cluster <= MAX_CLUSTERS)
}
