//! Circular layout of dense maps: marks on an oval, names outside, ties as curves through the center.
//!
//! Where most institutions work with most others there is no space for evidence between them. In a circular layout names
//! overlap neither each other nor ties, whatever the data.

use crate::answer::mark::TextAnchor;
use crate::drawing::kind::WorkKind;
use crate::drawing::labels::{GAP, LabelCandidate};
use crate::drawing::map::plan::MapPlan;
use crate::drawing::map::scene::{Arrangement, MapScene};
use crate::geometry::{Point, Rect};
use crate::message;
use crate::messages::Message;

/// Density: minimum number of lines, and minimum lines per mark.
const MIN_LINES: usize = 24;
const MIN_LINES_PER_MARK: f64 = 1.6;
/// Maximum number of evidence labels of a force-directed layout.
const MAX_NOTES: usize = 45;
/// Maximum height of the oval, and heights of a name and of a pill in it, in points.
const MAX_HEIGHT: f64 = 470.0;
const NAME_ROW_HEIGHT: f64 = 21.0;
const PILL_ROW_HEIGHT: f64 = 18.0;
/// Vertical gap between names, in points.
const NAME_GAP: f64 = 4.0;
/// Maximum number of rounds of pairwise swaps.
const SWAP_ROUNDS: usize = 12;
/// Vertical extent of a side as a share of that of the oval; 1 reaches the top.
const SIDE_SPAN: f64 = 0.88;
/// Minimum half width of the oval in points, and maximum ratio of its width to its height.
const MIN_HALF_WIDTH: f64 = 26.0;
const MAX_FLATTENING: f64 = 1.6;

/// Whether a plan is too dense for evidence labels.
pub(crate) fn is_dense(plan: &MapPlan) -> bool {
    let lines = plan.lines().count();
    let notes = plan.ties.iter().filter(|tie| !tie.exclusive_works.is_empty()).count() + plan.triangles.len();
    (lines >= MIN_LINES && lines as f64 > MIN_LINES_PER_MARK * plan.mark_count() as f64) || notes > MAX_NOTES
}

/// Maximum number of pills in addition to the institutions.
pub(crate) fn max_pills(plan: &MapPlan) -> usize {
    let remaining = 2.0 * MAX_HEIGHT - NAME_ROW_HEIGHT * plan.institutions.len() as f64;
    (remaining / PILL_ROW_HEIGHT).max(0.0) as usize
}

/// Maximum radius of marks, in points.
pub(crate) fn max_radius(plan: &MapPlan) -> f64 {
    let row = 2.0 * MAX_HEIGHT / plan.mark_count().max(1) as f64;
    // A diamond extends to 1.25 radii.
    ((row - NAME_GAP - 2.8) / 2.0 / 1.26).max(3.0)
}

/// Maximum width of a name on a page of a width, in points.
pub(crate) fn max_name_width(width: f64) -> f64 {
    (width / 2.0 - 58.0).clamp(30.0, 120.0)
}

/// Circular arrangement of a scene on a page of `width` points. O(rounds · marks³).
pub(crate) fn arrange(scene: &MapScene, width: f64) -> Arrangement {
    let mut order = circular_order(scene);
    let count = order.len();
    // A team that joins all others stands in the middle, where its lines pass no name.
    let hub = hub(scene);
    order.retain(|&mark| Some(mark) != hub);
    let rows: Vec<f64> = order.iter().map(|&mark| row_height(scene, mark)).collect();
    let total: f64 = rows.iter().sum();
    let mut right = 0;
    let mut above = 0.0;
    while right < rows.len() && above + rows[right] / 2.0 <= total / 2.0 {
        above += rows[right];
        right += 1;
    }
    let mut arrangement =
        Arrangement { points: vec![Point::default(); count], labels: vec![None; count], ..Arrangement::default() };
    // Clockwise: down the right side, up the left.
    let sides: [Vec<usize>; 2] = [order[..right].to_vec(), order[right..].iter().rev().copied().collect()];
    let reach = order.iter().map(|&mark| outward_extent(scene, mark)).fold(0.0, f64::max);
    let height =
        sides.iter().map(|side| side.iter().map(|&mark| row_height(scene, mark)).sum::<f64>()).fold(0.0, f64::max);
    let height = height.max((width / 2.0 - reach) * 2.0 / MAX_FLATTENING);
    let half = (width / 2.0 - reach).min(height * 0.75).max(MIN_HALF_WIDTH);
    for (side, sign) in sides.iter().zip([1.0, -1.0]) {
        let own: f64 = side.iter().map(|&mark| row_height(scene, mark)).sum();
        let more = (height - own) / side.len().max(1) as f64;
        let mut top = -height / 2.0;
        for &mark in side {
            let y = top + (row_height(scene, mark) + more) / 2.0;
            top += row_height(scene, mark) + more;
            let share = SIDE_SPAN * 2.0 * y / height.max(1e-9);
            let x = sign * half * (1.0 - share * share).max(0.0).sqrt();
            place_mark(scene, mark, Point::new(width / 2.0 + x, height / 2.0 + y), sign, &mut arrangement);
        }
    }
    if let Some(hub) = hub {
        arrangement.points[hub] = Point::new(width / 2.0, height / 2.0);
    }
    arrangement
}

/// The pill at which all lines of a scene end, where every other mark has one.
fn hub(scene: &MapScene) -> Option<usize> {
    let (count, first) = (scene.half_sizes.len(), scene.lines.first()?);
    let is_hub = |mark: &usize| {
        scene.labels[*mark].is_none() && scene.lines.iter().all(|line| line.a == *mark || line.b == *mark)
    };
    [first.a, first.b].into_iter().find(is_hub).filter(|_| count > 3 && scene.lines.len() == count - 1)
}

fn place_mark(scene: &MapScene, mark: usize, at: Point, sign: f64, arrangement: &mut Arrangement) {
    let half = scene.half_sizes[mark].0;
    arrangement.points[mark] = at;
    match scene.labels[mark] {
        // A pill has its text inside and starts at the oval.
        None => arrangement.points[mark].x += sign * half,
        Some((label_width, label_height)) => {
            let near = at.x + sign * (half + GAP);
            let (remaining, anchor) =
                if sign > 0.0 { (near, TextAnchor::Start) } else { (near - label_width, TextAnchor::End) };
            let rect =
                Rect::new(remaining, at.y - label_height / 2.0, remaining + label_width, at.y + label_height / 2.0);
            arrangement.labels[mark] = Some(LabelCandidate { rect, anchor, cost: 0.0, leader: None });
        }
    }
}

/// Height of a mark with its name on its side, in points.
fn row_height(scene: &MapScene, mark: usize) -> f64 {
    let label = scene.labels[mark].map_or(0.0, |label| label.1);
    label.max(2.0 * scene.half_sizes[mark].1 + 2.8) + NAME_GAP
}

/// Extent of a mark and its name outwards from the oval, in points.
fn outward_extent(scene: &MapScene, mark: usize) -> f64 {
    let half = scene.half_sizes[mark].0;
    scene.labels[mark].map_or(2.0 * half, |label| half + GAP + label.0) + 1.0
}

/// Circular order with short ties: greedy append of the mark with the most ties to the marks before, weighted by
/// recency, then pairwise swaps while they shorten the ties (local search).
fn circular_order(scene: &MapScene) -> Vec<usize> {
    let len = scene.half_sizes.len();
    let mut ties = vec![vec![0.0; len]; len];
    for line in &scene.lines {
        ties[line.a][line.b] += 1.0;
        ties[line.b][line.a] += 1.0;
    }
    let mut order: Vec<usize> = Vec::with_capacity(len);
    let mut remaining: Vec<usize> = (0..len).collect();
    while !remaining.is_empty() {
        // A tie to the mark n positions back has weight 1/n.
        let pull = |mark: usize| {
            order
                .iter()
                .rev()
                .enumerate()
                .map(|(distance_back, &before)| ties[mark][before] / (1.0 + distance_back as f64))
                .sum::<f64>()
        };
        let degree = |mark: usize| ties[mark].iter().sum::<f64>();
        let best = (0..remaining.len()).max_by(|&a, &b| {
            let (one, other) = (remaining[a], remaining[b]);
            pull(one).total_cmp(&pull(other)).then(degree(one).total_cmp(&degree(other))).then(other.cmp(&one))
        });
        let Some(best) = best else { break };
        let next = remaining.remove(best);
        order.push(next);
    }
    shorten_by_swaps(&mut order, &ties);
    order
}

fn shorten_by_swaps(order: &mut [usize], ties: &[Vec<f64>]) {
    let len = order.len();
    let circular_distance = |a: usize, b: usize| {
        let apart = a.abs_diff(b);
        apart.min(len - apart) as f64
    };
    let cost = |order: &[usize], at: usize| -> f64 {
        (0..len).map(|other| ties[order[at]][order[other]] * circular_distance(at, other)).sum()
    };
    for _ in 0..SWAP_ROUNDS {
        let mut moved = false;
        for a in 0..len {
            for b in a + 1..len {
                let before = cost(order, a) + cost(order, b);
                order.swap(a, b);
                if cost(order, a) + cost(order, b) < before - 1e-9 {
                    moved = true;
                } else {
                    order.swap(a, b);
                }
            }
        }
        if !moved {
            break;
        }
    }
}

/// Caption note on a dense map and on its ties and triangles without evidence.
pub(crate) fn note(unnamed_ties: usize, kind: WorkKind) -> Message {
    match unnamed_ties {
        0 => message!("map-dense"),
        count => message!("map-dense-unnamed", count = count, kind = kind),
    }
}

/// Caption note on teams that are not drawn.
pub(crate) fn dropped_note(teams: usize) -> Message {
    message!("map-excluded-teams", count = teams)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawing::map::scene::SceneLine;
    use crate::layout::distance::DistanceMatrix;

    #[test]
    fn names_do_not_overlap_and_stay_on_the_page() {
        let lines: Vec<SceneLine> =
            (0..20).flat_map(|a| (a + 1..20).map(move |b| SceneLine { a, b, half: 0.6 })).collect();
        let steps = DistanceMatrix::hops(20, lines.iter().map(|line| (line.a, line.b)));
        let (halves, labels) = (vec![(8.0, 8.0); 20], vec![Some((50.0, 14.0)); 20]);
        let scene = MapScene {
            half_sizes: halves,
            labels,
            order: Vec::new(),
            lines,
            notes: Vec::new(),
            stars: Vec::new(),
            line_lengths: Vec::new(),
            target_lengths: steps.clone(),
            tie_length: None,
            hops: steps,
        };
        let arrangement = arrange(&scene, 229.0);
        let rects: Vec<Rect> = arrangement.labels.iter().flatten().map(|spot| spot.rect).collect();
        assert_eq!(rects.len(), 20);
        for (at, rect) in rects.iter().enumerate() {
            assert!(rect.left >= 0.0 && rect.right <= 229.0);
            assert!(rects[at + 1..].iter().all(|other| !other.overlaps(*rect)));
            assert!((0..20).all(|mark| mark == at || !scene.mark(&arrangement.points, mark).overlaps(*rect)));
        }
    }
}
