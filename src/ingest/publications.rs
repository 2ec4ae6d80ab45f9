//! Publications → works: what exports of bibliographic databases tell of a work, in one form for all of them.
//!
//! An institution is known by an identifier, by a name that the database has standardised, or by the address that the
//! authors wrote; which of these it was is counted for the notice that each input ends with. Records of one DOI, or of one
//! identifier of a database, are one work, be they of one input or of several.

use std::borrow::Cow;

use crate::corpus::date::Date;
use crate::corpus::hashing::{FastMap, FastSet};
use crate::corpus::institution::{Institution, Names};
use crate::format::document::Document;
use crate::ingest::assembler::{CorpusAssembler, Written};
use crate::ingest::attributes::BLANK;
use crate::ingest::location::{RecordLocation, SourceLocation};
use crate::ingest::merge::MergeRule;
use crate::ingest::notice::Kind;
use crate::ingest::record::{Evidence, Namesakes, Record, Standing, add_once};
use crate::message;
use crate::messages::{Argument, List, Message};
use crate::names::absence;
use crate::names::affiliation::{AddressGrammar, addresses, without_numbers};
use crate::normalize::lists::{Item, Separator, split, whole_key};
use crate::normalize::placeholders::{is_placeholder, kept_key};
use crate::normalize::text::{clean, trim};
use crate::source::error::Error;

/// An institution of a publication, as its record has it.
#[derive(Clone, Debug)]
pub(crate) enum RecordedAffiliation<'t> {
    /// One of a register.
    Identified {
        /// The identifier, as an address on the web.
        id: Cow<'t, str>,
        name: Cow<'t, str>,
        ror: Option<String>,
        country: Option<Cow<'t, str>>,
    },
    /// A name that the database has standardised.
    Standardised { name: Cow<'t, str>, country: Option<Cow<'t, str>> },
    /// What authors wrote: a name or an address.
    Written { text: Cow<'t, str>, grammar: AddressGrammar, country: Option<Cow<'t, str>> },
}

/// A publication.
#[derive(Clone, Debug, Default)]
pub(crate) struct Publication<'t> {
    pub(crate) title: Cow<'t, str>,
    /// The record as it stands, for the places in notices.
    pub(crate) raw: &'t str,
    pub(crate) date: Option<Date>,
    /// A date that could not be read.
    pub(crate) unread_date: Option<Cow<'t, str>>,
    /// Any way of writing it.
    pub(crate) doi: Cow<'t, str>,
    /// Identifiers of databases, each with its scheme (`eid:2-s2.0-1`).
    pub(crate) ids: Vec<String>,
    pub(crate) authors: String,
    /// Identifiers of the authors, a line each, in their order; empty: none.
    pub(crate) author_ids: String,
    pub(crate) link: Cow<'t, str>,
    pub(crate) citations: Option<u32>,
    pub(crate) affiliations: Vec<RecordedAffiliation<'t>>,
    /// Countries of its institutions, which are not told one by one.
    pub(crate) countries: Vec<Cow<'t, str>>,
    pub(crate) standing: Standing,
    /// Entries that are people and stand for no institution.
    pub(crate) people: usize,
}

/// What an export is called in notices and errors.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ExportSource {
    /// The name of the format, the same in all languages.
    pub(crate) name: &'static str,
    /// What its institutions stand in (`Affiliations`, `AD`).
    pub(crate) field: &'static str,
    /// What to export instead, where no record of a file names an institution.
    pub(crate) advice: ExportAdvice,
}

/// What to do where a file names no institutions.
#[derive(Clone, Copy, Debug)]
pub(crate) enum ExportAdvice {
    /// Export once more, with this field.
    Field(&'static str),
    /// The format never has any; another export of the same database does.
    Export(&'static str),
    /// The database has none.
    Nothing,
}

/// What was met in an input.
#[derive(Debug, Default)]
struct ReadTally {
    works: usize,
    without: usize,
    retracted: usize,
    paratext: usize,
    /// Institutions, with how they are known and whether a record tells their country.
    institutions: FastMap<u32, (Evidence, bool)>,
    /// Addresses in which no organisation was found.
    unnamed: usize,
    /// Entries that stand for no institution.
    nobody: usize,
    /// Entries that are people.
    people: usize,
    /// Rows that were shifted back.
    repaired: usize,
    /// Parents that stood beside their own parts.
    parents: usize,
    /// Countries that records tell of institutions one by one.
    countries: FastMap<u32, u32>,
    /// Institutions of works whose countries are not told one by one, with these countries.
    shared: Vec<(Vec<u32>, Vec<u32>)>,
}

/// Reads the publications of one input into the corpus.
pub(crate) struct Publications<'g, 'o> {
    pub(crate) assembler: &'g mut CorpusAssembler<'o>,
    pub(crate) input: u16,
    source: ExportSource,
    /// The generation of the format, where there are several.
    generation: &'static str,
    tally: ReadTally,
    /// Names that hold separators, and names that would be taken for none.
    whole: Vec<String>,
    kept: Vec<String>,
}

impl<'g, 'o> Publications<'g, 'o> {
    /// Registers the input.
    pub(crate) fn new(
        assembler: &'g mut CorpusAssembler<'o>,
        document: &Document<'_>,
        (source, generation): (ExportSource, &'static str),
        whole_names: &[String],
    ) -> Self {
        let input = document.register(assembler);
        let whole = whole_names.iter().map(|name| whole_key(name)).collect();
        let kept = whole_names.iter().map(|name| kept_key(name)).collect();
        Self { assembler, input, source, generation, tally: ReadTally::default(), whole, kept }
    }

    /// The parts of a list, split at `mark`; names that the user keeps whole are.
    pub(crate) fn list<'t>(&self, cell: &'t str, mark: &str) -> Vec<&'t str> {
        let mut items: Vec<Item> = Vec::new();
        split(cell, &Separator::Given(mark.to_owned()), Some(&self.whole), &mut items);
        items.into_iter().map(|item| trim(&cell[item.range])).collect()
    }

    /// Counts a row that was read although its cells were shifted.
    pub(crate) fn note_repaired(&mut self) {
        self.tally.repaired += 1;
    }

    /// Counts parents that were left out beside their parts.
    pub(crate) fn note_parents(&mut self, count: usize) {
        self.tally.parents += count;
    }

    /// Adds a publication.
    pub(crate) fn add(&mut self, location: &RecordLocation<'_>, publication: &Publication<'_>) {
        let name = clean(&publication.title).into_owned();
        let (mut entities, mut seen) = (Vec::new(), FastSet::default());
        let mut evidence = Evidence::Unknown;
        let mut add = |publications: &mut Self, affiliation: &RecordedAffiliation<'_>| {
            if let Some((entity, how)) = publications.institution(location, affiliation, (&name, publication.raw)) {
                evidence = evidence.min(how);
                add_once(&mut entities, &mut seen, entity);
            }
        };
        let mut written = written_addresses(&publication.affiliations).into_iter();
        for affiliation in &publication.affiliations {
            let RecordedAffiliation::Written { grammar, country, .. } = affiliation else {
                add(self, affiliation);
                continue;
            };
            let texts = written.next().unwrap_or_default();
            let country = country.as_ref().filter(|_| texts.len() == 1);
            for text in texts {
                let (text, country) = (Cow::Borrowed(text), country.cloned());
                add(self, &RecordedAffiliation::Written { text, grammar: *grammar, country });
            }
        }
        self.note_countries(location, publication, &entities);
        self.tally.works += 1;
        self.tally.people += publication.people;
        self.tally.without += usize::from(entities.is_empty());
        self.tally.retracted += usize::from(publication.standing.is_retracted);
        self.tally.paratext += usize::from(publication.standing.is_paratext);
        if let Some(recorded) = &publication.unread_date {
            self.tell_date(location, recorded, publication.raw);
        }
        let doi = crate::normalize::doi::of(&publication.doi).unwrap_or_default();
        // `NA` where a table has no value is nobody's identifier.
        let is_told = |id: &&String| id.split_once(':').is_some_and(|(_, own)| !is_placeholder(own));
        let mut ids: Vec<String> = publication.ids.iter().filter(is_told).cloned().collect();
        if !doi.is_empty() {
            ids.push(format!("doi:{doi}"));
        }
        let link = match doi.as_str() {
            "" => publication.link.clone().into_owned(),
            doi => format!("https://doi.org/{doi}"),
        };
        let record = Record {
            name: &publication.title,
            name_raw: publication.raw,
            entities: &entities,
            date: publication.date,
            authors: &publication.authors,
            author_ids: &publication.author_ids,
            are_authors_split: true,
            is_ordered: true,
            links: &link,
            citations: publication.citations,
            namesakes: Namesakes::Expected,
            doi: &doi,
            ids: &ids,
            evidence,
            standing: publication.standing,
            ..Record::default()
        };
        let draft = self.assembler.draft(location, &record);
        self.assembler.add_draft(draft);
    }

    /// Remembers the countries of a work that are not told institution by institution.
    fn note_countries(&mut self, location: &RecordLocation<'_>, publication: &Publication<'_>, entities: &[u32]) {
        if publication.countries.is_empty() || entities.is_empty() {
            return;
        }
        let mut countries: Vec<u32> = Vec::new();
        for country in &publication.countries {
            let number = self.assembler.country(location, trim(country), publication.raw);
            if number != BLANK && !countries.contains(&number) {
                countries.push(number);
            }
        }
        self.tally.shared.push((entities.to_vec(), countries));
    }

    /// Finds which country of a work is that of which of its institutions: that of all where a work names one alone; else
    /// the one that is left where all others have theirs. O(works) for each round that finds one.
    fn share_countries(&mut self) {
        let shared = std::mem::take(&mut self.tally.shared);
        let mut known = std::mem::take(&mut self.tally.countries);
        let mut learn = |known: &mut FastMap<u32, u32>, entity: u32, country: u32| {
            if known.insert(entity, country).is_none() {
                self.assembler.fact(entity, Some(country), None);
                self.tally.institutions.entry(entity).and_modify(|(_, is_told)| *is_told = true);
            }
        };
        for (entities, countries) in &shared {
            if let [country] = countries.as_slice() {
                entities.iter().for_each(|&entity| learn(&mut known, entity, *country));
            }
        }
        loop {
            let before = known.len();
            for (entities, countries) in shared.iter().filter(|(_, countries)| countries.len() > 1) {
                let of_others: Vec<u32> = entities.iter().filter_map(|entity| known.get(entity).copied()).collect();
                let mut open = entities.iter().filter(|entity| !known.contains_key(entity));
                let mut left = countries.iter().filter(|country| !of_others.contains(country));
                if let (Some(&entity), None, Some(&country), None) =
                    (open.next(), open.next(), left.next(), left.next())
                {
                    learn(&mut known, entity, country);
                }
            }
            if known.len() == before {
                return;
            }
        }
    }

    fn tell_date(&mut self, location: &RecordLocation<'_>, recorded: &str, raw: &str) {
        let told = message!("formats-date-unreadable", date = recorded);
        self.assembler.tell(Kind::DateUnreadable, location.place(recorded, raw), &told);
    }

    /// The entity of an affiliation and how it is known; `None` where it names nobody.
    fn institution(
        &mut self,
        location: &RecordLocation<'_>,
        affiliation: &RecordedAffiliation<'_>,
        (work, raw): (&str, &str),
    ) -> Option<(u32, Evidence)> {
        let (entity, evidence, country) = match affiliation {
            RecordedAffiliation::Identified { id, name, ror, country } => {
                let entity = self.identified(location, (id, name), ror.as_deref(), raw);
                (entity, Evidence::Identifier, country.as_deref())
            }
            RecordedAffiliation::Standardised { name, country } => {
                let entity = self.named(location, name, (work, raw))?;
                (entity, Evidence::Standardised, country.as_deref())
            }
            RecordedAffiliation::Written { text, grammar, country } => {
                let found = self.written(location, text, *grammar, (work, raw))?;
                let own = found.1.or_else(|| country.as_deref().map(str::to_owned));
                self.learn(found.0, (own.as_deref(), raw), Evidence::Written, location);
                return Some((found.0, Evidence::Written));
            }
        };
        self.learn(entity, (country, raw), evidence, location);
        Some((entity, evidence))
    }

    /// Remembers what a record tells of an institution.
    fn learn(
        &mut self,
        entity: u32,
        (country, raw): (Option<&str>, &str),
        evidence: Evidence,
        location: &RecordLocation<'_>,
    ) {
        let country = country.map(trim).filter(|country| !country.is_empty());
        let entry = self.tally.institutions.entry(entity).or_insert((evidence, false));
        entry.0 = entry.0.min(evidence);
        entry.1 |= country.is_some();
        if let Some(country) = country {
            let number = self.assembler.country(location, country, raw);
            if number != BLANK {
                self.tally.countries.insert(entity, number);
                self.assembler.fact(entity, Some(number), None);
            }
        }
    }

    fn is_nobody(&mut self, name: &str, work: &str) -> bool {
        let is_nobody =
            trim(name).is_empty() || absence::is_none(name, work, &self.kept, self.assembler.registry.authority());
        self.tally.nobody += usize::from(is_nobody && !trim(name).is_empty());
        is_nobody
    }

    fn named(&mut self, location: &RecordLocation<'_>, name: &str, (work, raw): (&str, &str)) -> Option<u32> {
        if self.is_nobody(name, work) {
            return None;
        }
        self.assembler.mention(location, name, raw, work)
    }

    fn identified(
        &mut self,
        location: &RecordLocation<'_>,
        (id, name): (&str, &str),
        ror: Option<&str>,
        raw: &str,
    ) -> u32 {
        let place = || location.place(name, raw);
        let institution = || Institution {
            names: Names::plain(&if trim(name).is_empty() { Cow::Borrowed(id) } else { clean(name) }),
            ror: ror.map(str::to_owned),
            ..Institution::default()
        };
        let (entity, _) = self.assembler.registry.openalex(id, institution, place);
        let recorded = trim(name);
        if !recorded.is_empty() && self.assembler.registry.name(entity) != clean(recorded) {
            self.assembler.merged(recorded, entity, MergeRule::Identifier, place());
        }
        entity
    }

    /// The entity of what authors wrote, and the country that it tells.
    fn written(
        &mut self,
        location: &RecordLocation<'_>,
        text: &str,
        grammar: AddressGrammar,
        (work, raw): (&str, &str),
    ) -> Option<(u32, Option<String>)> {
        if self.is_nobody(text, work) {
            return None;
        }
        match self.assembler.written(location, text, grammar, (work, raw)) {
            Written::Institution(entity, country) => Some((entity, country.map(|country| country.code().to_owned()))),
            Written::Unnamed => {
                self.tally.unnamed += 1;
                None
            }
            Written::Dropped => None,
        }
    }

    /// Ends the input: one notice says what it was and what was read.
    ///
    /// # Errors
    /// No record names an institution.
    pub(crate) fn finish(mut self, document: &Document<'_>) -> Result<(), Error> {
        self.share_countries();
        let (source, tally) = (self.source, &self.tally);
        if tally.works > 0 && tally.institutions.is_empty() {
            return Err(no_institutions(document, source, tally.works));
        }
        let place = SourceLocation { input: self.input, line: 0, column: 0 };
        let told = message!(
            "formats-read",
            format = source.name,
            generation = if self.generation.is_empty() { "none" } else { self.generation },
            facts = tally.facts()
        );
        self.assembler.tell(Kind::FormatRead, place, &told);
        for (count, told) in [
            (tally.unnamed, message!("formats-unnamed", count = tally.unnamed)),
            (tally.nobody, message!("formats-nobody", count = tally.nobody)),
            (tally.people, message!("formats-people", count = tally.people)),
            (tally.parents, message!("formats-parents", count = tally.parents)),
        ] {
            if count > 0 {
                self.assembler.tell(Kind::Other, place, &told);
            }
        }
        Ok(())
    }
}

impl ReadTally {
    fn facts(&self) -> List {
        let of = |evidence: Evidence| self.institutions.values().filter(|(how, _)| *how == evidence).count();
        let countries = self.institutions.values().filter(|(_, is_told)| *is_told).count();
        let mut facts: Vec<Message> = vec![message!("formats-works", count = self.works)];
        if self.without > 0 {
            facts.push(message!("formats-without", count = self.without));
        }
        for (count, message) in [
            (of(Evidence::Identifier), message!("formats-identified", count = of(Evidence::Identifier))),
            (of(Evidence::Standardised), message!("formats-standardised", count = of(Evidence::Standardised))),
            (of(Evidence::Written), message!("formats-written", count = of(Evidence::Written))),
        ] {
            if count > 0 {
                facts.push(message);
            }
        }
        facts.push(message!("formats-countries", count = countries, all = self.institutions.len()));
        if self.repaired > 0 {
            facts.push(message!("formats-repaired", count = self.repaired));
        }
        List::comma(facts.into_iter().map(Argument::from))
    }
}

/// The addresses of each text that authors wrote, in their order, without the numbers that count them.
fn written_addresses<'a>(affiliations: &'a [RecordedAffiliation<'_>]) -> Vec<Vec<&'a str>> {
    let texts = affiliations.iter().filter_map(|one| match one {
        RecordedAffiliation::Written { text, .. } => Some(addresses(text)),
        _ => None,
    });
    let mut texts: Vec<Vec<&str>> = texts.collect();
    without_numbers(&mut texts.iter_mut().flatten().collect::<Vec<_>>());
    texts
}

/// The error of a file whose records name no institutions.
fn no_institutions(document: &Document<'_>, source: ExportSource, works: usize) -> Error {
    let advice = match source.advice {
        ExportAdvice::Field(field) => message!("formats-advice-field", field = field),
        ExportAdvice::Export(export) => message!("formats-advice-export", export = export),
        ExportAdvice::Nothing => message!("formats-advice-nothing"),
    };
    let told =
        message!("formats-no-institutions", format = source.name, count = works, field = source.field, advice = advice);
    document.told(0, &told)
}
