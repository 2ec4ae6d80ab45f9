//! What may be told: sentences and tables ([`Answer`]), or a resolved figure.
//!
//! Nothing here knows where an answer came from or how it will be written.

pub mod document;
pub mod figure;
pub mod language;
pub mod mark;
pub mod number;
pub mod positions;
pub mod record;
pub mod statistics;
pub mod table;

pub use crate::korean;

use crate::answer::record::Record;
use crate::answer::table::Table;

/// The answer to one question, in one language, ready for any writer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// Whether there is anything; `false` is the honest "none".
    pub found: bool,
    /// Sentences that say it.
    pub lead: Vec<String>,
    /// The figures behind the sentences; the first table is the main one (CSV). A question hands it over even when it
    /// has no rows, so that its header does not depend on the data; readers see no empty table.
    pub tables: Vec<Table>,
    /// Sentences after the tables: what was left out, how it was counted, what to try next.
    pub notes: Vec<String>,
    /// The same for machines, by the schemas in `docs/schemas`.
    pub record: Record,
}
