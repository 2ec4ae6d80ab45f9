//! Affiliations → institutions.

use collabgraph::answer::Answer;
use collabgraph::answer::record::Record;
use collabgraph::answer::table::{Cell, Column, Table};
use collabgraph::names::authority::Authority;
use collabgraph::names::resolver::{AffiliationMatch, Resolver};
use pyo3::prelude::*;

use crate::answer::NativeAnswer;
use crate::failure;

/// Resolves affiliations, in their order; a missing one has no match.
#[pyfunction]
pub(crate) fn resolve(py: Python<'_>, affiliations: Vec<Option<String>>) -> PyResult<NativeAnswer> {
    let lines: Vec<String> = affiliations.into_iter().map(Option::unwrap_or_default).collect();
    let authority = Authority::built_in();
    let resolver = Resolver::new(&authority)
        .ok_or_else(|| failure::raise(py, "resolve-no-registry", "there is no registry of institutions", None))?;
    let resolved = py.detach(|| resolver.resolve_all(&lines));
    let columns = ["input", "id", "name", "name_ko", "ror", "country", "kind", "rule"].map(Column::for_machines);
    let [input, id, name, name_ko, ror, country, kind, rule] = columns;
    let score = Column::for_machines("score").real();
    let text = |text: &Option<String>| text.clone().map_or(Cell::Empty, Cell::text);
    let of = |one: &AffiliationMatch| {
        let [name_ko, ror, country] = [&one.name_ko, &one.ror, &one.country].map(text);
        let kind = one.kind.map_or(Cell::Empty, Cell::text);
        vec![
            Cell::text(&one.id),
            Cell::text(&one.name),
            name_ko,
            ror,
            country,
            kind,
            Cell::Real(one.score),
            Cell::text(one.rule),
        ]
    };
    let rows = resolved.iter().map(|one| {
        let best = one.matches.first().map_or_else(|| vec![Cell::Empty; 8], of);
        [vec![Cell::text(&one.input)], best].concat()
    });
    let table = Table {
        name: "resolved".to_owned(),
        caption: String::new(),
        rows: rows.collect(),
        columns: vec![input, id, name, name_ko, ror.url(), country, kind, score, rule],
    };
    let found = resolved.iter().any(|one| !one.matches.is_empty());
    let record = Record::of(&resolved);
    Ok(NativeAnswer::new(Answer { found, tables: vec![table], record, ..Answer::default() }, Vec::new()))
}
