//! Phrases shared by answers: names, counts, lists, and notes on counting.

use crate::answer::korean::{self, Particle};
use crate::answer::language::Language;
use crate::answer::number::{plain, thousands};
use crate::answer::table::Cell;
use crate::corpus::institution::InstitutionId;
use crate::corpus::work::WorkId;
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
        let name = self.context.corpus.work_name(id);
        match self.context.corpus.date(id) {
            Some(date) if self.language == Language::Korean => format!("{name}({date})"),
            Some(date) => format!("{name} ({date})"),
            None => name.to_owned(),
        }
    }

    /// Number of works with noun: `5 works`, `모델 5개`.
    #[must_use]
    pub fn works(&self, count: usize) -> String {
        let (noun, _) = self.context.noun.korean();
        self.say(counted(count, "work", "works"), format!("{noun} {}", self.pieces(count)))
    }

    /// Number of works with counter: `5`, `5개`.
    #[must_use]
    pub fn pieces(&self, count: usize) -> String {
        let (_, counter) = self.context.noun.korean();
        self.say(thousands(count as u64), format!("{}{counter}", thousands(count as u64)))
    }

    /// Noun for works: `work`, `모델`.
    #[must_use]
    pub fn noun(&self) -> String {
        self.say("work", self.context.noun.korean().0)
    }

    /// Korean noun for works with its particle: `모델은`, `문헌을`.
    #[must_use]
    pub fn noun_with(&self, particle: Particle) -> String {
        korean::attach(self.context.noun.korean().0, particle)
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
        self.list(&ids.iter().map(|&id| self.work(id)).collect::<Vec<_>>(), self.context.noun.korean().1)
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
        self.say(english, korean)
    }

    /// Weight of a tie.
    #[must_use]
    pub fn weight(&self, weight: f64) -> String {
        plain(weight, 2)
    }

    /// Notes on counting, works excluded by the team cap, filter and notices.
    #[must_use]
    pub fn method(&self, excluded: &[WorkId]) -> Vec<String> {
        let mut notes = vec![self.counting()];
        notes.extend(self.excluded(excluded));
        notes.extend(self.data());
        notes
    }

    /// Notes of an answer without ties: filter and notices.
    #[must_use]
    pub fn data(&self) -> Vec<String> {
        let addresses = addresses::notes(self.context.corpus);
        let addresses = addresses.iter().map(|(english, korean)| self.say(english.as_str(), korean.as_str()));
        let grouped = self.context.corpus.inputs().iter().filter_map(|input| Some((&input.name, input.grouped?)));
        let grouped = grouped.map(|(name, (rows, works))| {
            self.say(
                format!("{} rows of {name} stand for {} works.", thousands(rows), thousands(works)),
                format!("{name}의 {}행은 성과물 {}건이다.", thousands(rows), thousands(works)),
            )
        });
        addresses.chain(grouped).chain(filter_text::describe(self)).chain(self.notices()).collect()
    }

    /// Note on the counting method.
    #[must_use]
    pub fn counting(&self) -> String {
        let noun = self.context.noun.korean().0;
        if require_works::has_no_works(self.context)
            && self.context.corpus.inputs().iter().all(|input| input.is_unweighted)
        {
            return self.say(
                "The input states no weights: each of its ties counts 1.",
                "입력에 가중치가 없어 관계 하나를 1로 센다.",
            );
        }
        if require_works::has_no_works(self.context) {
            return self.say(
                "Weights are those that the input states; there are no works to count.",
                "가중치는 입력에 적힌 그대로이며, 입력에 성과물은 없다.",
            );
        }
        match self.context.projection.counting {
            Counting::Full => self.say(
                "Full counting: every shared work adds 1 to a tie.",
                format!("전체 계수: 함께 발표한 {noun} 하나가 관계에 1을 더한다."),
            ),
            Counting::Fractional => self.say(
                "Fractional counting: a work of n institutions adds 1/(n−1) to each of its ties.",
                format!("분수 계수: 기관 n곳이 만든 {noun} 하나가 각 관계에 1/(n−1)을 더한다."),
            ),
            Counting::Strict => self.say(
                "Strict counting: a work of n institutions adds 2/(n(n−1)) to each of its ties.",
                format!("엄격 계수: 기관 n곳이 만든 {noun} 하나가 각 관계에 2/(n(n−1))을 더한다."),
            ),
        }
    }

    fn excluded(&self, works: &[WorkId]) -> Option<String> {
        let cap = self.context.projection.max_team?;
        if works.is_empty() {
            return None;
        }
        let team = |&id: &WorkId| {
            let team = self.context.corpus.institutions_of(id).len();
            let name = self.context.corpus.work_name(id);
            self.say(
                format!("{name} ({})", counted(team, "institution", "institutions")),
                format!("{name}(기관 {team}곳)"),
            )
        };
        let named = self.list(&works.iter().map(team).collect::<Vec<_>>(), self.context.noun.korean().1);
        let subject = korean::attach(self.context.noun.korean().0, Particle::Topic);
        Some(self.say(
            format!(
                "Works of more than {} make no ties; left out here: {named}. --max-team 0 counts them.",
                counted(cap, "institution", "institutions")
            ),
            format!(
                "기관이 {cap}곳을 넘는 {subject} 관계로 세지 않는다. 제외: {named}. --max-team 0을 쓰면 함께 센다."
            ),
        ))
    }

    fn notices(&self) -> Option<String> {
        let count = thousands(self.context.notices as u64);
        let notices = counted(self.context.notices, "notice", "notices");
        (self.context.notices > 0).then(|| {
            self.say(
                format!("Reading the input gave {notices} (--notices all lists them)."),
                format!("입력을 읽으며 남긴 알림이 {count}건 있다(--notices all로 모두 볼 수 있다)."),
            )
        })
    }
}
