//! Name lookup of institutions and works.
//!
//! Ignores case, width, punctuation and diacritics; matches English and Korean names, and Korean names by initial
//! consonants (`ㅋㅇㅅㅌ` for 카이스트). Only full names match; partial and similar names are candidates.
//!
//! Scans all names once, and once more for the candidates of a failed lookup; there is no index.

mod jamo;
mod similarity;

use crate::corpus::Corpus;
use crate::corpus::institution::InstitutionId;
use crate::corpus::naming::{fold, slug};
use crate::corpus::work::WorkId;
use crate::query::lookup::jamo::InitialsMatch;
use crate::query::lookup::similarity::{SimilarityBuffers, SimilarityQuery};
use rayon::prelude::*;
use unicode_normalization::UnicodeNormalization;

/// Maximum number of candidates of a failed lookup.
pub const MAX_CANDIDATES: usize = 5;

/// An entity that has names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NamedEntity {
    /// An institution.
    Institution(InstitutionId),
    /// A work.
    Work(WorkId),
}

impl NamedEntity {
    /// Identifier: `kaist`, `stargan-v2`.
    #[must_use]
    pub fn key(self, corpus: &Corpus) -> String {
        match self {
            Self::Institution(id) => corpus.institution(id).id.clone(),
            Self::Work(id) => corpus.work_key(id),
        }
    }
}

/// Result of a name lookup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lookup {
    /// Exactly one match.
    Unique(NamedEntity),
    /// Several matches: institutions before works, each in corpus order.
    Ambiguous(Vec<NamedEntity>),
    /// No match. At most [`MAX_CANDIDATES`] similar names, most similar first; maybe none.
    NotFound(Vec<NamedEntity>),
}

/// Kinds of entities to consider.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum EntityKinds {
    Institutions,
    Works,
    Both,
}

impl EntityKinds {
    fn institutions(self, corpus: &Corpus) -> u32 {
        if self == Self::Works { 0 } else { corpus.institution_count() as u32 }
    }

    fn works(self, corpus: &Corpus) -> u32 {
        if self == Self::Institutions { 0 } else { corpus.work_count() as u32 }
    }
}

/// Looks up an institution or a work by any of its names, its identifier or its ROR id; `id:KEY` by identifier only.
/// O(names).
#[must_use]
pub fn find(corpus: &Corpus, query: &str) -> Lookup {
    search(corpus, query, EntityKinds::Both)
}

/// Looks up an institution only. O(names).
#[must_use]
pub fn find_institution(corpus: &Corpus, query: &str) -> Lookup {
    search(corpus, query, EntityKinds::Institutions)
}

/// Looks up a work only. O(names).
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

/// Whether an institution has this name, identifier or ROR id: an exact match of [`find_institution`], without those
/// that ignore diacritics or use initial consonants.
#[must_use]
pub fn has_name(corpus: &Corpus, id: InstitutionId, query: &str) -> bool {
    let target = NameQuery::new(query);
    let entity = NamedEntity::Institution(id);
    any_name(corpus, entity, |name| target.matches(name)) || target.is_identifier(corpus, entity)
}

/// Institutions with a Korean name whose initial consonants start with the query, in corpus order; empty if the query
/// is not made of initial consonants. O(names).
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

/// Lookup by initial consonants: full matches, else prefix matches as candidates.
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

/// Entities with a name that passes `name`, or that pass `entity` themselves; in corpus order. Parallel, O(names).
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

/// Calls `visit` with every name of an entity.
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

/// Most similar entities, by score in descending order, then corpus order. Parallel, O(names).
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

/// Whether an entity has this identifier. Those of works are computed from their names: compare a prefix of the name
/// first.
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

/// A query with its normalised forms.
struct NameQuery<'q> {
    query: &'q str,
    fold: String,
    slug: String,
    /// Whether the query looks like a numbered identifier of works with one name (`siglip--2`).
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

    /// Whether the name equals the query after folding. Most names differ in their first character, so test that
    /// first.
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

    /// Whether the first character of the name permits a match. Conjoining jamo are accepted, since they compose.
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
            // Identifiers of works equal their slugged names except for the number.
            NamedEntity::Work(_) => self.is_numbered && has_key(corpus, entity, self.query),
        }
    }

    /// Whether the name equals the query ignoring diacritics. ASCII and Hangul names have none.
    fn matches_ignoring_diacritics(&self, name: &str) -> bool {
        if name.is_ascii() || self.fold.is_empty() {
            return false;
        }
        let first = name.nfkd().flat_map(char::to_lowercase).find(|ch| ch.is_alphanumeric());
        first.is_some_and(|first| self.slug.starts_with(first)) && slug(name) == self.slug
    }
}
