//! What shows that an entry of a list of institutions is a postal address.

use std::borrow::Cow;
use std::ops::Range;

use crate::corpus::country::Country;
use crate::corpus::hashing::FastMap;
use crate::corpus::naming::fold;
use crate::normalize::lists::is_suffix;

/// What an address shows, the clearest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Evidence {
    /// Authors in brackets stand before it: `[Yun, A; Roe, B] Northfield Univ, Seoul, South Korea`.
    Authors,
    /// It names a department and ends in a country.
    UnitAndPlace,
    /// A part of it is a department: `Department of Physics, Northfield University`.
    Unit,
    /// Three parts or more, the last of them a country: `Northfield University, Seoul, South Korea`.
    Place,
}

/// The longest part that may be a country, postcode and region included.
const LONGEST_PLACE: usize = 80;

/// Parts that are remembered at most; more are looked at again.
const REMEMBERED: usize = 1 << 14;

/// Which parts of entries were found to be countries: the last names of lists come again and again.
#[derive(Clone, Debug, Default)]
pub(crate) struct Places(FastMap<String, bool>);

impl Places {
    /// Whether a part is a country, with or without postcode and region.
    fn has(&mut self, part: &str) -> bool {
        if let Some(&known) = self.0.get(part) {
            return known;
        }
        let found = is_place(part);
        if self.0.len() < REMEMBERED {
            self.0.insert(part.to_owned(), found);
        }
        found
    }
}

/// What shows that an entry is an address; `None` for a name. Where commas part the list itself, a department between
/// commas is an entry of its own and shows nothing. O(bytes).
pub(crate) fn evidence(entry: &str, is_comma_list: bool, places: &mut Places) -> Option<Evidence> {
    if author_list(entry).is_some() {
        return Some(Evidence::Authors);
    }
    // A list at commas shows an address by three parts alone.
    if is_comma_list && memchr::memchr_iter(b',', entry.as_bytes()).nth(1).is_none() && !entry.contains('，') {
        return None;
    }
    let parts = || entry.split([',', '，']).map(str::trim).filter(|part| !part.is_empty());
    let last = last_part(entry)?;
    // Of a list at commas the last part alone may tell an address, and it hardly ever does.
    if is_comma_list && !places.has(last) {
        return None;
    }
    parts().nth(1)?;
    // `Acme Co., Ltd., Korea` is a name of two parts.
    let is_placed = places.has(last) && parts().filter(|part| !is_suffix(part)).nth(2).is_some();
    let has_unit = !is_comma_list && parts().any(is_unit);
    match (has_unit, is_placed) {
        (true, true) => Some(Evidence::UnitAndPlace),
        (true, false) => Some(Evidence::Unit),
        (false, true) => Some(Evidence::Place),
        (false, false) => None,
    }
}

/// What stands behind the last comma that anything stands behind.
fn last_part(entry: &str) -> Option<&str> {
    if entry.is_ascii() {
        let entry = entry.trim_end_matches(|letter: char| letter == ',' || letter.is_whitespace());
        let start = memchr::memrchr(b',', entry.as_bytes()).map_or(0, |comma| comma + 1);
        return Some(entry[start..].trim()).filter(|part| !part.is_empty());
    }
    entry.split([',', '，']).map(str::trim).rfind(|part| !part.is_empty())
}

/// The bracket with authors that an entry starts with, as WoS writes it, when something stands after it.
pub(crate) fn author_list(entry: &str) -> Option<Range<usize>> {
    let start = entry.len() - entry.trim_start().len();
    let inner = entry[start..].strip_prefix('[')?;
    let length = inner.find(']')?;
    let end = start + length + 2;
    let authors = &inner[..length];
    let has_authors = authors.contains([',', ';']) && authors.contains(char::is_alphabetic) && !authors.contains('[');
    (has_authors && !entry[end..].trim().is_empty()).then_some(start..end)
}

/// Where the entries of a cell lie: parted at `mark`, but not within a bracket of authors.
pub(crate) fn entries<'c>(cell: &'c str, mark: &'c str) -> impl Iterator<Item = Range<usize>> + 'c {
    let mut next = Some(0);
    std::iter::from_fn(move || {
        let start = next?;
        let rest = &cell[start..];
        let skipped = author_list(rest).map_or(0, |authors| authors.end);
        let found = match mark.as_bytes() {
            [byte] => memchr::memchr(*byte, &rest.as_bytes()[skipped..]),
            _ => rest[skipped..].find(mark),
        };
        let found = found.map(|at| start + skipped + at);
        next = found.map(|end| end + mark.len());
        Some(start..found.unwrap_or(cell.len()))
    })
}

/// The cell without the authors that stand in brackets before its addresses: they are no institutions.
pub(crate) fn without_authors(cell: Cow<'_, str>) -> Cow<'_, str> {
    if !cell.contains('[') || entries(&cell, ";").all(|entry| author_list(&cell[entry]).is_none()) {
        return cell;
    }
    let bare = entries(&cell, ";").map(|entry| {
        let entry = &cell[entry];
        author_list(entry).map_or(entry, |authors| entry[authors.end..].trim_start())
    });
    Cow::Owned(bare.collect::<Vec<_>>().join(";"))
}

/// Whether a part is a country, with or without postcode and region: `South Korea`, `Seoul 08826, South Korea`,
/// `MA 02139 USA`, `MA 02139`.
pub(crate) fn is_place(part: &str) -> bool {
    let part = before_mail(part).trim_end_matches(['.', ' ', ';']);
    if part.is_empty() || part.len() > LONGEST_PLACE {
        return false;
    }
    let has_digit = |word: &&str| word.bytes().any(|byte| byte.is_ascii_digit());
    let all: Vec<&str> = part.split_whitespace().collect();
    let words: Vec<&str> = all.iter().copied().filter(|word| !has_digit(word)).collect();
    // `08826 South Korea`, `United Kingdom SW7`, `Seoul 08826 South Korea`.
    let behind = all.iter().rposition(has_digit).map_or(&[][..], |code| &all[code + 1..]);
    let is_named = |words: &[&str]| !words.is_empty() && is_country(&fold(&words.concat()));
    if is_named(&words) || is_named(behind) {
        return true;
    }
    match words.as_slice() {
        &[state] if is_state(state) => true,
        // `Boston USA`, `MA 02139 USA`: the United States stand behind a region without a comma in WoS.
        [.., last] if words.len() <= 4 => matches!(fold(last).as_str(), "usa" | "chinamainland"),
        _ => false,
    }
}

/// PubMed writes an address for letters behind the country.
fn before_mail(part: &str) -> &str {
    if !part.contains('@') {
        return part;
    }
    let lower = part.to_ascii_lowercase();
    let starts = ["electronic address", "e-mail", "email"].iter().filter_map(|word| lower.find(word));
    let at = starts.min().or_else(|| part.find('@').and_then(|at| part[..at].rfind(' ')));
    part[..at.unwrap_or(0)].trim_end()
}

/// Countries as addresses write them and registers do not.
const COUNTRIES: [&str; 62] = [
    "algérie",
    "belgique",
    "belgië",
    "bosniaherceg",
    "brasil",
    "britain",
    "brésil",
    "centafrrepubl",
    "czechoslovakia",
    "danmark",
    "demrepcongo",
    "deutschland",
    "england",
    "equatguinea",
    "españa",
    "fedrepger",
    "frguiana",
    "frpolynesia",
    "gerdemrep",
    "greatbritain",
    "holland",
    "italia",
    "koreasouth",
    "magyarország",
    "mainlandchina",
    "maroc",
    "mejico",
    "méjico",
    "méxico",
    "netherlandsantilles",
    "norge",
    "northernireland",
    "northireland",
    "papuanguinea",
    "peoplesrchina",
    "perú",
    "polska",
    "prchina",
    "rchina",
    "republicofgeorgia",
    "republicofireland",
    "saotomeeprin",
    "schweiz",
    "scotland",
    "serbiamonteneg",
    "suisse",
    "suomi",
    "sverige",
    "trinidtobago",
    "tunisie",
    "turkiye",
    "türkiye",
    "uarabemirates",
    "ussr",
    "wales",
    "westgermany",
    "yugoslavia",
    "österreich",
    "中国",
    "中國",
    "日本",
    "韩国",
];

/// Short forms; other codes of two and three letters are names of institutions as well (`AI`, `CHE`).
const SHORT: [&str; 7] = ["prc", "roc", "rok", "uae", "uk", "us", "usa"];

fn is_country(key: &str) -> bool {
    if key.is_ascii() && key.len() < 4 {
        return SHORT.contains(&key);
    }
    COUNTRIES.contains(&key) || Country::parse(key).is_some()
}

/// States of the United States and provinces of Canada.
const STATES: &str = " AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND \
    OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC PR AB BC MB NB NL NS ON PE QC SK ";

fn is_state(word: &str) -> bool {
    word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_uppercase()) && STATES.contains(&format!(" {word} "))
}

/// First words of departments in the languages of addresses.
const UNITS: [&str; 27] = [
    "abteilung",
    "coll",
    "dep",
    "departamento",
    "departement",
    "département",
    "department",
    "departments",
    "depto",
    "dept",
    "depts",
    "dipartimento",
    "div",
    "division",
    "fac",
    "facoltà",
    "facultad",
    "faculdade",
    "faculteit",
    "faculty",
    "faculté",
    "fakultät",
    "lehrstuhl",
    "sch",
    "sect",
    "subdivision",
    "ufr",
];

/// First words that begin names of institutions too; with "of" or "for" behind them they begin departments.
const UNITS_OF: [&str; 8] = ["chair", "college", "lab", "laboratory", "school", "schools", "section", "unit"];

/// Ends of departments in Korean.
const UNITS_KO: [&str; 6] = ["학과", "학부", "교실", "과대학", "연구실", "전공"];

/// Whether a part of an address is a department.
fn is_unit(part: &str) -> bool {
    let mut words = part.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let Some(first) = words.next().map(str::to_lowercase) else { return false };
    let second = words.next().map(str::to_lowercase).unwrap_or_default();
    UNITS.contains(&first.as_str())
        || UNITS_OF.contains(&first.as_str()) && matches!(second.as_str(), "of" | "for")
        || first == "graduate" && second == "school"
        || UNITS_KO.iter().any(|end| part.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_are_known_as_addresses_write_them() {
        for part in [
            "Korea",
            "South Korea",
            "South Korea.",
            "Republic of Korea",
            "Korea (Republic of)",
            "Korea (South)",
            "Seoul 08826 대한민국",
            "한국",
            "08826 South Korea",
            "Peoples R China",
            "P.R. China",
            "PR China",
            "China)",
            "Taiwan",
            "Hong Kong",
            "USA",
            "U.S.A.",
            "United States",
            "United States of America",
            "MA 02139 USA",
            "MA USA",
            "Boston USA",
            "MA 02139",
            "MA",
            "England",
            "Scotland",
            "North Ireland",
            "UK",
            "United Kingdom",
            "U Arab Emirates",
            "United Arab Emirates",
            "Viet Nam",
            "Vietnam",
            "Russia",
            "Russian Federation",
            "Turkey",
            "Turkiye",
            "Türkiye",
            "Czech Republic",
            "Iran",
            "The Netherlands",
            "Netherlands",
            "Bosnia & Herceg",
            "Côte d'Ivoire",
            "Papua N Guinea",
            "Deutschland",
            "Brasil",
            "México",
            "España",
            "Japan. Electronic address: a.yun@northfield.ac.jp",
            "Japan a.yun@northfield.ac.jp",
        ] {
            assert!(is_place(part), "{part}");
        }
        for part in ["AI", "Inc", "Ltd.", "Berkeley", "Republic of", "Labour and Welfare", "KAIST", "", "02139", "NEC"]
        {
            assert!(!is_place(part), "{part}");
        }
    }

    #[test]
    fn addresses_are_told_from_names() {
        use Evidence::{Authors, Place, Unit, UnitAndPlace};
        let mut places = Places::default();
        for (entry, found) in [
            ("[Z, A; L, B] Northfield Univ, Coll Engn, Seoul 00001, South Korea", Some(Authors)),
            ("[주]네이버", None),
            ("[No Affiliation Available]", None),
            ("Department of Surgery, Univ Northfield, Northfield, Korea", Some(UnitAndPlace)),
            ("University of Northfield,Department of CS,UK", Some(UnitAndPlace)),
            ("Northfield Univ, Dept Phys", Some(Unit)),
            ("서울대학교, 컴퓨터공학부", Some(Unit)),
            ("Eastport Inc., Tokyo, Japan", Some(Place)),
            ("Samsung Electronics Co., Ltd., Suwon, South Korea", Some(Place)),
            ("NORTHFIELD UNIV,BOSTON,MA 02115", Some(Place)),
            ("Acme Co., Ltd., Korea", None),
            ("University of Washington, USA", None),
            ("University of California, Berkeley", None),
            ("Korea, Republic of", None),
            ("School of Oriental and African Studies", None),
            ("Department of Energy", None),
            ("Google, Stanford University, KAIST", None),
            ("Pfizer (United States)", None),
            ("CNRS - Institute for Engineering & Systems Sciences (INSIS)", None),
        ] {
            assert_eq!(evidence(entry, false, &mut places), found, "{entry}");
        }
        assert_eq!(evidence("Google,School of Law,KAIST", true, &mut places), None);
    }

    #[test]
    fn entries_end_outside_of_brackets_of_authors() {
        let cell = "[Yun, A; Roe, B] Northfield Univ, Seoul; [Roe, B] Southgate Labs; Eastport";
        let found: Vec<&str> = entries(cell, ";").map(|entry| &cell[entry]).collect();
        assert_eq!(found.len(), 3);
        assert_eq!(without_authors(Cow::Borrowed(cell)), "Northfield Univ, Seoul;Southgate Labs; Eastport");
        let plain = Cow::Borrowed("[주]네이버; KAIST");
        assert!(matches!(without_authors(plain), Cow::Borrowed(_)));
        for odd in ["[", "[;", ";;[a,b]", "[a, b] ", "[[a,b] c] d;", "a;[b;c"] {
            assert_eq!(without_authors(Cow::Borrowed(odd)), odd);
        }
    }
}
