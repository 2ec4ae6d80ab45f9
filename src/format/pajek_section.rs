//! One network of a Pajek file: its vertices and ties, and what they make.

use crate::corpus::hashing::FastSet;
use crate::format::document::Document;
use crate::format::explicit::Mode;
use crate::format::pajek_line::{PajekToken, weight_of};
use crate::format::ties::{Direction, ExplicitNetwork, ExplicitTie, Vertex, VertexAttribute};
use crate::message;
use crate::messages::List;
use crate::source::error::Error;
use std::collections::BTreeSet;

/// Vertices that may be announced although no line and no tie names them. Where more vertices are named than these, as
/// many again may be announced: what is read grows with the file, and not with a number in it.
const MAX_UNNAMED: usize = 10_000;

/// Networks of a project that are listed by their names.
pub(crate) const MAX_LISTED: usize = 12;

/// The line of a vertex.
pub(crate) struct PajekVertex {
    pub(crate) number: usize,
    pub(crate) label: String,
    pub(crate) position: Option<(f64, f64)>,
    pub(crate) offset: usize,
}

/// One network of a file.
#[derive(Default)]
pub(crate) struct PajekSection {
    pub(crate) title: String,
    /// Vertices announced, and where their number stands; `is_open` where none is and those are there that come up.
    pub(crate) is_open: bool,
    pub(crate) count: usize,
    pub(crate) count_at: usize,
    /// Vertices of the first mode, where there are two.
    pub(crate) first: Option<usize>,
    pub(crate) modes_at: usize,
    pub(crate) labels: Vec<PajekVertex>,
    pub(crate) ties: Vec<ExplicitTie>,
    /// Names or numbers of relations that ties are of.
    pub(crate) relations: BTreeSet<String>,
    pub(crate) has_ties: bool,
}

impl PajekSection {
    pub(crate) fn edge(
        &mut self,
        source: &Document<'_>,
        tokens: &[PajekToken<'_>],
        direction: Direction,
    ) -> Result<(), Error> {
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
    pub(crate) fn row(&mut self, source: &Document<'_>, tokens: &[PajekToken<'_>], row: usize) -> Result<(), Error> {
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

    pub(crate) fn push(
        &mut self,
        (from, to): (usize, usize),
        weight: Option<String>,
        direction: Direction,
        offset: usize,
    ) {
        let (source, target) = (from.to_string(), to.to_string());
        self.ties.push(ExplicitTie { source, target, weight, direction, offset });
    }

    pub(crate) fn number(&self, source: &Document<'_>, token: &PajekToken<'_>) -> Result<usize, Error> {
        let (text, count) = (token.text, self.count);
        text.parse().ok().filter(|number| self.is_open || (1..=count).contains(number)).ok_or_else(|| {
            source.error(token.offset, message!("format-no-number-vertex-expected", text = text, count = count))
        })
    }

    /// Refuses a number of vertices that the rest of the file does not back.
    fn check_announced(&self, source: &Document<'_>) -> Result<(), Error> {
        let ends = self.ties.iter().flat_map(|edge| [&edge.source, &edge.target]);
        let ends = ends.filter_map(|end| end.parse::<usize>().ok());
        let named = self.labels.iter().map(|vertex| vertex.number).chain(ends).collect::<FastSet<usize>>().len();
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
    pub(crate) fn finish(mut self, source: &Document<'_>) -> Result<ExplicitNetwork, Error> {
        if self.is_open && self.ties.is_empty() {
            return Err(source.error(self.count_at, message!("format-vertices-needs-number-vertices")));
        }
        if !self.has_ties
            && self.labels.iter().all(|vertex| vertex.label.is_empty())
            && let Some(vertex) = self.labels.first()
        {
            return Err(source.error(vertex.offset, message!("format-vertices-without-labels-no")));
        }
        let mut unnamed: BTreeSet<usize> = if self.is_open {
            let ends = self.ties.iter().flat_map(|tie| [&tie.source, &tie.target]);
            ends.filter_map(|end| end.parse().ok()).collect()
        } else {
            self.check_announced(source)?;
            (1..=self.count).collect()
        };
        let mode = |number: usize| {
            let mode = |first| if number <= first { Mode::First } else { Mode::Second };
            self.first.map(|first| (VertexAttribute::Mode, mode(first).value()))
        };
        let mut network = ExplicitNetwork { ties: std::mem::take(&mut self.ties), ..ExplicitNetwork::default() };
        network.modes_at = self.first.map(|_| self.modes_at);
        let vertex = |number: usize, label: String, offset: usize| Vertex {
            id: number.to_string(),
            label,
            attributes: mode(number).into_iter().collect(),
            offset,
            ..Vertex::default()
        };
        for PajekVertex { number, label, position, offset } in std::mem::take(&mut self.labels) {
            unnamed.remove(&number);
            let mut vertex = vertex(number, label, offset);
            if let Some((x, y)) = position {
                network.keeper.place(&mut vertex.values, x, y);
            }
            network.vertices.push(vertex);
        }
        let end = source.text.len();
        network.vertices.extend(unnamed.into_iter().map(|number| vertex(number, String::new(), end)));
        if self.relations.len() > 1 {
            let names = self.relations.iter().take(MAX_LISTED).map(|name| message!("ingest-quoted", text = name));
            let (count, names) = (self.relations.len(), List::comma(names));
            network.notices.push((0, message!("format-relations-added", count = count, names = names)));
        }
        Ok(network)
    }
}
