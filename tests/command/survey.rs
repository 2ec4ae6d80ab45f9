//! Works that stand one a line, of which only those of the institutions that are meant are read in full, say of them
//! what reading the whole says.

use crate::support::tables;
use collabgraph::answer::language::Language;
use collabgraph::centrality::measure::Measure;
use collabgraph::corpus::Corpus;
use collabgraph::corpus::filter::Filter;
use collabgraph::corpus::institution::InstitutionId;
use collabgraph::corpus::kind::WorkKind;
use collabgraph::dataset::Dataset;
use collabgraph::dataset::load;
use collabgraph::ingest::input::Input;
use collabgraph::ingest::options::Options;
use collabgraph::names::authority::Authority;
use collabgraph::network::counting::Projection;
use collabgraph::query::context::QueryContext;
use collabgraph::query::lookup::{Lookup, NamedEntity, find, find_institution};
use collabgraph::query::{between, evidence, rank, who};
use collabgraph::render::{csv, text};
use collabgraph::scan::plan::Plan;
use collabgraph::sink::counts::{Counted, Request};
use collabgraph::sink::entity_index::EntityIndex;
use collabgraph::sink::matching::MatchingRows;
use std::path::Path;
use std::process::Command;

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

/// An index of entities with the data that it is of.
struct Indexed {
    data: &'static Dataset,
    index: EntityIndex<'static>,
}

impl std::ops::Deref for Indexed {
    type Target = EntityIndex<'static>;

    fn deref(&self) -> &EntityIndex<'static> {
        &self.index
    }
}

impl Indexed {
    fn works_of(&self, institutions: &[InstitutionId]) -> Option<MatchingRows> {
        self.data.works_of(&self.index, institutions, &mut Plan::default()).ok()?.done()
    }
}

fn entity_index(input: &Input, works: &[&str]) -> Option<Indexed> {
    let data: &'static Dataset = Box::leak(Box::new(data(input)));
    let index = data.entity_index(works, (&Filter::default(), false), &mut Plan::default()).ok()?.done()?;
    Some(Indexed { data, index })
}

fn bytes(text: &str) -> Input {
    Input::Bytes { name: "works.jsonl".to_owned(), bytes: text.as_bytes().to_vec() }
}

fn whole(text: &str) -> Corpus {
    load(&[bytes(text)], &options()).unwrap().corpus
}

fn told_of(corpus: &Corpus, id: InstitutionId) -> String {
    let scope = QueryContext::new(corpus).with_kind(WorkKind::Publication);
    let answer = evidence::attach(&scope, who::ask(&scope, id, Language::Both), Language::Both);
    text::write(&answer, &text::Options::default())
}

fn institution(corpus: &Corpus, query: &str) -> InstitutionId {
    match find_institution(corpus, query) {
        Lookup::Unique(NamedEntity::Institution(id)) => id,
        other => panic!("{query}: {other:?}"),
    }
}

/// The answer on one institution from its own lines; how many there were.
fn from_lines(text: &str, query: &str) -> (String, u64) {
    let input = bytes(text);
    let all = entity_index(&input, &[query]).unwrap();
    let id = institution(&all.corpus, query);
    let found = all.works_of(&[id]).unwrap();
    (told_of(&found.corpus, institution(&found.corpus, query)), found.read)
}

/// A string of JSON, in ASCII alone if asked for.
fn quoted(text: &str, in_ascii: bool) -> String {
    let plain = serde_json::to_string(text).unwrap();
    if !in_ascii {
        return plain;
    }
    let mut units = [0; 2];
    let escape = |letter: char| match letter.is_ascii() {
        true => letter.to_string(),
        false => letter.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04x}")).collect(),
    };
    plain.chars().map(escape).collect()
}

/// Every work as a line of the project's own JSON.
fn own_lines(corpus: &Corpus) -> String {
    let line = |(at, id): (usize, _)| {
        let work = corpus.work(id);
        let name = |id: &InstitutionId| quoted(&corpus.institution(*id).names.name, at % 3 == 0);
        let names: Vec<String> = corpus.institutions_of(id).iter().map(name).collect();
        let date = work.date.map_or_else(|| "null".to_owned(), |date| format!("\"{date}\""));
        let name = quoted(work.name, at % 3 == 1);
        format!("{{\"name\": {name}, \"date\": {date}, \"institutions\": [{}]}}\n", names.join(", "))
    };
    corpus.work_ids().enumerate().map(line).collect()
}

/// Every work as a line of OpenAlex; some institutions have no id, some ids have several names, some works come again.
fn openalex_lines(corpus: &Corpus) -> String {
    let mut lines = String::new();
    for (at, id) in corpus.work_ids().enumerate() {
        let work = corpus.work(id);
        let one = |one: &InstitutionId| {
            let (number, name) = (one.index(), &corpus.institution(*one).names.name);
            let name = if at % 4 == 0 && number % 3 == 0 { format!("{name} ({number})") } else { name.clone() };
            let name = quoted(&name, at % 3 == 0);
            match number % 7 {
                0 => format!("{{\"display_name\": {name}}}"),
                1 => format!(
                    "{{\"display_name\": {name}, \"country_code\": \"KR\", \"id\": \"https:\\/\\/openalex.org/I{number}\"}}"
                ),
                _ => format!(
                    "{{\"id\": \"https://openalex.org/I{number}\", \"display_name\": {name}, \"type\": \"education\"}}"
                ),
            }
        };
        let team: Vec<String> = corpus.institutions_of(id).iter().map(one).collect();
        // Every ninth work has the id of the one before it.
        let number = at - usize::from(at % 9 == 8);
        let date = work.date.map_or_else(|| "2000".to_owned(), |date| date.to_string());
        lines.push_str(&format!(
            "{{\"id\": \"https://openalex.org/W{number}\", \"title\": {}, \"publication_date\": \"{date}\", \
             \"authorships\": [{{\"author\": {{\"display_name\": \"A. \\\"B\\\" C\"}}, \"institutions\": [{}]}}]}}\r\n",
            quoted(work.name, at % 5 == 0),
            team.join(", ")
        ));
        if at % 50 == 0 {
            lines.push_str("\r\n");
        }
    }
    lines
}

/// Compares every `step`th institution; gives how many of them could be asked for.
fn all_alike(text: &str, step: usize) -> usize {
    let (whole, input) = (whole(text), bytes(text));
    let mut compared = 0;
    for id in whole.institution_ids().step_by(step) {
        let names = &whole.institution(id).names;
        let query = names.common_ko.as_deref().filter(|_| id.index() % 2 == 0).unwrap_or(&names.name);
        if find(&whole, query) != Lookup::Unique(NamedEntity::Institution(id)) {
            continue;
        }
        let all = entity_index(&input, &[query]).unwrap();
        assert_eq!(all.corpus.institution_count(), whole.institution_count());
        let found = all.works_of(&[institution(&all.corpus, query)]).unwrap();
        let corpus = &found.corpus;
        assert_eq!(told_of(corpus, institution(corpus, query)), told_of(&whole, id), "{query}");
        assert_eq!(corpus.work_count(), whole.works_of(id).len(), "{query}");
        compared += 1;
    }
    compared
}

#[test]
fn every_institution_gets_the_answer_of_all_lines() {
    for table in tables::corpora(&Options::default()) {
        // Several names of the made-up table mean more than one institution.
        let tenths = if tables::is_epoch(&table) { 9 } else { 8 };
        let compared = all_alike(&own_lines(&table), 1);
        assert!(10 * compared > tenths * table.institution_count(), "{compared}");
        let compared = all_alike(&openalex_lines(&table), 1);
        assert!(10 * compared > tenths * table.institution_count(), "{compared}");
    }
}

#[test]
fn pairs_get_the_answer_of_all_lines() {
    for table in tables::corpora(&Options::default()) {
        let names = if tables::is_epoch(&table) {
            ["KAIST", "네이버", "Google", "Stanford University", "MIT", "구글 브레인", "NVIDIA", "DeepMind"]
        } else {
            [
                "KAIST",
                "네이버",
                "Google",
                "서울대",
                "Prairie National Laboratory",
                "구글 브레인",
                "Ilha Institute",
                "Serra College",
            ]
        };
        for text in [own_lines(&table), openalex_lines(&table)] {
            let (whole, input) = (whole(&text), bytes(&text));
            let all = entity_index(&input, &[]).unwrap();
            let (mut with_works, mut with_common) = (0, 0);
            for (at, a) in names.iter().enumerate() {
                for b in &names[at..] {
                    let ask = |corpus: &Corpus| {
                        between::ask(
                            &QueryContext::new(corpus).with_kind(WorkKind::Publication),
                            institution(corpus, a),
                            institution(corpus, b),
                            Language::Both,
                        )
                    };
                    let wanted = ask(&whole);
                    let has = |key: &str| wanted.record[key].as_array().is_some_and(|all| !all.is_empty());
                    // Longer ways are known from all works only.
                    if !has("works") && !has("common") {
                        continue;
                    }
                    with_works += usize::from(has("works"));
                    with_common += usize::from(!has("works"));
                    let found = all.works_of(&[a, b].map(|query| institution(&all.corpus, query))).unwrap();
                    let write = |answer| text::write(&answer, &text::Options::default());
                    assert_eq!(write(ask(&found.corpus)), write(wanted), "{a}, {b}");
                }
            }
            assert!(with_works > 15 && with_common > 5, "{with_works}, {with_common}");
        }
    }
}

const WORK: &str = "{\"id\": \"W@\", \"title\": \"Work @\", \"authorships\": [{\"institutions\": [#]}]}\n";

/// Lines of OpenAlex from ids of works and teams of `id=name`.
fn lines(works: &[(&str, &str)]) -> String {
    let one = |member: &str| match member.split_once('=') {
        Some((id, name)) => format!("{{\"id\": \"{id}\", \"display_name\": \"{name}\"}}"),
        None => format!("{{\"display_name\": \"{member}\"}}"),
    };
    let line = |(id, team): &(&str, &str)| {
        let team: Vec<String> = team.split(';').map(one).collect();
        WORK.replace('@', id).replace('#', &team.join(", "))
    };
    works.iter().map(line).collect()
}

#[test]
fn of_works_with_one_id_the_first_counts_whoever_made_it() {
    let text = lines(&[
        ("1", "I1=University of X;I2=Y"),
        ("2", "I2=Y"),
        ("2", "I1=University of X;I3=Z"),
        ("3", "I1=University of X"),
        ("3", "I1=University of X;I2=Y"),
        ("", "I1=University of X"),
        ("", "I1=University of X;I2=Y"),
    ])
    .replace("\"W\"", "\"\"");
    let (told, read) = from_lines(&text, "University of X");
    let whole = whole(&text);
    assert_eq!((told, read), (told_of(&whole, institution(&whole, "University of X")), 4));
}

#[test]
fn names_are_those_of_the_line_that_comes_first() {
    // The id is called otherwise first; a name without an id is that of the one id that has it, or of none where two do.
    let text = lines(&[
        ("1", "I1=X University;I2=Y"),
        ("2", "I1=University of X;Y"),
        ("3", "I3=Z;I4=Z;I5=W"),
        ("4", "Z;W"),
        ("5", "KAIST;I6=Korea Advanced Institute of Science and Technology"),
    ]);
    let whole = whole(&text);
    for query in ["X University", "Y", "W", "카이스트"] {
        assert_eq!(from_lines(&text, query).0, told_of(&whole, institution(&whole, query)), "{query}");
    }
    assert!(matches!(find_institution(&whole, "University of X"), Lookup::NotFound(_)));
    let input = bytes(&text);
    let all = entity_index(&input, &[]).unwrap();
    assert_eq!(find_institution(&all.corpus, "Z"), find_institution(&whole, "Z"));
    assert!(matches!(find_institution(&all.corpus, "University of X"), Lookup::NotFound(_)));
}

#[test]
fn the_line_of_a_work_is_that_of_the_file() {
    let text = format!("\u{FEFF}\n\n{}\n{}", lines(&[("1", "I1=X")]), lines(&[("2", "I2=Y"), ("3", "I1=X;I2=Y")]));
    let input = bytes(&text);
    let all = entity_index(&input, &["X"]).unwrap();
    let found = all.works_of(&[institution(&all.corpus, "X")]).unwrap();
    let corpus = &found.corpus;
    let mut at: Vec<u32> = corpus.work_ids().map(|id| corpus.work(id).source.line).collect();
    at.sort_unstable();
    assert_eq!((at, found.rows, found.read), (vec![3, 6], 3, 2));
}

#[test]
fn works_of_the_name_and_other_files_are_left_to_loading() {
    let none = |text: &str, called: &[&str]| assert!(entity_index(&bytes(text), called).is_none(), "{text}");
    let text = lines(&[("1", "I1=X")]);
    none(&text, &["work-1"]);
    none(&text.replace("Work 1", "w\\u006frk 1"), &["Work 1"]);
    none(&text.replace("\"title\"", "\"title\": null, \"display_name\""), &["Work 1"]);
    none(&text, &["-"]);
    for key in ["name", "title"] {
        none(&format!("{{\"{key}\": \"카이스트\", \"institutions\": [\"X\"]}}\n"), &["카이스트"]);
    }
    none("{\"name\": \"A\", \"aliases\": [\"B\", \"KAIST\"], \"institutions\": [\"X\"]}\n", &["KAIST"]);
    none("{\"name\": \"A\", \"aliases\": 3, \"institutions\": [\"X\"]}\n", &["KAIST"]);
    none("{\"collabgraph\": 1, \"works\": []}", &[]);
    none(&format!("{text}{{\"id\": \"W2\"\n"), &[]);
    let foreign = Input::Bytes { name: "x".to_owned(), bytes: [text.as_bytes(), b"\xB0\xB1\n"].concat() };
    assert!(entity_index(&foreign, &[]).is_none());
    assert!(matching_rows(&bytes(&text), &["X"]).is_none());
}

#[test]
fn lines_that_loading_refuses_are_left_to_it_whoever_is_asked_for() {
    let openalex = lines(&[("1", "I1=X"), ("2", "I2=Y;I1=X")]);
    let second = |from: &str, to: &str| {
        let at = openalex.find("\"W2\"").unwrap();
        let (first, second) = openalex.split_at(at);
        assert!(second.contains(from), "{from}");
        format!("{first}{}", second.replacen(from, to, 1))
    };
    let own = |more: &str| {
        format!(
            "{{\"name\": \"A\", \"institutions\": [\"X\"]}}\n{{\"name\": \"B\", {more}\"institutions\": [\"Y\"]}}\n"
        )
    };
    let broken = [
        second("\"title\"", "\"x\": nul, \"title\""),
        second("\"title\"", "\"publication_date\": 5, \"title\""),
        second("\"title\"", "\"cited_by_count\": 3.0, \"title\""),
        second("\"title\"", "\"title\": \"A\", \"title\""),
        second("Work 2", "bad \\x escape"),
        second("Work 2", "half \\ud800"),
        second("\"authorships\"", "\"authorships\": [], \"authorships\""),
        second("\"id\": \"I2\"", "\"id\": \"I2\", \"id\": \"I1\""),
        second("\"display_name\": \"X\"", "\"display_name\": 7"),
        own("\"citations\": -5, "),
        own("\"date\": \"2021\", \"date\": \"2020\", "),
        own("\"date\": [2021], "),
        own("\"authors\": {}, "),
        own("\"statements\": [{}], "),
    ];
    for text in broken {
        assert!(load(&[bytes(&text)], &options()).is_err(), "{text}");
        assert!(entity_index(&bytes(&text), &["X"]).is_none(), "{text}");
        let counted = counted(&bytes(&text), Projection::default());
        assert!(counted.is_none(), "{text}");
    }
    for text in [openalex.clone(), own("\"title\": null, \"citations\": 5, \"date\": 2021, \"z\": [{}], ")] {
        assert!(load(&[bytes(&text)], &options()).is_ok() && entity_index(&bytes(&text), &["X"]).is_some(), "{text}");
    }
}

#[test]
fn lines_that_are_counted_rank_as_those_that_are_kept() {
    for table in tables::corpora(&Options::default()) {
        let count = |text: &str| counted(&bytes(text), Projection::default());
        for text in [own_lines(&table), openalex_lines(&table)] {
            let (found, whole) = (count(&text).unwrap(), whole(&text));
            assert_eq!(found.counts.kept, whole.work_count());
            let scope = QueryContext::new(&found.corpus)
                .with_kind(WorkKind::Publication)
                .with_precounted_works(found.works_of.clone(), found.counts.kept);
            for by in [Measure::Strength, Measure::Betweenness, Measure::Pagerank] {
                let ranked = |scope: &QueryContext<'_>| {
                    let answer =
                        rank::ask(scope, &rank::Options { by, top: None, ..rank::Options::default() }, Language::Both);
                    text::write(&answer, &text::Options::default()) + &csv::write(&answer, &csv::Options::default())
                };
                assert_eq!(
                    ranked(&scope),
                    ranked(&QueryContext::new(&whole).with_kind(WorkKind::Publication)),
                    "{by:?}"
                );
            }
        }
    }
}

#[test]
fn a_large_file_of_lines_is_answered_alike_with_any_number_of_threads_and_packed() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("large.jsonl");
    let mut text = String::new();
    for number in 0..60_000 {
        let team =
            if number % 997 == 0 { "I1=KAIST;I2=University of X" } else { "I3=University of Y;I4=Institute of Z" };
        text.push_str(&lines(&[(&format!("{number:08}"), team)]));
    }
    std::fs::write(&file, &text).unwrap();
    let run = |path: &Path, threads: &str, more: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_collab"))
            .args([&["-q", "--data", path.to_str().unwrap()], more].concat())
            .env("RAYON_NUM_THREADS", threads)
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(0), "{more:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    let told = run(&file, "2", &["who", "카이스트"]);
    assert!(told.contains("Of 60,000 lines, 61 that may name it were read in full"), "{told}");
    let loaded = run(&file, "2", &["who", "카이스트", "--notices", "all"]);
    let head = |told: &str| told.split("\n\nFull counting").next().unwrap().to_owned();
    assert_eq!(head(&told), head(&loaded));
    let packed = folder.path().join("large.jsonl.gz");
    let out = std::fs::File::create(&packed).unwrap();
    let mut writer = flate2::write::GzEncoder::new(out, flate2::Compression::none());
    std::io::Write::write_all(&mut writer, text.as_bytes()).unwrap();
    writer.finish().unwrap();
    for (path, threads) in [(&file, "1"), (&file, "7"), (&packed, "2")] {
        assert_eq!(run(path, threads, &["who", "카이스트"]), told, "{threads}");
    }
    let ranked = run(&file, "1", &["rank"]);
    assert!(ranked.contains("60,000 publications were counted without being kept in memory"), "{ranked}");
    assert_eq!(run(&file, "7", &["rank"]), ranked);
}
