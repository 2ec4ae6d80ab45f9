//! `project`: the ties of inputs of any size, as a file.

use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use collabgraph::answer::language::Language;
use collabgraph::corpus::Corpus;
use collabgraph::corpus::institution::InstitutionId;
use collabgraph::english::counted;
use collabgraph::exchange::{self, ExportFormat, NetworkAttributes};
use collabgraph::ingest::stream::watch::Watch;
use collabgraph::network::Network;
use collabgraph::network::counting::Projection;
use collabgraph::projection::{self, Projected, Way, project};

use crate::args::{Global, ProjectArgs};
use crate::fault::Fault;
use crate::terminal::{self, VisibleWriter};
use crate::{output, progress, session};

/// Rows that are put together before they are written.
const ROWS: usize = 1 << 14;

/// What is written, and whether it is packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Target {
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
pub(crate) fn run(mut global: Global, files: Vec<PathBuf>, args: &ProjectArgs) -> Result<bool, Fault> {
    refuse_filters(&global)?;
    session::check_files(&args.inputs)?;
    global.data.extend(files);
    global.data.extend(args.inputs.iter().cloned());
    let target = target(&args.output, args.export_format)?;
    let language = global.language();
    let (inputs, ingest) = (session::inputs(&global.data), session::options(&global)?);
    let max_team = Some(global.max_team).filter(|&cap| cap > 0);
    let projection = Projection { counting: global.counting.into(), max_team };
    // A signal ends the process: nothing has to be asked to stop.
    let stop = AtomicBool::new(false);
    let bar = progress::bytes(&language.say("reading", "읽는 중"));
    let moved = |done, size| progress::moved(&bar, done, size);
    let watch = Watch { progress: &moved, stop: &stop };
    let found = project(&inputs, &projection::Options { ingest, projection }, Some(watch));
    bar.finish_and_clear();
    let projected = found?;
    session::say_notices(&global, &projected.notices, language)?;
    if !global.quiet {
        tell(&projected, &global, language);
    }
    write(&projected.corpus, &args.output, target, projection)?;
    Ok(!projected.ties().is_empty())
}

/// Works are not held, so that nothing can be asked of them.
fn refuse_filters(global: &Global) -> Result<(), Fault> {
    let given = [
        ("--since", global.since.is_some()),
        ("--until", global.until.is_some()),
        ("--country", !global.country.is_empty()),
        ("--sector", !global.sector.is_empty()),
        ("--criterion", !global.criterion.is_empty()),
        ("--domain", !global.domain.is_empty()),
        ("--institution", !global.institution.is_empty()),
    ];
    match given.iter().find(|(_, given)| *given) {
        Some((flag, _)) => Err(Fault::new(
            format!(
                "project takes every work, so that {flag} has no place in it; `collab {flag} … export` filters works."
            ),
            format!(
                "project는 모든 성과물을 읽으므로 {flag}를 쓸 수 없다. 거르려면 `collab {flag} … export`를 쓰세요."
            ),
        )),
        None => Ok(()),
    }
}

fn target(file: &Path, wanted: Option<ExportFormat>) -> Result<Target, Fault> {
    let name = file.file_name().map_or_else(String::new, |name| name.to_string_lossy().to_lowercase());
    let (bare, packing) = match name.strip_suffix(".gz") {
        Some(bare) => (bare.to_owned(), Packing::Gzip),
        None => (name, Packing::Plain),
    };
    let ending = bare.rsplit_once('.').map_or("", |(_, ending)| ending);
    let format = match (wanted, ending) {
        (Some(ExportFormat::EdgeList), "csv") | (None, "csv") => Kind::Rows(','),
        (Some(ExportFormat::EdgeList), _) | (None, "tsv" | "") => Kind::Rows('\t'),
        (Some(format), _) => Kind::Network(format),
        (None, ending) => Kind::Network(ExportFormat::of_extension(ending).ok_or_else(|| unknown(file))?),
    };
    Ok(Target { format, packing })
}

fn unknown(file: &Path) -> Fault {
    let (file, known) = (file.display(), ExportFormat::ALL.map(ExportFormat::key).join(", "));
    Fault::new(
        format!(
            "{file}: the ending does not tell the format; end it in .csv or .tsv for a list of ties, or say --export-format with one of {known}."
        ),
        format!(
            "{file}: 확장자로 형식을 알 수 없다. 관계 목록은 .csv나 .tsv로 끝내고, 아니면 --export-format에 {known} 가운데 하나를 주세요."
        ),
    )
}

/// What was read and what was left out, on standard error.
fn tell(projected: &Projected, global: &Global, language: Language) {
    let (works, left_out) = (projected.works, projected.left_out);
    let (institutions, ties) = (projected.corpus.institution_count(), projected.ties().len());
    let mut lines = vec![language.say(
        format!(
            "{}, {}, {}.",
            counted(works as usize, "work", "works"),
            counted(institutions, "institution", "institutions"),
            counted(ties, "tie", "ties")
        ),
        format!("성과물 {works}건, 기관 {institutions}곳, 관계 {ties}개."),
    )];
    if left_out.works > 0 {
        let (count, largest, pairs, cap) = (left_out.works, left_out.largest, left_out.pairs, global.max_team);
        lines.push(language.say(
            match count {
                1 => format!("1 work of more than {cap} institutions ({largest}) makes no ties; with it there would be {pairs} pairs more. --max-team 0 takes it in."),
                _ => format!("{count} works of more than {cap} institutions (up to {largest}) make no ties; with them there would be {pairs} pairs more, each counted for each work. --max-team 0 takes them in."),
            },
            format!("기관이 {cap}곳을 넘는 성과물 {count}건(많게는 {largest}곳)은 관계를 만들지 않았다. 넣으면 쌍이 성과물마다 세어 {pairs}개 늘어난다. 넣으려면 --max-team 0을 주세요."),
        ));
    }
    if projected.way == Way::Loaded {
        lines.push(language.say(
            "One input is in a format that cannot be read row by row, so all works were held in memory.",
            "한 줄씩 읽을 수 없는 형식이 있어 모든 성과물을 메모리에 올렸다.",
        ));
    } else if projected.way == Way::Compared {
        lines.push(language.say(
            "Several rows may be one work, or two names of a work one institution, so all works were held in memory to compare them.",
            "여러 행이 한 성과물이거나 두 이름이 한 기관일 수 있어 모든 성과물을 메모리에 올려 견주었다.",
        ));
    } else if global.data.len() > 1 {
        lines.push(language.say(
            "Works are not held: one that stands in two inputs counts twice.",
            "성과물을 기억하지 않으므로 두 입력에 모두 있는 성과물은 두 번 센다.",
        ));
    }
    for line in lines {
        terminal::report(&line);
    }
}

fn write(corpus: &Corpus, file: &Path, target: Target, projection: Projection) -> Result<(), Fault> {
    match target.format {
        Kind::Rows(delimiter) => deliver(file, target.packing, &mut |out| rows(corpus, delimiter, out)),
        Kind::Network(format) => {
            let network = Network::one_mode(corpus, projection);
            let parts = exchange::write(&network, &NetworkAttributes::of(&network), format).map_err(|error| {
                Fault::new(
                    format!("The network could not be written: {error}."),
                    format!("네트워크를 쓸 수 없다: {error}."),
                )
            })?;
            match parts.as_slice() {
                [part] => deliver(file, target.packing, &mut |out| out.write_all(&part.bytes)),
                _ => Err(Fault::new(
                    format!(
                        "This format is {} files; project writes one: choose another, or use `export`.",
                        parts.len()
                    ),
                    format!(
                        "이 형식은 파일 {}개다. project는 하나만 쓴다. 다른 형식을 고르거나 `export`를 쓰세요.",
                        parts.len()
                    ),
                )),
            }
        }
    }
}

/// Writes to a file, whole or not at all, or to standard output.
fn deliver(file: &Path, packing: Packing, content: output::Content<'_>) -> Result<(), Fault> {
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
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(Fault::io(file, &error)),
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

fn quoted(label: &str, delimiter: char) -> String {
    let is_special = |letter: char| letter == delimiter || matches!(letter, '"' | '\n' | '\r' | ',' | ';' | '\t');
    if label.contains(is_special) { format!("\"{}\"", label.replace('"', "\"\"")) } else { label.to_owned() }
}
