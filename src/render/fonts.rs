//! Fonts for PNG, PDF and outlined figures: those of the system, or files given by the user.
//!
//! A figure names a stack of families. The first installed family of the stack is used for whole texts; a character it
//! lacks is taken from the next family of the stack, then from other faces in a fixed order (sans first, then by name),
//! so that the choice does not depend on directory order. Characters that no face has are reported by
//! [`Fonts::missing`] before rendering.

use crate::message;
use crate::messages::language::Language;
use crate::messages::{List, Localizer, Message};
use std::collections::BTreeSet;
use std::sync::Arc;
use usvg::fontdb::{Database, FaceInfo, Family, ID, Query, Stretch, Style, Weight};

/// Default font stack, where none of a figure's families is installed.
pub const STACK: [&str; 9] = [
    "Noto Sans KR",
    "Noto Sans CJK KR",
    "Source Han Sans KR",
    "Pretendard",
    "Apple SD Gothic Neo",
    "Malgun Gothic",
    "NanumGothic",
    "DejaVu Sans",
    "Arial",
];

/// Maximum number of characters that a notice lists.
const NAMED: usize = 20;

/// The number of a glyph in its face, as OpenType's 16-bit tables have it; 0, the missing glyph, for a larger one.
#[cfg(any(feature = "outline", feature = "pdf"))]
pub(crate) fn glyph_id(glyph: &usvg::layout::PositionedGlyph) -> u16 {
    u16::try_from(glyph.id.0).unwrap_or(0)
}

/// Why a figure could not be rendered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Error {
    /// The figure is not a valid SVG.
    Unreadable(String),
    /// A font file contains no face.
    NoFace(String),
    /// The figure has text and there are no faces at all.
    NoFont,
    /// The image would have too many pixels.
    TooLarge {
        /// Pixels across.
        width: u64,
        /// Pixels down.
        height: u64,
    },
    /// A face cannot be embedded into the file.
    NotEmbeddable(String),
    /// Compression failed.
    Packing(String),
}

impl Error {
    /// What is wrong, and the fix.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Unreadable(reason) => message!("render-unreadable", reason = reason),
            Self::NoFace(file) => message!("render-no-face", file = file),
            Self::NoFont => message!("render-no-font"),
            Self::TooLarge { width, height } => message!("render-too-large", width = *width, height = *height),
            Self::NotEmbeddable(font) => message!("render-not-embeddable", font = font),
            Self::Packing(reason) => message!("render-compression", reason = reason),
        }
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&Localizer::new(Language::English).render(&self.message()))
    }
}

impl std::error::Error for Error {}

/// Origin of the faces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum FontOrigin {
    /// Installed fonts; the figure's stack decides.
    System,
    /// Files of the user; their faces take precedence.
    Files,
}

/// A set of font faces.
#[derive(Clone, Debug)]
pub struct Fonts {
    database: Arc<Database>,
    origin: FontOrigin,
}

impl Fonts {
    /// The fonts installed on this system. Reads the font directories; create once and reuse.
    #[must_use]
    pub fn of_system() -> Self {
        let mut database = Database::new();
        database.load_system_fonts();
        Self { database: Arc::new(database), origin: FontOrigin::System }
    }

    /// The faces of files alone (`(name, bytes)`), so that the result is the same on every system. In a collection of
    /// several families the first in [`STACK`] is used.
    ///
    /// # Errors
    /// [`Error::NoFace`] when a file contains no face.
    pub fn of_files(files: &[(String, Vec<u8>)]) -> Result<Self, Error> {
        let mut database = Database::new();
        for (name, bytes) in files {
            let before = database.len();
            database.load_font_data(bytes.clone());
            if database.len() == before {
                return Err(Error::NoFace(name.clone()));
            }
        }
        Ok(Self { database: Arc::new(database), origin: FontOrigin::Files })
    }

    /// Whether there are no faces.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.database.is_empty()
    }

    /// Family selected for the default stack, for notices and records.
    #[must_use]
    pub fn family(&self) -> Option<String> {
        let id = select(&self.database, self.origin, &STACK, Weight::NORMAL)?;
        self.database.face(id).map(|face| family_of(face).to_owned())
    }

    /// Characters of the figure's text that no face has, in code point order. White space, joiners and variation
    /// selectors need no glyph.
    ///
    /// # Errors
    /// [`Error::Unreadable`] when the figure is not well-formed XML.
    pub fn missing(&self, svg: &str) -> Result<Vec<char>, Error> {
        let wanted = characters(svg)?;
        let first = select(&self.database, self.origin, &STACK, Weight::NORMAL);
        let mut left: BTreeSet<char> = wanted;
        let others = ranked(&self.database, Weight::NORMAL);
        for id in first.into_iter().chain(others) {
            if left.is_empty() {
                break;
            }
            self.database.with_face_data(id, |bytes, index| {
                if let Ok(face) = ttf_parser::Face::parse(bytes, index) {
                    left.retain(|ch| face.glyph_index(*ch).is_none());
                }
            });
        }
        Ok(left.into_iter().collect())
    }

    #[cfg(any(feature = "pdf", feature = "outline"))]
    pub(crate) fn database(&self) -> &Database {
        &self.database
    }

    /// The parsed figure with text laid out.
    #[cfg(any(feature = "png", feature = "pdf", test))]
    pub(crate) fn lay_out(&self, svg: &str) -> Result<usvg::Tree, Error> {
        let tree = usvg::Tree::from_str(svg, &self.options()).map_err(|error| Error::Unreadable(error.to_string()))?;
        if self.is_empty() && svg.contains("<text") {
            return Err(Error::NoFont);
        }
        Ok(tree)
    }

    pub(crate) fn options(&self) -> usvg::Options<'static> {
        let origin = self.origin;
        let select_font: usvg::FontSelectionFn<'static> = Box::new(move |font, database| {
            let named: Vec<&str> = font
                .families()
                .iter()
                .filter_map(|family| match family {
                    usvg::FontFamily::Named(name) => Some(name.as_str()),
                    _ => None,
                })
                .collect();
            select(database, origin, &named, Weight(font.weight()))
        });
        let select_fallback: usvg::FallbackSelectionFn<'static> = Box::new(|ch, used, database| {
            let weight = used.first().and_then(|id| database.face(*id)).map_or(Weight::NORMAL, |face| face.weight);
            let covers = |id: &ID| !used.contains(id) && has_glyph(database, *id, ch);
            ranked(database, weight).into_iter().find(covers)
        });
        usvg::Options {
            fontdb: Arc::clone(&self.database),
            font_resolver: usvg::FontResolver { select_font, select_fallback },
            ..usvg::Options::default()
        }
    }
}

/// Notice about characters that no font has, with the fix.
#[must_use]
pub fn notice(missing: &[char]) -> Message {
    let characters = List::and(missing.iter().map(char::to_string), "other").naming(NAMED);
    message!("render-missing-glyphs", characters = characters)
}

/// The face for whole texts: the first installed family of the stack; with files of the user, theirs.
fn select(database: &Database, origin: FontOrigin, families: &[&str], weight: Weight) -> Option<ID> {
    let query = |name: &str| {
        let families = [Family::Name(name)];
        database.query(&Query { families: &families, weight, stretch: Stretch::Normal, style: Style::Normal })
    };
    let stack = || families.iter().chain(&STACK).filter_map(|name| query(name));
    let installed = stack().find(|id| draws_regular(database, *id)).or_else(|| stack().next());
    match origin {
        FontOrigin::System => installed.or_else(|| ranked(database, weight).first().copied()),
        FontOrigin::Files => {
            installed.or_else(|| database.faces().next().and_then(|face| query(family_of(face)).or(Some(face.id))))
        }
    }
}

/// Whether regular weight can be drawn without variations. False for a variable face whose default weight is not 400
/// (Noto Sans KR defaults to thin): text is laid out without variations and would come out thin.
fn draws_regular(database: &Database, id: ID) -> bool {
    let rests_elsewhere = |bytes: &[u8], index| {
        let Ok(face) = ttf_parser::Face::parse(bytes, index) else { return false };
        let weight = ttf_parser::Tag::from_bytes(b"wght");
        face.variation_axes().into_iter().any(|axis| axis.tag == weight && axis.def_value != 400.0)
    };
    !database.with_face_data(id, rests_elsewhere).unwrap_or(false)
}

/// All faces in fallback order.
fn ranked(database: &Database, weight: Weight) -> Vec<ID> {
    let mut faces: Vec<&FaceInfo> = database.faces().collect();
    faces.sort_by_cached_key(|face| {
        let family = family_of(face);
        let rank = STACK.iter().position(|name| *name == family).unwrap_or(STACK.len());
        (
            rank,
            !family.contains("Sans") && !family.contains("Gothic"),
            face.monospaced,
            face.style != Style::Normal,
            family.to_owned(),
            face.stretch.to_number().abs_diff(Stretch::Normal.to_number()),
            face.weight.0.abs_diff(weight.0),
            face.post_script_name.clone(),
            face.index,
        )
    });
    faces.into_iter().map(|face| face.id).collect()
}

fn family_of(face: &FaceInfo) -> &str {
    face.families.first().map_or("", |family| family.0.as_str())
}

fn has_glyph(database: &Database, id: ID, ch: char) -> bool {
    let covers =
        |bytes: &[u8], index| ttf_parser::Face::parse(bytes, index).is_ok_and(|face| face.glyph_index(ch).is_some());
    database.with_face_data(id, covers).unwrap_or(false)
}

/// Characters of all texts of a figure that need a glyph.
fn characters(svg: &str) -> Result<BTreeSet<char>, Error> {
    let document = roxmltree::Document::parse(svg).map_err(|error| Error::Unreadable(error.to_string()))?;
    Ok(document
        .descendants()
        .filter(|node| node.is_text() && node.ancestors().any(|above| above.has_tag_name("text")))
        .flat_map(|node| node.text().unwrap_or_default().chars())
        .filter(|ch| needs_glyph(*ch))
        .collect())
}

/// False for white space, controls, joiners, direction marks and variation selectors.
fn needs_glyph(ch: char) -> bool {
    !ch.is_whitespace()
        && !ch.is_control()
        && !matches!(ch, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}'
            | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{AD}')
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn without_a_font_every_character_is_missing() {
        let fonts = Fonts { database: Arc::new(Database::new()), origin: FontOrigin::System };
        let svg = "<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'><title>제목</title><text>가 A\u{FE0F}</text></svg>";
        assert_eq!(fonts.missing(svg).unwrap(), ['A', '가']);
        assert_eq!(fonts.lay_out(svg).unwrap_err(), Error::NoFont);
        assert_eq!(fonts.family(), None);
    }

    #[test]
    fn a_file_without_a_face_is_named_in_the_error() {
        let error = Fonts::of_files(&[("a.txt".into(), b"no font".to_vec())]).unwrap_err();
        assert_eq!(error, Error::NoFace("a.txt".into()));
        assert!(error.to_string().contains("a.txt"));
    }

    #[test]
    fn a_notice_names_characters_and_the_fix() {
        let many: Vec<char> = ('가'..).take(23).collect();
        let notice = Localizer::new(Language::English).render(&notice(&many));
        assert!(notice.contains('가') && notice.contains("and 3 more") && notice.contains("--font FILE"), "{notice}");
    }
}
