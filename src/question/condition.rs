//! The filter in words.

use crate::answer::number::thousands;
use crate::question::voice::Voice;

/// The filter as one sentence; nothing when there is none.
#[must_use]
pub fn tell(voice: &Voice<'_, '_>) -> Option<String> {
    let scope = voice.scope;
    if scope.filter.is_empty() {
        return None;
    }
    let conditions = conditions(voice).join("; ");
    let (kept, whole) = (thousands(scope.corpus.works_len() as u64), thousands(scope.whole.0 as u64));
    let (noun, counter) = scope.noun.korean();
    Some(voice.say(
        format!("Only works that meet the filter ({conditions}): {kept} of {whole}."),
        format!("조건({conditions})에 맞는 {noun}만: {whole}{counter} 중 {kept}{counter}."),
    ))
}

fn conditions(voice: &Voice<'_, '_>) -> Vec<String> {
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
