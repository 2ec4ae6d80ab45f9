//! Names that might be one institution, with the reason. Nothing is merged here: a person decides, and what was
//! decided is an authority file.
//!
//! Keys of names find the strong pairs in O(names); only names of the same number of words and the same initial
//! are compared letter by letter.

mod listed;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};
use unicode_normalization::UnicodeNormalization;

use crate::corpus::Corpus;
use crate::corpus::institution::{Institution, InstitutionId};
use crate::corpus::naming::fold;
use crate::names::authority::{Authority, Verdict};
use crate::names::resolution::{KeptInstitution, Merge, MergeRule, Reason, Suggestion};
use crate::names::ror::{RorRecord, Status};

/// A name of fewer letters is not compared letter by letter.
pub const SHORTEST_SPELLED: usize = 10;
/// Words that tell kinds of institutions apart: what follows `of` is then no place.
const KINDS: [&str; 10] = [
    "technology",
    "science",
    "sciences",
    "medicine",
    "education",
    "engineering",
    "arts",
    "economics",
    "finance",
    "posts",
];

type Pairs = BTreeMap<(InstitutionId, InstitutionId), Reason>;
type Keys = BTreeMap<String, BTreeSet<InstitutionId>>;

/// Suggestions, the likeliest first. Names that the authority knows as two institutions are never suggested.
#[must_use]
pub fn suggestions(corpus: &Corpus, authority: &Authority, ror: &[RorRecord]) -> Vec<Suggestion> {
    let keys = keys(corpus);
    let mut pairs = Pairs::new();
    for set in keys.values() {
        gather(corpus, &mut pairs, set, Reason::Form);
    }
    by_authority(corpus, authority, &mut pairs);
    for id in corpus.institution_ids() {
        by_parts(&keys, id, &corpus.institution(id).names.name, &mut pairs);
    }
    by_ror(&keys, ror, &mut pairs);
    by_record(corpus, &mut pairs);
    by_words(corpus, &mut pairs);
    by_initials(corpus, &keys, &mut pairs);
    by_spelling(corpus, &mut pairs);
    pairs.retain(|&(a, b), _| !known_apart(corpus, authority, a, b));
    let mut found: Vec<Suggestion> = pairs.into_iter().map(|((a, b), reason)| order(corpus, a, b, reason)).collect();
    sort(corpus, &mut found);
    let roots = join_roots(&mut found);
    let is_unknown = |id: &InstitutionId| {
        let one = corpus.institution(*id);
        one.ror.is_none() && !roots.contains_key(id) && meant(authority, &one.names.name).is_none()
    };
    let unknown: Vec<InstitutionId> = corpus.institution_ids().filter(is_unknown).collect();
    found.extend(listed::suggestions(corpus, authority, &unknown));
    sort(corpus, &mut found);
    join_roots(&mut found);
    found
}

/// The likeliest first, then by name.
fn sort(corpus: &Corpus, found: &mut [Suggestion]) {
    let key = |one: &Suggestion| {
        let name = |one: &Institution| one.names.name.clone();
        (name(one.keep.institution(corpus)), name(corpus.institution(one.merge)), one.keep.id(), one.merge)
    };
    found.sort_by(|a, b| b.reason.score().total_cmp(&a.reason.score()).then_with(|| key(a).cmp(&key(b))));
}

/// Leaves out what stronger suggestions join already, which needs no word of its own; gives where each merge leads.
fn join_roots(found: &mut Vec<Suggestion>) -> BTreeMap<InstitutionId, InstitutionId> {
    let mut roots: BTreeMap<InstitutionId, InstitutionId> = BTreeMap::new();
    found.retain(|one| {
        let Some(keep) = one.keep.id() else { return true };
        let (keep, merge) = (root(&roots, keep), root(&roots, one.merge));
        if keep != merge {
            roots.insert(merge, keep);
        }
        keep != merge
    });
    roots
}

/// Where a chain of merges ends.
fn root(into: &BTreeMap<InstitutionId, InstitutionId>, mut id: InstitutionId) -> InstitutionId {
    while let Some(&next) = into.get(&id) {
        id = next;
    }
    id
}

/// Names without accents, case, punctuation and a leading "The".
fn key(name: &str) -> String {
    let plain: String = name.nfkd().filter(|letter| !matches!(letter, '\u{300}'..='\u{36F}' | '´' | '`')).collect();
    let plain = plain.trim();
    let bare = plain.get(..4).filter(|start| start.eq_ignore_ascii_case("the ")).map_or(plain, |_| &plain[4..]);
    fold(bare)
}

fn keys(corpus: &Corpus) -> Keys {
    let mut keys = Keys::new();
    for id in corpus.institution_ids() {
        let names = &corpus.institution(id).names;
        for name in std::iter::once(&names.name).chain(&names.name_ko) {
            keys.entry(key(name)).or_default().insert(id);
        }
    }
    keys.remove("");
    keys
}

fn join(pairs: &mut Pairs, set: &BTreeSet<InstitutionId>, reason: Reason) {
    let ids: Vec<InstitutionId> = set.iter().copied().collect();
    for (at, &a) in ids.iter().enumerate() {
        for &b in &ids[at + 1..] {
            let known = pairs.entry((a, b)).or_insert(reason);
            *known = (*known).min(reason);
        }
    }
}

/// Names that are all one: each with the one that would be kept, not all with all.
fn gather(corpus: &Corpus, pairs: &mut Pairs, set: &BTreeSet<InstitutionId>, reason: Reason) {
    if let Some(&keep) = set.iter().min_by_key(|&&id| rank(corpus, id)) {
        for &other in set.iter().filter(|other| **other != keep) {
            join(pairs, &BTreeSet::from([keep, other]), reason);
        }
    }
}

fn meant<'a>(authority: &'a Authority, name: &str) -> Option<&'a str> {
    match authority.judge(name, "") {
        Verdict::Preferred(one) | Verdict::Variant(one) => Some(&one.id),
        _ => None,
    }
}

fn by_authority(corpus: &Corpus, authority: &Authority, pairs: &mut Pairs) {
    let mut same: BTreeMap<&str, BTreeSet<InstitutionId>> = BTreeMap::new();
    for id in corpus.institution_ids() {
        if let Some(one) = meant(authority, &corpus.institution(id).names.name) {
            same.entry(one).or_default().insert(id);
        }
    }
    same.values().for_each(|set| gather(corpus, pairs, set, Reason::Authority));
}

fn known_apart(corpus: &Corpus, authority: &Authority, a: InstitutionId, b: InstitutionId) -> bool {
    let of = |id: InstitutionId| meant(authority, &corpus.institution(id).names.name);
    matches!((of(a), of(b)), (Some(a), Some(b)) if a != b)
}

/// Brackets, slashes, and a place after `of`.
fn by_parts(keys: &Keys, id: InstitutionId, name: &str, pairs: &mut Pairs) {
    let mut with = |part: &str, reason: Reason| {
        if let Some(set) = keys.get(&key(part)) {
            for &other in set.iter().filter(|other| **other != id) {
                join(pairs, &BTreeSet::from([id, other]), reason);
            }
        }
    };
    if let Some((base, inside)) = name.trim().strip_suffix(')').and_then(|name| name.rsplit_once('(')) {
        if is_abbreviation(base, inside) || is_hangul(inside) != is_hangul(base) {
            with(base, Reason::Brackets);
        }
        if key(inside).chars().count() > 3 {
            with(inside, Reason::Brackets);
        } else if is_abbreviation(base, inside) {
            // So short a name is that of many.
            with(inside, Reason::Initials);
        }
    }
    for part in name.split(" / ").filter(|part| *part != name) {
        with(part, Reason::Slash);
    }
    if let Some((base, place)) = name.rsplit_once(" of ") {
        let first = place.split([' ', ',']).next().unwrap_or_default().to_lowercase();
        if base.contains(' ') && !place.is_empty() && !KINDS.contains(&first.as_str()) {
            with(base, Reason::Place);
        }
    }
    // `Jacobs University Bremen`: a name that ends in "University", and one word more.
    if let Some((base, place)) = name.rsplit_once(' ')
        && base.ends_with(" University")
        && place.chars().all(char::is_alphabetic)
    {
        with(base, Reason::Place);
    }
}

/// Words that are often shortened, lower case, without their full stop.
const SHORTENED: [(&str, &str); 14] = [
    ("&", "and"),
    ("univ", "university"),
    ("uni", "university"),
    ("inst", "institute"),
    ("tech", "technology"),
    ("sci", "science"),
    ("lab", "laboratory"),
    ("labs", "laboratories"),
    ("nat'l", "national"),
    ("natl", "national"),
    ("int'l", "international"),
    ("intl", "international"),
    ("dept", "department"),
    ("acad", "academy"),
];

/// `Univ. of Washington`: the same words in the same order, shortened or with their small words left out.
fn by_words(corpus: &Corpus, pairs: &mut Pairs) {
    let mut same: BTreeMap<String, Vec<(InstitutionId, bool)>> = BTreeMap::new();
    for id in corpus.institution_ids() {
        let (words, is_short) = in_full(&corpus.institution(id).names.name);
        if words.contains(' ') {
            same.entry(words).or_default().push((id, is_short));
        }
    }
    for set in same.values().filter(|set| set.iter().any(|one| one.1)) {
        gather(corpus, pairs, &set.iter().map(|one| one.0).collect(), Reason::Words);
    }
}

/// The words of a name in full and without small ones, and whether any was shortened.
fn in_full(name: &str) -> (String, bool) {
    let (mut words, mut is_short) = (Vec::new(), false);
    for word in name.to_lowercase().replace('&', " & ").split([' ', ',']).filter(|word| !word.is_empty()) {
        let bare = word.trim_end_matches('.');
        let full = SHORTENED.iter().find(|(short, _)| *short == bare).map(|(_, full)| *full);
        is_short |= full.is_some();
        let word = full.unwrap_or(bare);
        if !matches!(word, "of" | "the" | "for" | "at" | "and") {
            words.push(key(word));
        }
    }
    (words.join(" "), is_short)
}

/// `UT Austin`, when another name is `University of Texas at Austin`: capitals that are the initials of the
/// first words, and the same last words.
fn by_initials(corpus: &Corpus, keys: &Keys, pairs: &mut Pairs) {
    let shorts = corpus.institution_ids().filter_map(|id| {
        let (short, place) = corpus.institution(id).names.name.split_once(' ')?;
        let is_short = short.len() > 1 && short.chars().all(|letter| letter.is_ascii_uppercase());
        is_short.then(|| (id, short.to_owned(), key(place)))
    });
    let mut by_place: BTreeMap<String, Vec<(InstitutionId, String)>> = BTreeMap::new();
    for (id, short, place) in shorts.filter(|(_, _, place)| !place.is_empty()) {
        by_place.entry(place).or_default().push((id, short));
    }
    for long in keys.values().flatten().copied().collect::<BTreeSet<_>>() {
        let words: Vec<&str> =
            corpus.institution(long).names.name.split([' ', ',']).filter(|word| !word.is_empty()).collect();
        for at in 2..words.len() {
            let Some(found) = by_place.get(&key(&words[at..].join(" "))) else { continue };
            let weighty = words[..at].iter().filter(|word| word.starts_with(char::is_uppercase));
            let initials: String = weighty.filter_map(|word| word.chars().next()).collect();
            for (short, _) in found.iter().filter(|(short, letters)| *short != long && *letters == initials) {
                join(pairs, &BTreeSet::from([*short, long]), Reason::Initials);
            }
        }
    }
}

fn is_hangul(text: &str) -> bool {
    text.chars().any(|letter| matches!(letter, '가'..='힣'))
}

/// Whether capitals are the initials of words, in their order, some words left out (`USTC`, `KAIST`).
fn is_abbreviation(base: &str, short: &str) -> bool {
    let letters: Vec<char> = short.chars().filter(|letter| letter.is_alphanumeric()).collect();
    if letters.len() < 2 || !letters.iter().all(|letter| letter.is_uppercase() || letter.is_numeric()) {
        return false;
    }
    let mut wanted = letters.iter().flat_map(|letter| letter.to_lowercase()).peekable();
    for letter in base.to_lowercase().chars() {
        if wanted.peek() == Some(&letter) {
            wanted.next();
        }
    }
    let initial = base.trim().chars().next().map(|first| first.to_lowercase().to_string());
    wanted.peek().is_none() && initial == letters.first().map(|first| first.to_lowercase().to_string())
}

fn by_ror(keys: &Keys, ror: &[RorRecord], pairs: &mut Pairs) {
    for record in ror {
        let of = |names: &[String]| -> BTreeSet<InstitutionId> {
            names.iter().filter_map(|name| keys.get(&key(name))).flatten().copied().collect()
        };
        let mut strong = of(&record.labels);
        strong.extend(of(&record.aliases));
        let reason = if record.status == Status::Active { Reason::Ror } else { Reason::RorWeak };
        join(pairs, &strong, reason);
        for short in of(&record.acronyms) {
            for &long in &strong {
                join(pairs, &BTreeSet::from([short, long]), Reason::RorWeak);
            }
        }
    }
}

/// Names by which one record of the registry goes: `University of Tokyo`, `東京大学`.
fn by_record(corpus: &Corpus, pairs: &mut Pairs) {
    let mut same: BTreeMap<&str, BTreeSet<InstitutionId>> = BTreeMap::new();
    for id in corpus.institution_ids() {
        if let Some(ror) = &corpus.institution(id).ror {
            same.entry(ror).or_default().insert(id);
        }
    }
    same.values().for_each(|set| gather(corpus, pairs, set, Reason::Ror));
}

/// Long names of as many words that differ by one letter, not the first of a word, in the same country.
fn by_spelling(corpus: &Corpus, pairs: &mut Pairs) {
    let mut blocks: BTreeMap<(usize, char), Vec<(InstitutionId, String)>> = BTreeMap::new();
    for id in corpus.institution_ids() {
        let name = corpus.institution(id).names.name.to_lowercase();
        let length = name.chars().count();
        if let Some(first) = name.chars().next().filter(|_| length >= SHORTEST_SPELLED) {
            blocks.entry((name.split_whitespace().count(), first)).or_default().push((id, name));
        }
    }
    for block in blocks.values() {
        for (at, (a, one)) in block.iter().enumerate() {
            for (b, other) in &block[at + 1..] {
                let countries = |id: InstitutionId| &corpus.institution(id).countries;
                let apart =
                    !countries(*a).is_empty() && !countries(*b).is_empty() && countries(*a)[0] != countries(*b)[0];
                if !apart && one.len().abs_diff(other.len()) < 4 && slips(one, other) {
                    join(pairs, &BTreeSet::from([*a, *b]), Reason::Spelling);
                }
            }
        }
    }
}

/// Exactly one word differs, by one letter, and it is long enough for that to be a slip.
fn slips(one: &str, other: &str) -> bool {
    let mut differing = one.split_whitespace().zip(other.split_whitespace()).filter(|(a, b)| a != b);
    let (Some((a, b)), None) = (differing.next(), differing.next()) else { return false };
    let digits = |word: &str| word.chars().any(char::is_numeric);
    a.chars().count() > 6 && a.chars().next() == b.chars().next() && !digits(a) && strsim::osa_distance(a, b) == 1
}

/// Who is kept: who is known by more than a name, then more works, then the name in full words, the shorter
/// name, the first id.
fn order(corpus: &Corpus, a: InstitutionId, b: InstitutionId, reason: Reason) -> Suggestion {
    let (keep, merge) = if rank(corpus, a) <= rank(corpus, b) { (a, b) } else { (b, a) };
    Suggestion { keep: KeptInstitution::Institution(keep), merge, reason }
}

/// One that is known by more than its name keeps what is known.
fn rank(corpus: &Corpus, id: InstitutionId) -> (u8, std::cmp::Reverse<usize>, bool, usize, InstitutionId) {
    let one = corpus.institution(id);
    let unknown = u8::from(one.ror.is_none()) + u8::from(one.names.name_ko.is_none());
    let is_short = in_full(&one.names.name).1;
    (unknown, std::cmp::Reverse(corpus.works_of(id).len()), is_short, one.names.name.chars().count(), id)
}

/// Where a chain of suggestions ends: each institution that is merged, with the one that is kept.
fn ends<'s>(corpus: &'s Corpus, suggestions: &'s [Suggestion]) -> BTreeMap<InstitutionId, &'s Institution> {
    let mut into: BTreeMap<InstitutionId, InstitutionId> = BTreeMap::new();
    let mut listed: BTreeMap<InstitutionId, &Institution> = BTreeMap::new();
    for one in suggestions {
        match &one.keep {
            KeptInstitution::Institution(keep) => {
                let (keep, merge) = (root(&into, *keep), root(&into, one.merge));
                if keep != merge {
                    into.insert(merge, keep);
                }
            }
            KeptInstitution::Listed(institution) => {
                listed.insert(one.merge, institution);
            }
        }
    }
    let merged: BTreeSet<InstitutionId> = into.keys().chain(listed.keys()).copied().collect();
    let end = |id: InstitutionId| {
        let end = root(&into, id);
        listed.get(&end).copied().unwrap_or_else(|| corpus.institution(end))
    };
    merged.into_iter().map(|id| (id, end(id))).collect()
}

/// An authority file of the suggestions, one institution a line, to be read and edited: delete what is wrong.
#[must_use]
pub fn accept(corpus: &Corpus, suggestions: &[Suggestion]) -> String {
    let mut kept: BTreeMap<&str, (&Institution, Vec<InstitutionId>)> = BTreeMap::new();
    for (merge, keep) in ends(corpus, suggestions) {
        kept.entry(&keep.id).or_insert((keep, Vec::new())).1.push(merge);
    }
    let reasons = |id: &str| -> Vec<&str> {
        let is_of = |one: &&Suggestion| {
            [one.keep.institution(corpus), corpus.institution(one.merge)].iter().any(|one| one.id == id)
        };
        let of = suggestions.iter().filter(is_of);
        of.map(|one| one.reason.key()).collect::<BTreeSet<_>>().into_iter().collect()
    };
    let line = |(keep, (institution, merged)): (&&str, &(&Institution, Vec<InstitutionId>))| {
        let variants: Vec<&str> = merged.iter().map(|&id| corpus.institution(id).names.name.as_str()).collect();
        let note = format!("suggested: {}", reasons(keep).join(", "));
        let mut value: Value = json!({"id": institution.id, "name": institution.names.name});
        let names = &institution.names;
        let countries: Vec<&str> = institution.countries.iter().map(|country| country.code()).collect();
        let sectors: Vec<&str> = institution.sectors.iter().map(|sector| sector.key()).collect();
        // What is known of it stays known where the file is read without what told it.
        for (key, text) in [
            ("name_ko", &names.name_ko),
            ("common", &names.common),
            ("common_ko", &names.common_ko),
            ("short", &names.short),
            ("short_ko", &names.short_ko),
            ("ror", &institution.ror),
        ] {
            if let Some(text) = text {
                value[key] = json!(text);
            }
        }
        for (key, list) in [("variants", variants), ("countries", countries), ("sectors", sectors)] {
            if !list.is_empty() {
                value[key] = json!(list);
            }
        }
        value["note"] = json!(note);
        format!("  {value}")
    };
    let lines: Vec<String> = kept.iter().map(line).collect();
    format!("{{\n \"institutions\": [\n{}\n ]\n}}\n", lines.join(",\n"))
}

/// The two-column thesaurus of VOSviewer (tab): every merge made, then every suggestion.
#[must_use]
pub fn thesaurus(corpus: &Corpus, merges: &[Merge], suggestions: &[Suggestion]) -> String {
    let name = |id: InstitutionId| corpus.institution(id).names.name.as_str();
    let mut rows: BTreeMap<String, &str> = BTreeMap::new();
    for (merge, keep) in ends(corpus, suggestions) {
        rows.insert(name(merge).to_owned(), &keep.names.name);
    }
    // What was corrected for one work is no rule for all.
    for merge in merges.iter().filter(|merge| merge.rules.iter().any(|rule| *rule != MergeRule::Correction)) {
        if let Some(id) = corpus.institution_by_key(&merge.institution) {
            rows.insert(merge.recorded.clone(), name(id));
        }
    }
    let cell = |text: &str| {
        let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if line.contains('"') { format!("\"{}\"", line.replace('"', "\"\"")) } else { line }
    };
    let rows = rows.iter().filter(|(label, keep)| label.as_str() != **keep);
    let rows: String = rows.map(|(label, keep)| format!("{}\t{}\n", cell(label), cell(keep))).collect();
    format!("label\treplace by\n{rows}")
}
