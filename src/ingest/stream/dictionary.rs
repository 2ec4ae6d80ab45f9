//! Byte strings and their numbers, in the order in which they came.

use std::hash::Hasher;

use crate::corpus::hashing::Fast;

/// Numbers for byte strings: an open table of hashes beside one arena.
#[derive(Debug, Default)]
pub(crate) struct Dictionary {
    /// Upper half of the hash, and the number plus one; 0 where nothing is.
    table: Vec<(u32, u32)>,
    /// Where each string ends in the arena.
    ends: Vec<usize>,
    arena: Vec<u8>,
}

impl Dictionary {
    /// How many strings it has.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The string of a number.
    pub(crate) fn get(&self, number: u32) -> &[u8] {
        let number = number as usize;
        let start = if number == 0 { 0 } else { self.ends[number - 1] };
        &self.arena[start..self.ends[number]]
    }

    /// The number of a string with this hash.
    pub(crate) fn find(&self, hash: u64, bytes: &[u8]) -> Option<u32> {
        if self.table.is_empty() {
            return None;
        }
        let mask = self.table.len() - 1;
        let tag = (hash >> 32) as u32;
        let mut at = hash as usize & mask;
        loop {
            let (found, number) = self.table[at];
            if number == 0 {
                return None;
            }
            if found == tag && self.get(number - 1) == bytes {
                return Some(number - 1);
            }
            at = (at + 1) & mask;
        }
    }

    /// Adds a string that is not there yet.
    pub(crate) fn add(&mut self, hash: u64, bytes: &[u8]) -> u32 {
        if (self.len() + 1) * 2 > self.table.len() {
            self.grow();
        }
        self.arena.extend_from_slice(bytes);
        self.ends.push(self.arena.len());
        let number = self.len() as u32;
        self.place(hash, number);
        number - 1
    }

    /// Forgets all strings but keeps the room.
    pub(crate) fn clear(&mut self) {
        if !self.ends.is_empty() {
            self.table.fill((0, 0));
            self.ends.clear();
            self.arena.clear();
        }
    }

    fn place(&mut self, hash: u64, number: u32) {
        let mask = self.table.len() - 1;
        let mut at = hash as usize & mask;
        while self.table[at].1 != 0 {
            at = (at + 1) & mask;
        }
        self.table[at] = ((hash >> 32) as u32, number);
    }

    fn grow(&mut self) {
        let room = (self.table.len() * 2).max(1024);
        self.table.clear();
        self.table.resize(room, (0, 0));
        for number in 0..self.len() as u32 {
            self.place(hash(self.get(number)), number + 1);
        }
    }
}

/// The hash of a string.
pub(crate) fn hash(bytes: &[u8]) -> u64 {
    let mut hasher = Fast::default();
    hasher.write(bytes);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn numbers_follow_the_order_of_arrival_through_every_growth() {
        let mut dictionary = Dictionary::default();
        for number in 0..5_000u32 {
            let name = format!("institution {number}");
            let hash = hash(name.as_bytes());
            assert_eq!(dictionary.find(hash, name.as_bytes()), None);
            assert_eq!(dictionary.add(hash, name.as_bytes()), number);
        }
        for number in 0..5_000u32 {
            let name = format!("institution {number}");
            assert_eq!(dictionary.find(hash(name.as_bytes()), name.as_bytes()), Some(number));
            assert_eq!(dictionary.get(number), name.as_bytes());
        }
        dictionary.clear();
        assert_eq!((dictionary.len(), dictionary.find(hash(b"institution 1"), b"institution 1")), (0, None));
    }
}
