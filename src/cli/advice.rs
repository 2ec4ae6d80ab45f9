//! The view that is drawn when none is asked for.

use collabgraph::drawing::recommend::{self, View};
use collabgraph::english::counted;

use crate::args::{DrawArgs, ViewName};
use crate::fault::Fault;
use crate::session::Session;
use crate::terminal;

/// The view, and the institution that it is about when that is not asked for either.
pub(crate) fn chosen(session: &Session, args: &DrawArgs) -> Result<(ViewName, Option<String>), Fault> {
    if let Some(view) = args.view {
        return Ok((view, None));
    }
    let scope = session.scope();
    let advice = recommend::view(scope.network(), args.width);
    let (works, institutions) = (session.corpus.work_count(), session.corpus.institution_count());
    let name = advice.view.name();
    let english = format!(
        "{} and {}: {name}: {}.",
        counted(works, "work", "works"),
        counted(institutions, "institution", "institutions"),
        advice.why
    );
    let korean = format!("모델·문헌 {works}건, 기관 {institutions}곳: {name}: {}.", advice.why_ko);
    if !session.global.quiet {
        terminal::report(&session.language.say(english, korean));
    }
    Ok(match advice.view {
        // Parts that only others can show are those of a map.
        View::Ego(_) if of_others(args) => (ViewName::Map, None),
        View::Ego(hub) => (ViewName::Ego, Some(session.corpus.institution(hub).names.label().to_owned())),
        View::Bipartite => (ViewName::Bipartite, None),
        View::Timeline => (ViewName::Timeline, None),
        View::Matrix => (ViewName::Matrix, None),
        View::Map => (ViewName::Map, None),
    })
}

fn of_others(args: &DrawArgs) -> bool {
    args.focus.is_some() || args.component.is_some() || args.backbone.is_some() || args.core.is_some()
}
