//! Pajek networks: `*Vertices`, `*Edges`, `*Arcs`, `*Edgeslist`, `*Arcslist`; lines of `%` are comments.
//! `*Vertices 7 4` is a network of two modes: institutions and works. Partitions and vectors, also those that stand
//! behind a network in a project file, are no networks; matrices are refused.
//!
//! Source: Pajek reference manual; <https://gephi.org/users/supported-graph-formats/pajek-net-format/>.

use crate::corpus::hashing::FastSet;
use crate::format::document::Document;
use crate::format::info::{FormatInfo, Grammar, Syntax};
use crate::format::ties::{Direction, ExplicitNetwork, ExplicitTie, NetworkDecoder, Vertex, VertexAttribute};
use crate::format::weights::{self, Reading};
use crate::ingest::columns::{ColumnMap, Role};
use crate::ingest::options::Options;
use crate::message;
use crate::messages::Message;
use crate::names::authority::{Authority, Verdict};
use crate::normalize::text::trim;
use crate::source::error::Error;

/// Vertices that may be announced although no line and no tie names them. Where more vertices are named than these, as
/// many again may be announced: what is read grows with the file, and not with a number in it.
const MAX_UNNAMED: usize = 10_000;

/// Pajek's syntax: headings of stars.
static GRAMMAR: Grammar = Grammar { label: "Pajek", begins };

/// Decodes Pajek networks.
pub(crate) static PAJEK: NetworkDecoder = NetworkDecoder {
    info: &FormatInfo { key: "pajek", aliases: &[], extensions: &[], syntax: Syntax::Own(&GRAMMAR), precedence: 3 },
    parse,
    sniff: |_| true,
};

/// Whether the first line that is no comment is a heading.
fn begins(text: &str) -> bool {
    let first = text.lines().map(str::trim).find(|line| !line.is_empty() && !line.starts_with('%'));
    let lower = first.unwrap_or_default().to_lowercase();
    ["*vertices", "*network", "*edges", "*arcs", "*matrix", "*partition", "*vector"].iter().any(|word| {
        lower
            .strip_prefix(word)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(|ch: char| !ch.is_alphanumeric()))
    })
}

fn parse(source: &Document<'_>, options: &Options) -> Result<ExplicitNetwork, Error> {
    let (mut network, first) = lines(source)?;
    let Some(first) = first else { return Ok(network) };
    let institutions = mode_of_institutions(source, &network, first, options)?;
    for vertex in &mut network.vertices {
        if Mode::of(&vertex.id, first) != institutions {
            vertex.attributes.push((VertexAttribute::Kind, "work".to_owned()));
        }
    }
    let lost = affiliations(source, &mut network, first)?;
    report_modes(&mut network, source, institutions, lost);
    Ok(network)
}

/// A side of a network of two modes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    First,
    Second,
}

impl Mode {
    /// The mode of a vertex, `first` of which are in the first.
    fn of(id: &str, first: usize) -> Self {
        if id.parse().is_ok_and(|number: usize| number <= first) { Self::First } else { Self::Second }
    }
}

/// Which mode the institutions are: the one that the user names, the one whose names the authority knows better, else
/// the first.
fn mode_of_institutions(
    source: &Document<'_>,
    network: &ExplicitNetwork,
    first: usize,
    options: &Options,
) -> Result<Mode, Error> {
    let word = |columns: &ColumnMap, role| columns.get(role).map(str::to_owned);
    if let Some(columns) = &options.columns {
        let modes = (word(columns, Role::Institutions), word(columns, Role::Work));
        match (modes.0.as_deref(), modes.1.as_deref()) {
            (Some("1"), None | Some("2")) | (None, Some("2")) => return Ok(Mode::First),
            (Some("2"), None | Some("1")) | (None, Some("1")) => return Ok(Mode::Second),
            (None, None) => {}
            _ => {
                return Err(source.error(0, message!("format-network-two-modes-whose")));
            }
        }
    }
    let known = |mode: Mode| {
        let is_known = |vertex: &&Vertex| is_known(&vertex.label, &options.authority);
        network.vertices.iter().filter(|vertex| Mode::of(&vertex.id, first) == mode).filter(is_known).count()
    };
    Ok(if known(Mode::Second) > known(Mode::First) { Mode::Second } else { Mode::First })
}

fn is_known(label: &str, authority: &Authority) -> bool {
    !matches!(authority.judge(trim(label), ""), Verdict::Unknown)
}

/// Ties that were not taken as they stand.
#[derive(Clone, Copy, Default)]
struct Lost {
    /// Affiliations with a weight other than 1.
    weighted: usize,
    /// Affiliations whose weight is not above zero.
    nothing: usize,
    /// Affiliations that stand twice.
    repeated: usize,
}

/// Makes each tie an affiliation, which is there once or not at all.
fn affiliations(source: &Document<'_>, network: &mut ExplicitNetwork, first: usize) -> Result<Lost, Error> {
    let mut lost = Lost::default();
    let mut seen: FastSet<(String, String)> = FastSet::default();
    let mut ties = Vec::with_capacity(network.ties.len());
    for mut edge in std::mem::take(&mut network.ties) {
        if Mode::of(&edge.source, first) == Mode::of(&edge.target, first) {
            let (a, b) = (&edge.source, &edge.target);
            return Err(source.error(
                edge.offset,
                message!("format-mode-second-number-vertices", a = a.to_string(), b = b.to_string()),
            ));
        }
        match edge.weight.as_deref().map(weights::read) {
            None | Some(Reading::Weight(1.0) | Reading::Unreadable | Reading::Blank) => {}
            Some(Reading::Weight(_)) => lost.weighted += 1,
            Some(Reading::Unusable(..)) => {
                lost.nothing += 1;
                continue;
            }
        }
        if Mode::of(&edge.source, first) == Mode::Second {
            std::mem::swap(&mut edge.source, &mut edge.target);
        }
        edge.direction = Direction::None;
        if seen.insert((edge.source.clone(), edge.target.clone())) { ties.push(edge) } else { lost.repeated += 1 }
    }
    network.ties = ties;
    Ok(lost)
}

fn report_modes(network: &mut ExplicitNetwork, source: &Document<'_>, institutions: Mode, lost: Lost) {
    let mut report = |line: u64, message: Message| network.notices.push((line, message));
    let (taken, other) = match institutions {
        Mode::First => ("first", "work=1,institutions=2"),
        Mode::Second => ("second", "work=2,institutions=1"),
    };
    let line = source.text.lines().position(|line| line.trim_start().to_lowercase().starts_with("*vertices"));
    report(
        line.map_or(0, |line| line as u64 + 1),
        message!("format-network-two-modes-read", taken = taken, other = other),
    );
    if lost.weighted > 0 {
        let weighted = lost.weighted;
        report(0, message!("format-ties-works-institutions-weight", weighted = weighted));
    }
    if lost.nothing > 0 {
        let nothing = lost.nothing;
        report(0, message!("format-ties-weights-cannot-counted", nothing = nothing));
    }
    if lost.repeated > 0 {
        let repeated = lost.repeated;
        report(0, message!("format-ties-repeat-another-between", repeated = repeated));
    }
}

/// What the lines under a heading are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Section {
    Head,
    Vertices,
    Edges(Direction),
    Lists(Direction),
    Passed,
    /// A partition or vector, which has vertices of its own.
    Foreign,
}

struct Token<'t> {
    text: &'t str,
    offset: usize,
}

struct Parser<'s, 't> {
    source: &'s Document<'t>,
    /// Vertices announced; `None` before `*Vertices`.
    announced: Option<usize>,
    /// Where their number stands.
    announced_at: usize,
    /// Vertices of the first mode, where there are two.
    first: Option<usize>,
    labels: Vec<(usize, String, usize)>,
    network: ExplicitNetwork,
    section: Section,
}

fn lines(source: &Document<'_>) -> Result<(ExplicitNetwork, Option<usize>), Error> {
    let mut parser = Parser {
        source,
        announced: None,
        announced_at: 0,
        first: None,
        labels: Vec::new(),
        network: ExplicitNetwork::default(),
        section: Section::Head,
    };
    let mut offset = 0;
    for line in source.text.split_inclusive(['\n', '\r']) {
        let start = offset;
        offset += line.len();
        if line.trim_start_matches('\u{FEFF}').trim_start().starts_with('%') {
            continue;
        }
        let tokens = tokens(source, line, start)?;
        let Some(first) = tokens.first() else { continue };
        if first.text.starts_with('*') { parser.heading(&tokens)? } else { parser.line(&tokens)? }
    }
    parser.finish()
}

/// Words and quoted texts of a line.
fn tokens<'t>(source: &Document<'_>, line: &'t str, start: usize) -> Result<Vec<Token<'t>>, Error> {
    let mut tokens = Vec::new();
    let mut at = 0;
    let shift = line.len() - line.trim_start_matches('\u{FEFF}').len();
    let line = &line[shift..];
    loop {
        let rest = &line[at..];
        at += rest.len() - rest.trim_start().len();
        let rest = &line[at..];
        let offset = start + shift + at;
        if rest.is_empty() {
            return Ok(tokens);
        }
        if let Some(quoted) = rest.strip_prefix('"') {
            let Some(end) = quoted.find('"') else {
                return Err(source.error(offset, message!("format-quote-opens-here-closed")));
            };
            tokens.push(Token { text: &quoted[..end], offset });
            at += end + 2;
        } else {
            let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
            tokens.push(Token { text: &rest[..end], offset });
            at += end;
        }
    }
}

impl Parser<'_, '_> {
    fn heading(&mut self, tokens: &[Token<'_>]) -> Result<(), Error> {
        let heading = &tokens[0];
        self.section = match heading.text.to_lowercase().as_str() {
            "*network" => Section::Passed,
            "*vertices" if self.section == Section::Foreign => Section::Foreign,
            "*vertices" if self.announced.is_some() => {
                return Err(self.source.error(heading.offset, message!("format-second-vertices-starts-here")));
            }
            "*vertices" => {
                let (Some(count), offset) = (
                    tokens.get(1).and_then(|token| token.text.parse().ok()),
                    tokens.get(1).map_or(heading.offset, |token| token.offset),
                ) else {
                    return Err(self.source.error(
                        tokens.get(1).map_or(heading.offset, |token| token.offset),
                        message!("format-vertices-needs-number-vertices"),
                    ));
                };
                (self.announced, self.announced_at) = (Some(count), offset);
                self.first = self.modes(tokens, count)?;
                Section::Vertices
            }
            "*edges" => Section::Edges(Direction::None),
            "*arcs" => Section::Edges(Direction::Directed),
            "*edgeslist" => Section::Lists(Direction::None),
            "*arcslist" => Section::Lists(Direction::Directed),
            "*partition" | "*vector" | "*permutation" | "*cluster" | "*hierarchy" => {
                self.network.unused.insert(heading.text.to_owned());
                Section::Foreign
            }
            word => {
                return Err(self
                    .source
                    .error(heading.offset, message!("format-read-expected-vertices-edges", word = word)));
            }
        };
        if matches!(self.section, Section::Edges(_) | Section::Lists(_)) && self.announced.is_none() {
            return Err(self.source.error(heading.offset, message!("format-ties-stand-before-vertices")));
        }
        Ok(())
    }

    fn line(&mut self, tokens: &[Token<'_>]) -> Result<(), Error> {
        match self.section {
            Section::Passed | Section::Foreign => Ok(()),
            Section::Head => Err(self.source.error(tokens[0].offset, message!("format-file-does-start-vertices"))),
            Section::Vertices => {
                let number = self.number(&tokens[0])?;
                let label = tokens.get(1).map_or("", |token| token.text);
                self.labels.push((number, label.to_owned(), tokens[0].offset));
                Ok(())
            }
            Section::Edges(direction) => self.edge(tokens, direction),
            Section::Lists(direction) => {
                let from = self.number(&tokens[0])?;
                for token in &tokens[1..] {
                    let to = self.number(token)?;
                    self.push(from, to, None, direction, token.offset);
                }
                Ok(())
            }
        }
    }

    /// The second number of `*Vertices`: so many vertices are of the first mode.
    fn modes(&self, tokens: &[Token<'_>], count: usize) -> Result<Option<usize>, Error> {
        let Some(token) = tokens.get(2) else { return Ok(None) };
        match token.text.parse::<usize>() {
            Ok(first) if first > 0 && first < count => Ok(Some(first)),
            Err(_) if token.text.parse::<f64>().is_err() => Ok(None),
            _ => Err(self.source.error(
                token.offset,
                message!("format-stands-vertices-first-two", text = token.text, count = count.saturating_sub(1)),
            )),
        }
    }

    fn edge(&mut self, tokens: &[Token<'_>], direction: Direction) -> Result<(), Error> {
        let from = self.number(&tokens[0])?;
        let Some(second) = tokens.get(1) else {
            return Err(self.source.error(tokens[0].offset, message!("format-tie-end-only-tie")));
        };
        let to = self.number(second)?;
        self.push(from, to, tokens.get(2).map(|token| token.text.to_owned()), direction, tokens[0].offset);
        Ok(())
    }

    fn push(&mut self, from: usize, to: usize, weight: Option<String>, direction: Direction, offset: usize) {
        let (source, target) = (from.to_string(), to.to_string());
        self.network.ties.push(ExplicitTie { source, target, weight, direction, offset });
    }

    fn number(&self, token: &Token<'_>) -> Result<usize, Error> {
        let (text, count) = (token.text, self.announced.unwrap_or(0));
        text.parse().ok().filter(|number| (1..=count).contains(number)).ok_or_else(|| {
            self.source.error(token.offset, message!("format-no-number-vertex-expected", text = text, count = count))
        })
    }

    /// Refuses a number of vertices that the rest of the file does not back.
    fn check_announced(&self, count: usize) -> Result<(), Error> {
        let ends = self.network.ties.iter().flat_map(|edge| [&edge.source, &edge.target]);
        let ends = ends.filter_map(|end| end.parse::<usize>().ok());
        let named = self.labels.iter().map(|(number, ..)| *number).chain(ends).collect::<FastSet<usize>>().len();
        if count.saturating_sub(named) <= MAX_UNNAMED.max(named) {
            return Ok(());
        }
        Err(self.source.error(
            self.announced_at,
            message!(
                "format-vertices-announces-vertices-file",
                count = count,
                named = named,
                max = MAX_UNNAMED.max(named)
            ),
        ))
    }

    /// Vertices in the order of their numbers' lines; those without a line are called by their number.
    fn finish(mut self) -> Result<(ExplicitNetwork, Option<usize>), Error> {
        let Some(count) = self.announced else {
            if !self.network.unused.is_empty() {
                return Err(self.source.error(0, message!("format-partition-vector-no-network")));
            }
            return Err(self.source.error(0, message!("format-file-no-vertices")));
        };
        if self.section == Section::Vertices
            && self.labels.iter().all(|(_, label, _)| label.is_empty())
            && let Some((_, _, offset)) = self.labels.first()
        {
            return Err(self.source.error(*offset, message!("format-vertices-without-labels-no")));
        }
        self.check_announced(count)?;
        let mut told = vec![false; count];
        for (number, label, offset) in std::mem::take(&mut self.labels) {
            told[number - 1] = true;
            self.network.vertices.push(Vertex { id: number.to_string(), label, offset, ..Vertex::default() });
        }
        let end = self.source.text.len();
        for number in (1..=count).filter(|&number| !told[number - 1]) {
            self.network.vertices.push(Vertex { id: number.to_string(), offset: end, ..Vertex::default() });
        }
        Ok((self.network, self.first))
    }
}
