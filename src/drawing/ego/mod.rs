//! Ego view: one institution in the centre, its partners on a ring, their partners on a second ring.

pub mod compose;
mod ego_network;
mod labels;
mod paint;
mod rings;

pub use compose::{EgoOptions, compose, compose_with};
