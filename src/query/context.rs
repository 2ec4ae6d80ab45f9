//! Context of a query: the filtered corpus, its network, and the settings and counts to report.

use crate::corpus::Corpus;
use crate::corpus::filter::{Filter, FilterCounts};
use crate::corpus::institution::InstitutionId;
use crate::corpus::kind::{ActorKind, WorkKind};
use crate::corpus::level::LevelSummary;
use crate::corpus::table::ExplicitTie;
use crate::corpus::work::WorkId;
use crate::messages::Message;
use crate::network::Network;
use crate::network::counting::Projection;
use std::sync::OnceLock;

/// Filtered corpus with settings, and its one-mode network built on first use.
#[derive(Debug)]
pub struct QueryContext<'c> {
    /// The filtered corpus.
    pub corpus: &'c Corpus,
    /// Counting and team cap.
    pub projection: Projection,
    /// The filter that was applied. It selects works and so their ties; its country and sector also select the
    /// institutions in lists.
    pub filter: Filter,
    /// What the level does not show of the institutions below it; what the actors are, the corpus tells.
    pub level: LevelSummary,
    /// What was chosen of actors and ties, as it is told.
    pub choice: Vec<Message>,
    /// Number of notices from reading the inputs.
    pub notices: usize,
    /// Numbers of works and institutions before filtering.
    pub unfiltered_counts: (usize, usize),
    /// Works by what the filter made of them.
    pub filter_counts: FilterCounts,
    /// Number of explicit ties (without works) before filtering.
    pub explicit_tie_count: usize,
    /// Those of them that the filter cannot judge, because a country or sector of an end is not recorded.
    pub unplaced_tie_count: usize,
    /// Whether the filter was applied to the times of explicit ties.
    pub(crate) dates_ties: bool,
    /// Works of each institution that were counted while reading but are not in the corpus, by id; empty: none.
    pub precounted_works: Vec<usize>,
    /// Whether only readers see the answer: records and machine-only cells are then omitted.
    pub for_readers: bool,
    /// Kind of the works, which texts name.
    pub kind: WorkKind,
    network: OnceLock<Network<'c>>,
}

impl<'c> QueryContext<'c> {
    /// Unfiltered context with full counting and the default team cap.
    #[must_use]
    pub fn new(corpus: &'c Corpus) -> Self {
        Self {
            corpus,
            projection: Projection::default(),
            filter: Filter::default(),
            level: LevelSummary::default(),
            choice: Vec::new(),
            notices: 0,
            unfiltered_counts: (corpus.work_count(), corpus.institution_count()),
            filter_counts: FilterCounts { kept: corpus.work_count(), ..FilterCounts::default() },
            explicit_tie_count: corpus.explicit_ties().len(),
            unplaced_tie_count: 0,
            dates_ties: false,
            precounted_works: Vec::new(),
            for_readers: false,
            kind: kind_of(corpus),
            network: OnceLock::new(),
        }
    }

    /// Sets the works counted while reading: those of each institution, and the total.
    #[must_use]
    pub fn with_precounted_works(self, precounted_works: Vec<usize>, works: usize) -> Self {
        Self { precounted_works, unfiltered_counts: (works, self.unfiltered_counts.1), ..self }
    }

    /// Sets the kind of the works.
    #[must_use]
    pub fn with_kind(self, kind: WorkKind) -> Self {
        Self { kind, ..self }
    }

    /// Omits records and machine-only cells.
    #[must_use]
    pub fn for_readers(self) -> Self {
        Self { for_readers: true, ..self }
    }

    /// Number of works of an institution, with those counted while reading.
    #[must_use]
    pub fn work_count(&self, id: InstitutionId) -> usize {
        self.corpus.works_of(id).len() + self.precounted_works.get(id.index()).copied().unwrap_or(0)
    }

    /// Sets counting and team cap.
    #[must_use]
    pub fn with_projection(self, projection: Projection) -> Self {
        Self { projection, network: OnceLock::new(), ..self }
    }

    /// Sets the filter; `unfiltered` is the corpus before it. O(affiliations).
    #[must_use]
    pub fn with_filter(self, filter: Filter, unfiltered: &Corpus) -> Self {
        let counts = filter.counts(unfiltered);
        self.with_counted_filter(filter, counts, unfiltered)
    }

    /// Sets the filter with the [counts](Filter::counts) of `unfiltered`, the corpus before it.
    #[must_use]
    pub fn with_counted_filter(self, filter: Filter, counts: FilterCounts, unfiltered: &Corpus) -> Self {
        // Filters are about institutions, at every level.
        let recorded = unfiltered.institutions_corpus();
        let is_unplaced = |tie: &&ExplicitTie| filter.is_undecided(recorded, &[tie.a, tie.b]);
        Self {
            unplaced_tie_count: recorded.explicit_ties().iter().filter(is_unplaced).count(),
            filter_counts: counts,
            unfiltered_counts: (unfiltered.work_count(), unfiltered.institution_count()),
            explicit_tie_count: recorded.explicit_ties().len(),
            dates_ties: filter.asks_dates_of_ties(recorded),
            filter,
            kind: kind_of(unfiltered),
            ..self
        }
    }

    /// Sets the filter where only some of the works that met it are in the corpus; `unfiltered`: works and institutions
    /// before it.
    #[must_use]
    pub fn with_filter_counts(self, filter: Filter, counts: FilterCounts, unfiltered: (usize, usize)) -> Self {
        Self { filter, filter_counts: counts, unfiltered_counts: unfiltered, explicit_tie_count: 0, ..self }
    }

    /// Number of works that met the filter.
    #[must_use]
    pub fn works_kept(&self) -> usize {
        self.filter_counts.kept
    }

    /// Sets what the level does not show.
    #[must_use]
    pub fn with_level(self, level: LevelSummary) -> Self {
        Self { level, ..self }
    }

    /// Sets what is told of a choice of actors and ties.
    #[must_use]
    pub fn with_choice(self, choice: Vec<Message>) -> Self {
        Self { choice, ..self }
    }

    /// What the actors are.
    #[must_use]
    pub fn actors(&self) -> ActorKind {
        self.corpus.actors()
    }

    /// Sets the number of notices.
    #[must_use]
    pub fn with_notices(self, notices: usize) -> Self {
        Self { notices, ..self }
    }

    /// The one-mode network, built on first use.
    #[must_use]
    pub fn network(&self) -> &Network<'c> {
        self.network.get_or_init(|| Network::one_mode(self.corpus, self.projection))
    }

    /// Works of this institution excluded by the team cap.
    #[must_use]
    pub fn excluded_works_of(&self, id: InstitutionId) -> Vec<WorkId> {
        self.corpus.works_of(id).iter().copied().filter(|&work| self.is_excluded(work)).collect()
    }

    /// Whether the team cap excludes a work.
    #[must_use]
    pub fn is_excluded(&self, work: WorkId) -> bool {
        self.projection.max_team.is_some_and(|cap| self.corpus.team_size(work) > cap)
    }

    /// Whether there is a filter, as a word of messages: `some` or `none`.
    #[must_use]
    pub(crate) fn filter_state(&self) -> &'static str {
        if self.filter.is_empty() { "none" } else { "some" }
    }

    /// Number of these institutions without ties whose joint works the team cap excludes: they have partners, but no ties.
    #[must_use]
    pub fn capped(&self, isolates: impl IntoIterator<Item = InstitutionId>) -> usize {
        let is_capped = |id: &InstitutionId| self.corpus.works_of(*id).iter().any(|&work| self.is_excluded(work));
        if self.network().excluded().is_empty() { 0 } else { isolates.into_iter().filter(is_capped).count() }
    }

    /// Whether lists show this institution: it meets the country and sector of the filter. Of other actors, countries and
    /// regions meet the country, sectors the sector.
    #[must_use]
    pub fn shows(&self, id: InstitutionId) -> bool {
        let Filter { countries, all_countries, sectors, .. } = &self.filter;
        let actor = self.corpus.institution(id);
        match self.actors() {
            ActorKind::Institution | ActorKind::Group => self.filter.keeps_institution(actor),
            ActorKind::Country => {
                let wanted = || countries.iter().chain(all_countries);
                wanted().next().is_none() || wanted().any(|country| actor.countries.contains(country))
            }
            ActorKind::Sector => sectors.is_empty() || sectors.iter().any(|sector| actor.sectors.contains(sector)),
            ActorKind::Author | ActorKind::Region | ActorKind::Domain => true,
        }
    }
}

/// Kind of the works; ties where there are ties and no works; where there is neither, texts speak of works.
fn kind_of(corpus: &Corpus) -> WorkKind {
    let kind = corpus.work_kind();
    if kind.has_works() || !corpus.explicit_ties().is_empty() { kind } else { WorkKind::Work }
}
