//! Phrases shared by answers: names, counts, lists, and notes on counting.

use crate::answer::korean::{self, Particle};
use crate::answer::language::Language;
use crate::answer::number::{plain, thousands};
use crate::answer::table::{Cell, Column};
use crate::corpus::institution::{InstitutionId, Names};
use crate::corpus::kind::WorkKind;
use crate::corpus::work::WorkId;
use crate::message;
use crate::messages::{Argument, List, Localizer, Message};
use crate::network::counting::Counting;
use crate::query::addresses;
use crate::query::context::QueryContext;
use crate::query::filter_text;
use crate::query::require_works;

/// Criteria and accessibility values of Epoch AI's tables, English and Korean.
const TERMS: [(&str, &str); 11] = [
    ("SOTA improvement", "최고 성능 경신"),
    ("Highly cited", "많은 인용"),
    ("Historical significance", "역사적 의의"),
    ("Significant use", "널리 쓰임"),
    ("Training cost", "학습 비용"),
    ("Open weights (unrestricted)", "가중치 공개, 제한 없음"),
    ("Open weights (restricted use)", "가중치 공개, 용도 제한"),
    ("Open weights (non-commercial)", "가중치 공개, 비상업용"),
    ("API access", "API로 이용"),
    ("Hosted access (no API)", "웹에서만 이용"),
    ("Unreleased", "비공개"),
];

pub use crate::english::counted;

/// Maximum number of items listed in a sentence.
pub const NAMED: usize = 8;

/// A context with the language of its texts.
#[derive(Clone, Copy, Debug)]
pub struct Voice<'s, 'c> {
    /// The context.
    pub context: &'s QueryContext<'c>,
    /// The language.
    pub language: Language,
}

impl<'s, 'c> Voice<'s, 'c> {
    /// Phrases of a context in a language.
    #[must_use]
    pub fn new(context: &'s QueryContext<'c>, language: Language) -> Self {
        Self { context, language }
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
        List::and(ids.iter().map(|&id| self.names_of(id)), "institution")
    }

    /// A work with its date, as argument of a message.
    #[must_use]
    pub fn dated(&self, id: WorkId) -> Argument {
        let name = self.context.corpus.work_name(id);
        match self.context.corpus.date(id) {
            Some(date) => message!("answers-dated-work", name = name, date = date).into(),
            None => name.into(),
        }
    }

    /// Works with their dates as list of a message.
    #[must_use]
    pub fn dated_list(&self, ids: &[WorkId]) -> List {
        List::and(ids.iter().map(|&id| self.dated(id)), self.kind())
    }

    /// Selects the text of the language.
    #[must_use]
    pub fn say(&self, english: impl Into<String>, korean: impl Into<String>) -> String {
        self.language.say(english, korean)
    }

    /// Name of an institution.
    #[must_use]
    pub fn name(&self, id: InstitutionId) -> String {
        self.language.name(&self.context.corpus.institution(id).names)
    }

    /// Korean name with its particle.
    #[must_use]
    pub fn with(&self, id: InstitutionId, particle: Particle) -> String {
        korean::attach(&self.name(id), particle)
    }

    /// A work with its date.
    #[must_use]
    pub fn work(&self, id: WorkId) -> String {
        Localizer::new(self.language).text(&self.dated(id))
    }

    /// Number of works with noun: `5 works`, `모델 5개`.
    #[must_use]
    pub fn works(&self, count: usize) -> String {
        let (noun, _) = noun_of(self.kind());
        self.say(counted(count, "work", "works"), format!("{noun} {}", self.pieces(count)))
    }

    /// Number of works with counter: `5`, `5개`.
    #[must_use]
    pub fn pieces(&self, count: usize) -> String {
        let (_, counter) = noun_of(self.kind());
        self.say(thousands(count as u64), format!("{}{counter}", thousands(count as u64)))
    }

    /// Noun for works: `work`, `모델`.
    #[must_use]
    pub fn noun(&self) -> String {
        self.say("work", noun_of(self.kind()).0)
    }

    /// Korean noun for works with its particle: `모델은`, `문헌을`.
    #[must_use]
    pub fn noun_with(&self, particle: Particle) -> String {
        korean::attach(noun_of(self.kind()).0, particle)
    }

    /// Number of institutions with noun: `14 institutions`, `기관 14곳`.
    #[must_use]
    pub fn institutions(&self, count: usize) -> String {
        let number = thousands(count as u64);
        self.say(counted(count, "institution", "institutions"), format!("기관 {number}곳"))
    }

    /// Number of partners with noun: `3 partners`, `협력 기관 3곳`.
    #[must_use]
    pub fn partners(&self, count: usize) -> String {
        let number = thousands(count as u64);
        self.say(counted(count, "partner", "partners"), format!("협력 기관 {number}곳"))
    }

    /// List in a sentence: `A, B and C`; long ones end in `… and 4 more`. `counter`: Korean counter of the items (`곳`,
    /// `개`).
    #[must_use]
    pub fn list(&self, items: &[String], counter: &str) -> String {
        if items.len() > NAMED + 1 {
            let more = thousands((items.len() - NAMED) as u64);
            let named = items[..NAMED].join(", ");
            return self.say(format!("{named} and {more} more"), format!("{named} 외 {more}{counter}"));
        }
        match items {
            [] => String::new(),
            [one] => one.clone(),
            [init @ .., last] => {
                self.say(format!("{} and {last}", init.join(", ")), format!("{}, {last}", init.join(", ")))
            }
        }
    }

    /// List of institutions.
    #[must_use]
    pub fn names(&self, ids: &[InstitutionId]) -> String {
        self.list(&ids.iter().map(|&id| self.name(id)).collect::<Vec<_>>(), "곳")
    }

    /// List of works with their dates.
    #[must_use]
    pub fn work_list(&self, ids: &[WorkId]) -> String {
        self.list(&ids.iter().map(|&id| self.work(id)).collect::<Vec<_>>(), noun_of(self.kind()).1)
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
        let korean = TERMS.iter().find(|(english, _)| english.eq_ignore_ascii_case(word));
        korean.map_or_else(|| word.to_owned(), |(_, korean)| self.say(word, format!("{korean}({word})")))
    }

    /// Selects one of an English and a Korean label.
    #[must_use]
    pub fn pick(&self, (english, korean): (&str, &str)) -> String {
        if self.language == Language::Korean { korean.to_owned() } else { english.to_owned() }
    }

    /// Weight of a tie.
    #[must_use]
    pub fn weight(&self, weight: f64) -> String {
        plain(weight, 2)
    }

    /// Notes on counting, works excluded by the team cap, filter and notices.
    #[must_use]
    pub fn method(&self, excluded: &[WorkId]) -> Vec<String> {
        let mut notes = vec![self.text(self.counting())];
        notes.extend(self.excluded(excluded).map(|note| self.text(note)));
        notes.extend(self.data());
        notes
    }

    /// Notes of an answer without ties: filter and notices.
    #[must_use]
    pub fn data(&self) -> Vec<String> {
        let inputs = self.context.corpus.inputs().iter();
        let grouped = inputs.filter_map(|input| {
            let (rows, works) = input.grouped?;
            Some(message!("answers-grouped-rows", rows = rows, input = &input.name, works = works))
        });
        let notes = addresses::notes(self.context.corpus).into_iter().chain(grouped);
        notes.chain(filter_text::describe(self)).chain(self.notices()).map(|note| self.text(note)).collect()
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
            let team = self.context.corpus.institutions_of(id).len();
            message!("answers-work-of-team", name = self.context.corpus.work_name(id), count = team)
        };
        let works = (!works.is_empty()).then(|| List::and(works.iter().map(team), self.kind()))?;
        Some(message!("answers-excluded-by-cap", kind = self.kind(), cap = cap, works = works))
    }

    fn notices(&self) -> Option<Message> {
        (self.context.notices > 0).then(|| message!("answers-notices", count = self.context.notices))
    }
}

/// Korean noun and counter of works.
pub(super) fn noun_of(kind: WorkKind) -> (&'static str, &'static str) {
    if kind == WorkKind::Model { ("모델", "개") } else { ("문헌", "건") }
}
