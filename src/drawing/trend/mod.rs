//! Trend: a measure of works by year, a line a group; many groups as small multiples on one scale.

mod axes;
mod captions;
pub mod compose;
pub mod content;
mod lines;
mod panels;

pub use compose::compose;
pub use content::{TrendChart, TrendSeries};
