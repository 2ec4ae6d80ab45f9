//! Research products of OpenAIRE's Graph, with the organisations that they are linked to.

use std::borrow::Cow;

use crate::format::info::{FormatInfo, Syntax};
use crate::format::json::Fields;
use crate::format::json_shape::Schema;
use crate::format::json_works::{JsonWorks, objects, text_of};
use crate::ingest::publications::{ExportAdvice, ExportSource, Publication, RecordedAffiliation};
use crate::normalize::published;

/// Decodes products of OpenAIRE.
pub(crate) static OPENAIRE: JsonWorks = JsonWorks {
    info: &FormatInfo { key: "openaire", aliases: &[], extensions: &[], syntax: Syntax::Json, precedence: 2 },
    schema: Schema::OpenAire,
    source: ExportSource { name: "OpenAIRE JSON", field: "organizations", advice: ExportAdvice::Nothing },
    holders: &[&["results"]],
    keys: &["mainTitle", "organizations", "originalIds"],
    publication,
    caution: None,
};

fn publication<'t>(product: &Fields<'t>) -> Publication<'t> {
    let pid = |of: &Fields<'t>, wanted: &str| {
        let pids = objects(of, "pids").into_iter().chain(objects(of, "pid"));
        let is_such = |pid: &Fields<'t>| text_of(pid, "scheme").eq_ignore_ascii_case(wanted);
        pids.into_iter().find(is_such).map(|pid| text_of(&pid, "value")).unwrap_or_default()
    };
    let own = pid(product, "doi");
    let of_instances = || objects(product, "instances").iter().map(|one| pid(one, "doi")).find(|doi| !doi.is_empty());
    let doi = if own.is_empty() { of_instances().unwrap_or_default() } else { own };
    let authors: Vec<String> = objects(product, "authors").iter().map(|author| text_of(author, "fullName")).collect();
    let id = text_of(product, "id");
    let organisation = |one: Fields<'t>| {
        let name = ["legalName", "acronym"].map(|key| text_of(&one, key)).into_iter().find(|name| !name.is_empty());
        let ror = Some(pid(&one, "ROR")).filter(|ror| !ror.is_empty());
        let ror = ror.map(|ror| if ror.starts_with("http") { ror } else { format!("https://ror.org/{ror}") });
        let id = ror.clone().unwrap_or_else(|| text_of(&one, "id"));
        match (id.is_empty(), name) {
            (true, None) => None,
            (true, Some(name)) => Some(RecordedAffiliation::Standardised { name: Cow::Owned(name), country: None }),
            (false, name) => Some(RecordedAffiliation::Identified {
                id: Cow::Owned(id),
                name: Cow::Owned(name.unwrap_or_default()),
                ror,
                country: None,
            }),
        }
    };
    Publication {
        title: Cow::Owned(text_of(product, "mainTitle")),
        date: published::read(&text_of(product, "publicationDate")),
        doi: Cow::Owned(doi),
        ids: (!id.is_empty()).then(|| format!("openaire:{id}")).into_iter().collect(),
        authors: authors.join("; "),
        affiliations: objects(product, "organizations").into_iter().filter_map(organisation).collect(),
        ..Publication::default()
    }
}
