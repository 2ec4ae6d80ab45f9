//! Works behind the parts of a record, by the facts that a part states.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use crate::corpus::institution::InstitutionId;
use crate::corpus::work::WorkId;
use crate::query::context::QueryContext;
use crate::query::indicators::UNDATED;

/// Index of works by key, with the properties of the record that decide what its rows rest on.
pub(super) struct EvidenceIndex<'s, 'c> {
    pub(super) context: &'s QueryContext<'c>,
    keys: BTreeMap<String, WorkId>,
    /// Whether the ranking counts works instead of ties.
    counts_works: bool,
    /// Whether the ranking also rests on ties among partners (clustering, constraint).
    counts_triangles: bool,
    /// Institution of a timeline.
    of: Option<InstitutionId>,
}

/// Works that a part of a record rests on.
#[derive(Default)]
pub(super) struct EvidenceBasis {
    /// The works.
    pub(super) works: BTreeSet<WorkId>,
    /// Whether some of them are implied by facts instead of named in the record.
    pub(super) implied: bool,
}

impl<'s, 'c> EvidenceIndex<'s, 'c> {
    pub(super) fn new(context: &'s QueryContext<'c>, record: &Value) -> Self {
        let corpus = context.corpus;
        let text = |pointer: &str| record.pointer(pointer).and_then(Value::as_str);
        Self {
            context,
            keys: corpus.work_ids().map(|id| (corpus.work_key(id), id)).collect(),
            counts_works: text("/measure") == Some("works"),
            counts_triangles: matches!(text("/measure"), Some("clustering" | "constraint")),
            of: text("/of/id").and_then(|id| corpus.institution_by_key(id)),
        }
    }

    /// The work that a JSON object represents; `None` if it is no work.
    pub(super) fn work(&self, object: &Map<String, Value>) -> Option<WorkId> {
        let id = object.get("id").and_then(Value::as_str).filter(|_| is_work(object))?;
        self.keys.get(id).copied()
    }

    /// Works behind a part of a record. Works excluded by the team cap are behind none.
    pub(super) fn basis(&self, value: &Value) -> EvidenceBasis {
        let mut basis = EvidenceBasis::default();
        self.collect_basis(value, &mut basis);
        basis
    }

    fn collect_basis(&self, value: &Value, basis: &mut EvidenceBasis) {
        match value {
            Value::Array(list) => list.iter().for_each(|one| self.collect_basis(one, basis)),
            Value::Object(object) => {
                if let Some(work) = self.work(object) {
                    basis.works.insert(work);
                    return;
                }
                if let Some(works) = self.implied(object) {
                    basis.works.extend(works);
                    basis.implied = true;
                }
                object.iter().filter(|(key, _)| *key != "left_out").for_each(|(_, one)| self.collect_basis(one, basis));
            }
            _ => {}
        }
    }

    /// Works that the facts of an object imply without naming them.
    fn implied(&self, object: &Map<String, Value>) -> Option<Vec<WorkId>> {
        let has = |key: &str| object.contains_key(key);
        let is_number = |key: &str| object.get(key).is_some_and(Value::is_number);
        let (a, b) = (self.institution_of(object.get("a")), self.institution_of(object.get("b")));
        if has("added") && has("removed") {
            return None;
        }
        if let (Some(a), Some(b)) = (a, b) {
            if let Some(Value::Array(shared)) = object.get("shared") {
                let shared = shared.iter().filter_map(|one| self.institution_of(Some(one)));
                return Some(shared.flat_map(|one| [self.tie(a, one), self.tie(b, one)].concat()).collect());
            }
            return has("latest").then(|| self.tie(a, b));
        }
        if let Some(Value::Array(members)) = object.get("members") {
            let members: Vec<InstitutionId> = members.iter().filter_map(|one| self.institution_of(Some(one))).collect();
            return Some(if is_number("works") { self.all_of(&members) } else { self.joint(&members) });
        }
        if has("by") && has("key") {
            return Some(self.group(object));
        }
        if is_number("year") {
            let year = object.get("year").map(Value::to_string).unwrap_or_default();
            return Some(self.dated(&year).filter(|&work| self.of.is_none_or(|of| self.is_by(work, of))).collect());
        }
        // Counts of the overview are of all works.
        if is_number("works") && is_number("isolates") {
            return Some(self.context.corpus.work_ids().collect());
        }
        let id = object.get("id").and_then(Value::as_str)?;
        let id = self.context.corpus.institution_by_key(id)?;
        if has("coordinator") || is_number("value") && self.counts_triangles {
            return Some(self.neighbourhood(id));
        }
        if has("full_rank") || has("parts") || (is_number("value") && !self.counts_works) {
            return Some(self.ties_of(id));
        }
        is_number("works").then(|| self.context.corpus.works_of(id).to_vec())
    }

    /// Works of the institution that a value represents; empty if it is none.
    pub(super) fn works_of(&self, value: Option<&Value>) -> &[WorkId] {
        self.institution_of(value).map_or(&[], |id| self.context.corpus.works_of(id))
    }

    fn institution_of(&self, value: Option<&Value>) -> Option<InstitutionId> {
        value?.get("id").and_then(Value::as_str).and_then(|id| self.context.corpus.institution_by_key(id))
    }

    /// Works behind the tie of two institutions.
    fn tie(&self, a: InstitutionId, b: InstitutionId) -> Vec<WorkId> {
        let network = self.context.network();
        let tie = network.tie_between(network.node_of(a), network.node_of(b));
        tie.map_or_else(Vec::new, |tie| network.evidence(tie).to_vec())
    }

    /// Works behind all ties of an institution.
    fn ties_of(&self, id: InstitutionId) -> Vec<WorkId> {
        let network = self.context.network();
        let row = network.adjacency().row_of(network.node_of(id));
        row.flat_map(|(_, _, tie)| network.evidence(tie)).copied().collect()
    }

    /// Works behind the ties of an institution and among its partners: the base of brokerage, constraint and
    /// clustering.
    fn neighbourhood(&self, id: InstitutionId) -> Vec<WorkId> {
        let network = self.context.network();
        let neighbourhood = network.adjacency().neighbours(network.node_of(id)).iter();
        let mut team: Vec<InstitutionId> = neighbourhood.filter_map(|&one| network.institution(one as usize)).collect();
        team.push(id);
        self.joint(&team)
    }

    /// Works behind the ties within a set of institutions.
    fn joint(&self, members: &[InstitutionId]) -> Vec<WorkId> {
        let network = self.context.network();
        let members: BTreeSet<usize> = members.iter().map(|&id| network.node_of(id)).collect();
        let within = |&node: &usize| network.adjacency().row_of(node).filter(|one| members.contains(&one.0));
        members.iter().flat_map(within).flat_map(|(_, _, tie)| network.evidence(tie)).copied().collect()
    }

    fn all_of(&self, members: &[InstitutionId]) -> Vec<WorkId> {
        members.iter().flat_map(|&id| self.context.corpus.works_of(id)).copied().collect()
    }

    fn is_by(&self, work: WorkId, by: InstitutionId) -> bool {
        self.context.corpus.institutions_of(work).contains(&by)
    }

    fn dated<'t>(&'t self, year: &'t str) -> impl Iterator<Item = WorkId> + 't {
        let corpus = self.context.corpus;
        corpus.work_ids().filter(move |&work| corpus.date(work).is_some_and(|date| date.to_string().starts_with(year)))
    }

    /// Works of a row of the indicators (`by`, `key`): of a country, sector, institution or year.
    fn group(&self, object: &Map<String, Value>) -> Vec<WorkId> {
        let text = |field: &str| object.get(field).and_then(Value::as_str).unwrap_or_default();
        let (corpus, key) = (self.context.corpus, text("key"));
        let all = corpus.work_ids().filter(|&work| !corpus.institutions_of(work).is_empty());
        match text("by") {
            "all" => all.collect(),
            "country" => {
                all.filter(|&work| corpus.countries_of(work).known.iter().any(|own| own.code() == key)).collect()
            }
            "sector" => all.filter(|&work| corpus.sectors_of(work).known.iter().any(|own| own.key() == key)).collect(),
            "institution" => corpus.institution_by_key(key).map_or_else(Vec::new, |id| corpus.works_of(id).to_vec()),
            "year" if key == UNDATED => all.filter(|&work| corpus.date(work).is_none()).collect(),
            "year" => self.dated(key).filter(|&work| !corpus.institutions_of(work).is_empty()).collect(),
            _ => Vec::new(),
        }
    }

    /// Works of the institutions that a record names, as evidence of an answer without a result.
    pub(super) fn works_of_named_institutions(&self, record: &Value) -> BTreeSet<WorkId> {
        let (mut works, mut stack) = (BTreeSet::new(), vec![record]);
        while let Some(value) = stack.pop() {
            match value {
                Value::Array(list) => stack.extend(list),
                Value::Object(object) => {
                    if object.contains_key("name") {
                        works.extend(
                            self.institution_of(Some(value)).map_or(&[][..], |id| self.context.corpus.works_of(id)),
                        );
                    }
                    stack.extend(object.iter().filter(|(key, _)| *key != "left_out").map(|(_, one)| one));
                }
                _ => {}
            }
        }
        works
    }
}

/// Whether a JSON object is a work: only works have date, link and institutions.
fn is_work(object: &Map<String, Value>) -> bool {
    ["date", "link", "institutions"].iter().all(|key| object.contains_key(*key))
}

/// Works of the lists `key` (`added`: new side, `removed`: old side) anywhere in a part of a comparison.
pub(super) fn changed_works(index: &EvidenceIndex<'_, '_>, value: &Value, key: &str) -> BTreeSet<WorkId> {
    let (mut works, mut stack) = (BTreeSet::new(), vec![value]);
    while let Some(value) = stack.pop() {
        match value {
            Value::Array(list) => stack.extend(list),
            Value::Object(object) => {
                let list = object.get(key).and_then(Value::as_array).into_iter().flatten();
                let ids = list.filter_map(|one| one.get("id").and_then(Value::as_str));
                works.extend(ids.filter_map(|id| index.keys.get(id)));
                stack.extend(object.values());
            }
            _ => {}
        }
    }
    works
}

/// Works of the tie in a row of a comparison, for changes of weight without added or removed works.
pub(super) fn tie_of(index: &EvidenceIndex<'_, '_>, row: &Value) -> BTreeSet<WorkId> {
    match (index.institution_of(row.get("a")), index.institution_of(row.get("b"))) {
        (Some(a), Some(b)) => index.tie(a, b).into_iter().collect(),
        _ => BTreeSet::new(),
    }
}
