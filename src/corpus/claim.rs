//! A statement that can be held against data: its wording, its source, and a typed test.

use serde::{Deserialize, Deserializer, de};

use crate::corpus::country::Country;
use crate::corpus::date::Date;
use crate::corpus::institution::Sector;

/// Statements with their sources and the tables that would serve to check them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Claims {
    /// Who says them.
    pub sources: Vec<ClaimSource>,
    /// Tables that a claim may need.
    pub tables: Vec<ReferenceTable>,
    /// The editions of a table that the claims speak of; a report checks them on those alone unless asked to.
    pub editions: Vec<Edition>,
    /// The statements, in the order of the file.
    pub claims: Vec<Claim>,
}

/// Who says a claim.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClaimSource {
    /// Short name by which claims refer to it.
    pub id: String,
    /// What it is, in English.
    pub title: String,
    /// What it is, in Korean.
    #[serde(default)]
    pub title_ko: String,
    /// Day of which it speaks.
    #[serde(default)]
    pub date: String,
    /// Where it stands.
    #[serde(default)]
    pub url: String,
}

/// A table on which a claim can be checked.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReferenceTable {
    /// Short name by which claims refer to it.
    pub id: String,
    /// What it is, in English.
    pub title: String,
    /// What it is, in Korean.
    pub title_ko: String,
    /// Data of fewer works are not this table.
    #[serde(default)]
    #[serde(rename = "works_at_least")]
    pub min_works: usize,
}

/// An edition of a table, known by what stands in it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edition {
    /// How what the table is cited as begins.
    pub citation: String,
    /// How many works it has.
    pub works: usize,
    /// The date of its latest work.
    #[serde(deserialize_with = "date")]
    pub latest: Option<Date>,
}

/// One statement.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// Its name, unique in its file.
    pub id: String,
    /// Its wording, in English.
    pub text: String,
    /// Its wording, in Korean; empty: the English one serves.
    #[serde(default)]
    pub text_ko: String,
    /// [`Source::id`] of who says it.
    pub source: String,
    /// How it is checked.
    pub test: Test,
    /// [`Serving::id`] of the table that the test needs; none: any data will do.
    pub needs: Option<String>,
    /// What else is known of it, in English.
    #[serde(default)]
    pub note: String,
    /// What else is known of it, in Korean.
    #[serde(default)]
    pub note_ko: String,
    /// What the data must say for the note to be told, all of it; none: it is true whatever the data.
    #[serde(default)]
    pub note_if: Vec<Test>,
}

/// How a claim is checked.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Test {
    /// So many works meet a condition.
    Count(Count),
    /// So many works were made by two institutions (and perhaps others).
    Joint(Joint),
    /// There is such a work.
    Work(WorkTest),
    /// Every work that meets a condition has a property.
    Every(Every),
    /// Exactly these institutions stand behind the works that meet a condition.
    Members(Members),
    /// The place of a country or an institution by number of works.
    Rank(RankTest),
    /// Other claims add up to a total.
    Sum(Sum),
    /// No table of works can tell.
    None(Unchecked),
}

/// Any of several names of one thing; the first is the one that the claim uses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnyOf(pub Vec<String>);

impl AnyOf {
    /// The name that the claim uses.
    #[must_use]
    pub fn claimed(&self) -> &str {
        self.0.first().map_or("", String::as_str)
    }
}

impl<'de> Deserialize<'de> for AnyOf {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct AnyOfVisitor;
        impl<'de> de::Visitor<'de> for AnyOfVisitor {
            type Value = AnyOf;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("a name or a list of names of one thing")
            }

            fn visit_str<E: de::Error>(self, name: &str) -> Result<AnyOf, E> {
                Ok(AnyOf(vec![name.to_owned()]))
            }

            fn visit_seq<A: de::SeqAccess<'de>>(self, mut list: A) -> Result<AnyOf, A::Error> {
                let mut names = Vec::new();
                while let Some(name) = list.next_element::<String>()? {
                    names.push(name);
                }
                if names.is_empty() {
                    return Err(de::Error::custom("a list of names must not be empty"));
                }
                Ok(AnyOf(names))
            }
        }
        deserializer.deserialize_any(AnyOfVisitor)
    }
}

/// How a number is compared with the one that is claimed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub enum Comparison {
    /// Exactly as many.
    #[default]
    #[serde(rename = "=")]
    Equal,
    /// At least as many.
    #[serde(rename = ">=", alias = "≥")]
    AtLeast,
    /// At most as many.
    #[serde(rename = "<=", alias = "≤")]
    AtMost,
    /// More.
    #[serde(rename = ">")]
    More,
    /// Fewer.
    #[serde(rename = "<")]
    Fewer,
}

impl Comparison {
    /// Whether `found` is as claimed.
    #[must_use]
    pub fn holds(self, actual: u64, claimed: u64) -> bool {
        match self {
            Self::Equal => actual == claimed,
            Self::AtLeast => actual >= claimed,
            Self::AtMost => actual <= claimed,
            Self::More => actual > claimed,
            Self::Fewer => actual < claimed,
        }
    }

    /// `7`, `≥ 7`.
    #[must_use]
    pub fn display(self, claimed: u64) -> String {
        let sign = match self {
            Self::Equal => return claimed.to_string(),
            Self::AtLeast => "≥",
            Self::AtMost => "≤",
            Self::More => ">",
            Self::Fewer => "<",
        };
        format!("{sign} {claimed}")
    }
}

/// How the institutions of a condition must stand on a work.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Participation {
    /// At least one of them.
    #[default]
    Any,
    /// All of them, with or without others.
    Together,
    /// None but them.
    Alone,
}

/// When a work counts for a country.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CountryRule {
    /// Any country of any of its institutions.
    #[default]
    Any,
    /// The home country of the institution listed first.
    First,
    /// The home country (the first one recorded) of any of its institutions.
    Headquarters,
}

/// Whether an institution stands for itself or with all that belong to it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reach {
    /// The institution alone.
    #[default]
    Own,
    /// With every institution of which it is the parent.
    Group,
}

/// Which works are meant. Fields that are left out ask for nothing; the others must all hold.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Condition {
    /// Institutions.
    pub institutions: Vec<AnyOf>,
    /// How they must stand on a work.
    pub mode: Participation,
    /// Alone or with all that belong to them.
    pub reach: Reach,
    /// One of these countries.
    #[serde(deserialize_with = "countries")]
    pub countries: Vec<Country>,
    /// When a work counts for a country.
    pub rule: CountryRule,
    /// At least one institution of this sector.
    #[serde(deserialize_with = "sector")]
    pub sector: Option<Sector>,
    /// Published in this year, month or day.
    #[serde(deserialize_with = "date")]
    pub during: Option<Date>,
    /// Published on or after.
    #[serde(deserialize_with = "date")]
    pub since: Option<Date>,
    /// Published on or before.
    #[serde(deserialize_with = "date")]
    pub until: Option<Date>,
    /// Listed for this criterion.
    pub criterion: Option<String>,
    /// Had in this way.
    pub accessibility: Option<String>,
}

/// A count of works.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Count {
    /// Which works.
    #[serde(default)]
    pub of: Condition,
    /// How many.
    pub value: u64,
    /// Exactly so many, or at least, …
    #[serde(default)]
    pub op: Comparison,
    /// Works that the claim names among them.
    #[serde(default)]
    pub names: Vec<AnyOf>,
}

/// A count of joint works.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Joint {
    /// One institution.
    pub a: AnyOf,
    /// The other.
    pub b: AnyOf,
    /// How many works.
    pub value: u64,
    /// Exactly so many, or at least, …
    #[serde(default)]
    pub op: Comparison,
}

/// A work as the claim describes it; what is left out is not checked.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WorkTest {
    /// Its name.
    pub name: AnyOf,
    /// Institutions behind it.
    #[serde(default)]
    pub institutions: Vec<AnyOf>,
    /// Whether it must be by them alone.
    #[serde(default)]
    pub mode: Participation,
    /// When it was published, as exact as the claim is.
    #[serde(default, deserialize_with = "date")]
    pub date: Option<Date>,
    /// Criteria for which it is listed.
    #[serde(default)]
    pub criteria: Vec<String>,
    /// How it can be had.
    pub accessibility: Option<String>,
    /// It is the first of these works.
    pub first_of: Option<Condition>,
}

/// A property of all works that meet a condition.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Every {
    /// Which works.
    #[serde(default)]
    pub of: Condition,
    /// Each is listed for this criterion.
    pub criterion: Option<String>,
    /// Each is listed for at least one of these, if it is listed for anything.
    #[serde(default)]
    pub any_criterion: Vec<String>,
    /// Each can be had in this way.
    pub accessibility: Option<String>,
}

/// The institutions behind the works that meet a condition.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Members {
    /// Which works. Institutions that the condition names are not listed themselves.
    #[serde(default)]
    pub of: Condition,
    /// Only institutions of these countries are meant.
    #[serde(default, deserialize_with = "countries")]
    pub countries: Vec<Country>,
    /// Only institutions of this sector are meant.
    #[serde(default, deserialize_with = "sector")]
    pub sector: Option<Sector>,
    /// The institutions.
    pub are: Vec<AnyOf>,
}

/// What is ranked.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RankSubject {
    /// A country among countries, by name or code.
    Country(String),
    /// An institution among institutions.
    Institution(AnyOf),
}

/// A place by number of works, 1 being the most; equals share the better place.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RankTest {
    /// Who.
    pub subject: RankSubject,
    /// Which works count.
    #[serde(default)]
    pub of: Condition,
    /// The place.
    pub value: u64,
    /// Exactly this place, or at most, …
    #[serde(default)]
    pub op: Comparison,
}

/// A total against its parts.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sum {
    /// [`Claim::id`] of the parts.
    pub parts: Vec<String>,
    /// [`Claim::id`] of the total.
    pub total: String,
}

/// Why no table of works can tell.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unchecked {
    /// What would serve, in English.
    pub serves: String,
    /// What would serve, in Korean.
    pub serves_ko: String,
}

fn date<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
    let Some(text) = Option::<String>::deserialize(deserializer)? else { return Ok(None) };
    let read = Date::parse_iso(&text);
    read.map(Some).ok_or_else(|| de::Error::custom(format!("“{text}” is no date; write 2024, 2024-12 or 2024-12-09")))
}

fn countries<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Country>, D::Error> {
    let read = |name: String| {
        Country::parse(&name)
            .ok_or_else(|| de::Error::custom(format!("“{name}” is no country; write a code (KR) or a name")))
    };
    Vec::<String>::deserialize(deserializer)?.into_iter().map(read).collect()
}

fn sector<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Sector>, D::Error> {
    let Some(text) = Option::<String>::deserialize(deserializer)? else { return Ok(None) };
    let read = Sector::parse(&text);
    read.map(Some).ok_or_else(|| {
        de::Error::custom(format!("“{text}” is no sector; write university, company, government or collective"))
    })
}
