//! Lists of ties without works: two columns of ends and perhaps one of weights, as Gephi, Kumu, igraph, tidygraph and
//! bibnets write them; or, without a header, two names and a number a line, as VOSviewer, NetworkX and SNAP do.

use crate::corpus::naming::fold;
use crate::format::decoder::Confidence;
use crate::format::delimited::{DelimitedDecoder, Undelimited, stands_alone};
use crate::format::delimiter;
use crate::format::document::Document;
use crate::format::head::Head;
use crate::format::header_row::HeaderRow;
use crate::format::info::{FormatInfo, Syntax};
use crate::format::mirrored;
use crate::format::tie_columns::{self, Ends, is_bare_tie};
use crate::format::weights::{self, Reading};
use crate::ingest::assembler::CorpusAssembler;
use crate::ingest::columns::{ColumnMap, Layout, Role};
use crate::ingest::delimited::{Reader, Row};
use crate::ingest::location::RecordLocation;
use crate::ingest::location::SourceLocation;
use crate::ingest::notice::Kind;
use crate::ingest::options::Options;
use crate::ingest::rows::unclosed;
use crate::ingest::table::{Delimited, missing_column};
use crate::message;
use crate::normalize::text::{trim, visible};
use crate::source::error::Error;

/// Columns that say how a tie is drawn or numbered, which plays no part.
const UNDERSTOOD: [&str; 2] = ["id", "label"];

/// Pairs in both directions that show how a list is written; one alone may as well be two records.
const LEAST_MIRRORED: usize = 2;

struct Columns {
    source: usize,
    target: usize,
    kind: Option<usize>,
    weight: Option<usize>,
    has_header: bool,
}

/// What the rows hold, column by column.
#[derive(Clone, Copy, Default)]
struct Content {
    is_filled: bool,
    has_number: bool,
    /// A cell that says something else than whether a tie has a direction.
    has_other: bool,
}

/// What is counted while the rows are read.
#[derive(Default)]
struct Counts {
    directed: usize,
    /// Ties whose weight is blank, and the first of their lines.
    blank: usize,
    first_blank: u64,
    /// Ties, which are added when all of them are known.
    ties: Vec<(u32, u32, f64)>,
    lines: Vec<SourceLocation>,
}

impl Counts {
    fn tie(&mut self, (a, b): (u32, u32), weight: f64, location: SourceLocation) {
        self.ties.push((a, b, weight));
        self.lines.push(location);
    }

    /// Adds the ties: one for each pair where every pair stands in both directions.
    fn add(&mut self, assembler: &mut CorpusAssembler<'_>, input: u16) {
        let firsts = mirrored::first_of_pairs(&self.ties, LEAST_MIRRORED);
        for (number, (&(a, b, weight), &location)) in self.ties.iter().zip(&self.lines).enumerate() {
            if firsts.as_ref().is_none_or(|firsts| firsts[number]) {
                assembler.tie((a, b), weight, location);
            }
        }
        if let Some(firsts) = firsts {
            let pairs = firsts.iter().filter(|&&is_first| !is_first).count();
            self.directed = 0;
            let location = SourceLocation { input, line: 0, column: 0 };
            assembler.notice(Kind::Other, location, message!("format-ties-mirrored", pairs = pairs));
        }
    }
}

/// Decodes lists of ties.
pub(crate) static EDGES: DelimitedDecoder = DelimitedDecoder {
    info: &FormatInfo { key: "edges", aliases: &[], extensions: &[], syntax: Syntax::Delimited, precedence: 5 },
    undelimited: Undelimited::SplitAtBlanks,
    sniff,
    check_companions: stands_alone,
    read: Some(read),
};

fn sniff(head: &Head<'_>, header: &HeaderRow) -> Confidence {
    if head.options.columns.as_ref().is_some_and(ColumnMap::is_of_ties) {
        return Confidence::Likely;
    }
    let are_columns_named = head.options.columns.is_some();
    let is_items = !are_columns_named && header.names_items() && !header.names_works() && !header.names_ties();
    if !is_items && delimiter::is_pairs(head.text, head.name) {
        return Confidence::Certain;
    }
    Confidence::Possible.when(!are_columns_named && header.names_ties())
}

/// Reads a list of ties. Ties of one pair are added up; a direction plays no part.
fn read(
    document: &Document<'_>,
    source: &Delimited<'_>,
    options: &Options,
    assembler: &mut CorpusAssembler<'_>,
) -> Result<(), Error> {
    let ends = tie_columns::ends(&source.headers);
    let is_bare = ends.is_none() && options.columns.is_none();
    let contents = if is_bare { Vec::new() } else { contents(source, ends)? };
    let columns = columns(source, options, &contents, ends)?;
    let input = document.register(assembler);
    let mut reader = Reader::new(source.text, source.delimiter);
    if columns.has_header {
        reader.next_row().map_err(|error| unclosed(source.name, error))?;
        report_columns(assembler, source, input, &columns, &contents);
    }
    report_numbers(assembler, source, input, columns.has_header);
    let by_number =
        !columns.has_header && source.headers.first().is_some_and(|id| is_number(id) && assembler.item(id).is_some());
    let mut counts = Counts::default();
    while let Some(row) = reader.next_row().map_err(|error| unclosed(source.name, error))? {
        let location = document.record_at(input, row.anchor());
        check_width(source, &row, &columns)?;
        if by_number {
            check_ends(assembler, source, &row, &columns)?;
        }
        check_weight(source, &row, &columns)?;
        counts.directed += usize::from(columns.kind.is_some_and(|column| is_directed(&row.text(column))));
        read_row(assembler, &location, &row, &columns, &mut counts);
    }
    counts.add(assembler, input);
    counts.report(assembler, input);
    if columns.weight.is_none() {
        assembler.unweighted(input);
    }
    Ok(())
}

fn is_directed(cell: &str) -> bool {
    matches!(fold(cell).as_str(), "directed" | "방향")
}

fn is_direction(cell: &str) -> bool {
    is_directed(cell) || matches!(fold(cell).as_str(), "undirected" | "mutual" | "무방향")
}

impl Counts {
    fn report(&self, assembler: &mut CorpusAssembler<'_>, input: u16) {
        if self.directed > 0 {
            let directed = self.directed;
            assembler.notice(
                Kind::Other,
                SourceLocation { input, line: 0, column: 0 },
                message!("format-directed-ties-read-ties", directed = directed),
            );
        }
        if self.blank > 0 {
            let blank = self.blank;
            assembler.notice(
                Kind::Other,
                SourceLocation { input, line: self.first_blank, column: 0 },
                message!("format-weights-blank-counted", blank = blank),
            );
        }
    }
}

/// What each column but the ends holds below the header.
fn contents(source: &Delimited<'_>, ends: Option<Ends>) -> Result<Vec<Content>, Error> {
    let mut contents = vec![Content::default(); source.headers.len()];
    let is_end = |column: usize| ends.is_some_and(|ends| column == ends.source || column == ends.target);
    if (0..contents.len()).all(is_end) {
        return Ok(contents);
    }
    let mut reader = Reader::new(source.text, source.delimiter);
    reader.next_row().map_err(|error| unclosed(source.name, error))?;
    while let Some(row) = reader.next_row().map_err(|error| unclosed(source.name, error))? {
        for (column, content) in contents.iter_mut().enumerate().take(row.len()) {
            if content.has_number && content.has_other {
                continue;
            }
            let cell = row.text(column);
            let cell = trim(&cell);
            if cell.is_empty() || is_end(column) && content.is_filled {
                continue;
            }
            content.is_filled = true;
            content.has_number = content.has_number || !matches!(weights::read(cell), Reading::Unreadable);
            content.has_other = content.has_other || !is_direction(cell);
        }
    }
    Ok(contents)
}

/// Says which columns were not taken, and whether one of them could be the weight.
fn report_columns(
    assembler: &mut CorpusAssembler<'_>,
    source: &Delimited<'_>,
    input: u16,
    columns: &Columns,
    contents: &[Content],
) {
    let position = SourceLocation { input, line: 1, column: 0 };
    let taken = [Some(columns.source), Some(columns.target), columns.kind, columns.weight];
    let rest: Vec<usize> = (0..source.headers.len())
        .filter(|&column| contents[column].is_filled && !taken.contains(&Some(column)))
        .collect();
    let title = |column: usize| match source.headers[column].as_str() {
        "" => format!("#{}", column + 1),
        title => format!("“{title}”"),
    };
    let titles = |columns: &[usize]| columns.iter().map(|&column| title(column)).collect::<Vec<_>>().join(", ");
    let (rivals, others): (Vec<usize>, Vec<usize>) =
        rest.into_iter().partition(|column| candidates(source, contents).contains(column));
    if let (Some(weight), false) = (columns.weight, rivals.is_empty()) {
        let (weight, rivals) = (title(weight), titles(&rivals));
        assembler.notice(
            Kind::Other,
            position,
            message!("format-weights-those-taken-though", weight = weight, rivals = rivals),
        );
    }
    let others: Vec<usize> =
        others.into_iter().filter(|&column| !UNDERSTOOD.contains(&fold(&source.headers[column]).as_str())).collect();
    if others.is_empty() {
        return;
    }
    let (others, has_weight) = (titles(&others), columns.weight.is_some());
    let weights = if has_weight { "known" } else { "unknown" };
    assembler.notice(Kind::Other, position, message!("format-columns-taken", others = others, weights = weights));
}

/// VOSviewer's network file names its items by number: without the map file their names are unknown.
fn report_numbers(assembler: &mut CorpusAssembler<'_>, source: &Delimited<'_>, input: u16, has_header: bool) {
    let first = source.headers.first();
    if has_header || !first.is_some_and(|id| is_number(id)) || first.is_some_and(|id| assembler.item(id).is_some()) {
        return;
    }
    assembler.notice(
        Kind::Other,
        SourceLocation { input, line: 1, column: 1 },
        message!("format-ties-name-their-ends"),
    );
}

/// A weight that is no number cannot be guessed.
fn check_weight(source: &Delimited<'_>, row: &Row<'_, '_>, columns: &Columns) -> Result<(), Error> {
    let Some(column) = columns.weight else { return Ok(()) };
    let cell = row.text(column);
    if weights::read(&cell) != Reading::Unreadable {
        return Ok(());
    }
    let (text, position) = (cell.trim(), row.position(column));
    Err(Error::at(source.name, position.line, position.column, message!("format-weight-no-number-write", text = text)))
}

/// Rows of a list have the cells of its header, or of its first row: others are lists of neighbours, or hold a
/// delimiter within a name.
fn check_width(source: &Delimited<'_>, row: &Row<'_, '_>, columns: &Columns) -> Result<(), Error> {
    let (cells, width) = (row.len(), source.headers.len());
    let is_blank = |column: usize| trim(&row.text(column)).is_empty();
    let has_more = cells > width && (width..cells).any(|column| !is_blank(column));
    let position = row.position(width.min(cells - 1));
    if columns.has_header && has_more {
        return Err(Error::at(
            source.name,
            position.line,
            position.column,
            message!("format-row-cells-header-put", cells = cells, width = width),
        ));
    }
    // A name alone lacks its other end, which is reported; a number alone is a vertex without neighbours.
    let is_alone = cells == 1 && !row.text(0).trim().parse::<f64>().is_ok_and(f64::is_finite);
    if columns.has_header || row.is_empty() || !has_more && (cells >= width || is_alone) {
        return Ok(());
    }
    let line = row.line();
    Err(Error::at(
        source.name,
        line,
        position.column,
        message!("format-line-cells-first-line", cells = cells, width = width),
    ))
}

fn is_number(cell: &str) -> bool {
    cell.bytes().all(|byte| byte.is_ascii_digit())
}

/// A network file that names the items of a map by number has no others.
fn check_ends(
    assembler: &CorpusAssembler<'_>,
    source: &Delimited<'_>,
    row: &Row<'_, '_>,
    columns: &Columns,
) -> Result<(), Error> {
    for column in [columns.source, columns.target] {
        let cell = row.text(column);
        let id = trim(visible(&cell));
        if !id.is_empty() && is_number(id) && assembler.item(id).is_none() {
            let position = row.position(column);
            return Err(Error::at(
                source.name,
                position.line,
                position.column,
                message!("format-tie-ends-no-item", id = id),
            ));
        }
    }
    Ok(())
}

fn columns(
    source: &Delimited<'_>,
    options: &Options,
    contents: &[Content],
    ends: Option<Ends>,
) -> Result<Columns, Error> {
    if options.columns.is_some() {
        return named(source, options, contents, ends);
    }
    if let Some(ends) = ends {
        return Ok(headed(source, contents, ends));
    }
    let width = source.headers.len();
    let is_number = |column: usize| source.headers[column].parse::<f64>().is_ok_and(f64::is_finite);
    if width == 2 || (width == 3 && is_number(2)) {
        let weight = (width == 3).then_some(2);
        return Ok(Columns { source: 0, target: 1, kind: None, weight, has_header: false });
    }
    Err(no_ends(source))
}

/// The columns of a list with a header whose ends are known.
fn headed(source: &Delimited<'_>, contents: &[Content], ends: Ends) -> Columns {
    let is_kind = |column: &usize| {
        matches!(fold(&source.headers[*column]).as_str(), "type" | "direction" | "방향") && !contents[*column].has_other
    };
    let weight = ends.weight.or_else(|| {
        candidates(source, contents).into_iter().find(|&column| column != ends.source && column != ends.target)
    });
    Columns {
        source: ends.source,
        target: ends.target,
        kind: (0..source.headers.len()).find(is_kind),
        weight,
        has_header: true,
    }
}

/// Columns that may be the weight, the clearest first; a column without a single number only where its header is a clear
/// word for a weight.
fn candidates(source: &Delimited<'_>, contents: &[Content]) -> Vec<usize> {
    let mut found: Vec<(usize, usize)> = (0..source.headers.len())
        .filter_map(|column| Some((tie_columns::weight_rank(&fold(&source.headers[column]))?, column)))
        .filter(|&(rank, column)| tie_columns::is_clear(rank) || contents[column].has_number)
        .collect();
    found.sort_unstable();
    found.into_iter().map(|(_, column)| column).collect()
}

/// The columns that the user names; those that are not named by their headers.
fn named(
    source: &Delimited<'_>,
    options: &Options,
    contents: &[Content],
    ends: Option<Ends>,
) -> Result<Columns, Error> {
    let Some(map) = &options.columns else { return Err(no_ends(source)) };
    if !map.is_of_ties() {
        return Err(Error::at(source.name, 1, 1, message!("format-read-list-ties-whose")));
    }
    if let Some(columns) = bare(source, options) {
        return Ok(columns);
    }
    let layout =
        Layout::from_map(map, &source.headers).map_err(|(role, header)| missing_column(source, role, &header))?;
    let first = layout.get(Role::Source).or(ends.map(|ends| ends.source));
    let second = layout.get(Role::Target).or(ends.map(|ends| ends.target));
    let (Some(first), Some(second)) = (first, second) else { return Err(no_ends(source)) };
    let found = headed(
        source,
        contents,
        Ends { source: first, target: second, weight: layout.get(Role::Weight), are_clear: true },
    );
    let weight = found.weight.filter(|&column| column != first && column != second);
    if first == second || weight != found.weight {
        return Err(Error::at(source.name, 1, 1, message!("format-columns-names-column-twice")));
    }
    Ok(found)
}

/// The columns of a list without a header, all of them named by number.
fn bare(source: &Delimited<'_>, options: &Options) -> Option<Columns> {
    let map = options.columns.as_ref()?;
    let number = |role: Role| match map.get(role) {
        None => Some(None),
        Some(text) => {
            let number = text.parse::<usize>().ok().filter(|number| (1..=source.headers.len()).contains(number))?;
            Some(Some(number - 1))
        }
    };
    let (first, second, weight) = (number(Role::Source)?, number(Role::Target)?, number(Role::Weight)?);
    let is_weight = |column: usize| source.headers[column].parse::<f64>().is_ok_and(f64::is_finite);
    if !(is_bare_tie(&source.headers) || weight.is_some_and(is_weight)) {
        return None;
    }
    let (first, second) = (first.unwrap_or(0), second.unwrap_or(1));
    let weight = weight.or_else(|| (source.headers.len() == 3 && first != 2 && second != 2).then_some(2));
    let is_apart = first != second && weight != Some(first) && weight != Some(second);
    is_apart.then_some(Columns { source: first, target: second, kind: None, weight, has_header: false })
}

fn no_ends(source: &Delimited<'_>) -> Error {
    Error::at(source.name, 1, 1, message!("format-list-ties-needs-columns"))
}

fn read_row(
    assembler: &mut CorpusAssembler<'_>,
    location: &RecordLocation<'_>,
    row: &Row<'_, '_>,
    columns: &Columns,
    counts: &mut Counts,
) {
    if row.is_empty() {
        assembler.notice(Kind::Other, location.row(), message!("format-row-blank-cells-left"));
        return;
    }
    let ends = [columns.source, columns.target];
    let mut entities = [None; 2];
    for (entity, &column) in entities.iter_mut().zip(&ends) {
        let cell = row.text(column);
        let name = visible(&cell);
        if name.is_empty() {
            assembler.notice(
                Kind::NoInstitution,
                location.place(row.raw(column), row.raw(column)),
                message!("format-tie-lacks-end-left"),
            );
            return;
        }
        *entity = match assembler.item(trim(name)) {
            Some(item) => Some(item),
            None => {
                assembler.tell_kept_placeholder(location, name, row.raw(column));
                assembler.mention(location, name, row.raw(column), "")
            }
        };
    }
    let [Some(a), Some(b)] = entities else { return };
    if a == b {
        assembler.tell_self_tie(a, location.row());
        counts.tie((a, b), 1.0, location.row());
        return;
    }
    if let Some(weight) = weight(assembler, location, row, columns, counts) {
        counts.tie((a, b), weight, location.row());
    }
}

/// The weight of a tie, 1 when there is none; `None` when it cannot be counted with.
fn weight(
    assembler: &mut CorpusAssembler<'_>,
    location: &RecordLocation<'_>,
    row: &Row<'_, '_>,
    columns: &Columns,
    counts: &mut Counts,
) -> Option<f64> {
    let Some(column) = columns.weight else { return Some(1.0) };
    let cell = row.text(column);
    let text = cell.trim();
    match weights::read(text) {
        Reading::Blank => {
            if counts.blank == 0 {
                counts.first_blank = location.anchor.line;
            }
            counts.blank += 1;
            Some(1.0)
        }
        Reading::Weight(weight) => Some(weight),
        Reading::Unusable(why) => {
            assembler.notice(
                Kind::NumberUnreadable,
                location.place(&cell, row.raw(column)),
                message!("format-weight-tie-left-out", text = text, why = why),
            );
            None
        }
        // Refused before.
        Reading::Unreadable => None,
    }
}
