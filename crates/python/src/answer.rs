//! Answers: sentences, tables, the record.

use collabgraph::answer::Answer;
use collabgraph::answer::statement::is_about_the_command;
use collabgraph::answer::table::{Audience, Table};
use collabgraph::render;
use pyo3::prelude::*;
use pyo3::types::PyCapsule;

use crate::{columns, failure};

/// Rows of a table in a notebook.
const SHOWN_ROWS: usize = 20;

/// An answer.
#[pyclass(frozen)]
pub(crate) struct NativeAnswer {
    answer: Answer,
    /// What the data are, in sentences.
    sources: Vec<String>,
}

impl NativeAnswer {
    pub(crate) fn new(answer: Answer, sources: Vec<String>) -> Self {
        Self { answer, sources }
    }

    fn table(&self, py: Python<'_>, at: usize) -> PyResult<&Table> {
        self.answer.tables.get(at).ok_or_else(|| failure::raise(py, "argument", "no such table", None))
    }
}

#[pymethods]
impl NativeAnswer {
    /// Whether there is a result.
    #[getter]
    fn found(&self) -> bool {
        self.answer.found
    }

    /// The record as JSON.
    fn json(&self) -> String {
        self.answer.json().compact()
    }

    /// Sentences that summarise the result.
    fn lead(&self) -> Vec<String> {
        self.answer.lead_sentences()
    }

    /// Sentences on how it was counted.
    fn notes(&self) -> Vec<String> {
        self.answer.note_sentences().into_iter().filter(|note| !is_about_the_command(note)).collect()
    }

    /// Name, caption and number of rows of each table.
    fn tables(&self) -> Vec<(String, String, usize)> {
        self.answer.tables.iter().map(|one| (one.name.clone(), one.caption.clone(), one.rows.len())).collect()
    }

    /// Key, heading and kind of each column of a table, and whether readers see it.
    fn columns(&self, py: Python<'_>, table: usize) -> PyResult<Vec<(String, String, String, bool)>> {
        let kind = |column: &collabgraph::answer::table::Column| format!("{:?}", column.kind).to_lowercase();
        let of = |column: &collabgraph::answer::table::Column| {
            (column.key.clone(), column.label.clone(), kind(column), column.audience == Audience::All)
        };
        Ok(self.table(py, table)?.columns.iter().map(of).collect())
    }

    /// A table as Arrow C stream.
    fn stream<'py>(&self, py: Python<'py>, table: usize) -> PyResult<Bound<'py, PyCapsule>> {
        columns::stream(py, self.table(py, table)?)
    }

    /// The answer as text in columns.
    fn text(&self) -> String {
        let shown = Answer { notes: Vec::new(), ..self.answer.clone() };
        render::text::write(&shown, &render::text::Options::default())
    }

    /// The answer for a notebook: sentences and the first rows of its tables.
    fn html(&self) -> String {
        render::html::fragment(&self.answer, SHOWN_ROWS)
    }

    /// The answer in a format of the command, by its word.
    fn written(&self, py: Python<'_>, format: &str) -> PyResult<Vec<u8>> {
        let csv = || render::csv::write(&self.answer, &render::csv::Options::default());
        match format {
            "csv" => Ok(format!("{}{}", render::csv::BYTE_ORDER_MARK, csv()).into_bytes()),
            "json" => Ok(render::json::write(&self.answer, &render::json::Options::default()).into_bytes()),
            "md" => Ok(render::markdown::write(&self.answer, &render::markdown::Options::default()).into_bytes()),
            "txt" => Ok(render::text::write(&self.answer, &render::text::Options::default()).into_bytes()),
            "xlsx" => {
                let groups = [render::xlsx::SheetGroup { name: "", answer: &self.answer }];
                let language = self.answer.language;
                py.detach(|| render::xlsx::write(&groups, &self.sources, language)).map_err(|error| {
                    let sentence = collabgraph::messages::Localizer::new(language).render(&error.message());
                    failure::raise(py, "xlsx", &sentence, None)
                })
            }
            _ => Err(failure::raise(py, "argument", "expected a file called .csv, .json, .md, .txt or .xlsx", None)),
        }
    }
}
