//! EndNote's XML: addresses of authors stand in one text, one a line.

use std::borrow::Cow;

use crate::format::info::{FormatInfo, Syntax};
use crate::format::xml_records::XmlNode;
use crate::format::xml_works::XmlWorks;
use crate::ingest::publications::{ExportAdvice, ExportSource, Publication, RecordedAffiliation};
use crate::names::affiliation::AddressGrammar;
use crate::normalize::published;

/// Decodes EndNote's XML.
pub(crate) static ENDNOTE_XML: XmlWorks = XmlWorks {
    info: &FormatInfo { key: "endnote-xml", aliases: &[], extensions: &[], syntax: Syntax::Xml, precedence: 2 },
    root: "xml",
    marks: &["<records", "<ref-type"],
    record: "record",
    source: ExportSource { name: "EndNote XML", field: "auth-address", advice: ExportAdvice::Export("CSV") },
    generation: "",
    publication,
};

fn publication(record: &XmlNode) -> Option<Publication<'static>> {
    let year = record.text_at(&["dates", "year"]);
    let day = record.text_at(&["dates", "pub-dates", "date"]);
    let authors = record.at(&["contributors", "authors"]);
    let authors: Vec<String> = authors.into_iter().flat_map(|list| list.all("author")).map(XmlNode::flat).collect();
    let addresses = ["auth-address", "auth-affiliaton", "auth-affiliation"].iter().find_map(|name| record.at(&[name]));
    let addresses = addresses.map_or("", |node| node.text.as_str());
    let parts = addresses.split(['\n', '\r', ';']).map(str::trim).filter(|part| !part.is_empty());
    let date = published::within(&year, &day).or_else(|| published::read(&day));
    Some(Publication {
        title: Cow::Owned(record.text_at(&["titles", "title"])),
        date,
        unread_date: (date.is_none() && !year.is_empty()).then_some(Cow::Owned(year)),
        doi: Cow::Owned(record.text_at(&["electronic-resource-num"])),
        authors: authors.join("; "),
        link: Cow::Owned(record.text_at(&["urls", "related-urls", "url"])),
        affiliations: parts
            .map(|text| RecordedAffiliation::Written {
                text: Cow::Owned(text.to_owned()),
                grammar: AddressGrammar::Generic,
                country: None,
            })
            .collect(),
        ..Publication::default()
    })
}
