//! The explorer: one page that a reader can walk around in.
//!
//! [`facts`] gathers what the page knows, [`scene`] takes our own figures apart into marks that a script can draw,
//! [`spots`] gives position and cluster of an institution in a figure, [`places`] lays out networks that are too
//! large for a figure, [`page`] puts data, style and script into one file.

pub mod embed;
pub mod facts;
pub mod page;
pub mod places;
pub mod scene;
pub mod spots;
mod words;
