//! Inputs: files, standard input, bytes in memory and the embedded data set.

use std::io::Read;
use std::path::{Path, PathBuf};

use crate::corpus::date::Date;
use crate::message;
use crate::source::error::Error;
use crate::source::position::locate;

/// The embedded data set: notable AI models with a Korean institution.
static EMBEDDED: &[u8] = include_bytes!("../../data/korea-17.json");

/// The name of the embedded data set in places and source lines.
pub const EMBEDDED_NAME: &str = "korea-17.json";

/// Something to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// The embedded data set.
    Embedded,
    /// Standard input, read when it is its turn.
    StandardInput,
    /// A file; also a folder, a pattern such as `part-*.csv` or a ZIP archive, which stand for the files in them.
    Path(PathBuf),
    /// A file of a ZIP archive.
    Member {
        /// The archive.
        archive: PathBuf,
        /// The name of the file in it.
        member: String,
    },
    /// Bytes at hand, with a name for them.
    Bytes {
        /// The name in notices and errors.
        name: String,
        /// The bytes.
        bytes: Vec<u8>,
    },
}

impl Input {
    /// `-` is standard input, everything else a path.
    #[must_use]
    pub fn from_argument(argument: &Path) -> Self {
        if argument.as_os_str() == "-" { Self::StandardInput } else { Self::Path(argument.to_owned()) }
    }

    /// Bytes at hand.
    #[must_use]
    pub fn bytes(name: &str, bytes: impl Into<Vec<u8>>) -> Self {
        Self::Bytes { name: name.to_owned(), bytes: bytes.into() }
    }

    /// Whether there is such a file.
    ///
    /// # Errors
    /// There is none, or it is a directory.
    pub fn check(&self) -> Result<(), Error> {
        let Self::Path(path) = self else { return Ok(()) };
        match std::fs::metadata(path) {
            Ok(found) if found.is_dir() => Err(directory(&self.name())),
            Ok(_) => Ok(()),
            Err(error) => Err(unreadable(&self.name(), &error)),
        }
    }

    /// The input as the user named it.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::Embedded => EMBEDDED_NAME.to_owned(),
            Self::StandardInput => "-".to_owned(),
            Self::Path(path) => path.display().to_string(),
            Self::Member { archive, member } => format!("{}!{member}", archive.display()),
            Self::Bytes { name, .. } => name.clone(),
        }
    }

    /// The name without folders.
    #[must_use]
    pub fn short_name(&self) -> String {
        let name = self.name();
        match Path::new(&name).file_name() {
            Some(file) => file.to_string_lossy().into_owned(),
            None => name,
        }
    }
}

/// The bytes of the embedded data set.
pub(crate) fn embedded() -> &'static [u8] {
    EMBEDDED
}

/// All bytes of standard input, which can be read but once.
///
/// # Errors
/// It cannot be read.
pub(crate) fn standard_input() -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    let read = std::io::stdin().lock().read_to_end(&mut bytes);
    read.map_err(|error| unreadable(&Input::StandardInput.name(), &error))?;
    Ok(bytes)
}

/// Bytes as text.
///
/// # Errors
/// They are not UTF-8, or hold nothing.
pub(crate) fn utf8(bytes: Vec<u8>, name: &str) -> Result<String, Error> {
    let text = String::from_utf8(bytes)
        .map_err(|error| not_utf8(error.as_bytes(), error.utf8_error().valid_up_to(), name, 0))?;
    if text.trim_start_matches('\u{FEFF}').trim().is_empty() {
        return Err(empty(name));
    }
    Ok(text)
}

/// A text without a byte-order mark and white space before it.
pub(crate) fn body(text: &str) -> &str {
    text.trim_start_matches('\u{FEFF}').trim_start()
}

/// Whether the name of an input has one of these extensions, packed or not.
pub(crate) fn has_extension(name: &str, extensions: &[&str]) -> bool {
    let lower = name.to_lowercase();
    let bare = [".gz", ".zst", ".xz"].iter().find_map(|ending| lower.strip_suffix(ending)).unwrap_or(&lower);
    extensions.iter().any(|extension| bare.strip_suffix(extension).is_some_and(|stem| stem.ends_with('.')))
}

/// The day in a file name (`epoch-notable-2025-04-08.csv`).
#[must_use]
pub fn day_in_name(name: &str) -> Option<Date> {
    let is_digit = |at: usize| name.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    (0..name.len())
        .filter(|&at| (at == 0 || !is_digit(at - 1)) && !is_digit(at + 10))
        .filter_map(|at| name.get(at..at + 10))
        .find_map(|text| Date::parse_iso(text).filter(|date| date.day_number().is_some()))
}

pub(crate) fn unreadable(name: &str, error: &std::io::Error) -> Error {
    match error.kind() {
        std::io::ErrorKind::NotFound => Error::whole(name, message!("source-no-such-file")),
        std::io::ErrorKind::PermissionDenied => Error::whole(name, message!("source-no-permission")),
        _ => Error::whole(name, message!("source-unreadable", error = error.to_string())),
    }
}

/// The error of an input without content.
pub(crate) fn empty(name: &str) -> Error {
    let is_json = [".json", ".jsonl", ".json.gz", ".jsonl.gz"].iter().any(|ending| name.ends_with(ending));
    let wanted = if is_json { "json" } else { "table" };
    Error::at(name, 1, 1, message!("source-empty", wanted = wanted))
}

/// The error of a directory that is named instead of a file.
pub(crate) fn directory(name: &str) -> Error {
    Error::whole(name, message!("source-directory"))
}

/// The error of bytes that are not UTF-8 from `offset` on; `before` bytes of the file come before them.
pub(crate) fn not_utf8(bytes: &[u8], offset: usize, name: &str, before: u64) -> Error {
    let valid = std::str::from_utf8(&bytes[..offset]).unwrap_or("");
    let place = locate(valid.strip_prefix('\u{FEFF}').unwrap_or(valid), offset);
    let byte = bytes.get(offset).copied().unwrap_or(0);
    let at = before + offset as u64 + 1;
    let byte = format!("{byte:02X}");
    Error::at(name, place.line, place.column, message!("source-not-utf8", byte = byte, at = at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_in_a_file_name_is_found() {
        assert_eq!(day_in_name("epoch-notable-2025-04-08.csv"), Date::day(2025, 4, 8));
        assert_eq!(day_in_name("모델-2025-04-08.csv.gz"), Date::day(2025, 4, 8));
        for name in ["models.csv", "12025-04-08.csv", "2025-04-081.csv", "2025-13-01.csv"] {
            assert_eq!(day_in_name(name), None, "{name}");
        }
    }
}
