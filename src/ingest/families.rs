//! Columns that belong together: one institution a column (`Institution 1`, `Institution 2`), and what stands beside each.

use crate::corpus::naming::fold;
use crate::ingest::role::{Role, is_of_institutions};

/// Folded headers that name an institution where they are numbered; alone they could mean anything.
const NUMBERED: [&str; 17] = [
    "inst",
    "insti",
    "aff",
    "affil",
    "university",
    "univ",
    "company",
    "lab",
    "agency",
    "organ",
    "partner",
    "partnerinstitution",
    "partnerorganization",
    "partnerorganisation",
    "collaborator",
    "collaboratinginstitution",
    "대학",
];

/// Words that count columns.
const ORDINALS: [&str; 18] = [
    "first", "second", "third", "fourth", "fifth", "sixth", "1st", "2nd", "3rd", "4th", "5th", "6th", "a", "b", "c",
    "d", "e", "f",
];

/// What a header says without its number, folded, and whether it has one: `Institution_2`, `2nd institution`, `기관3`, and
/// `Institution.1`, as programs write a header that comes again.
fn without_number(header: &str) -> (String, bool) {
    let (mut rest, mut is_numbered) = (String::new(), false);
    for word in header.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let lower = word.to_lowercase();
        let own = lower.trim_end_matches(|letter: char| letter.is_ascii_digit());
        let own = own.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == '제');
        if ORDINALS.contains(&lower.as_str()) || own.is_empty() {
            is_numbered = true;
        } else if own.len() < lower.len() && own.chars().count() > 1 {
            is_numbered |= lower.contains(|letter: char| letter.is_ascii_digit());
            rest.push_str(own);
        } else {
            rest.push_str(&lower);
        }
    }
    (fold(&rest), is_numbered)
}

/// The columns that hold one institution each: at least two of one header with numbers, or of one header that comes again.
/// None where all institutions stand in one column.
pub(crate) fn institutions(headers: &[String], is_free: impl Fn(usize) -> bool) -> Vec<usize> {
    let named: Vec<(String, bool)> = headers.iter().map(|header| without_number(header)).collect();
    let free: Vec<usize> = (0..headers.len()).filter(|&column| is_free(column)).collect();
    for &first in &free {
        let (own, is_numbered) = &named[first];
        let is_known = is_of_institutions(own) || *is_numbered && NUMBERED.contains(&own.as_str());
        if !is_known {
            continue;
        }
        let family: Vec<usize> = free
            .iter()
            .copied()
            .filter(|&column| {
                named[column].0 == *own && (named[column].1 || fold(&headers[column]) == fold(&headers[first]))
            })
            .collect();
        if family.len() > 1 {
            return family;
        }
    }
    Vec::new()
}

/// The columns of a role beside as many columns of institutions: `Country 1`, `Country 2`.
pub(crate) fn beside(role: Role, count: usize, headers: &[String], is_free: impl Fn(usize) -> bool) -> Vec<usize> {
    let is_of_role = |column: &usize| {
        let (own, is_numbered) = without_number(&headers[*column]);
        let is_again = headers.iter().filter(|other| fold(other) == fold(&headers[*column])).count() > 1;
        (is_numbered || is_again) && role.headers().contains(&own.as_str())
    };
    let found: Vec<usize> = (0..headers.len()).filter(|&column| is_free(column)).filter(is_of_role).collect();
    if found.len() == count || role == Role::Authors && found.len() > 1 { found } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(line: &str) -> Vec<usize> {
        let headers: Vec<String> = line.split(',').map(str::to_owned).collect();
        institutions(&headers, |_| true)
    }

    #[test]
    fn institutions_of_a_column_each_are_one_family() {
        for line in [
            "Title,Institution 1,Institution 2,Year,Institution 3",
            "Title,Inst 1,Inst 2,Year,Inst 3",
            "Title,Aff1,Aff2,Year,Aff3",
            "Title,institution,institution.1,Year,institution.2",
            "Title,Institution,Institution,Year,Institution",
            "제목,기관1,기관2,연도,기관3",
            "제목,제1기관,제2기관,연도,제3기관",
            "Title,First institution,Second institution,Year,Third institution",
            "Title,Partner A,Partner B,Year,Partner C",
            "Title,affiliation_1,affiliation_2,Year,affiliation_3",
        ] {
            assert_eq!(of(line), [1, 2, 4], "{line}");
        }
        for line in ["Title,Institution", "Title,Institution 1,Year", "Lab,Partner", "A,B,C", "Model,Lab,Company"] {
            assert!(of(line).is_empty(), "{line}");
        }
        let headers: Vec<String> =
            ["Title", "Inst 1", "Country 1", "Inst 2", "Country 2"].iter().map(|&header| header.to_owned()).collect();
        assert_eq!(beside(Role::Countries, 2, &headers, |_| true), [2, 4]);
        assert!(beside(Role::Countries, 3, &headers, |_| true).is_empty());
    }
}
