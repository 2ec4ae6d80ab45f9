//! A dense map: all marks on a ring, names outside, ties as curves through the middle.
//!
//! Where most institutions work with most others, no place between them is left for the words of evidence, and a
//! search for one is slow and in vain. On a ring names meet neither each other nor ties, whatever the data.

use crate::answer::mark::TextAnchor;
use crate::drawing::kind::WorkKind;
use crate::drawing::labels::{GAP, Spot};
use crate::drawing::map::plan::Plan;
use crate::drawing::map::scene::{Arrangement, Scene};
use crate::geometry::{Point, Rect};

/// Lines from which a map may be dense, and how many a mark make it so.
const LINES: usize = 24;
const LINES_A_MARK: f64 = 1.6;
/// Texts of evidence that a map has room for.
const NOTES: usize = 45;
/// Tallest ring in points, and the height of a name and of a pill in it.
const TALLEST: f64 = 470.0;
const NAME_ROW: f64 = 21.0;
const PILL_ROW: f64 = 18.0;
/// Gap between names above each other.
const BETWEEN: f64 = 4.0;
/// Rounds in which marks change places.
const ROUNDS: usize = 12;
/// How near the ends of a side come to the top of its oval: 1 is the top itself.
const OPEN: f64 = 0.88;
/// Least half width of the oval, and its height as a share of its width at most.
const LEAST: f64 = 26.0;
const FLATTEST: f64 = 1.6;

/// Whether a map of these marks is for the ring.
pub(crate) fn is_dense(plan: &Plan) -> bool {
    let lines = plan.lines().count();
    let notes = plan.ties.iter().filter(|tie| !tie.own.is_empty()).count() + plan.triangles.len();
    (lines >= LINES && lines as f64 > LINES_A_MARK * plan.marks() as f64) || notes > NOTES
}

/// Pills that the ring has room for beside its institutions.
pub(crate) fn most_pills(plan: &Plan) -> usize {
    let left = 2.0 * TALLEST - NAME_ROW * plan.institutions.len() as f64;
    (left / PILL_ROW).max(0.0) as usize
}

/// Largest radius with which all marks have room, in points.
pub(crate) fn radius_most(plan: &Plan) -> f64 {
    let row = 2.0 * TALLEST / plan.marks().max(1) as f64;
    // A diamond reaches 1.25 radii.
    ((row - BETWEEN - 2.8) / 2.0 / 1.26).max(3.0)
}

/// Room for a name beside the ring, in points.
pub(crate) fn name_most(width: f64) -> f64 {
    (width / 2.0 - 58.0).clamp(30.0, 120.0)
}

/// Places the marks of a scene in a page of a width. O(rounds · marks² · lines).
pub(crate) fn arranged(scene: &Scene, width: f64) -> Arrangement {
    let order = order(scene);
    let rows: Vec<f64> = order.iter().map(|&mark| row(scene, mark)).collect();
    let total: f64 = rows.iter().sum();
    let mut right = 0;
    let mut above = 0.0;
    while right < rows.len() && above + rows[right] / 2.0 <= total / 2.0 {
        above += rows[right];
        right += 1;
    }
    let mut found = Arrangement {
        points: vec![Point::default(); order.len()],
        labels: vec![None; order.len()],
        ..Arrangement::default()
    };
    // Clockwise: down the right side, up the left.
    let sides: [Vec<usize>; 2] = [order[..right].to_vec(), order[right..].iter().rev().copied().collect()];
    let reach = order.iter().map(|&mark| reach(scene, mark)).fold(0.0, f64::max);
    let tall = sides.iter().map(|side| side.iter().map(|&mark| row(scene, mark)).sum::<f64>()).fold(0.0, f64::max);
    let tall = tall.max((width / 2.0 - reach) * 2.0 / FLATTEST);
    let half = (width / 2.0 - reach).min(tall * 0.75).max(LEAST);
    for (side, sign) in sides.iter().zip([1.0, -1.0]) {
        let own: f64 = side.iter().map(|&mark| row(scene, mark)).sum();
        let more = (tall - own) / side.len().max(1) as f64;
        let mut top = -tall / 2.0;
        for &mark in side {
            let y = top + (row(scene, mark) + more) / 2.0;
            top += row(scene, mark) + more;
            let share = OPEN * 2.0 * y / tall.max(1e-9);
            let x = sign * half * (1.0 - share * share).max(0.0).sqrt();
            settle(scene, mark, Point::new(width / 2.0 + x, tall / 2.0 + y), sign, &mut found);
        }
    }
    found
}

fn settle(scene: &Scene, mark: usize, at: Point, sign: f64, found: &mut Arrangement) {
    let half = scene.halves[mark].0;
    found.points[mark] = at;
    match scene.labels[mark] {
        // A pill holds its words: it begins at the ring.
        None => found.points[mark].x += sign * half,
        Some((wide, high)) => {
            let near = at.x + sign * (half + GAP);
            let (left, anchor) = if sign > 0.0 { (near, TextAnchor::Start) } else { (near - wide, TextAnchor::End) };
            let rect = Rect::new(left, at.y - high / 2.0, left + wide, at.y + high / 2.0);
            found.labels[mark] = Some(Spot { rect, anchor, cost: 0.0, leader: None });
        }
    }
}

/// Height that a mark takes on its side.
fn row(scene: &Scene, mark: usize) -> f64 {
    let label = scene.labels[mark].map_or(0.0, |label| label.1);
    label.max(2.0 * scene.halves[mark].1 + 2.8) + BETWEEN
}

/// How far a mark and its name reach outwards from the ring.
fn reach(scene: &Scene, mark: usize) -> f64 {
    let half = scene.halves[mark].0;
    scene.labels[mark].map_or(2.0 * half, |label| half + GAP + label.0) + 1.0
}

/// Marks around the ring so that ties are short: each next one is that with the most ties to those before, then
/// marks change places as long as that shortens the ties.
fn order(scene: &Scene) -> Vec<usize> {
    let len = scene.halves.len();
    let mut ties = vec![vec![0.0; len]; len];
    for line in &scene.lines {
        ties[line.a][line.b] += 1.0;
        ties[line.b][line.a] += 1.0;
    }
    let mut order: Vec<usize> = Vec::with_capacity(len);
    let mut left: Vec<usize> = (0..len).collect();
    while !left.is_empty() {
        // Ties to the latest count most.
        let pull = |mark: usize| {
            order.iter().rev().enumerate().map(|(back, &before)| ties[mark][before] / (1.0 + back as f64)).sum::<f64>()
        };
        let degree = |mark: usize| ties[mark].iter().sum::<f64>();
        let best = (0..left.len()).max_by(|&a, &b| {
            let (one, other) = (left[a], left[b]);
            pull(one).total_cmp(&pull(other)).then(degree(one).total_cmp(&degree(other))).then(other.cmp(&one))
        });
        let Some(best) = best else { break };
        let next = left.remove(best);
        order.push(next);
    }
    shorten(&mut order, &ties);
    order
}

fn shorten(order: &mut [usize], ties: &[Vec<f64>]) {
    let len = order.len();
    let way = |a: usize, b: usize| {
        let apart = a.abs_diff(b);
        apart.min(len - apart) as f64
    };
    let cost = |order: &[usize], at: usize| -> f64 {
        (0..len).map(|other| ties[order[at]][order[other]] * way(at, other)).sum()
    };
    for _ in 0..ROUNDS {
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

/// What the caption says of it, with the number of ties and triangles whose works it does not name: English and Korean.
pub(crate) fn note(untold: usize, kind: WorkKind) -> (String, String) {
    if untold == 0 {
        let korean = "촘촘함. 짝마다의 수는 행렬에서 볼 수 있음.";
        return ("Dense: the matrix tells each pair.".to_owned(), korean.to_owned());
    }
    let (ties, lines) = if untold == 1 {
        ("the tie".to_owned(), "1개".to_owned())
    } else {
        (format!("{untold} ties"), format!("{untold}개"))
    };
    (
        format!("Too dense for the names of {} on {ties}; the matrix tells each pair.", kind.many()),
        format!("촘촘하여 연결선 {lines}에 {} 이름을 적지 않음. 짝마다의 수는 행렬에서 볼 수 있음.", kind.korean()),
    )
}

/// The subtitle without what it says of evidence.
pub(crate) fn without_evidence(subtitle: &str, kind: WorkKind) -> String {
    subtitle.replace(&format!(", 글자 = 근거 {}", kind.korean()), "").replace(", text = which", "")
}

/// What the caption says of teams that have no room: English and Korean.
pub(crate) fn dropped(teams: usize) -> (String, String) {
    let (plural, verb, copula) = if teams == 1 { ("", "has", "is") } else { ("s", "have", "are") };
    (
        format!("{teams} team{plural} of four or more {verb} no room and {copula} not drawn."),
        format!("네 곳 이상이 함께한 {teams}개 팀은 자리가 없어 그리지 않음."),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawing::map::scene::Line;
    use crate::layout::distance::Distances;

    #[test]
    fn names_are_apart_and_within_the_page() {
        let lines: Vec<Line> = (0..20).flat_map(|a| (a + 1..20).map(move |b| Line { a, b, half: 0.6 })).collect();
        let steps = Distances::steps(20, lines.iter().map(|line| (line.a, line.b)));
        let (halves, labels) = (vec![(8.0, 8.0); 20], vec![Some((50.0, 14.0)); 20]);
        let scene = Scene {
            halves,
            labels,
            order: Vec::new(),
            lines,
            notes: Vec::new(),
            stars: Vec::new(),
            lengths: steps.clone(),
            steps,
        };
        let found = arranged(&scene, 229.0);
        let rects: Vec<Rect> = found.labels.iter().flatten().map(|spot| spot.rect).collect();
        assert_eq!(rects.len(), 20);
        for (at, rect) in rects.iter().enumerate() {
            assert!(rect.left >= 0.0 && rect.right <= 229.0);
            assert!(rects[at + 1..].iter().all(|other| !other.overlaps(*rect)));
            assert!((0..20).all(|mark| mark == at || !scene.mark(&found.points, mark).overlaps(*rect)));
        }
    }
}
