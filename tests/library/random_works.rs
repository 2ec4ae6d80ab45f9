//! Works that any bytes stand for, and what must hold of them: counts are those of brute force, row by row is as whole,
//! every question has an answer that every writer can write, figures pass the check, files of other programs come back.
//! For the tests and for the fuzzing targets of `fuzz/`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use collabgraph::analysis::Analysis;
use collabgraph::analysis::figure::{self, FigureRequest, View};
use collabgraph::analysis::query::{self, Query};
use collabgraph::analysis::settings::Settings;
use collabgraph::answer::Answer;
use collabgraph::dataset::{Loaded, load};
use collabgraph::exchange::{ExportFile, ExportFormat, NetworkAttributes, write};
use collabgraph::geometry::Point;
use collabgraph::ingest::Options;
use collabgraph::ingest::input::Input;
use collabgraph::messages::language::Language;
use collabgraph::messages::{Localizer, Message};
use collabgraph::names::authority::Authority;
use collabgraph::network::Network;
use collabgraph::network::counting::{Counting, Projection};
use collabgraph::render;
use collabgraph::sink;
use serde_json::{Value, json};

/// Names with what writers and readers trip over.
const NAMES: [&str; 16] = [
    "KAIST",
    "서울대학교",
    "AT&T \"Labs\"",
    "Émile <O'Hara>",
    "=SUM(A1)",
    "\\input{x} ^^5c",
    "*star [x]",
    "#eval(1)",
    "a_b$c%d~",
    "Turned \u{202e}round",
    "Lab \u{1b}[31m",
    "x]]> y-->",
    "Institute 12",
    "Institute 13",
    "Wide Ｗ",
    "Long name of an institution that has to be cut somewhere, Department of Everything",
];
const COUNTRIES: [&str; 16] =
    ["KR", "KR", "US", "FR", "US", "", "KR", "DE", "", "CN", "JP", "GB", "IN", "BR", "KR", "US"];
const SECTORS: [&str; 16] = [
    "university",
    "university",
    "company",
    "",
    "company",
    "government",
    "",
    "university",
    "company",
    "",
    "university",
    "company",
    "nonprofit",
    "",
    "",
    "university",
];
/// Works of a corpus: more say nothing that these do not.
const MAX_WORKS: usize = 60;

/// A work: its institutions by number, and its date.
struct Work {
    team: BTreeSet<usize>,
    date: String,
}

/// What bytes stand for: two that choose what is asked, then three a work.
pub(crate) struct RandomWorks {
    choice: [u8; 2],
    works: Vec<Work>,
}

impl RandomWorks {
    /// Of any bytes.
    pub(crate) fn of(bytes: &[u8]) -> Self {
        let (choice, rest) = bytes.split_first_chunk().map_or(([0; 2], &[][..]), |(choice, rest)| (*choice, rest));
        let work = |bytes: &[u8; 3]| {
            let bits = u16::from_le_bytes([bytes[1], bytes[2]]);
            let year = 2000 + u16::from(bytes[0] >> 3);
            let date = match bytes[0] & 7 {
                0 => String::new(),
                month @ 1..=6 => format!("{year}-{month:02}-15"),
                _ => year.to_string(),
            };
            Work { team: (0..NAMES.len()).filter(|bit| bits >> bit & 1 == 1).collect(), date }
        };
        Self { choice, works: rest.as_chunks().0.iter().take(MAX_WORKS).map(work).collect() }
    }

    fn csv(&self) -> String {
        let mut csv = String::from("Model;Institution;Countries;Sectors;Date\n");
        for (at, work) in self.works.iter().enumerate() {
            let list = |texts: &[&str; 16]| {
                let joined = work.team.iter().map(|&name| texts[name]).collect::<Vec<_>>().join("|");
                format!("\"{}\"", joined.replace('"', "\"\""))
            };
            let (names, countries, sectors) = (list(&NAMES), list(&COUNTRIES), list(&SECTORS));
            let _ = writeln!(csv, "work {at};{names};{countries};{sectors};{}", work.date);
        }
        csv
    }

    fn inputs(&self) -> [Input; 1] {
        [Input::bytes("works.csv", self.csv())]
    }

    fn load(&self) -> Option<Loaded> {
        let read = load(&self.inputs(), &options());
        assert!(read.is_ok() || self.works.is_empty(), "{:?}: {}", read.err(), self.csv());
        read.ok()
    }

    fn analysis(&self) -> Option<Analysis> {
        let settings = settings(self.choice[1]);
        self.load().map(|loaded| Analysis::new(loaded, Authority::none(), settings).unwrap())
    }

    /// Joint works of each pair of institutions that has any.
    fn pairs(&self) -> BTreeMap<(usize, usize), u64> {
        let mut pairs = BTreeMap::new();
        for work in &self.works {
            for &a in &work.team {
                work.team.range(a + 1..).for_each(|&b| *pairs.entry((a, b)).or_default() += 1);
            }
        }
        pairs
    }

    /// Any name of the works, by a number.
    fn name(&self, number: u8) -> String {
        let used: Vec<usize> = self.works.iter().flat_map(|work| work.team.iter().copied()).collect();
        used.get(usize::from(number) % used.len().max(1)).map_or_else(String::new, |&name| NAMES[name].to_owned())
    }
}

fn options() -> Options {
    Options { authority: Authority::none(), ..Options::default() }
}

fn settings(choice: u8) -> Settings {
    Settings {
        language: [Language::English, Language::Korean, Language::Both][usize::from(choice) % 3],
        counting: [Counting::Full, Counting::Fractional, Counting::Strict][usize::from(choice >> 2) % 3],
        country: if choice & 0x40 == 0 { Vec::new() } else { vec!["KR".to_owned()] },
        ..Settings::default()
    }
}

/// What answers count is what the works say, whether they are read whole or row by row.
pub(crate) fn check_counts(bytes: &[u8]) {
    let works = RandomWorks::of(bytes);
    let Some(loaded) = works.load() else { return };
    let (pairs, corpus) = (works.pairs(), loaded.corpus.clone());
    let used: BTreeSet<usize> = works.works.iter().flat_map(|work| work.team.iter().copied()).collect();
    assert_eq!(corpus.work_count(), works.works.len(), "{}", works.csv());
    assert_eq!(corpus.institution_count(), used.len(), "{}", works.csv());
    let analysis = Analysis::new(loaded, Authority::none(), Settings::default()).unwrap();
    let strongest = ask(&analysis, json!({ "question": "strongest", "top": 0 })).record;
    let mut found: Vec<u64> =
        strongest["rows"].as_array().unwrap().iter().map(|row| row["weight"].as_f64().unwrap() as u64).collect();
    let mut wanted: Vec<u64> = pairs.values().copied().collect();
    found.sort_unstable();
    wanted.sort_unstable();
    assert_eq!(found, wanted, "{}", works.csv());
    let overview = ask(&analysis, json!({ "question": "overview" })).record;
    for (key, count) in [("works", works.works.len()), ("institutions", used.len()), ("ties", pairs.len())] {
        assert_eq!(overview[key], count, "{key}: {}", works.csv());
    }
    let streamed = sink::Options { ingest: options(), ..sink::Options::default() };
    let streamed = sink::project(&works.inputs(), &streamed, None).unwrap();
    let network = Network::one_mode(&corpus, Projection::default());
    let names = |network: &Network<'_>| ties(network, |node| official(network, node));
    let of_streamed = Network::one_mode(&streamed.corpus, Projection::default());
    assert_eq!(names(&of_streamed), names(&network), "{}", works.csv());
}

fn ask(analysis: &Analysis, question: Value) -> Answer {
    let query: Query = serde_json::from_value(question).unwrap();
    query::answer(analysis, &query, false).unwrap()
}

/// Every question by its words, of two names.
fn questions(a: &str, b: &str) -> Vec<Value> {
    vec![
        json!({ "question": "overview" }),
        json!({ "question": "who", "name": a }),
        json!({ "question": "between", "a": a, "b": b }),
        json!({ "question": "between-sets", "from": ["country:KR"], "to": ["sector:company", b] }),
        json!({ "question": "path", "a": a, "b": b, "weighted": true }),
        json!({ "question": "works" }),
        json!({ "question": "institutions" }),
        json!({ "question": "rank", "by": "betweenness" }),
        json!({ "question": "rank", "by": "pagerank", "weighted": true }),
        json!({ "question": "clusters", "random-starts": 2 }),
        json!({ "question": "components" }),
        json!({ "question": "statistics" }),
        json!({ "question": "common", "names": [a, b] }),
        json!({ "question": "never" }),
        json!({ "question": "predict" }),
        json!({ "question": "trend", "cumulative": true }),
        json!({ "question": "most-cited" }),
        json!({ "question": "strongest", "significance": "disparity" }),
        json!({ "question": "brokers" }),
        json!({ "question": "indicators", "by": ["sector"] }),
        json!({ "question": "counting" }),
        json!({ "question": "timeline" }),
        json!({ "question": "search", "text": a }),
        json!({ "question": "names" }),
    ]
}

/// A question has an answer, or says why not, and every writer writes it.
pub(crate) fn check_question(bytes: &[u8]) {
    let works = RandomWorks::of(bytes);
    let Some(analysis) = works.analysis() else { return };
    let [which, other] = works.choice;
    let questions = questions(&works.name(other), &works.name(which / 24));
    let question = questions[usize::from(which) % questions.len()].clone();
    let query: Query = serde_json::from_value(question.clone()).unwrap_or_else(|error| panic!("{question}: {error}"));
    let Ok(answer) = query::answer(&analysis, &query, other & 0x80 != 0) else { return };
    check_writers(&answer, &question);
}

fn check_writers(answer: &Answer, question: &Value) {
    let text = render::text::write(answer, &render::text::Options::default());
    let hides = |ch: char| ch.is_control() && ch != '\n' || matches!(ch, '\u{202A}'..='\u{202E}');
    assert!(!text.contains(hides), "{question}: {text:?}");
    let json: Value = serde_json::from_str(&render::json::write(answer, &render::json::Options::default())).unwrap();
    assert!(json.get("statements").is_some_and(Value::is_array), "{question}: {json}");
    let csv = render::csv::write(answer, &render::csv::Options::default());
    assert_eq!(csv.is_empty(), answer.tables.is_empty(), "{question}: {csv}");
    let page = render::html::fragment(answer, usize::MAX);
    assert!(!page.contains("<O'Hara") && !page.contains(hides), "{question}: {page}");
    let _ = render::markdown::write(answer, &render::markdown::Options::default());
}

/// A figure is drawn and passes the check, or it says why not.
pub(crate) fn check_figure(bytes: &[u8]) {
    let works = RandomWorks::of(bytes);
    let Some(analysis) = works.analysis() else { return };
    let [which, other] = works.choice;
    let view = View::ALL[usize::from(which) % View::ALL.len()];
    let names = match view {
        View::Ego | View::Partners => vec![works.name(other)],
        View::Path => vec![works.name(other), works.name(which / 12)],
        _ => Vec::new(),
    };
    let request = FigureRequest { names, width_mm: if other & 1 == 0 { 85.0 } else { 170.0 }, ..Default::default() };
    let Ok(figure) = figure::compose(&analysis, &request, view, None, None) else { return };
    let svg = render::svg::write(&figure);
    let findings = render::lint::check(&[("figure.svg", &svg)]);
    let told: Vec<Message> = findings.into_iter().map(|finding| finding.message).collect();
    assert!(told.is_empty(), "{}: {:?}\n{}", view.key(), told_in_english(&told), works.csv());
}

fn told_in_english(messages: &[Message]) -> Vec<String> {
    Localizer::new(Language::English).render_all(messages)
}

/// A file of another program that is written is read back with the same ties.
pub(crate) fn check_round_trip(bytes: &[u8]) {
    let works = RandomWorks::of(bytes);
    let Some(loaded) = works.load() else { return };
    let [which, other] = works.choice;
    let counting = [Counting::Full, Counting::Fractional, Counting::Strict][usize::from(other) % 3];
    let network = Network::one_mode(&loaded.corpus, Projection { counting, ..Projection::default() });
    let format = ExportFormat::ALL[usize::from(which) % ExportFormat::ALL.len()];
    let points: Vec<Point> = (0..network.node_count()).map(|node| Point::new(node as f64 * 1.5, 3.0)).collect();
    let clusters = vec![u32::from(other % 3); network.node_count()];
    let attributes = NetworkAttributes::of(&network).with_points(&points).with_clusters(&clusters);
    let files = write(&network, &attributes, format).unwrap();
    let is_chart = format == ExportFormat::Datawrapper || (format == ExportFormat::Dot && !cfg!(feature = "dot"));
    if is_chart || network.tie_count() == 0 {
        return;
    }
    let is_column = |file: &ExportFile| file.suffix.ends_with(".clu") || file.suffix.ends_with(".vec");
    let files = files.into_iter().filter(|file| !is_column(file));
    let inputs: Vec<Input> = files.map(|file| Input::bytes(&format!("x{}", file.suffix), file.bytes)).collect();
    let told = |what: String| format!("{}: {what}\n{}", format.key(), works.csv());
    let back = load(&inputs, &options()).unwrap_or_else(|error| panic!("{}", told(error.to_string())));
    let again = Network::one_mode(&back.corpus, Projection::default());
    let weights = |network: &Network<'_>| {
        let mut weights: Vec<String> =
            (0..network.tie_count()).map(|tie| format!("{:.6}", network.tie(tie).2)).collect();
        weights.sort();
        weights
    };
    assert_eq!(weights(&again), weights(&network), "{}", told("weights".to_owned()));
    if keeps_names(format) {
        let names = |network: &Network<'_>| ties(network, |node| official(network, node));
        assert_eq!(names(&again), names(&network), "{}", told("names".to_owned()));
    }
}

/// Whether a format has room for every name as it is.
fn keeps_names(format: ExportFormat) -> bool {
    use ExportFormat as F;
    matches!(format, F::Gml | F::GephiCsv | F::NodeLink | F::Cytoscape | F::Vosviewer | F::EdgeList)
}

fn official(network: &Network<'_>, node: usize) -> String {
    let institution = network.institution(node).map(|id| network.corpus().institution(id));
    institution.map_or_else(String::new, |institution| institution.names.name.clone())
}

fn ties(network: &Network<'_>, name: impl Fn(usize) -> String) -> BTreeMap<(String, String), String> {
    let tie = |tie| {
        let (a, b, weight) = network.tie(tie);
        let (a, b) = (name(a), name(b));
        (if a < b { (a, b) } else { (b, a) }, format!("{weight:.6}"))
    };
    (0..network.tie_count()).map(tie).collect()
}
