//! Partnership map: a node-link drawing of the one-mode network of institutions.
//!
//! Up to [`MAX_DETAILED_NODES`] institutions the map is detailed and names the works of each tie: two partners are a line,
//! three a triangle, four or more a pill with spokes (a hyperedge, not a clique). Above that it is an overview: the largest
//! connected component, its clusters as convex hulls.

pub(crate) mod affinity;
pub(crate) mod area_relaxation;
pub(crate) mod arrange;
pub(crate) mod captions;
pub(crate) mod circular;
pub(crate) mod cluster_layout;
pub(crate) mod clusters;
pub(crate) mod crossing_reduction;
pub(crate) mod detailed;
pub(crate) mod detailed_content;
pub(crate) mod detailed_figure;
pub(crate) mod evidence;
pub(crate) mod fixed_positions;
pub(crate) mod hull;
pub(crate) mod label_placement;
pub(crate) mod large_teams;
pub(crate) mod layout_choice;
pub(crate) mod limits;
pub(crate) mod listed;
pub(crate) mod mark_encoding;
pub(crate) mod mark_key;
pub(crate) mod newcomers;
pub(crate) mod overview;
pub(crate) mod overview_captions;
pub(crate) mod overview_content;
pub(crate) mod overview_graph;
pub(crate) mod paint;
pub(crate) mod plan;
pub(crate) mod power_diagram;
pub(crate) mod row_packing;
pub(crate) mod scene;
pub(crate) mod short_names;
pub(crate) mod stable_layout;
pub(crate) mod text_collisions;
pub(crate) mod tie_length;
pub(crate) mod unshown;

use crate::answer::figure::{Error, Figure};
use crate::answer::positions::NodePositions;
use crate::centrality::measure::Measure;
use crate::community::leiden;
use crate::drawing::frame::Options;
use crate::drawing::map::limits::PAGE_WIDTH;
use crate::drawing::map::mark_encoding::MarkEncoding;
use crate::drawing::map::newcomers::Newcomers;
use crate::drawing::map::overview_graph::OverviewGraph;
use crate::drawing::map::plan::MapPlan;
use crate::geometry::Point;
use crate::network::counting::Projection;
use crate::network::graph::Network;
use crate::selection::Selection;
use crate::selection::subgraph::{self, SubgraphSpec};
use std::collections::BTreeMap;

pub use limits::MAX_DETAILED_NODES;
pub use mark_encoding::ColorBy;

/// Parameters of the map, in addition to those of every figure.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MapOptions {
    /// The subgraph that is drawn.
    pub subgraph: SubgraphSpec,
    /// Fixed positions of marks by their keys, in any unit, y downwards: they are scaled to the page, and overlaps removed.
    /// `None`: positions are computed. An overview with fixed positions has no hulls, as they could overlap.
    pub fixed_positions: Option<BTreeMap<String, Point>>,
    /// Whether the fixed positions keep their directions and one scale, as the map of another program that a reader knows; else
    /// components are turned, mirrored and stretched to fit.
    pub is_upright: bool,
    /// Whether an overview shows the clusters that the input gives in place of those that it finds.
    pub given_clusters: bool,
    /// Positions of an earlier map, for a stable layout: in a map of the same width its marks keep their positions (all move
    /// down together where the title has more lines), new marks are placed near their partners, clusters keep their colours.
    /// Positions of another width or view, or at which marks would overlap, are used as
    /// [`fixed_positions`](Self::fixed_positions).
    pub previous: Option<NodePositions>,
    /// Measure of the whole network that the size of marks stands for; `None`: works.
    pub size_by: Option<Measure>,
    /// What the colour of marks tells; `None`: sectors on a detailed map, clusters on an overview.
    pub color_by: Option<ColorBy>,
}

impl MapOptions {
    /// The earlier positions, where view and width (± 0.05 mm) are the same.
    fn previous_for_width(&self, options: &Options) -> Option<&NodePositions> {
        let fits =
            |previous: &&NodePositions| previous.view == "map" && (previous.width_mm - options.width()).abs() < 0.05;
        self.previous.as_ref().filter(fits)
    }
}

/// Clustering of an overview map.
#[derive(Clone, Copy, Debug)]
pub struct MapClustering {
    /// Counting of the ties that were clustered.
    pub projection: Projection,
    /// Options of the algorithm: its partition of the whole network has the clusters of the map.
    pub options: leiden::Options,
    /// Number of clusters that the map shows: those of the largest connected component.
    pub shown: usize,
}

/// Clustering of the map of a whole network; `None` for a detailed map, which has no clusters. As long as the map's own
/// search for clusters.
#[must_use]
pub fn clustering(network: &Network<'_>, options: &Options) -> Option<MapClustering> {
    match select_detail(network, &SubgraphSpec::default(), max_overview_nodes(options)) {
        MapDetail::Detailed(_) => None,
        MapDetail::Overview(group) => {
            let found = clusters::find(network, &group.nodes);
            let (projection, options) = (clusters::projection(network), clusters::options(found.used_resolution()));
            let members = found.members;
            Some(MapClustering { projection, options, shown: members.len() })
        }
    }
}

/// Nodes and edges of a map, as input of an external layout.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LayoutGraph {
    /// Keys: ids of institutions, and `team-…` for works of four or more institutions.
    pub keys: Vec<String>,
    /// Labels, by node.
    pub labels: Vec<String>,
    /// Edges (node, node, weight).
    pub ties: Vec<(usize, usize, f64)>,
}

/// Nodes and edges of the map of a subgraph.
#[must_use]
pub fn layout_graph(network: &Network<'_>, choice: &SubgraphSpec) -> LayoutGraph {
    let corpus = network.corpus();
    let label = |id: crate::corpus::institution::InstitutionId| corpus.institution(id).names.short_label().to_owned();
    match select_detail(network, choice, overview_graph::MAX_NODES) {
        MapDetail::Detailed(subgraph) => {
            let plan = MapPlan::of(network, &subgraph);
            let pills = plan
                .pills
                .iter()
                .map(|team| team.works.iter().map(|&work| corpus.work_name(work)).collect::<Vec<_>>().join("\n"));
            LayoutGraph {
                keys: (0..plan.mark_count()).map(|mark| plan.key(corpus, mark)).collect(),
                labels: plan.institutions.iter().map(|&id| label(id)).chain(pills).collect(),
                ties: plan.lines().collect(),
            }
        }
        MapDetail::Overview(group) => LayoutGraph {
            keys: group.nodes.iter().map(|&id| corpus.institution(id).id.clone()).collect(),
            labels: group.nodes.iter().map(|&id| label(id)).collect(),
            ties: group.ties.iter().map(|tie| (tie.a, tie.b, tie.joint)).collect(),
        },
    }
}

/// Maximum number of institutions of an overview: in proportion to its area where it is narrower than a page.
fn max_overview_nodes(options: &Options) -> usize {
    let share = (options.inner_width() / PAGE_WIDTH).min(1.0);
    ((overview_graph::MAX_NODES as f64 * share * share).round() as usize).max(MAX_DETAILED_NODES + 1)
}

/// Fixed positions of the marks of a map.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct FixedPlaces<'p> {
    /// Positions by keys; `None`: computed.
    pub(crate) positions: Option<&'p BTreeMap<String, Point>>,
    /// Whether they keep their directions and one scale.
    pub(crate) is_upright: bool,
}

enum MapDetail {
    Detailed(Selection),
    Overview(Box<OverviewGraph>),
}

fn select_detail(network: &Network<'_>, choice: &SubgraphSpec, max_overview_nodes: usize) -> MapDetail {
    let subgraph = subgraph::select(network, choice);
    if subgraph.nodes.len() <= MAX_DETAILED_NODES {
        return MapDetail::Detailed(subgraph);
    }
    let group = OverviewGraph::new(network, &subgraph, max_overview_nodes);
    if group.nodes.len() > MAX_DETAILED_NODES {
        MapDetail::Overview(Box::new(group))
    } else {
        MapDetail::Detailed(group.selection)
    }
}

/// Map of a one-mode network. The height follows from the content; the layout is a seeded search of a fixed number of
/// steps, so that equal input gives an equal figure.
///
/// # Errors
///
/// When the marks are no valid figure; see [`Figure::new`].
pub fn compose(network: &Network<'_>, options: &Options) -> Result<Figure, Error> {
    compose_subgraph(network, &MapOptions::default(), options)
}

/// Map of a subgraph. Works, counts and evidence are those of the whole corpus; the caption names the subgraph and what is
/// not shown.
///
/// # Errors
///
/// When the marks are no valid figure; see [`Figure::new`].
pub fn compose_subgraph(network: &Network<'_>, map: &MapOptions, options: &Options) -> Result<Figure, Error> {
    let kind = options.kind(network.corpus());
    let mut excluded = captions::subgraph_notes(network, &map.subgraph, kind);
    let previous = map.previous_for_width(options);
    // Positions of another width are scaled to this page.
    let stretched = map.previous.as_ref().filter(|_| previous.is_none()).map(NodePositions::points);
    let fixed_positions = map.fixed_positions.as_ref().or(stretched.as_ref());
    match select_detail(network, &map.subgraph, max_overview_nodes(options)) {
        MapDetail::Overview(group) => {
            let newcomers = Newcomers::of(network.corpus(), &group.nodes, map.previous.as_ref());
            excluded.splice(0..0, newcomers.note(network.corpus()));
            excluded.extend(captions::excluded(network, &group.selection, kind));
            let is_subgraph = map.subgraph.is_some();
            // Clusters are the colours of an overview.
            let color_by = map.color_by.filter(|&by| by != ColorBy::Cluster);
            let encoding = MarkEncoding::of(network, &group.nodes, (map.size_by, color_by), false);
            let (is_upright, given_clusters) = (map.is_upright, map.given_clusters);
            let constraints = overview::OverviewConstraints {
                fixed_positions,
                is_upright,
                given_clusters,
                previous,
                is_subgraph,
                newcomers,
                encoding,
            };
            overview::compose(network, *group, excluded, constraints, options)
        }
        MapDetail::Detailed(subgraph) => {
            let plan = MapPlan::of(network, &subgraph);
            let asked = (map.size_by, map.color_by);
            let encoding = MarkEncoding::of(network, &plan.institutions, asked, map.given_clusters);
            let plan = MapPlan { encoding, ..plan };
            let newcomers = Newcomers::of(network.corpus(), &plan.institutions, map.previous.as_ref());
            excluded.splice(0..0, newcomers.note(network.corpus()));
            excluded.extend(captions::excluded(network, &subgraph, kind));
            excluded.extend(captions::outside_notes(network, &subgraph));
            let places = FixedPlaces { positions: fixed_positions, is_upright: map.is_upright };
            detailed_figure::compose(network, &plan, excluded, (places, previous, &newcomers), options)
        }
    }
}
