//! Coordinates during gradient descent: single precision, structure of arrays, so that eight pairs are moved by one
//! vector instruction.

use crate::geometry::Point;
use crate::random::Random;

const SIMD_WIDTH: usize = 8;
/// Lower bound of distances, against division by zero at coincident nodes.
const MIN_DISTANCE: f32 = 1e-6;

/// Coordinates of nodes by their number in the permutation.
pub(crate) struct Coordinates {
    x: Vec<f32>,
    y: Vec<f32>,
}

impl Coordinates {
    /// Uniformly random coordinates in a square.
    pub(crate) fn random_in_square(nodes: usize, side: f64, random: &mut Random) -> Self {
        let mut draw = || (0..nodes).map(|_| (random.unit() * side) as f32).collect();
        Self { x: draw(), y: draw() }
    }

    /// Points by node index; `numbers` holds the number of each node.
    pub(crate) fn points(&self, numbers: &[u32]) -> Vec<Point> {
        numbers.iter().map(|&at| Point::new(f64::from(self.x[at as usize]), f64::from(self.y[at as usize]))).collect()
    }

    /// One gradient step for each of the pairs (a, b), (a + 1, b + 1) … towards its target distance; both ends move by
    /// half. The weight of a pair is d⁻².
    pub(crate) fn relax_run(&mut self, a: usize, b: usize, target: &[u16], rate: f32) {
        let mut at = 0;
        if a.abs_diff(b) >= SIMD_WIDTH {
            let (blocks, _) = target.as_chunks::<SIMD_WIDTH>();
            for block in blocks {
                self.relax_block(a + at, b + at, block, rate);
                at += SIMD_WIDTH;
            }
        }
        for (rest, &target) in target[at..].iter().enumerate() {
            self.relax_pair(a + at + rest, b + at + rest, f32::from(target), rate);
        }
    }

    fn relax_block(&mut self, a: usize, b: usize, target: &[u16; SIMD_WIDTH], rate: f32) {
        let (mut dx, mut dy) = ([0.0f32; SIMD_WIDTH], [0.0f32; SIMD_WIDTH]);
        let (xa, xb) = (&self.x[a..a + SIMD_WIDTH], &self.x[b..b + SIMD_WIDTH]);
        let (ya, yb) = (&self.y[a..a + SIMD_WIDTH], &self.y[b..b + SIMD_WIDTH]);
        for lane in 0..SIMD_WIDTH {
            dx[lane] = xa[lane] - xb[lane];
            dy[lane] = ya[lane] - yb[lane];
        }
        for lane in 0..SIMD_WIDTH {
            let target = f32::from(target[lane]);
            let share = (rate / (target * target)).min(1.0);
            let length = (dx[lane] * dx[lane] + dy[lane] * dy[lane]).sqrt().max(MIN_DISTANCE);
            let factor = 0.5 * share * (1.0 - target / length);
            dx[lane] *= factor;
            dy[lane] *= factor;
        }
        add_scaled(&mut self.x[a..a + SIMD_WIDTH], &dx, -1.0);
        add_scaled(&mut self.x[b..b + SIMD_WIDTH], &dx, 1.0);
        add_scaled(&mut self.y[a..a + SIMD_WIDTH], &dy, -1.0);
        add_scaled(&mut self.y[b..b + SIMD_WIDTH], &dy, 1.0);
    }

    /// One gradient step for a pair.
    pub(crate) fn relax_pair(&mut self, a: usize, b: usize, target: f32, rate: f32) {
        let (dx, dy) = (self.x[a] - self.x[b], self.y[a] - self.y[b]);
        let share = (rate / (target * target)).min(1.0);
        let length = (dx * dx + dy * dy).sqrt().max(MIN_DISTANCE);
        let factor = 0.5 * share * (1.0 - target / length);
        let (dx, dy) = (dx * factor, dy * factor);
        self.x[a] -= dx;
        self.y[a] -= dy;
        self.x[b] += dx;
        self.y[b] += dy;
    }

    /// One gradient step for every node towards its target distance from `pivot`; the pivot does not move.
    pub(crate) fn relax_to_pivot(&mut self, pivot: usize, target: &[u16], weights: &[f32], rate: f32) {
        let (px, py) = (self.x[pivot], self.y[pivot]);
        let ends = self.x.iter_mut().zip(&mut self.y);
        for ((x, y), (&target, &weight)) in ends.zip(target.iter().zip(weights)) {
            let (dx, dy) = (*x - px, *y - py);
            let share = (rate * weight).min(1.0);
            let length = (dx * dx + dy * dy).sqrt().max(MIN_DISTANCE);
            let factor = share * (1.0 - f32::from(target) / length);
            *x -= dx * factor;
            *y -= dy * factor;
        }
    }
}

fn add_scaled(values: &mut [f32], moves: &[f32; SIMD_WIDTH], sign: f32) {
    for (value, by) in values.iter_mut().zip(moves) {
        *value += sign * by;
    }
}
