//! Affiliations as authors wrote them: the institution that is picked from an address, and what the address tells of it.

use crate::corpus::country::Country;
use crate::ingest::assembler::CorpusAssembler;
use crate::ingest::attributes::BLANK;
use crate::ingest::location::RecordLocation;
use crate::ingest::merge::MergeRule;
use crate::ingest::notice::Kind;
use crate::message;
use crate::names::affiliation::{self, AddressGrammar};
use crate::normalize::text::clean;

/// What an affiliation comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Written {
    /// An institution, with the country that its address ends in.
    Institution(u32, Option<Country>),
    /// An address in which no organisation is found.
    Unnamed,
    /// A name that the user drops.
    Dropped,
}

/// Addresses that are remembered at most.
const REMEMBERED: usize = 1 << 16;

/// What is picked from an address.
#[derive(Clone, Debug)]
pub(crate) struct PickedName {
    /// The organisation as written.
    organisation: Option<String>,
    country: Option<Country>,
    /// Whether the address is nothing but the organisation.
    is_whole: bool,
}

impl CorpusAssembler<'_> {
    /// The institution of an affiliation; the whole address is kept as what it was picked from. O(letters).
    pub(crate) fn written(
        &mut self,
        location: &RecordLocation<'_>,
        text: &str,
        grammar: AddressGrammar,
        (work, raw): (&str, &str),
    ) -> Written {
        let PickedName { organisation: Some(organisation), country, is_whole } = self.pick(text, grammar) else {
            return Written::Unnamed;
        };
        let namesake =
            country.as_ref().and_then(|country| self.namesake(location, (&organisation, raw), (country, work)));
        let Some(entity) = namesake.or_else(|| self.mention(location, &organisation, raw, work)) else {
            return Written::Dropped;
        };
        if !is_whole {
            self.merged(&clean(text), entity, MergeRule::Address, location.place(text, raw));
        }
        Written::Institution(entity, country)
    }

    /// What an address names; those that came before are remembered, for most come again and again.
    fn pick(&mut self, text: &str, grammar: AddressGrammar) -> PickedName {
        if let Some((_, known)) = self.picked.get(text).filter(|(of, _)| *of == grammar) {
            return known.clone();
        }
        let found = affiliation::parse(text, grammar);
        let is_whole = found.organisation.as_deref().is_some_and(|organisation| clean(text) == clean(organisation));
        let picked = PickedName { organisation: found.organisation, country: found.country, is_whole };
        if self.picked.len() < REMEMBERED {
            self.picked.insert(text.to_owned(), (grammar, picked.clone()));
        }
        picked
    }

    /// The entity of a name that institutions of several countries bear, by the country of its address; told at the first.
    fn namesake(
        &mut self,
        location: &RecordLocation<'_>,
        (name, raw): (&str, &str),
        (country, work): (&Country, &str),
    ) -> Option<u32> {
        let place = || location.place(name, raw);
        let (entity, is_first) = self.registry.of_country(name, (country, work), place)?;
        let taken_as = self.registry.name(entity).to_owned();
        if taken_as != clean(name) {
            self.merged(name, entity, MergeRule::Country, place());
            if is_first {
                let told =
                    message!("ingest-namesake-of-country", name = name, country = country.clone(), taken_as = taken_as);
                self.notice(Kind::VariantMerged, place(), told);
            }
        }
        Some(entity)
    }

    /// Learns the country that a record tells of an institution; gives its number.
    pub(crate) fn learn_country(&mut self, location: &RecordLocation<'_>, entity: u32, country: &Country) -> u32 {
        let number = self.country(location, country.code(), country.code());
        self.fact(entity, Some(number).filter(|&number| number != BLANK), None);
        number
    }
}
