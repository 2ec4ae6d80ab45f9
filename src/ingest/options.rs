//! How inputs are read.

use crate::format::Format;
use crate::ingest::columns::ColumnMap;
use crate::names::authority::{Authority, Level};
use crate::source::ReadOptions;

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
