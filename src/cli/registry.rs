//! `registry`: which registry is in use, and building one from a dump.

use std::path::Path;

use collabgraph::corpus::date::Date;
use collabgraph::ingest::input::Input;
use collabgraph::message;
use collabgraph::messages::Localizer;
use collabgraph::names::registry::{self, InstitutionRegistry, Release, dump};

use crate::args::Global;
use crate::args::commands::RegistryCommand;
use crate::args::values::AnswerFormat;
use crate::error::CliError;
use crate::{output, session};

/// Tells which registry is in use, or builds one.
pub(crate) fn run(global: &Global, command: Option<&RegistryCommand>) -> Result<bool, CliError> {
    match command {
        Some(RegistryCommand::Build { dump, output, date, total }) => build(global, dump, output, *date, *total),
        None => tell(global),
    }
}

fn tell(global: &Global) -> Result<bool, CliError> {
    let authority = session::authority(global)?;
    let localizer = Localizer::new(global.language());
    let Some(registry) = authority.registry() else {
        return output::print(format!("{}\n", localizer.render(&message!("registry-none"))).as_bytes()).map(|()| true);
    };
    let file = global.registry.as_ref().map(|path| path.display().to_string());
    if global.json || global.format == Some(AnswerFormat::Json) {
        let told = serde_json::json!({
            "registry": file.as_deref().unwrap_or("embedded"),
            "records": registry.len(),
            "total": (registry.total() > 0).then(|| registry.total()),
            "release": registry.release(),
            "bytes": registry.size(),
            "licence": "CC0-1.0",
        });
        return output::print(format!("{told:#}\n").as_bytes()).map(|()| true);
    }
    let text: Vec<String> = described(registry, file).iter().map(|one| localizer.render(one)).collect();
    output::print(format!("{}\n", text.join("\n")).as_bytes()).map(|()| true)
}

fn described(registry: &InstitutionRegistry, file: Option<String>) -> Vec<collabgraph::messages::Message> {
    let records = registry.len() as u64;
    let mut told = vec![match file {
        Some(path) => message!("registry-of-file", path = path, records = records),
        None => message!("registry-embedded", records = records),
    }];
    if let Some(release) = registry.release() {
        told.push(message!("registry-release", date = release));
    }
    if registry.total() as usize > registry.len() {
        told.push(message!("registry-part", total = u64::from(registry.total())));
    }
    told
}

fn build(global: &Global, dump: &Path, to: &Path, date: Option<Date>, total: Option<u32>) -> Result<bool, CliError> {
    let records = dump::read(&Input::from_argument(dump))?;
    let digits: String =
        date.map(|date| date.to_string()).unwrap_or_default().chars().filter(char::is_ascii_digit).collect();
    let release =
        Release { day: digits.parse().ok().filter(|day| *day > 9_999_999).unwrap_or(0), total: total.unwrap_or(0) };
    let read = records.len() as u64;
    let bytes = registry::build(records, release)
        .map_err(|error| message!("registry-not-built", reason = error.to_string()))?;
    let records = InstitutionRegistry::from_bytes(bytes.clone()).map_or(0, |registry| registry.len() as u64);
    output::write_file(to, &bytes)?;
    let path = to.display().to_string();
    let told = message!(
        "registry-built",
        path = path,
        records = records,
        read = read,
        megabytes = (bytes.len() as u64).div_ceil(1_000_000)
    );
    output::print(format!("{}\n", Localizer::new(global.language()).render(&told)).as_bytes()).map(|()| true)
}
