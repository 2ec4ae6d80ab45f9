//! The commands and their arguments.

use super::draw::DrawArgs;
use super::parse::{parse_date, parse_dialect, parse_export_format, parse_measure, parse_share};
use super::values::{
    ClusterSourceName, DetectionMethodName, DimensionName, GroupingName, NormalizationName, NullHypothesisName,
    PositionSourceName, PredictorName, QualityName, ScoreSourceName, ShellName, TieMeasureName, TrendGroupingName,
    TrendMeasureName,
};
use crate::bench::BenchArgs;
use crate::fetch::FetchArgs;
use crate::recipe::{InitArgs, RunArgs};
use crate::usage::LocalizedValues;
use clap::{Args, Subcommand};
use collabgraph::analysis::network_file::FileColumns;
use collabgraph::analysis::query::ClusterOptions;
use collabgraph::centrality::measure::Measure;
use collabgraph::community::detection::DetectionMethod;
use collabgraph::corpus::date::Date;
use collabgraph::exchange::ExportFormat;
use collabgraph::sink::sql::SqlDialect;
use std::path::PathBuf;

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
        #[command(flatten)]
        of_file: FileColumnArgs,
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
    Fetch(FetchArgs),
    #[cfg(feature = "app")]
    App {
        #[arg(long, short = 'o', value_name = "FILE")]
        output: PathBuf,
        #[arg(long)]
        with_registry: bool,
    },
    Lint {
        #[arg(required = true, value_name = "FIGURE.svg")]
        files: Vec<PathBuf>,
    },
    Completions {
        shell: ShellName,
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
    #[arg(long, short = 'o', value_name = "FILE", required_unless_present_any = ["emit_sql", "engine"])]
    pub(crate) output: Option<PathBuf>,
    #[arg(long, value_name = "FORMAT", value_parser = parse_export_format)]
    pub(crate) export_format: Option<ExportFormat>,
    #[arg(long, value_name = "DIALECT", value_parser = parse_dialect)]
    pub(crate) emit_sql: Option<SqlDialect>,
    #[arg(long, value_name = "FILE", requires = "emit_sql", default_value = "collab_cells.csv")]
    pub(crate) mapping: String,
    #[arg(long, value_name = "FILE", conflicts_with_all = ["emit_sql", "inputs", "input"])]
    pub(crate) cells: Option<PathBuf>,
    #[arg(long, value_name = "sc://HOST:PORT/;…", conflicts_with_all = ["emit_sql", "cells"])]
    pub(crate) engine: Option<String>,
    #[arg(long, value_name = "PATH|TABLE")]
    pub(crate) input: Option<PathBuf>,
    #[arg(long, value_name = "N", requires = "engine", default_value_t = 50_000_000)]
    pub(crate) max_edges: usize,
    #[arg(long, value_name = "FILE", requires = "engine")]
    pub(crate) token_file: Option<PathBuf>,
}

/// Options of `clusters`; names as `RunNetworkClustering` has them.
#[derive(Args, Debug)]
pub(crate) struct ClusterArgs {
    #[arg(long, value_enum, value_name = "METHOD", default_value_t = DetectionMethodName::Leiden, value_parser = LocalizedValues::<DetectionMethodName>::new())]
    pub(crate) method: DetectionMethodName,
    #[arg(long, conflicts_with_all = ["method", "quality", "resolution", "seed", "random_starts"])]
    pub(crate) given: bool,
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

/// Which columns of an export are those of the network file.
#[derive(Args, Clone, Copy, Debug)]
pub(crate) struct FileColumnArgs {
    #[arg(long, value_enum, value_name = "SOURCE", default_value_t = PositionSourceName::Computed)]
    pub(crate) positions: PositionSourceName,
    #[arg(long, value_enum, value_name = "SOURCE", default_value_t = ClusterSourceName::Computed)]
    pub(crate) clusters: ClusterSourceName,
    #[arg(long, value_enum, value_name = "SOURCE", default_value_t = ScoreSourceName::Measures)]
    pub(crate) scores: ScoreSourceName,
}

impl From<FileColumnArgs> for FileColumns {
    fn from(args: FileColumnArgs) -> Self {
        Self {
            positions: args.positions.into(),
            clusters: args.clusters.into(),
            scores: args.scores == ScoreSourceName::File,
        }
    }
}

impl ClusterArgs {
    /// The options of the question.
    pub(crate) fn options(&self) -> ClusterOptions {
        ClusterOptions {
            method: if self.given { DetectionMethod::Given } else { self.method.into() },
            quality: self.quality.into(),
            resolution: self.resolution,
            normalization: self.normalization.into(),
            seed: self.seed,
            random_starts: self.random_starts,
        }
    }
}
