//! What was odd in an input, where, and what was done about it. Values, never printed by the library.

use crate::corpus::place;
use crate::ingest::location::SourceLocation;
use crate::messages::{Localizer, Message};

/// The kinds of oddity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Two names became one because they differ in Unicode form or white space alone.
    NameNormalized,
    /// A spelling variant was merged into the preferred name of the authority.
    VariantMerged,
    /// A recorded name was replaced for this one work, with a reason.
    Corrected,
    /// A name was left out because the user's thesaurus says so.
    NameDropped,
    /// Lists of institutions, countries and categories of one row differ in length.
    ListLengths,
    /// The countries of an institution stay unclear.
    CountryUnclear,
    /// The sector of an institution stays unclear.
    SectorUnclear,
    /// A country that is not in the register; kept as it stands.
    CountryUnknown,
    /// A category that is no known sector.
    SectorUnknown,
    /// A row without institutions.
    NoInstitution,
    /// A row without a name.
    NoName,
    /// A date that could not be read.
    DateUnreadable,
    /// A date in another order than year-month-day, and how it was read.
    DateOrder,
    /// A number that could not be read.
    NumberUnreadable,
    /// A row with more cells than the header.
    ExtraCells,
    /// A row with fewer cells than the header.
    MissingCells,
    /// A legal suffix that a comma had split off was glued to its name again.
    SuffixGlued,
    /// One work stands in several rows or inputs.
    DuplicateWork,
    /// A link that is no address.
    LinkUnreadable,
    /// An institution stands among the authors.
    AuthorIsInstitution,
    /// A control character, or a stray line feed within a name, was dropped.
    CharacterDropped,
    /// An edge list ties an institution with itself.
    SelfTie,
    /// Whether a comma parts a list of institutions or belongs to a name was decided by evidence, or stays unclear.
    ListSeparator,
    /// A text too long to be held was cut.
    TextCut,
    /// Characters that were written as in a web page (`&amp;`) were read as what they mean.
    HtmlEntity,
    /// What stands in a cell of institutions where none is known was left out.
    Placeholder,
    /// Rows of a table were taken together as one work.
    RowsGrouped,
    /// Postal addresses stand as names of institutions.
    AddressAsName,
    /// What an input was, and what was read from it.
    FormatRead,
    /// Works that were retracted, or that are no works of their own.
    Standing,
    /// Records of several inputs that may be one work.
    PossibleDuplicate,
    /// Any other oddity.
    Other,
}

impl Kind {
    /// The word used in JSON and CSV.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::NameNormalized => "name-normalized",
            Self::VariantMerged => "variant-merged",
            Self::Corrected => "corrected",
            Self::NameDropped => "name-dropped",
            Self::ListLengths => "list-lengths",
            Self::CountryUnclear => "country-unclear",
            Self::SectorUnclear => "sector-unclear",
            Self::CountryUnknown => "country-unknown",
            Self::SectorUnknown => "sector-unknown",
            Self::NoInstitution => "no-institution",
            Self::NoName => "no-name",
            Self::DateUnreadable => "date-unreadable",
            Self::DateOrder => "date-order",
            Self::NumberUnreadable => "number-unreadable",
            Self::ExtraCells => "extra-cells",
            Self::MissingCells => "missing-cells",
            Self::SuffixGlued => "suffix-glued",
            Self::DuplicateWork => "duplicate-work",
            Self::LinkUnreadable => "link-unreadable",
            Self::AuthorIsInstitution => "author-is-institution",
            Self::CharacterDropped => "character-dropped",
            Self::SelfTie => "self-tie",
            Self::ListSeparator => "list-separator",
            Self::TextCut => "text-cut",
            Self::HtmlEntity => "html-entity",
            Self::Placeholder => "placeholder",
            Self::RowsGrouped => "rows-grouped",
            Self::AddressAsName => "address-as-name",
            Self::FormatRead => "format-read",
            Self::Standing => "standing",
            Self::PossibleDuplicate => "possible-duplicate",
            Self::Other => "other",
        }
    }

    /// Its name for readers, English and Korean.
    #[must_use]
    pub fn label(self) -> (&'static str, &'static str) {
        match self {
            Self::NameNormalized => ("name normalized", "이름 정규화"),
            Self::VariantMerged => ("variant merged", "이형 표기 통합"),
            Self::Corrected => ("corrected", "바로잡음"),
            Self::NameDropped => ("name dropped", "이름 제외"),
            Self::ListLengths => ("lists of different lengths", "목록 길이 불일치"),
            Self::CountryUnclear => ("country unclear", "국가 불분명"),
            Self::SectorUnclear => ("sector unclear", "부문 불분명"),
            Self::CountryUnknown => ("country unknown", "모르는 국가"),
            Self::SectorUnknown => ("sector unknown", "모르는 부문"),
            Self::NoInstitution => ("no institution", "기관 없음"),
            Self::NoName => ("no name", "이름 없음"),
            Self::DateUnreadable => ("date unreadable", "읽을 수 없는 날짜"),
            Self::DateOrder => ("date order", "날짜 순서"),
            Self::NumberUnreadable => ("number unreadable", "읽을 수 없는 수"),
            Self::ExtraCells => ("extra cells", "남는 칸"),
            Self::MissingCells => ("missing cells", "모자란 칸"),
            Self::SuffixGlued => ("suffix glued", "나뉜 법인 표기 붙임"),
            Self::DuplicateWork => ("duplicate work", "중복된 항목"),
            Self::LinkUnreadable => ("link unreadable", "주소가 아닌 링크"),
            Self::AuthorIsInstitution => ("institution among authors", "저자 목록의 기관"),
            Self::CharacterDropped => ("character dropped", "문자 제외"),
            Self::SelfTie => ("tie to itself", "자기 자신과의 관계"),
            Self::ListSeparator => ("list separator", "목록 구분 기호"),
            Self::TextCut => ("text cut", "잘린 글"),
            Self::HtmlEntity => ("characters of web pages", "웹 문자 표기"),
            Self::Placeholder => ("no institution meant", "기관이 아닌 표기"),
            Self::RowsGrouped => ("rows taken together", "묶은 행"),
            Self::AddressAsName => ("address as a name", "이름 자리의 주소"),
            Self::FormatRead => ("format read", "읽은 형식"),
            Self::Standing => ("retracted or paratext", "철회·부속물"),
            Self::PossibleDuplicate => ("possibly one work", "같을 수 있는 항목"),
            Self::Other => ("other", "기타"),
        }
    }
}

/// One oddity.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Notice {
    /// The input as the user named it.
    pub file: String,
    /// Line, 1-based; 0 when the notice is about the input as a whole.
    pub line: u64,
    /// Column in characters, 1-based; 0 when the notice is about the row as a whole.
    pub column: u64,
    /// Its kind.
    pub kind: Kind,
    /// What was found and what was done, in English.
    pub message: String,
    /// The same in Korean.
    pub message_ko: String,
}

impl Notice {
    /// What is to be said of an input as a whole, by its name.
    pub(crate) fn of_source(name: &str, message: &Message) -> Self {
        let (message, message_ko) = Localizer::in_both(message);
        Self { file: name.to_owned(), line: 0, column: 0, kind: Kind::Other, message, message_ko }
    }

    /// `file:line:column`, as far as known; in a sheet of a workbook the cell (`book.xlsx!Sheet1!B7`).
    #[must_use]
    pub fn place(&self) -> String {
        place::written(&self.file, self.line, self.column)
    }
}

/// Notices of rows that are decoded side by side, until the assembler takes them.
#[derive(Debug, Default)]
pub(crate) struct NoticeLog(Vec<(Kind, SourceLocation, String, String)>);

impl NoticeLog {
    /// Adds a notice.
    pub(crate) fn notice(
        &mut self,
        kind: Kind,
        place: SourceLocation,
        message: impl Into<String>,
        message_ko: impl Into<String>,
    ) {
        self.0.push((kind, place, message.into(), message_ko.into()));
    }

    pub(crate) fn into_notices(self) -> Vec<(Kind, SourceLocation, String, String)> {
        self.0
    }
}
