//! The ego view: one institution, its partners on a ring, their partners on a second.

pub mod compose;
mod ego_network;
mod labels;
mod paint;
mod rings;

pub use compose::{EgoOptions, compose, compose_with};
