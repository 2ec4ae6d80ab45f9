//! What the steps of a recipe were made from and made, kept beside it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::steps::RecipeStep;
use crate::error::CliError;
use crate::{output, remote};

/// What a step was made from: the call and the program, and the files that it reads.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
pub(super) struct Made {
    call: String,
    inputs: BTreeMap<String, String>,
    #[serde(default)]
    outputs: BTreeMap<String, String>,
}

impl Made {
    /// What a step would be made from now. O(bytes of its inputs).
    pub(super) fn of(step: &RecipeStep, folder: &Path) -> Self {
        let language = std::env::var("COLLAB_LANG").unwrap_or_default();
        let call = format!("{} {language} {}", env!("CARGO_PKG_VERSION"), step.shown());
        let mut inputs = BTreeMap::new();
        // What a step makes is none of its inputs, although a word of its command may be its name: `report`.
        let output = step.output.as_deref().and_then(|output| folder.join(output).canonicalize().ok());
        for value in &step.values {
            if let Some(copy) = remote::copy_of(value) {
                inputs.insert(value.clone(), copy.manifest.sha256);
                continue;
            }
            // Patterns stand for the files that they match now.
            let pattern = folder.join(value).to_string_lossy().into_owned();
            let matched: Vec<PathBuf> = glob::glob(&pattern).map(|found| found.flatten().collect()).unwrap_or_default();
            let is_output = |path: &Path| output.is_some() && path.canonicalize().ok() == output;
            for path in matched.into_iter().chain([folder.join(value)]).filter(|path| !is_output(path)) {
                add_hashes(&mut inputs, folder, &path);
            }
        }
        Self { call, inputs, outputs: BTreeMap::new() }
    }
}

/// Adds the hash of a file, or of all files of a folder.
fn add_hashes(hashes: &mut BTreeMap<String, String>, folder: &Path, path: &Path) {
    if path.is_dir() {
        let entries = std::fs::read_dir(path).into_iter().flatten().flatten();
        entries.for_each(|entry| add_hashes(hashes, folder, &entry.path()));
        return;
    }
    let name = path.strip_prefix(folder).unwrap_or(path).to_string_lossy().into_owned();
    if let Some(hash) = hash(path).filter(|_| !hashes.contains_key(&name)) {
        hashes.insert(name, hash);
    }
}

fn hash(path: &Path) -> Option<String> {
    // Opening a pipe would wait for who writes into it.
    let mut file = std::fs::File::open(Some(path).filter(|path| path.is_file())?).ok()?;
    let mut hasher = Sha256::new();
    std::io::copy(&mut file, &mut HashWriter(&mut hasher)).ok()?;
    Some(hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

struct HashWriter<'h>(&'h mut Sha256);

impl std::io::Write for HashWriter<'_> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// What all steps were made from, by their outputs.
#[derive(Debug, Default, Deserialize, Serialize)]
pub(super) struct RecipeState {
    steps: BTreeMap<String, Made>,
}

/// `collab.toml` → `collab.toml.made`.
fn place(recipe: &Path) -> PathBuf {
    let mut name = recipe.as_os_str().to_owned();
    name.push(".made");
    PathBuf::from(name)
}

impl RecipeState {
    /// That of the last run; without one, or where it cannot be understood, everything is to be made.
    pub(super) fn read(recipe: &Path) -> Self {
        let bytes = std::fs::read(place(recipe)).unwrap_or_default();
        serde_json::from_slice(&bytes).unwrap_or_default()
    }

    /// Whether a step would be made from the same as the last time, and what it made is there as it was.
    pub(super) fn is_current(&self, step: &RecipeStep, before: &Made, folder: &Path) -> bool {
        let Some(output) = &step.output else { return false };
        let known = self.steps.get(&*output.to_string_lossy());
        known.is_some_and(|known| {
            (&known.call, &known.inputs) == (&before.call, &before.inputs)
                && !known.outputs.is_empty()
                && known.outputs == made(step, folder)
        })
    }

    /// Notes what a step was made from and made.
    pub(super) fn note(&mut self, step: &RecipeStep, before: Made, folder: &Path) {
        if let Some(output) = &step.output {
            let outputs = made(step, folder);
            self.steps.insert(output.to_string_lossy().into_owned(), Made { outputs, ..before });
        }
    }

    /// Forgets steps that the recipe does not have any more.
    pub(super) fn keep_only(&mut self, steps: &[RecipeStep]) {
        self.steps.retain(|known, _| {
            steps.iter().filter_map(|step| step.output.as_deref()).any(|output| output.to_string_lossy() == *known)
        });
    }

    pub(super) fn write(&self, recipe: &Path) -> Result<(), CliError> {
        let text = serde_json::to_string_pretty(self).unwrap_or_default();
        output::write_file(&place(recipe), format!("{text}\n").as_bytes())
    }
}

/// The files that a step made.
fn made(step: &RecipeStep, folder: &Path) -> BTreeMap<String, String> {
    let mut hashes = BTreeMap::new();
    if let Some(output) = &step.output {
        add_hashes(&mut hashes, folder, &folder.join(output));
    }
    hashes
}
