//! An index of entities: the institutions of all rows, and then the works of a few of them. No other title, author or
//! link is retained.
//!
//! The first pass gives every institution as loading gives it, for ids, names and facts depend on all rows.
//! The second reads in full the rows whose teams have an institution that is meant. Of works of OpenAlex that have one id
//! the first counts: hashes of all ids tell which may be such works, eight bytes each.

use crate::corpus::Corpus;
use crate::corpus::filter::{Filter, FilterCounts};
use crate::corpus::hashing::FastSet;
use crate::corpus::institution::InstitutionId;
use crate::ingest::assembler::{CorpusAssembler, Gathered};
use crate::ingest::delimited::Form;
use crate::ingest::notice::Kind;
use crate::ingest::options::Options;
use crate::ingest::row_assembly::read_some;
use crate::names::authority::Authority;
use crate::scan::affiliations::Span;
use crate::scan::batch::{Batch, split_key};
use crate::scan::chunk::{Chunk, RowSpan};
use crate::scan::known_names::KnownNames;
use crate::scan::plan::{Fields, FullReason, Plan, Rows, Sink, Stop};
use crate::scan::row_match::{MatchedRow, RowCounts, RowPredicate, match_rows};
use crate::scan::run::Progress;
use crate::scan::source::{Header, TableHead, open_lines, open_table};
use crate::scan::teams::{RowFormat, TeamContext, repeated_id, team};
use crate::sink::counts::{self, CountedFacts, Index, read_lines};
use crate::sink::matching::MatchingRows;
use crate::source::input::Input;
use memchr::memmem::Finder;
use std::ops::ControlFlow;

/// Names beyond this are not searched for in rows before these are read.
const MAX_NEEDLES: usize = 8;

/// The institutions of a large input.
#[derive(Debug)]
pub struct EntityIndex<'o> {
    input: &'o Input,
    options: &'o Options,
    /// All institutions, and no works.
    pub corpus: Corpus,
    /// Works before a filter, and those that meet it.
    pub works: (usize, usize),
    /// Works by what the filter makes of them.
    pub counts: FilterCounts,
    index: Index<'o>,
    /// Entities by their numbers, as institutions of the corpus.
    numbers: Vec<Option<InstitutionId>>,
}

/// Finds the institutions of all rows. Time O(bytes), memory O(institutions) and 8 bytes a work.
///
/// # Errors
/// The input cannot be read, or only all of its works give the answer: that holds where a work has one of the names
/// `works`, too.
pub(crate) fn entity_index<'o>(
    input: &'o Input,
    options: &'o Options,
    works: &[&str],
    (filter, has_record): (&Filter, bool),
    plan: &mut Plan,
) -> Result<EntityIndex<'o>, Stop> {
    let facts =
        CountedFacts { evidence: true, identifiers: has_record, filter: filter.clone(), ..CountedFacts::default() };
    let mut index = counts::index(input, options, &facts, works, Progress::default(), plan)?;
    if index.rows.has_wanted_name {
        return Err(FullReason::WorkName.into());
    }
    index.learn()?;
    index.assembler.forget_told();
    let (Gathered { corpus, .. }, numbers) = index.assembler.clone().finish_numbered();
    let counts = index.filter_counts(&corpus, &numbers);
    let works = (index.works(), counts.kept);
    Ok(EntityIndex { input, options, corpus, works, counts, index, numbers })
}

impl EntityIndex<'_> {
    /// The works of some institutions of [`corpus`](Self::corpus), read in full; the corpus of the answer has the same
    /// institutions. Time O(bytes), memory O(these works).
    ///
    /// # Errors
    /// As for [`entity_index`], and where works have identifiers that rest on other works.
    pub(crate) fn works_of(&self, institutions: &[InstitutionId], plan: &mut Plan) -> Result<MatchingRows, Stop> {
        let mut assembler = self.index.assembler.clone();
        let is_meant = |id: &Option<InstitutionId>| id.is_some_and(|id| institutions.contains(&id));
        let meant = self.numbers.iter().enumerate().filter(|(_, id)| is_meant(id));
        let wanted: Vec<u32> = meant.map(|(entity, _)| entity as u32).collect();
        let counts = match &self.index.head {
            Some(head) => self.rows_of(head, wanted, &mut assembler)?,
            None => self.lines_of(wanted, &mut assembler)?,
        };
        let Some(counts) = counts else { return Err(FullReason::Addresses.into()) };
        plan.add(Fields::Institutions, Rows::Matching, Sink::Corpus, (counts.all, counts.matched));
        let (corpus, mut notices) = assembler.finish_some();
        if !self.index.has_identifiers_of(&corpus) {
            return Err(FullReason::WorkIdentifiers.into());
        }
        notices.retain(|notice| notice.kind != Kind::DuplicateWork);
        let are_lines = self.index.head.is_none();
        Ok(MatchingRows { corpus, notices, rows: counts.all, read: counts.matched, are_lines })
    }

    fn predicate(&self, format: RowFormat, wanted: Vec<u32>) -> EntityPredicate<'_> {
        let (names, repeated) = (&self.index.rows.names, &self.index.watch.repeated);
        let needles = needles(names, &wanted);
        EntityPredicate { format, names, authority: &self.options.authority, wanted, needles, repeated }
    }

    fn lines_of(&self, wanted: Vec<u32>, assembler: &mut CorpusAssembler<'_>) -> Result<Option<RowCounts>, Stop> {
        let mut source = open_lines(self.input, self.options)?;
        let Header { format, start, .. } = source.header(&mut CorpusAssembler::new(self.options), self.options)?;
        let (input, is_openalex) = (self.index.rows.input, matches!(format, RowFormat::OpenAlex));
        let predicate = self.predicate(format, wanted);
        Ok(match_rows(source, start, &predicate, |retained| {
            read_lines(assembler, input, is_openalex, retained)?;
            Ok(ControlFlow::Continue(()))
        })?)
    }

    fn rows_of(
        &self,
        head: &TableHead,
        wanted: Vec<u32>,
        assembler: &mut CorpusAssembler<'_>,
    ) -> Result<Option<RowCounts>, Stop> {
        let (head, mut source) = open_table(self.input, self.options, head.profile())?;
        let Header { format, start, .. } = source.header(&mut CorpusAssembler::new(self.options), self.options)?;
        let table = head.table(&mut CorpusAssembler::new(self.options), "", self.options)?;
        let predicate = self.predicate(format, wanted);
        Ok(match_rows(source, start, &predicate, |retained| {
            let is_complete = read_some(assembler, &table.with_text(&retained.text), &retained.rows)?;
            Ok(if is_complete { ControlFlow::Continue(()) } else { ControlFlow::Break(()) })
        })?)
    }
}

/// Strings of which a row that names one of these institutions has one; `None` where they are too many to search for.
fn needles(names: &KnownNames, wanted: &[u32]) -> Option<Vec<Finder<'static>>> {
    let mut needles: Vec<Vec<u8>> = Vec::new();
    for name in names.names_of(wanted) {
        let needle = if name.starts_with(&[1]) { split_key(name).0.into_bytes() } else { name.to_vec() };
        if !needles.contains(&needle) {
            if needles.len() == MAX_NEEDLES {
                return None;
            }
            needles.push(needle);
        }
    }
    Some(needles.iter().map(|needle| Finder::new(needle).into_owned()).collect())
}

/// What the second pass looks with.
struct EntityPredicate<'l> {
    format: RowFormat,
    names: &'l KnownNames,
    authority: &'l Authority,
    wanted: Vec<u32>,
    needles: Option<Vec<Finder<'static>>>,
    repeated: &'l FastSet<u64>,
}

/// Room that is filled anew for every line.
#[derive(Default)]
struct Scratch {
    spans: Vec<Span>,
    batch: Batch,
}

impl EntityPredicate<'_> {
    fn row(&self, bytes: &[u8], found: &RowSpan, scratch: &mut Scratch) -> Option<MatchedRow> {
        let line = &bytes[found.start as usize..found.end as usize];
        let id = match &self.format {
            RowFormat::OpenAlex if !self.repeated.is_empty() => {
                repeated_id(bytes, found, self.repeated, &mut scratch.spans)
            }
            _ => None,
        };
        let is_wanted = self.may_name(line, found.form) && self.names_one(bytes, found, scratch);
        (is_wanted || id.is_some()).then_some(MatchedRow { at: found.row, is_wanted, id })
    }

    /// Whether the bytes of a row do not rule it out. A name may be written otherwise behind an escape, a doubled quote or a
    /// character reference.
    fn may_name(&self, row: &[u8], form: Form) -> bool {
        let Some(needles) = &self.needles else { return true };
        needles.iter().any(|needle| needle.find(row).is_some())
            || memchr::memchr2(b'\\', b'&', row).is_some()
            || matches!(form, Form::Doubled | Form::Trailing)
    }

    fn names_one(&self, bytes: &[u8], found: &RowSpan, scratch: &mut Scratch) -> bool {
        let context =
            TeamContext { bytes, known: self.names, authority: self.authority, matcher: None, reads_lines: false };
        let Scratch { spans, batch } = scratch;
        batch.reset();
        team(context, found, &self.format, spans, batch).is_some() && batch.has_one(&self.wanted)
    }
}

impl RowPredicate for EntityPredicate<'_> {
    fn format(&self) -> &RowFormat {
        &self.format
    }

    fn rows(&self, bytes: &[u8], chunk: &Chunk) -> ControlFlow<(), Vec<MatchedRow>> {
        let mut scratch = Scratch::default();
        ControlFlow::Continue(chunk.spans.iter().filter_map(|row| self.row(bytes, row, &mut scratch)).collect())
    }
}
