//! Files that people have, each with its right value or a clear refusal: what may never be misread, lost or run.
//!
//! One module an area; every test runs the command as its users do.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

#[path = "../support/mod.rs"]
mod support;

mod addresses;
mod announced;
mod claims;
mod compare;
mod edges;
mod expected;
mod faults;
mod figures;
mod filters;
mod json;
mod limits;
mod linear;
mod map;
mod map_marks;
mod networks;
mod output;
mod own_values;
mod reports;
mod rows;
mod server;
mod small_multiples;
mod spreadsheets;
mod terminal;
mod workbooks;
