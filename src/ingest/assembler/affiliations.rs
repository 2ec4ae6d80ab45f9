//! Affiliations as authors wrote them: the institution that is picked from an address, and what the address tells of it.

use crate::corpus::country::Country;
use crate::ingest::assembler::CorpusAssembler;
use crate::ingest::attributes::BLANK;
use crate::ingest::location::RecordLocation;
use crate::ingest::merge::MergeRule;
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

impl CorpusAssembler<'_> {
    /// The institution of an affiliation; the whole address is kept as what it was picked from. O(letters).
    pub(crate) fn written(
        &mut self,
        location: &RecordLocation<'_>,
        text: &str,
        grammar: AddressGrammar,
        (work, raw): (&str, &str),
    ) -> Written {
        let found = affiliation::parse(text, grammar);
        let Some(organisation) = found.organisation else { return Written::Unnamed };
        let Some(entity) = self.mention(location, &organisation, raw, work) else { return Written::Dropped };
        let address = clean(text);
        if address != clean(&organisation) {
            self.merged(&address, entity, MergeRule::Address, location.place(text, raw));
        }
        Written::Institution(entity, found.country)
    }

    /// Learns the country that a record tells of an institution; gives its number.
    pub(crate) fn learn_country(&mut self, location: &RecordLocation<'_>, entity: u32, country: &Country) -> u32 {
        let number = self.country(location, country.code(), country.code());
        self.fact(entity, Some(number).filter(|&number| number != BLANK), None);
        number
    }
}
