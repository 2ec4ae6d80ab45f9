//! Kinds of works and of actors: what texts call what they count.

/// Kind of the works of a corpus, read from the data: [`Corpus::work_kind`](crate::corpus::Corpus::work_kind).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorkKind {
    /// AI models.
    Model,
    /// Publications: papers, books, reports.
    Publication,
    /// Works of several kinds, or of a kind that the data do not tell.
    Work,
    /// No works: ties between actors, each with the weight that the input states.
    Tie,
}

impl WorkKind {
    /// Whether there are works to count.
    #[must_use]
    pub fn has_works(self) -> bool {
        self != Self::Tie
    }

    /// Key of the noun in the message catalogue.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Model => "model",
            Self::Publication => "publication",
            Self::Work => "work",
            Self::Tie => "tie",
        }
    }
}

/// Level of the nodes of a one-mode network: what an actor is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ActorKind {
    /// Authors.
    Author,
    /// Institutions.
    #[default]
    Institution,
    /// Institutions with their parts: each under its topmost parent.
    Group,
    /// Countries.
    Country,
    /// Regions of the United Nations (M49): Africa, Americas, Asia, Europe, Oceania.
    Region,
    /// Sectors.
    Sector,
    /// Domains of the works.
    Domain,
}

impl ActorKind {
    /// All levels, from the smallest actors to the largest.
    pub const ALL: [Self; 7] =
        [Self::Author, Self::Institution, Self::Group, Self::Country, Self::Region, Self::Sector, Self::Domain];

    /// Key of the noun in the message catalogue.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Author => "author",
            Self::Institution => "institution",
            Self::Group => "group",
            Self::Country => "country",
            Self::Region => "region",
            Self::Sector => "sector",
            Self::Domain => "domain",
        }
    }

    /// Whether an actor stands for all institutions of a kind, so that works of several may lie within one.
    #[must_use]
    pub fn joins_institutions(self) -> bool {
        matches!(self, Self::Country | Self::Region | Self::Sector)
    }

    /// Whether the actors are institutions, alone or with their parts.
    #[must_use]
    pub fn are_institutions(self) -> bool {
        matches!(self, Self::Institution | Self::Group)
    }
}
