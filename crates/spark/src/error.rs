//! Why a server cannot be asked, or did not answer.

use std::fmt;

/// What went wrong. Texts of servers are theirs, cut to one line.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
    /// The address is not of the form `sc://host:port/;key=value;…`; the part that is not.
    Address(String),
    /// A token stands in the address, where others read it.
    TokenInAddress,
    /// Without encryption a server may be asked on this machine alone.
    Unencrypted,
    /// No connection: host and port, and why.
    Unreachable(String, String),
    /// The server refuses the token, or wants one.
    Unauthorized,
    /// The connection ended before the answer did.
    Lost(String),
    /// The server answers with an error.
    Server(String),
    /// Rows that cannot be read.
    Rows(String),
}

impl fmt::Display for Error {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Address(part) => write!(out, "not an address of the form sc://host:port/;key=value: {part}"),
            Self::TokenInAddress => write!(out, "a token stands in the address"),
            Self::Unencrypted => write!(out, "the connection would not be encrypted"),
            Self::Unreachable(host, reason) => write!(out, "no connection to {host}: {reason}"),
            Self::Unauthorized => write!(out, "the server refuses the token"),
            Self::Lost(reason) => write!(out, "the connection was lost: {reason}"),
            Self::Server(reason) => write!(out, "{reason}"),
            Self::Rows(reason) => write!(out, "rows cannot be read: {reason}"),
        }
    }
}

impl std::error::Error for Error {}

/// The first line of a text of a server, at most 400 characters: what follows are traces of its own code.
pub(crate) fn first_line(text: &str) -> String {
    let line = text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or("?");
    match line.char_indices().nth(400) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line.to_owned(),
    }
}
