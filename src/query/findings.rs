//! Findings: what an editor reads first about a network, each a sentence with its number.
//!
//! Every finding is computed from the works and ties of the context alone and says nothing that another table would
//! make untrue: ties for a first place are said as such, and what is not recorded is never counted as "no".

use crate::answer::number::stable;
use crate::centrality::measure::{self, Measure};
use crate::corpus::date::Date;
use crate::corpus::institution::InstitutionId;
use crate::corpus::work::WorkId;
use crate::message;
use crate::messages::{Argument, List, Message};
use crate::network::components;
use crate::network::counting::Counting;
use crate::query::context::QueryContext;
use crate::query::overview;
use crate::query::partnerships::{self, Bundle};
use std::collections::BTreeMap;

/// How many names of equals a finding gives.
const MAX_NAMES: usize = 4;
/// Number of institutions above which the broker is not looked for.
const MAX_BROKERED: usize = 5_000;

/// What a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    /// Institutions with most works, or with most partners where there are no works.
    Leader,
    /// Institutions whose first dated work is of the latest year.
    Newcomers,
    /// The strongest partnership.
    Partnership,
    /// How many partnerships rest on one work.
    SingleWork,
    /// How many works join institutions of several countries.
    International,
    /// How much of the network is connected; only where there are no works.
    Connection,
    /// The institution on most shortest paths; only where there are no works.
    Broker,
}

/// A finding.
#[derive(Clone, Debug, PartialEq)]
pub struct KeyFinding {
    /// What it is about.
    pub topic: Topic,
    /// The sentence.
    pub statement: Message,
    /// Institutions that it names, in its order.
    pub institutions: Vec<InstitutionId>,
}

impl KeyFinding {
    fn new(topic: Topic, statement: Message, institutions: &[InstitutionId]) -> Self {
        Self { topic, statement, institutions: institutions.to_vec() }
    }
}

/// At most five findings, in the order in which they are read. None where there are no institutions.
/// O(affiliations + ties log ties); without works also shortest paths between all institutions.
#[must_use]
pub fn of(context: &QueryContext<'_>) -> Vec<KeyFinding> {
    let findings = if context.corpus.work_count() > 0 {
        vec![leader(context), newcomers(context), partnership(context), single_work(context), international(context)]
    } else {
        vec![most_partners(context), partnership(context), connection(context), broker(context)]
    };
    findings.into_iter().flatten().collect()
}

fn names(context: &QueryContext<'_>, ids: &[InstitutionId]) -> List {
    let named = ids.iter().map(|&id| &context.corpus.institution(id).names);
    List::and(named, "actor").naming(MAX_NAMES)
}

/// Institutions by a count in descending order, then name: the first, and the next with a smaller count.
struct Podium {
    count: usize,
    first: Vec<InstitutionId>,
    next_count: usize,
    next: Vec<InstitutionId>,
}

impl Podium {
    /// `None` if no institution has a count.
    fn of(context: &QueryContext<'_>, count: impl Fn(InstitutionId) -> usize) -> Option<Self> {
        let mut by_count: BTreeMap<usize, Vec<InstitutionId>> = BTreeMap::new();
        for id in context.corpus.institution_ids() {
            by_count.entry(count(id)).or_default().push(id);
        }
        by_count.remove(&0);
        let mut places = by_count.into_iter().rev().map(|(count, mut ids)| {
            ids.sort_by_key(|&id| (context.corpus.institution(id).names.label(), id));
            (count, ids)
        });
        let (count, first) = places.next()?;
        let (next_count, next) = places.next().unwrap_or_default();
        Some(Self { count, first, next_count, next })
    }
}

/// Who has most works.
fn leader(context: &QueryContext<'_>) -> Option<KeyFinding> {
    let (corpus, kind) = (context.corpus, context.kind);
    let podium = Podium::of(context, |id| corpus.works_of(id).len())?;
    let Podium { count, first, next_count, next } = &podium;
    let (count, total) = (*count, corpus.work_count());
    let statement = if count == 1 && first.len() > 1 {
        message!("findings-leader-none", institutions = first.len(), kind = kind)
    } else if first.len() > 1 {
        let shown = names(context, first);
        message!("findings-leaders", names = shown, count = count, total = total, kind = kind)
    } else if next.is_empty() {
        message!("findings-leader-alone", name = names(context, first), count = count, total = total, kind = kind)
    } else {
        message!(
            "findings-leader",
            name = names(context, first),
            count = count,
            share = Argument::share(count, total),
            total = total,
            kind = kind,
            next = names(context, next),
            number = next.len(),
            next_count = *next_count
        )
    };
    Some(KeyFinding::new(Topic::Leader, statement, if count == 1 && first.len() > 1 { &[] } else { first }))
}

/// Who has the first dated work in the latest year; `None` where all dated works are of one year.
fn newcomers(context: &QueryContext<'_>) -> Option<KeyFinding> {
    let (corpus, kind) = (context.corpus, context.kind);
    let year_of = |work: WorkId| corpus.date(work).map(Date::year_number);
    let years = || corpus.work_ids().filter_map(year_of);
    let (first, latest) = (years().min()?, years().max()?);
    if first == latest {
        return None;
    }
    let dated = |id: InstitutionId| corpus.works_of(id).iter().copied().filter_map(year_of);
    let active: Vec<InstitutionId> =
        corpus.institution_ids().filter(|&id| dated(id).any(|year| year == latest)).collect();
    let mut new: Vec<InstitutionId> =
        active.iter().copied().filter(|&id| dated(id).all(|year| year == latest)).collect();
    let label = |id: InstitutionId| corpus.institution(id).names.label();
    new.sort_by_key(|&id| (std::cmp::Reverse(dated(id).count()), label(id), id));
    let (year, filter) = (latest.to_string(), context.filter_state());
    let statement = match new.len() {
        0 if active.is_empty() => return None,
        0 => {
            let institutions = active.len();
            message!("findings-no-newcomers", year = year, institutions = institutions, filter = filter, kind = kind)
        }
        count => {
            let names = names(context, &new);
            message!("findings-newcomers", year = year, count = count, names = names, filter = filter, kind = kind)
        }
    };
    Some(KeyFinding::new(Topic::Newcomers, statement, &new))
}

/// The strongest partnership, or why there is none.
fn partnership(context: &QueryContext<'_>) -> Option<KeyFinding> {
    let corpus = context.corpus;
    let ties = partnerships::strongest(context);
    let bundles = partnerships::bundles(context, &ties);
    let Some(first) = bundles.first() else {
        let co_made = corpus.work_ids().filter(|&work| corpus.actor_count(work) > 1).count();
        let without = (corpus.work_count() > 0).then(|| overview::no_partnership(context, co_made));
        return without.map(|statement| KeyFinding::new(Topic::Partnership, statement, &[]));
    };
    let equal: Vec<&Bundle> = bundles.iter().take_while(|one| stable(one.weight) == stable(first.weight)).collect();
    let ends = if equal.len() == 1 { first.institutions.as_slice() } else { &[] };
    // Under full counting a weight is a number of works; a work over the cap on teams adds at most one to that of a pair.
    let next = bundles.iter().find(|one| stable(one.weight) < stable(first.weight)).map_or(0, |one| one.works.len());
    let excluded = context.network().excluded().len();
    let is_of_first = |id: &&InstitutionId| first.institutions.contains(*id);
    let is_beyond = |work: &WorkId| corpus.institutions_of(*work).iter().filter(is_of_first).count() > 1;
    let is_counted = !context.network().excluded().iter().any(is_beyond);
    let is_most = excluded == 0 || equal.len() == 1 && is_counted && next + excluded < first.works.len();
    let counts_works = context.projection.counting == Counting::Full && corpus.explicit_ties().is_empty() && is_most;
    let statement =
        if counts_works { most_works(context, &equal, ties.len()) } else { largest_weight(context, &equal) };
    Some(KeyFinding::new(Topic::Partnership, statement, ends))
}

/// Sentence on the bundles with most joint works.
fn most_works(context: &QueryContext<'_>, equal: &[&Bundle], ties: usize) -> Message {
    let (kind, works) = (context.kind, equal[0].works.len());
    let pairs: usize = equal.iter().map(|one| one.ties.len()).sum();
    match (equal, equal[0].institutions.as_slice()) {
        (_, _) if works == 1 && ties > 1 => message!("findings-partnerships-once", count = ties, kind = kind),
        ([_], &[a, b]) => {
            let both = names(context, &[a, b]);
            message!("findings-partnership", names = both, count = works, kind = kind, group = group(context, a, b))
        }
        ([_], team) => {
            message!(
                "findings-partnership-team",
                names = names(context, team),
                pairs = pairs,
                count = works,
                kind = kind
            )
        }
        _ => {
            let listed = bundle_names(context, equal);
            message!("findings-partnerships-equal", pairs = pairs, count = works, kind = kind, names = listed)
        }
    }
}

/// Sentence on the bundles with the largest weight.
fn largest_weight(context: &QueryContext<'_>, equal: &[&Bundle]) -> Message {
    let weight = Argument::number(equal[0].weight, 2);
    let pairs: usize = equal.iter().map(|one| one.ties.len()).sum();
    match (equal, equal[0].institutions.as_slice()) {
        ([_], &[a, b]) => {
            let both = names(context, &[a, b]);
            message!("findings-tie", names = both, weight = weight, group = group(context, a, b))
        }
        _ => message!("findings-ties-equal", pairs = pairs, weight = weight, names = bundle_names(context, equal)),
    }
}

fn bundle_names(context: &QueryContext<'_>, bundles: &[&Bundle]) -> List {
    let one = |bundle: &&Bundle| match bundle.institutions.as_slice() {
        &[a, b] => message!(
            "findings-pair",
            a = &context.corpus.institution(a).names,
            b = &context.corpus.institution(b).names
        ),
        team => message!("findings-team", names = names(context, team)),
    };
    List::and(bundles.iter().map(one), "other").naming(MAX_NAMES)
}

/// Whether two institutions are parts of one group, as a half sentence.
fn group(context: &QueryContext<'_>, a: InstitutionId, b: InstitutionId) -> Message {
    let is_same = context.corpus.group_key(a) == context.corpus.group_key(b);
    if is_same { message!("findings-one-group") } else { message!("findings-no-group") }
}

/// How many partnerships rest on one work; `None` where a tie is given without works.
fn single_work(context: &QueryContext<'_>) -> Option<KeyFinding> {
    let (network, kind) = (context.network(), context.kind);
    let ties = network.tie_count();
    if ties == 0 || !context.corpus.explicit_ties().is_empty() {
        return None;
    }
    let mut sole: BTreeMap<WorkId, usize> = BTreeMap::new();
    for tie in 0..ties {
        if let [work] = network.evidence(tie) {
            *sole.entry(*work).or_default() += 1;
        }
    }
    let count: usize = sole.values().sum();
    let most = sole.values().copied().max().unwrap_or(0);
    let largest: Vec<&str> =
        sole.iter().filter(|(_, pairs)| **pairs == most).map(|(&work, _)| context.corpus.work_name(work)).collect();
    let number = largest.len();
    let works = List::and(largest, kind).naming(MAX_NAMES);
    let share = Argument::share(count, ties);
    let statement = match (count, most) {
        (0, _) => message!("findings-no-single", ties = ties, kind = kind),
        (_, 1) => message!("findings-single-each", count = count, ties = ties, share = share, kind = kind),
        _ => message!(
            "findings-single",
            count = count,
            ties = ties,
            share = share,
            kind = kind,
            most = most,
            number = number,
            works = works
        ),
    };
    Some(KeyFinding::new(Topic::SingleWork, statement, &[]))
}

/// How many works join institutions of two or more countries, of those for which that is known.
fn international(context: &QueryContext<'_>) -> Option<KeyFinding> {
    let (corpus, kind) = (context.corpus, context.kind);
    let total = corpus.work_count();
    let with_institutions = corpus.work_ids().filter(|&work| !corpus.institutions_of(work).is_empty());
    let known: Vec<bool> = with_institutions.filter_map(|work| corpus.is_international(work)).collect();
    let (count, known) = (known.iter().filter(|&&international| international).count(), known.len());
    let statement = if known == 0 {
        message!("findings-international-unknown", kind = kind)
    } else if known == total {
        let share = Argument::share(count, total);
        message!("findings-international", count = count, total = total, share = share, kind = kind)
    } else {
        let (share, unknown) = (Argument::share(count, known), total - known);
        message!(
            "findings-international-known",
            count = count,
            known = known,
            share = share,
            unknown = unknown,
            kind = kind
        )
    };
    Some(KeyFinding::new(Topic::International, statement, &[]))
}

/// Who has most partners.
fn most_partners(context: &QueryContext<'_>) -> Option<KeyFinding> {
    let network = context.network();
    let podium = Podium::of(context, |id| network.adjacency().row_of(network.node_of(id)).count())?;
    let others = context.corpus.institution_count() - 1;
    let (shown, number) = (names(context, &podium.first), podium.first.len());
    let statement =
        message!("findings-most-partners", names = shown, number = number, count = podium.count, others = others);
    Some(KeyFinding::new(Topic::Leader, statement, &podium.first))
}

/// How many institutions the largest component connects.
fn connection(context: &QueryContext<'_>) -> Option<KeyFinding> {
    let components = components::find(context.network());
    let (largest, total) = (components.largest(), context.corpus.institution_count());
    let linked = components.members.iter().filter(|nodes| nodes.len() > 1).count();
    let statement = match (linked, largest == total) {
        (0, _) => return None,
        (_, true) => message!("findings-connected", total = total),
        (count, false) => message!("findings-components", count = count, largest = largest, total = total),
    };
    Some(KeyFinding::new(Topic::Connection, statement, &[]))
}

/// Who lies on most shortest paths.
fn broker(context: &QueryContext<'_>) -> Option<KeyFinding> {
    let network = context.network();
    if network.node_count() > MAX_BROKERED {
        return None;
    }
    let scores = measure::scores(network, Measure::Betweenness);
    let best = scores.values.iter().copied().map(stable).fold(0.0, f64::max);
    if best <= 0.0 {
        return None;
    }
    let mut first: Vec<InstitutionId> = (0..network.node_count())
        .filter(|&node| stable(scores.values[node]) == best)
        .filter_map(|node| network.institution(node))
        .collect();
    first.sort_by_key(|&id| (context.corpus.institution(id).names.label(), id));
    let value = Argument::number(best, 4);
    let statement = message!("findings-broker", names = names(context, &first), number = first.len(), value = value);
    Some(KeyFinding::new(Topic::Broker, statement, &first))
}
