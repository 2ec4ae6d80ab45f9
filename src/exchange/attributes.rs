//! Attribute columns: typed values of nodes and ties that are exported with a network.

use std::collections::BTreeMap;

use crate::corpus::date::Date;
use crate::corpus::work::WorkId;
use crate::geometry::Point;
use crate::network::Network;
use crate::network::graph::{NetworkMode, Node};

/// Why attributes do not match a network.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// A column's length differs from the number of nodes or ties.
    #[error("the column “{key}” has {actual} values, but there are {expected}")]
    Length {
        /// Key of the column.
        key: String,
        /// Number of its values.
        actual: usize,
        /// Number of nodes or ties of the network.
        expected: usize,
    },
    /// Two node columns or two tie columns share a key, or a key is reserved.
    #[error("two columns are called “{0}”")]
    Repeated(String),
    /// The writer of the format fails, with its reason.
    #[cfg(feature = "parquet")]
    #[error("{0}")]
    Written(String),
}

/// The values of a column, one a node or tie. Empty texts, empty lists and non-finite numbers mean "not known" and are
/// omitted where the format allows it.
#[derive(Clone, Debug, PartialEq)]
pub enum AttributeValues {
    /// Texts.
    Text(Vec<String>),
    /// Integers.
    Integer(Vec<i64>),
    /// Real numbers.
    Real(Vec<f64>),
    /// Lists of texts.
    List(Vec<Vec<String>>),
}

/// A single value of a column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum AttributeValue<'a> {
    Text(&'a str),
    Integer(i64),
    Real(f64),
    List(&'a [String]),
}

impl AttributeValue<'_> {
    /// The value as one text; lists are joined by the separator.
    pub(crate) fn plain(self, separator: &str) -> String {
        match self {
            Self::Text(text) => text.to_owned(),
            Self::Integer(number) => number.to_string(),
            Self::Real(number) => crate::exchange::number::plain(number),
            Self::List(list) => list.join(separator),
        }
    }
}

impl AttributeValues {
    fn len(&self) -> usize {
        match self {
            Self::Text(values) => values.len(),
            Self::Integer(values) => values.len(),
            Self::Real(values) => values.len(),
            Self::List(values) => values.len(),
        }
    }

    /// The value at an index; `None` when it is not known.
    pub(crate) fn get(&self, at: usize) -> Option<AttributeValue<'_>> {
        match self {
            Self::Text(values) => values.get(at).filter(|text| !text.is_empty()).map(|text| AttributeValue::Text(text)),
            Self::Integer(values) => values.get(at).map(|&number| AttributeValue::Integer(number)),
            Self::Real(values) => {
                values.get(at).filter(|number| number.is_finite()).map(|&number| AttributeValue::Real(number))
            }
            Self::List(values) => values.get(at).filter(|list| !list.is_empty()).map(|list| AttributeValue::List(list)),
        }
    }
}

/// An attribute column.
#[derive(Clone, Debug, PartialEq)]
pub struct AttributeColumn {
    /// Key: lower-case letters, digits and underscores.
    pub key: String,
    /// Its values.
    pub values: AttributeValues,
}

impl AttributeColumn {
    /// A column with this key.
    #[must_use]
    pub fn new(key: &str, values: AttributeValues) -> Self {
        Self { key: key.to_owned(), values }
    }
}

/// All attributes of a network besides its ties and weights.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NetworkAttributes {
    /// Title; may be empty.
    pub title: String,
    /// Description and provenance; may be empty.
    pub description: String,
    /// Unique ids of the nodes.
    pub(crate) ids: Vec<String>,
    /// Display names, unique.
    pub(crate) labels: Vec<String>,
    pub(crate) nodes: Vec<AttributeColumn>,
    pub(crate) ties: Vec<AttributeColumn>,
    /// Cluster of each node from 1, the largest first.
    pub(crate) clusters: Vec<u32>,
    pub(crate) points: Vec<Point>,
}

impl NetworkAttributes {
    /// The standard attributes of a network: id, names, country, sector, works, degree and strength of nodes; number,
    /// dates and names of the works behind ties. O(nodes + evidence).
    #[must_use]
    pub fn of(network: &Network<'_>) -> Self {
        let mut attributes = Self { ids: ids(network), ..Self::default() };
        attributes.labels = labels(network, &attributes.ids);
        attributes.nodes = node_facts(network);
        attributes.ties = evidence(network);
        attributes
    }

    /// Adds a node column.
    #[must_use]
    pub fn with_node(mut self, key: &str, values: AttributeValues) -> Self {
        self.nodes.push(AttributeColumn::new(key, values));
        self
    }

    /// Adds a tie column.
    #[must_use]
    pub fn with_tie(mut self, key: &str, values: AttributeValues) -> Self {
        self.ties.push(AttributeColumn::new(key, values));
        self
    }

    /// Adds a node column of real numbers.
    #[must_use]
    pub fn with_scores(self, key: &str, values: &[f64]) -> Self {
        self.with_node(key, AttributeValues::Real(values.to_vec()))
    }

    /// Sets the clusters from arbitrary labels, which are renumbered from 1, the largest cluster first, equal ones by
    /// their first node.
    #[must_use]
    pub fn with_clusters(mut self, labels: &[u32]) -> Self {
        let mut sizes: BTreeMap<u32, (usize, usize)> = BTreeMap::new();
        for (node, &label) in labels.iter().enumerate() {
            sizes.entry(label).or_insert((0, node)).0 += 1;
        }
        let mut order: Vec<(&u32, &(usize, usize))> = sizes.iter().collect();
        order.sort_by_key(|(_, (size, first))| (std::cmp::Reverse(*size), *first));
        let numbers: BTreeMap<u32, u32> =
            order.iter().enumerate().map(|(at, (label, _))| (**label, at as u32 + 1)).collect();
        self.clusters = labels.iter().map(|label| numbers[label]).collect();
        self
    }

    /// Sets the positions as drawn, y downwards. They are flipped for programs that draw y upwards, so that the picture
    /// stays the same.
    #[must_use]
    pub fn with_points(mut self, points: &[Point]) -> Self {
        self.points = points.to_vec();
        self
    }

    /// Sets title and description.
    #[must_use]
    pub fn with_title(mut self, title: &str, description: &str) -> Self {
        (self.title, self.description) = (title.to_owned(), description.to_owned());
        self
    }

    /// The cluster of a node, from 1.
    pub(crate) fn cluster(&self, node: usize) -> Option<u32> {
        self.clusters.get(node).copied()
    }

    /// The position of a node with y upwards, if it has a finite one.
    pub(crate) fn point(&self, node: usize) -> Option<(f64, f64)> {
        let point = self.points.get(node)?;
        (point.x.is_finite() && point.y.is_finite()).then_some((point.x, -point.y))
    }

    pub(crate) fn node_column(&self, key: &str) -> Option<&AttributeColumn> {
        self.nodes.iter().find(|column| column.key == key)
    }

    /// Checks lengths and keys of all columns against the network.
    pub(crate) fn check(&self, network: &Network<'_>) -> Result<(), Error> {
        let (nodes, ties) = (network.node_count(), network.tie_count());
        let check = |key: &str, actual: usize, expected: usize| {
            if actual == expected { Ok(()) } else { Err(Error::Length { key: key.to_owned(), actual, expected }) }
        };
        check("id", self.ids.len(), nodes)?;
        check("label", self.labels.len(), nodes)?;
        for (attributes, expected) in [(&self.nodes, nodes), (&self.ties, ties)] {
            for (at, column) in attributes.iter().enumerate() {
                check(&column.key, column.values.len(), expected)?;
                let reserved = ["id", "label", "cluster", "x", "y", "source", "target", "weight"];
                let is_repeated = attributes[..at].iter().any(|other| other.key == column.key);
                if is_repeated || reserved.contains(&column.key.as_str()) {
                    return Err(Error::Repeated(column.key.clone()));
                }
            }
        }
        if !self.clusters.is_empty() {
            check("cluster", self.clusters.len(), nodes)?;
        }
        if !self.points.is_empty() {
            check("x, y", self.points.len(), nodes)?;
        }
        Ok(())
    }
}

fn ids(network: &Network<'_>) -> Vec<String> {
    let corpus = network.corpus();
    let id = |node| match network.node(node) {
        Node::Institution(id) => corpus.institution(id).id.clone(),
        // Institution ids contain no colon.
        Node::Work(work) => format!("work:{}", corpus.work_key(work)),
    };
    (0..network.node_count()).map(id).collect()
}

/// Display names; a name shared by several nodes is followed by the id.
fn labels(network: &Network<'_>, ids: &[String]) -> Vec<String> {
    let corpus = network.corpus();
    let mut labels: Vec<String> = (0..network.node_count())
        .map(|node| match network.node(node) {
            Node::Institution(id) => corpus.institution(id).names.label().to_owned(),
            Node::Work(work) => corpus.work_name(work).to_owned(),
        })
        .collect();
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    for label in &labels {
        *counts.entry(label.clone()).or_insert(0) += 1;
    }
    for (label, id) in labels.iter_mut().zip(ids) {
        if counts.get(label.as_str()).is_some_and(|&count| count > 1) {
            *label = format!("{label} ({id})");
        }
    }
    labels
}

fn node_facts(network: &Network<'_>) -> Vec<AttributeColumn> {
    let corpus = network.corpus();
    let nodes = 0..network.node_count();
    let institution = |node| network.institution(node).map(|id| corpus.institution(id));
    let text = |text_of: &dyn Fn(usize) -> Option<String>| {
        AttributeValues::Text(nodes.clone().map(|node| text_of(node).unwrap_or_default()).collect())
    };
    let works = |node| match network.node(node) {
        Node::Institution(id) => corpus.works_of(id).len() as i64,
        Node::Work(_) => 1,
    };
    let degree = |node| network.adjacency().neighbours(node).len() as i64;
    let mut strength = vec![0.0; network.node_count()];
    for tie in 0..network.tie_count() {
        let (a, b, weight) = network.tie(tie);
        strength[a] += weight;
        strength[b] += weight;
    }
    let mut attributes = vec![
        AttributeColumn::new("institution", text(&|node| institution(node).map(|actual| actual.id.clone()))),
        AttributeColumn::new("name", text(&|node| Some(name(network, node)))),
        AttributeColumn::new("name_ko", text(&|node| institution(node)?.names.name_ko.clone())),
        AttributeColumn::new(
            "countries",
            text(&|node| {
                let codes: Vec<&str> = institution(node)?.countries.iter().map(|country| country.code()).collect();
                Some(codes.join("; "))
            }),
        ),
        AttributeColumn::new(
            "sectors",
            text(&|node| {
                let keys: Vec<&str> = institution(node)?.sectors.iter().map(|sector| sector.key()).collect();
                Some(keys.join("; "))
            }),
        ),
        AttributeColumn::new("ror", text(&|node| institution(node)?.ror.clone())),
        AttributeColumn::new("works", AttributeValues::Integer(nodes.clone().map(works).collect())),
        AttributeColumn::new("degree", AttributeValues::Integer(nodes.clone().map(degree).collect())),
        AttributeColumn::new("strength", AttributeValues::Real(strength)),
    ];
    if network.mode() == NetworkMode::Two {
        let kind = |node| Some(if network.institution(node).is_some() { "institution" } else { "work" }.to_owned());
        let date = |node| match network.node(node) {
            Node::Work(work) => corpus.date(work).map(|date| date.to_string()),
            Node::Institution(_) => None,
        };
        let side = |node| i64::from(network.institution(node).is_none());
        attributes.insert(0, AttributeColumn::new("kind", text(&kind)));
        attributes.insert(1, AttributeColumn::new("date", text(&date)));
        // NetworkX's word for the side of a network of two modes.
        attributes
            .insert(2, AttributeColumn::new("bipartite", AttributeValues::Integer(nodes.clone().map(side).collect())));
    }
    attributes
}

/// The official name of an institution, or the name of a work.
pub(crate) fn name(network: &Network<'_>, node: usize) -> String {
    let corpus = network.corpus();
    match network.node(node) {
        Node::Institution(id) => corpus.institution(id).names.name.clone(),
        Node::Work(work) => corpus.work_name(work).to_owned(),
    }
}

fn evidence(network: &Network<'_>) -> Vec<AttributeColumn> {
    let corpus = network.corpus();
    let text_of = |work: WorkId| match corpus.date(work) {
        Some(date) => format!("{} ({date})", corpus.work_name(work)),
        None => corpus.work_name(work).to_owned(),
    };
    let dates = |tie: usize| network.evidence(tie).iter().filter_map(|&work| corpus.date(work));
    let text = |date: Option<Date>| date.map_or_else(String::new, |date| date.to_string());
    let ties = 0..network.tie_count();
    vec![
        AttributeColumn::new(
            "works",
            AttributeValues::Integer(ties.clone().map(|tie| network.evidence(tie).len() as i64).collect()),
        ),
        AttributeColumn::new("first", AttributeValues::Text(ties.clone().map(|tie| text(dates(tie).min())).collect())),
        AttributeColumn::new("latest", AttributeValues::Text(ties.clone().map(|tie| text(dates(tie).max())).collect())),
        AttributeColumn::new(
            "evidence",
            AttributeValues::List(
                ties.map(|tie| network.evidence(tie).iter().map(|&work| text_of(work)).collect()).collect(),
            ),
        ),
    ]
}
