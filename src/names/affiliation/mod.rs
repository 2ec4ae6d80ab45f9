//! ParsedAddress strings (postal addresses as papers print them) → organisation, unit, city, region, country.
//!
//! Parts between commas are classed by their words, places taken off from the right, and the part of the highest class is
//! the organisation: `Department of Surgery, Univ Northfield, Northfield, Korea` → “Univ Northfield”, KR. The whole address
//! is never the organisation of an address that has parts. Names that a registry knows are found by
//! matching against a registry instead; this is what stands where it knows none. O(letters).

mod places;
mod several;
mod split;
mod words;

use crate::corpus::country::Country;
use words::{Class, class, folded_words, is_university_word};

pub use places::country;
pub(crate) use several::{addresses, without_numbers};
pub use split::without_authors;

/// How the source of an address writes it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum AddressGrammar {
    /// `[unit, …] organisation [, unit …] [, street] [, postcode] city [, region], Country`, in the author's own order.
    Scopus,
    /// `[Author; Author] Org, Unit, City Postcode, Region, Country.`: the first part is the organisation; abbreviated.
    WebOfScience,
    /// As Scopus, often the bare organisation.
    Ieee,
    /// As Scopus, with an e-mail address or a postcode behind the country, and a full stop.
    PubMed,
    /// Nothing is known of the source.
    #[default]
    Generic,
}

/// How the organisation was found in an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Evidence {
    /// By a word of organisations (University, Hospital, Institute, Inc.).
    Word,
    /// By its place: the first part of a Web of Science address.
    FirstPart,
    /// It is the first part that is neither unit nor place; no word shows that it is an organisation.
    Remainder,
    /// No organisation stands there.
    Absent,
}

/// The parts of one address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParsedAddress {
    /// The organisation as written, without authors, units, street, city and country.
    pub organisation: Option<String>,
    /// How it was found.
    pub evidence: Evidence,
    /// Departments, faculties and other parts inside the organisation, in their order.
    pub units: Vec<String>,
    /// City, where one stands before region or country.
    pub city: Option<String>,
    /// State or province.
    pub region: Option<String>,
    /// Country that the address names, or that its region is in.
    pub country: Option<Country>,
}

/// Universities whose campuses are institutions of their own, named behind a comma. Source: parents in the registry ROR
/// with campuses named “X, Y” or “X Y”.
const SYSTEMS: [&str; 22] = [
    "california state university",
    "chinese university of hong kong",
    "indian institute of technology",
    "louisiana state university",
    "north dakota state university",
    "pennsylvania state university",
    "state university of new york",
    "university of alabama",
    "university of alaska",
    "university of arkansas",
    "university of california",
    "university of colorado",
    "university of hawaii",
    "university of illinois",
    "university of maryland",
    "university of massachusetts",
    "university of michigan",
    "university of minnesota",
    "university of nebraska",
    "university of north carolina",
    "university of texas",
    "university of wisconsin",
];

/// Reads one address. O(letters).
#[must_use]
pub fn parse(address: &str, grammar: AddressGrammar) -> ParsedAddress {
    let text = split::without_marks(split::without_authors(split::before_mail(address)));
    let mut parts = split::parts(text);
    let mut found = ParsedAddress {
        organisation: None,
        evidence: Evidence::Absent,
        units: Vec::new(),
        city: None,
        region: None,
        country: None,
    };
    take_place(&mut parts, &mut found);
    let (parts, classes) = classified(&parts);
    let chosen = match grammar {
        AddressGrammar::WebOfScience => first_part(&parts, &classes),
        _ => highest(&classes),
    };
    let Some((index, evidence)) = chosen.or_else(|| remainder(&parts, &classes)) else {
        found.units = units(&parts, &classes, usize::MAX);
        found.city = found.city.take().or_else(|| city(&parts, &classes, 0));
        return found;
    };
    let mut name = organisation(parts[index]);
    let mut after = index + 1;
    if let Some(campus) = parts.get(after).and_then(|part| campus(&name, part)) {
        name = format!("{name}, {campus}");
        after += usize::from(parts.len() > after + 1);
    }
    found.city = found.city.take().or_else(|| city(&parts, &classes, after));
    found.units = units(&parts, &classes, index);
    (found.organisation, found.evidence) = (Some(name), evidence);
    found
}

/// The parts of an address, those of units that end in a university parted, and the class of each.
fn classified<'a>(parts: &[&'a str]) -> (Vec<&'a str>, Vec<Class>) {
    let (mut own, mut classes) = (Vec::with_capacity(parts.len() + 1), Vec::with_capacity(parts.len() + 1));
    for &part in parts {
        let whole = class(part);
        if whole > Class::WeakUnit {
            own.push(part);
            classes.push(whole);
            continue;
        }
        for piece in split::from_unit(part) {
            own.push(piece);
            classes.push(if piece == part { whole } else { class(piece) });
        }
    }
    (own, classes)
}

/// Takes country, region and the city before them off the end.
fn take_place(parts: &mut Vec<&str>, found: &mut ParsedAddress) {
    while let Some(&last) = parts.last() {
        // What stands alone is an organisation rather than a place.
        let is_only = parts.len() == 1;
        let Some(place) =
            places::place(last).filter(|place| !is_only || place.before.is_empty() && place.region.is_none())
        else {
            // `Japan, 305-8568`: a postcode behind the country.
            if !is_only && found.country.is_none() && places::without_codes(last).is_empty() && is_before_place(parts) {
                parts.pop();
                continue;
            }
            return;
        };
        match &found.country {
            // `Hong Kong, Peoples R China`, `CA, USA`; a second country is the name of something else.
            Some(known) => {
                let fits = place
                    .country
                    .as_ref()
                    .is_none_or(|new| new.code() == "HK" || new.code() == "MO" || last == "Georgia" || new == known);
                if !fits || is_only {
                    return;
                }
                match place.country {
                    Some(new) if matches!(new.code(), "HK" | "MO") => found.country = Some(new),
                    _ if last == "Georgia" => found.region = found.region.take().or_else(|| Some(last.to_owned())),
                    _ => {}
                }
            }
            None if last == "Georgia" && places::is_american_georgia(parts) => {
                (found.country, found.region) = (Country::parse("US"), Some(last.to_owned()));
            }
            None => found.country = place.country,
        }
        if let Some(region) = place.region {
            found.region.get_or_insert_with(|| region.to_owned());
        }
        parts.pop();
        if !place.before.is_empty() {
            found.city = Some(place.before.to_owned());
            return;
        }
    }
}

fn is_before_place(parts: &[&str]) -> bool {
    parts.len() > 1 && places::place(parts[parts.len() - 2]).is_some()
}

/// The Web of Science puts the organisation first, and shortens words. Where a university stands in full behind a college
/// or a laboratory, the address comes from elsewhere: tables that were merged from several databases.
fn first_part(parts: &[&str], classes: &[Class]) -> Option<(usize, Evidence)> {
    let is_full = |part: &&str| folded_words(part).iter().any(|word| word.len() > 6 && is_university_word(word));
    match classes.first()? {
        Class::Street | Class::Unit => highest(classes),
        Class::WeakUnit if parts.iter().any(is_full) => highest(classes),
        _ => Some((0, Evidence::FirstPart)),
    }
}

/// The first part of the highest class, where that is a class of organisations.
fn highest(classes: &[Class]) -> Option<(usize, Evidence)> {
    let best = *classes.iter().max()?;
    let index = classes.iter().position(|class| *class == best)?;
    (best > Class::Unknown).then_some((index, Evidence::Word))
}

/// The first part that is neither unit nor street; where others follow it, the last of them is a city.
fn remainder(parts: &[&str], classes: &[Class]) -> Option<(usize, Evidence)> {
    let unknown: Vec<usize> = (0..parts.len()).filter(|&at| classes[at] == Class::Unknown).collect();
    let first = *unknown.first()?;
    // `Department of Physics, Seoul`: what is left behind a unit is a city.
    let is_city = unknown.len() == 1 && classes[..first].iter().any(|class| *class < Class::Unknown);
    let has_code = places::without_codes(parts[first]).len() < parts[first].len();
    let is_code = has_code && unknown.len() == 1 && parts[first].split_whitespace().count() > 1;
    let names_place = is_city || is_code;
    (!names_place).then_some((first, Evidence::Remainder))
}

/// The organisation inside its part: without quotes, and in East Asian scripts without the units behind it.
fn organisation(part: &str) -> String {
    let part = part.trim_matches(['"', '“', '”', '.', ' ', ';', ':']);
    if part.is_ascii() { part.to_owned() } else { split::east(part).to_owned() }
}

/// The campus behind the name of a system of universities.
fn campus<'a>(name: &str, part: &'a str) -> Option<&'a str> {
    let words = folded_words(name);
    let words = if words.first().is_some_and(|first| first == "the") { &words[1..] } else { &words[..] };
    let system = words.join(" ");
    let part = places::without_codes(part);
    let is_plain = !part.is_empty() && part.split_whitespace().count() < 4 && class(part) == Class::Unknown;
    (is_plain && SYSTEMS.contains(&system.as_str())).then_some(part)
}

fn units(parts: &[&str], classes: &[Class], organisation: usize) -> Vec<String> {
    let is_unit = |&at: &usize| {
        at != organisation
            && (matches!(classes[at], Class::Unit | Class::WeakUnit)
                || classes[at] > Class::Unknown && at < organisation.wrapping_add(1)
                || classes[at] > Class::Unknown && organisation != usize::MAX)
    };
    (0..parts.len()).filter(is_unit).map(|at| parts[at].to_owned()).collect()
}

/// The last part behind the organisation that no word tells, without its postcode.
fn city(parts: &[&str], classes: &[Class], after: usize) -> Option<String> {
    let unknown = (after..parts.len()).rev().find(|&at| classes[at] == Class::Unknown)?;
    let city = places::without_codes(parts[unknown]);
    (!city.is_empty()).then(|| city.to_owned())
}

/// Whether a text names a university by one of its words; used to choose between an organisation and its parts.
#[must_use]
pub fn names_university(text: &str) -> bool {
    folded_words(text).iter().any(|word| is_university_word(word))
}

/// The country at the end of an address.
#[must_use]
pub(crate) fn end_country(address: &str) -> Option<Country> {
    let text = split::without_marks(split::before_mail(address));
    let mut parts = split::parts(text);
    let mut found = ParsedAddress {
        organisation: None,
        evidence: Evidence::Absent,
        units: Vec::new(),
        city: None,
        region: None,
        country: None,
    };
    take_place(&mut parts, &mut found);
    found.country
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn read(address: &str, grammar: AddressGrammar) -> (String, String, String) {
        let found = parse(address, grammar);
        let country = found.country.map(|country| country.code().to_owned()).unwrap_or_default();
        (found.organisation.unwrap_or_default(), found.city.unwrap_or_default(), country)
    }

    fn want(organisation: &str, city: &str, country: &str) -> (String, String, String) {
        (organisation.to_owned(), city.to_owned(), country.to_owned())
    }

    #[test]
    fn organisations_of_scopus_addresses() {
        for (address, organisation, city, country) in [
            ("Department of Surgery, Univ Northfield, Northfield, Korea", "Univ Northfield", "Northfield", "KR"),
            ("School of Physics, Southgate University, Southgate, Japan", "Southgate University", "Southgate", "JP"),
            ("Dept of Physics, Northfield University, Seoul, South Korea", "Northfield University", "Seoul", "KR"),
            ("Southgate Labs, Boston, MA, United States", "Southgate Labs", "Boston", "US"),
            ("Southgate Electronics Co., Ltd., Suwon, South Korea", "Southgate Electronics Co., Ltd", "Suwon", "KR"),
            ("Northfield University", "Northfield University", "", ""),
            ("Department of CS, Northfield University, Northfield, UK", "Northfield University", "Northfield", "GB"),
            ("Eastport Inc., Tokyo, Japan", "Eastport Inc", "Tokyo", "JP"),
            (
                "Institute of Automation, Chinese Academy of Sciences, Beijing, China",
                "Chinese Academy of Sciences",
                "Beijing",
                "CN",
            ),
            (
                "University of California, Berkeley, CA, United States",
                "University of California, Berkeley",
                "Berkeley",
                "US",
            ),
            ("University of Calder, Eastbay, CA", "University of Calder", "Eastbay", "US"),
            (
                "Chinese University of Hong Kong, Shenzhen, China",
                "Chinese University of Hong Kong, Shenzhen",
                "Shenzhen",
                "CN",
            ),
            (
                "College of Engineering of Northfield National University, Seoul 08826, Republic of Korea",
                "Northfield National University",
                "Seoul",
                "KR",
            ),
            ("Emory Univ, Atlanta, Georgia", "Emory Univ", "Atlanta", "US"),
            ("Tbilisi State University, Tbilisi, Georgia", "Tbilisi State University", "Tbilisi", "GE"),
            ("Massachusetts General Hospital, Boston, MA 02114", "Massachusetts General Hospital", "Boston", "US"),
            (
                "1 Institute Rd, Northfield Polytechnic Institute, Worcester, MA, USA",
                "Northfield Polytechnic Institute",
                "Worcester",
                "US",
            ),
            ("Google, Mountain View, CA, USA", "Google", "Mountain View", "US"),
            ("서울대학교 컴퓨터공학부, 서울, 대한민국", "서울대학교", "서울", "KR"),
            ("清华大学计算机系，北京，中国", "清华大学", "北京", "CN"),
        ] {
            assert_eq!(read(address, AddressGrammar::Scopus), want(organisation, city, country), "{address}");
        }
    }

    #[test]
    fn organisations_of_the_web_of_science() {
        for (address, organisation, city, country) in [
            (
                "[Z, A; L, B] Northfield Univ, Coll Engn, Dept Energy, Seoul 00001, South Korea",
                "Northfield Univ",
                "Seoul",
                "KR",
            ),
            (
                "[Z, A] Westmere Univ Arts & Sci, Coll Chem, Westmere, Peoples R China",
                "Westmere Univ Arts & Sci",
                "Westmere",
                "CN",
            ),
            ("[Roe, B] Southgate Labs Inc, Boston, MA 02115 USA.", "Southgate Labs Inc", "Boston", "US"),
            ("NORTHFIELD UNIV,BOSTON,MA 02115", "NORTHFIELD UNIV", "BOSTON", "US"),
            ("Acad Sinorum, Inst Automat, Beijing, Peoples R China", "Acad Sinorum", "Beijing", "CN"),
            (
                "Harbour Inst Technol, Sch Comp Sci, Hong Kong, Hong Kong, Peoples R China",
                "Harbour Inst Technol",
                "",
                "HK",
            ),
            ("8 Mai 1945 Guelma Univ, Guelma, Algeria", "8 Mai 1945 Guelma Univ", "Guelma", "DZ"),
            // Of Scopus, in a table that was merged with one of the Web of Science.
            (
                "COLLEGE OF ELECTRONIC ENGINEERING, NORTHFIELD LAKE UNIVERSITY, EASTPORT, CHINA",
                "NORTHFIELD LAKE UNIVERSITY",
                "EASTPORT",
                "CN",
            ),
            (
                "Coll Northfield & Mary, Westmere Inst Marine Sci, Westmere, VA USA",
                "Coll Northfield & Mary",
                "Westmere",
                "US",
            ),
        ] {
            assert_eq!(read(address, AddressGrammar::WebOfScience), want(organisation, city, country), "{address}");
        }
    }

    #[test]
    fn organisations_of_pubmed_and_what_is_none() {
        let mail = "1Department of Medicine, Northfield University, Northfield, Japan. Electronic address: a.yun@northfield.ac.jp.";
        assert_eq!(read(mail, AddressGrammar::PubMed), want("Northfield University", "Northfield", "JP"));
        for address in [
            "Independent Researcher, Berlin, Germany",
            "Independent researcher",
            "a.yun@northfield.ac.jp",
            "12345",
            "Department of Physics, Seoul, South Korea",
            "Department of Physics",
            "South Korea",
            "",
            ",",
            "[",
            "[a, b]",
            "(a",
            "((((",
        ] {
            let found = parse(address, AddressGrammar::Generic);
            assert!(
                found.organisation.is_none() || !address.contains(' ') && found.evidence == Evidence::Remainder,
                "{address} {found:?}"
            );
        }
    }

    #[test]
    fn units_are_kept_apart() {
        let found = parse("Dept Law, Fac Arts, Northfield Univ, Inst Peace, Rome, Italy", AddressGrammar::Scopus);
        assert_eq!(found.organisation.as_deref(), Some("Northfield Univ"));
        assert_eq!(found.units, ["Dept Law", "Fac Arts", "Inst Peace"]);
    }
}
