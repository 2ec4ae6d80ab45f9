//! Timeline of ties: first and latest joint work, and what each year added.

use crate::answer::Answer;
use crate::answer::language::Language;
use crate::answer::number::Real;
use crate::answer::table::{Cell, Column, Table};
use crate::corpus::date::Date;
use crate::corpus::institution::InstitutionId;
use crate::corpus::work::WorkId;
use crate::message;
use crate::messages::{Argument, List, Message};
use crate::query::context::QueryContext;
use crate::query::localized::{Basis, LocalizedContext};
use crate::query::record::{self, InstitutionRecord, Method, WorkRecord};
use crate::query::{partnerships, ranking, require_works};
use serde::{Serialize, Serializer};
use std::collections::{BTreeMap, BTreeSet};

/// Default number of ties.
pub const DEFAULT_TOP: usize = 20;

/// Selection of ties.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// Only ties of this institution.
    pub of: Option<InstitutionId>,
    /// Maximum number of ties, most recent start first; `None`: all.
    pub top: Option<usize>,
}

impl Default for Options {
    fn default() -> Self {
        Self { of: None, top: Some(DEFAULT_TOP) }
    }
}

#[derive(Serialize)]
struct Record<'s, 'c> {
    of: Option<InstitutionRecord>,
    rows: TieRows<'s, 'c>,
    ties: usize,
    undated_ties: usize,
    years: Vec<YearRow>,
    undated_works: usize,
    undated: UndatedRow,
    #[serde(flatten)]
    method: Method,
}

/// Rows serialised one by one, since there may be a hundred thousand.
struct TieRows<'s, 'c> {
    context: &'s QueryContext<'c>,
    shown: &'s [TieSpan],
}

impl Serialize for TieRows<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.shown.iter().map(|span| span.row(self.context)))
    }
}

#[derive(Serialize)]
struct Row {
    a: InstitutionRecord,
    b: InstitutionRecord,
    first: Option<WorkRecord>,
    latest: Option<WorkRecord>,
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

/// Pairs, partners and works that a sentence names; the tables have all.
const MAX_NAMED: usize = 6;

/// Counts of what has no date, so that the rows add up.
#[derive(Serialize)]
struct UndatedRow {
    works: usize,
    co_made: usize,
    new_institutions: usize,
    new_ties: usize,
    new_partners: Vec<String>,
}

/// A tie with its first and latest dated work.
struct TieSpan {
    a: InstitutionId,
    b: InstitutionId,
    tie: usize,
    ends: Option<(WorkId, WorkId)>,
}

/// Counts of one year.
#[derive(Default)]
struct YearCounts {
    works: usize,
    co_made: usize,
    institutions: usize,
    ties: usize,
    partners: Vec<InstitutionId>,
}

/// First and latest joint work of every tie, and the counts of each year. "First" refers to these data under their
/// filter. O(works + ties).
#[must_use]
pub fn ask(context: &QueryContext<'_>, options: &Options, language: Language) -> Answer {
    require_works::or_explain(context, answer(context, options, language))
}

fn answer(context: &QueryContext<'_>, options: &Options, language: Language) -> Answer {
    let localized = LocalizedContext::new(context, language);
    let spans = spans(context, options.of);
    let (years, undated_counts) = years(context, options.of, &spans);
    let shown = &spans[..options.top.unwrap_or(usize::MAX).min(spans.len())];
    let excluded = options.of.map_or_else(|| context.network().excluded().to_vec(), |id| context.excluded_works_of(id));
    let undated = works(context, options.of).filter(|&work| context.corpus.date(work).is_none()).count();
    let record = Record {
        of: options.of.map(|id| InstitutionRecord::of(context.corpus, id)),
        rows: TieRows { context, shown },
        ties: spans.len(),
        undated_ties: spans.iter().filter(|span| span.ends.is_none()).count(),
        years: years.iter().map(|(&year, one)| one.row(context, year)).collect(),
        undated_works: undated,
        undated: undated_counts.undated(context),
        method: Method::of(context, &excluded),
    };
    let mut tables = vec![ties_table(&localized, options.of, shown)];
    if !(years.is_empty() && undated_counts.is_empty()) {
        tables.push(years_table(&localized, options.of, &years, &undated_counts));
    }
    let mut notes: Vec<Message> = ranking::truncation_note(shown.len(), spans.len(), "tie").into_iter().collect();
    if undated > 0 {
        notes.push(message!("timeline-undated", count = undated, kind = localized.kind()));
    }
    notes.extend(localized.method());
    Answer {
        language: localized.language,
        found: !spans.is_empty(),
        lead: localized.lead(lead(&localized, options.of, &spans, &years), Basis::Ties(&excluded)),
        tables,
        notes,
        record: record::value(&record),
    }
}

fn works<'s>(context: &'s QueryContext<'_>, of: Option<InstitutionId>) -> Box<dyn Iterator<Item = WorkId> + 's> {
    match of {
        Some(id) => Box::new(context.corpus.works_of(id).iter().copied()),
        None => Box::new(context.corpus.work_ids()),
    }
}

/// Ties by start date in descending order, undated ones last, then names.
fn spans(context: &QueryContext<'_>, of: Option<InstitutionId>) -> Vec<TieSpan> {
    let network = context.network();
    let wanted = |a: InstitutionId, b: InstitutionId| match of {
        Some(id) => a == id || b == id,
        None => true,
    };
    let span = |tie: usize| {
        let (a, b) = partnerships::ends(context, tie)?;
        let (a, b) = if of == Some(b) { (b, a) } else { (a, b) };
        let dated = || network.evidence(tie).iter().copied().filter(|&work| context.corpus.date(work).is_some());
        wanted(a, b).then(|| TieSpan { a, b, tie, ends: dated().next().zip(dated().next_back()) })
    };
    let mut spans: Vec<TieSpan> = (0..network.tie_count()).filter_map(span).collect();
    let label = |id: InstitutionId| context.corpus.institution(id).names.label();
    let dates =
        |span: &TieSpan| span.ends.map(|(first, latest)| (context.corpus.date(first), context.corpus.date(latest)));
    spans.sort_by(|x, y| {
        let last_first = dates(y).cmp(&dates(x));
        last_first.then_with(|| (label(x.a), label(x.b), x.tie).cmp(&(label(y.a), label(y.b), y.tie)))
    });
    spans
}

/// Counts of every year from the first to the last, including years without works, and those of what has no date.
fn years(
    context: &QueryContext<'_>,
    of: Option<InstitutionId>,
    spans: &[TieSpan],
) -> (BTreeMap<u16, YearCounts>, YearCounts) {
    let corpus = context.corpus;
    let year_of = |work: WorkId| corpus.date(work).map(Date::year_number);
    let mut years: BTreeMap<u16, YearCounts> = BTreeMap::new();
    let mut undated = YearCounts::default();
    for work in works(context, of) {
        let counts = year_of(work).map_or(&mut undated, |year| years.entry(year).or_default());
        counts.works += 1;
        counts.co_made += usize::from(corpus.actor_count(work) > 1);
    }
    if let (Some((&first, _)), Some((&last, _))) = (years.first_key_value(), years.last_key_value()) {
        (first..=last).for_each(|year| _ = years.entry(year).or_default());
    }
    let known: Vec<InstitutionId> = of.map_or_else(|| corpus.institution_ids().collect(), |id| vec![id]);
    for id in known {
        let first = corpus.works_of(id).iter().find_map(|&work| year_of(work));
        if !corpus.works_of(id).is_empty() {
            first.and_then(|year| years.get_mut(&year)).unwrap_or(&mut undated).institutions += 1;
        }
    }
    for span in spans {
        let first = span.ends.and_then(|(first, _)| year_of(first));
        let counts = first.and_then(|year| years.get_mut(&year)).unwrap_or(&mut undated);
        counts.ties += 1;
        if of.is_some() {
            counts.partners.push(span.b);
        }
    }
    (years, undated)
}

impl TieSpan {
    fn row(&self, context: &QueryContext<'_>) -> Row {
        let network = context.network();
        let evidence = |work: WorkId| WorkRecord::of(context.corpus, work);
        Row {
            a: InstitutionRecord::of(context.corpus, self.a),
            b: InstitutionRecord::of(context.corpus, self.b),
            first: self.ends.map(|ends| evidence(ends.0)),
            latest: self.ends.map(|ends| evidence(ends.1)),
            works: network.evidence(self.tie).len(),
            weight: Real(network.tie(self.tie).2),
        }
    }
}

impl YearCounts {
    fn is_empty(&self) -> bool {
        self.works == 0 && self.institutions == 0 && self.ties == 0
    }

    fn undated(&self, context: &QueryContext<'_>) -> UndatedRow {
        let YearRow { works, co_made, new_institutions, new_ties, new_partners, .. } = self.row(context, 0);
        UndatedRow { works, co_made, new_institutions, new_ties, new_partners }
    }

    fn row(&self, context: &QueryContext<'_>, year: u16) -> YearRow {
        YearRow {
            year,
            works: self.works,
            co_made: self.co_made,
            new_institutions: self.institutions,
            new_ties: self.ties,
            new_partners: self.partners.iter().map(|&id| context.corpus.institution(id).id.clone()).collect(),
        }
    }
}

fn lead(
    localized: &LocalizedContext<'_, '_>,
    of: Option<InstitutionId>,
    spans: &[TieSpan],
    years: &BTreeMap<u16, YearCounts>,
) -> Vec<Message> {
    let dated: Vec<&TieSpan> = spans.iter().filter(|span| span.ends.is_some()).collect();
    if dated.is_empty() {
        return vec![match (of, spans.is_empty()) {
            (Some(id), true) => message!("timeline-no-partners", name = localized.names_of(id)),
            (None, true) => message!("answers-no-ties"),
            _ => message!("timeline-no-dated", kind = localized.kind()),
        }];
    }
    // Ties that start on the same date are described together, and those whose dates leave open which started before.
    let start = |span: &TieSpan| localized.context.corpus.date(span.ends?.0);
    let starts: Vec<_> = dated.iter().filter_map(|&span| Some((start(span)?, span))).collect();
    let (oldest, newest) = (BegunTogether::first(&starts), BegunTogether::last(&starts));
    let corpus = localized.context.corpus;
    let evidence = |span: &TieSpan| localized.context.network().evidence(span.tie);
    let is_undated = |span: &TieSpan| evidence(span).iter().any(|&work| corpus.date(work).is_none());
    // A work without a date may be the first of all.
    let dates = if spans.iter().any(is_undated) { "some" } else { "all" };
    let describe = |begun: &BegunTogether<'_>, position: &'static str| {
        let works: BTreeSet<WorkId> = begun.ties.iter().filter_map(|span| Some(span.ends?.0)).collect();
        let pairs = begun.ties.iter().map(|span| other_ends(localized, of, span));
        let pairs = List::and(pairs, if of.is_some() { "partner" } else { "pair" }).naming(MAX_NAMED);
        let works = works.iter().map(|&work| localized.dated(work));
        let works = List::and(works, localized.kind()).naming(MAX_NAMED);
        let order = if begun.is_one_date { "known" } else { "open" };
        message!(
            "timeline-begun",
            dates = dates,
            order = order,
            position = position,
            count = begun.ties.len(),
            ties = pairs,
            works = works
        )
    };
    let (count, known) = (spans.len(), dated.len());
    let is_one_group = oldest.ties.len() == dated.len() && newest.ties.len() == dated.len();
    let mut lead = vec![match of {
        Some(id) => message!("timeline-partners", name = localized.names_of(id), count = count),
        None => message!("timeline-ties", count = count),
    }];
    if known < count {
        lead.push(message!("timeline-dated", count = known, kind = localized.kind()));
    }
    if is_one_group {
        lead.push(describe(&oldest, "only"));
    } else {
        lead.extend([describe(&oldest, "first"), describe(&newest, "last")]);
    }
    if !localized.context.filter.is_empty() {
        lead.push(message!("timeline-filter", kind = localized.kind()));
    }
    lead.extend(busiest_years(years));
    lead.extend(longest(localized, of, &dated));
    lead
}

/// The ties among which one began first, or last: a year may stand for any of its days.
struct BegunTogether<'t> {
    ties: Vec<&'t TieSpan>,
    is_one_date: bool,
}

impl<'t> BegunTogether<'t> {
    fn of(dated: &[(Date, &'t TieSpan)], is_within: impl Fn(Date) -> bool) -> Self {
        let within: Vec<_> = dated.iter().filter(|(start, _)| is_within(*start)).collect();
        // A year or a month may be any of its days.
        let is_one_date =
            within.len() < 2 || within.iter().all(|(start, _)| start.day_number().is_some() && *start == within[0].0);
        Self { ties: within.iter().map(|(_, span)| *span).collect(), is_one_date }
    }

    /// No tie can have begun before all of these.
    fn first(dated: &[(Date, &'t TieSpan)]) -> Self {
        let bound = dated.iter().map(|(start, _)| start.latest()).min();
        Self::of(dated, |start| Some(start.earliest()) <= bound)
    }

    /// No tie can have begun behind all of these.
    fn last(dated: &[(Date, &'t TieSpan)]) -> Self {
        let bound = dated.iter().map(|(start, _)| start.earliest()).max();
        Self::of(dated, |start| Some(start.latest()) >= bound)
    }
}

/// The partner of the institution asked for, or both ends of the tie.
fn other_ends(localized: &LocalizedContext<'_, '_>, of: Option<InstitutionId>, span: &TieSpan) -> Argument {
    match of {
        Some(_) => localized.names_of(span.b).into(),
        None => message!("timeline-ends", a = localized.names_of(span.a), b = localized.names_of(span.b)).into(),
    }
}

/// Sentence on the years with most new ties.
fn busiest_years(years: &BTreeMap<u16, YearCounts>) -> Option<Message> {
    let max_new_ties = years.values().map(|year| year.ties).max().filter(|&ties| ties > 0)?;
    let busiest = years.iter().filter(|(_, year)| year.ties == max_new_ties).map(|(year, _)| year.to_string());
    let busiest: Vec<String> = busiest.collect();
    Some(match busiest.len() {
        1 => message!("timeline-busiest", count = max_new_ties, years = List::and(busiest, "other")),
        _ => message!("timeline-busiest-several", count = max_new_ties, years = List::and(busiest, "other")),
    })
}

/// Sentence on the tie with most months between its first and latest work, or on all of that length.
fn longest(localized: &LocalizedContext<'_, '_>, of: Option<InstitutionId>, dated: &[&TieSpan]) -> Option<Message> {
    let months = dated.iter().map(|span| length(localized, span)).max().filter(|&months| months > 0)?;
    let spans: Vec<&TieSpan> = dated.iter().copied().filter(|span| length(localized, span) == months).collect();
    let &[span] = spans.as_slice() else {
        let ends = spans.iter().map(|span| other_ends(localized, of, span));
        let ends = List::and(ends, if of.is_some() { "partner" } else { "pair" }).naming(MAX_NAMED);
        return Some(message!("timeline-longest-several", count = spans.len(), ends = ends, months = months));
    };
    let (first, last) = span.ends?;
    let (first, last) = (localized.dated(first), localized.dated(last));
    Some(message!("timeline-longest", ends = other_ends(localized, of, span), first = first, last = last))
}

/// Months between the first and the latest work.
fn length(localized: &LocalizedContext<'_, '_>, span: &TieSpan) -> u32 {
    let months = |work: WorkId| {
        localized
            .context
            .corpus
            .date(work)
            .map_or(0, |date| u32::from(date.year_number()) * 12 + u32::from(date.month_number().unwrap_or(1)))
    };
    span.ends.map_or(0, |(first, last)| months(last).saturating_sub(months(first)))
}

fn ties_table(localized: &LocalizedContext<'_, '_>, of: Option<InstitutionId>, shown: &[TieSpan]) -> Table {
    let one = localized.column("a", message!("answers-institution"));
    let columns = vec![
        if of.is_some() { Column::for_machines("a") } else { one },
        localized.column("b", message!("answers-partner")),
        Column::for_machines("a_id"),
        Column::for_machines("b_id"),
        Column::for_machines("first_date").date(),
        localized.column("first", message!("timeline-first", kind = localized.kind())),
        Column::for_machines("latest_date").date(),
        localized.column("latest", message!("timeline-latest", kind = localized.kind())),
        localized.column("works", message!("answers-number-of-works", kind = localized.kind())).integer(),
    ];
    let key = |id: InstitutionId| localized.context.corpus.institution(id).id.clone();
    let date = |work: Option<WorkId>| {
        work.and_then(|work| localized.context.corpus.date(work))
            .map_or(Cell::Empty, |date| Cell::text(date.to_string()))
    };
    let name = |work: Option<WorkId>| work.map_or(Cell::Empty, |work| Cell::text(localized.work(work)));
    let row = |span: &TieSpan| {
        let (first, latest) = span.ends.unzip();
        vec![
            Cell::text(localized.name(span.a)),
            Cell::text(localized.name(span.b)),
            Cell::text(key(span.a)),
            Cell::text(key(span.b)),
            date(first),
            name(first),
            date(latest),
            name(latest),
            Cell::Count(localized.context.network().evidence(span.tie).len() as u64),
        ]
    };
    let caption = localized.text(message!("timeline-caption"));
    Table { name: "ties".to_owned(), caption, columns, rows: shown.iter().map(row).collect() }
}

fn years_table(
    localized: &LocalizedContext<'_, '_>,
    of: Option<InstitutionId>,
    years: &BTreeMap<u16, YearCounts>,
    undated: &YearCounts,
) -> Table {
    let mut columns = vec![
        localized.column("year", message!("timeline-year")).year(),
        localized.column("works", message!("answers-number-of-works", kind = localized.kind())).integer(),
        localized.column("co_made", message!("answers-joint")).integer(),
    ];
    match of {
        Some(_) => columns.extend([
            localized.column("new_ties", message!("timeline-new-partners")).integer(),
            localized.column("new_partners", message!("timeline-new-partner-names")).list(),
        ]),
        None => columns.extend([
            localized.column("new_institutions", message!("timeline-new-institutions")).integer(),
            localized.column("new_ties", message!("timeline-new-ties")).integer(),
        ]),
    }
    let row = |(year, one): (Cell, &YearCounts)| {
        let mut cells = vec![year, Cell::Count(one.works as u64), Cell::Count(one.co_made as u64)];
        match of {
            Some(_) => cells.extend([
                Cell::Count(one.ties as u64),
                Cell::list(one.partners.iter().map(|&id| localized.name(id)).collect()),
            ]),
            None => cells.extend([Cell::Count(one.institutions as u64), Cell::Count(one.ties as u64)]),
        }
        cells
    };
    let caption = localized.text(message!("timeline-by-year"));
    // Years are texts, so that they have no thousands separators.
    let dated = years.iter().map(|(year, one)| (Cell::text(year.to_string()), one));
    let last = || (Cell::coded(localized.text(message!("timeline-undated-row")), "undated"), undated);
    let rows = dated.chain((!undated.is_empty()).then(last)).map(row).collect();
    Table { name: "years".to_owned(), caption, columns, rows }
}
