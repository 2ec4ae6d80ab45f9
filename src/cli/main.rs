//! The command `collab`: flags in, answers out. The science is in the library.

mod advice;
mod args;
mod asking;
mod bench;
mod bounds;
mod draw;
mod error;
mod explore;
mod export;
mod far;
mod fault;
mod help;
mod inputs;
mod interrupt;
mod like;
mod lint;
mod names;
mod notices;
mod output;
mod paper;
mod progress;
mod project;
mod questions;
mod report;
mod session;
mod sought;
mod suggest;
mod terminal;
mod usage;

use std::borrow::Cow;
use std::process::ExitCode;

use clap::Parser;
use collabgraph::render::visible::visible;

use crate::args::{Cli, Command, LanguageName};
use crate::error::CliError;

/// Exit codes: success, no result, error.
const SUCCESS: u8 = 0;
const NO_RESULT: u8 = 1;
const FAILED: u8 = 2;

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return usage(&error),
    };
    let language = cli.global.language();
    match run(cli) {
        Ok(true) => ExitCode::from(SUCCESS),
        Ok(false) => ExitCode::from(NO_RESULT),
        Err(error) => {
            terminal::report(&format!("collab: {}", error.text(language)));
            ExitCode::from(FAILED)
        }
    }
}

/// Help, version, or what is wrong with the arguments, in the reader's language. An argument that holds control characters
/// is quoted with them made visible.
fn usage(error: &clap::Error) -> ExitCode {
    let arguments: Vec<String> = std::env::args_os().map(|one| one.to_string_lossy().into_owned()).collect();
    let shown: Vec<Cow<'_, str>> = arguments.iter().map(|one| visible(one)).collect();
    let language = usage::language(&arguments);
    let again = help::command(language).try_get_matches_from(shown.iter().map(Cow::as_ref)).err();
    let error = again.as_ref().unwrap_or(error);
    if error.use_stderr() {
        terminal::report(&usage::describe(error, language));
        return ExitCode::from(FAILED);
    }
    ExitCode::from(if error.print().is_ok() { SUCCESS } else { FAILED })
}

/// Answers; `false` means no result.
fn run(mut cli: Cli) -> Result<bool, CliError> {
    inputs::note(&cli)?;
    if matches!(cli.command, Some(Command::Report { .. })) {
        // A report is read as a whole: it speaks one language unless both are asked for.
        cli.global.lang.get_or_insert(LanguageName::En);
    }
    if writes_files(cli.command.as_ref()) {
        interrupt::watch(cli.global.language());
    }
    match cli.command {
        Some(Command::Completions { shell }) => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut help::command(cli.global.language()), "collab", &mut script);
            output::print(&script).map(|()| true)
        }
        Some(Command::Man) => {
            let mut page = Vec::new();
            clap_mangen::Man::new(help::command(cli.global.language()))
                .render(&mut page)
                .map_err(|error| CliError::io(std::path::Path::new("-"), &error))?;
            output::print(&page).map(|()| true)
        }
        Some(Command::Lint { files }) => lint::lint(&files, cli.global.language()),
        Some(Command::Bench(args)) => bench::run(&args),
        Some(Command::Project(args)) => project::run(cli.global, cli.files, &args),
        Some(Command::Diff { old, new, top }) => questions::compare(cli.global, old, new, top),
        question => {
            if is_fast_on_builtin(question.as_ref()) && cli.global.data.is_empty() && cli.files.is_empty() {
                use_single_thread();
            }
            match sought::answer(&cli.global, &cli.files, question.as_ref())? {
                Some(found) => Ok(found),
                None => questions::answer(&session::Session::open(cli.global, cli.files)?, question),
            }
        }
    }
}

/// Whether a question writes files: a signal then takes away what is half written. The server of `explore` hears signals
/// by itself.
fn writes_files(question: Option<&Command>) -> bool {
    use Command as Q;
    match question {
        Some(Q::Explore { serve, .. }) => !serve,
        Some(Q::Names { accept, .. }) => accept.is_some(),
        Some(Q::Bench(args)) => args.save.is_some(),
        Some(Q::Draw(_) | Q::Export { .. } | Q::Project(_) | Q::Report { .. }) => true,
        _ => false,
    }
}

/// Whether the embedded works answer a question in less time than threads take to start.
fn is_fast_on_builtin(question: Option<&Command>) -> bool {
    use Command as Q;
    matches!(
        question,
        None | Some(
            Q::Who { .. }
                | Q::Between { .. }
                | Q::Path { .. }
                | Q::Works
                | Q::Institutions
                | Q::Components
                | Q::Common { .. }
                | Q::Never { .. }
                | Q::Strongest { .. }
                | Q::Timeline { .. }
                | Q::Search { .. }
                | Q::Check { .. }
                | Q::Names { .. }
        )
    )
}

/// Works on this thread alone.
fn use_single_thread() {
    let alone = rayon::ThreadPoolBuilder::new().num_threads(1).use_current_thread();
    // Where there are threads already, they stay: answers do not depend on them.
    let _ = alone.build_global();
}
