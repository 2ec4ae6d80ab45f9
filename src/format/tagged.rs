//! Records of tagged lines, the form that reference managers and databases share: a tag at the start of a line, a value
//! behind it, and lines without a tag that continue the value above.
//!
//! Web of Science, RIS, MEDLINE and EndNote differ in how a tag is written and in which tags open and close a record; that is
//! a [`Dialect`]. Everything else is here.

use crate::format::decoder::Decoder;
use crate::format::document::Document;
use crate::format::info::FormatInfo;
use crate::ingest::assembler::CorpusAssembler;
use crate::ingest::options::Options;
use crate::ingest::publications::{ExportSource, Publication, Publications};
use crate::message;
use crate::source::error::Error;
use crate::source::position::offset_in;

/// How the lines of a format are written.
#[derive(Debug)]
pub(crate) struct Dialect {
    /// The tag and the value of a line; `None` for a line that continues the value above.
    pub(crate) line: fn(&str) -> Option<(&str, &str)>,
    /// Tags that open a record.
    pub(crate) opens: &'static [&'static str],
    /// The tag that closes it; none where the next record, or the end, does.
    pub(crate) closes: Option<&'static str>,
    /// Tags of the file that stand outside of its records.
    pub(crate) outside: &'static [&'static str],
}

/// The value of a tag: its lines, without blanks at their ends.
#[derive(Clone, Debug)]
pub(crate) struct Field<'t> {
    pub(crate) tag: &'t str,
    pub(crate) lines: Vec<&'t str>,
}

/// A record.
#[derive(Clone, Debug, Default)]
pub(crate) struct TaggedRecord<'t> {
    /// The byte at which it starts.
    pub(crate) offset: usize,
    pub(crate) fields: Vec<Field<'t>>,
    /// The text of the record.
    pub(crate) raw: &'t str,
}

impl Field<'_> {
    /// The value as one text: lines joined by a blank.
    pub(crate) fn text(&self) -> String {
        self.lines.iter().filter(|line| !line.is_empty()).copied().collect::<Vec<_>>().join(" ")
    }
}

impl<'t> TaggedRecord<'t> {
    /// The fields of a tag, in order.
    pub(crate) fn all<'r>(&'r self, tag: &'r str) -> impl Iterator<Item = &'r Field<'t>> {
        self.fields.iter().filter(move |field| field.tag == tag)
    }

    /// All lines of all fields of a tag.
    pub(crate) fn lines<'r>(&'r self, tag: &'r str) -> impl Iterator<Item = &'t str> + use<'r, 't> {
        self.all(tag).flat_map(|field| field.lines.iter().copied()).filter(|line| !line.is_empty())
    }

    /// The first value that says something among several tags, the first tag first.
    pub(crate) fn text(&self, tags: &[&str]) -> String {
        let found = tags.iter().find_map(|tag| self.all(tag).map(Field::text).find(|text| !text.is_empty()));
        found.unwrap_or_default()
    }

    /// The first line of the first tag that has one: a slice of the text.
    pub(crate) fn slice(&self, tags: &[&str]) -> &'t str {
        tags.iter().find_map(|tag| self.lines(tag).next()).unwrap_or("")
    }
}

/// The records of a text. O(bytes).
///
/// # Errors
/// A tag stands outside of a record, or the text ends within one that has to be closed.
pub(crate) fn records<'t>(
    document: &Document<'t>,
    dialect: &Dialect,
    label: &'static str,
) -> Result<Vec<TaggedRecord<'t>>, Error> {
    let mut records: Vec<TaggedRecord<'t>> = Vec::new();
    let mut open: Option<TaggedRecord<'t>> = None;
    let mut has_closed = false;
    for line in document.text.trim_start_matches('\u{FEFF}').split(['\n', '\r']) {
        let offset = offset_in(document.text, line).unwrap_or(0);
        match (dialect.line)(line) {
            Some((tag, value)) if dialect.opens.contains(&tag) => {
                if let Some(before) = open.take() {
                    records.push(before);
                }
                let fields = vec![Field { tag, lines: vec![value.trim()] }];
                open = Some(TaggedRecord { offset, fields, raw: line });
            }
            Some((tag, _)) if dialect.closes == Some(tag) => {
                has_closed = true;
                if let Some(before) = open.take() {
                    records.push(before);
                }
            }
            Some((tag, value)) => match &mut open {
                Some(record) => {
                    record.fields.push(Field { tag, lines: vec![value.trim()] });
                    extend(record, document.text, line);
                }
                // Before the first record there may be anything.
                None if records.is_empty() || dialect.outside.contains(&tag) => {}
                None => return Err(outside(document, offset, (label, tag, dialect))),
            },
            None => {
                if let Some(record) = &mut open
                    && let Some(field) = record.fields.last_mut()
                {
                    field.lines.push(line.trim());
                    extend(record, document.text, line);
                }
            }
        }
    }
    if let Some(last) = open {
        // Where all others are closed, one that is not was cut off.
        if let (true, Some(closes)) = (has_closed, dialect.closes) {
            let told = message!("formats-cut-off", format = label, tag = closes);
            return Err(document.told(last.offset, &told));
        }
        records.push(last);
    }
    Ok(records)
}

/// Takes a line into the text of its record.
fn extend<'t>(record: &mut TaggedRecord<'t>, text: &'t str, line: &'t str) {
    let end = offset_in(text, line).map(|start| start + line.len());
    if let Some(raw) = end.and_then(|end| text.get(record.offset..end)) {
        record.raw = raw;
    }
}

fn outside(document: &Document<'_>, offset: usize, (label, tag, dialect): (&'static str, &str, &Dialect)) -> Error {
    let opens = dialect.opens.first().copied().unwrap_or_default();
    document.told(offset, &message!("formats-outside-record", format = label, tag = tag, opens = opens))
}

/// Adds records of which each is a publication.
pub(crate) fn add_publications<'t>(
    document: &Document<'_>,
    records: &[TaggedRecord<'t>],
    (options, assembler): (&Options, &mut CorpusAssembler<'_>),
    source: (ExportSource, &'static str),
    publication: impl Fn(&TaggedRecord<'t>) -> Publication<'t>,
) -> Result<(), Error> {
    let mut publications = Publications::new(assembler, document, source, &options.whole_names);
    for record in records {
        publications.add(&document.record(publications.input, record.offset), &publication(record));
    }
    publications.finish(document)
}

/// Reads the records of a format into the corpus.
type ReadRecords = fn(&Document<'_>, &[TaggedRecord<'_>], &Options, &mut CorpusAssembler<'_>) -> Result<(), Error>;

/// A format of tagged lines.
pub(crate) struct TaggedDecoder {
    pub(crate) info: &'static FormatInfo,
    pub(crate) dialect: Dialect,
    pub(crate) read: ReadRecords,
}

impl Decoder for TaggedDecoder {
    fn info(&self) -> &'static FormatInfo {
        self.info
    }

    fn read(
        &self,
        document: &Document<'_>,
        options: &Options,
        assembler: &mut CorpusAssembler<'_>,
    ) -> Result<(), Error> {
        let records = records(document, &self.dialect, self.info.syntax.label())?;
        if records.is_empty() {
            let told = message!("formats-no-record", format = self.info.syntax.label());
            return Err(document.told(0, &told));
        }
        (self.read)(document, &records, options, assembler)
    }

    fn holds_works(&self) -> bool {
        true
    }
}
