//! The words on a tie: which works it stands on.

use std::collections::BTreeMap;

use crate::answer::language::Language;
use crate::corpus::table::Corpus;
use crate::corpus::work::WorkId;
use crate::drawing::kind::WorkKind;
use crate::drawing::theme::TypeScale;
use crate::drawing::wording::ellipsized;
use crate::typography::{Weight, reserved_width};

/// Most works that are named on a tie; of more, the first by date and the number of the others.
pub(crate) const NAMED: usize = 2;
/// Most works that are named in a pill.
pub(crate) const NAMED_IN_PILL: usize = 6;
/// Distance of baselines, as a share of the size.
pub(crate) const PITCH: f64 = 1.17;
/// Padding of the ground, sideways and up.
pub(crate) const PADDING: (f64, f64) = (2.0, 1.2);

/// Lines that name works, none wider than `most` points: `StarGAN v2 (+1)` where one partner is not shown.
pub(crate) fn lines(
    corpus: &Corpus,
    works: &[WorkId],
    hidden: &BTreeMap<WorkId, usize>,
    named: usize,
    size: f64,
    most: f64,
    language: Language,
) -> Vec<String> {
    let shown = if works.len() > named { &works[..named - 1] } else { works };
    let names: Vec<&str> = shown.iter().map(|&work| corpus.work_name(work)).collect();
    let line = |(work, name): (&WorkId, &&str)| {
        let more = hidden.get(work).map_or_else(String::new, |more| format!(" (+{more})"));
        let room = most - if more.is_empty() { 0.0 } else { reserved_width(&more, size, Weight::Regular) };
        ellipsized(&shortened(name, &names), size, Weight::Regular, room) + &more
    };
    let mut lines: Vec<String> = shown.iter().zip(&names).map(line).collect();
    let rest = works.len() - shown.len();
    if rest > 0 {
        lines.push(if language == Language::English { format!("and {rest} more") } else { format!("외 {rest}개") });
    }
    lines
}

/// A name in which another name of the same list, of two words or more, stands by its initials: beside
/// `Discriminator Guidance`, `DiT-XL/2 + Discriminator Guidance` is `DiT-XL/2 + DG`.
pub(crate) fn shortened(name: &str, beside: &[&str]) -> String {
    for other in beside {
        if other.len() < name.len() && other.contains(' ') && has_words(name, other) {
            let initials: String = other.split_whitespace().filter_map(|word| word.chars().next()).collect();
            return name.replacen(other, &initials, 1);
        }
    }
    name.to_owned()
}

/// Whether words stand in a name as such: `Work 4` does in `Work 4 base`, not in `Work 44`.
fn has_words(name: &str, words: &str) -> bool {
    let is_part = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    name.find(words)
        .is_some_and(|at| !is_part(name[..at].chars().next_back()) && !is_part(name[at + words.len()..].chars().next()))
}

/// Width and height of lines of a size, padding included.
pub(crate) fn size(lines: &[String], size: f64, weight: Weight) -> (f64, f64) {
    let widest = lines.iter().map(|line| reserved_width(line, size, weight)).fold(0.0, f64::max);
    let high = size * (1.02 + PITCH * (lines.len().max(1) - 1) as f64);
    (widest + 2.0 * PADDING.0, high + 2.0 * PADDING.1)
}

/// Width and height of a pill that holds lines.
pub(crate) fn pill_size(lines: &[String], roles: &TypeScale) -> (f64, f64) {
    let widest = lines.iter().map(|line| reserved_width(line, roles.work, Weight::Bold)).fold(0.0, f64::max);
    (widest + 10.0, roles.work * 1.7 + roles.work * PITCH * (lines.len().max(1) - 1) as f64)
}

/// What the caption says of texts without a free place: English and Korean.
pub(crate) fn without_room(texts: usize, kind: WorkKind) -> (String, String) {
    let (verb, plural) = if texts == 1 { ("has", "") } else { ("have", "s") };
    (
        format!("{texts} line{plural} or triangle{plural} {verb} no room for the names of {}.", kind.many()),
        format!("자리가 없어 {} 이름을 적지 않은 연결 {texts}개.", kind.korean()),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_within_a_name_is_said_once() {
        let names = ["DiT-XL/2 + Discriminator Guidance", "Discriminator Guidance"];
        assert_eq!(shortened(names[0], &names), "DiT-XL/2 + DG");
        assert_eq!(shortened(names[1], &names), "Discriminator Guidance");
        assert_eq!(shortened("EDSR", &["EDSR", "MDSR"]), "EDSR");
        assert_eq!(shortened("Work 44", &["Work 4", "Work 44"]), "Work 44");
    }
}
