//! Models and the institutions behind them, in three columns: home institutions | models | partners abroad.
//!
//! Models of the same institutions form one block with a bracket and one bundle of edges. Where the data know
//! no home and abroad there are two columns. Above [`MOST_WORKS`] models or [`MOST_INSTITUTIONS`]
//! institutions the strongest part is drawn and the source line says what was left out. With places from
//! elsewhere ([`Bipartite::places`]) it is a diagram of nodes and lines instead.

pub(crate) mod given;

use std::collections::BTreeMap;

use crate::answer::figure::{Error, Figure};
use crate::answer::language::Language;
use crate::corpus::Corpus;
use crate::corpus::country::Country;
use crate::corpus::institution::InstitutionId;
use crate::drawing::columns::fit::shown_works;
use crate::drawing::columns::order::{Columns, Order, order};
use crate::drawing::columns::plan::{Plan, most_frequent_country, plan_part};
use crate::drawing::columns::scene::{PITCH, Scene, Shown, compose_scene};
use crate::drawing::columns::words::words;
use crate::drawing::frame::{self, Options};
use crate::drawing::kind::WorkKind;
use crate::drawing::legend::{self, Counted, Entry, Symbol};
use crate::drawing::map::Sketch;
use crate::drawing::part::Part;
use crate::drawing::wording;
use crate::geometry::Point;
use crate::network::counting::Projection;
use crate::network::graph::Network;
use crate::selection::subgraph::SubgraphSpec;

/// Models shown at most.
pub const MOST_WORKS: usize = 40;

/// Institutions shown at most.
pub const MOST_INSTITUTIONS: usize = 40;

/// Highest figure in points: 235 mm, a page with header and caption.
pub const MOST_HEIGHT: f64 = 235.0 * crate::answer::figure::POINTS_PER_MM;

/// Height of an institution with its gap, as the order of the columns takes it, in points.
const OUTER_HEIGHT: f64 = 18.0;

/// Seed of the order of the columns.
const SEED: u64 = 17;

/// What this view can be told beside what every view can.
#[derive(Clone, Debug, PartialEq)]
pub struct Bipartite {
    /// Country of the left column; `None`: the one with the most works.
    pub home: Option<Country>,
    /// Models shown at most; [`MOST_WORKS`].
    pub most_works: usize,
    /// Institutions shown at most; [`MOST_INSTITUTIONS`].
    pub most_institutions: usize,
    /// Places of the marks of [`sketch`] by their keys, on any scale, y downwards; `None`: columns.
    pub places: Option<BTreeMap<String, Point>>,
}

impl Default for Bipartite {
    fn default() -> Self {
        Self { home: None, most_works: MOST_WORKS, most_institutions: MOST_INSTITUTIONS, places: None }
    }
}

/// Draws the bipartite figure of a corpus.
///
/// # Errors
///
/// [`Error::NotFinite`] never in practice: every corpus, an empty one too, has its figure.
pub fn compose(corpus: &Corpus, view: &Bipartite, options: &Options) -> Result<Figure, Error> {
    compose_part(&Network::one_mode(corpus, Projection::default()), &SubgraphSpec::default(), view, options)
}

/// The same of a part of the network: its institutions and their works. `(+n)` after a work counts the partners
/// outside of the part.
///
/// # Errors
///
/// As [`compose`].
pub fn compose_part(
    network: &Network<'_>,
    choice: &SubgraphSpec,
    view: &Bipartite,
    options: &Options,
) -> Result<Figure, Error> {
    let corpus = network.corpus();
    let part = Part::of(network, choice);
    let home = view.home.clone().or_else(|| most_frequent_country(corpus));
    if let Some(places) = &view.places {
        let plan = planned(corpus, view, &part, options.kind(corpus));
        if plan.works > 0 {
            return given::compose(plan, view, places, &part, (corpus, options));
        }
    }
    let (plan, shown) = fitting(corpus, home.as_ref(), view, &part, options)?;
    let order = arrangement(&plan);
    Ok(draw(corpus, &plan, &order, shown, options)?.0)
}

/// The marks that the figure would show, for a layout of one's own: ids of institutions, and `team-…` for the models of
/// one set of institutions.
#[must_use]
pub fn sketch(corpus: &Corpus, view: &Bipartite) -> Sketch {
    let network = Network::one_mode(corpus, Projection::default());
    sketch_part(&network, &SubgraphSpec::default(), view)
}

/// The same of a part of the network.
#[must_use]
pub fn sketch_part(network: &Network<'_>, choice: &SubgraphSpec, view: &Bipartite) -> Sketch {
    let corpus = network.corpus();
    given::sketch(corpus, &planned(corpus, view, &Part::of(network, choice), WorkKind::of(corpus)))
}

fn planned(corpus: &Corpus, view: &Bipartite, part: &Part<'_, '_>, kind: WorkKind) -> Plan {
    let home = view.home.clone().or_else(|| most_frequent_country(corpus));
    plan_part(corpus, home.as_ref(), view.most_works.max(1), view.most_institutions.max(2), (part, kind))
}

/// The largest part that is no higher than a page; names in one language where two are too high. Heights do
/// not depend on the order, so none is searched for here.
fn fitting(
    corpus: &Corpus,
    home: Option<&Country>,
    view: &Bipartite,
    part: &Part<'_, '_>,
    options: &Options,
) -> Result<(Plan, Shown), Error> {
    let mut most_works = view.most_works.max(1);
    loop {
        let plan = plan_part(corpus, home, most_works, view.most_institutions.max(2), (part, options.kind(corpus)));
        let any = Order {
            left: (0..plan.left.len()).collect(),
            items: (0..plan.items.len()).collect(),
            right: (0..plan.right.len()).collect(),
            crossings: 0,
        };
        for shown in [Shown::Full, Shown::OneLanguage] {
            let (_, height) = draw(corpus, &plan, &any, shown, options)?;
            if height <= MOST_HEIGHT {
                return Ok((plan, shown));
            }
        }
        if plan.works <= 1 {
            return Ok((plan, Shown::OneLanguage));
        }
        // Too high even with one language: fewer models.
        most_works = plan.works - (plan.works / 10).max(1);
    }
}

fn arrangement(plan: &Plan) -> Order {
    let side = |column: &[InstitutionId], members: &[_]| -> Vec<usize> {
        members.iter().filter_map(|id| column.binary_search(id).ok()).collect()
    };
    let items = plan.items.iter().map(|item| {
        let height = PITCH * item.works.len() as f64;
        (height, side(&plan.left, &item.members), side(&plan.right, &item.members))
    });
    order(
        &Columns { left: plan.left.len(), right: plan.right.len(), outer_height: OUTER_HEIGHT, items: items.collect() },
        SEED,
    )
}

fn draw(corpus: &Corpus, plan: &Plan, order: &Order, shown: Shown, options: &Options) -> Result<(Figure, f64), Error> {
    let mut words = words(corpus, plan, options);
    let (mut marks, top) = frame::head(&words, options);
    let Scene { marks: body, bottom } = compose_scene(corpus, plan, order, shown, top, options);
    words.notes.extend(frame::cut_note(&body));
    words.drawn = frame::institutions_in(&body);
    marks.extend(body);
    let (foot, end) = frame::foot(corpus, &words, &entries(corpus, plan, options), bottom + 8.0, options);
    marks.extend(foot);
    let figure = frame::figure(&words, marks, end, options)?;
    Ok((figure, end + 2.0 * frame::MARGIN))
}

fn entries(corpus: &Corpus, plan: &Plan, options: &Options) -> Vec<Entry> {
    let language = options.language;
    let shown = plan.left.iter().chain(&plan.right);
    let mut entries = legend::sectors(shown.map(|&id| corpus.institution(id).sector()), options.theme(), language);
    if !entries.is_empty() {
        let is_all = |id: &InstitutionId| shown_works(plan, *id) == corpus.works_of(*id).len();
        let is_whole = plan.left.iter().chain(&plan.right).all(is_all);
        let counted = if is_whole { Counted::All } else { Counted::Shown };
        entries.push(legend::numbers(options.kind(corpus), counted, language));
    }
    if plan.items.iter().any(|item| item.members.len() > 1) {
        let text = match language {
            Language::Both => "굵게 = 공동 (bold = joint)".to_owned(),
            _ if options.kind(corpus) == WorkKind::Model => {
                wording::first(language, "Bold = joint", "굵게 = 공동 개발")
            }
            _ => wording::first(language, "Bold = joint", "굵게 = 공동"),
        };
        entries.push(Entry::new(Symbol::None, text));
    }
    entries
}
