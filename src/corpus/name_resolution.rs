//! Names taken as one, and names that might be: plain facts for who must decide.

use crate::corpus::institution::InstitutionId;

/// By which rule a recorded name was taken as an institution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MergeRule {
    /// The authority lists it as a spelling.
    Variant,
    /// It was replaced for one work, with a reason.
    Correction,
    /// It is another name of the institution: a Korean, short or official one that the authority gives.
    Name,
    /// It differs from a name or spelling of the authority by case alone.
    Case,
    /// It differs from another recorded name in Unicode form, white space or invisible characters alone.
    Form,
    /// It stands under the same identifier in the input.
    Identifier,
    /// It belongs to the institution, and members were rolled up into it.
    Group,
}

impl MergeRule {
    /// The word used in JSON and CSV.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Variant => "variant",
            Self::Correction => "correction",
            Self::Name => "name",
            Self::Case => "case",
            Self::Form => "form",
            Self::Identifier => "identifier",
            Self::Group => "group",
        }
    }

    /// English and Korean label.
    #[must_use]
    pub fn label(self) -> (&'static str, &'static str) {
        match self {
            Self::Variant => ("spelling listed by the authority", "전거에 실린 표기"),
            Self::Correction => ("correction for one work", "개별 정정"),
            Self::Name => ("another name in the authority", "전거에 실린 다른 이름"),
            Self::Case => ("same but for case", "대소문자만 다름"),
            Self::Form => ("same but for Unicode form or white space", "유니코드 형식이나 공백만 다름"),
            Self::Identifier => ("same identifier in the input", "입력의 같은 식별자"),
            Self::Group => ("rolled up into its group", "상위 기관으로 묶음"),
        }
    }
}

/// A recorded name, and the institution of another name that it was taken as.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Merge {
    /// The name as recorded.
    pub recorded: String,
    /// [`Institution::id`](crate::corpus::institution::Institution::id) of what it was taken as.
    pub institution: String,
    /// By which rules, sorted.
    pub rules: Vec<MergeRule>,
    /// Where it stands: `file:line:column`, in the order of the input.
    pub locations: Vec<String>,
}

/// What was left out where names or works were taken as one, so that nothing is dropped silently.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Omission {
    /// By which rule.
    pub rule: OmissionRule,
    /// What was left out and why, in English.
    pub message: String,
    /// The same in Korean.
    pub message_ko: String,
    /// Where it stands: `file:line:column`.
    pub location: String,
}

/// By which rule something was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OmissionRule {
    /// A name, because the user's thesaurus drops it.
    Dropped,
    /// An institution that stands twice on one work, under one name or several.
    Repeated,
    /// A tie of an institution with itself.
    SelfTie,
    /// A work that stands in another row or input, too.
    Work,
}

impl OmissionRule {
    /// The word used in JSON and CSV.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Dropped => "dropped",
            Self::Repeated => "repeated",
            Self::SelfTie => "self-tie",
            Self::Work => "work",
        }
    }

    /// English and Korean label.
    #[must_use]
    pub fn label(self) -> (&'static str, &'static str) {
        match self {
            Self::Dropped => ("dropped by the thesaurus", "시소러스에서 뺌"),
            Self::Repeated => ("twice on one work", "한 모델에 두 번"),
            Self::SelfTie => ("tie with itself", "자기 자신과의 관계"),
            Self::Work => ("same work elsewhere", "같은 모델"),
        }
    }
}

/// Why two names might be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// The authority lists both as one.
    Authority,
    /// They differ by case, accents, punctuation or a leading "The".
    Form,
    /// One is the other with its abbreviation or other name in brackets.
    Brackets,
    /// One is `A / B`, and the other is `A` or `B`.
    Slash,
    /// Labels or aliases of one ROR record.
    Ror,
    /// They differ by shortened words alone (`Univ. of Washington`, `Science & Technology`).
    Words,
    /// One has the initials of the other's first words in their stead (`UT Austin`).
    Initials,
    /// The abbreviation of one ROR record, or a withdrawn record; abbreviations are shared by many.
    RorWeak,
    /// One is the other followed by a place.
    Place,
    /// They differ by one letter.
    Spelling,
}

impl Reason {
    /// The word used in JSON and CSV.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Authority => "authority",
            Self::Form => "form",
            Self::Brackets => "brackets",
            Self::Slash => "slash",
            Self::Ror => "ror",
            Self::Words => "words",
            Self::Initials => "initials",
            Self::RorWeak => "ror-weak",
            Self::Place => "place",
            Self::Spelling => "spelling",
        }
    }

    /// How likely such names are one, 0–1: an order of strength, not a measured share.
    #[must_use]
    pub fn score(self) -> f64 {
        match self {
            Self::Authority => 0.98,
            Self::Form => 0.97,
            Self::Brackets => 0.95,
            Self::Slash => 0.94,
            Self::Ror => 0.92,
            Self::Words => 0.9,
            Self::Initials => 0.8,
            Self::RorWeak => 0.6,
            Self::Place => 0.55,
            Self::Spelling => 0.5,
        }
    }

    /// English and Korean label.
    #[must_use]
    pub fn label(self) -> (&'static str, &'static str) {
        match self {
            Self::Authority => ("the authority lists both as one", "전거에 같은 기관으로 실림"),
            Self::Form => ("same but for case, accents or punctuation", "대소문자·부호만 다름"),
            Self::Brackets => ("abbreviation or other name in brackets", "괄호 안 약칭이나 다른 이름"),
            Self::Slash => ("one of the names around a slash", "빗금으로 나눈 이름 가운데 하나"),
            Self::Ror => ("names of one ROR record", "ROR의 같은 기관 이름"),
            Self::Words => ("shortened words", "줄여 쓴 낱말"),
            Self::Initials => ("initials of the first words", "앞 단어의 머리글자"),
            Self::RorWeak => ("abbreviation in a ROR record, or a withdrawn record", "ROR 약칭 또는 폐기된 ROR 기록"),
            Self::Place => ("followed by a place", "뒤에 지명이 붙음"),
            Self::Spelling => ("one letter differs", "한 글자 차이"),
        }
    }
}

/// Two institutions that might be one. Only ever suggested.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Suggestion {
    /// The one to keep: of more works, else of the shorter name.
    pub keep: InstitutionId,
    /// The one to merge into it.
    pub merge: InstitutionId,
    /// Why.
    pub reason: Reason,
}
