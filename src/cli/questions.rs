//! One question each: names resolved, the answer asked for, and written as wanted.

use crate::args::{AnswerFormat, ClusterArgs, Global, NormalizationName, Product, QualityName, Question};
use crate::error::CliError;
use crate::session::Session;
use crate::{answer_output, bounds, data_sources, draw, explore, export, names, report};
use collabgraph::answer::Answer;
use collabgraph::answer::language::Language;
use collabgraph::answer::record::Record;
use collabgraph::centrality::measure::Measure;
use collabgraph::centrality::sampled;
use collabgraph::community::leiden;
use collabgraph::community::quality::{Quality, TieWeights};
use collabgraph::corpus::claim::Claims;
use collabgraph::message;
use collabgraph::query::context::QueryContext;
use collabgraph::query::lookup::NamedEntity;
use collabgraph::query::{
    addresses, between, brokers, check, clusters, common_partners, components, counting, diff, evidence, indicators,
    institutions, non_collaborators, overview, path, rank, require_works, search, statistics, strongest, timeline, who,
    work_institutions, works,
};
use std::path::PathBuf;

/// Makes what is asked for of the data; `false` means no result.
pub(crate) fn make(session: &Session, product: Product) -> Result<bool, CliError> {
    match product {
        Product::Draw(args) => draw::draw(session, &args),
        Product::Report { output, force, claims } => report::write(session, &output, force, claims.as_deref()),
        Product::Explore { output, port, .. } => explore::explore(session, output.as_deref(), port),
        Product::Export { output, export_format, with_works } => {
            export::write(session, &output, export_format, with_works)
        }
        Product::Names { ror, accept, thesaurus } => {
            names::answer(session, ror.as_deref(), accept.as_deref(), thesaurus)
        }
    }
}

/// Answers a question, or with the overview; `false` means no result.
pub(crate) fn answer(session: &Session, question: Option<Question>) -> Result<bool, CliError> {
    let answer = match question {
        Some(question) => ask(session, question)?,
        None => overview::ask(&session.scope(), session.language),
    };
    let answer = addresses::attach(&session.corpus, require_works::without_work_counts(&session.scope(), answer));
    let mut answer =
        if session.global.evidence { evidence::attach(&session.scope(), answer, session.language) } else { answer };
    // What is not written need not be held meanwhile.
    match answer_output::format(&session.global)? {
        AnswerFormat::Json => answer.tables = Vec::new(),
        _ => answer.record = Record::default(),
    }
    answer_output::write(&session.global, &mut answer, &data_sources::of(&session.whole))?;
    Ok(answer.found)
}

/// The answer of a question. Where it names a part of a group and institutions are groups, it says so first.
pub(crate) fn ask(session: &Session, question: Question) -> Result<Answer, CliError> {
    let named = question.institutions();
    let mut answer = answered(session, question)?;
    answer.lead.splice(0..0, named.iter().filter_map(|name| session.part_of_group(name)));
    Ok(answer)
}

fn answered(session: &Session, question: Question) -> Result<Answer, CliError> {
    let (scope, language) = (session.scope(), session.language);
    Ok(match question {
        Question::Who { name } => match session.entity(&name.join(" "))? {
            NamedEntity::Institution(id) => who::ask(&scope, id, language),
            NamedEntity::Work(id) => work_institutions::ask(&scope, id, language),
        },
        Question::Between { a, b } => {
            between::ask(&scope, session.institution(&a)?, session.institution(&b)?, language)
        }
        Question::Path { a, b, alternatives } => {
            bounds::check("--alternatives", alternatives, 0..=bounds::MAX_ALTERNATIVES)?;
            let ends = [session.institution(&a)?, session.institution(&b)?];
            path::ask(&scope, ends[0], ends[1], &path::Options { alternatives }, language)
        }
        Question::Works => works::ask(&scope, language),
        Question::Institutions => institutions::ask(&scope, language),
        Question::Rank { by, top, approximate } => ranking(&scope, by, limit(top), approximate, language)?,
        Question::Clusters(args) => clusters::ask(&scope, &leiden_options(&args)?, language),
        Question::Components => components::ask(&scope, language),
        Question::Statistics => statistics::ask(&scope, language),
        Question::Common { names } => {
            let ids = names.iter().map(|name| session.institution(name)).collect::<Result<Vec<_>, _>>()?;
            common_partners::ask(&scope, &ids, language)
        }
        Question::Never { top } => {
            non_collaborators::ask(&scope, &non_collaborators::Options { top: limit(Some(top)) }, language)
        }
        Question::Strongest { top } => strongest::ask(&scope, &strongest::Options { top: limit(Some(top)) }, language),
        Question::Brokers { by, top } => {
            brokers::ask(&scope, &brokers::Options { by: by.into(), top: limit(top) }, language)
        }
        Question::Indicators { by, top } => {
            let mut options = indicators::Options { top: limit(top), ..indicators::Options::default() };
            if !by.is_empty() {
                options.by = by.into_iter().map(Into::into).collect();
            }
            indicators::ask(&scope, &options, language)
        }
        Question::Counting { top } => counting::ask(&scope, &counting::Options { top: limit(Some(top)) }, language),
        Question::Timeline { name, top } => {
            let of = name.map(|name| session.institution(&name)).transpose()?;
            timeline::ask(&scope, &timeline::Options { of, top: limit(top) }, language)
        }
        Question::Search { text, top } => {
            search::ask(&scope, &text.join(" "), &search::Options { top: limit(Some(top)) }, language)
        }
        Question::Check { claims } => check(session, &names::claims(&claims)?),
    })
}

/// Checks statements on the data, or on what a filter keeps of them.
pub(crate) fn check(session: &Session, claims: &Claims) -> Answer {
    let (scope, language) = (session.scope(), session.language);
    if session.filter.is_empty() {
        return check::ask(&scope, claims, language);
    }
    let whole = QueryContext::new(&session.whole).with_projection(session.projection);
    check::ask_filtered(&scope, &whole, claims, language)
}

/// Nodes times ties above which exact betweenness would take from minutes to days.
const EXACT_UP_TO: u64 = 200_000_000_000;

/// A ranking, exact or, where asked for, estimated. Betweenness that would take too long is not begun.
pub(crate) fn ranking(
    scope: &QueryContext<'_>,
    by: Measure,
    top: Option<usize>,
    approximate: Option<f64>,
    language: Language,
) -> Result<Answer, CliError> {
    let (nodes, ties) = (scope.network().node_count() as u64, scope.network().tie_count() as u64);
    match approximate {
        Some(_) if by != Measure::Betweenness => Err(message!("errors-approximate", measure = by.key()).into()),
        Some(error) => Ok(rank::estimated(scope, &sampled::Options::within(error), top, language)),
        None if by == Measure::Betweenness && nodes.saturating_mul(ties) > EXACT_UP_TO => {
            Err(message!("errors-exact-betweenness", institutions = nodes, ties = ties).into())
        }
        None => Ok(rank::ask(scope, &rank::Options { by, top }, language)),
    }
}

/// `--top 0` is all, as leaving it out is where that has no default.
fn limit(top: Option<usize>) -> Option<usize> {
    top.filter(|&top| top > 0)
}

/// Compares two tables, each read with the same options.
pub(crate) fn compare(mut global: Global, old: PathBuf, new: PathBuf, top: Option<usize>) -> Result<bool, CliError> {
    if !global.data.is_empty() {
        return Err(message!("errors-diff-data").into());
    }
    global.data = vec![old];
    let before = Session::open(global.clone(), Vec::new())?;
    global.data = vec![new];
    let after = Session::open(global, Vec::new())?;
    let (old, new, language) = (before.scope(), after.scope(), after.language);
    let recorded = [&before, &after].map(|one| diff::RecordedNames { corpus: &one.whole, merges: &one.merges });
    let options = diff::Options { top: limit(top), recorded: Some(recorded) };
    let mut answer = diff::ask(&old, &new, &options, language);
    if after.global.evidence {
        answer = evidence::attach_comparison(&old, &new, answer, language);
    }
    let mut answer = addresses::attach_comparison(&before.corpus, &after.corpus, answer);
    let sources = [data_sources::of(&before.whole), data_sources::of(&after.whole)].concat();
    answer_output::write(&after.global, &mut answer, &sources)?;
    Ok(answer.found)
}

fn leiden_options(args: &ClusterArgs) -> Result<leiden::Options, CliError> {
    bounds::check("--random-starts", args.random_starts, 1..=bounds::MAX_STARTS)?;
    let resolution = args.resolution;
    if !(resolution > 0.0 && resolution <= bounds::MAX_RESOLUTION) {
        return Err(message!(
            "errors-resolution",
            given = resolution.to_string(),
            max = bounds::MAX_RESOLUTION.to_string()
        )
        .into());
    }
    Ok(leiden::Options {
        quality: match args.quality {
            QualityName::Modularity => Quality::Modularity { resolution },
            QualityName::Cpm => Quality::Cpm { resolution },
        },
        weights: match args.normalization {
            NormalizationName::None => TieWeights::AsCounted,
            NormalizationName::AssociationStrength => TieWeights::AssociationStrength,
        },
        seed: args.seed,
        starts: args.random_starts,
        ..leiden::Options::default()
    })
}
