//! `resolve`: lists of affiliations to institutions, one answer a line and in the order of the list.

use std::collections::BTreeMap;

use collabgraph::corpus::institution::Institution;
use collabgraph::ingest::column;
use collabgraph::ingest::input::Input;
use collabgraph::message;
use collabgraph::names::affiliation::{self, AddressGrammar};
use collabgraph::names::authority::{Authority, Verdict};
use collabgraph::names::registry::{InstitutionRegistry, RegistryMatch, Resolution};
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

impl<'a> Resolver<'a> {
    fn new(authority: &'a Authority) -> Result<Self, CliError> {
        let registry = authority.registry().ok_or_else(|| message!("resolve-no-registry"))?;
        let with_id = authority.institutions().iter().filter_map(|one| Some((bare(one.ror.as_deref()?), one)));
        Ok(Self { authority, registry, known: with_id.collect() })
    }

    fn answer(&self, line: &str, resolution: &Resolution) -> Value {
        let listed = self.listed(line);
        let is_other = |one: &&RegistryMatch| match listed.and_then(|one| one.ror.as_deref()) {
            Some(ror) => bare(ror) != self.registry.id(one.record),
            None => true,
        };
        let first = listed.map(|one| self.of_authority(one));
        let matches = resolution.matches.iter().filter(is_other).map(|one| self.of_record(one));
        json!({
            "input": line,
            "matches": first.into_iter().chain(matches).collect::<Vec<_>>(),
            "suggestions": resolution.suggestions.iter().filter(is_other).map(|one| self.of_record(one)).collect::<Vec<_>>(),
        })
    }

    /// The institution of the hand-made authority that a line names as a whole, or as the organisation of an address.
    fn listed(&self, line: &str) -> Option<&'a Institution> {
        let judge = |name: &str| match self.authority.judge(name, "") {
            // An institution of the registry is no entry of the authority.
            Verdict::Preferred(one) | Verdict::Variant(one) => {
                self.authority.institution(&one.id).filter(|own| own.names == one.names)
            }
            _ => None,
        };
        judge(line).or_else(|| {
            let address = affiliation::parse(line, AddressGrammar::Generic);
            let found = judge(address.organisation.as_deref()?)?;
            let fits =
                address.country.is_none_or(|country| found.countries.is_empty() || found.countries.contains(&country));
            fits.then_some(found)
        })
    }

    fn of_authority(&self, one: &Institution) -> Value {
        entry(&[
            ("id", json!(one.id)),
            ("ror", json!(one.ror)),
            ("name", json!(one.names.name)),
            ("name_ko", json!(one.names.label_ko())),
            ("country", json!(one.country().map(|country| country.code()))),
            ("kind", json!(one.sector().map(|sector| sector.key()))),
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
