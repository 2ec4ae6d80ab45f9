//! Look-up of plain names, by the whole name alone.

use super::fold::{fold, key};
use super::layout::{ALIAS, DISPLAY, GONE, LABEL, SHORTENED};
use super::legal_forms;
use super::store::{InstitutionRegistry, RecordIndex};

/// Letters of a folded name that is looked up; a shorter one is that of many.
const SHORTEST: usize = 4;

/// Bytes of a name that is looked up: the longest of the registry has a quarter of them. A longer text is a damaged cell.
const LONGEST_NAME: usize = 2_000;

/// Whether a folded name is too short to be that of one institution: `U T`. A name in other letters is not.
pub(crate) fn is_too_short(key: &str) -> bool {
    key.is_ascii() && key.chars().filter(|ch| *ch != ' ').count() < SHORTEST
}

impl InstitutionRegistry {
    /// The one record that bears a name, but for case, accents, punctuation, small and shortened words, legal forms, or an
    /// acronym of its own in brackets behind it. Acronyms alone, and names of several records, give none. O(letters).
    #[must_use]
    pub fn by_name(&self, name: &str) -> Option<RecordIndex> {
        if name.len() > LONGEST_NAME {
            return None;
        }
        let east = legal_forms::without_east_asian(name);
        let name = east.as_deref().unwrap_or(name);
        let folded = fold(name);
        self.only_bearer(&folded.text)
            .or_else(|| self.one_word(name, &folded.text))
            .or_else(|| self.without_bracket(name))
            .or_else(|| {
                let forms = legal_forms::count_at_end(&folded, 0, folded.words.len());
                (forms > 0).then(|| self.only_bearer(folded.range(0, folded.words.len() - forms))).flatten()
            })
    }

    /// A name of one word, letter by letter as the registry displays it: `Inserm`, not `MagIC` for “Magic”.
    fn one_word(&self, name: &str, key: &str) -> Option<RecordIndex> {
        let name = name.trim();
        let (_, mut bearers) = self.layout.posting(self.layout.names().get(key)?.value());
        let (record, how) = bearers.next()?;
        let is_only = bearers.next().is_none() && how & DISPLAY != 0 && how & (GONE | SHORTENED) == 0;
        (is_only && name.chars().count() > SHORTEST && self.name(record) == name).then_some(record)
    }

    /// `Korea Advanced Institute of Science & Technology (KAIST)`: the bracket must hold another name of the record.
    fn without_bracket(&self, name: &str) -> Option<RecordIndex> {
        let (before, inside) = name.trim().strip_suffix(')')?.rsplit_once('(')?;
        let record = self.only_bearer(&key(before))?;
        let inside = key(inside);
        self.names(record).any(|(_, _, other)| key(other) == inside).then_some(record)
    }

    /// The one record of a country that bears a name, where several records of the world do: `Northeastern University` of
    /// China and of the United States. `None` too where the name is that of one record alone, of whatever country.
    #[must_use]
    pub fn namesake(&self, name: &str, country: &str) -> Option<RecordIndex> {
        let key = key(name);
        if name.len() > LONGEST_NAME || is_too_short(&key) || !key.contains(' ') {
            return None;
        }
        let (_, bearers) = self.layout.posting(self.layout.names().get(&key)?.value());
        let all: Vec<(RecordIndex, u8)> =
            bearers.filter(|(_, how)| how & (DISPLAY | LABEL | ALIAS) != 0 && how & (GONE | SHORTENED) == 0).collect();
        let mut there = all.iter().filter(|(record, _)| self.country(*record) == country);
        let (record, _) = there.next()?;
        let is_only = there.next().is_none();
        let are_others = all.iter().any(|(other, how)| {
            let is_apart = !self.is_ancestor(*other, *record) && !self.is_ancestor(*record, *other);
            other != record && how & DISPLAY != 0 && is_apart
        });
        (is_only && are_others).then_some(*record)
    }

    /// The record that alone bears a folded name, not as an acronym.
    fn only_bearer(&self, key: &str) -> Option<RecordIndex> {
        if is_too_short(key) {
            return None;
        }
        let (rarity, bearers) = self.layout.posting(self.layout.names().get(key)?.value());
        let mut all: Vec<(RecordIndex, u8)> =
            bearers.filter(|(_, how)| how & (DISPLAY | LABEL | ALIAS) != 0 && how & GONE == 0).collect();
        // The one that goes by the name itself, where it is but one more name of others.
        if let [shown] = all.iter().filter(|(_, how)| how & DISPLAY != 0).copied().collect::<Vec<_>>()[..]
            && all.iter().all(|one| one.0 == shown.0 || one.1 & (DISPLAY | LABEL) == 0)
        {
            all = vec![shown];
        }
        // A company of several countries is the one that heads the others.
        if all.len() > 1 {
            let top = all
                .iter()
                .copied()
                .find(|top| all.iter().all(|one| one.0 == top.0 || self.is_ancestor(top.0, one.0)))?;
            all = vec![top];
        }
        let &[(record, how)] = all.as_slice() else { return None };
        let is_generic = rarity & 128 != 0;
        let is_short = !key.contains(' ') && key.is_ascii();
        // One word is the name of many; and `Power Inc` is not “Power”.
        (!is_short && (how & SHORTENED == 0 || !is_generic)).then_some(record)
    }
}
