//! The figure of a trend: its lines and every statement, counted anew from the works.

use crate::support::tables;
use collabgraph::answer::figure::Figure;
use collabgraph::answer::language::Language;
use collabgraph::answer::mark::{Mark, MarkGroup};
use collabgraph::corpus::Corpus;
use collabgraph::corpus::builder::{CorpusBuilder, InstitutionHandle, WorkFacts};
use collabgraph::corpus::country::Country;
use collabgraph::corpus::date::Date;
use collabgraph::corpus::institution::{Institution, InstitutionId, Names, Sector};
use collabgraph::corpus::table::InputMetadata;
use collabgraph::corpus::work::WorkId;
use collabgraph::dataset::load;
use collabgraph::drawing::frame::Options as FrameOptions;
use collabgraph::drawing::trend::{compose, compose::MAX_GROUPS};
use collabgraph::ingest;
use collabgraph::ingest::input::Input;
use collabgraph::messages::{Argument, Message};
use collabgraph::names::authority::Authority;
use collabgraph::query::context::QueryContext;
use collabgraph::query::trend::{self, TrendGrouping, TrendMeasure};
use std::collections::{BTreeMap, BTreeSet};

/// Works of institutions of some countries and sectors, known and not; one in nine without a date.
fn made(institutions: usize, works: usize, as_of: Option<&str>) -> Corpus {
    let mut builder = CorpusBuilder::new();
    let as_of = as_of.and_then(Date::parse_iso);
    builder.input(InputMetadata { name: "made.csv".into(), as_of, ..InputMetadata::default() });
    let handles: Vec<InstitutionHandle> = (0..institutions)
        .map(|at| {
            builder.institution(Institution {
                names: Names::plain(&format!("Institute {at:02}")),
                countries: Country::parse(["KR", "US", "", "JP", "FR", "DE", "GB"][at % 7]).into_iter().collect(),
                sectors: [None, Sector::parse("education"), Sector::parse("company")][at % 3].into_iter().collect(),
                ..Institution::default()
            })
        })
        .collect();
    let mut seed = 5u64;
    let mut below = |bound: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % bound
    };
    for number in 0..works {
        let mut team: Vec<usize> = (0..1 + below(3)).map(|_| below(institutions).min(below(institutions))).collect();
        team.sort_unstable();
        team.dedup();
        let team: Vec<InstitutionHandle> = team.into_iter().map(|at| handles[at]).collect();
        let year = if as_of.is_some() || below(9) > 0 { (2012 + below(9)).to_string() } else { String::new() };
        let name = format!("Work {number}");
        let date = Date::parse_iso(&year);
        builder.work(&WorkFacts { name: &name, date, institutions: &team, ..WorkFacts::default() });
    }
    builder.finish()
}

/// The lines of a figure: key, first year, values.
fn lines(figure: &Figure) -> Vec<(String, u16, Vec<Option<f64>>)> {
    fn walk<'m>(marks: &'m [Mark], found: &mut Vec<&'m MarkGroup>) {
        for mark in marks {
            if let Mark::Group(group) = mark {
                if group.class == "series" {
                    found.push(group);
                }
                walk(&group.marks, found);
            }
        }
    }
    let mut groups = Vec::new();
    walk(figure.marks(), &mut groups);
    let data = |group: &MarkGroup, wanted: &str| {
        group.data.iter().find(|(name, _)| *name == wanted).map(|(_, value)| value.clone()).unwrap()
    };
    let line = |group: &MarkGroup| {
        let values = data(group, "values").split(' ').map(|value| value.parse().ok()).collect();
        (data(group, "group"), data(group, "first-year").parse().unwrap(), values)
    };
    groups.into_iter().map(line).collect()
}

fn number(message: &Message, name: &str) -> f64 {
    match message.argument(name) {
        Some(Argument::Count(count)) => *count as f64,
        Some(Argument::Number { value, .. }) => *value,
        Some(Argument::Text(text)) => text.parse().unwrap(),
        other => panic!("{}: {name} is {other:?}", message.id),
    }
}

/// Groups of a work by another way than the library's: by the text that a figure has for them.
fn groups(corpus: &Corpus, work: WorkId, by: Option<TrendGrouping>) -> BTreeSet<String> {
    let team = corpus.institutions_of(work).iter().map(|&id| corpus.institution(id));
    match by {
        None => BTreeSet::from(["all".to_owned()]),
        Some(TrendGrouping::Country) => {
            team.flat_map(|one| one.countries.iter().map(|country| country.code().to_owned())).collect()
        }
        Some(TrendGrouping::Sector) => team.filter_map(|one| one.sector()).map(|one| one.key().to_owned()).collect(),
        Some(TrendGrouping::Actor) => team.map(|one| one.id.clone()).collect(),
        Some(TrendGrouping::Domain) => corpus.work(work).domains.iter().map(|one| one.to_string()).collect(),
    }
}

fn counted(corpus: &Corpus, work: WorkId, measure: TrendMeasure) -> bool {
    match measure {
        TrendMeasure::Works => true,
        TrendMeasure::Joint => corpus.institutions_of(work).len() > 1,
        other => panic!("{other:?} is not counted here"),
    }
}

/// Checks lines and statements; gives the ids of the statements.
fn check(what: &str, corpus: &Corpus, asked: &trend::Options, width_mm: f64) -> BTreeSet<&'static str> {
    let context = QueryContext::new(corpus);
    let chart = trend::chart(&context, asked);
    let options = FrameOptions { width_mm, language: Language::English, ..FrameOptions::default() };
    let figure = compose(corpus, &chart, &options).unwrap();
    let drawn = lines(&figure);
    let works: Vec<WorkId> =
        corpus.work_ids().filter(|&work| asked.of.iter().all(|id| corpus.institutions_of(work).contains(id))).collect();
    let year = |work: WorkId| corpus.date(work).map(|date| date.year_number());
    let years: BTreeSet<u16> = works.iter().filter_map(|&work| year(work)).collect();
    let (first, last) = (years.first().copied().unwrap_or(0), years.last().copied().unwrap_or(0));

    // Counted anew: works of each group by year, and without one.
    let mut by_group: BTreeMap<String, BTreeMap<Option<u16>, f64>> = BTreeMap::new();
    for &work in &works {
        for group in groups(corpus, work, asked.by) {
            let values = by_group.entry(group).or_default();
            *values.entry(year(work)).or_default() += f64::from(u8::from(counted(corpus, work, asked.measure)));
        }
    }
    let total = |group: &str, is_dated: bool| -> f64 {
        by_group[group].iter().filter(|(year, _)| !is_dated || year.is_some()).map(|(_, value)| value).sum()
    };
    for (group, first_year, values) in &drawn {
        assert_eq!((*first_year, values.len()), (first, usize::from(last - first) + 1), "{what}: {group}");
        let mut sum = 0.0;
        for (at, value) in values.iter().enumerate() {
            let own = by_group[group].get(&Some(first + at as u16)).copied().unwrap_or(0.0);
            sum += own;
            assert_eq!(*value, Some(if asked.is_cumulative { sum } else { own }), "{what}: {group} {at}");
        }
    }
    let shown: BTreeSet<&str> = drawn.iter().map(|(group, ..)| group.as_str()).collect();
    assert_eq!(shown.len(), drawn.len(), "{what}: a group twice");
    let least = shown.iter().map(|group| total(group, false)).fold(f64::INFINITY, f64::min);
    let hidden: Vec<&String> = by_group.keys().filter(|group| !shown.contains(group.as_str())).collect();
    assert!(
        years.is_empty() || hidden.iter().all(|group| total(group, false) <= least),
        "{what}: a larger group is missing"
    );

    let statements = &figure.metadata().statements;
    for statement in statements {
        let n = |name: &str| number(statement, name);
        let holds = match statement.id {
            "figures-trend-headline-peak" | "figures-trend-headline-peak-of" => {
                let values = &drawn[0].2;
                let most = n("most");
                let at = (n("year") as u16 - first) as usize;
                let others = values.iter().enumerate().filter(|(other, _)| *other != at);
                values[at] == Some(most) && others.clone().all(|(_, value)| value.unwrap() < most)
            }
            "figures-trend-headline-first" => {
                let mut totals: Vec<f64> = by_group.keys().map(|group| total(group, true)).collect();
                totals.sort_by(|a, b| b.total_cmp(a));
                totals[0] == n("value")
                    && totals[1] == n("second")
                    && totals.get(2).is_none_or(|&third| third < totals[1])
            }
            "figures-trend-undated" => n("count") == works.iter().filter(|&&work| year(work).is_none()).count() as f64,
            "figures-trend-more" => n("count") == hidden.len() as f64,
            "figures-trend-ends" => corpus.inputs()[0].as_of.is_some_and(|date| date.year_number() == last),
            "figures-trend-description" | "figures-trend-description-by" => {
                let Some(Argument::List(list)) = statement.argument("lines") else { panic!("{what}") };
                n("first") as u16 == first && n("last") as u16 == last && list.items.len() == drawn.len()
            }
            "figures-trend-empty" => years.is_empty() && drawn.is_empty(),
            "figures-trend-title-of" => !asked.of.is_empty(),
            "figures-trend-title" | "figures-trend-title-by" => asked.of.is_empty() || asked.by.is_some(),
            "figures-trend-subtitle" => asked.is_cumulative,
            "figures-trend-subtitle-lines" | "figures-trend-subtitle-panels" => asked.by.is_some(),
            "trend-ungrouped" => {
                n("count") == works.iter().filter(|&&work| groups(corpus, work, asked.by).is_empty()).count() as f64
            }
            "trend-several" => asked.by.is_some(),
            "figures-truncated" => n("count") > 0.0,
            other => panic!("{what}: nothing checks {other}"),
        };
        assert!(holds, "{what}: {statement:?}");
    }
    statements.iter().map(|one| one.id).collect()
}

#[test]
fn every_line_and_statement_holds() {
    let corpora = [
        ("undated", made(12, 90, None)),
        ("dated", made(7, 140, Some("2020-04-08"))),
        ("many", made(60, 300, Some("2021-01-01"))),
        ("few", made(2, 3, None)),
        ("none", made(3, 0, None)),
    ];
    let mut seen = BTreeSet::new();
    for (name, corpus) in &corpora {
        let busiest = corpus.institution_ids().max_by_key(|&id| corpus.works_of(id).len());
        for by in [None, Some(TrendGrouping::Country), Some(TrendGrouping::Sector), Some(TrendGrouping::Actor)] {
            for measure in [TrendMeasure::Works, TrendMeasure::Joint] {
                for is_cumulative in [false, true] {
                    for top in [Some(3), Some(10), None] {
                        let asked = trend::Options { by, measure, is_cumulative, top, of: Vec::new() };
                        for width in [170.0, 85.0] {
                            seen.extend(check(&format!("{name} {asked:?} {width}"), corpus, &asked, width));
                        }
                    }
                }
            }
        }
        if let Some(id) = busiest {
            let asked = trend::Options { of: vec![id], ..trend::Options::default() };
            seen.extend(check(&format!("{name} of one"), corpus, &asked, 170.0));
        }
    }
    for id in
        ["headline-first", "headline-peak", "headline-peak-of", "ends", "undated", "more", "empty", "subtitle-panels"]
    {
        assert!(seen.contains(format!("figures-trend-{id}").as_str()), "{id} is never said");
    }
}

#[test]
fn countries_of_the_real_table_are_lines_or_panels() {
    let Some(path) = tables::shared(tables::EPOCH) else { return };
    let options = ingest::options::Options { authority: Authority::built_in(), ..Default::default() };
    let corpus = load(&[Input::Path(path)], &options).unwrap().corpus;
    for top in [Some(5), None] {
        let asked = trend::Options { by: Some(TrendGrouping::Country), top, ..trend::Options::default() };
        let context = QueryContext::new(&corpus);
        let figure = compose(&corpus, &trend::chart(&context, &asked), &FrameOptions::default()).unwrap();
        assert_eq!(lines(&figure).len(), top.unwrap_or(MAX_GROUPS.0));
    }
}

/// A value that is not known is a gap, and no zero.
#[test]
fn unknown_values_are_gaps() {
    let mut builder = CorpusBuilder::new();
    let country = |code: &str| Country::parse(code).into_iter().collect();
    let known = builder.institution(Institution {
        names: Names::plain("A"),
        countries: country("KR"),
        ..Institution::default()
    });
    let unknown = builder.institution(Institution { names: Names::plain("B"), ..Institution::default() });
    for (name, year, team) in [("1", "2018", known), ("2", "2019", unknown), ("3", "2020", known)] {
        builder.work(&WorkFacts { name, date: Date::parse_iso(year), institutions: &[team], ..WorkFacts::default() });
    }
    let corpus = builder.finish();
    let asked = trend::Options { measure: TrendMeasure::International, ..trend::Options::default() };
    let figure =
        compose(&corpus, &trend::chart(&QueryContext::new(&corpus), &asked), &FrameOptions::default()).unwrap();
    assert_eq!(lines(&figure)[0].2, [Some(0.0), None, Some(0.0)]);
}

/// Institutions of a pair are one subject: their joint works.
#[test]
fn names_choose_joint_works() {
    let corpus = made(5, 80, None);
    let ids: Vec<InstitutionId> = corpus.institution_ids().take(2).collect();
    let asked = trend::Options { of: ids.clone(), ..trend::Options::default() };
    check("pair", &corpus, &asked, 170.0);
}
