//! Articles of Europe PMC (`resultType=core`), with addresses as authors wrote them.

use std::borrow::Cow;

use crate::format::info::{FormatInfo, Syntax};
use crate::format::json::Fields;
use crate::format::json_shape::Schema;
use crate::format::json_works::{JsonWorks, count_of, objects, text_of};
use crate::format::pubmed::addresses;
use crate::ingest::publications::{ExportAdvice, ExportSource, Publication, RecordedAffiliation};
use crate::ingest::record::Standing;
use crate::names::affiliation::AddressGrammar;
use crate::normalize::published;

/// Decodes articles of Europe PMC.
pub(crate) static EUROPE_PMC: JsonWorks = JsonWorks {
    info: &FormatInfo { key: "europe-pmc", aliases: &[], extensions: &[], syntax: Syntax::Json, precedence: 2 },
    schema: Schema::EuropePmc,
    source: ExportSource {
        name: "Europe PMC JSON",
        field: "affiliation",
        advice: ExportAdvice::Field("resultType=core"),
    },
    holders: &[&["resultList", "result"]],
    keys: &["title", "pmid", "id"],
    publication,
    caution: None,
};

fn publication<'t>(article: &Fields<'t>) -> Publication<'t> {
    let title = text_of(article, "title");
    let days = ["firstPublicationDate", "electronicPublicationDate", "pubYear"].map(|key| text_of(article, key));
    let list = article.inner("authorList").unwrap_or_default();
    let authors = objects(&list, "author");
    let name = |author: &Fields<'t>| {
        ["fullName", "collectiveName"].map(|key| text_of(author, key)).into_iter().find(|name| !name.is_empty())
    };
    let of_author = |author: &Fields<'t>| {
        let details = author.inner("authorAffiliationDetailsList").unwrap_or_default();
        let mut own: Vec<String> =
            objects(&details, "authorAffiliation").iter().map(|one| text_of(one, "affiliation")).collect();
        own.push(text_of(author, "affiliation"));
        own
    };
    let mut written: Vec<String> = authors.iter().flat_map(of_author).collect();
    if written.iter().all(String::is_empty) {
        written.push(text_of(article, "affiliation"));
    }
    let texts = written.iter().flat_map(|text| addresses(text)).map(str::to_owned);
    let kinds = article
        .inner("pubTypeList")
        .map(|list| list.0.iter().any(|(_, value)| value.get().to_lowercase().contains("retracted publication")));
    let known = [("pmid", text_of(article, "pmid")), ("pmcid", text_of(article, "pmcid"))];
    Publication {
        title: Cow::Owned(title.strip_suffix('.').unwrap_or(&title).to_owned()),
        date: days.iter().find_map(|day| published::read(day)),
        doi: Cow::Owned(text_of(article, "doi")),
        ids: known.into_iter().filter(|(_, id)| !id.is_empty()).map(|(scheme, id)| format!("{scheme}:{id}")).collect(),
        authors: authors.iter().filter_map(name).collect::<Vec<_>>().join("; "),
        citations: count_of(article, "citedByCount"),
        affiliations: texts
            .map(|text| RecordedAffiliation::Written {
                text: Cow::Owned(text),
                grammar: AddressGrammar::PubMed,
                country: None,
            })
            .collect(),
        standing: Standing { is_retracted: kinds == Some(true), ..Standing::default() },
        ..Publication::default()
    }
}
