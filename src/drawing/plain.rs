//! Plain map: each institution a dot, each tie a line, without names; for networks of any size.
//!
//! Ties are one path for each class of weight, which keeps files small; names are the titles of the dots. Positions
//! come from [`layout::adaptive`](crate::layout::adaptive).

use std::collections::BTreeMap;

use crate::answer::figure::{Error, Figure};
use crate::answer::mark::{Color, LineCap, Mark, MarkGroup, MarkRole, NodeMark, NodeShape, Paint, PathSegment};
use crate::corpus::institution::InstitutionId;
use crate::drawing::frame::{self, FigureText, Options};
use crate::drawing::subgraph::Subgraph;
use crate::drawing::{actor, encoding};
use crate::geometry::Point;
use crate::layout::adaptive;
use crate::layout::points::bounds;
use crate::message;
use crate::network::graph::{self, Network};
use crate::selection::subgraph::SubgraphSpec;

/// Seed of the layout.
const SEED: u64 = 1;
/// Gap between components, in edge lengths.
const COMPONENT_GAP: f64 = 1.0;
/// Share of the drawing's area that the dots cover.
const DOT_AREA_SHARE: f64 = 0.06;
/// Smallest and largest radius of a dot, in points.
const RADII: (f64, f64) = (0.5, 3.5);
/// Upper bounds (exclusive) of the weight classes, and their stroke widths in points.
const WEIGHT_CLASSES: [(f64, f64); 4] = [(2.0, 0.18), (4.0, 0.3), (16.0, 0.5), (f64::INFINITY, 0.9)];
/// Opacity of ties.
const TIE_OPACITY: f64 = 0.45;

/// Draws all institutions with ties; the source line gives the number of isolates.
///
/// # Errors
///
/// When the marks do not form a valid figure; see [`Figure::new`].
pub fn compose(network: &Network<'_>, options: &Options) -> Result<Figure, Error> {
    compose_at(network, None, options)
}

/// The same with institutions at positions of their own, by id, in any unit, y downwards; those without one stand in the middle.
///
/// # Errors
///
/// As [`compose`].
pub fn compose_at(
    network: &Network<'_>,
    fixed_positions: Option<&BTreeMap<String, Point>>,
    options: &Options,
) -> Result<Figure, Error> {
    let tied: Vec<usize> = (0..network.node_count()).filter(|&node| network.adjacency().degree(node) > 0).collect();
    let mut words = words(network, tied.len(), options);
    if fixed_positions.is_some() {
        words.note(message!("map-positions-given"));
    }
    let (mut marks, top) = frame::header(&words, options);
    let (points, bottom) = scaled_positions(network, &tied, fixed_positions, (options.inner_width(), top));
    let area = options.inner_width() * (bottom - top).max(1.0);
    let radius =
        (DOT_AREA_SHARE * area / (std::f64::consts::PI * tied.len().max(1) as f64)).sqrt().clamp(RADII.0, RADII.1);
    marks.push(ties(network, &points, options).into());
    let dot = |&node: &usize| Mark::from(dot(network, node, points[node], radius, options));
    marks.push(MarkGroup::new("institutions", tied.iter().map(dot).collect()).into());
    let (footer, end) = frame::footer(network.corpus(), &mut words, &[], bottom + RADII.1, options);
    marks.extend(footer);
    frame::figure(&words, marks, end, options)
}

/// Positions of all nodes scaled to the width, and their lower edge.
fn scaled_positions(
    network: &Network<'_>,
    tied: &[usize],
    fixed_positions: Option<&BTreeMap<String, Point>>,
    (width, top): (f64, f64),
) -> (Vec<Point>, f64) {
    let mut points = match fixed_positions {
        Some(fixed) => {
            let (low, high) = bounds(&fixed.values().copied().collect::<Vec<_>>());
            let middle = Point::new((low.x + high.x) / 2.0, (low.y + high.y) / 2.0);
            let key = |node: usize| Some(network.corpus().institution(network.institution(node)?).id.as_str());
            (0..network.node_count())
                .map(|node| key(node).and_then(|key| fixed.get(key)).copied().unwrap_or(middle))
                .collect()
        }
        None => adaptive::layout(network, COMPONENT_GAP, SEED).points,
    };
    let shown: Vec<Point> = tied.iter().map(|&node| points[node]).collect();
    let (low, high) = bounds(&shown);
    let scale = (width - 2.0 * RADII.1) / (high.x - low.x).max(high.y - low.y).max(1e-9);
    let left = (width - (high.x - low.x) * scale) / 2.0;
    let place = |point: &Point| Point::new(left + (point.x - low.x) * scale, top + RADII.1 + (point.y - low.y) * scale);
    points.iter_mut().for_each(|point| *point = place(point));
    (points, top + 2.0 * RADII.1 + (high.y - low.y) * scale)
}

fn ties(network: &Network<'_>, points: &[Point], options: &Options) -> MarkGroup {
    let mut classes: Vec<Vec<PathSegment>> = vec![Vec::new(); WEIGHT_CLASSES.len()];
    for (a, b, weight, _) in network.adjacency().edges() {
        let class = WEIGHT_CLASSES.iter().position(|class| weight < class.0).unwrap_or(WEIGHT_CLASSES.len() - 1);
        classes[class].extend([PathSegment::Move(points[a]), PathSegment::Line(points[b])]);
    }
    let color = options.theme().edge;
    let drawn = classes.into_iter().zip(WEIGHT_CLASSES).filter(|(steps, _)| !steps.is_empty());
    let path = |(steps, (_, width)): (Vec<PathSegment>, (f64, f64))| {
        Mark::Path(steps, Paint { cap: LineCap::Plain, ..Paint::line(color, width).stroked_at(TIE_OPACITY) })
    };
    MarkGroup::new("ties", drawn.map(path).collect())
}

fn dot(network: &Network<'_>, node: usize, at: Point, radius: f64, options: &Options) -> MarkGroup {
    let (key, label, color) = identity(network, node, options);
    let mark = Mark::Circle(at, radius, Paint::fill(color));
    let outline = encoding::outline(NodeShape::Circle, at, radius);
    let node = NodeMark { key, label: label.clone(), shape: NodeShape::Circle, outline, color };
    MarkGroup { title: Some(label), role: MarkRole::Node(Box::new(node)), ..MarkGroup::new("institution", vec![mark]) }
}

/// Key, name and colour of a node.
fn identity(network: &Network<'_>, node: usize, options: &Options) -> (String, String, Color) {
    let corpus = network.corpus();
    match network.node(node) {
        graph::Node::Institution(id) => {
            let institution = corpus.institution(id);
            let name = institution.names.label().to_owned();
            (institution.id.clone(), name, options.theme().sector(institution.sector()))
        }
        graph::Node::Work(id) => (corpus.work_key(id), corpus.work_name(id).to_owned(), options.theme().muted),
    }
}

fn words(network: &Network<'_>, tied: usize, options: &Options) -> FigureText {
    let (ties, isolates, kind) = (network.tie_count(), network.node_count() - tied, options.kind(network.corpus()));
    let size = message!("figures-plain-size", institutions = tied, ties = ties);
    let description = message!("figures-plain-description", size = &size);
    let title = message!("figures-plain-title", kind = kind);
    let mut words = FigureText::new("map", options.language, title, size, description);
    words.note(message!("figures-plain-layout"));
    let drawn: Vec<InstitutionId> = network.corpus().institution_ids().filter(|&id| is_tied(network, id)).collect();
    words.extend_notes(actor::large_teams_note(network, drawn.iter().copied(), kind));
    let all = Subgraph::of(network, &SubgraphSpec::default());
    words.extend_excluded(all.isolates_notes(&drawn, isolates, kind));
    words
}

fn is_tied(network: &Network<'_>, id: InstitutionId) -> bool {
    network.adjacency().degree(network.node_of(id)) > 0
}
