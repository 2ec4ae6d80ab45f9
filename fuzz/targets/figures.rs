//! A figure of works that the bytes stand for: it passes the check of figures.
#![no_main]

#[path = "../../tests/library/random_works.rs"]
#[allow(dead_code)]
mod random_works;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| random_works::check_figure(bytes));
