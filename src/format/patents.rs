//! Lists of patents: of Google Patents, The Lens, Espacenet, Patentscope and others that have a column of applicants or
//! assignees beside one of inventors.
//!
//! The applicants of a patent are its institutions. Who applies for a patent of their own is an inventor and no institution:
//! an applicant whose name is that of an inventor, in any order of its words and with initials for some, is left out and
//! counted.

use std::borrow::Cow;

use crate::corpus::country::Country;
use crate::corpus::naming::fold;
use crate::format::document::Document;
use crate::format::export::{Export, ExportDecoder, ExportRow, read_publications};
use crate::format::header_row::HeaderRow;
use crate::format::info::{FormatInfo, Syntax};
use crate::ingest::assembler::CorpusAssembler;
use crate::ingest::options::Options;
use crate::ingest::publications::{ExportAdvice, ExportSource, Publication, Publications, RecordedAffiliation};
use crate::normalize::lists::is_suffix;
use crate::normalize::published;
use crate::normalize::text::trim;
use crate::source::error::Error;

/// Decodes lists of patents.
pub(crate) static PATENTS: ExportDecoder = ExportDecoder {
    info: &FormatInfo { key: "patents", aliases: &[], extensions: &[], syntax: Syntax::Delimited, precedence: 2 },
    is_such: |_, row| is_such(row),
    institutions: &APPLICANTS,
    read,
};

const SOURCE: ExportSource =
    ExportSource { name: "patents", field: "Applicants", advice: ExportAdvice::Field("Applicants") };

/// Folded headers of applicants, the clearest first.
const APPLICANTS: [&str; 12] = [
    "assignee",
    "assignees",
    "applicant",
    "applicants",
    "applicantname",
    "applicantnames",
    "assigneename",
    "assigneeorganization",
    "assigneesapplicants",
    "currentassignee",
    "출원인",
    "出願人",
];
const INVENTORS: [&str; 7] =
    ["inventor", "inventors", "inventorauthor", "inventorname", "inventornames", "발명자", "発明者"];
const TITLES: [&str; 6] = ["title", "inventiontitle", "patenttitle", "발명의명칭", "발명명칭", "発明の名称"];
/// The day of publication, else that of application, else that of priority.
const DATES: [&str; 14] = [
    "publicationdate",
    "공개일자",
    "공개일",
    "publicationyear",
    "filingcreationdate",
    "filingdate",
    "applicationdate",
    "출원일자",
    "출원일",
    "prioritydate",
    "earliestprioritydate",
    "earliestpriority",
    "grantdate",
    "date",
];
const NUMBERS: [&str; 9] = [
    "publicationnumber",
    "patentnumber",
    "patentid",
    "lensid",
    "id",
    "출원번호",
    "applicationnumber",
    "applicationid",
    "공개번호",
];

fn is_such(row: &HeaderRow) -> bool {
    let has = |names: &[&str]| names.iter().any(|name| row.has(name));
    has(&APPLICANTS) && has(&INVENTORS) && has(&TITLES)
}

fn read(document: &Document<'_>, options: &Options, assembler: &mut CorpusAssembler<'_>) -> Result<(), Error> {
    read_publications(document, options, assembler, (SOURCE, generation), publication)
}

/// Whose list it is, by the columns that no other has.
fn generation(export: &Export<'_>) -> &'static str {
    match () {
        () if export.find(&["lensid"]).is_some() => "Lens",
        () if export.find(&["inventorauthor"]).is_some() => "Google Patents",
        () if export.find(&["earliestpriority", "familynumber"]).is_some() => "Espacenet",
        () => "",
    }
}

fn publication<'r>(
    publications: &Publications<'_, '_>,
    export: &Export<'_>,
    row: &'r ExportRow<'_>,
) -> Publication<'r> {
    let cell = |names: &[&str]| row.cell(export.find(names));
    let inventors = parts(publications, cell(&INVENTORS));
    let people: Vec<Vec<String>> = inventors.iter().map(|inventor| words(inventor.name)).collect();
    let mut applicants = parts(publications, cell(&APPLICANTS));
    let all = applicants.len();
    applicants.retain(|applicant| !people.iter().any(|inventor| is_same_person(inventor, &words(applicant.name))));
    let date = DATES.iter().find_map(|name| published::read(cell(&[name])));
    let number = cell(&NUMBERS);
    Publication {
        title: Cow::Borrowed(cell(&TITLES)),
        raw: row.raw,
        date,
        ids: (!number.is_empty()).then(|| format!("patent:{}", fold(number))).into_iter().collect(),
        authors: inventors.iter().map(|inventor| inventor.name).collect::<Vec<_>>().join("; "),
        link: Cow::Borrowed(cell(&["resultlink", "url", "link"])),
        citations: cell(&["citedbypatentcount", "citedbycount"]).parse().ok(),
        people: all - applicants.len(),
        affiliations: applicants
            .into_iter()
            .map(|one| RecordedAffiliation::Standardised {
                name: Cow::Borrowed(one.name),
                country: one.country.map(Cow::Borrowed),
            })
            .collect(),
        ..Publication::default()
    }
}

/// A name in a list of applicants or inventors, and the country behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Party<'t> {
    name: &'t str,
    country: Option<&'t str>,
}

/// Whether two names are those of one person: each word of the shorter one stands in the other, or begins a word of it as an
/// initial (`YUN A B`, `Yun, Ara Bo`), and one at least stands there whole.
fn is_same_person(one: &[String], other: &[String]) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let mut left: Vec<&String> = long.iter().collect();
    let mut are_whole = 0;
    let mut take = |is: &dyn Fn(&String) -> bool| left.iter().position(|word| is(word)).map(|at| left.swap_remove(at));
    let is_letter = |word: &str| word.chars().count() == 1;
    for word in short.iter().filter(|word| !is_letter(word)) {
        if take(&|other| other == word).is_some() {
            are_whole += 1;
        } else if take(&|other| is_letter(other) && word.starts_with(other.as_str())).is_none() {
            return false;
        }
    }
    let are_initials = short
        .iter()
        .filter(|word| is_letter(word))
        .all(|letter| take(&|other| other.starts_with(letter.as_str())).is_some());
    are_initials && are_whole > 0 && (short.len() > 1 || long.len() == 1)
}

/// The words of a name, without case and in order of letters: `YUN ARA` is Ara Yun.
fn words(name: &str) -> Vec<String> {
    let words = name.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut words: Vec<String> = words.map(str::to_lowercase).collect();
    words.sort();
    words
}

/// The names of a cell: parted at `;;`, `;` or `|`, at line ends, behind countries in brackets (`NORTHFIELD INC [US]
/// SOUTHGATE LABS [KR]`), else at commas that begin no legal form.
fn parts<'t>(publications: &Publications<'_, '_>, cell: &'t str) -> Vec<Party<'t>> {
    let marks = [";;", ";", "|", "\n"];
    let own: Vec<&str> = if let Some(mark) = marks.into_iter().find(|mark| cell.contains(mark)) {
        publications.list(cell, mark)
    } else if let Some(parts) = behind_countries(cell) {
        parts
    } else {
        at_commas(cell)
    };
    own.into_iter().map(trim).filter(|part| !part.is_empty()).map(party).collect()
}

fn party(part: &str) -> Party<'_> {
    let country = part.strip_suffix(']').and_then(|rest| rest.rsplit_once('[')).map(|(name, code)| (trim(name), code));
    match country.filter(|(name, code)| !name.is_empty() && Country::parse(code).is_some()) {
        Some((name, code)) => Party { name: trim(name.trim_end_matches(',')), country: Some(code) },
        None => Party { name: part, country: None },
    }
}

/// Parts that each end in a country in brackets; `None` where the cell has none.
fn behind_countries(cell: &str) -> Option<Vec<&str>> {
    let mut parts: Vec<&str> = cell.split_inclusive(']').map(|part| part.trim_start_matches([',', ' '])).collect();
    parts.retain(|part| !trim(part).is_empty());
    let are_placed = parts.iter().all(|part| party(trim(part)).country.is_some());
    (are_placed && !parts.is_empty()).then_some(parts)
}

fn at_commas(cell: &str) -> Vec<&str> {
    let mut parts: Vec<&str> = Vec::new();
    let mut start = 0;
    for (at, _) in cell.match_indices(',') {
        let next = cell[at + 1..].split(',').next().map_or("", trim);
        if !is_suffix(next) {
            parts.push(&cell[start..at]);
            start = at + 1;
        }
    }
    parts.push(&cell[start..]);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parties_are_parted_as_each_office_writes_them() {
        let named = |parts: Vec<&'static str>| parts.into_iter().map(trim).collect::<Vec<_>>();
        assert_eq!(
            named(at_commas("Northfield Motors, Inc., Southgate University")),
            ["Northfield Motors, Inc.", "Southgate University"]
        );
        let cell = "NORTHFIELD INC [US] SOUTHGATE LABS [KR]";
        let parties: Vec<Party<'_>> =
            behind_countries(cell).into_iter().flatten().map(|part| party(trim(part))).collect();
        assert_eq!(
            parties,
            [
                Party { name: "NORTHFIELD INC", country: Some("US") },
                Party { name: "SOUTHGATE LABS", country: Some("KR") }
            ]
        );
        assert_eq!(behind_countries("Northfield [Labs], Southgate"), None);
        let same = |one: &str, other: &str| is_same_person(&words(one), &words(other));
        for (one, other) in [("YUN, Ara", "Ara Yun"), ("YUN A B", "Yun, Ara Bo"), ("Yun Ara B", "YUN A BO")] {
            assert!(same(one, other), "{one} {other}");
        }
        for (one, other) in
            [("Yun A", "YUN MOTORS LTD"), ("Honda T", "Honda Motor Co"), ("Roe", "Roe Labs"), ("", "Roe")]
        {
            assert!(!same(one, other), "{one} {other}");
        }
    }
}
