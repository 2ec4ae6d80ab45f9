//! Facts of a row beside its team: what a filter asks for, and where its institutions are. They are read as they are where
//! works are loaded.

use std::borrow::Cow;

use crate::corpus::country::Country;
use crate::corpus::date::Date;
use crate::corpus::filter::{Filter, Judgement, WordJudgement};
use crate::corpus::hashing::FastMap;
use crate::corpus::naming::slug;
use crate::format::openalex;
use crate::ingest::addresses::without_authors;
use crate::ingest::attributes::RecordedValues;
use crate::ingest::delimited::{Form, unquoted};
use crate::names::authority::Authority;
use crate::normalize::dates::{self, Reading};
use crate::normalize::entities;
use crate::normalize::lists::Item;
use crate::normalize::placeholders::is_no_country;
use crate::normalize::text::{clean, trim};
use crate::scan::cells;
use crate::scan::teams::{RowFormat, TableColumns};
use crate::source::position::line_ends;

/// A row whose team was found.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TeamRow<'b> {
    /// The block.
    pub(crate) bytes: &'b [u8],
    /// Where the row starts in it.
    pub(crate) start: u32,
    /// Where its chunk starts, and on which line.
    pub(crate) from: usize,
    pub(crate) line: u64,
    /// Reads what else the row says.
    pub(crate) reader: RowReader<'b>,
}

/// A cell as it is read: without its quotes, characters of web pages decoded.
fn decoded(raw: &[u8]) -> Cow<'_, str> {
    entities::decoded(text(raw))
}

/// A cell without its quotes.
fn text(raw: &[u8]) -> Cow<'_, str> {
    let form = if raw.starts_with(b"\"") { Form::Trailing } else { Form::Plain };
    match String::from_utf8_lossy(raw) {
        Cow::Borrowed(raw) => unquoted(raw, form),
        Cow::Owned(raw) => Cow::Owned(unquoted(&raw, form).into_owned()),
    }
}

/// The lists of a row.
#[derive(Debug, Default)]
struct Lists {
    texts: [String; 5],
    items: [Vec<Item>; 5],
}

impl Lists {
    /// Reads the lists; `None` where commas mean what a profile of the column would show. O(bytes of the row).
    fn read(&mut self, columns: &TableColumns, authority: &Authority, row: TeamRow<'_>) -> Option<()> {
        let [work, lists @ ..] = cells::fields(row.bytes, row.start as usize, columns.wanted.delimiter, columns.lists);
        for (own, raw) in self.texts.iter_mut().zip(lists) {
            own.clear();
            own.push_str(&decoded(raw));
        }
        let institutions = std::mem::take(&mut self.texts[0]);
        self.texts[0] = without_authors(Cow::Owned(institutions)).into_owned();
        let texts = self.texts.each_ref().map(String::as_str);
        let found = columns.row_lists(authority).split(&texts, &decoded(work), &mut self.items);
        (!found.needs_profile).then_some(())
    }

    fn list(&self, position: usize) -> impl Iterator<Item = &str> {
        self.items[position].iter().map(move |item| trim(&self.texts[position][item.range.clone()]))
    }
}

/// What a filter asks of the rows of an input: dates, criteria and domains. What it asks of institutions is known only
/// when all rows were read.
#[derive(Clone, Debug)]
pub(crate) struct RowFilter {
    filter: Filter,
    /// Lower-case words, of which a work must have one.
    words: [Vec<String>; 2],
}

impl RowFilter {
    /// The filter; `None` where it asks nothing of rows.
    pub(crate) fn of(filter: &Filter) -> Option<Self> {
        let lower = |words: &[String]| words.iter().map(|word| word.to_lowercase()).collect();
        let words = [lower(&filter.criteria), lower(&filter.domains)];
        (!filter.is_of_institutions_only()).then(|| Self { filter: filter.clone(), words })
    }

    /// Words that a work must have one of.
    pub(crate) fn has_words(&self) -> bool {
        self.words.iter().any(|words| !words.is_empty())
    }

    /// What is made of a row; words of the filter that it has are noted. `None` where that rests on a profile of the
    /// columns, which there is not yet. O(bytes of the row).
    pub(crate) fn judge(&self, row: TeamRow<'_>, met: &mut WordsMet) -> Option<Judgement> {
        let has_window = self.filter.since.is_some() || self.filter.until.is_some();
        let dated = if has_window { self.filter.judge_date(row.reader.date(row)?) } else { Judgement::Kept };
        if !self.has_words() || dated == Judgement::Excluded {
            return Some(dated);
        }
        let (RowFormat::Table(columns), mut lists) = (row.reader.format, Lists::default()) else {
            return Some(Judgement::Excluded);
        };
        lists.read(columns, row.reader.authority, row)?;
        let mut judged = [WordJudgement::Kept; 2];
        for (which, (words, judged)) in self.words.iter().zip(&mut judged).enumerate() {
            let (mut any, mut has_none) = (false, true);
            for own in lists.list(which + 3).filter(|own| !own.is_empty()).map(str::to_lowercase) {
                has_none = false;
                for (number, _) in words.iter().enumerate().filter(|(_, word)| **word == own) {
                    any = true;
                    met.add(which, number);
                }
            }
            *judged = WordJudgement::of(words, has_none, || any);
        }
        Some(dated.and_words(judged))
    }

    /// Whether every word of the filter is that of some work.
    pub(crate) fn are_all_met(&self, met: &WordsMet) -> bool {
        self.words.iter().enumerate().all(|(which, words)| (0..words.len()).all(|number| met.has(which, number)))
    }
}

/// Words of a filter that works have.
#[derive(Clone, Debug, Default)]
pub(crate) struct WordsMet([Vec<bool>; 2]);

impl WordsMet {
    fn add(&mut self, which: usize, number: usize) {
        if self.0[which].len() <= number {
            self.0[which].resize(number + 1, false);
        }
        self.0[which][number] = true;
    }

    fn has(&self, which: usize, number: usize) -> bool {
        self.0[which].get(number) == Some(&true)
    }

    /// Takes over what other rows have.
    pub(crate) fn join(&mut self, other: &Self) {
        for (which, words) in other.0.iter().enumerate() {
            for number in (0..words.len()).filter(|&number| words[number]) {
                self.add(which, number);
            }
        }
    }
}

/// Reads facts of rows.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RowReader<'c> {
    pub(crate) format: &'c RowFormat,
    pub(crate) authority: &'c Authority,
}

impl RowReader<'_> {
    fn line<'b>(row: TeamRow<'b>) -> &'b [u8] {
        let rest = row.bytes.get(row.start as usize..).unwrap_or_default();
        &rest[..memchr::memchr(b'\n', rest).unwrap_or(rest.len())]
    }

    /// The date of a work; the outer `None` where its order rests on a profile of the column.
    fn date(&self, row: TeamRow<'_>) -> Option<Option<Date>> {
        match self.format {
            RowFormat::Table(columns) => {
                let [raw] = cells::fields(row.bytes, row.start as usize, columns.wanted.delimiter, [columns.date]);
                match dates::read(&text(raw)) {
                    Reading::Blank | Reading::Unreadable => Some(None),
                    Reading::Known(date) | Reading::Range(date) => Some(Some(date)),
                    reading @ Reading::YearLast(..) => columns.date_order.map(|order| dates::resolve(reading, order)),
                }
            }
            RowFormat::OpenAlex => Some(openalex::date_of(Self::line(row))),
            RowFormat::Own => Some(None),
        }
    }

    /// A hash of the stem of the identifier that a work has; `None` where it has no such name.
    pub(crate) fn identifier(&self, row: TeamRow<'_>) -> Option<u64> {
        match self.format {
            RowFormat::Table(columns) => {
                let named = cells::fields(
                    row.bytes,
                    row.start as usize,
                    columns.wanted.delimiter,
                    [columns.work, columns.title],
                );
                let mut names = named.into_iter().map(|raw| clean(&decoded(raw)).into_owned());
                let name = names.find(|name| !name.is_empty());
                Some(identifier_hash(name.as_deref().unwrap_or("(no name)")))
            }
            RowFormat::OpenAlex => openalex::name_of(Self::line(row)).map(|name| identifier_hash(&clean(&name))),
            RowFormat::Own => None,
        }
    }
}

/// A hash of the stem of the identifier that a name makes.
pub(crate) fn identifier_hash(name: &str) -> u64 {
    crate::scan::dictionary::hash(slug(name).as_bytes())
}

/// Countries that rows name for their works, as loading keeps them.
#[derive(Clone, Debug, Default)]
pub(crate) struct RowCountries {
    numbers: FastMap<String, u32>,
    /// Codes by their numbers; an empty one where a row leaves an institution without a country.
    codes: Vec<Box<str>>,
    /// Numbers of the row that was looked at last.
    row: Vec<u32>,
    /// Those of the rows that were kept, one after the other, and where each ends.
    kept: Vec<u32>,
    ends: Vec<usize>,
}

impl RowCountries {
    fn read(&mut self, lists: &Lists, institutions: usize) {
        let told = || lists.list(1).map(|recorded| if is_no_country(recorded) { "" } else { recorded });
        let is_told = told().any(|recorded| !recorded.is_empty());
        let is_short = lists.items[1].len() < institutions;
        for recorded in told().chain(is_short.then_some("")).filter(|_| is_told) {
            let number = self.number(recorded);
            if !self.row.contains(&number) {
                self.row.push(number);
            }
        }
    }

    fn number(&mut self, recorded: &str) -> u32 {
        if let Some(&number) = self.numbers.get(recorded) {
            return number;
        }
        let country = Country::parse(recorded).unwrap_or_else(|| Country::unregistered(&clean(recorded)));
        let number = self.codes.len() as u32;
        self.codes.push(country.code().into());
        self.numbers.insert(recorded.to_owned(), number);
        number
    }

    /// Keeps what the last row names.
    pub(crate) fn keep(&mut self) {
        self.kept.extend_from_slice(&self.row);
        self.ends.push(self.kept.len());
    }

    /// The codes of a row that was kept.
    pub(crate) fn codes(&self, row: usize) -> Vec<&str> {
        let start = row.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |end| *end);
        let own = self.ends.get(row).and_then(|&end| self.kept.get(start..end)).unwrap_or_default();
        own.iter().filter_map(|&number| self.codes.get(number as usize)).map(AsRef::as_ref).collect()
    }
}

/// Countries and sectors of the institutions of rows, as they are recorded: what the rows of one chunk show.
#[derive(Debug, Default)]
pub(crate) struct ValueEvidence {
    countries: RecordedValues,
    sectors: RecordedValues,
    lists: Box<Lists>,
}

impl ValueEvidence {
    /// The evidence about countries, and that about sectors.
    pub(crate) fn into_values(self) -> [RecordedValues; 2] {
        [self.countries, self.sectors]
    }

    /// Looks at a row whose team is known; what countries it names is noted in `named`. `None` where that rests on a profile of
    /// the columns. O(bytes of the row).
    pub(crate) fn add(&mut self, team: &[u32], row: TeamRow<'_>, named: &mut Option<RowCountries>) -> Option<()> {
        if let Some(named) = named.as_mut() {
            named.row.clear();
        }
        let RowFormat::Table(columns) = row.reader.format else { return Some(()) };
        let [_, _, countries, sectors, ..] = columns.lists;
        let recorded = cells::fields(row.bytes, row.start as usize, columns.wanted.delimiter, [countries, sectors]);
        if recorded.iter().all(|raw| raw.trim_ascii().is_empty()) {
            return Some(());
        }
        let mut lists = std::mem::take(&mut self.lists);
        let read = lists.read(columns, row.reader.authority, row);
        let institutions = lists.items[0].iter().filter(|item| !item.range.is_empty()).count();
        if let Some(named) = named.as_mut().filter(|_| read.is_some()) {
            named.read(&lists, institutions);
        }
        if read.is_some() && team.len() == institutions {
            let line = || {
                row.line
                    + line_ends(&row.bytes[row.from..row.start as usize], row.bytes.get(row.start as usize).copied())
            };
            for (position, own) in [(1, &mut self.countries), (2, &mut self.sectors)] {
                if !lists.items[position].is_empty() {
                    let values: Vec<u32> = lists.list(position).map(|value| own.number(value, line)).collect();
                    own.evidence.add(team, &values);
                }
            }
        }
        self.lists = lists;
        read
    }
}
