//! JSON of other schemas, recognised so that a refusal can name them and say what to do.

use std::borrow::Cow;

use serde_json::value::RawValue;

use crate::format::json::Fields;
use crate::format::json_node::{Node, cut, flat_len};
use crate::format::json_schema::Schema;
use crate::format::openalex_entity::{Entity, entity_of};
use crate::source::error::Error;

/// Something that is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Foreign {
    name: Cow<'static, str>,
    name_ko: Cow<'static, str>,
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
    pub(crate) fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Works => (
                "convert the works to CSV with a column of institutions, and read that",
                "기관 열이 있는 CSV로 바꾸어 그 파일을 읽으세요",
            ),
            Self::Network => (
                "export the network as GraphML, GEXF or a list of ties (CSV), and read that",
                "관계망을 GraphML, GEXF 또는 관계 목록(CSV)으로 내보내 그 파일을 읽으세요",
            ),
            Self::Table => (
                "save the same rows as CSV with a header line (pandas: to_csv), and read that",
                "같은 행을 머리글이 있는 CSV로 저장해(pandas: to_csv) 그 파일을 읽으세요",
            ),
            Self::OpenAlex => (
                "fetch works instead, as in https://api.openalex.org/works?filter=authorships.institutions.id:I…",
                "대신 논문을 받으세요. 예: https://api.openalex.org/works?filter=authorships.institutions.id:I…",
            ),
            Self::Authorships => (
                "fetch the works with their authorships (select= must name them, or be left out)",
                "authorships를 넣어 다시 받으세요(select=에 더하거나 select=를 빼세요)",
            ),
            Self::Authority => (
                "no works are read from it; names of institutions are given with --authority, ROR's with names --ror",
                "여기서는 작품을 읽지 못한다. 기관 이름은 --authority로, ROR는 names --ror로 주세요",
            ),
            Self::Answer => ("name the table that it was made from", "이 답을 만든 표를 지정하세요"),
            Self::Other => (
                "no works and institutions are read from it; name another file",
                "여기서는 작품과 기관을 읽지 못한다. 다른 파일을 지정하세요",
            ),
            Self::Unknown => (
                "expected {\"collabgraph\": 1, \"works\": [{\"name\": …, \"institutions\": […]}]}, such works one a line, \
                 works of OpenAlex with \"authorships\", or VOSviewer's {\"network\": …}",
                "{\"collabgraph\": 1, \"works\": [{\"name\": …, \"institutions\": […]}]}, 줄마다 그런 작품 하나, \
                 \"authorships\"가 있는 OpenAlex 논문, VOSviewer의 {\"network\": …} 가운데 하나여야 한다",
            ),
        }
    }
}

impl Foreign {
    pub(crate) fn new(name: &'static str, name_ko: &'static str, advice: Advice) -> Self {
        Self { name: Cow::Borrowed(name), name_ko: Cow::Borrowed(name_ko), advice }
    }

    pub(crate) fn works(name: &'static str, name_ko: &'static str) -> Self {
        Self::new(name, name_ko, Advice::Works)
    }

    pub(crate) fn network(name: &'static str, name_ko: &'static str) -> Self {
        Self::new(name, name_ko, Advice::Network)
    }

    pub(crate) fn other(name: &'static str, name_ko: &'static str) -> Self {
        Self::new(name, name_ko, Advice::Other)
    }

    /// The schema under which works of a service are read; `None` where they are not.
    pub(crate) fn schema(&self) -> Option<Schema> {
        let read = [
            ("JSON of Crossref", Schema::Crossref),
            ("JSON of Semantic Scholar", Schema::SemanticScholar),
            ("JSON of DataCite", Schema::DataCite),
            ("JSON of OpenAIRE", Schema::OpenAire),
            ("JSON of Europe PMC", Schema::EuropePmc),
            ("JSON of The Lens", Schema::Lens),
        ];
        let is_works = self.advice == Advice::Works;
        read.into_iter().find(|(name, _)| is_works && *name == self.name).map(|(_, schema)| schema)
    }

    /// The refusal in English and Korean.
    pub(crate) fn words(&self) -> (String, String) {
        let (advice, advice_ko) = self.advice.words();
        let Self { name, name_ko, .. } = self;
        if self.advice == Advice::Unknown {
            return (
                format!("the JSON is of no known format: it is {name}; {advice}"),
                format!("알 수 없는 JSON이다. 내용은 {name_ko}이다. {advice_ko}"),
            );
        }
        (
            format!("this is {name}, which is not read as data; {advice}"),
            format!("{name_ko}이다. 이런 JSON은 자료로 읽지 않는다. {advice_ko}"),
        )
    }

    pub(crate) fn error(&self, file: &str) -> Error {
        let (message, message_ko) = self.words();
        Error::at(file, 1, 1, message, message_ko)
    }
}

/// Works of OpenAlex without authorships.
pub(crate) fn without_authorships() -> Foreign {
    let (name, name_ko) = ("a list of works of OpenAlex without authorships", "authorships가 없는 OpenAlex 논문 목록");
    Foreign::new(name, name_ko, Advice::Authorships)
}

/// Records with a name or title that have no "institutions".
pub(crate) fn without_institutions(part: &str) -> Foreign {
    let fields = Node(part).fields().unwrap_or_default();
    if fields.is_flat() && fields.0.len() > 1 {
        return fields.unknown_record();
    }
    let (keys, keys_ko) = fields.keys();
    unknown(
        format!("a list of records of which none has \"institutions\" ({keys})"),
        format!("\"institutions\"가 있는 것이 하나도 없는 기록 목록(키 {keys_ko})"),
    )
}

/// Something of no known schema.
pub(crate) fn unknown(name: impl Into<Cow<'static, str>>, name_ko: impl Into<Cow<'static, str>>) -> Foreign {
    Foreign { name: name.into(), name_ko: name_ko.into(), advice: Advice::Unknown }
}

/// Something of OpenAlex that is no work.
pub(crate) fn of_openalex(entity: Entity) -> Foreign {
    let (name, name_ko) = entity.words();
    Foreign {
        name: format!("information on {name} of OpenAlex, not on works").into(),
        name_ko: format!("논문이 아니라 OpenAlex의 {name_ko} 정보").into(),
        advice: Advice::OpenAlex,
    }
}

/// A value that is no object.
pub(crate) fn scalar(node: Node<'_>) -> Foreign {
    let text = node.0.trim();
    match text.chars().next() {
        Some('[') if node.first().is_none() => unknown("a list of empty lists", "빈 목록의 목록"),
        Some('[') => Foreign::new("a list of rows without names", "이름 없는 행의 목록", Advice::Table),
        Some('"') => unknown("a list of texts", "글의 목록"),
        Some('t' | 'f') => unknown("a list of true and false", "true와 false의 목록"),
        Some('n') => unknown("a list that begins with null", "null로 시작하는 목록"),
        _ => unknown("a list of numbers", "수의 목록"),
    }
}

/// Lists that are one thing of several parts.
pub(crate) fn of_parts(items: &[&RawValue]) -> Option<Foreign> {
    let parts: Vec<Fields<'_>> = items.iter().take(20).filter_map(|item| Node(item.get()).fields()).collect();
    let any = |keys: &[&str]| parts.iter().any(|part| keys.iter().any(|key| part.has(key)));
    if any(&["CXVersion", "numberVerification"]) || parts.len() > 1 && any(&["metaData"]) && any(&["nodes"]) {
        return Some(Foreign::network("a network of Cytoscape (CX)", "Cytoscape 관계망(CX)"));
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
            return unknown("a list of empty objects", "빈 객체의 목록");
        }
        let (keys, keys_ko) = self.keys();
        if self.is_flat() {
            return Foreign {
                name: format!("a list of rows of a table ({keys})").into(),
                name_ko: format!("표의 행 목록(열 {keys_ko})").into(),
                advice: Advice::Table,
            };
        }
        unknown(format!("a list of objects with the {keys}"), format!("키가 {keys_ko}인 객체의 목록"))
    }

    pub(crate) fn unknown_object(&self) -> Foreign {
        let (keys, keys_ko) = self.keys();
        unknown(format!("an object with the {keys}"), format!("키가 {keys_ko}인 객체"))
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
            return Some(Foreign::works("JSON of Crossref", "Crossref JSON"));
        }
        if self.has("itemType") || self.inner("data").is_some_and(|data| data.has("itemType")) {
            return Some(Foreign::works("JSON of Zotero", "Zotero JSON"));
        }
        let has_family = self.first("author").is_some_and(|author| author.has_any(&["family", "literal"]));
        if self.inner("issued").is_some_and(|issued| issued.has_any(&["date-parts", "raw", "literal"])) || has_family {
            return Some(Foreign::works(
                "CSL-JSON (Zotero, Mendeley, Crossref)",
                "CSL-JSON(Zotero, Mendeley, Crossref)",
            ));
        }
        let keyed: [(&[&str], &'static str, &'static str); 12] = [
            (&["paperId", "externalIds", "corpusid", "corpusId"], "JSON of Semantic Scholar", "Semantic Scholar JSON"),
            (&["lens_id"], "JSON of The Lens", "Lens JSON"),
            (&["research_orgs", "research_org_names", "category_for"], "JSON of Dimensions", "Dimensions JSON"),
            (&["mainTitle", "originalIds", "bestAccessRight"], "JSON of OpenAIRE", "OpenAIRE JSON"),
            (&["MedlineCitation", "PubmedData", "PubmedArticle"], "JSON of PubMed", "PubMed JSON"),
            (&["authors_parsed"], "metadata of arXiv", "arXiv 메타데이터"),
            (&["static_data", "dynamic_data"], "JSON of Web of Science", "Web of Science JSON"),
            (&["dc:identifier", "dc:title", "prism:doi"], "JSON of Scopus", "Scopus JSON"),
            (&["conceptrecid", "conceptdoi"], "JSON of Zenodo", "Zenodo JSON"),
            (&["oa_locations", "best_oa_location"], "JSON of Unpaywall", "Unpaywall JSON"),
            (&["pubmed_id", "sortfirstauthor", "articleids"], "JSON of PubMed", "PubMed JSON"),
            (&["label_s", "halId_s"], "JSON of HAL", "HAL JSON"),
        ];
        if let Some((_, name, name_ko)) = keyed.iter().find(|(keys, ..)| self.has_any(keys)) {
            return Some(Foreign::works(name, name_ko));
        }
        let id = self.text("id").or_else(|| self.text("uid")).or_else(|| self.text("UID")).unwrap_or_default();
        if self.text("type").is_some_and(|kind| kind == "dois") && self.is_object("attributes") {
            return Some(Foreign::works("JSON of DataCite", "DataCite JSON"));
        }
        if self.has_any(&["pmid", "pmcid"]) && self.has_any(&["authorString", "authorList", "pubYear"]) {
            return Some(Foreign::works("JSON of Europe PMC", "Europe PMC JSON"));
        }
        if id.starts_with("WOS:") {
            return Some(Foreign::works("JSON of Web of Science", "Web of Science JSON"));
        }
        if id.starts_with("pub.") && self.has_any(&["authors", "year"]) {
            return Some(Foreign::works("JSON of Dimensions", "Dimensions JSON"));
        }
        if self.has_all(&["citing", "cited"]) {
            return Some(Foreign::other("information on citations (OpenCitations)", "인용 정보(OpenCitations)"));
        }
        None
    }

    /// A person, an organisation, or what describes one.
    pub(crate) fn body(&self) -> Option<Foreign> {
        if self.has("authorId") && !self.has_any(&["paperId", "title"]) {
            return Some(Foreign::other("information on authors of Semantic Scholar", "Semantic Scholar의 저자 정보"));
        }
        if self.has_any(&["orcid-identifier", "put-code", "work-summary", "activities-summary"]) {
            return Some(Foreign::works("JSON of ORCID", "ORCID JSON"));
        }
        let id = self.text("id").unwrap_or_default();
        if id.contains("ror.org/") || id.starts_with("grid.") {
            return Some(Foreign::new("information on organisations of ROR", "ROR의 기관 정보", Advice::Authority));
        }
        None
    }

    /// Something else of a program.
    pub(crate) fn thing(&self) -> Option<Foreign> {
        let kind = self.text("type").unwrap_or_default();
        if matches!(kind.as_ref(), "FeatureCollection" | "Feature" | "Topology" | "GeometryCollection")
            || self.has("coordinates") && self.has("type")
        {
            return Some(Foreign::other("a map (GeoJSON)", "지도(GeoJSON)"));
        }
        if matches!(kind.as_ref(), "node" | "relationship") && self.has_any(&["labels", "start", "properties"]) {
            return Some(Foreign::network("an export of Neo4j", "Neo4j 내보내기 파일"));
        }
        let drawn =
            ["data", "group", "position", "classes", "selected", "selectable", "locked", "grabbable", "removed"];
        let is_drawn = self.0.iter().all(|(key, _)| drawn.contains(&key.as_ref()));
        let is_item = |data: Self| data.has("id") && !data.has("attributes") || data.has_all(&["source", "target"]);
        if is_drawn && self.inner("data").is_some_and(is_item) {
            return Some(Foreign::network("a network of Cytoscape", "Cytoscape 관계망"));
        }
        if self.has_any(&["@context", "@graph", "@id", "@type"]) {
            return Some(Foreign::other("linked data (JSON-LD)", "연결 데이터(JSON-LD)"));
        }
        let described = ["dependencies", "devDependencies", "scripts", "lockfileVersion", "engines", "require", "main"];
        if self.has_all(&["name", "version"]) && self.has_any(&described) {
            return Some(Foreign::other(
                "the description of a software package (package.json)",
                "소프트웨어 패키지 설명(package.json)",
            ));
        }
        if self.has_any(&["modelId", "pipeline_tag"]) || self.has_all(&["downloads", "likes"]) {
            return Some(Foreign::works("information on models of Hugging Face", "Hugging Face의 모델 정보"));
        }
        if self.has("full_name") && self.has_any(&["html_url", "stargazers_count"]) {
            return Some(Foreign::other("information on repositories of GitHub", "GitHub의 저장소 정보"));
        }
        if self.is_list("children") && self.has_any(&["name", "id", "value"]) {
            return Some(Foreign::other("a tree (d3's hierarchy)", "나무 구조(d3 hierarchy)"));
        }
        if self.is_list("results") && self.has_any(&["meta", "count", "next"]) {
            return Some(Foreign::new("a page of results on every line", "줄마다 결과 페이지 하나", Advice::Unknown));
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
            return Some(Foreign::network("a map of Kumu", "Kumu 지도"));
        }
        let elements = self.inner("elements").is_some_and(|elements| elements.has_any(&["nodes", "edges"]))
            || self.first("elements").is_some_and(|element| element.is_object("data"));
        if elements {
            return Some(Foreign::network("a network of Cytoscape", "Cytoscape 관계망"));
        }
        if self.is_list("nodes") && self.is_list("adjacency") {
            return Some(Foreign::network("a network of NetworkX (adjacency)", "NetworkX 관계망(adjacency)"));
        }
        let options = self.inner("options").is_some_and(|options| options.has_any(&["multi", "allowSelfLoops"]));
        let keyed = self.first("nodes").is_some_and(|node| node.has("key") && !node.has("id"));
        if self.is_list("nodes") && (options || keyed) {
            return Some(Foreign::network(
                "a network of graphology (Sigma, Gephi Lite)",
                "graphology 관계망(Sigma, Gephi Lite)",
            ));
        }
        if self.has("nodes") && self.has_any(&["links", "edges", "connections", "relationships", "arcs"]) {
            return Some(Foreign::network(
                "a network of nodes and links (NetworkX, d3, vis.js, Gephi)",
                "노드와 링크의 관계망(NetworkX, d3, vis.js, Gephi)",
            ));
        }
        let is_graph = |graph: Self| graph.has_any(&["nodes", "edges"]);
        if self.inner("graph").is_some_and(is_graph) || self.first("graphs").is_some_and(is_graph) {
            return Some(Foreign::network("a network in the JSON Graph Format", "JSON Graph Format 관계망"));
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
        let (quoted, quoted_ko) =
            if told.is_empty() { Default::default() } else { (format!(" (“{told}”)"), format!("(‘{told}’)")) };
        Some(Foreign {
            name: format!("an error message of a server{quoted}").into(),
            name_ko: format!("서버의 오류 메시지{quoted_ko}").into(),
            advice: Advice::Other,
        })
    }

    /// The answer of a service, with its records somewhere within.
    pub(crate) fn page(&self) -> Option<Foreign> {
        if let Some(kind) = self.text("message-type").filter(|kind| !kind.starts_with("work")) {
            return Some(Foreign {
                name: format!("an answer of Crossref on something else than works ({})", cut(&kind)).into(),
                name_ko: format!("성과물이 아닌 Crossref의 응답({})", cut(&kind)).into(),
                advice: Advice::Other,
            });
        }
        let keyed: [(&[&str], &'static str, &'static str); 9] = [
            (&["message-type"], "JSON of Crossref", "Crossref JSON"),
            (&["resultList"], "JSON of Europe PMC", "Europe PMC JSON"),
            (&["search-results", "abstracts-retrieval-response"], "JSON of Scopus", "Scopus JSON"),
            (&["esearchresult", "PubmedArticleSet"], "JSON of PubMed", "PubMed JSON"),
            (&["QueryResult"], "JSON of Web of Science", "Web of Science JSON"),
            (&["_stats", "publications"], "JSON of Dimensions", "Dimensions JSON"),
            (&["apiMessage"], "JSON of Springer Nature", "Springer Nature JSON"),
            (&["PubmedArticle"], "JSON of PubMed", "PubMed JSON"),
            (&["activities-summary", "orcid-identifier"], "JSON of ORCID", "ORCID JSON"),
        ];
        if let Some((_, name, name_ko)) = keyed.iter().find(|(keys, ..)| self.has_any(keys)) {
            return Some(Foreign::works(name, name_ko));
        }
        if self.inner("result").is_some_and(|result| result.has("uids")) {
            return Some(Foreign::works("JSON of PubMed", "PubMed JSON"));
        }
        if self.is_list("group") && self.has("path") {
            return Some(Foreign::works("JSON of ORCID", "ORCID JSON"));
        }
        if self.inner("results").is_some_and(|results| results.has("bindings")) {
            return Some(Foreign::new("an answer of SPARQL (Wikidata)", "SPARQL(Wikidata) 응답", Advice::Table));
        }
        if self.inner("response").is_some_and(|response| response.has("header") && response.has("results")) {
            return Some(Foreign::works("JSON of OpenAIRE", "OpenAIRE JSON"));
        }
        if self.is_list("claims") {
            return Some(Foreign::other(
                "a list of claims (read by check --claims)",
                "주장 목록(check --claims로 읽는다)",
            ));
        }
        let is_answer = |key: &str| self.get(key).is_some_and(|value| value.0.trim().parse::<u64>().is_ok());
        if ["works", "institutions", "ties"].into_iter().all(is_answer) {
            return Some(Foreign::new("an answer of collab itself (--json)", "collab의 답(--json)", Advice::Answer));
        }
        if self.is_list("institutions") && !self.has_any(&["name", "title"]) {
            return Some(Foreign::new("a list of institutions", "기관 목록", Advice::Authority));
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
        let frame = || Foreign::new("a data frame (pandas)", "데이터프레임(pandas)", Advice::Table);
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
            return Some(Foreign::other("a chart (Vega)", "차트(Vega)"));
        }
        if self.is_list("data") && self.is_object("layout") {
            return Some(Foreign::other("a chart (Plotly)", "차트(Plotly)"));
        }
        if schema.contains("json-schema.org") || self.has_any(&["$defs", "definitions"]) && self.has("properties") {
            return Some(Foreign::other("a JSON Schema", "JSON 스키마"));
        }
        if self.has_all(&["cells", "nbformat"]) {
            return Some(Foreign::other("a notebook (Jupyter)", "노트북(Jupyter)"));
        }
        if self.has_any(&["openapi", "swagger"]) {
            return Some(Foreign::other("the description of an interface (OpenAPI)", "인터페이스 설명(OpenAPI)"));
        }
        if self.has_any(&["compilerOptions", "manifest_version", "model_type"]) {
            return Some(Foreign::other("a file of settings", "설정 파일"));
        }
        None
    }
}
