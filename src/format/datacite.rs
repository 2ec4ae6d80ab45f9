//! DOIs of DataCite, with affiliations as texts or with their identifiers.

use std::borrow::Cow;

use crate::format::info::{FormatInfo, Syntax};
use crate::format::json::Fields;
use crate::format::json_node::Node;
use crate::format::json_shape::Schema;
use crate::format::json_works::{JsonWorks, count_of, nodes, objects, text_of};
use crate::ingest::publications::{ExportAdvice, ExportSource, Publication, RecordedAffiliation};
use crate::names::affiliation::AddressGrammar;
use crate::normalize::published;

/// Decodes DOIs of DataCite.
pub(crate) static DATACITE: JsonWorks = JsonWorks {
    info: &FormatInfo { key: "datacite", aliases: &[], extensions: &[], syntax: Syntax::Json, precedence: 2 },
    schema: Schema::DataCite,
    source: ExportSource {
        name: "DataCite JSON",
        field: "creators.affiliation",
        advice: ExportAdvice::Field("?affiliation=true"),
    },
    holders: &[&["data"]],
    keys: &["attributes", "creators"],
    publication,
    caution: None,
};

fn publication<'t>(record: &Fields<'t>) -> Publication<'t> {
    let own = record.inner("attributes").unwrap_or_else(|| record.clone());
    let creators = objects(&own, "creators");
    let issued = objects(&own, "dates").into_iter().find(|date| text_of(date, "dateType") == "Issued");
    let issued = issued.map(|date| text_of(&date, "date")).unwrap_or_default();
    let date = published::read(&issued).or_else(|| published::read(&text_of(&own, "publicationYear")));
    let doi = text_of(&own, "doi");
    let doi = if doi.is_empty() { text_of(record, "id") } else { doi };
    Publication {
        title: Cow::Owned(objects(&own, "titles").first().map(|title| text_of(title, "title")).unwrap_or_default()),
        date,
        doi: Cow::Owned(doi),
        authors: creators.iter().map(|creator| text_of(creator, "name")).collect::<Vec<_>>().join("; "),
        link: Cow::Owned(text_of(&own, "url")),
        citations: count_of(&own, "citationCount"),
        affiliations: creators
            .iter()
            .flat_map(|creator| nodes(creator, "affiliation"))
            .filter_map(affiliation)
            .collect(),
        ..Publication::default()
    }
}

/// A text, or an object with an identifier.
fn affiliation(node: Node<'_>) -> Option<RecordedAffiliation<'_>> {
    let grammar = AddressGrammar::Generic;
    if let Some(text) = node.word() {
        return Some(RecordedAffiliation::Written { text, grammar, country: None });
    }
    let fields = node.fields()?;
    let (name, id) = (text_of(&fields, "name"), text_of(&fields, "affiliationIdentifier"));
    if id.contains("ror.org/") {
        let ror = if id.starts_with("http") { id } else { format!("https://{id}") };
        return Some(RecordedAffiliation::Identified {
            id: Cow::Owned(ror.clone()),
            name: Cow::Owned(name),
            ror: Some(ror),
            country: None,
        });
    }
    (!name.is_empty()).then_some(RecordedAffiliation::Written { text: Cow::Owned(name), grammar, country: None })
}
