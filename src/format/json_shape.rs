//! What a JSON text is, by the shape of its elements: works that are read, or something else, which is refused by its own
//! name where that is known. A single key decides nothing: many programs write a “name” or “results”.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::format::openalex_entity::{Entity, entity_of};
use crate::source::error::Error;
use crate::source::input::body;

/// Something that is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Kind {
    name: Cow<'static, str>,
    name_ko: Cow<'static, str>,
    way: Way,
}

/// What its owner can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
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

impl Way {
    fn words(self) -> (&'static str, &'static str) {
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

impl Kind {
    fn new(name: &'static str, name_ko: &'static str, way: Way) -> Self {
        Self { name: Cow::Borrowed(name), name_ko: Cow::Borrowed(name_ko), way }
    }

    fn works(name: &'static str, name_ko: &'static str) -> Self {
        Self::new(name, name_ko, Way::Works)
    }

    fn network(name: &'static str, name_ko: &'static str) -> Self {
        Self::new(name, name_ko, Way::Network)
    }

    fn other(name: &'static str, name_ko: &'static str) -> Self {
        Self::new(name, name_ko, Way::Other)
    }

    /// The refusal in English and Korean.
    pub(crate) fn words(&self) -> (String, String) {
        let (way, way_ko) = self.way.words();
        let Self { name, name_ko, .. } = self;
        if self.way == Way::Unknown {
            return (
                format!("the JSON is of no known format: it is {name}; {way}"),
                format!("알 수 없는 JSON이다. 내용은 {name_ko}이다. {way_ko}"),
            );
        }
        (
            format!("this is {name}, which is not read as data; {way}"),
            format!("{name_ko}이다. 이런 JSON은 자료로 읽지 않는다. {way_ko}"),
        )
    }

    pub(crate) fn error(&self, file: &str) -> Error {
        let (message, message_ko) = self.words();
        Error::at(file, 1, 1, message, message_ko)
    }
}

/// Schemas that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Schema {
    /// The project's own document, or an array of its works.
    Collabgraph,
    /// A work of the project's own, one or one a line.
    JsonLines,
    /// Works of OpenAlex: a page of results, an array, one, or one a line.
    OpenAlex,
    /// A network of VOSviewer.
    Vosviewer,
}

/// What a text holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// A schema that is read.
    Read(Schema),
    /// Something that is not.
    Foreign(Kind),
    /// Works that name no institutions as far as the text goes, of this schema; what they are if no other follows.
    Open(Schema, Kind),
    /// It is no JSON; the schema that it seems to be meant for, whose reader finds the error.
    Broken(Option<Schema>),
}

/// What a JSON text holds. Of a first part (`is_whole` false) only works one a line are recognised. O(bytes).
pub(crate) fn verdict(text: &str, is_whole: bool) -> Verdict {
    let body = body(text).trim_end();
    if !is_whole || are_lines(body) {
        return of_lines(body);
    }
    match serde_json::from_str::<IgnoredAny>(body) {
        Ok(_) => of_value(body),
        Err(_) => Verdict::Broken(of_broken(body)),
    }
}

/// How much of a broken text is searched for keys.
const HEAD: usize = 65_536;

/// The schema that a broken JSON text was meant to have, by its first keys, so that its reader can locate the error;
/// `None` when it looks like none of ours.
fn of_broken(text: &str) -> Option<Schema> {
    if !text.starts_with(['{', '[']) {
        return None;
    }
    let mut end = text.len().min(HEAD);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let head = &text[..end];
    let has_key = |key: &str| {
        let quoted = format!("\"{key}\"");
        head.match_indices(&quoted).any(|(at, found)| head[at + found.len()..].trim_start().starts_with(':'))
    };
    if has_key("collabgraph") {
        Some(Schema::Collabgraph)
    } else if text.starts_with('{') && has_key("network") && (has_key("items") || has_key("links")) {
        Some(Schema::Vosviewer)
    } else if has_key("authorships") || has_key("results") || has_key("cited_by_count") {
        Some(Schema::OpenAlex)
    } else if text.starts_with('[') || has_key("works") {
        Some(Schema::Collabgraph)
    } else if has_key("name") || has_key("institutions") {
        Some(Schema::JsonLines)
    } else {
        None
    }
}

/// Whether a whole value stands on the first line, and more after it.
fn are_lines(body: &str) -> bool {
    let Some((first, rest)) = body.split_once('\n') else { return false };
    !rest.trim().is_empty() && serde_json::from_str::<IgnoredAny>(first).is_ok()
}

fn of_lines(body: &str) -> Verdict {
    of_elements(body.lines().map(str::trim).filter(|line| !line.is_empty()), Schema::JsonLines)
}

/// What is known of one element of a list of works.
enum Element {
    /// A work of the project's own; whether it has institutions.
    Own(bool),
    /// A work of OpenAlex; whether it has authorships.
    OpenAlex(bool),
    Foreign(Kind),
    /// An object of no known schema.
    Unknown,
}

/// What elements are: the first decides, and one that has institutions must be among them.
fn of_elements<'a>(elements: impl Iterator<Item = &'a str>, own: Schema) -> Verdict {
    let (mut is_openalex, mut open) = (None, None);
    for part in elements {
        let element = Node(part).element();
        if is_openalex.is_none() {
            (is_openalex, open) = match &element {
                Element::Foreign(kind) => return Verdict::Foreign(kind.clone()),
                Element::Unknown => return Verdict::Foreign(Node(part).fields().unwrap_or_default().unknown_record()),
                Element::OpenAlex(_) => (Some(true), Some(without_authorships())),
                Element::Own(_) => (Some(false), Some(without_institutions(part))),
            };
        }
        match (element, is_openalex) {
            (Element::OpenAlex(true), Some(true)) => return Verdict::Read(Schema::OpenAlex),
            (Element::Own(true), Some(false)) => return Verdict::Read(own),
            _ => {}
        }
    }
    match (open, is_openalex) {
        (Some(kind), Some(true)) => Verdict::Open(Schema::OpenAlex, kind),
        (Some(kind), _) => Verdict::Open(own, kind),
        _ => Verdict::Foreign(unknown("an empty list", "빈 목록")),
    }
}

/// Works of OpenAlex without authorships.
fn without_authorships() -> Kind {
    let (name, name_ko) = ("a list of works of OpenAlex without authorships", "authorships가 없는 OpenAlex 논문 목록");
    Kind::new(name, name_ko, Way::Authorships)
}

/// Records with a name or title that have no "institutions".
fn without_institutions(part: &str) -> Kind {
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
pub(crate) fn unknown(name: impl Into<Cow<'static, str>>, name_ko: impl Into<Cow<'static, str>>) -> Kind {
    Kind { name: name.into(), name_ko: name_ko.into(), way: Way::Unknown }
}

/// A JSON value, unread.
#[derive(Clone, Copy)]
struct Node<'a>(&'a str);

/// The entries of an object, keys that stand twice included.
#[derive(Default)]
struct Fields<'a>(Vec<(Cow<'a, str>, &'a RawValue)>);

#[derive(Deserialize)]
struct Key<'a>(#[serde(borrow)] Cow<'a, str>);

impl<'de: 'a, 'a> Deserialize<'de> for Fields<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Collect;
        impl<'de> Visitor<'de> for Collect {
            type Value = Fields<'de>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Fields<'de>, A::Error> {
                let mut fields = Vec::new();
                while let Some((key, value)) = map.next_entry::<Key<'de>, &'de RawValue>()? {
                    fields.push((key.0, value));
                }
                Ok(Fields(fields))
            }
        }
        deserializer.deserialize_map(Collect)
    }
}

impl<'a> Node<'a> {
    fn starts(self, with: char) -> bool {
        self.0.trim_start().starts_with(with)
    }

    fn fields(self) -> Option<Fields<'a>> {
        self.starts('{').then(|| serde_json::from_str(self.0).ok()).flatten()
    }

    fn items(self) -> Option<Vec<&'a RawValue>> {
        self.starts('[').then(|| serde_json::from_str(self.0).ok()).flatten()
    }

    /// The first element of a list.
    fn first(self) -> Option<Self> {
        self.items()?.first().map(|item| Node(item.get()))
    }

    fn word(self) -> Option<Cow<'a, str>> {
        self.starts('"').then(|| serde_json::from_str::<Key<'a>>(self.0).ok()).flatten().map(|key| key.0)
    }

    fn is_scalar(self) -> bool {
        !self.starts('{') && !self.starts('[')
    }

    /// What an element of a list is. What has institutions in the shape of the project's own is its own, whatever else it
    /// has.
    fn element(self) -> Element {
        let Some(fields) = self.fields() else { return Element::Foreign(scalar(self)) };
        let is_text = |key: &str| fields.get(key).is_some_and(|value| value.starts('"'));
        let is_named = is_text("name") || is_text("title");
        let has_authorships = fields.get("authorships").is_some_and(|value| value.starts('['));
        if !has_authorships && let Some(team) = fields.get("institutions") {
            let texts = team.items().filter(|items| !items.is_empty());
            let are_names = texts.is_some_and(|items| items.iter().all(|item| item.get().starts_with('"')));
            // A team of another kind of value is an error with its location; what has no name is a work by names alone.
            if is_named && !fields.is_entity() || are_names {
                return Element::Own(true);
            }
        }
        match fields.text("id").as_deref().and_then(entity_of) {
            Some(Entity::Work) => return Element::OpenAlex(has_authorships),
            Some(other) => return Element::Foreign(of_openalex(other)),
            None if has_authorships => return Element::OpenAlex(true),
            None => {}
        }
        if let Some(kind) = fields.record().or_else(|| fields.container()) {
            return Element::Foreign(kind);
        }
        if is_named {
            return Element::Own(false);
        }
        Element::Unknown
    }
}

/// Something of OpenAlex that is no work.
fn of_openalex(entity: Entity) -> Kind {
    let (name, name_ko) = entity.words();
    Kind {
        name: format!("information on {name} of OpenAlex, not on works").into(),
        name_ko: format!("논문이 아니라 OpenAlex의 {name_ko} 정보").into(),
        way: Way::OpenAlex,
    }
}

/// A value that is no object.
fn scalar(node: Node<'_>) -> Kind {
    let text = node.0.trim();
    match text.chars().next() {
        Some('[') if node.first().is_none() => unknown("a list of empty lists", "빈 목록의 목록"),
        Some('[') => Kind::new("a list of rows without names", "이름 없는 행의 목록", Way::Table),
        Some('"') => unknown("a list of texts", "글의 목록"),
        Some('t' | 'f') => unknown("a list of true and false", "true와 false의 목록"),
        Some('n') => unknown("a list that begins with null", "null로 시작하는 목록"),
        _ => unknown("a list of numbers", "수의 목록"),
    }
}

fn of_value(body: &str) -> Verdict {
    let node = Node(body);
    if let Some(items) = node.items() {
        if let Some(kind) = of_parts(&items) {
            return Verdict::Foreign(kind);
        }
        return of_elements(items.iter().map(|item| item.get()), Schema::Collabgraph);
    }
    let Some(fields) = node.fields() else {
        return Verdict::Foreign(unknown(format!("a single value, {}", cut(body)), format!("값 하나, {}", cut(body))));
    };
    if fields.has("collabgraph") {
        return Verdict::Read(Schema::Collabgraph);
    }
    if fields.0.is_empty() {
        return Verdict::Foreign(unknown("an empty object", "빈 객체"));
    }
    if fields.inner("network").is_some_and(|network| network.has("items") || network.has("links")) {
        return Verdict::Read(Schema::Vosviewer);
    }
    if let Some(works) = fields.get("works").and_then(Node::items)
        && let Verdict::Read(format) = of_elements(works.iter().map(|work| work.get()), Schema::Collabgraph)
        && format == Schema::Collabgraph
    {
        return Verdict::Read(format);
    }
    if let Some(results) = fields.get("results").and_then(Node::items) {
        return of_results(&fields, &results);
    }
    match node.element() {
        Element::Own(true) => Verdict::Read(Schema::JsonLines),
        Element::OpenAlex(true) => Verdict::Read(Schema::OpenAlex),
        Element::Foreign(kind) => Verdict::Foreign(kind),
        Element::OpenAlex(false) => Verdict::Foreign(Kind::new(
            "a work of OpenAlex without authorships",
            "authorships가 없는 OpenAlex 논문",
            Way::Authorships,
        )),
        Element::Own(false) | Element::Unknown => Verdict::Foreign(fields.unknown_object()),
    }
}

/// A page of results.
fn of_results(fields: &Fields<'_>, results: &[&RawValue]) -> Verdict {
    let is_filled = |key: &str| fields.get(key).and_then(Node::items).is_some_and(|items| !items.is_empty());
    if results.is_empty() {
        let is_openalex = fields.inner("meta").is_some_and(|meta| meta.has("count") || meta.has("per_page"));
        return Verdict::Foreign(if is_filled("group_by") {
            Kind::new("a page of counts of OpenAlex (group_by)", "OpenAlex의 집계(group_by) 결과", Way::OpenAlex)
        } else if is_openalex {
            Kind::new("a page of OpenAlex without any result", "결과가 하나도 없는 OpenAlex 페이지", Way::OpenAlex)
        } else {
            unknown("a page without any result", "결과가 하나도 없는 페이지")
        });
    }
    if fields.has("header") && !fields.has("meta") && results.iter().all(|one| Node(one.get()).starts('{')) {
        return Verdict::Foreign(Kind::works("JSON of OpenAIRE", "OpenAIRE JSON"));
    }
    // The project's own works stand under "works": those here are somebody else's.
    match of_elements(results.iter().map(|one| one.get()), Schema::Collabgraph) {
        Verdict::Read(Schema::OpenAlex) => Verdict::Read(Schema::OpenAlex),
        Verdict::Foreign(kind) | Verdict::Open(Schema::OpenAlex, kind) => Verdict::Foreign(kind),
        _ => Verdict::Foreign(fields.unknown_object()),
    }
}

/// Lists that are one thing of several parts.
fn of_parts(items: &[&RawValue]) -> Option<Kind> {
    let parts: Vec<Fields<'_>> = items.iter().take(20).filter_map(|item| Node(item.get()).fields()).collect();
    let any = |keys: &[&str]| parts.iter().any(|part| keys.iter().any(|key| part.has(key)));
    if any(&["CXVersion", "numberVerification"]) || parts.len() > 1 && any(&["metaData"]) && any(&["nodes"]) {
        return Some(Kind::network("a network of Cytoscape (CX)", "Cytoscape 관계망(CX)"));
    }
    None
}

/// The start of a value.
fn cut(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let start: String = line.chars().filter(|ch| !ch.is_control()).take(40).collect();
    if start.len() < line.len() { format!("{start}…") } else { start }
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

impl<'a> Fields<'a> {
    fn get(&self, key: &str) -> Option<Node<'a>> {
        self.0.iter().find(|(other, _)| other == key).map(|(_, value)| Node(value.get()))
    }

    fn has(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    fn has_all(&self, keys: &[&str]) -> bool {
        keys.iter().all(|key| self.has(key))
    }

    fn has_any(&self, keys: &[&str]) -> bool {
        keys.iter().any(|key| self.has(key))
    }

    fn text(&self, key: &str) -> Option<Cow<'a, str>> {
        self.get(key)?.word()
    }

    fn inner(&self, key: &str) -> Option<Self> {
        self.get(key)?.fields()
    }

    fn is_list(&self, key: &str) -> bool {
        self.get(key).is_some_and(|value| value.starts('['))
    }

    fn is_object(&self, key: &str) -> bool {
        self.get(key).is_some_and(|value| value.starts('{'))
    }

    /// The entries of the first element of a list.
    fn first(&self, key: &str) -> Option<Self> {
        self.get(key)?.first()?.fields()
    }

    /// The first few keys, in English and Korean.
    fn keys(&self) -> (String, String) {
        let few: Vec<String> = self.0.iter().take(5).map(|(key, _)| cut(key)).collect();
        let more = if self.0.len() > few.len() { ", …" } else { "" };
        let noun = if self.0.len() == 1 { "key" } else { "keys" };
        (format!("{noun} “{}”{more}", few.join("”, “")), format!("‘{}’{more}", few.join("’, ‘")))
    }

    /// Whether its id is that of something else than a work.
    fn is_entity(&self) -> bool {
        let id = self.text("id").unwrap_or_default();
        entity_of(&id).is_some_and(|entity| entity != Entity::Work) || id.contains("ror.org/")
    }

    fn is_flat(&self) -> bool {
        !self.0.is_empty() && self.0.iter().all(|(_, value)| Node(value.get()).is_scalar())
    }

    /// An element of no known schema.
    fn unknown_record(&self) -> Kind {
        if self.0.is_empty() {
            return unknown("a list of empty objects", "빈 객체의 목록");
        }
        let (keys, keys_ko) = self.keys();
        if self.is_flat() {
            return Kind {
                name: format!("a list of rows of a table ({keys})").into(),
                name_ko: format!("표의 행 목록(열 {keys_ko})").into(),
                way: Way::Table,
            };
        }
        unknown(format!("a list of objects with the {keys}"), format!("키가 {keys_ko}인 객체의 목록"))
    }

    fn unknown_object(&self) -> Kind {
        let (keys, keys_ko) = self.keys();
        unknown(format!("an object with the {keys}"), format!("키가 {keys_ko}인 객체"))
    }

    /// Records of sources and programs that are known, one by one.
    fn record(&self) -> Option<Kind> {
        self.paper().or_else(|| self.body()).or_else(|| self.thing())
    }

    /// A paper as its source describes it.
    fn paper(&self) -> Option<Kind> {
        // CSL-JSON has most of the same keys, but one title.
        let is_crossref = self.is_list("title") || self.has_any(&["is-referenced-by-count", "content-domain"]);
        if self.has("DOI") && is_crossref {
            return Some(Kind::works("JSON of Crossref", "Crossref JSON"));
        }
        if self.has("itemType") || self.inner("data").is_some_and(|data| data.has("itemType")) {
            return Some(Kind::works("JSON of Zotero", "Zotero JSON"));
        }
        let has_family = self.first("author").is_some_and(|author| author.has_any(&["family", "literal"]));
        if self.inner("issued").is_some_and(|issued| issued.has_any(&["date-parts", "raw", "literal"])) || has_family {
            return Some(Kind::works("CSL-JSON (Zotero, Mendeley, Crossref)", "CSL-JSON(Zotero, Mendeley, Crossref)"));
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
            return Some(Kind::works(name, name_ko));
        }
        let id = self.text("id").or_else(|| self.text("uid")).or_else(|| self.text("UID")).unwrap_or_default();
        if self.text("type").is_some_and(|kind| kind == "dois") && self.is_object("attributes") {
            return Some(Kind::works("JSON of DataCite", "DataCite JSON"));
        }
        if self.has_any(&["pmid", "pmcid"]) && self.has_any(&["authorString", "authorList", "pubYear"]) {
            return Some(Kind::works("JSON of Europe PMC", "Europe PMC JSON"));
        }
        if id.starts_with("WOS:") {
            return Some(Kind::works("JSON of Web of Science", "Web of Science JSON"));
        }
        if id.starts_with("pub.") && self.has_any(&["authors", "year"]) {
            return Some(Kind::works("JSON of Dimensions", "Dimensions JSON"));
        }
        if self.has_all(&["citing", "cited"]) {
            return Some(Kind::other("information on citations (OpenCitations)", "인용 정보(OpenCitations)"));
        }
        None
    }

    /// A person, an organisation, or what describes one.
    fn body(&self) -> Option<Kind> {
        if self.has_any(&["orcid-identifier", "put-code", "work-summary", "activities-summary"]) {
            return Some(Kind::works("JSON of ORCID", "ORCID JSON"));
        }
        let id = self.text("id").unwrap_or_default();
        if id.contains("ror.org/") || id.starts_with("grid.") {
            return Some(Kind::new("information on organisations of ROR", "ROR의 기관 정보", Way::Authority));
        }
        None
    }

    /// Something else of a program.
    fn thing(&self) -> Option<Kind> {
        let kind = self.text("type").unwrap_or_default();
        if matches!(kind.as_ref(), "FeatureCollection" | "Feature" | "Topology" | "GeometryCollection")
            || self.has("coordinates") && self.has("type")
        {
            return Some(Kind::other("a map (GeoJSON)", "지도(GeoJSON)"));
        }
        if matches!(kind.as_ref(), "node" | "relationship") && self.has_any(&["labels", "start", "properties"]) {
            return Some(Kind::network("an export of Neo4j", "Neo4j 내보내기 파일"));
        }
        let drawn =
            ["data", "group", "position", "classes", "selected", "selectable", "locked", "grabbable", "removed"];
        let is_drawn = self.0.iter().all(|(key, _)| drawn.contains(&key.as_ref()));
        let is_item = |data: Self| data.has("id") && !data.has("attributes") || data.has_all(&["source", "target"]);
        if is_drawn && self.inner("data").is_some_and(is_item) {
            return Some(Kind::network("a network of Cytoscape", "Cytoscape 관계망"));
        }
        if self.has_any(&["@context", "@graph", "@id", "@type"]) {
            return Some(Kind::other("linked data (JSON-LD)", "연결 데이터(JSON-LD)"));
        }
        let described = ["dependencies", "devDependencies", "scripts", "lockfileVersion", "engines", "require", "main"];
        if self.has_all(&["name", "version"]) && self.has_any(&described) {
            return Some(Kind::other(
                "the description of a software package (package.json)",
                "소프트웨어 패키지 설명(package.json)",
            ));
        }
        if self.has_any(&["modelId", "pipeline_tag"]) || self.has_all(&["downloads", "likes"]) {
            return Some(Kind::works("information on models of Hugging Face", "Hugging Face의 모델 정보"));
        }
        if self.has("full_name") && self.has_any(&["html_url", "stargazers_count"]) {
            return Some(Kind::other("information on repositories of GitHub", "GitHub의 저장소 정보"));
        }
        if self.is_list("children") && self.has_any(&["name", "id", "value"]) {
            return Some(Kind::other("a tree (d3's hierarchy)", "나무 구조(d3 hierarchy)"));
        }
        if self.is_list("results") && self.has_any(&["meta", "count", "next"]) {
            return Some(Kind::new("a page of results on every line", "줄마다 결과 페이지 하나", Way::Unknown));
        }
        None
    }

    /// One object that holds records, a network, or something else as a whole.
    fn container(&self) -> Option<Kind> {
        self.graph().or_else(|| self.failure()).or_else(|| self.page()).or_else(|| self.frame()).or_else(|| self.file())
    }

    /// A network.
    fn graph(&self) -> Option<Kind> {
        if self.is_list("elements") && self.is_list("connections") {
            return Some(Kind::network("a map of Kumu", "Kumu 지도"));
        }
        let elements = self.inner("elements").is_some_and(|elements| elements.has_any(&["nodes", "edges"]))
            || self.first("elements").is_some_and(|element| element.is_object("data"));
        if elements {
            return Some(Kind::network("a network of Cytoscape", "Cytoscape 관계망"));
        }
        if self.is_list("nodes") && self.is_list("adjacency") {
            return Some(Kind::network("a network of NetworkX (adjacency)", "NetworkX 관계망(adjacency)"));
        }
        let options = self.inner("options").is_some_and(|options| options.has_any(&["multi", "allowSelfLoops"]));
        let keyed = self.first("nodes").is_some_and(|node| node.has("key") && !node.has("id"));
        if self.is_list("nodes") && (options || keyed) {
            return Some(Kind::network(
                "a network of graphology (Sigma, Gephi Lite)",
                "graphology 관계망(Sigma, Gephi Lite)",
            ));
        }
        if self.has("nodes") && self.has_any(&["links", "edges", "connections", "relationships", "arcs"]) {
            return Some(Kind::network(
                "a network of nodes and links (NetworkX, d3, vis.js, Gephi)",
                "노드와 링크의 관계망(NetworkX, d3, vis.js, Gephi)",
            ));
        }
        let is_graph = |graph: Self| graph.has_any(&["nodes", "edges"]);
        if self.inner("graph").is_some_and(is_graph) || self.first("graphs").is_some_and(is_graph) {
            return Some(Kind::network("a network in the JSON Graph Format", "JSON Graph Format 관계망"));
        }
        None
    }

    /// An error message of a server.
    fn failure(&self) -> Option<Kind> {
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
        Some(Kind {
            name: format!("an error message of a server{quoted}").into(),
            name_ko: format!("서버의 오류 메시지{quoted_ko}").into(),
            way: Way::Other,
        })
    }

    /// The answer of a service, with its records somewhere within.
    fn page(&self) -> Option<Kind> {
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
            return Some(Kind::works(name, name_ko));
        }
        if self.inner("result").is_some_and(|result| result.has("uids")) {
            return Some(Kind::works("JSON of PubMed", "PubMed JSON"));
        }
        if self.is_list("group") && self.has("path") {
            return Some(Kind::works("JSON of ORCID", "ORCID JSON"));
        }
        if self.inner("results").is_some_and(|results| results.has("bindings")) {
            return Some(Kind::new("an answer of SPARQL (Wikidata)", "SPARQL(Wikidata) 응답", Way::Table));
        }
        if self.inner("response").is_some_and(|response| response.has("header") && response.has("results")) {
            return Some(Kind::works("JSON of OpenAIRE", "OpenAIRE JSON"));
        }
        if self.is_list("claims") {
            return Some(Kind::other(
                "a list of claims (read by check --claims)",
                "주장 목록(check --claims로 읽는다)",
            ));
        }
        let is_answer = |key: &str| self.get(key).is_some_and(|value| value.0.trim().parse::<u64>().is_ok());
        if ["works", "institutions", "ties"].into_iter().all(is_answer) {
            return Some(Kind::new("an answer of collab itself (--json)", "collab의 답(--json)", Way::Answer));
        }
        if self.is_list("institutions") && !self.has_any(&["name", "title"]) {
            return Some(Kind::new("a list of institutions", "기관 목록", Way::Authority));
        }
        self.held(3)
    }

    /// Records of a known kind under one of the usual keys.
    fn held(&self, depth: usize) -> Option<Kind> {
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
    fn frame(&self) -> Option<Kind> {
        let frame = || Kind::new("a data frame (pandas)", "데이터프레임(pandas)", Way::Table);
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
    fn file(&self) -> Option<Kind> {
        let schema = self.text("$schema").unwrap_or_default();
        if schema.contains("vega") || self.has_all(&["mark", "encoding"]) || self.has_all(&["marks", "scales"]) {
            return Some(Kind::other("a chart (Vega)", "차트(Vega)"));
        }
        if self.is_list("data") && self.is_object("layout") {
            return Some(Kind::other("a chart (Plotly)", "차트(Plotly)"));
        }
        if schema.contains("json-schema.org") || self.has_any(&["$defs", "definitions"]) && self.has("properties") {
            return Some(Kind::other("a JSON Schema", "JSON 스키마"));
        }
        if self.has_all(&["cells", "nbformat"]) {
            return Some(Kind::other("a notebook (Jupyter)", "노트북(Jupyter)"));
        }
        if self.has_any(&["openapi", "swagger"]) {
            return Some(Kind::other("the description of an interface (OpenAPI)", "인터페이스 설명(OpenAPI)"));
        }
        if self.has_any(&["compilerOptions", "manifest_version", "model_type"]) {
            return Some(Kind::other("a file of settings", "설정 파일"));
        }
        None
    }
}

/// The length of a list of plain values.
fn flat_len(node: Node<'_>) -> Option<usize> {
    let items = node.items()?;
    items.iter().all(|item| Node(item.get()).is_scalar()).then_some(items.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_keys_tell_what_broken_json_was_meant_for() {
        assert_eq!(of_broken("{\"collabgraph\": 1"), Some(Schema::Collabgraph));
        assert_eq!(of_broken("{\"results\" :[{"), Some(Schema::OpenAlex));
        assert_eq!(of_broken("{\"name\":\"A\""), Some(Schema::JsonLines));
        assert_eq!(of_broken("{\"x\":1"), None);
        assert_eq!(of_broken("a,b"), None);
    }
}
