//! The explorer: a self-contained interactive page.
//!
//! [`facts`] collects the page's data, [`scene`] converts figures into marks that a script can draw, [`map_positions`]
//! reads positions and clusters from a map, [`network_layout`] lays out networks that are too large for a figure,
//! `words` collects its texts, [`page`] writes data, style and script into one file.
//!
//! `app` is the page that runs the library itself as WebAssembly, with texts of [`app_words`].

#[cfg(feature = "app")]
pub mod app;
pub mod app_words;
pub mod embed;
pub mod facts;
pub mod map_positions;
pub mod network_layout;
pub mod page;
pub mod scene;
mod words;
