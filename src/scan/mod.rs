//! One pass over an input that is read row by row: blocks of bytes → chunks read in parallel → rows → a sink.
//!
//! A block is cut into chunks that are scanned at once; each begins where a row seems to begin, and what turns out to be
//! the middle of a quoted cell is scanned again from the right place. Names are numbered in order of arrival, by the same
//! registry that reads whole documents, so that neither the number of threads nor the size of the blocks shows in the
//! result.

pub(crate) mod affiliations;
pub(crate) mod batch;
pub(crate) mod blocks;
pub(crate) mod cells;
pub(crate) mod chunk;
pub(crate) mod chunks;
pub(crate) mod dictionary;
pub(crate) mod facts;
pub(crate) mod known_names;
pub(crate) mod lines;
pub(crate) mod matcher;
pub mod plan;
pub(crate) mod profile;
pub mod progress;
pub(crate) mod repeats;
pub(crate) mod retained;
pub(crate) mod row_match;
pub(crate) mod run;
pub(crate) mod separators;
pub(crate) mod source;
pub(crate) mod team_scan;
pub(crate) mod teams;
