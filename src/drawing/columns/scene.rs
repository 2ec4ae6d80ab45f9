//! Vertical layout of the bipartite view, and its marks in paint order: headers, edges, works, institutions.

use crate::answer::language::Language;
use crate::answer::mark::{Mark, MarkGroup, TextAnchor, TextLine};
use crate::corpus::Corpus;
use crate::corpus::institution::InstitutionId;
use crate::drawing::columns::content::{BipartiteContent, WorkBlock};
use crate::drawing::columns::edges::edges;
use crate::drawing::columns::fit::{fit, radius, shown_works};
use crate::drawing::columns::isotonic::isotonic;
use crate::drawing::columns::name_detail::NameDetail;
use crate::drawing::columns::order::LayerOrder;
use crate::drawing::columns::page::BipartitePage;
use crate::drawing::columns::pills::{institution_marks, work_pills};
use crate::drawing::columns::text::in_sentence;
use crate::drawing::encoding::{form, half_height};
use crate::drawing::frame::Options;
use crate::drawing::kind::WorkKind;
use crate::drawing::theme::NARROW_BELOW_MM;
use crate::geometry::{Point, Rect};
use crate::message;
use crate::messages::{Localizer, Message};

/// Pitch of the works, in points.
pub const PITCH: f64 = 15.5;

/// Gap between institutions, in points.
const INSTITUTION_GAP: f64 = 3.0;

/// Marks of the drawing and its lower edge.
#[derive(Clone, Debug, PartialEq)]
pub struct BipartiteScene {
    /// Marks in paint order.
    pub marks: Vec<Mark>,
    /// Y below all marks.
    pub bottom: f64,
}

/// Draws the content in the given order below `top`.
#[must_use]
pub fn compose_scene(
    corpus: &Corpus,
    content: &BipartiteContent,
    order: &LayerOrder,
    detail: NameDetail,
    top: f64,
    options: &Options,
) -> BipartiteScene {
    let fit = fit(corpus, content, detail, options);
    let (blocks, outer) = oriented(corpus, content, order);
    let headers = top + if top > 0.0 { 12.0 } else { options.roles().legend };
    let body = headers + 5.0;
    let mut page = BipartitePage {
        corpus,
        content,
        options,
        fit,
        blocks,
        outer,
        boxes: vec![Vec::new(); content.blocks.len()],
        middles: [vec![0.0; content.left.len()], vec![0.0; content.right.len()]],
    };
    if content.blocks.is_empty() {
        return empty_scene(options.kind(corpus), options, headers);
    }
    let bottom = position(&mut page, body);
    let mut marks = column_headers(&page, headers);
    marks.push(edges(&page).into());
    marks.push(work_pills(&page).into());
    marks.push(institution_marks(&page).into());
    BipartiteScene { marks, bottom }
}

/// An empty figure says in a sentence why it is empty.
fn empty_scene(kind: WorkKind, options: &Options, baseline: f64) -> BipartiteScene {
    let words = Localizer::in_each(options.language, &message!("figures-bipartite-empty", kind = kind));
    let text = TextLine::new(words, Point::new(0.0, baseline), options.roles().subtitle, options.theme().ink);
    BipartiteScene { marks: vec![text.into()], bottom: baseline + 4.0 }
}

/// The order, reversed where works would get earlier downwards; neighbouring works of one institution are sorted by
/// date.
fn oriented(corpus: &Corpus, content: &BipartiteContent, order: &LayerOrder) -> (Vec<usize>, [Vec<usize>; 2]) {
    let mut blocks = order.blocks.clone();
    let mut outer = [order.left.clone(), order.right.clone()];
    if trend(corpus, content, &blocks) < 0.0 {
        blocks.reverse();
        outer.iter_mut().for_each(|column| column.reverse());
    }
    let single_member = |block: &WorkBlock| (block.members.len() == 1).then(|| block.members[0]);
    for run in blocks.chunk_by_mut(|&a, &b| {
        single_member(&content.blocks[a]).is_some()
            && single_member(&content.blocks[a]) == single_member(&content.blocks[b])
    }) {
        run.sort_by_key(|&block| content.blocks[block].works[0]);
    }
    (blocks, outer)
}

/// Covariance of position and date, unnormalized: positive when works get later downwards.
fn trend(corpus: &Corpus, content: &BipartiteContent, blocks: &[usize]) -> f64 {
    let center = (blocks.len() as f64 - 1.0) / 2.0;
    let year = |block: usize| {
        let date = corpus.date(content.blocks[block].works[0])?;
        Some(f64::from(date.year_number()) * 12.0 + f64::from(date.month_number().unwrap_or(6)))
    };
    let dated: Vec<(f64, f64)> = blocks
        .iter()
        .enumerate()
        .filter_map(|(position, &block)| Some((position as f64 - center, year(block)?)))
        .collect();
    let mean = dated.iter().map(|(_, year)| year).sum::<f64>() / dated.len().max(1) as f64;
    dated.iter().map(|(position, year)| position * (year - mean)).sum()
}

/// Heights in points: pill, gap after a block, gap within a block, extra space around a block.
#[derive(Clone, Copy)]
struct RowHeights {
    pill: f64,
    gap: f64,
    within: f64,
    around: f64,
}

impl RowHeights {
    fn at(width_mm: f64) -> Self {
        if width_mm < NARROW_BELOW_MM {
            Self { pill: 10.0, gap: 3.2, within: 1.2, around: 1.2 }
        } else {
            Self { pill: 11.5, gap: 4.0, within: 1.2, around: 1.5 }
        }
    }

    fn block(self, works: usize) -> f64 {
        let works = works as f64;
        let block = if works > 1.0 { (works - 1.0) * self.within + 2.0 * self.around } else { 0.0 };
        works * self.pill + block
    }
}

/// Assigns the y coordinates of all rows; returns the lower edge of the longest column.
fn position(page: &mut BipartitePage<'_>, top: f64) -> f64 {
    let rows = RowHeights::at(page.options.width());
    let content = page.content;
    let count = content.blocks.len();
    let bare: f64 = content.blocks.iter().map(|block| rows.block(block.works.len())).sum();
    let center = bare + rows.gap * count.saturating_sub(1) as f64;
    let heights = [0, 1].map(|side| heights(page, side));
    let columns = heights
        .each_ref()
        .map(|column| column.iter().sum::<f64>() + INSTITUTION_GAP * column.len().saturating_sub(1) as f64);
    let height = center.max(columns[0]).max(columns[1]);
    // Where an outer column is longer, gaps between blocks grow up to threefold and the blocks are centred.
    let gap = if count > 1 { ((height - bare) / (count - 1) as f64).min(3.0 * rows.gap) } else { 0.0 };
    let set = bare + gap * count.saturating_sub(1) as f64;
    let mut y = top + (height - set) / 2.0;
    for position in 0..count {
        let block = page.blocks[position];
        let works = content.blocks[block].works.len();
        let mut row = y + if works > 1 { rows.around } else { 0.0 };
        page.boxes[block] = (0..works)
            .map(|_| {
                let pill = Rect::new(page.fit.pills.0, row, page.fit.pills.1, row + rows.pill);
                row += rows.pill + rows.within;
                pill
            })
            .collect();
        y += rows.block(works) + gap;
    }
    for side in [0, 1] {
        let middles = spread(page, side, &heights[side], top, top + height);
        page.middles[side] = middles;
    }
    top + height
}

/// Height of each institution of a side: the larger of its mark and its label, in points.
fn heights(page: &BipartitePage<'_>, side: usize) -> Vec<f64> {
    let roles = page.options.roles();
    let one = |(index, id): (usize, &InstitutionId)| {
        let r = radius(page.options).of(shown_works(page.content, *id));
        let mark = 2.0 * half_height(form(page.corpus.institution(*id).sector()), r);
        mark.max(page.fit.labels[side][index].size(&roles).1)
    };
    page.side(side).iter().enumerate().map(one).collect()
}

/// Y of the institutions of a side: the mean of their blocks, separated by isotonic regression in their order.
fn spread(page: &BipartitePage<'_>, side: usize, heights: &[f64], top: f64, bottom: f64) -> Vec<f64> {
    let order = &page.outer[side];
    let mean = |index: usize| {
        let id = page.side(side)[index];
        let of = page.content.blocks.iter().enumerate().filter(|(_, block)| block.members.binary_search(&id).is_ok());
        let middles: Vec<f64> = of.map(|(block, _)| page.block_box(block).center().y).collect();
        (middles.iter().sum::<f64>() / middles.len().max(1) as f64, middles.len() as f64)
    };
    let wanted: Vec<(f64, f64)> = order.iter().map(|&index| mean(index)).collect();
    let gaps: Vec<f64> =
        order.windows(2).map(|pair| (heights[pair[0]] + heights[pair[1]]) / 2.0 + INSTITUTION_GAP).collect();
    let (Some(&first), Some(&last)) = (order.first(), order.last()) else { return Vec::new() };
    let positions = isotonic(
        &wanted.iter().map(|pair| pair.0).collect::<Vec<_>>(),
        &wanted.iter().map(|pair| pair.1).collect::<Vec<_>>(),
        &gaps,
        top + heights[first] / 2.0,
        bottom - heights[last] / 2.0,
    );
    let mut middles = vec![0.0; order.len()];
    for (&index, position) in order.iter().zip(positions) {
        middles[index] = position;
    }
    middles
}

/// Header of a column: x, alignment, the text and its short form.
type ColumnHeader = (f64, TextAnchor, Message, Message);

/// Column headers in the longest form without overlap.
fn column_headers(page: &BipartitePage<'_>, baseline: f64) -> Vec<Mark> {
    let options = page.options;
    let (language, width, kind) = (options.language, options.inner_width(), options.kind(page.corpus));
    let (left, left_short) = match &page.content.home {
        Some(home) => (
            message!("figures-bipartite-header-home", country = in_sentence(home)),
            // The country stands for the institutions in it.
            message!("figures-country", country = home),
        ),
        None => (message!("figures-bipartite-header"), message!("figures-bipartite-header")),
    };
    let is_unknown = page.content.right.iter().any(|&id| page.corpus.institution(id).country().is_none());
    // Works without an institution at home are nobody's partnership with one.
    let is_partner = |block: &WorkBlock| block.members.iter().any(|id| page.content.left.contains(id));
    let right = if is_unknown {
        message!("figures-bipartite-header-abroad-unknown")
    } else if page.content.blocks.iter().all(is_partner) {
        message!("figures-bipartite-header-abroad")
    } else {
        message!("figures-bipartite-header-institutions-abroad")
    };
    let pills = (page.fit.pills.0 + page.fit.pills.1) / 2.0;
    let works = message!("figures-bipartite-header-works", kind = kind);
    let mut headers: Vec<ColumnHeader> =
        vec![(0.0, TextAnchor::Start, left, left_short), (pills, TextAnchor::Middle, works.clone(), works)];
    if !page.content.right.is_empty() {
        headers.push((width, TextAnchor::End, right, message!("figures-legend-abroad")));
    }
    let text = |x: f64, anchor: TextAnchor, words: String| {
        let muted = options.theme().muted;
        TextLine::new(words, Point::new(x, baseline), options.roles().legend, muted).bold().anchored(anchor)
    };
    let set = |words: &dyn Fn(&ColumnHeader) -> String| -> Vec<TextLine> {
        headers.iter().map(|header| text(header.0, header.1, words(header))).collect()
    };
    let long = set(&|header| Localizer::in_each(language, &header.2));
    let are_disjoint =
        |texts: &[TextLine]| texts.windows(2).all(|pair| pair[0].reserved().right + 4.0 < pair[1].reserved().left);
    let short = || set(&|header| Localizer::in_each(language, &header.3));
    let one_language = || set(&|header| Localizer::for_figures(language).render(&header.2));
    let chosen = if are_disjoint(&long) {
        long
    } else {
        Some(short()).filter(|texts| language == Language::Both && are_disjoint(texts)).unwrap_or_else(one_language)
    };
    vec![MarkGroup::new("columns", chosen.into_iter().map(Mark::Text).collect()).into()]
}
