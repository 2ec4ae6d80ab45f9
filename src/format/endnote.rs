//! EndNote's import form (`.enw`): lines of `%`, a letter and a value.

use std::borrow::Cow;

use crate::format::document::Document;
use crate::format::info::{FormatInfo, Grammar, Syntax};
use crate::format::tagged::{Dialect, TaggedDecoder, TaggedRecord, add_publications};
use crate::ingest::assembler::CorpusAssembler;
use crate::ingest::options::Options;
use crate::ingest::publications::{ExportAdvice, ExportSource, Publication, RecordedAffiliation};
use crate::names::affiliation::AddressGrammar;
use crate::normalize::published;
use crate::source::error::Error;

static GRAMMAR: Grammar = Grammar { label: "EndNote (ENW)", begins: Some(begins) };

/// Decodes EndNote's import form.
pub(crate) static ENDNOTE: TaggedDecoder = TaggedDecoder {
    info: &FormatInfo {
        key: "endnote",
        aliases: &["enw"],
        extensions: &["enw"],
        syntax: Syntax::Own(&GRAMMAR),
        precedence: 2,
    },
    dialect: Dialect { line, opens: &["%0"], closes: None, outside: &[] },
    read,
};

const SOURCE: ExportSource = ExportSource { name: "EndNote (ENW)", field: "%+", advice: ExportAdvice::Export("CSV") };

fn begins(text: &str) -> bool {
    text.starts_with("%0 ")
}

/// A per cent sign, one character, a blank.
fn line(text: &str) -> Option<(&str, &str)> {
    let (tag, rest) = (text.get(..2)?, text.get(2..)?);
    let is_tag = tag.starts_with('%') && tag.as_bytes()[1].is_ascii_graphic();
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
    let (year, day) = (record.slice(&["%D"]), record.slice(&["%8"]));
    let date = published::within(year, day).or_else(|| published::read(day));
    let authors: Vec<&str> = record.lines("%A").collect();
    let addresses = record.lines("%+").flat_map(|line| line.split(';')).map(str::trim);
    let addresses = addresses.filter(|address| !address.is_empty());
    Publication {
        title: Cow::Owned(record.text(&["%T"])),
        raw: record.raw,
        date,
        unread_date: (date.is_none() && !year.is_empty()).then_some(Cow::Borrowed(year)),
        doi: Cow::Borrowed(record.slice(&["%R"])),
        authors: authors.join("; "),
        link: Cow::Borrowed(record.slice(&["%U"])),
        affiliations: addresses
            .map(|text| RecordedAffiliation::Written {
                text: Cow::Borrowed(text),
                grammar: AddressGrammar::Generic,
                country: None,
            })
            .collect(),
        ..Publication::default()
    }
}
