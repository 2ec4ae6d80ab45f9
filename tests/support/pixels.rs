//! Pictures compared as eyes would: after a blur.

use std::io::Cursor;

/// A picture in rows of opaque colours.
pub(crate) struct Picture {
    pub(crate) width: usize,
    pub(crate) height: usize,
    pub(crate) pixels: Vec<[f32; 3]>,
}

/// Reads a PNG; what is open becomes white.
pub(crate) fn read(bytes: &[u8]) -> Picture {
    let mut decoder = png::Decoder::new(Cursor::new(bytes));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().unwrap();
    let mut data = vec![0; reader.output_buffer_size().unwrap()];
    let frame = reader.next_frame(&mut data).unwrap();
    let channels = frame.color_type.samples();
    let (width, height) = (frame.width as usize, frame.height as usize);
    let opaque = |pixel: &[u8]| {
        let alpha = if channels == 4 { f32::from(pixel[3]) / 255.0 } else { 1.0 };
        [0, 1, 2].map(|part: usize| f32::from(pixel[part]) * alpha + 255.0 * (1.0 - alpha))
    };
    Picture { width, height, pixels: data.chunks_exact(channels).take(width * height).map(opaque).collect() }
}

/// Pixels that differ by more than 48 of 255 in a colour after a blur of 2.5 pixels, as a share of those that are no
/// white paper in one of the pictures: a figure with more text has more edges of letters. A picture may be larger than the
/// first: the rest is no part of the figure.
pub(crate) fn difference(one: &Picture, other: &Picture) -> f64 {
    let (width, height) = (one.width.min(other.width), one.height.min(other.height));
    assert!(one.width <= other.width + 1 && one.height <= other.height + 1, "the other picture is smaller");
    let mut field = Vec::with_capacity(width * height);
    let is_inked = |pixel: &[f32; 3]| pixel.iter().any(|part| *part < 255.0 - 48.0);
    let mut inked = 0;
    for y in 0..height {
        let (a, b) = (&one.pixels[y * one.width..], &other.pixels[y * other.width..]);
        inked += (0..width).filter(|&x| is_inked(&a[x]) || is_inked(&b[x])).count();
        field.extend((0..width).map(|x| [0, 1, 2].map(|part: usize| a[x][part] - b[x][part])));
    }
    // A blur of the difference is the difference of the blurs; most of it is zero and costs nothing.
    let across = blurred(&field, width, 1, |at| at % width);
    let both = blurred(&across, height, width, |at| at / width);
    let differing = both.iter().filter(|pixel| pixel.iter().any(|part| part.abs() > 48.0)).count();
    differing as f64 / inked.max(1) as f64
}

fn blurred(field: &[[f32; 3]], length: usize, stride: usize, place: impl Fn(usize) -> usize) -> Vec<[f32; 3]> {
    const REACH: i32 = 8;
    let weights: Vec<f32> = (-REACH..=REACH).map(|at| (-(at * at) as f32 / (2.0 * 2.5 * 2.5)).exp()).collect();
    let sum: f32 = weights.iter().sum();
    let mut target = vec![[0.0; 3]; field.len()];
    for (at, pixel) in field.iter().enumerate().filter(|(_, pixel)| **pixel != [0.0; 3]) {
        for (weight, by) in weights.iter().zip(-REACH..) {
            let there = place(at) as i32 + by;
            if (0..length as i32).contains(&there) {
                let to = (at as i64 + i64::from(by) * stride as i64) as usize;
                (0..3).for_each(|part| target[to][part] += pixel[part] * weight / sum);
            }
        }
    }
    target
}
