//! The partnership map: who works with whom.
//!
//! Up to [`SMALL`] institutions every tie shows the works that it stands on: two partners are a line,
//! three a triangle, four or more a pill with spokes, never a clique. Above that, the largest connected
//! group is drawn with its clusters as hulls.

pub(crate) mod arrange;
pub(crate) mod cells;
pub(crate) mod clusters;
pub(crate) mod evidence;
pub(crate) mod group;
pub(crate) mod hull;
pub(crate) mod paint;
pub(crate) mod plan;
pub(crate) mod rows;
pub(crate) mod scene;
pub(crate) mod small;
pub(crate) mod spread;
pub(crate) mod tags;
pub(crate) mod words;
pub(crate) mod world;
pub(crate) mod world_words;

use crate::answer::figure::{Error, Figure};
use crate::drawing::frame::Options;
use crate::drawing::map::group::Group;
use crate::network::graph::Network;

/// Most institutions of a map with the evidence on its ties.
pub const SMALL: usize = 40;

/// Draws the map of a one-mode network. Its size follows its content; a seeded search of a fixed number
/// of steps places everything.
///
/// # Errors
///
/// When the marks are no figure; see [`Figure::new`].
pub fn compose(network: &Network<'_>, options: &Options) -> Result<Figure, Error> {
    if network.nodes_len() <= SMALL {
        return small::compose(network, network.corpus().institution_ids().collect(), options);
    }
    let group = Group::new(network);
    if group.nodes.len() <= SMALL {
        small::compose(network, group.nodes, options)
    } else {
        world::compose(network, group, options)
    }
}
