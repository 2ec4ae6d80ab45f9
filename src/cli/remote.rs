//! Inputs that are named by an address: each is fetched once, kept in a cache, and read as the file that it then is.
//!
//! Nothing is fetched unless an address is given. A copy in the cache is compared with the server before it is used again
//! (`ETag`, `Last-Modified`), or used as it is where `COLLAB_OFFLINE` is set.

pub(crate) mod address;
#[cfg(feature = "http")]
mod cache;
#[cfg(feature = "http")]
mod client;
#[cfg(feature = "http")]
pub(crate) mod download;
#[cfg(feature = "http")]
mod http_date;
pub(crate) mod manifest;
#[cfg(feature = "http")]
pub(crate) mod openalex;

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use crate::args::commands::{Command, Tool};
use crate::args::{Cli, Global};
use crate::error::CliError;
use address::Address;
use manifest::SourceManifest;

/// The most bytes of one address, unless `--max-fetched` says otherwise.
#[cfg(feature = "http")]
pub(crate) const MAX_FETCHED: u64 = 1 << 30;

/// An address, and its copy on this machine.
#[derive(Clone, Debug)]
pub(crate) struct LocalCopy {
    pub(crate) address: Address,
    pub(crate) path: PathBuf,
    pub(crate) manifest: SourceManifest,
}

/// What this command fetched: an address is asked for once.
static COPIES: Mutex<Vec<LocalCopy>> = Mutex::new(Vec::new());

/// Puts a file in the place of every address among the inputs of the command.
pub(crate) fn localize(cli: &mut Cli) -> Result<(), CliError> {
    let Cli { files, global, command } = cli;
    if let Some(Command::Tool(Tool::Project(args))) = command
        && (args.emit_sql.is_some() || args.engine.is_some())
    {
        // Those of a job are addresses that the engine reads.
        return Ok(());
    }
    let options = global.clone();
    let mut words: Vec<&mut PathBuf> = global.data.iter_mut().chain(files).collect();
    match command {
        Some(Command::Tool(Tool::Project(args))) => {
            words.extend(args.inputs.iter_mut().chain(&mut args.input).chain(&mut args.cells));
        }
        Some(Command::Tool(Tool::Init(args))) => words.extend(&mut args.inputs),
        Some(Command::Tool(Tool::Diff { old, new, .. })) => words.extend([old, new]),
        Some(Command::Tool(Tool::Resolve(args))) => words.extend(&mut args.list),
        _ => {}
    }
    for word in words {
        if let Some(address) = Address::parse(word)? {
            *word = copy(&options, &address)?.path;
        }
    }
    Ok(())
}

/// The copy of an address, fetched where it is not there or no longer that of the server.
pub(crate) fn copy(global: &Global, address: &Address) -> Result<LocalCopy, CliError> {
    let known = |copies: &[LocalCopy]| copies.iter().find(|copy| copy.address == *address).cloned();
    if let Some(copy) = known(&copies()) {
        return Ok(copy);
    }
    let copy = fetched(global, address)?;
    copies().push(copy.clone());
    Ok(copy)
}

#[cfg(feature = "http")]
fn fetched(global: &Global, address: &Address) -> Result<LocalCopy, CliError> {
    cache::copy(global, address)
}

#[cfg(not(feature = "http"))]
fn fetched(_: &Global, address: &Address) -> Result<LocalCopy, CliError> {
    Err(without_feature(address.as_str()))
}

/// What a build without the feature says of anything that it would have to fetch.
#[cfg(not(feature = "http"))]
pub(crate) fn without_feature(word: &str) -> CliError {
    collabgraph::message!("fetch-without-feature", word = word).into()
}

fn copies() -> std::sync::MutexGuard<'static, Vec<LocalCopy>> {
    COPIES.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The copy that lies at a path, if this command fetched one there.
pub(crate) fn copy_at(path: &Path) -> Option<LocalCopy> {
    copies().iter().find(|copy| copy.path == path).cloned()
}

/// The copy of a word that is an address which this command fetched.
pub(crate) fn copy_of(word: &str) -> Option<LocalCopy> {
    let address = Address::parse(Path::new(word)).ok()??;
    copies().iter().find(|copy| copy.address == address).cloned()
}

/// All that this command fetched, in the order in which it was asked for.
pub(crate) fn all_copies() -> Vec<LocalCopy> {
    copies().clone()
}
