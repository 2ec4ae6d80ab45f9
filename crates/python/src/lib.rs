//! The native half of the Python package `collabgraph`: data, answers and figures behind a small interface of texts and
//! bytes. Classes, documentation and types of the package are in `python/collabgraph`.

mod answer;
mod columns;
mod dataset;
mod failure;
mod figure;
mod frame;
mod resolved;

use pyo3::prelude::*;

/// The module `collabgraph._native`.
#[pymodule]
mod _native {
    #[pymodule_export]
    use super::answer::NativeAnswer;
    #[pymodule_export]
    use super::dataset::{NativeDataset, load};
    #[pymodule_export]
    use super::figure::NativeFigure;
    #[pymodule_export]
    use super::frame::table_of;
    #[pymodule_export]
    use super::resolved::resolve;

    use super::*;

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add("__version__", env!("CARGO_PKG_VERSION"))
    }
}
