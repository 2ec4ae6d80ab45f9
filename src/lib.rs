//! Who builds it with whom: from a table of works and the institutions behind them to partnership
//! graphs, answers and diagrams.
//!
//! Read the rooms from the ground up; an import may only go down.
//!
//! | floor | rooms |
//! |---|---|
//! | 6 | [`explore`]: one page that a reader can walk around in |
//! | 5 | [`query`]: one file per question a user asks |
//! | 4 | [`drawing`]: values → visual channels → a resolved figure |
//! | 3 | the science: [`centrality`], [`community`], [`selection`], [`layout`]; large inputs: [`projection`]; the doors out: [`render`], [`exchange`] |
//! | 2 | the door in: [`ingest`]; the graph: [`network`]; what may be told: [`answer`] |
//! | 1 | [`corpus`]: works, institutions, affiliations; [`geometry`], [`typography`], [`random`]; words: [`messages`] |
//!
//! There are two waists. Whatever comes in becomes one resolved, immutable [`corpus::Corpus`]; whatever
//! goes out is one resolved [`answer::Answer`] or [`answer::figure::Figure`]. Between them nothing
//! can fail for lack of a name, and the writers beyond them know no science.

pub mod answer;
pub mod centrality;
pub mod community;
pub mod corpus;
pub mod drawing;
pub mod exchange;
pub mod explore;
pub mod geometry;
pub mod ingest;
pub mod layout;
pub mod messages;
pub mod network;
pub mod projection;
pub mod query;
pub mod random;
pub mod render;
pub mod selection;
pub mod typography;

pub use messages::{english, korean};

/// The README's example is compiled and run as a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
pub struct Readme;
