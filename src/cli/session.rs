//! From the global flags to a loaded, filtered corpus.

use crate::args::values::{AddressesHow, ExcludedKind, LanguageName, NoticesHow};
use crate::args::{Cli, Global};
use crate::error::CliError;
use crate::{file_options, notices, progress, terminal};
use clap::CommandFactory;
use collabgraph::analysis::Analysis;
use collabgraph::analysis::nearest::nearest;
use collabgraph::answer::language::Language;
use collabgraph::corpus::Corpus;
use collabgraph::corpus::country::Country;
use collabgraph::ingest::addresses::Addresses;
use collabgraph::ingest::input::Input;
use collabgraph::ingest::notice::{Kind, Notice};
use collabgraph::ingest::options::{Excluded, Modes};
use collabgraph::names;
use collabgraph::names::authority::Authority;
use collabgraph::names::registry::{InstitutionRegistry, Release, dump};
use collabgraph::source::ReadOptions;
use collabgraph::{ingest, message};
use std::ops::Deref;
use std::path::{Path, PathBuf};

/// What every question starts from: the analysis, and the options that are about files and output.
pub(crate) struct Session {
    pub(crate) global: Global,
    pub(crate) analysis: Analysis,
}

impl Deref for Session {
    type Target = Analysis;

    fn deref(&self) -> &Analysis {
        &self.analysis
    }
}

impl Session {
    /// Reads the data, reports the notices, applies the filters.
    pub(crate) fn open(mut global: Global, files: Vec<PathBuf>) -> Result<Self, CliError> {
        check_files(&files)?;
        global.data.extend(files);
        let language = global.language();
        let (inputs, options) = (inputs(&global.data), options(&global)?);
        let reading = || collabgraph::dataset::load(&inputs, &options);
        let loaded = progress::with_message(&message!("cli-reading-data"), language, reading)?;
        report_notices(&global, &loaded.notices, language)?;
        let analysis = Analysis::new(loaded, options.authority, global.settings())?;
        Ok(Self { global, analysis })
    }

    /// The same for paper that has no glyph for some letters.
    pub(crate) fn written_without(&self, letters: &[char]) -> Self {
        Self { global: self.global.clone(), analysis: self.analysis.written_without(letters) }
    }

    /// The options that shape answers, for the manifest. Paths of files are given without their folders.
    pub(crate) fn manifest_options(&self) -> serde_json::Map<String, serde_json::Value> {
        let global = &self.global;
        let file_name = |word: &String| {
            Path::new(word).file_name().map_or_else(|| word.clone(), |name| name.to_string_lossy().into_owned())
        };
        let told = serde_json::json!({
            "authority": global.authority.iter().map(file_name).collect::<Vec<_>>(),
            "level": self.corpus.actors().key(),
            "counting": self.projection.counting.key(),
            "max_team": global.max_team,
            "since": self.filter.since.map(|date| date.to_string()),
            "until": self.filter.until.map(|date| date.to_string()),
            "country": self.filter.countries.iter().map(Country::code).collect::<Vec<_>>(),
            "country_all": self.filter.all_countries.iter().map(Country::code).collect::<Vec<_>>(),
            "sector": self.filter.sectors.iter().map(|sector| sector.key()).collect::<Vec<_>>(),
            "criterion": self.filter.criteria,
            "domain": self.filter.domains,
            "institution": self.filter.institutions,
            "only": self.filter.only.iter().map(|only| only.key()).collect::<Vec<_>>(),
            "across": global.across,
            "among": global.among,
            "min_works": global.min_works,
            "strongest": global.strongest,
            "lang": format!("{:?}", global.lang.unwrap_or(LanguageName::Both)).to_lowercase(),
        });
        match told {
            serde_json::Value::Object(map) => map,
            _ => serde_json::Map::new(),
        }
    }
}

/// The inputs of the paths that the user gave; the embedded data set when there are none.
pub(crate) fn inputs(data: &[PathBuf]) -> Vec<Input> {
    if data.is_empty() { vec![Input::Embedded] } else { data.iter().map(|path| input(path)).collect() }
}

/// The input of a word that the user gave: `embedded` is the embedded data set, unless a file is called so.
fn input(path: &Path) -> Input {
    let is_embedded = path.as_os_str() == "embedded" && !path.exists();
    if is_embedded { Input::Embedded } else { Input::from_argument(path) }
}

/// How inputs are read.
pub(crate) fn options(global: &Global) -> Result<ingest::options::Options, CliError> {
    let (all, of_inputs) = file_options::of(global)?;
    let options = ingest::options::Options {
        authority: authority(global)?,
        level: global.level.into(),
        source: ReadOptions { max_unpacked: global.max_unpacked, ..ReadOptions::default() },
        format: global.input_format,
        whole_names: global.keep_whole.clone(),
        of_inputs,
        addresses: match global.addresses {
            Some(AddressesHow::AsNames) => Addresses::AsNames,
            None => Addresses::Refuse,
        },
        exclude: Excluded {
            retracted: global.exclude.contains(&ExcludedKind::Retracted),
            paratext: global.exclude.contains(&ExcludedKind::Paratext),
        },
        modes: match (global.one_mode, global.two_mode) {
            (true, _) => Modes::One,
            (false, true) => Modes::Two,
            (false, false) => Modes::Detect,
        },
        network: global.network.map(|number| number as usize),
        ..ingest::options::Options::default()
    };
    Ok(options.with(&all))
}

/// The whole corpus once more, with its institutions at another level.
pub(crate) fn corpus_at(global: &Global, level: collabgraph::names::authority::Level) -> Result<Corpus, CliError> {
    let options = ingest::options::Options { level, ..options(global)? };
    Ok(collabgraph::dataset::load(&inputs(&global.data), &options)?.corpus)
}

/// The authority of the words that the user gave, above the registry of their choice.
pub(crate) fn authority(global: &Global) -> Result<Authority, CliError> {
    let mut authority = Authority::built_in();
    for word in &global.authority {
        authority = match word.as_str() {
            "default" => Authority::built_in(),
            "none" => Authority::none(),
            file => {
                let bytes = std::fs::read(file).map_err(|error| unreadable(file, &error))?;
                authority.with_file(file, &bytes)?
            }
        };
    }
    match &global.registry {
        None => Ok(authority),
        Some(word) if word.as_os_str() == "none" => Ok(authority.with_registry(None)),
        Some(file) => Ok(authority.with_registry(Some(registry(file)?))),
    }
}

/// The registry of a file: an index, or the records themselves.
pub(crate) fn registry(file: &Path) -> Result<InstitutionRegistry, CliError> {
    let name = file.display().to_string();
    let bytes = std::fs::read(file).map_err(|error| unreadable(&name, &error))?;
    if let Some(registry) = InstitutionRegistry::from_bytes(bytes) {
        return Ok(registry);
    }
    let records = dump::read(&Input::from_argument(file))?;
    let index = names::registry::build(records, Release::default()).ok().and_then(InstitutionRegistry::from_bytes);
    index.ok_or_else(|| message!("registry-not-built", reason = name).into())
}

fn unreadable(file: &str, error: &std::io::Error) -> CliError {
    message!("errors-authority", path = file, reason = error.to_string()).into()
}

/// Whether a word stands for all files that fit it.
fn is_pattern(file: &Path) -> bool {
    file.to_string_lossy().contains(['*', '?'])
}

/// Refuses a word that is neither a command nor a file, and suggests the nearest command.
pub(crate) fn check_files(files: &[PathBuf]) -> Result<(), CliError> {
    let is_input = |file: &Path| file == Path::new("-") || file == Path::new("embedded") || is_pattern(file);
    let Some(file) = files.iter().find(|file| !file.exists() && !is_input(file)) else {
        return Ok(());
    };
    let command = Cli::command();
    let word = file.to_string_lossy();
    Err(match nearest(&word, command.get_subcommands().map(clap::Command::get_name)) {
        Some(nearest) => message!("errors-unknown-command-nearest", word = file, nearest = nearest).into(),
        None => message!("errors-unknown-command", word = file).into(),
    })
}

/// Says the notices on standard error, as the user wants them; with `--strict` they are an error.
pub(crate) fn report_notices(global: &Global, found: &[Notice], language: Language) -> Result<(), CliError> {
    // Notices of the embedded data set are documented; what an input was is no fault of it.
    let odd = || found.iter().filter(|notice| notice.kind != Kind::FormatRead);
    if global.strict && odd().next().is_some() && !global.data.is_empty() {
        let odd: Vec<Notice> = odd().cloned().collect();
        let list = notices::render(&odd, NoticesHow::All, language);
        return Err(message!("errors-strict", count = odd.len(), list = list.trim_end()).into());
    }
    if !global.quiet {
        // Notices of the embedded data set are documented; repeating them with every answer is noise.
        let usual = if global.data.is_empty() { NoticesHow::None } else { NoticesHow::Summary };
        terminal::report_lines(&notices::render(found, global.notices.unwrap_or(usual), language));
    }
    Ok(())
}
