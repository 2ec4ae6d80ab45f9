//! The rows that name an institution say the same of it as the whole table, and counted works rank as kept ones do.

use crate::support::tables;
use collabgraph::answer::Answer;
use collabgraph::answer::language::Language;
use collabgraph::centrality::measure::Measure;
use collabgraph::corpus::Corpus;
use collabgraph::corpus::kind::WorkKind;
use collabgraph::dataset::load;
use collabgraph::dataset::{Dataset, Partial};
use collabgraph::ingest::input::Input;
use collabgraph::ingest::options::Options;
use collabgraph::names::authority::Authority;
use collabgraph::network::counting::{Counting, Projection};
use collabgraph::query::context::QueryContext;
use collabgraph::query::lookup::{Lookup, NamedEntity, find, find_institution, has_name};
use collabgraph::query::{between, evidence, rank, who};
use collabgraph::random::Random;
use collabgraph::render::{csv, text};
use collabgraph::scan::plan::{FullReason, Plan};
use collabgraph::sink::counts::{Counted, Request};
use collabgraph::sink::matching::MatchingRows;
use std::process::{Command, Output};

fn options() -> Options {
    Options { authority: Authority::built_in(), ..Options::default() }
}

fn data(input: &Input) -> Dataset {
    Dataset::new(vec![input.clone()], options())
}

fn matching_rows(input: &Input, queries: &[&str]) -> Option<MatchingRows> {
    data(input).matching(queries, &mut Plan::default()).ok()?.done()
}

fn counted(input: &Input, projection: Projection) -> Option<Counted> {
    let request = Request { projection, ..Request::default() };
    data(input).counted(&request, &mut Plan::default()).ok()?.done()
}

fn bytes(text: &str) -> Input {
    Input::Bytes { name: "table.csv".to_owned(), bytes: text.as_bytes().to_vec() }
}

fn told(answer: &Answer) -> String {
    text::write(answer, &text::Options::default())
}

/// The answer on an institution, with the rows behind it.
fn who_is(corpus: &Corpus, query: &str) -> Option<String> {
    let Lookup::Unique(NamedEntity::Institution(id)) = find(corpus, query) else { return None };
    let scope = QueryContext::new(corpus).with_kind(WorkKind::Publication);
    has_name(corpus, id, query)
        .then(|| told(&evidence::attach(&scope, who::ask(&scope, id, Language::Both), Language::Both)))
}

fn joint(corpus: &Corpus, a: &str, b: &str) -> Option<String> {
    let one = |query: &str| match find_institution(corpus, query) {
        Lookup::Unique(NamedEntity::Institution(id)) => Some(id),
        _ => None,
    };
    let scope = QueryContext::new(corpus).with_kind(WorkKind::Publication);
    Some(told(&between::ask(&scope, one(a)?, one(b)?, Language::Both)))
}

#[test]
fn every_institution_of_the_table_gets_the_answer_of_the_whole_table() {
    for path in tables::tables() {
        let input = Input::Path(path);
        let whole = load(std::slice::from_ref(&input), &options()).unwrap().corpus;
        let mut compared = 0;
        for id in whole.institution_ids() {
            let names = &whole.institution(id).names;
            let query = [names.short.as_deref(), names.common_ko.as_deref(), names.name_ko.as_deref()];
            let query = query.into_iter().flatten().nth(id.index() % 2).unwrap_or(&names.name);
            let Some(sought) = matching_rows(&input, &[query]) else { continue };
            assert_eq!(sought.rows as usize, whole.work_count());
            let Some(wanted) = who_is(&whole, query) else { continue };
            assert_eq!(who_is(&sought.corpus, query), Some(wanted), "{query}");
            assert!(sought.read < 200 || names.name.len() < 6, "{query}: {}", sought.read);
            compared += 1;
        }
        // Several names of the made-up table mean more than one institution.
        let tenths = if tables::is_epoch(&whole) { 9 } else { 8 };
        assert!(10 * compared > tenths * whole.institution_count(), "{compared}");
        // Of the last pair, which made nothing together, the partners in common are told.
        let pairs: &[(&str, &str)] = if tables::is_epoch(&whole) {
            &[("KAIST", "네이버"), ("Google", "Stanford University"), ("DeepMind", "구글 브레인"), ("MIT", "NVIDIA")]
        } else {
            &[("KAIST", "네이버"), ("Google", "구글 브레인"), ("Xinghai University", "Clairmont IA")]
        };
        for &(a, b) in pairs {
            let sought = matching_rows(&input, &[a, b]).unwrap();
            let told = joint(&whole, a, b).unwrap();
            assert!(a != "MIT" || told.contains("in common: "), "{told}");
            assert_eq!(joint(&sought.corpus, a, b), Some(told), "{a}, {b}");
        }
    }
}

#[test]
fn cells_are_read_alike_and_rows_that_may_be_one_work_are_not_read_alone() {
    let text = "Title,Affiliations\nOne,Brain &amp; Mind; Lab A\nTwo,\"Lab A; King&#39;s, C\"\nR&amp;D,NA; Lab A; et al.\n\
                Four,N/A\nFive,UNIV FOO; Univ Foo; Lab B\n";
    let whole = load(&[bytes(text)], &options()).unwrap().corpus;
    for query in ["Brain & Mind", "Lab A", "King's, C", "UNIV FOO", "Lab B"] {
        let sought = matching_rows(&bytes(text), &[query]).unwrap();
        assert!(who_is(&whole, query).is_some(), "{query}");
        assert_eq!(who_is(&sought.corpus, query), who_is(&whole, query), "{query}");
    }
    let sought = matching_rows(&bytes(text), &["R&D"]).unwrap().corpus;
    assert!(matches!(find(&sought, "R&D"), Lookup::Unique(NamedEntity::Work(id)) if sought.work_name(id) == "R&D"));
    assert!(counted(&bytes(text), Projection::default()).is_none());
    for text in [
        "paper_id,title,institution\n1,Alpha,KAIST\n1,Alpha,NAVER\n",
        "title,institution\nAlpha,KAIST\nAlpha,NAVER\nBeta,LG\n",
        "title,institution,doi\nAlpha,KAIST; LG,10.1/a\nBeta,LG,\nAlpha.,NAVER,10.1/A\n",
    ] {
        assert!(matching_rows(&bytes(text), &["KAIST"]).is_none(), "{text}");
        assert!(counted(&bytes(text), Projection::default()).is_none());
    }
}

const TABLE: &str = "Model,Organization,Publication date,Notability criteria\r\n\
    \"A \"\"x\"\"\nsecond line\",\"KAIST,네이버\",2020-01-02,Highly cited\r\n\
    B,\"SNU , K.A.I.S.T.\",2021,\r\n\
    \r\n\
    C,\"Naver\nCorp,고려대학교\",2022-03,\r\n\
    KAIST,MIT,2023,\r\n\
    D,\"카이스트,ETH Zurich\",2023-04-05,SOTA improvement\r\n\
    D,\"카이스트,ETH Zurich\",2023-04-05,SOTA improvement\r\n\
    E,,2020,\r\n\
    LG AI,\"LG,한국과학기술원\",2024,\r\n";

#[test]
fn lines_quotes_repeats_and_names_in_both_languages() {
    let whole = load(&[bytes(TABLE)], &options()).unwrap().corpus;
    for query in ["네이버", "SNU", "고려대", "MIT", "Massachusetts Institute of Technology", "ETH Zurich", "LG"] {
        let sought = matching_rows(&bytes(TABLE), &[query]).unwrap();
        assert_eq!(who_is(&sought.corpus, query), who_is(&whole, query), "{query}");
        assert!(who_is(&whole, query).is_some(), "{query}");
        assert_eq!(sought.rows, 8);
    }
    // A work has this name, too: both are found, as in the whole table.
    let sought = matching_rows(&bytes(TABLE), &["KAIST"]).unwrap();
    assert_eq!(who_is(&whole, "KAIST"), None);
    assert_eq!(who_is(&sought.corpus, "KAIST"), None);
    let sought = matching_rows(&bytes(TABLE), &["카이스트"]).unwrap();
    assert_eq!(who_is(&sought.corpus, "카이스트"), who_is(&whole, "카이스트"));
}

#[test]
fn what_rests_on_all_rows_is_left_to_the_whole_table() {
    let none = |text: &str, query: &str| {
        assert!(matching_rows(&bytes(text), &[query]).is_none(), "{query}: {text}");
    };
    none(TABLE, "id:kaist");
    none(TABLE, "kaist-2");
    none(TABLE, " - ");
    none("Model,Organization,Publication date\nA,\"KAIST,2020\n", "KAIST");
    none("{\"name\": \"A\", \"institutions\": [\"KAIST\"]}\n", "KAIST");
}

#[test]
fn a_table_in_an_older_encoding_is_decoded_alike() {
    // EUC-KR: 카이스트, 서울대학교, 네이버.
    let table = b"Model,Organization\nA,\"KAIST,\xBC\xAD\xBF\xEF\xB4\xEB\xC7\xD0\xB1\xB3\"\nB,\xB3\xD7\xC0\xCC\xB9\xF6\nC,KAIST\n";
    let input = Input::Bytes { name: "x".to_owned(), bytes: table.to_vec() };
    let whole = load(std::slice::from_ref(&input), &options()).unwrap().corpus;
    for query in ["KAIST", "서울대학교", "네이버"] {
        let sought = matching_rows(&input, &[query]).unwrap();
        assert!(who_is(&whole, query).is_some(), "{query}");
        assert_eq!(who_is(&sought.corpus, query), who_is(&whole, query), "{query}");
    }
    ranks_alike(&input);
}

/// The works of a table under other headers, institutions separated by `separator`, dates that end in the year.
fn other_table(corpus: &Corpus, separator: &str, month_first: bool) -> String {
    let mut table = "Title,When,Institutions,Country\n".to_owned();
    for id in corpus.work_ids() {
        let work = corpus.work(id);
        let team: Vec<&str> =
            corpus.institutions_of(id).iter().map(|&id| corpus.institution(id).names.name.as_str()).collect();
        let date = work.date.map_or_else(String::new, |date| match (date.month_number(), date.day_number()) {
            (Some(month), Some(day)) if month_first => format!("{month}/{day}/{}", date.year_number()),
            (Some(month), Some(day)) => format!("{day}-{month}-{}", date.year_number()),
            _ => date.to_string(),
        });
        let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
        table.push_str(&format!("{},{date},{},\n", quoted(work.name), quoted(&team.join(separator))));
    }
    table
}

#[test]
fn what_rests_on_a_whole_column_is_learned_from_it() {
    let corpora = tables::corpora(&Options::default());
    let forms = [(",", true), (", ", false), ("; ", true), ("|", false)];
    for (corpus, (separator, month_first)) in corpora.iter().flat_map(|corpus| forms.map(|form| (corpus, form))) {
        let table = other_table(corpus, separator, month_first);
        let whole = load(&[bytes(&table)], &options()).unwrap().corpus;
        assert!(6 * whole.institution_count() > 5 * corpus.institution_count());
        ranks_alike(&bytes(&table));
        let mut compared = 0;
        for id in whole.institution_ids().step_by(3) {
            let query = &whole.institution(id).names.name;
            let Some(wanted) = who_is(&whole, query) else { continue };
            let sought = matching_rows(&bytes(&table), &[query]).unwrap();
            assert_eq!(who_is(&sought.corpus, query), Some(wanted), "{query}");
            assert_eq!(sought.rows as usize, whole.work_count());
            compared += 1;
        }
        assert!(4 * compared > whole.institution_count(), "{compared}");
    }
    // The only evidence stands in the last row.
    let table =
        "work,institution,date\nA,\"X Lab,Y Lab\",02/03/2020\nB,\"Z Lab,X Lab\",\"02/03/2021\"\nC,X Lab,12/31/2020\n";
    let whole = load(&[bytes(table)], &options()).unwrap().corpus;
    for query in ["X Lab", "Y Lab", "Z Lab"] {
        let sought = matching_rows(&bytes(table), &[query]).unwrap();
        let wanted = who_is(&whole, query).unwrap();
        assert!(wanted.contains("2020-02-03") || wanted.contains("2021-02-03"), "{wanted}");
        assert_eq!(who_is(&sought.corpus, query), Some(wanted));
    }
    ranks_alike(&bytes(table));
    // Without it commas belong to names.
    let table = table.replace("C,X Lab,", "C,W Lab,");
    assert!(matching_rows(&bytes(&table), &["Z Lab,X Lab"]).unwrap().corpus.institution_count() == 1);
    ranks_alike(&bytes(&table));
}

#[test]
fn other_marks_between_names_are_learned_from_a_column() {
    let table = "제목,저자소속,발행연도\n알파,카이스트·네이버,20200305\n베타,카이스트ㆍ서울대학교,2021 Mar-Apr\n감마,카이스트/네이버,9999\n\
                 델타,가 연구소、나 연구소,２０２２\n엡실론,\"나 연구소\n가 연구소\",2022\n제타,다 연구소；나 연구소,2019-2020\n\
                 에타,Novo Nordisk A/S,2021\n";
    let whole = load(&[bytes(table)], &options()).unwrap().corpus;
    for query in ["네이버", "서울대학교", "나 연구소", "다 연구소", "Novo Nordisk A/S"] {
        let Some(wanted) = who_is(&whole, query) else { continue };
        let sought = matching_rows(&bytes(table), &[query]).unwrap();
        assert_eq!(who_is(&sought.corpus, query), Some(wanted), "{query}");
    }
    assert!(who_is(&whole, "네이버").is_some_and(|told| told.contains("2020-03-05")));
    ranks_alike(&bytes(table));
}

#[test]
fn institutions_of_several_columns_are_left_to_the_whole_table() {
    let table = "Title,Inst 1,Inst 2\nAlpha,KAIST,NAVER\nBeta,NAVER,\n";
    assert!(matching_rows(&bytes(table), &["KAIST"]).is_none());
    assert!(counted(&bytes(table), Projection::default()).is_none());
    let plan = &mut Plan::default();
    let reading = data(&bytes(table)).matching(&["KAIST"], plan).unwrap();
    assert!(matches!(reading, Partial::ReadAll(FullReason::SeveralColumns)));
    let whole = load(&[bytes(table)], &options()).unwrap().corpus;
    assert!(joint(&whole, "KAIST", "NAVER").is_some_and(|told| told.contains("Alpha")));
}

#[test]
fn a_part_and_its_whole_are_left_to_the_whole_table() {
    let table = "Title,Affiliations\nAlpha,University of California System; University of California Berkeley\n\
                 Beta,University of California System; KAIST\n";
    assert!(matching_rows(&bytes(table), &["KAIST"]).is_some());
    assert!(counted(&bytes(table), Projection::default()).is_none());
    let whole = load(&[bytes(table)], &options()).unwrap().corpus;
    let told = who_is(&whole, "University of California System").unwrap();
    assert!(told.contains("Beta") && !told.contains("Alpha"), "{told}");
}

/// Both corpora find the same institution by a name, or neither finds one.
#[track_caller]
fn found_alike(table: &str, query: &str) {
    let whole = load(&[bytes(table)], &options()).unwrap().corpus;
    let wanted = match find_institution(&whole, query) {
        Lookup::Unique(NamedEntity::Institution(id)) if has_name(&whole, id, query) => Some(who_is(&whole, query)),
        _ => None,
    };
    let Some(sought) = matching_rows(&bytes(table), &[query]) else { return };
    let found = match find_institution(&sought.corpus, query) {
        Lookup::Unique(NamedEntity::Institution(id)) if has_name(&sought.corpus, id, query) => {
            Some(who_is(&sought.corpus, query))
        }
        _ => None,
    };
    assert_eq!(found, wanted, "{query}");
}

#[test]
fn what_identifiers_alone_tell_is_seen_too() {
    let accents = "work,institution\nA,Université Laval;MIT\nB,Universite Laval;KAIST\nC,X Lab;Q Lab\nD,École Foo\n";
    for query in ["Université Laval", "Universite Laval", "université-laval", "Ecole Foo", "École Foo", "X Lab"] {
        found_alike(accents, query);
    }
    let numbers =
        "work,institution\nA,X Lab;Y Lab\nB,x lab;Z Lab\nC,X Lab 2;Q Lab\nD,X LAB;Q Lab\nE,\"X Láb, Inc.\";Y 2\nF,Y\n";
    for query in ["X Lab 2", "x lab/2", "X-Lab.2", "X Lab 3", "Y 2", "Q Lab 2", "X Lab Inc 2"] {
        found_alike(numbers, query);
    }
    // Jamo of two names make a syllable when the cell is folded as a whole.
    found_alike("work,institution\nA,가;ㄳ연구\nB,가;Y\nC,Y\n", "가");
}

fn collab(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_collab")).args(arguments).output().unwrap()
}

#[test]
fn a_large_table_is_answered_from_the_rows_that_name_it_and_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("large.csv");
    let mut table = "Model,Organization,Publication date,Country (of organization)\n".to_owned();
    for number in 0..120_000 {
        let team = if number % 997 == 0 { "KAIST,University of X" } else { "University of Y,Institute of Z" };
        table.push_str(&format!("Work {number:08} with some words in its name,\"{team}\",20{:02}-01,\n", number % 25));
    }
    std::fs::write(&file, &table).unwrap();
    let path = file.display().to_string();
    let text = |output: &Output| String::from_utf8(output.stdout.clone()).unwrap();
    let short = collab(&["--data", &path, "-q", "who", "KAIST"]);
    let whole = collab(&["--data", &path, "-q", "who", "KAIST", "--notices", "all"]);
    assert_eq!((short.status.code(), whole.status.code()), (Some(0), Some(0)));
    let (short, whole) = (text(&short), text(&whole));
    let note = "Of 120,000 rows, 121 that may name it were read in full";
    assert!(short.contains(note) && !whole.contains(note), "{short}");
    let head = |told: &str| told.split("\n\nFull counting").next().unwrap().to_owned();
    assert_eq!(head(&short), head(&whole));
    // A name that is not there gets the same refusal.
    let [short, whole] = [&["who", "KAISD"][..], &["who", "KAISD", "--notices", "all"]]
        .map(|question| collab(&[&["--data", &path, "-q"], question].concat()));
    assert_eq!((short.status.code(), &short.stderr), (Some(2), &whole.stderr));
}

fn count(input: &Input) -> Option<Counted> {
    counted(input, Projection::default())
}

/// A ranking in words and as a sheet.
fn ranked(scope: &QueryContext<'_>, by: Measure) -> String {
    let answer = rank::ask(scope, &rank::Options { by, top: None, ..rank::Options::default() }, Language::Both);
    format!("{}\n{}", told(&answer), csv::write(&answer, &csv::Options::default()))
}

#[track_caller]
fn ranks_alike(input: &Input) {
    let whole = load(std::slice::from_ref(input), &options()).unwrap().corpus;
    let found = count(input).unwrap();
    assert_eq!(found.counts.kept, whole.work_count());
    let scope = QueryContext::new(&found.corpus)
        .with_kind(WorkKind::Publication)
        .with_precounted_works(found.works_of.clone(), found.counts.kept);
    for by in [Measure::Strength, Measure::Degree, Measure::Betweenness, Measure::Pagerank, Measure::Constraint] {
        assert_eq!(
            ranked(&scope, by),
            ranked(&QueryContext::new(&whole).with_kind(WorkKind::Publication), by),
            "{by:?}"
        );
    }
}

#[test]
fn counted_works_rank_as_kept_ones_do() {
    ranks_alike(&bytes(TABLE));
    let mut table = "Model,Organization,Publication date,Notability criteria\n".to_owned();
    // Twice within one table: both are counted, as the notices of the whole table say.
    table.push_str(
        "A,\"KAIST,NAVER\",2020-01-02\n\"A\",\"네이버, 카이스트\",2020/01/02\n\" A \",\"KAIST,Naver\",2020-1-2\n",
    );
    // Another day, another team, no team, a name with quotes, a day that cannot be read.
    table.push_str("A,\"KAIST,NAVER\",2021-01-02\nA,\"KAIST,MIT\",2020-01-02\nA,,2020-01-02\n");
    table.push_str("\"B \"\"b\"\"\",\"MIT,NAVER\",soon\n\"B \"\"b\"\"\",\"NAVER,MIT\",later\n,\"MIT,SNU\",2020\n,\"MIT,SNU\",2020\n");
    // Beyond the cap, and twice.
    let team = (0..30).map(|at| format!("Institute {at}")).collect::<Vec<_>>().join(",");
    table.push_str(&format!(
        "Big,\"{team}\",2022\nBig,\"{team}\",2022\nBigger,\"{team},KAIST\",2021\nKAIST alone,KAIST,2020\n"
    ));
    ranks_alike(&bytes(&table));
    ranks_alike(&bytes(&table.replace('\n', "\r\n")));
    for path in tables::tables() {
        ranks_alike(&Input::Path(path));
    }
}

#[test]
fn what_cannot_be_counted_is_loaded() {
    let none = |text: &str| assert!(count(&bytes(text)).is_none(), "{text}");
    none("Model,Organization\nA,\"KAIST\n");
    none("{\"collabgraph\": 1, \"works\": [{\"name\": \"A\", \"institutions\": [\"KAIST\"]}]}\n");
    let projection = Projection { counting: Counting::Fractional, ..Projection::default() };
    assert!(counted(&bytes(TABLE), projection).is_none());
}

#[test]
fn a_large_table_is_ranked_alike_with_any_number_of_threads() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("large.csv");
    let mut table = "Model,Organization,Publication date,Country (of organization)\n".to_owned();
    for number in 0_u64..130_000 {
        let one = |salt: u64| (salt.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40) % 300;
        // Every thousandth work stands twice.
        let name = number - u64::from(number % 1000 == 1);
        let (a, b, c) = (one(name), one(name * 3 + 7), one(name * 5 + 11));
        let team = if number % 1000 == 1 { "I1,I2,I3".to_owned() } else { format!("I{a},I{b},I{c}") };
        let team = if number % 1000 == 0 { "I1,I2,I3".to_owned() } else { team };
        table.push_str(&format!(
            "Work {name:08} with so many words in its long name,\"{team}\",20{:02}-01,\n",
            name % 25
        ));
    }
    std::fs::write(&file, &table).unwrap();
    let path = file.display().to_string();
    let rank = |threads: &str, more: &[&str]| {
        let arguments = [&["--data", &path, "-q", "rank", "--top", "40"], more].concat();
        let output = Command::new(env!("CARGO_BIN_EXE_collab"))
            .args(arguments)
            .env("RAYON_NUM_THREADS", threads)
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(0));
        String::from_utf8(output.stdout).unwrap()
    };
    let told = rank("1", &[]);
    assert!(told.contains("130,000 models were counted without being kept in memory"), "{told}");
    assert_eq!((&rank("2", &[]), &rank("7", &[])), (&told, &told));
    let head = |told: &str| told.split("\nFull counting").next().unwrap().to_owned();
    let loaded = rank("2", &["--notices", "all"]);
    assert!(head(&told).len() < told.len() && !loaded.contains("without being kept"));
    assert_eq!(head(&told), head(&loaded));
}

/// Works of a sparse network of several groups: most pairs are many steps apart, or not linked at all.
fn sparse(count: usize) -> Vec<Vec<String>> {
    let mut random = Random::new(11);
    let mut one = |below: usize| random.below(below);
    let name = |number: usize| match number {
        0 => "KAIST".to_owned(),
        77 => "네이버".to_owned(),
        _ => format!("Institute of Matter {number}"),
    };
    (0..count)
        .map(|_| {
            // Two groups, and some institutions that work alone.
            let (group, at) = (one(2) * 1000, one(400));
            let mut team = vec![name(group + at)];
            if at > 20 && one(40) > 0 {
                team.push(name(group + at - 1 - one(20)));
            }
            team
        })
        .collect()
}

#[test]
fn the_way_between_far_institutions_is_that_of_the_whole_file() {
    let folder = tempfile::tempdir().unwrap();
    let works = sparse(9000);
    let title = |number: usize| format!("Work {number:05}");
    let long = "with many words about it ".repeat(38);
    let rows = |header: &str, row: &dyn Fn(usize, &[String]) -> String| -> String {
        std::iter::once(header.to_owned()).chain(works.iter().enumerate().map(|(at, team)| row(at, team))).collect()
    };
    let year = |number: usize| 1980 + number % 40;
    let table = |header: &str, mark: &str| {
        let row = |at, team: &[String]| format!("{},\"{}\",{},{long}\n", title(at), team.join(mark), year(at));
        rows(header, &row)
    };
    let own = |at, team: &[String]| {
        let team = serde_json::to_string(team).unwrap();
        let (title, year) = (title(at), year(at));
        format!("{{\"name\": \"{title}\", \"title\": \"{long}\", \"date\": \"{year}\", \"institutions\": {team}}}\n")
    };
    let openalex = |at, team: &[String]| {
        let team: Vec<String> = team.iter().map(|name| format!("{{\"display_name\": \"{name}\"}}")).collect();
        let (title, team, year) = (title(at), team.join(", "), year(at));
        format!(
            "{{\"id\": \"W{at}\", \"title\": \"{title}\", \"publication_year\": {year}, \"x\": \"{long}\", \
             \"authorships\": [{{\"institutions\": [{team}]}}]}}\n"
        )
    };
    let files = [
        ("epoch.csv", table("Model,Organization,Publication date,Abstract\n", ",")),
        ("other.csv", table("Title,Institution,Year,Abstract\n", "; ")),
        ("commas.csv", table("Title,Institution,Year,Abstract\n", ",")),
        ("own.jsonl", rows("", &own)),
        ("openalex.jsonl", rows("", &openalex)),
    ];
    let pairs = [
        ("Institute of Matter 30", "Institute of Matter 390", true),
        ("Institute of Matter 300", "네이버", true),
        ("Institute of Matter 1050", "Institute of Matter 1200", true),
        ("Institute of Matter 200", "Institute of Matter 1200", false),
        ("KAIST", "Institute of Matter 1300", false),
    ];
    for (name, text) in files {
        assert!(text.len() > 8 << 20);
        let path = folder.path().join(name);
        std::fs::write(&path, &text).unwrap();
        let path = path.display().to_string();
        for (a, b, is_linked) in pairs {
            for more in [&[][..], &["--evidence", "--lang", "ko"]] {
                let run = |last: &[&str]| {
                    let output = collab(&[&["--data", &path, "-q", "between", a, b], more, last].concat());
                    assert_eq!(output.status.code(), Some(if is_linked { 0 } else { 1 }), "{name}: {a}, {b}");
                    String::from_utf8(output.stdout).unwrap()
                };
                let (short, whole) = (run(&[]), run(&["--notices", "all"]));
                let marks = ["an institution on the path", "경로에 있는 기관"];
                assert!(marks.iter().any(|mark| short.contains(mark)), "{name}: {short}");
                assert!(!is_linked || short.contains("steps: ") || short.contains("단계로"), "{name}: {short}");
                let told = |text: &str| {
                    let notes = ["\nFull counting", "\n전체 계수"];
                    let end = notes.iter().find_map(|note| text.find(note)).unwrap_or_else(|| panic!("{text}"));
                    text[..end].to_owned()
                };
                assert_eq!(told(&short), told(&whole), "{name}: {a}, {b}");
            }
        }
    }
}

#[test]
fn korean_calls_works_by_what_one_row_of_the_whole_file_tells() {
    let folder = tempfile::tempdir().unwrap();
    let long = "with many words about it ".repeat(38);
    let table = |criteria: &str, institution: &str| {
        let row = |at: u32| match at {
            8990 => format!("Last,{institution},2020,{long},{criteria}\n"),
            _ => format!(
                "Work {at},\"{}\",2020,{long},\n",
                if at.is_multiple_of(900) { "KAIST,MIT" } else { "SNU,NVIDIA" }
            ),
        };
        let header = "Model,Organization,Publication date,Abstract,Notability criteria\n".to_owned();
        std::iter::once(header).chain((0..9000).map(row)).collect::<String>()
    };
    let lines = |more: &str| {
        let line = |at: u32| {
            let team = if at.is_multiple_of(900) { "\"KAIST\", \"MIT\"" } else { "\"SNU\"" };
            let more = if at == 8990 { more } else { "" };
            format!("{{\"name\": \"Work {at}\", \"title\": \"{long}\", \"institutions\": [{team}]{more}}}\n")
        };
        (0..9000).map(line).collect::<String>()
    };
    let files = [
        ("a.csv", table("SOTA improvement", "SNU"), true),
        ("b.csv", table("\" , \"", "SNU"), true),
        (
            "name.csv",
            table("SOTA improvement", "SNU").replace("Model,", "Name,").replace("Notability criteria", "Criteria"),
            true,
        ),
        ("names.csv", table("", "SNU").replace("Model,", "Name,").replace("Notability criteria", "Criteria"), false),
        ("c.jsonl", lines(", \"criteria\": [\"Highly cited\"]"), true),
        ("d.jsonl", lines(", \"acc\\u0065ssibility\": \"Open weights\""), true),
        ("e.jsonl", lines(", \"criteria\": [], \"accessibility\": \"\""), false),
        ("f.csv", table("\",\"", "\"SNU,NVIDIA\"").replace("Model,Organization", "Title,Institution"), false),
    ];
    for (name, text, is_of_models) in files {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        let path = path.display().to_string();
        for question in [&["who", "KAIST"][..], &["rank", "--top", "3"]] {
            let run = |last: &[&str]| {
                let output = collab(&[&["--data", &path, "-q", "--lang", "ko"], question, last].concat());
                assert_eq!(output.status.code(), Some(0), "{name}");
                String::from_utf8(output.stdout).unwrap()
            };
            let (short, whole) = (run(&[]), run(&["--notices", "all"]));
            assert!(short.contains("읽었다") || short.contains("세기만 했다"), "{name}: {short}");
            assert_eq!(short.contains("모델"), is_of_models, "{name}: {short}");
            let told = |text: &str| text[..text.find("\n전체 계수").unwrap()].to_owned();
            assert_eq!(told(&short), told(&whole), "{name}");
        }
    }
}

#[test]
fn a_name_that_a_huge_file_lacks_is_told_with_what_was_not_looked_at() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("huge.csv.gz");
    let long = "with many words about it ".repeat(200);
    let mut writer = flate2::write::GzEncoder::new(std::fs::File::create(&file).unwrap(), flate2::Compression::none());
    std::io::Write::write_all(&mut writer, b"Title,Institution,Year,Abstract\n").unwrap();
    for number in 0..7000 {
        let row = format!("Work {number},KAIST; Institute of Matter,2020,{long}\n");
        std::io::Write::write_all(&mut writer, row.as_bytes()).unwrap();
    }
    writer.finish().unwrap();
    let path = file.display().to_string();
    for (query, near) in [("Institute of Mater", true), ("Zzyzx Quux", false)] {
        let output = collab(&["--data", &path, "-q", "who", query]);
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
        assert_eq!(told.contains("Institute of Matter  [institute-of-matter]"), near, "{told}");
        assert!(told.contains("is not an institution in the data") && told.contains("--notices all"), "{told}");
        assert!(
            !told.contains(",  ") && told.lines().all(|line| line.starts_with("  ") || !line.starts_with(' ')),
            "{told}"
        );
    }
}
