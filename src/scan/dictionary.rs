//! Byte strings and their numbers, in the order in which they came.

use std::hash::Hasher;

use crate::corpus::hashing::FastHasher;

/// Strings that are looked up together.
const AT_ONCE: usize = 64;

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

    /// The numbers of many strings, each with its hash; `None` where one is not there. All places are looked up before the
    /// first string is compared: accesses to memory that do not wait for each other take a third of the time.
    pub(crate) fn find_all(&self, asked: &[(u64, &[u8])], found: &mut Vec<Option<u32>>) {
        found.clear();
        let Some(mask) = self.table.len().checked_sub(1) else {
            found.resize(asked.len(), None);
            return;
        };
        for few in asked.chunks(AT_ONCE) {
            let mut slots = [(0, 0); AT_ONCE];
            for (slot, &(hash, _)) in slots.iter_mut().zip(few) {
                *slot = self.table[hash as usize & mask];
            }
            let mut spans = [(0, 0); AT_ONCE];
            for ((span, slot), &(hash, _)) in spans.iter_mut().zip(&mut slots).zip(few) {
                if slot.1 > 0 && slot.0 != (hash >> 32) as u32 {
                    *slot = probe(&self.table, hash);
                }
                if let Some(number) = (slot.1 as usize).checked_sub(1) {
                    *span = (if number == 0 { 0 } else { self.ends[number - 1] }, self.ends[number]);
                }
            }
            let all = few.iter().zip(&slots).zip(&spans);
            found.extend(all.map(|((&(hash, bytes), &(_, number)), &(start, end))| match number {
                0 => None,
                _ if &self.arena[start..end] == bytes => Some(number - 1),
                // Another string has the same upper half of the hash.
                _ => self.find(hash, bytes),
            }));
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
        place(&mut self.table, hash, number);
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

    fn grow(&mut self) {
        let room = (self.table.len() * 2).max(1024);
        self.table.clear();
        self.table.resize(room, (0, 0));
        for number in 0..self.len() as u32 {
            let hash = hash(self.get(number));
            place(&mut self.table, hash, number + 1);
        }
    }
}

/// The first slot of a table that may be that of a hash; an empty one when none may.
fn probe(table: &[(u32, u32)], hash: u64) -> (u32, u32) {
    let Some(mask) = table.len().checked_sub(1) else { return (0, 0) };
    let (tag, mut at) = ((hash >> 32) as u32, hash as usize & mask);
    loop {
        let slot = table[at];
        if slot.1 == 0 || slot.0 == tag {
            return slot;
        }
        at = (at + 1) & mask;
    }
}

fn place(table: &mut [(u32, u32)], hash: u64, number: u32) {
    let mask = table.len() - 1;
    let mut at = hash as usize & mask;
    while table[at].1 != 0 {
        at = (at + 1) & mask;
    }
    table[at] = ((hash >> 32) as u32, number);
}

/// The hash of a string.
pub(crate) fn hash(bytes: &[u8]) -> u64 {
    let mut hasher = FastHasher::default();
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
        let names: Vec<String> = (0..6_000).rev().map(|number| format!("institution {number}")).collect();
        let mut asked: Vec<(u64, &[u8])> = names.iter().map(|name| (hash(name.as_bytes()), name.as_bytes())).collect();
        asked.push((hash(b""), b""));
        let mut found = vec![Some(7)];
        dictionary.find_all(&asked, &mut found);
        let single: Vec<Option<u32>> = asked.iter().map(|&(hash, name)| dictionary.find(hash, name)).collect();
        assert_eq!(found, single);
        dictionary.clear();
        assert_eq!((dictionary.len(), dictionary.find(hash(b"institution 1"), b"institution 1")), (0, None));
    }
}
