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
    links
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
    let is_system = |name: &&str| is_system_of(name, &names);
    let systems = names.iter().filter(|name| is_system(name)).count();
    let mut named: Vec<(&str, Option<String>)> =
        names.iter().filter(|name| !is_system(name)).map(|name| (*name, None)).collect();
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

/// How an organisation of C1 fits a name of C3, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// Word by word.
    InOrder,
    /// The same words in another order, or its acronym.
    AnyOrder,
    /// The name has more words.
    Within,
}

fn best<'n>(organisation: &str, names: &'n [Cow<'_, str>]) -> Option<(&'n str, Fit)> {
    let own = words(organisation);
    let fits = names.iter().filter_map(|name| fit(&own, organisation, name).map(|fit| (trim(name), fit)));
    fits.min_by_key(|(name, fit)| (*fit, name.len()))
}

fn fit(own: &[String], organisation: &str, name: &str) -> Option<Fit> {
    let (full, acronym) = without_acronym(name);
    let full = words(full);
    let last = own.last()?;
    let is_acronym = |word: &str| acronym.is_some_and(|acronym| acronym.eq_ignore_ascii_case(word));
    if own.len() == 1 && is_acronym(trim(organisation)) {
        return Some(Fit::AnyOrder);
    }
    let own = if own.len() > 1 && is_acronym(last) { &own[..own.len() - 1] } else { own };
    if own.len() == full.len() {
        if own.iter().zip(&full).all(|(short, long)| is_stem(short, long)) {
            return Some(Fit::InOrder);
        }
        let mut left: Vec<&String> = full.iter().collect();
        let all = own.iter().all(|short| {
            let at = left.iter().position(|long| is_stem(short, long));
            at.map(|at| left.swap_remove(at)).is_some()
        });
        return all.then_some(Fit::AnyOrder);
    }
    // `Univ Michigan` of `University of Michigan Ann Arbor`, but never a single common word.
    let mut rest = full.iter();
    let is_within =
        own.len() > 1 && own.len() < full.len() && own.iter().all(|short| rest.any(|long| is_stem(short, long)));
    is_within.then_some(Fit::Within)
}

/// A name without the acronym in brackets at its end, and that acronym.
fn without_acronym(name: &str) -> (&str, Option<&str>) {
    let name = trim(name);
    let parts = name.strip_suffix(')').and_then(|rest| rest.rsplit_once('('));
    parts.map_or((name, None), |(full, acronym)| (trim(full), Some(trim(acronym))))
}

/// Words that abbreviated names leave out.
const SMALL: [&str; 16] =
    ["of", "the", "and", "for", "de", "du", "des", "di", "da", "do", "la", "le", "in", "fur", "und", "et"];
/// Legal forms.
const FORMS: [&str; 12] =
    ["inc", "ltd", "co", "corp", "corporation", "incorporated", "company", "limited", "llc", "gmbh", "ag", "plc"];

/// The words that count, in lower case and without accents and apostrophes.
fn words(text: &str) -> Vec<String> {
    use unicode_normalization::UnicodeNormalization;
    let plain: String = text
        .nfd()
        .filter(|letter| !matches!(letter, '\u{300}'..='\u{36F}' | '\'' | '’' | '‘'))
        .flat_map(char::to_lowercase)
        .collect();
    let words = plain.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let all: Vec<String> = words.filter(|word| !SMALL.contains(word)).map(str::to_owned).collect();
    let own: Vec<String> = all.iter().filter(|word| !FORMS.contains(&word.as_str())).cloned().collect();
    if own.is_empty() { all } else { own }
}

/// Whether a word may be an abbreviation of another: it starts with the same letter, and its letters stand in the other in
/// their order.
fn is_stem(short: &str, long: &str) -> bool {
    let mut letters = long.chars();
    let (mut own, first) = (short.chars(), letters.clone().next());
    own.clone().next() == first && own.all(|letter| letters.any(|other| other == letter))
}

/// Whether two names share a word that tells, by its first letters.
fn shares_word(one: &str, other: &str) -> bool {
    const COMMON: [&str; 12] =
        ["univ", "inst", "natl", "nati", "tech", "coll", "hosp", "scie", "acad", "cent", "rese", "stat"];
    let start = |word: &String| word.chars().take(4).collect::<String>();
    let others: Vec<String> = words(without_acronym(other).0).iter().map(start).collect();
    let tells = |start: &String| start.chars().count() == 4 && !COMMON.contains(&start.as_str());
    words(one).iter().map(start).filter(tells).any(|start| others.contains(&start))
}

/// Whether a name is that of a system of which another name is a campus.
fn is_system_of(name: &str, names: &[&str]) -> bool {
    let own = words(without_acronym(name).0);
    let Some((last, own)) = own.split_last() else { return false };
    last == "system" && !own.is_empty() && names.iter().any(|other| *other != name && words(other).starts_with(own))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn organisations_are_linked_by_the_stems_of_their_words() {
        let names: Vec<Cow<'_, str>> = [
            "Northfield Advanced Institute of Science & Technology (NAIST)",
            "Ghent University",
            "King's College Southgate",
            "University of Calder - Eastbay",
        ]
        .map(Cow::Borrowed)
        .to_vec();
        let found = |organisation: &str| best(organisation, &names).map(|(name, _)| name);
        assert_eq!(found("Northfield Adv Inst Sci & Technol NAIST"), Some(&*names[0]));
        assert_eq!(found("NAIST"), Some(&*names[0]));
        assert_eq!(found("Univ Ghent"), Some(&*names[1]));
        assert_eq!(found("Kings Coll Southgate"), Some(&*names[2]));
        assert_eq!(found("Univ Calder"), Some(&*names[3]));
        assert_eq!(found("Southgate Labs Inc"), None);
        assert_eq!(found("Univ"), None);
    }

    #[test]
    fn addresses_are_parted_outside_of_brackets() {
        let cell = "[Yun, A; Roe, B] Northfield Univ, Seoul, South Korea; [Roe, B] Southgate Labs, Boston, MA USA.";
        let all: Vec<&str> = addresses_of(cell).collect();
        assert_eq!(all, ["Northfield Univ, Seoul, South Korea", "Southgate Labs, Boston, MA USA"]);
        let cell = "Yun, A (corresponding author), Org, Seoul, South Korea.; Roe, B; Lee, C (corresponding author), Lab, Boston, MA USA.";
        assert_eq!(corresponding(cell), ["Org, Seoul, South Korea", "Lab, Boston, MA USA"]);
    }
}
