//! `report`: texts, figures, tables and a manifest in one folder.

mod closing;
mod document;
mod figures;
mod folder;
mod front;
mod manifest;
mod tables;

use crate::args::values::AnswerFormat;
use crate::error::CliError;
use crate::session::Session;
use crate::{explore, names, paper, terminal};
use collabgraph::analysis::query;
use collabgraph::answer::Answer;
use collabgraph::answer::document::{Block, Document};
use collabgraph::centrality::measure::Measure;
use collabgraph::community::leiden;
use collabgraph::corpus::claim::Claims;
use collabgraph::drawing::map::{self, MapClustering};
use collabgraph::query::{
    addresses, brokers, clusters, components, counting, indicators, institutions, overview, rank, require_works,
    timeline, works,
};
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

/// Files of notices and of statements of other sources, in `tables/`.
pub(crate) const NOTICES: &str = "notices";
pub(crate) const STATEMENTS: &str = "statements";

/// The answers that a report is made of. Those that need works are missing where the data have none.
pub(crate) struct Answers {
    pub(crate) overview: Answer,
    pub(crate) works: Option<Answer>,
    pub(crate) institutions: Answer,
    pub(crate) timeline: Option<Answer>,
    pub(crate) indicators: Option<Answer>,
    pub(crate) brokers: Answer,
    pub(crate) counting: Option<Answer>,
    pub(crate) rankings: Vec<(Measure, Answer)>,
    /// Ranking by betweenness.
    pub(crate) central: Answer,
    /// The one clustering of the report.
    pub(crate) clusters: Answer,
    pub(crate) cluster_count: usize,
    /// What the map and this report cluster, where the map has clusters.
    pub(crate) clustering: Option<MapClustering>,
    pub(crate) components: Answer,
    /// Claims checked against the data, where there are some about these data.
    pub(crate) claims: Option<Answer>,
    pub(crate) statements: Answer,
    pub(crate) notices: Answer,
}

/// Writes the report; `false` when there are no works to report on.
pub(crate) fn write(session: &Session, folder: &Path, force: bool, claims: Option<&Path>) -> Result<bool, CliError> {
    folder::check(folder, force)?;
    let is_for_word = session.global.format == Some(AnswerFormat::Docx);
    if is_for_word && cfg!(not(feature = "png")) {
        return Err(message!("errors-not-built", format = "DOCX").into());
    }
    let answers = ask(session, claims)?;
    let figures = figures::draw(session)?;
    let mut files = Files::new();
    let has_formulas = add_tables(&mut files, &answers, !session.global.no_bom);
    #[cfg(feature = "xlsx")]
    files.insert("tables.xlsx".to_owned(), workbook(session, &answers)?);
    let data_hash = manifest::hash(&[
        files.get("tables/works.json").or(files.get("tables/partnerships.json")).map_or(&[][..], Vec::as_slice),
        files.get("tables/institutions.json").map_or(&[][..], Vec::as_slice),
    ]);
    let document = document::compose(session, &answers, &figures, has_formulas);
    files.insert("report.md".to_owned(), render::markdown::document(&document).into_bytes());
    files.insert("report.html".to_owned(), render::html::write(&document).into_bytes());
    files.insert("report.typ".to_owned(), render::typst::write(&document).into_bytes());
    files.insert("report.tex".to_owned(), render::latex::write(&document).into_bytes());
    if is_for_word {
        files.insert("report.docx".to_owned(), word(session, &document)?);
    }
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
    let (scope, language) = (session.scope(), session.settings.language);
    let claims = match claims {
        Some(file) => Some(names::claims(file)?),
        None => Some(names::claims(Path::new(CLAIMS))?).filter(|claims| is_about(session, claims)),
    };
    let marked =
        |answer: Answer| addresses::attach(&session.corpus, require_works::without_work_counts(&scope, answer));
    let has_works = session.corpus.work_count() > 0;
    let of_works = |ask: &dyn Fn() -> Answer| has_works.then(|| marked(ask()));
    // The clusters are those of the map, so that text, table and figures speak of the same.
    let clustering = map::clustering(scope.network(), &session.figure_options());
    let (clustered, options) = match &clustering {
        Some(clustering) => (session.scope().with_projection(clustering.projection), clustering.options),
        None => (session.scope(), leiden::Options::default()),
    };
    let clusters = marked(clusters::ask(&clustered, &options, language));
    let cluster_count = clusters.tables.first().map_or(0, |table| table.rows.len());
    let ranking = |by: Measure| marked(rank::ask(&scope, &rank::Options { by, ..rank::Options::default() }, language));
    let statements = closing::statements(session, claims.as_ref());
    let rankings = RANKINGS.into_iter().filter(|measure| has_works || *measure != Measure::Works);
    Ok(Answers {
        overview: marked(overview::ask_with(&scope, Some(cluster_count), language)),
        works: of_works(&|| works::ask(&scope, language)),
        institutions: marked(institutions::ask(&scope, language)),
        timeline: of_works(&|| timeline::ask(&scope, &timeline::Options::default(), language)),
        indicators: of_works(&|| {
            indicators::ask(&scope, &indicators::Options { top: None, ..Default::default() }, language)
        }),
        brokers: marked(brokers::ask(&scope, &brokers::Options { top: None, ..Default::default() }, language)),
        counting: of_works(&|| counting::ask(&scope, &counting::Options { top: None }, language)),
        rankings: rankings.map(|measure| (measure, ranking(measure))).collect(),
        central: ranking(Measure::Betweenness),
        clusters,
        cluster_count,
        clustering,
        components: marked(components::ask(&scope, language)),
        claims: claims.map(|claims| query::check(session, &claims)).transpose()?.map(marked),
        statements,
        notices: closing::notice_list(session),
    })
}

/// Whether claims speak of the data: of the whole of an edition that they name. In another edition the same sentences
/// are about other works.
fn is_about(session: &Session, claims: &Claims) -> bool {
    let (inputs, whole) = (session.whole.inputs(), &session.whole);
    let [input] = inputs else { return false };
    let latest = whole.period().map(|(_, latest)| latest);
    session.settings.level.are_institutions()
        && session.filter.is_empty()
        && claims.editions.iter().any(|edition| {
            input.citation.starts_with(&edition.citation)
                && edition.works == whole.work_count()
                && edition.latest == latest
        })
}

/// The answers with tables of a report, each with the name of its files.
fn tabled(answers: &Answers) -> Vec<(String, &Answer)> {
    let mut all: Vec<(String, &Answer)> = vec![
        ("partnerships".to_owned(), &answers.overview),
        ("institutions".to_owned(), &answers.institutions),
        ("brokers".to_owned(), &answers.brokers),
        ("clusters".to_owned(), &answers.clusters),
        ("components".to_owned(), &answers.components),
    ];
    let of_works = [
        ("works", &answers.works),
        ("timeline", &answers.timeline),
        ("indicators", &answers.indicators),
        ("counting", &answers.counting),
        ("claims", &answers.claims),
    ];
    all.extend(of_works.into_iter().filter_map(|(name, answer)| Some((name.to_owned(), answer.as_ref()?))));
    let found = [(STATEMENTS, &answers.statements), (NOTICES, &answers.notices)];
    all.extend(found.into_iter().filter(|(_, answer)| answer.found).map(|(name, answer)| (name.to_owned(), answer)));
    all.extend(answers.rankings.iter().map(|(measure, answer)| (format!("rank-{}", measure.key()), answer)));
    all
}

/// Adds the tables. Those for spreadsheets are safe to open there; tells whether any text was changed for it.
fn add_tables(files: &mut Files, answers: &Answers, has_mark: bool) -> bool {
    let mut has_formulas = false;
    let options = render::csv::Options { is_formula_safe: true, ..render::csv::Options::default() };
    let mark = if has_mark { render::csv::BYTE_ORDER_MARK } else { "" };
    for (name, answer) in tabled(answers) {
        let csv = format!("{mark}{}", render::csv::write(answer, &options));
        has_formulas |= answer.tables.first().is_some_and(render::csv::has_formula);
        let json = render::json::write(answer, &render::json::Options::default());
        files.insert(format!("tables/{name}.csv"), csv.into_bytes());
        files.insert(format!("tables/{name}.json"), json.into_bytes());
    }
    has_formulas
}

/// The document for Word, with its figures as pixels for programs that read no SVG.
fn word(session: &Session, document: &Document) -> Result<Vec<u8>, CliError> {
    let figures = document.blocks.iter().filter_map(|block| match block {
        Block::Figure(figure) => Some(figure.svg.as_str()),
        _ => None,
    });
    let pictures = paper::pixels(session, figures)?;
    render::docx::write(document, &pictures).map_err(|error| CliError::io(Path::new("report.docx"), &error))
}

/// All tables in one workbook.
#[cfg(feature = "xlsx")]
fn workbook(session: &Session, answers: &Answers) -> Result<Vec<u8>, CliError> {
    let named = tabled(answers);
    let groups: Vec<render::xlsx::SheetGroup<'_>> =
        named.iter().map(|(name, answer)| render::xlsx::SheetGroup { name, answer }).collect();
    let sources = collabgraph::messages::Localizer::new(session.settings.language)
        .render_all(&collabgraph::analysis::sources::of(&session.whole));
    render::xlsx::write(&groups, &sources, session.settings.language).map_err(|error| error.message().into())
}
