//! When did partnerships begin, and when were they last seen?

use std::collections::{BTreeMap, BTreeSet};

use serde::{Serialize, Serializer};

use crate::answer::korean::Particle;
use crate::answer::language::Language;
use crate::answer::number::{Real, thousands};
use crate::answer::told::{Answer, Cell, Column, Table};
use crate::corpus::date::Date;
use crate::corpus::institution::InstitutionId;
use crate::corpus::work::WorkId;
use crate::question::lack;
use crate::question::partnership;
use crate::question::record::{self, Evidence, Method, Party};
use crate::question::scope::Scope;
use crate::question::standing;
use crate::question::voice::{Voice, counted};

/// How many ties unless told otherwise.
pub const DEFAULT_TOP: usize = 20;

/// Whose ties, and how many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// The ties of one institution only.
    pub of: Option<InstitutionId>,
    /// How many ties at most, those that began last; `None`: all.
    pub top: Option<usize>,
}

impl Default for Options {
    fn default() -> Self {
        Self { of: None, top: Some(DEFAULT_TOP) }
    }
}

#[derive(Serialize)]
struct Record<'s, 'c> {
    of: Option<Party>,
    rows: Rows<'s, 'c>,
    ties: usize,
    undated_ties: usize,
    years: Vec<YearRow>,
    undated_works: usize,
    #[serde(flatten)]
    method: Method,
}

/// Rows that are made one after the other, while they are written: there may be a hundred thousand of them.
struct Rows<'s, 'c> {
    scope: &'s Scope<'c>,
    shown: &'s [Span],
}

impl Serialize for Rows<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.shown.iter().map(|span| span.row(self.scope)))
    }
}

#[derive(Serialize)]
struct Row {
    a: Party,
    b: Party,
    first: Option<Evidence>,
    latest: Option<Evidence>,
    works: usize,
    weight: Real,
}

#[derive(Serialize)]
struct YearRow {
    year: u16,
    works: usize,
    co_made: usize,
    new_institutions: usize,
    new_ties: usize,
    new_partners: Vec<String>,
}

/// A tie with its first and latest dated work.
struct Span {
    a: InstitutionId,
    b: InstitutionId,
    tie: usize,
    ends: Option<(WorkId, WorkId)>,
}

/// What a year brought.
#[derive(Default)]
struct Year {
    works: usize,
    co_made: usize,
    institutions: usize,
    ties: usize,
    partners: Vec<InstitutionId>,
}

/// First and latest joint work of every tie, and what each year brought. "First" is the first in these data and
/// under their filter. O(works + ties).
#[must_use]
pub fn ask(scope: &Scope<'_>, options: &Options, language: Language) -> Answer {
    lack::told(scope, answer(scope, options, language), language)
}

fn answer(scope: &Scope<'_>, options: &Options, language: Language) -> Answer {
    let voice = Voice::new(scope, language);
    let spans = spans(scope, options.of);
    let years = years(scope, options.of, &spans);
    let shown = &spans[..options.top.unwrap_or(usize::MAX).min(spans.len())];
    let left_out = options.of.map_or_else(|| scope.network().excluded().to_vec(), |id| scope.left_out_of(id));
    let undated = works(scope, options.of).filter(|&work| scope.corpus.date(work).is_none()).count();
    let record = Record {
        of: options.of.map(|id| Party::of(scope.corpus, id)),
        rows: Rows { scope, shown },
        ties: spans.len(),
        undated_ties: spans.iter().filter(|span| span.ends.is_none()).count(),
        years: years.iter().map(|(&year, one)| one.row(scope, year)).collect(),
        undated_works: undated,
        method: Method::of(scope, &left_out),
    };
    let mut tables = vec![ties_table(&voice, options.of, shown)];
    if !years.is_empty() {
        tables.push(years_table(&voice, options.of, &years));
    }
    let mut notes: Vec<String> =
        standing::cut(&voice, shown.len(), spans.len(), ("ties", "관계", "개")).into_iter().collect();
    if undated > 0 {
        let (works, verb) = (voice.works(undated), if undated == 1 { "has" } else { "have" });
        notes.push(voice.say(
            format!("{works} {verb} no date and stand in no year."),
            format!("날짜가 없어 어느 해에도 넣지 않은 {works}."),
        ));
    }
    notes.extend(voice.method(&left_out));
    Answer {
        found: !spans.is_empty(),
        lead: lead(&voice, options.of, &spans, &years),
        tables,
        notes,
        record: record::value(&record),
    }
}

fn works<'s>(scope: &'s Scope<'_>, of: Option<InstitutionId>) -> Box<dyn Iterator<Item = WorkId> + 's> {
    match of {
        Some(id) => Box::new(scope.corpus.works_of(id).iter().copied()),
        None => Box::new(scope.corpus.work_ids()),
    }
}

/// Those that began last first; without a date at the end; equal ones by name.
fn spans(scope: &Scope<'_>, of: Option<InstitutionId>) -> Vec<Span> {
    let network = scope.network();
    let wanted = |a: InstitutionId, b: InstitutionId| match of {
        Some(id) => a == id || b == id,
        None => true,
    };
    let span = |tie: usize| {
        let (a, b) = partnership::ends(scope, tie)?;
        let (a, b) = if of == Some(b) { (b, a) } else { (a, b) };
        let dated = || network.evidence(tie).iter().copied().filter(|&work| scope.corpus.date(work).is_some());
        wanted(a, b).then(|| Span { a, b, tie, ends: dated().next().zip(dated().next_back()) })
    };
    let mut spans: Vec<Span> = (0..network.tie_count()).filter_map(span).collect();
    let label = |id: InstitutionId| scope.corpus.institution(id).names.label();
    let dates = |span: &Span| span.ends.map(|(first, latest)| (scope.corpus.date(first), scope.corpus.date(latest)));
    spans.sort_by(|x, y| {
        let last_first = dates(y).cmp(&dates(x));
        last_first.then_with(|| (label(x.a), label(x.b), x.tie).cmp(&(label(y.a), label(y.b), y.tie)))
    });
    spans
}

/// Every year from the first to the last, also those without works.
fn years(scope: &Scope<'_>, of: Option<InstitutionId>, spans: &[Span]) -> BTreeMap<u16, Year> {
    let corpus = scope.corpus;
    let year_of = |work: WorkId| corpus.date(work).map(Date::year_number);
    let mut years: BTreeMap<u16, Year> = BTreeMap::new();
    for work in works(scope, of) {
        if let Some(year) = year_of(work) {
            let year = years.entry(year).or_default();
            year.works += 1;
            year.co_made += usize::from(corpus.institutions_of(work).len() > 1);
        }
    }
    if let (Some((&first, _)), Some((&last, _))) = (years.first_key_value(), years.last_key_value()) {
        (first..=last).for_each(|year| _ = years.entry(year).or_default());
    }
    let known: Vec<InstitutionId> = of.map_or_else(|| corpus.institution_ids().collect(), |id| vec![id]);
    for id in known {
        let first = corpus.works_of(id).iter().find_map(|&work| year_of(work));
        if let Some(year) = first.and_then(|year| years.get_mut(&year)) {
            year.institutions += 1;
        }
    }
    for span in spans {
        let first = span.ends.and_then(|(first, _)| year_of(first));
        if let Some(year) = first.and_then(|year| years.get_mut(&year)) {
            year.ties += 1;
            if of.is_some() {
                year.partners.push(span.b);
            }
        }
    }
    years
}

impl Span {
    fn row(&self, scope: &Scope<'_>) -> Row {
        let network = scope.network();
        let evidence = |work: WorkId| Evidence::of(scope.corpus, work);
        Row {
            a: Party::of(scope.corpus, self.a),
            b: Party::of(scope.corpus, self.b),
            first: self.ends.map(|ends| evidence(ends.0)),
            latest: self.ends.map(|ends| evidence(ends.1)),
            works: network.evidence(self.tie).len(),
            weight: Real(network.tie(self.tie).2),
        }
    }
}

impl Year {
    fn row(&self, scope: &Scope<'_>, year: u16) -> YearRow {
        YearRow {
            year,
            works: self.works,
            co_made: self.co_made,
            new_institutions: self.institutions,
            new_ties: self.ties,
            new_partners: self.partners.iter().map(|&id| scope.corpus.institution(id).id.clone()).collect(),
        }
    }
}

fn lead(voice: &Voice<'_, '_>, of: Option<InstitutionId>, spans: &[Span], years: &BTreeMap<u16, Year>) -> Vec<String> {
    let dated: Vec<&Span> = spans.iter().filter(|span| span.ends.is_some()).collect();
    let (Some(newest), Some(oldest)) = (dated.first(), dated.last()) else {
        return vec![match (of, spans.is_empty()) {
            (Some(id), true) => voice.say(
                format!("{} has no partners here.", voice.name(id)),
                format!("{} 협력 기관이 없다.", voice.with(id, Particle::Topic)),
            ),
            (None, true) => voice.say("There are no ties.", "관계가 없다."),
            _ => voice.say(
                "No tie has a dated work.",
                format!("날짜가 있는 {} 이어진 관계가 없다.", voice.noun_with(Particle::Toward)),
            ),
        }];
    };
    let work = |span: &Span, latest: bool| {
        span.ends.map_or_else(String::new, |(first, last)| voice.work(if latest { last } else { first }))
    };
    let pair = |span: &Span| match of {
        Some(_) => (voice.name(span.b), voice.name(span.b)),
        None => (
            format!("{} and {}", voice.name(span.a), voice.name(span.b)),
            format!("{} {}", voice.with(span.a, Particle::And), voice.name(span.b)),
        ),
    };
    // Ties that began on one day are told together; none of them is the first.
    let began = |span: &Span| span.ends.and_then(|(first, _)| voice.scope.corpus.date(first));
    let told = |like: &Span| {
        let same: Vec<&Span> = dated.iter().copied().filter(|span| began(span) == began(like)).collect();
        let works: BTreeSet<WorkId> = same.iter().filter_map(|span| Some(span.ends?.0)).collect();
        let pairs: Vec<String> = same
            .iter()
            .map(|span| {
                let (english, korean) = pair(span);
                voice.say(english, korean)
            })
            .collect();
        let separator = if of.is_none() && pairs.len() > 1 && pairs.len() <= 3 { Some(pairs.join("; ")) } else { None };
        let counter = if of.is_some() { "곳" } else { "쌍" };
        let works = voice.work_list(&works.into_iter().collect::<Vec<_>>());
        (separator.unwrap_or_else(|| voice.list(&pairs, counter)), works)
    };
    let ((old, first), (new, last)) = (told(oldest), told(newest));
    let (number, one_day) = (thousands(spans.len() as u64), began(oldest) == began(newest));
    let mut lead = vec![match (of, one_day) {
        (Some(id), true) => {
            let partners = voice.partners(spans.len());
            voice.say(
                format!("{} has {partners}: {old}, with {first}.", voice.name(id)),
                format!("{}의 협력 기관은 {number}곳이다. {old}({first}).", voice.name(id)),
            )
        }
        (Some(id), false) => {
            let partners = voice.partners(spans.len());
            voice.say(
                format!("{} has {partners}; the first was {old}, with {first}, the newest {new}, with {last}.", voice.name(id)),
                format!(
                    "{}의 협력 기관은 {number}곳이다. 처음 함께한 곳은 {old}({first}), 가장 최근에 함께하기 시작한 곳은 {new}({last})이다.",
                    voice.name(id)
                ),
            )
        }
        (None, true) => {
            let ties = counted(spans.len(), "tie", "ties");
            voice.say(
                format!("{ties} began with {first} ({old})."),
                format!("관계는 {number}개이며 {first}에서 생겼다({old})."),
            )
        }
        (None, false) => {
            let ties = counted(spans.len(), "tie", "ties");
            voice.say(
                format!("Of {ties}, the first began with {first} ({old}), the newest with {last} ({new})."),
                format!(
                    "관계는 {number}개다. 가장 먼저 생긴 것은 {old}({first}), 가장 최근에 생긴 것은 {new}({last})이다."
                ),
            )
        }
    }];
    let most = years.values().map(|year| year.ties).max().unwrap_or_default();
    let busiest: Vec<String> =
        years.iter().filter(|(_, year)| year.ties == most).map(|(year, _)| year.to_string()).collect();
    if most > 0 {
        let (count, list) = (counted(most, "new tie", "new ties"), voice.list(&busiest, "개 연도"));
        let each = if busiest.len() > 1 { " each" } else { "" };
        lead.push(voice.say(
            format!("Most began in {list}: {count}{each}."),
            format!("가장 많이 생긴 해: {list}년({}개).", thousands(most as u64)),
        ));
    }
    let longest = dated
        .iter()
        .copied()
        .filter(|span| length(voice, span) > 0)
        .max_by(|x, y| length(voice, x).cmp(&length(voice, y)).then(y.tie.cmp(&x.tie)));
    if let Some(span) = longest {
        let (english, korean) = pair(span);
        let (first, last) = (work(span, false), work(span, true));
        lead.push(voice.say(
            match of {
                Some(_) => format!("The longest is that with {english}: from {first} to {last}."),
                None => format!("The longest is that of {english}: from {first} to {last}."),
            },
            format!("가장 오래 이어진 관계는 {korean}: {first}부터 {last}까지."),
        ));
    }
    lead
}

/// Months from the first to the latest work.
fn length(voice: &Voice<'_, '_>, span: &Span) -> u32 {
    let months = |work: WorkId| {
        voice
            .scope
            .corpus
            .date(work)
            .map_or(0, |date| u32::from(date.year_number()) * 12 + u32::from(date.month_number().unwrap_or(1)))
    };
    span.ends.map_or(0, |(first, last)| months(last).saturating_sub(months(first)))
}

fn ties_table(voice: &Voice<'_, '_>, of: Option<InstitutionId>, shown: &[Span]) -> Table {
    let one = Column::new("a", voice.say("Institution", "기관"));
    let columns = vec![
        if of.is_some() { Column::for_machines("a") } else { one },
        Column::new("b", voice.say("Partner", "협력 기관")),
        Column::for_machines("a_id"),
        Column::for_machines("b_id"),
        Column::for_machines("first_date"),
        Column::new("first", voice.say("First joint work", format!("처음 함께한 {}", voice.noun()))),
        Column::for_machines("latest_date"),
        Column::new("latest", voice.say("Latest joint work", format!("마지막으로 함께한 {}", voice.noun()))),
        Column::new("works", voice.say("Works", format!("{} 수", voice.noun()))),
    ];
    let key = |id: InstitutionId| voice.scope.corpus.institution(id).id.clone();
    let date = |work: Option<WorkId>| {
        work.and_then(|work| voice.scope.corpus.date(work)).map_or(Cell::Empty, |date| Cell::text(date.to_string()))
    };
    let name = |work: Option<WorkId>| work.map_or(Cell::Empty, |work| Cell::text(voice.work(work)));
    let row = |span: &Span| {
        let (first, latest) = span.ends.unzip();
        vec![
            Cell::text(voice.name(span.a)),
            Cell::text(voice.name(span.b)),
            Cell::text(key(span.a)),
            Cell::text(key(span.b)),
            date(first),
            name(first),
            date(latest),
            name(latest),
            Cell::Count(voice.scope.network().evidence(span.tie).len() as u64),
        ]
    };
    let caption = voice.say("Ties, newest first", "관계(최근에 생긴 순)");
    Table { name: "ties".to_owned(), caption, columns, rows: shown.iter().map(row).collect() }
}

fn years_table(voice: &Voice<'_, '_>, of: Option<InstitutionId>, years: &BTreeMap<u16, Year>) -> Table {
    let mut columns = vec![
        Column::new("year", voice.say("Year", "연도")),
        Column::new("works", voice.say("Works", format!("{} 수", voice.noun()))),
        Column::new("co_made", voice.say("Co-made", "공동")),
    ];
    match of {
        Some(_) => columns.extend([
            Column::new("new_ties", voice.say("New partners", "새 협력 기관 수")),
            Column::new("new_partners", voice.say("Who", "새 협력 기관")),
        ]),
        None => columns.extend([
            Column::new("new_institutions", voice.say("New institutions", "새 기관")),
            Column::new("new_ties", voice.say("New ties", "새 관계")),
        ]),
    }
    let row = |(year, one): (&u16, &Year)| {
        // A year is no count: it has no comma.
        let mut cells =
            vec![Cell::text(year.to_string()), Cell::Count(one.works as u64), Cell::Count(one.co_made as u64)];
        match of {
            Some(_) => cells.extend([
                Cell::Count(one.ties as u64),
                Cell::list(one.partners.iter().map(|&id| voice.name(id)).collect()),
            ]),
            None => cells.extend([Cell::Count(one.institutions as u64), Cell::Count(one.ties as u64)]),
        }
        cells
    };
    let caption = voice.say("By year", "연도별");
    Table { name: "years".to_owned(), caption, columns, rows: years.iter().map(row).collect() }
}
