//! The door out: tables and figures → bytes.

pub mod svg;
