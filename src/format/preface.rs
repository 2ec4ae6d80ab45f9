//! Prefaces: lines before the header of a table, such as a title, the day of an export or comments. They become blank
//! lines, which no reader sees, so that every line keeps its number.

use crate::format::delimiter;
use crate::format::header_row::HeaderRow;
use crate::format::registry::Registry;
use crate::format::tie_columns;
use crate::ingest::columns::Layout;
use crate::ingest::delimited::BLANKS;
use crate::ingest::options::Options;
use crate::message;
use crate::messages::Message;

/// Lines among which the header is looked for.
const MAX_LINES: usize = 64;
/// Bytes of the rows below a line that are looked at.
const WINDOW: usize = 1 << 16;
/// Letters of the first line that are told.
const TOLD: usize = 60;

/// Lines before a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Preface {
    pub(crate) bytes: usize,
    pub(crate) lines: usize,
    /// The first of them that says something.
    first: String,
}

impl Preface {
    /// Lines that stand before the header of a delimited text; `None` where there are none. Without a word of the user
    /// they are such only if no format knows the first line, and one knows a later line as the header of a table.
    pub(crate) fn find(
        registry: Registry<'_>,
        (name, text): (&str, &str),
        is_whole: bool,
        options: &Options,
    ) -> Option<Self> {
        if let Some(lines) = options.skip.filter(|&lines| lines > 0) {
            return Some(Self::of(text, lines));
        }
        let head = registry.head((name, text), is_whole, options);
        if !matches!(head.syntax(), crate::format::info::Syntax::Delimited) {
            return None;
        }
        if is_header(registry, (name, text), options) {
            return None;
        }
        if options.columns.is_none() && registry.is_sure(&head) {
            return None;
        }
        let starts = starts(text);
        let found = starts.iter().position(|&start| start > 0 && is_header(registry, (name, &text[start..]), options));
        let comments = || {
            let is_comment = |start: usize| text[start..].trim_start_matches('\u{FEFF}').starts_with(['#', '\n', '\r']);
            let lines = starts.iter().take_while(|&&start| is_comment(start)).count();
            // Lists of ties have comments of their own.
            (delimiter::detect(text, name, options) != BLANKS && lines > 0 && lines < starts.len()).then_some(lines)
        };
        found.or_else(comments).map(|lines| Self::of(text, lines))
    }

    fn of(text: &str, lines: usize) -> Self {
        let mut bytes = 0;
        let mut counted = 0;
        for line in text.split_inclusive('\n').take(lines) {
            (bytes, counted) = (bytes + line.len(), counted + 1);
        }
        let mut said = text[..bytes].lines().map(|line| line.trim_start_matches('\u{FEFF}').trim());
        let first = said.find(|line| !line.is_empty()).unwrap_or_default().chars().take(TOLD).collect();
        Self { bytes, lines: counted, first }
    }

    /// What is told of it.
    pub(crate) fn told(&self) -> Message {
        message!("table-preface", count = self.lines, first = self.first.as_str())
    }
}

/// Where lines start, as many as are looked at.
fn starts(text: &str) -> Vec<usize> {
    let ends = memchr::memchr_iter(b'\n', text.as_bytes()).map(|end| end + 1).filter(|&start| start < text.len());
    std::iter::once(0).chain(ends).take(MAX_LINES).collect()
}

/// Whether a text starts with the header of a table.
fn is_header(registry: Registry<'_>, (name, text): (&str, &str), options: &Options) -> bool {
    let mut end = text.len().min(WINDOW);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let text = &text[..end];
    let Ok(row) = HeaderRow::read(text, name, options) else { return false };
    if row.headers.len() < 2 {
        return false;
    }
    if let Some(columns) = &options.columns {
        return Layout::from_map(columns, &row.headers).is_ok();
    }
    row.is_epoch()
        || row.names_works()
        || row.names_items()
        || tie_columns::ends(&row.headers).is_some_and(|ends| ends.are_clear)
        || registry.is_certain(&registry.head((name, text), false, options))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::registry::REGISTRY;
    use crate::ingest::columns::ColumnMap;

    fn lines(text: &str, options: &Options) -> Option<usize> {
        Preface::find(REGISTRY, ("x.csv", text), true, options).map(|preface| preface.lines)
    }

    #[test]
    fn a_preface_ends_where_a_header_is_known() {
        let options = Options::default();
        for (text, expected) in [
            ("Model,Organization\nA,B\n", None),
            ("Exported on 2026-11-01\n\nModel,Organization\nA,B\n", Some(1)),
            ("# made by us\n# twice\nModel;Organization\nA;B\n", Some(2)),
            ("\u{FEFF}논문 목록,,\n논문제목,소속기관,발행연도\n가,나,2020\n", Some(1)),
            ("Ties of 2020\nSource,Target,Weight\nA,B,2\n", Some(1)),
            ("foo,bar\nA,B\n", None),
            ("# note\nfoo,bar\nA,B\n", Some(1)),
            ("1 2 3\n", None),
            ("", None),
        ] {
            assert_eq!(lines(text, &options), expected, "{text}");
        }
        let skip = Options { skip: Some(2), ..Options::default() };
        assert_eq!(lines("Model,Organization\nx\nfoo,bar\n", &skip), Some(2));
        let columns = ColumnMap::parse("work=foo,institutions=bar").ok();
        let named = Options { columns, ..Options::default() };
        assert_eq!(lines("Model,Organization\nx\nfoo,bar\n", &named), Some(2));
    }
}
