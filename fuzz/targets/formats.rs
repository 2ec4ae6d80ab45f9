//! One reader of works at a time, whatever the bytes look like: `COLLAB_FUZZ_FORMAT` names it by its word of
//! `--input-format`, else the first byte chooses. Read row by row it gives the ties that it gives when read whole.
#![no_main]

#[path = "../../tests/library/readers.rs"]
#[allow(dead_code)]
mod readers;

use collabgraph::ingest::format::Format;
use std::sync::LazyLock;

static ALONE: LazyLock<Option<Format>> = LazyLock::new(|| {
    let word = std::env::var("COLLAB_FUZZ_FORMAT").ok()?;
    Some(Format::parse(&word).unwrap_or_else(|| panic!("no format is called {word}")))
});

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Some((&first, rest)) = bytes.split_first() else { return };
    let chosen = || Format::all().nth(usize::from(first) % Format::all().count());
    if let Some(format) = ALONE.or_else(chosen) {
        readers::read_as(format, rest);
    }
});
