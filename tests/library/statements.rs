//! Statements of answers: every question under every filter on data of every kind, each statement's arguments computed
//! anew from works and institutions alone.

use std::collections::{BTreeMap, BTreeSet};

use collabgraph::answer::Answer;
use collabgraph::answer::language::Language;
use collabgraph::centrality::measure::Measure;
use collabgraph::community::detection::DetectionMethod;
use collabgraph::corpus::Corpus;
use collabgraph::corpus::country::Country;
use collabgraph::corpus::date::Date;
use collabgraph::corpus::filter::Filter;
use collabgraph::corpus::institution::{Institution, InstitutionId, Sector};
use collabgraph::corpus::kind::{ActorKind, WorkKind};
use collabgraph::corpus::table::ExplicitTie;
use collabgraph::corpus::work::WorkId;
use collabgraph::dataset::Dataset;
use collabgraph::messages::{Argument, Statement};
use collabgraph::network::counting::{Counting, Projection};
use collabgraph::query::context::QueryContext;
use collabgraph::query::{
    between, brokers, clusters, common_partners, components, counting, indicators, institutions, non_collaborators,
    overview, path, predict, rank, search, statistics, strongest, timeline, trend, who, works,
};
use collabgraph::source::input::Input;

/// Papers: countries and sectors are known for some institutions, some papers have no date or no institution.
const PAPERS: &str = "title,institutions,countries,date\n\
    Alpha,Northfield University,,2019\nBeta,Northfield University;Southgate Labs,,2020-05\n\
    Gamma,Southgate Labs,US,2020-06-01\nDelta,Southgate Labs;Westmere College,,\nEpsilon,,,2021\n\
    Zeta,Westmere College,KR,2021-02-03\nEta,Westmere College;Eastport Institute;Northfield University,,2022\n";

/// Ties alone; the institution that is first by name has the weakest tie.
const TIES: &str =
    "source,target,weight\nAardvark,Badger,0.053\nBadger,Camel,8\nCamel,Dingo,8\nDingo,Badger,2.5\nEel,Fox,1\n";

/// Authors who write together; one paper of many, some alone.
const AUTHORS: &str =
    "Source,Target,Weight\nAda,Bo,3\nBo,Cy,1\nCy,Ada,1\nCy,Dee,2\nDee,Eve,2\nEve,Flo,1\nFlo,Gil,4\nGil,Eve,1\n";

/// Ties between institutions of which some have a country and a sector.
fn located_ties() -> Corpus {
    let items =
        "id,label,country,sector\n1,North,KR,company\n2,South,US,education\n3,East,,company\n4,West,KR,\n5,Centre,,\n";
    let ties = "source,target,weight\n1,2,2\n2,3,1\n3,4,4\n4,5,1\n5,3,0.5\n";
    let inputs = [("items.csv", items), ("ties.csv", ties)].map(|(name, text)| Input::bytes(name, text));
    Dataset::of(inputs.to_vec()).corpus().expect("items and ties are read")
}

/// Works, one of which has no date and one no institution, and ties that are stated without works.
fn works_and_ties() -> Corpus {
    let works = "title,institutions,countries,sectors,date\n\
        Alpha,North,KR,company,2019\nBeta,North;South,KR;US,company;education,2020-05\nGamma,South,US,education,2021\n\
        Delta,South;West,,,\nEpsilon,,,,2021\nZeta,West;East;North,,,2022\n";
    let items =
        "id,label,country,sector\n1,North,KR,company\n2,South,US,education\n3,East,,company\n4,West,KR,\n6,Lone,FR,\n";
    let ties = "source,target,weight\n1,2,2\n2,3,1\n3,4,4\n4,6,0.5\n";
    let inputs = [("works.csv", works), ("items.csv", items), ("ties.csv", ties)];
    Dataset::of(inputs.map(|(name, text)| Input::bytes(name, text)).to_vec()).corpus().expect("works and ties are read")
}

/// The institution that is first by name is the weakest.
const WEAKEST_FIRST: &str = "Model,Organization,Country (of organization),Organization categorization,Publication date\n\
    M1,Aaa,South Korea,Academia,2020-01-01\nM2,\"Bbb,Ccc\",\"China,China\",\"Industry,Academia\",2020-02-01\n\
    M3,\"Bbb,Ccc,Ddd\",\"China,China,France\",\"Industry,Academia,Government\",2021-03-01\nM4,\"Ccc,Ddd\",\"China,France\",\"Academia,Government\",2021-03-02\n\
    M5,\"Bbb,Ccc\",\"China,China\",\"Industry,Academia\",2022-05-05\nM6,\"Aaa,Ddd,Bbb,Ccc,Eee\",,,2022\n";

/// A made-up table: teams of one to six of nine institutions, some without country, sector or date.
fn generated(seed: u64) -> String {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut draw = |below: u64| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 11) % below
    };
    let countries = ["KR", "US", "", "FR", "KR", "US", "", "CN", "US"];
    let sectors = ["education", "company", "facility", "", "company", "education", "nonprofit", "", "government"];
    let mut table = "title,institutions,countries,sectors,date,domain\n".to_owned();
    for (at, (country, sector)) in countries.iter().zip(sectors).enumerate() {
        table.push_str(&format!("Solo {at},Inst {at},{country},{sector},{},\n", 2015 + at));
    }
    for work in 0..18 + draw(8) {
        let mut team: Vec<u64> = (0..draw(7)).map(|_| draw(9)).collect();
        team.sort_unstable();
        team.dedup();
        let names: Vec<String> = team.iter().map(|one| format!("Inst {one}")).collect();
        let year = 2015 + draw(9);
        let date = match draw(5) {
            0 => String::new(),
            1 => year.to_string(),
            2 => format!("{year}-{:02}", 1 + draw(12)),
            _ => format!("{year}-{:02}-{:02}", 1 + draw(12), 1 + draw(28)),
        };
        let domain = ["Language", "", "Vision", "Language;Vision"][draw(4) as usize];
        table.push_str(&format!("Work {work},{},,,{date},{domain}\n", names.join(";")));
    }
    table
}

fn corpus(name: &str, text: &str) -> Corpus {
    Dataset::of(vec![Input::bytes(name, text)]).corpus().expect("the made-up table is read")
}

pub(crate) fn data() -> Vec<(String, Corpus)> {
    let mut data = vec![
        ("embedded".to_owned(), Dataset::of(vec![Input::Embedded]).corpus().unwrap()),
        ("papers".to_owned(), corpus("papers.csv", PAPERS)),
        ("ties".to_owned(), corpus("ties.csv", TIES)),
        ("weakest first".to_owned(), corpus("weakest.csv", WEAKEST_FIRST)),
        ("one work".to_owned(), corpus("one.csv", "title,institutions,date\nOnly,A;B,2020\n")),
        ("authors".to_owned(), corpus("authors.csv", AUTHORS)),
        ("located ties".to_owned(), located_ties()),
        ("works and ties".to_owned(), works_and_ties()),
        ("no partners".to_owned(), corpus("solo.csv", "title,institutions,date\nOne,A,2020\nTwo,B,\n")),
    ];
    let levels = [ActorKind::Country, ActorKind::Sector, ActorKind::Region, ActorKind::Domain];
    let recorded = corpus("generated.csv", &generated(7));
    data.extend(levels.map(|level| (format!("by {}", level.key()), recorded.at_level(level).corpus)));
    data.extend((1..=3).map(|seed| (format!("generated {seed}"), corpus("generated.csv", &generated(seed)))));
    if let Some(epoch) = crate::support::tables::shared("datasets/epoch-notable-2025-04-08.csv") {
        data.push(("epoch".to_owned(), Dataset::open(epoch).unwrap().corpus().unwrap()));
    }
    data
}

pub(crate) fn filters() -> Vec<(&'static str, Filter)> {
    let country = |code: &str| Country::parse(code).unwrap();
    let date = |text: &str| Date::parse_iso(text);
    vec![
        ("none", Filter::default()),
        ("since 2020-06", Filter { since: date("2020-06"), ..Filter::default() }),
        ("2017 to 2021-03", Filter { since: date("2017"), until: date("2021-03"), ..Filter::default() }),
        ("KR", Filter { countries: vec![country("KR")], ..Filter::default() }),
        ("KR or US", Filter { countries: vec![country("KR"), country("US")], ..Filter::default() }),
        ("KR and US", Filter { all_countries: vec![country("KR"), country("US")], ..Filter::default() }),
        ("company", Filter { sectors: vec![Sector::Company], ..Filter::default() }),
        ("KR, company", Filter { countries: vec![country("KR")], sectors: vec![Sector::Company], ..Filter::default() }),
        ("US since 2020", Filter { since: date("2020"), countries: vec![country("US")], ..Filter::default() }),
        ("Language", Filter { domains: vec!["Language".to_owned()], ..Filter::default() }),
        (
            "Vision or speech in the US since 2018",
            Filter {
                domains: vec!["vision".to_owned(), "Speech".to_owned()],
                since: date("2018"),
                countries: vec![country("US")],
                ..Filter::default()
            },
        ),
        ("SOTA", Filter { criteria: vec!["SOTA improvement".to_owned()], ..Filter::default() }),
        ("nothing", Filter { until: date("1900"), ..Filter::default() }),
    ]
}

/// A pair of institutions, its weight and its works.
type StatedTie<'a> = (&'a (InstitutionId, InstitutionId), &'a (f64, Vec<WorkId>));

/// What can be counted from works, their teams and explicit ties alone.
pub(crate) struct Facts<'c> {
    pub(crate) whole: &'c Corpus,
    filter: &'c Filter,
    projection: Projection,
    /// Works that meet the filter, by their ids in the whole corpus.
    works: Vec<WorkId>,
    undated: usize,
    unplaced: usize,
    unlabelled: usize,
    imprecise: usize,
    explicit: Vec<(InstitutionId, InstitutionId, f64)>,
    pub(crate) institutions: BTreeSet<InstitutionId>,
    pub(crate) ties: BTreeMap<(InstitutionId, InstitutionId), (f64, Vec<WorkId>)>,
    near: BTreeMap<InstitutionId, Vec<InstitutionId>>,
    made: BTreeMap<InstitutionId, Vec<WorkId>>,
}

/// Three-valued: meets, fails, or not known.
fn judged(known: impl Iterator<Item = bool>, is_open: bool) -> Option<bool> {
    if known.into_iter().any(|meets| meets) {
        Some(true)
    } else if is_open {
        None
    } else {
        Some(false)
    }
}

impl<'c> Facts<'c> {
    fn new(whole: &'c Corpus, filter: &'c Filter, projection: Projection) -> Self {
        let mut facts = Self {
            whole,
            filter,
            projection,
            works: Vec::new(),
            undated: 0,
            unplaced: 0,
            unlabelled: 0,
            imprecise: 0,
            explicit: Vec::new(),
            institutions: BTreeSet::new(),
            ties: BTreeMap::new(),
            near: BTreeMap::new(),
            made: BTreeMap::new(),
        };
        for work in whole.work_ids() {
            facts.judge(work);
        }
        let of_institutions =
            filter.since.is_none() && filter.until.is_none() && filter.domains.is_empty() && filter.criteria.is_empty();
        for tie in whole.explicit_ties() {
            if of_institutions && facts.team_meets(whole, &[], &[tie.a, tie.b]) == Some(true) {
                facts.explicit.push((tie.a, tie.b, tie.weight));
            }
        }
        for &work in &facts.works {
            facts.institutions.extend(whole.institutions_of(work));
        }
        for &(a, b, weight) in &facts.explicit {
            facts.institutions.extend([a, b]);
            facts.ties.entry((a.min(b), a.max(b))).or_default().0 += weight;
        }
        if facts.filter.is_empty() {
            facts.institutions.extend(whole.institution_ids());
        }
        for &work in &facts.works.clone() {
            let team = whole.institutions_of(work);
            if facts.is_excluded(work) {
                continue;
            }
            let n = team.len() as f64;
            let weight = match projection.counting {
                Counting::Full => 1.0,
                Counting::Fractional => 1.0 / (n - 1.0),
                Counting::Strict => 2.0 / (n * (n - 1.0)),
            };
            for (at, &a) in team.iter().enumerate() {
                for &b in &team[at + 1..] {
                    let tie = facts.ties.entry((a.min(b), a.max(b))).or_default();
                    tie.0 += weight;
                    tie.1.push(work);
                }
            }
        }
        for &(a, b) in facts.ties.keys() {
            facts.near.entry(a).or_default().push(b);
            facts.near.entry(b).or_default().push(a);
        }
        for &work in &facts.works {
            for &id in whole.institutions_of(work) {
                facts.made.entry(id).or_default().push(work);
            }
        }
        facts
    }

    /// Whether the row of a work and its institutions (or the ends of a tie) meet countries and sectors.
    fn team_meets(&self, recorded: &Corpus, row: &[Box<str>], team: &[InstitutionId]) -> Option<bool> {
        let all = || team.iter().map(|&id| recorded.institution(id));
        let (countries, is_open) = countries_of(row, all());
        let mut verdicts = Vec::new();
        if !self.filter.countries.is_empty() {
            let meets = countries.iter().map(|code| self.filter.countries.iter().any(|one| one.code() == code));
            verdicts.push(judged(meets, is_open));
        }
        for wanted in &self.filter.all_countries {
            verdicts.push(judged(countries.iter().map(|code| code == wanted.code()), is_open));
        }
        if !self.filter.sectors.is_empty() {
            let open = team.is_empty() || all().any(|one| one.sectors.is_empty());
            let meets = all().map(|one| one.sectors.iter().any(|sector| self.filter.sectors.contains(sector)));
            verdicts.push(judged(meets, open));
        }
        if verdicts.contains(&Some(false)) {
            Some(false)
        } else if verdicts.contains(&None) {
            None
        } else {
            Some(true)
        }
    }

    fn judge(&mut self, work: WorkId) {
        let (since, until) = (self.filter.since, self.filter.until);
        let (recorded, own) = self.whole.recorded(work);
        let team = self.team_meets(recorded, recorded.work(own).countries, recorded.institutions_of(own));
        let label = self.labels_meet(work);
        if team == Some(false) || label == Some(false) {
            return;
        }
        let date = self.whole.date(work);
        let is_before = |date: Date| since.is_some_and(|since| date.latest() < since.earliest());
        let is_after = |date: Date| until.is_some_and(|until| date.earliest() > until.latest());
        if date.is_some_and(|date| is_before(date) || is_after(date)) {
            return;
        }
        if date.is_none() && (since.is_some() || until.is_some()) {
            self.undated += 1;
        } else if label.is_none() {
            self.unlabelled += 1;
        } else if team.is_none() {
            self.unplaced += 1;
        } else {
            self.works.push(work);
        }
        let (Some(date), Some(true), Some(true)) = (date, team, label) else { return };
        let inside = since.is_none_or(|since| date.earliest() >= since.earliest())
            && until.is_none_or(|until| date.latest() <= until.latest());
        self.imprecise += usize::from(!inside);
    }

    /// Whether a work has a domain and a criterion that are asked for; `None` where none is recorded.
    fn labels_meet(&self, work: WorkId) -> Option<bool> {
        let work = self.whole.work(work);
        let of = |wanted: &[String], own: &[Box<str>]| match (wanted, own) {
            ([], _) => Some(true),
            (_, []) => None,
            _ => Some(own.iter().any(|own| wanted.iter().any(|one| one.eq_ignore_ascii_case(own)))),
        };
        let both = [of(&self.filter.domains, work.domains), of(&self.filter.criteria, work.criteria)];
        let is_open = both.contains(&None);
        if both.contains(&Some(false)) { Some(false) } else { (!is_open).then_some(true) }
    }

    fn is_excluded(&self, work: WorkId) -> bool {
        self.projection.max_team.is_some_and(|cap| self.whole.institutions_of(work).len() > cap)
    }

    fn excluded(&self) -> Vec<WorkId> {
        self.works.iter().copied().filter(|&work| self.is_excluded(work)).collect()
    }

    fn works_of(&self, id: InstitutionId) -> Vec<WorkId> {
        self.made.get(&id).cloned().unwrap_or_default()
    }

    fn joint(&self) -> usize {
        self.works.iter().filter(|&&work| self.whole.institutions_of(work).len() > 1).count()
    }

    pub(crate) fn partners(&self, id: InstitutionId) -> Vec<InstitutionId> {
        self.near.get(&id).cloned().unwrap_or_default()
    }

    fn isolates(&self) -> Vec<InstitutionId> {
        self.institutions.iter().copied().filter(|&id| self.partners(id).is_empty()).collect()
    }

    fn capped(&self) -> usize {
        let has_excluded = |id: &InstitutionId| self.works_of(*id).iter().any(|&work| self.is_excluded(work));
        self.isolates().iter().filter(|id| has_excluded(id)).count()
    }

    /// Sizes of the components of two or more institutions, largest first.
    fn components(&self) -> Vec<usize> {
        let mut seen = BTreeSet::new();
        let mut sizes = Vec::new();
        for &start in &self.institutions {
            if !seen.insert(start) {
                continue;
            }
            let (mut stack, mut size) = (vec![start], 0);
            while let Some(id) = stack.pop() {
                size += 1;
                stack.extend(self.partners(id).into_iter().filter(|&next| seen.insert(next)));
            }
            if size > 1 {
                sizes.push(size);
            }
        }
        sizes.sort_unstable_by(|a, b| b.cmp(a));
        sizes
    }

    fn distance(&self, from: InstitutionId, to: InstitutionId) -> Option<usize> {
        let mut layer = BTreeSet::from([from]);
        let mut seen = layer.clone();
        for steps in 0.. {
            if layer.contains(&to) {
                return Some(steps);
            }
            layer = layer.iter().flat_map(|&id| self.partners(id)).filter(|&id| seen.insert(id)).collect();
            if layer.is_empty() {
                return None;
            }
        }
        None
    }

    /// Pairs with a partner in common, without a tie and without a joint work that is excluded, of which one is shown; each
    /// with its common partners.
    fn open_pairs(&self) -> Vec<(InstitutionId, InstitutionId, Vec<InstitutionId>)> {
        let (all, shown) = (self.institutions.iter().copied().collect::<Vec<_>>(), self.shown());
        let mut pairs = Vec::new();
        for (at, &a) in all.iter().enumerate() {
            let of_a = self.partners(a);
            for &b in &all[at + 1..] {
                let joint = self.works_of(a).iter().any(|&work| self.whole.institutions_of(work).contains(&b));
                let common: Vec<_> = self.partners(b).into_iter().filter(|id| of_a.contains(id)).collect();
                let is_shown = shown.contains(&a) || shown.contains(&b);
                if is_shown && !joint && !common.is_empty() && !self.ties.contains_key(&(a, b)) {
                    pairs.push((a, b, common));
                }
            }
        }
        pairs
    }

    /// Adamic–Adar scores of these pairs.
    fn scores(&self) -> Vec<f64> {
        let score =
            |common: &[InstitutionId]| common.iter().map(|&id| 1.0 / (self.partners(id).len() as f64).ln()).sum();
        self.open_pairs().iter().map(|(_, _, common)| score(common)).collect()
    }

    /// Strength of these pairs: the smaller of the two weights for each common partner, summed.
    fn untied_strengths(&self) -> Vec<f64> {
        let weight = |a: InstitutionId, b: InstitutionId| self.ties.get(&(a.min(b), a.max(b))).map_or(0.0, |tie| tie.0);
        let strength = |a, b, common: &[InstitutionId]| common.iter().map(|&z| weight(a, z).min(weight(b, z))).sum();
        self.open_pairs().iter().map(|(a, b, common)| strength(*a, *b, common)).collect()
    }

    pub(crate) fn total_weight(&self) -> f64 {
        self.ties.values().map(|tie| tie.0).sum()
    }

    fn strongest(&self) -> (f64, usize) {
        let most = self.ties.values().map(|tie| tie.0).fold(0.0, f64::max);
        (most, self.ties.values().filter(|tie| (tie.0 - most).abs() < 1e-9).count())
    }

    pub(crate) fn shown(&self) -> Vec<InstitutionId> {
        // Other actors than institutions are listed by what they are themselves.
        let own = match self.whole.actors() {
            ActorKind::Institution | ActorKind::Group => self.filter.clone(),
            ActorKind::Country => Filter { sectors: Vec::new(), ..self.filter.clone() },
            ActorKind::Sector => Filter { countries: Vec::new(), all_countries: Vec::new(), ..self.filter.clone() },
            _ => Filter::default(),
        };
        // A country is no other one: of several that are asked for, one is enough.
        let wanted = own.countries.iter().chain(&own.all_countries).cloned().collect();
        let own = match self.whole.actors() {
            ActorKind::Country => Filter { countries: wanted, all_countries: Vec::new(), ..own },
            _ => own,
        };
        let meets = |id: &InstitutionId| own.keeps_institution(self.whole.institution(*id));
        self.institutions.iter().copied().filter(meets).collect()
    }

    fn period(&self) -> Option<(Date, Date)> {
        let dates = || self.works.iter().filter_map(|&work| self.whole.date(work));
        Some((dates().min()?, dates().max()?))
    }

    /// Whether the input states a tie of these two, so that it does not rest on works.
    fn is_stated(&self, ends: &(InstitutionId, InstitutionId)) -> bool {
        self.explicit.iter().any(|&(a, b, _)| (a.min(b), a.max(b)) == *ends)
    }

    fn without_date(&self) -> usize {
        self.works.iter().filter(|&&work| self.whole.date(work).is_none()).count()
    }

    fn is_of_ties(&self) -> bool {
        self.whole.work_count() == 0 && !self.whole.explicit_ties().is_empty()
    }

    /// Works with institutions, and of them: those with the property, and those of which it is known.
    fn property(&self, has: impl Fn(&[InstitutionId]) -> Option<bool>) -> (usize, usize) {
        let known: Vec<bool> = self.teams().filter_map(&has).collect();
        (known.iter().filter(|&&holds| holds).count(), known.len())
    }

    fn teams(&self) -> impl Iterator<Item = &'c [InstitutionId]> {
        let whole = self.whole;
        self.works.iter().map(move |&work| whole.institutions_of(work)).filter(|team| !team.is_empty())
    }

    fn international(&self) -> (usize, usize) {
        let works = self.works.iter().filter(|&&work| !self.whole.institutions_of(work).is_empty());
        let known: Vec<bool> = works.filter_map(|&work| is_international(self.whole, work)).collect();
        (known.iter().filter(|&&holds| holds).count(), known.len())
    }

    fn industry(&self) -> (usize, usize) {
        self.property(|team| {
            let sectors: Vec<Option<Sector>> = team.iter().map(|&id| self.whole.institution(id).sector()).collect();
            let both = sectors.contains(&Some(Sector::Education)) && sectors.contains(&Some(Sector::Company));
            if both { Some(true) } else { sectors.iter().all(Option::is_some).then_some(false) }
        })
    }
}

/// Whether a work is one of several countries.
pub(crate) fn is_international(corpus: &Corpus, work: WorkId) -> Option<bool> {
    let team = corpus.institutions_of(work).iter().map(|&id| corpus.institution(id));
    let (countries, is_open) = countries_of(corpus.work(work).countries, team);
    let known = countries.iter().filter(|code| Country::parse(code).is_some()).count();
    if known > 1 { Some(true) } else { (!is_open).then_some(false) }
}

/// Codes of the countries of a work, and whether there may be more: those of its row, and all of its institutions where the
/// row has none for some. What is no country, and an institution without one, leave that open.
pub(crate) fn countries_of<'c>(
    row: &[Box<str>],
    team: impl Iterator<Item = &'c Institution>,
) -> (BTreeSet<String>, bool) {
    let is_whole = !row.is_empty() && row.iter().all(|code| !code.is_empty());
    let named = row.iter().filter(|code| !code.is_empty());
    let mut codes: BTreeSet<String> = named.map(|code| code.to_string()).collect();
    let mut is_open = codes.iter().any(|code| Country::parse(code).is_none());
    for institution in team.filter(|_| !is_whole) {
        let own = || institution.countries.iter().map(|country| country.code().to_owned());
        is_open |= own().all(|code| Country::parse(&code).is_none());
        codes.extend(own());
    }
    let is_unknown = codes.iter().all(|code| Country::parse(code).is_none());
    (codes, is_open || is_unknown)
}

/// What a question was about.
#[derive(Clone, Copy)]
pub(crate) enum Subject {
    All,
    One(InstitutionId),
    Two(InstitutionId, InstitutionId),
}

/// Checks the statements of one answer.
struct Check<'f, 'c> {
    facts: &'f Facts<'c>,
    subject: Subject,
    told: String,
}

/// Texts that hold no number of the data, or one that other tests compute (measures, clusters, brokers).
const WITHOUT_FACTS: &[&str] = &[
    "answers-needs-works",
    "answers-filter-conditions",
    "answers-counting-explicit",
    "answers-counting-unweighted",
    "answers-level-group",
    "answers-notices",
    "answers-no-ties",
    "overview-clusters",
    "overview-next",
    "clusters-method",
    "clusters-stable",
    "clusters-partly-stable",
    "clusters-unstable",
    "counting-definition",
    "counting-excluded",
    "indicators-formulas",
    "indicators-counting",
    "noncollaborators-strength",
    "path-only-shortest",
    "path-as-short",
    "path-at-least-as-short",
    "who-solo",
    "search-found",
];

impl Check<'_, '_> {
    fn answer(&self, answer: &Answer) {
        for statement in answer.lead.iter().chain(&answer.notes) {
            self.statement(statement);
        }
        if self.told.contains(", clusters") {
            crate::structure::clusters(self.facts, answer, &self.told);
        }
        let text = answer.lead_sentences().join(" ");
        if self.facts.is_of_ties() {
            let named = ["model", "publication", "paper"].iter().any(|noun| text.contains(noun));
            assert!(!named || text.contains("no works"), "{}: ties are called works: {text}", self.told);
        } else if self.facts.whole.work_kind() != WorkKind::Model {
            assert!(!text.contains("model"), "{}: papers are called models: {text}", self.told);
        }
    }

    fn number(&self, statement: &Statement, name: &str) -> f64 {
        match statement.argument(name) {
            Some(Argument::Count(count)) => *count as f64,
            Some(Argument::Number { value, .. }) => *value,
            other => panic!("{}: {} of {} is no number: {other:?}", self.told, name, statement.id),
        }
    }

    fn is(&self, statement: &Statement, name: &str, expected: impl Into<f64>) {
        let (given, expected) = (self.number(statement, name), expected.into());
        assert!((given - expected).abs() < 1e-9, "{}: {} {name}: {given}, not {expected}", self.told, statement.id);
    }

    fn are(&self, statement: &Statement, expected: &[(&str, usize)]) {
        expected.iter().for_each(|(name, count)| self.is(statement, name, *count as u32));
    }

    fn date(&self, statement: &Statement, name: &str, expected: Option<Date>) {
        let given = statement.argument(name);
        assert_eq!(given, expected.map(Argument::Date).as_ref(), "{}: {}", self.told, statement.id);
    }

    fn length(&self, statement: &Statement, name: &str) -> usize {
        match statement.argument(name) {
            Some(Argument::List(list)) => list.items.len(),
            other => panic!("{}: {name} of {} is no list: {other:?}", self.told, statement.id),
        }
    }

    fn holds(&self, statement: &Statement, is_true: bool) {
        assert!(is_true, "{}: {} does not hold", self.told, statement.id);
    }

    fn share(&self, statement: &Statement, part: usize, whole: usize) {
        assert_eq!(statement.argument("share"), Some(&Argument::share(part, whole)), "{}: {}", self.told, statement.id);
    }

    fn excluded(&self) -> Vec<WorkId> {
        let of = |id: InstitutionId| self.facts.works_of(id);
        match self.subject {
            Subject::All => self.facts.excluded(),
            Subject::One(id) => of(id).into_iter().filter(|&work| self.facts.is_excluded(work)).collect(),
            Subject::Two(a, b) => {
                let either = of(a).into_iter().chain(of(b)).filter(|&work| self.facts.is_excluded(work));
                either.collect::<BTreeSet<_>>().into_iter().collect()
            }
        }
    }

    fn statement(&self, one: &Statement) {
        let facts = self.facts;
        let (works, institutions) = (facts.works.len(), facts.institutions.len());
        let isolates = facts.isolates().len();
        match one.id {
            "indicators-led-definition" => {
                let made: Vec<WorkId> =
                    facts.works.iter().copied().filter(|&work| !facts.whole.institutions_of(work).is_empty()).collect();
                let ordered = made.iter().filter(|&&work| facts.whole.work(work).is_ordered).count();
                self.are(one, &[("count", ordered), ("all", made.len())]);
            }
            "answers-filter-works" => self.are(one, &[("kept", works), ("total", facts.whole.work_count())]),
            "answers-filter-undated" => self.are(one, &[("count", facts.undated)]),
            "answers-filter-unplaced" => self.are(one, &[("count", facts.unplaced)]),
            "answers-filter-unlabelled" => self.are(one, &[("count", facts.unlabelled)]),
            "answers-filter-imprecise" => self.are(one, &[("count", facts.imprecise)]),
            "answers-filter-separate" => {
                let filter = facts.filter;
                let conditions = usize::from(!filter.countries.is_empty())
                    + filter.all_countries.len()
                    + usize::from(!filter.sectors.is_empty());
                self.holds(one, conditions > 1);
            }
            "answers-filter-ties-kept" => {
                self.are(one, &[("count", facts.whole.explicit_ties().len()), ("kept", facts.explicit.len())]);
            }
            "answers-filter-ties-unplaced" => {
                let is_open = |tie: &&ExplicitTie| facts.team_meets(facts.whole, &[], &[tie.a, tie.b]).is_none();
                self.are(one, &[("count", facts.whole.explicit_ties().iter().filter(is_open).count())]);
                self.holds(one, facts.filter.since.is_none() && facts.filter.until.is_none());
            }
            "answers-filter-ties-dropped" => {
                self.are(one, &[("count", facts.whole.explicit_ties().len())]);
                self.holds(one, facts.explicit.is_empty());
            }
            "answers-counting-full" => self.holds(one, facts.projection.counting == Counting::Full),
            "answers-counting-fractional" => self.holds(one, facts.projection.counting == Counting::Fractional),
            "answers-level" => {
                let level = Argument::Kind(facts.whole.actors().key());
                assert_eq!(one.argument("level"), Some(&level), "{}", self.told);
            }
            "answers-cap" => self.is(one, "cap", facts.projection.max_team.unwrap() as u32),
            "answers-excluded-by-cap" => {
                self.is(one, "cap", facts.projection.max_team.unwrap() as u32);
                let excluded = self.excluded().len();
                let shown = self.length(one, "works");
                match self.subject {
                    // Of two institutions, the works of both or of either may matter.
                    Subject::Two(..) => self.holds(one, shown > 0 && shown <= excluded),
                    _ => assert_eq!(shown, excluded, "{}: {}", self.told, one.id),
                }
            }
            "answers-truncated" => self.holds(one, self.number(one, "shown") < self.number(one, "total")),
            "overview-unrecorded" => {
                self.are(one, &[("count", works - facts.teams().count())]);
                self.holds(one, works > facts.teams().count());
            }
            "overview-size" => {
                self.are(one, &[("works", works), ("institutions", institutions)]);
                self.holds(one, facts.period().is_none());
            }
            "overview-size-date" => {
                self.are(one, &[("works", works), ("institutions", institutions), ("undated", facts.without_date())]);
                self.date(one, "date", facts.period().map(|period| period.0));
                self.holds(one, facts.period().is_some_and(|(first, last)| first == last));
            }
            "overview-size-period" => {
                self.are(one, &[("works", works), ("institutions", institutions), ("undated", facts.without_date())]);
                self.holds(one, facts.period().is_some_and(|(first, last)| first != last));
                self.date(one, "first", facts.period().map(|period| period.0));
                self.date(one, "last", facts.period().map(|period| period.1));
            }
            "overview-joint" => {
                self.are(one, &[("count", facts.joint())]);
                self.share(one, facts.joint(), works);
            }
            "overview-ties-only" | "overview-institutions-only" => {
                self.are(one, &[("count", institutions)]);
                self.holds(one, works == 0);
            }
            "overview-empty" => self.holds(one, works + institutions == 0),
            "overview-ties" => {
                self.are(one, &[("count", facts.ties.len())]);
                self.is(one, "weight", facts.total_weight());
            }
            "overview-connected" | "overview-components" => {
                let sizes = facts.components();
                self.is(one, "largest", sizes[0] as u32);
                if one.id == "overview-components" {
                    self.is(one, "count", sizes.len() as u32);
                } else {
                    self.holds(one, sizes.len() == 1);
                }
            }
            "overview-isolates" => self.are(one, &[("count", isolates), ("capped", facts.capped())]),
            "overview-strongest" => {
                let (weight, count) = facts.strongest();
                self.is(one, "weight", weight);
                self.holds(one, count == 1);
            }
            "overview-strongest-team" | "overview-strongest-equal" | "strongest-several" => {
                let (weight, count) = facts.strongest();
                self.is(one, "weight", weight);
                self.is(one, "count", count as u32);
            }
            "strongest-explicit" | "strongest-one" => {
                let (weight, count) = facts.strongest();
                self.is(one, "weight", weight);
                self.holds(one, count == 1);
            }
            "overview-no-joint-works" => self.holds(one, facts.joint() == 0),
            "overview-all-excluded" => self.holds(one, facts.joint() == facts.excluded().len() && facts.joint() > 0),
            "overview-within-groups" => {
                let group = |id: InstitutionId| {
                    let institution = facts.whole.institution(id);
                    institution.parent.clone().unwrap_or_else(|| institution.id.clone())
                };
                let within = facts.ties.keys().filter(|(a, b)| group(*a) == group(*b)).count();
                self.holds(one, self.number(one, "count") as usize >= within);
                self.is(one, "total", facts.ties.len() as u32);
            }
            "works-none" => self.holds(one, works == 0),
            "answers-no-institution-matches" => self.holds(one, facts.shown().is_empty()),
            "institutions-all-with-partners" | "institutions-some-with-partners" => {
                let shown = facts.shown();
                let tied = shown.iter().filter(|&&id| !facts.partners(id).is_empty()).count();
                self.is(one, "count", shown.len() as u32);
                match one.id {
                    "institutions-all-with-partners" => self.holds(one, tied == shown.len()),
                    _ => self.is(one, "partnered", tied as u32),
                }
            }
            "institutions-others" => self.are(one, &[("count", institutions - facts.shown().len())]),
            "components-none" => self.holds(one, institutions == 0),
            "components-all-isolated" => {
                self.are(one, &[("count", institutions)]);
                self.holds(one, facts.ties.is_empty());
            }
            "components-connected" => {
                self.are(one, &[("count", institutions)]);
                self.holds(one, isolates == 0 && facts.components().len() == 1);
            }
            "components-one" => {
                let largest = facts.components()[0];
                self.are(one, &[("count", institutions), ("largest", largest), ("isolates", isolates)]);
            }
            "components-several" | "components-several-and-isolates" => {
                let sizes = facts.components();
                self.are(one, &[("count", institutions), ("components", sizes.len()), ("largest", sizes[0])]);
                if one.id != "components-several" {
                    self.is(one, "isolates", isolates as u32);
                }
            }
            "rank-leaders" | "rank-all-equal" | "rank-only" | "rank-nothing" | "rank-shared" | "rank-lowest" => {
                self.ranked(one)
            }
            "rank-unranked" => {
                let shown = facts.shown();
                let without: Vec<_> = facts.isolates().into_iter().filter(|id| shown.contains(id)).collect();
                self.is(one, "count", without.len() as u32);
            }
            "counting-no-partners" => {
                self.holds(one, facts.ties.is_empty() || facts.shown().iter().all(|&id| facts.partners(id).is_empty()))
            }
            "counting-single" => {
                let single = facts.ties.iter().filter(|(ends, tie)| tie.1.len() == 1 && !facts.is_stated(ends)).count();
                self.are(one, &[("count", single), ("ties", facts.ties.len())]);
                self.share(one, single, facts.ties.len());
            }
            "counting-largest" => {
                self.is(one, "ties", facts.ties.len() as u32);
                let rests = |(ends, tie): StatedTie<'_>, work| tie.1 == [work] && !facts.is_stated(ends);
                let alone = |&work: &WorkId| facts.ties.iter().filter(|tie| rests(*tie, work)).count();
                let most = facts.works.iter().map(alone).max().unwrap();
                let equal = facts.works.iter().filter(|work| alone(work) == most).count();
                self.are(one, &[("count", most), ("number", equal)]);
                assert_eq!(self.length(one, "works"), equal, "{}", self.told);
                self.share(one, most, facts.ties.len());
            }
            "indicators-none" => self.holds(one, facts.teams().count() == 0),
            "indicators-joint" => {
                let teams: Vec<usize> = facts.teams().map(<[_]>::len).collect();
                let joint = teams.iter().filter(|&&team| team > 1).count();
                self.are(one, &[("total", teams.len()), ("count", joint)]);
                self.share(one, joint, teams.len());
                self.is(one, "index", teams.iter().sum::<usize>() as f64 / teams.len() as f64);
                let credit: f64 = teams.iter().map(|&team| 1.0 / team as f64).sum();
                self.is(one, "coefficient", 1.0 - credit / teams.len() as f64);
            }
            "indicators-share" | "indicators-unknown" => self.known(one),
            "indicators-base" => {
                let all = facts.teams().count();
                let (international, industry) = (facts.international().1, facts.industry().1);
                self.are(one, &[("international", all - international), ("industry", all - industry)]);
            }
            "indicators-unrecorded" => {
                let lacks = |is_open: &dyn Fn(&Corpus, WorkId) -> bool| {
                    let made = facts.works.iter().filter(|&&work| !facts.whole.institutions_of(work).is_empty());
                    let recorded = made.map(|&work| facts.whole.recorded(work));
                    recorded.filter(|&(corpus, work)| is_open(corpus, work)).count()
                };
                fn team(corpus: &Corpus, work: WorkId) -> impl Iterator<Item = &Institution> {
                    corpus.institutions_of(work).iter().map(move |&id| corpus.institution(id))
                }
                let expected = match one.argument("field") {
                    Some(Argument::Text(field)) if field == "country" => {
                        lacks(&|corpus, work| countries_of(corpus.work(work).countries, team(corpus, work)).1)
                    }
                    Some(Argument::Text(field)) if field == "sector" => {
                        lacks(&|corpus, work| team(corpus, work).any(|one| one.sectors.is_empty()))
                    }
                    _ => works - facts.teams().count(),
                };
                self.is(one, "count", expected as u32);
            }
            "indicators-several-countries" => {
                let several = |id: &&InstitutionId| facts.whole.institution(**id).countries.len() > 1;
                self.is(one, "count", facts.institutions.iter().filter(several).count() as u32);
            }
            "indicators-several-sectors" => {
                let several = |id: &&InstitutionId| facts.whole.institution(**id).sectors.len() > 1;
                self.is(one, "count", facts.institutions.iter().filter(several).count() as u32);
            }
            id if id.starts_with("timeline-") => self.timeline(one),
            "noncollaborators-none" | "noncollaborators-no-untied" => self.is_none_untied(one),
            "noncollaborators-count" | "noncollaborators-untied" => {
                self.is(one, "count", self.untied() as u32);
            }
            id if id.starts_with("who-") => self.who(one),
            id if id.starts_with("between-") || id.starts_with("path-") => self.pair(one),
            "common-none" | "common-partners" => {
                let Subject::Two(a, b) = self.subject else { panic!("{}", one.id) };
                let (of_a, of_b) = (facts.partners(a), facts.partners(b));
                let common = of_a.iter().filter(|id| of_b.contains(id)).count();
                match one.id {
                    "common-none" => self.holds(one, common == 0),
                    _ => self.is(one, "count", common as u32),
                }
            }
            id if id.starts_with("search-") => {}
            id if id.starts_with("trend-") => self.trend(one),
            "statistics-lead" | "statistics-lead-alone" => {
                self.are(one, &[("count", institutions)]);
                self.holds(one, (institutions < 2) == (one.id == "statistics-lead-alone"));
                if institutions > 1 {
                    let ties = facts.ties.len();
                    self.are(one, &[("ties", ties)]);
                    let (n, ties) = (institutions as f64, ties as f64);
                    self.is_near(one, "density", ties / (n * (n - 1.0) / 2.0));
                    self.is_near(one, "degree", 2.0 * ties / n);
                }
            }
            "statistics-of-largest" => self.are(one, &[("count", facts.components().first().copied().unwrap_or(1))]),
            "statistics-cliques" => self.holds(one, facts.ties.values().any(|tie| !tie.1.is_empty())),
            "statistics-known-ends" => self.are(one, &[("ties", facts.ties.len())]),
            id if id.starts_with("statistics-") => {}
            "predict-none" => self.holds(one, facts.scores().is_empty()),
            "predict-first" | "predict-one-of-first" => {
                let scores = facts.scores();
                let most = scores.iter().copied().fold(0.0, f64::max);
                let equal = scores.iter().filter(|&&score| (score - most).abs() < 1e-9).count();
                self.is_near(one, "value", most);
                self.holds(one, (equal == 1) == (one.id == "predict-first"));
                if equal > 1 {
                    self.are(one, &[("count", equal)]);
                }
            }
            "noncollaborators-filter" => self.holds(one, facts.shown().len() + 1 < institutions),
            "noncollaborators-strongest" | "noncollaborators-one-strongest" => {
                let strengths = facts.untied_strengths();
                let most = strengths.iter().copied().fold(0.0, f64::max);
                let equal = strengths.iter().filter(|&&strength| (strength - most).abs() < 1e-9).count();
                self.is_near(one, "strength", most);
                self.holds(one, (equal == 1) == (one.id == "noncollaborators-strongest"));
            }
            "predict-undated" => self.are(one, &[("count", facts.without_date())]),
            id if id.starts_with("predict-") => {}
            "brokers-others" => self.are(one, &[("count", institutions - facts.shown().len())]),
            "brokers-unknown-sector" => {
                let unknown = |id: &&InstitutionId| facts.whole.institution(**id).sector().is_none();
                self.is(one, "count", facts.institutions.iter().filter(unknown).count() as u32);
            }
            "brokers-unknown-country" => {
                let unknown = |id: &&InstitutionId| facts.whole.institution(**id).country().is_none();
                self.is(one, "count", facts.institutions.iter().filter(unknown).count() as u32);
            }
            "counting-rise" | "counting-fall" | "counting-same-ranks" | "counting-same-ends" => self.rank_changes(one),
            id if WITHOUT_FACTS.contains(&id) || id.starts_with("measure") => {}
            // With the answer on clusters as a whole.
            id if id.starts_with("clusters-") => {}
            id if id.starts_with("brokers-") => crate::structure::brokers(facts, one, &self.told),
            id => panic!("{}: no check of {id}: {one:?}", self.told),
        }
    }

    fn is_near(&self, one: &Statement, name: &str, expected: f64) {
        let given = self.number(one, name);
        assert!((given - expected).abs() < 1e-4, "{}: {} {name}: {given}, not {expected}", self.told, one.id);
    }

    /// Works by year.
    fn trend(&self, one: &Statement) {
        let facts = self.facts;
        let mut years: BTreeMap<u16, u32> = BTreeMap::new();
        for date in facts.works.iter().filter_map(|&work| facts.whole.date(work)) {
            *years.entry(date.year_number()).or_default() += 1;
        }
        let text = |name: &str| match one.argument(name) {
            Some(Argument::Text(text)) => text.clone(),
            other => panic!("{}: {name} of {} is {other:?}", self.told, one.id),
        };
        match one.id {
            "trend-nothing" | "trend-none" => self.holds(one, facts.works.is_empty()),
            "trend-undated" => self.are(one, &[("count", facts.without_date())]),
            "trend-undated-only" => self.holds(one, years.is_empty()),
            "trend-one-year" => {
                self.are(one, &[("value", facts.works.len())]);
                assert_eq!(vec![text("year")], years.keys().map(u16::to_string).collect::<Vec<_>>(), "{}", self.told);
            }
            "trend-total" => {
                self.are(one, &[("value", facts.works.len()), ("undated", facts.without_date())]);
                let (first, last) = (years.keys().min().unwrap(), years.keys().max().unwrap());
                assert_eq!((text("first"), text("last")), (first.to_string(), last.to_string()), "{}", self.told);
                let most = years.values().copied().max().unwrap();
                self.is(one, "most", most);
                assert_eq!(
                    self.length(one, "years"),
                    years.values().filter(|&&of| of == most).count(),
                    "{}",
                    self.told
                );
            }
            _ => {}
        }
    }

    fn ranked(&self, one: &Statement) {
        let facts = self.facts;
        let shown = facts.shown();
        let value = |id: InstitutionId| -> f64 {
            match self.told.rsplit(' ').next() {
                Some("works") => facts.works_of(id).len() as f64,
                Some("degree") => facts.partners(id).len() as f64,
                _ => facts.ties.iter().filter(|((a, b), _)| *a == id || *b == id).map(|(_, tie)| tie.0).sum(),
            }
        };
        let most = shown.iter().map(|&id| value(id)).fold(0.0, f64::max);
        match one.id {
            "rank-nothing" => self.holds(one, shown.is_empty()),
            "rank-leaders" => {
                self.is(one, "value", most);
                let leaders = shown.iter().filter(|&&id| (value(id) - most).abs() < 1e-9).count();
                self.is(one, "count", leaders as u32);
                assert_eq!(self.length(one, "names"), leaders, "{}", self.told);
            }
            "rank-only" => {
                self.is(one, "value", most);
                self.holds(one, shown.len() == 1);
            }
            "rank-all-equal" => {
                self.is(one, "count", shown.len() as u32);
                self.holds(one, shown.iter().all(|&id| (value(id) - most).abs() < 1e-9));
            }
            _ => {}
        }
    }

    /// Ranks of the institutions shown under full, fractional and strict counting.
    fn counting_ranks(&self) -> Vec<[usize; 3]> {
        let facts = self.facts;
        let mut strengths: BTreeMap<InstitutionId, [f64; 3]> = BTreeMap::new();
        let mut add = |id: InstitutionId, weights: [f64; 3]| {
            let sums = strengths.entry(id).or_default();
            (0..3).for_each(|at| sums[at] += weights[at]);
        };
        for &(a, b, weight) in &facts.explicit {
            [a, b].into_iter().for_each(|id| add(id, [weight; 3]));
        }
        for &work in facts.works.iter().filter(|&&work| !facts.is_excluded(work)) {
            let team = facts.whole.institutions_of(work);
            let n = team.len() as f64;
            if team.len() > 1 {
                team.iter().for_each(|&id| add(id, [n - 1.0, 1.0, 2.0 / n]));
            }
        }
        let shown: Vec<[f64; 3]> = facts.shown().iter().filter_map(|id| strengths.get(id).copied()).collect();
        let rank = |own: f64, at: usize| 1 + shown.iter().filter(|other| other[at] > own + 1e-9).count();
        shown.iter().map(|own| [0, 1, 2].map(|at| rank(own[at], at))).collect()
    }

    fn rank_changes(&self, one: &Statement) {
        let ranks = self.counting_ranks();
        let rise = |ranks: &[usize; 3]| ranks[0] as i64 - ranks[2] as i64;
        match one.id {
            "counting-rise" => self.holds(one, ranks.iter().any(|one| rise(one) > 0)),
            "counting-fall" => self.holds(one, ranks.iter().any(|one| rise(one) < 0)),
            "counting-same-ranks" => self.holds(one, ranks.iter().all(|one| one[0] == one[1] && one[1] == one[2])),
            _ => self.holds(one, ranks.iter().all(|one| rise(one) == 0) && ranks.iter().any(|one| one[0] != one[1])),
        }
    }

    fn known(&self, one: &Statement) {
        let facts = self.facts;
        let is_international = matches!(one.argument("property"), Some(Argument::Text(key)) if key == "international");
        let (holds, known) = if is_international { facts.international() } else { facts.industry() };
        match one.id {
            "indicators-unknown" => self.holds(one, known == 0),
            _ => {
                self.is(one, "count", holds as u32);
                self.share(one, holds, known);
                let scope = if known < facts.teams().count() { "known" } else { "all" };
                self.holds(one, known > 0 && one.argument("scope") == Some(&Argument::from(scope)));
                self.is(one, "works", known as u32);
            }
        }
    }

    /// Ties of the subject.
    fn ties(&self) -> Vec<StatedTie<'_>> {
        let meant = |(a, b): (InstitutionId, InstitutionId)| match self.subject {
            Subject::One(id) => a == id || b == id,
            _ => true,
        };
        self.facts.ties.iter().filter(|(ends, _)| meant(**ends)).collect()
    }

    fn timeline(&self, one: &Statement) {
        let (facts, ties) = (self.facts, self.ties());
        let first = |tie: &(f64, Vec<WorkId>)| tie.1.iter().filter_map(|&work| facts.whole.date(work)).min();
        match one.id {
            "timeline-no-partners" => self.holds(one, ties.is_empty()),
            "timeline-no-dated" => self.holds(one, ties.iter().all(|(_, tie)| first(tie).is_none())),
            "timeline-undated" => {
                let of = match self.subject {
                    Subject::One(id) => facts.works_of(id),
                    _ => facts.works.clone(),
                };
                let undated = of.iter().filter(|&&work| facts.whole.date(work).is_none()).count();
                self.is(one, "count", undated as u32);
            }
            "timeline-ties" | "timeline-partners" => self.is(one, "count", ties.len() as u32),
            "timeline-dated" => {
                let dated = ties.iter().filter(|(_, tie)| first(tie).is_some()).count();
                self.is(one, "count", dated as u32);
                self.holds(one, dated < ties.len());
            }
            "timeline-begun" => {
                let starts: Vec<Date> = ties.iter().filter_map(|(_, tie)| first(tie)).collect();
                // Whatever day each date stands for, who is in question is no later (no earlier) than everybody else.
                let is_first = |start: &&Date| starts.iter().all(|other| start.earliest() <= other.latest());
                let is_last = |start: &&Date| starts.iter().all(|other| start.latest() >= other.earliest());
                let oldest: Vec<&Date> = starts.iter().filter(is_first).collect();
                let newest: Vec<&Date> = starts.iter().filter(is_last).collect();
                let is_last = matches!(one.argument("position"), Some(Argument::Text(position)) if position == "last");
                let begun = if is_last { &newest } else { &oldest };
                let is_only = one.argument("position") == Some(&Argument::from("only"));
                self.holds(one, is_only == (oldest.len() == starts.len() && newest.len() == starts.len()));
                self.is(one, "count", begun.len() as u32);
                assert_eq!(self.length(one, "ties"), begun.len(), "{}", self.told);
                let is_open = begun.len() > 1
                    && begun.iter().any(|&start| start != begun[0] || start.earliest() != start.latest());
                assert_eq!(one.argument("order"), Some(&Argument::from(if is_open { "open" } else { "known" })));
                let is_undated = |tie: &(f64, Vec<WorkId>)| tie.1.iter().any(|&work| facts.whole.date(work).is_none());
                let is_whole = !ties.iter().any(|(_, tie)| is_undated(tie));
                assert_eq!(one.argument("dates"), Some(&Argument::from(if is_whole { "all" } else { "some" })));
            }
            "timeline-filter" => self.holds(one, !facts.filter.is_empty()),
            "timeline-busiest" | "timeline-busiest-several" => {
                let mut years: BTreeMap<u16, u32> = BTreeMap::new();
                for (_, tie) in &ties {
                    if let Some(date) = first(tie) {
                        *years.entry(date.year_number()).or_default() += 1;
                    }
                }
                let most = years.values().copied().max().unwrap_or(0);
                self.is(one, "count", most);
                let equal = years.values().filter(|&&count| count == most).count();
                assert_eq!(self.length(one, "years"), equal, "{}: {}", self.told, one.id);
            }
            "timeline-longest" | "timeline-longest-several" => {
                let month = |date: Date| u32::from(date.year_number()) * 12 + date.month_number().map_or(1, u32::from);
                let length = |tie: &(f64, Vec<WorkId>)| {
                    let dates = || tie.1.iter().filter_map(|&work| facts.whole.date(work));
                    Some(month(dates().max()?) - month(dates().min()?))
                };
                let lengths: Vec<u32> = ties.iter().filter_map(|(_, tie)| length(tie)).collect();
                let most = lengths.iter().copied().max().unwrap();
                let equal = lengths.iter().filter(|&&length| length == most).count();
                if one.id == "timeline-longest" {
                    self.holds(one, equal == 1 && most > 0);
                } else {
                    self.are(one, &[("count", equal), ("months", most as usize)]);
                }
            }
            id => panic!("{}: no check of {id}", self.told),
        }
    }

    fn untied(&self) -> usize {
        self.facts.open_pairs().len()
    }

    fn is_none_untied(&self, one: &Statement) {
        self.holds(one, self.untied() == 0);
    }

    fn who(&self, one: &Statement) {
        let Subject::One(id) = self.subject else { panic!("{}: {}", self.told, one.id) };
        let facts = self.facts;
        let works = facts.works_of(id);
        let joint = works
            .iter()
            .filter(|&&work| facts.whole.institutions_of(work).len() > 1 && !facts.is_excluded(work))
            .count();
        let with_works = self.ties().iter().filter(|(_, tie)| !tie.1.is_empty()).count();
        match one.id {
            "who-all-joint" => {
                self.are(one, &[("total", works.len()), ("partners", with_works)]);
                self.holds(one, joint == works.len());
            }
            "who-some-joint" => {
                let excluded = works.iter().filter(|&&work| facts.is_excluded(work)).count();
                let counts =
                    [("total", works.len()), ("joint", joint), ("excluded", excluded), ("partners", with_works)];
                self.are(one, &counts);
            }
            "who-only-solo" => {
                self.are(one, &[("total", works.len())]);
                self.holds(one, works.iter().all(|&work| facts.whole.institutions_of(work).len() == 1));
            }
            "who-all-excluded" => {
                self.are(one, &[("total", works.len())]);
                self.holds(one, joint == 0 && works.iter().any(|&work| facts.is_excluded(work)));
            }
            "who-explicit-ties" => self.are(one, &[("count", self.ties().len() - with_works)]),
            "who-solo" => {
                let solo = works.iter().filter(|&&work| facts.whole.institutions_of(work).len() == 1).count();
                self.are(one, &[("count", solo)]);
            }
            "who-nothing" => self.holds(one, works.is_empty() && self.ties().is_empty()),
            id => panic!("{}: no check of {id}", self.told),
        }
    }

    fn pair(&self, one: &Statement) {
        let Subject::Two(a, b) = self.subject else { panic!("{}: {}", self.told, one.id) };
        let facts = self.facts;
        let joint: Vec<WorkId> = facts.works_of(a);
        let joint: Vec<WorkId> =
            joint.into_iter().filter(|&work| facts.whole.institutions_of(work).contains(&b)).collect();
        let counted = joint.iter().filter(|&&work| !facts.is_excluded(work)).count();
        let (of_a, of_b) = (facts.partners(a), facts.partners(b));
        let common = of_a.iter().filter(|id| of_b.contains(id)).count();
        match one.id {
            "between-joint" => self.are(one, &[("count", counted)]),
            "between-excluded" => self.are(one, &[("count", joint.len())]),
            "between-explicit" => self.holds(one, facts.ties.contains_key(&(a.min(b), a.max(b)))),
            "between-none" => self.holds(one, joint.is_empty() && !of_a.contains(&b)),
            "between-no-common" => self.holds(one, common == 0),
            "between-common" => self.is(one, "count", common as u32),
            "between-no-path" | "path-none" => self.holds(one, facts.distance(a, b).is_none()),
            "path-direct" => self.holds(one, facts.distance(a, b) == Some(1)),
            "path-steps" => self.is(one, "count", facts.distance(a, b).unwrap() as u32),
            "path-component" => self.holds(one, self.number(one, "count") >= 1.0),
            "path-only-shortest" | "path-as-short" | "path-at-least-as-short" => {}
            id => panic!("{}: no check of {id}", self.told),
        }
    }
}

/// Every question, with what it is about.
pub(crate) fn questions(context: &QueryContext<'_>) -> Vec<(String, Subject, Answer)> {
    let english = Language::English;
    let rank = |by| rank::ask(context, &rank::Options { by, top: Some(5), ..rank::Options::default() }, english);
    let all = |name: &str, answer| (name.to_owned(), Subject::All, answer);
    let mut answers = vec![
        all("overview", overview::ask(context, english)),
        all("works", works::ask(context, english)),
        all("institutions", institutions::ask(context, english)),
        all("rank strength", rank(Measure::Strength)),
        all("rank degree", rank(Measure::Degree)),
        all("rank works", rank(Measure::Works)),
        all(
            "strongest",
            strongest::ask(context, &strongest::Options { top: Some(3), ..strongest::Options::default() }, english),
        ),
        all("timeline", timeline::ask(context, &timeline::Options { of: None, top: Some(3) }, english)),
        all("indicators", indicators::ask(context, &indicators::Options::default(), english)),
        all("counting", counting::ask(context, &counting::Options::default(), english)),
        all("components", components::ask(context, english)),
        all("brokers", brokers::ask(context, &brokers::Options::default(), english)),
        all("never", non_collaborators::ask(context, &non_collaborators::Options { top: Some(3) }, english)),
        all("never first", non_collaborators::ask(context, &non_collaborators::Options { top: Some(1) }, english)),
        all("clusters", clusters::ask(context, &collabgraph::community::leiden::Options::default(), english)),
        all("search", search::ask(context, "a", &search::Options::default(), english)),
        all("trend", trend::ask(context, &trend::Options::default(), english)),
    ];
    // Random networks of the same degrees take long for a large table.
    if context.corpus.institution_count() < 60 {
        answers.push(all("statistics", statistics::ask(context, english)));
        let first = predict::Options { top: Some(1), ..predict::Options::default() };
        answers.push(all("predict", predict::ask(context, &predict::Options::default(), english)));
        answers.push(all("predict first", predict::ask(context, &first, english)));
        for method in DetectionMethod::FINDING {
            let answer = clusters::ask_by(context, method, &Default::default(), english);
            answers.push(all(&format!("clusters by {}", method.key()), answer));
        }
    }
    let ids: Vec<InstitutionId> = context.corpus.institution_ids().collect();
    let few = [ids.first(), ids.get(ids.len() / 2), ids.last()];
    for &id in few.iter().flatten() {
        answers.push((format!("who {}", id.0), Subject::One(*id), who::ask(context, *id, english)));
        let options = timeline::Options { of: Some(*id), top: None };
        answers.push((format!("timeline {}", id.0), Subject::One(*id), timeline::ask(context, &options, english)));
        for &other in few.iter().flatten().filter(|&&other| other != id) {
            let pair = Subject::Two(*id, *other);
            let name = format!("{} {}", id.0, other.0);
            answers.push((format!("between {name}"), pair, between::ask(context, *id, *other, english)));
            let options = path::Options::default();
            answers.push((format!("path {name}"), pair, path::ask(context, *id, *other, &options, english)));
            let common = common_partners::ask(context, &[*id, *other], english);
            answers.push((format!("common {name}"), pair, common));
        }
    }
    answers
}

#[test]
fn every_statement_holds_for_every_question_filter_and_kind_of_data() {
    let projections = [
        Projection::default(),
        Projection { counting: Counting::Fractional, max_team: Some(3) },
        Projection { counting: Counting::Full, max_team: Some(4) },
    ];
    for (name, whole) in data() {
        for (filter_name, filter) in filters() {
            for projection in projections {
                // The large table takes long without optimisation: a filter of each kind will do.
                let is_few =
                    projection != Projection::default() || !["none", "KR", "US since 2020"].contains(&filter_name);
                // The limit on team size counts institutions, whatever the actors are.
                let is_capped = name.starts_with("by ") && projection.max_team != Projection::default().max_team;
                if name == "epoch" && is_few || is_capped {
                    continue;
                }
                let corpus = whole.filtered(&filter);
                let context =
                    QueryContext::new(&corpus).with_projection(projection).with_filter(filter.clone(), &whole);
                let facts = Facts::new(&whole, &filter, projection);
                assert_eq!(corpus.work_count(), facts.works.len(), "{name}, {filter_name}: works");
                let in_whole = |id: InstitutionId| whole.institution_by_key(&corpus.institution(id).id).unwrap();
                for (question, subject, answer) in questions(&context) {
                    // Whose countries and sectors are not all known, the actors of a level do not tell.
                    if name.starts_with("by ") && question.contains("indicators") {
                        continue;
                    }
                    let subject = match subject {
                        Subject::All => Subject::All,
                        Subject::One(id) => Subject::One(in_whole(id)),
                        Subject::Two(a, b) => Subject::Two(in_whole(a), in_whole(b)),
                    };
                    let told = format!("{name}, {filter_name}, {projection:?}, {question}");
                    Check { facts: &facts, subject, told }.answer(&answer);
                }
            }
        }
    }
}
