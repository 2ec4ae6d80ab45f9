//! Where answers go: standard output, or a file that is there whole or not at all.

use std::io::{ErrorKind, Write};
use std::path::Path;

use collabgraph::render::visible::visible;

use crate::fault::Fault;
use crate::terminal;

/// What is written: called once, with where to.
pub(crate) type Content<'c> = &'c mut dyn FnMut(&mut dyn Write) -> std::io::Result<()>;

/// Writes data to standard output; on a terminal, control characters of names are made visible.
pub(crate) fn print(bytes: &[u8]) -> Result<(), Fault> {
    match std::str::from_utf8(bytes) {
        Ok(text) if terminal::is_shown() => print_styled(&visible(text)),
        _ => print_bytes(bytes),
    }
}

/// Writes text that holds styles of our own, and in which names were made visible before.
pub(crate) fn print_styled(text: &str) -> Result<(), Fault> {
    print_bytes(text.as_bytes())
}

/// A reader that closed the pipe has what it wanted: that is no fault.
fn print_bytes(bytes: &[u8]) -> Result<(), Fault> {
    let mut out = std::io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Fault::io(Path::new("-"), &error)),
        _ => Ok(()),
    }
}

/// Writes a file whole or not at all: into a temporary file beside it, then renamed over it.
pub(crate) fn write_file(path: &Path, bytes: &[u8]) -> Result<(), Fault> {
    write_with(path, &mut |out| out.write_all(bytes))
}

/// The same for content that is written bit by bit. When the writing fails nothing is left behind.
pub(crate) fn write_with(path: &Path, write: Content<'_>) -> Result<(), Fault> {
    if path.is_dir() {
        return Err(Fault::new(
            format!("{} is a folder; give -o a file name, such as {}.", path.display(), path.join("map.svg").display()),
            format!(
                "{}은(는) 폴더다. -o에 {} 같은 파일 이름을 주세요.",
                path.display(),
                path.join("map.svg").display()
            ),
        ));
    }
    if is_special(path) {
        return write_through(path, write).map_err(|error| Fault::io(path, &error));
    }
    // A link stays a link: the file it names is replaced.
    let target = std::fs::canonicalize(path);
    let path = target.as_deref().unwrap_or(path);
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    if !folder.is_dir() {
        return Err(Fault::new(
            format!("There is no folder {}; make it first, or choose another with -o.", folder.display()),
            format!("{} 폴더가 없다. 먼저 만들거나 -o로 다른 곳을 고르세요.", folder.display()),
        ));
    }
    replace(folder, path, write).map_err(|error| Fault::io(path, &error))
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

fn replace(folder: &Path, path: &Path, write: Content<'_>) -> std::io::Result<()> {
    let mut file = tempfile::Builder::new().prefix(".collab-").tempfile_in(folder)?;
    write(&mut file)?;
    file.as_file().sync_all()?;
    widen_permissions(&file, path)?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// Temporary files are private to their owner; the result must have the rights of an ordinary file, or those
/// of the file it replaces.
#[cfg(unix)]
fn widen_permissions(file: &tempfile::NamedTempFile, path: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let mode = std::fs::metadata(path).map_or(0o644, |old| old.permissions().mode() & 0o777);
    file.as_file().set_permissions(std::fs::Permissions::from_mode(mode))
}

#[cfg(not(unix))]
fn widen_permissions(_: &tempfile::NamedTempFile, _: &Path) -> std::io::Result<()> {
    Ok(())
}
