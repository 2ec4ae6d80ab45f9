//! `export`: the network for other programs.

use crate::error::CliError;
use crate::session::Session;
use crate::{output, terminal};
use collabgraph::analysis::network_file::{self, FileColumns, NetworkFiles};
use collabgraph::exchange::{ExportFile, ExportFormat};
use collabgraph::message;
use collabgraph::messages::List;
use std::path::{Path, PathBuf};

/// Writes the network; `false` when it has no institutions.
pub(crate) fn write(
    session: &Session,
    file: &Path,
    format: Option<ExportFormat>,
    with_works: bool,
    of_file: FileColumns,
) -> Result<bool, CliError> {
    let format = match format {
        Some(format) => format,
        None => by_extension(file)?,
    };
    let NetworkFiles { files, altered, nodes, isolated } =
        network_file::write_with(session, format, with_works, of_file)?;
    report_renamed(session, &altered);
    if matches!(format, ExportFormat::EdgeList | ExportFormat::Ncol) && isolated > 0 {
        // A list of ties has no place for who has none.
        terminal::remark(&session.global, &message!("cli-without-partners", count = isolated));
    }
    if file.as_os_str() == "-" {
        return to_stdout(&files).map(|()| nodes > 0);
    }
    let single = files.len() == 1;
    let (mut outputs, mut written) = (output::Outputs::default(), Vec::new());
    for part in &files {
        let path = if single { file.to_owned() } else { beside(file, &part.suffix) };
        outputs.add(&path, &mut |out| out.write_all(&part.bytes))?;
        written.push(path.display().to_string());
    }
    outputs.finish()?;
    if !single {
        // One file was named: the others are reported even where remarks are not wanted.
        terminal::announce(&session.global, &message!("cli-written", files = List::comma(written)));
    }
    Ok(nodes > 0)
}

/// Nothing is changed silently: which names the format cannot hold, and how they are written.
fn report_renamed(session: &Session, altered: &[(String, String)]) {
    let Some((name, written)) = altered.first() else { return };
    let remark = message!("cli-renamed", count = altered.len(), name = name, written = written);
    terminal::remark(&session.global, &remark);
}

fn to_stdout(parts: &[ExportFile]) -> Result<(), CliError> {
    match parts {
        [part] => output::print(&part.bytes),
        _ => Err(message!("errors-several-files", files = parts.len()).into()),
    }
}

fn by_extension(file: &Path) -> Result<ExportFormat, CliError> {
    let found = file.extension().and_then(|extension| extension.to_str()).and_then(ExportFormat::of_extension);
    let extension = file.extension().map(|extension| extension.to_string_lossy().to_lowercase());
    if let Some(extension @ ("clu" | "vec")) = extension.as_deref() {
        let net = file.with_extension("net");
        return Err(message!("errors-pajek-part", path = file, extension = extension, network = &net).into());
    }
    if found.is_none() && extension.as_deref() == Some("parquet") {
        return Err(message!("errors-parquet-off", path = file).into());
    }
    found.ok_or_else(|| {
        let formats = List::comma(ExportFormat::ALL.map(ExportFormat::key));
        message!("errors-network-extension", path = file, formats = formats).into()
    })
}

/// `net.csv` and `_nodes.csv` → `net_nodes.csv`, in the same folder.
fn beside(file: &Path, suffix: &str) -> PathBuf {
    let stem = file.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
    file.with_file_name(format!("{stem}{suffix}"))
}
