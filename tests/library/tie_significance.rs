//! Probabilities of ties under null hypotheses: against SciPy and the published formula, and by what they must obey.

use crate::support::{corpora, networks, python};
use collabgraph::answer::language::Language;
use collabgraph::corpus::Corpus;
use collabgraph::messages::{Argument, Message};
use collabgraph::network::Network;
use collabgraph::network::counting::{Counting, Projection};
use collabgraph::query::context::QueryContext;
use collabgraph::query::strongest::{self, NullHypothesis, SignificanceFilter};
use collabgraph::selection::{backbone, significance};
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

/// What the sentences of an answer claim.
fn claims(answer: &collabgraph::answer::Answer) -> Vec<&Message> {
    answer.lead.iter().chain(&answer.notes).collect()
}

#[test]
fn sentences_claim_what_the_probabilities_say_and_no_more() {
    let (korea, few) = (corpora::korea(), corpora::edges(&[("A", "B", 5.0), ("B", "C", 1.0), ("C", "D", 1.0)]));
    for corpus in [&korea, &few] {
        let scope = QueryContext::new(corpus);
        let probabilities = [
            backbone::significance(scope.network()),
            significance::noise_corrected(scope.network()),
            significance::co_occurrence(scope.network()),
        ];
        for (null, level) in
            NullHypothesis::ALL.into_iter().flat_map(|null| [1e-9, 0.01, 0.2, 1.0].map(|level| (null, level)))
        {
            let options = strongest::Options { top: None, significance: Some(SignificanceFilter { null, level }) };
            let answer = strongest::ask(&scope, &options, Language::English);
            let known = &probabilities[null as usize];
            let below: Vec<usize> =
                (0..known.len()).filter(|&tie| known[tie] < level || level >= 1.0 && known[tie] <= 1.0).collect();
            let heaviest = below.iter().map(|&tie| scope.network().tie(tie).2).fold(0.0, f64::max);
            let mut leads = Vec::new();
            for claim in claims(&answer) {
                let number = |name: &str| match claim.argument(name) {
                    Some(Argument::Count(count)) => *count as f64,
                    Some(Argument::Number { value, .. }) => *value,
                    other => panic!("{name} of {}: {other:?}", claim.id),
                };
                match claim.id {
                    "strongest-kept" => {
                        assert_eq!((number("kept"), number("all")), (below.len() as f64, known.len() as f64));
                        leads.push("kept");
                    }
                    "strongest-none-significant" => {
                        assert!(below.is_empty());
                        assert_eq!(number("count"), known.len() as f64);
                        leads.push("none");
                    }
                    "strongest-one" | "strongest-explicit" | "strongest-several" => {
                        assert_eq!(claim.argument("among"), Some(&Argument::from("significant")));
                        assert!((number("weight") - heaviest).abs() < 0.01, "{} {heaviest}", number("weight"));
                        leads.push("strongest");
                    }
                    _ => {}
                }
            }
            let wanted: &[&str] = if below.is_empty() { &["none"] } else { &["kept", "strongest"] };
            assert_eq!(leads, wanted, "{} {level}", null.key());
        }
    }
}

const EXPECTED: &str = r#"
import json, sys
from scipy.stats import hypergeom
given = json.load(sys.stdin); n, all, level = given["counts"], given["works"], given["level"]
total = 0.0
for i in range(len(n)):
    for j in range(i):
        law = hypergeom(all, n[i], n[j])
        total += sum(law.pmf(x) for x in range(1, min(n[i], n[j]) + 1) if law.sf(x - 1) < level)
print(json.dumps(total))
"#;

#[test]
fn expected_numbers_are_those_of_the_null_hypotheses() {
    let korea = corpora::korea();
    let works = network(&korea);
    let counts: Vec<usize> =
        korea.institution_ids().map(|id| korea.works_of(id).len()).filter(|&count| count > 0).collect();
    let pairs = counts.len() * (counts.len() - 1) / 2;
    if python::has("scipy") {
        for level in [0.01, 0.05, 0.3] {
            let given = json!({"counts": counts, "works": korea.work_count(), "level": level});
            let theirs = python::run(EXPECTED, &given).as_f64().unwrap();
            let (mine, all) = significance::expected_co_occurrence(&works, level);
            assert!((mine - theirs).abs() < 1e-6 && all == pairs, "{mine} {theirs} {all} {pairs}");
        }
    }
    // A star of three: its centre has three ends where strength can be spread, its leaves have none.
    let star = corpora::edges(&[("A", "B", 5.0), ("A", "C", 1.0), ("A", "D", 1.0)]);
    assert!((backbone::expected(&network(&star), 0.1) - 0.3).abs() < 1e-12);
    assert_eq!(significance::expected_co_occurrence(&network(&star), 0.1), (0.0, 0));
}

#[test]
fn noise_corrected_values_are_those_of_the_published_program_with_the_variance_of_its_prior() {
    // Score and deviation by the authors' program (Coscia & Neffke 2017), both directions of each tie in its table. It has 1 − μ² where a beta
    // distribution of mean μ and variance σ² has (1 − μ)²; the last column is its deviation with that put right, which is ours.
    let published = [
        ((0, 1, 12.0), 0.509_677_419_4, 0.017_347_770_1, 0.017_819_529_4),
        ((0, 2, 3.0), 0.141_463_414_6, 0.146_433_118_1, 0.148_816_410_6),
        ((1, 2, 7.0), 0.446_357_615_9, 0.009_757_086_0, 0.009_943_602_8),
        ((2, 3, 1.0), -0.257_142_857_1, 0.452_563_054_9, 0.458_060_769_3),
        ((3, 4, 9.0), 0.636_363_636_4, 0.023_011_852_2, 0.023_328_702_7),
        ((4, 5, 4.0), 0.548_387_096_8, 0.022_836_188_3, 0.023_022_236_0),
        ((3, 5, 2.0), 0.3, 0.156_324_653_3, 0.157_508_489_5),
        ((0, 5, 1.0), -0.178_947_368_4, 0.428_719_186_8, 0.433_165_587_3),
    ];
    let ties: Vec<(usize, usize, f64)> = published.iter().map(|row| row.0).collect();
    let corpus = networks::graph(6, &ties);
    let network = network(&corpus);
    let p = significance::noise_corrected(&network);
    for ((a, b, _), score, theirs, deviation) in published {
        let own = p[network.tie_between(a, b).unwrap()];
        let tail = |deviation: f64| libm::erfc(score / deviation / std::f64::consts::SQRT_2) / 2.0;
        assert!((own - tail(deviation)).abs() < 1e-8, "{a} {b}: {own}");
        // What the slip of the program makes of p on a network as small as this.
        assert!((own - tail(theirs)).abs() < 0.005 && theirs < deviation, "{a} {b}: {own}");
    }
}
