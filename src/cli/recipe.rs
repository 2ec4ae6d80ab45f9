//! Recipes: a file that says how tables, figures and reports are made from data, and `run`, which makes again what changed.
//!
//! A recipe is TOML: `[[data]]` with a `file` and the options of files, `[options]` for every step, and `[[make]]` with a
//! `command`, an `output` and further options, all named as on the command line. A step is one call of this program in the
//! folder of the recipe. What a step was made from is kept beside the recipe; a step whose command, inputs and outputs are
//! those of the last run is not made again.

mod start;
mod state;
mod steps;

use clap::Args;
use collabgraph::message;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::args::Global;
use crate::error::CliError;
use crate::remote::address::Address;
use crate::{interrupt, remote, terminal};
use state::RecipeState;
use steps::RecipeStep;

pub(crate) use start::begin;

/// The recipe of a folder.
const DEFAULT: &str = "collab.toml";

/// Options of `run`.
#[derive(Args, Debug)]
pub(crate) struct RunArgs {
    #[arg(value_name = "RECIPE", default_value = DEFAULT)]
    pub(crate) recipe: PathBuf,
    #[arg(long)]
    pub(crate) again: bool,
    #[arg(long)]
    pub(crate) list: bool,
}

/// Options of `init`.
#[derive(Args, Debug)]
pub(crate) struct InitArgs {
    #[arg(value_name = "FILE", required = true)]
    pub(crate) inputs: Vec<PathBuf>,
    #[arg(long, short = 'o', value_name = "RECIPE", default_value = DEFAULT)]
    pub(crate) output: PathBuf,
}

/// Makes what changed since the last run. `false`: a step has no result.
pub(crate) fn run(global: &Global, args: &RunArgs) -> Result<bool, CliError> {
    let text = std::fs::read_to_string(&args.recipe).map_err(|error| CliError::io(&args.recipe, &error))?;
    let steps = steps::read(&args.recipe, &text)?;
    let folder = match args.recipe.parent() {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
    };
    if args.list {
        let lines: Vec<String> = steps.iter().map(|step| format!("{}\n", step.shown())).collect();
        return crate::output::print(lines.concat().as_bytes()).map(|()| true);
    }
    // Addresses are asked for once, whatever number of steps reads them.
    for address in addresses(&steps)? {
        remote::copy(global, &address)?;
    }
    let program = std::env::current_exe().map_err(|error| CliError::io(Path::new("collab"), &error))?;
    let mut state = RecipeState::read(&args.recipe);
    let (mut made, mut unchanged, mut has_results) = (0_usize, 0_usize, true);
    for (number, step) in steps.iter().enumerate() {
        let before = state::Made::of(step, folder);
        if !args.again && state.is_current(step, &before, folder) {
            unchanged += 1;
            continue;
        }
        has_results &= make(&program, global, step, (folder, number + 1))?;
        made += 1;
        state.note(step, before, folder);
        state.write(&args.recipe)?;
    }
    state.keep_only(&steps);
    state.write(&args.recipe)?;
    terminal::remark(global, &message!("cli-recipe-done", made = made, unchanged = unchanged));
    Ok(has_results)
}

/// The addresses that steps read.
fn addresses(steps: &[RecipeStep]) -> Result<Vec<Address>, CliError> {
    let values: BTreeSet<&str> = steps.iter().flat_map(|step| &step.values).map(String::as_str).collect();
    values.into_iter().filter_map(|value| Address::parse(Path::new(value)).transpose()).collect()
}

/// One step. `false`: it has no result.
fn make(
    program: &Path,
    global: &Global,
    step: &RecipeStep,
    (folder, number): (&Path, usize),
) -> Result<bool, CliError> {
    if let Some(parent) = step.output.as_deref().and_then(Path::parent).filter(|parent| *parent != Path::new("")) {
        let parent = folder.join(parent);
        std::fs::create_dir_all(&parent).map_err(|error| CliError::io(&parent, &error))?;
    }
    let mut command = Command::new(program);
    command.args(&step.arguments).args(global.quiet.then_some("--quiet"));
    let ran = interrupt::run(command.env("COLLAB_OFFLINE", "1").current_dir(folder));
    let status = ran.map_err(|error| CliError::io(program, &error))?;
    match status.code() {
        Some(0) => Ok(true),
        Some(1) => Ok(false),
        _ => Err(message!("errors-recipe-step", number = number, command = step.shown()).into()),
    }
}
