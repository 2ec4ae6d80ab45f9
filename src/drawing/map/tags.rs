//! Names on a large map: as many as find room, the first ones always, with a leader line if need be.

use crate::answer::mark::TextAnchor;
use crate::drawing::labels::{self, Spot, gap, meets, spots};
use crate::geometry::{Point, Rect};

/// Names that must be shown on a page: so many of the first ranks.
pub(crate) const ALWAYS: usize = 28;
/// Cost from which a name is dropped.
const DROP: f64 = 50.0;
/// Cost of a name that must be shown against one that need not.
const OVER_LESSER: f64 = 12.0;
/// Cost of a line under a name.
const OVER_LINE: f64 = 1.1;
/// Padding between names: sideways, and up.
const PADDING: (f64, f64) = (2.6, 0.5);
/// Distances of names with a leader line, and their costs.
const LEADERS: [(f64, f64); 7] =
    [(7.0, 4.0), (13.0, 7.0), (20.0, 11.0), (28.0, 15.0), (36.0, 19.0), (46.0, 25.0), (58.0, 32.0)];
/// Directions of leader lines.
const DIRECTIONS: usize = 16;
/// Sweeps in which each name takes its cheapest place.
const SWEEPS: usize = 10;

/// Places of a label with a leader line around a mark, the nearest first.
pub(crate) fn leading(at: Point, half: (f64, f64), size: (f64, f64)) -> impl Iterator<Item = Spot> {
    LEADERS.into_iter().flat_map(move |(away, cost)| {
        (0..DIRECTIONS).map(move |direction| {
            let tag = led(at, half, size, away, direction, cost);
            Spot { rect: tag.rect, anchor: tag.anchor, cost, leader: tag.leader }
        })
    })
}

/// A place for a name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tag {
    pub(crate) rect: Rect,
    pub(crate) anchor: TextAnchor,
    /// The far end of its leader line: the point of the name that is nearest to its node.
    pub(crate) leader: Option<Point>,
    cost: f64,
}

/// What names have to keep clear of.
pub(crate) struct Ground<'g> {
    pub(crate) page: Rect,
    pub(crate) points: &'g [Point],
    /// Half extents of the nodes.
    pub(crate) halves: &'g [(f64, f64)],
    /// Nodes whose corners reach into the places diagonal of them.
    pub(crate) square: &'g [bool],
    /// Size of each name.
    pub(crate) sizes: &'g [(f64, f64)],
    pub(crate) rank: &'g [usize],
    /// Names that must be shown: so many of the first ranks.
    pub(crate) always: usize,
    /// Straight pieces of all lines, with the nodes they belong to.
    pub(crate) lines: &'g [(Point, Point, usize, usize)],
}

/// Finds places: none for names that have no room. O(names · places · (nodes + lines)).
pub(crate) fn place(ground: &Ground<'_>) -> Vec<Option<Tag>> {
    let len = ground.points.len();
    let mut order: Vec<usize> = (0..len).collect();
    order.sort_by_key(|&node| ground.rank[node]);
    let places: Vec<Vec<Tag>> = (0..len).map(|node| places(ground, node)).collect();
    let mut taken: Vec<Option<Tag>> = vec![None; len];
    for sweep in 0..=SWEEPS {
        let mut moved = false;
        for &node in &order {
            let before = taken[node].take();
            let best = cheapest(ground, node, &places[node], &taken);
            moved |= before.map(|tag| tag.rect) != best.map(|tag| tag.rect);
            taken[node] = best;
        }
        if sweep > 0 && !moved {
            break;
        }
    }
    strict(ground, &order, &places, &taken)
}

fn must(ground: &Ground<'_>, node: usize) -> bool {
    ground.rank[node] < ground.always
}

fn padded(rect: Rect) -> Rect {
    Rect::new(rect.left - PADDING.0, rect.top - PADDING.1, rect.right, rect.bottom)
}

fn clash(a: &Tag, from_a: Point, b: &Tag, from_b: Point) -> bool {
    let over = padded(a.rect).overlaps(padded(b.rect));
    let line = |tag: &Tag, from: Point, rect: Rect| tag.leader.is_some_and(|end| meets(rect.grown(0.8), from, end));
    over || line(a, from_a, b.rect) || line(b, from_b, a.rect)
}

fn cheapest(ground: &Ground<'_>, node: usize, places: &[Tag], taken: &[Option<Tag>]) -> Option<Tag> {
    let mut best: Option<(f64, Tag)> = None;
    for place in places {
        let most = best.map_or(f64::INFINITY, |best| best.0);
        if place.cost >= most {
            continue;
        }
        let mut cost = place.cost;
        for (other, tag) in taken.iter().enumerate() {
            let Some(tag) = tag else { continue };
            if clash(place, ground.points[node], tag, ground.points[other]) {
                cost += if must(ground, node) && !must(ground, other) { OVER_LESSER } else { labels::OVER_LABEL };
                if cost >= most {
                    break;
                }
            }
        }
        if cost < most {
            best = Some((cost, *place));
        }
    }
    best.filter(|(cost, _)| *cost < DROP || must(ground, node)).map(|(_, tag)| tag)
}

/// The first ranks keep or find a free place; the others keep theirs, find another, or go.
fn strict(ground: &Ground<'_>, order: &[usize], places: &[Vec<Tag>], taken: &[Option<Tag>]) -> Vec<Option<Tag>> {
    let mut kept: Vec<Option<Tag>> = vec![None; taken.len()];
    for &node in order {
        let free = |tag: &Tag| {
            kept.iter().enumerate().all(|(other, set)| {
                set.as_ref().is_none_or(|set| !clash(tag, ground.points[node], set, ground.points[other]))
            })
        };
        // A name on a foreign node tells nobody whose it is.
        let own = taken[node].filter(|tag| is_clear(ground, node, tag) && free(tag));
        kept[node] = own.or_else(|| {
            let most = if must(ground, node) { labels::OVER_TEXT } else { DROP };
            let open = places[node].iter().filter(|tag| tag.cost < most && free(tag));
            open.min_by(|a, b| a.cost.total_cmp(&b.cost)).copied()
        });
    }
    kept
}

/// Whether a name lies on no foreign node.
fn is_clear(ground: &Ground<'_>, node: usize, tag: &Tag) -> bool {
    let mark = |other: usize| {
        let ((w, h), at) = (ground.halves[other], ground.points[other]);
        Rect::new(at.x - w, at.y - h, at.x + w, at.y + h)
    };
    (0..ground.points.len()).all(|other| other == node || !mark(other).overlaps(tag.rect))
}

fn places(ground: &Ground<'_>, node: usize) -> Vec<Tag> {
    let (at, half, size) = (ground.points[node], ground.halves[node], ground.sizes[node]);
    let near =
        spots(at, half, size).map(|spot| Tag { rect: spot.rect, anchor: spot.anchor, leader: None, cost: spot.cost });
    let mut places: Vec<Tag> = near.collect();
    if ground.square[node] {
        let own = Rect::around(at, 2.0 * half.0, 2.0 * half.1);
        places.retain(|tag| gap(tag.rect, own) >= 0.0);
    }
    if must(ground, node) {
        for (away, cost) in LEADERS {
            for direction in 0..DIRECTIONS {
                places.push(led(at, half, size, away, direction, cost));
            }
        }
    }
    for tag in &mut places {
        tag.cost += fixed_cost(ground, node, tag);
    }
    places.retain(|tag| tag.cost < labels::OUTSIDE);
    places
}

fn led(at: Point, half: (f64, f64), size: (f64, f64), away: f64, direction: usize, cost: f64) -> Tag {
    let angle = std::f64::consts::TAU * direction as f64 / DIRECTIONS as f64;
    let (cos, sin) = (libm::cos(angle), libm::sin(angle));
    let reach = half.0.max(half.1) + away;
    let end = Point::new(at.x + cos * reach, at.y + sin * reach);
    let centre = Point::new(end.x + cos * size.0 / 2.0, end.y + sin * size.1 / 2.0);
    let rect = Rect::around(centre, size.0, size.1);
    let anchor = if cos > 0.3 {
        TextAnchor::Start
    } else if cos < -0.3 {
        TextAnchor::End
    } else {
        TextAnchor::Middle
    };
    let leader = Point::new(at.x.clamp(rect.left, rect.right), at.y.clamp(rect.top, rect.bottom));
    Tag { rect, anchor, leader: Some(leader), cost }
}

fn fixed_cost(ground: &Ground<'_>, node: usize, tag: &Tag) -> f64 {
    let mut cost = if ground.page.holds(tag.rect) { 0.0 } else { labels::OUTSIDE };
    let mark = |node: usize| {
        let ((w, h), at) = (ground.halves[node], ground.points[node]);
        Rect::new(at.x - w, at.y - h, at.x + w, at.y + h)
    };
    let at = ground.points[node];
    let own = gap(tag.rect, mark(node)).max(0.0);
    let near = tag.rect.grown(own.max(9.0));
    for other in (0..ground.points.len()).filter(|&other| other != node) {
        let other_mark = mark(other);
        if let Some(end) = tag.leader
            && meets(other_mark.grown(1.0), at, end)
        {
            cost += 40.0;
        }
        if !near.overlaps(other_mark) {
            continue;
        }
        let gap = gap(tag.rect, other_mark);
        if gap < labels::NODE_CLEARANCE {
            cost += labels::OVER_NODE + 6.0 * (labels::NODE_CLEARANCE - gap) + if gap < 0.0 { 140.0 } else { 0.0 };
        } else if tag.leader.is_some() {
            cost += if gap < 9.0 { 10.0 } else { 0.0 };
        } else if gap <= own {
            cost += if must(ground, node) { 20.0 } else { DROP };
        } else if gap < 2.2 {
            cost += 12.0;
        }
    }
    for &(from, to, a, b) in ground.lines {
        let out = from.x.max(to.x) < tag.rect.left
            || from.x.min(to.x) > tag.rect.right
            || from.y.max(to.y) < tag.rect.top
            || from.y.min(to.y) > tag.rect.bottom;
        if !out && meets(tag.rect, from, to) {
            cost += if a == node || b == node { OVER_LINE * 0.7 } else { OVER_LINE };
        }
    }
    cost
}
