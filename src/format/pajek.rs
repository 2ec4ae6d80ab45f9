//! Pajek networks and projects: `*Network`, `*Vertices`, `*Edges`, `*Arcs`, `*Edgeslist`, `*Arcslist`, `*Matrix`; lines of `%`
//! are comments. `*Vertices 7 4` is a network of two modes: institutions and works. Of a project with several networks one is
//! read; partitions of its size are clusters that are kept, vectors numbers. Infomap's dialect is read, too: `#`, `*Links`,
//! `*Vertices` without a number, `*Bipartite 4`.
//!
//! Source: Pajek reference manual; <https://gephi.org/users/supported-graph-formats/pajek-net-format/>; <https://www.mapequation.org/infomap/#Input>.

use crate::format::document::Document;
use crate::format::info::{FormatInfo, Grammar, Syntax};
use crate::format::pajek_line::{PajekToken, tokens, vertex_label};
use crate::format::pajek_section::{MAX_LISTED, PajekSection, PajekVertex};
use crate::format::ties::{Direction, ExplicitNetwork, NetworkDecoder};
use crate::ingest::options::Options;
use crate::message;
use crate::messages::{List, Message};
use crate::source::error::Error;
use std::collections::BTreeSet;

/// Lines of other text that may stand before the first heading.
const MAX_LEADING: usize = 100;

/// Numbers by which Pajek says that a value is missing.
const MISSING: [&str; 2] = ["9999998", "999999998"];

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
    [
        "*vertices",
        "*network",
        "*edges",
        "*arcs",
        "*links",
        "*matrix",
        "*partition",
        "*vector",
        "*states",
        "*multilayer",
        "*intra",
    ]
    .iter()
    .any(|word| {
        lower
            .strip_prefix(word)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(|ch: char| !ch.is_alphanumeric()))
    }) || lines.any(is_vertices)
}

fn is_comment(line: &str) -> bool {
    line.starts_with(['%', '#']) || line.starts_with("/*")
}

fn parse(source: &Document<'_>, options: &Options) -> Result<ExplicitNetwork, Error> {
    let (project, leading) = lines(source)?;
    if project.networks.is_empty() {
        let is_other = !(project.others.is_empty() && project.values.is_empty());
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
    let (size, values) = (section.count, project.values);
    let mut network = section.finish(source)?;
    network.unused = project.others;
    keep_values(&mut network, size, values);
    if count > 1 {
        network.notices.push((0, several(chosen, &titles)));
    }
    if leading > 0 {
        network.notices.push((1, message!("format-lines-before-network", lines = leading)));
    }
    Ok(network)
}

/// Keeps partitions and vectors of the network's size: of partitions the first as clusters, others as numbers.
fn keep_values(network: &mut ExplicitNetwork, size: usize, values: Vec<PajekValues>) {
    let mut has_clusters = false;
    for one in values {
        if one.texts.len() != size {
            network.unused.insert(one.heading());
            continue;
        }
        let is_cluster = one.is_partition && !has_clusters;
        has_clusters |= is_cluster;
        if is_cluster {
            network.keeper.clusters.insert(one.heading());
        }
        for vertex in &mut network.vertices {
            let text = vertex.id.parse::<usize>().ok().and_then(|number| one.texts.get(number.checked_sub(1)?));
            let Some(text) = text.filter(|text| !MISSING.contains(&text.as_str())) else { continue };
            match text.parse::<f64>() {
                _ if is_cluster => vertex.values.get_or_insert_default().set_cluster(text),
                Ok(number) if number.is_finite() => network.keeper.score(&mut vertex.values, &one.heading(), number),
                _ => {}
            }
        }
    }
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
    /// A partition or vector: a value a line, for vertices of its own.
    Values,
    /// Something else that has vertices of its own.
    Foreign,
}

/// A partition or a vector.
struct PajekValues {
    is_partition: bool,
    title: String,
    texts: Vec<String>,
}

impl PajekValues {
    fn heading(&self) -> String {
        let kind = if self.is_partition { "*Partition" } else { "*Vector" };
        if self.title.is_empty() { kind.to_owned() } else { self.title.clone() }
    }
}

/// All networks of a file.
#[derive(Default)]
struct Project {
    networks: Vec<PajekSection>,
    /// Partitions and vectors.
    values: Vec<PajekValues>,
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
        } else if parser.part == SectionKind::Values {
            parser.value(body);
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
            "*vertices" if matches!(self.part, SectionKind::Foreign | SectionKind::Values) => self.part,
            "*vertices" => {
                self.vertices(&tokens(self.source, line, start)?, at)?;
                SectionKind::Vertices
            }
            "*edges" | "*links" => self.ties(SectionKind::Edges(Direction::None), rest, at)?,
            "*arcs" => self.ties(SectionKind::Edges(Direction::Directed), rest, at)?,
            "*edgeslist" => self.ties(SectionKind::Lists(Direction::None), rest, at)?,
            "*arcslist" => self.ties(SectionKind::Lists(Direction::Directed), rest, at)?,
            "*matrix" => self.ties(SectionKind::Matrix(0), rest, at)?,
            "*bipartite" => {
                let part = self.ties(SectionKind::Edges(Direction::None), "", at)?;
                let first = rest.parse::<usize>().ok().and_then(|start| start.checked_sub(1));
                if let (Some(first), Some(section)) =
                    (first.filter(|first| *first > 0), self.project.networks.last_mut())
                {
                    (section.first, section.modes_at) = (Some(first), at);
                }
                part
            }
            kind @ ("*partition" | "*vector") => {
                let (is_partition, title) = (kind == "*partition", rest.to_owned());
                self.project.values.push(PajekValues { is_partition, title, texts: Vec::new() });
                SectionKind::Values
            }
            "*permutation" | "*cluster" | "*hierarchy" | "*properties" => {
                self.project.others.insert(word);
                SectionKind::Foreign
            }
            _ => {
                return Err(self.source.error(at, message!("format-read-expected-vertices-edges", word = &word)));
            }
        };
        Ok(())
    }

    /// A value of a partition or vector.
    fn value(&mut self, line: &str) {
        if let Some(values) = self.project.values.last_mut() {
            values.texts.push(line.to_owned());
        }
    }

    /// A network that announces no number of vertices.
    fn open_section(&mut self, at: usize) {
        let title = std::mem::take(&mut self.title);
        self.project.networks.push(PajekSection {
            title,
            is_open: true,
            count_at: at,
            modes_at: at,
            ..PajekSection::default()
        });
    }

    /// A heading of ties, perhaps with the relation that they are of.
    fn ties(&mut self, part: SectionKind, relation: &str, at: usize) -> Result<SectionKind, Error> {
        let is_foreign = matches!(self.part, SectionKind::Foreign | SectionKind::Values);
        let Some(section) = self.project.networks.last_mut().filter(|_| !is_foreign) else {
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
        if number.is_none() {
            self.open_section(at);
            return Ok(());
        }
        let Some(count) = number.and_then(|token| token.text.parse().ok()) else {
            let at = number.map_or(at, |token| token.offset);
            return Err(self.source.error(at, message!("format-vertices-needs-number-vertices")));
        };
        let first = self.modes(tokens, count)?;
        self.project.networks.push(PajekSection {
            title: std::mem::take(&mut self.title),
            count,
            count_at: number.map_or(at, |token| token.offset),
            first,
            modes_at: at,
            ..PajekSection::default()
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
            SectionKind::Head | SectionKind::Passed | SectionKind::Values | SectionKind::Foreign => Ok(()),
            SectionKind::Vertices => {
                let number = section.number(source, &tokens[0])?;
                let (label, position) = vertex_label(&tokens[1..]);
                section.labels.push(PajekVertex { number, label, position, offset: tokens[0].offset });
                Ok(())
            }
            SectionKind::Edges(direction) => section.edge(source, tokens, direction),
            SectionKind::Lists(direction) => {
                // Some programs mark the vertex that a list begins with by a minus.
                let first = PajekToken { text: tokens[0].text.trim_start_matches('-'), ..tokens[0] };
                let from = section.number(source, &first)?;
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
