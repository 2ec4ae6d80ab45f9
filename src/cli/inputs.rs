//! Files that the command reads: none of them is written over.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use collabgraph::message;

use crate::args::commands::{Command, Product, RegistryCommand, Tool};
use crate::args::values::ViewName;
use crate::args::{Cli, Global};
use crate::error::CliError;

static READ: OnceLock<Vec<(PathBuf, Identity)>> = OnceLock::new();

/// What a file is, whatever it is called: links of either kind lead to the same.
#[cfg(unix)]
type Identity = (u64, u64);
/// What a file is, whatever it is called: links lead to the same.
#[cfg(not(unix))]
type Identity = PathBuf;

/// Notes what the command reads, before anything is written; refuses outputs that are among it.
pub(crate) fn note(cli: &Cli) -> Result<(), CliError> {
    let mut paths: Vec<PathBuf> = of_all(&cli.global);
    paths.extend(cli.files.iter().cloned());
    let mut outputs: Vec<&Path> = Vec::new();
    match &cli.command {
        Some(Command::Tool(Tool::Project(args))) => {
            // Those of a job are files of the engine.
            if args.emit_sql.is_none() && args.engine.is_none() {
                paths.extend(args.inputs.iter().chain(&args.input).chain(&args.cells).cloned());
            }
            paths.extend(args.token_file.iter().cloned());
            outputs.extend(args.output.as_deref());
        }
        Some(Command::Product(Product::Draw(args))) => {
            let files = [&args.like, &args.font, &args.labels, &args.colors];
            paths.extend(files.into_iter().flatten().cloned());
            if args.view == Some(ViewName::Compare) {
                paths.extend(args.names.iter().map(PathBuf::from));
            }
            let files = [&args.output, &args.save_layout, &args.data_out, &args.alt_out];
            outputs.extend(files.into_iter().flatten().map(PathBuf::as_path));
        }
        Some(Command::Product(Product::Names { accept, .. })) => outputs.extend(accept.as_deref()),
        Some(Command::Product(Product::Export { output, .. })) => outputs.push(output),
        #[cfg(feature = "app")]
        Some(Command::Tool(Tool::App { output, .. })) => outputs.push(output),
        Some(Command::Product(Product::Explore { output, .. })) => outputs.extend(output.as_deref()),
        Some(Command::Product(Product::Report { claims, .. })) => paths.extend(claims.iter().cloned()),
        Some(Command::Tool(Tool::Registry { command: Some(RegistryCommand::Build { dump, output, .. }) })) => {
            paths.push(dump.clone());
            outputs.push(output);
        }
        Some(Command::Tool(Tool::Init(args))) => {
            paths.extend(args.inputs.iter().cloned());
            outputs.push(&args.output);
        }
        Some(Command::Tool(Tool::Fetch(args))) => outputs.push(&args.output),
        Some(Command::Tool(Tool::Bench(args))) => {
            paths.push(args.file.clone());
            outputs.extend(args.save.as_deref());
        }
        _ => {}
    }
    // The output of other commands is their own, by the same name.
    outputs.extend(cli.global.output.as_deref());
    outputs.dedup();
    let standard = Path::new("-");
    let known = paths.into_iter().flat_map(files).filter_map(|path| {
        // What standard input is read from has a name, too.
        let place = if path == standard { Path::new("/dev/stdin") } else { &path };
        identity(place).map(|identity| (path.clone(), identity))
    });
    // Noted once: there is one command a process.
    let _ = READ.set(known.collect());
    outputs.into_iter().filter(|&path| path != standard).try_for_each(refuse)
}

fn of_all(global: &Global) -> Vec<PathBuf> {
    let authorities = global.authority.iter().filter(|word| !matches!(word.as_str(), "default" | "none"));
    global.data.iter().cloned().chain(authorities.map(PathBuf::from)).chain(global.registry.clone()).collect()
}

/// The files that a word stands for: those of a folder or a pattern, else itself.
fn files(path: PathBuf) -> Vec<PathBuf> {
    let (mut found, mut seen) = (Vec::new(), BTreeSet::new());
    let word = path.to_string_lossy();
    match glob::glob(&word) {
        Ok(fitting) if !path.exists() && word.contains(['*', '?', '[']) => {
            fitting.flatten().for_each(|one| collect(one, &mut seen, &mut found));
        }
        _ => collect(path, &mut seen, &mut found),
    }
    found
}

/// Adds a file, or all files below a folder; a folder that links lead to again is looked through once. One that cannot be
/// read is told of by whoever reads it.
fn collect(path: PathBuf, seen: &mut BTreeSet<PathBuf>, found: &mut Vec<PathBuf>) {
    if !path.is_dir() {
        found.push(path);
    } else if std::fs::canonicalize(&path).is_ok_and(|place| seen.insert(place)) {
        let entries = std::fs::read_dir(path).into_iter().flatten().flatten();
        entries.for_each(|entry| collect(entry.path(), seen, found));
    }
}

/// Refuses to write over a file that the command reads.
pub(crate) fn refuse(output: &Path) -> Result<(), CliError> {
    let Some(input) = same_as(output) else { return Ok(()) };
    Err(if output == input {
        message!("errors-output-is-input", path = output).into()
    } else {
        message!("errors-output-is-input-as", path = output, input = input).into()
    })
}

/// Whether a file is one that the command reads.
pub(crate) fn is_read(path: &Path) -> bool {
    same_as(path).is_some()
}

fn same_as(path: &Path) -> Option<&'static Path> {
    let identity = identity(path)?;
    READ.get()?.iter().find(|(_, known)| *known == identity).map(|(path, _)| path.as_path())
}

/// Whether two paths lead to one file that is there.
pub(crate) fn is_same(one: &Path, other: &Path) -> bool {
    identity(one).is_some_and(|one| identity(other) == Some(one))
}

/// The identity of a file that holds something: devices and pipes are not written over.
#[cfg(unix)]
fn identity(path: &Path) -> Option<Identity> {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata(path).ok().filter(std::fs::Metadata::is_file).map(|found| (found.dev(), found.ino()))
}

#[cfg(not(unix))]
fn identity(path: &Path) -> Option<Identity> {
    std::fs::canonicalize(path).ok().filter(|path| path.is_file())
}
