//! Columns that exports of bibliographic databases are known to have: which hold addresses, and which names.

use crate::corpus::naming::fold;
use crate::ingest::role::Role;

/// Folded headers of columns of addresses.
const ADDRESSES: [&str; 4] = ["authoraffiliations", "authoraddresses", "authorswithaffiliations", "addresses"];

/// The column of addresses beside the column of names `current`, in an export of the Web of Science.
pub(crate) fn addresses_beside(headers: &[String], current: Option<usize>) -> Option<String> {
    let names = fold(headers.get(current?)?);
    let beside = match names.as_str() {
        "c3" if is_tagged(headers) => "c1",
        "affiliations" if is_spelt_out(headers) => "addresses",
        _ => return None,
    };
    headers.iter().find(|header| fold(header) == beside).cloned()
}

/// The column of a role in an export whose headers say less than those of other tables: tags of the Web of Science, and
/// addresses where nothing else names institutions. Only columns that are `free` are taken.
pub(crate) fn of_export(headers: &[String], role: Role, free: impl Fn(usize) -> bool) -> Option<usize> {
    let tags: &[&str] = match role {
        _ if !is_tagged(headers) => &[],
        Role::Work => &["TI"],
        Role::Institutions => &["C3", "C1"],
        Role::Date => &["PY"],
        Role::Authors => &["AF", "AU"],
        Role::Links => &["DI"],
        Role::Citations => &["TC"],
        _ => &[],
    };
    let find = |is_it: &dyn Fn(&String) -> bool| {
        headers.iter().enumerate().find(|(column, header)| free(*column) && is_it(header)).map(|(column, _)| column)
    };
    let tagged = tags.iter().find_map(|tag| find(&|header| header.trim() == *tag));
    if tagged.is_some() || role != Role::Institutions {
        return tagged;
    }
    ADDRESSES.iter().find_map(|known| {
        // Other tables call links addresses.
        let is_certain = *known != "addresses" || is_spelt_out(headers);
        find(&|header| is_certain && fold(header) == *known)
    })
}

/// Whether headers are field tags of the Web of Science.
fn is_tagged(headers: &[String]) -> bool {
    let has = |tag: &str| headers.iter().any(|header| header.trim() == tag);
    has("TI") && (has("C1") || has("C3")) && ["PT", "AU", "AF", "PY", "DI", "UT"].iter().any(|tag| has(tag))
}

/// Whether headers are those fields in words.
fn is_spelt_out(headers: &[String]) -> bool {
    let has = |key: &str| headers.iter().any(|header| fold(header) == key);
    has("articletitle") || has("utuniquewosid")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(line: &str) -> Vec<String> {
        line.split(',').map(str::to_owned).collect()
    }

    #[test]
    fn exports_are_known_by_their_headers() {
        let of = |line: &str, role| of_export(&headers(line), role, |_| true);
        let wos = "PT,AU,TI,C1,PY,DI,UT";
        assert_eq!(
            (of(wos, Role::Work), of(wos, Role::Institutions), of(wos, Role::Date)),
            (Some(2), Some(3), Some(4))
        );
        assert_eq!(of("PT,AU,TI,C1,C3,PY", Role::Institutions), Some(4));
        assert_eq!(of("TI,C1", Role::Institutions), None);
        assert_eq!(of("Document Title,Author Affiliations", Role::Institutions), Some(1));
        assert_eq!(of("Title,Addresses", Role::Institutions), None);
        assert_eq!(of("Article Title,Addresses", Role::Institutions), Some(1));
    }
}
