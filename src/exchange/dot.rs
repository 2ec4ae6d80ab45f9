//! DOT for Graphviz and compatible programs: all columns as attributes, positions in points (`neato -n2`).
//!
//! Every id and value is double-quoted with `"` and `\` escaped, line feeds as `\n`, other control characters dropped,
//! so that no value is read as HTML label, port or keyword. Source: <https://graphviz.org/doc/info/lang.html>.

use std::fmt::Write;

use crate::exchange::attributes::{AttributeColumn, NetworkAttributes};
use crate::exchange::number::real;
use crate::exchange::palette;
use crate::network::Network;

/// Pen widths of the weakest and the strongest tie, in points.
const PEN_WIDTHS: (f64, f64) = (0.75, 4.0);

/// Writes the file. O(nodes + ties + evidence).
pub(crate) fn write(network: &Network<'_>, attributes: &NetworkAttributes) -> String {
    let mut text = format!("graph {} {{\n", quoted(&attributes.title));
    let _ = writeln!(
        text,
        "  graph [charset=\"UTF-8\", label={}, overlap=false, outputorder=edgesfirst, start=1];",
        quoted(&attributes.description)
    );
    text.push_str("  node [shape=ellipse, style=filled, fillcolor=white, penwidth=2];\n");
    for node in 0..network.node_count() {
        let (red, green, blue) = palette::of(attributes.cluster(node));
        let _ = write!(text, "  {} [label={}", quoted(&attributes.ids[node]), quoted(&attributes.labels[node]));
        let _ = write!(text, ", color=\"#{red:02x}{green:02x}{blue:02x}\"");
        if let Some((x, y)) = attributes.point(node) {
            let _ = write!(text, ", pos=\"{},{}!\"", real(x), real(y));
        }
        if let Some(cluster) = attributes.cluster(node) {
            let _ = write!(text, ", cluster=\"{cluster}\"");
        }
        values(&mut text, &attributes.nodes, node);
        text.push_str("];\n");
    }
    let strongest = (0..network.tie_count()).map(|tie| network.tie(tie).2).fold(f64::MIN_POSITIVE, f64::max);
    for tie in 0..network.tie_count() {
        let (a, b, weight) = network.tie(tie);
        let (a, b) = (quoted(&attributes.ids[a]), quoted(&attributes.ids[b]));
        let pen_width = PEN_WIDTHS.0 + (PEN_WIDTHS.1 - PEN_WIDTHS.0) * weight / strongest;
        let _ = write!(text, "  {a} -- {b} [weight=\"{}\", penwidth=\"{}\"", real(weight), real(pen_width));
        if let Some(works) =
            attributes.ties.iter().find(|column| column.key == "evidence").and_then(|one| one.values.get(tie))
        {
            let _ = write!(text, ", tooltip={}", quoted(&works.plain("\n")));
        }
        values(&mut text, &attributes.ties, tie);
        text.push_str("];\n");
    }
    text.push_str("}\n");
    text
}

fn values(text: &mut String, attributes: &[AttributeColumn], at: usize) {
    for column in attributes {
        if let Some(value) = column.values.get(at) {
            let _ = write!(text, ", {}={}", quoted(&column.key), quoted(&value.plain("; ")));
        }
    }
}

fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for ch in text.chars() {
        match ch {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            ch if ch.is_control() => {}
            ch => quoted.push(ch),
        }
    }
    quoted.push('"');
    quoted
}
