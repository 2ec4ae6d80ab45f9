//! Description of the filter in sentences.

use crate::corpus::filter::Filter;
use crate::message;
use crate::messages::{Argument, List, Message};
use crate::query::context::QueryContext;

/// Describes the filter and its effect; empty without a filter.
#[must_use]
pub fn describe(context: &QueryContext<'_>) -> Vec<Message> {
    if context.filter.is_empty() {
        return Vec::new();
    }
    std::iter::once(works_sentence(context)).chain(explicit_ties_sentence(context)).collect()
}

/// Effect of the filter on explicit ties, which have no works.
fn explicit_ties_sentence(context: &QueryContext<'_>) -> Option<Message> {
    let (kept, all) = (context.corpus.explicit_ties().len(), context.explicit_tie_count);
    if all == 0 {
        return None;
    }
    let filter = &context.filter;
    let actor_filter =
        Filter { countries: filter.countries.clone(), sectors: filter.sectors.clone(), ..Filter::default() };
    Some(if *filter == actor_filter {
        message!("answers-filter-ties-kept", count = all, kept = kept)
    } else {
        message!("answers-filter-ties-dropped", count = all)
    })
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

/// The conditions of the filter, one message each.
pub(crate) fn conditions(context: &QueryContext<'_>) -> Vec<Message> {
    let filter = &context.filter;
    let texts = |words: &[String]| words.iter().map(Argument::from).collect::<Vec<_>>();
    let institution = |key: &String| {
        let id = context.corpus.institution_by_key(key);
        id.map_or_else(|| key.into(), |id| Argument::from(&context.corpus.institution(id).names))
    };
    let alternatives: [(&'static str, Vec<Argument>); 5] = [
        ("country", filter.countries.iter().map(Argument::from).collect()),
        ("sector", filter.sectors.iter().map(|&sector| sector.into()).collect()),
        ("criterion", texts(&filter.criteria)),
        ("domain", texts(&filter.domains)),
        ("institution", filter.institutions.iter().map(institution).collect()),
    ];
    let alternatives = alternatives.into_iter().filter(|(_, values)| !values.is_empty());
    let since = filter.since.map(|date| message!("answers-filter-since", date = date));
    let until = filter.until.map(|date| message!("answers-filter-until", date = date));
    let alternatives =
        alternatives.map(|(field, values)| message!("answers-filter-field", field = field, values = List::or(values)));
    since.into_iter().chain(until).chain(alternatives).collect()
}
