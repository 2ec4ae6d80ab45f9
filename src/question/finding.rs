//! Asking for an institution or a work by name.
//!
//! Case, width, punctuation and accents play no part, Korean and English names count alike, and a string
//! of initial consonants (`ㅋㅇㅅㅌ`) finds the name it abbreviates (카이스트). What is found is a whole name;
//! a part of one, or a name that is merely near, is a candidate and never an answer.
//!
//! One pass over all names for an answer, a second one for the candidates of a miss; no index is built.

mod jamo;
mod nearness;

use rayon::prelude::*;
use unicode_normalization::UnicodeNormalization;

use crate::corpus::Corpus;
use crate::corpus::institution::InstitutionId;
use crate::corpus::naming::{fold, slug};
use crate::corpus::work::WorkId;
use crate::question::finding::jamo::Match;
use crate::question::finding::nearness::{Probe, Scratch};

/// Most candidates that a miss lists.
pub const CANDIDATES: usize = 5;

/// What can be asked for by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Entity {
    /// An institution.
    Institution(InstitutionId),
    /// A work.
    Work(WorkId),
}

impl Entity {
    /// Its identifier: `kaist`, `stargan-v2`.
    #[must_use]
    pub fn key(self, corpus: &Corpus) -> String {
        match self {
            Self::Institution(id) => corpus.institution(id).id.clone(),
            Self::Work(id) => corpus.work_key(id),
        }
    }
}

/// What asking for a name gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// Exactly one thing has this name.
    One(Entity),
    /// Several have it; institutions first, each kind in the order of the corpus.
    Ambiguous(Vec<Entity>),
    /// None has it. The nearest names, the nearest first, at most [`CANDIDATES`]; there may be none.
    Missing(Vec<Entity>),
}

/// Which things are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Scope {
    Institutions,
    Works,
    Both,
}

impl Scope {
    fn institutions(self, corpus: &Corpus) -> u32 {
        if self == Self::Works { 0 } else { corpus.institution_count() as u32 }
    }

    fn works(self, corpus: &Corpus) -> u32 {
        if self == Self::Institutions { 0 } else { corpus.work_count() as u32 }
    }
}

/// Finds an institution or a work by any of its names, its identifier or its ROR id. `id:KEY` asks for
/// the identifier alone. O(names).
#[must_use]
pub fn find(corpus: &Corpus, query: &str) -> Found {
    search(corpus, query, Scope::Both)
}

/// Finds an institution; works of the same name play no part.
#[must_use]
pub fn find_institution(corpus: &Corpus, query: &str) -> Found {
    search(corpus, query, Scope::Institutions)
}

/// Finds a work; institutions of the same name play no part.
#[must_use]
pub fn find_work(corpus: &Corpus, query: &str) -> Found {
    search(corpus, query, Scope::Works)
}

fn search(corpus: &Corpus, query: &str, scope: Scope) -> Found {
    if let Some(key) = query.trim().strip_prefix("id:") {
        return resolve(matching(corpus, scope, |_| false, |entity| has_key(corpus, entity, key.trim())));
    }
    let wanted = Wanted::new(query);
    let exact = matching(corpus, scope, |name| wanted.is(name), |entity| wanted.is_identifier(corpus, entity));
    if !exact.is_empty() {
        return resolve(exact);
    }
    let unaccented = matching(corpus, scope, |name| wanted.is_but_for_accents(name), |_| false);
    if !unaccented.is_empty() {
        return resolve(unaccented);
    }
    if jamo::is_initials(&wanted.fold) {
        return by_initials(corpus, &wanted.fold, scope);
    }
    Found::Missing(nearest(corpus, query, scope))
}

/// Whether an institution bears this name, or has it as its identifier or ROR id: what [`find_institution`] takes before
/// it looks at accents and initials.
#[must_use]
pub fn is_called(corpus: &Corpus, id: InstitutionId, query: &str) -> bool {
    let wanted = Wanted::new(query);
    let entity = Entity::Institution(id);
    any_name(corpus, entity, |name| wanted.is(name)) || wanted.is_identifier(corpus, entity)
}

/// Institutions of which a Korean name has these initial consonants, or begins with them; in the order of the
/// corpus. None when the text is no row of initials. O(names).
#[must_use]
pub fn institutions_by_initials(corpus: &Corpus, query: &str) -> Vec<InstitutionId> {
    let wanted = fold(query);
    if !jamo::is_initials(&wanted) {
        return Vec::new();
    }
    let begins = |entity: &Entity| any_name(corpus, *entity, |name| jamo::compare(name, &wanted).is_some());
    let institution = |entity| match entity {
        Entity::Institution(id) => Some(id),
        Entity::Work(_) => None,
    };
    all(corpus, Scope::Institutions).filter(begins).filter_map(institution).collect()
}

/// Who has a name of these initial consonants; a name that only begins so is a candidate.
fn by_initials(corpus: &Corpus, wanted: &str, scope: Scope) -> Found {
    let compared: Vec<(Match, Entity)> = all(corpus, scope)
        .filter_map(|entity| {
            let mut best = None;
            names(corpus, entity, |name| best = best.max(jamo::compare(name, wanted)));
            Some((best?, entity))
        })
        .collect();
    let of = |kind: Match| compared.iter().filter(move |one| one.0 == kind).map(|one| one.1);
    let whole: Vec<Entity> = of(Match::Whole).collect();
    if whole.is_empty() { Found::Missing(of(Match::Begun).take(CANDIDATES).collect()) } else { resolve(whole) }
}

fn resolve(mut matches: Vec<Entity>) -> Found {
    match matches.len() {
        0 => Found::Missing(Vec::new()),
        1 => Found::One(matches.remove(0)),
        _ => Found::Ambiguous(matches),
    }
}

/// Every entity of which one name, or the entity itself, passes the test; in the order of the corpus.
fn matching(
    corpus: &Corpus,
    scope: Scope,
    name: impl Fn(&str) -> bool + Sync,
    entity: impl Fn(Entity) -> bool + Sync,
) -> Vec<Entity> {
    all(corpus, scope).filter(|one| any_name(corpus, *one, &name) || entity(*one)).collect()
}

fn all(corpus: &Corpus, scope: Scope) -> impl ParallelIterator<Item = Entity> + use<> {
    let institutions = (0..scope.institutions(corpus)).into_par_iter();
    let works = (0..scope.works(corpus)).into_par_iter();
    institutions.map(|id| Entity::Institution(InstitutionId(id))).chain(works.map(|id| Entity::Work(WorkId(id))))
}

fn any_name(corpus: &Corpus, entity: Entity, test: impl Fn(&str) -> bool) -> bool {
    let mut found = false;
    names(corpus, entity, |name| found = found || test(name));
    found
}

/// Calls back with every name by which an entity may be asked for.
fn names(corpus: &Corpus, entity: Entity, mut tell: impl FnMut(&str)) {
    match entity {
        Entity::Institution(id) => {
            let institution = corpus.institution(id);
            institution.names.all().chain(institution.aliases.iter().map(String::as_str)).for_each(tell);
        }
        Entity::Work(id) => {
            tell(corpus.work_name(id));
            corpus.work_aliases(id).iter().for_each(|alias| tell(alias));
        }
    }
}

/// The best candidates for a name that nothing has.
fn nearest(corpus: &Corpus, query: &str, scope: Scope) -> Vec<Entity> {
    let probe = Probe::new(query);
    let mut scored: Vec<(f64, Entity)> = all(corpus, scope)
        .map_init(Scratch::default, |scratch, entity| {
            let mut best = 0.0_f64;
            names(corpus, entity, |name| best = best.max(probe.score(name, scratch)));
            (best, entity)
        })
        .filter(|(best, _)| *best > 0.0)
        .collect();
    scored.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    scored.truncate(CANDIDATES);
    scored.into_iter().map(|(_, entity)| entity).collect()
}

/// Whether this is the identifier of the entity. Works make theirs from their names; a name that does not
/// begin like the key is spared that.
fn has_key(corpus: &Corpus, entity: Entity, key: &str) -> bool {
    match entity {
        Entity::Institution(id) => corpus.institution(id).id == key,
        Entity::Work(id) => {
            let name = corpus.work_name(id);
            let mut letters = key.bytes().filter(u8::is_ascii_alphanumeric);
            let begins = |byte: u8| letters.next() == Some(byte.to_ascii_lowercase());
            let may_be = !name.is_ascii() || name.bytes().filter(u8::is_ascii_alphanumeric).all(begins);
            may_be && corpus.work_key(id) == key
        }
    }
}

/// A name that is asked for, under the keys that it may match by.
struct Wanted<'q> {
    query: &'q str,
    fold: String,
    slug: String,
    /// Whether the query has the form of the identifier of a later work of one name (`siglip--2`).
    numbered: bool,
    ror: String,
}

impl<'q> Wanted<'q> {
    fn new(query: &'q str) -> Self {
        let query = query.trim();
        let fold = fold(query);
        let ror = query.rsplit('/').next().unwrap_or_default().to_ascii_lowercase();
        let slug = if fold.is_empty() { String::new() } else { slug(query) };
        let tail = query.rsplit_once("--").map(|(_, tail)| tail);
        let numbered = tail.is_some_and(|tail| !tail.is_empty() && tail.bytes().all(|byte| byte.is_ascii_digit()));
        Self { query, fold, slug, numbered, ror }
    }

    /// Whether the name has the folded form that is asked for. Cheap tests first: of a million names
    /// nearly all differ in their first letter.
    fn is(&self, name: &str) -> bool {
        if self.fold.is_empty() {
            return !self.query.is_empty() && name.trim() == self.query;
        }
        if name.is_ascii() {
            let letters = name.bytes().filter(u8::is_ascii_alphanumeric).map(|byte| byte.to_ascii_lowercase());
            return letters.eq(self.fold.bytes());
        }
        self.may_start(name) && fold(name) == self.fold
    }

    /// Whether the first letter of the name does not rule it out. Jamo may still compose.
    fn may_start(&self, name: &str) -> bool {
        let first = name.nfkc().flat_map(char::to_lowercase).find(|letter| letter.is_alphanumeric());
        first.is_some_and(|first| self.fold.starts_with(first) || ('\u{1100}'..='\u{11FF}').contains(&first))
    }

    fn is_identifier(&self, corpus: &Corpus, entity: Entity) -> bool {
        match entity {
            Entity::Institution(id) => {
                let institution = corpus.institution(id);
                institution.id == self.slug
                    || institution.id == self.query
                    || institution.ror.as_deref().is_some_and(|ror| ror.rsplit('/').next() == Some(&self.ror))
            }
            // The names of works were compared; only the number of a later one of the same name is not in them.
            Entity::Work(_) => self.numbered && has_key(corpus, entity, self.query),
        }
    }

    /// Whether the name differs from what is asked for by its accents alone. Plain names have none, and
    /// Hangul has none either.
    fn is_but_for_accents(&self, name: &str) -> bool {
        if name.is_ascii() || self.fold.is_empty() {
            return false;
        }
        let first = name.nfkd().flat_map(char::to_lowercase).find(|letter| letter.is_alphanumeric());
        first.is_some_and(|first| self.slug.starts_with(first)) && slug(name) == self.slug
    }
}
