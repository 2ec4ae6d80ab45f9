//! The plain map: every institution a dot, every tie a line, no names; for networks of any size.
//!
//! Ties are one path a class of weight, so that ten thousand institutions stay a small file; a dot says its name to who
//! rests on it. Places come from [`layout::plain`](crate::layout::plain).

use crate::answer::figure::{Error, Figure};
use crate::answer::mark::{Color, LineCap, Mark, MarkGroup, MarkRole, NodeMark, NodeShape, Paint, PathSegment};
use crate::drawing::encoding;
use crate::drawing::frame::{self, Options, Words};
use crate::drawing::wording::{count, first};
use crate::geometry::Point;
use crate::layout::plain;
use crate::layout::points::bounds;
use crate::network::graph::{self, Network};

/// Seed of the layout.
const SEED: u64 = 1;
/// Gap of components, in ties.
const STEP: f64 = 1.0;
/// Share of the drawing that all dots cover together.
const COVERED: f64 = 0.06;
/// Smallest and largest radius of a dot in points.
const RADII: (f64, f64) = (0.5, 3.5);
/// Classes of weight: below 2, below 4, below 16, the rest; width in points.
const CLASSES: [(f64, f64); 4] = [(2.0, 0.18), (4.0, 0.3), (16.0, 0.5), (f64::INFINITY, 0.9)];
/// Opacity of ties.
const FAINT: f64 = 0.45;

/// Draws all institutions that have a tie. The subtitle counts those that have none.
///
/// # Errors
///
/// When the marks are no figure; see [`Figure::new`].
pub fn compose(network: &Network<'_>, options: &Options) -> Result<Figure, Error> {
    let tied: Vec<usize> = (0..network.node_count()).filter(|&node| network.adjacency().degree(node) > 0).collect();
    let words = words(network, tied.len(), options);
    let (mut marks, top) = frame::head(&words, options);
    let (points, bottom) = places(network, &tied, options.inner_width(), top);
    let area = options.inner_width() * (bottom - top).max(1.0);
    let radius = (COVERED * area / (std::f64::consts::PI * tied.len().max(1) as f64)).sqrt().clamp(RADII.0, RADII.1);
    marks.push(ties(network, &points, options).into());
    let dot = |&node: &usize| Mark::from(dot(network, node, points[node], radius, options));
    marks.push(MarkGroup::new("institutions", tied.iter().map(dot).collect()).into());
    let (foot, end) = frame::foot(network.corpus(), &words, &[], bottom + RADII.1, options);
    marks.extend(foot);
    frame::figure(&words, marks, end, options)
}

/// Points of all nodes within the width, and where they end.
fn places(network: &Network<'_>, tied: &[usize], width: f64, top: f64) -> (Vec<Point>, f64) {
    let mut points = plain::place(network, STEP, SEED).points;
    let shown: Vec<Point> = tied.iter().map(|&node| points[node]).collect();
    let (low, high) = bounds(&shown);
    let scale = (width - 2.0 * RADII.1) / (high.x - low.x).max(high.y - low.y).max(1e-9);
    let left = (width - (high.x - low.x) * scale) / 2.0;
    let place = |point: &Point| Point::new(left + (point.x - low.x) * scale, top + RADII.1 + (point.y - low.y) * scale);
    points.iter_mut().for_each(|point| *point = place(point));
    (points, top + 2.0 * RADII.1 + (high.y - low.y) * scale)
}

fn ties(network: &Network<'_>, points: &[Point], options: &Options) -> MarkGroup {
    let mut classes: Vec<Vec<PathSegment>> = vec![Vec::new(); CLASSES.len()];
    for (a, b, weight, _) in network.adjacency().edges() {
        let class = CLASSES.iter().position(|class| weight < class.0).unwrap_or(CLASSES.len() - 1);
        classes[class].extend([PathSegment::Move(points[a]), PathSegment::Line(points[b])]);
    }
    let color = options.theme().edge;
    let drawn = classes.into_iter().zip(CLASSES).filter(|(steps, _)| !steps.is_empty());
    let path = |(steps, (_, width)): (Vec<PathSegment>, (f64, f64))| {
        Mark::Path(steps, Paint { cap: LineCap::Plain, ..Paint::line(color, width).stroked_at(FAINT) })
    };
    MarkGroup::new("ties", drawn.map(path).collect())
}

fn dot(network: &Network<'_>, node: usize, at: Point, radius: f64, options: &Options) -> MarkGroup {
    let (key, label, color) = told(network, node, options);
    let mark = Mark::Circle(at, radius, Paint::fill(color));
    let outline = encoding::outline(NodeShape::Circle, at, radius);
    let node = NodeMark { key, label: label.clone(), shape: NodeShape::Circle, outline, color };
    MarkGroup { title: Some(label), role: MarkRole::Node(Box::new(node)), ..MarkGroup::new("institution", vec![mark]) }
}

/// Key, name and colour of a node.
fn told(network: &Network<'_>, node: usize, options: &Options) -> (String, String, Color) {
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

fn words(network: &Network<'_>, tied: usize, options: &Options) -> Words {
    let (ties, alone) = (network.tie_count(), network.node_count() - tied);
    let english = format!("{} institutions, {} ties", count(tied), count(ties));
    let korean = format!("기관 {}곳, 연결 {}개", count(tied), count(ties));
    let mut left_out = Vec::new();
    if alone > 0 {
        left_out.push((
            format!("Not shown: {} institutions without a tie.", count(alone)),
            format!("협력이 없는 기관 {}곳은 싣지 않음.", count(alone)),
        ));
    }
    let titles = ("Who works with whom", "기관 협력망");
    let headed = Words::headed("map", options.language, titles, (english.clone(), korean.clone()));
    Words {
        description: first(
            options.language,
            format!("{english}. Nearer is more closely connected."),
            format!("{korean}. 가까울수록 가까이 이어져 있다."),
        ),
        notes: vec![(
            "Layout: least stress; names are left out.".to_owned(),
            "배치: 스트레스 최소화. 이름은 생략.".to_owned(),
        )],
        left_out,
        ..headed
    }
}
