//! Common length of the ties of a map, and the space that each component needs at that length.
//!
//! Distances mean the same everywhere only where all components have one scale: a tie of one component is as long as that of
//! another, up to the space for its evidence. Components are rotated, never stretched, to fit the page.

use crate::drawing::map::row_packing::{self, SpaceRequest};
use crate::drawing::map::scene::MapScene;
use crate::geometry::Point;
use crate::layout::points::bounds;
use crate::layout::stress;

/// Minimum length of a tie in points: below, marks and names overlap.
const MIN_LENGTH: f64 = 40.0;
/// Rotations that are tried, over a half circle.
const ROTATIONS: usize = 24;
/// Halvings of the search for the greatest length within a height.
const HALVINGS: usize = 8;

/// ComponentShape of a component: a layout of minimum stress with ties of length 1.
pub(crate) struct ComponentShape {
    /// Width and height in each rotation.
    extents: Vec<(f64, f64)>,
    /// Space around the marks for names, in points.
    margin: (f64, f64),
}

impl ComponentShape {
    /// ComponentShape of a scene. O(iterations · marks²).
    pub(crate) fn of(scene: &MapScene) -> Self {
        let options = stress::Options { starts: 2, ..stress::Options::default() };
        let points = stress::minimize(&scene.hops, &options);
        let extent = |rotation: usize| {
            let angle = std::f64::consts::PI * rotation as f64 / ROTATIONS as f64;
            let (low, high) = bounds(&rotated(&points, angle));
            (high.x - low.x, high.y - low.y)
        };
        Self { extents: (0..ROTATIONS).map(extent).collect(), margin: margin(scene) }
    }

    /// Width that is left for the layout.
    fn available(&self, width: f64) -> f64 {
        (width - self.margin.0).max(width * 0.3)
    }

    /// Length of a tie at which the narrowest rotation fills a page of `width`.
    fn max_length(&self, width: f64) -> f64 {
        let narrowest = self.extents.iter().fold(f64::INFINITY, |narrowest, extent| narrowest.min(extent.0));
        self.available(width) / narrowest.max(1e-9)
    }

    /// Space at a length of ties: the flattest rotation that fits a page of `width`.
    pub(crate) fn request(&self, length: f64, width: f64) -> SpaceRequest {
        let fits = |extent: &&(f64, f64)| extent.0 * length <= self.available(width) + 1e-6;
        let flattest = self.extents.iter().filter(fits).min_by(|a, b| a.1.total_cmp(&b.1));
        let narrowest = self.extents.iter().min_by(|a, b| a.0.total_cmp(&b.0));
        let (wide, high) = flattest.or(narrowest).copied().unwrap_or_default();
        let min_size = ((wide * length + self.margin.0).min(width), high * length + self.margin.1);
        SpaceRequest { area: min_size.0 * min_size.1, aspect: min_size.0 / min_size.1, min_size }
    }
}

/// Space around the marks of a scene for names, width and height in points.
pub(crate) fn margin(scene: &MapScene) -> (f64, f64) {
    let label =
        scene.labels.iter().flatten().fold((0.0f64, 0.0f64), |max, size| (max.0.max(size.0), max.1.max(size.1)));
    let mark = scene.half_sizes.iter().fold((0.0f64, 0.0f64), |max, half| (max.0.max(half.0), max.1.max(half.1)));
    ((label.0 * 0.5).max(mark.0) * 2.0 + 4.0, label.1.max(mark.1) * 2.0 + 4.0)
}

/// Common length of ties: the mean of what the ties of all scenes need, at least `min_wanted`; at most what the width of the page
/// allows and what keeps the packed components within `max_height`. O(halvings · components³).
pub(crate) fn common<'s>(
    scenes: impl Iterator<Item = &'s MapScene>,
    shapes: &[ComponentShape],
    (width, max_height): (f64, f64),
    (min_wanted, gap): (f64, f64),
) -> f64 {
    let (sum, count) = scenes
        .flat_map(|scene| &scene.line_lengths)
        .fold((0.0, 0usize), |(sum, count), length| (sum + length, count + 1));
    let wanted = (sum / count.max(1) as f64).max(min_wanted);
    let widest = shapes.iter().fold(wanted, |length, shape| length.min(shape.max_length(width))).max(MIN_LENGTH);
    let height = |length: f64| {
        let requests: Vec<SpaceRequest> = shapes.iter().map(|shape| shape.request(length, width)).collect();
        row_packing::height_of(&row_packing::pack_rows(&requests, width, gap), gap)
    };
    if height(widest) <= max_height {
        return widest;
    }
    let (mut low, mut high) = (MIN_LENGTH, widest);
    for _ in 0..HALVINGS {
        let middle = (low + high) / 2.0;
        if height(middle) <= max_height { low = middle } else { high = middle }
    }
    low
}

/// Points rotated around the origin by an angle in radians.
pub(crate) fn rotated(points: &[Point], angle: f64) -> Vec<Point> {
    let (sin, cos) = (libm::sin(angle), libm::cos(angle));
    points.iter().map(|point| Point::new(point.x * cos - point.y * sin, point.x * sin + point.y * cos)).collect()
}
