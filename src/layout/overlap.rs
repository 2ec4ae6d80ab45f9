//! Node overlap removal: rectangles around nodes are pushed apart.
//!
//! In each pass every overlapping pair, in index order, is separated along the axis that needs less movement, each node
//! by half. The passes end when no pair overlaps. An isolated pair is separated with minimal displacement; dense groups
//! need several passes.

use crate::geometry::Point;

/// Default maximum of passes over all pairs.
pub const DEFAULT_PASSES: usize = 400;

/// Moves `points` until their rectangles, of half width and half height `half_sizes`, are `gap` apart, in at most `passes`
/// passes. Of coincident points the one of the smaller index goes to the left. O(passes · n²).
pub fn remove(points: &mut [Point], half_sizes: &[(f64, f64)], gap: f64, passes: usize) -> OverlapRemoval {
    for _ in 0..passes {
        let mut removal = OverlapRemoval::Complete;
        for a in 0..points.len() {
            for b in a + 1..points.len() {
                if separate(points, half_sizes, gap, a, b) {
                    removal = OverlapRemoval::Incomplete;
                }
            }
        }
        if removal == OverlapRemoval::Complete {
            return removal;
        }
    }
    OverlapRemoval::Incomplete
}

/// Result of an overlap removal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OverlapRemoval {
    /// No two rectangles overlap.
    Complete,
    /// Overlaps were left after the last pass.
    Incomplete,
}

fn separate(points: &mut [Point], half_sizes: &[(f64, f64)], gap: f64, a: usize, b: usize) -> bool {
    let (dx, dy) = (points[b].x - points[a].x, points[b].y - points[a].y);
    let over_x = half_sizes[a].0 + half_sizes[b].0 + gap - dx.abs();
    let over_y = half_sizes[a].1 + half_sizes[b].1 + gap - dy.abs();
    if over_x <= 1e-9 || over_y <= 1e-9 {
        return false;
    }
    if over_x <= over_y {
        let move_by = if dx < 0.0 { -over_x / 2.0 } else { over_x / 2.0 };
        points[a].x -= move_by;
        points[b].x += move_by;
    } else {
        let move_by = if dy < 0.0 { -over_y / 2.0 } else { over_y / 2.0 };
        points[a].y -= move_by;
        points[b].y += move_by;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pair_separates_along_the_axis_of_least_overlap() {
        let mut points = [Point::new(0.0, 0.0), Point::new(8.0, 1.0), Point::new(100.0, 0.0)];
        let removal = remove(&mut points, &[(5.0, 5.0); 3], 0.0, DEFAULT_PASSES);
        assert_eq!(removal, OverlapRemoval::Complete);
        assert_eq!(points, [Point::new(-1.0, 0.0), Point::new(9.0, 1.0), Point::new(100.0, 0.0)]);
    }

    #[test]
    fn coincident_points_are_separated() {
        let mut points = [Point::default(); 12];
        assert_eq!(remove(&mut points, &[(5.0, 3.0); 12], 1.0, DEFAULT_PASSES), OverlapRemoval::Complete);
    }
}
