//! The values that users type, as types.
//!
//! Each stands for a value of the library, which knows nothing of command lines.

use clap::ValueEnum;
use collabgraph::analysis::figure::{ClusterSource, PositionSource, View};
use collabgraph::analysis::figure_by::FigureBy;
use collabgraph::analysis::page::Preset;
use collabgraph::analysis::query::QualityKind;
use collabgraph::answer::language::Language;
use collabgraph::community::detection::DetectionMethod;
use collabgraph::community::quality::TieWeights;
use collabgraph::corpus::filter::Only;
use collabgraph::corpus::kind::ActorKind;
use collabgraph::drawing::map::ColorBy;
use collabgraph::drawing::theme::{Palette, Scheme};
use collabgraph::names::authority::Level;
use collabgraph::network::counting::Counting;
use collabgraph::prediction::scores::Predictor;
use collabgraph::query::group::Grouping;
use collabgraph::query::indicators::Dimension;
use collabgraph::query::strongest::NullHypothesis;
use collabgraph::query::trend;

/// A shell that completions are written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ShellName {
    Bash,
    Elvish,
    Fish,
    Nushell,
    #[value(name = "powershell")]
    PowerShell,
    Zsh,
}

impl ShellName {
    /// Writes the completions of a command.
    pub(crate) fn write(self, command: &mut clap::Command, script: &mut Vec<u8>) {
        use clap_complete::{Shell, generate};
        let shell = match self {
            Self::Nushell => return generate(clap_complete_nushell::Nushell, command, "collab", script),
            Self::Bash => Shell::Bash,
            Self::Elvish => Shell::Elvish,
            Self::Fish => Shell::Fish,
            Self::PowerShell => Shell::PowerShell,
            Self::Zsh => Shell::Zsh,
        };
        generate(shell, command, "collab", script);
    }
}

/// Types of values, each with the type of the library whose variants it names.
macro_rules! values {
    ($($(#[$about:meta])* $name:ident => $meant:ty { $($(#[$word:meta])* $variant:ident,)* })*) => {$(
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
        pub(crate) enum $name {
            $($(#[$word])* $variant,)*
        }

        impl From<$name> for $meant {
            fn from(name: $name) -> Self {
                match name {
                    $($name::$variant => Self::$variant,)*
                }
            }
        }
    )*};
}

values! {
    /// Which works by who made them together.
    OnlyName => Only {
        Joint,
        International,
        IndustryUniversity,
    }

    /// What the works of a trend are split by.
    TrendGroupingName => trend::TrendGrouping {
        Country,
        Sector,
        Domain,
        #[value(alias = "institution", alias = "author")]
        Actor,
    }

    /// What a figure is split by.
    FigureByName => FigureBy {
        Country,
        Sector,
        Domain,
        #[value(alias = "institution", alias = "author")]
        Actor,
        Year,
        Period,
    }

    /// A method of community detection, as written.
    DetectionMethodName => DetectionMethod {
        Leiden,
        Louvain,
        Infomap,
        LabelPropagation,
        Sbm,
        Given,
    }

    /// Where nodes stand, as written.
    PositionSourceName => PositionSource {
        Computed,
        File,
    }

    /// Whose clusters are shown, as written.
    ClusterSourceName => ClusterSource {
        Computed,
        File,
    }

    /// What ties are held against, as written.
    NullHypothesisName => NullHypothesis {
        Disparity,
        NoiseCorrected,
        CoOccurrence,
    }

    /// A score of link prediction, as written.
    PredictorName => Predictor {
        CommonNeighbours,
        AdamicAdar,
        ResourceAllocation,
        PreferentialAttachment,
    }

    /// What the colours of a map tell.
    ColorByName => ColorBy {
        #[value(alias = "sector")]
        Kind,
        Cluster,
        Country,
        Year,
    }

    /// What a trend counts.
    TrendMeasureName => trend::TrendMeasure {
        Works,
        Joint,
        International,
        Partners,
        Citations,
        Strength,
    }

    /// How a work counts for its ties.
    CountingName => Counting {
        Full,
        Fractional,
        Strict,
    }

    /// What actors are.
    LevelName => ActorKind {
        Author,
        #[value(alias = "recorded")]
        Institution,
        Group,
        Country,
        Region,
        Sector,
        Domain,
    }

    /// What a figure is made for.
    PresetName => Preset {
        Slide,
        Social,
        Column,
        Page,
    }

    /// A view of a figure.
    ViewName => View {
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
        Trend,
        Compare,
    }

    /// The groups between which brokers stand.
    GroupingName => Grouping {
        Sector,
        Country,
    }

    /// What indicators are split by.
    DimensionName => Dimension {
        Year,
        Country,
        Sector,
        Institution,
    }

    /// A palette of clusters.
    PaletteName => Palette {
        Own,
        OkabeIto,
        Tol,
        Vosviewer,
    }

    /// A quality function of clusterings; names as `RunNetworkClustering` has them.
    QualityName => QualityKind {
        Modularity,
        #[value(alias = "CPM")]
        Cpm,
    }

    /// The scheme of colours of a figure.
    ThemeName => Scheme {
        Light,
        Dark,
    }
}

/// A format of answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum AnswerFormat {
    #[value(alias = "table")]
    Text,
    Json,
    Csv,
    #[value(alias = "markdown")]
    Md,
    Xlsx,
    #[value(alias = "word")]
    Docx,
}

/// Works that are left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExcludedKind {
    Retracted,
    Paratext,
}

/// What ties are ranked by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum TieMeasureName {
    Weight,
    Citations,
}

/// What becomes of postal addresses among institutions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum AddressesHow {
    AsNames,
}

/// A language of answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum LanguageName {
    Ko,
    En,
    Both,
}

/// When answers are coloured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ColorWhen {
    Auto,
    Always,
    Never,
}

/// How many notices are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum NoticesHow {
    All,
    Summary,
    None,
}

/// How weights are normalised before clustering; names as `RunNetworkClustering` has them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum NormalizationName {
    None,
    #[value(alias = "AssociationStrength")]
    AssociationStrength,
}

/// Whether the title of a figure is a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum HeadlineWhen {
    On,
    Off,
}

/// A format of figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FigureFormat {
    Svg,
    #[value(alias = "gv")]
    Dot,
    Png,
    Pdf,
}

/// How a figure holds its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum TextName {
    Text,
    Outline,
}

/// What lies behind a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum BackgroundName {
    Theme,
    None,
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

impl From<NormalizationName> for TieWeights {
    fn from(name: NormalizationName) -> Self {
        match name {
            NormalizationName::None => Self::AsCounted,
            NormalizationName::AssociationStrength => Self::AssociationStrength,
        }
    }
}

impl From<LevelName> for Level {
    fn from(name: LevelName) -> Self {
        ActorKind::from(name).into()
    }
}

/// Which numbers go along with an export, as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ScoreSourceName {
    Measures,
    File,
}
