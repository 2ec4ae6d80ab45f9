//! Probabilities of ties by chance: against SciPy and the published formula, and by what they must obey.

use crate::support::{corpora, networks, python};
use collabgraph::answer::language::Language;
use collabgraph::corpus::Corpus;
use collabgraph::network::Network;
use collabgraph::network::counting::{Counting, Projection};
use collabgraph::query::context::QueryContext;
use collabgraph::query::strongest::{self, NullHypothesis, SignificanceFilter};
use collabgraph::selection::significance;
use serde_json::{Value, json};

fn network(corpus: &Corpus) -> Network<'_> {
    Network::one_mode(corpus, Projection { counting: Counting::Full, max_team: None })
}

const SCIPY: &str = r#"
import json, sys, numpy as np
from scipy.stats import beta, hypergeom, norm
given = json.load(sys.stdin)
s = np.zeros(given["nodes"])
for a, b, w in given["ties"]: s[a] += w; s[b] += w
total = s.sum(); noise = []
for a, b, w in given["ties"]:
    # Coscia & Neffke: P_ij is hypergeometric a priori, beta after n_ij of n_.. draws.
    i, j = s[a], s[b]; mean = i * j / total**2
    var = hypergeom.var(total, i, j) / total**2
    nu = mean * (1 - mean) / var - 1
    alpha, rest = mean * nu, (1 - mean) * nu
    p = beta.mean(alpha + w, rest + total - w)
    # Lift kappa * n, kappa = n../(n_i. n_.j); its share kappa n / (kappa n + 1), doubled and shifted; delta method by difference.
    lift = lambda n: (lambda k: 2 * (k * n) / (k * n + 1) - 1)((total - w + n) / ((i - w + n) * (j - w + n)))
    step = 1e-5 * w; slope = (lift(w + step) - lift(w - step)) / (2 * step)
    noise.append(norm.sf(lift(w) / np.sqrt(total * p * (1 - p) * slope**2)))
joint = [hypergeom.sf(n - 1, all, a, b) for all, a, b, n in given["works"]]
print(json.dumps({"noise": noise, "joint": joint}))
"#;

#[test]
fn probabilities_are_those_of_scipy() {
    if !python::has("scipy") {
        return;
    }
    let ties = networks::random(30, 70, 9, 3);
    let (plain, korea) = (networks::graph(30, &ties), corpora::korea());
    let (weighted, works) = (network(&plain), network(&korea));
    let listed: Vec<(usize, usize, f64)> = (0..weighted.tie_count()).map(|tie| weighted.tie(tie)).collect();
    let counts = |tie| {
        let (a, b, _) = works.tie(tie);
        let of = |node: usize| korea.works_of(works.institution(node).unwrap()).len();
        json!([korea.work_count(), of(a), of(b), works.evidence(tie).len()])
    };
    let counted: Vec<Value> = (0..works.tie_count()).map(counts).collect();
    let theirs = python::run(SCIPY, &json!({"nodes": 30, "ties": listed, "works": counted}));
    let near = |mine: &[f64], theirs: &Value, most: f64| {
        for (mine, theirs) in mine.iter().zip(theirs.as_array().unwrap()) {
            let theirs = theirs.as_f64().unwrap();
            assert!((mine - theirs).abs() <= most, "{mine} {theirs}");
        }
    };
    near(&significance::co_occurrence(&works), &theirs["joint"], 1e-9);
    // The derivative of the script is a difference.
    near(&significance::noise_corrected(&weighted), &theirs["noise"], 1e-6);
}

#[test]
fn ties_are_kept_by_their_probability_and_unknown_is_not_significant() {
    let corpus = corpora::korea();
    let scope = QueryContext::new(&corpus);
    let ask = |null, level| {
        let options = strongest::Options { top: None, significance: Some(SignificanceFilter { null, level }) };
        strongest::ask(&scope, &options, Language::English)
    };
    for null in NullHypothesis::ALL {
        let key = null.key().replace('-', "_");
        let mut before = 0;
        for level in [0.001, 0.05, 0.3, 1.0] {
            let answer = ask(null, level);
            let record = Value::clone(&answer.json());
            let rows = record["rows"].as_array().unwrap();
            assert_eq!(record["significant"], rows.len());
            assert!(rows.len() >= before);
            before = rows.len();
            for row in rows {
                assert!(row["significance"][&key].as_f64().unwrap() <= level, "{row}");
            }
            let table = &answer.tables[0];
            assert_eq!(table.rows.len(), rows.len());
            assert!(table.columns.iter().any(|column| column.key == key));
        }
        let all = (0..scope.network().tie_count()).count();
        assert_eq!(ask(null, 1.0).json()["ties"], all);
    }
    // Without works no probability of joint works is known, and none is claimed.
    let ties = corpora::edges(&[("A", "B", 5.0), ("B", "C", 1.0), ("C", "D", 1.0)]);
    let options = strongest::Options {
        top: None,
        significance: Some(SignificanceFilter { null: NullHypothesis::CoOccurrence, level: 1.0 }),
    };
    let answer = strongest::ask(&QueryContext::new(&ties), &options, Language::English);
    assert!(!answer.found && answer.json()["significant"] == 0);
    // Two that share all of their many works are no chance; two hubs that meet once are.
    let mut works = vec![("x1", "X Y"), ("x2", "X Y"), ("x3", "X Y"), ("meet", "H I")];
    works.extend([
        ("h1", "H A"),
        ("h2", "H B"),
        ("h3", "H C"),
        ("h4", "H D"),
        ("i1", "I A"),
        ("i2", "I B"),
        ("i3", "I E"),
    ]);
    let corpus = corpora::plain(&works);
    let network = network(&corpus);
    let p = significance::co_occurrence(&network);
    let of = |a: &str, b: &str| {
        let node =
            |id: &str| corpus.institution_ids().find(|&one| corpus.institution(one).names.name == id).unwrap().index();
        p[network.tie_between(node(a), node(b)).unwrap()]
    };
    assert!(of("X", "Y") < 0.01 && of("H", "I") > 0.5, "{} {}", of("X", "Y"), of("H", "I"));
}
