//! What is wrong with the arguments, and how they are read in the reader's words.

use std::error::Error;
use std::fmt;
use std::marker::PhantomData;

use clap::builder::{EnumValueParser, PossibleValue, TypedValueParser};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command, ValueEnum};
use collabgraph::analysis::nearest::nearest;
use collabgraph::answer::language::Language;
use collabgraph::message;
use collabgraph::messages::{List, Localizer, Message, values};

use crate::args::values::LanguageName;

/// Why a value cannot be used.
#[derive(Debug)]
pub(crate) enum UsageError {
    /// It is not of the kind that the message names.
    Unexpected(Message),
    /// It is none of these words.
    NoneOf(Vec<String>),
}

impl UsageError {
    /// A word that is none of those expected.
    pub(crate) fn none_of(expected: &[&str]) -> Self {
        Self::NoneOf(expected.iter().map(|&word| word.to_owned()).collect())
    }
}

impl From<Message> for UsageError {
    fn from(message: Message) -> Self {
        Self::Unexpected(message)
    }
}

impl fmt::Display for UsageError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unexpected(message) => formatter.write_str(message.id),
            Self::NoneOf(expected) => formatter.write_str(&expected.join(", ")),
        }
    }
}

impl Error for UsageError {}

/// Reads the values of an option by their names, and by their words in any language (`분수` is `fractional`).
#[derive(Debug)]
pub(crate) struct LocalizedValues<E>(PhantomData<E>);

impl<E> LocalizedValues<E> {
    pub(crate) fn new() -> Self {
        Self(PhantomData)
    }
}

impl<E> Clone for LocalizedValues<E> {
    fn clone(&self) -> Self {
        Self::new()
    }
}

impl<E: ValueEnum + Send + Sync + 'static> TypedValueParser for LocalizedValues<E> {
    type Value = E;

    fn parse_ref(&self, command: &Command, arg: Option<&Arg>, value: &std::ffi::OsStr) -> Result<E, clap::Error> {
        let text = value.to_string_lossy();
        let is_meant =
            |one: &&E| one.to_possible_value().is_some_and(|known| values::is_option_meant(&text, known.get_name()));
        match E::value_variants().iter().find(is_meant) {
            Some(found) => Ok(found.clone()),
            None => EnumValueParser::<E>::new().parse_ref(command, arg, value),
        }
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(E::value_variants().iter().filter_map(ValueEnum::to_possible_value)))
    }
}

/// The language of arguments that could not be read: that of `--lang`, else of `COLLAB_LANG`.
pub(crate) fn language(arguments: &[String]) -> Language {
    let named = arguments.iter().zip(arguments.iter().skip(1)).find(|(option, _)| *option == "--lang");
    let joined = arguments.iter().find_map(|argument| argument.strip_prefix("--lang="));
    let word = joined.map(str::to_owned).or_else(|| named.map(|(_, word)| word.clone()));
    let word = word.or_else(|| std::env::var("COLLAB_LANG").ok());
    let name = word.and_then(|word| LanguageName::from_str(&word, true).ok());
    name.unwrap_or(LanguageName::Both).into()
}

/// Whether arguments say nothing, or in which language alone.
pub(crate) fn is_alone(mut arguments: impl Iterator<Item = String>) -> bool {
    while let Some(argument) = arguments.next() {
        if argument == "--lang" {
            arguments.next();
        } else if !argument.starts_with("--lang=") {
            return false;
        }
    }
    true
}

/// What is wrong with the arguments, the usage of the command, and how to get help.
pub(crate) fn describe(error: &clap::Error, language: Language) -> String {
    let localizer = Localizer::new(language);
    let sentence = match message_of(error) {
        Some(message) => localizer.render(&message),
        // A kind of error that the parser may learn later keeps the words of the parser.
        None => return error.render().to_string().trim_end().to_owned(),
    };
    let usage = text(error, ContextKind::Usage).unwrap_or_default();
    let usage = usage.trim().strip_prefix("Usage:").unwrap_or_default().trim().to_owned();
    let command: Vec<&str> = usage.split_whitespace().take_while(|word| !word.starts_with(['[', '<', '-'])).collect();
    let command = if command.is_empty() { "collab".to_owned() } else { command.join(" ") };
    let more = localizer.render(&message!("usage-more", command = command));
    let heading = localizer.render(&message!("usage-heading"));
    let usage = if usage.is_empty() { String::new() } else { format!("\n\n{heading} {usage}") };
    format!("collab: {sentence}{usage}\n\n{more}")
}

fn message_of(error: &clap::Error) -> Option<Message> {
    let get = |kind| text(error, kind);
    let option = || get(ContextKind::InvalidArg).map(|arg| name_of(&arg));
    let value = || get(ContextKind::InvalidValue);
    Some(match error.kind() {
        ErrorKind::UnknownArgument => unknown(&option()?, get(ContextKind::SuggestedArg)),
        ErrorKind::InvalidSubcommand => {
            message!("usage-unexpected-argument", argument = get(ContextKind::InvalidSubcommand)?)
        }
        ErrorKind::InvalidValue => invalid(option()?, value()?, list(error, ContextKind::ValidValue)),
        ErrorKind::ValueValidation => match own_error(error) {
            Some(UsageError::NoneOf(expected)) => invalid(option()?, value()?, expected.clone()),
            Some(UsageError::Unexpected(reason)) => wrong(option()?, value()?, reason.clone()),
            None => wrong(option()?, value()?, message!("usage-expected-number")),
        },
        ErrorKind::MissingRequiredArgument => {
            message!("usage-missing", arguments = List::and(list(error, ContextKind::InvalidArg), "other"))
        }
        ErrorKind::ArgumentConflict => match get(ContextKind::PriorArg).map(|arg| name_of(&arg)) {
            Some(other) if Some(&other) != option().as_ref() => {
                message!("usage-conflict", option = option()?, other = other)
            }
            _ => message!("usage-repeated", option = option()?),
        },
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            let min = get(ContextKind::MinValues).or_else(|| get(ContextKind::ExpectedNumValues))?;
            message!("usage-too-few", option = option()?, min = min)
        }
        ErrorKind::TooManyValues => message!("usage-too-many", option = option()?, value = value()?),
        ErrorKind::InvalidUtf8 => message!("usage-not-utf8"),
        _ => return None,
    })
}

fn unknown(option: &str, nearest: Option<String>) -> Message {
    match nearest {
        _ if !option.starts_with('-') => message!("usage-unexpected-argument", argument = option),
        Some(nearest) => message!("usage-unknown-option-nearest", option = option, nearest = name_of(&nearest)),
        None => message!("usage-unknown-option", option = option),
    }
}

fn invalid(option: String, value: String, expected: Vec<String>) -> Message {
    let near = nearest(&value, expected.iter().map(String::as_str));
    let values = List::or(&expected);
    match near {
        _ if value.is_empty() && expected.is_empty() => message!("usage-no-value", option = option),
        _ if value.is_empty() => message!("usage-no-value-of", option = option, values = values),
        Some(near) => {
            message!("usage-invalid-value-nearest", option = option, value = value, nearest = near, values = values)
        }
        None => message!("usage-invalid-value", option = option, value = value, values = values),
    }
}

fn wrong(option: String, value: String, reason: Message) -> Message {
    message!("usage-wrong-value", option = option, value = value, reason = reason)
}

/// The error of one of our own readers of values; those of numbers are the standard library's.
fn own_error(error: &clap::Error) -> Option<&UsageError> {
    error.source().and_then(|source| source.downcast_ref())
}

/// `--by` of `--by <MEASURE>`; a positional argument stays as it is.
fn name_of(argument: &str) -> String {
    let name = if argument.starts_with('-') { argument.split([' ', '=']).next() } else { None };
    name.unwrap_or(argument).to_owned()
}

fn text(error: &clap::Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::None => None,
        value => Some(value.to_string()),
    }
}

fn list(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::Strings(texts)) => texts.clone(),
        Some(ContextValue::String(text)) => vec![text.clone()],
        _ => Vec::new(),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use clap::Parser;

    use super::*;
    use crate::args::Cli;
    use crate::help;

    fn described(language: Language, arguments: &[&str]) -> String {
        let arguments = [&["collab"], arguments].concat();
        let error = help::command(language).try_get_matches_from(arguments).unwrap_err();
        describe(&error, language)
    }

    #[test]
    fn the_nearest_option_and_value_are_suggested_in_every_language() {
        let english = described(Language::English, &["rank", "--topp", "3"]);
        assert!(english.starts_with("collab: unknown option --topp. Did you mean --top?\n"), "{english}");
        assert!(english.ends_with("\n\nRun `collab rank --help` for help."), "{english}");
        let korean = described(Language::Korean, &["rank", "--topp", "3"]);
        assert!(
            korean.starts_with("collab: --topp라는 옵션은 없다. 혹시 --top인가?\n\n사용법: collab rank"),
            "{korean}"
        );
        let value = described(Language::English, &["rank", "--by", "betwen"]);
        assert!(value.contains("--by: unknown value “betwen”. Did you mean betweenness? Expected degree, "), "{value}");
        let view = described(Language::Korean, &["draw", "mapp", "-o", "x.svg"]);
        assert!(view.contains("‘mapp’라는 값은 없다. 혹시 map인가?"), "{view}");
    }

    #[test]
    fn every_kind_of_error_has_its_message() {
        for arguments in [
            &["who"][..],
            &["path", "A"],
            &["between", "A", "B", "C"],
            &["common", "A"],
            &["--json", "--format", "csv"],
            &["--lang"],
            &["--lang", "xx"],
            &["--since", "20x"],
            &["rank", "--top", "x"],
            &["rank", "--approximate", "2"],
            &["draw", "map", "-o", "x.svg", "--width", "wide"],
            &["explore"],
            &["--quiet", "--quiet"],
        ] {
            let korean = described(Language::Korean, arguments);
            let is_korean =
                korean.lines().next().is_some_and(|line| line.chars().any(|ch| ('가'..='힣').contains(&ch)));
            assert!(is_korean && !korean.contains("usage-") && !korean.contains("error:"), "{arguments:?}: {korean}");
        }
    }

    #[test]
    fn values_are_read_in_korean() {
        for arguments in [
            &["rank", "--by", "매개"][..],
            &["rank", "--by", "매개 중심성"],
            &["--counting", "분수"],
            &["brokers", "--by", "국가"],
            &["indicators", "--by", "연도,부문"],
        ] {
            assert!(Cli::try_parse_from([&["collab"], arguments].concat()).is_ok(), "{arguments:?}");
        }
    }

    #[test]
    fn the_language_of_refused_arguments_is_the_one_asked_for() {
        let arguments = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect::<Vec<_>>();
        assert_eq!(language(&arguments(&["collab", "--lang", "ko", "--x"])), Language::Korean);
        assert_eq!(language(&arguments(&["collab", "--x", "--lang=en"])), Language::English);
    }
}
