//! Models and the institutions behind them, in three columns: home institutions | models | partners abroad.
//!
//! Models of the same institutions form one block with a bracket and one bundle of edges. Where the data know
//! no home and abroad there are two columns. Above [`MAX_WORKS`] models or [`MAX_INSTITUTIONS`]
//! institutions the strongest part is drawn and the source line says what was left out. With places from
//! elsewhere ([`Bipartite::fixed_positions`]) it is a diagram of nodes and lines instead.

pub(crate) mod fixed_positions;

use std::collections::BTreeMap;

use crate::answer::figure::{Error, Figure};
use crate::answer::language::Language;
use crate::corpus::Corpus;
use crate::corpus::country::Country;
use crate::corpus::institution::InstitutionId;
use crate::drawing::columns::content::{BipartiteContent, most_frequent_country, select_content};
use crate::drawing::columns::fit::shown_works;
use crate::drawing::columns::order::{LayerOrder, LayeredGraph, minimize_crossings};
use crate::drawing::columns::scene::{BipartiteScene, NameDetail, PITCH, compose_scene};
use crate::drawing::columns::text::figure_text;
use crate::drawing::frame::{self, Options};
use crate::drawing::kind::WorkKind;
use crate::drawing::legend::{self, CountScope, LegendEntry, Symbol};
use crate::drawing::map::Sketch;
use crate::drawing::subgraph::Subgraph;
use crate::drawing::wording;
use crate::geometry::Point;
use crate::network::counting::Projection;
use crate::network::graph::Network;
use crate::selection::choice::Choice;

/// Models shown at most.
pub const MAX_WORKS: usize = 40;

/// Institutions shown at most.
pub const MAX_INSTITUTIONS: usize = 40;

/// Highest figure in points: 235 mm, a page with header and caption.
pub const MAX_HEIGHT: f64 = 235.0 * crate::answer::figure::POINTS_PER_MM;

/// Height of an institution with its gap, as the order of the columns takes it, in points.
const OUTER_HEIGHT: f64 = 18.0;

/// Seed of the order of the columns.
const SEED: u64 = 17;

/// What this view can be told beside what every view can.
#[derive(Clone, Debug, PartialEq)]
pub struct Bipartite {
    /// Country of the left column; `None`: the one with the most works.
    pub home: Option<Country>,
    /// Models shown at most; [`MAX_WORKS`].
    pub max_works: usize,
    /// Institutions shown at most; [`MAX_INSTITUTIONS`].
    pub max_institutions: usize,
    /// Places of the marks of [`sketch`] by their keys, on any scale, y downwards; `None`: columns.
    pub fixed_positions: Option<BTreeMap<String, Point>>,
}

impl Default for Bipartite {
    fn default() -> Self {
        Self { home: None, max_works: MAX_WORKS, max_institutions: MAX_INSTITUTIONS, fixed_positions: None }
    }
}

/// Draws the bipartite figure of a corpus.
///
/// # Errors
///
/// [`Error::NotFinite`] never in practice: every corpus, an empty one too, has its figure.
pub fn compose(corpus: &Corpus, view: &Bipartite, options: &Options) -> Result<Figure, Error> {
    compose_subgraph(&Network::one_mode(corpus, Projection::default()), &Choice::default(), view, options)
}

/// The same of a part of the network: its institutions and their works. `(+n)` after a work counts the partners
/// outside of the part.
///
/// # Errors
///
/// As [`compose`].
pub fn compose_subgraph(
    network: &Network<'_>,
    spec: &Choice,
    view: &Bipartite,
    options: &Options,
) -> Result<Figure, Error> {
    let corpus = network.corpus();
    let subgraph = Subgraph::of(network, spec);
    let home = view.home.clone().or_else(|| most_frequent_country(corpus));
    if let Some(fixed_positions) = &view.fixed_positions {
        let content = candidate_content(corpus, view, &subgraph, options.kind(corpus));
        if content.works > 0 {
            return fixed_positions::compose(content, view, fixed_positions, &subgraph, (corpus, options));
        }
    }
    let (content, detail) = largest_fitting(corpus, home.as_ref(), view, &subgraph, options)?;
    let order = layer_order(&content);
    Ok(draw(corpus, &content, &order, detail, options)?.0)
}

/// The marks that the figure would show, for a layout of one's own: ids of institutions, and `team-…` for the models of
/// one set of institutions.
#[must_use]
pub fn sketch(corpus: &Corpus, view: &Bipartite) -> Sketch {
    let network = Network::one_mode(corpus, Projection::default());
    sketch_subgraph(&network, &Choice::default(), view)
}

/// The same of a part of the network.
#[must_use]
pub fn sketch_subgraph(network: &Network<'_>, spec: &Choice, view: &Bipartite) -> Sketch {
    let corpus = network.corpus();
    fixed_positions::sketch(
        corpus,
        &candidate_content(corpus, view, &Subgraph::of(network, spec), WorkKind::of(corpus)),
    )
}

fn candidate_content(
    corpus: &Corpus,
    view: &Bipartite,
    subgraph: &Subgraph<'_, '_>,
    kind: WorkKind,
) -> BipartiteContent {
    let home = view.home.clone().or_else(|| most_frequent_country(corpus));
    select_content(corpus, home.as_ref(), view.max_works.max(1), view.max_institutions.max(2), (subgraph, kind))
}

/// The largest part that is no higher than a page; names in one language where two are too high. Heights do
/// not depend on the order, so none is searched for here.
fn largest_fitting(
    corpus: &Corpus,
    home: Option<&Country>,
    view: &Bipartite,
    subgraph: &Subgraph<'_, '_>,
    options: &Options,
) -> Result<(BipartiteContent, NameDetail), Error> {
    let mut max_works = view.max_works.max(1);
    loop {
        let content =
            select_content(corpus, home, max_works, view.max_institutions.max(2), (subgraph, options.kind(corpus)));
        let identity = LayerOrder {
            left: (0..content.left.len()).collect(),
            blocks: (0..content.blocks.len()).collect(),
            right: (0..content.right.len()).collect(),
            crossings: 0,
        };
        for detail in [NameDetail::Full, NameDetail::OneLanguage] {
            let (_, height) = draw(corpus, &content, &identity, detail, options)?;
            if height <= MAX_HEIGHT {
                return Ok((content, detail));
            }
        }
        if content.works <= 1 {
            return Ok((content, NameDetail::OneLanguage));
        }
        // Too high even with one language: fewer models.
        max_works = content.works - (content.works / 10).max(1);
    }
}

fn layer_order(content: &BipartiteContent) -> LayerOrder {
    let side = |column: &[InstitutionId], members: &[_]| -> Vec<usize> {
        members.iter().filter_map(|id| column.binary_search(id).ok()).collect()
    };
    let blocks = content.blocks.iter().map(|block| {
        let height = PITCH * block.works.len() as f64;
        (height, side(&content.left, &block.members), side(&content.right, &block.members))
    });
    minimize_crossings(
        &LayeredGraph {
            left: content.left.len(),
            right: content.right.len(),
            outer_height: OUTER_HEIGHT,
            blocks: blocks.collect(),
        },
        SEED,
    )
}

fn draw(
    corpus: &Corpus,
    content: &BipartiteContent,
    order: &LayerOrder,
    detail: NameDetail,
    options: &Options,
) -> Result<(Figure, f64), Error> {
    let mut text = figure_text(corpus, content, options);
    let (mut marks, top) = frame::header(&text, options);
    let BipartiteScene { marks: body, bottom } = compose_scene(corpus, content, order, detail, top, options);
    text.notes.extend(frame::truncation_note(&body));
    text.drawn_institutions = frame::institutions_in(&body);
    marks.extend(body);
    let (footer, end) = frame::footer(corpus, &text, &legend_entries(corpus, content, options), bottom + 8.0, options);
    marks.extend(footer);
    let figure = frame::figure(&text, marks, end, options)?;
    Ok((figure, end + 2.0 * frame::MARGIN))
}

fn legend_entries(corpus: &Corpus, content: &BipartiteContent, options: &Options) -> Vec<LegendEntry> {
    let language = options.language;
    let detail = content.left.iter().chain(&content.right);
    let mut legend_entries =
        legend::sector_entries(detail.map(|&id| corpus.institution(id).sector()), options.theme(), language);
    if !legend_entries.is_empty() {
        let is_all = |id: &InstitutionId| shown_works(content, *id) == corpus.works_of(*id).len();
        let is_complete = content.left.iter().chain(&content.right).all(is_all);
        let counted = if is_complete { CountScope::All } else { CountScope::Shown };
        legend_entries.push(legend::number_entry(options.kind(corpus), counted, language));
    }
    if content.blocks.iter().any(|block| block.members.len() > 1) {
        let text = match language {
            Language::Both => "굵게 = 공동 (bold = joint)".to_owned(),
            _ if options.kind(corpus) == WorkKind::Model => {
                wording::first(language, "Bold = joint", "굵게 = 공동 개발")
            }
            _ => wording::first(language, "Bold = joint", "굵게 = 공동"),
        };
        legend_entries.push(LegendEntry::new(Symbol::None, text));
    }
    legend_entries
}
