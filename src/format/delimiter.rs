//! Delimiters of delimited text, and the lists of ties that blanks split.

use crate::format::tie_columns;
use crate::ingest::delimited::{BLANKS, separator_line};
use crate::ingest::options::Options;
use crate::ingest::rows;
use crate::source::input::has_extension;
use crate::source::table_text;

/// Delimiter detection: what the user says, or a line `sep=;` before the header; else the character that the first line
/// holds most often outside quotes. An extension `.tsv` or
/// `.tab` decides alone when that line holds a tab.
#[must_use]
pub(crate) fn detect(text: &str, name: &str, options: &Options) -> u8 {
    if let Some(delimiter) = options.delimiter.or_else(|| separator_line(text).map(|(delimiter, _)| delimiter)) {
        return delimiter;
    }
    if is_split_at_blanks(text) || is_pairs(text, name) {
        return BLANKS;
    }
    let mut counts = [(table_text::DELIMITER, 0), (b'\t', 0), (b',', 0), (b';', 0), (b'|', 0)];
    let mut quoted = false;
    for &byte in text.trim_start_matches(['\u{FEFF}', '\n', '\r']).as_bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' | b'\r' if !quoted => break,
            _ if quoted => {}
            _ => counts.iter_mut().filter(|(delimiter, _)| *delimiter == byte).for_each(|(_, count)| *count += 1),
        }
    }
    if counts[0].1 > 0 {
        return table_text::DELIMITER;
    }
    if counts[1].1 > 0 && has_extension(name, &["tsv", "tab"]) {
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

/// Whether a text is a list of ties as NetworkX, igraph and SNAP write it: comments, then two numbers, or two names and
/// a number, or the headers of a list of ties, between blanks. Tabs also split the cells of a table, and without
/// comments they are taken to do so.
fn is_split_at_blanks(text: &str) -> bool {
    let is_comment = |line: &&str| line.trim_start().starts_with('#') || line.trim().is_empty();
    let text = text.trim_start_matches('\u{FEFF}');
    let mut lines = text.lines().take(1_000);
    let Some(line) = lines.find(|line| !is_comment(line)) else { return false };
    let has_comments = text.trim_start().starts_with('#');
    if line.contains([',', ';']) || !has_comments && line.contains('\t') {
        return false;
    }
    let Ok(cells) = rows::headers(line, BLANKS, "") else { return false };
    tie_columns::ends(&cells).is_some() || !line.contains('"') && tie_columns::is_bare_tie(&cells)
}

/// Whether the name of an input says that it is a list of ties, and two names, and perhaps a weight, stand on every
/// line between blanks.
#[must_use]
pub(crate) fn is_pairs(text: &str, name: &str) -> bool {
    let mut lines = text.trim_start_matches('\u{FEFF}').lines().map(str::trim).filter(|line| !line.is_empty());
    has_extension(name, &["edgelist", "edges", "edge", "ncol"])
        && lines.all(|line| {
            let cells: Vec<&str> = line.split_whitespace().take(4).collect();
            let is_tie = cells.len() == 2 || cells.len() == 3 && cells[2].parse::<f64>().is_ok();
            line.starts_with('#') || !line.contains([',', ';', '"', '\t']) && is_tie
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_line_decides_on_the_delimiter() {
        let options = Options::default();
        assert_eq!(detect("a,b;c,d\n;;;;", "x.csv", &options), b',');
        assert_eq!(detect("\"a,b\";c\n", "x.csv", &options), b';');
        assert_eq!(detect("a\tb,c,d", "x.tsv.gz", &options), b'\t');
        assert_eq!(detect("0 1 2\n", "x.edges", &options), BLANKS);
        assert_eq!(detect("# From\tTo, weight\n3\t4\n", "x.txt", &options), BLANKS);
        assert_eq!(detect("1\t2\t3\n", "network.txt", &options), b'\t');
        assert_eq!(detect("#,Model\n1,EDSR\n", "x.csv", &options), b',');
        assert_eq!(detect("Model|Organization|Year\n", "x.csv", &options), b'|');
        assert_eq!(detect("sep=;\r\na,b;c,d\n", "x.csv", &options), b';');
        let given = Options { delimiter: Some(b';'), ..options };
        assert_eq!(detect("a,b;c,d\n", "x.csv", &given), b';');
    }
}
