//! `resolve`: lists of affiliations to institutions, one answer a line and in the order of the list.

use collabgraph::ingest::column;
use collabgraph::ingest::input::Input;
use collabgraph::message;
use collabgraph::names::resolver::{ResolvedAffiliation, Resolver};

use crate::args::Global;
use crate::args::commands::ResolveArgs;
use crate::error::CliError;
use crate::{output, session};
use std::path::Path;

/// Lines that are resolved at a time, so that answers need not be held.
const CHUNK: usize = 4096;

/// Answers every line; whether any has a match.
pub(crate) fn run(global: &Global, args: &ResolveArgs) -> Result<bool, CliError> {
    let authority = session::authority(global)?;
    let lines = lines(args)?;
    let resolver = Resolver::new(&authority).ok_or_else(|| message!("resolve-no-registry"))?;
    let mut has_match = false;
    let mut header = if args.table { "input\tname\tname_ko\tror\tcountry\tkind\tscore\trule\n" } else { "" };
    output::print_by_parts(|write| {
        write(header);
        header = "";
        let mut separator = "";
        for one in lines.chunks(CHUNK).flat_map(|lines| resolver.resolve_all(lines)) {
            has_match |= !one.matches.is_empty();
            write(separator);
            separator = "\n";
            write(&if args.table { row(&one) } else { serde_json::to_string(&one).unwrap_or_default() });
        }
    })?;
    Ok(has_match)
}

/// The affiliations: lines of a file, or the cells of a column.
fn lines(args: &ResolveArgs) -> Result<Vec<String>, CliError> {
    let input = Input::from_argument(args.list.as_deref().unwrap_or(Path::new("-")));
    let text = input.text()?;
    match &args.column {
        Some(header) => Ok(column::cells(&input.name(), &text, header)?),
        None => {
            Ok(text.trim_start_matches('\u{FEFF}').lines().map(|line| line.trim_end_matches('\r').to_owned()).collect())
        }
    }
}

/// The best match as a row between tabs.
fn row(answer: &ResolvedAffiliation) -> String {
    let clean = |text: &str| text.replace(['\t', '\n'], " ");
    let optional = |text: &Option<String>| text.as_deref().map_or_else(String::new, clean);
    let cells = answer.matches.first().map(|best| {
        let kind = best.kind.unwrap_or_default().to_owned();
        // As in JSON: 1.0.
        let score = serde_json::to_string(&best.score).unwrap_or_default();
        let (name, country) = (clean(&best.name), optional(&best.country));
        [name, optional(&best.name_ko), optional(&best.ror), country, kind, score, best.rule.to_owned()]
    });
    format!("{}\t{}", clean(&answer.input), cells.unwrap_or_default().join("\t"))
}
