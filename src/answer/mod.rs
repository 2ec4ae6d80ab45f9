//! What may be told: sentences and tables ([`Answer`]), or a resolved figure.
//!
//! Nothing here knows where an answer came from or how it will be written.

pub mod document;
pub mod figure;
pub mod language;
pub mod mark;
pub mod number;
pub mod places;
pub mod record;
pub mod statistics;
pub mod told;

pub use crate::korean;
pub use told::Answer;
