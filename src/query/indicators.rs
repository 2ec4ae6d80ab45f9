//! Indicators of collaboration (collaborative index, degree, coefficient; international and university–industry
//! shares) of all works and by year, country, sector, institution.
//!
//! Computed from works: ties, counting and team cap have no effect.

pub mod team_sizes;

use crate::answer::Answer;
use crate::answer::language::Language;
use crate::answer::number::Real;
use crate::answer::table::{Cell, Column, Table};
use crate::corpus::Corpus;
use crate::corpus::institution::InstitutionId;
use crate::corpus::work::WorkId;
use crate::message;
use crate::messages::{Argument, Message};
use crate::query::context::QueryContext;
use crate::query::group::InstitutionGroup;
use crate::query::indicators::team_sizes::TeamSizes;
use crate::query::institutions::others_note;
use crate::query::localized::{Basis, LocalizedContext};
use crate::query::{ranking, record, require_works};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Default number of countries and of institutions.
pub const DEFAULT_TOP: usize = 20;

/// Key of the works without a date.
pub const UNDATED: &str = "undated";

/// Attribute by which works are split.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dimension {
    /// Year of publication.
    Year,
    /// Country of an institution, of several each; a work counts once for each, as a filter by country has it.
    Country,
    /// Sector of an institution, of several each; a work counts once for each, as a filter by sector has it.
    Sector,
    /// Institution; a work counts once for each.
    Institution,
}

impl Dimension {
    /// All dimensions in the order of output.
    pub const ALL: [Self; 4] = [Self::Year, Self::Country, Self::Sector, Self::Institution];

    /// Key in options and records.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::Country => "country",
            Self::Sector => "sector",
            Self::Institution => "institution",
        }
    }

    /// Label in tables.
    #[must_use]
    pub fn label(self) -> Message {
        match self {
            Self::Year => message!("indicators-year"),
            Self::Country => message!("indicators-country"),
            Self::Sector => message!("indicators-sector"),
            Self::Institution => message!("indicators-institution"),
        }
    }
}

/// Splits and their length.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// Splits in addition to the total.
    pub by: Vec<Dimension>,
    /// Maximum number of countries and of institutions, by number of works; `None`: all.
    pub top: Option<usize>,
}

impl Default for Options {
    fn default() -> Self {
        Self { by: Dimension::ALL.to_vec(), top: Some(DEFAULT_TOP) }
    }
}

#[derive(Serialize)]
struct Record {
    rows: Vec<Row>,
    groups: BTreeMap<&'static str, usize>,
    without_institution: usize,
    unknown_country: usize,
    unknown_sector: usize,
    notices: usize,
}

#[derive(Serialize)]
struct Row {
    by: &'static str,
    key: String,
    name: String,
    works: usize,
    co_made: usize,
    institutions: usize,
    collaborative_index: Real,
    degree_of_collaboration: Real,
    collaborative_coefficient: Real,
    modified_coefficient: Real,
    international: Option<usize>,
    international_known: usize,
    international_known_co_made: usize,
    international_of_works: Real,
    international_of_co_made: Real,
    university_industry: Option<usize>,
    university_industry_known: usize,
    university_industry_known_co_made: usize,
    university_industry_of_works: Real,
    university_industry_of_co_made: Real,
    scp: Option<usize>,
    mcp: Option<usize>,
    mcp_ratio: Option<Real>,
    /// Works of the group's first author: of works whose institutions stand in the order of authors.
    led: Option<usize>,
    led_scp: Option<usize>,
    led_mcp: Option<usize>,
}

/// Indicators of one group of works.
struct WorkIndicators {
    by: &'static str,
    key: String,
    name: String,
    sizes: TeamSizes,
    international: PropertyCount,
    university_industry: PropertyCount,
    led: Option<Led>,
}

/// Works whose first author is of the group: all, and those of one country and of several.
#[derive(Clone, Copy, Default)]
struct Led {
    works: usize,
    single: usize,
    multiple: usize,
}

impl Led {
    /// `None` for groups that cannot lead, and where no work tells the order of its authors.
    fn of(corpus: &Corpus, (by, key): (&str, &str), works: &[WorkId]) -> Option<Self> {
        if ![Dimension::Country.key(), Dimension::Institution.key()].contains(&by) {
            return None;
        }
        let mut led = None;
        for &work in works.iter().filter(|&&work| corpus.work(work).is_ordered) {
            let led = led.get_or_insert(Self::default());
            let (recorded, own) = corpus.recorded(work);
            let Some(&first) = recorded.institutions_of(own).first() else { continue };
            let first = recorded.institution(first);
            let is_led = match by == Dimension::Country.key() {
                true => first.country().is_some_and(|country| country.code() == key),
                false => first.id == key,
            };
            if is_led {
                led.works += 1;
                led.single += usize::from(corpus.is_international(work) == Some(false));
                led.multiple += usize::from(corpus.is_international(work) == Some(true));
            }
        }
        led
    }
}

/// Works with a property, and works for which it is known. Unknown is not counted as "no".
#[derive(Clone, Copy, Default)]
struct PropertyCount {
    /// Works with the property.
    holds: usize,
    /// Those of them that are co-made: one institution may stand in two countries.
    holds_co_made: usize,
    /// Works for which the property is known.
    works: usize,
    /// Co-made works among those.
    co_made: usize,
}

impl PropertyCount {
    fn of(corpus: &Corpus, works: &[WorkId], has: fn(&Corpus, WorkId) -> Option<bool>) -> Self {
        let mut known = Self::default();
        for &work in works {
            if let Some(holds) = has(corpus, work) {
                known.holds += usize::from(holds);
                known.works += 1;
                let is_co_made = corpus.actor_count(work) > 1;
                known.co_made += usize::from(is_co_made);
                known.holds_co_made += usize::from(holds && is_co_made);
            }
        }
        known
    }

    /// Works with the property; `None` if it is known for no work.
    fn count(&self) -> Option<usize> {
        (self.works > 0).then_some(self.holds)
    }
}

impl WorkIndicators {
    fn of(corpus: &Corpus, by: &'static str, key: String, name: String, works: &[WorkId]) -> Self {
        let mut sizes = TeamSizes::default();
        let mut entities: BTreeSet<InstitutionId> = BTreeSet::new();
        for &work in works {
            sizes.add(corpus.actor_count(work));
            entities.extend(corpus.institutions_of(work));
        }
        sizes.entities = entities.len();
        Self {
            led: Led::of(corpus, (by, &key), works),
            by,
            key,
            name,
            sizes,
            international: PropertyCount::of(corpus, works, Corpus::is_international),
            university_industry: PropertyCount::of(corpus, works, Corpus::joins_university_and_company),
        }
    }

    fn row(&self) -> Row {
        let sizes = &self.sizes;
        let (works, co_made) = (sizes.total(), sizes.co_made());
        let of = |count: usize, total: usize| Real(count as f64 / total as f64);
        let (international, industry) = (&self.international, &self.university_industry);
        let mcp = international.count().filter(|_| self.by == Dimension::Country.key());
        Row {
            by: self.by,
            key: self.key.clone(),
            name: self.name.clone(),
            works,
            co_made,
            institutions: sizes.entities,
            collaborative_index: Real(sizes.collaborative_index()),
            degree_of_collaboration: Real(sizes.degree_of_collaboration()),
            collaborative_coefficient: Real(sizes.collaborative_coefficient()),
            modified_coefficient: Real(sizes.modified_coefficient()),
            international: international.count(),
            international_known: international.works,
            international_known_co_made: international.co_made,
            international_of_works: of(international.holds, international.works),
            international_of_co_made: of(international.holds_co_made, international.co_made),
            university_industry: industry.count(),
            university_industry_known: industry.works,
            university_industry_known_co_made: industry.co_made,
            university_industry_of_works: of(industry.holds, industry.works),
            university_industry_of_co_made: of(industry.holds_co_made, industry.co_made),
            scp: mcp.map(|mcp| international.works - mcp),
            mcp,
            mcp_ratio: mcp.map(|mcp| of(mcp, international.works)),
            led: self.led.map(|led| led.works),
            led_scp: self.led.map(|led| led.single),
            led_mcp: self.led.map(|led| led.multiple),
        }
    }
}

/// Indicators of all works, then of each split. O(affiliations).
#[must_use]
pub fn ask(context: &QueryContext<'_>, options: &Options, language: Language) -> Answer {
    require_works::or_explain(context, answer(context, options, language))
}

fn answer(context: &QueryContext<'_>, options: &Options, language: Language) -> Answer {
    let localized = LocalizedContext::new(context, language);
    let corpus = context.corpus;
    let works: Vec<WorkId> = corpus.work_ids().filter(|&work| !corpus.institutions_of(work).is_empty()).collect();
    let all = localized.text(message!("indicators-all-works", kind = localized.kind()));
    let total = WorkIndicators::of(corpus, "all", "all".to_owned(), all, &works);
    let (mut tallies, mut groups, mut notes) = (vec![total], BTreeMap::new(), Vec::new());
    for &by in &options.by {
        let mut split = split(&localized, by, &works);
        groups.insert(by.key(), split.len());
        if matches!(by, Dimension::Country | Dimension::Institution) {
            let (shown, found) = (options.top.unwrap_or(usize::MAX).min(split.len()), split.len());
            split.truncate(shown);
            notes.extend(ranking::truncation_note(shown, found, by.key()));
        }
        tallies.extend(split);
    }
    let without_institution = corpus.work_count() - works.len();
    let count = |is_open: &dyn Fn(WorkId) -> bool| works.iter().filter(|&&work| is_open(work)).count();
    let record = Record {
        rows: tallies.iter().map(WorkIndicators::row).collect(),
        groups,
        without_institution,
        unknown_country: count(&|work| corpus.countries_of(work).is_partial),
        unknown_sector: count(&|work| corpus.sectors_of(work).is_partial),
        notices: context.notices,
    };
    let definitions = definitions(&localized, &record, &tallies[0]);
    notes.splice(0..0, definitions);
    let can_lead = [Dimension::Country, Dimension::Institution].iter().any(|by| options.by.contains(by));
    if can_lead && !works.is_empty() {
        let ordered = works.iter().filter(|&&work| corpus.work(work).is_ordered).count();
        let kind = localized.kind();
        notes.push(message!("indicators-led-definition", count = ordered, all = works.len(), kind = kind));
    }
    if options.by.contains(&Dimension::Country) {
        notes.extend(several_note(&localized, Dimension::Country));
    }
    if options.by.contains(&Dimension::Sector) {
        notes.extend(several_note(&localized, Dimension::Sector));
    }
    if options.by.contains(&Dimension::Institution) {
        let listed = corpus.institution_ids().filter(|&id| context.shows(id)).count();
        notes.extend(others_note(corpus.institution_count() - listed));
    }
    notes.extend(localized.data());
    Answer {
        language: localized.language,
        found: !works.is_empty(),
        lead: localized.lead(lead(&localized, &tallies[0]), Basis::Works),
        tables: vec![table(&localized, if works.is_empty() { &[] } else { &tallies })],
        notes,
        record: record::value(&record),
    }
}

/// Note on institutions with several countries (sectors): groups count each, shares the first alone.
fn several_note(localized: &LocalizedContext<'_, '_>, by: Dimension) -> Option<Message> {
    let corpus = localized.context.corpus;
    let is_country = by == Dimension::Country;
    let recorded = |id: InstitutionId| match is_country {
        true => corpus.institution(id).countries.len(),
        false => corpus.institution(id).sectors.len(),
    };
    let several: Vec<InstitutionId> = corpus.institution_ids().filter(|&id| recorded(id) > 1).collect();
    let (names, count) = (localized.institution_list(&several), several.len());
    (count > 0).then(|| match is_country {
        true => message!("indicators-several-countries", count = count, names = names, kind = localized.kind()),
        false => message!("indicators-several-sectors", count = count, names = names),
    })
}

/// Indicators of each group of one split: years ascending, others by number of works, then key.
fn split(localized: &LocalizedContext<'_, '_>, by: Dimension, works: &[WorkId]) -> Vec<WorkIndicators> {
    let corpus = localized.context.corpus;
    let mut groups: BTreeMap<(String, String), Vec<WorkId>> = BTreeMap::new();
    for &work in works {
        let mut keys = keys_of(localized, by, work);
        keys.sort_unstable();
        keys.dedup();
        keys.into_iter().for_each(|key| groups.entry(key).or_default().push(work));
    }
    let mut tallies: Vec<WorkIndicators> = groups
        .into_iter()
        .map(|((key, name), works)| WorkIndicators::of(corpus, by.key(), key, name, &works))
        .collect();
    if by != Dimension::Year {
        tallies.sort_by_key(|one| std::cmp::Reverse(one.sizes.total()));
    }
    tallies
}

/// Key and name of the year of a work; undated ones have a group of their own, which comes last.
fn year(localized: &LocalizedContext<'_, '_>, work: WorkId) -> (String, String) {
    match localized.context.corpus.date(work) {
        Some(date) => (date.year_number().to_string(), date.year_number().to_string()),
        None => (UNDATED.to_owned(), localized.text(message!("timeline-undated-row"))),
    }
}

/// Keys and names of the groups that a work counts in.
fn keys_of(localized: &LocalizedContext<'_, '_>, by: Dimension, work: WorkId) -> Vec<(String, String)> {
    let corpus = localized.context.corpus;
    let named = |group: InstitutionGroup| (group.key().to_owned(), group.label(localized));
    match by {
        Dimension::Year => vec![year(localized, work)],
        Dimension::Country => {
            corpus.countries_of(work).known.into_iter().map(InstitutionGroup::Country).map(named).collect()
        }
        Dimension::Sector => {
            corpus.sectors_of(work).known.into_iter().map(InstitutionGroup::Sector).map(named).collect()
        }
        Dimension::Institution => {
            let listed = corpus.institutions_of(work).iter().filter(|&&id| localized.context.shows(id));
            listed.map(|&id| (corpus.institution(id).id.clone(), localized.name(id))).collect()
        }
    }
}

fn lead(localized: &LocalizedContext<'_, '_>, total: &WorkIndicators) -> Vec<Message> {
    let (sizes, kind) = (&total.sizes, localized.kind());
    let (works, co_made) = (sizes.total(), sizes.co_made());
    if works == 0 {
        return vec![match localized.context.corpus.work_count() {
            0 => message!("works-none", kind = kind, filter = localized.context.filter_state()),
            _ => message!("indicators-none", kind = kind),
        }];
    }
    let joint = message!(
        "indicators-joint",
        total = works,
        kind = kind,
        count = co_made,
        share = Argument::share(co_made, works),
        index = Argument::number(sizes.collaborative_index(), 2),
        coefficient = Argument::number(sizes.collaborative_coefficient(), 4),
        modified = Argument::number(sizes.modified_coefficient(), 4)
    );
    let international = known_share(localized, sizes, &total.international, WorkProperty::International);
    let industry = known_share(localized, sizes, &total.university_industry, WorkProperty::UniversityIndustry);
    vec![joint, international, industry]
}

/// A property of works; its key selects the wording.
#[derive(Clone, Copy)]
enum WorkProperty {
    International,
    UniversityIndustry,
}

impl WorkProperty {
    fn key(self) -> &'static str {
        match self {
            Self::International => "international",
            Self::UniversityIndustry => "university-industry",
        }
    }
}

/// Note on the base of shares where the property is unknown for some works.
fn known_note(localized: &LocalizedContext<'_, '_>, total: &WorkIndicators) -> Option<Message> {
    let works = total.sizes.total();
    let unknown = |known: &PropertyCount| works - known.works;
    let (international, industry) = (unknown(&total.international), unknown(&total.university_industry));
    let kind = localized.kind();
    (international + industry > 0)
        .then(|| message!("indicators-base", international = international, industry = industry, kind = kind))
}

/// Sentence on the share of works with a property among those for which it is known.
fn known_share(
    localized: &LocalizedContext<'_, '_>,
    sizes: &TeamSizes,
    known: &PropertyCount,
    property: WorkProperty,
) -> Message {
    let (kind, property) = (localized.kind(), property.key());
    let of = |total: usize| Argument::share(known.holds, total);
    if known.works == 0 {
        return message!("indicators-unknown", property = property, kind = kind);
    }
    let joint = match known.co_made {
        0 => message!("indicators-no-joint-share"),
        count => {
            let share = Argument::share(known.holds_co_made, count);
            message!("indicators-joint-share", count = count, kind = kind, share = share)
        }
    };
    let (holds, share, works) = (known.holds, of(known.works), known.works);
    let scope = if works < sizes.total() { "known" } else { "all" };
    message!(
        "indicators-share",
        property = property,
        scope = scope,
        works = works,
        kind = kind,
        count = holds,
        share = share,
        joint = joint
    )
}

fn definitions(localized: &LocalizedContext<'_, '_>, record: &Record, total: &WorkIndicators) -> Vec<Message> {
    let kind = localized.kind();
    let counts = [
        (record.without_institution, "institution"),
        (record.unknown_country, "country"),
        (record.unknown_sector, "sector"),
    ];
    let counts = counts.into_iter().filter(|(count, _)| *count > 0);
    let counts =
        counts.map(|(count, field)| message!("indicators-unrecorded", count = count, kind = kind, field = field));
    let definitions = [message!("indicators-formulas", kind = kind), message!("indicators-counting", kind = kind)];
    definitions.into_iter().chain(counts).chain(known_note(localized, total)).collect()
}

fn table(localized: &LocalizedContext<'_, '_>, tallies: &[WorkIndicators]) -> Table {
    // Number of works that a share is based on: for readers only if it is not all.
    let known = |key: &str, label: Message, is_partial: &dyn Fn(&WorkIndicators) -> bool| match tallies
        .iter()
        .any(is_partial)
    {
        true => localized.column(key, label).integer(),
        false => Column::for_machines(key).integer(),
    };
    // For readers only where the data tell who leads.
    let led = |key: &str, label: Message| match tallies.iter().any(|one| one.led.is_some()) {
        true => localized.column(key, label).integer(),
        false => Column::for_machines(key).integer(),
    };
    let partial = |one: &WorkIndicators, known: &PropertyCount| known.works > 0 && known.works < one.sizes.total();
    let columns = vec![
        localized.column("by", message!("indicators-by")),
        Column::for_machines("key"),
        localized.column("name", message!("indicators-group")),
        localized.column("works", message!("answers-number-of-works", kind = localized.kind())).integer(),
        localized.column("co_made", message!("answers-joint")).integer(),
        localized.column("collaborative_index", message!("indicators-ci")).real(),
        localized.column("degree_of_collaboration", message!("indicators-dc")).share(),
        localized.column("collaborative_coefficient", message!("indicators-cc")).real(),
        Column::for_machines("modified_coefficient").real(),
        Column::for_machines("international").integer(),
        known("international_known", message!("indicators-international-known"), &|one| {
            partial(one, &one.international)
        }),
        Column::for_machines("international_known_co_made").integer(),
        localized.column("international_of_works", message!("indicators-international-all")).share(),
        localized.column("international_of_co_made", message!("indicators-international-joint")).share(),
        Column::for_machines("university_industry").integer(),
        known("university_industry_known", message!("indicators-industry-known"), &|one| {
            partial(one, &one.university_industry)
        }),
        Column::for_machines("university_industry_known_co_made").integer(),
        localized.column("university_industry_of_works", message!("indicators-industry-all")).share(),
        localized.column("university_industry_of_co_made", message!("indicators-industry-joint")).share(),
        led("led", message!("indicators-led")),
        led("led_scp", message!("indicators-led-scp")),
        led("led_mcp", message!("indicators-led-mcp")),
    ];
    let label = |by: &str| {
        let found = Dimension::ALL.into_iter().find(|one| one.key() == by);
        found.map_or_else(|| localized.text(message!("indicators-all")), |one| localized.text(one.label()))
    };
    let real = |value: f64| if value.is_finite() { Cell::Real(value) } else { Cell::Empty };
    let unknown = || Cell::coded(localized.text(message!("indicators-na")), "");
    // Without co-made works there is no share; with co-made works that are all unknown the share is unknown.
    let portion = |value: Real, known: usize, works: usize| match () {
        () if value.0.is_finite() => Cell::Real(value.0),
        () if known < works => unknown(),
        () => Cell::Empty,
    };
    let number = |count: Option<usize>| count.map_or_else(unknown, |count| Cell::Count(count as u64));
    // Years, sectors and all works lead nothing; a country of which it is not known has "n/a".
    let can_lead = |one: &WorkIndicators| [Dimension::Country.key(), Dimension::Institution.key()].contains(&one.by);
    let lead = |one: &WorkIndicators, count: Option<usize>| if can_lead(one) { number(count) } else { Cell::Empty };
    let row = |one: &WorkIndicators| {
        let row = one.row();
        vec![
            Cell::coded(label(one.by), one.by),
            Cell::text(&row.key),
            Cell::text(&row.name),
            Cell::Count(row.works as u64),
            Cell::Count(row.co_made as u64),
            real(row.collaborative_index.0),
            real(row.degree_of_collaboration.0),
            real(row.collaborative_coefficient.0),
            real(row.modified_coefficient.0),
            number(row.international),
            Cell::Count(row.international_known as u64),
            Cell::Count(row.international_known_co_made as u64),
            portion(row.international_of_works, row.international_known, row.works),
            portion(row.international_of_co_made, row.international_known_co_made, row.co_made),
            number(row.university_industry),
            Cell::Count(row.university_industry_known as u64),
            Cell::Count(row.university_industry_known_co_made as u64),
            portion(row.university_industry_of_works, row.university_industry_known, row.works),
            portion(row.university_industry_of_co_made, row.university_industry_known_co_made, row.co_made),
            lead(one, row.led),
            lead(one, row.led_scp),
            lead(one, row.led_mcp),
        ]
    };
    let caption = localized.text(message!("indicators-caption"));
    Table { name: "indicators".to_owned(), caption, columns, rows: tallies.iter().map(row).collect() }
}
