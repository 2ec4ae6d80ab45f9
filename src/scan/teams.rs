//! From the rows of a piece to its teams, for each format.

use crate::corpus::hashing::FastSet;
use crate::format::collabgraph;
use crate::format::json::Str;
use crate::format::openalex::By;
use crate::format::openalex::{Affiliation, Work};
use crate::format::openalex_entity::is_work;
use crate::ingest::addresses::{self, without_authors};
use crate::ingest::columns::Role;
use crate::ingest::commas::{Column, Taken};
use crate::ingest::delimited::{Form, Reader, unquoted};
use crate::ingest::groups::Keys;
use crate::ingest::row_lists::RowLists;
use crate::ingest::rows::Table;
use crate::names::authority::Authority;
use crate::normalize::dates::Order;
use crate::normalize::entities;
use crate::normalize::list_literals;
use crate::normalize::lists::{
    FirstLetters, Item, Separator, first_letters, has_uncertain_mark, is_suffix, may_hold, split,
};
use crate::normalize::text::{clean, trim};
use crate::scan::affiliations::{self, Span};
use crate::scan::batch::{Batch, NameKind, name_and_work};
use crate::scan::cells::{RowSelection, WantedCell};
use crate::scan::chunk::{Chunk, RowSpan};
use crate::scan::dictionary::hash;
use crate::scan::known_names::KnownNames;
use crate::scan::matcher::NameMatcher;
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::sync::Arc;

/// The longest legal suffix, in bytes.
const MAX_SUFFIX: usize = 16;

/// What the rows of an input look like.
#[derive(Debug)]
pub(crate) enum RowFormat {
    /// Delimited text.
    Table(Box<TableColumns>),
    /// Works of OpenAlex, one a line.
    OpenAlex,
    /// Works of the project's own JSON, one a line.
    Own,
}

/// What is wanted of a table.
#[derive(Debug)]
pub(crate) struct TableColumns {
    pub(crate) wanted: WantedCell,
    /// Which columns tell works apart.
    pub(crate) keys: Arc<Keys>,
    pub(crate) separator: Separator,
    whole: Vec<String>,
    /// With which letters those begin.
    firsts: FirstLetters,
    /// Names that are names although they look like none.
    pub(crate) kept: Vec<String>,
    pub(crate) work: Option<usize>,
    pub(crate) title: Option<usize>,
    /// The column of dates.
    pub(crate) date: Option<usize>,
    /// Which comes first in dates that end in the year, where the column was profiled.
    pub(crate) date_order: Option<Order>,
    /// The columns of works, institutions, countries, sectors, criteria and domains.
    pub(crate) lists: [Option<usize>; 6],
    /// Further columns of institutions.
    pub(crate) more: Vec<usize>,
    /// Whether commas mean what the whole column tells, and what that is, where it is known.
    pub(crate) is_open: bool,
    commas: Option<Arc<Column>>,
    /// What becomes of postal addresses.
    pub(crate) addresses: Arc<addresses::Rule>,
}

impl TableColumns {
    pub(crate) fn of(table: &Table<'_>) -> Self {
        let column = table.layout.get(Role::Institutions).unwrap_or(usize::MAX);
        Self {
            wanted: WantedCell { delimiter: table.delimiter, column, width: table.width, rows: RowSelection::WithCell },
            keys: Arc::clone(&table.keys),
            separator: table.separator.clone(),
            whole: table.whole.clone(),
            firsts: first_letters(&table.whole),
            kept: table.kept.clone(),
            work: table.layout.get(Role::Work),
            title: table.layout.get(Role::Title),
            date: table.layout.get(Role::Date),
            date_order: table.profile.as_ref().map(|profile| profile.dates.order()),
            lists: [Role::Work, Role::Institutions, Role::Countries, Role::Sectors, Role::Criteria, Role::Domains]
                .map(|role| table.layout.get(role)),
            more: table.layout.all(Role::Institutions).skip(1).collect(),
            is_open: table.separator == Separator::Detect,
            commas: table.profile.as_ref().map(|profile| Arc::clone(&profile.commas)),
            addresses: Arc::clone(&table.addresses),
        }
    }

    /// How the lists of a row are split.
    pub(crate) fn row_lists<'r>(&'r self, authority: &'r Authority) -> RowLists<'r> {
        let Self { separator, whole, kept, commas, .. } = self;
        RowLists { separator, whole, kept, authority, column: commas.as_deref() }
    }

    /// The name of the work of a row, as the reader of whole tables has it.
    fn work_name(&self, bytes: &[u8], row: u32) -> String {
        let text = String::from_utf8_lossy(&bytes[row as usize..]);
        let mut reader = Reader::new(&text, self.wanted.delimiter);
        let Ok(Some(row)) = reader.next_row() else { return String::new() };
        let named = [self.work, self.title].into_iter().flatten();
        let named = named.map(|column| clean(&entities::decoded(row.text(column))).into_owned());
        named.into_iter().find(|name| !name.is_empty()).unwrap_or_else(|| "(no name)".to_owned())
    }

    /// The byte at which a cell is split; `None` when it is one name, or needs the general way.
    fn byte(&self, cell: &[u8]) -> SplitRule {
        // Authors may stand in brackets before addresses.
        let is_odd = memchr::memchr2(b'[', 0xEF, cell).is_some();
        let is_general = is_odd && (memchr::memchr(b'[', cell).is_some() || has_wide_mark(cell));
        if is_general || list_literals::may_be(cell) {
            return SplitRule::General;
        }
        let rule = self.rule(cell);
        match rule {
            SplitRule::At(byte) if may_hold(cell, byte, (&self.whole, &self.firsts)) => SplitRule::General,
            _ => rule,
        }
    }

    /// The byte at which a cell is split, whatever it holds besides.
    fn rule(&self, cell: &[u8]) -> SplitRule {
        match &self.separator {
            Separator::Given(text) if text.len() == 1 => SplitRule::At(text.as_bytes()[0]),
            Separator::Given(text) if !text.is_empty() => SplitRule::General,
            separator => {
                let mark = memchr::memchr2(b';', b'|', cell);
                if mark.is_some_and(|at| memchr::memchr(b';', &cell[at..]).is_some()) {
                    SplitRule::At(b';')
                } else if mark.is_some() {
                    SplitRule::At(b'|')
                } else if *separator == Separator::Comma {
                    SplitRule::At(b',')
                } else {
                    SplitRule::One
                }
            }
        }
    }
}

/// Whether a cell holds a wide semicolon or bar.
fn has_wide_mark(cell: &[u8]) -> bool {
    std::str::from_utf8(cell).is_ok_and(|text| text.contains(['；', '｜']))
}

#[derive(Clone, Copy)]
enum SplitRule {
    At(u8),
    One,
    General,
}

/// What teams are read with.
#[derive(Clone, Copy)]
pub(crate) struct TeamContext<'c> {
    pub(crate) bytes: &'c [u8],
    pub(crate) known: &'c KnownNames,
    pub(crate) authority: &'c Authority,
    /// Names of works that are watched for, and with them the ids of works; of lines alone.
    pub(crate) matcher: Option<&'c NameMatcher>,
    /// Whether a line is read in full, so that one that loading would refuse is refused, whoever is asked for.
    pub(crate) reads_lines: bool,
}

/// Reads the teams of a piece. O(bytes).
pub(crate) fn fill(context: TeamContext<'_>, piece: &Chunk, shape: &RowFormat, batch: &mut Batch) {
    if let RowFormat::Table(columns) = shape {
        return tables(context, piece, columns, batch);
    }
    let mut spans = Vec::new();
    for found in &piece.spans {
        if team(context, found, shape, &mut spans, batch).is_none() {
            batch.malformed_row = Some(found.row);
            return;
        }
        batch.end_team(found.row);
    }
}

/// Reads the team of a row; `None` when the row is no work.
pub(crate) fn team(
    context: TeamContext<'_>,
    found: &RowSpan,
    shape: &RowFormat,
    spans: &mut Vec<Span>,
    batch: &mut Batch,
) -> Option<()> {
    match shape {
        RowFormat::Table(columns) => {
            table(context, found, columns, batch);
            Some(())
        }
        RowFormat::OpenAlex => openalex(context, found, spans, batch),
        RowFormat::Own => own(context, found, batch),
    }
}

/// Rows whose names are looked up together.
const ROWS: usize = 64;

/// The rows of a table: the names of many are looked up at once.
fn tables(context: TeamContext<'_>, piece: &Chunk, columns: &TableColumns, batch: &mut Batch) {
    let (mut asked, mut meanings, mut ends) = (Vec::new(), Vec::new(), Vec::new());
    for rows in piece.spans.chunks(ROWS) {
        asked.clear();
        ends.clear();
        for found in rows {
            batch.note_addresses(&cell(context.bytes, found), found.row, &columns.addresses);
            let before = asked.len();
            let simple = plain_cell(context.bytes, found)
                .and_then(|cell| split_plain(cell, columns, |name| asked.push((hash(name), name))));
            if simple.is_none() {
                asked.truncate(before);
            }
            ends.push(simple.map(|commas| (asked.len(), commas)));
        }
        context.known.find_all(&asked, &mut meanings);
        let mut names = asked.iter().zip(&meanings);
        let mut at = 0;
        for (found, end) in rows.iter().zip(&ends) {
            match *end {
                Some((end, commas)) => {
                    let work = || columns.work_name(context.bytes, found.row);
                    for (&name, &meaning) in names.by_ref().take(end - at) {
                        batch.resolved_name(meaning, name, found.row, context.known, context.authority, &work);
                    }
                    batch.commas += commas;
                    at = end;
                }
                None => table(context, found, columns, batch),
            }
            batch.end_team(found.row);
        }
    }
}

/// A cell that stands in the bytes as it is.
fn plain_cell<'b>(bytes: &'b [u8], found: &RowSpan) -> Option<&'b [u8]> {
    let raw = &bytes[found.start as usize..found.end as usize];
    let own = match found.form {
        Form::Plain => raw,
        Form::Quoted => &raw[1..raw.len() - 1],
        Form::Doubled | Form::Trailing => return None,
    };
    (!entities::is_in(own)).then_some(own)
}

/// Hands on the names of a cell, where they can be parted at a byte; then 1 when it holds an uncertain mark but was taken as one
/// name, else 0. Where they cannot, some may have been handed on.
fn split_plain<'b>(cell: &'b [u8], columns: &TableColumns, mut take: impl FnMut(&'b [u8])) -> Option<u64> {
    match columns.byte(cell) {
        SplitRule::General => None,
        SplitRule::One => {
            let name = trim_name(cell);
            if !name.is_empty() {
                take(name);
            }
            let has_comma = has_uncertain_mark(cell);
            (!has_comma || columns.commas.is_none()).then_some(u64::from(has_comma))
        }
        SplitRule::At(byte) => {
            let mut start = 0;
            for end in memchr::memchr_iter(byte, cell).chain(std::iter::once(cell.len())) {
                if byte == b',' && start > 0 && is_legal_suffix(&cell[start..end]) {
                    return None;
                }
                let name = trim_name(&cell[start..end]);
                if !name.is_empty() {
                    take(name);
                }
                start = end + 1;
            }
            Some(0)
        }
    }
}

/// A cell without its quotes.
pub(crate) fn cell<'b>(bytes: &'b [u8], found: &RowSpan) -> Cow<'b, [u8]> {
    let raw = &bytes[found.start as usize..found.end as usize];
    match plain_cell(bytes, found) {
        Some(cell) => Cow::Borrowed(cell),
        None => {
            let text = unquoted(&String::from_utf8_lossy(raw), found.form).into_owned();
            Cow::Owned(entities::decoded(text).into_owned().into_bytes())
        }
    }
}

fn table(context: TeamContext<'_>, found: &RowSpan, columns: &TableColumns, batch: &mut Batch) {
    let cell = cell(context.bytes, found);
    if entities::is_in(&context.bytes[found.start as usize..found.end as usize]) {
        batch.decoded.add(found.row as usize);
    }
    let work = || columns.work_name(context.bytes, found.row);
    let add = |batch: &mut Batch, item: &[u8]| batch.name(item, found.row, context.known, context.authority, &work);
    let mut names = Vec::new();
    if let Some(commas) = split_plain(&cell, columns, |name| names.push(name)) {
        names.into_iter().for_each(|name| add(batch, name));
        batch.commas += commas;
        return;
    }
    let text = without_authors(String::from_utf8_lossy(&cell));
    let mut items: Vec<Item> = Vec::new();
    split(&text, &columns.separator, Some(&columns.whole), &mut items);
    let is_open = || has_uncertain_mark(text.as_bytes()) && !list_literals::is_list(&text);
    if columns.is_open && items.len() == 1 && is_open() {
        let taken =
            columns.commas.as_ref().map(|column| column.part(&text, &columns.whole, context.authority, &mut items));
        match taken {
            None => batch.commas += 1,
            Some(Taken::Name) => {}
            Some(Taken::List) => batch.split_at_commas.add(found.row as usize),
            Some(Taken::Unclear) => batch.unclear.add(found.row as usize),
        }
    }
    for item in &items {
        batch.rejoined += u64::from(item.glued);
        if !item.range.is_empty() {
            add(batch, &text.as_bytes()[item.range.clone()]);
        }
    }
}

/// Whether what stands after a comma is a legal suffix, which belongs to the name before it.
fn is_legal_suffix(item: &[u8]) -> bool {
    // White space around a suffix may be long, but hardly ever is.
    if item.len() > 2 * MAX_SUFFIX {
        return false;
    }
    let own = item.trim_ascii();
    let is_whole = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_graphic);
    if own.len() > MAX_SUFFIX && is_whole(own.first()) && is_whole(own.last()) {
        return false;
    }
    std::str::from_utf8(item).is_ok_and(|item| is_suffix(trim(item)))
}

/// A name without white space around it.
fn trim_name(item: &[u8]) -> &[u8] {
    match (item.first(), item.last()) {
        (None, _) => item,
        (Some(b'!'..=b'~'), Some(b'!'..=b'~')) => item,
        _ => std::str::from_utf8(item).map_or(item, |text| trim(text).as_bytes()),
    }
}

#[derive(Deserialize)]
struct GeneralWork<'a> {
    #[serde(borrow, default)]
    authorships: Option<Vec<GeneralAuthorship<'a>>>,
}

#[derive(Deserialize)]
struct GeneralAuthorship<'a> {
    #[serde(borrow, default)]
    institutions: Option<Vec<&'a RawValue>>,
}

fn openalex(context: TeamContext<'_>, found: &RowSpan, spans: &mut Vec<Span>, batch: &mut Batch) -> Option<()> {
    let line = &context.bytes[found.start as usize..found.end as usize];
    let Some(head) = affiliations::find(line, spans) else { return general_openalex(context, found.row, line, batch) };
    let id = text(line, head.id.unwrap_or_default());
    if !is_work(id.as_deref(), head.title.or(head.display_name).is_some(), head.has_authorships) {
        return None;
    }
    if let Some(matcher) = context.matcher {
        if context.reads_lines {
            serde_json::from_str::<Work<'_>>(std::str::from_utf8(line).ok()?).ok()?;
        }
        let name = head.title.or(head.display_name).and_then(|span| text(line, span));
        note_work(matcher, batch, id.as_deref(), name.as_deref());
    }
    for span in spans.iter() {
        let (key, object) = (&line[span.key.0..span.key.1], &line[span.object.0..span.object.1]);
        affiliation(context, found.row, key, span.by, object, batch);
    }
    Some(())
}

fn affiliation(context: TeamContext<'_>, row: u32, key: &[u8], by: By, object: &[u8], batch: &mut Batch) {
    match by {
        By::Id => batch.keyed(key, NameKind::Affiliation, row, context.known, object),
        // A name is no id, even if it looks like one.
        By::Name if trim_name(key).is_empty() => {}
        By::Name => batch.keyed(&name_and_work(trim_name(key), ""), NameKind::Affiliation, row, context.known, object),
    }
}

/// The careful way; `None` when the line is no work.
fn general_openalex(context: TeamContext<'_>, row: u32, line: &[u8], batch: &mut Batch) -> Option<()> {
    let whole: Work<'_> = serde_json::from_slice(line).ok().filter(Work::is_work)?;
    if let Some(matcher) = context.matcher {
        note_work(matcher, batch, whole.id(), Some(whole.name()));
    }
    let work: GeneralWork<'_> = serde_json::from_slice(line).ok()?;
    for object in work.authorships.into_iter().flatten().flat_map(|one| one.institutions.unwrap_or_default()) {
        let one: Affiliation<'_> = serde_json::from_str(object.get()).ok()?;
        let (key, by) = one.key();
        affiliation(context, row, key.as_bytes(), by, object.get().as_bytes(), batch);
    }
    Some(())
}

/// Remembers the id of a work, and whether it is matcher by a name that is watched for.
fn note_work(matcher: &NameMatcher, batch: &mut Batch, id: Option<&str>, name: Option<&str>) {
    if let Some(id) = id.filter(|id| !id.is_empty()) {
        batch.ids.push(hash(id.as_bytes()));
    }
    batch.has_wanted_name |= name.is_some_and(|name| matcher.matches(name.as_bytes(), &mut Vec::new()));
}

/// The id of a work of OpenAlex, where its hash is one of these.
pub(crate) fn repeated_id(
    bytes: &[u8],
    found: &RowSpan,
    repeated: &FastSet<u64>,
    spans: &mut Vec<Span>,
) -> Option<String> {
    let line = &bytes[found.start as usize..found.end as usize];
    let id = match affiliations::find(line, spans) {
        Some(head) => text(line, head.id?)?,
        None => Cow::Owned(serde_json::from_slice::<Work<'_>>(line).ok()?.id()?.to_owned()),
    };
    (!id.is_empty() && repeated.contains(&hash(id.as_bytes()))).then(|| id.into_owned())
}

/// The text of a string of JSON with its quotes.
fn text(line: &[u8], (start, end): (usize, usize)) -> Option<Cow<'_, str>> {
    let quoted = line.get(start..end)?;
    if memchr::memchr(b'\\', quoted).is_some() {
        return serde_json::from_slice(quoted).ok().map(Cow::Owned);
    }
    std::str::from_utf8(quoted.get(1..quoted.len().checked_sub(1)?)?).ok().map(Cow::Borrowed)
}

/// The names of a work of the project's own JSON.
#[derive(Deserialize)]
struct OwnNames<'a> {
    #[serde(borrow, default)]
    name: Option<Str<'a>>,
    #[serde(borrow, default)]
    title: Option<Str<'a>>,
    #[serde(borrow, default)]
    aliases: Option<Vec<Str<'a>>>,
}

/// Whether a work of the project's own JSON has a name that is watched for, or names that cannot be read.
fn is_named(matcher: &NameMatcher, line: &[u8]) -> bool {
    if matcher.folded().is_empty() {
        return false;
    }
    let Ok(work) = serde_json::from_slice::<OwnNames<'_>>(line) else { return true };
    let mut names = work.name.iter().chain(&work.title).chain(work.aliases.iter().flatten());
    names.any(|name| matcher.matches(name.as_bytes(), &mut Vec::new()))
}

/// What is wanted of a work of the project's own JSON.
#[derive(Deserialize)]
pub(crate) struct OwnWork<'a> {
    #[serde(borrow, default)]
    name: Option<Str<'a>>,
    #[serde(default)]
    title: Option<IgnoredAny>,
    #[serde(borrow, default)]
    institutions: Vec<&'a RawValue>,
}

fn own(context: TeamContext<'_>, found: &RowSpan, batch: &mut Batch) -> Option<()> {
    let line = &context.bytes[found.start as usize..found.end as usize];
    let work: OwnWork<'_> = serde_json::from_slice(line).ok()?;
    if work.name.is_none() && work.title.is_none() && work.institutions.is_empty() {
        return None;
    }
    if let Some(matcher) = context.matcher {
        collabgraph::check(line)?;
        batch.has_wanted_name |= is_named(matcher, line);
    }
    let name = || clean(work.name.as_deref().unwrap_or_default()).into_owned();
    for mention in &work.institutions {
        let part = mention.get();
        if !part.starts_with('"') {
            let key = name_and_work(part.as_bytes(), &name());
            batch.keyed(&key, NameKind::Mention, found.row, context.known, part.as_bytes());
            continue;
        }
        let institution: Cow<'_, str> = serde_json::from_str(part).ok()?;
        let institution = trim(&institution);
        if !institution.is_empty() {
            batch.name(institution.as_bytes(), found.row, context.known, context.authority, &name);
        }
    }
    Some(())
}
