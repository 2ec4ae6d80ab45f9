//! Explicit networks: vertices and weighted ties as the file of another program lists them.

use crate::corpus::hashing::FastMap;
use crate::corpus::naming::fold;
use crate::corpus::table::TiePresence;
use crate::format::given::{KeptValues, ValueKeeper, VerticalAxis};
use crate::messages::Message;
use crate::normalize::text::{trim, visible};
use std::collections::BTreeSet;

/// A side of a network of two modes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    First,
    Second,
}

impl Mode {
    /// The mode that a value says, as NetworkX (`bipartite`, 0 or 1) and igraph (`type`, false or true) write it.
    pub(crate) fn of(value: &str) -> Option<Self> {
        match trim(value).to_ascii_lowercase().as_str() {
            "0" | "0.0" | "false" => Some(Self::First),
            "1" | "1.0" | "true" => Some(Self::Second),
            _ => None,
        }
    }

    /// The value that says this mode.
    pub(crate) fn value(self) -> String {
        match self {
            Self::First => "0",
            Self::Second => "1",
        }
        .to_owned()
    }
}

/// An attribute of a vertex that is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum VertexAttribute {
    /// The identifier of an institution, as we write it.
    Key,
    /// Official name.
    Name,
    /// Official Korean name.
    NameKo,
    /// Countries.
    Countries,
    /// Sectors.
    Sectors,
    /// ROR id.
    Ror,
    /// `institution` or `work`, as we write it for networks of both.
    Kind,
    /// Date of a work.
    Date,
    /// The side of a network of two modes.
    Mode,
}

impl VertexAttribute {
    /// The attribute of a title; `None` for one that is not taken.
    pub(crate) fn of(title: &str) -> Option<Self> {
        match fold(title).as_str() {
            "institution" => Some(Self::Key),
            "name" | "이름" | "기관명" => Some(Self::Name),
            "nameko" | "koreanname" | "한국어이름" => Some(Self::NameKo),
            "country" | "countries" | "국가" | "나라" => Some(Self::Countries),
            "sector" | "sectors" | "부문" | "기관유형" => Some(Self::Sectors),
            "ror" => Some(Self::Ror),
            "kind" => Some(Self::Kind),
            "date" => Some(Self::Date),
            "bipartite" => Some(Self::Mode),
            _ => None,
        }
    }
}

/// A vertex of a listed network.
#[derive(Clone, Debug, Default)]
pub(crate) struct Vertex {
    pub(crate) id: String,
    /// Empty where the id stands for it.
    pub(crate) label: String,
    pub(crate) attributes: Vec<(VertexAttribute, String)>,
    /// What is kept besides; `None`: nothing.
    pub(crate) values: KeptValues,
    /// The byte at which it starts.
    pub(crate) offset: usize,
}

impl Vertex {
    /// The value of an attribute, trimmed; empty where there is none.
    pub(crate) fn attribute(&self, attribute: VertexAttribute) -> &str {
        self.attributes.iter().find(|(other, _)| *other == attribute).map_or("", |(_, value)| trim(value))
    }

    /// The side of a network of two modes that the file says.
    pub(crate) fn mode(&self) -> Option<Mode> {
        Mode::of(self.attribute(VertexAttribute::Mode))
    }

    pub(crate) fn name(&self) -> &str {
        [self.attribute(VertexAttribute::Name), visible(&self.label), visible(&self.id)]
            .into_iter()
            .find(|name| !name.is_empty())
            .unwrap_or("(no name)")
    }
}

/// Whether an edge has a direction, which plays no part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Direction {
    #[default]
    None,
    Directed,
}

/// A tie as it is listed.
#[derive(Clone, Debug, Default)]
pub(crate) struct ExplicitTie {
    /// Ids of its two ends.
    pub(crate) source: String,
    pub(crate) target: String,
    /// The weight as it is written; 1 where none is.
    pub(crate) weight: Option<String>,
    pub(crate) direction: Direction,
    /// The byte at which it starts.
    pub(crate) offset: usize,
}

/// A listed network in the order of its file.
#[derive(Clone, Debug, Default)]
pub(crate) struct ExplicitNetwork {
    pub(crate) vertices: Vec<Vertex>,
    pub(crate) ties: Vec<ExplicitTie>,
    /// When ties were there, by their numbers.
    pub(crate) spans: FastMap<usize, Vec<TiePresence>>,
    /// The byte at which the file says that it has two modes.
    pub(crate) modes_at: Option<usize>,
    /// Whether the modes of vertices are those of an attribute that may mean something else.
    pub(crate) are_modes_guessed: bool,
    /// Keeps clusters, positions and numbers of vertices.
    pub(crate) keeper: ValueKeeper,
    /// Titles of attributes that were not taken.
    pub(crate) unused: BTreeSet<String>,
    /// Notices of the format itself: line (0 for the file) and message.
    pub(crate) notices: Vec<(u64, Message)>,
}

impl ExplicitNetwork {
    /// An empty network of a file whose second coordinate grows upwards.
    pub(crate) fn drawn_upwards() -> Self {
        Self { keeper: ValueKeeper::new(VerticalAxis::Up), ..Self::default() }
    }

    /// Keeps an attribute of a vertex that is no fact, or notes that it is not used.
    pub(crate) fn keep(&mut self, vertex: &mut Vertex, title: &str, value: &str) {
        if !self.keeper.keep(&mut vertex.values, title, value) && !self.unused.contains(title) {
            self.unused.insert(title.to_owned());
        }
    }

    /// The same for the vertex of a number.
    pub(crate) fn keep_at(&mut self, at: usize, title: &str, value: &str) {
        let Some(vertex) = self.vertices.get_mut(at) else { return };
        if !self.keeper.keep(&mut vertex.values, title, value) && !self.unused.contains(title) {
            self.unused.insert(title.to_owned());
        }
    }

    /// Keeps the position of the vertex of a number.
    pub(crate) fn place_at(&mut self, at: usize, x: f64, y: f64) {
        if let Some(vertex) = self.vertices.get_mut(at) {
            self.keeper.place(&mut vertex.values, x, y);
        }
    }
}
