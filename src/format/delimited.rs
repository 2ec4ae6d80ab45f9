//! The decoder of formats of delimited text: a document becomes rows of cells first.

use crate::format::decoder::{Confidence, Decoder, unknown};
use crate::format::delimiter::detect;
use crate::format::document::Document;
use crate::format::head::Head;
use crate::format::header_row::HeaderRow;
use crate::format::info::{Format, FormatInfo};
use crate::ingest::assembler::CorpusAssembler;
use crate::ingest::delimited::BLANKS;
use crate::ingest::options::Options;
use crate::ingest::rows;
use crate::ingest::table::Delimited;
use crate::source::error::Error;

/// Where cells that no delimiter splits are split.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Undelimited {
    /// Nowhere: the row has one cell.
    OneCell,
    /// At runs of blanks.
    SplitAtBlanks,
}

/// A document as rows of cells: its delimiter and its first row.
///
/// # Errors
/// A quote in the first row is not closed.
pub(crate) fn delimited<'t>(
    document: &Document<'t>,
    undelimited: Undelimited,
    options: &Options,
) -> Result<Delimited<'t>, Error> {
    let Document { name, short_name, text, .. } = *document;
    let mut delimiter = detect(text, name, options);
    let mut headers = rows::headers(text, delimiter, name)?;
    if headers.len() == 1 && undelimited == Undelimited::SplitAtBlanks {
        delimiter = BLANKS;
        headers = rows::headers(text, delimiter, name)?;
    }
    Ok(Delimited { name, short_name, sample: text, delimiter, headers, text })
}

/// Reads the rows of a document into the corpus.
type ReadRows = fn(&Document<'_>, &Delimited<'_>, &Options, &mut CorpusAssembler<'_>) -> Result<(), Error>;

/// Refuses an input for lack of another; see [`Decoder::check_companions`].
type CheckCompanions = fn(&str, &[Format], &Options) -> Result<(), Error>;

/// For formats that go with no other: nothing is missing.
pub(crate) fn stands_alone(_name: &str, _formats: &[Format], _options: &Options) -> Result<(), Error> {
    Ok(())
}

/// A format of delimited text.
pub(crate) struct DelimitedDecoder {
    pub(crate) info: &'static FormatInfo,
    pub(crate) undelimited: Undelimited,
    /// How sure the header row makes it; see [`Decoder::sniff`].
    pub(crate) sniff: fn(&Head<'_>, &HeaderRow) -> Confidence,
    pub(crate) check_companions: CheckCompanions,
    /// Reads a whole document; `None` where a scan reads row by row, block by block.
    pub(crate) read: Option<ReadRows>,
}

impl DelimitedDecoder {
    pub(crate) fn format(&self) -> Format {
        Format::new(self.info)
    }
}

impl Decoder for DelimitedDecoder {
    fn info(&self) -> &'static FormatInfo {
        self.info
    }

    fn sniff(&self, head: &Head<'_>) -> Confidence {
        head.header().map_or(Confidence::None, |row| (self.sniff)(head, row))
    }

    fn read(
        &self,
        document: &Document<'_>,
        options: &Options,
        assembler: &mut CorpusAssembler<'_>,
    ) -> Result<(), Error> {
        let read = self.read.ok_or_else(|| unknown(document.name))?;
        read(document, &delimited(document, self.undelimited, options)?, options, assembler)
    }

    fn check_companions(&self, name: &str, formats: &[Format], options: &Options) -> Result<(), Error> {
        (self.check_companions)(name, formats, options)
    }

    fn streams(&self, _head: &Head<'_>) -> bool {
        self.read.is_none()
    }
}
