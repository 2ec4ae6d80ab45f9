//! The page on a local address.
#![cfg(unix)]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Stdio};
use std::time::Duration;

use crate::support::command::Folder;

/// A server that ends with its test.
struct Server {
    child: Child,
    port: u16,
    _folder: Folder,
}

impl Server {
    fn start() -> Self {
        let folder = Folder::new();
        let mut child =
            folder.command(&["--quiet", "explore", "--serve", "--port", "0"]).stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let port = line.trim().trim_end_matches('/').rsplit(':').next().unwrap().parse().unwrap();
        Self { child, port, _folder: folder }
    }

    fn connect(&self) -> TcpStream {
        TcpStream::connect(("127.0.0.1", self.port)).unwrap()
    }

    fn request(&self, target: &str, rest: &str) -> String {
        format!("GET {target} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\n{rest}\r\n", self.port)
    }

    /// The whole response.
    fn get(&self, target: &str) -> String {
        let mut stream = self.connect();
        stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
        stream.write_all(self.request(target, "Connection: close\r\n").as_bytes()).unwrap();
        let mut text = Vec::new();
        stream.read_to_end(&mut text).unwrap();
        String::from_utf8_lossy(&text).into_owned()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Clients that ask for much more than the buffers of a connection hold, and read nothing.
fn who_do_not_read(server: &Server, count: usize) -> Vec<TcpStream> {
    (0..count)
        .map(|_| {
            let mut stream = server.connect();
            for _ in 0..100 {
                stream.write_all(server.request("/", "").as_bytes()).unwrap();
            }
            stream
        })
        .collect()
}

#[test]
fn a_client_that_does_not_read_stops_neither_others_nor_an_interrupt() {
    let mut server = Server::start();
    let page = server.get("/");
    assert!(100 * page.len() > 10_000_000, "{} bytes fit into the buffers of a connection", 100 * page.len());
    let idle = who_do_not_read(&server, 3);
    // One that announces a body and sends none.
    let mut silent = server.connect();
    silent.write_all(server.request("/", "Content-Length: 10\r\n").as_bytes()).unwrap();
    for _ in 0..3 {
        let answer = server.get("/api/who?name=KAIST");
        assert!(answer.starts_with("HTTP/1.1 200 OK") && answer.contains("NAVER"), "{answer}");
        assert_eq!(server.get("/").len(), page.len());
    }
    let killed = std::process::Command::new("kill").args(["-INT", &server.child.id().to_string()]).status().unwrap();
    assert!(killed.success());
    assert_eq!(server.child.wait().unwrap().code(), Some(0));
    drop((idle, silent));
}
