//! The values that users type, read from text.

use crate::usage::UsageError;
use collabgraph::analysis::page::Aspect;
use collabgraph::centrality::measure::Measure;
use collabgraph::corpus::date::Date;
use collabgraph::corpus::kind::WorkKind;
use collabgraph::exchange::ExportFormat;
use collabgraph::ingest::delimited::BLANKS;
use collabgraph::ingest::format::Format;
use collabgraph::message;
use collabgraph::messages::Localizer;
use collabgraph::sink::sql::SqlDialect;
use collabgraph::source::encoding::Encoding;

/// A date as `2024`, `2024-03` or `2024-03-31`.
pub(super) fn parse_date(text: &str) -> Result<Date, UsageError> {
    Date::parse_iso(text).ok_or_else(|| message!("usage-expected-date").into())
}

/// A measure by its key, or by the beginning of a word of what answers call it, in any language (`매개`).
pub(super) fn parse_measure(text: &str) -> Result<Measure, UsageError> {
    let (wanted, keys) = (text.trim().to_lowercase(), Measure::ALL.map(Measure::key));
    let begins_a_word = |label: &str| label == wanted || format!(" {label}").contains(&format!(" {wanted}"));
    let is_meant = |measure: &Measure| {
        let (english, korean) = Localizer::in_both(&measure.label(WorkKind::Work));
        !wanted.is_empty() && (begins_a_word(&english.to_lowercase()) || begins_a_word(&korean))
    };
    // What a label begins with comes before a word within another (`매개` before `이원 매개`).
    let begins = |measure: &Measure| {
        let (english, korean) = Localizer::in_both(&measure.label(WorkKind::Work));
        !wanted.is_empty() && [english.to_lowercase(), korean].iter().any(|label| label.starts_with(&wanted))
    };
    let only = |is: &dyn Fn(&Measure) -> bool| {
        let mut meant = Measure::ALL.into_iter().filter(is);
        meant.next().filter(|_| meant.next().is_none())
    };
    Measure::parse(text).or_else(|| only(&begins)).or_else(|| only(&is_meant)).ok_or_else(|| UsageError::none_of(&keys))
}

/// A format of input by its key.
pub(super) fn parse_format(text: &str) -> Result<Format, UsageError> {
    Format::parse(text).ok_or_else(|| UsageError::none_of(&Format::all().map(Format::key).collect::<Vec<_>>()))
}

/// An encoding by one of its names.
pub(super) fn parse_encoding(text: &str) -> Result<Encoding, UsageError> {
    Encoding::parse(text).ok_or_else(|| {
        UsageError::none_of(&["utf-8", "cp949", "utf-16", "shift_jis", "gb18030", "big5", "windows-1252"])
    })
}

/// A character, or the word for one.
pub(super) fn parse_delimiter(text: &str) -> Result<u8, UsageError> {
    match (text, text.as_bytes()) {
        ("tab" | "\\t", _) => Ok(b'\t'),
        ("comma", _) => Ok(b','),
        ("semicolon", _) => Ok(b';'),
        ("pipe" | "bar", _) => Ok(b'|'),
        ("space" | "blank", _) => Ok(BLANKS),
        (_, &[byte]) if byte == b'\t' || byte == b' ' || byte.is_ascii_punctuation() && byte != b'"' => Ok(byte),
        _ => Err(UsageError::none_of(&["comma", "semicolon", "tab", "pipe", "space"])),
    }
}

/// A number of bytes, or of KiB, MiB, GiB or TiB: `800M`, `8G`.
pub(super) fn parse_size(text: &str) -> Result<u64, UsageError> {
    let upper = text.trim().to_ascii_uppercase();
    let short = upper.strip_suffix("IB").or_else(|| upper.strip_suffix('B')).unwrap_or(&upper);
    let (digits, shift) = match short.char_indices().last() {
        Some((at, 'K')) => (&short[..at], 10),
        Some((at, 'M')) => (&short[..at], 20),
        Some((at, 'G')) => (&short[..at], 30),
        Some((at, 'T')) => (&short[..at], 40),
        _ => (short, 0),
    };
    let is_whole = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let number = digits.parse::<u64>().ok().filter(|&number| is_whole && number > 0);
    let bytes = number.and_then(|number| number.checked_mul(1 << shift));
    bytes.ok_or_else(|| message!("usage-expected-size").into())
}

/// A whole number above 0.
pub(super) fn parse_count(text: &str) -> Result<usize, UsageError> {
    let number = text.parse().ok().filter(|&number| number > 0);
    number.ok_or_else(|| message!("usage-expected-count").into())
}

/// A number above 0.
pub(super) fn parse_positive(text: &str) -> Result<f64, UsageError> {
    let number = text.parse::<f64>().ok().filter(|number| number.is_finite() && *number > 0.0);
    number.ok_or_else(|| message!("usage-expected-positive").into())
}

/// A number from 0.0001 to below 1.
pub(super) fn parse_share(text: &str) -> Result<f64, UsageError> {
    let number = text.parse::<f64>().ok().filter(|number| *number >= 0.0001 && *number < 1.0);
    number.ok_or_else(|| message!("usage-expected-share").into())
}

/// A ratio of width to height.
pub(super) fn parse_aspect(text: &str) -> Result<Aspect, UsageError> {
    Aspect::parse(text).ok_or_else(|| message!("usage-expected-aspect").into())
}

/// A dialect of SQL by its key.
pub(super) fn parse_dialect(text: &str) -> Result<SqlDialect, UsageError> {
    SqlDialect::parse(text).ok_or_else(|| UsageError::none_of(&SqlDialect::ALL.map(SqlDialect::key)))
}

/// A format of exports by its key.
pub(super) fn parse_export_format(text: &str) -> Result<ExportFormat, UsageError> {
    ExportFormat::parse(text).ok_or_else(|| UsageError::none_of(&ExportFormat::ALL.map(ExportFormat::key)))
}
