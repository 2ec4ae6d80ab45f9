//! Pajek networks: `*Vertices`, `*Edges`, `*Arcs`, `*Edgeslist`, `*Arcslist`; lines of `%` are comments.
//! Partitions and vectors are no networks; matrices are refused.
//!
//! Source: Pajek reference manual; <https://gephi.org/users/supported-graph-formats/pajek-net-format/>.

use crate::corpus::hashing::Set;
use crate::ingest::error::Error;
use crate::ingest::gather::Gather;
use crate::ingest::stated::{Direction, Edge, Source, Stated, Vertex, settle};

/// Vertices that may be announced although no line and no tie names them. Where more vertices are named than these, as
/// many again may be announced: what is read grows with the file, and not with a number in it.
const MAX_UNNAMED: usize = 10_000;

/// Reads a file. O(bytes).
pub(crate) fn read(gather: &mut Gather<'_>, source: &Source<'_>) -> Result<(), Error> {
    let stated = parse(source)?;
    settle(gather, source, &stated)
}

/// What the lines under a heading are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Section {
    Head,
    Vertices,
    Edges(Direction),
    Lists(Direction),
    Passed,
}

struct Token<'t> {
    text: &'t str,
    offset: usize,
}

struct Parser<'s, 't> {
    source: &'s Source<'t>,
    /// Vertices announced; `None` before `*Vertices`.
    announced: Option<usize>,
    /// Where their number stands.
    announced_at: usize,
    labels: Vec<(usize, String, usize)>,
    stated: Stated,
    section: Section,
}

fn parse(source: &Source<'_>) -> Result<Stated, Error> {
    let mut parser = Parser {
        source,
        announced: None,
        announced_at: 0,
        labels: Vec::new(),
        stated: Stated::default(),
        section: Section::Head,
    };
    let mut offset = 0;
    for line in source.text.split_inclusive(['\n', '\r']) {
        let start = offset;
        offset += line.len();
        let tokens = tokens(source, line, start)?;
        let Some(first) = tokens.first() else { continue };
        if first.text.starts_with('%') {
            continue;
        }
        if first.text.starts_with('*') { parser.heading(&tokens)? } else { parser.line(&tokens)? }
    }
    parser.finish()
}

/// Words and quoted texts of a line.
fn tokens<'t>(source: &Source<'_>, line: &'t str, start: usize) -> Result<Vec<Token<'t>>, Error> {
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
                return Err(source.error(
                    offset,
                    "the quote that opens here is not closed on its line; close it with \"",
                    "여기서 열린 따옴표가 같은 줄에서 닫히지 않았다. \"로 닫으세요",
                ));
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
            "*vertices" if self.announced.is_some() => {
                return Err(self.source.error(
                    heading.offset,
                    "a second *Vertices starts here; one file is one network",
                    "여기서 두 번째 *Vertices가 시작된다. 파일 하나에는 관계망 하나만 있어야 한다",
                ));
            }
            "*vertices" => {
                let (Some(count), offset) = (
                    tokens.get(1).and_then(|token| token.text.parse().ok()),
                    tokens.get(1).map_or(heading.offset, |token| token.offset),
                ) else {
                    return Err(self.source.error(
                        tokens.get(1).map_or(heading.offset, |token| token.offset),
                        "*Vertices needs the number of vertices, as in “*Vertices 12”",
                        "*Vertices 뒤에 꼭짓점 수가 있어야 한다. 예: *Vertices 12",
                    ));
                };
                (self.announced, self.announced_at) = (Some(count), offset);
                Section::Vertices
            }
            "*edges" => Section::Edges(Direction::None),
            "*arcs" => Section::Edges(Direction::Directed),
            "*edgeslist" => Section::Lists(Direction::None),
            "*arcslist" => Section::Lists(Direction::Directed),
            "*partition" | "*vector" | "*permutation" | "*cluster" | "*hierarchy" => {
                self.stated.unused.insert(heading.text.to_owned());
                Section::Passed
            }
            word => {
                return Err(self.source.error(
                    heading.offset,
                    format!("“{word}” is not read; expected *Vertices, *Edges, *Arcs, *Edgeslist or *Arcslist"),
                    format!("‘{word}’은(는) 읽지 않는다. *Vertices, *Edges, *Arcs, *Edgeslist, *Arcslist 가운데 하나여야 한다"),
                ));
            }
        };
        if matches!(self.section, Section::Edges(_) | Section::Lists(_)) && self.announced.is_none() {
            return Err(self.source.error(
                heading.offset,
                "ties stand before *Vertices; tell the vertices first",
                "*Vertices보다 관계가 먼저 나온다. 꼭짓점을 먼저 적으세요",
            ));
        }
        Ok(())
    }

    fn line(&mut self, tokens: &[Token<'_>]) -> Result<(), Error> {
        match self.section {
            Section::Passed => Ok(()),
            Section::Head => Err(self.source.error(
                tokens[0].offset,
                "the file does not start with *Vertices; a Pajek network needs it",
                "파일이 *Vertices로 시작하지 않는다. Pajek 관계망에는 필요하다",
            )),
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

    fn edge(&mut self, tokens: &[Token<'_>], direction: Direction) -> Result<(), Error> {
        let from = self.number(&tokens[0])?;
        let Some(second) = tokens.get(1) else {
            return Err(self.source.error(
                tokens[0].offset,
                "the tie has one end only; a tie is two numbers and perhaps a weight",
                "관계에 한쪽 끝만 있다. 번호 둘과, 필요하면 무게를 적으세요",
            ));
        };
        let to = self.number(second)?;
        self.push(from, to, tokens.get(2).map(|token| token.text.to_owned()), direction, tokens[0].offset);
        Ok(())
    }

    fn push(&mut self, from: usize, to: usize, weight: Option<String>, direction: Direction, offset: usize) {
        let (source, target) = (from.to_string(), to.to_string());
        self.stated.edges.push(Edge { source, target, weight, direction, offset });
    }

    fn number(&self, token: &Token<'_>) -> Result<usize, Error> {
        let (text, count) = (token.text, self.announced.unwrap_or(0));
        text.parse().ok().filter(|number| (1..=count).contains(number)).ok_or_else(|| {
            self.source.error(
                token.offset,
                format!("“{text}” is no number of a vertex; expected 1 to {count}; a partition (.clu) or vector (.vec) is no network, read its .net"),
                format!("‘{text}’은(는) 꼭짓점 번호가 아니다. 1부터 {count}까지여야 한다. 분할(.clu)이나 벡터(.vec) 파일이라면 .net 파일을 읽으세요"),
            )
        })
    }

    /// Refuses a number of vertices that the rest of the file does not back.
    fn check_announced(&self, count: usize) -> Result<(), Error> {
        let ends = self.stated.edges.iter().flat_map(|edge| [&edge.source, &edge.target]);
        let ends = ends.filter_map(|end| end.parse::<usize>().ok());
        let named = self.labels.iter().map(|(number, ..)| *number).chain(ends).collect::<Set<usize>>().len();
        if count.saturating_sub(named) <= MAX_UNNAMED.max(named) {
            return Ok(());
        }
        Err(self.source.error(
            self.announced_at,
            format!(
                "*Vertices announces {count} vertices, but the file names {named}, and no more than {} may go without \
                 a line or a tie; correct the number, or give each vertex a line such as 3 \"KAIST\"",
                MAX_UNNAMED.max(named)
            ),
            format!(
                "*Vertices는 꼭짓점이 {count}개라고 하지만 파일에 나오는 것은 {named}개다. 줄도 관계도 없는 꼭짓점은 {}개까지만 \
                 읽는다. 숫자를 고치거나 꼭짓점마다 3 \"KAIST\" 같은 줄을 적으세요",
                MAX_UNNAMED.max(named)
            ),
        ))
    }

    /// Vertices in the order of their numbers' lines; those without a line are called by their number.
    fn finish(mut self) -> Result<Stated, Error> {
        let Some(count) = self.announced else {
            return Err(self.source.error(0, "the file has no *Vertices", "파일에 *Vertices가 없다"));
        };
        if self.section == Section::Vertices
            && self.labels.iter().all(|(_, label, _)| label.is_empty())
            && let Some((_, _, offset)) = self.labels.first()
        {
            return Err(self.source.error(
                *offset,
                "vertices without labels and no ties: a partition (.clu) or vector (.vec) is no network; read its .net",
                "꼭짓점에 이름이 없고 관계도 없다. 분할(.clu)이나 벡터(.vec)는 관계망이 아니니 .net 파일을 읽으세요",
            ));
        }
        self.check_announced(count)?;
        let mut told = vec![false; count];
        for (number, label, offset) in std::mem::take(&mut self.labels) {
            told[number - 1] = true;
            self.stated.vertices.push(Vertex { id: number.to_string(), label, offset, ..Vertex::default() });
        }
        let end = self.source.text.len();
        for number in (1..=count).filter(|&number| !told[number - 1]) {
            self.stated.vertices.push(Vertex { id: number.to_string(), offset: end, ..Vertex::default() });
        }
        Ok(self.stated)
    }
}
