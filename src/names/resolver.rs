//! Affiliations → institutions of the authority and of the registry, one answer an affiliation.

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde::Serialize;

use crate::corpus::institution::Institution;
use crate::names::affiliation::{self, AddressGrammar};
use crate::names::authority::{Authority, Verdict};
use crate::names::registry::{InstitutionRegistry, MatchRule, RecordIndex, RegistryMatch, Resolution, SUGGESTION, key};

/// What an affiliation means.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ResolvedAffiliation {
    /// The affiliation.
    pub input: String,
    /// Institutions that it names, the best first.
    pub matches: Vec<AffiliationMatch>,
    /// Institutions that it may name.
    pub suggestions: Vec<AffiliationMatch>,
}

/// An institution that an affiliation names.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AffiliationMatch {
    /// Identifier.
    pub id: String,
    /// ROR id, as URL.
    pub ror: Option<String>,
    /// Name.
    pub name: String,
    /// Korean name.
    pub name_ko: Option<String>,
    /// ISO code of the country.
    pub country: Option<String>,
    /// Sector.
    pub kind: Option<&'static str>,
    /// How sure it is, 0 to 1.
    pub score: f64,
    /// The rule by which it was found.
    pub rule: &'static str,
}

/// Resolves affiliations by an authority and the registry below it.
#[derive(Debug)]
pub struct Resolver<'a> {
    authority: &'a Authority,
    registry: &'a InstitutionRegistry,
    /// Institutions of the authority by their ROR ids.
    known: BTreeMap<&'a str, &'a Institution>,
}

/// Score of a name that is a slip away: the least that is suggested.
const MISSPELLED: f64 = SUGGESTION;

/// An institution of the authority, and whether the whole line is its name.
#[derive(Clone, Copy)]
struct Listed<'a> {
    institution: &'a Institution,
    is_whole: bool,
}

impl<'a> Resolver<'a> {
    /// A resolver; `None` without a registry. O(institutions of the authority).
    #[must_use]
    pub fn new(authority: &'a Authority) -> Option<Self> {
        let registry = authority.registry()?;
        let with_id = authority.institutions().iter().filter_map(|one| Some((bare(one.ror.as_deref()?), one)));
        Some(Self { authority, registry, known: with_id.collect() })
    }

    /// What each affiliation means, in their order, in parallel.
    #[must_use]
    pub fn resolve_all(&self, lines: &[String]) -> Vec<ResolvedAffiliation> {
        let resolved = self.registry.resolve_all(lines);
        lines.par_iter().zip(&resolved).map(|(line, resolution)| self.answer(line, resolution)).collect()
    }

    fn answer(&self, line: &str, resolution: &Resolution) -> ResolvedAffiliation {
        let listed = self.listed(line);
        let record = listed.as_ref().and_then(|one| self.record_of(one.institution, resolution));
        let is_other = |one: &&RegistryMatch| record != Some(one.record);
        let own = listed.as_ref().map(|one| self.of_authority(one.institution, record));
        let mut matches: Vec<AffiliationMatch> =
            resolution.matches.iter().filter(is_other).map(|one| self.of_record(one)).collect();
        // A line that is a listed name is that institution; of an address the registry sees more than its organisation.
        let best = resolution.matches.first().map(|one| one.record);
        let is_first = listed.is_some_and(|one| one.is_whole) || best.is_none() || best == record;
        matches.splice(if is_first { 0..0 } else { 1..1 }, own);
        let mut suggestions: Vec<AffiliationMatch> =
            resolution.suggestions.iter().filter(is_other).map(|one| self.of_record(one)).collect();
        if matches.is_empty() && suggestions.is_empty() {
            suggestions.extend(
                self.registry.by_misspelling(line).map(|record| {
                    self.of_record(&RegistryMatch { record, score: MISSPELLED, rule: MatchRule::Spelling })
                }),
            );
        }
        ResolvedAffiliation { input: line.to_owned(), matches, suggestions }
    }

    /// The record of an institution of the authority: by its identifier, else one of its names among what the registry finds
    /// in the line, else by its name alone.
    fn record_of(&self, one: &Institution, resolution: &Resolution) -> Option<RecordIndex> {
        if let Some(ror) = one.ror.as_deref() {
            return self.registry.by_id(ror);
        }
        let names: Vec<String> = one.names.all().map(key).collect();
        let is_called = |record: RecordIndex| {
            self.registry.names(record).any(|(_, _, name)| names.iter().any(|own| *own == key(name)))
        };
        let found = resolution.matches.iter().map(|one| one.record).find(|&record| is_called(record));
        found
            .or_else(|| self.registry.by_name(&one.names.name))
            .filter(|record| !self.known.contains_key(self.registry.id(*record)))
    }

    /// The institution of the hand-made authority that a line names as a whole, or as the organisation of an address.
    fn listed(&self, line: &str) -> Option<Listed<'a>> {
        let judge = |name: &str| match self.authority.judge(name, "") {
            // An institution of the registry is no entry of the authority.
            Verdict::Preferred(one) | Verdict::Variant(one) => {
                self.authority.institution(&one.id).filter(|own| own.names == one.names)
            }
            _ => None,
        };
        if let Some(institution) = judge(line) {
            return Some(Listed { institution, is_whole: true });
        }
        let address = affiliation::parse(line, AddressGrammar::Generic);
        let found = judge(address.organisation.as_deref()?)?;
        let fits =
            address.country.is_none_or(|country| found.countries.is_empty() || found.countries.contains(&country));
        fits.then_some(Listed { institution: found, is_whole: false })
    }

    fn of_authority(&self, one: &Institution, record: Option<RecordIndex>) -> AffiliationMatch {
        let known = record.and_then(|record| self.registry.institution(record));
        let country = one.country().or_else(|| known?.country());
        let sector = one.sector().or_else(|| known?.sector());
        AffiliationMatch {
            id: one.id.clone(),
            ror: one.ror.clone().or_else(|| known?.ror.clone()),
            name: one.names.name.clone(),
            name_ko: one.names.label_ko().map(str::to_owned),
            country: country.map(|country| country.code().to_owned()),
            kind: sector.map(|sector| sector.key()),
            score: 1.0,
            rule: "authority",
        }
    }

    fn of_record(&self, one: &RegistryMatch) -> AffiliationMatch {
        let (registry, record) = (self.registry, one.record);
        let known = self.known.get(registry.id(record));
        let name_ko = known.and_then(|known| known.names.label_ko()).or_else(|| registry.name_ko(record));
        let id = known.map_or_else(|| registry.id(record), |known| known.id.as_str());
        let country = registry.country(record);
        AffiliationMatch {
            id: id.to_owned(),
            ror: Some(format!("https://ror.org/{}", registry.id(record))),
            name: known.map_or_else(|| registry.name(record), |known| known.names.name.as_str()).to_owned(),
            name_ko: name_ko.map(str::to_owned),
            country: (!country.is_empty()).then(|| country.to_owned()),
            kind: registry.sector(record).map(|sector| sector.key()),
            score: (one.score * 1000.0).round() / 1000.0,
            rule: one.rule.key(),
        }
    }
}

fn bare(ror: &str) -> &str {
    ror.rsplit('/').next().unwrap_or(ror)
}
