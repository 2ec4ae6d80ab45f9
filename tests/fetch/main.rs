//! Inputs by address and `collab fetch`, against a server on this machine that answers from recorded replies, faults
//! included.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

#[path = "../support/command.rs"]
#[allow(dead_code)]
mod command;

mod addresses;
mod openalex;
mod server;

use command::{Folder, Ran};

/// A folder whose `cache` is the cache of its commands.
struct Place(Folder);

impl Place {
    fn new() -> Self {
        Self(Folder::new())
    }

    fn run_with(&self, arguments: &[&str], settings: &[(&str, &str)]) -> Ran {
        let mut command = self.0.command(&[&["--lang", "en"], arguments].concat());
        command.env("COLLAB_CACHE", self.0.file("cache")).env_remove("OPENALEX_API_KEY");
        settings.iter().for_each(|(name, value)| _ = command.env(name, value));
        Ran::from(command.output().unwrap())
    }

    fn run(&self, arguments: &[&str]) -> Ran {
        self.run_with(arguments, &[])
    }

    /// Names of the files in the folder, without the cache.
    fn files(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.0.path()).unwrap();
        let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.retain(|name| name != "cache");
        names.sort();
        names
    }
}
