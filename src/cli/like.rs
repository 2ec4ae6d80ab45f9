//! `--like`: places of an earlier picture.

use crate::args::draw::DrawArgs;
use crate::error::CliError;
use crate::session::Session;
use crate::terminal;
use collabgraph::analysis::figure::View;
use collabgraph::answer::figure::Figure;
use collabgraph::answer::positions::NodePositions;
use collabgraph::message;
use collabgraph::messages::{Argument, List};
use collabgraph::render::layout_file;

/// How many institutions that are removed are named.
const NAMED: usize = 4;

/// Largest file that is read, in bytes: a figure is never near to it.
const LARGEST: u64 = 64 << 20;

/// Reads the earlier picture, where one is given; views with an order of their own take none.
pub(crate) fn read(session: &Session, args: &DrawArgs, view: View) -> Result<Option<NodePositions>, CliError> {
    let Some(file) = &args.like else { return Ok(None) };
    let name = file.display();
    if view != View::Map {
        return Err(message!("errors-like-is-for-maps").into());
    }
    let size = std::fs::metadata(file).map_err(|error| unreadable(file, &error))?;
    if size.len() > LARGEST {
        return Err(message!("errors-like-too-large", path = file).into());
    }
    let bytes = std::fs::read(file).map_err(|error| unreadable(file, &error))?;
    let text = String::from_utf8(bytes).map_err(|_| message!("errors-like-not-text", path = file))?;
    let found = layout_file::read(&text).map_err(|error| error.message(&name.to_string()))?;
    if found.view != "map" {
        let view = if found.view.is_empty() { "?" } else { &found.view };
        return Err(message!("errors-like-other-view", path = file, view = view).into());
    }
    if (found.width_mm - args.width).abs() > 0.05 {
        let (old, new) = (Argument::number(found.width_mm, 2), Argument::number(args.width, 2));
        terminal::remark(&session.global, &message!("cli-like-stretched", path = file, old = old, new = new));
    }
    Ok(Some(found))
}

/// Says who of the earlier picture is removed, and who is new. Names play no part: ids are matched.
pub(crate) fn report_changes(session: &Session, earlier: Option<&NodePositions>, figure: &Figure) {
    let Some(earlier) = earlier else { return };
    let now = NodePositions::of(figure);
    let removed: Vec<&str> =
        earlier.nodes.keys().filter(|key| !now.nodes.contains_key(*key)).map(String::as_str).collect();
    let new = now.nodes.keys().filter(|key| !earlier.nodes.contains_key(*key)).count();
    if removed.len() == earlier.nodes.len() {
        terminal::remark(&session.global, &message!("cli-like-nothing-kept"));
        return;
    }
    if removed.is_empty() && new == 0 {
        return;
    }
    let names = List::comma(removed.iter().take(NAMED).copied());
    let names =
        if removed.len() > NAMED { message!("cli-and-so-on", items = names).into() } else { Argument::from(names) };
    terminal::remark(&session.global, &message!("cli-like-changed", gone = removed.len(), names = names, new = new));
}

fn unreadable(file: &std::path::Path, error: &std::io::Error) -> CliError {
    message!("errors-like-unreadable", path = file, reason = error.to_string()).into()
}
