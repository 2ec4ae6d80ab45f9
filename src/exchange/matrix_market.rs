//! Matrix Market: the weights as a sparse matrix. A network of institutions is symmetric (lower triangle), one of works and
//! institutions has a row an institution and a column a work. The format has no names: they stand in comments, `% 1 NAME` by row,
//! then by column.
//!
//! Source: <https://math.nist.gov/MatrixMarket/formats.html>.

use std::fmt::Write;

use crate::exchange::attributes::NetworkAttributes;
use crate::exchange::number::plain;
use crate::network::Network;
use crate::network::graph::NetworkMode;

/// Writes the file. O(nodes + ties log ties).
pub(crate) fn write(network: &Network<'_>, attributes: &NetworkAttributes) -> String {
    let rows = match network.mode() {
        NetworkMode::One => network.node_count(),
        NetworkMode::Two => network.corpus().institution_count(),
    };
    let columns = match network.mode() {
        NetworkMode::One => rows,
        NetworkMode::Two => network.node_count() - rows,
    };
    // A matrix of as many works as institutions would look like one of ties.
    let modes = if network.mode() == NetworkMode::Two { "% bipartite\n" } else { "" };
    let symmetry = if network.mode() == NetworkMode::One { "symmetric" } else { "general" };
    let mut text = format!("%%MatrixMarket matrix coordinate real {symmetry}\n{modes}");
    for (at, label) in attributes.labels.iter().enumerate() {
        let _ = writeln!(text, "% {} {}", at + 1, label.split_whitespace().collect::<Vec<_>>().join(" "));
    }
    let cell = |tie| {
        let (a, b, weight) = network.tie(tie);
        match network.mode() {
            NetworkMode::One => (a.min(b), a.max(b), weight),
            NetworkMode::Two => (a.max(b) - rows, a.min(b), weight),
        }
    };
    // Column by column, as readers of sparse columns like it.
    let mut cells: Vec<(usize, usize, f64)> = (0..network.tie_count()).map(cell).collect();
    cells.sort_unstable_by_key(|cell| (cell.0, cell.1));
    let _ = writeln!(text, "{rows} {columns} {}", cells.len());
    for (column, row, weight) in cells {
        let _ = writeln!(text, "{} {} {}", row + 1, column + 1, plain(weight));
    }
    text
}
