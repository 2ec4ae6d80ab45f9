//! Records of the Web of Science, whatever file they stand in: which institutions their addresses (C1) and their
//! standardised names (C3) tell.
//!
//! C3 names institutions in full, and C1 writes each address with an abbreviated organisation first; the two lists are not
//! aligned. Where a record has C3, that is its set of institutions; an address is linked to one of them by the stems of its
//! words, and gives it its country. An organisation of C1 that no name of C3 fits is added as it stands. NameLinks found once hold
//! for records without C3, too. A system that stands beside its own campus is left out.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::corpus::date::Date;
use crate::format::wos_names::{Fit, best, fit, is_system, is_system_of, shares_word, words};
use crate::ingest::publications::{Publication, Publications, RecordedAffiliation};
use crate::ingest::record::Standing;
use crate::names::affiliation::{self, AddressGrammar};
use crate::normalize::published;
use crate::normalize::text::trim;

/// A record.
#[derive(Clone, Debug, Default)]
pub(crate) struct WosRecord<'t> {
    pub(crate) offset: usize,
    pub(crate) raw: &'t str,
    pub(crate) title: Cow<'t, str>,
    pub(crate) authors: String,
    pub(crate) year: Cow<'t, str>,
    /// The rest of the date (`MAR 15`).
    pub(crate) part: Cow<'t, str>,
    /// Date of early access.
    pub(crate) early: Cow<'t, str>,
    pub(crate) doi: Cow<'t, str>,
    pub(crate) ut: Cow<'t, str>,
    pub(crate) pmid: Cow<'t, str>,
    pub(crate) kind: Cow<'t, str>,
    pub(crate) citations: Option<u32>,
    /// Addresses (C1), without authors and without the dot at the end.
    pub(crate) addresses: Vec<Cow<'t, str>>,
    /// Standardised names (C3).
    pub(crate) names: Vec<Cow<'t, str>>,
}

/// What an organisation of C1 is called in C3.
pub(crate) type NameLinks = BTreeMap<String, String>;

/// An address without the authors in brackets before it and the dot at its end.
pub(crate) fn bare_address(address: &str) -> &str {
    let text = trim(address);
    let rest = match text.strip_prefix('[') {
        Some(inner) => inner.split_once(']').map_or(text, |(_, rest)| rest),
        None => text,
    };
    trim(rest).trim_end_matches('.').trim_end()
}

/// The addresses of a cell: parted at `;` outside of brackets.
pub(crate) fn addresses_of(cell: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0_u32;
    let parts = cell.split(move |letter: char| {
        match letter {
            '[' => depth += 1,
            ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        letter == ';' && depth == 0
    });
    parts.map(bare_address).filter(|address| !address.is_empty())
}

/// The addresses of corresponding authors: what follows each `(corresponding author), `, up to the next list of authors.
pub(crate) fn corresponding(cell: &str) -> Vec<&str> {
    let marks = ["author), ", "author) ", "Author), "];
    let mut addresses = Vec::new();
    let mut rest = cell;
    while let Some((at, mark)) = marks.iter().filter_map(|mark| rest.find(mark).map(|at| (at, mark))).min() {
        rest = &rest[at + mark.len()..];
        let address = bare_address(rest.split(';').next().unwrap_or(rest));
        if !address.is_empty() && !addresses.contains(&address) {
            addresses.push(address);
        }
    }
    addresses
}

impl WosRecord<'_> {
    /// The date: year and its part, else that of early access.
    fn date(&self) -> Option<Date> {
        published::within(&self.year, &self.part).or_else(|| published::read(&self.early))
    }
}

/// NameLinks between C1 and C3 that the records show.
pub(crate) fn links(records: &[WosRecord<'_>]) -> NameLinks {
    let mut links = NameLinks::new();
    for record in records {
        for address in &record.addresses {
            let Some(organisation) = affiliation::parse(address, AddressGrammar::WebOfScience).organisation else {
                continue;
            };
            if let Some((name, Fit::InOrder | Fit::AnyOrder)) = best(&organisation, &record.names) {
                links.entry(organisation).or_insert_with(|| name.to_owned());
            }
        }
    }
    // What spells alone do not show, the rest of a record may.
    for record in records {
        if let Some((organisation, name)) = left_over(record) {
            links.entry(organisation).or_insert_with(|| name.to_owned());
        }
    }
    links
}

/// The only organisation of a record that fits none of its names, and the only name that fits no part of its addresses, where
/// there are as many organisations as names: they are one (`Ludwig Maximilians Univ Munchen`, University of Munich).
fn left_over<'r>(record: &'r WosRecord<'_>) -> Option<(String, &'r str)> {
    let all: Vec<&str> = record.names.iter().map(|name| trim(name)).filter(|name| !name.is_empty()).collect();
    let mut names: Vec<&str> = Vec::new();
    for name in all.iter().filter(|name| !is_system_of(name, &all) && !is_system(name)) {
        if !names.contains(name) {
            names.push(name);
        }
    }
    let mut organisations: Vec<String> = Vec::new();
    for address in &record.addresses {
        let found = affiliation::parse(address, AddressGrammar::WebOfScience).organisation?;
        if !organisations.contains(&found) {
            organisations.push(found);
        }
    }
    if organisations.len() != names.len() {
        return None;
    }
    let is_fit = |part: &str, name: &str| fit(&words(part), part, name).is_some();
    let mut unfit = organisations.iter().filter(|own| !names.iter().any(|name| is_fit(own, name)));
    let parts = || record.addresses.iter().flat_map(|address| address.split(',')).map(trim);
    let mut unmet = names.iter().filter(|name| !parts().any(|part| is_fit(part, name)));
    match (unfit.next(), unfit.next(), unmet.next(), unmet.next()) {
        (Some(own), None, Some(name), None) => Some((own.clone(), *name)),
        _ => None,
    }
}

/// Adds records to the corpus.
pub(crate) fn add(
    publications: &mut Publications<'_, '_>,
    document: &crate::format::document::Document<'_>,
    records: &[WosRecord<'_>],
) {
    let links = links(records);
    for record in records {
        let (affiliations, systems) = affiliations(record, &links);
        publications.note_parents(systems);
        let kind = record.kind.to_lowercase();
        let scheme = |scheme: &str, id: &str| (!trim(id).is_empty()).then(|| format!("{scheme}:{}", trim(id)));
        let publication = Publication {
            title: Cow::Borrowed(&record.title),
            raw: record.raw,
            date: record.date(),
            unread_date: record.date().is_none().then(|| record.year.clone()).filter(|year| !trim(year).is_empty()),
            doi: Cow::Borrowed(&record.doi),
            ids: [scheme("wos", &record.ut), scheme("pmid", &record.pmid)].into_iter().flatten().collect(),
            authors: record.authors.clone(),
            citations: record.citations,
            affiliations,
            standing: Standing { is_retracted: kind.contains("retracted publication"), ..Standing::default() },
            ..Publication::default()
        };
        publications.add(&document.record(publications.input, record.offset), &publication);
    }
}

/// The institutions of a record, and how many systems were left out beside a campus.
fn affiliations<'r>(record: &'r WosRecord<'_>, links: &'r NameLinks) -> (Vec<RecordedAffiliation<'r>>, usize) {
    let names: Vec<&str> = record.names.iter().map(|name| trim(name)).filter(|name| !name.is_empty()).collect();
    // A system that no address names stands for a campus beside it.
    let is_named = |name: &str| {
        let parts = record.addresses.iter().flat_map(|address| address.split(',')).map(trim);
        parts.into_iter().any(|part| fit(&words(part), part, name).is_some())
    };
    let has_campus = names.iter().any(|name| !is_system(name));
    let is_left_out = |name: &&str| is_system_of(name, &names) || has_campus && is_system(name) && !is_named(name);
    let systems = names.iter().filter(|name| is_left_out(name)).count();
    let mut named: Vec<(&str, Option<String>)> =
        names.iter().filter(|name| !is_left_out(name)).map(|name| (*name, None)).collect();
    let mut written = Vec::new();
    for address in &record.addresses {
        let found = affiliation::parse(address, AddressGrammar::WebOfScience);
        let own = found.organisation.unwrap_or_default();
        let found = (own, found.country.map(|country| country.code().to_owned()));
        // A campus is nearer than its system.
        let own = || named.iter().map(|(name, _)| Cow::Borrowed(*name)).collect::<Vec<_>>();
        let fit = best(&found.0, &own()).map(|(name, _)| name.to_owned());
        let fit = fit.or_else(|| best(&found.0, &record.names).map(|(name, _)| name.to_owned()));
        let linked = fit.as_deref().or_else(|| links.get(&found.0).map(String::as_str));
        match linked.and_then(|name| named.iter_mut().find(|(other, _)| *other == name)) {
            Some((_, country)) => *country = country.take().or(found.1),
            // A link that other records show.
            None if names.is_empty() && fit.is_none() && linked.is_some() => {
                named.push((links.get(&found.0).map_or("", String::as_str), found.1));
            }
            // Its system, which was left out.
            None if fit.is_some() => {}
            None => written.push((address, found)),
        }
    }
    // A name that no address was linked to may be that of an address that was linked to none.
    let unlinked: Vec<&str> = named.iter().filter(|(_, country)| country.is_none()).map(|(name, _)| *name).collect();
    let mut affiliations = Vec::new();
    written.retain(|(_, found)| !unlinked.iter().any(|name| shares_word(&found.0, name)));
    for (name, country) in named {
        affiliations
            .push(RecordedAffiliation::Standardised { name: Cow::Borrowed(name), country: country.map(Cow::Owned) });
    }
    for (address, _) in written {
        let text = Cow::Borrowed(&**address);
        affiliations.push(RecordedAffiliation::Written { text, grammar: AddressGrammar::WebOfScience, country: None });
    }
    (affiliations, systems)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn addresses_are_parted_outside_of_brackets() {
        let cell = "[Yun, A; Roe, B] Northfield Univ, Seoul, South Korea; [Roe, B] Southgate Labs, Boston, MA USA.";
        let all: Vec<&str> = addresses_of(cell).collect();
        assert_eq!(all, ["Northfield Univ, Seoul, South Korea", "Southgate Labs, Boston, MA USA"]);
        let cell = "Yun, A (corresponding author), Org, Seoul, South Korea.; Roe, B; Lee, C (corresponding author), Lab, Boston, MA USA.";
        assert_eq!(corresponding(cell), ["Org, Seoul, South Korea", "Lab, Boston, MA USA"]);
    }
}
