//! Bipartite view: works and their institutions in three columns: home institutions, works, institutions abroad.
//!
//! Works of the same institutions form one block with a bracket and one bundle of edges. Without countries on both
//! sides there are two columns. Above [`MAX_WORKS`] works or [`MAX_INSTITUTIONS`] institutions the strongest part is
//! drawn and the source line says what is excluded. With positions from outside ([`Bipartite::fixed_positions`]) it is
//! a node-link diagram.

pub(crate) mod fixed_positions;

use crate::answer::figure::{Error, Figure};
use crate::corpus::Corpus;
use crate::corpus::country::Country;
use crate::corpus::institution::InstitutionId;
use crate::drawing::columns::content::{BipartiteContent, most_frequent_country, select_content};
use crate::drawing::columns::fit::{radius, shown_works};
use crate::drawing::columns::name_detail::NameDetail;
use crate::drawing::columns::order::{LayerOrder, LayeredGraph, minimize_crossings};
use crate::drawing::columns::scene::{BipartiteScene, PITCH, compose_scene};
use crate::drawing::columns::text::{columns_description, figure_text};
use crate::drawing::frame::{self, Options};
use crate::drawing::kind::WorkKind;
use crate::drawing::legend::{self, CountScope, LegendEntry, Symbol};
use crate::drawing::map::LayoutGraph;
use crate::drawing::subgraph::Subgraph;
use crate::geometry::Point;
use crate::message;
use crate::messages::Localizer;
use crate::network::counting::Projection;
use crate::network::graph::Network;
use crate::selection::subgraph::SubgraphSpec;
use std::collections::BTreeMap;

/// Default limit of works.
pub const MAX_WORKS: usize = 40;

/// Default limit of institutions.
pub const MAX_INSTITUTIONS: usize = 40;

/// Largest height of the figure in points: 235 mm, a page with header and caption.
pub const MAX_HEIGHT: f64 = 235.0 * crate::answer::figure::POINTS_PER_MM;

/// Height of an institution with its gap that the crossing minimization assumes, in points.
const OUTER_HEIGHT: f64 = 18.0;

/// Seed of the crossing minimization.
const SEED: u64 = 17;

/// Options of the bipartite view.
#[derive(Clone, Debug, PartialEq)]
pub struct Bipartite {
    /// Country of the left column; `None`: the country with the most works.
    pub home: Option<Country>,
    /// Largest number of works; by default [`MAX_WORKS`].
    pub max_works: usize,
    /// Largest number of institutions; by default [`MAX_INSTITUTIONS`].
    pub max_institutions: usize,
    /// Positions by the keys of [`sketch`], on any scale, y downwards; `None`: columns.
    pub fixed_positions: Option<BTreeMap<String, Point>>,
}

impl Default for Bipartite {
    fn default() -> Self {
        Self { home: None, max_works: MAX_WORKS, max_institutions: MAX_INSTITUTIONS, fixed_positions: None }
    }
}

/// Bipartite figure of a corpus; an empty corpus has a figure as well.
///
/// # Errors
///
/// When the marks do not form a valid figure; see [`Figure::new`].
pub fn compose(corpus: &Corpus, view: &Bipartite, options: &Options) -> Result<Figure, Error> {
    compose_subgraph(&Network::one_mode(corpus, Projection::default()), &SubgraphSpec::default(), view, options)
}

/// Bipartite figure of a subgraph: its institutions and their works. `(+n)` after a work counts its institutions
/// outside of the subgraph.
///
/// # Errors
///
/// As [`compose`].
pub fn compose_subgraph(
    network: &Network<'_>,
    spec: &SubgraphSpec,
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

/// Keys, labels and edges of the marks, as input of an external layout: ids of institutions, and `team-…` for the
/// works of one set of institutions.
#[must_use]
pub fn sketch(corpus: &Corpus, view: &Bipartite) -> LayoutGraph {
    let network = Network::one_mode(corpus, Projection::default());
    sketch_subgraph(&network, &SubgraphSpec::default(), view)
}

/// [`sketch`] of a subgraph.
#[must_use]
pub fn sketch_subgraph(network: &Network<'_>, spec: &SubgraphSpec, view: &Bipartite) -> LayoutGraph {
    let corpus = network.corpus();
    fixed_positions::sketch(corpus, &candidate_content(corpus, view, &Subgraph::of(network, spec), corpus.work_kind()))
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

/// Content with the most works whose figure is at most [`MAX_HEIGHT`] high; names in one language where two are too
/// high. Heights do not depend on the order of the rows, so the identity order serves.
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
        // Too high with one language as well: fewer works.
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
    let description = columns_description(corpus, content, options.kind(corpus));
    let mut text = figure_text(corpus, content, description, options);
    let (mut marks, top) = frame::header(&text, options);
    let BipartiteScene { marks: body, bottom } = compose_scene(corpus, content, order, detail, top, options);
    text.extend_notes(frame::truncation_note(&body));
    text.drawn_institutions = frame::institutions_in(&body);
    marks.extend(body);
    let (footer, end) =
        frame::footer(corpus, &mut text, &legend_entries(corpus, content, options), bottom + 8.0, options);
    marks.extend(footer);
    let figure = frame::figure(&text, marks, end, options)?;
    Ok((figure, end + 2.0 * frame::MARGIN))
}

fn legend_entries(corpus: &Corpus, content: &BipartiteContent, options: &Options) -> Vec<LegendEntry> {
    let language = options.language;
    let detail = content.left.iter().chain(&content.right);
    let mut legend_entries =
        legend::sector_entries(detail.map(|&id| corpus.institution(id).sector()), options.theme(), language);
    if content.left.len() + content.right.len() > 0 {
        let is_all = |id: &InstitutionId| shown_works(content, *id) == corpus.works_of(*id).len();
        let is_complete = content.left.iter().chain(&content.right).all(is_all);
        let counted = if is_complete { CountScope::All } else { CountScope::Shown };
        legend_entries.push(legend::number_entry(options.kind(corpus), counted, language));
        let numbers = content.left.iter().chain(&content.right).map(|&id| shown_works(content, id));
        legend_entries.extend(legend::equal_sizes(radius(options), numbers, options.kind(corpus), language));
    }
    if content.blocks.iter().any(|block| block.members.len() > 1) {
        let text = Localizer::in_each(language, &message!("figures-bipartite-legend-joint"));
        legend_entries.push(LegendEntry::new(Symbol::None, text));
    }
    legend_entries
}
