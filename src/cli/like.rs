//! `--like`: places of an earlier picture.

use collabgraph::answer::figure::Figure;
use collabgraph::answer::places::Places;
use collabgraph::message;
use collabgraph::render::places;

use crate::args::{DrawArgs, ViewName};
use crate::error::CliError;
use crate::session::Session;
use crate::terminal;

/// Largest file that is read, in bytes: a figure is never near to it.
const LARGEST: u64 = 64 << 20;

/// Reads the earlier picture, where one is given; views with an order of their own take none.
pub(crate) fn read(session: &Session, args: &DrawArgs, view: ViewName) -> Result<Option<Places>, CliError> {
    let Some(file) = &args.like else { return Ok(None) };
    let name = file.display();
    if view != ViewName::Map {
        return Err(message!("errors-like-is-for-maps").into());
    }
    let size = std::fs::metadata(file).map_err(|error| unreadable(file, &error))?;
    if size.len() > LARGEST {
        return Err(message!("errors-like-too-large", path = file).into());
    }
    let bytes = std::fs::read(file).map_err(|error| unreadable(file, &error))?;
    let text = String::from_utf8(bytes).map_err(|_| message!("errors-like-not-text", path = file))?;
    let found = places::read(&text).map_err(|error| {
        let place = format!("{name}:{}:{}", error.line, error.column);
        CliError::translated(format!("{place}: {}.", error.message), format!("{place}: {}.", error.message_ko))
    })?;
    if found.view != "map" {
        let view = if found.view.is_empty() { "?" } else { &found.view };
        return Err(message!("errors-like-other-view", path = file, view = view).into());
    }
    if (found.width_mm - args.width).abs() > 0.05 {
        say(
            session,
            format!("{name} is {} mm wide: its places are stretched to {} mm.", found.width_mm, args.width),
            format!("{name}의 너비는 {} mm라서 자리를 {} mm에 맞춰 늘이거나 줄인다.", found.width_mm, args.width),
        );
    }
    Ok(Some(found))
}

/// Says who of the earlier picture is gone, and who is new. Names play no part: ids are matched.
pub(crate) fn tell(session: &Session, kept: Option<&Places>, figure: &Figure) {
    let Some(kept) = kept else { return };
    let now = Places::of(figure);
    let gone: Vec<&str> = kept.spots.keys().filter(|key| !now.spots.contains_key(*key)).map(String::as_str).collect();
    let new = now.spots.keys().filter(|key| !kept.spots.contains_key(*key)).count();
    if gone.len() == kept.spots.len() {
        say(
            session,
            "No institution of the earlier picture is in this one (they are matched by id): everything is laid out anew.".to_owned(),
            "앞선 그림의 기관이 하나도 없어(id로 맞춤) 모두 새로 배치한다.".to_owned(),
        );
        return;
    }
    if gone.is_empty() && new == 0 {
        return;
    }
    let listed = gone.iter().take(4).copied().collect::<Vec<_>>().join(", ");
    let more = if gone.len() > 4 { ", …" } else { "" };
    let list = if gone.is_empty() { String::new() } else { format!(" ({listed}{more})") };
    say(
        session,
        format!(
            "Of the earlier picture {} are gone{list}, {new} are new; they are matched by id, so a renamed id counts as both.",
            gone.len()
        ),
        format!(
            "앞선 그림에서 {}곳이 없어지고{list} {new}곳이 새로 들어왔다. id로 맞추므로 id가 바뀐 기관은 둘 다로 센다.",
            gone.len()
        ),
    );
}

fn say(session: &Session, english: String, korean: String) {
    if !session.global.quiet {
        terminal::report(&session.language.say(english, korean));
    }
}

fn unreadable(file: &std::path::Path, error: &std::io::Error) -> CliError {
    message!("errors-like-unreadable", path = file, reason = error.to_string()).into()
}
