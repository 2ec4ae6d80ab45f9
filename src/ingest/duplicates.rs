//! Works that stand more than once, within an input or in several.

use std::collections::hash_map::Entry;
use std::hash::{Hash, Hasher};

use crate::corpus::builder::InstitutionHandle;
use crate::corpus::date::Date;
use crate::corpus::hashing::{FastHasher, FastMap};
use crate::corpus::work::RowLocation;

/// What is known of a work that is about to be added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Finding {
    /// Nothing of its name was there.
    New,
    /// Same name, date and institutions.
    Same(RowLocation),
    /// Same name, other facts.
    Namesake(RowLocation),
}

/// Remembers works by hashes of 64 bits, of the name alone and of all facts; both must agree for two works to be
/// taken as one. Most names are those of one work, which takes one entry.
#[derive(Clone, Debug, Default)]
pub(crate) struct Duplicates {
    /// The first work of each name, with the hash of its facts.
    by_name: FastMap<u64, (RowLocation, u64)>,
    /// The first work of each name and facts, where these are others than those of the first of the name.
    namesakes: FastMap<(u64, u64), RowLocation>,
}

impl Duplicates {
    /// Looks a work up and remembers it. Institutions count as a set. O(institutions).
    pub(crate) fn check(
        &mut self,
        name: &str,
        date: Option<Date>,
        institutions: &[InstitutionHandle],
        here: RowLocation,
    ) -> Finding {
        let mut hasher = FastHasher::seeded(1);
        name.hash(&mut hasher);
        let name_key = hasher.finish();
        let mut hasher = FastHasher::seeded(2);
        name.hash(&mut hasher);
        date.hash(&mut hasher);
        let set = institutions.iter().fold(0u64, |sum, handle| {
            let mut hasher = FastHasher::seeded(3);
            handle.hash(&mut hasher);
            sum.wrapping_add(hasher.finish())
        });
        hasher.write_u64(set);
        let facts = hasher.finish();
        match self.by_name.entry(name_key) {
            Entry::Vacant(entry) => {
                entry.insert((here, facts));
                Finding::New
            }
            Entry::Occupied(entry) => match *entry.get() {
                (seen, same) if same == facts => Finding::Same(seen),
                (first, _) => match self.namesakes.entry((name_key, facts)) {
                    Entry::Occupied(entry) => Finding::Same(*entry.get()),
                    Entry::Vacant(entry) => {
                        entry.insert(here);
                        Finding::Namesake(first)
                    }
                },
            },
        }
    }
}
