//! How far two partitions of the same nodes agree.
//!
//! NMI = 2I/(H₁ + H₂) with I the mutual information and H the entropies; ARI, the share of pairs on which both agree,
//! beyond chance. Both are 1 for equal partitions; ARI is 0 by chance. Sources: Danon, Díaz-Guilera, Duch & Arenas 2005,
//! *Journal of Statistical Mechanics*, P09008; Hubert & Arabie 1985, *Journal of Classification* 2, 193–218. O(n log n).

use std::collections::BTreeMap;

/// Agreement of two partitions.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Agreement {
    /// Normalised mutual information, 0 to 1; 1 where both are a single community.
    pub nmi: f64,
    /// Adjusted Rand index; 1 where both are all in one, or each alone.
    pub ari: f64,
}

/// Compares labels node by node; surplus labels are ignored.
#[must_use]
pub fn of(a: &[u32], b: &[u32]) -> Agreement {
    let nodes = a.len().min(b.len()) as f64;
    let mut both: BTreeMap<(u32, u32), u64> = BTreeMap::new();
    let (mut of_a, mut of_b): (BTreeMap<u32, u64>, BTreeMap<u32, u64>) = (BTreeMap::new(), BTreeMap::new());
    for (&a, &b) in a.iter().zip(b) {
        *both.entry((a, b)).or_default() += 1;
        *of_a.entry(a).or_default() += 1;
        *of_b.entry(b).or_default() += 1;
    }
    let entropy = |counts: &BTreeMap<u32, u64>| -> f64 {
        counts.values().map(|&count| count as f64 / nodes).map(|share| -share * libm::log(share)).sum()
    };
    let mutual: f64 = both
        .iter()
        .map(|((a, b), &count)| {
            let (count, expected) = (count as f64, of_a[a] as f64 * of_b[b] as f64);
            count / nodes * libm::log(count * nodes / expected)
        })
        .sum();
    let entropies = entropy(&of_a) + entropy(&of_b);
    let pairs = |count: &u64| *count as f64 * (*count as f64 - 1.0) / 2.0;
    let together: f64 = both.values().map(pairs).sum();
    let [in_a, in_b] = [&of_a, &of_b].map(|counts| counts.values().map(pairs).sum::<f64>());
    let expected = in_a * in_b / (nodes * (nodes - 1.0) / 2.0);
    let most = (in_a + in_b) / 2.0;
    Agreement {
        nmi: if entropies > 0.0 { 2.0 * mutual / entropies } else { 1.0 },
        ari: if most - expected > 0.0 { (together - expected) / (most - expected) } else { 1.0 },
    }
}
