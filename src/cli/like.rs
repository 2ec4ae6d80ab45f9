//! `--like`: places of an earlier picture.

use collabgraph::answer::figure::Figure;
use collabgraph::answer::places::Places;
use collabgraph::render::layout_file;

use crate::args::{DrawArgs, ViewName};
use crate::fault::Fault;
use crate::session::Session;
use crate::terminal;

/// Largest file that is read, in bytes: a figure is never near to it.
const LARGEST: u64 = 64 << 20;

/// Reads the earlier picture, where one is given; views with an order of their own take none.
pub(crate) fn read(session: &Session, args: &DrawArgs, view: ViewName) -> Result<Option<Places>, Fault> {
    let Some(file) = &args.like else { return Ok(None) };
    let name = file.display();
    if view != ViewName::Map {
        return Err(Fault::new(
            "--like keeps the places of a map. The other views have an order of their own and put the same data at the same places: leave --like out, or collab draw map --like OLD.svg -o new.svg.",
            "--like는 map의 자리를 지킨다. 다른 그림은 정해진 순서가 있어 같은 자료를 늘 같은 자리에 그리니 --like를 빼세요. 예: collab draw map --like OLD.svg -o new.svg.",
        ));
    }
    let size = std::fs::metadata(file).map_err(|error| unreadable(file, &error))?;
    if size.len() > LARGEST {
        return Err(Fault::new(
            format!("{name}: larger than any figure (64 MB); give --like an SVG of ours or a layout file."),
            format!("{name}: 그림이라기에는 너무 큽니다(64 MB 초과). --like에 이 프로그램의 SVG나 배치 파일을 주세요."),
        ));
    }
    let bytes = std::fs::read(file).map_err(|error| unreadable(file, &error))?;
    let text = String::from_utf8(bytes).map_err(|_| {
        Fault::new(
            format!("{name}: no UTF-8 text; give --like an SVG of ours or a layout file."),
            format!("{name}: UTF-8 글이 아니다. --like에 이 프로그램의 SVG나 배치 파일을 주세요."),
        )
    })?;
    let found = layout_file::read(&text).map_err(|error| {
        let place = format!("{name}:{}:{}", error.line, error.column);
        Fault::new(format!("{place}: {}.", error.message), format!("{place}: {}.", error.message_ko))
    })?;
    if found.view != "map" {
        let view = if found.view.is_empty() { "?" } else { &found.view };
        return Err(Fault::new(
            format!("{name}: its view is {view}, not map; give --like an earlier map."),
            format!("{name}: map이 아니라 {view} 그림이다. --like에 앞선 map 그림을 주세요."),
        ));
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

fn unreadable(file: &std::path::Path, error: &std::io::Error) -> Fault {
    let name = file.display();
    Fault::new(
        format!("{name}: could not be read ({error}); give --like an SVG of ours or a layout file."),
        format!("{name}: 읽을 수 없다({error}). --like에 이 프로그램의 SVG나 배치 파일을 주세요."),
    )
}
