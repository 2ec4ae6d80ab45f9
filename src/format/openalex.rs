//! Works of OpenAlex: `{"results":[…]}`, an array, or one a line.

use crate::corpus::date::Date;
use crate::corpus::hashing::{FastMap, FastSet};
use crate::corpus::institution::{Institution, Names};
use crate::corpus::table::InputMetadata;
use crate::format::document::Document;
use crate::format::info::{FormatInfo, Syntax};
use crate::format::json::{Str, Text};
use crate::format::json_decoder::JsonDecoder;
use crate::format::json_shape::Schema;
use crate::format::openalex_entity::{entity_of, is_work};
use crate::ingest::assembler::CorpusAssembler;
use crate::ingest::attributes::BLANK;
use crate::ingest::location::RecordLocation;
use crate::ingest::location::SourceLocation;
use crate::ingest::merge::MergeRule;
use crate::ingest::notice::Kind;
use crate::ingest::record::{Evidence, Namesakes, Record, Standing, add_once};
use crate::message;
use crate::normalize::doi;
use crate::normalize::text::{clean, trim};
use crate::source::error::Error;
use crate::source::position::{Anchor, LineIndex, line_of, locate};
use serde::Deserialize;
use serde_json::value::RawValue;
use std::borrow::Cow;

/// Decodes works of OpenAlex.
pub(crate) static OPENALEX: JsonDecoder = JsonDecoder {
    info: &FormatInfo { key: "openalex", aliases: &[], extensions: &[], syntax: Syntax::Json, precedence: 1 },
    schema: Schema::OpenAlex,
    read,
    streams: true,
};

/// What identifies an institution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum By {
    Id,
    Name,
}

#[derive(Deserialize)]
struct Page<'a> {
    #[serde(borrow)]
    results: Vec<&'a RawValue>,
}

#[derive(Deserialize)]
pub(crate) struct Work<'a> {
    #[serde(borrow, default)]
    id: Option<Str<'a>>,
    #[serde(borrow, default)]
    title: Option<Str<'a>>,
    #[serde(borrow, default)]
    display_name: Option<Str<'a>>,
    #[serde(borrow, default)]
    publication_date: Option<Str<'a>>,
    #[serde(default)]
    publication_year: Option<u16>,
    #[serde(default)]
    cited_by_count: Option<u32>,
    #[serde(borrow, default)]
    doi: Option<Str<'a>>,
    #[serde(borrow, default)]
    authorships: Option<Vec<Authorship<'a>>>,
    #[serde(default)]
    is_retracted: Option<bool>,
    #[serde(default)]
    is_paratext: Option<bool>,
    #[serde(default)]
    is_authors_truncated: Option<bool>,
}

#[derive(Deserialize)]
pub(crate) struct Authorship<'a> {
    #[serde(borrow, default)]
    author: Option<Author<'a>>,
    #[serde(borrow, default)]
    institutions: Option<Vec<Affiliation<'a>>>,
}

#[derive(Deserialize)]
pub(crate) struct Author<'a> {
    #[serde(borrow, default)]
    id: Option<Str<'a>>,
    #[serde(borrow, default)]
    orcid: Option<Str<'a>>,
    #[serde(borrow, default)]
    display_name: Option<Str<'a>>,
}

/// The authors of a work as texts.
#[derive(Default)]
struct Authors {
    names: String,
    /// ORCID, else the identifier of OpenAlex, a line each.
    ids: String,
    are_split: bool,
}

impl Authors {
    fn of(work: &Work<'_>) -> Self {
        let authors = || work.authorships.iter().flatten().filter_map(|authorship| authorship.author.as_ref());
        let named: Vec<(&str, &Author<'_>)> = authors()
            .filter_map(|author| Some((author.display_name.as_deref().filter(|name| !name.is_empty())?, author)))
            .collect();
        // A comma within a name is none between two.
        let are_split = named.iter().any(|(name, _)| name.contains([',', '&']) || name.contains(" and "));
        let id = |author: &Author<'_>| author.orcid.as_deref().or(author.id.as_deref()).unwrap_or("").to_owned();
        let ids: Vec<String> = named.iter().map(|(_, author)| id(author)).collect();
        let names: Vec<&str> = named.iter().map(|(name, _)| *name).collect();
        Self {
            names: names.join(if are_split { "; " } else { ", " }),
            ids: if ids.iter().all(String::is_empty) { String::new() } else { ids.join("\n") },
            are_split,
        }
    }
}

/// An institution of an author.
#[derive(Deserialize)]
pub(crate) struct Affiliation<'a> {
    #[serde(borrow, default)]
    id: Option<Str<'a>>,
    #[serde(borrow, default)]
    display_name: Option<Str<'a>>,
    #[serde(borrow, default)]
    ror: Option<Str<'a>>,
    #[serde(borrow, default)]
    country_code: Option<Str<'a>>,
    #[serde(borrow, default, rename = "type")]
    kind: Option<Str<'a>>,
}

/// The error of an object that is no work.
fn no_work(json: &Text<'_>, part: &str, work: &Work<'_>) -> Error {
    let position = locate(json.text, json.offset(part));
    let what = match work.id.as_deref().and_then(entity_of) {
        Some(entity) => message!("format-openalex", name = entity.plural()),
        None => message!("format-object-neither-title-nor"),
    };
    Error::at(json.name, position.line, position.column, message!("format-no-work-expected-work", what = what))
}

/// Whom works of this shape are credited to: OpenAlex, where its addresses stand in them.
pub(crate) fn credit(bytes: &[u8]) -> &'static str {
    if memchr::memmem::find(bytes, b"openalex.org/").is_some() { "OpenAlex (CC0)" } else { "" }
}

/// Reads works in any of the three shapes.
fn read(document: &Document<'_>, assembler: &mut CorpusAssembler<'_>) -> Result<(), Error> {
    let json = Text { name: document.name, text: document.text };
    let works = parts(&json)?;
    let citation = credit(document.text.as_bytes()).to_owned();
    let input = assembler.input(document.name, InputMetadata { citation, ..document.input() });
    let mut reader = Reader::new(assembler, input);
    for part in works {
        reader.work(&document.record(input, json.offset(part)), &work(&json, part)?, part);
    }
    Ok(())
}

/// Parses a work. O(bytes).
///
/// # Errors
/// It is no JSON, or no work.
pub(crate) fn work<'t>(json: &Text<'t>, part: &'t str) -> Result<Work<'t>, Error> {
    let work: Work<'_> = json.read(part)?;
    if work.is_work() { Ok(work) } else { Err(no_work(json, part, &work)) }
}

/// Reads some lines only: where each starts in the text, and its number in the input, whose number is given. Places in
/// errors are those of the text. O(bytes of the lines).
pub(crate) fn read_some(
    assembler: &mut CorpusAssembler<'_>,
    input: u16,
    text: &str,
    lines: &[(usize, u64)],
) -> Result<(), Error> {
    let (json, index) = (Text { name: "", text }, LineIndex::new(text));
    let mut reader = Reader::new(assembler, input);
    for &(offset, line) in lines {
        let part = line_of(text, offset);
        let anchor = Anchor::of_line(offset, line);
        reader.work(&RecordLocation { input, text, anchor, index: Some(&index) }, &work(&json, part)?, part);
    }
    Ok(())
}

/// The date of a work that stands on a line; `None` where it has none.
pub(crate) fn date_of(line: &[u8]) -> Option<Date> {
    #[derive(Deserialize)]
    struct Dated<'a> {
        #[serde(borrow, default)]
        publication_date: Option<Str<'a>>,
        #[serde(default)]
        publication_year: Option<u16>,
    }
    let work: Dated<'_> = serde_json::from_slice(line).ok()?;
    date(work.publication_date.as_deref().unwrap_or(""), work.publication_year)
}

/// The day of publication, else the year.
fn date(recorded: &str, year: Option<u16>) -> Option<Date> {
    Date::parse_iso(recorded).or_else(|| year.and_then(Date::year))
}

/// The name of a work that stands on a line.
pub(crate) fn name_of(line: &[u8]) -> Option<String> {
    let work: Work<'_> = serde_json::from_slice(line).ok()?;
    Some(work.name().to_owned())
}

/// The slices of the single works.
fn parts<'t>(json: &Text<'t>) -> Result<Vec<&'t str>, Error> {
    let text = json.text.trim_start_matches('\u{FEFF}');
    let start = text.trim_start();
    if start.starts_with('[') {
        let works: Vec<&RawValue> = json.read(text)?;
        return Ok(works.into_iter().map(RawValue::get).collect());
    }
    let first = start.lines().next().unwrap_or("");
    // A whole object on the first line, and more after it: one work a line.
    let one_a_line = first.trim_end().ends_with('}') && serde_json::from_str::<serde::de::IgnoredAny>(first).is_ok();
    if !one_a_line || first.contains("\"results\"") && serde_json::from_str::<Page<'_>>(first).is_ok() {
        if start.contains("\"results\"") && json.read::<Page<'_>>(text).is_ok() {
            let page: Page<'_> = json.read(text)?;
            return Ok(page.results.into_iter().map(RawValue::get).collect());
        }
        if !one_a_line {
            // One work over several lines, or the error that says why it is none.
            let work: &RawValue = json.read(text)?;
            return Ok(vec![work.get()]);
        }
    }
    Ok(text.lines().filter(|line| !line.trim().is_empty()).map(str::trim).collect())
}

impl Work<'_> {
    /// Whether it is a work at all.
    pub(crate) fn is_work(&self) -> bool {
        is_work(self.id(), self.title.is_some() || self.display_name.is_some(), self.authorships.is_some())
    }

    pub(crate) fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    pub(crate) fn name(&self) -> &str {
        self.title.as_deref().or(self.display_name.as_deref()).unwrap_or_default()
    }
}

impl Affiliation<'_> {
    /// Its key: its id, else its ROR id; its name where both are missing or blank.
    pub(crate) fn key(&self) -> (&str, By) {
        match self.id.as_deref().or(self.ror.as_deref()) {
            Some(id) if !id.is_empty() => (id, By::Id),
            _ => (self.display_name.as_deref().unwrap_or_default(), By::Name),
        }
    }
}

/// Adds works, each of them once.
pub(crate) struct Reader<'g, 'o> {
    assembler: &'g mut CorpusAssembler<'o>,
    input: u16,
    /// Ids of works, with the line on which they stand first.
    ids: FastMap<String, u64>,
    entities: Vec<u32>,
}

impl<'g, 'o> Reader<'g, 'o> {
    pub(crate) fn new(assembler: &'g mut CorpusAssembler<'o>, input: u16) -> Self {
        Self { assembler, input, ids: FastMap::default(), entities: Vec::new() }
    }

    /// Adds a work unless one of its id was there before. O(affiliations).
    pub(crate) fn work(&mut self, location: &RecordLocation<'_>, work: &Work<'_>, part: &str) {
        if self.is_repeated(location, work) {
            return;
        }
        self.entities.clear();
        let mut seen = FastSet::default();
        for authorship in work.authorships.iter().flatten() {
            for affiliation in authorship.institutions.iter().flatten() {
                if let Some(entity) = entity(self.assembler, location, affiliation) {
                    add_once(&mut self.entities, &mut seen, entity);
                }
            }
        }
        let authors = Authors::of(work);
        let date = self.date(location, work, part);
        let cell = work.doi.as_deref().filter(|_| self.assembler.held.is_some());
        let doi = cell.and_then(doi::of).unwrap_or_default();
        let number = work.id().and_then(|id| id.rsplit('/').next()).filter(|_| self.assembler.held.is_some());
        let own = number.filter(|number| !number.is_empty()).map(|number| format!("openalex:{number}"));
        let ids: Vec<String> = own.into_iter().chain((!doi.is_empty()).then(|| format!("doi:{doi}"))).collect();
        let record = Record {
            name: work.name(),
            name_raw: part,
            entities: &self.entities,
            date,
            authors: &authors.names,
            author_ids: &authors.ids,
            are_authors_split: authors.are_split,
            is_ordered: true,
            links: work.doi.as_deref().or(work.id.as_deref()).unwrap_or(""),
            citations: work.cited_by_count,
            namesakes: Namesakes::Expected,
            doi: &doi,
            ids: &ids,
            evidence: Evidence::Identifier,
            standing: Standing {
                is_retracted: work.is_retracted == Some(true),
                is_paratext: work.is_paratext == Some(true),
                is_cut: work.is_authors_truncated == Some(true),
            },
            ..Record::default()
        };
        self.assembler.record(location, &record);
    }

    /// Whether a work of this id was there before.
    fn is_repeated(&mut self, location: &RecordLocation<'_>, work: &Work<'_>) -> bool {
        let Some(id) = work.id.as_deref().filter(|id| !id.is_empty()) else { return false };
        let line = location.anchor.line;
        let Some(&first) = self.ids.get(id) else {
            self.ids.insert(id.to_owned(), line);
            return false;
        };
        self.assembler.tell_same_work(
            location,
            message!("format-stands-line-already-counted", id = id, first = first.to_string()),
        );
        true
    }

    fn date(&mut self, location: &RecordLocation<'_>, work: &Work<'_>, part: &str) -> Option<Date> {
        let recorded = work.publication_date.as_deref().unwrap_or("");
        let date = Date::parse_iso(recorded);
        if date.is_none() && !recorded.is_empty() {
            let date_location = SourceLocation { input: self.input, ..location.place(recorded, part) };
            self.assembler.notice(
                Kind::DateUnreadable,
                date_location,
                message!("format-no-date-year-taken", recorded = recorded),
            );
        }
        date.or_else(|| self::date("", work.publication_year))
    }
}

/// The entity of an affiliation: by its id, else by its name; `None` when it has neither.
pub(crate) fn entity(
    assembler: &mut CorpusAssembler<'_>,
    location: &RecordLocation<'_>,
    affiliation: &Affiliation<'_>,
) -> Option<u32> {
    let recorded = trim(affiliation.display_name.as_deref().unwrap_or(""));
    let id = affiliation.id.as_deref().or(affiliation.ror.as_deref()).unwrap_or("");
    if id.is_empty() {
        return if recorded.is_empty() { None } else { assembler.mention(location, recorded, recorded, "") };
    }
    let institution = || Institution {
        names: Names::plain(&if recorded.is_empty() { Cow::Borrowed(id) } else { clean(recorded) }),
        ror: affiliation.ror.as_deref().map(str::to_owned),
        ..Institution::default()
    };
    let (entity, is_new) = assembler.registry.openalex(id, institution, || location.place(recorded, recorded));
    if is_new {
        let country = affiliation.country_code.as_deref().map(|code| assembler.country(location, trim(code), code));
        let sector = affiliation.kind.as_deref().map(|kind| assembler.sector(location, trim(kind), kind));
        assembler.fact(entity, country.filter(|&value| value != BLANK), sector.filter(|&value| value != BLANK));
    }
    if !recorded.is_empty() && assembler.registry.name(entity) != clean(recorded) {
        assembler.merged(recorded, entity, MergeRule::Identifier, location.place(recorded, recorded));
    }
    Some(entity)
}
