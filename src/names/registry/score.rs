//! The score of a candidate: a table of evidence, not a trained model.

use super::evidence::CountryFit;
use super::search::FoundBy;

/// What is known of a name in a text and the record that was chosen for it.
#[derive(Clone, Copy, Debug)]
pub(super) struct NameEvidence {
    pub(super) is_acronym: bool,
    pub(super) is_alias: bool,
    pub(super) is_short_name: bool,
    pub(super) is_gone: bool,
    /// Whether one record remained.
    pub(super) is_unique: bool,
    /// Whether the name is a whole part of the text.
    pub(super) is_whole: bool,
    /// Whether the city of the record stands in the text, outside of the name.
    pub(super) is_city: bool,
    pub(super) fit: CountryFit,
    pub(super) words: usize,
    pub(super) letters: usize,
    /// Whether all words are said all over the world.
    pub(super) is_generic: bool,
    pub(super) rarity: u8,
    /// Whether it begins as units do: institute, laboratory, school.
    pub(super) is_unit: bool,
    /// Whether the name is that of the city of its record.
    pub(super) is_own_city: bool,
    /// Whether the record is a system of universities.
    pub(super) is_system: bool,
    /// Whether a hospital, centre or branch stands in the same part.
    pub(super) is_other_body: bool,
    /// Whether a unit of a company follows.
    pub(super) is_company_unit: bool,
    /// Whether the name goes on in the text.
    pub(super) is_continued: bool,
    /// Whether the name begins before the span.
    pub(super) is_begun: bool,
    /// Whether it holds neither school nor faculty.
    pub(super) is_education_name: bool,
    pub(super) found: FoundBy,
}

/// Strength of the evidence.
pub(super) fn score(note: &NameEvidence) -> f64 {
    let is_placed = note.is_city || note.fit == CountryFit::Named;
    let base = if note.is_acronym {
        acronym(note, is_placed)
    } else if note.words == 1 {
        one_word(note, is_placed)
    } else if note.is_generic {
        generic(note, is_placed)
    } else {
        0.93
    };
    let minus = [
        (!note.is_unique, 0.45),
        (note.is_alias && !note.is_acronym, 0.02),
        (note.is_short_name && note.is_generic, 0.3),
        (note.is_gone, 0.1),
        (note.is_system, 0.35),
        (note.is_other_body && !note.is_whole, 0.35),
        (note.is_continued, 0.35),
        (note.is_begun, 0.3),
        (!note.is_whole, 0.01),
    ];
    let plus = if note.is_city {
        0.04
    } else if note.fit == CountryFit::Named {
        0.02
    } else {
        0.0
    };
    let found = match note.found {
        FoundBy::Exact => 0.0,
        FoundBy::Loose => 0.1,
        FoundBy::Rotated => {
            if is_placed {
                0.12
            } else {
                0.45
            }
        }
        FoundBy::Beginning => {
            if is_placed {
                0.15
            } else {
                0.25
            }
        }
        FoundBy::School => 0.12,
    };
    (base - minus.iter().filter(|(is, _)| *is).map(|(_, by)| by).sum::<f64>() - found + plus).clamp(0.0, 1.0)
}

/// Alone an acronym tells nothing.
fn acronym(note: &NameEvidence, is_placed: bool) -> f64 {
    let base = match (is_placed, note.is_whole) {
        (true, true) => 0.72,
        (true, false) => 0.5,
        _ => 0.3,
    };
    if note.letters < 3 { base - 0.3 } else { base }
}

fn one_word(note: &NameEvidence, is_placed: bool) -> f64 {
    let base = match (note.is_whole, is_placed) {
        _ if note.is_own_city => 0.2,
        _ if note.is_company_unit && note.rarity > 23 && note.letters > 4 => {
            if is_placed {
                0.85
            } else {
                0.7
            }
        }
        (true, true) => 0.85,
        (true, false) => 0.7,
        (false, true) => 0.5,
        (false, false) => 0.4,
    };
    let short = if note.letters < 4 { 0.25 } else { 0.0 };
    base - short - if note.is_generic { 0.3 } else { 0.0 }
}

fn generic(note: &NameEvidence, is_placed: bool) -> f64 {
    match (note.is_unit, note.is_whole, is_placed) {
        (true, true, true) => {
            if note.is_city {
                0.85
            } else {
                0.7
            }
        }
        (true, true, false) => 0.45,
        (true, false, true) => 0.55,
        (true, false, false) => 0.35,
        (false, true, true) => 0.92,
        (false, true, false) => 0.82,
        (false, false, true) => 0.78,
        (false, false, false) => {
            if note.words > 3 {
                0.65
            } else {
                0.55
            }
        }
    }
}
