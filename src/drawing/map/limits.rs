//! Sizes that decide which kind of map is drawn.

/// Maximum number of institutions of a detailed map.
pub const MAX_DETAILED_NODES: usize = 40;

/// Width of a full page within its margins, in points.
pub(crate) const PAGE_WIDTH: f64 = 469.89;
