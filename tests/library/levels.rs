//! Levels: countries, regions, sectors, domains and authors as actors, against counts by hand and by brute force.

use std::collections::{BTreeMap, BTreeSet};

use collabgraph::answer::Answer;
use collabgraph::answer::language::Language;
use collabgraph::centrality::measure::Measure;
use collabgraph::community::leiden;
use collabgraph::corpus::Corpus;
use collabgraph::corpus::country::Country;
use collabgraph::corpus::filter::{Filter, Only};
use collabgraph::corpus::institution::{InstitutionId, Sector};
use collabgraph::corpus::kind::ActorKind;
use collabgraph::corpus::level::AtLevel;
use collabgraph::dataset::load;
use collabgraph::drawing::frame;
use collabgraph::drawing::map;
use collabgraph::ingest::input::Input;
use collabgraph::ingest::options::Options;
use collabgraph::network::Network;
use collabgraph::network::counting::{Counting, Projection};
use collabgraph::query::choice::{ActorChoice, ActorSet};
use collabgraph::query::context::QueryContext;
use collabgraph::query::trend::TrendGrouping;
use collabgraph::query::{
    between, between_sets, brokers, clusters, common_partners, components, counting, findings, indicators,
    institutions, level, most_cited, non_collaborators, overview, path, rank, search, statistics, strongest, timeline,
    trend, who, work_institutions, works,
};
use collabgraph::render::text;

use crate::support::corpora;
use crate::support::tables::{EPOCH, shared};

const LEVELS: [ActorKind; 5] =
    [ActorKind::Author, ActorKind::Country, ActorKind::Region, ActorKind::Sector, ActorKind::Domain];

fn read(name: &str, text: &str) -> Corpus {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(name);
    std::fs::write(&file, text).unwrap();
    load(&[Input::Path(file)], &Options::default()).unwrap().corpus
}

const PAPERS: &str = "title,institutions,countries,authors,domains,date\n\
    One,Alpha University;Beta Labs,US;US,Kim Minsu;Ann Lee,Vision;Language,2020\n\
    Two,Alpha University;Gamma Institute,US;KR,Kim Minsu;Oh Sora,Vision,2021\n\
    Three,Gamma Institute;Delta Hospital;Alpha University,KR;KR;US,Oh Sora,,2021-05\n\
    Four,Beta Labs,US,,Language,\n\
    Five,Epsilon,,Ann Lee,,2022\n";

/// A list of ties whose ends have countries.
const TIES: &str = r#"{"directed":false,"multigraph":false,"graph":{},"nodes":[
    {"id":"A","country":"KR","sector":"company"},{"id":"B","country":"US","sector":"education"},
    {"id":"C","country":"KR","sector":"education"},{"id":"D"}],
    "links":[{"source":"A","target":"B","weight":2},{"source":"B","target":"C","weight":3},
    {"source":"A","target":"C","weight":1},{"source":"A","target":"D","weight":1}]}"#;

fn actor(corpus: &Corpus, key: &str) -> InstitutionId {
    corpus.institution_by_key(key).unwrap_or_else(|| panic!("{key}"))
}

fn tie(corpus: &Corpus, projection: Projection, (a, b): (&str, &str)) -> f64 {
    let network = Network::one_mode(corpus, projection);
    let tie = network.tie_between(network.node_of(actor(corpus, a)), network.node_of(actor(corpus, b)));
    tie.map_or(0.0, |tie| network.tie(tie).2)
}

/// Rows of a CSV file, read without the library.
fn rows(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut is_quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut chars = text.trim_start_matches('\u{feff}').chars().peekable();
    while let Some(ch) = chars.next() {
        match ch {
            '"' if is_quoted && chars.peek() == Some(&'"') => cell.extend(chars.next()),
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => row.push(std::mem::take(&mut cell)),
            '\n' if !is_quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            '\r' if !is_quoted => {}
            _ => cell.push(ch),
        }
    }
    if !(row.is_empty() && cell.is_empty()) {
        row.push(cell);
        rows.push(row);
    }
    rows
}

#[test]
fn country_ties_of_the_april_table_are_those_of_its_rows() {
    let Some(table) = shared(EPOCH) else { return };
    let rows = rows(&std::fs::read_to_string(&table).unwrap());
    let column = |name: &str| rows[0].iter().position(|one| one == name).unwrap();
    let (countries, organizations) = (column("Country (from Organization)"), column("Organization"));
    let mut pairs: BTreeMap<(String, String), usize> = BTreeMap::new();
    let (mut international, mut several) = (0, 0);
    for row in &rows[1..] {
        let named: BTreeSet<String> = row[countries]
            .split(',')
            .map(str::trim)
            .filter(|name| !name.is_empty() && *name != "Multinational")
            .map(|name| Country::parse(name).unwrap_or_else(|| panic!("{name}")).code().to_lowercase())
            .collect();
        international += usize::from(named.len() > 1);
        // The one large consortium of the table, beyond the cap on teams.
        if row[organizations].split(',').count() > 25 {
            several += 1;
            continue;
        }
        let named: Vec<String> = named.into_iter().collect();
        for (at, a) in named.iter().enumerate() {
            for b in &named[at + 1..] {
                *pairs.entry((a.clone(), b.clone())).or_default() += 1;
            }
        }
    }
    assert_eq!(several, 1);
    let corpus = load(&[Input::Path(table)], &Options::default()).unwrap().corpus;
    let AtLevel { corpus: by_country, summary } = corpus.at_level(ActorKind::Country);
    let network = Network::one_mode(&by_country, Projection::default());
    let key = |node: usize| by_country.institution(network.institution(node).unwrap()).id.clone();
    let found: BTreeMap<(String, String), usize> = (0..network.tie_count())
        .map(|tie| {
            let (a, b, weight) = network.tie(tie);
            let (a, b) = (key(a), key(b));
            ((a.clone().min(b.clone()), a.max(b)), weight as usize)
        })
        .collect();
    assert_eq!(found, pairs);
    assert!(found[&("cn".to_owned(), "us".to_owned())] > 20 && found[&("gb".to_owned(), "us".to_owned())] > 40);

    // The share that `indicators` tells, at both levels.
    let joint = by_country.work_ids().filter(|&work| by_country.institutions_of(work).len() > 1).count();
    assert_eq!(joint, international);
    for one in [&corpus, &by_country] {
        let record = indicators::ask(&QueryContext::new(one), &indicators::Options::default(), Language::Both).record;
        assert_eq!(record["rows"][0]["international"], international);
    }
    let without = rows[1..].iter().filter(|row| row[countries].trim().is_empty()).count();
    assert_eq!(summary.unknown, without);
}

#[test]
fn actors_of_a_work_are_distinct_and_what_lies_within_one_is_counted() {
    let corpus = read("papers.csv", PAPERS);
    let AtLevel { corpus: by_country, summary } = corpus.at_level(ActorKind::Country);
    assert_eq!((by_country.work_count(), by_country.institution_count()), (5, 2));
    assert_eq!(by_country.works_of(actor(&by_country, "us")).len(), 4);
    assert_eq!(by_country.works_of(actor(&by_country, "kr")).len(), 2);
    assert_eq!(summary.within, [("us".to_owned(), 1)]);
    assert_eq!((summary.unknown, summary.partly_known), (1, 0));
    let full = Projection::default();
    assert_eq!(tie(&by_country, full, ("kr", "us")), 2.0);
    // Fractional counting divides by the actors of the level: two countries are one pair of weight 1.
    let fractional = Projection { counting: Counting::Fractional, ..full };
    assert_eq!(tie(&by_country, fractional, ("kr", "us")), 2.0);
    // The cap is on institutions at every level: the work of three is left out.
    let capped = Projection { max_team: Some(2), ..full };
    assert_eq!(tie(&by_country, capped, ("kr", "us")), 1.0);
    assert_eq!(Network::one_mode(&by_country, capped).excluded().len(), 1);

    let by_region = corpus.at_level(ActorKind::Region).corpus;
    assert_eq!(tie(&by_region, full, ("americas", "asia")), 2.0);
    let by_domain = corpus.at_level(ActorKind::Domain).corpus;
    assert_eq!(tie(&by_domain, full, ("language", "vision")), 1.0);
    let AtLevel { corpus: by_author, summary } = corpus.at_level(ActorKind::Author);
    assert_eq!(by_author.institution_count(), 3);
    assert_eq!((summary.by_name, summary.repeated_names, summary.unknown), (3, 3, 1));
    assert_eq!(tie(&by_author, full, ("ann-lee", "kim-minsu")), 1.0);
    assert_eq!(tie(&by_author, full, ("kim-minsu", "oh-sora")), 1.0);
}

#[test]
fn ties_without_works_are_summed_between_actors() {
    let corpus = read("ties.json", TIES);
    let AtLevel { corpus: by_country, summary } = corpus.at_level(ActorKind::Country);
    assert_eq!(tie(&by_country, Projection::default(), ("kr", "us")), 5.0);
    assert_eq!((summary.ties_within, summary.ties_unknown), (1, 1));
    let by_sector = corpus.at_level(ActorKind::Sector).corpus;
    assert_eq!(tie(&by_sector, Projection::default(), ("company", "education")), 3.0);
    assert_eq!(corpus.at_level(ActorKind::Author).corpus.institution_count(), 0);
}

#[test]
fn a_surname_and_its_initials_are_one_author() {
    let table = "title,authors,institutions\nOne,\"Choi, D.\",A\nTwo,\"Choi, D., Kim, H.-J.\",A\nThree,\"Ann Lee, Bo Kim\",A\n\
        Four,\"Kim, H.-J.; Lee, A.\",A\n";
    let corpus = read("papers.csv", table);
    let by_author = corpus.at_level(ActorKind::Author).corpus;
    let names: BTreeSet<&str> = by_author.institution_ids().map(|id| by_author.institution(id).names.label()).collect();
    assert_eq!(names, ["Ann Lee", "Bo Kim", "Choi, D.", "Kim, H.-J.", "Lee, A."].into());
}

#[test]
fn authors_are_told_apart_by_identifiers_else_by_name() {
    let work = |id: usize, authors: &str| {
        format!(
            r#"{{"id":"https://openalex.org/W{id}","title":"T{id}","publication_year":2020,"authorships":[{authors}]}}"#
        )
    };
    let author = |name: &str, id: &str, orcid: &str| {
        let orcid = if orcid.is_empty() { "null".to_owned() } else { format!("\"https://orcid.org/{orcid}\"") };
        format!(
            r#"{{"author":{{"id":"https://openalex.org/{id}","display_name":"{name}","orcid":{orcid}}},
            "institutions":[{{"id":"https://openalex.org/I1","display_name":"Alpha","country_code":"KR"}}]}}"#
        )
    };
    let one = work(1, &[author("Kim, Minsu", "A1", ""), author("Ann Lee", "A9", "0000-0001-0000-0001")].join(","));
    let two = work(2, &[author("Kim, Minsu", "A2", ""), author("A. Lee", "A8", "0000-0001-0000-0001")].join(","));
    let corpus = read("works.json", &format!(r#"{{"meta":{{"count":2}},"results":[{one},{two}]}}"#));
    let AtLevel { corpus: by_author, summary } = corpus.at_level(ActorKind::Author);
    let names: BTreeSet<&str> =
        by_author.institution_ids().map(|id| by_author.institution(id).names.name.as_str()).collect();
    assert_eq!(by_author.institution_count(), 3, "{names:?}");
    assert_eq!((summary.by_name, summary.shared_names), (0, 1));
    assert_eq!(by_author.works_of(actor(&by_author, "0000-0001-0000-0001")).len(), 2);
}

/// Every question of a corpus.
fn answers(context: &QueryContext<'_>, language: Language) -> Vec<Answer> {
    let corpus = context.corpus;
    let ids: Vec<InstitutionId> = corpus.institution_ids().take(3).collect();
    let mut answers = vec![
        overview::ask(context, language),
        works::ask(context, language),
        institutions::ask(context, language),
        clusters::ask(context, &leiden::Options { starts: 2, ..leiden::Options::default() }, language),
        components::ask(context, language),
        statistics::ask(context, language),
        non_collaborators::ask(context, &non_collaborators::Options::default(), language),
        strongest::ask(context, &strongest::Options::default(), language),
        most_cited::ask(context, &strongest::Options::default(), language),
        brokers::ask(context, &brokers::Options::default(), language),
        indicators::ask(context, &indicators::Options::default(), language),
        counting::ask(context, &counting::Options::default(), language),
        timeline::ask(context, &timeline::Options::default(), language),
        search::ask(context, "a", &search::Options::default(), language),
    ];
    for by in Measure::ALL {
        answers.push(rank::ask(context, &rank::Options { by, top: None, ..rank::Options::default() }, language));
    }
    for by in [
        None,
        Some(trend::TrendGrouping::Actor),
        Some(trend::TrendGrouping::Country),
        Some(trend::TrendGrouping::Domain),
    ] {
        for measure in trend::TrendMeasure::ALL {
            let options = trend::Options { by, measure, ..trend::Options::default() };
            answers.push(trend::ask(context, &options, language));
        }
    }
    if let [a, b, ..] = ids[..] {
        answers.push(who::ask(context, a, language));
        answers.push(between::ask(context, a, b, language));
        answers.push(path::ask(context, a, b, &path::Options::default(), language));
        answers.push(common_partners::ask(context, &[a, b], language));
        answers.push(timeline::ask(context, &timeline::Options { of: Some(a), top: None }, language));
    }
    answers.extend(corpus.work_ids().take(1).map(|work| work_institutions::ask(context, work, language)));
    answers.into_iter().map(|answer| level::attach(context, answer)).collect()
}

/// What truly speaks of institutions, at every level.
const OF_INSTITUTIONS: &[&str] = &[
    "Institutions are counted by country",
    "Institutions are counted by region",
    "Institutions are counted by sector",
    "Authors are counted in place of institutions",
    "Domains are counted in place of institutions",
    "of institutions of one ",
    "between institutions of one ",
    "with institutions of two or more countries",
    "its institutions are of",
    "join institutions of two or more countries",
    "joins institutions of two or more countries",
    "are the countries of all institutions recorded",
    "are the sectors of all institutions recorded",
    "are the countries of all its institutions recorded",
    "its countries, sectors and institutions, as the filters",
    "where these leave an institution without one, all that are recorded of its institutions",
    "its sectors are all of its institutions",
    "(U–I): an institution",
    "U–I: an institution",
    "than 25 institutions",
    "institutions with no recorded",
    "institution with no recorded",
    "ties between institutions",
];

const KOREAN_OF_INSTITUTIONS: &[&str] = &[
    "기관은 국가별로",
    "기관은 유엔",
    "기관은 부문별로",
    "기관 대신",
    "의 기관끼리",
    "의 기관을 잇는",
    "기관이 25곳",
    "부문, 기관마다",
    "교육기관",
    "연구기관",
    "의료기관",
    "공공기관",
    "비영리기관",
    "참여 기관의 국가",
    "참여 기관에 적힌 국가",
    "참여 기관에 적힌 부문",
    "참여 기관의 소재국",
    "참여 기관의 부문",
    "참여 기관의 나라",
    "나라 기관이",
    "기록이 없는 기관",
    "이 기관이 든 쌍",
    "기관 수 상한",
    "기관 사이의 연결만",
];

#[test]
fn every_question_at_every_level_speaks_of_its_actors() {
    let data = [("korea", corpora::korea()), ("papers", read("papers.csv", PAPERS)), ("ties", read("ties.json", TIES))];
    for (name, corpus) in &data {
        for actors in LEVELS {
            let AtLevel { corpus, summary } = corpus.at_level(actors);
            let context = QueryContext::new(&corpus).with_level(summary);
            for (language, word, allowed) in
                [(Language::English, "nstitution", OF_INSTITUTIONS), (Language::Korean, "기관", KOREAN_OF_INSTITUTIONS)]
            {
                let mut texts: Vec<String> = answers(&context, language)
                    .iter()
                    .map(|answer| {
                        assert_eq!(answer.record["level"], actors.key(), "{name}");
                        let options = text::Options { width: 10_000, ..text::Options::default() };
                        text::write(answer, &options)
                    })
                    .collect();
                let localizer = collabgraph::messages::Localizer::new(language.naming(actors));
                texts.extend(findings::of(&context).iter().map(|finding| localizer.render(&finding.statement)));
                for told in &mut texts {
                    let mut rest = told.clone();
                    for phrase in allowed {
                        rest = rest.replace(phrase, "");
                    }
                    let line = rest.lines().find(|line| line.contains(word));
                    assert!(line.is_none(), "{name} by {}: {}\n{told}", actors.key(), line.unwrap_or_default());
                }
            }
        }
    }
}

#[test]
fn figures_speak_of_their_actors() {
    for actors in LEVELS {
        let AtLevel { corpus, .. } = corpora::korea().at_level(actors);
        if corpus.institution_count() == 0 {
            continue;
        }
        let network = Network::one_mode(&corpus, Projection::default());
        for language in [Language::English, Language::Korean] {
            let options = frame::Options { language: language.naming(actors), ..frame::Options::default() };
            let figure = map::compose(&network, &options).unwrap();
            // Names of sectors may hold the word.
            let told = format!("{} {}", figure.metadata().title, figure.metadata().description);
            let told = KOREAN_OF_INSTITUTIONS.iter().fold(told, |told, phrase| told.replace(phrase, ""));
            assert!(!told.contains("nstitution") && !told.contains("기관"), "{}: {told}", actors.key());
        }
    }
}

#[test]
fn a_choice_leaves_out_actors_and_ties_and_works_keep_their_teams() {
    let corpus = read("papers.csv", PAPERS);
    let projection = Projection { counting: Counting::Fractional, ..Projection::default() };
    let keys = |corpus: &Corpus| -> Vec<String> {
        corpus.institution_ids().map(|id| corpus.institution(id).id.clone()).collect()
    };
    let choice = ActorChoice { min_works: Some(2), ..ActorChoice::default() };
    let (chosen, told) = choice.apply(corpus.clone(), projection);
    assert_eq!(keys(&chosen), ["alpha-university", "beta-labs", "gamma-institute"]);
    assert_eq!((chosen.work_count(), told.len()), (4, 1));
    // The work of three counts its three institutions still: 1/(3−1), and beside it the work of two.
    assert!((tie(&chosen, projection, ("alpha-university", "gamma-institute")) - 1.5).abs() < 1e-9);

    let choice = ActorChoice { strongest: Some(1), ..ActorChoice::default() };
    let (chosen, _) = choice.apply(corpus.clone(), projection);
    assert_eq!(keys(&chosen), ["alpha-university", "gamma-institute"]);
    assert_eq!(Network::one_mode(&chosen, projection).tie_count(), 1);

    let among = ["alpha-university", "beta-labs", "delta-hospital"].map(str::to_owned).to_vec();
    let (chosen, _) = ActorChoice { among, ..ActorChoice::default() }.apply(corpus.clone(), projection);
    let network = Network::one_mode(&chosen, projection);
    assert_eq!((network.tie_count(), chosen.work_count()), (2, 2));
    // A part of it, and the same at another level, keep to the choice.
    assert_eq!(Network::one_mode(&chosen.filtered(&Filter::default()), projection).tie_count(), 2);

    let of = |key: &str| ActorSet { names: vec![key.into()], keys: BTreeSet::from([key.to_owned()]) };
    let between = Some((of("gamma-institute"), of("alpha-university")));
    let (chosen, _) = ActorChoice { between, ..ActorChoice::default() }.apply(corpus.clone(), projection);
    assert_eq!(chosen.work_count(), 2);
    let answer = between_sets::ask(
        &QueryContext::new(&corpus),
        &of("gamma-institute"),
        &of("alpha-university"),
        Language::English,
    );
    assert_eq!(answer.record["works"].as_array().unwrap().len(), 2);
    assert_eq!(answer.record["ties"].as_array().unwrap().len(), 1);
}

#[test]
fn filters_choose_works_by_who_made_them_together() {
    let corpus = read("papers.csv", PAPERS);
    let count = |only: Only| {
        let filter = Filter { only: vec![only], ..Filter::default() };
        (corpus.filtered(&filter).work_count(), filter.counts(&corpus).unplaced)
    };
    assert_eq!(count(Only::Joint), (3, 0));
    // Of the fifth, no country is known.
    assert_eq!(count(Only::International), (2, 1));
}

#[test]
fn a_trend_counts_each_year_by_hand() {
    let corpus = read("papers.csv", PAPERS);
    let context = QueryContext::new(&corpus);
    let rows = |options: trend::Options| -> Vec<(Option<u64>, String, u64, Option<f64>)> {
        let record = trend::ask(&context, &options, Language::English).record;
        let rows = record["rows"].as_array().unwrap().clone();
        rows.iter()
            .map(|row| {
                let group = row["group"].as_str().unwrap().to_owned();
                (row["year"].as_u64(), group, row["works"].as_u64().unwrap(), row["value"].as_f64())
            })
            .collect()
    };
    let row = |year: Option<u64>, group: &str, works: u64, value: f64| (year, group.to_owned(), works, Some(value));
    let all = rows(trend::Options::default());
    assert_eq!(
        all,
        [
            row(Some(2020), "all", 1, 1.0),
            row(Some(2021), "all", 2, 2.0),
            row(Some(2022), "all", 1, 1.0),
            row(None, "all", 1, 1.0),
        ]
    );
    let by_country = rows(trend::Options {
        by: Some(trend::TrendGrouping::Country),
        is_cumulative: true,
        ..trend::Options::default()
    });
    assert_eq!(
        by_country,
        [
            row(Some(2020), "US", 1, 1.0),
            row(Some(2021), "US", 3, 3.0),
            row(Some(2022), "US", 3, 3.0),
            row(None, "US", 1, 1.0),
            row(Some(2020), "KR", 0, 0.0),
            row(Some(2021), "KR", 2, 2.0),
            row(Some(2022), "KR", 2, 2.0),
        ]
    );
    let pair = ["alpha-university", "gamma-institute"].map(|key| actor(&corpus, key)).to_vec();
    let history =
        rows(trend::Options { of: pair, measure: trend::TrendMeasure::Strength, ..trend::Options::default() });
    assert_eq!(history, [row(Some(2021), "all", 2, 2.0)]);
    let partners = rows(trend::Options {
        by: Some(trend::TrendGrouping::Actor),
        of: vec![actor(&corpus, "alpha-university")],
        measure: trend::TrendMeasure::Partners,
        is_cumulative: true,
        ..trend::Options::default()
    });
    assert_eq!(partners, [row(Some(2020), "alpha-university", 1, 1.0), row(Some(2021), "alpha-university", 3, 3.0)]);
}

/// Rows that name countries for all institutions, for some, for none, for another one than theirs, for none of several, and
/// without institutions; an institution of two countries; a value that is no country.
const ROWS: &str = "title,institutions,countries,sectors,date\n\
    A,North,FR,company,2019\nB,South,KR,education,2019\nC,Twin,FR;US,facility,2020\nD,North;South,FR;KR;DE,,2020\n\
    E,North;South,KR,,2021\nF,Twin;South,,,2021\nG,,FR,,2022\nH,Unknown,,,2022\nI,Unknown;North,,,2022\n\
    J,North,Multinational,,2023\nK,South,FR,,\nL,Twin,US,,\nM,South;Unknown;North,KR;;FR,,2023\nN,,,,2023\n";

#[test]
fn a_filter_a_level_a_trend_and_indicators_count_the_same_works_of_a_country_and_of_a_sector() {
    let mut corpora =
        vec![("rows".to_owned(), read("rows.csv", ROWS)), ("papers".to_owned(), read("papers.csv", PAPERS))];
    corpora.push(("korea".to_owned(), load(&[Input::Embedded], &Options::default()).unwrap().corpus));
    if let Some(table) = shared(EPOCH) {
        corpora.push(("epoch".to_owned(), load(&[Input::Path(table)], &Options::default()).unwrap().corpus));
    }
    for (name, corpus) in &corpora {
        let (country, sector) = (corpus.at_level(ActorKind::Country).corpus, corpus.at_level(ActorKind::Sector).corpus);
        let names = |corpus: &Corpus| corpus.work_ids().map(|work| corpus.work_key(work)).collect::<BTreeSet<_>>();
        let of = |level: &Corpus, key: &str| -> BTreeSet<String> {
            let found = level.institution_by_key(key);
            found.map(|id| level.works_of(id).iter().map(|&work| level.work_key(work)).collect()).unwrap_or_default()
        };
        let counts = |answer: &serde_json::Value, key: &str| {
            let rows = answer["rows"].as_array().unwrap().clone();
            let rows = rows.into_iter().filter(|row| row["key"] == key || row["group"] == key);
            rows.map(|row| row["works"].as_u64().unwrap()).sum::<u64>() as usize
        };
        let json = |answer: &Answer| serde_json::to_value(&answer.record).unwrap();
        let context = QueryContext::new(corpus);
        let by = |by| {
            let options = trend::Options { by: Some(by), top: None, ..trend::Options::default() };
            json(&trend::ask(&context, &options, Language::English))
        };
        let options = indicators::Options { top: None, ..indicators::Options::default() };
        let indicators = json(&indicators::ask(&context, &options, Language::English));
        let made = |works: &BTreeSet<String>| {
            corpus
                .work_ids()
                .filter(|&work| works.contains(&corpus.work_key(work)) && !corpus.institutions_of(work).is_empty())
                .count()
        };
        let (countries, sectors) = (by(TrendGrouping::Country), by(TrendGrouping::Sector));
        for code in ["FR", "KR", "US", "DE", "GB", "CN", "CA", "HK"] {
            let filter = Filter { countries: vec![Country::parse(code).unwrap()], ..Filter::default() };
            let kept = names(&corpus.filtered(&filter));
            // By the rows and the institutions alone.
            let expected: BTreeSet<String> = corpus
                .work_ids()
                .filter(|&work| {
                    let team = corpus.institutions_of(work).iter().map(|&id| corpus.institution(id));
                    crate::statements::countries_of(corpus.work(work).countries, team).0.contains(code)
                })
                .map(|work| corpus.work_key(work))
                .collect();
            assert_eq!(kept, expected, "{name}, {code}");
            assert_eq!(of(&country, &code.to_lowercase()), kept, "{name}, {code}: level");
            assert_eq!(counts(&countries, code), kept.len(), "{name}, {code}: trend");
            assert_eq!(counts(&indicators, code), made(&kept), "{name}, {code}: indicators");
        }
        for one in Sector::ALL {
            let kept = names(&corpus.filtered(&Filter { sectors: vec![one], ..Filter::default() }));
            assert_eq!(of(&sector, one.key()), kept, "{name}, {}: level", one.key());
            assert_eq!(counts(&sectors, one.key()), kept.len(), "{name}, {}: trend", one.key());
            assert_eq!(counts(&indicators, one.key()), made(&kept), "{name}, {}: indicators", one.key());
        }
    }
    let count = |code: &str| {
        let filter = Filter { countries: vec![Country::parse(code).unwrap()], ..Filter::default() };
        corpora[0].1.filtered(&filter).work_count()
    };
    // A, C, D, F, G, I, K and M; and E, whose row names no country for one of its institutions: North is of France.
    assert_eq!((count("FR"), count("DE"), count("US")), (9, 1, 3));
}
