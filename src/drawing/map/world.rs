//! A map of more than forty institutions: the largest connected group, its clusters in hulls of their own.

use std::collections::BTreeMap;

use crate::answer::figure::{Error, Figure};
use crate::answer::mark::{
    EdgeMark, Mark, MarkGroup, MarkRole, NodeMark, NodeShape, Paint, PathSegment, TextAnchor, TextLine, flatten,
};
use crate::answer::positions::{NodePositions, snap_to_grid};
use crate::corpus::institution::Sector;
use crate::drawing::encoding::{WORLD, form, half_height, half_width, outline, shape};
use crate::drawing::frame::{self, Options};
use crate::drawing::map::group::{Group, GroupTie};
use crate::drawing::map::spread::{self, Nodes};
use crate::drawing::map::tags::{self, ALWAYS, Ground, Tag};
use crate::drawing::map::{cells, clusters, given, hubs, hull, kept, unshown, world_words};
use crate::geometry::{Point, Rect};
use crate::layout::points::bounds;
use crate::layout::stress;
use crate::network::graph::Network;
use crate::typography::{Weight, reserved_width};

/// Area that a node asks for, more by its size and rank, in square points.
const NEED: f64 = 260.0;
const NEED_FIRST: f64 = 1_500.0;
const NEED_NAMED: f64 = 700.0;
/// Ranks that should find room for a name.
const NAMED: usize = 110;
/// Share of the page that needs fill; the rest is hulls and gaps.
const FILL: f64 = 0.80;
/// Tallest drawing, in points; and least.
const TALLEST: f64 = 500.0;
const LEAST: f64 = 150.0;
/// Highest figure in points, and what the foot may grow by once names are placed, with the margins.
const HIGHEST: f64 = 235.0 * 72.0 / 25.4;
const FOOT: f64 = 52.0;
/// Gap between a mark and the ring of partners without a line.
const RING_GAP: f64 = 0.9;
/// Fewest members of a cluster with a hull.
const HULLED: usize = 3;
/// How far control points lie on the way to the middle between two clusters.
const BUNDLE: f64 = 0.55;
/// Straight pieces of a curve, for names to keep clear of.
const PIECES: usize = 8;
/// Sizes of names by rank, and the ranks that they end at.
const FIRST: (usize, f64) = (8, 8.0);
const SECOND: (usize, f64) = (ALWAYS, 7.0);
const REST: f64 = 6.1;
/// Widest name in points.
const NAME_MOST: f64 = 125.0;

/// Everything resolved but colours.
pub(crate) struct World<'w> {
    pub(crate) network: &'w Network<'w>,
    pub(crate) options: &'w Options,
    pub(crate) group: Group,
    pub(crate) clusters: Vec<Vec<usize>>,
    pub(crate) cluster: Vec<usize>,
    /// Resolution of the clusters.
    pub(crate) resolution: f64,
    pub(crate) radii: Vec<f64>,
    pub(crate) names: Vec<String>,
    /// What is written beside each node: its name, cut to its room, after the number of a grey cluster.
    pub(crate) written: Vec<String>,
    pub(crate) points: Vec<Point>,
    pub(crate) tags: Vec<Option<Tag>>,
    /// Whether a part was chosen, so that it need not be the largest group of all.
    pub(crate) chosen: bool,
    /// What was chosen and left out before.
    pub(crate) left_out: Vec<(String, String)>,
    /// Places that are given.
    places: Option<&'w BTreeMap<String, Point>>,
    /// An earlier picture, whose places stay.
    pub(crate) kept: Option<&'w NodePositions>,
    /// Clusters whose hulls would meet others in the places that are kept.
    bare: Vec<usize>,
}

/// What is wanted of a large map.
#[derive(Clone, Copy)]
pub(crate) struct Wish<'w> {
    /// Places that are given.
    pub(crate) places: Option<&'w BTreeMap<String, Point>>,
    /// Places of an earlier picture that stay.
    pub(crate) kept: Option<&'w NodePositions>,
    /// Whether a part was chosen.
    pub(crate) chosen: bool,
}

/// Grid of the marks' places in points: they are written without rounding.
const GRID: f64 = 0.1;

/// Draws it.
pub(crate) fn compose(
    network: &Network<'_>,
    group: Group,
    left_out: Vec<(String, String)>,
    Wish { places, kept, chosen }: Wish<'_>,
    options: &Options,
) -> Result<Figure, Error> {
    let radii: Vec<f64> = group.nodes.iter().map(|&id| WORLD.of(network.corpus().works_of(id).len())).collect();
    // Marks that would cover one another cannot stay where they were.
    let stays = |kept: &&NodePositions| is_keepable(network, &group, &radii, kept, options.inner_width());
    let stretched = kept.filter(|kept| !stays(kept)).map(NodePositions::points);
    let (kept, places) = (kept.filter(stays), places.or(stretched.as_ref()));
    let found = kept.and_then(|kept| clusters::kept(network, &group, kept));
    let clusters::Clusters { members: clusters, resolution } = found.unwrap_or_else(|| clusters::find(network, &group));
    let mut cluster = vec![0; group.nodes.len()];
    for (number, members) in clusters.iter().enumerate() {
        for &member in members {
            cluster[member] = number;
        }
    }
    let corpus = network.corpus();
    let names: Vec<String> =
        group.nodes.iter().map(|&id| world_words::name(&corpus.institution(id).names, options)).collect();
    let points = Vec::new();
    let written = names.clone();
    let mut world = World {
        network,
        options,
        group,
        clusters,
        cluster,
        resolution,
        radii,
        names,
        written,
        points,
        tags: Vec::new(),
        chosen,
        left_out,
        places,
        kept,
        bare: Vec::new(),
    };
    let words_before = world_words::words(&world);
    let (_, top) = frame::head(&words_before, options);
    // What the legend and the source line take is not the drawing's.
    let (_, below) = frame::foot(corpus, &words_before, &world_words::legend(&world), 0.0, options);
    let strip = hubs::height(&world.group.hubs);
    let page = world.settle(top + 8.0, HIGHEST - top - below - FOOT - strip);
    world.points.iter_mut().for_each(|point| *point = snap_to_grid(*point, GRID));
    if world.kept.is_some() {
        world.bare = kept::meeting(&world.clusters, &world.points, &world.radii, HULLED);
    }
    world.left_out.extend(hubs::without(&world.group.hubs, options.kind(corpus)));
    world.name(page);
    if world.places.is_some() {
        world.clear(page);
    }
    let mut told = world_words::words(&world);
    let (mut marks, _) = frame::head(&told, options);
    marks.extend(world.marks(page));
    told.notes.extend(frame::cut_note(&marks));
    let (foot, end) = frame::foot(corpus, &told, &world_words::legend(&world), page.bottom + strip + 8.0, options);
    marks.extend(foot);
    frame::figure(&told, marks, end, options)
}

impl World<'_> {
    fn sector(&self, node: usize) -> Option<Sector> {
        self.network.corpus().institution(self.group.nodes[node]).sector()
    }

    fn half(&self, node: usize) -> (f64, f64) {
        let form = form(self.sector(node));
        let r = self.radii[node] + unshown::reach(self.group.unshown[node], RING_GAP);
        (half_width(form, r), half_height(form, r))
    }

    /// Finds the places of all nodes in a room of a height; returns the page that they fill.
    fn settle(&mut self, top: f64, room: f64) -> Rect {
        let need = |node: usize| {
            let rank = self.group.rank[node];
            let first = if rank < self.always() { NEED_FIRST } else { 0.0 };
            let named = if rank < NAMED { NEED_NAMED } else { 0.0 };
            NEED + 9.0 * self.radii[node] * self.radii[node] + first + named
        };
        let needs: Vec<f64> = (0..self.radii.len()).map(need).collect();
        let width = self.options.inner_width();
        let total: f64 = needs.iter().sum();
        let height = (total / (FILL * width)).min(TALLEST).min(room).max(LEAST);
        let page = Rect::new(0.0, top, width, top + height);
        if let Some(kept) = self.kept {
            return self.stayed(kept, page);
        }
        if let Some(places) = self.places {
            self.points = self.evened(places, &needs, page);
            return page;
        }
        let options = stress::Options { starts: 2, ..stress::Options::default() };
        let mut points = fitted(&stress::descend(&self.group.distances, &options), page);
        let sites: Vec<Point> = self.clusters.iter().map(|members| middle(members, &points)).collect();
        let wants: Vec<f64> =
            self.clusters.iter().map(|members| members.iter().map(|&node| needs[node]).sum::<f64>()).collect();
        let cells = cells::share(page, &sites, &wants);
        let radii: Vec<f64> = (0..self.radii.len()).map(|node| self.half(node).0.max(self.half(node).1)).collect();
        let named: Vec<bool> = self.group.rank.iter().map(|&rank| rank < self.always()).collect();
        let nodes = Nodes {
            radii: &radii,
            needs: &needs,
            cluster: &self.cluster,
            named: &named,
            distances: &self.group.distances,
        };
        spread::settle(&mut points, &nodes, &cells);
        self.points = points;
        page
    }

    /// Places of an earlier picture, and room for the new ones; the page that they fill.
    fn stayed(&mut self, kept: &NodePositions, page: Rect) -> Rect {
        let count = self.radii.len();
        let halves: Vec<(f64, f64)> = (0..count).map(|node| self.half(node)).collect();
        let mut known: Vec<Option<Point>> =
            (0..count).map(|node| kept.nodes.get(self.key(node)).map(|spot| spot.at)).collect();
        kept::inside(&mut known, &halves, page.right);
        let over = (0..count).filter_map(|node| Some(page.top - (known[node]?.y - halves[node].1))).fold(0.0, f64::max);
        known.iter_mut().flatten().for_each(|point| point.y += over);
        let mut partners = vec![Vec::new(); count];
        for tie in &self.group.ties {
            partners[tie.a].push(tie.b);
            partners[tie.b].push(tie.a);
        }
        let crowd = kept::Crowd { halves: &halves, cluster: &self.cluster, partners: &partners };
        self.points = kept::crowd(&known, &crowd, page);
        let lowest = (0..count).map(|node| self.points[node].y + halves[node].1 + 1.0).fold(page.bottom, f64::max);
        Rect::new(page.left, page.top, page.right, lowest)
    }

    /// Given places, evened out over the page.
    fn evened(&self, places: &BTreeMap<String, Point>, needs: &[f64], page: Rect) -> Vec<Point> {
        let keys: Vec<String> = (0..self.radii.len()).map(|node| self.key(node).to_owned()).collect();
        let radii: Vec<f64> = (0..self.radii.len()).map(|node| self.half(node).0.max(self.half(node).1)).collect();
        let named: Vec<bool> = self.group.rank.iter().map(|&rank| rank < self.always()).collect();
        let cluster = vec![0; keys.len()];
        let nodes = Nodes { radii: &radii, needs, cluster: &cluster, named: &named, distances: &self.group.distances };
        given::evened(places, &keys, &nodes, page)
    }

    /// Moves nodes out from under foreign names, and names anew.
    fn clear(&mut self, page: Rect) {
        let halves: Vec<(f64, f64)> = (0..self.radii.len()).map(|node| self.half(node)).collect();
        let rects = |tags: &[Option<Tag>]| tags.iter().map(|tag| tag.map(|tag| tag.rect)).collect::<Vec<_>>();
        let mut best = (given::covered(&self.points, &halves, &rects(&self.tags)), self.points.clone());
        for _ in 0..given::CLEARINGS {
            if best.0 == 0 {
                break;
            }
            given::cleared(&mut self.points, &halves, &rects(&self.tags), page);
            self.name(page);
            let covered = given::covered(&self.points, &halves, &rects(&self.tags));
            if covered < best.0 {
                best = (covered, self.points.clone());
            }
        }
        self.points = best.1;
        self.name(page);
    }

    /// Names that must be shown: fewer on a narrow page.
    fn always(&self) -> usize {
        (ALWAYS as f64 * (self.options.inner_width() / crate::drawing::map::PAGE).min(1.0)).round() as usize
    }

    fn type_of(&self, node: usize) -> (f64, Weight) {
        match self.group.rank[node] {
            rank if rank < FIRST.0.min(self.always()) => (FIRST.1, Weight::Bold),
            rank if rank < SECOND.0.min(self.always()) => (SECOND.1, Weight::Bold),
            _ => (REST, Weight::Regular),
        }
    }

    fn name(&mut self, page: Rect) {
        for (number, members) in self.clusters.iter().enumerate().skip(self.options.theme().clusters.len()) {
            // Grey clusters share their colour; the number of the legend stands at their first member.
            if let Some(&first) = members.iter().min_by_key(|&&node| self.group.rank[node]) {
                self.written[first] = format!("{}. {}", number + 1, self.names[first]);
            }
        }
        let sizes: Vec<(f64, f64)> = (0..self.names.len())
            .map(|node| {
                let (size, weight) = self.type_of(node);
                let name = crate::drawing::wording::fitted(&self.written[node], size, weight, NAME_MOST);
                let wide = reserved_width(&name, size, weight);
                self.written[node] = name;
                (wide, size * 1.02)
            })
            .collect();
        let halves: Vec<(f64, f64)> = (0..self.names.len()).map(|node| self.half(node)).collect();
        let square: Vec<bool> =
            (0..self.names.len()).map(|node| form(self.sector(node)) == NodeShape::Square).collect();
        let lines: Vec<(Point, Point, usize, usize)> = self
            .group
            .ties
            .iter()
            .flat_map(|tie| flatten(&self.path(tie), PIECES).into_iter().map(|(from, to)| (from, to, tie.a, tie.b)))
            .collect();
        let ground = Ground {
            page,
            points: &self.points,
            halves: &halves,
            square: &square,
            sizes: &sizes,
            rank: &self.group.rank,
            always: self.always(),
            lines: &lines,
        };
        self.tags = tags::place(&ground);
    }

    /// A straight line within a cluster; between two, a curve drawn towards the middle between them.
    fn path(&self, tie: &GroupTie) -> Vec<PathSegment> {
        let (a, b) = (self.points[tie.a], self.points[tie.b]);
        let (from, to) = (self.cluster[tie.a], self.cluster[tie.b]);
        if from == to {
            return vec![PathSegment::Move(a), PathSegment::Line(b)];
        }
        let between = self.centre(from).towards(self.centre(to), 0.5);
        vec![PathSegment::Move(a), PathSegment::Cubic(a.towards(between, BUNDLE), b.towards(between, BUNDLE), b)]
    }

    fn centre(&self, cluster: usize) -> Point {
        middle(&self.clusters[cluster], &self.points)
    }

    fn marks(&self, page: Rect) -> Vec<Mark> {
        let outer = self.group.ties.iter().filter(|tie| self.cluster[tie.a] != self.cluster[tie.b]);
        let inner = self.group.ties.iter().filter(|tie| self.cluster[tie.a] == self.cluster[tie.b]);
        let (spokes, pills) = hubs::marks(self, page);
        let groups = [
            ("edges of large teams", spokes),
            ("edges between", outer.map(|tie| self.edge(tie)).collect::<Vec<Mark>>()),
            ("hulls", (0..self.clusters.len()).filter_map(|cluster| self.hull(cluster)).collect()),
            ("edges within", inner.map(|tie| self.edge(tie)).collect()),
            ("institutions", (0..self.points.len()).map(|node| self.node(node)).collect()),
            ("labels", (0..self.points.len()).filter_map(|node| self.label(node)).collect()),
            ("works", pills),
        ];
        let groups = groups.into_iter().filter(|(_, marks)| !marks.is_empty());
        groups.map(|(class, marks)| MarkGroup::new(class, marks).into()).collect()
    }

    pub(crate) fn key(&self, node: usize) -> &str {
        &self.network.corpus().institution(self.group.nodes[node]).id
    }

    fn edge(&self, tie: &GroupTie) -> Mark {
        let theme = self.options.theme();
        let within = self.cluster[tie.a] == self.cluster[tie.b];
        let (color, width, opacity) = if within {
            (theme.cluster(self.cluster[tie.a]), 0.6 + 0.5 * (tie.joint - 1.0), 0.62)
        } else {
            (theme.edge, 0.45 + 0.45 * (tie.joint - 1.0), 0.5)
        };
        let width = width.clamp(0.4, crate::drawing::encoding::TIE_WIDTH_MAX);
        let (source, target) = (self.key(tie.a).to_owned(), self.key(tie.b).to_owned());
        let plain = |node: usize| {
            let names = &self.network.corpus().institution(self.group.nodes[node]).names;
            crate::drawing::names::plain(names, self.options.language)
        };
        let title = format!("{} – {}: {}", plain(tie.a), plain(tie.b), world_words::evidence(self, tie));
        MarkGroup {
            id: Some(format!("e-{source}-{target}")),
            class: "edge".to_owned(),
            data: vec![
                ("source", source.clone()),
                ("target", target.clone()),
                ("weight", crate::drawing::map::words::weight(tie.joint)),
            ],
            title: Some(title),
            role: MarkRole::Edge(Box::new(EdgeMark { source, targets: vec![target], weight: tie.joint, color, width })),
            marks: vec![Mark::Path(self.path(tie), Paint::line(color, width).stroked_at(opacity))],
        }
        .into()
    }

    fn hull(&self, cluster: usize) -> Option<Mark> {
        let members = &self.clusters[cluster];
        if members.len() < HULLED || self.places.is_some() || self.bare.contains(&cluster) {
            return None;
        }
        let theme = self.options.theme();
        let color = theme.cluster(cluster);
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
        let institution = self.network.corpus().institution(self.group.nodes[node]);
        let works = self.network.corpus().works_of(self.group.nodes[node]).len();
        let form = form(institution.sector());
        let (at, r) = (self.points[node], self.radii[node]);
        let color = theme.cluster(self.cluster[node]);
        let full = crate::drawing::names::full(&institution.names, self.options.language);
        let kind = self.options.kind(self.network.corpus());
        let title = crate::drawing::member::with_works_of(&full, works, kind, self.options.language);
        let unshown = self.group.unshown[node];
        let ground = if unshown > 0 {
            unshown::ring(form, at, r, RING_GAP, theme)
        } else {
            shape(form, at, r + 0.8, Paint::fill(theme.page))
        };
        let marks = vec![ground, shape(form, at, r, Paint::fill(color))];
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
        let more = unshown::told(unshown, self.options.language);
        MarkGroup {
            id: Some(format!("n-{}", institution.id)),
            class: "node institution".to_owned(),
            data,
            title: Some(format!("{title}{more}")),
            role: MarkRole::Node(Box::new(NodeMark {
                key: institution.id.clone(),
                label: self.names[node].clone(),
                shape: form,
                outline: outline(form, at, r + unshown::reach(unshown, RING_GAP)),
                color,
            })),
            marks,
        }
        .into()
    }

    fn label(&self, node: usize) -> Option<Mark> {
        let tag = self.tags.get(node)?.as_ref()?;
        let theme = self.options.theme();
        let (size, weight) = self.type_of(node);
        let x = match tag.anchor {
            TextAnchor::Start => tag.rect.left,
            TextAnchor::Middle => tag.rect.center().x,
            TextAnchor::End => tag.rect.right,
        };
        let at = Point::new(x, tag.rect.top + crate::typography::ASCENT * size);
        let text = TextLine::new(&self.written[node], at, size, theme.ink).anchored(tag.anchor);
        let text = if weight == Weight::Bold { text.bold() } else { text };
        let mut marks = Vec::new();
        if let Some(end) = tag.leader {
            let from = self.points[node];
            let start = from.towards(end, (self.radii[node] / from.distance(end).max(1e-6)).min(1.0));
            marks.push(Mark::Path(vec![PathSegment::Move(start), PathSegment::Line(end)], Paint::line(theme.ink, 0.5)));
        }
        marks.push(Mark::Haloed(vec![text], theme.page));
        let class = if tag.leader.is_some() { "led" } else { "" };
        Some(
            MarkGroup { role: MarkRole::Label(vec![self.key(node).to_owned()]), ..MarkGroup::new(class, marks) }.into(),
        )
    }
}

/// Whether an earlier picture has institutions of this one, at places where they do not cover one another.
fn is_keepable(network: &Network<'_>, group: &Group, radii: &[f64], kept: &NodePositions, width: f64) -> bool {
    let corpus = network.corpus();
    let mut known: Vec<Option<Point>> =
        group.nodes.iter().map(|&id| kept.nodes.get(&corpus.institution(id).id).map(|spot| spot.at)).collect();
    let half = |node: usize| {
        let form = form(corpus.institution(group.nodes[node]).sector());
        let r = radii[node] + unshown::reach(group.unshown[node], RING_GAP);
        (half_width(form, r), half_height(form, r))
    };
    let halves: Vec<(f64, f64)> = (0..radii.len()).map(half).collect();
    kept::inside(&mut known, &halves, width);
    known.iter().any(Option::is_some) && !kept::collide(&known, &halves)
}

fn middle(members: &[usize], points: &[Point]) -> Point {
    let count = members.len().max(1) as f64;
    let sum = members.iter().fold((0.0, 0.0), |sum, &node| (sum.0 + points[node].x, sum.1 + points[node].y));
    Point::new(sum.0 / count, sum.1 / count)
}

/// Turns points so that their box has about the shape of the page, and stretches them to it.
fn fitted(points: &[Point], page: Rect) -> Vec<Point> {
    let turned = |angle: f64| -> Vec<Point> {
        let (sin, cos) = (libm::sin(angle), libm::cos(angle));
        points.iter().map(|point| Point::new(point.x * cos - point.y * sin, point.x * sin + point.y * cos)).collect()
    };
    let aspect = page.width() / page.height();
    let off = |points: &[Point]| {
        let (low, high) = bounds(points);
        libm::fabs(libm::log(((high.x - low.x).max(1e-6) / (high.y - low.y).max(1e-6)) / aspect))
    };
    let candidates = (0..24).map(|turn| turned(std::f64::consts::PI * f64::from(turn) / 24.0));
    let best = candidates.min_by(|a, b| off(a).total_cmp(&off(b))).unwrap_or_default();
    let (low, high) = bounds(&best);
    let stretch = |value: f64, low: f64, high: f64, from: f64, size: f64| {
        if high - low > 1e-6 { from + size * (0.04 + 0.92 * (value - low) / (high - low)) } else { from + size / 2.0 }
    };
    best.iter()
        .map(|point| {
            Point::new(
                stretch(point.x, low.x, high.x, page.left, page.width()),
                stretch(point.y, low.y, high.y, page.top, page.height()),
            )
        })
        .collect()
}
