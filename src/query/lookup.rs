//! Asking for an institution or a work by name.
//!
//! Case, width, punctuation and accents play no part, Korean and English names count alike, and a string
//! of initial consonants (`ㅋㅇㅅㅌ`) finds the name it abbreviates (카이스트). What is found is a whole name;
//! a part of one, or a name that is merely near, is a candidate and never an answer.
//!
//! One pass over all names for an answer, a second one for the candidates of a miss; no index is built.

mod jamo;
mod similarity;

use rayon::prelude::*;
use unicode_normalization::UnicodeNormalization;

use crate::corpus::Corpus;
use crate::corpus::institution::InstitutionId;
use crate::corpus::naming::{fold, slug};
use crate::corpus::work::WorkId;
use crate::query::lookup::jamo::InitialsMatch;
use crate::query::lookup::similarity::{SimilarityBuffers, SimilarityQuery};

/// Most candidates that a miss lists.
pub const MAX_CANDIDATES: usize = 5;

/// What can be asked for by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NamedEntity {
    /// An institution.
    Institution(InstitutionId),
    /// A work.
    Work(WorkId),
}

impl NamedEntity {
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
pub enum Lookup {
    /// Exactly one thing has this name.
    Unique(NamedEntity),
    /// Several have it; institutions first, each kind in the order of the corpus.
    Ambiguous(Vec<NamedEntity>),
    /// None has it. The nearest names, the nearest first, at most [`MAX_CANDIDATES`]; there may be none.
    NotFound(Vec<NamedEntity>),
}

/// Which things are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum EntityKinds {
    Institutions,
    Works,
    Both,
}

impl EntityKinds {
    fn institutions(self, corpus: &Corpus) -> u32 {
        if self == Self::Works { 0 } else { corpus.institutions_len() as u32 }
    }

    fn works(self, corpus: &Corpus) -> u32 {
        if self == Self::Institutions { 0 } else { corpus.works_len() as u32 }
    }
}

/// Finds an institution or a work by any of its names, its identifier or its ROR id. `id:KEY` asks for
/// the identifier alone. O(names).
#[must_use]
pub fn find(corpus: &Corpus, query: &str) -> Lookup {
    search(corpus, query, EntityKinds::Both)
}

/// Finds an institution; works of the same name play no part.
#[must_use]
pub fn find_institution(corpus: &Corpus, query: &str) -> Lookup {
    search(corpus, query, EntityKinds::Institutions)
}

/// Finds a work; institutions of the same name play no part.
#[must_use]
pub fn find_work(corpus: &Corpus, query: &str) -> Lookup {
    search(corpus, query, EntityKinds::Works)
}

fn search(corpus: &Corpus, query: &str, kinds: EntityKinds) -> Lookup {
    if let Some(key) = query.trim().strip_prefix("id:") {
        return resolve(matching(corpus, kinds, |_| false, |entity| has_key(corpus, entity, key.trim())));
    }
    let target = NameQuery::new(query);
    let exact = matching(corpus, kinds, |name| target.matches(name), |entity| target.is_identifier(corpus, entity));
    if !exact.is_empty() {
        return resolve(exact);
    }
    let unaccented = matching(corpus, kinds, |name| target.matches_ignoring_diacritics(name), |_| false);
    if !unaccented.is_empty() {
        return resolve(unaccented);
    }
    if jamo::is_initials(&target.fold) {
        return by_initials(corpus, &target.fold, kinds);
    }
    Lookup::NotFound(nearest(corpus, query, kinds))
}

/// Whether an institution bears this name, or has it as its identifier or ROR id: what [`find_institution`] takes before
/// it looks at accents and initials.
#[must_use]
pub fn has_name(corpus: &Corpus, id: InstitutionId, query: &str) -> bool {
    let target = NameQuery::new(query);
    let entity = NamedEntity::Institution(id);
    any_name(corpus, entity, |name| target.matches(name)) || target.is_identifier(corpus, entity)
}

/// Institutions of which a Korean name has these initial consonants, or begins with them; in the order of the
/// corpus. None when the text is no row of initials. O(names).
#[must_use]
pub fn institutions_by_initials(corpus: &Corpus, query: &str) -> Vec<InstitutionId> {
    let target = fold(query);
    if !jamo::is_initials(&target) {
        return Vec::new();
    }
    let begins = |entity: &NamedEntity| any_name(corpus, *entity, |name| jamo::compare(name, &target).is_some());
    let institution = |entity| match entity {
        NamedEntity::Institution(id) => Some(id),
        NamedEntity::Work(_) => None,
    };
    all(corpus, EntityKinds::Institutions).filter(begins).filter_map(institution).collect()
}

/// Who has a name of these initial consonants; a name that only begins so is a candidate.
fn by_initials(corpus: &Corpus, target: &str, kinds: EntityKinds) -> Lookup {
    let compared: Vec<(InitialsMatch, NamedEntity)> = all(corpus, kinds)
        .filter_map(|entity| {
            let mut score = None;
            visit_names(corpus, entity, |name| score = score.max(jamo::compare(name, target)));
            Some((score?, entity))
        })
        .collect();
    let of = |kind: InitialsMatch| compared.iter().filter(move |one| one.0 == kind).map(|one| one.1);
    let full: Vec<NamedEntity> = of(InitialsMatch::Full).collect();
    if full.is_empty() {
        Lookup::NotFound(of(InitialsMatch::Prefix).take(MAX_CANDIDATES).collect())
    } else {
        resolve(full)
    }
}

fn resolve(mut matches: Vec<NamedEntity>) -> Lookup {
    match matches.len() {
        0 => Lookup::NotFound(Vec::new()),
        1 => Lookup::Unique(matches.remove(0)),
        _ => Lookup::Ambiguous(matches),
    }
}

/// Every entity of which one name, or the entity itself, passes the test; in the order of the corpus.
fn matching(
    corpus: &Corpus,
    kinds: EntityKinds,
    name: impl Fn(&str) -> bool + Sync,
    entity: impl Fn(NamedEntity) -> bool + Sync,
) -> Vec<NamedEntity> {
    all(corpus, kinds).filter(|one| any_name(corpus, *one, &name) || entity(*one)).collect()
}

fn all(corpus: &Corpus, kinds: EntityKinds) -> impl ParallelIterator<Item = NamedEntity> + use<> {
    let institutions = (0..kinds.institutions(corpus)).into_par_iter();
    let works = (0..kinds.works(corpus)).into_par_iter();
    institutions
        .map(|id| NamedEntity::Institution(InstitutionId(id)))
        .chain(works.map(|id| NamedEntity::Work(WorkId(id))))
}

fn any_name(corpus: &Corpus, entity: NamedEntity, test: impl Fn(&str) -> bool) -> bool {
    let mut found = false;
    visit_names(corpus, entity, |name| found = found || test(name));
    found
}

/// Calls back with every name by which an entity may be asked for.
fn visit_names(corpus: &Corpus, entity: NamedEntity, mut visit: impl FnMut(&str)) {
    match entity {
        NamedEntity::Institution(id) => {
            let institution = corpus.institution(id);
            institution.names.all().chain(institution.aliases.iter().map(String::as_str)).for_each(visit);
        }
        NamedEntity::Work(id) => {
            visit(corpus.work_name(id));
            corpus.work_aliases(id).iter().for_each(|alias| visit(alias));
        }
    }
}

/// The best candidates for a name that nothing has.
fn nearest(corpus: &Corpus, query: &str, kinds: EntityKinds) -> Vec<NamedEntity> {
    let similarity = SimilarityQuery::new(query);
    let mut candidates: Vec<(f64, NamedEntity)> = all(corpus, kinds)
        .map_init(SimilarityBuffers::default, |buffers, entity| {
            let mut score = 0.0_f64;
            visit_names(corpus, entity, |name| score = score.max(similarity.score(name, buffers)));
            (score, entity)
        })
        .filter(|(score, _)| *score > 0.0)
        .collect();
    candidates.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    candidates.truncate(MAX_CANDIDATES);
    candidates.into_iter().map(|(_, entity)| entity).collect()
}

/// Whether this is the identifier of the entity. Works make theirs from their names; a name that does not
/// begin like the key is spared that.
fn has_key(corpus: &Corpus, entity: NamedEntity, key: &str) -> bool {
    match entity {
        NamedEntity::Institution(id) => corpus.institution(id).id == key,
        NamedEntity::Work(id) => {
            let name = corpus.work_name(id);
            let mut chars = key.bytes().filter(u8::is_ascii_alphanumeric);
            let begins = |byte: u8| chars.next() == Some(byte.to_ascii_lowercase());
            let may_be = !name.is_ascii() || name.bytes().filter(u8::is_ascii_alphanumeric).all(begins);
            may_be && corpus.work_key(id) == key
        }
    }
}

/// A name that is asked for, under the keys that it may match by.
struct NameQuery<'q> {
    query: &'q str,
    fold: String,
    slug: String,
    /// Whether the query has the form of the identifier of a later work of one name (`siglip--2`).
    is_numbered: bool,
    ror: String,
}

impl<'q> NameQuery<'q> {
    fn new(query: &'q str) -> Self {
        let query = query.trim();
        let fold = fold(query);
        let ror = query.rsplit('/').next().unwrap_or_default().to_ascii_lowercase();
        let slug = if fold.is_empty() { String::new() } else { slug(query) };
        let suffix = query.rsplit_once("--").map(|(_, suffix)| suffix);
        let is_numbered =
            suffix.is_some_and(|suffix| !suffix.is_empty() && suffix.bytes().all(|byte| byte.is_ascii_digit()));
        Self { query, fold, slug, is_numbered, ror }
    }

    /// Whether the name has the folded form that is asked for. Cheap tests first: of a million names
    /// nearly all differ in their first letter.
    fn matches(&self, name: &str) -> bool {
        if self.fold.is_empty() {
            return !self.query.is_empty() && name.trim() == self.query;
        }
        if name.is_ascii() {
            let chars = name.bytes().filter(u8::is_ascii_alphanumeric).map(|byte| byte.to_ascii_lowercase());
            return chars.eq(self.fold.bytes());
        }
        self.may_match_initial(name) && fold(name) == self.fold
    }

    /// Whether the first letter of the name does not rule it out. Jamo may still compose.
    fn may_match_initial(&self, name: &str) -> bool {
        let first = name.nfkc().flat_map(char::to_lowercase).find(|ch| ch.is_alphanumeric());
        first.is_some_and(|first| self.fold.starts_with(first) || ('\u{1100}'..='\u{11FF}').contains(&first))
    }

    fn is_identifier(&self, corpus: &Corpus, entity: NamedEntity) -> bool {
        match entity {
            NamedEntity::Institution(id) => {
                let institution = corpus.institution(id);
                institution.id == self.slug
                    || institution.id == self.query
                    || institution.ror.as_deref().is_some_and(|ror| ror.rsplit('/').next() == Some(&self.ror))
            }
            // The names of works were compared; only the number of a later one of the same name is not in them.
            NamedEntity::Work(_) => self.is_numbered && has_key(corpus, entity, self.query),
        }
    }

    /// Whether the name differs from what is asked for by its accents alone. Plain names have none, and
    /// Hangul has none either.
    fn matches_ignoring_diacritics(&self, name: &str) -> bool {
        if name.is_ascii() || self.fold.is_empty() {
            return false;
        }
        let first = name.nfkd().flat_map(char::to_lowercase).find(|ch| ch.is_alphanumeric());
        first.is_some_and(|first| self.slug.starts_with(first)) && slug(name) == self.slug
    }
}
