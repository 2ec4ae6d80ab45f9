//! The command `collab`: flags in, answers out. The science is in the library.

mod answer_output;
#[cfg(feature = "app")]
mod app;
mod args;
mod bench;
mod draw;
mod engine;
mod error;
mod examples;
mod explain;
mod explore;
mod export;
mod fetch;
mod file_options;
mod help;
mod inputs;
mod interrupt;
mod like;
mod lint;
mod names;
mod notices;
mod output;
mod own_values;
mod paper;
mod planned;
mod progress;
mod project;
mod questions;
mod recipe;
mod registry;
mod remote;
mod report;
mod resolve;
mod session;
#[cfg(feature = "spark")]
mod spark;
mod sql;
mod terminal;
mod usage;

use crate::args::commands::{Command, Product, Question, Tool};
use crate::args::values::{LanguageName, ViewName};
use crate::args::{Cli, Global};
use crate::error::CliError;
use crate::file_options::OptionPlaces;
use crate::planned::Planned;
use clap::Parser;
use collabgraph::message;
use collabgraph::render::visible::visible;
use collabgraph::scan::plan::{FullReason, Plan};
use std::borrow::Cow;
use std::path::PathBuf;
use std::process::ExitCode;

/// Exit codes: success, no result, error.
const SUCCESS: u8 = 0;
const NO_RESULT: u8 = 1;
const FAILED: u8 = 2;

/// The library turns panics of the reader of Parquet at damaged files into errors, which are told.
#[cfg(feature = "parquet")]
fn silence_reader() {
    let told = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        let is_of_reader = panic.location().is_some_and(|place| place.file().contains("parquet-"));
        if !is_of_reader {
            told(panic);
        }
    }));
}

fn main() -> ExitCode {
    #[cfg(feature = "parquet")]
    silence_reader();
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return usage(&error),
    };
    let mut cli = cli;
    cli.global.places = OptionPlaces::of(std::env::args_os().map(|one| one.to_string_lossy().into_owned()));
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
    remote::localize(&mut cli)?;
    inputs::note(&cli)?;
    if matches!(cli.command, Some(Command::Product(Product::Report { .. }))) {
        // A report is read as a whole: it speaks one language unless both are asked for.
        cli.global.lang.get_or_insert(LanguageName::En);
    }
    if gives_answer(cli.command.as_ref()) {
        answer_output::check(&cli.global)?;
    } else if let Some(tool) = prints(cli.command.as_ref()).filter(|_| cli.global.output.is_some()) {
        return Err(message!("errors-output-of-printer", command = tool).into());
    }
    if writes_files(cli.command.as_ref()) || cli.global.output.is_some() {
        interrupt::watch(cli.global.language());
    }
    match cli.command {
        Some(Command::Tool(tool)) => run_tool(tool, cli.global, cli.files),
        Some(Command::Product(Product::Draw(args))) if args.view == Some(ViewName::Compare) => {
            draw::compare(cli.global, &cli.files, &args)
        }
        Some(Command::Product(product)) => {
            if matches!(product, Product::Names { .. }) {
                limit_threads(&cli.global, &cli.files);
            }
            let is_explained = cli.global.explain;
            let session = session::Session::open(cli.global, cli.files)?;
            if is_explained {
                planned::explain_all(&session, Plan::default(), FullReason::Question)
            } else {
                questions::make(&session, product)
            }
        }
        Some(Command::Question(question)) => ask(Some(question), cli.global, cli.files),
        None if usage::is_alone(std::env::args_os().skip(1).map(|one| one.to_string_lossy().into_owned())) => {
            help::welcome(cli.global.language()).map(|()| true)
        }
        None => ask(None, cli.global, cli.files),
    }
}

/// Answers a question, or with the overview, from as few rows as give the answer.
fn ask(question: Option<Question>, global: Global, files: Vec<PathBuf>) -> Result<bool, CliError> {
    if is_fast_on_builtin(question.as_ref()) {
        limit_threads(&global, &files);
    }
    match planned::answer(&global, &files, question.as_ref())? {
        Planned::Answered(found) => Ok(found),
        Planned::ReadAll(plan, reason) => {
            let is_explained = global.explain;
            let session = session::Session::open(global, files)?;
            if is_explained {
                planned::explain_all(&session, plan, reason)
            } else {
                questions::answer(&session, question)
            }
        }
    }
}

fn run_tool(tool: Tool, global: Global, files: Vec<PathBuf>) -> Result<bool, CliError> {
    match tool {
        Tool::Completions { shell } => {
            let mut script = Vec::new();
            shell.write(&mut help::command(global.language()), &mut script);
            output::print(&script).map(|()| true)
        }
        Tool::Help { command } => help::print(&command, global.language()).map(|()| true),
        Tool::Man { command } => {
            let mut page = Vec::new();
            clap_mangen::Man::new(help::of(&command, global.language())?)
                .render(&mut page)
                .map_err(|error| CliError::io(std::path::Path::new("-"), &error))?;
            output::print(&page).map(|()| true)
        }
        #[cfg(feature = "app")]
        Tool::App { output, with_registry } => app::run(global, files, &output, with_registry).map(|()| true),
        Tool::Lint { files } => lint::lint(&files, global.language()),
        Tool::Bench(args) => bench::run(&args),
        Tool::Resolve(args) => resolve::run(&global, &args),
        Tool::Registry { command } => registry::run(&global, command.as_ref()),
        #[cfg(feature = "spark")]
        Tool::Project(args) if args.engine.is_some() => spark::run(&global, files, &args),
        #[cfg(not(feature = "spark"))]
        Tool::Project(args) if args.engine.is_some() => Err(message!("errors-no-spark").into()),
        Tool::Project(args) if args.emit_sql.is_some() || args.cells.is_some() => sql::run(&global, files, &args),
        Tool::Project(args) => project::run(global, files, &args),
        Tool::Diff { old, new, top } => questions::compare(global, old, new, top),
        Tool::Init(args) => recipe::begin(global, &args),
        Tool::Run(args) => recipe::run(&global, &args),
        Tool::Fetch(args) => fetch::run(&global, &args),
    }
}

/// Whether a command gives an answer, which is printed or written as `-o` says.
fn gives_answer(command: Option<&Command>) -> bool {
    matches!(
        command,
        None | Some(Command::Question(_) | Command::Product(Product::Names { .. }) | Command::Tool(Tool::Diff { .. }))
    )
}

/// The name of a command that only prints.
fn prints(command: Option<&Command>) -> Option<&'static str> {
    match command {
        Some(Command::Tool(Tool::Resolve(_))) => Some("resolve"),
        Some(Command::Tool(Tool::Registry { command: None })) => Some("registry"),
        Some(Command::Tool(Tool::Lint { .. })) => Some("lint"),
        Some(Command::Tool(Tool::Completions { .. })) => Some("completions"),
        Some(Command::Tool(Tool::Man { .. })) => Some("man"),
        Some(Command::Tool(Tool::Help { .. })) => Some("help"),
        Some(Command::Tool(Tool::Bench(_))) => Some("bench"),
        _ => None,
    }
}

/// Whether a command writes files: a signal then takes away what is half written. The server of `explore` hears signals
/// by itself.
fn writes_files(command: Option<&Command>) -> bool {
    match command {
        None | Some(Command::Question(_)) => false,
        Some(Command::Product(product)) => match product {
            Product::Explore { serve, .. } => !serve,
            Product::Names { accept, .. } => accept.is_some(),
            Product::Draw(_) | Product::Export { .. } | Product::Report { .. } => true,
        },
        Some(Command::Tool(tool)) => match tool {
            Tool::Bench(args) => args.save.is_some(),
            Tool::Project(_) | Tool::Init(_) | Tool::Run(_) | Tool::Fetch(_) => true,
            #[cfg(feature = "app")]
            Tool::App { .. } => true,
            Tool::Registry { command } => command.is_some(),
            Tool::Diff { .. }
            | Tool::Resolve(_)
            | Tool::Lint { .. }
            | Tool::Completions { .. }
            | Tool::Man { .. }
            | Tool::Help { .. } => false,
        },
    }
}

/// Whether the embedded works answer a question in less time than threads take to start.
fn is_fast_on_builtin(question: Option<&Question>) -> bool {
    use Question as Q;
    match question {
        None => true,
        Some(
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
            | Q::Trend { .. }
            | Q::Search { .. }
            | Q::Check { .. },
        ) => true,
        Some(
            Q::Rank { .. }
            | Q::Predict { .. }
            | Q::Statistics
            | Q::Clusters(_)
            | Q::Brokers { .. }
            | Q::Indicators { .. }
            | Q::Counting { .. },
        ) => false,
    }
}

/// Works on this thread alone where the data are the embedded works.
fn limit_threads(global: &Global, files: &[PathBuf]) {
    if global.data.is_empty() && files.is_empty() {
        use_single_thread();
    }
}

/// Works on this thread alone.
fn use_single_thread() {
    let alone = rayon::ThreadPoolBuilder::new().num_threads(1).use_current_thread();
    // Where there are threads already, they stay: answers do not depend on them.
    let _ = alone.build_global();
}
