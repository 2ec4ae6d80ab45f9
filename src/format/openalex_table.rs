//! Downloads of OpenAlex as CSV, in their three forms: dotted headers with dictionaries of affiliations (2024), dotted
//! headers with names and ids (2025), headers in words (2026).
//!
//! Lists are joined by `|`, which may stand within a name, too: then ids tell where names end. Countries stand for authors,
//! not for institutions, and are not taken.

use std::borrow::Cow;
use std::ops::ControlFlow;

use crate::corpus::hashing::FastMap;
use crate::format::document::Document;
use crate::format::export::{Export, ExportDecoder, ExportRow, Quoting, add_rows};
use crate::format::info::{FormatInfo, Syntax};
use crate::ingest::assembler::CorpusAssembler;
use crate::ingest::options::Options;
use crate::ingest::publications::{ExportAdvice, ExportSource, Publication, Publications, RecordedAffiliation};
use crate::ingest::record::Standing;
use crate::names::affiliation::{self, AddressGrammar};
use crate::normalize::entities::decoded;
use crate::normalize::published;
use crate::normalize::text::trim;
use crate::source::error::Error;

/// Decodes tables of OpenAlex.
pub(crate) static OPENALEX_TABLE: ExportDecoder = ExportDecoder {
    info: &FormatInfo {
        key: "openalex-table",
        aliases: &["openalex-csv"],
        extensions: &[],
        syntax: Syntax::Delimited,
        precedence: 1,
    },
    is_such: |_, row| {
        let is_dotted = row.headers.iter().any(|header| header.trim().starts_with("authorships."));
        let is_in_words =
            row.has("workid") && (row.has("institution") || row.has("institutionids") || row.has("author"));
        is_dotted || is_in_words && row.has("title")
    },
    institutions: &[
        "authorshipsinstitutionsdisplayname",
        "authorshipsinstitutionsid",
        "authorshipsaffiliations",
        "authorshipsrawaffiliationstrings",
        "institution",
        "institutionids",
    ],
    read,
};

const SOURCE: ExportSource = ExportSource {
    name: "OpenAlex CSV",
    field: "Institution",
    advice: ExportAdvice::Field("Institution, Institution IDs"),
};

/// Names of institutions by their ids.
type NamesById = FastMap<String, String>;

/// The columns that are read.
struct Columns {
    id: Option<usize>,
    title: Option<usize>,
    dates: [Option<usize>; 2],
    doi: Option<usize>,
    kind: Option<usize>,
    retracted: Option<usize>,
    paratext: Option<usize>,
    authors: Option<usize>,
    citations: Option<usize>,
    names: Option<usize>,
    ids: Option<usize>,
    dictionaries: Option<usize>,
    written: Option<usize>,
}

impl Columns {
    fn of(export: &Export<'_>) -> Self {
        Self {
            id: export.find(&["workid", "id"]),
            title: export.find(&["title", "displayname"]),
            dates: [export.find(&["publicationdate", "date"]), export.find(&["publicationyear", "year"])],
            doi: export.find(&["doi"]),
            kind: export.find(&["type"]),
            retracted: export.find(&["isretracted", "retracted"]),
            paratext: export.find(&["isparatext", "paratext"]),
            authors: export.find(&["authorshipsauthordisplayname", "author", "authorshipsrawauthorname"]),
            citations: export.find(&["citedbycount", "citationcount"]),
            names: export.find(&["authorshipsinstitutionsdisplayname", "institution"]),
            ids: export.find(&["authorshipsinstitutionsid", "institutionids"]),
            dictionaries: export.find(&["authorshipsaffiliations"]),
            written: export.find(&["authorshipsrawaffiliationstrings"]),
        }
    }

    /// The form that these columns are of.
    fn generation(&self, export: &Export<'_>) -> &'static str {
        match () {
            () if export.find(&["workid"]).is_some() => "2026",
            () if self.names.is_none() && self.dictionaries.is_some() => "2024",
            () => "2025",
        }
    }
}

fn read(document: &Document<'_>, options: &Options, assembler: &mut CorpusAssembler<'_>) -> Result<(), Error> {
    let export = Export::new(document, Quoting::Quotes, options)?;
    let columns = Columns::of(&export);
    let generation = columns.generation(&export);
    let mut publications = Publications::new(assembler, document, (SOURCE, generation), &options.whole_names);
    let known = names_of_ids(document, &export, &columns)?;
    add_rows(&mut publications, (document, &export), |publications, cleaning, mut row| {
        let location = document.record_at(publications.input, row.anchor);
        cleaning.clean(location.row(), &mut row);
        let publication = publication(&row, &columns, &known);
        publications.add(&location, &publication);
    })?;
    publications.finish(document)
}

/// What parts the lists of a cell.
fn mark(cell: &str) -> &'static str {
    if cell.contains('|') || !cell.contains("; ") { "|" } else { ";" }
}

fn list(cell: &str) -> Vec<&str> {
    if cell.is_empty() { Vec::new() } else { cell.split(mark(cell)).map(trim).collect() }
}

/// The names of ids, by the rows that have as many names as ids; looked for only where a row has not.
fn names_of_ids(document: &Document<'_>, export: &Export<'_>, columns: &Columns) -> Result<NamesById, Error> {
    let (mut known, mut is_wanted) = (NamesById::default(), false);
    for pass in 0..2 {
        export.each(document, |row| {
            let (names, ids) = (decoded(row.cell(columns.names)), list(row.cell(columns.ids)));
            let names = list(&names);
            if names.len() == ids.len() {
                if pass == 1 {
                    for (id, name) in ids.into_iter().zip(names) {
                        known.entry(id.to_owned()).or_insert_with(|| name.to_owned());
                    }
                }
            } else if !names.is_empty() {
                is_wanted = true;
            }
            if pass == 0 && is_wanted { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        })?;
        if !is_wanted {
            break;
        }
    }
    Ok(known)
}

fn publication<'r>(row: &'r ExportRow<'_>, columns: &Columns, known: &'r NamesById) -> Publication<'r> {
    let is_true = |column: Option<usize>| matches!(row.cell(column).to_lowercase().as_str(), "true" | "1" | "yes");
    let written = columns.dates.map(|column| row.cell(column));
    let date = written.iter().find_map(|text| published::read(text));
    let unread = written.iter().find(|text| !text.is_empty()).copied().filter(|_| date.is_none());
    let kind = row.cell(columns.kind);
    let id = row.cell(columns.id);
    let number = id.rsplit('/').next().unwrap_or(id);
    Publication {
        title: Cow::Borrowed(row.cell(columns.title)),
        raw: row.raw,
        date,
        unread_date: unread.map(Cow::Borrowed),
        doi: Cow::Borrowed(row.cell(columns.doi)),
        ids: (!number.is_empty()).then(|| format!("openalex:{number}")).into_iter().collect(),
        authors: list(row.cell(columns.authors)).join("; "),
        link: if number.is_empty() { Cow::Borrowed("") } else { Cow::Owned(format!("https://openalex.org/{number}")) },
        citations: row.cell(columns.citations).parse().ok(),
        affiliations: affiliations(row, columns, known),
        standing: Standing {
            is_retracted: is_true(columns.retracted),
            is_paratext: is_true(columns.paratext) || kind == "paratext",
            ..Standing::default()
        },
        ..Publication::default()
    }
}

fn affiliations<'r>(row: &'r ExportRow<'_>, columns: &Columns, known: &'r NamesById) -> Vec<RecordedAffiliation<'r>> {
    let (names, ids) = (row.cell(columns.names), list(row.cell(columns.ids)));
    let pairs = named(names, &ids, known);
    if !pairs.is_empty() {
        return pairs.into_iter().map(|(id, name)| identified(id, name)).collect();
    }
    if !names.is_empty() {
        let names = list(names).into_iter().filter(|name| !name.is_empty());
        return names
            .map(|name| RecordedAffiliation::Standardised { name: Cow::Borrowed(name), country: None })
            .collect();
    }
    let dictionaries = dictionaries(row.cell(columns.dictionaries));
    if !dictionaries.is_empty() {
        return dictionaries;
    }
    let texts = list(row.cell(columns.written)).into_iter().filter(|text| !text.is_empty());
    texts
        .map(|text| RecordedAffiliation::Written {
            text: Cow::Borrowed(text),
            grammar: AddressGrammar::Generic,
            country: None,
        })
        .collect()
}

/// One institution of an id, with or without `https://openalex.org/` before it.
fn identified<'r>(id: &'r str, name: &'r str) -> RecordedAffiliation<'r> {
    let number = id.rsplit('/').next().unwrap_or(id);
    RecordedAffiliation::Identified {
        id: Cow::Owned(format!("https://openalex.org/{number}")),
        name: Cow::Borrowed(name),
        ror: None,
        country: None,
    }
}

/// Ids with their names. Where there are more pieces than ids, a name holds the mark: names that other rows tell end where
/// they end, and one that none tells is what is left of it.
fn named<'r>(names: &'r str, ids: &[&'r str], known: &'r NamesById) -> Vec<(&'r str, &'r str)> {
    let pieces = list(names);
    let ids: Vec<&'r str> = ids.to_vec();
    if pieces.len() == ids.len() || pieces.is_empty() {
        let name = |at: usize, id: &'r str| {
            pieces.get(at).copied().or_else(|| known.get(id).map(String::as_str)).unwrap_or("")
        };
        return ids.iter().enumerate().filter(|(_, id)| !id.is_empty()).map(|(at, id)| (*id, name(at, id))).collect();
    }
    let mut pairs = Vec::new();
    let mut rest = names;
    for (at, id) in ids.iter().enumerate() {
        let name = match known.get(*id).map(String::as_str) {
            Some(name) if rest.starts_with(name) => name,
            _ => {
                let next = ids.get(at + 1..).unwrap_or_default().iter().find_map(|id| known.get(*id));
                let end = next.and_then(|next| rest.find(&format!("|{next}"))).unwrap_or(rest.len());
                let is_last = at + 1 == ids.len();
                if next.is_none() && !is_last { "" } else { &rest[..end] }
            }
        };
        rest = rest.get(name.len()..).unwrap_or("").trim_start_matches('|');
        pairs.push((*id, name));
    }
    pairs
}

/// Dictionaries as Python writes them: `{'raw_affiliation_string': '…', 'institution_ids': ['https://openalex.org/I1']}`.
/// Their institutions have no names of their own, so that the text stands for a single one.
fn dictionaries(cell: &str) -> Vec<RecordedAffiliation<'_>> {
    let mut found = Vec::new();
    for part in cell.split("}|{").flat_map(|part| part.split("}, {")) {
        let Some((_, rest)) = part.split_once("raw_affiliation_string") else { continue };
        let text = rest.get(1..).and_then(python_text).unwrap_or_default();
        let ids: Vec<&str> = part.split("openalex.org/I").skip(1).map(digits).collect();
        if text.is_empty() && ids.is_empty() {
            continue;
        }
        match ids.as_slice() {
            [] => found.push(RecordedAffiliation::Written {
                text: Cow::Owned(text),
                grammar: AddressGrammar::Generic,
                country: None,
            }),
            [id] => found.push(RecordedAffiliation::Identified {
                id: Cow::Owned(format!("https://openalex.org/I{id}")),
                name: Cow::Owned(organisation(&text)),
                ror: None,
                country: None,
            }),
            several => {
                for id in several {
                    found.push(RecordedAffiliation::Identified {
                        id: Cow::Owned(format!("https://openalex.org/I{id}")),
                        name: Cow::Borrowed(""),
                        ror: None,
                        country: None,
                    });
                }
            }
        }
    }
    found
}

/// The organisation that an address names.
fn organisation(text: &str) -> String {
    affiliation::parse(text, AddressGrammar::Generic).organisation.unwrap_or_else(|| text.to_owned())
}

fn digits(text: &str) -> &str {
    text.split(|letter: char| !letter.is_ascii_digit()).next().unwrap_or("")
}

/// The first text in quotes of either kind.
fn python_text(text: &str) -> Option<String> {
    let start =
        text.find(['\'', '"']).filter(|&at| text[..at].trim().trim_start_matches(['\'', ':']).trim().is_empty())?;
    let text = match text[start..].strip_prefix("':").or_else(|| text[start..].strip_prefix("\":")) {
        Some(rest) => rest.trim_start(),
        None => &text[start..],
    };
    let quote = text.chars().next().filter(|letter| matches!(letter, '\'' | '"'))?;
    let mut own = String::new();
    let mut letters = text.chars().skip(1);
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => own.extend(letters.next()),
            letter if letter == quote => return Some(own),
            letter => own.push(letter),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_tell_where_names_end() {
        let known: NamesById = [("I1".to_owned(), "Northfield University".to_owned())].into_iter().collect();
        let found = named("Northfield University|Lake | Hill Institute", &["I1", "I2"], &known);
        assert_eq!(found, [("I1", "Northfield University"), ("I2", "Lake | Hill Institute")]);
        let found = named("Lake | Hill Institute|Northfield University", &["I2", "I1"], &known);
        assert_eq!(found, [("I2", "Lake | Hill Institute"), ("I1", "Northfield University")]);
    }

    #[test]
    fn dictionaries_of_python_are_read() {
        let cell = "{'raw_affiliation_string': 'Lab Q, Northfield University, Seoul, Korea', 'institution_ids': \
                    ['https://openalex.org/I1']}|{'raw_affiliation_string': \"King's Lab, Boston, USA\", 'institution_ids': []}";
        let found = dictionaries(cell);
        assert_eq!(found.len(), 2);
        assert!(matches!(&found[0], RecordedAffiliation::Identified { id, .. } if id == "https://openalex.org/I1"));
        assert!(matches!(&found[1], RecordedAffiliation::Written { text, .. } if text == "King's Lab, Boston, USA"));
    }
}
