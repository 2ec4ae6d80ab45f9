//! The explorer: one page that a reader can walk around in.
//!
//! [`facts`] gathers what the page knows, [`scene`] takes our own figures apart into marks that a script can draw,
//! [`spots`] tells where and in which cluster a figure draws an institution, [`places`] lays out networks that are too
//! large for a figure, [`page`] puts data, style and script into one file.

pub mod embed;
pub mod facts;
pub mod map_positions;
pub mod network_layout;
pub mod page;
pub mod scene;
