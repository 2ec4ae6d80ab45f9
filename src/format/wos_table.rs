//! Tables of the Web of Science: tab-delimited with field tags for headers, and Excel's sheet as CSV with headers in words.

use std::borrow::Cow;

use crate::format::document::Document;
use crate::format::export::{Cleaning, Export, ExportDecoder, ExportRow, Quoting};
use crate::format::header_row::HeaderRow;
use crate::format::info::{FormatInfo, Syntax};
use crate::format::wos::SOURCE;
use crate::format::wos_record::{self, WosRecord, addresses_of, corresponding};
use crate::ingest::assembler::CorpusAssembler;
use crate::ingest::options::Options;
use crate::ingest::publications::{ExportSource, Publications};
use crate::normalize::text::trim;
use crate::source::error::Error;
use crate::source::position::offset_in;

/// Decodes tables of the Web of Science.
pub(crate) static WOS_TABLE: ExportDecoder = ExportDecoder {
    info: &FormatInfo {
        key: "wos-table",
        aliases: &["wos-tab"],
        extensions: &[],
        syntax: Syntax::Delimited,
        precedence: 2,
    },
    is_such: |_, row| is_tagged(row) || row.has("utuniquewosid") || row.has("articletitle") && row.has("addresses"),
    institutions: &["c1", "c3", "rp", "addresses", "affiliations", "reprintaddresses"],
    read,
};

/// Whether headers are field tags: just so, for other tables have headers of two letters as well.
fn is_tagged(row: &HeaderRow) -> bool {
    let has = |tag: &str| row.headers.iter().any(|header| header == tag);
    let marks = ["PT", "AU", "AF", "PY", "DI", "UT", "SO", "C1", "C3"];
    has("TI") && (has("C1") || has("C3") || has("UT")) && marks.iter().filter(|tag| has(tag)).count() >= 3
}

fn read(document: &Document<'_>, options: &Options, assembler: &mut CorpusAssembler<'_>) -> Result<(), Error> {
    let quoted = Export::new(document, Quoting::Quotes, options)?;
    let is_tagged = quoted.headers.iter().any(|header| header == "TI");
    // Tab-delimited exports quote nothing.
    let is_plain = is_tagged && document.text.lines().next().is_some_and(|line| line.contains('\t'));
    let export = if is_plain { Export::new(document, Quoting::None, options)? } else { quoted };
    let mut rows = export.rows(document, usize::MAX)?;
    let has_names = rows.iter().any(|row| !row.cell(export.find(&["c3", "affiliations"])).is_empty());
    let source = ExportSource {
        name: if is_plain { "Web of Science (tab-delimited)" } else { "Web of Science (Excel, CSV)" },
        field: if is_tagged { "C1" } else { "Addresses" },
        ..SOURCE
    };
    let mut publications = Publications::new(
        assembler,
        document,
        (source, if has_names { "C1 + C3" } else { "C1" }),
        &options.whole_names,
    );
    let mut cleaning = Cleaning::of(&export);
    for row in &mut rows {
        cleaning.clean(document.record_at(publications.input, row.anchor).row(), row);
    }
    cleaning.tell(&mut publications);
    let records: Vec<WosRecord<'_>> = rows.iter().map(|row| record(document, &export, row)).collect();
    wos_record::add(&mut publications, document, &records);
    publications.finish(document)
}

fn record<'r>(document: &Document<'_>, export: &Export<'_>, row: &'r ExportRow<'_>) -> WosRecord<'r> {
    let cell = |names: &[&str]| row.cell(export.find(names));
    let addresses: Vec<&str> = addresses_of(cell(&["c1", "addresses"])).collect();
    let addresses = if addresses.is_empty() { corresponding(cell(&["rp", "reprintaddresses"])) } else { addresses };
    let names = cell(&["c3", "affiliations"]).split(';').map(trim).filter(|name| !name.is_empty());
    WosRecord {
        offset: offset_in(document.text, row.raw).unwrap_or(row.anchor.offset),
        raw: row.raw,
        title: Cow::Borrowed(cell(&["ti", "articletitle"])),
        authors: cell(&["af", "authorfullnames", "au", "authors"]).to_owned(),
        year: Cow::Borrowed(cell(&["py", "publicationyear"])),
        part: Cow::Borrowed(cell(&["pd", "publicationdate"])),
        early: Cow::Borrowed(cell(&["ea", "earlyaccessdate"])),
        doi: Cow::Borrowed(cell(&["di", "doi"])),
        ut: Cow::Borrowed(cell(&["ut", "utuniquewosid"])),
        pmid: Cow::Borrowed(cell(&["pm", "pubmedid"])),
        kind: Cow::Borrowed(cell(&["dt", "documenttype"])),
        citations: cell(&["tc", "timescitedwoscore"]).parse().ok(),
        addresses: addresses.into_iter().map(Cow::Borrowed).collect(),
        names: names.map(Cow::Borrowed).collect(),
    }
}
