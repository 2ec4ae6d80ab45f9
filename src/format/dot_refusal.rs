//! How DOT begins, and its refusal in a build without the parser of DOT (the feature `dot`).

#[cfg(not(feature = "dot"))]
use crate::format::decoder::{Confidence, Refusal};
#[cfg(not(feature = "dot"))]
use crate::format::head::Head;
#[cfg(not(feature = "dot"))]
use crate::source::error::Error;
use crate::source::input::body;

/// Refuses DOT.
#[cfg(not(feature = "dot"))]
pub(crate) struct Dot;

#[cfg(not(feature = "dot"))]
impl Refusal for Dot {
    fn refuse(&self, head: &Head<'_>) -> Option<(Confidence, Error)> {
        let error = || Error::at(head.name, 1, 1, crate::message!("format-dot-written-read-take"));
        is_dot(head.text).then(|| (Confidence::Certain, error()))
    }
}

/// Whether a text begins as a graph in DOT does.
pub(crate) fn is_dot(text: &str) -> bool {
    let mut rest = body(text);
    loop {
        let after = if rest.starts_with("/*") {
            rest.split_once("*/").map(|(_, after)| after)
        } else if rest.starts_with("//") || rest.starts_with('#') {
            rest.split_once('\n').map(|(_, after)| after)
        } else {
            None
        };
        match after {
            Some(after) => rest = after.trim_start(),
            None => break,
        }
    }
    // Nothing else begins with these words; the brace may be far away in a table.
    if !rest.get(..7).or(Some(rest)).is_some_and(|start| {
        let start = start.to_lowercase();
        ["graph", "digraph", "strict"].iter().any(|word| start.starts_with(word))
    }) {
        return false;
    }
    let Some((head, _)) = rest.split_once('{') else { return false };
    let mut words = head.split_whitespace().map(str::to_lowercase);
    let first = words.next().unwrap_or_default();
    let kind = if first == "strict" { words.next().unwrap_or_default() } else { first };
    matches!(kind.as_str(), "graph" | "digraph") && !head.contains([',', ';', '\t'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dot_is_known_by_its_head() {
        for text in ["graph {", "// made\n/* by */ strict digraph \"G\" {\na -> b }", "graph G\n{ a -- b }"] {
            assert!(is_dot(text), "{text}");
        }
        for text in ["graph,name\na,{b}", "graph [ node [ id 1 ] ]", "Model,Organization\nx,y", "graph"] {
            assert!(!is_dot(text), "{text}");
        }
    }
}
