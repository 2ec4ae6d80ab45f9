//! The view that is drawn when none is asked for.

use crate::args::{DrawArgs, ViewName};
use crate::error::CliError;
use crate::session::Session;
use crate::terminal;
use collabgraph::drawing::recommend::{self, RecommendedView};
use collabgraph::message;

/// The view, and the institution that it is about when that is not asked for either.
pub(crate) fn chosen(session: &Session, args: &DrawArgs) -> Result<(ViewName, Option<String>), CliError> {
    if let Some(view) = args.view {
        return Ok((view, None));
    }
    let scope = session.scope();
    let advice = recommend::view(scope.network(), args.width);
    let (works, institutions) = (session.corpus.work_count(), session.corpus.institution_count());
    let reason = &advice.reason;
    let kind = session.whole.work_kind();
    let view = advice.view.name();
    let remark = if kind.has_works() {
        message!(
            "cli-view-chosen",
            works = works,
            kind = kind,
            institutions = institutions,
            view = view,
            reason = reason
        )
    } else {
        message!("cli-view-chosen-ties", institutions = institutions, view = view, reason = reason)
    };
    terminal::remark(&session.global, &remark);
    Ok(match advice.view {
        // Parts that only others can show are those of a map.
        RecommendedView::Ego(_) if of_others(args) => (ViewName::Map, None),
        RecommendedView::Ego(hub) => (ViewName::Ego, Some(session.corpus.institution(hub).names.label().to_owned())),
        RecommendedView::Bipartite => (ViewName::Bipartite, None),
        RecommendedView::Timeline => (ViewName::Timeline, None),
        RecommendedView::Matrix => (ViewName::Matrix, None),
        RecommendedView::Map => (ViewName::Map, None),
    })
}

fn of_others(args: &DrawArgs) -> bool {
    args.focus.is_some() || args.component.is_some() || args.backbone.is_some() || args.core.is_some()
}
