//! Exports of Dimensions as CSV or from its Excel file, the sentence “About the data” before the header or not.

use std::borrow::Cow;

use crate::format::document::Document;
use crate::format::export::{Export, ExportDecoder, ExportRow, read_publications, starts_with_preface};
use crate::format::info::{FormatInfo, Syntax};
use crate::ingest::assembler::CorpusAssembler;
use crate::ingest::options::Options;
use crate::ingest::publications::{ExportAdvice, ExportSource, Publication, Publications, RecordedAffiliation};
use crate::ingest::record::Standing;
use crate::normalize::published;
use crate::normalize::text::trim;
use crate::source::error::Error;

/// Decodes exports of Dimensions.
pub(crate) static DIMENSIONS: ExportDecoder = ExportDecoder {
    info: &FormatInfo { key: "dimensions", aliases: &[], extensions: &[], syntax: Syntax::Delimited, precedence: 2 },
    is_such: |head, row| {
        starts_with_preface(head.text)
            || row.has("dimensionsurl")
            || row.has("publicationid") && (row.has("gridids") || NAMES.iter().any(|name| row.has(name)))
    },
    institutions: &NAMES,
    read,
};

const SOURCE: ExportSource = ExportSource {
    name: "Dimensions CSV",
    field: "Research Organizations - standardized",
    advice: ExportAdvice::Field("Research Organizations - standardized"),
};

/// Folded headers of standardised names, and of authors with theirs in brackets.
const NAMES: [&str; 4] = [
    "researchorganizationsstandardized",
    "authorsaffiliationsnameofresearchorganization",
    "authorsaffiliations",
    "researchorganizations",
];

fn read(document: &Document<'_>, options: &Options, assembler: &mut CorpusAssembler<'_>) -> Result<(), Error> {
    read_publications(document, options, assembler, (SOURCE, generation), publication)
}

fn generation(export: &Export<'_>) -> &'static str {
    let is_for_mapping = export.find(&["authorsaffiliationsnameofresearchorganization"]).is_some();
    if is_for_mapping { "bibliometric mapping" } else { "" }
}

fn publication<'r>(
    publications: &Publications<'_, '_>,
    export: &Export<'_>,
    row: &'r ExportRow<'_>,
) -> Publication<'r> {
    let cell = |names: &[&str]| row.cell(export.find(names));
    let (day, year) = (cell(&["publicationdate"]), cell(&["pubyear"]));
    let date = published::read(day).or_else(|| published::read(year));
    let names = NAMES.iter().map(|name| (*name, cell(&[name]))).find(|(_, cell)| !cell.is_empty());
    let names: Vec<&str> = match names {
        Some(("authorsaffiliations", cell)) => in_brackets(cell),
        Some((_, cell)) => publications.list(cell, ";"),
        None => Vec::new(),
    };
    let countries = cell(&["countryofresearchorganization", "authorsaffiliationscountryofresearchorganization"]);
    let countries = countries.split(';').map(trim).filter(|country| !country.is_empty());
    let affiliation = |name: &'r str| RecordedAffiliation::Standardised {
        name: Cow::Borrowed(name),
        country: country_in(name).map(Cow::Borrowed),
    };
    let kind = cell(&["documenttype", "publicationtype"]);
    let id = cell(&["publicationid"]);
    Publication {
        title: Cow::Borrowed(cell(&["title"])),
        raw: row.raw,
        date,
        unread_date: (date.is_none() && !day.is_empty()).then_some(Cow::Borrowed(day)),
        doi: Cow::Borrowed(cell(&["doi"])),
        ids: [("dimensions", id), ("pmid", cell(&["pmid"]))]
            .into_iter()
            .filter(|(_, id)| !id.is_empty())
            .map(|(scheme, id)| format!("{scheme}:{id}"))
            .collect(),
        authors: cell(&["authors"]).to_owned(),
        link: Cow::Borrowed(cell(&["dimensionsurl"])),
        citations: cell(&["timescited"]).parse().ok(),
        affiliations: names.into_iter().filter(|name| !name.is_empty()).map(affiliation).collect(),
        countries: countries.map(Cow::Borrowed).collect(),
        standing: Standing { is_retracted: kind.to_lowercase().contains("retracted"), ..Standing::default() },
        ..Publication::default()
    }
}

/// The country in brackets behind the name of a firm: `Southgate (United States)`.
fn country_in(name: &str) -> Option<&str> {
    let (_, inner) = name.strip_suffix(')')?.rsplit_once('(')?;
    crate::corpus::country::Country::parse(inner).map(|_| inner)
}

/// The names in brackets behind each author: `Yun, Ara (Northfield University; Southgate (United States)); Roe, Ben ()`.
fn in_brackets(cell: &str) -> Vec<&str> {
    let (mut depth, mut start, mut names) = (0_usize, 0, Vec::new());
    for (at, letter) in cell.char_indices() {
        match letter {
            '(' => {
                depth += 1;
                if depth == 1 {
                    start = at + 1;
                }
            }
            ')' | ';' if depth == 1 => {
                names.push(trim(&cell[start..at]));
                start = at + 1;
                depth -= usize::from(letter == ')');
            }
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_within_brackets_belong_to_the_name() {
        let cell =
            "Yun, Ara (Northfield University; Southgate (United States)); Roe, Ben (); Lee (Southgate (United States))";
        assert_eq!(
            in_brackets(cell),
            ["Northfield University", "Southgate (United States)", "Southgate (United States)"]
        );
        assert_eq!(country_in("Southgate (United States)"), Some("United States"));
        assert_eq!(country_in("Southgate (NAIST)"), None);
    }
}
