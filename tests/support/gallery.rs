//! All views of the embedded data and of the Epoch table, drawn once for each test program.

use std::sync::OnceLock;

use crate::support::tables;
use collabgraph::answer::figure::Figure;
use collabgraph::answer::language::Language;
use collabgraph::answer::statistics::{Statistics, statistics};
use collabgraph::corpus::Corpus;
use collabgraph::corpus::institution::InstitutionId;
use collabgraph::dataset::load;
use collabgraph::drawing::bipartite::{self, Bipartite};
use collabgraph::drawing::frame::Options;
use collabgraph::drawing::theme::Scheme;
use collabgraph::drawing::{arc, ego, map, matrix, path, timeline};
use collabgraph::ingest::input::Input;
use collabgraph::names::authority::Authority;
use collabgraph::network::counting::Projection;
use collabgraph::network::graph::Network;
use collabgraph::render::svg;
use rayon::prelude::*;

/// Every view.
pub(crate) const VIEWS: [&str; 7] = ["bipartite", "map", "ego", "path", "timeline", "matrix", "arc"];

/// The views that are asked for on the world's table.
pub(crate) const WORLD_VIEWS: [&str; 4] = ["map", "path", "timeline", "matrix"];

/// A figure with all that tests want of it.
pub(crate) struct Shown {
    /// `korea` or `world`.
    pub data: &'static str,
    /// The view.
    pub view: &'static str,
    /// Width, colours and languages.
    pub options: Options,
    /// The figure.
    pub figure: Figure,
    /// As a file.
    pub svg: String,
    /// What was counted.
    pub found: Statistics,
}

impl Shown {
    /// Data, view, width, colours and languages in one word.
    pub(crate) fn name(&self) -> String {
        let Options { width_mm, scheme, language, .. } = &self.options;
        let (scheme, language) = (format!("{scheme:?}").to_lowercase(), format!("{language:?}").to_lowercase());
        format!("{}-{}-{width_mm}-{scheme}-{language}", self.data, self.view)
    }

    pub(crate) fn is(&self, data: &str, view: &str) -> bool {
        self.data == data && self.view == view
    }

    pub(crate) fn is_plain(&self) -> bool {
        self.options.scheme == Scheme::Light && self.options.language == Language::Both
    }
}

fn corpus(input: Input) -> Corpus {
    let options = collabgraph::ingest::options::Options { authority: Authority::built_in(), ..Default::default() };
    load(&[input], &options).unwrap().corpus
}

/// The embedded models.
pub(crate) fn korea() -> &'static Corpus {
    static CORPUS: OnceLock<Corpus> = OnceLock::new();
    CORPUS.get_or_init(|| corpus(Input::Embedded))
}

/// Epoch AI's table, or the committed one where it is missing.
pub(crate) fn world() -> &'static Corpus {
    static CORPUS: OnceLock<Corpus> = OnceLock::new();
    CORPUS.get_or_init(|| corpus(Input::Path(tables::shared(tables::EPOCH).unwrap_or_else(tables::made_up))))
}

/// The institution of a name; the first one where the data do not have it.
fn institution(corpus: &Corpus, key: &str) -> InstitutionId {
    corpus.institution_by_key(key).or_else(|| corpus.institution_ids().next()).unwrap()
}

/// Draws a view; `None` where it needs an institution and there is none. Around KAIST and from SNU to KAIST where
/// they are, else around the first and from the first to the last.
pub(crate) fn draw(corpus: &Corpus, view: &str, options: &Options) -> Option<Figure> {
    let network = Network::one_mode(corpus, Projection::default());
    let last = corpus.institution_ids().last();
    let drawn = match view {
        "bipartite" => bipartite::compose(corpus, &Bipartite::default(), options),
        "map" => map::compose(&network, options),
        "ego" => {
            last?;
            ego::compose(&network, institution(corpus, "kaist"), options)
        }
        "path" => {
            let to = corpus.institution_by_key("kaist").or(last)?;
            path::compose(&network, institution(corpus, "snu"), to, options)
        }
        "timeline" => timeline::compose(corpus, options),
        "matrix" => matrix::compose(&network, None, options),
        "arc" => arc::compose(&network, options),
        other => panic!("no view {other}"),
    };
    Some(drawn.unwrap())
}

/// Draws and measures.
pub(crate) fn shown(data: &'static str, corpus: &Corpus, view: &'static str, options: Options) -> Option<Shown> {
    let figure = draw(corpus, view, &options)?;
    let svg = svg::write(&figure);
    let found = statistics(&figure).written(svg.len());
    Some(Shown { data, view, options, figure, svg, found })
}

fn options(width_mm: f64, scheme: Scheme, language: Language) -> Options {
    Options { width_mm, scheme, language, ..Options::default() }
}

/// Every figure: both widths, light and dark; of the embedded data also in one language.
pub(crate) fn figures() -> &'static [Shown] {
    static FIGURES: OnceLock<Vec<Shown>> = OnceLock::new();
    FIGURES.get_or_init(|| {
        let mut asked = Vec::new();
        for width in [170.0, 85.0] {
            for scheme in [Scheme::Light, Scheme::Dark] {
                let both = options(width, scheme, Language::Both);
                asked.extend(WORLD_VIEWS.map(|view| ("world", world(), view, both.clone())));
                asked.extend(VIEWS.map(|view| ("korea", korea(), view, both.clone())));
            }
            for language in [Language::Korean, Language::English] {
                asked.extend(VIEWS.map(|view| ("korea", korea(), view, options(width, Scheme::Light, language))));
            }
        }
        asked.into_par_iter().filter_map(|(data, corpus, view, options)| shown(data, corpus, view, options)).collect()
    })
}
