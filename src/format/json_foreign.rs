//! JSON of other schemas, recognised so that a refusal can name them and say what to do.

use crate::message;
use crate::messages::Message;
use serde_json::value::RawValue;

use crate::format::json::Fields;
use crate::format::json_node::{Node, cut, flat_len};
use crate::format::json_schema::Schema;
use crate::format::openalex_entity::{Entity, entity_of};
use crate::source::error::Error;

/// Something that is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Foreign {
    name: Message,
    advice: Advice,
}

/// What its owner can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Advice {
    /// Works of another source.
    Works,
    /// A network of another program.
    Network,
    /// Rows of a table.
    Table,
    /// Something of OpenAlex that is not its works.
    OpenAlex,
    /// Works of OpenAlex without their institutions.
    Authorships,
    /// A list of institutions.
    Authority,
    /// An answer of this program.
    Answer,
    /// Nothing that can become a network of works.
    Other,
    /// Nothing that is known: what would be read.
    Unknown,
}

impl Advice {
    pub(crate) fn words(self) -> Message {
        match self {
            Self::Works => message!("format-convert-works-csv-column"),
            Self::Network => message!("format-export-network-graphml-gexf"),
            Self::Table => message!("format-save-same-rows-csv"),
            Self::OpenAlex => {
                message!("format-fetch-openalex-works")
            }
            Self::Authorships => message!("format-fetch-works-their-authorships"),
            Self::Authority => message!("format-no-works-read-names"),
            Self::Answer => message!("format-name-table-made"),
            Self::Other => message!("format-no-works-institutions-read"),
            Self::Unknown => message!("format-expected-collabgraph-works-name"),
        }
    }
}

impl Foreign {
    pub(crate) fn new(name: Message, advice: Advice) -> Self {
        Self { name, advice }
    }

    pub(crate) fn works(name: Message) -> Self {
        Self::new(name, Advice::Works)
    }

    pub(crate) fn network(name: Message) -> Self {
        Self::new(name, Advice::Network)
    }

    pub(crate) fn other(name: Message) -> Self {
        Self::new(name, Advice::Other)
    }

    /// The schema under which works of a service or a network of nodes and links are read; `None` where they are not.
    pub(crate) fn schema(&self) -> Option<Schema> {
        let networks = [
            message!("format-map-kumu"),
            message!("format-network-cytoscape"),
            message!("format-network-networkx-adjacency"),
            message!("format-network-graphology-sigma-gephi"),
            message!("format-network-nodes-links-networkx"),
            message!("format-network-json-graph-format"),
        ];
        if networks.contains(&self.name) {
            return Some(Schema::NodeLink);
        }
        if self.name == message!("format-network-cytoscape-cx") {
            return Some(Schema::Cx);
        }
        let read = [
            ("Crossref", Schema::Crossref),
            ("Semantic Scholar", Schema::SemanticScholar),
            ("DataCite", Schema::DataCite),
            ("OpenAIRE", Schema::OpenAire),
            ("Europe PMC", Schema::EuropePmc),
            ("The Lens", Schema::Lens),
        ];
        let is_works = self.advice == Advice::Works;
        let is_of = |name: &str| self.name == message!("format-json-of", source = name);
        read.into_iter().find(|(name, _)| is_works && is_of(name)).map(|(_, schema)| schema)
    }

    /// Whether it is rows of a table.
    pub(crate) fn is_table(&self) -> bool {
        self.advice == Advice::Table && self.name != message!("format-answer-sparql-wikidata")
    }

    /// The refusal.
    pub(crate) fn words(&self) -> Message {
        let (name, advice) = (&self.name, self.advice.words());
        match self.advice {
            Advice::Unknown => message!("format-json-no-known-format", name = name, advice = advice),
            _ => message!("format-read-data", name = name, advice = advice),
        }
    }

    pub(crate) fn error(&self, file: &str) -> Error {
        Error::at(file, 1, 1, self.words())
    }
}

/// Works of OpenAlex without authorships.
pub(crate) fn without_authorships() -> Foreign {
    Foreign::new(message!("format-list-works-openalex-without"), Advice::Authorships)
}

/// Records with a name or title that have no "institutions".
pub(crate) fn without_institutions(part: &str) -> Foreign {
    let fields = Node(part).fields().unwrap_or_default();
    if fields.is_row() && fields.0.len() > 1 {
        return fields.unknown_record();
    }
    unknown(message!("format-list-records-none-institutions", keys = fields.keys()))
}

/// Something of no known schema.
pub(crate) fn unknown(name: Message) -> Foreign {
    Foreign { name, advice: Advice::Unknown }
}

/// Something of OpenAlex that is no work.
pub(crate) fn of_openalex(entity: Entity) -> Foreign {
    Foreign::new(message!("format-openalex-other", name = entity.plural()), Advice::OpenAlex)
}

/// A value that is no object.
pub(crate) fn scalar(node: Node<'_>) -> Foreign {
    let text = node.0.trim();
    match text.chars().next() {
        Some('[') if node.first().is_none() => unknown(message!("format-list-empty-lists")),
        Some('[') => Foreign::new(message!("format-list-rows-without-names"), Advice::Table),
        Some('"') => unknown(message!("format-list-texts")),
        Some('t' | 'f') => unknown(message!("format-list-true-false")),
        Some('n') => unknown(message!("format-list-begins-null")),
        _ => unknown(message!("format-list-numbers")),
    }
}

/// Lists that are one thing of several parts.
pub(crate) fn of_parts(items: &[&RawValue]) -> Option<Foreign> {
    let parts: Vec<Fields<'_>> = items.iter().take(20).filter_map(|item| Node(item.get()).fields()).collect();
    let any = |keys: &[&str]| parts.iter().any(|part| keys.iter().any(|key| part.has(key)));
    if any(&["CXVersion", "numberVerification"]) || parts.len() > 1 && any(&["metaData"]) && any(&["nodes"]) {
        return Some(Foreign::network(message!("format-network-cytoscape-cx")));
    }
    None
}

/// Keys under which answers of services hold their records.
const HOLDERS: [&str; 20] = [
    "data",
    "items",
    "records",
    "articles",
    "publications",
    "papers",
    "works",
    "hits",
    "hit",
    "docs",
    "documents",
    "entries",
    "entry",
    "result",
    "results",
    "response",
    "rows",
    "message",
    "references",
    "dois",
];

impl Fields<'_> {
    /// Whether its id is that of something else than a work.
    pub(crate) fn is_entity(&self) -> bool {
        let id = self.text("id").unwrap_or_default();
        entity_of(&id).is_some_and(|entity| entity != Entity::Work) || id.contains("ror.org/")
    }

    /// An element of no known schema.
    pub(crate) fn unknown_record(&self) -> Foreign {
        if self.0.is_empty() {
            return unknown(message!("format-list-empty-objects"));
        }
        if self.is_row() {
            return Foreign::new(message!("format-rows-of-table", keys = self.keys()), Advice::Table);
        }
        unknown(message!("format-list-objects-2", keys = self.keys()))
    }

    pub(crate) fn unknown_object(&self) -> Foreign {
        unknown(message!("format-object", keys = self.keys()))
    }

    /// Records of sources and programs that are known, one by one.
    pub(crate) fn record(&self) -> Option<Foreign> {
        let is_author = self.has("authorId") && !self.has_any(&["paperId", "title"]);
        self.paper().filter(|_| !is_author).or_else(|| self.body()).or_else(|| self.thing())
    }

    /// A paper as its source describes it.
    pub(crate) fn paper(&self) -> Option<Foreign> {
        // CSL-JSON has most of the same keys, but one title.
        let is_crossref = self.is_list("title") || self.has_any(&["is-referenced-by-count", "content-domain"]);
        if self.has("DOI") && is_crossref {
            return Some(Foreign::works(message!("format-json-of", source = "Crossref")));
        }
        if self.has("itemType") || self.inner("data").is_some_and(|data| data.has("itemType")) {
            return Some(Foreign::works(message!("format-json-of", source = "Zotero")));
        }
        let has_family = self.first("author").is_some_and(|author| author.has_any(&["family", "literal"]));
        if self.inner("issued").is_some_and(|issued| issued.has_any(&["date-parts", "raw", "literal"])) || has_family {
            return Some(Foreign::works(message!("format-csl-json")));
        }
        let keyed: [(&[&str], Message); 12] = [
            (
                &["paperId", "externalIds", "corpusid", "corpusId"],
                message!("format-json-of", source = "Semantic Scholar"),
            ),
            (&["lens_id"], message!("format-json-of", source = "The Lens")),
            (
                &["research_orgs", "research_org_names", "category_for"],
                message!("format-json-of", source = "Dimensions"),
            ),
            (&["mainTitle", "originalIds", "bestAccessRight"], message!("format-json-of", source = "OpenAIRE")),
            (&["MedlineCitation", "PubmedData", "PubmedArticle"], message!("format-json-of", source = "PubMed")),
            (&["authors_parsed"], message!("format-metadata-arxiv")),
            (&["static_data", "dynamic_data"], message!("format-json-of", source = "Web of Science")),
            (&["dc:identifier", "dc:title", "prism:doi"], message!("format-json-of", source = "Scopus")),
            (&["conceptrecid", "conceptdoi"], message!("format-json-of", source = "Zenodo")),
            (&["oa_locations", "best_oa_location"], message!("format-json-of", source = "Unpaywall")),
            (&["pubmed_id", "sortfirstauthor", "articleids"], message!("format-json-of", source = "PubMed")),
            (&["label_s", "halId_s"], message!("format-json-of", source = "HAL")),
        ];
        if let Some((_, name)) = keyed.into_iter().find(|(keys, _)| self.has_any(keys)) {
            return Some(Foreign::works(name));
        }
        let id = self.text("id").or_else(|| self.text("uid")).or_else(|| self.text("UID")).unwrap_or_default();
        if self.text("type").is_some_and(|kind| kind == "dois") && self.is_object("attributes") {
            return Some(Foreign::works(message!("format-json-of", source = "DataCite")));
        }
        if self.has_any(&["pmid", "pmcid"]) && self.has_any(&["authorString", "authorList", "pubYear"]) {
            return Some(Foreign::works(message!("format-json-of", source = "Europe PMC")));
        }
        if id.starts_with("WOS:") {
            return Some(Foreign::works(message!("format-json-of", source = "Web of Science")));
        }
        if id.starts_with("pub.") && self.has_any(&["authors", "year"]) {
            return Some(Foreign::works(message!("format-json-of", source = "Dimensions")));
        }
        if self.has_all(&["citing", "cited"]) {
            return Some(Foreign::other(message!("format-information-citations-opencitations")));
        }
        None
    }

    /// A person, an organisation, or what describes one.
    pub(crate) fn body(&self) -> Option<Foreign> {
        if self.has("authorId") && !self.has_any(&["paperId", "title"]) {
            return Some(Foreign::other(message!("format-information-authors-semantic-scholar")));
        }
        if self.has_any(&["orcid-identifier", "put-code", "work-summary", "activities-summary"]) {
            return Some(Foreign::works(message!("format-json-of", source = "ORCID")));
        }
        let id = self.text("id").unwrap_or_default();
        if id.contains("ror.org/") || id.starts_with("grid.") {
            return Some(Foreign::new(message!("format-information-organisations-ror"), Advice::Authority));
        }
        None
    }

    /// Something else of a program.
    pub(crate) fn thing(&self) -> Option<Foreign> {
        let kind = self.text("type").unwrap_or_default();
        if matches!(kind.as_ref(), "FeatureCollection" | "Feature" | "Topology" | "GeometryCollection")
            || self.has("coordinates") && self.has("type")
        {
            return Some(Foreign::other(message!("format-map-geojson")));
        }
        if matches!(kind.as_ref(), "node" | "relationship") && self.has_any(&["labels", "start", "properties"]) {
            return Some(Foreign::network(message!("format-export-neoj")));
        }
        let drawn =
            ["data", "group", "position", "classes", "selected", "selectable", "locked", "grabbable", "removed"];
        let is_drawn = self.0.iter().all(|(key, _)| drawn.contains(&key.as_ref()));
        let is_item = |data: Self| data.has("id") && !data.has("attributes") || data.has_all(&["source", "target"]);
        if is_drawn && self.inner("data").is_some_and(is_item) {
            return Some(Foreign::network(message!("format-network-cytoscape")));
        }
        if self.has_any(&["@context", "@graph", "@id", "@type"]) {
            return Some(Foreign::other(message!("format-linked-data-jsonld")));
        }
        let described = ["dependencies", "devDependencies", "scripts", "lockfileVersion", "engines", "require", "main"];
        if self.has_all(&["name", "version"]) && self.has_any(&described) {
            return Some(Foreign::other(message!("format-software-package")));
        }
        if self.has_any(&["modelId", "pipeline_tag"]) || self.has_all(&["downloads", "likes"]) {
            return Some(Foreign::works(message!("format-information-models-hugging-face")));
        }
        if self.has("full_name") && self.has_any(&["html_url", "stargazers_count"]) {
            return Some(Foreign::other(message!("format-information-repositories-github")));
        }
        if self.is_list("children") && self.has_any(&["name", "id", "value"]) {
            return Some(Foreign::other(message!("format-tree-ds-hierarchy")));
        }
        if self.is_list("results") && self.has_any(&["meta", "count", "next"]) {
            return Some(Foreign::new(message!("format-page-results-every-line"), Advice::Unknown));
        }
        None
    }

    /// One object that holds records, a network, or something else as a whole.
    pub(crate) fn container(&self) -> Option<Foreign> {
        self.graph().or_else(|| self.failure()).or_else(|| self.page()).or_else(|| self.frame()).or_else(|| self.file())
    }

    /// A network.
    pub(crate) fn graph(&self) -> Option<Foreign> {
        if self.is_list("elements") && self.is_list("connections") {
            return Some(Foreign::network(message!("format-map-kumu")));
        }
        let elements = self.inner("elements").is_some_and(|elements| elements.has_any(&["nodes", "edges"]))
            || self.first("elements").is_some_and(|element| element.is_object("data"));
        if elements {
            return Some(Foreign::network(message!("format-network-cytoscape")));
        }
        if self.is_list("nodes") && self.is_list("adjacency") {
            return Some(Foreign::network(message!("format-network-networkx-adjacency")));
        }
        let options = self.inner("options").is_some_and(|options| options.has_any(&["multi", "allowSelfLoops"]));
        let keyed = self.first("nodes").is_some_and(|node| node.has("key") && !node.has("id"));
        if self.is_list("nodes") && (options || keyed) {
            return Some(Foreign::network(message!("format-network-graphology-sigma-gephi")));
        }
        if self.has("nodes") && self.has_any(&["links", "edges", "connections", "relationships", "arcs"]) {
            return Some(Foreign::network(message!("format-network-nodes-links-networkx")));
        }
        let is_graph = |graph: Self| graph.has_any(&["nodes", "edges"]);
        if self.inner("graph").is_some_and(is_graph) || self.first("graphs").is_some_and(is_graph) {
            return Some(Foreign::network(message!("format-network-json-graph-format")));
        }
        None
    }

    /// An error message of a server.
    pub(crate) fn failure(&self) -> Option<Foreign> {
        let said = |key: &str| {
            self.text(key).or_else(|| {
                let inner = self.inner(key).or_else(|| self.first(key))?;
                ["message", "detail", "title"].iter().find_map(|key| inner.text(key))
            })
        };
        let is_failure = self.has_any(&["error", "errors"])
            || self.text("message").is_some() && self.has_any(&["status", "code", "documentation_url", "statusCode"])
            || self.text("status").is_some_and(|status| status == "error" || status == "failed")
            || self.0.len() == 1 && (self.text("message").is_some() || self.text("detail").is_some());
        if !is_failure {
            return None;
        }
        let told = ["message", "error", "errors", "detail"].iter().find_map(|key| said(key)).unwrap_or_default();
        let told = cut(&told);
        let name = match told.is_empty() {
            true => message!("format-server-error"),
            false => message!("format-server-error-saying", text = told),
        };
        Some(Foreign::other(name))
    }

    /// The answer of a service, with its records somewhere within.
    pub(crate) fn page(&self) -> Option<Foreign> {
        if let Some(kind) = self.text("message-type").filter(|kind| !kind.starts_with("work")) {
            return Some(Foreign::other(message!("format-crossref-other", kind = cut(&kind))));
        }
        let keyed: [(&[&str], Message); 9] = [
            (&["message-type"], message!("format-json-of", source = "Crossref")),
            (&["resultList"], message!("format-json-of", source = "Europe PMC")),
            (&["search-results", "abstracts-retrieval-response"], message!("format-json-of", source = "Scopus")),
            (&["esearchresult", "PubmedArticleSet"], message!("format-json-of", source = "PubMed")),
            (&["QueryResult"], message!("format-json-of", source = "Web of Science")),
            (&["_stats", "publications"], message!("format-json-of", source = "Dimensions")),
            (&["apiMessage"], message!("format-json-of", source = "Springer Nature")),
            (&["PubmedArticle"], message!("format-json-of", source = "PubMed")),
            (&["activities-summary", "orcid-identifier"], message!("format-json-of", source = "ORCID")),
        ];
        if let Some((_, name)) = keyed.into_iter().find(|(keys, _)| self.has_any(keys)) {
            return Some(Foreign::works(name));
        }
        if self.inner("result").is_some_and(|result| result.has("uids")) {
            return Some(Foreign::works(message!("format-json-of", source = "PubMed")));
        }
        if self.is_list("group") && self.has("path") {
            return Some(Foreign::works(message!("format-json-of", source = "ORCID")));
        }
        if self.inner("results").is_some_and(|results| results.has("bindings")) {
            return Some(Foreign::new(message!("format-answer-sparql-wikidata"), Advice::Table));
        }
        if self.inner("response").is_some_and(|response| response.has("header") && response.has("results")) {
            return Some(Foreign::works(message!("format-json-of", source = "OpenAIRE")));
        }
        if self.is_list("claims") {
            return Some(Foreign::other(message!("format-list-claims-read-check")));
        }
        let is_answer = |key: &str| self.get(key).is_some_and(|value| value.0.trim().parse::<u64>().is_ok());
        if ["works", "institutions", "ties"].into_iter().all(is_answer) {
            return Some(Foreign::new(message!("format-answer-collab-itself-json"), Advice::Answer));
        }
        if self.is_list("institutions") && !self.has_any(&["name", "title"]) {
            return Some(Foreign::new(message!("format-list-institutions"), Advice::Authority));
        }
        self.held(3)
    }

    /// Records of a known kind under one of the usual keys.
    pub(crate) fn held(&self, depth: usize) -> Option<Foreign> {
        for key in HOLDERS {
            let Some(value) = self.get(key) else { continue };
            let inside = value.fields().or_else(|| value.first().and_then(Node::fields));
            let Some(inside) = inside else { continue };
            if let Some(entity) = inside.text("id").as_deref().and_then(entity_of)
                && entity != Entity::Work
            {
                return Some(of_openalex(entity));
            }
            let found = inside.record();
            if found.is_some() {
                return found;
            }
            if depth > 0
                && let Some(found) = inside.held(depth - 1)
            {
                return Some(found);
            }
        }
        None
    }

    /// A data frame.
    pub(crate) fn frame(&self) -> Option<Foreign> {
        let frame = || Foreign::new(message!("format-data-frame-pandas"), Advice::Table);
        if self.is_list("data") && (self.is_list("columns") || self.inner("schema").is_some_and(|it| it.has("fields")))
        {
            return Some(frame());
        }
        let columns: Option<Vec<Self>> = self.0.iter().map(|(_, value)| Node(value.get()).fields()).collect();
        if let Some(columns) = columns
            && let Some(first) = columns.first()
            && columns.iter().all(|column| column.is_flat() && column.0.len() == first.0.len())
            && columns.iter().all(|column| column.0.iter().zip(&first.0).all(|(one, other)| one.0 == other.0))
        {
            return Some(frame());
        }
        let lists: Option<Vec<usize>> = self.0.iter().map(|(_, value)| flat_len(Node(value.get()))).collect();
        let lists = lists?;
        (lists.first().is_some_and(|&length| length > 0) && lists.iter().all(|length| *length == lists[0])).then(frame)
    }

    /// A file of a program.
    pub(crate) fn file(&self) -> Option<Foreign> {
        let schema = self.text("$schema").unwrap_or_default();
        if schema.contains("vega") || self.has_all(&["mark", "encoding"]) || self.has_all(&["marks", "scales"]) {
            return Some(Foreign::other(message!("format-chart-vega")));
        }
        if self.is_list("data") && self.is_object("layout") {
            return Some(Foreign::other(message!("format-chart-plotly")));
        }
        if schema.contains("json-schema.org") || self.has_any(&["$defs", "definitions"]) && self.has("properties") {
            return Some(Foreign::other(message!("format-json-schema")));
        }
        if self.has_all(&["cells", "nbformat"]) {
            return Some(Foreign::other(message!("format-notebook-jupyter")));
        }
        if self.has_any(&["openapi", "swagger"]) {
            return Some(Foreign::other(message!("format-description-interface-openapi")));
        }
        if self.has_any(&["compilerOptions", "manifest_version", "model_type"]) {
            return Some(Foreign::other(message!("format-file-settings")));
        }
        None
    }
}
