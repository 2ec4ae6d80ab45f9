//! Coordinates during a descent: single precision in two columns, so that eight pairs move at once.

use crate::geometry::Point;
use crate::random::Random;

const LANES: usize = 8;
/// Nodes nearer than this count as this far apart, so that two at one place stay numbers.
const LEAST: f32 = 1e-6;

/// Where the nodes are.
pub(crate) struct Plane {
    x: Vec<f32>,
    y: Vec<f32>,
}

impl Plane {
    /// Places drawn by lot in a square.
    pub(crate) fn scattered(nodes: usize, side: f64, random: &mut Random) -> Self {
        let mut draw = || (0..nodes).map(|_| (random.unit() * side) as f32).collect();
        Self { x: draw(), y: draw() }
    }

    /// The points of the nodes that are so numbered.
    pub(crate) fn points(&self, numbers: &[u32]) -> Vec<Point> {
        numbers.iter().map(|&at| Point::new(f64::from(self.x[at as usize]), f64::from(self.y[at as usize]))).collect()
    }

    /// Moves the pairs (a, b), (a + 1, b + 1) … towards their wanted distances, both ends alike. A pair weighs d⁻².
    pub(crate) fn pull_run(&mut self, a: usize, b: usize, wanted: &[u16], rate: f32) {
        let mut at = 0;
        if a.abs_diff(b) >= LANES {
            let (blocks, _) = wanted.as_chunks::<LANES>();
            for block in blocks {
                self.pull_block(a + at, b + at, block, rate);
                at += LANES;
            }
        }
        for (more, &wanted) in wanted[at..].iter().enumerate() {
            self.pull(a + at + more, b + at + more, f32::from(wanted), rate);
        }
    }

    fn pull_block(&mut self, a: usize, b: usize, wanted: &[u16; LANES], rate: f32) {
        let (mut dx, mut dy) = ([0.0f32; LANES], [0.0f32; LANES]);
        let (xa, xb) = (&self.x[a..a + LANES], &self.x[b..b + LANES]);
        let (ya, yb) = (&self.y[a..a + LANES], &self.y[b..b + LANES]);
        for lane in 0..LANES {
            dx[lane] = xa[lane] - xb[lane];
            dy[lane] = ya[lane] - yb[lane];
        }
        for lane in 0..LANES {
            let wanted = f32::from(wanted[lane]);
            let share = (rate / (wanted * wanted)).min(1.0);
            let length = (dx[lane] * dx[lane] + dy[lane] * dy[lane]).sqrt().max(LEAST);
            let part = 0.5 * share * (1.0 - wanted / length);
            dx[lane] *= part;
            dy[lane] *= part;
        }
        move_by(&mut self.x[a..a + LANES], &dx, -1.0);
        move_by(&mut self.x[b..b + LANES], &dx, 1.0);
        move_by(&mut self.y[a..a + LANES], &dy, -1.0);
        move_by(&mut self.y[b..b + LANES], &dy, 1.0);
    }

    /// Moves one pair.
    pub(crate) fn pull(&mut self, a: usize, b: usize, wanted: f32, rate: f32) {
        let (dx, dy) = (self.x[a] - self.x[b], self.y[a] - self.y[b]);
        let share = (rate / (wanted * wanted)).min(1.0);
        let length = (dx * dx + dy * dy).sqrt().max(LEAST);
        let part = 0.5 * share * (1.0 - wanted / length);
        let (dx, dy) = (dx * part, dy * part);
        self.x[a] -= dx;
        self.y[a] -= dy;
        self.x[b] += dx;
        self.y[b] += dy;
    }

    /// Moves every node towards its wanted distance from the place where `pivot` is now; the pivot stays.
    pub(crate) fn pull_all(&mut self, pivot: usize, wanted: &[u16], weights: &[f32], rate: f32) {
        let (px, py) = (self.x[pivot], self.y[pivot]);
        let ends = self.x.iter_mut().zip(&mut self.y);
        for ((x, y), (&wanted, &weight)) in ends.zip(wanted.iter().zip(weights)) {
            let (dx, dy) = (*x - px, *y - py);
            let share = (rate * weight).min(1.0);
            let length = (dx * dx + dy * dy).sqrt().max(LEAST);
            let part = share * (1.0 - f32::from(wanted) / length);
            *x -= dx * part;
            *y -= dy * part;
        }
    }
}

fn move_by(values: &mut [f32], moves: &[f32; LANES], sign: f32) {
    for (value, by) in values.iter_mut().zip(moves) {
        *value += sign * by;
    }
}
