//! Overview map: the largest connected component of more than [`MAX_DETAILED_NODES`](super::MAX_DETAILED_NODES) institutions,
//! each cluster in a hull.

use crate::answer::figure::{Error, Figure};
use crate::answer::mark::{
    Color, EdgeMark, Mark, MarkGroup, MarkRole, NodeMark, NodeShape, Paint, PathSegment, TextAnchor, TextLine, flatten,
};
use crate::answer::positions::{NodePositions, snap_to_grid};
use crate::corpus::institution::{InstitutionId, Sector};
use crate::drawing::encoding::{Stroke, WORLD, form, half_height, half_width, outline, shape};
use crate::drawing::frame::{self, Options};
use crate::drawing::labels::LabelCandidate;
use crate::drawing::map::area_relaxation::RelaxedNodes;
use crate::drawing::map::cluster_layout::{self, ClusteredNodes};
use crate::drawing::map::label_placement::{self, LabelingProblem, REQUIRED_NAMES};
use crate::drawing::map::mark_encoding::MarkEncoding;
use crate::drawing::map::newcomers::Newcomers;
use crate::drawing::map::overview_content::Overview;
use crate::drawing::map::overview_graph::{OverviewGraph, OverviewTie};
use crate::drawing::map::{
    clusters, crossing_reduction, fixed_positions, hull, large_teams, mark_encoding, mark_key, overview_captions,
    short_names, stable_layout, unshown,
};
use crate::geometry::{Point, Rect};
use crate::layout::stress;
use crate::messages::Message;
use crate::network::graph::Network;
use crate::typography::{Weight, reserved_width};
use std::collections::BTreeMap;

/// Requested area of a node in square points, and what is added for a required name and for a name.
const NODE_AREA: f64 = 260.0;
const REQUIRED_NAME_AREA: f64 = 1_500.0;
const NAME_AREA: f64 = 700.0;
/// Number of first ranks that request area for a name.
const NAMED_RANKS: usize = 110;
/// Share of the page that the requested areas fill; the rest is for hulls and gaps.
const PAGE_FILL: f64 = 0.80;
/// Maximum and minimum height of the drawing, in points.
const MAX_HEIGHT: f64 = 500.0;
const MIN_HEIGHT: f64 = 150.0;
/// Maximum height as a multiple of what the areas ask for.
const MAX_GROWTH: f64 = 1.25;
/// Maximum height of the figure, and reserve for margins and for notes that are known after label placement, in points.
const MAX_FIGURE_HEIGHT: f64 = 235.0 * 72.0 / 25.4;
const FOOTER_RESERVE: f64 = 52.0;
/// Gap between a mark and the ring for partners without a line, in points.
const RING_GAP: f64 = 0.9;
/// Minimum number of members of a cluster with a hull.
const MIN_HULL_MEMBERS: usize = 3;
/// Edge bundling: position of the control points, as a share of the way to the center between two clusters.
const BUNDLING: f64 = 0.55;
/// Segments of a flattened curve, as obstacles of label placement.
const CURVE_SEGMENTS: usize = 8;
/// Type sizes of names in points by rank: (number of first ranks, size), and of the others.
const LARGEST_TYPE: (usize, f64) = (8, 8.0);
const REQUIRED_TYPE: (usize, f64) = (REQUIRED_NAMES, 7.0);
const OTHER_SIZE: f64 = 6.1;
/// Largest radius of a mark whose size stands for a measure, in points.
const MAX_VALUE_RADIUS: f64 = 10.0;
/// Maximum width of a name, in points.
const MAX_NAME_WIDTH: f64 = 125.0;

/// Constraints on an overview.
#[derive(Clone)]
pub(crate) struct OverviewConstraints<'w> {
    /// Fixed positions by the keys of institutions; `None`: computed positions.
    pub(crate) fixed_positions: Option<&'w BTreeMap<String, Point>>,
    /// Whether these keep their directions and one scale.
    pub(crate) is_upright: bool,
    /// Whether clusters are those that the input gives.
    pub(crate) given_clusters: bool,
    /// Positions of an earlier figure, which are kept.
    pub(crate) previous: Option<&'w NodePositions>,
    /// Whether a subgraph was chosen.
    pub(crate) is_subgraph: bool,
    /// Institutions that the earlier figure has not.
    pub(crate) newcomers: Newcomers,
    /// Sizes and colours that were asked for.
    pub(crate) encoding: MarkEncoding,
}

/// Grid to which positions are rounded, in points, so that the output represents them exactly.
const GRID: f64 = 0.1;

/// Overview of a graph; `excluded` are the caption notes on what it omits.
pub(crate) fn compose(
    network: &Network<'_>,
    graph: OverviewGraph,
    excluded: Vec<Message>,
    constraints: OverviewConstraints<'_>,
    options: &Options,
) -> Result<Figure, Error> {
    let OverviewConstraints { fixed_positions, is_upright, given_clusters, previous, is_subgraph, newcomers, encoding } =
        constraints;
    let radius = |&id: &InstitutionId| match &encoding.size {
        Some(size) => size.radius(id, WORLD.base, MAX_VALUE_RADIUS),
        None => WORLD.of(network.corpus().works_of(id).len()),
    };
    let radii: Vec<f64> = graph.nodes.iter().map(radius).collect();
    // Earlier positions at which marks overlap are only fixed positions to start from.
    let stays =
        |previous: &&NodePositions| can_keep_positions(network, &graph, &radii, previous, options.inner_width());
    let stretched = previous.filter(|previous| !stays(previous)).map(NodePositions::points);
    let (previous, fixed_positions) = (previous.filter(stays), fixed_positions.or(stretched.as_ref()));
    let of_input = given_clusters.then(|| clusters::given(network, &graph.nodes)).flatten();
    let known = of_input.or_else(|| previous.and_then(|previous| clusters::from_previous(network, &graph, previous)));
    let clusters::Clusters { members: clusters, resolution } =
        known.unwrap_or_else(|| clusters::find(network, &graph.nodes));
    let mut cluster = vec![0; graph.nodes.len()];
    for (number, members) in clusters.iter().enumerate() {
        for &member in members {
            cluster[member] = number;
        }
    }
    let corpus = network.corpus();
    let names: Vec<String> =
        graph.nodes.iter().map(|&id| short_names::name(&corpus.institution(id).names, options)).collect();
    let points = Vec::new();
    let label_texts = names.clone();
    let mut overview = Overview {
        network,
        options,
        graph,
        clusters,
        cluster,
        resolution,
        radii,
        names,
        label_texts,
        points,
        labels: Vec::new(),
        is_subgraph,
        excluded,
        fixed_positions,
        is_upright,
        previous,
        newcomers,
        encoding,
        without_hull: Vec::new(),
    };
    let mut words_before = overview_captions::captions(&overview);
    let (_, top) = frame::header(&words_before, options);
    // The height of legend and source line is not available to the drawing.
    let (_, below) = frame::footer(corpus, &mut words_before, &overview_captions::legend(&overview), 0.0, options);
    let strip = large_teams::height(&overview.graph.large_teams);
    let page = overview.place_nodes(
        top + 8.0,
        (MAX_FIGURE_HEIGHT - top - below - FOOTER_RESERVE - strip).min(options.spread_height()),
    );
    overview.points.iter_mut().for_each(|point| *point = snap_to_grid(*point, GRID));
    if overview.fixed_positions.is_none() {
        overview.without_hull =
            stable_layout::overlapping_hulls(&overview.clusters, &overview.points, &overview.radii, MIN_HULL_MEMBERS);
    }
    overview.excluded.extend(large_teams::undrawn_note(&overview.graph.large_teams));
    overview.place_labels(page);
    if overview.fixed_positions.is_some() {
        overview.clear_names(page);
    }
    let mut text = overview_captions::captions(&overview);
    let (mut marks, _) = frame::header(&text, options);
    marks.extend(overview.marks(page));
    overview.newcomers.underline(&mut marks, corpus, options.theme());
    text.extend_notes(frame::truncation_note(&marks));
    let (footer, end) =
        frame::footer(corpus, &mut text, &overview_captions::legend(&overview), page.bottom + strip + 8.0, options);
    marks.extend(footer);
    frame::figure(&text, marks, end, options)
}

impl Overview<'_> {
    fn sector(&self, node: usize) -> Option<Sector> {
        self.network.corpus().institution(self.graph.nodes[node]).sector()
    }

    fn half(&self, node: usize) -> (f64, f64) {
        let form = form(self.sector(node));
        let r = self.radii[node] + unshown::reach(self.graph.unshown[node], RING_GAP);
        (half_width(form, r), half_height(form, r))
    }

    /// Layout of the nodes below `top`, at most `max_height` high; returns the rectangle that they fill.
    fn place_nodes(&mut self, top: f64, max_height: f64) -> Rect {
        let demand = |node: usize| {
            let rank = self.graph.rank[node];
            let first = if rank < self.required_names() { REQUIRED_NAME_AREA } else { 0.0 };
            let named = if rank < NAMED_RANKS { NAME_AREA } else { 0.0 };
            NODE_AREA + 9.0 * self.radii[node] * self.radii[node] + first + named
        };
        let demands: Vec<f64> = (0..self.radii.len()).map(demand).collect();
        let width = self.options.inner_width();
        let total: f64 = demands.iter().sum();
        let max = MAX_HEIGHT.min(max_height).max(MIN_HEIGHT);
        let height = (total / (PAGE_FILL * width)).clamp(MIN_HEIGHT, max);
        let page = Rect::new(0.0, top, width, top + height);
        if let Some(previous) = self.previous {
            return self.place_from_previous(previous, page);
        }
        if let Some(fixed_positions) = self.fixed_positions {
            self.points = self.spread_fixed_positions(fixed_positions, &demands, page);
            return page;
        }
        let options = stress::Options { starts: 2, ..stress::Options::default() };
        let points = stress::minimize(&self.graph.distances, &options);
        // As high as the layout asks for at the width of the page, near the height that the areas ask for.
        let natural = width / cluster_layout::flattest_aspect(&points);
        let page = Rect::new(0.0, top, width, top + natural.clamp(height, (MAX_GROWTH * height).min(max)));
        let radii: Vec<f64> = (0..self.radii.len()).map(|node| self.half(node).0.max(self.half(node).1)).collect();
        let named: Vec<bool> = self.graph.rank.iter().map(|&rank| rank < self.required_names()).collect();
        let nodes = ClusteredNodes {
            radii: &radii,
            demands: &demands,
            cluster: &self.cluster,
            clusters: &self.clusters,
            named: &named,
            distances: &self.graph.distances,
            min_hull_members: MIN_HULL_MEMBERS,
        };
        let ties: Vec<(usize, usize)> = self.graph.ties.iter().map(|tie| (tie.a, tie.b)).collect();
        self.points = cluster_layout::place_nodes(&points, &nodes, &ties, page);
        crossing_reduction::reduce(&mut self.points, &nodes, &ties, page);
        page
    }

    /// Positions of an earlier figure, with new nodes placed; returns the rectangle that they fill.
    fn place_from_previous(&mut self, previous: &NodePositions, page: Rect) -> Rect {
        let count = self.radii.len();
        let halves: Vec<(f64, f64)> = (0..count).map(|node| self.half(node)).collect();
        let mut known: Vec<Option<Point>> =
            (0..count).map(|node| previous.nodes.get(self.key(node)).map(|spot| spot.at)).collect();
        stable_layout::clamp_to_page(&mut known, &halves, page.right);
        let over = (0..count).filter_map(|node| Some(page.top - (known[node]?.y - halves[node].1))).fold(0.0, f64::max);
        known.iter_mut().flatten().for_each(|point| point.y += over);
        let mut partners = vec![Vec::new(); count];
        for tie in &self.graph.ties {
            partners[tie.a].push(tie.b);
            partners[tie.b].push(tie.a);
        }
        let marks = stable_layout::ClusteredMarks { halves: &halves, cluster: &self.cluster, partners: &partners };
        self.points = stable_layout::place_new_marks(&known, &marks, page);
        let lowest = (0..count).map(|node| self.points[node].y + halves[node].1 + 1.0).fold(page.bottom, f64::max);
        Rect::new(page.left, page.top, page.right, lowest)
    }

    /// Fixed positions, relaxed over the page.
    fn spread_fixed_positions(
        &self,
        fixed_positions: &BTreeMap<String, Point>,
        demands: &[f64],
        page: Rect,
    ) -> Vec<Point> {
        let keys: Vec<String> = (0..self.radii.len()).map(|node| self.key(node).to_owned()).collect();
        let radii: Vec<f64> = (0..self.radii.len()).map(|node| self.half(node).0.max(self.half(node).1)).collect();
        let named: Vec<bool> = self.graph.rank.iter().map(|&rank| rank < self.required_names()).collect();
        let nodes = RelaxedNodes { radii: &radii, demands, named: &named };
        fixed_positions::spread_over_page(fixed_positions, &keys, &nodes, page, self.is_upright)
    }

    /// Alternates moving nodes off foreign names and label placement; keeps the points with the fewest covered nodes.
    fn clear_names(&mut self, page: Rect) {
        let halves: Vec<(f64, f64)> = (0..self.radii.len()).map(|node| self.half(node)).collect();
        let rects = |labels: &[Option<LabelCandidate>]| {
            labels.iter().map(|label| label.map(|label| label.rect)).collect::<Vec<_>>()
        };
        let mut best =
            (fixed_positions::covered_nodes(&self.points, &halves, &rects(&self.labels)), self.points.clone());
        for _ in 0..fixed_positions::MAX_CLEARINGS {
            if best.0 == 0 {
                break;
            }
            fixed_positions::clear_names(&mut self.points, &halves, &rects(&self.labels), page);
            self.place_labels(page);
            let covered = fixed_positions::covered_nodes(&self.points, &halves, &rects(&self.labels));
            if covered < best.0 {
                best = (covered, self.points.clone());
            }
        }
        self.points = best.1;
        self.place_labels(page);
    }

    /// Number of required names, in proportion to the width of the page.
    fn required_names(&self) -> usize {
        (REQUIRED_NAMES as f64 * (self.options.inner_width() / crate::drawing::map::limits::PAGE_WIDTH).min(1.0))
            .round() as usize
    }

    fn type_style(&self, node: usize) -> (f64, Weight) {
        match self.graph.rank[node] {
            rank if rank < LARGEST_TYPE.0.min(self.required_names()) => (LARGEST_TYPE.1, Weight::Bold),
            rank if rank < REQUIRED_TYPE.0.min(self.required_names()) => (REQUIRED_TYPE.1, Weight::Bold),
            _ => (OTHER_SIZE, Weight::Regular),
        }
    }

    fn place_labels(&mut self, page: Rect) {
        let colored = if self.encoding.color.is_some() { usize::MAX } else { self.options.theme().clusters.len() };
        for (number, members) in self.clusters.iter().enumerate().skip(colored) {
            // Grey clusters share their colour: their first member has their number in the legend.
            if let Some(&first) = members.iter().min_by_key(|&&node| self.graph.rank[node]) {
                self.label_texts[first] = format!("{}. {}", number + 1, self.names[first]);
            }
        }
        let sizes: Vec<(f64, f64)> = (0..self.names.len())
            .map(|node| {
                let (size, weight) = self.type_style(node);
                let name = crate::drawing::wording::ellipsized(&self.label_texts[node], size, weight, MAX_NAME_WIDTH);
                let wide = reserved_width(&name, size, weight);
                self.label_texts[node] = name;
                (wide, size * 1.02)
            })
            .collect();
        let halves: Vec<(f64, f64)> = (0..self.names.len()).map(|node| self.half(node)).collect();
        let square: Vec<bool> =
            (0..self.names.len()).map(|node| form(self.sector(node)) == NodeShape::Square).collect();
        let lines: Vec<(Point, Point, usize, usize)> = self
            .graph
            .ties
            .iter()
            .flat_map(|tie| {
                flatten(&self.path(tie), CURVE_SEGMENTS).into_iter().map(|(from, to)| (from, to, tie.a, tie.b))
            })
            .collect();
        let problem = LabelingProblem {
            page,
            points: &self.points,
            halves: &halves,
            square: &square,
            sizes: &sizes,
            rank: &self.graph.rank,
            required: self.required_names(),
            lines: &lines,
        };
        self.labels = label_placement::place_labels(&problem);
    }

    /// Path of a tie: straight within a cluster; between two, a cubic curve towards the center between them.
    fn path(&self, tie: &OverviewTie) -> Vec<PathSegment> {
        let (a, b) = (self.points[tie.a], self.points[tie.b]);
        let (from, to) = (self.cluster[tie.a], self.cluster[tie.b]);
        if from == to {
            return vec![PathSegment::Move(a), PathSegment::Line(b)];
        }
        let between = self.center(from).lerp(self.center(to), 0.5);
        vec![PathSegment::Move(a), PathSegment::Cubic(a.lerp(between, BUNDLING), b.lerp(between, BUNDLING), b)]
    }

    /// Colour of a cluster's hull and ties: a neutral one where the colours of marks tell something else.
    fn cluster_color(&self, cluster: usize) -> Color {
        let theme = self.options.theme();
        if self.encoding.color.is_some() { theme.edge } else { theme.cluster(cluster) }
    }

    fn center(&self, cluster: usize) -> Point {
        cluster_layout::centroid(&self.clusters[cluster], &self.points)
    }

    fn marks(&self, page: Rect) -> Vec<Mark> {
        let between = self.graph.ties.iter().filter(|tie| self.cluster[tie.a] != self.cluster[tie.b]);
        let within = self.graph.ties.iter().filter(|tie| self.cluster[tie.a] == self.cluster[tie.b]);
        let (spokes, pills) = large_teams::marks(self, page);
        let strokes = self.strokes();
        let groups = [
            ("edges of large teams", spokes),
            ("edges between", between.map(|tie| self.edge(tie, strokes)).collect::<Vec<Mark>>()),
            ("hulls", (0..self.clusters.len()).filter_map(|cluster| self.hull(cluster)).collect()),
            ("edges within", within.map(|tie| self.edge(tie, strokes)).collect()),
            ("institutions", (0..self.points.len()).map(|node| self.node(node)).collect()),
            ("labels", (0..self.points.len()).filter_map(|node| self.label(node)).collect()),
            ("works", pills),
        ];
        let groups = groups.into_iter().filter(|(_, marks)| !marks.is_empty());
        groups.map(|(class, marks)| MarkGroup::new(class, marks).into()).collect()
    }

    fn edge(&self, tie: &OverviewTie, strokes: [Stroke; 2]) -> Mark {
        let theme = self.options.theme();
        let within = self.cluster[tie.a] == self.cluster[tie.b];
        let (color, width, opacity) = if within {
            (self.cluster_color(self.cluster[tie.a]), strokes[0].of(tie.joint), 0.62)
        } else {
            (theme.edge, strokes[1].of(tie.joint), 0.5)
        };
        let (source, target) = (self.key(tie.a).to_owned(), self.key(tie.b).to_owned());
        let plain = |node: usize| {
            let names = &self.network.corpus().institution(self.graph.nodes[node]).names;
            crate::drawing::names::plain(names, self.options.language)
        };
        let title = format!("{} – {}: {}", plain(tie.a), plain(tie.b), overview_captions::evidence(self, tie));
        MarkGroup {
            id: Some(format!("e-{source}-{target}")),
            class: "edge".to_owned(),
            data: vec![
                ("source", source.clone()),
                ("target", target.clone()),
                ("weight", crate::drawing::map::captions::weight(tie.joint)),
            ],
            title: Some(title),
            role: MarkRole::Edge(Box::new(EdgeMark { source, targets: vec![target], weight: tie.joint, color, width })),
            marks: vec![Mark::Path(self.path(tie), Paint::line(color, width).stroked_at(opacity))],
        }
        .into()
    }

    fn hull(&self, cluster: usize) -> Option<Mark> {
        let members = &self.clusters[cluster];
        if members.len() < MIN_HULL_MEMBERS || self.fixed_positions.is_some() || self.without_hull.contains(&cluster) {
            return None;
        }
        let theme = self.options.theme();
        let color = self.cluster_color(cluster);
        let discs: Vec<(Point, f64)> = members.iter().map(|&node| (self.points[node], self.radii[node])).collect();
        let steps = hull::around(&discs);
        let veil = Mark::Path(steps.clone(), Paint::fill(theme.page).filled_at(0.72));
        let tint = Paint::fill(color).filled_at(theme.hull_tint).outlined(color, 0.8).stroked_at(0.5);
        Some(
            MarkGroup { class: "cluster".to_owned(), ..MarkGroup::new("cluster", vec![veil, Mark::Path(steps, tint)]) }
                .into(),
        )
    }

    fn node(&self, node: usize) -> Mark {
        let theme = self.options.theme();
        let institution = self.network.corpus().institution(self.graph.nodes[node]);
        let works = self.network.corpus().works_of(self.graph.nodes[node]).len();
        let form = form(institution.sector());
        let (at, r) = (self.points[node], self.radii[node]);
        let id = self.graph.nodes[node];
        let color = match &self.encoding.color {
            Some(color) => color.color(id, theme),
            None => Some(theme.cluster(self.cluster[node])),
        };
        let has_value = self.encoding.size.as_ref().is_none_or(|size| size.value(id).is_some());
        let full = crate::drawing::names::full(&institution.names, self.options.language);
        let kind = self.options.kind(self.network.corpus());
        let title = crate::drawing::actor::with_works_of(&full, works, kind, self.options.language);
        let title = mark_key::tooltip(title, &self.encoding, self.network.corpus(), id, self.options);
        let unshown = self.graph.unshown[node];
        let ground = if unshown > 0 {
            unshown::ring(form, at, r, RING_GAP, theme)
        } else {
            shape(form, at, r + 0.8, Paint::fill(theme.page))
        };
        let marks = vec![ground, mark_encoding::mark(form, at, r, color, has_value, theme)];
        let mut data = vec![
            ("id", institution.id.clone()),
            ("kind", "institution".to_owned()),
            ("sector", institution.sector().map_or("", |sector| sector.key()).to_owned()),
            ("country", institution.country().map_or("", |country| country.code()).to_owned()),
            ("models", works.to_string()),
            ("cluster", (self.cluster[node] + 1).to_string()),
        ];
        if unshown > 0 {
            data.push(("unshown", unshown.to_string()));
        }
        data.extend(mark_key::data(&self.encoding, id));
        MarkGroup {
            id: Some(format!("n-{}", institution.id)),
            class: "node institution".to_owned(),
            data,
            title: Some(unshown::tooltip(title, unshown, self.options.language)),
            role: MarkRole::Node(Box::new(NodeMark {
                key: institution.id.clone(),
                label: self.names[node].clone(),
                shape: form,
                outline: outline(form, at, r + unshown::reach(unshown, RING_GAP)),
                color: color.unwrap_or(theme.muted),
            })),
            marks,
        }
        .into()
    }

    fn label(&self, node: usize) -> Option<Mark> {
        let label = self.labels.get(node)?.as_ref()?;
        let theme = self.options.theme();
        let (size, weight) = self.type_style(node);
        let x = match label.anchor {
            TextAnchor::Start => label.rect.left,
            TextAnchor::Middle => label.rect.center().x,
            TextAnchor::End => label.rect.right,
        };
        let at = Point::new(x, label.rect.top + crate::typography::ASCENT * size);
        let text = TextLine::new(&self.label_texts[node], at, size, theme.ink).anchored(label.anchor);
        let text = if weight == Weight::Bold { text.bold() } else { text };
        let mut marks = Vec::new();
        if let Some(end) = label.leader {
            let from = self.points[node];
            let start = from.lerp(end, (self.radii[node] / from.distance(end).max(1e-6)).min(1.0));
            marks.push(Mark::Path(vec![PathSegment::Move(start), PathSegment::Line(end)], Paint::line(theme.ink, 0.5)));
        }
        marks.push(Mark::Haloed(vec![text], theme.page));
        let class = if label.leader.is_some() { "led" } else { "" };
        Some(
            MarkGroup { role: MarkRole::Label(vec![self.key(node).to_owned()]), ..MarkGroup::new(class, marks) }.into(),
        )
    }
}

/// Whether an earlier figure has institutions of this one, at positions at which they do not overlap.
fn can_keep_positions(
    network: &Network<'_>,
    graph: &OverviewGraph,
    radii: &[f64],
    previous: &NodePositions,
    width: f64,
) -> bool {
    let corpus = network.corpus();
    let mut known: Vec<Option<Point>> =
        graph.nodes.iter().map(|&id| previous.nodes.get(&corpus.institution(id).id).map(|spot| spot.at)).collect();
    let half = |node: usize| {
        let form = form(corpus.institution(graph.nodes[node]).sector());
        let r = radii[node] + unshown::reach(graph.unshown[node], RING_GAP);
        (half_width(form, r), half_height(form, r))
    };
    let halves: Vec<(f64, f64)> = (0..radii.len()).map(half).collect();
    stable_layout::clamp_to_page(&mut known, &halves, width);
    known.iter().any(Option::is_some) && !stable_layout::any_overlap(&known, &halves)
}
