//! Pairs of institutions and how many works each shares.

use rayon::prelude::*;

use crate::network::counting::{Counting, Projection};
use crate::scan::facts::TeamRow;
use crate::scan::team_scan::TeamSink;
use crate::sink::radix;
use crate::sink::runs::{Run, Runs};

/// Pairs that are held before they are counted.
const PENDING: usize = 1 << 23;
/// Heaps that are sorted at once, whatever the number of threads.
const BUCKETS: usize = 64;

/// Works that make no ties, for they have more institutions than the cap.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ExcludedTeams {
    /// How many.
    pub works: u64,
    /// Institutions of the largest of them.
    pub largest: usize,
    /// Pairs that they would have made, those of one pair counted for each work.
    pub pairs: u64,
}

impl ExcludedTeams {
    pub(super) fn add(&mut self, team: usize) {
        let pairs = team as u64 * (team as u64 - 1) / 2;
        self.join(Self { works: 1, largest: team, pairs });
    }

    pub(super) fn join(&mut self, other: Self) {
        self.works += other.works;
        self.largest = self.largest.max(other.largest);
        self.pairs += other.pairs;
    }
}

/// What is counted: a pair, and the size of the team where the weight depends on it.
pub(super) trait Key: Copy + Ord + Send + Sync {
    /// The key of a pair in a team.
    fn new(pair: u64, team: usize) -> Self;
    /// The pair, and the size of the team.
    fn parts(self) -> (u64, usize);
    /// Sorts keys.
    fn sort(keys: &mut Vec<Self>);
}

impl Key for u64 {
    fn new(pair: u64, _: usize) -> Self {
        pair
    }

    fn parts(self) -> (u64, usize) {
        (self, 2)
    }

    fn sort(keys: &mut Vec<Self>) {
        radix::sort(keys);
    }
}

impl Key for (u64, u32) {
    fn new(pair: u64, team: usize) -> Self {
        (pair, team as u32)
    }

    fn parts(self) -> (u64, usize) {
        (self.0, self.1 as usize)
    }

    fn sort(keys: &mut Vec<Self>) {
        keys.par_sort_unstable();
    }
}

/// Pairs of one piece.
#[derive(Debug)]
pub(super) struct PairShard<K> {
    keys: Vec<K>,
    cap: usize,
    excluded: ExcludedTeams,
}

/// Counts the pairs of teams.
#[derive(Debug)]
pub(super) struct PairCounts<K> {
    parts: Vec<PairShard<K>>,
    runs: Runs<K>,
    projection: Projection,
}

impl<K: Key> PairShard<K> {
    /// Adds the pairs of a team, which is sorted. O(team²).
    pub(super) fn add(&mut self, team: &mut [u32]) {
        if team.len() < 2 {
            return;
        }
        if team.len() > self.cap {
            self.excluded.add(team.len());
            return;
        }
        team.sort_unstable();
        for (position, &a) in team.iter().enumerate() {
            let high = u64::from(a) << 32;
            self.keys.extend(team[position + 1..].iter().map(|&b| K::new(high | u64::from(b), team.len())));
        }
    }
}

impl<K> Default for PairCounts<K> {
    fn default() -> Self {
        Self { parts: Vec::new(), runs: Runs::default(), projection: Projection::default() }
    }
}

impl<K: Key> TeamSink for PairCounts<K> {
    type Shard = PairShard<K>;

    fn shards(&mut self, count: usize) -> &mut [PairShard<K>] {
        let cap = self.projection.max_team.unwrap_or(usize::MAX);
        self.parts.resize_with(count, || PairShard { keys: Vec::new(), cap, excluded: ExcludedTeams::default() });
        &mut self.parts
    }

    fn team(shard: &mut PairShard<K>, team: &mut [u32], _: TeamRow<'_>) {
        shard.add(team);
    }

    fn end_block(&mut self) {
        let mut parts = std::mem::take(&mut self.parts);
        self.count_pending(parts.iter_mut());
        self.parts = parts;
    }
}

impl<K: Key> PairCounts<K> {
    /// A shard that another sink holds.
    pub(super) fn shard(&self) -> PairShard<K> {
        let cap = self.projection.max_team.unwrap_or(usize::MAX);
        PairShard { keys: Vec::new(), cap, excluded: ExcludedTeams::default() }
    }

    /// Takes over the parts that another collector held.
    pub(super) fn take(&mut self, parts: impl Iterator<Item = PairShard<K>>) {
        self.parts.extend(parts);
    }

    /// Counts what parts hold, once that is much.
    pub(super) fn count_pending<'p>(&mut self, parts: impl Iterator<Item = &'p mut PairShard<K>>)
    where
        K: 'p,
    {
        let parts: Vec<&mut PairShard<K>> = parts.collect();
        if parts.iter().map(|part| part.keys.len()).sum::<usize>() >= PENDING {
            let keys = pending(parts.into_iter());
            self.push(keys);
        }
    }
}

/// Takes the pairs that parts hold.
fn pending<'p, K: Key + 'p>(parts: impl Iterator<Item = &'p mut PairShard<K>>) -> Vec<K> {
    let parts: Vec<&mut PairShard<K>> = parts.collect();
    let mut keys = Vec::with_capacity(parts.iter().map(|part| part.keys.len()).sum());
    for part in parts {
        keys.append(&mut part.keys);
    }
    keys
}
impl<K: Key> PairCounts<K> {
    /// Nothing counted yet.
    pub(super) fn new(projection: Projection) -> Self {
        Self { parts: Vec::new(), runs: Runs::default(), projection }
    }

    fn push(&mut self, mut keys: Vec<K>) {
        K::sort(&mut keys);
        self.runs.push(Run::of_sorted(keys));
    }

    /// Works of too many institutions.
    pub(super) fn excluded(&self) -> ExcludedTeams {
        let mut all = ExcludedTeams::default();
        self.parts.iter().for_each(|part| all.join(part.excluded));
        all
    }

    /// Every pair with its weight, its ends renumbered by `number` below `count`, in order of its ends. Weights are added by
    /// the size of the team, so that their sum depends on no order of works.
    pub(super) fn finish<T: Send>(
        mut self,
        count: usize,
        number: impl Fn(u32) -> u32 + Sync,
        make: impl Fn(u64, f64) -> T + Sync,
    ) -> Vec<T> {
        let renumbered = |key: K| {
            let (pair, team) = key.parts();
            let (a, b) = (number((pair >> 32) as u32), number(pair as u32));
            K::new(u64::from(a.min(b)) << 32 | u64::from(a.max(b)), team)
        };
        if self.runs.is_empty() {
            // All pairs are at hand: one sort does for both numberings. They are dealt out by their first ends, and each
            // heap is sorted by itself.
            let heap = |key: &K| (key.parts().0 >> 32) as usize * BUCKETS / count.max(1);
            let deal = |part: PairShard<K>| {
                let mut heaps: Vec<Vec<K>> =
                    (0..BUCKETS).map(|_| Vec::with_capacity(part.keys.len() / BUCKETS)).collect();
                part.keys.into_iter().map(renumbered).for_each(|key| heaps[heap(&key).min(BUCKETS - 1)].push(key));
                heaps
            };
            let parts = std::mem::take(&mut self.parts);
            let dealt: Vec<Vec<Vec<K>>> = parts.into_par_iter().map(deal).collect();
            let sorted = |at: usize| {
                let mut keys = Vec::with_capacity(dealt.iter().map(|heaps| heaps[at].len()).sum());
                dealt.iter().for_each(|heaps| keys.extend_from_slice(&heaps[at]));
                K::sort(&mut keys);
                Run::of_sorted(keys)
            };
            let heaps: Vec<Run<K>> = (0..BUCKETS).into_par_iter().map(sorted).collect();
            drop(dealt);
            let count = heaps.iter().map(Run::len).sum();
            let counted = heaps.into_iter().flat_map(|run| run.keys.into_iter().zip(run.counts));
            return self.weighed(counted, count, make);
        }
        let keys = pending(self.parts.iter_mut());
        self.parts.clear();
        self.push(keys);
        let run = std::mem::take(&mut self.runs).finish();
        let mut counted: Vec<(K, u32)> =
            run.keys.into_par_iter().zip(run.counts).map(|(key, count)| (renumbered(key), count)).collect();
        counted.par_sort_unstable();
        let count = counted.len();
        self.weighed(counted.into_iter(), count, make)
    }

    /// At most `count` ties, from keys in their order.
    fn weighed<T>(
        &self,
        counted: impl Iterator<Item = (K, u32)>,
        count: usize,
        make: impl Fn(u64, f64) -> T,
    ) -> Vec<T> {
        let counting = self.projection.counting;
        let mut ties = Vec::with_capacity(count);
        let mut last: Option<(u64, f64)> = None;
        for (key, count) in counted {
            let (pair, team) = key.parts();
            let weight = f64::from(count) * if counting == Counting::Full { 1.0 } else { counting.weight(team) };
            match &mut last {
                Some(last) if last.0 == pair => last.1 += weight,
                _ => {
                    ties.extend(last.replace((pair, weight)).map(|(pair, weight)| make(pair, weight)));
                }
            }
        }
        ties.extend(last.map(|(pair, weight)| make(pair, weight)));
        ties
    }
}
