//! Power diagram with prescribed areas: partitions the page into convex cells, one a node, so that all have space.
//!
//! Lloyd iterations: sites move to the centroids of their cells while their weights adapt to the target areas.
//! Source: Aurenhammer 1987, *Power diagrams*, SIAM J. Computing 16(1); the adaptation as in Nocaj & Brandes
//! 2012, *Computing Voronoi Treemaps*, Computer Graphics Forum 31(3).

use crate::geometry::Point;

/// A convex cell: its vertices in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct ConvexCell {
    pub(crate) corners: Vec<Point>,
}

impl ConvexCell {
    /// Area, by the shoelace formula.
    pub(crate) fn area(&self) -> f64 {
        let cross = |(a, b): (Point, Point)| a.x * b.y - b.x * a.y;
        (self.sides().map(cross).sum::<f64>() / 2.0).abs()
    }

    /// Centroid.
    pub(crate) fn centroid(&self) -> Point {
        let (mut x, mut y, mut total) = (0.0, 0.0, 0.0);
        for (a, b) in self.sides() {
            let cross = a.x * b.y - b.x * a.y;
            x += (a.x + b.x) * cross;
            y += (a.y + b.y) * cross;
            total += 3.0 * cross;
        }
        if total.abs() > 1e-9 {
            return Point::new(x / total, y / total);
        }
        self.corners.first().copied().unwrap_or_default()
    }

    fn sides(&self) -> impl Iterator<Item = (Point, Point)> + '_ {
        (0..self.corners.len()).map(|index| (self.corners[index], self.corners[(index + 1) % self.corners.len()]))
    }

    /// Intersection with the half-plane nx·x + ny·y ≤ bound.
    fn clip_half_plane(&self, nx: f64, ny: f64, bound: f64) -> Self {
        let mut corners = Vec::with_capacity(self.corners.len() + 1);
        for (a, b) in self.sides() {
            let (da, db) = (nx * a.x + ny * a.y - bound, nx * b.x + ny * b.y - bound);
            if da <= 0.0 {
                corners.push(a);
            }
            if (da < 0.0 && db > 0.0) || (da > 0.0 && db < 0.0) {
                corners.push(a.lerp(b, da / (da - db)));
            }
        }
        Self { corners }
    }
}

/// Moves sites within a convex cell until their cells have areas in proportion to `target_areas`, and returns the cells. In
/// each iteration a site moves by `step_share` of the distance to the centroid of its cell. O(iterations · sites²).
pub(crate) fn relax(
    within: &ConvexCell,
    sites: &mut [Point],
    target_areas: &[f64],
    iterations: usize,
    step_share: f64,
) -> Vec<ConvexCell> {
    let total: f64 = target_areas.iter().sum::<f64>().max(1e-9);
    let cell_area = within.area();
    let mut weights = vec![0.0; sites.len()];
    let mut cells = power_diagram(within, sites, &weights);
    for round in 0..iterations {
        let step_share = if round < iterations * 3 / 4 { step_share } else { step_share / 5.0 };
        for site in 0..sites.len() {
            let area = cells[site].area();
            let target_area = cell_area * target_areas[site] / total;
            weights[site] += 0.35 * (target_area - area) / std::f64::consts::PI;
            if area > 1.0 {
                sites[site] = sites[site].lerp(cells[site].centroid(), step_share);
            }
        }
        limit_weights(sites, &mut weights);
        cells = power_diagram(within, sites, &weights);
    }
    cells
}

/// Limits the weights so that each site lies within its own cell.
fn limit_weights(sites: &[Point], weights: &mut [f64]) {
    for a in 0..sites.len() {
        for b in 0..sites.len() {
            if a != b {
                let (dx, dy) = (sites[a].x - sites[b].x, sites[a].y - sites[b].y);
                weights[a] = weights[a].min(weights[b] + 0.9 * (dx * dx + dy * dy));
            }
        }
    }
}

fn power_diagram(within: &ConvexCell, sites: &[Point], weights: &[f64]) -> Vec<ConvexCell> {
    (0..sites.len())
        .map(|site| {
            let mut cell = within.clone();
            for other in (0..sites.len()).filter(|&other| other != site) {
                let (s, o) = (sites[site], sites[other]);
                let (nx, ny) = (2.0 * (o.x - s.x), 2.0 * (o.y - s.y));
                let bound = o.x * o.x + o.y * o.y - s.x * s.x - s.y * s.y - weights[other] + weights[site];
                cell = cell.clip_half_plane(nx, ny, bound);
            }
            cell
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::Rect;

    #[test]
    fn areas_match_targets() {
        let page = Rect::new(0.0, 0.0, 300.0, 200.0);
        let sites =
            [Point::new(50.0, 50.0), Point::new(250.0, 60.0), Point::new(150.0, 150.0), Point::new(160.0, 90.0)];
        let target_areas = [1.0, 2.0, 3.0, 4.0];
        let (mut sites, page) = (sites, ConvexCell { corners: page.corners().to_vec() });
        let cells = relax(&page, &mut sites, &target_areas, 240, 0.25);
        for (cell, target) in cells.iter().zip(target_areas) {
            let part = cell.area() / 60_000.0;
            assert!((part - target / 10.0).abs() < 0.02, "{part} for {target}");
        }
        let all: f64 = cells.iter().map(ConvexCell::area).sum();
        assert!((all - 60_000.0).abs() < 1e-6, "cells fill the page");
    }
}
