//! `collab bench`: one task on one file, timed inside the process, as one line of JSON.
//!
//! The line has the fields that benches of other programs print, so that the two stand side by side: times are
//! those of the algorithm alone, `load_seconds` is the way from the file to the network.

mod clock;
mod curves;
mod edges;
mod ingest;
mod tasks;

use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::{Map, Value, json};

use crate::bench::clock::Times;
use crate::bench::tasks::Outcome;
use crate::error::CliError;
use crate::output;

/// Options of `bench`.
#[derive(Args, Debug)]
pub(crate) struct BenchArgs {
    pub(crate) task: String,
    pub(crate) file: PathBuf,
    #[arg(long, value_name = "N", default_value_t = 3)]
    pub(crate) repeat: usize,
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub(crate) threads: usize,
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(crate) seed: u64,
    #[arg(long = "opt", value_name = "KEY=VALUE")]
    pub(crate) settings: Vec<String>,
    #[arg(long, value_name = "FILE")]
    pub(crate) save: Option<PathBuf>,
}

impl BenchArgs {
    fn setting(&self, key: &str) -> Option<&str> {
        self.settings.iter().find_map(|setting| setting.split_once('=').filter(|pair| pair.0 == key).map(|pair| pair.1))
    }
}

/// Runs the task and prints its line.
pub(crate) fn run(args: &BenchArgs) -> Result<bool, CliError> {
    if args.task == "curves" {
        return curves::run(args);
    }
    // A second pool in one process is refused; the first one then serves.
    let _ = rayon::ThreadPoolBuilder::new().num_threads(args.threads.max(1)).build_global();
    let outcome = tasks::run(args)?;
    if let Some(path) = &args.save {
        let lines: String = outcome.values.iter().map(|value| format!("{value:?}\n")).collect();
        output::write_file(path, lines.as_bytes())?;
    }
    output::print(format!("{}\n", Value::Object(line(args, outcome))).as_bytes()).map(|()| true)
}

fn line(args: &BenchArgs, outcome: Outcome) -> Map<String, Value> {
    let size = args.file.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
    let mut line = Map::new();
    let mut put = |key: &str, value: Value| {
        if !value.is_null() {
            line.insert(key.to_owned(), value);
        }
    };
    put("task", json!(args.task));
    put("peer", json!("collab"));
    put("version", json!(env!("CARGO_PKG_VERSION")));
    put("size", json!(size));
    put("threads", json!(args.threads.max(1)));
    args.settings.iter().filter_map(|setting| setting.split_once('=')).for_each(|(key, value)| put(key, json!(value)));
    put("result", outcome.result);
    put("quality", outcome.quality);
    outcome.more.into_iter().for_each(|(key, value)| put(key, value));
    let Times { seconds, least, cpu, cpu_least, runs } = outcome.times.summary();
    put("seconds", json!(seconds));
    put("min", json!(least));
    put("runs", json!(runs));
    put("cpu", json!(cpu));
    put("cpu_min", json!(cpu_least));
    put("load_seconds", json!(outcome.load_seconds));
    put("rss_mb", json!(clock::peak_mebibytes()));
    line
}

/// The end of a name after its last dot, in lower case.
fn extension(path: &Path) -> String {
    path.extension().map_or_else(String::new, |extension| extension.to_string_lossy().to_lowercase())
}
