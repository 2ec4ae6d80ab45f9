//! PNG of a figure. The size in millimetres and the resolution determine the number of pixels; the resolution is stored
//! in the file, so that office programs place it at the right size.

use usvg::tiny_skia_path::Transform;

use crate::render::fonts::{Error, Fonts};

/// Default resolution in dots per inch, for print.
pub const DPI: f64 = 300.0;

/// Maximum number of pixels a side.
const MAX_SIDE: u64 = 30_000;

/// Maximum number of pixels in all; they take about 400 MB.
const MAX_PIXELS: u64 = 100_000_000;

/// PNG options.
#[derive(Clone, Debug)]
pub struct Options {
    /// Resolution in dots per inch; [`DPI`] by default.
    pub dpi: f64,
    /// Fonts.
    pub fonts: Fonts,
}

impl Default for Options {
    fn default() -> Self {
        Self { dpi: DPI, fonts: Fonts::of_system() }
    }
}

/// Renders the figure: RGB if all pixels are opaque, else RGBA. The same figure, options and faces give the same bytes.
/// Time and memory are linear in the number of pixels.
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
    // Flat colours compress best without filters: a third smaller.
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
