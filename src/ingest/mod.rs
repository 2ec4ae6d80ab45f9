//! The door in: bytes → a resolved corpus and the notices of what was odd.

pub mod authority;
pub mod error;
pub mod notice;
