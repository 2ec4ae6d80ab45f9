//! The registry of formats. What can be read, how it is recognised, the words of `--input-format` and the order in which
//! inputs are read all come from it: a new format is a file with its [`Decoder`], and a line here.

use crate::format::decoder::{Confidence, Decoder, Refusal, unknown};
use crate::format::document::Document;
#[cfg(not(feature = "dot"))]
use crate::format::dot_refusal::Dot;
use crate::format::head::Head;
use crate::format::info::{Format, Syntax};
use crate::format::json_decoder::ForeignJson;
use crate::format::nameless::NamelessExport;
use crate::format::refused_tables::{RefusedTable, UnreadableHeader};
use crate::format::xml::ForeignXml;
use crate::ingest::assembler::CorpusAssembler;
use crate::ingest::options::Options;
use crate::message;
use crate::source::error::Error;
use crate::source::input::{body, has_extension};
use crate::source::table_text::DELIMITER;

/// All formats, in the order in which help lists them; of equally sure ones the first is taken.
pub(crate) static REGISTRY: Registry<'static> = Registry {
    decoders: &[
        &crate::format::epoch::EPOCH,
        &crate::format::table::TABLE,
        &crate::format::long::LONG,
        &crate::format::openalex::OPENALEX,
        &crate::format::openalex_table::OPENALEX_TABLE,
        &crate::format::scopus::SCOPUS,
        &crate::format::wos::WOS,
        &crate::format::wos_table::WOS_TABLE,
        &crate::format::dimensions::DIMENSIONS,
        &crate::format::pubmed::PUBMED,
        &crate::format::ris::RIS,
        &crate::format::bibtex::BIBTEX,
        &crate::format::endnote::ENDNOTE,
        &crate::format::ieee::IEEE,
        &crate::format::kci::KCI,
        &crate::format::ntis::NTIS,
        &crate::format::patents::PATENTS,
        &crate::format::crossref::CROSSREF,
        &crate::format::semantic_scholar::SEMANTIC_SCHOLAR,
        &crate::format::datacite::DATACITE,
        &crate::format::openaire::OPENAIRE,
        &crate::format::europe_pmc::EUROPE_PMC,
        &crate::format::lens::LENS,
        &crate::format::endnote_xml::ENDNOTE_XML,
        &crate::format::pubmed_xml::PUBMED_XML,
        &crate::format::kci_oai::KCI_OAI,
        &crate::format::collabgraph::COLLABGRAPH,
        &crate::format::json_lines::JSON_LINES,
        &crate::format::edges::EDGES,
        &crate::format::matrix::MATRIX,
        &crate::format::incidence::INCIDENCE,
        &crate::format::items::ITEMS,
        &crate::format::gexf::GEXF,
        &crate::format::graphml::GRAPHML,
        &crate::format::pajek::PAJEK,
        &crate::format::gml::GML,
        &crate::format::vosviewer::VOSVIEWER,
        &crate::format::node_link::NODE_LINK,
        #[cfg(feature = "dot")]
        &crate::format::dot::DOT,
        &crate::format::edge_data::EDGE_DATA,
        &crate::format::adjacency::ADJACENCY,
        &crate::format::adjacency::LGL,
        &crate::format::metis::METIS,
        &crate::format::matrix_market::MATRIX_MARKET,
        &crate::format::konect::KONECT,
        &crate::format::ucinet::UCINET,
        &crate::format::gdf::GDF,
        &crate::format::tgf::TGF,
        &crate::format::tgf::SIF,
        &crate::format::leda::LEDA,
        &crate::format::cx::CX,
        &crate::format::xgmml::XGMML,
        &crate::format::tulip::TULIP,
        &crate::format::vna::VNA,
    ],
    refusals: &[
        #[cfg(not(feature = "dot"))]
        &Dot,
        &UnreadableHeader,
        &RefusedTable,
        &NamelessExport,
        &ForeignJson,
        &ForeignXml,
    ],
};

/// Formats that are read, and kinds of text that are refused by name. A refusal precedes a decoder that is as sure.
#[derive(Clone, Copy)]
pub(crate) struct Registry<'r> {
    pub(crate) decoders: &'r [&'static dyn Decoder],
    pub(crate) refusals: &'r [&'static dyn Refusal],
}

impl Format {
    /// All formats, in the order in which help lists them.
    pub fn all() -> impl Iterator<Item = Self> {
        REGISTRY.formats()
    }

    /// The format of a word: its key, or another word for it (`csv` and `tsv` are tables, `json` is the project's own).
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        REGISTRY.parse(word)
    }
}

impl<'r> Registry<'r> {
    fn formats(self) -> impl Iterator<Item = Format> + use<'r> {
        self.decoders.iter().map(|decoder| Format::new(decoder.info()))
    }

    /// The format of a word; see [`Format::parse`].
    pub(crate) fn parse(self, word: &str) -> Option<Format> {
        let word = word.trim().to_lowercase();
        let is_meant = |format: &Format| format.key() == word || format.info().aliases.contains(&word.as_str());
        self.formats().find(is_meant)
    }

    fn decoder(self, format: Format) -> Option<&'static dyn Decoder> {
        self.decoders.iter().copied().find(|decoder| decoder.info().key == format.key())
    }

    /// A text to be recognised; `is_whole` says that nothing follows it.
    pub(crate) fn head<'t>(self, (name, text): (&'t str, &'t str), is_whole: bool, options: &'t Options) -> Head<'t> {
        Head::new((name, text), is_whole, options, self.syntax(name, text, options.format))
    }

    /// The syntax of a text: by how it begins, and where that could be delimited text, by the file extension, or by the
    /// option where the format has no beginning of its own.
    fn syntax(self, name: &str, text: &str, wanted: Option<Format>) -> Syntax {
        let text = body(text);
        // The text of a table that was made from something else, whatever that is called.
        if text.lines().next().is_some_and(|line| line.contains(char::from(DELIMITER))) {
            return Syntax::Delimited;
        }
        if is_json(text) {
            return Syntax::Json;
        }
        if text.starts_with('<') {
            return Syntax::Xml;
        }
        let begins = |format: &Format| match format.info().syntax {
            Syntax::Own(grammar) => grammar.begins.is_some_and(|begins| begins(text)),
            _ => false,
        };
        let is_wanted =
            |format: &Format| matches!(format.info().syntax, Syntax::Own(grammar) if grammar.begins.is_none());
        let is_named = |format: &Format| has_extension(name, format.info().extensions);
        let found =
            self.formats().find(begins).or_else(|| wanted.filter(is_wanted)).or_else(|| self.formats().find(is_named));
        found.map_or(Syntax::Delimited, |format| format.info().syntax)
    }

    /// The format of a text: the one that the options name, else the one whose decoder is the surest. `None` where a first
    /// part of a text does not decide, or no decoder recognises it.
    ///
    /// # Errors
    /// The text is of another syntax than the named format, or of a kind that is not read.
    pub(crate) fn detect(self, head: &Head<'_>) -> Result<Option<Format>, Error> {
        match head.options.format {
            Some(format) if format.info().syntax != head.syntax() => return Err(mismatch(head, format)),
            Some(format) => return Ok(Some(format)),
            None if !head.is_decisive() => return Ok(None),
            None => {}
        }
        let (sure, decoder) = surest(self.decoders.iter().map(|decoder| (decoder.sniff(head), *decoder)));
        let (refused, error) = surest(self.refusals.iter().filter_map(|refusal| refusal.refuse(head)));
        match (decoder, error) {
            (_, Some(error)) if refused >= sure => Err(error),
            (decoder, _) => Ok(decoder.map(|decoder| Format::new(decoder.info()))),
        }
    }

    /// Whether some decoder or refusal is sure of a text.
    pub(crate) fn is_sure(self, head: &Head<'_>) -> bool {
        let (sure, _) = surest(self.decoders.iter().map(|decoder| (decoder.sniff(head), *decoder)));
        let (refused, _) = surest(self.refusals.iter().filter_map(|refusal| refusal.refuse(head)));
        sure.max(refused) >= Confidence::Likely
    }

    /// Whether nothing else looks like a text than what some decoder reads.
    pub(crate) fn is_certain(self, head: &Head<'_>) -> bool {
        self.decoders.iter().any(|decoder| decoder.sniff(head) == Confidence::Certain)
    }

    /// Whether an input of a format, which begins like this, can be read block by block.
    pub(crate) fn streams(self, format: Format, head: &Head<'_>) -> bool {
        self.decoder(format).is_some_and(|decoder| decoder.streams(head))
    }

    /// Whether works of an input of a format wait until all is read; see [`Decoder::holds_works`].
    pub(crate) fn holds_works(self, format: Format) -> bool {
        self.decoder(format).is_some_and(Decoder::holds_works)
    }

    /// Refuses inputs that lack another input; `formats` are those of all.
    ///
    /// # Errors
    /// See [`Decoder::check_companions`].
    pub(crate) fn check_companions(
        self,
        name: &str,
        format: Format,
        formats: &[Format],
        options: &Options,
    ) -> Result<(), Error> {
        self.decoder(format).map_or(Ok(()), |decoder| decoder.check_companions(name, formats, options))
    }

    /// Reads a document of a format into the corpus. O(bytes).
    ///
    /// # Errors
    /// See [`Decoder::read`].
    pub(crate) fn read(
        self,
        format: Format,
        document: &Document<'_>,
        options: &Options,
        assembler: &mut CorpusAssembler<'_>,
    ) -> Result<(), Error> {
        match self.decoder(format) {
            Some(decoder) => decoder.read(document, options, assembler),
            None => Err(unknown(document.name)),
        }
    }
}

/// The surest of several, the first of equals; `None` where all say no.
fn surest<T>(found: impl Iterator<Item = (Confidence, T)>) -> (Confidence, Option<T>) {
    let mut best = (Confidence::None, None);
    for (confidence, one) in found {
        if confidence > best.0 {
            best = (confidence, Some(one));
        }
    }
    best
}

/// Whether a text starts like JSON.
fn is_json(text: &str) -> bool {
    let Some(rest) = text.strip_prefix(['{', '[']) else { return text.trim_end() == "null" };
    let rest = rest.trim_start();
    rest.is_empty()
        || rest.starts_with(['"', '{', '}', ']', '['])
        || serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok()
}

fn mismatch(head: &Head<'_>, format: Format) -> Error {
    let (key, found) = (format.key(), head.syntax().label());
    Error::at(head.name, 1, 1, message!("format-inputformat-asked-content-leave", key = key, found = found))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_content_tells_the_syntax_and_else_the_extension() {
        for (name, text, label) in [
            ("x", "\u{FEFF}<?xml version='1.0'?><gexf/>", "XML"),
            ("x", "% x\n*vertices 3\n", "Pajek"),
            ("x", "graph [\n]", "GML"),
            ("x", "Creator \"a, b\"\ngraph\n[ ]", "GML"),
            ("x", "graph,organization\n", "CSV/TSV"),
            ("x", "Name\tInstitution\n", "CSV/TSV"),
            ("x", "*Model,Organization\n", "CSV/TSV"),
            ("x", "{\"network\":{\"items\":[]}}", "JSON"),
            ("x", "[1, 2, 3]", "JSON"),
            ("x", "null\n", "JSON"),
            ("x", " [ {}]", "JSON"),
            ("x", "[draft] Model,Organization", "CSV/TSV"),
            ("a.json.gz", "7", "JSON"),
            ("a.GML", "7", "GML"),
            ("a.graphml", "7", "XML"),
            ("gml", "7", "CSV/TSV"),
        ] {
            assert_eq!(REGISTRY.syntax(name, text, None).label(), label, "{name}: {text}");
        }
    }

    #[test]
    fn words_of_formats_are_unique() {
        let mut words: Vec<&str> = Format::all()
            .flat_map(|format| [format.key()].into_iter().chain(format.info().aliases.iter().copied()))
            .collect();
        let count = words.len();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), count);
        assert!(words.iter().all(|word| Format::parse(&word.to_uppercase()).is_some()));
        assert_eq!(Format::parse("tsv"), Format::parse("table"));
    }
}
