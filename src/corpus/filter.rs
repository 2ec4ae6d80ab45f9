//! Filters: the subset of a corpus by time, country, sector, criterion, domain or institution.

use crate::corpus::builder::transpose;
use crate::corpus::country::Country;
use crate::corpus::date::Date;
use crate::corpus::institution::{Institution, InstitutionId, Sector};
use crate::corpus::level::WorkCountries;
use crate::corpus::region::CountrySet;
use crate::corpus::table::{ChosenPart, Corpus, ExplicitTie, Recorded, TiePart};
use crate::corpus::work::{Work, WorkId};
use std::sync::Arc;

/// Which works by who made them together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Only {
    /// Works of two or more institutions.
    Joint,
    /// Works of two or more countries.
    International,
    /// Works of a university with a company.
    IndustryUniversity,
}

impl Only {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Joint, Self::International, Self::IndustryUniversity];

    /// Key in options and messages.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Joint => "joint",
            Self::International => "international",
            Self::IndustryUniversity => "industry-university",
        }
    }

    /// Whether a work is such; `None` if missing facts leave that open.
    fn holds(self, corpus: &Corpus, work: WorkId) -> Option<bool> {
        match self {
            Self::Joint => match corpus.team_size(work) {
                0 => None,
                size => Some(size > 1),
            },
            Self::International => corpus.is_international(work),
            Self::IndustryUniversity => corpus.joins_university_and_company(work),
        }
    }

    /// Whether a tie without works is such.
    fn holds_of_tie(self, corpus: &Corpus, ends: &[InstitutionId]) -> Option<bool> {
        match self {
            Self::Joint => Some(true),
            Self::International => {
                let countries: Option<Vec<&Country>> = ends
                    .iter()
                    .map(|&id| corpus.institution(id).country().filter(|country| country.is_registered()))
                    .collect();
                countries.map(|countries| countries.windows(2).any(|pair| pair[0] != pair[1]))
            }
            Self::IndustryUniversity => corpus.team_joins_university_and_company(ends),
        }
    }
}

/// Conditions on works. Values of a list are alternatives (any of them), different fields must all hold, whether on the
/// same institution of a work or on several. A work of which the data do not tell whether it meets a condition is excluded
/// and counted ([`FilterCounts`]). The default keeps everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Published on or after; excludes undated works.
    pub since: Option<Date>,
    /// Published on or before; excludes undated works.
    pub until: Option<Date>,
    /// One of these countries ([`Corpus::countries_of`]).
    pub countries: Vec<Country>,
    /// Sets of countries whose members `countries` has, as they were asked for.
    pub country_sets: Vec<CountrySet>,
    /// Each of these countries.
    pub all_countries: Vec<Country>,
    /// One of these sectors ([`Corpus::sectors_of`]).
    pub sectors: Vec<Sector>,
    /// One of these criteria, ignoring case.
    pub criteria: Vec<String>,
    /// One of these domains, ignoring case.
    pub domains: Vec<String>,
    /// At least one of these institutions, by [`Institution::id`].
    pub institutions: Vec<String>,
    /// All of these.
    pub only: Vec<Only>,
}

/// Numbers of works by what a filter makes of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FilterCounts {
    /// Works that meet it.
    pub kept: usize,
    /// Those of them whose date is a year or month that reaches beyond the time window.
    pub imprecise: usize,
    /// Works excluded because they have no date; they may meet the filter.
    pub undated: usize,
    /// Dated works excluded because the country or sector of an institution, or all its institutions, are not recorded;
    /// they may meet the filter.
    pub unplaced: usize,
    /// Other works excluded because a domain or criterion is asked for and they have none recorded.
    pub unlabelled: usize,
}

impl FilterCounts {
    /// Adds one work.
    pub(crate) fn add(&mut self, judgement: Judgement) {
        match judgement {
            Judgement::Excluded => {}
            Judgement::Undated => self.undated += 1,
            Judgement::Unplaced => self.unplaced += 1,
            Judgement::Unlabelled => self.unlabelled += 1,
            Judgement::Imprecise => (self.kept, self.imprecise) = (self.kept + 1, self.imprecise + 1),
            Judgement::Kept => self.kept += 1,
        }
    }

    /// The counts of both.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self {
            kept: self.kept + other.kept,
            imprecise: self.imprecise + other.imprecise,
            undated: self.undated + other.undated,
            unplaced: self.unplaced + other.unplaced,
            unlabelled: self.unlabelled + other.unlabelled,
        }
    }

    /// Works of which it is not known whether they meet the filter.
    #[must_use]
    pub fn unjudged(self) -> usize {
        self.undated + self.unplaced + self.unlabelled
    }
}

/// What a filter makes of a work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Judgement {
    /// It fails a condition.
    Excluded,
    /// It has no date, and fails no other condition.
    Undated,
    /// It has no domain or no criterion, of which one is asked for; it has a date and fails no other condition.
    Unlabelled,
    /// Its institutions, or a country or sector of one of them, are not recorded; it fails no condition.
    Unplaced,
    /// It is kept by a date that reaches beyond the window.
    Imprecise,
    /// It is kept.
    Kept,
}

impl Judgement {
    /// What is made of a work by its date (`self`), and by its criteria and domains.
    pub(crate) fn and_words(self, words: [WordJudgement; 2]) -> Self {
        if words.contains(&WordJudgement::Excluded) || self == Self::Excluded {
            Self::Excluded
        } else if self != Self::Undated && words.contains(&WordJudgement::Unknown) {
            Self::Unlabelled
        } else {
            self
        }
    }

    /// What is made of a work by its own facts (`self`) and by its institutions.
    pub(crate) fn and_team(self, team: TeamJudgement) -> Self {
        match (self, team) {
            (Self::Excluded, _) | (_, TeamJudgement::Excluded) => Self::Excluded,
            (Self::Undated | Self::Unlabelled, _) => self,
            (_, TeamJudgement::Unknown) => Self::Unplaced,
            (own, TeamJudgement::Kept) => own,
        }
    }

    /// Whether the work is kept.
    pub(crate) fn is_kept(self) -> bool {
        matches!(self, Self::Kept | Self::Imprecise)
    }
}

/// What a condition on criteria or on domains makes of a work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WordJudgement {
    Excluded,
    /// Nothing is recorded.
    Unknown,
    Kept,
}

impl WordJudgement {
    /// What is made of a work that has one of the `wanted` words, or none at all.
    pub(crate) fn of(wanted: &[String], has_none: bool, has_one: impl FnOnce() -> bool) -> Self {
        match wanted {
            [] => Self::Kept,
            _ if has_none => Self::Unknown,
            _ if has_one() => Self::Kept,
            _ => Self::Excluded,
        }
    }
}

/// What the conditions on institutions make of a team.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum TeamJudgement {
    Excluded,
    /// Facts are missing that could make it kept.
    Unknown,
    Kept,
}

impl TeamJudgement {
    /// By whether a condition holds; `None` if missing facts leave that open.
    fn of(holds: Option<bool>) -> Self {
        match holds {
            Some(true) => Self::Kept,
            Some(false) => Self::Excluded,
            None => Self::Unknown,
        }
    }
}

impl Filter {
    /// Whether everything is kept.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether an institution itself meets country and sector, for lists of institutions.
    #[must_use]
    pub fn keeps_institution(&self, institution: &Institution) -> bool {
        let of_all = |country: &Country| institution.countries.contains(country);
        meets_any(&self.countries, |country| institution.countries.contains(country))
            && meets_any(&self.all_countries, of_all)
            && meets_any(&self.sectors, |sector| institution.sectors.contains(sector))
    }

    /// Whether a work is kept.
    pub(crate) fn keeps(&self, corpus: &Corpus, work: &Work<'_>) -> bool {
        self.judge(corpus, work).is_kept()
    }

    /// What is made of a work. O(affiliations of the work).
    pub(crate) fn judge(&self, corpus: &Corpus, work: &Work<'_>) -> Judgement {
        let words = [(&self.criteria, work.criteria), (&self.domains, work.domains)];
        let words = words.map(|(wanted, own)| {
            WordJudgement::of(wanted, own.is_empty(), || wanted.iter().any(|word| has_word(own, word)))
        });
        let own = self.judge_date(work.date).and_words(words);
        let only = self.judge_only(|one| one.holds(corpus, work.id));
        let (recorded, id) = corpus.recorded(work.id);
        let attributes = self.judge_attributes(recorded, work.countries, recorded.institutions_of(id));
        own.and_team(attributes.min(self.judge_named(corpus, corpus.institutions_of(work.id))).min(only))
    }

    /// What the conditions on who made a work together make of it.
    fn judge_only(&self, holds: impl Fn(Only) -> Option<bool>) -> TeamJudgement {
        self.only.iter().map(|&one| TeamJudgement::of(holds(one))).min().unwrap_or(TeamJudgement::Kept)
    }

    /// What is made of a tie without works, by its ends.
    fn judge_tie(&self, corpus: &Corpus, ends: &[InstitutionId]) -> TeamJudgement {
        let unnamed: [&str; 0] = [];
        self.judge_team(corpus, &unnamed, ends).min(self.judge_only(|one| one.holds_of_tie(corpus, ends)))
    }

    /// What the time window makes of a date.
    pub(crate) fn judge_date(&self, date: Option<Date>) -> Judgement {
        let (since, until) = (self.since.map(Date::earliest), self.until.map(Date::latest));
        if since.is_none() && until.is_none() {
            return Judgement::Kept;
        }
        let Some(date) = date else { return Judgement::Undated };
        let (earliest, latest) = (date.earliest(), date.latest());
        if since.is_some_and(|since| latest < since) || until.is_some_and(|until| earliest > until) {
            Judgement::Excluded
        } else if since.is_some_and(|since| earliest < since) || until.is_some_and(|until| latest > until) {
            Judgement::Imprecise
        } else {
            Judgement::Kept
        }
    }

    /// Numbers of the works of a corpus by what is made of them. O(affiliations).
    #[must_use]
    pub fn counts(&self, corpus: &Corpus) -> FilterCounts {
        if self.is_empty() {
            return FilterCounts { kept: corpus.work_count(), ..FilterCounts::default() };
        }
        let mut counts = FilterCounts::default();
        corpus.work_ids().for_each(|id| counts.add(self.judge(corpus, &corpus.work(id))));
        counts
    }

    /// Whether it asks anything of the institutions of a work.
    #[must_use]
    pub fn is_of_institutions(&self) -> bool {
        let Self { countries, all_countries, sectors, institutions, only, .. } = self;
        let is_none = countries.is_empty() && all_countries.is_empty() && sectors.is_empty() && institutions.is_empty();
        !(is_none && only.is_empty())
    }

    /// Whether it asks for countries.
    #[must_use]
    pub fn asks_countries(&self) -> bool {
        !(self.countries.is_empty() && self.all_countries.is_empty())
    }

    /// Whether it asks for countries or sectors.
    #[must_use]
    pub fn is_of_attributes(&self) -> bool {
        self.asks_countries() || !self.sectors.is_empty()
    }

    /// Whether it asks nothing but of institutions.
    #[must_use]
    pub fn is_of_institutions_only(&self) -> bool {
        let Self { since, until, criteria, domains, .. } = self;
        since.is_none() && until.is_none() && criteria.is_empty() && domains.is_empty()
    }

    /// Whether it asks for dates, which explicit ties of a corpus have, and for nothing else that these do not have.
    #[must_use]
    pub fn asks_dates_of_ties(&self, corpus: &Corpus) -> bool {
        let Self { since, until, criteria, domains, .. } = self;
        let asks_dates = since.is_some() || until.is_some();
        asks_dates && criteria.is_empty() && domains.is_empty() && corpus.has_dated_ties()
    }

    /// What the conditions on institutions make of a team: those of a work, with the codes of the countries that its rows
    /// name, or the two ends of a tie. O(team).
    pub(crate) fn judge_team(
        &self,
        corpus: &Corpus,
        named: &[impl AsRef<str>],
        team: &[InstitutionId],
    ) -> TeamJudgement {
        self.judge_attributes(corpus, named, team).min(self.judge_named(corpus, team))
    }

    /// What the conditions on countries and sectors make of it.
    fn judge_attributes(&self, corpus: &Corpus, named: &[impl AsRef<str>], team: &[InstitutionId]) -> TeamJudgement {
        if !self.is_of_attributes() {
            return TeamJudgement::Kept;
        }
        let institutions = || team.iter().map(|&id| corpus.institution(id));
        let countries = WorkCountries::of(named, institutions());
        let any = [&self.countries].into_iter().filter(|any| !any.is_empty()).map(|any| countries.has_any(any));
        let each = self.all_countries.iter().map(|one| countries.has_any(std::slice::from_ref(one)));
        let has_sector = |one: &Institution| one.sectors.iter().any(|sector| self.sectors.contains(sector));
        let sectors = (!self.sectors.is_empty()).then(|| match institutions().any(has_sector) {
            true => Some(true),
            false => (!team.is_empty() && institutions().all(|one| !one.sectors.is_empty())).then_some(false),
        });
        any.chain(each).chain(sectors).map(TeamJudgement::of).min().unwrap_or(TeamJudgement::Kept)
    }

    /// What the condition on institutions by their identifiers makes of it.
    fn judge_named(&self, corpus: &Corpus, team: &[InstitutionId]) -> TeamJudgement {
        let is_named = |&id: &InstitutionId| self.institutions.contains(&corpus.institution(id).id);
        match self.institutions.is_empty() || team.iter().any(is_named) {
            true => TeamJudgement::Kept,
            false if team.is_empty() => TeamJudgement::Unknown,
            false => TeamJudgement::Excluded,
        }
    }

    /// Whether missing facts leave open if a team meets what it asks, where it asks nothing but of institutions.
    pub(crate) fn is_undecided(&self, corpus: &Corpus, team: &[InstitutionId]) -> bool {
        self.is_of_institutions_only() && self.judge_tie(corpus, team) == TeamJudgement::Unknown
    }
}

fn meets_any<T>(wanted: &[T], meets: impl FnMut(&T) -> bool) -> bool {
    wanted.is_empty() || wanted.iter().any(meets)
}

fn has_word(words: &[Box<str>], wanted: &str) -> bool {
    words.iter().any(|word| word.to_lowercase() == wanted.to_lowercase())
}

impl Corpus {
    /// The corpus of the works that meet `filter`, with the institutions behind them; of explicit ties those whose two ends
    /// meet it as the team of a work would, unless it asks for what ties do not have. Keys of works and institutions stay
    /// the same. O(affiliations).
    #[must_use]
    pub fn filtered(&self, filter: &Filter) -> Self {
        if filter.is_empty() {
            return self.clone();
        }
        if filter.asks_dates_of_ties(self) {
            let within = self.with_ties_within(filter.since, filter.until);
            return within.filtered_by(filter, true);
        }
        self.filtered_by(filter, filter.is_of_institutions_only())
    }

    fn filtered_by(&self, filter: &Filter, is_known_of_ties: bool) -> Self {
        let keep_tie =
            |tie: &ExplicitTie| is_known_of_ties && filter.judge_tie(self, &[tie.a, tie.b]) == TeamJudgement::Kept;
        self.subset(|id| filter.keeps(self, &self.work(id)), keep_tie)
    }

    /// The corpus of the selected works and explicit ties, with the institutions behind them.
    #[must_use]
    pub fn subset(&self, keep: impl Fn(WorkId) -> bool, keep_tie: impl Fn(&ExplicitTie) -> bool) -> Self {
        self.subset_with(keep, keep_tie, vec![false; self.institution_count()]).0
    }

    /// The same with some institutions, by number, that stay although no work or tie of them does; and the new number of
    /// every institution that is kept.
    pub(crate) fn subset_with(
        &self,
        keep: impl Fn(WorkId) -> bool,
        keep_tie: impl Fn(&ExplicitTie) -> bool,
        mut used: Vec<bool>,
    ) -> (Self, Vec<Option<InstitutionId>>) {
        let selected: Vec<WorkId> = self.work_ids().filter(|&id| keep(id)).collect();
        for &work in &selected {
            for institution in self.institutions_of(work) {
                used[institution.index()] = true;
            }
        }
        let ties: Vec<ExplicitTie> = self.explicit_ties.iter().filter(|tie| keep_tie(tie)).copied().collect();
        for tie in &ties {
            used[tie.a.index()] = true;
            used[tie.b.index()] = true;
        }
        let mut number = vec![InstitutionId(0); used.len()];
        let mut institutions = Vec::new();
        for id in self.institution_ids().filter(|id| used[id.index()]) {
            number[id.index()] = InstitutionId(institutions.len() as u32);
            institutions.push(self.institution(id).clone());
        }
        let mut subset = Self {
            arena: Arc::clone(&self.arena),
            lists: Arc::clone(&self.lists),
            inputs: Arc::clone(&self.inputs),
            names: selected.iter().map(|id| self.names[id.index()]).collect(),
            dates: selected.iter().map(|id| self.dates[id.index()]).collect(),
            sources: selected.iter().map(|id| self.sources[id.index()]).collect(),
            institutions,
            work_offsets: vec![0],
            actors: self.actors,
            ..Self::default()
        };
        if let Some(recorded) = &self.recorded {
            let works = selected.iter().filter_map(|id| recorded.works.get(id.index()).copied()).collect();
            subset.recorded = Some(Recorded { corpus: Arc::clone(&recorded.corpus), works });
        }
        if let Some(choice) = &self.choice {
            let pair = |&(a, b): &(InstitutionId, InstitutionId)| {
                let is_used = used[a.index()] && used[b.index()];
                is_used.then(|| (number[a.index()], number[b.index()]))
            };
            subset.choice = Some(ChosenPart {
                actor_counts: selected.iter().filter_map(|id| choice.actor_counts.get(id.index()).copied()).collect(),
                // Numbers keep their order.
                ties: choice.ties.as_ref().map(|ties| ties.iter().filter_map(pair).collect()),
            });
        }
        subset.explicit_ties.extend(ties.iter().map(|tie| ExplicitTie {
            a: number[tie.a.index()],
            b: number[tie.b.index()],
            weight: tie.weight,
        }));
        for part in self.tie_parts.iter().filter(|part| keep_tie(&part.tie)) {
            let (a, b) = (number[part.tie.a.index()], number[part.tie.b.index()]);
            subset.tie_parts.push(TiePart { tie: ExplicitTie { a, b, ..part.tie }, spans: part.spans.clone() });
        }
        if !self.details.is_empty() {
            subset.details = selected.iter().map(|id| self.details[id.index()]).collect();
        }
        for (position, old) in selected.iter().enumerate() {
            let id = WorkId(position as u32);
            if let Some(ordinal) = self.ordinals.get(old) {
                subset.ordinals.insert(id, *ordinal);
            }
            if let Some(aliases) = self.aliases.get(old) {
                subset.aliases.insert(id, aliases.clone());
            }
            if let Some(sources) = self.more_sources.get(old) {
                subset.more_sources.insert(id, sources.clone());
            }
            if let Some(statements) = self.statements.get(old) {
                subset.statements.insert(id, statements.clone());
            }
            let members = self.institutions_of(*old).iter().map(|id| number[id.index()]);
            subset.work_institutions.extend(members);
            subset.work_offsets.push(subset.work_institutions.len() as u32);
        }
        transpose(&mut subset);
        let numbers = number.into_iter().zip(used).map(|(number, used)| used.then_some(number)).collect();
        (subset, numbers)
    }
}
