//! Labels of institutions: one or two languages, long or short by the width of the figure.

use crate::answer::language::{Language, LanguageChoice};
use crate::answer::mark::{TextAnchor, TextLine};
use crate::corpus::institution::Names;
use crate::drawing::theme::{NARROW_BELOW_MM, Theme, TypeScale};
use crate::geometry::{Point, Rect};
use crate::typography::{Weight, reserved_width};

/// Length of names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// Common or official names.
    Long,
    /// Shortest names.
    Short,
}

impl Length {
    /// Length at a width in millimetres.
    #[must_use]
    pub fn at(width_mm: f64) -> Self {
        if width_mm < NARROW_BELOW_MM { Self::Short } else { Self::Long }
    }
}

/// Label of an institution: one or two lines, and the names for titles and sentences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// First line, bold.
    pub first: String,
    /// Second line in the second language, muted.
    pub second: Option<String>,
    /// Name for titles: `서울대학교 (Seoul National University)`.
    pub full: String,
    /// Name within a sentence in the figure's first language.
    pub plain: String,
}

/// Label of an institution.
#[must_use]
pub fn label(names: &Names, language: Language, length: Length) -> Label {
    let english = match length {
        // A name that is also the short one is as short as it should be.
        _ if names.short.as_deref() == Some(names.label()) => names.label().to_owned(),
        Length::Long => abbreviated(names.label(), length),
        Length::Short => abbreviated(names.short_label(), length),
    };
    let korean = match length {
        Length::Long => names.label_ko(),
        Length::Short => names.short_label_ko(),
    };
    let (first, second) = match (language.choice(), korean) {
        (LanguageChoice::English, _) | (_, None) => (english, None),
        (LanguageChoice::Korean, Some(korean)) => (korean.to_owned(), None),
        (LanguageChoice::Both, Some(korean)) if korean == english => (english, None),
        (LanguageChoice::Both, Some(korean)) => (korean.to_owned(), Some(english)),
    };
    Label { first, second, full: full(names, language), plain: plain(names, language) }
}

/// Name within a sentence in the figure's first language.
#[must_use]
pub fn plain(names: &Names, language: Language) -> String {
    match names.label_ko() {
        Some(korean) if language != Language::English => korean.to_owned(),
        _ => names.label().to_owned(),
    }
}

/// Official names in both languages, the figure's first language first.
#[must_use]
pub fn full(names: &Names, language: Language) -> String {
    match &names.name_ko {
        Some(korean) if *korean == names.name => korean.clone(),
        Some(korean) if language == Language::English => format!("{} ({korean})", names.name),
        Some(korean) => format!("{korean} ({})", names.name),
        None => names.name.clone(),
    }
}

/// Common abbreviations.
const SHORT_WORDS: [(&str, &str); 5] = [
    ("University", "Univ."),
    ("National", "Nat’l"),
    ("Laboratory", "Lab"),
    ("Laboratories", "Labs"),
    ("Institute", "Inst."),
];

/// Abbreviations for short labels.
const SHORTER_WORDS: [(&str, &str); 2] = [("Research", "Res."), ("Technology", "Tech.")];

/// Abbreviates the words of `SHORT_WORDS`, in short labels also those of `SHORTER_WORDS`. A single word stays as it
/// is.
#[must_use]
pub fn abbreviated(name: &str, length: Length) -> String {
    if !name.contains(' ') {
        return name.to_owned();
    }
    let more: &[(&str, &str)] = if length == Length::Short { &SHORTER_WORDS } else { &[] };
    let short = |word: &str| {
        SHORT_WORDS
            .iter()
            .chain(more)
            .find(|(long, _)| *long == word)
            .map_or_else(|| word.to_owned(), |(_, short)| (*short).to_owned())
    };
    name.split(' ').map(short).collect::<Vec<_>>().join(" ")
}

/// Distance of the two baselines, as a multiple of the type size of the first line.
pub const LINE_GAP: f64 = 0.94;

impl Label {
    /// Width and height of the label in points, with the reserve for wider fonts.
    #[must_use]
    pub fn size(&self, roles: &TypeScale) -> (f64, f64) {
        let first = reserved_width(&self.first, roles.name, Weight::Bold);
        match &self.second {
            Some(second) => {
                let second = reserved_width(second, roles.second, Weight::Regular);
                (first.max(second), roles.name * (0.82 + LINE_GAP) + roles.second * 0.20)
            }
            None => (first, roles.name * 1.02),
        }
    }

    /// Text lines of the label, its box starting at `top`, aligned at `x`.
    #[must_use]
    pub fn texts(&self, x: f64, top: f64, anchor: TextAnchor, roles: &TypeScale, theme: &Theme) -> Vec<TextLine> {
        let base = top + 0.82 * roles.name;
        let mut texts =
            vec![TextLine::new(&self.first, Point::new(x, base), roles.name, theme.ink).bold().anchored(anchor)];
        if let Some(second) = &self.second {
            let at = Point::new(x, base + LINE_GAP * roles.name);
            texts.push(TextLine::new(second, at, roles.second, theme.muted).anchored(anchor));
        }
        texts
    }

    /// Bounding box of [`texts`](Self::texts), with the reserve for wider fonts.
    #[must_use]
    pub fn bounds(&self, x: f64, top: f64, anchor: TextAnchor, roles: &TypeScale) -> Rect {
        let (width, height) = self.size(roles);
        let left = match anchor {
            TextAnchor::Start => x,
            TextAnchor::Middle => x - width / 2.0,
            TextAnchor::End => x - width,
        };
        Rect::new(left, top, left + width, top + height)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn snu() -> Names {
        Names {
            name: "Seoul National University".into(),
            name_ko: Some("서울대학교".into()),
            short: Some("SNU".into()),
            short_ko: Some("서울대".into()),
            ..Names::default()
        }
    }

    #[test]
    fn two_languages_two_lines() {
        let long = label(&snu(), Language::Both, Length::Long);
        assert_eq!((long.first.as_str(), long.second.as_deref()), ("서울대학교", Some("Seoul Nat’l Univ.")));
        assert_eq!(long.full, "서울대학교 (Seoul National University)");
        let short = label(&snu(), Language::Both, Length::Short);
        assert_eq!((short.first.as_str(), short.second.as_deref()), ("서울대", Some("SNU")));
        let english = label(&snu(), Language::English, Length::Short);
        assert_eq!((english.first.as_str(), english.second), ("SNU", None));
    }

    #[test]
    fn no_korean_name_is_invented() {
        let only = label(&Names::plain("Med AI Technology"), Language::Korean, Length::Long);
        assert_eq!((only.first.as_str(), only.second), ("Med AI Technology", None));
        let mut same = Names::plain("NVIDIA");
        same.name_ko = Some("NVIDIA".into());
        assert_eq!(label(&same, Language::Both, Length::Long).second, None);
    }
}
