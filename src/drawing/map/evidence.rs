//! Evidence labels: the works behind a tie, as text on its line, in its triangle or in its pill.

use std::collections::BTreeMap;

use crate::answer::language::Language;
use crate::corpus::table::Corpus;
use crate::corpus::work::WorkId;
use crate::drawing::kind::WorkKind;
use crate::drawing::theme::TypeScale;
use crate::drawing::wording::ellipsized;
use crate::message;
use crate::messages::Localizer;
use crate::typography::{Weight, reserved_width};

/// Maximum number of works named on a tie; where there are more, the last line is the number of the others instead.
pub(crate) const MAX_NAMED: usize = 2;
/// Maximum number of works named in a pill.
pub(crate) const MAX_NAMED_IN_PILL: usize = 6;
/// Line height: distance of baselines, in em.
pub(crate) const LINE_HEIGHT: f64 = 1.17;
/// Padding of the background, horizontal and vertical, in points.
pub(crate) const PADDING: (f64, f64) = (2.0, 1.2);

/// Works of which the first is named with the number of the others; of more, one name tells nothing and only their number
/// is given.
pub(crate) const MAX_LISTED: usize = 5;

/// Lines that name works, none wider than `max_width` points: `StarGAN v2 (+1)` where the line omits one partner.
pub(crate) fn lines(
    corpus: &Corpus,
    works: &[WorkId],
    hidden_partners: &BTreeMap<WorkId, usize>,
    max_named: usize,
    size: f64,
    max_width: f64,
    (language, kind): (Language, WorkKind),
) -> Vec<String> {
    if works.len() > MAX_LISTED.max(max_named) {
        let count = message!("map-evidence-count", count = works.len(), kind = kind);
        return vec![Localizer::for_figures(language).render(&count)];
    }
    let shown = if works.len() > max_named { &works[..max_named - 1] } else { works };
    let names: Vec<&str> = shown.iter().map(|&work| corpus.work_name(work)).collect();
    let line = |(work, name): (&WorkId, &&str)| {
        let more = hidden_partners.get(work).map_or_else(String::new, |more| format!(" (+{more})"));
        let available = max_width - if more.is_empty() { 0.0 } else { reserved_width(&more, size, Weight::Regular) };
        ellipsized(&abbreviated(name, &names), size, Weight::Regular, available) + &more
    };
    let mut lines: Vec<String> = shown.iter().zip(&names).map(line).collect();
    let rest = works.len() - shown.len();
    if rest > 0 {
        lines.push(Localizer::for_figures(language).render(&message!("map-evidence-more", count = rest)));
    }
    lines
}

/// A name in which the first other name of the list that it contains, of two words or more, is replaced by its initials:
/// next to `Discriminator Guidance`, `DiT-XL/2 + Discriminator Guidance` becomes `DiT-XL/2 + DG`.
pub(crate) fn abbreviated(name: &str, others: &[&str]) -> String {
    for other in others {
        if other.len() < name.len() && other.contains(' ') && contains_words(name, other) {
            let initials: String = other.split_whitespace().filter_map(|word| word.chars().next()).collect();
            return name.replacen(other, &initials, 1);
        }
    }
    name.to_owned()
}

/// Whether `name` contains `words` at word boundaries: `Work 4 base` contains `Work 4`, `Work 44` does not.
fn contains_words(name: &str, words: &str) -> bool {
    let is_word_char = |ch: Option<char>| ch.is_some_and(char::is_alphanumeric);
    name.find(words).is_some_and(|at| {
        !is_word_char(name[..at].chars().next_back()) && !is_word_char(name[at + words.len()..].chars().next())
    })
}

/// Width and height of lines set in `size`, padding included, in points.
pub(crate) fn size(lines: &[String], size: f64, weight: Weight) -> (f64, f64) {
    let widest = lines.iter().map(|line| reserved_width(line, size, weight)).fold(0.0, f64::max);
    let high = size * (1.02 + LINE_HEIGHT * (lines.len().max(1) - 1) as f64);
    (widest + 2.0 * PADDING.0, high + 2.0 * PADDING.1)
}

/// Width and height of a pill with lines of text, in points.
pub(crate) fn pill_size(lines: &[String], roles: &TypeScale) -> (f64, f64) {
    let widest = lines.iter().map(|line| reserved_width(line, roles.work, Weight::Bold)).fold(0.0, f64::max);
    (widest + 10.0, roles.work * 1.7 + roles.work * LINE_HEIGHT * (lines.len().max(1) - 1) as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contained_name_is_abbreviated() {
        let names = ["DiT-XL/2 + Discriminator Guidance", "Discriminator Guidance"];
        assert_eq!(abbreviated(names[0], &names), "DiT-XL/2 + DG");
        assert_eq!(abbreviated(names[1], &names), "Discriminator Guidance");
        assert_eq!(abbreviated("EDSR", &["EDSR", "MDSR"]), "EDSR");
        assert_eq!(abbreviated("Work 44", &["Work 4", "Work 44"]), "Work 44");
    }
}
