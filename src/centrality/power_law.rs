//! Power-law tail of a distribution of whole numbers: exponent with its error, where the tail begins, and whether the
//! data carry it.
//!
//! p(x) = x^−α/ζ(α, x₀) for x ≥ x₀. α by maximum likelihood, x₀ by the smallest Kolmogorov–Smirnov distance, the
//! plausibility by samples that are drawn from the fit and fitted themselves; an exponential tail is held against it by
//! Vuong's test. Source: Clauset, Shalizi & Newman 2009, *SIAM Review* 51, 661–703. O(samples · distinct values · fit).

use rayon::prelude::*;

use crate::random::Random;

/// Values in the tail below which nothing is said: CSN find the estimates unreliable below about 50.
pub const MIN_TAIL: usize = 50;
/// Samples drawn from the fit.
pub const SAMPLES: usize = 200;
/// Plausibility below which the data do not carry a power law, as CSN propose.
pub const MIN_PLAUSIBILITY: f64 = 0.1;
/// Seed of the samples.
pub const SEED: u64 = 1;

/// Exponents that are looked at.
const EXPONENTS: [f64; 2] = [1.000_1, 30.0];
/// Step of numerical derivatives.
const STEP: f64 = 1e-4;
/// Halvings of the interval of exponents.
const HALVINGS: usize = 48;
/// Drawn values are no larger.
const LARGEST: u64 = 1 << 40;

/// A fitted tail.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FittedTail {
    /// α.
    pub exponent: f64,
    /// Standard error of α, the beginning of the tail taken as given.
    pub error: f64,
    /// x₀, the smallest value of the tail.
    pub minimum: u64,
    /// Number of values in the tail.
    pub tail: usize,
    /// Kolmogorov–Smirnov distance of the tail from the fit.
    pub distance: f64,
    /// Share of samples from the fit that are as far from their own fit, or farther.
    pub plausibility: f64,
    /// Vuong's statistic against an exponential tail: above 0 where the power law is the better of the two; `NaN` where
    /// all values of the tail are equal.
    pub against_exponential: f64,
    /// Probability of a statistic so far from 0 where both fit equally well.
    pub undecided: f64,
}

impl FittedTail {
    /// Whether the data carry a power law: enough values, and samples from it are as far from their fits.
    #[must_use]
    pub fn is_carried(&self) -> bool {
        self.tail >= MIN_TAIL && self.plausibility >= MIN_PLAUSIBILITY
    }
}

/// The fit of positive values; `None` where fewer than [`MIN_TAIL`] are positive or all are equal.
#[must_use]
pub fn fit(values: &[u64]) -> Option<FittedTail> {
    let sorted = sorted(values);
    if sorted.len() < MIN_TAIL {
        return None;
    }
    let best = best(&sorted)?;
    let below = &sorted[..sorted.len() - best.tail];
    let distances: Vec<f64> = (0..SAMPLES)
        .into_par_iter()
        .map(|number| {
            let mut random = Random::new(Random::new(SEED + number as u64).next_u64());
            let mut sample: Vec<u64> = (0..sorted.len())
                .map(|_| match random.below(sorted.len()) {
                    at if at < below.len() => below[at],
                    _ => draw(best.exponent, best.minimum, random.unit()),
                })
                .collect();
            sample.sort_unstable();
            self::best(&sample).map_or(0.0, |found| found.distance)
        })
        .collect();
    let as_far = distances.iter().filter(|&&distance| distance >= best.distance).count();
    let tail = &sorted[below.len()..];
    let (against_exponential, undecided) = against_exponential(tail, &best);
    Some(FittedTail {
        exponent: best.exponent,
        error: error(best.exponent, best.minimum, best.tail),
        minimum: best.minimum,
        tail: best.tail,
        distance: best.distance,
        plausibility: as_far as f64 / SAMPLES as f64,
        against_exponential,
        undecided,
    })
}

fn sorted(values: &[u64]) -> Vec<u64> {
    let mut sorted: Vec<u64> = values.iter().copied().filter(|&value| value > 0).collect();
    sorted.sort_unstable();
    sorted
}

/// A tail that is fitted from one beginning.
struct TailFit {
    exponent: f64,
    minimum: u64,
    tail: usize,
    distance: f64,
}

/// Of the tails from each value that leaves two or more, the one nearest to its fit; of equal ones the longest.
fn best(sorted: &[u64]) -> Option<TailFit> {
    let largest = *sorted.last()?;
    let mut start = 0;
    let mut best: Option<TailFit> = None;
    while start < sorted.len() && sorted[start] < largest {
        let found = tail_fit(&sorted[start..]);
        if best.as_ref().is_none_or(|best| found.distance < best.distance) {
            best = Some(found);
        }
        start += sorted[start..].partition_point(|&value| value == sorted[start]);
    }
    best
}

fn tail_fit(tail: &[u64]) -> TailFit {
    let minimum = tail[0];
    let exponent = exponent(tail);
    let all = zeta(exponent, minimum as f64);
    let (mut distance, mut at) = (0.0f64, 0);
    while at < tail.len() {
        let value = tail[at];
        at += tail[at..].partition_point(|&other| other == value);
        let expected = 1.0 - zeta(exponent, (value + 1) as f64) / all;
        distance = distance.max((at as f64 / tail.len() as f64 - expected).abs());
    }
    TailFit { exponent, minimum, tail: tail.len(), distance }
}

/// The exponent of greatest likelihood: the mean of ln x is −(ln ζ)′ there. The likelihood is concave.
fn exponent(tail: &[u64]) -> f64 {
    let minimum = tail[0] as f64;
    let mean = tail.iter().map(|&value| libm::log(value as f64)).sum::<f64>() / tail.len() as f64;
    let is_below = |exponent: f64| {
        let slope = (libm::log(zeta(exponent + STEP, minimum)) - libm::log(zeta(exponent - STEP / 2.0, minimum)))
            / (1.5 * STEP);
        -slope > mean
    };
    let [mut low, mut high] = EXPONENTS;
    for _ in 0..HALVINGS {
        let middle = (low + high) / 2.0;
        if is_below(middle) {
            low = middle;
        } else {
            high = middle;
        }
    }
    (low + high) / 2.0
}

/// Standard error of the exponent by the information of the likelihood.
fn error(exponent: f64, minimum: u64, tail: usize) -> f64 {
    let step = 10.0 * STEP;
    let log = |exponent: f64| libm::log(zeta(exponent, minimum as f64));
    let curvature = (log(exponent + step) - 2.0 * log(exponent) + log(exponent - step)) / (step * step);
    1.0 / (tail as f64 * curvature).sqrt()
}

/// Vuong's statistic of the power law against the exponential tail of greatest likelihood, and its probability.
fn against_exponential(tail: &[u64], best: &TailFit) -> (f64, f64) {
    let count = tail.len() as f64;
    let excess = tail.iter().map(|&value| (value - best.minimum) as f64).sum::<f64>() / count;
    let rate = libm::log1p(1.0 / excess);
    let (all, first) = (libm::log(zeta(best.exponent, best.minimum as f64)), libm::log(-libm::expm1(-rate)));
    let ratios: Vec<f64> = tail
        .iter()
        .map(|&value| {
            let power = -best.exponent * libm::log(value as f64) - all;
            power - (first - rate * (value - best.minimum) as f64)
        })
        .collect();
    let mean = ratios.iter().sum::<f64>() / count;
    let deviation = (ratios.iter().map(|ratio| (ratio - mean) * (ratio - mean)).sum::<f64>() / count).sqrt();
    let statistic = mean * count.sqrt() / deviation;
    (statistic, libm::erfc(statistic.abs() / std::f64::consts::SQRT_2))
}

/// A value of the power law whose upper tail has this probability or just more.
fn draw(exponent: f64, minimum: u64, unit: f64) -> u64 {
    let all = zeta(exponent, minimum as f64);
    let is_beyond = |value: u64| zeta(exponent, value as f64) / all < 1.0 - unit;
    let (mut low, mut high) = (minimum, minimum.saturating_mul(2).max(2));
    while high < LARGEST && !is_beyond(high) {
        (low, high) = (high, high * 2);
    }
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        if is_beyond(middle) {
            high = middle;
        } else {
            low = middle;
        }
    }
    low
}

/// Hurwitz's ζ(s, q) for s > 1, by the formula of Euler and Maclaurin.
fn zeta(s: f64, q: f64) -> f64 {
    const TERMS: u32 = 10;
    /// B₂ⱼ/(2j)!.
    const FACTORS: [f64; 6] = [
        1.0 / 12.0,
        -1.0 / 720.0,
        1.0 / 30_240.0,
        -1.0 / 1_209_600.0,
        1.0 / 47_900_160.0,
        -691.0 / 1_307_674_368_000.0,
    ];
    let sum: f64 = (0..TERMS).map(|term| libm::pow(q + f64::from(term), -s)).sum();
    let end = q + f64::from(TERMS);
    let power = libm::pow(end, -s);
    let mut total = sum + power * end / (s - 1.0) + power / 2.0;
    let (mut rising, mut scale) = (s, power / end);
    for (at, factor) in FACTORS.iter().enumerate() {
        total += factor * rising * scale;
        let next = s + 2.0 * at as f64 + 1.0;
        rising *= next * (next + 1.0);
        scale /= end * end;
    }
    total
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zeta_has_its_known_values() {
        let pi = std::f64::consts::PI;
        assert!((zeta(2.0, 1.0) - pi * pi / 6.0).abs() < 1e-13);
        assert!((zeta(4.0, 1.0) - pi.powi(4) / 90.0).abs() < 1e-13);
        // ζ(s, q) − ζ(s, q + 1) = q^−s.
        for (s, q) in [(1.5, 1.0), (2.5, 7.0), (11.0, 40.0)] {
            let step = zeta(s, q) - zeta(s, q + 1.0);
            assert!((step - libm::pow(q, -s)).abs() < 1e-12 * step.max(1e-3), "{s} {q}");
        }
    }

    #[test]
    fn drawn_values_have_the_exponent_that_they_were_drawn_with() {
        let mut random = Random::new(7);
        for (exponent, minimum) in [(2.2, 1), (3.0, 4)] {
            let mut values: Vec<u64> = (0..4000).map(|_| draw(exponent, minimum, random.unit())).collect();
            values.sort_unstable();
            let found = tail_fit(&values);
            let error = error(found.exponent, minimum, values.len());
            assert!((found.exponent - exponent).abs() < 4.0 * error, "{} {error}", found.exponent);
        }
    }
}
