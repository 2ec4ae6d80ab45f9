//! The folder of a report: whose it is, and how it is filled.
//!
//! A report is written whole beside its folder. Where the folder holds nothing else, the two are exchanged in one step;
//! where a user keeps own files in it, the files of the report are put in their places one after the other, and all of
//! them are put back when one cannot be.

use std::fs::OpenOptions;
use std::path::{Path, PathBuf};

use crate::error::CliError;
use crate::output::{self, Move, Temporary};
use crate::report::{Files, manifest};
use crate::{inputs, interrupt};
use collabgraph::message;

/// Refuses a folder with files in it that this command did not make.
pub(crate) fn check(folder: &Path, force: bool) -> Result<(), CliError> {
    if folder.is_symlink() && !folder.exists() {
        return Err(message!("errors-report-dangling", path = folder).into());
    }
    if folder.exists() && !folder.is_dir() {
        return Err(message!("errors-report-is-file", path = folder).into());
    }
    if force || manifest::is_ours(&folder.join(manifest::NAME)) {
        return Ok(());
    }
    // What a killed run left behind is nobody's.
    let is_left = |entry: &std::fs::DirEntry| entry.file_name().to_string_lossy().starts_with(output::TEMPORARY);
    let occupied = std::fs::read_dir(folder).is_ok_and(|entries| entries.flatten().any(|entry| !is_left(&entry)));
    if occupied {
        return Err(message!("errors-report-occupied", path = folder).into());
    }
    Ok(())
}

/// Writes the report whole or not at all; what an earlier report had and this one has not goes with it.
pub(crate) fn write(folder: &Path, files: &Files, manifest: &[u8], force: bool) -> Result<(), CliError> {
    let folder = std::fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
    let earlier = manifest::files_of(&folder.join(manifest::NAME));
    let mut named: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    named.push((manifest::NAME, manifest));
    let mut targets = Vec::new();
    for &(name, _) in &named {
        let target = path_of(&folder, name);
        let is_ours = name == manifest::NAME || earlier.iter().any(|old| old.path == name);
        targets.push(allowed(target, is_ours || force)?);
    }
    let gone: Vec<PathBuf> = earlier
        .iter()
        .filter(|old| !files.contains_key(&old.path))
        .map(|old| (path_of(&folder, &old.path), &old.sha256))
        // What was changed since is the user's, and what is read stays.
        .filter(|(path, sha256)| manifest::is_unchanged(path, sha256) && !inputs::is_read(path))
        .map(|(path, _)| path)
        .collect();
    let staging = staging(&folder).map_err(|error| CliError::io(&folder, &error))?;
    let new = staging.path().join("new");
    for ((name, bytes), target) in named.iter().zip(&targets) {
        stage(&path_of(&new, name), bytes, target).map_err(|error| CliError::io(target, &error))?;
    }
    if !folder.exists() {
        return settle(&new, &folder);
    }
    if is_sole(&folder, &targets, &gone) && exchange(&new, &folder) {
        return Ok(());
    }
    let mut moves: Vec<Move> =
        named.iter().zip(&targets).map(|((name, _), target)| Move::new(&path_of(&new, name), target)).collect();
    let old = |number: usize| staging.path().join(format!("old-{number}"));
    moves.extend(gone.into_iter().enumerate().map(|(number, path)| Move::removal(path, old(number))));
    let mut pending = interrupt::pending();
    let made = make_folders(&targets).map_err(|(path, error)| CliError::io(&path, &error))?;
    output::swap(&moves, &mut pending).map_err(|(path, error)| {
        unmake(&made);
        CliError::io(&path, &error)
    })
}

/// The file that is to be replaced or made, in a folder that may have to be made first.
fn allowed(path: PathBuf, replaces: bool) -> Result<PathBuf, CliError> {
    if path.exists() && !path.is_file() {
        return Err(message!("errors-report-in-the-way", path = &path).into());
    }
    if path.exists() && !replaces {
        return Err(message!("errors-report-foreign", path = &path).into());
    }
    if path.exists() || path.is_symlink() {
        return Ok(output::target(&path)?.unwrap_or(path));
    }
    Ok(path)
}

/// A temporary folder beside the folder of the report, or in it where there can be none beside it on the same file system.
fn staging(folder: &Path) -> std::io::Result<Temporary> {
    let there = folder.ancestors().skip(1).find(|place| place.as_os_str().is_empty() || place.is_dir());
    let there = there.filter(|place| !place.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if !folder.is_dir() {
        return Temporary::folder(there);
    }
    if is_on_one_device(folder, there)
        && let Ok(staging) = Temporary::folder(there)
    {
        return Ok(staging);
    }
    Temporary::folder(folder)
}

#[cfg(unix)]
fn is_on_one_device(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let device = |path: &Path| std::fs::metadata(path).map(|found| found.dev()).ok();
    device(one) == device(other)
}

#[cfg(not(unix))]
fn is_on_one_device(_: &Path, _: &Path) -> bool {
    true
}

/// Writes a file of the report that is not in its place yet.
fn stage(path: &Path, bytes: &[u8], target: &Path) -> std::io::Result<()> {
    use std::io::Write;
    let mut file = {
        // A signal must not come between the making of a folder and the file in it.
        let _pending = interrupt::pending();
        std::fs::create_dir_all(output::folder_of(path))?;
        std::fs::File::create_new(path)?
    };
    output::keep_mode(&file, target)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// Makes the folder of a report that was none before, in one step.
fn settle(new: &Path, folder: &Path) -> Result<(), CliError> {
    let mut pending = interrupt::pending();
    let above = output::folder_of(folder);
    let made: Vec<PathBuf> = above.ancestors().take_while(|place| !place.exists()).map(Path::to_owned).collect();
    let moved = std::fs::create_dir_all(&above).and_then(|()| std::fs::rename(new, folder));
    pending.written |= moved.is_ok();
    moved.map_err(|error| {
        made.iter().for_each(|place| _ = std::fs::remove_dir(place));
        CliError::io(folder, &error)
    })
}

/// Whether a folder holds nothing but what the report replaces or removes, so that it can be exchanged as a whole: no
/// other file, none that may not be written, no second name of one, no link, and nobody stands in it.
fn is_sole(folder: &Path, targets: &[PathBuf], gone: &[PathBuf]) -> bool {
    let stands = std::env::current_dir().is_ok_and(|here| here.starts_with(folder));
    let mut left = vec![folder.to_owned()];
    while let Some(place) = left.pop() {
        let Ok(entries) = std::fs::read_dir(&place) else { return false };
        for entry in entries {
            let Ok(entry) = entry else { return false };
            let (path, Ok(found)) = (entry.path(), entry.metadata()) else { return false };
            let is_known = found.is_file() && (targets.contains(&path) || gone.contains(&path));
            let is_ours = is_known && !has_other_names(&found) && OpenOptions::new().write(true).open(&path).is_ok();
            match found.is_dir() && targets.iter().chain(gone).any(|file| file.starts_with(&path)) {
                true => left.push(path),
                false if is_ours => {}
                false => return false,
            }
        }
    }
    !stands
}

#[cfg(unix)]
fn has_other_names(found: &std::fs::Metadata) -> bool {
    std::os::unix::fs::MetadataExt::nlink(found) > 1
}

#[cfg(not(unix))]
fn has_other_names(_: &std::fs::Metadata) -> bool {
    false
}

/// Exchanges the new folder and the old one in one step; `false` where that cannot be, and nothing is changed then.
#[cfg(target_os = "linux")]
fn exchange(new: &Path, folder: &Path) -> bool {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use std::os::unix::fs::MetadataExt;
    let (Ok(old), Ok(found)) = (std::fs::metadata(folder), std::fs::metadata(new)) else { return false };
    if old.permissions().readonly() || (old.uid(), old.gid()) != (found.uid(), found.gid()) {
        return false;
    }
    let mut pending = interrupt::pending();
    keep_modes(folder, new);
    let exchanged = renameat_with(CWD, new, CWD, folder, RenameFlags::EXCHANGE).is_ok();
    if !exchanged {
        let _ = std::fs::set_permissions(new, found.permissions());
    }
    pending.written |= exchanged;
    exchanged
}

/// Gives a new folder, and those in it, the rights of the old ones.
#[cfg(target_os = "linux")]
fn keep_modes(old: &Path, new: &Path) {
    let inside = std::fs::read_dir(new).into_iter().flatten().flatten().map(|entry| entry.path());
    let folders = inside.filter(|path| path.is_dir());
    for path in folders.chain([new.to_owned()]) {
        let of = path.strip_prefix(new).map_or_else(|_| old.to_owned(), |rest| old.join(rest));
        if let Ok(found) = std::fs::metadata(of)
            && !found.permissions().readonly()
        {
            // A folder that keeps its usual rights is no reason to fail.
            let _ = std::fs::set_permissions(path, found.permissions());
        }
    }
}

#[cfg(not(target_os = "linux"))]
fn exchange(_: &Path, _: &Path) -> bool {
    false
}

/// Makes the folders that files need; returns those that were made, the deepest last.
fn make_folders(targets: &[PathBuf]) -> Result<Vec<PathBuf>, (PathBuf, std::io::Error)> {
    let mut made = Vec::new();
    for folder in targets.iter().map(|target| output::folder_of(target)) {
        if folder.is_dir() {
            continue;
        }
        if let Err(error) = std::fs::create_dir(&folder) {
            unmake(&made);
            return Err((folder, error));
        }
        made.push(folder);
    }
    Ok(made)
}

fn unmake(made: &[PathBuf]) {
    made.iter().rev().for_each(|folder| _ = std::fs::remove_dir(folder));
}

fn path_of(folder: &Path, name: &str) -> PathBuf {
    name.split('/').fold(folder.to_owned(), |path, part| path.join(part))
}
