//! Works that the bytes stand for: answers count what brute force counts; row by row is as whole.
#![no_main]

#[path = "../../tests/library/random_works.rs"]
#[allow(dead_code)]
mod random_works;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| random_works::check_counts(bytes));
