//! A first recipe for data: what most want of a table, as steps to be edited.

use std::path::{Path, PathBuf};

use collabgraph::centrality::measure::Measure;
use collabgraph::corpus::institution::InstitutionId;
use collabgraph::drawing::frame::DEFAULT_WIDTH_MM;
use collabgraph::drawing::recommend;
use collabgraph::message;
use collabgraph::messages::{Localizer, Message};
use collabgraph::query::rank;
use toml::Value;

use super::InitArgs;
use crate::args::Global;
use crate::error::CliError;
use crate::session::Session;
use crate::{help, output, remote, terminal};

/// Options of the command line that a recipe does not hold: those of one run.
const OF_ONE_RUN: [&str; 8] = ["inputs", "output", "data", "files", "quiet", "notices", "explain", "json"];

/// Writes a recipe from a first look at the data. An existing file stays.
pub(crate) fn begin(global: Global, args: &InitArgs) -> Result<bool, CliError> {
    if args.output.exists() {
        return Err(message!("errors-recipe-exists", path = &args.output).into());
    }
    let language = global.language();
    let options = given(language);
    let session = Session::open(global, args.inputs.clone())?;
    let localizer = Localizer::new(language);
    let comment = |text: Message| format!("# {}\n", localizer.render(&text));
    let mut text = comment(message!("cli-recipe-head"));
    for file in &args.inputs {
        text += &format!("\n[[data]]\nfile = {}\n", quoted(&seen_from(file, &args.output)?));
    }
    text += &comment(message!("cli-recipe-data"));
    text += "\n[options]\n";
    text += &comment(message!("cli-recipe-options"));
    text.extend(options);
    let steps = steps(&session);
    for (about, command, made) in &steps {
        text += "\n";
        text += &comment(about.clone());
        text += &format!("[[make]]\ncommand = {command}\noutput = {}\n", quoted(made));
    }
    output::write_file(&args.output, text.as_bytes())?;
    let recipe = &args.output;
    terminal::remark(&session.global, &message!("cli-recipe-written", path = recipe, steps = steps.len()));
    Ok(session.corpus.institution_count() > 0)
}

/// What a first look suggests: a ranking, the partners of the leader, the figure that suits, a matrix, a report.
fn steps(session: &Session) -> Vec<(Message, String, String)> {
    let scope = session.scope();
    let view = recommend::view(scope.network(), DEFAULT_WIDTH_MM).view.name();
    let mut steps = vec![(message!("cli-recipe-ranking"), quoted("rank"), "tables/ranking.csv".to_owned())];
    let ranking = rank::Options { by: Measure::Strength, top: Some(1), ..rank::Options::default() };
    let ranking = rank::ask(&scope, &ranking, session.settings.language);
    let leader = ranking.record["rows"][0]["id"].as_str().and_then(|key| session.corpus.institution_by_key(key));
    let name = |id: InstitutionId| &session.corpus.institution(id).names.name;
    if let Some(leader) = leader.map(name) {
        let who = format!("[\"who\", {}]", quoted(leader));
        steps.push((message!("cli-recipe-who", name = leader), who, "tables/partners.csv".to_owned()));
    }
    let drawn = |view: &str| (quoted(&format!("draw {view}")), format!("figures/{view}.svg"));
    let (command, made) = drawn(view);
    steps.push((message!("cli-recipe-figure"), command, made));
    if view != "matrix" {
        let (command, made) = drawn("matrix");
        steps.push((message!("cli-recipe-matrix"), command, made));
    }
    steps.push((message!("cli-recipe-report"), quoted("report"), "report".to_owned()));
    steps
}

/// A text as TOML has it.
fn quoted(text: &str) -> String {
    Value::String(text.to_owned()).to_string()
}

/// A file as it is named from the folder of the recipe.
fn seen_from(file: &Path, recipe: &Path) -> Result<String, CliError> {
    if let Some(copy) = remote::copy_at(file) {
        return Ok(copy.address.as_str().to_owned());
    }
    let is_here = recipe.parent().is_none_or(|folder| folder == Path::new("") || folder == Path::new("."));
    let path: PathBuf = if is_here {
        file.to_owned()
    } else {
        std::path::absolute(file).map_err(|error| CliError::io(file, &error))?
    };
    Ok(path.to_string_lossy().into_owned())
}

/// The options that were given on the command line, as lines of a recipe.
fn given(language: collabgraph::answer::language::Language) -> Vec<String> {
    let command = help::command(language);
    let Ok(matches) = command.clone().try_get_matches_from(std::env::args_os()) else { return Vec::new() };
    let Some((_, matches)) = matches.subcommand() else { return Vec::new() };
    let is_given = |id: &&clap::Id| {
        matches.value_source(id.as_str()) == Some(clap::parser::ValueSource::CommandLine)
            && !OF_ONE_RUN.contains(&id.as_str())
    };
    let line = |id: &clap::Id| {
        let argument = command.get_arguments().find(|argument| argument.get_id() == id)?;
        let name = argument.get_long()?;
        if !argument.get_action().takes_values() {
            return Some(format!("{name} = true\n"));
        }
        let values = matches.get_raw(id.as_str())?.map(|value| Value::String(value.to_string_lossy().into_owned()));
        let mut values: Vec<Value> = values.collect();
        let value = if values.len() == 1 { values.remove(0) } else { Value::Array(values) };
        Some(format!("{name} = {value}\n"))
    };
    let ids: Vec<&clap::Id> = matches.ids().filter(is_given).collect();
    ids.into_iter().filter_map(line).collect()
}
