//! Damaged inputs: every fixture, changed a little by a seeded generator, through every reader. Each reader gives a result or
//! an error in bounded time; none panics. A corpus that is read can be asked. Faults that were found are fixtures since.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use collabgraph::ingest::format::Format;
use collabgraph::names::registry::{InstitutionRegistry, Release, build, dump};

use crate::random_works;
use crate::readers::{read_as, read_by_all};

/// Changes of each fixture. With `COLLAB_MUTATIONS=1000` the search takes an hour instead of seconds.
const CHANGES: u64 = 6;
/// Larger fixtures are cut: what matters is their form.
const MAX_BYTES: usize = 6_000;
/// What a reader may take for so few bytes, on a busy machine without optimisation.
const PATIENCE: Duration = Duration::from_secs(30);

/// Pieces that formats are made of, and numbers that announce too much.
const PIECES: [&[u8]; 28] = [
    b"\"",
    b"\n",
    b"\r",
    b",",
    b";",
    b"\t",
    b"|",
    b"{",
    b"}",
    b"[[[[[[[[",
    b"<a><a><a>",
    b"&#0;",
    b"\\u0000",
    b"\xEF\xBB\xBF",
    b"\xFF",
    b"\0",
    b"999999999999",
    b"-1",
    b"1e308",
    b"*Vertices 4294967295\n",
    b"ER  - \n",
    b"@article{",
    b"\xF0\x9F",
    b"]]>",
    // White space of other kinds than blank, tabulator and line end.
    b"\x0B",
    b"\x0C",
    "\u{A0}".as_bytes(),
    "\u{3000}".as_bytes(),
];

struct Generator(u64);

impl Generator {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % end.max(1)
    }
}

/// The bytes with one to four changes: a bit, a piece, a part that goes, is repeated or comes from elsewhere.
fn changed(bytes: &[u8], other: &[u8], random: &mut Generator) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=random.below(4) {
        let at = random.below(bytes.len() + 1);
        let end = (at + random.below(40)).min(bytes.len());
        match random.below(7) {
            0 if at < bytes.len() => bytes[at] ^= 1 << random.below(8),
            1 => _ = bytes.splice(at..at, PIECES[random.below(PIECES.len())].iter().copied()),
            2 => _ = bytes.drain(at..end),
            3 => {
                let part = bytes[at..end].to_vec();
                bytes.splice(at..at, part.repeat(1 + random.below(30)));
            }
            4 => bytes.truncate(at),
            5 => {
                let from = random.below(other.len() + 1);
                let part = other[from..(from + 60).min(other.len())].to_vec();
                bytes.splice(at..at, part);
            }
            _ => _ = bytes.splice(at..end, PIECES[random.below(PIECES.len())].iter().copied()),
        }
    }
    bytes
}

fn fixtures() -> Vec<(PathBuf, Vec<u8>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let (mut found, mut left) = (Vec::new(), vec![root]);
    while let Some(place) = left.pop() {
        for entry in std::fs::read_dir(place).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                left.push(path);
            } else if !path.extension().is_some_and(|extension| extension == "py" || extension == "xsd") {
                let bytes = std::fs::read(&path).unwrap();
                found.push((path, bytes));
            }
        }
    }
    found.sort();
    found
}

/// Runs a reader and says which input it failed on, so that the input can be kept.
fn guarded(name: &str, bytes: &[u8], faults: &mut Vec<String>) {
    let start = Instant::now();
    let result = catch_unwind(AssertUnwindSafe(|| read_by_all(name, bytes)));
    if result.is_err() || start.elapsed() > PATIENCE {
        let kept = std::env::temp_dir().join(format!("collab-mutation-{}-{}", faults.len(), name.replace('/', "-")));
        std::fs::write(&kept, bytes).unwrap();
        faults.push(format!("{} ({:?}, panicked: {})", kept.display(), start.elapsed(), result.is_err()));
    }
}

#[test]
fn no_reader_panics_on_a_damaged_fixture() {
    let changes = std::env::var("COLLAB_MUTATIONS").ok().and_then(|text| text.parse().ok()).unwrap_or(CHANGES);
    let fixtures = fixtures();
    assert!(fixtures.len() > 150, "{} fixtures", fixtures.len());
    let mut faults = Vec::new();
    for (path, whole) in &fixtures {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let bytes = &whole[..whole.len().min(MAX_BYTES)];
        // By the name, so that a new fixture leaves the changes of the others as they are.
        let seed = name.bytes().fold(1, |seed: u64, byte| seed.wrapping_mul(131).wrapping_add(u64::from(byte)));
        let mut random = Generator(seed);
        let other = fixtures[random.below(fixtures.len())].1.as_slice();
        // As it is, every fixture is read in full.
        guarded(&name, whole, &mut faults);
        for _ in 0..changes {
            guarded(&name, &changed(bytes, other, &mut random), &mut faults);
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Whoever names a format may be wrong about it.
#[test]
fn no_reader_panics_on_a_file_of_another_format() {
    let (fixtures, mut random) = (fixtures(), Generator(3));
    for format in Format::all() {
        for _ in 0..6 {
            let whole = &fixtures[random.below(fixtures.len())].1;
            let bytes = changed(&whole[..whole.len().min(MAX_BYTES)], format.key().as_bytes(), &mut random);
            let read = catch_unwind(AssertUnwindSafe(|| read_as(format, &bytes)));
            assert!(read.is_ok(), "{}: {}", format.key(), String::from_utf8_lossy(&bytes));
        }
    }
}

/// Runs a check on works that a seeded generator makes, of none to twenty and each choice of what is asked.
fn on_random_works(check: fn(&[u8])) {
    let rounds = std::env::var("COLLAB_MUTATIONS").ok().and_then(|text| text.parse().ok()).unwrap_or(1);
    let mut random = Generator(5);
    for round in 0..rounds * 120 {
        let mut bytes = vec![(round % 256) as u8, random.below(256) as u8];
        bytes.extend((0..3 * random.below(20)).map(|_| (random.below(256) & random.below(256)) as u8));
        check(&bytes);
    }
}

#[test]
fn random_works_are_counted_as_by_brute_force_whole_and_row_by_row() {
    on_random_works(random_works::check_counts);
}

#[test]
fn every_question_of_random_works_is_answered_and_written() {
    // Found by fuzzing: names stand in headings, too.
    random_works::check_question(&[0x24, 0, 0xfb, 0, 0x8b]);
    on_random_works(random_works::check_question);
}

#[test]
fn every_figure_of_random_works_passes_the_check() {
    on_random_works(random_works::check_figure);
}

#[test]
fn random_works_come_back_from_every_format_of_networks() {
    on_random_works(random_works::check_round_trip);
}

#[test]
fn no_damage_to_the_index_of_a_registry_is_trusted() {
    let records = r#"[{"id":"https://ror.org/05apxxy63","names":[{"value":"KAIST","types":["ror_display","label"]}],
        "locations":[{"geonames_details":{"country_code":"KR","name":"Daejeon","lat":36.3,"lng":127.4}}],
        "status":"active","types":["education"],"relationships":[]}]"#;
    let index = build(dump::parse("dump.json", records).unwrap(), Release::default()).unwrap();
    assert!(InstitutionRegistry::from_bytes(index.clone()).is_some());
    let mut random = Generator(11);
    for _ in 0..400 {
        let damaged = changed(&index, &index, &mut random);
        let kept = damaged.clone();
        let result = catch_unwind(move || {
            let Some(registry) = InstitutionRegistry::from_bytes(damaged) else { return };
            let _ = registry.resolve("KAIST, Daejeon, Korea");
            if let Some(record) = registry.by_id("05apxxy63") {
                let _ = (registry.name(record).len(), registry.ancestors(record).len(), registry.city_name(record));
                let _ = registry.institution(record);
            }
        });
        if result.is_err() {
            let file = std::env::temp_dir().join("collab-registry-index");
            std::fs::write(&file, kept).unwrap();
            panic!("{}", file.display());
        }
    }
}
