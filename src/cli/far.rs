//! Two institutions of a large file that share neither a work nor a partner: the way between them is found in the
//! network of all works, of which none is held, and the works along it are read in full.

use collabgraph::corpus::Corpus;
use collabgraph::corpus::institution::InstitutionId;
use collabgraph::ingest::input::Input;
use collabgraph::ingest::options::Options;
use collabgraph::ingest::stream::seek::{Sought, rows_naming};
use collabgraph::ingest::stream::survey::Survey;
use collabgraph::network::counting::Projection;
use collabgraph::projection::{self, counted};
use collabgraph::query::context::QueryContext;
use collabgraph::query::path;

use crate::sought::meant;

/// What is known of the way between two institutions.
pub(crate) enum Far {
    /// There is none.
    Apart,
    /// It leads along the institutions that these works name.
    Linked(Box<Sought>),
}

/// Reads the works along the shortest way between two institutions; `all` are the institutions of a file of lines. `None`
/// where the file must be loaded: when works cannot be counted, or when an institution on the way has no name of its own.
pub(crate) fn read(
    input: &Input,
    options: &Options,
    projection: Projection,
    asked: &[&str],
    all: Option<&Survey<'_>>,
) -> Option<Far> {
    let network = counted(input, &projection::Options { ingest: options.clone(), projection })?;
    let corpus = &network.corpus;
    let Some(way) = way(corpus, projection, asked)? else { return Some(Far::Apart) };
    let sought = match all {
        Some(all) => {
            let ids = way.iter().map(|&id| all.corpus.institution_by_key(&corpus.institution(id).id));
            all.works_of(&ids.collect::<Option<Vec<InstitutionId>>>()?)?
        }
        None => rows_naming(input, options, &names(corpus, &way))?,
    };
    // The same facts give the same way, unless some of them had to be seen beside all others.
    let again = self::way(&sought.corpus, projection, asked)??;
    (names(&sought.corpus, &again) == names(corpus, &way)).then(|| Far::Linked(Box::new(sought)))
}

/// The shortest way between two institutions that are asked for by name; `None` when these are not known for certain.
fn way(corpus: &Corpus, projection: Projection, asked: &[&str]) -> Option<Option<Vec<InstitutionId>>> {
    let [a, b] = meant(corpus, asked)?.try_into().ok()?;
    let scope = QueryContext::new(corpus).with_projection(projection);
    Some(path::shortest(&scope, a, b))
}

fn names<'c>(corpus: &'c Corpus, ids: &[InstitutionId]) -> Vec<&'c str> {
    ids.iter().map(|&id| corpus.institution(id).names.name.as_str()).collect()
}
