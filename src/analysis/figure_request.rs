//! What is asked for of a figure: its view, its part and its looks.

use serde::{Deserialize, Deserializer};

use crate::analysis::figure_by::{self, FigureBy};
use crate::analysis::own_values::{self, OwnValues};
use crate::analysis::page::{self, Aspect, Preset};
use crate::analysis::settings::keyed;
use crate::centrality::measure::Measure;
use crate::drawing::frame::DEFAULT_WIDTH_MM;
use crate::drawing::map::ColorBy;
use crate::drawing::theme::{Palette, Scheme};
use crate::query::trend::TrendMeasure;

/// A view of the data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// Who works with whom.
    Map,
    /// Works and institutions.
    Bipartite,
    /// The partners of an institution.
    Ego,
    /// The partners of an institution as rows, their joint works by date.
    Partners,
    /// The path between two institutions.
    Path,
    /// Works by date.
    Timeline,
    /// Institutions as lanes, joint works as linked dots.
    Lanes,
    /// The world, ties as arcs.
    Geo,
    /// Ties as cells.
    Matrix,
    /// Ties as arcs over a line.
    Arc,
    /// A measure of works by year.
    Trend,
    /// Two editions of the data on one layout.
    Compare,
}

impl View {
    /// All views.
    pub const ALL: [Self; 12] = [
        Self::Map,
        Self::Bipartite,
        Self::Ego,
        Self::Partners,
        Self::Path,
        Self::Timeline,
        Self::Lanes,
        Self::Geo,
        Self::Matrix,
        Self::Arc,
        Self::Trend,
        Self::Compare,
    ];

    /// Its word on the command line.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Map => "map",
            Self::Bipartite => "bipartite",
            Self::Ego => "ego",
            Self::Partners => "partners",
            Self::Path => "path",
            Self::Timeline => "timeline",
            Self::Lanes => "lanes",
            Self::Geo => "geo",
            Self::Matrix => "matrix",
            Self::Arc => "arc",
            Self::Trend => "trend",
            Self::Compare => "compare",
        }
    }
}

/// Where nodes stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PositionSource {
    /// Where a layout puts them.
    #[default]
    Computed,
    /// Where a network file has them.
    File,
}

impl PositionSource {
    /// Both, the default first.
    pub const ALL: [Self; 2] = [Self::Computed, Self::File];

    /// Its word in options.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Computed => "computed",
            Self::File => "file",
        }
    }
}

/// Whose clusters are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ClusterSource {
    /// Those that a method finds.
    #[default]
    Computed,
    /// Those that a network file gives.
    File,
}

impl ClusterSource {
    /// Both, the default first.
    pub const ALL: [Self; 2] = [Self::Computed, Self::File];

    /// Its word in options.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Computed => "computed",
            Self::File => "file",
        }
    }
}

/// A figure that is asked for. In JSON the keys are the options of `draw`, their values its words.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct FigureRequest {
    /// The view; `None`: the one that suits the data.
    #[serde(deserialize_with = "view")]
    pub view: Option<View>,
    /// The institutions that it is about.
    pub names: Vec<String>,
    /// Width in millimetres.
    #[serde(rename = "width")]
    pub width_mm: f64,
    /// What the figure is made for: sizes of page and type.
    #[serde(deserialize_with = "page::preset")]
    pub preset: Option<Preset>,
    /// Width to height of the page.
    #[serde(deserialize_with = "page::aspect")]
    pub aspect: Option<Aspect>,
    /// Height of the page in millimetres; `None`: what the figure needs.
    #[serde(rename = "height")]
    pub height_mm: Option<f64>,
    /// Light or dark.
    #[serde(rename = "theme", deserialize_with = "scheme")]
    pub scheme: Scheme,
    /// Colours of clusters.
    #[serde(deserialize_with = "palette")]
    pub palette: Palette,
    /// Title in place of its own.
    pub title: Option<String>,
    /// Whether title and subtitle are left out.
    pub no_title: bool,
    /// Whether the title is a finding, where there is one (`on`), or names the figure (`off`).
    #[serde(deserialize_with = "headline")]
    pub headline: bool,
    /// Source line in place of its own.
    pub source: Option<String>,
    /// Font family that comes first.
    pub font_family: Option<String>,
    /// Whether the page behind it shows.
    pub no_background: bool,
    /// Prefix of ids.
    pub id_prefix: Option<String>,
    /// Country whose institutions come first.
    pub home: Option<String>,
    /// The institution whose surroundings are drawn.
    pub focus: Option<String>,
    /// Steps around it.
    pub depth: Option<usize>,
    /// Most institutions.
    pub top: Option<usize>,
    /// Least weight of a tie.
    pub min_weight: Option<f64>,
    /// Number of a connected component, from 1.
    pub component: Option<usize>,
    /// Significance of ties of the backbone.
    pub backbone: Option<f64>,
    /// Least degree of the core.
    pub core: Option<usize>,
    /// Institutions beside whom all others are dimmed.
    pub highlight: Vec<String>,
    /// Measure that the size of the marks of a map stands for.
    #[serde(deserialize_with = "size_by")]
    pub size_by: Option<Measure>,
    /// What the colour of the marks of a map tells.
    #[serde(deserialize_with = "color_by")]
    pub color_by: Option<ColorBy>,
    /// Labels in place of the names of institutions.
    #[serde(deserialize_with = "own_values::from_map")]
    pub labels: OwnValues,
    /// Colours of institutions.
    #[serde(deserialize_with = "own_values::from_map")]
    pub colors: OwnValues,
    /// Whether all institutions are drawn without names.
    pub plain: bool,
    /// What the lines of a trend are, `None`: all works as one; or the periods of maps, `None`: all works.
    #[serde(deserialize_with = "figure_by::by")]
    pub by: Option<FigureBy>,
    /// What a trend counts.
    #[serde(deserialize_with = "measure")]
    pub measure: Option<TrendMeasure>,
    /// Whether each year of a trend has the sum of all years up to it.
    pub cumulative: bool,
    /// Where the nodes of a map stand.
    #[serde(deserialize_with = "positions")]
    pub positions: PositionSource,
    /// Whose clusters a map shows.
    #[serde(deserialize_with = "clusters")]
    pub clusters: ClusterSource,
    /// Further notes for the source line, English and Korean.
    #[serde(skip)]
    pub notes: Vec<(String, String)>,
}

impl Default for FigureRequest {
    fn default() -> Self {
        Self {
            view: None,
            names: Vec::new(),
            width_mm: DEFAULT_WIDTH_MM,
            preset: None,
            aspect: None,
            height_mm: None,
            scheme: Scheme::Light,
            palette: Palette::Own,
            title: None,
            no_title: false,
            headline: true,
            source: None,
            font_family: None,
            no_background: false,
            id_prefix: None,
            home: None,
            focus: None,
            depth: None,
            top: None,
            min_weight: None,
            component: None,
            backbone: None,
            core: None,
            highlight: Vec::new(),
            size_by: None,
            color_by: None,
            labels: OwnValues::default(),
            colors: OwnValues::default(),
            plain: false,
            by: None,
            measure: None,
            cumulative: false,
            positions: PositionSource::Computed,
            clusters: ClusterSource::Computed,
            notes: Vec::new(),
        }
    }
}

fn view<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<View>, D::Error> {
    keyed(deserializer, View::ALL.map(|view| (view.key(), view))).map(Some)
}

fn scheme<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Scheme, D::Error> {
    keyed(deserializer, [("light", Scheme::Light), ("dark", Scheme::Dark)])
}

fn positions<'de, D: Deserializer<'de>>(deserializer: D) -> Result<PositionSource, D::Error> {
    keyed(deserializer, PositionSource::ALL.map(|source| (source.key(), source)))
}

fn clusters<'de, D: Deserializer<'de>>(deserializer: D) -> Result<ClusterSource, D::Error> {
    keyed(deserializer, ClusterSource::ALL.map(|source| (source.key(), source)))
}

fn headline<'de, D: Deserializer<'de>>(deserializer: D) -> Result<bool, D::Error> {
    keyed(deserializer, [("on", true), ("off", false)])
}

fn palette<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Palette, D::Error> {
    let (own, okabe_ito, tol) = (("own", Palette::Own), ("okabe-ito", Palette::OkabeIto), ("tol", Palette::Tol));
    keyed(deserializer, [own, okabe_ito, tol, ("vosviewer", Palette::Vosviewer)])
}

fn size_by<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Measure>, D::Error> {
    keyed(deserializer, Measure::ALL.map(|one| (one.key(), one))).map(Some)
}

fn color_by<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<ColorBy>, D::Error> {
    keyed(deserializer, ColorBy::ALL.map(|one| (one.key(), one))).map(Some)
}

fn measure<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<TrendMeasure>, D::Error> {
    keyed(deserializer, TrendMeasure::ALL.map(|one| (one.key(), one))).map(Some)
}
