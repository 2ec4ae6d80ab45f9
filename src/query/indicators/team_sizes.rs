//! Distribution of team sizes, and the collaboration coefficients computed from it.
//!
//! f_j: works with exactly j institutions; N: works; A: institutions.

use std::collections::BTreeMap;

/// Number of works by team size.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TeamSizes {
    /// f_j by j, for j ≥ 1.
    pub works: BTreeMap<usize, usize>,
    /// A: number of institutions.
    pub entities: usize,
}

impl TeamSizes {
    /// Adds a work with `team` institutions; ignored if zero.
    pub fn add(&mut self, team: usize) {
        if team > 0 {
            *self.works.entry(team).or_default() += 1;
        }
    }

    /// N: number of works.
    #[must_use]
    pub fn total(&self) -> usize {
        self.works.values().sum()
    }

    /// Works of two or more institutions.
    #[must_use]
    pub fn co_made(&self) -> usize {
        self.works.range(2..).map(|(_, works)| works).sum()
    }

    /// Collaborative index Σ j·f_j / N: institutions a work (Lawani 1980). `NaN` without works.
    #[must_use]
    pub fn collaborative_index(&self) -> f64 {
        let partners: usize = self.works.iter().map(|(team, works)| team * works).sum();
        partners as f64 / self.total() as f64
    }

    /// Degree of collaboration 1 − f_1/N: share of co-made works (Subramanyam 1983). `NaN` without works.
    #[must_use]
    pub fn degree_of_collaboration(&self) -> f64 {
        self.co_made() as f64 / self.total() as f64
    }

    /// Collaborative coefficient 1 − (Σ f_j/j)/N (Ajiferuke, Burrell & Tague 1988). `NaN` without works.
    #[must_use]
    pub fn collaborative_coefficient(&self) -> f64 {
        let credit: f64 = self.works.iter().map(|(&team, &works)| works as f64 / team as f64).sum();
        1.0 - credit / self.total() as f64
    }

    /// Modified collaborative coefficient A/(A−1) · CC (Savanur & Srikanth 2010). `NaN` for A < 2.
    #[must_use]
    pub fn modified_coefficient(&self) -> f64 {
        if self.entities < 2 {
            return f64::NAN;
        }
        let entities = self.entities as f64;
        entities / (entities - 1.0) * self.collaborative_coefficient()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_close(value: f64, expected: f64) -> bool {
        (value - expected).abs() < 5e-5
    }

    #[test]
    fn published_values_come_out() {
        let sizes = TeamSizes { works: BTreeMap::from([(1, 5), (2, 3), (3, 3), (4, 5)]), entities: 0 };
        assert_eq!(sizes.collaborative_index(), 2.5);
        assert!(is_close(sizes.collaborative_coefficient(), 0.4531));

        let mut sizes = TeamSizes { entities: 4, ..TeamSizes::default() };
        [3, 2, 2].into_iter().for_each(|team| sizes.add(team));
        assert!(is_close(sizes.collaborative_index(), 2.3333));
        assert_eq!(sizes.degree_of_collaboration(), 1.0);
        assert!(is_close(sizes.collaborative_coefficient(), 0.5556));
        assert!(is_close(sizes.modified_coefficient(), 0.7407));
    }

    #[test]
    fn nothing_gives_no_number() {
        let mut none = TeamSizes::default();
        none.add(0);
        assert!(none.total() == 0 && none.collaborative_index().is_nan());
        let one = TeamSizes { works: BTreeMap::from([(1, 3)]), entities: 1 };
        assert!(one.modified_coefficient().is_nan());
        assert_eq!(one.collaborative_coefficient(), 0.0);
    }
}
