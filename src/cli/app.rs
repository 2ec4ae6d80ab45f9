//! `app`: the page that runs the library, without data or with those of the user in it.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use collabgraph::corpus::Corpus;
use collabgraph::corpus::institution::Institution;
use collabgraph::explore::app::{self, PageData};
use collabgraph::ingest::options::{InputOptions, Options};
use collabgraph::message;
use collabgraph::messages::{List, Localizer};
use collabgraph::names::authority::Level;
use collabgraph::names::registry::InstitutionRegistry;
use collabgraph::source::input::{EMBEDDED_NAME, Input};
use flate2::{Compression, GzBuilder};
use serde_json::{Map, Value, json};

use crate::args::Global;
use crate::args::given::OF_NETWORKS;
use crate::args::values::{CountingName, LevelName};
use crate::error::CliError;
use crate::session::Session;
use crate::{explore, file_options, output, session};

/// Writes the page: with the files that are named, which are read first, so that the page holds none that it would refuse.
/// The registry goes with it where it is asked for, or where names of the files rest on it.
pub(crate) fn run(mut global: Global, files: Vec<PathBuf>, output: &Path, with_registry: bool) -> Result<(), CliError> {
    global.data.extend(files);
    if global.data.is_empty() {
        refuse_options_of_data(&global)?;
        return write(None, with_registry, output);
    }
    refuse_options_beyond_the_page(&global)?;
    let (files, reading) = (held_files(&global.data)?, reading(&global));
    let session = Session::open(global, Vec::new())?;
    let with_registry = with_registry || rests_on_registry(&session)?;
    let description = Localizer::new(session.settings.language.naming(session.corpus.actors()))
        .render(&message!("app-description", names = List::comma(names(&files))));
    let held = json!({ "reading": reading, "files": files, "state": state(&session) });
    write(Some(&PageData { title: explore::title(&session), description, held }), with_registry, output)
}

fn write(data: Option<&PageData>, with_registry: bool, output: &Path) -> Result<(), CliError> {
    let registry = if with_registry { Some(packed_registry(output)?) } else { None };
    let page = app::write(data, registry.as_deref());
    if output.as_os_str() == "-" { output::print(page.as_bytes()) } else { output::write_file(output, page.as_bytes()) }
}

/// The embedded registry, packed: the same bytes each time, as no time of packing stands in them.
fn packed_registry(output: &Path) -> Result<Vec<u8>, CliError> {
    let index = InstitutionRegistry::embedded_bytes();
    if index.is_empty() {
        return Err(message!("errors-app-no-registry").into());
    }
    let mut packer = GzBuilder::new().write(Vec::new(), Compression::best());
    packer.write_all(index).and_then(|()| packer.finish()).map_err(|error| CliError::io(output, &error))
}

/// Whether institutions would be others, or less known, without the registry.
fn rests_on_registry(session: &Session) -> Result<bool, CliError> {
    let options = session::options(&session.global)?;
    let Some(_) = options.authority.registry() else { return Ok(false) };
    let level = Level::Recorded;
    let with = session::corpus_at(&session.global, level)?;
    let options = Options { authority: options.authority.clone().with_registry(None), level, ..options };
    let without = collabgraph::dataset::load(&session::inputs(&session.global.data), &options)?.corpus;
    let of = |corpus: &Corpus| -> Vec<Institution> {
        corpus.institution_ids().map(|id| corpus.institution(id).clone()).collect()
    };
    Ok(of(&with) != of(&without))
}

/// Refuses options that say something of data where there are none: there is nothing that they could mean.
fn refuse_options_of_data(global: &Global) -> Result<(), CliError> {
    let options: Vec<&str> = global.given().into_iter().filter(|option| *option != "--registry").collect();
    match options.is_empty() {
        true => Ok(()),
        false => Err(message!("errors-app-without-data", options = List::and(options, "other")).into()),
    }
}

/// Refuses options that the page does not have: with them it would show other numbers than the command.
fn refuse_options_beyond_the_page(global: &Global) -> Result<(), CliError> {
    let is_file = global.authority.iter().any(|word| !matches!(word.as_str(), "default" | "none"));
    let is_registry = global.registry.as_ref().is_some_and(|word| word.as_os_str() != "none");
    let beyond = |option: &str| match option {
        "--authority" => is_file,
        "--registry" => is_registry,
        "--exclude" | "--max-team" | "--country-all" | "--institution" | "--only" => true,
        other => OF_NETWORKS.contains(&other),
    };
    let mut options: Vec<&str> = global.given().into_iter().filter(|option| beyond(option)).collect();
    let (_, of_single_files) = file_options::of(global)?;
    if of_single_files.iter().any(|one| *one != InputOptions::default()) {
        let is_of_file = |option: &&str| file_options::OPTIONS.contains(&option.trim_start_matches('-'));
        options.extend(global.given().into_iter().filter(is_of_file));
    }
    options.dedup();
    match options.is_empty() {
        true => Ok(()),
        false => Err(message!("errors-app-options", options = List::and(options, "other")).into()),
    }
}

/// The files as the page holds them, an archive as one; none are the embedded data set.
fn held_files(data: &[PathBuf]) -> Result<Vec<Value>, CliError> {
    let inputs = session::inputs(data);
    if inputs == [Input::Embedded] {
        return Ok(Vec::new());
    }
    let (mut seen, mut held) = (BTreeSet::new(), Vec::new());
    for input in collabgraph::source::expanded(&inputs)? {
        let (Input::Path(path) | Input::Member { archive: path, .. }) = input else {
            return Err(message!("errors-app-files").into());
        };
        if seen.insert(path.clone()) {
            let bytes = std::fs::read(&path).map_err(|error| {
                let (path, reason) = (path.as_path(), error.to_string());
                CliError::from(message!("errors-app-unreadable", path = path, reason = reason))
            })?;
            let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
            held.push(json!({ "name": name, "bytes": STANDARD.encode(bytes) }));
        }
    }
    Ok(held)
}

/// Names of the files that a page holds.
fn names(held: &[Value]) -> Vec<String> {
    match held {
        [] => vec![EMBEDDED_NAME.to_owned()],
        held => held.iter().filter_map(|file| Some(file["name"].as_str()?.to_owned())).collect(),
    }
}

/// How the page reads the files: the options under the names that they have on the command line.
fn reading(global: &Global) -> Value {
    let mut found = Map::new();
    let mut set = |key: &str, value: Option<Value>| {
        if let Some(value) = value {
            found.insert(key.to_owned(), value);
        }
    };
    // What was given last is what belongs to the only file.
    let last = |values: &[String]| values.last().map(|value| json!(value));
    set("input-format", global.input_format.map(|format| json!(format.key())));
    set("encoding", global.encoding.last().map(|encoding| json!(encoding.key())));
    set("sheet", last(&global.sheet));
    set("delimiter", global.delimiter.last().map(|&byte| json!(char::from(byte))));
    set("skip", global.skip.last().map(|skip| json!(skip)));
    set("columns", last(&global.columns));
    set("separator", last(&global.separator));
    set("keep-whole", (!global.keep_whole.is_empty()).then(|| json!(global.keep_whole)));
    set("group-by", last(&global.group_by));
    set("addresses", global.addresses.map(|_| json!("as-names")));
    set("network", global.network.map(|number| json!(number)));
    set("one-mode", global.one_mode.then(|| json!(true)));
    set("two-mode", global.two_mode.then(|| json!(true)));
    set("names-as-recorded", (global.authority.last().is_some_and(|word| word == "none")).then(|| json!(true)));
    Value::Object(found)
}

/// What the page shows first, as the fragment of its address.
fn state(session: &Session) -> String {
    let (global, filter) = (&session.global, &session.filter);
    let mut parts: Vec<(&str, String)> = Vec::new();
    let date = |date: collabgraph::corpus::date::Date| date.to_string();
    parts.extend(global.lang.map(|_| ("lang", Localizer::new(session.settings.language).tag().to_owned())));
    parts.extend(filter.since.map(|since| ("since", date(since))));
    parts.extend(filter.until.map(|until| ("until", date(until))));
    parts.extend(
        (global.counting != CountingName::Full).then(|| ("counting", session.projection.counting.key().to_owned())),
    );
    parts.extend((global.level != LevelName::Institution).then(|| ("level", session.corpus.actors().key().to_owned())));
    parts.extend(filter.countries.iter().map(|country| ("country", country.code().to_owned())));
    parts.extend(filter.sectors.iter().map(|sector| ("sector", sector.key().to_owned())));
    parts.extend(filter.criteria.iter().map(|one| ("criterion", one.clone())));
    parts.extend(filter.domains.iter().map(|one| ("domain", one.clone())));
    let parts: Vec<String> = parts.iter().map(|(key, value)| format!("{key}={}", percent(value))).collect();
    parts.join("&")
}

/// A value within the fragment of an address (RFC 3986: all but letters, digits and four marks are written as bytes).
fn percent(text: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~');
    text.bytes()
        .map(|byte| if is_plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}
