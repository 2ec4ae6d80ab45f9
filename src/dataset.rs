//! Inputs and how they are read: where a program that uses this library starts.

use std::path::Path;

use crate::corpus::Corpus;
use crate::corpus::filter::Filter;
use crate::corpus::institution::InstitutionId;
use crate::corpus::kind::WorkKind;
use crate::ingest::Options;
use crate::names::authority::Authority;
use crate::scan::plan::{FullReason, Plan, Stop};
use crate::scan::run::Progress;
use crate::sink::counts::{self, Counted, Request};
use crate::sink::entity_index::{self, EntityIndex};
pub use crate::sink::load::{Loaded, load};
use crate::sink::matching::{self, MatchingRows};
use crate::sink::work_kind;
use crate::source::error::Error;
use crate::source::expand;
use crate::source::input::Input;

/// Inputs that are read as one data set.
///
/// [`corpus`](Self::corpus) reads all of it. The other methods make a [`Plan`]: they read only what is asked for, and
/// where that is not enough they say why.
///
/// ```
/// use collabgraph::dataset::Dataset;
/// use collabgraph::network::Network;
/// use collabgraph::source::input::Input;
///
/// let table = "Model,Organization\nEDSR,SNU\nHyperCLOVA,NAVER;SNU\n";
/// let corpus = Dataset::of(vec![Input::bytes("models.csv", table)]).corpus()?;
/// let network = Network::one_mode(&corpus, Default::default());
/// assert_eq!((corpus.work_count(), network.node_count(), network.tie_count()), (2, 2, 1));
/// # Ok::<(), collabgraph::source::error::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Dataset {
    inputs: Vec<Input>,
    options: Options,
}

/// What a reading of some of the rows came to.
#[derive(Debug)]
pub enum Partial<T> {
    /// It gives what was asked for.
    Done(T),
    /// Only all works, read in full, do.
    ReadAll(FullReason),
}

impl<T> Partial<T> {
    /// What was asked for, where some of the rows give it.
    pub fn done(self) -> Option<T> {
        match self {
            Self::Done(found) => Some(found),
            Self::ReadAll(_) => None,
        }
    }

    fn of(found: Result<T, Stop>) -> Result<Self, Error> {
        match found {
            Ok(found) => Ok(Self::Done(found)),
            Err(Stop::Failed(error)) => Err(error),
            Err(Stop::ReadAll(reason)) => Ok(Self::ReadAll(reason)),
            // A profile was made where one could help.
            Err(Stop::NeedsProfile) => Ok(Self::ReadAll(FullReason::Columns)),
        }
    }
}

impl Dataset {
    /// A file, its names resolved by the authority that the command takes by default.
    ///
    /// # Errors
    /// There is no such file.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, Error> {
        let input = Input::Path(path.as_ref().to_owned());
        input.check()?;
        Ok(Self::of(vec![input]))
    }

    /// Inputs, their names resolved by the authority that the command takes by default.
    #[must_use]
    pub fn of(inputs: Vec<Input>) -> Self {
        Self::new(inputs, Options { authority: Authority::built_in(), ..Options::default() })
    }

    /// Inputs, and how they are read.
    #[must_use]
    pub fn new(inputs: Vec<Input>, options: Options) -> Self {
        Self { inputs, options }
    }

    /// How the inputs are read.
    #[must_use]
    pub fn options(&self) -> &Options {
        &self.options
    }

    /// All works.
    ///
    /// # Errors
    /// An input cannot be read.
    pub fn corpus(&self) -> Result<Corpus, Error> {
        Ok(self.load()?.corpus)
    }

    /// All works, and what was unexpected in the inputs.
    ///
    /// # Errors
    /// An input cannot be read.
    pub fn load(&self) -> Result<Loaded, Error> {
        load(&self.inputs, &self.options)
    }

    /// The network and the works of each institution under full counting, without the works.
    /// Time O(bytes + pairs), memory O(institutions + pairs that differ).
    ///
    /// # Errors
    /// The input cannot be read.
    pub fn counted(&self, request: &Request, plan: &mut Plan) -> Result<Partial<Counted>, Error> {
        let found = self.single().and_then(|input| {
            let request = Request { ingest: self.options.clone(), ..request.clone() };
            counts::counted(input, &request, Progress::default(), plan)
        });
        Partial::of(found)
    }

    /// The works of a table whose rows may name one of the institutions, or a work of such a name.
    /// Time O(bytes), memory O(these rows).
    ///
    /// # Errors
    /// The input cannot be read.
    pub fn matching(&self, names: &[&str], plan: &mut Plan) -> Result<Partial<MatchingRows>, Error> {
        Partial::of(self.single().and_then(|input| matching::matching_rows(input, &self.options, names, plan)))
    }

    /// Every institution as reading all works gives it, and no work. `works` are names that no work must have: then all
    /// works are read. Time O(bytes), memory O(institutions) and 8 bytes a work.
    ///
    /// # Errors
    /// The input cannot be read.
    pub fn entity_index(
        &self,
        works: &[&str],
        (filter, has_record): (&Filter, bool),
        plan: &mut Plan,
    ) -> Result<Partial<EntityIndex<'_>>, Error> {
        let found = self
            .single()
            .and_then(|input| entity_index::entity_index(input, &self.options, works, (filter, has_record), plan));
        Partial::of(found)
    }

    /// The works of some institutions of an index, read in full.
    ///
    /// # Errors
    /// The input cannot be read.
    pub fn works_of(
        &self,
        index: &EntityIndex<'_>,
        institutions: &[InstitutionId],
        plan: &mut Plan,
    ) -> Result<Partial<MatchingRows>, Error> {
        Partial::of(index.works_of(institutions, plan))
    }

    /// The kind of the works, as [`Corpus::work_kind`] has it of all of them. Time O(bytes) at most, memory O(1).
    ///
    /// # Errors
    /// The input cannot be read.
    pub fn work_kind(&self, plan: &mut Plan) -> Result<Partial<WorkKind>, Error> {
        Partial::of(self.single().and_then(|input| work_kind::detect_work_kind(input, &self.options, plan)))
    }

    fn single(&self) -> Result<&Input, Stop> {
        let expanded = expand(&self.inputs)?;
        match self.inputs.as_slice() {
            // A folder or an archive stands for what is in it.
            [input] if expanded.inputs == self.inputs => Ok(input),
            _ => Err(FullReason::SeveralInputs.into()),
        }
    }
}
