//! The figures of a report: every view, in every form that a page may want.

use crate::error::CliError;
use crate::report::Files;
use crate::session::Session;
use collabgraph::answer::document::Illustration;
use collabgraph::answer::figure::{Error, Figure};
use collabgraph::answer::language::Language;
use collabgraph::centrality::measure::{self, Measure};
use collabgraph::corpus::institution::InstitutionId;
use collabgraph::drawing::bipartite::{self, Bipartite};
use collabgraph::drawing::frame::{Heading, Options};
use collabgraph::drawing::theme::Scheme;
use collabgraph::drawing::{arc, ego, map, matrix, path, timeline};
use collabgraph::network::{Network, components};
use collabgraph::selection::path::shortest;
use collabgraph::{message, render};
use std::collections::BTreeSet;

/// A view in all its forms; the first is the one that stands in the text.
pub(crate) struct Drawn {
    pub(crate) view: String,
    /// Ids of the institutions that it shows.
    pub(crate) institutions: BTreeSet<String>,
    pub(crate) illustration: Illustration,
    pub(crate) files: Files,
}

/// Widths and themes in which each view is written: full page, the same for dark pages, one column.
const FORMS: [(&str, f64, Scheme); 3] =
    [("170", 170.0, Scheme::Light), ("170-dark", 170.0, Scheme::Dark), ("85", 85.0, Scheme::Light)];

/// A view, with what it is about.
#[derive(Clone, Copy)]
enum Subject {
    Bipartite,
    Map,
    Timeline,
    Matrix,
    Arc,
    Ego(InstitutionId),
    Path(InstitutionId, InstitutionId),
}

/// Draws every view in every form.
pub(crate) fn draw(session: &Session) -> Result<Vec<Drawn>, CliError> {
    let scope = session.scope();
    let network = scope.network();
    let mut views = vec![("map", Subject::Map), ("matrix", Subject::Matrix), ("arc", Subject::Arc)];
    if session.corpus.work_count() > 0 {
        views.extend([("bipartite", Subject::Bipartite), ("timeline", Subject::Timeline)]);
    }
    views.extend(most_central(network).map(|id| ("ego", Subject::Ego(id))));
    views.extend(farthest(network).map(|(a, b)| ("path", Subject::Path(a, b))));
    let mut drawn: Vec<Drawn> = Vec::with_capacity(views.len());
    for (view, subject) in views {
        let mut one = forms(session, network, view, subject)?;
        // Two views may find the same: the later one then says what it is instead.
        if drawn.iter().any(|other| other.illustration.caption == one.illustration.caption) {
            let (_, width_mm, scheme) = FORMS[0];
            let options = Options { headline: false, ..form_options(session, width_mm, scheme) };
            one.illustration = inline(session, network, subject, &options, one.illustration.file)?;
        }
        drawn.push(one);
    }
    Ok(drawn)
}

/// Options of a form of a view.
fn form_options(session: &Session, width_mm: f64, scheme: Scheme) -> Options {
    Options { width_mm, scheme, language: session.settings.language, ..session.figure_options() }
}

/// The institution that lies on most shortest paths; none where nobody lies on any.
fn most_central(network: &Network<'_>) -> Option<InstitutionId> {
    if network.tie_count() == 0 {
        return None;
    }
    let ranking = measure::scores(network, Measure::Betweenness).ranking();
    let first = ranking.first().filter(|first| first.value > 0.0)?;
    network.institution(first.node)
}

/// Two institutions far apart in the largest group: the farthest from its first, and the farthest from that one.
fn farthest(network: &Network<'_>) -> Option<(InstitutionId, InstitutionId)> {
    let components = components::find(network);
    let members = components.members.first().filter(|members| members.len() > 1)?;
    let from = |start: usize| {
        let steps = |node: usize| shortest(network, start, node).map_or(0, |path| path.ties.len());
        members.iter().copied().max_by_key(|&node| (steps(node), std::cmp::Reverse(node)))
    };
    let one = from(members[0])?;
    let other = from(one)?;
    Some((network.institution(one)?, network.institution(other)?))
}

fn forms(session: &Session, network: &Network<'_>, view: &str, subject: Subject) -> Result<Drawn, CliError> {
    let mut files = Files::new();
    let (mut illustration, mut institutions) = (None, BTreeSet::new());
    for (form, width_mm, scheme) in FORMS {
        let options = form_options(session, width_mm, scheme);
        let figure = drawn(session, network, subject, &options)?;
        let name = format!("figures/{view}-{form}");
        files.insert(format!("{name}.svg"), render::svg::write(&figure).into_bytes());
        if illustration.is_none() {
            #[cfg(feature = "dot")]
            files.insert(format!("{name}.dot"), render::dot::write(&figure).into_bytes());
            institutions = figure.nodes().iter().map(|(node, _)| node.key.clone()).collect();
            illustration = Some(inline(session, network, subject, &options, format!("{name}.svg"))?);
        }
    }
    let illustration = illustration.ok_or_else(|| message!("errors-report-no-figure"))?;
    Ok(Drawn { view: view.to_owned(), institutions, illustration, files })
}

/// The figure within the text: its title is the caption, and merged names are listed once, at the end of the report.
/// Caption and alternative text are in the one language of the text; the figure itself may speak two.
fn inline(
    session: &Session,
    network: &Network<'_>,
    subject: Subject,
    options: &Options,
    file: String,
) -> Result<Illustration, CliError> {
    let options = Options { heading: Heading::Subtitle, merges: Vec::new(), ..options.clone() };
    let figure = drawn(session, network, subject, &options)?;
    let mut words = figure.metadata().clone();
    if session.settings.language == Language::Both {
        let options = Options { language: session.settings.language.switched(Language::English), ..options };
        words = drawn(session, network, subject, &options)?.metadata().clone();
    }
    let frame = figure.metadata().frame;
    Ok(Illustration {
        file,
        svg: render::svg::write_as(&figure, render::svg::SvgForm::Inline),
        alt: words.description,
        caption: words.title,
        aspect: frame.height() / frame.width(),
    })
}

fn drawn(session: &Session, network: &Network<'_>, subject: Subject, options: &Options) -> Result<Figure, CliError> {
    compose(session, network, subject, options)
        .map_err(|error| message!("errors-report-figure", reason = error.to_string()).into())
}

fn compose(session: &Session, network: &Network<'_>, subject: Subject, options: &Options) -> Result<Figure, Error> {
    match subject {
        Subject::Bipartite => bipartite::compose(&session.corpus, &Bipartite::default(), options),
        Subject::Map => map::compose(network, options),
        Subject::Timeline => timeline::compose(&session.corpus, options),
        Subject::Matrix => matrix::compose(network, None, options),
        Subject::Arc => arc::compose(network, options),
        Subject::Ego(center) => ego::compose(network, center, options),
        Subject::Path(from, to) => path::compose(network, from, to, options),
    }
}
