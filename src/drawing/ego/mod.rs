//! The ego view: one institution, its partners on a ring, their partners on a second.

pub mod compose;
mod labels;
mod rings;
mod scope;
mod view;

pub use compose::{Around, compose, compose_around};
