//! The compiled-in data: schemas, and what no schema can say.

use std::collections::{BTreeMap, BTreeSet};

use collabgraph::corpus::country::Country;
use collabgraph::corpus::naming::{fold, slug};
use serde_json::Value;

const KOREA: &str = include_str!("../../data/korea-17.json");
const AUTHORITY: &str = include_str!("../../data/authority.json");
const COUNTRIES: &str = include_str!("../../data/countries.json");

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn list<'v>(value: &'v Value, key: &str) -> std::slice::Iter<'v, Value> {
    value.get(key).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default().iter()
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn both() -> [Value; 2] {
    [json(KOREA), json(AUTHORITY)]
}

fn institutions() -> Vec<Value> {
    both().iter().flat_map(|file| list(file, "institutions").cloned().collect::<Vec<_>>()).collect()
}

#[test]
fn the_files_follow_their_schemas() {
    for (schema, file) in [
        (include_str!("../../data/schema/korea-17.schema.json"), KOREA),
        (include_str!("../../data/schema/authority.schema.json"), AUTHORITY),
        (include_str!("../../data/schema/countries.schema.json"), COUNTRIES),
        (include_str!("../../data/schema/model-names.schema.json"), include_str!("../../data/model-names.json")),
    ] {
        let schema = json(schema);
        assert!(jsonschema::meta::is_valid(&schema));
        let validator = jsonschema::draft202012::new(&schema).unwrap();
        let file = json(file);
        let errors: Vec<String> = validator.iter_errors(&file).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{errors:#?}");
    }
}

#[test]
fn the_schemas_refuse_what_is_wrong() {
    let schema = json(include_str!("../../data/schema/korea-17.schema.json"));
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    assert!(validator.is_valid(&json(KOREA)));
    let spoils: [fn(&mut Value); 5] = [
        |file| file["works"][0]["model"] = "x".into(),
        |file| file["works"][0]["date"] = "11 November 2016".into(),
        |file| file["institutions"][0]["ror"] = "04h9pn542".into(),
        |file| file["institutions"][0]["id"] = "Seoul".into(),
        |file| file["works"][0]["citations_as_of"] = Value::Null,
    ];
    for (number, spoil) in spoils.iter().enumerate() {
        let mut file = json(KOREA);
        spoil(&mut file);
        assert!(!validator.is_valid(&file), "{number}");
    }
}

#[test]
fn seventeen_works_of_fourteen_institutions() {
    let korea = json(KOREA);
    assert_eq!((list(&korea, "works").count(), list(&korea, "institutions").count()), (17, 14));
    let mut works: BTreeMap<&str, usize> = list(&korea, "institutions").map(|one| (text(one, "id"), 0)).collect();
    let (mut pairs, mut weight) = (BTreeSet::new(), 0);
    for work in list(&korea, "works") {
        let id = |one: &'_ Value| one.as_str().unwrap_or_else(|| text(one, "id")).to_owned();
        let team: Vec<String> = list(work, "institutions").map(id).collect();
        for (position, one) in team.iter().enumerate() {
            *works.get_mut(one.as_str()).unwrap_or_else(|| panic!("{one} is not declared")) += 1;
            for other in &team[position + 1..] {
                pairs.insert((one.min(other).clone(), one.max(other).clone()));
                weight += 1;
            }
        }
    }
    assert_eq!((pairs.len(), weight), (24, 55));
    let expected = [
        ("snu", 5),
        ("kaist", 5),
        ("naver", 4),
        ("korea-university", 3),
        ("lg-ai-research", 3),
        ("samsung", 2),
        ("yonsei-university", 1),
        ("princeton-university", 1),
        ("epfl", 1),
        ("tum", 3),
        ("nvidia", 3),
        ("google", 3),
        ("ornl", 3),
        ("med-ai-technology", 3),
    ];
    assert_eq!(works, BTreeMap::from(expected));
}

#[test]
fn facts_of_the_table_stand_as_they_are() {
    let korea = json(KOREA);
    let work = |name: &str| list(&korea, "works").find(|work| text(work, "name") == name).unwrap();
    let citations: u64 = list(&korea, "works").filter_map(|work| work.get("citations")?.as_u64()).sum();
    assert_eq!(citations, 2395 + 5348 + 6 + 718 + 17 + 1560 + 108 + 396 + 92 + 8 + 68 + 68 + 28);
    assert!(list(&korea, "works").all(|work| work.get("citations").is_some() == work.get("citations_as_of").is_some()));
    assert_eq!(list(work("EXAONE 3.5 32B"), "authors").count(), 32);
    assert_eq!(list(work("ProtBERT-BFD"), "links").count(), 2);
    assert!(["title", "links", "authors"].iter().all(|key| work("HyperCLOVA 204B").get(key).is_none()));
    assert_eq!(text(work("PyramidNet"), "date"), "2017-09-06");
    let recorded =
        |name| list(work(name), "institutions").map(|one| text(one, "recorded")).find(|name| !name.is_empty());
    assert_eq!(recorded("Volcano 13B"), Some("LG"));
    assert_eq!(recorded("StarGAN v2"), Some("Swiss Federal Institute of Technology"));
    let med = list(&korea, "institutions").find(|one| text(one, "id") == "med-ai-technology").unwrap();
    assert!(["name_ko", "common_ko", "sectors", "ror"].iter().all(|key| med.get(key).is_none()), "nothing is invented");
}

#[test]
fn every_source_is_declared_and_every_field_has_one() {
    for file in both() {
        let declared: BTreeSet<&str> = list(&file, "sources").map(|source| text(source, "id")).collect();
        let check = |source: &Value| {
            for id in source.as_array().map_or(std::slice::from_ref(source), Vec::as_slice) {
                assert!(declared.contains(id.as_str().unwrap()), "{id}");
            }
        };
        for institution in list(&file, "institutions") {
            let sources = institution["sources"].as_object().unwrap();
            sources.values().for_each(check);
            for field in ["name", "name_ko", "common_ko", "countries", "sectors", "variants", "parent"] {
                let bare = institution.get(field).is_some() && !sources.contains_key(field);
                assert!(!bare || text(institution, "id") == "med-ai-technology", "{institution}: {field}");
            }
        }
        for work in list(&file, "works") {
            check(&work["source"]);
            work.get("sources").and_then(Value::as_object).into_iter().flat_map(|map| map.values()).for_each(check);
            list(work, "statements").for_each(|statement| check(&statement["source"]));
        }
        list(&file, "corrections").for_each(|correction| check(&correction["source"]));
    }
}

#[test]
fn ids_are_slugs_and_stand_once() {
    let mut seen = BTreeSet::new();
    for institution in institutions() {
        let id = text(&institution, "id").to_owned();
        assert_eq!(slug(&id), id);
        assert!(seen.insert(id.clone()), "{id} stands twice");
    }
}

#[test]
fn parents_exist_and_go_up() {
    let all = institutions();
    let parents: BTreeMap<&str, &str> = all.iter().map(|one| (text(one, "id"), text(one, "parent"))).collect();
    for id in parents.keys() {
        let (mut at, mut steps) = (*id, 0);
        while !parents[at].is_empty() {
            assert!(parents.contains_key(parents[at]), "{at}: no {}", parents[at]);
            at = parents[at];
            steps += 1;
            assert!(steps < 10, "{id} is its own ancestor");
        }
    }
    for correction in both().iter().flat_map(|file| list(file, "corrections")) {
        assert!(parents.contains_key(text(correction, "is")));
    }
}

#[test]
fn no_spelling_is_claimed_twice() {
    let mut claims: BTreeMap<String, String> = BTreeMap::new();
    let mut rors = BTreeSet::new();
    for institution in institutions() {
        let id = text(&institution, "id");
        let names = ["name", "name_ko", "common", "common_ko"].map(|key| text(&institution, key));
        let variants = list(&institution, "variants").filter_map(Value::as_str);
        for name in names.into_iter().filter(|name| !name.is_empty()).chain(variants) {
            // Folded, which is stricter than what the authority does.
            let owner = claims.entry(fold(name)).or_insert_with(|| id.to_owned());
            assert_eq!(owner, id, "{name}");
        }
        let ror = text(&institution, "ror");
        assert!(ror.is_empty() || rors.insert(ror.to_owned()), "{ror} stands twice");
    }
}

#[test]
fn countries_are_registered_and_no_name_is_shared() {
    for institution in institutions() {
        for code in list(&institution, "countries").filter_map(Value::as_str) {
            assert_eq!(Country::parse(code).unwrap().code(), code);
        }
    }
    let countries = json(COUNTRIES);
    let countries = countries.as_array().unwrap();
    assert_eq!(countries.len(), 250);
    let mut owners: BTreeMap<String, &str> = BTreeMap::new();
    for country in countries {
        let code = text(country, "code");
        let names = ["code", "en", "ko"].map(|key| text(country, key)).into_iter();
        for name in names.chain(list(country, "also").filter_map(Value::as_str)) {
            assert_eq!(*owners.entry(fold(name)).or_insert(code), code, "{name}");
        }
    }
}

#[test]
fn countries_are_read_as_tables_spell_them() {
    for (name, code) in [
        ("Korea (Republic of)", "KR"),
        ("한국", "KR"),
        ("대한민국", "KR"),
        ("South Korea", "KR"),
        ("United States of America", "US"),
        ("USA", "US"),
        ("미국", "US"),
        ("UK", "GB"),
        ("United Kingdom of Great Britain and Northern Ireland", "GB"),
        ("Iran (Islamic Republic of)", "IR"),
        ("Czechia", "CZ"),
        ("Hong Kong", "HK"),
        ("Taiwan", "TW"),
        ("Russia", "RU"),
        ("북한", "KP"),
    ] {
        assert_eq!(Country::parse(name).unwrap().code(), code, "{name}");
    }
    assert_eq!(Country::parse("Multinational"), None);
    assert_eq!(Country::parse("KR").unwrap().names(), ("South Korea", "한국"));
}
