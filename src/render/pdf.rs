//! PDF of a figure: one page of the figure's size, text can be searched and copied, only the glyphs that occur are
//! embedded. No date and no random number, so the same figure gives the same bytes.
//!
//! Halos, and faces that may not or cannot be embedded, are drawn as paths, so that no text is extracted twice. The
//! opacity of a group is passed to its members, which is exact where they do not overlap.

mod faces;
mod pack;
mod painter;

use pdf_writer::{Finish, Name, Pdf, Rect, Ref, TextStr};

use crate::render::fonts::{Error, Fonts};
use crate::render::pdf::faces::Faces;
use crate::render::pdf::pack::pack;
use crate::render::pdf::painter::ContentPainter;

/// Points per pixel of the laid-out figure (72 / 96).
const POINTS_PER_PIXEL: f32 = 0.75;

const CATALOG: Ref = Ref::new(1);
const PAGES: Ref = Ref::new(2);
const PAGE: Ref = Ref::new(3);
const CONTENT: Ref = Ref::new(4);
const INFORMATION: Ref = Ref::new(5);
const FIRST_FACE: i32 = 6;

/// PDF options.
#[derive(Clone, Debug)]
pub struct Options {
    /// Title of the document; by default the figure's `<title>`.
    pub title: Option<String>,
    /// Language of the document (`ko`); by default the figure's `lang`.
    pub language: Option<String>,
    /// Fonts.
    pub fonts: Fonts,
}

impl Default for Options {
    fn default() -> Self {
        Self { title: None, language: None, fonts: Fonts::of_system() }
    }
}

/// Writes the figure. Linear in the size of the figure and of the faces used.
///
/// # Errors
/// [`Error::Unreadable`] when `svg` is not valid SVG, [`Error::NoFont`] when there are no faces at all,
/// [`Error::NotEmbeddable`] when a face is damaged.
pub fn write(svg: &str, options: &Options) -> Result<Vec<u8>, Error> {
    let tree = options.fonts.lay_out(svg)?;
    let (own_title, own_language) = own_metadata(svg)?;
    let mut faces = Faces::new(options.fonts.database());
    let (width, height) = (tree.size().width() * POINTS_PER_PIXEL, tree.size().height() * POINTS_PER_PIXEL);
    let mut painter = ContentPainter::new(&mut faces, [POINTS_PER_PIXEL, 0.0, 0.0, -POINTS_PER_PIXEL, 0.0, height]);
    painter.group(tree.root(), usvg::Transform::identity(), 1.0);
    let (content, alphas) = painter.finish();

    let mut pdf = Pdf::new();
    let mut catalog = pdf.catalog(CATALOG);
    catalog.pages(PAGES);
    if let Some(language) = options.language.as_deref().or(own_language.as_deref()) {
        catalog.lang(TextStr(language));
    }
    catalog.viewer_preferences().display_doc_title(true);
    catalog.finish();
    pdf.pages(PAGES).kids([PAGE]).count(1);
    let mut information = pdf.document_info(INFORMATION);
    if let Some(title) = options.title.as_deref().or(own_title.as_deref()) {
        information.title(TextStr(title));
    }
    information.creator(TextStr("collabgraph"));
    information.finish();

    let mut page = pdf.page(PAGE);
    page.parent(PAGES).media_box(Rect::new(0.0, 0.0, width, height)).contents(CONTENT);
    let mut resources = page.resources();
    let mut states = resources.ext_g_states();
    for (number, (fill, stroke)) in alphas.iter().enumerate() {
        let mut state =
            states.insert(Name(format!("a{number}").as_bytes())).start::<pdf_writer::writers::ExtGraphicsState>();
        state.non_stroking_alpha(f32::from(*fill) / 1000.0).stroking_alpha(f32::from(*stroke) / 1000.0);
    }
    states.finish();
    let mut fonts = resources.fonts();
    for number in 0..faces.len() {
        fonts.pair(Name(format!("f{number}").as_bytes()), faces::reference(FIRST_FACE, number));
    }
    fonts.finish();
    resources.finish();
    page.finish();
    let packed = pack(&content);
    pdf.stream(CONTENT, &packed).filter(pdf_writer::Filter::FlateDecode);
    faces.write(&mut pdf, FIRST_FACE)?;
    Ok(pdf.finish())
}

/// The figure's title and language.
fn own_metadata(svg: &str) -> Result<(Option<String>, Option<String>), Error> {
    let document = roxmltree::Document::parse(svg).map_err(|error| Error::Unreadable(error.to_string()))?;
    let root = document.root_element();
    let title = root.children().find(|node| node.has_tag_name("title")).and_then(|node| node.text());
    Ok((title.map(str::to_owned), root.attribute("lang").map(str::to_owned)))
}
