//! Works of OpenAlex: `{"results":[…]}`, an array, or one a line.

use std::borrow::Cow;

use serde::Deserialize;
use serde_json::value::RawValue;

use crate::corpus::date::Date;
use crate::corpus::hashing::FastMap;
use crate::corpus::institution::{Institution, Names};
use crate::corpus::table::InputMetadata;
use crate::ingest::attributes::BLANK;
use crate::ingest::doi;
use crate::ingest::error::Error;
use crate::ingest::gather::{Gather, Namesakes, Record, Spot};
use crate::ingest::input::day_in_name;
use crate::ingest::json::{Str, Text};
use crate::ingest::merge::MergeRule;
use crate::ingest::names::{clean, trim};
use crate::ingest::notice::Kind;
use crate::ingest::position::{Anchor, LineIndex, line_of, locate};
use crate::ingest::registry::Place;
use crate::ingest::stream::affiliations::By;

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
    display_name: Option<Str<'a>>,
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

/// What an address of OpenAlex is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Entity {
    Work,
    Author,
    Institution,
    Source,
    Topic,
    Concept,
    Publisher,
    Funder,
    Other,
}

impl Entity {
    /// What several of them are called, in English and Korean.
    pub(crate) fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Work => ("works", "논문"),
            Self::Author => ("authors", "저자"),
            Self::Institution => ("institutions", "기관"),
            Self::Source => ("sources", "출처(학술지)"),
            Self::Topic => ("topics", "주제"),
            Self::Concept => ("concepts", "개념"),
            Self::Publisher => ("publishers", "출판사"),
            Self::Funder => ("funders", "연구비 지원 기관"),
            Self::Other => ("other records", "그 밖의 기록"),
        }
    }
}

/// What an id names, where it is an address of OpenAlex: <https://openalex.org/W1> is a work.
pub(crate) fn entity_of(id: &str) -> Option<Entity> {
    let (_, path) = id.split_once("openalex.org/")?;
    let last = path.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    let (letter, number) = (last.chars().next()?, last.get(1..)?);
    if number.is_empty() || !number.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(Entity::Other);
    }
    Some(match letter.to_ascii_uppercase() {
        'W' => Entity::Work,
        'A' => Entity::Author,
        'I' => Entity::Institution,
        'S' | 'V' => Entity::Source,
        'T' => Entity::Topic,
        'C' => Entity::Concept,
        'P' => Entity::Publisher,
        'F' => Entity::Funder,
        _ => Entity::Other,
    })
}

/// Whether an object is a work: not by its id something else, and with a name or authorships where it has no id.
pub(crate) fn is_work(id: Option<&str>, has_name: bool, has_authorships: bool) -> bool {
    match id.and_then(entity_of) {
        Some(entity) => entity == Entity::Work,
        None => has_name || has_authorships,
    }
}

/// The error of an object that is no work.
fn no_work(json: &Text<'_>, part: &str, work: &Work<'_>) -> Error {
    let place = locate(json.text, json.offset(part));
    let (what, what_ko) = match work.id.as_deref().and_then(entity_of) {
        Some(entity) => {
            let (name, name_ko) = entity.words();
            (format!("this is one of the {name} of OpenAlex"), format!("OpenAlex의 {name_ko}이다"))
        }
        None => (
            "this object has neither \"title\" nor \"authorships\"".to_owned(),
            "이 객체에는 \"title\"도 \"authorships\"도 없다".to_owned(),
        ),
    };
    Error::at(
        json.name,
        place.line,
        place.column,
        format!(
            "{what}, and no work; expected a work such as {{\"id\": \"https://openalex.org/W…\", \"authorships\": […]}}"
        ),
        format!(
            "{what_ko}. 논문이 아니다. {{\"id\": \"https://openalex.org/W…\", \"authorships\": […]}} 같은 논문이어야 한다"
        ),
    )
}

/// Whom works of this shape are credited to: OpenAlex, where its addresses stand in them.
pub(crate) fn credit(bytes: &[u8]) -> &'static str {
    if memchr::memmem::find(bytes, b"openalex.org/").is_some() { "OpenAlex (CC0)" } else { "" }
}

/// Reads works in any of the three shapes.
pub(crate) fn read(gather: &mut Gather<'_>, name: &str, short_name: &str, text: &str) -> Result<(), Error> {
    let json = Text { name, text };
    let works = parts(&json)?;
    let citation = credit(text.as_bytes()).to_owned();
    let input = InputMetadata {
        name: short_name.to_owned(),
        citation,
        as_of: day_in_name(short_name),
        ..InputMetadata::default()
    };
    let input = gather.input(name, input);
    let mut reader = Reader::new(gather, input);
    let index = LineIndex::new(text);
    for part in works {
        let work: Work<'_> = json.read(part)?;
        if !work.is_work() {
            return Err(no_work(&json, part, &work));
        }
        let anchor = index.anchor(json.offset(part));
        reader.work(&Spot { input, text, anchor, index: Some(&index) }, &work, part);
    }
    Ok(())
}

/// Reads some lines only: where each starts in the text, and its number in the input, whose number is given. Places in
/// errors are those of the text. O(bytes of the lines).
pub(crate) fn read_some(gather: &mut Gather<'_>, input: u16, text: &str, lines: &[(usize, u64)]) -> Result<(), Error> {
    let (json, index) = (Text { name: "", text }, LineIndex::new(text));
    let mut reader = Reader::new(gather, input);
    for &(offset, line) in lines {
        let part = line_of(text, offset);
        let work: Work<'_> = json.read(part)?;
        if !work.is_work() {
            return Err(no_work(&json, part, &work));
        }
        let anchor = Anchor::of_line(offset, line);
        reader.work(&Spot { input, text, anchor, index: Some(&index) }, &work, part);
    }
    Ok(())
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
            // One work over several lines, or the error that tells why it is none.
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
    /// What it is told by: its id, else its ROR id; its name where both are missing or blank.
    pub(crate) fn key(&self) -> (&str, By) {
        match self.id.as_deref().or(self.ror.as_deref()) {
            Some(id) if !id.is_empty() => (id, By::Id),
            _ => (self.display_name.as_deref().unwrap_or_default(), By::Name),
        }
    }
}

struct Reader<'g, 'o> {
    gather: &'g mut Gather<'o>,
    input: u16,
    /// Ids of works, with the line on which they stand first.
    ids: FastMap<String, u64>,
    entities: Vec<u32>,
    authors: String,
}

impl<'g, 'o> Reader<'g, 'o> {
    fn new(gather: &'g mut Gather<'o>, input: u16) -> Self {
        Self { gather, input, ids: FastMap::default(), entities: Vec::new(), authors: String::new() }
    }

    fn work(&mut self, spot: &Spot<'_>, work: &Work<'_>, part: &str) {
        if self.is_repeated(spot, work) {
            return;
        }
        self.entities.clear();
        self.authors.clear();
        for authorship in work.authorships.iter().flatten() {
            if let Some(author) = authorship.author.as_ref().and_then(|author| author.display_name.as_deref()) {
                if !self.authors.is_empty() {
                    self.authors.push_str(", ");
                }
                self.authors.push_str(author);
            }
            for affiliation in authorship.institutions.iter().flatten() {
                if let Some(entity) = entity(self.gather, spot, affiliation)
                    && !self.entities.contains(&entity)
                {
                    self.entities.push(entity);
                }
            }
        }
        let date = self.date(spot, work, part);
        let cell = work.doi.as_deref().filter(|_| self.gather.held.is_some());
        let doi = cell.and_then(doi::of).unwrap_or_default();
        let record = Record {
            name: work.name(),
            name_raw: part,
            entities: &self.entities,
            date,
            authors: &self.authors,
            links: work.doi.as_deref().or(work.id.as_deref()).unwrap_or(""),
            citations: work.cited_by_count,
            namesakes: Namesakes::Expected,
            doi: &doi,
            ..Record::default()
        };
        self.gather.record(spot, &record);
    }

    /// Whether a work of this id was there before.
    fn is_repeated(&mut self, spot: &Spot<'_>, work: &Work<'_>) -> bool {
        let Some(id) = work.id.as_deref().filter(|id| !id.is_empty()) else { return false };
        let line = spot.anchor.line;
        let Some(&first) = self.ids.get(id) else {
            self.ids.insert(id.to_owned(), line);
            return false;
        };
        self.gather.tell_same_work(
            spot,
            format!("{id} stands in line {first} already; counted once"),
            format!("{id}은(는) {first}번째 줄에 이미 있다. 한 번만 센다"),
        );
        true
    }

    fn date(&mut self, spot: &Spot<'_>, work: &Work<'_>, part: &str) -> Option<Date> {
        let recorded = work.publication_date.as_deref().unwrap_or("");
        let date = Date::parse_iso(recorded);
        if date.is_none() && !recorded.is_empty() {
            let place = Place { input: self.input, ..spot.place(recorded, part) };
            self.gather.notice(
                Kind::DateUnreadable,
                place,
                format!("“{recorded}” is no date; the year was taken if there is one"),
                format!("‘{recorded}’은(는) 날짜로 읽을 수 없다. 연도가 있으면 연도를 썼다"),
            );
        }
        date.or_else(|| work.publication_year.and_then(Date::year))
    }
}

/// The entity of an affiliation: by its id, else by its name; `None` when it has neither.
pub(crate) fn entity(gather: &mut Gather<'_>, spot: &Spot<'_>, affiliation: &Affiliation<'_>) -> Option<u32> {
    let recorded = trim(affiliation.display_name.as_deref().unwrap_or(""));
    let id = affiliation.id.as_deref().or(affiliation.ror.as_deref()).unwrap_or("");
    if id.is_empty() {
        return if recorded.is_empty() { None } else { gather.mention(spot, recorded, recorded, "") };
    }
    let institution = || Institution {
        names: Names::plain(&if recorded.is_empty() { Cow::Borrowed(id) } else { clean(recorded) }),
        ror: affiliation.ror.as_deref().map(str::to_owned),
        ..Institution::default()
    };
    let (entity, is_new) = gather.registry.openalex(id, institution, || spot.place(recorded, recorded));
    if is_new {
        let country = affiliation.country_code.as_deref().map(|code| gather.country(spot, trim(code), code));
        let sector = affiliation.kind.as_deref().map(|kind| gather.sector(spot, trim(kind), kind));
        gather.fact(entity, country.filter(|&value| value != BLANK), sector.filter(|&value| value != BLANK));
    }
    if !recorded.is_empty() && gather.registry.name(entity) != clean(recorded) {
        gather.merged(recorded, entity, MergeRule::Identifier, spot.place(recorded, recorded));
    }
    Some(entity)
}
