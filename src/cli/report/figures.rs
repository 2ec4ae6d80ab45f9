//! The figures of a report.

use collabgraph::answer::document::Illustration;
use collabgraph::answer::figure::Figure;
use collabgraph::drawing::bipartite::{self, Bipartite};
use collabgraph::drawing::frame::Options;
use collabgraph::drawing::map;
use collabgraph::drawing::theme::Scheme;
use collabgraph::render;

use crate::fault::Fault;
use crate::report::Files;
use crate::session::Session;

/// A view in all its forms; the first is the one that stands in the text.
pub(crate) struct Drawn {
    pub(crate) illustration: Illustration,
    pub(crate) files: Files,
}

/// Widths and themes in which each view is written: full page, full page for dark pages, one column.
const FORMS: [(&str, f64, Scheme); 3] =
    [("170", 170.0, Scheme::Light), ("170-dark", 170.0, Scheme::Dark), ("85", 85.0, Scheme::Light)];

/// Draws every view in every form.
pub(crate) fn draw(session: &Session) -> Result<Vec<Drawn>, Fault> {
    ["bipartite", "map"].into_iter().map(|view| forms(session, view)).collect()
}

fn forms(session: &Session, view: &str) -> Result<Drawn, Fault> {
    let mut files = Files::new();
    let mut shown = None;
    for (form, width_mm, scheme) in FORMS {
        let figure = compose(session, view, width_mm, scheme)?;
        let name = format!("figures/{view}-{form}");
        files.insert(format!("{name}.svg"), render::svg::write(&figure).into_bytes());
        if shown.is_none() {
            files.insert(format!("{name}.dot"), render::dot::write(&figure).into_bytes());
            shown = Some(Illustration {
                file: format!("{name}.svg"),
                svg: render::svg::write_as(&figure, render::svg::Form::Inline),
                alt: figure.head().description.clone(),
                caption: String::new(),
            });
        }
    }
    shown
        .map(|illustration| Drawn { illustration, files })
        .ok_or_else(|| Fault::new("No figure was drawn.", "그린 그림이 없습니다."))
}

fn compose(session: &Session, view: &str, width_mm: f64, scheme: Scheme) -> Result<Figure, Fault> {
    let options =
        Options { width_mm, scheme, language: session.language, notes: session.figure_notes(), ..Options::default() };
    let drawn = match view {
        "map" => map::compose(session.scope().network(), &options),
        _ => bipartite::compose(&session.corpus, &Bipartite::default(), &options),
    };
    drawn.map_err(|error| {
        Fault::new(
            format!("The {view} could not be drawn: {error}."),
            format!("{view} 그림을 그릴 수 없습니다: {error}."),
        )
    })
}
