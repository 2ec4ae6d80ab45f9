//! MEDLINE as PubMed exports it (`.nbib`).

use std::borrow::Cow;

use crate::format::document::Document;
use crate::format::info::{FormatInfo, Grammar, Syntax};
use crate::format::tagged::{Dialect, Field, TaggedDecoder, TaggedRecord, add_publications};
use crate::ingest::assembler::CorpusAssembler;
use crate::ingest::options::Options;
use crate::ingest::publications::{ExportAdvice, ExportSource, Publication, RecordedAffiliation};
use crate::ingest::record::Standing;
use crate::names::affiliation::AddressGrammar;
use crate::normalize::published;
use crate::source::error::Error;

static GRAMMAR: Grammar = Grammar { label: "PubMed (MEDLINE)", begins: Some(begins) };

/// Decodes MEDLINE.
pub(crate) static PUBMED: TaggedDecoder = TaggedDecoder {
    info: &FormatInfo {
        key: "pubmed",
        aliases: &["nbib", "medline"],
        extensions: &["nbib", "medline"],
        syntax: Syntax::Own(&GRAMMAR),
        precedence: 2,
    },
    dialect: Dialect { line, opens: &["PMID"], closes: None, outside: &[] },
    read,
};

pub(crate) const SOURCE: ExportSource =
    ExportSource { name: "PubMed (MEDLINE)", field: "AD", advice: ExportAdvice::Field("AD") };

fn begins(text: &str) -> bool {
    line(text.lines().next().unwrap_or("")).is_some_and(|(tag, _)| tag == "PMID")
}

/// Four characters, padded, then a hyphen; six blanks continue the value above.
fn line(text: &str) -> Option<(&str, &str)> {
    let (tag, rest) = (text.get(..4)?, text.get(4..)?.strip_prefix('-')?);
    let tag = tag.trim_end();
    let is_tag = !tag.is_empty() && tag.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    (is_tag && (rest.is_empty() || rest.starts_with(' '))).then_some((tag, rest))
}

fn read(
    document: &Document<'_>,
    records: &[TaggedRecord<'_>],
    options: &Options,
    assembler: &mut CorpusAssembler<'_>,
) -> Result<(), Error> {
    add_publications(document, records, (options, assembler), (SOURCE, ""), publication)
}

fn publication<'t>(record: &TaggedRecord<'t>) -> Publication<'t> {
    let title = record.text(&["TI", "BTI", "CTI"]);
    let written = record.slice(&["DP"]);
    let date = published::read(written).or_else(|| published::read(record.slice(&["DEP"])));
    let identifiers = || record.lines("LID").chain(record.lines("AID"));
    let doi = identifiers().find_map(|text| text.strip_suffix("[doi]")).unwrap_or("");
    let pmid = record.slice(&["PMID"]);
    let authors: Vec<&str> = record.lines("FAU").collect();
    let authors = if authors.is_empty() { record.lines("AU").collect() } else { authors };
    Publication {
        title: Cow::Owned(title.strip_suffix('.').unwrap_or(&title).to_owned()),
        raw: record.raw,
        date,
        unread_date: (date.is_none() && !written.is_empty()).then_some(Cow::Borrowed(written)),
        doi: Cow::Borrowed(doi.trim()),
        ids: vec![format!("pmid:{pmid}")],
        authors: authors.join("; "),
        link: Cow::Owned(format!("https://pubmed.ncbi.nlm.nih.gov/{pmid}/")),
        affiliations: affiliations(record),
        standing: Standing {
            is_retracted: record.lines("PT").any(|kind| kind.eq_ignore_ascii_case("Retracted Publication")),
            ..Standing::default()
        },
        ..Publication::default()
    }
}

/// The addresses of all authors. Older records put several in one value, with `; ` between them.
fn affiliations<'t>(record: &TaggedRecord<'t>) -> Vec<RecordedAffiliation<'t>> {
    let whole = record.all("AD").map(Field::text);
    let parts = whole.flat_map(|text| addresses(&text).into_iter().map(str::to_owned).collect::<Vec<_>>());
    parts
        .map(|text| RecordedAffiliation::Written {
            text: Cow::Owned(text),
            grammar: AddressGrammar::PubMed,
            country: None,
        })
        .collect()
}

/// The addresses of a value, without what is for letters.
pub(crate) fn addresses(text: &str) -> Vec<&str> {
    let parts = text.split("; ").flat_map(|part| part.split(";\u{a0}"));
    let parts = parts.map(|part| before_mail(part).trim().trim_end_matches('.').trim_end());
    parts.filter(|part| !part.is_empty()).collect()
}

/// An address without `Electronic address: …` behind it.
fn before_mail(text: &str) -> &str {
    let lower = text.to_ascii_lowercase();
    let at = ["electronic address:", "e-mail:", "email:"].iter().filter_map(|word| lower.find(word)).min();
    at.map_or(text, |at| text.get(..at).unwrap_or(text))
}
