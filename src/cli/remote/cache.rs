//! Copies of what addresses name, kept from one command to the next.

use std::path::{Path, PathBuf};

use collabgraph::message;

use super::address::Address;
use super::manifest::SourceManifest;
use super::{LocalCopy, download};
use crate::args::Global;
use crate::error::CliError;
use crate::terminal;

/// The copy of an address that is that of the server now; without a question where `COLLAB_OFFLINE` is set.
pub(super) fn copy(global: &Global, address: &Address) -> Result<LocalCopy, CliError> {
    let folder = root()?.join(key(address));
    let path = folder.join(address.file_name());
    let known = SourceManifest::of_unchanged(&path);
    let of = |manifest| LocalCopy { address: address.clone(), path: path.clone(), manifest };
    if std::env::var_os("COLLAB_OFFLINE").is_some_and(|word| !word.is_empty()) {
        let missing = || CliError::from(message!("fetch-offline", address = address.as_str()));
        return known.map(of).ok_or_else(missing);
    }
    make_private(&folder).map_err(|error| CliError::io(&folder, &error))?;
    let manifest = match (download::download(global, address, &path), &known) {
        (Ok(manifest), _) => manifest,
        (Err(error), None) => return Err(error),
        // A copy of another day is not passed off as that of today.
        (Err(error), Some(_)) => {
            terminal::announce(global, &message!("fetch-copy-is-there", path = &path));
            return Err(error);
        }
    };
    let (address, bytes) = (address.as_str(), manifest.bytes);
    let remark = if known.as_ref() == Some(&manifest) {
        message!("fetch-unchanged", address = address)
    } else {
        message!("fetch-done", address = address, bytes = bytes, path = &path)
    };
    terminal::remark(global, &remark);
    Ok(of(manifest))
}

/// Makes a folder that nobody else looks into: what a link opens may not be meant for all users of a machine.
fn make_private(folder: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.recursive(true).create(folder)
}

/// The folder of an address.
fn key(address: &Address) -> String {
    use sha2::{Digest, Sha256};
    let hash = Sha256::digest(address.as_str().as_bytes());
    hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// Where copies are kept: `COLLAB_CACHE`, else where the system keeps such things.
fn root() -> Result<PathBuf, CliError> {
    let folder = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let below = |name: &str, path: &str| folder(name).map(|root| root.join(Path::new(path)));
    let of_system = if cfg!(windows) {
        below("LOCALAPPDATA", "collab/cache")
    } else if cfg!(target_os = "macos") {
        below("HOME", "Library/Caches/collab")
    } else {
        below("XDG_CACHE_HOME", "collab").or_else(|| below("HOME", ".cache/collab"))
    };
    folder("COLLAB_CACHE").or(of_system).ok_or_else(|| message!("fetch-no-cache").into())
}
