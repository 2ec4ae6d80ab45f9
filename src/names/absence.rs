//! Entries of a cell of institutions that name none, unless somebody knows them as names.

use crate::names::authority::{Authority, Verdict};
use crate::normalize::placeholders::{is_placeholder, kept_key};

/// Whether a name in a cell of institutions is none, and neither the authority nor the user knows it as one. `kept` are
/// names as [`kept_key`] has them.
#[must_use]
pub(crate) fn is_none(name: &str, work: &str, kept: &[String], authority: &Authority) -> bool {
    is_placeholder(name) && !kept.contains(&kept_key(name)) && matches!(authority.judge(name, work), Verdict::Unknown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_somebody_knows_is_kept() {
        let none = Authority::none();
        assert!(is_none("NA", "", &[], &none) && !is_none("na", "", &[kept_key("NA")], &none));
        assert!(is_none("-", "", &[kept_key("NA")], &none) && !is_none("-", "", &[kept_key("-")], &none));
        let named = none.with_file("my.txt", b"label\treplace by\nNA\tNorthfield Academy\n");
        assert!(named.is_ok_and(|named| !is_none("NA", "", &[], &named)));
    }
}
