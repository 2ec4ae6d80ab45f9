//! The command `collab`, run as its users do, one module an area.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

#[path = "../support/mod.rs"]
mod support;

#[cfg(feature = "app")]
mod app;
mod bench;
mod choose;
mod cli;
mod engine;
mod explore;
mod help;
mod matrix;
mod network_files;
mod network_questions;
mod projection;
mod readme;
mod recipes;
mod refusals;
mod seek;
mod sheets;
mod sql;
mod survey;
mod tutorials;
mod word;
