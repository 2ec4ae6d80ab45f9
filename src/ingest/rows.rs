//! Tables of one work a row, whatever their columns are called.

use crate::corpus::country::Country;
use crate::corpus::date::Date;
use crate::corpus::hashing::FastMap;
use crate::corpus::naming::fold;
use crate::english::counted;
use crate::ingest::addresses::{self, without_authors};
use crate::ingest::assembler::CorpusAssembler;
use crate::ingest::columns::{Layout, Role};
use crate::ingest::commas::{Column, Taken};
use crate::ingest::delimited::{Reader, Row, Unclosed};
use crate::ingest::drafts::Draft;
use crate::ingest::groups::{Groups, Keys, Rows};
use crate::ingest::location::RecordLocation;
use crate::ingest::location::SourceLocation;
use crate::ingest::notice::Kind;
use crate::ingest::record::{List, Namesakes, Record};
use crate::names::absence;
use crate::names::authority::Authority;
use crate::normalize::dates::{self, Order, Reading, Tally};
use crate::normalize::lists::{Item, Separator, split};
use crate::normalize::placeholders::is_placeholder;
use crate::normalize::{doi, entities, links, numbers};
use crate::source::error::Error;
use crate::source::position::LineIndex;
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
    pub(crate) order: Order,
}

impl Table<'_> {
    /// How the lists of a row are split, by what its column of institutions shows.
    fn row_lists<'r>(&'r self, authority: &'r Authority, column: Option<&'r Column>) -> RowLists<'r> {
        let Self { separator, whole, kept, .. } = self;
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
    let (ends, ends_ko) = match closed_on {
        Some(line) => (format!("ran into the text of line {line}"), format!("{line}번째 줄의 글까지 이어졌다")),
        None => ("is never closed".to_owned(), "닫히지 않았다".to_owned()),
    };
    Error::at(
        name,
        opens.line,
        opens.column,
        format!(
            "the quote that opens here {ends}; close it with \" at the end of its cell, and double a quote inside a cell (\"\")"
        ),
        format!("여기서 열린 따옴표가 {ends_ko}. 칸 끝을 \"로 닫고, 칸 안의 따옴표는 두 번(\"\") 적으세요"),
    )
}

/// Reads every row. O(bytes).
pub(crate) fn read(gather: &mut CorpusAssembler<'_>, table: &Table<'_>) -> Result<(), Error> {
    let mut reader = Reader::new(table.text, table.delimiter);
    reader.next_row().map_err(|error| unclosed(table.name, error))?;
    let index = LineIndex::new(table.text);
    let mut state = State { groups: groups(gather, table), ..State::default() };
    while let Some(row) = reader.next_row().map_err(|error| unclosed(table.name, error))? {
        read_row(gather, table, &index, &row, &mut state);
    }
    if state.rows == 0 {
        // Nothing in it is anyone's.
        gather.uncredit(table.input);
        gather.notice(
            Kind::Other,
            SourceLocation { input: table.input, line: 1, column: 0 },
            "the table has a header but no rows",
            "표에 머리글만 있고 행이 없다",
        );
    }
    tell_commas(gather, state.parted, state.unclear);
    tell_decoded(gather, state.decoded);
    state.placeholders.tell(gather);
    state.addresses.judge(gather, table.name, SourceLocation { input: table.input, ..state.address }, &table.addresses)
}

/// Which rows of the table are one work; `None` where each is one by itself.
fn groups(gather: &mut CorpusAssembler<'_>, table: &Table<'_>) -> Option<Groups> {
    if table.keys.never {
        return None;
    }
    let mut reader = Reader::new(table.text, table.delimiter);
    let mut rows = Rows::new(&table.keys, &table.separator);
    // Errors end the look early; the reading of the rows tells them.
    let mut is_header = true;
    while let Ok(Some(row)) = reader.next_row() {
        if !std::mem::take(&mut is_header) && !row.is_empty() {
            rows.add(&row);
        }
        if rows.are_apart() {
            return None;
        }
    }
    rows.groups(gather, table.input)
}

/// Reads some rows only: where each starts in the text, and the line of the input that it stands on. Tells whether
/// each could be read by itself, or what the whole column says of dates and commas is known. O(bytes of the rows).
pub(crate) fn read_some(
    gather: &mut CorpusAssembler<'_>,
    table: &Table<'_>,
    rows: &[(usize, u64)],
) -> Result<bool, Error> {
    let (index, mut state) = (LineIndex::new(table.text), State::default());
    if let Some(ColumnProfile { commas, order }) = &table.profile {
        (state.column, state.order) = (Some(Arc::clone(commas)), Some(*order));
    }
    for &(at, line) in rows {
        let mut reader = Reader::from_row(table.text, table.delimiter, at, line);
        if let Some(row) = reader.next_row().map_err(|error| unclosed(table.name, error))? {
            read_row(gather, table, &index, &row, &mut state);
        }
    }
    Ok(table.profile.is_some() || state.order.is_none() && state.column.is_none())
}

/// What is kept from row to row.
#[derive(Default)]
struct State {
    order: Option<Order>,
    lists: [Vec<Item>; 5],
    /// What the column of institutions says of commas, once one is met.
    column: Option<Arc<Column>>,
    /// Cells of institutions that were split at commas.
    parted: Cells,
    /// Cells of institutions that hold commas of unclear meaning.
    unclear: Cells,
    /// Cells with characters of web pages.
    decoded: Cells,
    placeholders: Placeholders,
    /// Which rows are one work.
    groups: Option<Groups>,
    /// Works of which not all rows have been read, by the number that groups give them.
    drafts: FastMap<u32, Draft>,
    /// Postal addresses among the institutions, and where the first stands.
    addresses: addresses::Sight,
    address: SourceLocation,
    rows: u64,
}

/// How many cells, and where the first stands.
#[derive(Clone, Copy, Default)]
pub(crate) struct Cells {
    pub(crate) count: usize,
    pub(crate) first: SourceLocation,
}

impl Cells {
    fn add(&mut self, place: SourceLocation) {
        if self.count == 0 {
            self.first = place;
        }
        self.count += 1;
    }
}

const LISTS: [Role; 5] = [Role::Institutions, Role::Countries, Role::Sectors, Role::Criteria, Role::Domains];

fn read_row(
    gather: &mut CorpusAssembler<'_>,
    table: &Table<'_>,
    index: &LineIndex<'_>,
    row: &Row<'_, '_>,
    state: &mut State,
) {
    let spot = RecordLocation { input: table.input, text: table.text, anchor: row.anchor(), index: Some(index) };
    let cell = |role: Role| table.layout.get(role).map_or(Cow::Borrowed(""), |column| text(row, role, column));
    let raw = |role: Role| table.layout.get(role).map_or("", |column| row.raw(column));
    check_width(gather, table, row, &spot);
    let (name, institutions) = (cell(Role::Work), cell(Role::Institutions));
    if name.trim().is_empty() && institutions.trim().is_empty() && row.is_empty() {
        gather.notice(Kind::Other, spot.row(), "a row of blank cells was left out", "빈 칸만 있는 행을 뺐다");
        return;
    }
    state.rows += 1;
    note_decoded(table, row, &spot, state);
    if let Some(first) = state.addresses.note(&institutions, &table.addresses) {
        state.address = spot.place(institutions[first].trim(), raw(Role::Institutions));
    }
    let institutions = without_authors(institutions);
    let [_, countries, sectors, criteria, domains] = LISTS.map(cell);
    let texts = [&*institutions, &*countries, &*sectors, &*criteria, &*domains];
    split_row(gather, table, &spot, (&texts, raw(Role::Institutions), &name), state);
    let list =
        |position: usize| List { text: texts[position], raw: raw(LISTS[position]), items: &state.lists[position] };
    let (title, authors, link_cell) = (cell(Role::Title), cell(Role::Authors), cell(Role::Links));
    let (accessibility, citation_cell, date_cell) =
        (cell(Role::Accessibility), cell(Role::Citations), cell(Role::Date));
    let authors = spaced(&authors);
    let title = spaced(&title);
    let doi_cell = cell(Role::Doi);
    let mut found = [(&link_cell, Role::Links), (&doi_cell, Role::Doi)].map(|(cell, role)| {
        let found = links::read(if is_placeholder(cell) { "" } else { cell });
        if found.has_other_text {
            gather.notice(
                Kind::LinkUnreadable,
                spot.place(cell, raw(role)),
                "the cell holds something that is no address; only addresses were taken",
                "주소가 아닌 글이 있다. 주소만 읽었다",
            );
        }
        found.addresses
    });
    let address = std::mem::take(&mut found[1]);
    if !address.is_empty() && !found[0].lines().any(|other| other.eq_ignore_ascii_case(&address)) {
        found[0] = match found[0].is_empty() {
            true => address,
            false => Cow::Owned(format!("{}\n{address}", found[0])),
        };
    }
    let citations = count(gather, &spot, &citation_cell, raw(Role::Citations));
    let date = date(gather, table, &spot, &date_cell, raw(Role::Date), &mut state.order);
    let record = Record {
        name: &name,
        name_raw: raw(Role::Work),
        institutions: list(0),
        countries: list(1),
        sectors: list(2),
        criteria: list(3),
        domains: list(4),
        date,
        title: &title,
        authors: &authors,
        authors_raw: raw(Role::Authors),
        links: &found[0],
        accessibility: &accessibility,
        citations,
        citations_as_of: table.as_of.filter(|_| citations.is_some()),
        namesakes: Namesakes::Told,
        doi: &doi_key(table, row, &name),
        ..Record::default()
    };
    let part = state.groups.as_mut().and_then(|groups| groups.take(state.rows as usize - 1));
    let Some(part) = part else { return gather.record(&spot, &record) };
    let draft = gather.draft(&spot, &record);
    let draft = match state.drafts.remove(&part.work) {
        Some(mut before) => {
            gather.join(&mut before, draft);
            before
        }
        None => draft,
    };
    if part.is_last {
        gather.add_draft(draft);
    } else {
        state.drafts.insert(part.work, draft);
    }
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
    match role {
        Role::Doi | Role::Links | Role::Date | Role::Citations => row.text(column),
        _ => entities::decoded(row.text(column)),
    }
}

/// Counts the cells that are written with characters of web pages.
fn note_decoded(table: &Table<'_>, row: &Row<'_, '_>, spot: &RecordLocation<'_>, state: &mut State) {
    let read =
        Role::ALL.into_iter().filter(|role| !matches!(role, Role::Doi | Role::Links | Role::Date | Role::Citations));
    for raw in read.filter_map(|role| table.layout.get(role)).map(|column| row.raw(column)) {
        if entities::is_in(raw.as_bytes()) {
            state.decoded.add(spot.place(raw, raw));
        }
    }
}

/// How the cells of a row are split into lists.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RowLists<'r> {
    pub(crate) separator: &'r Separator,
    /// Names that hold separators, as [`whole_key`](crate::normalize::lists::whole_key) has them.
    pub(crate) whole: &'r [String],
    /// Names that are names although they look like placeholders.
    pub(crate) kept: &'r [String],
    pub(crate) authority: &'r Authority,
    /// What the column of institutions shows of commas, where it was profiled.
    pub(crate) column: Option<&'r Column>,
}

/// What was unexpected in the lists of a row.
#[derive(Debug, Default)]
pub(crate) struct SplitCells {
    /// What a comma in the cell of institutions was taken for, where it has one and no other mark.
    pub(crate) commas: Option<Taken>,
    /// Whether that rests on a profile of the column, which there is not yet.
    pub(crate) needs_profile: bool,
    /// Where placeholders stand in the cell of institutions; they are no items.
    pub(crate) placeholders: Vec<Range<usize>>,
}

impl RowLists<'_> {
    /// Splits the cells of institutions, countries, sectors, criteria and domains of a work. O(bytes of the cells).
    pub(crate) fn split(&self, texts: &[&str; 5], work: &str, lists: &mut [Vec<Item>; 5]) -> SplitCells {
        for (position, items) in lists.iter_mut().enumerate() {
            split(texts[position], self.separator, (position == 0).then_some(self.whole), items);
        }
        let mut found = SplitCells::default();
        if *self.separator == Separator::Detect && lists[0].len() == 1 && texts[0].contains(',') {
            match self.column {
                None => {
                    found.needs_profile = true;
                    return found;
                }
                Some(column) => found.commas = Some(self.split_at_commas(column, texts, lists)),
            }
        }
        found.placeholders = self.exclude_placeholders(texts[0], work, lists);
        found
    }

    /// A cell of institutions with commas and no other mark: a list, or one name. The other lists of a row follow it.
    fn split_at_commas(&self, column: &Column, texts: &[&str; 5], lists: &mut [Vec<Item>; 5]) -> Taken {
        let taken = column.part(texts[0], self.whole, self.authority, &mut lists[0]);
        if taken == Taken::List {
            for (position, text) in texts.iter().enumerate().skip(1) {
                // `Korea, Republic of` is one country.
                let is_country = position == 1 && Country::parse(text.trim()).is_some();
                if !(is_country || text.contains([';', '|'])) {
                    split(text, &Separator::Comma, None, &mut lists[position]);
                }
            }
        }
        taken
    }

    /// Takes what stands for no institution out of the list, and with it the country and category in its place.
    fn exclude_placeholders(&self, cell: &str, work: &str, lists: &mut [Vec<Item>; 5]) -> Vec<Range<usize>> {
        let is_none = |item: &Item| absence::is_none(&cell[item.range.clone()], work, self.kept, self.authority);
        if !lists[0].iter().any(is_none) {
            return Vec::new();
        }
        let before = lists[0].len();
        let nobody: Vec<bool> = lists[0].iter().map(is_none).collect();
        let excluded = lists[0].iter().zip(&nobody).filter(|(_, nobody)| **nobody);
        let excluded: Vec<Range<usize>> = excluded.map(|(item, _)| item.range.clone()).collect();
        let named = before - excluded.len();
        for list in &mut lists[..3] {
            if list.len() == before {
                let mut nobody = nobody.iter();
                list.retain(|_| !nobody.next().is_some_and(|nobody| *nobody));
            } else if list.len() != named {
                // Nobody knows whose these are.
                list.clear();
            }
        }
        excluded
    }
}

/// Splits the cells of a row, and notes what was unexpected in them.
fn split_row(
    gather: &CorpusAssembler<'_>,
    table: &Table<'_>,
    spot: &RecordLocation<'_>,
    (texts, raw, work): (&[&str; 5], &str, &str),
    state: &mut State,
) {
    let State { lists, column, parted, unclear, placeholders, .. } = state;
    let authority = gather.registry.authority();
    let mut found = table.row_lists(authority, column.as_deref()).split(texts, work, lists);
    if found.needs_profile {
        let index = table.layout.get(Role::Institutions).unwrap_or(usize::MAX);
        let scanned = column.insert(Arc::new(Column::scan(table.text, table.delimiter, index, authority)));
        found = table.row_lists(authority, Some(scanned)).split(texts, work, lists);
    }
    match found.commas {
        Some(Taken::Unclear) => unclear.add(spot.place(texts[0], raw)),
        Some(Taken::List) => parted.add(spot.place(texts[0], raw)),
        Some(Taken::Name) | None => {}
    }
    for range in found.placeholders {
        let recorded = &texts[0][range];
        placeholders.add(recorded, spot.place(recorded, raw));
    }
}

/// White space runs and line ends become one blank.
fn spaced(text: &str) -> Cow<'_, str> {
    crate::normalize::text::clean(text)
}

fn check_width(gather: &mut CorpusAssembler<'_>, table: &Table<'_>, row: &Row<'_, '_>, spot: &RecordLocation<'_>) {
    for column in Role::ALL.iter().filter_map(|&role| table.layout.get(role)) {
        if row.has_trailing_text(column) {
            let position = row.position(column);
            gather.notice(
                Kind::Other,
                SourceLocation { input: table.input, line: position.line, column: position.column },
                "text stands after the closing quote of the cell; it was taken as part of it",
                "닫는 따옴표 뒤에 글이 더 있다. 같은 칸으로 읽었다",
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
        gather.notice(
            Kind::ExtraCells,
            place,
            format!(
                "the row has {}, the header {width}; cells beyond the header were left out (is a comma unquoted?)",
                counted(cells, "cell", "cells")
            ),
            format!("행은 {cells}칸, 머리글은 {width}칸이다. 넘치는 칸을 뺐다(따옴표 없는 쉼표가 있는지 보세요)"),
        );
    } else if !row.is_empty() {
        gather.notice(
            Kind::MissingCells,
            SourceLocation { column: 0, line: spot.anchor.line, ..place },
            format!(
                "the row has {}, the header {width}; the missing ones were taken as blank",
                counted(cells, "cell", "cells")
            ),
            format!("행은 {cells}칸, 머리글은 {width}칸이다. 모자란 칸은 비어 있는 것으로 보았다"),
        );
    }
}

/// A count, or a notice when the cell holds none.
fn count(gather: &mut CorpusAssembler<'_>, spot: &RecordLocation<'_>, cell: &str, raw: &str) -> Option<u32> {
    match numbers::read(cell) {
        numbers::Reading::Blank => None,
        numbers::Reading::Count(count) => Some(count),
        numbers::Reading::Unreadable => {
            let shown = cell.trim();
            gather.notice(
                Kind::NumberUnreadable,
                spot.place(cell, raw),
                format!("“{shown}” is no count; left blank"),
                format!("‘{shown}’은(는) 횟수로 읽을 수 없다. 비워 둔다"),
            );
            None
        }
    }
}

fn date(
    gather: &mut CorpusAssembler<'_>,
    table: &Table<'_>,
    spot: &RecordLocation<'_>,
    cell: &str,
    raw: &str,
    order: &mut Option<Order>,
) -> Option<Date> {
    let reading = dates::read(cell);
    match reading {
        Reading::Blank => None,
        Reading::Known(date) => Some(date),
        Reading::YearLast(..) => {
            let place = spot.place(cell, raw);
            let order = *order.get_or_insert_with(|| column_order(gather, table, place));
            dates::resolve(reading, order)
        }
        Reading::Unreadable => {
            let shown = cell.trim();
            gather.notice(
                Kind::DateUnreadable,
                spot.place(cell, raw),
                format!("“{shown}” is no date (expected year-month-day); left blank"),
                format!("‘{shown}’은(는) 날짜로 읽을 수 없다(연-월-일이어야 한다). 비워 둔다"),
            );
            None
        }
    }
}

/// The order of day and month in the whole column, told once.
fn column_order(gather: &mut CorpusAssembler<'_>, table: &Table<'_>, place: SourceLocation) -> Order {
    let mut tally = Tally::default();
    let mut reader = Reader::new(table.text, table.delimiter);
    let column = table.layout.get(Role::Date).unwrap_or(usize::MAX);
    // Errors end the tally early; the reading of the rows tells them.
    while let Ok(Some(row)) = reader.next_row() {
        tally.add(dates::read(&row.text(column)));
    }
    let order = tally.order();
    let (words, words_ko) = match order {
        Order::DayFirst => ("day-month-year", "일-월-연"),
        Order::MonthFirst => ("month-day-year", "월-일-연"),
    };
    let all = tally.day_first + tally.month_first + tally.either;
    let (why, why_ko) = if !tally.is_ambiguous() {
        ("only that order fits the whole column", "열 전체가 이 순서에만 맞는다")
    } else if tally.day_first == 0 {
        ("every one fits the other order too: check them", "다른 순서로도 읽힐 수 있으니 확인하세요")
    } else {
        (
            "some fit only the other order and were read that way: check them",
            "일부는 다른 순서에만 맞아 그렇게 읽었으니 확인하세요",
        )
    };
    gather.notice(
        Kind::DateOrder,
        place,
        format!("{} in the year; read as {words} ({why})", counted(all as usize, "date ends", "dates end")),
        format!("연도로 끝나는 날짜 {all}개를 {words_ko} 순서로 읽었다({why_ko})"),
    );
    order
}

/// What stood for no institution.
#[derive(Default)]
struct Placeholders {
    cells: Cells,
    /// Ways of writing it, in the order in which they came.
    ways: Vec<String>,
}

impl Placeholders {
    /// Ways that are shown.
    const SHOWN: usize = 5;

    fn add(&mut self, recorded: &str, place: SourceLocation) {
        self.cells.add(place);
        if self.ways.len() < Self::SHOWN && !self.ways.iter().any(|way| way == recorded) {
            self.ways.push(recorded.to_owned());
        }
    }

    /// Tells of all of them at once.
    fn tell(&self, gather: &mut CorpusAssembler<'_>) {
        let Some(first) = self.ways.first() else { return };
        let (count, option) = (self.cells.count, format!("--keep-whole \"{first}\""));
        let shown: Vec<String> = self.ways.iter().map(|way| format!("“{way}”")).collect();
        let shown_ko: Vec<String> = self.ways.iter().map(|way| format!("‘{way}’")).collect();
        gather.notice(
            Kind::Placeholder,
            self.cells.first,
            format!(
                "{} for no institution that is known ({}); left out (if one is the name of an institution: {option})",
                counted(
                    count,
                    "entry in the cells of institutions stands",
                    "entries in the cells of institutions stand"
                ),
                shown.join(", ")
            ),
            format!(
                "기관 칸에 기관을 모른다는 표기가 {count}개 있어({}) 뺐다(기관 이름이면 {option})",
                shown_ko.join(", ")
            ),
        );
    }
}

/// How many cells were written with characters of web pages.
pub(crate) fn tell_decoded(gather: &mut CorpusAssembler<'_>, decoded: Cells) {
    if decoded.count > 0 {
        let count = decoded.count;
        gather.notice(
            Kind::HtmlEntity,
            decoded.first,
            format!(
                "{} characters as web pages do (such as “&amp;” for “&”); they were read as what they mean, before lists were parted",
                counted(count, "cell writes", "cells write")
            ),
            format!("칸 {count}개에 웹 문자 표기(‘&’를 ‘&amp;’로 적는 식)가 있다. 본래 글자로 바꾼 뒤 목록을 나눴다"),
        );
    }
}

/// What was made of commas in cells of institutions.
pub(crate) fn tell_commas(gather: &mut CorpusAssembler<'_>, parted: Cells, unclear: Cells) {
    if parted.count > 0 {
        let count = parted.count;
        gather.notice(
            Kind::ListSeparator,
            parted.first,
            format!(
                "{} split at commas, for what stands between them is known as names (--separator ';' keeps such cells whole)",
                counted(count, "cell of institutions was", "cells of institutions were")
            ),
            format!("기관 칸 {count}개를 쉼표로 나눴다. 쉼표 사이의 글이 알려진 이름이다(나누지 않으려면 --separator ';')"),
        );
    }
    if unclear.count > 0 {
        let count = unclear.count;
        gather.notice(
            Kind::ListSeparator,
            unclear.first,
            format!(
                "{} a comma but no “;” or “|”, and nothing shows that it parts a list; taken as one name (if it does: --separator ',')",
                counted(count, "cell of institutions holds", "cells of institutions hold")
            ),
            format!("기관 칸 {count}개에 쉼표는 있으나 ‘;’나 ‘|’가 없고, 목록이라는 근거도 없어 한 이름으로 읽었다(쉼표로 나누려면 --separator ',')"),
        );
    }
}
