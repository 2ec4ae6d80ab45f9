//! The server of `explore --serve`: one reader, one machine.
//!
//! It listens on 127.0.0.1 alone and answers only requests that name it as their host, so that no page of the web can
//! reach it under a name of its own (DNS rebinding). Nothing on disk is served, nothing can be changed.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use collabgraph::explore::embed;
use collabgraph::explore::page::{self, Delivery};
use collabgraph::message;
use collabgraph::messages::Localizer;

use crate::error::CliError;
use crate::explore::{api, data, kind, title};
use crate::session::Session;
use crate::{interrupt, output, terminal};

/// Most bytes of a request's target that are read; longer ones are refused.
const MAX_TARGET: usize = 4_096;
/// Most bytes of a request before its body.
const MAX_HEAD: usize = 16_384;
/// Most header lines of a request.
const MAX_HEADERS: usize = 64;
/// Most bytes of a body that are read, and ignored, before a connection is closed.
const MAX_BODY: u64 = 65_536;
/// Connections at once, each on a thread of its own; a browser opens six.
const MAX_CONNECTIONS: usize = 64;
/// A client that takes nothing for so long is given up.
const WRITE_TIMEOUT: Duration = Duration::from_secs(5);
/// A connection over which nothing comes for so long is closed; a browser opens another.
const READ_TIMEOUT: Duration = Duration::from_secs(5);

/// What is sent back.
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) kind: &'static str,
    pub(crate) body: Arc<[u8]>,
    pub(crate) allow: Option<&'static str>,
}

impl Reply {
    /// JSON of this status.
    pub(crate) fn json(status: u16, body: String) -> Self {
        Self { status, kind: "application/json; charset=utf-8", body: body.into_bytes().into(), allow: None }
    }

    /// One sentence as JSON.
    pub(crate) fn error(status: u16, sentence: &str) -> Self {
        Self::json(status, format!("{}\n", serde_json::json!({ "error": sentence })))
    }
}

/// The page and its data, made once.
struct Site {
    page: Arc<[u8]>,
    policy: String,
    data: Arc<[u8]>,
    hosts: [String; 2],
}

/// Serves until Ctrl-C. The address goes to standard output, alone on its line.
pub(crate) fn serve(session: &Session, port: u16) -> Result<(), CliError> {
    let facts = data(session)?;
    let listener = TcpListener::bind(("127.0.0.1", port)).map_err(|error| not_listening(port, &error))?;
    let port = listener.local_addr().map_or(port, |address| address.port());
    let site = Site {
        page: page::write(&title(session), Delivery::Served, kind(session), session.corpus.actors())
            .into_bytes()
            .into(),
        policy: page::policy(Delivery::Served, kind(session), session.corpus.actors()),
        data: embed::json(&facts).into_bytes().into(),
        hosts: [format!("127.0.0.1:{port}"), format!("localhost:{port}")],
    };
    stop_on_interrupt(session)?;
    output::print(format!("http://127.0.0.1:{port}/\n").as_bytes())?;
    terminal::remark(&session.global, &message!("cli-stop-with"));
    let connections = AtomicUsize::new(0);
    std::thread::scope(|threads| {
        for stream in listener.incoming().filter_map(Result::ok) {
            if connections.fetch_add(1, Ordering::Relaxed) >= MAX_CONNECTIONS {
                connections.fetch_sub(1, Ordering::Relaxed);
                continue;
            }
            let (site, connections) = (&site, &connections);
            threads.spawn(move || {
                // A client that went away, or took too long, needs no answer.
                let _ = converse(session, site, stream);
                connections.fetch_sub(1, Ordering::Relaxed);
            });
        }
    });
    Ok(())
}

fn not_listening(port: u16, error: &std::io::Error) -> CliError {
    message!("errors-port", port = port.to_string(), reason = error.to_string()).into()
}

/// Ends the process on Ctrl-C or a request to terminate, whatever clients do: nothing is being written.
fn stop_on_interrupt(session: &Session) -> Result<(), CliError> {
    let (quiet, language) = (session.global.quiet, session.settings.language);
    let stop = move |_| {
        if !quiet {
            terminal::report(&Localizer::new(language).render(&message!("cli-stopped")));
        }
        std::process::exit(0);
    };
    interrupt::listen(stop).map_err(|error| message!("errors-interrupt", reason = error.to_string()).into())
}

/// What is read of a request.
struct Request {
    method: String,
    target: String,
    host: Option<String>,
    /// Bytes of its body; none where it does not say.
    body: Option<u64>,
    keeps_alive: bool,
}

/// Answers the requests of a connection one after the other, each in full before the next is read, so that a client that
/// does not read holds its own thread alone, and that only until the time limit.
fn converse(session: &Session, site: &Site, mut stream: TcpStream) -> std::io::Result<()> {
    stream.set_read_timeout(Some(READ_TIMEOUT))?;
    stream.set_write_timeout(Some(WRITE_TIMEOUT))?;
    stream.set_nodelay(true)?;
    let mut read = Vec::new();
    loop {
        let request = match head(&mut stream, &mut read)? {
            Head::End => return Ok(()),
            Head::Broken(status, sentence) => {
                return send(&mut stream, site, Reply::error(status, sentence), false, false);
            }
            Head::Request(request) => request,
        };
        let stays = request.keeps_alive && request.body == Some(0);
        send(&mut stream, site, reply(session, site, &request), request.method == "HEAD", stays)?;
        if !stays {
            // A body has no meaning here, but closing before it is read could take the answer back.
            stream.shutdown(std::net::Shutdown::Write)?;
            let rest = request.body.unwrap_or(MAX_BODY).saturating_sub(read.len() as u64).min(MAX_BODY);
            std::io::copy(&mut stream.take(rest), &mut std::io::sink())?;
            return Ok(());
        }
    }
}

/// What stands before the body of a request.
enum Head {
    Request(Request),
    /// The status and sentence that it is refused with.
    Broken(u16, &'static str),
    /// The client has no more to ask.
    End,
}

/// Reads up to the empty line before a body; what was read beyond it stays in `read`.
fn head(stream: &mut TcpStream, read: &mut Vec<u8>) -> std::io::Result<Head> {
    let mut block = [0; 4_096];
    loop {
        let mut headers = [httparse::EMPTY_HEADER; MAX_HEADERS];
        let mut parsed = httparse::Request::new(&mut headers);
        match parsed.parse(read) {
            Ok(httparse::Status::Complete(length)) => {
                let request = Request::of(&parsed);
                read.drain(..length);
                return Ok(Head::Request(request));
            }
            Ok(httparse::Status::Partial) if read.len() <= MAX_HEAD => {}
            Ok(httparse::Status::Partial) => return Ok(Head::Broken(431, "The head of the request is too long.")),
            Err(_) => return Ok(Head::Broken(400, "This is no request of HTTP/1.1.")),
        }
        match stream.read(&mut block)? {
            0 => return Ok(Head::End),
            length => read.extend_from_slice(&block[..length]),
        }
    }
}

impl Request {
    fn of(parsed: &httparse::Request<'_, '_>) -> Self {
        let value = |name: &str| {
            let header = parsed.headers.iter().find(|header| header.name.eq_ignore_ascii_case(name));
            header.and_then(|header| std::str::from_utf8(header.value).ok()).map(str::trim)
        };
        let body = match (value("transfer-encoding"), value("content-length")) {
            (Some(_), _) => None,
            (None, Some(length)) => length.parse().ok(),
            (None, None) => Some(0),
        };
        let closes = value("connection").is_some_and(|word| word.eq_ignore_ascii_case("close"));
        Self {
            method: parsed.method.unwrap_or_default().to_owned(),
            target: parsed.path.unwrap_or_default().to_owned(),
            host: value("host").map(str::to_owned),
            body,
            keeps_alive: parsed.version == Some(1) && !closes,
        }
    }
}

/// Writes a response; `stays`: whether another request may follow.
fn send(stream: &mut TcpStream, site: &Site, reply: Reply, headless: bool, stays: bool) -> std::io::Result<()> {
    let Reply { status, kind, body, allow } = reply;
    let mut head = format!("HTTP/1.1 {status} {}\r\nContent-Length: {}\r\n", reason(status), body.len());
    for (name, value) in headers(site, kind, allow) {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str(if stays { "\r\n" } else { "Connection: close\r\n\r\n" });
    stream.write_all(head.as_bytes())?;
    if headless { Ok(()) } else { stream.write_all(&body) }
}

/// The words of a status (RFC 9110).
fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        400 => "Bad Request",
        404 => "Not Found",
        405 => "Method Not Allowed",
        414 => "URI Too Long",
        421 => "Misdirected Request",
        431 => "Request Header Fields Too Large",
        _ => "Error",
    }
}

fn headers<'a>(site: &'a Site, kind: &'a str, allow: Option<&'a str>) -> Vec<(&'static str, &'a str)> {
    let mut headers = vec![
        ("Content-Type", kind),
        ("Content-Security-Policy", site.policy.as_str()),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("Referrer-Policy", "no-referrer"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cache-Control", "no-store"),
    ];
    headers.extend(allow.map(|methods| ("Allow", methods)));
    headers
}

fn reply(session: &Session, site: &Site, request: &Request) -> Reply {
    if !request.host.as_deref().is_some_and(|host| site.hosts.iter().any(|known| known.eq_ignore_ascii_case(host))) {
        return Reply::error(421, "This server answers only to its own address on this machine.");
    }
    if !matches!(request.method.as_str(), "GET" | "HEAD") {
        let reply = Reply::error(405, "Only GET and HEAD are answered: nothing can be changed here.");
        return Reply { allow: Some("GET, HEAD"), ..reply };
    }
    if request.target.len() > MAX_TARGET {
        return Reply::error(414, "The address is too long.");
    }
    let (path, query) = request.target.split_once('?').unwrap_or((&request.target, ""));
    match path {
        "/" | "/index.html" => {
            Reply { status: 200, kind: "text/html; charset=utf-8", body: Arc::clone(&site.page), allow: None }
        }
        "/data.json" => {
            Reply { status: 200, kind: "application/json; charset=utf-8", body: Arc::clone(&site.data), allow: None }
        }
        _ => match path.strip_prefix("/api/") {
            Some(question) => api::answer(session, question, query),
            None => Reply::error(404, "There is nothing at this address; / is the page, /api/ the list of questions."),
        },
    }
}
