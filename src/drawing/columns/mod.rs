//! Parts of the bipartite view: content, crossing minimization, column widths, marks and texts.

pub mod content;
pub mod edges;
pub mod fit;
pub mod isotonic;
pub mod name_detail;
pub mod order;
pub mod page;
pub mod pills;
pub mod scene;
pub mod text;
