//! Our own JSON of an authority: the built-in files, and a user's file laid over them.

use crate::corpus::country::Country;
use crate::corpus::hashing::FastMap;
use crate::corpus::institution::{Institution, Sector};
use crate::message;
use crate::messages::{List, Message};
use crate::names::authority::place;
use crate::names::authority::table::{Correction, Meaning, Table, key, tidy};
use crate::source::error::Error;
use serde::Deserialize;
use serde::de::IgnoredAny;
use std::collections::HashSet;

/// An authority file.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    #[serde(rename = "$schema", default)]
    _schema: IgnoredAny,
    #[serde(rename = "sources", default)]
    _sources: IgnoredAny,
    #[serde(default)]
    institutions: Vec<Record>,
    #[serde(default)]
    corrections: Vec<CorrectionRecord>,
}

/// The part of the embedded data set that tells of names.
#[derive(Default, Deserialize)]
struct DataSet {
    institutions: Vec<Record>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Record {
    id: Option<String>,
    name: Option<String>,
    name_ko: Option<String>,
    common: Option<String>,
    common_ko: Option<String>,
    short: Option<String>,
    short_ko: Option<String>,
    #[serde(default)]
    variants: Vec<String>,
    #[serde(default)]
    aliases: Vec<String>,
    countries: Option<Vec<String>>,
    sectors: Option<Vec<String>>,
    ror: Option<String>,
    parent: Option<String>,
    #[serde(rename = "note", default)]
    _note: IgnoredAny,
    #[serde(rename = "sources", default)]
    _sources: IgnoredAny,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CorrectionRecord {
    work: String,
    recorded: String,
    is: String,
    #[serde(default)]
    why: String,
    #[serde(default)]
    why_ko: String,
    #[serde(rename = "source", default)]
    _source: IgnoredAny,
}

/// The table of the compiled-in files. They are validated by tests; an unreadable one is empty.
pub(super) fn built_in() -> Table {
    let data: DataSet = serde_json::from_str(include_str!("../../../data/korea-17.json")).unwrap_or_default();
    let document: Document = serde_json::from_str(include_str!("../../../data/authority.json")).unwrap_or_default();
    let mut table = Table::default();
    let all = data.institutions.len() + document.institutions.len();
    table.reserve(all, 4 * all);
    for record in data.institutions.into_iter().chain(document.institutions) {
        let mut institution = Institution::default();
        // The codes of our own files are known to be codes; the register is not built for them.
        let countries = |name: &str| Some(Country::unregistered(name));
        let variants = record.fill(&mut institution, countries).unwrap_or_default();
        let index = table.add(institution);
        table.list_names(index, &variants);
    }
    for correction in document.corrections {
        correction.lay_over(&mut table);
    }
    table
}

/// A value of a record that cannot be read.
enum Unreadable {
    Country(String),
    Sector(String),
}

impl Record {
    /// Writes what the record says into the institution; gives back the variants.
    fn fill(
        self,
        institution: &mut Institution,
        country: impl Fn(&str) -> Option<Country>,
    ) -> Result<Vec<String>, Unreadable> {
        let names = &mut institution.names;
        let text = |text: String| tidy(&text).into_owned();
        if let Some(name) = self.name {
            names.name = text(name);
        }
        for (field, value) in [
            (&mut names.name_ko, self.name_ko),
            (&mut names.common, self.common),
            (&mut names.common_ko, self.common_ko),
            (&mut names.short, self.short),
            (&mut names.short_ko, self.short_ko),
            (&mut institution.ror, self.ror.map(ror)),
            (&mut institution.parent, self.parent),
        ] {
            if let Some(value) = value {
                *field = Some(text(value)).filter(|value| !value.is_empty());
            }
        }
        if let Some(countries) = self.countries {
            let read = |name: String| country(&name).ok_or(Unreadable::Country(name));
            institution.countries = countries.into_iter().map(read).collect::<Result<_, _>>()?;
        }
        if let Some(sectors) = self.sectors {
            let read = |name: String| Sector::parse(&name).ok_or(Unreadable::Sector(name));
            institution.sectors = sectors.into_iter().map(read).collect::<Result<_, _>>()?;
        }
        if let Some(id) = self.id {
            institution.id = id;
        }
        let variants: Vec<String> = self.variants.into_iter().map(text).collect();
        institution.aliases.extend(self.aliases.into_iter().map(text).chain(variants.iter().cloned()));
        institution.aliases.sort();
        institution.aliases.dedup();
        Ok(variants)
    }
}

/// A ROR id as an address.
fn ror(ror: String) -> String {
    if ror.is_empty() || ror.contains('/') { ror } else { format!("https://ror.org/{ror}") }
}

impl CorrectionRecord {
    fn lay_over(self, table: &mut Table) -> bool {
        let Some(is) = table.index(&self.is) else { return false };
        let work = tidy(&self.work).into_owned();
        table.correct(&self.recorded, Correction { work, is, why: self.why, why_ko: self.why_ko });
        true
    }
}

/// Lays a user's file over a table.
pub(super) fn lay_over(table: &mut Table, file: &str, text: &str) -> Result<(), Error> {
    let start = text.len() - text.trim_start().len();
    if text[start..].starts_with('[') {
        // A derived reader would take an array for the fields in their order.
        return Err(misshapen(file, place::of(text, start), message!("authority-list")));
    }
    let document: Document = serde_json::from_str(text).map_err(|error| unreadable(file, text, &error))?;
    let mut layer = Layer { file, text, claimed: FastMap::default(), keys: HashSet::new() };
    for record in document.institutions {
        layer.institution(table, record)?;
    }
    for correction in document.corrections {
        let id = correction.is.clone();
        if !correction.lay_over(table) {
            return Err(layer.unknown_id("is", &id));
        }
    }
    layer.check_parents(table)
}

/// A user's file while it is laid over a table.
struct Layer<'t> {
    file: &'t str,
    text: &'t str,
    /// Who claims which spelling in this file.
    claimed: FastMap<String, u32>,
    /// The keys that this file has taken over from the table below.
    keys: HashSet<String>,
}

impl Layer<'_> {
    fn institution(&mut self, table: &mut Table, record: Record) -> Result<(), Error> {
        let known = match (&record.id, &record.name) {
            (Some(id), _) => table.index(id),
            (None, Some(name)) => table.meaning(name).and_then(Meaning::institution),
            (None, None) => return Err(self.nameless("")),
        };
        let mut institution = known.map_or_else(Institution::default, |index| table.at(index).clone());
        let id = record.id.clone().unwrap_or_default();
        let country = |name: &str| Country::parse(name);
        let variants = record.fill(&mut institution, country).map_err(|value| self.unknown_value(value))?;
        let index = match known {
            Some(index) => {
                *table.at_mut(index) = institution;
                index
            }
            None if institution.names.name.is_empty() => return Err(self.nameless(&id)),
            None => table.add(institution),
        };
        self.names(table, index, &variants)
    }

    fn names(&mut self, table: &mut Table, index: u32, variants: &[String]) -> Result<(), Error> {
        let names = table.at(index).names.clone();
        let preferred =
            std::iter::once(&names.name).chain(&names.name_ko).map(|name| (name, Meaning::Preferred(index)));
        let others = names.common.iter().chain(&names.common_ko).chain(variants);
        for (name, meaning) in preferred.chain(others.map(|name| (name, Meaning::Variant(index)))) {
            let tidy = tidy(name).into_owned();
            match self.claimed.get(&tidy) {
                Some(other) if *other == index => continue,
                Some(other) => return Err(self.claimed_twice(&tidy, &table.at(*other).id, &table.at(index).id)),
                None => {}
            }
            // The first of a key drops what the table below had there, the next ones join it.
            if self.keys.insert(key(&tidy)) {
                table.list_anew(&tidy, meaning);
            } else {
                table.list(&tidy, meaning);
            }
            self.claimed.insert(tidy, index);
        }
        Ok(())
    }

    /// Every parent must exist, and none may be its own ancestor.
    fn check_parents(&self, table: &Table) -> Result<(), Error> {
        for institution in table.institutions() {
            let mut ancestor = institution;
            let mut steps = 0;
            while let Some(parent) = ancestor.parent.as_deref() {
                ancestor = table.by_id(parent).ok_or_else(|| self.unknown_id("parent", parent))?;
                steps += 1;
                if ancestor.id == institution.id || steps > table.institutions().len() {
                    return Err(self.circle(&institution.id));
                }
            }
        }
        Ok(())
    }

    fn at(&self, key: &str, value: &str, message: Message) -> Error {
        let (line, column) = place::of_value(self.text, key, value);
        Error::at(self.file, line, column, message)
    }

    fn nameless(&self, id: &str) -> Error {
        self.at("id", id, message!("authority-institution-new-no-name", id = id))
    }

    fn claimed_twice(&self, name: &str, one: &str, other: &str) -> Error {
        self.at(
            "variants",
            name,
            message!("authority-claimed-two-institutions-leave", name = name, one = one, other = other),
        )
    }

    fn unknown_id(&self, key: &str, id: &str) -> Error {
        self.at(key, id, message!("authority-names-no-institution-id", key = key, id = id))
    }

    fn circle(&self, id: &str) -> Error {
        self.at("id", id, message!("authority-parents-lead-back-itself", id = id))
    }

    fn unknown_value(&self, value: Unreadable) -> Error {
        match value {
            Unreadable::Country(name) => {
                self.at("countries", &name, message!("authority-no-country-write-iso", name = &name))
            }
            Unreadable::Sector(name) => {
                let sectors = List::comma(Sector::ALL.map(Sector::key));
                self.at("sectors", &name, message!("authority-unknown-sector", name = &name, sectors = sectors))
            }
        }
    }
}

/// The error of a file that is no JSON, or JSON of another shape.
fn unreadable(file: &str, text: &str, error: &serde_json::Error) -> Error {
    let place = place::of_json(text, error);
    if error.is_eof() {
        return misshapen(file, place, message!("authority-json-ends-too-early"));
    }
    let full = error.to_string();
    let what = full.rsplit_once(" at line ").map_or(full.as_str(), |(what, _)| what);
    misshapen(file, place, message!("authority-json-error", reason = what))
}

fn misshapen(file: &str, (line, column): (u64, u64), found: Message) -> Error {
    Error::at(file, line, column, message!("authority-readable-authority-expected-institutions", found = found))
}
