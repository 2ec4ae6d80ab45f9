//! Whether an organisation of an address of the Web of Science (C1) is that of one of its standardised names (C3): by the stems
//! of their words, for C1 shortens words and leaves out accents.

use std::borrow::Cow;

use crate::normalize::text::trim;

/// How an organisation of C1 fits a name of C3, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// Word by word.
    InOrder,
    /// The same words in another order, or its acronym.
    AnyOrder,
    /// The name has more words.
    Within,
}

pub(super) fn best<'n>(organisation: &str, names: &'n [Cow<'_, str>]) -> Option<(&'n str, Fit)> {
    let own = words(organisation);
    let fits = names.iter().filter_map(|name| fit(&own, organisation, name).map(|fit| (trim(name), fit)));
    fits.min_by_key(|(name, fit)| (*fit, name.len()))
}

pub(super) fn fit(own: &[String], organisation: &str, name: &str) -> Option<Fit> {
    let (full, acronym) = without_acronym(name);
    let full = words(full);
    let last = own.last()?;
    let is_acronym = |word: &str| acronym.is_some_and(|acronym| acronym.eq_ignore_ascii_case(word));
    if own.len() == 1 && (is_acronym(trim(organisation)) || are_initials(trim(organisation), &full)) {
        return Some(Fit::AnyOrder);
    }
    // `RMIT Univ Vietnam` of `Royal Melbourne Institute of Technology (RMIT)`.
    if own.len() > 1 && own.first().is_some_and(|first| first.len() > 2 && is_acronym(first)) {
        return Some(Fit::Within);
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

/// Whether a word in capitals has the first letters of the words of a name: `NYU`, `NBER`. A country may stand behind the
/// name.
fn are_initials(word: &str, name: &[String]) -> bool {
    if word.len() < 3 || !word.chars().all(|letter| letter.is_ascii_uppercase()) {
        return false;
    }
    let is = |name: &[String]| {
        let mut letters = word.chars().map(|letter| letter.to_ascii_lowercase());
        name.len() == word.len() && name.iter().all(|word| word.chars().next() == letters.next())
    };
    is(name) || name.split_last().is_some_and(|(last, rest)| last.len() <= 3 && is(rest))
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
pub(super) fn words(text: &str) -> Vec<String> {
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
pub(super) fn shares_word(one: &str, other: &str) -> bool {
    const COMMON: [&str; 12] =
        ["univ", "inst", "natl", "nati", "tech", "coll", "hosp", "scie", "acad", "cent", "rese", "stat"];
    let start = |word: &String| word.chars().take(4).collect::<String>();
    let others: Vec<String> = words(without_acronym(other).0).iter().map(start).collect();
    let tells = |start: &String| start.chars().count() == 4 && !COMMON.contains(&start.as_str());
    words(one).iter().map(start).filter(tells).any(|start| others.contains(&start))
}

/// Words of which all stand in the name of a body that C3 adds to its members, as consortia of libraries and of universities.
const CONSORTIA: [&[&str]; 8] = [
    &["consortium"],
    &["alliance", "universities"],
    &["research", "partnership"],
    &["research", "libraries"],
    &["knowledge", "bank"],
    &["institutes", "domain"],
    &["medical", "affiliates"],
    &["university", "network"],
];

/// Whether a name is that of a system of universities, whatever its campuses are called: `University System of Ohio`; or of a
/// body of several that C3 names beside its members: `Fahrenheit Universities`, `Egyptian Knowledge Bank (EKB)`.
pub(super) fn is_system(name: &str) -> bool {
    let own = words(without_acronym(name).0);
    let has = |word: &str| own.iter().any(|own| own == word);
    let is_system =
        has("system") && ["university", "universities", "college", "colleges", "education"].into_iter().any(has);
    let are_several = own.len() > 1 && own.last().is_some_and(|last| last == "universities");
    is_system || are_several || CONSORTIA.iter().any(|all| all.iter().copied().all(has))
}

/// Whether a name is that of a system of which another name is a campus.
pub(super) fn is_system_of(name: &str, names: &[&str]) -> bool {
    // `Northfield University & Eastport Institute` beside Northfield University.
    if name.split_once(" & ").is_some_and(|(first, _)| names.contains(&trim(first))) {
        return true;
    }
    let own = words(without_acronym(name).0);
    let Some((last, own)) = own.split_last() else { return false };
    last == "system" && !own.is_empty() && names.iter().any(|other| *other != name && words(other).starts_with(own))
}

#[cfg(test)]
mod tests {
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
        assert_eq!(found("NAIST Univ Vietnam"), Some(&*names[0]));
        assert_eq!(found("Southgate Labs Inc"), None);
        assert_eq!(found("Univ"), None);
    }

    #[test]
    fn systems_of_universities_are_known_by_their_names() {
        for name in [
            "University System of Ohio",
            "Nevada System of Higher Education (NSHE)",
            "Texas A&M University System",
            "Fahrenheit Universities",
            "NRLC- Northfield Research Libraries",
        ] {
            assert!(is_system(name), "{name}");
        }
        for name in [
            "Henry Ford Health System",
            "Ohio University",
            "Systems Research Institute",
            "System Biology",
            "Association of Universities for Research in Astronomy (AURA)",
        ] {
            assert!(!is_system(name), "{name}");
        }
        let names = ["Northfield University", "Northfield University & Eastport Institute (EI)", "Oil & Gas Institute"];
        assert!(is_system_of(names[1], &names) && !is_system_of(names[0], &names) && !is_system_of(names[2], &names));
    }

    #[test]
    fn initials_of_a_name_are_the_name() {
        let names: Vec<Cow<'_, str>> =
            ["New York University (NYU)", "University College London", "Centre for Economic Policy Research - UK"]
                .map(Cow::Borrowed)
                .to_vec();
        let found = |organisation: &str| best(organisation, &names).map(|(name, _)| name);
        assert_eq!(found("NYU"), Some(&*names[0]));
        assert_eq!(found("UCL"), Some(&*names[1]));
        assert_eq!(found("CEPR"), Some(&*names[2]));
        assert_eq!((found("UC"), found("NYC"), found("Ucl")), (None, None, None));
    }
}
