//! Countries, regions and postcodes as parts of an address.
//!
//! A country is only ever a whole part of an address, never a text inside one: “Hôpital de France” and “Indiana” name none.
//! Codes of two letters are no countries, for they are states of the United States and names of institutions as well.

use std::sync::OnceLock;

use crate::corpus::country::Country;
use crate::corpus::hashing::FastMap;
use crate::corpus::naming::fold;

/// A part of an address that ends it: country, region (code or name) and what stands before them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Place<'a> {
    pub(super) country: Option<Country>,
    pub(super) region: Option<&'a str>,
    /// Words before region, postcode and country: a city, as a rule.
    pub(super) before: &'a str,
}

/// Longest part that may be a country, in bytes.
const LONGEST: usize = 80;

/// Folded names of countries in addresses that registers of countries do not have. Abbreviations: Web of Science;
/// endonyms: languages of addresses.
const WRITTEN: [(&str, &str); 123] = [
    ("algérie", "DZ"),
    ("antiguabarbu", "AG"),
    ("belgique", "BE"),
    ("belgië", "BE"),
    ("belgium", "BE"),
    ("bolivariarepublicofvenezuela", "VE"),
    ("bosniaherceg", "BA"),
    ("bosniaherzegovina", "BA"),
    ("brasil", "BR"),
    ("britain", "GB"),
    ("brésil", "BR"),
    ("burma", "MM"),
    ("capeverde", "CV"),
    ("centafrrepubl", "CF"),
    ("chinamainland", "CN"),
    ("chinapeoplesrepublicof", "CN"),
    ("congobrazzaville", "CG"),
    ("congokinshasa", "CD"),
    ("cotedivoire", "CI"),
    ("coteivoire", "CI"),
    ("curacao", "CW"),
    ("danmark", "DK"),
    ("democraticpeoplesrepublicofkorea", "KP"),
    ("democraticrepubliccongo", "CD"),
    ("demrepcongo", "CD"),
    ("deutschland", "DE"),
    ("dominicanrep", "DO"),
    ("dprkorea", "KP"),
    ("drcongo", "CD"),
    ("easttimor", "TL"),
    ("eire", "IE"),
    ("england", "GB"),
    ("equatguinea", "GQ"),
    ("españa", "ES"),
    ("fedrepger", "DE"),
    ("frguiana", "GF"),
    ("frpolynesia", "PF"),
    ("fyrom", "MK"),
    ("gerdemrep", "DE"),
    ("greatbritain", "GB"),
    ("hellas", "GR"),
    ("holland", "NL"),
    ("holysee", "VA"),
    ("hongkongchina", "HK"),
    ("hongkongsarchina", "HK"),
    ("hongkongsar", "HK"),
    ("iranislamicrepublicof", "IR"),
    ("islamicrepublicofiran", "IR"),
    ("italia", "IT"),
    ("italie", "IT"),
    ("ivorycoast", "CI"),
    ("koreasouth", "KR"),
    ("laopdr", "LA"),
    ("lietuva", "LT"),
    ("macao", "MO"),
    ("macau", "MO"),
    ("magyarország", "HU"),
    ("mainlandchina", "CN"),
    ("maroc", "MA"),
    ("mejico", "MX"),
    ("mexico", "MX"),
    ("micronesiafedstatesof", "FM"),
    ("moldovarepublicof", "MD"),
    ("méjico", "MX"),
    ("méxico", "MX"),
    ("nederland", "NL"),
    ("netherlandsantilles", "CW"),
    ("norge", "NO"),
    ("northernireland", "GB"),
    ("northireland", "GB"),
    ("northmacedonia", "MK"),
    ("occupiedpalestinianterritory", "PS"),
    ("palestinianterritory", "PS"),
    ("panamá", "PA"),
    ("papuanguinea", "PG"),
    ("peoplesrchina", "CN"),
    ("perú", "PE"),
    ("plurinationalstateofbolivia", "BO"),
    ("polska", "PL"),
    ("prchina", "CN"),
    ("rchina", "CN"),
    ("repcongo", "CG"),
    ("republicofgeorgia", "GE"),
    ("republicofireland", "IE"),
    ("republicofmacedonia", "MK"),
    ("republicofmoldova", "MD"),
    ("republicofsingapore", "SG"),
    ("republicofchina", "TW"),
    ("repofgeorgia", "GE"),
    ("roc", "TW"),
    ("reunion", "RE"),
    ("rok", "KR"),
    ("románia", "RO"),
    ("românia", "RO"),
    ("saintkittsnevi", "KN"),
    ("saotomeeprin", "ST"),
    ("schweiz", "CH"),
    ("scotland", "GB"),
    ("slovakrepublic", "SK"),
    ("slovensko", "SK"),
    ("stvincent", "VC"),
    ("suisse", "CH"),
    ("suomi", "FI"),
    ("sverige", "SE"),
    ("swaziland", "SZ"),
    ("svizzera", "CH"),
    ("syrianarabrepublic", "SY"),
    ("taiwanroc", "TW"),
    ("trinidtobago", "TT"),
    ("tunisie", "TN"),
    ("turkiye", "TR"),
    ("türkiye", "TR"),
    ("uarabemirates", "AE"),
    ("unitedrepublicoftanzania", "TZ"),
    ("vietnam", "VN"),
    ("wales", "GB"),
    ("westbank", "PS"),
    ("westgermany", "DE"),
    ("zaire", "CD"),
    ("česko", "CZ"),
    ("österreich", "AT"),
    ("éire", "IE"),
    ("россия", "RU"),
];

/// The same in East Asian scripts.
const WRITTEN_EAST: [(&str, &str); 12] = [
    ("中国", "CN"),
    ("中國", "CN"),
    ("中华人民共和国", "CN"),
    ("香港", "HK"),
    ("台湾", "TW"),
    ("臺灣", "TW"),
    ("台灣", "TW"),
    ("日本", "JP"),
    ("韩国", "KR"),
    ("韓国", "KR"),
    ("韓國", "KR"),
    ("大韓民国", "KR"),
];

/// Historic states whose name fits no country of today: never filled in.
const OPEN: [&str; 5] = ["czechoslovakia", "yugoslavia", "serbiamonteneg", "serbiaandmontenegro", "ussr"];

/// Short forms; other codes of two and three letters are names of institutions as well (`AI`, `CHE`).
const SHORT: [(&str, &str); 9] = [
    ("prc", "CN"),
    ("roc", "TW"),
    ("rok", "KR"),
    ("uae", "AE"),
    ("uk", "GB"),
    ("us", "US"),
    ("usa", "US"),
    ("ksa", "SA"),
    ("drc", "CD"),
];

/// States of the United States: code and folded name.
const STATES: [(&str, &str); 51] = [
    ("AL", "alabama"),
    ("AK", "alaska"),
    ("AZ", "arizona"),
    ("AR", "arkansas"),
    ("CA", "california"),
    ("CO", "colorado"),
    ("CT", "connecticut"),
    ("DE", "delaware"),
    ("FL", "florida"),
    ("GA", "georgia"),
    ("HI", "hawaii"),
    ("ID", "idaho"),
    ("IL", "illinois"),
    ("IN", "indiana"),
    ("IA", "iowa"),
    ("KS", "kansas"),
    ("KY", "kentucky"),
    ("LA", "louisiana"),
    ("ME", "maine"),
    ("MD", "maryland"),
    ("MA", "massachusetts"),
    ("MI", "michigan"),
    ("MN", "minnesota"),
    ("MS", "mississippi"),
    ("MO", "missouri"),
    ("MT", "montana"),
    ("NE", "nebraska"),
    ("NV", "nevada"),
    ("NH", "newhampshire"),
    ("NJ", "newjersey"),
    ("NM", "newmexico"),
    ("NY", "newyork"),
    ("NC", "northcarolina"),
    ("ND", "northdakota"),
    ("OH", "ohio"),
    ("OK", "oklahoma"),
    ("OR", "oregon"),
    ("PA", "pennsylvania"),
    ("RI", "rhodeisland"),
    ("SC", "southcarolina"),
    ("SD", "southdakota"),
    ("TN", "tennessee"),
    ("TX", "texas"),
    ("UT", "utah"),
    ("VT", "vermont"),
    ("VA", "virginia"),
    ("WA", "washington"),
    ("WV", "westvirginia"),
    ("WI", "wisconsin"),
    ("WY", "wyoming"),
    ("DC", "districtofcolumbia"),
];

/// Provinces of Canada: code and folded name.
const PROVINCES: [(&str, &str); 10] = [
    ("AB", "alberta"),
    ("BC", "britishcolumbia"),
    ("MB", "manitoba"),
    ("NB", "newbrunswick"),
    ("", "newfoundlandandlabrador"),
    ("NS", "novascotia"),
    ("ON", "ontario"),
    ("PE", "princeedwardisland"),
    ("QC", "quebec"),
    ("SK", "saskatchewan"),
];

/// Cities of the American Georgia; beside them the name is that of the state.
const CITIES_OF_GEORGIA: [&str; 10] = [
    "athens",
    "atlanta",
    "augusta",
    "carrollton",
    "decatur",
    "kennesaw",
    "macon",
    "marietta",
    "savannah",
    "statesboro",
];

fn written() -> &'static FastMap<&'static str, &'static str> {
    static NAMES: OnceLock<FastMap<&'static str, &'static str>> = OnceLock::new();
    NAMES.get_or_init(|| WRITTEN.into_iter().chain(WRITTEN_EAST).collect())
}

/// The country that a whole part of an address names. Historic states give none.
#[must_use]
pub fn country(part: &str) -> Option<Country> {
    let key = fold(part);
    let key = key.strip_prefix("the").filter(|rest| rest.len() > 3 && part.len() > rest.len() + 3).unwrap_or(&key);
    if key.is_ascii() && key.len() < 4 {
        let code = SHORT.iter().find(|(short, _)| *short == key)?.1;
        return Country::parse(code);
    }
    if OPEN.contains(&key) {
        return None;
    }
    match written().get(key) {
        Some(code) => Country::parse(code),
        None => Country::parse(key),
    }
}

/// Whether a whole part names a state that no longer exists.
pub(super) fn is_historic(part: &str) -> bool {
    OPEN.contains(&fold(part).as_str())
}

/// The country of a region, by its code in capitals or its name.
pub(super) fn country_of_region(part: &str) -> Option<Country> {
    let (key, is_code) = (fold(part), part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_uppercase()));
    let is = |&(code, name): &(&str, &str)| if is_code { code == part } else { name == key };
    if STATES.iter().any(is) || part == "PR" {
        return Country::parse(if part == "PR" { "PR" } else { "US" });
    }
    PROVINCES.iter().any(is).then(|| Country::parse("CA")).flatten()
}

/// Reads a part as the end of an address: `South Korea`, `Seoul 08826, South Korea`, `MA 02139 USA`, `MA 02139`.
/// `None` where it names neither country nor region. O(bytes).
pub(super) fn place(part: &str) -> Option<Place<'_>> {
    if part.is_empty() || part.len() > LONGEST {
        return None;
    }
    if let Some(country) = country(part) {
        return Some(Place { country: Some(country), ..Place::default() });
    }
    if is_historic(part) {
        return Some(Place::default());
    }
    if let Some(country) = country_of_region(part) {
        return Some(Place { country: Some(country), region: Some(part), before: "" });
    }
    behind_words(part)
}

/// A country or region behind a city or a postcode without a comma.
fn behind_words(part: &str) -> Option<Place<'_>> {
    let words: Vec<(usize, &str)> = words(part);
    let code = words.iter().rposition(|(_, word)| is_code(word));
    // `08826 South Korea`, `Seoul 08826 South Korea`, and `South Korea 08826`.
    if let Some(code) = code {
        let behind = words.get(code + 1).map_or("", |&(at, _)| &part[at..]);
        let before = words_before(part, &words[..code]);
        if let Some(country) = country(behind) {
            let region = before.1.filter(|region| country_of_region(region).is_some());
            return Some(Place {
                country: Some(country),
                region,
                before: if region.is_some() { before.0 } else { before.2 },
            });
        }
        if behind.is_empty() {
            if let Some(country) = country(before.2) {
                return Some(Place { country: Some(country), region: None, before: "" });
            }
            // `MA 02139`, `Boston MA 02139`.
            let region = before.1?;
            let country = (region.len() == 2).then(|| country_of_region(region)).flatten()?;
            return Some(Place { country: Some(country), region: Some(region), before: before.0 });
        }
    }
    // `Boston MA USA`, `Boston USA`, `MA USA`: the Web of Science sets no comma before the United States.
    let (&(at, last), rest) = words.split_last()?;
    if rest.is_empty() || words.len() > 5 || !matches!(fold(last).as_str(), "usa") {
        return None;
    }
    let (city, region) = match rest.split_last() {
        Some((&(start, region), _)) if country_of_region(region).is_some() => (part[..start].trim(), Some(region)),
        _ => (part[..at].trim(), None),
    };
    Some(Place { country: Country::parse("US"), region, before: city })
}

/// The words before a postcode: all but the last, the last, all.
fn words_before<'a>(part: &'a str, words: &[(usize, &'a str)]) -> (&'a str, Option<&'a str>, &'a str) {
    let words = &words[..words.iter().rposition(|(_, word)| !is_code(word)).map_or(0, |at| at + 1)];
    let Some((&(at, last), rest)) = words.split_last() else { return ("", None, "") };
    let start = rest.iter().find(|(_, word)| !is_code(word)).map_or(at, |&(start, _)| start);
    (part[start.min(at)..at].trim(), Some(last), &part[start..at + last.len()])
}

/// Words with their offsets.
pub(super) fn words(text: &str) -> Vec<(usize, &str)> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, letter) in text.char_indices() {
        match (letter.is_whitespace(), start) {
            (true, Some(from)) => {
                words.push((from, &text[from..at]));
                start = None;
            }
            (false, None) => start = Some(at),
            _ => {}
        }
    }
    if let Some(from) = start {
        words.push((from, &text[from..]));
    }
    words
}

/// Whether a word is a postcode or a part of one.
pub(super) fn is_code(word: &str) -> bool {
    word.bytes().any(|byte| byte.is_ascii_digit()) || matches!(word, "-" | "–")
}

/// A part without its postcodes: `Seoul 08826` → `Seoul`, `D-80333 München` → `München`.
pub(super) fn without_codes(part: &str) -> &str {
    let words = words(part);
    let first = words.iter().position(|(_, word)| !is_code(word));
    let last = words.iter().rposition(|(_, word)| !is_code(word));
    match (first, last) {
        (Some(first), Some(last)) => {
            let (start, (at, word)) = (words[first].0, words[last]);
            part[start..at + word.len()].trim_matches([' ', '-', '.'])
        }
        _ => "",
    }
}

/// Whether “Georgia” is the state: another part names one of its cities, or its code.
pub(super) fn is_american_georgia(parts: &[&str]) -> bool {
    parts.iter().any(|part| {
        let words = words(part);
        words.iter().any(|(_, word)| *word == "GA") || CITIES_OF_GEORGIA.contains(&fold(without_codes(part)).as_str())
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn code(part: &str) -> Option<String> {
        country(part).map(|country| country.code().to_owned())
    }

    #[test]
    fn countries_as_addresses_write_them() {
        for (part, want) in [
            ("Peoples R China", "CN"),
            ("P.R. China", "CN"),
            ("PRC", "CN"),
            ("中国", "CN"),
            ("중국", "CN"),
            ("Republic of China", "TW"),
            ("Taiwan (Province of China)", "TW"),
            ("R.O.C.", "TW"),
            ("Hong Kong (SAR, China)", "HK"),
            ("Macau", "MO"),
            ("Scotland", "GB"),
            ("North Ireland", "GB"),
            ("Eire", "IE"),
            ("Republic of Korea", "KR"),
            ("Korea (South)", "KR"),
            ("대한민국", "KR"),
            ("ROK", "KR"),
            ("DPR Korea", "KP"),
            ("Turkiye", "TR"),
            ("Türkiye", "TR"),
            ("U.S.A.", "US"),
            ("The United States", "US"),
            ("Russian Federation", "RU"),
            ("Viet Nam", "VN"),
            ("Viet-Nam", "VN"),
            ("Iran (Islamic Republic of)", "IR"),
            ("Syrian Arab Republic", "SY"),
            ("Czech Republic", "CZ"),
            ("Slovak Republic", "SK"),
            ("Fed Rep Ger", "DE"),
            ("Bosnia & Herceg", "BA"),
            ("FYROM", "MK"),
            ("Moldova, Republic of", "MD"),
            ("Cote Ivoire", "CI"),
            ("Côte d'Ivoire", "CI"),
            ("Congo", "CG"),
            ("DR Congo", "CD"),
            ("Zaire", "CD"),
            ("Niger", "NE"),
            ("Nigeria", "NG"),
            ("Guinea", "GN"),
            ("Guinea-Bissau", "GW"),
            ("Equat Guinea", "GQ"),
            ("Papua N Guinea", "PG"),
            ("South Sudan", "SS"),
            ("Sudan", "SD"),
            ("Swaziland", "SZ"),
            ("Cabo Verde", "CV"),
            ("United Republic of Tanzania", "TZ"),
            ("U Arab Emirates", "AE"),
            ("Palestine", "PS"),
            ("Laos", "LA"),
            ("Brunei Darussalam", "BN"),
            ("Burma", "MM"),
            ("Timor-Leste", "TL"),
            ("Fr Polynesia", "PF"),
            ("Trinid & Tobago", "TT"),
            ("St Vincent", "VC"),
            ("Dominican Rep", "DO"),
            ("Dominica", "DM"),
            ("Brasil", "BR"),
            ("Méjico", "MX"),
            ("The Netherlands", "NL"),
            ("Holland", "NL"),
            ("España", "ES"),
            ("Österreich", "AT"),
            ("Suisse", "CH"),
            ("Polska", "PL"),
            ("Jersey", "JE"),
            ("Kosovo", "XK"),
            ("Thailand", "TH"),
            ("Reunion", "RE"),
        ] {
            assert_eq!(code(part).as_deref(), Some(want), "{part}");
        }
        for part in ["Indiana", "New England", "AI", "NA", "CO", "Yugoslavia", "Theland", "", "Hôpital de France"] {
            assert_eq!(code(part), None, "{part}");
        }
    }

    #[test]
    fn ends_of_addresses() {
        let of = |part| {
            place(part).map(|place| {
                (
                    place.country.map(|one| one.code().to_owned()).unwrap_or_default(),
                    place.region.unwrap_or(""),
                    place.before,
                )
            })
        };
        let want =
            |country: &str, region: &'static str, before: &'static str| Some((country.to_owned(), region, before));
        assert_eq!(of("MA 02139 USA"), want("US", "MA", ""));
        assert_eq!(of("Boston MA 02139 USA"), want("US", "MA", "Boston"));
        assert_eq!(of("Boston USA"), want("US", "", "Boston"));
        assert_eq!(of("MA 02139"), want("US", "MA", ""));
        assert_eq!(of("MA"), want("US", "MA", ""));
        assert_eq!(of("Ontario"), want("CA", "Ontario", ""));
        assert_eq!(of("Seoul 08826 South Korea"), want("KR", "", "Seoul"));
        assert_eq!(of("United Kingdom SW7 2AZ"), want("GB", "", ""));
        assert_eq!(of("Yugoslavia"), want("", "", ""));
        assert_eq!(of("Seoul 08826"), None);
        assert_eq!(of("KAIST"), None);
    }
}
