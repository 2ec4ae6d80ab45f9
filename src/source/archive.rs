//! Inputs that hold several: folders, patterns such as `part-*.csv`, and ZIP archives. Each becomes the files that it
//! holds, in the order of their names.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{Cursor, Read, Seek};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use zip::{CompressionMethod, ZipArchive};

use crate::message;
use crate::messages::Message;
use crate::source::error::Error;
use crate::source::input::{Input, has_extension, unreadable};
use crate::source::packing::{Counted, PackingFormat, UnpackLimit, Unpacking};

/// Extensions of files that are read from folders and archives, packed or not.
const EXTENSIONS: [&str; 29] = [
    "csv", "tsv", "tab", "txt", "json", "jsonl", "ndjson", "xlsx", "xlsm", "xlsb", "xls", "ods", "xml", "gexf",
    "graphml", "net", "paj", "gml", "ris", "nbib", "bib", "ciw", "enw", "edgelist", "edges", "ncol", "parquet", "isi",
    "zip",
];
/// Extensions of packed files, which may have no other: parts of OpenAlex are called `part_000.gz`.
const PACKED: [&str; 3] = [".gz", ".zst", ".xz"];
/// How a ZIP archive begins.
const ZIP: &[u8] = b"PK\x03\x04";
/// Folders in folders beyond which nothing is looked for.
const MAX_DEPTH: usize = 32;
/// Names that are told of what was left out.
const TOLD: usize = 5;

/// The inputs that a list of inputs stands for.
#[derive(Debug, Default)]
pub(crate) struct Expanded {
    pub(crate) inputs: Vec<Input>,
    /// The number of the input that each comes from.
    pub(crate) from: Vec<usize>,
    /// What was left out, by the name of the folder or archive.
    pub(crate) told: Vec<(String, Message)>,
}

/// Puts the files of folders, patterns and archives in their place. O(files).
///
/// # Errors
/// A folder or an archive without a file that could be read, or one that cannot be opened.
pub(crate) fn expand(inputs: &[Input]) -> Result<Expanded, Error> {
    let mut expanded = Expanded::default();
    for (number, input) in inputs.iter().enumerate() {
        match input {
            Input::Path(path) => expanded.add(path)?,
            Input::Bytes { name, bytes } => expanded.add_bytes(name, bytes)?,
            other => expanded.inputs.push(other.clone()),
        }
        expanded.from.resize(expanded.inputs.len(), number);
    }
    Ok(expanded)
}

impl Expanded {
    fn add(&mut self, path: &Path) -> Result<(), Error> {
        let name = path.display().to_string();
        if path.is_dir() {
            let mut search = FolderSearch::default();
            search.look_through(path, MAX_DEPTH).map_err(|error| unreadable(&name, &error))?;
            self.leave_out(&name, &search.others, search.files.is_empty())?;
            return search.files.iter().try_for_each(|file| self.add_file(file));
        }
        if !path.exists() && name.contains(['*', '?', '[']) {
            let found = glob::glob(&name).map_err(|error| {
                Error::whole(&name, message!("source-pattern-unreadable", reason = error.to_string()))
            })?;
            let files: Vec<PathBuf> = found.filter_map(Result::ok).collect();
            if files.is_empty() {
                return Err(Error::whole(&name, message!("source-pattern-empty")));
            }
            return files.iter().try_for_each(|file| if file.is_dir() { self.add(file) } else { self.add_file(file) });
        }
        self.add_file(path)
    }

    /// Adds a file, or the files of the archive that it is.
    fn add_file(&mut self, path: &Path) -> Result<(), Error> {
        let Some(members) = members(path)? else {
            self.inputs.push(Input::Path(path.to_owned()));
            return Ok(());
        };
        let (files, others): (Vec<String>, Vec<String>) = members.into_iter().partition(|member| is_data(member));
        let name = path.display().to_string();
        self.leave_out(&name, &others, files.is_empty())?;
        self.inputs.extend(files.into_iter().map(|member| Input::Member { archive: path.to_owned(), member }));
        Ok(())
    }

    /// Adds bytes, or the files of the archive that they are. An archive of one file is unpacked as it is read.
    fn add_bytes(&mut self, name: &str, bytes: &[u8]) -> Result<(), Error> {
        let kept = |expanded: &mut Self| expanded.inputs.push(Input::bytes(name, bytes));
        if !bytes.starts_with(ZIP) {
            kept(self);
            return Ok(());
        }
        let members = names(&mut archive(name, Cursor::new(bytes))?);
        if is_workbook(&members) || members.len() < 2 {
            kept(self);
            return Ok(());
        }
        let (files, others): (Vec<String>, Vec<String>) = members.into_iter().partition(|member| is_data(member));
        self.leave_out(name, &others, files.is_empty())?;
        let packed: Arc<[u8]> = bytes.into();
        let limit = UnpackLimit::of_bytes(0, None);
        for file in files {
            let mut unpacked = Vec::new();
            let (mut reader, _) = member(name, Cursor::new(packed.clone()), &file, &limit)?;
            reader.read_to_end(&mut unpacked).map_err(|error| unreadable(name, &error))?;
            self.inputs.push(Input::bytes(&format!("{name}!{file}"), unpacked));
        }
        Ok(())
    }

    fn leave_out(&mut self, name: &str, others: &[String], is_empty: bool) -> Result<(), Error> {
        let shown = || crate::messages::List::comma(&others[..others.len().min(TOLD)]);
        if is_empty {
            return Err(match others.is_empty() {
                true => Error::whole(name, message!("source-nothing-in-it")),
                false => Error::whole(name, message!("source-no-table-in-it", names = shown())),
            });
        }
        if !others.is_empty() {
            let told = message!("source-left-out", count = others.len(), names = shown());
            self.told.push((name.to_owned(), told));
        }
        Ok(())
    }
}

/// Whether a file is read by its name; hidden ones and those of the programs that wrote the others are not.
fn is_data(name: &str) -> bool {
    let file = name.rsplit('/').next().unwrap_or(name);
    let lower = file.to_lowercase();
    let bare = PACKED.iter().find_map(|ending| lower.strip_suffix(ending));
    has_extension(&lower, &EXTENSIONS) || bare.is_some_and(|stem| !stem.is_empty() && !stem.contains('.'))
}

/// Whether a name is that of a file that no one means: hidden, or a mark of the program that wrote the others.
fn is_hidden(name: &str) -> bool {
    name.starts_with(['.', '_', '~']) || name == "manifest"
}

/// The files of a folder and of those in it.
#[derive(Debug, Default)]
struct FolderSearch {
    files: Vec<PathBuf>,
    others: Vec<String>,
    /// Folders by the path without links: a link back to one of them is no second folder.
    seen: BTreeSet<PathBuf>,
}

impl FolderSearch {
    fn look_through(&mut self, folder: &Path, depth: usize) -> std::io::Result<()> {
        if !self.seen.insert(std::fs::canonicalize(folder)?) {
            return Ok(());
        }
        let mut entries: Vec<PathBuf> =
            std::fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
        entries.sort();
        for path in entries {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if is_hidden(&name) {
                continue;
            }
            if path.is_dir() {
                if depth > 0 {
                    self.look_through(&path, depth - 1)?;
                }
            } else if is_data(&name) {
                self.files.push(path);
            } else {
                self.others.push(name);
            }
        }
        Ok(())
    }
}

/// Whether the files of an archive are those of a workbook.
pub(crate) fn is_workbook(members: &[String]) -> bool {
    let has = |name: &str| members.iter().any(|member| member == name);
    has("xl/workbook.xml") || has("xl/workbook.bin") || has("content.xml") && has("META-INF/manifest.xml")
}

/// The files of a ZIP archive; `None` for a file that is none, or that is a workbook.
fn members(path: &Path) -> Result<Option<Vec<String>>, Error> {
    let name = path.display().to_string();
    // Whoever opens it tells why it cannot be opened.
    let Ok(mut file) = File::open(path) else { return Ok(None) };
    let mut magic = Vec::new();
    if file.by_ref().take(4).read_to_end(&mut magic).is_err() || magic != *ZIP {
        return Ok(None);
    }
    let names = names(&mut archive(&name, file)?);
    let is_workbook = is_workbook(&names);
    Ok((!is_workbook).then_some(names))
}

/// The files of an archive by name; folders and hidden files left out.
pub(crate) fn names<R: Read + Seek>(archive: &mut ZipArchive<R>) -> Vec<String> {
    let mut names: Vec<String> = archive
        .file_names()
        .filter_map(Result::ok)
        .filter(|name| !name.ends_with('/') && !name.split('/').any(is_hidden))
        .map(|name| name.into_owned())
        .collect();
    names.sort();
    names
}

/// Opens a ZIP archive.
pub(crate) fn archive<R: Read + Seek>(name: &str, reader: R) -> Result<ZipArchive<R>, Error> {
    ZipArchive::new(reader).map_err(|error| damaged(name, &error))
}

fn damaged(name: &str, error: &zip::result::ZipError) -> Error {
    Error::whole(name, message!("source-packed-damaged", kind = "ZIP", reason = error.to_string()))
}

/// A file of an archive, unpacked as it is read, and its packed size. The packed bytes that are read count for the limit.
pub(crate) fn member(
    name: &str,
    mut reader: impl Read + Seek + Send + 'static,
    member: &str,
    limit: &UnpackLimit,
) -> Result<(Box<dyn Read + Send>, u64), Error> {
    let (start, size, compression) = {
        let mut archive = archive(name, &mut reader)?;
        let file = archive.by_name(member).map_err(|error| damaged(name, &error))?;
        if file.encrypted() {
            return Err(Error::whole(name, message!("source-encrypted")));
        }
        (file.data_start().unwrap_or(0), file.compressed_size(), file.compression())
    };
    let start = i64::try_from(start).unwrap_or(i64::MAX);
    reader.rewind().and_then(|()| reader.seek_relative(start)).map_err(|error| unreadable(name, &error))?;
    let packed = Counted::new(reader.take(size), &limit.packed);
    match compression {
        CompressionMethod::Stored => Ok((Box::new(packed), size)),
        CompressionMethod::Deflated => Ok((Box::new(Unpacking::new(packed, PackingFormat::Zip, limit.clone())), size)),
        other => {
            let reason = message!("source-compression", method = other.to_string());
            Err(Error::whole(name, reason))
        }
    }
}
