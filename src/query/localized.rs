//! Phrases shared by answers: names, counts, lists, and notes on counting.

use crate::answer::language::Language;
use crate::answer::table::{Cell, Column};
use crate::corpus::date::Date;
use crate::corpus::institution::{InstitutionId, Names};
use crate::corpus::kind::WorkKind;
use crate::corpus::work::WorkId;
use crate::message;
use crate::messages::{Argument, List, Localizer, Message, values};
use crate::network::counting::{Counting, DEFAULT_MAX_TEAM};
use crate::query::addresses;
use crate::query::context::QueryContext;
use crate::query::filter_text;
use crate::query::level;
use crate::query::require_works;

/// What an answer is computed from.
#[derive(Clone, Copy, Debug)]
pub enum Basis<'w> {
    /// Works.
    Works,
    /// Ties under the counting of the context; with the works of its subject that the team cap excludes.
    Ties(&'w [WorkId]),
    /// Ties under every counting.
    AllCountings(&'w [WorkId]),
}

/// A context with the language of its texts.
#[derive(Clone, Copy, Debug)]
pub struct LocalizedContext<'s, 'c> {
    /// The context.
    pub context: &'s QueryContext<'c>,
    /// The language.
    pub language: Language,
}

impl<'s, 'c> LocalizedContext<'s, 'c> {
    /// Phrases of a context in a language.
    #[must_use]
    pub fn new(context: &'s QueryContext<'c>, language: Language) -> Self {
        Self { context, language: language.naming(context.actors()) }
    }

    /// Kind of the works.
    #[must_use]
    pub fn kind(&self) -> WorkKind {
        self.context.kind
    }

    /// Renders a message in the language.
    #[must_use]
    pub fn text(&self, message: Message) -> String {
        Localizer::new(self.language).render(&message)
    }

    /// Renders messages in the language.
    #[must_use]
    pub fn texts(&self, messages: impl IntoIterator<Item = Message>) -> Vec<String> {
        messages.into_iter().map(|message| self.text(message)).collect()
    }

    /// A column for readers, with its heading.
    #[must_use]
    pub fn column(&self, key: &str, heading: Message) -> Column {
        Column::new(key, self.text(heading))
    }

    /// Names of an institution, as argument of a message.
    #[must_use]
    pub fn names_of(&self, id: InstitutionId) -> &'c Names {
        &self.context.corpus.institution(id).names
    }

    /// Institutions as list of a message.
    #[must_use]
    pub fn institution_list(&self, ids: &[InstitutionId]) -> List {
        List::and(ids.iter().map(|&id| self.names_of(id)), "actor")
    }

    /// A work with its date, as argument of a message.
    #[must_use]
    pub fn dated(&self, id: WorkId) -> Argument {
        let name = self.context.corpus.work_name(id);
        match self.context.corpus.date(id) {
            Some(date) => message!("answers-dated-work", name = name, date = date, short = dotted(date)).into(),
            None => name.into(),
        }
    }

    /// Works with their dates as list of a message.
    #[must_use]
    pub fn dated_list(&self, ids: &[WorkId]) -> List {
        List::and(ids.iter().map(|&id| self.dated(id)), self.kind())
    }

    /// Name of an institution.
    #[must_use]
    pub fn name(&self, id: InstitutionId) -> String {
        self.language.name(&self.context.corpus.institution(id).names)
    }

    /// A work with its date.
    #[must_use]
    pub fn work(&self, id: WorkId) -> String {
        Localizer::new(self.language).text(&self.dated(id))
    }

    /// Countries of an institution as cell, home country first.
    #[must_use]
    pub fn countries(&self, id: InstitutionId) -> Cell {
        let countries = &self.context.corpus.institution(id).countries;
        if countries.is_empty() {
            return Cell::Empty;
        }
        let names: Vec<String> = countries.iter().map(|country| self.pick(country.names())).collect();
        let codes: Vec<&str> = countries.iter().map(|country| country.code()).collect();
        Cell::coded(names.join("; "), codes.join("; "))
    }

    /// Main sector of an institution as cell.
    #[must_use]
    pub fn sector(&self, id: InstitutionId) -> Cell {
        let sector = self.context.corpus.institution(id).sector();
        sector.map_or(Cell::Empty, |sector| Cell::coded(self.pick(sector.label()), sector.key()))
    }

    /// Korean translation of a recorded English term, followed by the term itself, which filters take: `많은 인용(Highly
    /// cited)`.
    #[must_use]
    pub fn term(&self, word: &str) -> String {
        match values::recorded(word) {
            Some(value) if self.language == Language::Korean => {
                self.text(message!("answers-term", value = value, recorded = word))
            }
            _ => word.to_owned(),
        }
    }

    /// Selects one of an English and a Korean label.
    #[must_use]
    pub fn pick(&self, (english, korean): (&str, &str)) -> String {
        if self.language == Language::Korean { korean.to_owned() } else { english.to_owned() }
    }

    /// The lead of an answer: its own statements, then those on what it was computed from where that is not the default:
    /// filter, level, counting and team cap.
    #[must_use]
    pub fn lead(&self, own: Vec<Message>, basis: Basis<'_>) -> Vec<Message> {
        own.into_iter().chain(filter_text::describe(self.context)).chain(self.settings(basis)).collect()
    }

    /// Level, counting and team cap where they are not the default.
    #[must_use]
    pub fn settings(&self, basis: Basis<'_>) -> Vec<Message> {
        let level = level::statements(self.context);
        let (counting, cap) = match basis {
            Basis::Works => (None, None),
            Basis::AllCountings(excluded) => (None, self.cap(excluded)),
            Basis::Ties(excluded) => (self.uncommon_counting(), self.cap(excluded)),
        };
        level.into_iter().chain(counting).chain(cap).collect()
    }

    /// Notes on the default counting, and on the data.
    #[must_use]
    pub fn method(&self) -> Vec<Message> {
        let counting = self.uncommon_counting().is_none().then(|| self.counting());
        counting.into_iter().chain(self.data()).collect()
    }

    /// Notes on the data: addresses, grouped rows, notices.
    #[must_use]
    pub fn data(&self) -> Vec<Message> {
        let inputs = self.context.corpus.inputs().iter();
        let grouped = inputs.filter_map(|input| {
            let (rows, works) = input.grouped?;
            Some(message!("answers-grouped-rows", rows = rows, input = &input.name, works = works))
        });
        let notes = level::notes(self.context).into_iter().chain(addresses::notes(self.context.corpus)).chain(grouped);
        notes.chain(self.notices()).collect()
    }

    /// The counting method where it is not full counting and works are counted.
    fn uncommon_counting(&self) -> Option<Message> {
        let is_full = self.context.projection.counting == Counting::Full;
        (!is_full && !require_works::has_no_works(self.context)).then(|| self.counting())
    }

    /// The team cap: the works that it excludes; without such works where it is not the default.
    fn cap(&self, excluded: &[WorkId]) -> Option<Message> {
        let kind = self.kind();
        if require_works::has_no_works(self.context) {
            return None;
        }
        match self.context.projection.max_team {
            None => Some(message!("answers-no-cap", kind = kind)),
            Some(cap) if excluded.is_empty() => {
                (cap != DEFAULT_MAX_TEAM).then(|| message!("answers-cap", kind = kind, cap = cap))
            }
            Some(_) => self.excluded(excluded),
        }
    }

    /// Note on the counting method.
    #[must_use]
    pub fn counting(&self) -> Message {
        let kind = self.kind();
        if require_works::has_no_works(self.context) {
            return match self.context.corpus.inputs().iter().all(|input| input.is_unweighted) {
                true => message!("answers-counting-unweighted"),
                false => message!("answers-counting-explicit"),
            };
        }
        match self.context.projection.counting {
            Counting::Full => message!("answers-counting-full", kind = kind),
            Counting::Fractional => message!("answers-counting-fractional", kind = kind),
            Counting::Strict => message!("answers-counting-strict", kind = kind),
        }
    }

    fn excluded(&self, works: &[WorkId]) -> Option<Message> {
        let cap = self.context.projection.max_team?;
        let team = |&id: &WorkId| {
            let team = self.context.corpus.team_size(id);
            message!("answers-work-of-team", name = self.context.corpus.work_name(id), count = team)
        };
        let works = (!works.is_empty()).then(|| List::and(works.iter().map(team), self.kind()))?;
        Some(message!("answers-excluded-by-cap", kind = self.kind(), cap = cap, works = works))
    }

    fn notices(&self) -> Option<Message> {
        (self.context.notices > 0).then(|| message!("answers-notices", count = self.context.notices))
    }
}

/// Short form of a date: `2022.11.28.`, `2022.11.`, and a year alone as `2022`.
fn dotted(date: Date) -> String {
    if date.month_number().is_none() {
        return date.year_number().to_string();
    }
    let parts =
        [Some(u32::from(date.year_number())), date.month_number().map(u32::from), date.day_number().map(u32::from)];
    parts.into_iter().flatten().map(|part| format!("{part}.")).collect()
}
