//! Which quality function is optimised, and with which weights of ties; [`quality`](crate::community::quality) has the formulas.

/// Default resolution γ of modularity and CPM.
pub const RESOLUTION: f64 = 1.0;

/// Quality function.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Quality {
    /// Modularity: weight inside communities beyond the expectation from the strengths of the nodes.
    Modularity {
        /// γ; 1 is Newman's modularity.
        resolution: f64,
    },
    /// Constant Potts model: communities denser inside than γ.
    Cpm {
        /// γ, a density: weight per pair.
        resolution: f64,
    },
}

impl Default for Quality {
    fn default() -> Self {
        Self::Modularity { resolution: RESOLUTION }
    }
}

/// Tie weights used by a quality function.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TieWeights {
    /// The weights of the network.
    #[default]
    AsCounted,
    /// 1 for every tie.
    Unweighted,
    /// Association strength. With CPM this is the clustering of VOSviewer.
    AssociationStrength,
}
