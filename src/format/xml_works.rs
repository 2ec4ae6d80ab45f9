//! XML of bibliographic programs and services: a format is one file with the element of a record and how it is read.

use crate::format::decoder::{Confidence, Decoder};
use crate::format::document::Document;
use crate::format::head::Head;
use crate::format::info::FormatInfo;
use crate::format::xml_records::{XmlNode, records};
use crate::ingest::assembler::CorpusAssembler;
use crate::ingest::options::Options;
use crate::ingest::publications::{ExportSource, Publication, Publications};
use crate::message;
use crate::source::error::Error;

/// A format of XML whose records are publications.
pub(crate) struct XmlWorks {
    pub(crate) info: &'static FormatInfo,
    /// Local name of the root element.
    pub(crate) root: &'static str,
    /// Text of which one must stand in the file, where a root is that of many formats.
    pub(crate) marks: &'static [&'static str],
    /// Local name of the element of a record.
    pub(crate) record: &'static str,
    pub(crate) source: ExportSource,
    /// What the form is called beside its name.
    pub(crate) generation: &'static str,
    /// A record; `None` for one that is no publication.
    pub(crate) publication: fn(&XmlNode) -> Option<Publication<'static>>,
}

impl Decoder for XmlWorks {
    fn info(&self) -> &'static FormatInfo {
        self.info
    }

    fn sniff(&self, head: &Head<'_>) -> Confidence {
        let has_mark = || self.marks.is_empty() || self.marks.iter().any(|mark| head.text.contains(mark));
        Confidence::Certain.when(head.root() == Some(self.root) && has_mark())
    }

    fn read(
        &self,
        document: &Document<'_>,
        options: &Options,
        assembler: &mut CorpusAssembler<'_>,
    ) -> Result<(), Error> {
        let records = records(document, self.record)?;
        if records.is_empty() {
            return Err(document.told(0, &message!("formats-no-record", format = self.source.name)));
        }
        let mut publications =
            Publications::new(assembler, document, (self.source, self.generation), &options.whole_names);
        for record in &records {
            if let Some(publication) = (self.publication)(record) {
                publications.add(&document.record(publications.input, record.element.offset), &publication);
            }
        }
        publications.finish(document)
    }

    fn holds_works(&self) -> bool {
        true
    }
}
