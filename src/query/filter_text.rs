//! Description of the filter in sentences.

use crate::corpus::filter::{Filter, FilterCounts, Only};
use crate::message;
use crate::messages::{Argument, List, Message};
use crate::query::context::QueryContext;

/// Describes the filter and what it does to works and ties, with the works that it cannot judge; empty without a filter.
#[must_use]
pub fn describe(context: &QueryContext<'_>) -> Vec<Message> {
    if context.filter.is_empty() {
        return context.choice.clone();
    }
    let FilterCounts { imprecise, undated, unplaced, unlabelled, .. } = context.filter_counts;
    let kind = context.kind;
    let imprecise = (imprecise > 0).then(|| message!("answers-filter-imprecise", count = imprecise, kind = kind));
    let undated = (undated > 0).then(|| message!("answers-filter-undated", count = undated, kind = kind));
    let unplaced = (unplaced > 0).then(|| {
        let fact = missing_fact(&context.filter);
        message!("answers-filter-unplaced", count = unplaced, kind = kind, fact = fact)
    });
    let unlabelled = (unlabelled > 0).then(|| {
        let fact = match (context.filter.domains.is_empty(), context.filter.criteria.is_empty()) {
            (false, true) => "domain",
            (true, _) => "criterion",
            (false, false) => "both",
        };
        message!("answers-filter-unlabelled", count = unlabelled, kind = kind, fact = fact)
    });
    let separate =
        (conditions_on_institutions(&context.filter) > 1).then(|| message!("answers-filter-separate", kind = kind));
    std::iter::once(works_sentence(context))
        .chain(imprecise)
        .chain(undated)
        .chain(unplaced)
        .chain(unlabelled)
        .chain(separate)
        .chain(explicit_ties_sentence(context))
        .chain(unplaced_ties_sentence(context))
        .chain(context.choice.iter().cloned())
        .collect()
}

/// Number of conditions that institutions of a work can meet one by one.
fn conditions_on_institutions(filter: &Filter) -> usize {
    let Filter { countries, all_countries, sectors, institutions, .. } = filter;
    [!countries.is_empty(), !sectors.is_empty(), !institutions.is_empty()].into_iter().filter(|&one| one).count()
        + all_countries.len()
}

/// Fact without which works cannot be judged.
fn missing_fact(filter: &Filter) -> &'static str {
    let asks = |only: Only| filter.only.contains(&only);
    let has_countries = !(filter.countries.is_empty() && filter.all_countries.is_empty()) || asks(Only::International);
    match (has_countries, filter.sectors.is_empty() && !asks(Only::IndustryUniversity)) {
        (true, true) => "country",
        (false, false) => "sector",
        (true, false) => "both",
        (false, true) => "institution",
    }
}

/// Effect of the filter on explicit ties, which have no works.
fn explicit_ties_sentence(context: &QueryContext<'_>) -> Option<Message> {
    let (kept, all) = (context.corpus.explicit_ties().len(), context.explicit_tie_count);
    if all == 0 {
        return None;
    }
    Some(if context.dates_ties {
        message!("answers-filter-ties-dated", count = all, kept = kept)
    } else if context.filter.is_of_institutions_only() {
        message!("answers-filter-ties-kept", count = all, kept = kept)
    } else {
        message!("answers-filter-ties-dropped", count = all)
    })
}

/// Explicit ties that the filter cannot judge.
fn unplaced_ties_sentence(context: &QueryContext<'_>) -> Option<Message> {
    let (count, fact) = (context.unplaced_tie_count, missing_fact(&context.filter));
    (count > 0).then(|| message!("answers-filter-ties-unplaced", count = count, fact = fact))
}

/// Effect of the filter on works; for data with explicit ties only the conditions alone.
fn works_sentence(context: &QueryContext<'_>) -> Message {
    let conditions = semicolons(conditions(context));
    let total = context.unfiltered_counts.0;
    if total == 0 && context.explicit_tie_count > 0 {
        return message!("answers-filter-conditions", conditions = conditions);
    }
    message!(
        "answers-filter-works",
        kind = context.kind,
        conditions = conditions,
        kept = context.works_kept(),
        total = total
    )
}

/// The conditions as one argument, separated by semicolons.
pub(crate) fn semicolons(conditions: Vec<Message>) -> Message {
    let mut rest = conditions.into_iter().rev();
    let last = rest.next().unwrap_or_else(|| message!("answers-filter-none"));
    rest.fold(last, |last, condition| message!("answers-filter-and", condition = condition, rest = last))
}

/// Countries of the filter: sets that were asked for by name, and countries beside them.
fn countries(filter: &Filter) -> Vec<Argument> {
    let members: Vec<_> = filter.country_sets.iter().flat_map(|set| set.countries()).collect();
    let sets = filter.country_sets.iter().copied().map(Argument::Countries);
    let others = filter.countries.iter().filter(|country| !members.contains(country));
    sets.chain(others.map(Argument::from)).collect()
}

/// The conditions of the filter, one message each.
pub(crate) fn conditions(context: &QueryContext<'_>) -> Vec<Message> {
    let filter = &context.filter;
    let texts = |words: &[String]| words.iter().map(Argument::from).collect::<Vec<_>>();
    let institution = |key: &String| {
        let corpus = context.corpus.institutions_corpus();
        let id = corpus.institution_by_key(key);
        id.map_or_else(|| key.into(), |id| Argument::from(&corpus.institution(id).names))
    };
    let fields: [(&'static str, List); 6] = [
        ("country", List::or(countries(filter))),
        ("country-all", List { named: None, ..List::and(&filter.all_countries, "country") }),
        ("sector", List::or(filter.sectors.iter().copied())),
        ("criterion", List::or(texts(&filter.criteria))),
        ("domain", List::or(texts(&filter.domains))),
        ("institution", List::or(filter.institutions.iter().map(institution))),
    ];
    let fields = fields.into_iter().filter(|(_, values)| !values.items.is_empty());
    let since = filter.since.map(|date| message!("answers-filter-since", date = date));
    let until = filter.until.map(|date| message!("answers-filter-until", date = date));
    let fields = fields.map(|(field, values)| message!("answers-filter-field", field = field, values = values));
    let only = filter.only.iter().map(|only| message!("answers-filter-only", only = only.key(), kind = context.kind));
    since.into_iter().chain(until).chain(fields).chain(only).collect()
}
