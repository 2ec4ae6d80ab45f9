//! Formats, and how one is told from another: by content first, then by extension.

use crate::corpus::naming::fold;

/// A format that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// Epoch AI's tables.
    Epoch,
    /// Any table of one work a row.
    Table,
    /// Works of OpenAlex: a page of results, an array, or one a line.
    OpenAlex,
    /// The project's own JSON.
    Collabgraph,
    /// One work of the project's own JSON a line.
    JsonLines,
    /// A list of ties.
    Edges,
}

impl Format {
    /// All formats.
    pub const ALL: [Self; 6] =
        [Self::Epoch, Self::Table, Self::OpenAlex, Self::Collabgraph, Self::JsonLines, Self::Edges];

    /// The word for it in `--input-format`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Epoch => "epoch",
            Self::Table => "table",
            Self::OpenAlex => "openalex",
            Self::Collabgraph => "collabgraph",
            Self::JsonLines => "jsonl",
            Self::Edges => "edges",
        }
    }

    /// The format of a word; `csv` and `tsv` are tables, `json` is the project's own.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        match word.trim().to_lowercase().as_str() {
            "csv" | "tsv" => Some(Self::Table),
            "json" => Some(Self::Collabgraph),
            "ndjson" => Some(Self::JsonLines),
            word => Self::ALL.into_iter().find(|format| format.key() == word),
        }
    }

    /// Whether it is delimited text.
    #[must_use]
    pub fn is_delimited(self) -> bool {
        matches!(self, Self::Epoch | Self::Table | Self::Edges)
    }
}

/// How much of a JSON text is looked at for the keys that tell its format.
const HEAD: usize = 65_536;

/// The format of a JSON text; `None` when the text does not start like JSON, or is none of ours.
#[must_use]
pub fn of_json(text: &str) -> Option<Format> {
    let text = text.trim_start_matches('\u{FEFF}').trim_start();
    if !text.starts_with(['{', '[']) {
        return None;
    }
    let mut end = text.len().min(HEAD);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let head = &text[..end];
    let has_key = |key: &str| {
        let quoted = format!("\"{key}\"");
        head.match_indices(&quoted).any(|(at, found)| head[at + found.len()..].trim_start().starts_with(':'))
    };
    if has_key("collabgraph") {
        Some(Format::Collabgraph)
    } else if has_key("authorships") || has_key("results") || has_key("cited_by_count") {
        Some(Format::OpenAlex)
    } else if text.starts_with('[') || has_key("works") {
        Some(Format::Collabgraph)
    } else if has_key("name") || has_key("institutions") {
        Some(Format::JsonLines)
    } else {
        None
    }
}

/// Whether a text starts like JSON.
#[must_use]
pub fn is_json(text: &str) -> bool {
    let text = text.trim_start_matches('\u{FEFF}').trim_start();
    let Some(rest) = text.strip_prefix(['{', '[']) else { return false };
    let rest = rest.trim_start();
    rest.is_empty() || rest.starts_with(['"', '{', '}', ']', '['])
}

/// The delimiter of a text: what its first line holds most often outside quotes. An extension `.tsv` or
/// `.tab` decides by itself when that line holds a tab.
#[must_use]
pub fn delimiter(text: &str, name: &str) -> u8 {
    let mut counts = [(b'\t', 0), (b',', 0), (b';', 0)];
    let mut quoted = false;
    for &byte in text.trim_start_matches(['\u{FEFF}', '\n', '\r']).as_bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' | b'\r' if !quoted => break,
            _ if quoted => {}
            _ => counts.iter_mut().filter(|(delimiter, _)| *delimiter == byte).for_each(|(_, count)| *count += 1),
        }
    }
    let lower = name.to_lowercase();
    let bare = lower.strip_suffix(".gz").unwrap_or(&lower);
    if counts[0].1 > 0 && (bare.ends_with(".tsv") || bare.ends_with(".tab")) {
        return b'\t';
    }
    // The first of equals: a tab is hardly ever part of a header, a semicolon sometimes is.
    let mut best = (b',', 0);
    for candidate in counts {
        if candidate.1 > best.1 {
            best = candidate;
        }
    }
    best.0
}

/// The format of a delimited text with these headers.
#[must_use]
pub fn of_headers(headers: &[String]) -> Format {
    let folded: Vec<String> = headers.iter().map(|header| fold(header)).collect();
    let has = |key: &str| folded.iter().any(|header| header == key);
    let is_epoch = (has("model") || has("system"))
        && has("organization")
        && (has("organizationcategorization")
            || has("notabilitycriteria")
            || headers.iter().any(|header| header.trim().starts_with("Country (")));
    if is_epoch {
        Format::Epoch
    } else if has("source") && has("target") {
        Format::Edges
    } else {
        Format::Table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_is_told_by_its_keys() {
        assert_eq!(of_json("{\"collabgraph\": 1}"), Some(Format::Collabgraph));
        assert_eq!(of_json("\u{FEFF} {\"results\" :[]}"), Some(Format::OpenAlex));
        assert_eq!(of_json("{\"name\":\"A\"}\n"), Some(Format::JsonLines));
        assert_eq!(of_json("{\"x\":1}"), None);
        assert_eq!(of_json("a,b"), None);
        assert!(is_json(" [ {}]") && !is_json("[draft] Model,Organization"));
    }

    #[test]
    fn delimited_text_is_told_by_its_first_line() {
        assert_eq!(delimiter("a,b;c,d\n;;;;", "x.csv"), b',');
        assert_eq!(delimiter("\"a,b\";c\n", "x.csv"), b';');
        assert_eq!(delimiter("a\tb,c,d", "x.tsv.gz"), b'\t');
        let headers = |text: &str| text.split(',').map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(of_headers(&headers("System,Organization,Country (from Organization)")), Format::Epoch);
        assert_eq!(of_headers(&headers("SOURCE,target")), Format::Edges);
        assert_eq!(of_headers(&headers("Model,Organization")), Format::Table);
    }
}
