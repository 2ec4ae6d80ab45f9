//! How inputs are read.

use crate::format::Format;
use crate::ingest::columns::ColumnMap;
use crate::names::authority::{Authority, Level};
use crate::source::ReadOptions;
use crate::source::encoding::Encoding;
use std::borrow::Cow;

/// How inputs are read. The default merges nothing, takes institutions as recorded and finds format and
/// columns by itself.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Whose word is taken on names.
    pub authority: Authority,
    /// Institutions as recorded, or rolled up to their group.
    pub level: Level,
    /// How the bytes of inputs are read.
    pub source: ReadOptions,
    /// What parts the cells of tables, [`BLANKS`](crate::ingest::delimited::BLANKS) for runs of them; `None` finds it.
    pub delimiter: Option<u8>,
    /// How many lines stand before the header of tables; `None` finds it.
    pub skip: Option<usize>,
    /// The format of every input; `None` finds it by content and extension.
    pub format: Option<Format>,
    /// The columns of tables; `None` takes clear headers.
    pub columns: Option<ColumnMap>,
    /// What parts a list within a cell. `None`: a comma in Epoch's tables (legal suffixes glued again); in
    /// other tables `;` when the cell holds one, else `|`, else the cell is one name.
    pub separator: Option<String>,
    /// Names that hold a separator and must not be split there, and names that would be taken for none (`Unknown`).
    pub whole_names: Vec<String>,
    /// Which rows of a table are one work.
    pub group_by: GroupBy,
    /// What becomes of a column of institutions whose cells are postal addresses.
    pub addresses: Addresses,
    /// Works that are left out.
    pub exclude: Excluded,
    /// Whether listed networks are of institutions alone, or of institutions and works.
    pub modes: Modes,
    /// Which network of a file that holds several, from 1; `None` takes the first and says so.
    pub network: Option<usize>,
    /// What is said of single inputs, by their number in the list of inputs; it stands above what is said of all.
    pub of_inputs: Vec<InputOptions>,
}

/// Whether a listed network is of institutions alone, or of institutions and works.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Modes {
    /// What the file says.
    #[default]
    Detect,
    /// One: every vertex is an institution.
    One,
    /// Two: a tie joins an institution with a work.
    Two,
}

/// What may be said of one input: where it differs from the [`Options`] of all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InputOptions {
    /// See [`ReadOptions::encoding`].
    pub encoding: Option<Encoding>,
    /// See [`ReadOptions::sheet`].
    pub sheet: Option<String>,
    /// See [`Options::delimiter`].
    pub delimiter: Option<u8>,
    /// See [`Options::skip`].
    pub skip: Option<usize>,
    /// See [`Options::columns`].
    pub columns: Option<ColumnMap>,
    /// See [`Options::separator`].
    pub separator: Option<String>,
    /// See [`Options::group_by`].
    pub group_by: Option<GroupBy>,
}

impl InputOptions {
    /// These options, and above them others.
    #[must_use]
    pub fn with(self, above: &Self) -> Self {
        Self {
            encoding: above.encoding.or(self.encoding),
            sheet: above.sheet.clone().or(self.sheet),
            delimiter: above.delimiter.or(self.delimiter),
            skip: above.skip.or(self.skip),
            columns: above.columns.clone().or(self.columns),
            separator: above.separator.clone().or(self.separator),
            group_by: above.group_by.clone().or(self.group_by),
        }
    }
}

impl Options {
    /// These options, and above them what is said of one input.
    #[must_use]
    pub fn with(self, above: &InputOptions) -> Self {
        let ReadOptions { encoding, sheet, max_unpacked } = self.source;
        Self {
            source: ReadOptions {
                encoding: above.encoding.or(encoding),
                sheet: above.sheet.clone().or(sheet),
                max_unpacked,
            },
            delimiter: above.delimiter.or(self.delimiter),
            skip: above.skip.or(self.skip),
            columns: above.columns.clone().or(self.columns),
            separator: above.separator.clone().or(self.separator),
            group_by: above.group_by.clone().unwrap_or(self.group_by),
            ..self
        }
    }

    /// The options of the input of this number.
    pub(crate) fn of_input(&self, number: usize) -> Cow<'_, Self> {
        match self.of_inputs.get(number).filter(|own| **own != InputOptions::default()) {
            Some(own) => Cow::Owned(self.clone().with(own)),
            None => Cow::Borrowed(self),
        }
    }
}

/// Kinds of works that are left out where the input tells them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Excluded {
    /// Works that were retracted.
    pub retracted: bool,
    /// Front matter, tables of contents and other text that is no work of its own.
    pub paratext: bool,
}

impl Excluded {
    /// Whether nothing is left out.
    #[must_use]
    pub fn is_nothing(self) -> bool {
        !self.retracted && !self.paratext
    }
}

/// What becomes of a column of institutions that holds postal addresses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Addresses {
    /// The table is not read.
    #[default]
    Refuse,
    /// Each address is taken as the name of an institution, and answers say so.
    AsNames,
}

/// Which rows of a table are one work.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum GroupBy {
    /// Those of one identifier or DOI; in a table of one row for each participation those of one name and date.
    #[default]
    Detect,
    /// None: each row is a work.
    Never,
    /// Those that have the same text in this column, by header or by number from 1.
    Column(String),
}
