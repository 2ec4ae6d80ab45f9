//! Stable layout: marks of an earlier figure keep their positions, new ones are placed near their partners.

use crate::drawing::labels;
use crate::drawing::map::hull;
use crate::drawing::map::scene::{Arrangement, MapScene};
use crate::geometry::{ConvexPolygon, Point, Rect, segments_cross};
use crate::random::Random;

/// Grid of the candidate positions, in points.
const GRID_PITCH: f64 = 7.0;
/// Preferred gap to another mark, in points.
const PREFERRED_GAP: f64 = 14.0;
/// Distance below the lowest mark within which new marks may be placed, in points.
const MAX_BELOW: f64 = 90.0;
/// Moves of the refinement of a new mark, and the longest in points.
const REFINEMENT_MOVES: usize = 160;
const MAX_MOVE: f64 = 30.0;
/// Distance of hulls from marks in overlap tests: a little more than that of the smoothed hull.
const HULL_CLEARANCE: f64 = hull::PADDING + 1.5;
/// Minimum gap between marks of an overview, in points.
const MIN_GAP: f64 = 3.5;

/// Whether any marks overlap at the known positions, so that these cannot be kept. O(marks²).
pub(crate) fn any_overlap(known: &[Option<Point>], halves: &[(f64, f64)]) -> bool {
    let area = |at: usize| known[at].map(|point| Rect::around(point, 2.0 * halves[at].0, 2.0 * halves[at].1));
    let areas: Vec<Rect> = (0..known.len()).filter_map(area).collect();
    areas.iter().enumerate().any(|(at, one)| areas[at + 1..].iter().any(|other| one.overlaps(*other)))
}

/// Moves marks that cross the left or right margin back onto the page.
pub(crate) fn clamp_to_page(known: &mut [Option<Point>], halves: &[(f64, f64)], width: f64) {
    for (point, &(half, _)) in known.iter_mut().zip(halves) {
        if let Some(point) = point.as_mut().filter(|point| point.x < half || point.x > width - half) {
            point.x = point.x.min(width - half).max(half);
        }
    }
}

/// Arrangement in which marks of known positions stay; the others are placed greedily, the one with the most placed
/// partners first. Deterministic. O(new marks · candidates · (marks + lines)).
pub(crate) fn arrange(scene: &MapScene, known: &[Option<Point>], page: Rect) -> Arrangement {
    let mut positions = known.to_vec();
    let partners = |mark: usize, positions: &[Option<Point>]| {
        let ends = scene.lines.iter().filter(move |line| line.a == mark || line.b == mark);
        ends.filter(|line| positions[line.a + line.b - mark].is_some()).count()
    };
    let mut free: Vec<usize> = (0..positions.len()).filter(|&mark| positions[mark].is_none()).collect();
    let new = free.clone();
    while let Some(mark) =
        free.iter().copied().max_by_key(|&mark| (partners(mark, &positions), std::cmp::Reverse(mark)))
    {
        free.retain(|&other| other != mark);
        positions[mark] = Some(best_position(scene, &positions, mark, page));
    }
    let points = positions.into_iter().map(Option::unwrap_or_default).collect();
    let mut arrangement = Arrangement { points, ..Arrangement::default() };
    scene.evaluate(&mut arrangement, page, f64::INFINITY);
    refine(scene, &mut arrangement, &new, page);
    scene.optimize_labels(&mut arrangement, page);
    arrangement
}

/// Local search over the positions of new marks.
fn refine(scene: &MapScene, arrangement: &mut Arrangement, new: &[usize], page: Rect) {
    let mut random = Random::new(7);
    let mut trial = arrangement.clone();
    for &mark in new {
        let (w, h) = scene.half_sizes[mark];
        for step in 0..REFINEMENT_MOVES {
            let reach = MAX_MOVE * (1.0 - step as f64 / REFINEMENT_MOVES as f64) + 2.0;
            trial.clone_from(arrangement);
            let (dx, dy) = (random.unit() - random.unit(), random.unit() - random.unit());
            let at = trial.points[mark];
            let x = (at.x + dx * reach).clamp(page.left + w, (page.right - w).max(page.left + w));
            let y = (at.y + dy * reach).clamp(page.top + h, (page.bottom - h).max(page.top + h));
            trial.points[mark] = Point::new(x, y);
            let limit = arrangement.cost;
            if scene.evaluate(&mut trial, page, limit) < limit {
                std::mem::swap(arrangement, &mut trial);
            }
        }
    }
}

/// Grid position of the lowest cost of a mark: near its partners, clear of marks, names and lines.
fn best_position(scene: &MapScene, positions: &[Option<Point>], mark: usize, page: Rect) -> Point {
    let (w, h) = scene.half_sizes[mark];
    let lowest =
        (0..positions.len()).filter_map(|at| Some(positions[at]?.y + scene.half_sizes[at].1)).fold(page.top, f64::max);
    let steps = |from: f64, to: f64| {
        let count = ((to - from) / GRID_PITCH).max(0.0) as usize;
        (0..=count).map(move |step| from + step as f64 * GRID_PITCH)
    };
    let mut best: Option<(f64, Point)> = None;
    for y in steps(page.top + h, (lowest + MAX_BELOW).min(page.bottom - h)) {
        for x in steps(page.left + w, page.right - w) {
            let at = Point::new(x, y);
            let cost =
                position_cost(scene, positions, mark, at, best.map_or(f64::INFINITY, |(lowest_cost, _)| lowest_cost));
            if best.is_none_or(|(lowest_cost, _)| cost < lowest_cost) {
                best = Some((cost, at));
            }
        }
    }
    best.map_or(Point::new(page.center().x, lowest + MAX_BELOW), |(_, at)| at)
}

fn position_cost(scene: &MapScene, positions: &[Option<Point>], mark: usize, at: Point, bound: f64) -> f64 {
    // Footprint with the name, which is below the mark by default.
    let footprint = |mark: usize, at: Point| {
        let ((w, h), label) = (scene.half_sizes[mark], scene.labels[mark].unwrap_or_default());
        let wide = w.max(label.0 / 2.0);
        Rect::new(at.x - wide, at.y - h, at.x + wide, at.y + h + label.1)
    };
    let own = footprint(mark, at);
    // A mark without placed partners goes to the bottom of the page.
    let mut cost = -0.05 * at.y;
    for other in (0..positions.len()).filter(|&other| other != mark) {
        let Some(position) = positions[other] else { continue };
        let gap = labels::signed_distance(own, footprint(other, position));
        cost += (PREFERRED_GAP - gap).max(0.0) * 1.5 + if gap < 2.0 { 120.0 } else { 0.0 };
        if cost > bound {
            return cost;
        }
    }
    for line in &scene.lines {
        let other = if line.a == mark {
            line.b
        } else if line.b == mark {
            line.a
        } else {
            if let (Some(a), Some(b)) = (positions[line.a], positions[line.b])
                && labels::intersects_segment(own, a, b)
            {
                cost += 80.0;
            }
            continue;
        };
        let Some(end) = positions[other] else { continue };
        cost += (at.distance(end) - scene.target_lengths.between(mark, other)).abs() * 0.6;
        for mark_passed in (0..positions.len()).filter(|&one| one != mark && one != other) {
            let Some(position) = positions[mark_passed] else { continue };
            let (w, h) = scene.half_sizes[mark_passed];
            if labels::intersects_segment(Rect::around(position, 2.0 * w + 8.0, 2.0 * h + 8.0), at, end) {
                cost += 90.0;
            }
        }
        for crossed in &scene.lines {
            let ends = (positions[crossed.a], positions[crossed.b]);
            if let (Some(a), Some(b)) = ends
                && segments_cross((at, end), (a, b))
            {
                cost += 60.0;
            }
        }
    }
    cost
}

/// Marks of an overview with their clusters and adjacency.
pub(crate) struct ClusteredMarks<'c> {
    /// Half width and half height of each mark.
    pub(crate) halves: &'c [(f64, f64)],
    /// Cluster of each mark.
    pub(crate) cluster: &'c [usize],
    /// Neighbours of each mark.
    pub(crate) partners: &'c [Vec<usize>],
}

/// Points of an overview: known ones stay; a new mark is placed at the free position nearest to the centroid of its
/// partners, if possible where the hull of its cluster overlaps no other. O(new marks · candidates · marks).
pub(crate) fn place_new_marks(known: &[Option<Point>], marks: &ClusteredMarks<'_>, page: Rect) -> Vec<Point> {
    let mut positions = known.to_vec();
    let with = |mark: usize, positions: &[Option<Point>]| {
        marks.partners[mark].iter().filter(|&&other| positions[other].is_some()).count()
    };
    let mut free: Vec<usize> = (0..positions.len()).filter(|&mark| positions[mark].is_none()).collect();
    while let Some(mark) = free.iter().copied().max_by_key(|&mark| (with(mark, &positions), std::cmp::Reverse(mark))) {
        free.retain(|&other| other != mark);
        positions[mark] = Some(marks.best_position(mark, &positions, page));
    }
    positions.into_iter().map(Option::unwrap_or_default).collect()
}

impl ClusteredMarks<'_> {
    fn best_position(&self, mark: usize, positions: &[Option<Point>], page: Rect) -> Point {
        let ends: Vec<Point> = self.partners[mark].iter().filter_map(|&other| positions[other]).collect();
        let count = ends.len().max(1) as f64;
        let from = if ends.is_empty() {
            page.center()
        } else {
            Point::new(ends.iter().map(|p| p.x).sum::<f64>() / count, ends.iter().map(|p| p.y).sum::<f64>() / count)
        };
        let (w, h) = self.halves[mark];
        let clear = |at: Point| {
            let own = Rect::around(at, 2.0 * (w + MIN_GAP), 2.0 * (h + MIN_GAP));
            at.x - w >= page.left
                && at.x + w <= page.right
                && at.y - h >= page.top
                && (0..positions.len()).all(|other| {
                    let other_at = positions[other].filter(|_| other != mark);
                    other_at.is_none_or(|position| {
                        !own.overlaps(Rect::around(position, 2.0 * self.halves[other].0, 2.0 * self.halves[other].1))
                    })
                })
        };
        let others = self.hulls(positions, self.cluster[mark]);
        let hull_is_clear = |at: Point| {
            let mut discs = self.discs(positions, self.cluster[mark]);
            discs.push((at, w.max(h)));
            let own = hull_outline(&discs, HULL_CLEARANCE);
            !others.iter().any(|other| other.overlaps(&own))
        };
        let around = || {
            let turn = |ring: usize| {
                let count = 8 + 4 * ring;
                (0..count).map(move |step| {
                    let angle = std::f64::consts::TAU * step as f64 / count as f64;
                    let reach = ring as f64 * 5.0;
                    Point::new(from.x + reach * libm::cos(angle), from.y + reach * libm::sin(angle))
                })
            };
            (0..200).flat_map(turn)
        };
        let first = around().find(|&at| clear(at) && hull_is_clear(at));
        first.or_else(|| around().find(|&at| clear(at))).unwrap_or(Point::new(page.center().x, page.bottom + 12.0))
    }

    fn discs(&self, positions: &[Option<Point>], cluster: usize) -> Vec<(Point, f64)> {
        let of = (0..positions.len()).filter(|&mark| self.cluster[mark] == cluster);
        of.filter_map(|mark| Some((positions[mark]?, self.halves[mark].0.max(self.halves[mark].1)))).collect()
    }

    fn hulls(&self, positions: &[Option<Point>], except: usize) -> Vec<ConvexPolygon> {
        let last = self.cluster.iter().max().copied().unwrap_or(0);
        (0..=last)
            .filter(|&cluster| cluster != except)
            .map(|cluster| hull_outline(&self.discs(positions, cluster), HULL_CLEARANCE))
            .collect()
    }
}

/// Convex hull of discs with a padding, as a polygon.
fn hull_outline(discs: &[(Point, f64)], padding: f64) -> ConvexPolygon {
    let rim = discs.iter().flat_map(|&(at, r)| ConvexPolygon::ellipse(at, r + padding, r + padding).0).collect();
    ConvexPolygon(hull::convex(rim))
}

/// Clusters whose hulls overlap that of a larger cluster, so that they are omitted. Clusters of fewer than `min_members`
/// members have no hull. O(clusters² · hull vertices²).
pub(crate) fn overlapping_hulls(
    clusters: &[Vec<usize>],
    points: &[Point],
    radii: &[f64],
    min_members: usize,
) -> Vec<usize> {
    let discs = |members: &Vec<usize>| members.iter().map(|&node| (points[node], radii[node])).collect::<Vec<_>>();
    let outlines: Vec<ConvexPolygon> = clusters
        .iter()
        .map(|members| {
            if members.len() < min_members {
                ConvexPolygon::default()
            } else {
                hull_outline(&discs(members), hull::PADDING)
            }
        })
        .collect();
    let mut omitted: Vec<usize> = Vec::new();
    let mut order: Vec<usize> = (0..clusters.len()).filter(|&at| clusters[at].len() >= min_members).collect();
    order.sort_by_key(|&at| (std::cmp::Reverse(clusters[at].len()), at));
    for (at, &one) in order.iter().enumerate() {
        if order[..at].iter().any(|other| !omitted.contains(other) && outlines[*other].overlaps(&outlines[one])) {
            omitted.push(one);
        }
    }
    omitted
}
