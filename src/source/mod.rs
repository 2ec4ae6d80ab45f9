//! Bytes → text: where an input comes from, how it is unpacked and decoded, and where in it something stands.

pub mod error;
pub mod input;
pub mod position;
