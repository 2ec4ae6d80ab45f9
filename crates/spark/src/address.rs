//! Addresses of servers: `sc://host:port/;use_ssl=true;key=value`.

use std::net::{IpAddr, SocketAddr, TcpStream, ToSocketAddrs};
use std::time::{Duration, Instant};

use crate::error::Error;

/// The port where none is given, as of Spark.
const PORT: u16 = 15002;
/// How long a host may take to accept a connection.
const DIAL: Duration = Duration::from_millis(2500);

/// Where a server is, and what it is told with each request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    pub(crate) host: String,
    pub(crate) port: u16,
    pub(crate) is_encrypted: bool,
    pub(crate) user: String,
    /// Keys that only the server knows, such as `x-databricks-cluster-id`.
    pub(crate) headers: Vec<(String, String)>,
}

impl Address {
    /// Reads an address. Keys are `use_ssl` and `user_id`; every other is sent as a header of that name.
    ///
    /// # Errors
    /// [`Error::Address`]; [`Error::TokenInAddress`] where it has a `token`; [`Error::Unencrypted`] without `use_ssl=true`
    /// for any host but this machine.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let wrong = |part: &str| Error::Address(part.to_owned());
        let (scheme, rest) = text.split_once("://").ok_or_else(|| wrong("sc://"))?;
        if !scheme.eq_ignore_ascii_case("sc") {
            return Err(wrong(scheme));
        }
        let (place, path) = rest.split_once('/').unwrap_or((rest, ""));
        if place.contains(['@', ';', '?', '#']) {
            // Not repeated: a password may stand there.
            return Err(wrong("host:port"));
        }
        let (host, port) = host_and_port(place).ok_or_else(|| wrong(place))?;
        let mut address = Self { host, port, is_encrypted: false, user: "collab".to_owned(), headers: Vec::new() };
        let mut parts = path.split(';');
        if parts.next().is_some_and(|before| !before.is_empty()) {
            return Err(wrong("/;"));
        }
        for part in parts.filter(|part| !part.is_empty()) {
            let (key, value) = part.split_once('=').ok_or_else(|| wrong(part))?;
            match key.to_ascii_lowercase().as_str() {
                "token" => return Err(Error::TokenInAddress),
                "use_ssl" if value.eq_ignore_ascii_case("true") => address.is_encrypted = true,
                "use_ssl" if value.eq_ignore_ascii_case("false") => address.is_encrypted = false,
                "use_ssl" => return Err(wrong(part)),
                "user_id" => value.clone_into(&mut address.user),
                header if is_header(header) && is_printable(value) => {
                    address.headers.push((header.to_owned(), value.to_owned()));
                }
                _ => return Err(wrong(key)),
            }
        }
        if address.is_encrypted || address.is_this_machine() { Ok(address) } else { Err(Error::Unencrypted) }
    }

    /// Host and port, as they may be shown.
    #[must_use]
    pub fn place(&self) -> String {
        if self.host.contains(':') {
            format!("[{}]:{}", self.host, self.port)
        } else {
            format!("{}:{}", self.host, self.port)
        }
    }

    /// Whether it is the machine that asks.
    #[must_use]
    pub fn is_this_machine(&self) -> bool {
        match self.host.parse::<IpAddr>() {
            Ok(address) => address.is_loopback(),
            Err(_) => self.host.eq_ignore_ascii_case("localhost"),
        }
    }

    /// Opens a connection and closes it again, within three seconds: a client that tries again and again would be silent
    /// for minutes.
    pub(crate) fn dial(&self) -> Result<(), Error> {
        let unreachable = |reason: &str| Error::Unreachable(self.place(), reason.to_owned());
        let until = Instant::now() + DIAL;
        let mut reason = "no address".to_owned();
        for place in self.resolve(DIAL).ok_or_else(|| unreachable("the name of the host is not known"))? {
            let rest = until.saturating_duration_since(Instant::now());
            if rest.is_zero() {
                break;
            }
            match TcpStream::connect_timeout(&place, rest) {
                Ok(_) => return Ok(()),
                Err(error) => reason = error.to_string(),
            }
        }
        Err(unreachable(&reason))
    }

    /// The addresses behind the name. A name server may be silent, so it is asked on a thread of its own.
    fn resolve(&self, patience: Duration) -> Option<Vec<SocketAddr>> {
        let (tell, hear) = std::sync::mpsc::channel();
        let place = (self.host.clone(), self.port);
        std::thread::spawn(move || {
            let found = place.to_socket_addrs().map(|found| found.collect::<Vec<_>>());
            let _ = tell.send(found);
        });
        hear.recv_timeout(patience).ok()?.ok()
    }
}

fn host_and_port(place: &str) -> Option<(String, u16)> {
    let (host, port) = match place.strip_prefix('[') {
        Some(rest) => {
            let (host, port) = rest.split_once(']')?;
            host.parse::<std::net::Ipv6Addr>().ok()?;
            (host, port.strip_prefix(':'))
        }
        None => match place.split_once(':') {
            Some((host, port)) => (host, Some(port)),
            None => (place, None),
        },
    };
    let port = port.map_or(Some(PORT), |port| port.parse().ok().filter(|&port| port > 0))?;
    let is_host = |letter: char| letter.is_alphanumeric() || matches!(letter, '.' | '-' | '_' | ':');
    (!host.is_empty() && host.chars().all(is_host)).then(|| (host.to_owned(), port))
}

/// Names of headers that gRPC lets clients choose.
fn is_header(name: &str) -> bool {
    let is_letter = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | '.');
    let is_own = name.starts_with("grpc-") || matches!(name, "authorization" | "host" | "te" | "content-type");
    !name.is_empty() && name.chars().all(is_letter) && !is_own && !name.ends_with("-bin")
}

fn is_printable(value: &str) -> bool {
    value.chars().all(|letter| letter == ' ' || letter.is_ascii_graphic())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn addresses_have_host_port_and_keys() {
        let address =
            Address::parse("sc://lake.example:443/;use_ssl=true;user_id=ann;x-databricks-cluster-id=7").unwrap();
        assert_eq!((address.host.as_str(), address.port, address.user.as_str()), ("lake.example", 443, "ann"));
        assert_eq!(address.headers, [("x-databricks-cluster-id".to_owned(), "7".to_owned())]);
        for (text, place) in [
            ("sc://localhost", "localhost:15002"),
            ("sc://127.0.0.1:7/", "127.0.0.1:7"),
            ("SC://[::1]:9/;use_ssl=false", "[::1]:9"),
        ] {
            assert_eq!(Address::parse(text).unwrap().place(), place);
        }
    }

    #[test]
    fn what_is_no_address_is_refused_and_secrets_are_not_repeated() {
        for text in [
            "lake:1",
            "spark://lake:1",
            "sc://",
            "sc://h:0",
            "sc://h:99999",
            "sc://h:1/x",
            "sc://h:1/;x",
            "sc://h:1/;use_ssl=maybe",
            "sc://h:1/;authorization=x",
            "sc://u:secret@h:1",
            "sc://h;token=secret",
        ] {
            let error = Address::parse(text).unwrap_err();
            assert!(matches!(error, Error::Address(_)) && !error.to_string().contains("secret"), "{text}: {error}");
        }
        let with_token = Address::parse("sc://localhost:1/;token=secret").unwrap_err();
        assert_eq!(with_token, Error::TokenInAddress);
    }

    #[test]
    fn only_this_machine_is_asked_without_encryption() {
        for text in ["sc://lake.example:1", "sc://10.0.0.1", "sc://localhost.example"] {
            assert_eq!(Address::parse(text), Err(Error::Unencrypted));
        }
        assert!(Address::parse("sc://10.0.0.1/;use_ssl=true").is_ok());
    }

    #[test]
    fn a_port_where_nobody_listens_is_told_at_once() {
        let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let port = free.local_addr().unwrap().port();
        let address = Address::parse(&format!("sc://127.0.0.1:{port}")).unwrap();
        assert_eq!(address.dial(), Ok(()));
        drop(free);
        assert!(matches!(address.dial(), Err(Error::Unreachable(place, _)) if place == address.place()));
    }
}
