//! Record linkage: institutions and works of an old corpus matched with those of a new one.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

use crate::corpus::Corpus;
use crate::corpus::institution::{Institution, InstitutionId};
use crate::corpus::naming::slug;
use crate::corpus::work::WorkId;

/// Attribute by which an institution was matched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MatchedBy {
    /// Name or identifier.
    Id,
    /// ROR id.
    Ror,
    /// A name or recorded spelling of one is that of the other.
    Name,
    /// The identifier, while the recorded spellings differ.
    Spelling,
    /// A name or ROR id, where the new institution already matches another old one.
    Merged,
}

impl MatchedBy {
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Ror => "ror",
            Self::Name => "name",
            Self::Spelling => "spelling",
            Self::Merged => "merged",
        }
    }
}

/// Matching of two corpora, by dense ids.
pub(super) struct Matching {
    /// New institution of each old one.
    pub(super) institutions: Vec<Option<(InstitutionId, MatchedBy)>>,
    /// New work of each old one.
    pub(super) works: Vec<Option<WorkId>>,
    /// Whether each new institution has a match.
    pub(super) known_institutions: Vec<bool>,
    /// Old work of each new one.
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

    /// New institution of an old one.
    pub(super) fn institution(&self, old: InstitutionId) -> Option<InstitutionId> {
        self.institutions[old.index()].map(|one| one.0)
    }

    /// Matched institutions of an old work as new ids, sorted; unmatched ones are omitted.
    pub(super) fn team(&self, old: &Corpus, work: WorkId) -> Vec<InstitutionId> {
        let mut team: Vec<InstitutionId> =
            old.institutions_of(work).iter().filter_map(|&id| self.institution(id)).collect();
        team.sort_unstable();
        team.dedup();
        team
    }
}

/// A dense id, usable as index.
trait DenseId: Copy + PartialEq {
    fn at(self) -> usize;
}

impl DenseId for InstitutionId {
    fn at(self) -> usize {
        self.index()
    }
}

impl DenseId for WorkId {
    fn at(self) -> usize {
        self.index()
    }
}

/// Ids by key, each once a key, in input order.
type KeyIndex<T> = BTreeMap<String, Vec<T>>;

/// Indexes ids by their keys; empty keys are ignored.
fn index_by_key<T: DenseId>(things: impl Iterator<Item = T>, keys: impl Fn(T) -> Vec<String>) -> KeyIndex<T> {
    let mut index: KeyIndex<T> = BTreeMap::new();
    for one in things {
        for key in keys(one).into_iter().filter(|key| !key.is_empty()) {
            let group = index.entry(key).or_default();
            if group.last() != Some(&one) {
                group.push(one);
            }
        }
    }
    index
}

/// The id of a key that has exactly one.
fn unique<T: DenseId>(index: &KeyIndex<T>, key: &str) -> Option<T> {
    index.get(key).and_then(|group| if let [one] = group.as_slice() { Some(*one) } else { None })
}

/// A one-to-one assignment of old to new ids.
struct Assignment<T> {
    /// New id of each old one.
    new_of: Vec<Option<T>>,
    /// Whether each new id is assigned.
    is_assigned: Vec<bool>,
}

impl<T: DenseId> Assignment<T> {
    fn new(old: usize, new: usize) -> Self {
        Self { new_of: vec![None; old], is_assigned: vec![false; new] }
    }

    fn is_unmatched(&self, old: T) -> bool {
        self.new_of[old.at()].is_none()
    }

    fn is_available(&self, new: T) -> bool {
        !self.is_assigned[new.at()]
    }

    fn assign(&mut self, old: T, new: T) {
        if self.is_unmatched(old) && self.is_available(new) {
            (self.new_of[old.at()], self.is_assigned[new.at()]) = (Some(new), true);
        }
    }

    /// Assigns ids whose key is unique on both sides.
    fn assign_unique(&mut self, old: &KeyIndex<T>, new: &KeyIndex<T>) {
        for key in old.keys() {
            if let (Some(one), Some(same)) = (unique(old, key), unique(new, key)) {
                self.assign(one, same);
            }
        }
    }
}

/// Matches institutions by name, then explicit identifier, then ROR id, then any name with one match. Different ROR
/// ids are never matched; a spelling that is neither's own name does not match an institution that is matched already:
/// “Swiss Federal Institute of Technology” may mean Lausanne in one row and Zurich in another.
fn institutions(old: &Corpus, new: &Corpus) -> Vec<Option<(InstitutionId, MatchedBy)>> {
    let mut pairs = Assignment::new(old.institution_count(), new.institution_count());
    let passes: [fn(&Institution) -> String; 3] = [
        |one| format!("{}\u{1}{}", one.id, one.names.name),
        |one| one.names.name.clone(),
        |one| explicit_key(one.id.clone(), &one.names.name),
    ];
    for key in passes {
        let open = old.institution_ids().filter(|&id| pairs.is_unmatched(id));
        let before = index_by_key(open, |id| vec![key(old.institution(id))]);
        let free = new.institution_ids().filter(|&id| pairs.is_available(id));
        let now = index_by_key(free, |id| vec![key(new.institution(id))]);
        pairs.assign_unique(&before, &now);
    }
    let Assignment { new_of, mut is_assigned } = pairs;
    let mut matched: Vec<Option<(InstitutionId, MatchedBy)>> =
        new_of.into_iter().map(|same| Some((same?, MatchedBy::Id))).collect();
    let rors = index_by_key(new.institution_ids(), |id| new.institution(id).ror.iter().cloned().collect());
    let spellings = index_by_key(new.institution_ids(), |id| names(new.institution(id)).collect());
    for id in old.institution_ids() {
        if matched[id.index()].is_some() {
            continue;
        }
        let one = old.institution(id);
        let by_ror = one.ror.as_ref().and_then(|ror| unique(&rors, ror));
        let mut named: Vec<InstitutionId> = names(one).filter_map(|name| unique(&spellings, &name)).collect();
        named.sort_unstable();
        named.dedup();
        named.retain(|&same| {
            let other = new.institution(same);
            let two = one.ror.is_some() && other.ror.is_some() && one.ror != other.ror;
            // A new institution with a match of its own is matched again only if its recorded spellings include this
            // one.
            !two && (!is_assigned[same.index()] || are_recorded_spellings(one, other))
        });
        let by_name = if let [same] = named.as_slice() { Some(*same) } else { None };
        let Some((same, how)) =
            by_ror.map(|same| (same, MatchedBy::Ror)).or(by_name.map(|same| (same, MatchedBy::Name)))
        else {
            continue;
        };
        let how = if is_assigned[same.index()] { MatchedBy::Merged } else { how };
        is_assigned[same.index()] = true;
        matched[id.index()] = Some((same, how));
    }
    matched
}

/// Identifier of an institution or work; empty if it was derived from the name (with a number where several names give
/// the same).
fn explicit_key(id: String, name: &str) -> String {
    let made = slug(name);
    let number = id.strip_prefix(made.as_str()).and_then(|rest| rest.strip_prefix('-'));
    let is_number = number.is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()));
    if id == made || is_number { String::new() } else { id }
}

/// Whether a name of one is a recorded spelling of the other. Names that differ in punctuation only (`Foo Lab`,
/// `Foo-Lab+`) are not.
fn are_recorded_spellings(one: &Institution, other: &Institution) -> bool {
    let spells = |one: &Institution, other: &Institution| {
        one.names.all().any(|name| other.aliases.iter().any(|alias| alias == name))
    };
    spells(one, other) || spells(other, one)
}

fn names(one: &Institution) -> impl Iterator<Item = String> {
    one.names.all().chain(one.aliases.iter().map(String::as_str)).map(normalized_spelling)
}

/// Name without case, width, white space, hyphens and underscores. Other punctuation is significant: `A+` is not `A`,
/// `GLM 1.1` not `GLM 11`.
fn normalized_spelling(name: &str) -> String {
    let chars = name.nfkc().flat_map(char::to_lowercase);
    chars.filter(|ch| !ch.is_whitespace() && !matches!(ch, '-' | '_' | '\u{2010}'..='\u{2014}')).collect()
}

/// Matches works by name, date and institutions (repeated rows in their order); then by name and date, name and
/// institutions, name, explicit identifier, normalised name, link, title, or day and institutions (a renamed work), each
/// only where it is unique on both sides.
fn works(old: &Corpus, new: &Corpus) -> Vec<Option<WorkId>> {
    let mut pairs = Assignment::new(old.work_count(), new.work_count());
    let [before, now] = [old, new].map(|corpus| {
        index_by_key(corpus.work_ids(), |id| vec![format!("{}\u{1}{}", dated(corpus, id), team(corpus, id))])
    });
    for (key, ones) in &before {
        let sames = now.get(key).into_iter().flatten();
        ones.iter().zip(sames).for_each(|(&one, &same)| pairs.assign(one, same));
    }
    let passes: [fn(&Corpus, WorkId) -> String; 4] = [
        dated,
        |corpus, id| format!("{}\u{1}{}", corpus.work_name(id), team(corpus, id)),
        |corpus, id| corpus.work_name(id).to_owned(),
        |corpus, id| explicit_key(corpus.work_key(id), corpus.work_name(id)),
    ];
    for key in passes {
        let before = index_by_key(old.work_ids().filter(|&id| pairs.is_unmatched(id)), |id| vec![key(old, id)]);
        let now = index_by_key(new.work_ids().filter(|&id| pairs.is_available(id)), |id| vec![key(new, id)]);
        pairs.assign_unique(&before, &now);
    }
    for keys in [names_of_work, links_of_work, titles_of_work, days_and_teams_of_work] {
        // Uniqueness among all works, matched or not: a link of several works identifies none.
        let [before, now] = [old, new].map(|corpus| index_by_key(corpus.work_ids(), |id| keys(corpus, id)));
        pairs.assign_unique(&before, &now);
    }
    pairs.new_of
}

fn dated(corpus: &Corpus, work: WorkId) -> String {
    let date = corpus.date(work).map(|date| date.to_string()).unwrap_or_default();
    format!("{}\u{1}{date}", corpus.work_name(work))
}

/// Names of the institutions, sorted.
fn team(corpus: &Corpus, work: WorkId) -> String {
    let team = corpus.institutions_of(work).iter().map(|&id| corpus.institution(id).names.name.as_str());
    let mut team: Vec<&str> = team.collect();
    team.sort_unstable();
    team.join("\u{1}")
}

fn names_of_work(corpus: &Corpus, work: WorkId) -> Vec<String> {
    let aliases = corpus.work_aliases(work).iter().map(String::as_str);
    std::iter::once(corpus.work_name(work)).chain(aliases).map(normalized_spelling).collect()
}

fn titles_of_work(corpus: &Corpus, work: WorkId) -> Vec<String> {
    vec![normalized_spelling(corpus.work(work).title)]
}

/// Day and institutions: two works of one team on one day identify none.
fn days_and_teams_of_work(corpus: &Corpus, work: WorkId) -> Vec<String> {
    let (day, team) = (corpus.date(work).filter(|date| date.day_number().is_some()), team(corpus, work));
    day.filter(|_| !team.is_empty()).map(|day| format!("{day}\u{1}{team}")).into_iter().collect()
}

fn links_of_work(corpus: &Corpus, work: WorkId) -> Vec<String> {
    corpus.work(work).links.first().map(|link| (*link).to_owned()).into_iter().collect()
}
