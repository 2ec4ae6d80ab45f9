//! What a question is asked of: the filtered corpus, how it is projected, and what was done before.

use std::sync::OnceLock;

use crate::corpus::Corpus;
use crate::corpus::filter::Filter;
use crate::corpus::institution::InstitutionId;
use crate::corpus::work::WorkId;
use crate::network::Network;
use crate::network::counting::Projection;

/// What users call a work in Korean, where no one word serves for both. English says "work".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Noun {
    /// An AI model: 모델 … 개.
    Model,
    /// A paper or anything else that was made: 문헌 … 건.
    Paper,
}

impl Noun {
    /// Reads it from the data: only tables of models tell why a work is listed or how it can be had.
    #[must_use]
    pub fn of(corpus: &Corpus) -> Self {
        Self::models(corpus.is_of_models())
    }

    /// What works are called, where it is known whether they are models.
    #[must_use]
    pub fn models(are_models: bool) -> Self {
        if are_models { Self::Model } else { Self::Paper }
    }

    /// Word and counter in Korean.
    #[must_use]
    pub fn korean(self) -> (&'static str, &'static str) {
        match self {
            Self::Model => ("모델", "개"),
            Self::Paper => ("문헌", "건"),
        }
    }
}

/// The corpus that questions are asked of, after filtering, with its one-mode network.
#[derive(Debug)]
pub struct Scope<'c> {
    /// The facts, already filtered.
    pub corpus: &'c Corpus,
    /// Counting and team cap.
    pub projection: Projection,
    /// The filter that was applied, to say it in words. It chooses works, and with them the ties that they make; its
    /// country and sector also decide which institutions lists show.
    pub filter: Filter,
    /// How many notices reading the inputs gave.
    pub notices: usize,
    /// Works and institutions before filtering.
    pub whole: (usize, usize),
    /// Ties that the inputs state without works, before filtering.
    pub stated: usize,
    /// Works of each institution that were counted and are not in the corpus; empty: none.
    pub counted: Vec<usize>,
    /// Whether people alone read the answers: then what is for machines need not be made.
    pub for_readers: bool,
    /// What a work is called in Korean.
    pub noun: Noun,
    network: OnceLock<Network<'c>>,
}

impl<'c> Scope<'c> {
    /// A scope over a whole corpus: no filter, full counting, the default team cap.
    #[must_use]
    pub fn new(corpus: &'c Corpus) -> Self {
        Self {
            corpus,
            projection: Projection::default(),
            filter: Filter::default(),
            notices: 0,
            whole: (corpus.work_count(), corpus.institution_count()),
            stated: corpus.explicit_ties().len(),
            counted: Vec::new(),
            for_readers: false,
            noun: Noun::of(corpus),
            network: OnceLock::new(),
        }
    }

    /// Tells of works that were counted and are not in the corpus: those of each institution, and all.
    #[must_use]
    pub fn with_counted(self, counted: Vec<usize>, works: usize) -> Self {
        Self { counted, whole: (works, self.whole.1), ..self }
    }

    /// Tells what a work is called.
    #[must_use]
    pub fn with_noun(self, noun: Noun) -> Self {
        Self { noun, ..self }
    }

    /// Leaves out what is for machines alone: the record, and cells of tables.
    #[must_use]
    pub fn for_readers(self) -> Self {
        Self { for_readers: true, ..self }
    }

    /// How many works an institution has.
    #[must_use]
    pub fn works_len(&self, id: InstitutionId) -> usize {
        self.corpus.works_of(id).len() + self.counted.get(id.index()).copied().unwrap_or(0)
    }

    /// The same under another projection.
    #[must_use]
    pub fn with_projection(self, projection: Projection) -> Self {
        Self { projection, network: OnceLock::new(), ..self }
    }

    /// Tells that `corpus` is what `filter` kept of `whole`.
    #[must_use]
    pub fn with_filter(self, filter: Filter, whole: &Corpus) -> Self {
        Self {
            filter,
            whole: (whole.work_count(), whole.institution_count()),
            stated: whole.explicit_ties().len(),
            noun: Noun::of(whole),
            ..self
        }
    }

    /// Tells how many notices there are.
    #[must_use]
    pub fn with_notices(self, notices: usize) -> Self {
        Self { notices, ..self }
    }

    /// The one-mode network, made when it is first asked for.
    #[must_use]
    pub fn network(&self) -> &Network<'c> {
        self.network.get_or_init(|| Network::one_mode(self.corpus, self.projection))
    }

    /// Works of this institution that the team cap leaves out.
    #[must_use]
    pub fn left_out_of(&self, id: InstitutionId) -> Vec<WorkId> {
        self.corpus.works_of(id).iter().copied().filter(|&work| self.is_left_out(work)).collect()
    }

    /// Whether the team cap leaves a work out.
    #[must_use]
    pub fn is_left_out(&self, work: WorkId) -> bool {
        self.projection.max_team.is_some_and(|cap| self.corpus.institutions_of(work).len() > cap)
    }

    /// Whether lists of institutions show this one: it meets country and sector of the filter itself.
    #[must_use]
    pub fn shows(&self, id: InstitutionId) -> bool {
        self.filter.keeps_institution(self.corpus.institution(id))
    }
}
