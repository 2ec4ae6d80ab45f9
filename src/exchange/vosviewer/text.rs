//! VOSviewer's map file (a table with a header) and network file (numbers, no header), both tab-separated.
//!
//! Items are numbered from 1. A score that is undefined for some item has no column, because VOSviewer rejects empty
//! cells.
//!
//! Source: VOSviewer manual, section 4.

use crate::exchange::attributes::NetworkAttributes;
use crate::exchange::export_file::ExportFile;
use crate::exchange::number::plain;
use crate::exchange::vosviewer::numbers::{NamedColumns, cluster, scores, weights};
use crate::network::Network;

/// Writes both files.
pub(crate) fn write(network: &Network<'_>, attributes: &NetworkAttributes) -> Vec<ExportFile> {
    let is_full = |named: &(String, Vec<Option<f64>>)| named.1.iter().all(Option::is_some);
    let weights: NamedColumns = weights(network, attributes).into_iter().filter(is_full).collect();
    let scores: NamedColumns = scores(network, attributes).into_iter().filter(is_full).collect();
    let count = network.node_count();
    let has_points = count > 0 && (0..count).all(|node| attributes.point(node).is_some());
    let has_clusters = count > 0 && (0..count).all(|node| cluster(attributes, node).is_some());

    let mut header = vec!["id".to_owned(), "label".to_owned()];
    header.extend(has_points.then(|| ["x".to_owned(), "y".to_owned()]).into_iter().flatten());
    header.extend(has_clusters.then(|| "cluster".to_owned()));
    header.extend(weights.iter().map(|(name, _)| format!("weight<{name}>")));
    header.extend(scores.iter().map(|(name, _)| format!("score<{name}>")));
    let mut map = header.join("\t");
    map.push('\n');
    for node in 0..count {
        let mut cells = vec![(node + 1).to_string(), cell(&attributes.labels[node])];
        if let (true, Some((x, y))) = (has_points, attributes.point(node)) {
            cells.extend([plain(x), plain(y)]);
        }
        if let (true, Some(cluster)) = (has_clusters, cluster(attributes, node)) {
            cells.push(cluster.to_string());
        }
        let numbers = weights.iter().chain(&scores).map(|(_, values)| values[node].map_or_else(String::new, plain));
        cells.extend(numbers);
        map.push_str(&cells.join("\t"));
        map.push('\n');
    }
    let mut ties = String::new();
    for tie in 0..network.tie_count() {
        let (a, b, weight) = network.tie(tie);
        ties.push_str(&format!("{}\t{}\t{}\n", a + 1, b + 1, plain(weight)));
    }
    vec![ExportFile::new("_map.txt", map), ExportFile::new("_network.txt", ties)]
}

/// A cell value; quoted where it contains a delimiter or a quote.
fn cell(text: &str) -> String {
    let text: String = text.chars().map(|ch| if ch.is_control() { ' ' } else { ch }).collect();
    if text.contains([',', ';', '"']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}
