//! Name authority: variants to preferred names, institutions to parents.
//!
//! Nothing is merged by similarity: a name is either listed, letter for letter or but for its case, or
//! it stands as recorded.

mod place;
mod record;
mod table;
mod thesaurus;

use std::sync::{Arc, OnceLock};

use crate::corpus::country::Country;
use crate::corpus::institution::Institution;
use crate::corpus::kind::ActorKind;
use crate::corpus::naming::fold;
use crate::names::authority::table::{Meaning, Table};
use crate::names::registry::{
    InstitutionRegistry, Phrase, RecordIndex, is_same_but_for_form, key, without_legal_forms,
};
use crate::normalize::lists::is_suffix;
use crate::source::error::Error;

/// What an authority says about a recorded name.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict<'a> {
    /// Nothing: the name stands as recorded.
    Unknown,
    /// It is the preferred name (or one of the official names) of this institution.
    Preferred(&'a Institution),
    /// It is a listed spelling variant of this institution.
    Variant(&'a Institution),
    /// For this one work, the name means this institution; with the reason in English and Korean.
    Corrected(&'a Institution, &'a str, &'a str),
    /// The user's thesaurus drops it.
    Dropped,
}

/// One of several institutions of a name.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Namesake<'a> {
    /// The authority lists it.
    Listed(&'a Institution),
    /// Only the registry has it.
    Registered(&'a Institution),
}

/// How texts write some institutions.
#[derive(Clone, Debug, Default)]
pub(crate) struct WrittenForms {
    /// Listed spellings, folded.
    pub(crate) spellings: Vec<String>,
    /// One of them stands in each name that is not listed and taken for one of the institutions.
    pub(crate) phrases: Vec<Phrase>,
    /// The institutions in the registry.
    pub(crate) records: Vec<RecordIndex>,
}

/// At which level institutions are taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Level {
    /// As recorded: families stay apart.
    #[default]
    Recorded,
    /// Rolled up to the topmost parent.
    Group,
}

impl From<ActorKind> for Level {
    /// The level at which names are resolved: what lies above institutions and groups is made of institutions.
    fn from(actors: ActorKind) -> Self {
        if actors == ActorKind::Group { Self::Group } else { Self::Recorded }
    }
}

/// A name authority. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Authority {
    table: Option<Arc<Table>>,
    registry: RegistryChoice,
}

/// Which registry stands below the authority.
#[derive(Clone, Debug, Default)]
enum RegistryChoice {
    /// None: names that the authority does not list stand as recorded.
    #[default]
    Nothing,
    /// The one that is compiled in, opened at the first name that the authority does not list.
    Embedded,
    /// One of a file.
    Given(InstitutionRegistry),
}

impl Authority {
    /// Takes every name as it stands.
    #[must_use]
    pub fn none() -> Self {
        Self::default()
    }

    /// Whether nobody's word is taken: names stand as recorded, corrections of a data set included.
    #[must_use]
    pub fn is_none(&self) -> bool {
        self.table.is_none()
    }

    /// The authority that is compiled in: the institutions of the embedded data set and those of
    /// `data/authority.json`. Read once a process, on the first call.
    #[must_use]
    pub fn built_in() -> Self {
        static TABLE: OnceLock<Arc<Table>> = OnceLock::new();
        let table = TABLE.get_or_init(|| Arc::new(record::built_in()));
        Self { table: Some(Arc::clone(table)), registry: RegistryChoice::Embedded }
    }

    /// Lays a user's file over this authority; where the two disagree the file wins. `name` is the file as
    /// the user named it. The file is either our own JSON, `{"institutions": […], "corrections": […]}`, or
    /// a two-column thesaurus `label<TAB>replace by` as VOSviewer reads it (tab, comma or semicolon).
    ///
    /// A JSON institution with the id of a known one completes it; what it says replaces what was said,
    /// its variants and aliases are added. A thesaurus row whose label is the preferred name of a known
    /// institution moves that institution with all its spellings; any other label is moved alone.
    /// A label replaced by itself stands for itself; an empty second column drops the label.
    ///
    /// # Errors
    /// The file is not readable as either; with line and column (in characters) and the way out.
    pub fn with_file(self, name: &str, bytes: &[u8]) -> Result<Self, Error> {
        let text = place::text(name, bytes)?;
        let mut table = self.table.map_or_else(Table::default, Arc::unwrap_or_clone);
        if text.trim_start().starts_with(['{', '[']) {
            record::lay_over(&mut table, name, text)?;
        } else {
            thesaurus::lay_over(&mut table, name, text)?;
        }
        table.forget_folded();
        Ok(Self { table: Some(Arc::new(table)), registry: self.registry })
    }

    /// Takes another registry than the embedded one, or none. Below an authority of none there is none.
    #[must_use]
    pub fn with_registry(self, registry: Option<InstitutionRegistry>) -> Self {
        let registry = registry.map_or(RegistryChoice::Nothing, RegistryChoice::Given);
        if self.is_none() { self } else { Self { registry, ..self } }
    }

    /// The registry that stands below it.
    #[must_use]
    pub fn registry(&self) -> Option<&InstitutionRegistry> {
        match &self.registry {
            RegistryChoice::Nothing => None,
            RegistryChoice::Embedded => InstitutionRegistry::embedded(),
            RegistryChoice::Given(registry) => Some(registry),
        }
    }

    /// What the registry says of a name that the authority does not list: country, sector, Korean name and id of the one
    /// institution that bears it. The name itself stays as recorded.
    #[must_use]
    pub fn described(&self, recorded: &str) -> Option<&Institution> {
        let registry = self.registry()?;
        registry.institution(registry.by_name(recorded)?)
    }

    /// A name that the authority lists but for accents, punctuation, small and shortened words, or legal forms; else a name
    /// that differs by these alone from the name of an institution of the registry.
    fn judge_folded(&self, recorded: &str) -> Verdict<'_> {
        let (Some(table), Some(registry)) = (self.table.as_deref(), self.registry()) else { return Verdict::Unknown };
        if let Some(index) = table.folded(recorded) {
            return Verdict::Variant(table.at(index));
        }
        let known = registry.by_name(recorded).and_then(|record| registry.institution(record));
        let Some(known) = known
            .filter(|one| key(&one.names.name) == key(recorded) && is_same_but_for_form(&one.names.name, recorded))
        else {
            return Verdict::Unknown;
        };
        if let Some(ours) = known.ror.as_deref().and_then(|ror| self.institution_by_ror(ror)) {
            return Verdict::Variant(ours);
        }
        match table.by_id(&known.id) {
            Some(_) => Verdict::Unknown,
            None if known.names.name == recorded => Verdict::Preferred(known),
            None => Verdict::Variant(known),
        }
    }

    /// The institution of a country that bears a name which institutions of several countries bear: one of the authority that
    /// is called so, with or without its country in brackets, else one of the registry. `None` where the name tells enough.
    /// O(institutions of the authority) for a name of several.
    pub(crate) fn namesake(&self, recorded: &str, country: &Country) -> Option<Namesake<'_>> {
        let registry = self.registry().filter(|_| self.table.is_some())?;
        let record = registry.namesake(recorded, country.code())?;
        let own = registry.institution(record)?;
        let bare = |name: &str| name.rsplit_once(" (").map_or(name, |(before, _)| before).to_owned();
        let is_called = |one: &&Institution| {
            one.countries.contains(country) && one.names.all().any(|name| key(&bare(name)) == key(recorded))
        };
        let ours = own.ror.as_deref().and_then(|ror| self.institution_by_ror(ror));
        match ours.or_else(|| self.institutions().iter().find(is_called)) {
            Some(listed) => Some(Namesake::Listed(listed)),
            None => Some(Namesake::Registered(own)),
        }
    }

    /// What it says about `recorded` in the record of `work`. White space is collapsed and the text
    /// brought to NFC first; a listed spelling counts before one that differs by its case alone, and of
    /// the latter only if one institution claims it.
    #[must_use]
    pub fn judge(&self, recorded: &str, work: &str) -> Verdict<'_> {
        let Some(table) = self.table.as_deref() else { return Verdict::Unknown };
        if let Some(correction) = table.correction(recorded, work) {
            let institution = table.at(correction.is);
            return Verdict::Corrected(institution, &correction.why, &correction.why_ko);
        }
        self.judge_anywhere(recorded)
    }

    /// What a recorded name means in every work that has no correction for it.
    pub(crate) fn judge_anywhere(&self, recorded: &str) -> Verdict<'_> {
        let Some(table) = self.table.as_deref() else { return Verdict::Unknown };
        match table.meaning(recorded) {
            None => self.judge_folded(recorded),
            Some(Meaning::Preferred(index)) => Verdict::Preferred(table.at(index)),
            Some(Meaning::Variant(index)) => Verdict::Variant(table.at(index)),
            Some(Meaning::Dropped) => Verdict::Dropped,
        }
    }

    /// Listed spellings that hold a comma other than that before a legal form, sorted.
    pub(crate) fn names_with_commas(&self) -> Vec<String> {
        let listed = self.table.as_deref().into_iter().flat_map(Table::spellings);
        let is_list = |name: &&str| name.rsplit_once(',').is_some_and(|(_, last)| !is_suffix(last.trim()));
        let mut names: Vec<String> = listed.filter(is_list).map(str::to_owned).collect();
        names.sort();
        names
    }

    /// Whether it lists a name, but for case.
    pub(crate) fn is_listed(&self, recorded: &str) -> bool {
        self.table.as_deref().is_some_and(|table| table.meaning(recorded).is_some())
    }

    /// Recorded names that mean something else in the record of a work, each with the name of that work, sorted.
    pub(crate) fn corrections(&self) -> Vec<(&str, &str)> {
        let mut all: Vec<(&str, &str)> = self.table.as_deref().into_iter().flat_map(Table::corrections).collect();
        all.sort_unstable();
        all
    }

    /// Whether what a name means depends on the work.
    #[must_use]
    pub(crate) fn depends_on_work(&self, recorded: &str) -> bool {
        self.table.as_deref().is_some_and(|table| table.has_corrections(recorded))
    }

    /// The listed spellings of the institutions that `is_meant`, folded and sorted, and what names that are not listed hold
    /// if they are taken for one of them, or for one of the registry that these names may mean. O(spellings).
    pub(crate) fn written(&self, names: &[&str], is_meant: impl Fn(&Institution) -> bool) -> WrittenForms {
        let Some(table) = self.table.as_deref() else { return WrittenForms::default() };
        let meant = |(_, one): &(usize, &Institution)| is_meant(one);
        let ids: Vec<u32> = table.institutions().iter().enumerate().filter(meant).map(|(at, _)| at as u32).collect();
        let institutions = || ids.iter().map(|&index| table.at(index));
        let all = institutions().flat_map(|one| one.names.all().chain(one.aliases.iter().map(String::as_str)));
        let all: Vec<&str> = table.spellings_of(&ids).chain(all).collect();
        let mut spellings: Vec<String> =
            all.iter().flat_map(|name| [fold(name), fold(&without_legal_forms(name))]).collect();
        spellings.sort();
        spellings.dedup();
        let mut records: Vec<RecordIndex> = Vec::new();
        let mut phrases: Vec<Phrase> = Vec::new();
        if let Some(registry) = self.registry() {
            phrases.extend(all.iter().filter_map(|name| Phrase::of(name)));
            records.extend(names.iter().flat_map(|name| registry.named(name)));
            records.extend(institutions().filter_map(|one| registry.by_id(one.ror.as_deref()?)));
            records.sort_unstable();
            records.dedup();
            phrases.extend(records.iter().flat_map(|&record| registry.phrases(record)));
            phrases.sort();
            phrases.dedup();
        }
        WrittenForms { spellings, phrases, records }
    }

    /// The institution with this id; where a thesaurus replaced that institution, its replacement.
    #[must_use]
    pub fn institution(&self, id: &str) -> Option<&Institution> {
        self.table.as_deref()?.by_id(id)
    }

    /// The institution with this ROR id, given as an address or bare. O(institutions).
    #[must_use]
    pub fn institution_by_ror(&self, ror: &str) -> Option<&Institution> {
        let bare = |ror: &str| ror.rsplit('/').next().unwrap_or_default().to_ascii_lowercase();
        let wanted = bare(ror.trim());
        let table = self.table.as_deref()?;
        table.institutions().iter().find(|one| one.ror.as_deref().is_some_and(|ror| bare(ror) == wanted))
    }

    /// Every institution of the authority, in the order of its files.
    #[must_use]
    pub fn institutions(&self) -> &[Institution] {
        self.table.as_deref().map_or(&[], Table::institutions)
    }

    /// The topmost parent of an institution; itself when it has none that is known.
    #[must_use]
    pub fn group_of<'a>(&'a self, institution: &'a Institution) -> &'a Institution {
        let mut top = institution;
        // Cycles are refused on reading; the bound holds for institutions that were made elsewhere.
        for _ in 0..=self.institutions().len() {
            match top.parent.as_deref().and_then(|parent| self.institution(parent)) {
                Some(parent) if parent.id != top.id => top = parent,
                _ => break,
            }
        }
        top
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn none_says_nothing() {
        let none = Authority::none();
        assert_eq!(none.judge("카이스트", "PyramidNet"), Verdict::Unknown);
        assert_eq!(none.institution("kaist"), None);
        let plain = Institution { id: "x".to_owned(), parent: Some("y".to_owned()), ..Institution::default() };
        assert_eq!(none.group_of(&plain).id, "x");
    }

    #[test]
    fn a_file_may_stand_alone() {
        let authority = Authority::none().with_file("my.txt", b"label\treplace by\nfoo\tBar\n").unwrap();
        assert!(matches!(authority.judge("foo", ""), Verdict::Variant(one) if one.names.name == "Bar"));
        assert!(matches!(authority.judge("Bar", ""), Verdict::Preferred(_)));
        assert_eq!(authority.judge("KAIST", ""), Verdict::Unknown);
    }

    #[test]
    fn a_ror_id_is_found_with_and_without_its_address() {
        let built_in = Authority::built_in();
        for ror in ["https://ror.org/05apxxy63", "05apxxy63", " https://ror.org/05APXXY63 "] {
            assert_eq!(built_in.institution_by_ror(ror).unwrap().id, "kaist");
        }
        assert_eq!(built_in.institution_by_ror(""), None);
    }
}
