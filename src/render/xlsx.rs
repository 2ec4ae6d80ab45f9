//! Workbooks (Office Open XML): a sheet a table with typed values, and a sheet of notes with sources, statements and rules.
//!
//! The kind of a column comes from the answer ([`ColumnKind`]), never from its cells. Texts are written as texts, so that no
//! name is evaluated as a formula. The same answers give the same bytes: the time of creation is a constant.

use std::collections::BTreeSet;

use rust_xlsxwriter::{Color, XlsxError};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Url, Workbook, Worksheet};
use unicode_width::UnicodeWidthStr;

use crate::answer::Answer;
use crate::answer::statement::is_about_the_command;
use crate::answer::table::{Audience, Cell, Column, ColumnKind, Table};
use crate::answer::typed::{Date, TypedValue};
use crate::message;
use crate::messages::language::Language;
use crate::messages::{Localizer, Message};

/// Rows of a sheet below its header, by the format's limit.
pub const MAX_ROWS: usize = 1_048_575;
/// UTF-16 units of a cell, by the format's limit.
const MAX_UNITS: usize = 32_767;
/// Links of a sheet, by the format's limit.
const MAX_LINKS: usize = 65_000;
/// UTF-16 units of a link, by the format's limit.
const MAX_LINK_UNITS: usize = 2_000;
/// Largest whole number that a cell holds exactly.
const MAX_EXACT: u64 = 1 << 53;
/// Least and largest width of a column, in digits.
const WIDTHS: (usize, usize) = (6, 60);

/// Why a workbook cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A table has more rows than a sheet.
    #[error("the table {table:?} has {rows} rows; a sheet holds {MAX_ROWS}")]
    TooManyRows {
        /// Name of the table.
        table: String,
        /// Number of its rows.
        rows: usize,
    },
    /// The writer failed.
    #[error(transparent)]
    Writer(#[from] XlsxError),
}

impl Error {
    /// The error as message of the catalogue.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::TooManyRows { table, rows } => {
                message!("render-sheet-rows", table = table, rows = *rows, max = MAX_ROWS)
            }
            Self::Writer(error) => message!("render-sheet-failed", reason = error.to_string()),
        }
    }
}

/// An answer of a workbook.
#[derive(Clone, Copy, Debug)]
pub struct SheetGroup<'a> {
    /// Begins the names of its sheets; empty: the sheets have the names of the tables.
    pub name: &'a str,
    /// The answer.
    pub answer: &'a Answer,
}

/// Writes answers with all columns of their tables. `sources` are sentences on the data, in `language`.
///
/// # Errors
/// A table has more rows than a sheet holds.
pub fn write(groups: &[SheetGroup<'_>], sources: &[String], language: Language) -> Result<Vec<u8>, Error> {
    let mut workbook = Workbook::new();
    let epoch = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&epoch).set_comment(TOOL));
    let mut book = SheetWriter::new(language);
    for group in groups {
        let visible = group.answer.tables.iter().any(Table::is_visible);
        // A table for programs alone repeats the others in one; it is written where it is all there is.
        let is_written = |(at, table): &(usize, &Table)| if visible { table.is_visible() } else { *at == 0 };
        let mut first = None;
        for (at, table) in group.answer.tables.iter().enumerate().filter(is_written) {
            let name = match (group.name, at) {
                ("", _) => table.name.clone(),
                (name, 0) => name.to_owned(),
                (name, _) => format!("{name}-{}", table.name),
            };
            let name = book.sheet_name(&name);
            let sheet = workbook.add_worksheet();
            sheet.set_name(&name)?;
            book.table(sheet, &name, table)?;
            first.get_or_insert(name);
        }
        book.statements(first.unwrap_or_default(), group.answer);
    }
    let name = book.sheet_name("notes");
    let sheet = workbook.add_worksheet();
    sheet.set_name(&name)?;
    book.notes(sheet, sources)?;
    Ok(workbook.save_to_buffer()?)
}

/// What files say of who wrote them.
const TOOL: &str = concat!("collabgraph ", env!("CARGO_PKG_VERSION"));

/// Sheets that are written: names, formats, and what the notes must say.
struct SheetWriter {
    localizer: Localizer<'static>,
    names: BTreeSet<String>,
    header: Format,
    /// Sheet, role and text of each note.
    notes: Vec<(String, &'static str, String)>,
    has_partial_dates: bool,
}

impl SheetWriter {
    fn new(language: Language) -> Self {
        let header = Format::new()
            .set_bold()
            .set_text_wrap()
            .set_align(FormatAlign::Top)
            .set_border_bottom(FormatBorder::Thin)
            .set_background_color(Color::RGB(0xF2_F2_F2));
        Self {
            localizer: Localizer::new(language),
            names: BTreeSet::new(),
            header,
            notes: Vec::new(),
            has_partial_dates: false,
        }
    }

    /// A free name of a sheet: at most 31 UTF-16 units, without the characters that sheets exclude.
    fn sheet_name(&mut self, wanted: &str) -> String {
        let clean: String = wanted.chars().map(|ch| if "[]:*?/\\'".contains(ch) { '-' } else { ch }).collect();
        let mut number = 1;
        loop {
            let suffix = if number == 1 { String::new() } else { format!("-{number}") };
            let name = format!("{}{suffix}", cut(&clean, 31 - suffix.len()));
            if self.names.insert(name.to_lowercase()) {
                return name;
            }
            number += 1;
        }
    }

    fn table(&mut self, sheet: &mut Worksheet, name: &str, table: &Table) -> Result<(), Error> {
        if table.rows.len() > MAX_ROWS {
            return Err(Error::TooManyRows { table: table.name.clone(), rows: table.rows.len() });
        }
        let last = u16::try_from(table.columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
        let (mut links, mut cuts) = (0, 0);
        for (at, column) in table.columns.iter().enumerate() {
            let at = at as u16;
            let format = number_format(column.kind);
            let heading = if column.audience == Audience::All { &column.label } else { &column.key };
            sheet.write_string_with_format(0, at, heading, &self.header)?;
            let mut width = widest_word(heading);
            for (row, cells) in table.rows.iter().enumerate() {
                let Some(cell) = cells.get(usize::from(at)) else { continue };
                let row = row as u32 + 1;
                match column.value(cell) {
                    TypedValue::Integer(value) if value.unsigned_abs() <= MAX_EXACT => {
                        sheet.write_number_with_format(row, at, value as f64, &format)?;
                    }
                    TypedValue::Real(value) => {
                        sheet.write_number_with_format(row, at, value, &format)?;
                    }
                    TypedValue::Date(date) if date.year_number() >= 1900 => {
                        self.has_partial_dates |= date.day_number().is_none();
                        write_date(sheet, (row, at), date)?;
                        width = width.max(10);
                    }
                    _ => {
                        let text = shown(column, cell);
                        let (text, is_cut) = (cut(&text, MAX_UNITS), units(&text) > MAX_UNITS);
                        cuts += usize::from(is_cut);
                        width = width.max(text.width());
                        match link(column, cell).filter(|_| links < MAX_LINKS) {
                            Some(url) => {
                                links += 1;
                                sheet.write_url_with_text(row, at, Url::new(url), text)?;
                            }
                            None => _ = sheet.write_string(row, at, text)?,
                        }
                    }
                }
            }
            sheet.set_column_width(at, width.clamp(WIDTHS.0, WIDTHS.1) as f64 + 2.0)?;
        }
        sheet.set_freeze_panes(1, 0)?;
        if !table.columns.is_empty() {
            sheet.autofilter(0, 0, table.rows.len() as u32, last)?;
        }
        if !table.caption.is_empty() {
            self.notes.push((name.to_owned(), "table", table.caption.clone()));
        }
        if cuts > 0 {
            let text = self.localizer.render(&message!("render-sheet-cut", count = cuts, max = MAX_UNITS));
            self.notes.push((name.to_owned(), "note", text));
        }
        Ok(())
    }

    fn statements(&mut self, sheet: String, answer: &Answer) {
        let lead = answer.lead_sentences().into_iter().map(|text| ("answer", text));
        let notes = answer.note_sentences().into_iter().filter(|text| !is_about_the_command(text));
        let all = lead.chain(notes.map(|text| ("note", text)));
        self.notes.extend(all.map(|(role, text)| (sheet.clone(), role, text)));
    }

    /// The sheet of notes: sources first, then what is said of each sheet.
    fn notes(&mut self, sheet: &mut Worksheet, sources: &[String]) -> Result<(), Error> {
        let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
        let top = Format::new().set_align(FormatAlign::Top);
        let text = |message: Message| self.localizer.render(&message);
        let role = |role: &str| text(message!("render-sheet-role", role = role));
        let headings = ["sheet", "kind", "text"].map(|key| text(message!("render-sheet-heading", column = key)));
        for (at, heading) in headings.iter().enumerate() {
            sheet.write_string_with_format(0, at as u16, heading, &self.header)?;
        }
        let mut rows: Vec<(String, String, String)> =
            sources.iter().map(|source| (String::new(), role("source"), source.clone())).collect();
        rows.extend(self.notes.iter().map(|(sheet, of, text)| (sheet.clone(), role(of), text.clone())));
        if self.has_partial_dates {
            rows.push((String::new(), role("note"), text(message!("render-sheet-dates"))));
        }
        rows.push((String::new(), role("tool"), TOOL.to_owned()));
        for (row, (name, role, text)) in rows.iter().enumerate() {
            let row = row as u32 + 1;
            sheet.write_string_with_format(row, 0, name, &top)?;
            sheet.write_string_with_format(row, 1, role, &top)?;
            sheet.write_string_with_format(row, 2, cut(text, MAX_UNITS), &wrapped)?;
        }
        for (at, width) in [24.0, 12.0, 100.0].into_iter().enumerate() {
            sheet.set_column_width(at as u16, width)?;
        }
        sheet.set_freeze_panes(1, 0)?;
        Ok(())
    }
}

fn number_format(kind: ColumnKind) -> Format {
    match kind {
        ColumnKind::Integer => Format::new().set_num_format("#,##0"),
        ColumnKind::Share => Format::new().set_num_format("0.0%"),
        ColumnKind::Year => Format::new().set_num_format("0"),
        ColumnKind::Text | ColumnKind::Real | ColumnKind::Date | ColumnKind::List | ColumnKind::Url => Format::new(),
    }
}

/// A date as its first day, shown to the precision that is known.
fn write_date(sheet: &mut Worksheet, (row, column): (u32, u16), date: Date) -> Result<(), Error> {
    let (month, day) = (date.month_number(), date.day_number());
    let format = match (month, day) {
        (Some(_), Some(_)) => "yyyy-mm-dd",
        (Some(_), None) => "yyyy-mm",
        _ => "yyyy",
    };
    let first = ExcelDateTime::from_ymd(date.year_number(), month.unwrap_or(1), day.unwrap_or(1))?;
    let format = Format::new().set_num_format(format).set_align(FormatAlign::Left);
    sheet.write_datetime_with_format(row, column, &first, &format)?;
    Ok(())
}

/// The text of a cell: what readers see in columns for readers, codes in those for machines.
fn shown(column: &Column, cell: &Cell) -> String {
    match (cell, column.value(cell)) {
        (Cell::Coded { text, .. }, _) if column.audience == Audience::All => text.clone(),
        _ => crate::answer::typed::text(cell).into_owned(),
    }
}

/// The page that a cell leads to.
fn link<'c>(column: &Column, cell: &'c Cell) -> Option<&'c str> {
    let url = match cell {
        Cell::Link { href, .. } => href,
        Cell::Text(text) if column.kind == ColumnKind::Url => text,
        _ => return None,
    };
    let is_page = url.starts_with("https://") || url.starts_with("http://");
    (is_page && !url.contains(char::is_whitespace) && units(url) < MAX_LINK_UNITS).then_some(url)
}

fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// The longest beginning of a text of at most `max` UTF-16 units.
fn cut(text: &str, max: usize) -> &str {
    let mut units = 0;
    let end = text.char_indices().find(|(_, ch)| {
        units += ch.len_utf16();
        units > max
    });
    end.map_or(text, |(at, _)| &text[..at])
}

fn widest_word(text: &str) -> usize {
    text.split_whitespace().map(UnicodeWidthStr::width).max().unwrap_or(0)
}
