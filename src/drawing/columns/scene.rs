//! The bipartite drawing: heights of all rows, then edges, models and institutions.

use crate::answer::korean::{Particle, attach};
use crate::answer::language::Language;
use crate::answer::mark::{Mark, MarkGroup, TextAnchor, TextLine};
use crate::corpus::Corpus;
use crate::corpus::institution::InstitutionId;
use crate::drawing::columns::edges::edges;
use crate::drawing::columns::fit::{Fit, fit, radius, shown_works};
use crate::drawing::columns::order::Order;
use crate::drawing::columns::pills::{institutions, models};
use crate::drawing::columns::plan::{Item, Plan};
use crate::drawing::columns::spread::isotonic;
use crate::drawing::columns::words::in_sentence;
use crate::drawing::encoding::{form, half_height};
use crate::drawing::frame::Options;
use crate::drawing::kind::WorkKind;
use crate::drawing::theme::NARROW_BELOW_MM;
use crate::drawing::wording;
use crate::geometry::{Point, Rect};

/// Height of a model with the gap after it, in points.
pub const PITCH: f64 = 15.5;

/// Gap between institutions, in points.
const INSTITUTION_GAP: f64 = 3.0;

/// How much of the names there is room for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// As the options say.
    Full,
    /// Names in one language, because two do not fit the height of a page.
    OneLanguage,
}

/// The marks of a drawing and where they end.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// The marks, the lowest first.
    pub marks: Vec<Mark>,
    /// The y below all of them.
    pub bottom: f64,
}

/// Everything that edges, models and institutions need to know of the page.
pub struct Page<'p> {
    /// The facts.
    pub corpus: &'p Corpus,
    /// What is shown.
    pub plan: &'p Plan,
    /// Theme, type, language.
    pub options: &'p Options,
    /// Across the page.
    pub fit: Fit,
    /// Items from top to bottom.
    pub items: Vec<usize>,
    /// Outer nodes from top to bottom, left and right; indices into the plan's columns.
    pub outer: [Vec<usize>; 2],
    /// Box of each work of each item.
    pub boxes: Vec<Vec<Rect>>,
    /// Middle of each outer node.
    pub middles: [Vec<f64>; 2],
}

impl Page<'_> {
    /// Ids of the institutions of a side.
    #[must_use]
    pub fn side(&self, side: usize) -> &[InstitutionId] {
        if side == 0 { &self.plan.left } else { &self.plan.right }
    }

    /// Middle and radius of an institution's mark.
    #[must_use]
    pub fn node(&self, side: usize, index: usize) -> (Point, f64) {
        let r = radius(self.options).of(shown_works(self.plan, self.side(side)[index]));
        (Point::new(self.fit.nodes[side], self.middles[side][index]), r)
    }

    /// The whole box of an item.
    #[must_use]
    pub fn item_box(&self, item: usize) -> Rect {
        let boxes = &self.boxes[item];
        boxes.iter().copied().reduce(Rect::union).unwrap_or_default()
    }
}

/// Draws a plan in an order, below `top`.
#[must_use]
pub fn compose_scene(corpus: &Corpus, plan: &Plan, order: &Order, shown: Shown, top: f64, options: &Options) -> Scene {
    let fit = fit(corpus, plan, shown, options);
    let (items, outer) = settled(corpus, plan, order);
    let heads = top + if top > 0.0 { 12.0 } else { options.roles().legend };
    let body = heads + 5.0;
    let mut page = Page {
        corpus,
        plan,
        options,
        fit,
        items,
        outer,
        boxes: vec![Vec::new(); plan.items.len()],
        middles: [vec![0.0; plan.left.len()], vec![0.0; plan.right.len()]],
    };
    if plan.items.is_empty() {
        return nothing(options.kind(corpus), options, heads);
    }
    let bottom = place(&mut page, body);
    let mut marks = column_heads(&page, heads);
    marks.push(edges(&page).into());
    marks.push(models(&page).into());
    marks.push(institutions(&page).into());
    Scene { marks, bottom }
}

/// Never an empty canvas: a sentence says why.
fn nothing(kind: WorkKind, options: &Options, baseline: f64) -> Scene {
    let words = wording::both(
        options.language,
        &format!("No {} with an institution.", kind.one()),
        &format!("기관이 적힌 {} 없다.", attach(kind.korean(), Particle::Subject)),
    );
    let text = TextLine::new(words, Point::new(0.0, baseline), options.roles().subtitle, options.theme().ink);
    Scene { marks: vec![text.into()], bottom: baseline + 4.0 }
}

/// The order from top to bottom: earlier works above, and neighbouring works of one institution by date.
fn settled(corpus: &Corpus, plan: &Plan, order: &Order) -> (Vec<usize>, [Vec<usize>; 2]) {
    let mut items = order.items.clone();
    let mut outer = [order.left.clone(), order.right.clone()];
    if trend(corpus, plan, &items) < 0.0 {
        items.reverse();
        outer.iter_mut().for_each(|column| column.reverse());
    }
    let alone = |item: &Item| (item.members.len() == 1).then(|| item.members[0]);
    for run in
        items.chunk_by_mut(|&a, &b| alone(&plan.items[a]).is_some() && alone(&plan.items[a]) == alone(&plan.items[b]))
    {
        run.sort_by_key(|&item| plan.items[item].works[0]);
    }
    (items, outer)
}

/// Above zero when works get later downwards.
fn trend(corpus: &Corpus, plan: &Plan, items: &[usize]) -> f64 {
    let middle = (items.len() as f64 - 1.0) / 2.0;
    let year = |item: usize| {
        let date = corpus.date(plan.items[item].works[0])?;
        Some(f64::from(date.year_number()) * 12.0 + f64::from(date.month_number().unwrap_or(6)))
    };
    let dated: Vec<(f64, f64)> =
        items.iter().enumerate().filter_map(|(place, &item)| Some((place as f64 - middle, year(item)?))).collect();
    let mean = dated.iter().map(|(_, year)| year).sum::<f64>() / dated.len().max(1) as f64;
    dated.iter().map(|(place, year)| place * (year - mean)).sum()
}

/// Heights of a pill, the gap after an item, the gap within a block, the extra around a block.
#[derive(Clone, Copy)]
struct Rows {
    pill: f64,
    gap: f64,
    within: f64,
    around: f64,
}

impl Rows {
    fn at(width_mm: f64) -> Self {
        if width_mm < NARROW_BELOW_MM {
            Self { pill: 10.0, gap: 3.2, within: 1.2, around: 1.2 }
        } else {
            Self { pill: 11.5, gap: 4.0, within: 1.2, around: 1.5 }
        }
    }

    fn item(self, works: usize) -> f64 {
        let works = works as f64;
        let block = if works > 1.0 { (works - 1.0) * self.within + 2.0 * self.around } else { 0.0 };
        works * self.pill + block
    }
}

/// Gives every row its height; returns where the longest column ends.
fn place(page: &mut Page<'_>, top: f64) -> f64 {
    let rows = Rows::at(page.options.width());
    let plan = page.plan;
    let count = plan.items.len();
    let bare: f64 = plan.items.iter().map(|item| rows.item(item.works.len())).sum();
    let middle = bare + rows.gap * count.saturating_sub(1) as f64;
    let heights = [0, 1].map(|side| heights(page, side));
    let columns = heights
        .each_ref()
        .map(|column| column.iter().sum::<f64>() + INSTITUTION_GAP * column.len().saturating_sub(1) as f64);
    let tall = middle.max(columns[0]).max(columns[1]);
    // Rows are let out a little where an outer column is longer, and set in its middle.
    let gap = if count > 1 { ((tall - bare) / (count - 1) as f64).min(3.0 * rows.gap) } else { 0.0 };
    let set = bare + gap * count.saturating_sub(1) as f64;
    let mut y = top + (tall - set) / 2.0;
    for position in 0..count {
        let item = page.items[position];
        let works = plan.items[item].works.len();
        let mut row = y + if works > 1 { rows.around } else { 0.0 };
        page.boxes[item] = (0..works)
            .map(|_| {
                let pill = Rect::new(page.fit.pills.0, row, page.fit.pills.1, row + rows.pill);
                row += rows.pill + rows.within;
                pill
            })
            .collect();
        y += rows.item(works) + gap;
    }
    for side in [0, 1] {
        let middles = spread(page, side, &heights[side], top, top + tall);
        page.middles[side] = middles;
    }
    top + tall
}

/// Height that each institution of a side needs for its mark and its label.
fn heights(page: &Page<'_>, side: usize) -> Vec<f64> {
    let roles = page.options.roles();
    let one = |(index, id): (usize, &InstitutionId)| {
        let r = radius(page.options).of(shown_works(page.plan, *id));
        let mark = 2.0 * half_height(form(page.corpus.institution(*id).sector()), r);
        mark.max(page.fit.labels[side][index].size(&roles).1)
    };
    page.side(side).iter().enumerate().map(one).collect()
}

/// Middles of the institutions of a side: at the mean of their works, in their order, apart.
fn spread(page: &Page<'_>, side: usize, heights: &[f64], top: f64, bottom: f64) -> Vec<f64> {
    let order = &page.outer[side];
    let mean = |index: usize| {
        let id = page.side(side)[index];
        let of = page.plan.items.iter().enumerate().filter(|(_, item)| item.members.binary_search(&id).is_ok());
        let middles: Vec<f64> = of.map(|(item, _)| page.item_box(item).center().y).collect();
        (middles.iter().sum::<f64>() / middles.len().max(1) as f64, middles.len() as f64)
    };
    let wanted: Vec<(f64, f64)> = order.iter().map(|&index| mean(index)).collect();
    let gaps: Vec<f64> =
        order.windows(2).map(|pair| (heights[pair[0]] + heights[pair[1]]) / 2.0 + INSTITUTION_GAP).collect();
    let (Some(&first), Some(&last)) = (order.first(), order.last()) else { return Vec::new() };
    let places = isotonic(
        &wanted.iter().map(|pair| pair.0).collect::<Vec<_>>(),
        &wanted.iter().map(|pair| pair.1).collect::<Vec<_>>(),
        &gaps,
        top + heights[first] / 2.0,
        bottom - heights[last] / 2.0,
    );
    let mut middles = vec![0.0; order.len()];
    for (&index, place) in order.iter().zip(places) {
        middles[index] = place;
    }
    middles
}

/// Place, alignment and the English and Korean words over a column.
type Head = (f64, TextAnchor, String, String);

/// What stands over the columns.
fn column_heads(page: &Page<'_>, baseline: f64) -> Vec<Mark> {
    let options = page.options;
    let (language, width, kind) = (options.language, options.inner_width(), options.kind(page.corpus));
    let left = match page.plan.home.as_ref().map(|home| home.names()) {
        Some((english, korean)) => (format!("Institutions in {}", in_sentence(english)), format!("{korean} 기관")),
        None => ("Institutions".to_owned(), "기관".to_owned()),
    };
    let unknown = page.plan.right.iter().any(|&id| page.corpus.institution(id).country().is_none());
    let right =
        if unknown { ("Abroad or unstated", "해외·미상 기관") } else { ("Partners abroad", "해외 기관") };
    let pills = (page.fit.pills.0 + page.fit.pills.1) / 2.0;
    let mut heads: Vec<Head> = vec![(0.0, TextAnchor::Start, left.0, left.1)];
    heads.push((pills, TextAnchor::Middle, kind.heading().to_owned(), kind.korean().to_owned()));
    if !page.plan.right.is_empty() {
        heads.push((width, TextAnchor::End, right.0.to_owned(), right.1.to_owned()));
    }
    let text = |x: f64, anchor: TextAnchor, words: String| {
        let muted = options.theme().muted;
        TextLine::new(words, Point::new(x, baseline), options.roles().legend, muted).bold().anchored(anchor)
    };
    let set = |both: bool| -> Vec<TextLine> {
        let words = |english: &str, korean: &str| {
            if both { wording::both(language, english, korean) } else { wording::first(language, english, korean) }
        };
        heads.iter().map(|(x, anchor, english, korean)| text(*x, *anchor, words(english, korean))).collect()
    };
    let long = set(true);
    let apart =
        |texts: &[TextLine]| texts.windows(2).all(|pair| pair[0].reserved().right + 4.0 < pair[1].reserved().left);
    // In one column the country, or what the column is, stands for the institutions in it.
    let brief = || -> Vec<TextLine> {
        let home = page.plan.home.as_ref().map_or(("Institutions", "기관"), |home| home.names());
        let words = [home, (kind.heading(), kind.korean()), ("Abroad", "해외")];
        let said = |(head, (english, korean)): (&Head, (&str, &str))| {
            text(head.0, head.1, wording::both(language, english, korean))
        };
        heads.iter().zip(words).map(said).collect()
    };
    let chosen = if apart(&long) {
        long
    } else {
        Some(brief()).filter(|texts| language == Language::Both && apart(texts)).unwrap_or_else(|| set(false))
    };
    vec![MarkGroup::new("columns", chosen.into_iter().map(Mark::Text).collect()).into()]
}
