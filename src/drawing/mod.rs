//! Views: data to visual channels to a resolved [`Figure`](crate::answer::figure::Figure). One module a view, and
//! shared modules for theme, encoding, names, texts, legend and frame.

pub mod actor;
pub mod arc;
pub mod bipartite;
pub mod columns;
pub mod ego;
pub mod encoding;
mod findings;
pub mod frame;
pub mod geo;
mod highlight;
mod isolation;
pub mod kind;
pub mod labels;
pub mod lanes;
pub mod legend;
pub mod map;
pub mod matrix;
pub mod names;
pub(crate) mod own_colors;
pub mod panels;
pub mod partners;
pub mod path;
pub mod plain;
pub mod recommend;
pub mod row_label;
pub mod seriation;
pub mod subgraph;
pub mod theme;
pub mod time_axis;
pub mod timeline;
pub mod trend;
mod weight_text;
pub mod wording;
