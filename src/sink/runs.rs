//! Keys and how often each was met: sorted runs, merged as they come.

/// Keys in ascending order, each once, with their counts.
#[derive(Debug)]
pub(super) struct Run<K> {
    pub(super) keys: Vec<K>,
    pub(super) counts: Vec<u32>,
}

impl<K> Default for Run<K> {
    fn default() -> Self {
        Self { keys: Vec::new(), counts: Vec::new() }
    }
}

impl<K: Copy + Ord + Send> Run<K> {
    /// Counts equal keys, which must be in order. O(n).
    pub(super) fn of_sorted(mut keys: Vec<K>) -> Self {
        let mut counts = Vec::with_capacity(keys.len());
        let mut kept = 0;
        for at in 0..keys.len() {
            if kept > 0 && keys[kept - 1] == keys[at] {
                counts[kept - 1] += 1;
            } else {
                keys[kept] = keys[at];
                counts.push(1);
                kept += 1;
            }
        }
        keys.truncate(kept);
        Self { keys, counts }
    }

    /// Number of keys.
    pub(super) fn len(&self) -> usize {
        self.keys.len()
    }

    /// Two runs as one. O(n).
    fn merged(self, other: Self) -> Self {
        if self.len() == 0 {
            return other;
        }
        let mut all = Self {
            keys: Vec::with_capacity(self.len() + other.len()),
            counts: Vec::with_capacity(self.len() + other.len()),
        };
        let (mut a, mut b) = (0, 0);
        while a < self.len() && b < other.len() {
            let (one, two) = (self.keys[a], other.keys[b]);
            let mut count = 0u32;
            if one <= two {
                count = self.counts[a];
                a += 1;
            }
            if two <= one {
                count = count.saturating_add(other.counts[b]);
                b += 1;
            }
            all.keys.push(one.min(two));
            all.counts.push(count);
        }
        for (rest, from) in [(&self, a), (&other, b)] {
            all.keys.extend_from_slice(&rest.keys[from..]);
            all.counts.extend_from_slice(&rest.counts[from..]);
        }
        all
    }
}

/// Runs of falling length: each at least twice as long as the next, so that a key is moved only log n times.
#[derive(Debug)]
pub(super) struct Runs<K>(Vec<Run<K>>);

impl<K> Default for Runs<K> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: Copy + Ord + Send> Runs<K> {
    /// Whether there is none.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds a run.
    pub(super) fn push(&mut self, mut run: Run<K>) {
        while let Some(last) = self.0.pop_if(|last| last.len() < 2 * run.len()) {
            run = last.merged(run);
        }
        self.0.push(run);
    }

    /// All runs as one.
    pub(super) fn finish(mut self) -> Run<K> {
        let mut all = self.0.pop().unwrap_or_default();
        while let Some(run) = self.0.pop() {
            all = run.merged(all);
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_those_of_all_keys_however_they_come() {
        let keys: Vec<u64> = (0..4_000u64).map(|number| number * number % 97).collect();
        let sorted = |chunk: &[u64]| {
            let mut keys = chunk.to_vec();
            keys.sort_unstable();
            Run::of_sorted(keys)
        };
        let whole = sorted(&keys);
        for size in [1, 7, 333, 4_000] {
            let mut runs = Runs::default();
            keys.chunks(size).for_each(|chunk| runs.push(sorted(chunk)));
            let merged = runs.finish();
            assert_eq!((merged.keys, merged.counts), (whole.keys.clone(), whole.counts.clone()));
        }
        assert_eq!(whole.counts.iter().sum::<u32>(), 4_000);
    }
}
