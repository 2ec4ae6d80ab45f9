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
        let mut known_institutions = vec![false; new.institution_count()];
        institutions.iter().flatten().for_each(|(id, _)| known_institutions[id.index()] = true);
        let mut old_work = vec![None; new.work_count()];
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

/// What can be matched: ids are dense.
trait Id: Copy + PartialEq {
    fn at(self) -> usize;
}

impl Id for InstitutionId {
    fn at(self) -> usize {
        self.index()
    }
}

impl Id for WorkId {
    fn at(self) -> usize {
        self.index()
    }
}

/// Things by a key, each once a key, in their order.
type Groups<T> = BTreeMap<String, Vec<T>>;

/// Things by their keys; an empty key is none.
fn groups<T: Id>(things: impl Iterator<Item = T>, keys: impl Fn(T) -> Vec<String>) -> Groups<T> {
    let mut groups: Groups<T> = BTreeMap::new();
    for one in things {
        for key in keys(one).into_iter().filter(|key| !key.is_empty()) {
            let group = groups.entry(key).or_default();
            if group.last() != Some(&one) {
                group.push(one);
            }
        }
    }
    groups
}

/// The only thing of a key.
fn only<T: Id>(groups: &Groups<T>, key: &str) -> Option<T> {
    groups.get(key).and_then(|group| if let [one] = group.as_slice() { Some(*one) } else { None })
}

/// Which old thing is which new one.
struct Pairs<T> {
    /// For each old one, the new.
    found: Vec<Option<T>>,
    /// For each new one, whether it was found.
    taken: Vec<bool>,
}

impl<T: Id> Pairs<T> {
    fn new(old: usize, new: usize) -> Self {
        Self { found: vec![None; old], taken: vec![false; new] }
    }

    fn is_open(&self, old: T) -> bool {
        self.found[old.at()].is_none()
    }

    fn is_free(&self, new: T) -> bool {
        !self.taken[new.at()]
    }

    fn join(&mut self, old: T, new: T) {
        if self.is_open(old) && self.is_free(new) {
            (self.found[old.at()], self.taken[new.at()]) = (Some(new), true);
        }
    }

    /// Joins what is alone in having a key, on both sides.
    fn by(&mut self, old: &Groups<T>, new: &Groups<T>) {
        for key in old.keys() {
            if let (Some(one), Some(same)) = (only(old, key), only(new, key)) {
                self.join(one, same);
            }
        }
    }
}

/// By the name itself, then an identifier that is no mere spelling of the name, then ROR id, then any name that leads to
/// one institution only. Two ROR ids are two institutions, whatever a row called them; and a spelling that is the name of
/// neither tells nothing of one that is found already: “Swiss Federal Institute of Technology” stands for Lausanne in one
/// row and for Zurich in another.
fn institutions(old: &Corpus, new: &Corpus) -> Vec<Option<(InstitutionId, How)>> {
    let mut pairs = Pairs::new(old.institution_count(), new.institution_count());
    let rounds: [fn(&Institution) -> String; 3] = [
        |one| format!("{}\u{1}{}", one.id, one.names.name),
        |one| one.names.name.clone(),
        |one| stated_key(one.id.clone(), &one.names.name),
    ];
    for key in rounds {
        let open = old.institution_ids().filter(|&id| pairs.is_open(id));
        let before = groups(open, |id| vec![key(old.institution(id))]);
        let free = new.institution_ids().filter(|&id| pairs.is_free(id));
        let now = groups(free, |id| vec![key(new.institution(id))]);
        pairs.by(&before, &now);
    }
    let Pairs { found, mut taken } = pairs;
    let mut found: Vec<Option<(InstitutionId, How)>> = found.into_iter().map(|same| Some((same?, How::Id))).collect();
    let rors = groups(new.institution_ids(), |id| new.institution(id).ror.iter().cloned().collect());
    let spellings = groups(new.institution_ids(), |id| names(new.institution(id)).collect());
    for id in old.institution_ids() {
        if found[id.index()].is_some() {
            continue;
        }
        let one = old.institution(id);
        let by_ror = one.ror.as_ref().and_then(|ror| only(&rors, ror));
        let mut named: Vec<InstitutionId> = names(one).filter_map(|name| only(&spellings, &name)).collect();
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

/// An identifier, unless it is what reading makes of a name, numbered where several names give the same.
fn stated_key(id: String, name: &str) -> String {
    let made = slug(name);
    let number = id.strip_prefix(made.as_str()).and_then(|rest| rest.strip_prefix('-'));
    let is_number = number.is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()));
    if id == made || is_number { String::new() } else { id }
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
    one.names.all().chain(one.aliases.iter().map(String::as_str)).map(spelt)
}

/// A name without case, width, blanks, hyphens and low lines. All other marks tell names apart: `A+` is not `A`, and
/// `GLM 1.1` not `GLM 11`.
fn spelt(name: &str) -> String {
    let letters = name.nfkc().flat_map(char::to_lowercase);
    letters.filter(|letter| !letter.is_whitespace() && !matches!(letter, '-' | '_' | '\u{2010}'..='\u{2014}')).collect()
}

/// By name, date and institutions; what agrees in all of these stands more than once in one table, and is taken in its
/// order. Then by name and date, name and institutions, name, an identifier that is no mere spelling of the name, a name
/// written otherwise, or an address; each of these must lead to one work only, on both sides.
fn works(old: &Corpus, new: &Corpus) -> Vec<Option<WorkId>> {
    let mut pairs = Pairs::new(old.work_count(), new.work_count());
    let [before, now] = [old, new]
        .map(|corpus| groups(corpus.work_ids(), |id| vec![format!("{}\u{1}{}", dated(corpus, id), team(corpus, id))]));
    for (key, ones) in &before {
        let sames = now.get(key).into_iter().flatten();
        ones.iter().zip(sames).for_each(|(&one, &same)| pairs.join(one, same));
    }
    let rounds: [fn(&Corpus, WorkId) -> String; 4] = [
        dated,
        |corpus, id| format!("{}\u{1}{}", corpus.work_name(id), team(corpus, id)),
        |corpus, id| corpus.work_name(id).to_owned(),
        |corpus, id| stated_key(corpus.work_key(id), corpus.work_name(id)),
    ];
    for key in rounds {
        let before = groups(old.work_ids().filter(|&id| pairs.is_open(id)), |id| vec![key(old, id)]);
        let now = groups(new.work_ids().filter(|&id| pairs.is_free(id)), |id| vec![key(new, id)]);
        pairs.by(&before, &now);
    }
    for keys in [names_of_work, links_of_work] {
        // Of all works, not of those that are left: an address that three works share tells nothing of any.
        let [before, now] = [old, new].map(|corpus| groups(corpus.work_ids(), |id| keys(corpus, id)));
        pairs.by(&before, &now);
    }
    pairs.found
}

fn dated(corpus: &Corpus, work: WorkId) -> String {
    let date = corpus.date(work).map(|date| date.to_string()).unwrap_or_default();
    format!("{}\u{1}{date}", corpus.work_name(work))
}

/// The names of the institutions, in alphabetical order.
fn team(corpus: &Corpus, work: WorkId) -> String {
    let team = corpus.institutions_of(work).iter().map(|&id| corpus.institution(id).names.name.as_str());
    let mut team: Vec<&str> = team.collect();
    team.sort_unstable();
    team.join("\u{1}")
}

fn names_of_work(corpus: &Corpus, work: WorkId) -> Vec<String> {
    let aliases = corpus.work_aliases(work).iter().map(String::as_str);
    std::iter::once(corpus.work_name(work)).chain(aliases).map(spelt).collect()
}

fn links_of_work(corpus: &Corpus, work: WorkId) -> Vec<String> {
    corpus.work(work).links.first().map(|link| (*link).to_owned()).into_iter().collect()
}
