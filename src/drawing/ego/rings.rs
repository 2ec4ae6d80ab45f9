//! Ring layout of the ego view: positions by angle, in an order with few crossings.

use crate::drawing::ego::ego_network::EgoNetwork;
use crate::geometry::{Point, segments_cross};
use crate::random::Random;

/// Seed of the annealing.
const SEED: u64 = 5;
/// Annealing steps.
const ANNEAL_STEPS: usize = 1_600;
/// Largest angle over which the partners of one partner spread, in degrees.
const MAX_FAN: f64 = 150.0;
/// Share of the circle left free opposite to a pill of nearly all partners.
const OPEN_SHARE: f64 = 0.22;
/// Distance of a pill from the centre, as a share of the first ring's radius.
const PILL_RADIUS_SHARE: f64 = 0.52;

/// Order of the members on both rings.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct RingOrder {
    pub(super) first: Vec<usize>,
    pub(super) second: Vec<Vec<usize>>,
}

/// Half axes of both ellipses.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Rings {
    pub(super) first: (f64, f64),
    pub(super) second: (f64, f64),
}

/// Positions of the members, then of the pills, relative to the centre.
pub(super) fn positions(ego: &EgoNetwork, order: &RingOrder, rings: Rings, start: f64) -> Vec<Point> {
    let mut angle = vec![0.0; ego.nodes.len()];
    let children =
        |at: usize| ego.parent.iter().zip(&ego.ring).filter(|&(&parent, &ring)| ring == 2 && parent == at).count();
    let share = |at: usize| (children(at) as f64).max(1.0) + 0.35;
    let shared = ego.pills.iter().map(|pill| pill.members.len() as f64 - 1.0).fold(0.0, f64::max);
    let partners = ego.first().len();
    // Two tied partners on opposite sides would have their line through the centre.
    let opposite = partners == 2 && ego.ties.iter().any(|line| (line.a, line.b) == (1, 2));
    let open = if opposite || (partners > 2 && shared >= 0.7 * partners as f64) { OPEN_SHARE } else { 0.0 };
    let total: f64 = order.first.iter().map(|&at| share(at)).sum::<f64>() / (1.0 - open);
    let mut at = start + 180.0 * open;
    for (index, &node) in order.first.iter().enumerate() {
        let sector = 360.0 * share(node) / total;
        angle[node] = at + sector / 2.0;
        let count = order.second[index].len();
        let fan = (sector * (count as f64) / (count as f64 + 0.35)).min(MAX_FAN);
        for (position, &child) in order.second[index].iter().enumerate() {
            let offset = (position as f64 + 0.5) / count as f64 - 0.5;
            angle[child] = angle[node] + offset * fan;
        }
        at += sector;
    }
    let on = |(rx, ry): (f64, f64), degrees: f64| {
        let radians = degrees.to_radians();
        Point::new(rx * libm::cos(radians), ry * libm::sin(radians))
    };
    let mut positions: Vec<Point> = (0..ego.nodes.len())
        .map(|node| match ego.ring[node] {
            0 => Point::default(),
            1 => on(rings.first, angle[node]),
            _ => on(rings.second, angle[node]),
        })
        .collect();
    for (index, pill) in ego.pills.iter().enumerate() {
        let others: Vec<Point> = pill.members.iter().filter(|&&one| one != 0).map(|&one| positions[one]).collect();
        let sum = others.iter().fold(Point::default(), |sum, point| {
            Point::new(sum.x + point.x / rings.first.0, sum.y + point.y / rings.first.1)
        });
        let length = (sum.x * sum.x + sum.y * sum.y).sqrt().max(1e-6);
        // Pills of similar teams get different distances.
        let share = if pill.members[0] == 0 { PILL_RADIUS_SHARE } else { 1.0 } + 0.14 * (index % 3) as f64;
        let toward = Point::new(sum.x / length * rings.first.0 * share, sum.y / length * rings.first.1 * share);
        positions.push(toward);
    }
    positions
}

/// Line segments as pairs of positions: ties, then spokes.
pub(super) fn segments(ego: &EgoNetwork) -> Vec<(usize, usize)> {
    let mut ends: Vec<(usize, usize)> = ego.ties.iter().map(|line| (line.a, line.b)).collect();
    for (index, pill) in ego.pills.iter().enumerate() {
        ends.extend(pill.members.iter().map(|&member| (member, ego.nodes.len() + index)));
    }
    ends
}

/// Orders with the lowest cost: the best of a simulated annealing, and for at most four partners up to 23 further ones
/// at most one unit of cost worse. O(steps · segments²).
pub(super) fn orders(ego: &EgoNetwork, rings: Rings) -> Vec<RingOrder> {
    let first = ego.first();
    let children = |at: usize| -> Vec<usize> {
        (0..ego.nodes.len()).filter(|&one| ego.ring[one] == 2 && ego.parent[one] == at).collect()
    };
    let start = RingOrder { second: first.iter().map(|&at| children(at)).collect(), first };
    let ends = segments(ego);
    let cost = |order: &RingOrder| cost(ego, order, rings, &ends);
    let mut random = Random::new(SEED);
    let (mut current, mut best) = ((cost(&start), start.clone()), (cost(&start), start));
    for step in 0..ANNEAL_STEPS {
        let temperature = 4.0 * (1.0 - step as f64 / ANNEAL_STEPS as f64) + 1e-3;
        let next = swapped(&current.1, &mut random);
        let next_cost = cost(&next);
        if next_cost <= current.0 || random.unit() < libm::exp((current.0 - next_cost) / temperature) {
            current = (next_cost, next);
            if current.0 + 1e-9 < best.0 {
                best = current.clone();
            }
        }
    }
    let mut equivalent = vec![best.1.clone()];
    if best.1.first.len() <= 4 {
        for _ in 0..160 {
            let next = swapped(&equivalent[random.below(equivalent.len())], &mut random);
            if equivalent.len() < 24 && !equivalent.contains(&next) && cost(&next) <= best.0 + 1.0 {
                equivalent.push(next);
            }
        }
    }
    equivalent
}

fn swapped(order: &RingOrder, random: &mut Random) -> RingOrder {
    let mut next = order.clone();
    let groups: Vec<usize> = (0..order.second.len()).filter(|&group| order.second[group].len() > 1).collect();
    if !groups.is_empty() && (order.first.len() < 2 || random.below(2) == 1) {
        let group = groups[random.below(groups.len())];
        let (a, b) = (random.below(next.second[group].len()), random.below(next.second[group].len()));
        next.second[group].swap(a, b);
    } else if !order.first.is_empty() {
        let (a, b) = (random.below(next.first.len()), random.below(next.first.len()));
        next.first.swap(a, b);
        next.second.swap(a, b);
    }
    next
}

/// Cost of an order: crossings, lines over other members, and a small share of the length. O(segments · (segments +
/// members)).
fn cost(ego: &EgoNetwork, order: &RingOrder, rings: Rings, ends: &[(usize, usize)]) -> f64 {
    let positions = positions(ego, order, rings, 0.0);
    let mut cost = 0.0;
    for (index, &(a, b)) in ends.iter().enumerate() {
        cost += 0.002 * positions[a].distance(positions[b]);
        for &(c, d) in &ends[index + 1..] {
            let shared = a == c || a == d || b == c || b == d;
            cost += f64::from(u8::from(
                !shared && segments_cross((positions[a], positions[b]), (positions[c], positions[d])),
            ));
        }
        for (node, &position) in positions.iter().enumerate() {
            if node != a && node != b && distance_to(position, positions[a], positions[b]) < 9.0 {
                cost += 2.0;
            }
        }
    }
    cost
}

/// Distance of a point from a segment.
pub(super) fn distance_to(point: Point, a: Point, b: Point) -> f64 {
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let length = dx * dx + dy * dy;
    let share = if length > 0.0 { ((point.x - a.x) * dx + (point.y - a.y) * dy) / length } else { 0.0 };
    point.distance(a.lerp(b, share.clamp(0.0, 1.0)))
}
