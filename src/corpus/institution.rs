//! Institutions after name resolution.

use std::sync::Arc;

use crate::corpus::country::Country;

/// Index of an institution in its corpus, 0-based and dense, in order of [`Institution::id`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct InstitutionId(pub u32);

impl InstitutionId {
    /// The id as an array index.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// Sector of an institution: the types of the Research Organization Registry (ROR), and Epoch's research collective.
///
/// The order is that of precedence: of several sectors the first one is the main one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Sector {
    /// University, college or school (Epoch: Academia).
    Education,
    /// Research institute or laboratory that is no company and no part of an administration.
    Facility,
    /// Company (Epoch: Industry).
    Company,
    /// Government body (Epoch: Government).
    Government,
    /// Hospital or other provider of health care.
    Healthcare,
    /// Non-profit organisation.
    Nonprofit,
    /// Library, museum or archive.
    Archive,
    /// Group of researchers without an institution (Epoch: Research collective).
    Collective,
    /// Of another sector.
    Other,
}

impl Sector {
    /// All sectors in order of precedence, which is that of display.
    pub const ALL: [Self; 9] = [
        Self::Education,
        Self::Facility,
        Self::Company,
        Self::Government,
        Self::Healthcare,
        Self::Nonprofit,
        Self::Archive,
        Self::Collective,
        Self::Other,
    ];

    /// Key of the sector in JSON, CSV and filters.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Education => "education",
            Self::Facility => "facility",
            Self::Company => "company",
            Self::Government => "government",
            Self::Healthcare => "healthcare",
            Self::Nonprofit => "nonprofit",
            Self::Archive => "archive",
            Self::Collective => "collective",
            Self::Other => "other",
        }
    }

    /// English and Korean label.
    #[must_use]
    pub fn label(self) -> (&'static str, &'static str) {
        match self {
            Self::Education => ("education", "대학·교육기관"),
            Self::Facility => ("research institute", "연구기관"),
            Self::Company => ("company", "기업"),
            Self::Government => ("government", "정부·공공기관"),
            Self::Healthcare => ("healthcare", "의료기관"),
            Self::Nonprofit => ("nonprofit", "비영리기관"),
            Self::Archive => ("library, museum or archive", "도서관·박물관·기록관"),
            Self::Collective => ("research collective", "연구 공동체"),
            Self::Other => ("other", "기타"),
        }
    }

    /// Parses a type or category as spelled by ROR, OpenAlex, Epoch, this program, or in Korean; ignores case. ROR's
    /// `funder` is no sector (see [`is_ignored`](Self::is_ignored)).
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Some(match text.trim().to_lowercase().as_str() {
            "education"
            | "university"
            | "college"
            | "school"
            | "academia"
            | "academic"
            | "대학·교육기관"
            | "대학"
            | "대학교"
            | "교육"
            | "교육기관"
            | "학교"
            | "학계" => Self::Education,
            "facility" | "research institute" | "institute" | "laboratory" | "연구기관" | "연구소" | "연구원"
            | "공공연구기관" => Self::Facility,
            "company" | "industry" | "corporate" | "commercial" | "기업" | "회사" | "산업계" => Self::Company,
            "government" | "public" | "정부·공공기관" | "정부" | "공공" | "공공기관" => Self::Government,
            "healthcare" | "hospital" | "의료기관" | "의료" | "병원" => Self::Healthcare,
            "nonprofit" | "non-profit" | "비영리기관" | "비영리" => Self::Nonprofit,
            "archive"
            | "library, museum or archive"
            | "library"
            | "museum"
            | "도서관·박물관·기록관"
            | "도서관"
            | "박물관"
            | "기록관" => Self::Archive,
            "collective" | "research collective" | "연구 공동체" => Self::Collective,
            "other" | "기타" => Self::Other,
            _ => return None,
        })
    }

    /// Whether a type tells nothing of the sector: ROR's `funder`, which stands beside another type.
    #[must_use]
    pub fn is_ignored(text: &str) -> bool {
        text.trim().eq_ignore_ascii_case("funder")
    }

    /// Whether a word is one of Epoch's four categories, which are broader than ROR's types: a known type stands above
    /// them.
    #[must_use]
    pub fn is_broad_category(text: &str) -> bool {
        ["academia", "industry", "government", "research collective"]
            .iter()
            .any(|category| text.trim().eq_ignore_ascii_case(category))
    }

    /// Sector of an institution of Epoch's category Academia of which only the name is known: its universities and its
    /// research institutes. An institute, laboratory, centre or academy by its name that is neither a university, college
    /// or school nor an institute of technology or science by its name is a research institute. O(name).
    #[must_use]
    pub fn of_academia(name: &str) -> Self {
        const TEACHES: [&str; 16] = [
            "universi",
            "college",
            "school",
            "techn",
            "polytech",
            "science",
            "facult",
            "école",
            "ecole",
            "hochschule",
            "대학",
            "학교",
            "과학원",
            "과학기술원",
            "大学",
            "大學",
        ];
        const RESEARCHES: [&str; 14] = [
            "institut",
            "laborator",
            "academy",
            "academia",
            "research",
            "centre",
            "center",
            "centro",
            "forschung",
            "연구소",
            "연구원",
            "研究",
            "科学院",
            "科學院",
        ];
        let name = name.to_lowercase();
        let says = |words: &[&str]| words.iter().any(|word| name.contains(word));
        let is_lab = name.split(|ch: char| !ch.is_alphanumeric()).any(|word| word == "lab" || word == "labs");
        if (says(&RESEARCHES) || is_lab) && !says(&TEACHES) { Self::Facility } else { Self::Education }
    }
}

/// The names of an institution. Only `name` is always present; missing names are never derived.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// The preferred (official) name, as a rule English.
    pub name: String,
    /// Official Korean name (한국과학기술원).
    pub name_ko: Option<String>,
    /// Common English name (KAIST), for labels and sentences.
    pub common: Option<String>,
    /// Common Korean name (카이스트).
    pub common_ko: Option<String>,
    /// Short English name (SNU).
    pub short: Option<String>,
    /// Short Korean name (서울대).
    pub short_ko: Option<String>,
}

impl Names {
    /// A name with nothing else known.
    #[must_use]
    pub fn plain(name: &str) -> Self {
        Self { name: name.to_owned(), ..Self::default() }
    }

    /// English label: the common name, else the official one.
    #[must_use]
    pub fn label(&self) -> &str {
        self.common.as_deref().unwrap_or(&self.name)
    }

    /// Korean label: the common name, else the official one.
    #[must_use]
    pub fn label_ko(&self) -> Option<&str> {
        self.common_ko.as_deref().or(self.name_ko.as_deref())
    }

    /// Short English label: short, common or official name.
    #[must_use]
    pub fn short_label(&self) -> &str {
        self.short.as_deref().unwrap_or_else(|| self.label())
    }

    /// Short Korean label: short, common or official name.
    #[must_use]
    pub fn short_label_ko(&self) -> Option<&str> {
        self.short_ko.as_deref().or_else(|| self.label_ko())
    }

    /// All names, the preferred one first; a name that fills several fields is repeated.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        let others = [&self.name_ko, &self.common, &self.common_ko, &self.short, &self.short_ko];
        std::iter::once(self.name.as_str()).chain(others.into_iter().filter_map(|name| name.as_deref()))
    }
}

/// What a network file gives of an institution besides facts. Nothing uses it but what asks for it by name: clusters as given,
/// positions of the file, exported scores.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GivenValues {
    /// Number of the input that gives them: labels of clusters and coordinates mean something within one input alone.
    pub input: u16,
    /// Label of its cluster.
    pub cluster: Option<String>,
    /// Its position in units of the file, y downwards.
    pub position: Option<(f64, f64)>,
    /// Numbers by their titles, in the order of the file.
    pub scores: Vec<(Arc<str>, f64)>,
}

/// An institution after name resolution.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Institution {
    /// Stable identifier, unique in the corpus: lower-case letters, digits and hyphens (`kaist`, `lg-ai-research`);
    /// letters of other scripts are kept (`서울대학교`).
    pub id: String,
    /// Its names.
    pub names: Names,
    /// Other names for look-up: variants of the authority and every recorded spelling. Sorted, without repeats.
    pub aliases: Vec<String>,
    /// Countries, the first being the home country. Empty: not known.
    pub countries: Vec<Country>,
    /// Sectors in their order of precedence, the first being the main one. Empty: not known.
    pub sectors: Vec<Sector>,
    /// ROR id as a URL (`https://ror.org/05apxxy63`).
    pub ror: Option<String>,
    /// [`Institution::id`] of the parent organisation (Google Brain → `google`), whether or not the
    /// parent is in this corpus.
    pub parent: Option<String>,
    /// What a network file gives besides; `None`: nothing.
    pub given: Option<Box<GivenValues>>,
}

impl Institution {
    /// Home country.
    #[must_use]
    pub fn country(&self) -> Option<&Country> {
        self.countries.first()
    }

    /// Main sector.
    #[must_use]
    pub fn sector(&self) -> Option<Sector> {
        self.sectors.first().copied()
    }
}
