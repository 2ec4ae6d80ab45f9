//! UCINET's DL: a header of numbers, format and labels, then a matrix, a list of ties or lists of neighbours. `nr` and `nc`
//! stand for a network of two modes.
//!
//! Source: UCINET 6 user's guide, “DL files”.

use crate::corpus::hashing::FastMap;
use crate::format::document::Document;
use crate::format::explicit::Mode;
use crate::format::info::{FormatInfo, Grammar, Syntax};
use crate::format::listing::check_count;
use crate::format::ties::{Direction, ExplicitNetwork, ExplicitTie, NetworkDecoder, Vertex, VertexAttribute};
use crate::ingest::options::Options;
use crate::message;
use crate::source::error::Error;

/// DL's syntax: the word `dl`, then numbers of vertices.
static GRAMMAR: Grammar = Grammar { label: "UCINET DL", begins: Some(begins) };

/// Decodes UCINET's DL.
pub(crate) static UCINET: NetworkDecoder = NetworkDecoder {
    info: &FormatInfo {
        key: "ucinet",
        aliases: &["dl"],
        extensions: &["dl"],
        syntax: Syntax::Own(&GRAMMAR),
        precedence: 3,
    },
    parse,
    sniff: |_| true,
};

fn begins(text: &str) -> bool {
    let Some(rest) = text.get(2..).filter(|_| text[..2].eq_ignore_ascii_case("dl")) else { return false };
    let rest = rest.trim_start_matches(|ch: char| ch.is_whitespace() || ch == ',').to_ascii_lowercase();
    rest.len() < text.len() - 2 && ["n=", "n =", "nr", "nc", "nm"].iter().any(|word| rest.starts_with(word))
}

/// A word, a quoted text or a line end.
#[derive(Clone, Copy)]
struct DlToken<'t> {
    text: &'t str,
    offset: usize,
    /// Whether it is the first of its line.
    starts_line: bool,
}

/// Words between blanks, commas and equals signs; a colon ends a word.
fn tokens<'t>(source: &Document<'t>) -> Result<Vec<DlToken<'t>>, Error> {
    let text = source.text;
    let (mut tokens, mut starts_line, mut at) = (Vec::new(), true, 0);
    let is_gap = |ch: char| ch.is_whitespace() || matches!(ch, ',' | '=');
    while let Some(ch) = text[at..].chars().next() {
        let rest = &text[at..];
        match ch {
            '\n' | '\r' => (starts_line, at) = (true, at + 1),
            gap if is_gap(gap) => at += gap.len_utf8(),
            '"' => {
                let Some(end) = rest[1..].find('"') else {
                    return Err(source.error(at, message!("format-quote-opens-here-never")));
                };
                tokens.push(DlToken { text: &rest[1..=end], offset: at, starts_line });
                (starts_line, at) = (false, at + end + 2);
            }
            _ => {
                let end = rest.find(is_gap).unwrap_or(rest.len());
                tokens.push(DlToken { text: &rest[..end], offset: at, starts_line });
                (starts_line, at) = (false, at + end);
            }
        }
    }
    Ok(tokens)
}

/// What the header says.
#[derive(Default)]
struct DlHeader {
    /// Rows and columns: of one mode both are the number of vertices.
    rows: usize,
    columns: usize,
    at: usize,
    is_two_mode: bool,
    format: String,
    has_embedded_labels: bool,
    has_diagonal: bool,
    /// Labels of rows, then of columns.
    labels: [Vec<String>; 2],
}

fn parse(source: &Document<'_>, _options: &Options) -> Result<ExplicitNetwork, Error> {
    let tokens = tokens(source)?;
    let (header, data) = header(source, &tokens[1..])?;
    let data = Data { source, header: &header, tokens: data };
    let mut network = match header.format.as_str() {
        "" | "fullmatrix" | "fm" => data.matrix()?,
        "edgelist" | "edgelist1" | "el1" | "edgelist2" | "el2" => data.edges()?,
        "nodelist" | "nodelist1" | "nl1" | "nodelist2" | "nl2" => data.lists()?,
        other => return Err(source.error(header.at, message!("format-ucinet-format", format = other))),
    };
    network.modes_at = Some(header.at);
    Ok(network)
}

/// Reads the header; gives the tokens behind `data:`.
fn header<'h, 't>(source: &Document<'_>, tokens: &'h [DlToken<'t>]) -> Result<(DlHeader, &'h [DlToken<'t>]), Error> {
    let mut header = DlHeader { has_diagonal: true, ..DlHeader::default() };
    let mut at = 0;
    let mut side = 0;
    while let Some(token) = tokens.get(at) {
        let word = token.text.to_ascii_lowercase();
        let next = tokens.get(at + 1);
        let number = || {
            let text = next.map_or("", |token| token.text);
            let offset = next.map_or(token.offset, |token| token.offset);
            text.parse().map_err(|_| source.error(offset, message!("format-ucinet-number", key = word.clone())))
        };
        match word.trim_end_matches(':') {
            "data" => return finish(source, header, &tokens[at + 1..]),
            "n" => (header.rows, header.columns, header.at, at) = (number()?, number()?, token.offset, at + 2),
            "nr" => (header.rows, header.is_two_mode, header.at, at) = (number()?, true, token.offset, at + 2),
            "nc" => (header.columns, header.is_two_mode, header.at, at) = (number()?, true, token.offset, at + 2),
            "nm" => {
                if number()? != 1 {
                    return Err(source.error(token.offset, message!("format-ucinet-several")));
                }
                at += 2;
            }
            "format" => {
                header.format = next.map_or(String::new(), |token| token.text.to_ascii_lowercase());
                at += 2;
            }
            "diagonal" => {
                let is_absent = next.is_some_and(|token| token.text.eq_ignore_ascii_case("absent"));
                header.has_diagonal = !is_absent;
                at += 2;
            }
            "row" | "rows" => (side, at) = (0, at + 1),
            "col" | "column" | "columns" => (side, at) = (1, at + 1),
            "labels" if next.is_some_and(|token| token.text.trim_end_matches(':').eq_ignore_ascii_case("embedded")) => {
                (header.has_embedded_labels, at) = (true, at + 2);
            }
            "labels" => {
                at += 1;
                let is_header = |token: &DlToken<'_>| {
                    let word = token.text.to_ascii_lowercase();
                    word.ends_with(':')
                        || matches!(word.as_str(), "row" | "rows" | "col" | "column" | "columns")
                        || word == "labels"
                        || token.starts_line && word == "data"
                };
                while let Some(label) = tokens.get(at).filter(|token| !is_header(token)) {
                    header.labels[side].push(label.text.to_owned());
                    at += 1;
                }
            }
            _ => return Err(source.error(token.offset, message!("format-ucinet-word", word = token.text))),
        }
    }
    Err(source.error(source.text.trim_end().len(), message!("format-ucinet-data")))
}

fn finish<'h, 't>(
    source: &Document<'_>,
    mut header: DlHeader,
    data: &'h [DlToken<'t>],
) -> Result<(DlHeader, &'h [DlToken<'t>]), Error> {
    // Every vertex has a label or stands in the data.
    let most = header.labels[0].len() + header.labels[1].len() + data.len();
    check_count(source, header.rows.max(header.columns), most, header.at)?;
    let sizes = [header.rows, header.columns];
    for (labels, size) in header.labels.iter_mut().zip(sizes) {
        if labels.len() > size {
            let count = labels.len();
            return Err(source.error(header.at, message!("format-ucinet-labels", count = count, size = size)));
        }
        labels.extend((labels.len()..size).map(|_| String::new()));
    }
    Ok((header, data))
}

struct Data<'d, 't> {
    source: &'d Document<'t>,
    header: &'d DlHeader,
    tokens: &'d [DlToken<'t>],
}

impl Data<'_, '_> {
    /// The id of a column, which in a network of one mode is that of the row.
    fn column(&self, number: usize) -> String {
        if self.header.is_two_mode { self.header.rows.saturating_add(number).to_string() } else { number.to_string() }
    }

    fn network(&self, labels: &[Vec<String>; 2], ties: Vec<ExplicitTie>) -> ExplicitNetwork {
        let at = self.header.at;
        let vertex = |id: String, label: &String, mode: Mode| {
            let attributes = match self.header.is_two_mode {
                true => vec![(VertexAttribute::Mode, mode.value())],
                false => Vec::new(),
            };
            Vertex { id, label: label.clone(), attributes, offset: at, ..Vertex::default() }
        };
        let rows = labels[0].iter().enumerate().map(|(row, label)| vertex((row + 1).to_string(), label, Mode::First));
        let mut vertices: Vec<Vertex> = rows.collect();
        if self.header.is_two_mode {
            let own = |(column, label): (usize, &String)| {
                let mut vertex = vertex(self.column(column + 1), label, Mode::Second);
                if vertex.label.is_empty() {
                    vertex.label = (column + 1).to_string();
                }
                vertex
            };
            vertices.extend(labels[1].iter().enumerate().map(own));
        }
        ExplicitNetwork { vertices, ties, ..ExplicitNetwork::default() }
    }

    fn matrix(&self) -> Result<ExplicitNetwork, Error> {
        let (rows, columns) = (self.header.rows, self.header.columns);
        let mut labels = self.header.labels.clone();
        let mut tokens = self.tokens.iter();
        if self.header.has_embedded_labels {
            for label in labels[1].iter_mut().take(columns) {
                *label = tokens.next().map_or(String::new(), |token| token.text.to_owned());
            }
        }
        let mut ties = Vec::new();
        for (row, label) in labels[0].iter_mut().enumerate() {
            if self.header.has_embedded_labels {
                *label = tokens.next().map_or(String::new(), |token| token.text.to_owned());
            }
            for column in 0..columns {
                if row == column && !self.header.has_diagonal {
                    continue;
                }
                let Some(token) = tokens.next() else {
                    let end = self.source.text.trim_end().len();
                    let message = message!("format-ucinet-cells", rows = rows, columns = columns);
                    return Err(self.source.error(end, message));
                };
                if self.weight(token)? != 0.0 {
                    ties.push(self.tie(((row + 1).to_string(), self.column(column + 1)), Some(token), token.offset));
                }
            }
        }
        if let Some(token) = tokens.next() {
            return Err(self
                .source
                .error(token.offset, message!("format-ucinet-cells", rows = rows, columns = columns)));
        }
        Ok(self.network(&labels, ties))
    }

    fn weight(&self, token: &DlToken<'_>) -> Result<f64, Error> {
        let text = token.text;
        text.parse()
            .map_err(|_| self.source.error(token.offset, message!("format-weight-no-number-write", text = text)))
    }

    fn tie(&self, (source, target): (String, String), weight: Option<&DlToken<'_>>, offset: usize) -> ExplicitTie {
        let direction = if self.header.is_two_mode { Direction::None } else { Direction::Directed };
        ExplicitTie { source, target, weight: weight.map(|token| token.text.to_owned()), direction, offset }
    }

    /// Lines of two ends and perhaps a weight.
    fn edges(&self) -> Result<ExplicitNetwork, Error> {
        let (mut known, mut ties) = (KnownLabels::of(self.header), Vec::new());
        for line in self.lines() {
            let [first, second] = self.ends(line)?;
            let source = self.end(first, &mut known, 0)?;
            let target = self.end(second, &mut known, 1)?;
            let weight = line.get(2);
            if let Some(weight) = weight {
                self.weight(weight)?;
            }
            ties.push(self.tie((source, target), weight, first.offset));
        }
        Ok(self.network(&known.labels, ties))
    }

    fn ends<'l, 't>(&self, line: &'l [DlToken<'t>]) -> Result<[&'l DlToken<'t>; 2], Error> {
        match line {
            [first, second, ..] if line.len() <= 3 => Ok([first, second]),
            _ => Err(self.source.error(line[0].offset, message!("format-ucinet-tie"))),
        }
    }

    /// Lines of a vertex and its neighbours.
    fn lists(&self) -> Result<ExplicitNetwork, Error> {
        let (mut known, mut ties) = (KnownLabels::of(self.header), Vec::new());
        for line in self.lines() {
            let source = self.end(&line[0], &mut known, 0)?;
            for token in &line[1..] {
                let target = self.end(token, &mut known, 1)?;
                ties.push(self.tie((source.clone(), target), None, token.offset));
            }
        }
        Ok(self.network(&known.labels, ties))
    }

    fn lines(&self) -> impl Iterator<Item = &[DlToken<'_>]> {
        self.tokens.chunk_by(|_, next| !next.starts_line)
    }

    /// The id of an end: a number, or a label that the header or an earlier line gives.
    fn end(&self, token: &DlToken<'_>, known: &mut KnownLabels, side: usize) -> Result<String, Error> {
        let (side, size) = match self.header.is_two_mode {
            true => (side, if side == 0 { self.header.rows } else { self.header.columns }),
            false => (0, self.header.rows),
        };
        let id = |number: usize| if side == 0 { number.to_string() } else { self.column(number) };
        let text = token.text;
        if let Some(&number) = known.numbers[side].get(&text.to_lowercase()) {
            return Ok(id(number));
        }
        if self.header.has_embedded_labels {
            let number = known.numbers[side].len() + 1;
            if let Some(label) = known.labels[side].get_mut(number - 1) {
                text.clone_into(label);
                known.numbers[side].insert(text.to_lowercase(), number);
                return Ok(id(number));
            }
        } else if let Some(number) = text.parse().ok().filter(|number| (1..=size).contains(number)) {
            return Ok(id(number));
        }
        Err(self.source.error(token.offset, message!("format-no-vertex-number", text = text, count = size)))
    }
}

/// Labels of rows and columns, and their numbers.
struct KnownLabels {
    labels: [Vec<String>; 2],
    numbers: [FastMap<String, usize>; 2],
}

impl KnownLabels {
    fn of(header: &DlHeader) -> Self {
        let numbers = |labels: &Vec<String>| {
            let named = labels.iter().enumerate().filter(|(_, label)| !label.is_empty());
            named.map(|(at, label)| (label.to_lowercase(), at + 1)).collect()
        };
        Self { labels: header.labels.clone(), numbers: [numbers(&header.labels[0]), numbers(&header.labels[1])] }
    }
}
