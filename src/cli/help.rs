//! The command line with its help in a language: built only where help, a manual or completions are asked for.

use clap::builder::PossibleValue;
use clap::{Arg, ArgAction, Command, CommandFactory};
use collabgraph::answer::language::Language;
use collabgraph::message;
use collabgraph::messages::{List, Localizer};

use crate::args::Cli;
use crate::error::CliError;
use crate::{examples, output};
use collabgraph::analysis::nearest::nearest;

/// The command line with every text from the catalogue.
pub(crate) fn command(language: Language) -> Command {
    let localizer = Localizer::new(language);
    let version = flag("version", 'V', ArgAction::Version, &localizer);
    localized(Cli::command(), &localizer)
        .disable_version_flag(true)
        .arg(version)
        .after_help(text(&localizer, "help-after"))
        .subcommand_help_heading(text(&localizer, "help-heading-commands"))
}

/// What the program can do and where to begin, in four lines.
pub(crate) fn welcome(language: Language) -> Result<(), CliError> {
    let localizer = Localizer::new(language);
    let version = env!("CARGO_PKG_VERSION");
    output::print(format!("{}\n", localizer.render(&message!("cli-welcome", version = version))).as_bytes())
}

/// Prints the help of a command, named by its words; that of the program without any.
pub(crate) fn print(words: &[String], language: Language) -> Result<(), CliError> {
    let help = of(words, language)?.render_long_help().to_string();
    output::print(help.as_bytes())
}

/// A command by its words (`registry build`), with the name that it is called by.
pub(crate) fn of(words: &[String], language: Language) -> Result<Command, CliError> {
    let mut found = command(language);
    found.build();
    for word in words {
        let Some(next) = found.find_subcommand(word).cloned() else {
            let names = found.get_subcommands().map(Command::get_name);
            let message = match nearest(word, names) {
                Some(nearest) => message!("errors-help-of-nothing-nearest", word = word, nearest = nearest),
                None => message!("errors-help-of-nothing", word = word),
            };
            return Err(message.into());
        };
        found = next;
    }
    let called = std::iter::once("collab").chain(words.iter().map(String::as_str)).collect::<Vec<_>>();
    Ok(found.display_name(called.join("-")).bin_name(called.join(" ")))
}

/// The examples of a command, under their heading.
fn example_lines(command: &str, localizer: &Localizer<'_>) -> Option<String> {
    let examples = examples::of(command);
    let lines = examples.iter().map(|example| format!("  {example}"));
    let heading = localizer.render(&message!("usage-examples"));
    (!examples.is_empty()).then(|| std::iter::once(heading).chain(lines).collect::<Vec<_>>().join("\n"))
}

fn localized(command: Command, localizer: &Localizer<'_>) -> Command {
    let name = command.get_name().to_owned();
    let usage = localizer.render(&message!("usage-heading"));
    let mut position = 0;
    let command = match example_lines(&name, localizer) {
        Some(lines) => command.after_help(lines),
        None => command,
    };
    command
        .about(text(localizer, &format!("help-{name}")))
        .help_template(format!("{{about-with-newline}}\n{usage} {{usage}}\n\n{{all-args}}{{after-help}}"))
        .mut_args(|arg| {
            position += 1;
            // Positional arguments stand in the order in which they are given.
            let arg = if arg.is_positional() { arg.display_order(position) } else { arg };
            argument(arg, &name, localizer)
        })
        .disable_help_flag(true)
        .arg(flag("help", 'h', ArgAction::Help, localizer))
        .mut_subcommands(|one| localized(one, localizer))
}

fn flag(name: &'static str, short: char, action: ArgAction, localizer: &Localizer<'_>) -> Arg {
    Arg::new(name)
        .short(short)
        .long(name)
        .action(action)
        .help(text(localizer, &format!("help-option-{name}")))
        .help_heading(text(localizer, "help-heading-options"))
}

/// An argument with its help: the text, then default, values and environment variable.
fn argument(arg: Arg, command: &str, localizer: &Localizer<'_>) -> Arg {
    let key = arg.get_id().as_str().replace('_', "-");
    let scope = if arg.is_global_set() { "option" } else { command };
    let heading = arg.get_help_heading().unwrap_or(if arg.is_positional() { "arguments" } else { "options" });
    let heading = text(localizer, &format!("help-heading-{heading}"));
    let help = text(localizer, &format!("help-{scope}-{key}"));
    let takes_values = arg.get_action().takes_values();
    let values: Vec<PossibleValue> =
        arg.get_possible_values().into_iter().filter(|value| takes_values && !value.is_hide_set()).collect();
    let explained = explained(&key, &values, localizer);
    let mut short = vec![help.clone()];
    let mut long = vec![help];
    if !values.is_empty() {
        let names = List::comma(values.iter().map(PossibleValue::get_name));
        let names = localizer.render(&message!("usage-values", values = names));
        short.push(names.clone());
        long.push(explained.unwrap_or(names));
    }
    let notes = [default_of(&arg, localizer), environment(&arg, localizer)];
    notes.into_iter().flatten().for_each(|note| {
        short.push(note.clone());
        long.push(note);
    });
    arg.help(short.join(" "))
        .long_help(long.join("\n\n"))
        .help_heading(heading)
        .hide_default_value(takes_values)
        .hide_possible_values(takes_values)
        .hide_env(takes_values)
}

/// The values with what each means, a line each; `None` where the catalogue does not explain them.
fn explained(argument: &str, values: &[PossibleValue], localizer: &Localizer<'_>) -> Option<String> {
    let mut lines = vec![localizer.render(&message!("usage-values-heading"))];
    for value in values {
        let name = value.get_name();
        lines.push(format!("- {name}: {}", localizer.find(&format!("help-value-{argument}-{name}"))?));
    }
    Some(lines.join("\n"))
}

fn default_of(arg: &Arg, localizer: &Localizer<'_>) -> Option<String> {
    let defaults = arg.get_default_values();
    let words: Vec<String> = defaults.iter().map(|value| value.to_string_lossy().into_owned()).collect();
    let is_shown = arg.get_action().takes_values() && !words.is_empty();
    is_shown.then(|| localizer.render(&message!("usage-default", value = words.join(","))))
}

fn environment(arg: &Arg, localizer: &Localizer<'_>) -> Option<String> {
    let name = arg.get_env()?.to_string_lossy().into_owned();
    Some(localizer.render(&message!("usage-environment", name = name)))
}

/// A text of the catalogue; an identifier without text is shown as it is, and a test refuses it.
fn text(localizer: &Localizer<'_>, id: &str) -> String {
    localizer.find(id).unwrap_or_else(|| id.to_owned())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use collabgraph::messages::catalogue::{ENGLISH, KOREAN};

    use super::*;

    /// The identifiers that the help of a command asks for.
    fn wanted(command: &Command, wanted: &mut BTreeSet<String>) {
        let name = command.get_name();
        wanted.insert(format!("help-{name}"));
        for arg in command.get_arguments() {
            let key = arg.get_id().as_str().replace('_', "-");
            let scope = if arg.is_global_set() { "option" } else { name };
            wanted.insert(format!("help-{scope}-{key}"));
            let heading = arg.get_help_heading().unwrap_or(if arg.is_positional() { "arguments" } else { "options" });
            wanted.insert(format!("help-heading-{heading}"));
        }
        command.get_subcommands().for_each(|one| self::wanted(one, wanted));
    }

    fn texts(sources: &[(&str, &str)]) -> BTreeSet<String> {
        let help = sources.iter().find(|(area, _)| *area == "help").map_or("", |(_, text)| text);
        let ids = help.lines().filter(|line| line.starts_with("help-")).filter_map(|line| line.split_once(" ="));
        ids.map(|(id, _)| id.to_owned()).collect()
    }

    #[test]
    fn every_option_has_its_help_in_every_language_and_no_help_is_left() {
        let mut ids = BTreeSet::new();
        wanted(&Cli::command(), &mut ids);
        for id in ["help-after", "help-heading-commands", "help-option-help", "help-option-version"] {
            ids.insert(id.to_owned());
        }
        for (tag, sources) in [("en", ENGLISH), ("ko", KOREAN)] {
            let known: BTreeSet<String> =
                texts(sources).into_iter().filter(|id| !id.starts_with("help-value-")).collect();
            let missing: Vec<_> = ids.difference(&known).collect();
            let unused: Vec<_> = known.difference(&ids).collect();
            assert!(missing.is_empty() && unused.is_empty(), "{tag}: missing {missing:?}, unused {unused:?}");
        }
    }

    /// Words of an example as a shell splits them.
    fn words(example: &str) -> Vec<String> {
        let parts = example.split('"').enumerate();
        parts
            .flat_map(|(at, part)| match at % 2 {
                0 => part.split_whitespace().map(str::to_owned).collect::<Vec<_>>(),
                _ => vec![part.to_owned()],
            })
            .collect()
    }

    #[test]
    fn every_command_has_examples_that_are_its_own() {
        fn check(command: &Command, path: &[&str]) {
            for one in command.get_subcommands().filter(|one| !one.is_hide_set()) {
                let path = [path, &[one.get_name()]].concat();
                let examples = examples::of(one.get_name());
                assert!(!examples.is_empty(), "no example of {path:?}");
                for example in examples {
                    let words = words(example);
                    assert!(path.iter().all(|name| words.iter().any(|word| word == name)), "{example}");
                    let parsed = Cli::command().try_get_matches_from(&words);
                    assert!(parsed.is_ok(), "{example}: {:?}", parsed.err());
                }
                check(one, &path);
            }
        }
        check(&Cli::command(), &[]);
    }

    #[test]
    fn every_explained_value_is_a_value() {
        let mut values = BTreeSet::new();
        fn collect(command: &Command, values: &mut BTreeSet<String>) {
            for arg in command.get_arguments() {
                let key = arg.get_id().as_str().replace('_', "-");
                values.extend(
                    arg.get_possible_values().iter().map(|value| format!("help-value-{key}-{}", value.get_name())),
                );
            }
            command.get_subcommands().for_each(|one| collect(one, values));
        }
        collect(&Cli::command(), &mut values);
        for sources in [ENGLISH, KOREAN] {
            let unknown: Vec<_> =
                texts(sources).into_iter().filter(|id| id.starts_with("help-value-") && !values.contains(id)).collect();
            assert!(unknown.is_empty(), "{unknown:?}");
        }
    }

    #[test]
    fn help_is_complete_in_every_language() {
        for language in [Language::English, Language::Korean] {
            let mut command = command(language);
            command.build();
            command.clone().debug_assert();
            assert!(!command.render_long_help().to_string().contains("help-"));
        }
    }
}
