//! One file per question a user asks.

pub mod finding;
