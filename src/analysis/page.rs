//! Pages of a size of their own: the figure is laid out for the width at which it fills the page best.

use serde::{Deserialize, Deserializer};

use crate::analysis::error::AnalysisError;
use crate::analysis::settings::keyed;
use crate::answer::figure::Figure;
use crate::drawing::frame::{MAX_WIDTH_MM, MIN_WIDTH_MM};
use crate::message;

/// Widths that are tried.
const TRIES: i32 = 6;
/// Narrowest and widest page as width to height.
const RATIOS: (f64, f64) = (0.2, 5.0);

/// What a figure is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preset {
    /// A slide of 16 : 9 (338.67 × 190.5 mm), type at least 1.7 times as large as on paper.
    Slide,
    /// A square for social media, 182.88 mm: 1080 pixels at 150 dpi. Type at least 1.25 times as large as on paper.
    Social,
    /// One column of a page, 85 mm wide.
    Column,
    /// The full width of a page, 170 mm.
    Page,
}

impl Preset {
    /// All presets.
    pub const ALL: [Self; 4] = [Self::Slide, Self::Social, Self::Column, Self::Page];

    /// Its word on the command line.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Slide => "slide",
            Self::Social => "social",
            Self::Column => "column",
            Self::Page => "page",
        }
    }

    /// Width of its figures, and the height where that is fixed, in millimetres.
    fn size(self) -> (f64, Option<f64>) {
        match self {
            Self::Slide => (338.67, Some(190.5)),
            Self::Social => (182.88, Some(182.88)),
            Self::Column => (85.0, None),
            Self::Page => (170.0, None),
        }
    }

    /// Least size of its type as a multiple of that on paper.
    fn least_scale(self) -> f64 {
        match self {
            Self::Slide => 1.7,
            Self::Social => 1.25,
            Self::Column | Self::Page => 1.0,
        }
    }
}

/// Width to height.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Aspect(f64);

impl Aspect {
    /// `16:9`, `4:5` and the like, or `A4` (upright); `None` for what is no ratio from 1:5 to 5:1.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let ratio = if text.eq_ignore_ascii_case("a4") {
            210.0 / 297.0
        } else {
            let (width, height) = text.split_once(':')?;
            width.trim().parse::<f64>().ok()? / height.trim().parse::<f64>().ok()?
        };
        (RATIOS.0..=RATIOS.1).contains(&ratio).then_some(Self(ratio))
    }
}

/// The size of a page as asked for: a preset, or a height or an aspect beside the width.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct PageSize {
    /// What the figure is made for.
    pub preset: Option<Preset>,
    /// Width to height.
    pub aspect: Option<Aspect>,
    /// Height in millimetres.
    pub height_mm: Option<f64>,
}

impl PageSize {
    /// Width and, where it is fixed, height in millimetres, for a width that was asked for.
    ///
    /// # Errors
    /// Two of preset, aspect and height; a height outside the limits of widths.
    pub fn resolve(self, width_mm: f64) -> Result<(f64, Option<f64>), AnalysisError> {
        match (self.preset, self.aspect, self.height_mm) {
            (None, None, None) => Ok((width_mm, None)),
            (Some(preset), None, None) => Ok(preset.size()),
            (None, Some(Aspect(ratio)), None) => Ok((width_mm, Some(width_mm / ratio))),
            (None, None, Some(height)) if (MIN_WIDTH_MM / 3.0..=MAX_WIDTH_MM).contains(&height) => {
                Ok((width_mm, Some(height)))
            }
            (None, None, Some(height)) => {
                let (given, min, max) =
                    (height.to_string(), (MIN_WIDTH_MM / 3.0).to_string(), MAX_WIDTH_MM.to_string());
                Err(message!("errors-height", given = given, min = min, max = max).into())
            }
            _ => Err(message!("errors-page-size").into()),
        }
    }

    fn least_scale(self) -> f64 {
        self.preset.map_or(1.0, Preset::least_scale)
    }

    /// The figure on a page of this width and height, composed for the width at which it fills the page best with type
    /// that is large enough. At most six compositions.
    ///
    /// # Errors
    /// Those of `compose`; a page on which type would be smaller than on paper.
    pub(crate) fn fit(
        self,
        (width, height): (f64, f64),
        compose: impl Fn(f64, Option<f64>) -> Result<Figure, AnalysisError>,
    ) -> Result<Figure, AnalysisError> {
        let least = MIN_WIDTH_MM.max(width / 4.0).min(width);
        let mut best: Option<(f64, Figure)> = None;
        for at in 0..TRIES {
            let tried = least * libm::pow(width / least, f64::from(at) / f64::from(TRIES - 1));
            let figure = compose(tried.clamp(MIN_WIDTH_MM, MAX_WIDTH_MM), Some(tried * height / width))?;
            let scale = (width / figure.width_mm()).min(height / figure.height_mm());
            // The share of the page that is filled, less where type is smaller than it should be.
            let filled = scale * scale * figure.width_mm() * figure.height_mm() / (width * height);
            let merit = filled * (scale / self.least_scale()).min(1.0);
            if best.as_ref().is_none_or(|(most, _)| merit > *most) {
                best = Some((merit, figure));
            }
        }
        let Some((_, figure)) = best else { return compose(width, None) };
        let scale = (width / figure.width_mm()).min(height / figure.height_mm());
        if scale < 1.0 - 1e-9 {
            let needed = |millimetres: f64| libm::ceil(millimetres).to_string();
            let (wide, high) = (needed(figure.width_mm()), needed(figure.height_mm()));
            return Err(message!("errors-page-too-small", width = wide, height = high).into());
        }
        Ok(figure.on_page(width, height))
    }
}

pub(crate) fn preset<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Preset>, D::Error> {
    keyed(deserializer, Preset::ALL.map(|preset| (preset.key(), preset))).map(Some)
}

pub(crate) fn aspect<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Aspect>, D::Error> {
    let text = String::deserialize(deserializer)?;
    let unknown = || serde::de::Error::custom(format!("`{text}` is no ratio of width to height such as 16:9"));
    Aspect::parse(&text).ok_or_else(unknown).map(Some)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn ratios_are_read() {
        assert_eq!(Aspect::parse("16:9"), Some(Aspect(16.0 / 9.0)));
        assert_eq!(Aspect::parse("a4"), Some(Aspect(210.0 / 297.0)));
        for wrong in ["", "16", "16:0", "0:9", "1:100", "x:y", "-1:-1e9", "NaN:1"] {
            assert_eq!(Aspect::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn one_of_preset_aspect_and_height_settles_the_page() {
        let size = |preset, aspect, height_mm| PageSize { preset, aspect, height_mm }.resolve(170.0);
        assert_eq!(size(None, None, None).unwrap(), (170.0, None));
        assert_eq!(size(None, Aspect::parse("1:1"), None).unwrap(), (170.0, Some(170.0)));
        assert_eq!(size(Some(Preset::Column), None, None).unwrap(), (85.0, None));
        assert!(size(Some(Preset::Slide), Aspect::parse("1:1"), None).is_err());
        assert!(size(None, None, Some(5.0)).is_err());
    }
}
