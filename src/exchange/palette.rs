//! Cluster colours (Okabe & Ito 2008; further clusters grey) as red, green and blue.

const CLUSTERS: [(u8, u8, u8); 7] =
    [(0, 114, 178), (230, 159, 0), (0, 158, 115), (204, 121, 167), (86, 180, 233), (213, 94, 0), (240, 228, 66)];
const OTHERS: (u8, u8, u8) = (153, 153, 153);

/// The colour of a cluster, numbered from 1; grey beyond the palette and for none.
pub(crate) fn of(cluster: Option<u32>) -> (u8, u8, u8) {
    cluster.and_then(|cluster| CLUSTERS.get((cluster as usize).checked_sub(1)?).copied()).unwrap_or(OTHERS)
}
