//! Works of The Lens as JSON. Its CSV names no institutions and is refused by name.

use std::borrow::Cow;

use crate::format::info::{FormatInfo, Syntax};
use crate::format::json::Fields;
use crate::format::json_shape::Schema;
use crate::format::json_works::{JsonWorks, objects, text_of};
use crate::ingest::publications::{ExportAdvice, ExportSource, Publication, RecordedAffiliation};
use crate::names::affiliation::AddressGrammar;
use crate::normalize::published;

/// Decodes works of The Lens.
pub(crate) static LENS: JsonWorks = JsonWorks {
    info: &FormatInfo { key: "lens", aliases: &[], extensions: &[], syntax: Syntax::Json, precedence: 2 },
    schema: Schema::Lens,
    source: ExportSource {
        name: "Lens JSON",
        field: "authors.affiliations",
        advice: ExportAdvice::Field("authors.affiliations"),
    },
    holders: &[&["data"], &["results"]],
    keys: &["lens_id", "title"],
    publication,
    caution: None,
};

fn publication<'t>(work: &Fields<'t>) -> Publication<'t> {
    let external = |wanted: &str| {
        let found = objects(work, "external_ids").into_iter().find(|id| text_of(id, "type") == wanted);
        found.map(|id| text_of(&id, "value")).unwrap_or_default()
    };
    let authors = objects(work, "authors");
    let name = |author: &Fields<'t>| {
        let parts = ["first_name", "last_name"].map(|key| text_of(author, key));
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    };
    let day = text_of(work, "date_published");
    let date = published::read(&day).or_else(|| published::read(&text_of(work, "year_published")));
    let known = [("lens", text_of(work, "lens_id")), ("pmid", external("pmid"))];
    Publication {
        title: Cow::Owned(text_of(work, "title")),
        date,
        doi: Cow::Owned(external("doi")),
        ids: known.into_iter().filter(|(_, id)| !id.is_empty()).map(|(scheme, id)| format!("{scheme}:{id}")).collect(),
        authors: authors.iter().map(name).collect::<Vec<_>>().join("; "),
        affiliations: authors
            .iter()
            .flat_map(|author| objects(author, "affiliations"))
            .filter_map(affiliation)
            .collect(),
        ..Publication::default()
    }
}

fn affiliation(fields: Fields<'_>) -> Option<RecordedAffiliation<'_>> {
    let (name, written) = (text_of(&fields, "name"), text_of(&fields, "name_original"));
    let country = Some(text_of(&fields, "country_code")).filter(|code| !code.is_empty()).map(Cow::Owned);
    let ror = Some(text_of(&fields, "ror_id")).filter(|ror| !ror.is_empty());
    let ror = ror.map(|ror| if ror.starts_with("http") { ror } else { format!("https://ror.org/{ror}") });
    match (ror, name.is_empty()) {
        (Some(ror), _) => Some(RecordedAffiliation::Identified {
            id: Cow::Owned(ror.clone()),
            name: Cow::Owned(name),
            ror: Some(ror),
            country,
        }),
        (None, false) => Some(RecordedAffiliation::Standardised { name: Cow::Owned(name), country }),
        (None, true) if written.is_empty() => None,
        (None, true) => {
            Some(RecordedAffiliation::Written { text: Cow::Owned(written), grammar: AddressGrammar::Generic, country })
        }
    }
}
