//! Parts of an address: what stands before it, between its commas, and inside the part with the organisation.

use std::ops::Range;

use super::words::{Class, class, folded_words, is_company, is_university_word};

/// PubMed and others write an e-mail address behind the country.
pub(super) fn before_mail(text: &str) -> &str {
    let text = before_present(text);
    if !text.contains('@') {
        return text;
    }
    let lower = text.to_ascii_lowercase();
    let starts = ["electronic address", "e-mail", "email", "mail:"].iter().filter_map(|word| lower.find(word));
    let at = starts.min().or_else(|| text.find('@').map(|at| text[..at].rfind([' ', ',', ';']).unwrap_or(0)));
    text[..at.unwrap_or(0)].trim_end_matches([' ', ',', ';', '.', '(', '<'])
}

/// An address without that to which its author has moved since: the work was not made there.
pub(super) fn before_present(text: &str) -> &str {
    const MOVED: [&str; 3] = ["present address", "current address", "present affiliation"];
    if text.len() > 4_096 {
        return text;
    }
    let lower = text.to_ascii_lowercase();
    let at = MOVED.iter().filter_map(|words| lower.find(words)).min().filter(|&at| at > 0);
    at.map_or(text, |at| text[..at].trim_end_matches([' ', ',', ';', '.', '(', '*', '#']))
}

/// An address without the authors in brackets that stand before it: `[Yun, A; Roe, B] Northfield Univ, …`; empty where
/// nothing else stands there.
#[must_use]
pub fn without_authors(text: &str) -> &str {
    let text = text.trim();
    let Some(inner) = text.strip_prefix('[') else { return text };
    let Some((authors, rest)) = inner.split_once(']') else { return text };
    let is_list = authors.contains([',', ';']) && authors.contains(char::is_alphabetic) && !authors.contains('[');
    if is_list { rest.trim() } else { text }
}

/// Without foot marks before an address: `1 Dept …`, `*`, `(a) `, `¹`; and without the full stop behind it.
pub(super) fn without_marks(text: &str) -> &str {
    let text = text.trim().trim_end_matches(['.', ',', ';', ' ']);
    // `From the Department of Surgery, …`, as medical journals print it.
    let text = text.strip_prefix("From the ").or_else(|| text.strip_prefix("from the ")).unwrap_or(text);
    let bare = text.trim_start_matches(|ch: char| {
        matches!(ch, '*' | '†' | '‡' | '§' | '¶' | '#' | '¹' | '²' | '³' | '⁰'..='⁹' | ',' | '.' | ' ')
    });
    let digits = bare.len() - bare.trim_start_matches(|ch: char| ch.is_ascii_digit()).len();
    // `1Department`, `2 Department`; but `3M`, `8 Mai 1945 Guelma Univ`.
    let rest = &bare[digits..];
    if (1..3).contains(&digits)
        && class(rest.split(',').next().unwrap_or("")) <= Class::WeakUnit
        && !rest.starts_with(',')
    {
        return rest.trim_start();
    }
    if let Some(rest) = bare.strip_prefix('(').and_then(|rest| rest.split_once(')')).filter(|(mark, _)| mark.len() < 3)
    {
        return rest.1.trim_start();
    }
    bare
}

/// A legal form behind a comma has fewer bytes.
const LONGEST_FORM: usize = 12;

/// Parts between commas outside of brackets; a legal form behind a comma belongs to the part before it.
pub(super) fn parts(text: &str) -> Vec<&str> {
    let mut parts: Vec<Range<usize>> = Vec::new();
    let (mut start, mut depth) = (0, 0_u32);
    let has_close = text.contains([')', '）']);
    for (at, ch) in text.char_indices() {
        match ch {
            '(' | '（' if has_close => depth += 1,
            ')' | '）' => depth = depth.saturating_sub(1),
            ',' | '，' | '、' | ';' | '；' | '\n' if depth == 0 => {
                push(&mut parts, text, start, at);
                start = at + ch.len_utf8();
            }
            _ => {}
        }
    }
    push(&mut parts, text, start, text.len());
    parts.into_iter().map(|part| text[part].trim()).collect()
}

fn push(parts: &mut Vec<Range<usize>>, text: &str, start: usize, end: usize) {
    let part = text[start..end].trim();
    if part.trim_matches(|ch: char| !ch.is_alphanumeric()).is_empty() {
        return;
    }
    let is_form = part.len() < LONGEST_FORM && {
        let mut words = vec!["x".to_owned()];
        words.extend(folded_words(part));
        words.len() < 4 && is_company(&words)
    };
    if let (true, Some(last)) = (is_form, parts.last_mut()) {
        last.end = end;
        return;
    }
    parts.push(start..end);
}

/// `School of Medicine of Northfield University`, `Department of Law - University of Eastport`: a part that begins with a
/// unit and ends in a university is two. Other parts than units are whole.
pub(super) fn from_unit(part: &str) -> impl Iterator<Item = &str> {
    let at = university_in_unit(part).unwrap_or(0);
    let unit = part[..at].trim_end_matches([' ', '-', '–', '/']);
    let unit = [" of the", " of", " at the", " at"].iter().find_map(|end| unit.strip_suffix(end)).unwrap_or(unit);
    [unit, part[at..].trim()].into_iter().filter(|part| !part.is_empty())
}

fn university_in_unit(part: &str) -> Option<usize> {
    let lower = part.to_lowercase();
    if lower.len() != part.len() || !lower.chars().zip(part.chars()).all(|(a, b)| a.len_utf8() == b.len_utf8()) {
        return None;
    }
    let start = super::places::words(&lower).into_iter().find(|(_, word)| is_university_word(word))?.0;
    let behind = lower[start..].split_whitespace().nth(1);
    if behind.is_some_and(|word| matches!(word, "of" | "de" | "di" | "degli")) {
        return (start > 0).then_some(start);
    }
    let marks = [" of the ", " of ", " at the ", " at ", " - ", " – ", "/"];
    marks.iter().filter_map(|mark| lower[..start].rfind(mark).map(|at| at + mark.len())).max()
}

/// Ends of organisations in Korean, Chinese and Japanese, the longest first where one ends another.
const ENDS: [&str; 19] = [
    "대학교병원",
    "대학병원",
    "과학기술원",
    "대학교",
    "연구원",
    "연구소",
    "병원",
    "의료원",
    "株式会社",
    "有限公司",
    "研究所",
    "研究院",
    "科学院",
    "病院",
    "医院",
    "大学",
    "大學",
    "学院",
    "學院",
];

/// The organisation before its units in East Asian scripts: `서울대학교 컴퓨터공학부` → 서울대학교, `清华大学计算机系` →
/// 清华大学.
pub(super) fn east(part: &str) -> &str {
    let first = ENDS.iter().filter_map(|end| part.find(end).map(|at| (at + end.len(), *end))).min();
    let Some((mut end, _)) = first else { return part };
    // `大学附属医院`, `서울대학교 병원`, `고려대학교 안암병원`: the longer name is the more specific.
    for longer in ["附属医院", "附屬醫院", "附属病院", "병원", "医院", "病院", "의료원"] {
        if let Some(at) = part[end..].find(longer)
            && part[end..end + at].chars().count() < 8
        {
            end += at + longer.len();
            break;
        }
    }
    part[..end].trim()
}
