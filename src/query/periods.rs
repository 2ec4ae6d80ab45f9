//! Periods of a corpus as panels: the ties of the works of each.

use std::collections::BTreeMap;

use crate::corpus::institution::Institution;
use crate::corpus::work::WorkId;
use crate::drawing::panels::{MapPanel, PanelKind, PanelSet, PanelTie, TieState};
use crate::message;
use crate::messages::Message;
use crate::query::context::QueryContext;

/// Length of periods.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// One year each.
    Year,
    /// Years with about as many joint works each.
    Even,
}

/// Panels of the joint works by period, at most `most`; of single years the latest. `None`: no joint work has a date. Ties
/// weigh what they have joint works. O(periods · (affiliations + works of ties)).
#[must_use]
pub fn panels(context: &QueryContext<'_>, period: Period, most: usize, top: Option<usize>) -> Option<PanelSet> {
    let (corpus, network) = (context.corpus, context.network());
    let is_tied =
        |work: &WorkId| corpus.institutions_of(*work).len() > 1 && network.excluded().binary_search(work).is_err();
    let year = |work: WorkId| corpus.date(work).map(|date| date.year_number());
    let mut years: Vec<u16> = corpus.work_ids().filter(is_tied).filter_map(year).collect();
    years.sort_unstable();
    let periods = match period {
        Period::Year => single(&years, most),
        Period::Even => even(&years, most),
    };
    let first_shown = periods.first()?.0;
    let panels = periods.iter().map(|&period| panel(period, context)).collect();
    let institutions: Vec<Institution> = corpus.institution_ids().map(|id| corpus.institution(id).clone()).collect();
    Some(PanelSet {
        kind: PanelKind::Periods,
        works: context.kind,
        institutions,
        inputs: corpus.inputs().to_vec(),
        panels,
        top,
        notes: notes(context, &years, first_shown),
    })
}

/// The works of a period, and the ties of the network as far as their works are of it.
fn panel((first, last): (u16, u16), context: &QueryContext<'_>) -> MapPanel {
    let (corpus, network) = (context.corpus, context.network());
    let is_within = |work: &WorkId| corpus.date(*work).is_some_and(|date| (first..=last).contains(&date.year_number()));
    let mut counts: Vec<Option<usize>> = vec![None; corpus.institution_count()];
    for work in corpus.work_ids().filter(is_within) {
        for id in corpus.institutions_of(work) {
            counts[id.index()] = Some(counts[id.index()].unwrap_or(0) + 1);
        }
    }
    let mut ties: BTreeMap<(usize, usize), PanelTie> = BTreeMap::new();
    for tie in 0..network.tie_count() {
        let works: Vec<String> = network
            .evidence(tie)
            .iter()
            .copied()
            .filter(is_within)
            .map(|work| corpus.work_name(work).to_owned())
            .collect();
        let (a, b, _) = network.tie(tie);
        if let (Some(a), Some(b), false) = (network.institution(a), network.institution(b), works.is_empty()) {
            let ends = (a.index().min(b.index()), a.index().max(b.index()));
            ties.insert(ends, PanelTie { weight: works.len() as f64, works, state: TieState::Same });
        }
    }
    let is_one = if first == last { "same".to_owned() } else { first.to_string() };
    let title = message!("panels-period", first = is_one, last = last.to_string());
    MapPanel { key: format!("{first}-{last}"), title, works: counts, ties }
}

/// The latest years with a joint work.
fn single(years: &[u16], most: usize) -> Vec<(u16, u16)> {
    let mut years = years.to_vec();
    years.dedup();
    let from = years.len().saturating_sub(most);
    years[from..].iter().map(|&year| (year, year)).collect()
}

/// Periods without gaps, each with about as many of the ascending years.
fn even(years: &[u16], most: usize) -> Vec<(u16, u16)> {
    let Some(&last) = years.last() else { return Vec::new() };
    let mut starts: Vec<u16> = (0..most.max(1)).map(|at| years[at * years.len() / most.max(1)]).collect();
    starts.dedup();
    let ends = starts.iter().skip(1).map(|start| start - 1).chain([last]);
    starts.iter().copied().zip(ends).collect()
}

fn notes(context: &QueryContext<'_>, years: &[u16], first_shown: u16) -> Vec<Message> {
    let corpus = context.corpus;
    let undated = corpus.work_ids().filter(|&work| corpus.date(work).is_none()).count();
    let undated = (undated > 0).then(|| message!("panels-undated", count = undated, kind = context.kind));
    let earlier = years.iter().filter(|&&year| year < first_shown).count();
    let earlier = (earlier > 0)
        .then(|| message!("panels-earlier", count = earlier, year = first_shown.to_string(), kind = context.kind));
    let excluded = context.network().excluded().len();
    let cap = context.projection.max_team.map_or_else(String::new, |cap| cap.to_string());
    let over = (excluded > 0).then(|| message!("panels-over-cap", count = excluded, cap = cap, kind = context.kind));
    earlier.into_iter().chain(over).chain(undated).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_have_no_gaps_and_single_years_are_the_latest() {
        let years = [1998, 2016, 2016, 2019, 2020, 2020, 2021, 2021, 2021];
        assert_eq!(single(&years, 3), [(2019, 2019), (2020, 2020), (2021, 2021)]);
        let found = even(&years, 4);
        assert_eq!((found[0].0, found[found.len() - 1].1), (1998, 2021));
        assert!(found.windows(2).all(|pair| pair[0].1 + 1 == pair[1].0), "{found:?}");
        assert_eq!(even(&[2020, 2020], 4), [(2020, 2020)]);
        assert!(even(&[], 4).is_empty() && single(&[], 4).is_empty());
    }
}
