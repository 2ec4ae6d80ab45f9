//! Findings: every number and name of them, counted anew from the works and ties by other means, on data of every kind.

use crate::support::tables;
use collabgraph::corpus::Corpus;
use collabgraph::corpus::institution::InstitutionId;
use collabgraph::corpus::work::WorkId;
use collabgraph::dataset::load;
use collabgraph::ingest::input::Input;
use collabgraph::ingest::options::Options;
use collabgraph::messages::language::Language;
use collabgraph::messages::{Argument, Localizer, Message};
use collabgraph::names::authority::Authority;
use collabgraph::query::context::QueryContext;
use collabgraph::query::findings::{self, KeyFinding, Topic};
use std::collections::{BTreeMap, BTreeSet};

/// The first institution by alphabet is the weakest, and has no partner.
const WEAKEST_FIRST: &str = "Model,Organization,Publication date,Country (of organization),Notability criteria\n\
    A,Aardvark Institute,2020-01-01,France,x\nB,\"Yotta,Zenith\",2021-01-01,\"Japan,China\",x\n\
    C,\"Yotta,Zenith\",2021-05-01,\"Japan,China\",x\nD,\"Xeno,Yotta\",2022-05-01,\"China,Japan\",x\n\
    E,Mid,2022-06-01,Germany,x\nF,Zenith,,China,x\n";
const PAPERS: &str = "title,institutions,year\nOne,Seoul National University;Acme Labs,2020\nTwo,Acme Labs,2021\n\
    Three,KAIST;Seoul National University,2021\nFour,Zeta,\nFive,Acme Labs;Zeta;Omega,2022\n";
const TIES: &str =
    "source,target,weight\nAARHUS,ROTH,0.25\nBARABASI,ROTH,3\nBARABASI,KIM,8\nLEE,MOON,8\nBARABASI,LEE,1\n";
const EQUALS: &str = "title,institutions,year\nOne,A Lab;B Lab,2020\nTwo,C Lab;D Lab,2020\nThree,E Lab;A Lab,2020\n";
const ALONE: &str = "title,institutions,country,year\nOne,A Lab,KR,2020\nTwo,A Lab,KR,2021\nThree,B Lab,JP,2021\n";

fn corpora() -> Vec<(&'static str, Corpus)> {
    let read = |input| load(&[input], &Options::default()).unwrap().corpus;
    let mut corpora = vec![("embedded", read(Input::Embedded)), ("made up", read(Input::Path(tables::made_up())))];
    for (name, text) in [
        ("weakest first", WEAKEST_FIRST),
        ("papers", PAPERS),
        ("ties", TIES),
        ("equals", EQUALS),
        ("alone", ALONE),
        ("empty", "title,institutions\n"),
    ] {
        corpora.push((name, read(Input::bytes(&format!("{}.csv", name.replace(' ', "-")), text))));
    }
    corpora.extend(tables::shared(tables::EPOCH).map(|path| ("April 2025", read(Input::Path(path)))));
    corpora
}

fn count(statement: &Message, name: &str) -> Option<usize> {
    match statement.argument(name)? {
        Argument::Count(count) => Some(*count as usize),
        _ => None,
    }
}

fn names(statement: &Message, argument: &str) -> Vec<String> {
    match statement.argument(argument) {
        Some(Argument::List(list)) => list
            .items
            .iter()
            .map(|item| match item {
                Argument::Name(names) => names.label().to_owned(),
                Argument::Text(text) => text.clone(),
                other => format!("{other:?}"),
            })
            .collect(),
        _ => Vec::new(),
    }
}

fn label(corpus: &Corpus, id: InstitutionId) -> String {
    corpus.institution(id).names.label().to_owned()
}

/// Works of each institution, from the works alone.
fn teams(corpus: &Corpus) -> BTreeMap<String, Vec<WorkId>> {
    let mut of: BTreeMap<String, Vec<WorkId>> = BTreeMap::new();
    for work in corpus.work_ids() {
        for &id in corpus.institutions_of(work) {
            of.entry(label(corpus, id)).or_default().push(work);
        }
    }
    of
}

/// Works of each pair that make ties, from the works alone.
fn pairs(corpus: &Corpus) -> BTreeMap<(String, String), Vec<WorkId>> {
    pairs_of_teams(corpus, 25)
}

/// Pairs with their joint works of up to so many institutions.
fn pairs_of_teams(corpus: &Corpus, cap: usize) -> BTreeMap<(String, String), Vec<WorkId>> {
    let mut of: BTreeMap<(String, String), Vec<WorkId>> = BTreeMap::new();
    for work in corpus.work_ids().filter(|&work| corpus.institutions_of(work).len() <= cap) {
        let team: BTreeSet<String> = corpus.institutions_of(work).iter().map(|&id| label(corpus, id)).collect();
        for a in &team {
            for b in team.iter().filter(|b| a < *b) {
                of.entry((a.clone(), b.clone())).or_default().push(work);
            }
        }
    }
    of
}

fn year(corpus: &Corpus, work: WorkId) -> Option<u16> {
    corpus.date(work).map(|date| date.year_number())
}

#[track_caller]
fn leads(name: &str, corpus: &Corpus, statement: &Message) {
    let of = teams(corpus);
    let most = of.values().map(Vec::len).max().unwrap();
    let first: Vec<&String> = of.iter().filter(|(_, works)| works.len() == most).map(|(name, _)| name).collect();
    if statement.id == "findings-leader-none" {
        assert!(most == 1 && first.len() == count(statement, "institutions").unwrap(), "{name}");
        return;
    }
    let said = [names(statement, "name"), names(statement, "names")].concat();
    assert_eq!(said.iter().collect::<BTreeSet<_>>(), first.into_iter().collect(), "{name}");
    assert_eq!(
        (count(statement, "count"), count(statement, "total")),
        (Some(most), Some(corpus.work_count())),
        "{name}"
    );
    if statement.id == "findings-leader" {
        let next = of.values().map(Vec::len).filter(|&works| works < most).max().unwrap();
        let second: BTreeSet<&String> =
            of.iter().filter(|(_, works)| works.len() == next).map(|(name, _)| name).collect();
        assert_eq!(count(statement, "next_count"), Some(next), "{name}");
        assert_eq!(names(statement, "next").iter().collect::<BTreeSet<_>>(), second, "{name}");
    }
}

#[track_caller]
fn are_new(name: &str, corpus: &Corpus, statement: &Message) {
    let latest = corpus.work_ids().filter_map(|work| year(corpus, work)).max().unwrap();
    let Some(Argument::Text(said)) = statement.argument("year") else { panic!("{statement:?}") };
    assert_eq!(*said, latest.to_string(), "{name}");
    let years = |works: &Vec<WorkId>| works.iter().filter_map(|&work| year(corpus, work)).collect::<BTreeSet<u16>>();
    let of = teams(corpus);
    let active = of.values().filter(|works| years(works).contains(&latest)).count();
    let new: BTreeSet<String> =
        of.into_iter().filter(|(_, works)| years(works) == BTreeSet::from([latest])).map(|(name, _)| name).collect();
    if statement.id == "findings-no-newcomers" {
        assert!(new.is_empty() && count(statement, "institutions") == Some(active), "{name}: {new:?}");
    } else {
        assert_eq!(names(statement, "names").into_iter().collect::<BTreeSet<_>>(), new, "{name}");
        assert_eq!(count(statement, "count"), Some(new.len()), "{name}");
    }
}

#[track_caller]
fn are_strongest(name: &str, corpus: &Corpus, finding: &KeyFinding) {
    let statement = &finding.statement;
    let of = pairs(corpus);
    let most = of.values().map(Vec::len).max().unwrap_or(0);
    let equal: Vec<&(String, String)> =
        of.iter().filter(|(_, works)| works.len() == most).map(|(pair, _)| pair).collect();
    // What is said of joint works is true of those over the cap as well; else the weight of ties is told.
    let most_of_all = pairs_of_teams(corpus, usize::MAX).values().map(Vec::len).max().unwrap_or(0);
    let is_of_works = statement.id.starts_with("findings-partnership") && statement.id != "findings-partnerships-once";
    assert!(!is_of_works || most_of_all == most, "{name}: {statement:?}");
    match statement.id {
        "findings-tie" | "findings-ties-equal" => {
            let pairs = if statement.id == "findings-tie" { Some(1) } else { count(statement, "pairs") };
            assert_eq!(pairs, Some(equal.len()), "{name}");
            assert!(corpus.work_ids().any(|work| corpus.institutions_of(work).len() > 25), "{name}");
        }
        "overview-no-joint-works" => assert!(of.is_empty(), "{name}"),
        "findings-partnerships-once" => {
            assert_eq!((most, count(statement, "count")), (1, Some(of.len())), "{name}");
        }
        "findings-partnership" => {
            assert_eq!((equal.len(), count(statement, "count")), (1, Some(most)), "{name}");
            let said = names(statement, "names");
            assert_eq!([&equal[0].0, &equal[0].1], [&said[0], &said[1]], "{name}");
        }
        "findings-partnership-team" => {
            let said = names(statement, "names");
            let all =
                said.iter().flat_map(|a| said.iter().filter(move |b| a < *b).map(move |b| (a.clone(), b.clone())));
            assert_eq!(all.collect::<BTreeSet<_>>(), equal.iter().map(|pair| (*pair).clone()).collect(), "{name}");
            let works: BTreeSet<&Vec<WorkId>> = equal.iter().map(|pair| &of[*pair]).collect();
            assert_eq!((works.len(), count(statement, "pairs")), (1, Some(equal.len())), "{name}");
        }
        "findings-partnerships-equal" => {
            assert_eq!(
                (count(statement, "pairs"), count(statement, "count")),
                (Some(equal.len()), Some(most)),
                "{name}"
            );
        }
        other => panic!("{name}: {other}"),
    }
}

#[track_caller]
fn rest_on_one(name: &str, corpus: &Corpus, statement: &Message) {
    let of = pairs(corpus);
    let single: Vec<WorkId> = of.values().filter(|works| works.len() == 1).map(|works| works[0]).collect();
    assert_eq!(count(statement, "ties"), Some(of.len()), "{name}");
    assert_eq!(count(statement, "count").unwrap_or(0), single.len(), "{name}");
    let mut alone: BTreeMap<WorkId, usize> = BTreeMap::new();
    single.iter().for_each(|&work| *alone.entry(work).or_default() += 1);
    let most = alone.values().copied().max().unwrap_or(0);
    assert_eq!(count(statement, "most").unwrap_or(most.min(1)), most, "{name}: {statement:?}");
    if statement.id == "findings-single" {
        let works: Vec<&str> =
            alone.iter().filter(|(_, pairs)| **pairs == most).map(|(&work, _)| corpus.work_name(work)).collect();
        assert_eq!(names(statement, "works"), works, "{name}");
    }
}

#[track_caller]
fn is_international(name: &str, corpus: &Corpus, statement: &Message) {
    let (mut known, mut holds) = (0, 0);
    for work in corpus.work_ids() {
        let told = crate::statements::is_international(corpus, work);
        let told = told.filter(|_| !corpus.institutions_of(work).is_empty());
        known += usize::from(told.is_some());
        holds += usize::from(told == Some(true));
    }
    match statement.id {
        "findings-international-unknown" => assert_eq!(known, 0, "{name}"),
        "findings-international" => {
            assert_eq!((known, count(statement, "total")), (corpus.work_count(), Some(known)), "{name}");
            assert_eq!(count(statement, "count"), Some(holds), "{name}");
        }
        _ => {
            assert_eq!((count(statement, "known"), count(statement, "count")), (Some(known), Some(holds)), "{name}");
            assert_eq!(count(statement, "unknown"), Some(corpus.work_count() - known), "{name}");
        }
    }
}

#[test]
fn every_finding_is_what_other_means_count() {
    for (name, corpus) in corpora() {
        let context = QueryContext::new(&corpus);
        let findings = findings::of(&context);
        assert!(
            findings.len() <= 5 && (findings.len() >= 3 || corpus.institution_count() == 0),
            "{name}: {findings:?}"
        );
        for finding in findings.iter().filter(|_| corpus.work_count() > 0) {
            match finding.topic {
                Topic::Leader => leads(name, &corpus, &finding.statement),
                Topic::Newcomers => are_new(name, &corpus, &finding.statement),
                Topic::Partnership => are_strongest(name, &corpus, finding),
                Topic::SingleWork => rest_on_one(name, &corpus, &finding.statement),
                Topic::International => is_international(name, &corpus, &finding.statement),
                Topic::Connection | Topic::Broker => panic!("{name}: of ties without works"),
            }
        }
        for finding in &findings {
            for language in [Language::English, Language::Korean] {
                let text = Localizer::new(language).render(&finding.statement);
                assert!(text.ends_with('.') && !text.contains("  ") && !text.contains('{'), "{name}: {text}");
            }
        }
    }
}

#[test]
fn ties_without_works_have_findings_of_their_own() {
    let corpus = load(&[Input::bytes("ties.csv", TIES)], &Options::default()).unwrap().corpus;
    let context = QueryContext::new(&corpus);
    let said: Vec<String> =
        findings::of(&context).iter().map(|one| Localizer::new(Language::English).render(&one.statement)).collect();
    assert_eq!(
        said,
        [
            "BARABASI has the most partners: 3 of the 5 other institutions.",
            "2 ties are the strongest, with a weight of 8 each: BARABASI with KIM and LEE with MOON.",
            "All 6 institutions are connected, directly or through others.",
            "BARABASI is on the most shortest paths between other institutions (betweenness 0.8).",
        ]
    );
}

#[test]
fn parts_of_one_group_are_said_to_be() {
    let table =
        "title,institutions,year\nOne,Google;Google Brain,2020\nTwo,Google;Google Brain,2021\nThree,KAIST;NAVER,2021\n";
    let options = Options { authority: Authority::built_in(), ..Options::default() };
    let corpus = load(&[Input::bytes("t.csv", table)], &options).unwrap().corpus;
    let findings = findings::of(&QueryContext::new(&corpus));
    let strongest = findings.iter().find(|one| one.topic == Topic::Partnership).unwrap();
    let text = Localizer::new(Language::English).render(&strongest.statement);
    assert_eq!(text, "Google and Google Brain work together most: 2 joint publications; both are parts of one group.");
}
