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
    /// Institutions.
    #[default]
    Institution,
    /// Authors.
    Author,
    /// Countries.
    Country,
    /// Sectors.
    Sector,
}

impl ActorKind {
    /// Key of the noun in the message catalogue.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Institution => "institution",
            Self::Author => "author",
            Self::Country => "country",
            Self::Sector => "sector",
        }
    }
}
