//! The library, one module an area: laws, oracles, answers, figures, files in and out.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

#[path = "../support/mod.rs"]
mod support;

mod acceptance;
mod architecture;
mod claims;
mod column_kinds;
mod communities;
mod data;
#[cfg(feature = "dot")]
mod dot;
mod escapes;
mod exchange;
mod exports;
mod figure_statements;
mod figures;
mod findings;
mod foreign_measures;
mod ingest;
mod inquiry;
mod languages;
mod laws;
mod layout;
mod levels;
mod lint;
mod map_quality;
mod maps;
mod mutations;
mod names;
mod network_statistics;
mod opening;
mod options;
mod oracles;
#[cfg(all(feature = "png", feature = "pdf", feature = "outline"))]
mod paper;
mod participations;
mod predictions;
mod questions;
mod random_works;
mod readers;
#[cfg(feature = "png")]
mod renderers;
mod rows;
mod schemas;
mod stable;
mod statements;
mod structure;
mod suggestions;
mod tie_significance;
mod trend_figure;
mod values;
mod views;
mod vocabulary;
