//! What may be told: sentences and tables ([`Answer`]), or a resolved figure.
//!
//! Nothing here knows where an answer came from or how it will be written.

pub mod document;
pub mod figure;
pub mod mark;
pub mod places;
pub mod record;
pub mod statistics;
pub mod told;

pub use crate::messages::{korean, language, number};
pub use told::Answer;
