//! The door out: answers and figures to bytes. Writers know no science.

pub mod align;
pub mod csv;
pub mod json;
pub mod markdown;
pub mod text;
