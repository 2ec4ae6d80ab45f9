//! Articles of KCI, the Korea Citation Index, from its Excel file: authors stand as `이름(소속)`.

use std::borrow::Cow;

use crate::format::document::Document;
use crate::format::export::{Export, ExportDecoder, ExportRow, read_publications};
use crate::format::info::{FormatInfo, Syntax};
use crate::ingest::assembler::CorpusAssembler;
use crate::ingest::options::Options;
use crate::ingest::publications::{ExportAdvice, ExportSource, Publication, Publications, RecordedAffiliation};
use crate::names::affiliation::AddressGrammar;
use crate::normalize::published;
use crate::normalize::text::trim;
use crate::source::error::Error;

/// Decodes KCI's Excel file, saved as CSV.
pub(crate) static KCI: ExportDecoder = ExportDecoder {
    info: &FormatInfo { key: "kci", aliases: &[], extensions: &[], syntax: Syntax::Delimited, precedence: 2 },
    is_such: |_, row| row.has("논문id") && row.has("논문명") && (row.has("저자") || row.has("공동저자")),
    institutions: &["저자", "공동저자"],
    read,
};

pub(crate) const SOURCE: ExportSource =
    ExportSource { name: "KCI", field: "저자(소속)", advice: ExportAdvice::Field("저자(소속)") };

fn read(document: &Document<'_>, options: &Options, assembler: &mut CorpusAssembler<'_>) -> Result<(), Error> {
    read_publications(document, options, assembler, (SOURCE, |_| "Excel"), publication)
}

fn publication<'r>(_: &Publications<'_, '_>, export: &Export<'_>, row: &'r ExportRow<'_>) -> Publication<'r> {
    let cell = |names: &[&str]| row.cell(export.find(names));
    let day = cell(&["발행일", "발행년월", "발행연월", "발행연도", "발행년", "연도"]);
    let date = published::read(day);
    let id = cell(&["논문id"]);
    let people = [cell(&["저자"]), cell(&["공동저자"])];
    Publication {
        title: Cow::Borrowed(cell(&["논문명"])),
        raw: row.raw,
        date,
        unread_date: (date.is_none() && !day.is_empty()).then_some(Cow::Borrowed(day)),
        doi: Cow::Borrowed(cell(&["doi"])),
        ids: (!id.is_empty()).then(|| format!("kci:{id}")).into_iter().collect(),
        authors: people.iter().flat_map(|people| names(people)).collect::<Vec<_>>().join("; "),
        citations: cell(&["피인용횟수", "인용횟수", "kci피인용횟수"]).parse().ok(),
        affiliations: people.iter().flat_map(|people| affiliations(people)).collect(),
        ..Publication::default()
    }
}

/// `이름(소속)` as a name and what stands in the bracket behind it, brackets within brackets included.
pub(crate) fn people(text: &str) -> Vec<(&str, &str)> {
    let (mut depth, mut start, mut open, mut people) = (0_usize, 0, 0, Vec::new());
    for (at, letter) in text.char_indices() {
        match letter {
            '(' | '（' => {
                if depth == 0 {
                    open = at;
                }
                depth += 1;
            }
            ')' | '）' if depth == 1 => {
                let bracket = text[open..].chars().next().map_or(1, char::len_utf8);
                people.push((
                    trim(text[start..open].trim_matches([';', ',', ' ', '/', '|'])),
                    trim(&text[open + bracket..at]),
                ));
                depth = 0;
                start = at + letter.len_utf8();
            }
            ')' | '）' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    people
}

fn names(text: &str) -> Vec<&str> {
    people(text).into_iter().map(|(name, _)| name).filter(|name| !name.is_empty()).collect()
}

/// What authors of a text belong to.
pub(crate) fn affiliations(text: &str) -> Vec<RecordedAffiliation<'_>> {
    let texts = people(text).into_iter().map(|(_, affiliation)| affiliation).filter(|text| !text.is_empty());
    texts
        .map(|text| RecordedAffiliation::Written {
            text: Cow::Borrowed(text),
            grammar: AddressGrammar::Generic,
            country: None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn affiliations_stand_in_brackets_behind_names() {
        let text = "노벤(남문연구소);한솔(북들대학교(서울)); 이서";
        assert_eq!(people(text), [("노벤", "남문연구소"), ("한솔", "북들대학교(서울)")]);
    }
}
