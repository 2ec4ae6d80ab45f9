//! PubMed's XML.

use std::borrow::Cow;

use crate::format::info::{FormatInfo, Syntax};
use crate::format::pubmed::addresses;
use crate::format::xml_records::XmlNode;
use crate::format::xml_works::XmlWorks;
use crate::ingest::publications::{ExportAdvice, ExportSource, Publication, RecordedAffiliation};
use crate::ingest::record::Standing;
use crate::names::affiliation::AddressGrammar;
use crate::normalize::published;

/// Decodes PubMed's XML.
pub(crate) static PUBMED_XML: XmlWorks = XmlWorks {
    info: &FormatInfo { key: "pubmed-xml", aliases: &[], extensions: &[], syntax: Syntax::Xml, precedence: 2 },
    root: "PubmedArticleSet",
    marks: &[],
    record: "PubmedArticle",
    source: ExportSource { name: "PubMed XML", field: "Affiliation", advice: ExportAdvice::Field("Affiliation") },
    generation: "",
    publication,
};

fn publication(record: &XmlNode) -> Option<Publication<'static>> {
    let citation = record.at(&["MedlineCitation"])?;
    let article = citation.at(&["Article"])?;
    let pmid = citation.text_at(&["PMID"]);
    let issued = article.at(&["Journal", "JournalIssue", "PubDate"]);
    let part = |name: &str| issued.map(|date| date.text_at(&[name])).unwrap_or_default();
    let written = [part("Year"), part("Month"), part("Day"), part("MedlineDate")].join(" ");
    let numbered = [part("Year"), part("Month"), part("Day")].join("-");
    let date = published::read(numbered.trim_matches('-')).or_else(|| published::read(&written));
    let title = article.text_at(&["ArticleTitle"]);
    let authors: Vec<&XmlNode> = article.at(&["AuthorList"]).into_iter().flat_map(|list| list.all("Author")).collect();
    let name = |author: &&XmlNode| {
        let parts = [author.text_at(&["LastName"]), author.text_at(&["ForeName"])];
        let name = parts.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(", ");
        if name.is_empty() { author.text_at(&["CollectiveName"]) } else { name }
    };
    let mut dois = Vec::new();
    record.within("ArticleId", &mut dois);
    article.within("ELocationID", &mut dois);
    let is_doi = |id: &&&XmlNode| id.element.get("IdType").or_else(|| id.element.get("EIdType")) == Some("doi");
    let doi = dois.iter().find(is_doi).map(|id| id.flat()).unwrap_or_default();
    let mut kinds = Vec::new();
    article.within("PublicationType", &mut kinds);
    Some(Publication {
        title: Cow::Owned(title.strip_suffix('.').unwrap_or(&title).to_owned()),
        date,
        unread_date: (date.is_none() && !written.trim().is_empty()).then_some(Cow::Owned(written)),
        doi: Cow::Owned(doi),
        ids: (!pmid.is_empty()).then(|| format!("pmid:{pmid}")).into_iter().collect(),
        authors: authors.iter().map(name).collect::<Vec<_>>().join("; "),
        affiliations: authors.iter().flat_map(|author| author.all("AffiliationInfo")).flat_map(affiliations).collect(),
        standing: Standing {
            is_retracted: kinds.iter().any(|kind| kind.flat() == "Retracted Publication"),
            ..Standing::default()
        },
        ..Publication::default()
    })
}

/// An address, which may have an identifier of ROR.
fn affiliations(info: &XmlNode) -> Vec<RecordedAffiliation<'static>> {
    let text = info.text_at(&["Affiliation"]);
    let texts = addresses(&text).into_iter().map(str::to_owned);
    texts
        .map(|text| RecordedAffiliation::Written {
            text: Cow::Owned(text),
            grammar: AddressGrammar::PubMed,
            country: None,
        })
        .collect()
}
