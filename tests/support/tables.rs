//! Tables of works that laws are checked on: one that is committed, and the real ones of `../shared` where they are there.
//!
//! `fixtures/world.csv` is made up, in the form of Epoch AI's table: institutions of nine countries with names in Latin,
//! Hangul, Arabic and Hebrew; dates to the day, the month and the year, missing and unreadable ones; a work that stands
//! twice and two works of one name; one institution under several name variants; unknown countries and sectors; lists of
//! unequal length; teams of 25, 26 and 30; components of two and three institutions; cells with quotes, commas, line feeds,
//! markup and spreadsheet formulas.

use std::path::{Path, PathBuf};

use collabgraph::corpus::Corpus;
use collabgraph::dataset::{Loaded, load};
use collabgraph::ingest::input::Input;
use collabgraph::ingest::options::Options;

/// Epoch AI's table of notable models as of 2025-04-08, in `../shared`.
pub(crate) const EPOCH: &str = "datasets/epoch-notable-2025-04-08.csv";

/// The path of the committed table.
pub(crate) fn made_up() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/world.csv")
}

/// A file of `../shared`; `None` where it is missing, which is printed. On CI (`CI` is set) a missing file is a failure.
pub(crate) fn shared(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared").join(name);
    if path.exists() {
        return Some(path);
    }
    assert!(
        std::env::var_os("CI").is_none(),
        "{} is missing. On CI the tests run on the real data too: put the folder `shared` next to the project.",
        path.display()
    );
    println!("skipped: {} is missing", path.display());
    None
}

/// The committed table, and Epoch AI's where it is there.
pub(crate) fn tables() -> Vec<PathBuf> {
    std::iter::once(made_up()).chain(shared(EPOCH)).collect()
}

/// Whether a table is Epoch AI's, of which numbers are known that were counted by other programs.
pub(crate) fn is_epoch(corpus: &Corpus) -> bool {
    corpus.inputs().iter().any(|input| input.name.contains("epoch-notable"))
}

/// The tables, read with these options.
pub(crate) fn read(options: &Options) -> Vec<Loaded> {
    tables().into_iter().map(|path| load(&[Input::Path(path)], options).unwrap()).collect()
}

/// The works of Epoch AI's table, or of the committed one where it is missing: for what takes long.
pub(crate) fn world(options: &Options) -> Corpus {
    load(&[Input::Path(shared(EPOCH).unwrap_or_else(made_up))], options).unwrap().corpus
}

/// The works of the tables, read with these options.
pub(crate) fn corpora(options: &Options) -> Vec<Corpus> {
    read(options).into_iter().map(|loaded| loaded.corpus).collect()
}
