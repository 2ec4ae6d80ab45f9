//! Tables, exports and networks: every reader of works, by the content and by a file name that the first byte chooses. Read
//! row by row they give the ties that they give when read whole.
#![no_main]

#[path = "../../tests/library/readers.rs"]
#[allow(dead_code)]
mod readers;

const NAMES: [&str; 16] = [
    "a.csv",
    "a.tsv",
    "a.json",
    "a.jsonl",
    "a.txt",
    "a.ris",
    "a.bib",
    "a.nbib",
    "a.enw",
    "a.xml",
    "a.gexf",
    "a.graphml",
    "a.gml",
    "a.net",
    "a.csv.gz",
    "a.xlsx",
];

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Some((&first, rest)) = bytes.split_first() {
        readers::read_by_all(NAMES[usize::from(first) % NAMES.len()], rest);
    }
});
