//! Statements of DOT by graphviz-rust's parser. What a statement is depends on its signs alone, for every id stands in quotes when
//! the parser reads it: of all statements with the same signs one is parsed, with the numbers of the ids in their places.

use std::rc::Rc;

use crate::corpus::hashing::{FastMap, FastSet};
use crate::format::document::Document;
use crate::format::dot_tokens::{DotSign, DotToken, DotTokens};
use crate::message;
use crate::source::error::Error;
use graphviz_rust::dot_structures::{Attribute, Edge, EdgeTy, Graph, GraphAttributes, Id, Stmt, Vertex as Parsed};

/// The parser takes a group that begins a statement for all of it: an edge that begins with a group has this end before it, which is
/// taken out again.
const NOBODY: &str = "\"\" -- ";

/// Key and value of an attribute, by the numbers of their ids.
pub(crate) type IdPair = (usize, usize);

/// A statement; ids are told by their numbers within it.
#[derive(Debug)]
pub(crate) enum DotStatement {
    Node(usize, Vec<IdPair>),
    Edge(Vec<DotEnd>, Vec<IdPair>),
    Group(Vec<Self>),
    /// Attributes of the edges that follow.
    Defaults(Vec<IdPair>),
    /// Attributes of a graph or of nodes.
    Other,
}

/// An end of an edge.
#[derive(Debug)]
pub(crate) enum DotEnd {
    Node(usize),
    Group(Vec<DotStatement>),
}

/// What stands before the statements.
#[derive(Clone, Copy, Debug)]
pub(crate) struct DotHead {
    pub(crate) is_directed: bool,
    pub(crate) is_strict: bool,
}

/// The statements of a graph, one by one.
pub(crate) struct DotStatements<'s, 't> {
    source: &'s Document<'t>,
    tokens: DotTokens<'s, 't>,
    /// The tokens of the statement that is being read.
    own: Vec<DotToken<'t>>,
    /// The first token of the next statement, or the brace that closes the graph.
    next: Option<DotToken<'t>>,
    parsed: FastMap<Vec<u8>, Rc<[DotStatement]>>,
}

/// A statement with its ids and where the operators of its edges stand.
#[derive(Default)]
pub(crate) struct StatementIds<'t> {
    pub(crate) ids: Vec<DotToken<'t>>,
    pub(crate) operators: Vec<usize>,
}

impl<'s, 't> DotStatements<'s, 't> {
    /// Reads the head of a graph.
    ///
    /// # Errors
    /// The text does not begin as a graph does.
    pub(crate) fn of(source: &'s Document<'t>) -> Result<(DotHead, Self), Error> {
        let tokens = DotTokens::of(source);
        let mut statements = Self { source, tokens, own: Vec::new(), next: None, parsed: FastMap::default() };
        let mut signs = Vec::new();
        while let Some(token) = statements.tokens.next()? {
            let is_body = token.sign == DotSign::Open;
            signs.push(token.sign);
            statements.own.push(token);
            if is_body {
                break;
            }
        }
        // The body itself is left to the statements.
        let end = if signs.last() == Some(&DotSign::Open) { "}" } else { "" };
        let graph = statements.parse("", &signs, end)?;
        let head = match graph {
            Graph::Graph { strict, .. } => DotHead { is_directed: false, is_strict: strict },
            Graph::DiGraph { strict, .. } => DotHead { is_directed: true, is_strict: strict },
        };
        statements.own.clear();
        statements.next = statements.tokens.next()?;
        Ok((head, statements))
    }

    /// The next statement: its ids and operators are put into `stated`. `None` behind the last one.
    ///
    /// # Errors
    /// A token or a statement cannot be read.
    pub(crate) fn next(&mut self, stated: &mut StatementIds<'t>) -> Result<Option<Rc<[DotStatement]>>, Error> {
        stated.ids.clear();
        stated.operators.clear();
        self.own.clear();
        let mut is_outermost = true;
        while let Some(token) = self.next.take() {
            let last = self.own.last().map(|token: &DotToken<'t>| token.sign);
            let begins = is_outermost && token.sign.begins() && last.is_some_and(DotSign::ends);
            if begins || token.sign == DotSign::Close && self.tokens.is_closed() {
                self.next = Some(token);
                break;
            }
            self.own.push(token);
            // The token that follows stands where this one leaves off.
            is_outermost = self.tokens.is_outermost();
            self.next = self.tokens.next()?;
        }
        if self.own.is_empty() {
            // Nothing may follow the graph.
            self.tokens.next()?;
            return Ok(None);
        }
        let signs: Vec<u8> = self.own.iter().map(|token| token.sign as u8).collect();
        let statements = match self.parsed.get(&signs) {
            Some(known) => Rc::clone(known),
            None => self.learn(signs)?,
        };
        for token in self.own.drain(..) {
            match token.sign {
                DotSign::Id => stated.ids.push(token),
                DotSign::Line | DotSign::Arrow => stated.operators.push(token.from),
                _ => {}
            }
        }
        Ok(Some(statements))
    }

    /// Parses statements of signs that have not come up.
    fn learn(&mut self, key: Vec<u8>) -> Result<Rc<[DotStatement]>, Error> {
        let signs: Vec<DotSign> = self.own.iter().map(|token| token.sign).collect();
        let (Graph::Graph { stmts, .. } | Graph::DiGraph { stmts, .. }) = self.parse("graph { ", &signs, "}")?;
        let statements: Option<Vec<DotStatement>> = stmts.iter().map(statement).collect();
        let statements: Rc<[DotStatement]> = statements.ok_or_else(|| self.wrong(0))?.into();
        self.parsed.insert(key, Rc::clone(&statements));
        Ok(statements)
    }

    /// Parses signs, with numbers for ids.
    fn parse(&self, start: &str, signs: &[DotSign], end: &str) -> Result<Graph, Error> {
        let (mut text, mut starts, mut ids) = (start.to_owned(), Vec::new(), 0_usize);
        let leading = leading_groups(signs);
        for (at, sign) in signs.iter().enumerate() {
            starts.push(text.len());
            if leading.contains(&at) {
                text.push_str(NOBODY);
            }
            if *sign == DotSign::Id {
                text.push_str(&format!("\"{ids}\" "));
                ids += 1;
            } else {
                text.push_str(sign.text());
                text.push(' ');
            }
        }
        starts.push(text.len());
        text.push_str(end);
        graphviz_rust::parse(&text).map_err(|told| {
            let column = column(&told).unwrap_or(1).saturating_sub(1);
            self.wrong(starts.partition_point(|&start| start <= column).saturating_sub(1))
        })
    }

    /// The error of a statement at its token of this number, or at the token behind it.
    fn wrong(&self, number: usize) -> Error {
        let token = self.own.get(number).or(self.next.as_ref()).or(self.own.last());
        self.source.error(token.map_or(0, |token| token.from), message!("format-dot-statement"))
    }
}

/// Where groups stand that begin an edge.
fn leading_groups(signs: &[DotSign]) -> FastSet<usize> {
    let mut leading = FastSet::default();
    let mut open = Vec::new();
    // Where the group stands that the next brace opens.
    let mut begun = None;
    for (at, sign) in signs.iter().enumerate() {
        let last = at.checked_sub(1).map(|before| signs[before]);
        match sign {
            DotSign::Subgraph => {
                begun = Some(at).filter(|_| last.is_none_or(|last| last == DotSign::Open || last.ends()))
            }
            DotSign::Open => open.push(begun.take()),
            DotSign::Close => {
                let is_end = matches!(signs.get(at + 1), Some(DotSign::Line | DotSign::Arrow));
                leading.extend(open.pop().flatten().filter(|_| is_end));
            }
            _ => {}
        }
    }
    leading
}

/// The column that an error of the parser tells, of a text of one line.
fn column(told: &str) -> Option<usize> {
    let (_, rest) = told.split("--> ").nth(1)?.split_once(':')?;
    rest.split(|ch: char| !ch.is_ascii_digit()).next()?.parse().ok()
}

/// A parsed statement; `None` where a word of the language stands for an id.
fn statement(parsed: &Stmt) -> Option<DotStatement> {
    Some(match parsed {
        Stmt::Node(node) => DotStatement::Node(number(&node.id.0)?, pairs(&node.attributes)?),
        Stmt::Edge(Edge { ty, attributes }) => {
            let ends: Vec<&Parsed> = match ty {
                EdgeTy::Pair(one, other) => vec![one, other],
                EdgeTy::Chain(ends) => ends.iter().collect(),
            };
            let ends = ends.into_iter().filter(|end| !is_nobody(end));
            DotStatement::Edge(ends.map(end).collect::<Option<_>>()?, pairs(attributes)?)
        }
        Stmt::Subgraph(group) => DotStatement::Group(group.stmts.iter().map(statement).collect::<Option<_>>()?),
        Stmt::GAttribute(GraphAttributes::Edge(attributes)) => DotStatement::Defaults(pairs(attributes)?),
        Stmt::Attribute(_) | Stmt::GAttribute(_) => DotStatement::Other,
    })
}

fn is_nobody(parsed: &Parsed) -> bool {
    matches!(parsed, Parsed::N(node) if matches!(&node.0, Id::Escaped(text) if text.trim() == "\"\""))
}

fn end(parsed: &Parsed) -> Option<DotEnd> {
    Some(match parsed {
        Parsed::N(node) => DotEnd::Node(number(&node.0)?),
        Parsed::S(group) => DotEnd::Group(group.stmts.iter().map(statement).collect::<Option<_>>()?),
    })
}

fn pairs(attributes: &[Attribute]) -> Option<Vec<IdPair>> {
    attributes.iter().map(|Attribute(key, value)| Some((number(key)?, number(value)?))).collect()
}

fn number(id: &Id) -> Option<usize> {
    match id {
        Id::Escaped(text) => text.trim().trim_matches('"').parse().ok(),
        Id::Html(_) | Id::Plain(_) | Id::Anonymous(_) => None,
    }
}
