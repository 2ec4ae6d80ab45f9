//! Where the members stand: angles by order, an order with few crossings.

use crate::drawing::ego::ego_network::Scope;
use crate::geometry::{Point, segments_cross};
use crate::random::Random;

/// Seed of the search.
const SEED: u64 = 5;
/// Orders tried.
const STEPS: usize = 1_600;
/// Widest angle that the partners of one partner spread over, in degrees.
const FAN: f64 = 150.0;
/// Share of the circle left open opposite to a pill that nearly all partners share.
const OPEN: f64 = 0.22;
/// Share of the first ring's radius at which a pill stands.
const PILL_AT: f64 = 0.52;

/// Order of the partners, and of the partners of each.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Order {
    pub(super) first: Vec<usize>,
    pub(super) second: Vec<Vec<usize>>,
}

/// Half the axes of both ellipses.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Rings {
    pub(super) first: (f64, f64),
    pub(super) second: (f64, f64),
}

/// Places around the origin: members, then pills.
pub(super) fn places(scope: &Scope, order: &Order, rings: Rings, start: f64) -> Vec<Point> {
    let mut angle = vec![0.0; scope.nodes.len()];
    let children =
        |at: usize| scope.owner.iter().zip(&scope.ring).filter(|&(&owner, &ring)| ring == 2 && owner == at).count();
    let share = |at: usize| (children(at) as f64).max(1.0) + 0.35;
    let shared = scope.pills.iter().map(|pill| pill.members.len() as f64 - 1.0).fold(0.0, f64::max);
    let few = scope.first().len();
    // The tie of two partners would run through the middle if they stood opposite to each other.
    let opposite = few == 2 && scope.lines.iter().any(|line| (line.a, line.b) == (1, 2));
    let open = if opposite || (few > 2 && shared >= 0.7 * few as f64) { OPEN } else { 0.0 };
    let total: f64 = order.first.iter().map(|&at| share(at)).sum::<f64>() / (1.0 - open);
    let mut at = start + 180.0 * open;
    for (index, &node) in order.first.iter().enumerate() {
        let sector = 360.0 * share(node) / total;
        angle[node] = at + sector / 2.0;
        let count = order.second[index].len();
        let fan = (sector * (count as f64) / (count as f64 + 0.35)).min(FAN);
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
    let mut places: Vec<Point> = (0..scope.nodes.len())
        .map(|node| match scope.ring[node] {
            0 => Point::default(),
            1 => on(rings.first, angle[node]),
            _ => on(rings.second, angle[node]),
        })
        .collect();
    for (index, pill) in scope.pills.iter().enumerate() {
        let others: Vec<Point> = pill.members.iter().filter(|&&one| one != 0).map(|&one| places[one]).collect();
        let sum = others.iter().fold(Point::default(), |sum, point| {
            Point::new(sum.x + point.x / rings.first.0, sum.y + point.y / rings.first.1)
        });
        let length = (sum.x * sum.x + sum.y * sum.y).sqrt().max(1e-6);
        // Pills of about the same members stand behind one another.
        let share = if pill.members[0] == 0 { PILL_AT } else { 1.0 } + 0.14 * (index % 3) as f64;
        let toward = Point::new(sum.x / length * rings.first.0 * share, sum.y / length * rings.first.1 * share);
        places.push(toward);
    }
    places
}

/// Lines between places: ties, then the spokes of the pills.
pub(super) fn segments(scope: &Scope) -> Vec<(usize, usize)> {
    let mut ends: Vec<(usize, usize)> = scope.lines.iter().map(|line| (line.a, line.b)).collect();
    for (index, pill) in scope.pills.iter().enumerate() {
        ends.extend(pill.members.iter().map(|&member| (member, scope.nodes.len() + index)));
    }
    ends
}

/// The best order found by annealing swaps, and, among few partners, the other orders that are as good.
pub(super) fn orders(scope: &Scope, rings: Rings) -> Vec<Order> {
    let first = scope.first();
    let children = |at: usize| -> Vec<usize> {
        (0..scope.nodes.len()).filter(|&one| scope.ring[one] == 2 && scope.owner[one] == at).collect()
    };
    let start = Order { second: first.iter().map(|&at| children(at)).collect(), first };
    let ends = segments(scope);
    let cost = |order: &Order| cost(scope, order, rings, &ends);
    let mut random = Random::new(SEED);
    let (mut now, mut best) = ((cost(&start), start.clone()), (cost(&start), start));
    for step in 0..STEPS {
        let heat = 4.0 * (1.0 - step as f64 / STEPS as f64) + 1e-3;
        let next = swapped(&now.1, &mut random);
        let then = cost(&next);
        if then <= now.0 || random.unit() < libm::exp((now.0 - then) / heat) {
            now = (then, next);
            if now.0 + 1e-9 < best.0 {
                best = now.clone();
            }
        }
    }
    let mut found = vec![best.1.clone()];
    if best.1.first.len() <= 4 {
        for _ in 0..160 {
            let next = swapped(&found[random.below(found.len())], &mut random);
            if found.len() < 24 && !found.contains(&next) && cost(&next) <= best.0 + 1.0 {
                found.push(next);
            }
        }
    }
    found
}

fn swapped(order: &Order, random: &mut Random) -> Order {
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

/// Crossings, lines over foreign members, and a little for length.
fn cost(scope: &Scope, order: &Order, rings: Rings, ends: &[(usize, usize)]) -> f64 {
    let places = places(scope, order, rings, 0.0);
    let mut cost = 0.0;
    for (index, &(a, b)) in ends.iter().enumerate() {
        cost += 0.002 * places[a].distance(places[b]);
        for &(c, d) in &ends[index + 1..] {
            let shared = a == c || a == d || b == c || b == d;
            cost += f64::from(u8::from(!shared && segments_cross((places[a], places[b]), (places[c], places[d]))));
        }
        for (node, &place) in places.iter().enumerate() {
            if node != a && node != b && distance_to(place, places[a], places[b]) < 9.0 {
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
    point.distance(a.towards(b, share.clamp(0.0, 1.0)))
}
