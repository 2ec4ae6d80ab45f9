//! The JSON answers of the command line over HTTP: `/api/who?name=KAIST` is `collab who KAIST --json`.

use collabgraph::analysis::query::{self, ClusterOptions, Query};
use collabgraph::prediction::scores::Predictor;
use collabgraph::render::json;
use collabgraph::selection::backbone::LEVEL;

use crate::explore::serve::Reply;
use crate::session::Session;

/// Questions with the names of their parameters.
const QUESTIONS: [(&str, &[&str]); 14] = [
    ("overview", &[]),
    ("who", &["name"]),
    ("between", &["a", "b"]),
    ("path", &["a", "b", "alternatives", "weighted"]),
    ("works", &[]),
    ("institutions", &[]),
    ("rank", &["by", "top", "weighted"]),
    ("clusters", &[]),
    ("components", &[]),
    ("common", &["name"]),
    ("predict", &["top"]),
    ("statistics", &[]),
    ("strongest", &["top"]),
    ("search", &["text", "top"]),
];

/// Answers one of them; no result is an answer too (`found` is false), so its status is 200.
pub(crate) fn answer(session: &Session, question: &str, query: &str) -> Reply {
    if question.is_empty() {
        let list: Vec<String> = QUESTIONS.iter().map(|(name, parameters)| shape(name, parameters)).collect();
        return Reply::json(200, format!("{}\n", serde_json::json!({ "questions": list })));
    }
    let Some((_, parameters)) = QUESTIONS.iter().find(|(name, _)| *name == question) else {
        return Reply::error(404, "There is no such question; /api/ lists them.");
    };
    let given = match parsed(query) {
        Ok(given) => given,
        Err(sentence) => return Reply::error(400, sentence),
    };
    if let Some((unknown, _)) = given.iter().find(|(key, _)| !parameters.contains(&key.as_str())) {
        return Reply::error(400, &format!("“{unknown}” is no parameter; expected {}.", shape(question, parameters)));
    }
    match asked(question, &given) {
        Err(sentence) => Reply::error(400, &sentence),
        Ok(query) => reply_to(session, &query),
    }
}

fn reply_to(session: &Session, query: &Query) -> Reply {
    match query::answer(session, query, false) {
        Ok(answer) => Reply::json(200, json::write(&answer, &json::Options::default())),
        Err(error) => Reply::error(404, &error.text(session.settings.language)),
    }
}

fn shape(name: &str, parameters: &[&str]) -> String {
    let list = parameters.iter().map(|key| format!("{key}=…")).collect::<Vec<_>>().join("&");
    if list.is_empty() { format!("/api/{name}") } else { format!("/api/{name}?{list}") }
}

type Given = Vec<(String, String)>;

fn asked(question: &str, given: &Given) -> Result<Query, String> {
    let text = |key: &str| {
        let found = given.iter().find(|(name, value)| name == key && !value.trim().is_empty());
        found.map(|(_, value)| value.clone()).ok_or_else(|| format!("The parameter {key} is missing."))
    };
    let count = |key: &str, usual: usize| match given.iter().find(|(name, _)| name == key) {
        Some((_, value)) => value.parse().map_err(|_| format!("{key}={value}: expected a whole number.")),
        None => Ok(usual),
    };
    let limit = |usual: usize| count("top", usual);
    let flag = |key: &str| given.iter().any(|(name, value)| name == key && value != "false");
    Ok(match question {
        "who" => Query::Who { name: text("name")? },
        "between" => Query::Between { a: text("a")?, b: text("b")? },
        "path" => Query::Path {
            a: text("a")?,
            b: text("b")?,
            alternatives: count("alternatives", 2)?.min(20),
            weighted: flag("weighted"),
        },
        "works" => Query::Works {},
        "institutions" => Query::Institutions {},
        "rank" => Query::Rank {
            by: measure(text("by").ok().as_deref())?,
            top: Some(limit(0)?),
            approximate: None,
            weighted: flag("weighted"),
        },
        "clusters" => Query::Clusters(ClusterOptions::default()),
        "components" => Query::Components {},
        "common" => {
            let names: Vec<String> =
                given.iter().filter(|(key, _)| key == "name").map(|(_, value)| value.clone()).collect();
            if names.len() < 2 {
                return Err("Give name twice or more: /api/common?name=…&name=….".to_owned());
            }
            Query::Common { names }
        }
        "predict" => Query::Predict { by: Predictor::default(), top: limit(20)? },
        "statistics" => Query::Statistics {},
        "strongest" => Query::Strongest { top: limit(20)?, significance: None, alpha: LEVEL },
        "search" => Query::Search { text: text("text")?, top: limit(20)? },
        _ => Query::Overview {},
    })
}

fn measure(text: Option<&str>) -> Result<collabgraph::centrality::measure::Measure, String> {
    use collabgraph::centrality::measure::Measure;
    let Some(text) = text else { return Ok(Measure::Strength) };
    let known = || Measure::ALL.map(Measure::key).join(", ");
    Measure::parse(text).ok_or_else(|| format!("by={text}: expected one of {}.", known()))
}

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
