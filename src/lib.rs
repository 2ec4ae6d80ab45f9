//! Collaboration networks from tables of works (AI models, papers) and the institutions behind them: partnership
//! graphs, network analysis, answers and diagrams.
//!
//! Modules by layer, the highest first; a module imports only from layers below its own.
//!
//! | layer | modules |
//! |---|---|
//! | page | [`explore`]: a self-contained interactive page |
//! | requests | [`analysis`]: data with filters; questions, figures and network files by name |
//! | queries | [`query`]: one file per question of a user |
//! | pictures | [`drawing`]: values → visual channels → a resolved figure |
//! | science | [`centrality`], [`community`], [`selection`], [`layout`]; large inputs: [`scan`], [`sink`] |
//! | output | [`render`]: answers, documents, figures → bytes; [`exchange`]: networks → files of other programs |
//! | middle | [`source`] (bytes → text), [`mod@format`] (text → records), [`normalize`] (values), [`names`] (institutions), [`ingest`]: files → corpus; [`network`]: the graph; [`answer`]: statements, tables, figures as data |
//! | base | [`corpus`]: works, institutions, affiliations; [`geometry`], [`typography`], [`random`]; text: [`messages`] |
//!
//! Two intermediate representations separate the layers. Every input becomes one resolved, immutable
//! [`corpus::Corpus`]; every result is an [`answer::Answer`] or a [`answer::figure::Figure`]. Names fail to resolve
//! only when they are looked up, and writers do no analysis.

pub mod analysis;
pub mod answer;
pub mod centrality;
pub mod community;
pub mod corpus;
pub mod dataset;
pub mod drawing;
pub mod exchange;
pub mod explore;
pub mod format;
pub mod geometry;
pub mod ingest;
pub mod layout;
pub mod messages;
pub mod names;
pub mod network;
pub mod normalize;
pub mod prediction;
pub mod query;
pub mod random;
pub mod render;
pub mod scan;
pub mod selection;
pub mod sink;
pub mod source;
pub mod typography;

pub use messages::{english, korean};

/// The README's example, compiled and run as a doctest.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
pub struct Readme;
