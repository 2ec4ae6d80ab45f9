//! Precision of affiliation matching on three lists that people labelled, and its speed.
//!
//! `cargo bench --bench resolve [-- FOLDER]`. The lists are not part of the package: FOLDER (or COLLAB_DATASETS) holds
//! `affiliations-gold.csv` (allenai/S2AFF, Apache-2.0), `affiliations-crossref.csv` and `affiliations-logs.csv`
//! (ror-community/affiliation-matching-experimental, MIT).
//!
//! For each list: the curve of precision over answered, where the score of the answer is at least the threshold; strict, and
//! beside it how often the answer is the label, its direct parent or child; labels outside the registry, and lines that name
//! no organisation, that were answered all the same. Then ten folds of strings, grouped by label: nothing is trained, so they
//! show how much the figures hang on single institutions.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Instant;

use collabgraph::names::registry::{InstitutionRegistry, MATCH, RecordIndex, Resolution};

struct Row {
    text: String,
    labels: Vec<RecordIndex>,
    group: String,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Inside,
    Outside,
    NoOrganisation,
}

struct Scored<'r> {
    row: &'r Row,
    best: Option<(RecordIndex, f64)>,
    is_right: bool,
    is_family: bool,
}

fn main() {
    let argument = std::env::args().skip(1).find(|word| !word.starts_with('-'));
    let folder =
        argument.or_else(|| std::env::var("COLLAB_DATASETS").ok()).unwrap_or_else(|| "../shared/datasets".to_owned());
    let Some(registry) = InstitutionRegistry::embedded() else { return eprintln!("no registry is compiled in") };
    let ids: BTreeMap<&str, RecordIndex> =
        (0..registry.len() as u32).map(|record| (registry.id(record), record)).collect();
    let mut all: Vec<String> = Vec::new();
    for list in ["gold", "crossref", "logs"] {
        let Some(rows) = read(&PathBuf::from(&folder).join(format!("affiliations-{list}.csv")), &ids) else {
            eprintln!("{folder}/affiliations-{list}.csv: not there; name the folder of the lists");
            continue;
        };
        let scored: Vec<Scored<'_>> = rows.iter().map(|row| score(registry, row)).collect();
        report(list, &scored);
        all.extend(rows.into_iter().map(|row| row.text));
    }
    speed(registry, &all);
}

fn score<'r>(registry: &InstitutionRegistry, row: &'r Row) -> Scored<'r> {
    let Resolution { matches, suggestions, .. } = registry.resolve(&row.text);
    let best = matches.first().or(suggestions.first()).map(|one| (one.record, one.score));
    let is = |test: &dyn Fn(RecordIndex, RecordIndex) -> bool| {
        best.is_some_and(|(found, _)| row.labels.iter().any(|&label| test(found, label)))
    };
    let is_near = |found, label| {
        found == label
            || registry.parents(found).any(|one| one == label)
            || registry.parents(label).any(|one| one == found)
    };
    Scored { row, best, is_right: is(&|found, label| found == label), is_family: is(&is_near) }
}

fn report(list: &str, scored: &[Scored<'_>]) {
    let of = |kind: Kind| scored.iter().filter(|one| one.row.kind == kind).collect::<Vec<_>>();
    let (inside, outside, none) = (of(Kind::Inside), of(Kind::Outside), of(Kind::NoOrganisation));
    println!("\n{list}: {} strings with their label in the registry", inside.len());
    println!("threshold  answered  precision  label, parent or child  outside answered  no organisation answered");
    for threshold in [0.4, 0.5, 0.55, 0.6, MATCH, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95] {
        let answered = |set: &[&Scored<'_>]| set.iter().filter(|one| is_answered(one, threshold)).count();
        let right = |test: &dyn Fn(&Scored<'_>) -> bool| {
            inside.iter().filter(|one| is_answered(one, threshold) && test(one)).count()
        };
        let count = answered(&inside);
        println!(
            "{threshold:>8.2}{} {:>8.4} {:>10.4} {:>23.4}  {:>6} of {:<6}  {:>6} of {}",
            if threshold == MATCH { "*" } else { " " },
            share(count, inside.len()),
            share(right(&|one| one.is_right), count),
            share(right(&|one| one.is_family), count),
            answered(&outside),
            outside.len(),
            answered(&none),
            none.len(),
        );
    }
    folds(&inside);
}

fn is_answered(one: &Scored<'_>, threshold: f64) -> bool {
    one.best.is_some_and(|(_, score)| score >= threshold)
}

/// Ten folds of strings, all strings of one label in one fold.
fn folds(inside: &[&Scored<'_>]) {
    let mut labels: Vec<&str> = inside.iter().map(|one| one.row.group.as_str()).collect();
    labels.sort_unstable();
    labels.dedup();
    let fold = |one: &Scored<'_>| labels.binary_search(&one.row.group.as_str()).unwrap_or(0) % 10;
    let folds: Vec<String> = (0..10)
        .map(|number| {
            let own: Vec<&&Scored<'_>> = inside.iter().filter(|one| fold(one) == number).collect();
            let answered: Vec<&&&Scored<'_>> = own.iter().filter(|one| is_answered(one, MATCH)).collect();
            let right = answered.iter().filter(|one| one.is_right).count();
            format!("{:.3}@{:.3}", share(right, answered.len()), share(answered.len(), own.len()))
        })
        .collect();
    println!("ten folds by label, precision@answered: {}", folds.join(" "));
}

fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

/// Distinct strings a second, on all threads.
fn speed(registry: &InstitutionRegistry, texts: &[String]) {
    let mut distinct = texts.to_vec();
    distinct.sort();
    distinct.dedup();
    if distinct.is_empty() {
        return;
    }
    let mut many = Vec::new();
    while many.len() < 100_000 {
        let round = many.len();
        many.extend(distinct.iter().map(|text| format!("{round} {text}")));
    }
    let start = Instant::now();
    let found = registry.resolve_all(&many).iter().filter(|one| !one.matches.is_empty()).count();
    let seconds = start.elapsed().as_secs_f64();
    println!(
        "\n{} strings in {seconds:.2} s: {:.0} a second; {found} answered",
        many.len(),
        many.len() as f64 / seconds
    );
}

fn read(path: &Path, ids: &BTreeMap<&str, RecordIndex>) -> Option<Vec<Row>> {
    let text = std::fs::read_to_string(path).ok()?;
    let is_gold = path.to_string_lossy().contains("gold");
    let row = |cells: Vec<String>| {
        let labels = cells.get(1).map_or("", String::as_str);
        let found = labels.split(';').filter_map(|one| ids.get(one.trim().rsplit('/').next()?).copied()).collect();
        let kind = match (labels, cells.get(2).map(String::as_str)) {
            ("NP", _) => Kind::NoOrganisation,
            (_, Some("yes")) => Kind::Inside,
            _ if is_gold => Kind::Inside,
            _ => Kind::Outside,
        };
        Row { group: labels.to_owned(), text: cells.into_iter().next().unwrap_or_default(), labels: found, kind }
    };
    Some(records(&text).into_iter().skip(1).map(row).collect())
}

/// Records of comma-separated text with quotes.
fn records(text: &str) -> Vec<Vec<String>> {
    let (mut records, mut record, mut cell, mut is_quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = text.chars().peekable();
    while let Some(ch) = letters.next() {
        match ch {
            '"' if is_quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => record.push(std::mem::take(&mut cell)),
            '\n' if !is_quoted => {
                record.push(std::mem::take(&mut cell));
                records.push(std::mem::take(&mut record));
            }
            '\r' if !is_quoted => {}
            other => cell.push(other),
        }
    }
    records
}
