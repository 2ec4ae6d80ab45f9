//! What the names of one input mean, once somebody has looked.

use crate::scan::dictionary::Dictionary;

/// The name is left out.
pub(crate) const EXCLUDED: u32 = u32::MAX;
/// What the name means depends on the work.
pub(crate) const BY_WORK: u32 = u32::MAX - 1;

/// The names of an input so far, each with the number of its institution.
#[derive(Debug, Default)]
pub(crate) struct KnownNames {
    keys: Dictionary,
    meanings: Vec<u32>,
}

impl KnownNames {
    /// What a name means; `None` when it is new.
    pub(crate) fn find(&self, hash: u64, name: &[u8]) -> Option<u32> {
        self.keys.find(hash, name).map(|number| self.meanings[number as usize])
    }

    /// What many names mean, each with its hash; `None` where one is new.
    pub(crate) fn find_all(&self, asked: &[(u64, &[u8])], found: &mut Vec<Option<u32>>) {
        self.keys.find_all(asked, found);
        for number in found.iter_mut().flatten() {
            *number = self.meanings[*number as usize];
        }
    }

    /// The names that mean one of these institutions, in the order in which they came.
    pub(crate) fn names_of(&self, wanted: &[u32]) -> impl Iterator<Item = &[u8]> {
        let names = self.meanings.iter().enumerate().filter(move |(_, names_of)| wanted.contains(names_of));
        names.map(|(number, _)| self.keys.get(number as u32))
    }

    /// Remembers what a new name means.
    pub(crate) fn add(&mut self, hash: u64, name: &[u8], names_of: u32) {
        self.keys.add(hash, name);
        self.meanings.push(names_of);
    }
}
