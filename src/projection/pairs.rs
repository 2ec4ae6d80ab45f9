//! Pairs of institutions and how many works each shares.

use crate::ingest::stream::read::Collector;
use crate::network::counting::{Counting, Projection};
use crate::projection::project::LeftOut;
use crate::projection::runs::{Run, Runs};

/// Pairs that are held before they are counted.
const PENDING: usize = 1 << 22;

/// What is counted: a pair, and the size of the team where the weight depends on it.
pub(super) trait Key: Copy + Ord + Send + Sync {
    /// The key of a pair in a team.
    fn new(pair: u64, team: usize) -> Self;
    /// The pair, and the size of the team.
    fn parts(self) -> (u64, usize);
}

impl Key for u64 {
    fn new(pair: u64, _: usize) -> Self {
        pair
    }

    fn parts(self) -> (u64, usize) {
        (self, 2)
    }
}

impl Key for (u64, u32) {
    fn new(pair: u64, team: usize) -> Self {
        (pair, team as u32)
    }

    fn parts(self) -> (u64, usize) {
        (self.0, self.1 as usize)
    }
}

/// Pairs of one piece.
#[derive(Debug)]
pub(super) struct Part<K> {
    keys: Vec<K>,
    cap: usize,
    left_out: LeftOut,
}

/// Counts the pairs of teams.
#[derive(Debug)]
pub(super) struct Pairs<K> {
    parts: Vec<Part<K>>,
    runs: Runs<K>,
    projection: Projection,
}

impl<K: Key> Collector for Pairs<K> {
    type Part = Part<K>;

    fn parts(&mut self, count: usize) -> &mut [Part<K>] {
        let cap = self.projection.max_team.unwrap_or(usize::MAX);
        self.parts.resize_with(count, || Part { keys: Vec::new(), cap, left_out: LeftOut::default() });
        &mut self.parts
    }

    fn team(part: &mut Part<K>, team: &mut [u32]) {
        if team.len() < 2 {
            return;
        }
        if team.len() > part.cap {
            part.left_out.add(team.len());
            return;
        }
        team.sort_unstable();
        for (position, &a) in team.iter().enumerate() {
            let high = u64::from(a) << 32;
            part.keys.extend(team[position + 1..].iter().map(|&b| K::new(high | u64::from(b), team.len())));
        }
    }

    fn settle(&mut self) {
        if self.parts.iter().map(|part| part.keys.len()).sum::<usize>() >= PENDING {
            self.count();
        }
    }
}

impl<K: Key> Pairs<K> {
    /// Nothing counted yet.
    pub(super) fn new(projection: Projection) -> Self {
        Self { parts: Vec::new(), runs: Runs::default(), projection }
    }

    fn count(&mut self) {
        let mut keys = Vec::with_capacity(self.parts.iter().map(|part| part.keys.len()).sum());
        for part in &mut self.parts {
            keys.append(&mut part.keys);
        }
        self.runs.push(Run::of(keys));
    }

    /// Works of too many institutions.
    pub(super) fn left_out(&self) -> LeftOut {
        let mut all = LeftOut::default();
        self.parts.iter().for_each(|part| all.join(part.left_out));
        all
    }

    /// Every pair with its weight, ascending. Weights are added by the size of the team, so that their sum depends
    /// on no order of works.
    pub(super) fn finish(mut self) -> Vec<(u64, f64)> {
        self.count();
        let counting = self.projection.counting;
        let Run { keys, counts } = self.runs.finish();
        let mut pairs: Vec<(u64, f64)> = Vec::with_capacity(keys.len());
        for (key, count) in keys.into_iter().zip(counts) {
            let (pair, team) = key.parts();
            let weight = f64::from(count) * if counting == Counting::Full { 1.0 } else { counting.weight(team) };
            match pairs.last_mut() {
                Some(last) if last.0 == pair => last.1 += weight,
                _ => pairs.push((pair, weight)),
            }
        }
        pairs
    }
}
