//! Exports of Scopus as CSV, in three generations and any language of its interface, and the tables of pybliometrics.
//!
//! `Affiliations` holds the addresses as authors wrote them, joined by `; `. Exports of 2020 to 2022 may have more cells in a
//! row than in the header, for a second text on funding: then everything behind it is shifted, and is read where it stands.

use std::borrow::Cow;

use crate::corpus::country::Country;
use crate::format::document::Document;
use crate::format::export::{Export, ExportDecoder, ExportRow, Quoting, add_rows};
use crate::format::head::Head;
use crate::format::header_row::HeaderRow;
use crate::format::info::{FormatInfo, Syntax};
use crate::ingest::assembler::CorpusAssembler;
use crate::ingest::options::Options;
use crate::ingest::publications::{ExportAdvice, ExportSource, Publication, Publications, RecordedAffiliation};
use crate::ingest::record::Standing;
use crate::names::affiliation::AddressGrammar;
use crate::normalize::text::trim;
use crate::normalize::{doi, published};
use crate::source::error::Error;

/// Decodes exports of Scopus.
pub(crate) static SCOPUS: ExportDecoder = ExportDecoder {
    info: &FormatInfo { key: "scopus", aliases: &[], extensions: &[], syntax: Syntax::Delimited, precedence: 2 },
    is_such,
    institutions: &["affiliations", "authorswithaffiliations", "authoraddresses", "affilname"],
    read,
};

const SOURCE: ExportSource =
    ExportSource { name: "Scopus CSV", field: "Affiliations", advice: ExportAdvice::Field("Affiliations") };

/// What a link of Scopus holds.
const LINK: &str = "scopus.com/inward";
/// What an identifier of Scopus starts with.
const EID: &str = "2-s2.0-";
/// Bytes that are searched for links where headers are in another language.
const SEARCHED: usize = 1 << 16;

fn is_such(head: &Head<'_>, row: &HeaderRow) -> bool {
    let has_addresses = row.has("affiliations") || row.has("authorswithaffiliations") || row.has("authoraddresses");
    let is_pybliometrics = row.has("affilname") && row.has("title");
    is_pybliometrics
        || row.has("eid") && (has_addresses || row.has("sourcetitle"))
        || row.has("sourcetitle") && row.has("citedby") && has_addresses && row.has("link")
        || row.headers.len() > 8 && has_link(head.text)
}

/// Whether a link of Scopus stands in one of the first rows.
fn has_link(text: &str) -> bool {
    let start = &text.as_bytes()[..text.len().min(SEARCHED)];
    memchr::memmem::find(start, LINK.as_bytes()).is_some()
}

/// Rows whose values tell the columns where headers do not.
const SAMPLE: usize = 50;

/// The columns that are read.
#[derive(Debug, Default)]
struct Columns {
    title: Option<usize>,
    year: Option<usize>,
    doi: Option<usize>,
    eid: Option<usize>,
    link: Option<usize>,
    authors: Option<usize>,
    /// Numbers of the authors, in their order.
    author_ids: Option<usize>,
    affiliations: Option<usize>,
    authors_with: Option<usize>,
    kind: Option<usize>,
    citations: Option<usize>,
    pmid: Option<usize>,
    funding: Option<usize>,
    /// Names, countries and cities that Scopus has standardised.
    names: Option<usize>,
    countries: Option<usize>,
}

impl Columns {
    fn of(export: &Export<'_>, rows: &[ExportRow<'_>]) -> Self {
        let own = Self {
            title: export.find(&["title", "titles"]),
            year: export.find(&["coverdate", "year", "publicationyear"]),
            doi: export.find(&["doi"]),
            eid: export.find(&["eid"]),
            link: export.find(&["link"]),
            authors: export.find(&["authorfullnames", "authornames", "authors"]),
            author_ids: export.find(&["authorsid", "authorids"]),
            affiliations: export.find(&["affiliations", "authoraddresses"]),
            authors_with: export.find(&["authorswithaffiliations"]),
            kind: export.find(&["documenttype", "subtypedescription"]),
            citations: export.find(&["citedby", "citedbycount"]),
            pmid: export.find(&["pubmedid"]),
            funding: export.find(&["fundingtext1", "fundingtexts", "fundingdetails"]),
            names: export.find(&["affilname"]),
            countries: export.find(&["affiliationcountry"]),
        };
        if own.title.is_some() && (own.affiliations.or(own.authors_with).or(own.names)).is_some() {
            return own;
        }
        own.completed(&Self::by_values(rows))
    }

    /// The columns by what stands in them, whatever their headers are called.
    fn by_values(rows: &[ExportRow<'_>]) -> Self {
        let sample: Vec<&ExportRow<'_>> = rows.iter().take(SAMPLE).collect();
        let width = sample.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        let most = |column: usize, is_such: &dyn Fn(&str) -> bool| {
            let cells = || sample.iter().map(|row| row.cell(Some(column))).filter(|cell| !cell.is_empty());
            cells().next().is_some() && 2 * cells().filter(|cell| is_such(cell)).count() > cells().count()
        };
        let first = |is_such: &dyn Fn(&str) -> bool| (0..width).find(|&column| most(column, is_such));
        let year = first(&|cell| cell.len() == 4 && published::read(cell).is_some());
        Self {
            // In every language the title stands before the year.
            title: year.and_then(|year| year.checked_sub(1)),
            year,
            doi: first(&|cell| cell.starts_with("10.") && doi::of(cell).is_some()),
            eid: first(&|cell| cell.starts_with(EID)),
            link: first(&|cell| cell.contains(LINK)),
            affiliations: first(&are_addresses),
            ..Self::default()
        }
    }

    fn completed(self, other: &Self) -> Self {
        Self {
            title: self.title.or(other.title),
            year: self.year.or(other.year),
            doi: self.doi.or(other.doi),
            eid: self.eid.or(other.eid),
            link: self.link.or(other.link),
            affiliations: self.affiliations.or(other.affiliations),
            ..self
        }
    }
}

/// Whether a cell is a list of addresses: most of its parts have commas and end in a country.
fn are_addresses(cell: &str) -> bool {
    let parts: Vec<&str> = cell.split("; ").collect();
    let is_address = |part: &&&str| part.rsplit_once(',').is_some_and(|(_, last)| Country::parse(trim(last)).is_some());
    2 * parts.iter().filter(is_address).count() > parts.len()
}

/// When the export was made, by its columns.
fn generation(export: &Export<'_>) -> &'static str {
    match () {
        () if export.find(&["affilname"]).is_some() => "pybliometrics",
        () if export.find(&["authorfullnames"]).is_some() => "2023+",
        () if export.find(&["authorsid", "authorids", "publicationstage"]).is_some() => "2020–2022",
        () if export.find(&["abbreviatedsourcetitle", "coden"]).is_some() => "–2019",
        () => "",
    }
}

fn read(document: &Document<'_>, options: &Options, assembler: &mut CorpusAssembler<'_>) -> Result<(), Error> {
    let export = Export::new(document, Quoting::Quotes, options)?;
    let columns = Columns::of(&export, &export.rows(document, SAMPLE)?);
    let width = export.headers.len();
    let mut publications = Publications::new(assembler, document, (SOURCE, generation(&export)), &options.whole_names);
    add_rows(&mut publications, (document, &export), |publications, cleaning, mut row| {
        let location = document.record_at(publications.input, row.anchor);
        if shift_back(&mut row, width, &columns) {
            publications.note_repaired();
        }
        cleaning.clean(location.row(), &mut row);
        let publication = publication(publications, &row, &columns);
        publications.add(&location, &publication);
    })?;
    publications.finish(document)
}

/// Takes surplus cells behind the first text on funding out of a row that ends in the identifier all the same.
fn shift_back(row: &mut ExportRow<'_>, width: usize, columns: &Columns) -> bool {
    let surplus = row.cells.len().saturating_sub(width);
    let (Some(funding), true) = (columns.funding, surplus > 0) else { return false };
    let ends_in_id = row.cells.last().is_some_and(|cell| trim(cell).starts_with(EID));
    if !ends_in_id || columns.eid.is_none_or(|eid| eid + 1 != width || eid <= funding) {
        return false;
    }
    row.cells.drain(funding + 1..=funding + surplus);
    true
}

fn publication<'r>(publications: &Publications<'_, '_>, row: &'r ExportRow<'_>, columns: &Columns) -> Publication<'r> {
    let (year, link) = (row.cell(columns.year), row.cell(columns.link));
    let date = published::read(year);
    let eid = row.cell(columns.eid);
    let eid = if eid.starts_with(EID) { eid } else { eid_of(link).unwrap_or(eid) };
    let pmid = row.cell(columns.pmid);
    let kind = row.cell(columns.kind);
    let affiliations = match columns.names {
        Some(names) => standardised(row.cell(Some(names)), row.cell(columns.countries)),
        None => written(publications, row, columns),
    };
    Publication {
        title: Cow::Borrowed(row.cell(columns.title)),
        raw: row.raw,
        date,
        unread_date: (date.is_none() && !year.is_empty()).then_some(Cow::Borrowed(year)),
        doi: Cow::Borrowed(row.cell(columns.doi)),
        ids: [("eid", eid), ("pmid", pmid)]
            .into_iter()
            .filter(|(_, id)| !id.is_empty())
            .map(|(scheme, id)| format!("{scheme}:{id}"))
            .collect(),
        authors: without_ids(row.cell(columns.authors)),
        author_ids: author_ids(row.cell(columns.author_ids)),
        link: Cow::Borrowed(link),
        citations: row.cell(columns.citations).parse().ok(),
        affiliations,
        standing: Standing { is_retracted: kind.eq_ignore_ascii_case("Retracted"), ..Standing::default() },
        ..Publication::default()
    }
}

/// Authors without the numbers in brackets behind their full names.
fn without_ids(authors: &str) -> String {
    let own = authors.split(';').map(|author| {
        let author = trim(author);
        let number = author.strip_suffix(')').and_then(|rest| rest.rsplit_once(" ("));
        number.filter(|(_, number)| number.bytes().all(|byte| byte.is_ascii_digit())).map_or(author, |(name, _)| name)
    });
    own.filter(|author| !author.is_empty()).collect::<Vec<_>>().join("; ")
}

/// The numbers of authors as identifiers, a line each.
fn author_ids(cell: &str) -> String {
    let ids: Vec<&str> = cell.split(';').map(trim).filter(|id| !id.is_empty()).collect();
    let are_numbers = ids.iter().all(|id| id.bytes().all(|byte| byte.is_ascii_digit()));
    if !are_numbers {
        String::new()
    } else {
        ids.iter().map(|id| format!("scopus:{id}")).collect::<Vec<_>>().join("\n")
    }
}

/// The identifier within a link.
fn eid_of(link: &str) -> Option<&str> {
    let (_, rest) = link.split_once("eid=")?;
    Some(rest.split('&').next().unwrap_or(rest))
}

/// Names and countries of equal number belong together.
fn standardised<'r>(names: &'r str, countries: &'r str) -> Vec<RecordedAffiliation<'r>> {
    let names: Vec<&str> = names.split(';').map(trim).collect();
    let countries: Vec<&str> = countries.split(';').map(trim).collect();
    let are_pairs = names.len() == countries.len();
    let of = |(at, name): (usize, &&'r str)| RecordedAffiliation::Standardised {
        name: Cow::Borrowed(*name),
        country: countries.get(at).filter(|country| are_pairs && !country.is_empty()).map(|one| Cow::Borrowed(*one)),
    };
    names.iter().enumerate().map(of).collect()
}

fn written<'r>(
    publications: &Publications<'_, '_>,
    row: &'r ExportRow<'_>,
    columns: &Columns,
) -> Vec<RecordedAffiliation<'r>> {
    let cell = row.cell(columns.affiliations);
    let addresses: Vec<&str> = if cell.is_empty() {
        let authors: Vec<&str> = row.cell(columns.authors).split("; ").collect();
        let pieces = publications.list(row.cell(columns.authors_with), ";");
        pieces.into_iter().flat_map(|piece| behind_author(piece, &authors)).collect()
    } else {
        publications.list(cell, ";")
    };
    let mut seen = std::collections::BTreeSet::new();
    let addresses = addresses.into_iter().filter(|address| !address.is_empty() && seen.insert(*address));
    addresses
        .map(|text| RecordedAffiliation::Written {
            text: Cow::Borrowed(text),
            grammar: AddressGrammar::Scopus,
            country: None,
        })
        .collect()
}

/// The addresses of a piece `Author, address, address`: behind the author, each up to its country.
fn behind_author<'p>(piece: &'p str, authors: &[&str]) -> Vec<&'p str> {
    let is_initials = |part: &str| {
        let part = trim(part);
        part.len() <= 12 && part.ends_with('.') && part.split(['.', '-', ' ']).all(|one| one.chars().count() <= 2)
    };
    let mut parts = piece.split(',');
    let first = parts.next().unwrap_or("");
    let mut start = first.len();
    // `Yun, A., Dept …` in older exports, `Yun A., Dept …` since 2023.
    let is_whole = authors.iter().any(|author| trim(author) == trim(first)) || trim(first).ends_with('.');
    if !is_whole && let Some(second) = parts.next().filter(|part| is_initials(part)) {
        start += 1 + second.len();
    }
    let mut addresses = Vec::new();
    let rest = piece.get(start + 1..).unwrap_or("");
    let (mut from, mut at) = (0, 0);
    let is_country = |part: &str| Country::parse(trim(part)).is_some();
    for part in rest.split(',') {
        let end = at + part.len();
        // Georgia is a state before a country.
        let is_last = !rest.get(end + 1..).and_then(|rest| rest.split(',').next()).is_some_and(is_country);
        if is_country(part) && is_last {
            addresses.push(trim(&rest[from..end]));
            from = (end + 1).min(rest.len());
        }
        at = end + 1;
    }
    addresses.push(trim(rest.get(from..).unwrap_or("")));
    addresses
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_stand_behind_their_author() {
        let piece = "Yun, A., Dept of Physics, Northfield University, Seoul, South Korea, Southgate Labs, Boston, MA, United States";
        let two =
            ["Dept of Physics, Northfield University, Seoul, South Korea", "Southgate Labs, Boston, MA, United States"];
        let found = |piece: &'static str, authors: &[&str]| -> Vec<&'static str> {
            behind_author(piece, authors).into_iter().filter(|address| !address.is_empty()).collect()
        };
        assert_eq!(found(piece, &[]), two);
        let piece = "Yun A., Dept of Physics, Northfield University, Seoul, South Korea, Southgate Labs, Boston, MA, United States";
        assert_eq!(found(piece, &["Yun A."]), two);
    }
}
