//! The options of `draw`.

use super::parse::{parse_aspect, parse_count, parse_measure, parse_positive, parse_share};
use super::values::{
    BackgroundName, ClusterSourceName, ColorByName, FigureByName, FigureFormat, HeadlineWhen, PaletteName,
    PositionSourceName, PresetName, TextName, ThemeName, TrendMeasureName, ViewName,
};
use crate::engine::{self, Engine};
use crate::error::CliError;
use crate::own_values;
use crate::usage::LocalizedValues;
use clap::Args;
use collabgraph::analysis::figure::FigureRequest;
use collabgraph::analysis::page::Aspect;
use collabgraph::centrality::measure::Measure;
use collabgraph::message;
use collabgraph::messages::Localizer;
use std::path::PathBuf;

/// Options of `draw`.
#[derive(Args, Debug)]
pub(crate) struct DrawArgs {
    #[arg(value_enum)]
    pub(crate) view: Option<ViewName>,
    #[arg(value_name = "NAME")]
    pub(crate) names: Vec<String>,
    #[arg(long, short = 'o', value_name = "FILE", required_unless_present_any = ["stats", "data_out", "alt_out"])]
    pub(crate) output: Option<PathBuf>,
    #[arg(short = 'T', long = "to", value_enum, value_name = "FORMAT")]
    pub(crate) to: Option<FigureFormat>,
    #[arg(long)]
    pub(crate) stats: bool,
    #[arg(long, value_name = "MM", default_value_t = 170.0)]
    pub(crate) width: f64,
    #[arg(long, value_name = "MM", value_parser = parse_positive, conflicts_with_all = ["aspect", "preset", "like", "save_layout"])]
    pub(crate) height: Option<f64>,
    #[arg(long, value_name = "W:H|A4", value_parser = parse_aspect, conflicts_with_all = ["preset", "like", "save_layout"])]
    pub(crate) aspect: Option<Aspect>,
    #[arg(long, value_enum, conflicts_with_all = ["width", "like", "save_layout"])]
    pub(crate) preset: Option<PresetName>,
    #[arg(long, value_enum, default_value_t = ThemeName::Light)]
    pub(crate) theme: ThemeName,
    #[arg(long, value_enum, default_value_t = PaletteName::Own)]
    pub(crate) palette: PaletteName,
    #[arg(long, value_name = "TEXT", conflicts_with = "no_title")]
    pub(crate) title: Option<String>,
    #[arg(long)]
    pub(crate) no_title: bool,
    #[arg(long, value_enum, default_value_t = HeadlineWhen::On)]
    pub(crate) headline: HeadlineWhen,
    #[arg(long, value_name = "TEXT")]
    pub(crate) source: Option<String>,
    #[arg(long, value_enum, default_value_t = BackgroundName::Theme)]
    pub(crate) background: BackgroundName,
    #[arg(long, value_name = "PREFIX")]
    pub(crate) id_prefix: Option<String>,
    #[arg(long)]
    pub(crate) inline: bool,
    #[arg(long, value_name = "COUNTRY")]
    pub(crate) home: Option<String>,
    #[arg(long, value_enum, default_value_t = TextName::Text)]
    pub(crate) text: TextName,
    #[arg(long, value_name = "NAME")]
    pub(crate) font_family: Option<String>,
    #[arg(long, value_name = "FILE")]
    pub(crate) font: Option<PathBuf>,
    #[arg(long, value_name = "DPI", default_value_t = 300.0)]
    pub(crate) dpi: f64,
    #[arg(long, value_name = "NAME")]
    pub(crate) highlight: Vec<String>,
    #[arg(long, value_name = "MEASURE", value_parser = parse_measure)]
    pub(crate) size_by: Option<Measure>,
    #[arg(long, value_enum, value_name = "GROUPS")]
    pub(crate) color_by: Option<ColorByName>,
    #[arg(long, value_name = "FILE")]
    pub(crate) labels: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(crate) colors: Option<PathBuf>,
    #[arg(long, value_name = "FILE.csv")]
    pub(crate) data_out: Option<PathBuf>,
    #[arg(long, value_name = "FILE.txt")]
    pub(crate) alt_out: Option<PathBuf>,
    #[arg(long, value_name = "NAME", help_heading = "part")]
    pub(crate) focus: Option<String>,
    #[arg(long, value_name = "N", value_parser = parse_count, help_heading = "part")]
    pub(crate) depth: Option<usize>,
    #[arg(long, value_name = "N", value_parser = parse_count, help_heading = "part")]
    pub(crate) top: Option<usize>,
    #[arg(long, value_name = "W", value_parser = parse_positive, help_heading = "part")]
    pub(crate) min_weight: Option<f64>,
    #[arg(long, value_name = "N", value_parser = parse_count, help_heading = "part")]
    pub(crate) component: Option<usize>,
    #[arg(long, value_name = "ALPHA", value_parser = parse_share, help_heading = "part")]
    pub(crate) backbone: Option<f64>,
    #[arg(long, value_name = "K", value_parser = parse_count, help_heading = "part")]
    pub(crate) core: Option<usize>,
    #[arg(long, value_enum, value_name = "GROUPS", value_parser = LocalizedValues::<FigureByName>::new(), help_heading = "trend")]
    pub(crate) by: Option<FigureByName>,
    #[arg(long, value_enum, value_name = "MEASURE", value_parser = LocalizedValues::<TrendMeasureName>::new(), help_heading = "trend")]
    pub(crate) measure: Option<TrendMeasureName>,
    #[arg(long, help_heading = "trend")]
    pub(crate) cumulative: bool,
    #[arg(long, conflicts_with = "engine")]
    pub(crate) plain: bool,
    #[arg(long, value_enum, value_name = "SOURCE", default_value_t = PositionSourceName::Computed, conflicts_with_all = ["engine", "like"])]
    pub(crate) positions: PositionSourceName,
    #[arg(long, value_enum, value_name = "SOURCE", default_value_t = ClusterSourceName::Computed)]
    pub(crate) clusters: ClusterSourceName,
    #[arg(long, value_name = "FILE", conflicts_with = "engine", help_heading = "stable")]
    pub(crate) like: Option<PathBuf>,
    #[arg(long, value_name = "FILE.json", help_heading = "stable")]
    pub(crate) save_layout: Option<PathBuf>,
    #[arg(long, value_name = "ENGINE", value_parser = engine::parse)]
    pub(crate) engine: Option<Engine>,
    #[arg(long, value_name = "SECONDS", value_parser = parse_positive, default_value = "60", requires = "engine")]
    pub(crate) engine_limit: f64,
}

impl DrawArgs {
    /// The figure that is asked for.
    pub(crate) fn request(&self) -> Result<FigureRequest, CliError> {
        let placed_with =
            self.engine.map(|engine| Localizer::in_both(&message!("cli-placed-with", engine = engine.key())));
        Ok(FigureRequest {
            view: self.view.map(Into::into),
            names: self.names.clone(),
            width_mm: self.width,
            preset: self.preset.map(Into::into),
            aspect: self.aspect,
            height_mm: self.height,
            scheme: self.theme.into(),
            palette: self.palette.into(),
            title: self.title.clone(),
            no_title: self.no_title,
            headline: self.headline == HeadlineWhen::On,
            source: self.source.clone(),
            font_family: self.font_family.clone(),
            no_background: self.background == BackgroundName::None,
            id_prefix: self.id_prefix.clone(),
            home: self.home.clone(),
            focus: self.focus.clone(),
            depth: self.depth,
            top: self.top,
            min_weight: self.min_weight,
            component: self.component,
            backbone: self.backbone,
            core: self.core,
            highlight: self.highlight.clone(),
            size_by: self.size_by,
            color_by: self.color_by.map(Into::into),
            labels: own_values::read(self.labels.as_deref())?,
            colors: own_values::read(self.colors.as_deref())?,
            plain: self.plain,
            positions: self.positions.into(),
            clusters: self.clusters.into(),
            by: self.by.map(Into::into),
            measure: self.measure.map(Into::into),
            cumulative: self.cumulative,
            notes: placed_with.into_iter().collect(),
        })
    }
}
