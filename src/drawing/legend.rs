//! The legend: one or more rows under the drawing, only of what occurs.

use crate::answer::language::Language;
use crate::answer::mark::{Color, Mark, MarkGroup, NodeShape, Paint, PathSegment, TextLine};
use crate::corpus::institution::Sector;
use crate::drawing::encoding::{form, half_width, shape};
use crate::drawing::kind::WorkKind;
use crate::drawing::theme::{Theme, Type};
use crate::drawing::wording::{both, first};
use crate::geometry::{Point, Rect};
use crate::typography::{self, Weight};

/// What stands before the text of an entry.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Symbol {
    /// Nothing: the entry is a note in muted ink.
    None,
    /// A filled form.
    Filled(NodeShape, Color),
    /// An outlined form.
    Outlined(NodeShape, Color),
    /// A ring: around the institution that a figure is about.
    Ring(Color),
    /// A disc in a ring: a mark that says something more.
    Ringed(Color, Color),
    /// A line of a width.
    Line(Color, f64),
    /// A model pill.
    Pill,
    /// The tint of a triangle.
    Triangle,
    /// A disc of a radius, for sizes.
    Disc(f64),
}

/// One entry.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// What stands before the text.
    pub symbol: Symbol,
    /// The text.
    pub text: String,
    /// Where it stands.
    pub flow: Flow,
}

/// How entries follow each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Flow {
    /// One after the other.
    #[default]
    Row,
    /// Under each other, in columns of one width.
    Column,
}

impl Entry {
    /// An entry.
    #[must_use]
    pub fn new(symbol: Symbol, text: impl Into<String>) -> Self {
        Self { symbol, text: text.into(), flow: Flow::Row }
    }

    /// The same in columns.
    #[must_use]
    pub fn in_column(self) -> Self {
        Self { flow: Flow::Column, ..self }
    }
}

/// Radius of the symbols in points.
pub const SYMBOL_RADIUS: f64 = 3.2;
/// Space between symbol and text.
const AFTER_SYMBOL: f64 = 3.2;
/// Space between entries.
const BETWEEN: f64 = 8.5;
/// Height of a row.
pub const ROW: f64 = 9.5;

/// Entries for the sectors that occur, in the order of the theme.
#[must_use]
pub fn sectors(occurring: impl IntoIterator<Item = Option<Sector>>, theme: &Theme, language: Language) -> Vec<Entry> {
    let mut seen = [false; 5];
    for sector in occurring {
        seen[sector.map_or(4, |sector| Sector::ALL.iter().position(|one| *one == sector).unwrap_or(4))] = true;
    }
    let mut entries = Vec::new();
    let labels = [("University", "대학"), ("Company", "기업"), ("Public lab", "공공연구기관")];
    for (index, (english, korean)) in labels.into_iter().enumerate() {
        if seen[index] {
            let sector = Some(Sector::ALL[index]);
            let symbol = Symbol::Filled(form(sector), theme.sector(sector));
            entries.push(Entry::new(symbol, both(language, english, korean)));
        }
    }
    let other = match (seen[3], seen[4]) {
        (true, true) => Some(("Collective, unstated", "연구 공동체·유형 미상")),
        (true, false) => Some(("Collective", "연구 공동체")),
        (false, true) => Some(("Unstated", "유형 미상")),
        (false, false) => None,
    };
    if let Some((english, korean)) = other {
        let symbol = Symbol::Filled(NodeShape::Hexagon, theme.sector(None));
        entries.push(Entry::new(symbol, both(language, english, korean)));
    }
    entries
}

/// The entry that tells what the numbers in nodes are: all works of an institution, or those in the picture alone.
#[must_use]
pub fn numbers(kind: WorkKind, counted: Counted, language: Language) -> Entry {
    let (english, korean) = (kind.many(), kind.korean());
    let text = match (counted, language) {
        (Counted::All, Language::Both) => format!("숫자 = {korean} 수 ({english})"),
        (Counted::Shown, Language::Both) => format!("숫자 = 그림에 있는 {korean} 수 ({english} shown here)"),
        (Counted::All, one) => first(one, format!("Number = {english}"), format!("숫자 = {korean} 수")),
        (Counted::Shown, one) => {
            first(one, format!("Number = {english} shown here"), format!("숫자 = 그림에 있는 {korean} 수"))
        }
    };
    Entry::new(Symbol::None, text)
}

/// Which works a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// All of the data.
    All,
    /// Those in the picture.
    Shown,
}

/// Sets the entries in rows no wider than `width`, the middle of the first row at `middle`. Returns the
/// group and the middle of the last row.
#[must_use]
pub fn compose(entries: &[Entry], width: f64, middle: f64, theme: &Theme, roles: &Type) -> (MarkGroup, f64) {
    let places = places(entries, width, roles);
    let rows = places.last().map_or(1, |place| place.1 + 1);
    // Large discs push their row away from those above and below.
    let mut heights = vec![ROW; rows];
    for (entry, (_, row)) in entries.iter().zip(&places) {
        if let Symbol::Disc(r) = entry.symbol {
            heights[*row] = heights[*row].max(2.0 * r + 2.0);
        }
    }
    let middle_of = |row: usize| {
        let above: f64 = heights[..row].iter().sum();
        middle - ROW / 2.0 + above + heights[row] / 2.0
    };
    let mut marks = Vec::new();
    for (entry, &(x, row)) in entries.iter().zip(&places) {
        let y = middle_of(row);
        marks.extend(draw(entry.symbol, Point::new(x, y), theme));
        let ink = if entry.symbol == Symbol::None { theme.muted } else { theme.ink };
        let at = Point::new(x + symbol_width(entry.symbol), y + crate::typography::MIDDLE * roles.legend);
        marks.push(TextLine::new(&entry.text, at, roles.legend, ink).into());
    }
    let last = middle_of(rows - 1) + (heights[rows - 1] - ROW) / 2.0;
    (MarkGroup { data: vec![("role", "legend".to_owned())], ..MarkGroup::new("legend", marks) }, last)
}

/// Left end and row of each entry.
fn places(entries: &[Entry], width: f64, roles: &Type) -> Vec<(f64, usize)> {
    let plain = |entry: &Entry| typography::width(&entry.text, roles.legend, Weight::Regular);
    let step = |entry: &Entry| symbol_width(entry.symbol) + plain(entry) + BETWEEN.max(0.12 * plain(entry) + 1.0);
    let columned = entries.iter().filter(|entry| entry.flow == Flow::Column);
    let column = columned.map(step).fold(1.0, f64::max);
    let columns = ((width + BETWEEN) / column).floor().max(1.0);
    let (mut x, mut row, mut before) = (0.0, 0, Flow::Row);
    let mut places = Vec::with_capacity(entries.len());
    for entry in entries {
        let full = match entry.flow {
            Flow::Row => x + symbol_width(entry.symbol) + plain(entry) > width,
            Flow::Column => before == Flow::Row || x + 1.0 > (width / columns).max(column) * columns,
        };
        if x > 0.0 && full {
            (x, row) = (0.0, row + 1);
        }
        places.push((x, row));
        x += if entry.flow == Flow::Row { step(entry) } else { (width / columns).max(column) };
        before = entry.flow;
    }
    places
}

fn symbol_width(symbol: Symbol) -> f64 {
    match symbol {
        Symbol::None => 0.0,
        Symbol::Filled(form, _) => 2.0 * half_width(form, SYMBOL_RADIUS) + AFTER_SYMBOL,
        Symbol::Outlined(form, _) => 2.0 * half_width(form, SYMBOL_RADIUS) + AFTER_SYMBOL,
        Symbol::Ring(_) | Symbol::Ringed(..) => 2.0 * SYMBOL_RADIUS + AFTER_SYMBOL,
        Symbol::Line(..) | Symbol::Pill => 13.0 + AFTER_SYMBOL,
        Symbol::Triangle => 8.0 + AFTER_SYMBOL,
        Symbol::Disc(r) => 2.0 * r + AFTER_SYMBOL,
    }
}

fn draw(symbol: Symbol, left: Point, theme: &Theme) -> Option<Mark> {
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
            let middle = at(SYMBOL_RADIUS);
            let rim = Mark::Circle(middle, SYMBOL_RADIUS - 0.4, Paint::fill(theme.page).outlined(ring, 0.8));
            let disc = Mark::Circle(middle, SYMBOL_RADIUS - 1.6, Paint::fill(color));
            MarkGroup::new("", vec![rim, disc]).into()
        }
        Symbol::Line(color, width) => {
            // A round end reaches half its width further out.
            let inset = (width / 2.0).min(5.0);
            let steps = vec![PathSegment::Move(at(inset)), PathSegment::Line(at(13.0 - inset))];
            Mark::Path(steps, Paint::line(color, width))
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
    })
}
