//! What was odd in an input, where, and what was done about it. Values, never printed by the library.

use crate::corpus::place;
use crate::ingest::location::SourceLocation;
use crate::message;
use crate::messages::language::Language;
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
    /// A date that is a range, and which date was kept.
    DateRange,
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
            Self::DateRange => "date-range",
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

    /// Its name for readers.
    #[must_use]
    pub fn label(self) -> Message {
        match self {
            Self::NameNormalized => message!("ingest-kind-name-normalized"),
            Self::VariantMerged => message!("ingest-kind-variant-merged"),
            Self::Corrected => message!("ingest-kind-corrected"),
            Self::NameDropped => message!("ingest-kind-name-dropped"),
            Self::ListLengths => message!("ingest-kind-list-lengths"),
            Self::CountryUnclear => message!("ingest-kind-country-unclear"),
            Self::SectorUnclear => message!("ingest-kind-sector-unclear"),
            Self::CountryUnknown => message!("ingest-kind-country-unknown"),
            Self::SectorUnknown => message!("ingest-kind-sector-unknown"),
            Self::NoInstitution => message!("ingest-kind-no-institution"),
            Self::NoName => message!("ingest-kind-no-name"),
            Self::DateUnreadable => message!("ingest-kind-date-unreadable"),
            Self::DateOrder => message!("ingest-kind-date-order"),
            Self::DateRange => message!("ingest-kind-date-range"),
            Self::NumberUnreadable => message!("ingest-kind-number-unreadable"),
            Self::ExtraCells => message!("ingest-kind-extra-cells"),
            Self::MissingCells => message!("ingest-kind-missing-cells"),
            Self::SuffixGlued => message!("ingest-kind-suffix-glued"),
            Self::DuplicateWork => message!("ingest-kind-duplicate-work"),
            Self::LinkUnreadable => message!("ingest-kind-link-unreadable"),
            Self::AuthorIsInstitution => message!("ingest-kind-author-is-institution"),
            Self::CharacterDropped => message!("ingest-kind-character-dropped"),
            Self::SelfTie => message!("ingest-kind-self-tie"),
            Self::ListSeparator => message!("ingest-kind-list-separator"),
            Self::TextCut => message!("ingest-kind-text-cut"),
            Self::HtmlEntity => message!("ingest-kind-html-entity"),
            Self::Placeholder => message!("ingest-kind-placeholder"),
            Self::RowsGrouped => message!("ingest-kind-rows-grouped"),
            Self::AddressAsName => message!("ingest-kind-address-as-name"),
            Self::FormatRead => message!("ingest-kind-format-read"),
            Self::Standing => message!("ingest-kind-standing"),
            Self::PossibleDuplicate => message!("ingest-kind-possible-duplicate"),
            Self::Other => message!("ingest-kind-other"),
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
    /// What was found and what was done.
    pub message: Message,
}

impl Notice {
    /// What is to be said of an input as a whole, by its name.
    pub(crate) fn of_source(name: &str, message: &Message) -> Self {
        Self { file: name.to_owned(), line: 0, column: 0, kind: Kind::Other, message: message.clone() }
    }

    /// The message in a language, without the location.
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        Localizer::new(language).render(&self.message)
    }

    /// `file:line:column`, as far as known; in a sheet of a workbook the cell (`book.xlsx!Sheet1!B7`).
    #[must_use]
    pub fn place(&self) -> String {
        place::written(&self.file, self.line, self.column)
    }
}

/// Notices of rows that are decoded side by side, until the assembler takes them.
#[derive(Debug, Default)]
pub(crate) struct NoticeLog(Vec<(Kind, SourceLocation, Message)>);

impl NoticeLog {
    /// Adds a notice.
    pub(crate) fn notice(&mut self, kind: Kind, place: SourceLocation, message: Message) {
        self.0.push((kind, place, message));
    }

    pub(crate) fn into_notices(self) -> Vec<(Kind, SourceLocation, Message)> {
        self.0
    }
}
