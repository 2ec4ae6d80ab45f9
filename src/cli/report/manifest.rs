//! The manifest: with what, from what and how a report was made, and the hash of every file in it.

use std::fmt::Write;
use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::remote;
use crate::report::Files;
use crate::session::Session;

/// Its file name.
pub(crate) const NAME: &str = "manifest.json";
const TOOL: &str = "collabgraph";

#[derive(Serialize, Deserialize)]
struct Manifest {
    tool: String,
    version: String,
    /// SHA-256 of the facts (works and institutions as written), not of the input's bytes: the same facts in
    /// another order are the same data.
    data_hash: String,
    inputs: Vec<String>,
    /// Inputs that were named by an address: from where, when, and the hash of what came.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    fetched: Vec<remote::manifest::SourceManifest>,
    options: serde_json::Map<String, serde_json::Value>,
    files: Vec<Entry>,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct Entry {
    /// Its path in the folder, with `/` between the parts.
    pub(crate) path: String,
    bytes: usize,
    /// SHA-256 of its bytes, in hexadecimal.
    pub(crate) sha256: String,
}

/// SHA-256 of several texts in a row, in hexadecimal.
pub(crate) fn hash(parts: &[&[u8]]) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part);
    }
    hasher.finalize().iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Whether a file is a manifest of ours.
pub(crate) fn is_ours(path: &Path) -> bool {
    read(path).is_some_and(|manifest| manifest.tool == TOOL)
}

/// The files that a manifest names; only plain paths inside the folder.
pub(crate) fn files_of(path: &Path) -> Vec<Entry> {
    let inside = |file: &Entry| {
        file.path.split('/').all(|part| !part.is_empty() && part != "." && part != ".." && !part.contains('\\'))
    };
    read(path).map_or_else(Vec::new, |manifest| manifest.files.into_iter().filter(inside).collect())
}

/// Whether a file matches its entry in the manifest.
pub(crate) fn is_unchanged(path: &Path, sha256: &str) -> bool {
    path.is_file() && std::fs::read(path).is_ok_and(|bytes| hash(&[&bytes]) == sha256)
}

fn read(path: &Path) -> Option<Manifest> {
    serde_json::from_slice(&std::fs::read(path).ok()?).ok()
}

/// Writes the manifest of these files.
pub(crate) fn write(session: &Session, files: &Files, data_hash: &str, claims: Option<&Path>) -> Vec<u8> {
    let mut inputs: Vec<String> = session.whole.inputs().iter().map(|input| input.name.clone()).collect();
    inputs.sort();
    let mut options = session.manifest_options();
    if let Some(file) = claims {
        let name = file.file_name().unwrap_or(file.as_os_str()).to_string_lossy().into_owned();
        options.insert("claims".to_owned(), name.into());
    }
    let manifest = Manifest {
        tool: TOOL.to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        data_hash: data_hash.to_owned(),
        inputs,
        fetched: remote::all_copies().into_iter().map(|copy| copy.manifest).collect(),
        options,
        files: files
            .iter()
            .map(|(path, bytes)| Entry { path: path.clone(), bytes: bytes.len(), sha256: hash(&[bytes]) })
            .collect(),
    };
    let mut text = serde_json::to_string_pretty(&manifest).unwrap_or_default();
    text.push('\n');
    text.into_bytes()
}
