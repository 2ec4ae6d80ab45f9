//! `project`: the ties of inputs of any size, as a file.

use crate::args::Global;
use crate::args::commands::ProjectArgs;
use crate::args::given::{OF_NETWORKS, OF_WORKS};
use crate::error::CliError;
use crate::terminal::{self, VisibleWriter};
use crate::{output, progress, session};
use collabgraph::corpus::Corpus;
use collabgraph::corpus::institution::InstitutionId;
use collabgraph::exchange::{self, ExportFormat, NetworkAttributes};
use collabgraph::message;
use collabgraph::messages::{List, Localizer};
use collabgraph::network::Network;
use collabgraph::network::counting::Projection;
use collabgraph::scan::progress::ProgressHandle;
use collabgraph::sink::{self, Projected, Reading, project};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

/// Rows that are put together before they are written.
const ROWS: usize = 1 << 14;

/// What is written, and whether it is packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Target {
    format: Kind,
    packing: Packing,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// A row a tie, with this delimiter.
    Rows(char),
    /// A network for another program.
    Network(ExportFormat),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Packing {
    Plain,
    Gzip,
}

/// Projects and writes; `false` when there are no ties.
pub(crate) fn run(mut global: Global, files: Vec<PathBuf>, args: &ProjectArgs) -> Result<bool, CliError> {
    refuse_filters(&global)?;
    let named: Vec<PathBuf> = args.inputs.iter().chain(&args.input).cloned().collect();
    session::check_files(&named)?;
    global.data.extend(files);
    global.data.extend(named);
    // Only a job is printed where no file is named.
    let Some(file) = args.output.as_deref() else { return Ok(false) };
    let target = target(file, args.export_format)?;
    let language = global.language();
    let (inputs, ingest) = (session::inputs(&global.data), session::options(&global)?);
    let max_team = Some(global.max_team).filter(|&cap| cap > 0);
    let projection = Projection { counting: global.counting.into(), max_team };
    // A signal ends the process: nothing has to be asked to stop.
    let stop = AtomicBool::new(false);
    let bar = progress::bytes(&Localizer::new(language).render(&message!("cli-reading")));
    let moved = |done, size| progress::moved(&bar, done, size);
    let watch = ProgressHandle { progress: &moved, stop: &stop };
    let found = project(&inputs, &sink::Options { ingest, projection }, Some(watch));
    bar.finish_and_clear();
    let projected = found?;
    session::report_notices(&global, &projected.notices, language)?;
    report_result(&projected, &global);
    write(&projected.corpus, file, target, projection)?;
    Ok(!projected.ties().is_empty())
}

/// Works are not held, so that nothing can be asked of them.
pub(crate) fn refuse_filters(global: &Global) -> Result<(), CliError> {
    let found = global.first_given(&OF_WORKS).or_else(|| global.first_given(&OF_NETWORKS));
    match found.or_else(|| global.derived_level()) {
        Some(option) => Err(message!("errors-project-filter", option = option).into()),
        None => Ok(()),
    }
}

pub(crate) fn target(file: &Path, wanted: Option<ExportFormat>) -> Result<Target, CliError> {
    let name = file.file_name().map_or_else(String::new, |name| name.to_string_lossy().to_lowercase());
    let (bare, packing) = match name.strip_suffix(".gz") {
        Some(bare) => (bare.to_owned(), Packing::Gzip),
        None => (name, Packing::Plain),
    };
    let extension = bare.rsplit_once('.').map_or("", |(_, extension)| extension);
    let format = match (wanted, extension) {
        (Some(ExportFormat::EdgeList), "csv") | (None, "csv") => Kind::Rows(','),
        (Some(ExportFormat::EdgeList), _) | (None, "tsv" | "") => Kind::Rows('\t'),
        (Some(format), _) => Kind::Network(format),
        (None, extension) => Kind::Network(ExportFormat::of_extension(extension).ok_or_else(|| unknown(file))?),
    };
    Ok(Target { format, packing })
}

fn unknown(file: &Path) -> CliError {
    let formats = List::comma(ExportFormat::ALL.map(ExportFormat::key));
    message!("errors-project-extension", path = file, formats = formats).into()
}

/// What was read and what was excluded, on standard error.
pub(crate) fn report_result(projected: &Projected, global: &Global) {
    let (institutions, ties) = (projected.corpus.institution_count(), projected.ties().len());
    let mut remarks =
        vec![message!("cli-projected", works = projected.works, institutions = institutions, ties = ties)];
    let excluded = projected.excluded;
    if excluded.works > 0 {
        remarks.push(message!(
            "cli-project-large-teams",
            count = excluded.works,
            cap = global.max_team,
            largest = excluded.largest,
            pairs = excluded.pairs
        ));
    }
    match projected.way {
        Reading::Loaded => remarks.push(message!("cli-project-loaded")),
        Reading::Compared => remarks.push(message!("cli-project-compared")),
        _ if global.data.len() > 1 => remarks.push(message!("cli-project-repeats")),
        _ => {}
    }
    remarks.iter().for_each(|remark| terminal::remark(global, remark));
}

pub(crate) fn write(corpus: &Corpus, file: &Path, target: Target, projection: Projection) -> Result<(), CliError> {
    match target.format {
        Kind::Rows(delimiter) => deliver(file, target.packing, &mut |out| rows(corpus, delimiter, out)),
        Kind::Network(format) => {
            let network = Network::one_mode(corpus, projection);
            let parts = exchange::write(&network, &NetworkAttributes::of(&network), format)
                .map_err(|error| message!("errors-network", reason = error.to_string()))?;
            match parts.as_slice() {
                [part] => deliver(file, target.packing, &mut |out| out.write_all(&part.bytes)),
                _ => Err(message!("errors-project-several-files", files = parts.len()).into()),
            }
        }
    }
}

/// Writes to a file, whole or not at all, or to standard output.
fn deliver(file: &Path, packing: Packing, content: output::Content<'_>) -> Result<(), CliError> {
    let mut packed = |out: &mut dyn Write| -> std::io::Result<()> {
        let mut out = BufWriter::with_capacity(1 << 18, out);
        match packing {
            Packing::Plain => content(&mut out)?,
            Packing::Gzip => {
                let mut encoder = flate2::write::GzEncoder::new(&mut out, flate2::Compression::default());
                content(&mut encoder)?;
                encoder.finish()?;
            }
        }
        out.flush()
    };
    if file.as_os_str() != "-" {
        return output::write_with(file, &mut packed);
    }
    let out = std::io::stdout().lock();
    let delivered = if terminal::is_shown() { packed(&mut VisibleWriter::new(out)) } else { packed(&mut { out }) };
    match delivered {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(CliError::io(file, &error)),
        _ => Ok(()),
    }
}

/// A row a tie, by name; institutions that share a name go by their id.
fn rows(corpus: &Corpus, delimiter: char, out: &mut dyn Write) -> std::io::Result<()> {
    let labels = labels(corpus, delimiter);
    writeln!(out, "Source{delimiter}Target{delimiter}Weight")?;
    let mut text = String::new();
    for ties in corpus.explicit_ties().chunks(ROWS) {
        text.clear();
        for tie in ties {
            text.push_str(&labels[tie.a.index()]);
            text.push(delimiter);
            text.push_str(&labels[tie.b.index()]);
            text.push(delimiter);
            push_number(&mut text, tie.weight);
            text.push('\n');
        }
        out.write_all(text.as_bytes())?;
    }
    Ok(())
}

/// Writes a weight: whole ones, which are most, without the machinery of fractions.
fn push_number(text: &mut String, weight: f64) {
    if weight.fract() != 0.0 || !(0.0..1e15).contains(&weight) {
        text.push_str(&weight.to_string());
        return;
    }
    let mut rest = weight as u64;
    let mut digits = [0u8; 16];
    let mut at = digits.len();
    while rest > 0 || at == digits.len() {
        at -= 1;
        digits[at] = b'0' + (rest % 10) as u8;
        rest /= 10;
    }
    digits[at..].iter().for_each(|&digit| text.push(char::from(digit)));
}

fn labels(corpus: &Corpus, delimiter: char) -> Vec<String> {
    let name = |id: InstitutionId| corpus.institution(id).names.name.as_str();
    let mut by_name: Vec<InstitutionId> = corpus.institution_ids().collect();
    by_name.sort_by_key(|&id| name(id));
    let mut labels = vec![String::new(); by_name.len()];
    for run in by_name.chunk_by(|&a, &b| name(a) == name(b)) {
        for &id in run {
            let label = if run.len() > 1 { corpus.institution(id).id.as_str() } else { name(id) };
            labels[id.index()] = quoted(label, delimiter);
        }
    }
    labels
}

pub(crate) fn quoted(label: &str, delimiter: char) -> String {
    let is_special = |letter: char| letter == delimiter || matches!(letter, '"' | '\n' | '\r' | ',' | ';' | '\t');
    if label.contains(is_special) { format!("\"{}\"", label.replace('"', "\"\"")) } else { label.to_owned() }
}
