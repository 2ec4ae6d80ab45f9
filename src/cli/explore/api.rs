//! The JSON answers of the command line over HTTP: `/api/who?name=KAIST&since=2020` is
//! `collab who KAIST --since 2020 --json`.

use collabgraph::analysis::Analysis;
use collabgraph::analysis::query::{self, Query};
use collabgraph::analysis::settings::Settings;
use collabgraph::corpus::kind::ActorKind;
use collabgraph::render::json;
use serde_json::{Map, Value};

use crate::explore::serve::Reply;
use crate::session::Session;

/// A question: the parameters that it needs and those that it may have, under the names of [`Query`].
struct ApiQuestion {
    name: &'static str,
    needed: &'static [&'static str],
    optional: &'static [&'static str],
}

const fn question(
    name: &'static str,
    needed: &'static [&'static str],
    optional: &'static [&'static str],
) -> ApiQuestion {
    ApiQuestion { name, needed, optional }
}

/// All questions but those that rest on other files (`check`, `diff`).
const QUESTIONS: [ApiQuestion; 23] = [
    question("overview", &[], &[]),
    question("who", &["name"], &[]),
    question("between", &["a", "b"], &[]),
    question("between-sets", &["from", "to"], &[]),
    question("path", &["a", "b"], &["alternatives", "weighted"]),
    question("works", &[], &[]),
    question("institutions", &[], &[]),
    question("rank", &[], &["by", "top", "approximate", "weighted"]),
    question("clusters", &[], &["method", "quality", "resolution", "normalization", "seed", "random-starts"]),
    question("components", &[], &[]),
    question("statistics", &[], &[]),
    question("common", &["names"], &[]),
    question("never", &[], &["top"]),
    question("predict", &[], &["by", "top"]),
    question("trend", &[], &["by", "measure", "of", "cumulative", "top"]),
    question("most-cited", &[], &["top"]),
    question("strongest", &[], &["top", "significance", "alpha"]),
    question("brokers", &[], &["by", "top"]),
    question("indicators", &[], &["by", "top"]),
    question("counting", &[], &["top"]),
    question("timeline", &[], &["name", "top"]),
    question("search", &["text"], &["top"]),
    question("names", &[], &[]),
];

/// What a parameter is in the JSON of questions and settings.
#[derive(Clone, Copy, PartialEq, Eq)]
enum ParameterType {
    Text,
    Number,
    Flag,
    /// It may stand several times.
    List,
}

/// Parameters of every question: language, level, counting and filters, as on the command line.
const SETTINGS: [(&str, ParameterType); 17] = [
    ("lang", ParameterType::Text),
    ("level", ParameterType::Text),
    ("counting", ParameterType::Text),
    ("max-team", ParameterType::Number),
    ("since", ParameterType::Text),
    ("until", ParameterType::Text),
    ("country", ParameterType::List),
    ("country-all", ParameterType::List),
    ("sector", ParameterType::List),
    ("criterion", ParameterType::List),
    ("domain", ParameterType::List),
    ("institution", ParameterType::List),
    ("only", ParameterType::List),
    ("across", ParameterType::List),
    ("among", ParameterType::List),
    ("min-works", ParameterType::Number),
    ("strongest", ParameterType::Number),
];

/// What a parameter of a question or of the settings is.
fn parameter_type(question: &str, key: &str) -> ParameterType {
    match key {
        "by" if question == "indicators" => ParameterType::List,
        "names" | "from" | "to" | "of" => ParameterType::List,
        "alternatives" | "top" | "approximate" | "resolution" | "seed" | "random-starts" | "alpha" => {
            ParameterType::Number
        }
        "weighted" | "cumulative" => ParameterType::Flag,
        key => SETTINGS.iter().find(|(name, _)| *name == key).map_or(ParameterType::Text, |(_, kind)| *kind),
    }
}

/// Paths beside the shortest, at most: a request is answered at once.
const MAX_ALTERNATIVES: usize = 20;

/// Answers one of them; no result is an answer too (`found` is false), so its status is 200.
pub(crate) fn answer(session: &Session, question: &str, query: &str) -> Reply {
    if question.is_empty() {
        let list: Vec<String> = QUESTIONS.iter().map(ApiQuestion::shape).collect();
        return Reply::json(
            200,
            format!("{}\n", serde_json::json!({ "questions": list, "settings": SETTINGS.map(|(name, _)| name) })),
        );
    }
    let Some(known) = QUESTIONS.iter().find(|known| known.name == question) else {
        return Reply::error(404, "There is no such question; /api/ lists them.");
    };
    let given = match parsed(query) {
        Ok(given) => given,
        Err(sentence) => return Reply::error(400, sentence),
    };
    match known.asked(&given) {
        Err(sentence) => Reply::error(400, &sentence),
        Ok((query, None)) => reply_to(session, &query),
        Ok((query, Some(settings))) => under_settings(session, &query, settings, &given),
    }
}

fn reply_to(analysis: &Analysis, query: &Query) -> Reply {
    match query::answer(analysis, query, false) {
        Ok(answer) => Reply::json(200, json::write(&answer, &json::Options::default())),
        Err(error) => Reply::error(404, &error.text(analysis.settings.language)),
    }
}

/// Answers under settings of the request, which stand above those that the server was started with.
fn under_settings(session: &Session, query: &Query, settings: Settings, given: &Given) -> Reply {
    let own = &session.settings;
    let is_group = |level: ActorKind| level == ActorKind::Group;
    if !own.level.are_institutions() || is_group(own.level) != is_group(settings_level(&settings, own, given)) {
        return Reply::error(400, "Institutions of this level were not read; start the server with another --level.");
    }
    match session.with_settings(laid_over(own, settings, given)) {
        Ok(analysis) => reply_to(&analysis, query),
        Err(error) => Reply::error(400, &error.text(own.language)),
    }
}

fn has(given: &Given, key: &str) -> bool {
    given.iter().any(|(name, _)| name == key)
}

fn settings_level(settings: &Settings, own: &Settings, given: &Given) -> ActorKind {
    if has(given, "level") { settings.level } else { own.level }
}

/// The settings of the server, but for those that the request gives.
fn laid_over(own: &Settings, wanted: Settings, given: &Given) -> Settings {
    let mut settings = own.clone();
    macro_rules! take {
        ($($key:literal $field:ident),*) => { $(if has(given, $key) { settings.$field = wanted.$field; })* };
    }
    take!(
        "lang" language, "level" level, "counting" counting, "max-team" max_team, "since" since, "until" until,
        "country" country, "country-all" country_all, "sector" sector, "criterion" criterion, "domain" domain,
        "institution" institution, "only" only, "across" across, "among" among, "min-works" min_works,
        "strongest" strongest
    );
    settings
}

impl ApiQuestion {
    fn shape(&self) -> String {
        let needed = self.needed.iter().map(|key| format!("{key}=…"));
        let list: Vec<String> = needed.chain(self.optional.iter().map(|key| format!("[{key}=…]"))).collect();
        if list.is_empty() { format!("/api/{}", self.name) } else { format!("/api/{}?{}", self.name, list.join("&")) }
    }

    /// The query of a request, and its settings if there are any.
    fn asked(&self, given: &Given) -> Result<(Query, Option<Settings>), String> {
        if let Some(missing) =
            self.needed.iter().find(|key| !given.iter().any(|(name, value)| name == *key && !value.trim().is_empty()))
        {
            return Err(format!("The parameter {missing} is missing."));
        }
        let is_own = |key: &str| self.needed.contains(&key) || self.optional.contains(&key);
        if let Some((unknown, _)) =
            given.iter().find(|(key, _)| !is_own(key) && !SETTINGS.iter().any(|(name, _)| name == key))
        {
            let settings = SETTINGS.map(|(name, _)| name).join(", ");
            return Err(format!("“{unknown}” is no parameter; expected {}, or {settings}.", self.shape()));
        }
        let (own, settings): (Given, Given) = given.iter().cloned().partition(|(key, _)| is_own(key));
        let mut query = self.values(&own)?;
        query.insert("question".to_owned(), self.name.into());
        let mut query = serde_json::from_value(Value::Object(query)).map_err(|error| error.to_string())?;
        if let Query::Path { alternatives, .. } = &mut query {
            *alternatives = (*alternatives).min(MAX_ALTERNATIVES);
        }
        if settings.is_empty() {
            return Ok((query, None));
        }
        let settings = serde_json::from_value(Value::Object(self.values(&settings)?));
        Ok((query, Some(settings.map_err(|error| error.to_string())?)))
    }

    /// Parameters as the JSON that questions and settings are read from.
    fn values(&self, given: &Given) -> Result<Map<String, Value>, String> {
        let mut found = Map::new();
        for (key, text) in given {
            let kind = parameter_type(self.name, key);
            let value = match (kind, text.as_str()) {
                (ParameterType::Flag, "" | "true" | "1") => Value::Bool(true),
                (ParameterType::Flag, "false" | "0") => Value::Bool(false),
                (ParameterType::Flag, _) => return Err(format!("{key}={text}: expected true or false.")),
                (ParameterType::Number, _) => {
                    let number = serde_json::from_str::<serde_json::Number>(text);
                    Value::Number(number.map_err(|_| format!("{key}={text}: expected a number."))?)
                }
                (ParameterType::Text | ParameterType::List, _) => Value::String(text.clone()),
            };
            if kind == ParameterType::List {
                let list = found.entry(key.clone()).or_insert_with(|| Value::Array(Vec::new()));
                list.as_array_mut().into_iter().for_each(|list| list.push(value.clone()));
            } else if found.insert(key.clone(), value).is_some() {
                return Err(format!("{key} is given twice."));
            }
        }
        Ok(found)
    }
}

type Given = Vec<(String, String)>;

/// `a=1&b=2` with percent escapes and `+` for a space.
fn parsed(query: &str) -> Result<Given, &'static str> {
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    pairs
        .map(|pair| {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            Ok((decoded(key)?, decoded(value)?))
        })
        .collect()
}

fn decoded(text: &str) -> Result<String, &'static str> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let digit = |byte: Option<u8>| byte.and_then(|byte| char::from(byte).to_digit(16));
                match (digit(rest.next()), digit(rest.next())) {
                    (Some(high), Some(low)) => (high * 16 + low) as u8,
                    _ => return Err("The address has a % that two hexadecimal digits do not follow."),
                }
            }
            other => other,
        });
    }
    String::from_utf8(bytes).map_err(|_| "The address is no UTF-8.")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn escapes_are_read_and_broken_ones_refused() {
        assert_eq!(
            parsed("name=%EC%B9%B4+%26&b").unwrap(),
            [("name".to_owned(), "카 &".to_owned()), ("b".to_owned(), String::new())]
        );
        assert!(parsed("a=%4").is_err() && parsed("a=%zz").is_err() && parsed("a=%FF").is_err());
    }
}
