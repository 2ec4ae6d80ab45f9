//! The filter in words.

use crate::answer::number::thousands;
use crate::corpus::filter::Filter;
use crate::english::counted;
use crate::question::voice::Voice;

/// What the filter chooses, in sentences; none when there is no filter.
#[must_use]
pub fn tell(voice: &Voice<'_, '_>) -> Vec<String> {
    if voice.scope.filter.is_empty() {
        return Vec::new();
    }
    works(voice).into_iter().chain(stated_ties(voice)).collect()
}

/// What becomes of ties that no work stands behind.
fn stated_ties(voice: &Voice<'_, '_>) -> Option<String> {
    let (kept, all) = (voice.scope.corpus.explicit_ties().len(), voice.scope.stated);
    if all == 0 {
        return None;
    }
    let (number, whole) = (thousands(kept as u64), thousands(all as u64));
    let ties = counted(all, "tie", "ties");
    let filter = &voice.scope.filter;
    let by_ends = Filter { countries: filter.countries.clone(), sectors: filter.sectors.clone(), ..Filter::default() };
    Some(if *filter == by_ends {
        voice.say(
            format!("Of {ties} that the input states without works: {number}, with an institution that meets it."),
            format!("입력에 근거 없이 적힌 관계 {whole}개 중 조건에 맞는 기관이 있는 {number}개."),
        )
    } else {
        voice.say(
            format!("Without {ties} that the input states without works: nothing tells whether they meet it."),
            format!("입력에 근거 없이 적힌 관계 {whole}개는 조건에 맞는지 알 수 없어 뺐다."),
        )
    })
}

/// The works that meet the filter, as one sentence; none where there are no works to choose from.
fn works(voice: &Voice<'_, '_>) -> Option<String> {
    let scope = voice.scope;
    if scope.whole.0 == 0 && scope.stated > 0 {
        let conditions = conditions(voice).join("; ");
        return Some(voice.say(format!("Filter: {conditions}."), format!("조건: {conditions}.")));
    }
    let conditions = conditions(voice).join("; ");
    let (kept, whole) = (thousands(scope.corpus.work_count() as u64), thousands(scope.whole.0 as u64));
    let (noun, counter) = scope.noun.korean();
    Some(voice.say(
        format!("Only works that meet the filter ({conditions}): {kept} of {whole}."),
        format!("조건({conditions})에 맞는 {noun}만: {whole}{counter} 중 {kept}{counter}."),
    ))
}

/// Each condition of the filter.
pub(crate) fn conditions(voice: &Voice<'_, '_>) -> Vec<String> {
    let filter = &voice.scope.filter;
    let mut parts = Vec::new();
    if let Some(since) = filter.since {
        parts.push(voice.say(format!("since {since}"), format!("{since}부터")));
    }
    if let Some(until) = filter.until {
        parts.push(voice.say(format!("until {until}"), format!("{until}까지")));
    }
    let mut alternatives = |english: &str, korean: &str, words: Vec<String>| {
        if !words.is_empty() {
            let words = words.join(&voice.say(" or ", " 또는 "));
            parts.push(voice.say(format!("{english} {words}"), format!("{korean} {words}")));
        }
    };
    let pick = |(english, korean): (&str, &str)| voice.say(english, korean);
    alternatives("country", "국가", filter.countries.iter().map(|country| pick(country.names())).collect());
    alternatives("sector", "부문", filter.sectors.iter().map(|sector| pick(sector.label())).collect());
    alternatives("criterion", "선정 기준", filter.criteria.clone());
    alternatives("domain", "분야", filter.domains.clone());
    let name = |key: &String| {
        let found = voice.scope.corpus.institution_by_key(key);
        found.map_or_else(|| key.clone(), |id| voice.name(id))
    };
    alternatives("institution", "기관", filter.institutions.iter().map(name).collect());
    parts
}
