//! Values of cells: text, lists, dates, numbers, links, identifiers, placeholders. Nothing here knows a format or a name.

pub mod dates;
pub(crate) mod doi;
pub(crate) mod entities;
pub mod links;
pub(crate) mod list_literals;
pub mod lists;
pub mod numbers;
pub(crate) mod placeholders;
pub(crate) mod published;
pub mod text;
