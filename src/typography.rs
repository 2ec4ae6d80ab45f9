//! Text metrics without an installed font: predicted advance widths.
//!
//! Advances of Noto Sans KR (regular and bold), in 1/1000 em: a table for ASCII, Hangul 0.92 em, Han, kana and full-width
//! forms 1 em. Accented Latin characters are as wide as their base characters. A substituted font may be wider, so
//! overlap tests use [`reserved_width`].

use unicode_normalization::char::decompose_canonical;

/// Font weight.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Weight {
    /// CSS weight 400.
    #[default]
    Regular,
    /// CSS weight 700.
    Bold,
}

/// Ascent: height of a text box above the baseline, in em.
pub const ASCENT: f64 = 0.82;

/// Descent: depth of a text box below the baseline, in em.
pub const DESCENT: f64 = 0.20;

/// Distance from the vertical centre of a line of text down to its baseline, in em.
pub const BASELINE_OFFSET: f64 = 0.35;

/// Width reserved for font substitution, as a share of the predicted width.
pub const RESERVE: f64 = 0.10;

/// The same for texts of at most three characters, mostly numbers: the widths of digits vary most between fonts.
pub const SHORT_TEXT_RESERVE: f64 = 0.20;

/// Zero-width characters in a row up to which none adds width; no script stacks more marks on one base character.
const MAX_COMBINING_MARKS: usize = 8;
/// Advance of each further one, in 1/1000 em, so that text with endless combining marks is truncated like a long name.
const EXCESS_MARK_ADVANCE: u16 = 500;

/// Advances of U+0020 to U+007E in 1/1000 em, regular.
#[rustfmt::skip]
const REGULAR: [u16; 95] = [
    224, 323, 474, 555, 555, 921, 680, 278, 338, 338, 467, 555, 278, 347, 278, 392, 555, 555, 555,
    555, 555, 555, 555, 555, 555, 555, 278, 278, 555, 555, 555, 474, 946, 608, 657, 638, 688, 589,
    552, 689, 728, 293, 535, 646, 543, 812, 723, 742, 633, 742, 635, 596, 599, 721, 575, 878, 573,
    531, 603, 338, 392, 338, 555, 559, 606, 563, 618, 510, 620, 554, 325, 564, 607, 275, 275, 552,
    284, 926, 610, 606, 620, 620, 388, 468, 377, 607, 521, 802, 498, 521, 475, 338, 270, 338, 555,
];

/// Advances of U+0020 to U+007E in 1/1000 em, bold.
#[rustfmt::skip]
const BOLD: [u16; 95] = [
    227, 370, 574, 590, 590, 963, 740, 325, 378, 378, 507, 590, 325, 370, 325, 387, 590, 590, 590,
    590, 590, 590, 590, 590, 590, 590, 325, 325, 590, 590, 590, 514, 1007, 641, 681, 656, 714, 615,
    585, 717, 757, 330, 568, 686, 578, 853, 749, 770, 667, 770, 682, 624, 625, 748, 619, 915, 627,
    580, 613, 378, 387, 378, 590, 567, 626, 591, 644, 527, 644, 581, 372, 597, 640, 304, 306, 604,
    315, 964, 641, 626, 644, 644, 436, 495, 421, 637, 576, 863, 562, 574, 511, 378, 296, 378, 590,
];

/// Predicted width of a text set in `size`, in the unit of `size`. O(characters).
#[must_use]
pub fn width(text: &str, size: f64, weight: Weight) -> f64 {
    let (mut thousandths, mut marks) = (0u64, 0usize);
    for ch in text.chars() {
        let own = advance(ch, weight);
        marks = if own == 0 { marks + 1 } else { 0 };
        thousandths += u64::from(if marks > MAX_COMBINING_MARKS { EXCESS_MARK_ADVANCE } else { own });
    }
    thousandths as f64 / 1000.0 * size
}

/// Predicted width plus the reserve for font substitution, in the unit of `size`. O(characters).
#[must_use]
pub fn reserved_width(text: &str, size: f64, weight: Weight) -> f64 {
    let share = if text.chars().count() <= 3 { SHORT_TEXT_RESERVE } else { RESERVE };
    width(text, size, weight) * (1.0 + share)
}

/// Advance of one character in 1/1000 em; 0 for combining marks and controls.
#[must_use]
pub fn advance(ch: char, weight: Weight) -> u16 {
    ascii_advance(ch, weight).or_else(|| accented_advance(ch, weight)).unwrap_or_else(|| other_advance(ch))
}

fn ascii_advance(ch: char, weight: Weight) -> Option<u16> {
    let table = if weight == Weight::Bold { &BOLD } else { &REGULAR };
    table.get((ch as usize).checked_sub(0x20)?).copied()
}

/// Advance of the base character of a canonical decomposition: é is as wide as e.
fn accented_advance(ch: char, weight: Weight) -> Option<u16> {
    if !matches!(ch, '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}') {
        return None;
    }
    let mut base = None;
    decompose_canonical(ch, |ch| base = base.or(Some(ch)));
    ascii_advance(base?, weight)
}

fn other_advance(ch: char) -> u16 {
    match ch {
        '\u{0}'..='\u{1F}' | '\u{7F}'..='\u{9F}' => 0,
        '\u{300}'..='\u{36F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' => 0,
        '\u{20D0}'..='\u{20FF}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' => 0,
        // Jungseong and jongseong of decomposed Hangul are drawn within the syllable of the choseong before them.
        '\u{1160}'..='\u{11FF}' => 0,
        '\u{A0}' => 224,
        '\u{B7}' => 561,
        '\u{2018}' | '\u{2019}' | '\u{201A}' => 290,
        '\u{201C}'..='\u{201E}' => 500,
        '\u{2010}' | '\u{2011}' => 347,
        '\u{2012}' | '\u{2013}' => 547,
        '\u{2014}' => 894,
        '\u{1100}'..='\u{115F}' | '\u{3130}'..='\u{318F}' | '\u{A960}'..='\u{A97F}' | '\u{AC00}'..='\u{D7FF}' => 920,
        '\u{FF61}'..='\u{FFDC}' => 500,
        '\u{370}'..='\u{52F}' => 660,
        '\u{530}'..='\u{10FF}' => 700,
        '\u{1F000}'..='\u{1FAFF}' | '\u{2600}'..='\u{27BF}' => 1250,
        _ => 1000,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_equal_font_metrics() {
        // hmtx of Noto Sans CJK KR: K 646, A 608, I 293, S 596, T 599 (regular).
        assert!((width("KAIST", 10.0, Weight::Regular) - 27.42).abs() < 1e-9);
        assert!((width("서울대학교", 7.5, Weight::Bold) - 5.0 * 0.92 * 7.5).abs() < 1e-9);
        assert!((width("漢字", 6.0, Weight::Regular) - 12.0).abs() < 1e-9);
        assert!(width("KAIST", 10.0, Weight::Bold) > width("KAIST", 10.0, Weight::Regular));
    }

    #[test]
    fn combining_marks_have_no_advance() {
        assert!((width("é", 10.0, Weight::Regular) - width("e", 10.0, Weight::Regular)).abs() < 1e-9);
        assert!((width("e\u{301}", 10.0, Weight::Regular) - width("e", 10.0, Weight::Regular)).abs() < 1e-9);
        let decomposed: String = unicode_normalization::UnicodeNormalization::nfd("서울").collect();
        // A jongseong is part of its syllable block.
        assert!((width(&decomposed, 10.0, Weight::Regular) - width("서울", 10.0, Weight::Regular)).abs() < 1e-9);
    }

    #[test]
    fn short_texts_have_the_larger_reserve() {
        assert!((reserved_width("12", 10.0, Weight::Bold) - 1.2 * width("12", 10.0, Weight::Bold)).abs() < 1e-9);
        assert!((reserved_width("1234", 10.0, Weight::Bold) - 1.1 * width("1234", 10.0, Weight::Bold)).abs() < 1e-9);
    }
}
