//! Questions that network papers ask, as whole commands: measures by weight, methods of clustering, predictions, significance.

use crate::support::command::{Folder, Ran};
use serde_json::Value;

/// Works of another country with Korean names and hostile ones, five years long.
fn works() -> String {
    let team = |at: usize| format!("항만 {};Dock \"{}\";=Mole {}", at % 7, at % 5, at % 11).replace('"', "'");
    let rows = (0..60).map(|at| format!("Paper {at},{},20{}-03", team(at), 15 + at / 12));
    // Two that work together alone.
    let piers = (0..6).map(|at| format!("Pier {at},Pier A;Pier B,201{at}"));
    format!("Title,Institutions,Date\n{}\n", rows.chain(piers).collect::<Vec<_>>().join("\n"))
}

const TIES: &str = "source,target,weight\nA,B,10\nB,C,10\nA,C,1\nC,D,2\n";

fn folder() -> Folder {
    Folder::with(&[("works.csv", &works()), ("ties.csv", TIES)])
}

fn record(folder: &Folder, arguments: &[&str]) -> Value {
    let ran = folder.run(&[arguments, &["--registry", "none", "--json", "-q"]].concat());
    assert_eq!(ran.code, 0, "{arguments:?}: {}", ran.err);
    serde_json::from_str(&ran.out).unwrap()
}

fn refused(ran: &Ran, words: &str) {
    assert_eq!(ran.code, 2, "{ran:?}");
    assert!(ran.err.contains(words) && !ran.err.contains("panicked"), "{}", ran.err);
}

#[test]
fn weights_make_paths_and_ranks_and_are_refused_where_they_mean_nothing() {
    let folder = folder();
    // The strong detour A – B – C is 0.2 long, the weak tie 1.
    let path = record(&folder, &["ties.csv", "path", "A", "C", "--weighted"]);
    assert_eq!((path["length"].as_u64(), path["distance"].as_f64()), (Some(2), Some(0.2)));
    assert_eq!(record(&folder, &["ties.csv", "path", "A", "C"])["length"], 1);
    let first = |arguments: &[&str]| record(&folder, arguments)["rows"][0]["value"].as_f64().unwrap();
    assert!((first(&["ties.csv", "rank", "--by", "betweenness"]) - 2.0 / 3.0).abs() < 1e-12);
    assert!((first(&["ties.csv", "rank", "--by", "betweenness", "--weighted"]) - 2.0 / 3.0).abs() < 1e-12);
    assert_eq!(record(&folder, &["ties.csv", "rank", "--by", "katz"])["weighted"], true);
    let run = |arguments: &[&str]| folder.run(&[&["--registry", "none", "--lang", "en"], arguments].concat());
    refused(&run(&["ties.csv", "rank", "--by", "degree", "--weighted"]), "--weighted has no meaning for degree");
    let both = ["ties.csv", "rank", "--by", "betweenness", "--weighted", "--approximate", "0.1"];
    refused(&run(&both), "without weights only");
    // Ties alone have no works to be central in.
    let none = run(&["ties.csv", "rank", "--by", "two-mode-degree"]);
    assert!(none.code == 1 && none.out.contains("works"), "{none:?}");
}

#[test]
fn every_method_of_clustering_answers_in_both_languages_and_says_what_it_is() {
    let folder = folder();
    let meanings = [
        ("leiden", "Leiden looks for clusters", "라이덴은"),
        ("louvain", "Louvain looks for clusters", "루뱅은"),
        ("infomap", "A cluster is where a random walk", "군집은 가중치에 따라"),
        ("label-propagation", "A cluster is what spreads", "군집은 이웃에서 이웃으로"),
        ("sbm", "A cluster", "군집은 각자의 연결 수를"),
    ];
    for (method, english, korean) in meanings {
        let answer = record(&folder, &["works.csv", "clusters", "--method", method]);
        assert_eq!(answer["algorithm"], method);
        assert_eq!(answer["agreement"].as_array().unwrap().len(), 4);
        for (lang, words) in [("en", english), ("ko", korean)] {
            let ran = folder.run(&["works.csv", "clusters", "--method", method, "--lang", lang, "--registry", "none"]);
            // Lines are broken at any blank.
            let told = ran.out.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(ran.code == 0 && told.contains(words), "{words}: {told}");
        }
    }
    let ran = folder.run(&["works.csv", "clusters", "--method", "infomap", "--resolution", "2", "--lang", "en"]);
    refused(&ran, "no quality function and no resolution");
}

#[test]
fn predictions_and_significance_reach_every_format() {
    let folder = folder();
    for by in ["common-neighbours", "adamic-adar", "resource-allocation", "preferential-attachment"] {
        let answer = record(&folder, &["works.csv", "predict", "--by", by, "--top", "5"]);
        assert!(!answer["backtest"]["splits"].as_array().unwrap().is_empty());
        assert_eq!(answer["by"], by);
    }
    let record = record(&folder, &["works.csv", "strongest", "--significance", "co-occurrence", "--alpha", "0.2"]);
    assert!(record["significant"].as_u64().unwrap() < record["ties"].as_u64().unwrap());
    for (file, words) in [
        ("p.xlsx", vec!["predict"]),
        ("s.xlsx", vec!["statistics"]),
        ("t.xlsx", vec!["strongest", "--significance", "disparity", "--alpha", "1"]),
        ("c.xlsx", vec!["clusters", "--method", "louvain"]),
    ] {
        let ran = folder.run(&[&["works.csv", "--registry", "none", "-o", file], &words[..]].concat());
        assert!(ran.code == 0 && std::fs::metadata(folder.file(file)).unwrap().len() > 2_000, "{ran:?}");
    }
    let csv = folder.run(&["works.csv", "--registry", "none", "-f", "csv", "predict", "--top", "3"]);
    assert!(csv.out.trim_start_matches('\u{feff}').starts_with("rank,a,b,a_id,b_id,common_neighbours,"), "{}", csv.out);
    let run = |arguments: &[&str]| folder.run(&[&["--lang", "en", "works.csv"], arguments].concat());
    refused(&run(&["strongest", "--significance", "disparity", "--alpha", "2"]), "probability above 0");
    refused(&run(&["strongest", "--significance", "disparity", "--by", "citations"]), "weights of ties");
    refused(&run(&["predict", "--by", "magic"]), "magic");
}
