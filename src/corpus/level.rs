//! Levels: the same works with other actors: authors, countries, regions, sectors or domains in the place of institutions.
//!
//! A work's actors are the distinct ones of its institutions: two institutions of one country are one country. Countries and
//! sectors of a work are [`Corpus::countries_of`] and [`Corpus::sectors_of`], which filters, indicators and trends ask, too. What
//! a work or an institution does not tell is counted in [`AtLevel`], never guessed.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::corpus::builder::transpose;
use crate::corpus::country::Country;
use crate::corpus::hashing::FastMap;
use crate::corpus::institution::{Institution, InstitutionId, Names, Sector};
use crate::corpus::kind::ActorKind;
use crate::corpus::naming::slug;
use crate::corpus::region::CountrySet;
use crate::corpus::table::{Corpus, ExplicitTie, Recorded};
use crate::corpus::work::WorkId;

/// A corpus at a level, and what the level does not show.
#[derive(Clone, Debug, Default)]
pub struct AtLevel {
    /// Works and ties with the actors of the level.
    pub corpus: Corpus,
    /// What the level does not show.
    pub summary: LevelSummary,
}

/// What a level does not show of the institutions below it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LevelSummary {
    /// Works of which no actor is known.
    pub unknown: usize,
    /// Works of which some actor is known, and some is not.
    pub partly_known: usize,
    /// Actors, by key, with works of two or more institutions that are all theirs: most works first.
    pub within: Vec<(String, usize)>,
    /// Explicit ties within one actor.
    pub ties_within: usize,
    /// Explicit ties of which an end has no known actor.
    pub ties_unknown: usize,
    /// Authors that are told apart by their names alone.
    pub by_name: usize,
    /// Those of them whose name stands on two or more works: they may be several people.
    pub repeated_names: usize,
    /// Names that two or more authors with different identifiers share.
    pub shared_names: usize,
}

/// Countries of a work.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WorkCountries {
    /// Those that are known, sorted.
    pub known: Vec<Country>,
    /// Values beside them that are no country ("Multinational"), sorted.
    pub unregistered: Vec<Country>,
    /// Whether there may be more: a row names something that is no country, or an institution has none.
    pub is_partial: bool,
}

/// Sectors of a work.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WorkSectors {
    /// Those that are known, sorted.
    pub known: Vec<Sector>,
    /// Whether there may be more: an institution has none.
    pub is_partial: bool,
}

impl WorkCountries {
    /// Countries of a work: `named` are the codes that its rows name, empty ones where an institution has none there; where
    /// these are missing, all that are recorded of its institutions count. O(countries).
    pub(crate) fn of<'c>(named: &[impl AsRef<str>], team: impl Iterator<Item = &'c Institution>) -> Self {
        let (mut countries, mut known, mut unregistered) = (Self::default(), BTreeSet::new(), BTreeSet::new());
        let mut add = |country: Country| match country.is_registered() {
            true => known.insert(country),
            false => unregistered.insert(country),
        };
        let codes = || named.iter().map(AsRef::as_ref);
        for code in codes().filter(|code| !code.is_empty()) {
            let country = Country::parse(code);
            countries.is_partial |= country.is_none();
            add(country.unwrap_or_else(|| Country::unregistered(code)));
        }
        if codes().all(str::is_empty) || codes().any(str::is_empty) {
            for institution in team {
                countries.is_partial |= !institution.countries.iter().any(Country::is_registered);
                for country in &institution.countries {
                    add(country.clone());
                }
            }
        }
        countries.known = known.into_iter().collect();
        countries.unregistered = unregistered.into_iter().collect();
        countries
    }

    /// Whether one of some countries is among them; `None` if missing ones leave that open.
    #[must_use]
    pub fn has_any(&self, wanted: &[Country]) -> Option<bool> {
        if wanted.iter().any(|one| self.known.contains(one) || self.unregistered.contains(one)) {
            return Some(true);
        }
        (!self.is_partial && !self.known.is_empty()).then_some(false)
    }
}

/// Actors by what they are told apart by, each with the identifier that it is to have, unless another has it.
type Actors = BTreeMap<String, Institution>;

/// An actor of a work: what it is told apart by, and what is known of it.
type KeyedActor = (String, Institution);

fn by_id(institution: Institution) -> KeyedActor {
    (institution.id.clone(), institution)
}

impl Corpus {
    /// Countries of a work: those that its rows name; where these leave some of its institutions without one, and where they
    /// name none, all that are recorded of its institutions too. O(institutions).
    #[must_use]
    pub fn countries_of(&self, work: WorkId) -> WorkCountries {
        let (corpus, work) = self.recorded(work);
        let team = corpus.institutions_of(work).iter().map(|&id| corpus.institution(id));
        WorkCountries::of(corpus.work(work).countries, team)
    }

    /// Sectors of a work: all that are recorded of its institutions. O(institutions).
    #[must_use]
    pub fn sectors_of(&self, work: WorkId) -> WorkSectors {
        let (corpus, work) = self.recorded(work);
        let team = || corpus.institutions_of(work).iter().map(|&id| &corpus.institution(id).sectors);
        let known: BTreeSet<Sector> = team().flatten().copied().collect();
        WorkSectors { known: known.into_iter().collect(), is_partial: team().any(|own| own.is_empty()) }
    }

    /// Whether a work is of two or more countries, those of one institution included; `None` if a missing country leaves that
    /// open.
    #[must_use]
    pub fn is_international(&self, work: WorkId) -> Option<bool> {
        let countries = self.countries_of(work);
        if countries.known.len() > 1 {
            return Some(true);
        }
        (!countries.is_partial).then_some(false)
    }

    /// Whether a university and a company took part; `None` if a missing sector leaves that open.
    #[must_use]
    pub fn joins_university_and_company(&self, work: WorkId) -> Option<bool> {
        let (corpus, work) = self.recorded(work);
        corpus.team_joins_university_and_company(corpus.institutions_of(work))
    }

    /// The same of a team: the institutions of a work, or the ends of a tie.
    pub(crate) fn team_joins_university_and_company(&self, team: &[InstitutionId]) -> Option<bool> {
        let sectors = || team.iter().map(|&id| self.institution(id).sector());
        let has = |sector| sectors().any(|one| one == Some(sector));
        if has(Sector::Education) && has(Sector::Company) {
            return Some(true);
        }
        sectors().all(|sector| sector.is_some()).then_some(false)
    }

    /// Where the institutions of a work stand: the corpus of institutions, and the number of the work there.
    #[must_use]
    pub fn recorded(&self, work: WorkId) -> (&Corpus, WorkId) {
        match &self.recorded {
            Some(recorded) => {
                recorded.works.get(work.index()).map_or((self, work), |&at| (recorded.corpus.as_ref(), at))
            }
            None => (self, work),
        }
    }

    /// The corpus of institutions: itself, unless its actors are others.
    #[must_use]
    pub fn institutions_corpus(&self) -> &Corpus {
        self.recorded.as_ref().map_or(self, |recorded| recorded.corpus.as_ref())
    }

    /// The corpus with Korean names for the actors of these names. O(actors).
    #[must_use]
    pub fn with_korean_names(mut self, korean: impl Fn(&str) -> Option<String>) -> Self {
        for actor in &mut self.institutions {
            let found = korean(&actor.names.name).filter(|name| *name != actor.names.name);
            actor.names.name_ko = found.or_else(|| actor.names.name_ko.take());
        }
        self
    }

    /// Number of institutions of a work, at every level: what the cap on team size is about.
    #[must_use]
    pub fn team_size(&self, id: WorkId) -> usize {
        let (corpus, work) = self.recorded(id);
        corpus.institutions_of(work).len()
    }

    /// The works of this corpus of institutions with the actors of a level; works, their order and their facts stay. The
    /// level of institutions and that of groups are the corpus itself: which of them it is was decided as it was read.
    /// O(affiliations + authors).
    #[must_use]
    pub fn at_level(&self, level: ActorKind) -> AtLevel {
        if level.are_institutions() {
            let corpus = Self { actors: level, ..self.clone() };
            return AtLevel { corpus, summary: LevelSummary::default() };
        }
        let mut builder = LevelBuilder { corpus: self, level, actors: Actors::new(), summary: LevelSummary::default() };
        let teams: Vec<Vec<String>> = self.work_ids().map(|work| builder.team(work)).collect();
        let ties = builder.ties();
        builder.finish(&teams, ties)
    }
}

struct LevelBuilder<'c> {
    corpus: &'c Corpus,
    level: ActorKind,
    actors: Actors,
    summary: LevelSummary,
}

impl LevelBuilder<'_> {
    /// The keys of the actors of a work, each once, in recorded order where there is one.
    fn team(&mut self, work: WorkId) -> Vec<String> {
        let corpus = self.corpus;
        let (found, is_partial): (Vec<KeyedActor>, bool) = match self.level {
            ActorKind::Author => (authors(corpus, work), false),
            ActorKind::Domain => (corpus.work(work).domains.iter().map(|name| by_id(domain(name))).collect(), false),
            ActorKind::Country | ActorKind::Region => {
                let countries = corpus.countries_of(work);
                let found: Vec<Option<Institution>> =
                    countries.known.iter().map(|country| self.of_country(country)).collect();
                let is_partial = countries.is_partial || found.iter().any(Option::is_none);
                (found.into_iter().flatten().map(by_id).collect(), is_partial)
            }
            ActorKind::Sector | ActorKind::Institution | ActorKind::Group => {
                let sectors = corpus.sectors_of(work);
                (sectors.known.into_iter().map(sector).map(by_id).collect(), sectors.is_partial)
            }
        };
        let mut team: Vec<String> = Vec::with_capacity(found.len());
        let mut seen = BTreeSet::new();
        for (key, actor) in found {
            if seen.insert(key.clone()) {
                team.push(key.clone());
            }
            self.actors.entry(key).or_insert(actor);
        }
        self.count(work, &team, is_partial);
        team
    }

    fn count(&mut self, work: WorkId, team: &[String], is_partial: bool) {
        match team {
            [] => self.summary.unknown += 1,
            _ if is_partial => self.summary.partly_known += 1,
            [one] if self.level.joins_institutions() && self.corpus.institutions_of(work).len() > 1 => {
                match self.summary.within.iter_mut().find(|(key, _)| key == one) {
                    Some((_, count)) => *count += 1,
                    None => self.summary.within.push((one.clone(), 1)),
                }
            }
            _ => {}
        }
    }

    fn of_country(&self, country: &Country) -> Option<Institution> {
        match self.level {
            ActorKind::Region => CountrySet::region_of(country).map(region),
            _ => Some(of_country(country)),
        }
    }

    /// The actor of an end of an explicit tie.
    fn of_institution(&self, institution: &Institution) -> Option<Institution> {
        match self.level {
            ActorKind::Country | ActorKind::Region => {
                institution.country().filter(|country| country.is_registered()).and_then(|one| self.of_country(one))
            }
            ActorKind::Sector => institution.sector().map(sector),
            _ => None,
        }
    }

    /// Explicit ties between actors, as their keys; ties within one are counted.
    fn ties(&mut self) -> Vec<(String, String, f64)> {
        let mut ties = Vec::new();
        for tie in self.corpus.explicit_ties() {
            let ends = [tie.a, tie.b].map(|end| self.of_institution(self.corpus.institution(end)));
            let [Some(a), Some(b)] = ends else {
                self.summary.ties_unknown += 1;
                continue;
            };
            if a.id == b.id {
                self.summary.ties_within += 1;
            } else {
                ties.push((a.id.clone(), b.id.clone(), tie.weight));
            }
            for end in [a, b] {
                self.actors.entry(end.id.clone()).or_insert(end);
            }
        }
        ties
    }

    fn finish(mut self, teams: &[Vec<String>], ties: Vec<(String, String, f64)>) -> AtLevel {
        if self.level == ActorKind::Author {
            self.count_names(teams);
        }
        self.summary.within.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        let (institutions, number) = numbered(self.actors);
        let works: Vec<WorkId> = self.corpus.work_ids().collect();
        let mut corpus = Corpus {
            actors: self.level,
            institutions,
            work_offsets: vec![0],
            work_institutions: Vec::new(),
            institution_offsets: Vec::new(),
            institution_works: Vec::new(),
            explicit_ties: merged(ties, &number),
            recorded: Some(Recorded { corpus: Arc::new(self.corpus.clone()), works }),
            ..self.corpus.clone()
        };
        for team in teams {
            corpus.work_institutions.extend(team.iter().filter_map(|key| number.get(key)));
            corpus.work_offsets.push(corpus.work_institutions.len() as u32);
        }
        transpose(&mut corpus);
        AtLevel { corpus, summary: self.summary }
    }

    fn count_names(&mut self, teams: &[Vec<String>]) {
        let mut works: FastMap<&str, usize> = FastMap::default();
        for key in teams.iter().flatten() {
            *works.entry(key).or_default() += 1;
        }
        let mut by_name: BTreeMap<&str, usize> = BTreeMap::new();
        for (key, actor) in &self.actors {
            if actor.aliases.is_empty() {
                self.summary.by_name += 1;
                self.summary.repeated_names += usize::from(works.get(key.as_str()).is_some_and(|&all| all > 1));
            } else {
                *by_name.entry(&actor.names.name).or_default() += 1;
            }
        }
        self.summary.shared_names = by_name.values().filter(|&&count| count > 1).count();
    }
}

/// Actors sorted by their identifiers, which become distinct, and their numbers by what they are told apart by.
fn numbered(actors: Actors) -> (Vec<Institution>, FastMap<String, InstitutionId>) {
    let mut taken: BTreeSet<String> = BTreeSet::new();
    let mut all: Vec<KeyedActor> = Vec::with_capacity(actors.len());
    for (key, mut actor) in actors {
        let (base, mut ordinal) = (actor.id.clone(), 2);
        while !taken.insert(actor.id.clone()) {
            actor.id = format!("{base}-{ordinal}");
            ordinal += 1;
        }
        all.push((key, actor));
    }
    all.sort_by(|a, b| a.1.id.cmp(&b.1.id));
    let number = all.iter().enumerate().map(|(at, (key, _))| (key.clone(), InstitutionId(at as u32))).collect();
    (all.into_iter().map(|(_, actor)| actor).collect(), number)
}

/// Ties by number, each pair once with the sum of its weights, sorted.
fn merged(ties: Vec<(String, String, f64)>, number: &FastMap<String, InstitutionId>) -> Vec<ExplicitTie> {
    let mut sums: BTreeMap<(InstitutionId, InstitutionId), Vec<f64>> = BTreeMap::new();
    for (a, b, weight) in ties {
        if let (Some(&a), Some(&b)) = (number.get(&a), number.get(&b)) {
            sums.entry((a.min(b), a.max(b))).or_default().push(weight);
        }
    }
    let sum = |((a, b), mut weights): ((InstitutionId, InstitutionId), Vec<f64>)| {
        // Added in the order of size, so that the order of rows plays no part.
        weights.sort_by(f64::total_cmp);
        ExplicitTie { a, b, weight: weights.iter().sum() }
    };
    sums.into_iter().map(sum).collect()
}

fn names((english, korean): (&str, &str)) -> Names {
    Names { name_ko: (english != korean).then(|| korean.to_owned()), ..Names::plain(english) }
}

fn of_country(country: &Country) -> Institution {
    Institution {
        id: country.code().to_lowercase(),
        names: names(country.names()),
        aliases: sorted(country.spellings().map(str::to_owned).collect()),
        countries: vec![country.clone()],
        ..Institution::default()
    }
}

fn region(region: CountrySet) -> Institution {
    Institution { id: region.key().to_owned(), names: names(region.names()), ..Institution::default() }
}

fn sector(sector: Sector) -> Institution {
    Institution {
        id: sector.key().to_owned(),
        names: names(sector.label()),
        aliases: vec![sector.key().to_owned()],
        sectors: vec![sector],
        ..Institution::default()
    }
}

fn domain(name: &str) -> Institution {
    Institution { id: slug(name), names: Names::plain(name), ..Institution::default() }
}

fn sorted(mut names: Vec<String>) -> Vec<String> {
    names.sort();
    names.dedup();
    names
}

/// The authors of a work: told apart by their identifier, which is an alias, else by their name as it is written.
fn authors(corpus: &Corpus, work: WorkId) -> Vec<KeyedActor> {
    let work = corpus.work(work);
    let names = work.author_names();
    // Identifiers stand beside names one by one; where their number differs, none is whose.
    let ids = Some(&work.author_ids).filter(|ids| ids.len() == names.len());
    let author = |(at, name): (usize, &str)| {
        let id = ids.and_then(|ids| ids.get(at)).filter(|id| !id.is_empty());
        let names = Names::plain(name);
        match id {
            Some(id) => {
                let own = id.rsplit(['/', ':']).next().unwrap_or(id);
                let institution =
                    Institution { id: slug(own), names, aliases: vec![(*id).to_owned()], ..Institution::default() };
                (format!("id {id}"), institution)
            }
            None => (format!("name {name}"), Institution { id: slug(name), names, ..Institution::default() }),
        }
    };
    names.into_iter().enumerate().map(author).collect()
}
