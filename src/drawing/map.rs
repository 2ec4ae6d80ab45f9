//! The partnership map: who works with whom.
//!
//! Up to [`SMALL`] institutions every tie shows the works that it stands on: two partners are a line,
//! three a triangle, four or more a pill with spokes, never a clique. Above that, the largest connected
//! group is drawn with its clusters as hulls.

pub(crate) mod arrange;
pub(crate) mod cells;
pub(crate) mod chosen;
pub(crate) mod clusters;
pub(crate) mod evidence;
pub(crate) mod given;
pub(crate) mod group;
pub(crate) mod hubs;
pub(crate) mod hull;
pub(crate) mod joined;
pub(crate) mod kept;
pub(crate) mod paint;
pub(crate) mod plan;
pub(crate) mod ring;
pub(crate) mod rows;
pub(crate) mod scene;
pub(crate) mod small;
pub(crate) mod spread;
pub(crate) mod tags;
pub(crate) mod texts;
pub(crate) mod unshown;
pub(crate) mod words;
pub(crate) mod world;
pub(crate) mod world_words;

use crate::answer::figure::{Error, Figure};
use crate::answer::positions::NodePositions;
use crate::drawing::frame::Options;
use crate::drawing::map::group::Group;
use crate::drawing::map::plan::Plan;
use crate::geometry::Point;
use crate::network::graph::Network;
use crate::selection::Selection;
use crate::selection::subgraph::{self, SubgraphSpec};
use std::collections::BTreeMap;

/// Most institutions of a map with the evidence on its ties.
pub const SMALL: usize = 40;

/// What this view can be told beside what every view can.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Map {
    /// The part that is drawn.
    pub choice: SubgraphSpec,
    /// Places of the marks by their keys, on any scale, y downwards: they are stretched to the page and parted
    /// where marks would overlap. `None`: our own layout. A large map with given places has no hulls, for those
    /// of given places may meet.
    pub places: Option<BTreeMap<String, Point>>,
    /// Places of an earlier map of the same width: who was there stays to a hundredth of a point (all move down as one
    /// where the title takes more lines), new marks settle beside their partners, clusters keep their colours. Of another
    /// width or view, or where marks would overlap, they are taken as [`places`](Self::places).
    pub kept: Option<NodePositions>,
}

impl Map {
    /// The earlier picture, where its places can be kept as they are.
    fn kept_at(&self, options: &Options) -> Option<&NodePositions> {
        let fits = |kept: &&NodePositions| kept.view == "map" && (kept.width_mm - options.width()).abs() < 0.05;
        self.kept.as_ref().filter(fits)
    }
}

/// The marks that a map would show, for a layout of one's own.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sketch {
    /// Keys: ids of institutions, and `team-…` for works of four or more.
    pub keys: Vec<String>,
    /// What is written on them.
    pub labels: Vec<String>,
    /// Lines between them with their weights.
    pub ties: Vec<(usize, usize, f64)>,
}

/// The marks and lines of a part of a network.
#[must_use]
pub fn sketch(network: &Network<'_>, choice: &SubgraphSpec) -> Sketch {
    let corpus = network.corpus();
    let label = |id: crate::corpus::institution::InstitutionId| corpus.institution(id).names.short_label().to_owned();
    match shown(network, choice, group::MOST) {
        Shown::Few(part) => {
            let plan = Plan::of(network, &part);
            let pills = plan
                .pills
                .iter()
                .map(|team| team.works.iter().map(|&work| corpus.work_name(work)).collect::<Vec<_>>().join("\n"));
            Sketch {
                keys: (0..plan.marks()).map(|mark| plan.key(corpus, mark)).collect(),
                labels: plan.institutions.iter().map(|&id| label(id)).chain(pills).collect(),
                ties: plan.lines().collect(),
            }
        }
        Shown::Many(group) => Sketch {
            keys: group.nodes.iter().map(|&id| corpus.institution(id).id.clone()).collect(),
            labels: group.nodes.iter().map(|&id| label(id)).collect(),
            ties: group.ties.iter().map(|tie| (tie.a, tie.b, tie.joint)).collect(),
        },
    }
}

/// Width of a page inside its margins, in points.
pub(crate) const PAGE: f64 = 469.89;

/// Most institutions of a large map: by its area where it is narrower than a page.
fn most(options: &Options) -> usize {
    let share = (options.inner_width() / PAGE).min(1.0);
    ((group::MOST as f64 * share * share).round() as usize).max(SMALL + 1)
}

enum Shown {
    Few(Selection),
    Many(Box<Group>),
}

fn shown(network: &Network<'_>, choice: &SubgraphSpec, most: usize) -> Shown {
    let part = subgraph::select(network, choice);
    if part.nodes.len() <= SMALL {
        return Shown::Few(part);
    }
    let group = Group::new(network, &part, most);
    if group.nodes.len() > SMALL { Shown::Many(Box::new(group)) } else { Shown::Few(group.shown) }
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
    let kind = options.kind(network.corpus());
    let mut left_out = words::chosen(network.corpus(), &map.choice, kind);
    let kept = map.kept_at(options);
    // Places of another page are stretched to this one.
    let stretched = map.kept.as_ref().filter(|_| kept.is_none()).map(NodePositions::points);
    let places = map.places.as_ref().or(stretched.as_ref());
    match shown(network, &map.choice, most(options)) {
        Shown::Many(group) => {
            left_out.extend(words::left_out(network, &group.shown, kind));
            let wish = world::Wish { places, kept, chosen: map.choice.is_some() };
            world::compose(network, *group, left_out, wish, options)
        }
        Shown::Few(part) => {
            left_out.extend(words::left_out(network, &part, kind));
            left_out.extend(words::beyond(network, &part));
            small::compose(network, &Plan::of(network, &part), left_out, (places, kept), options)
        }
    }
}
