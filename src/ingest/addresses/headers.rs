//! Columns that exports of bibliographic databases are known to have: which hold addresses, and which names.

use crate::corpus::naming::fold;
use crate::ingest::role::Role;

/// Where a table has names of institutions, if its column of institutions holds addresses.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Names {
    /// In the column of this header.
    Column(String),
    /// Nowhere: exports of Scopus have none.
    NoneInScopus,
    /// It is not known where, or whether.
    #[default]
    Unknown,
}

/// Folded headers of columns that hold standardised names of institutions, in exports that have addresses too.
const NAMES: [&str; 3] = ["affilname", "researchorganizationsstandardized", "authorshipsinstitutionsdisplayname"];

/// Folded headers of columns of addresses.
const ADDRESSES: [&str; 4] = ["authoraffiliations", "authoraddresses", "authorswithaffiliations", "addresses"];

/// Finds the column of names in a table whose institutions stand in column `current`.
pub(crate) fn names(headers: &[String], current: Option<usize>) -> Names {
    let others = || headers.iter().enumerate().filter(|(column, _)| Some(*column) != current);
    let is_wos = is_tagged(headers) || is_spelt_out(headers);
    let has_names = |header: &String| {
        let key = fold(header);
        NAMES.contains(&key.as_str()) || is_wos && matches!(key.as_str(), "c3" | "affiliations")
    };
    if let Some((_, header)) = others().find(|(_, header)| has_names(header)) {
        return Names::Column(header.clone());
    }
    let has = |key: &str| headers.iter().any(|header| fold(header) == key);
    if has("eid") && (has("affiliations") || has("authorswithaffiliations")) {
        return Names::NoneInScopus;
    }
    Names::Unknown
}

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

    #[test]
    fn the_column_of_names_is_named() {
        let of = |line: &str, current| names(&headers(line), Some(current));
        assert_eq!(of("PT,TI,C1,C3,PY", 2), Names::Column("C3".to_owned()));
        assert_eq!(of("PT,TI,C1,PY", 2), Names::Unknown);
        assert_eq!(of("Article Title,Addresses,Affiliations", 1), Names::Column("Affiliations".to_owned()));
        assert_eq!(of("Title,Affiliations,EID", 1), Names::NoneInScopus);
        assert_eq!(of("Title,affilname,affiliation,eid", 2), Names::Column("affilname".to_owned()));
    }
}
