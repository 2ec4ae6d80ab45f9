//! Who is who, and what is what, in two corpora.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

use crate::corpus::Corpus;
use crate::corpus::institution::{Institution, InstitutionId};
use crate::corpus::naming::slug;
use crate::corpus::work::WorkId;

/// By what an institution of the old corpus was found again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    /// The same name, or the same identifier.
    Id,
    /// The same ROR id.
    Ror,
    /// A name or recorded spelling of one is one of the other.
    Name,
    /// The same identifier, but the tables write it by other names that the authority knows.
    Spelling,
    /// A name led to it, but others of the old corpus are the same institution now.
    Merged,
}

impl How {
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Ror => "ror",
            Self::Name => "name",
            Self::Spelling => "spelling",
            Self::Merged => "merged",
        }
    }

    /// English and Korean label.
    pub(super) fn label(self) -> (&'static str, &'static str) {
        match self {
            Self::Id => ("identifier", "식별자"),
            Self::Ror => ("ROR id", "ROR"),
            Self::Name => ("name or spelling", "이름·표기"),
            Self::Spelling => ("spellings of one institution", "한 기관의 다른 표기"),
            Self::Merged => ("name or spelling; merged", "이름·표기(여럿이 하나로)"),
        }
    }
}

/// The old corpus in terms of the new one.
pub(super) struct Matching {
    /// For each old institution, the new one.
    pub(super) institutions: Vec<Option<(InstitutionId, How)>>,
    /// For each old work, the new one.
    pub(super) works: Vec<Option<WorkId>>,
    /// For each new institution, whether it was there.
    pub(super) known_institutions: Vec<bool>,
    /// For each new work, the old one.
    pub(super) old_work: Vec<Option<WorkId>>,
}

impl Matching {
    pub(super) fn of(old: &Corpus, new: &Corpus) -> Self {
        let institutions = institutions(old, new);
        let works = works(old, new);
        let mut known_institutions = vec![false; new.institutions_len()];
        institutions.iter().flatten().for_each(|(id, _)| known_institutions[id.index()] = true);
        let mut old_work = vec![None; new.works_len()];
        for (at, work) in works.iter().enumerate() {
            if let Some(work) = work {
                old_work[work.index()] = Some(WorkId(at as u32));
            }
        }
        Self { institutions, works, known_institutions, old_work }
    }

    /// The new institution of an old one.
    pub(super) fn institution(&self, old: InstitutionId) -> Option<InstitutionId> {
        self.institutions[old.index()].map(|one| one.0)
    }

    /// The institutions of an old work, as they are called now; gone ones are left out. Sorted.
    pub(super) fn team(&self, old: &Corpus, work: WorkId) -> Vec<InstitutionId> {
        let mut team: Vec<InstitutionId> =
            old.institutions_of(work).iter().filter_map(|&id| self.institution(id)).collect();
        team.sort_unstable();
        team.dedup();
        team
    }
}

/// By the name itself, then an identifier that is no mere spelling of the name, then ROR id, then any name that leads to
/// one institution only. Two ROR ids are two institutions, whatever a row called them; and a spelling that is the name of
/// neither tells nothing of one that is found already: “Swiss Federal Institute of Technology” stands for Lausanne in one
/// row and for Zurich in another.
fn institutions(old: &Corpus, new: &Corpus) -> Vec<Option<(InstitutionId, How)>> {
    let mut found: Vec<Option<(InstitutionId, How)>> = vec![None; old.institutions_len()];
    let mut taken = vec![false; new.institutions_len()];
    let key = |corpus: &Corpus, id: InstitutionId| {
        let one = corpus.institution(id);
        Some(one.id.clone()).filter(|id| !is_made_of(id, &one.names.name)).unwrap_or_default()
    };
    let name = |corpus: &Corpus, id: InstitutionId| corpus.institution(id).names.name.clone();
    let both = |corpus: &Corpus, id: InstitutionId| format!("{}\u{1}{}", corpus.institution(id).id, name(corpus, id));
    let rounds: [Trait<'_, InstitutionId>; 3] = [&both, &name, &key];
    for traits in rounds {
        let index_new = singles(new.institution_ids().filter(|id| !taken[id.index()]), |id| traits(new, id));
        let index_old = singles(old.institution_ids().filter(|id| found[id.index()].is_none()), |id| traits(old, id));
        for (key, one) in index_old {
            if let (Some(one), Some(same)) = (one, index_new.get(&key).copied().flatten()) {
                (found[one.index()], taken[same.index()]) = (Some((same, How::Id)), true);
            }
        }
    }
    let rors = index(new, |one| one.ror.iter().cloned().collect());
    let names = index(new, |one| names(one).collect());
    for id in old.institution_ids().filter(|id| found[id.index()].is_none()).collect::<Vec<_>>() {
        let one = old.institution(id);
        let by_ror = one.ror.as_ref().and_then(|ror| rors.get(ror).copied().flatten());
        let mut named: Vec<InstitutionId> = names_of(one, &names);
        named.sort_unstable();
        named.dedup();
        named.retain(|&same| {
            let other = new.institution(same);
            let two = one.ror.is_some() && other.ror.is_some() && one.ror != other.ror;
            // One that is there under its own name is another, unless its spellings say that it is this one, too.
            !two && (!taken[same.index()] || is_name(one, other))
        });
        let by_name = if let [same] = named.as_slice() { Some(*same) } else { None };
        let Some((same, how)) = by_ror.map(|same| (same, How::Ror)).or(by_name.map(|same| (same, How::Name))) else {
            continue;
        };
        let how = if taken[same.index()] { How::Merged } else { how };
        taken[same.index()] = true;
        found[id.index()] = Some((same, how));
    }
    found
}

/// What tells one thing from another within a corpus.
type Trait<'t, T> = &'t dyn Fn(&Corpus, T) -> String;

/// Whether an identifier is what reading makes of a name, numbered where several names give the same.
fn is_made_of(id: &str, name: &str) -> bool {
    let made = slug(name);
    id == made
        || id
            .strip_prefix(made.as_str())
            .and_then(|rest| rest.strip_prefix('-'))
            .is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Things by a key; a key of several leads to none, and so does an empty one.
fn singles<T: Copy + PartialEq>(
    things: impl Iterator<Item = T>,
    key: impl Fn(T) -> String,
) -> BTreeMap<String, Option<T>> {
    let mut index = BTreeMap::new();
    for one in things {
        let key = key(one);
        if key.is_empty() {
            continue;
        }
        let slot = index.entry(key).or_insert(Some(one));
        if *slot != Some(one) {
            *slot = None;
        }
    }
    index
}

/// Whether a name of one is recorded as a spelling of the other, or the other way round. That two names differ by their
/// marks alone (`Foo Lab`, `Foo-Lab+`) makes them no spellings of each other.
fn is_name(one: &Institution, other: &Institution) -> bool {
    let spells = |one: &Institution, other: &Institution| {
        one.names.all().any(|name| other.aliases.iter().any(|alias| alias == name))
    };
    spells(one, other) || spells(other, one)
}

fn names(one: &Institution) -> impl Iterator<Item = String> {
    one.names.all().chain(one.aliases.iter().map(String::as_str)).map(spelt).filter(|name| !name.is_empty())
}

/// A name without case, width, blanks, hyphens and low lines. All other marks tell names apart: `A+` is not `A`, and
/// `GLM 1.1` not `GLM 11`.
fn spelt(name: &str) -> String {
    let letters = name.nfkc().flat_map(char::to_lowercase);
    letters.filter(|letter| !letter.is_whitespace() && !matches!(letter, '-' | '_' | '\u{2010}'..='\u{2014}')).collect()
}

fn names_of(one: &Institution, index: &BTreeMap<String, Option<InstitutionId>>) -> Vec<InstitutionId> {
    names(one).filter_map(|name| index.get(&name).copied().flatten()).collect()
}

/// Institutions by a key; a key of several leads to none.
fn index(corpus: &Corpus, keys: impl Fn(&Institution) -> Vec<String>) -> BTreeMap<String, Option<InstitutionId>> {
    let mut index = BTreeMap::new();
    for id in corpus.institution_ids() {
        for key in keys(corpus.institution(id)) {
            let slot = index.entry(key).or_insert(Some(id));
            if *slot != Some(id) {
                *slot = None;
            }
        }
    }
    index
}

/// By name, date and institutions, then name and date, name and institutions, name, an identifier that is no mere
/// spelling of the name; then by a name written otherwise or an address. Each key must lead to one work only, on both
/// sides.
fn works(old: &Corpus, new: &Corpus) -> Vec<Option<WorkId>> {
    let mut found: Vec<Option<WorkId>> = vec![None; old.works_len()];
    let mut taken = vec![false; new.works_len()];
    let name = |corpus: &Corpus, id: WorkId| corpus.work_name(id).to_owned();
    let dated = |corpus: &Corpus, id: WorkId| {
        let date = corpus.date(id).map(|date| date.to_string()).unwrap_or_default();
        format!("{}\u{1}{date}", corpus.work_name(id))
    };
    let made = |corpus: &Corpus, id: WorkId| {
        let team = corpus.institutions_of(id).iter().map(|&id| corpus.institution(id).names.name.as_str());
        let mut team: Vec<&str> = team.collect();
        team.sort_unstable();
        format!("{}\u{1}{}", dated(corpus, id), team.join("\u{1}"))
    };
    let named = |corpus: &Corpus, id: WorkId| {
        let team = corpus.institutions_of(id).iter().map(|&id| corpus.institution(id).names.name.as_str());
        let mut team: Vec<&str> = team.collect();
        team.sort_unstable();
        format!("{}\u{1}{}", corpus.work_name(id), team.join("\u{1}"))
    };
    let key = |corpus: &Corpus, id: WorkId| {
        Some(corpus.work_key(id)).filter(|key| !is_made_of(key, corpus.work_name(id))).unwrap_or_default()
    };
    let rounds: [Trait<'_, WorkId>; 5] = [&made, &dated, &named, &name, &key];
    for traits in rounds {
        let index_new = singles(new.work_ids().filter(|id| !taken[id.index()]), |id| traits(new, id));
        let index_old = singles(old.work_ids().filter(|id| found[id.index()].is_none()), |id| traits(old, id));
        for (key, one) in index_old {
            if let (Some(one), Some(same)) = (one, index_new.get(&key).copied().flatten()) {
                (found[one.index()], taken[same.index()]) = (Some(same), true);
            }
        }
    }
    for traits in [names_of_work, links_of_work] {
        // Of all works, not of those that are left: an address that three works share tells nothing of any.
        let index_new = index_works(new, new.work_ids(), traits);
        let index_old = index_works(old, old.work_ids(), traits);
        for (key, one) in index_old {
            let (Some(one), Some(same)) = (one, index_new.get(&key).copied().flatten()) else { continue };
            if found[one.index()].is_none() && !taken[same.index()] {
                found[one.index()] = Some(same);
                taken[same.index()] = true;
            }
        }
    }
    found
}

fn names_of_work(corpus: &Corpus, work: WorkId) -> Vec<String> {
    let aliases = corpus.work_aliases(work).iter().map(String::as_str);
    std::iter::once(corpus.work_name(work)).chain(aliases).map(spelt).filter(|name| !name.is_empty()).collect()
}

fn links_of_work(corpus: &Corpus, work: WorkId) -> Vec<String> {
    corpus.work(work).links.first().map(|link| (*link).to_owned()).into_iter().collect()
}

fn index_works(
    corpus: &Corpus,
    works: impl Iterator<Item = WorkId>,
    traits: fn(&Corpus, WorkId) -> Vec<String>,
) -> BTreeMap<String, Option<WorkId>> {
    let mut index = BTreeMap::new();
    for work in works {
        for key in traits(corpus, work) {
            let slot = index.entry(key).or_insert(Some(work));
            if *slot != Some(work) {
                *slot = None;
            }
        }
    }
    index
}
