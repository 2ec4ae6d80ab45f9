//! Partnerships that a map has no line for: a ring around the marks that have them.
//!
//! A mark without a line must mean an institution without partners in the picture. Where a team is too large or there
//! are too many of them, its members say so themselves, beside the caption.

use crate::answer::language::Language;
use crate::answer::mark::{Color, Mark, NodeShape, Paint};
use crate::corpus::institution::InstitutionId;
use crate::corpus::table::Corpus;
use crate::corpus::work::WorkId;
use crate::drawing::encoding::shape;
use crate::drawing::legend::{Entry, Symbol};
use crate::drawing::theme::Theme;
use crate::drawing::wording::{both, count, first};
use crate::english::counted;
use crate::geometry::Point;

/// Width of the ring.
const WIDTH: f64 = 0.8;

/// For each institution the others in the picture that it works with in a team of `undrawn`, though no set of `drawn`
/// joins them. O(institutions² + pairs in the sets).
pub(crate) fn partners<'s>(
    institutions: usize,
    drawn: impl Iterator<Item = &'s [usize]>,
    undrawn: impl Iterator<Item = &'s [usize]>,
) -> Vec<usize> {
    let mut joined = vec![false; institutions * institutions];
    let mut left = joined.clone();
    drawn.for_each(|members| mark(&mut joined, institutions, members));
    undrawn.for_each(|members| mark(&mut left, institutions, members));
    let of = |one: usize| one * institutions..(one + 1) * institutions;
    (0..institutions).map(|one| of(one).filter(|&pair| left[pair] && !joined[pair]).count()).collect()
}

/// The teams of works as positions in ascending institutions, those of two or more.
pub(crate) fn teams(corpus: &Corpus, works: &[WorkId], institutions: &[InstitutionId]) -> Vec<Vec<usize>> {
    let at = |id: &InstitutionId| institutions.binary_search(id).ok();
    let team = |&work: &WorkId| corpus.institutions_of(work).iter().filter_map(at).collect::<Vec<_>>();
    works.iter().map(team).filter(|members| members.len() > 1).collect()
}

fn mark(pairs: &mut [bool], institutions: usize, members: &[usize]) {
    for &a in members {
        for &b in members.iter().filter(|&&b| b != a) {
            pairs[a * institutions + b] = true;
        }
    }
}

/// How far the ring reaches beyond a mark, its gap of `gap` points included.
pub(crate) fn reach(partners: usize, gap: f64) -> f64 {
    if partners > 0 { gap + WIDTH } else { 0.0 }
}

/// The ring around a mark, on the colour of the page.
pub(crate) fn ring(form: NodeShape, at: Point, r: f64, gap: f64, theme: &Theme) -> Mark {
    shape(form, at, r + gap + WIDTH / 2.0, Paint::fill(theme.page).outlined(theme.muted, WIDTH))
}

/// What the tooltip of a mark says of them, after the number of its works.
pub(crate) fn told(partners: usize, language: Language) -> String {
    if partners == 0 {
        return String::new();
    }
    first(
        language,
        format!(", {} here without a line", counted(partners, "partner", "partners")),
        format!(", 선이 없는 협력 기관 {}곳", count(partners)),
    )
}

/// The entry of the legend.
pub(crate) fn entry(color: Color, ring: Color, language: Language) -> Entry {
    Entry::new(Symbol::Ringed(color, ring), both(language, "partners without a line", "선이 없는 협력 있음"))
}

/// What the caption says of so many marks: English and Korean.
pub(crate) fn note(partners: &[usize]) -> Option<(String, String)> {
    let ringed = partners.iter().filter(|partners| **partners > 0).count();
    (ringed > 0).then(|| {
        (
            format!(
                "Ringed: {} with partners here that no line shows.",
                counted(ringed, "institution", "institutions")
            ),
            format!("고리를 두른 기관 {}곳: 그리지 않은 협력이 더 있음.", count(ringed)),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pairs_without_any_line_count() {
        let (drawn, undrawn) = ([vec![0, 1], vec![2, 3, 4]], [vec![0, 1, 2], vec![2, 3]]);
        let found = partners(6, drawn.iter().map(Vec::as_slice), undrawn.iter().map(Vec::as_slice));
        assert_eq!(found, [1, 1, 2, 0, 0, 0]);
    }
}
