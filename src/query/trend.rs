//! Trend: a measure of works by year, of all works or by country, sector, domain or actor; the history of a pair.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::answer::Answer;
use crate::answer::language::Language;
use crate::answer::number::Real;
use crate::corpus::Corpus;
use crate::corpus::date::Date;
use crate::corpus::institution::{InstitutionId, Sector};
use crate::corpus::work::WorkId;
use crate::drawing::trend::TrendChart;
use crate::message;
use crate::messages::{Argument, Message};
use crate::query::context::QueryContext;
use crate::query::localized::{Basis, LocalizedContext};
use crate::query::{ranking, record, require_works};

mod chart;
mod sentences;
mod tables;

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
}

/// Groups that a work belongs to, each once.
fn groups_of(corpus: &Corpus, work: WorkId, options: &Options) -> Vec<Group> {
    let mut groups: Vec<Group> = match options.by {
        None => vec![Group::All],
        Some(TrendGrouping::Country) => corpus.countries_of(work).known.into_iter().map(Group::Country).collect(),
        Some(TrendGrouping::Sector) => corpus.sectors_of(work).known.into_iter().map(Group::Sector).collect(),
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
