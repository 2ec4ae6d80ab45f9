//! Records of name resolution: merged names, omissions, and suggested merges.

use crate::corpus::institution::InstitutionId;

/// Rule by which a recorded name was merged into an institution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MergeRule {
    /// The authority lists it as a variant.
    Variant,
    /// A correction of the name on one work, with a reason.
    Correction,
    /// It is another name of the institution in the authority: Korean, short or official.
    Name,
    /// It differs from a name or variant of the authority by case alone.
    Case,
    /// It differs from a name or variant of the authority by punctuation, accents, shortened words or legal forms alone.
    Folded,
    /// It differs by these alone from the name of an institution in the registry.
    Registry,
    /// It differs from another recorded name in Unicode form, white space or invisible characters alone.
    Form,
    /// It has the same identifier in the input.
    Identifier,
    /// The institution was picked from it: it is an address as authors wrote it.
    Address,
    /// It is a member of the institution, and members were rolled up into their group.
    Group,
}

impl MergeRule {
    /// Key of the rule in JSON and CSV.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Variant => "variant",
            Self::Correction => "correction",
            Self::Name => "name",
            Self::Case => "case",
            Self::Folded => "folded",
            Self::Registry => "registry",
            Self::Form => "form",
            Self::Identifier => "identifier",
            Self::Address => "address",
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
            Self::Folded => ("same but for punctuation, shortened words or legal form", "부호·줄임말·법인 표시만 다름"),
            Self::Registry => ("name in the registry ROR", "ROR에 실린 이름"),
            Self::Form => ("same but for Unicode form or white space", "유니코드 형식이나 공백만 다름"),
            Self::Identifier => ("same identifier in the input", "입력의 같은 식별자"),
            Self::Address => ("picked from an address", "주소에서 고름"),
            Self::Group => ("rolled up into its group", "상위 기관으로 묶음"),
        }
    }
}

/// A merge: a recorded name and the institution of another name into which it was merged.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Merge {
    /// The name as recorded.
    pub recorded: String,
    /// [`Institution::id`](crate::corpus::institution::Institution::id) of that institution.
    pub institution: String,
    /// Rules that apply, sorted.
    pub rules: Vec<MergeRule>,
    /// Source locations, `file:line:column`, in the order of the input.
    pub locations: Vec<String>,
}

/// An omission: something excluded during name resolution or deduplication, recorded so that nothing is dropped
/// silently.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Omission {
    /// Rule that applies.
    pub rule: OmissionRule,
    /// What was excluded and why, in English.
    pub message: String,
    /// The same in Korean.
    pub message_ko: String,
    /// Source location, `file:line:column`.
    pub location: String,
}

/// Rule by which something was excluded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OmissionRule {
    /// A name that the user's thesaurus drops.
    Dropped,
    /// An institution that occurs twice on one work, under one name or several.
    Repeated,
    /// A self-loop: a tie of an institution with itself.
    SelfTie,
    /// A work that occurs in another row or input, too.
    Work,
}

impl OmissionRule {
    /// Key of the rule in JSON and CSV.
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

/// Reason to suggest that two names belong to one institution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// The authority lists both as one.
    Authority,
    /// They differ by case, diacritics, punctuation or a leading "The".
    Form,
    /// One is the other with an abbreviation or other name in parentheses.
    Brackets,
    /// One is `A / B`, and the other is `A` or `B`.
    Slash,
    /// Both are labels or aliases of one ROR record.
    Ror,
    /// They differ by abbreviated words alone (`Univ. of Washington`, `Science & Technology`).
    Words,
    /// One has the initials of the other's first words instead of those words (`UT Austin`).
    Initials,
    /// An abbreviation in one ROR record, or a withdrawn record; abbreviations are often ambiguous.
    RorWeak,
    /// One is the other followed by a place name.
    Place,
    /// They differ by one character.
    Spelling,
}

impl Reason {
    /// Key of the reason in JSON and CSV.
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

    /// Strength of the reason, 0–1: an order, not a measured probability.
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

/// A suggested merge of two institutions; never applied automatically.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Suggestion {
    /// The institution to keep: of more works, else of the shorter name.
    pub keep: InstitutionId,
    /// The institution to merge into it.
    pub merge: InstitutionId,
    /// Reason of the suggestion.
    pub reason: Reason,
}
