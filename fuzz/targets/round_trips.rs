//! Works that the bytes stand for, written for another program and read back: the same ties.
#![no_main]

#[path = "../../tests/library/random_works.rs"]
#[allow(dead_code)]
mod random_works;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| random_works::check_round_trip(bytes));
