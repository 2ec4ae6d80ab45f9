//! Every statement of every figure, checked by brute force: each view, with and without a part, on data of every kind and
//! under filters. A statement without a check here fails, so that no sentence goes unread.

use crate::support::tables;
use collabgraph::answer::figure::Figure;
use collabgraph::answer::language::Language;
use collabgraph::answer::mark::{Mark, MarkGroup, NodeShape};
use collabgraph::corpus::Corpus;
use collabgraph::corpus::builder::{CorpusBuilder, InstitutionHandle, WorkFacts};
use collabgraph::corpus::country::Country;
use collabgraph::corpus::date::Date;
use collabgraph::corpus::filter::Filter;
use collabgraph::corpus::institution::{Institution, InstitutionId, Names, Sector};
use collabgraph::corpus::kind::{ActorKind, WorkKind};
use collabgraph::corpus::table::InputMetadata;
use collabgraph::corpus::work::WorkId;
use collabgraph::dataset::load;
use collabgraph::drawing::bipartite::Bipartite;
use collabgraph::drawing::ego::EgoOptions;
use collabgraph::drawing::frame::Options;
use collabgraph::drawing::map::MapOptions;
use collabgraph::drawing::partners::{self, PartnersOptions};
use collabgraph::drawing::{arc, bipartite, ego, geo, lanes, map, matrix, path, plain, timeline};
use collabgraph::ingest;
use collabgraph::ingest::input::Input;
use collabgraph::messages::{Argument, Localizer, Message};
use collabgraph::names::authority::Authority;
use collabgraph::network::components;
use collabgraph::network::counting::Projection;
use collabgraph::network::graph::Network;
use collabgraph::selection::subgraph::{SubgraphSpec, select};
use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};

// ---- data ----------------------------------------------------------------------------------------------------

fn embedded() -> Corpus {
    let options = ingest::options::Options { authority: Authority::built_in(), ..Default::default() };
    load(&[Input::Embedded], &options).unwrap().corpus
}

/// A builder of works and ties of institutions by name.
struct Maker {
    builder: CorpusBuilder,
    known: HashMap<String, InstitutionHandle>,
}

impl Maker {
    fn new() -> Self {
        let mut builder = CorpusBuilder::new();
        builder.input(InputMetadata { name: "made.csv".into(), ..InputMetadata::default() });
        Self { builder, known: HashMap::new() }
    }

    /// The handle of a name; its first letter decides country and sector, some of which stay unknown.
    fn institution(&mut self, name: &str) -> InstitutionHandle {
        if let Some(handle) = self.known.get(name) {
            return *handle;
        }
        let number = name.bytes().map(usize::from).sum::<usize>();
        let country = ["KR", "US", "", "JP"][number % 4];
        let handle = self.builder.institution(Institution {
            names: Names::plain(name),
            countries: Country::parse(country).into_iter().collect(),
            sectors: [None, Sector::parse("education"), Sector::parse("company")][number % 3].into_iter().collect(),
            ..Institution::default()
        });
        self.known.insert(name.to_owned(), handle);
        handle
    }

    fn work(&mut self, name: &str, date: &str, team: &[&str]) {
        let handles: Vec<_> = team.iter().map(|one| self.institution(one)).collect();
        let facts = WorkFacts { name, date: Date::parse_iso(date), institutions: &handles, ..WorkFacts::default() };
        self.builder.work(&facts);
    }

    fn tie(&mut self, a: &str, b: &str, weight: f64) {
        let (a, b) = (self.institution(a), self.institution(b));
        self.builder.explicit_tie(a, b, weight);
    }
}

/// Numbers that repeat from run to run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % bound
    }
}

/// Institutions whose first by alphabet are the weakest; teams of up to seven, one of 30, undated and solo works.
fn weak_first(institutions: usize, works: usize, seed: u64) -> Corpus {
    let names: Vec<String> = (0..institutions).map(|at| format!("Institute {at:03}")).collect();
    let (mut maker, mut dice) = (Maker::new(), Dice(seed));
    for number in 0..works {
        let size = [1, 1, 2, 2, 2, 3, 4, 7][dice.below(8)];
        // Of two draws the later one by alphabet: it has more works.
        let mut team: Vec<usize> =
            (0..size).map(|_| dice.below(institutions - 3).max(dice.below(institutions - 3)) + 3).collect();
        team.sort_unstable();
        team.dedup();
        let team: Vec<&str> = team.iter().map(|&at| names[at].as_str()).collect();
        let date = ["2019-05-01", "2020-11", "2021", "", "2024-02-29", "2024-02-29"][dice.below(6)];
        maker.work(&format!("Work {number:03}"), date, &team);
    }
    let crowd: Vec<&str> = names.iter().take(30.min(institutions)).map(String::as_str).collect();
    maker.work("Consortium", "2022-02", &crowd);
    maker.work("Nobody's", "2022-02", &[]);
    maker.builder.finish()
}

/// Ties without works, a hub late in the alphabet; weights on the scale given.
fn ties(institutions: usize, scale: f64) -> Corpus {
    let names: Vec<String> = (0..institutions).map(|at| format!("NODE {at:02}")).collect();
    let (mut maker, mut dice) = (Maker::new(), Dice(7));
    let hub = institutions - 2;
    for at in 2..institutions {
        if at != hub {
            maker.tie(&names[hub], &names[at], scale * (1.0 + dice.below(30) as f64) / 10.0);
        }
        let other = 2 + dice.below(institutions - 2);
        if other != at && other != hub {
            maker.tie(&names[at], &names[other], scale * (1.0 + dice.below(9) as f64) / 10.0);
        }
    }
    maker.tie(&names[0], &names[1], scale / 100.0);
    maker.builder.finish()
}

/// Works and ties without works.
fn mixed() -> Corpus {
    let mut maker = Maker::new();
    maker.work("One", "2020", &["A", "B"]);
    maker.work("Two", "2021", &["B", "C", "D"]);
    maker.tie("A", "Only by a tie", 2.5);
    maker.tie("A", "B", 0.5);
    maker.builder.finish()
}

/// Two makers of one work that is too large, and nothing else.
fn only_excluded() -> Corpus {
    let names: Vec<String> = (0..27).map(|at| format!("Member {at:02}")).collect();
    let mut maker = Maker::new();
    maker.work("Consortium", "2022-02", &names.iter().map(String::as_str).collect::<Vec<_>>());
    maker.work("Pair", "2023", &["Member 25", "Other"]);
    maker.builder.finish()
}

fn corpora() -> Vec<(&'static str, Corpus)> {
    let mut undated = Maker::new();
    for number in 0..70 {
        undated.work(&format!("U {number}"), "", &["P", ["Q", "R", "S"][number % 3]]);
    }
    vec![
        ("embedded", embedded()),
        ("papers", weak_first(9, 18, 3)),
        ("weak-first", weak_first(44, 50, 5)),
        ("crowded", weak_first(16, 24, 11)),
        ("ties", ties(44, 1.0)),
        ("small-weights", ties(12, 0.01)),
        ("large-weights", ties(12, 400.0)),
        ("mixed", mixed()),
        ("only-excluded", only_excluded()),
        ("undated", undated.builder.finish()),
        ("countries", embedded().at_level(ActorKind::Country).corpus),
        ("sectors", embedded().at_level(ActorKind::Sector).corpus),
        ("regions", weak_first(44, 50, 5).at_level(ActorKind::Region).corpus),
    ]
}

// ---- what a figure shows ---------------------------------------------------------------------------------------

/// What is drawn, and what it is drawn of.
struct Facts<'n, 'c> {
    what: String,
    corpus: &'c Corpus,
    network: &'n Network<'c>,
    kind: WorkKind,
    spec: SubgraphSpec,
    min_weight: Option<f64>,
    figure: &'n Figure,
    /// Drawn institutions.
    shown: BTreeSet<InstitutionId>,
    /// Groups of marks: class, data, whether a text is within.
    groups: Vec<(String, BTreeMap<&'static str, String>, bool)>,
}

fn groups(marks: &[Mark], all: &mut Vec<(String, BTreeMap<&'static str, String>, bool)>) {
    for mark in marks {
        if let Mark::Group(group) = mark {
            all.push((group.class.clone(), group.data.iter().cloned().collect(), has_text(group)));
            groups(&group.marks, all);
        }
    }
}

fn has_text(group: &MarkGroup) -> bool {
    group.marks.iter().any(|mark| matches!(mark, Mark::Text(_)))
}

impl<'n, 'c> Facts<'n, 'c> {
    fn of(what: String, network: &'n Network<'c>, kind: WorkKind, spec: SubgraphSpec, figure: &'n Figure) -> Self {
        let corpus = network.corpus();
        let mut all = Vec::new();
        groups(figure.marks(), &mut all);
        let is_institution = |(class, ..): &&(String, BTreeMap<&str, String>, bool)| class == "node institution";
        let ids = all.iter().filter(is_institution).map(|(_, data, _)| data["id"].clone()).collect::<Vec<_>>();
        let mut shown: BTreeSet<InstitutionId> =
            ids.iter().map(|id| corpus.institution_by_key(id).unwrap_or_else(|| panic!("{id}"))).collect();
        if figure.metadata().statements.iter().any(|one| one.id == "figures-plain-layout") {
            let tied = |id: &InstitutionId| network.adjacency().degree(network.node_of(*id)) > 0;
            shown = corpus.institution_ids().filter(tied).collect();
        }
        Self { what, corpus, network, kind, spec, min_weight: None, figure, shown, groups: all }
    }

    fn works(&self) -> BTreeSet<WorkId> {
        let keys: HashMap<String, WorkId> =
            self.corpus.work_ids().map(|work| (self.corpus.work_key(work), work)).collect();
        let of_works = |class: &str| class == "node work" || class == "node model";
        let drawn = self.groups.iter().filter(|(class, ..)| of_works(class) || class == "edge" || class == "hyperedge");
        let ids = drawn.flat_map(|(_, data, _)| {
            let models = data.get("models").map_or("", String::as_str).split(' ');
            let own = data.get("id").into_iter().map(String::as_str).map(|id| id.trim_start_matches("team-"));
            models.chain(own).filter_map(|key| keys.get(key).copied()).collect::<Vec<_>>()
        });
        ids.collect()
    }

    /// Works of two institutions or more that count towards ties.
    fn is_joint(&self, work: WorkId) -> bool {
        self.corpus.institutions_of(work).len() > 1 && !self.network.excluded().contains(&work)
    }

    fn joint(&self, id: InstitutionId) -> usize {
        self.corpus.works_of(id).iter().filter(|&&work| self.is_joint(work)).count()
    }

    /// Number of joint works of a pair; the weight of its ties where it has none; `None` without a tie.
    fn pair(&self, a: InstitutionId, b: InstitutionId) -> Option<f64> {
        let works = self
            .corpus
            .works_of(a)
            .iter()
            .filter(|&&work| self.is_joint(work) && self.corpus.institutions_of(work).contains(&b));
        let works = works.count();
        let mut weight = None;
        for tie in self.corpus.explicit_ties() {
            if (tie.a, tie.b) == (a, b) || (tie.a, tie.b) == (b, a) {
                weight = Some(weight.unwrap_or(0.0) + tie.weight);
            }
        }
        if works > 0 { Some(works as f64) } else { weight }
    }

    fn partners(&self, id: InstitutionId) -> BTreeSet<InstitutionId> {
        self.corpus.institution_ids().filter(|&other| other != id && self.pair(id, other).is_some()).collect()
    }

    /// Total weight of the ties without works.
    fn strength(&self, id: InstitutionId) -> f64 {
        self.partners(id).into_iter().filter_map(|other| self.pair(id, other)).sum()
    }

    /// Institutions of the part.
    fn part(&self) -> BTreeSet<InstitutionId> {
        select(self.network, &self.spec).nodes.iter().filter_map(|&node| self.network.institution(node)).collect()
    }

    /// Ties of the part between drawn institutions.
    fn drawn_pairs(&self) -> Vec<(InstitutionId, InstitutionId, f64)> {
        let ties = select(self.network, &self.spec).ties;
        let mut pairs = Vec::new();
        for &tie in &ties {
            let (a, b, _) = self.network.tie(tie);
            let [a, b] = [a, b].map(|node| self.network.institution(node).unwrap());
            if self.shown.contains(&a) && self.shown.contains(&b) {
                pairs.push((a, b, self.pair(a, b).unwrap_or_else(|| panic!("{}: no pair", self.what))));
            }
        }
        pairs
    }

    fn names(&self, argument: &Argument) -> InstitutionId {
        let Argument::Name(names) = argument else { panic!("{}: {argument:?} is no name", self.what) };
        let found = self.corpus.institution_ids().filter(|&id| self.corpus.institution(id).names == **names);
        found.min().unwrap_or_else(|| panic!("{}: {names:?} is no institution", self.what))
    }

    fn edges(&self) -> usize {
        self.groups.iter().filter(|(class, ..)| class == "edge").count()
    }

    /// Whether some drawn pair has works, and some a weight alone.
    fn works_or_weights(&self) -> (bool, bool) {
        let has_works = |a: InstitutionId, b: InstitutionId| {
            let works = self.corpus.works_of(a).iter();
            works.filter(|&&work| self.is_joint(work)).any(|&work| self.corpus.institutions_of(work).contains(&b))
        };
        let pairs = self.drawn_pairs();
        (pairs.iter().any(|pair| has_works(pair.0, pair.1)), pairs.iter().any(|pair| !has_works(pair.0, pair.1)))
    }

    fn hops(&self, from: InstitutionId) -> BTreeMap<InstitutionId, usize> {
        let mut hops = BTreeMap::from([(from, 0)]);
        let mut queue = VecDeque::from([from]);
        while let Some(id) = queue.pop_front() {
            for next in self.partners(id) {
                if !hops.contains_key(&next) {
                    hops.insert(next, hops[&id] + 1);
                    queue.push_back(next);
                }
            }
        }
        hops
    }

    /// Institutions of the part with a partner that are not drawn.
    fn excluded_partners(&self) -> Vec<InstitutionId> {
        let part = self.part();
        part.into_iter().filter(|id| !self.shown.contains(id) && !self.partners(*id).is_empty()).collect()
    }

    /// Institutions of the part without a partner that are not drawn: whether they have one in a large team.
    fn excluded_isolates(&self, in_large_team: bool) -> usize {
        let part = self.part();
        let isolates = part.iter().filter(|id| !self.shown.contains(id) && self.partners(**id).is_empty());
        isolates.filter(|id| self.is_in_large_team(**id) == in_large_team).count()
    }

    /// Whether the part keeps ties by their weight: then works follow their ties.
    fn is_by_tie(&self) -> bool {
        self.spec.min_weight.is_some() || self.spec.backbone.is_some()
    }

    fn is_in_large_team(&self, id: InstitutionId) -> bool {
        self.corpus.works_of(id).iter().any(|work| self.network.excluded().contains(work))
    }
}

fn count(message: &Message, name: &str) -> usize {
    match message.argument(name) {
        Some(Argument::Count(count)) => usize::try_from(*count).unwrap(),
        Some(Argument::Text(text)) => text.replace(',', "").parse().unwrap_or_else(|_| panic!("{message:?} {name}")),
        other => panic!("{message:?}: {name} is {other:?}"),
    }
}

fn number(message: &Message, name: &str) -> f64 {
    match message.argument(name) {
        Some(Argument::Text(text)) => text.replace(',', "").parse().unwrap_or_else(|_| panic!("{message:?} {name}")),
        Some(Argument::Count(count)) => *count as f64,
        other => panic!("{message:?}: {name} is {other:?}"),
    }
}

fn inner<'m>(message: &'m Message, name: &str) -> &'m Message {
    match message.argument(name) {
        Some(Argument::Message(inner)) => inner,
        other => panic!("{message:?}: {name} is {other:?}"),
    }
}

fn items(argument: &Argument) -> &[Argument] {
    match argument {
        Argument::List(list) => &list.items,
        other => panic!("{other:?} is no list"),
    }
}

/// A weight as it is written: two or three digits.
fn is_about(written: f64, weight: f64) -> bool {
    (written - weight).abs() <= 0.011 * weight.abs().max(1e-12)
}

// ---- the checks ------------------------------------------------------------------------------------------------

/// Whether a statement is true of what the figure shows.
fn holds(facts: &Facts<'_, '_>, message: &Message) -> bool {
    let n = |name: &str| count(message, name);
    let argument = |name: &str| message.argument(name).unwrap_or_else(|| panic!("{message:?} {name}"));
    let (corpus, shown, all) = (facts.corpus, facts.shown.len(), facts.corpus.institution_count());
    if let Some(Argument::Kind(kind)) = message.argument("kind") {
        assert_eq!(*kind, facts.kind.key(), "{}: the noun of {message:?}", facts.what);
    }
    let joint_drawn = || facts.works().iter().filter(|&&work| corpus.institutions_of(work).len() > 1).count();
    let none_stronger = |excluded: usize| {
        let out = facts.excluded_partners();
        let key = |id: InstitutionId| (facts.joint(id), if facts.joint(id) > 0 { 0.0 } else { facts.strength(id) });
        let weakest = facts.shown.iter().map(|&id| key(id)).min_by(|a, b| a.partial_cmp(b).unwrap());
        out.len() == excluded
            && out.iter().all(|&id| {
                weakest.is_none_or(|least| {
                    key(id).0 <= least.0 && { key(id).0 < least.0 || key(id).1 <= least.1 * (1.0 + 1e-9) }
                })
            })
    };
    let has_works = |expected: bool| facts.kind.has_works() == expected;
    let pairs = || facts.drawn_pairs();
    let strongest = |a: &Argument, b: &Argument, value: f64, how_many: usize| {
        let pairs = pairs();
        let largest = pairs.iter().map(|pair| pair.2).fold(0.0, f64::max);
        let named = facts.pair(facts.names(a), facts.names(b));
        let as_strong = pairs.iter().filter(|pair| (pair.2 - largest).abs() < 1e-9).count();
        is_about(value, largest) && named.is_some_and(|named| (named - largest).abs() < 1e-9) && as_strong == how_many
    };
    let is_partial = |expected: bool| {
        let no_partner = (shown..all).len() == facts.excluded_isolates(false) + facts.excluded_isolates(true);
        // A part that leaves out only institutions without a partner has all ties.
        let all_ties = pairs().len() == facts.network.tie_count();
        expected != (shown == all || (no_partner && all_ties)) || (expected && facts.spec.is_some())
    };
    match message.id {
        // ---- all views
        "figures-part-of" => n("shown") == shown && n("all") == facts.part().len(),
        "figures-isolates" => n("excluded") == facts.excluded_isolates(false) && n("excluded") > 0,
        "figures-isolates-large-teams" => n("excluded") == facts.excluded_isolates(true) && n("excluded") > 0,
        "figures-outside" => n("all") == all && n("outside") == all - facts.part().len(),
        "figures-weaker-ties" | "map-weaker-ties" => {
            let part = facts.part();
            let part: Vec<_> =
                if message.id == "map-weaker-ties" { facts.shown.clone() } else { part }.into_iter().collect();
            let tied = |&(a, b): &(usize, usize)| facts.pair(part[a], part[b]).is_some();
            let tied = (0..part.len()).flat_map(|a| (a + 1..part.len()).map(move |b| (a, b))).filter(tied).count();
            let kept = select(facts.network, &facts.spec).ties;
            let inside = |tie: &&usize| {
                let (a, b, _) = facts.network.tie(**tie);
                [a, b].iter().all(|&node| part.contains(&facts.network.institution(node).unwrap()))
            };
            n("count") == tied - kept.iter().filter(inside).count() && n("count") > 0
        }
        "figures-truncated" => n("count") > 0,
        "figures-numbers-in-marks" => has_works(true),
        "figures-large-team" | "map-excluded-work" => {
            let Argument::Text(name) = message.argument("name").or(message.argument("work")).unwrap() else { panic!() };
            let named = |work: &&WorkId| corpus.work_name(**work) == name;
            let work = facts.network.excluded().iter().find(named).unwrap();
            let size = corpus.team_size(*work);
            size == count(message, if message.id == "figures-large-team" { "institutions" } else { "count" })
                && corpus.institutions_of(*work).iter().any(|id| facts.shown.contains(id))
        }
        "figures-large-teams" => {
            let drawn = |work: &&WorkId| corpus.institutions_of(**work).iter().any(|id| facts.shown.contains(id));
            let works: Vec<&WorkId> = facts.network.excluded().iter().filter(drawn).collect();
            let named = works.iter().find(|work| argument("name") == &Argument::from(corpus.work_name(***work)));
            n("count") == works.len()
                && n("more") + 1 == works.len()
                && named.is_some_and(|&&work| corpus.team_size(work) == n("institutions"))
        }
        "figures-without-institution" => {
            n("count") == corpus.work_ids().filter(|&work| corpus.institutions_of(work).is_empty()).count()
        }
        // ---- arc
        "figures-arc-lineless" => {
            let ends: BTreeSet<&String> = facts
                .groups
                .iter()
                .flat_map(|(_, data, _)| [data.get("source"), data.get("target")])
                .flatten()
                .collect();
            let in_pill = |id: &String| {
                facts
                    .groups
                    .iter()
                    .any(|(_, data, _)| data.get("members").is_some_and(|all| all.split(' ').any(|one| one == id)))
            };
            let is_lineless = |id: &&InstitutionId| {
                let key = &corpus.institution(**id).id;
                !facts.partners(**id).is_empty() && !ends.contains(key) && !in_pill(key)
            };
            n("count") == facts.shown.iter().filter(is_lineless).count()
        }
        "figures-arc-title" => facts.works_or_weights().0 || facts.edges() == 0 && facts.kind.has_works(),
        "figures-arc-title-part" => facts.works_or_weights().0 && holds(facts, inner(message, "part")),
        "figures-arc-title-ties" => !facts.works_or_weights().0,
        "figures-arc-title-ties-part" => !facts.works_or_weights().0 && holds(facts, inner(message, "part")),
        "figures-arc-subtitle-works" => !facts.works_or_weights().1,
        "figures-arc-subtitle-weight" => !facts.works_or_weights().0,
        "figures-arc-subtitle-mixed" => facts.works_or_weights() == (true, true),
        "figures-arc-description" | "figures-arc-description-pairs" => {
            let pills = facts.groups.iter().filter(|(class, ..)| class == "node model").count();
            let keys: BTreeSet<&str> = facts.shown.iter().map(|&id| corpus.institution(id).id.as_str()).collect();
            let is_pair = |(class, data, _): &&(String, BTreeMap<&str, String>, bool)| {
                class == "edge" && keys.contains(data["source"].as_str()) && keys.contains(data["target"].as_str())
            };
            let sets = message.argument("sets").map_or(0, |_| n("sets"));
            n("institutions") == shown && n("arcs") == facts.groups.iter().filter(is_pair).count() && sets == pills
        }
        "figures-arc-most-works" | "figures-arc-most-works-part" => {
            n("shown") == shown && none_stronger(n("excluded")) && message.id.ends_with("part") == facts.spec.is_some()
        }
        "figures-arc-largest-weight" | "figures-arc-largest-weight-part" => {
            n("shown") == shown
                && none_stronger(n("excluded"))
                && has_works(false)
                && message.id.ends_with("part") == facts.spec.is_some()
        }
        // ---- matrix
        "figures-matrix-title-most-works" => n("shown") == shown && none_stronger(facts.excluded_partners().len()),
        "figures-matrix-title-largest-weight" => {
            n("shown") == shown && has_works(false) && none_stronger(facts.excluded_partners().len())
        }
        "figures-matrix-title-works-of" | "figures-matrix-title-ties-of" => n("shown") == shown && n("all") == all,
        "figures-matrix-title-works" => has_works(true) && facts.excluded_partners().is_empty(),
        "figures-matrix-title-ties" => facts.excluded_partners().is_empty(),
        "figures-matrix-title-part" | "figures-matrix-title-ties-part" => holds(facts, inner(message, "part")),
        "figures-matrix-subtitle-works" => has_works(true),
        "figures-matrix-subtitle" | "figures-matrix-subtitle-weight" => has_works(false),
        "figures-matrix-subtitle-weight-works" => {
            has_works(true) && pairs().is_empty() || !corpus.explicit_ties().is_empty()
        }
        "figures-matrix-excluded-works"
        | "figures-matrix-excluded-weight"
        | "figures-matrix-excluded-works-part"
        | "figures-matrix-excluded-weight-part" => {
            none_stronger(n("excluded")) && message.id.ends_with("part") == facts.spec.is_some()
        }
        "figures-matrix-without-works" | "figures-matrix-without-ties" => {
            n("institutions") == shown
                && pairs().is_empty()
                && !facts.shown.iter().any(|&id| facts.is_in_large_team(id))
        }
        "figures-matrix-without-works-excluded" => n("institutions") == shown && pairs().is_empty(),
        "figures-matrix-strongest" | "figures-matrix-strongest-shown" => {
            let value = number(
                inner(message, "value"),
                if inner(message, "value").argument("count").is_some() { "count" } else { "number" },
            );
            n("institutions") == shown
                && strongest(argument("a"), argument("b"), value, 1)
                && is_partial(message.id.ends_with("shown"))
        }
        "figures-matrix-strongest-several" | "figures-matrix-strongest-several-shown" => {
            let value = inner(message, "value");
            let value = number(value, if value.argument("count").is_some() { "count" } else { "number" });
            n("institutions") == shown
                && strongest(argument("a"), argument("b"), value, n("count"))
                && is_partial(message.id.ends_with("shown"))
        }
        "figures-matrix-unnumbered" => {
            let bare = facts.groups.iter().filter(|(class, _, text)| class == "edge" && !text);
            let weights: Vec<f64> = bare.map(|(_, data, _)| data["weight"].parse().unwrap()).collect();
            let lowest = weights.iter().copied().fold(f64::INFINITY, f64::min);
            n("count") == weights.len() && is_about(number(message, "lowest"), lowest)
        }
        "map-clusters-of-map" | "map-clusters" => {
            let members = if message.id == "map-clusters" { shown } else { n("institutions") };
            n("institutions") == members && members <= all
        }
        // ---- bipartite
        id if id.starts_with("figures-bipartite-title") => {
            let works = facts.works().len();
            let part = id.contains("-part-");
            let with_institution = corpus.work_ids().filter(|&work| !corpus.institutions_of(work).is_empty()).count();
            let of_works = corpus.institution_ids().filter(|&id| !corpus.works_of(id).is_empty()).count();
            if part {
                assert_eq!((n("all"), n("every")), (corpus.work_count(), of_works), "{}", facts.what);
            } else {
                assert_eq!((works, shown), (with_institution, of_works), "{}: a part is called a part", facts.what);
            }
            n("works") == works && n("institutions") == shown
        }
        "figures-years" => {
            let works = facts.map_works();
            let years = || works.iter().filter_map(|&work| corpus.date(work)).map(|date| date.year_number());
            let (first, last) = (years().min().unwrap(), years().max().unwrap());
            let expected = if first == last { first.to_string() } else { format!("{first}–{last}") };
            let undated = works.iter().filter(|&&work| corpus.date(work).is_none()).count();
            message.argument("years") == Some(&Argument::from(expected)) && n("undated") == undated
        }
        "figures-period" | "figures-month" => {
            let works = facts.works();
            let undated = works.iter().filter(|&&work| corpus.date(work).is_none()).count();
            assert_eq!(n("undated"), undated, "{}", facts.what);
            let months = || works.iter().filter_map(|&work| corpus.date(work));
            let text = |name: &str| match argument(name) {
                Argument::Text(text) => text.clone(),
                other => panic!("{other:?}"),
            };
            let (from, to) = (months().min().unwrap().to_month_string(), months().max().unwrap().to_month_string());
            if message.id == "figures-month" {
                text("month") == from && from == to
            } else {
                (text("from"), text("to")) == (from, to)
            }
        }
        "figures-bipartite-description" | "figures-bipartite-description-leaders" => {
            message.arguments.iter().all(|(name, _)| holds(facts, inner(message, name)))
        }
        "figures-bipartite-columns" => n("left") == shown && holds(facts, inner(message, "works")),
        "figures-bipartite-columns-home" | "figures-bipartite-columns-home-unknown" => {
            let country = match inner(message, "country").argument("country") {
                Some(Argument::Country(country)) => country.clone(),
                other => panic!("{other:?}"),
            };
            let is_home = |id: &&InstitutionId| corpus.institution(**id).countries.contains(&country);
            let home = facts.shown.iter().filter(is_home).count();
            let unknown = facts.shown.iter().any(|&id| corpus.institution(id).countries.is_empty());
            (n("left"), n("right")) == (home, shown - home)
                && unknown == message.id.ends_with("unknown")
                && holds(facts, inner(message, "works"))
        }
        "figures-works" => n("shown") == facts.works().len(),
        "figures-works-of" => n("shown") == facts.works().len() && n("all") == corpus.work_count(),
        "figures-bipartite-joint" | "figures-bipartite-joint-shown" => n("joint") == joint_drawn(),
        id if id.starts_with("figures-bipartite-leader") => {
            let works = facts.works();
            let drawn = |id: InstitutionId| corpus.works_of(id).iter().filter(|work| works.contains(work)).count();
            let most = facts.shown.iter().map(|&id| drawn(id)).max().unwrap();
            let leaders: BTreeSet<_> = facts.shown.iter().copied().filter(|&id| drawn(id) == most).collect();
            let named: BTreeSet<_> = items(argument("names")).iter().map(|name| facts.names(name)).collect();
            n("count") == most && named == leaders
        }
        "figures-bipartite-bundled" => has_works(true),
        "figures-bipartite-selection" | "figures-bipartite-selection-works" => {
            // As the title has them.
            let institutions = message.argument("every").is_none()
                || n("institutions") == shown && n("every") == corpus.institution_count();
            n("works") == facts.works().len() && n("all") == corpus.work_count() && institutions
        }
        "figures-bipartite-without-works" => {
            n("count") == corpus.institution_ids().filter(|&id| corpus.works_of(id).is_empty()).count()
        }
        "figures-bipartite-outside" => n("count") > 0 && facts.works().len() + n("count") <= corpus.work_count(),
        "figures-bipartite-more-partners" => {
            facts.works().iter().any(|&work| corpus.institutions_of(work).iter().any(|id| !facts.shown.contains(id)))
        }
        // ---- timeline
        "figures-timeline-title-models" => facts.kind == WorkKind::Model,
        "figures-timeline-title-works" => facts.kind != WorkKind::Model,
        "figures-timeline-subtitle" => has_works(true),
        "figures-timeline-description" | "figures-timeline-undated" => {
            let is_dated = facts.works().iter().any(|&work| corpus.date(work).is_some());
            let years = message.argument("years").map(|_| holds(facts, inner(message, "years")));
            let parts = ["works", "institutions", "joint"].iter().all(|name| holds(facts, inner(message, name)));
            years == is_dated.then_some(true) && parts
        }
        "figures-timeline-joint" => n("joint") == joint_drawn(),
        "figures-timeline-institutions" | "figures-timeline-institutions-of" => {
            let behind: BTreeSet<_> =
                facts.works().iter().flat_map(|&work| corpus.institutions_of(work).to_vec()).collect();
            let all = message.argument("all").map_or(shown, |_| n("all"));
            n("shown") == shown && all == behind.len()
        }
        id if id.starts_with("figures-timeline-latest") || id.starts_with("figures-timeline-undated-part") => {
            let (works, part) = (facts.works(), facts.part());
            let solo = id.ends_with("solo");
            let alike = |work: &WorkId| {
                (corpus.institutions_of(*work).len() == 1) == solo
                    && corpus.institutions_of(*work).iter().any(|id| part.contains(id))
            };
            let by_tie = facts.is_by_tie();
            let rest: Vec<_> = corpus.work_ids().filter(alike).filter(|work| !works.contains(work)).collect();
            let first = works.iter().filter_map(|&work| corpus.date(work)).min();
            let none_later =
                rest.iter().all(|&work| corpus.date(work).is_none_or(|date| Some(date) <= first || by_tie));
            let is_undated = first.is_none();
            n("shown") == works.len()
                && (n("excluded") == rest.len() || by_tie)
                && none_later
                && is_undated == id.contains("undated")
        }
        "figures-timeline-solo" => {
            let part = facts.part();
            let solo = |work: &WorkId| matches!(corpus.institutions_of(*work), [id] if part.contains(id));
            let works = facts.works();
            n("excluded") == corpus.work_ids().filter(solo).filter(|work| !works.contains(work)).count()
        }
        "figures-timeline-without-row" => {
            let behind: BTreeSet<_> =
                facts.works().iter().flat_map(|&work| corpus.institutions_of(work).to_vec()).collect();
            n("count") == behind.len() - shown
        }
        // ---- findings
        "figures-headline-pair" => {
            let [a, b] = ["a", "b"].map(|name| facts.names(argument(name)));
            let ids: Vec<InstitutionId> = corpus.institution_ids().collect();
            let pairs = (0..ids.len()).flat_map(|at| (at + 1..ids.len()).map(move |other| (at, other)));
            // Works over the cap are joint as well.
            let joint = |(at, other): (usize, usize)| {
                let works = corpus.works_of(ids[at]).iter();
                works.filter(|&&work| corpus.institutions_of(work).contains(&ids[other])).count() as f64
            };
            let all: Vec<f64> = pairs.map(joint).collect();
            let most = all.iter().copied().fold(0.0, f64::max);
            facts.pair(a, b) == Some(n("works") as f64)
                && n("works") as f64 == most
                && all.iter().filter(|&&works| works == most).count() == 1
                && facts.shown.contains(&a)
                && facts.shown.contains(&b)
        }
        "figures-path-headline" => {
            let [from, to] = ["from", "to"].map(|name| facts.names(argument(name)));
            facts.hops(from).get(&to) == Some(&n("steps"))
        }
        // ---- world map
        "figures-geo-headline-borders" => {
            let country = |id: &InstitutionId| corpus.institution(*id).countries.iter().collect::<BTreeSet<_>>();
            let pairs = pairs();
            let cross = pairs.iter().filter(|pair| country(&pair.0).is_disjoint(&country(&pair.1))).count();
            n("ties") == pairs.len() && n("cross") == cross
        }
        "figures-geo-title" => n("shown") == shown && shown > 0,
        "figures-geo-title-no-ties" => shown == 0 && facts.part().iter().all(|&id| facts.partners(id).is_empty()),
        "figures-geo-title-no-places" => {
            let tied = facts.part().into_iter().filter(|&id| !facts.partners(id).is_empty()).count();
            shown == 0 && (1..=tied).contains(&n("count"))
        }
        "figures-geo-subtitle-none" => shown == 0 && facts.edges() == 0,
        "figures-geo-description" => n("shown") == shown && n("ties") == pairs().len() && n("ties") == facts.edges(),
        "figures-geo-empty" => facts.edges() == 0,
        "figures-geo-subtitle" => facts.works_or_weights() == (true, false) || facts.edges() == 0,
        "figures-geo-subtitle-weight" => facts.works_or_weights().1 || !facts.kind.has_works(),
        "figures-geo-excluded" | "figures-geo-unnamed" => n("count") > 0,
        "figures-geo-apart" => {
            let part = facts.part();
            let ties = select(facts.network, &facts.spec).ties;
            let is_tied = |id: InstitutionId| {
                let node = facts.network.node_of(id);
                ties.iter().any(|&tie| [facts.network.tie(tie).0, facts.network.tie(tie).1].contains(&node))
            };
            let apart = part.iter().filter(|&&id| !facts.partners(id).is_empty() && !is_tied(id));
            n("count") == apart.count()
        }
        "figures-geo-unplaced" | "figures-geo-unplaced-more" => {
            items(argument("names")).iter().all(|name| !facts.shown.contains(&facts.names(name)))
        }
        "figures-geo-made" | "figures-geo-made-insets" => true,
        // ---- lanes
        id if id.starts_with("figures-headline") && id != "figures-headline-pair" => {
            let works = facts.works();
            let year = |work: &WorkId| corpus.date(*work).map(|date| date.year_number());
            let joint: BTreeSet<_> = works.iter().filter(|&&work| corpus.institutions_of(work).len() > 1).collect();
            let last = joint.iter().filter_map(|work| year(work)).max();
            let later = works.iter().filter(|work| year(work) > last).count();
            let is_full =
                corpus.work_ids().all(|work| works.contains(&work) || corpus.institutions_of(work).is_empty());
            is_full
                && message.argument("works").is_none_or(|_| n("works") == works.len())
                && message.argument("joint").is_none_or(|_| n("joint") == joint.len())
                && (id != "figures-headline-none" || joint.is_empty())
                && (id != "figures-headline-all" || joint.len() == works.len())
                && message
                    .argument("later")
                    .is_none_or(|_| n("later") == later && later > 0 && joint.iter().all(|work| year(work).is_some()))
        }
        "figures-lanes-title" | "figures-lanes-title-home" => n("lanes") == shown,
        "figures-lanes-subtitle" | "figures-lanes-subtitle-words" => {
            let works = facts.works();
            let has_words =
                works.iter().flat_map(|&work| corpus.institutions_of(work)).any(|id| !facts.shown.contains(id));
            has_works(true) && has_words == message.id.ends_with("words")
        }
        "figures-lanes-institutions" => {
            let works = facts.works();
            let behind: BTreeSet<_> = works.iter().flat_map(|&work| corpus.institutions_of(work)).collect();
            n("shown") == shown && n("words") == behind.len() - shown
        }
        "figures-lanes-earlier" => {
            let works = facts.works();
            let of_lanes = |work: &WorkId| corpus.institutions_of(*work).iter().any(|id| facts.shown.contains(id));
            let year = number(message, "year") as u16;
            let is_earlier = |work: &WorkId| corpus.date(*work).is_some_and(|date| date.year_number() < year);
            let undrawn = corpus.work_ids().filter(|work| !works.contains(work));
            // All that is not drawn of the lanes is earlier, and counted here.
            let rest: Vec<WorkId> = undrawn.filter(of_lanes).collect();
            facts.is_by_tie() || n("count") == rest.len() && rest.iter().all(is_earlier)
        }
        "figures-lanes-lapsed" => {
            let year = number(message, "year") as u16;
            let is_over = |id: &&InstitutionId| {
                let works = corpus.works_of(**id);
                let earlier = |&work: &WorkId| corpus.date(work).is_some_and(|date| date.year_number() < year);
                !facts.shown.contains(*id) && !works.is_empty() && works.iter().all(earlier)
            };
            n("count") > 0 && (facts.is_by_tie() || n("count") <= facts.part().iter().filter(is_over).count())
        }
        "figures-lanes-abroad" => {
            let country = match inner(message, "country").argument("country") {
                Some(Argument::Country(country)) => country.clone(),
                other => panic!("{other:?}"),
            };
            let part = facts.part();
            let is_abroad = |work: &WorkId| {
                let mut team = corpus.institutions_of(*work).iter().filter(|id| part.contains(id)).peekable();
                team.peek().is_some() && !team.any(|&id| corpus.institution(id).countries.contains(&country))
            };
            facts.is_by_tie() || n("count") == corpus.work_ids().filter(is_abroad).count()
        }
        "figures-lanes-without-lane" => n("count") > 0,
        "figures-lanes-unnamed" | "figures-lanes-unnamed-partners" => n("count") > 0,
        // ---- ego
        "figures-ego-title" => facts.shown.contains(&facts.names(argument("name"))),
        "figures-ego-one-ring" | "figures-ego-two-rings" => true,
        id if id.starts_with("figures-ego-description") => {
            let center = facts.names(argument("name"));
            let least = facts.min_weight.unwrap_or(0.0);
            let partners: BTreeSet<_> =
                facts.partners(center).into_iter().filter(|&one| facts.pair(center, one).unwrap() >= least).collect();
            let named: BTreeSet<_> = items(argument("partners")).iter().map(|name| facts.names(name)).collect();
            let stated = message.argument("shown").map_or(partners.len(), |_| n("shown"));
            n("count") == partners.len()
                && named.len() == stated
                && named.is_subset(&partners)
                && named.is_subset(&facts.shown)
        }
        id if id.starts_with("figures-ego-alone-excluded") => {
            let center = facts.names(argument("name"));
            facts.partners(center).is_empty() && facts.is_in_large_team(center)
        }
        "figures-ego-alone-works"
        | "figures-ego-alone-works-short"
        | "figures-ego-alone-ties"
        | "figures-ego-alone-ties-short" => {
            let center = facts.names(argument("name"));
            facts.partners(center).is_empty() && !facts.is_in_large_team(center)
        }
        id if id.starts_with("figures-ego-alone-min") => {
            let center = facts.names(argument("name"));
            facts.partners(center).iter().all(|&one| facts.pair(center, one).unwrap() < facts.min_weight.unwrap())
        }
        "figures-ego-min-works" | "figures-ego-min-weight" => {
            is_about(number(message, "number"), facts.min_weight.unwrap())
        }
        "figures-ego-excluded-partners" | "figures-ego-excluded-outer" => n("count") > 0,
        "figures-ego-hidden-ties" => n("count") == hidden_ties(facts),
        // ---- partners
        id if id.starts_with("figures-partners-headline") || id.starts_with("figures-partners-description") => {
            let center = facts.names(argument("name"));
            let works_with = |other: InstitutionId| -> BTreeSet<WorkId> {
                let works = corpus.works_of(center).iter().copied();
                works.filter(|&work| facts.is_joint(work) && corpus.institutions_of(work).contains(&other)).collect()
            };
            let least = facts.min_weight.unwrap_or(0.0);
            let mut partners: Vec<InstitutionId> = facts.partners(center).into_iter().collect();
            partners.retain(|&one| facts.pair(center, one).unwrap() >= least);
            let counts: Vec<usize> = partners.iter().map(|&one| works_with(one).len()).collect();
            let once = counts.iter().filter(|&&count| count == 1).count();
            let most = counts.iter().copied().max().unwrap_or(0);
            let is_strongest = |argument: &Argument| works_with(facts.names(argument)).len() == most;
            let strongest = counts.iter().filter(|&&count| count == most).count();
            let named = |name: &str| message.argument(name).is_none_or(is_strongest);
            let joint: BTreeSet<WorkId> = partners.iter().flat_map(|&one| works_with(one)).collect();
            if id.starts_with("figures-partners-headline") {
                let is_full = partners.iter().all(|one| facts.shown.contains(one))
                    && !counts.contains(&0)
                    && !facts.is_in_large_team(center);
                return is_full
                    && message.argument("count").map_or(1, |_| n("count")) == partners.len()
                    && message.argument("once").is_none_or(|_| n("once") == once)
                    && message.argument("repeated").is_none_or(|_| n("repeated") == partners.len() - once)
                    && message.argument("works").is_none_or(|_| n("works") == most && strongest == 1)
                    && (!id.ends_with("each-once") || most == 1)
                    && named("with");
            }
            n("count") == partners.len()
                && message.argument("shown").is_none_or(|_| n("shown") == shown - 1)
                && message.argument("number").is_none_or(|_| is_about(number(message, "number"), least))
                && message.argument("joint").is_none_or(|_| n("joint") == joint.len())
                && message.argument("strongest").is_none_or(|_| {
                    let inner = inner(message, "strongest");
                    let list = items(inner.argument("partners").unwrap());
                    count(inner, "works") == most && list.len() == strongest && list.iter().all(is_strongest)
                })
                && message
                    .argument("partners")
                    .is_none_or(|list| items(list).iter().all(|one| partners.contains(&facts.names(one))))
        }
        "figures-partners-strongest" => has_works(true),
        "figures-partners-subtitle" => facts.works_or_weights() == (true, false),
        "figures-partners-subtitle-mixed" => has_works(true),
        "figures-partners-subtitle-ties" => facts.edges() + 1 == shown && facts.works().is_empty(),
        // ---- path
        "figures-path-title" => facts.names(argument("from")) != facts.names(argument("to")),
        id if id.starts_with("figures-path-subtitle") => {
            message.argument("steps").is_none_or(|_| n("steps") > 0)
                && message.argument("lengths").is_none_or(|lengths| {
                    items(lengths)
                        .iter()
                        .all(|length| matches!(length, Argument::Count(length) if *length as usize >= n("steps")))
                })
        }
        "figures-path-description" => {
            let chain = chain(argument("chain"), facts);
            let linked = chain.windows(2).all(|pair| facts.pair(pair[0], pair[1]).is_some());
            let steps = facts.hops(chain[0])[chain.last().unwrap()];
            linked && n("steps") == steps && chain.len() == steps + 1 && chain.iter().all(|id| facts.shown.contains(id))
        }
        "figures-path-none" | "figures-path-none-excluded" => {
            let [from, to] = ["from", "to"].map(|name| facts.names(argument(name)));
            let large = facts.is_in_large_team(from) || facts.is_in_large_team(to);
            !facts.hops(from).contains_key(&to) && large == message.id.ends_with("excluded")
        }
        "figures-path-together-excluded" => facts.kind.has_works(),
        "figures-path-links-works" | "figures-path-links-ties" => true,
        "figures-path-undrawn" => {
            let paths: Vec<_> = items(argument("paths")).iter().map(|path| chain(path, facts)).collect();
            let linked = |path: &Vec<InstitutionId>| path.windows(2).all(|pair| facts.pair(pair[0], pair[1]).is_some());
            n("count") == paths.len() && paths.iter().all(linked)
        }
        // ---- plain map
        "figures-plain-title" | "figures-plain-layout" => true,
        "figures-plain-description" => holds(facts, inner(message, "size")),
        "figures-plain-size" => n("institutions") == shown && n("ties") == facts.network.tie_count(),
        // ---- map
        "map-title" | "map-overview-title" => true,
        "map-title-country" => {
            let Argument::Country(country) = argument("country") else { panic!() };
            let has = |work: WorkId| {
                corpus.institutions_of(work).iter().any(|&id| corpus.institution(id).countries.contains(country))
            };
            corpus.work_ids().all(has)
        }
        "map-institutions" => n("count") == shown && shown == all,
        "map-institutions-of" => n("shown") == shown && n("all") == all,
        "map-joint" => n("count") == facts.works().len(),
        "map-ties" | "map-pairs" => {
            let spokes = facts.groups.iter().filter(|(class, data, _)| {
                class == "edge" && ["source", "target"].iter().any(|end| data[end].starts_with("team-"))
            });
            n("count") == facts.edges() - spokes.count()
        }
        "map-dated" => holds(facts, inner(message, "period")) && holds(facts, inner(message, "content")),
        "map-subtitle-no-ties" => facts.edges() == 0 && holds(facts, inner(message, "institutions")),
        id if id.starts_with("map-subtitle") || id == "map-summary-size" => {
            holds(facts, inner(message, "institutions")) && holds(facts, inner(message, "content"))
        }
        "map-note-number" => has_works(true),
        "map-note-hidden-partners" => facts.works().iter().any(|&work| corpus.institutions_of(work).len() > 2),
        "map-note-truncated" | "map-unnamed" | "map-unplaced-evidence" | "map-dense" | "map-dense-unnamed" => true,
        "map-excluded-more" | "map-excluded-teams" | "map-excluded-large-teams" => n("count") > 0,
        "map-outside" => n("count") == all - shown,
        "map-outside-named" => {
            let named: BTreeSet<_> = items(argument("names")).iter().map(|name| facts.names(name)).collect();
            n("count") == all - shown && named.len() == all - shown && named.is_disjoint(&facts.shown)
        }
        "map-shown-top" => {
            let key = |id: InstitutionId| corpus.works_of(id).len() + facts.partners(id).len();
            let part = facts.part();
            let least = part
                .iter()
                .filter(|&&id| facts.spec.focus.is_none_or(|(focus, _)| focus != id))
                .map(|&id| key(id))
                .min();
            let others = select(facts.network, &SubgraphSpec { top: None, ..facts.spec.clone() }).nodes;
            let others = others.iter().map(|&node| facts.network.institution(node).unwrap());
            // Whoever ranks higher and is not drawn has no partner among those drawn that rank at least as high.
            let is_alone = |id: InstitutionId| {
                !facts.partners(id).iter().any(|partner| part.contains(partner) && key(*partner) >= key(id))
            };
            let mut missing = others.filter(|id| !part.contains(id));
            let has_equals = missing.clone().any(|id| Some(key(id)) == least);
            assert_eq!(argument("equals"), &Argument::from(if has_equals { "cut" } else { "whole" }), "{}", facts.what);
            n("count") == part.len() && missing.all(|id| least.is_none_or(|least| key(id) <= least) || is_alone(id))
        }
        "figures-bipartite-part-fits" => n("count") == shown && n("works") == facts.works().len(),
        "map-shown-min-weight" => is_about(number(message, "weight"), facts.spec.min_weight.unwrap()),
        "map-shown-core" => n("k") == facts.spec.core.unwrap(),
        "map-shown-component" => {
            let part = facts.part();
            n("number") == facts.spec.component.unwrap() && n("count") == part.len() && part.len() != 1
        }
        "map-shown-alone" => facts.part().len() == 1 && facts.part().iter().all(|&id| facts.partners(id).is_empty()),
        "map-shown-backbone" => facts.spec.backbone.is_some(),
        "map-shown-focus" => {
            let (focus, depth) = facts.spec.focus.unwrap();
            let hops = facts.hops(focus);
            facts.names(argument("name")) == focus
                && n("depth") == depth
                && facts.shown.iter().all(|id| hops.get(id).is_some_and(|&hops| hops <= depth))
        }
        "map-summary-team" => {
            let first = facts.names(argument("name"));
            let pills = facts.groups.iter().filter(|(class, ..)| class == "node work");
            let members =
                |data: &BTreeMap<&str, String>| data["members"].split(' ').map(str::to_owned).collect::<Vec<_>>();
            let mut sets = pills.map(|(_, data, _)| (members(data), data["models"].split(' ').count()));
            let key = &corpus.institution(first).id;
            n("others") + 1 == n("members")
                && sets.any(|(members, works)| {
                    members.contains(key) && members.len() == n("members") && works == n("works")
                })
        }
        "map-summary-strongest" | "map-summary-strongest-of" => {
            let many = message.argument("count").map_or(1, |_| n("count"));
            let scope = argument("scope") == &Argument::from(if shown < all { "shown" } else { "all" });
            strongest_line(facts, argument("a"), argument("b"), number(message, "weight"), many) && scope
        }
        "map-overview-strongest" | "map-overview-strongest-of" => {
            let many = message.argument("count").map_or(1, |_| n("count"));
            let content = inner(message, "content");
            let value = if content.argument("count").is_some() {
                count(content, "count") as f64
            } else {
                number(content, "weight")
            };
            strongest(argument("a"), argument("b"), value, many)
        }
        "map-summary-components" => {
            let sizes = group_sizes(facts);
            let named = items(argument("components"));
            n("count") == sizes.iter().filter(|&&size| size > 1).count() && named.len() <= 4
        }
        "map-summary-singles" => {
            let singles =
                facts.shown.iter().filter(|&&id| !facts.partners(id).iter().any(|one| facts.shown.contains(one)));
            n("count") == singles.count()
        }
        "map-unshown" | "map-unshown-lineless" => {
            let ringed = facts.groups.iter().filter(|(_, data, _)| data.contains_key("unshown"));
            n("count") == ringed.count()
        }
        "map-overview-subtitle" => n("shown") == shown && holds(facts, inner(message, "content")),
        "map-overview-subtitle-limited" | "map-overview-limited" => n("shown") == shown && n("all") > shown,
        "map-overview-summary" => {
            let clusters = facts.groups.iter().filter_map(|(_, data, _)| data.get("cluster")).collect::<BTreeSet<_>>();
            n("institutions") == shown && n("clusters") == clusters.len() && holds(facts, inner(message, "pairs"))
        }
        "map-overview-largest" => {
            let mut sizes: BTreeMap<&String, usize> = BTreeMap::new();
            let of = |id: InstitutionId| {
                let key = &corpus.institution(id).id;
                facts.groups.iter().find(|(_, data, _)| data.get("id") == Some(key)).unwrap().1.get("cluster").unwrap()
            };
            facts.shown.iter().for_each(|&id| *sizes.entry(of(id)).or_default() += 1);
            let named: Vec<_> = items(argument("names")).iter().map(|name| facts.names(name)).collect();
            let largest = sizes.values().copied().max().unwrap();
            let unique = sizes.values().filter(|&&size| size == largest).count() == 1;
            n("count") == largest && unique && named.iter().all(|&id| sizes[of(id)] == largest)
        }
        other => panic!("{}: the statement {other} has no check: {message:?}", facts.what),
    }
}

/// Whether a tie is the strongest line of a map: lines leave out the works of pills.
fn strongest_line(facts: &Facts<'_, '_>, a: &Argument, b: &Argument, value: f64, many: usize) -> bool {
    let edges = facts.groups.iter().filter(|(class, ..)| class == "edge");
    let weights: Vec<(f64, [String; 2])> = edges
        .map(|(_, data, _)| (data["weight"].parse().unwrap(), [data["source"].clone(), data["target"].clone()]))
        .collect();
    let largest = weights.iter().map(|line| line.0).fold(0.0, f64::max);
    let mut ends = [a, b].map(|name| facts.corpus.institution(facts.names(name)).id.clone());
    ends.sort();
    let is_named = |line: &&(f64, [String; 2])| {
        let mut own = line.1.clone();
        own.sort();
        own == ends && (line.0 - largest).abs() < 1e-9
    };
    let as_strong = weights.iter().filter(|line| (line.0 - largest).abs() < 1e-9).count();
    is_about(value, largest) && weights.iter().any(|line| is_named(&line)) && as_strong >= many
}

/// Sizes of the connected components of the drawn institutions, by drawn lines and pills.
fn group_sizes(facts: &Facts<'_, '_>) -> Vec<usize> {
    let keys: Vec<String> = facts.shown.iter().map(|&id| facts.corpus.institution(id).id.clone()).collect();
    let mut label: BTreeMap<String, usize> = keys.iter().cloned().zip(0..).collect();
    let edges: Vec<[String; 2]> = facts
        .groups
        .iter()
        .filter(|(class, ..)| class == "edge")
        .map(|(_, data, _)| [data["source"].clone(), data["target"].clone()])
        .collect();
    for [a, b] in &edges {
        let next = label.len() + keys.len();
        let (old, new) = (*label.entry(a.clone()).or_insert(next), *label.entry(b.clone()).or_insert(next + 1));
        label.values_mut().filter(|one| **one == old).for_each(|one| *one = new);
    }
    let mut sizes: BTreeMap<usize, usize> = BTreeMap::new();
    keys.iter().for_each(|key| *sizes.entry(label[key]).or_default() += 1);
    sizes.into_values().collect()
}

/// The institutions of a chain of names.
fn chain(argument: &Argument, facts: &Facts<'_, '_>) -> Vec<InstitutionId> {
    match argument {
        Argument::Message(link) => {
            let mut ids = chain(link.argument("chain").unwrap(), facts);
            ids.extend(chain(link.argument("next").unwrap(), facts));
            ids
        }
        name => vec![facts.names(name)],
    }
}

impl Facts<'_, '_> {
    /// Works behind the lines and pills of a map; an overview has their numbers only.
    fn map_works(&self) -> BTreeSet<WorkId> {
        let works = self.works();
        if self.figure.metadata().statements.iter().all(|one| one.id != "map-overview-title") {
            return works;
        }
        let drawn = |work: &WorkId| {
            self.is_joint(*work)
                && self.corpus.institutions_of(*work).iter().filter(|id| self.shown.contains(id)).count() > 1
        };
        let pairs: BTreeSet<(InstitutionId, InstitutionId)> =
            self.drawn_pairs().iter().map(|pair| (pair.0, pair.1)).collect();
        let has_line = |work: &WorkId| {
            let team = self.corpus.institutions_of(*work);
            team.iter().any(|&a| team.iter().any(|&b| pairs.contains(&(a, b))))
        };
        self.corpus.work_ids().filter(drawn).filter(has_line).collect()
    }
}

thread_local! {
    /// What did not hold, so that one run shows all.
    static FAILURES: std::cell::RefCell<Vec<String>> = const { std::cell::RefCell::new(Vec::new()) };
}

fn expect(holds: bool, failure: impl FnOnce() -> String) {
    if !holds {
        FAILURES.with_borrow_mut(|failures| failures.push(failure()));
    }
}

/// Fails with all that did not hold.
fn finish() {
    let failures = FAILURES.with_borrow_mut(std::mem::take);
    assert!(failures.is_empty(), "{} of the walk do not hold:\n{}", failures.len(), failures.join("\n"));
}

/// Checks the statements of a figure, and what holds for it beside them.
fn check(facts: &Facts<'_, '_>) {
    for statement in &facts.figure.metadata().statements {
        let text = Localizer::new(Language::English).render(statement);
        expect(holds(facts, statement), || format!("{}: false: {text} {statement:?}", facts.what));
        for language in [Language::English, Language::Korean] {
            let text = Localizer::new(language).render(statement);
            expect(!text.contains("  ") && !text.contains("{"), || format!("{}: {text:?}", facts.what));
        }
    }
    check_nouns(facts);
    check_equal_marks(facts);
    check_lanes(facts);
    check_columns(facts);
    let is_plain = facts.figure.metadata().statements.iter().any(|one| one.id == "figures-plain-layout");
    if facts.figure.metadata().view == "map" && !is_plain {
        check_lines(facts);
    }
}

/// Every work of the part is drawn as a mark of the lanes or counted in one sentence, and every institution of the same
/// kind has a lane or is counted in one.
fn check_lanes(facts: &Facts<'_, '_>) {
    if facts.figure.metadata().view != "lanes" || facts.is_by_tie() {
        return;
    }
    let statements = &facts.figure.metadata().statements;
    let sum = |argument: &str, ids: &[&str]| -> usize {
        statements.iter().filter(|one| ids.contains(&one.id)).map(|one| count(one, argument)).sum()
    };
    let undrawn = sum("count", &["figures-lanes-earlier", "figures-lanes-abroad"])
        + sum("works", &["figures-lanes-lapsed", "figures-lanes-without-lane"]);
    let part = facts.part();
    let team = |work: WorkId| facts.corpus.institutions_of(work).iter().filter(|id| part.contains(id));
    let works = facts.corpus.work_ids().filter(|&work| team(work).next().is_some()).count();
    let drawn = facts.works().len();
    expect(drawn + undrawn == works, || format!("{}: {drawn} of {works} drawn, {undrawn} told", facts.what));
    let home = statements.iter().find(|one| one.id == "figures-lanes-title-home").map(|one| one.argument("country"));
    let is_alike = |id: &&InstitutionId| {
        let countries = &facts.corpus.institution(**id).countries;
        let is_home = home.is_none_or(|home| countries.iter().any(|one| home == Some(&Argument::Country(one.clone()))));
        is_home && !facts.corpus.works_of(**id).is_empty()
    };
    let (alike, lanes) = (part.iter().filter(is_alike).count(), facts.shown.len());
    let without = sum("count", &["figures-lanes-lapsed", "figures-lanes-without-lane"]);
    expect(lanes + without == alike, || format!("{}: {lanes} lanes, {without} told, of {alike}", facts.what));
    // Who has no lane is named, counted behind a plus, or at a dot that is told to have no room.
    let texts: Vec<&str> = facts.figure.texts().iter().map(|(line, _)| line.content.as_str()).collect();
    let is_cut = statements.iter().any(|one| one.id == "figures-lanes-unnamed-partners");
    if !is_cut && !texts.iter().any(|text| text.contains(" +")) {
        let works = facts.works().into_iter().filter(|&work| facts.is_joint(work));
        let others = works.flat_map(|work| facts.corpus.institutions_of(work)).filter(|id| !facts.shown.contains(id));
        for &id in others.collect::<BTreeSet<_>>() {
            let names = &facts.corpus.institution(id).names;
            let known = [Some(names.label()), names.label_ko(), names.short.as_deref(), names.short_ko.as_deref()];
            // Long names are abbreviated behind their first word.
            let words = known.into_iter().flatten().filter_map(|name| name.split(' ').next());
            let is_named = { words }.any(|word| texts.iter().any(|text| text.contains(word)));
            expect(is_named, || format!("{}: {} has neither a lane nor its name", facts.what, names.name));
        }
    }
}

/// Partners abroad are partners of those at home: each drawn work has an institution of the country on the left.
fn check_columns(facts: &Facts<'_, '_>) {
    let is_told = facts.figure.texts().iter().any(|(line, _)| line.content == "Partners abroad");
    let home = facts.figure.metadata().statements.iter().find_map(|one| one.argument("country"));
    if let (true, Some(Argument::Country(home))) = (is_told, home) {
        let at_home = |id: &InstitutionId| facts.corpus.institution(*id).countries.contains(home);
        for work in facts.works() {
            let has_home = facts.corpus.institutions_of(work).iter().any(at_home);
            expect(has_home, || format!("{}: {} is of nobody at home", facts.what, facts.corpus.work_key(work)));
        }
    }
}

/// Words of another kind of data are in no visible text, tooltip or description.
fn check_nouns(facts: &Facts<'_, '_>) {
    let texts: Vec<String> = facts.figure.texts().iter().map(|(line, _)| line.content.to_lowercase()).collect();
    let metadata = facts.figure.metadata();
    let all = texts.join("\n") + "\n" + &metadata.title.to_lowercase() + "\n" + &metadata.description.to_lowercase();
    let foreign: &[&str] = match facts.kind {
        WorkKind::Model => &["publication", "paper"],
        WorkKind::Tie => &["publication", "paper", "model", " works", "0 works", "σ"],
        WorkKind::Publication | WorkKind::Work => &["model", "paper"],
    };
    for word in foreign {
        expect(!all.contains(word), || format!("{}: {word:?} in {all}", facts.what));
    }
}

/// Marks of one size never stand for different numbers of works without a word in the legend, and lines of one width
/// never for different weights.
fn check_equal_marks(facts: &Facts<'_, '_>) {
    let texts: Vec<&str> = facts.figure.texts().iter().map(|(line, _)| line.content.as_str()).collect();
    let says = |words: &str| texts.iter().any(|text| text.to_lowercase().contains(words));
    let is_plain = facts.figure.metadata().statements.iter().any(|one| one.id == "figures-plain-layout");
    if is_plain || !matches!(facts.figure.metadata().view.as_str(), "map" | "bipartite" | "ego" | "arc") {
        return;
    }
    let mut largest: Vec<(f64, usize)> = Vec::new();
    for (node, _) in facts.figure.nodes().into_iter().filter(|(node, _)| node.shape != NodeShape::Pill) {
        let Some(id) = facts.corpus.institution_by_key(&node.key) else { continue };
        let points = &node.outline.0;
        let width = points.iter().map(|point| point.x).fold(f64::MIN, f64::max)
            - points.iter().map(|point| point.x).fold(f64::MAX, f64::min);
        let ringed =
            facts.groups.iter().any(|(_, data, _)| data.get("id") == Some(&node.key) && data.contains_key("unshown"));
        if node.shape == NodeShape::Circle && !ringed {
            largest.push((width, facts.corpus.works_of(id).len()));
        }
    }
    let differs =
        largest.iter().any(|a| largest.iter().any(|b| (a.0 - b.0).abs() < 1e-6 && a.1 != b.1 && a.1 * b.1 > 0));
    if differs && facts.figure.metadata().view != "ego" && facts.figure.metadata().view != "bipartite" {
        expect(says("equal size"), || format!("{}: equal marks without a word: {largest:?}", facts.what));
    }
    let lines: Vec<(f64, f64)> =
        facts.figure.edges().iter().map(|(edge, _)| (edge.width, edge.weight)).filter(|line| line.0 > 5.99).collect();
    if lines.iter().any(|a| lines.iter().any(|b| (a.1 - b.1).abs() > 1e-9)) {
        expect(says("equal width"), || format!("{}: equal lines without a word: {lines:?}", facts.what));
    }
}

/// Pairs of drawn institutions that are tied and joined neither by a line nor by a pill.
fn hidden_ties(facts: &Facts<'_, '_>) -> usize {
    let mut lines: BTreeSet<[&str; 2]> = BTreeSet::new();
    let mut teams: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let is_institution = |key: &str| facts.corpus.institution_by_key(key).is_some();
    for (class, data, _) in &facts.groups {
        match (class.as_str(), data.get("source"), data.get("target"), data.get("members")) {
            ("edge", Some(source), Some(target), _) if is_institution(source) && is_institution(target) => {
                lines.extend([[source.as_str(), target], [target, source]]);
            }
            ("edge", Some(source), Some(target), _) => {
                let (team, member) = if is_institution(source) { (target, source) } else { (source, target) };
                teams.entry(team).or_default().insert(member);
            }
            (_, _, _, Some(members)) => {
                teams.entry(data.get("id").map_or("", String::as_str)).or_default().extend(members.split(' '));
            }
            _ => {}
        }
    }
    let shown: Vec<InstitutionId> = facts.shown.iter().copied().collect();
    let key = |id: InstitutionId| facts.corpus.institution(id).id.as_str();
    let is_drawn = |a: InstitutionId, b: InstitutionId| {
        lines.contains(&[key(a), key(b)]) || teams.values().any(|team| team.contains(key(a)) && team.contains(key(b)))
    };
    let pairs = shown.iter().enumerate().flat_map(|(at, &a)| shown[at + 1..].iter().map(move |&b| (a, b)));
    pairs.filter(|&(a, b)| facts.pair(a, b).is_some() && !is_drawn(a, b)).count()
}

/// In a map, partners among the drawn have a line, a triangle or a pill; or the mark says that it has more partners.
fn check_lines(facts: &Facts<'_, '_>) {
    let mut linked: BTreeSet<(String, String)> = BTreeSet::new();
    let mut link = |a: &str, b: &str| {
        linked.insert((a.to_owned(), b.to_owned()));
        linked.insert((b.to_owned(), a.to_owned()));
    };
    let mut pills: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (class, data, _) in &facts.groups {
        match class.as_str() {
            "edge" => link(&data["source"], &data["target"]),
            "node work" => {
                pills.insert(&data["id"], data["members"].split(' ').collect());
            }
            _ => {}
        }
    }
    for members in pills.values() {
        for a in members {
            members.iter().filter(|b| b != &a).for_each(|b| link(a, b));
        }
    }
    let is_by_weight = facts.spec.min_weight.is_some() || facts.spec.backbone.is_some();
    for &a in &facts.shown {
        let key = &facts.corpus.institution(a).id;
        let ringed =
            facts.groups.iter().any(|(_, data, _)| data.get("id") == Some(key) && data.contains_key("unshown"));
        let has_any = linked.iter().any(|(one, _)| one == key);
        let together = |b: InstitutionId| {
            let works = facts.corpus.works_of(a).iter();
            works.filter(|&&work| facts.corpus.institutions_of(work).contains(&b)).count() > 0
                || facts.pair(a, b).is_some()
        };
        for &b in facts.shown.iter().filter(|&&b| b != a && together(b)) {
            let other = &facts.corpus.institution(b).id;
            let is_linked = linked.contains(&(key.clone(), other.clone()));
            expect(is_linked || ringed || is_by_weight && has_any, || {
                format!("{}: {key} and {other} are partners, and nothing says so", facts.what)
            });
        }
    }
}

// ---- the walk --------------------------------------------------------------------------------------------------

/// Parts of a network: none, and one of each criterion.
fn specs(network: &Network<'_>) -> Vec<(&'static str, SubgraphSpec)> {
    let busiest = (0..network.node_count()).max_by_key(|&node| network.adjacency().degree(node));
    let focus = busiest.and_then(|node| network.institution(node));
    let spec = SubgraphSpec::default;
    vec![
        ("all", spec()),
        ("top", SubgraphSpec { top: Some(6), ..spec() }),
        ("min-weight", SubgraphSpec { min_weight: Some(2.0), ..spec() }),
        ("top-min-weight", SubgraphSpec { top: Some(5), min_weight: Some(2.0), ..spec() }),
        ("backbone", SubgraphSpec { backbone: Some(0.5), ..spec() }),
        ("core", SubgraphSpec { core: Some(3), ..spec() }),
        ("focus", SubgraphSpec { focus: focus.map(|id| (id, 1)), ..spec() }),
        ("component", SubgraphSpec { component: Some(2), ..spec() }),
        ("last component", SubgraphSpec { component: Some(components::find(network).members.len()), ..spec() }),
    ]
}

fn filters() -> Vec<(&'static str, Filter)> {
    let country = |code: &str| Country::parse(code).into_iter().collect();
    vec![
        ("everything", Filter::default()),
        ("KR", Filter { countries: country("KR"), ..Filter::default() }),
        ("since", Filter { since: Date::parse_iso("2021"), ..Filter::default() }),
        ("companies", Filter { sectors: Sector::parse("company").into_iter().collect(), ..Filter::default() }),
    ]
}

fn options(width_mm: f64, kind: WorkKind) -> Options {
    Options { width_mm, language: Language::English, kind: Some(kind), ..Options::default() }
}

/// All views of a corpus, each with all parts; filtered, whole.
fn walk(name: &str, whole: &Corpus, filter: &Filter, width: f64) {
    walk_under(Projection::default(), name, whole, filter, width);
}

/// The same under a counting and a cap on teams.
fn walk_under(projection: Projection, name: &str, whole: &Corpus, filter: &Filter, width: f64) {
    let corpus = whole.filtered(filter);
    let kind = whole.work_kind();
    let network = Network::one_mode(&corpus, projection);
    let options = options(width, kind);
    let is_usual = projection == Projection::default();
    let parts = if filter.is_empty() && width > 100.0 && is_usual { usize::MAX } else { 1 };
    for (part, spec) in specs(&network).into_iter().take(parts) {
        let facts = |view: &str, figure: &Figure| {
            let what = format!("{name}, {view}, {part}, {width} mm");
            check(&Facts::of(what, &network, kind, spec.clone(), figure));
        };
        facts("arc", &arc::compose_subgraph(&network, &spec, &options).unwrap());
        facts("matrix", &matrix::compose_subgraph(&network, None, &spec, &options).unwrap());
        if kind.has_works() {
            facts("timeline", &timeline::compose_subgraph(&network, &spec, &options).unwrap());
            facts("lanes", &lanes::compose_subgraph(&network, &spec, None, &options).unwrap());
        }
        facts("geo", &geo::compose_subgraph(&network, &spec, &options).unwrap());
        // Layouts take long.
        if !["all", "top", "top-min-weight", "last component"].contains(&part) {
            continue;
        }
        if kind.has_works() {
            let view = Bipartite::default();
            facts("bipartite", &bipartite::compose_subgraph(&network, &spec, &view, &options).unwrap());
        }
        if width > 100.0 {
            let part = MapOptions { subgraph: spec.clone(), ..MapOptions::default() };
            facts("map", &map::compose_subgraph(&network, &part, &options).unwrap());
        }
    }
    if filter.is_empty() {
        walk_names(name, &network, kind, &options);
    }
}

/// Views of an institution and of two.
fn walk_names(name: &str, network: &Network<'_>, kind: WorkKind, options: &Options) {
    let corpus = network.corpus();
    let ids: Vec<InstitutionId> = corpus.institution_ids().collect();
    let check = |what: String, figure: &Figure, min_weight: Option<f64>| {
        let facts = Facts::of(what, network, kind, SubgraphSpec::default(), figure);
        check(&Facts { min_weight, ..facts });
    };
    let (Some(&first), Some(&last)) = (ids.first(), ids.last()) else { return };
    let busiest = ids.iter().copied().max_by_key(|&id| network.adjacency().degree(network.node_of(id))).unwrap();
    for id in [first, busiest] {
        for min_weight in [None, Some(2.0)] {
            let around = EgoOptions { min_weight, ..EgoOptions::default() };
            let figure = ego::compose_with(network, id, around, options).unwrap();
            check(format!("{name}, ego of {}, from {min_weight:?}", corpus.institution(id).id), &figure, min_weight);
            for top in [None, Some(3)] {
                let rows = PartnersOptions { top, min_weight };
                let figure = partners::compose(network, id, rows, options).unwrap();
                let what = format!("{name}, partners of {}, {rows:?}", corpus.institution(id).id);
                check(what, &figure, min_weight);
            }
        }
    }
    for (from, to) in [(first, last), (busiest, last), (first, busiest)] {
        if from != to {
            let figure = path::compose(network, from, to, options).unwrap();
            check(format!("{name}, path {from:?} {to:?}"), &figure, None);
        }
    }
    let figure = plain::compose(network, options).unwrap();
    check(format!("{name}, plain"), &figure, None);
}

/// One test a kind of data, so that they run side by side.
macro_rules! walks {
    ($($test:ident: $name:literal;)*) => {
        $(#[test]
        fn $test() {
            let corpus = corpora().into_iter().find(|(name, _)| *name == $name).unwrap().1;
            for (filter_name, filter) in filters() {
                walk(&format!("{} {filter_name}", $name), &corpus, &filter, 170.0);
            }
            walk($name, &corpus, &Filter::default(), 85.0);
            // At the level of groups and institutions alone, the cap counts what is drawn.
            if corpus.actors().are_institutions() {
                let capped = Projection { max_team: Some(2), ..Projection::default() };
                walk_under(capped, concat!($name, " in pairs"), &corpus, &Filter::default(), 170.0);
            }
            finish();
        })*
    };
}

walks! {
    every_statement_about_the_embedded_models_holds: "embedded";
    every_statement_about_papers_of_unknown_countries_holds: "papers";
    every_statement_holds_where_the_first_by_alphabet_is_the_weakest: "weak-first";
    every_statement_about_a_crowded_network_holds: "crowded";
    every_statement_about_ties_holds: "ties";
    every_statement_about_ties_of_small_weights_holds: "small-weights";
    every_statement_about_ties_of_large_weights_holds: "large-weights";
    every_statement_about_works_and_ties_holds: "mixed";
    every_statement_about_makers_of_an_excluded_work_holds: "only-excluded";
    every_statement_about_undated_works_holds: "undated";
    every_statement_about_countries_holds: "countries";
    every_statement_about_sectors_holds: "sectors";
    every_statement_about_regions_holds: "regions";
}

#[test]
fn every_statement_about_the_real_table_holds() {
    let Some(path) = tables::shared(tables::EPOCH) else { return };
    let options = ingest::options::Options { authority: Authority::built_in(), ..Default::default() };
    let corpus = load(&[Input::Path(path)], &options).unwrap().corpus;
    let since = Filter { since: Date::parse_iso("2024"), ..Filter::default() };
    for (name, filter) in filters().into_iter().chain([("2024", since)]).filter(|one| one.0 != "companies") {
        let filtered = corpus.filtered(&filter);
        let network = Network::one_mode(&filtered, Projection::default());
        let options = self::options(170.0, WorkKind::Model);
        for (part, spec) in specs(&network).into_iter().take(2) {
            let facts = |view: &str, figure: &Figure| {
                check(&Facts::of(format!("{name}, {view}, {part}"), &network, WorkKind::Model, spec.clone(), figure));
            };
            facts("arc", &arc::compose_subgraph(&network, &spec, &options).unwrap());
            facts("timeline", &timeline::compose_subgraph(&network, &spec, &options).unwrap());
            facts("lanes", &lanes::compose_subgraph(&network, &spec, None, &options).unwrap());
            facts("geo", &geo::compose_subgraph(&network, &spec, &options).unwrap());
            facts("bipartite", &bipartite::compose_subgraph(&network, &spec, &Bipartite::default(), &options).unwrap());
            if network.node_count() < 120 || spec.is_some() {
                facts("matrix", &matrix::compose_subgraph(&network, None, &spec, &options).unwrap());
                let part = MapOptions { subgraph: spec.clone(), ..MapOptions::default() };
                facts("map", &map::compose_subgraph(&network, &part, &options).unwrap());
            }
        }
    }
    finish();
}

#[test]
fn every_statement_about_the_whole_real_map_holds() {
    let Some(path) = tables::shared(tables::EPOCH) else { return };
    let corpus = load(&[Input::Path(path)], &ingest::options::Options::default()).unwrap().corpus;
    let network = Network::one_mode(&corpus, Projection::default());
    let figure = map::compose_subgraph(&network, &MapOptions::default(), &options(170.0, WorkKind::Model)).unwrap();
    check(&Facts::of("whole map".to_owned(), &network, WorkKind::Model, SubgraphSpec::default(), &figure));
    finish();
}
