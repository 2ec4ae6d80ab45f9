//! Exports of IEEE Xplore as CSV: one entry of affiliations for each author, `NA` where none is told.

use std::borrow::Cow;

use crate::format::document::Document;
use crate::format::export::{Export, ExportDecoder, ExportRow, read_publications};
use crate::format::info::{FormatInfo, Syntax};
use crate::ingest::assembler::CorpusAssembler;
use crate::ingest::options::Options;
use crate::ingest::publications::{ExportAdvice, ExportSource, Publication, Publications, RecordedAffiliation};
use crate::names::affiliation::AddressGrammar;
use crate::normalize::published;
use crate::source::error::Error;

/// Decodes exports of IEEE Xplore.
pub(crate) static IEEE: ExportDecoder = ExportDecoder {
    info: &FormatInfo { key: "ieee", aliases: &[], extensions: &[], syntax: Syntax::Delimited, precedence: 2 },
    is_such: |_, row| row.has("documenttitle") && row.has("authoraffiliations"),
    institutions: &["authoraffiliations"],
    read,
};

const SOURCE: ExportSource = ExportSource {
    name: "IEEE Xplore CSV",
    field: "Author Affiliations",
    advice: ExportAdvice::Field("Author Affiliations"),
};

fn read(document: &Document<'_>, options: &Options, assembler: &mut CorpusAssembler<'_>) -> Result<(), Error> {
    read_publications(document, options, assembler, (SOURCE, |_| ""), publication)
}

fn publication<'r>(
    publications: &Publications<'_, '_>,
    export: &Export<'_>,
    row: &'r ExportRow<'_>,
) -> Publication<'r> {
    let cell = |names: &[&str]| row.cell(export.find(names));
    let (day, year) = (cell(&["onlinedate", "publicationdate"]), cell(&["publicationyear", "year"]));
    let date = published::read(year).or_else(|| published::read(day));
    let mut seen = std::collections::BTreeSet::new();
    let entries = publications.list(cell(&["authoraffiliations"]), ";");
    let entries = entries.into_iter().filter(|entry| !matches!(*entry, "" | "NA") && seen.insert(*entry));
    let link = cell(&["pdflink"]);
    let number = link.split_once("arnumber=").map(|(_, rest)| rest.split('&').next().unwrap_or(rest));
    Publication {
        title: Cow::Borrowed(cell(&["documenttitle"])),
        raw: row.raw,
        date,
        unread_date: (date.is_none() && !year.is_empty()).then_some(Cow::Borrowed(year)),
        doi: Cow::Borrowed(cell(&["doi"])),
        ids: number.map(|number| format!("ieee:{number}")).into_iter().collect(),
        authors: cell(&["authors"]).to_owned(),
        link: Cow::Borrowed(link),
        citations: cell(&["articlecitationcount"]).parse().ok(),
        affiliations: entries
            .map(|text| RecordedAffiliation::Written {
                text: Cow::Borrowed(text),
                grammar: AddressGrammar::Ieee,
                country: None,
            })
            .collect(),
        ..Publication::default()
    }
}
