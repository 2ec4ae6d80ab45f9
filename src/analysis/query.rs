//! Questions by name, as the command line, its server and the page ask them.

use serde::{Deserialize, Deserializer};

use crate::analysis::Analysis;
use crate::analysis::bounds;
use crate::analysis::error::AnalysisError;
use crate::analysis::sets;
use crate::analysis::settings::keyed;
use crate::answer::Answer;
use crate::centrality::measure::{Measure, UseOfWeights};
use crate::centrality::sampled;
use crate::community::detection::DetectionMethod;
use crate::community::quality::{Quality, TieWeights};
use crate::community::{block_model, given, leiden};
use crate::corpus::claim::Claims;
use crate::ingest::claims;
use crate::message;
use crate::messages::language::Language;
use crate::names::suggest;
use crate::prediction::scores::Predictor;
use crate::query::context::QueryContext;
use crate::query::group::Grouping;
use crate::query::indicators::Dimension;
use crate::query::lookup::NamedEntity;
use crate::query::strongest::NullHypothesis;
use crate::query::trend::{TrendGrouping, TrendMeasure};
use crate::query::{
    addresses, between, between_sets, brokers, check, clusters, common_partners, components, counting, diff, evidence,
    indicators, institutions, level, most_cited, names, non_collaborators, overview, path, predict, rank,
    require_works, search, statistics, strongest, timeline, trend, who, work_institutions, works,
};
use crate::selection::backbone;

/// Most rows of a table where none are asked for.
const TOP: usize = 20;
/// Paths beside the shortest where none are asked for.
const ALTERNATIVES: usize = 2;

/// A question of the data. `top` of 0 is all.
#[derive(Clone, Debug, Deserialize)]
#[serde(tag = "question", rename_all = "kebab-case", deny_unknown_fields)]
#[allow(missing_docs, reason = "the fields are the options of the command line")]
pub enum Query {
    /// What the data hold.
    Overview {},
    /// Partners of an institution, or institutions of a work.
    Who { name: String },
    /// Joint works of two institutions.
    Between { a: String, b: String },
    /// Works, ties and actors between two sets, each `country:KR`, `sector:company`, `region:Asia` or a name.
    BetweenSets { from: Vec<String>, to: Vec<String> },
    /// Shortest paths between two institutions.
    Path {
        a: String,
        b: String,
        #[serde(default = "alternatives")]
        alternatives: usize,
        #[serde(default)]
        weighted: bool,
    },
    /// All works.
    Works {},
    /// All institutions.
    Institutions {},
    /// Institutions by a measure.
    Rank {
        #[serde(default = "strength", deserialize_with = "measure")]
        by: Measure,
        top: Option<usize>,
        approximate: Option<f64>,
        #[serde(default)]
        weighted: bool,
    },
    /// Communities.
    Clusters(ClusterOptions),
    /// Connected components.
    Components {},
    /// Statistics of the network.
    Statistics {},
    /// Partners that several institutions share.
    Common { names: Vec<String> },
    /// Large institutions that never worked together.
    Never {
        #[serde(default = "top")]
        top: usize,
    },
    /// Pairs that might work together next.
    Predict {
        #[serde(default, deserialize_with = "predictor")]
        by: Predictor,
        #[serde(default = "top")]
        top: usize,
    },
    /// A measure of works by year.
    Trend {
        #[serde(default, deserialize_with = "trend_grouping")]
        by: Option<TrendGrouping>,
        #[serde(default, deserialize_with = "trend_measure")]
        measure: TrendMeasure,
        #[serde(default)]
        of: Vec<String>,
        #[serde(default)]
        cumulative: bool,
        #[serde(default = "groups")]
        top: usize,
    },
    /// Ties by the citations of their works.
    MostCited {
        #[serde(default = "top")]
        top: usize,
    },
    /// Strongest ties.
    Strongest {
        #[serde(default = "top")]
        top: usize,
        /// Only ties that are more than chance by this null hypothesis.
        #[serde(default, deserialize_with = "null_hypothesis")]
        significance: Option<NullHypothesis>,
        /// Their level.
        #[serde(default = "level_of_significance")]
        alpha: f64,
    },
    /// Institutions that connect groups.
    Brokers {
        #[serde(default = "sectors", deserialize_with = "grouping")]
        by: Grouping,
        top: Option<usize>,
    },
    /// Indicators of collaboration.
    Indicators {
        #[serde(default, deserialize_with = "dimensions")]
        by: Vec<Dimension>,
        top: Option<usize>,
    },
    /// Rankings under each way of counting.
    Counting {
        #[serde(default = "top")]
        top: usize,
    },
    /// Works and partners by year.
    Timeline { name: Option<String>, top: Option<usize> },
    /// Institutions and works by a text.
    Search {
        text: String,
        #[serde(default = "top")]
        top: usize,
    },
    /// Statements checked against the data.
    Check {
        #[serde(deserialize_with = "claims_of_text")]
        claims: Claims,
    },
    /// Names that were merged, and those that may be one.
    Names {},
}

/// Options of [`Query::Clusters`].
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct ClusterOptions {
    /// The method; quality and resolution are those of Leiden and Louvain.
    #[serde(deserialize_with = "detection_method")]
    pub method: DetectionMethod,
    /// The quality that clusters maximise.
    #[serde(deserialize_with = "quality")]
    pub quality: QualityKind,
    /// Resolution: higher gives more clusters.
    pub resolution: f64,
    /// Weights of ties.
    #[serde(deserialize_with = "weights")]
    pub normalization: TieWeights,
    /// Seed of the search.
    pub seed: u64,
    /// Starts of which the best is taken.
    pub random_starts: usize,
}

/// The quality that clusters maximise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QualityKind {
    /// Modularity.
    Modularity,
    /// Constant Potts model.
    Cpm,
}

impl Default for ClusterOptions {
    fn default() -> Self {
        Self {
            method: DetectionMethod::Leiden,
            quality: QualityKind::Modularity,
            resolution: 1.0,
            normalization: TieWeights::AsCounted,
            // That of the command line, which is not that of the library.
            seed: 0,
            random_starts: leiden::STARTS,
        }
    }
}

impl Query {
    /// Names of institutions in it, as the user wrote them.
    #[must_use]
    pub fn institutions(&self) -> Vec<&str> {
        match self {
            Self::Who { name } => vec![name],
            Self::Between { a, b } | Self::Path { a, b, .. } => vec![a, b],
            Self::Common { names } => names.iter().map(String::as_str).collect(),
            Self::Timeline { name, .. } => name.as_deref().into_iter().collect(),
            Self::Trend { of, .. } => of.iter().map(String::as_str).collect(),
            Self::Overview {}
            | Self::Works {}
            | Self::Institutions {}
            | Self::Rank { .. }
            | Self::Clusters(_)
            | Self::Components {}
            | Self::Statistics {}
            | Self::Never { .. }
            | Self::Predict { .. }
            | Self::BetweenSets { .. }
            | Self::MostCited { .. }
            | Self::Strongest { .. }
            | Self::Brokers { .. }
            | Self::Indicators { .. }
            | Self::Counting { .. }
            | Self::Search { .. }
            | Self::Check { .. }
            | Self::Names {} => Vec::new(),
        }
    }
}

/// The answer as every output has it: without counts of works where there are none, with what is to be said of
/// addresses, and with evidence where that is asked for.
///
/// # Errors
/// As [`ask`].
pub fn answer(analysis: &Analysis, query: &Query, has_evidence: bool) -> Result<Answer, AnalysisError> {
    let answer = level::attach(&analysis.scope(), ask(analysis, query)?);
    let answer = addresses::attach(&analysis.corpus, require_works::without_work_counts(&analysis.scope(), answer));
    Ok(if has_evidence { evidence::attach(&analysis.scope(), answer, analysis.settings.language) } else { answer })
}

/// The answer of a question. Where it names a part of a group and institutions are groups, it says so first.
///
/// # Errors
/// A name that is that of none or of several, or a number out of its range.
pub fn ask(analysis: &Analysis, query: &Query) -> Result<Answer, AnalysisError> {
    let mut answer = asked(analysis, query)?;
    let parts = query.institutions().into_iter().filter_map(|name| analysis.part_of_group(name));
    answer.lead.splice(0..0, parts);
    Ok(answer)
}

fn asked(analysis: &Analysis, query: &Query) -> Result<Answer, AnalysisError> {
    let (scope, language) = (analysis.scope(), analysis.settings.language);
    Ok(match query {
        Query::Overview {} => overview::ask(&scope, language),
        Query::Who { name } => match analysis.entity(name)? {
            NamedEntity::Institution(id) => who::ask(&scope, id, language),
            NamedEntity::Work(id) => work_institutions::ask(&scope, id, language),
        },
        Query::Between { a, b } => between::ask(&scope, analysis.institution(a)?, analysis.institution(b)?, language),
        Query::Path { a, b, alternatives, weighted } => {
            bounds::check("--alternatives", *alternatives, 0..=bounds::MAX_ALTERNATIVES)?;
            let ends = [analysis.institution(a)?, analysis.institution(b)?];
            let options = path::Options { alternatives: *alternatives, is_weighted: *weighted };
            path::ask(&scope, ends[0], ends[1], &options, language)
        }
        Query::Works {} => works::ask(&scope, language),
        Query::Institutions {} => institutions::ask(&scope, language),
        Query::Rank { by, top, approximate, weighted } => {
            let options = rank::Options { by: *by, top: limit(*top), is_weighted: *weighted };
            ranking(&scope, &options, *approximate, language)?
        }
        Query::Clusters(options) => {
            check_method(&scope, options)?;
            clusters::ask_by(&scope, options.method, &leiden_options(options)?, language)
        }
        Query::Components {} => components::ask(&scope, language),
        Query::Statistics {} => statistics::ask(&scope, language),
        Query::Common { names } => {
            let ids = names.iter().map(|name| analysis.institution(name)).collect::<Result<Vec<_>, _>>()?;
            common_partners::ask(&scope, &ids, language)
        }
        Query::Never { top } => {
            non_collaborators::ask(&scope, &non_collaborators::Options { top: limit(Some(*top)) }, language)
        }
        Query::Predict { by, top } => {
            predict::ask(&scope, &predict::Options { by: *by, top: limit(Some(*top)) }, language)
        }
        Query::Strongest { top, significance, alpha } => {
            if !(*alpha > 0.0 && *alpha <= 1.0) {
                return Err(message!("errors-alpha", given = alpha.to_string()).into());
            }
            let significance = significance.map(|null| strongest::SignificanceFilter { null, level: *alpha });
            strongest::ask(&scope, &strongest::Options { top: limit(Some(*top)), significance }, language)
        }
        Query::Brokers { by, top } => brokers::ask(&scope, &brokers::Options { by: *by, top: limit(*top) }, language),
        Query::Indicators { by, top } => {
            let mut options = indicators::Options { top: limit(*top), ..indicators::Options::default() };
            if !by.is_empty() {
                options.by.clone_from(by);
            }
            indicators::ask(&scope, &options, language)
        }
        Query::BetweenSets { from, to } => {
            let [from, to] = [from, to].map(|words| sets::of(&analysis.whole, words));
            between_sets::ask(&scope, &from?, &to?, language)
        }
        Query::Trend { by, measure, of, cumulative, top } => {
            let of = of.iter().map(|name| analysis.institution(name)).collect::<Result<Vec<_>, _>>()?;
            let options =
                trend::Options { by: *by, measure: *measure, of, is_cumulative: *cumulative, top: limit(Some(*top)) };
            trend::ask(&scope, &options, language)
        }
        Query::MostCited { top } => most_cited::ask(
            &scope,
            &strongest::Options { top: limit(Some(*top)), ..strongest::Options::default() },
            language,
        ),
        Query::Counting { top } => counting::ask(&scope, &counting::Options { top: limit(Some(*top)) }, language),
        Query::Timeline { name, top } => {
            let of = name.as_deref().map(|name| analysis.institution(name)).transpose()?;
            timeline::ask(&scope, &timeline::Options { of, top: limit(*top) }, language)
        }
        Query::Search { text, top } => search::ask(&scope, text, &search::Options { top: limit(Some(*top)) }, language),
        Query::Check { claims } => check(analysis, claims)?,
        Query::Names {} => {
            let found = suggest::suggestions(&analysis.corpus, &analysis.advising(), &[]);
            let trail =
                names::NameReport { merges: &analysis.merges, omissions: &analysis.omissions, suggestions: &found };
            names::ask(&scope, trail, language)
        }
    })
}

/// What changed between two editions of data; `top` limits the lists.
#[must_use]
pub fn compare(before: &Analysis, after: &Analysis, top: Option<usize>, has_evidence: bool) -> Answer {
    let (old, new, language) = (before.scope(), after.scope(), after.settings.language);
    let recorded = [before, after].map(|one| diff::RecordedNames { corpus: &one.whole, merges: &one.merges });
    let mut answer = diff::ask(&old, &new, &diff::Options { top, recorded: Some(recorded) }, language);
    if has_evidence {
        answer = evidence::attach_comparison(&old, &new, answer, language);
    }
    addresses::attach_comparison(&before.corpus, &after.corpus, level::attach(&new, answer))
}

/// Checks statements on the data, or on what a filter keeps of them.
///
/// # Errors
/// Where the actors are no institutions, of which claims speak.
pub fn check(analysis: &Analysis, claims: &Claims) -> Result<Answer, AnalysisError> {
    let (scope, language) = (analysis.scope(), analysis.settings.language);
    let actors = analysis.settings.level;
    if !actors.are_institutions() {
        return Err(message!("errors-check-level", level = actors.key()).into());
    }
    if analysis.filter.is_empty() {
        return Ok(check::ask(&scope, claims, language));
    }
    let whole = QueryContext::new(&analysis.whole).with_projection(analysis.projection);
    Ok(check::ask_filtered(&scope, &whole, claims, language))
}

/// Nodes times ties above which exact betweenness would take from minutes to days.
const EXACT_UP_TO: u64 = 200_000_000_000;

/// A ranking, exact or, where asked for, estimated. Betweenness that would take too long is not begun.
///
/// # Errors
/// An estimate of a measure that has none, weights of one that takes none, or exact betweenness of a large network.
pub fn ranking(
    scope: &QueryContext<'_>,
    options: &rank::Options,
    approximate: Option<f64>,
    language: Language,
) -> Result<Answer, AnalysisError> {
    let rank::Options { by, top, is_weighted } = *options;
    if is_weighted && by.use_of_weights() == UseOfWeights::Never {
        return Err(message!("errors-weighted", measure = by.key()).into());
    }
    let (nodes, ties) = match by {
        Measure::TwoModeBetweenness => {
            let corpus = scope.corpus;
            (corpus.institution_count() + corpus.work_count(), corpus.affiliation_count())
        }
        _ => (scope.network().node_count(), scope.network().tie_count()),
    };
    let (nodes, ties) = (nodes as u64, ties as u64);
    let is_long = matches!(by, Measure::Betweenness | Measure::TwoModeBetweenness);
    match approximate {
        Some(_) if by != Measure::Betweenness => Err(message!("errors-approximate", measure = by.key()).into()),
        Some(_) if is_weighted => Err(message!("errors-approximate-weighted").into()),
        Some(error) => Ok(rank::estimated(scope, &sampled::Options::within(error), top, language)),
        None if is_long && nodes.saturating_mul(ties) > EXACT_UP_TO => {
            let whole = message!("errors-exact-betweenness", institutions = nodes, ties = ties);
            let two_mode = message!("errors-exact-two-mode", nodes = nodes, ties = ties);
            Err(if by == Measure::Betweenness { whole } else { two_mode }.into())
        }
        None => Ok(rank::ask(scope, options, language)),
    }
}

/// `top` 0 is all, as leaving it out is where that has no default.
fn limit(top: Option<usize>) -> Option<usize> {
    top.filter(|&top| top > 0)
}

/// Refuses what a method cannot do with a network.
fn check_method(scope: &QueryContext<'_>, options: &ClusterOptions) -> Result<(), AnalysisError> {
    let network = scope.network();
    match options.method {
        DetectionMethod::Given if given::partition(network, &leiden::Options::default()).is_none() => {
            Err(message!("errors-no-given-clusters").into())
        }
        DetectionMethod::Sbm if options.normalization == TieWeights::AssociationStrength => {
            Err(message!("errors-sbm-normalization").into())
        }
        DetectionMethod::Sbm if network.node_count() > block_model::MAX_NODES => {
            let (count, max) = (network.node_count(), block_model::MAX_NODES);
            Err(message!("errors-sbm-large", count = count, max = max).into())
        }
        _ => Ok(()),
    }
}

fn leiden_options(options: &ClusterOptions) -> Result<leiden::Options, AnalysisError> {
    bounds::check("--random-starts", options.random_starts, 1..=bounds::MAX_STARTS)?;
    let is_usual = options.quality == QualityKind::Modularity && options.resolution == 1.0;
    if !options.method.has_resolution() && !is_usual {
        return Err(message!("errors-method-without-resolution", method = options.method.key()).into());
    }
    let resolution = options.resolution;
    if !(resolution > 0.0 && resolution <= bounds::MAX_RESOLUTION) {
        let (given, max) = (resolution.to_string(), bounds::MAX_RESOLUTION.to_string());
        return Err(message!("errors-resolution", given = given, max = max).into());
    }
    Ok(leiden::Options {
        quality: match options.quality {
            QualityKind::Modularity => Quality::Modularity { resolution },
            QualityKind::Cpm => Quality::Cpm { resolution },
        },
        weights: options.normalization,
        seed: options.seed,
        starts: options.random_starts,
        ..leiden::Options::default()
    })
}

fn top() -> usize {
    TOP
}

fn alternatives() -> usize {
    ALTERNATIVES
}

fn strength() -> Measure {
    Measure::Strength
}

fn sectors() -> Grouping {
    Grouping::Sector
}

fn measure<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Measure, D::Error> {
    keyed(deserializer, Measure::ALL.map(|measure| (measure.key(), measure)))
}

fn predictor<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Predictor, D::Error> {
    keyed(deserializer, Predictor::ALL.map(|predictor| (predictor.key(), predictor)))
}

fn detection_method<'de, D: Deserializer<'de>>(deserializer: D) -> Result<DetectionMethod, D::Error> {
    keyed(deserializer, DetectionMethod::ALL.map(|method| (method.key(), method)))
}

fn level_of_significance() -> f64 {
    backbone::LEVEL
}

fn null_hypothesis<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<NullHypothesis>, D::Error> {
    keyed(deserializer, NullHypothesis::ALL.map(|null| (null.key(), null))).map(Some)
}

fn grouping<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Grouping, D::Error> {
    keyed(deserializer, [Grouping::Sector, Grouping::Country].map(|grouping| (grouping.key(), grouping)))
}

fn trend_grouping<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<TrendGrouping>, D::Error> {
    keyed(deserializer, TrendGrouping::ALL.map(|grouping| (grouping.key(), grouping))).map(Some)
}

fn trend_measure<'de, D: Deserializer<'de>>(deserializer: D) -> Result<TrendMeasure, D::Error> {
    keyed(deserializer, TrendMeasure::ALL.map(|measure| (measure.key(), measure)))
}

fn groups() -> usize {
    trend::DEFAULT_TOP
}

fn dimensions<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Dimension>, D::Error> {
    struct Keyed(Dimension);
    impl<'de> Deserialize<'de> for Keyed {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            let all = [Dimension::Year, Dimension::Country, Dimension::Sector, Dimension::Institution];
            keyed(deserializer, all.map(|dimension| (dimension.key(), dimension))).map(Self)
        }
    }
    Ok(Vec::<Keyed>::deserialize(deserializer)?.into_iter().map(|Keyed(dimension)| dimension).collect())
}

fn quality<'de, D: Deserializer<'de>>(deserializer: D) -> Result<QualityKind, D::Error> {
    keyed(deserializer, [("modularity", QualityKind::Modularity), ("cpm", QualityKind::Cpm)])
}

fn weights<'de, D: Deserializer<'de>>(deserializer: D) -> Result<TieWeights, D::Error> {
    let known = [("none", TieWeights::AsCounted), ("association-strength", TieWeights::AssociationStrength)];
    keyed(deserializer, known)
}

/// Claims from the text of a file of them.
fn claims_of_text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Claims, D::Error> {
    let text = String::deserialize(deserializer)?;
    let parsed = claims::parse("claims", &text);
    parsed.map_err(|error| serde::de::Error::custom(AnalysisError::from(error).text(Language::English)))
}
