//! Addresses in a cell: one, several, without scheme, or something else.

use std::borrow::Cow;

/// The addresses of a cell, one a line, and whether anything in it is no address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Links<'a> {
    /// Addresses, one a line.
    pub addresses: Cow<'a, str>,
    /// Whether other text stands there.
    pub has_other_text: bool,
}

/// Reads a cell: addresses parted by white space, `or`, `and`, `,` or `;`. A bare host with a path
/// gets `https://`, a bare DOI `https://doi.org/`.
#[must_use]
pub fn read(cell: &str) -> Links<'_> {
    let text = cell.trim();
    if has_scheme(text) && !text.contains(char::is_whitespace) && !text.ends_with([',', ';']) {
        return Links { addresses: Cow::Borrowed(text), has_other_text: false };
    }
    let mut addresses = String::new();
    let mut has_other_text = false;
    for word in text.split_whitespace() {
        let word = word.trim_matches([',', ';']);
        if word.is_empty() || matches!(word, "or" | "and" | "또는" | "|") {
            continue;
        }
        match address(word) {
            Some(address) => {
                if !addresses.is_empty() {
                    addresses.push('\n');
                }
                addresses.push_str(&address);
            }
            None => has_other_text = true,
        }
    }
    Links { addresses: Cow::Owned(addresses), has_other_text }
}

fn has_scheme(text: &str) -> bool {
    let starts = |scheme: &str| text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    starts("http://") || starts("https://")
}

fn address(word: &str) -> Option<Cow<'_, str>> {
    if has_scheme(word) {
        return Some(Cow::Borrowed(word));
    }
    let doi = word.strip_prefix("doi:").unwrap_or(word);
    if doi.starts_with("10.") && doi.contains('/') {
        return Some(Cow::Owned(format!("https://doi.org/{doi}")));
    }
    let (host, path) = word.split_once('/')?;
    let labels = host.split('.').count();
    let end = host.rsplit('.').next().unwrap_or("");
    let plain = host.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-'));
    let is_host = plain && labels >= 2 && end.len() >= 2 && end.bytes().all(|byte| byte.is_ascii_alphabetic());
    (is_host && !path.is_empty()).then(|| Cow::Owned(format!("https://{word}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_every_address() {
        for (cell, addresses, other) in [
            ("https://arxiv.org/abs/1", "https://arxiv.org/abs/1", false),
            ("https://a.org/1 or\nhttps://b.org/2", "https://a.org/1\nhttps://b.org/2", false),
            ("arxiv.org/abs/2501.14818", "https://arxiv.org/abs/2501.14818", false),
            ("10.1007/s00401", "https://doi.org/10.1007/s00401", false),
            ("Kyunghoon Bae, Eunbi Choi", "", true),
            ("", "", false),
        ] {
            let links = read(cell);
            assert_eq!((&*links.addresses, links.has_other_text), (addresses, other), "{cell}");
        }
    }
}
