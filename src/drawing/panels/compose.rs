//! Panels as a figure: one layout, the panels in rows, legend and caption.

use crate::answer::figure::{Error, Figure, POINTS_PER_MM};
use crate::answer::mark::{Mark, MarkGroup, TextLine};
use crate::drawing::frame::{self, MARGIN, MIN_WIDTH_MM, Options};
use crate::drawing::map::detailed::{extent, stack_below, translate};
use crate::drawing::map::detailed_content::DetailedConstraints;
use crate::drawing::map::layout_choice;
use crate::drawing::map::mark_encoding::{MarkEncoding, SizeEncoding};
use crate::drawing::map::plan::MapPlan;
use crate::drawing::panels::captions;
use crate::drawing::panels::choice;
use crate::drawing::panels::content::{DrawnPart, PanelLayout, PanelSet};
use crate::drawing::panels::paint::PanelPainter;
use crate::drawing::theme::NARROW_BELOW_MM;
use crate::geometry::{Point, Rect};
use crate::messages::Localizer;
use crate::network::counting::Projection;
use crate::network::graph::Network;
use crate::selection::subgraph::{SubgraphSpec, select};

/// Institutions that a panel of 85 mm can show; in proportion to the width.
const PER_PANEL: f64 = 22.0;
const PANEL_MM: f64 = 85.0;
/// Height from which a panel of that width can show them, in millimetres.
const LEAST_HEIGHT_MM: f64 = 75.0;
/// Most height of a figure in millimetres: a page with its header and a caption.
const MAX_HEIGHT_MM: f64 = 235.0;
/// Height that title, legend and caption take, in points.
const TEXT_HEIGHT: f64 = 95.0;
/// Gap between panels in a row and between rows, in points.
const GAP: f64 = 12.0;
/// Height of a panel's title, in points.
const TITLE_HEIGHT: f64 = 15.0;

/// Panels of a set. The layout is that of the detailed map.
///
/// # Errors
///
/// When the marks are no valid figure; see [`Figure::new`].
pub fn compose(set: &PanelSet, options: &Options) -> Result<Figure, Error> {
    let columns = columns(set.panels.len(), options);
    let panel_points = (options.inner_width() - GAP * (columns - 1) as f64) / columns as f64;
    let panel_mm = ((panel_points + 2.0 * MARGIN) / POINTS_PER_MM).max(MIN_WIDTH_MM);
    let rows = set.panels.len().div_ceil(columns).max(1);
    let height = panel_height(rows, options);
    let spread_height_mm = Some((height + TEXT_HEIGHT) / POINTS_PER_MM);
    let panel_options = Options { width_mm: panel_mm, spread_height_mm, ..options.clone() };
    let area = (panel_mm / PANEL_MM) * (height / POINTS_PER_MM / LEAST_HEIGHT_MM).min(1.0);
    let limit = set.top.unwrap_or(usize::MAX).min((PER_PANEL * area).max(2.0) as usize);
    let drawn = choice::choose(set, limit);
    let layout = layout(set, &drawn, &panel_options);
    let painter = PanelPainter::new(set, &drawn, &layout, &panel_options);
    let mut text = captions::text(set, &drawn, &layout, options);
    let (mut marks, top) = frame::header(&text, options);
    let mut bottom = top;
    for (number, panel) in set.panels.iter().enumerate() {
        let (row, column) = (number / columns, number % columns);
        let left = column as f64 * (panel_points + GAP);
        let upper = top + 5.0 + row as f64 * (layout.size.1 + TITLE_HEIGHT + GAP);
        let title = Localizer::in_each(options.language, &panel.title);
        let size = panel_options.roles().subtitle;
        let at = Point::new(left, upper + 0.9 * size);
        let title = crate::drawing::wording::ellipsized(&title, size, crate::typography::Weight::Bold, panel_points);
        let mut panel_marks: Vec<Mark> = vec![TextLine::new(title, at, size, options.theme().ink).bold().into()];
        panel_marks.extend(painter.panel(number, Point::new(left, upper + TITLE_HEIGHT)));
        marks.push(
            MarkGroup { data: vec![("panel", panel.key.clone())], ..MarkGroup::new("panel", panel_marks) }.into(),
        );
        bottom = upper + TITLE_HEIGHT + layout.size.1;
    }
    text.drawn_institutions = frame::institutions_in(&marks);
    text.extend_notes(frame::truncation_note(&marks));
    let entries = captions::legend(set, &drawn, &layout, options);
    let (footer, end) = frame::footer(&drawn.corpus, &mut text, &entries, bottom + 7.0, options);
    marks.extend(footer);
    frame::figure(&text, marks, end, options)
}

/// Height of the layout of a panel, in points: rows share a page, or the height that was asked for.
fn panel_height(rows: usize, options: &Options) -> f64 {
    let page = options.spread_height_mm.unwrap_or(MAX_HEIGHT_MM).min(MAX_HEIGHT_MM) * POINTS_PER_MM;
    ((page - TEXT_HEIGHT) / rows as f64 - TITLE_HEIGHT - GAP).max(60.0)
}

/// Panels in a row: as many as leave each the width of a column of a page.
fn columns(panels: usize, options: &Options) -> usize {
    let fit = if options.width() < NARROW_BELOW_MM { 1 } else { (options.width() / (PANEL_MM - 2.0)) as usize };
    let fit = fit.clamp(1, panels.max(1));
    // Rows of equal length where possible: four panels are two by two.
    let rows = panels.div_ceil(fit).max(1);
    panels.div_ceil(rows).max(1)
}

fn layout(set: &PanelSet, drawn: &DrawnPart, options: &Options) -> PanelLayout {
    let network = Network::one_mode(&drawn.corpus, Projection::default());
    let plan = MapPlan::of(&network, &select(&network, &SubgraphSpec::default()));
    let works = plan.institutions.iter().map(|&id| {
        let original = drawn.original.get(&id).copied();
        (id, original.map(|one| set.most_works(one) as f64))
    });
    let size = set.works.has_works().then(|| SizeEncoding::of_works(works.collect()));
    let plan = MapPlan { encoding: MarkEncoding { size, color: None }, home_country: None, headline: None, ..plan };
    let constraints = DetailedConstraints::default();
    let layout = layout_choice::choose_layout(&drawn.corpus, &plan, &constraints, options);
    let (plan, content, mut components) = (layout.plan, layout.content, layout.components);
    stack_below(&mut components, 0.0, options);
    let size = match components.iter().filter_map(extent).reduce(Rect::union) {
        Some(all) => {
            components.iter_mut().for_each(|component| translate(component, 0.0, -all.top));
            (all.width(), all.height())
        }
        None => (0.0, 0.0),
    };
    PanelLayout { plan, content, components, size }
}
