//! Catalogue of texts: one language, one Fluent file an area, each parsed when it is first used.

use crate::messages::functions::{self, Bundle};
use crate::messages::{korean, number};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::borrow::Cow;
use std::fmt;
use std::sync::{Arc, LazyLock, OnceLock};
use unic_langid::LanguageIdentifier;

/// The area whose messages all other areas may refer to, and that the functions of texts render.
const TERMS: &str = "terms";

/// Stands for the separator of thousands, then of decimals, until the language's own is put in: noncharacters of Unicode,
/// which no text has.
const THOUSANDS: char = '\u{FDEE}';
const DECIMAL: char = '\u{FDEF}';

macro_rules! embedded {
    ($($area:literal)*) => {
        /// The areas: the first word of an identifier, and the name of a file in each language's folder.
        pub const AREAS: &[&str] = &[$($area),*];

        /// The texts of English, by area.
        pub const ENGLISH: &[(&str, &str)] = &[$(($area, include_str!(concat!("en/", $area, ".ftl")))),*];

        /// The texts of Korean, by area.
        pub const KOREAN: &[(&str, &str)] = &[$(($area, include_str!(concat!("ko/", $area, ".ftl")))),*];
    };
}

embedded! { "answers" "app" "authority" "bench" "between" "brokers" "check" "cli" "clusters" "common" "components" "counting" "diff" "errors" "evidence" "fetch" "figures" "findings" "format" "formats" "help" "indicators" "ingest" "institutions" "lint" "lookup" "map" "measures" "names" "noncollaborators" "overview" "page" "panels" "path" "plan" "predict" "rank" "registry" "render" "report" "resolve" "search" "source" "statistics" "strongest" "table" "terms" "timeline" "trend" "usage" "values" "who" "work" "works" }

/// The texts of one language.
pub struct Catalogue {
    /// BCP 47 tag of the language (`en`, `ko`).
    pub tag: &'static str,
    areas: Vec<Area>,
    terms: OnceLock<Arc<Bundle>>,
    separators: OnceLock<(String, String)>,
}

struct Area {
    name: &'static str,
    source: Cow<'static, str>,
    bundle: OnceLock<Arc<Bundle>>,
}

impl Catalogue {
    /// A catalogue of a language from the texts of its areas. Nothing is parsed yet.
    #[must_use]
    pub fn new<S: Into<Cow<'static, str>>>(
        tag: &'static str,
        sources: impl IntoIterator<Item = (&'static str, S)>,
    ) -> Self {
        let area = |(name, source): (_, S)| Area { name, source: source.into(), bundle: OnceLock::new() };
        let areas = sources.into_iter().map(area).collect();
        Self { tag, areas, terms: OnceLock::new(), separators: OnceLock::new() }
    }

    /// The built-in English catalogue.
    #[must_use]
    pub fn english() -> &'static Self {
        static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::new("en", ENGLISH.iter().copied()));
        &CATALOGUE
    }

    /// The built-in Korean catalogue.
    #[must_use]
    pub fn korean() -> &'static Self {
        static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::new("ko", KOREAN.iter().copied()));
        &CATALOGUE
    }

    /// Whether there is a text of this identifier.
    #[must_use]
    pub fn contains(&self, id: &str) -> bool {
        self.bundle_of(id).is_some_and(|bundle| bundle.has_message(id))
    }

    /// Renders a text with arguments that are already in words. An identifier without text is returned as it is.
    #[must_use]
    pub(super) fn format(&self, id: &str, arguments: &FluentArgs<'_>) -> String {
        self.bundle_of(id).and_then(|bundle| functions::format(bundle, id, arguments)).unwrap_or_else(|| id.to_owned())
    }

    /// Puts particles and separators into a rendered text: the last step, once a sentence.
    #[must_use]
    pub(super) fn finish(&self, text: String) -> String {
        let text = korean::apply_particles(text);
        if !text.contains([THOUSANDS, DECIMAL]) {
            return text;
        }
        let (thousands, decimal) = self.separators();
        text.replace(THOUSANDS, thousands).replace(DECIMAL, decimal)
    }

    fn bundle_of(&self, id: &str) -> Option<&Bundle> {
        let name = id.split_once('-').map_or(id, |(area, _)| area);
        if name == TERMS {
            return Some(self.terms());
        }
        let area = self.areas.iter().find(|area| area.name == name)?;
        Some(area.bundle.get_or_init(|| self.parse(area, Some(self.terms()))))
    }

    fn terms(&self) -> &Arc<Bundle> {
        self.terms.get_or_init(|| match self.areas.iter().find(|area| area.name == TERMS) {
            Some(area) => self.parse(area, None),
            None => Arc::new(self.empty()),
        })
    }

    fn parse(&self, area: &Area, terms: Option<&Arc<Bundle>>) -> Arc<Bundle> {
        let mut bundle = self.empty();
        // What cannot be parsed is missing from the catalogue; tests see to it that there is none.
        let resource = FluentResource::try_new(area.source.to_string()).unwrap_or_else(|(resource, _)| resource);
        let _ = bundle.add_resource(Arc::new(resource));
        if let Some(terms) = terms {
            functions::register(&mut bundle, terms);
        }
        Arc::new(bundle)
    }

    fn empty(&self) -> Bundle {
        let language: LanguageIdentifier = self.tag.parse().unwrap_or_default();
        let mut bundle = Bundle::new_concurrent(vec![language]);
        // Marks of direction around arguments would be part of the output of a command.
        bundle.set_use_isolating(false);
        bundle.set_transform(Some(korean::mark_particles));
        bundle.set_formatter(Some(|value, _| match value {
            FluentValue::Number(number) => Some(separable(&number::plain(number.value, 0))),
            _ => None,
        }));
        bundle
    }

    fn separators(&self) -> &(String, String) {
        self.separators.get_or_init(|| {
            let none = FluentArgs::new();
            (self.format("terms-thousands-separator", &none), self.format("terms-decimal-separator", &none))
        })
    }
}

impl fmt::Debug for Catalogue {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Catalogue").field("tag", &self.tag).finish_non_exhaustive()
    }
}

/// A number (`1,362.5`) with separators that [`Catalogue::finish`] replaces by those of the language.
pub(super) fn separable(number: &str) -> String {
    let separator = |ch| match ch {
        ',' => THOUSANDS,
        '.' => DECIMAL,
        ch => ch,
    };
    number.chars().map(separator).collect()
}
