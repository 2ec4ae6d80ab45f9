//! The flags, as types.

use crate::bench::BenchArgs;
use crate::engine::{self, Engine};
use crate::file_options::OptionPlaces;
use crate::recipe::{InitArgs, RunArgs};
use crate::usage::{LocalizedValues, UsageError};
use clap::{Args, Parser, Subcommand, ValueEnum};
use collabgraph::analysis::figure::{FigureRequest, View};
use collabgraph::analysis::query::{ClusterOptions, QualityKind};
use collabgraph::analysis::settings::Settings;
use collabgraph::answer::language::Language;
use collabgraph::centrality::measure::Measure;
use collabgraph::community::detection::DetectionMethod;
use collabgraph::community::quality::TieWeights;
use collabgraph::corpus::date::Date;
use collabgraph::corpus::filter::Only;
use collabgraph::corpus::kind::{ActorKind, WorkKind};
use collabgraph::drawing::theme::{Palette, Scheme};
use collabgraph::exchange::ExportFormat;
use collabgraph::ingest::delimited::BLANKS;
use collabgraph::ingest::format::Format;
use collabgraph::message;
use collabgraph::messages::Localizer;
use collabgraph::names::authority::Level;
use collabgraph::network::counting::{Counting, DEFAULT_MAX_TEAM};
use collabgraph::prediction::scores::Predictor;
use collabgraph::query::group::Grouping;
use collabgraph::query::indicators::Dimension;
use collabgraph::query::strongest::NullHypothesis;
use collabgraph::query::trend;
use collabgraph::sink::sql::SqlDialect;
use collabgraph::source::encoding::Encoding;
use std::path::PathBuf;

/// The command line. Help texts stand in the message catalogue: `help.ftl`.
#[derive(Debug, Parser)]
#[command(name = "collab", version, max_term_width = 100)]
#[command(disable_help_subcommand = true, subcommand_value_name = "COMMAND", subcommand_precedence_over_arg = true)]
pub(crate) struct Cli {
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) global: Global,
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

/// Options that every question takes.
#[derive(Args, Clone, Debug)]
pub(crate) struct Global {
    /// Which files the options of files belong to.
    #[arg(skip)]
    pub(crate) places: OptionPlaces,
    #[arg(long, short = 'd', global = true, value_name = "FILE", help_heading = "data")]
    pub(crate) data: Vec<PathBuf>,
    #[arg(long, global = true, value_name = "FORMAT", value_parser = parse_format, help_heading = "data")]
    pub(crate) input_format: Option<Format>,
    #[arg(long, global = true, value_name = "NAME", value_parser = parse_encoding, help_heading = "data")]
    pub(crate) encoding: Vec<Encoding>,
    #[arg(long, global = true, value_name = "NAME|N", help_heading = "data")]
    pub(crate) sheet: Vec<String>,
    #[arg(long, global = true, value_name = "SIZE", value_parser = parse_size, help_heading = "data")]
    pub(crate) max_unpacked: Option<u64>,
    #[arg(long, global = true, value_name = "CHARACTER", value_parser = parse_delimiter, help_heading = "data")]
    pub(crate) delimiter: Vec<u8>,
    #[arg(long, global = true, value_name = "N", help_heading = "data")]
    pub(crate) skip: Vec<usize>,
    #[arg(long, global = true, value_name = "KEY=COLUMN,…", help_heading = "data")]
    pub(crate) columns: Vec<String>,
    #[arg(long, global = true, value_name = "TEXT", help_heading = "data")]
    pub(crate) separator: Vec<String>,
    #[arg(long, global = true, value_name = "NAME", help_heading = "data")]
    pub(crate) keep_whole: Vec<String>,
    #[arg(long, global = true, value_name = "COLUMN|none", help_heading = "data")]
    pub(crate) group_by: Vec<String>,
    #[arg(long, global = true, value_enum, value_name = "as-names", help_heading = "data")]
    pub(crate) addresses: Option<AddressesHow>,
    #[arg(long, global = true, value_enum, value_name = "KIND,…", value_delimiter = ',', help_heading = "data")]
    pub(crate) exclude: Vec<ExcludedKind>,
    #[arg(long, global = true, value_name = "N", value_parser = clap::value_parser!(u32).range(1..), help_heading = "data")]
    pub(crate) network: Option<u32>,
    #[arg(long, global = true, help_heading = "data")]
    pub(crate) two_mode: bool,
    #[arg(long, global = true, conflicts_with = "two_mode", help_heading = "data")]
    pub(crate) one_mode: bool,
    #[arg(long, global = true, help_heading = "data")]
    pub(crate) strict: bool,

    #[arg(long, global = true, value_name = "default|none|FILE", help_heading = "names")]
    pub(crate) authority: Vec<String>,
    #[arg(long, alias = "ror", global = true, value_name = "FILE|none", help_heading = "names")]
    pub(crate) registry: Option<PathBuf>,
    #[arg(long, global = true, value_enum, default_value_t = LevelName::Institution, value_parser = LocalizedValues::<LevelName>::new(), help_heading = "names")]
    pub(crate) level: LevelName,

    #[arg(long, global = true, value_enum, default_value_t = CountingName::Full, value_parser = LocalizedValues::<CountingName>::new(), help_heading = "network")]
    pub(crate) counting: CountingName,
    #[arg(long, global = true, value_name = "N", default_value_t = DEFAULT_MAX_TEAM, help_heading = "network")]
    pub(crate) max_team: usize,

    #[arg(long, global = true, value_name = "DATE", value_parser = parse_date, help_heading = "filters")]
    pub(crate) since: Option<Date>,
    #[arg(long, global = true, value_name = "DATE", value_parser = parse_date, help_heading = "filters")]
    pub(crate) until: Option<Date>,
    #[arg(long, global = true, value_name = "COUNTRY", value_delimiter = ',', help_heading = "filters")]
    pub(crate) country: Vec<String>,
    #[arg(long, global = true, value_name = "COUNTRIES", value_delimiter = ',', help_heading = "filters")]
    pub(crate) country_all: Vec<String>,
    #[arg(long, global = true, value_name = "SECTOR", value_delimiter = ',', help_heading = "filters")]
    pub(crate) sector: Vec<String>,
    #[arg(long, global = true, value_name = "CRITERION", help_heading = "filters")]
    pub(crate) criterion: Vec<String>,
    #[arg(long, global = true, value_name = "DOMAIN", help_heading = "filters")]
    pub(crate) domain: Vec<String>,
    #[arg(long, global = true, value_name = "NAME", help_heading = "filters")]
    pub(crate) institution: Vec<String>,

    #[arg(long, global = true, value_enum, value_name = "KIND", value_delimiter = ',', value_parser = LocalizedValues::<OnlyName>::new(), help_heading = "filters")]
    pub(crate) only: Vec<OnlyName>,
    #[arg(long, global = true, value_name = "SET", help_heading = "filters")]
    pub(crate) across: Vec<String>,
    #[arg(long, global = true, value_name = "NAME", help_heading = "filters")]
    pub(crate) among: Vec<String>,
    #[arg(long, global = true, value_name = "N", value_parser = parse_count, help_heading = "filters")]
    pub(crate) min_works: Option<usize>,
    #[arg(long, global = true, value_name = "N", value_parser = parse_count, help_heading = "filters")]
    pub(crate) strongest: Option<usize>,

    #[arg(long, short = 'f', global = true, value_enum, help_heading = "output")]
    pub(crate) format: Option<AnswerFormat>,
    #[arg(long, short = 'o', global = true, value_name = "FILE", help_heading = "output")]
    pub(crate) output: Option<PathBuf>,
    #[arg(long, global = true, conflicts_with = "format", help_heading = "output")]
    pub(crate) json: bool,
    #[arg(long, global = true, help_heading = "output")]
    pub(crate) csv_safe: bool,
    #[arg(long, global = true, help_heading = "output")]
    pub(crate) no_bom: bool,
    #[arg(long, global = true, value_enum, env = "COLLAB_LANG", help_heading = "output")]
    pub(crate) lang: Option<LanguageName>,
    #[arg(long, global = true, value_enum, value_name = "WHEN", default_value_t = ColorWhen::Auto, help_heading = "output")]
    pub(crate) color: ColorWhen,
    #[arg(long, global = true, value_enum, value_name = "HOW", help_heading = "output")]
    pub(crate) notices: Option<NoticesHow>,
    #[arg(long, global = true, help_heading = "output")]
    pub(crate) evidence: bool,
    #[arg(long, global = true, help_heading = "output")]
    pub(crate) explain: bool,
    #[arg(long, short = 'q', global = true, help_heading = "output")]
    pub(crate) quiet: bool,
}

impl Global {
    /// The language of answers.
    pub(crate) fn language(&self) -> Language {
        Language::from(self.lang.unwrap_or(LanguageName::Both)).naming(self.level.into())
    }

    /// Whether works, actors or ties are chosen by what only all works tell.
    pub(crate) fn is_choosing(&self) -> bool {
        let Self { only, across, among, min_works, strongest, .. } = self;
        !(only.is_empty() && across.is_empty() && among.is_empty()) || min_works.is_some() || strongest.is_some()
    }

    /// What holds for every question.
    pub(crate) fn settings(&self) -> Settings {
        Settings {
            language: self.language(),
            level: self.level.into(),
            counting: self.counting.into(),
            max_team: self.max_team,
            since: self.since,
            until: self.until,
            country: self.country.clone(),
            country_all: self.country_all.clone(),
            sector: self.sector.clone(),
            criterion: self.criterion.clone(),
            domain: self.domain.clone(),
            institution: self.institution.clone(),
            only: self.only.iter().map(|&only| only.into()).collect(),
            across: self.across.clone(),
            among: self.among.clone(),
            min_works: self.min_works,
            strongest: self.strongest,
        }
    }
}

/// A list of affiliations, and how it is answered.
#[derive(Args, Clone, Debug)]
pub(crate) struct ResolveArgs {
    #[arg(value_name = "FILE|-")]
    pub(crate) list: Option<PathBuf>,
    #[arg(long, value_name = "NAME")]
    pub(crate) column: Option<String>,
    #[arg(long)]
    pub(crate) table: bool,
}

/// What is done with a registry.
#[derive(Subcommand, Clone, Debug)]
pub(crate) enum RegistryCommand {
    Build {
        dump: PathBuf,
        #[arg(long, short = 'o', value_name = "FILE")]
        output: PathBuf,
        #[arg(long, value_name = "DATE", value_parser = parse_date)]
        date: Option<Date>,
        #[arg(long, value_name = "N")]
        total: Option<u32>,
    },
}

/// A command.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    #[command(flatten)]
    Question(Question),
    #[command(flatten)]
    Product(Product),
    #[command(flatten)]
    Tool(Tool),
}

/// A question of the data: it has an answer.
#[derive(Debug, Subcommand)]
pub(crate) enum Question {
    Who {
        #[arg(required = true)]
        name: Vec<String>,
    },
    Between {
        #[arg(value_name = "A")]
        a: Option<String>,
        #[arg(value_name = "B")]
        b: Option<String>,
        #[arg(long, value_name = "SET", requires = "to", conflicts_with = "a")]
        from: Vec<String>,
        #[arg(long, value_name = "SET", requires = "from")]
        to: Vec<String>,
    },
    Path {
        a: String,
        b: String,
        #[arg(long, value_name = "N", default_value_t = 2)]
        alternatives: usize,
        #[arg(long)]
        weighted: bool,
    },
    Works,
    Institutions,
    Rank {
        #[arg(long, value_name = "MEASURE", default_value = "strength", value_parser = parse_measure)]
        by: Measure,
        #[arg(long, value_name = "N")]
        top: Option<usize>,
        #[arg(long, value_name = "ERROR", value_parser = parse_share)]
        approximate: Option<f64>,
        #[arg(long)]
        weighted: bool,
    },
    Clusters(ClusterArgs),
    Components,
    Statistics,
    Common {
        #[arg(required = true, num_args = 2.., value_name = "NAME")]
        names: Vec<String>,
    },
    Never {
        #[arg(long, value_name = "N", default_value_t = 20)]
        top: usize,
    },
    Predict {
        #[arg(long, value_enum, value_name = "SCORE", default_value_t = PredictorName::AdamicAdar, value_parser = LocalizedValues::<PredictorName>::new())]
        by: PredictorName,
        #[arg(long, value_name = "N", default_value_t = 20)]
        top: usize,
    },
    Strongest {
        #[arg(long, value_enum, value_name = "MEASURE", default_value_t = TieMeasureName::Weight, value_parser = LocalizedValues::<TieMeasureName>::new())]
        by: TieMeasureName,
        #[arg(long, value_name = "N", default_value_t = 20)]
        top: usize,
        #[arg(long, value_enum, value_name = "NULL", value_parser = LocalizedValues::<NullHypothesisName>::new())]
        significance: Option<NullHypothesisName>,
        #[arg(long, value_name = "P", default_value_t = 0.05, requires = "significance")]
        alpha: f64,
    },
    Brokers {
        #[arg(long, value_enum, value_name = "GROUPS", default_value_t = GroupingName::Sector, value_parser = LocalizedValues::<GroupingName>::new())]
        by: GroupingName,
        #[arg(long, value_name = "N")]
        top: Option<usize>,
    },
    Indicators {
        #[arg(long, value_enum, value_name = "SPLIT", value_delimiter = ',', value_parser = LocalizedValues::<DimensionName>::new())]
        by: Vec<DimensionName>,
        #[arg(long, value_name = "N")]
        top: Option<usize>,
    },
    Counting {
        #[arg(long, value_name = "N", default_value_t = 20)]
        top: usize,
    },
    Timeline {
        name: Option<String>,
        #[arg(long, value_name = "N")]
        top: Option<usize>,
    },
    Trend {
        #[arg(long, value_enum, value_name = "GROUPS", value_parser = LocalizedValues::<TrendGroupingName>::new())]
        by: Option<TrendGroupingName>,
        #[arg(long, value_enum, value_name = "MEASURE", default_value_t = TrendMeasureName::Works, value_parser = LocalizedValues::<TrendMeasureName>::new())]
        measure: TrendMeasureName,
        #[arg(long, value_name = "NAME")]
        of: Vec<String>,
        #[arg(long)]
        cumulative: bool,
        #[arg(long, value_name = "N", default_value_t = 10)]
        top: usize,
    },
    Search {
        #[arg(required = true)]
        text: Vec<String>,
        #[arg(long, value_name = "N", default_value_t = 20)]
        top: usize,
    },
    Check {
        #[arg(value_name = "CLAIMS.json")]
        claims: PathBuf,
    },
}

/// What is made of the data: files and lists of its own.
#[derive(Debug, Subcommand)]
pub(crate) enum Product {
    Names {
        #[arg(long, value_name = "FILE")]
        accept: Option<PathBuf>,
        #[arg(long)]
        thesaurus: bool,
    },
    Export {
        #[arg(long, short = 'o', value_name = "FILE")]
        output: PathBuf,
        #[arg(long, value_name = "FORMAT", value_parser = parse_export_format)]
        export_format: Option<ExportFormat>,
        #[arg(long)]
        with_works: bool,
    },
    Draw(Box<DrawArgs>),
    Explore {
        #[arg(long, short = 'o', value_name = "FILE", required_unless_present = "serve", conflicts_with = "serve")]
        output: Option<PathBuf>,
        #[arg(long)]
        serve: bool,
        #[arg(long, value_name = "N", default_value_t = 8017, requires = "serve")]
        port: u16,
    },
    Report {
        #[arg(long, short = 'o', value_name = "DIR", default_value = "output")]
        output: PathBuf,
        #[arg(long)]
        force: bool,
        #[arg(long, value_name = "CLAIMS.json")]
        claims: Option<PathBuf>,
    },
}

/// What reads inputs of its own, or none.
#[derive(Debug, Subcommand)]
pub(crate) enum Tool {
    Resolve(ResolveArgs),
    Registry {
        #[command(subcommand)]
        command: Option<RegistryCommand>,
    },
    Diff {
        old: PathBuf,
        new: PathBuf,
        #[arg(long, value_name = "N")]
        top: Option<usize>,
    },
    Project(ProjectArgs),
    Init(InitArgs),
    Run(RunArgs),
    #[cfg(feature = "app")]
    App {
        #[arg(long, short = 'o', value_name = "FILE")]
        output: PathBuf,
    },
    Lint {
        #[arg(required = true, value_name = "FIGURE.svg")]
        files: Vec<PathBuf>,
    },
    Completions {
        shell: clap_complete::Shell,
    },
    Man {
        #[arg(value_name = "COMMAND")]
        command: Vec<String>,
    },
    Help {
        #[arg(value_name = "COMMAND")]
        command: Vec<String>,
    },
    #[command(hide = true)]
    Bench(BenchArgs),
}

/// Options of `project`.
#[derive(Args, Debug)]
pub(crate) struct ProjectArgs {
    #[arg(value_name = "INPUT")]
    pub(crate) inputs: Vec<PathBuf>,
    #[arg(long, short = 'o', value_name = "FILE", required_unless_present = "emit_sql")]
    pub(crate) output: Option<PathBuf>,
    #[arg(long, value_name = "FORMAT", value_parser = parse_export_format)]
    pub(crate) export_format: Option<ExportFormat>,
    #[arg(long, value_name = "DIALECT", value_parser = parse_dialect)]
    pub(crate) emit_sql: Option<SqlDialect>,
    #[arg(long, value_name = "FILE", requires = "emit_sql", default_value = "collab_cells.csv")]
    pub(crate) mapping: String,
    #[arg(long, value_name = "FILE", conflicts_with_all = ["emit_sql", "inputs"])]
    pub(crate) cells: Option<PathBuf>,
}

/// Options of `clusters`; names as `RunNetworkClustering` has them.
#[derive(Args, Debug)]
pub(crate) struct ClusterArgs {
    #[arg(long, value_enum, value_name = "METHOD", default_value_t = DetectionMethodName::Leiden, value_parser = LocalizedValues::<DetectionMethodName>::new())]
    pub(crate) method: DetectionMethodName,
    #[arg(long, short = 'Q', value_enum, value_name = "FUNCTION", default_value_t = QualityName::Modularity)]
    pub(crate) quality: QualityName,
    #[arg(long, short = 'n', value_enum, value_name = "WEIGHTS", default_value_t = NormalizationName::None)]
    pub(crate) normalization: NormalizationName,
    #[arg(long, short = 'r', value_name = "G", default_value_t = 1.0)]
    pub(crate) resolution: f64,
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(crate) seed: u64,
    #[arg(long, value_name = "N", default_value_t = 10)]
    pub(crate) random_starts: usize,
}

impl ClusterArgs {
    /// The options of the question.
    pub(crate) fn options(&self) -> ClusterOptions {
        ClusterOptions {
            method: self.method.into(),
            quality: match self.quality {
                QualityName::Modularity => QualityKind::Modularity,
                QualityName::Cpm => QualityKind::Cpm,
            },
            resolution: self.resolution,
            normalization: match self.normalization {
                NormalizationName::None => TieWeights::AsCounted,
                NormalizationName::AssociationStrength => TieWeights::AssociationStrength,
            },
            seed: self.seed,
            random_starts: self.random_starts,
        }
    }
}

/// Options of `draw`.
#[derive(Args, Debug)]
pub(crate) struct DrawArgs {
    #[arg(value_enum)]
    pub(crate) view: Option<ViewName>,
    #[arg(value_name = "NAME")]
    pub(crate) names: Vec<String>,
    #[arg(long, short = 'o', value_name = "FILE", required_unless_present = "stats")]
    pub(crate) output: Option<PathBuf>,
    #[arg(short = 'T', long = "to", value_enum, value_name = "FORMAT")]
    pub(crate) to: Option<FigureFormat>,
    #[arg(long)]
    pub(crate) stats: bool,
    #[arg(long, value_name = "MM", default_value_t = 170.0)]
    pub(crate) width: f64,
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
    #[arg(long, value_name = "FILE")]
    pub(crate) font: Option<PathBuf>,
    #[arg(long, value_name = "DPI", default_value_t = 300.0)]
    pub(crate) dpi: f64,
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
    #[arg(long, conflicts_with = "engine")]
    pub(crate) plain: bool,
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
    pub(crate) fn request(&self) -> FigureRequest {
        let placed_with =
            self.engine.map(|engine| Localizer::in_both(&message!("cli-placed-with", engine = engine.key())));
        FigureRequest {
            view: self.view.map(Into::into),
            names: self.names.clone(),
            width_mm: self.width,
            scheme: match self.theme {
                ThemeName::Light => Scheme::Light,
                ThemeName::Dark => Scheme::Dark,
            },
            palette: self.palette.into(),
            title: self.title.clone(),
            no_title: self.no_title,
            headline: self.headline == HeadlineWhen::On,
            source: self.source.clone(),
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
            plain: self.plain,
            notes: placed_with.into_iter().collect(),
        }
    }
}

/// One word each for the values that users type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum AnswerFormat {
    #[value(alias = "table")]
    Text,
    Json,
    Csv,
    #[value(alias = "markdown")]
    Md,
    Xlsx,
}

/// Works that are left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExcludedKind {
    Retracted,
    Paratext,
}

/// Which works by who made them together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum OnlyName {
    Joint,
    International,
    IndustryUniversity,
}

impl From<OnlyName> for Only {
    fn from(name: OnlyName) -> Self {
        match name {
            OnlyName::Joint => Self::Joint,
            OnlyName::International => Self::International,
            OnlyName::IndustryUniversity => Self::IndustryUniversity,
        }
    }
}

/// What the works of a trend are split by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum TrendGroupingName {
    Country,
    Sector,
    Domain,
    #[value(alias = "institution", alias = "author")]
    Actor,
}

impl From<TrendGroupingName> for trend::TrendGrouping {
    fn from(name: TrendGroupingName) -> Self {
        match name {
            TrendGroupingName::Country => Self::Country,
            TrendGroupingName::Sector => Self::Sector,
            TrendGroupingName::Domain => Self::Domain,
            TrendGroupingName::Actor => Self::Actor,
        }
    }
}

/// A method of community detection, as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum DetectionMethodName {
    Leiden,
    Louvain,
    Infomap,
    LabelPropagation,
}

impl From<DetectionMethodName> for DetectionMethod {
    fn from(name: DetectionMethodName) -> Self {
        match name {
            DetectionMethodName::Leiden => Self::Leiden,
            DetectionMethodName::Louvain => Self::Louvain,
            DetectionMethodName::Infomap => Self::Infomap,
            DetectionMethodName::LabelPropagation => Self::LabelPropagation,
        }
    }
}

/// What ties are held against, as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum NullHypothesisName {
    Disparity,
    NoiseCorrected,
    CoOccurrence,
}

impl From<NullHypothesisName> for NullHypothesis {
    fn from(name: NullHypothesisName) -> Self {
        match name {
            NullHypothesisName::Disparity => Self::Disparity,
            NullHypothesisName::NoiseCorrected => Self::NoiseCorrected,
            NullHypothesisName::CoOccurrence => Self::CoOccurrence,
        }
    }
}

/// A score of link prediction, as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum PredictorName {
    CommonNeighbours,
    AdamicAdar,
    ResourceAllocation,
    PreferentialAttachment,
}

impl From<PredictorName> for Predictor {
    fn from(name: PredictorName) -> Self {
        match name {
            PredictorName::CommonNeighbours => Self::CommonNeighbours,
            PredictorName::AdamicAdar => Self::AdamicAdar,
            PredictorName::ResourceAllocation => Self::ResourceAllocation,
            PredictorName::PreferentialAttachment => Self::PreferentialAttachment,
        }
    }
}

/// What ties are ranked by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum TieMeasureName {
    Weight,
    Citations,
}

/// What a trend counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum TrendMeasureName {
    Works,
    Joint,
    International,
    Partners,
    Citations,
    Strength,
}

impl From<TrendMeasureName> for trend::TrendMeasure {
    fn from(name: TrendMeasureName) -> Self {
        match name {
            TrendMeasureName::Works => Self::Works,
            TrendMeasureName::Joint => Self::Joint,
            TrendMeasureName::International => Self::International,
            TrendMeasureName::Partners => Self::Partners,
            TrendMeasureName::Citations => Self::Citations,
            TrendMeasureName::Strength => Self::Strength,
        }
    }
}

/// What becomes of postal addresses among institutions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum AddressesHow {
    AsNames,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum LanguageName {
    Ko,
    En,
    Both,
}

impl From<LanguageName> for Language {
    fn from(name: LanguageName) -> Self {
        match name {
            LanguageName::Ko => Self::Korean,
            LanguageName::En => Self::English,
            LanguageName::Both => Self::Both,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum CountingName {
    Full,
    Fractional,
    Strict,
}

impl From<CountingName> for Counting {
    fn from(name: CountingName) -> Self {
        match name {
            CountingName::Full => Self::Full,
            CountingName::Fractional => Self::Fractional,
            CountingName::Strict => Self::Strict,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum LevelName {
    Author,
    #[value(alias = "recorded")]
    Institution,
    Group,
    Country,
    Region,
    Sector,
    Domain,
}

impl From<LevelName> for Level {
    fn from(name: LevelName) -> Self {
        ActorKind::from(name).into()
    }
}

impl From<LevelName> for ActorKind {
    fn from(name: LevelName) -> Self {
        match name {
            LevelName::Author => Self::Author,
            LevelName::Institution => Self::Institution,
            LevelName::Group => Self::Group,
            LevelName::Country => Self::Country,
            LevelName::Region => Self::Region,
            LevelName::Sector => Self::Sector,
            LevelName::Domain => Self::Domain,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ColorWhen {
    Auto,
    Always,
    Never,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum NoticesHow {
    All,
    Summary,
    None,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum QualityName {
    Modularity,
    #[value(alias = "CPM")]
    Cpm,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum NormalizationName {
    None,
    #[value(alias = "AssociationStrength")]
    AssociationStrength,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ViewName {
    Map,
    #[value(alias = "two-mode")]
    Bipartite,
    Ego,
    Partners,
    Path,
    Timeline,
    Lanes,
    Geo,
    Matrix,
    Arc,
}

impl From<ViewName> for View {
    fn from(name: ViewName) -> Self {
        match name {
            ViewName::Map => Self::Map,
            ViewName::Bipartite => Self::Bipartite,
            ViewName::Ego => Self::Ego,
            ViewName::Partners => Self::Partners,
            ViewName::Path => Self::Path,
            ViewName::Timeline => Self::Timeline,
            ViewName::Lanes => Self::Lanes,
            ViewName::Geo => Self::Geo,
            ViewName::Matrix => Self::Matrix,
            ViewName::Arc => Self::Arc,
        }
    }
}

/// Whether the title of a figure is a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum HeadlineWhen {
    On,
    Off,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FigureFormat {
    Svg,
    #[value(alias = "gv")]
    Dot,
    Png,
    Pdf,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum TextName {
    Text,
    Outline,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum GroupingName {
    Sector,
    Country,
}

impl From<GroupingName> for Grouping {
    fn from(name: GroupingName) -> Self {
        match name {
            GroupingName::Sector => Self::Sector,
            GroupingName::Country => Self::Country,
        }
    }
}

impl From<DimensionName> for Dimension {
    fn from(name: DimensionName) -> Self {
        match name {
            DimensionName::Year => Self::Year,
            DimensionName::Country => Self::Country,
            DimensionName::Sector => Self::Sector,
            DimensionName::Institution => Self::Institution,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum DimensionName {
    Year,
    Country,
    Sector,
    Institution,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ThemeName {
    Light,
    Dark,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum PaletteName {
    Own,
    OkabeIto,
    Tol,
    Vosviewer,
}

impl From<PaletteName> for Palette {
    fn from(name: PaletteName) -> Self {
        match name {
            PaletteName::Own => Self::Own,
            PaletteName::OkabeIto => Self::OkabeIto,
            PaletteName::Tol => Self::Tol,
            PaletteName::Vosviewer => Self::Vosviewer,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum BackgroundName {
    Theme,
    None,
}

fn parse_date(text: &str) -> Result<Date, UsageError> {
    Date::parse_iso(text).ok_or_else(|| message!("usage-expected-date").into())
}

/// A measure by its key, or by the beginning of a word of what answers call it, in any language (`매개`).
fn parse_measure(text: &str) -> Result<Measure, UsageError> {
    let (wanted, keys) = (text.trim().to_lowercase(), Measure::ALL.map(Measure::key));
    let begins_a_word = |label: &str| label == wanted || format!(" {label}").contains(&format!(" {wanted}"));
    let is_meant = |measure: &Measure| {
        let (english, korean) = Localizer::in_both(&measure.label(WorkKind::Work));
        !wanted.is_empty() && (begins_a_word(&english.to_lowercase()) || begins_a_word(&korean))
    };
    // What a label begins with comes before a word within another (`매개` before `이원 매개`).
    let begins = |measure: &Measure| {
        let (english, korean) = Localizer::in_both(&measure.label(WorkKind::Work));
        !wanted.is_empty() && [english.to_lowercase(), korean].iter().any(|label| label.starts_with(&wanted))
    };
    let only = |is: &dyn Fn(&Measure) -> bool| {
        let mut meant = Measure::ALL.into_iter().filter(is);
        meant.next().filter(|_| meant.next().is_none())
    };
    Measure::parse(text).or_else(|| only(&begins)).or_else(|| only(&is_meant)).ok_or_else(|| UsageError::none_of(&keys))
}

fn parse_format(text: &str) -> Result<Format, UsageError> {
    Format::parse(text).ok_or_else(|| UsageError::none_of(&Format::all().map(Format::key).collect::<Vec<_>>()))
}

fn parse_encoding(text: &str) -> Result<Encoding, UsageError> {
    Encoding::parse(text).ok_or_else(|| {
        UsageError::none_of(&["utf-8", "cp949", "utf-16", "shift_jis", "gb18030", "big5", "windows-1252"])
    })
}

/// A character, or the word for one.
fn parse_delimiter(text: &str) -> Result<u8, UsageError> {
    match (text, text.as_bytes()) {
        ("tab" | "\\t", _) => Ok(b'\t'),
        ("comma", _) => Ok(b','),
        ("semicolon", _) => Ok(b';'),
        ("pipe" | "bar", _) => Ok(b'|'),
        ("space" | "blank", _) => Ok(BLANKS),
        (_, &[byte]) if byte == b'\t' || byte == b' ' || byte.is_ascii_punctuation() && byte != b'"' => Ok(byte),
        _ => Err(UsageError::none_of(&["comma", "semicolon", "tab", "pipe", "space"])),
    }
}

/// A number of bytes, or of KiB, MiB, GiB or TiB: `800M`, `8G`.
fn parse_size(text: &str) -> Result<u64, UsageError> {
    let upper = text.trim().to_ascii_uppercase();
    let short = upper.strip_suffix("IB").or_else(|| upper.strip_suffix('B')).unwrap_or(&upper);
    let (digits, shift) = match short.char_indices().last() {
        Some((at, 'K')) => (&short[..at], 10),
        Some((at, 'M')) => (&short[..at], 20),
        Some((at, 'G')) => (&short[..at], 30),
        Some((at, 'T')) => (&short[..at], 40),
        _ => (short, 0),
    };
    let is_whole = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let number = digits.parse::<u64>().ok().filter(|&number| is_whole && number > 0);
    let bytes = number.and_then(|number| number.checked_mul(1 << shift));
    bytes.ok_or_else(|| message!("usage-expected-size").into())
}

fn parse_count(text: &str) -> Result<usize, UsageError> {
    let number = text.parse().ok().filter(|&number| number > 0);
    number.ok_or_else(|| message!("usage-expected-count").into())
}

fn parse_positive(text: &str) -> Result<f64, UsageError> {
    let number = text.parse::<f64>().ok().filter(|number| number.is_finite() && *number > 0.0);
    number.ok_or_else(|| message!("usage-expected-positive").into())
}

fn parse_share(text: &str) -> Result<f64, UsageError> {
    let number = text.parse::<f64>().ok().filter(|number| *number >= 0.0001 && *number < 1.0);
    number.ok_or_else(|| message!("usage-expected-share").into())
}

fn parse_dialect(text: &str) -> Result<SqlDialect, UsageError> {
    SqlDialect::parse(text).ok_or_else(|| UsageError::none_of(&SqlDialect::ALL.map(SqlDialect::key)))
}

fn parse_export_format(text: &str) -> Result<ExportFormat, UsageError> {
    ExportFormat::parse(text).ok_or_else(|| UsageError::none_of(&ExportFormat::ALL.map(ExportFormat::key)))
}
