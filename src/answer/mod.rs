//! Output model: answers ([`Answer`]: sentences and tables), documents and figures, all fully resolved.
//!
//! Independent of the query that made them and of the writer that renders them.

pub mod document;
pub mod figure;
pub mod mark;
pub mod positions;
pub mod record;
pub mod statistics;
pub mod table;

use crate::answer::record::Record;
use crate::answer::table::Table;
pub use crate::messages::{korean, language, number};

/// Answer to one query, in one language, independent of the output format.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// Whether the query has a result; `false`: no result.
    pub found: bool,
    /// Sentences that summarise the result.
    pub lead: Vec<String>,
    /// Tables with the data behind the sentences; the first is the main one (written as CSV). It is present even
    /// without rows, so that the CSV header does not depend on the data; readers see no empty table.
    pub tables: Vec<Table>,
    /// Notes after the tables: what was excluded, how it was counted, what to run next.
    pub notes: Vec<String>,
    /// Machine-readable record, by the schemas in `docs/schemas`.
    pub record: Record,
}
