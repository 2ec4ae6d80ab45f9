//! A server of HTTP that answers one request after the other from a list, and keeps what it was asked.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

/// What a server sends for one request.
#[derive(Clone, Debug)]
pub(crate) struct Reply {
    head: String,
    body: Vec<u8>,
    /// Bytes of the body that are sent before the connection is cut.
    sent: usize,
    is_endless: bool,
    is_silent: bool,
}

impl Reply {
    /// A status with headers, each a line, and a body with its length.
    pub(crate) fn new(status: u16, headers: &[&str], body: &[u8]) -> Self {
        let lines: String = headers.iter().map(|line| format!("{line}\r\n")).collect();
        let head = format!("HTTP/1.1 {status} X\r\nContent-Length: {}\r\nConnection: close\r\n{lines}\r\n", body.len());
        Self { head, body: body.to_vec(), sent: body.len(), is_endless: false, is_silent: false }
    }

    /// The same, cut off after some bytes of the body.
    pub(crate) fn cut(self, sent: usize) -> Self {
        Self { sent, ..self }
    }

    /// The same, silent after some bytes of the body.
    pub(crate) fn silent_after(self, sent: usize) -> Self {
        Self { sent, is_silent: true, ..self }
    }

    /// A body without a length that never ends.
    pub(crate) fn endless() -> Self {
        let head = "HTTP/1.1 200 X\r\nConnection: close\r\nContent-Type: text/csv\r\n\r\n".to_owned();
        Self { head, body: vec![b'x'; 1 << 16], sent: 1 << 16, is_endless: true, is_silent: false }
    }
}

/// A request as it came: its line and headers, names in small letters.
pub(crate) type Asked = String;

/// A server on a port of its own. It refuses with 599 what is not on its list.
pub(crate) struct Server {
    port: u16,
    asked: Arc<Mutex<Vec<Asked>>>,
}

impl Server {
    pub(crate) fn start(replies: Vec<Reply>) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let noted = Arc::clone(&asked);
        std::thread::spawn(move || {
            let mut replies = replies.into_iter();
            for stream in listener.incoming() {
                let stream = stream.unwrap();
                let request = request(&stream);
                noted.lock().unwrap().push(request);
                answer(stream, &replies.next().unwrap_or_else(|| Reply::new(505, &[], b"nothing left to say")));
            }
        });
        Self { port, asked }
    }

    /// The address of a path.
    pub(crate) fn address(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// What was asked so far.
    pub(crate) fn asked(&self) -> Vec<Asked> {
        self.asked.lock().unwrap().clone()
    }
}

fn request(stream: &TcpStream) -> Asked {
    let lines = BufReader::new(stream).lines().map(Result::unwrap).take_while(|line| !line.is_empty());
    let mut text = String::new();
    for (number, line) in lines.enumerate() {
        let line = match line.split_once(": ") {
            Some((name, value)) if number > 0 => format!("{}: {value}", name.to_lowercase()),
            _ => line,
        };
        text.push_str(&line);
        text.push('\n');
    }
    text
}

/// Who closed the connection has read enough.
fn answer(mut stream: TcpStream, reply: &Reply) {
    let mut done = stream.write_all(reply.head.as_bytes()).and_then(|()| stream.write_all(&reply.body[..reply.sent]));
    while reply.is_endless && done.is_ok() {
        done = stream.write_all(&reply.body);
    }
    if reply.is_silent {
        // The other side goes first.
        let _ = stream.read_to_end(&mut Vec::new());
    } else if done.is_ok() {
        let _ = stream.shutdown(std::net::Shutdown::Write);
        let _ = stream.read_to_end(&mut Vec::new());
    }
}
