//! The places of an earlier picture: who was there stays, who is new settles beside its partners.

use crate::drawing::labels;
use crate::drawing::map::hull;
use crate::drawing::map::scene::{Arrangement, Scene};
use crate::geometry::{Outline, Point, Rect, segments_cross};
use crate::random::Random;

/// Pitch of the places that are tried, in points.
const PITCH: f64 = 7.0;
/// Gap to another mark that is wanted.
const GAP: f64 = 14.0;
/// Room below the lowest mark that may be taken.
const BELOW: f64 = 90.0;
/// Moves tried to better the place of a new mark, and the longest.
const MOVES: usize = 160;
const FAR: f64 = 30.0;
/// Distance of a hull from new marks: a little more than that of its smooth line.
const WIDE: f64 = hull::PADDING + 1.5;
/// Gap between marks of a large map.
const LEAST_GAP: f64 = 3.5;

/// Whether marks at their places overlap: then nothing can be kept as it was.
pub(crate) fn collide(known: &[Option<Point>], halves: &[(f64, f64)]) -> bool {
    let area = |at: usize| known[at].map(|point| Rect::around(point, 2.0 * halves[at].0, 2.0 * halves[at].1));
    let areas: Vec<Rect> = (0..known.len()).filter_map(area).collect();
    areas.iter().enumerate().any(|(at, one)| areas[at + 1..].iter().any(|other| one.overlaps(*other)))
}

/// Brings marks that reach beyond the sides of the page back onto it.
pub(crate) fn inside(known: &mut [Option<Point>], halves: &[(f64, f64)], width: f64) {
    for (point, &(half, _)) in known.iter_mut().zip(halves) {
        if let Some(point) = point.as_mut().filter(|point| point.x < half || point.x > width - half) {
            point.x = point.x.min(width - half).max(half);
        }
    }
}

/// An arrangement in which the marks of known places stay; the others are placed one after the other, the one with the
/// most placed partners first. Deterministic; O(new marks · places tried · (marks + lines)).
pub(crate) fn arrange(scene: &Scene, known: &[Option<Point>], page: Rect) -> Arrangement {
    let mut places = known.to_vec();
    let partners = |mark: usize, places: &[Option<Point>]| {
        let ends = scene.lines.iter().filter(move |line| line.a == mark || line.b == mark);
        ends.filter(|line| places[line.a + line.b - mark].is_some()).count()
    };
    let mut free: Vec<usize> = (0..places.len()).filter(|&mark| places[mark].is_none()).collect();
    let new = free.clone();
    while let Some(mark) = free.iter().copied().max_by_key(|&mark| (partners(mark, &places), std::cmp::Reverse(mark))) {
        free.retain(|&other| other != mark);
        places[mark] = Some(spot(scene, &places, mark, page));
    }
    let points = places.into_iter().map(Option::unwrap_or_default).collect();
    let mut found = Arrangement { points, ..Arrangement::default() };
    scene.settle(&mut found, page, f64::INFINITY);
    refine(scene, &mut found, &new, page);
    scene.sweep(&mut found, page);
    found
}

/// Moves new marks while that makes the whole better.
fn refine(scene: &Scene, found: &mut Arrangement, new: &[usize], page: Rect) {
    let mut random = Random::new(7);
    let mut trial = found.clone();
    for &mark in new {
        let (w, h) = scene.halves[mark];
        for step in 0..MOVES {
            let reach = FAR * (1.0 - step as f64 / MOVES as f64) + 2.0;
            trial.clone_from(found);
            let (dx, dy) = (random.unit() - random.unit(), random.unit() - random.unit());
            let at = trial.points[mark];
            let x = (at.x + dx * reach).clamp(page.left + w, (page.right - w).max(page.left + w));
            let y = (at.y + dy * reach).clamp(page.top + h, (page.bottom - h).max(page.top + h));
            trial.points[mark] = Point::new(x, y);
            let limit = found.cost;
            if scene.settle(&mut trial, page, limit) < limit {
                std::mem::swap(found, &mut trial);
            }
        }
    }
}

/// The cheapest place of a mark: near to its partners, clear of marks, names and lines.
fn spot(scene: &Scene, places: &[Option<Point>], mark: usize, page: Rect) -> Point {
    let (w, h) = scene.halves[mark];
    let lowest = (0..places.len()).filter_map(|at| Some(places[at]?.y + scene.halves[at].1)).fold(page.top, f64::max);
    let steps = |from: f64, to: f64| {
        let count = ((to - from) / PITCH).max(0.0) as usize;
        (0..=count).map(move |step| from + step as f64 * PITCH)
    };
    let mut best: Option<(f64, Point)> = None;
    for y in steps(page.top + h, (lowest + BELOW).min(page.bottom - h)) {
        for x in steps(page.left + w, page.right - w) {
            let at = Point::new(x, y);
            let cost = place_cost(scene, places, mark, at, best.map_or(f64::INFINITY, |(least, _)| least));
            if best.is_none_or(|(least, _)| cost < least) {
                best = Some((cost, at));
            }
        }
    }
    best.map_or(Point::new(page.center().x, lowest + BELOW), |(_, at)| at)
}

fn place_cost(scene: &Scene, places: &[Option<Point>], mark: usize, at: Point, most: f64) -> f64 {
    // A mark needs room for its name too, below as a rule.
    let room = |mark: usize, at: Point| {
        let ((w, h), label) = (scene.halves[mark], scene.labels[mark].unwrap_or_default());
        let wide = w.max(label.0 / 2.0);
        Rect::new(at.x - wide, at.y - h, at.x + wide, at.y + h + label.1)
    };
    let own = room(mark, at);
    // Whose partners are not there, stands low on the page.
    let mut cost = -0.05 * at.y;
    for other in (0..places.len()).filter(|&other| other != mark) {
        let Some(place) = places[other] else { continue };
        let gap = labels::signed_distance(own, room(other, place));
        cost += (GAP - gap).max(0.0) * 1.5 + if gap < 2.0 { 120.0 } else { 0.0 };
        if cost > most {
            return cost;
        }
    }
    for line in &scene.lines {
        let other = if line.a == mark {
            line.b
        } else if line.b == mark {
            line.a
        } else {
            if let (Some(a), Some(b)) = (places[line.a], places[line.b])
                && labels::intersects_segment(own, a, b)
            {
                cost += 80.0;
            }
            continue;
        };
        let Some(end) = places[other] else { continue };
        cost += (at.distance(end) - scene.lengths.between(mark, other)).abs() * 0.6;
        for passed in (0..places.len()).filter(|&one| one != mark && one != other) {
            let Some(place) = places[passed] else { continue };
            let (w, h) = scene.halves[passed];
            if labels::intersects_segment(Rect::around(place, 2.0 * w + 8.0, 2.0 * h + 8.0), at, end) {
                cost += 90.0;
            }
        }
        for crossed in &scene.lines {
            let ends = (places[crossed.a], places[crossed.b]);
            if let (Some(a), Some(b)) = ends
                && segments_cross((at, end), (a, b))
            {
                cost += 60.0;
            }
        }
    }
    cost
}

/// Discs of a large map that are looked at as one crowd.
pub(crate) struct Crowd<'c> {
    /// Half extents of the marks.
    pub(crate) halves: &'c [(f64, f64)],
    /// Cluster of each.
    pub(crate) cluster: &'c [usize],
    /// Partners of each.
    pub(crate) partners: &'c [Vec<usize>],
}

/// The points of a large map: known ones stay, new ones stand as near to their partners as there is room, where the hull
/// of their cluster meets no other. O(new marks · places tried · marks).
pub(crate) fn crowd(known: &[Option<Point>], crowd: &Crowd<'_>, page: Rect) -> Vec<Point> {
    let mut places = known.to_vec();
    let with = |mark: usize, places: &[Option<Point>]| {
        crowd.partners[mark].iter().filter(|&&other| places[other].is_some()).count()
    };
    let mut free: Vec<usize> = (0..places.len()).filter(|&mark| places[mark].is_none()).collect();
    while let Some(mark) = free.iter().copied().max_by_key(|&mark| (with(mark, &places), std::cmp::Reverse(mark))) {
        free.retain(|&other| other != mark);
        places[mark] = Some(crowd.spot(mark, &places, page));
    }
    places.into_iter().map(Option::unwrap_or_default).collect()
}

impl Crowd<'_> {
    fn spot(&self, mark: usize, places: &[Option<Point>], page: Rect) -> Point {
        let ends: Vec<Point> = self.partners[mark].iter().filter_map(|&other| places[other]).collect();
        let count = ends.len().max(1) as f64;
        let from = if ends.is_empty() {
            page.center()
        } else {
            Point::new(ends.iter().map(|p| p.x).sum::<f64>() / count, ends.iter().map(|p| p.y).sum::<f64>() / count)
        };
        let (w, h) = self.halves[mark];
        let clear = |at: Point| {
            let own = Rect::around(at, 2.0 * (w + LEAST_GAP), 2.0 * (h + LEAST_GAP));
            at.x - w >= page.left
                && at.x + w <= page.right
                && at.y - h >= page.top
                && (0..places.len()).all(|other| {
                    let other_at = places[other].filter(|_| other != mark);
                    other_at.is_none_or(|place| {
                        !own.overlaps(Rect::around(place, 2.0 * self.halves[other].0, 2.0 * self.halves[other].1))
                    })
                })
        };
        let others = self.hulls(places, self.cluster[mark]);
        let apart = |at: Point| {
            let mut discs = self.discs(places, self.cluster[mark]);
            discs.push((at, w.max(h)));
            let own = outline(&discs, WIDE);
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
        let first = around().find(|&at| clear(at) && apart(at));
        first.or_else(|| around().find(|&at| clear(at))).unwrap_or(Point::new(page.center().x, page.bottom + 12.0))
    }

    fn discs(&self, places: &[Option<Point>], cluster: usize) -> Vec<(Point, f64)> {
        let of = (0..places.len()).filter(|&mark| self.cluster[mark] == cluster);
        of.filter_map(|mark| Some((places[mark]?, self.halves[mark].0.max(self.halves[mark].1)))).collect()
    }

    fn hulls(&self, places: &[Option<Point>], but: usize) -> Vec<Outline> {
        let last = self.cluster.iter().max().copied().unwrap_or(0);
        (0..=last)
            .filter(|&cluster| cluster != but)
            .map(|cluster| outline(&self.discs(places, cluster), WIDE))
            .collect()
    }
}

/// About the hull of discs.
fn outline(discs: &[(Point, f64)], padding: f64) -> Outline {
    let rim = discs.iter().flat_map(|&(at, r)| Outline::ellipse(at, r + padding, r + padding).0).collect();
    Outline(hull::convex(rim))
}

/// Which hulls of clusters meet another one: the smaller of both.
pub(crate) fn meeting(clusters: &[Vec<usize>], points: &[Point], radii: &[f64], least: usize) -> Vec<usize> {
    let discs = |members: &Vec<usize>| members.iter().map(|&node| (points[node], radii[node])).collect::<Vec<_>>();
    let outlines: Vec<Outline> = clusters
        .iter()
        .map(|members| if members.len() < least { Outline::default() } else { outline(&discs(members), hull::PADDING) })
        .collect();
    let mut gone: Vec<usize> = Vec::new();
    let mut order: Vec<usize> = (0..clusters.len()).filter(|&at| clusters[at].len() >= least).collect();
    order.sort_by_key(|&at| (std::cmp::Reverse(clusters[at].len()), at));
    for (at, &one) in order.iter().enumerate() {
        if order[..at].iter().any(|other| !gone.contains(other) && outlines[*other].overlaps(&outlines[one])) {
            gone.push(one);
        }
    }
    gone
}
