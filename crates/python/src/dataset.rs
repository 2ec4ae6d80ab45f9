//! Data: what is read, how it is asked.

use std::path::PathBuf;
use std::sync::Arc;

use collabgraph::analysis::Analysis;
use collabgraph::analysis::figure::{self, FigureRequest};
use collabgraph::analysis::network_file;
use collabgraph::analysis::query::{self, Query};
use collabgraph::analysis::settings::Settings;
use collabgraph::analysis::sources;
use collabgraph::dataset;
use collabgraph::exchange::ExportFormat;
use collabgraph::ingest::addresses::Addresses;
use collabgraph::ingest::columns::ColumnMap;
use collabgraph::ingest::delimited::BLANKS;
use collabgraph::ingest::format::Format;
use collabgraph::ingest::input::Input;
use collabgraph::ingest::options::{Excluded, GroupBy, Modes, Options};
use collabgraph::messages::Localizer;
use collabgraph::messages::language::Language;
use collabgraph::names::authority::Authority;
use collabgraph::source::ReadOptions;
use collabgraph::source::encoding::Encoding;
use pyo3::prelude::*;
use serde::Deserialize;

use crate::answer::NativeAnswer;
use crate::failure;
use crate::figure::NativeFigure;

/// How inputs are read, by the words of the command line.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
struct Reading {
    columns: Option<String>,
    separator: Option<String>,
    delimiter: Option<String>,
    skip: Option<usize>,
    format: Option<String>,
    encoding: Option<String>,
    sheet: Option<String>,
    group_by: Option<String>,
    keep_whole: Vec<String>,
    exclude: Vec<String>,
    authority: Option<String>,
    addresses: bool,
    network: Option<usize>,
    modes: Option<u8>,
    max_unpacked: Option<u64>,
}

/// Data with settings.
#[pyclass(frozen)]
pub(crate) struct NativeDataset {
    analysis: Arc<Analysis>,
}

/// Reads inputs: paths, or names with bytes; none is the embedded data.
#[pyfunction]
pub(crate) fn load(
    py: Python<'_>,
    inputs: Vec<(String, Option<Vec<u8>>)>,
    reading: &str,
    settings: &str,
) -> PyResult<NativeDataset> {
    let reading: Reading = serde_json::from_str(reading).map_err(|error| failure::of_request(py, &error))?;
    let settings = settings_of(py, settings)?;
    let options = options(py, &reading, &settings)?;
    let input = |(name, bytes): (String, Option<Vec<u8>>)| match bytes {
        Some(bytes) => Input::bytes(&name, bytes),
        None => Input::Path(PathBuf::from(name)),
    };
    let mut all: Vec<Input> = inputs.into_iter().map(input).collect();
    if all.is_empty() {
        all.push(Input::Embedded);
    }
    let language = settings.language;
    let loaded = py.detach(|| dataset::load(&all, &options));
    let loaded = loaded.map_err(|error| failure::of_input(py, &error, language))?;
    let made = py.detach(|| Analysis::new(loaded, options.authority, settings));
    let analysis = made.map_err(|error| failure::of_analysis(py, &error, language))?;
    Ok(NativeDataset { analysis: Arc::new(analysis) })
}

fn settings_of(py: Python<'_>, settings: &str) -> PyResult<Settings> {
    serde_json::from_str(settings).map_err(|error| failure::of_request(py, &error))
}

fn options(py: Python<'_>, reading: &Reading, settings: &Settings) -> PyResult<Options> {
    let wrong = |what: &str| failure::raise(py, "argument", what, None);
    let columns = reading.columns.as_deref().map(ColumnMap::parse).transpose();
    let format = match reading.format.as_deref() {
        Some(word) => Some(Format::parse(word).ok_or_else(|| {
            let known = Format::all().map(Format::key).collect::<Vec<_>>().join(", ");
            wrong(&format!("format: \"{word}\" is none of {known}"))
        })?),
        None => None,
    };
    let encoding = match reading.encoding.as_deref() {
        Some(word) => Some(Encoding::parse(word).ok_or_else(|| wrong(&format!("encoding: \"{word}\" is not known")))?),
        None => None,
    };
    let delimiter = match reading.delimiter.as_deref().map(str::as_bytes) {
        None => None,
        Some(b"space" | b" ") => Some(BLANKS),
        Some(&[byte]) if byte.is_ascii_punctuation() || byte == b'\t' => Some(byte),
        Some(_) => return Err(wrong("delimiter: expected one character")),
    };
    let excluded = |word: &str| reading.exclude.iter().any(|one| one == word);
    if let Some(other) = reading.exclude.iter().find(|one| !["retracted", "paratext"].contains(&one.as_str())) {
        return Err(wrong(&format!("exclude: \"{other}\" is neither retracted nor paratext")));
    }
    Ok(Options {
        authority: authority(py, reading.authority.as_deref(), settings.language)?,
        level: settings.level.into(),
        source: ReadOptions { encoding, sheet: reading.sheet.clone(), max_unpacked: reading.max_unpacked },
        delimiter,
        skip: reading.skip,
        format,
        columns: columns.map_err(|error| failure::of_input(py, &error, settings.language))?,
        separator: reading.separator.clone(),
        whole_names: reading.keep_whole.clone(),
        group_by: match reading.group_by.as_deref() {
            None => GroupBy::Detect,
            Some("none") => GroupBy::Never,
            Some(column) => GroupBy::Column(column.to_owned()),
        },
        addresses: if reading.addresses { Addresses::AsNames } else { Addresses::Refuse },
        exclude: Excluded { retracted: excluded("retracted"), paratext: excluded("paratext") },
        modes: match reading.modes {
            None => Modes::Detect,
            Some(1) => Modes::One,
            Some(2) => Modes::Two,
            Some(_) => return Err(wrong("modes: expected 1 or 2")),
        },
        network: reading.network,
        of_inputs: Vec::new(),
    })
}

/// The authority of a word: `default`, `none` or a file above the default.
fn authority(py: Python<'_>, word: Option<&str>, language: Language) -> PyResult<Authority> {
    match word {
        None | Some("default") => Ok(Authority::built_in()),
        Some("none") => Ok(Authority::none()),
        Some(file) => {
            let bytes = std::fs::read(file)
                .map_err(|error| failure::raise(py, "source-no-such-file", &format!("{file}: {error}"), Some(file)))?;
            let read = Authority::built_in().with_file(file, &bytes);
            read.map_err(|error| failure::of_input(py, &error, language))
        }
    }
}

impl NativeDataset {
    fn language(&self) -> Language {
        self.analysis.settings.language
    }
}

#[pymethods]
impl NativeDataset {
    /// Answers a question that is given as JSON.
    fn ask(&self, py: Python<'_>, request: &str, has_evidence: bool) -> PyResult<NativeAnswer> {
        let query: Query = serde_json::from_str(request).map_err(|error| failure::of_request(py, &error))?;
        let answer = py.detach(|| query::answer(&self.analysis, &query, has_evidence));
        let answer = answer.map_err(|error| failure::of_analysis(py, &error, self.language()))?;
        let sources = Localizer::new(answer.language).render_all(&sources::of(&self.analysis.whole));
        Ok(NativeAnswer::new(answer, sources))
    }

    /// Draws a figure that is asked for as JSON.
    fn draw(&self, py: Python<'_>, request: &str) -> PyResult<NativeFigure> {
        let request: FigureRequest = serde_json::from_str(request).map_err(|error| failure::of_request(py, &error))?;
        let drawn = py.detach(|| {
            let (request, view, _) = figure::with_view(&self.analysis, &request);
            figure::compose(&self.analysis, &request, view, None, None).map(|figure| (figure, view.key()))
        });
        let (figure, view) = drawn.map_err(|error| failure::of_analysis(py, &error, self.language()))?;
        Ok(NativeFigure::new(figure, view, self.language()))
    }

    /// The network as files of a format, each with what it adds to the name.
    fn network(&self, py: Python<'_>, format: &str, with_works: bool) -> PyResult<Vec<(String, Vec<u8>)>> {
        let known = ExportFormat::parse(format).or_else(|| ExportFormat::of_extension(format));
        let format = known.ok_or_else(|| {
            let keys = ExportFormat::ALL.map(ExportFormat::key).join(", ");
            failure::raise(py, "argument", &format!("format: \"{format}\" is none of {keys}"), None)
        })?;
        let written = py.detach(|| network_file::write(&self.analysis, format, with_works));
        let written = written.map_err(|error| failure::of_analysis(py, &error, self.language()))?;
        Ok(written.files.into_iter().map(|file| (file.suffix.to_string(), file.bytes)).collect())
    }

    /// The same data with other settings.
    fn with_settings(&self, py: Python<'_>, settings: &str) -> PyResult<Self> {
        let settings = settings_of(py, settings)?;
        if settings.level != self.analysis.settings.level {
            let text = "level: actors are made as the data are read; give it to load";
            return Err(failure::raise(py, "argument", text, None));
        }
        let language = settings.language;
        let made = py.detach(|| self.analysis.with_settings(settings));
        let analysis = made.map_err(|error| failure::of_analysis(py, &error, language))?;
        Ok(Self { analysis: Arc::new(analysis) })
    }

    /// What was unexpected in the inputs: kind, place and sentence.
    fn notices(&self) -> Vec<(String, String, String)> {
        let language = self.language();
        let notices = self.analysis.notices.iter();
        notices.map(|one| (one.kind.key().to_owned(), one.place(), one.text(language))).collect()
    }

    /// Numbers of works, institutions and ties under the filter.
    fn counts(&self, py: Python<'_>) -> (usize, usize, usize) {
        let corpus = &self.analysis.corpus;
        let ties = py.detach(|| self.analysis.scope().network().tie_count());
        (corpus.work_count(), corpus.institution_count(), ties)
    }
}
