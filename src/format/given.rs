//! What a network file gives of its vertices besides facts: clusters, positions, numbers. They are kept for those who ask for them.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::corpus::hashing::FastMap;
use crate::corpus::institution::GivenValues;
use crate::corpus::naming::fold;
use crate::normalize::text::trim;

/// Titles of attributes that say the cluster of a vertex; where a vertex has several, the first of these counts.
const CLUSTERS: [&str; 11] = [
    "cluster",
    "clusters",
    "clusterid",
    "community",
    "communities",
    "modularityclass",
    "partition",
    "leiden",
    "louvain",
    "군집",
    "group",
];

/// What is kept of one vertex.
#[derive(Clone, Debug, Default)]
pub(crate) struct VertexValues {
    /// Place of its title among [`CLUSTERS`], and the label.
    cluster: Option<(usize, String)>,
    x: Option<f64>,
    y: Option<f64>,
    scores: Vec<(Arc<str>, f64)>,
}

/// Values of a vertex, where any are kept.
pub(crate) type KeptValues = Option<Box<VertexValues>>;

impl VertexValues {
    /// Sets the cluster, whatever its attribute is called.
    pub(crate) fn set_cluster(&mut self, label: &str) {
        self.cluster = Some((0, label.to_owned()));
    }

    /// The values, as those of an input.
    pub(crate) fn of_input(&self, input: u16) -> GivenValues {
        GivenValues {
            input,
            cluster: self.cluster.as_ref().map(|(_, label)| label.clone()),
            position: self.x.zip(self.y),
            scores: self.scores.clone(),
        }
    }
}

/// Which way the second coordinate of a file grows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum VerticalAxis {
    #[default]
    Down,
    Up,
}

/// Keeps values, and titles once each.
#[derive(Clone, Debug, Default)]
pub(crate) struct ValueKeeper {
    pub(crate) axis: VerticalAxis,
    titles: FastMap<String, Arc<str>>,
    /// What each attribute is, by its title.
    roles: FastMap<String, ValueRole>,
    /// Titles of the attributes that clusters were taken from.
    pub(crate) clusters: BTreeSet<String>,
}

#[derive(Clone, Copy, Debug)]
enum ValueRole {
    Cluster(usize),
    X,
    Y,
    Score,
}

impl ValueKeeper {
    /// A keeper for a file whose second coordinate grows this way.
    pub(crate) fn new(axis: VerticalAxis) -> Self {
        Self { axis, ..Self::default() }
    }

    /// Keeps an attribute of a vertex: its cluster, a coordinate, or a number. `false` where it is none of these.
    pub(crate) fn keep(&mut self, kept: &mut KeptValues, title: &str, value: &str) -> bool {
        let value = trim(value);
        if value.is_empty() {
            return true;
        }
        match self.role(title) {
            ValueRole::Cluster(rank) => {
                let values = kept.get_or_insert_default();
                if values.cluster.as_ref().is_none_or(|(other, _)| rank < *other) {
                    values.cluster = Some((rank, value.to_owned()));
                }
                if !self.clusters.contains(title) {
                    self.clusters.insert(title.to_owned());
                }
                true
            }
            role => match value.parse::<f64>() {
                Ok(number) if number.is_finite() => {
                    match role {
                        ValueRole::X => kept.get_or_insert_default().x = Some(number),
                        ValueRole::Y => kept.get_or_insert_default().y = Some(self.down(number)),
                        _ => self.score(kept, title, number),
                    }
                    true
                }
                _ => false,
            },
        }
    }

    /// Keeps a position.
    pub(crate) fn place(&self, kept: &mut KeptValues, x: f64, y: f64) {
        if x.is_finite() && y.is_finite() {
            let values = kept.get_or_insert_default();
            (values.x, values.y) = (Some(x), Some(self.down(y)));
        }
    }

    /// Keeps a number.
    pub(crate) fn score(&mut self, kept: &mut KeptValues, title: &str, number: f64) {
        let title = match self.titles.get(title) {
            Some(title) => Arc::clone(title),
            None => {
                let shared: Arc<str> = title.into();
                self.titles.insert(title.to_owned(), Arc::clone(&shared));
                shared
            }
        };
        let values = kept.get_or_insert_default();
        if values.scores.iter().all(|(other, _)| *other != title) {
            values.scores.push((title, number));
        }
    }

    fn down(&self, y: f64) -> f64 {
        if self.axis == VerticalAxis::Up { -y } else { y }
    }

    fn role(&mut self, title: &str) -> ValueRole {
        if let Some(role) = self.roles.get(title) {
            return *role;
        }
        let folded = fold(title);
        let role = match folded.as_str() {
            "x" => ValueRole::X,
            "y" => ValueRole::Y,
            other => CLUSTERS.iter().position(|name| *name == other).map_or(ValueRole::Score, ValueRole::Cluster),
        };
        self.roles.insert(title.to_owned(), role);
        role
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clusters_positions_and_numbers_are_kept_and_texts_are_not() {
        let (mut keeper, mut kept) = (ValueKeeper::new(VerticalAxis::Up), None);
        for (title, value) in [("group", "9"), ("Modularity Class", "4"), ("x", "1.5"), ("y", "2"), ("year", "2001")] {
            assert!(keeper.keep(&mut kept, title, value), "{title}");
        }
        assert!(!keeper.keep(&mut kept, "colour", "red") && !keeper.keep(&mut kept, "x", "NaN"));
        let given = kept.unwrap_or_default().of_input(3);
        assert_eq!((given.input, given.cluster.as_deref(), given.position), (3, Some("4"), Some((1.5, -2.0))));
        assert_eq!(given.scores, [("year".into(), 2001.0)]);
    }
}
