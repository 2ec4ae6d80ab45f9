//! Weighting and normalisation options of the measures.

/// Use of tie weights. A weight is a *closeness*: measures based on paths take 1/w as the length of a tie (Newman 2001,
/// *Physical Review E* 64, 016132), the others take w itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Weighting {
    /// Every tie counts 1.
    #[default]
    Unweighted,
    /// Ties count by their weight.
    Weighted,
}

/// Normalisation by the largest value that a network of this size allows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Normalisation {
    /// Raw values.
    #[default]
    Raw,
    /// Values between 0 and 1.
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
