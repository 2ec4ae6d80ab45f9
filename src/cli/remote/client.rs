//! One request: with waiting where the server asks for it, and redirects that lead to nothing less than before.

use std::io::{ErrorKind, Read};
use std::path::Path;
use std::time::Duration;

use collabgraph::message;
use collabgraph::render::visible::visible;
use ureq::tls::{PemItem, RootCerts, TlsConfig, parse_pem};

use super::address::Address;
use super::http_date;
use crate::args::Global;
use crate::error::CliError;
use crate::terminal;

/// How often one request is sent before the command gives up.
const MAX_ATTEMPTS: u32 = 6;
/// Longer than this nobody wants to look at a command that waits.
const MAX_WAIT: Duration = Duration::from_secs(300);
const MAX_REDIRECTS: usize = 10;
const CONNECT: Duration = Duration::from_secs(30);
/// A server that sends nothing for so long is gone.
const SILENCE: Duration = Duration::from_secs(60);
/// What is shown of the words of a server that refuses.
const MAX_REASON: u64 = 300;

/// What is asked for.
pub(super) struct Request<'r> {
    /// The address as users may see it.
    pub(super) address: &'r Address,
    /// What is sent behind it and shown nowhere: a key.
    pub(super) secret: Option<String>,
    pub(super) headers: Vec<(&'static str, String)>,
    /// Whether the server says by 403 that it was asked too often.
    pub(super) waits_when_forbidden: bool,
}

/// What came: 200, 206, 304 or 416.
pub(super) struct HttpReply {
    pub(super) status: u16,
    response: ureq::http::Response<ureq::Body>,
}

impl HttpReply {
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        self.response.headers().get(name).and_then(|value| value.to_str().ok())
    }

    /// When the server sent it, by its own clock.
    pub(super) fn time(&self) -> Option<String> {
        self.header("date").and_then(http_date::iso)
    }

    /// Bytes that are to come, where the server says so.
    pub(super) fn length(&self) -> Option<u64> {
        self.header("content-length").and_then(|text| text.trim().parse().ok())
    }

    pub(super) fn into_body(self) -> impl Read {
        self.response.into_body().into_reader()
    }
}

/// Sends requests.
pub(super) struct Client<'g> {
    global: &'g Global,
    agent: ureq::Agent,
    /// The same without a proxy, for this machine.
    local: ureq::Agent,
}

/// Why an attempt gave nothing: for now, or for good.
enum Failure {
    Passing { reason: String, wait: Option<Duration> },
    Final(CliError),
}

impl<'g> Client<'g> {
    /// `contact` is an address of mail by which the operators of the server can reach who asks.
    pub(super) fn new(global: &'g Global, contact: Option<&str>) -> Result<Self, CliError> {
        let contact = contact.map_or_else(String::new, |mail| format!(" (mailto:{mail})"));
        let config = || {
            ureq::Agent::config_builder()
                .user_agent(format!("collab/{}{contact}", env!("CARGO_PKG_VERSION")))
                .http_status_as_error(false)
                .max_redirects(0)
                .timeout_connect(Some(CONNECT))
                .timeout_per_read(Some(SILENCE))
        };
        let tls = TlsConfig::builder().root_certs(roots()?).build();
        let local = config().tls_config(tls.clone()).proxy(None).build().into();
        Ok(Self { global, agent: config().tls_config(tls).build().into(), local })
    }

    /// The reply to a request. Waits and asks again where the server is busy or failed; says so.
    pub(super) fn get(&self, request: &Request<'_>) -> Result<HttpReply, CliError> {
        let mut attempt = 1;
        loop {
            match self.attempt(request) {
                Ok(reply) => return Ok(reply),
                Err(Failure::Final(error)) => return Err(error),
                Err(Failure::Passing { reason, .. }) if attempt == MAX_ATTEMPTS => {
                    let address = request.address.as_str();
                    return Err(message!("fetch-gave-up", address = address, reason = reason, count = attempt).into());
                }
                Err(Failure::Passing { reason, wait }) => {
                    let wait = wait.unwrap_or(Duration::from_secs(1 << (attempt - 1)));
                    self.wait(request.address, &reason, wait)?;
                    attempt += 1;
                }
            }
        }
    }

    /// Waits, and says how long and why; too long a time is left to the user.
    pub(super) fn wait(&self, address: &Address, reason: &str, wait: Duration) -> Result<(), CliError> {
        let (address, seconds) = (address.as_str(), wait.as_secs());
        if wait > MAX_WAIT {
            return Err(message!("fetch-later", address = address, reason = reason, seconds = seconds).into());
        }
        terminal::remark(
            self.global,
            &message!("fetch-waiting", address = address, reason = reason, seconds = seconds),
        );
        std::thread::sleep(wait);
        Ok(())
    }

    fn attempt(&self, request: &Request<'_>) -> Result<HttpReply, Failure> {
        let mut address = request.address.clone();
        for _ in 0..=MAX_REDIRECTS {
            let reply = self.send(request, &address)?;
            match reply.status {
                200 | 206 | 304 | 416 => return Ok(reply),
                301 | 302 | 303 | 307 | 308 => {
                    let location = reply.header("location").unwrap_or_default();
                    let Some(next) = address.redirected(location) else {
                        let (from, to) = (request.address.as_str(), visible(location).into_owned());
                        return Err(Failure::Final(message!("fetch-redirect", address = from, location = to).into()));
                    };
                    address = next;
                }
                _ => return Err(refused(request, reply)),
            }
        }
        let address = request.address.as_str();
        Err(Failure::Final(message!("fetch-redirects", address = address, max = MAX_REDIRECTS).into()))
    }

    fn send(&self, request: &Request<'_>, address: &Address) -> Result<HttpReply, Failure> {
        let agent = if address.is_local() { &self.local } else { &self.agent };
        // A key goes to the server that was asked, and to no other that it names.
        let secret = request.secret.as_deref().filter(|_| address == request.address).unwrap_or_default();
        let mut sent = agent.get(format!("{}{secret}", address.as_str()));
        for (name, value) in &request.headers {
            sent = sent.header(*name, value);
        }
        match sent.call() {
            Ok(response) => Ok(HttpReply { status: response.status().as_u16(), response }),
            Err(error) if is_passing(&error) => Err(Failure::Passing { reason: error.to_string(), wait: None }),
            Err(error) => {
                let (address, reason) = (request.address.as_str(), error.to_string());
                Err(Failure::Final(if is_about_trust(&error) {
                    message!("fetch-not-trusted", address = address, reason = reason).into()
                } else {
                    message!("fetch-unreachable", address = address, reason = reason).into()
                }))
            }
        }
    }
}

/// Whether the same request may succeed a little later.
fn is_passing(error: &ureq::Error) -> bool {
    match error {
        ureq::Error::Timeout(_) => true,
        ureq::Error::Io(error) => !matches!(error.kind(), ErrorKind::ConnectionRefused | ErrorKind::InvalidData),
        _ => false,
    }
}

/// Whether the two sides could not agree on a secure connection: above all a certificate that nobody vouches for.
fn is_about_trust(error: &ureq::Error) -> bool {
    match error {
        ureq::Error::Io(error) => error.kind() == ErrorKind::InvalidData,
        ureq::Error::Tls(_) | ureq::Error::Rustls(_) => true,
        _ => false,
    }
}

/// What a status that is no success means.
fn refused(request: &Request<'_>, reply: HttpReply) -> Failure {
    let status = reply.status;
    let wait = reply.header("retry-after").and_then(|text| match text.trim().parse::<u64>() {
        Ok(seconds) => Some(seconds),
        Err(_) => Some(http_date::seconds(text)?.saturating_sub(http_date::seconds(reply.header("date")?)?)),
    });
    let is_passing = match status {
        429 => true,
        403 => request.waits_when_forbidden || wait.is_some(),
        501 | 505 => false,
        _ => status >= 500,
    };
    if is_passing {
        return Failure::Passing { reason: format!("HTTP {status}"), wait: wait.map(Duration::from_secs) };
    }
    let mut words = Vec::new();
    // A body that breaks off has said what it said.
    let _ = reply.into_body().take(MAX_REASON).read_to_end(&mut words);
    let words = String::from_utf8_lossy(&words).split_whitespace().collect::<Vec<_>>().join(" ");
    let (address, status) = (request.address.as_str(), status.to_string());
    Failure::Final(match words.as_str() {
        words if words.is_empty() || words.starts_with('<') => {
            message!("fetch-status", address = address, status = status).into()
        }
        words => message!("fetch-status-with-words", address = address, status = status, words = words).into(),
    })
}

/// Whose certificates are trusted: those of `SSL_CERT_FILE`, where an institution has its own, else those of Mozilla.
fn roots() -> Result<RootCerts, CliError> {
    let Some(file) = std::env::var_os("SSL_CERT_FILE").filter(|file| !file.is_empty()) else {
        return Ok(RootCerts::WebPki);
    };
    let file = Path::new(&file);
    let pem = std::fs::read(file).map_err(|error| CliError::io(file, &error))?;
    let certificates = parse_pem(&pem).filter_map(|item| match item {
        Ok(PemItem::Certificate(certificate)) => Some(certificate),
        _ => None,
    });
    Ok(RootCerts::from(certificates))
}
