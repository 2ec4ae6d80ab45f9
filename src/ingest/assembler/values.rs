//! Countries and sectors: what records state of institutions, and what institutions have in the end.

use crate::corpus::country::Country;
use crate::corpus::institution::Sector;
use crate::english::counted;
use crate::ingest::assembler::{CorpusAssembler, RecordedSector};
use crate::ingest::attributes::{BLANK, Doubt, Learned, RecordedValues};
use crate::ingest::location::RecordLocation;
use crate::ingest::notice::Kind;
use crate::ingest::record::Record;
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
                self.tell_lengths(
                    spot,
                    record.countries.raw,
                    named,
                    values.len(),
                    (("country", "countries"), "국가는"),
                );
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
                self.tell_lengths(
                    spot,
                    record.sectors.raw,
                    named,
                    values.len(),
                    (("category", "categories"), "기관 유형은"),
                );
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
        what: ((&str, &str), &str),
    ) {
        self.notice(
            Kind::ListLengths,
            spot.place(cell, cell),
            format!(
                "{} but {}; the lists were not lined up",
                counted(institutions, "institution", "institutions"),
                counted(values, what.0.0, what.0.1)
            ),
            format!("기관은 {institutions}개, {} {values}개다. 순서대로 짝짓지 않았다", what.1),
        );
    }

    /// The number of a country as recorded.
    pub(crate) fn country(&mut self, spot: &RecordLocation<'_>, recorded: &str, cell: &str) -> u32 {
        if recorded.is_empty() {
            return BLANK;
        }
        if let Some(&number) = self.countries.numbers.get(recorded) {
            return number;
        }
        let country = match Country::parse(recorded) {
            Some(country) => country,
            None => {
                let name = clean(recorded).into_owned();
                if !name.eq_ignore_ascii_case("multinational") {
                    self.notice(
                        Kind::CountryUnknown,
                        spot.place(recorded, cell),
                        format!("“{name}” is no country of ISO 3166; kept as it stands"),
                        format!("‘{name}’은(는) ISO 3166에 없는 국가다. 적힌 대로 둔다"),
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
                    format!("“{recorded}” is no known category ({words}); left out"),
                    format!("‘{recorded}’은(는) 알려진 기관 유형({words})이 아니다. 뺐다"),
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
                let (message, message_ko) =
                    doubt_words(&name, doubt, &taken.join(", "), has_country, ("country", "국가"));
                self.notice(Kind::CountryUnclear, place, message, message_ko);
            }
            let stands_above = declared || self.are_broad(&sectors[index]);
            if let Some(doubt) = sectors[index].doubt.filter(|_| !(stands_above && has_sector)) {
                let values = sectors[index].values.iter();
                let taken: Vec<&str> = values.map(|&value| self.sectors.values[value as usize].sector.key()).collect();
                let (message, message_ko) =
                    doubt_words(&name, doubt, &taken.join(", "), has_sector, ("sector", "유형"));
                self.notice(Kind::SectorUnclear, place, message, message_ko);
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

fn doubt_words(name: &str, doubt: Doubt, taken: &str, has_other: bool, what: (&str, &str)) -> (String, String) {
    let (word, word_ko) = what;
    match doubt {
        Doubt::Differ(rows, all) => (
            format!(
                "rows where {name} stands alone differ in its {word}; {taken} was taken ({rows} of {})",
                counted(all as usize, "row", "rows")
            ),
            format!("{name}의 {word_ko} 기록이 행마다 다르다. {taken}(으)로 보았다({all}행 가운데 {rows}행)"),
        ),
        Doubt::DifferByPlace(rows, all) if !taken.is_empty() => (
            format!(
                "{name} never stands alone and its {word} differs; {taken} was taken ({rows} of {})",
                counted(all as usize, "row", "rows")
            ),
            format!(
                "{name}은(는) 단독으로 나온 행이 없고 {word_ko} 기록이 다르다. {taken}(으)로 보았다({all}행 가운데 {rows}행)"
            ),
        ),
        Doubt::DifferByPlace(..) | Doubt::Untold if has_other => (
            format!(
                "no row tells the {word} of {name} by itself; that of the authority or of the registry ROR was taken"
            ),
            format!("{name}의 {word_ko} 정보를 따로 밝히는 행이 없어 전거나 ROR 자료의 값을 썼다"),
        ),
        Doubt::DifferByPlace(..) | Doubt::Untold => (
            format!("no row tells the {word} of {name} by itself; left open"),
            format!("{name}의 {word_ko} 정보를 따로 밝히는 행이 없다. 비워 둔다"),
        ),
    }
}
