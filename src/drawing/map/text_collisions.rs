//! The last look at an arrangement: every text is measured against every mark, and evidence without a free place goes.
//!
//! While marks are arranged a text in the way is dear, not forbidden. Here it is: names are lifted off the corners of
//! their own marks, and evidence that lies on a mark, a name, a foreign line or other evidence moves to a free place or
//! is left out, so that one text never costs the layout.

use crate::drawing::encoding::CASING;
use crate::drawing::labels::{self, Spot};
use crate::drawing::map::label_placement;
use crate::drawing::map::scene::{Arrangement, MapScene, Note, NoteAnchor, NoteBackground, NotePlacement};
use crate::geometry::Rect;

/// Distance of evidence from marks, in points: its box has its own padding, marks have a casing.
const NOTE_CLEARANCE: f64 = 0.4;
/// Distance of a lifted name from its own mark.
const LIFT_GAP: f64 = 0.8;
/// Rounds in which names take the room of evidence that went.
const ROUNDS: usize = 3;
/// Parts of a line at which places for its evidence are sought, beside those near its middle.
const LINE_POSITIONS: usize = 12;

/// Settles the texts of an arrangement. `square` tells the marks whose corners reach into the places diagonal of them.
/// `led`: names in the way are led to free places by a line, not moved with the evidence.
/// Returns for each note of the scene whether it stays; the notes of the arrangement are those that do. O(notes ·
/// places · (marks + lines)).
pub(crate) fn resolve(
    scene: &MapScene,
    arrangement: &mut Arrangement,
    square: &[bool],
    page: Rect,
    use_leaders: bool,
) -> Vec<bool> {
    if use_leaders {
        attach_leaders(scene, arrangement, page);
    }
    let mut placements: Vec<Option<NotePlacement>> =
        (0..scene.notes.len()).map(|note| arrangement.notes.get(note).copied()).collect();
    lift_off_marks(scene, arrangement, square, page);
    for _ in 0..ROUNDS {
        let resolved = free_placements(scene, arrangement, &placements, page);
        let same = resolved == placements;
        placements = resolved;
        arrangement.notes = placements.iter().flatten().copied().collect();
        if same {
            break;
        }
        if !use_leaders {
            scene.optimize_labels(arrangement, page);
            lift_off_marks(scene, arrangement, square, page);
        }
    }
    placements = placements
        .into_iter()
        .map(|candidate| candidate.filter(|candidate| !is_covered_by_name(arrangement, candidate.rect)))
        .collect();
    arrangement.notes = placements.iter().flatten().copied().collect();
    placements.iter().map(Option::is_some).collect()
}

/// The places that are free, those of others found anew where there is one.
fn free_placements(
    scene: &MapScene,
    arrangement: &Arrangement,
    placements: &[Option<NotePlacement>],
    page: Rect,
) -> Vec<Option<NotePlacement>> {
    let mut resolved: Vec<Option<NotePlacement>> = vec![None; placements.len()];
    let is_free = |note: &Note, rect: Rect, resolved: &[Option<NotePlacement>]| {
        is_free_for_note(scene, arrangement, note, rect, page)
            && !resolved.iter().flatten().any(|other| other.rect.overlaps(rect))
    };
    for (number, (note, candidate)) in scene.notes.iter().zip(placements).enumerate() {
        resolved[number] = candidate.filter(|candidate| is_free(note, candidate.rect, &resolved));
    }
    for (number, note) in scene.notes.iter().enumerate() {
        if resolved[number].is_none() {
            resolved[number] = note_candidates(scene, arrangement, note)
                .into_iter()
                .find(|candidate| is_free(note, candidate.rect, &resolved));
        }
    }
    resolved
}

/// Whether a box is clear of marks, names and foreign lines.
fn is_free_for_note(scene: &MapScene, arrangement: &Arrangement, note: &Note, rect: Rect, page: Rect) -> bool {
    let over_mark = |mark: usize| labels::gap(rect, scene.mark(&arrangement.points, mark)) < NOTE_CLEARANCE;
    let own = |number: usize, a: usize, b: usize| match note.anchor {
        NoteAnchor::Line(own) => own == number,
        NoteAnchor::Triangle(corners) => corners.contains(&a) && corners.contains(&b),
    };
    page.contains(rect)
        && !(0..arrangement.points.len()).any(over_mark)
        && !is_covered_by_name(arrangement, rect)
        && !scene.lines.iter().enumerate().any(|(number, line)| {
            !own(number, line.a, line.b)
                && labels::meets(rect.inflated(line.half), arrangement.points[line.a], arrangement.points[line.b])
        })
}

/// Whether a name or the line that leads to one lies on a box.
fn is_covered_by_name(arrangement: &Arrangement, rect: Rect) -> bool {
    arrangement.labels.iter().zip(&arrangement.points).any(|(name, from)| {
        name.is_some_and(|name| {
            name.rect.overlaps(rect) || name.leader.is_some_and(|end| labels::meets(rect, *from, end))
        })
    })
}

/// Places for evidence, the cheapest first, and then all along its line.
fn note_candidates(scene: &MapScene, arrangement: &Arrangement, note: &Note) -> Vec<NotePlacement> {
    let mut note_candidates: Vec<(f64, NotePlacement)> = Vec::new();
    scene.note_candidates(&arrangement.points, note, &mut |cost, candidate| note_candidates.push((cost, candidate)));
    note_candidates.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut note_candidates: Vec<NotePlacement> = note_candidates.into_iter().map(|(_, candidate)| candidate).collect();
    if let NoteAnchor::Line(number) = note.anchor {
        let (from, to) = scene.visible_segment(&arrangement.points, scene.lines[number]);
        let mut positions: Vec<usize> = (1..LINE_POSITIONS).collect();
        positions.sort_by_key(|position| position.abs_diff(LINE_POSITIONS / 2));
        let point_at = |position: usize| from.lerp(to, position as f64 / LINE_POSITIONS as f64);
        note_candidates.extend(positions.into_iter().map(|position| NotePlacement {
            rect: Rect::around(point_at(position), note.size.0, note.size.1),
            background: NoteBackground::Line,
        }));
    }
    note_candidates
}

/// Moves names off the corners of their own square marks, by the shorter way that is free; else to another free place.
fn lift_off_marks(scene: &MapScene, arrangement: &mut Arrangement, square: &[bool], page: Rect) {
    for node in (0..arrangement.labels.len()).filter(|&node| square[node]) {
        let (Some(candidate), own) = (arrangement.labels[node], scene.mark(&arrangement.points, node)) else {
            continue;
        };
        if labels::gap(candidate.rect, own) >= 0.0 {
            continue;
        }
        let shifted_names = |candidate: Spot| {
            shifts_off(candidate.rect, own)
                .into_iter()
                .map(move |(dx, dy)| Spot { rect: translated(candidate.rect, dx, dy), ..candidate })
        };
        let size = (candidate.rect.width(), candidate.rect.height());
        let others = labels::spots(arrangement.points[node], scene.half_sizes[node], size);
        let others = others.filter(|other| labels::gap(other.rect, own) >= 0.0);
        let candidates: Vec<Spot> = shifted_names(candidate)
            .chain(others)
            .filter(|candidate| is_free_for_name(scene, arrangement, node, candidate.rect, page))
            .collect();
        let uncrossed = candidates.iter().find(|candidate| !is_crossed(scene, arrangement, node, candidate.rect));
        arrangement.labels[node] = uncrossed.or(candidates.first()).copied().or(arrangement.labels[node]);
    }
}

/// Ways of a box off another one, the shortest first.
fn shifts_off(rect: Rect, own: Rect) -> Vec<(f64, f64)> {
    let mut shifts = vec![
        (own.right + LIFT_GAP - rect.left, 0.0),
        (own.left - LIFT_GAP - rect.right, 0.0),
        (0.0, own.bottom + LIFT_GAP - rect.top),
        (0.0, own.top - LIFT_GAP - rect.bottom),
    ];
    shifts.sort_by(|a, b| (a.0.abs() + a.1.abs()).total_cmp(&(b.0.abs() + b.1.abs())));
    shifts
}

fn translated(rect: Rect, dx: f64, dy: f64) -> Rect {
    Rect::new(rect.left + dx, rect.top + dy, rect.right + dx, rect.bottom + dy)
}

/// Whether a name may stand in a box: on the page, over no mark, no other text and no line that leads to one.
fn is_free_for_name(scene: &MapScene, arrangement: &Arrangement, node: usize, rect: Rect, page: Rect) -> bool {
    let over_mark = |mark: usize| mark != node && labels::gap(rect, scene.mark(&arrangement.points, mark)) < CASING;
    let over_name = |(other, name): (usize, &Option<Spot>)| {
        let leads_over =
            |name: &Spot| name.leader.is_some_and(|end| labels::meets(rect, arrangement.points[other], end));
        other != node && name.is_some_and(|name| name.rect.overlaps(rect) || leads_over(&name))
    };
    page.contains(rect)
        && !(0..arrangement.points.len()).any(over_mark)
        && !arrangement.notes.iter().any(|note| note.rect.overlaps(rect))
        && !arrangement.labels.iter().enumerate().any(over_name)
}

/// Whether a foreign line runs under the name of a mark.
fn is_crossed(scene: &MapScene, arrangement: &Arrangement, node: usize, rect: Rect) -> bool {
    let foreign = scene.lines.iter().filter(|line| line.a != node && line.b != node);
    foreign.into_iter().any(|line| labels::meets(rect, arrangement.points[line.a], arrangement.points[line.b]))
}

/// Leads names that lie on marks or other names to free places away from their marks: off foreign lines where there is
/// such a place. A name without any free place goes. O(names · places · (marks + lines)).
fn attach_leaders(scene: &MapScene, arrangement: &mut Arrangement, page: Rect) {
    for &node in &scene.order {
        let (Some(size), Some(candidate)) = (scene.labels[node], arrangement.labels[node]) else { continue };
        if is_free_for_name(scene, arrangement, node, candidate.rect, page) {
            continue;
        }
        let half = scene.half_sizes[node];
        let near = labels::spots(arrangement.points[node], half, size);
        let free_placements: Vec<Spot> = near
            .chain(label_placement::leader_candidates(arrangement.points[node], half, size))
            .filter(|candidate| {
                is_free_for_name(scene, arrangement, node, candidate.rect, page)
                    && leader_is_clear(scene, arrangement, node, candidate)
            })
            .collect();
        let uncrossed = free_placements.iter().find(|candidate| !is_crossed(scene, arrangement, node, candidate.rect));
        arrangement.labels[node] = uncrossed.or(free_placements.first()).copied();
    }
}

/// Whether the line that leads to a name passes by all other marks and texts.
fn leader_is_clear(scene: &MapScene, arrangement: &Arrangement, node: usize, candidate: &Spot) -> bool {
    let Some(end) = candidate.leader else { return true };
    let passes = |rect: Rect| !labels::meets(rect, arrangement.points[node], end);
    (0..arrangement.points.len()).all(|mark| mark == node || passes(scene.mark(&arrangement.points, mark)))
        && arrangement
            .labels
            .iter()
            .enumerate()
            .all(|(other, name)| other == node || name.is_none_or(|name| passes(name.rect)))
}
