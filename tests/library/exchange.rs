//! Files of other programs: what we write is read back, by us and by others; what others write is read; what cannot
//! be read is told with its place.

use crate::support::{python, tables};
use collabgraph::answer::language::Language;
use collabgraph::corpus::Corpus;
use collabgraph::dataset::{Loaded, load};
use collabgraph::exchange::{
    AttributeValues, Error as ColumnError, ExportFile, ExportFormat, NetworkAttributes, write,
};
use collabgraph::geometry::Point;
use collabgraph::ingest::Options;
use collabgraph::ingest::error::Error;
use collabgraph::ingest::format::Format as InputFormat;
use collabgraph::ingest::input::Input;
use collabgraph::ingest::notice::Kind;
use collabgraph::network::Network;
use collabgraph::network::counting::{Counting, Projection};
use collabgraph::network::graph::Node;
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Works of institutions whose names hold every trap.
fn awkward() -> Corpus {
    let table = "Model;Institution;Countries;Sectors;Date\n\
        \"Say \"\"hi\"\" <b> & ]]> | 끝\";\"서울대학교|AT&T \"\"Labs\"\"\";KR|US;university|company;2020-01-02\n\
        B;\"서울대학교|AT&T \"\"Labs\"\"\";KR|US;university|company;2021\n\
        C;\"서울대학교|Émile <O'Hara>, Inc.\";KR|FR;university|university;2021-05\n\
        E;\"AT&T \"\"Labs\"\"|Émile <O'Hara>, Inc.|서울대학교\";;;2023\n\
        D;홀로;KR;company;2022\n";
    read(&[Input::bytes("awkward.csv", table)]).corpus
}

fn read(inputs: &[Input]) -> Loaded {
    load(inputs, &Options::default()).unwrap_or_else(|error| panic!("{error}"))
}

fn fixture(file: &str) -> Input {
    Input::Path(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(file))
}

/// A file of the shared folder beside the repository; `None`, with a word, where it is absent.
fn shared(file: &str) -> Option<Input> {
    tables::shared(&format!("datasets/{file}")).map(Input::Path)
}

/// A network with clusters, points and scores.
fn full<'c>(corpus: &'c Corpus) -> (Network<'c>, NetworkAttributes) {
    let network = Network::one_mode(corpus, Projection { counting: Counting::Fractional, ..Projection::default() });
    let count = network.node_count();
    let points: Vec<Point> = (0..count).map(|node| Point::new(node as f64 * 1.5, -(node as f64) / 3.0)).collect();
    let clusters: Vec<u32> = (0..count as u32).map(|node| if node == 0 { 7 } else { 3 }).collect();
    let mut scores: Vec<f64> = (0..count).map(|node| 1.0 / (node as f64 + 3.0)).collect();
    if let Some(last) = scores.last_mut() {
        *last = f64::NAN;
    }
    let columns = NetworkAttributes::of(&network)
        .with_scores("constraint", &scores)
        .with_clusters(&clusters)
        .with_points(&points)
        .with_title("Partners & \"others\"", "Who builds it\nwith whom <2024>");
    (network, columns)
}

fn inputs(parts: &[ExportFile]) -> Vec<Input> {
    parts.iter().map(|part| Input::bytes(&format!("x{}", part.suffix), part.bytes.clone())).collect()
}

/// Ties by the names of their ends, with weights rounded as files have them.
fn ties(network: &Network<'_>, name: impl Fn(usize) -> String) -> BTreeMap<(String, String), String> {
    (0..network.tie_count())
        .map(|tie| {
            let (a, b, weight) = network.tie(tie);
            let (a, b) = (name(a), name(b));
            (if a < b { (a, b) } else { (b, a) }, format!("{weight:.9}"))
        })
        .collect()
}

fn official<'n>(network: &'n Network<'_>) -> impl Fn(usize) -> String + 'n {
    |node| network.corpus().institution(network.institution(node).unwrap()).names.name.clone()
}

fn shown<'n>(network: &'n Network<'_>) -> impl Fn(usize) -> String + 'n {
    |node| network.corpus().institution(network.institution(node).unwrap()).names.label().to_owned()
}

/// Whether this build reads a format that it writes: DOT needs its parser, and a table for charts has no ties.
fn is_read(format: ExportFormat) -> bool {
    format != ExportFormat::Datawrapper && (format != ExportFormat::Dot || cfg!(feature = "dot"))
}

fn nodes(network: &Network<'_>, name: impl Fn(usize) -> String) -> Vec<String> {
    let mut names: Vec<String> = (0..network.node_count()).map(name).collect();
    names.sort();
    names
}

#[test]
fn every_format_comes_back_with_its_names_and_weights() {
    for corpus in [awkward(), read(&[Input::Embedded]).corpus] {
        let (network, columns) = full(&corpus);
        for format in [
            ExportFormat::Gexf,
            ExportFormat::Gexf12,
            ExportFormat::GraphMl,
            ExportFormat::Gml,
            ExportFormat::GephiCsv,
            ExportFormat::NodeLink,
            ExportFormat::Cytoscape,
            ExportFormat::Dot,
            #[cfg(feature = "parquet")]
            ExportFormat::Parquet,
        ]
        .into_iter()
        .filter(|format| is_read(*format))
        {
            let back = read(&inputs(&write(&network, &columns, format).unwrap()));
            let again = Network::one_mode(&back.corpus, Projection::default());
            assert_eq!(ties(&again, official(&again)), ties(&network, official(&network)), "{}", format.key());
            assert_eq!(nodes(&again, official(&again)), nodes(&network, official(&network)), "{}", format.key());
            for id in corpus.institution_ids() {
                let (before, key) = (corpus.institution(id), &corpus.institution(id).id);
                let after =
                    back.corpus.institution(back.corpus.institution_by_key(key).unwrap_or_else(|| panic!("{key}")));
                assert_eq!(after.names.name, before.names.name);
                assert_eq!(after.names.name_ko, before.names.name_ko);
                assert_eq!(after.names.label(), before.names.label());
                assert_eq!(
                    (&after.countries, &after.sectors, &after.ror),
                    (&before.countries, &before.sectors, &before.ror)
                );
            }
        }
        // These have no room for an official name beside the label.
        for format in [ExportFormat::Pajek, ExportFormat::Vosviewer, ExportFormat::VosviewerText, ExportFormat::KumuCsv]
        {
            let parts = write(&network, &columns, format).unwrap();
            let parts: Vec<ExportFile> = parts
                .into_iter()
                .filter(|part| !part.suffix.ends_with(".clu") && !part.suffix.ends_with(".vec"))
                .collect();
            let back = read(&inputs(&parts));
            let again = Network::one_mode(&back.corpus, Projection::default());
            let plain = |name: String| if format == ExportFormat::Pajek { name.replace('"', "'") } else { name };
            let label = |node| plain(shown(&network)(node));
            if format == ExportFormat::KumuCsv {
                assert_eq!(ties(&again, official(&again)), ties(&network, official(&network)), "{}", format.key());
            } else {
                assert_eq!(ties(&again, shown(&again)), ties(&network, label), "{}", format.key());
                assert_eq!(nodes(&again, shown(&again)), nodes(&network, label), "{}", format.key());
            }
        }
        let back = read(&inputs(&write(&network, &columns, ExportFormat::EdgeList).unwrap()));
        let again = Network::one_mode(&back.corpus, Projection::default());
        assert_eq!(ties(&again, official(&again)), ties(&network, official(&network)));
    }
}

#[test]
fn a_network_of_works_and_institutions_comes_back_as_works() {
    let corpus = read(&[Input::Embedded]).corpus;
    let network = Network::two_mode(&corpus);
    for format in [
        ExportFormat::Gexf,
        ExportFormat::Gexf12,
        ExportFormat::GraphMl,
        ExportFormat::Gml,
        ExportFormat::NodeLink,
        ExportFormat::Cytoscape,
        ExportFormat::Dot,
    ]
    .into_iter()
    .filter(|format| is_read(*format))
    {
        let back = read(&inputs(&write(&network, &NetworkAttributes::of(&network), format).unwrap())).corpus;
        let facts = |corpus: &Corpus| -> Vec<(String, String, Vec<String>)> {
            let works = corpus.work_ids().map(|id| {
                let mut names: Vec<String> = corpus
                    .institutions_of(id)
                    .iter()
                    .map(|&institution| corpus.institution(institution).names.name.clone())
                    .collect();
                names.sort();
                (corpus.work_name(id).to_owned(), format!("{:?}", corpus.date(id)), names)
            });
            works.collect()
        };
        assert_eq!(facts(&back), facts(&corpus), "{}", format.key());
    }
}

#[test]
fn the_same_network_gives_the_same_bytes_and_an_empty_one_is_written_too() {
    let corpus = awkward();
    let empty = Corpus::default();
    let nothing = Network::one_mode(&empty, Projection::default());
    for format in ExportFormat::ALL {
        let once = write(&full(&corpus).0, &full(&corpus).1, format).unwrap();
        assert_eq!(once, write(&full(&corpus).0, &full(&corpus).1, format).unwrap());
        assert_eq!(ExportFormat::parse(format.key()), Some(format));
        let parts = write(&nothing, &NetworkAttributes::of(&nothing), format).unwrap();
        if !is_read(format) {
            continue;
        }
        for input in
            inputs(&parts).into_iter().zip(&parts).filter(|(_, part)| !part.bytes.is_empty()).map(|pair| pair.0)
        {
            let empty = load(&[input], &Options::default());
            assert!(empty.is_ok_and(|loaded| loaded.corpus.institution_count() == 0), "{}", format.key());
        }
    }
    let extensions =
        ["gexf", ".GraphML", "net", "gml", "json", "txt", "csv", "tsv", "dot", "GV", "cyjs", "edges", "mtx", "png"]
            .map(ExportFormat::of_extension);
    assert_eq!(extensions.iter().filter(|format| format.is_some()).count(), 13);
}

/// Graphviz's own reading of our DOT, as JSON; `None`, with a word, where it is not installed.
fn by_graphviz(text: &[u8]) -> Option<serde_json::Value> {
    use std::io::Write as _;
    let mut command = Command::new("dot");
    command.args(["-Tdot_json"]).stdin(std::process::Stdio::piped()).stdout(std::process::Stdio::piped());
    let Ok(mut dot) = command.stderr(std::process::Stdio::piped()).spawn() else {
        assert!(std::env::var_os("CI").is_none(), "Graphviz is needed");
        println!("skipped: Graphviz is not there");
        return None;
    };
    dot.stdin.take().unwrap().write_all(text).unwrap();
    let output = dot.wait_with_output().unwrap();
    assert!(output.status.success() && output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(serde_json::from_slice(&output.stdout).unwrap())
}

#[test]
fn graphviz_reads_our_dot_with_all_attributes() {
    for corpus in [awkward(), read(&[Input::Embedded]).corpus] {
        let (network, columns) = full(&corpus);
        let part = &write(&network, &columns, ExportFormat::Dot).unwrap()[0];
        let Some(file) = by_graphviz(&part.bytes) else { return };
        let objects = file["objects"].as_array().unwrap();
        let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
        let mut names: Vec<String> = objects.iter().map(|one| text(&one["institution"])).collect();
        names.sort();
        let mut ids: Vec<String> = corpus.institution_ids().map(|id| corpus.institution(id).id.clone()).collect();
        ids.sort();
        assert_eq!(names, ids);
        for one in objects {
            let id = corpus.institution_by_key(one["institution"].as_str().unwrap()).unwrap();
            let told = &corpus.institution(id).names;
            assert_eq!(text(&one["name"]).replace("\\\"", "\""), told.name);
            assert_eq!(one["name_ko"].as_str(), told.name_ko.as_deref());
            assert!(text(&one["pos"]).ends_with('!') && one["cluster"].is_string() && one["works"].is_string());
        }
        let edges = file["edges"].as_array().map_or(0, Vec::len);
        assert_eq!(edges, network.tie_count());
        assert!(file["edges"].as_array().unwrap().iter().all(|edge| edge["evidence"].is_string()));
    }
}

#[test]
fn columns_that_do_not_fit_are_refused() {
    let corpus = awkward();
    let network = Network::one_mode(&corpus, Projection::default());
    let refused = |columns: NetworkAttributes| write(&network, &columns, ExportFormat::Gexf).unwrap_err();
    let short = refused(NetworkAttributes::of(&network).with_scores("pagerank", &[0.5]));
    assert_eq!(short, ColumnError::Length { key: "pagerank".into(), actual: 1, expected: network.node_count() });
    let text = AttributeValues::Text(vec![String::new(); network.node_count()]);
    assert_eq!(refused(NetworkAttributes::of(&network).with_node("name", text)), ColumnError::Repeated("name".into()));
    assert!(matches!(refused(NetworkAttributes::of(&network).with_clusters(&[1])), ColumnError::Length { .. }));
    assert!(matches!(
        refused(NetworkAttributes::of(&network).with_points(&[Point::default()])),
        ColumnError::Length { .. }
    ));
}

#[test]
fn vosviewers_rules_hold() {
    let corpus = read(&[Input::Embedded]).corpus;
    let (network, columns) = full(&corpus);
    let parts = write(&network, &columns, ExportFormat::Vosviewer).unwrap();
    let file: serde_json::Value = serde_json::from_slice(&parts[0].bytes).unwrap();
    let items = file["network"]["items"].as_array().unwrap();
    let mut sizes: BTreeMap<u64, usize> = BTreeMap::new();
    let mut ids = Vec::new();
    for item in items {
        assert_eq!(item.get("x").is_some(), item.get("y").is_some());
        *sizes.entry(item["cluster"].as_u64().unwrap()).or_insert(0) += 1;
        assert!(item["weights"].as_object().unwrap().values().all(|weight| weight.as_f64().unwrap() >= 0.0));
        assert!(item["weights"]["Documents"].is_i64() && !item["label"].as_str().unwrap().is_empty());
        assert!(
            item.get("scores").is_none_or(|scores| scores.as_object().unwrap().values().all(|score| score.is_number()))
        );
        ids.push(item["id"].as_str().unwrap());
    }
    assert_eq!(sizes.keys().copied().collect::<Vec<_>>(), [1, 2]);
    assert!(sizes[&1] >= sizes[&2], "cluster 1 is the largest");
    for link in file["network"]["links"].as_array().unwrap() {
        assert!(link["strength"].as_f64().unwrap() > 0.0);
        for end in ["source_id", "target_id"] {
            assert!(ids.contains(&link[end].as_str().unwrap()));
        }
    }
    assert_eq!(file["config"]["terminology"]["item"], "Institution");
    assert!(!file["info"]["description"].as_str().unwrap().contains("<2"));
    // No item has one coordinate alone, and none has any where there is no layout.
    let parts = write(&network, &NetworkAttributes::of(&network), ExportFormat::Vosviewer).unwrap();
    assert!(!String::from_utf8(parts[0].bytes.clone()).unwrap().contains("\"x\""));
}

#[test]
fn pajek_and_gephi_sheets_have_their_forms() {
    let corpus = awkward();
    let (network, columns) = full(&corpus);
    let text = |format, suffix: &str| {
        let parts = write(&network, &columns, format).unwrap();
        let part = parts.into_iter().find(|part| part.suffix == suffix).unwrap_or_else(|| panic!("{suffix}"));
        String::from_utf8(part.bytes).unwrap()
    };
    assert_eq!(text(ExportFormat::Pajek, ".clu").lines().count(), 1 + network.node_count());
    assert!(text(ExportFormat::Pajek, "-strength.vec").starts_with("*Vertices 4\n"));
    assert!(text(ExportFormat::Pajek, ".net").lines().nth(1).unwrap().starts_with("1 \""));
    let edges = text(ExportFormat::GephiCsv, "_edges.csv");
    assert!(edges.starts_with("Source,Target,Type,Weight,works,first,latest,evidence\n"));
    assert!(edges.lines().skip(1).all(|line| line.contains(",Undirected,")));
    assert!(text(ExportFormat::Gml, ".gml").is_ascii());
    let gexf = text(ExportFormat::Gexf, ".gexf");
    assert!(
        gexf.contains("type=\"liststring\"")
            && gexf.contains("Say \\&quot;hi\\&quot; &lt;b&gt; &amp; ]]&gt; | 끝 (2020-01-02)"),
        "{gexf}"
    );
    assert!(!gexf.contains("lastmodifieddate"));
}

/// Notices as line, column and kind.
fn told(loaded: &Loaded) -> Vec<(u64, u64, Kind)> {
    loaded.notices.iter().map(|notice| (notice.line, notice.column, notice.kind)).collect()
}

fn stated(corpus: &Corpus) -> Vec<(String, String, f64)> {
    let name = |id| corpus.institution(id).names.name.clone();
    let mut ties: Vec<_> = corpus.explicit_ties().iter().map(|tie| (name(tie.a), name(tie.b), tie.weight)).collect();
    ties.sort_by(|a, b| a.partial_cmp(b).unwrap());
    ties
}

#[test]
fn what_others_write_is_read() {
    let loaded = read(&[fixture("exchange/gephi-1.2.gexf")]);
    let corpus = &loaded.corpus;
    assert_eq!(corpus.institution_count(), 3);
    assert_eq!(stated(corpus), [("AT&T \"Labs\"".to_owned(), "서울대학교".to_owned(), 3.5)]);
    let labs = corpus.institution(corpus.institution_by_key("at-t-labs").unwrap());
    assert_eq!((labs.country().unwrap().code(), labs.sectors.len()), ("US", 1));
    let seoul = corpus.institution(corpus.institution_by_key("서울대학교").unwrap());
    assert_eq!(seoul.country().unwrap().code(), "KR", "the default of the attribute");
    assert_eq!(
        told(&loaded),
        [
            (0, 0, Kind::Other),
            (0, 0, Kind::Other),
            (0, 0, Kind::Other),
            (18, 7, Kind::SelfTie),
            (19, 7, Kind::NumberUnreadable),
            (20, 7, Kind::NumberUnreadable),
        ]
    );
    let loaded = read(&[fixture("exchange/yed.graphml")]);
    assert_eq!(stated(&loaded.corpus), [("KAIST & 친구".to_owned(), "NAVER".to_owned(), 3.0)]);
    // A hyperedge is a work of its endpoints.
    let works: Vec<usize> = loaded.corpus.work_ids().map(|work| loaded.corpus.institutions_of(work).len()).collect();
    assert_eq!(works, [2]);
    let loaded = read(&[fixture("exchange/partners.net")]);
    assert_eq!(loaded.corpus.institution_count(), 4);
    let names: Vec<(String, String, f64)> = stated(&loaded.corpus);
    assert!(names.iter().any(|tie| tie.2 == 2.5) && names.len() == 4, "{names:?}");
    let loaded = read(&[fixture("exchange/partners.gml")]);
    assert_eq!(stated(&loaded.corpus), [("NAVER".to_owned(), "서울 & A".to_owned(), 3.0)]);
}

#[test]
fn gexf_of_every_version_is_read() {
    let old = read(&[fixture("exchange/gexf-1.1.gexf")]).corpus;
    // A line feed within a name is white space.
    assert_eq!(stated(&old), [("AT&T Labs".to_owned(), "서울대학교 & \"친구\"".to_owned(), 2.5)]);
    let seoul = old.institution_ids().find(|&id| old.institution(id).names.name.starts_with("서울")).unwrap();
    assert_eq!(old.institution(seoul).country().map(|country| country.code().to_owned()).as_deref(), Some("KR"));
    // The same graph as 1.2 and 1.3, with the attribute named by `for`.
    let text = include_str!("../fixtures/exchange/gexf-1.1.gexf");
    for (space, version) in [("http://www.gexf.net/1.2draft", "1.2"), ("http://gexf.net/1.3", "1.3")] {
        let text = text
            .replace("http://www.gexf.net/1.1draft", space)
            .replace("version=\"1.1\"", &format!("version=\"{version}\""));
        let newer = text.replace("<attvalue id=", "<attvalue for=");
        assert_eq!(stated(&read(&[Input::bytes("x.gexf", newer)]).corpus), stated(&old), "{version}");
    }
}

#[test]
fn the_examples_of_the_programs_are_read() {
    let (Some(json), Some(map), Some(network), Some(gexf)) = (
        shared("vosviewer-example.json"),
        shared("vosviewer-example_map.txt"),
        shared("vosviewer-example_network.txt"),
        shared("gephi-simple.gexf"),
    ) else {
        return;
    };
    let whole = read(&[json]).corpus;
    assert_eq!((whole.institution_count(), whole.explicit_ties().len()), (10, 24));
    let alone = read(std::slice::from_ref(&map)).corpus;
    assert_eq!((alone.institution_count(), alone.explicit_ties().len()), (10, 0));
    assert!(read(std::slice::from_ref(&network)).notices[0].text(Language::English).contains("map file"));
    // In either order, the pair is the same network.
    for pair in [[map.clone(), network.clone()], [network, map]] {
        assert_eq!(stated(&read(&pair).corpus), stated(&whole));
    }
    let hello = read(&[gexf]);
    assert_eq!(stated(&hello.corpus), [("Hello".to_owned(), "Word".to_owned(), 1.0)]);
    assert!(hello.notices[0].text(Language::English).contains("without direction"));
}

#[test]
fn namesakes_stay_apart_and_the_order_of_items_plays_no_part() {
    let text = "{\"network\": {\"items\": [{\"id\": 1, \"label\": \"A\"}, {\"id\": \"x\", \"label\": \"A\"}, {\"id\": 3, \"label\": \"B\"}], \
        \"links\": [{\"source_id\": 1, \"target_id\": 3, \"strength\": 2}, {\"source_id\": 3, \"target_id\": \"x\"}]}}";
    let turned = "{\"network\": {\"items\": [{\"id\": 3, \"label\": \"B\"}, {\"id\": \"x\", \"label\": \"A\"}, {\"id\": 1, \"label\": \"A\"}], \
        \"links\": [{\"source_id\": \"x\", \"target_id\": 3}, {\"source_id\": 3, \"target_id\": 1, \"strength\": 2}]}}";
    let facts = |text: &str| {
        let corpus = read(&[Input::bytes("x.json", text)]).corpus;
        let ids: Vec<String> = corpus.institution_ids().map(|id| corpus.institution(id).id.clone()).collect();
        (ids, corpus.explicit_ties().to_vec())
    };
    assert_eq!(facts(text), facts(turned));
    assert_eq!(facts(text).0, ["a-1", "a-x", "b"]);
    assert_eq!(read(&[Input::bytes("x.json", text)]).notices.len(), 2);
}

#[test]
fn a_format_of_another_syntax_than_the_content_is_refused() {
    let forced = Options { format: InputFormat::parse("gexf"), ..Options::default() };
    let error = load(&[fixture("exchange/partners.net")], &forced).unwrap_err();
    assert!(
        error.text(Language::English).contains("gexf") && error.text(Language::English).contains("Pajek"),
        "{error}"
    );
}

fn refused(file: &Path) -> Error {
    let error = load(&[Input::Path(file.to_owned())], &Options::default()).expect_err(&file.display().to_string());
    assert!(error.text(Language::Korean).chars().any(|letter| ('가'..='힣').contains(&letter)), "{error}");
    assert!(!error.text(Language::English).contains("root:"), "{error}");
    error
}

#[test]
fn every_invalid_file_is_told_with_its_place() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/invalid");
    let mut found = Vec::new();
    for format in [
        "gexf",
        "graphml",
        "pajek",
        "gml",
        "vosviewer",
        "items",
        "node-link",
        "edge-data",
        "lgl",
        "metis",
        "matrix-market",
        "konect",
        "ucinet",
        "gdf",
        "tgf",
        "sif",
        "leda",
        "cx",
        "xgmml",
        "tlp",
        "vna",
    ] {
        let mut files: Vec<PathBuf> =
            folder.join(format).read_dir().unwrap().map(|file| file.unwrap().path()).collect();
        files.sort();
        for file in files {
            let error = refused(&file);
            let name = file.file_name().unwrap().to_string_lossy().into_owned();
            let (line, column) = (error.line.unwrap_or(0), error.column.unwrap_or(0));
            assert!(line > 0 && column > 0, "{error}");
            found.push(format!("{format}/{name}:{line}:{column}: {}", error.text(Language::English)));
        }
    }
    insta::assert_snapshot!("invalid", found.join("\n"));
}

#[test]
fn gexf_and_graphml_are_valid_by_their_schemas() {
    if !python::has("lxml") {
        return;
    }
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/exchange");
    for corpus in [awkward(), read(&[Input::Embedded]).corpus] {
        let one = full(&corpus);
        let two = Network::two_mode(&corpus);
        let of_two = NetworkAttributes::of(&two);
        for (network, columns) in [(&one.0, &one.1), (&two, &of_two)] {
            let folder = tempfile::tempdir().unwrap();
            for format in [ExportFormat::Gexf, ExportFormat::GraphMl] {
                let part = &write(network, columns, format).unwrap()[0];
                std::fs::write(folder.path().join(format!("{}{}", format.key(), part.suffix)), &part.bytes).unwrap();
            }
            let mut python = Command::new("python3");
            python.arg(fixtures.join("valid.py")).arg(fixtures.join("schema")).arg(folder.path());
            let run = python.env("PYTHONUTF8", "1").output().unwrap();
            assert!(
                run.status.success() && String::from_utf8_lossy(&run.stdout).contains("2 files valid"),
                "{}",
                String::from_utf8_lossy(&run.stderr)
            );
        }
    }
}

const FOREIGN: &str = include_str!("../fixtures/exchange/foreign.py");

#[test]
fn networkx_and_igraph_read_our_files() {
    if !python::has("networkx, igraph, scipy") {
        return;
    }
    for (name, corpus) in [("awkward", awkward()), ("embedded", read(&[Input::Embedded]).corpus)] {
        let (network, columns) = full(&corpus);
        let folder = tempfile::tempdir().unwrap();
        for format in ExportFormat::ALL {
            for part in write(&network, &columns, format).unwrap() {
                std::fs::write(folder.path().join(format!("{}{}", format.key(), part.suffix)), part.bytes).unwrap();
            }
        }
        let label = official(&network);
        let labels: serde_json::Map<String, serde_json::Value> = (0..network.node_count())
            .map(|node| {
                let short = corpus.institution(network.institution(node).unwrap()).names.label();
                (label(node), short.into())
            })
            .collect();
        let expected = serde_json::json!({
            "nodes": (0..network.node_count()).map(&label).collect::<Vec<_>>(),
            "labels": labels,
            "ties": (0..network.tie_count()).map(|tie| {
                let (a, b, weight) = network.tie(tie);
                (label(a), label(b), weight)
            }).collect::<Vec<_>>(),
            "works": (0..network.tie_count()).map(|tie| network.evidence(tie).len()).collect::<Vec<_>>(),
            "facts": (0..network.node_count()).map(|node| {
                let id = network.institution(node).unwrap();
                let countries = corpus.institution(id).countries.iter().map(|country| country.code());
                let weights = (0..network.tie_count()).map(|tie| network.tie(tie));
                let strength: f64 = weights.filter(|&(a, b, _)| a == node || b == node).map(|tie| tie.2).sum();
                (
                    corpus.works_of(id).len(), network.adjacency().degree(node), strength,
                    countries.collect::<Vec<_>>().join("; "),
                )
            }).collect::<Vec<_>>(),
        });
        std::fs::write(folder.path().join("expected.json"), expected.to_string()).unwrap();
        let run =
            Command::new("python3").args(["-c", FOREIGN]).arg(folder.path()).env("PYTHONUTF8", "1").output().unwrap();
        assert!(
            run.status.success(),
            "{name}: {}{}",
            String::from_utf8_lossy(&run.stdout),
            String::from_utf8_lossy(&run.stderr)
        );
        assert!(
            String::from_utf8_lossy(&run.stdout).contains("14 files read"),
            "{}",
            String::from_utf8_lossy(&run.stdout)
        );
    }
}

/// Writes a network of works and institutions in every format, and what readers should find in it.
fn write_two_modes(corpus: &Corpus, folder: &Path) {
    let network = Network::two_mode(corpus);
    let columns = NetworkAttributes::of(&network);
    for format in ExportFormat::ALL {
        for part in write(&network, &columns, format).unwrap() {
            std::fs::write(folder.join(format!("{}{}", format.key(), part.suffix)), part.bytes).unwrap();
        }
    }
    let institution = |node: usize| network.institution(node).map(|id| corpus.institution(id));
    let works = || corpus.work_ids().map(|id| corpus.work_name(id).to_owned());
    let name = |node: usize| match network.node(node) {
        Node::Institution(id) => corpus.institution(id).names.name.clone(),
        Node::Work(work) => corpus.work_name(work).to_owned(),
    };
    let pair = |tie: usize| {
        let (a, b, weight) = network.tie(tie);
        if institution(a).is_some() { (name(a), name(b), weight) } else { (name(b), name(a), weight) }
    };
    let labels: BTreeMap<String, String> = (0..network.node_count())
        .map(|node| (name(node), institution(node).map_or_else(|| name(node), |one| one.names.label().to_owned())))
        .collect();
    let date = |id| corpus.date(id).map_or_else(String::new, |date| date.to_string());
    let dates: BTreeMap<String, String> =
        corpus.work_ids().map(|id| (corpus.work_name(id).to_owned(), date(id))).collect();
    let expected = serde_json::json!({
        "institutions": corpus.institution_ids().map(|id| corpus.institution(id).names.name.clone()).collect::<Vec<_>>(),
        "works": works().collect::<Vec<_>>(), "labels": labels, "dates": dates,
        "ties": (0..network.tie_count()).map(pair).collect::<Vec<_>>(),
    });
    std::fs::write(folder.join("expected.json"), expected.to_string()).unwrap();
}

/// What a script says of the files of a folder.
fn said(script: &str, folder: &Path) -> String {
    let run = Command::new("python3").args(["-c", script]).arg(folder).env("PYTHONUTF8", "1").output().unwrap();
    let told = String::from_utf8_lossy(&run.stdout).into_owned();
    assert!(run.status.success(), "{told}{}", String::from_utf8_lossy(&run.stderr));
    told
}

#[test]
fn networkx_igraph_and_scipy_read_both_modes() {
    if !python::has("networkx, igraph, scipy") {
        return;
    }
    for corpus in [awkward(), read(&[Input::Embedded]).corpus] {
        let folder = tempfile::tempdir().unwrap();
        write_two_modes(&corpus, folder.path());
        let told = said(include_str!("../fixtures/exchange/foreign_two_modes.py"), folder.path());
        assert!(told.contains("9 files read"), "{told}");
    }
}

#[test]
fn graphviz_reads_works_and_institutions() {
    let corpus = awkward();
    let network = Network::two_mode(&corpus);
    let part = &write(&network, &NetworkAttributes::of(&network), ExportFormat::Dot).unwrap()[0];
    let Some(file) = by_graphviz(&part.bytes) else { return };
    let objects = file["objects"].as_array().unwrap();
    let works = objects.iter().filter(|one| one["bipartite"] == "1" && one["kind"] == "work").count();
    assert_eq!((objects.len(), works), (network.node_count(), corpus.work_count()));
    let mode = |end: &serde_json::Value| objects[end.as_u64().unwrap() as usize]["bipartite"].clone();
    let edges = file["edges"].as_array().unwrap();
    assert_eq!(edges.len(), network.tie_count());
    assert!(edges.iter().all(|edge| mode(&edge["head"]) != mode(&edge["tail"]) && edge["weight"].is_string()));
}

#[test]
fn networkit_reads_our_gml() {
    if !python::has("networkit") {
        return;
    }
    // NetworKit keeps numbers of nodes and no names: nodes stand there in the order of the file.
    let script = "import json, sys, networkit\n\
        graph = networkit.readGraph(sys.argv[1] + '/network.gml', networkit.Format.GML)\n\
        print(json.dumps([graph.numberOfNodes(), graph.isDirected(), sorted(sorted(edge) for edge in graph.iterEdges())]))";
    for corpus in [awkward(), read(&[Input::Embedded]).corpus] {
        let (network, columns) = full(&corpus);
        let folder = tempfile::tempdir().unwrap();
        let part = &write(&network, &columns, ExportFormat::Gml).unwrap()[0];
        std::fs::write(folder.path().join("network.gml"), &part.bytes).unwrap();
        let told: serde_json::Value = serde_json::from_str(&said(script, folder.path())).unwrap();
        let ends = (0..network.tie_count()).map(|tie| network.tie(tie));
        let mut pairs: Vec<[usize; 2]> = ends.map(|(a, b, _)| [a.min(b), a.max(b)]).collect();
        pairs.sort_unstable();
        assert_eq!(told, serde_json::json!([network.node_count(), false, pairs]));
    }
}

#[cfg(feature = "parquet")]
#[test]
fn pyarrow_pandas_and_duckdb_read_our_tables() {
    if !python::has("pyarrow, pandas, duckdb") {
        return;
    }
    for corpus in [awkward(), read(&[Input::Embedded]).corpus] {
        let (network, columns) = full(&corpus);
        let folder = tempfile::tempdir().unwrap();
        for part in write(&network, &columns, ExportFormat::Parquet).unwrap() {
            std::fs::write(folder.path().join(format!("parquet{}", part.suffix)), part.bytes).unwrap();
        }
        let label = |node: usize| corpus.institution(network.institution(node).unwrap()).names.label();
        let name = official(&network);
        let labels: BTreeMap<String, &str> = (0..network.node_count()).map(|node| (name(node), label(node))).collect();
        let evidence = |tie: usize| -> Vec<String> {
            let works = network.evidence(tie).iter();
            works
                .map(|&work| match corpus.date(work) {
                    Some(date) => format!("{} ({date})", corpus.work_name(work)),
                    None => corpus.work_name(work).to_owned(),
                })
                .collect()
        };
        let ties = || (0..network.tie_count()).map(|tie| (tie, network.tie(tie)));
        let expected = serde_json::json!({
            "title": columns.title, "labels": labels, "nodes": (0..network.node_count()).map(&name).collect::<Vec<_>>(),
            "ties": ties().map(|(_, (a, b, weight))| (name(a), name(b), weight)).collect::<Vec<_>>(),
            "evidence": ties().map(|(tie, (a, b, _))| (name(a), name(b), evidence(tie))).collect::<Vec<_>>(),
        });
        std::fs::write(folder.path().join("expected.json"), expected.to_string()).unwrap();
        let told = said(include_str!("../fixtures/exchange/foreign_tables.py"), folder.path());
        assert!(told.contains("3 readers agree"), "{told}");
    }
}

/// Valid files of every format that is read.
fn valid() -> Vec<Vec<u8>> {
    let corpus = awkward();
    let (network, columns) = full(&corpus);
    ExportFormat::ALL
        .into_iter()
        .flat_map(|format| write(&network, &columns, format).unwrap())
        .map(|part| part.bytes)
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn no_bytes_make_a_reader_panic(
        start in prop::sample::select(vec!["<gexf><graph><nodes>", "<graphml><graph>", "*Vertices 2\n", "graph [", "{\"network\":{\"items\":[", "Id\tLabel\n", ""]),
        text in "[a1가\"<>/=&;#x \\[\\]{}:,*%.\t\r\n-]{0,80}",
        bytes in prop::collection::vec(any::<u8>(), 0..40),
    ) {
        let _ = load(&[Input::bytes("x", format!("{start}{text}"))], &Options::default());
        let _ = load(&[Input::bytes("x", [start.as_bytes(), &bytes].concat())], &Options::default());
    }

    #[test]
    fn no_change_of_a_valid_file_makes_a_reader_panic(
        file in 0..100usize,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..4u8), 1..8),
    ) {
        let files = VALID.with(Clone::clone);
        let mut bytes = files[file % files.len()].clone();
        for (at, byte, how) in changes {
            if bytes.is_empty() {
                break;
            }
            let at = at.index(bytes.len());
            match how {
                0 => bytes[at] = byte,
                1 => drop(bytes.remove(at)),
                2 => bytes.insert(at, b"<>\"&[]{}*\n;"[usize::from(byte) % 11]),
                _ => bytes.truncate(at),
            }
        }
        if let Err(error) = load(&[Input::bytes("x", bytes)], &Options::default()) {
            prop_assert!(!error.text(Language::English).is_empty());
        }
    }
}

thread_local! {
    static VALID: Vec<Vec<u8>> = valid();
}

/// What the schemas of GEXF 1.3 and GraphML ask for, held by hand: order of elements, known types, declared
/// attributes, ends that exist.
#[test]
fn gexf_and_graphml_keep_the_rules_of_their_schemas() {
    let corpus = awkward();
    let (network, columns) = full(&corpus);
    let text = |format| String::from_utf8(write(&network, &columns, format).unwrap()[0].bytes.clone()).unwrap();
    for (format, space) in
        [(ExportFormat::Gexf, "http://gexf.net/1.3"), (ExportFormat::Gexf12, "http://www.gexf.net/1.2draft")]
    {
        let text = text(format);
        let file = roxmltree::Document::parse(&text).unwrap();
        assert_eq!(file.root_element().tag_name().namespace(), Some(space));
        let names = |node: roxmltree::Node<'_, '_>| -> Vec<String> {
            node.children()
                .filter(roxmltree::Node::is_element)
                .map(|child| child.tag_name().name().to_owned())
                .collect()
        };
        let named = |name: &str| file.descendants().filter(|node| node.has_tag_name((space, name))).collect::<Vec<_>>();
        assert_eq!(names(file.root_element()), ["meta", "graph"]);
        assert_eq!(names(named("graph")[0]), ["attributes", "attributes", "nodes", "edges"]);
        for attribute in named("attribute") {
            assert!(["string", "long", "double", "liststring"].contains(&attribute.attribute("type").unwrap()));
        }
        let ids: Vec<&str> = named("node").iter().map(|node| node.attribute("id").unwrap()).collect();
        assert_eq!(ids.len(), network.node_count());
        for edge in named("edge") {
            assert!(["source", "target"].iter().all(|end| ids.contains(&edge.attribute(*end).unwrap())));
            assert!(edge.attribute("weight").unwrap().parse::<f64>().unwrap() > 0.0);
        }
        for value in named("attvalue") {
            let class = if value.ancestors().any(|node| node.has_tag_name((space, "nodes"))) { "node" } else { "edge" };
            let declared = named("attributes").into_iter().find(|list| list.attribute("class") == Some(class)).unwrap();
            let id = value.attribute("for").unwrap();
            let kind =
                declared.children().find(|child| child.attribute("id") == Some(id)).unwrap().attribute("type").unwrap();
            let text = value.attribute("value").unwrap();
            assert!(!matches!(kind, "long" | "double") || text.parse::<f64>().is_ok(), "{id} {text}");
            assert!(kind != "liststring" || text.starts_with("[\"") && text.ends_with("\"]"), "{id} {text}");
        }
        let viz = format!("{space}/viz");
        let count = |name: &str| file.descendants().filter(|node| node.has_tag_name((viz.as_str(), name))).count();
        assert_eq!(["color", "position", "size"].map(count), [network.node_count(); 3]);
    }
    let text = text(ExportFormat::GraphMl);
    let file = roxmltree::Document::parse(&text).unwrap();
    let order: Vec<&str> =
        file.root_element().children().filter(|node| node.is_element()).map(|node| node.tag_name().name()).collect();
    assert!(
        order[0] == "desc"
            && order.ends_with(&["key", "graph"])
            && order[1..order.len() - 1].iter().all(|name| *name == "key")
    );
    let keys: BTreeMap<&str, (&str, &str)> = file
        .descendants()
        .filter(|node| node.has_tag_name(("http://graphml.graphdrawing.org/xmlns", "key")))
        .map(|key| (key.attribute("id").unwrap(), (key.attribute("for").unwrap(), key.attribute("attr.type").unwrap())))
        .collect();
    for data in file.descendants().filter(|node| node.tag_name().name() == "data") {
        let (domain, kind) = keys[data.attribute("key").unwrap()];
        assert_eq!(data.parent().unwrap().tag_name().name(), domain);
        assert!(kind == "string" || data.text().unwrap().parse::<f64>().is_ok());
    }
}

#[test]
fn no_letter_breaks_a_file() {
    // What no name may hold: every control character, and what markup, quotes and sheets trip over.
    let odd: String =
        (0..32u8).map(char::from).chain("\u{7F}\u{FFFE}\u{FFFF}<>&\"'\\|,;\t]]>-->&#0;가😀".chars()).collect();
    let corpus = awkward();
    let network = Network::one_mode(&corpus, Projection::default());
    let columns = NetworkAttributes::of(&network)
        .with_title(&odd, &odd)
        .with_node("odd", AttributeValues::Text(vec![odd.clone(); network.node_count()]))
        .with_tie("odd", AttributeValues::List(vec![vec![odd.clone(), odd.clone()]; network.tie_count()]));
    for format in ExportFormat::ALL {
        let parts = write(&network, &columns, format).unwrap();
        let text = String::from_utf8_lossy(&parts[0].bytes).into_owned();
        if matches!(format, ExportFormat::Gexf | ExportFormat::Gexf12 | ExportFormat::GraphMl) {
            roxmltree::Document::parse(&text).unwrap_or_else(|error| panic!("{}: {error}", format.key()));
        }
        if format == ExportFormat::Dot {
            #[cfg(feature = "dot")]
            assert!(graphviz_rust::parse(&text).is_ok(), "{text}");
        }
        if !is_read(format) {
            continue;
        }
        let parts: Vec<ExportFile> =
            parts.into_iter().filter(|part| !part.suffix.ends_with(".clu") && !part.suffix.ends_with(".vec")).collect();
        let back = read(&inputs(&parts)).corpus;
        assert_eq!(back.explicit_ties().len(), network.tie_count(), "{}", format.key());
    }
}
