//! What several areas of the tests share: corpora built by hand, figures drawn once, and programs that read them back.
#![allow(dead_code)]

pub(crate) mod browser;
#[cfg(feature = "cli")]
pub(crate) mod command;
pub(crate) mod corpora;
pub(crate) mod figures;
pub(crate) mod gallery;
pub(crate) mod networks;
pub(crate) mod pictures;
#[cfg(feature = "png")]
pub(crate) mod pixels;
pub(crate) mod python;
pub(crate) mod tables;
