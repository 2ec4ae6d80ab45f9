//! Shelf packing of connected components into a page of a given aspect ratio.

use crate::geometry::Point;
use crate::layout::points::bounds;

/// Target width : height of the packed components.
pub const DEFAULT_ASPECT: f64 = 1.6;

/// Next-fit shelf packing: rectangles `(width, height)` in the order of `sizes` on shelves of `width`, `gap` apart; a
/// rectangle wider than `width` has a shelf to itself. Returns the upper left corners. O(rectangles).
#[must_use]
pub fn shelves(sizes: &[(f64, f64)], width: f64, gap: f64) -> Vec<Point> {
    let (mut x, mut y, mut shelf) = (0.0, 0.0, 0.0f64);
    sizes
        .iter()
        .map(|&(wide, high)| {
            if x > 0.0 && x + wide > width {
                (x, y, shelf) = (0.0, y + shelf + gap, 0.0);
            }
            let corner = Point::new(x, y);
            x += wide + gap;
            shelf = shelf.max(high);
            corner
        })
        .collect()
}

/// Translates `components` (node indices each) so that their bounding boxes are at least `gap` apart, on shelves, in the
/// order of the slice. O(nodes + components).
pub fn pack(points: &mut [Point], components: &[Vec<usize>], gap: f64) {
    let boxes: Vec<(Point, Point)> = components
        .iter()
        .map(|members| bounds(&members.iter().map(|&node| points[node]).collect::<Vec<_>>()))
        .collect();
    let sizes: Vec<(f64, f64)> = boxes.iter().map(|(low, high)| (high.x - low.x, high.y - low.y)).collect();
    let area: f64 = sizes.iter().map(|(wide, high)| (wide + gap) * (high + gap)).sum();
    let widest = sizes.iter().fold(0.0f64, |widest, size| widest.max(size.0));
    let width = (area * DEFAULT_ASPECT).sqrt().max(widest);
    for ((members, corner), (low, _)) in components.iter().zip(shelves(&sizes, width, gap)).zip(&boxes) {
        for &node in members {
            points[node].x += corner.x - low.x;
            points[node].y += corner.y - low.y;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn next_shelf_starts_below_the_highest_rectangle() {
        let corners = shelves(&[(30.0, 10.0), (20.0, 15.0), (10.0, 5.0), (80.0, 1.0)], 60.0, 5.0);
        assert_eq!(
            corners,
            [Point::new(0.0, 0.0), Point::new(35.0, 0.0), Point::new(0.0, 20.0), Point::new(0.0, 30.0)]
        );
    }
}
