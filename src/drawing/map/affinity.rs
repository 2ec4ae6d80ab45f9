//! Country affinity of clusters: the country that characterises a cluster, and how often members share one.

use std::collections::BTreeMap;

use crate::corpus::country::Country;
use crate::corpus::institution::InstitutionId;
use crate::corpus::table::Corpus;

/// Minimum share of the characteristic country in a cluster, and minimum lift (that share over the share in the map).
const MIN_SHARE: f64 = 0.5;
const MIN_LIFT: f64 = 1.5;

/// The most frequent country of a cluster and its number of members, two or more, where share and lift reach their
/// minimums. O(all).
pub(crate) fn shared_country(
    corpus: &Corpus,
    members: &[InstitutionId],
    all: &[InstitutionId],
) -> Option<(Country, usize)> {
    let (own, overall) = (counts(corpus, members), counts(corpus, all));
    let share = |count: usize, of: usize| count as f64 / of.max(1) as f64;
    let (country, count) = own
        .into_iter()
        .reduce(|best, other| if other.1 > best.1 { other } else { best })
        .filter(|(_, count)| *count > 1)?;
    let (here, there) = (share(count, members.len()), share(overall.get(&country).copied().unwrap_or(0), all.len()));
    (here >= MIN_SHARE && here >= MIN_LIFT * there).then_some((country, count))
}

/// Country assortativity of a partition: mean over all members of the share of their cluster's other members that are of
/// the same country. O(members).
pub(crate) fn country_affinity(corpus: &Corpus, clusters: &[Vec<InstitutionId>]) -> f64 {
    let (mut same_country, mut total) = (0.0, 0usize);
    for members in clusters {
        total += members.len();
        let pairs: usize = counts(corpus, members).values().map(|count| count * (count - 1)).sum();
        same_country += pairs as f64 / (members.len().max(2) - 1) as f64;
    }
    same_country / total.max(1) as f64
}

fn counts(corpus: &Corpus, members: &[InstitutionId]) -> BTreeMap<Country, usize> {
    let mut counts = BTreeMap::new();
    for &id in members {
        if let Some(country) = corpus.institution(id).country() {
            *counts.entry(country.clone()).or_insert(0) += 1;
        }
    }
    counts
}
