//! Figures: SVG, PNG, PDF.

use collabgraph::answer::figure::Figure;
use collabgraph::answer::statistics::statistics;
use collabgraph::messages::Localizer;
use collabgraph::messages::language::Language;
use collabgraph::render::{pdf, png, svg};
use pyo3::prelude::*;

use crate::failure;

/// A figure.
#[pyclass(frozen)]
pub(crate) struct NativeFigure {
    figure: Figure,
    language: Language,
    view: &'static str,
}

impl NativeFigure {
    pub(crate) fn new(figure: Figure, view: &'static str, language: Language) -> Self {
        Self { figure, language, view }
    }

    fn raise(&self, py: Python<'_>, error: &collabgraph::render::fonts::Error) -> PyErr {
        failure::raise(py, "render", &Localizer::new(self.language).render(&error.message()), None)
    }
}

#[pymethods]
impl NativeFigure {
    /// The view that is drawn.
    #[getter]
    fn view(&self) -> &'static str {
        self.view
    }

    /// The figure as SVG.
    fn svg(&self) -> String {
        svg::write(&self.figure)
    }

    /// The figure as pixels.
    fn png(&self, py: Python<'_>, dpi: f64) -> PyResult<Vec<u8>> {
        let written = py.detach(|| png::write(&self.svg(), &png::Options { dpi, ..png::Options::default() }));
        written.map_err(|error| self.raise(py, &error))
    }

    /// The figure as PDF.
    fn pdf(&self, py: Python<'_>) -> PyResult<Vec<u8>> {
        let written = py.detach(|| pdf::write(&self.svg(), &pdf::Options::default()));
        written.map_err(|error| self.raise(py, &error))
    }

    /// What the figure shows, measured, and the statements behind its texts, as JSON.
    fn statistics(&self) -> String {
        let written = self.svg().len();
        serde_json::to_string(&statistics(&self.figure).written(written)).unwrap_or_default()
    }

    /// The description for readers who do not see it.
    #[getter]
    fn description(&self) -> String {
        self.figure.metadata().description.clone()
    }

    /// The title.
    #[getter]
    fn title(&self) -> String {
        self.figure.metadata().title.clone()
    }
}
