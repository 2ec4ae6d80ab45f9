//! Articles of KCI from its OAI-PMH service, in both of its forms of metadata.

use std::borrow::Cow;

use crate::format::info::{FormatInfo, Syntax};
use crate::format::kci::{SOURCE, affiliations, people};
use crate::format::xml_records::XmlNode;
use crate::format::xml_works::XmlWorks;
use crate::ingest::publications::{Publication, RecordedAffiliation};
use crate::names::affiliation::AddressGrammar;
use crate::normalize::{doi, published};

/// Decodes records of KCI's service.
pub(crate) static KCI_OAI: XmlWorks = XmlWorks {
    info: &FormatInfo { key: "kci-oai", aliases: &[], extensions: &[], syntax: Syntax::Xml, precedence: 2 },
    root: "OAI-PMH",
    marks: &["articleInfo", "kci.go.kr", "oai_kci", "creator>"],
    record: "record",
    source: SOURCE,
    generation: "OAI-PMH",
    publication,
};

fn publication(record: &XmlNode) -> Option<Publication<'static>> {
    let metadata = record.at(&["metadata"])?;
    let find = |name: &str| {
        let mut found = Vec::new();
        metadata.within(name, &mut found);
        found
    };
    let first = |name: &str| find(name).first().map(|node| node.flat()).unwrap_or_default();
    let titles: Vec<&XmlNode> = find("article-title").into_iter().chain(find("title")).collect();
    let is_own = |title: &&&XmlNode| title.element.get("lang") == Some("original");
    let title = titles.iter().find(is_own).or_else(|| titles.first()).map(|title| title.flat()).unwrap_or_default();
    let date = published::within(&first("pub-year"), &first("pub-mon")).or_else(|| published::read(&first("date")));
    let written: Vec<String> = find("creator").into_iter().chain(find("author")).map(XmlNode::flat).collect();
    let named = find("affiliation").into_iter().map(XmlNode::flat).filter(|text| !text.is_empty());
    let mut found: Vec<RecordedAffiliation<'static>> = named
        .map(|text| RecordedAffiliation::Written {
            text: Cow::Owned(text),
            grammar: AddressGrammar::Generic,
            country: None,
        })
        .collect();
    if found.is_empty() {
        found = written.iter().flat_map(|text| affiliations(text)).map(owned).collect();
    }
    let authors = written.iter().flat_map(|text| people(text)).map(|(name, _)| name.to_owned()).collect::<Vec<_>>();
    let id = find("articleInfo").first().and_then(|node| node.element.get("article-id").map(str::to_owned));
    let identifiers = find("doi").into_iter().chain(find("identifier")).map(XmlNode::flat);
    Some(Publication {
        title: Cow::Owned(title),
        date,
        doi: Cow::Owned(identifiers.into_iter().find(|id| doi::of(id).is_some()).unwrap_or_default()),
        ids: id.map(|id| format!("kci:{id}")).into_iter().collect(),
        authors: authors.join("; "),
        affiliations: found,
        ..Publication::default()
    })
}

fn owned(affiliation: RecordedAffiliation<'_>) -> RecordedAffiliation<'static> {
    let text = match affiliation {
        RecordedAffiliation::Written { text, .. } => text.into_owned(),
        RecordedAffiliation::Standardised { name, .. } | RecordedAffiliation::Identified { name, .. } => {
            name.into_owned()
        }
    };
    RecordedAffiliation::Written { text: Cow::Owned(text), grammar: AddressGrammar::Generic, country: None }
}
