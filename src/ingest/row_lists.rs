//! The lists of a row: cells of institutions, countries, sectors, criteria and domains → items.

use crate::corpus::country::Country;
use crate::ingest::commas::{Column, Taken};
use crate::names::absence;
use crate::names::authority::Authority;
use crate::normalize::list_literals;
use crate::normalize::lists::{Item, Separator, UNCERTAIN_MARKS, has_certain_mark, has_uncertain_mark, part, split};
use crate::normalize::text::trim;
use std::ops::Range;

/// How the cells of a row are split into lists.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RowLists<'r> {
    pub(crate) separator: &'r Separator,
    /// Names that hold separators, as [`whole_key`](crate::normalize::lists::whole_key) has them.
    pub(crate) whole: &'r [String],
    /// Names that are names although they look like placeholders.
    pub(crate) kept: &'r [String],
    pub(crate) authority: &'r Authority,
    /// What the column of institutions shows of commas, where it was profiled.
    pub(crate) column: Option<&'r Column>,
}

/// What was unexpected in the lists of a row.
#[derive(Debug, Default)]
pub(crate) struct SplitCells {
    /// What a comma in the cell of institutions was taken for, where it has one and no other mark.
    pub(crate) commas: Option<Taken>,
    /// Whether that rests on a profile of the column, which there is not yet.
    pub(crate) needs_profile: bool,
    /// Where placeholders stand in the cell of institutions; they are no items.
    pub(crate) placeholders: Vec<Range<usize>>,
}

/// Where the cells of a list stand in its text, if it stands in several; else none.
pub(crate) type ListParts = [Vec<Range<usize>>; 5];

impl RowLists<'_> {
    /// Splits lists that stand in several cells each: every cell by itself, and the lists beside the institutions with them
    /// where they have as many cells. O(bytes of the cells).
    pub(crate) fn split_parts(
        &self,
        (texts, parts): (&[&str; 5], &ListParts),
        work: &str,
        lists: &mut [Vec<Item>; 5],
    ) -> SplitCells {
        lists.iter_mut().for_each(Vec::clear);
        let count = parts[0].len().max(1);
        let whole = |position: usize| {
            if parts[position].is_empty() {
                std::iter::once(0..texts[position].len()).collect()
            } else {
                parts[position].clone()
            }
        };
        let ranges: [Vec<Range<usize>>; 5] = std::array::from_fn(whole);
        let is_parallel = |position: usize| count > 1 && ranges[position].len() == count;
        let (mut found, mut own) = (SplitCells::default(), <[Vec<Item>; 5]>::default());
        let add = |list: &mut Vec<Item>, own: &mut Vec<Item>, start: usize| {
            list.extend(
                own.drain(..).map(|item| Item { range: item.range.start + start..item.range.end + start, ..item }),
            );
        };
        for (number, _) in ranges[0].iter().enumerate() {
            let range_of = |position: usize| {
                if position == 0 || is_parallel(position) { ranges[position][number].clone() } else { 0..0 }
            };
            let part_of = |position: usize| &texts[position][range_of(position)];
            let one = self.split(&std::array::from_fn(part_of), work, &mut own);
            found.needs_profile |= one.needs_profile;
            found.commas = found.commas.or(one.commas);
            let start = range_of(0).start;
            found.placeholders.extend(one.placeholders.iter().map(|range| range.start + start..range.end + start));
            let named = own[0].len();
            for position in 0..5 {
                let start = range_of(position).start;
                if position > 0 && is_parallel(position) {
                    // What stands beside no institution belongs to none; where nothing stands, it is not told.
                    if named == 0 {
                        own[position].clear();
                    } else if own[position].is_empty() {
                        own[position] = vec![Item { range: 0..0, glued: false }; named];
                    }
                }
                add(&mut lists[position], &mut own[position], start);
            }
        }
        for position in (1..5).filter(|&position| !is_parallel(position)) {
            for range in &ranges[position] {
                split(&texts[position][range.clone()], self.separator, None, &mut own[position]);
                add(&mut lists[position], &mut own[position], range.start);
            }
        }
        found
    }

    /// Splits the cells of institutions, countries, sectors, criteria and domains of a work. O(bytes of the cells).
    pub(crate) fn split(&self, texts: &[&str; 5], work: &str, lists: &mut [Vec<Item>; 5]) -> SplitCells {
        for (position, items) in lists.iter_mut().enumerate() {
            split(texts[position], self.separator, (position == 0).then_some(self.whole), items);
        }
        let mut found = SplitCells::default();
        let is_open = || has_uncertain_mark(texts[0].as_bytes()) && !list_literals::is_list(texts[0]);
        if *self.separator == Separator::Detect && lists[0].len() == 1 && is_open() {
            match self.column {
                None => {
                    found.needs_profile = true;
                    return found;
                }
                Some(column) => found.commas = Some(self.split_at_commas(column, texts, lists)),
            }
        }
        found.placeholders = self.exclude_placeholders(texts[0], work, lists);
        found
    }

    /// A cell of institutions with uncertain marks and no certain one: a list, or one name. The other lists of a row follow it.
    fn split_at_commas(&self, column: &Column, texts: &[&str; 5], lists: &mut [Vec<Item>; 5]) -> Taken {
        let taken = column.part(texts[0], self.whole, self.authority, &mut lists[0]);
        if taken == Taken::List {
            for (position, text) in texts.iter().enumerate().skip(1) {
                // `Korea, Republic of` is one country.
                let is_country = position == 1 && Country::parse(text.trim()).is_some();
                if !(is_country || has_certain_mark(text) || trim(text).is_empty()) {
                    part(text, &UNCERTAIN_MARKS, None, &mut lists[position]);
                }
            }
        }
        taken
    }

    /// Takes what stands for no institution out of the list, and with it the country and category in its place.
    fn exclude_placeholders(&self, cell: &str, work: &str, lists: &mut [Vec<Item>; 5]) -> Vec<Range<usize>> {
        let is_none = |item: &Item| absence::is_none(&cell[item.range.clone()], work, self.kept, self.authority);
        if !lists[0].iter().any(is_none) {
            return Vec::new();
        }
        let before = lists[0].len();
        let nobody: Vec<bool> = lists[0].iter().map(is_none).collect();
        let excluded = lists[0].iter().zip(&nobody).filter(|(_, nobody)| **nobody);
        let excluded: Vec<Range<usize>> = excluded.map(|(item, _)| item.range.clone()).collect();
        let named = before - excluded.len();
        for list in &mut lists[..3] {
            if list.len() == before {
                let mut nobody = nobody.iter();
                list.retain(|_| !nobody.next().is_some_and(|nobody| *nobody));
            } else if list.len() != named {
                // Nobody knows whose these are.
                list.clear();
            }
        }
        excluded
    }
}
