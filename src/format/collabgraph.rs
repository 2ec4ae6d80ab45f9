//! The project's own JSON: one document, an array of works, or one work a line.

use crate::corpus::country::Country;
use crate::corpus::date::Date;
use crate::corpus::hashing::FastSet;
use crate::corpus::institution::{Institution, Names, Sector};
use crate::corpus::table::InputMetadata;
use crate::corpus::work::SourceStatement;
use crate::format::document::Document;
use crate::format::info::{FormatInfo, Syntax};
use crate::format::json::{Entries, Str, Text};
use crate::format::json_decoder::JsonDecoder;
use crate::format::json_shape::Schema;
use crate::ingest::assembler::CorpusAssembler;
use crate::ingest::location::RecordLocation;
use crate::ingest::location::SourceLocation;
use crate::ingest::merge::MergeRule;
use crate::ingest::notice::Kind;
use crate::ingest::record::{Record, add_once};
use crate::message;
use crate::messages::Message;
use crate::names::authority::Verdict;
use crate::normalize::text::{clean, trim, visible};
use crate::normalize::{dates, links};
use crate::source::error::Error;
use crate::source::position::{Anchor, LineIndex, line_of, locate};
use serde::Deserialize;
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// The version of the format that is read.
const VERSION: u64 = 1;

/// An expected value, as errors name it.
type Shape = fn() -> Message;
const WORK: Shape = || message!("format-object-such-name-edsr");
const INSTITUTION: Shape = || message!("format-object-such-id-snu");
const NAMES: Shape = || message!("format-list-names-such-kaist");
const MENTION: Shape = || message!("format-name-such-kaist-object");
const TEXT: Shape = || message!("format-text-quotes");
const TEXTS: Shape = || message!("format-list-texts-such-b");
const WORDS: Shape = || message!("format-text-quotes-list");
const COUNT: Shape = || message!("format-whole-number-without-quotes");
const DAY: Shape = || message!("format-text-such-year");
const LIST: Shape = || message!("format-list-objects");
const STATEMENTS: Shape = || message!("format-list-such-source-says");

/// A key, as errors name it.
fn key_name(key: &str) -> Message {
    message!("format-json-key", key = key)
}

/// Keys that are none of the format's, and where each is first.
pub(crate) type UnknownKeys = BTreeMap<String, SourceLocation>;

/// What a reader of one input knows.
struct Reader<'g, 'o, 't> {
    assembler: &'g mut CorpusAssembler<'o>,
    json: Text<'t>,
    index: &'t LineIndex<'t>,
    input: u16,
    /// Entities of the institutions that this input declares, by their ids.
    declared: BTreeMap<String, u32>,
    /// Ids of declared institutions that the authority leaves out.
    dropped: BTreeSet<String>,
    unknown_keys: UnknownKeys,
    /// The start of the work that is read, or of its line.
    anchor: Anchor,
}

/// Decodes the project's own JSON document, or an array of its works.
pub(crate) static COLLABGRAPH: JsonDecoder = JsonDecoder {
    info: &FormatInfo {
        key: "collabgraph",
        aliases: &["json"],
        extensions: &["json"],
        syntax: Syntax::Json,
        precedence: 0,
    },
    schema: Schema::Collabgraph,
    read,
    streams: false,
};

fn read(document: &Document<'_>, assembler: &mut CorpusAssembler<'_>) -> Result<(), Error> {
    let json = Text { name: document.name, text: document.text };
    let body = document.text.trim_start_matches('\u{FEFF}');
    let mut input = document.input_of_works();
    if body.trim_start().starts_with('[') {
        let works: Vec<&RawValue> = json.read(body)?;
        let mut reader = Reader::new(assembler, json, &document.index, input);
        reader.works(works.into_iter().map(RawValue::get))?;
        reader.report_unknown_keys();
        return Ok(());
    }
    let entries: Entries<'_> = json.read(body)?;
    let mut institutions: Vec<&RawValue> = Vec::new();
    let mut works: Option<Vec<&RawValue>> = None;
    let mut unknown = Vec::new();
    for (key, value) in &entries.0 {
        let part = value.get();
        match key.as_ref() {
            "collabgraph" => check_version(&json, part)?,
            "citation" => input.citation = json.read(part)?,
            "as_of" => {
                let day: String = json.read(part)?;
                input.as_of = Some(Date::parse_iso(&day).ok_or_else(|| no_date(&json, part, &day))?);
            }
            "institutions" => {
                institutions = json.shaped(part, || key_name("institutions"), LIST)?;
            }
            "works" => works = Some(json.shaped(part, || key_name("works"), LIST)?),
            "name" | "name_ko" | "license" | "sources" => {}
            _ => unknown.push((key.to_string(), json.offset(part))),
        }
    }
    let works = works.ok_or_else(|| no_works(&json, body))?;
    let mut reader = Reader::new(assembler, json, &document.index, input);
    for (key, offset) in unknown {
        reader.unknown(&key, offset);
    }
    for institution in institutions {
        reader.institution(institution.get())?;
    }
    reader.assembler.registry.join_groups(&reader.declared);
    reader.works(works.into_iter().map(RawValue::get))?;
    reader.report_unknown_keys();
    Ok(())
}

/// Reads one work a line.
pub(crate) fn read_lines(document: &Document<'_>, assembler: &mut CorpusAssembler<'_>) -> Result<(), Error> {
    let json = Text { name: document.name, text: document.text };
    let body = document.text.trim_start_matches('\u{FEFF}');
    let mut reader = Reader::new(assembler, json, &document.index, document.input_of_works());
    // A single object over several lines is one work all the same.
    let first = body.trim_start().lines().next().unwrap_or("");
    if serde_json::from_str::<serde::de::IgnoredAny>(first).is_err() && serde_json::from_str::<&RawValue>(body).is_ok()
    {
        reader.works(std::iter::once(body.trim()))?;
    } else {
        reader.works(body.lines().map(str::trim).filter(|line| !line.is_empty()))?;
    }
    reader.report_unknown_keys();
    Ok(())
}

/// One notice for each key that is none of the format's.
pub(crate) fn report_unknown_keys(assembler: &mut CorpusAssembler<'_>, keys: UnknownKeys) {
    for (key, location) in keys {
        assembler.notice(Kind::Other, location, message!("format-key-known-ignored-wherever", key = &key));
    }
}

/// Reads some lines only: where each starts in the text, and its number in the input, whose number is given. Places in
/// errors are those of the text. O(bytes of the lines).
pub(crate) fn read_some(
    assembler: &mut CorpusAssembler<'_>,
    input: u16,
    text: &str,
    lines: &[(usize, u64)],
) -> Result<(), Error> {
    // Which key comes first, and where, is known of all lines only.
    add_lines(assembler, input, text, lines, &mut UnknownKeys::new())
}

/// The same, with the keys that are none of the format's.
pub(crate) fn add_lines(
    assembler: &mut CorpusAssembler<'_>,
    input: u16,
    text: &str,
    lines: &[(usize, u64)],
    unknown_keys: &mut UnknownKeys,
) -> Result<(), Error> {
    let index = LineIndex::new(text);
    let mut reader = Reader::of(assembler, Text { name: "", text }, &index, input);
    reader.unknown_keys = std::mem::take(unknown_keys);
    for &(offset, line) in lines {
        reader.anchor = Anchor::of_line(offset, line);
        let location = RecordLocation { input, text, anchor: reader.anchor, index: Some(&index) };
        let of_line = |error| Error { line: Some(line), ..error };
        reader.work(&location, line_of(text, offset)).map_err(of_line)?;
    }
    *unknown_keys = reader.unknown_keys;
    Ok(())
}

/// `None` when a line is no work that [`read_lines`] reads: a key that stands twice, a value of the wrong kind.
pub(crate) fn check(line: &[u8]) -> Option<()> {
    fn is<'l, T: Deserialize<'l>>(value: &'l RawValue) -> bool {
        serde_json::from_str::<T>(value.get()).is_ok()
    }
    let entries: Entries<'_> = serde_json::from_slice(line).ok()?;
    let is_readable = |(key, value): &(Cow<'_, str>, &RawValue)| match key.as_ref() {
        "institutions" => {
            let mentions: Result<Vec<Mention<'_>>, _> = serde_json::from_str(value.get());
            mentions.is_ok()
        }
        _ if value.get() == "null" => true,
        "name" | "title" | "accessibility" => is::<Str<'_>>(value),
        "aliases" => is::<Vec<Str<'_>>>(value),
        "authors" | "criteria" | "domains" | "links" => is::<Words>(value),
        "date" | "year" | "citations_as_of" => value.get().parse::<u16>().is_ok() || is::<Str<'_>>(value),
        "citations" => is::<u32>(value),
        "statements" => is::<Vec<Said>>(value),
        _ => true,
    };
    entries.0.iter().all(is_readable).then_some(())
}

fn check_version(json: &Text<'_>, part: &str) -> Result<(), Error> {
    let version: Option<u64> = serde_json::from_str(part).ok();
    if version == Some(VERSION) {
        return Ok(());
    }
    let location = locate(json.text, json.offset(part));
    Err(Error::at(
        json.name,
        location.line,
        location.column,
        message!("format-collabgraph-program-reads-version", part = part, version = VERSION),
    ))
}

fn no_date(json: &Text<'_>, part: &str, text: &str) -> Error {
    let location = locate(json.text, json.offset(part));
    Error::at(json.name, location.line, location.column, message!("format-no-date-expected-yearmonthday", text = text))
}

fn no_works(json: &Text<'_>, body: &str) -> Error {
    let location = locate(json.text, json.offset(body.trim_start()));
    Error::at(json.name, location.line, location.column, message!("format-document-no-works-expected"))
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Words {
    One(String),
    Many(Vec<String>),
}

impl Words {
    fn into_vec(self) -> Vec<String> {
        match self {
            Self::One(word) => vec![word],
            Self::Many(words) => words,
        }
    }
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Mention<'a> {
    Name(#[serde(borrow)] Cow<'a, str>),
    Corrected {
        #[serde(default)]
        id: String,
        #[serde(default)]
        name: String,
        #[serde(default)]
        recorded: String,
        #[serde(default)]
        why: String,
        #[serde(default)]
        why_ko: String,
    },
}

#[derive(Deserialize)]
struct Said {
    source: String,
    #[serde(default)]
    about: String,
    says: String,
    #[serde(default)]
    says_ko: String,
}

/// The facts of one work while its keys are read.
#[derive(Default)]
struct Facts<'t> {
    name: String,
    title: String,
    authors: String,
    /// The authors as they are written.
    authors_raw: &'t str,
    date: Option<Date>,
    links: String,
    accessibility: String,
    criteria: Vec<String>,
    domains: Vec<String>,
    citations: Option<u32>,
    citations_as_of: Option<Date>,
    aliases: Vec<String>,
    statements: Vec<SourceStatement>,
}

impl<'g, 'o, 't> Reader<'g, 'o, 't> {
    fn new(
        assembler: &'g mut CorpusAssembler<'o>,
        json: Text<'t>,
        index: &'t LineIndex<'t>,
        input: InputMetadata,
    ) -> Self {
        let input = assembler.input(json.name, input);
        Self::of(assembler, json, index, input)
    }

    /// A reader of an input that has been registered.
    fn of(assembler: &'g mut CorpusAssembler<'o>, json: Text<'t>, index: &'t LineIndex<'t>, input: u16) -> Self {
        let (declared, dropped, unknown_keys) = (BTreeMap::new(), BTreeSet::new(), BTreeMap::new());
        let anchor = Anchor::start(json.text);
        Self { assembler, json, index, input, declared, dropped, unknown_keys, anchor }
    }

    fn location(&self, part: &str) -> SourceLocation {
        self.location_at(self.json.offset(part))
    }

    fn location_at(&self, offset: usize) -> SourceLocation {
        let is_before = offset < self.anchor.offset;
        let position = if is_before { self.index.locate(offset) } else { self.index.locate_after(self.anchor, offset) };
        SourceLocation { input: self.input, line: position.line, column: position.column }
    }

    fn unknown(&mut self, key: &str, offset: usize) {
        if !key.starts_with('$') && !self.unknown_keys.contains_key(key) {
            self.unknown_keys.insert(key.to_owned(), self.location_at(offset));
        }
    }

    fn report_unknown_keys(&mut self) {
        report_unknown_keys(self.assembler, std::mem::take(&mut self.unknown_keys));
    }

    fn institution(&mut self, part: &'t str) -> Result<(), Error> {
        let entries: Entries<'t> = self.json.shaped(part, || message!("format-institution"), INSTITUTION)?;
        let mut one = Institution::default();
        for (key, value) in &entries.0 {
            let value = value.get();
            let json = self.json;
            match key.as_ref() {
                "id" => one.id = json.read(value)?,
                "name" => one.names.name = clean(&json.read::<String>(value)?).into_owned(),
                "name_ko" => one.names.name_ko = json.read(value)?,
                "common" => one.names.common = json.read(value)?,
                "common_ko" => one.names.common_ko = json.read(value)?,
                "short" => one.names.short = json.read(value)?,
                "short_ko" => one.names.short_ko = json.read(value)?,
                "aliases" | "variants" => one.aliases.extend(json.read::<Vec<String>>(value)?),
                "countries" => {
                    for country in json.read::<Words>(value)?.into_vec() {
                        one.countries.push(self.country(&country, value));
                    }
                }
                "sectors" => {
                    for sector in json.read::<Words>(value)?.into_vec() {
                        one.sectors.extend(self.sector(&sector, value));
                    }
                }
                "ror" => one.ror = json.read(value)?,
                "parent" => one.parent = json.read(value)?,
                "sources" | "notes" => {}
                _ => self.unknown(key, json.offset(value)),
            }
        }
        let (id, location) = (one.id.clone(), self.location(part));
        if one.names.name.is_empty() {
            if id.is_empty() {
                return Err(self.nameless(part));
            }
            one.names = Names::plain(&id);
        }
        let name = one.names.name.clone();
        if self.assembler.registry.authority().judge(&name, "") == Verdict::Dropped {
            self.dropped.insert(id);
            self.assembler.tell_dropped(&name, location);
            return Ok(());
        }
        let replaced = self.assembler.registry.authority().institution(&id).filter(|meant| meant.id != id);
        let taken = replaced.map(|meant| meant.names.name.clone());
        let entity = self.assembler.registry.declare(one, &self.declared, location);
        if let Some(taken) = taken {
            self.assembler.merged(&name, entity, MergeRule::Variant, location);
            self.assembler.notice(
                Kind::VariantMerged,
                location,
                message!("format-replaced-authority-says-merged", name = &name, taken = &taken),
            );
        }
        if !id.is_empty() && self.declared.insert(id.clone(), entity).is_some() {
            self.assembler.notice(Kind::Other, location, message!("format-id-declared-twice-later", id = &id));
        }
        Ok(())
    }

    fn nameless(&self, part: &str) -> Error {
        let location = self.location(part);
        Error::at(self.json.name, location.line, location.column, message!("format-institution-needs-name"))
    }

    fn country(&mut self, text: &str, part: &str) -> Country {
        Country::parse(text).unwrap_or_else(|| {
            if !text.eq_ignore_ascii_case("multinational") {
                let location = self.location(part);
                self.assembler.notice(Kind::CountryUnknown, location, message!("format-country-unknown", text = text));
            }
            Country::unregistered(text)
        })
    }

    fn sector(&mut self, text: &str, part: &str) -> Option<Sector> {
        let sector = Sector::parse(text);
        if sector.is_none() {
            let (location, words) = (self.location(part), Sector::ALL.map(Sector::key).join(", "));
            self.assembler.notice(
                Kind::SectorUnknown,
                location,
                message!("format-sector-unknown", text = text, words = words),
            );
        }
        sector
    }

    fn works(&mut self, parts: impl Iterator<Item = &'t str>) -> Result<(), Error> {
        for part in parts {
            self.anchor = self.index.anchor(self.json.offset(part));
            let Self { input, json, anchor, index, .. } = *self;
            let location = RecordLocation { input, text: json.text, anchor, index: Some(index) };
            self.work(&location, part)?;
        }
        Ok(())
    }

    fn work(&mut self, location: &RecordLocation<'t>, part: &'t str) -> Result<(), Error> {
        let entries: Entries<'t> = self.json.shaped(part, || message!("format-work"), WORK)?;
        let mut facts = Facts::default();
        let mut mentions = ("", Vec::new());
        for (key, value) in &entries.0 {
            let value = value.get();
            if key == "institutions" {
                let of = || key_name("institutions");
                mentions = (value, self.json.shaped::<Vec<&'t RawValue>>(value, of, NAMES)?);
            } else if !self.fact(&mut facts, key, value)? {
                self.unknown(key, self.json.offset(value));
            }
        }
        let has = |wanted: &str| entries.0.iter().any(|(key, value)| key == wanted && value.get() != "null");
        if !has("name") && !has("title") && mentions.1.is_empty() {
            return Err(self.no_work(part));
        }
        let name = clean(&facts.name).into_owned();
        let (mut entities, mut seen) = (Vec::new(), FastSet::default());
        for mention in mentions.1 {
            let entity = self.mention(location, mention.get(), &name)?;
            if let Some(entity) = entity {
                add_once(&mut entities, &mut seen, entity);
            }
        }
        let (criteria, domains) = (Joined::new(&facts.criteria), Joined::new(&facts.domains));
        let record = Record {
            name: &facts.name,
            name_raw: part,
            entities: &entities,
            criteria: criteria.list(),
            domains: domains.list(),
            date: facts.date,
            title: &facts.title,
            authors: &facts.authors,
            authors_raw: facts.authors_raw,
            links: &facts.links,
            accessibility: &facts.accessibility,
            citations: facts.citations,
            citations_as_of: facts.citations_as_of,
            aliases: &facts.aliases,
            statements: &facts.statements,
            ..Record::default()
        };
        self.assembler.record(location, &record);
        Ok(())
    }

    /// The error of an object that has nothing of a work.
    fn no_work(&self, part: &str) -> Error {
        let location = self.location(part);
        Error::at(
            self.json.name,
            location.line,
            location.column,
            message!("format-object-neither-name-nor", work = WORK()),
        )
    }

    /// Reads one key of a work; `false` when it is none of the format's.
    fn fact(&mut self, facts: &mut Facts<'t>, key: &str, value: &'t str) -> Result<bool, Error> {
        let json = self.json;
        if value == "null" {
            return Ok(true);
        }
        let of = || key_name(key);
        match key {
            "name" => facts.name = json.shaped(value, of, TEXT)?,
            "aliases" => facts.aliases = json.shaped(value, of, TEXTS)?,
            "title" => facts.title = json.shaped(value, of, TEXT)?,
            "authors" => {
                facts.authors = json.shaped::<Words>(value, of, WORDS)?.into_vec().join(", ");
                facts.authors_raw = value;
            }
            "date" => facts.date = self.date(value)?,
            // The word of tables and of other programs; where both stand, the date tells more.
            "year" => facts.date = facts.date.or(self.date(value)?),
            "criteria" => facts.criteria = json.shaped::<Words>(value, of, WORDS)?.into_vec(),
            "domains" => facts.domains = json.shaped::<Words>(value, of, WORDS)?.into_vec(),
            "citations" => facts.citations = Some(json.shaped(value, of, COUNT)?),
            "citations_as_of" => facts.citations_as_of = self.date(value)?,
            "links" => self.links(facts, value)?,
            "accessibility" => facts.accessibility = json.shaped(value, of, TEXT)?,
            "statements" => {
                let said: Vec<Said> = json.shaped(value, of, STATEMENTS)?;
                facts.statements = said.into_iter().map(statement).collect();
            }
            "source" | "sources" | "notes" | "countries_recorded" => {}
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn links(&mut self, facts: &mut Facts<'t>, value: &'t str) -> Result<(), Error> {
        let joined = self.json.shaped::<Words>(value, || key_name("links"), WORDS)?.into_vec().join("\n");
        let found = links::read(&joined);
        facts.links = found.addresses.into_owned();
        if found.has_other_text {
            let location = self.location(value);
            self.assembler.notice(Kind::LinkUnreadable, location, message!("format-something-here-no-address"));
        }
        Ok(())
    }

    /// A date as a text, or a year as a number.
    fn date(&mut self, value: &'t str) -> Result<Option<Date>, Error> {
        let text: Cow<'_, str> = match value.parse::<u16>() {
            Ok(_) => Cow::Borrowed(value),
            Err(_) => Cow::Owned(self.json.shaped::<String>(value, || message!("format-date"), DAY)?),
        };
        if let dates::Reading::Known(date) = dates::read(&text) {
            return Ok(Some(date));
        }
        if !text.trim().is_empty() {
            let location = self.location(value);
            self.assembler.notice(
                Kind::DateUnreadable,
                location,
                message!("format-no-date-expected-yearmonthday-2", text = &text),
            );
        }
        Ok(None)
    }

    /// An institution of a work: an id, a name, or an object that corrects what is recorded.
    fn mention(&mut self, location: &RecordLocation<'_>, part: &'t str, work: &str) -> Result<Option<u32>, Error> {
        let (id, name, recorded, why, why_ko) =
            match self.json.shaped::<Mention<'t>>(part, || message!("format-institution-work"), MENTION)? {
                Mention::Name(name) => {
                    let name = visible(&name).to_owned();
                    if self.dropped.contains(&name) {
                        return Ok(None);
                    }
                    if let Some(&entity) = self.declared.get(&name) {
                        return Ok(Some(entity));
                    }
                    return Ok(if name.is_empty() {
                        None
                    } else {
                        self.assembler.mention(location, &name, part, work)
                    });
                }
                Mention::Corrected { id, name, recorded, why, why_ko } => (id, name, recorded, why, why_ko),
            };
        if self.dropped.contains(&id) {
            return Ok(None);
        }
        let recorded = clean(&recorded).into_owned();
        if !recorded.is_empty() && self.assembler.registry.authority().institutions().is_empty() {
            return Ok(self.assembler.mention(location, &recorded, part, work));
        }
        let authority = self.assembler.registry.authority();
        let source_location = self.location(part);
        let entity = if let Some(&entity) = self.declared.get(&id) {
            entity
        } else if let Some(institution) = authority.institution(&id) {
            self.assembler.registry.entity_of(institution, source_location)
        } else if let Some(name) = [&name, &recorded, &id].into_iter().find(|name| !trim(name).is_empty()) {
            return Ok(self.assembler.mention(location, trim(name), part, work));
        } else {
            return Err(self.nameless(part));
        };
        let taken = self.assembler.registry.name(entity).to_owned();
        if !recorded.is_empty() && recorded != taken {
            self.assembler.merged(&recorded, entity, MergeRule::Correction, source_location);
            let message = match why.is_empty() && why_ko.is_empty() {
                true => message!("ingest-corrected", recorded = &recorded, name = taken),
                false => {
                    let why = message!("ingest-reason", english = why, korean = why_ko);
                    message!("ingest-corrected-with-reason", recorded = &recorded, name = taken, why = why)
                }
            };
            self.assembler.notice(Kind::Corrected, source_location, message);
        }
        Ok(Some(entity))
    }
}

/// The institution of a mention that stands alone, without a document that declares institutions.
pub(crate) fn mention(
    assembler: &mut CorpusAssembler<'_>,
    name: &str,
    location: &RecordLocation<'_>,
    part: &str,
    work: &str,
) -> Result<Option<u32>, Error> {
    let index = LineIndex::new(part);
    let mut reader = Reader::of(assembler, Text { name, text: part }, &index, location.input);
    reader.anchor.line = location.anchor.line;
    reader.mention(location, part, work)
}

fn statement(said: Said) -> SourceStatement {
    SourceStatement { source: said.source, about: said.about, text: said.says, text_ko: said.says_ko }
}

/// Words as one text with their ranges, which is how lists are handed on.
struct Joined {
    text: String,
    items: Vec<crate::normalize::lists::Item>,
}

impl Joined {
    fn new(words: &[String]) -> Self {
        let mut joined = Self { text: String::new(), items: Vec::with_capacity(words.len()) };
        for word in words {
            let start = joined.text.len();
            joined.text.push_str(trim(word));
            joined.items.push(crate::normalize::lists::Item { range: start..joined.text.len(), glued: false });
        }
        joined
    }

    fn list(&self) -> crate::ingest::record::List<'_> {
        crate::ingest::record::List { text: &self.text, raw: "", items: &self.items, cells: &[] }
    }
}
