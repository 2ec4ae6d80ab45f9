//! Works of Crossref: an answer of its service, a single work, or a file of its dump.

use std::borrow::Cow;

use crate::corpus::date::Date;
use crate::format::info::{FormatInfo, Syntax};
use crate::format::json::Fields;
use crate::format::json_node::Node;
use crate::format::json_shape::Schema;
use crate::format::json_works::{JsonWorks, count_of, nodes, objects, text_of};
use crate::ingest::publications::{ExportAdvice, ExportSource, Publication, RecordedAffiliation};
use crate::ingest::record::Standing;
use crate::names::affiliation::AddressGrammar;

/// Decodes works of Crossref.
pub(crate) static CROSSREF: JsonWorks = JsonWorks {
    info: &FormatInfo { key: "crossref", aliases: &[], extensions: &[], syntax: Syntax::Json, precedence: 2 },
    schema: Schema::Crossref,
    source: ExportSource { name: "Crossref JSON", field: "author.affiliation", advice: ExportAdvice::Nothing },
    holders: &[&["message", "items"], &["items"], &["message"]],
    keys: &["DOI", "title"],
    publication,
    caution: None,
};

fn publication<'t>(work: &Fields<'t>) -> Publication<'t> {
    let title = nodes(work, "title").first().and_then(|title| title.word()).unwrap_or_default();
    let dated = ["issued", "published", "published-print", "published-online", "posted", "created"];
    let date = dated.iter().find_map(|key| date(&work.inner(key)?));
    let authors = objects(work, "author");
    let name = |author: &Fields<'t>| {
        let parts = ["given", "family", "name"].map(|key| text_of(author, key));
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    };
    let is_retraction =
        |update: &Fields<'t>| matches!(text_of(update, "type").as_str(), "retraction" | "withdrawal" | "removal");
    Publication {
        title,
        date,
        doi: Cow::Owned(text_of(work, "DOI")),
        authors: authors.iter().map(name).collect::<Vec<_>>().join("; "),
        author_ids: ids(authors.iter().map(|author| text_of(author, "ORCID"))),
        link: Cow::Owned(text_of(work, "URL")),
        citations: count_of(work, "is-referenced-by-count"),
        affiliations: authors
            .iter()
            .flat_map(|author| objects(author, "affiliation"))
            .filter_map(|one| affiliation(&one))
            .collect(),
        standing: Standing {
            is_retracted: objects(work, "updated-by").iter().any(is_retraction),
            ..Standing::default()
        },
        ..Publication::default()
    }
}

/// Identifiers of authors, a line each; nothing where none has one.
fn ids(ids: impl Iterator<Item = String>) -> String {
    let ids: Vec<String> = ids.map(|id| id.replace("http://", "https://")).collect();
    if ids.iter().all(String::is_empty) { String::new() } else { ids.join("\n") }
}

/// `{"date-parts": [[2020, 3]]}`; the parts may be null.
fn date(dated: &Fields<'_>) -> Option<Date> {
    let parts = dated.get("date-parts")?.first()?.items()?;
    let number = |at: usize| parts.get(at).and_then(|part| part.get().trim().trim_matches('"').parse::<u16>().ok());
    let small = |at: usize| number(at).and_then(|number| u8::try_from(number).ok());
    let year = number(0)?;
    let exact = small(1).zip(small(2)).and_then(|(month, day)| Date::day(year, month, day));
    exact.or_else(|| small(1).and_then(|month| Date::month(year, month))).or_else(|| Date::year(year))
}

/// A name, often a whole address, perhaps with an identifier of ROR and a place.
fn affiliation<'t>(fields: &Fields<'t>) -> Option<RecordedAffiliation<'t>> {
    let name = text_of(fields, "name");
    let id = objects(fields, "id").iter().map(|id| text_of(id, "id")).find(|id| id.contains("ror.org/"));
    let place = nodes(fields, "place").first().and_then(|place: &Node<'_>| place.word()).unwrap_or_default();
    if let Some(ror) = id {
        let country = place.rsplit(',').next().map(|country| Cow::Owned(country.trim().to_owned()));
        let country = country.filter(|country| crate::corpus::country::Country::parse(country).is_some());
        return Some(RecordedAffiliation::Identified {
            id: Cow::Owned(ror.clone()),
            name: Cow::Owned(name),
            ror: Some(ror),
            country,
        });
    }
    if name.is_empty() {
        return None;
    }
    let text = if place.is_empty() || name.contains(',') { name } else { format!("{name}, {place}") };
    Some(RecordedAffiliation::Written { text: Cow::Owned(text), grammar: AddressGrammar::Generic, country: None })
}
