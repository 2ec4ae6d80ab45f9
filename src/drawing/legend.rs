//! Legend below the drawing: entries in rows or columns, for encodings that occur.

use crate::answer::language::{Language, LanguageChoice};
use crate::answer::mark::{Color, Mark, MarkGroup, NodeShape, Paint, PathSegment, TextLine};
use crate::corpus::institution::Sector;
use crate::drawing::encoding::{Radius, Stroke, form, half_width, shape};
use crate::drawing::kind::{TieMeasure, WorkKind};
use crate::drawing::theme::{Theme, TypeScale};
use crate::drawing::weight_text::weight_text;
use crate::geometry::{Point, Rect};
use crate::message;
use crate::messages::{List, Localizer, Message};
use crate::typography::{self, Weight};

/// Symbol of a legend entry.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Symbol {
    /// None: the entry is a note in the muted colour.
    None,
    /// Filled shape.
    Filled(NodeShape, Color),
    /// Outlined shape.
    Outlined(NodeShape, Color),
    /// Ring, as around the focus of the figure.
    Ring(Color),
    /// Disc in a ring; disc and ring colour.
    Ringed(Color, Color),
    /// Line with its stroke width in points.
    Line(Color, f64),
    /// The same in dashes.
    Dashed(Color, f64),
    /// Pill of works.
    Pill,
    /// Tint of a triangle.
    Triangle,
    /// Disc with its radius in points, for sizes.
    Disc(f64),
    /// Cross of marks without a size.
    Cross(Color),
}

/// Legend entry.
#[derive(Clone, Debug, PartialEq)]
pub struct LegendEntry {
    /// Symbol before the text.
    pub symbol: Symbol,
    /// Text.
    pub text: String,
    /// Flow.
    pub flow: Flow,
}

/// Flow of the entries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Flow {
    /// In rows, one after another.
    #[default]
    Row,
    /// In columns of equal width.
    Column,
}

impl LegendEntry {
    /// An entry in rows.
    #[must_use]
    pub fn new(symbol: Symbol, text: impl Into<String>) -> Self {
        Self { symbol, text: text.into(), flow: Flow::Row }
    }

    /// The entry in columns.
    #[must_use]
    pub fn in_column(self) -> Self {
        Self { flow: Flow::Column, ..self }
    }
}

/// Radius of the symbols, in points.
pub const SYMBOL_RADIUS: f64 = 3.2;
/// Gap between symbol and text, in points.
const SYMBOL_GAP: f64 = 3.2;
/// Gap between entries, in points.
const ENTRY_GAP: f64 = 8.5;
/// Height of a row, in points.
pub const ROW_HEIGHT: f64 = 9.5;

/// One entry for each shape that occurs, with the sectors that occur in it.
#[must_use]
pub fn sector_entries(
    occurring: impl IntoIterator<Item = Option<Sector>>,
    theme: &Theme,
    language: Language,
) -> Vec<LegendEntry> {
    let mut occurring: Vec<Option<Sector>> = occurring.into_iter().collect();
    // Unknown comes last.
    occurring.sort_by_key(|sector| (sector.is_none(), *sector));
    occurring.dedup();
    // Where nothing is known the shape tells nothing.
    if occurring.iter().all(Option::is_none) {
        return Vec::new();
    }
    let entry = |shape: NodeShape| {
        let of_shape: Vec<Option<Sector>> = occurring.iter().copied().filter(|&sector| form(sector) == shape).collect();
        let symbol = Symbol::Filled(shape, theme.sector(*of_shape.first()?));
        let labels = of_shape.iter().enumerate().map(|(position, &sector)| sector_label(sector, position == 0));
        let label = message!("figures-legend-sectors", sectors = List::comma(labels));
        Some(LegendEntry::new(symbol, Localizer::in_each(language, &label)))
    };
    [NodeShape::Circle, NodeShape::Square, NodeShape::Diamond, NodeShape::Hexagon]
        .into_iter()
        .filter_map(entry)
        .collect()
}

/// Label of a sector in a legend.
fn sector_label(sector: Option<Sector>, is_first: bool) -> Message {
    let position = if is_first { "first" } else { "other" };
    match sector {
        Some(Sector::Education) => message!("figures-legend-education", position = position),
        Some(Sector::Facility) => message!("figures-legend-facility", position = position),
        Some(Sector::Company) => message!("figures-legend-company", position = position),
        Some(Sector::Government) => message!("figures-legend-government", position = position),
        Some(Sector::Healthcare) => message!("figures-legend-healthcare", position = position),
        Some(Sector::Nonprofit) => message!("figures-legend-nonprofit", position = position),
        Some(Sector::Archive) => message!("figures-legend-archive", position = position),
        Some(Sector::Collective) => message!("figures-legend-collective", position = position),
        Some(Sector::Other) => message!("figures-legend-other", position = position),
        None => message!("figures-legend-unknown", position = position),
    }
}

/// Entry that explains the numbers in nodes.
#[must_use]
pub fn number_entry(kind: WorkKind, counted: CountScope, language: Language) -> LegendEntry {
    let numbers = match counted {
        CountScope::All => message!("figures-legend-numbers", kind = kind),
        CountScope::Shown => message!("figures-legend-numbers-shown", kind = kind),
    };
    LegendEntry::new(Symbol::None, Localizer::in_each(language, &numbers))
}

/// A note as an entry for each language, as two in one line are too wide for a column.
#[must_use]
pub fn notes(text: &Message, language: Language) -> Vec<LegendEntry> {
    let languages = match language.choice() {
        LanguageChoice::Both => [Language::Korean, Language::English].map(|one| language.switched(one)).to_vec(),
        _ => vec![language],
    };
    let entry = |one| LegendEntry::new(Symbol::None, Localizer::new(one).render(text));
    languages.into_iter().map(entry).collect()
}

/// Entry on marks of equal size that stand for different numbers of works; none where there are no such marks.
#[must_use]
pub fn equal_sizes(
    radius: Radius,
    work_counts: impl IntoIterator<Item = usize>,
    kind: WorkKind,
    language: Language,
) -> Vec<LegendEntry> {
    let limit = radius.limit();
    match work_counts.into_iter().max().filter(|&largest| largest > limit && kind.has_works()) {
        Some(largest) => {
            let text = message!("figures-legend-equal-sizes", count = limit, largest = largest, kind = kind);
            notes(&text, language)
        }
        None => Vec::new(),
    }
}

/// Entries on lines of equal width that stand for different weights: the thickest and the thinnest.
#[must_use]
pub fn equal_widths(stroke: Stroke, weights: &[f64], measure: TieMeasure, language: Language) -> Vec<LegendEntry> {
    let (low, high) = stroke.limits();
    // Beyond rounding.
    let is_thickest = weights.iter().any(|&weight| weight > high * (1.0 + 1e-9));
    let is_thinnest = weights.iter().any(|&weight| weight < low * (1.0 - 1e-9));
    let is_count = matches!(measure, TieMeasure::Works(_));
    let high = weight_text(if is_count { high.ceil() } else { high });
    let thickest = is_thickest.then(|| message!("figures-legend-thickest", number = high));
    let thinnest = is_thinnest.then(|| message!("figures-legend-thinnest", number = weight_text(low)));
    thickest.into_iter().chain(thinnest).flat_map(|text| notes(&text, language)).collect()
}

/// Works that a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountScope {
    /// All works of the data.
    All,
    /// The drawn works.
    Shown,
}

/// Sets the entries in rows at most `width` points wide, the first row centred at `center_y`. Returns the group and
/// the centre of the last row.
#[must_use]
pub fn compose(
    entries: &[LegendEntry],
    width: f64,
    center_y: f64,
    theme: &Theme,
    roles: &TypeScale,
) -> (MarkGroup, f64) {
    let flow_positions = flow_positions(entries, width, roles);
    let rows = flow_positions.last().map_or(1, |position| position.1 + 1);
    // Large discs increase the height of their row.
    let mut heights = vec![ROW_HEIGHT; rows];
    for (entry, (_, row)) in entries.iter().zip(&flow_positions) {
        if let Symbol::Disc(r) = entry.symbol {
            heights[*row] = heights[*row].max(2.0 * r + 2.0);
        }
    }
    let row_center = |row: usize| {
        let above: f64 = heights[..row].iter().sum();
        center_y - ROW_HEIGHT / 2.0 + above + heights[row] / 2.0
    };
    let mut marks = Vec::new();
    for (entry, &(x, row)) in entries.iter().zip(&flow_positions) {
        let y = row_center(row);
        marks.extend(symbol_mark(entry.symbol, Point::new(x, y), theme));
        let ink = if entry.symbol == Symbol::None { theme.muted } else { theme.ink };
        let at = Point::new(x + symbol_width(entry.symbol), y + crate::typography::BASELINE_OFFSET * roles.legend);
        marks.push(TextLine::new(&entry.text, at, roles.legend, ink).into());
    }
    let last = row_center(rows - 1) + (heights[rows - 1] - ROW_HEIGHT) / 2.0;
    (MarkGroup { data: vec![("role", "legend".to_owned())], ..MarkGroup::new("legend", marks) }, last)
}

/// X and row of each entry.
fn flow_positions(entries: &[LegendEntry], width: f64, roles: &TypeScale) -> Vec<(f64, usize)> {
    let plain = |entry: &LegendEntry| typography::width(&entry.text, roles.legend, Weight::Regular);
    let step =
        |entry: &LegendEntry| symbol_width(entry.symbol) + plain(entry) + ENTRY_GAP.max(0.12 * plain(entry) + 1.0);
    let columned = entries.iter().filter(|entry| entry.flow == Flow::Column);
    let column = columned.map(step).fold(1.0, f64::max);
    let columns = ((width + ENTRY_GAP) / column).floor().max(1.0);
    let (mut x, mut row, mut before) = (0.0, 0, Flow::Row);
    let mut flow_positions = Vec::with_capacity(entries.len());
    for entry in entries {
        let is_full = match entry.flow {
            Flow::Row => x + symbol_width(entry.symbol) + plain(entry) > width,
            Flow::Column => before == Flow::Row || x + 1.0 > (width / columns).max(column) * columns,
        };
        if x > 0.0 && is_full {
            (x, row) = (0.0, row + 1);
        }
        flow_positions.push((x, row));
        x += if entry.flow == Flow::Row { step(entry) } else { (width / columns).max(column) };
        before = entry.flow;
    }
    flow_positions
}

fn symbol_width(symbol: Symbol) -> f64 {
    match symbol {
        Symbol::None => 0.0,
        Symbol::Filled(form, _) => 2.0 * half_width(form, SYMBOL_RADIUS) + SYMBOL_GAP,
        Symbol::Outlined(form, _) => 2.0 * half_width(form, SYMBOL_RADIUS) + SYMBOL_GAP,
        Symbol::Ring(_) | Symbol::Ringed(..) | Symbol::Cross(_) => 2.0 * SYMBOL_RADIUS + SYMBOL_GAP,
        Symbol::Line(..) | Symbol::Dashed(..) | Symbol::Pill => 13.0 + SYMBOL_GAP,
        Symbol::Triangle => 8.0 + SYMBOL_GAP,
        Symbol::Disc(r) => 2.0 * r + SYMBOL_GAP,
    }
}

fn symbol_mark(symbol: Symbol, left: Point, theme: &Theme) -> Option<Mark> {
    let at = |dx: f64| Point::new(left.x + dx, left.y);
    Some(match symbol {
        Symbol::None => return None,
        Symbol::Filled(form, color) => {
            shape(form, at(half_width(form, SYMBOL_RADIUS)), SYMBOL_RADIUS, Paint::fill(color))
        }
        Symbol::Outlined(form, color) => {
            let r = SYMBOL_RADIUS - 0.5;
            shape(form, at(half_width(form, SYMBOL_RADIUS)), r, Paint::fill(theme.page).outlined(color, 1.5))
        }
        Symbol::Ring(color) => {
            let paint = Paint { cap: Default::default(), ..Paint::line(color, 1.4) };
            Mark::Circle(at(SYMBOL_RADIUS), SYMBOL_RADIUS - 0.7, paint)
        }
        Symbol::Ringed(color, ring) => {
            let center_y = at(SYMBOL_RADIUS);
            let rim = Mark::Circle(center_y, SYMBOL_RADIUS - 0.4, Paint::fill(theme.page).outlined(ring, 0.8));
            let disc = Mark::Circle(center_y, SYMBOL_RADIUS - 1.6, Paint::fill(color));
            MarkGroup::new("", vec![rim, disc]).into()
        }
        Symbol::Line(color, width) => {
            // A round cap extends the line by half its width.
            let inset = (width / 2.0).min(5.0);
            let steps = vec![PathSegment::Move(at(inset)), PathSegment::Line(at(13.0 - inset))];
            Mark::Path(steps, Paint::line(color, width))
        }
        Symbol::Dashed(color, width) => {
            let dash = |from: f64| [PathSegment::Move(at(from)), PathSegment::Line(at(from + 3.4))];
            let steps = [0.0, 4.8, 9.6].into_iter().flat_map(dash).collect();
            Mark::Path(steps, Paint { cap: Default::default(), ..Paint::line(color, width) })
        }
        Symbol::Pill => {
            let body = Rect::around(at(6.5), 13.0, 7.0);
            Mark::Rect(body, 3.5, Paint::fill(theme.panel).outlined(theme.edge, 0.8))
        }
        Symbol::Triangle => {
            let (low, high) = (left.y + 3.2, left.y - 3.4);
            let steps = vec![
                PathSegment::Move(Point::new(left.x, low)),
                PathSegment::Line(Point::new(left.x + 8.0, low)),
                PathSegment::Line(Point::new(left.x + 4.0, high)),
                PathSegment::Close,
            ];
            Mark::Path(steps, Paint::fill(theme.edge).filled_at(0.35))
        }
        Symbol::Disc(r) => Mark::Circle(at(r), r, Paint::fill(theme.muted)),
        Symbol::Cross(color) => crate::drawing::encoding::cross(at(SYMBOL_RADIUS), color),
    })
}
