//! The server of `explore --serve`: one reader, one machine.
//!
//! It listens on 127.0.0.1 alone and answers only requests that name it as their host, so that no page of the web can
//! reach it under a name of its own (DNS rebinding). Nothing on disk is served, nothing can be changed.

use std::io::Read;
use std::sync::Arc;

use collabgraph::explore::embed;
use collabgraph::explore::page::{self, Delivery};
use tiny_http::{Header, Method, Request, Response, Server};

use crate::explore::{api, data, title};
use crate::fault::Fault;
use crate::output;
use crate::session::Session;
use crate::terminal;

/// Most bytes of a request's target that are read; longer ones are refused.
const LONGEST_TARGET: usize = 4_096;

/// What is sent back.
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) kind: &'static str,
    pub(crate) body: Vec<u8>,
    pub(crate) allow: Option<&'static str>,
}

impl Reply {
    /// JSON of this status.
    pub(crate) fn json(status: u16, body: String) -> Self {
        Self { status, kind: "application/json; charset=utf-8", body: body.into_bytes(), allow: None }
    }

    /// One sentence as JSON.
    pub(crate) fn error(status: u16, sentence: &str) -> Self {
        Self::json(status, format!("{}\n", serde_json::json!({ "error": sentence })))
    }
}

/// The page and its data, made once.
struct Site {
    page: Vec<u8>,
    policy: String,
    data: Vec<u8>,
    hosts: [String; 2],
}

/// Serves until Ctrl-C. The address goes to standard output, alone on its line.
pub(crate) fn serve(session: &Session, port: u16) -> Result<(), Fault> {
    let told = data(session)?;
    let server = Server::http(("127.0.0.1", port)).map_err(|error| not_listening(port, error.as_ref()))?;
    let server = Arc::new(server);
    let port = server.server_addr().to_ip().map_or(port, |address| address.port());
    let site = Site {
        page: page::write(&title(session), Delivery::Served).into_bytes(),
        policy: page::policy(Delivery::Served),
        data: embed::json(&told).into_bytes(),
        hosts: [format!("127.0.0.1:{port}"), format!("localhost:{port}")],
    };
    stop_on_interrupt(&server)?;
    output::print(format!("http://127.0.0.1:{port}/\n").as_bytes())?;
    say(session, "Ctrl-C stops.", "Ctrl-C로 끝냅니다.");
    // `unblock` ends the loop: the iterator gives nothing more.
    for request in server.incoming_requests() {
        answer(session, &site, request);
    }
    say(session, "stopped.", "끝냈다.");
    Ok(())
}

fn say(session: &Session, english: &str, korean: &str) {
    if !session.global.quiet {
        terminal::report(&session.language.say(english, korean));
    }
}

fn not_listening(port: u16, error: &(dyn std::error::Error + Send + Sync)) -> Fault {
    Fault::new(
        format!("127.0.0.1:{port} cannot be listened on ({error}); give another with --port, or 0 for a free one."),
        format!("127.0.0.1:{port}에서 기다릴 수 없다({error}). --port로 다른 번호를 주거나 0으로 빈 번호를 쓰세요."),
    )
}

fn stop_on_interrupt(server: &Arc<Server>) -> Result<(), Fault> {
    let server = Arc::clone(server);
    ctrlc::set_handler(move || server.unblock()).map_err(|error| {
        Fault::new(format!("Ctrl-C cannot be heard: {error}."), format!("Ctrl-C를 받을 수 없다: {error}."))
    })
}

fn answer(session: &Session, site: &Site, mut request: Request) {
    // A body has no meaning here; what little there may be is read so that the connection stays in step.
    let _ = request.as_reader().take(65_536).read_to_end(&mut Vec::new());
    let reply = reply(session, site, &request);
    // Every answer tells its length; the library leaves the body of a HEAD out by itself.
    let mut response =
        Response::from_data(reply.body).with_status_code(reply.status).with_chunked_threshold(usize::MAX);
    for (name, value) in headers(site, reply.kind, reply.allow) {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    // A reader that went away needs no answer.
    let _ = request.respond(response);
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
    let host = request.headers().iter().find(|header| header.field.equiv("Host")).map(|header| header.value.as_str());
    if !host.is_some_and(|host| site.hosts.iter().any(|known| known.eq_ignore_ascii_case(host))) {
        return Reply::error(421, "This server answers only to its own address on this machine.");
    }
    if !matches!(request.method(), Method::Get | Method::Head) {
        let reply = Reply::error(405, "Only GET and HEAD are answered: nothing can be changed here.");
        return Reply { allow: Some("GET, HEAD"), ..reply };
    }
    if request.url().len() > LONGEST_TARGET {
        return Reply::error(414, "The address is too long.");
    }
    let (path, query) = request.url().split_once('?').unwrap_or((request.url(), ""));
    match path {
        "/" | "/index.html" => {
            Reply { status: 200, kind: "text/html; charset=utf-8", body: site.page.clone(), allow: None }
        }
        "/data.json" => {
            Reply { status: 200, kind: "application/json; charset=utf-8", body: site.data.clone(), allow: None }
        }
        _ => match path.strip_prefix("/api/") {
            Some(question) => api::answer(session, question, query),
            None => Reply::error(404, "There is nothing at this address; / is the page, /api/ the list of questions."),
        },
    }
}
