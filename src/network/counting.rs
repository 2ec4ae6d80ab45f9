//! Counting methods of bibliometrics: how much a work adds to the tie of each pair of its institutions.

/// Counting method for a work with n ≥ 2 institutions and thus n(n−1)/2 pairs.
///
/// Source: Perianes-Rodriguez, Waltman & van Eck 2016, *Journal of Informetrics* 10(4), 1178–1195 (full,
/// fractional); Leydesdorff & Park 2017 (strict).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Counting {
    /// 1: the weight of a tie is the number of shared works.
    #[default]
    Full,
    /// 1/(n−1): the strength of an institution is its number of joint works.
    Fractional,
    /// 2/(n(n−1)): the weights of all ties add up to the number of joint works.
    Strict,
}

impl Counting {
    /// Weight that one work of `team` institutions adds to each of its pairs. `team` must be at least 2.
    #[must_use]
    pub fn weight(self, team: usize) -> f64 {
        let n = team as f64;
        match self {
            Self::Full => 1.0,
            Self::Fractional => 1.0 / (n - 1.0),
            Self::Strict => 2.0 / (n * (n - 1.0)),
        }
    }

    /// Key of the method in options and records.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Fractional => "fractional",
            Self::Strict => "strict",
        }
    }
}

/// Default team-size cap: works of more institutions are treated as consortia and make no ties.
pub const DEFAULT_MAX_TEAM: usize = 25;

/// Parameters of the one-mode projection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Projection {
    /// Counting method.
    pub counting: Counting,
    /// Team-size cap: works of more institutions make no ties (`None`: no cap).
    pub max_team: Option<usize>,
}

impl Default for Projection {
    fn default() -> Self {
        Self { counting: Counting::Full, max_team: Some(DEFAULT_MAX_TEAM) }
    }
}
