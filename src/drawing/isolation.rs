//! Statements on an institution without partners.

use crate::corpus::institution::Names;
use crate::drawing::actor;
use crate::drawing::kind::WorkKind;
use crate::message;
use crate::messages::Message;
use crate::network::graph::Network;

/// Statement on a node without partners: no tie at all, or none above the smallest weight. As a phrase of the subtitle,
/// and as a sentence.
pub(crate) fn statements(
    network: &Network<'_>,
    node: usize,
    name: &Names,
    min_weight: Option<f64>,
    kind: WorkKind,
) -> [Message; 2] {
    let is_tied = network.adjacency().degree(node) > 0;
    match (kind.has_works(), min_weight.filter(|_| is_tied).map(actor::weight_text)) {
        (true, None) if actor::is_in_large_team(network, node) => [
            message!("figures-ego-alone-excluded-short", name = name, kind = kind),
            message!("figures-ego-alone-excluded", name = name, kind = kind),
        ],
        (true, None) => [
            message!("figures-ego-alone-works-short", name = name, kind = kind),
            message!("figures-ego-alone-works", name = name, kind = kind),
        ],
        (true, Some(number)) => [
            message!("figures-ego-alone-min-works-short", name = name, number = &number, kind = kind),
            message!("figures-ego-alone-min-works", name = name, number = &number, kind = kind),
        ],
        (false, None) => {
            [message!("figures-ego-alone-ties-short", name = name), message!("figures-ego-alone-ties", name = name)]
        }
        (false, Some(number)) => [
            message!("figures-ego-alone-min-weight-short", name = name, number = &number),
            message!("figures-ego-alone-min-weight", name = name, number = &number),
        ],
    }
}
