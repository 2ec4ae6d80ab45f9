//! Projects of NTIS, Korea's information service on research and development: the body that performs a project, and those
//! that take part, where a column tells them. Rows of one project number are its years and no partners.

use std::borrow::Cow;

use crate::format::document::Document;
use crate::format::export::{Export, ExportDecoder, ExportRow, read_publications};
use crate::format::info::{FormatInfo, Syntax};
use crate::ingest::assembler::CorpusAssembler;
use crate::ingest::options::Options;
use crate::ingest::publications::{ExportAdvice, ExportSource, Publication, Publications, RecordedAffiliation};
use crate::normalize::published;
use crate::normalize::text::trim;
use crate::source::error::Error;

/// Decodes projects of NTIS.
pub(crate) static NTIS: ExportDecoder = ExportDecoder {
    info: &FormatInfo { key: "ntis", aliases: &[], extensions: &[], syntax: Syntax::Delimited, precedence: 2 },
    is_such: |_, row| {
        let is_numbered = row.has("과제고유번호") || row.has("과제번호");
        is_numbered && PERFORMERS.iter().chain(&PARTNERS).any(|header| row.has(header))
    },
    institutions: &[
        "과제수행기관명",
        "주관연구기관",
        "주관기관",
        "과제수행기관",
        "참여기관",
        "공동연구기관",
        "위탁연구기관",
        "공동기관",
    ],
    read,
};

const SOURCE: ExportSource =
    ExportSource {
        name: "NTIS", field: "과제수행기관명", advice: ExportAdvice::Field("과제수행기관명, 참여기관")
    };

/// Folded headers of the body that performs a project.
const PERFORMERS: [&str; 4] = ["과제수행기관명", "주관연구기관", "주관기관", "과제수행기관"];
/// Folded headers of those that take part.
const PARTNERS: [&str; 4] = ["참여기관", "공동연구기관", "위탁연구기관", "공동기관"];

fn read(document: &Document<'_>, options: &Options, assembler: &mut CorpusAssembler<'_>) -> Result<(), Error> {
    read_publications(document, options, assembler, (SOURCE, |_| ""), publication)
}

fn publication<'r>(_: &Publications<'_, '_>, export: &Export<'_>, row: &'r ExportRow<'_>) -> Publication<'r> {
    let cell = |names: &[&str]| row.cell(export.find(names));
    let day = cell(&["기준년도", "기준연도", "총연구기간시작일", "연구시작일"]);
    let date = published::read(day);
    let performer = PERFORMERS.iter().map(|header| cell(&[header])).find(|cell| !cell.is_empty());
    let partners = PARTNERS.iter().map(|header| cell(&[header]));
    let mut seen = std::collections::BTreeSet::new();
    let all = performer.into_iter().chain(partners).flat_map(|cell| cell.split([',', ';', '|', '\n']));
    let all = all.map(of_university).filter(|name| !name.is_empty() && seen.insert(*name));
    let (number, year) = (cell(&["과제고유번호", "과제번호"]), cell(&["기준년도", "기준연도"]));
    Publication {
        title: Cow::Borrowed(cell(&["국문과제명", "과제명", "영문과제명"])),
        raw: row.raw,
        date,
        unread_date: (date.is_none() && !day.is_empty()).then_some(Cow::Borrowed(day)),
        ids: (!number.is_empty() && !year.is_empty()).then(|| format!("ntis:{number}/{year}")).into_iter().collect(),
        affiliations: all
            .map(|name| RecordedAffiliation::Standardised { name: Cow::Borrowed(name), country: None })
            .collect(),
        ..Publication::default()
    }
}

/// The university whose foundation for cooperation with industry (산학협력단) performs a project.
fn of_university(name: &str) -> &str {
    let name = trim(name);
    name.strip_suffix("산학협력단").map(trim).filter(|own| !own.is_empty()).unwrap_or(name)
}
