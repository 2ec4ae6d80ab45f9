//! The lists of a row: cells of institutions, countries, sectors, criteria and domains → items.

use crate::corpus::country::Country;
use crate::ingest::commas::{Column, Taken};
use crate::names::absence;
use crate::names::authority::Authority;
use crate::normalize::lists::{Item, Separator, split};
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

impl RowLists<'_> {
    /// Splits the cells of institutions, countries, sectors, criteria and domains of a work. O(bytes of the cells).
    pub(crate) fn split(&self, texts: &[&str; 5], work: &str, lists: &mut [Vec<Item>; 5]) -> SplitCells {
        for (position, items) in lists.iter_mut().enumerate() {
            split(texts[position], self.separator, (position == 0).then_some(self.whole), items);
        }
        let mut found = SplitCells::default();
        if *self.separator == Separator::Detect && lists[0].len() == 1 && texts[0].contains(',') {
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

    /// A cell of institutions with commas and no other mark: a list, or one name. The other lists of a row follow it.
    fn split_at_commas(&self, column: &Column, texts: &[&str; 5], lists: &mut [Vec<Item>; 5]) -> Taken {
        let taken = column.part(texts[0], self.whole, self.authority, &mut lists[0]);
        if taken == Taken::List {
            for (position, text) in texts.iter().enumerate().skip(1) {
                // `Korea, Republic of` is one country.
                let is_country = position == 1 && Country::parse(text.trim()).is_some();
                if !(is_country || text.contains([';', '|'])) {
                    split(text, &Separator::Comma, None, &mut lists[position]);
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
