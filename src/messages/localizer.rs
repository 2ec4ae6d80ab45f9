//! Rendering of messages in a language.

use fluent_bundle::{FluentArgs, FluentValue};

use crate::corpus::date::Date;
use crate::corpus::kind::ActorKind;
use crate::messages::argument::{Argument, Conjunction, List};
use crate::messages::catalogue::{Catalogue, separable};
use crate::messages::functions;
use crate::messages::language::Language;
use crate::messages::message::Message;
use crate::messages::number;

/// Renders messages: a catalogue, and which names institutions go by.
#[derive(Clone, Copy, Debug)]
pub struct Localizer<'c> {
    catalogue: &'c Catalogue,
    names: Language,
}

/// Kinds that rest on what the actors are: the noun of texts follows the level of the answer.
const BY_ACTOR: [&str; 4] = ["actor", "partner", "broker", "team"];

impl Localizer<'static> {
    /// For sentences and tables: [`Language::Both`] is English with both names.
    #[must_use]
    pub fn new(language: Language) -> Self {
        let catalogue = if language == Language::Korean { Catalogue::korean() } else { Catalogue::english() };
        Self { catalogue, names: language }
    }

    /// For the main texts of figures: [`Language::Both`] is Korean with both names.
    #[must_use]
    pub fn for_figures(language: Language) -> Self {
        let catalogue = if language == Language::English { Catalogue::english() } else { Catalogue::korean() };
        Self { catalogue, names: language }
    }

    /// English and Korean, for what is shown in either later.
    #[must_use]
    pub fn in_both(message: &Message) -> (String, String) {
        (Self::new(Language::English).render(message), Self::new(Language::Korean).render(message))
    }

    /// The same, speaking of the actors of a language.
    #[must_use]
    pub fn in_both_naming(actors: ActorKind, message: &Message) -> (String, String) {
        let [english, korean] = [Language::English, Language::Korean].map(|one| one.naming(actors));
        (Self::new(english).render(message), Self::new(korean).render(message))
    }

    /// A label or sentence of a figure in each language asked for: `대학 University` for [`Language::Both`], the two once
    /// where they are the same.
    #[must_use]
    pub fn in_each(language: Language, message: &Message) -> String {
        if language != Language::Both {
            return Self::new(language).render(message);
        }
        let [korean, english] =
            [Language::Korean, Language::English].map(|one| Self::new(language.switched(one)).render(message));
        if korean == english { korean } else { format!("{korean} {english}") }
    }
}

impl<'c> Localizer<'c> {
    /// With a catalogue of any language, and names in one of the languages that the data have.
    #[must_use]
    pub fn with_catalogue(catalogue: &'c Catalogue, names: Language) -> Self {
        Self { catalogue, names }
    }

    /// BCP 47 tag of the texts.
    #[must_use]
    pub fn tag(&self) -> &'static str {
        self.catalogue.tag
    }

    /// The text of a message. O(length of the text).
    #[must_use]
    pub fn render(&self, message: &Message) -> String {
        self.catalogue.finish(self.unfinished(message))
    }

    /// The text of an identifier that is made while the command runs, such as the help of an option; `None` where the
    /// catalogue has none.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<String> {
        let found = self.catalogue.contains(id);
        found.then(|| self.catalogue.finish(self.catalogue.format(id, &FluentArgs::new())))
    }

    /// The texts of several messages.
    #[must_use]
    pub fn render_all<'m>(&self, messages: impl IntoIterator<Item = &'m Message>) -> Vec<String> {
        messages.into_iter().map(|message| self.render(message)).collect()
    }

    /// The text of one argument alone, as it stands in a sentence.
    #[must_use]
    pub fn text(&self, argument: &Argument) -> String {
        self.catalogue.finish(self.item(argument))
    }

    /// Particles and separators wait for the sentence around it.
    fn unfinished(&self, message: &Message) -> String {
        let mut arguments = FluentArgs::with_capacity(message.arguments.len() + BY_ACTOR.len());
        for kind in BY_ACTOR {
            arguments.set(kind, self.kind(kind));
        }
        for (name, argument) in &message.arguments {
            arguments.set(*name, self.value(argument));
        }
        self.catalogue.format(message.id, &arguments)
    }

    fn item(&self, argument: &Argument) -> String {
        match self.value(argument) {
            FluentValue::String(text) => text.into_owned(),
            FluentValue::Number(count) => separable(&number::plain(count.value, 0)),
            _ => String::new(),
        }
    }

    fn value<'a>(&self, argument: &'a Argument) -> FluentValue<'a> {
        match argument {
            Argument::Text(text) => text.as_str().into(),
            Argument::Count(count) => (*count).into(),
            Argument::Change(change) => separable(&number::signed(*change)).into(),
            Argument::Number { value, decimals, is_fixed: true } => separable(&number::fixed(*value, *decimals)).into(),
            Argument::Number { value, decimals, .. } => separable(&number::plain(*value, *decimals)).into(),
            Argument::Share(part, whole) => separable(&number::share(*part, *whole)).into(),
            Argument::Name(names) => self.names.name(names).into(),
            Argument::Date(date) => self.date(*date).into(),
            Argument::Country(country) => self.pick(country.names()).to_owned().into(),
            Argument::Countries(set) => self.pick(set.names()).to_owned().into(),
            Argument::Sector(sector) => self.pick(sector.label()).into(),
            Argument::Kind(key) => self.kind(key),
            Argument::List(list) => self.list(list).into(),
            Argument::Message(message) => self.unfinished(message).into(),
        }
    }

    /// The key of a noun. Actors are what the answer has as actors; what they are to each other (`partner`) is told with
    /// what they are: `partner:country`.
    fn kind(&self, key: &'static str) -> FluentValue<'static> {
        let level = self.names.actors();
        match key {
            "actor" => level.key().into(),
            // What the cap on teams counts.
            "team" if level == ActorKind::Group => level.key().into(),
            "team" => ActorKind::Institution.key().into(),
            "partner" | "broker" if level != ActorKind::Institution => format!("{key}:{}", level.key()).into(),
            _ => key.into(),
        }
    }

    /// Labels that the data's own registers have in two languages.
    fn pick<'a>(&self, (english, korean): (&'a str, &'a str)) -> &'a str {
        if self.catalogue.tag == "ko" { korean } else { english }
    }

    fn date(&self, date: Date) -> String {
        let precision = match (date.month_number(), date.day_number()) {
            (None, _) => "year",
            (Some(_), None) => "month",
            (Some(_), Some(_)) => "day",
        };
        let mut parts = FluentArgs::with_capacity(5);
        parts.set("precision", precision);
        parts.set("iso", date.to_string());
        parts.set("year", date.year_number().to_string());
        parts.set("month", date.month_number().unwrap_or(0).to_string());
        parts.set("day", date.day_number().unwrap_or(0).to_string());
        self.catalogue.format("terms-date", &parts)
    }

    fn list(&self, list: &List) -> String {
        let separator = self.catalogue.format("terms-list-separator", &FluentArgs::new());
        let join = |items: &[Argument]| items.iter().map(|item| self.item(item)).collect::<Vec<_>>().join(&separator);
        let mut parts = FluentArgs::with_capacity(4);
        // One item too many is named all the same: "and 1 more" says less than its name.
        if let Some(named) = list.named.filter(|named| list.items.len() > named.saturating_add(1)) {
            parts.set("items", join(&list.items[..named]));
            parts.set("count", list.items.len() - named);
            functions::set_kind(&mut parts, self.kind(list.kind));
            return self.catalogue.format("terms-list-more", &parts);
        }
        let id = match list.conjunction {
            Conjunction::And => "terms-list-and",
            Conjunction::Or => "terms-list-or",
            Conjunction::Comma => return join(&list.items),
        };
        match list.items.as_slice() {
            [] => String::new(),
            [one] => self.item(one),
            [items @ .., last] => {
                parts.set("items", join(items));
                parts.set("last", self.item(last));
                self.catalogue.format(id, &parts)
            }
        }
    }
}
