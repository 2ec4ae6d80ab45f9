//! NetworkX's lists of ties with data: two names and a dictionary a line, `KAIST NAVER {'weight': 2}`.

use crate::format::document::Document;
use crate::format::info::{FormatInfo, Grammar, Syntax};
use crate::format::listing::{Listing, lines, words};
use crate::format::ties::{Direction, ExplicitNetwork, NetworkDecoder};
use crate::ingest::options::Options;
use crate::message;
use crate::normalize::text::trim;
use crate::source::error::Error;

/// The syntax: lines that end in a dictionary.
static GRAMMAR: Grammar = Grammar { label: "NetworkX (data)", begins: Some(begins) };

/// Decodes NetworkX's lists of ties with data.
pub(crate) static EDGE_DATA: NetworkDecoder = NetworkDecoder {
    info: &FormatInfo { key: "edge-data", aliases: &[], extensions: &[], syntax: Syntax::Own(&GRAMMAR), precedence: 3 },
    parse,
    sniff: |_| true,
};

/// Whether the first line that is no comment is two names and a dictionary.
fn begins(text: &str) -> bool {
    let is_line = |line: &&str| !line.trim().is_empty() && !line.starts_with('#');
    let Some(line) = text.lines().find(is_line).map(str::trim_end) else { return false };
    let Some((ends, data)) = line.split_once('{') else { return false };
    line.ends_with('}') && (data == "}" || data.starts_with(['\'', '"'])) && parted(ends).is_some()
}

/// The two names before a dictionary, between tabs, commas or blanks.
fn parted(ends: &str) -> Option<[&str; 2]> {
    let split = |delimiter: char| {
        let cells: Vec<&str> = ends.trim_end_matches([delimiter, ' ']).split(delimiter).map(trim).collect();
        <[&str; 2]>::try_from(cells).ok().filter(|cells| cells.iter().all(|cell| !cell.is_empty()))
    };
    let blanks = || {
        let cells: Vec<&str> = ends.split_whitespace().collect();
        <[&str; 2]>::try_from(cells).ok()
    };
    ['\t', ','].into_iter().find(|&delimiter| ends.contains(delimiter)).map_or_else(blanks, split)
}

fn parse(source: &Document<'_>, _options: &Options) -> Result<ExplicitNetwork, Error> {
    let mut listing = Listing::default();
    for (start, line) in lines(source.text).filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#')) {
        let found = line.trim_end().strip_suffix('}').and_then(|line| line.split_once('{'));
        let Some((ends, data)) = found else {
            return Err(source.error(start, message!("format-edge-data-line")));
        };
        let Some(ends) = parted(ends) else {
            let count = words(start, ends).len();
            return Err(source.error(start, message!("format-edge-data-ends", count = count)));
        };
        let mut weight = None;
        for (key, value) in entries(data) {
            match key {
                "weight" => weight = Some(value),
                key => drop(listing.network.unused.insert(key.to_owned())),
            }
        }
        listing.tie((ends[0], ends[1]), weight, Direction::None, start);
    }
    Ok(listing.network)
}

/// Keys and values of a dictionary, quotes taken off; a comma within quotes or brackets parts nothing.
fn entries(data: &str) -> Vec<(&str, &str)> {
    let (mut entries, mut start, mut quote, mut depth) = (Vec::new(), 0, None, 0_usize);
    let bytes = data.as_bytes();
    for at in 0..=bytes.len() {
        let byte = bytes.get(at).copied().unwrap_or(b',');
        match quote {
            Some(open) if at < bytes.len() => {
                if byte == open && bytes[at - 1] != b'\\' {
                    quote = None;
                }
                continue;
            }
            _ => {}
        }
        match byte {
            b'\'' | b'"' => quote = Some(byte),
            b'[' | b'(' | b'{' => depth += 1,
            b']' | b')' | b'}' => depth = depth.saturating_sub(1),
            b',' if depth == 0 || at == bytes.len() => {
                if let Some((key, value)) = data[start..at].split_once(':') {
                    let bare = |text| trim(text).trim_matches(['\'', '"']);
                    entries.push((bare(key), bare(value)));
                }
                start = at + 1;
            }
            _ => {}
        }
    }
    entries
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dictionary_is_split_outside_of_quotes_and_brackets() {
        assert_eq!(
            entries("'weight': 2, 'a, b': [1, 2], \"c\": 'x'"),
            [("weight", "2"), ("a, b", "[1, 2]"), ("c", "x")]
        );
        assert!(entries("").is_empty());
        assert!(begins("# c\nA B {'weight': 2}\n") && begins("A,B,{}\n") && begins("A b\tC\t{}"));
        assert!(!begins("name,{x}\n") && !begins("A B C {'w': 1}") && !begins("{'a': 1}"));
    }
}
