//! A registry of institutions, embedded or read from a file: names in all languages, kinds, countries, parents.
//!
//! `dump` reads the records of the Research Organization Registry, `build` makes one block of bytes of them, `layout`
//! searches that block in place, `store` opens it and hands out records. Names are compared by their folded words (`fold`,
//! with the tables `abbreviations` and `legal_forms`). A whole name is looked up by `plain`; the names inside an affiliation
//! string are found by `search` and judged by `matcher`: `choice` among records that share a name, by `evidence` of places
//! and the `context` in the text, with a table of scores (`score`). Names that a text misses by a slip are suggested (`spelling`). `cargo bench --bench resolve` measures it.

mod abbreviations;
mod build;
mod choice;
mod context;
pub mod dump;
mod evidence;
mod fold;
mod layout;
mod legal_forms;
mod matcher;
mod phrase;
mod plain;
mod rule;
mod score;
mod search;
mod spelling;
mod store;
mod zip;

pub use build::{Release, build};
pub use fold::{is_same_but_for_form, key};
pub(crate) use legal_forms::without_legal_forms_with_key;
pub use legal_forms::{without_east_asian, without_legal_forms};
pub use matcher::{MATCH, RegistryMatch, Resolution, SUGGESTION};
pub(crate) use phrase::Phrase;
pub(crate) use plain::is_too_short;
pub use rule::MatchRule;
pub use store::{InstitutionRegistry, RecordIndex};
