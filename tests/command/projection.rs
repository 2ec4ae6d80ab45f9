//! What is streamed must be what is loaded: the same institutions, ties and weights, on any number of threads.

use crate::support::tables;
use collabgraph::answer::language::Language;
use collabgraph::dataset::load;
use collabgraph::ingest;
use collabgraph::ingest::columns::ColumnMap;
use collabgraph::ingest::input::Input;
use collabgraph::ingest::options::GroupBy;
use collabgraph::names::authority::{Authority, Level};
use collabgraph::network::Network;
use collabgraph::network::counting::{Counting, Projection};
use collabgraph::random::Random;
use collabgraph::sink::{Options, Projected, Reading, project};
use std::collections::BTreeMap;
use std::io::Write;
use std::path::PathBuf;

type Ties = BTreeMap<(String, String), f64>;

fn streamed(projected: &Projected) -> (Vec<String>, Ties) {
    let corpus = &projected.corpus;
    let id = |id| corpus.institution(id).id.clone();
    let ties = projected.ties().iter().map(|tie| ((id(tie.a), id(tie.b)), tie.weight)).collect();
    (corpus.institution_ids().map(id).collect(), ties)
}

fn loaded(inputs: &[Input], options: &Options) -> (Vec<String>, Ties) {
    let corpus = load(inputs, &options.ingest).unwrap().corpus;
    let network = Network::one_mode(&corpus, options.projection);
    let ids: Vec<String> = corpus.institution_ids().map(|id| corpus.institution(id).id.clone()).collect();
    let ties = (0..network.tie_count())
        .map(|tie| {
            let (a, b, weight) = network.tie(tie);
            ((ids[a].clone(), ids[b].clone()), weight)
        })
        .collect();
    (ids, ties)
}

/// Projects and compares with the corpus.
fn agrees(inputs: &[Input], options: &Options) -> Projected {
    let projected = project(inputs, options, None).unwrap();
    let (ids, ties) = streamed(&projected);
    let (all_ids, all_ties) = loaded(inputs, options);
    assert_eq!(ids, all_ids);
    assert_eq!(ties.keys().collect::<Vec<_>>(), all_ties.keys().collect::<Vec<_>>());
    for (pair, weight) in &all_ties {
        let found = ties[pair];
        let exact = options.projection.counting == Counting::Full;
        let close = if exact { found == *weight } else { (found - weight).abs() <= 1e-12 * weight };
        assert!(close, "{pair:?}: {found} and {weight}");
    }
    projected
}

fn options(counting: Counting, max_team: Option<usize>) -> Options {
    Options { projection: Projection { counting, max_team }, ..Options::default() }
}

/// Works of institutions with awkward names, as rows of names.
fn works(count: usize, institutions: usize) -> Vec<Vec<String>> {
    let mut random = Random::new(7);
    let odd = [
        "Acme, Inc.",
        "한국대학교",
        " Spaced  Name ",
        "A\u{301}cole",
        "Quote \"Q\" Lab",
        "Meta AI",
        "카이스트",
        "KAIST",
    ];
    let name =
        |number: usize| odd.get(number).map_or_else(|| format!("Institution {number:05}"), |&odd| odd.to_owned());
    (0..count)
        .map(|_| {
            let team = random.below(6);
            (0..team).map(|_| name(random.below(institutions))).collect()
        })
        .collect()
}

fn csv(works: &[Vec<String>], line_end: &str) -> String {
    let mut text = format!("\u{FEFF}Model,Note,Organization,Country (of organization),Notability criteria{line_end}");
    for (number, team) in works.iter().enumerate() {
        let note = match number % 7 {
            0 => "\"two\nlines, \"\"quoted\"\"\"".to_owned(),
            1 => "a \"loose\" quote".to_owned(),
            _ => "plain".to_owned(),
        };
        let cell = team.join(",").replace('"', "\"\"");
        let extra = if number % 50 == 3 { ",more" } else { "" };
        text.push_str(&format!("Model {number},{note},\"{cell}\",,x{extra}{line_end}"));
        if number % 90 == 0 {
            text.push_str(&format!("{line_end}, ,\"\",,{line_end}"));
        }
    }
    text
}

fn openalex(works: &[Vec<String>]) -> String {
    let mut text = String::new();
    for (number, team) in works.iter().enumerate() {
        let authorships: Vec<serde_json::Value> = team
            .iter()
            .map(|name| {
                let id = (name.len() % 5 != 0).then(|| {
                    format!(
                        "https://openalex.org/I{}",
                        name.len() * 1000 + usize::from(name.as_bytes()[name.len() - 1])
                    )
                });
                serde_json::json!({"author": {"display_name": "A \" } B"}, "institutions": [
                    {"id": id, "display_name": name, "lineage": ["https://openalex.org/I0"], "country_code": "KR"}]})
            })
            .collect();
        let work = serde_json::json!({"id": format!("W{number}"), "title": "\"authorships\": [{", "authorships": authorships, "cited_by_count": 3});
        text.push_str(&work.to_string());
        text.push('\n');
    }
    text
}

fn own(works: &[Vec<String>]) -> String {
    let lines = works.iter().enumerate().map(|(number, team)| {
        serde_json::json!({"name": format!("Model {number}"), "institutions": team, "date": "2020-01-01"}).to_string()
            + "\n"
    });
    lines.collect()
}

#[test]
fn tables_give_the_same_network_streamed_and_loaded() {
    let works = works(3_000, 60);
    for line_end in ["\n", "\r\n"] {
        let inputs = [Input::bytes("works.csv", csv(&works, line_end))];
        for counting in [Counting::Full, Counting::Fractional, Counting::Strict] {
            let projected = agrees(&inputs, &options(counting, Some(4)));
            assert_eq!((projected.way, projected.works), (Reading::Streamed, 3_000));
            assert!(projected.excluded.works > 0 && projected.excluded.largest == 5);
        }
    }
}

#[test]
fn blocks_and_pieces_leave_no_seam() {
    // Larger than two blocks, with quoted line ends wherever a piece may begin.
    let works = works(90_000, 4_000);
    let text =
        csv(&works, "\n").replace("plain", "\"a\nlong, cell\n\nof \"\"several\"\" lines that looks,like,rows\n\"");
    assert!(text.len() > 9_000_000);
    let projected = agrees(&[Input::bytes("works.csv", text)], &options(Counting::Full, None));
    assert_eq!(projected.excluded.works, 0);
}

#[test]
fn json_lines_give_the_same_network_streamed_and_loaded() {
    let works = works(2_000, 60);
    for (name, text) in [("works.jsonl", openalex(&works)), ("own.jsonl", own(&works))] {
        let projected = agrees(&[Input::bytes(name, text.clone())], &options(Counting::Fractional, None));
        assert_eq!((projected.way, projected.works), (Reading::Streamed, 2_000), "{name}");
        let mut packed = flate2_encoder();
        packed.write_all(text.as_bytes()).unwrap();
        agrees(&[Input::bytes(&format!("{name}.gz"), packed.finish().unwrap())], &options(Counting::Full, None));
    }
}

fn flate2_encoder() -> flate2::write::GzEncoder<Vec<u8>> {
    flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast())
}

#[test]
fn names_of_the_authority_and_groups_are_the_same() {
    let rows = "Model,Organization\nGPT,\"Google Brain,DeepMind,KAIST\"\nPyramidNet,\"서울대,Google\"\nX,\"X Lab,KAIST,Google,Google Brain\"\n";
    let authority = Authority::built_in().with_file("my.txt", b"label\treplace by\nX Lab\tKAIST\n").unwrap();
    for level in [Level::Recorded, Level::Group] {
        let ingest = ingest::Options { authority: authority.clone(), level, ..Default::default() };
        let options = Options { ingest, ..Options::default() };
        let projected = agrees(&[Input::bytes("a.csv", rows)], &options);
        assert!(!projected.merges.is_empty());
    }
}

#[test]
fn columns_that_are_named_make_no_other_table_of_epochs() {
    let rows = "Model,Organization,Publication date,Notability criteria\nA,\"Foo Lab,Bar Lab\",2020,\nB,\"Foo Lab,Baz Lab\",2020,\n";
    let columns = ColumnMap::parse("work=Model,institutions=Organization").unwrap();
    let ingest = ingest::Options { columns: Some(columns), ..Default::default() };
    let projected = agrees(&[Input::bytes("a.csv", rows)], &Options { ingest, ..Options::default() });
    assert_eq!(projected.ties().len(), 2);
}

fn datasets() -> Vec<PathBuf> {
    let mut files = vec![tables::made_up()];
    if let Some(folder) = tables::shared("datasets") {
        files.extend(std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()));
        files.retain(|path| path.extension().is_some_and(|extension| extension == "csv"));
        files.sort();
    }
    files
}

#[test]
fn real_tables_are_the_same() {
    let mut compared = 0;
    for file in datasets() {
        let input = [Input::Path(file.clone())];
        let mut options = Options::default();
        options.ingest.authority = Authority::built_in();
        if load(&input, &options.ingest).is_ok_and(|loaded| loaded.corpus.work_count() > 0) {
            agrees(&input, &options);
            compared += 1;
        }
    }
    assert!(compared > 0);
}

#[test]
fn commas_that_rest_on_a_column_are_learned_and_no_work_is_kept() {
    let rows = "Title,Organizations,Date\nOne,\"KAIST,NAVER\",2020\nTwo,\"University of California, Berkeley\",\n\
                Three,\"X Lab, Y Lab\",\nFour,\"Y Lab, X Lab,KAIST\",\nFive,X Lab,\n\"Six \"\"6\"\"\",\"Y Lab\",\n\
                Seven,\"Unheard Lab, Of Nowhere\",\nEight,\"Acme, Inc.\",\nNine,\"Booz Allen, McLean,KAIST\",\n";
    let with_marks = format!("{rows}Ten,KAIST; X Lab,\n");
    let closed = rows.replace(", ", ",");
    for text in [rows, &with_marks, &closed] {
        for whole in [&[][..], &["Booz Allen, McLean".to_owned(), "Booz Allen,McLean".to_owned()]] {
            for counting in [Counting::Full, Counting::Fractional] {
                let mut options = options(counting, None);
                options.ingest.authority = Authority::built_in();
                options.ingest.whole_names = whole.to_vec();
                // Commas of one table say nothing of another's.
                let other = Input::bytes("b.csv", "Title,Organizations\nA,\"M Lab, N Lab\"\nB,M Lab; N Lab\n");
                for inputs in [vec![Input::bytes("a.csv", text)], vec![Input::bytes("a.csv", text), other]] {
                    let projected = agrees(&inputs, &options);
                    assert_eq!(projected.way, Reading::Streamed);
                    let commas = |message: &str| message.contains("split at commas");
                    let told: Vec<String> = projected
                        .notices
                        .iter()
                        .map(|one| one.text(Language::English))
                        .filter(|one| commas(one))
                        .collect();
                    let loaded = load(&inputs, &options.ingest).unwrap().notices;
                    let wanted: Vec<String> =
                        loaded.iter().map(|one| one.text(Language::English)).filter(|one| commas(one)).collect();
                    assert_eq!(told, wanted);
                    assert!(!told.is_empty());
                }
            }
        }
    }
}

#[test]
fn other_marks_several_columns_and_wholes_give_the_same_network() {
    let mut options = options(Counting::Full, None);
    options.ingest.authority = Authority::built_in();
    let marks = "제목,저자소속\n알파,카이스트·네이버\n베타,\"카이스트\n서울대학교\"\n감마,가/나\n델타,가\n엡실론,나\n제타,가；나\n";
    let projected = agrees(&[Input::bytes("a.csv", marks)], &options);
    assert_eq!((projected.way, projected.ties().len()), (Reading::Streamed, 3));
    let several = "Title,Inst 1,Country 1,Inst 2,Country 2\nAlpha,KAIST,KR,NAVER,\nBeta,,,MIT; ETH Zurich,\n";
    let projected = agrees(&[Input::bytes("a.csv", several)], &options);
    assert_eq!((projected.way, projected.ties().len()), (Reading::Loaded, 2));
    let wholes =
        "Title,Affiliations\nAlpha,University of California System; University of California Berkeley; KAIST\n";
    let projected = agrees(&[Input::bytes("a.csv", wholes)], &options);
    assert_eq!((projected.way, projected.ties().len()), (Reading::Compared, 1));
}

#[test]
fn cells_are_read_alike_and_rows_that_may_be_one_work_are_compared() {
    let plain = "Title,Affiliations,Country\nOne,KAIST &amp; Sons; Lab A,\nTwo,\"Lab A|B&#39;s, C\",\n\
                 Three,NA; Lab A; et al.,\nFour,N/A,\nFive,,\nSix,AT&T; Lab A,\nSeven,\"X&amp;Y, Z\",\n";
    let mut kept = options(Counting::Full, None);
    kept.ingest.whole_names = vec!["NA".to_owned(), "Lab A|B's, C".to_owned()];
    for options in [options(Counting::Full, None), options(Counting::Strict, None), kept] {
        let projected = agrees(&[Input::bytes("a.csv", plain)], &options);
        assert_eq!((projected.way, projected.works), (Reading::Streamed, 7));
        let alone = projected
            .notices
            .iter()
            .find(|one| one.text(Language::English).contains("works name no institution"))
            .unwrap();
        assert!(alone.text(Language::English).starts_with("2 "), "{}", alone.text(Language::English));
    }
    // One of these may join rows: identifiers, DOIs, names; or names in a row.
    for text in [
        "id,title,institution\n1,Alpha,A\n1,Alpha,B\n2,Beta,A; B\n",
        "title,institution\nAlpha,A\nBeta,C\nAlpha,B\n",
        "title,doi,institution\nAlpha,10.1/a,A\nbeta,10.1/A,\nGamma,,A; B\n",
        "title,institution\nAlpha,A; a; B\nBeta,C\n",
        "title,authors,institution\nAlpha,x,A\nAlpha,y,A\nAlpha,z,B; C\nAlpha,u,D\nAlpha,u,E\nBeta,v,A\n",
    ] {
        let (input, mut options) = ([Input::bytes("a.csv", text)], options(Counting::Full, None));
        assert_eq!(agrees(&input, &options).way, Reading::Compared, "{text}");
        options.ingest.group_by = GroupBy::Never;
        let way = agrees(&input, &options).way;
        assert_eq!(way, if text.contains("; a;") { Reading::Compared } else { Reading::Streamed }, "{text}");
        options.ingest.group_by = GroupBy::Column("title".to_owned());
        assert_eq!(agrees(&input, &options).way, Reading::Compared, "{text}");
    }
    // And these may not.
    for text in [
        "id,title,institution\n1,Alpha,A\n2,Beta,B\n3,Gamma,A; B\n",
        "title,doi,institution\nAlpha,NA,A\nBeta,NA,B\nGamma,10.1/c,A; B\n",
        "title,institution\nAlpha,A; B\nAlpha,A\nAlpha,C\n",
        "title,institution\nAlpha,A\nAlpha,B\nA,C\nB,C\nC,C\nD,C\nE,C\nF,C\nG,C\nH,C\nI,C\n",
    ] {
        assert_eq!(
            agrees(&[Input::bytes("a.csv", text)], &options(Counting::Full, None)).way,
            Reading::Streamed,
            "{text}"
        );
    }
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let inputs =
        [Input::bytes("a.csv", csv(&works(30_000, 900), "\n")), Input::bytes("b.jsonl", openalex(&works(5_000, 70)))];
    let run = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        let projected = pool.install(|| project(&inputs, &options(Counting::Strict, None), None).unwrap());
        let bits: Vec<u64> = projected.ties().iter().map(|tie| tie.weight.to_bits()).collect();
        (streamed(&projected).0, bits, projected.notices)
    };
    let one = run(1);
    assert_eq!(run(2), one);
    assert_eq!(run(7), one);
}

#[test]
fn errors_have_the_same_place_as_those_of_a_table_that_is_loaded() {
    let long = csv(&works(20_000, 500), "\n");
    let mut damaged = long.clone().into_bytes();
    damaged.extend_from_slice(b"x,y,caf\xE9,,\n");
    let cases: Vec<(&str, Vec<u8>)> = vec![
        ("unclosed.csv", format!("{long}a,b,\"c\nd,e,f\n").into_bytes()),
        ("latin.csv", damaged),
        ("cut.jsonl", format!("{}{{\"id\": \"W\", \"authorships\": [", openalex(&works(3_000, 90))).into_bytes()),
        ("cut.json", format!("{}{{\"name\": \"L\", \"institutions\": [5]}}\n", own(&works(900, 90))).into_bytes()),
        ("null.json", format!("{}{{\"name\": \"L\", \"institutions\": null}}\n", own(&works(900, 90))).into_bytes()),
        ("list.json", format!("{}[1]\n", own(&works(900, 90))).into_bytes()),
        ("list.jsonl", format!("{}[1]\n", openalex(&works(900, 90))).into_bytes()),
        ("empty.csv", Vec::new()),
        ("columns.csv", b"foo,bar\n1,2\n".to_vec()),
    ];
    for (name, bytes) in cases {
        let inputs = [Input::bytes(name, bytes)];
        let whole = load(&inputs, &ingest::Options::default()).unwrap_err();
        let error = project(&inputs, &Options::default(), None).unwrap_err();
        assert_eq!(error, whole, "{name}");
    }
}

#[test]
fn a_document_that_must_be_read_whole_is_loaded() {
    let projected = agrees(&[Input::Embedded], &Options::default());
    assert_eq!(projected.way, Reading::Loaded);
    let page = format!("{{\"results\": [{}]}}", openalex(&works(20, 20)).trim_end().replace('\n', ","));
    assert_eq!(agrees(&[Input::bytes("page.json", page)], &Options::default()).way, Reading::Loaded);
}

#[test]
fn the_command_writes_rows_whole_or_not_at_all_and_says_what_it_left_out() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    std::fs::write(at("works.csv"), "Model,Organization,Notability criteria\nA,\"X,Y,Z\",\nB,\"X,Y\",\nC,\"Y,X\",\n")
        .unwrap();
    let collab =
        |arguments: &[&str]| std::process::Command::new(env!("CARGO_BIN_EXE_collab")).args(arguments).output().unwrap();
    let output = collab(&["project", &at("works.csv"), "-o", &at("edges.csv"), "--max-team", "2", "--lang", "en"]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{said}");
    assert_eq!(std::fs::read_to_string(at("edges.csv")).unwrap(), "Source,Target,Weight\nX,Y,2\n");
    assert!(said.contains("3 works, 3 institutions, 1 tie.") && said.contains("1 work with more than 2"), "{said}");
    for name in ["edges.csv.gz", "all.graphml", "all.tsv"] {
        assert!(collab(&["project", &at("works.csv"), "-o", &at(name), "-q"]).status.success(), "{name}");
    }
    // What was written is read again: the same three ties.
    let read = collab(&["--data", &at("edges.csv.gz"), "strongest", "--format", "csv", "-q"]);
    assert_eq!(String::from_utf8(read.stdout).unwrap().lines().count(), 4);
    let refused = collab(&["project", &at("works.csv"), "-o", &at("x.csv"), "--since", "2020", "--lang", "ko"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(String::from_utf8(refused.stderr).unwrap().contains("--since"));
    let mut left: Vec<String> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    left.sort();
    assert_eq!(left, ["all.graphml", "all.tsv", "edges.csv", "edges.csv.gz", "works.csv"]);
}
