//! Names that nobody knows, and the institutions of the authority or the registry that they may mean.

use std::collections::BTreeMap;

use crate::corpus::Corpus;
use crate::corpus::institution::{Institution, InstitutionId};
use crate::names::authority::Authority;
use crate::names::registry::{MatchRule, key};
use crate::names::resolution::{KeptInstitution, Reason, Suggestion};
use crate::names::resolver::{AffiliationMatch, ResolvedAffiliation, Resolver};

/// A suggestion for each of these institutions whose name resembles one of the authority or the registry: the institution of
/// the corpus that is meant where there is one, else the listed one. Time as for [`Resolver::resolve_all`].
pub(super) fn suggestions(corpus: &Corpus, authority: &Authority, unknown: &[InstitutionId]) -> Vec<Suggestion> {
    let Some(resolver) = Resolver::new(authority) else { return Vec::new() };
    let names: Vec<String> = unknown.iter().map(|&id| corpus.institution(id).names.name.clone()).collect();
    let by_ror: BTreeMap<&str, InstitutionId> =
        corpus.institution_ids().filter_map(|id| Some((corpus.institution(id).ror.as_deref()?, id))).collect();
    let mut found = Vec::new();
    for (&merge, resolved) in unknown.iter().zip(resolver.resolve_all(&names)) {
        let Some(one) = meant(corpus.institution(merge), &resolved) else { continue };
        let Some(listed) = listed(authority, one) else { continue };
        let name = &corpus.institution(merge).names.name;
        // A name that several bear is none to be merged into itself.
        let is_itself = key(&listed.names.name) == key(name);
        let is_slip = one.rule == MatchRule::Spelling.key();
        if is_itself || !is_slip && !holds_words(authority, name, listed) {
            continue;
        }
        let of_corpus = corpus
            .institution_by_key(&listed.id)
            .or_else(|| by_ror.get(listed.ror.as_deref()?).copied())
            .filter(|&keep| keep != merge);
        let keep =
            of_corpus.map_or_else(|| KeptInstitution::Listed(Box::new(listed.clone())), KeptInstitution::Institution);
        let reason = if is_slip { Reason::Spelling } else { Reason::Resemblance };
        found.push(Suggestion { keep, merge, reason });
    }
    found
}

/// Whether every word of a name, shortened or not, is one of a single name of the institution, or of its city: a word that
/// is not makes it another body (`University of Massachusetts Lowell`, `Insight Centre NUI Galway`).
fn holds_words(authority: &Authority, recorded: &str, listed: &Institution) -> bool {
    let record = || {
        let registry = authority.registry()?;
        Some((registry, registry.by_id(listed.ror.as_deref()?)?))
    };
    let (mut names, mut place): (Vec<String>, String) =
        (listed.names.all().chain(listed.aliases.iter().map(String::as_str)).map(key).collect(), String::new());
    if let Some((registry, record)) = record() {
        names.extend(registry.names(record).map(|(_, _, name)| key(name)));
        place = key(registry.city_name(record).unwrap_or_default());
    }
    let own = key(recorded);
    names.iter().any(|name| {
        let is_held = |word: &str| name.split(' ').chain(place.split(' ')).any(|other| other.starts_with(word));
        own.split(' ').all(is_held)
    })
}

/// What a name may mean: not an acronym of many, and not in another country.
fn meant<'r>(recorded: &Institution, resolved: &'r ResolvedAffiliation) -> Option<&'r AffiliationMatch> {
    let one = resolved.matches.first().or(resolved.suggestions.first())?;
    let is_there = recorded.countries.is_empty()
        || one.country.as_deref().is_none_or(|country| recorded.countries.iter().any(|own| own.code() == country));
    // An acronym is that of many, a school is not its university, and Washington University is not that of Washington:
    // words in another order need the country.
    let is_by = |rule: MatchRule| rule.key() == one.rule;
    let is_vague = is_by(MatchRule::Acronym)
        || is_by(MatchRule::School)
        || is_by(MatchRule::WordOrder) && recorded.countries.is_empty();
    (is_there && !is_vague).then_some(one)
}

/// The institution of a match: the authority's own, else that of the registry.
fn listed<'a>(authority: &'a Authority, one: &AffiliationMatch) -> Option<&'a Institution> {
    let registered = || {
        let registry = authority.registry()?;
        registry.institution(registry.by_id(one.ror.as_deref()?)?)
    };
    authority.institution(&one.id).or_else(registered)
}
