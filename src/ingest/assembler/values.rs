//! Countries and sectors: what records state of institutions, and what institutions have in the end.

use crate::corpus::country::Country;
use crate::corpus::institution::Sector;
use crate::ingest::assembler::{CorpusAssembler, RecordedSector};
use crate::ingest::attributes::{BLANK, Doubt, Learned, RecordedValues};
use crate::ingest::location::RecordLocation;
use crate::ingest::notice::Kind;
use crate::ingest::record::Record;
use crate::message;
use crate::messages::{Argument, Message};
use crate::normalize::placeholders::is_no_country;
use crate::normalize::text::clean;
use crate::source::position::Anchor;

impl CorpusAssembler<'_> {
    /// Learns countries and sectors from the lists of a record.
    pub(crate) fn learn(
        &mut self,
        spot: &RecordLocation<'_>,
        record: &Record<'_>,
        entities: &[u32],
        values: &mut Vec<u32>,
    ) {
        let named = record.institutions.items.iter().filter(|item| !item.range.is_empty()).count();
        if !record.countries.items.is_empty() {
            values.clear();
            for item in record.countries.iter() {
                values.push(self.country(spot, item, record.countries.raw));
            }
            if named != 1 && values.len() != named {
                self.tell_lengths(spot, record.countries.raw, named, values.len(), "country");
            }
            if entities.len() == named && !self.is_frozen {
                self.country_evidence.add(entities, values);
            }
        }
        if !record.sectors.items.is_empty() {
            values.clear();
            for item in record.sectors.iter() {
                values.push(self.sector(spot, item, record.sectors.raw));
            }
            if named != 1 && values.len() != named {
                self.tell_lengths(spot, record.sectors.raw, named, values.len(), "sector");
            }
            if entities.len() == named && !self.is_frozen {
                self.sector_evidence.add(entities, values);
            }
        }
    }

    fn tell_lengths(
        &mut self,
        spot: &RecordLocation<'_>,
        cell: &str,
        institutions: usize,
        values: usize,
        what: &'static str,
    ) {
        self.notice(
            Kind::ListLengths,
            spot.place(cell, cell),
            message!("ingest-list-lengths", institutions = institutions, values = values, what = Argument::Kind(what)),
        );
    }

    /// The numbers of the countries that a record names, each once; a blank among them where some of its institutions have
    /// none there.
    pub(crate) fn countries_of(&mut self, spot: &RecordLocation<'_>, record: &Record<'_>) -> Vec<u32> {
        let mut numbers = Vec::new();
        for recorded in record.countries.iter() {
            let number = self.country(spot, recorded, record.countries.raw);
            if !numbers.contains(&number) {
                numbers.push(number);
            }
        }
        let named = record.institutions.items.iter().filter(|item| !item.range.is_empty()).count();
        let is_short = !numbers.is_empty() && record.countries.items.len() < named;
        if is_short && !numbers.contains(&BLANK) {
            numbers.push(BLANK);
        }
        numbers
    }

    /// The number of a country as recorded.
    pub(crate) fn country(&mut self, spot: &RecordLocation<'_>, recorded: &str, cell: &str) -> u32 {
        if recorded.is_empty() {
            return BLANK;
        }
        if let Some(&number) = self.countries.numbers.get(recorded) {
            return number;
        }
        if is_no_country(recorded) {
            self.countries.numbers.insert(recorded.to_owned(), BLANK);
            return BLANK;
        }
        let country = match Country::parse(recorded) {
            Some(country) => {
                if recorded == "NA" {
                    self.notice(Kind::CountryUnclear, spot.place(recorded, cell), message!("ingest-na-is-namibia"));
                }
                country
            }
            None => {
                let name = clean(recorded).into_owned();
                if !name.eq_ignore_ascii_case("multinational") {
                    self.notice(
                        Kind::CountryUnknown,
                        spot.place(recorded, cell),
                        message!("ingest-unregistered-country", name = &name),
                    );
                }
                Country::unregistered(&name)
            }
        };
        let number = self.countries.number(country);
        self.countries.numbers.insert(recorded.to_owned(), number);
        number
    }

    /// The number of a sector as recorded.
    pub(crate) fn sector(&mut self, spot: &RecordLocation<'_>, recorded: &str, cell: &str) -> u32 {
        if recorded.is_empty() {
            return BLANK;
        }
        if let Some(&number) = self.sectors.numbers.get(recorded) {
            return number;
        }
        let number = match Sector::parse(recorded) {
            Some(sector) => {
                self.sectors.number(RecordedSector { sector, is_broad: Sector::is_broad_category(recorded) })
            }
            None if Sector::is_ignored(recorded) => BLANK,
            None => {
                let words = Sector::ALL.map(Sector::key).join(", ");
                self.notice(
                    Kind::SectorUnknown,
                    spot.place(recorded, cell),
                    message!("ingest-unregistered-sector", recorded = recorded, words = words),
                );
                BLANK
            }
        };
        self.sectors.numbers.insert(recorded.to_owned(), number);
        number
    }

    /// Adds what the rows of an input show of countries and sectors, and takes no more from rows that are read again.
    pub(crate) fn add_evidence(&mut self, input: u16, [countries, sectors]: [RecordedValues; 2]) {
        let location = |line: u64| RecordLocation { input, text: "", anchor: Anchor::of_line(0, line), index: None };
        let numbers: Vec<u32> = countries
            .recorded
            .iter()
            .map(|(recorded, line)| self.country(&location(*line), recorded, recorded))
            .collect();
        self.country_evidence.join(countries.evidence, |value| numbers[value as usize]);
        let numbers: Vec<u32> =
            sectors.recorded.iter().map(|(recorded, line)| self.sector(&location(*line), recorded, recorded)).collect();
        self.sector_evidence.join(sectors.evidence, |value| numbers[value as usize]);
    }

    /// Learns nothing of institutions from the rows that follow: all of them were seen before.
    pub(crate) fn freeze_evidence(&mut self) {
        self.is_frozen = true;
    }

    /// Adds what a format tells of one institution by itself.
    pub(crate) fn fact(&mut self, entity: u32, country: Option<u32>, sector: Option<u32>) {
        if let Some(country) = country {
            self.country_evidence.add(&[entity], &[country]);
        }
        if let Some(sector) = sector {
            self.sector_evidence.add(&[entity], &[sector]);
        }
    }

    /// Adds what a file tells of one institution: its whole lists of countries and sectors.
    pub(crate) fn facts(&mut self, entity: u32, countries: &[u32], sectors: &[u32]) {
        self.country_evidence.add(&[entity], countries);
        self.sector_evidence.add(&[entity], sectors);
    }

    pub(super) fn tell_doubts(&mut self, countries: &[Learned], sectors: &[Learned]) {
        for index in 0..self.registry.entities().len() {
            let entity = &self.registry.entities()[index];
            if countries[index].doubt.is_none() && sectors[index].doubt.is_none() {
                continue;
            }
            let (name, place, declared) = (entity.institution.names.name.clone(), entity.place, entity.is_declared());
            let has_country = !entity.institution.countries.is_empty();
            let has_sector = !entity.institution.sectors.is_empty();
            if let Some(doubt) = countries[index].doubt.filter(|_| !(declared && has_country)) {
                let taken: Vec<&str> =
                    countries[index].values.iter().map(|&value| self.countries.values[value as usize].code()).collect();
                let message = doubt_message(&name, doubt, &taken.join(", "), has_country, "country");
                self.notice(Kind::CountryUnclear, place, message);
            }
            let stands_above = declared || self.are_broad(&sectors[index]);
            if let Some(doubt) = sectors[index].doubt.filter(|_| !(stands_above && has_sector)) {
                let values = sectors[index].values.iter();
                let taken: Vec<&str> = values.map(|&value| self.sectors.values[value as usize].sector.key()).collect();
                let message = doubt_message(&name, doubt, &taken.join(", "), has_sector, "sector");
                self.notice(Kind::SectorUnclear, place, message);
            }
        }
    }

    /// Whether all sectors that were learned of an institution are categories of Epoch.
    fn are_broad(&self, sectors: &Learned) -> bool {
        sectors.values.iter().all(|&value| self.sectors.values[value as usize].is_broad)
    }

    /// Gives institutions what was learned: declared facts first, then the data, then the authority. Of sectors, the
    /// authority's types stand above Epoch's categories.
    pub(super) fn settle(&mut self, countries: &[Learned], sectors: &[Learned]) {
        let (country_values, sector_values) = (&self.countries.values, &self.sectors.values);
        for (index, entity) in self.registry.entities_mut().iter_mut().enumerate() {
            let declared = entity.is_declared();
            let institution = &mut entity.institution;
            if !(countries[index].values.is_empty() || declared && !institution.countries.is_empty()) {
                let mut own: Vec<Country> =
                    countries[index].values.iter().map(|&value| country_values[value as usize].clone()).collect();
                // "Multinational" is nobody's home country.
                own.sort_by_key(|country| country.code().eq_ignore_ascii_case("multinational"));
                institution.countries = own;
            }
            let recorded = || sectors[index].values.iter().map(|&value| sector_values[value as usize]);
            let stands_above = declared || recorded().all(|one| one.is_broad);
            if !(sectors[index].values.is_empty() || stands_above && !institution.sectors.is_empty()) {
                let name = &institution.names.name;
                let sector = |one: RecordedSector| match one.sector {
                    Sector::Education if one.is_broad => Sector::of_academia(name),
                    sector => sector,
                };
                institution.sectors = recorded().map(sector).collect();
            }
            institution.sectors.sort_unstable();
            institution.sectors.dedup();
        }
    }
}

fn doubt_message(name: &str, doubt: Doubt, taken: &str, has_other: bool, what: &'static str) -> Message {
    let what = Argument::Kind(what);
    match doubt {
        Doubt::Differ(rows, all) => {
            message!(
                "ingest-doubt-differs",
                name = name,
                what = what,
                taken = taken,
                rows = u64::from(rows),
                all = u64::from(all)
            )
        }
        Doubt::DifferByPlace(rows, all) if !taken.is_empty() => {
            message!(
                "ingest-doubt-never-alone",
                name = name,
                what = what,
                taken = taken,
                rows = u64::from(rows),
                all = u64::from(all)
            )
        }
        Doubt::DifferByPlace(..) | Doubt::Untold if has_other => {
            message!("ingest-doubt-authority", name = name, what = what)
        }
        Doubt::DifferByPlace(..) | Doubt::Untold => message!("ingest-doubt-open", name = name, what = what),
    }
}
