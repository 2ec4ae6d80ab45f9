//! How much is made together? Indicators of collaboration, of all works and by year, country, sector, institution.
//!
//! All are counts of works: ties, their counting and the team cap play no part.

pub mod sizes;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::answer::korean::{Particle, attach};
use crate::answer::language::Language;
use crate::answer::number::{Real, plain, share, thousands};
use crate::answer::told::{Answer, Cell, Column, Table};
use crate::corpus::Corpus;
use crate::corpus::country::Country;
use crate::corpus::institution::{InstitutionId, Sector};
use crate::corpus::work::WorkId;
use crate::english::agree;
use crate::question::group::{Group, Grouping};
use crate::question::indicators::sizes::Sizes;
use crate::question::institutions::others_note;
use crate::question::lack;
use crate::question::record;
use crate::question::scope::Scope;
use crate::question::standing;
use crate::question::voice::Voice;

/// How many countries, and how many institutions, unless told otherwise.
pub const DEFAULT_TOP: usize = 20;

/// By what works are split.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dimension {
    /// Year of publication.
    Year,
    /// Home country of an institution behind the work; the work counts for each.
    Country,
    /// Main sector of an institution behind the work; the work counts for each.
    Sector,
    /// Institution; the work counts for each.
    Institution,
}

impl Dimension {
    /// All dimensions in the order in which they are listed.
    pub const ALL: [Self; 4] = [Self::Year, Self::Country, Self::Sector, Self::Institution];

    /// The word used in options and answers.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::Country => "country",
            Self::Sector => "sector",
            Self::Institution => "institution",
        }
    }

    /// English and Korean label.
    #[must_use]
    pub fn label(self) -> (&'static str, &'static str) {
        match self {
            Self::Year => ("year", "연도"),
            Self::Country => ("country", "국가"),
            Self::Sector => ("sector", "부문"),
            Self::Institution => ("institution", "기관"),
        }
    }
}

/// Which splits, and how far each goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The splits beside the whole.
    pub by: Vec<Dimension>,
    /// How many countries and institutions at most, those of most works first; `None`: all.
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
}

/// Works of one group.
struct Tally {
    by: &'static str,
    key: String,
    name: String,
    sizes: Sizes,
    international: Known,
    university_industry: Known,
}

/// How many works have a property, among those of which it is recorded. What is not recorded is no zero.
#[derive(Clone, Copy, Default)]
struct Known {
    /// Works that have it. All of them are co-made: it takes two institutions.
    holds: usize,
    /// Works of which it is known whether they have it.
    works: usize,
    /// The co-made ones among those.
    co_made: usize,
}

impl Known {
    fn of(corpus: &Corpus, works: &[WorkId], has: fn(&Corpus, WorkId) -> Option<bool>) -> Self {
        let mut known = Self::default();
        for &work in works {
            if let Some(holds) = has(corpus, work) {
                known.holds += usize::from(holds);
                known.works += 1;
                known.co_made += usize::from(corpus.institutions_of(work).len() > 1);
            }
        }
        known
    }

    /// The works that have it; `None` where nothing is known.
    fn count(&self) -> Option<usize> {
        (self.works > 0).then_some(self.holds)
    }
}

impl Tally {
    fn of(corpus: &Corpus, by: &'static str, key: String, name: String, works: &[WorkId]) -> Self {
        let mut sizes = Sizes::default();
        let mut entities: BTreeSet<InstitutionId> = BTreeSet::new();
        for &work in works {
            sizes.add(corpus.institutions_of(work).len());
            entities.extend(corpus.institutions_of(work));
        }
        sizes.entities = entities.len();
        Self {
            by,
            key,
            name,
            sizes,
            international: Known::of(corpus, works, is_international),
            university_industry: Known::of(corpus, works, joins_university_and_company),
        }
    }

    fn row(&self) -> Row {
        let sizes = &self.sizes;
        let (works, co_made) = (sizes.total(), sizes.co_made());
        let of = |part: usize, whole: usize| Real(part as f64 / whole as f64);
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
            international_of_co_made: of(international.holds, international.co_made),
            university_industry: industry.count(),
            university_industry_known: industry.works,
            university_industry_known_co_made: industry.co_made,
            university_industry_of_works: of(industry.holds, industry.works),
            university_industry_of_co_made: of(industry.holds, industry.co_made),
            scp: mcp.map(|mcp| international.works - mcp),
            mcp,
            mcp_ratio: mcp.map(|mcp| of(mcp, international.works)),
        }
    }
}

/// Whether a work has two or more home countries. `None` where an institution records none and the others only one.
fn is_international(corpus: &Corpus, work: WorkId) -> Option<bool> {
    let countries = || corpus.institutions_of(work).iter().map(|&id| corpus.institution(id).country());
    let mut recorded = countries().flatten();
    let first = recorded.next();
    if recorded.any(|country| Some(country) != first) {
        return Some(true);
    }
    countries().all(|country| country.is_some()).then_some(false)
}

/// Whether a university and a company made a work. `None` where an institution records no sector, unless the others are
/// just that.
fn joins_university_and_company(corpus: &Corpus, work: WorkId) -> Option<bool> {
    let sectors = || corpus.institutions_of(work).iter().map(|&id| corpus.institution(id).sector());
    let has = |sector| sectors().any(|one| one == Some(sector));
    if has(Sector::University) && has(Sector::Company) {
        return Some(true);
    }
    sectors().all(|sector| sector.is_some()).then_some(false)
}

/// The indicators of the whole, then of each split. A work counts once for each home country, main sector and
/// institution behind it. O(affiliations).
#[must_use]
pub fn ask(scope: &Scope<'_>, options: &Options, language: Language) -> Answer {
    lack::told(scope, answer(scope, options, language), language)
}

fn answer(scope: &Scope<'_>, options: &Options, language: Language) -> Answer {
    let voice = Voice::new(scope, language);
    let corpus = scope.corpus;
    let works: Vec<WorkId> = corpus.work_ids().filter(|&work| !corpus.institutions_of(work).is_empty()).collect();
    let all = voice.say("all works", format!("{} 전체", scope.noun.korean().0));
    let whole = Tally::of(corpus, "all", "all".to_owned(), all, &works);
    let (mut tallies, mut groups, mut notes) = (vec![whole], BTreeMap::new(), Vec::new());
    for &by in &options.by {
        let mut split = split(&voice, by, &works);
        groups.insert(by.key(), split.len());
        if matches!(by, Dimension::Country | Dimension::Institution) {
            let (shown, found) = (options.top.unwrap_or(usize::MAX).min(split.len()), split.len());
            split.truncate(shown);
            let (english, korean) = match by {
                Dimension::Country => ("countries", "국가"),
                _ => ("institutions", "기관"),
            };
            let counter = if by == Dimension::Country { "개" } else { "곳" };
            notes.extend(standing::cut(&voice, shown, found, (english, korean, counter)));
        }
        tallies.extend(split);
    }
    let without_institution = corpus.work_count() - works.len();
    let unknown = |knows: fn(&Corpus, InstitutionId) -> bool| {
        let lacks = |work: &&WorkId| corpus.institutions_of(**work).iter().any(|&id| !knows(corpus, id));
        works.iter().filter(lacks).count()
    };
    let record = Record {
        rows: tallies.iter().map(Tally::row).collect(),
        groups,
        without_institution,
        unknown_country: unknown(|corpus, id| corpus.institution(id).country().is_some()),
        unknown_sector: unknown(|corpus, id| corpus.institution(id).sector().is_some()),
        notices: scope.notices,
    };
    let told = definitions(&voice, &record, &tallies[0]);
    notes.splice(0..0, told);
    if options.by.contains(&Dimension::Country) {
        notes.extend(first_alone(&voice, &works, Dimension::Country));
    }
    if options.by.contains(&Dimension::Sector) {
        notes.extend(first_alone(&voice, &works, Dimension::Sector));
    }
    if options.by.contains(&Dimension::Institution) {
        let listed = corpus.institution_ids().filter(|&id| scope.shows(id)).count();
        notes.extend(others_note(&voice, corpus.institution_count() - listed));
    }
    notes.extend(voice.data());
    Answer {
        found: !works.is_empty(),
        lead: lead(&voice, &tallies[0]),
        tables: vec![table(&voice, if works.is_empty() { &[] } else { &tallies })],
        notes,
        record: record::value(&record),
    }
}

/// Where an institution records several countries (sectors), it counts for the first alone here, while a filter takes any
/// of them: so is said, with the numbers of both for what is filtered.
fn first_alone(voice: &Voice<'_, '_>, works: &[WorkId], by: Dimension) -> Option<String> {
    let corpus = voice.scope.corpus;
    let is_country = by == Dimension::Country;
    let recorded = |id: InstitutionId| match is_country {
        true => corpus.institution(id).countries.len(),
        false => corpus.institution(id).sectors.len(),
    };
    let several: Vec<InstitutionId> = corpus.institution_ids().filter(|&id| recorded(id) > 1).collect();
    if several.is_empty() {
        return None;
    }
    let count = |meets: &dyn Fn(InstitutionId) -> bool| {
        works.iter().filter(|&&work| corpus.institutions_of(work).iter().any(|&id| meets(id))).count()
    };
    let filter = &voice.scope.filter;
    let asked: Vec<(String, usize, usize)> = if is_country {
        let both = |country: &Country| {
            let any = count(&|id| corpus.institution(id).countries.contains(country));
            (voice.pick(country.names()), any, count(&|id| corpus.institution(id).country() == Some(country)))
        };
        filter.countries.iter().map(both).collect()
    } else {
        let both = |&sector: &Sector| {
            let any = count(&|id| corpus.institution(id).sectors.contains(&sector));
            (voice.pick(sector.label()), any, count(&|id| corpus.institution(id).sector() == Some(sector)))
        };
        filter.sectors.iter().map(both).collect()
    };
    let (names, number) = (voice.names(&several), thousands(several.len() as u64));
    let (english, korean) = if is_country { ("countries", "국가") } else { ("sectors", "부문") };
    let singular = by.label().0;
    let verb = if several.len() == 1 { ("records", "counts") } else { ("record", "count") };
    let mut note = voice.say(
        format!(
            "{names} {} several {english} and {} for the first alone here; the filter by {singular} takes any of them.",
            verb.0, verb.1
        ),
        format!(
            "{} 여럿 적힌 기관 {number}곳({names})은 여기서 첫 번째 것으로만 센다. {korean} 조건은 적힌 것을 모두 본다.",
            attach(korean, Particle::Subject)
        ),
    );
    for (name, any, first) in asked.iter().filter(|(_, any, first)| any != first) {
        note.push(' ');
        note.push_str(&voice.say(
            format!("{name}: {} record it, {} as the first.", voice.works(*any), thousands(*first as u64)),
            format!("{name}: 적힌 {} 가운데 첫째로 적힌 것은 {}.", voice.works(*any), voice.pieces(*first)),
        ));
    }
    Some(note)
}

/// Tallies of one split: years in their order, all others by works, then name.
fn split(voice: &Voice<'_, '_>, by: Dimension, works: &[WorkId]) -> Vec<Tally> {
    let corpus = voice.scope.corpus;
    let mut parts: BTreeMap<(String, String), Vec<WorkId>> = BTreeMap::new();
    for &work in works {
        let mut keys: Vec<(String, String)> = match by {
            Dimension::Year => corpus
                .date(work)
                .map(|date| date.year_number().to_string())
                .map(|year| (year.clone(), year))
                .into_iter()
                .collect(),
            _ => corpus.institutions_of(work).iter().filter_map(|&id| key(voice, by, id)).collect(),
        };
        keys.sort_unstable();
        keys.dedup();
        keys.into_iter().for_each(|key| parts.entry(key).or_default().push(work));
    }
    let mut tallies: Vec<Tally> =
        parts.into_iter().map(|((key, name), works)| Tally::of(corpus, by.key(), key, name, &works)).collect();
    if by != Dimension::Year {
        tallies.sort_by_key(|one| std::cmp::Reverse(one.sizes.total()));
    }
    tallies
}

/// Key and name of the part that an institution belongs to; only such as the filter shows.
fn key(voice: &Voice<'_, '_>, by: Dimension, id: InstitutionId) -> Option<(String, String)> {
    let corpus = voice.scope.corpus;
    let grouping = match by {
        Dimension::Institution => {
            return voice.scope.shows(id).then(|| (corpus.institution(id).id.clone(), voice.name(id)));
        }
        Dimension::Country => Grouping::Country,
        _ => Grouping::Sector,
    };
    let group = Group::of(corpus, id, grouping)?;
    Some((group.key().to_owned(), group.label(voice)))
}

fn lead(voice: &Voice<'_, '_>, whole: &Tally) -> Vec<String> {
    let sizes = &whole.sizes;
    let (works, co_made) = (sizes.total(), sizes.co_made());
    if works == 0 {
        return vec![voice.say(
            "There is no work with an institution.",
            format!("기관이 적힌 {} 없다.", voice.noun_with(Particle::Subject)),
        )];
    }
    let per = |part: usize, whole: usize| share(part as u64, whole as u64);
    let (all, together) = (voice.works(works), voice.pieces(co_made));
    let index = plain(sizes.collaborative_index(), 2);
    let coefficient = plain(sizes.collaborative_coefficient(), 4);
    let modified = plain(sizes.modified_coefficient(), 4);
    // The particle follows the word before the bracket.
    let object = attach(&together, Particle::Object).split_off(together.len());
    let mut lead = vec![voice.say(
        format!(
            "Of {all}, {together} ({}) {} made by two or more institutions; a work has {index} {} on average (collaborative coefficient {coefficient}, modified {modified}).",
            per(co_made, works),
            agree(co_made, "was", "were"),
            if index == "1" { "institution" } else { "institutions" }
        ),
        format!(
            "{all} 가운데 {together}({}){object} 둘 이상의 기관이 함께 만들었다. 평균 기관 수 {index}(협력 계수 {coefficient}, 수정 {modified}).",
            per(co_made, works)
        ),
    )];
    lead.push(known_share(voice, sizes, &whole.international, &INTERNATIONAL));
    lead.push(known_share(voice, sizes, &whole.university_industry, &UNIVERSITY_INDUSTRY));
    lead
}

/// What is said of a property of works, in English and Korean.
struct Property {
    /// What the works are: `international, of two or more countries`.
    is: (&'static str, &'static str),
    /// What must be recorded of institutions to know it.
    rests_on: (&'static str, &'static str),
    /// Its name in Korean.
    name_ko: &'static str,
}

const INTERNATIONAL: Property = Property {
    is: ("international, of two or more countries", "두 나라 이상이 참여한 국제 협력"),
    rests_on: ("countries", "국가"),
    name_ko: "국제 협력",
};

const UNIVERSITY_INDUSTRY: Property = Property {
    is: ("by a university with a company", "대학과 기업이 함께한 산학 협력"),
    rests_on: ("sectors", "부문"),
    name_ko: "산학 협력",
};

/// What shares rest on where not all is recorded.
fn known_note(voice: &Voice<'_, '_>, whole: &Tally) -> Option<String> {
    let works = whole.sizes.total();
    let unknown = |known: &Known| works - known.works;
    let (international, industry) = (unknown(&whole.international), unknown(&whole.university_industry));
    if international + industry == 0 {
        return None;
    }
    Some(voice.say(
        format!(
            "Shares are of the works of which it is known: countries (sectors) are recorded for all their institutions, or already two different ones (a university and a company). Not known, and in no such share: international for {}, U–I for {}; n/a: known of none.",
            voice.works(international),
            voice.works(industry)
        ),
        format!(
            "비율은 알 수 있는 것만으로 구한다. 참여 기관의 국가(부문)가 모두 적혔거나, 이미 서로 다른 두 국가(대학과 기업)가 적힌 경우다. 알 수 없어 비율에서 뺀 것: 국제 협력 {}, 산학 협력 {}. 미상: 하나도 알 수 없음.",
            voice.works(international),
            voice.works(industry)
        ),
    ))
}

/// The share of the works that have a property, of those of which it is known; where that are not all, so is said.
fn known_share(voice: &Voice<'_, '_>, sizes: &Sizes, known: &Known, property: &Property) -> String {
    let noun = voice.scope.noun.korean().0;
    let (is, is_ko) = property.is;
    let (basis, basis_ko) = property.rests_on;
    let verb = if known.holds == 1 { "is" } else { "are" };
    let of = |whole: usize| share(known.holds as u64, whole as u64);
    let number = thousands(known.holds as u64);
    if known.works == 0 {
        return voice.say(
            format!("How many are {is} is not known: no work has the {basis} of all its institutions recorded."),
            format!(
                "{} 비율은 알 수 없다. 참여 기관의 {} 모두 적힌 {} 없다.",
                property.name_ko,
                attach(basis_ko, Particle::Subject),
                voice.noun_with(Particle::Subject)
            ),
        );
    }
    if known.works < sizes.total() {
        let (co_made, co_made_ko) = match known.co_made {
            0 => (String::new(), String::new()),
            count => (
                format!("; of the {} co-made among them, {}", thousands(count as u64), of(count)),
                format!(", 공동 {} 중에서는 {}", voice.works(count), of(count)),
            ),
        };
        return voice.say(
            format!(
                "Of the {} whose {basis} are known, {number} ({}) {verb} {is}{co_made}.",
                voice.works(known.works),
                of(known.works)
            ),
            format!(
                "{} 아는 {} 가운데 {is_ko}: {}({}{co_made_ko}).",
                attach(basis_ko, Particle::Object),
                voice.works(known.works),
                voice.pieces(known.holds),
                of(known.works)
            ),
        );
    }
    let (co_made, co_made_ko) = match known.co_made {
        0 => (String::new(), String::new()),
        count => (format!(", {} of co-made works", of(count)), format!(", 공동 {noun}의 {}", of(count))),
    };
    voice.say(
        format!("{number} {verb} {is}: {} of all works{co_made}.", of(known.works)),
        format!("{is_ko}: {}(전체의 {}{co_made_ko}).", voice.pieces(known.holds), of(known.works)),
    )
}

fn definitions(voice: &Voice<'_, '_>, record: &Record, whole: &Tally) -> Vec<String> {
    let noun = voice.scope.noun.korean().0;
    let mut notes = vec![
        voice.say(
            "N: works with at least one institution; f_j: those of exactly j. Collaborative index (CI) Σ j·f_j/N (Lawani 1980); degree of collaboration (DC) 1 − f_1/N (Subramanyam 1983); collaborative coefficient (CC) 1 − (Σ f_j/j)/N (Ajiferuke, Burrell & Tague 1988), modified by A/(A−1) with A institutions (Savanur & Srikanth 2010).",
            format!("N: 기관이 하나라도 적힌 {noun}, f_j: 기관이 정확히 j곳인 {noun}. 협력 지수 Σ j·f_j/N(Lawani 1980), 협력도 1 − f_1/N(Subramanyam 1983), 협력 계수 1 − (Σ f_j/j)/N(Ajiferuke, Burrell & Tague 1988), 수정 협력 계수는 기관 A곳일 때 A/(A−1)을 곱한다(Savanur & Srikanth 2010)."),
        ),
        voice.say(
            "A work counts once for each home country (the first recorded of an institution), main sector and institution behind it. International (Int’l): two or more home countries. U–I: a university with a company. For a country, the share of all works is its MCP ratio. The team cap plays no part here.",
            format!("{noun} 하나는 참여 기관의 본거지(처음 적힌 국가), 주된 부문, 기관마다 한 번씩 센다. 국제 협력: 본거지가 둘 이상. 국가별 전체 대비 비율이 곧 MCP 비율이다. 기관 수 상한은 여기에 쓰이지 않는다."),
        ),
    ];
    let mut count = |count: usize, english: &str, korean: &str| {
        if count > 0 {
            let number = thousands(count as u64);
            let (verb, has) = if count == 1 { ("work", "has") } else { ("works", "have") };
            notes.push(
                voice.say(format!("{number} {verb} {has} {english}."), format!("{korean}: {}.", voice.pieces(count))),
            );
        }
    };
    count(record.without_institution, "no institution and count nowhere", &format!("기관이 없어 세지 않은 {noun}"));
    count(
        record.unknown_country,
        "an institution whose country is not recorded",
        &format!("국가 기록이 없는 기관이 낀 {noun}"),
    );
    count(
        record.unknown_sector,
        "an institution whose sector is not recorded",
        &format!("부문 기록이 없는 기관이 낀 {noun}"),
    );
    notes.extend(known_note(voice, whole));
    notes
}

fn table(voice: &Voice<'_, '_>, tallies: &[Tally]) -> Table {
    // How many works a share rests on: for readers only where that are not all.
    let known =
        |key: &str, label: (&str, &str), is_partial: &dyn Fn(&Tally) -> bool| match tallies.iter().any(is_partial) {
            true => Column::new(key, voice.pick(label)),
            false => Column::for_machines(key),
        };
    let partial = |one: &Tally, known: &Known| known.works > 0 && known.works < one.sizes.total();
    let columns = vec![
        Column::new("by", voice.say("By", "구분")),
        Column::for_machines("key"),
        Column::new("name", voice.say("Group", "집단")),
        Column::new("works", voice.say("Works", format!("{} 수", voice.noun()))),
        Column::new("co_made", voice.say("Co-made", "공동")),
        Column::new("collaborative_index", voice.say("CI", "협력 지수")),
        Column::new("degree_of_collaboration", voice.say("DC", "협력도")),
        Column::new("collaborative_coefficient", voice.say("CC", "협력 계수")),
        Column::for_machines("modified_coefficient"),
        Column::for_machines("international"),
        known("international_known", ("Int’l known", "국가 파악"), &|one| partial(one, &one.international)),
        Column::for_machines("international_known_co_made"),
        Column::new("international_of_works", voice.say("Int’l/all", "국제/전체")),
        Column::new("international_of_co_made", voice.say("Int’l/co-made", "국제/공동")),
        Column::for_machines("university_industry"),
        known("university_industry_known", ("U–I known", "부문 파악"), &|one| {
            partial(one, &one.university_industry)
        }),
        Column::for_machines("university_industry_known_co_made"),
        Column::new("university_industry_of_works", voice.say("U–I/all", "산학/전체")),
        Column::new("university_industry_of_co_made", voice.say("U–I/co-made", "산학/공동")),
    ];
    let label = |by: &str| {
        let found = Dimension::ALL.into_iter().find(|one| one.key() == by);
        found.map_or_else(|| voice.say("all", "전체"), |one| voice.pick(one.label()))
    };
    let real = |value: f64| if value.is_finite() { Cell::Real(value) } else { Cell::Empty };
    let unknown = || Cell::coded(voice.say("n/a", "미상"), "");
    // No co-made work has no share of them; co-made works of which nothing is known have one that is not known.
    let portion = |value: Real, known: usize, works: usize| match () {
        () if value.0.is_finite() => Cell::Real(value.0),
        () if known < works => unknown(),
        () => Cell::Empty,
    };
    let number = |count: Option<usize>| count.map_or_else(unknown, |count| Cell::Count(count as u64));
    let row = |one: &Tally| {
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
        ]
    };
    let caption = voice.say("Indicators", "협력 지표");
    Table { name: "indicators".to_owned(), caption, columns, rows: tallies.iter().map(row).collect() }
}
