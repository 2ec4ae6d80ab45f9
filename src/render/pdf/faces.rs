//! Fonts of a PDF: the glyphs that occur, their text, and the embedded subset.

use crate::render::fonts::{Error, glyph_id};
use crate::render::pdf::pack::pack;
use pdf_writer::types::{CidFontType, FontFlags, SystemInfo, UnicodeCmap};
use pdf_writer::{Finish, Name, Pdf, Rect, Ref, Str};
use std::collections::BTreeMap;
use subsetter::GlyphRemapper;
use usvg::fontdb::{Database, ID};

/// Number of PDF objects a face: font, descendant, descriptor, file, character map.
const REFERENCES: i32 = 5;

/// How the text of a face is written, in ascending order of fidelity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum EmbeddingMode {
    /// The face may not or cannot be embedded: its glyphs are drawn as paths.
    Paths,
    /// A variable face: its glyphs are drawn as paths under an invisible text.
    Invisible,
    /// The face is embedded and its text is visible.
    Shown,
}

struct Face {
    id: ID,
    embedding_mode: EmbeddingMode,
    units: f32,
    glyphs: GlyphRemapper,
    /// Text of each glyph and its width in thousandths of the em, by glyph id in the subset.
    glyph_texts: BTreeMap<u16, (String, f32)>,
}

/// The faces used so far, in order of first use.
pub(crate) struct Faces<'d> {
    database: &'d Database,
    faces: Vec<Face>,
}

/// Object reference of a face's font dictionary.
pub(crate) fn reference(first: i32, number: usize) -> Ref {
    Ref::new(first + number as i32 * REFERENCES)
}

impl<'d> Faces<'d> {
    pub(crate) fn new(database: &'d Database) -> Self {
        Self { database, faces: Vec::new() }
    }

    pub(crate) fn len(&self) -> usize {
        self.faces.len()
    }

    pub(crate) fn embedding_mode(&mut self, id: ID) -> EmbeddingMode {
        let known = self.faces.iter().find(|face| face.id == id).map(|face| face.embedding_mode);
        known.unwrap_or_else(|| self.database.with_face_data(id, embedding_mode).unwrap_or(EmbeddingMode::Paths))
    }

    /// Face number, glyph id in the subset, units an em.
    pub(crate) fn glyph(&mut self, glyph: &usvg::layout::PositionedGlyph) -> (usize, u16, f32) {
        let number = self.faces.iter().position(|face| face.id == glyph.font).unwrap_or_else(|| {
            let embedding_mode = self.embedding_mode(glyph.font);
            let units = self.database.with_face_data(glyph.font, units).unwrap_or(1000.0);
            self.faces.push(Face {
                id: glyph.font,
                embedding_mode,
                units,
                glyphs: GlyphRemapper::new(),
                glyph_texts: BTreeMap::new(),
            });
            self.faces.len() - 1
        });
        let (database, face) = (self.database, &mut self.faces[number]);
        let id = glyph_id(glyph);
        let cid = face.glyphs.remap(id);
        face.glyph_texts.entry(cid).or_insert_with(|| {
            let advance = |bytes: &[u8], index| {
                let face = ttf_parser::Face::parse(bytes, index).ok()?;
                face.glyph_hor_advance(ttf_parser::GlyphId(id))
            };
            let advance = database.with_face_data(glyph.font, advance).flatten().unwrap_or(0);
            (glyph.text.clone(), f32::from(advance) / face.units * 1000.0)
        });
        (number, cid, face.units)
    }

    /// Advance of a glyph in thousandths of the em.
    pub(crate) fn width(&self, face: usize, cid: u16) -> f32 {
        self.faces.get(face).and_then(|face| face.glyph_texts.get(&cid)).map_or(0.0, |ch| ch.1)
    }

    /// Writes all faces, the first with the reference `first`.
    pub(crate) fn write(&self, pdf: &mut Pdf, first: i32) -> Result<(), Error> {
        for (number, face) in self.faces.iter().enumerate() {
            let name = self.database.face(face.id).map_or("font", |face| face.post_script_name.as_str());
            let written = self
                .database
                .with_face_data(face.id, |bytes, index| face.write(pdf, reference(first, number), name, bytes, index));
            if written.flatten().is_none() {
                return Err(Error::NotEmbeddable(name.to_owned()));
            }
        }
        Ok(())
    }
}

fn units(bytes: &[u8], index: u32) -> f32 {
    ttf_parser::Face::parse(bytes, index).map_or(1000.0, |face| f32::from(face.units_per_em()))
}

fn embedding_mode(bytes: &[u8], index: u32) -> EmbeddingMode {
    let Ok(face) = ttf_parser::Face::parse(bytes, index) else { return EmbeddingMode::Paths };
    let restricted = face.permissions() == Some(ttf_parser::Permissions::Restricted);
    let tables = face.tables();
    match (restricted, tables.glyf.is_some(), tables.cff.is_some(), face.is_variable()) {
        (true, ..) | (_, false, false, _) => EmbeddingMode::Paths,
        (_, _, _, true) => EmbeddingMode::Invisible,
        _ => EmbeddingMode::Shown,
    }
}

impl Face {
    fn write(&self, pdf: &mut Pdf, font: Ref, name: &str, bytes: &[u8], index: u32) -> Option<()> {
        let (descendant, descriptor, file, map) = (offset(font, 1), offset(font, 2), offset(font, 3), offset(font, 4));
        let face = ttf_parser::Face::parse(bytes, index).ok()?;
        let subset = subsetter::subset(bytes, index, &self.glyphs).ok()?;
        // A PDF embeds the bare CFF table of a CFF face, but the whole file of a TrueType face.
        let cff = ttf_parser::RawFace::parse(&subset, 0).ok()?.table(ttf_parser::Tag::from_bytes(b"CFF "));
        let name = format!("{}+{name}", self.tag());
        let name = Name(name.as_bytes());
        let system = SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"Identity"), supplement: 0 };

        pdf.type0_font(font)
            .base_font(name)
            .encoding_predefined(Name(b"Identity-H"))
            .descendant_font(descendant)
            .to_unicode(map);
        let mut cid = pdf.cid_font(descendant);
        cid.subtype(if cff.is_some() { CidFontType::Type0 } else { CidFontType::Type2 });
        cid.base_font(name).system_info(system).font_descriptor(descriptor).default_width(0.0);
        if cff.is_none() {
            cid.cid_to_gid_map_predefined(Name(b"Identity"));
        }
        let mut widths = cid.widths();
        for (glyph, (_, width)) in &self.glyph_texts {
            widths.consecutive(*glyph, [*width]);
        }
        widths.finish();
        cid.finish();
        self.describe(
            pdf,
            descriptor,
            name,
            &face,
            if cff.is_some() { FontProgram::Cff(file) } else { FontProgram::TrueType(file) },
        );

        let packed = pack(cff.unwrap_or(&subset));
        let mut stream = pdf.stream(file, &packed);
        stream.filter(pdf_writer::Filter::FlateDecode);
        if cff.is_some() {
            stream.pair(Name(b"Subtype"), Name(b"CIDFontType0C"));
        }
        stream.finish();
        let mut glyph_texts = UnicodeCmap::new(Name(b"Letters"), system);
        for (glyph, (text, _)) in self.glyph_texts.iter().filter(|(_, ch)| !ch.0.is_empty()) {
            glyph_texts.pair_with_multiple(*glyph, text.chars());
        }
        let packed = pack(glyph_texts.finish().as_slice());
        pdf.cmap(map, &packed).filter(pdf_writer::Filter::FlateDecode);
        Some(())
    }

    fn describe(&self, pdf: &mut Pdf, at: Ref, name: Name, face: &ttf_parser::Face, program: FontProgram) {
        let scale = |value: i16| f32::from(value) / self.units * 1000.0;
        let bounds = face.global_bounding_box();
        let mut descriptor = pdf.font_descriptor(at);
        descriptor
            .name(name)
            .flags(FontFlags::SYMBOLIC)
            .bbox(Rect::new(scale(bounds.x_min), scale(bounds.y_min), scale(bounds.x_max), scale(bounds.y_max)))
            .italic_angle(face.italic_angle())
            .ascent(scale(face.ascender()))
            .descent(scale(face.descender()))
            .cap_height(scale(face.capital_height().unwrap_or(face.ascender())))
            .stem_v(if face.is_bold() { 140.0 } else { 80.0 });
        match program {
            FontProgram::Cff(file) => descriptor.font_file3(file),
            FontProgram::TrueType(file) => descriptor.font_file2(file),
        };
    }

    /// Subset tag of six letters, derived from its glyphs (FNV-1a).
    fn tag(&self) -> String {
        let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
        for glyph in self.glyphs.remapped_gids() {
            hash = (hash ^ u64::from(glyph)).wrapping_mul(0x0100_0000_01b3);
        }
        (0..6)
            .map(|_| {
                let ch = b'A' + (hash % 26) as u8;
                hash /= 26;
                char::from(ch)
            })
            .collect()
    }
}

/// Kind of the embedded font file, and its reference.
enum FontProgram {
    Cff(Ref),
    TrueType(Ref),
}

fn offset(font: Ref, by: i32) -> Ref {
    Ref::new(font.get() + by)
}
