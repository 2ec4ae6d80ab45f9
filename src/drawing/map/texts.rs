//! The last look at an arrangement: every text is measured against every mark, and evidence without a free place goes.
//!
//! While marks are arranged a text in the way is dear, not forbidden. Here it is: names are lifted off the corners of
//! their own marks, and evidence that lies on a mark, a name, a foreign line or other evidence moves to a free place or
//! is left out, so that one text never costs the layout.

use crate::drawing::encoding::CASING;
use crate::drawing::labels::{self, LabelCandidate};
use crate::drawing::map::scene::{Arrangement, Ground, Note, NoteSpot, Place, Scene};
use crate::drawing::map::tags;
use crate::geometry::Rect;

/// Distance of evidence from marks, in points: its box has its own padding, marks have a casing.
const CLEAR: f64 = 0.4;
/// Distance of a lifted name from its own mark.
const LIFTED: f64 = 0.8;
/// Rounds in which names take the room of evidence that went.
const ROUNDS: usize = 3;
/// Parts of a line at which places for its evidence are sought, beside those near its middle.
const PARTS: usize = 12;

/// Settles the texts of an arrangement. `square` tells the marks whose corners reach into the places diagonal of them.
/// `led`: names in the way are led to free places by a line, not moved with the evidence.
/// Returns for each note of the scene whether it stays; the notes of the arrangement are those that do. O(notes ·
/// places · (marks + lines)).
pub(crate) fn settle(scene: &Scene, at: &mut Arrangement, square: &[bool], page: Rect, led: bool) -> Vec<bool> {
    if led {
        lead(scene, at, page);
    }
    let mut spots: Vec<Option<NoteSpot>> = (0..scene.notes.len()).map(|note| at.notes.get(note).copied()).collect();
    lift(scene, at, square, page);
    for _ in 0..ROUNDS {
        let found = free(scene, at, &spots, page);
        let same = found == spots;
        spots = found;
        at.notes = spots.iter().flatten().copied().collect();
        if same {
            break;
        }
        if !led {
            scene.sweep(at, page);
            lift(scene, at, square, page);
        }
    }
    spots = spots.into_iter().map(|spot| spot.filter(|spot| !is_under_name(at, spot.rect))).collect();
    at.notes = spots.iter().flatten().copied().collect();
    spots.iter().map(Option::is_some).collect()
}

/// The places that are free, those of others found anew where there is one.
fn free(scene: &Scene, at: &Arrangement, spots: &[Option<NoteSpot>], page: Rect) -> Vec<Option<NoteSpot>> {
    let mut found: Vec<Option<NoteSpot>> = vec![None; spots.len()];
    let is_free = |note: &Note, rect: Rect, found: &[Option<NoteSpot>]| {
        is_clear(scene, at, note, rect, page) && !found.iter().flatten().any(|other| other.rect.overlaps(rect))
    };
    for (number, (note, spot)) in scene.notes.iter().zip(spots).enumerate() {
        found[number] = spot.filter(|spot| is_free(note, spot.rect, &found));
    }
    for (number, note) in scene.notes.iter().enumerate() {
        if found[number].is_none() {
            found[number] = places(scene, at, note).into_iter().find(|spot| is_free(note, spot.rect, &found));
        }
    }
    found
}

/// Whether a box is clear of marks, names and foreign lines.
fn is_clear(scene: &Scene, at: &Arrangement, note: &Note, rect: Rect, page: Rect) -> bool {
    let over_mark = |mark: usize| labels::signed_distance(rect, scene.mark(&at.points, mark)) < CLEAR;
    let own = |number: usize, a: usize, b: usize| match note.place {
        Place::Line(own) => own == number,
        Place::Triangle(corners) => corners.contains(&a) && corners.contains(&b),
    };
    page.holds(rect)
        && !(0..at.points.len()).any(over_mark)
        && !is_under_name(at, rect)
        && !scene.lines.iter().enumerate().any(|(number, line)| {
            !own(number, line.a, line.b)
                && labels::intersects_segment(rect.grown(line.half), at.points[line.a], at.points[line.b])
        })
}

/// Whether a name or the line that leads to one lies on a box.
fn is_under_name(at: &Arrangement, rect: Rect) -> bool {
    at.labels.iter().zip(&at.points).any(|(name, from)| {
        name.is_some_and(|name| {
            name.rect.overlaps(rect) || name.leader.is_some_and(|end| labels::intersects_segment(rect, *from, end))
        })
    })
}

/// Places for evidence, the cheapest first, and then all along its line.
fn places(scene: &Scene, at: &Arrangement, note: &Note) -> Vec<NoteSpot> {
    let mut places: Vec<(f64, NoteSpot)> = Vec::new();
    scene.note_spots(&at.points, note, &mut |cost, spot| places.push((cost, spot)));
    places.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut places: Vec<NoteSpot> = places.into_iter().map(|(_, spot)| spot).collect();
    if let Place::Line(number) = note.place {
        let (from, to) = scene.visible(&at.points, scene.lines[number]);
        let mut parts: Vec<usize> = (1..PARTS).collect();
        parts.sort_by_key(|part| part.abs_diff(PARTS / 2));
        let middle = |part: usize| from.towards(to, part as f64 / PARTS as f64);
        places.extend(
            parts.into_iter().map(|part| NoteSpot {
                rect: Rect::around(middle(part), note.size.0, note.size.1),
                ground: Ground::Line,
            }),
        );
    }
    places
}

/// Moves names off the corners of their own square marks, by the shorter way that is free; else to another free place.
fn lift(scene: &Scene, at: &mut Arrangement, square: &[bool], page: Rect) {
    for node in (0..at.labels.len()).filter(|&node| square[node]) {
        let (Some(spot), own) = (at.labels[node], scene.mark(&at.points, node)) else { continue };
        if labels::signed_distance(spot.rect, own) >= 0.0 {
            continue;
        }
        let lifted = |spot: LabelCandidate| {
            ways_off(spot.rect, own)
                .into_iter()
                .map(move |(dx, dy)| LabelCandidate { rect: shifted(spot.rect, dx, dy), ..spot })
        };
        let size = (spot.rect.width(), spot.rect.height());
        let others = labels::candidates(at.points[node], scene.halves[node], size);
        let others = others.filter(|other| labels::signed_distance(other.rect, own) >= 0.0);
        let open: Vec<LabelCandidate> =
            lifted(spot).chain(others).filter(|spot| is_open(scene, at, node, spot.rect, page)).collect();
        let off_lines = open.iter().find(|spot| !is_over_line(scene, at, node, spot.rect));
        at.labels[node] = off_lines.or(open.first()).copied().or(at.labels[node]);
    }
}

/// Ways of a box off another one, the shortest first.
fn ways_off(rect: Rect, own: Rect) -> Vec<(f64, f64)> {
    let mut ways = vec![
        (own.right + LIFTED - rect.left, 0.0),
        (own.left - LIFTED - rect.right, 0.0),
        (0.0, own.bottom + LIFTED - rect.top),
        (0.0, own.top - LIFTED - rect.bottom),
    ];
    ways.sort_by(|a, b| (a.0.abs() + a.1.abs()).total_cmp(&(b.0.abs() + b.1.abs())));
    ways
}

fn shifted(rect: Rect, dx: f64, dy: f64) -> Rect {
    Rect::new(rect.left + dx, rect.top + dy, rect.right + dx, rect.bottom + dy)
}

/// Whether a name may stand in a box: on the page, over no mark, no other text and no line that leads to one.
fn is_open(scene: &Scene, at: &Arrangement, node: usize, rect: Rect, page: Rect) -> bool {
    let over_mark = |mark: usize| mark != node && labels::signed_distance(rect, scene.mark(&at.points, mark)) < CASING;
    let over_name = |(other, name): (usize, &Option<LabelCandidate>)| {
        let led = |name: &LabelCandidate| {
            name.leader.is_some_and(|end| labels::intersects_segment(rect, at.points[other], end))
        };
        other != node && name.is_some_and(|name| name.rect.overlaps(rect) || led(&name))
    };
    page.holds(rect)
        && !(0..at.points.len()).any(over_mark)
        && !at.notes.iter().any(|note| note.rect.overlaps(rect))
        && !at.labels.iter().enumerate().any(over_name)
}

/// Whether a foreign line runs under the name of a mark.
fn is_over_line(scene: &Scene, at: &Arrangement, node: usize, rect: Rect) -> bool {
    let foreign = scene.lines.iter().filter(|line| line.a != node && line.b != node);
    foreign.into_iter().any(|line| labels::intersects_segment(rect, at.points[line.a], at.points[line.b]))
}

/// Leads names that lie on marks or other names to free places away from their marks: off foreign lines where there is
/// such a place. A name without any free place goes. O(names · places · (marks + lines)).
fn lead(scene: &Scene, at: &mut Arrangement, page: Rect) {
    for &node in &scene.order {
        let (Some(size), Some(spot)) = (scene.labels[node], at.labels[node]) else { continue };
        if is_open(scene, at, node, spot.rect, page) {
            continue;
        }
        let half = scene.halves[node];
        let near = labels::candidates(at.points[node], half, size);
        let free: Vec<LabelCandidate> = near
            .chain(tags::leading(at.points[node], half, size))
            .filter(|spot| is_open(scene, at, node, spot.rect, page) && is_clear_way(scene, at, node, spot))
            .collect();
        let off_lines = free.iter().find(|spot| !is_over_line(scene, at, node, spot.rect));
        at.labels[node] = off_lines.or(free.first()).copied();
    }
}

/// Whether the line that leads to a name passes by all other marks and texts.
fn is_clear_way(scene: &Scene, at: &Arrangement, node: usize, spot: &LabelCandidate) -> bool {
    let Some(end) = spot.leader else { return true };
    let passes = |rect: Rect| !labels::intersects_segment(rect, at.points[node], end);
    (0..at.points.len()).all(|mark| mark == node || passes(scene.mark(&at.points, mark)))
        && at.labels.iter().enumerate().all(|(other, name)| other == node || name.is_none_or(|name| passes(name.rect)))
}
