//! Papers of Semantic Scholar's Graph service. Affiliations are those of the authors' own profiles, and mostly missing.

use std::borrow::Cow;

use crate::format::info::{FormatInfo, Syntax};
use crate::format::json::Fields;
use crate::format::json_shape::Schema;
use crate::format::json_works::{JsonWorks, count_of, nodes, objects, text_of};
use crate::ingest::publications::{ExportAdvice, ExportSource, Publication, RecordedAffiliation};
use crate::message;
use crate::names::affiliation::AddressGrammar;
use crate::normalize::published;

/// Decodes papers of Semantic Scholar.
pub(crate) static SEMANTIC_SCHOLAR: JsonWorks = JsonWorks {
    info: &FormatInfo {
        key: "semantic-scholar",
        aliases: &["s2"],
        extensions: &[],
        syntax: Syntax::Json,
        precedence: 2,
    },
    schema: Schema::SemanticScholar,
    source: ExportSource {
        name: "Semantic Scholar JSON",
        field: "authors.affiliations",
        advice: ExportAdvice::Field("fields=title,year,externalIds,authors.name,authors.affiliations"),
    },
    holders: &[&["data"], &["recommendedPapers"], &["papers"]],
    keys: &["title", "paperId", "corpusid"],
    publication,
    caution: Some(|| message!("formats-profiles")),
};

fn publication<'t>(paper: &Fields<'t>) -> Publication<'t> {
    let ids = paper.inner("externalIds").unwrap_or_default();
    let authors = objects(paper, "authors");
    let day = text_of(paper, "publicationDate");
    let date = published::read(&day).or_else(|| published::read(&text_of(paper, "year")));
    let known = [("s2", text_of(paper, "paperId")), ("pmid", text_of(&ids, "PubMed"))];
    Publication {
        title: Cow::Owned(text_of(paper, "title")),
        date,
        doi: Cow::Owned(text_of(&ids, "DOI")),
        ids: known.into_iter().filter(|(_, id)| !id.is_empty()).map(|(scheme, id)| format!("{scheme}:{id}")).collect(),
        authors: authors.iter().map(|author| text_of(author, "name")).collect::<Vec<_>>().join("; "),
        link: Cow::Owned(text_of(paper, "url")),
        citations: count_of(paper, "citationCount"),
        affiliations: authors
            .iter()
            .flat_map(|author| nodes(author, "affiliations"))
            .filter_map(|text| text.word())
            .map(|text| RecordedAffiliation::Written { text, grammar: AddressGrammar::Generic, country: None })
            .collect(),
        ..Publication::default()
    }
}
