//! Names of the registry that a text misses by one slip: a letter too many, too few, another one, or two that changed places.

use fst::raw::{Fst, Node, Output};

use super::fold::key;
use super::layout::{ALIAS, DISPLAY, GONE, LABEL};
use super::store::{InstitutionRegistry, RecordIndex};

/// Letters of a folded name that is looked for; a shorter one is a slip away from others that are right.
const SHORTEST: usize = 10;
/// Letters of the longest.
const LONGEST: usize = 64;
/// Letters of a word that may hold the slip.
const SHORTEST_WORD: usize = 5;
/// Names that are looked at; a text that is a slip away from more says nothing.
const MOST: usize = 8;

impl InstitutionRegistry {
    /// The one record of which a name differs from this one by a slip within a word of five letters or more, not its first
    /// letter and no digit; `None` where the name is one of the registry as it stands. Names in ASCII letters alone are looked
    /// for. O(names that begin alike · letters).
    #[must_use]
    pub fn by_misspelling(&self, name: &str) -> Option<RecordIndex> {
        let key = key(name);
        let is_long = (SHORTEST..=LONGEST).contains(&key.len());
        if !is_long || !key.is_ascii() || !key.contains(' ') || self.layout.names().get(&key).is_some() {
            return None;
        }
        let mut walk = Walk { names: self.layout.names(), key: key.as_bytes(), path: Vec::new(), found: Vec::new() };
        let first: Vec<u8> = (0..=key.len()).map(|at| at.min(2) as u8).collect();
        walk.step(self.layout.names().root(), Output::zero(), &[], &first);
        let mut records: Vec<RecordIndex> = Vec::new();
        let near = walk.found.iter().filter(|(other, _)| is_slip(&key, other));
        for &(_, posting) in near {
            let (_, bearers) = self.layout.posting(posting);
            records.extend(
                bearers
                    .filter(|(_, how)| how & (DISPLAY | LABEL | ALIAS) != 0 && how & GONE == 0)
                    .map(|(record, _)| record),
            );
        }
        records.sort_unstable();
        records.dedup();
        if let &[record] = records.as_slice() { Some(record) } else { None }
    }
}

/// Whether two folded names of as many words differ in one of them, which is long enough for that to be a slip.
fn is_slip(one: &str, other: &str) -> bool {
    if one.split(' ').count() != other.split(' ').count() {
        return false;
    }
    let mut differing = one.split(' ').zip(other.split(' ')).filter(|(a, b)| a != b);
    let (Some((a, b)), None) = (differing.next(), differing.next()) else { return false };
    let has_digit = |word: &str| word.bytes().any(|byte| byte.is_ascii_digit());
    let is_long = a.len().min(b.len()) >= SHORTEST_WORD;
    is_long && a.as_bytes().first() == b.as_bytes().first() && !has_digit(a) && !has_digit(b)
}

/// A walk through the map of names along those that are one slip away.
struct Walk<'f, D> {
    names: &'f Fst<D>,
    key: &'f [u8],
    path: Vec<u8>,
    found: Vec<(String, u64)>,
}

impl<D: AsRef<[u8]>> Walk<'_, D> {
    /// `before` and `row` are the distances of the path, and of the path without its last letter, from each beginning of the
    /// key (Damerau and Levenshtein, by rows); 2 stands for two and more.
    fn step(&mut self, node: Node<'_>, output: Output, before: &[u8], row: &[u8]) {
        if self.found.len() > MOST {
            return;
        }
        if node.is_final() && row.last().is_some_and(|&distance| distance < 2) {
            let name = String::from_utf8_lossy(&self.path).into_owned();
            self.found.push((name, output.cat(node.final_output()).value()));
        }
        if self.path.len() > self.key.len() {
            return;
        }
        for transition in node.transitions() {
            let letter = transition.inp;
            // The first letter is right.
            if self.path.is_empty() && self.key.first() != Some(&letter) {
                continue;
            }
            let next = self.row(letter, before, row);
            if next.iter().any(|&distance| distance < 2) {
                self.path.push(letter);
                self.step(self.names.node(transition.addr), output.cat(transition.out), row, &next);
                self.path.pop();
            }
        }
    }

    fn row(&self, letter: u8, before: &[u8], row: &[u8]) -> Vec<u8> {
        let mut next = Vec::with_capacity(row.len());
        next.push((self.path.len() + 1).min(2) as u8);
        for (at, &own) in self.key.iter().enumerate() {
            let replaced = row[at] + u8::from(own != letter);
            let mut least = replaced.min(row[at + 1] + 1).min(next[at] + 1);
            let are_swapped = at > 0 && self.path.last() == Some(&own) && self.key[at - 1] == letter;
            if let Some(&swapped) = before.get(at.wrapping_sub(1)).filter(|_| are_swapped) {
                least = least.min(swapped + 1);
            }
            next.push(least.min(2));
        }
        next
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_slip_leads_to_the_name() {
        let registry = InstitutionRegistry::embedded().unwrap();
        for (written, meant) in [
            ("Massachussetts Institute of Technology", "Massachusetts Institute of Technology"),
            ("Univ of Tokio", "The University of Tokyo"),
            ("Carnegie Melon University", "Carnegie Mellon University"),
            ("Tsignhua University", "Tsinghua University"),
        ] {
            assert_eq!(registry.by_misspelling(written).map(|record| registry.name(record)), Some(meant), "{written}");
        }
        for name in
            ["Massachusetts Institute of Technology", "Northfield University", "ETH Zurich", "Tokyo", "서울대학교"]
        {
            assert_eq!(registry.by_misspelling(name), None, "{name}");
        }
    }

    #[test]
    fn distances_of_the_walk_are_those_of_an_independent_measure() {
        let registry = InstitutionRegistry::embedded().unwrap();
        let names = registry.layout.names();
        for written in ["seoul natl univ", "carnegie melon univ", "tsignhua univ", "univ of", "stanfrod univ"] {
            let mut walk = Walk { names, key: written.as_bytes(), path: Vec::new(), found: Vec::new() };
            let first: Vec<u8> = (0..=written.len()).map(|at| at.min(2) as u8).collect();
            walk.step(names.root(), Output::zero(), &[], &first);
            assert!(!walk.found.is_empty() || written == "univ of", "{written}");
            for (name, _) in walk.found {
                assert!(strsim::osa_distance(written, &name) < 2, "{written} / {name}");
            }
        }
    }
}
