//! Figures for `lint`, layouts, claims, authorities, dumps of the registry.
#![no_main]

#[path = "../../tests/library/readers.rs"]
#[allow(dead_code)]
mod readers;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| readers::read_text("input", bytes));
