//! Works: a record becomes a work of the corpus.

use crate::corpus::builder::{InstitutionHandle, WorkFacts};
use crate::corpus::country::Country;
use crate::corpus::text::MAX_TEXT_BYTES;
use crate::corpus::work::RowLocation;
use crate::ingest::assembler::{CorpusAssembler, Scratch};
use crate::ingest::attributes::BLANK;
use crate::ingest::duplicates::Finding;
use crate::ingest::location::{RecordLocation, SourceLocation};
use crate::ingest::merge::OmissionRule;
use crate::ingest::notice::Kind;
use crate::ingest::record::{List, Namesakes, Record};
use crate::message;
use crate::messages::Message;
use crate::normalize::text::{clean, has_stray_characters, trim};
use std::borrow::Cow;

impl CorpusAssembler<'_> {
    /// Adds a work.
    pub(crate) fn record(&mut self, spot: &RecordLocation<'_>, record: &Record<'_>) {
        if self.held.is_some() || !record.standing.is_regular() {
            let draft = self.draft(spot, record);
            return self.add_draft(draft);
        }
        let name = self.work_name(spot, record);
        let mut scratch = std::mem::take(&mut self.scratch);
        scratch.entities.clear();
        scratch.entities.extend_from_slice(record.entities);
        self.resolve(spot, record, &name, &mut scratch.entities);
        if scratch.entities.is_empty() {
            let raw = record.institutions.raw;
            self.tell_no_institution(if raw.is_empty() { spot.row() } else { spot.place(raw, raw) }, &name);
        }
        self.learn(spot, record, &scratch.entities, &mut scratch.values);
        if !record.institutions.items.is_empty() {
            self.leave_out_alike(spot, &name, &mut scratch.entities);
            self.leave_out_wholes(spot, &name, &mut scratch.entities);
        }
        self.handles(spot, &name, &scratch.entities, &mut scratch.handles);
        if self.is_new(spot, record, &name, &scratch.handles) {
            self.add(spot, record, &name, &scratch);
        }
        self.scratch = scratch;
    }

    /// Notes a work without institutions.
    pub(crate) fn tell_no_institution(&mut self, place: SourceLocation, name: &str) {
        self.notice(Kind::NoInstitution, place, message!("ingest-names-no-institution-kept", name = name));
    }

    pub(crate) fn work_name<'r>(&mut self, spot: &RecordLocation<'_>, record: &Record<'r>) -> Cow<'r, str> {
        let name = clean(record.name);
        // Only a name that had to be copied or cut can have lost anything.
        let is_changed = matches!(name, Cow::Owned(_)) || name.len() < record.name.len();
        if is_changed && has_stray_characters(record.name) {
            self.notice(
                Kind::CharacterDropped,
                spot.place(record.name, record.name_raw),
                message!("ingest-line-end-invisible-character", name = &name),
            );
        }
        if !name.is_empty() {
            return name;
        }
        let title = clean(record.title);
        let (name, stand_in) = if title.is_empty() { ("(no name)".into(), "none") } else { (title, "title") };
        self.notice(
            Kind::NoName,
            spot.place(record.name, record.name_raw),
            message!("ingest-no-name", stand_in = stand_in),
        );
        name
    }

    /// Whether the work is to be added; tells of repeats and namesakes.
    pub(crate) fn is_new(
        &mut self,
        spot: &RecordLocation<'_>,
        record: &Record<'_>,
        name: &str,
        handles: &[InstitutionHandle],
    ) -> bool {
        let here = RowLocation { input: spot.input, line: spot.anchor.line as u32 };
        match self.duplicates.check(name, record.date, handles, here) {
            Finding::New => true,
            Finding::Same(seen) if seen.input == spot.input => {
                self.notice(
                    Kind::DuplicateWork,
                    spot.row(),
                    message!("ingest-stands-line-too-same", name = name, line = self.row_words(seen)),
                );
                true
            }
            Finding::Same(seen) => {
                let (other, line) = (self.input_name(seen.input).to_owned(), self.row_words(seen));
                self.tell_same_work(
                    spot,
                    message!("ingest-work-line-counted-once", name = name, other = other, line = line),
                );
                false
            }
            Finding::Namesake(seen) => {
                // Publications are told apart by identifiers, and what may be one is suggested.
                let is_other = seen.input != spot.input && record.ids.is_empty();
                if is_other || record.namesakes == Namesakes::Told {
                    let other = self.input_name(seen.input).to_owned();
                    self.notice(
                        Kind::DuplicateWork,
                        spot.row(),
                        message!(
                            "ingest-another-stands-line-other",
                            name = name,
                            other = other,
                            line = self.row_words(seen)
                        ),
                    );
                }
                true
            }
        }
    }

    /// Notes a work that is left out because it was read before.
    pub(crate) fn tell_same_work(&mut self, spot: &RecordLocation<'_>, message: Message) {
        self.omit(OmissionRule::Work, spot.row(), message.clone());
        self.notice(Kind::DuplicateWork, spot.row(), message);
    }

    fn add(&mut self, spot: &RecordLocation<'_>, record: &Record<'_>, name: &str, scratch: &Scratch) {
        let authors = self.authors(spot, record, &scratch.entities);
        let countries = self.countries_of(spot, record);
        self.put(spot, &Record { authors, ..*record }, name, (&scratch.handles, &countries), &[]);
    }

    /// Hands a work to the builder, with its institutions and the numbers of the countries that its rows name.
    pub(crate) fn put(
        &mut self,
        spot: &RecordLocation<'_>,
        record: &Record<'_>,
        name: &str,
        (handles, countries): (&[InstitutionHandle], &[u32]),
        more: &[RowLocation],
    ) {
        let more: Vec<RowLocation> = more.iter().map(|&row| self.placed_row(row)).collect();
        self.tell_cut(spot, &[name, record.title, record.authors, record.links, record.accessibility]);
        let code = |&number: &u32| self.countries.values.get(number as usize).map_or("", Country::code);
        // A blank alone tells nothing.
        let is_told = countries.iter().any(|&number| number != BLANK);
        let countries: Vec<&str> = countries.iter().filter(|_| is_told).map(code).collect();
        let (mut first, mut second) = (Vec::new(), Vec::new());
        let (mut few, mut few_more) = ([""; 16], [""; 16]);
        let facts = WorkFacts {
            name,
            date: record.date,
            institutions: handles,
            title: trim(record.title),
            authors: trim(record.authors),
            links: record.links,
            accessibility: trim(record.accessibility),
            criteria: words(record.criteria, &mut few, &mut first),
            domains: words(record.domains, &mut few_more, &mut second),
            countries: &countries,
            author_ids: record.author_ids,
            are_authors_split: record.are_authors_split,
            is_ordered: record.is_ordered,
            citations: record.citations,
            citations_as_of: record.citations_as_of,
            aliases: record.aliases,
            statements: record.statements,
            source: self.placed_row(RowLocation { input: spot.input, line: spot.anchor.line as u32 }),
            more_sources: &more,
        };
        self.builder.work(&facts);
    }

    /// Texts beyond what the corpus holds of one are cut.
    fn tell_cut(&mut self, spot: &RecordLocation<'_>, texts: &[&str]) {
        for text in texts.iter().filter(|text| text.len() > MAX_TEXT_BYTES) {
            self.tell_cut_after(spot.row(), text, MAX_TEXT_BYTES);
        }
    }

    /// The authors, without an institution of the work that stands before them.
    pub(crate) fn authors<'r>(&mut self, spot: &RecordLocation<'_>, record: &Record<'r>, entities: &[u32]) -> &'r str {
        let authors = trim(record.authors);
        if authors.is_empty() {
            return authors;
        }
        for &entity in entities {
            let name = self.registry.name(entity);
            let Some(rest) = authors.strip_prefix(name) else { continue };
            let rest = match rest.trim_start().strip_prefix([',', ';']) {
                Some(rest) => trim(rest),
                None if rest.trim().is_empty() => "",
                None => continue,
            };
            let name = name.to_owned();
            self.notice(
                Kind::AuthorIsInstitution,
                spot.place(authors, record.authors_raw),
                message!("ingest-stands-among-authors-institution", name = &name),
            );
            return rest;
        }
        authors
    }
}

/// The items of a list, in `few` when they fit there.
fn words<'r, 's>(list: List<'r>, few: &'s mut [&'r str; 16], many: &'s mut Vec<&'r str>) -> &'s [&'r str] {
    let items = || list.iter().filter(|word| !word.is_empty());
    let mut count = 0;
    for word in items() {
        if count == few.len() {
            many.extend(items());
            return many;
        }
        few[count] = word;
        count += 1;
    }
    &few[..count]
}
