//! A figure as pixels. The size in millimetres and the resolution give the number of pixels; the resolution
//! stands in the file, so that an office program places it at the right size.

use usvg::tiny_skia_path::Transform;

use crate::render::fonts::{Error, Fonts};

/// Dots per inch that print needs.
pub const DPI: f64 = 300.0;

/// More pixels than this a side are refused.
const MAX_SIDE: u64 = 30_000;

/// More pixels than this in all are refused: they take some 400 MB.
const MAX_PIXELS: u64 = 100_000_000;

/// How a figure becomes pixels.
#[derive(Clone, Debug)]
pub struct Options {
    /// Dots per inch; [`DPI`] unless told.
    pub dpi: f64,
    /// The faces to write text with.
    pub fonts: Fonts,
}

impl Default for Options {
    fn default() -> Self {
        Self { dpi: DPI, fonts: Fonts::of_system() }
    }
}

/// Paints the figure. A figure with a background becomes RGB, one without RGBA. The same figure, options and
/// faces give the same bytes. Time and memory are linear in the number of pixels.
///
/// # Errors
/// [`Error::Unreadable`], [`Error::NoFont`], or [`Error::TooLarge`] above 30,000 pixels a side or 100 million in all.
pub fn write(svg: &str, options: &Options) -> Result<Vec<u8>, Error> {
    let tree = options.fonts.lay_out(svg)?;
    let scale = options.dpi / 96.0;
    let side = |length: f32| (f64::from(length) * scale).round().max(1.0) as u64;
    let (width, height) = (side(tree.size().width()), side(tree.size().height()));
    let too_large = Error::TooLarge { width, height };
    if width > MAX_SIDE || height > MAX_SIDE || width * height > MAX_PIXELS {
        return Err(too_large);
    }
    let mut pixels = resvg::tiny_skia::Pixmap::new(width as u32, height as u32).ok_or(too_large)?;
    let across = width as f32 / tree.size().width();
    let down = height as f32 / tree.size().height();
    resvg::render(&tree, Transform::from_scale(across, down), &mut pixels.as_mut());
    pack(&pixels, options.dpi)
}

fn pack(pixels: &resvg::tiny_skia::Pixmap, dpi: f64) -> Result<Vec<u8>, Error> {
    let opaque = pixels.pixels().iter().all(|pixel| pixel.alpha() == u8::MAX);
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, pixels.width(), pixels.height());
    encoder.set_color(if opaque { png::ColorType::Rgb } else { png::ColorType::Rgba });
    encoder.set_depth(png::BitDepth::Eight);
    // Flat colours pack best as they are: a third smaller than with filters.
    encoder.set_filter(png::Filter::NoFilter);
    let per_metre = (dpi / 0.0254).round() as u32;
    encoder.set_pixel_dims(Some(png::PixelDimensions { xppu: per_metre, yppu: per_metre, unit: png::Unit::Meter }));
    let data: Vec<u8> = pixels
        .pixels()
        .iter()
        .flat_map(|pixel| {
            let colour = pixel.demultiply();
            [colour.red(), colour.green(), colour.blue(), colour.alpha()].into_iter().take(if opaque { 3 } else { 4 })
        })
        .collect();
    let packing = |error: png::EncodingError| Error::Packing(error.to_string());
    let mut writer = encoder.write_header().map_err(packing)?;
    writer.write_image_data(&data).map_err(packing)?;
    writer.finish().map_err(packing)?;
    Ok(bytes)
}
