//! `resolve`: lists of affiliations to institutions, one answer a line and in the order of the list.

use std::collections::BTreeMap;

use collabgraph::corpus::institution::Institution;
use collabgraph::ingest::column;
use collabgraph::ingest::input::Input;
use collabgraph::message;
use collabgraph::names::affiliation::{self, AddressGrammar};
use collabgraph::names::authority::{Authority, Verdict};
use collabgraph::names::registry::{InstitutionRegistry, RecordIndex, RegistryMatch, Resolution, key};
use serde_json::{Map, Value, json};

use crate::args::{Global, ResolveArgs};
use crate::error::CliError;
use crate::{output, session};
use std::path::Path;

/// Answers every line; whether any has a match.
pub(crate) fn run(global: &Global, args: &ResolveArgs) -> Result<bool, CliError> {
    let authority = session::authority(global)?;
    let lines = lines(args)?;
    let resolver = Resolver::new(&authority)?;
    let resolved = resolver.registry.resolve_all(&lines);
    let mut has_match = false;
    let mut header = if args.table { "input\tname\tname_ko\tror\tcountry\tkind\tscore\trule\n" } else { "" };
    output::print_by_parts(|write| {
        write(header);
        header = "";
        for (at, (line, resolution)) in lines.iter().zip(&resolved).enumerate() {
            let answer = resolver.answer(line, resolution);
            has_match |= answer["matches"].as_array().is_some_and(|matches| !matches.is_empty());
            let text = if args.table { row(&answer) } else { answer.to_string() };
            write(&text);
            if at + 1 < lines.len() {
                write("\n");
            }
        }
    })?;
    Ok(has_match)
}

/// The affiliations: lines of a file, or the cells of a column.
fn lines(args: &ResolveArgs) -> Result<Vec<String>, CliError> {
    let input = Input::from_argument(args.list.as_deref().unwrap_or(Path::new("-")));
    let text = input.text()?;
    match &args.column {
        Some(header) => Ok(column::cells(&input.name(), &text, header)?),
        None => {
            Ok(text.trim_start_matches('\u{FEFF}').lines().map(|line| line.trim_end_matches('\r').to_owned()).collect())
        }
    }
}

struct Resolver<'a> {
    authority: &'a Authority,
    registry: &'a InstitutionRegistry,
    /// Institutions of the authority by their ROR ids.
    known: BTreeMap<&'a str, &'a Institution>,
}

/// An institution of the authority, and whether the whole line is its name.
#[derive(Clone, Copy)]
struct Listed<'a> {
    institution: &'a Institution,
    is_whole: bool,
}

impl<'a> Resolver<'a> {
    fn new(authority: &'a Authority) -> Result<Self, CliError> {
        let registry = authority.registry().ok_or_else(|| message!("resolve-no-registry"))?;
        let with_id = authority.institutions().iter().filter_map(|one| Some((bare(one.ror.as_deref()?), one)));
        Ok(Self { authority, registry, known: with_id.collect() })
    }

    fn answer(&self, line: &str, resolution: &Resolution) -> Value {
        let listed = self.listed(line);
        let record = listed.as_ref().and_then(|one| self.record_of(one.institution, resolution));
        let is_other = |one: &&RegistryMatch| record != Some(one.record);
        let own = listed.as_ref().map(|one| self.of_authority(one.institution, record));
        let mut matches: Vec<Value> =
            resolution.matches.iter().filter(is_other).map(|one| self.of_record(one)).collect();
        // A line that is a listed name is that institution; of an address the registry sees more than its organisation.
        let best = resolution.matches.first().map(|one| one.record);
        let is_first = listed.is_some_and(|one| one.is_whole) || best.is_none() || best == record;
        matches.splice(if is_first { 0..0 } else { 1..1 }, own);
        json!({
            "input": line,
            "matches": matches,
            "suggestions": resolution.suggestions.iter().filter(is_other).map(|one| self.of_record(one)).collect::<Vec<_>>(),
        })
    }

    /// The record of an institution of the authority: by its identifier, else one of its names among what the registry finds
    /// in the line, else by its name alone.
    fn record_of(&self, one: &Institution, resolution: &Resolution) -> Option<RecordIndex> {
        if let Some(ror) = one.ror.as_deref() {
            return self.registry.by_id(ror);
        }
        let names: Vec<String> = one.names.all().map(key).collect();
        let is_called = |record: RecordIndex| {
            self.registry.names(record).any(|(_, _, name)| names.iter().any(|own| *own == key(name)))
        };
        let found = resolution.matches.iter().map(|one| one.record).find(|&record| is_called(record));
        found
            .or_else(|| self.registry.by_name(&one.names.name))
            .filter(|record| !self.known.contains_key(self.registry.id(*record)))
    }

    /// The institution of the hand-made authority that a line names as a whole, or as the organisation of an address.
    fn listed(&self, line: &str) -> Option<Listed<'a>> {
        let judge = |name: &str| match self.authority.judge(name, "") {
            // An institution of the registry is no entry of the authority.
            Verdict::Preferred(one) | Verdict::Variant(one) => {
                self.authority.institution(&one.id).filter(|own| own.names == one.names)
            }
            _ => None,
        };
        if let Some(institution) = judge(line) {
            return Some(Listed { institution, is_whole: true });
        }
        let address = affiliation::parse(line, AddressGrammar::Generic);
        let found = judge(address.organisation.as_deref()?)?;
        let fits =
            address.country.is_none_or(|country| found.countries.is_empty() || found.countries.contains(&country));
        fits.then_some(Listed { institution: found, is_whole: false })
    }

    fn of_authority(&self, one: &Institution, record: Option<RecordIndex>) -> Value {
        let known = record.and_then(|record| self.registry.institution(record));
        let country = one.country().or_else(|| known?.country());
        let sector = one.sector().or_else(|| known?.sector());
        entry(&[
            ("id", json!(one.id)),
            ("ror", json!(one.ror.as_deref().or_else(|| known?.ror.as_deref()))),
            ("name", json!(one.names.name)),
            ("name_ko", json!(one.names.label_ko())),
            ("country", json!(country.map(|country| country.code()))),
            ("kind", json!(sector.map(|sector| sector.key()))),
            ("score", json!(1.0)),
            ("rule", json!("authority")),
        ])
    }

    fn of_record(&self, one: &RegistryMatch) -> Value {
        let (registry, record) = (self.registry, one.record);
        let known = self.known.get(registry.id(record));
        let name_ko = known.and_then(|known| known.names.label_ko()).or_else(|| registry.name_ko(record));
        let id = known.map_or_else(|| registry.id(record), |known| known.id.as_str());
        let country = registry.country(record);
        entry(&[
            ("id", json!(id)),
            ("ror", json!(format!("https://ror.org/{}", registry.id(record)))),
            ("name", json!(known.map_or_else(|| registry.name(record), |known| known.names.name.as_str()))),
            ("name_ko", json!(name_ko)),
            ("country", json!((!country.is_empty()).then_some(country))),
            ("kind", json!(registry.sector(record).map(|sector| sector.key()))),
            ("score", json!((one.score * 1000.0).round() / 1000.0)),
            ("rule", json!(one.rule.key())),
        ])
    }
}

fn entry(fields: &[(&str, Value)]) -> Value {
    Value::Object(fields.iter().map(|(key, value)| ((*key).to_owned(), value.clone())).collect::<Map<_, _>>())
}

fn bare(ror: &str) -> &str {
    ror.rsplit('/').next().unwrap_or(ror)
}

/// The best match as a row between tabs.
fn row(answer: &Value) -> String {
    let best = &answer["matches"][0];
    let cell = |value: &Value| match value {
        Value::Null => String::new(),
        Value::String(text) => text.replace(['\t', '\n'], " "),
        other => other.to_string(),
    };
    let keys = ["name", "name_ko", "ror", "country", "kind", "score", "rule"];
    let cells = std::iter::once(cell(&answer["input"])).chain(keys.iter().map(|key| cell(&best[*key])));
    cells.collect::<Vec<_>>().join("\t")
}
