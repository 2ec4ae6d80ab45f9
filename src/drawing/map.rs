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
use crate::drawing::map::plan::Plan;
use crate::network::graph::Network;
use crate::selection::choice::{self, Choice};

/// Most institutions of a map with the evidence on its ties.
pub const SMALL: usize = 40;

/// What this view can be told beside what every view can.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Map {
    /// The part that is drawn.
    pub choice: Choice,
}

/// Draws the map of a one-mode network. Its size follows its content; a seeded search of a fixed number
/// of steps places everything.
///
/// # Errors
///
/// When the marks are no figure; see [`Figure::new`].
pub fn compose(network: &Network<'_>, options: &Options) -> Result<Figure, Error> {
    compose_part(network, &Map::default(), options)
}

/// The same of a part of the network. Works, counts and evidence stay those of the whole corpus; the caption
/// says what was chosen and what is not shown.
///
/// # Errors
///
/// When the marks are no figure; see [`Figure::new`].
pub fn compose_part(network: &Network<'_>, map: &Map, options: &Options) -> Result<Figure, Error> {
    let mut left_out = words::chosen(network.corpus(), &map.choice);
    left_out.extend(words::left_out(network));
    let part = choice::select(network, &map.choice);
    let part = if part.nodes.len() <= SMALL {
        part
    } else {
        let group = Group::new(network, &part);
        if group.nodes.len() > SMALL {
            return world::compose(network, group, left_out, options);
        }
        group.shown
    };
    left_out.extend(words::beyond(network, &part));
    small::compose(network, &Plan::of(network, &part), left_out, options)
}
