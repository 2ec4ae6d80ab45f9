//! The corpus: works, institutions and affiliations; immutable and sorted.
//!
//! A [`Corpus`] is built once, by a [`CorpusBuilder`](crate::corpus::builder::CorpusBuilder), and never changes. Works
//! and institutions have dense 32-bit ids in a canonical order that depends on the facts alone, so that the same facts
//! in any row order give the same corpus.

pub mod builder;
mod choice;
pub mod claim;
pub mod country;
pub mod date;
pub mod filter;
mod group;
pub(crate) mod hashing;
pub mod institution;
pub mod kind;
pub mod level;
mod name_fallback;
pub mod naming;
pub mod place;
pub mod region;
pub mod table;
pub mod text;
pub mod work;

pub use table::Corpus;
