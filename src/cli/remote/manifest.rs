//! The manifest beside what was fetched (`FILE.source`): from where, when by the clock of the server, and the hash of the file.

#[cfg(feature = "http")]
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

/// From where a file came. A server that does not say the time leaves it out: the clock of this machine is not asked, so that
/// the same reply gives the same manifest.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Eq, Serialize)]
pub(crate) struct SourceManifest {
    /// The address, without a key.
    pub(crate) address: String,
    /// When the server gave it, as `2026-02-13T09:00:00Z`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) fetched: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) etag: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) last_modified: Option<String>,
    /// Works that the file holds, and that the server announced.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) works: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) announced: Option<u64>,
    pub(crate) bytes: u64,
    /// SHA-256 of the file, in hexadecimal.
    pub(crate) sha256: String,
}

/// `works.jsonl.gz` → `works.jsonl.gz.source`: no name that a folder of data is read by.
#[cfg(feature = "http")]
pub(crate) fn place(file: &Path) -> PathBuf {
    with_ending(file, ".source")
}

/// A path with something behind its name.
#[cfg(feature = "http")]
pub(crate) fn with_ending(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

#[cfg(feature = "http")]
impl SourceManifest {
    /// That of a file, where the file is still the one that it describes.
    pub(crate) fn of_unchanged(file: &Path) -> Option<Self> {
        let manifest: Self = serde_json::from_slice(&std::fs::read(place(file)).ok()?).ok()?;
        let (bytes, sha256) = hash(file).ok()?;
        (manifest.bytes == bytes && manifest.sha256 == sha256).then_some(manifest)
    }

    /// Its text.
    pub(crate) fn text(&self) -> String {
        format!("{}\n", serde_json::to_string_pretty(self).unwrap_or_default())
    }
}

/// Length and SHA-256 of a file.
#[cfg(feature = "http")]
pub(crate) fn hash(file: &Path) -> std::io::Result<(u64, String)> {
    use sha2::{Digest, Sha256};
    use std::io::Read;
    let mut file = std::fs::File::open(file)?;
    let (mut hasher, mut bytes, mut block) = (Sha256::new(), 0, vec![0; 1 << 16]);
    loop {
        match file.read(&mut block)? {
            0 => break,
            read => {
                hasher.update(&block[..read]);
                bytes += read as u64;
            }
        }
    }
    Ok((bytes, hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect()))
}
