//! Addresses of the web among the words of the command line.

use std::path::Path;

use collabgraph::message;

use crate::error::CliError;

/// The longest name of a copy.
#[cfg(feature = "http")]
const MAX_NAME: usize = 100;

/// An address that may be fetched: `https`, or `http` on this machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Address(String);

impl Address {
    /// The address that a word is; `None` for the name of a file.
    ///
    /// # Errors
    /// A scheme that is not fetched, `http` to another machine, an address that holds a password.
    pub(crate) fn parse(word: &Path) -> Result<Option<Self>, CliError> {
        let Some(text) = word.to_str() else { return Ok(None) };
        let Some((scheme, rest)) = text.split_once("://") else { return Ok(None) };
        let is_scheme = scheme.starts_with(|ch: char| ch.is_ascii_alphabetic())
            && scheme.chars().all(|ch| ch.is_ascii_alphanumeric() || "+-.".contains(ch));
        if !is_scheme || word.exists() {
            return Ok(None);
        }
        let scheme = scheme.to_ascii_lowercase();
        let host = host(rest);
        match scheme.as_str() {
            "https" => {}
            "http" if is_loopback(host) => {}
            "http" => return Err(message!("fetch-insecure", address = text).into()),
            _ => return Err(message!("fetch-scheme", address = text, scheme = scheme).into()),
        }
        if host.is_empty() {
            return Err(message!("fetch-no-host", address = text).into());
        }
        if authority(rest).contains('@') {
            return Err(message!("fetch-password", host = host).into());
        }
        let whole = sheet_as_csv(rest).unwrap_or_else(|| rest.to_owned());
        let sent = whole.split('#').next().unwrap_or_default();
        Ok(Some(Self(format!("{scheme}://{}", encoded(sent)))))
    }

    /// Where a reply leads to, if that may be followed: never from `https` to something less, and never to a file.
    #[cfg(feature = "http")]
    pub(crate) fn redirected(&self, location: &str) -> Option<Self> {
        let (scheme, rest) = self.0.split_once("://").filter(|_| !location.is_empty())?;
        let absolute = if location.contains("://") {
            location.to_owned()
        } else if let Some(other) = location.strip_prefix("//") {
            format!("{scheme}://{other}")
        } else if location.starts_with('/') {
            format!("{scheme}://{}{location}", authority(rest))
        } else {
            let path = rest.split('?').next().unwrap_or_default();
            let folder = path.rfind('/').map_or_else(|| format!("{path}/"), |end| path[..=end].to_owned());
            format!("{scheme}://{folder}{location}")
        };
        let (next_scheme, next) = absolute.split_once("://")?;
        let next_scheme = next_scheme.to_ascii_lowercase();
        let is_allowed = match next_scheme.as_str() {
            "https" => true,
            "http" => scheme == "http" && is_loopback(host(next)),
            _ => false,
        };
        let sent = next.split('#').next().unwrap_or_default();
        let is_plain = !host(next).is_empty() && !authority(next).contains('@');
        (is_allowed && is_plain).then(|| Self(format!("{next_scheme}://{}", encoded(sent))))
    }

    /// The address as it is sent.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is of this machine.
    #[cfg(feature = "http")]
    pub(crate) fn is_local(&self) -> bool {
        self.0.split_once("://").is_some_and(|(_, rest)| is_loopback(host(rest)))
    }

    /// A name for its copy: the last part of its path.
    #[cfg(feature = "http")]
    pub(crate) fn file_name(&self) -> String {
        let rest = self.0.split_once("://").map_or(self.0.as_str(), |(_, rest)| rest);
        if let Some((id, _)) = sheet(rest) {
            let short: String = id.chars().filter(char::is_ascii_alphanumeric).take(8).collect();
            return format!("google-sheet-{short}.csv");
        }
        let path = rest.split('?').next().unwrap_or_default();
        let parts = path.split_once('/').map_or("", |(_, parts)| parts);
        let last = parts.rsplit('/').find(|part| !part.is_empty()).unwrap_or_else(|| host(rest));
        let is_plain = |ch: char| ch.is_alphanumeric() || "._-".contains(ch);
        let name: String = decoded(last).chars().map(|ch| if is_plain(ch) { ch } else { '_' }).take(MAX_NAME).collect();
        let name = name.trim_start_matches('.');
        if name.is_empty() { "data".to_owned() } else { name.to_owned() }
    }
}

/// Host with user and port: what stands before the path.
fn authority(rest: &str) -> &str {
    rest.split(['/', '?', '#', '\\']).next().unwrap_or_default()
}

/// The host alone.
fn host(rest: &str) -> &str {
    let authority = authority(rest);
    let host = authority.rsplit('@').next().unwrap_or_default();
    if host.starts_with('[') {
        return host.split_inclusive(']').next().unwrap_or_default();
    }
    host.split(':').next().unwrap_or_default()
}

fn is_loopback(host: &str) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    bare.eq_ignore_ascii_case("localhost")
        || bare.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
}

/// The path of a Google sheet up to its id, and what stands behind it.
fn sheet(rest: &str) -> Option<(&str, &str)> {
    let path = rest.strip_prefix("docs.google.com/spreadsheets/d/")?;
    let start = if path.starts_with("e/") { 2 } else { 0 };
    let end = path[start..].find(['/', '?', '#']).map_or(path.len(), |end| start + end);
    (end > start).then(|| (&path[start..end], &path[end..]))
}

/// The link that Google Sheets gives to readers, as the link of its CSV.
fn sheet_as_csv(rest: &str) -> Option<String> {
    let (id, behind) = sheet(rest)?;
    let view = behind.trim_start_matches('/').split(['?', '#']).next().unwrap_or_default();
    let (verb, format) = match view {
        "" | "edit" | "view" => ("export", "format"),
        "pubhtml" => ("pub", "output"),
        _ => return None,
    };
    let number =
        behind.split("gid=").nth(1).map(|gid| gid.chars().take_while(char::is_ascii_digit).collect::<String>());
    let tab = number.filter(|gid| !gid.is_empty()).map_or_else(String::new, |gid| format!("&gid={gid}"));
    let folder = if verb == "pub" { "e/" } else { "" };
    Some(format!("docs.google.com/spreadsheets/d/{folder}{id}/{verb}?{format}=csv{tab}"))
}

/// What may not stand in an address, by its bytes: `%EC%97%B0`.
fn encoded(text: &str) -> String {
    let is_sent = |byte: u8| byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte);
    text.bytes().map(|byte| if is_sent(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

/// The text of a value in a query.
#[cfg(feature = "http")]
pub(crate) fn query_value(text: &str) -> String {
    let is_sent = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:,|*".contains(&byte);
    text.bytes().map(|byte| if is_sent(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

#[cfg(feature = "http")]
fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((&first, behind)) = rest.split_first() {
        let hex = behind.get(..2).and_then(|pair| std::str::from_utf8(pair).ok());
        match hex.filter(|_| first == b'%').and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &behind[2..];
            }
            None => {
                bytes.push(first);
                rest = behind;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn parsed(word: &str) -> Result<Option<String>, ()> {
        Address::parse(Path::new(word)).map(|found| found.map(|address| address.0)).map_err(|_| ())
    }

    #[test]
    fn only_encrypted_addresses_and_those_of_this_machine_are_fetched() {
        for (word, sent) in [
            ("https://epoch.ai/data/models.csv", "https://epoch.ai/data/models.csv"),
            ("HTTPS://a.org/연구 1.csv#top", "https://a.org/%EC%97%B0%EA%B5%AC%201.csv"),
            ("http://127.0.0.1:8017/x", "http://127.0.0.1:8017/x"),
            ("http://[::1]:1/x", "http://[::1]:1/x"),
            ("http://localhost/x", "http://localhost/x"),
        ] {
            assert_eq!(parsed(word), Ok(Some(sent.to_owned())), "{word}");
        }
        for word in [
            "http://a.org/x.csv",
            "http://localhost.a.org/x",
            "http://127.0.0.1@a.org/x",
            "http://a.org\\@127.0.0.1/x",
            "file:///etc/passwd",
            "ftp://a.org/x",
            "https://me:secret@a.org/x",
            "https:///x",
        ] {
            assert_eq!(parsed(word), Err(()), "{word}");
        }
        for word in ["models.csv", "-", "a/b.csv", "://x", "1x://y"] {
            assert_eq!(parsed(word), Ok(None), "{word}");
        }
    }

    #[test]
    fn a_link_to_a_google_sheet_is_its_csv() {
        let sheet = "https://docs.google.com/spreadsheets/d";
        for (link, csv) in [
            ("/1AbC/edit#gid=12", "/1AbC/export?format=csv&gid=12"),
            ("/1AbC/edit?gid=7#gid=7", "/1AbC/export?format=csv&gid=7"),
            ("/1AbC", "/1AbC/export?format=csv"),
            ("/1AbC/export?format=csv&gid=3", "/1AbC/export?format=csv&gid=3"),
            ("/e/2P/pubhtml?gid=5&single=true", "/e/2P/pub?output=csv&gid=5"),
            ("/e/2P/pub?output=csv", "/e/2P/pub?output=csv"),
        ] {
            assert_eq!(parsed(&format!("{sheet}{link}")), Ok(Some(format!("{sheet}{csv}"))), "{link}");
        }
    }

    #[cfg(feature = "http")]
    #[test]
    fn redirects_never_lead_to_less_than_before() {
        let of = |text: &str| Address::parse(Path::new(text)).unwrap().unwrap();
        let from = of("https://a.org/b/c.csv?d=1");
        let to = |location: &str| from.redirected(location).map(|address| address.0);
        assert_eq!(to("/x"), Some("https://a.org/x".to_owned()));
        assert_eq!(to("x?y=/"), Some("https://a.org/b/x?y=/".to_owned()));
        assert_eq!(to("//e.org/x"), Some("https://e.org/x".to_owned()));
        assert_eq!(to("https://e.org/x#y"), Some("https://e.org/x".to_owned()));
        for location in
            ["http://a.org/x", "http://127.0.0.1/x", "file:///etc/passwd", "https://u:p@a.org/", "ftp://a.org/"]
        {
            assert_eq!(to(location), None, "{location}");
        }
        let local = of("http://127.0.0.1:9/b");
        assert!(local.redirected("http://127.0.0.1:8/x").is_some() && local.redirected("https://a.org/").is_some());
        assert!(local.redirected("http://a.org/").is_none());
    }

    #[cfg(feature = "http")]
    #[test]
    fn a_copy_is_named_by_the_path() {
        for (word, name) in [
            ("https://a.org/data/models.csv?x=1", "models.csv"),
            ("https://a.org/%EC%97%B0%EA%B5%AC%2F..%2Fx.csv", "연구_.._x.csv"),
            ("https://a.org/.hidden", "hidden"),
            ("https://a.org/", "a.org"),
            ("https://a.org/%2e%2e", "data"),
            ("https://docs.google.com/spreadsheets/d/1A-bCdEfGhI/edit", "google-sheet-1AbCdEfG.csv"),
        ] {
            assert_eq!(Address::parse(Path::new(word)).unwrap().unwrap().file_name(), name, "{word}");
        }
    }
}
