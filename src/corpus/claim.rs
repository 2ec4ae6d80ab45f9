//! Claims that can be checked against data: wording, source, and a typed test.

use serde::{Deserialize, Deserializer, de};

use crate::corpus::country::Country;
use crate::corpus::date::Date;
use crate::corpus::institution::Sector;

/// A file of claims, with their sources and reference tables.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Claims {
    /// Sources of the claims.
    pub sources: Vec<ClaimSource>,
    /// Reference tables that a claim may need.
    pub tables: Vec<ReferenceTable>,
    /// Editions of the table to which the claims refer; a report checks claims on these editions alone unless asked
    /// otherwise.
    pub editions: Vec<Edition>,
    /// The claims, in the order of the file.
    pub claims: Vec<Claim>,
}

/// Source of a claim.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClaimSource {
    /// Id by which claims refer to it.
    pub id: String,
    /// Title in English.
    pub title: String,
    /// Title in Korean.
    #[serde(default)]
    pub title_ko: String,
    /// Date to which it refers.
    #[serde(default)]
    pub date: String,
    /// URL of the source.
    #[serde(default)]
    pub url: String,
}

/// A table that a claim can be checked against.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReferenceTable {
    /// Id by which claims refer to it.
    pub id: String,
    /// Title in English.
    pub title: String,
    /// Title in Korean.
    pub title_ko: String,
    /// Minimum number of works: a smaller data set is not this table.
    #[serde(default)]
    #[serde(rename = "works_at_least")]
    pub min_works: usize,
}

/// An edition of a table, recognised by its content.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edition {
    /// Prefix of the table's citation.
    pub citation: String,
    /// Number of works.
    pub works: usize,
    /// Date of its latest work.
    #[serde(deserialize_with = "date")]
    pub latest: Option<Date>,
}

/// A claim.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// Id, unique in its file.
    pub id: String,
    /// Wording in English.
    pub text: String,
    /// Wording in Korean; empty: the English wording is used.
    #[serde(default)]
    pub text_ko: String,
    /// [`ClaimSource::id`] of its source.
    pub source: String,
    /// The test.
    pub test: Test,
    /// [`ReferenceTable::id`] of the table that the test needs; `None`: any data.
    pub needs: Option<String>,
    /// Note in English.
    #[serde(default)]
    pub note: String,
    /// Note in Korean.
    #[serde(default)]
    pub note_ko: String,
    /// Tests that must all hold for the note to be shown; empty: the note is always shown.
    #[serde(default)]
    pub note_if: Vec<Test>,
}

/// Test of a claim.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Test {
    /// Number of works that meet a condition.
    Count(Count),
    /// Number of joint works of two institutions (others may take part).
    Joint(Joint),
    /// Existence and facts of a work.
    Work(WorkTest),
    /// Property of every work that meets a condition.
    Every(Every),
    /// The exact set of institutions behind the works that meet a condition.
    Members(Members),
    /// Rank of a country or an institution by number of works.
    Rank(RankTest),
    /// Sum of other claims.
    Sum(Sum),
    /// Not checkable with a table of works.
    None(Unchecked),
}

/// Alternative names of one thing; the first is the one in the claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnyOf(pub Vec<String>);

impl AnyOf {
    /// The name in the claim.
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

/// Comparison of a number with the claimed one.
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
    /// Whether the actual number is as claimed.
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

    /// The claimed number with its sign: `7`, `≥ 7`.
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

/// How the institutions of a condition must take part in a work.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Participation {
    /// At least one of them.
    #[default]
    Any,
    /// All of them, with or without others.
    Together,
    /// Only them.
    Alone,
}

/// Rule for counting a work towards a country.
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

/// Whether members of an institution's group count for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reach {
    /// The institution alone.
    #[default]
    Own,
    /// The institution and all institutions whose parent it is.
    Group,
}

/// Condition on works. Absent fields do not restrict; all others must hold.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Condition {
    /// Institutions.
    pub institutions: Vec<AnyOf>,
    /// How they must take part in a work.
    pub mode: Participation,
    /// With or without the members of their groups.
    pub reach: Reach,
    /// One of these countries.
    #[serde(deserialize_with = "countries")]
    pub countries: Vec<Country>,
    /// Rule for counting a work towards a country.
    pub rule: CountryRule,
    /// At least one institution of this sector.
    #[serde(deserialize_with = "sector")]
    pub sector: Option<Sector>,
    /// Published in this year, month or on this day.
    #[serde(deserialize_with = "date")]
    pub during: Option<Date>,
    /// Published on or after.
    #[serde(deserialize_with = "date")]
    pub since: Option<Date>,
    /// Published on or before.
    #[serde(deserialize_with = "date")]
    pub until: Option<Date>,
    /// Has this selection criterion.
    pub criterion: Option<String>,
    /// Has this accessibility.
    pub accessibility: Option<String>,
}

/// Test of a number of works.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Count {
    /// Which works.
    #[serde(default)]
    pub of: Condition,
    /// Claimed number.
    pub value: u64,
    /// Comparison with the claimed number.
    #[serde(default)]
    pub op: Comparison,
    /// Works that the claim names as being among them.
    #[serde(default)]
    pub names: Vec<AnyOf>,
}

/// Test of a number of joint works.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Joint {
    /// One institution.
    pub a: AnyOf,
    /// The other.
    pub b: AnyOf,
    /// Claimed number of works.
    pub value: u64,
    /// Comparison with the claimed number.
    #[serde(default)]
    pub op: Comparison,
}

/// Test of a work; absent facts are not checked.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WorkTest {
    /// Its name.
    pub name: AnyOf,
    /// Institutions behind it.
    #[serde(default)]
    pub institutions: Vec<AnyOf>,
    /// Whether they must be its only institutions.
    #[serde(default)]
    pub mode: Participation,
    /// Publication date, as precise as the claim.
    #[serde(default, deserialize_with = "date")]
    pub date: Option<Date>,
    /// Selection criteria.
    #[serde(default)]
    pub criteria: Vec<String>,
    /// Accessibility.
    pub accessibility: Option<String>,
    /// Condition under which it is the earliest work.
    pub first_of: Option<Condition>,
}

/// Test of a property of all works that meet a condition.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Every {
    /// Which works.
    #[serde(default)]
    pub of: Condition,
    /// Each has this criterion.
    pub criterion: Option<String>,
    /// Each has at least one of these criteria, if it has any.
    #[serde(default)]
    pub any_criterion: Vec<String>,
    /// Each has this accessibility.
    pub accessibility: Option<String>,
}

/// Test of the set of institutions behind the works that meet a condition.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Members {
    /// Which works. Institutions named by the condition are not members themselves.
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

/// Subject of a rank.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RankSubject {
    /// A country among countries, by name or code.
    Country(String),
    /// An institution among institutions.
    Institution(AnyOf),
}

/// Test of a rank by number of works, 1 being the most; equal counts share the better rank.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RankTest {
    /// Subject.
    pub subject: RankSubject,
    /// Which works count.
    #[serde(default)]
    pub of: Condition,
    /// Claimed rank.
    pub value: u64,
    /// Comparison with the claimed rank.
    #[serde(default)]
    pub op: Comparison,
}

/// Test that a total equals the sum of its parts.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sum {
    /// [`Claim::id`] of the parts.
    pub parts: Vec<String>,
    /// [`Claim::id`] of the total.
    pub total: String,
}

/// Why a table of works cannot check the claim.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unchecked {
    /// Data that could check it, in English.
    pub serves: String,
    /// Data that could check it, in Korean.
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
        let known = Sector::ALL.map(Sector::key).join(", ");
        de::Error::custom(format!("“{text}” is no sector; write one of {known}"))
    })
}
