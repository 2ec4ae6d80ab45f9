//! Small corpora for tests of pictures.

use crate::support::tables;
use collabgraph::corpus::builder::{CorpusBuilder, WorkFacts};
use collabgraph::corpus::country::Country;
use collabgraph::corpus::date::Date;
use collabgraph::corpus::institution::{Institution, Names, Sector};
use collabgraph::corpus::table::{Corpus, InputMetadata};
use collabgraph::names::authority::{Authority, Verdict};
use serde_json::Value;

/// The embedded table, read without the loaders.
pub(crate) fn korea() -> Corpus {
    let data: Value = serde_json::from_str(include_str!("../../data/korea-17.json")).unwrap();
    let text = |value: &Value, key: &str| value[key].as_str().map(str::to_owned);
    let mut builder = CorpusBuilder::new();
    let input = builder.input(InputMetadata {
        name: "korea-17.json".to_owned(),
        citation: text(&data, "citation").unwrap(),
        as_of: Date::parse_iso(data["as_of"].as_str().unwrap()),
        ..InputMetadata::default()
    });
    let mut handles = std::collections::BTreeMap::new();
    for one in data["institutions"].as_array().unwrap() {
        let names = Names {
            name: text(one, "name").unwrap(),
            name_ko: text(one, "name_ko"),
            common: text(one, "common"),
            common_ko: text(one, "common_ko"),
            short: text(one, "short"),
            short_ko: text(one, "short_ko"),
        };
        let list = |key: &str| one[key].as_array().cloned().unwrap_or_default();
        let id = text(one, "id").unwrap();
        let institution = Institution {
            id: id.clone(),
            names,
            countries: list("countries").iter().filter_map(|code| Country::parse(code.as_str()?)).collect(),
            sectors: list("sectors").iter().filter_map(|sector| Sector::parse(sector.as_str()?)).collect(),
            ..Institution::default()
        };
        handles.insert(id, builder.institution(institution));
    }
    for work in data["works"].as_array().unwrap() {
        let id = |member: &Value| member["id"].as_str().or(member.as_str()).unwrap().to_owned();
        let institutions: Vec<_> =
            work["institutions"].as_array().unwrap().iter().map(|member| handles[&id(member)]).collect();
        builder.work(&WorkFacts {
            name: work["name"].as_str().unwrap(),
            date: Date::parse_iso(work["date"].as_str().unwrap()),
            institutions: &institutions,
            source: collabgraph::corpus::work::RowLocation { input, line: 0 },
            ..WorkFacts::default()
        });
    }
    builder.finish()
}

/// Works over institutions `0..`, named by `name`; dated and with sectors in turn when asked for.
pub(crate) fn made(teams: &[Vec<usize>], name: impl Fn(usize) -> Names, detail: Detail) -> Corpus {
    let mut builder = CorpusBuilder::new();
    let len = teams.iter().flatten().max().map_or(0, |last| last + 1);
    let handles: Vec<_> = (0..len)
        .map(|number| {
            let sectors = if detail == Detail::Full { vec![Sector::ALL[number % 4]] } else { Vec::new() };
            builder.institution(Institution { names: name(number), sectors, ..Institution::default() })
        })
        .collect();
    for (number, team) in teams.iter().enumerate() {
        let institutions: Vec<_> = team.iter().map(|&member| handles[member]).collect();
        let title = format!("Model {}", number + 1);
        let date = if detail == Detail::Full { Date::year(2016 + (number % 9) as u16) } else { None };
        builder.work(&WorkFacts { name: &title, date, institutions: &institutions, ..WorkFacts::default() });
    }
    builder.finish()
}

/// What works and institutions are given.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Detail {
    /// Dates and sectors.
    Full,
    /// Names only.
    Bare,
}

/// A CSV table split into records, quotes and line feeds in cells understood.
pub(crate) fn records(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = text.trim_start_matches('\u{feff}').chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            '\r' if !quoted => {}
            _ => cell.push(letter),
        }
    }
    rows
}

/// The Epoch table of 2025-04-08, names as recorded but for the two merges that the reference pictures
/// make; the committed table where it is missing.
pub(crate) fn world() -> Corpus {
    let path = tables::shared(tables::EPOCH).unwrap_or_else(tables::made_up);
    let text = std::fs::read_to_string(path).unwrap();
    let rows = records(&text);
    let column = |names: &[&str]| rows[0].iter().position(|head| names.contains(&head.as_str())).unwrap();
    let (name, organization) = (column(&["Model", "System"]), column(&["Organization"]));
    let (date, kind) = (column(&["Publication date"]), column(&["Organization categorization"]));
    let authority = Authority::built_in();
    let mut builder = CorpusBuilder::new();
    let input = builder.input(InputMetadata {
        name: "epoch-notable-2025-04-08.csv".to_owned(),
        citation: "Epoch AI, Notable AI Models (CC BY 4.0)".to_owned(),
        as_of: Date::parse_iso("2025-04-08"),
        ..InputMetadata::default()
    });
    let mut handles: std::collections::BTreeMap<String, _> = std::collections::BTreeMap::new();
    for row in &rows[1..] {
        let list = |text: &str| -> Vec<String> {
            text.split(',').map(|one| one.trim().to_owned()).filter(|one| !one.is_empty()).collect()
        };
        let mut names = list(&row[organization]);
        for one in &mut names {
            if one == "LG" && row[name] == "Volcano 13B" {
                *one = "LG AI Research".to_owned();
            }
            if one == "Swiss Federal Institute of Technology" {
                *one = "École Polytechnique Fédérale de Lausanne (EPFL)".to_owned();
            }
        }
        let kinds = list(&row[kind]);
        let institutions: Vec<_> = names
            .iter()
            .map(|one| {
                let handle = *handles.entry(one.clone()).or_insert_with(|| {
                    let known = match authority.judge(one, "") {
                        Verdict::Preferred(known) | Verdict::Variant(known) => Some(known),
                        _ => None,
                    };
                    // Names and sector as the authority has them; nothing merged but the two above.
                    let names = known.map_or_else(|| Names::plain(one), |known| known.names.clone());
                    let sectors = known.map(|known| known.sectors.clone()).unwrap_or_default();
                    let id = collabgraph::corpus::naming::slug(one);
                    builder.institution(Institution { id, names, sectors, ..Institution::default() })
                });
                if kinds.len() == names.len() || names.len() == 1 {
                    let at = names.iter().position(|name| name == one).unwrap();
                    let sector = kinds.get(at).and_then(|kind| Sector::parse(kind));
                    let institution = builder.institution_mut(handle);
                    if institution.sectors.is_empty() {
                        institution.sectors.extend(sector);
                    }
                }
                handle
            })
            .collect();
        builder.work(&WorkFacts {
            name: row[name].trim(),
            date: Date::parse_iso(row[date].trim()),
            institutions: &institutions,
            source: collabgraph::corpus::work::RowLocation { input, line: 0 },
            ..WorkFacts::default()
        });
    }
    builder.finish()
}
