//! Whether a method looks at the weights of ties.

/// Use of the weights. A weight is a *closeness*: methods that walk along paths take 1/w as the length of
/// a tie (Newman 2001, *Physical Review E* 64, 016132), the others take w as it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Weighting {
    /// Every tie counts 1.
    #[default]
    Unweighted,
    /// Ties count by their weight.
    Weighted,
}

/// Whether values are divided by the largest value that a network of this size allows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Normalisation {
    /// As counted.
    #[default]
    Raw,
    /// Between 0 and 1.
    Normalised,
}

impl Weighting {
    pub(crate) fn of(self, weight: f64) -> f64 {
        match self {
            Self::Unweighted => 1.0,
            Self::Weighted => weight,
        }
    }
}
