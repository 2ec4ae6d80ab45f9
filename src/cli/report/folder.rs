//! The folder of a report: whose it is, and how it is filled.

use std::path::{Path, PathBuf};

use crate::fault::Fault;
use crate::output;
use crate::report::{Files, manifest};

/// Refuses a folder with files in it that this command did not make.
pub(crate) fn check(folder: &Path, force: bool) -> Result<(), Fault> {
    if folder.exists() && !folder.is_dir() {
        let folder = folder.display();
        return Err(Fault::new(
            format!("{folder} is a file; a report needs a folder. Choose another with -o."),
            format!("{folder}은(는) 파일이다. 보고서에는 폴더가 필요하다. -o로 다른 곳을 고르세요."),
        ));
    }
    if force || manifest::is_ours(&folder.join(manifest::NAME)) {
        return Ok(());
    }
    let occupied = std::fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some());
    if occupied {
        let folder = folder.display();
        return Err(Fault::new(
            format!(
                "{folder} is not empty and holds no report of ours, so nothing was written. Choose another folder with -o, or add --force."
            ),
            format!(
                "{folder} 폴더가 비어 있지 않고 이 명령이 만든 보고서도 없어서 아무것도 쓰지 않았다. -o로 다른 폴더를 고르거나 --force를 붙이세요."
            ),
        ));
    }
    Ok(())
}

/// Writes every file whole, the manifest last; then removes what an earlier report had and this one has not.
pub(crate) fn write(folder: &Path, files: &Files, manifest: &[u8]) -> Result<(), Fault> {
    let before = manifest::files_of(&folder.join(manifest::NAME));
    for (name, bytes) in files {
        write_one(&path_of(folder, name), bytes)?;
    }
    write_one(&folder.join(manifest::NAME), manifest)?;
    for old in before.iter().filter(|old| !files.contains_key(*old)) {
        let path = path_of(folder, old);
        if path.is_file() {
            std::fs::remove_file(&path).map_err(|error| Fault::io(&path, &error))?;
        }
    }
    Ok(())
}

fn write_one(path: &Path, bytes: &[u8]) -> Result<(), Fault> {
    if let Some(parent) = path.parent() {
        std::fs::create_dir_all(parent).map_err(|error| Fault::io(parent, &error))?;
    }
    output::write_file(path, bytes)
}

fn path_of(folder: &Path, name: &str) -> PathBuf {
    name.split('/').fold(folder.to_owned(), |path, part| path.join(part))
}
