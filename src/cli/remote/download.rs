//! An address → a file that is there whole, with its manifest: only where it changed, and on from where it was cut off.

use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use collabgraph::message;
use serde::{Deserialize, Serialize};

use super::MAX_FETCHED;
use super::address::Address;
use super::client::{Client, HttpReply, Request};
use super::manifest::{self, SourceManifest};
use crate::args::Global;
use crate::error::CliError;
use crate::{output, progress, terminal};

/// How often in a row a server may cut off without having sent anything.
const MAX_CUTS: u32 = 5;
const BLOCK: usize = 1 << 16;

/// What tells whether the rest of a file belongs to its beginning.
#[derive(Debug, Default, Deserialize, PartialEq, Eq, Serialize)]
struct FilePartState {
    address: String,
    /// A strong `ETag`, or `Last-Modified`.
    version: String,
}

/// The beginning of a file.
struct FilePart<'p> {
    path: PathBuf,
    state: PathBuf,
    address: &'p Address,
}

impl<'p> FilePart<'p> {
    fn of(file: &Path, address: &'p Address) -> Self {
        Self { path: manifest::with_ending(file, ".part"), state: manifest::with_ending(file, ".part-state"), address }
    }

    /// Bytes that are there, and the version that they are of.
    fn begun(&self) -> Option<(u64, String)> {
        let state: FilePartState = serde_json::from_slice(&std::fs::read(&self.state).ok()?).ok()?;
        let length = std::fs::metadata(&self.path).ok()?.len();
        (state.address == self.address.as_str() && length > 0).then_some((length, state.version))
    }

    /// Begins the file anew, as the version of a reply.
    fn begin(&self, reply: &HttpReply) -> std::io::Result<File> {
        self.remove();
        let strong = reply.header("etag").filter(|etag| !etag.starts_with("W/"));
        if let Some(version) = strong.or_else(|| reply.header("last-modified")) {
            let state = FilePartState { address: self.address.as_str().to_owned(), version: version.to_owned() };
            std::fs::write(&self.state, serde_json::to_string(&state).unwrap_or_default())?;
        }
        File::create(&self.path)
    }

    fn remove(&self) {
        let _ = std::fs::remove_file(&self.path);
        let _ = std::fs::remove_file(&self.state);
    }
}

/// What is known of a file that came whole.
struct Arrived {
    fetched: Option<String>,
    etag: Option<String>,
    last_modified: Option<String>,
}

/// Puts what an address names into a file, with its manifest beside it.
///
/// # Errors
/// The server cannot be reached or refuses, sends a web page or more than is allowed; nothing is put in the place of the file.
pub(crate) fn download(global: &Global, address: &Address, file: &Path) -> Result<SourceManifest, CliError> {
    // Two commands at once would write into one beginning. Where a folder cannot be locked, nobody waits.
    let lock = File::open(output::folder_of(file)).ok();
    let _ = lock.as_ref().map(File::lock);
    let known = SourceManifest::of_unchanged(file).filter(|known| known.address == address.as_str());
    let part = FilePart::of(file, address);
    let client = Client::new(global, None)?;
    match (receive(&client, global, &part, known.as_ref())?, known) {
        (Some(arrived), _) => put(&part, file, arrived),
        (None, Some(known)) => Ok(known),
        // Nobody asked whether it changed.
        (None, None) => Err(message!("fetch-status", address = address.as_str(), status = "304").into()),
    }
}

/// Receives the whole file into its part. `None`: the copy that is known is still that of the server.
fn receive(
    client: &Client<'_>,
    global: &Global,
    part: &FilePart<'_>,
    known: Option<&SourceManifest>,
) -> Result<Option<Arrived>, CliError> {
    let max = global.max_fetched.unwrap_or(MAX_FETCHED);
    let mut cuts = 0;
    loop {
        let begun = part.begun();
        let request = Request {
            address: part.address,
            secret: None,
            headers: headers(begun.as_ref(), known),
            waits_when_forbidden: false,
        };
        let reply = client.get(&request)?;
        let start = match reply.status {
            304 => return Ok(None),
            206 if begun.as_ref().is_some_and(|(length, _)| continues(&reply, *length)) => {
                begun.map_or(0, |(length, _)| length)
            }
            200 => 0,
            // What is here is no beginning of what is there.
            _ => {
                part.remove();
                cuts = cut(cuts, false, part.address)?;
                continue;
            }
        };
        check(&reply, part, start, max)?;
        let arrived = Arrived {
            fetched: reply.time(),
            etag: reply.header("etag").map(str::to_owned),
            last_modified: reply.header("last-modified").map(str::to_owned),
        };
        match append(part, reply, start, max)? {
            Received::Whole => return Ok(Some(arrived)),
            Received::Cut { bytes } => {
                let so_far = start + bytes;
                terminal::remark(global, &message!("fetch-cut", address = part.address.as_str(), bytes = so_far));
                cuts = cut(cuts, bytes > 0, part.address)?;
            }
        }
    }
}

/// How often the server cut off in a row without a byte more.
fn cut(cuts: u32, has_more: bool, address: &Address) -> Result<u32, CliError> {
    if has_more {
        return Ok(0);
    }
    if cuts == MAX_CUTS {
        return Err(message!("fetch-cut-again", address = address.as_str(), count = cuts + 1).into());
    }
    // The first time may be chance.
    if cuts > 0 {
        std::thread::sleep(Duration::from_secs(1 << (cuts - 1)));
    }
    Ok(cuts + 1)
}

fn headers(begun: Option<&(u64, String)>, known: Option<&SourceManifest>) -> Vec<(&'static str, String)> {
    if let Some((length, version)) = begun {
        return vec![("Range", format!("bytes={length}-")), ("If-Range", version.clone())];
    }
    let etag = known.and_then(|known| known.etag.clone());
    let modified = known.and_then(|known| known.last_modified.clone());
    let named = [etag.map(|etag| ("If-None-Match", etag)), modified.map(|time| ("If-Modified-Since", time))];
    named.into_iter().flatten().collect()
}

/// Whether a part of a file begins where the bytes at hand end.
fn continues(reply: &HttpReply, length: u64) -> bool {
    let range = reply.header("content-range").unwrap_or_default();
    range.strip_prefix("bytes ").and_then(|range| range.split('-').next()?.parse().ok()) == Some(length)
}

/// Refuses a page of the web, and what says that it is too large.
fn check(reply: &HttpReply, part: &FilePart<'_>, start: u64, max: u64) -> Result<(), CliError> {
    let kind = reply.header("content-type").unwrap_or_default().to_ascii_lowercase();
    if kind.starts_with("text/html") || kind.starts_with("application/xhtml") {
        return Err(message!("fetch-web-page", address = part.address.as_str()).into());
    }
    match reply.length() {
        Some(length) if start.saturating_add(length) > max => {
            part.remove();
            Err(too_large(part.address, max))
        }
        _ => Ok(()),
    }
}

fn too_large(address: &Address, max: u64) -> CliError {
    message!("fetch-too-large", address = address.as_str(), max = max).into()
}

enum Received {
    Whole,
    Cut { bytes: u64 },
}

fn append(part: &FilePart<'_>, reply: HttpReply, start: u64, max: u64) -> Result<Received, CliError> {
    let failed = |error: std::io::Error| CliError::io(&part.path, &error);
    let opened = if start == 0 { part.begin(&reply) } else { OpenOptions::new().append(true).open(&part.path) };
    let mut file = opened.map_err(failed)?;
    let announced = reply.length();
    let bar = progress::bytes(part.address.as_str());
    let (mut body, mut bytes, mut block) = (reply.into_body(), 0_u64, vec![0; BLOCK]);
    let is_whole = loop {
        match body.read(&mut block) {
            Ok(0) => break announced.is_none_or(|announced| announced == bytes),
            Ok(read) => {
                bytes += read as u64;
                if start + bytes > max {
                    part.remove();
                    return Err(too_large(part.address, max));
                }
                file.write_all(&block[..read]).map_err(failed)?;
                progress::moved(&bar, start + bytes, announced.map(|announced| start + announced));
            }
            Err(_) => break false,
        }
    };
    bar.finish_and_clear();
    file.sync_all().map_err(failed)?;
    Ok(if is_whole { Received::Whole } else { Received::Cut { bytes } })
}

/// Puts a part that is whole in the place of the file, then its manifest.
fn put(part: &FilePart<'_>, file: &Path, arrived: Arrived) -> Result<SourceManifest, CliError> {
    let (bytes, sha256) = manifest::hash(&part.path).map_err(|error| CliError::io(&part.path, &error))?;
    if bytes == 0 {
        part.remove();
        return Err(message!("fetch-empty", address = part.address.as_str()).into());
    }
    let Arrived { fetched, etag, last_modified } = arrived;
    let address = part.address.as_str().to_owned();
    let manifest = SourceManifest { address, fetched, etag, last_modified, bytes, sha256, ..SourceManifest::default() };
    std::fs::rename(&part.path, file).map_err(|error| CliError::io(file, &error))?;
    part.remove();
    output::write_file(&manifest::place(file), manifest.text().as_bytes())?;
    Ok(manifest)
}
