//! Who stands behind works, and at which place.

use std::collections::{BTreeMap, BTreeSet};

use crate::answer::korean;
use crate::answer::korean::{Particle, attach};
use crate::corpus::claim::{Members, RankSubject, RankTest, Reach};
use crate::corpus::country::Country;
use crate::corpus::institution::InstitutionId;
use crate::corpus::work::WorkId;
use crate::question::check::judged::{Judged, Verdict, number};
use crate::question::check::selected::{self, Resolved, country_rule, counts_for};
use crate::question::voice::Voice;

/// Exactly these institutions.
pub(super) fn members(voice: &Voice<'_, '_>, test: &Members) -> Judged {
    let corpus = voice.scope.corpus;
    let of = Resolved::of(corpus, &test.of.institutions, test.of.reach);
    let works = selected::works(corpus, &test.of, &of);
    let meant = |id: InstitutionId| {
        let one = corpus.institution(id);
        let countries = &test.countries;
        !of.sets.iter().any(|set| set.contains(&id))
            && (countries.is_empty() || countries.iter().any(|country| one.countries.contains(country)))
            && test.sector.is_none_or(|sector| one.sectors.contains(&sector))
    };
    let team = works.iter().flat_map(|&id| corpus.institutions_of(id)).copied();
    let found: BTreeSet<InstitutionId> = team.filter(|&id| meant(id)).collect();
    let claimed = Resolved::of(corpus, &test.are, Reach::Own);
    let extra: Vec<InstitutionId> =
        found.iter().copied().filter(|id| !claimed.sets.iter().any(|set| set.contains(id))).collect();
    let absent: Vec<String> = test
        .are
        .iter()
        .zip(&claimed.sets)
        .filter(|(_, set)| !set.iter().any(|id| found.contains(id)))
        .map(|(name, _)| name.claimed().to_owned())
        .collect();
    let names = voice.names(&found.iter().copied().collect::<Vec<_>>());
    let count = voice.institutions(found.len());
    let mut why = vec![if found.is_empty() {
        voice.say("The data have none.", "자료에는 한 곳도 없다.")
    } else {
        voice.say(
            format!("The data have {count}: {names}."),
            format!("자료에는 {} 있다. {names}.", attach(&count, Particle::Subject)),
        )
    }];
    if !extra.is_empty() {
        let extra = voice.names(&extra);
        why.push(voice.say(format!("Not named: {extra}."), format!("주장에 없는 기관: {extra}.")));
    }
    if !absent.is_empty() {
        let absent = voice.list(&absent, "곳");
        why.push(voice.say(format!("Named, and not in the data: {absent}."), format!("자료에 없는 기관: {absent}.")));
    }
    // The works that tell who is there; all that were looked at where nobody is.
    let mut evidence: Vec<WorkId> =
        works.iter().copied().filter(|&id| corpus.institutions_of(id).iter().any(|id| found.contains(id))).collect();
    if evidence.is_empty() {
        evidence = works;
    }
    Judged {
        verdict: Verdict::of(|| extra.is_empty() && absent.is_empty()),
        expected: claimed.claimed(voice, &test.are).into(),
        found: found.iter().map(|&id| voice.name(id)).collect::<Vec<_>>().into(),
        evidence,
        why: why.join(" "),
    }
}

/// The place of a country or an institution by number of works.
pub(super) fn rank(voice: &Voice<'_, '_>, test: &RankTest) -> Judged {
    let corpus = voice.scope.corpus;
    let of = Resolved::of(corpus, &test.of.institutions, test.of.reach);
    let works = selected::works(corpus, &test.of, &of);
    let (counts, own, own_works, rule) = match &test.subject {
        RankSubject::Country(name) => {
            let Some(country) = Country::parse(name) else {
                let why = voice
                    .say(format!("“{name}” is no country."), korean::settle(&format!("‘{name}’은(는) 나라가 아니다.")));
                return Judged { expected: number(test.op, test.value), ..Judged::unchecked(why) };
            };
            let counts = by_country(voice, &works, test);
            let named: Vec<(String, usize)> =
                counts.iter().map(|(country, count)| (voice.pick(country.names()), *count)).collect();
            let team = |id: &WorkId| counts_for(corpus, corpus.institutions_of(*id), &country, test.of.rule);
            let own: Vec<WorkId> = works.iter().copied().filter(team).collect();
            (named, voice.pick(country.names()), own, country_rule(voice, test.of.rule))
        }
        RankSubject::Institution(name) => {
            let ids = Resolved::of(corpus, std::slice::from_ref(name), test.of.reach);
            let own = |id: &WorkId| ids.on(corpus.institutions_of(*id)) > 0;
            let own: Vec<WorkId> = works.iter().copied().filter(own).collect();
            let label = ids.sets[0].first().map_or_else(|| name.claimed().to_owned(), |&id| voice.name(id));
            let mut counts = by_institution(voice, &works, &ids.sets[0]);
            counts.push((label.clone(), own.len()));
            let rule =
                voice.say("Rule: a work counts once for every institution on it.", "기준: 참여 기관마다 하나씩 센다.");
            (counts, label, own, rule)
        }
    };
    let place = 1 + counts.iter().filter(|(_, count)| *count > own_works.len()).count() as u64;
    let agrees = !own_works.is_empty() && test.op.holds(place, test.value);
    let (works, all) = (voice.works(own_works.len()), counts.len());
    let why = if own_works.is_empty() {
        voice.say(
            format!("The data have no work of {own}. {rule}"),
            format!("자료에 {own}의 {} 없다. {rule}", voice.noun_with(Particle::Subject)),
        )
    } else {
        voice.say(
            format!("{own} is at place {place} of {all} with {works}. {rule}"),
            format!(
                "{} {} {all}곳 가운데 {place}위다. {rule}",
                attach(&own, Particle::Topic),
                attach(&works, Particle::Toward)
            ),
        )
    };
    Judged {
        verdict: Verdict::of(|| agrees),
        expected: number(test.op, test.value),
        found: if own_works.is_empty() { serde_json::Value::Null } else { place.into() },
        evidence: own_works,
        why,
    }
}

/// Works a country; what is no country ("Multinational") has no place.
fn by_country(voice: &Voice<'_, '_>, works: &[WorkId], test: &RankTest) -> Vec<(Country, usize)> {
    let corpus = voice.scope.corpus;
    let mut counts: BTreeMap<Country, usize> = BTreeMap::new();
    for &id in works {
        let team = corpus.institutions_of(id);
        let all: BTreeSet<&Country> = team.iter().flat_map(|&id| &corpus.institution(id).countries).collect();
        for country in all {
            let is_country = Country::parse(country.code()).is_some();
            if is_country && counts_for(corpus, team, country, test.of.rule) {
                *counts.entry(country.clone()).or_default() += 1;
            }
        }
    }
    counts.into_iter().collect()
}

fn by_institution(voice: &Voice<'_, '_>, works: &[WorkId], but: &[InstitutionId]) -> Vec<(String, usize)> {
    let corpus = voice.scope.corpus;
    let mut counts: BTreeMap<InstitutionId, usize> = BTreeMap::new();
    for &id in works.iter().flat_map(|&id| corpus.institutions_of(id)) {
        *counts.entry(id).or_default() += 1;
    }
    counts.into_iter().filter(|(id, _)| !but.contains(id)).map(|(id, count)| (voice.name(id), count)).collect()
}
