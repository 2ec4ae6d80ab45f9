//! Records of a dump of the Research Organization Registry, in schema 1 and 2, as far as the index needs them.

use serde::Deserialize;
use serde_json::value::RawValue;

use super::zip;
use crate::format::json::Text;
use crate::source::error::Error;
use crate::source::input::Input;
use crate::source::packing::{PackingFormat, not_unpacked};

/// One organisation of a dump.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(from = "Raw")]
pub struct DumpRecord {
    pub(crate) id: String,
    pub(crate) is_active: bool,
    pub(super) is_withdrawn: bool,
    pub(super) kinds: Vec<String>,
    /// Display name first, then labels, aliases, acronyms.
    pub(crate) names: Vec<DumpName>,
    pub(super) country: String,
    pub(super) city: String,
    pub(super) coordinates: Option<(f64, f64)>,
    /// Kind of relation and id.
    pub(super) relations: Vec<(String, String)>,
}

/// A name with its role and language.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct DumpName {
    pub(crate) role: NameRole,
    pub(crate) value: String,
    pub(super) language: String,
}

/// What a name is to its record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum NameRole {
    Display,
    Label,
    Alias,
    Acronym,
}

#[derive(Deserialize)]
#[serde(expecting = "a record with \"id\" and names")]
struct Raw {
    id: String,
    status: Option<String>,
    #[serde(default)]
    types: Vec<String>,
    #[serde(default)]
    names: Vec<NameV2>,
    #[serde(default)]
    locations: Vec<LocationV2>,
    #[serde(default)]
    relationships: Vec<Relation>,
    // Schema 1.
    name: Option<String>,
    #[serde(default)]
    labels: Vec<LabelV1>,
    #[serde(default)]
    aliases: Vec<String>,
    #[serde(default)]
    acronyms: Vec<String>,
    country: Option<CountryV1>,
    #[serde(default)]
    addresses: Vec<AddressV1>,
}

#[derive(Deserialize)]
struct NameV2 {
    value: String,
    #[serde(default)]
    types: Vec<String>,
    lang: Option<String>,
}

#[derive(Deserialize)]
struct LocationV2 {
    #[serde(default)]
    geonames_details: Geonames,
}

#[derive(Default, Deserialize)]
struct Geonames {
    country_code: Option<String>,
    name: Option<String>,
    lat: Option<f64>,
    lng: Option<f64>,
}

#[derive(Deserialize)]
struct Relation {
    #[serde(rename = "type", default)]
    kind: String,
    id: String,
}

#[derive(Deserialize)]
struct LabelV1 {
    label: String,
    iso639: Option<String>,
}

#[derive(Deserialize)]
struct CountryV1 {
    country_code: Option<String>,
}

#[derive(Deserialize)]
struct AddressV1 {
    city: Option<String>,
    lat: Option<f64>,
    lng: Option<f64>,
}

/// Reads records: a JSON array, one record, a record a line, packed or not, or the zip of a release, of which the file of
/// schema 2 is taken.
///
/// # Errors
/// No such file, no JSON, a zip without records, or a record without id or of another shape: with line and column.
pub fn read(input: &Input) -> Result<Vec<DumpRecord>, Error> {
    let name = input.name();
    if let Input::Path(path) = input
        && let Ok(bytes) = std::fs::read(path)
        && zip::is_zip(&bytes)
    {
        let text = zip::records(&bytes).ok_or_else(|| no_records(&name))?;
        let text = text.map_err(|error| not_unpacked(&name, PackingFormat::Zip, &error, 0))?;
        return parse(&name, &text);
    }
    parse(&name, &input.text()?)
}

fn no_records(name: &str) -> Error {
    Error::whole(name, crate::message!("registry-no-records"))
}

/// Reads records from a text.
///
/// # Errors
/// As [`read`].
pub fn parse(name: &str, text: &str) -> Result<Vec<DumpRecord>, Error> {
    let json = Text { name, text };
    if !text.trim_start().starts_with('{') {
        let raws: Vec<&RawValue> = json.read(text)?;
        return raws.into_iter().map(|raw| json.read(raw.get())).collect();
    }
    let lines = || text.lines().filter(|line| !line.trim().is_empty());
    // A record a line, or one record in as many lines as it likes.
    let is_lines = lines().next().is_some_and(|first| serde_json::from_str::<&RawValue>(first).is_ok());
    if is_lines { lines().map(|line| json.read(line)).collect() } else { Ok(vec![json.read(text)?]) }
}

impl From<Raw> for DumpRecord {
    fn from(raw: Raw) -> Self {
        let is = |word: &str| raw.status.as_deref().is_some_and(|status| status.eq_ignore_ascii_case(word));
        let (is_active, is_withdrawn) = (raw.status.is_none() || is("active"), is("withdrawn"));
        let place = raw.locations.into_iter().next().map(|one| one.geonames_details).unwrap_or_default();
        let address = raw.addresses.into_iter().next();
        let coordinates = place.lat.zip(place.lng).or_else(|| address.as_ref().and_then(|one| one.lat.zip(one.lng)));
        let plain = |role, value| DumpName { role, value, language: String::new() };
        let mut names: Vec<DumpName> = raw.name.into_iter().map(|name| plain(NameRole::Display, name)).collect();
        names.extend(raw.labels.into_iter().map(|label| DumpName {
            role: NameRole::Label,
            value: label.label,
            language: label.iso639.unwrap_or_default(),
        }));
        names.extend(raw.aliases.into_iter().map(|name| plain(NameRole::Alias, name)));
        names.extend(raw.acronyms.into_iter().map(|name| plain(NameRole::Acronym, name)));
        names.extend(raw.names.into_iter().map(|name: NameV2| {
            let is = |kind: &str| name.types.iter().any(|one| one == kind);
            let role = match () {
                () if is("ror_display") => NameRole::Display,
                () if is("label") => NameRole::Label,
                () if is("acronym") => NameRole::Acronym,
                () => NameRole::Alias,
            };
            DumpName { role, value: name.value, language: name.lang.unwrap_or_default() }
        }));
        names.retain(|name| !name.value.trim().is_empty());
        names.sort_by_key(|name| name.role);
        Self {
            id: raw.id.rsplit('/').next().unwrap_or_default().to_ascii_lowercase(),
            is_active,
            is_withdrawn,
            kinds: raw.types.iter().map(|kind| kind.to_ascii_lowercase()).collect(),
            names,
            country: place.country_code.or_else(|| raw.country.and_then(|one| one.country_code)).unwrap_or_default(),
            city: place.name.or_else(|| address.and_then(|one| one.city)).unwrap_or_default(),
            coordinates,
            relations: raw
                .relationships
                .into_iter()
                .map(|one| (one.kind.to_ascii_lowercase(), one.id.rsplit('/').next().unwrap_or_default().to_owned()))
                .collect(),
        }
    }
}
