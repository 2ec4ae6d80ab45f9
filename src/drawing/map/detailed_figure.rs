//! Detailed map as a figure: title, arranged components, legend and notes.

use crate::answer::figure::{Error, Figure};
use crate::answer::positions::{NodePositions, snap_to_grid};
use crate::corpus::table::Corpus;
use crate::drawing::frame::{self, FigureText, Options};
use crate::drawing::map::FixedPlaces;
use crate::drawing::map::detailed::{
    NameStyle, component, extent, mark_content, resolve_texts, stack_below, translate, unlabeled_count,
};
use crate::drawing::map::detailed_content::{DetailedConstraints, EvidenceMode, MapComponent, MarkContent};
use crate::drawing::map::limits::MAX_DETAILED_NODES;
use crate::drawing::map::newcomers::Newcomers;
use crate::drawing::map::plan::MapPlan;
use crate::drawing::map::{captions, circular, layout_choice, paint, stable_layout, unshown};
use crate::geometry::{Point, Rect};
use crate::message;
use crate::messages::Message;
use crate::network::graph::Network;

/// Map of a plan; `excluded` are the caption notes on what the plan omits.
pub(crate) fn compose(
    network: &Network<'_>,
    plan: &MapPlan,
    mut excluded: Vec<Message>,
    (places, previous, newcomers): (FixedPlaces<'_>, Option<&NodePositions>, &Newcomers),
    options: &Options,
) -> Result<Figure, Error> {
    let corpus = network.corpus();
    if let Some((content, components)) =
        previous.and_then(|previous| components_from_previous(corpus, plan, previous, options))
    {
        let figure_text = figure_text(corpus, plan, (&content, &components, 0), excluded, options);
        return compose_figure(
            corpus,
            plan,
            (&content, components, VerticalPlacement::Fixed),
            (&figure_text, newcomers),
            options,
        );
    }
    let stretched = previous.map(NodePositions::points);
    let fixed_positions = places.positions.or(stretched.as_ref());
    let constraints = DetailedConstraints { fixed_positions, is_upright: places.is_upright, pills: None };
    if places.is_upright {
        excluded.push(message!("map-positions-given"));
    }
    let layout_choice::DetailedLayout { plan, content, components, dropped, untinted } =
        layout_choice::choose_layout(corpus, plan, &constraints, options);
    if dropped > 0 {
        excluded.push(circular::dropped_note(dropped));
    }
    let figure_text = figure_text(corpus, &plan, (&content, &components, untinted), excluded, options);
    compose_figure(
        corpus,
        &plan,
        (&content, components, VerticalPlacement::BelowTitle),
        (&figure_text, newcomers),
        options,
    )
}

/// Texts of the figure.
fn figure_text(
    corpus: &Corpus,
    plan: &MapPlan,
    (content, components, untinted): (&MarkContent, &[MapComponent], usize),
    mut excluded: Vec<Message>,
    options: &Options,
) -> FigureText {
    let kind = options.kind(corpus);
    let placed: usize = components.iter().map(|component| component.arrangement.notes.len()).sum();
    let unplaced = untinted + components.iter().map(|component| component.unplaced).sum::<usize>();
    let is_dense = components.iter().any(|component| component.bend.is_some()) || circular::is_dense(plan);
    // First, as a legend entry rests on it: a narrow caption may have no room for all.
    let rings = match plan.omits_ties {
        true => unshown::lineless_note(&content.unshown),
        false => unshown::note(&content.unshown),
    };
    excluded.splice(0..0, rings);
    excluded.extend(captions::unnamed_note(components.iter().map(unlabeled_count).sum()));
    if unplaced > 0 && !is_dense {
        excluded.push(message!("map-unplaced-evidence", count = unplaced, kind = kind));
    }
    let mut figure_text = captions::detailed(corpus, plan, content, placed > 0 || unplaced == 0, options);
    figure_text.extend_notes((is_dense && unplaced > 0).then(|| circular::note(unplaced, kind)));
    excluded.into_iter().for_each(|note| figure_text.exclude(note));
    figure_text
}

/// Vertical placement of the components.
#[derive(Clone, Copy, PartialEq, Eq)]
enum VerticalPlacement {
    BelowTitle,
    Fixed,
}

/// Figure of arranged components.
fn compose_figure(
    corpus: &Corpus,
    plan: &MapPlan,
    (content, mut components, how): (&MarkContent, Vec<MapComponent>, VerticalPlacement),
    (figure_text, newcomers): (&FigureText, &Newcomers),
    options: &Options,
) -> Result<Figure, Error> {
    let (mut marks, top) = frame::header(figure_text, options);
    let bottom = match (how, components.iter().filter_map(extent).reduce(Rect::union)) {
        (VerticalPlacement::Fixed, Some(all)) => {
            let offset = (top + 4.9 - all.top).max(0.0);
            components.iter_mut().for_each(|component| translate(component, 0.0, offset));
            all.bottom + offset
        }
        _ => stack_below(&mut components, top + 5.0, options),
    };
    let components: Vec<MapComponent> =
        components.into_iter().map(|component| on_grid(component, plan.mark_count())).collect();
    marks.extend(paint::marks(corpus, plan, content, &components, options));
    newcomers.underline(&mut marks, corpus, options.theme());
    let mut entries = captions::legend(corpus, plan, &content.radii, options);
    entries.extend(newcomers.legend_entry(options.theme(), options.language));
    let mut figure_text = FigureText { drawn_institutions: frame::institutions_in(&marks), ..figure_text.clone() };
    let (footer, end) = frame::footer(corpus, &mut figure_text, &entries, bottom + 7.0, options);
    marks.extend(footer);
    frame::figure(&figure_text, marks, end, options)
}

/// Rounds positions to a grid that the output represents exactly, so that a later figure can reproduce them.
fn on_grid(mut component: MapComponent, marks: usize) -> MapComponent {
    let grid = if marks > MAX_DETAILED_NODES { 0.1 } else { 0.01 };
    component.arrangement.points.iter_mut().for_each(|point| *point = snap_to_grid(*point, grid));
    component
}

/// Styles of names that are tried at the positions of an earlier figure.
const PREVIOUS_NAME_STYLES: [NameStyle; 3] = [NameStyle::ByWidth, NameStyle::Short, NameStyle::ShortMonolingual];

/// Height below the lowest mark of an earlier figure within which marks and names may be placed, in points.
const PREVIOUS_MARGIN: f64 = 400.0;

/// All marks as one component, those of an earlier figure at their positions; `None` when the earlier figure has none of
/// them, or they would overlap.
fn components_from_previous(
    corpus: &Corpus,
    plan: &MapPlan,
    previous: &NodePositions,
    options: &Options,
) -> Option<(MarkContent, Vec<MapComponent>)> {
    let mut known: Vec<Option<Point>> =
        (0..plan.mark_count()).map(|mark| previous.nodes.get(&plan.key(corpus, mark)).map(|spot| spot.at)).collect();
    let reach = known.iter().flatten().fold(0.0f64, |max, point| max.max(point.y));
    if known.iter().all(Option::is_none) {
        return None;
    }
    let mut best: Option<((usize, usize), MarkContent, MapComponent)> = None;
    for style in PREVIOUS_NAME_STYLES {
        let content = mark_content(corpus, plan, options, style);
        let mut component =
            component(corpus, plan, &content, options, EvidenceMode::Reserved, (0..plan.mark_count()).collect());
        stable_layout::clamp_to_page(&mut known, &component.scene.half_sizes, options.inner_width());
        if stable_layout::any_overlap(&known, &component.scene.half_sizes) {
            return None;
        }
        let (_, head) = frame::header(&captions::detailed(corpus, plan, &content, true, options), options);
        let marks = known.iter().zip(&component.scene.half_sizes);
        let highest = marks.filter_map(|(known, half)| Some((*known)?.y - half.1)).fold(f64::INFINITY, f64::min);
        let page = Rect::new(0.0, highest.min(head + 4.9), options.inner_width(), reach + PREVIOUS_MARGIN);
        component.arrangement = stable_layout::arrange(&component.scene, &known, page);
        resolve_texts(corpus, plan, &mut component, page, EvidenceMode::Reserved);
        let violations = (component.scene.violations(&component.arrangement, page), component.unplaced);
        if best.as_ref().is_none_or(|(lowest, _, _)| violations < *lowest) {
            best = Some((violations, content, component));
        }
        if violations == (0, 0) {
            break;
        }
    }
    best.map(|(_, content, component)| (content, vec![component]))
}
