//! A choice of actors and ties: those among some actors, those of actors with enough works, the strongest.

use std::collections::BTreeSet;

use crate::corpus::Corpus;
use crate::corpus::institution::InstitutionId;
use crate::corpus::work::WorkId;
use crate::message;
use crate::messages::{Argument, List, Message};
use crate::network::counting::Projection;
use crate::query::context::QueryContext;
use crate::query::partnerships;

/// Actors that were asked for together, such as those of a country.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ActorSet {
    /// What was asked for: countries, sectors, names.
    pub names: Vec<Argument>,
    /// Keys of the actors.
    pub keys: BTreeSet<String>,
}

impl ActorSet {
    /// What it is called in a sentence.
    #[must_use]
    pub fn label(&self) -> List {
        List { named: None, ..List::and(self.names.iter().cloned(), "other") }
    }
}

/// What is chosen, in the order in which it is done.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ActorChoice {
    /// Only ties between these two sets.
    pub between: Option<(ActorSet, ActorSet)>,
    /// Only ties among these, by key.
    pub among: Vec<String>,
    /// Only actors with at least so many works.
    pub min_works: Option<usize>,
    /// Only so many ties, the strongest, and those as strong as the last of them.
    pub strongest: Option<usize>,
}

impl ActorChoice {
    /// Whether everything stays.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The corpus of what is chosen, and a statement on each step. O(works + ties log ties).
    #[must_use]
    pub fn apply(&self, corpus: Corpus, projection: Projection) -> (Corpus, Vec<Message>) {
        let (mut corpus, mut statements) = (corpus, Vec::new());
        if let Some((from, to)) = &self.between {
            let context = QueryContext::new(&corpus).with_projection(projection);
            let key = |id: InstitutionId| &corpus.institution(id).id;
            let crosses = |a, b| from.keys.contains(key(a)) && to.keys.contains(key(b));
            let is_between =
                |&tie: &usize| partnerships::ends(&context, tie).is_some_and(|(a, b)| crosses(a, b) || crosses(b, a));
            let ties: Vec<usize> = (0..context.network().tie_count()).filter(is_between).collect();
            let (from, to, kind) = (from.label(), to.label(), context.kind);
            statements.push(message!("answers-choice-between", from = from, to = to, kind = kind));
            corpus = of_ties(&context, &ties);
        }
        if !self.among.is_empty() {
            let (chosen, statement) = self.among(&corpus, projection);
            statements.push(statement);
            corpus = chosen;
        }
        if let Some(least) = self.min_works {
            let all = corpus.institution_count();
            let context = QueryContext::new(&corpus);
            let kind = context.kind;
            let kept = corpus.with_actors_chosen(|id| corpus.works_of(id).len() >= least);
            let shown = kept.institution_count();
            statements.push(message!("answers-choice-min-works", least = least, kind = kind, shown = shown, all = all));
            corpus = kept;
        }
        if let Some(number) = self.strongest {
            let context = QueryContext::new(&corpus).with_projection(projection);
            let ties = partnerships::strongest(&context);
            let weight = |tie: usize| context.network().tie(tie).2;
            let least = ties.get(number.saturating_sub(1)).map_or(0.0, |&tie| weight(tie));
            let shown: Vec<usize> = ties.iter().copied().take_while(|&tie| weight(tie) >= least).collect();
            statements.push(message!(
                "answers-choice-strongest",
                number = number,
                shown = shown.len(),
                all = ties.len(),
                weight = Argument::number(least, 2)
            ));
            corpus = of_ties(&context, &shown);
        }
        (corpus, statements)
    }

    fn among(&self, corpus: &Corpus, projection: Projection) -> (Corpus, Message) {
        let ids: Vec<InstitutionId> = self.among.iter().filter_map(|key| corpus.institution_by_key(key)).collect();
        let names = List { named: None, ..List::and(ids.iter().map(|&id| &corpus.institution(id).names), "actor") };
        let context = QueryContext::new(corpus).with_projection(projection);
        let statement = message!("answers-choice-among", names = names, kind = context.kind);
        let network = context.network();
        let is_among =
            |&tie: &usize| partnerships::ends(&context, tie).is_some_and(|(a, b)| ids.contains(&a) && ids.contains(&b));
        let ties: Vec<usize> = (0..network.tie_count()).filter(is_among).collect();
        (of_ties(&context, &ties), statement)
    }
}

/// The corpus of some ties of a network.
pub(crate) fn of_ties(context: &QueryContext<'_>, ties: &[usize]) -> Corpus {
    let pairs: BTreeSet<(InstitutionId, InstitutionId)> =
        ties.iter().filter_map(|&tie| partnerships::ends(context, tie)).map(|(a, b)| (a.min(b), a.max(b))).collect();
    let works: BTreeSet<WorkId> =
        ties.iter().flat_map(|&tie| context.network().evidence(tie).iter().copied()).collect();
    context.corpus.with_ties_chosen(pairs, &works)
}
