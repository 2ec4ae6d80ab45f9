//! Large inputs, block by block: the institutions of every work, and nothing else, handed on as numbers.
//!
//! A block is cut into pieces that are read at once; each begins where a row seems to begin, and what turns out to be
//! the middle of a quoted cell is read again from the right place. Names are numbered in the order in which they come,
//! by the same registry that reads whole tables, so that neither the number of threads nor the size of
//! the blocks shows in the result.

pub(crate) mod affiliations;
pub(crate) mod batch;
pub(crate) mod blocks;
pub(crate) mod called;
pub(crate) mod cells;
pub(crate) mod dictionary;
pub(crate) mod kept;
pub(crate) mod learn;
pub(crate) mod lines;
pub(crate) mod marks;
pub mod models;
pub(crate) mod names;
pub(crate) mod opened;
pub(crate) mod pass;
pub(crate) mod pieces;
pub(crate) mod read;
pub(crate) mod repeats;
pub(crate) mod rows;
pub mod seek;
pub mod survey;
pub(crate) mod teams;
pub mod watch;
