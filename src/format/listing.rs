//! Networks that are listed line by line: vertices come up in ties, and are the same where their ids are.

use crate::corpus::hashing::FastMap;
use crate::format::document::Document;
use crate::format::explicit::{Direction, ExplicitNetwork, ExplicitTie, Vertex};
use crate::message;
use crate::source::error::Error;

/// Vertices that a file may announce by a number alone. Where more of them are named than these, as many again may be
/// announced: what is read grows with the file, and not with a number in it.
const MAX_UNNAMED: usize = 10_000;

/// A network that is being listed.
#[derive(Default)]
pub(crate) struct Listing {
    pub(crate) network: ExplicitNetwork,
    /// Places of vertices by their ids.
    ids: FastMap<String, usize>,
}

impl Listing {
    /// The vertex of an id that is new; `None` where it came up before.
    pub(crate) fn vertex(&mut self, id: &str, offset: usize) -> Option<&mut Vertex> {
        if self.ids.contains_key(id) {
            return None;
        }
        self.ids.insert(id.to_owned(), self.network.vertices.len());
        self.network.vertices.push(Vertex { id: id.to_owned(), offset, ..Vertex::default() });
        self.network.vertices.last_mut()
    }

    /// The number of the vertex of an id that is new; `None` where it came up before.
    pub(crate) fn new_vertex(&mut self, id: &str, offset: usize) -> Option<usize> {
        self.vertex(id, offset)?;
        Some(self.network.vertices.len() - 1)
    }

    /// The number of the vertex of an id that came up before.
    pub(crate) fn place_of(&self, id: &str) -> Option<usize> {
        self.ids.get(id).copied()
    }

    /// A tie between two ids, which become vertices where they are new.
    pub(crate) fn tie(
        &mut self,
        (source, target): (&str, &str),
        weight: Option<&str>,
        direction: Direction,
        offset: usize,
    ) {
        self.vertex(source, offset);
        self.vertex(target, offset);
        self.network.ties.push(ExplicitTie {
            source: source.to_owned(),
            target: target.to_owned(),
            weight: weight.map(str::to_owned),
            direction,
            offset,
        });
    }

    /// Vertices that are known by their numbers, 1 to `count`, which stands at byte `at`.
    ///
    /// # Errors
    /// The number is beyond what the rest of the file backs.
    pub(crate) fn numbered(mut self, source: &Document<'_>, count: usize, at: usize) -> Result<ExplicitNetwork, Error> {
        check_count(source, count, self.ids.len(), at)?;
        for number in 1..=count {
            self.vertex(&number.to_string(), at);
        }
        self.network.vertices.sort_by_key(|vertex| vertex.id.parse::<usize>().unwrap_or(usize::MAX));
        Ok(self.network)
    }
}

/// Refuses a number of vertices that the rest of a file does not back.
///
/// # Errors
/// See above.
pub(crate) fn check_count(source: &Document<'_>, count: usize, named: usize, at: usize) -> Result<(), Error> {
    let max = MAX_UNNAMED.max(named);
    if count.saturating_sub(named) <= max {
        return Ok(());
    }
    Err(source.error(at, message!("format-announced-vertices", count = count, named = named, max = max)))
}

/// Lines with the bytes at which they start, without line ends and byte-order mark.
pub(crate) fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut offset = 0;
    text.split_inclusive('\n').map(move |line| {
        let start = offset;
        offset += line.len();
        let body = line.trim_start_matches('\u{FEFF}');
        (start + line.len() - body.len(), body.trim_end_matches(['\n', '\r']))
    })
}

/// Words of a line with the bytes at which they start.
pub(crate) fn words(start: usize, line: &str) -> Vec<(usize, &str)> {
    let mut words = Vec::new();
    let mut at = 0;
    for word in line.split_whitespace() {
        let found = line[at..].find(word).map_or(at, |found| at + found);
        words.push((start + found, word));
        at = found + word.len();
    }
    words
}
