//! Web of Science plain text (`savedrecs.txt`) and the same tagged form for EndNote (`.ciw`).

use std::borrow::Cow;

use crate::format::document::Document;
use crate::format::info::{FormatInfo, Grammar, Syntax};
use crate::format::tagged::{Dialect, TaggedDecoder, TaggedRecord};
use crate::format::wos_record::{self, WosRecord, addresses_of, corresponding};
use crate::ingest::assembler::CorpusAssembler;
use crate::ingest::options::Options;
use crate::ingest::publications::{ExportAdvice, ExportSource, Publications};
use crate::normalize::text::trim;
use crate::source::error::Error;

static GRAMMAR: Grammar = Grammar { label: "Web of Science plain text", begins: Some(begins) };

/// Decodes plain text of the Web of Science.
pub(crate) static WOS: TaggedDecoder = TaggedDecoder {
    info: &FormatInfo {
        key: "wos",
        aliases: &["ciw", "isi"],
        extensions: &["ciw", "isi"],
        syntax: Syntax::Own(&GRAMMAR),
        precedence: 2,
    },
    dialect: Dialect { line, opens: &["PT"], closes: Some("ER"), outside: &["EF", "FN", "VR"] },
    read,
};

/// What the file is called, and what it lacks where it names no institutions.
pub(crate) const SOURCE: ExportSource =
    ExportSource { name: "Web of Science", field: "C1", advice: ExportAdvice::Field("Full Record (C1, C3)") };

fn begins(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim_end);
    let first = lines.next().unwrap_or("");
    let has_version = || text.lines().take(4).any(|line| line.trim() == "VR 1.0");
    first.starts_with("FN ") && has_version()
        || first.starts_with("PT ") && lines.next().is_some_and(|next| line(next).is_some() || next.starts_with("   "))
}

/// Two characters and a blank; three blanks continue the value above.
fn line(text: &str) -> Option<(&str, &str)> {
    let tag = text.get(..2)?;
    let is_tag = tag.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
        && tag.as_bytes()[0].is_ascii_uppercase();
    let rest = text.get(2..)?;
    (is_tag && (rest.is_empty() || rest.starts_with(' '))).then_some((tag, rest))
}

fn read(
    document: &Document<'_>,
    records: &[TaggedRecord<'_>],
    options: &Options,
    assembler: &mut CorpusAssembler<'_>,
) -> Result<(), Error> {
    let records: Vec<WosRecord<'_>> = records.iter().map(record).collect();
    let generation = if records.iter().any(|record| !record.names.is_empty()) { "C1 + C3" } else { "C1" };
    let mut publications = Publications::new(assembler, document, (SOURCE, generation), &options.whole_names);
    wos_record::add(&mut publications, document, &records);
    publications.finish(document)
}

fn record<'t>(record: &TaggedRecord<'t>) -> WosRecord<'t> {
    let text = |tags: &[&str]| -> Cow<'t, str> { Cow::Owned(record.text(tags)) };
    let addresses: Vec<String> = addresses(record);
    let mut bare: Vec<Cow<'t, str>> =
        addresses.iter().flat_map(|line| addresses_of(line)).map(|address| Cow::Owned(address.to_owned())).collect();
    if bare.is_empty() {
        bare = corresponding(&record.text(&["RP"])).into_iter().map(|one| Cow::Owned(one.to_owned())).collect();
    }
    let authors: Vec<&str> = record.lines("AF").collect();
    let authors = if authors.is_empty() { record.lines("AU").collect() } else { authors };
    WosRecord {
        offset: record.offset,
        raw: record.raw,
        title: text(&["TI"]),
        authors: authors.join("; "),
        year: text(&["PY"]),
        part: text(&["PD"]),
        early: text(&["EA"]),
        doi: text(&["DI"]),
        ut: text(&["UT"]),
        pmid: text(&["PM"]),
        kind: text(&["DT"]),
        citations: record.text(&["TC"]).parse().ok(),
        addresses: bare,
        names: record
            .text(&["C3"])
            .split(';')
            .map(trim)
            .filter(|name| !name.is_empty())
            .map(|name| Cow::Owned(name.to_owned()))
            .collect(),
    }
}

/// The addresses, one a line. In files of before 2012 one may go on in the next line: then it ends with a comma, or the next
/// line has too few parts for an address. Cited works under the wrong tag are none.
fn addresses(record: &TaggedRecord<'_>) -> Vec<String> {
    let mut addresses: Vec<String> = Vec::new();
    for line in record.lines("C1").filter(|line| !is_citation(line)) {
        let goes_on = |last: &String| {
            let is_whole = line.starts_with('[') || line.matches(',').count() >= 2;
            !last.ends_with('.') && (last.ends_with(',') || !is_whole)
        };
        match addresses.last_mut().filter(|last| goes_on(last)) {
            Some(last) => {
                last.push(' ');
                last.push_str(line);
            }
            None => addresses.push(line.to_owned()),
        }
    }
    addresses
}

/// Whether a line is a cited work: `ROE B, 1990, J ALPHA, V1, P2`.
fn is_citation(line: &str) -> bool {
    let is_year = |part: &str| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_digit());
    let mut parts = line.split(',').map(str::trim);
    let has_year = parts.nth(1).is_some_and(is_year);
    !line.starts_with('[') && (has_year || line.contains("DOI 10."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_lines_tell_the_format() {
        assert!(begins("FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\nAU Yun, A\n"));
        assert!(begins("PT J\nAU Yun, A\n"));
        for other in ["FN x\nA,B\n", "PT\tAU\tTI\n", "PT Telkom,1\nb,c\n", "PT,AU\n"] {
            assert!(!begins(other), "{other}");
        }
    }
}
