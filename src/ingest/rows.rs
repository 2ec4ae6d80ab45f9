//! Tables of one work a row, whatever their columns are called.

use crate::corpus::date::Date;
use crate::corpus::naming::fold;
use crate::ingest::addresses::{self, without_authors};
use crate::ingest::columns::{Layout, Role};
use crate::ingest::commas::{Column, Taken};
use crate::ingest::delimited::{Reader, Row, Unclosed};
use crate::ingest::groups::{Keys, Rows};
use crate::ingest::location::{RecordLocation, SourceLocation};
use crate::ingest::notice::{Kind, NoticeLog};
use crate::ingest::record::{List, Namesakes, Record};
use crate::ingest::row_lists::{ListParts, RowLists};
use crate::ingest::row_notices::{Cells, Placeholders};
use crate::message;
use crate::names::authority::Authority;
use crate::normalize::dates::{self, Reading, Tally};
use crate::normalize::lists::{Item, Separator};
use crate::normalize::placeholders::is_placeholder;
use crate::normalize::text::{clean, trim};
use crate::normalize::{doi, entities, links, list_literals, numbers};
use crate::source::error::Error;
use crate::source::position::{Anchor, LineIndex, offset_in};
use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

/// A table that is about to be read.
#[derive(Debug)]
pub(crate) struct Table<'t> {
    pub(crate) input: u16,
    pub(crate) name: &'t str,
    pub(crate) text: &'t str,
    pub(crate) delimiter: u8,
    pub(crate) layout: Layout,
    /// Number of columns of the header.
    pub(crate) width: usize,
    pub(crate) separator: Separator,
    /// Names that hold separators, as [`whole_key`](crate::normalize::lists::whole_key) has them.
    pub(crate) whole: Vec<String>,
    /// The same names in lower case, for such as would be taken for none.
    pub(crate) kept: Vec<String>,
    /// Which columns tell works apart.
    pub(crate) keys: Arc<Keys>,
    pub(crate) as_of: Option<Date>,
    /// What becomes of postal addresses in the column of institutions.
    pub(crate) addresses: Arc<addresses::Rule>,
    /// What the whole column says, where it was looked through before.
    pub(crate) profile: Option<ColumnProfile>,
}

/// What a cell means that only the whole column tells.
#[derive(Clone, Debug)]
pub(crate) struct ColumnProfile {
    /// Commas between institutions.
    pub(crate) commas: Arc<Column>,
    /// Day and month of dates that end in the year.
    pub(crate) dates: Tally,
}

impl Table<'_> {
    /// How the lists of a row are split, by what its column of institutions shows.
    fn row_lists<'r>(&'r self, authority: &'r Authority) -> RowLists<'r> {
        let Self { separator, whole, kept, profile, .. } = self;
        let column = profile.as_ref().map(|profile| &*profile.commas);
        RowLists { separator, whole, kept, authority, column }
    }

    /// The same table with other text.
    pub(crate) fn with_text<'t>(&'t self, text: &'t str) -> Table<'t> {
        Table {
            text,
            name: self.name,
            layout: self.layout.clone(),
            separator: self.separator.clone(),
            whole: self.whole.clone(),
            kept: self.kept.clone(),
            keys: Arc::clone(&self.keys),
            profile: self.profile.clone(),
            addresses: Arc::clone(&self.addresses),
            ..*self
        }
    }
}

/// The first row of a delimited text: its headers, trimmed.
pub(crate) fn headers(text: &str, delimiter: u8, name: &str) -> Result<Vec<String>, Error> {
    let mut reader = Reader::new(text, delimiter);
    let row = reader.next_row().map_err(|error| unclosed(name, error))?;
    Ok(row.map_or_else(Vec::new, |row| {
        (0..row.len()).map(|cell| crate::normalize::text::clean(&row.text(cell)).into_owned()).collect()
    }))
}

/// The error of a quote that is not closed.
pub(crate) fn unclosed(name: &str, error: Unclosed) -> Error {
    let Unclosed { opens, closed_on } = error;
    let message = match closed_on {
        Some(line) => message!("ingest-quote-closed-late", line = line.to_string()),
        None => message!("ingest-quote-never-closed"),
    };
    Error::at(name, opens.line, opens.column, message)
}

const LISTS: [Role; 5] = [Role::Institutions, Role::Countries, Role::Sectors, Role::Criteria, Role::Domains];

/// What one row says, before its names are resolved. Texts are slices of the text that holds the row, wherever they stand
/// there as they are read.
#[derive(Debug)]
pub(crate) struct DecodedRow<'t> {
    anchor: Anchor,
    name: Cow<'t, str>,
    name_raw: &'t str,
    /// Institutions, countries, sectors, criteria and domains: as they are read, as they are written, and their items.
    texts: [Cow<'t, str>; 5],
    raws: [&'t str; 5],
    items: [Range<usize>; 5],
    /// Where institutions stand in several cells: the end of each in the text, and the cell as it is written.
    cells: Vec<(usize, &'t str)>,
    date: Option<Date>,
    title: Cow<'t, str>,
    authors: Cow<'t, str>,
    authors_raw: &'t str,
    links: Cow<'t, str>,
    accessibility: Cow<'t, str>,
    citations: Option<u32>,
    doi: String,
}

/// Rows of a table, decoded, and what was unexpected in them.
#[derive(Debug)]
pub(crate) struct DecodedRows<'t> {
    pub(crate) input: u16,
    pub(crate) text: &'t str,
    pub(crate) rows: Vec<DecodedRow<'t>>,
    items: Vec<Item>,
    /// The lists of the row at hand.
    lists: [Vec<Item>; 5],
    pub(crate) notices: NoticeLog,
    /// Cells of institutions that were split at commas.
    pub(crate) split_at_commas: Cells,
    /// Cells of institutions that hold commas of unclear meaning.
    pub(crate) unclear: Cells,
    /// Cells with characters of web pages.
    pub(crate) decoded: Cells,
    pub(crate) placeholders: Placeholders,
    /// Postal addresses among the institutions, and where the first is.
    pub(crate) addresses: addresses::Sight,
    pub(crate) address: SourceLocation,
    /// The first date that ends in the year.
    pub(crate) year_last: Option<SourceLocation>,
    /// Dates that are ranges.
    pub(crate) date_ranges: Cells,
    /// What tells which rows are one work, where that is collected.
    pub(crate) keys: Option<Rows>,
    /// Whether a row means what only a profile of its columns shows; decoding ended there.
    pub(crate) needs_profile: bool,
}

/// How rows are decoded.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RowDecoder<'r> {
    pub(crate) table: &'r Table<'r>,
    pub(crate) authority: &'r Authority,
    /// Whether it is collected what tells which rows are one work.
    pub(crate) collects_keys: bool,
    /// Whether works of other inputs may be the same, by their DOI.
    pub(crate) needs_doi: bool,
}

impl<'r> RowDecoder<'r> {
    fn empty<'t>(&self, text: &'t str) -> DecodedRows<'t> {
        DecodedRows {
            input: self.table.input,
            text,
            rows: Vec::new(),
            items: Vec::new(),
            lists: Default::default(),
            notices: NoticeLog::default(),
            split_at_commas: Cells::default(),
            unclear: Cells::default(),
            decoded: Cells::default(),
            placeholders: Placeholders::default(),
            addresses: addresses::Sight::default(),
            address: SourceLocation::default(),
            year_last: None,
            date_ranges: Cells::default(),
            keys: self.collects_keys.then(|| Rows::new(&self.table.keys, &self.table.separator)),
            needs_profile: false,
        }
    }

    /// Decodes all rows of a text, the first of which is on `line`. O(bytes).
    ///
    /// # Errors
    /// A quote that is not closed.
    pub(crate) fn decode<'t>(&self, text: &'t str, line: u64) -> Result<DecodedRows<'t>, Unclosed> {
        let (mut reader, index, mut rows) =
            (Reader::from_row(text, self.table.delimiter, 0, line), LineIndex::new(text), self.empty(text));
        while let Some(row) = reader.next_row()? {
            self.row(&row, &index, &mut rows);
            if rows.needs_profile {
                break;
            }
        }
        Ok(rows)
    }

    /// Decodes some rows only: where each starts in the text, and on which line of the input. O(bytes of the rows).
    ///
    /// # Errors
    /// As for [`Self::decode`].
    pub(crate) fn decode_some<'t>(&self, text: &'t str, starts: &[(usize, u64)]) -> Result<DecodedRows<'t>, Unclosed> {
        let (index, mut rows) = (LineIndex::new(text), self.empty(text));
        for &(at, line) in starts {
            let mut reader = Reader::from_row(text, self.table.delimiter, at, line);
            if let Some(row) = reader.next_row()? {
                self.row(&row, &index, &mut rows);
            }
        }
        Ok(rows)
    }

    fn row<'t>(&self, row: &Row<'_, 't>, index: &LineIndex<'t>, rows: &mut DecodedRows<'t>) {
        let table = self.table;
        let spot = RecordLocation { input: table.input, text: rows.text, anchor: row.anchor(), index: Some(index) };
        let cell = |role: Role| table.layout.get(role).map_or(Cow::Borrowed(""), |column| text(row, role, column));
        let raw = |role: Role| table.layout.get(role).map_or("", |column| row.raw(column));
        check_width(&mut rows.notices, table, row, &spot);
        let several = table.layout.has_several().then(|| joined(row, Role::Institutions, &table.layout).0);
        let institutions = several.clone().map_or_else(|| cell(Role::Institutions), Cow::Owned);
        let name = cell(Role::Work);
        if name.trim().is_empty() && institutions.trim().is_empty() && row.is_empty() {
            let gather = &mut rows.notices;
            gather.notice(Kind::Other, spot.row(), message!("ingest-row-blank-cells-left"));
            return;
        }
        if let Some(keys) = &mut rows.keys {
            keys.add(row);
        }
        note_decoded(table, row, &spot, &mut rows.decoded);
        if let Some(first) = rows.addresses.note(&institutions, &table.addresses) {
            rows.address = spot.place(institutions[first].trim(), raw(Role::Institutions));
        }
        let (texts, parts) = match &several {
            None => {
                let [_, countries, sectors, criteria, domains] = LISTS.map(cell);
                ([without_authors(institutions), countries, sectors, criteria, domains], None)
            }
            Some(_) => {
                let joined = LISTS.map(|role| joined(row, role, &table.layout));
                let parts = joined.each_ref().map(|(_, parts)| parts.clone());
                (joined.map(|(text, _)| Cow::Owned(text)), Some(parts))
            }
        };
        let raws = LISTS.map(raw);
        let written = parts.iter().flat_map(|parts| parts[0].iter().map(|part| part.end));
        let cells: Vec<(usize, &'t str)> =
            written.zip(table.layout.all(Role::Institutions).map(|column| row.raw(column))).collect();
        let items = self.split(&spot, (&texts, parts.as_ref(), raws[0], &name), rows);
        let links = links(&mut rows.notices, &spot, [Role::Links, Role::Doi].map(|role| (cell(role), raw(role))));
        let citations = count(&mut rows.notices, &spot, &cell(Role::Citations), raw(Role::Citations));
        let date = self.date(&spot, &cell(Role::Date), raw(Role::Date), rows);
        let doi = if self.needs_doi { doi_key(table, row, &name) } else { String::new() };
        rows.rows.push(DecodedRow {
            anchor: row.anchor(),
            name,
            name_raw: raw(Role::Work),
            texts,
            raws,
            items,
            cells,
            date,
            title: spaced(cell(Role::Title)),
            authors: match several {
                Some(_) => spaced(Cow::Owned(joined(row, Role::Authors, &table.layout).0)),
                None => spaced(cell(Role::Authors)),
            },
            authors_raw: raw(Role::Authors),
            links,
            accessibility: cell(Role::Accessibility),
            citations,
            doi,
        });
    }

    /// Splits the cells of a row, and notes what was unexpected in them.
    fn split(
        &self,
        spot: &RecordLocation<'_>,
        (texts, parts, raw, work): (&[Cow<'_, str>; 5], Option<&ListParts>, &str, &str),
        rows: &mut DecodedRows<'_>,
    ) -> [Range<usize>; 5] {
        let texts = texts.each_ref().map(|text| &**text);
        let lists = self.table.row_lists(self.authority);
        let found = match parts {
            Some(parts) => lists.split_parts((&texts, parts), work, &mut rows.lists),
            None => lists.split(&texts, work, &mut rows.lists),
        };
        rows.needs_profile |= found.needs_profile;
        match found.commas {
            Some(Taken::Unclear) => rows.unclear.add(spot.place(texts[0], raw)),
            Some(Taken::List) => rows.split_at_commas.add(spot.place(texts[0], raw)),
            Some(Taken::Name) | None => {}
        }
        for range in found.placeholders {
            let recorded = &texts[0][range];
            rows.placeholders.add(recorded, spot.place(recorded, raw));
        }
        let DecodedRows { lists, items, .. } = rows;
        lists.each_mut().map(|list| {
            let start = items.len();
            items.append(list);
            start..items.len()
        })
    }

    fn date(&self, spot: &RecordLocation<'_>, cell: &str, raw: &str, rows: &mut DecodedRows<'_>) -> Option<Date> {
        let reading = dates::read(cell);
        match reading {
            Reading::Blank => None,
            Reading::Known(date) => Some(date),
            Reading::Range(date) => {
                rows.date_ranges.add(spot.place(cell, raw));
                Some(date)
            }
            Reading::YearLast(..) => {
                rows.year_last.get_or_insert_with(|| spot.place(cell, raw));
                match &self.table.profile {
                    Some(profile) => dates::resolve(reading, profile.dates.order()),
                    None => {
                        rows.needs_profile = true;
                        None
                    }
                }
            }
            Reading::Unreadable => {
                let shown = cell.trim();
                let gather = &mut rows.notices;
                gather.notice(
                    Kind::DateUnreadable,
                    spot.place(cell, raw),
                    message!("ingest-no-date-expected-yearmonthday", shown = shown),
                );
                None
            }
        }
    }
}

impl<'t> DecodedRows<'t> {
    /// A row as a record, and where it is.
    pub(crate) fn record<'s>(
        &'s self,
        row: &'s DecodedRow<'t>,
        index: &'s LineIndex<'s>,
        as_of: Option<Date>,
    ) -> (RecordLocation<'s>, Record<'s>) {
        let list = |position: usize| List {
            text: &row.texts[position],
            raw: row.raws[position],
            items: &self.items[row.items[position].clone()],
            cells: if position == 0 { &row.cells } else { &[] },
        };
        let record = Record {
            name: &row.name,
            name_raw: row.name_raw,
            institutions: list(0),
            countries: list(1),
            sectors: list(2),
            criteria: list(3),
            domains: list(4),
            date: row.date,
            title: &row.title,
            authors: &row.authors,
            authors_raw: row.authors_raw,
            links: &row.links,
            accessibility: &row.accessibility,
            citations: row.citations,
            citations_as_of: as_of.filter(|_| row.citations.is_some()),
            namesakes: Namesakes::Told,
            doi: &row.doi,
            ..Record::default()
        };
        (RecordLocation { input: self.input, text: self.text, anchor: row.anchor, index: Some(index) }, record)
    }
}

/// The addresses of a row, one a line: those of its links, then that of its DOI where it is another one.
fn links<'t>(gather: &mut NoticeLog, spot: &RecordLocation<'_>, cells: [(Cow<'t, str>, &'t str); 2]) -> Cow<'t, str> {
    let [mut links, address] = cells.map(|(cell, raw)| {
        let found = links::read(if is_placeholder(&cell) { "" } else { &cell });
        if found.has_other_text {
            gather.notice(Kind::LinkUnreadable, spot.place(&cell, raw), message!("ingest-cell-holds-something-no"));
        }
        match (found.addresses, &cell) {
            // The address is the cell, or a part of it.
            (Cow::Borrowed(part), Cow::Borrowed(cell)) => match offset_in(cell, part) {
                Some(start) => Cow::Borrowed(&cell[start..start + part.len()]),
                None => Cow::Owned(part.to_owned()),
            },
            (found, _) => Cow::Owned(found.into_owned()),
        }
    });
    if !address.is_empty() && !links.lines().any(|other| other.eq_ignore_ascii_case(&address)) {
        links = if links.is_empty() { address } else { Cow::Owned(format!("{links}\n{address}")) };
    }
    links
}

/// What a work of another input must share to be the same: its DOI, and the name where works are models.
fn doi_key(table: &Table<'_>, row: &Row<'_, '_>, name: &str) -> String {
    let column = table.keys.doi.filter(|_| !table.keys.never);
    let Some(doi) = column.and_then(|column| doi::of(&entities::decoded(row.text(column)))) else {
        return String::new();
    };
    if table.keys.are_models { format!("{doi} {}", fold(name)) } else { doi }
}

/// A cell as it is read: characters of web pages are decoded where words are expected, before lists are parted.
fn text<'t>(row: &Row<'_, 't>, role: Role, column: usize) -> Cow<'t, str> {
    let cell = row.text(column);
    let cell = match role {
        Role::Doi | Role::Links | Role::Date | Role::Citations => cell,
        _ => entities::decoded(cell),
    };
    // Of lists only these are parted.
    let is_shown = !LISTS.contains(&role) && (role == Role::Authors || cell.starts_with(list_literals::MARK));
    if is_shown { list_literals::joined(&cell).map_or(cell, Cow::Owned) } else { cell }
}

/// The cells of a role as one list: its text, and where each cell stands in it.
pub(crate) fn joined(row: &Row<'_, '_>, role: Role, layout: &Layout) -> (String, Vec<Range<usize>>) {
    let (mut whole, mut parts) = (String::new(), Vec::new());
    for column in layout.all(role) {
        let own = text(row, role, column);
        let own = if role == Role::Institutions { without_authors(own) } else { own };
        let own = trim(&own);
        if !whole.is_empty() && !own.is_empty() {
            whole.push_str("; ");
        }
        parts.push(whole.len()..whole.len() + own.len());
        whole.push_str(own);
    }
    (whole, parts)
}

/// Counts the cells that are written with characters of web pages.
fn note_decoded(table: &Table<'_>, row: &Row<'_, '_>, spot: &RecordLocation<'_>, decoded: &mut Cells) {
    let read =
        Role::ALL.into_iter().filter(|role| !matches!(role, Role::Doi | Role::Links | Role::Date | Role::Citations));
    for raw in read.flat_map(|role| table.layout.all(role)).map(|column| row.raw(column)) {
        if entities::is_in(raw.as_bytes()) {
            decoded.add(spot.place(raw, raw));
        }
    }
}

/// White space runs and line ends become one blank.
fn spaced(text: Cow<'_, str>) -> Cow<'_, str> {
    match text {
        Cow::Borrowed(text) => clean(text),
        Cow::Owned(text) => Cow::Owned(clean(&text).into_owned()),
    }
}

fn check_width(gather: &mut NoticeLog, table: &Table<'_>, row: &Row<'_, '_>, spot: &RecordLocation<'_>) {
    for column in Role::ALL.iter().flat_map(|&role| table.layout.all(role)) {
        if row.has_trailing_text(column) {
            let position = row.position(column);
            gather.notice(
                Kind::Other,
                SourceLocation { input: table.input, line: position.line, column: position.column },
                message!("ingest-text-stands-after-closing"),
            );
        }
    }
    let (cells, width) = (row.len(), table.width);
    if cells == width {
        return;
    }
    let position = row.position(width.min(cells));
    let place = SourceLocation { input: table.input, line: position.line, column: position.column };
    if cells > width {
        gather.notice(Kind::ExtraCells, place, message!("ingest-row-cells-header-cells", cells = cells, width = width));
    } else if !row.is_empty() {
        gather.notice(
            Kind::MissingCells,
            SourceLocation { column: 0, line: spot.anchor.line, ..place },
            message!("ingest-row-cells-header-missing", cells = cells, width = width),
        );
    }
}

/// A count, or a notice when the cell holds none.
fn count(gather: &mut NoticeLog, spot: &RecordLocation<'_>, cell: &str, raw: &str) -> Option<u32> {
    match numbers::read(cell) {
        numbers::Reading::Blank => None,
        numbers::Reading::Count(count) => Some(count),
        numbers::Reading::Unreadable => {
            let shown = cell.trim();
            gather.notice(
                Kind::NumberUnreadable,
                spot.place(cell, raw),
                message!("ingest-no-count-left-blank", shown = shown),
            );
            None
        }
    }
}
