//! What countries and sectors institutions have, learned from rows; never by lining up lists of
//! unequal length.
//!
//! A row where an institution stands alone tells its whole list. Where it never stands alone, rows whose two
//! lists agree in length tell by position, unless such a row contradicts what is known of another
//! institution in it. The most frequent statement wins; what contradicts it is a [`Doubt`]. Counts of rows decide,
//! so the order of the rows plays no part.

use std::collections::BTreeMap;

use crate::corpus::hashing::FastMap;

/// No value at this place of a list.
pub(crate) const BLANK: u32 = u32::MAX;

/// What is unclear about the values of an institution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Doubt {
    /// Rows where it stands alone differ: how many agree with the values taken, and how many there are.
    Differ(u32, u32),
    /// It never stands alone, and rows with lists of equal length differ.
    DifferByPlace(u32, u32),
    /// Rows name values, but none tells which are its own.
    Untold,
}

/// The values of one institution.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Learned {
    pub(crate) values: Vec<u32>,
    pub(crate) doubt: Option<Doubt>,
}

/// Statements of rows about one attribute, by institution and value numbers.
#[derive(Clone, Debug, Default)]
pub(crate) struct Evidence {
    /// Rows in which an institution stands alone with one value.
    single: FastMap<(u32, u32), u32>,
    /// The same with several values.
    several: BTreeMap<(u32, Vec<u32>), u32>,
    /// Rows of equal lists: length, institutions, values.
    paired: Vec<u32>,
    /// Institutions of rows that name any value.
    seen: Vec<bool>,
}

impl Evidence {
    /// Adds a row. O(length).
    pub(crate) fn add(&mut self, institutions: &[u32], values: &[u32]) {
        if institutions.is_empty() || values.iter().all(|&value| value == BLANK) {
            return;
        }
        for &institution in institutions {
            let index = institution as usize;
            if self.seen.len() <= index {
                self.seen.resize(index + 1, false);
            }
            self.seen[index] = true;
        }
        match (institutions, values) {
            (&[institution], &[value]) => *self.single.entry((institution, value)).or_insert(0) += 1,
            (&[institution], _) => {
                let mut own: Vec<u32> = Vec::with_capacity(values.len());
                for &value in values {
                    if value != BLANK && !own.contains(&value) {
                        own.push(value);
                    }
                }
                *self.several.entry((institution, own)).or_insert(0) += 1;
            }
            _ if institutions.len() == values.len() => {
                self.paired.push(institutions.len() as u32);
                self.paired.extend_from_slice(institutions);
                self.paired.extend_from_slice(values);
            }
            _ => {}
        }
    }

    /// Takes over what other rows show, whose values have other numbers. O(statements).
    pub(crate) fn join(&mut self, other: Self, number: impl Fn(u32) -> u32) {
        let number = |value: u32| if value == BLANK { BLANK } else { number(value) };
        for ((institution, value), rows) in other.single {
            *self.single.entry((institution, number(value))).or_insert(0) += rows;
        }
        for ((institution, values), rows) in other.several {
            let mut own: Vec<u32> = Vec::with_capacity(values.len());
            for value in values.into_iter().map(number).filter(|&value| value != BLANK) {
                if !own.contains(&value) {
                    own.push(value);
                }
            }
            *self.several.entry((institution, own)).or_insert(0) += rows;
        }
        let mut rest = other.paired.as_slice();
        while let [length, tail @ ..] = rest {
            let (institutions, tail) = tail.split_at(*length as usize);
            let (values, tail) = tail.split_at(*length as usize);
            self.paired.push(*length);
            self.paired.extend_from_slice(institutions);
            self.paired.extend(values.iter().map(|&value| number(value)));
            rest = tail;
        }
        if self.seen.len() < other.seen.len() {
            self.seen.resize(other.seen.len(), false);
        }
        self.seen.iter_mut().zip(other.seen).for_each(|(own, other)| *own |= other);
    }

    /// The values of institutions `0..count`. `key` gives what values are ordered by where counts are
    /// equal. O(rows).
    pub(crate) fn learn<K: Ord>(&self, count: usize, key: impl Fn(u32) -> K) -> Vec<Learned> {
        let mut learned = self.learn_alone(count, &key);
        self.learn_by_place(&mut learned, &key);
        for (index, one) in learned.iter_mut().enumerate() {
            if one.values.is_empty() && one.doubt.is_none() && self.seen.get(index) == Some(&true) {
                one.doubt = Some(Doubt::Untold);
            }
        }
        learned
    }

    fn learn_alone<K: Ord>(&self, count: usize, key: &impl Fn(u32) -> K) -> Vec<Learned> {
        let mut statements: Vec<(u32, Vec<u32>, u32)> =
            self.single.iter().map(|(&(institution, value), &rows)| (institution, vec![value], rows)).collect();
        statements
            .extend(self.several.iter().map(|((institution, values), &rows)| (*institution, values.clone(), rows)));
        // Most rows first, then the fuller list, then by the values themselves.
        statements.sort_by(|a, b| {
            let values = |list: &[u32]| list.iter().map(|&value| key(value)).collect::<Vec<_>>();
            (a.0, b.2, b.1.len()).cmp(&(b.0, a.2, a.1.len())).then_with(|| values(&a.1).cmp(&values(&b.1)))
        });
        let mut learned = vec![Learned::default(); count];
        for run in statements.chunk_by(|a, b| a.0 == b.0) {
            let one = &mut learned[run[0].0 as usize];
            one.values.clone_from(&run[0].1);
            let rows: u32 = run.iter().map(|statement| statement.2).sum();
            let same = |list: &[u32]| {
                let mut sorted = list.to_vec();
                sorted.sort_unstable();
                sorted
            };
            if run.iter().any(|statement| same(&statement.1) != same(&run[0].1)) {
                one.doubt = Some(Doubt::Differ(run[0].2, rows));
            }
        }
        learned
    }

    fn learn_by_place<K: Ord>(&self, learned: &mut [Learned], key: &impl Fn(u32) -> K) {
        let mut votes: BTreeMap<(u32, u32), u32> = BTreeMap::new();
        let mut rest = self.paired.as_slice();
        while let [length, tail @ ..] = rest {
            let length = *length as usize;
            let (institutions, tail) = tail.split_at(length);
            let (values, tail) = tail.split_at(length);
            rest = tail;
            let fits = institutions.iter().zip(values).all(|(&institution, value)| {
                let known = &learned[institution as usize].values;
                known.is_empty() || *value == BLANK || known.contains(value)
            });
            if !fits {
                continue;
            }
            for (&institution, &value) in institutions.iter().zip(values) {
                if value != BLANK && learned[institution as usize].values.is_empty() {
                    *votes.entry((institution, value)).or_insert(0) += 1;
                }
            }
        }
        let votes: Vec<((u32, u32), u32)> = votes.into_iter().collect();
        for run in votes.chunk_by(|a, b| a.0.0 == b.0.0) {
            let one = &mut learned[run[0].0.0 as usize];
            let rows: u32 = run.iter().map(|vote| vote.1).sum();
            let best = run.iter().min_by_key(|vote| (std::cmp::Reverse(vote.1), key(vote.0.1)));
            let Some(&((_, value), count)) = best else { continue };
            if run.len() > 1 {
                one.doubt = Some(Doubt::DifferByPlace(count, rows));
            }
            // Without a majority nothing is taken.
            if 2 * count > rows {
                one.values.push(value);
            }
        }
    }
}

/// Values of one column, numbered in order of arrival, and what rows show of them.
#[derive(Debug, Default)]
pub(crate) struct RecordedValues {
    numbers: FastMap<String, u32>,
    /// Each value with the line where it stands first.
    pub(crate) recorded: Vec<(String, u64)>,
    pub(crate) evidence: Evidence,
}

impl RecordedValues {
    /// The number of a recorded value; `line` is asked where it is new.
    pub(crate) fn number(&mut self, recorded: &str, line: impl Fn() -> u64) -> u32 {
        if recorded.is_empty() {
            return BLANK;
        }
        if let Some(&number) = self.numbers.get(recorded) {
            return number;
        }
        let number = self.recorded.len() as u32;
        self.numbers.insert(recorded.to_owned(), number);
        self.recorded.push((recorded.to_owned(), line()));
        number
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn learn(rows: &[(&[u32], &[u32])], count: usize) -> Vec<Learned> {
        let mut evidence = Evidence::default();
        for (institutions, values) in rows {
            evidence.add(institutions, values);
        }
        evidence.learn(count, |value| value)
    }

    #[test]
    fn standing_alone_tells_all_and_unequal_lists_tell_nothing() {
        let learned = learn(&[(&[0], &[7, 8]), (&[0, 1], &[7, 8, 9]), (&[1, 2], &[5, 6])], 4);
        assert_eq!(learned[0].values, [7, 8]);
        assert_eq!((&learned[1].values, &learned[2].values), (&vec![5], &vec![6]));
        assert_eq!(learned[3], Learned::default());
        let learned = learn(&[(&[0, 1], &[7])], 2);
        assert_eq!(learned[1].doubt, Some(Doubt::Untold));
    }

    #[test]
    fn a_row_that_contradicts_what_is_known_teaches_nothing() {
        let learned = learn(&[(&[0], &[7]), (&[0, 1], &[8, 7]), (&[1, 0], &[9, 7])], 2);
        assert_eq!(learned[1].values, [9]);
        assert_eq!(learned[1].doubt, None);
    }

    #[test]
    fn the_majority_wins_and_the_rest_is_a_doubt() {
        let learned = learn(&[(&[0], &[7]), (&[0], &[8]), (&[0], &[7])], 1);
        assert_eq!(learned[0], Learned { values: vec![7], doubt: Some(Doubt::Differ(2, 3)) });
        let learned = learn(&[(&[0, 1], &[7, 1]), (&[0, 2], &[8, 1])], 3);
        assert_eq!(learned[0], Learned { values: vec![], doubt: Some(Doubt::DifferByPlace(1, 2)) });
    }
}
