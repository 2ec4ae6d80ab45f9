//! Decoded rows of a table → works of the corpus, in the order of the rows.

use crate::corpus::hashing::FastMap;
use crate::ingest::addresses::Sight;
use crate::ingest::assembler::CorpusAssembler;
use crate::ingest::drafts::Draft;
use crate::ingest::groups::Groups;
use crate::ingest::location::SourceLocation;
use crate::ingest::notice::Kind;
use crate::ingest::row_notices::{Cells, Placeholders, tell_commas, tell_date_order, tell_decoded};
use crate::ingest::rows::{DecodedRows, RowDecoder, Table, unclosed};
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
        let index = LineIndex::new(rows.text);
        for row in &rows.rows {
            let (location, record) = rows.record(row, &index, table.as_of);
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

    /// Notes what was unexpected in all rows.
    ///
    /// # Errors
    /// The column of institutions holds postal addresses, which were not asked for as names.
    pub(crate) fn finish(self, gather: &mut CorpusAssembler<'_>, table: &Table<'_>) -> Result<(), Error> {
        if self.rows == 0 {
            // Nothing in it is anyone's.
            gather.uncredit(table.input);
            gather.notice(
                Kind::Other,
                SourceLocation { input: table.input, line: 1, column: 0 },
                "the table has a header but no rows",
                "표에 머리글만 있고 행이 없다",
            );
        }
        if let (Some(place), Some(profile)) = (self.year_last, &table.profile) {
            tell_date_order(gather, profile.dates, place);
        }
        tell_commas(gather, self.split_at_commas, self.unclear);
        tell_decoded(gather, self.decoded);
        self.placeholders.tell(gather);
        self.addresses.judge(
            gather,
            table.name,
            SourceLocation { input: table.input, ..self.address },
            &table.addresses,
        )
    }
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
