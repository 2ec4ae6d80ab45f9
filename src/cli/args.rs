//! The flags, as types.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use collabgraph::answer::language::Language;
use collabgraph::centrality::measure::Measure;
use collabgraph::corpus::date::Date;
use collabgraph::drawing::theme::Palette;
use collabgraph::exchange::ExportFormat;
use collabgraph::ingest::authority::Level;
use collabgraph::ingest::format::Format;
use collabgraph::network::counting::{Counting, DEFAULT_MAX_TEAM};
use collabgraph::question::group::Grouping;
use collabgraph::question::indicators::Dimension;
use collabgraph::render::graphviz::Engine;

use crate::bench::BenchArgs;

const AFTER_HELP: &str = "\
Examples:
  collab                                   what the data are, and what to try next
  collab who KAIST                         partners, and the works behind each tie
  collab who ㅋㅇㅅㅌ --lang ko             the same, by initial consonants, in Korean
  collab between KAIST NAVER               their joint works
  collab rank --by betweenness --top 5
  collab --data models.csv draw map -o partners.svg
  collab report                            everything, into output/

Exit code: 0 answered, 1 the honest answer is \"none\", 2 could not answer.";

/// Who builds it with whom: partnership graphs from a table of works and the institutions behind them.
#[derive(Debug, Parser)]
#[command(name = "collab", version, about, after_help = AFTER_HELP, max_term_width = 100)]
#[command(disable_help_subcommand = true, subcommand_value_name = "QUESTION", subcommand_help_heading = "Questions")]
pub(crate) struct Cli {
    /// The table to read when no question is asked: `collab models.csv` is `collab --data models.csv`
    #[arg(value_name = "FILE", help_heading = None)]
    pub(crate) files: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) global: Global,
    #[command(subcommand)]
    pub(crate) question: Option<Question>,
}

/// Options that every question takes.
#[derive(Args, Clone, Debug)]
pub(crate) struct Global {
    /// Read this table instead of the embedded data set; `-` is standard input; several are merged
    #[arg(long, short = 'd', global = true, value_name = "FILE", help_heading = "Data")]
    pub(crate) data: Vec<PathBuf>,
    /// What the input is, when its content does not tell
    #[arg(long, global = true, value_name = "FORMAT", value_parser = parse_format, help_heading = "Data")]
    pub(crate) input_format: Option<Format>,
    /// Which columns of a table to read, by name or number: `work=Title,institutions=Affiliations,date=Year`; of a list of ties: `source=A,target=B,weight=C`
    #[arg(long, global = true, value_name = "KEY=COLUMN,…", help_heading = "Data")]
    pub(crate) columns: Option<String>,
    /// What separates several values within one cell [default: `;` or `|` where there are any; `,` in Epoch tables, and in others where it stands between known names]
    #[arg(long, global = true, value_name = "TEXT", help_heading = "Data")]
    pub(crate) separator: Option<String>,
    /// A name that holds the separator and must not be split there, or that is taken for none (`Unknown`); may be repeated
    #[arg(long, global = true, value_name = "NAME", help_heading = "Data")]
    pub(crate) keep_whole: Vec<String>,
    /// Rows that are one work: those with the same text in this column, by name or number; `none`: each row is a work
    /// [default: rows of one identifier or DOI, and participations of one work where the table has a row for each]
    #[arg(long, global = true, value_name = "COLUMN|none", help_heading = "Data")]
    pub(crate) group_by: Option<String>,
    /// Read a table although its column of institutions holds postal addresses: each address counts as an institution, departments included, and answers say so
    #[arg(long, global = true, value_enum, value_name = "as-names", help_heading = "Data")]
    pub(crate) addresses: Option<AddressesHow>,
    /// Turn every notice into a failure; those of the embedded data set are documented and are none
    #[arg(long, global = true, help_heading = "Data")]
    pub(crate) strict: bool,

    /// Name authority: `default`, `none` (names as they stand), or a file laid over the default; may be repeated
    #[arg(long, global = true, value_name = "default|none|FILE", help_heading = "Names")]
    pub(crate) authority: Vec<String>,
    /// Institutions as recorded, or rolled up to their parents (Google Brain → Google)
    #[arg(long, global = true, value_enum, default_value_t = LevelName::Recorded, help_heading = "Names")]
    pub(crate) level: LevelName,

    /// How much a work adds to each of its pairs: full 1, fractional 1/(n−1), strict 2/(n(n−1))
    #[arg(long, global = true, value_enum, default_value_t = CountingName::Full, help_heading = "Network")]
    pub(crate) counting: CountingName,
    /// Works of more institutions make no ties; 0: no cap
    #[arg(long, global = true, value_name = "N", default_value_t = DEFAULT_MAX_TEAM, help_heading = "Network")]
    pub(crate) max_team: usize,

    /// Works published on or after (2016, 2016-11 or 2016-11-11)
    #[arg(long, global = true, value_name = "DATE", value_parser = parse_date, help_heading = "Filters (of works)")]
    pub(crate) since: Option<Date>,
    /// Works published on or before
    #[arg(long, global = true, value_name = "DATE", value_parser = parse_date, help_heading = "Filters (of works)")]
    pub(crate) until: Option<Date>,
    /// Works with an institution of this country (KR, Korea, 한국), and all their ties; lists of institutions show those of
    /// it alone, and say so; may be repeated
    #[arg(long, global = true, value_name = "COUNTRY", value_delimiter = ',', help_heading = "Filters (of works)")]
    pub(crate) country: Vec<String>,
    /// Works with an institution of this sector (university, company, government, collective; 대학, 기업 …), and all their
    /// ties; lists of institutions show those of it alone, and say so
    #[arg(long, global = true, value_name = "SECTOR", value_delimiter = ',', help_heading = "Filters (of works)")]
    pub(crate) sector: Vec<String>,
    /// Works listed for this reason (`Highly cited`, …)
    #[arg(long, global = true, value_name = "CRITERION", help_heading = "Filters (of works)")]
    pub(crate) criterion: Vec<String>,
    /// Works of this field (`Vision`, …)
    #[arg(long, global = true, value_name = "DOMAIN", help_heading = "Filters (of works)")]
    pub(crate) domain: Vec<String>,
    /// Works of this institution
    #[arg(long, global = true, value_name = "NAME", help_heading = "Filters (of works)")]
    pub(crate) institution: Vec<String>,

    /// How the answer is written
    #[arg(long, short = 'f', global = true, value_enum, default_value_t = AnswerFormat::Text, help_heading = "Answer")]
    pub(crate) format: AnswerFormat,
    /// Short for `--format json`
    #[arg(long, global = true, conflicts_with = "format", help_heading = "Answer")]
    pub(crate) json: bool,
    /// Korean, English, or English with both names [default: both; `report`: en]
    #[arg(long, global = true, value_enum, env = "COLLAB_LANG", help_heading = "Answer")]
    pub(crate) lang: Option<LanguageName>,
    /// Colour on a terminal
    #[arg(long, global = true, value_enum, value_name = "WHEN", default_value_t = ColorWhen::Auto, help_heading = "Answer")]
    pub(crate) color: ColorWhen,
    /// How much is said of the notices on standard error [default: summary; none for the embedded data set]
    #[arg(long, global = true, value_enum, value_name = "HOW", help_heading = "Answer")]
    pub(crate) notices: Option<NoticesHow>,
    /// Name the row and file behind every work of the answer
    #[arg(long, global = true, help_heading = "Answer")]
    pub(crate) evidence: bool,
    /// Nothing on standard error but errors
    #[arg(long, short = 'q', global = true, help_heading = "Answer")]
    pub(crate) quiet: bool,
}

impl Global {
    /// The language of answers.
    pub(crate) fn language(&self) -> Language {
        self.lang.unwrap_or(LanguageName::Both).into()
    }

    /// How the answer is written.
    pub(crate) fn answer_format(&self) -> AnswerFormat {
        if self.json { AnswerFormat::Json } else { self.format }
    }
}

/// What is asked.
#[derive(Debug, Subcommand)]
pub(crate) enum Question {
    /// Partners of an institution with the works behind each tie; for a model: who built it
    Who {
        /// Institution or work: Korean or English, short or official, or initial consonants
        #[arg(required = true)]
        name: Vec<String>,
    },
    /// Joint works of two; else partners in common and the shortest path
    Between {
        /// One institution
        a: String,
        /// The other
        b: String,
    },
    /// Shortest path of two institutions with the works on it, and the next alternatives
    Path {
        /// From
        a: String,
        /// To
        b: String,
        /// How many paths beside the shortest, up to 100
        #[arg(long, value_name = "N", default_value_t = 2)]
        alternatives: usize,
    },
    /// The works, filtered
    Works,
    /// The institutions, filtered
    Institutions,
    /// Institutions in order of a measure
    Rank {
        /// The measure
        #[arg(long, value_name = "MEASURE", default_value = "strength", value_parser = parse_measure)]
        by: Measure,
        /// How many rows (all, when not given)
        #[arg(long, value_name = "N")]
        top: Option<usize>,
        /// Estimate betweenness within this error, as 0.01, from sampled paths: for very large networks
        #[arg(long, value_name = "ERROR", value_parser = parse_share)]
        approximate: Option<f64>,
    },
    /// Partnership clusters (Leiden)
    Clusters(ClusterArgs),
    /// Connected groups
    Components,
    /// Partners that two or more institutions share, with the works to each
    Common {
        /// The institutions
        #[arg(required = true, num_args = 2.., value_name = "NAME")]
        names: Vec<String>,
    },
    /// Pairs that share partners but no work, strongest first
    Never {
        /// How many pairs; 0: all
        #[arg(long, value_name = "N", default_value_t = 20)]
        top: usize,
    },
    /// The strongest ties with the works behind them
    Strongest {
        /// How many ties; 0: all
        #[arg(long, value_name = "N", default_value_t = 20)]
        top: usize,
    },
    /// Who stands between groups: Gould–Fernandez roles, cut vertices, bridges, constraint
    Brokers {
        /// The groups
        #[arg(long, value_enum, value_name = "GROUPS", default_value_t = GroupingName::Sector)]
        by: GroupingName,
        /// How many brokers (all, when not given)
        #[arg(long, value_name = "N")]
        top: Option<usize>,
    },
    /// Collaboration indicators: index, degree, coefficient, international and industry shares
    Indicators {
        /// Splits beside the whole
        #[arg(long, value_enum, value_name = "SPLIT", value_delimiter = ',')]
        by: Vec<DimensionName>,
        /// How many countries and institutions (all, when not given)
        #[arg(long, value_name = "N")]
        top: Option<usize>,
    },
    /// Rankings under full, fractional and strict counting side by side, and what single works contribute
    Counting {
        /// How many rows; 0: all
        #[arg(long, value_name = "N", default_value_t = 20)]
        top: usize,
    },
    /// First and latest joint work of each tie, new partners per year
    Timeline {
        /// One institution only
        name: Option<String>,
        /// How many ties (all, when not given)
        #[arg(long, value_name = "N")]
        top: Option<usize>,
    },
    /// What changed between two tables: works and ties new, gone, stronger, weaker, and why counts moved
    Diff {
        /// The earlier table
        old: PathBuf,
        /// The later table
        new: PathBuf,
        /// How many rows of each table (all, when not given)
        #[arg(long, value_name = "N")]
        top: Option<usize>,
    },
    /// Search works, titles, authors and institutions
    Search {
        /// What to look for
        #[arg(required = true)]
        text: Vec<String>,
        /// How many of each; 0: all
        #[arg(long, value_name = "N", default_value_t = 20)]
        top: usize,
    },
    /// Hold statements against the data; exit code 1 when one differs
    Check {
        /// A claims file, or `article` or `korea-17` for those that are built in
        #[arg(value_name = "CLAIMS.json")]
        claims: PathBuf,
    },
    /// Every merge of names with its rule and rows, and suggestions that are never applied by themselves
    Names {
        /// A ROR dump (JSON, either schema, or .gz) for more suggestions
        #[arg(long, value_name = "FILE")]
        ror: Option<PathBuf>,
        /// Write the suggestions as an authority file to read, edit and use with --authority
        #[arg(long, value_name = "FILE")]
        accept: Option<PathBuf>,
        /// Merges and suggestions as a VOSviewer thesaurus on standard output
        #[arg(long)]
        thesaurus: bool,
    },
    /// Write the network for other programs: GEXF, GraphML, Pajek, GML, VOSviewer, Gephi and Kumu sheets, DOT
    Export {
        /// File to write; its ending tells the format (.gexf, .graphml, .net, .gml, .json, .csv, .tsv, .edges, .dot); `-` is standard output
        #[arg(long, short = 'o', value_name = "FILE")]
        output: PathBuf,
        /// Format, when the ending does not tell
        #[arg(long, value_name = "FORMAT", value_parser = parse_export_format)]
        export_format: Option<ExportFormat>,
    },
    /// Write the ties of inputs of any size, read block by block: no work is held in memory
    Project(ProjectArgs),
    /// Draw a partnership diagram
    Draw(Box<DrawArgs>),
    /// Write one page to walk around in, or serve it on this machine with `--serve`
    Explore {
        /// The page to write, such as page.html; it needs no server and no network
        #[arg(long, short = 'o', value_name = "FILE", required_unless_present = "serve", conflicts_with = "serve")]
        output: Option<PathBuf>,
        /// Serve the page on 127.0.0.1 until Ctrl-C, with the answers of this command under /api/
        #[arg(long)]
        serve: bool,
        /// The port to serve on; 0 takes a free one
        #[arg(long, value_name = "N", default_value_t = 8017, requires = "serve")]
        port: u16,
    },
    /// Check SVG files against the rules of embedding; exit code 1 with what to mend
    Lint {
        /// The files; ids must be unique across all of them
        #[arg(required = true, value_name = "FIGURE.svg")]
        files: Vec<PathBuf>,
    },
    /// Write the report: texts, figures, tables and a manifest
    Report {
        /// The folder
        #[arg(long, short = 'o', value_name = "DIR", default_value = "output")]
        output: PathBuf,
        /// Write into a folder that is not empty and was not made by this command
        #[arg(long)]
        force: bool,
        /// Check these statements: a claims file, `article` or `korea-17` [default: `article` where the data are the
        /// edition that it speaks of, else none]
        #[arg(long, value_name = "CLAIMS.json")]
        claims: Option<PathBuf>,
    },
    /// Completions for a shell, on standard output
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// The manual page, on standard output
    Man,
    /// Time one task on one file, for comparison with other programs
    #[command(hide = true)]
    Bench(BenchArgs),
}

/// Options of `project`.
#[derive(Args, Debug)]
pub(crate) struct ProjectArgs {
    /// Tables, works of OpenAlex one a line, our own JSON lines; packed by gzip or not; `-` is standard input. Works are
    /// not told apart: one that stands twice counts twice
    #[arg(value_name = "INPUT")]
    pub(crate) inputs: Vec<PathBuf>,
    /// File to write: .csv or .tsv hold a row for each tie (Source, Target, Weight), .graphml, .gexf, .net and others the
    /// network; .gz packs it
    #[arg(long, short = 'o', value_name = "FILE")]
    pub(crate) output: PathBuf,
    /// Format, when the ending does not tell
    #[arg(long, value_name = "FORMAT", value_parser = parse_export_format)]
    pub(crate) export_format: Option<ExportFormat>,
}

/// Options of `clusters`; names as `RunNetworkClustering` has them.
#[derive(Args, Debug)]
pub(crate) struct ClusterArgs {
    /// Quality function
    #[arg(long, short = 'Q', value_enum, value_name = "FUNCTION", default_value_t = QualityName::Modularity)]
    pub(crate) quality: QualityName,
    /// Weights that are clustered
    #[arg(long, short = 'n', value_enum, value_name = "WEIGHTS", default_value_t = NormalizationName::None)]
    pub(crate) normalization: NormalizationName,
    /// Resolution: higher gives more, smaller clusters; up to 1000000
    #[arg(long, short = 'r', value_name = "G", default_value_t = 1.0)]
    pub(crate) resolution: f64,
    /// Seed
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(crate) seed: u64,
    /// Starts, of which the best is kept, up to 10000
    #[arg(long, value_name = "N", default_value_t = 10)]
    pub(crate) random_starts: usize,
}

impl Default for ClusterArgs {
    fn default() -> Self {
        Self {
            quality: QualityName::Modularity,
            normalization: NormalizationName::None,
            resolution: 1.0,
            seed: 0,
            random_starts: 10,
        }
    }
}

/// Options of `draw`.
#[derive(Args, Debug)]
pub(crate) struct DrawArgs {
    /// The view; without one, the view that suits the data is drawn, and which and why is said
    #[arg(value_enum)]
    pub(crate) view: Option<ViewName>,
    /// For `ego`: the institution; for `path`: from and to
    #[arg(value_name = "NAME")]
    pub(crate) names: Vec<String>,
    /// File to write; its ending tells the format (.svg, .dot, .png, .pdf); `-` is standard output
    #[arg(long, short = 'o', value_name = "FILE", required_unless_present = "stats")]
    pub(crate) output: Option<PathBuf>,
    /// Format, when the ending does not tell
    #[arg(short = 'T', long = "to", value_enum, value_name = "FORMAT")]
    pub(crate) to: Option<FigureFormat>,
    /// Measures of the figure as JSON on standard output
    #[arg(long)]
    pub(crate) stats: bool,
    /// Width on paper in millimetres; the picture is laid out anew for it
    #[arg(long, value_name = "MM", default_value_t = 170.0)]
    pub(crate) width: f64,
    /// Colours
    #[arg(long, value_enum, default_value_t = ThemeName::Light)]
    pub(crate) theme: ThemeName,
    /// Colours of clusters
    #[arg(long, value_enum, default_value_t = PaletteName::Own)]
    pub(crate) palette: PaletteName,
    /// Title instead of the one made from the data
    #[arg(long, value_name = "TEXT", conflicts_with = "no_title")]
    pub(crate) title: Option<String>,
    /// No title and subtitle
    #[arg(long)]
    pub(crate) no_title: bool,
    /// Source line instead of the one made from the data
    #[arg(long, value_name = "TEXT")]
    pub(crate) source: Option<String>,
    /// `none` leaves the background out
    #[arg(long, value_enum, default_value_t = BackgroundName::Theme)]
    pub(crate) background: BackgroundName,
    /// Prefix of the ids in the file, for several figures in one page
    #[arg(long, value_name = "PREFIX")]
    pub(crate) id_prefix: Option<String>,
    /// For pasting into HTML: no XML prolog
    #[arg(long)]
    pub(crate) inline: bool,
    /// Country whose institutions are filled or stand on the left (default: the most frequent one)
    #[arg(long, value_name = "COUNTRY")]
    pub(crate) home: Option<String>,
    /// Text as text, or as outlines that need no font where they are shown
    #[arg(long, value_enum, default_value_t = TextName::Text)]
    pub(crate) text: TextName,
    /// Font file for .png, .pdf and outlines instead of the fonts of the system
    #[arg(long, value_name = "FILE")]
    pub(crate) font: Option<PathBuf>,
    /// Resolution of .png
    #[arg(long, value_name = "DPI", default_value_t = 300.0)]
    pub(crate) dpi: f64,
    /// Draw this institution and those around it
    #[arg(long, value_name = "NAME", help_heading = "A part of the data")]
    pub(crate) focus: Option<String>,
    /// Steps around the focus, or around the institution of `ego` [default: 1; `ego`: 2]
    #[arg(long, value_name = "N", value_parser = parse_count, help_heading = "A part of the data")]
    pub(crate) depth: Option<usize>,
    /// Draw the strongest institutions, by works plus partners
    #[arg(long, value_name = "N", value_parser = parse_count, help_heading = "A part of the data")]
    pub(crate) top: Option<usize>,
    /// Draw ties of at least this weight
    #[arg(long, value_name = "W", value_parser = parse_positive, help_heading = "A part of the data")]
    pub(crate) min_weight: Option<f64>,
    /// Draw one connected group by size; 1 is the largest
    #[arg(long, value_name = "N", value_parser = parse_count, help_heading = "A part of the data")]
    pub(crate) component: Option<usize>,
    /// Draw ties that the disparity filter finds below this level, as 0.05
    #[arg(long, value_name = "ALPHA", value_parser = parse_share, help_heading = "A part of the data")]
    pub(crate) backbone: Option<f64>,
    /// Draw the part in which each has so many partners
    #[arg(long, value_name = "K", value_parser = parse_count, help_heading = "A part of the data")]
    pub(crate) core: Option<usize>,
    /// Dots and lines without names, for networks of any size (`map`)
    #[arg(long, conflicts_with = "engine")]
    pub(crate) plain: bool,
    /// Keep the institutions of an earlier map where they were: an SVG of ours or a layout file; matched by id
    #[arg(long, value_name = "FILE", conflicts_with = "engine", help_heading = "Stable pictures")]
    pub(crate) like: Option<PathBuf>,
    /// Write where each institution stands, for --like
    #[arg(long, value_name = "FILE.json", help_heading = "Stable pictures")]
    pub(crate) save_layout: Option<PathBuf>,
    /// Let an installed Graphviz place the nodes (`map`, `bipartite`): dot, neato, fdp, sfdp, circo or twopi
    #[arg(long, value_name = "ENGINE", value_parser = parse_engine)]
    pub(crate) engine: Option<Engine>,
    /// Most seconds that --engine may take, up to a day
    #[arg(long, value_name = "SECONDS", value_parser = parse_positive, default_value = "60", requires = "engine")]
    pub(crate) engine_limit: f64,
}

/// One word each for the values that users type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum AnswerFormat {
    /// Sentences and aligned tables
    #[value(alias = "table")]
    Text,
    /// The record for machines, by its schema
    Json,
    /// The main table
    Csv,
    /// Sentences and tables in Markdown
    #[value(alias = "markdown")]
    Md,
}

/// What becomes of postal addresses among institutions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum AddressesHow {
    /// Each address is the name of an institution
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
    /// As recorded: families stay apart
    #[value(alias = "institution")]
    Recorded,
    /// Rolled up to the topmost parent
    Group,
}

impl From<LevelName> for Level {
    fn from(name: LevelName) -> Self {
        match name {
            LevelName::Recorded => Self::Recorded,
            LevelName::Group => Self::Group,
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
    /// Every notice with its place
    All,
    /// How many of each kind, with an example
    Summary,
    /// Nothing
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
    /// Institutions and their ties, with the works on them
    Map,
    /// Works and institutions, who built what
    #[value(alias = "two-mode")]
    Bipartite,
    /// One institution, its partners and theirs
    Ego,
    /// How two institutions are connected
    Path,
    /// Works by date × institutions
    Timeline,
    /// Who × whom, exact counts
    Matrix,
    /// Institutions in one column, joint works as arcs
    Arc,
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
    /// The theme's own
    Own,
    /// Okabe & Ito's seven
    OkabeIto,
    /// Paul Tol's bright six
    Tol,
    /// Those of VOSviewer
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

fn parse_date(text: &str) -> Result<Date, String> {
    Date::parse_iso(text).ok_or_else(|| "expected a date like 2016, 2016-11 or 2016-11-11".to_owned())
}

fn parse_measure(text: &str) -> Result<Measure, String> {
    let known = || Measure::ALL.map(Measure::key).join(", ");
    Measure::parse(text).ok_or_else(|| format!("expected one of {}", known()))
}

fn parse_format(text: &str) -> Result<Format, String> {
    let known = || Format::ALL.map(Format::key).join(", ");
    Format::parse(text).ok_or_else(|| format!("expected one of {}", known()))
}

fn parse_count(text: &str) -> Result<usize, String> {
    text.parse().ok().filter(|&number| number > 0).ok_or_else(|| "expected a whole number from 1".to_owned())
}

fn parse_positive(text: &str) -> Result<f64, String> {
    let number = text.parse::<f64>().ok().filter(|number| number.is_finite() && *number > 0.0);
    number.ok_or_else(|| "expected a number above 0".to_owned())
}

fn parse_share(text: &str) -> Result<f64, String> {
    let number = text.parse::<f64>().ok().filter(|number| *number >= 0.0001 && *number < 1.0);
    number.ok_or_else(|| "expected a number from 0.0001 to below 1, as 0.01".to_owned())
}

fn parse_engine(text: &str) -> Result<Engine, String> {
    let known = || Engine::ALL.map(Engine::key).join(", ");
    Engine::parse(text).ok_or_else(|| format!("expected one of {}", known()))
}

fn parse_export_format(text: &str) -> Result<ExportFormat, String> {
    let known = || ExportFormat::ALL.map(ExportFormat::key).join(", ");
    ExportFormat::parse(text).ok_or_else(|| format!("expected one of {}", known()))
}
