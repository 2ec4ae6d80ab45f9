//! BibTeX: of Scopus, of the Web of Science, and of everybody else.
//!
//! Only `affiliation` and `affiliations` tell where authors work: `address` is the city of the publisher, `institution` who
//! issued a report, `school` where a thesis was written, `organization` who held a conference.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::format::decoder::Decoder;
use crate::format::document::Document;
use crate::format::info::{FormatInfo, Grammar, Syntax};
use crate::format::latex::plain;
use crate::format::wos_record::{self, WosRecord, bare_address};
use crate::ingest::assembler::CorpusAssembler;
use crate::ingest::options::Options;
use crate::ingest::publications::{ExportAdvice, ExportSource, Publication, Publications, RecordedAffiliation};
use crate::ingest::record::Standing;
use crate::message;
use crate::names::affiliation::AddressGrammar;
use crate::normalize::published;
use crate::normalize::text::trim;
use crate::source::error::Error;

static GRAMMAR: Grammar = Grammar { label: "BibTeX", begins: Some(begins) };

/// Decodes BibTeX.
pub(crate) static BIBTEX: BibtexDecoder = BibtexDecoder {
    info: &FormatInfo {
        key: "bibtex",
        aliases: &["bib"],
        extensions: &["bib", "bibtex"],
        syntax: Syntax::Own(&GRAMMAR),
        precedence: 2,
    },
};

/// The decoder of BibTeX.
pub(crate) struct BibtexDecoder {
    info: &'static FormatInfo,
}

const SOURCE: ExportSource = ExportSource { name: "BibTeX", field: "affiliation", advice: ExportAdvice::Export("CSV") };

/// Comments and text may stand before the first entry; an entry begins with `@word{`.
fn begins(text: &str) -> bool {
    text.lines()
        .map(str::trim_start)
        .take(200)
        .find(|line| !line.is_empty() && !line.starts_with('%'))
        .is_some_and(is_entry)
}

fn is_entry(line: &str) -> bool {
    let Some(rest) = line.strip_prefix('@') else { return false };
    let word = rest.trim_start_matches(|letter: char| letter.is_ascii_alphabetic());
    word.len() < rest.len() && word.trim_start().starts_with(['{', '('])
}

/// An entry: its fields, their names in lower case.
#[derive(Clone, Debug, Default)]
struct Entry<'t> {
    offset: usize,
    raw: &'t str,
    fields: BTreeMap<String, String>,
}

impl Entry<'_> {
    /// The value of the first field that says something.
    fn get(&self, names: &[&str]) -> &str {
        let found = names.iter().filter_map(|name| self.fields.get(*name)).find(|value| !value.trim().is_empty());
        found.map_or("", String::as_str)
    }

    fn has(&self, name: &str) -> bool {
        self.fields.contains_key(name)
    }
}

impl Decoder for BibtexDecoder {
    fn info(&self) -> &'static FormatInfo {
        self.info
    }

    fn read(
        &self,
        document: &Document<'_>,
        options: &Options,
        assembler: &mut CorpusAssembler<'_>,
    ) -> Result<(), Error> {
        let entries = Parser::new(document).entries()?;
        if entries.is_empty() {
            return Err(document.told(0, &message!("formats-no-record", format = "BibTeX")));
        }
        let is_wos = |entry: &Entry<'_>| {
            entry.get(&["unique-id"]).starts_with("WOS:") || entry.get(&["unique-id"]).starts_with("ISI:")
        };
        if entries.iter().any(is_wos) {
            let records: Vec<WosRecord<'_>> = entries.iter().map(of_wos).collect();
            let source = ExportSource { field: "Affiliation", ..crate::format::wos::SOURCE };
            let mut publications = Publications::new(assembler, document, (source, "BibTeX"), &options.whole_names);
            wos_record::add(&mut publications, document, &records);
            return publications.finish(document);
        }
        let is_scopus = entries.iter().any(|entry| entry.get(&["source"]).eq_ignore_ascii_case("Scopus"));
        let (from, grammar) =
            if is_scopus { ("Scopus", AddressGrammar::Scopus) } else { ("", AddressGrammar::Generic) };
        let mut publications = Publications::new(assembler, document, (SOURCE, from), &options.whole_names);
        for entry in &entries {
            publications.add(&document.record(publications.input, entry.offset), &publication(entry, grammar));
        }
        publications.finish(document)
    }

    fn holds_works(&self) -> bool {
        true
    }
}

fn publication<'t>(entry: &'t Entry<'t>, grammar: AddressGrammar) -> Publication<'t> {
    let (year, month) = (entry.get(&["year", "date"]), entry.get(&["month"]));
    let exact = published::read(entry.get(&["date"]));
    let date = exact.or_else(|| published::within(year, month));
    let url = entry.get(&["url", "link"]);
    let eid = url.split_once("eid=").map(|(_, eid)| eid.split('&').next().unwrap_or(eid));
    let affiliations = entry.get(&["affiliations", "affiliation"]);
    let parts = parts_of(affiliations);
    let kind = entry.get(&["document_type", "type"]).to_lowercase();
    Publication {
        title: Cow::Borrowed(entry.get(&["title"])),
        raw: entry.raw,
        date,
        unread_date: (date.is_none() && !year.is_empty()).then_some(Cow::Borrowed(year)),
        doi: Cow::Borrowed(entry.get(&["doi"])),
        ids: eid.map(|eid| format!("eid:{eid}")).into_iter().collect(),
        authors: entry.get(&["author"]).split(" and ").map(trim).collect::<Vec<_>>().join("; "),
        link: Cow::Borrowed(url),
        affiliations: parts
            .into_iter()
            .map(|text| RecordedAffiliation::Written { text: Cow::Owned(text), grammar, country: None })
            .collect(),
        standing: Standing { is_retracted: kind == "retracted", ..Standing::default() },
        ..Publication::default()
    }
}

/// The addresses of a value: parted at `;`, else one a line.
fn parts_of(value: &str) -> Vec<String> {
    let parts: Vec<&str> = if value.contains(';') { value.split(';').collect() } else { value.lines().collect() };
    parts.into_iter().map(joined).filter(|part| !part.is_empty()).collect()
}

/// Words with one blank between them.
fn joined(value: &str) -> String {
    value.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// An entry of the Web of Science: each address stands on a line, behind the names of its authors.
fn of_wos<'t>(entry: &'t Entry<'t>) -> WosRecord<'t> {
    let borrowed = |names: &[&str]| Cow::Borrowed(entry.get(names));
    let authors: Vec<&str> = entry.get(&["author"]).split(" and ").map(trim).collect();
    let addresses: Vec<String> = entry.get(&["affiliation"]).split(".\n").map(joined).collect();
    let addresses = addresses.iter().filter(|line| !line.is_empty());
    let names = if entry.has("affiliation") { entry.get(&["affiliations"]) } else { "" };
    WosRecord {
        offset: entry.offset,
        raw: entry.raw,
        title: borrowed(&["title"]),
        authors: authors.join("; "),
        year: borrowed(&["year"]),
        part: borrowed(&["month"]),
        early: borrowed(&["earlyaccessdate", "early-access-date"]),
        doi: borrowed(&["doi"]),
        ut: borrowed(&["unique-id"]),
        kind: borrowed(&["type"]),
        citations: entry.get(&["times-cited"]).parse().ok(),
        addresses: addresses
            .map(|line| Cow::Owned(behind_authors(line, &authors).to_owned()))
            .filter(|text: &Cow<'_, str>| !text.is_empty())
            .collect(),
        names: names.split(';').map(trim).filter(|name| !name.is_empty()).map(Cow::Borrowed).collect(),
        ..WosRecord::default()
    }
}

/// An address without the authors before it, who are those that the entry lists.
fn behind_authors<'l>(line: &'l str, authors: &[&str]) -> &'l str {
    // The corresponding author stands before all, perhaps with initials alone, and until 2018 as the one for reprints.
    let mut rest = AUTHOR_MARKS.iter().find_map(|mark| behind(line, mark)).unwrap_or(line);
    loop {
        let own = rest.trim_start_matches([';', ',', ' ']);
        let found = authors.iter().filter_map(|author| author_at_start(own, author)).max();
        match found {
            Some(length) => rest = &own[length..],
            None => return bare_address(own),
        }
    }
}

/// What stands behind the names of the authors to write to.
const AUTHOR_MARKS: [&str; 2] = ["(corresponding author)", "(reprint author)"];

/// The text behind a mark, whatever its case.
fn behind<'l>(line: &'l str, mark: &str) -> Option<&'l str> {
    let at = line.to_ascii_lowercase().find(mark)?;
    line.get(at + mark.len()..)
}

/// Bytes of an author at the start of a text: the name as the entry lists it, or with another form of the given names, whose
/// first letter is the same (`Roe, Jane B.` for `Roe, J.`).
fn author_at_start(text: &str, author: &str) -> Option<usize> {
    let is_end = |rest: &str| trim(rest).is_empty() || trim(rest).starts_with([',', ';', '(']);
    if !author.is_empty() && text.strip_prefix(author).is_some_and(is_end) {
        return Some(author.len());
    }
    let (surname, given) = author.split_once(',')?;
    let behind = text.strip_prefix(surname).filter(|_| !surname.is_empty())?.strip_prefix(',')?;
    let own = &behind[..behind.find([',', ';']).unwrap_or(behind.len())];
    let initial = |name: &str| trim(name).chars().next().map(char::to_lowercase).map(Iterator::collect::<String>);
    // `Roe, V, Jane` of the list may stand as `Roe, Jane, V`: letters between commas are given names in another order.
    let initials: Vec<String> = given.split(',').filter_map(initial).collect();
    let is_own =
        |part: &str| part.split_whitespace().count() <= 3 && initial(part).is_some_and(|one| initials.contains(&one));
    if !is_own(own) {
        return None;
    }
    let mut end = text.len() - behind.len() + own.len();
    // `Yun, Ara, V, Northfield Univ`: a single letter between commas is a name of the author too.
    while let Some(rest) = text[end..].strip_prefix(',') {
        let part = &rest[..rest.find([',', ';']).unwrap_or(rest.len())];
        let letters = trim(part).trim_end_matches('.');
        if letters.chars().count() != 1 || !is_own(letters) {
            break;
        }
        end += 1 + part.len();
    }
    Some(end)
}

/// Where the brace is closed that a text starts with.
fn closing(text: &str, skips_escaped: bool) -> Option<usize> {
    let (mut depth, mut before) = (0_usize, b' ');
    for (at, &byte) in text.as_bytes().iter().enumerate() {
        let is_escaped = skips_escaped && before == b'\\';
        match byte {
            b'{' | b'(' if depth == 0 => depth = 1,
            b'{' if !is_escaped => depth += 1,
            b'}' if !is_escaped => {
                depth -= 1;
                if depth == 0 {
                    return Some(at);
                }
            }
            _ => {}
        }
        before = byte;
    }
    None
}

/// What is being read of a text.
struct Parser<'d, 't> {
    document: &'d Document<'t>,
    at: usize,
    /// Abbreviations that the file defines.
    strings: BTreeMap<String, String>,
}

impl<'d, 't> Parser<'d, 't> {
    fn new(document: &'d Document<'t>) -> Self {
        Self { document, at: 0, strings: BTreeMap::new() }
    }

    fn rest(&self) -> &'t str {
        self.document.text.get(self.at..).unwrap_or("")
    }

    fn skip_blanks(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start().len();
    }

    /// Steps over a letter, where it is the next.
    fn take(&mut self, letter: char) -> bool {
        self.skip_blanks();
        let is_next = self.rest().starts_with(letter);
        if is_next {
            self.at += letter.len_utf8();
        }
        is_next
    }

    /// All entries. Text between them is a comment.
    fn entries(&mut self) -> Result<Vec<Entry<'t>>, Error> {
        let mut entries = Vec::new();
        while let Some(found) = self.rest().find('@') {
            let start = self.at + found;
            self.at = start + 1;
            let kind = self.word();
            self.skip_blanks();
            if kind.is_empty() || !self.rest().starts_with(['{', '(']) {
                continue;
            }
            self.at += 1;
            match kind.to_lowercase().as_str() {
                "comment" | "preamble" => {
                    self.at -= 1;
                    self.braced(start)?;
                }
                "string" => {
                    let fields = self.fields(start)?;
                    self.strings.extend(fields);
                }
                _ => {
                    self.skip_key();
                    let fields = self.fields(start)?;
                    let raw = self.document.text.get(start..self.at).unwrap_or("");
                    entries.push(Entry { offset: start, raw, fields });
                }
            }
        }
        Ok(entries)
    }

    fn word(&mut self) -> &'t str {
        self.skip_blanks();
        let rest = self.rest();
        let is_part = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_' | ':' | '.' | '+' | '/');
        let end = rest.find(|letter: char| !is_part(letter)).unwrap_or(rest.len());
        self.at += end;
        &rest[..end]
    }

    /// Steps over the key of an entry.
    fn skip_key(&mut self) {
        let rest = self.rest();
        self.at += rest.find([',', '}', ')']).unwrap_or(rest.len());
        self.take(',');
    }

    /// `name = value, …` up to the end of the entry.
    fn fields(&mut self, start: usize) -> Result<BTreeMap<String, String>, Error> {
        let mut fields = BTreeMap::new();
        loop {
            self.skip_blanks();
            if self.take('}') || self.take(')') {
                return Ok(fields);
            }
            if self.take(',') {
                continue;
            }
            let Some(name) = self.field_name() else { return Err(self.broken(start)) };
            let value = self.value(start)?;
            // Addresses stand one a line; all else is wrapped where the line was full.
            let value = if name == "affiliation" { value } else { joined(&value) };
            fields.entry(name).or_insert(value);
        }
    }

    /// The name of a field, and the sign behind it: whatever stands before the sign, for databases write names such as
    /// `funding_text 1` with blanks of all kinds.
    fn field_name(&mut self) -> Option<String> {
        let rest = self.rest();
        let end = rest.find(['=', '{', '}', '"', ',', '#', '@', '\n'])?;
        let name = rest[..end].trim().to_lowercase();
        self.at += end;
        (!name.is_empty() && self.take('=')).then_some(name)
    }

    /// Pieces joined by `#`: in braces, in quotes, numbers or abbreviations.
    fn value(&mut self, start: usize) -> Result<String, Error> {
        let mut value = String::new();
        loop {
            self.skip_blanks();
            match self.rest().chars().next() {
                Some('{') => value.push_str(&plain(self.braced(start)?)),
                Some('"') => value.push_str(&plain(self.quoted(start)?)),
                Some(_) => {
                    let word = self.word();
                    if word.is_empty() {
                        return Err(self.broken(start));
                    }
                    let known = self.strings.get(&word.to_lowercase()).cloned();
                    value.push_str(known.as_deref().unwrap_or(word));
                }
                None => return Err(self.broken(start)),
            }
            if !self.take('#') {
                return Ok(value);
            }
        }
    }

    /// What stands between a brace and the one that closes it. BibTeX counts every brace; programs that escape single ones
    /// (`\{`) do not, and what follows tells which of the two a file means.
    fn braced(&mut self, start: usize) -> Result<&'t str, Error> {
        let rest = self.rest();
        let follows = |end: &usize| {
            let next = rest[end + 1..].trim_start();
            next.is_empty() || next.starts_with([',', '}', ')', '#', '@'])
        };
        let ends = [true, false].map(|skips_escaped| closing(rest, skips_escaped));
        let end = ends.into_iter().flatten().find(follows).or(ends[0]).or(ends[1]);
        let Some(end) = end else { return Err(self.broken(start)) };
        self.at += end + 1;
        Ok(&rest[1..end])
    }

    fn quoted(&mut self, start: usize) -> Result<&'t str, Error> {
        let rest = self.rest();
        let mut depth = 0_usize;
        for (at, &byte) in rest.as_bytes().iter().enumerate().skip(1) {
            match byte {
                b'{' => depth += 1,
                b'}' => depth = depth.saturating_sub(1),
                b'"' if depth == 0 => {
                    self.at += at + 1;
                    return Ok(&rest[1..at]);
                }
                _ => {}
            }
        }
        Err(self.broken(start))
    }

    /// The error of an entry that is not closed, or whose fields are none.
    fn broken(&self, start: usize) -> Error {
        self.document.told(start, &message!("formats-bibtex-broken"))
    }
}
