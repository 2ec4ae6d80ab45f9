//! What of the inputs a question reads, and why not less.

use crate::source::error::Error;

/// Facts of works that a pass reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fields {
    /// The institutions of every work.
    Institutions,
    /// The institutions, and the facts that a filter needs.
    InstitutionsAndFilter,
    /// The columns whose meaning rests on all of their cells: commas between names, the order of day and month.
    ColumnProfile,
    /// What shows whether works are models or publications.
    WorkKind,
    /// Everything that the input says of a work.
    All,
}

/// Which rows a pass reads in full.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Rows {
    /// None of them.
    None,
    /// Those that may name an institution that is asked for.
    Matching,
    /// Works of more institutions than the cap.
    LargeTeams,
    /// All of them.
    All,
}

/// What the rows of a pass become.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Sink {
    /// A profile of columns.
    ColumnProfile,
    /// Every institution, without works.
    EntityIndex,
    /// The weight of every pair, and the works of every institution.
    PairCounts,
    /// Whether works are models or publications.
    WorkKind,
    /// Works and institutions.
    Corpus,
}

/// One pass over the input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pass {
    /// What is read of every row.
    pub fields: Fields,
    /// Which rows are read in full.
    pub rows: Rows,
    /// What they become.
    pub sink: Sink,
    /// Rows or works met.
    pub met: u64,
    /// Those of them that were read in full.
    pub read: u64,
}

/// Why all works are read in full and retained.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FullReason {
    /// The question rests on all works.
    Question,
    /// The input is small: reading less would save nothing.
    SmallInput,
    /// Works of several inputs are compared with each other.
    SeveralInputs,
    /// Standard input can be read but once.
    StandardInput,
    /// The format is that of whole documents, or of a matrix.
    Document,
    /// Institutions are rolled up to groups, which rests on all names.
    GroupLevel,
    /// Rows are grouped into works by a column that the user names.
    GroupedRows,
    /// The meaning of a column is not that of its profile.
    Columns,
    /// The institutions of a work stand in several columns.
    SeveralColumns,
    /// Several rows may be one work.
    SharedWorks,
    /// Two names of one work may be one institution.
    SimilarNames,
    /// Cells of institutions may be postal addresses.
    Addresses,
    /// Works are left out by what only the whole record of each tells.
    Excluded,
    /// Every notice is asked for.
    Notices,
    /// Evidence of every row of the answer is asked for.
    Evidence,
    /// Only full counting is done without works.
    Counting,
    /// Actors or ties are chosen by what all works tell of them.
    Choice,
    /// Actors are others than institutions, and are known from all works.
    Level,
    /// The filter rests on facts of institutions, which are learned from all works.
    InstitutionFilter,
    /// The filter rests on facts that lines of JSON hold deep inside.
    LineFilter,
    /// No row has a word of the filter; all words are listed then.
    FilterWords,
    /// A name that is asked for has no letters, or is an identifier, which rests on all names.
    Identifier,
    /// No single institution has exactly the name that is asked for: nearest names are looked for among all.
    Name,
    /// A work has the name that is asked for.
    WorkName,
    /// Works share a name, and with it the stem of their identifiers.
    WorkIdentifiers,
    /// The shortest path rests on names that several rows write differently.
    Path,
}

/// The passes that answered a question, and why not less was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// In the order in which they were made.
    pub passes: Vec<Pass>,
    /// Why the last one reads all works in full; `None` where it does not.
    pub full: Option<FullReason>,
}

impl Plan {
    /// Adds the pass that reads all works in full.
    pub fn add_full(&mut self, works: usize, reason: FullReason) {
        self.add(Fields::All, Rows::All, Sink::Corpus, (works as u64, works as u64));
        self.full = Some(reason);
    }

    pub(crate) fn add(&mut self, fields: Fields, rows: Rows, sink: Sink, (met, read): (u64, u64)) {
        self.passes.push(Pass { fields, rows, sink, met, read });
    }
}

/// Why a pass over some of the rows gave nothing.
#[derive(Debug)]
pub(crate) enum Stop {
    /// The input cannot be read.
    Failed(Error),
    /// The meaning of a column must be known first.
    NeedsProfile,
    /// Only all works, read in full, give the answer.
    ReadAll(FullReason),
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Self::Failed(error)
    }
}

impl From<FullReason> for Stop {
    fn from(reason: FullReason) -> Self {
        Self::ReadAll(reason)
    }
}
