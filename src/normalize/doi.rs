//! Identifiers of papers: one DOI in every way of writing it.

use crate::normalize::placeholders::is_placeholder;

/// The DOI of a cell, in lower case and without the address before it; `None` when the cell holds none, several, or a
/// placeholder in the place of one. DOIs know no case.
#[must_use]
pub(crate) fn of(cell: &str) -> Option<String> {
    let lower = cell.to_lowercase().replace("%2f", "/");
    let mut found: Option<String> = None;
    for word in lower.split(|letter: char| letter.is_whitespace() || matches!(letter, ';' | '|' | '"' | '<' | '>')) {
        let Some(doi) = of_word(word) else { continue };
        if found.as_ref().is_some_and(|other| *other != doi) {
            return None;
        }
        found = Some(doi);
    }
    found
}

fn of_word(word: &str) -> Option<String> {
    // The number of who gives it: `10.` and digits, perhaps in parts, at the start of the word or behind a mark.
    let starts = word.match_indices("10.").map(|(at, _)| at);
    let mut starts =
        starts.filter(|&at| !word[..at].ends_with(|letter: char| letter.is_alphanumeric() || letter == '.'));
    let doi = starts.find_map(|at| {
        let doi = word[at..].trim_end_matches(['.', ',', ')', ']', '}', '\'', '/']);
        let (giver, own) = doi.split_once('/')?;
        let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        (giver[3..].split('.').all(is_number) && !own.is_empty()).then_some(doi)
    })?;
    let (_, own) = doi.split_once('/')?;
    let is_filled_in = own.chars().any(|letter| letter.is_alphanumeric() && !matches!(letter, 'x' | '0'));
    (is_filled_in && !is_placeholder(own)).then(|| doi.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_doi_in_every_way_of_writing_it() {
        for cell in [
            "10.1/a",
            "10.1/A",
            "https://doi.org/10.1/A",
            "http://dx.doi.org/10.1/a",
            "doi:10.1/a",
            "DOI: 10.1/a.",
            "doi.org/10.1/a",
            "https://www.doi.org/10.1%2Fa",
            " 10.1/a ; https://doi.org/10.1/a",
            "<10.1/a>",
        ] {
            assert_eq!(of(cell).as_deref(), Some("10.1/a"), "{cell}");
        }
        assert_eq!(of("10.1007/978-3-030-1_2(x)y").as_deref(), Some("10.1007/978-3-030-1_2(x)y"));
        assert_eq!(of("10.1000.5/b").as_deref(), Some("10.1000.5/b"));
        for cell in [
            "",
            "NA",
            "-",
            "none",
            "https://doi.org/",
            "https://doi.org/NA",
            "10.xxxx/xxxxx",
            "10.1234/xxxx",
            "10.1/",
            "10.1/na",
            "10.1/n/a",
            "10.1/-",
            "10.1/a; 10.1/b",
            "2010.1/a",
            "arXiv:1706.03762",
            "10.5",
        ] {
            assert_eq!(of(cell), None, "{cell}");
        }
    }
}
