//! Options that say how a file is read: behind a `--data` they hold for that file alone, before the first for all.

use std::collections::BTreeMap;

use collabgraph::ingest::columns::ColumnMap;
use collabgraph::ingest::options::{GroupBy, InputOptions};
use collabgraph::message;

use crate::args::Global;
use crate::error::CliError;
use collabgraph::analysis::bounds;

/// The options of files.
pub(crate) const OPTIONS: [&str; 7] = ["columns", "separator", "skip", "delimiter", "encoding", "sheet", "group-by"];

/// Which file each option of a file belongs to: the number of the `--data` before it, if there is one.
#[derive(Clone, Debug, Default)]
pub(crate) struct OptionPlaces(BTreeMap<&'static str, Vec<Option<usize>>>);

impl OptionPlaces {
    /// Finds them among the arguments as they were typed.
    pub(crate) fn of(arguments: impl Iterator<Item = String>) -> Self {
        let (mut places, mut files) = (Self::default(), 0_usize);
        let mut arguments = arguments.skip(1);
        while let Some(argument) = arguments.next() {
            if argument == "--" {
                break;
            }
            let Some(long) = argument.strip_prefix("--") else {
                // `-d FILE`, `-dFILE`, `-qd FILE`.
                let short = argument.strip_prefix('-').map(|short| short.trim_start_matches('q'));
                if let Some(file) = short.and_then(|short| short.strip_prefix('d')) {
                    files += 1;
                    if file.is_empty() {
                        arguments.next();
                    }
                }
                continue;
            };
            let (name, is_whole) = long.split_once('=').map_or((long, false), |(name, _)| (name, true));
            let known = OPTIONS.into_iter().find(|option| *option == name);
            if name == "data" {
                files += 1;
            } else if let Some(option) = known {
                places.0.entry(option).or_default().push(files.checked_sub(1));
            } else {
                continue;
            }
            if !is_whole {
                arguments.next();
            }
        }
        places
    }

    /// The values of an option: that of all files, and those of single ones.
    fn values<'v, T>(&self, option: &str, values: &'v [T]) -> Result<Vec<(Option<usize>, &'v T)>, CliError> {
        let own = self.0.get(option).filter(|own| own.len() == values.len());
        let placed: Vec<(Option<usize>, &T)> =
            values.iter().enumerate().map(|(at, value)| (own.and_then(|own| own[at]), value)).collect();
        let is_again = |at: usize| placed[..at].iter().any(|(file, _)| *file == placed[at].0);
        if (0..placed.len()).any(is_again) {
            return Err(message!("errors-option-twice", option = format!("--{option}")).into());
        }
        Ok(placed)
    }
}

/// How all files are read, and how single ones are, by the number of their `--data`.
pub(crate) fn of(global: &Global) -> Result<(InputOptions, Vec<InputOptions>), CliError> {
    let count = global.data.len();
    let (mut all, mut own) = (InputOptions::default(), vec![InputOptions::default(); count]);
    let places = &global.places;
    let mut place = |file: Option<usize>, set: &dyn Fn(&mut InputOptions)| match file.and_then(|file| own.get_mut(file))
    {
        Some(own) => set(own),
        None => set(&mut all),
    };
    for (file, value) in places.values("columns", &global.columns)? {
        let columns = ColumnMap::parse(value)?;
        place(file, &|options| options.columns = Some(columns.clone()));
    }
    for (file, value) in places.values("separator", &global.separator)? {
        if value.is_empty() {
            return Err(message!("errors-empty-separator").into());
        }
        if value.len() > bounds::MAX_SEPARATOR {
            return Err(message!("errors-long-separator", max = bounds::MAX_SEPARATOR).into());
        }
        place(file, &|options| options.separator = Some(value.clone()));
    }
    for (file, &value) in places.values("skip", &global.skip)? {
        place(file, &|options| options.skip = Some(value));
    }
    for (file, &value) in places.values("delimiter", &global.delimiter)? {
        place(file, &|options| options.delimiter = Some(value));
    }
    for (file, &value) in places.values("encoding", &global.encoding)? {
        place(file, &|options| options.encoding = Some(value));
    }
    for (file, value) in places.values("sheet", &global.sheet)? {
        place(file, &|options| options.sheet = Some(value.clone()));
    }
    for (file, value) in places.values("group-by", &global.group_by)? {
        let by = match value.trim() {
            word if word.eq_ignore_ascii_case("none") => GroupBy::Never,
            column => GroupBy::Column(column.to_owned()),
        };
        place(file, &|options| options.group_by = Some(by.clone()));
    }
    // What holds for the only file holds for all.
    if let [only] = own.as_slice() {
        all = all.with(only);
        own.clear();
    }
    if own.iter().all(|one| *one == InputOptions::default()) {
        own.clear();
    }
    Ok((all, own))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_option_belongs_to_the_file_before_it() {
        let of = |line: &str| OptionPlaces::of(line.split(' ').map(str::to_owned)).0;
        let found = of("collab --skip 1 --data a.csv --columns work=A -d b.csv --columns=work=B --sheet 2");
        assert_eq!(found["columns"], [Some(0), Some(1)]);
        assert_eq!((found["skip"].as_slice(), found["sheet"].as_slice()), (&[None][..], &[Some(1)][..]));
        let found = of("collab rank -qd a.csv --by works --separator / -db.csv --skip 3 -- --data --skip");
        assert_eq!((found["separator"].as_slice(), found["skip"].as_slice()), (&[Some(0)][..], &[Some(1)][..]));
        // The value of an option is none.
        assert_eq!(of("collab --separator --data --skip 1")["skip"], [None]);
    }
}
