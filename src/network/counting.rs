//! How much a work adds to the tie of two of its institutions.

/// Counting of a work with n ≥ 2 institutions towards each of its n(n−1)/2 pairs.
///
/// Source: Perianes-Rodriguez, Waltman & van Eck 2016, *Journal of Informetrics* 10(4), 1178–1195 (full,
/// fractional); Leydesdorff & Park 2017 (strict).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Counting {
    /// 1: the weight of a tie is the number of shared works.
    #[default]
    Full,
    /// 1/(n−1): the strength of an institution is its number of co-made works.
    Fractional,
    /// 2/(n(n−1)): all ties together weigh the number of co-made works.
    Strict,
}

impl Counting {
    /// What one work of `team` institutions adds to each of its pairs. `team` must be at least 2.
    #[must_use]
    pub fn weight(self, team: usize) -> f64 {
        let n = team as f64;
        match self {
            Self::Full => 1.0,
            Self::Fractional => 1.0 / (n - 1.0),
            Self::Strict => 2.0 / (n * (n - 1.0)),
        }
    }

    /// The word used in options and answers.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Fractional => "fractional",
            Self::Strict => "strict",
        }
    }

    /// English and Korean label.
    #[must_use]
    pub fn label(self) -> (&'static str, &'static str) {
        match self {
            Self::Full => ("full counting", "전체 계수"),
            Self::Fractional => ("fractional counting", "분수 계수"),
            Self::Strict => ("strict counting", "엄격 계수"),
        }
    }
}

/// Largest team whose works make ties, unless told otherwise: above it a work is a consortium and its
/// pairs are no partnerships.
pub const DEFAULT_MAX_TEAM: usize = 25;

/// How a corpus is projected to institutions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Projection {
    /// Counting of works.
    pub counting: Counting,
    /// Works of more institutions make no ties (`None`: no cap).
    pub max_team: Option<usize>,
}

impl Default for Projection {
    fn default() -> Self {
        Self { counting: Counting::Full, max_team: Some(DEFAULT_MAX_TEAM) }
    }
}
