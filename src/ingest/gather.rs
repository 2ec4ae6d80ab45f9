//! Records of every format meet here: names are resolved, attributes learned, works handed to the builder.

use crate::corpus::builder::{CorpusBuilder, InstitutionHandle, WorkFacts};
use crate::corpus::country::Country;
use crate::corpus::date::Date;
use crate::corpus::hashing::{FastMap, FastSet};
use crate::corpus::institution::{InstitutionId, Sector};
use crate::corpus::table::{Corpus, InputMetadata};
use crate::corpus::text::MAX_TEXT_BYTES;
use crate::corpus::work::{RowLocation, SourceStatement};
use crate::english::counted;
use crate::ingest::attributes::{BLANK, Doubt, Evidence, Learned, RecordedValues};
pub(crate) use crate::ingest::drafts::Draft;
use crate::ingest::drafts::Held;
use crate::ingest::duplicates::{Duplicates, Finding, Seen};
use crate::ingest::merge::{self, Merge, MergeRule, Omission, OmissionRule, Trail, Trails, told_place};
use crate::ingest::notice::{Kind, Notice};
use crate::ingest::options::Options;
use crate::ingest::registry::{Registry, SourceLocation, Told};
use crate::names::absence;
use crate::normalize::lists::Item;
use crate::normalize::text::{clean, has_stray_characters, trim};
use crate::source::position::{Anchor, LineIndex, offset_in};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::hash::Hash;

/// Items of a list beyond which they are hashed to be told apart.
const LONG_LIST: usize = 64;

/// Adds what a list does not hold yet, and says whether it did. A short list is looked through; a long one is hashed in
/// `seen`, for a team of thousands must not cost the square of its size.
pub(crate) fn add_once<T: Copy + Eq + Hash>(list: &mut Vec<T>, seen: &mut FastSet<T>, item: T) -> bool {
    let is_new = if list.len() < LONG_LIST {
        !list.contains(&item)
    } else {
        if seen.is_empty() {
            seen.extend(list.iter().copied());
        }
        seen.insert(item)
    };
    if is_new {
        list.push(item);
    }
    is_new
}

/// Where a record stands: the input, its text, and where the record starts, or its line.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RecordLocation<'t> {
    pub(crate) input: u16,
    pub(crate) text: &'t str,
    pub(crate) anchor: Anchor,
    /// The index of the text, where records may be long.
    pub(crate) index: Option<&'t LineIndex<'t>>,
}

impl RecordLocation<'_> {
    /// The place of `part`, if it is a slice of the text; else of `cell`; else of the record.
    pub(crate) fn place(&self, part: &str, cell: &str) -> SourceLocation {
        let offset = offset_in(self.text, part).or_else(|| offset_in(self.text, cell));
        match offset.filter(|&offset| offset >= self.anchor.offset) {
            Some(offset) => {
                let position = match self.index {
                    Some(index) => index.locate_after(self.anchor, offset),
                    None => self.anchor.locate(self.text, offset),
                };
                SourceLocation { input: self.input, line: position.line, column: position.column }
            }
            None => self.row(),
        }
    }

    /// The record as a whole.
    pub(crate) fn row(&self) -> SourceLocation {
        SourceLocation { input: self.input, line: self.anchor.line, column: 0 }
    }
}

/// A list within a cell.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct List<'r> {
    /// The text of the cell.
    pub(crate) text: &'r str,
    /// The cell as it is written.
    pub(crate) raw: &'r str,
    /// Its items.
    pub(crate) items: &'r [Item],
}

impl<'r> List<'r> {
    pub(crate) fn iter(&self) -> impl Iterator<Item = &'r str> + use<'r> {
        let (text, items) = (self.text, self.items);
        items.iter().map(move |item| trim(&text[item.range.clone()]))
    }
}

/// One work as it is recorded.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Record<'r> {
    pub(crate) name: &'r str,
    pub(crate) name_raw: &'r str,
    pub(crate) institutions: List<'r>,
    /// Institutions that the format itself tells apart, already resolved.
    pub(crate) entities: &'r [u32],
    pub(crate) countries: List<'r>,
    pub(crate) sectors: List<'r>,
    pub(crate) criteria: List<'r>,
    pub(crate) domains: List<'r>,
    pub(crate) date: Option<Date>,
    pub(crate) title: &'r str,
    pub(crate) authors: &'r str,
    pub(crate) authors_raw: &'r str,
    pub(crate) links: &'r str,
    pub(crate) accessibility: &'r str,
    pub(crate) citations: Option<u32>,
    pub(crate) citations_as_of: Option<Date>,
    pub(crate) aliases: &'r [String],
    pub(crate) statements: &'r [SourceStatement],
    pub(crate) namesakes: Namesakes,
    /// What a work of another input must share to be the same, if there is such: its DOI.
    pub(crate) doi: &'r str,
}

/// Whether works of one name within an input are worth a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Namesakes {
    /// They are: names of models should be unique.
    #[default]
    Told,
    /// They are not: the format tells works apart by an id.
    Expected,
}

#[derive(Clone, Debug)]
pub(crate) struct CorpusAssembler<'o> {
    pub(crate) registry: Registry<'o>,
    pub(crate) builder: CorpusBuilder,
    pub(crate) inputs: Vec<String>,
    notices: Vec<Notice>,
    duplicates: Duplicates,
    /// Institutions by the ids of lists of items, for the lists of ties that go with them.
    items: FastMap<String, u32>,
    countries: Values<Country>,
    sectors: Values<Sector>,
    country_evidence: Evidence,
    sector_evidence: Evidence,
    scratch: Scratch,
    /// Ends of ties that look as if they were nobody and were told, by input.
    told_kept: BTreeSet<(u16, String)>,
    /// Recorded name and entity → trail.
    merges: BTreeMap<(String, u32), Trail>,
    /// Works that wait for those of other inputs, and where those of a DOI are; `None` where there are no others.
    pub(crate) held: Option<Held>,
    omissions: Vec<Omission>,
    /// Whether records show nothing new of countries and sectors.
    is_frozen: bool,
}

/// What [`CorpusAssembler::finish`] gives.
#[derive(Debug)]
pub(crate) struct Gathered {
    pub(crate) corpus: Corpus,
    /// What was odd, by file, line, column and kind.
    pub(crate) notices: Vec<Notice>,
    pub(crate) merges: Vec<Merge>,
    pub(crate) omissions: Vec<Omission>,
}

/// A corpus that is complete, with the number of every entity's institution.
struct Closed {
    corpus: Corpus,
    notices: Vec<Notice>,
    omissions: Vec<Omission>,
    numbers: Vec<Option<InstitutionId>>,
}

/// Vectors that every record fills anew.
#[derive(Clone, Debug, Default)]
struct Scratch {
    entities: Vec<u32>,
    handles: Vec<InstitutionHandle>,
    values: Vec<u32>,
}

/// Numbers for the values of an attribute.
#[derive(Clone, Debug)]
struct Values<T> {
    numbers: FastMap<String, u32>,
    values: Vec<T>,
}

impl<T> Default for Values<T> {
    fn default() -> Self {
        Self { numbers: FastMap::default(), values: Vec::new() }
    }
}

impl<T: PartialEq> Values<T> {
    fn number(&mut self, value: T) -> u32 {
        let found = self.values.iter().position(|other| *other == value);
        found.unwrap_or_else(|| {
            self.values.push(value);
            self.values.len() - 1
        }) as u32
    }
}

impl<'o> CorpusAssembler<'o> {
    pub(crate) fn new(options: &'o Options) -> Self {
        Self {
            registry: Registry::new(&options.authority, options.level),
            builder: CorpusBuilder::new(),
            inputs: Vec::new(),
            notices: Vec::new(),
            duplicates: Duplicates::default(),
            items: FastMap::default(),
            countries: Values::default(),
            sectors: Values::default(),
            country_evidence: Evidence::default(),
            sector_evidence: Evidence::default(),
            scratch: Scratch::default(),
            told_kept: BTreeSet::new(),
            merges: BTreeMap::new(),
            held: None,
            omissions: Vec::new(),
            is_frozen: false,
        }
    }

    /// Registers an input by its name in notices.
    pub(crate) fn input(&mut self, name: &str, input: InputMetadata) -> u16 {
        self.inputs.push(name.to_owned());
        self.builder.input(input)
    }

    /// Takes back whom an input is credited to.
    pub(crate) fn uncredit(&mut self, input: u16) {
        self.builder.clear_citation(input);
    }

    /// Says that so many rows of an input became so many works.
    pub(crate) fn grouped(&mut self, input: u16, share: (u64, u64)) {
        self.builder.set_grouped(input, share);
    }

    /// Says that an input states its ties without weights.
    pub(crate) fn unweighted(&mut self, input: u16) {
        self.builder.set_unweighted(input);
    }

    /// Says that so many of the entries of institutions of an input are postal addresses.
    pub(crate) fn addresses(&mut self, input: u16, share: (u64, u64)) {
        self.builder.set_addresses(input, share);
    }

    /// Notes an oddity.
    pub(crate) fn notice(
        &mut self,
        kind: Kind,
        place: SourceLocation,
        message: impl Into<String>,
        message_ko: impl Into<String>,
    ) {
        let file = self.inputs.get(usize::from(place.input)).cloned().unwrap_or_default();
        let (message, message_ko) = (message.into(), crate::korean::settle(&message_ko.into()));
        self.notices.push(Notice { file, line: place.line, column: place.column, kind, message, message_ko });
    }

    /// Notes what was left out where names or works were taken as one.
    pub(crate) fn omit(
        &mut self,
        rule: OmissionRule,
        place: SourceLocation,
        told: impl Into<String>,
        told_ko: impl Into<String>,
    ) {
        let place = told_place(&self.inputs, place);
        self.omissions.push(Omission { rule, message: told.into(), message_ko: told_ko.into(), location: place });
    }

    /// Forgets what was told so far.
    pub(crate) fn forget_told(&mut self) {
        self.notices.clear();
        self.merges.clear();
        self.omissions.clear();
    }

    /// Keeps works back until all inputs are read: one may stand in several, with the same DOI.
    pub(crate) fn hold(&mut self) {
        self.held = Some(Held::default());
    }

    /// Adds a work.
    pub(crate) fn record(&mut self, spot: &RecordLocation<'_>, record: &Record<'_>) {
        if self.held.is_some() {
            let draft = self.draft(spot, record);
            return self.add_draft(draft);
        }
        let name = self.work_name(spot, record);
        let mut scratch = std::mem::take(&mut self.scratch);
        scratch.entities.clear();
        scratch.entities.extend_from_slice(record.entities);
        self.resolve(spot, record, &name, &mut scratch.entities);
        if scratch.entities.is_empty() {
            let raw = record.institutions.raw;
            self.tell_no_institution(if raw.is_empty() { spot.row() } else { spot.place(raw, raw) }, &name);
        }
        self.learn(spot, record, &scratch.entities, &mut scratch.values);
        if !record.institutions.items.is_empty() {
            self.leave_out_alike(spot, &name, &mut scratch.entities);
        }
        self.handles(spot, &name, &scratch.entities, &mut scratch.handles);
        if self.is_new(spot, record, &name, &scratch.handles) {
            self.add(spot, record, &name, &scratch);
        }
        self.scratch = scratch;
    }

    /// Notes a work without institutions.
    pub(crate) fn tell_no_institution(&mut self, place: SourceLocation, name: &str) {
        self.notice(
            Kind::NoInstitution,
            place,
            format!("“{name}” names no institution; it is kept as a work without partners"),
            format!("‘{name}’에 기관이 없다. 참여 기관이 없는 모델로 둔다"),
        );
    }

    pub(crate) fn work_name<'r>(&mut self, spot: &RecordLocation<'_>, record: &Record<'r>) -> Cow<'r, str> {
        let name = clean(record.name);
        // Only a name that had to be copied or cut can have lost anything.
        let is_changed = matches!(name, Cow::Owned(_)) || name.len() < record.name.len();
        if is_changed && has_stray_characters(record.name) {
            self.notice(
                Kind::CharacterDropped,
                spot.place(record.name, record.name_raw),
                format!("a line end or an invisible character in “{name}” was dropped"),
                format!("‘{name}’에 있던 줄바꿈이나 보이지 않는 문자를 뺐다"),
            );
        }
        if !name.is_empty() {
            return name;
        }
        let title = clean(record.title);
        let (name, word, word_ko) = if title.is_empty() {
            ("(no name)".into(), "“(no name)”", "‘(no name)’")
        } else {
            (title, "its title", "논문 제목")
        };
        self.notice(
            Kind::NoName,
            spot.place(record.name, record.name_raw),
            format!("the work has no name; {word} stands for it"),
            format!("모델 이름이 없다. {word_ko}(으)로 대신한다"),
        );
        name
    }

    pub(crate) fn resolve(
        &mut self,
        spot: &RecordLocation<'_>,
        record: &Record<'_>,
        work: &str,
        entities: &mut Vec<u32>,
    ) {
        let list = record.institutions;
        let mut seen = FastSet::default();
        for item in list.items {
            let recorded = &list.text[item.range.clone()];
            if recorded.is_empty() {
                continue;
            }
            if item.glued {
                let (mark, mark_ko) = match recorded {
                    _ if recorded.contains(';') => ("“;”", "‘;’이(가)"),
                    _ if recorded.contains('|') => ("“|”", "‘|’이(가)"),
                    _ if recorded.contains(',') => ("a comma", "쉼표가"),
                    _ => ("the separator", "구분 기호가"),
                };
                self.notice(
                    Kind::SuffixGlued,
                    spot.place(recorded, list.raw),
                    format!("“{recorded}” was taken as one name although it holds {mark}"),
                    format!("‘{recorded}’은(는) {mark_ko} 있지만 한 이름으로 보았다"),
                );
            }
            if let Some(entity) = self.mention(spot, recorded, list.raw, work)
                && !add_once(entities, &mut seen, entity)
            {
                self.tell_repeat(spot, recorded, list.raw);
            }
        }
    }

    fn tell_repeat(&mut self, spot: &RecordLocation<'_>, recorded: &str, cell: &str) {
        let place = spot.place(recorded, cell);
        let told = format!("“{recorded}” stands for an institution that the work already lists; it counts once");
        let told_ko = format!("‘{recorded}’은(는) 이미 적힌 기관이다. 한 번만 센다");
        self.omit(OmissionRule::Repeated, place, told.as_str(), told_ko.as_str());
        self.notice(Kind::Other, place, told, told_ko);
    }

    /// The institutions of a work, each once.
    pub(crate) fn handles(
        &mut self,
        spot: &RecordLocation<'_>,
        work: &str,
        entities: &[u32],
        handles: &mut Vec<InstitutionHandle>,
    ) {
        handles.clear();
        let mut seen = FastSet::default();
        for &entity in entities {
            let handle = self.registry.handle(entity, &mut self.builder);
            if !add_once(handles, &mut seen, handle) {
                self.tell_rolled_up(spot, entity, work);
            }
        }
    }

    /// Leaves out names that differ from one before them on the work by trifles alone: they are no partners.
    pub(crate) fn leave_out_alike(&mut self, spot: &RecordLocation<'_>, work: &str, entities: &mut Vec<u32>) {
        if !self.registry.has_alike() {
            return;
        }
        // Names that may be alike share what is left of them without trifles: in a long list only those are compared.
        let is_long = entities.len() > LONG_LIST;
        let mut sharing: FastMap<u64, Vec<u32>> = FastMap::default();
        let mut kept = 0;
        for at in 0..entities.len() {
            let entity = entities[at];
            let group = self.registry.group(entity);
            let candidates = if is_long {
                sharing.entry(self.registry.without_trifles(group)).or_default().as_slice()
            } else {
                &entities[..kept]
            };
            let alike = candidates.iter().find(|&&other| self.registry.are_alike(self.registry.group(other), group));
            match alike.copied() {
                Some(other) => self.tell_alike(spot, work, other, entity),
                None => {
                    if is_long {
                        sharing.entry(self.registry.without_trifles(group)).or_default().push(entity);
                    }
                    entities[kept] = entity;
                    kept += 1;
                }
            }
        }
        entities.truncate(kept);
    }

    fn tell_alike(&mut self, spot: &RecordLocation<'_>, work: &str, one: u32, other: u32) {
        let [one, other] = [one, other].map(|entity| self.registry.name(entity).to_owned());
        let told = format!(
            "“{work}” lists “{one}” and “{other}”, which differ in case, apostrophes, dots or “The” alone; they count once, as “{one}”"
        );
        let told_ko = format!(
            "‘{work}’에 대소문자, 작은따옴표, 점이나 The만 다른 ‘{one}’와(과) ‘{other}’이(가) 함께 있다. ‘{one}’(으)로 한 번만 센다"
        );
        self.omit(OmissionRule::Repeated, spot.row(), told.as_str(), told_ko.as_str());
        self.notice(Kind::Other, spot.row(), told, told_ko);
    }

    /// A member of a group that stands on the work already: asked for by the level, so no oddity.
    fn tell_rolled_up(&mut self, spot: &RecordLocation<'_>, entity: u32, work: &str) {
        let (member, group) = (self.registry.name(entity).to_owned(), self.registry.final_name(entity).to_owned());
        self.omit(
            OmissionRule::Repeated,
            spot.row(),
            format!("“{work}” lists {member} beside others of {group}; they count once and make no tie"),
            format!("‘{work}’에 {group} 소속 {member}이(가) 거듭 있다. 한 번만 세고 관계로 잇지 않는다"),
        );
    }

    /// The entity of a recorded name; `None` when the thesaurus drops it.
    pub(crate) fn mention(&mut self, spot: &RecordLocation<'_>, recorded: &str, cell: &str, work: &str) -> Option<u32> {
        if trim(recorded).is_empty() {
            return None;
        }
        let resolved = self.registry.resolve(recorded, work, || spot.place(recorded, cell));
        if resolved.has_stray_characters {
            let name = clean(recorded).into_owned();
            self.notice(
                Kind::CharacterDropped,
                spot.place(recorded, cell),
                format!("a line end or an invisible character in “{name}” was dropped"),
                format!("‘{name}’에 있던 줄바꿈이나 보이지 않는 문자를 뺐다"),
            );
        }
        if resolved.told != Told::Plain {
            self.tell_verdict(spot, recorded, cell, resolved.entity, resolved.told);
        }
        resolved.entity
    }

    fn tell_verdict(
        &mut self,
        spot: &RecordLocation<'_>,
        recorded: &str,
        cell: &str,
        entity: Option<u32>,
        told: Told<'_>,
    ) {
        let name = entity.map(|entity| self.registry.name(entity).to_owned()).unwrap_or_default();
        let place = spot.place(recorded, cell);
        match (told, entity) {
            (Told::Variant, Some(entity)) => {
                let rule = self.registry.rule_of(recorded, entity);
                self.merged(recorded, entity, rule, place);
            }
            (Told::Corrected(..), Some(entity)) => self.merged(recorded, entity, MergeRule::Correction, place),
            _ => {}
        }
        match told {
            Told::Plain => {}
            Told::Variant => self.notice(
                Kind::VariantMerged,
                place,
                format!("“{recorded}” is a spelling of {name}; merged into it"),
                format!("‘{recorded}’은(는) {name}의 다른 표기다. 하나로 합쳤다"),
            ),
            Told::Corrected(why, why_ko) => self.notice(
                Kind::Corrected,
                place,
                format!("written “{recorded}”; taken as {name}: {why}"),
                format!("‘{recorded}’(으)로 적혀 있으나 {name}(으)로 보았다: {why_ko}"),
            ),
            Told::Dropped => self.tell_dropped(recorded, place),
            Told::Ambiguous => self.notice(
                Kind::Other,
                place,
                format!("several institutions are called “{recorded}” with ids of their own; this one has none and was kept apart"),
                format!("식별자가 다른 ‘{recorded}’이(가) 여럿이다. 식별자가 없는 이 이름은 따로 두었다"),
            ),
        }
    }

    /// Notes that the end of a tie looks as if it were nobody: it may be somebody, for `NA` is Namibia too.
    pub(crate) fn tell_kept_placeholder(&mut self, spot: &RecordLocation<'_>, name: &str, cell: &str) {
        let authority = self.registry.authority();
        if !absence::is_none(name, "", &[], authority) || !self.told_kept.insert((spot.input, name.to_owned())) {
            return;
        }
        self.notice(
            Kind::Placeholder,
            spot.place(name, cell),
            format!("the end of a tie is called “{name}”, which often stands for nobody; it was kept as a name wherever it stands"),
            format!("관계의 끝이 ‘{name}’이다. 값이 없다는 표기일 수 있으나 모두 이름으로 두었다"),
        );
    }

    /// Notes a name that the thesaurus leaves out.
    pub(crate) fn tell_dropped(&mut self, recorded: &str, place: SourceLocation) {
        let told = format!("“{recorded}” was left out, as the thesaurus says");
        let told_ko = format!("시소러스에 따라 ‘{recorded}’을(를) 뺐다");
        self.omit(OmissionRule::Dropped, place, told.as_str(), told_ko.as_str());
        self.notice(Kind::NameDropped, place, told, told_ko);
    }

    /// Remembers that a recorded name was taken as an institution of another name.
    pub(crate) fn merged(&mut self, recorded: &str, entity: u32, rule: MergeRule, place: SourceLocation) {
        self.merges.entry((recorded.to_owned(), entity)).or_default().add(rule, place);
    }

    /// All merges, by the names under which institutions come into the corpus.
    fn trails(&mut self) -> Trails {
        let mut trails = Trails::new();
        for ((recorded, entity), trail) in std::mem::take(&mut self.merges) {
            let taken_as = self.registry.final_name(entity);
            let is_rolled_up = taken_as != self.registry.name(entity);
            let merged = trails.entry((recorded, taken_as.to_owned())).or_default();
            merged.rules.extend(trail.rules);
            merged.rules.extend(is_rolled_up.then_some(MergeRule::Group));
            merged.places.extend(trail.places);
        }
        self.registry.trail(&mut trails);
        trails
    }

    /// Learns countries and sectors from the lists of a record.
    pub(crate) fn learn(
        &mut self,
        spot: &RecordLocation<'_>,
        record: &Record<'_>,
        entities: &[u32],
        values: &mut Vec<u32>,
    ) {
        let named = record.institutions.items.iter().filter(|item| !item.range.is_empty()).count();
        if !record.countries.items.is_empty() {
            values.clear();
            for item in record.countries.iter() {
                values.push(self.country(spot, item, record.countries.raw));
            }
            if named != 1 && values.len() != named {
                self.tell_lengths(
                    spot,
                    record.countries.raw,
                    named,
                    values.len(),
                    (("country", "countries"), "국가는"),
                );
            }
            if entities.len() == named && !self.is_frozen {
                self.country_evidence.add(entities, values);
            }
        }
        if !record.sectors.items.is_empty() {
            values.clear();
            for item in record.sectors.iter() {
                values.push(self.sector(spot, item, record.sectors.raw));
            }
            if named != 1 && values.len() != named {
                self.tell_lengths(
                    spot,
                    record.sectors.raw,
                    named,
                    values.len(),
                    (("category", "categories"), "기관 유형은"),
                );
            }
            if entities.len() == named && !self.is_frozen {
                self.sector_evidence.add(entities, values);
            }
        }
    }

    fn tell_lengths(
        &mut self,
        spot: &RecordLocation<'_>,
        cell: &str,
        institutions: usize,
        values: usize,
        what: ((&str, &str), &str),
    ) {
        self.notice(
            Kind::ListLengths,
            spot.place(cell, cell),
            format!(
                "{} but {}; the lists were not lined up",
                counted(institutions, "institution", "institutions"),
                counted(values, what.0.0, what.0.1)
            ),
            format!("기관은 {institutions}개, {} {values}개다. 순서대로 짝짓지 않았다", what.1),
        );
    }

    /// The number of a country as recorded.
    pub(crate) fn country(&mut self, spot: &RecordLocation<'_>, recorded: &str, cell: &str) -> u32 {
        if recorded.is_empty() {
            return BLANK;
        }
        if let Some(&number) = self.countries.numbers.get(recorded) {
            return number;
        }
        let country = match Country::parse(recorded) {
            Some(country) => country,
            None => {
                let name = clean(recorded).into_owned();
                if !name.eq_ignore_ascii_case("multinational") {
                    self.notice(
                        Kind::CountryUnknown,
                        spot.place(recorded, cell),
                        format!("“{name}” is no country of ISO 3166; kept as it stands"),
                        format!("‘{name}’은(는) ISO 3166에 없는 국가다. 적힌 대로 둔다"),
                    );
                }
                Country::unregistered(&name)
            }
        };
        let number = self.countries.number(country);
        self.countries.numbers.insert(recorded.to_owned(), number);
        number
    }

    /// The number of a sector as recorded.
    pub(crate) fn sector(&mut self, spot: &RecordLocation<'_>, recorded: &str, cell: &str) -> u32 {
        if recorded.is_empty() {
            return BLANK;
        }
        if let Some(&number) = self.sectors.numbers.get(recorded) {
            return number;
        }
        let number = match Sector::parse(recorded) {
            Some(sector) => self.sectors.number(sector),
            None => {
                let words = Sector::ALL.map(Sector::key).join(", ");
                self.notice(
                    Kind::SectorUnknown,
                    spot.place(recorded, cell),
                    format!("“{recorded}” is no known category ({words}); left out"),
                    format!("‘{recorded}’은(는) 알려진 기관 유형({words})이 아니다. 뺐다"),
                );
                BLANK
            }
        };
        self.sectors.numbers.insert(recorded.to_owned(), number);
        number
    }

    /// Adds what the rows of an input show of countries and sectors, and takes no more from rows that are read again.
    pub(crate) fn add_evidence(&mut self, input: u16, [countries, sectors]: [RecordedValues; 2]) {
        let location = |line: u64| RecordLocation { input, text: "", anchor: Anchor::of_line(0, line), index: None };
        let numbers: Vec<u32> = countries
            .recorded
            .iter()
            .map(|(recorded, line)| self.country(&location(*line), recorded, recorded))
            .collect();
        self.country_evidence.join(countries.evidence, |value| numbers[value as usize]);
        let numbers: Vec<u32> =
            sectors.recorded.iter().map(|(recorded, line)| self.sector(&location(*line), recorded, recorded)).collect();
        self.sector_evidence.join(sectors.evidence, |value| numbers[value as usize]);
    }

    /// Learns nothing of institutions from the rows that follow: all of them were seen before.
    pub(crate) fn freeze_evidence(&mut self) {
        self.is_frozen = true;
    }

    /// Adds what a format tells of one institution by itself.
    pub(crate) fn fact(&mut self, entity: u32, country: Option<u32>, sector: Option<u32>) {
        if let Some(country) = country {
            self.country_evidence.add(&[entity], &[country]);
        }
        if let Some(sector) = sector {
            self.sector_evidence.add(&[entity], &[sector]);
        }
    }

    /// Whether the work is to be added; tells of repeats and namesakes.
    pub(crate) fn is_new(
        &mut self,
        spot: &RecordLocation<'_>,
        record: &Record<'_>,
        name: &str,
        handles: &[InstitutionHandle],
    ) -> bool {
        let here = Seen { input: spot.input, line: spot.anchor.line as u32 };
        match self.duplicates.check(name, record.date, handles, here) {
            Finding::New => true,
            Finding::Same(seen) if seen.input == spot.input => {
                self.notice(
                    Kind::DuplicateWork,
                    spot.row(),
                    format!(
                        "“{name}” stands in line {} too, with the same date and institutions; both are counted",
                        seen.line
                    ),
                    format!("‘{name}’이(가) 같은 날짜와 기관으로 {}번째 줄에도 있다. 둘 다 센다", seen.line),
                );
                true
            }
            Finding::Same(seen) => {
                let other = self.inputs[usize::from(seen.input)].clone();
                self.tell_same_work(
                    spot,
                    format!("“{name}” is the work of {other}, line {}; counted once", seen.line),
                    format!("‘{name}’은(는) {other} {}번째 줄의 모델과 같다. 한 번만 센다", seen.line),
                );
                false
            }
            Finding::Namesake(seen) => {
                if seen.input != spot.input || record.namesakes == Namesakes::Told {
                    let other = self.inputs[usize::from(seen.input)].clone();
                    self.notice(
                        Kind::DuplicateWork,
                        spot.row(),
                        format!(
                            "another “{name}” stands in {other}, line {}, with other facts; kept as two works (in a table, --group-by COLUMN takes the rows of one work together)",
                            seen.line
                        ),
                        format!(
                            "{other} {}번째 줄에 내용이 다른 ‘{name}’이(가) 있다. 서로 다른 성과물로 둔다(표에서 한 성과물의 행을 묶으려면 --group-by 열이름)",
                            seen.line
                        ),
                    );
                }
                true
            }
        }
    }

    /// Notes a work that is left out because it was read before.
    pub(crate) fn tell_same_work(&mut self, spot: &RecordLocation<'_>, told: String, told_ko: String) {
        self.omit(OmissionRule::Work, spot.row(), told.as_str(), told_ko.as_str());
        self.notice(Kind::DuplicateWork, spot.row(), told, told_ko);
    }

    /// Notes a tie of an institution with itself.
    pub(crate) fn tell_self_tie(&mut self, entity: u32, place: SourceLocation) {
        let name = self.registry.name(entity).to_owned();
        let told = format!("the tie joins {name} with itself; left out");
        let told_ko = format!("{name}을(를) 자기 자신과 잇는 관계다. 뺐다");
        self.omit(OmissionRule::SelfTie, place, told.as_str(), told_ko.as_str());
        self.notice(Kind::SelfTie, place, told, told_ko);
    }

    fn add(&mut self, spot: &RecordLocation<'_>, record: &Record<'_>, name: &str, scratch: &Scratch) {
        let authors = self.authors(spot, record, &scratch.entities);
        self.put(spot, &Record { authors, ..*record }, name, &scratch.handles, &[]);
    }

    /// Hands a work to the builder.
    pub(crate) fn put(
        &mut self,
        spot: &RecordLocation<'_>,
        record: &Record<'_>,
        name: &str,
        handles: &[InstitutionHandle],
        more: &[RowLocation],
    ) {
        self.tell_cut(spot, &[name, record.title, record.authors, record.links, record.accessibility]);
        let (mut first, mut second) = (Vec::new(), Vec::new());
        let (mut few, mut few_more) = ([""; 16], [""; 16]);
        let facts = WorkFacts {
            name,
            date: record.date,
            institutions: handles,
            title: trim(record.title),
            authors: trim(record.authors),
            links: record.links,
            accessibility: trim(record.accessibility),
            criteria: words(record.criteria, &mut few, &mut first),
            domains: words(record.domains, &mut few_more, &mut second),
            citations: record.citations,
            citations_as_of: record.citations_as_of,
            aliases: record.aliases,
            statements: record.statements,
            source: RowLocation { input: spot.input, line: spot.anchor.line as u32 },
            more_sources: more,
        };
        self.builder.work(&facts);
    }

    /// Texts beyond what the corpus holds of one are cut.
    fn tell_cut(&mut self, spot: &RecordLocation<'_>, texts: &[&str]) {
        for text in texts.iter().filter(|text| text.len() > MAX_TEXT_BYTES) {
            let (start, bytes): (String, usize) = (text.chars().take(40).collect(), text.len());
            self.notice(
                Kind::TextCut,
                spot.row(),
                format!(
                    "the text that starts “{start}…” has {bytes} bytes; it was cut after {MAX_TEXT_BYTES} (16 MiB)"
                ),
                format!("‘{start}…’(으)로 시작하는 글이 {bytes}바이트다. {MAX_TEXT_BYTES}바이트(16MiB)에서 잘랐다"),
            );
        }
    }

    /// The authors, without an institution of the work that stands before them.
    pub(crate) fn authors<'r>(&mut self, spot: &RecordLocation<'_>, record: &Record<'r>, entities: &[u32]) -> &'r str {
        let authors = trim(record.authors);
        if authors.is_empty() {
            return authors;
        }
        for &entity in entities {
            let name = self.registry.name(entity);
            let Some(rest) = authors.strip_prefix(name) else { continue };
            let rest = match rest.trim_start().strip_prefix([',', ';']) {
                Some(rest) => trim(rest),
                None if rest.trim().is_empty() => "",
                None => continue,
            };
            let name = name.to_owned();
            self.notice(
                Kind::AuthorIsInstitution,
                spot.place(authors, record.authors_raw),
                format!("{name} stands among the authors; it is an institution of the work and was left out there"),
                format!("저자 목록에 기관 {name}이(가) 있다. 저자에서는 뺐다"),
            );
            return rest;
        }
        authors
    }

    /// Adds what a file tells of one institution: its whole lists of countries and sectors.
    pub(crate) fn facts(&mut self, entity: u32, countries: &[u32], sectors: &[u32]) {
        self.country_evidence.add(&[entity], countries);
        self.sector_evidence.add(&[entity], sectors);
    }

    /// Takes an institution into the corpus although nothing ties it to another one.
    pub(crate) fn present(&mut self, entity: u32) {
        self.registry.handle(entity, &mut self.builder);
    }

    /// Remembers the id that a list of items gives to an institution; the other name under that id if there is one.
    pub(crate) fn add_item(&mut self, id: &str, entity: u32) -> Option<String> {
        match self.items.insert(id.to_owned(), entity) {
            Some(other) if other != entity => Some(self.registry.name(other).to_owned()),
            _ => None,
        }
    }

    /// The institution of an id that a list of items told.
    pub(crate) fn item(&self, id: &str) -> Option<u32> {
        self.items.get(id).copied()
    }

    /// Adds a stated tie.
    pub(crate) fn tie(&mut self, (a, b): (u32, u32), weight: f64, place: SourceLocation) {
        let ends = [a, b].map(|entity| self.registry.handle(entity, &mut self.builder));
        if ends[0] == ends[1] && a != b {
            let [one, other, group] =
                [self.registry.name(a), self.registry.name(b), self.registry.final_name(a)].map(str::to_owned);
            self.omit(
                OmissionRule::SelfTie,
                place,
                format!("the tie joins {one} and {other}, which are both {group}; left out"),
                format!("{one}, {other}은(는) 모두 {group}이다. 그 사이의 관계를 뺐다"),
            );
        }
        self.builder.explicit_tie(ends[0], ends[1], weight);
    }

    /// The corpus, what was odd, what was merged and what was left out.
    pub(crate) fn finish(self) -> Gathered {
        self.finish_numbered().0
    }

    /// The same, and the number of every entity's institution; entities that are not used have none.
    pub(crate) fn finish_numbered(mut self) -> (Gathered, Vec<Option<InstitutionId>>) {
        self.settle_all();
        let (trails, inputs) = (self.trails(), self.inputs.clone());
        let Closed { corpus, notices, mut omissions, numbers } = self.close();
        let merges = merge::resolve(&trails, &inputs, &corpus);
        omissions.sort();
        (Gathered { corpus, notices, merges, omissions }, numbers)
    }

    /// The corpus and what was odd, for a reading of some rows: what was merged rests on all.
    pub(crate) fn finish_some(mut self) -> (Corpus, Vec<Notice>) {
        self.settle_all();
        let Closed { corpus, notices, .. } = self.close();
        (corpus, notices)
    }

    /// Adds the works that were kept back.
    fn release(&mut self) {
        for draft in self.held.take().into_iter().flat_map(|held| held.drafts) {
            self.add_draft(draft);
        }
    }

    /// Gives institutions what was learned, and tells what was odd about them.
    fn settle_all(&mut self) {
        self.release();
        for (place, recorded, name) in self.registry.normalized() {
            self.notice(
                Kind::NameNormalized,
                place,
                format!(
                    "“{}” differs from “{name}” in Unicode form or white space alone; taken as one",
                    recorded.escape_debug()
                ),
                format!(
                    "‘{}’은(는) ‘{name}’과(와) 유니코드 형식이나 공백만 다르다. 하나로 보았다",
                    recorded.escape_debug()
                ),
            );
        }
        let count = self.registry.entities().len();
        let countries =
            self.country_evidence.learn(count, |value| self.countries.values[value as usize].code().to_owned());
        let sectors = self.sector_evidence.learn(count, |value| self.sectors.values[value as usize]);
        self.tell_doubts(&countries, &sectors);
        self.settle(&countries, &sectors);
    }

    fn close(self) -> Closed {
        let Self { registry, mut builder, mut notices, omissions, .. } = self;
        let handles: Vec<Option<usize>> =
            (0..registry.entities().len()).map(|entity| registry.number(entity as u32)).collect();
        registry.finish(&mut builder);
        notices.sort();
        let (corpus, numbers) = builder.finish_numbered();
        let numbers = handles.into_iter().map(|handle| handle.map(|handle| numbers[handle])).collect();
        Closed { corpus, notices, omissions, numbers }
    }

    fn tell_doubts(&mut self, countries: &[Learned], sectors: &[Learned]) {
        for index in 0..self.registry.entities().len() {
            let entity = &self.registry.entities()[index];
            if countries[index].doubt.is_none() && sectors[index].doubt.is_none() {
                continue;
            }
            let (name, place, declared) = (entity.institution.names.name.clone(), entity.place, entity.is_declared());
            let has_country = !entity.institution.countries.is_empty();
            let has_sector = !entity.institution.sectors.is_empty();
            if let Some(doubt) = countries[index].doubt.filter(|_| !(declared && has_country)) {
                let taken: Vec<&str> =
                    countries[index].values.iter().map(|&value| self.countries.values[value as usize].code()).collect();
                let (message, message_ko) =
                    doubt_words(&name, doubt, &taken.join(", "), has_country, ("country", "국가"));
                self.notice(Kind::CountryUnclear, place, message, message_ko);
            }
            if let Some(doubt) = sectors[index].doubt.filter(|_| !(declared && has_sector)) {
                let taken: Vec<&str> =
                    sectors[index].values.iter().map(|&value| self.sectors.values[value as usize].key()).collect();
                let (message, message_ko) =
                    doubt_words(&name, doubt, &taken.join(", "), has_sector, ("sector", "유형"));
                self.notice(Kind::SectorUnclear, place, message, message_ko);
            }
        }
    }

    /// Gives institutions what was learned: declared facts first, then the data, then the authority.
    fn settle(&mut self, countries: &[Learned], sectors: &[Learned]) {
        let (country_values, sector_values) = (&self.countries.values, &self.sectors.values);
        for (index, entity) in self.registry.entities_mut().iter_mut().enumerate() {
            let declared = entity.is_declared();
            let institution = &mut entity.institution;
            if !(countries[index].values.is_empty() || declared && !institution.countries.is_empty()) {
                let mut own: Vec<Country> =
                    countries[index].values.iter().map(|&value| country_values[value as usize].clone()).collect();
                // "Multinational" is nobody's home country.
                own.sort_by_key(|country| country.code().eq_ignore_ascii_case("multinational"));
                institution.countries = own;
            }
            if !(sectors[index].values.is_empty() || declared && !institution.sectors.is_empty()) {
                institution.sectors =
                    sectors[index].values.iter().map(|&value| sector_values[value as usize]).collect();
            }
        }
    }
}

/// The items of a list, in `few` when they fit there.
fn words<'r, 's>(list: List<'r>, few: &'s mut [&'r str; 16], many: &'s mut Vec<&'r str>) -> &'s [&'r str] {
    let items = || list.iter().filter(|word| !word.is_empty());
    let mut count = 0;
    for word in items() {
        if count == few.len() {
            many.extend(items());
            return many;
        }
        few[count] = word;
        count += 1;
    }
    &few[..count]
}

fn doubt_words(name: &str, doubt: Doubt, taken: &str, has_other: bool, what: (&str, &str)) -> (String, String) {
    let (word, word_ko) = what;
    match doubt {
        Doubt::Differ(rows, all) => (
            format!(
                "rows where {name} stands alone differ in its {word}; {taken} was taken ({rows} of {})",
                counted(all as usize, "row", "rows")
            ),
            format!("{name}의 {word_ko} 기록이 행마다 다르다. {taken}(으)로 보았다({all}행 가운데 {rows}행)"),
        ),
        Doubt::DifferByPlace(rows, all) if !taken.is_empty() => (
            format!(
                "{name} never stands alone and its {word} differs; {taken} was taken ({rows} of {})",
                counted(all as usize, "row", "rows")
            ),
            format!(
                "{name}은(는) 단독으로 나온 행이 없고 {word_ko} 기록이 다르다. {taken}(으)로 보았다({all}행 가운데 {rows}행)"
            ),
        ),
        Doubt::DifferByPlace(..) | Doubt::Untold if has_other => (
            format!("no row tells the {word} of {name} by itself; the authority's was taken"),
            format!("{name}의 {word_ko} 정보를 따로 밝히는 행이 없어 전거 자료의 값을 썼다"),
        ),
        Doubt::DifferByPlace(..) | Doubt::Untold => (
            format!("no row tells the {word} of {name} by itself; left open"),
            format!("{name}의 {word_ko} 정보를 따로 밝히는 행이 없다. 비워 둔다"),
        ),
    }
}
