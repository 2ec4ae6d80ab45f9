//! One question each: names resolved, the answer asked for, and written as wanted.

use std::io::IsTerminal;

use collabgraph::answer::Answer;
use collabgraph::community::leiden;
use collabgraph::community::quality::{Quality, TieWeights};
use collabgraph::question::finding::Entity;
use collabgraph::question::{between, clusters, components, institutions, maker, overview, path, rank, who, works};
use collabgraph::render;

use crate::args::{AnswerFormat, ClusterArgs, ColorWhen, NormalizationName, QualityName, Question};
use crate::fault::Fault;
use crate::session::Session;
use crate::{draw, output, report};

/// Answers a question; `false` is the honest "none".
pub(crate) fn answer(session: &Session, question: Option<Question>) -> Result<bool, Fault> {
    let language = session.language;
    let scope = session.scope();
    let answer = match question {
        Some(Question::Draw(args)) => return draw::draw(session, &args),
        Some(Question::Report { output, force }) => return report::write(session, &output, force),
        None | Some(Question::Completions { .. } | Question::Man | Question::Lint { .. }) => {
            overview::ask(&scope, language)
        }
        Some(Question::Who { name }) => match session.entity(&name.join(" "))? {
            Entity::Institution(id) => who::ask(&scope, id, language),
            Entity::Work(id) => maker::ask(&scope, id, language),
        },
        Some(Question::Between { a, b }) => {
            let ends = [session.institution(&a)?, session.institution(&b)?];
            between::ask(&scope, ends[0], ends[1], language)
        }
        Some(Question::Path { a, b, alternatives }) => {
            let ends = [session.institution(&a)?, session.institution(&b)?];
            path::ask(&scope, ends[0], ends[1], &path::Options { alternatives }, language)
        }
        Some(Question::Works) => works::ask(&scope, language),
        Some(Question::Institutions) => institutions::ask(&scope, language),
        Some(Question::Rank { by, top }) => rank::ask(&scope, &rank::Options { by, top }, language),
        Some(Question::Clusters(args)) => clusters::ask(&scope, &leiden_options(&args)?, language),
        Some(Question::Components) => components::ask(&scope, language),
    };
    write(session, &answer)?;
    Ok(answer.found)
}

fn leiden_options(args: &ClusterArgs) -> Result<leiden::Options, Fault> {
    let resolution = args.resolution;
    if !(resolution.is_finite() && resolution > 0.0) {
        return Err(Fault::new(
            format!("--resolution {resolution}: expected a number above 0; 1 is usual, more gives smaller clusters."),
            format!("--resolution {resolution}: 0보다 큰 수를 주세요. 보통 1이며, 클수록 군집이 작아집니다."),
        ));
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

fn write(session: &Session, answer: &Answer) -> Result<(), Fault> {
    let text = match session.global.answer_format() {
        AnswerFormat::Text => render::text::write(answer, &text_options(session.global.color)),
        AnswerFormat::Json => render::json::write(answer, &render::json::Options::default()),
        AnswerFormat::Csv => render::csv::write(answer, &render::csv::Options::default()),
        AnswerFormat::Md => render::markdown::write(answer, &render::markdown::Options::default()),
    };
    output::print(text.as_bytes())
}

/// Colour and width follow the terminal; into a file or pipe go letters alone, at the usual width.
fn text_options(color: ColorWhen) -> render::text::Options {
    let terminal = std::io::stdout().is_terminal();
    let wanted = match color {
        ColorWhen::Always => true,
        ColorWhen::Never => false,
        ColorWhen::Auto => anstream::AutoStream::choice(&std::io::stdout()) != anstream::ColorChoice::Never,
    };
    let width = if terminal { terminal_size::terminal_size().map(|(width, _)| usize::from(width.0)) } else { None };
    render::text::Options {
        color: if wanted { render::text::Color::Ansi } else { render::text::Color::Plain },
        width: width.unwrap_or(render::text::DEFAULT_WIDTH),
    }
}
