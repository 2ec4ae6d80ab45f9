//! Postal addresses in the column of institutions: the raw fields of Scopus, the Web of Science and IEEE Xplore. Taken
//! as names, the departments of one institution would become institutions of their own and partners of each other.
//!
//! Entries of the column are looked at as they are written: the items of a list that a program wrote (`['A, B', 'C']`), else
//! those of one cell parted at `;` or `|` outside of brackets.
//! An entry is an address when authors in brackets stand before it, when one of its parts is a department, or when it has
//! three parts or more of which the last is a country. The column holds addresses when they are at least one entry in
//! five, and more than names that happen to hold a place: all entries; one with authors, or with a department and a
//! country; two that differ, of which one names a department; or three that differ. Of entries with authors, or with a
//! department and a country, one in ten is enough. Fewer give a notice, and if departments are among them a sentence in
//! every answer. How often an entry stands in the column counts, the order of rows does not.
//!
//! Of 151,000 names in the registry ROR 172 look like addresses (“St Joseph's University, Bengaluru, India”); of 6,800
//! affiliations as authors write them, plain names among them, 3,062 do.

mod evidence;
pub(crate) mod headers;

use crate::ingest::assembler::CorpusAssembler;
use crate::ingest::delimited::Reader;
use crate::ingest::location::RecordLocation;
use crate::ingest::location::SourceLocation;
use crate::ingest::notice::Kind;
pub use crate::ingest::options::Addresses;
use crate::message;
use crate::names::affiliation::{addresses, without_numbers};
use crate::normalize::list_literals;
use crate::normalize::lists::Separator;
use std::ops::Range;

pub(crate) use evidence::without_authors;
use evidence::{Evidence, Places, entries, evidence as shown};

/// How a column is looked at, and what is said of it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Rule {
    asked: Addresses,
    is_comma_list: bool,
    /// What parts entries of cells without `;` and `|`.
    mark: Option<String>,
    /// Header of the column.
    header: String,
    /// Header of the addresses that the same export has beside the column.
    beside: Option<String>,
    /// Whether the column was found to hold addresses, so that an organisation is picked from each.
    pub(crate) is_read: bool,
}

impl Rule {
    /// The rule for a table with these headers.
    pub(crate) fn of(asked: Addresses, separator: &Separator, headers: &[String], column: Option<usize>) -> Self {
        let given = if let Separator::Given(text) = separator { Some(text.as_str()) } else { None };
        Self {
            asked,
            is_comma_list: *separator == Separator::Comma || given == Some(","),
            mark: given.filter(|mark| !matches!(*mark, "" | ",")).map(str::to_owned),
            header: column.and_then(|column| headers.get(column)).cloned().unwrap_or_default(),
            beside: headers::addresses_beside(headers, column),
            is_read: false,
        }
    }

    /// The same for a column that was found to hold addresses.
    pub(crate) fn reading(&self) -> Self {
        Self { is_read: true, ..self.clone() }
    }

    /// What parts the entries of a cell.
    fn mark_of(&self, cell: &str) -> &str {
        match memchr::memchr2(b';', b'|', cell.as_bytes()) {
            Some(at) if cell[at..].contains(';') => ";",
            Some(_) => "|",
            // A letter that no cell holds: the one entry is whole.
            None => self.mark.as_deref().unwrap_or("\0"),
        }
    }

    /// The entries of a cell, trimmed: addresses.
    pub(crate) fn entries<'c>(&self, cell: &'c str) -> Vec<&'c str> {
        let mut own = Vec::new();
        self.each(cell, |range| own.extend(addresses(cell[range].trim())));
        own.retain(|entry| !is_blank(entry));
        without_numbers(&mut own.iter_mut().collect::<Vec<_>>());
        own
    }

    /// Hands on where the entries of a cell lie: the items of a list that a program wrote, else what stands between `;` or
    /// `|` outside of brackets.
    fn each(&self, cell: &str, take: impl FnMut(Range<usize>)) {
        match list_literals::items(cell) {
            Some(items) => items.into_iter().for_each(take),
            None => entries(cell, self.mark_of(cell)).for_each(take),
        }
    }
}

/// Different addresses that are told apart; more make no difference.
const DIFFERENT: usize = 3;
/// One entry in so many must be an address.
const SHARE: u64 = 5;
/// The same for those that certainly are: with authors, or a department and a country.
const CERTAIN_SHARE: u64 = 10;

/// What the cells of a column show, as they are met.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sight {
    entries: u64,
    addresses: u64,
    /// Those with authors, or a department and a country.
    certain: u64,
    /// Those with a department.
    units: u64,
    /// Some addresses that differ, the first of them first.
    different: Vec<String>,
    places: Places,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    Names,
    /// Names, and some that look like addresses.
    SomeAddresses,
    Addresses,
}

impl Sight {
    /// Forgets what was seen, but not which parts are places.
    pub(crate) fn restart(&mut self) {
        *self = Self { places: std::mem::take(&mut self.places), ..Self::default() };
    }

    /// Looks at a cell; gives the bytes of the first address that was ever met, when it is in this cell. O(bytes).
    pub(crate) fn note(&mut self, cell: &str, rule: &Rule) -> Option<Range<usize>> {
        let bytes = cell.as_bytes();
        // Most cells of a list at commas are one entry.
        let is_one = rule.is_comma_list
            && rule.mark.is_none()
            && memchr::memchr3(b';', b'|', b'[', bytes).is_none()
            && !list_literals::may_be(bytes);
        if is_one {
            return (self.entry(cell, rule) && self.addresses == 1).then_some(0..cell.len());
        }
        let mut first = None;
        rule.each(cell, |range| {
            if self.entry(&cell[range.clone()], rule) && self.addresses == 1 {
                first = Some(range);
            }
        });
        first
    }

    /// Looks at an entry; whether it is an address.
    fn entry(&mut self, entry: &str, rule: &Rule) -> bool {
        if is_blank(entry) {
            return false;
        }
        self.entries += 1;
        // Most names hold no comma, narrow or wide (whose first byte is 0xEF), and no bracket.
        if memchr::memchr3(b',', b'[', 0xEF, entry.as_bytes()).is_none() {
            return false;
        }
        let Some(found) = shown(entry, rule.is_comma_list, &mut self.places) else { return false };
        self.addresses += 1;
        self.certain += u64::from(found <= Evidence::UnitAndPlace);
        self.units += u64::from(found <= Evidence::Unit);
        self.meet(entry.trim());
        true
    }

    fn meet(&mut self, address: &str) {
        if self.different.len() < DIFFERENT && !self.different.iter().any(|known| known == address) {
            self.different.push(address.to_owned());
        }
    }

    /// Whether an address was met.
    pub(crate) fn has_addresses(&self) -> bool {
        self.addresses > 0
    }

    /// Takes over what later cells of the column show.
    pub(crate) fn join(&mut self, other: &Self) {
        self.entries += other.entries;
        self.addresses += other.addresses;
        self.certain += other.certain;
        self.units += other.units;
        other.different.iter().for_each(|address| self.meet(address));
    }

    fn verdict(&self) -> Verdict {
        let different = self.different.len();
        let is_column = self.addresses == self.entries
            || self.certain > 0
            || self.units > 0 && different > 1
            || different >= DIFFERENT;
        match self.addresses {
            0 => Verdict::Names,
            addresses if is_column && addresses * SHARE >= self.entries => Verdict::Addresses,
            _ if self.certain * CERTAIN_SHARE >= self.entries => Verdict::Addresses,
            _ => Verdict::SomeAddresses,
        }
    }

    /// Whether the column holds addresses that are not taken as names, so that an organisation is to be picked from each.
    pub(crate) fn are_addresses(&self, rule: &Rule) -> bool {
        rule.asked == Addresses::Refuse && self.verdict() == Verdict::Addresses
    }

    /// Whether answers say that addresses stand for institutions: where this was asked for, or where some name
    /// departments.
    pub(crate) fn is_marked(&self, rule: &Rule) -> bool {
        self.addresses > 0 && (rule.asked == Addresses::AsNames || self.units > 0)
    }

    /// Tells of the addresses in the table, the first of which stands at `place`.
    pub(crate) fn tell(&self, gather: &mut CorpusAssembler<'_>, place: SourceLocation, rule: &Rule) {
        if let (0, Some(beside)) = (self.entries, &rule.beside) {
            let header = &rule.header;
            gather.notice(
                Kind::NoInstitution,
                SourceLocation { line: 1, column: 0, ..place },
                message!("ingest-no-row-institution-column", header = header, beside = beside),
            );
        }
        if self.addresses == 0 {
            return;
        }
        if rule.is_read {
            let told = message!(
                "formats-addresses-read",
                example = self.example(),
                count = self.addresses,
                all = self.entries,
                header = &rule.header
            );
            return gather.tell(Kind::AddressAsName, place, &told);
        }
        let (addresses, entries, example) = (self.addresses, self.entries, self.example());
        if self.is_marked(rule) {
            gather.addresses(place.input, (addresses, entries));
        }
        let message = match rule.asked {
            Addresses::AsNames => message!(
                "ingest-address-entries-institutions-stands",
                example = &example,
                addresses = addresses,
                entries = entries
            ),
            Addresses::Refuse => message!(
                "ingest-looks-like-address-entries",
                example = &example,
                addresses = addresses,
                entries = entries
            ),
        };
        gather.notice(Kind::AddressAsName, place, message);
    }

    /// The first address, cut to what a sentence holds.
    fn example(&self) -> String {
        let text = self.different.first().map_or("", String::as_str);
        let text = crate::normalize::text::clean(text);
        match text.char_indices().nth(LONGEST_EXAMPLE) {
            Some((end, _)) => format!("{}…", &text[..end]),
            None => text.into_owned(),
        }
    }
}

/// Characters of an address that are quoted.
const LONGEST_EXAMPLE: usize = 120;

/// Whether an entry says nothing.
fn is_blank(entry: &str) -> bool {
    // None of them has three letters.
    if entry.bytes().take(3).filter(u8::is_ascii_alphabetic).count() == 3 {
        return false;
    }
    let entry = entry.trim();
    entry.is_empty() || matches!(entry, "-" | "–" | "NA" | "N/A" | "n/a")
}

/// Looks at the cell of a row of a streamed table that starts `text`, on this line, and gives the place of its first
/// address.
pub(crate) fn place_in_row(
    text: &str,
    delimiter: u8,
    column: usize,
    (input, line): (u16, u64),
    rule: &Rule,
) -> SourceLocation {
    let whole = SourceLocation { input, line, column: 0 };
    let mut reader = Reader::from_row(text, delimiter, 0, line);
    let Ok(Some(row)) = reader.next_row() else { return whole };
    let (cell, spot) = (row.text(column), RecordLocation { input, text, anchor: row.anchor(), index: None });
    let first = Sight::default().note(&cell, rule);
    first.map_or(whole, |range| spot.place(cell[range].trim(), row.raw(column)))
}
