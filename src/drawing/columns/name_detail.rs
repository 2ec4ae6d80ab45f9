//! How much of the names of institutions is written.

/// Number of languages in the names of institutions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameDetail {
    /// As in the options.
    Full,
    /// One language, because two exceed the height of a page.
    OneLanguage,
}
