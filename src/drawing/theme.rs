//! Themes: colours and type sizes. A theme changes colours only; coordinates are the same in all.

use crate::answer::mark::{Color, NodeShape};
use crate::corpus::institution::Sector;
use crate::drawing::encoding::form;

/// Font families, Hangul first, with a Latin fallback.
pub const FONTS: &str = "'Noto Sans KR','Noto Sans CJK KR','Source Han Sans KR',Pretendard,'Apple SD Gothic Neo',\
'Malgun Gothic',NanumGothic,'DejaVu Sans',Arial,sans-serif";

/// Figures narrower than this, in millimetres, have the smaller type and short names of one column.
pub const NARROW_BELOW_MM: f64 = 120.0;

/// Light or dark scheme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scheme {
    /// Dark text on white.
    #[default]
    Light,
    /// Light text on near-black.
    Dark,
}

/// Palette of clusters. All but the first are as published, in both schemes: some colours (the yellow of Okabe & Ito
/// on white) have a contrast below 3 : 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Palette {
    /// The theme's own, distinguishable with all common forms of colour vision.
    #[default]
    Own,
    /// Okabe & Ito 2008, *Color Universal Design*: seven colours.
    OkabeIto,
    /// Paul Tol, *bright*: six colours.
    Tol,
    /// Clusters of VOSviewer: eighteen colours. Red and green are not distinguishable with deuteranopia or protanopia.
    Vosviewer,
}

const OKABE_ITO: [Color; 7] =
    colors([0xE6_9F_00, 0x56_B4_E9, 0x00_9E_73, 0xF0_E4_42, 0x00_72_B2, 0xD5_5E_00, 0xCC_79_A7]);
const TOL: [Color; 6] = colors([0x44_77_AA, 0xEE_66_77, 0x22_88_33, 0xCC_BB_44, 0x66_CC_EE, 0xAA_33_77]);
const VOSVIEWER: [Color; 18] = colors([
    0xD6_27_28, 0x2C_A0_2C, 0x1F_77_B4, 0xBC_BD_22, 0x94_67_BD, 0x17_BE_CF, 0xFF_7F_0E, 0x8C_56_4B, 0xE3_77_C2,
    0xFF_98_96, 0x98_DF_8A, 0xAE_C7_E8, 0xDB_DB_8D, 0xC5_B0_D5, 0x9E_DA_E5, 0xFF_BB_78, 0xC4_9C_94, 0xF7_B6_D2,
]);

/// Colours of a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    /// `light` or `dark`.
    pub name: &'static str,
    /// Page.
    pub page: Color,
    /// Text.
    pub ink: Color,
    /// Secondary text.
    pub muted: Color,
    /// Neutral lines.
    pub edge: Color,
    /// Hairlines, for decoration only.
    pub faint: Color,
    /// Pills and bands.
    pub panel: Color,
    /// Institution or path in focus.
    pub focus: Color,
    /// Text on a sector's colour.
    pub on_sector: Color,
    /// Colours of circles (education), squares (companies), diamonds (research institutes, government, healthcare) and
    /// hexagons (the rest).
    pub sectors: [Color; 4],
    /// Clusters by descending size; see [`Theme::cluster`] for further ones.
    pub clusters: &'static [Color],
    /// Sequential scale, ascending.
    pub sequential: [Color; 6],
    /// Scale of marks in an order, ascending, each clear of the page.
    pub ordered: [Color; 4],
    /// Opacity of a hull's fill.
    pub hull_tint: f64,
}

const fn colors<const N: usize>(rgb: [u32; N]) -> [Color; N] {
    let mut colors = [Color(0, 0, 0); N];
    let mut index = 0;
    while index < N {
        colors[index] = Color::hex(rgb[index]);
        index += 1;
    }
    colors
}

/// Light theme.
pub const LIGHT: Theme = Theme {
    name: "light",
    page: Color::hex(0xFF_FF_FF),
    ink: Color::hex(0x1A_1E_23),
    muted: Color::hex(0x59_62_6C),
    edge: Color::hex(0x7C_87_92),
    faint: Color::hex(0xD5_DB_E1),
    panel: Color::hex(0xF4_F6_F8),
    focus: Color::hex(0xB4_29_65),
    on_sector: Color::hex(0xFF_FF_FF),
    sectors: colors([0x1C_5F_AE, 0xBD_5A_14, 0x14_50_2F, 0x6E_75_7D]),
    clusters: &colors([0x5B_64_9C, 0xD3_6B_2D, 0x6B_18_3A, 0x4E_9E_82, 0xB4_29_65, 0x40_19_93, 0xB0_66_DA, 0x61_52_01]),
    sequential: colors([0xE8_EF_F8, 0xBC_D2_EC, 0x86_AC_DB, 0x4F_84_C4, 0x1C_5F_AE, 0x0D_3B_73]),
    ordered: colors([0x5F_92_D0, 0x2F_6D_B8, 0x15_4C_90, 0x06_22_4A]),
    hull_tint: 0.11,
};

/// Dark theme.
pub const DARK: Theme = Theme {
    name: "dark",
    page: Color::hex(0x14_18_1D),
    ink: Color::hex(0xEE_F1_F4),
    muted: Color::hex(0xA7_B0_BA),
    edge: Color::hex(0x78_83_8F),
    faint: Color::hex(0x39_41_4A),
    panel: Color::hex(0x1C_21_28),
    focus: Color::hex(0xF0_A3_C6),
    on_sector: Color::hex(0x14_18_1D),
    sectors: colors([0x4C_9D_EB, 0xD9_80_3A, 0xA8_E6_A0, 0xA3_AB_B3]),
    clusters: &colors([0x54_90_F3, 0xF9_BD_85, 0xFD_7E_A9, 0x82_EA_DC, 0xC3_46_57, 0xBD_B7_FE, 0x7F_59_AB, 0x9C_A3_37]),
    sequential: colors([0x1E_2C_3D, 0x25_45_67, 0x2E_62_99, 0x3F_84_C9, 0x6F_B0_F0, 0xB9_DB_FB]),
    ordered: colors([0x35_70_AE, 0x5A_9B_E0, 0x8F_C1_F2, 0xCF_E6_FD]),
    hull_tint: 0.17,
};

static LIGHT_PALETTES: [Theme; 4] = [
    LIGHT,
    Theme { clusters: &OKABE_ITO, ..LIGHT },
    Theme { clusters: &TOL, ..LIGHT },
    Theme { clusters: &VOSVIEWER, ..LIGHT },
];

static DARK_PALETTES: [Theme; 4] = [
    DARK,
    Theme { clusters: &OKABE_ITO, ..DARK },
    Theme { clusters: &TOL, ..DARK },
    Theme { clusters: &VOSVIEWER, ..DARK },
];

impl Theme {
    /// Theme of a scheme and a palette.
    #[must_use]
    pub fn with(scheme: Scheme, palette: Palette) -> &'static Self {
        let themes = match scheme {
            Scheme::Light => &LIGHT_PALETTES,
            Scheme::Dark => &DARK_PALETTES,
        };
        &themes[palette as usize]
    }

    /// Theme of a scheme with its own palette.
    #[must_use]
    pub fn of(scheme: Scheme) -> &'static Self {
        match scheme {
            Scheme::Light => &LIGHT,
            Scheme::Dark => &DARK,
        }
    }

    /// Colour of a sector: one for each shape of [`form`].
    #[must_use]
    pub fn sector(&self, sector: Option<Sector>) -> Color {
        match form(sector) {
            NodeShape::Circle | NodeShape::Pill => self.sectors[0],
            NodeShape::Square => self.sectors[1],
            NodeShape::Diamond => self.sectors[2],
            NodeShape::Hexagon => self.sectors[3],
        }
    }

    /// Colour of text on a colour: the first that can be read of the theme's two, black and white, one of which always can.
    #[must_use]
    pub fn text_on(&self, color: Color) -> Color {
        let candidates = [self.on_sector, self.ink, Color(0, 0, 0), Color(255, 255, 255)];
        candidates.into_iter().find(|text| text.contrast(color) >= 4.5).unwrap_or(self.ink)
    }

    /// Colour of a cluster by its rank in size, from 0; grey beyond the palette, where numbers identify the clusters.
    #[must_use]
    pub fn cluster(&self, rank: usize) -> Color {
        self.clusters.get(rank).copied().unwrap_or(self.sectors[3])
    }
}

/// Type sizes in points, by role.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TypeScale {
    /// Title, bold.
    pub title: f64,
    /// Subtitle.
    pub subtitle: f64,
    /// Name of a node in the first language, bold.
    pub name: f64,
    /// Name of a node in the second language.
    pub second: f64,
    /// Name of a work in its pill.
    pub work: f64,
    /// Evidence on an edge.
    pub evidence: f64,
    /// Number in a node or cell, bold.
    pub number: f64,
    /// Legend, axes and column headers.
    pub legend: f64,
    /// Source line.
    pub source: f64,
}

/// Type sizes of full-width figures.
pub const WIDE: TypeScale = TypeScale {
    title: 10.0,
    subtitle: 7.0,
    name: 7.5,
    second: 6.25,
    work: 6.75,
    evidence: 6.25,
    number: 6.0,
    legend: 6.25,
    source: 6.0,
};

/// Type sizes of one-column figures.
pub const NARROW: TypeScale = TypeScale {
    title: 9.0,
    subtitle: 6.5,
    name: 6.75,
    second: 6.0,
    work: 6.1,
    evidence: 6.0,
    number: 6.0,
    legend: 6.25,
    source: 6.0,
};

impl TypeScale {
    /// Type sizes at a width in millimetres.
    #[must_use]
    pub fn at(width_mm: f64) -> Self {
        if width_mm < NARROW_BELOW_MM { NARROW } else { WIDE }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_marks_reach_their_contrast() {
        for theme in [&LIGHT, &DARK] {
            for text in [theme.ink, theme.muted, theme.focus] {
                assert!(text.contrast(theme.page) >= 4.5, "{} {text}", theme.name);
            }
            for text in [theme.ink, theme.muted] {
                assert!(text.contrast(theme.panel) >= 4.5, "{} {text} on panel", theme.name);
            }
            for mark in theme.sectors.iter().chain(theme.clusters).chain(&theme.ordered).chain([&theme.edge]) {
                assert!(mark.contrast(theme.page) >= 3.0, "{} {mark}", theme.name);
            }
            for color in theme.sectors.iter().chain(theme.clusters).chain(&theme.ordered) {
                assert!(theme.text_on(*color).contrast(*color) >= 4.5, "{} on {color}", theme.name);
            }
            for sector in theme.sectors {
                assert!(theme.on_sector.contrast(sector) >= 4.5, "{} on {sector}", theme.name);
            }
        }
    }
}
