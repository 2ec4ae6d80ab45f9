//! Sets of actors as users write them: `country:KR`, `sector:company`, `region:Asia`, `country:EU`, or a name.

use std::collections::BTreeSet;

use crate::corpus::Corpus;
use crate::corpus::institution::{Institution, Sector};
use crate::corpus::kind::ActorKind;
use crate::corpus::region::CountrySet;
use crate::message;
use crate::messages::{Argument, List};
use crate::query::choice::{ActorChoice, ActorSet};

use crate::analysis::error::AnalysisError;
use crate::analysis::lookup;
use crate::analysis::settings::{self, Settings};

/// The actors of a corpus that are of any of these sets.
///
/// # Errors
/// A set that the level does not know, or a name that is that of none or of several.
pub fn of(corpus: &Corpus, words: &[String]) -> Result<ActorSet, AnalysisError> {
    let mut set = ActorSet::default();
    for word in words {
        let (name, keys) = one(corpus, word)?;
        set.names.push(name);
        set.keys.extend(keys);
    }
    Ok(set)
}

/// What is chosen of actors and ties; names are those of all works.
///
/// # Errors
/// A name that is that of none or of several, or too few of them.
pub fn choice(settings: &Settings, whole: &Corpus) -> Result<ActorChoice, AnalysisError> {
    let key = |name: &String| Ok(whole.institution(lookup::institution(whole, name)?).id.clone());
    let among = settings.among.iter().map(key).collect::<Result<Vec<String>, AnalysisError>>()?;
    if among.len() == 1 {
        return Err(message!("errors-among-one").into());
    }
    let between = match settings.across.as_slice() {
        [] => None,
        [from, to] => {
            let set = |word| of(whole, std::slice::from_ref(word));
            Some((set(from)?, set(to)?))
        }
        _ => return Err(message!("errors-across").into()),
    };
    Ok(ActorChoice { between, among, min_works: settings.min_works, strongest: settings.strongest })
}

fn one(corpus: &Corpus, word: &str) -> Result<(Argument, BTreeSet<String>), AnalysisError> {
    let (kind, value) = word.split_once(':').map_or(("", word), |(kind, value)| (kind.trim(), value.trim()));
    let keys = |is_in: &dyn Fn(&Institution) -> bool| -> BTreeSet<String> {
        let actors = corpus.institution_ids().map(|id| corpus.institution(id));
        actors.filter(|actor| is_in(actor)).map(|actor| actor.id.clone()).collect()
    };
    let level = corpus.actors();
    let refused = || AnalysisError::from(message!("errors-set-level", set = word, level = Argument::Kind(level.key())));
    let has_countries = level.are_institutions() || level == ActorKind::Country;
    match kind {
        "country" | "region" if level == ActorKind::Region => {
            let set = CountrySet::parse(value).ok_or_else(refused)?;
            Ok((Argument::Countries(set), keys(&|actor| actor.id == set.key())))
        }
        "country" | "region" => {
            if !has_countries {
                return Err(refused());
            }
            let (name, countries) = match CountrySet::parse(value) {
                Some(set) => (Argument::Countries(set), set.countries()),
                None => {
                    let country = settings::country(value)?;
                    (Argument::from(&country), vec![country])
                }
            };
            Ok((name, keys(&|actor| actor.countries.iter().any(|country| countries.contains(country)))))
        }
        "sector" => {
            if !(level.are_institutions() || level == ActorKind::Sector) {
                return Err(refused());
            }
            let sector = Sector::parse(value).ok_or_else(|| {
                AnalysisError::from(message!("errors-sector", text = value, known = List::comma(Sector::ALL)))
            })?;
            Ok((sector.into(), keys(&|actor| actor.sectors.contains(&sector))))
        }
        kind if ActorKind::ALL.iter().any(|one| one.key() == kind) && kind != level.key() => Err(refused()),
        kind => {
            let name = if kind == level.key() { value } else { word };
            let actor = corpus.institution(lookup::institution(corpus, name)?);
            Ok((Argument::from(&actor.names), BTreeSet::from([actor.id.clone()])))
        }
    }
}
