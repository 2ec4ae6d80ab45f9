//! Lengths of ties for weighted shortest paths: exact where whole numbers allow it.

use crate::network::adjacency::Adjacency;

/// Two paths of floating lengths are equally long when they differ by no more than this share.
const TOLERANCE: f64 = 1e-10;

/// A length that can be added and compared.
pub(crate) trait Length: Copy + PartialOrd + Send + Sync {
    const ZERO: Self;
    const FAR: Self;
    fn plus(self, other: Self) -> Self;
    /// A whole number in the same order (lengths are not negative).
    fn key(self) -> u64;
    /// Whether a path of this length is as long as the shortest.
    fn same(self, shortest: Self) -> bool;
}

impl Length for u64 {
    const ZERO: Self = 0;
    const FAR: Self = Self::MAX;
    fn plus(self, other: Self) -> Self {
        self + other
    }
    fn key(self) -> u64 {
        self
    }
    fn same(self, shortest: Self) -> bool {
        self == shortest
    }
}

impl Length for f64 {
    const ZERO: Self = 0.0;
    const FAR: Self = Self::INFINITY;
    fn plus(self, other: Self) -> Self {
        self + other
    }
    fn key(self) -> u64 {
        self.to_bits()
    }
    fn same(self, shortest: Self) -> bool {
        (self - shortest).abs() <= TOLERANCE * shortest
    }
}

/// Lengths of all ties, one a row entry of the adjacency.
pub(crate) enum Lengths {
    /// lcm / w: equal paths are exactly equal.
    Whole(Vec<Vec<u64>>),
    /// 1 / w: equal within a relative tolerance of 1e-10.
    Real(Vec<Vec<f64>>),
}

/// 1/w, times the least common multiple of all weights where those are whole numbers and no path can
/// overflow.
pub(crate) fn of(adjacency: &Adjacency) -> Lengths {
    let rows = 0..adjacency.nodes();
    match common_multiple(adjacency) {
        Some(multiple) => {
            let row = |node| adjacency.weights(node).iter().map(|&weight| multiple / weight as u64).collect();
            Lengths::Whole(rows.map(row).collect())
        }
        None => {
            let row = |node| adjacency.weights(node).iter().map(|weight| 1.0 / weight).collect();
            Lengths::Real(rows.map(row).collect())
        }
    }
}

fn common_multiple(adjacency: &Adjacency) -> Option<u64> {
    let limit = u64::MAX / 4 / (adjacency.nodes() as u64 + 1);
    let mut multiple = 1u64;
    for node in 0..adjacency.nodes() {
        for &weight in adjacency.weights(node) {
            if weight.fract() != 0.0 || !(1.0..=1e15).contains(&weight) {
                return None;
            }
            let whole = weight as u64;
            if multiple % whole != 0 {
                multiple = (multiple / divisor(multiple, whole)).checked_mul(whole).filter(|&next| next <= limit)?;
            }
        }
    }
    Some(multiple)
}

fn divisor(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { divisor(b, a % b) }
}
