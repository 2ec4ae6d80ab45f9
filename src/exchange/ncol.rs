//! A plain list of ties, as igraph (`Read_Ncol`), NetworkX (`read_weighted_edgelist`) and Large Graph Layout read it: two names
//! and a weight a line, between blanks. A name cannot hold a blank, a quote, the sign of a
//! comment or a delimiter of other lists: `_` stands for each.

use std::collections::BTreeSet;
use std::fmt::Write;

use crate::exchange::attributes::NetworkAttributes;
use crate::exchange::number::plain;
use crate::network::Network;

/// Writes the file; who has no partner has no line.
pub(crate) fn write(network: &Network<'_>, attributes: &NetworkAttributes) -> String {
    let names = names(attributes);
    let mut text = String::new();
    for tie in 0..network.tie_count() {
        let (a, b, weight) = network.tie(tie);
        let _ = writeln!(text, "{} {} {}", names[a], names[b], plain(weight));
    }
    text
}

/// The labels as the format can hold them, no two of them alike.
pub(crate) fn names(attributes: &NetworkAttributes) -> Vec<String> {
    let held = |ch: char| {
        if ch.is_whitespace() || ch.is_control() || matches!(ch, '#' | '"' | '\'' | ',' | ';') { '_' } else { ch }
    };
    let mut taken: BTreeSet<String> = BTreeSet::new();
    let mut name = |label: &String| {
        let plain: String = label.chars().map(held).collect();
        let mut name = plain.clone();
        let mut number = 2;
        while !taken.insert(name.clone()) {
            name = format!("{plain}_{number}");
            number += 1;
        }
        name
    };
    attributes.labels.iter().map(&mut name).collect()
}
