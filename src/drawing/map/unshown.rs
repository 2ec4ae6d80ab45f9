//! Partnerships without a line in a map: a ring around the marks that have them.
//!
//! A mark without a line would otherwise look like an institution without partners in the figure, although its team is
//! too large to be drawn, or one of too many.

use crate::answer::language::Language;
use crate::answer::mark::{Color, Mark, NodeShape, Paint};
use crate::corpus::institution::InstitutionId;
use crate::corpus::table::Corpus;
use crate::corpus::work::WorkId;
use crate::drawing::encoding::shape;
use crate::drawing::legend::{LegendEntry, Symbol};
use crate::drawing::theme::Theme;
use crate::geometry::Point;
use crate::message;
use crate::messages::{Localizer, Message};
use crate::network::graph::Network;
use crate::selection::Selection;

/// Stroke width of the ring, in points.
const WIDTH: f64 = 0.8;

/// For each institution the number of others that share a set of `undrawn` with it, but none of `drawn`. Sets are indices of
/// institutions. O(institutions² + pairs in the sets) time, O(institutions²) space.
pub(crate) fn undrawn_partner_counts<'s>(
    institutions: usize,
    drawn: impl Iterator<Item = &'s [usize]>,
    undrawn: impl Iterator<Item = &'s [usize]>,
) -> Vec<usize> {
    let mut drawn_pairs = vec![false; institutions * institutions];
    let mut undrawn_pairs = drawn_pairs.clone();
    drawn.for_each(|members| mark(&mut drawn_pairs, institutions, members));
    undrawn.for_each(|members| mark(&mut undrawn_pairs, institutions, members));
    let row_of = |institution: usize| institution * institutions..(institution + 1) * institutions;
    (0..institutions)
        .map(|institution| row_of(institution).filter(|&pair| undrawn_pairs[pair] && !drawn_pairs[pair]).count())
        .collect()
}

/// Teams of works as indices into `institutions` (ascending), those of two or more members.
pub(crate) fn teams(corpus: &Corpus, works: &[WorkId], institutions: &[InstitutionId]) -> Vec<Vec<usize>> {
    let at = |id: &InstitutionId| institutions.binary_search(id).ok();
    let team = |&work: &WorkId| corpus.institutions_of(work).iter().filter_map(at).collect::<Vec<_>>();
    works.iter().map(team).filter(|members| members.len() > 1).collect()
}

/// Teams above the cap of partners, as indices into `institutions`. None where the subgraph omits ties between its nodes:
/// what was chosen by weight has no tie for pairs of such teams alone.
pub(crate) fn above_cap(
    network: &Network<'_>,
    subgraph: &Selection,
    institutions: &[InstitutionId],
) -> Vec<Vec<usize>> {
    if network.excluded().is_empty() || omitted_ties(network, subgraph) > 0 {
        return Vec::new();
    }
    teams(network.corpus(), network.excluded(), institutions)
}

/// Number of ties between the subgraph's nodes that it omits.
pub(crate) fn omitted_ties(network: &Network<'_>, subgraph: &Selection) -> usize {
    Selection::induced(network, subgraph.nodes.iter().copied()).ties.len() - subgraph.ties.len()
}

fn mark(pairs: &mut [bool], institutions: usize, members: &[usize]) {
    for &a in members {
        for &b in members.iter().filter(|&&b| b != a) {
            pairs[a * institutions + b] = true;
        }
    }
}

/// Extent of the ring beyond a mark, including its gap, in points; 0 without such partners.
pub(crate) fn reach(partners: usize, gap: f64) -> f64 {
    if partners > 0 { gap + WIDTH } else { 0.0 }
}

/// Ring around a mark of radius `r`, filled in the colour of the page.
pub(crate) fn ring(form: NodeShape, at: Point, r: f64, gap: f64, theme: &Theme) -> Mark {
    shape(form, at, r + gap + WIDTH / 2.0, Paint::fill(theme.page).outlined(theme.muted, WIDTH))
}

/// Tooltip of a mark, with the number of its partners without a line.
pub(crate) fn tooltip(tooltip: String, partners: usize, language: Language) -> String {
    if partners == 0 {
        return tooltip;
    }
    Localizer::for_figures(language).render(&message!("map-unshown-tooltip", tooltip = tooltip, count = partners))
}

/// Legend entry of the ring.
pub(crate) fn legend_entry(color: Color, ring: Color, language: Language) -> LegendEntry {
    LegendEntry::new(Symbol::Ringed(color, ring), Localizer::in_each(language, &message!("map-legend-unshown")))
}

/// Caption note on the ringed marks; `None` when there are none.
pub(crate) fn note(partners: &[usize]) -> Option<Message> {
    let ringed = partners.iter().filter(|partners| **partners > 0).count();
    (ringed > 0).then(|| message!("map-unshown", count = ringed))
}

/// Caption note where the ringed marks are those without any line; `None` when there are none.
pub(crate) fn lineless_note(partners: &[usize]) -> Option<Message> {
    let ringed = partners.iter().filter(|partners| **partners > 0).count();
    (ringed > 0).then(|| message!("map-unshown-lineless", count = ringed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pairs_without_a_line_are_counted() {
        let (drawn, undrawn) = ([vec![0, 1], vec![2, 3, 4]], [vec![0, 1, 2], vec![2, 3]]);
        let counts = undrawn_partner_counts(6, drawn.iter().map(Vec::as_slice), undrawn.iter().map(Vec::as_slice));
        assert_eq!(counts, [1, 1, 2, 0, 0, 0]);
    }
}
