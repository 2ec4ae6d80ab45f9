//! Every reader, for tests and for the fuzzing targets of `fuzz/`: what must hold of any bytes.

use collabgraph::dataset::load;
use collabgraph::ingest::format::Format;
use collabgraph::ingest::input::Input;
use collabgraph::ingest::notice::Kind;
use collabgraph::ingest::{Options, claims};
use collabgraph::names::affiliation::{self, AddressGrammar};
use collabgraph::names::authority::Authority;
use collabgraph::names::registry::dump;
use collabgraph::network::Network;
use collabgraph::render::{layout_file, lint};
use collabgraph::sink::{self, project};

/// Every reader that takes such a file.
pub(crate) fn read_by_all(name: &str, bytes: &[u8]) {
    let options = Options { authority: Authority::none(), ..Options::default() };
    let inputs = [Input::bytes(name, bytes)];
    if let Ok(loaded) = load(&inputs, &options) {
        assert!(loaded.corpus.work_ids().all(|id| loaded.corpus.institutions_of(id).len() <= bytes.len()));
        let network = Network::one_mode(&loaded.corpus, Default::default());
        // Row by row it is the same.
        let ingest = Options { authority: Authority::none(), ..Options::default() };
        let streamed = project(&inputs, &sink::Options { ingest, ..sink::Options::default() }, None);
        let streamed = streamed.unwrap_or_else(|error| panic!("read whole, refused row by row: {error}"));
        // Row by row, a work that stands there again is not known to be the same.
        let is_repeated = loaded.notices.iter().any(|notice| notice.kind == Kind::DuplicateWork);
        assert!(is_repeated || streamed.ties().len() == network.tie_count(), "ties read row by row and whole");
    }
    read_text(name, bytes);
}

/// Every reader of a file that is no table of works: figures, layouts, claims, authorities, registries, addresses.
pub(crate) fn read_text(name: &str, bytes: &[u8]) {
    let _ = Authority::none().with_file(name, bytes);
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let _ = lint::check(&[(name, text)]);
    let _ = layout_file::read(text);
    let _ = claims::parse(name, text);
    let _ = dump::parse(name, text);
    for line in text.lines().take(3) {
        let _ = affiliation::parse(line, AddressGrammar::default());
    }
}

/// One reader, whatever the bytes look like: what it reads row by row is what it reads whole.
pub(crate) fn read_as(format: Format, bytes: &[u8]) {
    let options = || Options { authority: Authority::none(), format: Some(format), ..Options::default() };
    let inputs = [Input::bytes("input", bytes)];
    let Ok(loaded) = load(&inputs, &options()) else { return };
    let streamed = project(&inputs, &sink::Options { ingest: options(), ..sink::Options::default() }, None);
    let streamed = streamed.unwrap_or_else(|error| panic!("read whole, refused row by row: {error}"));
    let network = Network::one_mode(&loaded.corpus, Default::default());
    let is_repeated = loaded.notices.iter().any(|notice| notice.kind == Kind::DuplicateWork);
    assert!(is_repeated || streamed.ties().len() == network.tie_count(), "ties read row by row and whole");
}
