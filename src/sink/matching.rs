//! The rows of a large table that name an institution. All others are looked through for the name alone: their titles,
//! authors and links are never held.
//!
//! Two passes: the first folds the cells of institutions and works of every row, block by block, and keeps the rows in
//! which a way of writing the name occurs, with their lines; the second reads these rows as a whole table is read. More
//! rows than needed do no harm. Where a row rests on its whole column (how dates are ordered, what a comma means), that is
//! learned in a pass of its own before.

use crate::corpus::Corpus;
use crate::corpus::institution::Institution;
use crate::corpus::naming::{is_plain, slug};
use crate::ingest::addresses::{Rule, Sight};
use crate::ingest::assembler::CorpusAssembler;
use crate::ingest::notice::{Kind, Notice};
use crate::ingest::options::Options;
use crate::ingest::row_assembly::read_some;
use crate::ingest::rows::ColumnProfile;
use crate::names::authority::WrittenForms;
use crate::names::registry::{self, Phrase, RecordIndex};
use crate::normalize::entities;
use crate::normalize::lists::{has_certain_mark, has_uncertain_mark};
use crate::scan::cells::{self, RowSelection};
use crate::scan::chunk::{Chunk, RowSpan};
use crate::scan::matcher::{
    FoldedPattern, NameMatcher, PhrasePattern, fold_into, folds_across_names, identifier_letters,
};
use crate::scan::plan::{Fields, FullReason, Plan, Rows, Sink, Stop};
use crate::scan::profile::with_profile;
use crate::scan::repeats::RowKeyHashes;
use crate::scan::row_match::{MatchedRow, RowPredicate, match_rows};
use crate::scan::run::Progress;
use crate::scan::source::{Header, open_table};
use crate::scan::teams::{RowFormat, cell};
use crate::source::input::Input;
use std::ops::ControlFlow;
use std::sync::{Arc, Mutex, PoisonError};

/// What the rows that name some institutions say.
#[derive(Clone, Debug)]
pub struct MatchingRows {
    /// What the rows that were read in full say.
    pub corpus: Corpus,
    /// What is odd in these rows, as far as it rests on them alone.
    pub notices: Vec<Notice>,
    /// How many rows the table has.
    pub rows: u64,
    /// How many of them were read in full.
    pub read: u64,
    /// Whether the rows are lines of JSON.
    pub are_lines: bool,
}

/// Reads the rows of a table that name one of the institutions asked for, or a work of that name. Time O(bytes), memory
/// O(rows that name one), and O(institutions) where columns had to be profiled.
///
/// # Errors
/// The table cannot be read, or only all of its rows give the answer.
pub(crate) fn matching_rows(
    input: &Input,
    options: &Options,
    queries: &[&str],
    plan: &mut Plan,
) -> Result<MatchingRows, Stop> {
    let wanted = WantedNames::of(options, queries).ok_or(FullReason::Identifier)?;
    with_profile((input, options, Progress::default()), plan, |profile, plan| {
        rows(input, options, &wanted, profile, plan)
    })
}

fn rows(
    input: &Input,
    options: &Options,
    wanted: &WantedNames,
    profile: Option<&ColumnProfile>,
    plan: &mut Plan,
) -> Result<MatchingRows, Stop> {
    let (head, mut source) = open_table(input, options, profile)?;
    let Header { format, start, .. } = source.header(&mut CorpusAssembler::new(options), options)?;
    let RowFormat::Table(mut columns) = format else { return Err(FullReason::Document.into()) };
    columns.wanted.rows = RowSelection::Every;
    let (delimiter, is_open) = (columns.wanted.delimiter, columns.is_open && profile.is_none());
    let (rule, addresses) = (Arc::clone(&columns.addresses), Mutex::default());
    let (format, row_keys) = (RowFormat::Table(columns), Mutex::default());
    let predicate = NamePredicate { wanted, format, delimiter, work: head.work, is_open, row_keys, rule, addresses };
    let mut assembler = CorpusAssembler::new(options);
    let table = head.table(&mut assembler, "", options)?;
    let counts = match_rows(source, start, &predicate, |retained| {
        let is_complete = read_some(&mut assembler, &table.with_text(&retained.text), &retained.rows)?;
        Ok(if is_complete { ControlFlow::Continue(()) } else { ControlFlow::Break(()) })
    })?;
    let Some(counts) = counts else { return Err(Stop::NeedsProfile) };
    let addresses = predicate.addresses.into_inner().unwrap_or_else(PoisonError::into_inner);
    let row_keys = predicate.row_keys.into_inner().unwrap_or_else(PoisonError::into_inner);
    // Loading says why, or where the first of them stands.
    if addresses.are_addresses(&predicate.rule) || addresses.is_marked(&predicate.rule) {
        return Err(FullReason::Addresses.into());
    }
    if matches!(&predicate.format, RowFormat::Table(columns) if row_keys.may_share_work(&columns.keys)) {
        return Err(FullReason::SharedWorks.into());
    }
    let (corpus, mut notices) = assembler.finish_some();
    if !wanted.knows_all(&corpus, options) {
        return Err(FullReason::Name.into());
    }
    // Other rows may tell what these leave open.
    let by_all = [
        Kind::CountryUnclear,
        Kind::SectorUnclear,
        Kind::ListSeparator,
        Kind::DateOrder,
        Kind::DateRange,
        Kind::DuplicateWork,
    ];
    notices.retain(|notice| !by_all.contains(&notice.kind));
    plan.add(Fields::Institutions, Rows::Matching, Sink::Corpus, (counts.all, counts.matched));
    Ok(MatchingRows { corpus, notices, rows: counts.all, read: counts.matched, are_lines: false })
}

/// Institutions of the registry that names may mean, at most: more of them are looked for in a table that is loaded.
const MOST_RECORDS: usize = 32;

/// The ways in which rows may write what is asked for.
struct WantedNames {
    /// A work of such a name counts, too.
    matcher: NameMatcher,
    /// Folded ways of writing the institutions; one that holds another is not listed, for the other is found in it.
    patterns: Vec<FoldedPattern>,
    /// Names that the authority or the registry take for the institutions without listing them.
    phrases: Vec<PhrasePattern>,
    /// The institutions in the registry, as far as the queries tell.
    records: Vec<RecordIndex>,
    /// What stands before the number of a query that ends in one, as identifiers of later institutions of one name do.
    stems: Vec<FoldedPattern>,
    /// What may part names within a cell; `None` where it is more than one byte.
    marks: Option<[u8; 3]>,
}

impl WantedNames {
    fn of(options: &Options, queries: &[&str]) -> Option<Self> {
        let matcher = NameMatcher::new(queries)?;
        let folded = matcher.folded();
        // `-2` at the end of an identifier counts institutions of one name: those of all rows.
        let is_plain = |query: &&str| {
            let query = query.trim();
            let number = query.rsplit_once('-').is_some_and(|(_, end)| end.bytes().all(|byte| byte.is_ascii_digit()));
            !query.starts_with("id:") && !query.contains("ror.org") && !number
        };
        if !queries.iter().all(is_plain) {
            return None;
        }
        let slugs: Vec<String> = queries.iter().map(|query| slug(query)).collect();
        let is_meant = |one: &Institution| {
            let ror = one.ror.as_deref().and_then(|ror| ror.rsplit('/').next());
            let keys = [Some(one.id.as_str()), ror].into_iter().flatten();
            let names = one.names.all().chain(one.aliases.iter().map(String::as_str));
            let is_named = names.chain(keys).any(|name| matcher.matches(name.as_bytes(), &mut Vec::new()));
            is_named || slugs.contains(&one.id)
        };
        let WrittenForms { spellings: mut patterns, phrases, records } = options.authority.written(queries, is_meant);
        if records.len() > MOST_RECORDS {
            return None;
        }
        patterns.extend_from_slice(folded);
        patterns.extend(queries.iter().map(|query| identifier_letters(query)));
        patterns.sort_by_key(String::len);
        let mut short: Vec<String> = Vec::new();
        for way in patterns {
            if !way.is_empty() && !short.iter().any(|one| way.contains(one.as_str())) {
                short.push(way);
            }
        }
        let is_found = |phrase: &Phrase| matches!(phrase.words(), [word] if short.iter().any(|one| one == word));
        let mut needed: Vec<Phrase> = Vec::new();
        let mut phrases: Vec<Phrase> = phrases.into_iter().filter(|phrase| !is_found(phrase)).collect();
        phrases.sort_by_key(|phrase| phrase.words().len());
        for phrase in phrases {
            if !needed.iter().any(|one| one.is_part_of(&phrase)) {
                needed.push(phrase);
            }
        }
        let phrases = needed.into_iter().map(PhrasePattern::new).collect();
        let patterns = short.into_iter().map(FoldedPattern::new).collect();
        let stem = |slug: &String| {
            let (stem, number) = slug.rsplit_once('-')?;
            number.bytes().all(|byte| byte.is_ascii_digit()).then(|| FoldedPattern::new(stem.replace('-', "")))
        };
        let stems = slugs.iter().filter_map(stem).collect();
        let marks = match options.separator.as_deref().map(str::as_bytes) {
            None | Some([]) => None,
            Some([mark]) => Some([*mark; 3]),
            Some(_) => None,
        };
        Some(Self { matcher, patterns, phrases, records, stems, marks })
    }

    /// Whether the institutions that bear a name that is asked for are those of the registry that were looked for: a spelling
    /// in the table may have led to another one, of which other rows write other names.
    fn knows_all(&self, corpus: &Corpus, options: &Options) -> bool {
        let Some(registry) = options.authority.registry() else { return true };
        corpus.institution_ids().map(|id| corpus.institution(id)).all(|one| {
            let record = one.ror.as_deref().and_then(|ror| registry.by_id(ror));
            let mut names = one.names.all().chain(one.aliases.iter().map(String::as_str));
            record.is_none_or(|record| self.records.contains(&record))
                || !names.any(|name| self.matcher.matches(name.as_bytes(), &mut Vec::new()))
        })
    }

    /// Whether one of the ways stands in a cell. `scratch` is room for its folded form.
    fn is_in(&self, cell: &[u8], scratch: &mut Vec<u8>) -> bool {
        if cell.is_ascii() {
            let ends = |stem: &FoldedPattern| match &self.marks {
                Some(marks) => stem.ends_in_ascii(cell, *marks),
                None => stem.is_in_ascii(cell),
            };
            return self.patterns.iter().any(|way| way.is_in_ascii(cell))
                || self.phrases.iter().any(|phrase| phrase.is_in_ascii(cell))
                || self.stems.iter().any(ends);
        }
        fold_into(cell, scratch);
        let mut all = self.patterns.iter().chain(&self.stems);
        if all.clone().any(|way| way.is_in_folded(scratch)) {
            return true;
        }
        let text = String::from_utf8_lossy(cell);
        if is_plain(&text) {
            return self.phrases.iter().any(|phrase| phrase.is_in_folded(scratch));
        }
        // Identifiers know no accents.
        folds_across_names(&text, scratch)
            || all.any(|way| way.is_in_folded(identifier_letters(&text).as_bytes()))
            || !self.phrases.is_empty() && {
                let key = registry::key(&text);
                self.phrases.iter().any(|phrase| phrase.is_in_key(&key))
            }
    }
}

/// What the first pass looks with.
struct NamePredicate<'w> {
    wanted: &'w WantedNames,
    format: RowFormat,
    delimiter: u8,
    /// The column of works.
    work: Option<usize>,
    /// Whether it is not known yet what commas mean.
    is_open: bool,
    /// What may make one work of several rows.
    row_keys: Mutex<RowKeyHashes>,
    /// What becomes of postal addresses, and those that were met.
    rule: Arc<Rule>,
    addresses: Mutex<Sight>,
}

impl NamePredicate<'_> {
    /// Whether a row is wanted.
    fn wants(&self, bytes: &[u8], found: &RowSpan, scratch: &mut Vec<u8>) -> bool {
        let institutions = &bytes[found.start as usize..found.end as usize];
        if self.wanted.is_in(institutions, scratch) || entities::is_in(institutions) {
            return true;
        }
        let Some(column) = self.work else { return false };
        let cell = cells::raw(bytes, found.row as usize, self.delimiter, column);
        // A name may hide behind characters of web pages.
        self.wanted.matcher.matches(cell, scratch) || entities::is_in(cell)
    }
}

impl RowPredicate for NamePredicate<'_> {
    fn format(&self) -> &RowFormat {
        &self.format
    }

    fn rows(&self, bytes: &[u8], chunk: &Chunk) -> ControlFlow<(), Vec<MatchedRow>> {
        if self.is_open && chunk.spans.iter().any(|row| has_commas_alone(bytes, row)) {
            return ControlFlow::Break(());
        }
        if let RowFormat::Table(columns) = &self.format {
            let lock = || self.row_keys.lock().unwrap_or_else(PoisonError::into_inner);
            if !lock().is_decided(&columns.keys) {
                let found = RowKeyHashes::of(bytes, chunk, columns);
                lock().join(found);
            }
        }
        let mut addresses = Sight::default();
        for row in &chunk.spans {
            addresses.note(&String::from_utf8_lossy(&cell(bytes, row)), &self.rule);
        }
        self.addresses.lock().unwrap_or_else(PoisonError::into_inner).join(&addresses);
        let mut scratch = Vec::new();
        let wanted = chunk.spans.iter().filter(|row| self.wants(bytes, row, &mut scratch));
        ControlFlow::Continue(wanted.map(|row| MatchedRow { at: row.row, is_wanted: true, id: None }).collect())
    }
}

/// Whether a cell has a comma or another uncertain mark, and none that certainly parts a list.
fn has_commas_alone(bytes: &[u8], found: &RowSpan) -> bool {
    let cell = &bytes[found.start as usize..found.end as usize];
    if !has_uncertain_mark(cell) && !entities::is_in(cell) {
        return false;
    }
    let text = entities::decoded(String::from_utf8_lossy(cell));
    has_uncertain_mark(text.as_bytes()) && !has_certain_mark(&text)
}
