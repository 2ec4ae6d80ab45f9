//! Data that are read, filtered, and asked: what the command line, its server and the page have in common.
//!
//! An [`Analysis`] is data with [`settings`]; a [`query::Query`] has an [`Answer`](crate::answer::Answer), a
//! [`figure::FigureRequest`] a [`Figure`](crate::answer::figure::Figure). Names are looked up as users type them.

pub mod bounds;
pub mod editions;
pub mod error;
pub mod figure;
pub mod figure_by;
pub mod figure_request;
pub mod given_positions;
pub mod lookup;
pub mod nearest;
pub mod network_file;
pub mod own_values;
pub mod page;
pub mod query;
pub mod sets;
pub mod settings;
pub mod sources;

use crate::analysis::error::AnalysisError;
use crate::analysis::settings::Settings;
use crate::corpus::Corpus;
use crate::corpus::filter::{Filter, FilterCounts};
use crate::corpus::institution::InstitutionId;
use crate::corpus::kind::ActorKind;
use crate::corpus::level::{AtLevel, LevelSummary};
use crate::dataset::Loaded;
use crate::drawing::frame::{self, MergeNote};
use crate::ingest::merge::{Merge, MergeRule, Omission};
use crate::ingest::notice::Notice;
use crate::message;
use crate::messages::language::Language;
use crate::messages::{Argument, Localizer, Message, values};
use crate::names::authority::Authority;
use crate::network::counting::Projection;
use crate::query::context::QueryContext;
use crate::query::lookup::NamedEntity;
use crate::query::{addresses, caption};

/// Data with the settings under which they are asked.
#[derive(Clone, Debug)]
pub struct Analysis {
    /// The settings.
    pub settings: Settings,
    /// All works, with the actors of the level.
    pub whole: Corpus,
    /// The works that the filter keeps, and what is chosen of their actors and ties.
    pub corpus: Corpus,
    /// The filter.
    pub filter: Filter,
    filter_counts: FilterCounts,
    level: LevelSummary,
    choice: Vec<Message>,
    /// How works become ties.
    pub projection: Projection,
    /// What was unexpected in the inputs.
    pub notices: Vec<Notice>,
    /// Recorded names that were taken as others.
    pub merges: Vec<Merge>,
    /// What was left out where names or works were taken as one.
    pub omissions: Vec<Omission>,
    authority: Authority,
}

impl Analysis {
    /// Applies settings to data that were read with an authority.
    ///
    /// # Errors
    /// A filter or a choice that names something that there is not, a level of which the data tell no actor, or a cap on
    /// teams under which works make too many pairs.
    pub fn new(loaded: Loaded, authority: Authority, settings: Settings) -> Result<Self, AnalysisError> {
        let Loaded { corpus: recorded, notices, merges, omissions } = loaded;
        let filter = settings.filter(&recorded)?;
        let filter_counts = filter.counts(&recorded);
        let (whole, AtLevel { corpus, summary }) = levelled(recorded, &filter, settings.level)?;
        let projection = settings.projection();
        bounds::check_pairs(&corpus, projection.max_team)?;
        let (corpus, choice) = sets::choice(&settings, &whole)?.apply(corpus, projection);
        Ok(Self {
            settings,
            whole,
            corpus,
            filter,
            filter_counts,
            level: summary,
            choice,
            projection,
            notices,
            merges,
            omissions,
            authority,
        })
    }

    /// The same data under other settings, at the same level of institutions.
    ///
    /// # Errors
    /// As [`Self::new`].
    pub fn with_settings(&self, settings: Settings) -> Result<Self, AnalysisError> {
        let loaded = Loaded {
            corpus: self.whole.clone(),
            notices: self.notices.clone(),
            merges: self.merges.clone(),
            omissions: self.omissions.clone(),
        };
        Self::new(loaded, self.authority.clone(), settings)
    }

    /// The same for paper that has no glyph for some letters: names of the other language, and English words where it is
    /// Hangul that is missing.
    #[must_use]
    pub fn written_without(&self, letters: &[char]) -> Self {
        let hangul = |letter: &char| ('\u{ac00}'..='\u{d7a3}').contains(letter);
        let mut other = Self { corpus: self.corpus.with_name_fallback(letters), ..self.clone() };
        if letters.iter().any(hangul) {
            other.settings.language = self.settings.language.switched(Language::English);
        }
        other
    }

    /// Whether institutions are groups.
    #[must_use]
    pub fn has_groups(&self) -> bool {
        self.settings.level == ActorKind::Group
    }

    /// Whether actors or ties were chosen, besides the filter.
    #[must_use]
    pub fn has_choice(&self) -> bool {
        !self.choice.is_empty()
    }

    /// What questions are asked of.
    #[must_use]
    pub fn scope(&self) -> QueryContext<'_> {
        QueryContext::new(&self.corpus)
            .with_projection(self.projection)
            .with_counted_filter(self.filter.clone(), self.filter_counts, &self.whole)
            .with_level(self.level.clone())
            .with_choice(self.choice.clone())
            .with_notices(self.notices.len())
    }

    /// The authority that suggestions rest on. Names that were read as they stand may still be suggested to be one:
    /// the authority that was not asked to merge them is asked for advice.
    #[must_use]
    pub fn advising(&self) -> Authority {
        if self.authority.institutions().is_empty() { Authority::built_in() } else { self.authority.clone() }
    }

    /// Options of figures that come from the data: kind of works, conditions, merged names.
    #[must_use]
    pub fn figure_options(&self) -> frame::Options {
        let kind = self.whole.work_kind();
        let conditions = caption::sentences(&self.scope(), kind).into_iter();
        let conditions = conditions.chain(addresses::notes(&self.corpus));
        frame::Options {
            language: self.settings.language,
            conditions: conditions.map(|sentence| Localizer::in_both_naming(self.settings.level, &sentence)).collect(),
            merges: self.merge_notes(),
            kind: Some(kind),
            ..frame::Options::default()
        }
    }

    /// What was merged into institutions of the data. A figure shows those that it draws.
    #[must_use]
    pub fn merge_notes(&self) -> Vec<MergeNote> {
        let is_unexpected =
            |merge: &&Merge| merge.rules.iter().any(|rule| [MergeRule::Variant, MergeRule::Correction].contains(rule));
        let merges = self.merges.iter().filter(is_unexpected);
        merges
            .filter(|merge| caption::is_merged_in(&self.whole, &self.corpus, merge))
            .filter_map(|merge| self.merge_note(merge))
            .collect()
    }

    /// Says a merge under the name that pictures show.
    fn merge_note(&self, merge: &Merge) -> Option<MergeNote> {
        let id = self.corpus.institution_by_key(&merge.institution)?;
        let names = &self.corpus.institution(id).names;
        let text = Localizer::in_both(&message!("cli-merged", recorded = &merge.recorded, name = names));
        Some(MergeNote { institution: merge.institution.clone(), text })
    }

    /// The institution of a name, in the filtered corpus. One that only the filters exclude is reported as such.
    ///
    /// # Errors
    /// The name is that of none, or of several.
    pub fn institution(&self, query: &str) -> Result<InstitutionId, AnalysisError> {
        let id = lookup::institution(&self.whole, query)?;
        let institution = self.whole.institution(id);
        let found = self.corpus.institution_by_key(&institution.id);
        found.ok_or_else(|| excluded(&self.settings.language.name(&institution.names)))
    }

    /// Says that a name is that of a part, where institutions are groups and the answer is for the whole one.
    #[must_use]
    pub fn part_of_group(&self, query: &str) -> Option<Message> {
        if !self.has_groups() {
            return None;
        }
        let group = self.whole.institution(lookup::institution(&self.whole, query).ok()?);
        lookup::part_of_group(&self.authority, &self.merges, group, query)
    }

    /// The institution or work of a name, in the filtered corpus.
    ///
    /// # Errors
    /// The name is that of none, or of several.
    pub fn entity(&self, query: &str) -> Result<NamedEntity, AnalysisError> {
        match lookup::entity(&self.whole, query)? {
            NamedEntity::Institution(id) => {
                let institution = self.whole.institution(id);
                let found = self.corpus.institution_by_key(&institution.id).map(NamedEntity::Institution);
                found.ok_or_else(|| excluded(&self.settings.language.name(&institution.names)))
            }
            NamedEntity::Work(id) => {
                let key = self.whole.work_key(id);
                let found =
                    self.corpus.work_ids().find(|&work| self.corpus.work_key(work) == key).map(NamedEntity::Work);
                found.ok_or_else(|| excluded(self.whole.work_name(id)))
            }
        }
    }
}

/// All works and those that a filter keeps, with the actors of a level. That none of the works tells an actor is an error.
fn levelled(recorded: Corpus, filter: &Filter, actors: ActorKind) -> Result<(Corpus, AtLevel), AnalysisError> {
    if actors.are_institutions() {
        let whole = recorded.with_actors(actors);
        let corpus = whole.filtered(filter);
        return Ok((whole, AtLevel { corpus, summary: LevelSummary::default() }));
    }
    let whole = with_korean_names(recorded.at_level(actors).corpus);
    let is_empty = recorded.work_count() == 0 && recorded.explicit_ties().is_empty();
    if whole.institution_count() == 0 && !is_empty {
        let kind = recorded.work_kind();
        return Err(message!("errors-level-empty", level = Argument::Kind(actors.key()), kind = kind).into());
    }
    let AtLevel { corpus, summary } = recorded.filtered(filter).at_level(actors);
    Ok((whole, AtLevel { corpus: with_korean_names(corpus), summary }))
}

/// Domains by the names that Korean answers have for them.
fn with_korean_names(corpus: Corpus) -> Corpus {
    if corpus.actors() != ActorKind::Domain {
        return corpus;
    }
    let korean = Localizer::new(Language::Korean);
    corpus.with_korean_names(|name| values::recorded(name).map(|value| korean.render(&value)))
}

fn excluded(name: &str) -> AnalysisError {
    message!("errors-filtered-out", name = name).into()
}
