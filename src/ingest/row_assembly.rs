//! Decoded rows of a table → works of the corpus, in the order of the rows.

use crate::corpus::hashing::{FastMap, FastSet};
use crate::ingest::addresses::Sight;
use crate::ingest::assembler::{CorpusAssembler, Written};
use crate::ingest::drafts::Draft;
use crate::ingest::groups::Groups;
use crate::ingest::location::{RecordLocation, SourceLocation};
use crate::ingest::notice::Kind;
use crate::ingest::record::{List, Record, add_once};
use crate::ingest::row_notices::{Cells, Placeholders, tell_commas, tell_date_order, tell_date_ranges, tell_decoded};
use crate::ingest::rows::{DecodedRows, RowDecoder, Table, unclosed};
use crate::message;
use crate::names::affiliation::AddressGrammar;
use crate::source::error::Error;
use crate::source::position::LineIndex;

/// What is retained from row to row.
#[derive(Debug, Default)]
pub(crate) struct RowAssembly {
    split_at_commas: Cells,
    unclear: Cells,
    decoded: Cells,
    placeholders: Placeholders,
    /// Which rows are one work.
    groups: Option<Groups>,
    /// Works of which not all rows have been read, by the number that groups give them.
    drafts: FastMap<u32, Draft>,
    addresses: Sight,
    address: SourceLocation,
    year_last: Option<SourceLocation>,
    date_ranges: Cells,
    rows: u64,
}

impl RowAssembly {
    pub(crate) fn new(groups: Option<Groups>) -> Self {
        Self { groups, ..Self::default() }
    }

    /// Adds the works of some rows; these come in the order of the input. O(their bytes).
    pub(crate) fn add(&mut self, assembler: &mut CorpusAssembler<'_>, table: &Table<'_>, mut rows: DecodedRows<'_>) {
        assembler.append(std::mem::take(&mut rows.notices));
        self.split_at_commas.join(rows.split_at_commas);
        self.unclear.join(rows.unclear);
        self.decoded.join(rows.decoded);
        self.placeholders.join(std::mem::take(&mut rows.placeholders));
        if !self.addresses.has_addresses() && rows.addresses.has_addresses() {
            self.address = rows.address;
        }
        self.addresses.join(&rows.addresses);
        self.year_last = self.year_last.or(rows.year_last);
        self.date_ranges.join(rows.date_ranges);
        let index = LineIndex::new(rows.text);
        for row in &rows.rows {
            let (location, record) = rows.record(row, &index, table.as_of);
            let picked = table.addresses.is_read.then(|| picked(assembler, table, &location, &record));
            let record = match &picked {
                // Countries and categories of the row are not those of its addresses one by one.
                Some(entities) => Record {
                    entities,
                    institutions: List::default(),
                    countries: List::default(),
                    sectors: List::default(),
                    ..record
                },
                None => record,
            };
            let part = self.groups.as_mut().and_then(|groups| groups.take(self.rows as usize));
            self.rows += 1;
            let Some(part) = part else {
                assembler.record(&location, &record);
                continue;
            };
            let draft = assembler.draft(&location, &record);
            let draft = match self.drafts.remove(&part.work) {
                Some(mut before) => {
                    assembler.join(&mut before, draft);
                    before
                }
                None => draft,
            };
            if part.is_last {
                assembler.add_draft(draft);
            } else {
                self.drafts.insert(part.work, draft);
            }
        }
    }

    /// Whether the column of institutions holds addresses, and was read as if it held names.
    pub(crate) fn are_addresses(&self, table: &Table<'_>) -> bool {
        !table.addresses.is_read && self.addresses.are_addresses(&table.addresses)
    }

    /// Notes what was unexpected in all rows.
    pub(crate) fn finish(self, gather: &mut CorpusAssembler<'_>, table: &Table<'_>) {
        if self.rows == 0 {
            // Nothing in it is anyone's.
            gather.uncredit(table.input);
            gather.notice(
                Kind::Other,
                SourceLocation { input: table.input, line: 1, column: 0 },
                message!("ingest-table-header-no-rows"),
            );
        }
        if let (Some(place), Some(profile)) = (self.year_last, &table.profile) {
            tell_date_order(gather, profile.dates, place);
        }
        tell_date_ranges(gather, self.date_ranges);
        if !table.addresses.is_read {
            tell_commas(gather, self.split_at_commas, self.unclear);
        }
        tell_decoded(gather, self.decoded);
        self.placeholders.tell(gather);
        self.addresses.tell(gather, SourceLocation { input: table.input, ..self.address }, &table.addresses);
    }
}

/// The institutions that are picked from the addresses of a row.
fn picked(
    assembler: &mut CorpusAssembler<'_>,
    table: &Table<'_>,
    location: &RecordLocation<'_>,
    record: &Record<'_>,
) -> Vec<u32> {
    let (mut entities, mut seen) = (Vec::new(), FastSet::default());
    for address in table.addresses.entries(record.institutions.text) {
        let found =
            assembler.written(location, address, AddressGrammar::Generic, (record.name, record.institutions.raw));
        if let Written::Institution(entity, country) = found {
            if let Some(country) = country {
                assembler.learn_country(location, entity, &country);
            }
            add_once(&mut entities, &mut seen, entity);
        }
    }
    entities
}

/// Reads some rows only: where each starts in the text, and the line of the input that it is on. Gives whether each
/// could be read by itself, or what the whole column says of dates and commas is known. O(bytes of the rows).
pub(crate) fn read_some(
    assembler: &mut CorpusAssembler<'_>,
    table: &Table<'_>,
    rows: &[(usize, u64)],
) -> Result<bool, Error> {
    let needs_doi = assembler.held.is_some();
    let decoder = RowDecoder { table, authority: assembler.registry.authority(), collects_keys: false, needs_doi };
    let decoded = decoder.decode_some(table.text, rows).map_err(|error| unclosed(table.name, error))?;
    let is_complete = !decoded.needs_profile;
    RowAssembly::default().add(assembler, table, decoded);
    Ok(is_complete)
}
