//! Inputs → one corpus.

use crate::corpus::Corpus;
use crate::format::collabgraph;
use crate::format::edges;
use crate::format::gexf;
use crate::format::gml;
use crate::format::graphml;
use crate::format::items;
use crate::format::json_shape;
use crate::format::matrix;
use crate::format::openalex;
use crate::format::pajek;
use crate::format::table_shape;
use crate::format::ties::Source;
use crate::format::vosviewer;
use crate::format::{self, Format, Syntax};
use crate::ingest::columns::ColumnMap;
use crate::ingest::delimited::BLANKS;
use crate::ingest::gather::{CorpusAssembler, Gathered};
use crate::ingest::merge::{Merge, Omission};
use crate::ingest::notice::Notice;
use crate::ingest::options::{GroupBy, Options};
use crate::ingest::rows::headers as headers_of;
use crate::ingest::table::{self, Delimited};
use crate::source::error::Error;
use crate::source::input::Input;

/// A corpus, and what was odd on the way to it.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// The facts.
    pub corpus: Corpus,
    /// Oddities by file, line, column and kind.
    pub notices: Vec<Notice>,
    /// Recorded names that were taken as others.
    pub merges: Vec<Merge>,
    /// What was left out where names or works were taken as one.
    pub omissions: Vec<Omission>,
}

/// An input with its text and format.
struct Prepared {
    name: String,
    short_name: String,
    text: String,
    format: Format,
}

/// Reads all inputs into one corpus.
///
/// Institutions of one name are one institution, whichever inputs they come from. A work with the same
/// name, date and institutions in two inputs is one work: the facts of the project's own JSON are taken first,
/// then those of OpenAlex, of tables, of lists of ties; among equals those of the input named first. The order of
/// rows within an input plays no part.
///
/// # Errors
/// The first input that cannot be read at all, with its place and the way out. No input at all gives an
/// empty corpus.
pub fn load(inputs: &[Input], options: &Options) -> Result<Loaded, Error> {
    let mut prepared = Vec::with_capacity(inputs.len());
    for input in inputs {
        prepared.push(prepare(input, options)?);
    }
    if options.columns.as_ref().is_some_and(ColumnMap::is_of_ties)
        && prepared.iter().all(|input| input.format != Format::Edges)
        && let Some(items) = prepared.iter().find(|input| input.format == Format::Items)
    {
        return Err(no_list_of_ties(&items.name));
    }
    prepared.sort_by_key(|input| rank(input.format));
    let mut gather = CorpusAssembler::new(options);
    if prepared.len() > 1 && options.group_by != GroupBy::Never {
        gather.hold();
    }
    for input in &prepared {
        read(&mut gather, input, options)?;
    }
    let Gathered { corpus, notices, merges, omissions } = gather.finish();
    Ok(Loaded { corpus, notices, merges, omissions })
}

/// Inputs that tell institutions apart by ids come before those that only name them.
pub(crate) fn rank(format: Format) -> u8 {
    match format {
        Format::Collabgraph => 0,
        Format::OpenAlex => 1,
        Format::JsonLines | Format::Epoch | Format::Table | Format::Incidence => 2,
        Format::Gexf | Format::GraphMl | Format::Pajek | Format::Gml | Format::Vosviewer => 3,
        // A list of ties may name the ids of a list of items.
        Format::Items => 4,
        Format::Edges | Format::Matrix => 5,
    }
}

fn prepare(input: &Input, options: &Options) -> Result<Prepared, Error> {
    let name = input.name();
    let text = input.text()?;
    let syntax = Syntax::of_named(&text, &name);
    let format = match options.format {
        Some(format) if format.syntax() != syntax => return Err(mismatch(&name, format, syntax)),
        Some(format) => format,
        None => match syntax {
            Syntax::Json => json_shape::format_of(&text, &name)?,
            Syntax::Xml => format::of_xml(&text).ok_or_else(|| unknown_xml(&name))?,
            Syntax::Pajek => Format::Pajek,
            Syntax::Gml => Format::Gml,
            Syntax::Delimited if format::is_dot(&text) => return Err(dot(&name)),
            Syntax::Delimited => delimited(&name, &text, options)?,
        },
    };
    Ok(Prepared { short_name: input.short_name(), name, text, format })
}

/// The format of delimited text, by its headers.
fn delimited(name: &str, text: &str, options: &Options) -> Result<Format, Error> {
    let delimiter = format::delimiter(text, name);
    let headers = headers_of(text, delimiter, name)?;
    if let Some(shape) = table_shape::of(text, delimiter, &headers, options) {
        return shape.format().ok_or_else(|| shape.refusal(name));
    }
    let format = format::of_named_headers(&headers, options.columns.as_ref());
    Ok(if format == Format::Table && format::is_pairs(text, name) { Format::Edges } else { format })
}

/// Columns of ties are named, but none of the inputs is a list of ties.
fn no_list_of_ties(name: &str) -> Error {
    Error::whole(
        name,
        "--columns names source, target or weight, but these are items without their list of ties, or have other columns; \
         check the names of the columns",
        "--columns로 source, target, weight를 지정했지만 관계 목록이 없거나 그런 열이 없다. 열 이름을 확인하세요",
    )
}

pub(crate) fn mismatch(name: &str, format: Format, syntax: Syntax) -> Error {
    let found = syntax.label();
    let found_ko = found;
    let key = format.key();
    Error::at(
        name,
        1,
        1,
        format!(
            "--input-format {key} was asked for, but the content is {found}; leave the option out, or name the right format"
        ),
        format!("--input-format {key}(으)로 지정했지만 내용은 {found_ko}(이)다. 옵션을 빼거나 맞는 형식을 지정하세요"),
    )
}

fn dot(name: &str) -> Error {
    Error::at(
        name,
        1,
        1,
        "this is DOT, which is written and not read; take GEXF, GraphML or a list of ties of the same network \
         (`collab export -o net.gexf`)",
        "DOT 파일이다. DOT는 쓰기만 하고 읽지 않는다. 같은 네트워크를 GEXF, GraphML 또는 관계 목록으로 주세요\
         (`collab export -o net.gexf`)",
    )
}

fn unknown_xml(name: &str) -> Error {
    Error::at(
        name,
        1,
        1,
        "the XML is of no known format: expected <gexf> or <graphml>",
        "알 수 없는 XML이다. <gexf>나 <graphml>이어야 한다",
    )
}

fn read(gather: &mut CorpusAssembler<'_>, input: &Prepared, options: &Options) -> Result<(), Error> {
    let source = Source { name: &input.name, short_name: &input.short_name, text: &input.text };
    match input.format {
        Format::Collabgraph => collabgraph::read_document(gather, &input.name, &input.short_name, &input.text),
        Format::JsonLines => collabgraph::read_lines(gather, &input.name, &input.short_name, &input.text),
        Format::OpenAlex => openalex::read(gather, &input.name, &input.short_name, &input.text),
        Format::Gexf => gexf::read(gather, &source),
        Format::GraphMl => graphml::read(gather, &source),
        Format::Pajek => pajek::read(gather, &source, options),
        Format::Gml => gml::read(gather, &source),
        Format::Vosviewer => vosviewer::read(gather, &source),
        Format::Epoch | Format::Table | Format::Edges | Format::Matrix | Format::Incidence | Format::Items => {
            read_delimited(gather, input, options)
        }
    }
}

fn read_delimited(gather: &mut CorpusAssembler<'_>, input: &Prepared, options: &Options) -> Result<(), Error> {
    let mut delimiter = format::delimiter(&input.text, &input.name);
    let mut headers = headers_of(&input.text, delimiter, &input.name)?;
    if matches!(input.format, Format::Edges | Format::Matrix | Format::Incidence) && headers.len() == 1 {
        // Said to be a list of ties or a matrix: what no delimiter parts, blanks do.
        delimiter = BLANKS;
        headers = headers_of(&input.text, delimiter, &input.name)?;
    }
    let source = Delimited { name: &input.name, short_name: &input.short_name, text: &input.text, delimiter, headers };
    match input.format {
        Format::Edges => edges::read(gather, &source, options),
        Format::Matrix => matrix::read_ties(gather, &source, options.columns.as_ref()),
        Format::Incidence => matrix::read_works(gather, &source, options.columns.as_ref()),
        Format::Items => items::read(gather, &source),
        format => table::read(gather, &source, format, options),
    }
}
