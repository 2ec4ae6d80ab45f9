//! Pajek networks and projects: `*Network`, `*Vertices`, `*Edges`, `*Arcs`, `*Edgeslist`, `*Arcslist`, `*Matrix`; lines of `%`
//! are comments. `*Vertices 7 4` is a network of two modes: institutions and works. Of a project with several networks one is
//! read; partitions and vectors that stand beside it are told and are no networks.
//!
//! Source: Pajek reference manual; <https://gephi.org/users/supported-graph-formats/pajek-net-format/>.

use crate::corpus::hashing::FastSet;
use crate::format::document::Document;
use crate::format::explicit::Mode;
use crate::format::info::{FormatInfo, Grammar, Syntax};
use crate::format::pajek_line::{PajekToken, tokens, vertex_label, weight_of};
use crate::format::ties::{Direction, ExplicitNetwork, ExplicitTie, NetworkDecoder, Vertex, VertexAttribute};
use crate::ingest::options::Options;
use crate::message;
use crate::messages::{List, Message};
use crate::source::error::Error;
use std::collections::BTreeSet;

/// Vertices that may be announced although no line and no tie names them. Where more vertices are named than these, as
/// many again may be announced: what is read grows with the file, and not with a number in it.
const MAX_UNNAMED: usize = 10_000;

/// Lines of other text that may stand before the first heading.
const MAX_LEADING: usize = 100;

/// Networks of a project that are listed by their names.
const MAX_LISTED: usize = 12;

/// Pajek's syntax: headings of stars.
static GRAMMAR: Grammar = Grammar { label: "Pajek", begins: Some(begins) };

/// Decodes Pajek networks.
pub(crate) static PAJEK: NetworkDecoder = NetworkDecoder {
    info: &FormatInfo {
        key: "pajek",
        aliases: &[],
        extensions: &["paj"],
        syntax: Syntax::Own(&GRAMMAR),
        precedence: 3,
    },
    parse,
    sniff: |_| true,
};

/// Whether the first line that is no comment is a heading, or other text stands before `*Vertices` and a number.
fn begins(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !is_comment(line)).take(MAX_LEADING);
    let Some(first) = lines.next() else { return false };
    let is_vertices = |line: &str| {
        let mut words = line.split_whitespace();
        words.next().is_some_and(|word| word.eq_ignore_ascii_case("*vertices"))
            && words.next().is_some_and(|word| word.parse::<u64>().is_ok())
    };
    let lower = first.to_lowercase();
    ["*vertices", "*network", "*edges", "*arcs", "*matrix", "*partition", "*vector"].iter().any(|word| {
        lower
            .strip_prefix(word)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(|ch: char| !ch.is_alphanumeric()))
    }) || lines.any(is_vertices)
}

fn is_comment(line: &str) -> bool {
    line.starts_with('%') || line.starts_with("/*")
}

fn parse(source: &Document<'_>, options: &Options) -> Result<ExplicitNetwork, Error> {
    let (project, leading) = lines(source)?;
    if project.networks.is_empty() {
        let is_other = !project.others.is_empty();
        let message =
            if is_other { message!("format-partition-vector-no-network") } else { message!("format-file-no-vertices") };
        return Err(source.error(0, message));
    }
    let count = project.networks.len();
    let chosen = options.network.unwrap_or(1);
    let titles: Vec<String> = project.networks.iter().map(|one| one.title.clone()).collect();
    let Some(section) = chosen.checked_sub(1).and_then(|at| project.networks.into_iter().nth(at)) else {
        return Err(source.error(0, message!("format-network-number", chosen = chosen, count = count)));
    };
    let mut network = section.finish(source)?;
    network.unused = project.others;
    if count > 1 {
        network.notices.push((0, several(chosen, &titles)));
    }
    if leading > 0 {
        network.notices.push((1, message!("format-lines-before-network", lines = leading)));
    }
    Ok(network)
}

/// Which of several networks was read.
fn several(chosen: usize, titles: &[String]) -> Message {
    let listed = titles.iter().enumerate().take(MAX_LISTED).map(|(at, title)| match title.as_str() {
        "" => message!("format-json-other", text = (at + 1).to_string()),
        title => message!("format-network-title", number = at + 1, title = title),
    });
    let more = if titles.len() > MAX_LISTED { "yes" } else { "no" };
    let listed = List::comma(listed);
    message!("format-networks-several", count = titles.len(), chosen = chosen, titles = listed, more = more)
}

/// What the lines under a heading are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum SectionKind {
    Head,
    Vertices,
    Edges(Direction),
    Lists(Direction),
    /// Rows of a matrix; the next of them.
    Matrix(usize),
    Passed,
    /// A partition or vector, which has vertices of its own.
    Foreign,
}

/// One network of a file.
struct Section {
    title: String,
    /// Vertices announced, and where their number stands.
    count: usize,
    count_at: usize,
    /// Vertices of the first mode, where there are two.
    first: Option<usize>,
    modes_at: usize,
    labels: Vec<(usize, String, usize)>,
    ties: Vec<ExplicitTie>,
    /// Names or numbers of relations that ties are of.
    relations: BTreeSet<String>,
    has_ties: bool,
}

/// All networks of a file.
#[derive(Default)]
struct Project {
    networks: Vec<Section>,
    /// Headings of what is no network.
    others: BTreeSet<String>,
}

struct Parser<'s, 't> {
    source: &'s Document<'t>,
    project: Project,
    /// The title of the network whose `*Vertices` comes next.
    title: String,
    part: SectionKind,
    /// Lines before the first heading.
    leading: usize,
}

fn lines(source: &Document<'_>) -> Result<(Project, usize), Error> {
    let mut parser =
        Parser { source, project: Project::default(), title: String::new(), part: SectionKind::Head, leading: 0 };
    let mut offset = 0;
    for line in source.text.split_inclusive(['\n', '\r']) {
        let start = offset;
        offset += line.len();
        let body = line.trim_start_matches('\u{FEFF}').trim();
        if body.is_empty() || is_comment(body) {
            continue;
        }
        // What stands before the first heading may hold any quotes.
        if parser.part == SectionKind::Head && !body.starts_with('*') {
            parser.leading += 1;
            continue;
        }
        if body.starts_with('*') {
            parser.heading(line, start)?;
        } else if !matches!(parser.part, SectionKind::Passed | SectionKind::Foreign) {
            parser.line(&tokens(source, line, start)?)?;
        }
    }
    Ok((parser.project, parser.leading))
}

impl Parser<'_, '_> {
    fn heading(&mut self, line: &str, start: usize) -> Result<(), Error> {
        let word_end = line.trim_start_matches('\u{FEFF}').trim_start();
        let word: String = word_end.chars().take_while(|ch| !ch.is_whitespace()).collect();
        let at = start + line.len() - word_end.len();
        let rest = word_end[word.len()..].trim();
        self.part = match word.trim_end_matches(':').to_lowercase().as_str() {
            "*network" => {
                self.title = rest.to_owned();
                SectionKind::Passed
            }
            "*vertices" if self.part == SectionKind::Foreign => SectionKind::Foreign,
            "*vertices" => {
                self.vertices(&tokens(self.source, line, start)?, at)?;
                SectionKind::Vertices
            }
            "*edges" => self.ties(SectionKind::Edges(Direction::None), rest, at)?,
            "*arcs" => self.ties(SectionKind::Edges(Direction::Directed), rest, at)?,
            "*edgeslist" => self.ties(SectionKind::Lists(Direction::None), rest, at)?,
            "*arcslist" => self.ties(SectionKind::Lists(Direction::Directed), rest, at)?,
            "*matrix" => self.ties(SectionKind::Matrix(0), rest, at)?,
            "*partition" | "*vector" | "*permutation" | "*cluster" | "*hierarchy" => {
                self.project.others.insert(word);
                SectionKind::Foreign
            }
            _ => {
                return Err(self.source.error(at, message!("format-read-expected-vertices-edges", word = &word)));
            }
        };
        Ok(())
    }

    /// A heading of ties, perhaps with the relation that they are of.
    fn ties(&mut self, part: SectionKind, relation: &str, at: usize) -> Result<SectionKind, Error> {
        let Some(section) = self.project.networks.last_mut().filter(|_| self.part != SectionKind::Foreign) else {
            return Err(self.source.error(at, message!("format-ties-stand-before-vertices")));
        };
        section.has_ties = true;
        if relation.starts_with(':') {
            section.relations.insert(relation.trim_start_matches(':').trim().replace('"', ""));
        }
        Ok(part)
    }

    fn vertices(&mut self, tokens: &[PajekToken<'_>], at: usize) -> Result<(), Error> {
        let number = tokens.get(1);
        let Some(count) = number.and_then(|token| token.text.parse().ok()) else {
            let at = number.map_or(at, |token| token.offset);
            return Err(self.source.error(at, message!("format-vertices-needs-number-vertices")));
        };
        let first = self.modes(tokens, count)?;
        self.project.networks.push(Section {
            title: std::mem::take(&mut self.title),
            count,
            count_at: number.map_or(at, |token| token.offset),
            first,
            modes_at: at,
            labels: Vec::new(),
            ties: Vec::new(),
            relations: BTreeSet::new(),
            has_ties: false,
        });
        Ok(())
    }

    /// The second number of `*Vertices`: so many vertices are of the first mode.
    fn modes(&self, tokens: &[PajekToken<'_>], count: usize) -> Result<Option<usize>, Error> {
        let Some(token) = tokens.get(2) else { return Ok(None) };
        match token.text.parse::<usize>() {
            Ok(first) if first > 0 && first < count => Ok(Some(first)),
            // As many as there are: one mode.
            Ok(first) if first == count && count > 0 => Ok(None),
            Err(_) if token.text.parse::<f64>().is_err() => Ok(None),
            _ => Err(self.source.error(
                token.offset,
                message!("format-stands-vertices-first-two", text = token.text, count = count.saturating_sub(1)),
            )),
        }
    }

    fn line(&mut self, tokens: &[PajekToken<'_>]) -> Result<(), Error> {
        let (Some(section), source) = (self.project.networks.last_mut(), self.source) else { return Ok(()) };
        match self.part {
            SectionKind::Head | SectionKind::Passed | SectionKind::Foreign => Ok(()),
            SectionKind::Vertices => {
                let number = section.number(source, &tokens[0])?;
                section.labels.push((number, vertex_label(&tokens[1..]), tokens[0].offset));
                Ok(())
            }
            SectionKind::Edges(direction) => section.edge(source, tokens, direction),
            SectionKind::Lists(direction) => {
                let from = section.number(source, &tokens[0])?;
                for token in &tokens[1..] {
                    let to = section.number(source, token)?;
                    section.push((from, to), None, direction, token.offset);
                }
                Ok(())
            }
            SectionKind::Matrix(row) => {
                self.part = SectionKind::Matrix(row + 1);
                section.row(source, tokens, row)
            }
        }
    }
}

impl Section {
    fn edge(&mut self, source: &Document<'_>, tokens: &[PajekToken<'_>], direction: Direction) -> Result<(), Error> {
        // `2: 1 5` is a tie of the relation 2.
        let tokens = match tokens[0].text.strip_suffix(':').filter(|number| number.parse::<u64>().is_ok()) {
            Some(relation) => {
                self.relations.insert(relation.to_owned());
                &tokens[1..]
            }
            None => tokens,
        };
        let (Some(first), second) = (tokens.first(), tokens.get(1)) else { return Ok(()) };
        let from = self.number(source, first)?;
        let Some(second) = second else {
            return Err(source.error(first.offset, message!("format-tie-end-only-tie")));
        };
        let to = self.number(source, second)?;
        self.push((from, to), weight_of(&tokens[2..]), direction, first.offset);
        Ok(())
    }

    /// A row of a matrix: of one mode, the weights of one vertex to all; of two, of one vertex of the first to all of the second.
    fn row(&mut self, source: &Document<'_>, tokens: &[PajekToken<'_>], row: usize) -> Result<(), Error> {
        let (rows, shift) = self.first.map_or((self.count, 0), |first| (first, first));
        let width = self.count - shift;
        if row >= rows || tokens.len() != width {
            return Err(source.error(
                tokens[0].offset,
                message!("format-pajek-matrix-shape", rows = rows, width = width, row = row + 1, found = tokens.len()),
            ));
        }
        for (column, token) in tokens.iter().enumerate() {
            let weight: f64 = token.text.parse().map_err(|_| {
                source.error(token.offset, message!("format-weight-no-number-write", text = token.text))
            })?;
            if weight != 0.0 {
                let ends = (row + 1, column + shift + 1);
                self.push(ends, Some(token.text.to_owned()), Direction::Directed, token.offset);
            }
        }
        Ok(())
    }

    fn push(&mut self, (from, to): (usize, usize), weight: Option<String>, direction: Direction, offset: usize) {
        let (source, target) = (from.to_string(), to.to_string());
        self.ties.push(ExplicitTie { source, target, weight, direction, offset });
    }

    fn number(&self, source: &Document<'_>, token: &PajekToken<'_>) -> Result<usize, Error> {
        let (text, count) = (token.text, self.count);
        text.parse().ok().filter(|number| (1..=count).contains(number)).ok_or_else(|| {
            source.error(token.offset, message!("format-no-number-vertex-expected", text = text, count = count))
        })
    }

    /// Refuses a number of vertices that the rest of the file does not back.
    fn check_announced(&self, source: &Document<'_>) -> Result<(), Error> {
        let ends = self.ties.iter().flat_map(|edge| [&edge.source, &edge.target]);
        let ends = ends.filter_map(|end| end.parse::<usize>().ok());
        let named = self.labels.iter().map(|(number, ..)| *number).chain(ends).collect::<FastSet<usize>>().len();
        if self.count.saturating_sub(named) <= MAX_UNNAMED.max(named) {
            return Ok(());
        }
        let (count, max) = (self.count, MAX_UNNAMED.max(named));
        Err(source.error(
            self.count_at,
            message!("format-vertices-announces-vertices-file", count = count, named = named, max = max),
        ))
    }

    /// Vertices in the order of their numbers' lines; those without a line are called by their number.
    fn finish(mut self, source: &Document<'_>) -> Result<ExplicitNetwork, Error> {
        if !self.has_ties
            && self.labels.iter().all(|(_, label, _)| label.is_empty())
            && let Some((_, _, offset)) = self.labels.first()
        {
            return Err(source.error(*offset, message!("format-vertices-without-labels-no")));
        }
        self.check_announced(source)?;
        let mode = |number: usize| {
            let mode = |first| if number <= first { Mode::First } else { Mode::Second };
            self.first.map(|first| (VertexAttribute::Mode, mode(first).value()))
        };
        let mut network = ExplicitNetwork { ties: std::mem::take(&mut self.ties), ..ExplicitNetwork::default() };
        network.modes_at = self.first.map(|_| self.modes_at);
        let mut told = vec![false; self.count];
        let vertex = |number: usize, label: String, offset: usize| Vertex {
            id: number.to_string(),
            label,
            attributes: mode(number).into_iter().collect(),
            offset,
        };
        for (number, label, offset) in std::mem::take(&mut self.labels) {
            told[number - 1] = true;
            network.vertices.push(vertex(number, label, offset));
        }
        let end = source.text.len();
        let unnamed = (1..=self.count).filter(|&number| !told[number - 1]);
        network.vertices.extend(unnamed.map(|number| vertex(number, String::new(), end)));
        if self.relations.len() > 1 {
            let names = self.relations.iter().take(MAX_LISTED).map(|name| message!("ingest-quoted", text = name));
            let (count, names) = (self.relations.len(), List::comma(names));
            network.notices.push((0, message!("format-relations-added", count = count, names = names)));
        }
        Ok(network)
    }
}
