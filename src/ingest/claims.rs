//! A file of claims: JSON, `{"sources": […], "tables": […], "claims": […]}`; see
//! `data/schema/claims.schema.json`.

use crate::corpus::claim::{Claim, ClaimSource, Claims, Edition, ReferenceTable, Test};
use crate::format::json::Text;
use crate::message;
use crate::messages::Message;
use crate::source::error::Error;
use crate::source::input::Input;
use crate::source::position::locate;
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::value::RawValue;
use std::collections::BTreeMap;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Document<'a> {
    #[serde(rename = "$schema", default)]
    _schema: IgnoredAny,
    #[serde(default)]
    sources: Vec<ClaimSource>,
    #[serde(default)]
    tables: Vec<ReferenceTable>,
    #[serde(default)]
    editions: Vec<Edition>,
    #[serde(borrow)]
    claims: Vec<&'a RawValue>,
}

/// What the news article says from which the project grew, statement by statement.
pub const ARTICLE: &str = include_str!("../../data/claims-article.json");
/// The counts and partners of the institutions behind the 17 Korean models.
pub const KOREA: &str = include_str!("../../data/claims-korea-17.json");

/// The claims of the article.
///
/// # Errors
/// None in a build that passed its tests.
pub fn article() -> Result<Claims, Error> {
    parse("claims-article.json", ARTICLE)
}

/// The counts and partners behind the 17 Korean models.
///
/// # Errors
/// None in a build that passed its tests.
pub fn korea() -> Result<Claims, Error> {
    parse("claims-korea-17.json", KOREA)
}

/// Reads a file of claims (gzip is unpacked).
///
/// # Errors
/// No such file, no UTF-8, no JSON, or JSON of another shape: with line and column in characters.
pub fn read(input: &Input) -> Result<Claims, Error> {
    let (name, text) = (input.name(), input.text()?);
    parse(&name, &text)
}

/// Reads claims from a text.
///
/// # Errors
/// As [`read`].
pub fn parse(name: &str, text: &str) -> Result<Claims, Error> {
    let json = Text { name, text };
    let document: Document<'_> = json.read(text)?;
    let raws: Vec<&str> = document.claims.iter().map(|raw| raw.get()).collect();
    let mut claims = Vec::with_capacity(document.claims.len());
    for raw in &document.claims {
        claims.push(json.read::<Claim>(raw.get())?);
    }
    let Document { sources, tables, editions, .. } = document;
    let read = Claims { sources, tables, editions, claims };
    Reader { json, raws }.check(&read)?;
    Ok(read)
}

struct Reader<'t> {
    json: Text<'t>,
    raws: Vec<&'t str>,
}

impl Reader<'_> {
    /// Ids are unique, and whatever is referred to is there.
    fn check(&self, read: &Claims) -> Result<(), Error> {
        let mut ids: BTreeMap<&str, usize> = BTreeMap::new();
        for (position, claim) in read.claims.iter().enumerate() {
            if ids.insert(&claim.id, position).is_some() {
                return Err(self.fault(position, "id", &claim.id, message!("ingest-stands-twice")));
            }
        }
        for (position, claim) in read.claims.iter().enumerate() {
            if !read.sources.iter().any(|source| source.id == claim.source) {
                return Err(self.fault(position, "source", &claim.source, message!("ingest-among-sources")));
            }
            if let Some(needs) = &claim.needs
                && !read.tables.iter().any(|table| table.id == *needs)
            {
                return Err(self.fault(position, "needs", needs, message!("ingest-among-tables")));
            }
            for test in claim.note_if.iter().chain([&claim.test]) {
                if let Test::Sum(sum) = test {
                    self.check_sum(position, sum.parts.iter().chain([&sum.total]), read, &ids)?;
                }
            }
        }
        Ok(())
    }

    fn check_sum<'s>(
        &self,
        position: usize,
        parts: impl Iterator<Item = &'s String>,
        read: &Claims,
        ids: &BTreeMap<&str, usize>,
    ) -> Result<(), Error> {
        for part in parts {
            let Some(&at) = ids.get(part.as_str()) else {
                return Err(self.fault(position, "test", part, message!("ingest-no-claim-file")));
            };
            if !matches!(read.claims[at].test, Test::Count(_) | Test::Joint(_) | Test::Work(_)) {
                return Err(self.fault(position, "test", part, message!("ingest-claim-without-number-works")));
            }
        }
        Ok(())
    }

    /// An error at a value within a claim.
    fn fault(&self, position: usize, key: &str, value: &str, what: Message) -> Error {
        let raw = self.raws[position];
        let quoted = serde_json::to_string(value).unwrap_or_default();
        let from = raw.find(&format!("\"{key}\"")).unwrap_or(0);
        let within = raw[from..].find(&quoted).map_or(0, |at| from + at);
        let place = locate(self.json.text, self.json.offset(raw) + within);
        Error::at(self.json.name, place.line, place.column, message!("ingest-mend-file", value = value, what = what))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn place(claims: &str) -> String {
        let text = format!("{{\"sources\": [{{\"id\": \"s\", \"title\": \"S\"}}],\n\"claims\": [{claims}]}}");
        parse("c.json", &text).unwrap_err().place()
    }

    #[test]
    fn the_compiled_in_claims_are_read() {
        assert!(article().unwrap().claims.len() > 25);
        assert!(!korea().unwrap().claims.is_empty());
    }

    #[test]
    fn every_fault_has_a_place() {
        let good = r#"{"id": "a", "text": "가", "source": "s", "test": {"count": {"value": 1}}}"#;
        assert_eq!(place(&format!("{good},\n{good}")), "c.json:3:8");
        assert_eq!(
            place(r#"{"id": "a", "text": "가", "source": "t", "test": {"count": {"value": 1}}}"#),
            "c.json:2:47"
        );
        for bad in [good.replace("1}", "\"x\"}"), good.replace("count", "kount"), good.replace("1}", "1, \"x\": 2}")] {
            let place = place(&bad);
            let column: u64 = place.strip_prefix("c.json:2:").unwrap().parse().unwrap();
            assert!(column > 50, "{place}");
        }
        assert!(place(&good.replace("1}", "1, \"of\": {\"during\": \"May\"}}")).starts_with("c.json:2:"));
        assert!(
            place(r#"{"id": "t", "text": "", "source": "s", "test": {"sum": {"parts": ["q"], "total": "t"}}}"#)
                .starts_with("c.json:2:")
        );
    }
}
