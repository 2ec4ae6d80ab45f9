//! Lists of ties without works: `Source,Target[,Type][,Weight]` as Gephi writes them, or, when forced,
//! VOSviewer's network file without a header.

use crate::corpus::naming::fold;
use crate::corpus::table::Input;
use crate::english::counted;
use crate::ingest::delimited::{Reader, Row};
use crate::ingest::error::Error;
use crate::ingest::gather::{Gather, Spot};
use crate::ingest::input::day_in_name;
use crate::ingest::names::{trim, visible};
use crate::ingest::notice::Kind;
use crate::ingest::rows::unclosed;
use crate::ingest::table::Delimited;
use crate::ingest::weights::{self, Reading};

struct Columns {
    source: usize,
    target: usize,
    kind: Option<usize>,
    weight: Option<usize>,
}

/// Reads a list of ties. Ties of one pair are added up; a direction plays no part.
pub(crate) fn read(gather: &mut Gather<'_>, source: &Delimited<'_>) -> Result<(), Error> {
    let (columns, has_header) = columns(source)?;
    let input = Input {
        name: source.short_name.to_owned(),
        citation: String::new(),
        as_of: day_in_name(source.short_name),
        addresses: None,
    };
    let input = gather.input(source.name, input);
    let mut reader = Reader::new(source.text, source.delimiter);
    if has_header {
        reader.next_row().map_err(|error| unclosed(source.name, error))?;
    }
    tell_numbers(gather, source, input, has_header);
    let by_number = !has_header && source.headers.first().is_some_and(|id| is_number(id) && gather.item(id).is_some());
    let mut directed = 0u64;
    while let Some(row) = reader.next_row().map_err(|error| unclosed(source.name, error))? {
        let spot = Spot { input, text: source.text, anchor: row.anchor(), index: None };
        let kind = columns.kind.map(|column| row.text(column));
        directed += u64::from(kind.is_some_and(|kind| kind.trim().eq_ignore_ascii_case("directed")));
        if by_number {
            check_ends(gather, source, &row, &columns)?;
        }
        check_weight(source, &row, &columns)?;
        read_row(gather, &spot, &row, &columns);
    }
    if directed > 0 {
        gather.notice(
            Kind::Other,
            crate::ingest::registry::Place { input, line: 0, column: 0 },
            format!(
                "{} without direction",
                counted(directed as usize, "directed tie was read as a tie", "directed ties were read as ties")
            ),
            format!("방향이 있는 관계 {directed}개를 방향 없는 관계로 읽었다"),
        );
    }
    Ok(())
}

/// VOSviewer's network file names its items by number: without the map file nobody knows who they are.
fn tell_numbers(gather: &mut Gather<'_>, source: &Delimited<'_>, input: u16, has_header: bool) {
    let first = source.headers.first();
    if has_header || !first.is_some_and(|id| is_number(id)) || first.is_some_and(|id| gather.item(id).is_some()) {
        return;
    }
    gather.notice(
        Kind::Other,
        crate::ingest::registry::Place { input, line: 1, column: 1 },
        "the ties name their ends by number; read the list of items (VOSviewer's map file) together with this file",
        "관계의 양끝이 번호로만 적혀 있다. 항목 목록(VOSviewer 맵 파일)을 함께 읽으세요",
    );
}

/// A weight that is no number cannot be guessed.
fn check_weight(source: &Delimited<'_>, row: &Row<'_, '_>, columns: &Columns) -> Result<(), Error> {
    let Some(column) = columns.weight else { return Ok(()) };
    let cell = row.text(column);
    if weights::read(&cell) != Reading::Unreadable {
        return Ok(());
    }
    let (text, place) = (cell.trim(), row.position(column));
    Err(Error::at(
        source.name,
        place.line,
        place.column,
        format!("the weight “{text}” is no number; write it like 2 or 0.5"),
        format!("무게 ‘{text}’이(가) 숫자가 아니다. 2나 0.5처럼 적으세요"),
    ))
}

fn is_number(cell: &str) -> bool {
    cell.bytes().all(|byte| byte.is_ascii_digit())
}

/// A network file that names the items of a map by number has no others.
fn check_ends(gather: &Gather<'_>, source: &Delimited<'_>, row: &Row<'_, '_>, columns: &Columns) -> Result<(), Error> {
    for column in [columns.source, columns.target] {
        let cell = row.text(column);
        let id = trim(visible(&cell));
        if !id.is_empty() && is_number(id) && gather.item(id).is_none() {
            let place = row.position(column);
            return Err(Error::at(
                source.name,
                place.line,
                place.column,
                format!("the tie ends at “{id}”, but no item of the map has that id; add the item or mend the tie"),
                format!("관계가 ‘{id}’에서 끝나지만 맵에 그 식별자의 항목이 없다. 항목을 더하거나 관계를 고치세요"),
            ));
        }
    }
    Ok(())
}

fn columns(source: &Delimited<'_>) -> Result<(Columns, bool), Error> {
    let find = |name: &str| source.headers.iter().position(|header| fold(header) == name);
    // Gephi's words, then Kumu's.
    for (from, to, weight) in [("source", "target", "weight"), ("from", "to", "strength")] {
        if let (Some(source), Some(target)) = (find(from), find(to)) {
            return Ok((Columns { source, target, kind: find("type"), weight: find(weight) }, true));
        }
    }
    let width = source.headers.len();
    let is_number = |column: usize| source.headers[column].parse::<f64>().is_ok_and(f64::is_finite);
    if width == 2 || (width == 3 && is_number(2)) {
        return Ok((Columns { source: 0, target: 1, kind: None, weight: (width == 3).then_some(2) }, false));
    }
    Err(Error::at(
        source.name,
        1,
        1,
        "a list of ties needs the columns Source and Target (and Weight, if ties differ), or two names and a number a line",
        "관계 목록에는 Source와 Target 열(무게가 다르면 Weight 열도)이 있거나, 줄마다 이름 둘과 숫자 하나가 있어야 한다",
    ))
}

fn read_row(gather: &mut Gather<'_>, spot: &Spot<'_>, row: &Row<'_, '_>, columns: &Columns) {
    if row.is_empty() {
        gather.notice(Kind::Other, spot.row(), "a row of blank cells was left out", "빈 칸만 있는 행을 뺐다");
        return;
    }
    let ends = [columns.source, columns.target];
    let mut entities = [None; 2];
    for (entity, &column) in entities.iter_mut().zip(&ends) {
        let cell = row.text(column);
        let name = visible(&cell);
        if name.is_empty() {
            gather.notice(
                Kind::NoInstitution,
                spot.place(row.raw(column), row.raw(column)),
                "the tie lacks an end; left out",
                "관계의 한쪽 끝이 비어 있다. 뺐다",
            );
            return;
        }
        *entity = match gather.item(trim(name)) {
            Some(item) => Some(item),
            None => gather.mention(spot, name, row.raw(column), ""),
        };
    }
    let [Some(a), Some(b)] = entities else { return };
    let weight = weight(gather, spot, row, columns);
    if a == b {
        gather.tell_self_tie(a, spot.row());
        gather.tie((a, b), 1.0, spot.row());
    } else if let Some(weight) = weight {
        gather.tie((a, b), weight, spot.row());
    }
}

/// The weight of a tie, 1 when there is none; `None` when it cannot be counted with.
fn weight(gather: &mut Gather<'_>, spot: &Spot<'_>, row: &Row<'_, '_>, columns: &Columns) -> Option<f64> {
    let Some(column) = columns.weight else { return Some(1.0) };
    let cell = row.text(column);
    let text = cell.trim();
    match weights::read(text) {
        Reading::Blank => Some(1.0),
        Reading::Weight(weight) => Some(weight),
        Reading::Unusable(why, why_ko) => {
            gather.notice(
                Kind::NumberUnreadable,
                spot.place(&cell, row.raw(column)),
                format!("the weight {text} {why}; the tie was left out"),
                format!("무게 {text}: {why_ko}. 관계를 뺐다"),
            );
            None
        }
        // Refused before.
        Reading::Unreadable => None,
    }
}
