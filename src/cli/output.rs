//! Where answers go: standard output, or a file that is there whole or not at all.

use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use collabgraph::message;
use collabgraph::render::visible::visible;

use crate::error::CliError;
use crate::interrupt::Pending;
use crate::{inputs, interrupt, terminal};

/// What is written: called once, with where to.
pub(crate) type Content<'c> = &'c mut dyn FnMut(&mut dyn Write) -> std::io::Result<()>;

/// Writes data to standard output; on a terminal, control characters of names are made visible.
pub(crate) fn print(bytes: &[u8]) -> Result<(), CliError> {
    match std::str::from_utf8(bytes) {
        Ok(text) if terminal::is_shown() => print_styled(&visible(text)),
        _ => print_bytes(bytes),
    }
}

/// Whether standard output is an ordinary file with nothing in it yet, as after `> answer.csv`: no pipe, and no file that
/// is added to.
pub(crate) fn is_new_file() -> bool {
    #[cfg(unix)]
    {
        use std::os::fd::AsFd;
        let file = std::io::stdout().as_fd().try_clone_to_owned().map(std::fs::File::from);
        let found = file.and_then(|file| file.metadata());
        found.is_ok_and(|found| found.is_file() && found.len() == 0)
    }
    #[cfg(not(unix))]
    {
        false
    }
}

/// Writes text that holds styles of our own, and in which names were made visible before.
pub(crate) fn print_styled(text: &str) -> Result<(), CliError> {
    print_bytes(text.as_bytes())
}

/// A reader that closed the pipe has what it wanted: that is no error.
fn print_bytes(bytes: &[u8]) -> Result<(), CliError> {
    let mut out = std::io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(CliError::io(Path::new("-"), &error)),
        _ => Ok(()),
    }
}

/// The same for a text of several parts, with a line feed at its end.
pub(crate) fn print_by_parts(parts: impl FnOnce(&mut dyn FnMut(&str))) -> Result<(), CliError> {
    let mut result = Ok(());
    let is_shown = terminal::is_shown();
    let mut out = std::io::stdout().lock();
    parts(&mut |part| {
        if result.is_ok() {
            let part = if is_shown { visible(part) } else { part.into() };
            result = out.write_all(part.as_bytes());
        }
    });
    match result.and_then(|()| out.write_all(b"\n")).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(CliError::io(Path::new("-"), &error)),
        _ => Ok(()),
    }
}

/// Writes a file whole or not at all: into a temporary file beside it, then renamed over it.
pub(crate) fn write_file(path: &Path, bytes: &[u8]) -> Result<(), CliError> {
    write_with(path, &mut |out| out.write_all(bytes))
}

/// The same for content that is written bit by bit. When the writing fails nothing is left behind.
pub(crate) fn write_with(path: &Path, write: Content<'_>) -> Result<(), CliError> {
    let mut outputs = Outputs::default();
    outputs.add(path, write)?;
    outputs.finish()
}

/// Files that belong together: all of them are put in their places, or none.
#[derive(Debug, Default)]
pub(crate) struct Outputs {
    staged: Vec<(Temporary, PathBuf)>,
}

impl Outputs {
    /// Writes a file beside the place where it belongs. A device or a pipe gets it at once.
    pub(crate) fn add(&mut self, path: &Path, write: Content<'_>) -> Result<(), CliError> {
        let Some(target) = target(path)? else {
            return write_through(path, write).map_err(|error| CliError::io(path, &error));
        };
        if self.staged.iter().any(|(_, other)| *other == target || inputs::is_same(other, &target)) {
            return Err(message!("errors-written-twice", path = path).into());
        }
        let folder = folder_of(&target);
        let staged = Temporary::file(&folder, |file| {
            keep_mode(file, &target)?;
            write(file)?;
            file.sync_all()
        });
        self.staged.push((staged.map_err(|error| CliError::io(path, &error))?, target));
        Ok(())
    }

    /// Puts the files in their places.
    pub(crate) fn finish(self) -> Result<(), CliError> {
        let moves: Vec<Move> = self.staged.iter().map(|(from, to)| Move::new(from.path(), to)).collect();
        swap(&moves, &mut interrupt::pending()).map_err(|(path, error)| CliError::io(&path, &error))
    }
}

/// The file that is to be replaced or made; none for what is written through. Refuses what can be neither.
pub(crate) fn target(path: &Path) -> Result<Option<PathBuf>, CliError> {
    if path.is_dir() {
        return Err(message!("errors-output-is-folder", path = path, example = &path.join("map.svg")).into());
    }
    if is_special(path) {
        return Ok(None);
    }
    inputs::refuse(path)?;
    // A link stays a link: the file it names is replaced.
    let target = match std::fs::canonicalize(path) {
        Ok(target) => target,
        Err(_) if path.is_symlink() => {
            return Err(message!("errors-output-dangling", path = path).into());
        }
        Err(_) => match (std::fs::canonicalize(folder_of(path)), path.file_name()) {
            (Ok(folder), Some(name)) => folder.join(name),
            _ => path.to_owned(),
        },
    };
    let folder = folder_of(&target);
    if !folder.is_dir() {
        return Err(message!("errors-no-folder", path = &folder).into());
    }
    Ok(Some(target))
}

/// The folder that a path lies in.
pub(crate) fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// A device, a pipe or a socket: `/dev/null`, `/dev/stdout`, `>(…)` of a shell. Renaming a file over one would
/// put an ordinary file in its place.
fn is_special(path: &Path) -> bool {
    std::fs::metadata(path).is_ok_and(|found| !found.is_file() && !found.is_dir())
}

/// What is written to a device or a pipe goes there directly.
fn write_through(path: &Path, write: Content<'_>) -> std::io::Result<()> {
    let mut out = std::fs::OpenOptions::new().write(true).open(path)?;
    write(&mut out)?;
    out.flush()
}

/// How names of temporary files and folders begin.
pub(crate) const TEMPORARY: &str = ".collab-";

/// A temporary file or folder; it goes when this goes, or when a signal comes.
#[derive(Debug)]
#[must_use]
pub(crate) struct Temporary(PathBuf);

impl Temporary {
    /// A file in a folder, filled.
    fn file(folder: &Path, fill: impl FnOnce(&mut std::fs::File) -> std::io::Result<()>) -> std::io::Result<Self> {
        let (mut file, temporary) = {
            let mut pending = interrupt::pending();
            let (file, path) = builder().tempfile_in(folder)?.keep().map_err(|error| error.error)?;
            pending.add(&path);
            (file, Self(path))
        };
        fill(&mut file)?;
        Ok(temporary)
    }

    /// A folder in a folder.
    pub(crate) fn folder(place: &Path) -> std::io::Result<Self> {
        let mut pending = interrupt::pending();
        let path = tempfile::Builder::new().prefix(TEMPORARY).tempdir_in(place)?.keep();
        pending.add(&path);
        Ok(Self(path))
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        let mut pending = interrupt::pending();
        if pending.take(&self.0) {
            interrupt::remove(&self.0);
        }
    }
}

/// Temporary files have the rights of every new file, so that `umask` holds.
fn builder() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(TEMPORARY);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    builder
}

/// Gives a new file the rights of the file that it will replace, before anything is in it.
#[cfg(unix)]
pub(crate) fn keep_mode(file: &std::fs::File, target: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    match std::fs::metadata(target) {
        Ok(old) => file.set_permissions(std::fs::Permissions::from_mode(old.permissions().mode() & 0o777)),
        Err(_) => Ok(()),
    }
}

#[cfg(not(unix))]
pub(crate) fn keep_mode(_: &std::fs::File, _: &Path) -> std::io::Result<()> {
    Ok(())
}

/// A finished file, and where it belongs; without one, what is there is removed.
#[derive(Debug)]
pub(crate) struct Move {
    from: Option<PathBuf>,
    to: PathBuf,
    /// Where the old file stays until all is done.
    old: PathBuf,
}

impl Move {
    /// A file that is put in its place.
    pub(crate) fn new(from: &Path, to: &Path) -> Self {
        let mut old = from.as_os_str().to_owned();
        old.push(".old");
        Self { from: Some(from.to_owned()), to: to.to_owned(), old: old.into() }
    }

    /// A file that is removed; `old` is a free name on the same file system.
    pub(crate) fn removal(to: PathBuf, old: PathBuf) -> Self {
        Self { from: None, to, old }
    }

    fn run(&self) -> std::io::Result<()> {
        if self.to.exists() {
            // Better a second name for the old file than a moment without it.
            std::fs::hard_link(&self.to, &self.old).or_else(|_| std::fs::rename(&self.to, &self.old))?;
        }
        match &self.from {
            Some(from) => std::fs::rename(from, &self.to),
            None => std::fs::remove_file(&self.to),
        }
    }

    fn undo(&self) {
        let _ = if self.old.exists() { std::fs::rename(&self.old, &self.to) } else { std::fs::remove_file(&self.to) };
    }
}

/// Puts all files in their places, or leaves all as it was; returns which could not be.
pub(crate) fn swap(moves: &[Move], pending: &mut Pending) -> Result<(), (PathBuf, std::io::Error)> {
    if let [Move { from: Some(from), to, .. }] = moves {
        std::fs::rename(from, to).map_err(|error| (to.clone(), error))?;
        pending.take(from);
        pending.written = true;
        return Ok(());
    }
    for (number, one) in moves.iter().enumerate() {
        if let Err(error) = one.run() {
            // What could not be moved has nothing new in its place.
            if one.old.exists() {
                one.undo();
            }
            moves[..number].iter().rev().for_each(Move::undo);
            // A second name of a file does not go by renaming it to the first.
            moves[..=number].iter().for_each(|one| _ = std::fs::remove_file(&one.old));
            return Err((one.to.clone(), error));
        }
    }
    for one in moves {
        let _ = std::fs::remove_file(&one.old);
        one.from.iter().for_each(|from| _ = pending.take(from));
    }
    pending.written = true;
    Ok(())
}
