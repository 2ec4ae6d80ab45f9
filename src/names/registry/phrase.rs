//! What texts must hold if a name stands in them: its folded words, each in one of its forms.

use super::abbreviations::words_of;
use super::fold::key;
use super::legal_forms::{without_east_asian, without_legal_forms};
use super::plain::is_too_short;
use super::store::{InstitutionRegistry, RecordIndex};

/// The folded words of a name, without legal forms and what stands in brackets behind it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Phrase(Vec<String>);

impl Phrase {
    /// `None` where too little is left of the name.
    pub(crate) fn of(name: &str) -> Option<Self> {
        let east = without_east_asian(name);
        let name = east.as_deref().unwrap_or(name).trim();
        let bare = name.strip_suffix(')').and_then(|rest| rest.rsplit_once('(')).map_or(name, |(before, _)| before);
        let key = key(&without_legal_forms(bare));
        let mut words: Vec<String> = key.split_whitespace().map(str::to_owned).collect();
        words.sort();
        words.dedup();
        (!is_too_short(&key)).then_some(Self(words))
    }

    /// Its folded words, sorted.
    pub(crate) fn words(&self) -> &[String] {
        &self.0
    }

    /// Of each word the forms in which texts write it, folded.
    pub(crate) fn forms(&self) -> impl Iterator<Item = Vec<&str>> {
        self.0.iter().map(|word| words_of(word))
    }

    /// Whether every text that holds `other` holds this one.
    pub(crate) fn is_part_of(&self, other: &Self) -> bool {
        self.0.iter().all(|word| other.0.contains(word))
    }
}

impl InstitutionRegistry {
    /// The records that a name may mean: those that bear it, and those whose identifier it is.
    pub(crate) fn named(&self, name: &str) -> Vec<RecordIndex> {
        let joined = crate::corpus::naming::fold(name);
        let keys = [key(name), key(&joined)];
        let mut all: Vec<RecordIndex> = keys
            .iter()
            .filter_map(|key| self.layout.names().get(key))
            .flat_map(|posting| self.layout.posting(posting.value()).1)
            .map(|(record, _)| record)
            .collect();
        all.extend(self.by_name(name).into_iter().chain(self.by_id(name)));
        all.sort_unstable();
        all.dedup();
        all
    }

    /// The phrases of all names of a record, acronyms left out.
    pub(crate) fn phrases(&self, record: RecordIndex) -> impl Iterator<Item = Phrase> {
        self.names(record).filter(|(role, _, _)| *role != 's').filter_map(|(_, _, name)| Phrase::of(name))
    }
}
