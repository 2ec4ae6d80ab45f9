//! Institutions by every spelling that is listed for them.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;
use std::sync::OnceLock;

use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::corpus::hashing::FastMap;
use crate::corpus::institution::Institution;
use crate::corpus::naming::{fold, is_plain, slug};
use crate::names::registry::{self, is_same_but_for_form};

/// What a listed spelling means; the number is an index of [`Table::institutions`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    Preferred(u32),
    Variant(u32),
    Dropped,
}

impl Meaning {
    pub(super) fn institution(self) -> Option<u32> {
        match self {
            Self::Preferred(index) | Self::Variant(index) => Some(index),
            Self::Dropped => None,
        }
    }
}

#[derive(Clone, Debug)]
struct Spelling {
    text: Box<str>,
    meaning: Meaning,
}

/// For one work, a name means this institution.
#[derive(Clone, Debug)]
pub(super) struct Correction {
    pub(super) work: String,
    pub(super) is: u32,
    pub(super) why: String,
    pub(super) why_ko: String,
}

/// The institutions of an authority and the index of their spellings. The index is keyed by the
/// lower-cased spelling; what differs by case alone shares a key, and the exact one counts first.
#[derive(Clone, Default)]
pub(super) struct Table {
    institutions: Vec<Institution>,
    ids: FastMap<String, u32>,
    spellings: FastMap<Box<str>, Vec<Spelling>>,
    corrections: FastMap<String, Vec<Correction>>,
    /// Spellings by their folded form. Made at the first name that is not listed.
    folded: OnceLock<FastMap<String, FoldedSpellings>>,
}

/// Spellings of one folded form.
#[derive(Clone, Debug)]
struct FoldedSpellings {
    /// `None` where they are those of several institutions.
    institution: Option<u32>,
    /// They, without legal forms.
    plain: Vec<Box<str>>,
}

impl fmt::Debug for Table {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} institutions, {} spellings", self.institutions.len(), self.spellings.len())
    }
}

impl Table {
    pub(super) fn institutions(&self) -> &[Institution] {
        &self.institutions
    }

    pub(super) fn at(&self, index: u32) -> &Institution {
        &self.institutions[index as usize]
    }

    pub(super) fn at_mut(&mut self, index: u32) -> &mut Institution {
        &mut self.institutions[index as usize]
    }

    pub(super) fn index(&self, id: &str) -> Option<u32> {
        self.ids.get(id).copied()
    }

    pub(super) fn by_id(&self, id: &str) -> Option<&Institution> {
        Some(self.at(self.index(id)?))
    }

    /// What a recorded name means: the spelling itself, else the one meaning of all that differ from it
    /// by their case alone.
    pub(super) fn meaning(&self, recorded: &str) -> Option<Meaning> {
        let tidy = tidy(recorded);
        let spellings = self.spellings.get(&*key(&tidy))?;
        if let Some(exact) = spellings.iter().find(|spelling| *spelling.text == *tidy) {
            return Some(exact.meaning);
        }
        let first = spellings.first()?.meaning.institution();
        let one = spellings.iter().all(|spelling| spelling.meaning.institution() == first);
        one.then(|| first.map_or(Meaning::Dropped, Meaning::Variant))
    }

    /// The one institution of which a spelling has the folded form of a name.
    pub(super) fn folded(&self, recorded: &str) -> Option<u32> {
        let folded = self.folded.get_or_init(|| {
            let mut folded: FastMap<String, FoldedSpellings> = FastMap::default();
            for spelling in self.spellings.values().flatten() {
                let Some(key) = folded_key(&spelling.text) else { continue };
                let institution = spelling.meaning.institution();
                let known = folded.entry(key).or_insert(FoldedSpellings { institution, plain: Vec::new() });
                known.institution = known.institution.filter(|_| known.institution == institution);
                known.plain.push(plain(&spelling.text).into());
            }
            folded
        });
        let known = folded.get(&folded_key(recorded)?)?;
        let recorded = plain(recorded);
        known.institution.filter(|_| known.plain.iter().any(|spelling| is_same_but_for_form(spelling, &recorded)))
    }

    /// Forgets the folded forms after spellings were added.
    pub(super) fn forget_folded(&mut self) {
        self.folded = OnceLock::new();
    }

    /// The correction of a name in the record of a work.
    pub(super) fn correction(&self, recorded: &str, work: &str) -> Option<&Correction> {
        if self.corrections.is_empty() {
            return None;
        }
        let work = tidy(work);
        self.corrections.get(&*tidy(recorded))?.iter().find(|correction| correction.work == *work)
    }

    /// Whether a name is corrected in the record of some work.
    pub(super) fn has_corrections(&self, recorded: &str) -> bool {
        !self.corrections.is_empty() && self.corrections.contains_key(&*tidy(recorded))
    }

    /// Every listed spelling.
    pub(super) fn spellings(&self) -> impl Iterator<Item = &str> {
        self.spellings.values().flatten().map(|one| &*one.text)
    }

    /// Names that are corrected in the record of a work, each with that work.
    pub(super) fn corrections(&self) -> impl Iterator<Item = (&str, &str)> {
        self.corrections
            .iter()
            .flat_map(|(recorded, list)| list.iter().map(move |one| (recorded.as_str(), one.work.as_str())))
    }

    /// Every spelling that means one of these institutions somewhere; corrections of single works included.
    pub(super) fn spellings_of(&self, ids: &[u32]) -> impl Iterator<Item = &str> {
        let listed = self.spellings.values().flatten().filter(move |one| match one.meaning.institution() {
            Some(index) => ids.contains(&index),
            None => false,
        });
        let corrected = self.corrections.iter().filter(move |(_, list)| list.iter().any(|one| ids.contains(&one.is)));
        listed.map(|one| &*one.text).chain(corrected.map(|(recorded, _)| recorded.as_str()))
    }

    /// Adds a correction; a later one of the same name and work counts.
    pub(super) fn correct(&mut self, recorded: &str, correction: Correction) {
        let of_name = self.corrections.entry(tidy(recorded).into_owned()).or_default();
        of_name.retain(|older| older.work != correction.work);
        of_name.push(correction);
    }

    /// Adds an institution. An id that is empty is made from the name, one that is taken gets a number.
    pub(super) fn add(&mut self, mut institution: Institution) -> u32 {
        if institution.id.is_empty() {
            institution.id = slug(&institution.names.name);
        }
        let base = institution.id.clone();
        let mut ordinal = 2;
        while self.ids.contains_key(&institution.id) {
            institution.id = format!("{base}-{ordinal}");
            ordinal += 1;
        }
        let index = self.institutions.len() as u32;
        self.ids.insert(institution.id.clone(), index);
        self.institutions.push(institution);
        index
    }

    /// Lists a spelling beside those that differ from it by their case.
    pub(super) fn list(&mut self, spelling: &str, meaning: Meaning) {
        self.list_tidy(&tidy(spelling), meaning);
    }

    fn list_tidy(&mut self, text: &str, meaning: Meaning) {
        let spellings = self.spellings.entry(key(text).into()).or_default();
        match spellings.iter_mut().find(|one| *one.text == *text) {
            // The preferred name of an institution may be among its variants.
            Some(known) if known.meaning.institution() == meaning.institution() => {}
            Some(known) => known.meaning = meaning,
            None => spellings.push(Spelling { text: text.into(), meaning }),
        }
    }

    /// Lists a spelling in the place of all that differ from it by their case at most.
    pub(super) fn list_anew(&mut self, spelling: &str, meaning: Meaning) {
        let text = tidy(spelling);
        self.spellings.insert(key(&text).into(), vec![Spelling { text: text.into(), meaning }]);
    }

    /// Lists every name and variant of an institution that was just added; they are tidy.
    pub(super) fn list_names(&mut self, index: u32, variants: &[String]) {
        let names = std::mem::take(&mut self.at_mut(index).names);
        self.list_tidy(&names.name, Meaning::Preferred(index));
        if let Some(name_ko) = &names.name_ko {
            self.list_tidy(name_ko, Meaning::Preferred(index));
        }
        for name in [&names.common, &names.common_ko].into_iter().flatten().chain(variants) {
            self.list_tidy(name, Meaning::Variant(index));
        }
        self.at_mut(index).names = names;
    }

    /// Makes room for as many institutions and spellings.
    pub(super) fn reserve(&mut self, institutions: usize, spellings: usize) {
        self.institutions.reserve(institutions);
        self.ids.reserve(institutions);
        self.spellings.reserve(spellings);
    }

    /// Moves all spellings, the id and the corrections of some institutions to others, or drops them.
    pub(super) fn redirect(&mut self, moves: &HashMap<u32, Option<u32>>) {
        for spelling in self.spellings.values_mut().flatten() {
            match spelling.meaning.institution().and_then(|index| moves.get(&index)) {
                Some(Some(to)) => spelling.meaning = Meaning::Variant(*to),
                Some(None) => spelling.meaning = Meaning::Dropped,
                None => {}
            }
        }
        for (from, to) in moves {
            // They may still be asked for by their old names.
            if let Some(to) = to {
                let from = self.at(*from);
                let mut aliases: Vec<String> = from.names.all().map(str::to_owned).collect();
                aliases.extend_from_slice(&from.aliases);
                let of_target = &mut self.at_mut(*to).aliases;
                of_target.append(&mut aliases);
                of_target.sort();
                of_target.dedup();
            }
        }
        let to = |index: u32| moves.get(&index).copied().flatten().unwrap_or(index);
        self.ids.values_mut().for_each(|index| *index = to(*index));
        self.corrections.values_mut().flatten().for_each(|correction| correction.is = to(correction.is));
    }
}

/// A spelling without legal forms.
fn plain(spelling: &str) -> String {
    let east = registry::without_east_asian(spelling);
    registry::without_legal_forms(east.as_deref().unwrap_or(spelling)).into_owned()
}

/// The folded form of a spelling: without legal forms and small words, and with one form for words that are shortened. One
/// word is folded as it stands, for a short form of it may be another name. `None` for names too short to tell one.
fn folded_key(spelling: &str) -> Option<String> {
    let east = registry::without_east_asian(spelling);
    let (name, key) = registry::without_legal_forms_with_key(east.as_deref().unwrap_or(spelling));
    let is_one_word = !name.trim().contains(char::is_whitespace);
    if is_one_word {
        return Some(fold(&name)).filter(|key| key.chars().count() > 1);
    }
    Some(key).filter(|key| !registry::is_too_short(key))
}

/// NFC, trimmed, white space collapsed to one space.
pub(super) fn tidy(name: &str) -> Cow<'_, str> {
    if is_tidy_ascii(name.as_bytes()) {
        return Cow::Borrowed(name);
    }
    let plain = is_plain(name) || is_nfc(name);
    let mut space = true;
    let spaced = name.chars().all(|letter| {
        let bad = letter.is_whitespace() && (space || letter != ' ');
        space = letter.is_whitespace();
        !bad
    });
    if plain && spaced && (!space || name.is_empty()) {
        return Cow::Borrowed(name);
    }
    Cow::Owned(name.split_whitespace().collect::<Vec<_>>().join(" ").nfc().collect())
}

/// Whether a name is tidy, and ASCII: most are, and that is soon seen.
fn is_tidy_ascii(name: &[u8]) -> bool {
    let mut before = b' ';
    let single = name.iter().all(|&byte| {
        let fits = matches!(byte, b'!'..=b'~') || byte == b' ' && before != b' ';
        before = byte;
        fits
    });
    single && (before != b' ' || name.is_empty())
}

/// The key that spellings share when they differ by their case alone.
pub(super) fn key(tidy: &str) -> String {
    if is_plain(tidy) { tidy.to_ascii_lowercase() } else { tidy.to_lowercase().nfc().collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::institution::Names;

    fn table(names: &[&str]) -> Table {
        let mut table = Table::default();
        for name in names {
            let index = table.add(Institution { names: Names::plain(name), ..Institution::default() });
            table.list_names(index, &[]);
        }
        table
    }

    #[test]
    fn tidying_touches_only_what_needs_it() {
        assert!(matches!(tidy("Seoul National University"), Cow::Borrowed(_)));
        assert!(matches!(tidy("서울대학교"), Cow::Borrowed(_)));
        assert!(matches!(tidy(""), Cow::Borrowed("")));
        assert_eq!(tidy(" Seoul\u{a0} National\nUniversity "), "Seoul National University");
        assert_eq!(tidy(&"서울".nfd().collect::<String>()), "서울");
        assert_eq!(tidy("\t"), "");
    }

    #[test]
    fn the_exact_spelling_counts_before_its_case() {
        let table = table(&["Inception", "INCEPTION", "Meta"]);
        assert_eq!(table.meaning("INCEPTION"), Some(Meaning::Preferred(1)));
        assert_eq!(table.meaning("inception"), None, "two institutions claim it");
        assert_eq!(table.meaning("meta"), Some(Meaning::Variant(2)));
        assert_eq!(table.meaning("metal"), None);
        assert_eq!(table.by_id("inception-2").map(|one| one.names.name.as_str()), Some("INCEPTION"));
    }

    #[test]
    fn a_redirect_moves_spellings_and_ids() {
        let mut table = table(&["DeepMind", "Google", "Nobody"]);
        table.redirect(&HashMap::from([(0, Some(1)), (2, None)]));
        assert_eq!(table.meaning("DeepMind"), Some(Meaning::Variant(1)));
        assert_eq!(table.meaning("Nobody"), Some(Meaning::Dropped));
        assert_eq!(table.by_id("deepmind").map(|one| one.id.as_str()), Some("google"));
    }
}
