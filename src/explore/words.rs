//! Texts of the page in every language, as data at the start of its script.

use serde_json::{Map, Value};

use crate::corpus::kind::{ActorKind, WorkKind};
use crate::message;
use crate::messages::language::Language;
use crate::messages::{Argument, Localizer, Message, values};

/// Languages of the page.
const LANGUAGES: [Language; 2] = [Language::English, Language::Korean];

/// Texts by language and key of the script; `{0}`, `{1}` … are placeholders that the script fills.
#[must_use]
pub(super) fn texts(kind: WorkKind, actors: ActorKind) -> Value {
    let has_works = kind.has_works();
    // A page of ties without works still has columns and filters of works.
    let kind = if has_works { kind } else { WorkKind::Work };
    let has = if has_works { "works" } else { "one" };
    let shape = if actors.are_institutions() { "sector" } else { "one" };
    let legend = ("wholeLegend", message!("page-whole-legend", kind = kind, has = has, shape = shape));
    let (least, out_least) = match has_works {
        true => {
            (message!("page-least", kind = kind), message!("page-out-least", kind = kind, v0 = value(0), v1 = value(1)))
        }
        false => (message!("page-least-weight"), message!("page-out-least-weight", v0 = value(0), v1 = value(1))),
    };
    let of_data = [
        legend,
        ("least", least),
        ("outLeast", out_least),
        ("search", message!("page-search", kind = kind, has = has)),
        ("hint", message!("page-hint", kind = kind, has = has)),
        ("noResults", message!("page-no-results", kind = kind, has = has)),
    ];
    by_language(actors, |localizer| {
        messages(kind)
            .into_iter()
            .chain(of_data.clone())
            .map(|(key, message)| (key.to_owned(), localizer.render(&message).into()))
            .collect()
    })
}

/// Terms of the data (criteria, domains, access, sources of statements) by language, where a language has its own.
#[must_use]
pub(super) fn terms() -> Value {
    by_language(ActorKind::Institution, |localizer| {
        let known = values::all_recorded().iter().filter_map(|&value| Some((value, values::recorded(value)?)));
        let words = known.map(|(value, message)| (value, localizer.render(&message)));
        words.filter(|(value, word)| value != word).map(|(value, word)| (value.to_owned(), word.into())).collect()
    })
}

/// Text for readers whose browser runs no script, in every language.
#[must_use]
pub(super) fn without_script() -> String {
    let message = message!("page-no-script");
    LANGUAGES.map(|language| Localizer::new(language).render(&message)).join(" ")
}

fn by_language(actors: ActorKind, words: impl Fn(Localizer<'static>) -> Map<String, Value>) -> Value {
    let languages = LANGUAGES.map(|language| Localizer::new(language.naming(actors)));
    Value::Object(languages.map(|one| (one.tag().to_owned(), Value::Object(words(one)))).into_iter().collect())
}

/// Placeholder for the value at this position.
fn value(position: usize) -> Argument {
    Argument::Text(format!("{{{position}}}"))
}

/// Every text of the page by its key in the script.
fn messages(kind: WorkKind) -> Vec<(&'static str, Message)> {
    vec![
        ("skip", message!("page-skip")),
        ("title", message!("report-title", kind = kind)),
        ("language", message!("page-language")),
        ("toDark", message!("page-to-dark")),
        ("toLight", message!("page-to-light")),
        ("copyLink", message!("page-copy-link")),
        ("copied", message!("page-copied")),
        ("notCopied", message!("page-not-copied")),
        ("filters", message!("page-filters")),
        ("reset", message!("page-reset")),
        ("years", message!("page-years")),
        ("from", message!("page-from")),
        ("to", message!("page-to")),
        ("yearsChart", message!("page-years-chart", kind = kind)),
        ("yearsTable", message!("page-years-table", kind = kind)),
        ("yearsUndated", message!("page-years-undated", v0 = value(0))),
        ("year", message!("page-year")),
        ("kept", message!("page-kept")),
        ("all", message!("page-all")),
        ("country", message!("page-country")),
        ("sector", message!("page-sector")),
        ("domain", message!("page-domain")),
        ("criterion", message!("page-criterion")),
        ("team", message!("page-team")),
        ("counting", message!("page-counting")),
        ("full", message!("page-full")),
        ("fractional", message!("page-fractional")),
        ("strict", message!("page-strict")),
        ("level", message!("page-level")),
        ("recorded", message!("page-recorded")),
        ("group", message!("page-group")),
        ("oneLevel", message!("page-one-level")),
        ("figure", message!("page-figure")),
        ("views", message!("page-views")),
        ("map", message!("page-map")),
        ("two", message!("page-two", kind = kind)),
        ("everywhere", message!("page-everywhere")),
        ("zoom", message!("page-zoom")),
        ("zoomIn", message!("page-zoom-in")),
        ("zoomOut", message!("page-zoom-out")),
        ("fit", message!("page-fit")),
        ("svg", message!("page-svg")),
        ("csv", message!("page-csv")),
        ("json", message!("page-json")),
        ("figureHelp", message!("page-figure-help")),
        ("restOfTable", message!("page-rest-of-table")),
        ("figureTable", message!("page-figure-table")),
        ("notInView", message!("page-not-in-view", v0 = value(0))),
        ("pathNotInView", message!("page-path-not-in-view", v0 = value(0))),
        ("showAll", message!("page-show-all")),
        ("keptWhole", message!("page-kept-whole")),
        ("keptPlaces", message!("page-kept-places")),
        ("emptyFigure", message!("page-empty-figure")),
        ("panel", message!("page-panel")),
        ("clear", message!("page-clear")),
        ("second", message!("page-second")),
        ("secondOn", message!("page-second-on")),
        ("back", message!("page-back", v0 = value(0))),
        ("openTie", message!("page-open-tie", v0 = value(0), v1 = value(1))),
        ("works", message!("page-works", kind = kind)),
        ("institutions", message!("page-institutions")),
        ("institution", message!("page-institution")),
        ("partners", message!("page-partners")),
        ("strength", message!("page-strength")),
        ("coMade", message!("page-co-made", kind = kind)),
        ("betweenness", message!("page-betweenness")),
        ("alone", message!("page-alone", kind = kind)),
        ("leftTeams", message!("page-left-teams", kind = kind, v0 = value(0))),
        ("whoAlone", message!("page-who-alone", v0 = value(0), v1 = value(1))),
        ("whoNoJoint", message!("page-who-no-joint", v0 = value(0), v1 = value(1))),
        ("whoNothing", message!("page-who-nothing", v0 = value(0))),
        ("whoStated", message!("page-who-stated", kind = kind, v0 = value(0), v1 = value(1))),
        ("who", message!("page-who", kind = kind, v0 = value(0), v1 = value(1), v2 = value(2), v3 = value(3))),
        ("nWorks", message!("page-n-works", kind = kind, v0 = value(0))),
        ("nWork", message!("page-n-work", kind = kind)),
        ("nPartners", message!("page-n-partners", v0 = value(0))),
        ("nPartner", message!("page-n-partner")),
        ("nInstitutions", message!("page-n-institutions", v0 = value(0))),
        ("nInstitution", message!("page-n-institution")),
        ("nTies", message!("page-n-ties", v0 = value(0))),
        ("nTie", message!("page-n-tie")),
        ("joint", message!("page-joint", kind = kind, v0 = value(0))),
        ("weight", message!("page-weight", v0 = value(0))),
        ("stated", message!("page-stated", kind = kind)),
        ("withWhom", message!("page-with-whom")),
        ("paper", message!("page-paper")),
        ("paperOf", message!("page-paper-of", v0 = value(0))),
        ("jointWorks", message!("page-joint-works", kind = kind, v0 = value(0), v1 = value(1))),
        ("noJoint", message!("page-no-joint")),
        ("noJointAtAll", message!("page-no-joint-at-all")),
        ("common", message!("page-common")),
        ("noCommon", message!("page-no-common")),
        ("path", message!("page-path")),
        ("pathSteps", message!("page-path-steps", v0 = value(0))),
        ("pathStep", message!("page-path-step")),
        ("noPath", message!("page-no-path")),
        ("step", message!("page-step", v0 = value(0), v1 = value(1), v2 = value(2))),
        ("gone", message!("page-gone")),
        ("date", message!("page-date")),
        ("work", message!("page-work", kind = kind)),
        ("domains", message!("page-domains")),
        ("criteria", message!("page-criteria")),
        ("titleOf", message!("page-title-of")),
        ("authors", message!("page-authors")),
        ("access", message!("page-access")),
        ("cited", message!("page-cited")),
        ("made", message!("page-made")),
        ("says", message!("page-says")),
        ("undated", message!("page-undated")),
        ("panes", message!("page-panes")),
        ("ranks", message!("page-ranks")),
        ("clusters", message!("page-clusters")),
        ("matrix", message!("page-matrix")),
        ("ties", message!("page-ties")),
        ("by", message!("page-by")),
        ("rank", message!("page-rank")),
        ("narrow", message!("page-narrow")),
        ("more", message!("page-more", v0 = value(0))),
        ("rows", message!("page-rows", v0 = value(0), v1 = value(1))),
        ("cluster", message!("page-cluster")),
        ("members", message!("page-members")),
        ("within", message!("page-within")),
        ("clusterNote", message!("page-cluster-note")),
        ("clusterNoteOwn", message!("page-cluster-note-own")),
        ("matrixNote", message!("page-matrix-note", kind = kind, v0 = value(0), v1 = value(1))),
        ("matrixAll", message!("page-matrix-all", kind = kind, v0 = value(0))),
        ("matrixWeightsNote", message!("page-matrix-weights-note", v0 = value(0), v1 = value(1))),
        ("matrixWeightsAll", message!("page-matrix-weights-all", v0 = value(0))),
        ("tie", message!("page-tie")),
        ("jointCount", message!("page-joint-count", kind = kind)),
        ("weightOf", message!("page-weight-of")),
        ("other", message!("page-other")),
        (
            "shown",
            message!(
                "page-shown",
                kind = kind,
                v0 = value(0),
                v1 = value(1),
                v2 = value(2),
                v3 = value(3),
                v4 = value(4),
                v5 = value(5)
            ),
        ),
        ("shownTies", message!("page-shown-ties", v0 = value(0), v1 = value(1), v2 = value(2), v3 = value(3))),
        ("nothingOut", message!("page-nothing-out")),
        ("nothingMoreOut", message!("page-nothing-more-out")),
        ("outWorks", message!("page-out-works", v0 = value(0))),
        ("outUndated", message!("page-out-undated", kind = kind, v0 = value(0))),
        ("outUnplaced", message!("page-out-unplaced", kind = kind, v0 = value(0))),
        ("outUnplacedTies", message!("page-out-unplaced-ties", v0 = value(0))),
        ("outTeams", message!("page-out-teams", v0 = value(0), v1 = value(1))),
        ("outStated", message!("page-out-stated", kind = kind, v0 = value(0))),
        ("countingSaid", message!("page-counting-said", v0 = value(0))),
        ("weightsGiven", message!("page-weights-given")),
        ("before", message!("page-before")),
        ("source", message!("page-source", v0 = value(0))),
        ("asOf", message!("page-as-of", v0 = value(0))),
        ("figureShows", message!("page-figure-shows", v0 = value(0), v1 = value(1))),
        ("figureShowsWorks", message!("page-figure-shows-works", kind = kind, v0 = value(0), v1 = value(1))),
        ("made_with", message!("page-made-with", v0 = value(0))),
        ("loading", message!("page-loading")),
        ("failed", message!("page-failed", v0 = value(0))),
        ("result", message!("page-result")),
        ("results", message!("page-results", v0 = value(0))),
        ("chosen", message!("page-chosen", v0 = value(0))),
        ("unknownSelection", message!("page-unknown-selection", v0 = value(0))),
    ]
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    /// The modules of the script that ask for words.
    const SCRIPTS: [&str; 12] = [
        include_str!("page/words.js"),
        include_str!("page/facts.js"),
        include_str!("page/network.js"),
        include_str!("page/search.js"),
        include_str!("page/scene.js"),
        include_str!("page/figure.js"),
        include_str!("page/canvas.js"),
        include_str!("page/panel.js"),
        include_str!("page/filters.js"),
        include_str!("page/panes.js"),
        include_str!("page/export.js"),
        include_str!("page/main.js"),
    ];

    #[test]
    fn every_word_that_the_script_asks_for_is_there() {
        let texts = texts(WorkKind::Model, ActorKind::Institution);
        for script in SCRIPTS {
            for (_, rest) in script.match_indices("say(\"").map(|(at, mark)| script.split_at(at + mark.len())) {
                let key = rest.split('"').next().unwrap();
                assert!(texts["en"][key].is_string() && texts["ko"][key].is_string(), "{key}");
            }
        }
    }

    #[test]
    fn words_follow_the_kind_of_works() {
        let models = texts(WorkKind::Model, ActorKind::Institution);
        let publications = texts(WorkKind::Publication, ActorKind::Institution);
        assert_eq!(models["en"]["nWorks"], "{0} models");
        assert_eq!(publications["en"]["nWorks"], "{0} publications");
        assert_eq!(publications["ko"]["nWorks"], "문헌 {0}편");
        assert_eq!(models["ko"]["two"], "모델과 기관");
        let countries = texts(WorkKind::Model, ActorKind::Country);
        assert_eq!(countries["en"]["nInstitutions"], "{0} countries");
        assert_eq!(countries["ko"]["nInstitutions"], "국가 {0}개국");
    }
}
