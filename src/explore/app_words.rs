//! Texts of the page of `collab app`, as data for its script.

use serde_json::{Map, Value};

use crate::corpus::kind::WorkKind;
use crate::message;
use crate::messages::language::Language;
use crate::messages::{Argument, Localizer, Message};

/// Languages of the page.
const LANGUAGES: [Language; 2] = [Language::English, Language::Korean];

/// Texts by language and key of the script, for works of a kind; `{0}`, `{1}` … are placeholders that the script fills.
#[must_use]
pub fn texts(kind: WorkKind) -> Value {
    // Ties without works still have questions about works.
    let kind = if kind.has_works() { kind } else { WorkKind::Work };
    let of = |localizer: Localizer<'static>| -> Map<String, Value> {
        let messages = messages(kind).into_iter();
        messages.map(|(key, message)| (key.to_owned(), localizer.render(&message).into())).collect()
    };
    let languages = LANGUAGES.map(Localizer::new);
    Value::Object(languages.map(|one| (one.tag().to_owned(), Value::Object(of(one)))).into_iter().collect())
}

/// Text for readers whose browser runs no script, in every language.
#[must_use]
pub fn without_script() -> String {
    let message = message!("app-no-script");
    LANGUAGES.map(|language| Localizer::new(language).render(&message)).join(" ")
}

/// Placeholder for the value at this position.
fn value(position: usize) -> Argument {
    Argument::Text(format!("{{{position}}}"))
}

/// Every text of the page by its key in the script.
fn messages(kind: WorkKind) -> Vec<(&'static str, Message)> {
    vec![
        ("name", message!("app-name")),
        ("purpose", message!("app-purpose")),
        ("openWhole", message!("app-open-whole")),
        ("drop", message!("app-drop")),
        ("dropFormats", message!("app-drop-formats")),
        ("dropColumns", message!("app-drop-columns")),
        ("choose", message!("app-choose")),
        ("example", message!("app-example")),
        ("exampleAbout", message!("app-example-about")),
        ("private", message!("app-private")),
        ("reading", message!("app-reading")),
        ("readingColumns", message!("app-reading-columns")),
        ("readingSeparator", message!("app-reading-separator")),
        ("readingSheet", message!("app-reading-sheet")),
        ("readingGroup", message!("app-reading-group")),
        ("readingAsRecorded", message!("app-reading-as-recorded")),
        ("readingAddresses", message!("app-reading-addresses")),
        ("read", message!("app-read")),
        ("another", message!("app-another")),
        ("loading", message!("app-loading")),
        ("working", message!("app-working")),
        ("cancel", message!("app-cancel")),
        ("cancelled", message!("app-cancelled")),
        ("engineFailed", message!("app-engine-failed", v0 = value(0))),
        ("noEngine", message!("app-no-engine", v0 = value(0))),
        ("search", message!("app-search", kind = kind)),
        ("searchSecond", message!("app-search-second")),
        ("noMatches", message!("app-no-matches", v0 = value(0))),
        ("results", message!("app-results", v0 = value(0))),
        ("result", message!("app-result")),
        ("language", message!("app-language")),
        ("toDark", message!("app-to-dark")),
        ("toLight", message!("app-to-light")),
        ("copyLink", message!("app-copy-link")),
        ("copied", message!("app-copied")),
        ("notCopied", message!("app-not-copied")),
        ("questions", message!("app-questions")),
        ("overview", message!("app-overview")),
        ("strongest", message!("app-strongest")),
        ("rank", message!("app-rank")),
        ("indicators", message!("app-indicators")),
        ("timeline", message!("app-timeline", kind = kind)),
        ("trend", message!("app-trend", kind = kind)),
        ("markSize", message!("app-mark-size")),
        ("markColor", message!("app-mark-color")),
        ("usual", message!("app-usual")),
        ("colorKind", message!("app-color-kind")),
        ("colorCluster", message!("app-color-cluster")),
        ("colorCountry", message!("app-color-country")),
        ("colorYear", message!("app-color-year")),
        ("lines", message!("app-lines")),
        ("linesAll", message!("app-lines-all", kind = kind)),
        ("institutions", message!("app-institutions")),
        ("works", message!("app-works", kind = kind)),
        ("clusters", message!("app-clusters")),
        ("components", message!("app-components")),
        ("never", message!("app-never")),
        ("predict", message!("app-predict")),
        ("brokers", message!("app-brokers")),
        ("counting", message!("app-counting")),
        ("names", message!("app-names")),
        ("statistics", message!("app-statistics")),
        ("compare", message!("app-compare")),
        ("compareChoose", message!("app-compare-choose")),
        ("compareAbout", message!("app-compare-about")),
        ("path", message!("app-path")),
        ("common", message!("app-common")),
        ("between", message!("app-between", kind = kind)),
        ("byMeasure", message!("app-by-measure")),
        ("here", message!("app-here")),
        ("view", message!("app-view")),
        ("viewAuto", message!("app-view-auto")),
        ("viewMap", message!("app-view-map")),
        ("viewBipartite", message!("app-view-bipartite", kind = kind)),
        ("viewTimeline", message!("app-view-timeline")),
        ("viewMatrix", message!("app-view-matrix")),
        ("viewArc", message!("app-view-arc")),
        ("viewGeo", message!("app-view-geo")),
        ("viewLanes", message!("app-view-lanes")),
        ("viewTrend", message!("app-trend", kind = kind)),
        ("figure", message!("app-figure")),
        ("figureHelp", message!("app-figure-help", kind = kind)),
        ("zoomIn", message!("app-zoom-in")),
        ("zoomOut", message!("app-zoom-out")),
        ("zoomFit", message!("app-zoom-fit")),
        ("answer", message!("app-answer")),
        ("tableRows", message!("app-table-rows", v0 = value(0))),
        ("showAnswer", message!("app-show-answer")),
        ("hideAnswer", message!("app-hide-answer")),
        ("filters", message!("app-filters")),
        ("filtersOn", message!("app-filters-on", v0 = value(0))),
        ("reset", message!("app-reset")),
        ("from", message!("app-from")),
        ("to", message!("app-to")),
        ("fromHelp", message!("app-from-help")),
        ("country", message!("app-country")),
        ("sector", message!("app-sector")),
        ("domain", message!("app-domain")),
        ("criterion", message!("app-criterion")),
        ("weights", message!("app-weights")),
        ("full", message!("app-full")),
        ("fractional", message!("app-fractional")),
        ("strict", message!("app-strict")),
        ("level", message!("app-level")),
        ("recorded", message!("app-recorded")),
        ("group", message!("app-group")),
        ("levelCountry", message!("app-level-country")),
        ("levelRegion", message!("app-level-region")),
        ("levelSector", message!("app-level-sector")),
        ("levelDomain", message!("app-level-domain")),
        ("levelAuthor", message!("app-level-author")),
        ("minWeight", message!("app-min-weight")),
        ("perYear", message!("app-per-year", kind = kind)),
        ("yearWorks", message!("app-year-works", v0 = value(0), v1 = value(1))),
        ("download", message!("app-download")),
        ("downloadFigure", message!("app-download-figure")),
        ("downloadTable", message!("app-download-table")),
        ("downloadNetwork", message!("app-download-network")),
        ("downloadPage", message!("app-download-page")),
        ("downloadLayout", message!("app-download-layout")),
        ("notices", message!("app-notices", v0 = value(0))),
        ("noticesNone", message!("app-notices-none")),
        ("findings", message!("app-findings")),
        ("period", message!("app-period", v0 = value(0), v1 = value(1))),
        ("size", message!("app-size", kind = kind, v0 = value(0), v1 = value(1), v2 = value(2))),
        ("sizeTies", message!("app-size-ties", v0 = value(0), v1 = value(1))),
        ("source", message!("app-source", v0 = value(0))),
        ("nothing", message!("app-nothing")),
        ("unreadableLink", message!("app-unreadable-link", v0 = value(0))),
        ("madeWith", message!("app-made-with", v0 = value(0))),
    ]
}
