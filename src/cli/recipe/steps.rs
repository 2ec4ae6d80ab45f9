//! The steps of a recipe, each as the arguments of a call.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use collabgraph::message;
use toml::{Table, Value};

use crate::error::CliError;

/// One call of the program.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct RecipeStep {
    /// The arguments, in the order of the command line.
    pub(super) arguments: Vec<String>,
    /// File or folder that it makes; none is printed.
    pub(super) output: Option<PathBuf>,
    /// Values that may name files which it reads.
    pub(super) values: Vec<String>,
}

impl RecipeStep {
    /// The call as it would be typed.
    pub(super) fn shown(&self) -> String {
        let quoted = |argument: &String| {
            let is_plain = |ch: char| ch.is_alphanumeric() || "-_./:=,+@%".contains(ch);
            let is_bare = !argument.is_empty() && argument.chars().all(is_plain);
            if is_bare { argument.clone() } else { format!("'{}'", argument.replace('\'', "'\\''")) }
        };
        let words: Vec<String> = self.arguments.iter().map(quoted).collect();
        format!("collab {}", words.join(" "))
    }
}

/// The steps of a recipe. O(length of the text).
///
/// # Errors
/// No TOML, a key that a recipe does not have, a step without a command, or two steps with one output.
pub(super) fn read(path: &Path, text: &str) -> Result<Vec<RecipeStep>, CliError> {
    let table: Table = text.parse().map_err(|error: toml::de::Error| {
        let before = &text[..error.span().map_or(0, |span| span.start).min(text.len())];
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        message!("errors-recipe-toml", path = path, line = line, column = column, reason = error.message())
    })?;
    let refuse = |key: &str, expected: &str| -> CliError {
        message!("errors-recipe-key", path = path, key = key, expected = expected).into()
    };
    if let Some(key) = table.keys().find(|key| !["data", "options", "make"].contains(&key.as_str())) {
        return Err(refuse(key, "[[data]], [options], [[make]]"));
    }
    let list = |key: &str| -> Result<Vec<&Table>, CliError> {
        let tables = match table.get(key) {
            None => Some(Vec::new()),
            Some(Value::Table(one)) => Some(vec![one]),
            Some(Value::Array(all)) => all.iter().map(Value::as_table).collect(),
            Some(_) => None,
        };
        tables.ok_or_else(|| refuse(key, &format!("[[{key}]]")))
    };
    let mut common = Vec::new();
    match table.get("options") {
        None => {}
        Some(Value::Table(options)) => push_options(&mut common, options, &[]).map_err(|key| refuse(&key, VALUES))?,
        Some(_) => return Err(refuse("options", "[options]")),
    }
    let mut values = strings(&common);
    for data in list("data")? {
        let Some(file) = data.get("file").and_then(Value::as_str) else { return Err(refuse("data", "file = \"…\"")) };
        common.extend(["--data".to_owned(), file.to_owned()]);
        values.push(file.to_owned());
        let mut own = Vec::new();
        push_options(&mut own, data, &["file"]).map_err(|key| refuse(&key, VALUES))?;
        values.extend(strings(&own));
        common.extend(own);
    }
    let mut steps = Vec::new();
    let mut outputs = BTreeSet::new();
    for make in list("make")? {
        let command = make.get("command").and_then(words).ok_or_else(|| refuse("make", "command = \"…\""))?;
        let output = match make.get("output") {
            None => None,
            Some(Value::String(output)) => Some(output.clone()),
            Some(_) => return Err(refuse("output", "output = \"…\"")),
        };
        if let Some(output) = &output
            && !outputs.insert(output.clone())
        {
            return Err(message!("errors-written-twice", path = Path::new(output)).into());
        }
        let mut own = Vec::new();
        push_options(&mut own, make, &["command", "output"]).map_err(|key| refuse(&key, VALUES))?;
        let all = values.iter().cloned().chain(strings(&own)).chain(command.iter().cloned()).collect();
        // An answer is written by an option of the whole program, a figure by one of its command: both stand behind it.
        let written = output.iter().flat_map(|output| ["--output".to_owned(), output.clone()]);
        let arguments = common.iter().cloned().chain(command).chain(own).chain(written).collect();
        steps.push(RecipeStep { arguments, output: output.map(PathBuf::from), values: all });
    }
    if steps.is_empty() {
        return Err(refuse("make", "[[make]]"));
    }
    Ok(steps)
}

/// What values of options may be.
const VALUES: &str = "\"…\", 1, true, […]";

/// A command as one text or as a list of words, one of which may hold blanks.
fn words(value: &Value) -> Option<Vec<String>> {
    let words: Vec<String> = match value {
        Value::String(text) => text.split_whitespace().map(str::to_owned).collect(),
        Value::Array(list) => list.iter().map(|one| one.as_str().map(str::to_owned)).collect::<Option<_>>()?,
        _ => return None,
    };
    (!words.is_empty()).then_some(words)
}

/// Adds options as the command line has them: `true` is a mere switch, `false` none, a list repeats the option.
/// The key of a value that is none of these is an error.
fn push_options(arguments: &mut Vec<String>, table: &Table, without: &[&str]) -> Result<(), String> {
    for (key, value) in table.iter().filter(|(key, _)| !without.contains(&key.as_str())) {
        let option = format!("--{}", key.replace('_', "-"));
        let all = match value {
            Value::Array(list) => list.as_slice(),
            one => std::slice::from_ref(one),
        };
        for one in all {
            match one {
                Value::Boolean(true) => arguments.push(option.clone()),
                Value::Boolean(false) => {}
                // With a sign of equality, as a value may begin with a dash.
                Value::String(text) => arguments.push(format!("{option}={text}")),
                Value::Integer(number) => arguments.push(format!("{option}={number}")),
                Value::Float(number) => arguments.push(format!("{option}={number}")),
                Value::Datetime(date) => arguments.push(format!("{option}={date}")),
                Value::Array(_) | Value::Table(_) => return Err(key.clone()),
            }
        }
    }
    Ok(())
}

/// The values behind the signs of equality.
fn strings(arguments: &[String]) -> Vec<String> {
    arguments.iter().filter_map(|argument| Some(argument.split_once('=')?.1.to_owned())).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn calls(text: &str) -> Vec<String> {
        read(Path::new("collab.toml"), text).unwrap().iter().map(RecipeStep::shown).collect()
    }

    #[test]
    fn steps_are_calls_of_the_command_line() {
        let text = "[[data]]\nfile = \"a b.csv\"\ncolumns = \"title=T\"\n[[data]]\nfile = \"c.csv\"\n\
                    [options]\nsince = 2020\ncountry = [\"KR\", \"JP\"]\nstrict = false\n\
                    [[make]]\ncommand = [\"who\", \"Ghent University\"]\noutput = \"who.xlsx\"\n\
                    [[make]]\ncommand = \"draw map\"\nmin_works = 2\nopen = true\noutput = \"map.svg\"\n";
        let data = "--country=KR --country=JP --since=2020 --data 'a b.csv' --columns=title=T --data c.csv";
        assert_eq!(
            calls(text),
            [
                format!("collab {data} who 'Ghent University' --output who.xlsx"),
                format!("collab {data} draw map --min-works=2 --open --output map.svg"),
            ]
        );
        let steps = read(Path::new("collab.toml"), text).unwrap();
        assert!(["a b.csv", "c.csv"].iter().all(|file| steps[0].values.iter().any(|value| value == file)));
    }

    #[test]
    fn what_is_no_recipe_is_refused() {
        for text in [
            "",
            "make = 1",
            "[[make]]\noutput = \"x.svg\"",
            "[[make]]\ncommand = \"rank\"\n[figures]\nx = 1",
            "[[data]]\nfiles = \"a.csv\"\n[[make]]\ncommand = \"rank\"",
            "[[make]]\ncommand = \"rank\"\noutput = \"x.csv\"\n[[make]]\ncommand = \"who\"\noutput = \"x.csv\"",
            "[[make]]\ncommand = \"rank\"\nby = { a = 1 }",
            "[[make]\n",
        ] {
            assert!(read(Path::new("collab.toml"), text).is_err(), "{text}");
        }
    }
}
