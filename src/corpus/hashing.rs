//! Fast hash maps and sets. Their iteration order must never reach an output.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

/// Hash map with the fast hasher.
pub(crate) type FastMap<K, V> = HashMap<K, V, BuildHasherDefault<FastHasher>>;

/// Hash set with the fast hasher.
pub(crate) type FastSet<K> = HashSet<K, BuildHasherDefault<FastHasher>>;

/// Multiply–fold hasher, eight bytes at a time (wyhash style).
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct FastHasher(u64);

impl FastHasher {
    /// A hasher with another seed, independent of the default one.
    pub(crate) fn seeded(seed: u64) -> Self {
        Self(seed)
    }

    fn mix(&mut self, word: u64) {
        let product = u128::from(self.0 ^ word ^ 0x9E37_79B9_7F4A_7C15) * 0xA076_1D64_78BD_642F_u128;
        // XOR of both halves: the low bits of the product alone do not depend on the high bits of the word.
        self.0 = (product as u64) ^ ((product >> 64) as u64);
    }
}

impl Hasher for FastHasher {
    fn write(&mut self, bytes: &[u8]) {
        let mut chunks = bytes.chunks_exact(8);
        for chunk in &mut chunks {
            let mut word = [0; 8];
            word.copy_from_slice(chunk);
            self.mix(u64::from_le_bytes(word));
        }
        let rest = chunks.remainder();
        let mut word = [0; 8];
        word[..rest.len()].copy_from_slice(rest);
        self.mix(u64::from_le_bytes(word) ^ ((bytes.len() as u64) << 56));
    }

    fn write_u8(&mut self, number: u8) {
        self.mix(u64::from(number));
    }

    fn write_u32(&mut self, number: u32) {
        self.mix(u64::from(number));
    }

    fn write_u64(&mut self, number: u64) {
        self.mix(number);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Mean number of probes a name in a linear-probing table of load ≤ ½.
    fn probes(names: &[String], slot: impl Fn(u64) -> u64) -> f64 {
        let size = (2 * names.len()).next_power_of_two();
        let (mut taken, mut probes) = (vec![false; size], 0);
        for name in names {
            let mut hasher = FastHasher::default();
            hasher.write(name.as_bytes());
            let mut at = slot(hasher.finish()) as usize % size;
            probes += 1;
            while taken[at] {
                at = (at + 1) % size;
                probes += 1;
            }
            taken[at] = true;
        }
        f64::from(probes) / names.len() as f64
    }

    #[test]
    fn names_that_differ_little_spread_over_a_table() {
        for (before, after) in
            [("Education of FR ", ""), ("", " Institute"), ("I", ""), ("서울 연구소 ", "호"), ("x", "y z")]
        {
            let names: Vec<String> = (0..20_000).map(|number| format!("{before}{number:06}{after}")).collect();
            for shift in [0, 20, 32, 45] {
                let probes = probes(&names, |hash| hash >> shift);
                assert!(probes < 1.5, "{before}…{after} by bits from {shift}: {probes}");
            }
        }
    }
}
