//! Records of every format meet here: names are resolved, attributes learned, works handed to the builder.

mod affiliations;
mod drafts;
mod mentions;
mod sources;
mod values;
mod works;

use affiliations::PickedName;
pub(crate) use affiliations::Written;

use crate::corpus::Corpus;
use crate::corpus::builder::{CorpusBuilder, InstitutionHandle};
use crate::corpus::country::Country;
use crate::corpus::hashing::FastMap;
use crate::corpus::institution::{InstitutionId, Sector};
use crate::corpus::place;
use crate::corpus::table::{InputMetadata, TiePresence};
use crate::corpus::work::RowLocation;
use crate::ingest::attributes::Evidence;
use crate::ingest::drafts::{Held, Standings};
use crate::ingest::duplicates::Duplicates;
use crate::ingest::location::SourceLocation;
use crate::ingest::merge;
use crate::ingest::merge::{Merge, Omission, OmissionRule, Trail, told_place};
use crate::ingest::notice::{Kind, Notice, NoticeLog};
use crate::ingest::options::{Excluded, Options};
use crate::ingest::registry::Registry;
use crate::message;
use crate::messages::Message;
use crate::names::affiliation::AddressGrammar;
use crate::source::open::Arrival;
use crate::source::places::RowPlaces;
use std::collections::BTreeSet;
use std::sync::Arc;

#[derive(Clone, Debug)]
pub(crate) struct CorpusAssembler<'o> {
    pub(crate) registry: Registry<'o>,
    pub(crate) builder: CorpusBuilder,
    pub(crate) inputs: Vec<String>,
    /// Where rows and cells of those are whose texts were made from something else.
    places: Vec<Option<Arc<RowPlaces>>>,
    /// The input that is opened but not registered.
    arrival: Option<Arrival>,
    notices: Vec<Notice>,
    duplicates: Duplicates,
    /// Institutions by the ids of lists of items, for the lists of ties that go with them.
    items: FastMap<String, u32>,
    countries: Values<Country>,
    sectors: Values<RecordedSector>,
    country_evidence: Evidence,
    sector_evidence: Evidence,
    scratch: Scratch,
    /// Ends of ties that look as if they were nobody and were told, by input.
    told_kept: BTreeSet<(u16, String)>,
    /// Recorded name and entity → trail.
    /// Of each recorded name, what it was taken as.
    merges: FastMap<String, Vec<(u32, Trail)>>,
    /// What was picked from addresses that came before.
    picked: FastMap<String, (AddressGrammar, PickedName)>,
    /// Works that wait for those of other inputs, and where those of a DOI are; `None` where there are no others.
    pub(crate) held: Option<Held>,
    omissions: Vec<Omission>,
    /// What becomes of works that are no regular ones, and which of these were met: retracted ones, paratext, and works whose
    /// source gives only the first authors.
    excluded: Excluded,
    standings: [Standings; 3],
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

/// A sector as recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct RecordedSector {
    sector: Sector,
    /// Whether it is recorded as one of Epoch's categories, above which a type of the authority stands.
    is_broad: bool,
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
            places: Vec::new(),
            arrival: None,
            notices: Vec::new(),
            duplicates: Duplicates::default(),
            items: FastMap::default(),
            countries: Values::default(),
            sectors: Values::default(),
            country_evidence: Evidence::default(),
            sector_evidence: Evidence::default(),
            scratch: Scratch::default(),
            told_kept: BTreeSet::new(),
            merges: FastMap::default(),
            picked: FastMap::default(),
            held: None,
            omissions: Vec::new(),
            excluded: options.exclude,
            standings: Default::default(),
            is_frozen: false,
        }
    }

    /// Registers an input by its name in notices.
    pub(crate) fn input(&mut self, name: &str, mut input: InputMetadata) -> u16 {
        let arrival = self.arrival.take().unwrap_or_default();
        input.counts_rows = arrival.places.as_ref().is_some_and(|places| places.are_rows());
        let mark = if input.counts_rows { place::ROWS } else { "" };
        self.inputs.push(format!("{name}{mark}"));
        let number = self.builder.input(input);
        self.places.push(arrival.places);
        for message in arrival.told {
            self.tell(Kind::Other, SourceLocation { input: number, line: 0, column: 0 }, &message);
        }
        number
    }

    /// Says what is known of the input that is registered next.
    pub(crate) fn arrive(&mut self, arrival: Arrival) {
        self.arrival = Some(arrival);
    }

    /// Notes something about what inputs come from, by its name.
    pub(crate) fn tell_source(&mut self, name: &str, message: &Message) {
        self.notices.push(Notice::of_source(name, message));
    }

    /// A place in the input itself, where its text was made from something else.
    pub(super) fn placed(&self, mut place: SourceLocation) -> SourceLocation {
        if let Some(Some(places)) = self.places.get(usize::from(place.input)) {
            (place.line, place.column) = places.of(place.line, place.column);
        }
        place
    }

    /// The row in the input itself of a row of its text.
    pub(crate) fn placed_row(&self, row: RowLocation) -> RowLocation {
        let place = self.placed(SourceLocation { input: row.input, line: u64::from(row.line), column: 0 });
        RowLocation { line: place.line as u32, ..row }
    }

    /// The name of an input.
    pub(super) fn input_name(&self, input: u16) -> &str {
        place::without_rows(self.inputs.get(usize::from(input)).map_or("", String::as_str)).0
    }

    /// A row of the text of an input in words: “line 7”, or “row 7” where rows are counted.
    pub(crate) fn row_words(&self, row: RowLocation) -> Message {
        let number = self.placed_row(row).line.to_string();
        match self.row_unit(row.input) {
            "row" => message!("ingest-row", row = number),
            _ => message!("ingest-line", line = number),
        }
    }

    /// What places of an input count: rows or lines.
    pub(crate) fn row_unit(&self, input: u16) -> &'static str {
        let places = self.places.get(usize::from(input)).and_then(Option::as_ref);
        if places.is_some_and(|places| places.are_rows()) { "row" } else { "line" }
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
    pub(crate) fn notice(&mut self, kind: Kind, place: SourceLocation, message: Message) {
        let file = self.inputs.get(usize::from(place.input)).cloned().unwrap_or_default();
        let place = self.placed(place);
        self.notices.push(Notice { file, line: place.line, column: place.column, kind, message });
    }

    /// Takes over notices of rows that were decoded by themselves.
    pub(crate) fn append(&mut self, log: NoticeLog) {
        for (kind, place, message) in log.into_notices() {
            self.notice(kind, place, message);
        }
    }

    /// Notes an oddity that a message says.
    pub(crate) fn tell(&mut self, kind: Kind, place: SourceLocation, told: &Message) {
        self.notice(kind, place, told.clone());
    }

    /// Notes what was left out where names or works were taken as one.
    pub(crate) fn omit(&mut self, rule: OmissionRule, place: SourceLocation, message: Message) {
        let location = told_place(&self.inputs, self.placed(place));
        self.omissions.push(Omission { rule, message, location });
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

    /// Notes a tie of an institution with itself.
    pub(crate) fn tell_self_tie(&mut self, entity: u32, place: SourceLocation) {
        let message = message!("ingest-self-tie", name = self.registry.name(entity));
        self.omit(OmissionRule::SelfTie, place, message.clone());
        self.notice(Kind::SelfTie, place, message);
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
    pub(crate) fn tie(&mut self, ends: (u32, u32), weight: f64, place: SourceLocation) {
        self.dated_tie(ends, weight, Vec::new(), place);
    }

    /// Adds a stated tie of which the input says when it was there.
    pub(crate) fn dated_tie(
        &mut self,
        (a, b): (u32, u32),
        weight: f64,
        spans: Vec<TiePresence>,
        place: SourceLocation,
    ) {
        let ends = [a, b].map(|entity| self.registry.handle(entity, &mut self.builder));
        if ends[0] == ends[1] && a != b {
            let [one, other, group] =
                [self.registry.name(a), self.registry.name(b), self.registry.final_name(a)].map(str::to_owned);
            self.omit(
                OmissionRule::SelfTie,
                place,
                message!("ingest-tie-joins-both-left", one = &one, other = &other, group = &group),
            );
        }
        self.builder.dated_tie(ends[0], ends[1], weight, spans);
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
        omissions.sort_by_cached_key(|one| (one.rule, merge::order_of(&one.location), one.message.clone()));
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
        let Some(held) = self.held.take() else { return };
        self.suggest_same(&held.drafts);
        for parts in held.parts.values() {
            self.tell(Kind::DuplicateWork, parts.first, &message!("formats-parts-of-one-doi", count = parts.count));
        }
        for draft in held.drafts {
            self.add_draft(draft);
        }
    }

    /// Gives institutions what was learned, and tells what was odd about them.
    fn settle_all(&mut self) {
        self.release();
        self.tell_standings();
        for (place, recorded, name) in self.registry.normalized() {
            self.notice(
                Kind::NameNormalized,
                place,
                message!(
                    "ingest-differs-unicode-form-white",
                    recorded = recorded.escape_debug().to_string(),
                    name = &name
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
}
