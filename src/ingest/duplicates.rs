//! Works that stand more than once, within an input or in several.

use std::hash::{Hash, Hasher};

use crate::corpus::builder::InstitutionHandle;
use crate::corpus::date::Date;
use crate::corpus::hashing::{FastHasher, FastMap};

/// Where a work was read first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Seen {
    pub(crate) input: u16,
    pub(crate) line: u32,
}

/// What is known of a work that is about to be added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Finding {
    /// Nothing of its name was there.
    New,
    /// Same name, date and institutions.
    Same(Seen),
    /// Same name, other facts.
    Namesake(Seen),
}

/// Remembers works by hashes of 64 bits, of the name alone and of all facts; both must agree for two works to be
/// taken as one.
#[derive(Clone, Debug, Default)]
pub(crate) struct Duplicates {
    by_name: FastMap<u64, Seen>,
    by_facts: FastMap<(u64, u64), Seen>,
}

impl Duplicates {
    /// Looks a work up and remembers it. Institutions count as a set. O(institutions).
    pub(crate) fn check(
        &mut self,
        name: &str,
        date: Option<Date>,
        institutions: &[InstitutionHandle],
        here: Seen,
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
        let facts_key = (name_key, hasher.finish());
        let finding = match (self.by_facts.get(&facts_key), self.by_name.get(&name_key)) {
            (Some(&seen), _) => Finding::Same(seen),
            (None, Some(&seen)) => Finding::Namesake(seen),
            (None, None) => Finding::New,
        };
        self.by_facts.entry(facts_key).or_insert(here);
        self.by_name.entry(name_key).or_insert(here);
        finding
    }
}
