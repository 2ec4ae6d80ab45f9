//! Trend: a measure of works by year, of all works or by country, sector, domain or actor; the history of a pair.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::answer::Answer;
use crate::answer::language::Language;
use crate::answer::number::Real;
use crate::answer::table::{Cell, Column, Table};
use crate::corpus::Corpus;
use crate::corpus::date::Date;
use crate::corpus::institution::{InstitutionId, Sector};
use crate::corpus::work::WorkId;
use crate::drawing::trend::{TrendChart, TrendSeries};
use crate::message;
use crate::messages::{Argument, List, Message};
use crate::query::context::QueryContext;
use crate::query::localized::{Basis, LocalizedContext};
use crate::query::{ranking, record, require_works};

/// Default number of groups.
pub const DEFAULT_TOP: usize = 10;

/// What the works of a year are split by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TrendGrouping {
    /// Countries of a work.
    Country,
    /// Main sectors of its institutions.
    Sector,
    /// Its domains.
    Domain,
    /// Its actors.
    Actor,
}

/// What is counted of the works of a group and year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TrendMeasure {
    /// Works.
    #[default]
    Works,
    /// Works of two or more actors.
    Joint,
    /// Works of two or more countries.
    International,
    /// Others of the same kind on the works of a group; of all works, of a domain and of a pair: actors with a partner.
    Partners,
    /// Sum of the citation counts.
    Citations,
    /// Weight that the works add to the ties of the network; of an actor: to its own.
    Strength,
}

impl TrendGrouping {
    /// All groupings.
    pub const ALL: [Self; 4] = [Self::Country, Self::Sector, Self::Domain, Self::Actor];

    /// Key in options and records.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Country => "country",
            Self::Sector => "sector",
            Self::Domain => "domain",
            Self::Actor => "actor",
        }
    }
}

impl TrendMeasure {
    /// All measures.
    pub const ALL: [Self; 6] =
        [Self::Works, Self::Joint, Self::International, Self::Partners, Self::Citations, Self::Strength];

    /// Key in options and records.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Works => "works",
            Self::Joint => "joint",
            Self::International => "international",
            Self::Partners => "partners",
            Self::Citations => "citations",
            Self::Strength => "strength",
        }
    }
}

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// What works are split by; `None`: they are not.
    pub by: Option<TrendGrouping>,
    /// What is counted.
    pub measure: TrendMeasure,
    /// Only works of all of these actors; split by actor: works of any of them, a group each.
    pub of: Vec<InstitutionId>,
    /// Whether each year has the sum of all years up to it.
    pub is_cumulative: bool,
    /// Maximum number of groups, those with most first; `None`: all.
    pub top: Option<usize>,
}

impl Default for Options {
    fn default() -> Self {
        Self { by: None, measure: TrendMeasure::Works, of: Vec::new(), is_cumulative: false, top: Some(DEFAULT_TOP) }
    }
}

/// A group of works; ordered as it is sorted where counts are equal.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Group {
    All,
    Country(crate::corpus::country::Country),
    Sector(Sector),
    Domain(Box<str>),
    Actor(InstitutionId),
}

/// Works of a group, and what they are counted by.
#[derive(Default)]
struct Series {
    years: BTreeMap<u16, Vec<WorkId>>,
    undated: Vec<WorkId>,
}

/// A value of a group and year.
#[derive(Clone, Copy)]
struct TrendValue {
    works: usize,
    /// `None`: not known for any of the works.
    value: Option<f64>,
}

#[derive(Serialize)]
struct Record {
    by: Option<&'static str>,
    measure: &'static str,
    cumulative: bool,
    of: Vec<String>,
    rows: Vec<Row>,
    groups: usize,
    undated: usize,
    ungrouped: usize,
    citations_as_of: Option<String>,
    notices: usize,
}

#[derive(Serialize)]
struct Row {
    year: Option<u16>,
    group: String,
    name: String,
    works: usize,
    value: Option<Real>,
}

/// The values of [`ask`] as a figure draws them. O(works of groups × actors of a work).
#[must_use]
pub fn chart(context: &QueryContext<'_>, options: &Options) -> TrendChart {
    Trend::new(LocalizedContext::new(context, Language::Both), options).chart()
}

/// Counts by year and group. O(works of groups × actors of a work).
#[must_use]
pub fn ask(context: &QueryContext<'_>, options: &Options, language: Language) -> Answer {
    require_works::or_explain(context, answer(context, options, language))
}

fn answer(context: &QueryContext<'_>, options: &Options, language: Language) -> Answer {
    let localized = LocalizedContext::new(context, language);
    let trend = Trend::new(localized, options);
    let (shown, all) = (trend.shown.len(), trend.groups);
    let kind = trend.group_kind();
    let mut notes: Vec<Message> = ranking::truncation_note(shown, all, kind).into_iter().collect();
    notes.extend(trend.notes());
    notes.extend(localized.data());
    let excluded: Vec<WorkId> = match options.measure {
        TrendMeasure::Strength | TrendMeasure::Partners => context.network().excluded().to_vec(),
        _ => Vec::new(),
    };
    let basis = match options.measure {
        TrendMeasure::Strength | TrendMeasure::Partners => Basis::Ties(&excluded),
        _ => Basis::Works,
    };
    Answer {
        language: localized.language,
        found: trend.series.iter().any(|one| !(one.years.is_empty() && one.undated.is_empty())),
        lead: localized.lead(trend.lead(), basis),
        tables: vec![trend.long_table(), trend.wide_table()],
        notes,
        record: record::value(&trend.record()),
    }
}

struct Trend<'o, 's, 'c> {
    localized: LocalizedContext<'s, 'c>,
    options: &'o Options,
    /// Groups that are shown, with their works, and with the sum over all years and works without a date.
    shown: Vec<Group>,
    series: Vec<Series>,
    totals: Vec<TrendValue>,
    groups: usize,
    /// All works that were asked of.
    works: Vec<WorkId>,
    /// First and last year of them.
    span: Option<(u16, u16)>,
    /// Works of no group.
    ungrouped: usize,
}

impl<'o, 's, 'c> Trend<'o, 's, 'c> {
    fn new(localized: LocalizedContext<'s, 'c>, options: &'o Options) -> Self {
        let corpus = localized.context.corpus;
        let is_actor = options.by == Some(TrendGrouping::Actor);
        let is_asked = |work: &WorkId| {
            let team = corpus.institutions_of(*work);
            let is_in = |id: &InstitutionId| team.contains(id);
            options.of.is_empty() || if is_actor { options.of.iter().any(is_in) } else { options.of.iter().all(is_in) }
        };
        let works: Vec<WorkId> = corpus.work_ids().filter(is_asked).collect();
        let mut series: BTreeMap<Group, Series> = BTreeMap::new();
        let mut ungrouped = 0;
        for &work in &works {
            let groups = groups_of(corpus, work, options);
            ungrouped += usize::from(groups.is_empty());
            for group in groups {
                let one = series.entry(group).or_default();
                match corpus.date(work) {
                    Some(date) => one.years.entry(date.year_number()).or_default().push(work),
                    None => one.undated.push(work),
                }
            }
        }
        if options.by.is_none() {
            series.entry(Group::All).or_default();
        }
        let mut trend = Self {
            localized,
            options,
            shown: Vec::new(),
            series: Vec::new(),
            totals: Vec::new(),
            groups: series.len(),
            span: works.iter().filter_map(|&work| corpus.date(work)).map(|date| date.year_number()).fold(
                None,
                |span: Option<(u16, u16)>, year| {
                    Some(span.map_or((year, year), |(first, last)| (first.min(year), last.max(year))))
                },
            ),
            works,
            ungrouped,
        };
        let mut all: Vec<(Group, Series, TrendValue)> = series
            .into_iter()
            .map(|(group, series)| {
                let works: Vec<WorkId> = series.years.values().flatten().chain(&series.undated).copied().collect();
                let total = trend.value(&group, &works);
                (group, series, total)
            })
            .collect();
        let size = |value: &TrendValue| value.value.unwrap_or(-1.0);
        all.sort_by(|a, b| size(&b.2).total_cmp(&size(&a.2)).then(b.2.works.cmp(&a.2.works)).then(a.0.cmp(&b.0)));
        all.truncate(options.top.unwrap_or(usize::MAX));
        for (group, series, total) in all {
            trend.shown.push(group);
            trend.series.push(series);
            trend.totals.push(total);
        }
        trend
    }

    /// The measure of some works of a group. O(works × actors of a work).
    fn value(&self, group: &Group, works: &[WorkId]) -> TrendValue {
        let corpus = self.localized.context.corpus;
        let count = |is_such: &dyn Fn(WorkId) -> bool| works.iter().filter(|&&work| is_such(work)).count() as f64;
        let value = match self.options.measure {
            TrendMeasure::Works => Some(works.len() as f64),
            TrendMeasure::Joint => Some(count(&|work| corpus.actor_count(work) > 1)),
            TrendMeasure::International => {
                let known: Vec<bool> = works.iter().filter_map(|&work| corpus.is_international(work)).collect();
                let holds = known.iter().filter(|&&holds| holds).count() as f64;
                (works.is_empty() || !known.is_empty()).then_some(holds)
            }
            TrendMeasure::Partners => Some(self.partners(group, works) as f64),
            TrendMeasure::Citations => {
                let known: Vec<u32> =
                    works.iter().filter_map(|&work| corpus.work(work).citations).map(|(count, _)| count).collect();
                let sum = known.iter().map(|&count| f64::from(count)).sum();
                (works.is_empty() || !known.is_empty()).then_some(sum)
            }
            TrendMeasure::Strength => Some(works.iter().map(|&work| self.strength(group, work)).sum()),
        };
        TrendValue { works: works.len(), value }
    }

    fn partners(&self, group: &Group, works: &[WorkId]) -> usize {
        let context = self.localized.context;
        let corpus = context.corpus;
        let mut partners: BTreeSet<Group> = BTreeSet::new();
        for &work in works.iter().filter(|&&work| !context.is_excluded(work)) {
            let actors = corpus.institutions_of(work);
            match group {
                Group::Country(_) | Group::Sector(_) => partners.extend(groups_of(corpus, work, self.options)),
                _ if actors.len() > 1 => partners.extend(actors.iter().map(|&id| Group::Actor(id))),
                _ => {}
            }
        }
        partners.remove(group);
        partners.len()
    }

    fn strength(&self, group: &Group, work: WorkId) -> f64 {
        let context = self.localized.context;
        let n = context.corpus.actor_count(work);
        if n < 2 || context.is_excluded(work) {
            return 0.0;
        }
        let weight = context.projection.counting.weight(n);
        let pairs = match group {
            Group::Actor(_) => n - 1,
            // Of a pair, the tie between the two.
            Group::All if self.options.of.len() == 2 => 1,
            Group::All if self.options.of.len() == 1 => n - 1,
            _ => n * (n - 1) / 2,
        };
        weight * pairs as f64
    }

    /// Values of a group by year, from the first year of all works to the last.
    fn years(&self, at: usize) -> Vec<(u16, TrendValue)> {
        let Some((first, last)) = self.span else { return Vec::new() };
        let (group, series) = (&self.shown[at], &self.series[at]);
        let mut so_far: Vec<WorkId> = Vec::new();
        let year = |year: u16| {
            let own = series.years.get(&year).map_or(&[][..], Vec::as_slice);
            if !self.options.is_cumulative {
                return (year, self.value(group, own));
            }
            so_far.extend(own);
            (year, self.value(group, &so_far))
        };
        (first..=last).map(year).collect()
    }

    fn undated(&self, at: usize) -> Option<TrendValue> {
        let works = &self.series[at].undated;
        (!works.is_empty()).then(|| self.value(&self.shown[at], works))
    }

    /// Noun of the groups.
    fn group_kind(&self) -> &'static str {
        self.options.by.map_or("other", TrendGrouping::key)
    }

    /// The same values, as a figure draws them.
    fn chart(&self) -> TrendChart {
        let corpus = self.localized.context.corpus;
        let series = self.shown.iter().enumerate().map(|(at, group)| {
            let dated: Vec<WorkId> = self.series[at].years.values().flatten().copied().collect();
            TrendSeries {
                key: self.key(group),
                name: (*group != Group::All).then(|| self.named(group)),
                values: self.years(at).into_iter().map(|(_, value)| value.value).collect(),
                totals: (self.value(group, &dated).value, self.totals[at].value),
            }
        });
        let last = self.span.map(|(_, last)| last);
        let as_of = corpus.inputs().iter().filter_map(|input| input.as_of).max();
        // A date that is a year alone does not tell how much of it there is.
        let is_within = |date: &Date| {
            let day = date.month_number().zip(date.day_number());
            last == Some(date.year_number()) && date.month_number().is_some() && day != Some((12, 31))
        };
        let is_by_actor = self.options.by == Some(TrendGrouping::Actor);
        let of = Some(self.options.of.as_slice()).filter(|of| !of.is_empty() && !is_by_actor);
        TrendChart {
            first_year: self.span.map_or(0, |(first, _)| first),
            series: series.collect(),
            groups: self.groups,
            measure: self.options.measure.key(),
            group_kind: self.options.by.map(TrendGrouping::key),
            of: of.map(|of| self.localized.institution_list(of).into()),
            is_cumulative: self.options.is_cumulative,
            undated: self.undated_count(),
            ends: as_of.filter(is_within),
            notes: self.notes_on_values(),
        }
    }

    /// A group as argument of a sentence.
    fn named(&self, group: &Group) -> Argument {
        match group {
            Group::All => self.subject().into(),
            Group::Country(country) => country.into(),
            Group::Sector(sector) => (*sector).into(),
            Group::Domain(name) => self.localized.term(name).into(),
            Group::Actor(id) => self.localized.names_of(*id).into(),
        }
    }

    /// What all works are: those of the actors that were asked of.
    fn subject(&self) -> Message {
        let kind = self.localized.kind();
        match self.options.of.as_slice() {
            [] => message!("trend-all", kind = kind),
            ids => message!("trend-of", kind = kind, names = self.localized.institution_list(ids)),
        }
    }

    fn key(&self, group: &Group) -> String {
        let corpus = self.localized.context.corpus;
        match group {
            Group::All => "all".to_owned(),
            Group::Country(country) => country.code().to_owned(),
            Group::Sector(sector) => sector.key().to_owned(),
            Group::Domain(name) => name.to_string(),
            Group::Actor(id) => match corpus.institution(*id).countries.as_slice() {
                // Countries as actors have their code.
                [country] if !self.localized.context.actors().are_institutions() => country.code().to_owned(),
                _ => corpus.institution(*id).id.clone(),
            },
        }
    }

    fn measure(&self) -> Message {
        message!("trend-measure", measure = self.options.measure.key(), kind = self.localized.kind())
    }

    fn lead(&self) -> Vec<Message> {
        let kind = self.localized.kind();
        if self.works.is_empty() {
            return vec![match self.options.of.is_empty() {
                true => message!("trend-nothing", kind = kind),
                false => message!("trend-none", subject = self.subject()),
            }];
        }
        let (Some(group), Some(total)) = (self.shown.first(), self.totals.first()) else {
            return vec![message!("trend-no-group", kind = kind, group = Argument::Kind(self.group_kind()))];
        };
        let Some(value) = total.value else {
            return vec![message!("trend-unknown", measure = self.measure())];
        };
        let number = |value: f64| Argument::number(value, 2);
        let own: Vec<(u16, f64)> = {
            let series = &self.series[0];
            series.years.iter().filter_map(|(&year, works)| Some((year, self.value(group, works).value?))).collect()
        };
        let most = own.iter().map(|one| one.1).fold(0.0, f64::max);
        let peaks: Vec<String> = own.iter().filter(|one| one.1 >= most).map(|one| one.0.to_string()).collect();
        let (first, last) = (own.first().map_or(0, |one| one.0), own.last().map_or(0, |one| one.0));
        let name = self.named(group);
        let mut lead = vec![match own.len() {
            0 => message!("trend-undated-only", name = name, value = number(value), measure = self.measure()),
            1 => message!(
                "trend-one-year",
                name = name,
                value = number(value),
                measure = self.measure(),
                year = first.to_string()
            ),
            _ => message!(
                "trend-total",
                name = name,
                value = number(value),
                measure = self.measure(),
                first = first.to_string(),
                last = last.to_string(),
                undated = self.series[0].undated.len(),
                most = number(most),
                years = List { named: Some(3), ..List::and(peaks.iter(), "other") }
            ),
        }];
        let next = self.shown.iter().zip(&self.totals).skip(1).take(3);
        let next: Vec<Message> = next
            .filter_map(|(group, total)| {
                let value = total.value.filter(|&value| value > 0.0)?;
                Some(message!("trend-next-one", name = self.named(group), value = number(value)))
            })
            .collect();
        if !next.is_empty() {
            lead.push(message!("trend-next", names = List { named: None, ..List::and(next, "other") }));
        }
        lead
    }

    fn notes(&self) -> Vec<Message> {
        let undated = self.undated_count();
        let undated = (undated > 0).then(|| message!("trend-undated", count = undated, kind = self.localized.kind()));
        undated.into_iter().chain(self.notes_on_values()).collect()
    }

    /// Number of works without a date.
    fn undated_count(&self) -> usize {
        let corpus = self.localized.context.corpus;
        self.works.iter().filter(|&&work| corpus.date(work).is_none()).count()
    }

    /// What is said of groups, of values that are not known, and of the measure.
    fn notes_on_values(&self) -> Vec<Message> {
        let (corpus, kind) = (self.localized.context.corpus, self.localized.kind());
        let mut notes = Vec::new();
        if self.ungrouped > 0 {
            let group = Argument::Kind(self.group_kind());
            notes.push(message!("trend-ungrouped", count = self.ungrouped, kind = kind, group = group));
        }
        if self.options.by.is_some() {
            notes.push(message!("trend-several", kind = kind, group = Argument::Kind(self.group_kind())));
        }
        let lacks = |is_known: &dyn Fn(WorkId) -> bool| self.works.iter().filter(|&&work| !is_known(work)).count();
        let unknown = match self.options.measure {
            TrendMeasure::International => lacks(&|work| corpus.is_international(work).is_some()),
            TrendMeasure::Citations => lacks(&|work| corpus.work(work).citations.is_some()),
            _ => 0,
        };
        if unknown > 0 {
            notes.push(message!(
                "trend-unknown-works",
                count = unknown,
                kind = kind,
                measure = self.options.measure.key()
            ));
        }
        if let Some(date) = self.citations_as_of() {
            notes.push(message!("trend-citations-as-of", date = date));
        }
        if matches!(self.options.measure, TrendMeasure::Partners | TrendMeasure::Strength) {
            notes.push(message!("trend-definition", measure = self.options.measure.key(), kind = kind));
        }
        notes
    }

    /// Date of the citation counts, where all that have one have the same.
    fn citations_as_of(&self) -> Option<Date> {
        if self.options.measure != TrendMeasure::Citations {
            return None;
        }
        citations_date(self.localized.context.corpus, &self.works)
    }

    fn record(&self) -> Record {
        let corpus = self.localized.context.corpus;
        let mut rows = Vec::new();
        for (at, group) in self.shown.iter().enumerate() {
            let (key, name) =
                (self.key(group), self.localized.texts([message!("trend-name", name = self.named(group))]));
            let years = self.years(at).into_iter().map(|(year, value)| (Some(year), value));
            let name = name.concat();
            rows.extend(years.chain(self.undated(at).map(|value| (None, value))).map(|(year, value)| Row {
                year,
                group: key.clone(),
                name: name.clone(),
                works: value.works,
                value: value.value.map(Real),
            }));
        }
        Record {
            by: self.options.by.map(TrendGrouping::key),
            measure: self.options.measure.key(),
            cumulative: self.options.is_cumulative,
            of: self.options.of.iter().map(|&id| corpus.institution(id).id.clone()).collect(),
            rows,
            groups: self.groups,
            undated: self.undated_count(),
            ungrouped: self.ungrouped,
            citations_as_of: self.citations_as_of().map(|date| date.to_string()),
            notices: self.localized.context.notices,
        }
    }

    /// A row a year and group, for machines.
    fn long_table(&self) -> Table {
        let record = self.record();
        let keys = ["year", "group", "name", "works", "value"];
        let kind = |column: Column| match column.key.as_str() {
            "year" | "works" => column.integer(),
            "value" => column.real(),
            _ => column,
        };
        let columns = keys.map(|key| kind(Column::for_machines(key))).to_vec();
        let row = |row: &Row| {
            vec![
                row.year.map_or(Cell::Empty, |year| Cell::Count(year.into())),
                Cell::text(&row.group),
                Cell::text(&row.name),
                Cell::Count(row.works as u64),
                row.value.map_or(Cell::Empty, |value| Cell::Real(value.0)),
            ]
        };
        Table { name: "trend".to_owned(), caption: String::new(), columns, rows: record.rows.iter().map(row).collect() }
    }

    /// A row a year, a column a group, for readers.
    fn wide_table(&self) -> Table {
        let localized = &self.localized;
        let name = |group: &Group| match group {
            Group::All => localized.text(self.measure()),
            group => localized.text(message!("trend-name", name = self.named(group))),
        };
        let mut columns = vec![localized.column("year", message!("timeline-year"))];
        columns.extend(self.shown.iter().map(|group| Column::new(&self.key(group), name(group)).real()));
        let cell = |value: Option<f64>| value.map_or(Cell::Empty, Cell::Real);
        let series: Vec<Vec<(u16, TrendValue)>> = (0..self.shown.len()).map(|at| self.years(at)).collect();
        let count = series.first().map_or(0, Vec::len);
        let mut rows: Vec<Vec<Cell>> = (0..count)
            .map(|at| {
                let year = Cell::text(series[0][at].0.to_string());
                std::iter::once(year).chain(series.iter().map(|one| cell(one[at].1.value))).collect()
            })
            .collect();
        let undated: Vec<Option<TrendValue>> = (0..self.shown.len()).map(|at| self.undated(at)).collect();
        if undated.iter().any(Option::is_some) {
            let label = Cell::text(localized.text(message!("timeline-undated-row")));
            let values = undated.into_iter().map(|value| value.map_or(Cell::Empty, |value| cell(value.value)));
            rows.push(std::iter::once(label).chain(values).collect());
        }
        let caption = match self.options.is_cumulative {
            true => message!("trend-caption-cumulative", measure = self.measure()),
            false => message!("trend-caption", measure = self.measure()),
        };
        Table { name: "years".to_owned(), caption: localized.text(caption), columns, rows }
    }
}

/// Groups that a work belongs to, each once.
fn groups_of(corpus: &Corpus, work: WorkId, options: &Options) -> Vec<Group> {
    let mut groups: Vec<Group> = match options.by {
        None => vec![Group::All],
        Some(TrendGrouping::Country) => corpus.countries_of(work).known.into_iter().map(Group::Country).collect(),
        Some(TrendGrouping::Sector) => {
            let (recorded, own) = corpus.recorded(work);
            let sectors = recorded.institutions_of(own).iter().filter_map(|&id| recorded.institution(id).sector());
            sectors.map(Group::Sector).collect()
        }
        Some(TrendGrouping::Domain) => corpus.work(work).domains.iter().cloned().map(Group::Domain).collect(),
        Some(TrendGrouping::Actor) => {
            let is_asked = |id: &InstitutionId| options.of.is_empty() || options.of.contains(id);
            corpus.institutions_of(work).iter().copied().filter(is_asked).map(Group::Actor).collect()
        }
    };
    groups.sort_unstable();
    groups.dedup();
    groups
}

/// Date of the citation counts of works, where all that have one have the same.
#[must_use]
pub(crate) fn citations_date(corpus: &Corpus, works: &[WorkId]) -> Option<Date> {
    let mut dates = works.iter().filter_map(|&work| corpus.work(work).citations).map(|(_, date)| date);
    let first = dates.next()??;
    dates.all(|date| date == Some(first)).then_some(first)
}
