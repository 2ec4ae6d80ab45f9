//! GML in 7-bit ASCII: other characters, quotes, brackets and `&` as entities. Keys consist of letters and digits (`name_ko` →
//! `nameKo`). NetworKit reads files that begin with the graph and whose nodes hold no lists, so positions are two numbers.

use std::fmt::Write;

use crate::exchange::attributes::{AttributeColumn, AttributeValue, NetworkAttributes};
use crate::exchange::number::real;
use crate::network::Network;

/// Writes the file. Nodes are numbered from 1; their ids become the attribute `institution`.
pub(crate) fn write(network: &Network<'_>, attributes: &NetworkAttributes) -> String {
    let mut text = String::from("graph [\n  directed 0\n");
    for node in 0..network.node_count() {
        let _ = write!(text, "  node [\n    id {}\n    label \"{}\"\n", node + 1, escaped(&attributes.labels[node]));
        values(&mut text, &attributes.nodes, node);
        if let Some(cluster) = attributes.cluster(node) {
            let _ = writeln!(text, "    cluster {cluster}");
        }
        if let Some((x, y)) = attributes.point(node) {
            let _ = writeln!(text, "    x {}\n    y {}", real(x), real(y));
        }
        text.push_str("  ]\n");
    }
    for tie in 0..network.tie_count() {
        let (a, b, weight) = network.tie(tie);
        let _ = write!(text, "  edge [\n    source {}\n    target {}\n    weight {}\n", a + 1, b + 1, real(weight));
        values(&mut text, &attributes.ties, tie);
        text.push_str("  ]\n");
    }
    text.push_str("]\n");
    text
}

fn values(text: &mut String, attributes: &[AttributeColumn], at: usize) {
    for column in attributes {
        let Some(value) = column.values.get(at) else { continue };
        let key = key(&column.key);
        let _ = match value {
            // GML integers have 32 bits.
            AttributeValue::Integer(number) if i32::try_from(number).is_ok() => writeln!(text, "    {key} {number}"),
            AttributeValue::Integer(number) => writeln!(text, "    {key} {}", real(number as f64)),
            AttributeValue::Real(number) => writeln!(text, "    {key} {}", real(number)),
            value => writeln!(text, "    {key} \"{}\"", escaped(&value.plain("; "))),
        };
    }
}

/// The key with letters and digits only, starting with a letter.
fn key(key: &str) -> String {
    let mut plain = String::new();
    let mut is_new_word = false;
    for ch in key.chars() {
        if !ch.is_ascii_alphanumeric() {
            is_new_word = true;
        } else if is_new_word && !plain.is_empty() {
            plain.push(ch.to_ascii_uppercase());
            is_new_word = false;
        } else {
            plain.push(ch);
            is_new_word = false;
        }
    }
    if plain.starts_with(|ch: char| ch.is_ascii_alphabetic()) { plain } else { format!("a{plain}") }
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for ch in text.chars() {
        match ch {
            '&' => escaped.push_str("&amp;"),
            '"' => escaped.push_str("&quot;"),
            // NetworKit takes a closing bracket within a text for the end of the node.
            '[' => escaped.push_str("&#91;"),
            ']' => escaped.push_str("&#93;"),
            ' '..='~' => escaped.push(ch),
            ch => {
                let _ = write!(escaped, "&#{};", u32::from(ch));
            }
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_and_texts_are_plain_ascii() {
        assert_eq!((key("name_ko"), key("2nd-try"), key("점수")), ("nameKo".into(), "a2ndTry".into(), "a".into()));
        assert_eq!(escaped("가 \"A&B\" [C]\n"), "&#44032; &quot;A&amp;B&quot; &#91;C&#93;&#10;");
    }
}
