//! Description of the filter in sentences.

use crate::answer::number::thousands;
use crate::corpus::filter::Filter;
use crate::english::counted;
use crate::query::voice::Voice;

/// Describes the filter and its effect; empty without a filter.
#[must_use]
pub fn describe(voice: &Voice<'_, '_>) -> Vec<String> {
    if voice.context.filter.is_empty() {
        return Vec::new();
    }
    std::iter::once(works_sentence(voice)).chain(explicit_ties_sentence(voice)).collect()
}

/// Effect of the filter on explicit ties, which have no works.
fn explicit_ties_sentence(voice: &Voice<'_, '_>) -> Option<String> {
    let (kept, all) = (voice.context.corpus.stated_ties().len(), voice.context.explicit_tie_count);
    if all == 0 {
        return None;
    }
    let (number, total) = (thousands(kept as u64), thousands(all as u64));
    let ties = counted(all, "tie", "ties");
    let filter = &voice.context.filter;
    let actor_filter =
        Filter { countries: filter.countries.clone(), sectors: filter.sectors.clone(), ..Filter::default() };
    Some(if *filter == actor_filter {
        voice.say(
            format!("Of {ties} that the input states without works: {number}, with an institution that meets it."),
            format!("입력에 근거 없이 적힌 관계 {total}개 중 조건에 맞는 기관이 있는 {number}개."),
        )
    } else {
        voice.say(
            format!("Without {ties} that the input states without works: nothing tells whether they meet it."),
            format!("입력에 근거 없이 적힌 관계 {total}개는 조건에 맞는지 알 수 없어 뺐다."),
        )
    })
}

/// Effect of the filter on works; for data with explicit ties only the conditions alone.
fn works_sentence(voice: &Voice<'_, '_>) -> String {
    let context = voice.context;
    if context.unfiltered_counts.0 == 0 && context.explicit_tie_count > 0 {
        let conditions = conditions(voice).join("; ");
        return voice.say(format!("Filter: {conditions}."), format!("조건: {conditions}."));
    }
    let conditions = conditions(voice).join("; ");
    let (kept, total) = (thousands(context.corpus.works_len() as u64), thousands(context.unfiltered_counts.0 as u64));
    let (noun, counter) = context.noun.korean();
    voice.say(
        format!("Only works that meet the filter ({conditions}): {kept} of {total}."),
        format!("조건({conditions})에 맞는 {noun}만: {total}{counter} 중 {kept}{counter}."),
    )
}

/// The conditions of the filter, one text each.
pub(crate) fn conditions(voice: &Voice<'_, '_>) -> Vec<String> {
    let filter = &voice.context.filter;
    let mut conditions = Vec::new();
    if let Some(since) = filter.since {
        conditions.push(voice.say(format!("since {since}"), format!("{since}부터")));
    }
    if let Some(until) = filter.until {
        conditions.push(voice.say(format!("until {until}"), format!("{until}까지")));
    }
    let mut alternatives = |english: &str, korean: &str, words: Vec<String>| {
        if !words.is_empty() {
            let words = words.join(&voice.say(" or ", " 또는 "));
            conditions.push(voice.say(format!("{english} {words}"), format!("{korean} {words}")));
        }
    };
    let pick = |(english, korean): (&str, &str)| voice.say(english, korean);
    alternatives("country", "국가", filter.countries.iter().map(|country| pick(country.names())).collect());
    alternatives("sector", "부문", filter.sectors.iter().map(|sector| pick(sector.label())).collect());
    alternatives("criterion", "선정 기준", filter.criteria.clone());
    alternatives("domain", "분야", filter.domains.clone());
    let name = |key: &String| {
        let id = voice.context.corpus.institution_by_key(key);
        id.map_or_else(|| key.clone(), |id| voice.name(id))
    };
    alternatives("institution", "기관", filter.institutions.iter().map(name).collect());
    conditions
}
