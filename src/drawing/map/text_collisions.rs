//! Collision resolution of the texts of an arrangement: every text is tested against every mark.
//!
//! Overlaps of texts are a cost during the search, and forbidden here: names are moved off the corners of their own marks;
//! evidence that overlaps a mark, a name, a foreign line or other evidence moves to a free position or is dropped. The
//! marks do not move.

use crate::drawing::encoding::CASING;
use crate::drawing::labels::{self, LabelCandidate};
use crate::drawing::map::label_placement;
use crate::drawing::map::scene::{Arrangement, MapScene, Note, NoteAnchor, NoteBackground, NotePlacement};
use crate::geometry::Rect;

/// Clearance of evidence from marks in points, in addition to the padding of its box and the casing of marks.
const NOTE_CLEARANCE: f64 = 0.4;
/// Gap between a moved name and its own mark, in points.
const LIFT_GAP: f64 = 0.8;
/// Maximum number of rounds, in which names may take the space of dropped evidence.
const ROUNDS: usize = 3;
/// Divisions of a line at which evidence is tried, in addition to the candidates near its center.
const LINE_POSITIONS: usize = 12;

/// Resolves the collisions of texts of an arrangement. `square`: marks whose corners extend into the diagonal positions.
/// `use_leaders`: overlapping names are moved once to free positions, with a leader line if necessary, and are not placed
/// again after evidence. Returns for each evidence label of the scene whether it is kept; the arrangement has those only.
/// O(notes · candidates · (marks + lines)).
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

/// Free positions of evidence: current ones where free, else the first free candidate, else `None`.
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

/// Whether an evidence label at `rect` is on the page and overlaps no mark, name or foreign line.
fn is_free_for_note(scene: &MapScene, arrangement: &Arrangement, note: &Note, rect: Rect, page: Rect) -> bool {
    let over_mark = |mark: usize| labels::signed_distance(rect, scene.mark(&arrangement.points, mark)) < NOTE_CLEARANCE;
    let own = |number: usize, a: usize, b: usize| match note.anchor {
        NoteAnchor::Line(own) => own == number,
        NoteAnchor::Triangle(corners) => corners.contains(&a) && corners.contains(&b),
    };
    page.contains(rect)
        && !(0..arrangement.points.len()).any(over_mark)
        && !is_covered_by_name(arrangement, rect)
        && !scene.lines.iter().enumerate().any(|(number, line)| {
            !own(number, line.a, line.b)
                && labels::intersects_segment(
                    rect.inflated(line.half),
                    arrangement.points[line.a],
                    arrangement.points[line.b],
                )
        })
}

/// Whether a name or its leader line overlaps a rectangle.
fn is_covered_by_name(arrangement: &Arrangement, rect: Rect) -> bool {
    arrangement.labels.iter().zip(&arrangement.points).any(|(name, from)| {
        name.is_some_and(|name| {
            name.rect.overlaps(rect) || name.leader.is_some_and(|end| labels::intersects_segment(rect, *from, end))
        })
    })
}

/// Candidate positions of an evidence label: by cost, then along its line from the center outwards.
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

/// Moves names off the corners of their own square marks, by the smallest free displacement, else to another free
/// candidate; positions that no foreign line crosses are preferred.
fn lift_off_marks(scene: &MapScene, arrangement: &mut Arrangement, square: &[bool], page: Rect) {
    for node in (0..arrangement.labels.len()).filter(|&node| square[node]) {
        let (Some(candidate), own) = (arrangement.labels[node], scene.mark(&arrangement.points, node)) else {
            continue;
        };
        if labels::signed_distance(candidate.rect, own) >= 0.0 {
            continue;
        }
        let shifted_names = |candidate: LabelCandidate| {
            shifts_off(candidate.rect, own)
                .into_iter()
                .map(move |(dx, dy)| LabelCandidate { rect: translated(candidate.rect, dx, dy), ..candidate })
        };
        let size = (candidate.rect.width(), candidate.rect.height());
        let others = labels::candidates(arrangement.points[node], scene.half_sizes[node], size);
        let others = others.filter(|other| labels::signed_distance(other.rect, own) >= 0.0);
        let candidates: Vec<LabelCandidate> = shifted_names(candidate)
            .chain(others)
            .filter(|candidate| is_free_for_name(scene, arrangement, node, candidate.rect, page))
            .collect();
        let uncrossed = candidates.iter().find(|candidate| !is_crossed(scene, arrangement, node, candidate.rect));
        arrangement.labels[node] = uncrossed.or(candidates.first()).copied().or(arrangement.labels[node]);
    }
}

/// Axis-parallel displacements of `rect` off `own`, smallest first.
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

/// Whether a name at `rect` is on the page and overlaps no foreign mark, other text or leader line.
fn is_free_for_name(scene: &MapScene, arrangement: &Arrangement, node: usize, rect: Rect, page: Rect) -> bool {
    let over_mark =
        |mark: usize| mark != node && labels::signed_distance(rect, scene.mark(&arrangement.points, mark)) < CASING;
    let over_name = |(other, name): (usize, &Option<LabelCandidate>)| {
        let leads_over = |name: &LabelCandidate| {
            name.leader.is_some_and(|end| labels::intersects_segment(rect, arrangement.points[other], end))
        };
        other != node && name.is_some_and(|name| name.rect.overlaps(rect) || leads_over(&name))
    };
    page.contains(rect)
        && !(0..arrangement.points.len()).any(over_mark)
        && !arrangement.notes.iter().any(|note| note.rect.overlaps(rect))
        && !arrangement.labels.iter().enumerate().any(over_name)
}

/// Whether a foreign line crosses the name of a mark.
fn is_crossed(scene: &MapScene, arrangement: &Arrangement, node: usize, rect: Rect) -> bool {
    let foreign = scene.lines.iter().filter(|line| line.a != node && line.b != node);
    foreign
        .into_iter()
        .any(|line| labels::intersects_segment(rect, arrangement.points[line.a], arrangement.points[line.b]))
}

/// Moves names that overlap marks or texts to free candidates, with leader lines if necessary; candidates that no foreign
/// line crosses are preferred. A name without a free candidate is dropped. O(names · candidates · (marks + lines)).
fn attach_leaders(scene: &MapScene, arrangement: &mut Arrangement, page: Rect) {
    for &node in &scene.order {
        let (Some(size), Some(candidate)) = (scene.labels[node], arrangement.labels[node]) else { continue };
        if is_free_for_name(scene, arrangement, node, candidate.rect, page) {
            continue;
        }
        let half = scene.half_sizes[node];
        let near = labels::candidates(arrangement.points[node], half, size);
        let free_placements: Vec<LabelCandidate> = near
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

/// Whether the leader line of a name crosses no other mark or name; true without one.
fn leader_is_clear(scene: &MapScene, arrangement: &Arrangement, node: usize, candidate: &LabelCandidate) -> bool {
    let Some(end) = candidate.leader else { return true };
    let passes = |rect: Rect| !labels::intersects_segment(rect, arrangement.points[node], end);
    (0..arrangement.points.len()).all(|mark| mark == node || passes(scene.mark(&arrangement.points, mark)))
        && arrangement
            .labels
            .iter()
            .enumerate()
            .all(|(other, name)| other == node || name.is_none_or(|name| passes(name.rect)))
}
