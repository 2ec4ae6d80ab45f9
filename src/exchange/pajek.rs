//! Pajek: network (`.net`), partition of clusters (`.clu`), and a vector (`.vec`) for every numeric column.
//!
//! Labels cannot contain a double quote or a line end; `'` and a space replace them. Positions lie within the unit
//! square, y downwards. The text is UTF-8 without a byte order mark, which some readers reject.

use std::fmt::Write;

use crate::exchange::attributes::{AttributeValue, NetworkAttributes};
use crate::exchange::export_file::ExportFile;
use crate::exchange::number::plain;
use crate::network::Network;
use crate::network::graph::NetworkMode;

/// Writes all files.
pub(crate) fn write(network: &Network<'_>, attributes: &NetworkAttributes) -> Vec<ExportFile> {
    let count = network.node_count();
    // Of two modes, institutions come first, and their number stands behind that of all.
    let institutions = (0..count).filter(|&node| network.institution(node).is_some()).count();
    let modes = if network.mode() == NetworkMode::Two { format!(" {institutions}") } else { String::new() };
    let mut net = format!("*Vertices {count}{modes}\n");
    for (node, position) in unit_positions(attributes, count).into_iter().enumerate() {
        let _ = write!(net, "{} \"{}\"", node + 1, label(&attributes.labels[node]));
        if let Some((x, y)) = position {
            let _ = write!(net, " {x:.4} {y:.4} 0.5000");
        }
        net.push('\n');
    }
    net.push_str("*Edges\n");
    for tie in 0..network.tie_count() {
        let (a, b, weight) = network.tie(tie);
        let _ = writeln!(net, "{} {} {}", a + 1, b + 1, plain(weight));
    }
    let mut files = vec![ExportFile::new(".net", net)];
    if !attributes.clusters.is_empty() {
        files.push(ExportFile::new(".clu", lines(count, attributes.clusters.iter().map(u32::to_string))));
    }
    for column in &attributes.nodes {
        let number = |node| match column.values.get(node) {
            Some(AttributeValue::Integer(number)) => Some(number as f64),
            Some(AttributeValue::Real(number)) => Some(number),
            _ => None,
        };
        if (0..count).any(|node| number(node).is_some()) {
            // Pajek's code for a missing value.
            let values = (0..count).map(|node| plain(number(node).unwrap_or(999_999_998.0)));
            files.push(ExportFile::new(&format!("-{}.vec", column.key), lines(count, values)));
        }
    }
    files
}

fn lines(count: usize, values: impl Iterator<Item = String>) -> String {
    let mut text = format!("*Vertices {count}\n");
    for value in values {
        text.push_str(&value);
        text.push('\n');
    }
    text
}

/// A label with the characters that Pajek cannot read replaced.
pub(crate) fn label(label: &str) -> String {
    label
        .chars()
        .map(|ch| {
            if ch == '"' {
                '\''
            } else if ch.is_control() {
                ' '
            } else {
                ch
            }
        })
        .collect()
}

/// Positions scaled into the unit square, keeping the aspect ratio.
fn unit_positions(attributes: &NetworkAttributes, count: usize) -> Vec<Option<(f64, f64)>> {
    let points: Vec<Option<(f64, f64)>> = (0..count).map(|node| attributes.point(node)).collect();
    let known = || points.iter().flatten();
    let low = known().fold((f64::INFINITY, f64::INFINITY), |low, point| (low.0.min(point.0), low.1.min(-point.1)));
    let high =
        known().fold((f64::NEG_INFINITY, f64::NEG_INFINITY), |high, point| (high.0.max(point.0), high.1.max(-point.1)));
    let side = (high.0 - low.0).max(high.1 - low.1);
    let side = if side > 0.0 { side } else { 1.0 };
    points
        .iter()
        .map(|point| point.map(|(x, y)| (0.05 + 0.9 * (x - low.0) / side, 0.05 + 0.9 * (-y - low.1) / side)))
        .collect()
}
