//! `report`: texts, figures, tables and a manifest in one folder.

mod document;
mod figures;
mod folder;
mod manifest;

use crate::error::CliError;
use crate::session::Session;
use crate::{explore, names, questions, terminal};
use collabgraph::answer::Answer;
use collabgraph::centrality::measure::Measure;
use collabgraph::community::leiden;
use collabgraph::corpus::claim::Claims;
use collabgraph::query::{addresses, clusters, components, institutions, overview, rank, works};
use collabgraph::{message, render};
use std::collections::BTreeMap;
use std::path::Path;

/// Files of a report by their path in the folder, with `/` between the parts.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// The page to walk around in, beside the report.
pub(crate) const EXPLORER: &str = "explorer.html";

/// Statements of the article about the embedded data set.
const CLAIMS: &str = "article";

/// Measures that get a ranking of their own.
const RANKINGS: [Measure; 3] = [Measure::Works, Measure::Strength, Measure::Betweenness];

/// The answers that a report is made of.
pub(crate) struct Answers {
    pub(crate) overview: Answer,
    pub(crate) works: Answer,
    pub(crate) institutions: Answer,
    pub(crate) rankings: Vec<(Measure, Answer)>,
    pub(crate) clusters: Answer,
    pub(crate) components: Answer,
    /// Statements held against the data, where there are some about these data.
    pub(crate) claims: Option<Answer>,
}

/// Writes the report; `false` when there are no works to report on.
pub(crate) fn write(session: &Session, folder: &Path, force: bool, claims: Option<&Path>) -> Result<bool, CliError> {
    folder::check(folder, force)?;
    let answers = ask(session, claims)?;
    let figures = figures::draw(session)?;
    let mut files = Files::new();
    add_tables(&mut files, &answers);
    let data_hash = manifest::hash(&[
        files.get("tables/works.json").map_or(&[][..], Vec::as_slice),
        files.get("tables/institutions.json").map_or(&[][..], Vec::as_slice),
    ]);
    let document = document::compose(session, &answers, &figures);
    files.insert("report.md".to_owned(), render::markdown::document(&document).into_bytes());
    files.insert("report.html".to_owned(), render::html::write(&document).into_bytes());
    files.insert("report.typ".to_owned(), render::typst::write(&document).into_bytes());
    files.insert("report.tex".to_owned(), render::latex::write(&document).into_bytes());
    files.insert(EXPLORER.to_owned(), explore::written(session)?.into_bytes());
    for figure in figures {
        files.extend(figure.files);
    }
    let manifest = manifest::write(session, &files, &data_hash, claims);
    folder::write(folder, &files, &manifest, force)?;
    let first = folder.join("report.html");
    let remark = message!("cli-report-written", count = files.len() + 1, folder = folder, first = &first);
    terminal::remark(&session.global, &remark);
    Ok(session.corpus.institution_count() > 0)
}

fn ask(session: &Session, claims: Option<&Path>) -> Result<Answers, CliError> {
    let (scope, language) = (session.scope(), session.language);
    let claims = match claims {
        Some(file) => Some(names::claims(file)?),
        None => Some(names::claims(Path::new(CLAIMS))?).filter(|claims| is_about(session, claims)),
    };
    let marked = |answer: Answer| addresses::attach(&session.corpus, answer);
    Ok(Answers {
        overview: marked(overview::ask(&scope, language)),
        works: marked(works::ask(&scope, language)),
        institutions: marked(institutions::ask(&scope, language)),
        rankings: RANKINGS
            .into_iter()
            .map(|measure| {
                let options = rank::Options { by: measure, ..rank::Options::default() };
                (measure, marked(rank::ask(&scope, &options, language)))
            })
            .collect(),
        clusters: marked(clusters::ask(&scope, &leiden::Options::default(), language)),
        components: marked(components::ask(&scope, language)),
        claims: claims.map(|claims| marked(questions::check(session, &claims))),
    })
}

/// Whether claims speak of the data: of the whole of an edition that they name. In another edition the same sentences
/// are about other works.
fn is_about(session: &Session, claims: &Claims) -> bool {
    let (inputs, whole) = (session.whole.inputs(), &session.whole);
    let [input] = inputs else { return false };
    let latest = whole.period().map(|(_, latest)| latest);
    session.filter.is_empty()
        && claims.editions.iter().any(|edition| {
            input.citation.starts_with(&edition.citation)
                && edition.works == whole.work_count()
                && edition.latest == latest
        })
}

fn add_tables(files: &mut Files, answers: &Answers) {
    let mut add = |name: &str, answer: &Answer| {
        let csv = render::csv::write(answer, &render::csv::Options::default());
        let json = render::json::write(answer, &render::json::Options::default());
        files.insert(format!("tables/{name}.csv"), csv.into_bytes());
        files.insert(format!("tables/{name}.json"), json.into_bytes());
    };
    add("partnerships", &answers.overview);
    add("works", &answers.works);
    add("institutions", &answers.institutions);
    add("clusters", &answers.clusters);
    add("components", &answers.components);
    if let Some(claims) = &answers.claims {
        add("claims", claims);
    }
    for (measure, answer) in &answers.rankings {
        add(&format!("rank-{}", measure.key()), answer);
    }
}
