//! Text search in names of institutions, names and titles of works, and authors.
//!
//! Ignores case, width, diacritics' encoding and punctuation ([`fold`]), in any script. Matches full texts, prefixes,
//! substrings, then all words in any order; institutions also by initial consonants. One pass over all texts.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::answer::Answer;
use crate::answer::language::Language;
use crate::answer::table::{Cell, Column, Table};
use crate::corpus::institution::InstitutionId;
use crate::corpus::naming::fold;
use crate::corpus::work::WorkId;
use crate::message;
use crate::messages::{Argument, List, Message};
use crate::names::model_names;
use crate::query::context::QueryContext;
use crate::query::localized::{Basis, LocalizedContext};
use crate::query::lookup;
use crate::query::ranking;
use crate::query::record::{self, InstitutionRecord, WorkRecord};
use crate::query::works;

/// Default length of each list.
pub const DEFAULT_TOP: usize = 20;

/// Length of the lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// Maximum number of institutions, works and authors each; `None`: all.
    pub top: Option<usize>,
}

impl Default for Options {
    fn default() -> Self {
        Self { top: Some(DEFAULT_TOP) }
    }
}

#[derive(Serialize)]
struct Record {
    text: String,
    institutions: Vec<InstitutionRow>,
    works: Vec<WorkRow>,
    authors: Vec<AuthorRow>,
    found: [usize; 3],
    notices: usize,
}

#[derive(Serialize)]
struct InstitutionRow {
    #[serde(flatten)]
    institution: InstitutionRecord,
    matched: String,
    works: usize,
}

#[derive(Serialize)]
struct WorkRow {
    #[serde(flatten)]
    work: WorkRecord,
    field: &'static str,
    matched: String,
}

#[derive(Serialize)]
struct AuthorRow {
    name: String,
    works: Vec<WorkRecord>,
}

/// Kind of match, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum TextMatch {
    Full,
    Prefix,
    Substring,
    AllWords,
}

/// A folded query.
struct TextQuery {
    folded: String,
    words: Vec<String>,
}

impl TextQuery {
    fn new(text: &str) -> Self {
        let words = text.split_whitespace().map(fold).filter(|word| !word.is_empty()).collect();
        Self { folded: fold(text), words }
    }

    /// The query with the original name of a model that it calls by its Korean one.
    fn original(&self) -> Option<Self> {
        let folded = model_names::original(&self.folded)?;
        Some(Self { words: vec![folded.clone()], folded })
    }

    fn match_kind(&self, name: &str) -> Option<TextMatch> {
        if self.folded.is_empty() {
            return None;
        }
        let name = fold(name);
        if name == self.folded {
            return Some(TextMatch::Full);
        }
        if name.starts_with(&self.folded) {
            return Some(TextMatch::Prefix);
        }
        if name.contains(&self.folded) {
            return Some(TextMatch::Substring);
        }
        self.words.iter().all(|word| name.contains(word.as_str())).then_some(TextMatch::AllWords)
    }

    /// Best match among names, with the matching name.
    fn best_match<'n>(&self, names: impl Iterator<Item = &'n str>) -> Option<(TextMatch, &'n str)> {
        names.filter_map(|name| Some((self.match_kind(name)?, name))).min_by_key(|one| one.0)
    }
}

/// A matching work, with field and text of the match.
struct WorkMatch {
    kind: TextMatch,
    work: WorkId,
    field: &'static str,
    matched: String,
}

/// Searches institutions, works and authors.
#[must_use]
pub fn ask(context: &QueryContext<'_>, text: &str, options: &Options, language: Language) -> Answer {
    let localized = LocalizedContext::new(context, language);
    let query = TextQuery::new(text);
    let (institutions, works, authors) =
        (institutions(context, &query, text), matching_works(context, &query), authors(context, &query));
    let found = [institutions.len(), works.len(), authors.len()];
    let top = options.top.unwrap_or(usize::MAX);
    let institutions = &institutions[..top.min(found[0])];
    let works = &works[..top.min(found[1])];
    let authors = &authors[..top.min(found[2])];
    let record = Record {
        text: text.to_owned(),
        institutions: institutions
            .iter()
            .map(|(id, matched)| InstitutionRow {
                institution: InstitutionRecord::of(context.corpus, *id),
                matched: matched.clone(),
                works: context.corpus.works_of(*id).len(),
            })
            .collect(),
        works: works
            .iter()
            .map(|work_match| WorkRow {
                work: WorkRecord::of(context.corpus, work_match.work),
                field: work_match.field,
                matched: work_match.matched.clone(),
            })
            .collect(),
        authors: authors
            .iter()
            .map(|(name, works)| AuthorRow { name: name.clone(), works: WorkRecord::all(context.corpus, works) })
            .collect(),
        found,
        notices: context.notices,
    };
    let mut tables = vec![combined_table(&localized, institutions, works, authors)];
    if !institutions.is_empty() {
        tables.push(institutions_table(&localized, institutions));
    }
    if !works.is_empty() {
        let caption = localized.text(message!("answers-works", kind = localized.kind()));
        let ids: Vec<WorkId> = works.iter().map(|work_match| work_match.work).collect();
        tables.push(works::table(&localized, "works", caption, &ids));
    }
    if !authors.is_empty() {
        tables.push(authors_table(&localized, authors));
    }
    let shown = [institutions.len(), works.len(), authors.len()];
    let kinds = ["actor", localized.kind().key(), "author"];
    let cut = |at: usize| ranking::truncation_note(shown[at], found[at], kinds[at]);
    let mut notes: Vec<Message> = (0..3).filter_map(cut).collect();
    notes.extend(localized.data());
    Answer {
        language: localized.language,
        found: found != [0; 3],
        lead: localized.lead(vec![lead(&localized, text, &query, found)], Basis::Works),
        tables,
        notes,
        record: record::value(&record),
    }
}

/// Matching institutions with the matching name, by kind of match, then name.
fn institutions(context: &QueryContext<'_>, query: &TextQuery, text: &str) -> Vec<(InstitutionId, String)> {
    let corpus = context.corpus;
    let initials = lookup::institutions_by_initials(corpus, text);
    let mut matches: Vec<(TextMatch, InstitutionId, String)> = corpus
        .institution_ids()
        .filter_map(|id| {
            let one = corpus.institution(id);
            let names = one.names.all().chain(one.aliases.iter().map(String::as_str)).chain(one.ror.as_deref());
            if let Some((kind, name)) = query.best_match(names) {
                return Some((kind, id, name.to_owned()));
            }
            let name = one.names.label_ko().unwrap_or_else(|| one.names.label());
            initials.binary_search(&id).is_ok().then(|| (TextMatch::Prefix, id, name.to_owned()))
        })
        .collect();
    let label = |id: InstitutionId| corpus.institution(id).names.label();
    matches.sort_by(|x, y| x.0.cmp(&y.0).then_with(|| label(x.1).cmp(label(y.1))).then(x.1.cmp(&y.1)));
    matches.into_iter().map(|(_, id, name)| (id, name)).collect()
}

/// Matching works by name, alias or title, by kind of match, then corpus order.
fn matching_works(context: &QueryContext<'_>, query: &TextQuery) -> Vec<WorkMatch> {
    let corpus = context.corpus;
    let original = query.original();
    let work_match = |work: WorkId| {
        let (name, title) = (corpus.work_name(work), corpus.work(work).title);
        let matches = [
            ("name", query.best_match(std::iter::once(name))),
            ("name", original.as_ref().and_then(|query| query.best_match(std::iter::once(name)))),
            ("alias", query.best_match(corpus.work_aliases(work).iter().map(String::as_str))),
            ("title", query.best_match(std::iter::once(title))),
        ];
        let best = matches.into_iter().filter_map(|(field, matches)| matches.map(|(kind, text)| (kind, field, text)));
        let (kind, field, text) = best.min_by_key(|one| one.0)?;
        Some(WorkMatch { kind, work, field, matched: text.to_owned() })
    };
    let mut matching_works: Vec<WorkMatch> = corpus.work_ids().filter_map(work_match).collect();
    matching_works.sort_by_key(|work_match| (work_match.kind, work_match.work));
    matching_works
}

/// Matching authors with their works, by kind of match, then name. Name variants are not merged.
fn authors(context: &QueryContext<'_>, query: &TextQuery) -> Vec<(String, Vec<WorkId>)> {
    let mut matches: BTreeMap<(TextMatch, String), Vec<WorkId>> = BTreeMap::new();
    for work in context.corpus.work_ids() {
        for author in split(context.corpus.work(work).authors) {
            if let Some(kind) = query.match_kind(author) {
                let works = matches.entry((kind, author.to_owned())).or_default();
                if works.last() != Some(&work) {
                    works.push(work);
                }
            }
        }
    }
    matches.into_iter().map(|((_, name), works)| (name, works)).collect()
}

/// Splits authors at semicolons, else at commas; the last one may follow "and".
fn split(authors: &str) -> impl Iterator<Item = &str> {
    let mark = if authors.contains(';') { ';' } else { ',' };
    authors
        .split(mark)
        .flat_map(|name| name.split(" and "))
        .map(|name| name.trim().trim_start_matches("and ").trim())
        .filter(|name| !name.is_empty())
}

fn lead(localized: &LocalizedContext<'_, '_>, text: &str, query: &TextQuery, found: [usize; 3]) -> Message {
    let text = text.trim();
    if query.folded.is_empty() {
        return message!("search-no-text");
    }
    let kinds = ["actor", localized.kind().key(), "author"].map(Argument::Kind);
    let counts: Vec<Message> = found
        .into_iter()
        .zip(kinds)
        .filter(|(count, _)| *count > 0)
        .map(|(count, kind)| message!("answers-counted", count = count, kind = kind))
        .collect();
    match counts.is_empty() {
        true if query.words.len() > 1 => message!("search-no-words", text = text),
        true => message!("search-nothing", text = text),
        false => message!("search-found", text = text, counts = List::and(counts, "other")),
    }
}

/// All matches in one machine-only table; readers have a table of each kind.
fn combined_table(
    localized: &LocalizedContext<'_, '_>,
    institutions: &[(InstitutionId, String)],
    works: &[WorkMatch],
    authors: &[(String, Vec<WorkId>)],
) -> Table {
    let corpus = localized.context.corpus;
    let [kind, name, id, matched] = ["kind", "name", "id", "matched"].map(Column::for_machines);
    let columns = vec![
        kind,
        name,
        id,
        matched,
        Column::for_machines("date").date(),
        Column::for_machines("country"),
        Column::for_machines("works").integer(),
        Column::for_machines("work_ids").list(),
        Column::for_machines("institutions").list(),
        Column::for_machines("link").url(),
    ];
    let width = columns.len();
    let keys = |works: &[WorkId]| Cell::list(works.iter().map(|&work| corpus.work_key(work)).collect());
    let institution = |(id, matched): &(InstitutionId, String)| {
        vec![
            Cell::text("institution"),
            Cell::text(localized.name(*id)),
            Cell::text(&corpus.institution(*id).id),
            Cell::text(matched),
            Cell::Empty,
            localized.countries(*id),
            Cell::Count(corpus.works_of(*id).len() as u64),
            Cell::Empty,
            Cell::Empty,
            Cell::Empty,
        ]
    };
    let work = |work_match: &WorkMatch| {
        let id = work_match.work;
        vec![
            Cell::text("work"),
            Cell::text(corpus.work_name(id)),
            Cell::text(corpus.work_key(id)),
            Cell::text(&work_match.matched),
            corpus.date(id).map_or(Cell::Empty, |date| Cell::Text(date.to_string())),
            Cell::Empty,
            Cell::Empty,
            Cell::Empty,
            Cell::list(corpus.institutions_of(id).iter().map(|&id| localized.name(id)).collect()),
            corpus.work(id).links.first().map_or(Cell::Empty, |link| Cell::text(*link)),
        ]
    };
    let author = |(name, works): &(String, Vec<WorkId>)| {
        let mut row = vec![Cell::Empty; width];
        (row[0], row[1], row[3]) = (Cell::text("author"), Cell::text(name), Cell::text(name));
        (row[6], row[7]) = (Cell::Count(works.len() as u64), keys(works));
        row
    };
    let rows = institutions.iter().map(institution).chain(works.iter().map(work)).chain(authors.iter().map(author));
    Table {
        name: "found".to_owned(),
        caption: localized.text(message!("search-caption")),
        columns,
        rows: rows.collect(),
    }
}

fn institutions_table(localized: &LocalizedContext<'_, '_>, rows: &[(InstitutionId, String)]) -> Table {
    let columns = vec![
        localized.column("institution", message!("answers-institution")),
        Column::for_machines("id"),
        localized.column("matched", message!("search-matched")),
        localized.column("country", message!("answers-country")),
        localized.column("works", message!("answers-number-of-works", kind = localized.kind())).integer(),
    ];
    let row = |(id, matched): &(InstitutionId, String)| {
        vec![
            Cell::text(localized.name(*id)),
            Cell::text(&localized.context.corpus.institution(*id).id),
            Cell::text(matched),
            localized.countries(*id),
            Cell::Count(localized.context.corpus.works_of(*id).len() as u64),
        ]
    };
    let caption = localized.text(message!("answers-institutions"));
    Table { name: "institutions".to_owned(), caption, columns, rows: rows.iter().map(row).collect() }
}

fn authors_table(localized: &LocalizedContext<'_, '_>, rows: &[(String, Vec<WorkId>)]) -> Table {
    let columns = vec![
        localized.column("author", message!("answers-author")),
        localized.column("works", message!("answers-works", kind = localized.kind())).list(),
    ];
    let row = |(name, works): &(String, Vec<WorkId>)| {
        vec![Cell::text(name), Cell::list(works.iter().map(|&work| localized.work(work)).collect())]
    };
    let caption = localized.text(message!("answers-authors"));
    Table { name: "authors".to_owned(), caption, columns, rows: rows.iter().map(row).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn authors_are_split_as_tables_write_them() {
        let names = |text| split(text).collect::<Vec<_>>();
        assert_eq!(names("Bee Lim, Sanghyun Son"), ["Bee Lim", "Sanghyun Son"]);
        assert_eq!(names("A B; C, D; E"), ["A B", "C, D", "E"]);
        assert_eq!(names("X Y, Z and  W"), ["X Y", "Z", "W"]);
        assert_eq!(names("X Y, and Z"), ["X Y", "Z"]);
        assert!(names("").is_empty());
    }

    #[test]
    fn a_text_matches_a_full_name_a_prefix_a_substring_or_all_words() {
        let match_kind = |text: &str, name: &str| TextQuery::new(text).match_kind(name);
        assert_eq!(match_kind("ｋａｉｓｔ", "KAIST"), Some(TextMatch::Full));
        assert_eq!(match_kind("star", "StarGAN v2"), Some(TextMatch::Prefix));
        assert_eq!(match_kind("gan", "StarGAN v2"), Some(TextMatch::Substring));
        assert_eq!(match_kind("v2 star", "StarGAN v2"), Some(TextMatch::AllWords));
        assert_eq!(match_kind("대학교", "서울대학교"), Some(TextMatch::Substring));
        assert_eq!(match_kind("...", "StarGAN v2"), None);
        assert_eq!(match_kind("", "x"), None);
    }
}
