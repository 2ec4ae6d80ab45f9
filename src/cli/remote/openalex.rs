//! Works of OpenAlex: page by page into JSON lines, and on from the last whole page when the command was interrupted.
//!
//! Pages are appended to `FILE.part`; `FILE.part-state` says how far it reaches and how the server calls the next page. What is
//! behind the last whole page is cut off before going on.

use std::fs::{File, OpenOptions};
use std::io::{BufReader, Read, Write};
use std::path::{Path, PathBuf};

use collabgraph::message;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::MAX_FETCHED;
use super::address::{Address, query_value};
use super::client::{Client, Request};
use super::manifest::{self, SourceManifest};
use crate::args::Global;
use crate::error::CliError;
use crate::{output, progress, terminal};

/// The server gives no more at once.
const PER_PAGE: usize = 100;
/// More than any page of works takes; it is held in memory.
const MAX_PAGE: u64 = 256 << 20;
/// How often one page may be cut off.
const MAX_CUTS: u32 = 5;
/// What the first page is called.
const FIRST: &str = "*";

/// Which works are asked for.
pub(crate) struct WorksQuery {
    pub(crate) server: Address,
    pub(crate) filter: String,
    pub(crate) search: Option<String>,
    /// An address of mail for the operators.
    pub(crate) contact: Option<String>,
    pub(crate) key: Option<String>,
}

impl WorksQuery {
    /// The address of all pages, without cursor and key.
    fn address(&self) -> String {
        let server = self.server.as_str().trim_end_matches('/');
        let search = self.search.as_deref().map_or_else(String::new, |text| format!("&search={}", query_value(text)));
        format!("{server}/works?filter={}{search}&per_page={PER_PAGE}", query_value(&self.filter))
    }
}

#[derive(Deserialize)]
struct WorksPage<'p> {
    meta: Meta,
    #[serde(borrow)]
    results: Vec<&'p RawValue>,
}

#[derive(Deserialize)]
struct Meta {
    count: u64,
    next_cursor: Option<String>,
}

/// How far a part reaches.
#[derive(Debug, Deserialize, Serialize)]
struct FetchProgress {
    address: String,
    cursor: String,
    works: u64,
    announced: u64,
    bytes: u64,
    fetched: Option<String>,
}

struct WorksPart {
    path: PathBuf,
    state: PathBuf,
}

impl WorksPart {
    fn of(file: &Path) -> Self {
        Self { path: manifest::with_ending(file, ".part"), state: manifest::with_ending(file, ".part-state") }
    }

    /// What an earlier command left of the same query, and the file that it goes on in.
    fn resumed(&self, address: &str) -> Result<(FetchProgress, File), CliError> {
        let failed = |error: std::io::Error| CliError::io(&self.path, &error);
        let old =
            std::fs::read(&self.state).ok().and_then(|bytes| serde_json::from_slice::<FetchProgress>(&bytes).ok());
        let length = std::fs::metadata(&self.path).map_or(0, |found| found.len());
        let fitting = old.filter(|old| old.address == address && old.bytes <= length);
        let progress = fitting.unwrap_or_else(|| {
            self.remove();
            FetchProgress {
                address: address.to_owned(),
                cursor: FIRST.to_owned(),
                works: 0,
                announced: 0,
                bytes: 0,
                fetched: None,
            }
        });
        let file = OpenOptions::new().create(true).append(true).open(&self.path).map_err(failed)?;
        file.set_len(progress.bytes).map_err(failed)?;
        Ok((progress, file))
    }

    fn note(&self, progress: &FetchProgress) -> Result<(), CliError> {
        output::write_file(&self.state, serde_json::to_string(progress).unwrap_or_default().as_bytes())
    }

    fn remove(&self) {
        let _ = std::fs::remove_file(&self.path);
        let _ = std::fs::remove_file(&self.state);
    }
}

/// Fetches works into a file of JSON lines, packed where its name ends in `.gz`. `None`: no work fits.
///
/// # Errors
/// The server cannot be reached, refuses, or gives something else than pages of works. What came before stays for the next time.
pub(crate) fn fetch(global: &Global, query: &WorksQuery, file: &Path) -> Result<Option<SourceManifest>, CliError> {
    let part = WorksPart::of(file);
    let client = Client::new(global, query.contact.as_deref())?;
    if query.key.is_none() {
        terminal::remark(global, &message!("fetch-without-key"));
    }
    let progress = match pages(global, &client, query, &part) {
        Ok(progress) => progress,
        Err(error) => {
            // Without a whole page there is nothing to go on from.
            if part.state.exists() {
                terminal::announce(global, &message!("fetch-goes-on", path = &part.path));
            } else {
                part.remove();
            }
            return Err(error);
        }
    };
    if progress.works == 0 {
        part.remove();
        return Ok(None);
    }
    pack(&part.path, file)?;
    part.remove();
    let (bytes, sha256) = manifest::hash(file).map_err(|error| CliError::io(file, &error))?;
    let FetchProgress { address, fetched, works, announced, .. } = progress;
    let manifest = SourceManifest {
        address,
        fetched,
        works: Some(works),
        announced: Some(announced),
        bytes,
        sha256,
        ..SourceManifest::default()
    };
    output::write_file(&manifest::place(file), manifest.text().as_bytes())?;
    Ok(Some(manifest))
}

/// Appends all pages that are left.
fn pages(
    global: &Global,
    client: &Client<'_>,
    query: &WorksQuery,
    part: &WorksPart,
) -> Result<FetchProgress, CliError> {
    let max = global.max_fetched.unwrap_or(MAX_FETCHED);
    let (mut progress, mut file) = part.resumed(&query.address())?;
    if progress.works > 0 {
        terminal::remark(global, &message!("fetch-resumed", count = progress.works));
    }
    let bar = progress::counted("OpenAlex");
    loop {
        let (page, time) = page(client, query, &progress.cursor, max.min(MAX_PAGE))?;
        let other = || CliError::from(message!("fetch-not-openalex", address = query.server.as_str()));
        let WorksPage { meta, results } = serde_json::from_slice(&page).map_err(|_| other())?;
        let lines = lines(&results);
        if progress.bytes + lines.len() as u64 > max {
            return Err(message!("fetch-too-large", address = query.server.as_str(), max = max).into());
        }
        let written = file.write_all(&lines).and_then(|()| file.sync_data());
        written.map_err(|error| CliError::io(&part.path, &error))?;
        progress.bytes += lines.len() as u64;
        progress.works += results.len() as u64;
        progress.announced = meta.count;
        progress.fetched = progress.fetched.or(time);
        progress::advanced(&bar, progress.works, progress.announced);
        match meta.next_cursor {
            Some(next) if next == progress.cursor => return Err(other()),
            Some(next) if !results.is_empty() => {
                progress.cursor = next;
                part.note(&progress)?;
            }
            _ => break,
        }
    }
    bar.finish_and_clear();
    Ok(progress)
}

/// The bytes of a page, asked for again where the server cuts it off, and when they came.
fn page(
    client: &Client<'_>,
    query: &WorksQuery,
    cursor: &str,
    max: u64,
) -> Result<(Vec<u8>, Option<String>), CliError> {
    let shown = query.address();
    let parsed = Address::parse(Path::new(&format!("{shown}&cursor={}", query_value(cursor))))?;
    let Some(address) = parsed else { return Err(message!("fetch-no-host", address = shown).into()) };
    let secret = query.key.as_deref().map(|key| format!("&api_key={}", query_value(key)));
    let request = Request { address: &address, secret, headers: Vec::new(), waits_when_forbidden: true };
    for _ in 0..=MAX_CUTS {
        let reply = client.get(&request)?;
        let (time, announced) = (reply.time(), reply.length());
        let mut bytes = Vec::new();
        let is_read = reply.into_body().take(max.saturating_add(1)).read_to_end(&mut bytes).is_ok();
        if bytes.len() as u64 > max {
            return Err(message!("fetch-too-large", address = query.server.as_str(), max = max).into());
        }
        if is_read && announced.is_none_or(|announced| announced == bytes.len() as u64) {
            return Ok((bytes, time));
        }
    }
    Err(message!("fetch-cut-again", address = address.as_str(), count = MAX_CUTS + 1).into())
}

/// A line a work, as the server wrote it: line feeds of JSON stand between its values and mean nothing.
fn lines(results: &[&RawValue]) -> Vec<u8> {
    let mut lines = Vec::new();
    for work in results {
        lines.extend(work.get().bytes().filter(|byte| !matches!(byte, b'\n' | b'\r')));
        lines.push(b'\n');
    }
    lines
}

fn pack(part: &Path, file: &Path) -> Result<(), CliError> {
    let is_packed = file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("gz"));
    output::write_with(file, &mut |out| {
        let mut plain = BufReader::with_capacity(1 << 18, File::open(part)?);
        if !is_packed {
            return std::io::copy(&mut plain, out).map(|_| ());
        }
        let mut packed = flate2::write::GzEncoder::new(out, flate2::Compression::default());
        std::io::copy(&mut plain, &mut packed)?;
        packed.finish().map(|_| ())
    })
}
