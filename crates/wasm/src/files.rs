//! How files are read: the options of the command line that are about one file.

use collabgraph::ingest::addresses::Addresses;
use collabgraph::ingest::columns::ColumnMap;
use collabgraph::ingest::format::Format;
use collabgraph::ingest::options::{GroupBy, Modes, Options};
use collabgraph::message;
use collabgraph::names::authority::{Authority, Level};
use collabgraph::names::registry::InstitutionRegistry;
use collabgraph::source::ReadOptions;
use collabgraph::source::encoding::Encoding;
use collabgraph::source::input::Input;
use serde::Deserialize;

use crate::outcome::Failure;

/// A file of a request: its bytes stand behind the JSON, in the order of the files.
#[derive(Debug, Deserialize)]
pub(crate) struct File {
    name: String,
    size: usize,
}

/// How files are read. Keys and values are those of the command line.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Reading {
    input_format: Option<String>,
    encoding: Option<String>,
    sheet: Option<String>,
    delimiter: Option<char>,
    skip: Option<usize>,
    columns: Option<String>,
    separator: Option<String>,
    group_by: Option<String>,
    keep_whole: Vec<String>,
    addresses: Option<String>,
    network: Option<usize>,
    one_mode: bool,
    two_mode: bool,
    /// Whether names stand as they are recorded.
    names_as_recorded: bool,
}

impl Reading {
    /// The options of the library, with names from a registry if there is one.
    pub(crate) fn options(&self, level: Level, registry: Option<InstitutionRegistry>) -> Result<Options, Failure> {
        let unknown = |value: &str| Failure::Request(format!("\"{value}\" is no value of this option."));
        let format = self.input_format.as_deref().map(|word| Format::parse(word).ok_or_else(|| unknown(word)));
        let encoding = self.encoding.as_deref().map(|word| Encoding::parse(word).ok_or_else(|| unknown(word)));
        if self.separator.as_deref().is_some_and(str::is_empty) {
            return Err(Failure::from(message!("errors-empty-separator")));
        }
        Ok(Options {
            authority: if self.names_as_recorded {
                Authority::none()
            } else {
                Authority::built_in().with_registry(registry)
            },
            level,
            source: ReadOptions {
                encoding: encoding.transpose()?,
                sheet: self.sheet.clone(),
                ..ReadOptions::default()
            },
            format: format.transpose()?,
            delimiter: self.delimiter.and_then(|ch| u8::try_from(ch).ok()),
            skip: self.skip,
            columns: self.columns.as_deref().map(ColumnMap::parse).transpose()?,
            separator: self.separator.clone(),
            whole_names: self.keep_whole.clone(),
            group_by: match self.group_by.as_deref() {
                None => GroupBy::Detect,
                Some("none") => GroupBy::Never,
                Some(column) => GroupBy::Column(column.to_owned()),
            },
            addresses: match self.addresses.as_deref() {
                Some("as-names") => Addresses::AsNames,
                _ => Addresses::Refuse,
            },
            modes: match (self.one_mode, self.two_mode) {
                (true, _) => Modes::One,
                (false, true) => Modes::Two,
                (false, false) => Modes::Detect,
            },
            network: self.network,
            ..Options::default()
        })
    }
}

/// The files of a request; none are the embedded data set.
pub(crate) fn inputs(files: &[File], mut bytes: &[u8]) -> Result<Vec<Input>, Failure> {
    if files.is_empty() {
        return Ok(vec![Input::Embedded]);
    }
    let mut inputs = Vec::new();
    for File { name, size } in files {
        let Some((own, rest)) = bytes.split_at_checked(*size) else {
            return Err(Failure::Request(format!("{name} has fewer bytes than announced.")));
        };
        inputs.push(Input::bytes(name, own));
        bytes = rest;
    }
    Ok(inputs)
}
