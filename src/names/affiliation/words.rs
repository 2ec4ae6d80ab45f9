//! Words that tell organisations from their units, streets and persons without one, in the languages of addresses.
//!
//! Source of the units and organisations: address abbreviations of the Web of Science, and the words of 150,000 names in
//! the registry ROR.

use unicode_normalization::UnicodeNormalization;

/// What a part of an address is, the surest organisation last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Class {
    /// House number, street, post box, postcode.
    Street,
    /// Department, faculty, division, chair.
    Unit,
    /// School of …, college of …, laboratory of …: a unit, as a rule.
    WeakUnit,
    /// No word tells.
    Unknown,
    /// A named school, laboratory or group.
    Group,
    /// Institute, centre, service.
    Institute,
    /// Hospital, academy, council, ministry, museum, company.
    Body,
    /// University, college, institute of technology.
    University,
}

/// Lower-cased words without diacritics; apostrophes join.
pub(super) fn folded_words(part: &str) -> Vec<String> {
    if part.is_ascii() {
        return ascii_words(part);
    }
    let letters = part.nfkd().filter(|ch| !matches!(ch, '\u{300}'..='\u{36F}' | '\'' | '’' | '‘' | '`' | '´'));
    let text: String = letters.flat_map(char::to_lowercase).nfc().collect();
    text.split(|ch: char| !ch.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The same without Unicode tables: most addresses are plain.
fn ascii_words(part: &str) -> Vec<String> {
    let mut words = Vec::with_capacity(6);
    let mut word = String::new();
    for byte in part.bytes() {
        match byte {
            b'\'' | b'`' => {}
            _ if byte.is_ascii_alphanumeric() => word.push(char::from(byte.to_ascii_lowercase())),
            _ if word.is_empty() => {}
            _ => words.push(std::mem::take(&mut word)),
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

/// First words of departments.
const UNITS: [&str; 42] = [
    "abteilung",
    "arbeitsgruppe",
    "arbeitskreis",
    "catedra",
    "chair",
    "cattedra",
    "dep",
    "departament",
    "departamento",
    "departement",
    "department",
    "departments",
    "depto",
    "dept",
    "depts",
    "dipartimento",
    "dipartimenti",
    "div",
    "division",
    "divisione",
    "fac",
    "fachbereich",
    "fachgebiet",
    "facolta",
    "facultad",
    "facultat",
    "faculdade",
    "faculte",
    "faculteit",
    "faculty",
    "faculties",
    "fakultat",
    "fakulteta",
    "kafedra",
    "katedra",
    "lehrstuhl",
    "sect",
    "section",
    "seccion",
    "subdivision",
    "ufr",
    "vakgroep",
];

/// First words that begin names of institutions too; with “of”, “for” or “in” behind them they begin units.
const UNITS_OF: [&str; 28] = [
    "chair",
    "clinic",
    "coll",
    "college",
    "colleges",
    "discipline",
    "escuela",
    "graduate",
    "group",
    "grp",
    "lab",
    "labs",
    "laboratoire",
    "laboratories",
    "laboratory",
    "laboratorio",
    "office",
    "postgraduate",
    "program",
    "programme",
    "project",
    "research",
    "sch",
    "school",
    "schools",
    "scuola",
    "unit",
    "unidad",
];

/// First words of units in abbreviated addresses, whatever follows.
const UNITS_SHORT: [&str; 4] = ["coll", "sch", "lab", "ctr"];

/// Words behind a first word that make it a unit.
const OF: [&str; 16] =
    ["of", "for", "in", "de", "des", "du", "di", "der", "fur", "del", "dei", "d", "da", "do", "voor", "on"];

/// Ends of units in Korean, Japanese and Chinese.
const UNITS_EAST: [&str; 24] = [
    "학과",
    "학부",
    "교실",
    "과대학",
    "연구실",
    "전공",
    "대학원",
    "사업단",
    "본부",
    "센터",
    "단과대학",
    "지사",
    "본사",
    "팀",
    "学部",
    "学科",
    "研究科",
    "研究室",
    "专业",
    "教研室",
    "系",
    "講座",
    "実験室",
    "实验室",
];

/// Stems at the beginning of words of universities.
const UNIVERSITY_STEMS: [&str; 10] = [
    "univ",
    "uniwers",
    "unibertsit",
    "politec",
    "politekn",
    "politech",
    "politehn",
    "polytech",
    "egyetem",
    "yliopisto",
];

const UNIVERSITY_WORDS: [&str; 22] = [
    "coll",
    "college",
    "collegium",
    "collegio",
    "colegio",
    "ecole",
    "escola",
    "escuela",
    "eth",
    "epfl",
    "faculdades",
    "fachhochschule",
    "hochschule",
    "hogeschool",
    "hoegskola",
    "hogskola",
    "hogskole",
    "hoyskole",
    "insa",
    "mit",
    "scuola",
    "sveuciliste",
];

const UNIVERSITY_EAST: [&str; 6] = ["대학교", "과학기술원", "大学", "大學", "学院", "學院"];

/// Words of bodies that are neither university nor institute.
const BODY_WORDS: [&str; 74] = [
    "acad",
    "academia",
    "academic",
    "academie",
    "academies",
    "academy",
    "accademia",
    "administration",
    "agence",
    "agencia",
    "agency",
    "agenzia",
    "akademie",
    "akademia",
    "association",
    "asociacion",
    "authority",
    "bank",
    "bureau",
    "chu",
    "chru",
    "clinica",
    "clinics",
    "cnr",
    "cnrs",
    "commission",
    "commissariat",
    "consejo",
    "consiglio",
    "council",
    "csic",
    "federation",
    "fondation",
    "fondazione",
    "forschungszentrum",
    "foundation",
    "fundacao",
    "fundacion",
    "fdn",
    "gesellschaft",
    "gmbh",
    "hop",
    "hopital",
    "hopitaux",
    "hosp",
    "hospices",
    "hospital",
    "hospitals",
    "hospitalier",
    "infirmary",
    "inserm",
    "inra",
    "inrae",
    "inria",
    "irccs",
    "klinik",
    "kliniken",
    "klinikum",
    "krankenhaus",
    "minist",
    "ministerio",
    "ministero",
    "ministry",
    "museo",
    "museum",
    "mus",
    "observatory",
    "observatoire",
    "organisation",
    "organization",
    "ospedale",
    "policlinico",
    "sanatorium",
    "society",
];

const BODY_EAST: [&str; 14] = [
    "병원",
    "의료원",
    "연구원",
    "공사",
    "공단",
    "재단",
    "협회",
    "학회",
    "病院",
    "医院",
    "公司",
    "株式会社",
    "科学院",
    "機構",
];

const INSTITUTE_STEMS: [&str; 7] = ["inst", "institut", "centr", "zentrum", "centrum", "istitut", "instyt"];
const INSTITUTE_WORDS: [&str; 16] = [
    "center",
    "centro",
    "ctr",
    "ist",
    "inst",
    "insts",
    "kompetenzzentrum",
    "laboratories",
    "labs",
    "observ",
    "service",
    "services",
    "station",
    "survey",
    "zoo",
    "garden",
];
const INSTITUTE_EAST: [&str; 6] = ["연구소", "研究所", "研究院", "研究センター", "연구센터", "研究中心"];

const GROUP_WORDS: [&str; 20] = [
    "consulting",
    "energy",
    "group",
    "grp",
    "industries",
    "lab",
    "laboratory",
    "pharma",
    "pharmaceuticals",
    "research",
    "sch",
    "school",
    "software",
    "solutions",
    "systems",
    "tech",
    "technologies",
    "technology",
    "telecom",
    "ventures",
];

/// Legal forms that show a company, folded, as last words of a name.
const COMPANY_ENDS: [&str; 34] = [
    "ab",
    "ag",
    "aps",
    "asa",
    "bhd",
    "bv",
    "co",
    "company",
    "corp",
    "corporation",
    "gmbh",
    "inc",
    "incorporated",
    "kg",
    "kk",
    "kgaa",
    "limited",
    "llc",
    "llp",
    "lp",
    "ltd",
    "ltda",
    "nv",
    "oy",
    "oyj",
    "plc",
    "pty",
    "pvt",
    "sarl",
    "sas",
    "spa",
    "srl",
    "sro",
    "tbk",
];

/// Words of streets in any place of a part with a number, and as the last word of any.
const STREET_WORDS: [&str; 34] = [
    "allee",
    "ave",
    "avenue",
    "avenida",
    "blvd",
    "boulevard",
    "calle",
    "carretera",
    "chaussee",
    "chome",
    "ct",
    "dong",
    "dr",
    "drive",
    "gu",
    "gil",
    "highway",
    "hwy",
    "jalan",
    "ku",
    "lane",
    "lu",
    "parkway",
    "pkwy",
    "platz",
    "plaza",
    "rd",
    "ro",
    "road",
    "rue",
    "str",
    "strasse",
    "street",
    "way",
];
const STREET_ENDS: [&str; 7] = ["strasse", "straat", "gasse", "vagen", "veien", "gatan", "plein"];
const STREET_FIRST: [&str; 18] = [
    "av",
    "ave",
    "avda",
    "avenida",
    "boulevard",
    "bd",
    "c",
    "calle",
    "carrera",
    "jalan",
    "jl",
    "pob",
    "postfach",
    "rua",
    "rue",
    "ul",
    "via",
    "viale",
];

/// Words of the longest of [`NO_ORGANISATION`].
const LONGEST_ABSENCE: usize = 3;

/// Parts that say that a person has no organisation.
const NO_ORGANISATION: [&str; 34] = [
    "citizen scientist",
    "consultant",
    "engineering consultant",
    "freelance",
    "freelance researcher",
    "freelancer",
    "independent",
    "independent consultant",
    "independent practitioner",
    "independent research scientist",
    "independent researcher",
    "independent researchers",
    "independent scholar",
    "independent scientist",
    "no affiliation",
    "no affiliation available",
    "no institution",
    "none",
    "not available",
    "private consultant",
    "private practice",
    "private researcher",
    "private scholar",
    "private sector",
    "researcher",
    "retired",
    "self employed",
    "unaffiliated",
    "무소속",
    "개인",
    "개인 연구자",
    "독립 연구자",
    "프리랜서",
    "独立研究者",
];

/// Whether the words of a whole part say that there is no organisation.
fn is_no_organisation(words: &[String]) -> bool {
    words.len() <= LONGEST_ABSENCE && NO_ORGANISATION.contains(&words.join(" ").as_str())
}

/// Whether the last word of a part is a legal form of a company.
pub(super) fn is_company(words: &[String]) -> bool {
    let Some(last) = words.last() else { return false };
    let tail = |count: usize| words.len().checked_sub(count).map(|from| words[from..].concat());
    words.len() > 1 && COMPANY_ENDS.contains(&last.as_str())
        || words.len() > 2
            && ["bv", "nv", "spa", "srl", "sro", "doo", "kft", "as"].iter().any(|form| {
                words[words.len() - 2..].iter().all(|word| word.len() == 1) && tail(form.len()).as_deref() == Some(form)
            })
        || words.iter().any(|word| matches!(word.as_str(), "주식회사" | "유한회사" | "주"))
}

fn has(words: &[String], set: &[&str]) -> bool {
    words.iter().any(|word| set.contains(&word.as_str()))
}

fn has_stem(words: &[String], stems: &[&str]) -> bool {
    words.iter().any(|word| stems.iter().any(|stem| word.starts_with(stem)))
}

fn has_end(words: &[String], ends: &[&str]) -> bool {
    words.iter().any(|word| ends.iter().any(|end| word.ends_with(end)))
}

/// Whether a part holds a word of universities.
pub(super) fn is_university_word(word: &str) -> bool {
    UNIVERSITY_STEMS.iter().any(|stem| word.starts_with(stem))
        || word.ends_with("universitat")
        || word.ends_with("universiteit")
        || word.ends_with("hochschule")
}

/// Whether a part is a street: a number and a street word, or a street word first or last.
fn is_street(words: &[String]) -> bool {
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return true };
    let has_number = words.iter().any(|word| word.bytes().any(|byte| byte.is_ascii_digit()));
    let is_word = |word: &String| {
        STREET_WORDS.contains(&word.as_str())
            || STREET_ENDS.iter().any(|end| word.len() > end.len() && word.ends_with(end))
    };
    let is_box =
        words.len() > 1 && (first == "p" && words[1] == "o" || first == "po" && words[1] == "box" || first == "box");
    let is_named = words.len() > 1 && STREET_FIRST.contains(&first.as_str());
    let starts_with_number = first.bytes().all(|byte| byte.is_ascii_digit()) && words.len() > 1;
    is_box
        || is_named
        || has_number && words.iter().any(is_word)
        || starts_with_number && matches!(last.as_str(), "st" | "pl" | "sq" | "circle")
        || words.len() < 5 && words.len() > 1 && is_word(last)
        || words.iter().all(|word| word.bytes().any(|byte| byte.is_ascii_digit()))
}

/// The class of a part of an address. O(letters).
pub(super) fn class(part: &str) -> Class {
    let words = folded_words(part);
    let Some(first) = words.first().map(String::as_str) else { return Class::Street };
    let second = words.get(1).map_or("", String::as_str);
    if is_no_organisation(&words) {
        return Class::Street;
    }
    if is_company(&words) {
        return Class::Body;
    }
    let is_organisation = organisation_class(part, &words);
    // `University Ave`, `Jalan Univ` are streets, too.
    if is_street(&words)
        && (is_organisation < Some(Class::Body) || words.len() > 1 && first == "via" || words.len() < 4)
    {
        return Class::Street;
    }
    if UNITS.contains(&first) {
        return Class::Unit;
    }
    let is_east = |ends: &[&str]| ends.iter().any(|end| part.trim_end().ends_with(end));
    if is_east(&UNITS_EAST) && !is_east(&UNIVERSITY_EAST) && is_organisation < Some(Class::Body) {
        return Class::Unit;
    }
    if UNITS_OF.contains(&first)
        && (OF.contains(&second) || second == "school" || second == "program" || second == "group")
    {
        return Class::WeakUnit;
    }
    if UNITS_SHORT.contains(&first) && words.len() > 1 && !words.iter().any(|word| is_university_word(word)) {
        return Class::WeakUnit;
    }
    is_organisation.unwrap_or(Class::Unknown)
}

fn organisation_class(part: &str, words: &[String]) -> Option<Class> {
    let is_east = |set: &[&str]| !part.is_ascii() && set.iter().any(|word| part.contains(word));
    let is_technology = has_stem(words, &["inst", "istit"]) && has_stem(words, &["technol", "teknol", "tecnol"]);
    let is_university = words.iter().any(|word| is_university_word(word))
        || has(words, &UNIVERSITY_WORDS)
        || is_technology
        || is_east(&UNIVERSITY_EAST);
    if is_university {
        return Some(Class::University);
    }
    let is_national = has(words, &["natl", "national", "nacional", "nazionale", "royal", "federal"]);
    let is_medical =
        has(words, &["medical", "med", "medico", "medica"]) && has(words, &["center", "centre", "ctr", "centro"]);
    let is_body = has(words, &BODY_WORDS)
        || has_stem(words, &["hospit", "minister"])
        || has_end(
            words,
            &["klinik", "klinikum", "krankenhaus", "spital", "sairaala", "sykehus", "sjukhus", "ziekenhuis"],
        )
        || is_national && has(words, &["lab", "laboratory", "laboratories"])
        || is_medical
        || is_east(&BODY_EAST);
    if is_body {
        return Some(Class::Body);
    }
    if has_stem(words, &INSTITUTE_STEMS) || has(words, &INSTITUTE_WORDS) || is_east(&INSTITUTE_EAST) {
        return Some(Class::Institute);
    }
    (words.len() > 1 && has(words, &GROUP_WORDS)).then_some(Class::Group)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_says_that_there_is_no_organisation_is_as_short_as_it_is_looked_for() {
        assert!(NO_ORGANISATION.iter().all(|known| known.split(' ').count() <= LONGEST_ABSENCE));
    }

    #[test]
    fn plain_words_are_those_of_unicode() {
        for part in ["King's College, London-UK `a´", "A.B. (C)", "", "  ", "x1 2y", "Dept. of 'X'"] {
            let letters = part.nfkd().filter(|ch| !matches!(ch, '\'' | '`' | '´'));
            let text: String = letters.flat_map(char::to_lowercase).nfc().collect();
            let words: Vec<&str> =
                text.split(|ch: char| !ch.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
            assert_eq!(folded_words(part), words, "{part}");
        }
    }

    #[test]
    fn parts_have_a_class() {
        for (part, want) in [
            ("Department of Surgery", Class::Unit),
            ("Dept Phys", Class::Unit),
            ("Facultad de Ciencias", Class::Unit),
            ("Lehrstuhl für Informatik", Class::Unit),
            ("School of Physics", Class::WeakUnit),
            ("Coll Engn", Class::WeakUnit),
            ("컴퓨터공학부", Class::Unit),
            ("Northfield University", Class::University),
            ("Univ Northfield", Class::University),
            ("Università degli Studi di Napoli", Class::University),
            ("Harbour Inst Technol", Class::University),
            ("8 Mai 1945 Guelma Univ", Class::University),
            ("서울대학교", Class::University),
            ("Technische Hochschule Nordfeld", Class::University),
            ("Massachusetts General Hospital", Class::Body),
            ("Universitätsklinikum Nordfeld", Class::University),
            ("Samsung Electronics Co", Class::Body),
            ("Philips Research B.V.", Class::Body),
            ("Chinese Academy of Sciences", Class::Body),
            ("Institute of Automation", Class::Institute),
            ("Southgate Labs", Class::Institute),
            ("Harvard Medical School", Class::Group),
            ("1 Institute Rd", Class::Street),
            ("University Ave", Class::Street),
            ("Jalan Univ", Class::Street),
            ("354 Fenglin Lu", Class::Street),
            ("P.O. Box 12", Class::Street),
            ("Via Giuria 1", Class::Street),
            ("Independent Researcher", Class::Street),
            ("Seoul 08826", Class::Unknown),
            ("08826", Class::Street),
            ("Suwon", Class::Unknown),
            ("Google", Class::Unknown),
            ("", Class::Street),
        ] {
            assert_eq!(class(part), want, "{part}");
        }
    }
}
