//! Institutions after name resolution.

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

/// Sector of an institution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sector {
    /// University or college (Epoch: Academia; OpenAlex: education).
    University,
    /// Company (Epoch: Industry).
    Company,
    /// Public laboratory, government body or hospital (Epoch: Government).
    Government,
    /// Research collective or non-profit (Epoch: Research collective).
    Collective,
}

impl Sector {
    /// All sectors in display order.
    pub const ALL: [Self; 4] = [Self::University, Self::Company, Self::Government, Self::Collective];

    /// Key of the sector in JSON, CSV and filters.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::University => "university",
            Self::Company => "company",
            Self::Government => "government",
            Self::Collective => "collective",
        }
    }

    /// English and Korean label.
    #[must_use]
    pub fn label(self) -> (&'static str, &'static str) {
        match self {
            Self::University => ("university", "대학"),
            Self::Company => ("company", "기업"),
            Self::Government => ("public lab, hospital", "공공연구기관"),
            Self::Collective => ("collective", "연구 공동체"),
        }
    }

    /// Parses a category as spelled by Epoch, OpenAlex, ROR, this program, or in Korean; ignores case.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match text.trim().to_lowercase().as_str() {
            "university" | "academia" | "academic" | "education" | "college" | "대학" | "대학교" | "학계" => {
                Some(Self::University)
            }
            "company" | "industry" | "corporate" | "commercial" | "기업" | "회사" | "산업계" => {
                Some(Self::Company)
            }
            "government" | "facility" | "healthcare" | "hospital" | "public" | "archive" | "정부" | "공공"
            | "공공연구기관" | "병원" => Some(Self::Government),
            "collective" | "research collective" | "nonprofit" | "non-profit" | "other" | "연구 공동체" | "비영리" => {
                Some(Self::Collective)
            }
            _ => None,
        }
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

/// An institution after name resolution.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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
    /// Sectors, the first being the main one. Empty: not known.
    pub sectors: Vec<Sector>,
    /// ROR id as a URL (`https://ror.org/05apxxy63`).
    pub ror: Option<String>,
    /// [`Institution::id`] of the parent organisation (Google Brain → `google`), whether or not the
    /// parent is in this corpus.
    pub parent: Option<String>,
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
