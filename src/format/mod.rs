//! Formats, and how one is told from another: by content first, then by extension.

pub(crate) mod collabgraph;
pub(crate) mod edges;
pub(crate) mod gexf;
pub(crate) mod gml;
pub(crate) mod graphml;
pub(crate) mod items;
pub(crate) mod json;
pub(crate) mod json_shape;
pub(crate) mod json_type_error;
pub(crate) mod matrix;
pub(crate) mod openalex;
pub(crate) mod pajek;
pub(crate) mod table_shape;
pub(crate) mod tie_columns;
pub(crate) mod ties;
pub(crate) mod vosviewer;
pub(crate) mod weights;
pub(crate) mod xml;

use crate::corpus::naming::fold;
use crate::format::items::is_list;
use crate::ingest::columns::{ColumnMap, Layout};
use crate::ingest::delimited::BLANKS;

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
    /// A square matrix of ties, the same names above and beside it.
    Matrix,
    /// A matrix of works and institutions, 1 where an institution took part.
    Incidence,
    /// A list of the items that a list of ties names: VOSviewer's map file, Gephi's nodes.
    Items,
    /// GEXF of Gephi.
    Gexf,
    /// GraphML.
    GraphMl,
    /// A Pajek network.
    Pajek,
    /// GML.
    Gml,
    /// VOSviewer's JSON.
    Vosviewer,
}

/// How a format is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Syntax {
    /// Cells between delimiters.
    Delimited,
    /// JSON.
    Json,
    /// XML.
    Xml,
    /// Pajek's headings of stars.
    Pajek,
    /// GML's keys and lists.
    Gml,
}

impl Syntax {
    /// What the text of an input is written in.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let text = text.trim_start_matches('\u{FEFF}').trim_start();
        if is_json(text) {
            Self::Json
        } else if text.starts_with('<') {
            Self::Xml
        } else if starts_pajek(text) {
            Self::Pajek
        } else if starts_gml(text) {
            Self::Gml
        } else {
            Self::Delimited
        }
    }

    /// The same for a text whose input has a name: what is called `.json` or `.jsonl` is JSON, even if it does
    /// not look like any that is read.
    #[must_use]
    pub fn of_named(text: &str, name: &str) -> Self {
        let lower = name.to_lowercase();
        let bare = lower.strip_suffix(".gz").unwrap_or(&lower);
        match Self::of(text) {
            Self::Delimited if bare.ends_with(".json") || bare.ends_with(".jsonl") => Self::Json,
            Self::Delimited if bare.ends_with(".gml") => Self::Gml,
            Self::Delimited if bare.ends_with(".gexf") || bare.ends_with(".graphml") => Self::Xml,
            syntax => syntax,
        }
    }

    /// What it is called.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Delimited => "CSV/TSV",
            Self::Json => "JSON",
            Self::Xml => "XML",
            Self::Pajek => "Pajek",
            Self::Gml => "GML",
        }
    }
}

/// Whether the text is a drawing in Graphviz's DOT, which is written and not read.
#[must_use]
pub fn is_dot(text: &str) -> bool {
    let mut rest = text.trim_start_matches('\u{FEFF}').trim_start();
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

fn starts_pajek(text: &str) -> bool {
    let first = text.lines().map(str::trim).find(|line| !line.is_empty() && !line.starts_with('%'));
    let lower = first.unwrap_or_default().to_lowercase();
    ["*vertices", "*network", "*edges", "*arcs", "*matrix", "*partition", "*vector"].iter().any(|word| {
        lower
            .strip_prefix(word)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(|letter: char| !letter.is_alphanumeric()))
    })
}

/// Whether the text is keys and values, a `graph [` among the first of them.
fn starts_gml(text: &str) -> bool {
    for line in text.lines().take(50).map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let mut words = line.split_whitespace();
        let key = words.next().unwrap_or_default().to_lowercase();
        if key == "graph" && words.next().is_none_or(|word| word.starts_with('[')) || key.starts_with("graph[") {
            return true;
        }
        if !matches!(key.as_str(), "creator" | "version" | "comment" | "label" | "name")
            || line.contains([',', '\t', ';']) && !line.contains('"')
        {
            return false;
        }
    }
    false
}

impl Format {
    /// All formats.
    pub const ALL: [Self; 14] = [
        Self::Epoch,
        Self::Table,
        Self::OpenAlex,
        Self::Collabgraph,
        Self::JsonLines,
        Self::Edges,
        Self::Matrix,
        Self::Incidence,
        Self::Items,
        Self::Gexf,
        Self::GraphMl,
        Self::Pajek,
        Self::Gml,
        Self::Vosviewer,
    ];

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
            Self::Matrix => "matrix",
            Self::Incidence => "incidence",
            Self::Items => "items",
            Self::Gexf => "gexf",
            Self::GraphMl => "graphml",
            Self::Pajek => "pajek",
            Self::Gml => "gml",
            Self::Vosviewer => "vosviewer",
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
        self.syntax() == Syntax::Delimited
    }

    /// How it is written.
    #[must_use]
    pub fn syntax(self) -> Syntax {
        match self {
            Self::Epoch | Self::Table | Self::Edges | Self::Matrix | Self::Incidence | Self::Items => Syntax::Delimited,
            Self::OpenAlex | Self::Collabgraph | Self::JsonLines | Self::Vosviewer => Syntax::Json,
            Self::Gexf | Self::GraphMl => Syntax::Xml,
            Self::Pajek => Syntax::Pajek,
            Self::Gml => Syntax::Gml,
        }
    }
}

/// How much of a JSON text is looked at for the keys that tell its format.
const HEAD: usize = 65_536;

/// The format that a broken JSON text was meant to have, by its first keys, so that its reader can tell where it breaks;
/// `None` when it looks like none of ours.
#[must_use]
pub(crate) fn of_broken_json(text: &str) -> Option<Format> {
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
    } else if text.starts_with('{') && has_key("network") && (has_key("items") || has_key("links")) {
        Some(Format::Vosviewer)
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

/// The format of an XML text, by its root; `None` when it is none of ours.
#[must_use]
pub fn of_xml(text: &str) -> Option<Format> {
    let mut rest = text.trim_start_matches('\u{FEFF}');
    loop {
        rest = rest.get(rest.find('<')? + 1..)?;
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.get(comment.find("-->")?..)?;
        } else if !rest.starts_with(['?', '!']) {
            break;
        }
    }
    let name = rest.split(|letter: char| letter.is_whitespace() || matches!(letter, '>' | '/')).next().unwrap_or("");
    match name.rsplit(':').next() {
        Some("gexf") => Some(Format::Gexf),
        Some("graphml") => Some(Format::GraphMl),
        _ => None,
    }
}

/// Whether a text starts like JSON.
#[must_use]
pub fn is_json(text: &str) -> bool {
    let text = text.trim_start_matches('\u{FEFF}').trim_start();
    let Some(rest) = text.strip_prefix(['{', '[']) else { return text.trim_end() == "null" };
    let rest = rest.trim_start();
    rest.is_empty()
        || rest.starts_with(['"', '{', '}', ']', '['])
        || serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok()
}

/// The delimiter of a text: what its first line holds most often outside quotes. An extension `.tsv` or
/// `.tab` decides by itself when that line holds a tab.
#[must_use]
pub fn delimiter(text: &str, name: &str) -> u8 {
    if is_parted_by_blanks(text) || is_pairs(text, name) {
        return BLANKS;
    }
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

/// Whether a text is a list of ties as NetworkX, igraph and SNAP write it: comments, then two numbers, or two names and
/// a number, or the headers of a list of ties, between blanks. Tabs part cells of a table too: without comments they are
/// taken as such.
fn is_parted_by_blanks(text: &str) -> bool {
    let is_comment = |line: &&str| line.trim_start().starts_with('#') || line.trim().is_empty();
    let text = text.trim_start_matches('\u{FEFF}');
    let mut lines = text.lines().take(1_000);
    let Some(line) = lines.find(|line| !is_comment(line)) else { return false };
    let has_comments = text.trim_start().starts_with('#');
    if line.contains([',', ';']) || !has_comments && line.contains('\t') {
        return false;
    }
    let Ok(cells) = crate::ingest::rows::headers(line, BLANKS, "") else { return false };
    tie_columns::ends(&cells).is_some() || !line.contains('"') && is_bare_tie(&cells)
}

/// Whether the name of an input says that it is a list of ties, and two names stand on every line between blanks.
#[must_use]
pub(crate) fn is_pairs(text: &str, name: &str) -> bool {
    let lower = name.to_lowercase();
    let bare = lower.strip_suffix(".gz").unwrap_or(&lower);
    let mut lines = text.trim_start_matches('\u{FEFF}').lines().map(str::trim).filter(|line| !line.is_empty());
    [".edgelist", ".edges", ".edge", ".ncol"].iter().any(|ending| bare.ends_with(ending))
        && lines.all(|line| {
            line.starts_with('#') || !line.contains([',', ';', '"', '\t']) && line.split_whitespace().count() == 2
        })
}

/// The format of a delimited text with these headers, where the user may say which columns are which: then it is a table
/// of works, unless Epoch's, or a list of ties.
#[must_use]
pub(crate) fn of_named_headers(headers: &[String], columns: Option<&ColumnMap>) -> Format {
    let Some(columns) = columns else { return of_headers(headers) };
    match of_headers(headers) {
        Format::Epoch if !columns.is_of_ties() => Format::Epoch,
        // It goes with a list of ties, which has the columns.
        Format::Items if columns.is_of_ties() && Layout::from_map(columns, headers).is_err() => Format::Items,
        _ if columns.is_of_ties() => Format::Edges,
        _ => Format::Table,
    }
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
    // Gephi's nodes and Kumu's elements may have columns that look like those of works.
    let is_items = has("id") && has("label")
        || folded.first().is_some_and(|key| key == "label") && folded[1..].first().is_some_and(|key| key == "type");
    let is_works = Layout::guess(headers).is_usable();
    if is_epoch {
        Format::Epoch
    } else if is_works && !is_items {
        // Works and institutions, whatever else stands beside them.
        Format::Table
    } else if tie_columns::ends(headers).is_some() || is_bare_tie(headers) {
        Format::Edges
    } else if is_items || is_list(headers) {
        Format::Items
    } else {
        Format::Table
    }
}

/// Whether a first row is no header but a tie of VOSviewer's network file: two names or numbers, and a strength.
pub(crate) fn is_bare_tie(cells: &[String]) -> bool {
    let is_number = |cell: &String| cell.trim().parse::<f64>().is_ok_and(f64::is_finite);
    match cells {
        [a, b] => is_number(a) && is_number(b),
        [a, _, weight] => is_number(weight) && !a.starts_with('%'),
        _ => false,
    }
}

#[cfg(test)]
pub(crate) mod tests {
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

    #[test]
    fn broken_json_is_told_by_its_first_keys() {
        assert_eq!(of_broken_json("{\"collabgraph\": 1"), Some(Format::Collabgraph));
        assert_eq!(of_broken_json("\u{FEFF} {\"results\" :[{"), Some(Format::OpenAlex));
        assert_eq!(of_broken_json("{\"name\":\"A\""), Some(Format::JsonLines));
        assert_eq!(of_broken_json("{\"x\":1"), None);
        assert_eq!(of_broken_json("a,b"), None);
        assert!(is_json("[1, 2, 3]") && is_json("null\n"));
        assert_eq!(Syntax::of_named("7", "a.json.gz"), Syntax::Json);
        assert!(is_json(" [ {}]") && !is_json("[draft] Model,Organization"));
    }

    #[test]
    fn delimited_text_is_told_by_its_first_line() {
        assert_eq!(delimiter("a,b;c,d\n;;;;", "x.csv"), b',');
        assert_eq!(delimiter("\"a,b\";c\n", "x.csv"), b';');
        assert_eq!(delimiter("a\tb,c,d", "x.tsv.gz"), b'\t');
        assert_eq!(delimiter("0 1 2\n", "x.edges"), BLANKS);
        assert_eq!(delimiter("# From\tTo, weight\n3\t4\n", "x.txt"), BLANKS);
        assert_eq!(delimiter("1\t2\t3\n", "network.txt"), b'\t');
        assert_eq!(delimiter("#,Model\n1,EDSR\n", "x.csv"), b',');
        let headers = |text: &str| text.split(',').map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(of_headers(&headers("System,Organization,Country (from Organization)")), Format::Epoch);
        assert_eq!(of_headers(&headers("SOURCE,target")), Format::Edges);
        assert_eq!(of_headers(&headers("Model,Organization")), Format::Table);
    }
}
