//! The check of figures: a fixture per trap (named by the rule it breaks), look-alikes of other programs, and the
//! reference figures.

use crate::support::tables;
use collabgraph::messages::Argument;
use collabgraph::render::lint::{LintFinding, LintRule, check};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn folder(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The figures of a folder, sorted by name.
fn figures(path: &Path) -> Vec<(String, String)> {
    let Ok(entries) = fs::read_dir(path) else { return Vec::new() };
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "svg"));
    files.sort();
    files
        .iter()
        .map(|file| (file.file_name().unwrap().to_str().unwrap().to_owned(), fs::read_to_string(file).unwrap()))
        .collect()
}

fn fixture(name: &str) -> String {
    fs::read_to_string(folder("tests/fixtures/lint").join(name)).unwrap()
}

fn rules(findings: &[LintFinding]) -> BTreeSet<&'static str> {
    findings.iter().map(|finding| finding.rule.key()).collect()
}

#[test]
fn each_trap_breaks_its_own_rule_alone() {
    let mut met = BTreeSet::new();
    for (name, svg) in figures(&folder("tests/fixtures/lint")) {
        let parts: Vec<&str> = name.split('.').collect();
        let [rule, _, "svg"] = parts[..] else { continue };
        assert_eq!(rules(&check(&[(&name, &svg)])), BTreeSet::from([rule]), "{name}: {:#?}", check(&[(&name, &svg)]));
        met.insert(rule.to_owned());
    }
    let all: BTreeSet<String> = LintRule::ALL.iter().map(|rule| rule.key().to_owned()).collect();
    assert_eq!(met, all, "rules without a fixture, or fixtures without a rule");
}

#[test]
fn a_good_figure_passes() {
    assert_eq!(check(&[("good.svg", &fixture("good.svg"))]), []);
}

#[test]
fn a_finding_has_a_location_a_count_and_a_fix() {
    let svg = "<svg xmlns='http://www.w3.org/2000/svg'>\n<g style='a'/>한국 <g style='b'/>\n</svg>";
    let findings = check(&[("a.svg", svg)]);
    let style = findings.iter().find(|finding| finding.rule == LintRule::Style).unwrap();
    assert_eq!((style.file.as_str(), style.line, style.column, style.times), ("a.svg", 2, 4, 2));
    assert_eq!((style.message.id, style.fix().id), ("lint-style-attribute", "lint-fix-style"));
}

#[test]
fn figures_of_one_page_share_no_id() {
    let good = fixture("good.svg");
    let findings = check(&[("a.svg", &good), ("b.svg", &good)]);
    assert_eq!(findings.len(), 1);
    let shared = (findings[0].message.argument("count"), findings[0].message.argument("file"));
    assert_eq!(findings[0].file, "b.svg");
    assert_eq!(shared, (Some(&Argument::Count(3)), Some(&Argument::Text("a.svg".into()))), "{findings:?}");
    assert_eq!(check(&[("a.svg", &good), ("b.svg", &good.replace("a-t", "b-t").replace("a-d", "b-d"))]), []);
}

#[test]
fn figures_of_other_programs_are_told_apart() {
    let found = |name: &str| rules(&check(&[(name, &fixture(name))]));
    let graphviz = found("like-graphviz.svg");
    for rule in ["dtd", "element", "colour", "title", "role", "language"] {
        assert!(graphviz.contains(rule), "graphviz: {rule} not in {graphviz:?}");
    }
    let mermaid = found("like-mermaid.svg");
    for rule in ["element", "style", "size", "title", "role", "language"] {
        assert!(mermaid.contains(rule), "mermaid: {rule} not in {mermaid:?}");
    }
    let matplotlib = found("like-matplotlib.svg");
    for rule in ["dtd", "style", "xlink", "attribute", "dangling-id", "title", "role", "language"] {
        assert!(matplotlib.contains(rule), "matplotlib: {rule} not in {matplotlib:?}");
    }
}

#[test]
fn the_reference_figures_pass() {
    let Some(folder) = tables::shared("design") else { return };
    let mut references = figures(&folder);
    // These two show a look alone; they are made by hand and keep no contract of embedding.
    references.retain(|(name, _)| !["lanes-kr-170", "partners-tsinghua-170"].iter().any(|look| name.contains(look)));
    assert!(!references.is_empty());
    for (name, svg) in &references {
        assert_eq!(check(&[(name, svg)]), [], "{name}");
    }
}

#[test]
fn no_input_panics() {
    let nested = format!("<svg xmlns='http://www.w3.org/2000/svg'>{}", "<g>".repeat(2_000));
    let bomb = "<!DOCTYPE s [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><svg xmlns='http://www.w3.org/2000/svg'>&b;</svg>";
    for svg in
        ["", "가", "<", "<svg", "<a/>", "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 nan 1'/>", &nested, bomb]
    {
        assert!(!check(&[("x.svg", svg)]).is_empty());
    }
    let odd = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='é가M1 1 Lx'/><g transform='rotate('/><g transform='scale(가)'/><text font-size='é'/></svg>";
    assert!(!check(&[("x.svg", odd)]).is_empty());
}
