//! What a column of a table can say, and the headers that say which.

use crate::corpus::naming::fold;

/// What a column tells of a work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Name of the work.
    Work,
    /// Institutions behind it.
    Institutions,
    /// Publication date.
    Date,
    /// Countries of the institutions.
    Countries,
    /// Categories of the institutions.
    Sectors,
    /// Title of the paper.
    Title,
    /// Authors.
    Authors,
    /// DOI of the paper.
    Doi,
    /// Addresses.
    Links,
    /// Citation count.
    Citations,
    /// Why it is listed.
    Criteria,
    /// Fields.
    Domains,
    /// How it can be had.
    Accessibility,
    /// One end of a tie, in a list of ties.
    Source,
    /// The other end.
    Target,
    /// Weight of a tie.
    Weight,
}

impl Role {
    /// All roles.
    pub const ALL: [Self; 16] = [
        Self::Work,
        Self::Institutions,
        Self::Date,
        Self::Countries,
        Self::Sectors,
        Self::Title,
        Self::Authors,
        Self::Doi,
        Self::Links,
        Self::Citations,
        Self::Criteria,
        Self::Domains,
        Self::Accessibility,
        Self::Source,
        Self::Target,
        Self::Weight,
    ];

    /// Whether it belongs to a list of ties, not to a table of works.
    #[must_use]
    pub fn is_of_ties(self) -> bool {
        matches!(self, Self::Source | Self::Target | Self::Weight)
    }

    /// Whether several columns can tell it together.
    #[must_use]
    pub fn takes_several(self) -> bool {
        matches!(
            self,
            Self::Institutions | Self::Countries | Self::Sectors | Self::Authors | Self::Criteria | Self::Domains
        )
    }

    /// The word for it in `--columns`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Work => "work",
            Self::Institutions => "institutions",
            Self::Date => "date",
            Self::Countries => "countries",
            Self::Sectors => "sectors",
            Self::Title => "title",
            Self::Authors => "authors",
            Self::Doi => "doi",
            Self::Links => "links",
            Self::Citations => "citations",
            Self::Criteria => "criteria",
            Self::Domains => "domains",
            Self::Accessibility => "accessibility",
            Self::Source => "source",
            Self::Target => "target",
            Self::Weight => "weight",
        }
    }

    /// Folded headers that clearly tell it, the clearest first.
    pub(crate) fn headers(self) -> &'static [&'static str] {
        match self {
            Self::Work => &[
                "model",
                "system",
                "work",
                "modelname",
                "name",
                "모델",
                "모델명",
                "모형",
                "논문",
                "논문명",
                "제목",
                "이름",
                "title",
                "papertitle",
                "articletitle",
                "documenttitle",
                "publicationtitle",
                "논문제목",
                "논문제목국문",
                "논문제목한글",
                "논문제목영문",
                "논문이름",
                "국문제목",
                "영문제목",
                "제목국문",
                "연구제목",
                "과제명",
                "성과명",
                "성과물명",
                "모델이름",
                "题名",
                "标题",
                "論文名",
                "論題",
                "タイトル",
                "論文タイトル",
                "projecttitle",
                "projectname",
                "granttitle",
                "awardtitle",
                "patenttitle",
                "inventiontitle",
                "título",
                "titulo",
                "titre",
                "titel",
                "titolo",
                "tytuł",
                "title题名",
                "篇名",
                "projectacronym",
            ],
            Self::Institutions => &[
                "institutions",
                "institution",
                "organizations",
                "organization",
                "organisations",
                "organisation",
                "affiliations",
                "affiliation",
                "partners",
                "기관",
                "기관명",
                "참여기관",
                "개발기관",
                "소속기관",
                "소속",
                "기관들",
                "소속기관명",
                "저자소속",
                "저자소속기관",
                "저자기관",
                "참여기관명",
                "협력기관",
                "공동연구기관",
                "연구기관",
                "수행기관",
                "개발사",
                "개발조직",
                "개발주체",
                "affilname",
                "affiliationname",
                "affiliationnames",
                "authoraffil",
                "authorinstitution",
                "authorinstitutions",
                "institutionname",
                "institutionnames",
                "organizationname",
                "organizationnames",
                "organisationname",
                "organisationnames",
                "orgname",
                "orgs",
                "org",
                "instname",
                "institute",
                "institutes",
                "developer",
                "developers",
                "leadroname",
                "leadresearchorganisation",
                "leadresearchorganization",
                "recipientorganization",
                "recipientorganisation",
                "awardeeorganization",
                "hostinstitution",
                "legalname",
                "institución",
                "institucion",
                "instituciones",
                "instituição",
                "instituicao",
                "instituições",
                "instituicoes",
                "afiliación",
                "afiliacion",
                "afiliaciones",
                "afiliação",
                "afiliacao",
                "filiação",
                "filiacao",
                "établissement",
                "etablissement",
                "établissements",
                "etablissements",
                "organisme",
                "organismes",
                "einrichtung",
                "einrichtungen",
                "institutionen",
                "organisationen",
                "istituzione",
                "istituzioni",
                "affiliazione",
                "affiliazioni",
                "organ单位",
                "作者单位",
                "单位",
                "著者所属",
                "所属機関名",
                "机构",
                "所属機関",
                "所属",
                "機関",
                "機構",
            ],
            Self::Date => &[
                "publicationdate",
                "date",
                "releasedate",
                "published",
                "publicationyear",
                "year",
                "발표일",
                "공개일",
                "출시일",
                "날짜",
                "일자",
                "발표연도",
                "연도",
                "발행연도",
                "발행년도",
                "발표년도",
                "출판연도",
                "출판년도",
                "출간연도",
                "게재연도",
                "게재년도",
                "년도",
                "발행일",
                "발행일자",
                "출판일",
                "출간일",
                "게재일",
                "발표일자",
                "공개일자",
                "coverdate",
                "pubyear",
                "pubdate",
                "yearofpublication",
                "dateofpublication",
                "publishedyear",
                "publisheddate",
                "publishedon",
                "announced",
                "projectstartdate",
                "projectstart",
                "awarddate",
                "startdate",
                "fiscalyear",
                "originalpaperdate",
                "año",
                "anio",
                "ano",
                "fecha",
                "fechadepublicación",
                "fechadepublicacion",
                "anodepublicação",
                "anodepublicacao",
                "année",
                "annee",
                "jahr",
                "datum",
                "erscheinungsjahr",
                "anno",
                "year年",
                "pubtime发表时间",
                "发表时间",
                "出版年份",
                "年份",
                "年",
                "発行年",
                "出版年",
            ],
            Self::Countries => &[
                "countries",
                "country",
                "countryoforganization",
                "countryfromorganization",
                "국가",
                "나라",
                "país",
                "pais",
                "países",
                "paises",
                "pays",
                "land",
                "länder",
                "paese",
                "paesi",
                "国家",
                "国",
            ],
            Self::Sectors => &[
                "sectors",
                "sector",
                "organizationcategorization",
                "organizationtype",
                "types",
                "type",
                "부문",
                "유형",
                "기관유형",
            ],
            Self::Title => &["title", "papertitle", "reference", "paper", "논문제목", "논문명", "제목", "영문제목"],
            Self::Authors => &[
                "authors",
                "author",
                "저자",
                "저자명",
                "저자들",
                "공저자",
                "연구자",
                "autores",
                "autor",
                "auteurs",
                "auteur",
                "autoren",
                "autori",
                "autore",
                "author作者",
                "作者",
                "著者",
                "著者名",
            ],
            Self::Doi => &DOIS,
            Self::Links => &["links", "link", "url", "urls", "링크", "주소"],
            Self::Citations => {
                &["citations", "citedby", "timescited", "cites", "citationcount", "인용수", "인용", "피인용수"]
            }
            Self::Criteria => &["notabilitycriteria", "criteria", "선정기준", "기준"],
            Self::Domains => &["domains", "domain", "fields", "field", "분야"],
            Self::Accessibility => &["modelaccessibility", "accessibility", "공개여부", "공개범위"],
            // Lists of ties have rules of their own.
            Self::Source | Self::Target | Self::Weight => &[],
        }
    }
}

/// Folded headers of DOIs.
const DOIS: [&str; 10] = [
    "doi",
    "dois",
    "digitalobjectidentifier",
    "doilink",
    "doiurl",
    "linkdoi",
    "paperdoi",
    "articledoi",
    "prismdoi",
    "originalpaperdoi",
];

/// Whether a header is that of a column of DOIs.
pub(crate) fn is_doi(header: &str) -> bool {
    DOIS.contains(&fold(header).as_str())
}

/// Whether a folded header clearly tells institutions.
pub(crate) fn is_of_institutions(folded: &str) -> bool {
    Role::Institutions.headers().contains(&folded)
}

/// Headers under which works are models: several may come from one paper.
pub(crate) const MODELS: [&str; 8] = ["model", "models", "modelname", "system", "모델", "모델명", "모델이름", "모형"];

/// Folded headers of identifiers of works, the clearest first, and whether each names a work where nothing else does.
const WORK_IDS: [(&str, bool); 43] = [
    ("workid", true),
    ("paperid", true),
    ("articleid", true),
    ("publicationid", true),
    ("pubid", true),
    ("documentid", true),
    ("docid", true),
    ("recordid", false),
    ("itemid", false),
    ("modelid", true),
    ("openalexid", false),
    ("eid", false),
    ("utuniquewosid", false),
    ("wosid", false),
    ("ut", false),
    ("scopusid", false),
    ("accessionnumber", false),
    ("pmid", true),
    ("pubmedid", false),
    ("pmcid", false),
    ("arxivid", false),
    ("citekey", false),
    ("bibtexkey", false),
    ("dblpkey", false),
    ("논문id", true),
    ("논문번호", false),
    ("문헌id", false),
    ("모델id", false),
    ("성과id", false),
    ("projectid", true),
    ("projectnumber", true),
    ("projectreference", true),
    ("projectrcn", true),
    ("grantid", true),
    ("grantnumber", true),
    ("awardid", true),
    ("awardnumber", true),
    ("patentid", true),
    ("publicationnumber", false),
    ("과제번호", true),
    ("식별자", false),
    ("id", false),
    ("uid", false),
];

/// Folded headers of identifiers of works, the clearest first.
pub(crate) fn work_ids() -> impl Iterator<Item = &'static str> {
    WORK_IDS.iter().map(|(header, _)| *header)
}

/// Those that name a work where nothing else does.
fn naming_ids() -> impl Iterator<Item = &'static str> {
    WORK_IDS.iter().filter(|(_, names)| *names).map(|(header, _)| *header)
}

/// The column of identifiers that name works where no column holds their names; that of DOIs too.
pub(crate) fn naming_id(folded: &[String]) -> Option<usize> {
    let mut all = naming_ids().chain(DOIS);
    all.find_map(|known| folded.iter().position(|header| header == known))
}

/// Folded headers that name an institution beside the name of a model; elsewhere they may be anything.
const OF_MODELS: [&str; 13] = [
    "company",
    "companies",
    "lab",
    "labs",
    "laboratory",
    "creator",
    "creators",
    "provider",
    "providers",
    "vendor",
    "maker",
    "회사",
    "제작사",
];

/// The column that names who made the models of a table.
pub(crate) fn maker_of_models(folded: &[String]) -> Option<usize> {
    OF_MODELS.iter().find_map(|known| folded.iter().position(|header| header == known))
}

/// Folded headers that name works beside a clear column of institutions; elsewhere they may be anything.
pub(crate) const BESIDE_INSTITUTIONS: [&str; 27] = [
    "paper",
    "article",
    "publication",
    "study",
    "studytitle",
    "patent",
    "film",
    "movie",
    "grant",
    "trial",
    "dataset",
    "project",
    "projekt",
    "proyecto",
    "projet",
    "progetto",
    "projeto",
    "publikation",
    "publicación",
    "publicacion",
    "artículo",
    "articulo",
    "프로젝트",
    "과제",
    "论文题目",
    "项目名称",
    "課題名",
];

/// Folded headers that name institutions beside the title of a work; elsewhere they may tell where people work.
pub(crate) const BESIDE_TITLES: [&str; 20] = [
    "university",
    "universities",
    "sponsor",
    "sponsors",
    "applicant",
    "applicants",
    "assignee",
    "assignees",
    "participants",
    "participant",
    "hochschule",
    "hochschulen",
    "universidad",
    "universidades",
    "université",
    "universités",
    "研究機関",
    "承担单位",
    "대학",
    "대학교",
];

/// Whether the column of works is one of titles, by its header: a name may be that of a person.
pub(crate) fn is_title(column: Option<usize>, folded: &[String]) -> bool {
    let header = column.and_then(|column| folded.get(column));
    header.is_some_and(|header| !matches!(header.as_str(), "name" | "이름" | "work" | "system"))
}

/// Folded headers that only a table of organisations has, one a row: of participations in works, where works have an
/// identifier in it too.
const OF_ORGANISATIONS: [&str; 10] = [
    "organisationid",
    "organizationid",
    "orgid",
    "institutionid",
    "activitytype",
    "vatnumber",
    "nutscode",
    "rorid",
    "gridid",
    "pic",
];

/// The column “Name” of a table of participations: it names the organisation where one has an identifier or a kind of its own
/// beside an identifier of the work.
pub(crate) fn participant(folded: &[String]) -> Option<usize> {
    let has = |names: &[&str]| folded.iter().any(|header| names.contains(&header.as_str()));
    let is_participation =
        has(&OF_ORGANISATIONS) && naming_ids().any(|known| folded.iter().any(|header| header == known));
    folded.iter().position(|header| header == "name").filter(|_| is_participation)
}
