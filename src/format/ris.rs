//! RIS, the exchange format of reference managers and of most databases.

use std::borrow::Cow;

use crate::format::document::Document;
use crate::format::info::{FormatInfo, Grammar, Syntax};
use crate::format::tagged::{Dialect, TaggedDecoder, TaggedRecord, add_publications};
use crate::ingest::assembler::CorpusAssembler;
use crate::ingest::options::Options;
use crate::ingest::publications::{ExportAdvice, ExportSource, Publication, RecordedAffiliation};
use crate::ingest::record::Standing;
use crate::names::affiliation::AddressGrammar;
use crate::normalize::{doi, published};
use crate::source::error::Error;

static GRAMMAR: Grammar = Grammar { label: "RIS", begins: Some(begins) };

/// Decodes RIS.
pub(crate) static RIS: TaggedDecoder = TaggedDecoder {
    info: &FormatInfo { key: "ris", aliases: &[], extensions: &["ris"], syntax: Syntax::Own(&GRAMMAR), precedence: 2 },
    dialect: Dialect { line, opens: &["TY"], closes: Some("ER"), outside: &[] },
    read,
};

const SOURCE: ExportSource = ExportSource { name: "RIS", field: "AD", advice: ExportAdvice::Export("CSV") };

/// Lines of other programs that may stand before the first record.
const PREFACE: usize = 10;

fn begins(text: &str) -> bool {
    text.lines()
        .filter(|one| !one.trim().is_empty())
        .take(PREFACE)
        .any(|one| line(one).is_some_and(|(tag, _)| tag == "TY"))
}

/// A capital, a capital or digit, two blanks, a hyphen.
fn line(text: &str) -> Option<(&str, &str)> {
    let tag = text.get(..2)?;
    let [first, second] = tag.as_bytes() else { return None };
    let is_tag = first.is_ascii_uppercase() && (second.is_ascii_uppercase() || second.is_ascii_digit());
    let rest = text.get(2..)?.strip_prefix("  -")?;
    (is_tag && (rest.is_empty() || rest.starts_with(' '))).then_some((tag, rest))
}

/// Which program wrote the file, as far as it tells.
fn dialect(records: &[TaggedRecord<'_>]) -> &'static str {
    let Some(first) = records.first() else { return "" };
    let database = first.slice(&["DB", "DP"]).to_lowercase();
    let known = ["Scopus", "Embase", "CINAHL", "EBSCOhost", "ProQuest", "PubMed", "IEEE Xplore"];
    if first.slice(&["AN"]).starts_with("WOS:") {
        return "Web of Science";
    }
    let found = known.into_iter().find(|name| database.contains(&name.to_lowercase()));
    found.or_else(|| first.lines("N1").any(|note| note.starts_with("Export Date:")).then_some("Scopus")).unwrap_or("")
}

fn read(
    document: &Document<'_>,
    records: &[TaggedRecord<'_>],
    options: &Options,
    assembler: &mut CorpusAssembler<'_>,
) -> Result<(), Error> {
    let from = dialect(records);
    let grammar = match from {
        "Scopus" => AddressGrammar::Scopus,
        "Web of Science" => AddressGrammar::WebOfScience,
        "PubMed" => AddressGrammar::PubMed,
        _ => AddressGrammar::Generic,
    };
    add_publications(document, records, (options, assembler), (SOURCE, from), |record| publication(record, grammar))
}

fn publication<'t>(record: &TaggedRecord<'t>, grammar: AddressGrammar) -> Publication<'t> {
    // A short title may stand beside the whole one.
    let titles = ["TI", "T1", "CT", "BT"].map(|tag| record.text(&[tag]));
    let title = match &titles {
        [short, long, ..] if !short.is_empty() && long.starts_with(short.as_str()) => long.clone(),
        _ => titles.iter().find(|title| !title.is_empty()).cloned().unwrap_or_default(),
    };
    let dates: Vec<&str> = ["PY", "Y1", "DA", "Y2"].into_iter().map(|tag| record.slice(&[tag])).collect();
    let read = dates.iter().take(3).filter_map(|text| published::read(text));
    // The most exact of those of one year.
    let date = read.clone().next().and_then(|first| {
        read.filter(|other| other.year_number() == first.year_number())
            .max_by_key(|date| (date.month_number().is_some(), date.day_number().is_some()))
    });
    let written = dates.iter().find(|text| !text.is_empty()).copied().unwrap_or("");
    let doi =
        ["DO", "M3", "UR", "L3"].into_iter().flat_map(|tag| record.lines(tag)).find(|text| doi::of(text).is_some());
    let link = record.slice(&["UR"]);
    let number = record.slice(&["AN"]);
    let mut ids = Vec::new();
    if number.starts_with("WOS:") {
        ids.push(format!("wos:{number}"));
    }
    if let Some((_, eid)) = link.split_once("eid=") {
        ids.push(format!("eid:{}", eid.split('&').next().unwrap_or(eid)));
    }
    let mut authors: Vec<&str> = record.lines("AU").chain(record.lines("A1")).collect();
    let mut seen = std::collections::BTreeSet::new();
    authors.retain(|author| seen.insert(*author));
    let kinds: Vec<String> = ["M3", "TY", "KW"].into_iter().map(|tag| record.text(&[tag]).to_lowercase()).collect();
    Publication {
        title: Cow::Owned(title),
        raw: record.raw,
        date,
        unread_date: (date.is_none() && !written.is_empty()).then_some(Cow::Borrowed(written)),
        doi: Cow::Borrowed(doi.unwrap_or("")),
        ids,
        authors: authors.join("; "),
        link: Cow::Borrowed(link),
        affiliations: affiliations(record, grammar),
        standing: Standing {
            is_retracted: kinds.iter().any(|kind| kind.contains("retracted publication")),
            ..Standing::default()
        },
        ..Publication::default()
    }
}

/// Addresses: one a tag, or one a line of a tag (EndNote); several may stand in one value with `;` between them. A line that
/// holds no comma and follows one without an end goes on with it.
fn affiliations<'t>(record: &TaggedRecord<'t>, grammar: AddressGrammar) -> Vec<RecordedAffiliation<'t>> {
    let mut addresses: Vec<Cow<'t, str>> = Vec::new();
    for field in record.all("AD") {
        let mut lines: Vec<Cow<'t, str>> = Vec::new();
        for line in field.lines.iter().filter(|line| !line.is_empty()) {
            match lines.last_mut().filter(|last| last.ends_with(',') || last.ends_with(" of") || last.ends_with('&')) {
                Some(last) => *last = Cow::Owned(format!("{last} {line}")),
                None => lines.push(Cow::Borrowed(*line)),
            }
        }
        addresses.extend(lines);
    }
    let parts = addresses.iter().flat_map(|address| match address {
        Cow::Borrowed(text) => text.split(';').map(|part| Cow::Borrowed(part.trim())).collect::<Vec<_>>(),
        Cow::Owned(text) => text.split(';').map(|part| Cow::Owned(part.trim().to_owned())).collect(),
    });
    let parts = parts.filter(|part: &Cow<'t, str>| !part.is_empty());
    parts.map(|text| RecordedAffiliation::Written { text, grammar, country: None }).collect()
}
